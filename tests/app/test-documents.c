/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "windows-testing.h"

/* Documents between disk, clipboard and window: what is pasted, saved, changed by others, and found
 * again at the next start. */

#define EXAMPLE "Japan-U.S. alliance should be balanced"
#define PASTED "Pasted text"
#define TEXT "The first words of a text.\n\nAnd the last ones, of 1973.\n"

static GFile *
write_tei (Windows *windows, const gchar *name, const gchar *title)
{
  g_autofree gchar *tei = windows_dup_tei (title);

  return windows_write (windows, name, tei);
}

static GFile *
get_file (Windows *windows, const gchar *name)
{
  return g_file_new_build_filename (windows->folder, name, NULL);
}

static AnnalsWindow *
start (Windows *windows)
{
  g_application_activate (G_APPLICATION (windows->application));
  return windows_wait_for (windows, EXAMPLE);
}

static AnnalsWindow *
open_book (Windows *windows, const gchar *name, const gchar *title)
{
  g_autoptr (GFile) file = write_tei (windows, name, title);

  windows_open (windows, file);
  return windows_wait_for (windows, title);
}

static void
act (AnnalsWindow *window, const gchar *action)
{
  g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (window), action));
  g_action_group_activate_action (G_ACTION_GROUP (window), action, NULL);
}

static void
paste (AnnalsWindow *window, const gchar *type, const gchar *words)
{
  g_autoptr (GBytes) bytes = g_bytes_new (words, strlen (words));
  GdkContentProvider *provider = gdk_content_provider_new_for_bytes (type, bytes);

  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (window)), provider);
  g_object_unref (provider);
  act (window, "paste");
}

static const gchar *
get_text (AnnalsWindow *window, AnnalsWhere where)
{
  AnnalsText *text = annals_document_get_text (annals_window_get_document (window), where);

  return text != NULL ? annals_text_get_utf8 (text) : NULL;
}

/* A dialog above the window, by its heading. */
static AdwMessageDialog *
find_dialog (AnnalsWindow *window)
{
  g_autoptr (GListModel) all = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (GtkWindow) dialog = g_list_model_get_item (all, i);

      if (ADW_IS_MESSAGE_DIALOG (dialog) && gtk_widget_get_visible (GTK_WIDGET (dialog))
          && gtk_window_get_transient_for (dialog) == GTK_WINDOW (window))
        return ADW_MESSAGE_DIALOG (dialog);
    }
  return NULL;
}

/* What a click on the answer does. */
static void
answer (AdwMessageDialog *dialog, const gchar *response)
{
  g_assert_nonnull (dialog);
  g_object_ref (dialog);
  adw_message_dialog_response (dialog, response);
  gtk_window_destroy (GTK_WINDOW (dialog));
  g_object_unref (dialog);
}

/* What is pasted is a document that is in no file, in place of the example. */
static void
test_paste_text (Windows *windows)
{
  AnnalsWindow *window = start (windows);

  paste (window, "text/plain;charset=utf-8", TEXT);
  g_assert_true (windows_wait_for (windows, PASTED) == window);
  g_assert_nonnull (strstr (get_text (window, ANNALS_WHERE_TEXT), "The first words"));
  g_assert_true (annals_window_is_unsaved (window));
  windows_wait_says (window, "not saved");
  g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "save"));
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "reload"));

  /* A second one gets a window of its own. */
  paste (window, "text/plain;charset=utf-8", "Other words.");
  windows_wait_count (windows, 2);
}

/* Of a page, its words are taken; where it has none, the plain ones beside it. */
static void
test_paste_page (Windows *windows)
{
  AnnalsWindow *window = start (windows);

  paste (window, "text/html", "<meta charset='utf-8'><p>One para&shy;graph.</p><p>Two.</p>");
  windows_wait_for (windows, PASTED);
  g_assert_nonnull (strstr (get_text (window, ANNALS_WHERE_TEXT), "\nTwo."));
}

static void
test_paste_nothing (Windows *windows)
{
  AnnalsWindow *window = start (windows);

  paste (window, "text/plain;charset=utf-8", " \n ");
  windows_wait_says (window, "no text on the clipboard");
  paste (window, "image/png", "?");
  windows_run (300);
  g_assert_cmpuint (windows_count (windows), ==, 1);
  g_assert_true (annals_window_is_example (window));
}

/* Whatever is on the clipboard, nothing fails, and words among it are shown. */
static void
test_paste_garbage (Windows *windows)
{
  static const struct
  {
    const gchar *type;
    const gchar *content;
    const gchar *shown; /* (nullable) */
  } cases[] = {
    { "text/plain;charset=utf-8", "x", "x" },
    { "text/plain;charset=utf-8", "\xff\xfe\x80\x81\x01\x02\x03\x04", NULL },
    { "text/plain;charset=utf-8", "\x01\x02\x03\x1b[0m\x7f", NULL },
    { "text/html", "<", "<" },
    { "text/html", "<<<>>&#0;&#xffffffff;<p", NULL },
    { "text/html", "<p>\xff\xfe\x80 one <b>two", "one two" },
  };
  AnnalsWindow *window = start (windows);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      paste (window, cases[i].type, cases[i].content);
      windows_run (500);
      window = windows_get_active (windows);
      if (cases[i].shown != NULL)
        g_assert_nonnull (strstr (get_text (window, ANNALS_WHERE_TEXT), cases[i].shown));
    }
}

/* The commentary, when it is pasted, is linked as its file would be, then and later. */
static void
test_paste_commentary (Windows *windows)
{
  const gchar *folder = g_getenv ("ANNALS_SAMPLES");
  g_autofree gchar *path = NULL;
  g_autofree gchar *text = NULL;
  AnnalsWindow *window = NULL;

  path = g_build_filename (folder, "konishi-2004.txt", NULL);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  window = start (windows);
  g_assert_null (get_text (window, ANNALS_WHERE_SOURCE));
  paste (window, "text/plain;charset=utf-8", text);
  windows_wait_says (window, "keeps a copy");
  g_assert_nonnull (get_text (window, ANNALS_WHERE_SOURCE));
  g_assert_false (annals_window_is_unsaved (window));

  act (window, "open-bundled");
  windows_run (300);
  g_action_group_activate_action (G_ACTION_GROUP (windows->application), "new-window", NULL);
  gtk_window_close (GTK_WINDOW (window));
  windows_wait_count (windows, 1);
  act (windows_get_active (windows), "open-bundled");
  window = windows_wait_for (windows, EXAMPLE);
  g_assert_nonnull (get_text (window, ANNALS_WHERE_SOURCE));
}

/* Closing asks; each answer does what it says. */
static void
test_close_asks (Windows *windows)
{
  AnnalsWindow *window = start (windows);

  paste (window, "text/plain;charset=utf-8", TEXT);
  windows_wait_for (windows, PASTED);
  gtk_window_close (GTK_WINDOW (window));
  gtk_window_close (GTK_WINDOW (window));
  windows_run (200);
  answer (find_dialog (window), "cancel");
  windows_run (200);
  g_assert_cmpuint (windows_count (windows), ==, 1);
  g_assert_null (find_dialog (window));

  gtk_window_close (GTK_WINDOW (window));
  windows_run (200);
  answer (find_dialog (window), "discard");
  windows_wait_count (windows, 0);
}

static void
test_discarded_is_gone (Windows *windows)
{
  start (windows);
  windows_run (300);
  g_assert_cmpuint (windows_count (windows), ==, 1);
}

/* Nothing asks to save the example or a file that was only read. */
static void
test_close_does_not_ask (Windows *windows)
{
  AnnalsWindow *window = start (windows);

  g_assert_false (annals_window_is_unsaved (window));
  window = open_book (windows, "a.xml", "Book A");
  g_assert_false (annals_window_is_unsaved (window));
  gtk_window_close (GTK_WINDOW (window));
  windows_wait_count (windows, 0);
}

static void
save_as (AnnalsWindow *window, GFile *file)
{
  annals_window_save_to (window, file);
  while (window->is_saving)
    windows_run (20);
  windows_wait_says (window, "Saved");
}

/* Saved, the pasted text is the document of its file; saving again needs no question. */
static void
test_save (Windows *windows)
{
  g_autoptr (GFile) file = get_file (windows, "saved.annals.xml");
  g_autoptr (GFile) other = get_file (windows, "other.annals.xml");
  g_autofree gchar *content = NULL;
  AnnalsWindow *window = start (windows);

  paste (window, "text/plain;charset=utf-8", TEXT);
  windows_wait_for (windows, PASTED);
  save_as (window, file);
  g_assert_false (annals_window_is_unsaved (window));
  g_assert_false (annals_window_can_save (window));
  g_assert_true (g_file_equal (window->file, file));
  g_assert_true (g_file_load_contents (file, NULL, &content, NULL, NULL, NULL));
  g_assert_nonnull (strstr (content, "And the last ones, of 1973."));

  /* Our own saving is no change; under another name the document is that one's. */
  windows_run (1200);
  g_assert_false (windows_says (GTK_WIDGET (window), "has changed on disk"));
  save_as (window, other);
  g_assert_true (g_file_equal (window->file, other));
  g_assert_cmpint (unlink (g_file_peek_path (file)), ==, 0);
  windows_run (1000);
  g_assert_false (windows_says (GTK_WIDGET (window), "no longer in its folder"));
}

/* What cannot be saved stays unsaved, and says why. */
static void
test_save_fails (Windows *windows)
{
  g_autoptr (GFile) file = get_file (windows, "no/such/folder.annals.xml");
  AnnalsWindow *window = start (windows);

  paste (window, "text/plain;charset=utf-8", TEXT);
  windows_wait_for (windows, PASTED);
  annals_window_save_to (window, file);
  windows_wait_says (window, "could not be saved");
  g_assert_true (annals_window_is_unsaved (window));
}

/* Quit without a question, the program has what was pasted at its next start. */
static void
test_quit_keeps_draft (Windows *windows)
{
  AnnalsWindow *window = start (windows);

  paste (window, "text/plain;charset=utf-8", TEXT);
  window = windows_wait_for (windows, PASTED);
  windows_run (300);
  windows_quit (windows);
}

static void
test_draft_is_back (Windows *windows)
{
  AnnalsWindow *window = NULL;

  g_application_activate (G_APPLICATION (windows->application));
  window = windows_wait_for (windows, PASTED);
  g_assert_cmpuint (windows_count (windows), ==, 1);
  g_assert_true (annals_window_is_unsaved (window));
  g_assert_nonnull (strstr (get_text (window, ANNALS_WHERE_TEXT), "The first words"));
}

/* A program that just vanishes leaves what was pasted even before any list was written. */
static void
test_crash (Windows *windows)
{
  AnnalsWindow *window = start (windows);

  paste (window, "text/plain;charset=utf-8", TEXT);
  windows_wait_for (windows, PASTED);
  while (!window->is_draft_kept)
    windows_run (20);
  fflush (NULL);
  _exit (0);
}

/* Views. */

/* How long it takes to get there is not what is tested. */
static void
wait_for_place (AnnalsWindow *window)
{
  windows_run (500);
  for (guint i = 0; i < 100 && annals_reader_get_place (window->reader) <= 3800; i++)
    windows_run (100);
}

static void
look_around (AnnalsWindow *window)
{
  annals_selection_select (window->selection, 1, -1);
  annals_timeline_view_set_visible_range (window->timeline, annals_instant_from_date (1930, 1, 1),
                                          annals_instant_from_date (1950, 1, 1));
  annals_reader_go_to_place (window->reader, 4000);
  wait_for_place (window);
}

static void
assert_year (AnnalsInstant instant, gint64 year)
{
  gint64 off_s = instant - annals_instant_from_date (year, 1, 1);

  g_assert_cmpint (ABS (off_s), <, 40 * ANNALS_SECONDS_PER_DAY);
}

static void
assert_looked_around (AnnalsWindow *window)
{
  AnnalsInstant first = 0;
  AnnalsInstant last = 0;

  wait_for_place (window);
  g_assert_cmpint (annals_selection_get_event (window->selection), ==, 1);
  annals_timeline_view_get_visible_range (window->timeline, &first, &last);
  assert_year (first, 1930);
  assert_year (last, 1950);
  g_assert_cmpint (annals_reader_get_place (window->reader), >, 3800);
  g_assert_cmpint (annals_reader_get_place (window->reader), <=, 4000);
}

/* Read anew, a file is looked at as before. */
static void
test_reload (Windows *windows)
{
  g_autofree gchar *tei = windows_dup_tei ("Book B");
  g_autoptr (GFile) file = NULL;
  AnnalsWindow *window = open_book (windows, "a.xml", "Book A");

  look_around (window);
  assert_looked_around (window);
  file = windows_write (windows, "a.xml", tei);
  windows_wait_says (window, "“a.xml” has changed on disk.");
  act (window, "reload");
  g_assert_true (windows_wait_for (windows, "Book B") == window);
  assert_looked_around (window);
  g_assert_false (windows_says (GTK_WIDGET (window), "has changed on disk"));
}

/* Opened again, a file is where it was left; the program was quit or not. */
static void
test_leave (Windows *windows)
{
  AnnalsWindow *window = open_book (windows, "a.xml", "Book A");

  look_around (window);
  open_book (windows, "b.xml", "Book B");
  gtk_window_close (GTK_WINDOW (window));
  windows_wait_count (windows, 1);
  assert_looked_around (open_book (windows, "a.xml", "Book A"));
  while (windows_count (windows) > 0)
    {
      gtk_window_close (GTK_WINDOW (windows_get_active (windows)));
      windows_run (50);
    }
}

/* The windows were closed one by one: the next start is a fresh one, and the file is as it was. */
static void
test_come_back (Windows *windows)
{
  start (windows);
  g_assert_cmpuint (windows_count (windows), ==, 1);
  assert_looked_around (open_book (windows, "a.xml", "Book A"));
}

/* The program is quit with three windows; they come back as they were. */
static void
test_quit (Windows *windows)
{
  AnnalsWindow *window = open_book (windows, "a.xml", "Book A");

  gtk_window_set_default_size (GTK_WINDOW (window), 1003, 701);
  look_around (window);
  g_action_group_change_action_state (G_ACTION_GROUP (window), "focus-timeline",
                                      g_variant_new_boolean (TRUE));
  open_book (windows, "b.xml", "Book B");
  g_action_group_activate_action (G_ACTION_GROUP (windows->application), "new-window", NULL);
  windows_run (300);
  windows_quit (windows);
}

static void
test_restore (Windows *windows)
{
  g_autoptr (GVariant) focus = NULL;
  AnnalsWindow *window = NULL;
  gint width = 0;
  gint height = 0;

  g_application_activate (G_APPLICATION (windows->application));
  windows_wait_for (windows, "Book B");
  window = windows_wait_for (windows, "Book A");
  g_assert_cmpuint (windows_count (windows), ==, 3);
  gtk_window_get_default_size (GTK_WINDOW (window), &width, &height);
  g_assert_cmpint (width, ==, 1003);
  g_assert_cmpint (height, ==, 701);
  focus = g_action_group_get_action_state (G_ACTION_GROUP (window), "focus-timeline");
  g_assert_true (g_variant_get_boolean (focus));
  assert_looked_around (window);
}

/* A file that has vanished meanwhile is named, and the others open. */
static void
test_quit_and_remove (Windows *windows)
{
  open_book (windows, "a.xml", "Book A");
  open_book (windows, "b.xml", "Book B");
  windows_quit (windows);
}

static void
test_restore_rest (Windows *windows)
{
  g_autoptr (GFile) gone = get_file (windows, "a.xml");
  AnnalsWindow *window = NULL;

  g_assert_cmpint (unlink (g_file_peek_path (gone)), ==, 0);
  g_application_activate (G_APPLICATION (windows->application));
  window = windows_wait_for (windows, "Book B");
  windows_wait_count (windows, 1);
  windows_wait_says (window, "a.xml does not exist");
}

/* A file that is opened by name comes beside what was open; an example is not worth a window. */
static void
test_quit_with_example (Windows *windows)
{
  open_book (windows, "a.xml", "Book A");
  g_action_group_activate_action (G_ACTION_GROUP (windows->application), "new-window", NULL);
  windows_run (200);
  act (windows_get_active (windows), "open-bundled");
  windows_wait_for (windows, EXAMPLE);
  windows_quit (windows);
}

static void
test_open_beside (Windows *windows)
{
  open_book (windows, "b.xml", "Book B");
  windows_wait_for (windows, "Book A");
  windows_run (200);
  g_assert_cmpuint (windows_count (windows), ==, 2);
}

/* What became of the file on disk. */

static void
test_removed (Windows *windows)
{
  g_autoptr (GFile) file = get_file (windows, "a.xml");
  AnnalsWindow *window = open_book (windows, "a.xml", "Book A");

  g_assert_cmpint (unlink (g_file_peek_path (file)), ==, 0);
  windows_wait_says (window, "“a.xml” is no longer in its folder.");
  g_assert_true (annals_window_can_save (window));
  act (window, "save");
  windows_wait_says (window, "Saved");
  g_assert_true (g_file_query_exists (file, NULL));
  windows_run (500);
  g_assert_false (windows_says (GTK_WIDGET (window), "no longer in its folder"));
}

/* The reader's copy of the source is watched as the document itself is. */
static void
test_source_changed (Windows *windows)
{
  const gchar *folder = g_getenv ("ANNALS_SAMPLES");
  g_autofree gchar *path = NULL;
  g_autofree gchar *text = NULL;
  g_autofree gchar *longer = NULL;
  g_autoptr (GFile) file = NULL;
  AnnalsWindow *window = NULL;

  path = g_build_filename (folder, "konishi-2004.txt", NULL);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  file = windows_write (windows, "copy.txt", text);
  window = start (windows);
  annals_window_load (window, NULL, file);
  while (get_text (window, ANNALS_WHERE_SOURCE) == NULL)
    windows_run (50);
  longer = g_strconcat (text, "\nMore of it.\n", NULL);
  g_object_unref (windows_write (windows, "copy.txt", longer));
  windows_wait_says (window, "“copy.txt”, the source of this document, has changed on disk.");
  act (window, "reload");
  while (strstr (get_text (window, ANNALS_WHERE_SOURCE), "More of it.") == NULL)
    windows_run (50);
  windows_run (100);
  g_assert_false (windows_says (GTK_WIDGET (window), "has changed on disk"));
}

static void
skip_without_samples (void)
{
  g_test_skip ("ANNALS_SAMPLES does not say where the commentary is");
}

static void
add_sample_test (const gchar *path, WindowsFunc func)
{
  if (g_getenv ("ANNALS_SAMPLES") != NULL)
    windows_add_test (path, func, NULL);
  else
    g_test_add_func (path, skip_without_samples);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  windows_add_test ("/app/documents/paste/text", test_paste_text, NULL);
  windows_add_test ("/app/documents/paste/page", test_paste_page, NULL);
  windows_add_test ("/app/documents/paste/nothing", test_paste_nothing, NULL);
  windows_add_test ("/app/documents/paste/garbage", test_paste_garbage, NULL);
  add_sample_test ("/app/documents/paste/commentary", test_paste_commentary);
  windows_add_test ("/app/documents/close/asks", test_close_asks, test_discarded_is_gone);
  windows_add_test ("/app/documents/close/does-not-ask", test_close_does_not_ask, NULL);
  windows_add_test ("/app/documents/save", test_save, NULL);
  windows_add_test ("/app/documents/save/fails", test_save_fails, NULL);
  windows_add_test ("/app/documents/draft/quit", test_quit_keeps_draft, test_draft_is_back);
  windows_add_test ("/app/documents/draft/crash", test_crash, test_draft_is_back);
  windows_add_test ("/app/documents/reload", test_reload, NULL);
  windows_add_test ("/app/documents/left", test_leave, test_come_back);
  windows_add_test ("/app/documents/quit", test_quit, test_restore);
  windows_add_test ("/app/documents/quit/vanished", test_quit_and_remove, test_restore_rest);
  windows_add_test ("/app/documents/quit/by-name", test_quit_with_example, test_open_beside);
  windows_add_test ("/app/documents/removed", test_removed, NULL);
  add_sample_test ("/app/documents/source-changed", test_source_changed);

  return g_test_run ();
}
