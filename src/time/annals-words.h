/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "annals-edtf.h"

G_BEGIN_DECLS

/* Within src/time/ only: words for dates taken apart. */

gchar *annals_words_dup (const AnnalsEdtf *edtf, AnnalsWordsForm form);
gchar *annals_words_dup_date (const AnnalsEdtfDate *date, AnnalsWordsForm form);
gchar *annals_words_dup_years (gint64 first, gint64 last);
gchar *annals_words_dup_decade_part (gint64 first, gint64 last);

G_END_DECLS
