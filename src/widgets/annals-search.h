/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "annals-document.h"
#include "annals-query.h"

G_BEGIN_DECLS

#define ANNALS_TYPE_SEARCH (annals_search_get_type ())
G_DECLARE_FINAL_TYPE (AnnalsSearch, annals_search, ANNALS, SEARCH, GObject)

/**
 * AnnalsSearch:
 *
 * What is looked for in a window, and where it was found: the places in the text shown, one of them
 * the current one, and the events that match in their label, description, note, dates in words or
 * quotations. Short texts are searched at once, long ones in a thread.
 *
 * Signals: `changed` (what is looked for, or what was found, is another), `current-changed`
 * (another match is the current one).
 */
AnnalsSearch *annals_search_new (AnnalsDocument *document, AnnalsWhere where);

void annals_search_set_where (AnnalsSearch *self, AnnalsWhere where);

gboolean annals_search_get_active (AnnalsSearch *self);
void annals_search_set_active (AnnalsSearch *self, gboolean active);
const gchar *annals_search_get_words (AnnalsSearch *self);
void annals_search_set_words (AnnalsSearch *self, const gchar *words);
AnnalsQueryFlags annals_search_get_flags (AnnalsSearch *self);
void annals_search_set_flags (AnnalsSearch *self, AnnalsQueryFlags flags);
void annals_search_set_origin (AnnalsSearch *self, gint64 offset);

AnnalsQuery *annals_search_get_query (AnnalsSearch *self);
gboolean annals_search_is_busy (AnnalsSearch *self);

guint annals_search_get_n_matches (AnnalsSearch *self);
const AnnalsMatch *annals_search_get_match (AnnalsSearch *self, guint index);
void
annals_search_get_range (AnnalsSearch *self, gint64 start, gint64 end, guint *first, guint *last);
gint annals_search_get_current (AnnalsSearch *self);
gboolean annals_search_step (AnnalsSearch *self, gint step);
gint annals_search_get_wrapped (AnnalsSearch *self);

guint annals_search_get_n_events (AnnalsSearch *self);
gboolean annals_search_has_event (AnnalsSearch *self, gint event);
const guint8 *annals_search_get_found (AnnalsSearch *self, guint *n_events);

G_END_DECLS
