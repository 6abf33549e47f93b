/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annals-selection-private.h"

/*
 * The walk through passages and events. There are two orders of events: in time (by the drawn date)
 * and in the text shown (by the first passage found there). Both are computed when they are first
 * asked for; the text's anew when another text is shown.
 */

typedef struct
{
  gint64 start;
  guint event;
} TextEntry;

static gint64
first_start_in (const AnnalsEvent *event, AnnalsWhere where)
{
  gint64 first = -1;

  for (guint i = 0; i < event->n_passages; i++)
    {
      const AnnalsPassage *passage = &event->passages[i];

      if (passage->where != where || !annals_standing_is_placed (passage->place.standing))
        continue;
      if (first < 0 || passage->place.start < first)
        first = passage->place.start;
    }

  return first;
}

/* Where a span stands in the order: its begin, or its end when it has no begin ("by 2007"). */
static AnnalsInstant
get_order_instant (const AnnalsSpan *span)
{
  AnnalsInstant earliest = annals_span_get_earliest (span);

  return annals_instant_is_open (earliest) ? annals_span_get_latest (span) : earliest;
}

static gint
compare_spans (const AnnalsSpan *a, const AnnalsSpan *b)
{
  AnnalsInstant first = get_order_instant (a);
  AnnalsInstant second = get_order_instant (b);

  if (first != second)
    return first < second ? -1 : 1;

  return annals_span_compare (a, b);
}

static gint
compare_in_time_cb (gconstpointer a, gconstpointer b, gpointer user_data)
{
  AnnalsDocument *document = user_data;
  const guint *first = a;
  const guint *second = b;
  const AnnalsDate *first_date = annals_event_get_drawn_date (
      annals_document_get_event (document, *first));
  const AnnalsDate *second_date = annals_event_get_drawn_date (
      annals_document_get_event (document, *second));
  gint order = 0;

  if (first_date != NULL && second_date != NULL)
    order = compare_spans (annals_date_get_span (first_date), annals_date_get_span (second_date));
  else
    order = (first_date == NULL) - (second_date == NULL);

  return order != 0 ? order : (*first > *second) - (*first < *second);
}

static gint
compare_entries_cb (gconstpointer a, gconstpointer b)
{
  const TextEntry *first = a;
  const TextEntry *second = b;

  if (first->start != second->start)
    return first->start < second->start ? -1 : 1;

  return (first->event > second->event) - (first->event < second->event);
}

static GArray *
ensure_in_time (AnnalsSelection *self)
{
  guint n_events = annals_document_get_n_events (self->document);

  if (self->in_time != NULL && self->in_time->len == n_events)
    return self->in_time;

  g_clear_pointer (&self->in_time, g_array_unref);
  self->in_time = g_array_sized_new (FALSE, FALSE, sizeof (guint), n_events);
  for (guint i = 0; i < n_events; i++)
    g_array_append_val (self->in_time, i);
  g_array_sort_with_data (self->in_time, compare_in_time_cb, self->document);

  return self->in_time;
}

/* The first place in the order that is not before an event. */
static guint
find_place_in_time (AnnalsSelection *self, guint event)
{
  guint from = 0;
  guint to = self->in_time->len;

  while (from < to)
    {
      guint middle = from + (to - from) / 2;

      if (compare_in_time_cb (&g_array_index (self->in_time, guint, middle), &event, self->document)
          < 0)
        from = middle + 1;
      else
        to = middle;
    }
  return from;
}

/*
 * annals_selection_follow_event:
 * @self: a selection
 * @event: index of an event that has changed
 * @before: (nullable): what it was; %NULL when it was added
 *
 * Puts the event where it belongs in the orders that are known.
 */
void
annals_selection_follow_event (AnnalsSelection *self, guint event, const AnnalsEvent *before)
{
  const AnnalsEvent *now = annals_document_get_event (self->document, event);

  if (before == NULL)
    g_clear_pointer (&self->in_text, g_array_unref);
  if (self->in_time == NULL
      || (before != NULL && now->cited == before->cited && now->record == before->record))
    return;
  for (guint i = 0; before != NULL && i < self->in_time->len; i++)
    if (g_array_index (self->in_time, guint, i) == event)
      {
        g_array_remove_index (self->in_time, i);
        break;
      }
  g_array_insert_val (self->in_time, find_place_in_time (self, event), event);
}

static GArray *
ensure_in_text (AnnalsSelection *self)
{
  g_autoptr (GArray) entries = NULL;
  guint n_events = annals_document_get_n_events (self->document);

  if (self->in_text != NULL)
    return self->in_text;

  entries = g_array_new (FALSE, FALSE, sizeof (TextEntry));
  for (guint i = 0; i < n_events; i++)
    {
      TextEntry entry
          = { first_start_in (annals_document_get_event (self->document, i), self->where), i };

      if (entry.start >= 0)
        g_array_append_val (entries, entry);
    }
  g_array_sort (entries, compare_entries_cb);

  self->in_text = g_array_sized_new (FALSE, FALSE, sizeof (guint), entries->len);
  for (guint i = 0; i < entries->len; i++)
    g_array_append_val (self->in_text, g_array_index (entries, TextEntry, i).event);

  return self->in_text;
}

/* Selects the event that is `step` further in `order`; the first or last one when none is. */
static gboolean
step_in_order (AnnalsSelection *self, GArray *order, gint step)
{
  gint64 target = step > 0 ? 0 : (gint64) order->len - 1;

  if (order->len == 0 || step == 0)
    return FALSE;

  for (guint i = 0; self->event >= 0 && i < order->len; i++)
    {
      if (g_array_index (order, guint, i) != (guint) self->event)
        continue;
      target = (gint64) i + step;
      break;
    }

  if (target < 0 || target >= order->len)
    return FALSE;

  annals_selection_select (self, g_array_index (order, guint, target), -1);
  return TRUE;
}

/**
 * annals_selection_step_passage:
 * @self: a selection
 * @step: how many passages further; negative for back
 *
 * Walks the passages that the selected event has in the text shown, round and round.
 *
 * Returns: whether there is one
 */
gboolean
annals_selection_step_passage (AnnalsSelection *self, gint step)
{
  const AnnalsEvent *event = NULL;
  g_autoptr (GArray) shown = NULL;
  gint current = -1;

  g_return_val_if_fail (ANNALS_IS_SELECTION (self), FALSE);

  if (self->event < 0)
    return FALSE;

  event = annals_document_get_event (self->document, (guint) self->event);
  shown = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < event->n_passages; i++)
    {
      if (event->passages[i].where != self->where)
        continue;
      if ((gint) i == self->passage)
        current = shown->len;
      g_array_append_val (shown, i);
    }
  if (shown->len == 0)
    return FALSE;

  if (current < 0)
    current = step > 0 ? -1 : 0;
  current = (current + step) % (gint) shown->len;
  if (current < 0)
    current += shown->len;
  annals_selection_select (self, self->event, g_array_index (shown, guint, current));

  return TRUE;
}

/**
 * annals_selection_step_in_time:
 * @self: a selection
 * @step: how many events further; negative for back
 *
 * Walks the events by the begin of their drawn dates (the end, where there is no begin); those
 * without a date come last. With nothing selected it begins at the first or the last event.
 *
 * Returns: whether another event was selected
 */
gboolean
annals_selection_step_in_time (AnnalsSelection *self, gint step)
{
  g_return_val_if_fail (ANNALS_IS_SELECTION (self), FALSE);

  return step_in_order (self, ensure_in_time (self), step);
}

/**
 * annals_selection_step_in_text:
 * @self: a selection
 * @step: how many events further; negative for back
 *
 * Walks the events in the order in which the text shown first mentions them.
 *
 * Returns: whether another event was selected
 */
gboolean
annals_selection_step_in_text (AnnalsSelection *self, gint step)
{
  g_return_val_if_fail (ANNALS_IS_SELECTION (self), FALSE);

  return step_in_order (self, ensure_in_text (self), step);
}

/**
 * annals_selection_get_order_in_time:
 * @self: a selection
 * @n_events: (out): how many events there are
 *
 * Returns: (transfer none) (array length=n_events): the indices of all events by drawn date, those
 *   without a date last
 */
const guint *
annals_selection_get_order_in_time (AnnalsSelection *self, guint *n_events)
{
  GArray *order = NULL;

  g_return_val_if_fail (ANNALS_IS_SELECTION (self), NULL);
  g_return_val_if_fail (n_events != NULL, NULL);

  order = ensure_in_time (self);
  *n_events = order->len;

  return (const guint *) (gpointer) order->data;
}

/**
 * annals_selection_get_order_in_text:
 * @self: a selection
 * @n_events: (out): how many events have a passage found in the text shown
 *
 * Returns: (transfer none) (array length=n_events): the indices of these events, in the order in
 *   which the text first mentions them; valid until another text is shown
 */
const guint *
annals_selection_get_order_in_text (AnnalsSelection *self, guint *n_events)
{
  GArray *order = NULL;

  g_return_val_if_fail (ANNALS_IS_SELECTION (self), NULL);

  order = ensure_in_text (self);
  *n_events = order->len;

  return (const guint *) (gconstpointer) order->data;
}
