/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "annals-date.h"

G_BEGIN_DECLS

void annals_cluster_format_count (guint count, gboolean brief, gchar *out, gsize size);
void annals_cluster_format_time (AnnalsInstant first,
                                 AnnalsInstant last,
                                 AnnalsWordsForm form,
                                 gchar *out,
                                 gsize size);
gchar *annals_cluster_dup_words (guint count, AnnalsInstant first, AnnalsInstant last);

G_END_DECLS
