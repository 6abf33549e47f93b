/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "annals-document.h"

G_BEGIN_DECLS

/**
 * AnnalsCliRange:
 * @edtf: the stretch of time as it was typed
 * @range: what that means
 *
 * What `--range` and `--within` ask for.
 */
typedef struct
{
  const gchar *edtf;
  AnnalsRange range;
} AnnalsCliRange;

gboolean annals_cli_range_read (AnnalsCliRange *range,
                                const gchar *edtf,
                                const gchar *within,
                                GError **error);
gboolean annals_cli_range_has (const AnnalsCliRange *range,
                               AnnalsDocument *document,
                               const AnnalsEvent *event);
guint annals_cli_range_count (const AnnalsCliRange *range, AnnalsDocument *document);
void annals_cli_range_count_standings (const AnnalsCliRange *range,
                                       AnnalsDocument *document,
                                       AnnalsWhere where,
                                       AnnalsStandingCounts *counts);

G_END_DECLS
