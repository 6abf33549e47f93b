/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "annals-document.h"
#include "annals-theme.h"

G_BEGIN_DECLS

void annals_page_fill (GtkTextBuffer *buffer, AnnalsDocument *document, AnnalsWhere where);

/**
 * AnnalsPageFilling:
 *
 * A text that is being set as a page, step by step.
 */
typedef struct _AnnalsPageFilling AnnalsPageFilling;

AnnalsPageFilling *
annals_page_filling_new (GtkTextBuffer *buffer, AnnalsDocument *document, AnnalsWhere where);
gboolean annals_page_filling_step (AnnalsPageFilling *filling, gsize most_bytes);
void annals_page_filling_free (AnnalsPageFilling *filling);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnnalsPageFilling, annals_page_filling_free)

void annals_page_set_theme (GtkTextBuffer *buffer, const AnnalsTheme *theme);
gchar *annals_page_dup_set (AnnalsText *text);

G_END_DECLS
