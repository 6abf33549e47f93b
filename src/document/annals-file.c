/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "annals-file.h"

/*
 * Replacing a file so that there is always either the old one or the new one, whole: write a new
 * file beside it, sync it, rename it over the old, sync the folder.
 *
 * g_file_replace() alone does not suffice for local files: it syncs only when it replaces, and
 * where it cannot give the new file the old one's owner, or the name is a link, it empties the old
 * file and writes into it. It is used for files that are not local, where nothing better is to be
 * had. Links are followed, so that the file they point to is replaced and they stay.
 */

G_DEFINE_QUARK (annals_document_error_quark, annals_document_error)

#define BRIEF_KEY "annals-file-brief"
#define PUBLIC_MODE 0666 /* less what the umask takes */
#define PRIVATE_MODE 0600

/**
 * annals_file_set_brief:
 * @file: a file
 * @brief: whether messages leave out the folders it is in
 *
 * Says how messages are to name a file, where they come from what is done with this very object. A
 * window, where a file has just been chosen, has little room for where that lies; a command may be
 * one of many, about files of the same name.
 */
void
annals_file_set_brief (GFile *file, gboolean brief)
{
  g_return_if_fail (G_IS_FILE (file));

  g_object_set_data (G_OBJECT (file), BRIEF_KEY, GINT_TO_POINTER (brief));
}

/**
 * annals_file_dup_name:
 * @file: a file
 *
 * Names a file so that it cannot be mistaken for another one, and no longer than that takes; see
 * annals_file_set_brief() for where that does not matter.
 *
 * Returns: (transfer full): what to call it in a message: its path from the current folder on when
 *   it is inside that, its whole path otherwise
 */
gchar *
annals_file_dup_name (GFile *file)
{
  g_autofree gchar *current = NULL;
  g_autofree gchar *relative = NULL;
  g_autofree gchar *basename = NULL;
  g_autoptr (GFile) folder = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  if (g_file_peek_path (file) == NULL)
    return g_file_get_parse_name (file);

  if (g_object_get_data (G_OBJECT (file), BRIEF_KEY) != NULL)
    {
      basename = g_file_get_basename (file);
      return g_filename_display_name (basename);
    }

  current = g_get_current_dir ();
  folder = g_file_new_for_path (current);
  relative = g_file_get_relative_path (folder, file);
  return g_filename_display_name (relative != NULL ? relative : g_file_peek_path (file));
}

static gchar *
dup_reason (const gchar *name, gint code)
{
  switch (code)
    {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      return g_strdup_printf (
          /* Translators: %s is the name of a file. */
          _ ("%s could not be saved, because there is no room left on the disk; "
             "free some space or save it elsewhere."),
          name);
    case EACCES:
    case EPERM:
    case EROFS:
      /* Translators: %s is the name of a file. */
      return g_strdup_printf (_ ("%s could not be saved, because you may not write there; save it "
                                 "elsewhere."),
                              name);
    case ENOENT:
    case ENOTDIR:
      return g_strdup_printf (
          /* Translators: %s is the name of a file. */
          _ ("%s could not be saved, because its folder does not exist; save it "
             "elsewhere."),
          name);
    case EISDIR:
      /* Translators: %s is the name of a file. */
      return g_strdup_printf (_ ("%s could not be saved, because there is a folder of this name; "
                                 "choose another name."),
                              name);
    case EEXIST:
      /* Translators: %s is the name of a file. */
      return g_strdup_printf (_ ("%s could not be saved, because it is no ordinary file; choose "
                                 "another name."),
                              name);
    default:
      /* Translators: the name of a file, then what the system says. */
      return g_strdup_printf (_ ("%s could not be saved: %s."), name, g_strerror (code));
    }
}

static gboolean
set_write_error (GFile *file, gint code, GError **error)
{
  g_autofree gchar *name = annals_file_dup_name (file);
  g_autofree gchar *reason = dup_reason (name, code);

  g_set_error_literal (error, ANNALS_DOCUMENT_ERROR, ANNALS_DOCUMENT_ERROR_UNWRITABLE, reason);
  return FALSE;
}

/* Each of the following returns 0 or an errno. */

static gint
check_target (const gchar *path, struct stat *old, gboolean *exists)
{
  *exists = stat (path, old) == 0;
  if (!*exists)
    return errno == ENOENT ? 0 : errno;
  if (S_ISDIR (old->st_mode))
    return EISDIR;
  if (!S_ISREG (old->st_mode))
    return EEXIST;
  return faccessat (AT_FDCWD, path, W_OK, AT_EACCESS) == 0 ? 0 : errno;
}

static gint
write_all (gint fd, const gchar *data, gsize n_bytes)
{
  while (n_bytes > 0)
    {
      gssize n_written = write (fd, data, n_bytes);

      if (n_written < 0 && errno != EINTR)
        return errno;
      if (n_written < 0)
        continue;
      data += n_written;
      n_bytes -= n_written;
    }
  return fsync (fd) == 0 ? 0 : errno;
}

static gint
write_beside (const gchar *path, const gchar *data, gsize n_bytes, mode_t mode, gchar **beside)
{
  g_autofree gchar *folder = g_path_get_dirname (path);
  g_autofree gchar *name = g_build_filename (folder, ".annals-XXXXXX", NULL);
  struct stat old;
  gboolean exists;
  gint code = check_target (path, &old, &exists);
  gint fd;

  if (code != 0)
    return code;
  fd = g_mkstemp_full (name, O_RDWR | O_CLOEXEC, mode);
  if (fd < 0)
    return errno;
  code = write_all (fd, data, n_bytes);
  if (code == 0 && exists)
    {
      /* Only the owner of a system may give a file away; everyone else keeps the new one. */
      G_GNUC_UNUSED gint ignored = fchown (fd, old.st_uid, old.st_gid);

      code = fchmod (fd, old.st_mode & 07777) == 0 ? 0 : errno;
    }
  if (close (fd) != 0 && code == 0)
    code = errno;
  if (code != 0)
    g_unlink (name);
  else
    *beside = g_steal_pointer (&name);
  return code;
}

/**
 * annals_file_sync_name:
 * @path: (type filename): a file that was made or renamed
 *
 * Has the disk know its name as well as what is in it. It may take some time.
 */
void
annals_file_sync_name (const gchar *path)
{
  g_autofree gchar *folder = g_path_get_dirname (path);
  gint fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  if (fd < 0)
    return;
  fsync (fd);
  close (fd);
}

static gboolean
write_local (GFile *file,
             const gchar *path,
             const gchar *data,
             gsize n_bytes,
             mode_t mode,
             GCancellable *cancellable,
             GError **error)
{
  g_autofree gchar *resolved = realpath (path, NULL);
  const gchar *target = resolved != NULL ? resolved : path;
  g_autofree gchar *beside = NULL;
  gint code = write_beside (target, data, n_bytes, mode, &beside);

  if (code != 0)
    return set_write_error (file, code, error);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    {
      g_unlink (beside);
      return FALSE;
    }
  if (g_rename (beside, target) != 0)
    {
      code = errno;
      g_unlink (beside);
      return set_write_error (file, code, error);
    }
  annals_file_sync_name (target);
  return TRUE;
}

/**
 * annals_file_write:
 * @file: the file to write or replace
 * @data: (array length=n_bytes): what it is to hold
 * @n_bytes: how much
 * @cancellable: (nullable): to stop
 * @error: which file, why, and what to do; %ANNALS_DOCUMENT_ERROR or %G_IO_ERROR_CANCELLED
 *
 * Writes a file whole or not at all. When anything fails an old file is as it was, and nothing is
 * left beside it. Permissions of an old file are kept.
 *
 * Returns: whether it was written
 */
gboolean
annals_file_write (GFile *file,
                   const gchar *data,
                   gsize n_bytes,
                   GCancellable *cancellable,
                   GError **error)
{
  g_autofree gchar *path = NULL;
  g_autofree gchar *name = NULL;
  g_autoptr (GError) cause = NULL;

  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  path = g_file_get_path (file);
  if (path != NULL && g_file_is_native (file))
    return write_local (file, path, data, n_bytes, PUBLIC_MODE, cancellable, error);
  if (g_file_replace_contents (file, data, n_bytes, NULL, FALSE, G_FILE_CREATE_NONE, NULL,
                               cancellable, &cause))
    return TRUE;
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, g_steal_pointer (&cause));
      return FALSE;
    }
  name = annals_file_dup_name (file);
  g_set_error (error, ANNALS_DOCUMENT_ERROR, ANNALS_DOCUMENT_ERROR_UNWRITABLE,
               _ ("%s could not be saved: %s."), name, cause->message);
  return FALSE;
}

/**
 * annals_file_write_private:
 * @file: a file on this machine
 * @data: (array length=n_bytes): what it is to hold
 * @n_bytes: how much
 * @cancellable: (nullable): to stop
 * @error: as annals_file_write()
 *
 * Writes a file as annals_file_write() does; a new one may be read by its owner alone.
 *
 * Returns: whether it was written
 */
gboolean
annals_file_write_private (GFile *file,
                           const gchar *data,
                           gsize n_bytes,
                           GCancellable *cancellable,
                           GError **error)
{
  g_return_val_if_fail (g_file_peek_path (file) != NULL, FALSE);

  return write_local (file, g_file_peek_path (file), data, n_bytes, PRIVATE_MODE, cancellable,
                      error);
}
