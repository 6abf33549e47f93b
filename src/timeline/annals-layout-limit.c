/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>

#include "annals-layout-private.h"

/* How rows are dealt out in a picture that cannot be scrolled. Lanes that show all of their events
 * take what they need; those that fold share what is left. When that is too little, and lanes with
 * few events may fold too, the highest of them fold as well, one after the other, and no more of
 * them than need be. */

#define MOST_SHARE 32

static gboolean
is_open (const AnnalsLayout *layout, guint lane)
{
  const AnnalsLayoutLane *own = annals_layout_get_lane (layout, lane);

  return !own->hidden && own->closed < 0.5;
}

/* How high a lane is that shows all of its events. */
static gdouble
get_own_height (const AnnalsLayout *layout, guint lane)
{
  return annals_layout_get_lane_height (layout, lane, g_array_index (layout->rows, guint, lane),
                                        FALSE, layout->limit.pitch_px);
}

/* How many rows fall to each lane that folds; fewer than there are to be when there is no room. */
static guint
get_share (const AnnalsLayout *layout)
{
  gdouble left_px = layout->limit.height_px;
  guint n_folding = 0;
  guint n_rows = 0;

  for (guint i = 0; i < layout->lanes->len; i++)
    if (is_open (layout, i) && annals_layout_get_lane (layout, i)->folds)
      n_folding++;
    else
      left_px -= get_own_height (layout, i);
  if (n_folding == 0)
    return left_px >= -0.5 ? MOST_SHARE : 0;
  for (guint i = 0; i < layout->lanes->len && n_rows == 0; i++)
    if (is_open (layout, i) && annals_layout_get_lane (layout, i)->folds)
      while (n_rows < MOST_SHARE
             && n_folding
                        * annals_layout_get_lane_height (layout, i, n_rows + 1, TRUE,
                                                         layout->limit.pitch_px)
                    <= left_px + 0.5)
        n_rows++;
  return n_rows;
}

/* The highest lane that shows all of its events and would be lower if it folded, or -1. */
static gint
find_highest (const AnnalsLayout *layout)
{
  gdouble most_px = 0.0;
  gint highest = -1;

  for (guint i = 0; i < layout->lanes->len; i++)
    {
      gdouble own_px = get_own_height (layout, i);

      if (!is_open (layout, i) || annals_layout_get_lane (layout, i)->folds || own_px <= most_px
          || own_px <= annals_layout_get_lane_height (layout, i, layout->limit.least_rows, TRUE,
                                                      layout->limit.pitch_px))
        continue;
      most_px = own_px;
      highest = (gint) i;
    }
  return highest;
}

/* Once the rows are known of the lanes that show all of their events: how many each of the others
 * gets. Folds some of those if it has to. */
guint
annals_layout_deal_rows (AnnalsLayout *layout)
{
  guint share = get_share (layout);
  gint lane;

  while (layout->limit.folds_all && share < layout->limit.least_rows
         && (lane = find_highest (layout)) >= 0)
    {
      ANNALS_LAYOUT_LANE (layout, (guint) lane)->folds = TRUE;
      layout->folds = TRUE;
      share = get_share (layout);
    }
  return CLAMP (share, layout->limit.least_rows, MOST_SHARE);
}

/* Whether lanes have become too high since what is pinned has more rows than fall to its lane. */
gboolean
annals_layout_is_too_high (const AnnalsLayout *layout)
{
  gdouble height_px = 0.0;
  gboolean more = FALSE;

  for (guint i = 0; i < layout->lanes->len; i++)
    {
      gboolean folds = annals_layout_get_lane (layout, i)->folds;
      guint n_rows = g_array_index (layout->rows, guint, i);

      more = more || (folds && n_rows > layout->n_rows);
      height_px += annals_layout_get_lane_height (layout, i, n_rows, folds, layout->limit.pitch_px);
    }
  return more && height_px > layout->limit.height_px + 0.5;
}

/**
 * annals_layout_limit_rows:
 * @layout: a layout that has not been packed, or with a higher limit
 * @limit: the limit; copied
 *
 * Has annals_layout_pack() give the lanes no more rows than there is height for. What finds no row
 * is counted in clusters. To be used for pictures of one moment: a layout whose rows are limited
 * does not follow a pan or a zoom.
 */
void
annals_layout_limit_rows (AnnalsLayout *layout, const AnnalsRowLimit *limit)
{
  layout->limited = TRUE;
  layout->limit = *limit;
}
