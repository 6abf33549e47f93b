/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "annals-document.h"

G_BEGIN_DECLS

gchar *annals_standings_dup_words (AnnalsDocument *document, AnnalsWhere where);

G_END_DECLS
