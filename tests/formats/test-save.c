/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "formats-testing.h"

/*
 * Saving is whole or not at all: whatever fails, the old file is as it was and nothing is left
 * beside it.
 */

#define TEXT "<text><body><p>Words.</p></body></text>"

static void
assert_not_saved (AnnalsDocument *document,
                  GFile *file,
                  AnnalsFormatsError code,
                  const gchar *message)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (annals_formats_save (document, file, NULL, &error));
  g_assert_error (error, ANNALS_FORMATS_ERROR, (gint) code);
  g_assert_cmpstr (error->message, ==, message);
}

static void
assert_saved (AnnalsDocument *document, GFile *file)
{
  g_autoptr (GError) error = NULL;

  annals_formats_save (document, file, NULL, &error);
  g_assert_no_error (error);
}

static mode_t
get_mode (const gchar *path)
{
  struct stat info;

  g_assert_cmpint (lstat (path, &info), ==, 0);
  return info.st_mode;
}

/* A window that shows the document while a thread writes it sees no other document. */
static void
test_write_then_adopt (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnnalsDocument) document = fixture_open_tei (fixture, TEXT);
  g_autoptr (GFile) old = g_object_ref (annals_document_get_file (document));
  g_autoptr (GFile) fresh = g_file_new_build_filename (fixture->folder, "fresh.xml", NULL);
  g_autofree gchar *etag = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (annals_formats_write (document, fresh, &etag, NULL, &error));
  g_assert_no_error (error);
  g_assert_nonnull (etag);
  g_assert_true (annals_document_get_file (document) == old);
  annals_formats_adopt (document, fresh, etag);
  g_assert_true (annals_document_get_file (document) == fresh);
  assert_saved (document, fresh);
}

static void
test_permissions (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnnalsDocument) document = fixture_open_tei (fixture, TEXT);
  g_autoptr (GFile) file = g_object_ref (annals_document_get_file (document));
  g_autoptr (GFile) fresh = g_file_new_build_filename (fixture->folder, "fresh.xml", NULL);
  mode_t old_mask = umask (027);

  g_assert_cmpint (chmod (g_file_peek_path (file), 0604), ==, 0);
  assert_saved (document, file);
  g_assert_cmpint (get_mode (g_file_peek_path (file)) & 07777, ==, 0604);
  assert_saved (document, fresh);
  g_assert_cmpint (get_mode (g_file_peek_path (fresh)) & 07777, ==, 0640);
  umask (old_mask);
  g_assert_cmpuint (fixture_count_files (fixture), ==, 2);
}

static void
test_link (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnnalsDocument) document = fixture_open_tei (fixture, TEXT);
  g_autoptr (GFile) target = fixture_write (fixture, "target.xml", "old", -1);
  g_autoptr (GFile) link = g_file_new_build_filename (fixture->folder, "link.xml", NULL);
  g_autofree gchar *content = NULL;

  g_assert_cmpint (symlink ("target.xml", g_file_peek_path (link)), ==, 0);
  assert_saved (document, link);
  g_assert_true (S_ISLNK (get_mode (g_file_peek_path (link))));
  g_assert_true (S_ISREG (get_mode (g_file_peek_path (target))));
  content = fixture_read (fixture, "target.xml");
  g_assert_nonnull (strstr (content, "<p>Words.</p>"));
}

static void
test_changed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnnalsDocument) document = fixture_open_tei (fixture, TEXT);
  g_autoptr (GFile) file = g_object_ref (annals_document_get_file (document));
  g_autoptr (GFile) other = g_file_new_build_filename (fixture->folder, "other.xml", NULL);
  g_autofree gchar *content = NULL;

  assert_saved (document, file);
  assert_saved (document, file);
  g_object_unref (fixture_write (fixture, "test.annals.xml", "somebody else's", -1));
  assert_not_saved (document, file, ANNALS_FORMATS_ERROR_CHANGED,
                    "test.annals.xml was changed by another program since it was opened; open it "
                    "again, or save under another name.");
  content = fixture_read (fixture, "test.annals.xml");
  g_assert_cmpstr (content, ==, "somebody else's");

  assert_saved (document, other);
  g_assert_cmpint (g_unlink (g_file_peek_path (other)), ==, 0);
  assert_saved (document, other);
}

/* A limit on the size of files stands for a disk that is full: writing stops half-way. */
static void
test_full_disk (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnnalsDocument) document = fixture_open_tei (fixture, TEXT);
  g_autoptr (GFile) file = g_object_ref (annals_document_get_file (document));
  g_autofree gchar *before = fixture_read (fixture, "test.annals.xml");
  g_autofree gchar *after = NULL;
  struct rlimit old_limit, limit;
  __sighandler_t old_handler = signal (SIGXFSZ, SIG_IGN);

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &old_limit), ==, 0);
  limit = (struct rlimit){ 100, old_limit.rlim_max };
  g_assert_cmpuint (strlen (before), >, limit.rlim_cur);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  assert_not_saved (
      document, file, ANNALS_FORMATS_ERROR_UNWRITABLE,
      "test.annals.xml could not be saved, because there is no room left on the disk; "
      "free some space or save it elsewhere.");
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &old_limit), ==, 0);
  signal (SIGXFSZ, old_handler);

  after = fixture_read (fixture, "test.annals.xml");
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpuint (fixture_count_files (fixture), ==, 1);
  assert_saved (document, file);
}

static void
test_unwritable (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnnalsDocument) document = fixture_open_tei (fixture, TEXT);
  g_autoptr (GFile) file = g_object_ref (annals_document_get_file (document));
  g_autoptr (GFile) fresh = g_file_new_build_filename (fixture->folder, "fresh.xml", NULL);
  g_autofree gchar *before = fixture_read (fixture, "test.annals.xml");
  g_autofree gchar *after = NULL;
  gboolean is_root = geteuid () == 0;

  g_assert_cmpint (chmod (fixture->folder, 0555), ==, 0);
  g_assert_cmpint (chmod (g_file_peek_path (file), 0444), ==, 0);
  if (is_root)
    g_assert_cmpint (seteuid (65534), ==, 0);
  assert_not_saved (document, fresh, ANNALS_FORMATS_ERROR_UNWRITABLE,
                    "fresh.xml could not be saved, because you may not write there; save it "
                    "elsewhere.");
  assert_not_saved (document, file, ANNALS_FORMATS_ERROR_UNWRITABLE,
                    "test.annals.xml could not be saved, because you may not write there; save it "
                    "elsewhere.");
  if (is_root)
    g_assert_cmpint (seteuid (0), ==, 0);
  g_assert_cmpint (chmod (fixture->folder, 0755), ==, 0);
  after = fixture_read (fixture, "test.annals.xml");
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpuint (fixture_count_files (fixture), ==, 1);
}

static void
test_no_file (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnnalsDocument) document = fixture_open_tei (fixture, TEXT);
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->folder);
  g_autoptr (GFile) nowhere = g_file_new_build_filename (fixture->folder, "no", "a.xml", NULL);
  g_autoptr (GFile) device = g_file_new_for_path ("/dev/full");
  g_autofree gchar *message = g_strdup_printf (
      "%s could not be saved, because there is a folder of this name; choose "
      "another name.",
      fixture->folder);

  assert_not_saved (document, folder, ANNALS_FORMATS_ERROR_UNWRITABLE, message);
  assert_not_saved (document, nowhere, ANNALS_FORMATS_ERROR_UNWRITABLE,
                    "no/a.xml could not be saved, because its folder does not exist; save it "
                    "elsewhere.");
  assert_not_saved (
      document, device, ANNALS_FORMATS_ERROR_UNWRITABLE,
      "/dev/full could not be saved, because it is no ordinary file; choose another name.");
  g_assert_true (S_ISCHR (get_mode ("/dev/full")));
}

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnnalsDocument) document = fixture_open_tei (fixture, TEXT);
  g_autoptr (GFile) fresh = g_file_new_build_filename (fixture->folder, "fresh.xml", NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (annals_formats_save (document, fresh, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (fixture_count_files (fixture), ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add_fixture_test ("/formats/save/permissions", test_permissions);
  add_fixture_test ("/formats/save/write-then-adopt", test_write_then_adopt);
  add_fixture_test ("/formats/save/link", test_link);
  add_fixture_test ("/formats/save/changed", test_changed);
  add_fixture_test ("/formats/save/full-disk", test_full_disk);
  add_fixture_test ("/formats/save/unwritable", test_unwritable);
  add_fixture_test ("/formats/save/no-file", test_no_file);
  add_fixture_test ("/formats/save/cancelled", test_cancelled);
  return g_test_run ();
}
