/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annals-selection.h"

/*
 * What is selected in a window, and the two orders in which events are walked: in time (by the
 * drawn date) and in the text shown (by the first passage found there). Both orders are computed
 * when they are first asked for; the text's anew when another text is shown.
 */

typedef struct
{
  gint64 start;
  guint event;
} TextEntry;

struct _AnnalsSelection
{
  GObject parent_instance;

  AnnalsDocument *document;
  AnnalsWhere where;
  gint event;
  gint passage;
  gint hovered;
  AnnalsSearch *search; /* made when first asked for */

  GArray *in_time; /* of guint */
  GArray *in_text; /* of guint, only events with a passage found in the text shown */
};

G_DEFINE_FINAL_TYPE (AnnalsSelection, annals_selection, G_TYPE_OBJECT)

enum
{
  PROP_WHERE = 1,
  N_PROPS
};

enum
{
  SIGNAL_CHANGED,
  SIGNAL_HOVER_CHANGED,
  SIGNAL_WHERE_CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static const AnnalsEvent *
lookup_event (AnnalsSelection *self, gint event)
{
  if (event < 0 || (guint) event >= annals_document_get_n_events (self->document))
    return NULL;

  return annals_document_get_event (self->document, event);
}

static gint
first_passage_in (const AnnalsEvent *event, AnnalsWhere where)
{
  for (guint i = 0; i < event->n_passages; i++)
    if (event->passages[i].where == where)
      return i;

  return -1;
}

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

static void
annals_selection_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  AnnalsSelection *self = ANNALS_SELECTION (object);

  switch (prop_id)
    {
    case PROP_WHERE:
      g_value_set_int (value, self->where);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
annals_selection_set_property (GObject *object,
                               guint prop_id,
                               const GValue *value,
                               GParamSpec *pspec)
{
  AnnalsSelection *self = ANNALS_SELECTION (object);

  switch (prop_id)
    {
    case PROP_WHERE:
      annals_selection_set_where (self, g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
annals_selection_dispose (GObject *object)
{
  AnnalsSelection *self = ANNALS_SELECTION (object);

  g_clear_object (&self->search);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (annals_selection_parent_class)->dispose (object);
}

static void
annals_selection_finalize (GObject *object)
{
  AnnalsSelection *self = ANNALS_SELECTION (object);

  g_clear_pointer (&self->in_time, g_array_unref);
  g_clear_pointer (&self->in_text, g_array_unref);
  G_OBJECT_CLASS (annals_selection_parent_class)->finalize (object);
}

static guint
add_signal (AnnalsSelectionClass *klass, const gchar *name)
{
  return g_signal_new (name, G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                       G_TYPE_NONE, 0);
}

static void
annals_selection_class_init (AnnalsSelectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = annals_selection_get_property;
  object_class->set_property = annals_selection_set_property;
  object_class->dispose = annals_selection_dispose;
  object_class->finalize = annals_selection_finalize;

  properties[PROP_WHERE] = g_param_spec_int (
      "where", NULL, NULL, ANNALS_WHERE_TEXT, ANNALS_WHERE_SOURCE, ANNALS_WHERE_TEXT,
      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_CHANGED] = add_signal (klass, "changed");
  signals[SIGNAL_HOVER_CHANGED] = add_signal (klass, "hover-changed");
  signals[SIGNAL_WHERE_CHANGED] = add_signal (klass, "where-changed");
}

static void
annals_selection_init (AnnalsSelection *self)
{
  self->event = ANNALS_NO_EVENT;
  self->hovered = ANNALS_NO_EVENT;
  self->passage = -1;
}

/**
 * annals_selection_new:
 * @document: the document whose events are selected
 *
 * Makes a selection with nothing selected. The text shown is the source when the document has one
 * open, else the document's own.
 *
 * Returns: (transfer full): a new selection
 */
AnnalsSelection *
annals_selection_new (AnnalsDocument *document)
{
  AnnalsSelection *self = NULL;

  g_return_val_if_fail (ANNALS_IS_DOCUMENT (document), NULL);

  self = g_object_new (ANNALS_TYPE_SELECTION, NULL);
  self->document = g_object_ref (document);
  if (annals_document_get_text (document, ANNALS_WHERE_SOURCE) != NULL)
    self->where = ANNALS_WHERE_SOURCE;

  return self;
}

/**
 * annals_selection_get_document:
 * @self: a selection
 *
 * Returns: (transfer none): the document whose events are selected
 */
AnnalsDocument *
annals_selection_get_document (AnnalsSelection *self)
{
  g_return_val_if_fail (ANNALS_IS_SELECTION (self), NULL);

  return self->document;
}

/**
 * annals_selection_get_search:
 * @self: a selection
 *
 * Returns: (transfer none): what is looked for in the document, and where it was found
 */
AnnalsSearch *
annals_selection_get_search (AnnalsSelection *self)
{
  g_return_val_if_fail (ANNALS_IS_SELECTION (self), NULL);

  if (self->search == NULL)
    self->search = annals_search_new (self->document, self->where);

  return self->search;
}

/**
 * annals_selection_get_where:
 * @self: a selection
 *
 * Returns: which of the document's texts is shown
 */
AnnalsWhere
annals_selection_get_where (AnnalsSelection *self)
{
  g_return_val_if_fail (ANNALS_IS_SELECTION (self), ANNALS_WHERE_TEXT);

  return self->where;
}

/**
 * annals_selection_set_where:
 * @self: a selection
 * @where: the text to show
 *
 * Shows the other text. The selected event stays; its passage becomes its first one in that text.
 * Does nothing when the document has no such text open.
 */
void
annals_selection_set_where (AnnalsSelection *self, AnnalsWhere where)
{
  const AnnalsEvent *event = NULL;

  g_return_if_fail (ANNALS_IS_SELECTION (self));

  if (self->where == where || annals_document_get_text (self->document, where) == NULL)
    return;

  self->where = where;
  g_clear_pointer (&self->in_text, g_array_unref);
  if (self->search != NULL)
    annals_search_set_where (self->search, where);
  g_signal_emit (self, signals[SIGNAL_WHERE_CHANGED], 0);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WHERE]);

  event = lookup_event (self, self->event);
  if (event == NULL)
    return;
  if (self->passage >= 0 && event->passages[self->passage].where == where)
    return;
  self->passage = first_passage_in (event, where);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * annals_selection_get_event:
 * @self: a selection
 *
 * Returns: the index of the selected event, or %ANNALS_NO_EVENT
 */
gint
annals_selection_get_event (AnnalsSelection *self)
{
  g_return_val_if_fail (ANNALS_IS_SELECTION (self), ANNALS_NO_EVENT);

  return self->event;
}

/**
 * annals_selection_get_passage:
 * @self: a selection
 *
 * Returns: the index of the selected passage among the passages of the selected event, or -1
 */
gint
annals_selection_get_passage (AnnalsSelection *self)
{
  g_return_val_if_fail (ANNALS_IS_SELECTION (self), -1);

  return self->passage;
}

/**
 * annals_selection_select:
 * @self: a selection
 * @event: index of an event, or %ANNALS_NO_EVENT
 * @passage: index of one of its passages, or -1 for its first in the text shown
 *
 * Selects an event and one of its passages. A passage of the text that is not shown makes that one
 * the text shown, when it is open.
 */
void
annals_selection_select (AnnalsSelection *self, gint event, gint passage)
{
  const AnnalsEvent *record = NULL;

  g_return_if_fail (ANNALS_IS_SELECTION (self));

  record = lookup_event (self, event);
  if (record == NULL)
    event = ANNALS_NO_EVENT;
  if (record == NULL)
    passage = -1;
  else if (passage < 0 || (guint) passage >= record->n_passages)
    passage = first_passage_in (record, self->where);

  if (self->event == event && self->passage == passage)
    return;

  self->event = event;
  self->passage = passage;
  if (passage >= 0)
    annals_selection_set_where (self, record->passages[passage].where);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * annals_selection_clear:
 * @self: a selection
 *
 * Selects nothing.
 */
void
annals_selection_clear (AnnalsSelection *self)
{
  annals_selection_select (self, ANNALS_NO_EVENT, -1);
}

/**
 * annals_selection_get_hovered:
 * @self: a selection
 *
 * Returns: the index of the event under the pointer, or %ANNALS_NO_EVENT
 */
gint
annals_selection_get_hovered (AnnalsSelection *self)
{
  g_return_val_if_fail (ANNALS_IS_SELECTION (self), ANNALS_NO_EVENT);

  return self->hovered;
}

/**
 * annals_selection_set_hovered:
 * @self: a selection
 * @event: index of the event under the pointer, or %ANNALS_NO_EVENT
 *
 * Says what the pointer is over.
 */
void
annals_selection_set_hovered (AnnalsSelection *self, gint event)
{
  g_return_if_fail (ANNALS_IS_SELECTION (self));

  if (lookup_event (self, event) == NULL)
    event = ANNALS_NO_EVENT;
  if (self->hovered == event)
    return;

  self->hovered = event;
  g_signal_emit (self, signals[SIGNAL_HOVER_CHANGED], 0);
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

  event = lookup_event (self, self->event);
  if (event == NULL)
    return FALSE;

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
 * without a date come last. With nothing selected it
 * begins at the first or the last event.
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
