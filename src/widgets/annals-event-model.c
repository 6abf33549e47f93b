/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annals-event-model.h"

/* A list model over the order in time that the selection keeps; it holds no rows of its own. */

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
  GArray *positions; /* of guint: the row of each event, made when first asked for */
};

static void annals_event_model_list_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AnnalsEventModel,
                               annals_event_model,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      annals_event_model_list_init))

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
  AnnalsEventModel *self = ANNALS_EVENT_MODEL (list);

  return annals_document_get_n_events (annals_selection_get_document (self->selection));
}

static gpointer
annals_event_model_get_item (GListModel *list, guint position)
{
  AnnalsEventModel *self = ANNALS_EVENT_MODEL (list);
  AnnalsEventItem *item = NULL;
  guint n_events = 0;
  const guint *order = annals_selection_get_order_in_time (self->selection, &n_events);

  if (position >= n_events)
    return NULL;

  item = g_object_new (ANNALS_TYPE_EVENT_ITEM, NULL);
  item->event = order[position];

  return item;
}

static void
annals_event_model_list_init (GListModelInterface *iface)
{
  iface->get_item_type = annals_event_model_get_item_type;
  iface->get_n_items = annals_event_model_get_n_items;
  iface->get_item = annals_event_model_get_item;
}

static void
annals_event_model_dispose (GObject *object)
{
  AnnalsEventModel *self = ANNALS_EVENT_MODEL (object);

  g_clear_object (&self->selection);
  g_clear_pointer (&self->positions, g_array_unref);
  G_OBJECT_CLASS (annals_event_model_parent_class)->dispose (object);
}

static void
annals_event_model_class_init (AnnalsEventModelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = annals_event_model_dispose;
}

static void
annals_event_model_init (AnnalsEventModel *self)
{
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

  return self;
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
  guint n_events = 0;
  const guint *order = NULL;

  g_return_val_if_fail (ANNALS_IS_EVENT_MODEL (self), FALSE);

  order = annals_selection_get_order_in_time (self->selection, &n_events);
  if (event < 0 || (guint) event >= n_events)
    return FALSE;

  if (self->positions == NULL)
    {
      self->positions = g_array_sized_new (FALSE, FALSE, sizeof (guint), n_events);
      g_array_set_size (self->positions, n_events);
      for (guint i = 0; i < n_events; i++)
        g_array_index (self->positions, guint, order[i]) = i;
    }
  *position = g_array_index (self->positions, guint, event);

  return TRUE;
}
