/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "annals-layout.h"
#include "annals-scene.h"

G_BEGIN_DECLS

/**
 * AnnalsDensity:
 *
 * How much there is in the lanes that fold, under every stretch of the overview; a layout
 * keeps it from one frame to the next.
 */
typedef struct _AnnalsDensity AnnalsDensity;

AnnalsDensity *annals_density_new (void);
void annals_density_free (AnnalsDensity *density);
AnnalsDensity *annals_layout_get_density (AnnalsLayout *layout);

void annals_density_draw (AnnalsDensity *density,
                          AnnalsLayout *layout,
                          AnnalsScene *scene,
                          const AnnalsScale *scale,
                          gdouble room_px);

G_END_DECLS
