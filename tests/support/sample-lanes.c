/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>

#include "annals-theme.h"
#include "sample-document.h"
#include "sample-lanes.h"

#define FIRST_S 54e9 /* in the years of the 1700s */
#define YEARS 300.0
#define YEAR_S 31556952.0
#define DAY_S 86400.0
#define MOST_DAYS 3652.0 /* of a period */

/**
 * sample_lanes_new_layout:
 * @n_lanes: how many lanes
 * @n_in_lane: how many events are in each
 * @metrics: measures of the picture
 *
 * The same lanes for the same numbers: every other event is a period, of a day to ten years.
 *
 * Returns: (transfer full): a layout without a document
 */
AnnalsLayout *
sample_lanes_new_layout (guint n_lanes, guint n_in_lane, const AnnalsMetrics *metrics)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (n_lanes);
  g_autofree AnnalsLane *lanes = g_new0 (AnnalsLane, n_lanes);
  AnnalsIndex *index = annals_index_new (n_lanes);
  AnnalsLayout *layout;

  for (guint i = 0; i < n_lanes; i++)
    lanes[i] = (AnnalsLane){ (gchar *) "lane", (gchar *) "Lane", i % ANNALS_N_LANE_COLORS };
  for (guint i = 0; i < n_lanes * n_in_lane; i++)
    {
      AnnalsInstant begin = (AnnalsInstant) (FIRST_S + g_rand_double (random) * YEARS * YEAR_S);
      gdouble length_s = DAY_S * pow (MOST_DAYS, g_rand_double (random));
      AnnalsIndexEntry entry = { .begin = begin,
                                 .end = i / n_lanes % 2 == 0 ? begin
                                                             : begin + (AnnalsInstant) length_s,
                                 .event = i,
                                 .lane = i % n_lanes,
                                 .flags = ANNALS_INDEX_PLAIN,
                                 .label = "Something that happened" };

      entry.flags |= entry.begin == entry.end ? ANNALS_INDEX_MOMENT : 0;
      entry.weight = annals_index_weigh (0, entry.begin, entry.end);
      annals_index_add (index, &entry);
    }
  annals_index_build (index);
  layout = annals_layout_new_for_index (index, lanes, n_lanes, metrics, sample_measure, NULL);
  annals_index_unref (index);
  return layout;
}
