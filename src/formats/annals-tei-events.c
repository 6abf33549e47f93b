/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "annals-tei-calendar.h"
#include "annals-tei-date.h"
#include "annals-tei.h"

/*
 * The events of a TEI file, wherever they stand in it: those of Annals, and those of others, who
 * name them by `label`, `eventName`, `head`, `desc` or `p` and date them by any TEI date attribute
 * or by a `date` inside.
 */

#define EVENTS_READ 0.85 /* how much of reading a file is done then */

static const gchar *const LABEL_NAMES[] = { "label", "eventName", "head", "desc", "p" };

static gboolean
is_event (const xmlNode *node)
{
  return annals_xml_is (node, "event") && node->ns != NULL
         && g_str_equal ((const gchar *) node->ns->href, ANNALS_TEI_NAMESPACE);
}

static const xmlNode *
find_label (const xmlNode *event)
{
  for (guint i = 0; i < G_N_ELEMENTS (LABEL_NAMES); i++)
    for (const xmlNode *child = event->children; child != NULL; child = child->next)
      {
        g_autofree gchar *type = NULL;
        g_autofree gchar *words = NULL;

        if (!annals_xml_is (child, LABEL_NAMES[i]))
          continue;
        type = annals_xml_dup_attribute (child, "type");
        words = annals_xml_dup_words (child);
        if (words != NULL && g_strcmp0 (type, "short") != 0)
          return child;
      }
  return NULL;
}

static gchar *
dup_label (const xmlNode *label)
{
  gchar *words = annals_xml_dup_words (label);

  if (words == NULL)
    return g_strdup (C_ ("event without a name", "Untitled event"));
  return g_strdelimit (words, "\n", ' ');
}

static gchar *
dup_description (const xmlNode *event, const xmlNode *label)
{
  const xmlNode *node = annals_xml_find (event, "desc");

  if (node == NULL)
    node = annals_xml_find (event, "p");
  return node != label ? annals_xml_dup_words (node) : NULL;
}

/**
 * annals_tei_get_loose_label:
 * @n_lanes: how many other lanes there are
 *
 * Returns: (transfer none): the name of the lane of events that name none
 */
const gchar *
annals_tei_get_loose_label (guint n_lanes)
{
  /* Translators: the lane of events that belong to no lane. */
  return n_lanes > 0 ? C_ ("lane", "Other events") : C_ ("lane", "Events");
}

static guint
ensure_loose_lane (AnnalsDocument *document)
{
  guint n_lanes = annals_document_get_n_lanes (document);
  guint index;

  if (annals_document_find_lane (document, ANNALS_TEI_LOOSE_LANE, &index))
    return index;
  return annals_document_add_lane (document, ANNALS_TEI_LOOSE_LANE,
                                   annals_tei_get_loose_label (n_lanes), n_lanes);
}

static guint
read_lane (AnnalsTeiReading *reading, const xmlNode *event)
{
  g_autofree gchar *references = annals_xml_dup_attribute (event, "ana");
  g_auto (GStrv) tokens = g_strsplit_set (references != NULL ? references : "", " \t\r\n", -1);
  guint index;

  for (gchar **token = tokens; *token != NULL; token++)
    if (**token == '#' && annals_document_find_lane (reading->document, *token + 1, &index))
      return index;
  return ensure_loose_lane (reading->document);
}

static gboolean
is_inside_record (const xmlNode *node, const xmlNode *event)
{
  for (; node != event; node = node->parent)
    {
      g_autofree gchar *type = NULL;

      if (is_event (node))
        return TRUE;
      if (!annals_xml_is (node, "note"))
        continue;
      type = annals_xml_dup_attribute (node, "type");
      if (g_strcmp0 (type, "record") == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
read_cited (AnnalsTeiReading *reading, const xmlNode *node, AnnalsDate **cited, GError **error)
{
  if (!annals_tei_date_read (&reading->source, node, cited, error))
    return FALSE;
  for (const xmlNode *date = annals_xml_next_element (node, node, "date");
       *cited == NULL && date != NULL; date = annals_xml_next_element (date, node, "date"))
    if (!is_inside_record (date, node)
        && !annals_tei_date_read (&reading->source, date, cited, error))
      return FALSE;
  return TRUE;
}

static gboolean
read_dates (AnnalsTeiReading *reading, const xmlNode *node, AnnalsEvent *event, GError **error)
{
  const xmlNode *note = annals_xml_get_child (node, "note", "record");
  const xmlNode *date = annals_xml_find (note, "date");

  if (!read_cited (reading, node, &event->cited, error))
    return FALSE;
  if (date != NULL && !annals_tei_date_read (&reading->source, date, &event->record, error))
    return FALSE;
  event->cited_wording = annals_xml_dup_words (annals_xml_get_child (node, "note", "cited"));
  event->cited_reason = annals_xml_dup_words (annals_xml_get_child (node, "note", "reason"));
  event->cited_calendar = annals_tei_calendar_read_cited (node);
  event->record_calendar = annals_tei_calendar_read (date);
  event->record_source = annals_tei_dup_record_source (note);
  return TRUE;
}

static gboolean
read_event (AnnalsTeiReading *reading, xmlNode *node, GError **error)
{
  g_auto (AnnalsEvent) event = { 0 };
  const xmlNode *label = find_label (node);
  g_autofree gchar *type = annals_xml_dup_attribute (node, "type");
  g_autofree gchar *subtype = annals_xml_dup_attribute (node, "subtype");

  if (!read_dates (reading, node, &event, error))
    return FALSE;
  event.id = annals_tei_reading_dup_id (reading, node, "event");
  event.label = dup_label (label);
  event.short_label = annals_xml_dup_words (annals_xml_get_child (node, "label", "short"));
  event.description = dup_description (node, label);
  event.note = annals_xml_dup_words (annals_xml_get_child (node, "note", "note"));
  event.lane = read_lane (reading, node);
  /* Other people's types of events are no statuses; they stay in the file. */
  annals_status_from_id (type, &event.status);
  event.is_era = g_strcmp0 (subtype, ANNALS_TEI_ERA) == 0
                 || annals_xml_has_word (node, "rend", ANNALS_TEI_ERA);
  event.is_pinned = annals_xml_has_word (node, "rend", ANNALS_TEI_PINNED);

  g_array_append_val (reading->events, event);
  g_hash_table_insert (reading->event_indices, g_strdup (event.id),
                       GUINT_TO_POINTER (reading->events->len));
  event = (AnnalsEvent){ 0 };
  return TRUE;
}

static gboolean
tell_progress (const AnnalsTeiReading *reading, const xmlNode *node, GError **error)
{
  return reading->events->len % ANNALS_PROGRESS_EVERY != 0
         || annals_xml_tell_progress (&reading->source, node, ANNALS_XML_PARSED, EVENTS_READ,
                                      error);
}

/**
 * annals_tei_events_read:
 * @reading: a TEI file while it is read
 * @error: where and what is wrong
 *
 * Reads the events, without their passages. The header has been read before.
 *
 * Returns: whether there was nothing wrong
 */
gboolean
annals_tei_events_read (AnnalsTeiReading *reading, GError **error)
{
  for (xmlNode *node = annals_xml_next_element (reading->root, reading->root, "event");
       node != NULL; node = annals_xml_next_element (node, reading->root, "event"))
    if (is_event (node)
        && (!read_event (reading, node, error) || !tell_progress (reading, node, error)))
      return FALSE;
  return TRUE;
}
