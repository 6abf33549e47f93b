/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib-unix.h>
#include <glib/gi18n-lib.h>
#include <signal.h>
#include <stdlib.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "annals-actions.h"
#include "annals-appearance.h"
#include "annals-application.h"
#include "annals-click.h"
#include "annals-help.h"
#include "annals-preferences.h"
#include "annals-shim.h"
#include "annals-ui.h"
#include "annals-window.h"

/* The application: one process, a window for each document it is asked to open. */

#define LARGE_BYTES (1024 * 1024)
#define GIVE_BACK_MS 500

/* By which the system asks a program to end. */
static const gint signals[] = { SIGTERM, SIGINT, SIGHUP };

struct _AnnalsApplication
{
  AdwApplication parent_instance;

  AnnalsSettings *settings;
  AnnalsSession *session;
  gboolean is_restored;
  gchar *message; /* (nullable) about what is not opened again; to be said */
  guint signal_ids[G_N_ELEMENTS (signals)];
  AnnalsPreferences *preferences; /* (nullable) while they are shown; not owned */
  guint give_back_id;
};

G_DEFINE_FINAL_TYPE (AnnalsApplication, annals_application, ADW_TYPE_APPLICATION)

/* Ends all at once; the windows are opened again at the next start. */
static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  AnnalsApplication *self = user_data;
  GList *next = NULL;

  if (self->session != NULL)
    annals_session_freeze (self->session);
  for (GList *l = gtk_application_get_windows (user_data); l != NULL; l = next)
    {
      next = l->next;
      gtk_window_close (l->data);
    }
}

static void
about_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  annals_shim_show_about (gtk_application_get_active_window (user_data));
}

static void
help_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  annals_help_show (gtk_application_get_active_window (user_data));
}

static AnnalsSettings *
ensure_settings (AnnalsApplication *self)
{
  if (self->settings == NULL)
    {
      self->settings = annals_settings_new ();
      annals_appearance_follow (self->settings);
    }

  return self->settings;
}

static void
preferences_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  AnnalsApplication *self = user_data;
  GtkWindow *parent = gtk_application_get_active_window (user_data);

  if (self->preferences == NULL)
    g_set_weak_pointer (&self->preferences, annals_preferences_new (ensure_settings (self)));
  gtk_window_set_transient_for (GTK_WINDOW (self->preferences), parent);
  gtk_window_present (GTK_WINDOW (self->preferences));
}

static void new_window_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data);

static const GActionEntry actions[] = {
  { "new-window", new_window_cb },
  { "quit", quit_cb },
  { "preferences", preferences_cb },
  { "help", help_cb },
  { "about", about_cb },
};

/* What windows there are, for the session; not while one of them is still being filled. */
static GPtrArray *
collect_windows (gpointer user_data)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (
      (GDestroyNotify) annals_session_entry_free);
  g_autoptr (GList) windows = g_list_reverse (
      g_list_copy (gtk_application_get_windows (user_data)));

  for (GList *l = windows; l != NULL; l = l->next)
    {
      AnnalsSessionEntry *entry = NULL;

      if (!ANNALS_IS_WINDOW (l->data))
        continue;
      if (annals_window_is_busy (l->data))
        return NULL;
      annals_window_remember_view (l->data);
      entry = annals_window_create_entry (l->data);
      g_ptr_array_add (entries, entry);
    }

  return g_steal_pointer (&entries);
}

static AnnalsSession *
ensure_session (AnnalsApplication *self)
{
  g_autofree gchar *folder = g_build_filename (g_get_user_state_dir (), "annals", NULL);

  if (self->session == NULL)
    self->session = annals_session_new (folder, collect_windows, self);

  return self->session;
}

static AnnalsWindow *
new_window (AnnalsApplication *self)
{
  return annals_window_new (GTK_APPLICATION (self), ensure_settings (self), ensure_session (self));
}

/* The window that was used last; other windows of the program do not count. */
static AnnalsWindow *
find_window (AnnalsApplication *self)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (ANNALS_IS_WINDOW (l->data))
      return l->data;

  return NULL;
}

static void
new_window_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  AnnalsWindow *active = find_window (user_data);
  AnnalsWindow *window = new_window (user_data);

  if (active != NULL)
    annals_window_copy_size (window, active);
  gtk_window_present (GTK_WINDOW (window));
}

/* A window that shows nothing of one's own is not worth keeping where a file is to be opened. */
static gboolean
is_worth_restoring (const AnnalsSessionEntry *entry, gboolean with_files)
{
  return !with_files || entry->kind == ANNALS_SESSION_FILE || entry->kind == ANNALS_SESSION_DRAFT;
}

/* Opens the windows of last time, the one that was used last on top. */
static void
restore (AnnalsApplication *self, gboolean with_files)
{
  g_autofree gchar *message = NULL;
  g_autoptr (GPtrArray) entries = annals_session_restore (ensure_session (self), &message);
  AnnalsWindow *active = NULL;

  for (guint i = 0; i < entries->len; i++)
    {
      const AnnalsSessionEntry *entry = g_ptr_array_index (entries, i);
      AnnalsWindow *window = NULL;

      if (!is_worth_restoring (entry, with_files))
        continue;
      window = new_window (self);
      annals_window_apply_entry (window, entry);
      annals_window_restore (window, entry);
      gtk_window_present (GTK_WINDOW (window));
      if (entry->is_active || active == NULL)
        active = window;
    }

  if (active == NULL && !with_files)
    {
      active = new_window (self);
      annals_window_open (active, NULL);
    }
  if (active != NULL)
    gtk_window_present (GTK_WINDOW (active));
  self->message = g_steal_pointer (&message);
}

static void
restore_once (AnnalsApplication *self, gboolean with_files)
{
  if (self->is_restored)
    return;

  self->is_restored = TRUE;
  restore (self, with_files);
}

static void
say_message (AnnalsApplication *self)
{
  AnnalsWindow *window = find_window (self);

  if (self->message != NULL && window != NULL)
    annals_window_say (window, _ ("Not Opened Again"), self->message);
  g_clear_pointer (&self->message, g_free);
}

/* The desktop ends its session; it may yet be called off. */
static void
query_end_cb (AnnalsApplication *self)
{
  if (self->session != NULL)
    annals_session_flush (self->session);
}

/* Asked to end by the system, the program does as when it is quit. */
static gboolean
terminated_cb (gpointer user_data)
{
  AnnalsApplication *self = user_data;

  if (self->session != NULL)
    annals_session_freeze (self->session);
  g_application_quit (G_APPLICATION (self));
  return G_SOURCE_CONTINUE;
}

/* Only the process that shows the windows starts up; one that hands files over to it needs no
 * display. */
static void
annals_application_startup (GApplication *application)
{
  if (!gtk_init_check ())
    {
      g_printerr ("annals: %s\n", _ ("No window can be shown, because there is no display; use "
                                     "“annals export” to draw the timeline without one."));
      exit (EXIT_FAILURE);
    }
  G_APPLICATION_CLASS (annals_application_parent_class)->startup (application);

  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions),
                                   application);
  annals_actions_set_accels (GTK_APPLICATION (application));
  annals_click_watch_buttons ();
  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    ANNALS_APPLICATION (application)->signal_ids[i] = g_unix_signal_add (signals[i], terminated_cb,
                                                                         application);
  g_signal_connect (application, "query-end", G_CALLBACK (query_end_cb), NULL);
}

static void
annals_application_activate (GApplication *application)
{
  AnnalsApplication *self = ANNALS_APPLICATION (application);
  AnnalsWindow *window = NULL;

  restore_once (self, FALSE);
  window = find_window (self);
  if (window == NULL)
    {
      window = new_window (self);
      annals_window_open (window, NULL);
    }
  gtk_window_present (GTK_WINDOW (window));
  say_message (self);
}

/* Without a window there is one at once, for the first file. */
static void
annals_application_open (GApplication *application, GFile **files, gint n_files, const gchar *hint)
{
  AnnalsApplication *self = ANNALS_APPLICATION (application);
  AnnalsWindow *window = NULL;
  gint n_opened = 0;

  restore_once (self, TRUE);
  window = find_window (self);
  if (window == NULL && n_files > 0)
    {
      window = new_window (self);
      annals_window_open (window, files[n_opened++]);
    }
  gtk_window_present (GTK_WINDOW (window));
  annals_window_open_files (window, files + n_opened, (guint) (n_files - n_opened));
  say_message (self);
}

/* The last window to be closed leaves an empty list; the program being ended, that of its windows.
 */
static void
annals_application_shutdown (GApplication *application)
{
  AnnalsApplication *self = ANNALS_APPLICATION (application);

  if (self->session != NULL)
    annals_session_flush (self->session);
  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    g_clear_handle_id (&self->signal_ids[i], g_source_remove);
  G_APPLICATION_CLASS (annals_application_parent_class)->shutdown (application);
  g_clear_handle_id (&self->give_back_id, g_source_remove); /* the last windows go in there */
}

static void
annals_application_dispose (GObject *object)
{
  AnnalsApplication *self = ANNALS_APPLICATION (object);

  g_clear_weak_pointer (&self->preferences);
  g_clear_object (&self->session);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->message, g_free);
  G_OBJECT_CLASS (annals_application_parent_class)->dispose (object);
}

/* What a window held lies between what others hold, and the C library keeps it: after an hour of
 * windows that came and went, as much again as is in use. */
static gboolean
give_back_cb (gpointer user_data)
{
  ANNALS_APPLICATION (user_data)->give_back_id = 0;
#ifdef __GLIBC__
  malloc_trim (0);
#endif
  return G_SOURCE_REMOVE;
}

static void
annals_application_window_removed (GtkApplication *application, GtkWindow *window)
{
  AnnalsApplication *self = ANNALS_APPLICATION (application);

  GTK_APPLICATION_CLASS (annals_application_parent_class)->window_removed (application, window);
  if (self->give_back_id == 0)
    self->give_back_id = g_timeout_add_full (G_PRIORITY_LOW, GIVE_BACK_MS, give_back_cb, self,
                                             NULL);
}

static void
annals_application_class_init (AnnalsApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = annals_application_dispose;
  application_class->startup = annals_application_startup;
  application_class->shutdown = annals_application_shutdown;
  application_class->activate = annals_application_activate;
  application_class->open = annals_application_open;
  GTK_APPLICATION_CLASS (klass)->window_removed = annals_application_window_removed;
}

static void
annals_application_init (AnnalsApplication *self)
{
}

/* Pictures and texts come and go in threads. Left to itself, the C library would keep the room of a
 * large one for each thread that ever made one; so what is large is given back at once. And it
 * would give threads that meet a heap each, where what stays keeps everything around it: a busy
 * machine made a dozen of them, twice what was in use. Threads seldom meet here; one heap serves
 * them all. */
static void
limit_memory (void)
{
#ifdef __GLIBC__
  mallopt (M_MMAP_THRESHOLD, LARGE_BYTES);
  mallopt (M_ARENA_MAX, 1);
#endif
}

/**
 * annals_application_new:
 *
 * Returns: (transfer full): the application
 */
AnnalsApplication *
annals_application_new (void)
{
  limit_memory ();
  annals_ui_init ();
  if (g_strcmp0 (g_get_application_name (), _ ("Annals")) != 0)
    g_set_application_name (_ ("Annals")); /* which may be done only once */

  return g_object_new (ANNALS_TYPE_APPLICATION, "application-id", ANNALS_APP_ID, "flags",
                       G_APPLICATION_HANDLES_OPEN, "register-session", TRUE, "resource-base-path",
                       "/io/github/annals_app/Annals", NULL);
}
