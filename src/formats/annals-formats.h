/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "annals-document.h"
#include "annals-progress.h"

G_BEGIN_DECLS

/**
 * ANNALS_FORMATS_ERROR:
 *
 * Errors of `src/formats/`; codes are #AnnalsFormatsError. Messages are whole translated sentences
 * that name the file, line and column where there is one, what is wrong, and what to do.
 */
#define ANNALS_FORMATS_ERROR (annals_formats_error_quark ())
GQuark annals_formats_error_quark (void);

/**
 * AnnalsFormatsError:
 * @ANNALS_FORMATS_ERROR_UNREADABLE: it cannot be read at all (missing, a folder, no permission)
 * @ANNALS_FORMATS_ERROR_TOO_LARGE: larger, longer in one line, or deeper than Annals reads
 * @ANNALS_FORMATS_ERROR_ENCODING: not text in an encoding that Annals knows
 * @ANNALS_FORMATS_ERROR_SYNTAX: not well-formed XML, or XML that Annals refuses (entities)
 * @ANNALS_FORMATS_ERROR_CONTENT: well formed, but what it says cannot be (dates, ids, anchors)
 * @ANNALS_FORMATS_ERROR_EMPTY: there is nothing in it
 * @ANNALS_FORMATS_ERROR_UNWRITABLE: it could not be written; the old file is untouched
 * @ANNALS_FORMATS_ERROR_CHANGED: the file changed on disk since it was read
 */
typedef enum
{
  ANNALS_FORMATS_ERROR_UNREADABLE,
  ANNALS_FORMATS_ERROR_TOO_LARGE,
  ANNALS_FORMATS_ERROR_ENCODING,
  ANNALS_FORMATS_ERROR_SYNTAX,
  ANNALS_FORMATS_ERROR_CONTENT,
  ANNALS_FORMATS_ERROR_EMPTY,
  ANNALS_FORMATS_ERROR_UNWRITABLE,
  ANNALS_FORMATS_ERROR_CHANGED,
} AnnalsFormatsError;

/** ANNALS_FORMATS_MAX_FILE_BYTES: the largest file that is read. */
#define ANNALS_FORMATS_MAX_FILE_BYTES (G_GUINT64_CONSTANT (128) * 1024 * 1024)
/** ANNALS_FORMATS_MAX_LINE_CHARS: the longest line of a text that can be shown, in code points. */
#define ANNALS_FORMATS_MAX_LINE_CHARS 65536

AnnalsDocument *annals_formats_open (GFile *file, GCancellable *cancellable, GError **error);
AnnalsDocument *
annals_formats_open_watched (GFile *file, const AnnalsProgress *progress, GError **error);
AnnalsDocument *annals_formats_open_bytes (GBytes *bytes, const gchar *name, GError **error);
AnnalsDocument *annals_formats_open_bundled (GError **error);
AnnalsDocument *annals_formats_open_bundled_in (const gchar *const *locales, GError **error);
AnnalsText *annals_formats_read_text (GFile *file, GCancellable *cancellable, GError **error);
gboolean annals_formats_link_source (AnnalsDocument *document,
                                     GFile *file,
                                     GCancellable *cancellable,
                                     GError **error);
gboolean annals_formats_link_source_watched (AnnalsDocument *document,
                                             GFile *file,
                                             const AnnalsProgress *progress,
                                             GError **error);
gboolean annals_formats_recognise (AnnalsDocument *document, AnnalsText *text);
gboolean annals_formats_write (AnnalsDocument *document,
                               GFile *file,
                               gchar **etag,
                               GCancellable *cancellable,
                               GError **error);
void annals_formats_adopt (AnnalsDocument *document, GFile *file, const gchar *etag);
gboolean annals_formats_save (AnnalsDocument *document,
                              GFile *file,
                              GCancellable *cancellable,
                              GError **error);

G_END_DECLS
