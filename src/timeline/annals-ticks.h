/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "annals-metrics.h"
#include "annals-scale.h"

G_BEGIN_DECLS

/**
 * AnnalsTick:
 * @instant: where it stands in time
 * @x_px: and in the picture
 * @left_px: where the stretch of the axis begins that it belongs to: the left edge, or a break
 * @right_px: where that ends
 * @major: whether it belongs to the upper tier (the coarser unit), whose label sticks to the left
 *   edge while its stretch is in view
 * @opacity: 0 to 1; ticks of the finest level fade in as a zoom makes room for them
 * @label: what stands beside it; empty for a bare tick
 */
typedef struct
{
  AnnalsInstant instant;
  gdouble x_px;
  gdouble left_px;
  gdouble right_px;
  gboolean major;
  gdouble opacity;
  gchar label[64];
} AnnalsTick;

/**
 * AnnalsTickWords:
 *
 * What ticks were called last, so that it need not be put together anew for every frame.
 */
typedef struct _AnnalsTickWords AnnalsTickWords;

AnnalsTickWords *annals_tick_words_new (void);
void annals_tick_words_free (AnnalsTickWords *words);

void annals_ticks_fill (GArray *ticks,
                        const AnnalsScale *scale,
                        const AnnalsMetrics *metrics,
                        AnnalsMeasureFunc measure,
                        gpointer user_data,
                        AnnalsTickWords *words);
GArray *annals_ticks_build (const AnnalsScale *scale,
                            const AnnalsMetrics *metrics,
                            AnnalsMeasureFunc measure,
                            gpointer user_data,
                            AnnalsTickWords *words);

G_END_DECLS
