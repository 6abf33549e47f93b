/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annals-selection-private.h"

/*
 * What is selected in a window, which of its texts is shown, and what the pointer is over. How
 * events and passages are walked is in annals-selection-walk.c.
 */

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
  g_clear_object (&self->time_filter);
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
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
  g_signal_connect_swapped (document, "event-changed", G_CALLBACK (annals_selection_follow_event),
                            self);
  self->time_filter = annals_time_filter_new (document);
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
 * annals_selection_get_time_filter:
 * @self: a selection
 *
 * Returns: (transfer none): the range of time that is selected
 */
AnnalsTimeFilter *
annals_selection_get_time_filter (AnnalsSelection *self)
{
  g_return_val_if_fail (ANNALS_IS_SELECTION (self), NULL);

  return self->time_filter;
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
