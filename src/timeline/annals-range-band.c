/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>

#include "annals-picture.h"

/* The range of time that is selected, as a band behind the lanes with a handle at either end on the
 * axis, and how dragging on the axis changes it. */

#define BAND_OPACITY 0.11
#define AXIS_OPACITY 0.16
#define EDGE_PX 1.5
#define HANDLE_WIDTH_PX 7.0
#define HANDLE_HEIGHT_PX 22.0
#define CAPTION_PAD_PX 8.0
#define CAPTION_HEIGHT_PX 22.0
#define SEEN 0.15 /* least opacity of a tick that can be dragged to */

static gdouble
get_edge_x (const AnnalsScale *scale, AnnalsInstant instant)
{
  gdouble margin = scale->width_px;

  return CLAMP (annals_scale_get_x (scale, instant), scale->x_px - margin,
                scale->x_px + scale->width_px + margin);
}

/* The range ends with its last second. */
static AnnalsInstant
get_after (AnnalsInstant last)
{
  return last < ANNALS_INSTANT_LATEST ? last + 1 : last;
}

static void
draw_edge (AnnalsScene *scene, gdouble x_px, gdouble y_px, gdouble height_px)
{
  AnnalsRect line = { round (x_px), y_px, 0.0, height_px };

  annals_scene_add (scene, ANNALS_ITEM_LINE, ANNALS_ROLE_RANGE, &line)->stroke_px = EDGE_PX;
}

static void
draw_handle (AnnalsScene *scene, gdouble x_px, gdouble axis_px, gdouble k)
{
  AnnalsRect grip = { round (x_px) - HANDLE_WIDTH_PX * k / 2.0,
                      round ((axis_px - HANDLE_HEIGHT_PX * k) / 2.0), HANDLE_WIDTH_PX * k,
                      HANDLE_HEIGHT_PX * k };

  annals_scene_add (scene, ANNALS_ITEM_RECT, ANNALS_ROLE_HANDLE, &grip)->radius_px = HANDLE_WIDTH_PX
                                                                                     * k / 2.0;
}

/* In the middle of what can be seen of the range, and never beyond the time area. */
static void
draw_caption (AnnalsScene *scene,
              const AnnalsLayout *layout,
              const AnnalsPictureOptions *options,
              gdouble x0_px,
              gdouble x1_px)
{
  const AnnalsMetrics *metrics = annals_layout_get_metrics (layout);
  gdouble k = metrics->text_scale;
  gdouble left = options->scale.x_px;
  gdouble right = left + options->scale.width_px;
  gdouble text_px = annals_layout_measure (layout, ANNALS_FONT_LABEL_STRONG,
                                           options->range_caption);
  AnnalsRect plate = { 0.0, metrics->axis_height_px + 6.0 * k, text_px + 2.0 * CAPTION_PAD_PX * k,
                       CAPTION_HEIGHT_PX * k };
  gdouble middle = (CLAMP (x0_px, left, right) + CLAMP (x1_px, left, right)) / 2.0;

  plate.x = round (middle - plate.width / 2.0);
  plate.x = MAX (MIN (plate.x, right - plate.width - 4.0), left + 4.0);
  annals_scene_begin_group (scene, ANNALS_CLIP_LANES, -1, 0);
  annals_scene_add (scene, ANNALS_ITEM_RECT, ANNALS_ROLE_HANDLE, &plate)->radius_px = plate.height
                                                                                      / 2.0;
  annals_scene_add_text (
      scene, ANNALS_ROLE_BACKGROUND, ANNALS_FONT_LABEL_STRONG, plate.x + CAPTION_PAD_PX * k,
      round (plate.y + plate.height / 2.0 + metrics->baseline_px), options->range_caption);
}

/**
 * annals_range_band_draw:
 * @scene: a picture
 * @layout: its layout
 * @options: what is shown, perhaps with a range
 * @part: %ANNALS_CLIP_LANES for the band behind the lanes, or %ANNALS_CLIP_AXIS for what goes over
 *   the axis: the tint there, the handles and the caption
 *
 * Draws the range of time that is selected. An end that is open reaches to the edge.
 */
void
annals_range_band_draw (AnnalsScene *scene,
                        const AnnalsLayout *layout,
                        const AnnalsPictureOptions *options,
                        AnnalsClip part)
{
  const AnnalsMetrics *metrics = annals_layout_get_metrics (layout);
  gdouble axis_px = metrics->axis_height_px;
  gboolean lanes = part == ANNALS_CLIP_LANES;
  gdouble y = lanes ? axis_px : 0.0;
  gdouble height = lanes ? MAX (options->height_px - axis_px, 0.0) : axis_px;
  gdouble x0;
  gdouble x1;
  AnnalsRect band;

  if (options->range == NULL)
    return;
  x0 = get_edge_x (&options->scale, options->range->first);
  x1 = get_edge_x (&options->scale, get_after (options->range->last));
  band = (AnnalsRect){ x0, y, MAX (x1 - x0, 1.0), height };
  annals_scene_begin_group (scene, part, -1, 0);
  annals_scene_add (scene, ANNALS_ITEM_RECT, ANNALS_ROLE_RANGE, &band)->opacity
      = lanes ? BAND_OPACITY : AXIS_OPACITY;
  draw_edge (scene, x0, y, height);
  draw_edge (scene, x1, y, height);
  if (lanes)
    return;
  draw_handle (scene, x0, axis_px, metrics->text_scale);
  draw_handle (scene, x1, axis_px, metrics->text_scale);
  if (options->range_caption != NULL)
    draw_caption (scene, layout, options, x0, x1);
}

/* What a pixel is worth, as a unit that a person would name. */
static void
find_free_unit (const AnnalsScale *scale, gdouble x_px, AnnalsInstant *first, AnnalsInstant *last)
{
  AnnalsInstant instant = annals_scale_get_instant (scale, x_px);
  gint64 unit = scale->s_per_px < 60.0 ? 1 : scale->s_per_px < 3600.0 ? 60 : ANNALS_SECONDS_PER_DAY;
  AnnalsCivil civil;
  gint64 rest;

  if (scale->s_per_px >= 180.0 * ANNALS_SECONDS_PER_DAY)
    {
      annals_instant_to_civil (instant, &civil);
      *first = annals_instant_from_date (civil.year, 1, 1);
      *last = annals_instant_from_date (civil.year + 1, 1, 1) - 1;
      return;
    }
  rest = ((instant % unit) + unit) % unit;
  *first = instant - rest;
  *last = *first + unit - 1;
}

/**
 * annals_range_find_unit:
 * @layout: a layout
 * @scale: what time is shown
 * @x_px: a place on the axis
 * @free: whether ticks are of no account
 * @first: (out): first second of the unit
 * @last: (out): last second of the unit
 *
 * Finds what lies between the two ticks around a place: a year where the axis counts years. Freely,
 * it is what a pixel is worth: a year, a day, a minute or a second.
 */
void
annals_range_find_unit (const AnnalsLayout *layout,
                        const AnnalsScale *scale,
                        gdouble x_px,
                        gboolean free,
                        AnnalsInstant *first,
                        AnnalsInstant *last)
{
  AnnalsScale wide = *scale;
  gdouble margin = scale->width_px;
  g_autoptr (GArray) ticks = NULL;
  AnnalsInstant next = ANNALS_INSTANT_MAX;

  find_free_unit (scale, x_px, first, last);
  if (free)
    return;

  /* The ticks beyond the edges count too. */
  annals_scale_pan (&wide, margin);
  wide.x_px -= margin;
  wide.width_px += 2.0 * margin;
  ticks = annals_layout_build_ticks (layout, &wide);
  *first = ANNALS_INSTANT_MIN;
  for (guint i = 0; i < ticks->len; i++)
    {
      const AnnalsTick *tick = &g_array_index (ticks, AnnalsTick, i);

      if (!tick->major && tick->opacity < SEEN)
        continue;
      if (tick->x_px <= x_px)
        *first = MAX (*first, tick->instant);
      else
        next = MIN (next, tick->instant);
    }
  if (*first == ANNALS_INSTANT_MIN || next == ANNALS_INSTANT_MAX)
    find_free_unit (scale, x_px, first, last);
  else
    *last = next - 1;
}

/**
 * annals_range_drag:
 * @range: a range as it was when the drag began; for a new one, the unit where it began
 * @part: what is dragged
 * @layout: a layout
 * @scale: what time is shown
 * @x_px: where it is dragged to
 * @free: whether ticks are of no account
 *
 * Changes a range as a drag on the axis does: a new one goes from the unit where it began to the
 * one where it is now, whichever comes first. A handle goes to the nearest tick, and past the other
 * one it becomes that one.
 */
void
annals_range_drag (AnnalsRange *range,
                   AnnalsRangePart part,
                   const AnnalsLayout *layout,
                   const AnnalsScale *scale,
                   gdouble x_px,
                   gboolean free)
{
  AnnalsInstant first;
  AnnalsInstant last;
  AnnalsInstant edge;
  AnnalsInstant fixed;

  annals_range_find_unit (layout, scale, x_px, free, &first, &last);
  if (part == ANNALS_RANGE_AXIS)
    {
      range->first = MIN (range->first, first);
      range->last = MAX (range->last, last);
      return;
    }

  edge = x_px - annals_scale_get_x (scale, first) < annals_scale_get_x (scale, last + 1) - x_px
             ? first
             : last + 1;
  fixed = part == ANNALS_RANGE_BEGIN ? get_after (range->last) : range->first;
  if (edge == fixed)
    edge = part == ANNALS_RANGE_BEGIN ? MIN (first, fixed - 1) : MAX (last + 1, fixed + 1);
  range->first = MIN (edge, fixed);
  range->last = MAX (edge, fixed) - 1;
}
