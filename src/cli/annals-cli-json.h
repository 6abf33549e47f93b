/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

void annals_cli_json_add_string (JsonBuilder *builder, const gchar *name, const gchar *value);

G_END_DECLS
