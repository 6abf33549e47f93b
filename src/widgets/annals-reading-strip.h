/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "annals-reader.h"
#include "annals-timeline-view.h"

G_BEGIN_DECLS

#define ANNALS_TYPE_READING_STRIP (annals_reading_strip_get_type ())
G_DECLARE_FINAL_TYPE (AnnalsReadingStrip, annals_reading_strip, ANNALS, READING_STRIP, GtkWidget)

/**
 * AnnalsReadingStrip:
 *
 * The reading order: a strip on the time axis of the timeline that shows where in the text each
 * event is mentioned, and how far one has read. It stands above the timeline, as wide as it, and
 * always shows the same time. A click selects the passage and its event; wheel and drags move the
 * timeline.
 */
GtkWidget *annals_reading_strip_new (AnnalsTimelineView *timeline, AnnalsReader *reader);

void annals_reading_strip_set_selection (AnnalsReadingStrip *self, AnnalsSelection *selection);
guint annals_reading_strip_get_n_hits (AnnalsReadingStrip *self);
gboolean annals_reading_strip_find_hit (AnnalsReadingStrip *self,
                                        gint event,
                                        gint passage,
                                        AnnalsRect *rect);
gdouble annals_reading_strip_get_reading_y (AnnalsReadingStrip *self);

G_END_DECLS
