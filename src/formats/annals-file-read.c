/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <sys/stat.h>

#include "annals-file-read.h"
#include "annals-file.h"
#include "annals-formats.h"

/*
 * Reading a whole file within bounds. What cannot be read is refused before it is read, where its
 * kind and size are known; a pipe is read up to the limit and no further. A pipe that has a name of
 * its own is refused: opening it would wait for a writer that may never come.
 */

#define CHUNK_BYTES (256 * 1024)
#define KIND_ATTRIBUTES G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_UNIX_MODE
#define ETAG_ATTRIBUTES \
  G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_ETAG_VALUE "," G_FILE_ATTRIBUTE_UNIX_INODE

/* GIO's tag of a local file is its time, which stands still for some milliseconds; what is written
 * within them differs in size or in the inode.
 */
static gchar *
dup_etag (GFileInfo *info)
{
  if (g_file_info_get_etag (info) == NULL)
    return NULL;
  return g_strdup_printf ("%s/%" G_GINT64_FORMAT "/%" G_GUINT64_FORMAT, g_file_info_get_etag (info),
                          (gint64) g_file_info_get_size (info),
                          g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_UNIX_INODE));
}

static gchar *
dup_reason (const gchar *name, const GError *cause)
{
  switch (cause->domain == G_IO_ERROR ? cause->code : -1)
    {
    case G_IO_ERROR_NOT_FOUND:
    case G_IO_ERROR_NOT_DIRECTORY:
      /* Translators: %s is the name of a file. */
      return g_strdup_printf (_ ("%s does not exist; check its name and place."), name);
    case G_IO_ERROR_PERMISSION_DENIED:
      /* Translators: %s is the name of a file. */
      return g_strdup_printf (_ ("%s may not be read with your permissions; ask its owner."), name);
    case G_IO_ERROR_IS_DIRECTORY:
      /* Translators: %s is the name of a file. */
      return g_strdup_printf (_ ("%s is a folder; choose a file inside it."), name);
    default:
      /* Translators: the name of a file, then what the system says about it. */
      return g_strdup_printf (_ ("%s could not be read: %s."), name, cause->message);
    }
}

static void
set_read_error (GError **error, const gchar *name, const GError *cause)
{
  g_autofree gchar *reason = NULL;

  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, g_error_copy (cause));
      return;
    }
  reason = dup_reason (name, cause);
  g_set_error_literal (error, ANNALS_FORMATS_ERROR, ANNALS_FORMATS_ERROR_UNREADABLE, reason);
}

/**
 * annals_file_set_size_error:
 * @name: what messages call it
 * @error: return location
 *
 * Says of what is larger than %ANNALS_FORMATS_MAX_FILE_BYTES that it is.
 */
void
annals_file_set_size_error (const gchar *name, GError **error)
{
  g_autofree gchar *limit = g_format_size_full (ANNALS_FORMATS_MAX_FILE_BYTES,
                                                G_FORMAT_SIZE_IEC_UNITS);

  g_set_error (error, ANNALS_FORMATS_ERROR, ANNALS_FORMATS_ERROR_TOO_LARGE,
               /* Translators: the name of a file, then a size such as "128.0 MiB". */
               _ ("%s is larger than %s, the most that Annals reads; split it into parts."), name,
               limit);
}

/* Whether the name stands for something that the program was given already open. */
static gboolean
is_open_already (GFile *file)
{
  static const gchar *const BEGINNINGS[] = { "/dev/stdin", "/dev/fd/", "/proc/self/fd/" };
  const gchar *path = g_file_peek_path (file);

  for (guint i = 0; path != NULL && i < G_N_ELEMENTS (BEGINNINGS); i++)
    if (g_str_has_prefix (path, BEGINNINGS[i]))
      return TRUE;
  return FALSE;
}

static gboolean
check_kind (GFile *file, GFileInfo *info, const gchar *name, GError **error)
{
  g_autoptr (GError) cause = NULL;
  GFileType type = g_file_info_get_file_type (info);
  mode_t mode = g_file_info_get_attribute_uint32 (info, G_FILE_ATTRIBUTE_UNIX_MODE);

  if (type == G_FILE_TYPE_DIRECTORY)
    {
      g_set_error_literal (&cause, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY, "");
      set_read_error (error, name, cause);
      return FALSE;
    }
  if (type == G_FILE_TYPE_SPECIAL && !S_ISCHR (mode) && !is_open_already (file))
    {
      g_set_error (error, ANNALS_FORMATS_ERROR, ANNALS_FORMATS_ERROR_UNREADABLE,
                   /* Translators: %s is the name of a file. */
                   _ ("%s is no ordinary file; choose a file that has a text in it."), name);
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_info (GFile *file,
            const gchar *name,
            gchar **etag,
            goffset *n_bytes,
            GCancellable *cancellable,
            GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (GFileInfo) info = g_file_query_info (file, KIND_ATTRIBUTES "," ETAG_ATTRIBUTES,
                                                  G_FILE_QUERY_INFO_NONE, cancellable, &cause);

  if (info == NULL)
    {
      set_read_error (error, name, cause);
      return FALSE;
    }
  if (!check_kind (file, info, name, error))
    return FALSE;
  *n_bytes = g_file_info_get_size (info);
  if ((guint64) *n_bytes > ANNALS_FORMATS_MAX_FILE_BYTES)
    {
      annals_file_set_size_error (name, error);
      return FALSE;
    }
  if (etag != NULL)
    *etag = dup_etag (info);
  return TRUE;
}

static GBytes *
read_bounded (GInputStream *stream,
              const gchar *name,
              gsize n_expected,
              const AnnalsProgress *progress,
              GError **error)
{
  GCancellable *cancellable = progress != NULL ? progress->cancellable : NULL;
  g_autoptr (GError) cause = NULL;
  g_autoptr (GByteArray) bytes = g_byte_array_sized_new (n_expected + CHUNK_BYTES);

  while (TRUE)
    {
      guint n_before = bytes->len;
      gsize n_read = 0;

      g_byte_array_set_size (bytes, n_before + CHUNK_BYTES);
      if (!g_input_stream_read_all (stream, bytes->data + n_before, CHUNK_BYTES, &n_read,
                                    cancellable, &cause))
        {
          set_read_error (error, name, cause);
          return NULL;
        }
      g_byte_array_set_size (bytes, n_before + n_read);
      if (bytes->len > ANNALS_FORMATS_MAX_FILE_BYTES)
        {
          annals_file_set_size_error (name, error);
          return NULL;
        }
      if (!annals_progress_tell (progress, (gdouble) bytes->len / (gdouble) MAX (n_expected, 1),
                                 error))
        return NULL;
      if (n_read < CHUNK_BYTES)
        return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
    }
}

/**
 * annals_file_dup_etag:
 * @file: a file
 * @cancellable: (nullable): to stop
 *
 * What tells the version of a file that is on disk now from others.
 *
 * Returns: (transfer full) (nullable): its entity tag, or %NULL when there is none or no file
 */
gchar *
annals_file_dup_etag (GFile *file, GCancellable *cancellable)
{
  g_autoptr (GFileInfo) info = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  info = g_file_query_info (file, ETAG_ATTRIBUTES, G_FILE_QUERY_INFO_NONE, cancellable, NULL);
  return info != NULL ? dup_etag (info) : NULL;
}

/**
 * annals_file_read_bytes:
 * @file: a file, a pipe, or anything else that GIO reads
 * @etag: (out) (optional) (nullable): its entity tag as it was before reading
 * @progress: (nullable): who wants to know how far it is, and can stop it
 * @error: where, why and what to do
 *
 * Reads the whole of a file, at most %ANNALS_FORMATS_MAX_FILE_BYTES. An empty file is an error.
 *
 * Returns: (transfer full): its bytes, or %NULL with @error set
 */
GBytes *
annals_file_read_bytes (GFile *file, gchar **etag, const AnnalsProgress *progress, GError **error)
{
  GCancellable *cancellable = progress != NULL ? progress->cancellable : NULL;
  g_autoptr (GError) cause = NULL;
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree gchar *name = NULL;
  g_autofree gchar *new_etag = NULL;
  goffset n_expected = 0;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  name = annals_file_dup_name (file);
  if (!check_info (file, name, &new_etag, &n_expected, cancellable, error))
    return NULL;
  stream = g_file_read (file, cancellable, &cause);
  if (stream == NULL)
    {
      set_read_error (error, name, cause);
      return NULL;
    }
  bytes = read_bounded (G_INPUT_STREAM (stream), name, n_expected, progress, error);
  if (bytes == NULL)
    return NULL;
  if (g_bytes_get_size (bytes) == 0)
    {
      g_set_error (error, ANNALS_FORMATS_ERROR, ANNALS_FORMATS_ERROR_EMPTY,
                   /* Translators: %s is the name of a file. */
                   _ ("%s is empty; choose a file that has a text in it."), name);
      return NULL;
    }
  if (etag != NULL)
    *etag = g_steal_pointer (&new_etag);
  return g_steal_pointer (&bytes);
}
