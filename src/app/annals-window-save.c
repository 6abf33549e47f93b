/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "annals-chooser.h"
#include "annals-file.h"
#include "annals-formats.h"
#include "annals-history.h"
#include "annals-recent.h"
#include "annals-shim.h"
#include "annals-task.h"
#include "annals-window-private.h"

/*
 * How documents go out of the window: into their files, and with the window when it is closed. Only
 * what is in no file, or differs from it, can be lost; that is asked about.
 */

static void
save_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  AnnalsDocument *document = g_object_get_data (G_OBJECT (task), "document");
  gchar *etag = NULL;
  GError *error = NULL;

  if (annals_formats_write (document, task_data, &etag, cancellable, &error))
    g_task_return_pointer (task, etag, g_free);
  else
    g_task_return_error (task, error);
}

/* From now on the document is that of the file. */
static void
take_file (AnnalsWindow *self, GFile *file)
{
  g_set_object (&self->file, file);
  g_clear_pointer (&self->pasted, g_bytes_unref);
  annals_session_drop_draft (self->session, self->draft);
  g_clear_pointer (&self->draft, g_free);
  self->is_draft_kept = FALSE;
  annals_recent_add (file);
  annals_window_update_title (self);
  annals_window_update_actions (self);
  annals_session_touch (self->session);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  AnnalsWindow *self = ANNALS_WINDOW (source);
  AnnalsDocument *document = g_object_get_data (G_OBJECT (result), "document");
  g_autoptr (GError) error = NULL;
  GFile *file = g_task_get_task_data (G_TASK (result));
  gboolean is_closing = self->closes_when_saved;
  AnnalsWindowFunc when_saved = self->when_saved;
  g_autoptr (GObject) data = g_steal_pointer (&self->when_saved_data);
  g_autofree gchar *etag = g_task_propagate_pointer (G_TASK (result), &error);

  self->is_saving = FALSE;
  self->closes_when_saved = FALSE;
  self->when_saved = NULL;
  if (error == NULL)
    {
      annals_formats_adopt (document, file, etag);
      annals_history_set_saved (annals_document_get_history (document));
    }
  annals_history_thaw (annals_document_get_history (document));
  if (self->adaptive == NULL)
    return;
  if (error != NULL)
    {
      annals_session_thaw (self->session);
      annals_window_resume_watches (self);
      annals_window_say (self, _ ("Not Saved"), error->message);
      return;
    }
  if (document == annals_window_get_document (self))
    {
      take_file (self, file);
      annals_window_watch_saved_file (self, etag);
    }
  if (is_closing)
    gtk_window_close (GTK_WINDOW (self));
  else if (when_saved != NULL)
    when_saved (self, data);
  else
    annals_window_say_saved (self, file);
}

/* The window is not closed after all, and so the program does not end either. */
static void
stay (AnnalsWindow *self)
{
  self->closes_when_saved = FALSE;
  self->when_saved = NULL;
  g_clear_object (&self->when_saved_data);
  annals_session_thaw (self->session);
}

static void
target_chosen_cb (GFile *file, gpointer user_data)
{
  g_autoptr (AnnalsWindow) self = user_data;

  if (file != NULL && self->adaptive != NULL && self->selection != NULL && !self->is_saving)
    annals_window_save_to (self, file);
  else
    stay (self);
}

/* Once the dialog above the window is gone. */
static gboolean
close_cb (gpointer user_data)
{
  AnnalsWindow *self = user_data;

  if (self->adaptive != NULL)
    gtk_window_close (GTK_WINDOW (self));
  return G_SOURCE_REMOVE;
}

static void
settle_answered_cb (AnnalsShimAnswer answer, gpointer user_data)
{
  g_autoptr (AnnalsWindow) self = user_data;
  AnnalsWindowFunc func = self->when_saved;

  self->is_asking = FALSE;
  if (self->adaptive == NULL)
    return;
  if (answer == ANNALS_SHIM_SAVE)
    annals_window_save (self);
  else
    {
      g_autoptr (GObject) data = g_steal_pointer (&self->when_saved_data);

      self->when_saved = NULL;
      if (answer == ANNALS_SHIM_DISCARD && func != NULL)
        func (self, data);
    }
}

/* What would be lost, in one sentence or two. */
static const gchar *
get_stake (AnnalsWindow *self)
{
  if (annals_document_get_file (annals_window_get_document (self)) == NULL)
    return _ ("It has not been saved in a file. What is not saved will be lost.");
  return _ ("It has changes that are not in its file yet. What is not saved will be lost.");
}

static void
close_answered_cb (AnnalsShimAnswer answer, gpointer user_data)
{
  g_autoptr (AnnalsWindow) self = user_data;

  self->is_asking = FALSE;
  if (self->adaptive == NULL)
    return;
  if (answer == ANNALS_SHIM_CANCEL)
    {
      stay (self);
      return;
    }
  if (answer == ANNALS_SHIM_SAVE)
    {
      self->closes_when_saved = TRUE;
      annals_window_save (self);
      return;
    }
  annals_session_drop_draft (self->session, self->draft);
  g_clear_pointer (&self->draft, g_free);
  g_clear_pointer (&self->pasted, g_bytes_unref);
  self->discards = TRUE;
  annals_window_drop_journal (self);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, close_cb, g_object_ref (self), g_object_unref);
}

/* What the window's other files call; see annals-window-private.h. */

/* Whether something would be lost if the document were closed. */
gboolean
annals_window_is_unsaved (AnnalsWindow *self)
{
  return self->pasted != NULL || annals_window_is_edited (self);
}

/* Whether saving would do anything. */
gboolean
annals_window_can_save (AnnalsWindow *self)
{
  AnnalsDocument *document = annals_window_get_document (self);

  return document != NULL
         && (annals_window_is_unsaved (self) || annals_document_get_file (document) == NULL
             || annals_window_is_file_gone (self));
}

/* Saves the document in a file, which is its own from then on. */
void
annals_window_save_to (AnnalsWindow *self, GFile *file)
{
  AnnalsDocument *document = annals_window_get_document (self);
  g_autoptr (GTask) task = annals_task_new (self, NULL, saved_cb);

  self->is_saving = TRUE;
  annals_history_freeze (annals_document_get_history (document));
  annals_window_pause_watches (self);
  annals_file_set_brief (file, TRUE);
  g_object_set_data_full (G_OBJECT (task), "document", g_object_ref (document), g_object_unref);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, save_in_thread);
}

void
annals_window_save (AnnalsWindow *self)
{
  AnnalsDocument *document = annals_window_get_document (self);
  GFile *file = document != NULL ? annals_document_get_file (document) : NULL;

  if (document == NULL || self->is_saving)
    return;
  if (file != NULL)
    annals_window_save_to (self, file);
  else
    annals_window_choose_target (self);
}

void
annals_window_choose_target (AnnalsWindow *self)
{
  const AnnalsDocumentInfo *info = annals_document_get_info (annals_window_get_document (self));
  static const gchar *const extensions[] = { ".annals.xml", ".xml", NULL };
  g_autofree gchar *base = g_strdup (info->title != NULL ? info->title : _ ("Untitled"));
  g_autofree gchar *name = NULL;

  g_strdelimit (base, "/\\:*?\"<>|\n\t", '-');
  name = g_strconcat (base, ".annals.xml", NULL);
  annals_chooser_save (GTK_WINDOW (self), _ ("Save Document"), name, extensions, target_chosen_cb,
                       g_object_ref (self));
}

void
annals_window_say_saved (AnnalsWindow *self, GFile *file)
{
  g_autofree gchar *base = g_file_get_basename (file);
  g_autofree gchar *name = g_filename_display_name (base);
  /* Translators: %s is the name of a file. */
  g_autofree gchar *message = g_strdup_printf (_ ("Saved “%s”"), name);
  g_autofree gchar *uri = g_file_get_uri (file);

  annals_messages_offer (self->messages, message, _ ("Open _Folder"), "win.show-folder",
                         g_variant_new_string (uri));
}

/* Asks, when something would be lost, before the window is closed. Returns whether it may close
 * now. When the whole program ends it need not be asked: what was pasted is kept as a draft. */
gboolean
annals_window_may_close (AnnalsWindow *self)
{
  g_autofree gchar *heading = NULL;

  if (!annals_window_is_unsaved (self) || self->discards
      || (annals_session_is_frozen (self->session) && self->is_draft_kept
          && !annals_window_is_edited (self)))
    return TRUE;
  if (self->is_asking || self->is_saving)
    return FALSE;

  self->is_asking = TRUE;
  /* Translators: %s is the title of a document. */
  heading = g_strdup_printf (_ ("Save “%s”?"), gtk_window_get_title (GTK_WINDOW (self)));
  gtk_window_present (GTK_WINDOW (self));
  annals_shim_ask_to_save (GTK_WINDOW (self), heading, get_stake (self), close_answered_cb,
                           g_object_ref (self));
  return FALSE;
}

/* Does something for which the document is read anew, @data being passed on. Should changes be lost
 * by that, it is asked first what is to become of them. */
void
annals_window_when_settled (AnnalsWindow *self, AnnalsWindowFunc func, GObject *data)
{
  g_autofree gchar *heading = NULL;

  if (!annals_window_is_edited (self))
    {
      func (self, data);
      return;
    }
  if (self->is_asking || self->is_saving)
    return;

  self->is_asking = TRUE;
  self->when_saved = func;
  g_set_object (&self->when_saved_data, data);
  /* Translators: %s is the title of a document. */
  heading = g_strdup_printf (_ ("Save “%s”?"), gtk_window_get_title (GTK_WINDOW (self)));
  annals_shim_ask_to_save (GTK_WINDOW (self), heading, get_stake (self), settle_answered_cb,
                           g_object_ref (self));
}
