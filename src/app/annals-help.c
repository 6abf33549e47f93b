/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "annals-help.h"
#include "annals-settings.h"
#include "annals-shim.h"

/*
 * The manual: a page that is looked for beside the program, so that it is the one that belongs to
 * it, then where it is installed, and that whatever opens web pages shows.
 */

static void
report (GtkWindow *parent, const gchar *reason)
{
  annals_shim_show_message (parent, _ ("The Manual Cannot Be Shown"), reason);
}

/**
 * annals_help_dup_way:
 * @manual: the manual's page
 *
 * Returns: (transfer full): how to read the manual where no program opens web pages, which systems
 *   report in words that help nobody
 */
gchar *
annals_help_dup_way (GFile *manual)
{
  g_autofree gchar *path = g_file_get_parse_name (manual);

  return g_strdup_printf (
      /* Translators: %s is the path of a file; “man annals” is a command that is typed as it is. */
      _ ("No program for web pages could be started. The manual is the file %s; "
         "in a terminal, “man annals” shows it."),
      path);
}

static void
launched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWindow) parent = user_data;
  g_autoptr (GFile) manual = NULL;
  g_autofree gchar *way = NULL;

  if (g_app_info_launch_default_for_uri_finish (result, NULL))
    return;
  manual = annals_help_find_manual ();
  way = manual != NULL ? annals_help_dup_way (manual) : NULL;
  report (parent, way);
}

/**
 * annals_help_find_manual:
 *
 * Returns: (transfer full) (nullable): the page, or %NULL when it is not installed
 */
GFile *
annals_help_find_manual (void)
{
  static const gchar *const BESIDE[] = { "../data/man/manual.html",
                                         "../share/doc/annals/manual.html" };
  g_autofree gchar *installed = g_build_filename (ANNALS_DOCDIR, "manual.html", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (BESIDE); i++)
    {
      g_autofree gchar *path = annals_settings_dup_beside_program (BESIDE[i]);

      if (path != NULL)
        return g_file_new_for_path (path);
    }
  if (!g_file_test (installed, G_FILE_TEST_EXISTS))
    return NULL;

  return g_file_new_for_path (installed);
}

/**
 * annals_help_show:
 * @parent: (nullable): the window it is asked for in
 *
 * Opens the manual in the program that shows web pages, or says in a dialog why it cannot.
 */
void
annals_help_show (GtkWindow *parent)
{
  g_autoptr (GFile) manual = annals_help_find_manual ();
  g_autoptr (GdkAppLaunchContext) context = NULL;
  g_autofree gchar *uri = NULL;

  if (manual == NULL)
    {
      report (parent, _ ("The manual was not installed with this program."));
      return;
    }
  if (gdk_display_get_default () != NULL)
    context = gdk_display_get_app_launch_context (gdk_display_get_default ());
  uri = g_file_get_uri (manual);
  g_app_info_launch_default_for_uri_async (uri, G_APP_LAUNCH_CONTEXT (context), NULL, launched_cb,
                                           parent != NULL ? g_object_ref (parent) : NULL);
}
