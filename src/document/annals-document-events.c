/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "annals-document-private.h"

/*
 * The events of a document. What becomes of one of them is told with what it was, so that nobody
 * has to look at all the others.
 */

/**
 * annals_document_get_n_events:
 * @self: a document
 *
 * Returns: how many events it has
 */
guint
annals_document_get_n_events (AnnalsDocument *self)
{
  g_return_val_if_fail (ANNALS_IS_DOCUMENT (self), 0);

  return self->events->len;
}

/**
 * annals_document_get_event:
 * @self: a document
 * @index: index of an event
 *
 * Lends an event.
 *
 * Returns: (transfer none): the event, valid until an event is taken
 */
const AnnalsEvent *
annals_document_get_event (AnnalsDocument *self, guint index)
{
  g_return_val_if_fail (ANNALS_IS_DOCUMENT (self), NULL);
  g_return_val_if_fail (index < self->events->len, NULL);

  return &g_array_index (self->events, AnnalsEvent, index);
}

/**
 * annals_document_take_event:
 * @self: a document
 * @event: (transfer full): an event with an id that no other event of @self has, a label, and a
 *   lane of @self; left empty
 *
 * Moves an event into the document and places its passages in the texts that are open. Emits
 * #AnnalsDocument::event-changed.
 *
 * Returns: the index of the event
 */
guint
annals_document_take_event (AnnalsDocument *self, AnnalsEvent *event)
{
  guint index;

  g_return_val_if_fail (ANNALS_IS_DOCUMENT (self), G_MAXUINT);
  g_return_val_if_fail (event != NULL && event->id != NULL && event->label != NULL, G_MAXUINT);
  g_return_val_if_fail (event->lane < self->lanes->len, G_MAXUINT);
  g_return_val_if_fail (!g_hash_table_contains (self->event_indices, event->id), G_MAXUINT);

  for (guint i = 0; i < event->n_passages; i++)
    annals_document_place_passage (self, &event->passages[i]);
  index = self->events->len;
  g_array_append_vals (self->events, event, 1);
  if (event->is_pinned)
    g_array_append_val (self->pinned, index);
  g_hash_table_insert (self->event_indices, event->id, GUINT_TO_POINTER (index));
  *event = (AnnalsEvent){ 0 };
  annals_document_emit_event_changed (self, index, NULL);
  return index;
}

/**
 * annals_document_set_event_is_era:
 * @self: a document
 * @index: index of an event
 * @is_era: whether it is an era
 *
 * Makes an event the background of others, or one among them. Emits #AnnalsDocument::event-changed.
 * What a person does goes through the history; see annals_event_show_as_era().
 */
void
annals_document_set_event_is_era (AnnalsDocument *self, guint index, gboolean is_era)
{
  AnnalsEvent *event;
  AnnalsEvent before;

  g_return_if_fail (ANNALS_IS_DOCUMENT (self));
  g_return_if_fail (index < self->events->len);

  event = &g_array_index (self->events, AnnalsEvent, index);
  if (!event->is_era == !is_era)
    return;
  before = *event;
  event->is_era = is_era;
  annals_document_emit_event_changed (self, index, &before);
}

static void
set_pinned (GArray *pinned, guint event, gboolean is_pinned)
{
  guint at = 0;

  while (at < pinned->len && g_array_index (pinned, guint, at) < event)
    at++;
  if (is_pinned)
    g_array_insert_val (pinned, at, event);
  else
    g_array_remove_index (pinned, at);
}

/**
 * annals_document_set_event_is_pinned:
 * @self: a document
 * @index: index of an event
 * @is_pinned: whether it is pinned
 *
 * Has an event shown on its own however many there are beside it, or no longer. Emits
 * #AnnalsDocument::event-changed. What a person does goes through the history; see
 * annals_event_pin().
 */
void
annals_document_set_event_is_pinned (AnnalsDocument *self, guint index, gboolean is_pinned)
{
  AnnalsEvent *event;
  AnnalsEvent before;

  g_return_if_fail (ANNALS_IS_DOCUMENT (self));
  g_return_if_fail (index < self->events->len);

  event = &g_array_index (self->events, AnnalsEvent, index);
  if (!event->is_pinned == !is_pinned)
    return;
  before = *event;
  event->is_pinned = is_pinned;
  set_pinned (self->pinned, index, is_pinned);
  annals_document_emit_event_changed (self, index, &before);
}

/**
 * annals_document_get_pinned:
 * @self: a document
 * @n_pinned: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_pinned): the indices of the pinned events, rising; as
 * long as the document does not change
 */
const guint *
annals_document_get_pinned (AnnalsDocument *self, guint *n_pinned)
{
  g_return_val_if_fail (ANNALS_IS_DOCUMENT (self), NULL);

  *n_pinned = self->pinned->len;
  return (const guint *) (gpointer) self->pinned->data;
}

/**
 * annals_document_set_event_lane:
 * @self: a document
 * @index: index of an event
 * @lane: index of a lane
 *
 * Puts an event into another lane. Emits #AnnalsDocument::event-changed. What a person does goes
 * through the history; see annals_event_move().
 */
void
annals_document_set_event_lane (AnnalsDocument *self, guint index, guint lane)
{
  AnnalsEvent *event;
  AnnalsEvent before;

  g_return_if_fail (ANNALS_IS_DOCUMENT (self));
  g_return_if_fail (index < self->events->len && lane < self->lanes->len);

  event = &g_array_index (self->events, AnnalsEvent, index);
  if (event->lane == lane)
    return;
  before = *event;
  event->lane = lane;
  annals_document_emit_event_changed (self, index, &before);
}

/**
 * annals_document_set_event_dates:
 * @self: a document
 * @index: index of an event
 * @cited: (nullable): when it was, as the text says
 * @record: (nullable): when it was, as history books say
 *
 * Gives an event other dates. Their calendars, and the words of the text, stay what they are. Emits
 * #AnnalsDocument::event-changed. What a person does goes through the history; see
 * annals_event_redate().
 */
void
annals_document_set_event_dates (AnnalsDocument *self,
                                 guint index,
                                 AnnalsDate *cited,
                                 AnnalsDate *record)
{
  AnnalsEvent *event;
  AnnalsEvent before;

  g_return_if_fail (ANNALS_IS_DOCUMENT (self));
  g_return_if_fail (index < self->events->len);

  event = &g_array_index (self->events, AnnalsEvent, index);
  if (event->cited == cited && event->record == record)
    return;
  before = *event;
  event->cited = cited != NULL ? annals_date_ref (cited) : NULL;
  event->record = record != NULL ? annals_date_ref (record) : NULL;
  annals_document_emit_event_changed (self, index, &before);
  g_clear_pointer (&before.cited, annals_date_unref);
  g_clear_pointer (&before.record, annals_date_unref);
}

/**
 * annals_document_find_event:
 * @self: a document
 * @id: the id of an event
 * @index: (out) (optional): its index
 *
 * Finds an event by its id.
 *
 * Returns: whether there is such an event
 */
gboolean
annals_document_find_event (AnnalsDocument *self, const gchar *id, guint *index)
{
  g_return_val_if_fail (ANNALS_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  return annals_document_look_up (self->event_indices, id, index);
}
