/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gchar *annals_encoding_decode (GBytes *bytes, const gchar *name, GError **error);
gchar *
annals_encoding_decode_as (GBytes *bytes, const gchar *charset, const gchar *name, GError **error);
gchar *annals_encoding_dup_head (GBytes *bytes, gsize n_bytes);
const gchar *annals_encoding_get_bom (GBytes *bytes, gsize *n_bytes);

G_END_DECLS
