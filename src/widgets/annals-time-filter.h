/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "annals-document.h"

G_BEGIN_DECLS

#define ANNALS_TYPE_TIME_FILTER (annals_time_filter_get_type ())
G_DECLARE_FINAL_TYPE (AnnalsTimeFilter, annals_time_filter, ANNALS, TIME_FILTER, GObject)

/**
 * AnnalsTimeFilter:
 *
 * The range of time that is selected in a window, and the events that it lets through. Without a
 * range it lets all of them through.
 *
 * Signal: `changed` (there is another range, or it lets others through).
 */
AnnalsTimeFilter *annals_time_filter_new (AnnalsDocument *document);

gboolean annals_time_filter_get_range (AnnalsTimeFilter *self, AnnalsRange *range);
void annals_time_filter_set_range (AnnalsTimeFilter *self, AnnalsInstant first, AnnalsInstant last);
void annals_time_filter_set_date (AnnalsTimeFilter *self, const AnnalsDate *date);
AnnalsWithin annals_time_filter_get_within (AnnalsTimeFilter *self);
void annals_time_filter_set_within (AnnalsTimeFilter *self, AnnalsWithin within);
void annals_time_filter_clear (AnnalsTimeFilter *self);

gboolean annals_time_filter_has_event (AnnalsTimeFilter *self, gint event);
guint annals_time_filter_get_n_events (AnnalsTimeFilter *self);
const guint8 *annals_time_filter_get_found (AnnalsTimeFilter *self, guint *n_events);

AnnalsDate *annals_time_filter_create_date (AnnalsTimeFilter *self);
gchar *annals_time_filter_dup_words (AnnalsTimeFilter *self, AnnalsWordsForm form);
gchar *annals_time_filter_dup_count (AnnalsTimeFilter *self);
gchar *annals_time_filter_dup_announcement (AnnalsTimeFilter *self);

G_END_DECLS
