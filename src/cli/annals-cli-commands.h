/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "annals-cli-range.h"

G_BEGIN_DECLS

gint annals_cli_export (gint argc, gchar **argv);
gint annals_cli_check (gint argc, gchar **argv);
gint annals_cli_date (gint argc, gchar **argv);

gchar *annals_cli_check_dup_listing (AnnalsDocument *document,
                                     const gchar *name,
                                     const AnnalsCliRange *range);
gchar *annals_cli_check_dup_json (AnnalsDocument *document,
                                  const gchar *name,
                                  const AnnalsCliRange *range);

G_END_DECLS
