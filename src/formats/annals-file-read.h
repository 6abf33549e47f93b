/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "annals-progress.h"

G_BEGIN_DECLS

void annals_file_set_size_error (const gchar *name, GError **error);
gchar *annals_file_dup_etag (GFile *file, GCancellable *cancellable);
GBytes *
annals_file_read_bytes (GFile *file, gchar **etag, const AnnalsProgress *progress, GError **error);

G_END_DECLS
