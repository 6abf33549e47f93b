/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "annals-tei-calendar.h"
#include "annals-tei-date.h"
#include "annals-tei-writing.h"
#include "annals-xml-edit.h"

/*
 * The events of a TEI file as they are written: a new element for each new event, and in those that
 * were there only what reads otherwise than the document says.
 */

typedef struct
{
  gsize offset; /* of a string in AnnalsEvent */
  const gchar *name;
  const gchar *type;
} EventField;

static const EventField EVENT_FIELDS[] = {
  { G_STRUCT_OFFSET (AnnalsEvent, label), "label", NULL },
  { G_STRUCT_OFFSET (AnnalsEvent, short_label), "label", "short" },
  { G_STRUCT_OFFSET (AnnalsEvent, description), "desc", NULL },
  { G_STRUCT_OFFSET (AnnalsEvent, cited_wording), "note", "cited" },
  { G_STRUCT_OFFSET (AnnalsEvent, cited_reason), "note", "reason" },
};

static const EventField NOTE_FIELD = { G_STRUCT_OFFSET (AnnalsEvent, note), "note", "note" };

static gboolean
is_same_date (const AnnalsDate *a, const AnnalsDate *b)
{
  return g_strcmp0 (a != NULL ? annals_date_get_edtf (a) : NULL,
                    b != NULL ? annals_date_get_edtf (b) : NULL)
         == 0;
}

static void
write_field (xmlNode *node,
             const AnnalsEvent *event,
             const AnnalsEvent *old,
             const EventField *field)
{
  const gchar *value = G_STRUCT_MEMBER (const gchar *, event, field->offset);

  if (g_strcmp0 (value, G_STRUCT_MEMBER (const gchar *, old, field->offset)) != 0)
    annals_xml_write_words (node, field->name, field->type, value);
}

static void
write_date (xmlNode *node, const AnnalsDate *date, const AnnalsDate *old)
{
  /* Dates derived from EDTF are derived anew; other people's date attributes stay. */
  if (!is_same_date (date, old) || annals_tei_date_is_native (node))
    annals_tei_date_write (node, date);
}

static void
write_record (AnnalsTeiWriting *writing,
              xmlNode *node,
              const AnnalsEvent *event,
              const AnnalsEvent *old)
{
  xmlNode *note = annals_xml_get_child (node, "note", "record");
  xmlNode *date;

  if (event->record == NULL && event->record_source == NULL)
    {
      if (note != NULL)
        annals_xml_remove (note);
      return;
    }
  note = annals_xml_ensure (node, "note", "record");
  if (event->record != NULL)
    {
      date = annals_tei_ensure_path (note, "date");
      write_date (date, event->record, old->record);
      if (date->children == NULL)
        annals_xml_set_words (date, annals_date_get_edtf (event->record));
      if (event->record_calendar != old->record_calendar)
        annals_tei_calendar_write (writing, date, event->record_calendar);
    }
  if (g_strcmp0 (event->record_source, old->record_source) != 0)
    annals_xml_write_words (note, "bibl", NULL, event->record_source);
}

static const gchar *
get_lane_id (AnnalsDocument *document, guint lane)
{
  return annals_document_get_lane (document, lane)->id;
}

/* Replaces the reference to the old lane and keeps references to other things. */
static void
write_lane (xmlNode *node, const gchar *lane, const gchar *old_lane)
{
  g_autofree gchar *references = annals_xml_dup_attribute (node, "ana");
  g_auto (GStrv) tokens = g_strsplit_set (references != NULL ? references : "", ANNALS_XML_SPACES,
                                          -1);
  g_autoptr (GString) value = g_string_new (NULL);

  if (g_strcmp0 (lane, old_lane) == 0)
    return;
  if (!g_str_equal (lane, ANNALS_TEI_LOOSE_LANE))
    g_string_printf (value, "#%s", lane);
  for (gchar **token = tokens; *token != NULL; token++)
    if (**token != '\0' && (**token != '#' || g_strcmp0 (*token + 1, old_lane) != 0))
      g_string_append_printf (value, "%s%s", value->len > 0 ? " " : "", *token);
  annals_xml_set_attribute (node, "ana", value->len > 0 ? value->str : NULL);
}

/* A subtype that somebody else gave the event stays; TEI allows only one. That the event is shown
 * as an era then stands among the words of @rend, which says how something looks. */
static void
write_era (xmlNode *node, const AnnalsEvent *event, const AnnalsEvent *old)
{
  g_autofree gchar *subtype = annals_xml_dup_attribute (node, "subtype");
  g_autofree gchar *type = annals_xml_dup_attribute (node, "type");
  gboolean is_ours = g_strcmp0 (subtype, ANNALS_TEI_ERA) == 0;

  if (!event->is_era == !old->is_era)
    return;
  if (event->is_era && subtype != NULL && !is_ours)
    {
      annals_xml_set_word (node, "rend", ANNALS_TEI_ERA, TRUE);
      return;
    }
  annals_xml_set_word (node, "rend", ANNALS_TEI_ERA, FALSE);
  if (event->is_era || is_ours)
    annals_xml_set_attribute (node, "subtype", event->is_era ? ANNALS_TEI_ERA : NULL);
  /* TEI wants no subtype without a type. */
  if (event->is_era && type == NULL)
    annals_xml_set_attribute (node, "type", annals_status_get_id (event->status));
}

static xmlNode *
add_event (AnnalsTeiWriting *writing, const AnnalsEvent *event)
{
  xmlNode *list = annals_tei_ensure_path (writing->root, "standOff/listEvent");
  xmlNode *node = annals_xml_add (list, "event", annals_status_get_id (event->status));

  annals_xml_set_id (node, event->id);
  return node;
}

static void
write_event (AnnalsTeiWriting *writing, const AnnalsEvent *event)
{
  static const AnnalsEvent nothing = { 0 };
  const AnnalsEvent *old = annals_tei_find_old_event (writing, event->id);
  const gchar *old_lane = NULL;
  xmlNode *node;

  if (old != NULL)
    {
      node = g_hash_table_lookup (writing->old->ids, event->id);
      old_lane = get_lane_id (writing->old->document, old->lane);
      if (event->status != old->status)
        annals_xml_set_attribute (node, "type", annals_status_get_id (event->status));
    }
  else
    {
      node = add_event (writing, event);
      old = &nothing;
    }
  write_era (node, event, old);
  if (!event->is_pinned != !old->is_pinned)
    annals_xml_set_word (node, "rend", ANNALS_TEI_PINNED, event->is_pinned);
  for (guint i = 0; i < G_N_ELEMENTS (EVENT_FIELDS); i++)
    write_field (node, event, old, &EVENT_FIELDS[i]);
  annals_tei_calendar_write_cited (writing, node, event, old);
  write_date (node, event->cited, old->cited);
  write_record (writing, node, event, old);
  write_field (node, event, old, &NOTE_FIELD);
  write_lane (node, get_lane_id (writing->document, event->lane), old_lane);
}

/**
 * annals_tei_write_events:
 * @writing: a tree being written
 *
 * Writes the events, without their passages.
 */
void
annals_tei_write_events (AnnalsTeiWriting *writing)
{
  for (guint i = 0; i < annals_document_get_n_events (writing->document); i++)
    write_event (writing, annals_document_get_event (writing->document, i));
}
