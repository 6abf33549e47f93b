/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "annals-document.h"

G_BEGIN_DECLS

/**
 * AnnalsLoad:
 * @file: (nullable): what to open
 * @bytes: (nullable): or what was pasted; without both it is the bundled document
 * @source: (nullable): the source text to link; failing to is an error
 * @sources: (nullable): the copies remembered, as annals_settings_dup_sources() returns them; one
 *   of them is linked when there is no @source, and failing to is a warning
 * @copies: (nullable): the folder for a source text that was pasted
 * @known: (nullable) (element-type GFile): files that are open; when @file is one of them under
 *   another name, nothing is opened
 * @done: (nullable): where the thread notes how far it is, in thousandths, to be read atomically
 *
 * What is to be opened. A plain struct; clear it with annals_load_clear().
 */
typedef struct
{
  GFile *file;
  GBytes *bytes;
  GFile *source;
  GVariant *sources;
  GFile *copies;
  GPtrArray *known;
  gint *done;
} AnnalsLoad;

/**
 * AnnalsLoaded:
 * @document: (nullable): the document; %NULL when @same says where it is open
 * @same: (nullable): which of the files known is the one that was to be opened
 * @is_kept: whether the file is there to stay; what comes through a pipe is not
 * @etag: (nullable): which version of its file it was read from
 * @source_etag: (nullable): and which of its source's
 * @warning: (nullable): why the copy remembered could not be linked
 * @copied: whether the text pasted was its source, which is kept now
 *
 * What came of it. A plain struct; clear it with annals_loaded_clear().
 */
typedef struct
{
  AnnalsDocument *document;
  GFile *same;
  gboolean is_kept;
  gchar *etag;
  gchar *source_etag;
  gchar *warning;
  gboolean copied;
} AnnalsLoaded;

void annals_load_clear (AnnalsLoad *load);
void annals_loaded_clear (AnnalsLoaded *loaded);

void annals_loader_load_async (const AnnalsLoad *load,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
gboolean annals_loader_load_finish (GAsyncResult *result, AnnalsLoaded *loaded, GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AnnalsLoad, annals_load_clear)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AnnalsLoaded, annals_loaded_clear)

G_END_DECLS
