/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <unistd.h>

#include "annals-export-dialog.h"
#include "annals-recent.h"
#include "windows-testing.h"

/* Several windows, one document each: what opens where, and what is brought to the front. */

#define EXAMPLE "Japan-U.S. alliance should be balanced"

static GFile *
write_tei (Windows *windows, const gchar *name, const gchar *title)
{
  g_autofree gchar *tei = windows_dup_tei (title);

  return windows_write (windows, name, tei);
}

/* The first start shows the example; a file that is opened then takes its place. */
static void
test_example_is_replaced (Windows *windows)
{
  g_autoptr (GFile) file = write_tei (windows, "a.xml", "Book A");
  AnnalsWindow *window = NULL;

  g_application_activate (G_APPLICATION (windows->application));
  window = windows_wait_for (windows, EXAMPLE);
  g_assert_cmpuint (windows_count (windows), ==, 1);
  windows_open (windows, file);
  g_assert_true (windows_wait_for (windows, "Book A") == window);
  g_assert_cmpuint (windows_count (windows), ==, 1);
}

/* A file that was opened stays; the next one gets a window of its own, as large. */
static void
test_second_file (Windows *windows)
{
  g_autoptr (GFile) first = write_tei (windows, "a.xml", "Book A");
  g_autoptr (GFile) second = write_tei (windows, "b.xml", "Book B");
  AnnalsWindow *window = NULL;
  gint width = 0;
  gint height = 0;

  windows_open (windows, first);
  window = windows_wait_for (windows, "Book A");
  gtk_window_set_default_size (GTK_WINDOW (window), 911, 633);
  windows_run (300);
  windows_open (windows, second);
  window = windows_wait_for (windows, "Book B");
  g_assert_cmpuint (windows_count (windows), ==, 2);
  gtk_window_get_default_size (GTK_WINDOW (window), &width, &height);
  g_assert_cmpint (width, ==, 911);
  g_assert_cmpint (height, ==, 633);
  g_assert_nonnull (windows_find (windows, "Book A"));
}

/* A window that is closed leaves nothing behind, its panes neither. */
static void
test_closed_is_freed (Windows *windows)
{
  g_autoptr (GFile) first = write_tei (windows, "a.xml", "Book A");
  g_autoptr (GFile) second = write_tei (windows, "b.xml", "Book B");
  AnnalsWindow *window = NULL;
  AnnalsAdaptive *panes = NULL;

  windows_open (windows, first);
  windows_wait_for (windows, "Book A");
  windows_open (windows, second);
  window = windows_wait_for (windows, "Book B");
  panes = window->adaptive;
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  g_object_add_weak_pointer (G_OBJECT (panes), (gpointer *) &panes);
  annals_window_say_saved (window, second);
  gtk_window_close (GTK_WINDOW (window));
  windows_wait_count (windows, 1);
  for (guint i = 0; i < 50 && (window != NULL || panes != NULL); i++)
    windows_run (100);
  g_assert_null (window);
  g_assert_null (panes);
}

/* By whatever path a file is reached, its window comes to the front, and it is listed as recent by
 * one name alone. */
static void
test_same_file (Windows *windows)
{
  g_autoptr (GFile) first = write_tei (windows, "a.xml", "Book A");
  g_autoptr (GFile) second = write_tei (windows, "b.xml", "Book B");
  g_autoptr (GFile) again = g_file_new_build_filename (windows->folder, ".", "a.xml", NULL);
  g_autoptr (GFile) symbolic = g_file_new_build_filename (windows->folder, "symbolic.xml", NULL);
  g_autoptr (GFile) hard = g_file_new_build_filename (windows->folder, "hard.xml", NULL);
  GFile *names[] = { first, again, symbolic, hard };
  g_autoptr (GPtrArray) recent = NULL;

  annals_recent_clear ();
  g_assert_cmpint (symlink ("a.xml", g_file_peek_path (symbolic)), ==, 0);
  g_assert_cmpint (link (g_file_peek_path (first), g_file_peek_path (hard)), ==, 0);
  windows_open (windows, first);
  windows_wait_for (windows, "Book A");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GFile) other = g_file_dup (second);

      windows_open (windows, other);
      windows_wait_for (windows, "Book B");
      windows_open (windows, names[i]);
      windows_run (400);
      g_assert_cmpuint (windows_count (windows), ==, 2);
      g_assert_true (windows_get_active (windows) == windows_find (windows, "Book A"));
    }
  recent = annals_recent_list ();
  g_assert_cmpuint (recent->len, ==, 2);
}

/* Asked for twice at once, a file opens once. */
static void
test_twice_at_once (Windows *windows)
{
  g_autoptr (GFile) first = write_tei (windows, "a.xml", "Book A");
  g_autoptr (GFile) second = write_tei (windows, "b.xml", "Book B");
  GFile *files[] = { first, second, first, second, second };

  g_application_open (G_APPLICATION (windows->application), files, G_N_ELEMENTS (files), "");
  windows_wait_for (windows, "Book A");
  windows_wait_for (windows, "Book B");
  windows_run (300);
  g_assert_cmpuint (windows_count (windows), ==, 2);
}

/* What cannot be opened is said in the window there is, which stays as it is. */
static void
test_bad_file (Windows *windows)
{
  g_autoptr (GFile) good = write_tei (windows, "a.xml", "Book A");
  g_autoptr (GFile) bad = windows_write (windows, "bad.xml", "<TEI>");
  AnnalsWindow *window = NULL;

  windows_open (windows, good);
  window = windows_wait_for (windows, "Book A");
  windows_open (windows, bad);
  windows_wait_says (window, "bad.xml");
  g_assert_cmpuint (windows_count (windows), ==, 1);
  g_assert_true (windows_find (windows, "Book A") == window);
}

/* Without a window there is one with the example, which says why. */
static void
test_bad_file_alone (Windows *windows)
{
  g_autoptr (GFile) bad = windows_write (windows, "bad.xml", "<TEI>");
  AnnalsWindow *window = NULL;

  windows_open (windows, bad);
  window = windows_wait_for (windows, EXAMPLE);
  windows_wait_says (window, "bad.xml");
  g_assert_cmpuint (windows_count (windows), ==, 1);
}

/* A new window has no document, and nothing that needs one can be done in it. */
static void
test_new_window (Windows *windows)
{
  static const gchar *const needy[] = { "save",   "save-as",      "reload",
                                        "export", "open-source",  "zoom-in",
                                        "fit",    "next-passage", "print" };
  g_autoptr (GFile) file = write_tei (windows, "a.xml", "Book A");
  AnnalsWindow *window = NULL;

  windows_open (windows, file);
  windows_wait_for (windows, "Book A");
  g_action_group_activate_action (G_ACTION_GROUP (windows->application), "new-window", NULL);
  windows_run (300);
  g_assert_cmpuint (windows_count (windows), ==, 2);
  window = windows_get_active (windows);
  g_assert_null (annals_window_get_document (window));
  for (guint i = 0; i < G_N_ELEMENTS (needy); i++)
    {
      g_test_message ("%s", needy[i]);
      g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (window), needy[i]));
    }

  /* It is where the example goes, and then the next file. */
  g_action_group_activate_action (G_ACTION_GROUP (window), "open-bundled", NULL);
  g_assert_true (windows_wait_for (windows, EXAMPLE) == window);
  g_assert_cmpuint (windows_count (windows), ==, 2);
}

static AnnalsExportDialog *
find_export_dialog (void)
{
  g_autoptr (GListModel) windows = G_LIST_MODEL (g_object_ref (gtk_window_get_toplevels ()));

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (ANNALS_IS_EXPORT_DIALOG (window))
        return ANNALS_EXPORT_DIALOG (window);
    }
  g_assert_not_reached ();
}

/* An export begins with the reading order if the window shows it, whatever was chosen before. */
static void
test_export_follows (Windows *windows)
{
  AnnalsWindow *window = NULL;

  g_application_activate (G_APPLICATION (windows->application));
  window = windows_wait_for (windows, EXAMPLE);
  for (guint shown = 0; shown < 3; shown++)
    {
      AnnalsExportDialog *dialog = NULL;

      g_action_group_change_action_state (G_ACTION_GROUP (window), "reading-order",
                                          g_variant_new_boolean (shown == 1));
      g_action_group_activate_action (G_ACTION_GROUP (window), "export", NULL);
      dialog = find_export_dialog ();
      g_assert_cmpint (annals_export_dialog_get_defaults (dialog)->reading_order, ==, shown == 1);
      gtk_window_destroy (GTK_WINDOW (dialog));
    }
}

/* Lets go of something above a widget; returns how many of its targets there are. */
static guint
drop (GtkWidget *widget, const GValue *value)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  guint n_targets = 0;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean is_taken = FALSE;

      if (!GTK_IS_DROP_TARGET (controller))
        continue;
      g_assert_cmpint (gtk_event_controller_get_propagation_phase (controller), ==,
                       GTK_PHASE_CAPTURE);
      g_signal_emit_by_name (controller, "drop", value, 5.0, 5.0, &is_taken);
      g_assert_true (is_taken);
      n_targets++;
    }
  return n_targets;
}

/* Files that are dropped open as others do: the first in place of the example. */
static void
test_drop_files (Windows *windows)
{
  g_autoptr (GFile) first = write_tei (windows, "a.xml", "Book A");
  g_autoptr (GFile) second = write_tei (windows, "b.xml", "Book B");
  GFile *files[] = { first, second };
  g_auto (GValue) value = G_VALUE_INIT;
  AnnalsWindow *window = NULL;

  g_application_activate (G_APPLICATION (windows->application));
  window = windows_wait_for (windows, EXAMPLE);
  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, gdk_file_list_new_from_array (files, G_N_ELEMENTS (files)));
  g_assert_cmpuint (drop (GTK_WIDGET (window), &value), ==, 1);
  windows_wait_for (windows, "Book A");
  windows_wait_for (windows, "Book B");
  g_assert_cmpuint (windows_count (windows), ==, 2);
}

/* A text that is dropped on the panes is as one that was pasted. */
static void
test_drop_text (Windows *windows)
{
  g_auto (GValue) value = G_VALUE_INIT;
  AnnalsWindow *window = NULL;

  g_application_activate (G_APPLICATION (windows->application));
  window = windows_wait_for (windows, EXAMPLE);
  g_value_init (&value, G_TYPE_STRING);
  g_value_set_string (&value, "Words from elsewhere.");
  g_assert_cmpuint (drop (GTK_WIDGET (window->adaptive), &value), ==, 1);
  g_assert_true (windows_wait_for (windows, "Pasted text") == window);
  g_assert_true (annals_window_is_unsaved (window));
}

/* What is given up does not come; what was there stays, and nothing is said. */
static void
test_give_up (Windows *windows)
{
  g_autoptr (GFile) first = write_tei (windows, "a.xml", "Book A");
  g_autoptr (GFile) second = write_tei (windows, "b.xml", "Book B");
  AnnalsWindow *window = NULL;

  windows_open (windows, first);
  window = windows_wait_for (windows, "Book A");
  windows_open (windows, second);
  g_action_group_activate_action (G_ACTION_GROUP (window), "clear", NULL);
  windows_run (1000);
  g_assert_cmpuint (windows_count (windows), ==, 1);
  g_assert_true (windows_find (windows, "Book A") == window);
  g_assert_false (windows_says (GTK_WIDGET (window), "b.xml"));

  /* It can be asked for again. */
  windows_open (windows, second);
  windows_wait_for (windows, "Book B");
}

/* What takes more than a moment is named, and can be given up. A pipe takes as long as one likes.
 */
static void
test_slow (Windows *windows)
{
  static const gboolean gives_up[] = { FALSE, TRUE };
  g_autoptr (GFile) file = write_tei (windows, "a.xml", "Book A");
  AnnalsWindow *window = NULL;

  windows_open (windows, file);
  window = windows_wait_for (windows, "Book A");
  for (guint i = 0; i < G_N_ELEMENTS (gives_up); i++)
    {
      g_autofree gchar *path = NULL;
      g_autoptr (GFile) slow = NULL;
      gint ends[2];

      g_assert_cmpint (pipe (ends), ==, 0);
      path = g_strdup_printf ("/dev/fd/%d", ends[0]);
      slow = g_file_new_for_path (path);
      window = windows_get_active (windows);
      windows_open (windows, slow);
      windows_wait_says (window, "is being opened.");
      if (gives_up[i])
        g_action_group_activate_action (G_ACTION_GROUP (window), "clear", NULL);
      g_assert_cmpint (write (ends[1], "Words.", 6), ==, 6);
      close (ends[1]);
      windows_run (1000);
      g_assert_cmpuint (windows_count (windows), ==, 2);
      g_assert_false (windows_says (GTK_WIDGET (window), "is being opened."));
      /* The end that is read stays open, so that the next one has another name. */
    }
}

/* What was opened is listed, the latest first, and can be taken off the list. */
static void
test_recent (Windows *windows)
{
  g_autoptr (GFile) first = write_tei (windows, "a.xml", "Book A");
  g_autoptr (GFile) second = write_tei (windows, "b.xml", "Book B");
  g_autoptr (GPtrArray) items = NULL;
  const AnnalsRecentItem *item = NULL;

  annals_recent_clear ();
  windows_open (windows, first);
  windows_wait_for (windows, "Book A");
  windows_run (1100);
  windows_open (windows, second);
  windows_wait_for (windows, "Book B");
  items = annals_recent_list ();
  g_assert_cmpuint (items->len, ==, 2);
  item = g_ptr_array_index (items, 0);
  g_assert_cmpstr (item->name, ==, "b.xml");
  g_assert_cmpstr (item->folder, ==, "~/files");
  item = g_ptr_array_index (items, 1);
  g_assert_cmpstr (item->name, ==, "a.xml");

  annals_recent_remove (item->uri);
  g_clear_pointer (&items, g_ptr_array_unref);
  items = annals_recent_list ();
  g_assert_cmpuint (items->len, ==, 1);
  annals_recent_clear ();
  g_clear_pointer (&items, g_ptr_array_unref);
  items = annals_recent_list ();
  g_assert_cmpuint (items->len, ==, 0);
}

/* The list can be opened whatever it holds; what is gone is shown as such. */
static void
test_recent_popover (Windows *windows)
{
  g_autoptr (GFile) file = write_tei (windows, "a.xml", "Book A");
  AnnalsWindow *window = NULL;
  GtkWidget *popover = NULL;
  GtkWidget *focus = NULL;

  g_application_activate (G_APPLICATION (windows->application));
  window = windows_wait_for (windows, EXAMPLE);
  popover = GTK_WIDGET (adw_split_button_get_popover (window->open_button));
  annals_recent_clear ();
  g_action_group_activate_action (G_ACTION_GROUP (window), "show-recent", NULL);
  windows_run (300);
  g_assert_true (windows_says (popover, "No recent documents"));
  focus = gtk_window_get_focus (GTK_WINDOW (window));
  g_assert_true (GTK_IS_BUTTON (focus));
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (focus)), ==, "Open…");
  g_assert_true (gtk_widget_is_ancestor (focus, popover));
  gtk_popover_popdown (GTK_POPOVER (popover));

  annals_recent_add (file);
  windows_run (100);
  g_action_group_activate_action (G_ACTION_GROUP (window), "show-recent", NULL);
  windows_run (300);
  g_assert_false (windows_says (popover, "No recent documents"));
  g_assert_true (windows_says (popover, "a.xml"));
  g_assert_false (windows_says (popover, "No longer in"));
  gtk_popover_popdown (GTK_POPOVER (popover));

  g_assert_cmpint (unlink (g_file_peek_path (file)), ==, 0);
  g_action_group_activate_action (G_ACTION_GROUP (window), "show-recent", NULL);
  windows_run (300);
  g_assert_true (windows_says (popover, "No longer in ~/files"));
  gtk_popover_popdown (GTK_POPOVER (popover));
}

/* By two names at once, a file that was not open yet opens once. */
static void
test_two_names_at_once (Windows *windows)
{
  g_autoptr (GFile) first = write_tei (windows, "a.xml", "Book A");
  g_autoptr (GFile) symbolic = g_file_new_build_filename (windows->folder, "symbolic.xml", NULL);
  GFile *files[] = { first, symbolic };

  g_assert_cmpint (symlink ("a.xml", g_file_peek_path (symbolic)), ==, 0);
  g_application_open (G_APPLICATION (windows->application), files, G_N_ELEMENTS (files), "");
  windows_wait_for (windows, "Book A");
  windows_run (300);
  g_assert_cmpuint (windows_count (windows), ==, 1);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  windows_add_test ("/app/windows/example-is-replaced", test_example_is_replaced, NULL);
  windows_add_test ("/app/windows/second-file", test_second_file, NULL);
  windows_add_test ("/app/windows/closed-is-freed", test_closed_is_freed, NULL);
  windows_add_test ("/app/windows/same-file", test_same_file, NULL);
  windows_add_test ("/app/windows/twice-at-once", test_twice_at_once, NULL);
  windows_add_test ("/app/windows/two-names-at-once", test_two_names_at_once, NULL);
  windows_add_test ("/app/windows/bad-file", test_bad_file, NULL);
  windows_add_test ("/app/windows/bad-file-alone", test_bad_file_alone, NULL);
  windows_add_test ("/app/windows/new-window", test_new_window, NULL);
  windows_add_test ("/app/windows/export-follows", test_export_follows, NULL);
  windows_add_test ("/app/windows/drop/files", test_drop_files, NULL);
  windows_add_test ("/app/windows/drop/text", test_drop_text, NULL);
  windows_add_test ("/app/windows/give-up", test_give_up, NULL);
  windows_add_test ("/app/windows/slow", test_slow, NULL);
  windows_add_test ("/app/windows/recent", test_recent, NULL);
  windows_add_test ("/app/windows/recent-popover", test_recent_popover, NULL);

  return g_test_run ();
}
