/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>

#include "annals-batches.h"
#include "annals-frame.h"
#include "annals-painter.h"

/* A scene on Cairo. One small function draws each kind of item; a table picks it. */

/* What is wider is drawn in parts. */
#define WIDEST_SIGN_PX 32.0

/* A text in more fonts than that is drawn alone. */
#define MOST_PIECES 8

typedef struct
{
  cairo_t *cr;
  const AnnalsTheme *theme;
  AnnalsTypesetter *typesetter;
  AnnalsBatches *batches;
} Painter;

static void
set_source (Painter *painter, const AnnalsItem *item)
{
  AnnalsFadeStop stops[ANNALS_MAX_FADE_STOPS];
  cairo_pattern_t *pattern;
  AnnalsColor color;
  guint n_stops;

  annals_item_get_color (item, painter->theme, &color);
  if (!item->fades)
    {
      cairo_set_source_rgba (painter->cr, color.red, color.green, color.blue, color.alpha);
      return;
    }
  pattern = cairo_pattern_create_linear (item->rect.x, 0.0, item->rect.x + item->rect.width, 0.0);
  n_stops = annals_item_get_fade_stops (item, stops);
  for (guint i = 0; i < n_stops; i++)
    cairo_pattern_add_color_stop_rgba (pattern, stops[i].offset, color.red, color.green, color.blue,
                                       color.alpha * stops[i].opacity);
  cairo_set_source (painter->cr, pattern);
  cairo_pattern_destroy (pattern);
}

static void
set_stroke (Painter *painter, const AnnalsItem *item)
{
  static const gdouble dashed[] = { ANNALS_DASH_PX, ANNALS_DASH_PITCH_PX - ANNALS_DASH_PX };
  static const gdouble dotted[] = { ANNALS_DOT_PX, ANNALS_DOT_PITCH_PX - ANNALS_DOT_PX };

  cairo_set_line_width (painter->cr, item->stroke_px);
  cairo_set_line_cap (painter->cr, item->dash == ANNALS_DASH_DOTTED ? CAIRO_LINE_CAP_ROUND
                                                                    : CAIRO_LINE_CAP_BUTT);
  if (item->dash == ANNALS_DASH_DASHED)
    cairo_set_dash (painter->cr, dashed, G_N_ELEMENTS (dashed), 0.0);
  else if (item->dash == ANNALS_DASH_DOTTED)
    cairo_set_dash (painter->cr, dotted, G_N_ELEMENTS (dotted), 0.0);
  else
    cairo_set_dash (painter->cr, NULL, 0, 0.0);
}

static void
add_rounded (cairo_t *cr, const AnnalsRect *rect, gdouble inset, gdouble radius)
{
  gdouble x = rect->x + inset;
  gdouble y = rect->y + inset;
  gdouble width = MAX (rect->width - 2.0 * inset, 0.0);
  gdouble height = MAX (rect->height - 2.0 * inset, 0.0);
  gdouble r = MIN (MAX (radius - inset, 0.0), MIN (width, height) / 2.0);

  if (r <= 0.0)
    {
      cairo_rectangle (cr, x, y, width, height);
      return;
    }
  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - r, y + r, r, -G_PI_2, 0.0);
  cairo_arc (cr, x + width - r, y + height - r, r, 0.0, G_PI_2);
  cairo_arc (cr, x + r, y + height - r, r, G_PI_2, G_PI);
  cairo_arc (cr, x + r, y + r, r, G_PI, 3.0 * G_PI_2);
  cairo_close_path (cr);
}

static void
paint_rect (Painter *painter, const AnnalsItem *item)
{
  set_source (painter, item);
  add_rounded (painter->cr, &item->rect, 0.0, item->radius_px);
  cairo_fill (painter->cr);
}

static void
paint_outline (Painter *painter, const AnnalsItem *item)
{
  set_source (painter, item);
  set_stroke (painter, item);
  add_rounded (painter->cr, &item->rect, item->stroke_px / 2.0, item->radius_px);
  cairo_stroke (painter->cr);
}

static void
paint_line (Painter *painter, const AnnalsItem *item)
{
  const AnnalsRect *rect = &item->rect;

  set_source (painter, item);
  set_stroke (painter, item);
  cairo_move_to (painter->cr, rect->x, rect->y);
  cairo_line_to (painter->cr, rect->x + rect->width, rect->y + rect->height);
  cairo_stroke (painter->cr);
}

static void
paint_disc (Painter *painter, const AnnalsItem *item)
{
  const AnnalsRect *rect = &item->rect;
  gboolean ring = item->kind == ANNALS_ITEM_RING;
  gdouble radius = rect->width / 2.0 - (ring ? item->stroke_px / 2.0 : 0.0);

  cairo_new_path (painter->cr);
  cairo_arc (painter->cr, rect->x + rect->width / 2.0, rect->y + rect->height / 2.0,
             MAX (radius, 0.0), 0.0, 2.0 * G_PI);
  set_source (painter, item);
  if (!ring)
    {
      cairo_fill (painter->cr);
      return;
    }
  set_stroke (painter, item);
  cairo_stroke (painter->cr);
}

static void
paint_diamond (Painter *painter, const AnnalsItem *item)
{
  const AnnalsRect *rect = &item->rect;
  const AnnalsColor *paper = &painter->theme->background;
  gdouble middle_x = rect->x + rect->width / 2.0;
  gdouble middle_y = rect->y + rect->height / 2.0;

  cairo_move_to (painter->cr, middle_x, rect->y);
  cairo_line_to (painter->cr, rect->x + rect->width, middle_y);
  cairo_line_to (painter->cr, middle_x, rect->y + rect->height);
  cairo_line_to (painter->cr, rect->x, middle_y);
  cairo_close_path (painter->cr);
  cairo_set_source_rgba (painter->cr, paper->red, paper->green, paper->blue, paper->alpha);
  cairo_fill_preserve (painter->cr);
  set_source (painter, item);
  set_stroke (painter, item);
  cairo_stroke (painter->cr);
}

static void
paint_chevron (Painter *painter, const AnnalsItem *item)
{
  const AnnalsRect *rect = &item->rect;

  set_source (painter, item);
  set_stroke (painter, item);
  cairo_set_line_join (painter->cr, CAIRO_LINE_JOIN_MITER);
  cairo_move_to (painter->cr, rect->x, rect->y);
  cairo_line_to (painter->cr, rect->x + rect->width, rect->y + rect->height / 2.0);
  cairo_line_to (painter->cr, rect->x, rect->y + rect->height);
  cairo_stroke (painter->cr);
}

static void
paint_text (Painter *painter, const AnnalsItem *item)
{
  set_source (painter, item);
  annals_typesetter_show (painter->typesetter, painter->cr, item->font, item->text, item->rect.x,
                          item->rect.y);
}

static void
add_stripe_cb (gdouble x0, gdouble y0, gdouble x1, gdouble y1, gpointer user_data)
{
  Painter *painter = user_data;

  cairo_move_to (painter->cr, x0, y0);
  cairo_line_to (painter->cr, x1, y1);
}

static void
paint_hatch (Painter *painter, const AnnalsItem *item)
{
  cairo_new_path (painter->cr);
  annals_item_get_stripes (item, add_stripe_cb, painter);
  set_source (painter, item);
  set_stroke (painter, item);
  cairo_stroke (painter->cr);
}

static void
add_torn_side (Painter *painter, const AnnalsItem *item, gdouble left, gboolean upwards)
{
  guint n_teeth = annals_item_get_n_teeth (item);

  for (guint i = 0; i < n_teeth; i++)
    {
      gdouble x;
      gdouble y;

      annals_item_get_tooth (item, upwards ? n_teeth - 1 - i : i, &x, &y);
      cairo_line_to (painter->cr, left + x, y);
    }
}

static void
paint_tear (Painter *painter, const AnnalsItem *item)
{
  const AnnalsColor *paper = &painter->theme->background;
  gdouble left = item->rect.x;
  gdouble right = left + item->rect.width - ANNALS_TOOTH_PX;

  cairo_new_path (painter->cr);
  add_torn_side (painter, item, left, FALSE);
  add_torn_side (painter, item, right, TRUE);
  cairo_set_source_rgba (painter->cr, paper->red, paper->green, paper->blue, paper->alpha);
  cairo_fill (painter->cr);
  set_source (painter, item);
  set_stroke (painter, item);
  cairo_set_line_join (painter->cr, CAIRO_LINE_JOIN_MITER);
  cairo_new_path (painter->cr);
  add_torn_side (painter, item, left, FALSE);
  cairo_new_sub_path (painter->cr);
  add_torn_side (painter, item, right, FALSE);
  cairo_stroke (painter->cr);
}

static void (*const painters[]) (Painter *, const AnnalsItem *) = {
  [ANNALS_ITEM_RECT] = paint_rect,       [ANNALS_ITEM_OUTLINE] = paint_outline,
  [ANNALS_ITEM_LINE] = paint_line,       [ANNALS_ITEM_DISC] = paint_disc,
  [ANNALS_ITEM_RING] = paint_disc,       [ANNALS_ITEM_DIAMOND] = paint_diamond,
  [ANNALS_ITEM_CHEVRON] = paint_chevron, [ANNALS_ITEM_TEXT] = paint_text,
  [ANNALS_ITEM_HATCH] = paint_hatch,     [ANNALS_ITEM_TEAR] = paint_tear,
};

G_STATIC_ASSERT (G_N_ELEMENTS (painters) == ANNALS_ITEM_TEAR + 1);

/* What an item covers, with what of it is smoothed. A text reaches further than its line: marks may
 * stand above its letters and hang below them. */
static void
get_bounds (const AnnalsItem *item, AnnalsRect *bounds)
{
  const AnnalsRect *rect = &item->rect;
  gdouble margin = item->stroke_px + 1.0;
  gdouble size;

  if (item->kind == ANNALS_ITEM_TEXT)
    {
      size = annals_font_get_style (item->font)->size_px;
      *bounds = (AnnalsRect){ rect->x - 2.0 * size, rect->y - 3.0 * size, 1e5, 5.0 * size };
      return;
    }
  bounds->x = MIN (rect->x, rect->x + rect->width) - margin;
  bounds->y = MIN (rect->y, rect->y + rect->height) - margin;
  bounds->width = fabs (rect->width) + 2.0 * margin;
  bounds->height = fabs (rect->height) + 2.0 * margin;
}

static gboolean
is_outside (const AnnalsRect *bounds, const AnnalsRect *visible)
{
  return bounds->x > visible->x + visible->width || bounds->x + bounds->width < visible->x
         || bounds->y > visible->y + visible->height || bounds->y + bounds->height < visible->y;
}

static gboolean
is_whole (gdouble px)
{
  return fabs (px - round (px)) < 1e-6;
}

static gboolean
is_on_pixels (const AnnalsRect *rect)
{
  return is_whole (rect->x) && is_whole (rect->y) && is_whole (rect->width)
         && is_whole (rect->height);
}

static void
gather_sign (Painter *painter,
             const AnnalsItem *item,
             const AnnalsColor *color,
             AnnalsSignKind kind,
             gdouble a,
             gdouble b,
             gdouble c)
{
  const AnnalsRect *rect = &item->rect;
  cairo_glyph_t sign;
  AnnalsRect bounds;

  get_bounds (item, &bounds);
  annals_sign_init (&sign, kind, rect->x, rect->y, a, b, c);
  annals_batches_add_sign (painter->batches, item->clip, color, &sign, &bounds);
}

/* Each of these adds an item to the batches or, where it is not as simple as most are, returns
 * FALSE. */

static gboolean
gather_rect (Painter *painter, const AnnalsItem *item, const AnnalsColor *color)
{
  const AnnalsRect *rect = &item->rect;
  gdouble radius = MIN (item->radius_px, MIN (rect->width, rect->height) / 2.0);
  gboolean has_ends = is_on_pixels (rect) && rect->width >= 2.0 * ceil (radius);

  /* Ends, unlike a whole, are the same for all widths. */
  if (!has_ends && radius > 0.0 && rect->width <= WIDEST_SIGN_PX
      && rect->height <= ANNALS_SIGN_MOST_PX)
    {
      gather_sign (painter, item, color, ANNALS_SIGN_ROUND, rect->width, rect->height, radius);
      return TRUE;
    }
  if (!has_ends || rect->height < 0.0 || (radius > 0.0 && rect->height > ANNALS_SIGN_MOST_PX))
    return FALSE;
  annals_batches_add_box (painter->batches, item->clip, color, rect, MAX (radius, 0.0));
  return TRUE;
}

static gboolean
gather_frame (Painter *painter, const AnnalsItem *item, const AnnalsColor *color)
{
  AnnalsRect bounds;

  if (!annals_frame_has_parts (item))
    return FALSE;
  get_bounds (item, &bounds);
  annals_batches_add_frame (painter->batches, color, item, &bounds);
  return TRUE;
}

/* A line along the pixels is a rectangle. */
static gboolean
gather_line (Painter *painter, const AnnalsItem *item, const AnnalsColor *color)
{
  AnnalsRect rect = item->rect;

  if (item->dash == ANNALS_DASH_DOTTED)
    return gather_frame (painter, item, color);
  if (item->dash != ANNALS_DASH_NONE || (rect.width != 0.0 && rect.height != 0.0)
      || rect.width < 0.0 || rect.height < 0.0)
    return FALSE;
  if (rect.width != 0.0)
    rect = (AnnalsRect){ rect.x, rect.y - item->stroke_px / 2.0, rect.width, item->stroke_px };
  else
    rect = (AnnalsRect){ rect.x - item->stroke_px / 2.0, rect.y, item->stroke_px, rect.height };
  if (!is_on_pixels (&rect))
    return FALSE;
  annals_batches_add_box (painter->batches, item->clip, color, &rect, 0.0);
  return TRUE;
}

static gboolean
gather_disc (Painter *painter, const AnnalsItem *item, const AnnalsColor *color)
{
  gboolean ring = item->kind == ANNALS_ITEM_RING;

  if (item->rect.width != item->rect.height || item->rect.width > WIDEST_SIGN_PX
      || (ring && item->dash != ANNALS_DASH_NONE))
    return FALSE;
  gather_sign (painter, item, color, ring ? ANNALS_SIGN_RING : ANNALS_SIGN_DISC, item->rect.width,
               ring ? item->stroke_px : 0.0, 0.0);
  return TRUE;
}

static gboolean
gather_diamond (Painter *painter, const AnnalsItem *item, const AnnalsColor *color)
{
  const AnnalsRect *rect = &item->rect;

  if (rect->width > WIDEST_SIGN_PX || rect->height > WIDEST_SIGN_PX
      || item->dash != ANNALS_DASH_NONE)
    return FALSE;
  gather_sign (painter, item, &painter->theme->background, ANNALS_SIGN_DIAMOND, rect->width,
               rect->height, 0.0);
  if (item->stroke_px > 0.0)
    gather_sign (painter, item, color, ANNALS_SIGN_DIAMOND_EDGE, rect->width, rect->height,
                 item->stroke_px);
  return TRUE;
}

static gboolean
gather_chevron (Painter *painter, const AnnalsItem *item, const AnnalsColor *color)
{
  const AnnalsRect *rect = &item->rect;
  gboolean left = rect->width < 0.0;

  if (fabs (rect->width) > WIDEST_SIGN_PX || rect->height > WIDEST_SIGN_PX
      || item->dash != ANNALS_DASH_NONE)
    return FALSE;
  gather_sign (painter, item, color, left ? ANNALS_SIGN_CHEVRON_LEFT : ANNALS_SIGN_CHEVRON,
               fabs (rect->width), rect->height, item->stroke_px);
  return TRUE;
}

static gboolean
gather_text (Painter *painter, const AnnalsItem *item, const AnnalsColor *color)
{
  const AnnalsRun *run = annals_typesetter_get_run (painter->typesetter, item->font, item->text);

  if (run->layout != NULL || run->n_pieces > MOST_PIECES)
    return FALSE;
  annals_batches_add_text (painter->batches, item->clip, color, run, item->rect.x, item->rect.y);
  return TRUE;
}

static gboolean (*const gatherers[]) (Painter *, const AnnalsItem *, const AnnalsColor *) = {
  [ANNALS_ITEM_RECT] = gather_rect,       [ANNALS_ITEM_OUTLINE] = gather_frame,
  [ANNALS_ITEM_LINE] = gather_line,       [ANNALS_ITEM_DISC] = gather_disc,
  [ANNALS_ITEM_RING] = gather_disc,       [ANNALS_ITEM_DIAMOND] = gather_diamond,
  [ANNALS_ITEM_CHEVRON] = gather_chevron, [ANNALS_ITEM_TEXT] = gather_text,
  [ANNALS_ITEM_HATCH] = gather_frame,     [ANNALS_ITEM_TEAR] = NULL,
};

G_STATIC_ASSERT (G_N_ELEMENTS (gatherers) == G_N_ELEMENTS (painters));

/* Whether it is a rectangle on whole pixels with nothing but ends that fade and perhaps are round.
 */
static gboolean
is_plain_fade (const AnnalsItem *item)
{
  const AnnalsRect *rect = &item->rect;

  return item->kind == ANNALS_ITEM_RECT && item->fades && is_on_pixels (rect) && rect->width >= 1.0
         && rect->height >= 1.0
         && (item->radius_px == 0.0
             || (rect->height <= ANNALS_SIGN_MOST_PX && 2.0 * item->radius_px <= rect->height
                 && 2.0 * ceil (item->radius_px) <= rect->width));
}

static void
gather (Painter *painter, const AnnalsItem *item, const AnnalsRect *bounds)
{
  AnnalsColor color;

  if (!item->fades && gatherers[item->kind] != NULL)
    {
      annals_item_get_color (item, painter->theme, &color);
      if (gatherers[item->kind](painter, item, &color))
        return;
    }
  else if (is_plain_fade (item))
    {
      annals_item_get_color (item, painter->theme, &color);
      annals_batches_add_fade (painter->batches, &color, item, bounds);
      return;
    }
  annals_batches_add_item (painter->batches, item, bounds);
}

static void
paint_item_cb (const AnnalsItem *item, gpointer user_data)
{
  painters[item->kind](user_data, item);
}

/**
 * annals_item_get_bounds:
 * @item: an item
 * @typesetter: what texts were measured with
 * @bounds: (out): what it covers, a little more rather than less, but for its clip
 */
void
annals_item_get_bounds (const AnnalsItem *item, AnnalsTypesetter *typesetter, AnnalsRect *bounds)
{
  const AnnalsRun *run;

  get_bounds (item, bounds);
  if (item->kind != ANNALS_ITEM_TEXT)
    return;
  run = annals_typesetter_get_run (typesetter, item->font, item->text);
  *bounds = (AnnalsRect){ item->rect.x + run->left_px, item->rect.y + run->top_px,
                          run->right_px - run->left_px, run->bottom_px - run->top_px };
}

/* Whether a pixel of the picture is so many whole pixels of what is drawn on, which forgets what it
 * shows: then things are drawn as Cairo does it fastest. */
static gboolean
is_on_grid (cairo_t *cr)
{
  gdouble scale_x;
  gdouble scale_y;
  cairo_matrix_t matrix;

  if (annals_typesetter_is_on_paper (cr))
    return FALSE;
  cairo_get_matrix (cr, &matrix);
  cairo_surface_get_device_scale (cairo_get_group_target (cr), &scale_x, &scale_y);
  return matrix.xy == 0.0 && matrix.yx == 0.0 && matrix.xx == matrix.yy && scale_x == scale_y
         && matrix.xx > 0.0 && is_whole (matrix.xx * scale_x) && matrix.xx * scale_x > 0.5
         && is_whole (matrix.x0 * scale_x) && is_whole (matrix.y0 * scale_y);
}

static void
draw_gathered (Painter *painter, const AnnalsScene *scene, const AnnalsRect *visible)
{
  guint n_turns = annals_typesetter_get_n_turns (painter->typesetter);

  annals_batches_begin (painter->batches, visible);
  for (guint i = 0; i < annals_scene_get_n_items (scene); i++)
    {
      const AnnalsItem *item = annals_scene_get_item (scene, i);
      AnnalsRect bounds;

      get_bounds (item, &bounds);
      if (is_outside (&bounds, visible))
        continue;
      if (annals_batches_is_full (painter->batches)
          || annals_typesetter_get_n_turns (painter->typesetter) != n_turns)
        {
          annals_batches_draw (painter->batches, painter->cr, scene, paint_item_cb, painter);
          annals_batches_begin (painter->batches, visible);
          n_turns = annals_typesetter_get_n_turns (painter->typesetter);
        }
      gather (painter, item, &bounds);
    }
  annals_batches_draw (painter->batches, painter->cr, scene, paint_item_cb, painter);
}

static void
draw_in_order (Painter *painter, const AnnalsScene *scene, const AnnalsRect *visible)
{
  AnnalsClip clip = ANNALS_CLIP_NONE;

  cairo_save (painter->cr);
  for (guint i = 0; i < annals_scene_get_n_items (scene); i++)
    {
      const AnnalsItem *item = annals_scene_get_item (scene, i);
      const AnnalsRect *rect = annals_scene_get_clip (scene, item->clip);
      AnnalsRect bounds;

      get_bounds (item, &bounds);
      if (is_outside (&bounds, visible))
        continue;
      if (item->clip != clip)
        {
          cairo_restore (painter->cr);
          cairo_save (painter->cr);
          if (item->clip != ANNALS_CLIP_NONE)
            {
              cairo_rectangle (painter->cr, rect->x, rect->y, rect->width, rect->height);
              cairo_clip (painter->cr);
            }
          clip = item->clip;
        }
      painters[item->kind](painter, item);
    }
  cairo_restore (painter->cr);
}

static void
get_visible (cairo_t *cr, AnnalsRect *visible)
{
  gdouble right;
  gdouble bottom;

  cairo_clip_extents (cr, &visible->x, &visible->y, &right, &bottom);
  visible->width = right - visible->x;
  visible->height = bottom - visible->y;
}

/**
 * annals_painter_draw_in_order:
 * @cr: where to draw
 * @scene: the picture
 * @theme: its look
 * @typesetter: what the picture's texts were measured with
 *
 * Draws one item after another, as exactly as Cairo can: on paper and in files, where letters are
 * outlines. This is how a picture looks; annals_painter_draw() has to come to the same.
 */
void
annals_painter_draw_in_order (cairo_t *cr,
                              const AnnalsScene *scene,
                              const AnnalsTheme *theme,
                              AnnalsTypesetter *typesetter)
{
  Painter painter = { cr, theme, typesetter, NULL };
  AnnalsRect visible;

  get_visible (cr, &visible);
  draw_in_order (&painter, scene, &visible);
}

/**
 * annals_painter_draw:
 * @cr: where to draw
 * @scene: the picture
 * @theme: its look
 * @typesetter: what the picture's texts were measured with
 *
 * Draws the picture, in its own pixels from the origin of @cr: on a screen as much at once as there
 * is of one colour, elsewhere as annals_painter_draw_in_order() does.
 */
void
annals_painter_draw (cairo_t *cr,
                     const AnnalsScene *scene,
                     const AnnalsTheme *theme,
                     AnnalsTypesetter *typesetter)
{
  Painter painter = { cr, theme, typesetter, NULL };
  AnnalsRect visible;

  get_visible (cr, &visible);
  if (!annals_typesetter_get_outlines (typesetter) && is_on_grid (cr))
    painter.batches = annals_typesetter_get_batches (typesetter);
  if (painter.batches != NULL && annals_batches_can_draw (painter.batches, &visible))
    draw_gathered (&painter, scene, &visible);
  else
    draw_in_order (&painter, scene, &visible);
}
