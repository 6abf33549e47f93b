/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "annals-formats.h"
#include "annals-task.h"
#include "annals-window-private.h"

/*
 * What comes from elsewhere without being asked for by name: files and texts that are dropped or
 * pasted. A text becomes a document that is in no file yet.
 */

#define PART_BYTES (256 * 1024)

static const gchar *const text_types[] = { "text/html", "text/plain;charset=utf-8", "text/plain",
                                           NULL };

typedef struct
{
  AnnalsWindow *window;
  GdkClipboard *clipboard;
  const gchar *const *types; /* those that are left to try */
  GByteArray *bytes;         /* what was read so far */
} Paste;

typedef struct
{
  AnnalsSession *session;
  gchar *draft;
  GBytes *bytes;
} Draft;

static void
paste_free (Paste *paste)
{
  g_object_unref (paste->window);
  g_object_unref (paste->clipboard);
  g_byte_array_unref (paste->bytes);
  g_free (paste);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Paste, paste_free)

static void
draft_free (gpointer data)
{
  Draft *draft = data;

  g_object_unref (draft->session);
  g_free (draft->draft);
  g_bytes_unref (draft->bytes);
  g_free (draft);
}

static void try_next (Paste *paste);

static void
say_nothing_to_paste (AnnalsWindow *self)
{
  annals_window_note (self, _ ("There is no text on the clipboard; copy one first."));
}

static gboolean
has_words (GBytes *bytes)
{
  gsize n_bytes = 0;
  const gchar *data = g_bytes_get_data (bytes, &n_bytes);

  for (gsize i = 0; i < n_bytes; i++)
    if (!g_ascii_isspace (data[i]) && data[i] != '\0')
      return TRUE;

  return FALSE;
}

/* What is larger than any document is read no further; opening it says that it is too large. */
static void
more_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Paste) paste = user_data;
  GInputStream *stream = G_INPUT_STREAM (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) part = g_input_stream_read_bytes_finish (stream, result, &error);
  gsize n_bytes = part != NULL ? g_bytes_get_size (part) : 0;

  if (paste->window->adaptive == NULL)
    return;
  if (n_bytes > 0)
    g_byte_array_append (paste->bytes, g_bytes_get_data (part, NULL), (guint) n_bytes);
  if (n_bytes > 0 && paste->bytes->len <= ANNALS_FORMATS_MAX_FILE_BYTES)
    {
      g_input_stream_read_bytes_async (stream, PART_BYTES, G_PRIORITY_DEFAULT, NULL, more_read_cb,
                                       g_steal_pointer (&paste));
      return;
    }
  bytes = g_byte_array_free_to_bytes (paste->bytes);
  paste->bytes = g_byte_array_new ();
  if (error != NULL || !has_words (bytes))
    {
      try_next (g_steal_pointer (&paste));
      return;
    }
  annals_window_open_bytes (paste->window, bytes);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Paste) paste = user_data;
  g_autoptr (GInputStream) stream = gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, NULL,
                                                               NULL);

  if (stream == NULL)
    {
      try_next (g_steal_pointer (&paste));
      return;
    }
  g_input_stream_read_bytes_async (stream, PART_BYTES, G_PRIORITY_DEFAULT, NULL, more_read_cb,
                                   g_steal_pointer (&paste));
}

/* The kinds of text are tried one after another: some programs offer one and then have none. */
static void
try_next (Paste *paste)
{
  GdkContentFormats *formats = gdk_clipboard_get_formats (paste->clipboard);
  const gchar *type = *paste->types;

  if (type == NULL || paste->window->adaptive == NULL)
    {
      if (paste->window->adaptive != NULL)
        say_nothing_to_paste (paste->window);
      paste_free (paste);
      return;
    }

  paste->types++;
  if (gdk_content_formats_contain_mime_type (formats, type)
      || (gdk_content_formats_contain_gtype (formats, G_TYPE_STRING)
          && !g_str_has_suffix (type, "html")))
    gdk_clipboard_read_async (paste->clipboard, (const gchar *[]){ type, NULL }, G_PRIORITY_DEFAULT,
                              NULL, read_cb, paste);
  else
    try_next (paste);
}

static void
open_list (AnnalsWindow *self, GSList *list)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new ();

  for (GSList *l = list; l != NULL; l = l->next)
    g_ptr_array_add (files, l->data);
  annals_window_open_files (self, (GFile **) files->pdata, files->len);
}

static void
files_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AnnalsWindow) self = user_data;
  const GValue *value = gdk_clipboard_read_value_finish (GDK_CLIPBOARD (source), result, NULL);
  g_autoptr (GSList) files = NULL;

  if (self->adaptive == NULL)
    return;
  if (value != NULL && G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    files = gdk_file_list_get_files (g_value_get_boxed (value));
  if (files != NULL)
    open_list (self, files);
  else
    say_nothing_to_paste (self);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, gdouble x, gdouble y, gpointer user_data)
{
  AnnalsWindow *self = user_data;

  if (G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    {
      g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));

      open_list (self, files);
      return files != NULL;
    }
  if (G_VALUE_HOLDS_STRING (value) && g_value_get_string (value) != NULL)
    {
      const gchar *text = g_value_get_string (value);
      g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

      if (!has_words (bytes))
        return FALSE;
      annals_window_open_bytes (self, bytes);
      return TRUE;
    }

  return FALSE;
}

static void
current_drop_cb (GtkDropTarget *target, GParamSpec *pspec, gpointer user_data)
{
  AnnalsWindow *self = user_data;

  gtk_widget_set_visible (self->drop_hint, gtk_drop_target_get_current_drop (target) != NULL);
}

/* The program that something is dragged from has the pointer until it lets go of it. Where the
 * pointer moves by itself again, the drag is over, though a program that died has not said so. */
static void
motion_cb (GtkEventControllerMotion *motion, gdouble x, gdouble y, gpointer user_data)
{
  AnnalsWindow *self = user_data;

  gtk_widget_set_visible (self->drop_hint, FALSE);
}

static void
keep_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Draft *draft = task_data;
  GError *error = NULL;

  if (annals_session_write_draft (draft->session, draft->draft, draft->bytes, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  AnnalsWindow *self = ANNALS_WINDOW (source);
  Draft *draft = g_task_get_task_data (G_TASK (result));
  gboolean is_kept = g_task_propagate_boolean (G_TASK (result), NULL);

  if (g_strcmp0 (self->draft, draft->draft) == 0)
    self->is_draft_kept = is_kept;
  else
    annals_session_drop_draft (draft->session, draft->draft); /* saved or discarded meanwhile */
}

/* A target that listens before the widgets under the pointer do: texts and files are not for them.
 */
static void
add_drop_target (AnnalsWindow *self, GtkWidget *widget, GType *types, gsize n_types)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);

  gtk_drop_target_set_gtypes (target, types, n_types);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (target), GTK_PHASE_CAPTURE);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  g_signal_connect (target, "notify::current-drop", G_CALLBACK (current_drop_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (target));
}

/* What the window's other files call; see annals-window-private.h. */

/* Keeps what was pasted, so that it is there again should the program die. */
void
annals_window_keep_draft (AnnalsWindow *self)
{
  g_autoptr (GTask) task = annals_task_new (self, NULL, kept_cb);
  Draft *draft = g_new0 (Draft, 1);

  draft->session = g_object_ref (self->session);
  draft->draft = g_strdup (self->draft);
  draft->bytes = g_bytes_ref (self->pasted);
  g_task_set_task_data (task, draft, draft_free);
  g_task_run_in_thread (task, keep_in_thread);
}

/* Opens what is on the clipboard: files, or a text. */
void
annals_window_paste (AnnalsWindow *self)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self));
  GdkContentFormats *formats = gdk_clipboard_get_formats (clipboard);
  Paste *paste = NULL;

  if (gdk_content_formats_contain_gtype (formats, GDK_TYPE_FILE_LIST)
      || gdk_content_formats_contain_mime_type (formats, "text/uri-list"))
    {
      gdk_clipboard_read_value_async (clipboard, GDK_TYPE_FILE_LIST, G_PRIORITY_DEFAULT, NULL,
                                      files_read_cb, g_object_ref (self));
      return;
    }

  paste = g_new0 (Paste, 1);
  paste->window = g_object_ref (self);
  paste->clipboard = g_object_ref (clipboard);
  paste->bytes = g_byte_array_new ();
  paste->types = text_types;
  try_next (paste);
}

/* Files may be dropped anywhere; a text where no entry can take it. */
void
annals_window_init_drop (AnnalsWindow *self)
{
  GType files[] = { GDK_TYPE_FILE_LIST };
  GType texts[] = { G_TYPE_STRING };
  GtkEventController *motion = gtk_event_controller_motion_new ();

  gtk_event_controller_set_propagation_phase (motion, GTK_PHASE_CAPTURE);
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);

  add_drop_target (self, GTK_WIDGET (self), files, 1);
  add_drop_target (self, GTK_WIDGET (self->adaptive), texts, 1);
}
