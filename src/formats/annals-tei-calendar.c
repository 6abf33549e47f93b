/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "annals-tei-calendar.h"
#include "annals-xml-edit.h"

/*
 * The calendar in which a date is written, in TEI: the attribute `calendar` of a `date` points to a
 * `calendar` in the `calendarDesc` of the header. Other dates than the Gregorian are only written
 * so; the attributes of a date are Gregorian whatever it says. Calendars that Annals does not know
 * are left as they are.
 *
 * TEI allows the attribute on `date` and not on `event`, though older files have it there. So the
 * words of a date as cited stand in a `date` within their `note`.
 */

/* Where something else has the id of a calendar. */
#define SUFFIX "-calendar"

static gboolean
find_calendar (const gchar *pointer, AnnalsCalendar *calendar)
{
  const gchar *hash = strrchr (pointer, '#');
  g_autofree gchar *id = g_strdup (hash != NULL ? hash + 1 : pointer);

  if (g_str_has_suffix (id, SUFFIX))
    id[strlen (id) - strlen (SUFFIX)] = '\0';

  return annals_calendar_from_id (id, calendar);
}

/**
 * annals_tei_calendar_read:
 * @node: (nullable): an element
 *
 * Returns: the calendar that its attribute `calendar` names; the Gregorian when it names none, or
 *   none that is known
 */
AnnalsCalendar
annals_tei_calendar_read (const xmlNode *node)
{
  g_autofree gchar *pointers = node != NULL ? annals_xml_dup_attribute (node, "calendar") : NULL;
  g_auto (GStrv) tokens = g_strsplit_set (pointers != NULL ? pointers : "", " \t\r\n", -1);

  for (gchar **token = tokens; *token != NULL; token++)
    {
      AnnalsCalendar calendar;

      if (**token != '\0' && find_calendar (*token, &calendar))
        return calendar;
    }

  return ANNALS_CALENDAR_GREGORIAN;
}

static gboolean
is_record (const xmlNode *node, const xmlNode *event)
{
  for (; node != event; node = node->parent)
    {
      g_autofree gchar *type = annals_xml_dup_attribute (node, "type");

      if (annals_xml_is (node, "event")
          || (annals_xml_is (node, "note") && g_strcmp0 (type, "record") == 0))
        return TRUE;
    }

  return FALSE;
}

/**
 * annals_tei_calendar_read_cited:
 * @event: an event
 *
 * Returns: the calendar in which the event is dated: that of the first `date` in it that has one
 *   and is not of the record, or that of the event itself
 */
AnnalsCalendar
annals_tei_calendar_read_cited (const xmlNode *event)
{
  for (const xmlNode *date = annals_xml_next_element (event, event, "date"); date != NULL;
       date = annals_xml_next_element (date, event, "date"))
    if (!is_record (date, event) && annals_tei_calendar_read (date) != ANNALS_CALENDAR_GREGORIAN)
      return annals_tei_calendar_read (date);

  return annals_tei_calendar_read (event);
}

static gchar *
dup_known_id (const xmlNode *description, AnnalsCalendar calendar)
{
  for (const xmlNode *node = annals_xml_next_element (description, description, "calendar");
       node != NULL; node = annals_xml_next_element (node, description, "calendar"))
    {
      g_autofree gchar *id = annals_xml_dup_id (node);
      AnnalsCalendar known;

      if (id != NULL && find_calendar (id, &known) && known == calendar)
        return g_steal_pointer (&id);
    }

  return NULL;
}

/* Describes the calendar in the header, unless it is there. */
static gchar *
ensure_calendar (AnnalsTeiWriting *writing, AnnalsCalendar calendar)
{
  xmlNode *description = annals_tei_ensure_path (writing->root,
                                                 "teiHeader/profileDesc/calendarDesc");
  const gchar *name = annals_calendar_get_id (calendar);
  g_autoptr (GHashTable) ids = NULL;
  g_autofree gchar *words = NULL;
  gchar *id = dup_known_id (description, calendar);
  xmlNode *node;

  if (id != NULL)
    return id;

  ids = annals_tei_index_ids (writing->root, NULL);
  id = g_strconcat (name, g_hash_table_contains (ids, name) ? SUFFIX : "", NULL);
  node = annals_xml_add (description, "calendar", NULL);
  annals_xml_set_id (node, id);
  words = g_strdup_printf ("The calendar in which some dates are written: %s.", name);
  annals_xml_add_characters (annals_xml_add (node, "p", NULL), words);

  return id;
}

/**
 * annals_tei_calendar_write:
 * @writing: a tree being written
 * @node: a `date`
 * @calendar: the calendar in which it is written
 *
 * Has the date name its calendar, which is added to the header where it is missing. The Gregorian
 * is what a date without a calendar is of.
 */
void
annals_tei_calendar_write (AnnalsTeiWriting *writing, xmlNode *node, AnnalsCalendar calendar)
{
  g_autofree gchar *id = NULL;
  g_autofree gchar *pointer = NULL;

  if (calendar != ANNALS_CALENDAR_GREGORIAN)
    {
      id = ensure_calendar (writing, calendar);
      pointer = g_strconcat ("#", id, NULL);
    }
  annals_xml_set_attribute (node, "calendar", pointer);
}

/**
 * annals_tei_calendar_write_cited:
 * @writing: a tree being written
 * @node: an event, whose words are written
 * @event: what it is to say
 * @old: what it said before
 *
 * Has the words of a date as cited name their calendar.
 */
void
annals_tei_calendar_write_cited (AnnalsTeiWriting *writing,
                                 xmlNode *node,
                                 const AnnalsEvent *event,
                                 const AnnalsEvent *old)
{
  gboolean is_plain = event->cited_calendar == ANNALS_CALENDAR_GREGORIAN;
  xmlNode *note = annals_xml_get_child (node, "note", "cited");
  xmlNode *date = annals_xml_find (note, "date");

  if (event->cited_calendar == old->cited_calendar
      && (is_plain || g_strcmp0 (event->cited_wording, old->cited_wording) == 0))
    return;

  annals_xml_set_attribute (node, "calendar", NULL);
  if (date == NULL && is_plain)
    return;
  if (date == NULL)
    {
      note = annals_xml_ensure (node, "note", "cited");
      annals_xml_set_words (note, "");
      date = annals_xml_add (note, "date", NULL);
      if (event->cited_wording != NULL)
        annals_xml_set_words (date, event->cited_wording);
    }
  annals_tei_calendar_write (writing, date, event->cited_calendar);
}
