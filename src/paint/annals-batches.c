/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>
#include <string.h>

#include "annals-batches.h"

/* Batches of what is drawn in one colour. A grid over the picture knows which batch last painted on
 * each of its cells, so that the order of what overlaps is kept without comparing every two things.
 * Glyphs, of texts and of signs, are handed to Cairo together where they are near each other: those
 * that overlap it draws by way of a mask as large as all of them. */

#define CELL_PX 4.0
#define MOST_BATCHES 255
#define MOST_OPS 4096
#define N_KEYS 512 /* a power of two, twice the batches */
#define N_BANDS 64
#define MOST_WASTE_PX2 4000.0 /* of a mask; a call of its own costs as much */
#define MOST_PX 16384.0
#define NO_BATCH 0

typedef enum
{
  KIND_SHAPES,
  KIND_TEXT,
  KIND_ITEMS,
} Kind;

typedef enum
{
  OP_BOX,
  OP_CAPPED_BOX,
  OP_SIGN,
  OP_TEXT,
  OP_ITEM,
} OpType;

typedef struct
{
  guint64 color; /* and kind and clip */
  AnnalsColor rgba;
  cairo_scaled_font_t *font;
  Kind kind;
  AnnalsClip clip;
  guint previous; /* of its colour and kind */
} Batch;

typedef struct
{
  guint64 color;
  cairo_scaled_font_t *font;
  guint batch; /* the last of its kind */
} Key;

typedef struct
{
  guint8 type;
  guint8 batch;
  guint8 band;
  AnnalsRect rect; /* what it covers; for texts, where it stands */
  union
  {
    gdouble radius;
    cairo_glyph_t sign;
    struct
    {
      const AnnalsRun *run;
      guint piece;
    } text;
    const AnnalsItem *item;
  } u;
} Op;

/* Glyphs that are about to be shown, and what they cover. */
typedef struct
{
  guint n;
  gdouble x0;
  gdouble y0;
  gdouble x1;
  gdouble y1;
  gdouble area;
} Chunk;

struct _AnnalsBatches
{
  cairo_scaled_font_t *signs;
  AnnalsRect visible;

  guint8 *cells;
  guint n_columns;
  guint n_rows;
  gsize n_allocated;

  Batch batches[MOST_BATCHES + 1]; /* from 1 */
  guint n_batches;
  Key keys[N_KEYS];

  Op ops[MOST_OPS];
  guint16 order[MOST_OPS];
  guint16 starts[(MOST_BATCHES + 1) * N_BANDS + 1];
  guint n_ops;

  cairo_glyph_t *glyphs;
  guint n_glyphs_allocated;
  Chunk chunk;
};

/**
 * annals_batches_new:
 *
 * Returns: (transfer full): room for batches; free it with annals_batches_free()
 */
AnnalsBatches *
annals_batches_new (void)
{
  AnnalsBatches *batches = g_new0 (AnnalsBatches, 1);

  batches->signs = annals_signs_create_font ();
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
  g_clear_pointer (&batches->signs, cairo_scaled_font_destroy);
  g_free (batches->cells);
  g_free (batches->glyphs);
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
  gsize n_cells;

  batches->visible = *visible;
  batches->n_columns = (guint) ceil (MAX (visible->width, 1.0) / CELL_PX) + 1;
  batches->n_rows = (guint) ceil (MAX (visible->height, 1.0) / CELL_PX) + 1;
  n_cells = (gsize) batches->n_columns * batches->n_rows;
  if (n_cells > batches->n_allocated)
    {
      g_free (batches->cells);
      batches->cells = g_malloc (n_cells);
      batches->n_allocated = n_cells;
    }
  memset (batches->cells, NO_BATCH, n_cells);
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
  return batches->n_ops > MOST_OPS - 32 || batches->n_batches > MOST_BATCHES - 32;
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

typedef struct
{
  guint column;
  guint row;
  guint n_columns;
  guint n_rows;
} Cells;

static guint
to_cell (gdouble px, guint n)
{
  gdouble cell = px / CELL_PX;

  return cell > 0.0 ? MIN ((guint) MIN (cell, 1e6), n - 1) : 0;
}

static void
get_cells (const AnnalsBatches *batches, const AnnalsRect *rect, Cells *cells)
{
  gdouble x = rect->x - batches->visible.x;
  gdouble y = rect->y - batches->visible.y;

  cells->column = to_cell (x, batches->n_columns);
  cells->row = to_cell (y, batches->n_rows);
  cells->n_columns = to_cell (x + rect->width - 1e-6, batches->n_columns) - cells->column + 1;
  cells->n_rows = to_cell (y + rect->height - 1e-6, batches->n_rows) - cells->row + 1;
}

/* The last batch in a row of cells, if it is later than @last. Mostly one batch has painted all of
 * it, so that eight cells are looked at at once. */
static guint8
get_last_in_row (const guint8 *row, guint n, guint8 last)
{
  guint i = 0;

  for (; i + 8 <= n; i += 8)
    {
      guint64 same = last * 0x0101010101010101u;

      if (memcmp (row + i, &same, 8) == 0)
        continue;
      for (guint j = i; j < i + 8; j++)
        last = MAX (last, row[j]);
    }
  for (; i < n; i++)
    last = MAX (last, row[i]);
  return last;
}

static guint
get_last (const AnnalsBatches *batches, const Cells *cells)
{
  guint8 last = NO_BATCH;

  for (guint i = 0; i < cells->n_rows && last < batches->n_batches; i++)
    last = get_last_in_row (batches->cells + (gsize) (cells->row + i) * batches->n_columns
                                + cells->column,
                            cells->n_columns, last);
  return last;
}

static void
set_last (AnnalsBatches *batches, const Cells *cells, guint batch)
{
  for (guint i = 0; i < cells->n_rows; i++)
    memset (batches->cells + (gsize) (cells->row + i) * batches->n_columns + cells->column,
            (gint) batch, cells->n_columns);
}

static guint64
pack (Kind kind, AnnalsClip clip, const AnnalsColor *color)
{
  guint64 packed = (guint64) kind << 2 | clip;

  packed = packed << 12 | (guint64) (color->red * 4095.0 + 0.5);
  packed = packed << 12 | (guint64) (color->green * 4095.0 + 0.5);
  packed = packed << 12 | (guint64) (color->blue * 4095.0 + 0.5);
  return packed << 12 | (guint64) (color->alpha * 4095.0 + 0.5);
}

static Key *
find_key (AnnalsBatches *batches, guint64 color, cairo_scaled_font_t *font)
{
  guint64 hash = (color ^ (guint64) (guintptr) font >> 4) * 0x9e3779b97f4a7c15u;

  for (guint i = hash >> 55;; i = (i + 1) & (N_KEYS - 1))
    {
      Key *key = &batches->keys[i];

      if (key->batch == NO_BATCH || (key->color == color && key->font == font))
        return key;
    }
}

/* The batch that something has to be drawn with: the first of its colour and kind that comes no
 * earlier than what lies under it. */
static guint
find_batch (AnnalsBatches *batches,
            Kind kind,
            AnnalsClip clip,
            const AnnalsColor *color,
            cairo_scaled_font_t *font,
            guint least)
{
  guint64 packed = pack (kind, clip, color);
  Key *key = find_key (batches, packed, font);
  guint batch = key->batch;

  if (batch == NO_BATCH || batch < least)
    {
      batch = ++batches->n_batches;
      batches->batches[batch] = (Batch){ packed, *color, font, kind, clip, key->batch };
      *key = (Key){ packed, font, batch };
      return batch;
    }
  while (batches->batches[batch].previous >= MAX (least, 1))
    batch = batches->batches[batch].previous;
  return batch;
}

static Op *
add_op (AnnalsBatches *batches,
        OpType type,
        Kind kind,
        AnnalsClip clip,
        const AnnalsColor *color,
        cairo_scaled_font_t *font,
        const AnnalsRect *bounds)
{
  gdouble band = (bounds->y - batches->visible.y) * N_BANDS / MAX (batches->visible.height, 1.0);
  Cells cells;
  guint batch;
  Op *op;

  get_cells (batches, bounds, &cells);
  batch = find_batch (batches, kind, clip, color, font, get_last (batches, &cells));
  set_last (batches, &cells, batch);
  op = &batches->ops[batches->n_ops++];
  op->type = (guint8) type;
  op->batch = (guint8) batch;
  op->band = kind == KIND_ITEMS ? 0 : (guint8) CLAMP (band, 0.0, N_BANDS - 1.0);
  op->rect = *bounds;
  return op;
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
  OpType type = radius_px > 0.0 ? OP_CAPPED_BOX : OP_BOX;

  add_op (batches, type, KIND_SHAPES, clip, color, NULL, rect)->u.radius = radius_px;
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
  add_op (batches, OP_SIGN, KIND_SHAPES, clip, color, NULL, bounds)->u.sign = *sign;
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
      Op *op = add_op (batches, OP_TEXT, KIND_TEXT, clip, color, run->pieces[i].font, &bounds);

      op->u.text.run = run;
      op->u.text.piece = i;
      op->rect.x = x_px;
      op->rect.y = baseline_px;
    }
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

  add_op (batches, OP_ITEM, KIND_ITEMS, item->clip, &none, NULL, bounds)->u.item = item;
}

/* Puts the operations in order: batch by batch, from top to bottom. Of two that are equal, the one
 * that was added first comes first. */
static void
sort (AnnalsBatches *batches)
{
  guint n_starts = (batches->n_batches + 1) * N_BANDS + 1;

  memset (batches->starts, 0, n_starts * sizeof *batches->starts);
  for (guint i = 0; i < batches->n_ops; i++)
    batches->starts[batches->ops[i].batch * N_BANDS + batches->ops[i].band + 1]++;
  for (guint i = 1; i < n_starts; i++)
    batches->starts[i] = (guint16) (batches->starts[i] + batches->starts[i - 1]);
  for (guint i = 0; i < batches->n_ops; i++)
    batches->order[batches->starts[batches->ops[i].batch * N_BANDS + batches->ops[i].band]++]
        = (guint16) i;
}

static void
show_chunk (AnnalsBatches *batches, cairo_t *cr)
{
  if (batches->chunk.n > 0)
    cairo_show_glyphs (cr, batches->glyphs, (gint) batches->chunk.n);
  batches->chunk.n = 0;
}

/* Makes room for glyphs that cover @rect, and shows those before them if all together would not do
 * well: what is translucent may not meet in one mask, and no mask should be mostly empty. */
static cairo_glyph_t *
reserve (AnnalsBatches *batches, cairo_t *cr, const Batch *batch, const AnnalsRect *rect, guint n)
{
  Chunk *chunk = &batches->chunk;
  gdouble x1 = rect->x + rect->width;
  gdouble y1 = rect->y + rect->height;
  gdouble area = rect->width * rect->height;
  gboolean meets = chunk->n > 0 && rect->x < chunk->x1 && x1 > chunk->x0 && rect->y < chunk->y1
                   && y1 > chunk->y0;
  gdouble whole = (MAX (chunk->x1, x1) - MIN (chunk->x0, rect->x))
                  * (MAX (chunk->y1, y1) - MIN (chunk->y0, rect->y));

  if (chunk->n > 0
      && ((meets && batch->rgba.alpha < 1.0)
          || ((meets || batch->kind == KIND_TEXT) && whole - chunk->area - area > MOST_WASTE_PX2)))
    show_chunk (batches, cr);
  if (chunk->n == 0)
    *chunk = (Chunk){ 0, rect->x, rect->y, x1, y1, 0.0 };
  chunk->x0 = MIN (chunk->x0, rect->x);
  chunk->y0 = MIN (chunk->y0, rect->y);
  chunk->x1 = MAX (chunk->x1, x1);
  chunk->y1 = MAX (chunk->y1, y1);
  chunk->area += area;
  if (chunk->n + n > batches->n_glyphs_allocated)
    {
      batches->n_glyphs_allocated = MAX (2 * (chunk->n + n), 1024);
      batches->glyphs = g_renew (cairo_glyph_t, batches->glyphs, batches->n_glyphs_allocated);
    }
  chunk->n += n;
  return batches->glyphs + chunk->n - n;
}

static void
add_text_glyphs (AnnalsBatches *batches, cairo_t *cr, const Batch *batch, const Op *op)
{
  const AnnalsRun *run = op->u.text.run;
  const AnnalsRunPiece *piece = &run->pieces[op->u.text.piece];
  AnnalsRect bounds = { op->rect.x + run->left_px, op->rect.y + run->top_px, op->rect.width,
                        op->rect.height };

  annals_run_place (run, piece->first, piece->n_glyphs, op->rect.x, op->rect.y,
                    reserve (batches, cr, batch, &bounds, piece->n_glyphs));
}

static void
add_caps (AnnalsBatches *batches, cairo_t *cr, const Batch *batch, const Op *op)
{
  AnnalsRect rect = op->rect;
  gdouble right = rect.x + rect.width;

  rect.width = ceil (op->u.radius);
  annals_sign_init (reserve (batches, cr, batch, &rect, 1), ANNALS_SIGN_LEFT_CAP, rect.x, rect.y,
                    rect.height, op->u.radius, 0.0);
  rect.x = right - rect.width;
  annals_sign_init (reserve (batches, cr, batch, &rect, 1), ANNALS_SIGN_RIGHT_CAP, rect.x, rect.y,
                    rect.height, op->u.radius, 0.0);
}

/* Fills boxes of one path. In it what overlaps would count once, so that what is translucent is
 * filled as soon as a box might meet one before it. */
static void
fill_boxes (AnnalsBatches *batches, cairo_t *cr, const Batch *batch, guint first, guint end)
{
  gboolean opaque = batch->rgba.alpha >= 1.0;
  gboolean empty = TRUE;
  gdouble x0 = 0.0;
  gdouble y0 = 0.0;
  gdouble x1 = 0.0;
  gdouble y1 = 0.0;

  for (guint i = first; i < end; i++)
    {
      const Op *op = &batches->ops[batches->order[i]];
      const AnnalsRect *rect = &op->rect;
      gdouble inset = op->type == OP_CAPPED_BOX ? ceil (op->u.radius) : 0.0;

      if (op->type == OP_SIGN || rect->width <= 2.0 * inset)
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
draw_shapes (AnnalsBatches *batches, cairo_t *cr, const Batch *batch, guint first, guint end)
{
  gboolean has_signs = FALSE;

  fill_boxes (batches, cr, batch, first, end);
  for (guint i = first; i < end; i++)
    {
      const Op *op = &batches->ops[batches->order[i]];

      if (op->type == OP_BOX)
        continue;
      if (!has_signs)
        cairo_set_scaled_font (cr, batches->signs);
      has_signs = TRUE;
      if (op->type == OP_SIGN)
        *reserve (batches, cr, batch, &op->rect, 1) = op->u.sign;
      else
        add_caps (batches, cr, batch, op);
    }
  show_chunk (batches, cr);
}

static void
draw_texts (AnnalsBatches *batches, cairo_t *cr, const Batch *batch, guint first, guint end)
{
  cairo_set_scaled_font (cr, batch->font);
  for (guint i = first; i < end; i++)
    add_text_glyphs (batches, cr, batch, &batches->ops[batches->order[i]]);
  show_chunk (batches, cr);
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
  AnnalsClip clip = ANNALS_CLIP_NONE;
  guint first = 0;

  sort (batches);
  batches->chunk.n = 0;
  cairo_save (cr);
  for (guint i = 1; i <= batches->n_batches; i++)
    {
      const Batch *batch = &batches->batches[i];
      /* Having been counted up, each start is now that of the next band. */
      guint end = batches->starts[i * N_BANDS + N_BANDS - 1];

      if (batch->clip != clip)
        set_clip (cr, scene, batch->clip);
      clip = batch->clip;
      if (batch->kind != KIND_ITEMS)
        cairo_set_source_rgba (cr, batch->rgba.red, batch->rgba.green, batch->rgba.blue,
                               batch->rgba.alpha);
      if (batch->kind == KIND_SHAPES)
        draw_shapes (batches, cr, batch, first, end);
      else if (batch->kind == KIND_TEXT)
        draw_texts (batches, cr, batch, first, end);
      else
        for (guint j = first; j < end; j++)
          draw_item (batches->ops[batches->order[j]].u.item, user_data);
      first = end;
    }
  cairo_restore (cr);
}
