/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "annals-file-read.h"
#include "annals-file.h"
#include "annals-watch.h"

/* What a watch on a file notices, and what it does not take for a change. */

#define PATIENCE_S 10
#define QUIET_MS 1200

/* A file on a disk that must not be asked by the main thread. */

#define TYPE_FAR_FILE (far_file_get_type ())
G_DECLARE_FINAL_TYPE (FarFile, far_file, FAR, FILE, GObject)

struct _FarFile
{
  GObject parent_instance;

  GThread *main_thread;
  gint n_asked; /* atomic */
};

static GFileInfo *
far_file_query_info (GFile *file,
                     const gchar *attributes,
                     GFileQueryInfoFlags flags,
                     GCancellable *cancellable,
                     GError **error)
{
  FarFile *self = FAR_FILE (file);
  GFileInfo *info = g_file_info_new ();

  g_assert_true (g_thread_self () != self->main_thread);
  g_atomic_int_inc (&self->n_asked);
  g_file_info_set_file_type (info, G_FILE_TYPE_REGULAR);
  g_file_info_set_size (info, 4);
  g_file_info_set_attribute_string (info, G_FILE_ATTRIBUTE_ETAG_VALUE, "far");
  return info;
}

static gchar *
far_file_get_path (GFile *file)
{
  return NULL;
}

static void
far_file_init_iface (GFileIface *iface)
{
  iface->query_info = far_file_query_info;
  iface->get_path = far_file_get_path;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (FarFile,
                               far_file,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_FILE, far_file_init_iface))

static void
far_file_class_init (FarFileClass *klass)
{
}

static void
far_file_init (FarFile *self)
{
  self->main_thread = g_thread_self ();
}

typedef struct
{
  gchar *folder;
  GFile *file;
  AnnalsWatch *watch;
  guint n_signals;
} Fixture;

static GFile *
get_file (Fixture *fixture, const gchar *name)
{
  return g_file_new_build_filename (fixture->folder, name, NULL);
}

static void
put (GFile *file, const gchar *text)
{
  FILE *stream = g_fopen (g_file_peek_path (file), "w");

  g_assert_nonnull (stream);
  g_assert_cmpint (fputs (text, stream), >=, 0);
  g_assert_cmpint (fclose (stream), ==, 0);
}

static gboolean
stop_cb (gpointer user_data)
{
  gboolean *is_over = user_data;

  *is_over = TRUE;
  return G_SOURCE_REMOVE;
}

static void
run (guint time_ms)
{
  gboolean is_over = FALSE;

  g_timeout_add (time_ms, stop_cb, &is_over);
  while (!is_over)
    g_main_context_iteration (NULL, TRUE);
}

static void
count_cb (Fixture *fixture)
{
  fixture->n_signals++;
}

static void
start (Fixture *fixture, GFile *file, const gchar *etag)
{
  g_clear_object (&fixture->watch);
  fixture->watch = annals_watch_new (file, etag);
  g_signal_connect_swapped (fixture->watch, "changed", G_CALLBACK (count_cb), fixture);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree gchar *etag = NULL;

  fixture->folder = g_dir_make_tmp ("annals-watch-XXXXXX", NULL);
  fixture->file = get_file (fixture, "a.txt");
  put (fixture->file, "One.");
  etag = annals_file_dup_etag (fixture->file, NULL);
  start (fixture, fixture->file, etag);
  run (200);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autofree gchar *command = g_strdup_printf ("rm -rf %s", fixture->folder);

  g_clear_object (&fixture->watch);
  g_clear_object (&fixture->file);
  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL));
  g_free (fixture->folder);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
assert_comes (Fixture *fixture, AnnalsWatchState state)
{
  gint64 until_us = g_get_monotonic_time () + PATIENCE_S * G_USEC_PER_SEC;

  while (annals_watch_get_state (fixture->watch) != state)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, until_us);
      run (50);
    }
}

/* A change that must not be noticed is given the time to be. */
static void
assert_stays (Fixture *fixture)
{
  run (QUIET_MS);
  g_assert_cmpint (annals_watch_get_state (fixture->watch), ==, ANNALS_WATCH_SAME);
  g_assert_cmpuint (fixture->n_signals, ==, 0);
}

static void
test_written (Fixture *fixture, gconstpointer data)
{
  put (fixture->file, "Two.");
  assert_comes (fixture, ANNALS_WATCH_CHANGED);
  g_assert_cmpuint (fixture->n_signals, ==, 1);
  put (fixture->file, "One.");
  assert_comes (fixture, ANNALS_WATCH_SAME);
  g_assert_cmpuint (fixture->n_signals, ==, 2);
}

static void
test_replaced (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) other = get_file (fixture, "b.txt");

  put (other, "Two.");
  g_assert_cmpint (g_rename (g_file_peek_path (other), g_file_peek_path (fixture->file)), ==, 0);
  assert_comes (fixture, ANNALS_WATCH_CHANGED);
}

static void
test_removed (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (g_unlink (g_file_peek_path (fixture->file)), ==, 0);
  assert_comes (fixture, ANNALS_WATCH_GONE);
  put (fixture->file, "One.");
  assert_comes (fixture, ANNALS_WATCH_SAME);
}

static void
test_renamed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) other = get_file (fixture, "b.txt");

  g_assert_cmpint (g_rename (g_file_peek_path (fixture->file), g_file_peek_path (other)), ==, 0);
  assert_comes (fixture, ANNALS_WATCH_GONE);
}

static void
test_touched (Fixture *fixture, gconstpointer data)
{
  put (fixture->file, "One.");
  assert_stays (fixture);
}

static void
test_replaced_by_same (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) other = get_file (fixture, "b.txt");

  put (other, "One.");
  g_assert_cmpint (g_rename (g_file_peek_path (other), g_file_peek_path (fixture->file)), ==, 0);
  assert_stays (fixture);
}

static void
test_neighbour (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) other = get_file (fixture, "b.txt");

  put (other, "Two.");
  assert_stays (fixture);
}

static void
test_link (Fixture *fixture, gconstpointer data)
{
  g_autofree gchar *below = g_build_filename (fixture->folder, "below", NULL);
  g_autoptr (GFile) link = g_file_new_build_filename (below, "link.txt", NULL);

  g_assert_cmpint (g_mkdir (below, 0700), ==, 0);
  g_assert_cmpint (symlink (g_file_peek_path (fixture->file), g_file_peek_path (link)), ==, 0);
  start (fixture, link, NULL);
  run (200);
  put (fixture->file, "Two.");
  assert_comes (fixture, ANNALS_WATCH_CHANGED);
}

/* What changed between the reading and the watching is noticed, too. */
static void
test_changed_before (Fixture *fixture, gconstpointer data)
{
  g_autofree gchar *etag = annals_file_dup_etag (fixture->file, NULL);

  put (fixture->file, "Two, and more of it.");
  start (fixture, fixture->file, etag);
  assert_comes (fixture, ANNALS_WATCH_CHANGED);
}

static void
test_gone_before (Fixture *fixture, gconstpointer data)
{
  g_autofree gchar *etag = annals_file_dup_etag (fixture->file, NULL);

  g_assert_cmpint (g_unlink (g_file_peek_path (fixture->file)), ==, 0);
  start (fixture, fixture->file, etag);
  assert_comes (fixture, ANNALS_WATCH_GONE);
}

/* Without a version it is that of the first look. */
static void
test_unknown_version (Fixture *fixture, gconstpointer data)
{
  start (fixture, fixture->file, NULL);
  assert_stays (fixture);
  put (fixture->file, "Two.");
  assert_comes (fixture, ANNALS_WATCH_CHANGED);
}

/* What others pass through a pipe is not read by a look at it. */
static void
test_pipe (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) pipe = get_file (fixture, "pipe");

  g_assert_cmpint (mkfifo (g_file_peek_path (pipe), 0600), ==, 0);
  start (fixture, pipe, NULL);
  annals_watch_check (fixture->watch);
  assert_stays (fixture);
  g_assert_cmpint (g_open (g_file_peek_path (pipe), O_WRONLY | O_NONBLOCK, 0), <, 0);
  g_assert_cmpint (errno, ==, ENXIO); /* nobody reads */
}

/* A disk that is slow to answer holds up a thread and nothing else. */
static void
test_far (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FarFile) file = g_object_new (TYPE_FAR_FILE, NULL);

  start (fixture, G_FILE (file), NULL);
  annals_watch_check (fixture->watch);
  assert_stays (fixture);
  g_assert_cmpint (g_atomic_int_get (&file->n_asked), >, 0);
  g_clear_object (&fixture->watch);
}

/* While the program writes the file itself the eye is closed. */
static void
test_paused (Fixture *fixture, gconstpointer data)
{
  annals_watch_set_paused (fixture->watch, TRUE);
  g_assert_true (annals_file_write (fixture->file, "Two.", 4, NULL, NULL));
  assert_stays (fixture);
  annals_watch_set_paused (fixture->watch, FALSE);
  assert_comes (fixture, ANNALS_WATCH_CHANGED);
}

/* A watch that is let go of in the middle of its work does not look back. */
static void
test_let_go (Fixture *fixture, gconstpointer data)
{
  put (fixture->file, "Two.");
  annals_watch_check (fixture->watch);
  g_clear_object (&fixture->watch);
  run (QUIET_MS);
  g_assert_cmpuint (fixture->n_signals, <=, 1);
}

#define add(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("/app/watch/written", test_written);
  add ("/app/watch/replaced", test_replaced);
  add ("/app/watch/removed", test_removed);
  add ("/app/watch/renamed", test_renamed);
  add ("/app/watch/touched", test_touched);
  add ("/app/watch/replaced-by-same", test_replaced_by_same);
  add ("/app/watch/neighbour", test_neighbour);
  add ("/app/watch/link", test_link);
  add ("/app/watch/changed-before", test_changed_before);
  add ("/app/watch/gone-before", test_gone_before);
  add ("/app/watch/unknown-version", test_unknown_version);
  add ("/app/watch/pipe", test_pipe);
  add ("/app/watch/far", test_far);
  add ("/app/watch/paused", test_paused);
  add ("/app/watch/let-go", test_let_go);

  return g_test_run ();
}
