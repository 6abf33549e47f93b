/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "annals-export-choices.h"

G_BEGIN_DECLS

void annals_export_clipboard_create_async (AnnalsExportOrder *order,
                                           GCancellable *cancellable,
                                           GAsyncReadyCallback callback,
                                           gpointer user_data);
GdkContentProvider *annals_export_clipboard_create_finish (GAsyncResult *result, GError **error);

G_END_DECLS
