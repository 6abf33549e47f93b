/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void annals_cli_date_append_json (GString *out,
                                  const gchar *input,
                                  GPtrArray *readings,
                                  const GError *error);

G_END_DECLS
