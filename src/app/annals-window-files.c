/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "annals-chooser.h"
#include "annals-formats.h"
#include "annals-loader.h"
#include "annals-shim.h"
#include "annals-standings.h"
#include "annals-window-private.h"

/*
 * How documents come into the window and go out of it. A document that cannot be opened
 * leaves the present one as it is; where there is none yet, the bundled one opens.
 */

static void
set_loading (AnnalsWindow *self, gboolean loading)
{
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), loading);
  gtk_spinner_set_spinning (self->spinner, loading);
}

/* Remembers where the source is. How its passages stand is said above the text where there are two
 * to choose from; elsewhere it is said here, unless they all stand as they should. */
static void
note_source (AnnalsWindow *self, AnnalsDocument *document)
{
  const gchar *id = annals_document_get_info (document)->id;
  GFile *source = annals_document_get_source_file (document);
  AnnalsStandingCounts counts = { 0 };
  g_autofree gchar *standings = NULL;

  if (annals_document_get_text (document, ANNALS_WHERE_SOURCE) == NULL)
    return;
  if (id != NULL && source != NULL)
    annals_settings_remember_source (self->settings, id, source);

  annals_document_count_standings (document, ANNALS_WHERE_SOURCE, &counts);
  if (counts.counts[ANNALS_STANDING_EXACT] == counts.n_passages
      || annals_document_get_text (document, ANNALS_WHERE_TEXT) != NULL)
    return;
  standings = annals_standings_dup_words (document, ANNALS_WHERE_SOURCE);
  annals_window_toast (self, standings);
}

typedef struct
{
  AnnalsWindow *window;
  GCancellable *cancellable;
  GFile *file;
} Load;

static void
load_free (Load *load)
{
  g_object_unref (load->window);
  g_object_unref (load->cancellable);
  g_clear_object (&load->file);
  g_free (load);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Load, load_free)

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Load) load = user_data;
  g_autoptr (AnnalsDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree gchar *warning = NULL;
  AnnalsWindow *self = load->window;

  document = annals_loader_load_finish (result, &warning, &error);
  if (self->loading != load->cancellable || self->adaptive == NULL)
    return; /* another document was asked for meanwhile, or the window is gone */

  g_clear_object (&self->loading);
  set_loading (self, FALSE);
  if (document == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        annals_window_say (self, _ ("Not Opened"), error->message);
      if (self->selection == NULL && load->file != NULL)
        annals_window_load (self, NULL, NULL);
      return;
    }

  g_set_object (&self->file, load->file);
  annals_window_set_document (self, document);
  note_source (self, document);
  if (warning != NULL)
    annals_window_say (self, _ ("Commentary Not Opened"), warning);
}

static void
document_chosen_cb (GFile *file, gpointer user_data)
{
  g_autoptr (AnnalsWindow) self = user_data;

  if (file != NULL)
    annals_window_load (self, file, NULL);
}

static void
source_chosen_cb (GFile *file, gpointer user_data)
{
  g_autoptr (AnnalsWindow) self = user_data;

  if (file != NULL)
    annals_window_load (self, self->file, file);
}

static void
save_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  AnnalsDocument *document = g_object_get_data (G_OBJECT (task), "document");
  GError *error = NULL;

  if (annals_formats_save (document, task_data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  AnnalsWindow *self = ANNALS_WINDOW (source);
  g_autoptr (GError) error = NULL;

  if (self->adaptive == NULL)
    return;
  if (g_task_propagate_boolean (G_TASK (result), &error))
    annals_window_say_saved (self, g_task_get_task_data (G_TASK (result)));
  else
    annals_window_say (self, _ ("Not Saved"), error->message);
}

static void
target_chosen_cb (GFile *file, gpointer user_data)
{
  g_autoptr (AnnalsWindow) self = user_data;
  g_autoptr (GTask) task = NULL;
  AnnalsDocument *document = annals_window_get_document (self);

  if (file == NULL || document == NULL)
    return;

  task = g_task_new (self, NULL, saved_cb, NULL);
  g_object_set_data_full (G_OBJECT (task), "document", g_object_ref (document), g_object_unref);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, save_in_thread);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, gdouble x, gdouble y, gpointer user_data)
{
  AnnalsWindow *self = user_data;
  g_autoptr (GSList) files = NULL;

  if (!G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    return FALSE;

  files = gdk_file_list_get_files (g_value_get_boxed (value));
  if (files == NULL)
    return FALSE;
  annals_window_load (self, files->data, NULL);

  return TRUE;
}

static void
current_drop_cb (GtkDropTarget *target, GParamSpec *pspec, gpointer user_data)
{
  AnnalsWindow *self = user_data;

  gtk_widget_set_visible (self->drop_hint, gtk_drop_target_get_current_drop (target) != NULL);
}

static void
show_folder_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  annals_shim_show_folder_of (GTK_WINDOW (user_data), file);
}

/* What the window's other files call; see annals-window-private.h. */

/* Opens a file (none: the bundled document), and links a source text to it when one is given. */
void
annals_window_load (AnnalsWindow *self, GFile *file, GFile *source)
{
  g_autoptr (GVariant) sources = annals_settings_dup_sources (self->settings);
  Load *load = g_new0 (Load, 1);

  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  set_loading (self, self->selection != NULL);

  load->window = g_object_ref (self);
  load->cancellable = g_object_ref (self->loading);
  g_set_object (&load->file, file);
  annals_loader_load_async (file, source, sources, self->loading, loaded_cb, load);
}

void
annals_window_say_saved (AnnalsWindow *self, GFile *file)
{
  g_autofree gchar *base = g_file_get_basename (file);
  g_autofree gchar *name = g_filename_display_name (base);
  g_autofree gchar *message = g_strdup_printf (_ ("Saved “%s”"), name);
  g_autofree gchar *markup = g_markup_escape_text (message, -1);
  g_autofree gchar *uri = g_file_get_uri (file);
  AdwToast *toast = adw_toast_new (markup);

  adw_toast_set_button_label (toast, _ ("Open _Folder"));
  adw_toast_set_action_name (toast, "win.show-folder");
  adw_toast_set_action_target_value (toast, g_variant_new_string (uri));
  adw_toast_overlay_add_toast (self->toasts, toast);
}

void
annals_window_choose_document (AnnalsWindow *self)
{
  annals_chooser_open (GTK_WINDOW (self), _ ("Open a Text or a Document"), FALSE,
                       document_chosen_cb, g_object_ref (self));
}

void
annals_window_choose_source (AnnalsWindow *self)
{
  annals_chooser_open (GTK_WINDOW (self), _ ("Open the Commentary"), TRUE, source_chosen_cb,
                       g_object_ref (self));
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
annals_window_init_drop (AnnalsWindow *self)
{
  static const GActionEntry show_folder = { "show-folder", show_folder_cb, "s" };
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_action_map_add_action_entries (G_ACTION_MAP (self), &show_folder, 1, self);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  g_signal_connect (target, "notify::current-drop", G_CALLBACK (current_drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
