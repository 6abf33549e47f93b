/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>
#include <string.h>

#include "annals-batches-private.h"
#include "annals-frame.h"

/* Draws batches, layer by layer, each from top to bottom and from left to right: into images by way
 * of a raster, and elsewhere, as into the records of GTK, with Cairo. Glyphs, of texts and of
 * signs, are handed to Cairo together as long as none meets the rectangle around those before it:
 * those that do it draws by way of a mask as large as all of them. */

#define MOST_WASTE_PX2 400.0 /* of a mask; a call of its own costs as much */
#define MOST_PLACE 65535.0
#define GLYPHS_AT_ONCE 64

/* A batch, a row and a column in a number by which operations are put in order, and behind them
 * which operation it is. */
#define INDEX_BITS 16
#define N_DIGITS 5 /* of a byte each */

static guint64
to_place (gdouble px)
{
  return (guint64) CLAMP (px, 0.0, MOST_PLACE);
}

/* What is drawn alone stays in the order in which it was added. */
static guint64
get_key (const AnnalsBatches *batches, const AnnalsBatchOp *op, guint rank)
{
  guint64 key = (guint64) rank << 32;

  if (batches->batches[op->batch].kind != ANNALS_BATCH_ITEMS)
    key |= to_place (op->rect.y - batches->visible.y + 1024.0) << 16
           | to_place (op->rect.x - batches->visible.x + 1024.0);
  return key;
}

/* Puts batches in order: by layers and, so that little has to be set between them, by clips. */
static void
rank_batches (const AnnalsBatches *batches, guint *ranked)
{
  for (guint i = 1; i <= batches->n_batches; i++)
    {
      const AnnalsBatch *batch = &batches->batches[i];
      guint key = batch->layer << 16 | (guint) batch->clip << 12 | (guint) batch->kind << 8 | i;
      guint j = i - 1;

      for (; j > 0 && ranked[j - 1] > key; j--)
        ranked[j] = ranked[j - 1];
      ranked[j] = key;
    }
  for (guint i = 0; i < batches->n_batches; i++)
    ranked[i] &= 0xff;
}

/* Puts operations in order, digit by digit. Of two that are equal, the one that was added first
 * comes first. Returns them as numbers whose last sixteen bits tell which they are. */
static const guint64 *
sort (AnnalsBatches *batches, const guint *ranked)
{
  guint ranks[ANNALS_MOST_BATCHES + 1];
  guint64 *from = batches->order[0];
  guint64 *to = batches->order[1];

  for (guint i = 0; i < batches->n_batches; i++)
    ranks[ranked[i]] = i;
  for (guint i = 0; i < batches->n_ops; i++)
    from[i] = get_key (batches, &batches->ops[i], ranks[batches->ops[i].batch]) << INDEX_BITS | i;
  for (guint digit = 0; digit < N_DIGITS; digit++)
    {
      guint shift = INDEX_BITS + 8 * digit;
      guint starts[257] = { 0 };
      guint64 *swapped = from;

      for (guint i = 0; i < batches->n_ops; i++)
        starts[(from[i] >> shift & 0xff) + 1]++;
      for (guint i = 1; i < 256; i++)
        starts[i] += starts[i - 1];
      for (guint i = 0; i < batches->n_ops; i++)
        to[starts[from[i] >> shift & 0xff]++] = from[i];
      from = to;
      to = swapped;
    }
  return from;
}

static const AnnalsBatchOp *
get_op (const AnnalsBatches *batches, guint64 ordered)
{
  return &batches->ops[ordered & ((1 << INDEX_BITS) - 1)];
}

static void
show_chunk (AnnalsBatches *batches, cairo_t *cr)
{
  for (guint i = 0; i < G_N_ELEMENTS (batches->glyphs); i++)
    {
      if (batches->chunk.n[i] > 0)
        cairo_show_glyphs (cr, batches->glyphs[i], (gint) batches->chunk.n[i]);
      batches->chunk.n[i] = 0;
    }
}

/* Makes room for glyphs that cover @rect, together with those before them. */
static void
reserve (AnnalsBatches *batches, const AnnalsRect *rect, guint n)
{
  AnnalsBatchChunk *chunk = &batches->chunk;
  guint needed = chunk->n[0] + chunk->n[1] + n;

  if (chunk->n[0] == 0)
    *chunk = (AnnalsBatchChunk){
      .x0 = rect->x, .y0 = rect->y, .x1 = rect->x + rect->width, .y1 = rect->y + rect->height
    };
  chunk->x0 = MIN (chunk->x0, rect->x);
  chunk->y0 = MIN (chunk->y0, rect->y);
  chunk->x1 = MAX (chunk->x1, rect->x + rect->width);
  chunk->y1 = MAX (chunk->y1, rect->y + rect->height);
  chunk->area += rect->width * rect->height;
  if (needed <= batches->n_glyphs_allocated)
    return;
  batches->n_glyphs_allocated = MAX (2 * needed, 1024);
  for (guint i = 0; i < G_N_ELEMENTS (batches->glyphs); i++)
    batches->glyphs[i] = g_renew (cairo_glyph_t, batches->glyphs[i], batches->n_glyphs_allocated);
}

/* Whether a sign does not go well with those before it: what is translucent may not meet in one
 * mask, and no mask should be mostly empty. */
static gboolean
is_apart (const AnnalsBatches *batches, const AnnalsBatch *batch, const AnnalsRect *rect)
{
  const AnnalsBatchChunk *chunk = &batches->chunk;
  gdouble x1 = rect->x + rect->width;
  gdouble y1 = rect->y + rect->height;
  gdouble whole = (MAX (chunk->x1, x1) - MIN (chunk->x0, rect->x))
                  * (MAX (chunk->y1, y1) - MIN (chunk->y0, rect->y));

  return chunk->n[0] > 0 && rect->x < chunk->x1 && x1 > chunk->x0 && rect->y < chunk->y1
         && y1 > chunk->y0
         && (batch->rgba.alpha < 1.0
             || whole - chunk->area - rect->width * rect->height > MOST_WASTE_PX2);
}

static cairo_glyph_t *
add_sign (AnnalsBatches *batches, cairo_t *cr, const AnnalsBatch *batch, const AnnalsRect *rect)
{
  if (is_apart (batches, batch, rect))
    show_chunk (batches, cr);
  reserve (batches, rect, 1);
  return &batches->glyphs[0][batches->chunk.n[0]++];
}

/* Texts of one line follow one another. Of a text whose letters reach over their neighbours every
 * other is put apart, so that they need no mask. */
static void
add_text (AnnalsBatches *batches, cairo_t *cr, const AnnalsBatchOp *op)
{
  const AnnalsRun *run = op->u.text.run;
  const AnnalsRunPiece *piece = &run->pieces[op->u.text.piece];
  AnnalsRect bounds = { op->rect.x + run->left_px, op->rect.y + run->top_px, op->rect.width,
                        op->rect.height };
  AnnalsBatchChunk *chunk = &batches->chunk;
  guint step = run->overlaps ? 1 : piece->n_glyphs;

  if (op->rect.y != chunk->baseline || bounds.x < chunk->x1)
    show_chunk (batches, cr);
  reserve (batches, &bounds, piece->n_glyphs);
  chunk->baseline = op->rect.y;
  for (guint i = 0; i < piece->n_glyphs; i += step)
    {
      guint of = run->overlaps ? i % 2 : 0;

      annals_run_place (run, piece->first + i, step, op->rect.x, op->rect.y,
                        batches->glyphs[of] + chunk->n[of]);
      chunk->n[of] += step;
    }
}

static void
add_caps (AnnalsBatches *batches, cairo_t *cr, const AnnalsBatch *batch, const AnnalsBatchOp *op)
{
  AnnalsRect rect = op->rect;
  gdouble right = rect.x + rect.width;

  rect.width = ceil (op->u.radius);
  annals_sign_init (add_sign (batches, cr, batch, &rect), ANNALS_SIGN_LEFT_CAP, rect.x, rect.y,
                    rect.height, op->u.radius, 0.0);
  rect.x = right - rect.width;
  annals_sign_init (add_sign (batches, cr, batch, &rect), ANNALS_SIGN_RIGHT_CAP, rect.x, rect.y,
                    rect.height, op->u.radius, 0.0);
}

/* Of one measure there are many. */
static gdouble
get_arc (AnnalsBatches *batches, const AnnalsItem *item)
{
  if (item->dash != ANNALS_DASH_DASHED)
    return 0.0;
  if (item->radius_px != batches->arc_radius_px || item->stroke_px != batches->arc_stroke_px
      || batches->scale != batches->arc_scale)
    {
      batches->arc_radius_px = item->radius_px;
      batches->arc_stroke_px = item->stroke_px;
      batches->arc_scale = batches->scale;
      batches->arc_px = annals_frame_measure_arc (item, batches->scale);
    }
  return batches->arc_px;
}

typedef struct
{
  AnnalsBatches *batches;
  cairo_t *cr;
  const AnnalsBatch *batch;
} FrameDrawing;

static void
add_part_cb (const cairo_glyph_t *sign, const AnnalsRect *rect, gpointer user_data)
{
  FrameDrawing *drawing = user_data;

  *add_sign (drawing->batches, drawing->cr, drawing->batch, rect) = *sign;
}

/* Stripes are so near one another that they are drawn together, whatever lies between them. */
static void
add_stripe_cb (const cairo_glyph_t *sign, const AnnalsRect *rect, gpointer user_data)
{
  AnnalsBatches *batches = ((FrameDrawing *) user_data)->batches;

  reserve (batches, rect, 1);
  batches->glyphs[0][batches->chunk.n[0]++] = *sign;
}

static void
add_frame (AnnalsBatches *batches, cairo_t *cr, const AnnalsBatch *batch, const AnnalsItem *item)
{
  FrameDrawing drawing = { batches, cr, batch };

  if (item->kind != ANNALS_ITEM_HATCH)
    {
      annals_frame_foreach (item, get_arc (batches, item), add_part_cb, &drawing);
      return;
    }
  show_chunk (batches, cr);
  annals_frame_foreach (item, 0.0, add_stripe_cb, &drawing);
  show_chunk (batches, cr);
}

static void
put_part_cb (const cairo_glyph_t *sign, const AnnalsRect *rect, gpointer user_data)
{
  annals_raster_show_glyphs (user_data, sign, 1);
}

/* Fills boxes of one path. In it what overlaps would count once, so that what is translucent is
 * filled as soon as a box might meet one before it. */
static void
fill_boxes (AnnalsBatches *batches,
            cairo_t *cr,
            const AnnalsBatch *batch,
            const guint64 *order,
            guint n)
{
  gboolean opaque = batch->rgba.alpha >= 1.0;
  gboolean empty = TRUE;
  gdouble x0 = 0.0;
  gdouble y0 = 0.0;
  gdouble x1 = 0.0;
  gdouble y1 = 0.0;

  for (guint i = 0; i < n; i++)
    {
      const AnnalsBatchOp *op = get_op (batches, order[i]);
      const AnnalsRect *rect = &op->rect;
      gdouble inset = op->type == ANNALS_BATCH_OP_CAPPED_BOX ? ceil (op->u.radius) : 0.0;

      if (op->type == ANNALS_BATCH_OP_SIGN || op->type == ANNALS_BATCH_OP_FRAME
          || rect->width <= 2.0 * inset)
        continue;
      if (!empty && !opaque && rect->x < x1 && rect->x + rect->width > x0 && rect->y < y1
          && rect->y + rect->height > y0)
        {
          cairo_fill (cr);
          empty = TRUE;
        }
      cairo_rectangle (cr, rect->x + inset, rect->y, rect->width - 2.0 * inset, rect->height);
      x0 = empty ? rect->x : MIN (x0, rect->x);
      y0 = empty ? rect->y : MIN (y0, rect->y);
      x1 = empty ? rect->x + rect->width : MAX (x1, rect->x + rect->width);
      y1 = empty ? rect->y + rect->height : MAX (y1, rect->y + rect->height);
      empty = FALSE;
    }
  if (!empty)
    cairo_fill (cr);
}

static void
draw_shapes (AnnalsBatches *batches,
             cairo_t *cr,
             const AnnalsBatch *batch,
             const guint64 *order,
             guint n)
{
  gboolean has_signs = FALSE;

  fill_boxes (batches, cr, batch, order, n);
  for (guint i = 0; i < n; i++)
    {
      const AnnalsBatchOp *op = get_op (batches, order[i]);

      if (op->type == ANNALS_BATCH_OP_BOX)
        continue;
      if (!has_signs)
        cairo_set_scaled_font (cr, batches->signs);
      has_signs = TRUE;
      if (op->type == ANNALS_BATCH_OP_SIGN)
        *add_sign (batches, cr, batch, &op->rect) = op->u.sign;
      else if (op->type == ANNALS_BATCH_OP_FRAME)
        add_frame (batches, cr, batch, op->u.item);
      else
        add_caps (batches, cr, batch, op);
    }
  show_chunk (batches, cr);
}

static void
draw_texts (AnnalsBatches *batches,
            cairo_t *cr,
            const AnnalsBatch *batch,
            const guint64 *order,
            guint n)
{
  cairo_set_scaled_font (cr, batch->font);
  for (guint i = 0; i < n; i++)
    add_text (batches, cr, get_op (batches, order[i]));
  show_chunk (batches, cr);
}

static void
put_caps (AnnalsRaster *raster, const AnnalsBatchOp *op)
{
  const AnnalsRect *rect = &op->rect;
  gdouble width = ceil (op->u.radius);
  cairo_glyph_t caps[2];

  annals_sign_init (&caps[0], ANNALS_SIGN_LEFT_CAP, rect->x, rect->y, rect->height, op->u.radius,
                    0.0);
  annals_sign_init (&caps[1], ANNALS_SIGN_RIGHT_CAP, rect->x + rect->width - width, rect->y,
                    rect->height, op->u.radius, 0.0);
  annals_raster_show_glyphs (raster, caps, G_N_ELEMENTS (caps));
}

static void
put_box (AnnalsRaster *raster, const AnnalsBatchOp *op)
{
  gdouble inset = op->type == ANNALS_BATCH_OP_CAPPED_BOX ? ceil (op->u.radius) : 0.0;
  AnnalsRect box = { op->rect.x + inset, op->rect.y, op->rect.width - 2.0 * inset,
                     op->rect.height };

  if (box.width > 0.0)
    annals_raster_fill_box (raster, &box);
}

static void
put_shapes (AnnalsBatches *batches, const guint64 *order, guint n)
{
  annals_raster_set_font (batches->raster, batches->signs);
  for (guint i = 0; i < n; i++)
    {
      const AnnalsBatchOp *op = get_op (batches, order[i]);

      if (op->type != ANNALS_BATCH_OP_SIGN && op->type != ANNALS_BATCH_OP_FRAME)
        put_box (batches->raster, op);
    }
  for (guint i = 0; i < n; i++)
    {
      const AnnalsBatchOp *op = get_op (batches, order[i]);

      if (op->type == ANNALS_BATCH_OP_SIGN)
        annals_raster_show_glyphs (batches->raster, &op->u.sign, 1);
      else if (op->type == ANNALS_BATCH_OP_FRAME)
        annals_frame_foreach (op->u.item, get_arc (batches, op->u.item), put_part_cb,
                              batches->raster);
      else if (op->type == ANNALS_BATCH_OP_CAPPED_BOX)
        put_caps (batches->raster, op);
    }
}

static void
put_fades (AnnalsBatches *batches, const guint64 *order, guint n)
{
  annals_raster_set_font (batches->raster, batches->signs);
  for (guint i = 0; i < n; i++)
    {
      const AnnalsItem *item = get_op (batches, order[i])->u.item;
      AnnalsFadeStop stops[ANNALS_MAX_FADE_STOPS];
      guint n_stops = annals_item_get_fade_stops (item, stops);

      annals_raster_fill_fade (batches->raster, &item->rect, item->radius_px, stops, n_stops);
    }
}

static void
put_texts (AnnalsBatches *batches, const AnnalsBatch *batch, const guint64 *order, guint n)
{
  cairo_glyph_t glyphs[GLYPHS_AT_ONCE];

  annals_raster_set_font (batches->raster, batch->font);
  for (guint i = 0; i < n; i++)
    {
      const AnnalsBatchOp *op = get_op (batches, order[i]);
      const AnnalsRunPiece *piece = &op->u.text.run->pieces[op->u.text.piece];

      for (guint first = 0; first < piece->n_glyphs; first += GLYPHS_AT_ONCE)
        {
          guint n_glyphs = MIN (piece->n_glyphs - first, GLYPHS_AT_ONCE);

          annals_run_place (op->u.text.run, piece->first + first, n_glyphs, op->rect.x, op->rect.y,
                            glyphs);
          annals_raster_show_glyphs (batches->raster, glyphs, n_glyphs);
        }
    }
}

/* Puts a batch straight into an image, if it can be. */
static gboolean
put_batch (AnnalsBatches *batches,
           const AnnalsScene *scene,
           const AnnalsBatch *batch,
           const guint64 *order,
           guint n)
{
  const AnnalsRect *clip = batch->clip != ANNALS_CLIP_NONE
                               ? annals_scene_get_clip (scene, batch->clip)
                               : NULL;

  if (batch->kind == ANNALS_BATCH_ITEMS || !annals_raster_set_clip (batches->raster, clip))
    return FALSE;
  annals_raster_set_color (batches->raster, &batch->rgba);
  if (batch->kind == ANNALS_BATCH_SHAPES)
    put_shapes (batches, order, n);
  else if (batch->kind == ANNALS_BATCH_FADES)
    put_fades (batches, order, n);
  else
    put_texts (batches, batch, order, n);
  return TRUE;
}

static void
set_clip (cairo_t *cr, const AnnalsScene *scene, AnnalsClip clip)
{
  const AnnalsRect *rect = annals_scene_get_clip (scene, clip);

  cairo_restore (cr);
  cairo_save (cr);
  if (clip == ANNALS_CLIP_NONE)
    return;
  cairo_rectangle (cr, rect->x, rect->y, rect->width, rect->height);
  cairo_clip (cr);
}

static void
draw_batch (AnnalsBatches *batches,
            cairo_t *cr,
            const AnnalsBatch *batch,
            const guint64 *order,
            guint n,
            AnnalsBatchesFunc draw_item,
            gpointer user_data)
{
  if (batch->kind == ANNALS_BATCH_ITEMS || batch->kind == ANNALS_BATCH_FADES)
    {
      for (guint i = 0; i < n; i++)
        draw_item (get_op (batches, order[i])->u.item, user_data);
      return;
    }
  cairo_set_source_rgba (cr, batch->rgba.red, batch->rgba.green, batch->rgba.blue,
                         batch->rgba.alpha);
  if (batch->kind == ANNALS_BATCH_SHAPES)
    draw_shapes (batches, cr, batch, order, n);
  else
    draw_texts (batches, cr, batch, order, n);
}

static gdouble
get_scale (cairo_t *cr)
{
  cairo_matrix_t matrix;
  gdouble x;
  gdouble y;

  cairo_get_matrix (cr, &matrix);
  cairo_surface_get_device_scale (cairo_get_group_target (cr), &x, &y);
  return matrix.xx * x;
}

/**
 * annals_batches_draw:
 * @batches: batches
 * @cr: where to draw
 * @scene: the picture they are of
 * @draw_item: draws an item that is drawn alone
 * @user_data: handed to @draw_item
 *
 * Draws all of them.
 */
void
annals_batches_draw (AnnalsBatches *batches,
                     cairo_t *cr,
                     const AnnalsScene *scene,
                     AnnalsBatchesFunc draw_item,
                     gpointer user_data)
{
  gboolean is_image = annals_raster_begin (batches->raster, cr);
  AnnalsClip clip = ANNALS_CLIP_NONE;
  guint ranked[ANNALS_MOST_BATCHES];
  const guint64 *order;
  guint first = 0;

  rank_batches (batches, ranked);
  order = sort (batches, ranked);
  batches->scale = get_scale (cr);
  cairo_save (cr);
  while (first < batches->n_ops)
    {
      guint index = get_op (batches, order[first])->batch;
      const AnnalsBatch *batch = &batches->batches[index];
      guint n = 1;

      while (first + n < batches->n_ops && get_op (batches, order[first + n])->batch == index)
        n++;
      if (!is_image || !put_batch (batches, scene, batch, order + first, n))
        {
          if (is_image)
            annals_raster_flush (batches->raster);
          if (batch->clip != clip)
            set_clip (cr, scene, batch->clip);
          clip = batch->clip;
          draw_batch (batches, cr, batch, order + first, n, draw_item, user_data);
        }
      first += n;
    }
  cairo_restore (cr);
  if (is_image)
    annals_raster_end (batches->raster);
}
