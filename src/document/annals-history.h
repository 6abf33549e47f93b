/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "annals-document.h"

G_BEGIN_DECLS

typedef struct _AnnalsChange AnnalsChange;

/**
 * AnnalsChange:
 * @label: what is done, as the menu says it behind "Undo": "Rename Lane"; translated, not owned
 * @swap: does it, or takes it back when it has been done: each time what was there is kept and what
 *   was kept put there
 * @free: frees the change
 * @record: (nullable): how what it changes stands now, so that it can be made so again in another
 *   copy of the document; see #AnnalsHistory::recorded
 *
 * One thing that a person does to a document. Kinds of changes begin with this struct.
 */
struct _AnnalsChange
{
  const gchar *label;
  void (*swap) (AnnalsChange *change, AnnalsDocument *document);
  void (*free) (AnnalsChange *change);
  GVariant *(*record) (const AnnalsChange *change, AnnalsDocument *document);
};

/** ANNALS_CHANGE_RECORD_TYPE: what was changed, the id of what, and what it is now. */
#define ANNALS_CHANGE_RECORD_TYPE "(sss)"

#define ANNALS_TYPE_HISTORY (annals_history_get_type ())
G_DECLARE_FINAL_TYPE (AnnalsHistory, annals_history, ANNALS, HISTORY, GObject)

AnnalsHistory *annals_history_new (AnnalsDocument *document);

void annals_history_take (AnnalsHistory *self, AnnalsChange *change);
void annals_history_undo (AnnalsHistory *self);
void annals_history_redo (AnnalsHistory *self);
const gchar *annals_history_get_undo_label (AnnalsHistory *self);
const gchar *annals_history_get_redo_label (AnnalsHistory *self);

gboolean annals_history_apply_record (AnnalsHistory *self, GVariant *record);
void annals_history_begin_group (AnnalsHistory *self, const gchar *label);
gboolean annals_history_end_group (AnnalsHistory *self);

gboolean annals_history_is_saved (AnnalsHistory *self);
void annals_history_set_saved (AnnalsHistory *self);
void annals_history_freeze (AnnalsHistory *self);
void annals_history_thaw (AnnalsHistory *self);

G_END_DECLS
