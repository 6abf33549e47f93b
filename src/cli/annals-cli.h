/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void annals_cli_init_locale (void);
gboolean annals_cli_wants (gint argc, gchar **argv);
gint annals_cli_run (gint argc, gchar **argv);

G_END_DECLS
