/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "annals-actions.h"
#include "annals-appearance.h"
#include "annals-application.h"
#include "annals-preferences.h"
#include "annals-shim.h"
#include "annals-ui.h"
#include "annals-window.h"

/* The application: one process, a window for each document it is asked to open. */

#define LARGE_BYTES (1024 * 1024)

struct _AnnalsApplication
{
  AdwApplication parent_instance;

  AnnalsSettings *settings;
  AnnalsPreferences *preferences; /* (nullable) while they are shown; not owned */
};

G_DEFINE_FINAL_TYPE (AnnalsApplication, annals_application, ADW_TYPE_APPLICATION)

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GList *next = NULL;

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

static const GActionEntry entries[] = {
  { "quit", quit_cb },
  { "preferences", preferences_cb },
  { "about", about_cb },
};

static AnnalsWindow *
new_window (AnnalsApplication *self)
{
  return annals_window_new (GTK_APPLICATION (self), ensure_settings (self));
}

static void
open_in_new_window (AnnalsApplication *self, GFile *file)
{
  AnnalsWindow *window = new_window (self);

  annals_window_open (window, file);
  gtk_window_present (GTK_WINDOW (window));
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

  g_action_map_add_action_entries (G_ACTION_MAP (application), entries, G_N_ELEMENTS (entries),
                                   application);
  annals_actions_set_accels (GTK_APPLICATION (application));
}

static void
annals_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window != NULL)
    gtk_window_present (window);
  else
    open_in_new_window (ANNALS_APPLICATION (application), NULL);
}

static void
annals_application_open (GApplication *application, GFile **files, gint n_files, const gchar *hint)
{
  for (gint i = 0; i < n_files; i++)
    open_in_new_window (ANNALS_APPLICATION (application), files[i]);
}

static void
annals_application_dispose (GObject *object)
{
  AnnalsApplication *self = ANNALS_APPLICATION (object);

  g_clear_weak_pointer (&self->preferences);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (annals_application_parent_class)->dispose (object);
}

static void
annals_application_class_init (AnnalsApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = annals_application_dispose;
  application_class->startup = annals_application_startup;
  application_class->activate = annals_application_activate;
  application_class->open = annals_application_open;
}

static void
annals_application_init (AnnalsApplication *self)
{
}

/* Pictures and texts come and go in threads. Left to itself, the C library would keep the room of a
 * large one for each thread that ever made one; so what is large is given back at once. */
static void
limit_memory (void)
{
#ifdef __GLIBC__
  mallopt (M_MMAP_THRESHOLD, LARGE_BYTES);
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
  g_set_application_name (_ ("Annals"));

  return g_object_new (ANNALS_TYPE_APPLICATION, "application-id", ANNALS_APP_ID, "flags",
                       G_APPLICATION_HANDLES_OPEN, "resource-base-path",
                       "/io/github/annals_app/Annals", NULL);
}
