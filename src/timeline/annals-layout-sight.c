/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annals-layout-private.h"

/* Which lanes can be seen. What a frame costs follows from these: while the picture moves, only for
 * them is chosen what is shown. */

/*
 * annals_layout_sight_init:
 * @layout: a layout that has its lanes
 *
 * All of them are in sight until annals_layout_set_sight() says otherwise.
 */
void
annals_layout_sight_init (AnnalsLayout *layout)
{
  layout->sights = g_array_new (FALSE, TRUE, sizeof (AnnalsLaneSight));
  layout->shown_lanes = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_set_size (layout->sights, layout->lanes->len);
  for (guint i = 0; i < layout->lanes->len; i++)
    ANNALS_LANE_SIGHT (layout, i)->is_in_sight = TRUE;
}

/*
 * annals_layout_sight_clear:
 * @layout: a layout
 */
void
annals_layout_sight_clear (AnnalsLayout *layout)
{
  g_array_unref (layout->sights);
  g_array_unref (layout->shown_lanes);
}

/*
 * annals_layout_note_shown:
 * @layout: a layout
 *
 * To be called when the events that are shown are others, or in another order.
 */
void
annals_layout_note_shown (AnnalsLayout *layout)
{
  g_array_set_size (layout->shown_lanes, layout->events->len);
  for (guint i = 0; i < layout->events->len; i++)
    g_array_index (layout->shown_lanes, guint, i) = ANNALS_LAYOUT_EVENT (layout, i)->lane;
}

/**
 * annals_layout_set_sight:
 * @layout: a layout whose height has been fitted
 * @top_px: from where it can be seen, in pixels from the top of the lanes
 * @bottom_px: to where
 *
 * Says which lanes can be seen. In the others annals_layout_follow() does not choose what is shown,
 * until they come in sight; leave some room above and below, since lanes may become higher.
 */
void
annals_layout_set_sight (AnnalsLayout *layout, gdouble top_px, gdouble bottom_px)
{
  for (guint i = 0; i < layout->lanes->len; i++)
    {
      const AnnalsLayoutLane *lane = ANNALS_LAYOUT_LANE (layout, i);

      ANNALS_LANE_SIGHT (layout, i)->is_in_sight = !lane->hidden
                                                   && lane->top_px + lane->height_px >= top_px
                                                   && lane->top_px <= bottom_px;
    }
}

/**
 * annals_layout_is_in_sight:
 * @layout: a layout
 * @lane: a lane's index
 *
 * Returns: whether it can be seen
 */
gboolean
annals_layout_is_in_sight (const AnnalsLayout *layout, guint lane)
{
  return ANNALS_LANE_SIGHT (layout, lane)->is_in_sight;
}

/**
 * annals_layout_find_in_sight:
 * @layout: a layout
 * @from: an event that is shown, as for annals_layout_get_shown(), or how many there are
 *
 * Returns: that one or the next whose lane is in sight; how many there are when there is none
 */
guint
annals_layout_find_in_sight (const AnnalsLayout *layout, guint from)
{
  while (from < layout->shown_lanes->len
         && !annals_layout_is_in_sight (layout, g_array_index (layout->shown_lanes, guint, from)))
    from++;
  return from;
}

/* The first cluster of a lane or one that follows it. */
static guint
find_first_cluster (const AnnalsLayout *layout, guint lane)
{
  guint low = 0;
  guint high = layout->clusters->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (annals_layout_get_cluster (layout, middle)->lane < lane)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/**
 * annals_layout_find_clusters:
 * @layout: a layout
 * @lane: a lane's index
 * @end: (out): the cluster after its last
 *
 * Returns: its first cluster
 */
guint
annals_layout_find_clusters (const AnnalsLayout *layout, guint lane, guint *end)
{
  *end = find_first_cluster (layout, lane + 1);
  return find_first_cluster (layout, lane);
}
