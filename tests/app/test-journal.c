/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "annals-journal.h"

/* Records that are appended are read again, whatever has happened to the file. */

#define PATIENCE_S 20
#define NAME "file:///home/a%20b/c.xml"

typedef struct
{
  gchar *folder;
  gchar *path;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree gchar *base = g_compute_checksum_for_string (G_CHECKSUM_SHA256, NAME, -1);
  g_autofree gchar *parent = g_dir_make_tmp ("annals-XXXXXX", NULL);

  fixture->folder = g_build_filename (parent, "journals", NULL);
  fixture->path = g_build_filename (fixture->folder, base, NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autofree gchar *parent = g_path_get_dirname (fixture->folder);

  g_unlink (fixture->path);
  g_rmdir (fixture->folder);
  g_rmdir (parent);
  g_free (fixture->path);
  g_free (fixture->folder);
}

/* Nothing that a test can do takes a disk its power. What the disk is asked for can be seen, since
 * these stand for those of the C library: how often a file was synced, a folder, and how many of
 * either by the main thread. */

static gint n_files_synced;
static gint n_folders_synced;
static gint n_synced_here;
static GThread *main_thread;

static gint
note_synced (gint fd)
{
  struct stat info;

  g_assert_cmpint (fstat (fd, &info), ==, 0);
  g_atomic_int_inc (S_ISDIR (info.st_mode) ? &n_folders_synced : &n_files_synced);
  if (g_thread_self () == main_thread)
    g_atomic_int_inc (&n_synced_here);
  return 0;
}

int
fdatasync (int fd)
{
  return note_synced (fd);
}

int
fsync (int fd)
{
  return note_synced (fd);
}

static void
forget_synced (void)
{
  g_atomic_int_set (&n_files_synced, 0);
  g_atomic_int_set (&n_folders_synced, 0);
  g_atomic_int_set (&n_synced_here, 0);
}

static gboolean
wake_cb (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

/* Runs until a file has been synced so often, or for so long. */
static void
run (gint n_files, guint time_s)
{
  gint64 until_us = g_get_monotonic_time () + time_s * G_USEC_PER_SEC;
  guint source = g_timeout_add (20, wake_cb, NULL);

  while (g_atomic_int_get (&n_files_synced) < n_files && g_get_monotonic_time () < until_us)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (source);
}

static void
append (AnnalsJournal *journal, const gchar *words)
{
  g_autoptr (GVariant) record = g_variant_ref_sink (g_variant_new ("(ss)", "word", words));

  annals_journal_append (journal, record);
}

/* As a program would that starts anew. */
static gchar *
dup_read (Fixture *fixture, const gchar *name)
{
  g_autoptr (AnnalsJournal) journal = annals_journal_new (fixture->folder, name);
  g_autoptr (GPtrArray) records = annals_journal_read (journal);
  GString *read = g_string_new (NULL);

  for (guint i = 0; i < records->len; i++)
    {
      const gchar *words = NULL;

      g_variant_get (g_ptr_array_index (records, i), "(s&s)", NULL, &words);
      g_string_append_printf (read, "%s|", words);
    }
  return g_string_free (read, FALSE);
}

static void
assert_read (Fixture *fixture, const gchar *wanted)
{
  g_autofree gchar *read = dup_read (fixture, NAME);

  g_assert_cmpstr (read, ==, wanted);
}

static void
test_appended (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnnalsJournal) journal = annals_journal_new (fixture->folder, NAME);
  g_autoptr (AnnalsJournal) again = NULL;
  struct stat info;

  assert_read (fixture, "");
  g_assert_false (g_file_test (fixture->folder, G_FILE_TEST_EXISTS));
  append (journal, "one");
  assert_read (fixture, "one|");
  append (journal, "two\nlines, \342\200\234quoted\342\200\235 ' \" \\ \t");
  append (journal, "");
  assert_read (fixture, "one|two\nlines, \342\200\234quoted\342\200\235 ' \" \\ \t||");
  g_assert_cmpint (g_stat (fixture->path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  annals_journal_drop (journal);
  assert_read (fixture, "");
  append (journal, "three");
  again = annals_journal_new (fixture->folder, NAME);
  append (again, "four");
  assert_read (fixture, "three|four|");
}

/* Cut off after any byte, what stands whole before is read, and more can be appended. */
static void
test_cut_off (Fixture *fixture, gconstpointer data)
{
  g_autofree gchar *content = NULL;
  gsize n_bytes = 0;

  {
    g_autoptr (AnnalsJournal) journal = annals_journal_new (fixture->folder, NAME);

    append (journal, "one");
    append (journal, "two");
  }
  g_assert_true (g_file_get_contents (fixture->path, &content, &n_bytes, NULL));
  for (gsize cut = 0; cut <= n_bytes; cut++)
    {
      g_autofree gchar *read = NULL;
      g_autoptr (AnnalsJournal) journal = annals_journal_new (fixture->folder, NAME);

      g_assert_true (g_file_set_contents (fixture->path, content, (gssize) cut, NULL));
      read = dup_read (fixture, NAME);
      g_assert_true (g_str_has_prefix ("one|two|", read));
      append (journal, "three");
      g_clear_pointer (&read, g_free);
      read = dup_read (fixture, NAME);
      g_assert_true (*read == '\0' || g_str_has_suffix (read, "three|"));
      if (cut == 0 || cut == n_bytes)
        g_assert_cmpstr (read, ==, cut == 0 ? "three|" : "one|two|three|");
    }
}

static void
test_strange (Fixture *fixture, gconstpointer data)
{
  static const gchar *const contents[] = {
    "\n\n\n",
    "?",
    "('annals-journal-1', 'file:///other')\n('word', 'x')\n",
    "('annals-journal-2', '" NAME "')\n('word', 'x')\n",
    "\377\376\n('word', 'x')\n",
  };

  g_mkdir_with_parents (fixture->folder, 0700);
  for (guint i = 0; i < G_N_ELEMENTS (contents); i++)
    {
      g_assert_true (g_file_set_contents (fixture->path, contents[i], -1, NULL));
      assert_read (fixture, "");
    }
  /* Nobody waits for a pipe. */
  g_unlink (fixture->path);
  g_assert_cmpint (mkfifo (fixture->path, 0600), ==, 0);
  assert_read (fixture, "");
  {
    g_autoptr (AnnalsJournal) journal = annals_journal_new (fixture->folder, NAME);

    append (journal, "one");
  }
  assert_read (fixture, "");
}

/* What was appended is synced a little later, once and by a thread; of a file that is new the name
 * too. */
static void
test_synced (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnnalsJournal) journal = annals_journal_new (fixture->folder, NAME);

  forget_synced ();
  for (guint i = 0; i < 100; i++)
    append (journal, "one");
  g_assert_cmpint (n_files_synced, ==, 0);
  run (1, PATIENCE_S);
  run (2, 3);
  g_assert_cmpint (n_files_synced, ==, 1);
  g_assert_cmpint (n_folders_synced, ==, 2);
  append (journal, "two");
  run (2, PATIENCE_S);
  g_assert_cmpint (n_files_synced, ==, 2);
  g_assert_cmpint (n_folders_synced, ==, 2);
  g_assert_cmpint (n_synced_here, ==, 0);
}

/* Who lets go of a journal leaves nothing to be synced; what is dropped needs not be. */
static void
test_synced_at_end (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    gboolean appends;
    gboolean drops;
    gint n_files;
    gint n_folders;
  } cases[] = {
    { FALSE, FALSE, 0, 0 }, { TRUE, FALSE, 1, 2 }, { TRUE, TRUE, 0, 0 }, { FALSE, TRUE, 0, 0 }
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AnnalsJournal *journal = annals_journal_new (fixture->folder, NAME);

      g_unlink (fixture->path);
      forget_synced ();
      if (cases[i].appends)
        append (journal, "one");
      if (cases[i].drops)
        annals_journal_drop (journal);
      annals_journal_free (journal);
      g_assert_cmpint (n_files_synced, ==, cases[i].n_files);
      g_assert_cmpint (n_folders_synced, ==, cases[i].n_folders);
      assert_read (fixture, cases[i].appends && !cases[i].drops ? "one|" : "");
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  main_thread = g_thread_self ();

  g_test_add ("/app/journal/appended", Fixture, NULL, set_up, test_appended, tear_down);
  g_test_add ("/app/journal/cut-off", Fixture, NULL, set_up, test_cut_off, tear_down);
  g_test_add ("/app/journal/strange", Fixture, NULL, set_up, test_strange, tear_down);
  g_test_add ("/app/journal/synced", Fixture, NULL, set_up, test_synced, tear_down);
  g_test_add ("/app/journal/synced-at-end", Fixture, NULL, set_up, test_synced_at_end, tear_down);

  return g_test_run ();
}
