/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <stdlib.h>

#include "annals-file-read.h"
#include "annals-task.h"
#include "annals-watch.h"

/*
 * Watching a file. Programs save in many ways: they write into the file, put another one in its
 * place, or move it away first. So each sign of life is waited out, and then the file is looked at:
 * is it there, is it the version that is known, and if not, does it hold the same bytes. A link is
 * watched at both of its ends. All that asks the disk, which may be far away, is done in a thread.
 *
 * What is no ordinary file, such as a pipe, is left alone: it has no versions, and reading it would
 * take from somebody else.
 */

#define SETTLE_MS 300
#define CHUNK_BYTES (256 * 1024)
#define N_ENDS 2 /* of a link */

typedef struct
{
  gchar *etag;   /* (nullable) which version it is */
  gchar *digest; /* (nullable) SHA-256 of its content */
} Version;

/* A look at the file: what is known, and what was seen. */
typedef struct
{
  GFile *file;
  gboolean is_first;
  gboolean is_special;
  Version known;
  Version now;
  GFileMonitor *monitors[N_ENDS]; /* (nullable) those that the first look makes */
} Sight;

struct _AnnalsWatch
{
  GObject parent_instance;

  GFile *file;
  GFileMonitor *monitors[N_ENDS];
  Version known;
  gboolean has_looked;
  AnnalsWatchState state;
  guint settle_id;
  gboolean is_looking;
  gboolean looks_again;
  gboolean is_paused;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AnnalsWatch, annals_watch, G_TYPE_OBJECT)

static void
version_clear (Version *version)
{
  g_clear_pointer (&version->etag, g_free);
  g_clear_pointer (&version->digest, g_free);
}

static void
sight_free (gpointer data)
{
  Sight *sight = data;

  g_clear_object (&sight->file);
  version_clear (&sight->known);
  version_clear (&sight->now);
  for (guint i = 0; i < N_ENDS; i++)
    g_clear_object (&sight->monitors[i]);
  g_free (sight);
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

static GFileMonitor *
create_monitor (GFile *file)
{
  return g_file_monitor_file (file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
}

static GFileMonitor *
create_target_monitor (GFile *file)
{
  const gchar *path = g_file_peek_path (file);
  g_autofree gchar *target_path = path != NULL ? realpath (path, NULL) : NULL;
  g_autoptr (GFile) target = target_path != NULL ? g_file_new_for_path (target_path) : NULL;

  return target != NULL && !g_file_equal (target, file) ? create_monitor (target) : NULL;
}

/* Monitors come first, so that nothing happens between them and the look. They speak to the main
 * context, since this thread has none. The content is read only when the version does not tell. */
static void
look_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Sight *sight = task_data;
  Version *now = &sight->now;

  sight->is_special = g_file_query_file_type (sight->file, G_FILE_QUERY_INFO_NONE, cancellable)
                      == G_FILE_TYPE_SPECIAL;
  if (sight->is_first && !sight->is_special)
    {
      sight->monitors[0] = create_monitor (sight->file);
      sight->monitors[1] = create_target_monitor (sight->file);
    }
  if (!sight->is_special)
    now->etag = annals_file_dup_etag (sight->file, cancellable);
  if (now->etag != NULL
      && (sight->known.digest == NULL || g_strcmp0 (sight->known.etag, now->etag) != 0))
    now->digest = dup_digest (sight->file, cancellable);
  g_task_return_boolean (task, TRUE);
}

static void look (AnnalsWatch *self);
static gboolean settled_cb (gpointer user_data);

static void
set_state (AnnalsWatch *self, AnnalsWatchState state)
{
  if (self->state == state)
    return;

  self->state = state;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
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
stirred_cb (AnnalsWatch *self)
{
  g_clear_handle_id (&self->settle_id, g_source_remove);
  self->settle_id = g_timeout_add (SETTLE_MS, settled_cb, self);
}

/* What happened before there was somebody to tell is looked for. */
static void
take_monitors (AnnalsWatch *self, Sight *sight)
{
  for (guint i = 0; i < N_ENDS; i++)
    if (sight->monitors[i] != NULL)
      {
        self->monitors[i] = g_steal_pointer (&sight->monitors[i]);
        g_signal_connect_object (self->monitors[i], "changed", G_CALLBACK (stirred_cb), self,
                                 G_CONNECT_SWAPPED);
        self->looks_again = TRUE;
      }
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  AnnalsWatch *self = ANNALS_WATCH (source);
  Sight *seen = g_task_get_task_data (G_TASK (result));

  self->is_looking = FALSE;
  take_monitors (self, seen);
  if (seen->is_first && self->known.etag == NULL)
    self->known.etag = g_strdup (seen->now.etag);
  if (!self->is_paused && !seen->is_special)
    judge (self, &seen->now);
  if (self->looks_again)
    look (self);
}

static void
look (AnnalsWatch *self)
{
  g_autoptr (GTask) task = NULL;
  Sight *sight = NULL;

  self->looks_again = self->is_looking;
  if (self->is_looking || self->is_paused)
    return;

  self->is_looking = TRUE;
  sight = g_new0 (Sight, 1);
  sight->file = g_object_ref (self->file);
  sight->is_first = !self->has_looked;
  sight->known.etag = g_strdup (self->known.etag);
  sight->known.digest = g_strdup (self->known.digest);
  self->has_looked = TRUE;
  task = annals_task_new (self, NULL, looked_cb);
  g_task_set_task_data (task, sight, sight_free);
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
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
annals_watch_init (AnnalsWatch *self)
{
}

/**
 * annals_watch_new:
 * @file: a file
 * @etag: (nullable): which version of it was read, as annals_file_dup_etag() tells; %NULL for the
 *   one that is there at the first look, which is soon
 *
 * Asks nothing of the disk itself: that is done in a thread.
 *
 * Returns: (transfer full): a watch on it
 */
AnnalsWatch *
annals_watch_new (GFile *file, const gchar *etag)
{
  AnnalsWatch *self = g_object_new (ANNALS_TYPE_WATCH, NULL);

  self->file = g_object_ref (file);
  self->known.etag = g_strdup (etag);
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
