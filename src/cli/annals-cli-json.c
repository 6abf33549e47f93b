/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "annals-cli-json.h"

/* What the reports of the commands share when they are written as JSON. */

/**
 * annals_cli_json_add_string:
 * @builder: an object that is being built
 * @name: the name of a member
 * @value: (nullable): what it is
 *
 * Adds a member that is a string, or null. What is no UTF-8, as names of files may be, is made so.
 */
void
annals_cli_json_add_string (JsonBuilder *builder, const gchar *name, const gchar *value)
{
  g_autofree gchar *valid = value != NULL ? g_utf8_make_valid (value, -1) : NULL;

  json_builder_set_member_name (builder, name);
  if (valid == NULL)
    json_builder_add_null_value (builder);
  else
    json_builder_add_string_value (builder, valid);
}
