/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "annals-passage-index.h"
#include "annals-selection.h"
#include "annals-threads.h"

G_BEGIN_DECLS

#define ANNALS_TYPE_READING_VIEW (annals_reading_view_get_type ())
G_DECLARE_FINAL_TYPE (AnnalsReadingView, annals_reading_view, ANNALS, READING_VIEW, GtkTextView)

/**
 * AnnalsReadingView:
 *
 * The text of a document with its passages underlined in their lanes' colours. Hovering and
 * clicking passages goes through the selection.
 *
 * Signal `type-changed`: its font, size or measure may have become another.
 */
GtkWidget *annals_reading_view_new (void);

void annals_reading_view_set_selection (AnnalsReadingView *self, AnnalsSelection *selection);
gboolean annals_reading_view_is_filled (AnnalsReadingView *self);
const AnnalsPassageIndex *annals_reading_view_get_index (AnnalsReadingView *self);
gboolean annals_reading_view_is_clicking (AnnalsReadingView *self);
gboolean annals_reading_view_get_passage_box (AnnalsReadingView *self,
                                              gint event,
                                              gint passage,
                                              GdkRectangle *box);

/* Where a passage is that cannot be seen, above or below the page. */
#define ANNALS_OUT_OF_SIGHT_PX 1e6

void annals_reading_view_get_sight (AnnalsReadingView *self, gint64 *start, gint64 *end);
gdouble annals_reading_view_get_line_y (AnnalsReadingView *self, const AnnalsPassageMark *mark);
GArray *annals_reading_view_get_lines (AnnalsReadingView *self, guint event);

void annals_reading_view_set_measure (AnnalsReadingView *self, guint n_chars);
gint annals_reading_view_get_measure_px (AnnalsReadingView *self);

G_END_DECLS
