/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "annals-document.h"

G_BEGIN_DECLS

gboolean annals_paragraph_is_hard_wrapped (const gchar *start, const gchar *end);
guint annals_document_count_paragraph (AnnalsDocument *self, AnnalsWhere where, gint64 offset);

G_END_DECLS
