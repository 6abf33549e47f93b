/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "annals-event-changes.h"
#include "annals-history.h"
#include "annals-lane-changes.h"

/*
 * What a person has done to a document, so that it can be undone and done again. Every change goes
 * in here, and comes out as the signals of the document. Several changes can be one, a group.
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
  AnnalsChange *group; /* (nullable) what changes are being gathered in */
};

typedef struct
{
  AnnalsChange change;
  GPtrArray *members; /* of AnnalsChange */
  gboolean is_done;
} Group;

G_DEFINE_FINAL_TYPE (AnnalsHistory, annals_history, G_TYPE_OBJECT)

static guint changed_signal;
static guint recorded_signal;

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

/* The last one is taken back first. */
static void
swap_group (AnnalsChange *change, AnnalsDocument *document)
{
  Group *self = (Group *) change;

  for (guint i = 0; i < self->members->len; i++)
    {
      guint at = self->is_done ? self->members->len - 1 - i : i;
      AnnalsChange *member = g_ptr_array_index (self->members, at);

      member->swap (member, document);
    }
  self->is_done = !self->is_done;
}

static void
free_group (AnnalsChange *change)
{
  Group *self = (Group *) change;

  g_ptr_array_unref (self->members);
  g_free (self);
}

static void
tell (AnnalsHistory *self, const AnnalsChange *change)
{
  g_autoptr (GVariant) record = NULL;

  if (change->swap == swap_group)
    {
      const Group *group = (const Group *) change;

      for (guint i = 0; i < group->members->len; i++)
        tell (self, g_ptr_array_index (group->members, i));
    }
  if (change->record == NULL)
    return;
  record = g_variant_ref_sink (change->record (change, self->document));
  g_signal_emit (self, recorded_signal, 0, record);
}

/* Does it or takes it back, and says how things stand then. */
static void
perform (AnnalsHistory *self, AnnalsChange *change)
{
  change->swap (change, self->document);
  tell (self, change);
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

  if (self->group != NULL)
    self->group->free (self->group);
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
  /**
   * AnnalsHistory::recorded:
   * @record: what has just been changed, or changed back, as %ANNALS_CHANGE_RECORD_TYPE
   *
   * What annals_history_apply_record() makes of all records, one after the other, of a copy of the
   * document is as the document is now.
   */
  recorded_signal = g_signal_new ("recorded", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_VARIANT);
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
  if (self->group != NULL)
    {
      g_ptr_array_add (((Group *) self->group)->members, change);
      perform (self, change);
      return;
    }
  forget_undone (self);
  g_ptr_array_add (self->changes, change);
  self->n_done++;
  perform (self, change);
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
  g_return_if_fail (ANNALS_IS_HISTORY (self));

  if (annals_history_get_undo_label (self) == NULL)
    return;
  perform (self, get_change (self, --self->n_done));
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
  g_return_if_fail (ANNALS_IS_HISTORY (self));

  if (annals_history_get_redo_label (self) == NULL)
    return;
  perform (self, get_change (self, self->n_done++));
  g_signal_emit (self, changed_signal, 0);
}

/**
 * annals_history_begin_group:
 * @self: a history that is not frozen
 * @label: what the changes are together, as #AnnalsChange has it
 *
 * From now on all changes are one, until annals_history_end_group().
 */
void
annals_history_begin_group (AnnalsHistory *self, const gchar *label)
{
  Group *group;

  g_return_if_fail (ANNALS_IS_HISTORY (self) && label != NULL);
  g_return_if_fail (self->group == NULL && self->n_freezes == 0);

  group = g_new0 (Group, 1);
  group->change = (AnnalsChange){ label, swap_group, free_group, NULL };
  group->members = g_ptr_array_new_with_free_func (free_change);
  group->is_done = TRUE;
  self->group = &group->change;
}

/**
 * annals_history_end_group:
 * @self: a history in which a group was begun
 *
 * Returns: whether there was any change in it
 */
gboolean
annals_history_end_group (AnnalsHistory *self)
{
  AnnalsChange *group;

  g_return_val_if_fail (ANNALS_IS_HISTORY (self) && self->group != NULL, FALSE);

  group = g_steal_pointer (&self->group);
  if (((Group *) group)->members->len == 0)
    {
      group->free (group);
      return FALSE;
    }
  forget_undone (self);
  g_ptr_array_add (self->changes, group);
  self->n_done++;
  forget_oldest (self);
  g_signal_emit (self, changed_signal, 0);
  return TRUE;
}

/**
 * annals_history_apply_record:
 * @self: a history
 * @record: what #AnnalsHistory::recorded said of another copy of the document; of any type
 *
 * Does the same to this one, which can be undone. What the document does not have is left alone,
 * and so is what makes no sense.
 *
 * Returns: whether that changes anything
 */
gboolean
annals_history_apply_record (AnnalsHistory *self, GVariant *record)
{
  const gchar *what;
  const gchar *id;
  const gchar *value;

  g_return_val_if_fail (ANNALS_IS_HISTORY (self) && record != NULL, FALSE);

  if (!g_variant_is_of_type (record, G_VARIANT_TYPE (ANNALS_CHANGE_RECORD_TYPE)))
    return FALSE;
  g_variant_get (record, "(&s&s&s)", &what, &id, &value);
  return annals_lane_apply_record (self->document, what, id, value)
         || annals_event_apply_record (self->document, what, id, value);
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
