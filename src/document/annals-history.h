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
 *
 * One thing that a person does to a document. Kinds of changes begin with this struct.
 */
struct _AnnalsChange
{
  const gchar *label;
  void (*swap) (AnnalsChange *change, AnnalsDocument *document);
  void (*free) (AnnalsChange *change);
};

#define ANNALS_TYPE_HISTORY (annals_history_get_type ())
G_DECLARE_FINAL_TYPE (AnnalsHistory, annals_history, ANNALS, HISTORY, GObject)

AnnalsHistory *annals_history_new (AnnalsDocument *document);

void annals_history_take (AnnalsHistory *self, AnnalsChange *change);
void annals_history_undo (AnnalsHistory *self);
void annals_history_redo (AnnalsHistory *self);
const gchar *annals_history_get_undo_label (AnnalsHistory *self);
const gchar *annals_history_get_redo_label (AnnalsHistory *self);

gboolean annals_history_is_saved (AnnalsHistory *self);
void annals_history_set_saved (AnnalsHistory *self);
void annals_history_freeze (AnnalsHistory *self);
void annals_history_thaw (AnnalsHistory *self);

G_END_DECLS
