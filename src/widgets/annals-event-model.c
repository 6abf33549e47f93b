/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "annals-event-model.h"

/*
 * A list model over an array of event indices; it holds no rows of its own. The events are sorted
 * once for each way of sorting, by keys made beforehand, and the sorted ones are gone through for
 * every filter.
 */

struct _AnnalsEventItem
{
  GObject parent_instance;

  guint event;
};

G_DEFINE_FINAL_TYPE (AnnalsEventItem, annals_event_item, G_TYPE_OBJECT)

struct _AnnalsEventModel
{
  GObject parent_instance;

  AnnalsSelection *selection;
  AnnalsEventSort sort;
  AnnalsEventFilter filter;

  GArray *sorted;    /* of guint: all events as they are sorted */
  GArray *rows;      /* of guint: the events listed */
  GArray *positions; /* of guint: the row of each event, made when first asked for */
};

static void annals_event_model_list_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AnnalsEventModel,
                               annals_event_model,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      annals_event_model_list_init))

static guint options_changed_signal;

static void
annals_event_item_class_init (AnnalsEventItemClass *klass)
{
}

static void
annals_event_item_init (AnnalsEventItem *self)
{
}

static GType
annals_event_model_get_item_type (GListModel *list)
{
  return ANNALS_TYPE_EVENT_ITEM;
}

static guint
annals_event_model_get_n_items (GListModel *list)
{
  return ANNALS_EVENT_MODEL (list)->rows->len;
}

static gpointer
annals_event_model_get_item (GListModel *list, guint position)
{
  AnnalsEventModel *self = ANNALS_EVENT_MODEL (list);
  AnnalsEventItem *item = NULL;

  if (position >= self->rows->len)
    return NULL;

  item = g_object_new (ANNALS_TYPE_EVENT_ITEM, NULL);
  item->event = g_array_index (self->rows, guint, position);

  return item;
}

static void
annals_event_model_list_init (GListModelInterface *iface)
{
  iface->get_item_type = annals_event_model_get_item_type;
  iface->get_n_items = annals_event_model_get_n_items;
  iface->get_item = annals_event_model_get_item;
}

static GArray *
new_indices (guint n_reserved)
{
  return g_array_sized_new (FALSE, FALSE, sizeof (guint), n_reserved);
}

/* The events in the order of the text, the others behind them. */
static GArray *
sort_by_place (AnnalsEventModel *self, const guint *in_time, guint n_events)
{
  guint n_in_text = 0;
  const guint *in_text = annals_selection_get_order_in_text (self->selection, &n_in_text);
  g_autofree guint8 *seen = g_new0 (guint8, n_events + 1);
  GArray *sorted = new_indices (n_events);

  g_array_append_vals (sorted, in_text, n_in_text);
  for (guint i = 0; i < n_in_text; i++)
    seen[in_text[i]] = 1;
  for (guint i = 0; i < n_events; i++)
    if (!seen[in_time[i]])
      g_array_append_val (sorted, in_time[i]);

  return sorted;
}

/* Counts the events of each lane, from the top down, and so knows where each one goes. */
static GArray *
sort_by_lane (AnnalsEventModel *self, const guint *in_time, guint n_events)
{
  AnnalsDocument *document = annals_selection_get_document (self->selection);
  guint n_lanes = annals_document_get_n_lanes (document);
  g_autofree guint *next = g_new0 (guint, n_lanes + 2);
  g_autofree guint *positions = g_new0 (guint, n_lanes + 1);
  GArray *sorted = new_indices (n_events);

  g_array_set_size (sorted, n_events);
  for (guint i = 0; i < n_lanes; i++)
    positions[annals_document_get_lane_at (document, i)] = i;
  positions[n_lanes] = n_lanes;
  for (guint i = 0; i < n_events; i++)
    next[positions[MIN (annals_document_get_event (document, i)->lane, n_lanes)] + 1]++;
  for (guint i = 1; i <= n_lanes; i++)
    next[i] += next[i - 1];
  for (guint i = 0; i < n_events; i++)
    {
      guint lane = MIN (annals_document_get_event (document, in_time[i])->lane, n_lanes);

      g_array_index (sorted, guint, next[positions[lane]]++) = in_time[i];
    }

  return sorted;
}

typedef struct
{
  gchar *key;
  guint rank;
  guint event;
} Named;

static gint
compare_named_cb (gconstpointer a, gconstpointer b)
{
  const Named *first = a;
  const Named *second = b;
  gint order = strcmp (first->key, second->key);

  return order != 0 ? order : (first->rank > second->rank) - (first->rank < second->rank);
}

static GArray *
sort_by_label (AnnalsEventModel *self, const guint *in_time, guint n_events)
{
  AnnalsDocument *document = annals_selection_get_document (self->selection);
  g_autofree Named *named = g_new (Named, n_events + 1);
  GArray *sorted = new_indices (n_events);

  for (guint i = 0; i < n_events; i++)
    {
      const AnnalsEvent *event = annals_document_get_event (document, in_time[i]);

      named[i] = (Named){ g_utf8_collate_key (event->label, -1), i, in_time[i] };
    }
  qsort (named, n_events, sizeof *named, compare_named_cb);
  for (guint i = 0; i < n_events; i++)
    {
      g_array_append_val (sorted, named[i].event);
      g_free (named[i].key);
    }

  return sorted;
}

static GArray *
sort_by_date (AnnalsEventModel *self, const guint *in_time, guint n_events)
{
  GArray *sorted = new_indices (n_events);

  return g_array_append_vals (sorted, in_time, n_events);
}

typedef GArray *(*SortFunc) (AnnalsEventModel *self, const guint *in_time, guint n_events);

static const SortFunc sort_funcs[ANNALS_N_EVENT_SORTS] = {
  [ANNALS_EVENT_SORT_DATE] = sort_by_date,
  [ANNALS_EVENT_SORT_PLACE] = sort_by_place,
  [ANNALS_EVENT_SORT_LANE] = sort_by_lane,
  [ANNALS_EVENT_SORT_LABEL] = sort_by_label,
};

static gboolean
has_standing (const AnnalsEvent *event, gint standing)
{
  for (guint i = 0; i < event->n_passages; i++)
    if ((gint) event->passages[i].place.standing == standing)
      return TRUE;

  return FALSE;
}

static gboolean
passes (const AnnalsEvent *event, const AnnalsEventFilter *filter)
{
  return (filter->lane < 0 || event->lane == (guint) filter->lane)
         && (filter->status < 0 || event->status == (AnnalsStatus) filter->status)
         && (!filter->without_passages || event->n_passages == 0)
         && (filter->standing < 0 || has_standing (event, filter->standing));
}

static GArray *
filter_sorted (AnnalsEventModel *self)
{
  AnnalsDocument *document = annals_selection_get_document (self->selection);
  guint n_found = 0;
  const guint8 *found = annals_search_get_found (annals_selection_get_search (self->selection),
                                                 &n_found);
  AnnalsTimeFilter *time_filter = annals_selection_get_time_filter (self->selection);
  GArray *rows = new_indices (self->sorted->len);

  for (guint i = 0; i < self->sorted->len; i++)
    {
      guint event = g_array_index (self->sorted, guint, i);

      if ((found != NULL && (event >= n_found || !found[event]))
          || !annals_time_filter_has_event (time_filter, (gint) event))
        continue;
      if (passes (annals_document_get_event (document, event), &self->filter))
        g_array_append_val (rows, event);
    }

  return rows;
}

/* Lists anew, and says so when that makes a difference. */
static void
filter_anew (AnnalsEventModel *self)
{
  GArray *rows = filter_sorted (self);
  g_autoptr (GArray) before = self->rows;

  if (before->len == rows->len
      && (rows->len == 0 || memcmp (before->data, rows->data, rows->len * sizeof (guint)) == 0))
    {
      self->rows = g_array_ref (before);
      g_array_unref (rows);
      return;
    }

  self->rows = rows;
  g_clear_pointer (&self->positions, g_array_unref);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, before->len, rows->len);
}

static void
sort_anew (AnnalsEventModel *self)
{
  guint n_events = 0;
  const guint *in_time = annals_selection_get_order_in_time (self->selection, &n_events);

  g_clear_pointer (&self->positions, g_array_unref); /* has a place for each event */
  g_clear_pointer (&self->sorted, g_array_unref);
  self->sorted = sort_funcs[self->sort](self, in_time, n_events);
  filter_anew (self);
}

/* Whether an event is an era makes no difference here. A row may say other things though it stands
 * where it stood. */
static void
event_changed_cb (AnnalsEventModel *self, guint index, const AnnalsEvent *before)
{
  AnnalsDocument *document = annals_selection_get_document (self->selection);
  g_autoptr (GArray) rows = g_array_ref (self->rows);
  guint position;

  if (!annals_event_is_elsewhere (annals_document_get_event (document, index), before))
    return;
  sort_anew (self);
  if (rows == self->rows && annals_event_model_find (self, (gint) index, &position))
    g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 1);
}

static void
lanes_changed_cb (AnnalsEventModel *self)
{
  if (self->sort == ANNALS_EVENT_SORT_LANE)
    sort_anew (self);
}

static void
where_changed_cb (AnnalsEventModel *self)
{
  if (self->sort == ANNALS_EVENT_SORT_PLACE)
    sort_anew (self);
}

static void
annals_event_model_dispose (GObject *object)
{
  AnnalsEventModel *self = ANNALS_EVENT_MODEL (object);

  if (self->selection != NULL)
    {
      AnnalsDocument *document = annals_selection_get_document (self->selection);

      g_signal_handlers_disconnect_by_data (annals_selection_get_search (self->selection), self);
      g_signal_handlers_disconnect_by_data (annals_selection_get_time_filter (self->selection),
                                            self);
      g_signal_handlers_disconnect_by_data (document, self);
      g_signal_handlers_disconnect_by_data (self->selection, self);
    }
  g_clear_object (&self->selection);
  g_clear_pointer (&self->sorted, g_array_unref);
  g_clear_pointer (&self->positions, g_array_unref);
  G_OBJECT_CLASS (annals_event_model_parent_class)->dispose (object);
}

static void
annals_event_model_finalize (GObject *object)
{
  g_array_unref (ANNALS_EVENT_MODEL (object)->rows);
  G_OBJECT_CLASS (annals_event_model_parent_class)->finalize (object);
}

static void
annals_event_model_class_init (AnnalsEventModelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = annals_event_model_dispose;
  G_OBJECT_CLASS (klass)->finalize = annals_event_model_finalize;

  options_changed_signal = g_signal_new ("options-changed", G_TYPE_FROM_CLASS (klass),
                                         G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
annals_event_model_init (AnnalsEventModel *self)
{
  self->filter = (AnnalsEventFilter) ANNALS_EVENT_FILTER_INIT;
  self->rows = new_indices (0);
}

/**
 * annals_event_item_get_event:
 * @self: a row
 *
 * Returns: the index of its event in the document
 */
guint
annals_event_item_get_event (AnnalsEventItem *self)
{
  g_return_val_if_fail (ANNALS_IS_EVENT_ITEM (self), 0);

  return self->event;
}

/**
 * annals_event_model_new:
 * @selection: a selection
 *
 * Returns: (transfer full): a new model of the events of the selection's document
 */
AnnalsEventModel *
annals_event_model_new (AnnalsSelection *selection)
{
  AnnalsEventModel *self = NULL;

  g_return_val_if_fail (ANNALS_IS_SELECTION (selection), NULL);

  self = g_object_new (ANNALS_TYPE_EVENT_MODEL, NULL);
  self->selection = g_object_ref (selection);
  g_signal_connect_swapped (annals_selection_get_search (selection), "changed",
                            G_CALLBACK (filter_anew), self);
  g_signal_connect_swapped (annals_selection_get_time_filter (selection), "changed",
                            G_CALLBACK (filter_anew), self);
  g_signal_connect_swapped (annals_selection_get_document (selection), "changed",
                            G_CALLBACK (sort_anew), self);
  g_signal_connect_swapped (annals_selection_get_document (selection), "event-changed",
                            G_CALLBACK (event_changed_cb), self);
  g_signal_connect_swapped (annals_selection_get_document (selection), "lanes-changed",
                            G_CALLBACK (lanes_changed_cb), self);
  g_signal_connect_swapped (selection, "where-changed", G_CALLBACK (where_changed_cb), self);
  sort_anew (self);

  return self;
}

/**
 * annals_event_model_get_selection:
 * @self: a model
 *
 * Returns: (transfer none): the selection of the window
 */
AnnalsSelection *
annals_event_model_get_selection (AnnalsEventModel *self)
{
  g_return_val_if_fail (ANNALS_IS_EVENT_MODEL (self), NULL);

  return self->selection;
}

/**
 * annals_event_model_get_sort:
 * @self: a model
 *
 * Returns: how the rows are sorted
 */
AnnalsEventSort
annals_event_model_get_sort (AnnalsEventModel *self)
{
  g_return_val_if_fail (ANNALS_IS_EVENT_MODEL (self), ANNALS_EVENT_SORT_DATE);

  return self->sort;
}

/**
 * annals_event_model_set_sort:
 * @self: a model
 * @sort: how to sort
 *
 * Sorts the rows in another way.
 */
void
annals_event_model_set_sort (AnnalsEventModel *self, AnnalsEventSort sort)
{
  g_return_if_fail (ANNALS_IS_EVENT_MODEL (self));
  g_return_if_fail ((guint) sort < ANNALS_N_EVENT_SORTS);

  if (self->sort == sort)
    return;

  self->sort = sort;
  sort_anew (self);
  g_signal_emit (self, options_changed_signal, 0);
}

/**
 * annals_event_model_get_filter:
 * @self: a model
 * @filter: (out): which events are listed
 *
 * Looks up what narrows the list, apart from what is looked for.
 */
void
annals_event_model_get_filter (AnnalsEventModel *self, AnnalsEventFilter *filter)
{
  g_return_if_fail (ANNALS_IS_EVENT_MODEL (self));

  *filter = self->filter;
}

/**
 * annals_event_model_set_filter:
 * @self: a model
 * @filter: which events to list
 *
 * Lists other events. What is looked for narrows the list further.
 */
void
annals_event_model_set_filter (AnnalsEventModel *self, const AnnalsEventFilter *filter)
{
  g_return_if_fail (ANNALS_IS_EVENT_MODEL (self));

  self->filter = *filter;
  filter_anew (self);
  g_signal_emit (self, options_changed_signal, 0);
}

/**
 * annals_event_model_count:
 * @self: a model
 * @filter: which events to count
 *
 * Returns: how many events of the document @filter lets through, whatever is looked for
 */
guint
annals_event_model_count (AnnalsEventModel *self, const AnnalsEventFilter *filter)
{
  AnnalsDocument *document = NULL;
  guint n_events = 0;

  g_return_val_if_fail (ANNALS_IS_EVENT_MODEL (self), 0);

  document = annals_selection_get_document (self->selection);
  for (guint i = 0; i < annals_document_get_n_events (document); i++)
    n_events += passes (annals_document_get_event (document, i), filter);

  return n_events;
}

/**
 * annals_event_model_find:
 * @self: a model
 * @event: index of an event in the document
 * @position: (out): its row
 *
 * Looks up the row of an event.
 *
 * Returns: whether there is one
 */
gboolean
annals_event_model_find (AnnalsEventModel *self, gint event, guint *position)
{
  g_return_val_if_fail (ANNALS_IS_EVENT_MODEL (self), FALSE);

  if (event < 0 || (guint) event >= self->sorted->len)
    return FALSE;

  if (self->positions == NULL)
    {
      self->positions = new_indices (self->sorted->len);
      g_array_set_size (self->positions, self->sorted->len);
      memset (self->positions->data, 0xff, self->sorted->len * sizeof (guint));
      for (guint i = 0; i < self->rows->len; i++)
        g_array_index (self->positions, guint, g_array_index (self->rows, guint, i)) = i;
    }
  if (g_array_index (self->positions, guint, event) == G_MAXUINT)
    return FALSE;

  *position = g_array_index (self->positions, guint, event);
  return TRUE;
}
