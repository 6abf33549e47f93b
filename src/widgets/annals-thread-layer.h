/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "annals-reader.h"
#include "annals-timeline-view.h"

G_BEGIN_DECLS

#define ANNALS_TYPE_THREAD_LAYER (annals_thread_layer_get_type ())
G_DECLARE_FINAL_TYPE (AnnalsThreadLayer, annals_thread_layer, ANNALS, THREAD_LAYER, GtkWidget)

/**
 * AnnalsThreadLayer:
 *
 * What lies over reader and timeline and joins them: threads from the passages of the selected
 * event to its mark, and ticks below the axis for the events that are in sight on the page. It
 * takes no clicks, and is nothing to those who do not see it: they learn the same from the
 * selection.
 */
GtkWidget *annals_thread_layer_new (void);

void annals_thread_layer_set_panes (AnnalsThreadLayer *self,
                                    AnnalsReader *reader,
                                    AnnalsTimelineView *timeline);
void annals_thread_layer_set_selection (AnnalsThreadLayer *self, AnnalsSelection *selection);
void annals_thread_layer_set_shows_threads (AnnalsThreadLayer *self, gboolean shows);

gboolean annals_thread_layer_build (AnnalsThreadLayer *self, AnnalsThreads *threads);
guint annals_thread_layer_get_n_ticks (AnnalsThreadLayer *self);

G_END_DECLS
