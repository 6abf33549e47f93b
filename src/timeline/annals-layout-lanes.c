/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>

#include "annals-layout-private.h"

/* How high lanes and rows are. A lane that folds always has as many rows as fall to it, so that
 * lanes stay where they are while one zooms and pans, and below them a strip for its clusters. */

#define MOST_SPREAD 1.6
#define PITCH_STEPS 12
#define STRIP_PX 20.0
#define LEAST_SHARE 4
#define USUAL_SHARE 5 /* where the height follows from what is laid out */
#define MOST_SHARE 32

static gdouble
get_lane_rows (const AnnalsLayout *layout, guint lane)
{
  gdouble before = g_array_index (layout->rows_before, guint, lane);
  gdouble now = g_array_index (layout->rows, guint, lane);

  return before + (now - before) * layout->progress;
}

/**
 * annals_layout_set_progress:
 * @layout: a layout
 * @progress: 0 for the rows before the last packing, 1 for those after it
 *
 * Moves the rows between what they were and what they are.
 */
void
annals_layout_set_progress (AnnalsLayout *layout, gdouble progress)
{
  layout->progress = CLAMP (progress, 0.0, 1.0);
  annals_layout_fit_height (layout, layout->fitted_px);
}

static gdouble
get_strip_height (const AnnalsLayout *layout, guint lane)
{
  return annals_layout_get_lane (layout, lane)->folds ? STRIP_PX * layout->metrics.text_scale : 0.0;
}

static gdouble
get_height_of_rows (const AnnalsLayout *layout,
                    guint lane,
                    gdouble n_rows,
                    gdouble strip_px,
                    gdouble pitch_px)
{
  gdouble open = MAX (layout->metrics.lane_min_px,
                      n_rows * pitch_px + strip_px + 2.0 * layout->metrics.lane_padding_px);

  if (annals_layout_get_lane (layout, lane)->hidden)
    return 0.0;
  return annals_layout_close (layout, lane, open, layout->metrics.lane_closed_px);
}

static gdouble
get_lane_height (const AnnalsLayout *layout, guint lane, gdouble pitch_px)
{
  return get_height_of_rows (layout, lane, get_lane_rows (layout, lane),
                             get_strip_height (layout, lane), pitch_px);
}

/* How high a lane is with so many rows, and a strip for clusters if @folded. */
gdouble
annals_layout_get_lane_height (const AnnalsLayout *layout,
                               guint lane,
                               guint n_rows,
                               gboolean folded,
                               gdouble pitch_px)
{
  return get_height_of_rows (layout, lane, n_rows,
                             folded ? STRIP_PX * layout->metrics.text_scale : 0.0, pitch_px);
}

/* How many rows fall to each lane that folds, as the height was fitted last. */
guint
annals_layout_get_lane_share (const AnnalsLayout *layout)
{
  gdouble pitch = layout->metrics.row_min_px;
  gdouble height_px = layout->fitted_px;
  guint n_lanes = 0;
  gdouble share;

  for (guint i = 0; i < layout->lanes->len; i++)
    {
      const AnnalsLayoutLane *lane = annals_layout_get_lane (layout, i);

      n_lanes += !lane->hidden && lane->closed < 0.5;
      if (!lane->hidden && lane->closed >= 0.5)
        height_px -= layout->metrics.lane_closed_px;
    }
  if (layout->fitted_px <= 0.0 || n_lanes == 0)
    return USUAL_SHARE;
  share = height_px / n_lanes - STRIP_PX * layout->metrics.text_scale
          - 2.0 * layout->metrics.lane_padding_px;
  return (guint) CLAMP (share / pitch, LEAST_SHARE, MOST_SHARE);
}

static gdouble
get_height_with_pitch (const AnnalsLayout *layout, gdouble pitch_px)
{
  gdouble height = 0.0;

  for (guint i = 0; i < layout->lanes->len; i++)
    height += get_lane_height (layout, i, pitch_px);
  return height;
}

/* Places the lanes one below the other, each so much higher than its rows need. */
static void
place_lanes (AnnalsLayout *layout, gdouble pitch_px, gdouble stretch)
{
  gdouble top = 0.0;

  for (guint i = 0; i < layout->lanes->len; i++)
    {
      guint index = annals_layout_get_lane_at (layout, i);
      AnnalsLayoutLane *lane = &g_array_index (layout->lanes, AnnalsLayoutLane, index);
      gdouble height = get_lane_height (layout, index, pitch_px) * stretch;

      lane->top_px = round (top);
      lane->pitch_px = pitch_px;
      lane->height_px = round (top + height) - lane->top_px;
      lane->top_px += round (lane->shift_px);
      top += height;
    }
  layout->lanes_px = round (top);
}

/* The greatest pitch between the two at which the lanes are no higher than that. */
static gdouble
find_pitch (AnnalsLayout *layout, gdouble low, gdouble high, gdouble height_px)
{
  for (guint i = 0; i < PITCH_STEPS; i++)
    {
      gdouble middle = (low + high) / 2.0;

      if (get_height_with_pitch (layout, middle) > height_px)
        high = middle;
      else
        low = middle;
    }
  return low;
}

/**
 * annals_layout_fit_height:
 * @layout: a layout
 * @height_px: how much height there is for all lanes
 *
 * Spreads the rows where there is room, within the pitches that the metrics allow, or packs them a
 * little closer where there is too little, and places the lanes one below the other. Lanes may need
 * more than @height_px; then the picture scrolls.
 */
void
annals_layout_fit_height (AnnalsLayout *layout, gdouble height_px)
{
  gdouble pitch = layout->metrics.row_max_px;

  layout->fitted_px = height_px;
  if (get_height_with_pitch (layout, pitch) > height_px)
    pitch = find_pitch (layout, layout->metrics.row_tight_px, pitch, height_px);
  place_lanes (layout, pitch, 1.0);
}

/**
 * annals_layout_fill_height:
 * @layout: a layout
 * @height_px: how much height there is for all lanes
 *
 * As annals_layout_fit_height(), for a picture of a given height: what is left over is dealt out to
 * rows and lanes, so that the lanes reach down to the bottom.
 */
void
annals_layout_fill_height (AnnalsLayout *layout, gdouble height_px)
{
  gdouble least = layout->metrics.row_max_px;
  gdouble pitch;

  annals_layout_fit_height (layout, height_px);
  if (layout->lanes->len == 0 || annals_layout_get_height (layout) >= height_px - 0.5)
    return;
  pitch = find_pitch (layout, least, least * MOST_SPREAD, height_px);
  place_lanes (layout, pitch, height_px / MAX (get_height_with_pitch (layout, pitch), 1.0));
}

/**
 * annals_layout_get_natural_height:
 * @layout: a packed layout
 *
 * Returns: the height at which the lanes are neither crowded nor spread, without the axis
 */
gdouble
annals_layout_get_natural_height (const AnnalsLayout *layout)
{
  return ceil (get_height_with_pitch (
      layout, (layout->metrics.row_min_px + layout->metrics.row_max_px) / 2.0));
}

/**
 * annals_layout_get_height:
 * @layout: a packed layout
 *
 * Returns: the height that the lanes take as fitted last, without the axis
 */
gdouble
annals_layout_get_height (const AnnalsLayout *layout)
{
  return layout->lanes_px;
}

/**
 * annals_layout_get_middle_y:
 * @layout: a packed layout
 * @event: an event that is shown
 *
 * Returns: the middle of its row, in pixels from the top of the lanes
 */
gdouble
annals_layout_get_middle_y (const AnnalsLayout *layout, const AnnalsLayoutEvent *event)
{
  const AnnalsLayoutLane *lane = annals_layout_get_lane (layout, event->lane);
  gdouble row = event->row_before + ((gdouble) event->row - event->row_before) * layout->progress;
  gdouble used = get_lane_rows (layout, event->lane) * lane->pitch_px;
  gdouble slack = MAX (lane->height_px - used - get_strip_height (layout, event->lane), 0.0) / 2.0;

  return round (lane->top_px
                + annals_layout_close (layout, event->lane, slack + (row + 0.5) * lane->pitch_px,
                                       lane->height_px / 2.0));
}

/**
 * annals_layout_get_strip_y:
 * @layout: a packed layout
 * @lane: a lane that folds
 *
 * Returns: the middle of its strip for clusters, in pixels from the top of the lanes
 */
gdouble
annals_layout_get_strip_y (const AnnalsLayout *layout, guint lane)
{
  const AnnalsLayoutLane *place = annals_layout_get_lane (layout, lane);

  return round (place->top_px
                + annals_layout_close (layout, lane,
                                       place->height_px - layout->metrics.lane_padding_px
                                           - get_strip_height (layout, lane) / 2.0,
                                       place->height_px / 2.0));
}
