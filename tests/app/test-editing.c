/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>
#include <unistd.h>

#include "annals-event-changes.h"
#include "annals-history.h"
#include "annals-lane-changes.h"
#include "annals-menu.h"
#include "windows-testing.h"

/* A document that was changed, and its window: undoing, saving, closing, reading again. */

#define TITLE "A book with lanes"

static AnnalsWindow *
open_book (Windows *windows)
{
  g_autofree gchar *tei = windows_dup_tei (TITLE);
  g_autoptr (GFile) file = windows_write (windows, "book.xml", tei);

  windows_open (windows, file);
  return windows_wait_for (windows, TITLE);
}

static void
act (AnnalsWindow *window, const gchar *action)
{
  g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (window), action));
  g_action_group_activate_action (G_ACTION_GROUP (window), action, NULL);
}

static gboolean
may (AnnalsWindow *window, const gchar *action)
{
  return g_action_group_get_action_enabled (G_ACTION_GROUP (window), action);
}

static const gchar *
get_label (AnnalsWindow *window)
{
  return annals_document_get_lane (annals_window_get_document (window), 0)->label;
}

static void
rename_lane (AnnalsWindow *window, const gchar *label)
{
  g_assert_true (annals_lane_rename (annals_window_get_document (window), 0, label));
}

static gchar *
read_book (Windows *windows)
{
  g_autofree gchar *path = g_build_filename (windows->folder, "book.xml", NULL);
  gchar *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

static void
respond (GListModel *windows, AnnalsWindow *window, const gchar *response)
{
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) dialog = g_list_model_get_item (windows, i);

      if (!ADW_IS_MESSAGE_DIALOG (dialog)
          || gtk_window_get_transient_for (dialog) != GTK_WINDOW (window))
        continue;
      g_assert_true (windows_says (GTK_WIDGET (dialog), "not in its file yet"));
      adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), response);
      gtk_window_destroy (dialog);
      return;
    }
  g_assert_not_reached ();
}

/* Answers the question whether to save. */
static void
answer (AnnalsWindow *window, const gchar *response)
{
  respond (gtk_window_get_toplevels (), window, response);
  windows_run (300);
}

static gchar *
find_menu_label (GMenuModel *menu, const gchar *action)
{
  for (gint i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);
      g_autofree gchar *name = NULL;
      gchar *label = section != NULL ? find_menu_label (section, action) : NULL;

      if (label != NULL)
        return label;
      if (g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_ACTION, "s", &name)
          && g_str_equal (name, action)
          && g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_LABEL, "s", &label))
        return label;
    }
  return NULL;
}

static void
assert_menu (AnnalsWindow *window, GMenuModel *menu, const gchar *undo, const gchar *redo)
{
  g_autofree gchar *undo_label = NULL;
  g_autofree gchar *redo_label = NULL;

  annals_window_label_history (window, menu);
  undo_label = find_menu_label (menu, "win.undo");
  redo_label = find_menu_label (menu, "win.redo");
  g_assert_cmpstr (undo_label, ==, undo);
  g_assert_cmpstr (redo_label, ==, redo);
}

/* How many documents have changes that are not saved. */
static guint
count_journals (void)
{
  g_autofree gchar *path = g_build_filename (g_get_user_state_dir (), "annals", "journals", NULL);
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  guint n_journals = 0;

  while (folder != NULL && g_dir_read_name (folder) != NULL)
    n_journals++;
  return n_journals;
}

static void
test_undo (Windows *windows)
{
  AnnalsWindow *window = open_book (windows);
  g_autoptr (GMenuModel) menu = annals_menu_new ();
  g_autofree gchar *before = g_strdup (get_label (window));

  g_assert_false (may (window, "undo"));
  g_assert_false (may (window, "redo"));
  g_assert_false (may (window, "save"));
  assert_menu (window, menu, "_Undo", "_Redo");

  rename_lane (window, "Works");
  g_assert_true (may (window, "save"));
  windows_wait_says (window, "not saved");
  assert_menu (window, menu, "_Undo Rename Lane", "_Redo");
  g_assert_cmpuint (count_journals (), ==, 1);
  act (window, "undo");
  g_assert_cmpuint (count_journals (), ==, 0);
  g_assert_cmpstr (get_label (window), ==, before);
  windows_wait_says (window, "Undone: Rename Lane");
  g_assert_false (windows_says (GTK_WIDGET (window->title), "not saved"));
  g_assert_false (may (window, "save"));
  g_assert_false (may (window, "undo"));
  assert_menu (window, menu, "_Undo", "_Redo Rename Lane");
  act (window, "redo");
  g_assert_cmpstr (get_label (window), ==, "Works");
}

static void
test_save (Windows *windows)
{
  AnnalsWindow *window = open_book (windows);
  g_autofree gchar *text = NULL;

  rename_lane (window, "Works");
  act (window, "save");
  /* Not written half: what is done meanwhile comes after. */
  annals_lane_rename (annals_window_get_document (window), 0, "Later");
  g_assert_cmpstr (get_label (window), ==, "Works");
  windows_wait_says (window, "Saved");
  text = read_book (windows);
  g_assert_nonnull (strstr (text, "Works"));
  g_assert_null (strstr (text, "Later"));
  g_assert_cmpstr (get_label (window), ==, "Later");
  g_assert_true (may (window, "save"));
  g_assert_cmpuint (count_journals (), ==, 1);
  act (window, "undo");
  g_assert_false (may (window, "save"));
  g_assert_true (may (window, "undo"));
  g_assert_cmpuint (count_journals (), ==, 0);
}

static void
test_close_saves (Windows *windows)
{
  AnnalsWindow *window = open_book (windows);
  g_autofree gchar *text = NULL;
  guint n_windows = windows_count (windows);

  rename_lane (window, "Works");
  gtk_window_close (GTK_WINDOW (window));
  windows_run (200);
  answer (window, "cancel");
  g_assert_cmpuint (windows_count (windows), ==, n_windows);
  gtk_window_close (GTK_WINDOW (window));
  windows_run (200);
  answer (window, "save");
  windows_wait_count (windows, n_windows - 1);
  text = read_book (windows);
  g_assert_nonnull (strstr (text, "Works"));
}

static void
test_close_discards (Windows *windows)
{
  AnnalsWindow *window = open_book (windows);
  g_autofree gchar *text = NULL;
  guint n_windows = windows_count (windows);

  rename_lane (window, "Works");
  gtk_window_close (GTK_WINDOW (window));
  windows_run (200);
  answer (window, "discard");
  windows_wait_count (windows, n_windows - 1);
  text = read_book (windows);
  g_assert_null (strstr (text, "Works"));
  g_assert_cmpuint (count_journals (), ==, 0);
}

static void
test_reload (Windows *windows)
{
  AnnalsWindow *window = open_book (windows);
  g_autofree gchar *before = g_strdup (get_label (window));

  rename_lane (window, "Works");
  act (window, "reload");
  windows_run (200);
  answer (window, "cancel");
  g_assert_cmpstr (get_label (window), ==, "Works");
  act (window, "reload");
  windows_run (200);
  answer (window, "save");
  windows_run (500);
  g_assert_cmpstr (get_label (window), ==, "Works");
  g_assert_false (may (window, "undo"));

  rename_lane (window, "Others");
  act (window, "reload");
  windows_run (200);
  answer (window, "discard");
  windows_run (500);
  g_assert_cmpstr (get_label (window), ==, "Works");
  g_assert_false (may (window, "save"));
}

/* The program dies: what was done to lanes and events, saved or not, undone or not, is back when
 * the document is opened again, and can be taken back at once. */
static void
test_crash (Windows *windows)
{
  AnnalsWindow *window = open_book (windows);
  AnnalsDocument *document = annals_window_get_document (window);

  annals_lane_recolor (document, 0, 6);
  act (window, "save");
  windows_wait_says (window, "Saved");
  act (window, "undo");
  rename_lane (window, "Wrong");
  act (window, "undo");
  rename_lane (window, "Works \342\200\234'\\n");
  annals_event_show_as_era (document, 0, TRUE);
  _exit (0);
}

static void
test_after_crash (Windows *windows)
{
  g_autoptr (GFile) file = g_file_new_build_filename (windows->folder, "book.xml", NULL);
  AnnalsWindow *window;
  g_autoptr (GMenuModel) menu = annals_menu_new ();
  AnnalsDocument *document;

  windows_open (windows, file);
  window = windows_wait_for (windows, TITLE);
  document = annals_window_get_document (window);
  windows_wait_says (window, "are back");
  windows_wait_says (window, "not saved");
  g_assert_cmpstr (get_label (window), ==, "Works \342\200\234'\\n");
  g_assert_cmpuint (annals_document_get_lane (document, 0)->color, !=, 6);
  g_assert_true (annals_document_get_event (document, 0)->is_era);
  assert_menu (window, menu, "_Undo Restore Changes", "_Redo");
  g_assert_cmpuint (count_journals (), ==, 1);
  act (window, "undo");
  g_assert_cmpuint (annals_document_get_lane (document, 0)->color, ==, 6);
  g_assert_false (annals_document_get_event (document, 0)->is_era);
  g_assert_false (may (window, "save"));
  g_assert_cmpuint (count_journals (), ==, 0);
  act (window, "redo");
  g_assert_cmpstr (get_label (window), ==, "Works \342\200\234'\\n");
  g_assert_cmpuint (count_journals (), ==, 1);
  act (window, "save");
  windows_wait_says (window, "Saved");
  g_assert_cmpuint (count_journals (), ==, 0);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  windows_add_test ("/app/editing/undo", test_undo, NULL);
  windows_add_test ("/app/editing/save", test_save, NULL);
  windows_add_test ("/app/editing/close/saves", test_close_saves, NULL);
  windows_add_test ("/app/editing/close/discards", test_close_discards, NULL);
  windows_add_test ("/app/editing/reload", test_reload, NULL);
  windows_add_test ("/app/editing/crash", test_crash, test_after_crash);

  return g_test_run ();
}
