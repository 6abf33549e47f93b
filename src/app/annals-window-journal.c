/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "annals-history.h"
#include "annals-window-private.h"

/* What is done to the document is written down at once, until it is saved or given up. Should the
 * program die meanwhile, it is done again when the document is opened the next time. */

/* As the session tells windows from each other. */
static gchar *
dup_name (AnnalsWindow *self)
{
  if (self->file != NULL)
    return g_file_get_uri (self->file);
  return self->pasted != NULL ? g_strconcat ("draft:", self->draft, NULL) : g_strdup ("example:");
}

/* A document that was saved in another file is another one. */
static AnnalsJournal *
ensure_journal (AnnalsWindow *self)
{
  g_autofree gchar *name = dup_name (self);
  g_autofree gchar *folder = NULL;

  if (self->journal != NULL && g_str_equal (annals_journal_get_name (self->journal), name))
    return self->journal;
  g_clear_pointer (&self->journal, annals_journal_free);
  folder = annals_session_dup_journal_folder (self->session);
  self->journal = annals_journal_new (folder, name);
  return self->journal;
}

/* The window has to be opened again for the changes to come back. */
static void
recorded_cb (AnnalsWindow *self, GVariant *record)
{
  if (self->is_recovering || self->adaptive == NULL)
    return;
  annals_journal_append (ensure_journal (self), record);
  annals_session_touch (self->session);
}

/* What the window's other files call; see annals-window-private.h. */

/* To be called when the window has another document; what was done to the one before is settled. */
void
annals_window_follow_journal (AnnalsWindow *self)
{
  AnnalsDocument *document = annals_window_get_document (self);

  annals_window_drop_journal (self);
  g_clear_pointer (&self->journal, annals_journal_free);
  g_signal_connect_object (annals_document_get_history (document), "recorded",
                           G_CALLBACK (recorded_cb), self, G_CONNECT_SWAPPED);
}

/* Nothing of what was done is to come back: it was saved, or is given up. */
void
annals_window_drop_journal (AnnalsWindow *self)
{
  if (self->journal == NULL)
    return;
  annals_journal_drop (self->journal);
  annals_messages_withdraw (self->messages, _ ("Changes Restored"));
}

/* Does again what was done to the document when the program died. It is one change, so that a
 * person can take it back at once. */
void
annals_window_recover (AnnalsWindow *self)
{
  AnnalsHistory *history = annals_document_get_history (annals_window_get_document (self));
  AnnalsJournal *journal = ensure_journal (self);
  g_autoptr (GPtrArray) records = annals_journal_read (journal);

  if (records->len == 0)
    return;
  self->is_recovering = TRUE;
  /* Translators: stands behind "Undo" or "Redo". */
  annals_history_begin_group (history, C_ ("change", "Restore Changes"));
  for (guint i = 0; i < records->len; i++)
    annals_history_apply_record (history, g_ptr_array_index (records, i));
  if (annals_history_end_group (history))
    annals_window_say (self, _ ("Changes Restored"),
                       _ ("Changes that had not been saved when Annals ended are back; Undo takes "
                          "them away."));
  else
    annals_journal_drop (journal);
  self->is_recovering = FALSE;
}
