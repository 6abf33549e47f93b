/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "annals-scene.h"
#include "annals-theme.h"
#include "annals-typesetter.h"

G_BEGIN_DECLS

void annals_painter_draw (cairo_t *cr,
                          const AnnalsScene *scene,
                          const AnnalsTheme *theme,
                          AnnalsTypesetter *typesetter);

void annals_painter_draw_in_order (cairo_t *cr,
                                   const AnnalsScene *scene,
                                   const AnnalsTheme *theme,
                                   AnnalsTypesetter *typesetter);

void
annals_item_get_bounds (const AnnalsItem *item, AnnalsTypesetter *typesetter, AnnalsRect *bounds);
void annals_item_get_color (const AnnalsItem *item, const AnnalsTheme *theme, AnnalsColor *color);

/**
 * AnnalsFadeStop:
 * @offset: 0 at the left end of the item, 1 at its right end
 * @opacity: how much of the item is there
 */
typedef struct
{
  gdouble offset;
  gdouble opacity;
} AnnalsFadeStop;

#define ANNALS_MAX_FADE_STOPS 6

guint annals_item_get_fade_stops (const AnnalsItem *item, AnnalsFadeStop *stops);

/**
 * AnnalsStripeFunc:
 * @x0: left end of a stripe
 * @y0: left end of a stripe
 * @x1: right end of a stripe
 * @y1: right end of a stripe
 * @user_data: what was handed in with the function
 */
typedef void (
    *AnnalsStripeFunc) (gdouble x0, gdouble y0, gdouble x1, gdouble y1, gpointer user_data);

void annals_item_get_stripes (const AnnalsItem *item, AnnalsStripeFunc draw, gpointer user_data);

guint annals_item_get_n_teeth (const AnnalsItem *item);
void annals_item_get_tooth (const AnnalsItem *item, guint index, gdouble *x, gdouble *y);

G_END_DECLS
