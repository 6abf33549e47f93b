/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "annals-journal.h"

/* Records that are appended are read again, whatever has happened to the file. */

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

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/app/journal/appended", Fixture, NULL, set_up, test_appended, tear_down);
  g_test_add ("/app/journal/cut-off", Fixture, NULL, set_up, test_cut_off, tear_down);
  g_test_add ("/app/journal/strange", Fixture, NULL, set_up, test_strange, tear_down);

  return g_test_run ();
}
