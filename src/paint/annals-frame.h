/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "annals-scene.h"

G_BEGIN_DECLS

/**
 * AnnalsFrameFunc:
 * @sign: a part of a frame
 * @rect: what it covers
 * @user_data: what was handed in with the function
 */
typedef void (*AnnalsFrameFunc) (const cairo_glyph_t *sign,
                                 const AnnalsRect *rect,
                                 gpointer user_data);

gboolean annals_frame_has_parts (const AnnalsItem *item);
void annals_frame_foreach (const AnnalsItem *item,
                           gdouble arc_px,
                           AnnalsFrameFunc func,
                           gpointer user_data);
gdouble annals_frame_measure_arc (const AnnalsItem *item, gdouble scale);

G_END_DECLS
