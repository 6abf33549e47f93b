/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "annals-document.h"
#include "annals-search.h"
#include "annals-time-filter.h"

G_BEGIN_DECLS

#define ANNALS_TYPE_SELECTION (annals_selection_get_type ())
G_DECLARE_FINAL_TYPE (AnnalsSelection, annals_selection, ANNALS, SELECTION, GObject)

/** ANNALS_NO_EVENT: the index that stands for no event. */
#define ANNALS_NO_EVENT (-1)

/**
 * AnnalsSelection:
 *
 * What is selected and what the pointer is over, shared by all panes of a window: the timeline, the
 * reader, the list and the evidence pane read it and write it, and hear of every change.
 *
 * Signals: `changed` (the selected event or passage is another), `hover-changed` (the event under
 * the pointer is another), `where-changed` (the text shown is another). Passages are counted among
 * the event's passages, in the order the document keeps them.
 *
 * Property: `where` (#AnnalsWhere as an integer), which of the document's texts the reader shows.
 */
AnnalsSelection *annals_selection_new (AnnalsDocument *document);

AnnalsDocument *annals_selection_get_document (AnnalsSelection *self);
AnnalsSearch *annals_selection_get_search (AnnalsSelection *self);
AnnalsTimeFilter *annals_selection_get_time_filter (AnnalsSelection *self);

AnnalsWhere annals_selection_get_where (AnnalsSelection *self);
void annals_selection_set_where (AnnalsSelection *self, AnnalsWhere where);

gint annals_selection_get_event (AnnalsSelection *self);
gint annals_selection_get_passage (AnnalsSelection *self);
void annals_selection_select (AnnalsSelection *self, gint event, gint passage);
void annals_selection_clear (AnnalsSelection *self);

gint annals_selection_get_hovered (AnnalsSelection *self);
void annals_selection_set_hovered (AnnalsSelection *self, gint event);

gboolean annals_selection_step_passage (AnnalsSelection *self, gint step);
gboolean annals_selection_step_in_time (AnnalsSelection *self, gint step);
gboolean annals_selection_step_in_text (AnnalsSelection *self, gint step);

const guint *annals_selection_get_order_in_time (AnnalsSelection *self, guint *n_events);
const guint *annals_selection_get_order_in_text (AnnalsSelection *self, guint *n_events);

G_END_DECLS
