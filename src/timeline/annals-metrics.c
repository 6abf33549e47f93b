/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annals-metrics.h"

/* Sizes of type and of everything drawn, on a grid of two pixels. */

/* What a finger can hit, whatever the size of the text. */
#define LEAST_TOUCH_PX 40.0

static const AnnalsFontStyle styles[ANNALS_N_FONTS] = {
  [ANNALS_FONT_LABEL] = { 13.0, FALSE, FALSE },
  [ANNALS_FONT_LABEL_STRONG] = { 13.0, TRUE, FALSE },
  [ANNALS_FONT_NOTE] = { 12.0, FALSE, FALSE },
  [ANNALS_FONT_AXIS_MAJOR] = { 13.0, TRUE, TRUE },
  [ANNALS_FONT_AXIS_MINOR] = { 12.0, FALSE, TRUE },
  [ANNALS_FONT_LANE] = { 14.0, TRUE, FALSE },
  [ANNALS_FONT_TITLE] = { 22.0, TRUE, FALSE },
  [ANNALS_FONT_COUNT] = { 11.0, FALSE, TRUE },
};

/**
 * annals_font_get_style:
 * @font: a role
 *
 * Returns: (transfer none): how it is set
 */
const AnnalsFontStyle *
annals_font_get_style (AnnalsFont font)
{
  g_return_val_if_fail ((guint) font < ANNALS_N_FONTS, &styles[ANNALS_FONT_LABEL]);

  return &styles[font];
}

/**
 * annals_metrics_init:
 * @metrics: the measures to set
 * @text_scale: how much larger than designed text is, 0.5 to 4
 * @narrow: whether the picture is so narrow that lane names need a slim column
 *
 * Sets all measures for one size of text.
 */
void
annals_metrics_init (AnnalsMetrics *metrics, gdouble text_scale, gboolean narrow)
{
  gdouble k = CLAMP (text_scale, 0.5, 4.0);

  g_return_if_fail (metrics != NULL);

  *metrics = (AnnalsMetrics){
    .text_scale = k,
    .header_width_px = (narrow ? 96.0 : 148.0) * k,
    .axis_height_px = 46.0 * k,
    .row_tight_px = 20.0 * k,
    .row_min_px = 22.0 * k,
    .row_max_px = 34.0 * k,
    .bar_height_px = 15.0 * k,
    .lane_padding_px = 5.0 * k,
    .lane_min_px = 48.0 * k,
    .lane_closed_px = 30.0 * k,
    .label_gap_px = 7.0 * k,
    .label_padding_px = 14.0 * k,
    .capsule_px = 6.0,
    .disc_radius_px = 5.0 * k,
    .gutter_px = 0.0,
    .break_px = 60.0 * k,
    .open_fade_px = 48.0,
    .baseline_px = 4.5 * k,
  };
}

/**
 * annals_metrics_set_touch:
 * @metrics: the measures, just set
 *
 * Makes what can be pressed in the picture high enough for a finger.
 */
void
annals_metrics_set_touch (AnnalsMetrics *metrics)
{
  g_return_if_fail (metrics != NULL);

  metrics->lane_closed_px = MAX (metrics->lane_closed_px, LEAST_TOUCH_PX);
}

/**
 * annals_metrics_add_calendar_row:
 * @metrics: the measures, just set
 *
 * Makes room in the axis for a second calendar.
 */
void
annals_metrics_add_calendar_row (AnnalsMetrics *metrics)
{
  g_return_if_fail (metrics != NULL);

  if (metrics->calendar_row_px > 0.0)
    return;
  metrics->calendar_row_px = 22.0 * metrics->text_scale;
  metrics->axis_height_px += metrics->calendar_row_px;
}

/**
 * annals_metrics_set_era_rows:
 * @metrics: the measures
 * @n_rows: how many rows the names of eras take
 *
 * Makes room for them between the ticks of the axis and the lanes.
 */
void
annals_metrics_set_era_rows (AnnalsMetrics *metrics, guint n_rows)
{
  g_return_if_fail (metrics != NULL);

  metrics->axis_height_px -= metrics->eras_px;
  metrics->eras_px = n_rows > 0 ? (n_rows * ANNALS_ERA_ROW_PX + 2.0) * metrics->text_scale : 0.0;
  metrics->axis_height_px += metrics->eras_px;
}
