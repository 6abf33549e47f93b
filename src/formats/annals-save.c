/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "annals-file-read.h"
#include "annals-file.h"
#include "annals-formats.h"
#include "annals-tei-writer.h"

/*
 * Saving a document as TEI.
 */

/* A file that somebody else has written since is not replaced unseen. One that is gone is. */
static gboolean
check_unchanged (AnnalsDocument *document, GFile *file, GCancellable *cancellable, GError **error)
{
  GFile *old_file = annals_document_get_file (document);
  const gchar *known = annals_tei_get_etag (document);
  g_autofree gchar *etag = NULL;
  g_autofree gchar *name = NULL;

  if (known == NULL || old_file == NULL || !g_file_equal (file, old_file))
    return TRUE;
  etag = annals_file_dup_etag (file, cancellable);
  if (etag == NULL || g_str_equal (etag, known))
    return TRUE;
  name = annals_file_dup_name (file);
  g_set_error (error, ANNALS_FORMATS_ERROR, ANNALS_FORMATS_ERROR_CHANGED,
               /* Translators: %s is the name of a file. */
               _ ("%s was changed by another program since it was opened; open it again, or save "
                  "under another name."),
               name);
  return FALSE;
}

/**
 * annals_formats_write:
 * @document: a document
 * @file: where to save it
 * @etag: (out) (nullable) (transfer full): which version of the file it is now
 * @cancellable: (nullable): to stop
 * @error: which file, why and what to do
 *
 * Writes a document as TEI, whole or not at all. What Annals does not know of the file it was read
 * from is kept. The document itself stays as it is, so that a window may show it while a thread
 * writes it; annals_formats_adopt() then makes the file its own. One thread at a time.
 *
 * Returns: whether it was written; otherwise @error is set, and an old file is as it was
 */
gboolean
annals_formats_write (AnnalsDocument *document,
                      GFile *file,
                      gchar **etag,
                      GCancellable *cancellable,
                      GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) local = NULL;
  const gchar *data;
  gsize n_bytes;

  g_return_val_if_fail (ANNALS_IS_DOCUMENT (document), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  if (!check_unchanged (document, file, cancellable, error))
    return FALSE;
  bytes = annals_tei_write (document, error);
  if (bytes == NULL)
    return FALSE;
  data = g_bytes_get_data (bytes, &n_bytes);
  if (!annals_file_write (file, data, n_bytes, cancellable, &local))
    {
      if (g_error_matches (local, ANNALS_DOCUMENT_ERROR, ANNALS_DOCUMENT_ERROR_UNWRITABLE))
        g_set_error_literal (error, ANNALS_FORMATS_ERROR, ANNALS_FORMATS_ERROR_UNWRITABLE,
                             local->message);
      else
        g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  *etag = annals_file_dup_etag (file, NULL);
  return TRUE;
}

/**
 * annals_formats_adopt:
 * @document: a document that annals_formats_write() has written
 * @file: where to
 * @etag: (nullable): which version of it that was
 *
 * Makes the file the document's own. For the thread the document belongs to.
 */
void
annals_formats_adopt (AnnalsDocument *document, GFile *file, const gchar *etag)
{
  g_return_if_fail (ANNALS_IS_DOCUMENT (document));
  g_return_if_fail (G_IS_FILE (file));

  annals_tei_set_etag (document, etag);
  annals_document_set_file (document, file);
}

/**
 * annals_formats_save:
 * @document: a document
 * @file: where to save it
 * @cancellable: (nullable): to stop
 * @error: which file, why and what to do
 *
 * Writes a document, see annals_formats_write(), and makes the file its own.
 *
 * Returns: whether it was saved; otherwise @error is set, and an old file is as it was
 */
gboolean
annals_formats_save (AnnalsDocument *document,
                     GFile *file,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autofree gchar *etag = NULL;

  if (!annals_formats_write (document, file, &etag, cancellable, error))
    return FALSE;
  annals_formats_adopt (document, file, etag);
  return TRUE;
}
