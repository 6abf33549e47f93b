/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "annals-threads.h"

G_BEGIN_DECLS

/* Within src/widgets/annals-thread-*.c only. */

#define ANNALS_READING_TICK_PX 4.5 /* how high one is */

/* Where a tick stands, of which stretch of time, and how weak it is. */
typedef struct
{
  gdouble x_px;
  gdouble stretch[2];
  guint color;
  gdouble opacity;
} AnnalsReadingTick;

void annals_threads_draw (cairo_t *cr,
                          const AnnalsThreads *threads,
                          const GdkRGBA *color,
                          const AnnalsRect *lanes,
                          gdouble opacity);
void annals_threads_get_bounds (const AnnalsThreads *threads, graphene_rect_t *bounds);
void annals_reading_ticks_draw (cairo_t *cr, const GArray *ticks, gdouble left, gdouble top);

G_END_DECLS
