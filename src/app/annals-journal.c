/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "annals-file.h"
#include "annals-journal.h"

/*
 * A journal is a file of lines, each of which is a GVariant in its text form: the first names the
 * document, the others are records. It is begun with the first record and grows by one line with
 * each, which takes microseconds; the system writes it to the disk even if the program is no more.
 * A line that was not written to its end is not read.
 *
 * So that a power cut takes no more than a few seconds of work, a thread has the disk take it, once
 * for all that was appended within so long.
 */

#define HEAD "annals-journal-1"
#define HEAD_TYPE "(ss)"
#define MAX_BYTES (64 * 1024 * 1024)
#define SYNC_S 2

struct _AnnalsJournal
{
  gchar *folder;
  gchar *name;
  gchar *path;
  gint fd;           /* -1 until something is appended */
  gboolean is_begun; /* its name has not been synced */
  guint sync_source; /* something is to be synced */
  GTask *sync_task;  /* (nullable) the last one */
};

/**
 * annals_journal_new:
 * @folder: where journals are kept; made when it is needed
 * @name: what the document is told from others by, such as the URI of its file
 *
 * Returns: (transfer full): the journal of a document; there need not be a file
 */
AnnalsJournal *
annals_journal_new (const gchar *folder, const gchar *name)
{
  AnnalsJournal *journal = g_new0 (AnnalsJournal, 1);
  g_autofree gchar *base = g_compute_checksum_for_string (G_CHECKSUM_SHA256, name, -1);

  journal->folder = g_strdup (folder);
  journal->name = g_strdup (name);
  journal->path = g_build_filename (folder, base, NULL);
  journal->fd = -1;
  return journal;
}

/* A file to be synced, and its path when its name is new. */
typedef struct
{
  gint fd;
  gchar *new_path;
} Order;

static void
order_free (gpointer data)
{
  Order *order = data;

  close (order->fd);
  g_free (order->new_path);
  g_free (order);
}

static void
sync_file (const Order *order)
{
  g_autofree gchar *folder = NULL;

  if (fdatasync (order->fd) != 0)
    g_info ("A journal cannot be synced: %s", g_strerror (errno));
  if (order->new_path == NULL)
    return;
  folder = g_path_get_dirname (order->new_path);
  annals_file_sync_name (order->new_path);
  annals_file_sync_name (folder);
}

static void
sync_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  sync_file (data);
  g_task_return_boolean (task, TRUE);
}

/* The file stays open for whoever syncs it, whatever becomes of the journal. */
static Order *
create_order (AnnalsJournal *journal)
{
  gint fd = fcntl (journal->fd, F_DUPFD_CLOEXEC, 0);
  Order *order;

  if (fd < 0)
    return NULL;
  order = g_new0 (Order, 1);
  order->fd = fd;
  order->new_path = journal->is_begun ? g_strdup (journal->path) : NULL;
  journal->is_begun = FALSE;
  return order;
}

/* A disk that is slow is asked once at a time. */
static gboolean
sync_cb (gpointer user_data)
{
  AnnalsJournal *journal = user_data;
  Order *order;

  if (journal->sync_task != NULL && !g_task_get_completed (journal->sync_task))
    return G_SOURCE_CONTINUE;
  journal->sync_source = 0;
  order = create_order (journal);
  if (order == NULL)
    return G_SOURCE_REMOVE;
  g_clear_object (&journal->sync_task);
  journal->sync_task = g_task_new (NULL, NULL, NULL, NULL);
  g_task_set_name (journal->sync_task, "annals-journal");
  g_task_set_task_data (journal->sync_task, order, order_free);
  g_task_run_in_thread (journal->sync_task, sync_in_thread);
  return G_SOURCE_REMOVE;
}

static void
end (AnnalsJournal *journal)
{
  g_clear_handle_id (&journal->sync_source, g_source_remove);
  if (journal->fd >= 0)
    close (journal->fd);
  journal->fd = -1;
}

/* What is left is synced at once: nobody may be there to do it later. */
static void
sync_rest (AnnalsJournal *journal)
{
  Order *order = journal->sync_source != 0 ? create_order (journal) : NULL;

  if (order == NULL)
    return;
  sync_file (order);
  order_free (order);
}

/**
 * annals_journal_free:
 * @journal: (transfer full): a journal
 *
 * Lets go of a journal. Its file stays; what of it is not on the disk yet is written there.
 */
void
annals_journal_free (AnnalsJournal *journal)
{
  sync_rest (journal);
  end (journal);
  g_clear_object (&journal->sync_task);
  g_free (journal->folder);
  g_free (journal->name);
  g_free (journal->path);
  g_free (journal);
}

/**
 * annals_journal_get_name:
 * @journal: a journal
 *
 * Returns: (transfer none): what its document is told from others by
 */
const gchar *
annals_journal_get_name (const AnnalsJournal *journal)
{
  return journal->name;
}

/* Nothing but an ordinary file is opened in earnest, since a pipe would wait. */
static gint
open_file (const gchar *path, gint flags, gsize *n_bytes)
{
  gint fd = g_open (path, flags | O_NONBLOCK | O_CLOEXEC, 0600);
  struct stat info;

  if (fd < 0)
    return -1;
  if (fstat (fd, &info) != 0 || !S_ISREG (info.st_mode))
    {
      close (fd);
      return -1;
    }
  *n_bytes = (gsize) info.st_size;
  return fd;
}

static gboolean
is_head (const gchar *line, const gchar *name)
{
  g_autoptr (GVariant) head = g_variant_parse (G_VARIANT_TYPE (HEAD_TYPE), line, NULL, NULL, NULL);
  const gchar *format = NULL;
  const gchar *its_name = NULL;

  if (head == NULL)
    return FALSE;
  g_variant_get (head, "(&s&s)", &format, &its_name);
  return g_str_equal (format, HEAD) && g_str_equal (its_name, name);
}

static gchar *
read_file (const gchar *path)
{
  gsize n_bytes = 0;
  gint fd = open_file (path, O_RDONLY, &n_bytes);
  g_autoptr (GMappedFile) file = NULL;

  if (fd < 0)
    return NULL;
  if (n_bytes > 0 && n_bytes <= MAX_BYTES)
    file = g_mapped_file_new_from_fd (fd, FALSE, NULL);
  close (fd);
  if (file == NULL)
    return NULL;
  return g_strndup (g_mapped_file_get_contents (file), g_mapped_file_get_length (file));
}

/**
 * annals_journal_read:
 * @journal: a journal
 *
 * Reads what was appended and not dropped, the last time or this time.
 *
 * Returns: (transfer full) (element-type GVariant): the records, from the first to the last; what
 *   cannot be read is left out
 */
GPtrArray *
annals_journal_read (AnnalsJournal *journal)
{
  GPtrArray *records = g_ptr_array_new_with_free_func ((GDestroyNotify) g_variant_unref);
  g_autofree gchar *text = read_file (journal->path);
  gchar *line = text;
  gchar *line_end = text != NULL ? strchr (text, '\n') : NULL;

  if (line_end == NULL)
    return records;
  *line_end = '\0';
  if (!is_head (line, journal->name))
    return records;
  for (line = line_end + 1; (line_end = strchr (line, '\n')) != NULL; line = line_end + 1)
    {
      GVariant *record = g_variant_parse (NULL, line, line_end, NULL, NULL);

      if (record != NULL)
        g_ptr_array_add (records, record);
    }
  return records;
}

static gboolean
write_line (AnnalsJournal *journal, GVariant *value)
{
  g_autoptr (GString) line = g_string_new (NULL);

  g_variant_print_string (value, line, FALSE);
  g_string_append_c (line, '\n');
  return write (journal->fd, line->str, line->len) == (gssize) line->len;
}

static gboolean
begin (AnnalsJournal *journal)
{
  gsize n_bytes = 0;
  g_autoptr (GVariant) head = NULL;

  g_mkdir_with_parents (journal->folder, 0700);
  journal->fd = open_file (journal->path, O_WRONLY | O_APPEND | O_CREAT, &n_bytes);
  if (journal->fd < 0)
    return FALSE;
  /* What stands there may be cut off. */
  if (n_bytes > 0)
    return write (journal->fd, "\n", 1) == 1;
  journal->is_begun = TRUE;
  head = g_variant_ref_sink (g_variant_new (HEAD_TYPE, HEAD, journal->name));
  return write_line (journal, head);
}

/**
 * annals_journal_append:
 * @journal: a journal
 * @record: a record
 *
 * Writes a record behind the others, and some seconds later has the disk take it. Where that cannot
 * be done, nothing comes of it.
 */
void
annals_journal_append (AnnalsJournal *journal, GVariant *record)
{
  if (journal->fd < 0 && !begin (journal))
    {
      g_info ("The journal %s cannot be begun.", journal->path);
      end (journal);
      return;
    }
  if (!write_line (journal, record))
    g_info ("The journal %s cannot be written.", journal->path);
  else if (journal->sync_source == 0)
    journal->sync_source = g_timeout_add_seconds (SYNC_S, sync_cb, journal);
}

/**
 * annals_journal_drop:
 * @journal: a journal
 *
 * Forgets all records: the document was saved, or what was done to it is given up.
 */
void
annals_journal_drop (AnnalsJournal *journal)
{
  end (journal);
  g_unlink (journal->path);
}
