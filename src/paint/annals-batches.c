/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "annals-batches-private.h"

#define MOST_PX 16384.0 /* that it is worth while for */

/* What is drawn in one colour is gathered in batches, and batches in layers. Within a layer,
 * nothing of one batch touches anything of another, so that they can be drawn in any order. A thing
 * goes into the lowest layer above what it covers, or with others of its colour into a higher one.
 */

/**
 * annals_batches_new:
 *
 * Returns: (transfer full): room for batches; free it with annals_batches_free()
 */
AnnalsBatches *
annals_batches_new (void)
{
  AnnalsBatches *batches = g_new0 (AnnalsBatches, 1);

  batches->signs = annals_signs_get_font ();
  batches->raster = annals_raster_new ();
  return batches;
}

/**
 * annals_batches_free:
 * @batches: (nullable) (transfer full): batches
 */
void
annals_batches_free (AnnalsBatches *batches)
{
  if (batches == NULL)
    return;
  annals_batch_grid_clear (&batches->grid);
  annals_raster_free (batches->raster);
  g_free (batches->glyphs[0]);
  g_free (batches->glyphs[1]);
  g_free (batches);
}

/**
 * annals_batches_can_draw:
 * @batches: batches
 * @visible: the part of a picture that is to be drawn
 *
 * Returns: whether batches are of use: not for a part that has no limits
 */
gboolean
annals_batches_can_draw (const AnnalsBatches *batches, const AnnalsRect *visible)
{
  return batches->signs != NULL && visible->width <= MOST_PX && visible->height <= MOST_PX;
}

/**
 * annals_batches_begin:
 * @batches: batches
 * @visible: the part of the picture that is drawn
 *
 * Begins with nothing.
 */
void
annals_batches_begin (AnnalsBatches *batches, const AnnalsRect *visible)
{
  batches->visible = *visible;
  annals_batch_grid_begin (&batches->grid, visible);
  memset (batches->keys, 0, sizeof batches->keys);
  batches->n_batches = 0;
  batches->n_ops = 0;
}

/**
 * annals_batches_is_full:
 * @batches: batches
 *
 * Returns: whether they have to be drawn before anything is added
 */
gboolean
annals_batches_is_full (const AnnalsBatches *batches)
{
  /* An item may take several. */
  return batches->n_ops > ANNALS_MOST_BATCH_OPS - 32
         || batches->n_batches > ANNALS_MOST_BATCHES - 32;
}

/**
 * annals_batches_get_n_batches:
 * @batches: batches
 *
 * Returns: how many there are
 */
guint
annals_batches_get_n_batches (const AnnalsBatches *batches)
{
  return batches->n_batches;
}

G_STATIC_ASSERT (ANNALS_N_CLIPS <= 1 << 3);

static guint64
pack (AnnalsBatchKind kind, AnnalsClip clip, const AnnalsColor *color)
{
  guint64 packed = (guint64) kind << 3 | clip;

  packed = packed << 12 | (guint64) (color->red * 4095.0 + 0.5);
  packed = packed << 12 | (guint64) (color->green * 4095.0 + 0.5);
  packed = packed << 12 | (guint64) (color->blue * 4095.0 + 0.5);
  return packed << 12 | (guint64) (color->alpha * 4095.0 + 0.5);
}

static AnnalsBatchKey *
find_key (AnnalsBatches *batches, guint64 color, cairo_scaled_font_t *font)
{
  guint64 hash = (color ^ (guint64) (guintptr) font >> 4) * 0x9e3779b97f4a7c15u;

  for (guint i = hash >> 55;; i = (i + 1) & (ANNALS_N_BATCH_KEYS - 1))
    {
      AnnalsBatchKey *key = &batches->keys[i];

      if (key->batch == 0 || (key->color == color && key->font == font))
        return key;
    }
}

/* The batch that something has to be drawn with: of those of its colour and kind, the lowest that
 * comes after what lies under it, or a new one right above that. */
static guint
find_batch (AnnalsBatches *batches,
            AnnalsBatchKind kind,
            AnnalsClip clip,
            const AnnalsColor *color,
            cairo_scaled_font_t *font,
            const AnnalsRect *bounds)
{
  guint64 packed = pack (kind, clip, color);
  AnnalsBatchKey *key = find_key (batches, packed, font);
  guint *link = &key->batch;
  guint lowest = 0;
  gboolean mixed;
  AnnalsBatchPlace under = annals_batch_grid_find (&batches->grid, bounds, &mixed);
  guint layer = ANNALS_BATCH_PLACE_LAYER (under);
  guint batch;

  for (; *link != 0 && batches->batches[*link].layer > layer; link = &batches->batches[*link].lower)
    lowest = *link;
  /* It may lie upon others of its own batch. */
  if (*link != 0 && under == ANNALS_BATCH_PLACE (layer, *link) && !mixed)
    return *link;
  if (lowest != 0)
    return lowest;
  batch = ++batches->n_batches;
  batches->batches[batch] = (AnnalsBatch){ *color, font, kind, clip, layer + 1, *link };
  key->color = packed;
  key->font = font;
  *link = batch;
  return batch;
}

static AnnalsBatchOp *
add_op (AnnalsBatches *batches,
        AnnalsBatchOpType type,
        AnnalsBatchKind kind,
        AnnalsClip clip,
        const AnnalsColor *color,
        cairo_scaled_font_t *font,
        const AnnalsRect *bounds)
{
  guint batch = find_batch (batches, kind, clip, color, font, bounds);
  AnnalsBatchOp *op = &batches->ops[batches->n_ops++];

  annals_batch_grid_cover (&batches->grid, bounds,
                           ANNALS_BATCH_PLACE (batches->batches[batch].layer, batch));
  op->type = (guint8) type;
  op->batch = (guint8) batch;
  op->rect = *bounds;
  return op;
}

static void
add_item (AnnalsBatches *batches,
          AnnalsBatchOpType type,
          AnnalsBatchKind kind,
          const AnnalsColor *color,
          const AnnalsItem *item,
          const AnnalsRect *bounds)
{
  add_op (batches, type, kind, item->clip, color, NULL, bounds)->u.item = item;
}

/**
 * annals_batches_add_box:
 * @batches: batches that are not full
 * @clip: where it may paint
 * @color: its colour
 * @rect: where it is, on whole pixels
 * @radius_px: of rounded corners; at most half of either side, and no wider than that in whole
 * pixels
 *
 * Adds a filled rectangle.
 */
void
annals_batches_add_box (AnnalsBatches *batches,
                        AnnalsClip clip,
                        const AnnalsColor *color,
                        const AnnalsRect *rect,
                        gdouble radius_px)
{
  AnnalsBatchOpType type = radius_px > 0.0 ? ANNALS_BATCH_OP_CAPPED_BOX : ANNALS_BATCH_OP_BOX;

  add_op (batches, type, ANNALS_BATCH_SHAPES, clip, color, NULL, rect)->u.radius = radius_px;
}

/**
 * annals_batches_add_sign:
 * @batches: batches that are not full
 * @clip: where it may paint
 * @color: its colour
 * @sign: what annals_sign_init() gave
 * @bounds: what it covers
 *
 * Adds a sign.
 */
void
annals_batches_add_sign (AnnalsBatches *batches,
                         AnnalsClip clip,
                         const AnnalsColor *color,
                         const cairo_glyph_t *sign,
                         const AnnalsRect *bounds)
{
  add_op (batches, ANNALS_BATCH_OP_SIGN, ANNALS_BATCH_SHAPES, clip, color, NULL, bounds)->u.sign
      = *sign;
}

/**
 * annals_batches_add_text:
 * @batches: batches that are not full
 * @clip: where it may paint
 * @color: its colour
 * @run: what it says, with glyphs; to stay until it is drawn
 * @x_px: where it begins
 * @baseline_px: where its baseline is
 *
 * Adds a text.
 */
void
annals_batches_add_text (AnnalsBatches *batches,
                         AnnalsClip clip,
                         const AnnalsColor *color,
                         const AnnalsRun *run,
                         gdouble x_px,
                         gdouble baseline_px)
{
  AnnalsRect bounds = { x_px + run->left_px, baseline_px + run->top_px,
                        run->right_px - run->left_px, run->bottom_px - run->top_px };

  for (guint i = 0; i < run->n_pieces; i++)
    {
      AnnalsBatchOp *op = add_op (batches, ANNALS_BATCH_OP_TEXT, ANNALS_BATCH_TEXT, clip, color,
                                  run->pieces[i].font, &bounds);

      op->u.text.run = run;
      op->u.text.piece = i;
      op->rect.x = x_px;
      op->rect.y = baseline_px;
    }
}

/**
 * annals_batches_add_frame:
 * @batches: batches that are not full
 * @color: its colour
 * @item: an outline or a line that has parts, see annals_frame_has_parts(); to stay until it is
 *   drawn
 * @bounds: what it covers
 */
void
annals_batches_add_frame (AnnalsBatches *batches,
                          const AnnalsColor *color,
                          const AnnalsItem *item,
                          const AnnalsRect *bounds)
{
  add_item (batches, ANNALS_BATCH_OP_FRAME, ANNALS_BATCH_SHAPES, color, item, bounds);
}

/**
 * annals_batches_add_fade:
 * @batches: batches that are not full
 * @color: its colour
 * @item: a rectangle that fades, on whole pixels; to stay until it is drawn
 * @bounds: what it covers
 */
void
annals_batches_add_fade (AnnalsBatches *batches,
                         const AnnalsColor *color,
                         const AnnalsItem *item,
                         const AnnalsRect *bounds)
{
  add_item (batches, ANNALS_BATCH_OP_ITEM, ANNALS_BATCH_FADES, color, item, bounds);
}

/**
 * annals_batches_add_item:
 * @batches: batches that are not full
 * @item: an item; to stay until it is drawn
 * @bounds: what it covers
 *
 * Adds an item that is drawn alone.
 */
void
annals_batches_add_item (AnnalsBatches *batches, const AnnalsItem *item, const AnnalsRect *bounds)
{
  static const AnnalsColor none = { 0 };

  add_item (batches, ANNALS_BATCH_OP_ITEM, ANNALS_BATCH_ITEMS, &none, item, bounds);
}
