/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "annals-document.h"
#include "annals-theme.h"

G_BEGIN_DECLS

void annals_page_fill (GtkTextBuffer *buffer, AnnalsDocument *document, AnnalsWhere where);
guint annals_page_fill_part (GtkTextBuffer *buffer,
                             AnnalsDocument *document,
                             AnnalsWhere where,
                             guint paragraph,
                             gsize most_bytes);
void annals_page_set_theme (GtkTextBuffer *buffer, const AnnalsTheme *theme);
gchar *annals_page_dup_set (AnnalsText *text);

G_END_DECLS
