/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "annals-calendar.h"
#include "annals-layout.h"
#include "annals-scene.h"

G_BEGIN_DECLS

/**
 * AnnalsPictureOptions:
 * @width_px: width of the whole picture
 * @height_px: its height
 * @scale: what time is shown; its left edge and width are those of the time area
 * @scroll_y_px: how far the lanes are scrolled up
 * @selected: the event selected, or -1
 * @hovered: the event under the pointer, or -1
 * @hovered_cluster: (nullable): the cluster under the pointer
 * @focused_cluster: (nullable): the cluster that has the keys
 * @found: (nullable): by event, whether it matches what is looked for; %NULL when nothing is
 * @n_found: how many events @found tells of
 * @let_through: (nullable): by event, whether it lies in the range of time that is selected; %NULL
 *   without a range
 * @n_let_through: how many events @let_through tells of
 * @range: (nullable): the range of time that is selected
 * @range_caption: (nullable): what stands at the range, such as while it is dragged
 * @calendar: the calendar of the axis' second row, for which the measures have to have made room;
 *   the Gregorian, for none
 * @rest: how far a zoom has come to rest, from 0, while it goes on, to 1: then no label of the axis
 *   is half faded in
 *
 * How the timeline is shown. A plain struct.
 */
typedef struct
{
  gdouble width_px;
  gdouble height_px;
  AnnalsScale scale;
  gdouble scroll_y_px;
  gint selected;
  gint hovered;
  const AnnalsClusterKey *hovered_cluster;
  const AnnalsClusterKey *focused_cluster;
  const guint8 *found;
  guint n_found;
  const guint8 *let_through;
  guint n_let_through;
  const AnnalsRange *range;
  const gchar *range_caption;
  AnnalsCalendar calendar;
  gdouble rest;
} AnnalsPictureOptions;

gdouble annals_picture_get_opacity (const AnnalsPictureOptions *options, gdouble opacity);
void
annals_picture_fill (AnnalsLayout *layout, const AnnalsPictureOptions *options, AnnalsScene *scene);
AnnalsScene *annals_picture_build (AnnalsLayout *layout, const AnnalsPictureOptions *options);

void annals_range_band_draw (AnnalsScene *scene,
                             const AnnalsLayout *layout,
                             const AnnalsPictureOptions *options,
                             AnnalsClip part);
void annals_era_bands_draw (AnnalsScene *scene,
                            const AnnalsLayout *layout,
                            const AnnalsPictureOptions *options);
void annals_era_bands_draw_overview (AnnalsScene *scene,
                                     const AnnalsLayout *layout,
                                     const AnnalsPictureOptions *options);
void annals_era_plates_draw (AnnalsScene *scene,
                             const AnnalsLayout *layout,
                             const AnnalsPictureOptions *options);
void annals_era_sample_draw (AnnalsScene *scene, const AnnalsRect *rect);
void annals_range_find_unit (const AnnalsLayout *layout,
                             const AnnalsScale *scale,
                             gdouble x_px,
                             gboolean free,
                             AnnalsInstant *first,
                             AnnalsInstant *last);
void annals_range_drag (AnnalsRange *range,
                        AnnalsRangePart part,
                        const AnnalsLayout *layout,
                        const AnnalsScale *scale,
                        gdouble x_px,
                        gboolean free);
void annals_break_strips_add (AnnalsScene *scene,
                              const AnnalsLayout *layout,
                              const AnnalsPictureOptions *options);
void annals_calendar_row_add (AnnalsScene *scene,
                              const AnnalsLayout *layout,
                              const AnnalsPictureOptions *options);

gdouble annals_legend_add (AnnalsScene *scene,
                           const AnnalsLayout *layout,
                           AnnalsMarkFeatures features,
                           const AnnalsRect *rect);
gdouble annals_legend_get_height (const AnnalsLayout *layout,
                                  AnnalsMarkFeatures features,
                                  gdouble width_px);

guint annals_legend_get_n_signs (void);
AnnalsMarkFeatures annals_legend_get_feature (guint sign);
const gchar *annals_legend_get_meaning (guint sign);
gboolean annals_legend_begins_group (guint sign, guint previous);
AnnalsScene *annals_legend_build_sample (const AnnalsLayout *layout, guint sign);

/**
 * AnnalsOverviewOptions:
 * @width_px: width of the strip
 * @height_px: its height
 * @x_px: where its time area begins
 * @scale: what the timeline shows now, as a window on the whole
 *
 * How the overview is shown. A plain struct.
 */
typedef struct
{
  gdouble width_px;
  gdouble height_px;
  gdouble x_px;
  AnnalsScale scale;
} AnnalsOverviewOptions;

void annals_overview_fill (AnnalsLayout *layout,
                           const AnnalsOverviewOptions *options,
                           AnnalsScene *scene);
AnnalsScene *annals_overview_build (AnnalsLayout *layout, const AnnalsOverviewOptions *options);
void annals_overview_init_scale (const AnnalsLayout *layout,
                                 AnnalsScale *scale,
                                 gdouble x_px,
                                 gdouble width_px);

G_END_DECLS
