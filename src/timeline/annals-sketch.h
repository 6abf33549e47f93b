/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "annals-mark.h"
#include "annals-ticks.h"

G_BEGIN_DECLS

/**
 * AnnalsSketchOptions:
 * @width_px: width of the whole sketch
 * @height_px: its height, see annals_sketch_get_height()
 * @metrics: the measures
 * @measure: how wide a text is
 * @user_data: handed to @measure
 * @color: the colour of a lane
 *
 * How a sketch is made. A plain struct.
 */
typedef struct
{
  gdouble width_px;
  gdouble height_px;
  const AnnalsMetrics *metrics;
  AnnalsMeasureFunc measure;
  gpointer user_data;
  guint color;
} AnnalsSketchOptions;

void annals_sketch_init_scale (AnnalsScale *scale,
                               const AnnalsDate *date,
                               gdouble x_px,
                               gdouble width_px);
gdouble annals_sketch_get_height (const AnnalsMetrics *metrics);
AnnalsScene *annals_sketch_build (const AnnalsDate *date, const AnnalsSketchOptions *options);

G_END_DECLS
