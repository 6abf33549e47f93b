/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <stdlib.h>

#include "annals-file-read.h"
#include "annals-watch.h"

/*
 * Watching a file. Programs save in many ways: they write into the file, put another one in its
 * place, or move it away first. So each sign of life is waited out, and then the file is looked at:
 * is it there, is it the version that is known, and if not, does it hold the same bytes. That is
 * done in a thread. A link is watched at both of its ends.
 */

#define SETTLE_MS 300
#define CHUNK_BYTES (256 * 1024)

typedef struct
{
  gchar *etag;   /* (nullable) which version it is */
  gchar *digest; /* (nullable) SHA-256 of its content */
} Version;

struct _AnnalsWatch
{
  GObject parent_instance;

  GFile *file;
  GFileMonitor *monitors[2];
  Version known;
  AnnalsWatchState state;
  guint settle_id;
  gboolean is_looking;
  gboolean looks_again;
  gboolean is_paused;
};

G_DEFINE_FINAL_TYPE (AnnalsWatch, annals_watch, G_TYPE_OBJECT)

static void
version_clear (Version *version)
{
  g_clear_pointer (&version->etag, g_free);
  g_clear_pointer (&version->digest, g_free);
}

static void
version_free (gpointer version)
{
  version_clear (version);
  g_free (version);
}

static gchar *
dup_digest (GFile *file, GCancellable *cancellable)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, NULL);
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree guchar *chunk = g_malloc (CHUNK_BYTES);
  gssize n_bytes = 0;

  if (stream == NULL)
    return NULL;
  while ((n_bytes = g_input_stream_read (G_INPUT_STREAM (stream), chunk, CHUNK_BYTES, cancellable,
                                         NULL))
         > 0)
    g_checksum_update (checksum, chunk, n_bytes);

  return n_bytes == 0 ? g_strdup (g_checksum_get_string (checksum)) : NULL;
}

/* The content is read only when the version does not tell. */
static void
look_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  AnnalsWatch *self = source;
  const Version *known = task_data;
  Version *now = g_new0 (Version, 1);

  now->etag = annals_file_dup_etag (self->file, cancellable);
  if (now->etag != NULL && (known->digest == NULL || g_strcmp0 (known->etag, now->etag) != 0))
    now->digest = dup_digest (self->file, cancellable);
  g_task_return_pointer (task, now, version_free);
}

static void look (AnnalsWatch *self);

static void
set_state (AnnalsWatch *self, AnnalsWatchState state)
{
  if (self->state == state)
    return;

  self->state = state;
  g_signal_emit_by_name (self, "changed");
}

/* Between the reading of the document and the first look the file may have changed already: then
 * its version is not the one that was read. */
static void
judge (AnnalsWatch *self, Version *now)
{
  if (now->etag == NULL)
    {
      set_state (self, ANNALS_WATCH_GONE);
      return;
    }
  if (self->known.digest == NULL && g_strcmp0 (self->known.etag, now->etag) == 0)
    self->known.digest = g_steal_pointer (&now->digest);
  else if (now->digest != NULL && g_strcmp0 (self->known.digest, now->digest) == 0)
    {
      g_free (self->known.etag);
      self->known.etag = g_steal_pointer (&now->etag);
    }
  else if (g_strcmp0 (self->known.etag, now->etag) != 0)
    {
      set_state (self, ANNALS_WATCH_CHANGED);
      return;
    }
  set_state (self, ANNALS_WATCH_SAME);
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  AnnalsWatch *self = ANNALS_WATCH (source);
  Version *now = g_task_propagate_pointer (G_TASK (result), NULL);

  self->is_looking = FALSE;
  if (now != NULL && !self->is_paused && self->file != NULL)
    judge (self, now);
  if (now != NULL)
    version_free (now);
  if (self->looks_again && self->file != NULL)
    look (self);
}

static void
look (AnnalsWatch *self)
{
  g_autoptr (GTask) task = NULL;
  Version *known = NULL;

  self->looks_again = self->is_looking;
  if (self->is_looking || self->is_paused)
    return;

  self->is_looking = TRUE;
  known = g_new0 (Version, 1);
  known->etag = g_strdup (self->known.etag);
  known->digest = g_strdup (self->known.digest);
  task = g_task_new (self, NULL, looked_cb, NULL);
  g_task_set_task_data (task, known, version_free);
  g_task_run_in_thread (task, look_in_thread);
}

static gboolean
settled_cb (gpointer user_data)
{
  AnnalsWatch *self = user_data;

  self->settle_id = 0;
  look (self);
  return G_SOURCE_REMOVE;
}

static void
stirred_cb (AnnalsWatch *self)
{
  g_clear_handle_id (&self->settle_id, g_source_remove);
  self->settle_id = g_timeout_add (SETTLE_MS, settled_cb, self);
}

static GFileMonitor *
create_monitor (AnnalsWatch *self, GFile *file)
{
  GFileMonitor *monitor = g_file_monitor_file (file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);

  if (monitor != NULL)
    g_signal_connect_object (monitor, "changed", G_CALLBACK (stirred_cb), self, G_CONNECT_SWAPPED);
  return monitor;
}

static GFileMonitor *
create_target_monitor (AnnalsWatch *self)
{
  const gchar *path = g_file_peek_path (self->file);
  g_autofree gchar *target = path != NULL ? realpath (path, NULL) : NULL;
  g_autoptr (GFile) file = target != NULL ? g_file_new_for_path (target) : NULL;

  return file != NULL && !g_file_equal (file, self->file) ? create_monitor (self, file) : NULL;
}

static void
annals_watch_dispose (GObject *object)
{
  AnnalsWatch *self = ANNALS_WATCH (object);

  g_clear_handle_id (&self->settle_id, g_source_remove);
  for (guint i = 0; i < G_N_ELEMENTS (self->monitors); i++)
    g_clear_object (&self->monitors[i]);
  G_OBJECT_CLASS (annals_watch_parent_class)->dispose (object);
}

static void
annals_watch_finalize (GObject *object)
{
  AnnalsWatch *self = ANNALS_WATCH (object);

  g_clear_object (&self->file);
  version_clear (&self->known);
  G_OBJECT_CLASS (annals_watch_parent_class)->finalize (object);
}

static void
annals_watch_class_init (AnnalsWatchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = annals_watch_dispose;
  G_OBJECT_CLASS (klass)->finalize = annals_watch_finalize;
  g_signal_new ("changed", ANNALS_TYPE_WATCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                0);
}

static void
annals_watch_init (AnnalsWatch *self)
{
}

/**
 * annals_watch_new:
 * @file: a file
 * @etag: (nullable): which version of it was read, as annals_file_dup_etag() tells; %NULL for the
 *   one that is there now
 *
 * Returns: (transfer full): a watch on it
 */
AnnalsWatch *
annals_watch_new (GFile *file, const gchar *etag)
{
  AnnalsWatch *self = g_object_new (ANNALS_TYPE_WATCH, NULL);

  self->file = g_object_ref (file);
  self->known.etag = etag != NULL ? g_strdup (etag) : annals_file_dup_etag (file, NULL);
  self->monitors[0] = create_monitor (self, file);
  self->monitors[1] = create_target_monitor (self);
  look (self);

  return self;
}

/**
 * annals_watch_get_file:
 * @self: a watch
 *
 * Returns: (transfer none): what it watches
 */
GFile *
annals_watch_get_file (AnnalsWatch *self)
{
  g_return_val_if_fail (ANNALS_IS_WATCH (self), NULL);

  return self->file;
}

/**
 * annals_watch_get_state:
 * @self: a watch
 *
 * Returns: how the file compares with what was read from it
 */
AnnalsWatchState
annals_watch_get_state (AnnalsWatch *self)
{
  g_return_val_if_fail (ANNALS_IS_WATCH (self), ANNALS_WATCH_SAME);

  return self->state;
}

/**
 * annals_watch_check:
 * @self: a watch
 *
 * Looks at the file without waiting for a sign of life: not every disk gives them.
 */
void
annals_watch_check (AnnalsWatch *self)
{
  g_return_if_fail (ANNALS_IS_WATCH (self));

  look (self);
}

/**
 * annals_watch_set_paused:
 * @self: a watch
 * @paused: whether to take no notice
 *
 * Closes the eye while the program itself writes the file, and opens it again.
 */
void
annals_watch_set_paused (AnnalsWatch *self, gboolean paused)
{
  g_return_if_fail (ANNALS_IS_WATCH (self));

  self->is_paused = paused;
  if (!paused)
    look (self);
}
