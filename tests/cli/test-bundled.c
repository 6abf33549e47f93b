/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "annals-formats.h"

/*
 * The document that comes with Annals: its events with their dates, its passages, and its size.
 * With ANNALS_SAMPLES, a folder that holds the commentary as konishi-2004.txt, also that every
 * passage of the commentary is found there as it is.
 */

#define MIN_WORDS 450
#define MAX_WORDS 650
#define MAX_SHORT_LABEL_CHARS 28
#define MAX_EDGE_WORDS 8
#define N_BODY_PARAGRAPHS 14

typedef struct
{
  const gchar *id;
  const gchar *label;
  const gchar *cited;
  const gchar *wording;
  const gchar *record;
  AnnalsStatus status;
  const gchar *lane;
  guint n_in_source;
} Expected;

static const Expected EVENTS[] = {
  { "cold-war", "Cold War", NULL, "during the Cold War", "1947/1991", ANNALS_STATUS_HAPPENED,
    "World", 1 },
  { "vietnam-war", "Vietnam War", NULL, "Vietnam War", "1955-11-01/1975-04-30",
    ANNALS_STATUS_HAPPENED, "World", 3 },
  { "oil-crises", "Oil crises (OPEC)", "1970~/1973~", "early 1970s", "1973-10-17/1974-03-18",
    ANNALS_STATUS_HAPPENED, "World", 1 },
  { "antiterrorism-campaign", "U.S.-led antiterrorism campaign", NULL, "antiterrorism campaign",
    "2001-10-07/..", ANNALS_STATUS_ONGOING, "World", 1 },
  { "saddam-overthrow", "Overthrow of Saddam Hussein's regime", NULL, "overthrown",
    "2003-03-20/2003-04-09", ANNALS_STATUS_HAPPENED, "World", 1 },
  { "north-korea-crisis", "North Korea crisis", NULL, "ongoing", "2002-10-16/..",
    ANNALS_STATUS_ONGOING, "World", 2 },
  { "koizumi-government", "Koizumi government", NULL, "now", "2001-04-26/2006-09-26",
    ANNALS_STATUS_ONGOING, "Japan", 1 },
  { "closer-support", "Three years of closer support for the United States", "2001~/2004-01",
    "past three years", NULL, ANNALS_STATUS_ONGOING, "Japan", 1 },
  { "msdf-indian-ocean", "MSDF dispatched to the Indian Ocean", "2002", "2002",
    "2001-11-09/2010-01-15", ANNALS_STATUS_HAPPENED, "Japan", 1 },
  { "decision-iraq-missile-defence",
    "Decision to send the SDF to Iraq and to build missile defence", "2003-12", "last month",
    "{2003-12-09,2003-12-19}", ANNALS_STATUS_HAPPENED, "Japan", 1 },
  { "sdf-iraq", "SDF deployed to Iraq", "2004-01", "now", "2004-01-19/2006-07-17",
    ANNALS_STATUS_ONGOING, "Japan", 1 },
  { "missile-defence", "PAC-3 and sea-based missile defence in place", "[..2007]", "by 2007",
    "2007-03-30/2007-12-17", ANNALS_STATUS_PLANNED, "Japan", 1 },
  { "printed", "Commentary printed in The Daily Yomiuri", "2004-01-23", "23 January 2004", NULL,
    ANNALS_STATUS_HAPPENED, "The text", 1 },
  { "posted", "Commentary posted by GLOCOM", "2004-01-26", "26 January 2004", NULL,
    ANNALS_STATUS_HAPPENED, "The text", 1 },
  { "page-updated", "Page last updated", "[2007-03-09,2007-09-03]", "03/09/2007", NULL,
    ANNALS_STATUS_HAPPENED, "The text", 1 },
};

static AnnalsDocument *
open_document (void)
{
  g_autofree gchar *path = g_test_build_filename (G_TEST_DIST, "..", "data", "documents",
                                                  "konishi-2004.annals.xml", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  AnnalsDocument *document = annals_formats_open (file, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (document);
  return document;
}

static const AnnalsEvent *
get_event (AnnalsDocument *document, const gchar *id)
{
  guint index;

  g_assert_true (annals_document_find_event (document, id, &index));
  return annals_document_get_event (document, index);
}

static const gchar *
get_edtf (const AnnalsDate *date)
{
  return date != NULL ? annals_date_get_edtf (date) : NULL;
}

static guint
count_words (const gchar *utf8)
{
  g_auto (GStrv) words = g_strsplit_set (utf8, " \n\t", -1);
  guint count = 0;

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      count++;
  return count;
}

static void
test_info (void)
{
  g_autoptr (AnnalsDocument) document = open_document ();
  const AnnalsDocumentInfo *info = annals_document_get_info (document);

  g_assert_cmpstr (info->id, ==, "konishi-2004");
  g_assert_cmpstr (info->title, ==, "Japan-U.S. alliance should be balanced");
  g_assert_cmpstr (info->author, ==, "Weston S. Konishi");
  g_assert_cmpstr (get_edtf (info->published), ==, "2004-01-23");
  g_assert_cmpstr (info->publisher, ==, "The Daily Yomiuri");
  g_assert_cmpstr (info->language, ==, "en");
  g_assert_cmpstr (info->source_name, ==, "konishi-2004.txt");
  g_assert_nonnull (strstr (info->reference, "GLOCOM Debates, 26 January 2004"));
  g_assert_nonnull (strstr (info->rights, "Japanese Institute of Global Communications"));
  g_assert_true (info->is_digest);
}

static void
test_events (void)
{
  g_autoptr (AnnalsDocument) document = open_document ();

  g_assert_cmpuint (annals_document_get_n_events (document), ==, G_N_ELEMENTS (EVENTS));
  for (guint i = 0; i < G_N_ELEMENTS (EVENTS); i++)
    {
      const Expected *expected = &EVENTS[i];
      const AnnalsEvent *event = get_event (document, expected->id);

      g_test_message ("%s", expected->id);
      g_assert_cmpstr (event->label, ==, expected->label);
      g_assert_cmpstr (get_edtf (event->cited), ==, expected->cited);
      g_assert_cmpstr (event->cited_wording, ==, expected->wording);
      g_assert_cmpstr (get_edtf (event->record), ==, expected->record);
      g_assert_cmpint (event->status, ==, expected->status);
      g_assert_cmpstr (annals_document_get_lane (document, event->lane)->label, ==, expected->lane);
    }
}

static void
test_notes (void)
{
  g_autoptr (AnnalsDocument) document = open_document ();

  for (guint i = 0; i < G_N_ELEMENTS (EVENTS); i++)
    {
      const AnnalsEvent *event = get_event (document, EVENTS[i].id);
      const gchar *shown = event->short_label != NULL ? event->short_label : event->label;

      g_test_message ("%s", EVENTS[i].id);
      g_assert_nonnull (event->description);
      g_assert_nonnull (event->cited_reason);
      g_assert_true ((event->record != NULL) == (event->record_source != NULL));
      g_assert_cmpint (g_utf8_strlen (shown, -1), <=, MAX_SHORT_LABEL_CHARS);
    }
}

static void
test_lanes (void)
{
  static const gchar *const LANES[] = { "World", "Japan", "The text" };
  g_autoptr (AnnalsDocument) document = open_document ();

  g_assert_cmpuint (annals_document_get_n_lanes (document), ==, G_N_ELEMENTS (LANES));
  for (guint i = 0; i < G_N_ELEMENTS (LANES); i++)
    {
      g_assert_cmpstr (annals_document_get_lane (document, i)->label, ==, LANES[i]);
      g_assert_cmpuint (annals_document_get_lane (document, i)->color, ==, i);
    }
}

static void
test_digest (void)
{
  g_autoptr (AnnalsDocument) document = open_document ();
  AnnalsText *text = annals_document_get_text (document, ANNALS_WHERE_TEXT);
  guint n_paragraphs = annals_text_get_n_paragraphs (text);
  guint n_words = count_words (annals_text_get_utf8 (text));
  guint n_body = 0;

  g_assert_cmpuint (n_words, >=, MIN_WORDS);
  g_assert_cmpuint (n_words, <=, MAX_WORDS);

  for (guint i = 0; i < n_paragraphs; i++)
    if (annals_document_get_paragraph_role (document, i) == ANNALS_PARAGRAPH_BODY)
      n_body++;
  g_assert_cmpuint (n_body, ==, N_BODY_PARAGRAPHS);
  g_assert_cmpuint (n_paragraphs, ==, N_BODY_PARAGRAPHS + 2);
  g_assert_cmpint (annals_document_get_paragraph_role (document, 0), ==, ANNALS_PARAGRAPH_HEAD);
  g_assert_cmpint (annals_document_get_paragraph_role (document, n_paragraphs - 1), ==,
                   ANNALS_PARAGRAPH_NOTE);
}

/* Whether one of the event's passages in the digest has the words that the date was read from. */
static gboolean
is_worded (AnnalsDocument *document, const AnnalsEvent *event)
{
  g_autofree gchar *wording = g_utf8_casefold (event->cited_wording, -1);

  for (guint i = 0; i < event->n_passages; i++)
    {
      g_autofree gchar *quote = annals_document_dup_quote (document, &event->passages[i]);
      g_autofree gchar *folded = g_utf8_casefold (quote, -1);

      if (event->passages[i].where == ANNALS_WHERE_TEXT && strstr (folded, wording) != NULL)
        return TRUE;
    }
  return FALSE;
}

static void
test_passages_of_digest (void)
{
  g_autoptr (AnnalsDocument) document = open_document ();

  for (guint i = 0; i < G_N_ELEMENTS (EVENTS); i++)
    {
      const AnnalsEvent *event = get_event (document, EVENTS[i].id);
      guint n_in_text = 0;

      g_test_message ("%s", EVENTS[i].id);
      for (guint j = 0; j < event->n_passages; j++)
        {
          const AnnalsPassage *passage = &event->passages[j];
          g_autofree gchar *quote = annals_document_dup_quote (document, passage);

          if (passage->where != ANNALS_WHERE_TEXT)
            continue;
          n_in_text++;
          g_assert_cmpint (passage->place.standing, ==, ANNALS_STANDING_EXACT);
          g_assert_cmpstr (quote, ==, passage->anchor.exact);
        }
      g_assert_cmpuint (n_in_text, >=, 1);
      g_assert_true (is_worded (document, event));
    }
}

static void
check_edges (const AnnalsAnchor *anchor)
{
  g_assert_null (anchor->exact);
  g_assert_cmpuint (count_words (anchor->begins), <=, MAX_EDGE_WORDS);
  g_assert_cmpuint (count_words (anchor->ends), <=, MAX_EDGE_WORDS);
  g_assert_cmpuint (strlen (anchor->sha256), ==, 64);
  g_assert_cmpint (anchor->start, <, anchor->end);
}

static void
test_passages_of_source (void)
{
  g_autoptr (AnnalsDocument) document = open_document ();

  for (guint i = 0; i < G_N_ELEMENTS (EVENTS); i++)
    {
      const AnnalsEvent *event = get_event (document, EVENTS[i].id);
      guint n_in_source = 0;

      g_test_message ("%s", EVENTS[i].id);
      for (guint j = 0; j < event->n_passages; j++)
        if (event->passages[j].where == ANNALS_WHERE_SOURCE)
          {
            n_in_source++;
            g_assert_cmpint (event->passages[j].place.standing, ==, ANNALS_STANDING_UNCHECKED);
            check_edges (&event->passages[j].anchor);
          }
      g_assert_cmpuint (n_in_source, ==, EVENTS[i].n_in_source);
    }
}

/* Both texts only name the Cold War; they say something of every other event. */
static void
test_relations (void)
{
  g_autoptr (AnnalsDocument) document = open_document ();

  for (guint i = 0; i < G_N_ELEMENTS (EVENTS); i++)
    {
      const AnnalsEvent *event = get_event (document, EVENTS[i].id);
      gboolean only_named = g_str_equal (event->id, "cold-war");
      gboolean supported[] = { FALSE, FALSE };

      g_test_message ("%s", EVENTS[i].id);
      for (guint j = 0; j < event->n_passages; j++)
        if (event->passages[j].relation == ANNALS_RELATION_SUPPORTS)
          supported[event->passages[j].where] = TRUE;
      g_assert_true (supported[ANNALS_WHERE_TEXT] != only_named);
      g_assert_true (supported[ANNALS_WHERE_SOURCE] != only_named);
    }
}

static gboolean
is_word_char (const AnnalsText *text, gint64 offset)
{
  const gchar *utf8 = annals_text_get_utf8 (text);

  if (offset < 0 || offset >= annals_text_get_n_chars (text))
    return FALSE;
  return g_unichar_isalnum (g_utf8_get_char (utf8 + annals_text_get_byte_at (text, offset)));
}

static void
check_in_commentary (const AnnalsText *text, const AnnalsPassage *passage)
{
  const AnnalsAnchor *anchor = &passage->anchor;
  const AnnalsPlace *place = &passage->place;
  g_autofree gchar *quote = annals_text_dup_slice (text, place->start, place->end);

  g_assert_cmpint (place->standing, ==, ANNALS_STANDING_EXACT);
  g_assert_cmpint (place->start, ==, anchor->start);
  g_assert_cmpint (place->end, ==, anchor->end);
  g_assert_true (g_str_has_prefix (quote, anchor->begins));
  g_assert_true (g_str_has_suffix (quote, anchor->ends));
  g_assert_false (is_word_char (text, place->start - 1) && is_word_char (text, place->start));
  g_assert_false (is_word_char (text, place->end - 1) && is_word_char (text, place->end));
}

static void
test_commentary (void)
{
  const gchar *samples = g_getenv ("ANNALS_SAMPLES");
  g_autoptr (AnnalsDocument) document = NULL;
  g_autoptr (GFile) file = NULL;
  g_autofree gchar *path = NULL;
  g_autoptr (GError) error = NULL;
  AnnalsText *text;

  if (samples == NULL)
    {
      g_test_skip ("ANNALS_SAMPLES names no folder with the commentary");
      return;
    }
  document = open_document ();
  path = g_build_filename (samples, "konishi-2004.txt", NULL);
  file = g_file_new_for_path (path);
  g_assert_true (annals_formats_link_source (document, file, NULL, &error));
  g_assert_no_error (error);

  text = annals_document_get_text (document, ANNALS_WHERE_SOURCE);
  g_assert_cmpstr (annals_text_get_sha256 (text), ==,
                   annals_document_get_info (document)->source_sha256);
  g_assert_cmpint (annals_text_get_n_chars (text), ==,
                   annals_document_get_info (document)->source_n_chars);
  for (guint i = 0; i < G_N_ELEMENTS (EVENTS); i++)
    {
      const AnnalsEvent *event = get_event (document, EVENTS[i].id);

      g_test_message ("%s", EVENTS[i].id);
      for (guint j = 0; j < event->n_passages; j++)
        if (event->passages[j].where == ANNALS_WHERE_SOURCE)
          check_in_commentary (text, &event->passages[j]);
    }
}

static void
test_found (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AnnalsDocument) document = annals_formats_open_bundled (&error);

  g_assert_no_error (error);
  g_assert_cmpstr (annals_document_get_info (document)->id, ==, "konishi-2004");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cli/bundled/found", test_found);
  g_test_add_func ("/cli/bundled/info", test_info);
  g_test_add_func ("/cli/bundled/lanes", test_lanes);
  g_test_add_func ("/cli/bundled/events", test_events);
  g_test_add_func ("/cli/bundled/notes", test_notes);
  g_test_add_func ("/cli/bundled/digest", test_digest);
  g_test_add_func ("/cli/bundled/passages/digest", test_passages_of_digest);
  g_test_add_func ("/cli/bundled/passages/source", test_passages_of_source);
  g_test_add_func ("/cli/bundled/passages/relations", test_relations);
  g_test_add_func ("/cli/bundled/passages/commentary", test_commentary);

  return g_test_run ();
}
