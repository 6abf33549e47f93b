/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "annals-document.h"

G_BEGIN_DECLS

void annals_loader_load_async (GFile *file,
                               GFile *source,
                               GVariant *sources,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
AnnalsDocument *annals_loader_load_finish (GAsyncResult *result, gchar **warning, GError **error);

G_END_DECLS
