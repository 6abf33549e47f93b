/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "annals-session.h"

/* The folder in which the session lies: what one start of the program leaves there, the next one
 * finds. */

typedef struct
{
  gchar *folder;
  guint n_windows; /* that there are */
  gboolean is_filling;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree gchar *above = g_dir_make_tmp ("annals-session-XXXXXX", NULL);

  g_assert_nonnull (above);
  fixture->folder = g_build_filename (above, "not", "there", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autofree gchar *quoted = g_shell_quote (fixture->folder);
  g_autofree gchar *command = g_strdup_printf ("rm -rf %s/../..", quoted);

  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL));
  g_free (fixture->folder);
}

static GPtrArray *
collect (gpointer user_data)
{
  Fixture *fixture = user_data;
  GPtrArray *entries = NULL;

  if (fixture->is_filling)
    return NULL;
  entries = g_ptr_array_new_with_free_func ((GDestroyNotify) annals_session_entry_free);
  for (guint i = 0; i < fixture->n_windows; i++)
    {
      AnnalsSessionEntry *entry = annals_session_entry_new ();

      entry->kind = ANNALS_SESSION_EXAMPLE;
      g_ptr_array_add (entries, entry);
    }
  return entries;
}

static AnnalsSession *
new_session (Fixture *fixture)
{
  return annals_session_new (fixture->folder, collect, fixture);
}

static gchar *
dup_path (Fixture *fixture, const gchar *name)
{
  return g_build_filename (fixture->folder, name, NULL);
}

static void
write_session (Fixture *fixture, const gchar *text)
{
  g_autofree gchar *path = dup_path (fixture, "session");

  g_assert_cmpint (g_mkdir_with_parents (fixture->folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

/* Restores in a new start of the program. */
static void
assert_restores (Fixture *fixture, guint n_windows, const gchar *message)
{
  g_autoptr (AnnalsSession) session = new_session (fixture);
  g_autofree gchar *said = NULL;
  g_autoptr (GPtrArray) entries = annals_session_restore (session, &said);

  g_assert_cmpuint (entries->len, ==, n_windows);
  if (message == NULL)
    g_assert_null (said);
  else
    g_assert_nonnull (strstr (said, message));
}

static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  assert_restores (fixture, 0, NULL);
}

/* Ended while there are windows, the program finds them; after the last was closed, none. */
static void
test_flush (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnnalsSession) session = new_session (fixture);

  fixture->n_windows = 3;
  annals_session_flush (session);
  assert_restores (fixture, 3, NULL);
  fixture->n_windows = 0;
  annals_session_flush (session);
  assert_restores (fixture, 0, NULL);
}

/* The windows that are closed because the program ends are not forgotten. */
static void
test_freeze (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnnalsSession) session = new_session (fixture);

  fixture->n_windows = 2;
  annals_session_freeze (session);
  fixture->n_windows = 0;
  annals_session_touch (session);
  annals_session_flush (session);
  assert_restores (fixture, 2, NULL);
}

/* A person who ends the program and then thinks better of it is remembered again. */
static void
test_thaw (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnnalsSession) session = new_session (fixture);

  fixture->n_windows = 2;
  annals_session_freeze (session);
  annals_session_thaw (session);
  fixture->n_windows = 1;
  annals_session_flush (session);
  assert_restores (fixture, 1, NULL);
}

/* What could not be written is written the next time, though nothing has changed since; and nobody
 * else may read it. */
static void
test_written_again (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnnalsSession) session = new_session (fixture);
  g_autofree gchar *path = dup_path (fixture, "session");
  GStatBuf info;

  g_assert_cmpint (g_mkdir_with_parents (path, 0700), ==, 0); /* a folder is in the way */
  fixture->n_windows = 2;
  annals_session_flush (session);
  g_assert_cmpint (g_rmdir (path), ==, 0);
  annals_session_flush (session);
  assert_restores (fixture, 2, NULL);
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
}

/* While a window is being filled nothing is written over what is known. */
static void
test_filling (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnnalsSession) session = new_session (fixture);

  fixture->n_windows = 2;
  annals_session_flush (session);
  fixture->is_filling = TRUE;
  fixture->n_windows = 0;
  annals_session_flush (session);
  assert_restores (fixture, 2, NULL);
}

static gboolean
has_session_cb (gpointer path)
{
  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static gboolean
stop_cb (gpointer user_data)
{
  gboolean *is_over = user_data;

  *is_over = TRUE;
  return G_SOURCE_REMOVE;
}

/* A change is written down a moment later, without anybody asking. */
static void
test_touch (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnnalsSession) session = new_session (fixture);
  g_autofree gchar *path = dup_path (fixture, "session");
  gboolean is_over = FALSE;
  guint id = g_timeout_add_seconds (20, stop_cb, &is_over);

  fixture->n_windows = 1;
  annals_session_touch (session);
  g_assert_false (has_session_cb (path));
  while (!has_session_cb (path) && !is_over)
    g_main_context_iteration (NULL, FALSE);
  g_assert_false (is_over);
  g_source_remove (id);
  assert_restores (fixture, 1, NULL);
}

/* A program that dies again and again of what it opens starts without it once, and says so. */
static void
test_attempts (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnnalsSession) session = new_session (fixture);

  fixture->n_windows = 1;
  annals_session_flush (session);
  for (guint i = 0; i < 3; i++)
    assert_restores (fixture, 1, NULL);
  assert_restores (fixture, 0, "are not opened again");

  /* One start that goes well wipes the slate. */
  g_clear_object (&session);
  session = new_session (fixture);
  annals_session_flush (session);
  assert_restores (fixture, 1, NULL);
}

static void
test_broken (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const gchar *text;
    const gchar *message;
  } cases[] = {
    { "[Session]\nversion=99\n[Window 1]\nkind=example\n", "newer version" },
    { "[Sess", "cannot be read" },
  };
  g_autofree gchar *aside = dup_path (fixture, "session~");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree gchar *kept = NULL;

      write_session (fixture, cases[i].text);
      assert_restores (fixture, 0, cases[i].message);
      g_assert_true (g_file_get_contents (aside, &kept, NULL, NULL));
      g_assert_cmpstr (kept, ==, cases[i].text);
      assert_restores (fixture, 0, NULL);
    }
}

/* A folder where the file should be, and a file where the folder should be, block nothing. */
static void
test_odd_places (Fixture *fixture, gconstpointer data)
{
  g_autofree gchar *path = dup_path (fixture, "session");
  g_autofree gchar *above = g_path_get_dirname (fixture->folder);
  g_autoptr (AnnalsSession) session = NULL;

  g_assert_cmpint (g_mkdir_with_parents (path, 0700), ==, 0);
  assert_restores (fixture, 0, NULL);
  g_assert_cmpint (g_rmdir (path), ==, 0);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_assert_true (g_file_set_contents (fixture->folder, "a file", -1, NULL));
  assert_restores (fixture, 0, NULL);
  session = new_session (fixture);
  fixture->n_windows = 1;
  annals_session_flush (session);
}

static void
put_pipe (const gchar *path)
{
  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
}

static void
put_folder (const gchar *path)
{
  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
}

static const struct
{
  const gchar *path;
  void (*put) (const gchar *path);
} odd_things[] = {
  { "/app/session/odd/pipes", put_pipe },
  { "/app/session/odd/folders", put_folder },
};

/* In place of what is remembered there is something that nobody can read, or that would be waited
 * for without end; it is as if there were nothing. */
static void
test_odd_things (Fixture *fixture, gconstpointer data)
{
  static const gchar *const names[] = { "session", "views" };
  void (*put) (const gchar *path) = odd_things[GPOINTER_TO_UINT (data)].put;
  g_autofree gchar *draft = g_uuid_string_random ();
  g_autofree gchar *drafts = dup_path (fixture, "drafts");
  g_autofree gchar *draft_path = g_build_filename (drafts, draft, NULL);
  g_autoptr (AnnalsSession) session = NULL;

  g_assert_cmpint (g_mkdir_with_parents (drafts, 0700), ==, 0);
  put (draft_path);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree gchar *path = dup_path (fixture, names[i]);

      put (path);
    }
  assert_restores (fixture, 0, NULL);
  session = new_session (fixture);
  g_assert_null (annals_session_read_draft (session, draft));
  fixture->n_windows = 1;
  annals_session_flush (session);
}

static void
test_views (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnnalsSession) session = new_session (fixture);
  g_autoptr (GFile) file = g_file_new_for_path ("/somewhere/a b.xml");
  g_auto (AnnalsViewState) view = ANNALS_VIEW_STATE_INIT;

  g_assert_null (annals_session_find_view (session, file));
  view.event = g_strdup ("oil-crises");
  annals_session_remember_view (session, file, &view);
  annals_session_flush (session);

  g_clear_object (&session);
  session = new_session (fixture);
  g_assert_cmpstr (annals_session_find_view (session, file)->event, ==, "oil-crises");
}

/* What was pasted is found again, by a window of its own if no window of the list shows it. */
static void
test_drafts (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnnalsSession) session = new_session (fixture);
  g_autofree gchar *draft = annals_session_new_draft (session);
  g_autofree gchar *other = dup_path (fixture, "drafts/notes.txt");
  g_autoptr (GBytes) bytes = g_bytes_new_static ("Words.", 6);
  g_autoptr (GBytes) read = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (annals_session_read_draft (session, draft));
  g_assert_true (annals_session_write_draft (session, draft, bytes, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (other, "not ours", -1, NULL));
  read = annals_session_read_draft (session, draft);
  g_assert_true (g_bytes_equal (read, bytes));
  assert_restores (fixture, 1, NULL);

  annals_session_drop_draft (session, draft);
  g_assert_null (annals_session_read_draft (session, draft));
  annals_session_flush (session);
  assert_restores (fixture, 0, NULL);
}

#define add(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("/app/session/nothing", test_nothing);
  add ("/app/session/flush", test_flush);
  add ("/app/session/thaw", test_thaw);
  add ("/app/session/written-again", test_written_again);
  add ("/app/session/freeze", test_freeze);
  add ("/app/session/filling", test_filling);
  add ("/app/session/touch", test_touch);
  add ("/app/session/attempts", test_attempts);
  add ("/app/session/broken", test_broken);
  add ("/app/session/odd-places", test_odd_places);
  for (guint i = 0; i < G_N_ELEMENTS (odd_things); i++)
    g_test_add (odd_things[i].path, Fixture, GUINT_TO_POINTER (i), set_up, test_odd_things,
                tear_down);
  add ("/app/session/views", test_views);
  add ("/app/session/drafts", test_drafts);

  return g_test_run ();
}
