/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "annals-eras.h"
#include "annals-index-private.h"

/* The index of a document, and what else the timeline keeps of all its events: which are eras, and
 * how far those of each lane reach. It is made with the document and follows when single events
 * change; when anything else does, it is made anew. */

#define ATTACHED "annals-index"

/* What is known of the bounds in a lane. */
typedef struct
{
  AnnalsInstant first;
  AnnalsInstant last;
  guint n_opens_left; /* events that always were, and so fade out to the left */
  gboolean stale;     /* an outermost one was taken out */
} LaneExtent;

/* The index is lent. Layouts of the main thread are made anew when the document changes, so the
 * index may change under them; a thread that has it keeps it as it is, and another is made. */
typedef struct
{
  GMutex mutex;
  AnnalsIndex *index; /* NULL when it has to be made anew */
  guint n_followers;  /* of those that have the index, who are told of changes */
  GArray *eras;       /* guint: dated eras, rising */
  guint n_others;     /* dated events that are no eras */
  GArray *extents;    /* LaneExtent */
} Attached;

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

static gboolean
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
  if (!index->built)
    return annals_index_stage (index, &entry, label, strlen (label));
  return annals_index_add_labelled (index, &entry, label, strlen (label));
}

/* --- What is kept beside the index --- */

static gboolean
opens_left (const AnnalsEvent *event)
{
  const AnnalsDate *date = annals_event_get_drawn_date (event);
  const AnnalsDate *record = get_second_date (event);

  return (annals_date_get_span (date)->begin.state == ANNALS_END_OPEN
          && event->status != ANNALS_STATUS_PLANNED)
         || (record != NULL && annals_date_get_span (record)->begin.state == ANNALS_END_OPEN);
}

/* The outermost known bounds of what is drawn of an event. */
static gboolean
find_bounds (const AnnalsEvent *event, AnnalsInstant *first, AnnalsInstant *last)
{
  const AnnalsDate *dates[] = { annals_event_get_drawn_date (event), get_second_date (event) };

  *first = ANNALS_INSTANT_MAX;
  *last = ANNALS_INSTANT_MIN;
  for (guint i = 0; i < G_N_ELEMENTS (dates) && dates[i] != NULL; i++)
    {
      const AnnalsSpan *span = annals_date_get_span (dates[i]);
      const AnnalsInstant bounds[] = { span->begin_earliest, span->begin_latest, span->end_earliest,
                                       span->end_latest };

      for (guint k = 0; k < G_N_ELEMENTS (bounds); k++)
        {
          if (annals_instant_is_open (bounds[k]))
            continue;
          *first = MIN (*first, bounds[k]);
          *last = MAX (*last, bounds[k]);
        }
    }
  return *first <= *last;
}

static void
add_extent (LaneExtent *extent, const AnnalsEvent *event)
{
  AnnalsInstant first;
  AnnalsInstant last;

  extent->n_opens_left += opens_left (event);
  if (!find_bounds (event, &first, &last))
    return;
  extent->first = MIN (extent->first, first);
  extent->last = MAX (extent->last, last);
}

static void
remove_extent (LaneExtent *extent, const AnnalsEvent *event)
{
  AnnalsInstant first;
  AnnalsInstant last;

  extent->n_opens_left -= opens_left (event);
  if (find_bounds (event, &first, &last))
    extent->stale |= first == extent->first || last == extent->last;
}

static void
clear_extents (Attached *attached, guint n_lanes)
{
  g_array_set_size (attached->extents, n_lanes);
  for (guint i = 0; i < n_lanes; i++)
    g_array_index (attached->extents, LaneExtent, i) = (LaneExtent){ ANNALS_INSTANT_MAX,
                                                                     ANNALS_INSTANT_MIN, 0, FALSE };
}

typedef struct
{
  AnnalsDocument *document;
  LaneExtent *extent;
} Walk;

static gboolean
add_extent_cb (const AnnalsIndexEntry *entry, gpointer user_data)
{
  Walk *walk = user_data;

  add_extent (walk->extent, annals_document_get_event (walk->document, entry->event));
  return TRUE;
}

static const LaneExtent *
get_extent (Attached *attached, AnnalsDocument *document, guint lane)
{
  LaneExtent *extent = &g_array_index (attached->extents, LaneExtent, lane);

  if (extent->stale)
    {
      Walk walk = { document, extent };

      *extent = (LaneExtent){ ANNALS_INSTANT_MAX, ANNALS_INSTANT_MIN, 0, FALSE };
      annals_index_foreach (attached->index, lane, ANNALS_INSTANT_MIN, ANNALS_INSTANT_MAX,
                            add_extent_cb, &walk);
    }
  return extent;
}

static void
set_era (Attached *attached, guint event, gboolean is_era)
{
  guint from = 0;
  guint to = attached->eras->len;

  while (from < to)
    {
      guint middle = from + (to - from) / 2;

      if (g_array_index (attached->eras, guint, middle) < event)
        from = middle + 1;
      else
        to = middle;
    }
  if (is_era)
    g_array_insert_val (attached->eras, from, event);
  else
    g_array_remove_index (attached->eras, from);
}

/* --- Making it --- */

static gboolean
is_dated (const AnnalsEvent *event)
{
  return event != NULL && annals_event_get_drawn_date (event) != NULL;
}

static gboolean
is_dated_era (const AnnalsEvent *event)
{
  return is_dated (event) && event->is_era;
}

static AnnalsIndex *
create_index (AnnalsDocument *document, const AnnalsRange *range, Attached *attached)
{
  guint n_lanes = MIN (annals_document_get_n_lanes (document), ANNALS_INDEX_MOST_LANES);
  guint n_events = annals_document_get_n_events (document);
  AnnalsIndex *index = annals_index_new (n_lanes);
  gboolean eras = annals_eras_are_shown (document);

  for (guint i = 0; i < n_events; i++)
    {
      const AnnalsEvent *event = annals_document_get_event (document, i);

      if (!is_dated (event))
        continue;
      if (attached != NULL && event->is_era)
        g_array_append_val (attached->eras, i);
      else if (attached != NULL)
        attached->n_others++;
      if (event->lane >= n_lanes || (eras && event->is_era)
          || (range != NULL && !annals_document_is_in_range (document, event, range)))
        continue;
      add_event (index, i, event, n_events <= ANNALS_INDEX_MOST_BY_LENGTH);
      if (attached != NULL)
        add_extent (&g_array_index (attached->extents, LaneExtent, event->lane), event);
    }
  annals_index_build (index);
  return index;
}

static void
attached_fill (Attached *attached, AnnalsDocument *document)
{
  g_array_set_size (attached->eras, 0);
  attached->n_others = 0;
  clear_extents (attached, MIN (annals_document_get_n_lanes (document), ANNALS_INDEX_MOST_LANES));
  attached->index = create_index (document, NULL, attached);
}

/* Who was to be told of changes has nothing left that changes. */
static void
attached_drop (Attached *attached)
{
  g_clear_pointer (&attached->index, annals_index_unref);
  attached->n_followers = 0;
}

static void
attached_free (gpointer data)
{
  Attached *attached = data;

  attached_drop (attached);
  g_array_unref (attached->eras);
  g_array_unref (attached->extents);
  g_mutex_clear (&attached->mutex);
  g_free (attached);
}

static Attached *
get_attached (AnnalsDocument *document)
{
  return g_object_get_data (G_OBJECT (document), ATTACHED);
}

/* --- Following the document --- */

static void
drop_cb (AnnalsDocument *document)
{
  Attached *attached = get_attached (document);

  g_mutex_lock (&attached->mutex);
  attached_drop (attached);
  g_mutex_unlock (&attached->mutex);
}

/* Whether the index can follow: nobody keeps it as it was, and nothing of all the other events
 * depends on this one. */
static gboolean
can_follow (Attached *attached, AnnalsDocument *document, const AnnalsEvent *before, gint n_others)
{
  guint n_events = annals_document_get_n_events (document);

  return (guint) g_atomic_int_get (&attached->index->refs) == 1 + attached->n_followers
         /* Without other events, eras are shown as events. */
         && (attached->n_others == 0) == (n_others == 0)
         /* Now long ones weigh no more. */
         && !(before == NULL && n_events == ANNALS_INDEX_MOST_BY_LENGTH + 1);
}

static gboolean
follow_event (Attached *attached, AnnalsDocument *document, guint number, const AnnalsEvent *before)
{
  const AnnalsEvent *event = annals_document_get_event (document, number);
  AnnalsIndex *index = attached->index;
  gint n_others = (gint) attached->n_others + (is_dated (event) && !event->is_era)
                  - (is_dated (before) && !before->is_era);

  if (!can_follow (attached, document, before, n_others))
    return FALSE;
  if (is_dated_era (before) != is_dated_era (event))
    set_era (attached, number, is_dated_era (event));
  attached->n_others = (guint) n_others;
  if (annals_index_remove (index, number))
    remove_extent (&g_array_index (attached->extents, LaneExtent, before->lane), before);
  if (!is_dated (event) || event->lane >= index->n_lanes || (n_others > 0 && event->is_era))
    return TRUE;
  if (!add_event (index, number, event,
                  annals_document_get_n_events (document) <= ANNALS_INDEX_MOST_BY_LENGTH))
    return FALSE;
  add_extent (&g_array_index (attached->extents, LaneExtent, event->lane), event);
  return TRUE;
}

static void
event_changed_cb (AnnalsDocument *document, guint number, const AnnalsEvent *before)
{
  Attached *attached = get_attached (document);

  g_mutex_lock (&attached->mutex);
  if (attached->index != NULL && !follow_event (attached, document, number, before))
    attached_drop (attached);
  g_mutex_unlock (&attached->mutex);
}

/**
 * annals_index_attach:
 * @document: a document that nobody else has yet
 *
 * Makes the index of all of a document's events, to be found by annals_index_new_for_document().
 * So a thread that opens a document can make its index, too. When single events of the document
 * change, the index follows, which costs microseconds however many events there are.
 */
void
annals_index_attach (AnnalsDocument *document)
{
  Attached *attached;

  g_return_if_fail (ANNALS_IS_DOCUMENT (document));
  g_return_if_fail (get_attached (document) == NULL);

  attached = g_new0 (Attached, 1);
  g_mutex_init (&attached->mutex);
  attached->eras = g_array_new (FALSE, FALSE, sizeof (guint));
  attached->extents = g_array_new (FALSE, FALSE, sizeof (LaneExtent));
  attached_fill (attached, document);
  g_object_set_data_full (G_OBJECT (document), ATTACHED, attached, attached_free);
  g_signal_connect (document, "changed", G_CALLBACK (drop_cb), NULL);
  g_signal_connect (document, "event-changed", G_CALLBACK (event_changed_cb), NULL);
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
  Attached *attached;
  AnnalsIndex *index = NULL;

  g_return_val_if_fail (ANNALS_IS_DOCUMENT (document), NULL);

  attached = get_attached (document);
  if (attached != NULL && range == NULL)
    {
      g_mutex_lock (&attached->mutex);
      index = attached->index != NULL ? annals_index_ref (attached->index) : NULL;
      g_mutex_unlock (&attached->mutex);
    }
  return index != NULL ? index : create_index (document, range, NULL);
}

/*
 * annals_index_follow_document:
 * @document: a document
 *
 * As annals_index_new_for_document() for all events, for a layout of the main thread that is used
 * no more once the document has changed, and is freed then: the index may change under it.
 *
 * Returns: (transfer full): the index; see annals_index_unfollow_document()
 */
AnnalsIndex *
annals_index_follow_document (AnnalsDocument *document)
{
  Attached *attached = get_attached (document);
  AnnalsIndex *index;

  if (attached == NULL)
    return create_index (document, NULL, NULL);
  g_mutex_lock (&attached->mutex);
  if (attached->index == NULL)
    attached_fill (attached, document);
  index = annals_index_ref (attached->index);
  attached->n_followers++;
  g_mutex_unlock (&attached->mutex);
  return index;
}

/*
 * annals_index_unfollow_document:
 * @document: a document
 * @index: (transfer full): what annals_index_follow_document() returned for it
 */
void
annals_index_unfollow_document (AnnalsDocument *document, AnnalsIndex *index)
{
  Attached *attached = get_attached (document);

  if (attached != NULL)
    {
      g_mutex_lock (&attached->mutex);
      attached->n_followers -= index == attached->index;
      g_mutex_unlock (&attached->mutex);
    }
  annals_index_unref (index);
}

/*
 * annals_index_dup_eras:
 * @document: a document
 * @n_others: (out): how many dated events are no eras
 *
 * Returns: (transfer full) (nullable) (element-type guint): the dated eras, rising; %NULL when it
 * is not known, and the events have to be gone through
 */
GArray *
annals_index_dup_eras (AnnalsDocument *document, guint *n_others)
{
  Attached *attached = get_attached (document);
  GArray *eras = NULL;

  if (attached == NULL)
    return NULL;
  g_mutex_lock (&attached->mutex);
  if (attached->index != NULL)
    {
      eras = g_array_copy (attached->eras);
      *n_others = attached->n_others;
    }
  g_mutex_unlock (&attached->mutex);
  return eras;
}

/*
 * annals_index_get_lane_extent:
 * @document: a document
 * @index: an index
 * @lane: a lane
 * @first: (inout): made as early as the earliest known bound in the lane
 * @last: (inout): made as late as the latest
 * @opens_left: (inout): made %TRUE when something there always was
 *
 * Returns: whether that is known, since @index is that of the whole document; if not, the events
 *   have to be gone through
 */
gboolean
annals_index_get_lane_extent (AnnalsDocument *document,
                              const AnnalsIndex *index,
                              guint lane,
                              AnnalsInstant *first,
                              AnnalsInstant *last,
                              gboolean *opens_left)
{
  Attached *attached = get_attached (document);
  gboolean known = FALSE;

  if (attached == NULL)
    return FALSE;
  g_mutex_lock (&attached->mutex);
  known = attached->index == index;
  if (known && lane < attached->extents->len)
    {
      const LaneExtent *extent = get_extent (attached, document, lane);

      *first = MIN (*first, extent->first);
      *last = MAX (*last, extent->last);
      *opens_left |= extent->n_opens_left > 0;
    }
  g_mutex_unlock (&attached->mutex);
  return known;
}
