/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * ANNALS_DOCUMENT_ERROR:
 *
 * Errors of `src/document/`; codes are #AnnalsDocumentError. Messages are whole translated
 * sentences.
 */
#define ANNALS_DOCUMENT_ERROR (annals_document_error_quark ())
GQuark annals_document_error_quark (void);

/**
 * AnnalsDocumentError:
 * @ANNALS_DOCUMENT_ERROR_UNWRITABLE: a file could not be written; an old one is untouched
 */
typedef enum
{
  ANNALS_DOCUMENT_ERROR_UNWRITABLE,
} AnnalsDocumentError;

void annals_file_set_brief (GFile *file, gboolean brief);
gchar *annals_file_dup_name (GFile *file);
gboolean annals_file_write (GFile *file,
                            const gchar *data,
                            gsize n_bytes,
                            GCancellable *cancellable,
                            GError **error);
gboolean annals_file_write_private (GFile *file,
                                    const gchar *data,
                                    gsize n_bytes,
                                    GCancellable *cancellable,
                                    GError **error);
void annals_file_sync_name (const gchar *path);

G_END_DECLS
