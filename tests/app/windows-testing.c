/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "windows-testing.h"

/* A program inside a test, with windows that are waited for. Each part of a test is a process,
 * since there is one program in each. */

#define PATIENCE_S 15

static GHashTable *with_second; /* the paths of tests with two parts */

static gboolean
stop_cb (gpointer user_data)
{
  gboolean *is_over = user_data;

  *is_over = TRUE;
  return G_SOURCE_REMOVE;
}

/**
 * windows_run:
 * @time_ms: for how long
 *
 * Lets the program run.
 */
void
windows_run (guint time_ms)
{
  gboolean is_over = FALSE;

  g_timeout_add (time_ms, stop_cb, &is_over);
  while (!is_over)
    g_main_context_iteration (NULL, TRUE);
}

/**
 * windows_quit:
 * @windows: the fixture
 *
 * Ends the program, as when it is quit.
 */
void
windows_quit (Windows *windows)
{
  g_action_group_activate_action (G_ACTION_GROUP (windows->application), "quit", NULL);
  windows_wait_count (windows, 0);
}

/* In a process of its own, with the home of all. */
static void
run_part (gconstpointer func)
{
  Windows windows = { annals_application_new (),
                      g_build_filename (g_get_home_dir (), "files", NULL) };

  g_application_set_flags (G_APPLICATION (windows.application),
                           G_APPLICATION_HANDLES_OPEN | G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (windows.application), NULL, NULL));
  ((WindowsFunc) func) (&windows);
  windows_run (100);
  g_signal_emit_by_name (windows.application, "shutdown");
  g_free (windows.folder);
}

static void
start_afresh (void)
{
  const gchar *home = g_get_home_dir ();
  g_autofree gchar *files = g_build_filename (home, "files", NULL);
  g_autofree gchar *command = g_strdup_printf ("rm -rf %s/state %s/data %s", home, home, files);

  g_assert_true (g_str_has_prefix (home, g_get_tmp_dir ())); /* as run-under-xvfb sets it */
  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL));
  g_assert_cmpint (g_mkdir (files, 0700), ==, 0);
}

static void
run_parts (gconstpointer path)
{
  g_autofree gchar *first = g_strconcat (path, "/subprocess/first", NULL);
  g_autofree gchar *second = g_strconcat (path, "/subprocess/second", NULL);
  gboolean has_second = g_hash_table_contains (with_second, path);

  start_afresh ();
  g_test_trap_subprocess (first, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
  if (!has_second)
    return;
  g_test_trap_subprocess (second, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
}

/**
 * windows_add_test:
 * @path: of the test; static
 * @first: what happens in the first start of the program
 * @second: (nullable): what happens in the next one
 *
 * Adds a test that has the program start anew, for a person who has never used it.
 */
void
windows_add_test (const gchar *path, WindowsFunc first, WindowsFunc second)
{
  g_autofree gchar *first_path = g_strconcat (path, "/subprocess/first", NULL);
  g_autofree gchar *second_path = g_strconcat (path, "/subprocess/second", NULL);

  if (with_second == NULL)
    with_second = g_hash_table_new (g_str_hash, g_str_equal);
  if (second != NULL)
    g_hash_table_add (with_second, (gpointer) path);
  g_test_add_data_func (path, path, run_parts);
  g_test_add_data_func (first_path, first, run_part);
  if (second != NULL)
    g_test_add_data_func (second_path, second, run_part);
}

/**
 * windows_write:
 * @windows: the fixture
 * @name: of a file
 * @text: what it is to hold
 *
 * Returns: (transfer full): the file
 */
GFile *
windows_write (Windows *windows, const gchar *name, const gchar *text)
{
  g_autofree gchar *path = g_build_filename (windows->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return g_file_new_for_path (path);
}

/**
 * windows_dup_tei:
 * @title: the title of the document
 *
 * Returns: (transfer full): a document with a long text and three events with their passages
 */
gchar *
windows_dup_tei (const gchar *title)
{
  GString *tei = g_string_new ("<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><teiHeader><fileDesc>");

  g_string_append_printf (
      tei, "<titleStmt><title>%s</title></titleStmt><publicationStmt><p/></publicationStmt>",
      title);
  g_string_append (tei,
                   "<sourceDesc><p/></sourceDesc></fileDesc></teiHeader><standOff><listEvent>");
  for (guint i = 0; i < 3; i++)
    g_string_append_printf (tei,
                            "<event xml:id=\"e%u\" when-custom=\"%u\" datingMethod=\"#edtf\">"
                            "<label>Event %u</label></event>",
                            i, 1900 + 40 * i, i);
  g_string_append (tei, "</listEvent></standOff><text><body>");
  for (guint i = 0; i < 200; i++)
    g_string_append_printf (tei, "<p>Paragraph %u has these words and some more of them.</p>", i);
  g_string_append (tei, "</body></text></TEI>");
  return g_string_free (tei, FALSE);
}

/**
 * windows_open:
 * @windows: the fixture
 * @file: a file
 *
 * Opens it as `annals FILE` does.
 */
void
windows_open (Windows *windows, GFile *file)
{
  g_application_open (G_APPLICATION (windows->application), &file, 1, "");
}

guint
windows_count (Windows *windows)
{
  guint n_windows = 0;

  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (windows->application)); l != NULL;
       l = l->next)
    n_windows += ANNALS_IS_WINDOW (l->data);

  return n_windows;
}

AnnalsWindow *
windows_get_active (Windows *windows)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (windows->application));

  return ANNALS_IS_WINDOW (window) ? ANNALS_WINDOW (window) : NULL;
}

/**
 * windows_find:
 * @windows: the fixture
 * @title: of a window
 *
 * Returns: (transfer none) (nullable): the window
 */
AnnalsWindow *
windows_find (Windows *windows, const gchar *title)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (windows->application)); l != NULL;
       l = l->next)
    if (ANNALS_IS_WINDOW (l->data) && ANNALS_WINDOW (l->data)->selection != NULL
        && g_strcmp0 (gtk_window_get_title (l->data), title) == 0)
      return l->data;

  return NULL;
}

static gboolean
is_over (gint64 since_us)
{
  return g_get_monotonic_time () > since_us + PATIENCE_S * G_USEC_PER_SEC;
}

AnnalsWindow *
windows_wait_for (Windows *windows, const gchar *title)
{
  gint64 since_us = g_get_monotonic_time ();

  while (windows_find (windows, title) == NULL && !is_over (since_us))
    windows_run (20);
  if (windows_find (windows, title) == NULL)
    g_error ("There is no window titled “%s”.", title);
  windows_run (150);
  return windows_find (windows, title);
}

void
windows_wait_count (Windows *windows, guint n_windows)
{
  gint64 since_us = g_get_monotonic_time ();

  while (windows_count (windows) != n_windows && !is_over (since_us))
    windows_run (20);
  g_assert_cmpuint (windows_count (windows), ==, n_windows);
}

/**
 * windows_says:
 * @widget: a window or a part of one
 * @words: some words
 *
 * Returns: whether a label that can be seen has these words
 */
gboolean
windows_says (GtkWidget *widget, const gchar *words)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget)
      && strstr (gtk_label_get_label (GTK_LABEL (widget)), words) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (windows_says (child, words))
      return TRUE;

  return FALSE;
}

void
windows_wait_says (AnnalsWindow *window, const gchar *words)
{
  gint64 since_us = g_get_monotonic_time ();

  while (!windows_says (GTK_WIDGET (window), words) && !is_over (since_us))
    windows_run (20);
  if (!windows_says (GTK_WIDGET (window), words))
    g_error ("The window does not say “%s”.", words);
}
