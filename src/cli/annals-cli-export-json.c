/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "annals-cli-export.h"
#include "annals-cli-json.h"

/*
 * The report of `annals export --json`: one object, with one member for each file. Names do not
 * follow the language of the interface; errors are its sentences.
 */

/* Of a file that was not written nothing can be counted. */
static void
add_count (JsonBuilder *builder, const gchar *name, gint64 value, gboolean written)
{
  json_builder_set_member_name (builder, name);
  if (written)
    json_builder_add_int_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

static void
add_result (JsonBuilder *builder, const AnnalsCliExportResult *result)
{
  gboolean written = result->error == NULL;

  json_builder_begin_object (builder);
  annals_cli_json_add_string (builder, "input", result->input);
  annals_cli_json_add_string (builder, "output", result->output);
  add_count (builder, "width", result->width, written);
  add_count (builder, "height", result->height, written);
  add_count (builder, "pages", result->pages, written);
  add_count (builder, "bytes", (gint64) result->bytes, written);
  add_count (builder, "events", result->events, written);
  annals_cli_json_add_string (builder, "warning", result->warning);
  annals_cli_json_add_string (builder, "error", result->error);
  json_builder_end_object (builder);
}

/**
 * annals_cli_export_dup_json:
 * @results: (array length=n_results): what became of the files
 * @n_results: how many
 *
 * Returns: (transfer full): the report as JSON, with a line end
 */
gchar *
annals_cli_export_dup_json (const AnnalsCliExportResult *results, guint n_results)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = NULL;
  GString *json = g_string_new (NULL);

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "files");
  json_builder_begin_array (builder);
  for (guint i = 0; i < n_results; i++)
    add_result (builder, &results[i]);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  json_generator_to_gstring (generator, json);
  g_string_append_c (json, '\n');
  return g_string_free (json, FALSE);
}
