/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean language_load (const gchar *language, const gchar *folder);

G_END_DECLS
