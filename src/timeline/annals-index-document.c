/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "annals-eras.h"
#include "annals-index-private.h"

/* The index of a document. */

#define ATTACHED "annals-index"

/* Whether begin and end say all of a date, as ANNALS_INDEX_PLAIN means it. */
static gboolean
is_plain (const AnnalsSpan *span)
{
  if (annals_span_get_qualifiers (span) != ANNALS_QUALIFIER_NONE)
    return FALSE;
  if (span->kind == ANNALS_SPAN_MOMENT)
    return TRUE;
  return span->kind == ANNALS_SPAN_PERIOD && span->begin.state == ANNALS_END_KNOWN
         && span->end.state == ANNALS_END_KNOWN && span->begin_earliest == span->begin_latest
         && span->end_earliest == span->end_latest;
}

/* The record, where it is drawn beside the date as cited. */
static const AnnalsDate *
get_second_date (const AnnalsEvent *event)
{
  const AnnalsDate *drawn = annals_event_get_drawn_date (event);

  if (event->record == NULL || event->record == drawn
      || g_strcmp0 (annals_date_get_edtf (event->record), annals_date_get_edtf (drawn)) == 0)
    return NULL;
  return event->record;
}

static void
widen_horizon (AnnalsIndex *index, const AnnalsSpan *span)
{
  annals_index_widen_horizon (index, span->begin_earliest);
  annals_index_widen_horizon (index, span->begin_latest);
  annals_index_widen_horizon (index, span->end_earliest);
  annals_index_widen_horizon (index, span->end_latest);
}

static void
add_event (AnnalsIndex *index, guint number, const AnnalsEvent *event, gboolean by_length)
{
  const AnnalsDate *date = annals_event_get_drawn_date (event);
  const AnnalsDate *record = get_second_date (event);
  const AnnalsSpan *span = annals_date_get_span (date);
  const gchar *label = event->short_label != NULL ? event->short_label : event->label;
  AnnalsIndexEntry entry = { .event = number, .lane = event->lane };

  entry.begin = annals_span_get_earliest (span);
  entry.end = annals_span_get_latest (span);
  entry.weight = annals_index_weigh (event->n_passages, entry.begin,
                                     by_length ? entry.end : entry.begin);
  if (span->kind == ANNALS_SPAN_MOMENT)
    entry.flags |= ANNALS_INDEX_MOMENT;
  if (record == NULL && event->status == ANNALS_STATUS_HAPPENED && is_plain (span))
    entry.flags |= ANNALS_INDEX_PLAIN;
  index->opens_left |= span->begin.state == ANNALS_END_OPEN
                       && event->status != ANNALS_STATUS_PLANNED;
  widen_horizon (index, span);
  if (record != NULL)
    {
      span = annals_date_get_span (record);
      entry.begin = MIN (entry.begin, annals_span_get_earliest (span));
      entry.end = MAX (entry.end, annals_span_get_latest (span));
      index->opens_left |= span->begin.state == ANNALS_END_OPEN;
      widen_horizon (index, span);
    }
  if (label == NULL)
    label = "";
  annals_index_stage (index, &entry, label, strlen (label));
}

static void
drop_cb (AnnalsDocument *document)
{
  g_object_set_data (G_OBJECT (document), ATTACHED, NULL);
}

/**
 * annals_index_attach:
 * @document: a document that nobody else has yet
 *
 * Makes the index of all of a document's events, to be found by annals_index_new_for_document()
 * until the document changes. So a thread that opens a document can make its index, too.
 */
void
annals_index_attach (AnnalsDocument *document)
{
  g_return_if_fail (ANNALS_IS_DOCUMENT (document));
  g_return_if_fail (g_object_get_data (G_OBJECT (document), ATTACHED) == NULL);

  g_object_set_data_full (G_OBJECT (document), ATTACHED,
                          annals_index_new_for_document (document, NULL),
                          (GDestroyNotify) annals_index_unref);
  g_signal_connect (document, "changed", G_CALLBACK (drop_cb), NULL);
}

/**
 * annals_index_new_for_document:
 * @document: a document
 * @range: (nullable): which events by their time; %NULL for all
 *
 * Makes the index of a document's dated events, ready to be asked. It may be called in a thread, on
 * a document that nobody changes meanwhile; it keeps nothing of the document.
 *
 * An entry is numbered as its event in the document. It reaches from the earliest to the latest
 * bound of what is drawn of the event, its record included. Events without a date are left out,
 * eras too, and so are those of a lane that the document does not have. With more events than
 * %ANNALS_INDEX_MOST_BY_LENGTH the long ones do not weigh more: at any zoom there would be longer
 * ones than can be shown.
 *
 * Returns: (transfer full): the index; others may have it, too, so it is not to be changed
 */
AnnalsIndex *
annals_index_new_for_document (AnnalsDocument *document, const AnnalsRange *range)
{
  AnnalsIndex *index;
  guint n_events;
  guint n_lanes;
  gboolean eras;

  g_return_val_if_fail (ANNALS_IS_DOCUMENT (document), NULL);

  index = g_object_get_data (G_OBJECT (document), ATTACHED);
  if (index != NULL && range == NULL)
    return annals_index_ref (index);

  n_lanes = MIN (annals_document_get_n_lanes (document), ANNALS_INDEX_MOST_LANES);
  index = annals_index_new (n_lanes);
  n_events = annals_document_get_n_events (document);
  eras = annals_eras_are_shown (document);
  for (guint i = 0; i < n_events; i++)
    {
      const AnnalsEvent *event = annals_document_get_event (document, i);

      if (annals_event_get_drawn_date (event) == NULL || event->lane >= n_lanes
          || (eras && event->is_era)
          || (range != NULL && !annals_document_is_in_range (document, event, range)))
        continue;
      add_event (index, i, event, n_events <= ANNALS_INDEX_MOST_BY_LENGTH);
    }
  annals_index_build (index);
  return index;
}
