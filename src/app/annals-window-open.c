/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "annals-chooser.h"
#include "annals-file.h"
#include "annals-loader.h"
#include "annals-recent.h"
#include "annals-standings.h"
#include "annals-window-private.h"

/*
 * How documents come into windows. What is opened is read first; then it takes the place of what
 * the window shows, when that is nothing or the example, or gets a window of its own. What cannot
 * be opened leaves everything as it is.
 */

#define SLOW_MS 300
#define PROGRESS_MS 100

struct _AnnalsOpening
{
  AnnalsWindow *window; /* the one that asked */
  GtkApplication *application;
  GCancellable *cancellable;
  AnnalsLoad load;
  gchar *draft; /* (nullable) */
  AnnalsOpenFlags flags;
  AnnalsViewState view;
  gboolean has_view;
  guint slow_id;
  guint progress_id;
  gint done; /* in thousandths; by the thread */
};

static void
opening_free (AnnalsOpening *opening)
{
  g_clear_handle_id (&opening->slow_id, g_source_remove);
  g_clear_handle_id (&opening->progress_id, g_source_remove);
  g_application_release (G_APPLICATION (opening->application));
  g_object_unref (opening->window);
  g_object_unref (opening->application);
  g_object_unref (opening->cancellable);
  annals_load_clear (&opening->load);
  g_free (opening->draft);
  annals_view_state_clear (&opening->view);
  g_free (opening);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnnalsOpening, opening_free)

static gboolean
is_alive (AnnalsWindow *self)
{
  return self->adaptive != NULL && gtk_window_get_application (GTK_WINDOW (self)) != NULL;
}

static void
update_progress (AnnalsWindow *self)
{
  gboolean busy = self->openings->len > 0 && self->selection != NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->spinner), busy);
  gtk_spinner_set_spinning (self->spinner, busy);
  if (self->openings->len == 0)
    self->is_slow = FALSE;
  annals_window_update_notice (self);
  annals_window_update_empty (self);
}

static gboolean
progress_cb (gpointer user_data)
{
  AnnalsOpening *opening = user_data;

  annals_notice_set_fraction (opening->window->notice, g_atomic_int_get (&opening->done) / 1000.0);
  return G_SOURCE_CONTINUE;
}

static gboolean
slow_cb (gpointer user_data)
{
  AnnalsOpening *opening = user_data;

  opening->slow_id = 0;
  opening->window->is_slow = TRUE;
  annals_window_update_notice (opening->window);
  opening->progress_id = g_timeout_add (PROGRESS_MS, progress_cb, opening);
  return G_SOURCE_REMOVE;
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
  annals_window_note (self, standings);
}

/* Says what the file says against itself; the first of it where there is more. */
static void
say_remarks (AnnalsWindow *self, AnnalsDocument *document)
{
  guint n_remarks = annals_document_get_n_remarks (document);
  g_autofree gchar *message = NULL;

  if (n_remarks == 0)
    return;
  if (n_remarks == 1)
    message = g_strdup (annals_document_get_remark (document, 0));
  else
    /* Translators: %1$s is a whole sentence, %2$u how many more there are. */
    message = g_strdup_printf (ngettext ("%1$s There is %2$u more; “annals check” lists both.",
                                         "%1$s There are %2$u more; “annals check” lists all.",
                                         n_remarks - 1),
                               annals_document_get_remark (document, 0), n_remarks - 1);
  annals_window_say (self, _ ("Dates at Odds"), message);
}

/* How the document is to be looked at: as it is now, where it takes the place of another reading of
 * itself; as asked; or as it was when its file was open last. */
static void
get_wanted_view (AnnalsWindow *self, const AnnalsOpening *opening, AnnalsViewState *view)
{
  const AnnalsViewState *last = NULL;

  if (opening->flags & (ANNALS_OPEN_KEEP_VIEW | ANNALS_OPEN_KEEP_EVENT))
    {
      annals_window_get_view (self, view);
      if (opening->flags & ANNALS_OPEN_KEEP_EVENT)
        {
          view->where = ANNALS_WHERE_ANY;
          view->place = ANNALS_PLACE_ANY;
        }
      return;
    }
  if (opening->has_view)
    last = &opening->view;
  else if (opening->load.file != NULL)
    last = annals_session_find_view (self->session, opening->load.file);
  if (last != NULL)
    annals_view_state_copy (last, view);
}

static void
take_draft (AnnalsWindow *self, AnnalsOpening *opening, const AnnalsLoaded *loaded)
{
  gboolean is_draft = opening->load.bytes != NULL && !loaded->copied;

  if (g_strcmp0 (self->draft, opening->draft) != 0)
    annals_session_drop_draft (self->session, self->draft);
  g_clear_pointer (&self->pasted, g_bytes_unref);
  g_clear_pointer (&self->draft, g_free);
  self->is_draft_kept = FALSE;
  if (!is_draft)
    {
      annals_session_drop_draft (self->session, opening->draft);
      return;
    }
  self->pasted = g_bytes_ref (opening->load.bytes);
  self->draft = g_strdup (opening->draft);
  annals_window_keep_draft (self);
}

static void
take (AnnalsWindow *self, AnnalsOpening *opening, const AnnalsLoaded *loaded)
{
  g_auto (AnnalsViewState) view = ANNALS_VIEW_STATE_INIT;

  get_wanted_view (self, opening, &view);
  if (opening->flags & ANNALS_OPEN_KEEP_VIEW)
    annals_messages_withdraw (self->messages, _ ("Not Opened"));
  g_set_object (&self->file, opening->load.file);
  take_draft (self, opening, loaded);
  annals_window_set_document (self, loaded->document);
  annals_window_apply_view (self, &view);
  note_source (self, loaded->document);
  say_remarks (self, loaded->document);
  annals_window_watch_files (self, loaded->etag, loaded->source_etag);
  if (loaded->warning != NULL)
    annals_window_say (self, _ ("Commentary Not Opened"), loaded->warning);
  if (loaded->copied)
    annals_window_note (self, _ ("This is the commentary. Annals keeps a copy of it, and opens it "
                                 "with the digest from now on."));
  annals_window_recover (self);
  if (self->file != NULL && !(opening->flags & ANNALS_OPEN_QUIETLY) && loaded->is_kept)
    annals_recent_add (self->file);
  annals_session_touch (self->session);
}

static AnnalsWindow *
find_target (AnnalsOpening *opening)
{
  AnnalsWindow *self = opening->window;

  if (opening->flags & ANNALS_OPEN_HERE)
    return self;
  if (is_alive (self) && annals_window_is_reusable (self))
    return self;
  return annals_window_new_beside (is_alive (self) ? self : NULL, opening->application,
                                   self->settings, self->session);
}

static AnnalsWindow *
find_other_window (AnnalsWindow *self, GtkApplication *application)
{
  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    if (ANNALS_IS_WINDOW (l->data) && l->data != (gpointer) self)
      return l->data;

  return NULL;
}

/* A window that was made for a document that cannot be opened goes again, if it is not the only
 * one; that one shows the example. */
static void
fail (AnnalsOpening *opening, const GError *error)
{
  AnnalsWindow *self = opening->window;
  AnnalsWindow *other = find_other_window (self, opening->application);
  gboolean was_cancelled = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  gboolean is_void = is_alive (self) && self->selection == NULL && self->openings->len == 0
                     && (opening->flags & ANNALS_OPEN_HERE);
  gboolean is_leaving = is_void && other != NULL && (opening->flags & ANNALS_OPEN_QUIETLY);

  if (!was_cancelled && (!is_alive (self) || is_leaving) && other != NULL)
    annals_window_say (other, _ ("Not Opened"), error->message);
  else if (!was_cancelled && is_alive (self))
    annals_window_say (self, _ ("Not Opened"), error->message);

  if (is_leaving)
    gtk_window_destroy (GTK_WINDOW (self));
  else if (is_void && opening->load.file != NULL)
    annals_window_load (self, NULL, NULL);
}

/* The file that tells one window from others: none when nothing is open. */
static GFile *
get_main_file (AnnalsWindow *self)
{
  AnnalsDocument *document = annals_window_get_document (self);

  if (self->file != NULL || document == NULL)
    return self->file;
  return annals_document_get_source_file (document);
}

/* The files that windows show, or are about to. */
static GPtrArray *
list_known_files (GtkApplication *application)
{
  GPtrArray *files = g_ptr_array_new_with_free_func (g_object_unref);

  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    {
      AnnalsWindow *window = ANNALS_IS_WINDOW (l->data) ? l->data : NULL;

      if (window == NULL)
        continue;
      if (get_main_file (window) != NULL)
        g_ptr_array_add (files, g_object_ref (get_main_file (window)));
      for (guint i = 0; i < window->openings->len; i++)
        {
          AnnalsOpening *opening = g_ptr_array_index (window->openings, i);

          if (opening->load.file != NULL)
            g_ptr_array_add (files, g_object_ref (opening->load.file));
        }
    }
  return files;
}

static gboolean
is_about (AnnalsWindow *self, GFile *file)
{
  GFile *main_file = get_main_file (self);

  if (main_file != NULL && g_file_equal (main_file, file))
    return TRUE;
  for (guint i = 0; i < self->openings->len; i++)
    {
      AnnalsOpening *opening = g_ptr_array_index (self->openings, i);

      if (opening->load.file != NULL && g_file_equal (opening->load.file, file))
        return TRUE;
    }
  return FALSE;
}

static AnnalsWindow *
find_window_of (GtkApplication *application, GFile *file)
{
  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    if (ANNALS_IS_WINDOW (l->data) && is_about (l->data, file))
      return l->data;

  return NULL;
}

/* Brings it to the front, with the text of that file in sight. */
static void
show_again (AnnalsWindow *self, GFile *file)
{
  AnnalsDocument *document = annals_window_get_document (self);

  if (self->file == NULL && document != NULL && annals_document_get_source_file (document) != NULL)
    annals_selection_set_where (self->selection, ANNALS_WHERE_SOURCE);
  /* What is open by another name is listed once. */
  annals_recent_add (self->file != NULL ? self->file : file);
  gtk_window_present (GTK_WINDOW (self));
}

/* The file turned out to be open by another name; should its window be gone by now, once more. */
static void
show_same (AnnalsOpening *opening, GFile *same)
{
  AnnalsWindow *other = find_window_of (opening->application, same);

  if (other != NULL)
    show_again (other, opening->load.file);
  else if (is_alive (opening->window))
    annals_window_open_files (opening->window, &opening->load.file, 1);
}

static void
loaded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AnnalsOpening) opening = user_data;
  g_auto (AnnalsLoaded) loaded = { NULL };
  g_autoptr (GError) error = NULL;
  AnnalsWindow *self = opening->window;
  AnnalsWindow *target = NULL;
  gboolean is_wanted = g_ptr_array_remove (self->openings, opening);

  annals_loader_load_finish (result, &loaded, &error);
  if (!is_wanted || (!is_alive (self) && (opening->flags & ANNALS_OPEN_HERE)))
    return; /* another document was asked for meanwhile, or the window is gone */

  if (error != NULL)
    fail (opening, error);
  else if (loaded.same != NULL)
    show_same (opening, loaded.same);
  else
    {
      target = find_target (opening);
      take (target, opening, &loaded);
      if (target != self)
        gtk_window_present (GTK_WINDOW (target));
    }
  if (is_alive (self))
    update_progress (self);
}

static AnnalsOpening *
begin (AnnalsWindow *self, AnnalsOpenFlags flags)
{
  AnnalsOpening *opening = g_new0 (AnnalsOpening, 1);

  if (flags & ANNALS_OPEN_HERE)
    annals_window_cancel_opening (self, ANNALS_OPEN_HERE);
  opening->window = g_object_ref (self);
  opening->application = g_object_ref (gtk_window_get_application (GTK_WINDOW (self)));
  opening->cancellable = g_cancellable_new ();
  opening->flags = flags;
  opening->view = (AnnalsViewState) ANNALS_VIEW_STATE_INIT;
  opening->load.sources = annals_settings_dup_sources (self->settings);
  g_application_hold (G_APPLICATION (opening->application));
  return opening;
}

static void
start (AnnalsOpening *opening)
{
  AnnalsWindow *self = opening->window;

  g_ptr_array_add (self->openings, opening);
  opening->load.done = &opening->done;
  opening->slow_id = g_timeout_add (SLOW_MS, slow_cb, opening);
  update_progress (self);
  annals_loader_load_async (&opening->load, opening->cancellable, loaded_cb, opening);
}

static GFile *
create_copies_folder (void)
{
  return g_file_new_build_filename (g_get_user_data_dir (), "annals", "sources", NULL);
}

static void
set_bytes (AnnalsOpening *opening, GBytes *bytes, const gchar *draft)
{
  opening->load.bytes = g_bytes_ref (bytes);
  opening->load.copies = create_copies_folder ();
  opening->draft = g_strdup (draft);
}

static void
document_chosen_cb (GFile *file, gpointer user_data)
{
  g_autoptr (AnnalsWindow) self = user_data;

  if (file != NULL && is_alive (self))
    annals_window_open_files (self, &file, 1);
}

static void
load_source (AnnalsWindow *self, GObject *file)
{
  annals_window_load (self, self->file, G_FILE (file));
}

static void
source_chosen_cb (GFile *file, gpointer user_data)
{
  g_autoptr (AnnalsWindow) self = user_data;

  if (file != NULL && is_alive (self))
    annals_window_when_settled (self, load_source, G_OBJECT (file));
}

/* What the window's other files call; see annals-window-private.h. */

/* Opens a file in this window (none: what was pasted here, or the example), and links a source text
 * to it when one is given. */
void
annals_window_load (AnnalsWindow *self, GFile *file, GFile *source)
{
  gboolean is_same = self->selection != NULL && file == self->file && source != NULL;
  AnnalsOpening *opening = begin (self, ANNALS_OPEN_HERE | (is_same ? ANNALS_OPEN_KEEP_EVENT : 0));

  if (file != NULL)
    annals_file_set_brief (file, TRUE);
  g_set_object (&opening->load.file, file);
  g_set_object (&opening->load.source, source);
  if (file == NULL && is_same && self->pasted != NULL)
    set_bytes (opening, self->pasted, self->draft);
  start (opening);
}

/* Opens files as a person asks for them: one that is open is brought to the front. By its name that
 * is known at once; by whatever else it is called, once the disk was asked. */
void
annals_window_open_files (AnnalsWindow *self, GFile **files, guint n_files)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  for (guint i = 0; i < n_files; i++)
    {
      AnnalsWindow *other = find_window_of (application, files[i]);
      AnnalsOpening *opening = NULL;

      if (other != NULL)
        {
          show_again (other, files[i]);
          continue;
        }
      opening = begin (self, 0);
      opening->load.known = list_known_files (application);
      opening->load.file = g_file_dup (files[i]);
      annals_file_set_brief (opening->load.file, TRUE);
      start (opening);
    }
}

/* Opens what was pasted as a person asks for it. */
void
annals_window_open_bytes (AnnalsWindow *self, GBytes *bytes)
{
  AnnalsOpening *opening = begin (self, 0);
  g_autofree gchar *draft = annals_session_new_draft (self->session);

  set_bytes (opening, bytes, draft);
  start (opening);
}

/* Opens again what a window showed. */
void
annals_window_restore (AnnalsWindow *self, const AnnalsSessionEntry *entry)
{
  AnnalsOpening *opening = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (entry->kind == ANNALS_SESSION_EMPTY)
    return;

  opening = begin (self, ANNALS_OPEN_HERE | ANNALS_OPEN_QUIETLY);
  opening->has_view = TRUE;
  annals_view_state_copy (&entry->view, &opening->view);
  if (entry->kind == ANNALS_SESSION_FILE)
    {
      opening->load.file = g_file_new_for_uri (entry->name);
      annals_file_set_brief (opening->load.file, TRUE);
    }
  if (entry->kind == ANNALS_SESSION_DRAFT)
    bytes = annals_session_read_draft (self->session, entry->name);
  if (bytes != NULL)
    set_bytes (opening, bytes, entry->name);
  start (opening);
}

/* The example goes where there is nothing yet; it is not opened twice. */
void
annals_window_open_example (AnnalsWindow *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  AnnalsWindow *target = self;

  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    if (ANNALS_IS_WINDOW (l->data) && annals_window_is_example (l->data))
      {
        gtk_window_present (l->data);
        return;
      }
  if (!annals_window_is_reusable (self))
    {
      target = annals_window_new_beside (self, application, self->settings, self->session);
      gtk_window_present (GTK_WINDOW (target));
    }
  annals_window_load (target, NULL, NULL);
}

/* Reads anew what is on disk, and looks at it as before. */
void
annals_window_reload (AnnalsWindow *self)
{
  AnnalsDocument *document = annals_window_get_document (self);
  GFile *source = document != NULL ? annals_document_get_source_file (document) : NULL;
  AnnalsOpening *opening = NULL;

  if (document == NULL || (self->file == NULL && source == NULL))
    return;

  opening = begin (self, ANNALS_OPEN_HERE | ANNALS_OPEN_KEEP_VIEW | ANNALS_OPEN_QUIETLY);
  g_set_object (&opening->load.file, self->file);
  if (self->file == NULL || (source != NULL && !g_file_equal (source, self->file)))
    g_set_object (&opening->load.source, source);
  if (self->pasted != NULL)
    set_bytes (opening, self->pasted, self->draft);
  start (opening);
}

/* Gives up what is being opened: all of it, or what was to come with one of the flags. Returns
 * whether there was anything. */
gboolean
annals_window_cancel_opening (AnnalsWindow *self, AnnalsOpenFlags flags)
{
  guint n_cancelled = 0;

  for (guint i = self->openings->len; i > 0; i--)
    {
      AnnalsOpening *opening = g_ptr_array_index (self->openings, i - 1);

      if (flags != 0 && !(opening->flags & flags))
        continue;
      g_cancellable_cancel (opening->cancellable);
      g_clear_handle_id (&opening->slow_id, g_source_remove);
      g_clear_handle_id (&opening->progress_id, g_source_remove);
      n_cancelled++;
      g_ptr_array_remove_index (self->openings, i - 1);
    }
  if (n_cancelled > 0)
    update_progress (self);
  return n_cancelled > 0;
}

gboolean
annals_window_is_opening_here (AnnalsWindow *self)
{
  for (guint i = 0; i < self->openings->len; i++)
    if (((AnnalsOpening *) g_ptr_array_index (self->openings, i))->flags & ANNALS_OPEN_HERE)
      return TRUE;
  return FALSE;
}

/* What the file is called that is being opened; NULL when none is. */
gchar *
annals_window_dup_opening_name (AnnalsWindow *self)
{
  for (guint i = 0; i < self->openings->len; i++)
    {
      AnnalsOpening *opening = g_ptr_array_index (self->openings, i);

      if (opening->load.file != NULL)
        return annals_file_dup_name (opening->load.file);
    }
  return NULL;
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
