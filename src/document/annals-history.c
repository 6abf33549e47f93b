/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "annals-history.h"

/*
 * What a person has done to a document, so that it can be undone and done again. Every change goes
 * in here, and comes out as the signals of the document.
 */

#define MOST_CHANGES 500

struct _AnnalsHistory
{
  GObject parent_instance;

  AnnalsDocument *document; /* not owned; it owns the history */
  GPtrArray *changes;       /* of AnnalsChange: the done ones first */
  guint n_done;
  gint n_saved; /* how many were done when it was saved; -1 when that cannot be reached again */
  GPtrArray *waiting; /* what is to be done when it is thawed */
  guint n_freezes;
};

G_DEFINE_FINAL_TYPE (AnnalsHistory, annals_history, G_TYPE_OBJECT)

static guint changed_signal;

static void
free_change (gpointer data)
{
  AnnalsChange *change = data;

  change->free (change);
}

static AnnalsChange *
get_change (AnnalsHistory *self, guint index)
{
  return g_ptr_array_index (self->changes, index);
}

/* What was undone cannot be done again once something else is done. */
static void
forget_undone (AnnalsHistory *self)
{
  if (self->n_saved > (gint) self->n_done)
    self->n_saved = -1;
  g_ptr_array_set_size (self->changes, (gint) self->n_done);
}

static void
forget_oldest (AnnalsHistory *self)
{
  if (self->changes->len <= MOST_CHANGES)
    return;
  g_ptr_array_remove_index (self->changes, 0);
  self->n_done--;
  self->n_saved = MAX (self->n_saved - 1, -1);
}

static void
annals_history_finalize (GObject *object)
{
  AnnalsHistory *self = ANNALS_HISTORY (object);

  g_ptr_array_unref (self->changes);
  g_ptr_array_unref (self->waiting);
  G_OBJECT_CLASS (annals_history_parent_class)->finalize (object);
}

static void
annals_history_class_init (AnnalsHistoryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = annals_history_finalize;
  /**
   * AnnalsHistory::changed:
   *
   * Something was done, undone, or saved.
   */
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static void
annals_history_init (AnnalsHistory *self)
{
  self->changes = g_ptr_array_new_with_free_func (free_change);
  self->waiting = g_ptr_array_new_with_free_func (free_change);
}

/**
 * annals_history_new:
 * @document: the document that owns it
 *
 * Returns: (transfer full): a history in which nothing has happened
 */
AnnalsHistory *
annals_history_new (AnnalsDocument *document)
{
  AnnalsHistory *self = g_object_new (ANNALS_TYPE_HISTORY, NULL);

  self->document = document;
  return self;
}

/**
 * annals_history_take:
 * @self: a history
 * @change: (transfer full): what is to be done to the document
 *
 * Does something to the document that can be undone; while the history is frozen, once it is
 * thawed.
 */
void
annals_history_take (AnnalsHistory *self, AnnalsChange *change)
{
  g_return_if_fail (ANNALS_IS_HISTORY (self));
  g_return_if_fail (change != NULL && change->swap != NULL && change->free != NULL);

  if (self->n_freezes > 0)
    {
      g_ptr_array_add (self->waiting, change);
      return;
    }
  forget_undone (self);
  g_ptr_array_add (self->changes, change);
  self->n_done++;
  change->swap (change, self->document);
  forget_oldest (self);
  g_signal_emit (self, changed_signal, 0);
}

/**
 * annals_history_undo:
 * @self: a history
 *
 * Takes back what was done last. Nothing happens when there is nothing, or it is frozen.
 */
void
annals_history_undo (AnnalsHistory *self)
{
  AnnalsChange *change;

  g_return_if_fail (ANNALS_IS_HISTORY (self));

  if (annals_history_get_undo_label (self) == NULL)
    return;
  change = get_change (self, --self->n_done);
  change->swap (change, self->document);
  g_signal_emit (self, changed_signal, 0);
}

/**
 * annals_history_redo:
 * @self: a history
 *
 * Does again what was undone last. Nothing happens when there is nothing, or it is frozen.
 */
void
annals_history_redo (AnnalsHistory *self)
{
  AnnalsChange *change;

  g_return_if_fail (ANNALS_IS_HISTORY (self));

  if (annals_history_get_redo_label (self) == NULL)
    return;
  change = get_change (self, self->n_done++);
  change->swap (change, self->document);
  g_signal_emit (self, changed_signal, 0);
}

/**
 * annals_history_get_undo_label:
 * @self: a history
 *
 * Returns: (transfer none) (nullable): what annals_history_undo() would take back; %NULL for
 *   nothing
 */
const gchar *
annals_history_get_undo_label (AnnalsHistory *self)
{
  g_return_val_if_fail (ANNALS_IS_HISTORY (self), NULL);

  if (self->n_freezes > 0 || self->n_done == 0)
    return NULL;
  return get_change (self, self->n_done - 1)->label;
}

/**
 * annals_history_get_redo_label:
 * @self: a history
 *
 * Returns: (transfer none) (nullable): what annals_history_redo() would do again; %NULL for nothing
 */
const gchar *
annals_history_get_redo_label (AnnalsHistory *self)
{
  g_return_val_if_fail (ANNALS_IS_HISTORY (self), NULL);

  if (self->n_freezes > 0 || self->n_done == self->changes->len)
    return NULL;
  return get_change (self, self->n_done)->label;
}

/**
 * annals_history_is_saved:
 * @self: a history
 *
 * Returns: whether the document is as it was read or last saved
 */
gboolean
annals_history_is_saved (AnnalsHistory *self)
{
  g_return_val_if_fail (ANNALS_IS_HISTORY (self), TRUE);

  return self->n_saved == (gint) self->n_done;
}

/**
 * annals_history_set_saved:
 * @self: a history
 *
 * Says that the document has been saved as it is now. What was done before can still be undone.
 */
void
annals_history_set_saved (AnnalsHistory *self)
{
  g_return_if_fail (ANNALS_IS_HISTORY (self));

  self->n_saved = (gint) self->n_done;
  g_signal_emit (self, changed_signal, 0);
}

/**
 * annals_history_freeze:
 * @self: a history
 *
 * Leaves the document as it is until annals_history_thaw(), such as while a thread writes it.
 */
void
annals_history_freeze (AnnalsHistory *self)
{
  g_return_if_fail (ANNALS_IS_HISTORY (self));

  if (self->n_freezes++ == 0)
    g_signal_emit (self, changed_signal, 0);
}

/**
 * annals_history_thaw:
 * @self: a frozen history
 *
 * Ends annals_history_freeze(), and does what was asked for meanwhile.
 */
void
annals_history_thaw (AnnalsHistory *self)
{
  g_return_if_fail (ANNALS_IS_HISTORY (self));
  g_return_if_fail (self->n_freezes > 0);

  if (--self->n_freezes > 0)
    return;
  while (self->waiting->len > 0)
    annals_history_take (self, g_ptr_array_steal_index (self->waiting, 0));
  g_signal_emit (self, changed_signal, 0);
}
