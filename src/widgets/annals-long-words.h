/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void annals_long_words_set_label (GtkLabel *label, const gchar *words);
void annals_long_words_set_paragraph (GtkLabel *label, const gchar *words);

G_END_DECLS
