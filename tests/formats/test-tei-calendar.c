/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "formats-testing.h"

/* The calendars of dates in TEI files: what they are read from, and that they are written so that
 * they can be read again. */

static void
save (AnnalsDocument *document, Fixture *fixture, const gchar *name)
{
  g_autoptr (GFile) file = g_file_new_build_filename (fixture->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (annals_formats_save (document, file, NULL, &error));
  g_assert_no_error (error);
}

static void
assert_valid (Fixture *fixture, const gchar *name)
{
  const gchar *schema = g_getenv ("ANNALS_TEI_RNG");
  g_autofree gchar *path = g_build_filename (fixture->folder, name, NULL);
  const gchar *const arguments[] = { "xmllint", "--noout", "--relaxng", schema, path, NULL };
  g_autofree gchar *complaint = NULL;
  gint status = 0;

  if (schema == NULL)
    {
      g_test_message ("not validated: ANNALS_TEI_RNG names no schema");
      return;
    }
  g_assert_true (g_spawn_sync (NULL, (gchar **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL,
                               NULL, &complaint, &status, NULL));
  if (status != 0)
    g_assert_cmpstr (complaint, ==, "valid");
}

#define EVENT(attributes, inside)                                                   \
  "<standOff><listEvent><event xml:id=\"a\" " attributes "><label>A</label>" inside \
  "</event></listEvent></standOff>"

static void
test_reading (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const gchar *inside;
    AnnalsCalendar cited;
    AnnalsCalendar record;
  } cases[] = {
    { EVENT ("when=\"1698-03-21\"", ""), ANNALS_CALENDAR_GREGORIAN, ANNALS_CALENDAR_GREGORIAN },
    { EVENT ("when=\"1698-03-21\"",
             "<note type=\"cited\"><date calendar=\"#old-style\">11 March 1697/8</date></note>"),
      ANNALS_CALENDAR_OLD_STYLE, ANNALS_CALENDAR_GREGORIAN },
    { EVENT ("", "<desc><date when=\"1698-03-21\" calendar=\"#julian\">11 March</date></desc>"),
      ANNALS_CALENDAR_JULIAN, ANNALS_CALENDAR_GREGORIAN },
    { EVENT ("when=\"1698-03-21\" calendar=\"#Julian\"", ""), ANNALS_CALENDAR_JULIAN,
      ANNALS_CALENDAR_GREGORIAN },
    { EVENT ("", "<desc><date when=\"1698\" calendar=\"#mayan c.xml#hebrew\">x</date></desc>"),
      ANNALS_CALENDAR_HEBREW, ANNALS_CALENDAR_GREGORIAN },
    { EVENT ("", "<desc><date when=\"1698\" calendar=\"#mayan\">x</date></desc>"),
      ANNALS_CALENDAR_GREGORIAN, ANNALS_CALENDAR_GREGORIAN },
    { EVENT ("when=\"1698\"",
             "<note type=\"record\"><date when=\"1698\" calendar=\"#islamic\">x</date></note>"),
      ANNALS_CALENDAR_GREGORIAN, ANNALS_CALENDAR_ISLAMIC },
    { EVENT ("when=\"1698\"",
             "<event><label>B</label><note type=\"cited\"><date calendar=\"#julian\"/></note>"
             "</event>"),
      ANNALS_CALENDAR_GREGORIAN, ANNALS_CALENDAR_GREGORIAN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AnnalsDocument) document = fixture_open_tei (fixture, cases[i].inside);
      const AnnalsEvent *event = get_event (document, "a");

      g_test_message ("%u", i);
      g_assert_cmpint (event->cited_calendar, ==, cases[i].cited);
      g_assert_cmpint (event->record_calendar, ==, cases[i].record);
    }
}

/* A file nobody changed is written as it was, whatever calendars it names. */
static void
test_kept (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnnalsDocument) document = fixture_open_tei (
      fixture, EVENT ("", "<desc>On <date when=\"1698-03-21\" calendar=\"#mayan\">x</date>, or "
                          "<date calendar=\"#julian\">y</date></desc>"));
  g_autofree gchar *first = NULL;
  g_autofree gchar *second = NULL;

  save (document, fixture, "first.xml");
  first = fixture_read (fixture, "first.xml");
  g_assert_nonnull (strstr (first, "<date when=\"1698-03-21\" calendar=\"#mayan\">x</date>, or "
                                   "<date calendar=\"#julian\">y</date>"));
  g_assert_null (strstr (first, "calendarDesc"));
  save (document, fixture, "second.xml");
  second = fixture_read (fixture, "second.xml");
  g_assert_cmpstr (first, ==, second);
}

static AnnalsDocument *
new_document (gboolean has_lane_of_that_name, const gchar *wording)
{
  AnnalsDocument *document = annals_document_new ();
  AnnalsEvent event = { .id = g_strdup ("letter"), .label = g_strdup ("A letter") };

  event.cited = annals_date_new_from_edtf ("1698-03-21", NULL);
  event.cited_wording = g_strdup (wording);
  event.cited_calendar = ANNALS_CALENDAR_OLD_STYLE;
  event.record = annals_date_new_from_edtf ("1698-03-22", NULL);
  event.record_calendar = ANNALS_CALENDAR_JULIAN;
  annals_document_add_lane (document, has_lane_of_that_name ? "julian" : "letters", "Letters", 1);
  annals_document_take_event (document, &event);

  return document;
}

static AnnalsDocument *
reopen (Fixture *fixture, const gchar *name)
{
  g_autofree gchar *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  AnnalsDocument *document = annals_formats_open (file, NULL, &error);

  g_assert_no_error (error);

  return document;
}

static void
check_written (Fixture *fixture, gboolean has_lane_of_that_name, const gchar *wording)
{
  g_autoptr (AnnalsDocument) document = new_document (has_lane_of_that_name, wording);
  g_autoptr (AnnalsDocument) again = NULL;
  const AnnalsEvent *event;
  g_autofree gchar *first = NULL;
  g_autofree gchar *second = NULL;

  save (document, fixture, "a.annals.xml");
  assert_valid (fixture, "a.annals.xml");
  again = reopen (fixture, "a.annals.xml");
  event = get_event (again, "letter");
  g_assert_cmpint (event->cited_calendar, ==, ANNALS_CALENDAR_OLD_STYLE);
  g_assert_cmpint (event->record_calendar, ==, ANNALS_CALENDAR_JULIAN);
  g_assert_cmpstr (event->cited_wording, ==, wording);
  g_assert_cmpstr (annals_date_get_edtf (event->cited), ==, "1698-03-21");
  g_assert_cmpstr (annals_date_get_edtf (event->record), ==, "1698-03-22");

  first = fixture_read (fixture, "a.annals.xml");
  save (again, fixture, "b.annals.xml");
  second = fixture_read (fixture, "b.annals.xml");
  g_assert_cmpstr (first, ==, second);
  g_assert_nonnull (strstr (first, "<calendar xml:id=\"old-style\">"));
  g_assert_nonnull (strstr (first, "calendar=\"#old-style\""));
  g_assert_nonnull (strstr (first, has_lane_of_that_name ? "calendar=\"#julian-calendar\""
                                                         : "calendar=\"#julian\""));
}

static void
test_writing (Fixture *fixture, gconstpointer data)
{
  check_written (fixture, FALSE, "11 March 1697/8");
}

static void
test_writing_without_words (Fixture *fixture, gconstpointer data)
{
  check_written (fixture, FALSE, NULL);
}

static void
test_writing_beside_another_id (Fixture *fixture, gconstpointer data)
{
  check_written (fixture, TRUE, "11 March 1697/8");
}

static void
test_words (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnnalsDocument) document = new_document (FALSE, "11 March 1697/8");
  const AnnalsEvent *event = get_event (document, "letter");
  g_autofree gchar *words = annals_event_dup_words (event, ANNALS_WORDS_LONG);
  g_autofree gchar *short_words = annals_event_dup_words (event, ANNALS_WORDS_SHORT);

  g_assert_cmpstr (words, ==, "11 March 1697/8 (Julian, Old Style) · 21 March 1698");
  g_assert_cmpstr (short_words, ==, "21 Mar 1698");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_fixture_test ("/formats/tei-calendar/reading", test_reading);
  add_fixture_test ("/formats/tei-calendar/kept", test_kept);
  add_fixture_test ("/formats/tei-calendar/writing", test_writing);
  add_fixture_test ("/formats/tei-calendar/writing-without-words", test_writing_without_words);
  add_fixture_test ("/formats/tei-calendar/writing-beside-another-id",
                    test_writing_beside_another_id);
  add_fixture_test ("/formats/tei-calendar/words", test_words);

  return g_test_run ();
}
