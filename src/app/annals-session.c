/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "annals-file-views.h"
#include "annals-file.h"
#include "annals-session.h"

/*
 * What is remembered lies in four places of one folder: `session` (the windows), `views` (how
 * files were looked at), `drafts/` (what was pasted and not saved), and `journals/` (what was done
 * to documents and not saved; see annals-journal.c). Files are replaced whole, a
 * moment after something changed, in a thread; the last time, when the program ends, at once.
 *
 * The list of windows is that of the windows there are. So it is empty after the last one was
 * closed, and full after the program was ended or died.
 *
 * Should the program die of what it opens, it must not do so at every start: attempts to open the
 * windows anew are counted until one has gone well.
 */

#define DELAY_MS 2000
#define MAX_ATTEMPTS 3
#define MAX_FILE_BYTES (4 * 1024 * 1024)

typedef enum
{
  PART_WINDOWS,
  PART_VIEWS,
  N_PARTS,
} Part;

static const gchar *const part_names[N_PARTS] = { "session", "views" };

typedef struct
{
  gatomicrefcount n_refs;
  GMutex mutex;
  gchar *folder;
  guint written[N_PARTS]; /* the number of the latest text on disk */
} Store;

typedef struct
{
  Part part;
  guint number;
  gchar *text;
} Writing;

struct _AnnalsSession
{
  GObject parent_instance;

  Store *store;
  AnnalsSessionCollect collect;
  gpointer user_data;
  AnnalsFileViews *views;
  gchar *texts[N_PARTS];  /* what was to be written last */
  guint numbers[N_PARTS]; /* and under which number */
  guint n_writings;
  guint touch_id;
  gboolean is_frozen;
};

G_DEFINE_FINAL_TYPE (AnnalsSession, annals_session, G_TYPE_OBJECT)

static Store *
store_new (const gchar *folder)
{
  Store *store = g_new0 (Store, 1);

  g_atomic_ref_count_init (&store->n_refs);
  g_mutex_init (&store->mutex);
  store->folder = g_strdup (folder);
  return store;
}

static void
store_unref (gpointer data)
{
  Store *store = data;

  if (!g_atomic_ref_count_dec (&store->n_refs))
    return;

  g_mutex_clear (&store->mutex);
  g_free (store->folder);
  g_free (store);
}

/* What is older than what is there already is not written over it. */
static void
store_write (Store *store, const Writing *writing)
{
  g_autofree gchar *path = g_build_filename (store->folder, part_names[writing->part], NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_mutex_lock (&store->mutex);
  if (writing->number > store->written[writing->part])
    {
      g_mkdir_with_parents (store->folder, 0700);
      if (annals_file_write_private (file, writing->text, strlen (writing->text), NULL, &error))
        store->written[writing->part] = writing->number;
      else
        g_info ("%s", error->message);
    }
  g_mutex_unlock (&store->mutex);
}

static gboolean
store_has (Store *store, Part part, guint number)
{
  gboolean has;

  g_mutex_lock (&store->mutex);
  has = store->written[part] >= number;
  g_mutex_unlock (&store->mutex);
  return has;
}

/* What is in an ordinary file; nothing else is opened in earnest, since a pipe would wait for a
 * writer. */
static GBytes *
map_file (const gchar *path)
{
  gint fd = g_open (path, O_RDONLY | O_NONBLOCK | O_CLOEXEC, 0);
  g_autoptr (GMappedFile) file = NULL;
  struct stat info;

  if (fd < 0)
    return NULL;
  if (fstat (fd, &info) == 0 && S_ISREG (info.st_mode))
    file = g_mapped_file_new_from_fd (fd, FALSE, NULL);
  close (fd);
  return file != NULL ? g_mapped_file_get_bytes (file) : NULL;
}

static gchar *
store_read (Store *store, Part part)
{
  g_autofree gchar *path = g_build_filename (store->folder, part_names[part], NULL);
  g_autoptr (GBytes) bytes = map_file (path);
  gsize n_bytes = 0;
  const gchar *text = bytes != NULL ? g_bytes_get_data (bytes, &n_bytes) : NULL;

  if (bytes == NULL || n_bytes > MAX_FILE_BYTES)
    return NULL;
  return g_strndup (text != NULL ? text : "", n_bytes);
}

static void
writing_free (gpointer data)
{
  Writing *writing = data;

  g_free (writing->text);
  g_free (writing);
}

static void
write_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  store_write (g_object_get_data (G_OBJECT (task), "store"), task_data);
  g_task_return_boolean (task, TRUE);
}

/* What a thread is still writing, or could not, is not known to be there: the last time, it is
 * written again. */
static void
write_part (AnnalsSession *self, Part part, gchar *text, gboolean at_once)
{
  Writing *writing = NULL;

  if (g_strcmp0 (text, self->texts[part]) == 0
      && (!at_once || store_has (self->store, part, self->numbers[part])))
    {
      g_free (text);
      return;
    }

  g_free (self->texts[part]);
  self->texts[part] = g_strdup (text);
  writing = g_new0 (Writing, 1);
  *writing = (Writing){ part, ++self->n_writings, text };
  self->numbers[part] = writing->number;
  if (at_once)
    {
      store_write (self->store, writing);
      writing_free (writing);
    }
  else
    {
      g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);

      g_atomic_ref_count_inc (&self->store->n_refs);
      g_object_set_data_full (G_OBJECT (task), "store", self->store, store_unref);
      g_task_set_task_data (task, writing, writing_free);
      g_task_run_in_thread (task, write_in_thread);
    }
}

/* Returns whether there was something to write. */
static gboolean
write_all (AnnalsSession *self, gboolean at_once)
{
  g_autoptr (GPtrArray) entries = self->collect != NULL ? self->collect (self->user_data) : NULL;

  if (entries == NULL)
    return FALSE;

  write_part (self, PART_WINDOWS, annals_session_entries_dup_text (entries, 0), at_once);
  write_part (self, PART_VIEWS, annals_file_views_dup_text (self->views), at_once);
  return TRUE;
}

static gboolean
touched_cb (gpointer user_data)
{
  AnnalsSession *self = user_data;

  if (!write_all (self, FALSE))
    return G_SOURCE_CONTINUE;

  self->touch_id = 0;
  return G_SOURCE_REMOVE;
}

static void
annals_session_finalize (GObject *object)
{
  AnnalsSession *self = ANNALS_SESSION (object);

  g_clear_handle_id (&self->touch_id, g_source_remove);
  g_clear_pointer (&self->store, store_unref);
  g_clear_pointer (&self->views, annals_file_views_free);
  for (guint i = 0; i < N_PARTS; i++)
    g_free (self->texts[i]);
  G_OBJECT_CLASS (annals_session_parent_class)->finalize (object);
}

static void
annals_session_class_init (AnnalsSessionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = annals_session_finalize;
}

static void
annals_session_init (AnnalsSession *self)
{
}

/**
 * annals_session_new:
 * @folder: where it is remembered; made when it is needed
 * @collect: (nullable): says which windows there are; without it nothing is written
 * @user_data: passed to @collect
 *
 * Returns: (transfer full): what is remembered
 */
AnnalsSession *
annals_session_new (const gchar *folder, AnnalsSessionCollect collect, gpointer user_data)
{
  AnnalsSession *self = g_object_new (ANNALS_TYPE_SESSION, NULL);
  g_autofree gchar *views = NULL;

  self->store = store_new (folder);
  self->collect = collect;
  self->user_data = user_data;
  views = store_read (self->store, PART_VIEWS);
  self->views = annals_file_views_new (views);

  return self;
}

static gchar *
dup_draft_path (AnnalsSession *self, const gchar *draft)
{
  return g_build_filename (self->store->folder, "drafts", draft, NULL);
}

static gboolean
has_draft (GPtrArray *entries, const gchar *draft)
{
  for (guint i = 0; i < entries->len; i++)
    {
      AnnalsSessionEntry *entry = g_ptr_array_index (entries, i);

      if (entry->kind == ANNALS_SESSION_DRAFT && g_strcmp0 (entry->name, draft) == 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_draft_there (AnnalsSession *self, const gchar *draft)
{
  g_autofree gchar *path = dup_draft_path (self, draft);

  return g_uuid_string_is_valid (draft) && g_file_test (path, G_FILE_TEST_IS_REGULAR);
}

/* A draft that no window of the list shows gets one: nothing that was not saved is left behind. */
static void
add_stray_drafts (AnnalsSession *self, GPtrArray *entries)
{
  g_autofree gchar *path = dup_draft_path (self, NULL);
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const gchar *draft = NULL;

  while (folder != NULL && (draft = g_dir_read_name (folder)) != NULL)
    {
      AnnalsSessionEntry *entry = NULL;

      if (!is_draft_there (self, draft) || has_draft (entries, draft))
        continue;
      entry = annals_session_entry_new ();
      entry->kind = ANNALS_SESSION_DRAFT;
      entry->name = g_strdup (draft);
      g_ptr_array_add (entries, entry);
    }
}

/* What cannot be read is kept aside, for the newer version, or for whoever wants to know. */
static void
set_aside (AnnalsSession *self)
{
  g_autofree gchar *path = g_build_filename (self->store->folder, part_names[PART_WINDOWS], NULL);
  g_autofree gchar *aside = g_strconcat (path, "~", NULL);

  g_rename (path, aside);
}

static GPtrArray *
read_windows (AnnalsSession *self, guint *n_attempts, gchar **message)
{
  g_autoptr (GError) error = NULL;
  g_autofree gchar *text = store_read (self->store, PART_WINDOWS);
  GPtrArray *entries = NULL;

  *n_attempts = 0;
  if (text != NULL)
    {
      entries = annals_session_entries_parse (text, n_attempts, &error);
      self->texts[PART_WINDOWS] = g_strdup (text);
    }
  if (error != NULL)
    {
      *message = g_strdup (error->message);
      set_aside (self);
    }
  if (entries == NULL)
    entries = g_ptr_array_new_with_free_func ((GDestroyNotify) annals_session_entry_free);

  return entries;
}

/**
 * annals_session_restore:
 * @self: what is remembered
 * @message: (out) (nullable): a sentence about what will not be opened again, or %NULL
 *
 * Looks up which windows are to be opened again; to be called once.
 *
 * Returns: (transfer full) (element-type AnnalsSessionEntry): the windows
 */
GPtrArray *
annals_session_restore (AnnalsSession *self, gchar **message)
{
  guint n_attempts = 0;
  GPtrArray *entries = NULL;

  g_return_val_if_fail (ANNALS_IS_SESSION (self), NULL);

  *message = NULL;
  entries = read_windows (self, &n_attempts, message);
  add_stray_drafts (self, entries);
  if (entries->len == 0)
    return entries;

  if (n_attempts >= MAX_ATTEMPTS)
    {
      g_free (*message);
      *message = g_strdup (_ ("The windows of last time are not opened again, because Annals ended "
                              "while it opened them."));
      g_ptr_array_set_size (entries, 0);
      return entries;
    }
  write_part (self, PART_WINDOWS, annals_session_entries_dup_text (entries, n_attempts + 1), TRUE);

  return entries;
}

/**
 * annals_session_touch:
 * @self: what is remembered
 *
 * To be called when something changed; it is written down soon.
 */
void
annals_session_touch (AnnalsSession *self)
{
  g_return_if_fail (ANNALS_IS_SESSION (self));

  if (self->touch_id == 0 && !self->is_frozen)
    self->touch_id = g_timeout_add (DELAY_MS, touched_cb, self);
}

/**
 * annals_session_flush:
 * @self: what is remembered
 *
 * Writes everything down at once.
 */
void
annals_session_flush (AnnalsSession *self)
{
  g_return_if_fail (ANNALS_IS_SESSION (self));

  g_clear_handle_id (&self->touch_id, g_source_remove);
  if (!self->is_frozen)
    write_all (self, TRUE);
}

/**
 * annals_session_freeze:
 * @self: what is remembered
 *
 * Writes everything down and takes no notice of anything from now on: the windows that will be
 * closed are to be opened again.
 */
void
annals_session_freeze (AnnalsSession *self)
{
  annals_session_flush (self);
  self->is_frozen = TRUE;
}

/**
 * annals_session_thaw:
 * @self: what is remembered
 *
 * Takes annals_session_freeze() back: a person chose not to end the program.
 */
void
annals_session_thaw (AnnalsSession *self)
{
  g_return_if_fail (ANNALS_IS_SESSION (self));

  if (!self->is_frozen)
    return;
  self->is_frozen = FALSE;
  annals_session_touch (self);
}

/**
 * annals_session_is_frozen:
 * @self: what is remembered
 *
 * Returns: whether annals_session_freeze() was called
 */
gboolean
annals_session_is_frozen (AnnalsSession *self)
{
  g_return_val_if_fail (ANNALS_IS_SESSION (self), FALSE);

  return self->is_frozen;
}

/**
 * annals_session_find_view:
 * @self: what is remembered
 * @file: a file
 *
 * Returns: (transfer none) (nullable): how it was looked at last, or %NULL
 */
const AnnalsViewState *
annals_session_find_view (AnnalsSession *self, GFile *file)
{
  g_autofree gchar *uri = g_file_get_uri (file);

  return annals_file_views_find (self->views, uri);
}

/**
 * annals_session_remember_view:
 * @self: what is remembered
 * @file: a file
 * @view: how it is looked at
 *
 * Remembers it; see annals_session_touch() for when it is written down.
 */
void
annals_session_remember_view (AnnalsSession *self, GFile *file, const AnnalsViewState *view)
{
  g_autofree gchar *uri = g_file_get_uri (file);

  if (!self->is_frozen)
    annals_file_views_remember (self->views, uri, view);
}

/**
 * annals_session_dup_journal_folder:
 * @self: what is remembered
 *
 * Returns: (transfer full): where it is kept what was done to documents and not saved
 */
gchar *
annals_session_dup_journal_folder (AnnalsSession *self)
{
  g_return_val_if_fail (ANNALS_IS_SESSION (self), NULL);

  return g_build_filename (self->store->folder, "journals", NULL);
}

/**
 * annals_session_new_draft:
 * @self: what is remembered
 *
 * Returns: (transfer full): the name of a new draft
 */
gchar *
annals_session_new_draft (AnnalsSession *self)
{
  return g_uuid_string_random ();
}

/**
 * annals_session_write_draft:
 * @self: what is remembered
 * @draft: the name of a draft
 * @bytes: what was pasted
 * @error: why it could not be written
 *
 * Keeps what was pasted until annals_session_drop_draft(). May be called in any thread.
 *
 * Returns: whether it is kept
 */
gboolean
annals_session_write_draft (AnnalsSession *self, const gchar *draft, GBytes *bytes, GError **error)
{
  g_autofree gchar *path = dup_draft_path (self, draft);
  g_autofree gchar *folder = g_path_get_dirname (path);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  gsize n_bytes = 0;
  const gchar *data = g_bytes_get_data (bytes, &n_bytes);

  g_mkdir_with_parents (folder, 0700);
  return annals_file_write_private (file, data, n_bytes, NULL, error);
}

/**
 * annals_session_read_draft:
 * @self: what is remembered
 * @draft: the name of a draft
 *
 * Returns: (transfer full) (nullable): what was pasted, or %NULL when it is gone, or something else
 *   is in its place
 */
GBytes *
annals_session_read_draft (AnnalsSession *self, const gchar *draft)
{
  g_autofree gchar *path = dup_draft_path (self, draft);

  return map_file (path);
}

/**
 * annals_session_drop_draft:
 * @self: what is remembered
 * @draft: (nullable): the name of a draft
 *
 * Forgets what was pasted.
 */
void
annals_session_drop_draft (AnnalsSession *self, const gchar *draft)
{
  g_autofree gchar *path = draft != NULL ? dup_draft_path (self, draft) : NULL;

  if (path != NULL)
    g_unlink (path);
}
