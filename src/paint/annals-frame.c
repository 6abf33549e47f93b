/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>

#include "annals-frame.h"
#include "annals-painter.h"
#include "annals-signs.h"

/* Outlines, dotted lines and hatches in parts that recur from one to another: the ends of an
 * outline, and stretches of its sides, so many dashes long; dots; stripes. Each is a sign, of which
 * there is an image. */

#define STRETCH_PX (9.0 * ANNALS_DASH_PITCH_PX)
#define TOLERANCE_PX 0.1 /* of Cairo, with which it makes lines of arcs */
#define MOST_STROKE_PX 8.0
#define MOST_WIDTH_PX 16384.0

typedef struct
{
  const AnnalsItem *item;
  AnnalsFrameFunc func;
  gpointer user_data;
} Frame;

static gboolean
is_whole (gdouble px)
{
  return px == floor (px);
}

/**
 * annals_frame_has_parts:
 * @item: an item
 *
 * Returns: whether it is an outline, a dotted line or a hatch that can be put together of signs
 */
gboolean
annals_frame_has_parts (const AnnalsItem *item)
{
  const AnnalsRect *rect = &item->rect;

  if (item->fades || item->stroke_px <= 0.0 || item->stroke_px > MOST_STROKE_PX)
    return FALSE;
  if (rect->width <= 0.0 || rect->width > MOST_WIDTH_PX)
    return FALSE;
  if (item->kind == ANNALS_ITEM_LINE)
    return item->dash == ANNALS_DASH_DOTTED && rect->height == 0.0;
  if (item->kind == ANNALS_ITEM_HATCH)
    return item->dash == ANNALS_DASH_NONE && rect->height < ANNALS_SIGN_MOST_PX - 2.0
           && is_whole (rect->x) && is_whole (rect->y) && is_whole (rect->height);
  return item->kind == ANNALS_ITEM_OUTLINE && item->dash != ANNALS_DASH_DOTTED && is_whole (rect->x)
         && is_whole (rect->y) && is_whole (rect->width) && is_whole (rect->height)
         && is_whole (item->radius_px) && item->radius_px > item->stroke_px
         && item->radius_px < ANNALS_SIGN_MOST_PX && rect->height < ANNALS_SIGN_MOST_PX
         && 2.0 * item->radius_px <= rect->height && 2.0 * item->radius_px <= rect->width;
}

/**
 * annals_frame_measure_arc:
 * @item: an outline
 * @scale: how many pixels there are for one of the picture
 *
 * Returns: how long the lines are that Cairo makes of the arc of a corner, along which dashes go on
 */
gdouble
annals_frame_measure_arc (const AnnalsItem *item, gdouble scale)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 1, 1);
  cairo_t *cr = cairo_create (surface);
  gdouble length = 0.0;
  gdouble x = 0.0;
  gdouble y = 0.0;
  cairo_path_t *path;

  cairo_set_tolerance (cr, TOLERANCE_PX / scale);
  cairo_arc (cr, 0.0, 0.0, item->radius_px - item->stroke_px / 2.0, -G_PI_2, 0.0);
  path = cairo_copy_path_flat (cr);
  for (gint i = 0; i < path->num_data; i += path->data[i].header.length)
    {
      const cairo_path_data_t *point = &path->data[i + 1];

      if (path->data[i].header.type == CAIRO_PATH_LINE_TO)
        length += hypot (point->point.x - x, point->point.y - y);
      x = point->point.x;
      y = point->point.y;
    }
  cairo_path_destroy (path);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return length;
}

static gdouble
go_on (gdouble phase, gdouble length)
{
  return fmod (phase + length, ANNALS_DASH_PITCH_PX);
}

static void
add_part (const Frame *frame, AnnalsSignKind kind, const AnnalsRect *rect, gdouble phase)
{
  const AnnalsItem *item = frame->item;
  gboolean is_end = kind == ANNALS_SIGN_FRAME_LEFT || kind == ANNALS_SIGN_FRAME_RIGHT;
  gdouble a = is_end ? rect->height : rect->width;
  gdouble b = is_end ? item->radius_px : 0.0;
  cairo_glyph_t sign;

  if (item->dash == ANNALS_DASH_DASHED)
    annals_sign_init_dashed (&sign, kind, rect->x, rect->y, a, b, item->stroke_px, phase);
  else
    annals_sign_init (&sign, kind, rect->x, rect->y, a, b, item->stroke_px);
  frame->func (&sign, rect, frame->user_data);
}

static void
add_sides (const Frame *frame, gdouble top_phase, gdouble bottom_phase)
{
  const AnnalsRect *rect = &frame->item->rect;
  gdouble stroke = ceil (frame->item->stroke_px);
  gdouble left = rect->x + frame->item->radius_px;
  gdouble right = rect->x + rect->width - frame->item->radius_px;

  for (gdouble x = left; x < right; x += STRETCH_PX)
    add_part (frame, ANNALS_SIGN_FRAME_TOP,
              &(AnnalsRect){ x, rect->y, MIN (right - x, STRETCH_PX), stroke }, top_phase);
  for (gdouble x = right; x > left; x -= STRETCH_PX)
    add_part (frame, ANNALS_SIGN_FRAME_BOTTOM,
              &(AnnalsRect){ MAX (x - STRETCH_PX, left), rect->y + rect->height - stroke,
                             MIN (x - left, STRETCH_PX), stroke },
              bottom_phase);
}

static void
add_dots (const Frame *frame)
{
  const AnnalsRect *rect = &frame->item->rect;
  gdouble stroke = frame->item->stroke_px;
  cairo_glyph_t sign;

  for (gdouble x = 0.0; x < rect->width; x += ANNALS_DOT_PITCH_PX)
    {
      AnnalsRect dot = { rect->x + x - stroke / 2.0, rect->y - stroke / 2.0, stroke, stroke };

      annals_sign_init (&sign, ANNALS_SIGN_DOT, dot.x, dot.y, stroke, 0.0, 0.0);
      frame->func (&sign, &dot, frame->user_data);
    }
}

static gdouble
round_to_units (gdouble px)
{
  return floor (px * ANNALS_SIGN_UNITS + 0.5) / ANNALS_SIGN_UNITS;
}

/* What is lost of its place by rounding is made up for along the stripe. */
static void
add_stripe_cb (gdouble x0, gdouble y0, gdouble x1, gdouble y1, gpointer user_data)
{
  const Frame *frame = user_data;
  gdouble stroke = frame->item->stroke_px;
  AnnalsRect rect = { x0 - stroke / 2.0, y1 - stroke / 2.0, x1 - x0 + stroke, y0 - y1 + stroke };
  gdouble width = round_to_units (x1 - x0);
  gdouble top = round_to_units (y1);
  gdouble left = x1 - width + y1 - top;
  gdouble rest = (left - round_to_units (left)) * ANNALS_SIGN_UNITS + 0.5;
  cairo_glyph_t sign;

  annals_sign_init (&sign, ANNALS_SIGN_STRIPE, left, top, width, stroke * ANNALS_STRIPE_TIMES,
                    rest);
  frame->func (&sign, &rect, frame->user_data);
}

/**
 * annals_frame_foreach:
 * @item: an item that has parts
 * @arc_px: of an outline with dashes, what annals_frame_measure_arc() says
 * @func: what to call for each
 * @user_data: handed to @func
 *
 * Takes an item apart. No two parts cover the same. Dashes begin where the upper right corner does,
 * and run clockwise.
 */
void
annals_frame_foreach (const AnnalsItem *item,
                      gdouble arc_px,
                      AnnalsFrameFunc func,
                      gpointer user_data)
{
  const AnnalsRect *rect = &item->rect;
  Frame frame = { item, func, user_data };
  gdouble radius = item->radius_px;
  gdouble end_px = 2.0 * arc_px + rect->height - 2.0 * radius;
  gdouble bottom_phase = go_on (0.0, end_px);
  gdouble left_phase = go_on (bottom_phase, rect->width - 2.0 * radius);

  if (item->kind == ANNALS_ITEM_LINE)
    {
      add_dots (&frame);
      return;
    }
  if (item->kind == ANNALS_ITEM_HATCH)
    {
      annals_item_get_stripes (item, add_stripe_cb, &frame);
      return;
    }
  add_part (&frame, ANNALS_SIGN_FRAME_RIGHT,
            &(AnnalsRect){ rect->x + rect->width - radius, rect->y, radius, rect->height }, 0.0);
  add_part (&frame, ANNALS_SIGN_FRAME_LEFT, &(AnnalsRect){ rect->x, rect->y, radius, rect->height },
            left_phase);
  add_sides (&frame, go_on (left_phase, end_px), bottom_phase);
}
