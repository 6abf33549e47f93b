/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "annals-cli-commands.h"
#include "annals-cli-json.h"

/*
 * The JSON of `annals check`. Names and values do not follow the language of the interface, but for
 * the dates in words.
 */

static void
add_offset (JsonBuilder *builder, const gchar *name, const AnnalsPlace *place, gint64 offset)
{
  json_builder_set_member_name (builder, name);
  if (annals_standing_is_placed (place->standing))
    json_builder_add_int_value (builder, offset);
  else
    json_builder_add_null_value (builder);
}

static void
add_passage (JsonBuilder *builder, AnnalsDocument *document, const AnnalsPassage *passage)
{
  const AnnalsPlace *place = &passage->place;
  g_autofree gchar *quote = annals_document_dup_quote (document, passage);

  json_builder_begin_object (builder);
  annals_cli_json_add_string (builder, "in",
                              passage->where == ANNALS_WHERE_TEXT ? "text" : "source");
  annals_cli_json_add_string (builder, "standing", annals_standing_get_id (place->standing));
  add_offset (builder, "start", place, place->start);
  add_offset (builder, "end", place, place->end);
  annals_cli_json_add_string (builder, "quote", quote);
  json_builder_end_object (builder);
}

/* The strictest way in which the event lies in the range. */
static void
add_within (JsonBuilder *builder,
            AnnalsDocument *document,
            const AnnalsCliRange *range,
            const AnnalsEvent *event)
{
  AnnalsRange strict;

  if (range == NULL)
    return;
  strict = range->range;
  strict.within = ANNALS_WITHIN_CERTAIN;
  while (strict.within < range->range.within
         && !annals_document_is_in_range (document, event, &strict))
    strict.within++;
  annals_cli_json_add_string (builder, "within", annals_within_get_id (strict.within));
}

static void
add_event (JsonBuilder *builder,
           AnnalsDocument *document,
           const AnnalsEvent *event,
           const AnnalsCliRange *range)
{
  const AnnalsDate *drawn = annals_event_get_drawn_date (event);
  const AnnalsLane *lane = annals_document_get_lane (document, event->lane);
  g_autofree gchar *words = drawn != NULL ? annals_date_dup_words (drawn, ANNALS_WORDS_LONG) : NULL;

  json_builder_begin_object (builder);
  annals_cli_json_add_string (builder, "id", event->id);
  annals_cli_json_add_string (builder, "label", event->label);
  annals_cli_json_add_string (builder, "cited",
                              event->cited != NULL ? annals_date_get_edtf (event->cited) : NULL);
  annals_cli_json_add_string (builder, "record",
                              event->record != NULL ? annals_date_get_edtf (event->record) : NULL);
  annals_cli_json_add_string (builder, "words", words);
  annals_cli_json_add_string (builder, "status", annals_status_get_id (event->status));
  annals_cli_json_add_string (builder, "lane", lane->label);
  add_within (builder, document, range, event);

  json_builder_set_member_name (builder, "passages");
  json_builder_begin_array (builder);
  for (guint i = 0; i < event->n_passages; i++)
    add_passage (builder, document, &event->passages[i]);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
add_range (JsonBuilder *builder, AnnalsDocument *document, const AnnalsCliRange *range)
{
  json_builder_set_member_name (builder, "range");
  json_builder_begin_object (builder);
  annals_cli_json_add_string (builder, "edtf", range->edtf);
  annals_cli_json_add_string (builder, "within", annals_within_get_id (range->range.within));
  json_builder_set_member_name (builder, "matching");
  json_builder_add_int_value (builder, annals_cli_range_count (range, document));
  json_builder_set_member_name (builder, "of");
  json_builder_add_int_value (builder, annals_document_get_n_events (document));
  json_builder_end_object (builder);
}

static void
add_document (JsonBuilder *builder,
              AnnalsDocument *document,
              const gchar *name,
              const AnnalsCliRange *range)
{
  GFile *source_file = annals_document_get_source_file (document);
  g_autofree gchar *source = source_file != NULL ? g_file_get_parse_name (source_file) : NULL;
  guint n_events = annals_document_get_n_events (document);

  json_builder_begin_object (builder);
  annals_cli_json_add_string (builder, "document", name);
  annals_cli_json_add_string (builder, "source", source);
  if (range != NULL)
    add_range (builder, document, range);
  json_builder_set_member_name (builder, "remarks");
  json_builder_begin_array (builder);
  for (guint i = 0; i < annals_document_get_n_remarks (document); i++)
    json_builder_add_string_value (builder, annals_document_get_remark (document, i));
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "events");
  json_builder_begin_array (builder);
  for (guint i = 0; i < n_events; i++)
    {
      const AnnalsEvent *event = annals_document_get_event (document, i);

      if (annals_cli_range_has (range, document, event))
        add_event (builder, document, event, range);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

/**
 * annals_cli_check_dup_json:
 * @document: a document
 * @name: (nullable): what names it
 * @range: (nullable): which of its events; %NULL for all
 *
 * Lists the events of a document, their dates (EDTF, or null) and their passages (offsets in code
 * points, null when a passage is lost or was not checked). With @range it says which that is, how
 * many events it lets through, and of each how it lies there, as strictly as can be said.
 *
 * Returns: (transfer full): JSON, with a line end
 */
gchar *
annals_cli_check_dup_json (AnnalsDocument *document, const gchar *name, const AnnalsCliRange *range)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = NULL;
  GString *json = g_string_new (NULL);

  add_document (builder, document, name, range);
  root = json_builder_get_root (builder);
  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  json_generator_to_gstring (generator, json);
  g_string_append_c (json, '\n');
  return g_string_free (json, FALSE);
}
