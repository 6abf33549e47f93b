/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

const gchar *annals_letters_next (const gchar *text);
gchar *annals_letters_dup_clean (const gchar *text);
gchar *annals_letters_dup_line (const gchar *text);
gchar *annals_letters_dup_brief (const gchar *text, guint n_letters);
gboolean annals_letters_may_break (const gchar *text, const gchar *at);

G_END_DECLS
