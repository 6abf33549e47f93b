/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "annals-breaks.h"

G_BEGIN_DECLS

/**
 * AnnalsScale:
 * @left_s: instant at the left edge, whole seconds
 * @left_fraction_s: and the rest of it, 0 ≤ fraction < 1
 * @s_per_px: seconds a pixel, more than 0
 * @x_px: where the left edge stands in the picture
 * @width_px: how wide the time area is
 * @breaks: (nullable): stretches of time that are compressed; not owned, has to outlive the scale
 *
 * A map between instants and horizontal positions: linear, but for the stretches in @breaks, which
 * are no wider than these say. It can be inverted everywhere. The left edge is kept as whole
 * seconds and a fraction, so that positions do not jitter at any zoom, from seconds to billions of
 * years. A plain struct.
 */
typedef struct
{
  AnnalsInstant left_s;
  gdouble left_fraction_s;
  gdouble s_per_px;
  gdouble x_px;
  gdouble width_px;
  const AnnalsBreaks *breaks;
} AnnalsScale;

/* How many stretches of time between breaks can be seen at most. */
#define ANNALS_SCALE_MOST_PIECES (ANNALS_BREAKS_MOST + 1)

#define ANNALS_SCALE_MIN_S_PER_PX 0.01
#define ANNALS_SCALE_MAX_S_PER_PX 1.8e16

void annals_scale_init (AnnalsScale *scale,
                        AnnalsInstant first,
                        AnnalsInstant last,
                        gdouble x_px,
                        gdouble width_px);
void annals_scale_init_broken (AnnalsScale *scale,
                               const AnnalsBreaks *breaks,
                               AnnalsInstant first,
                               AnnalsInstant last,
                               gdouble x_px,
                               gdouble width_px);
gdouble annals_scale_get_x (const AnnalsScale *scale, AnnalsInstant instant);
AnnalsInstant annals_scale_get_instant (const AnnalsScale *scale, gdouble x_px);
void annals_scale_zoom (AnnalsScale *scale, gdouble factor, gdouble anchor_x_px);
void annals_scale_pan (AnnalsScale *scale, gdouble dx_px);
void annals_scale_resize (AnnalsScale *scale, gdouble x_px, gdouble width_px);
gboolean annals_scale_is_broken (const AnnalsScale *scale, guint index);
guint annals_scale_get_pieces (const AnnalsScale *scale,
                               AnnalsScale pieces[ANNALS_SCALE_MOST_PIECES]);
gboolean annals_scale_get_strip (const AnnalsScale *scale, guint index, gdouble strip[2]);
void annals_scale_find_clear (const AnnalsScale *scale,
                              gdouble gap_px,
                              gdouble wanted_px,
                              gdouble *x0_px,
                              gdouble *x1_px);
guint annals_scale_get_strips (const AnnalsScale *scale, gdouble strips[ANNALS_BREAKS_MOST][2]);
gboolean annals_scale_equal (const AnnalsScale *a, const AnnalsScale *b);

G_END_DECLS
