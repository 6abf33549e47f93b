/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean annals_file_write (GFile *file,
                            const gchar *data,
                            gsize n_bytes,
                            GCancellable *cancellable,
                            GError **error);

G_END_DECLS
