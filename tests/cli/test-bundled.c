/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "annals-formats.h"

/*
 * The document that comes with Annals, in every language it is in: its events with their dates, its
 * passages, and its size.
 * With ANNALS_SAMPLES, a folder that holds the commentary as konishi-2004.txt, also that every
 * passage of the commentary is found there as it is.
 */

#define MAX_SHORT_LABEL_CHARS 28
#define MAX_EDGE_WORDS 8
#define N_EVENTS 15
#define N_LANES 3
#define N_BODY_PARAGRAPHS 14
#define N_PASSAGES 18

/* What is the same in every language */
typedef struct
{
  const gchar *id;
  const gchar *cited;
  const gchar *record;
  AnnalsStatus status;
  guint lane;
  guint n_in_source;
} Expected;

static const Expected EVENTS[N_EVENTS] = {
  { "cold-war", NULL, "1947/1991", ANNALS_STATUS_HAPPENED, 0, 1 },
  { "vietnam-war", NULL, "1955-11-01/1975-04-30", ANNALS_STATUS_HAPPENED, 0, 3 },
  { "oil-crises", "1970~/1973~", "1973-10-17/1974-03-18", ANNALS_STATUS_HAPPENED, 0, 1 },
  { "antiterrorism-campaign", NULL, "2001-10-07/..", ANNALS_STATUS_ONGOING, 0, 1 },
  { "saddam-overthrow", NULL, "2003-03-20/2003-04-09", ANNALS_STATUS_HAPPENED, 0, 1 },
  { "north-korea-crisis", NULL, "2002-10-16/..", ANNALS_STATUS_ONGOING, 0, 2 },
  { "koizumi-government", NULL, "2001-04-26/2006-09-26", ANNALS_STATUS_ONGOING, 1, 1 },
  { "closer-support", "2001~/2004-01", NULL, ANNALS_STATUS_ONGOING, 1, 1 },
  { "msdf-indian-ocean", "2002", "2001-11-09/2010-01-15", ANNALS_STATUS_HAPPENED, 1, 1 },
  { "decision-iraq-missile-defence", "2003-12", "{2003-12-09,2003-12-19}", ANNALS_STATUS_HAPPENED,
    1, 1 },
  { "sdf-iraq", "2004-01", "2004-01-19/2006-07-17", ANNALS_STATUS_ONGOING, 1, 1 },
  { "missile-defence", "[..2007]", "2007-03-30/2007-12-17", ANNALS_STATUS_PLANNED, 1, 1 },
  { "printed", "2004-01-23", NULL, ANNALS_STATUS_HAPPENED, 2, 1 },
  { "posted", "2004-01-26", NULL, ANNALS_STATUS_HAPPENED, 2, 1 },
  { "page-updated", "[2007-03-09,2007-09-03]", NULL, ANNALS_STATUS_HAPPENED, 2, 1 },
};

/* What an event is called, and the words of the digest that its date is read from */
typedef struct
{
  const gchar *label;
  const gchar *wording;
} Wording;

static const Wording ENGLISH[N_EVENTS] = {
  { "Cold War", "during the Cold War" },
  { "Vietnam War", "Vietnam War" },
  { "Oil crises (OPEC)", "early 1970s" },
  { "U.S.-led antiterrorism campaign", "antiterrorism campaign" },
  { "Overthrow of Saddam Hussein's regime", "overthrown" },
  { "North Korea crisis", "ongoing" },
  { "Koizumi government", "now" },
  { "Three years of closer support for the United States", "past three years" },
  { "MSDF dispatched to the Indian Ocean", "2002" },
  { "Decision to send the SDF to Iraq and to build missile defence", "last month" },
  { "SDF deployed to Iraq", "now" },
  { "PAC-3 and sea-based missile defence in place", "by 2007" },
  { "Commentary printed in The Daily Yomiuri", "23 January 2004" },
  { "Commentary posted by GLOCOM", "26 January 2004" },
  { "Page last updated", "03/09/2007" },
};

static const Wording GERMAN[N_EVENTS] = {
  { "Kalter Krieg", "im Kalten Krieg" },
  { "Vietnamkrieg", "Vietnamkrieg" },
  { "Ölkrisen (OPEC)", "Anfang der 1970er-Jahre" },
  { "Antiterrorkampf unter Führung der USA", "Antiterrorkampf" },
  { "Sturz des Regimes von Saddam Hussein", "gestürzt wurde" },
  { "Nordkoreakrise", "dauert an" },
  { "Regierung Koizumi", "jetzt" },
  { "Drei Jahre engerer Unterstützung für die Vereinigten Staaten",
    "in den vergangenen drei Jahren" },
  { "Japanische Marine in den Indischen Ozean entsandt", "2002" },
  { "Beschluss zum Irak-Einsatz und zum Bau einer Raketenabwehr", "im vergangenen Monat" },
  { "Japanische Truppen im Irak", "jetzt" },
  { "PAC-3 und seegestützte Raketenabwehr einsatzbereit", "bis 2007" },
  { "Kommentar in The Daily Yomiuri gedruckt", "23. Januar 2004" },
  { "Kommentar von GLOCOM veröffentlicht", "26. Januar 2004" },
  { "Seite zuletzt geändert", "03/09/2007" },
};

static const Wording JAPANESE[N_EVENTS] = {
  { "冷戦", "冷戦期" },
  { "ベトナム戦争", "ベトナム戦争" },
  { "石油危機（OPEC）", "1970年代初頭" },
  { "米国主導の対テロ作戦", "対テロ作戦" },
  { "サダム・フセイン政権の打倒", "打倒した" },
  { "北朝鮮危機", "続いている" },
  { "小泉政権", "いま" },
  { "3年にわたる対米支援の強化", "この3年" },
  { "海上自衛隊のインド洋派遣", "2002年" },
  { "イラク派遣とミサイル防衛整備の決定", "先月" },
  { "自衛隊のイラク派遣", "いま" },
  { "PAC-3と海上配備型ミサイル防衛の配備", "2007年までに" },
  { "論評がデイリー・ヨミウリ紙に掲載", "2004年1月23日" },
  { "論評がGLOCOMのサイトで公開", "2004年1月26日" },
  { "ページの最終更新", "03/09/2007" },
};

typedef struct
{
  const gchar *language;
  const gchar *file;
  const gchar *title;
  const gchar *lanes[N_LANES];
  const Wording *wordings;
  guint min_chars; /* of the digest: what one language says in a letter another spells out */
  guint max_chars;
} Edition;

static const Edition EDITIONS[] = {
  { "en",
    "konishi-2004.annals.xml",
    "Japan-U.S. alliance should be balanced",
    { "World", "Japan", "The text" },
    ENGLISH,
    3000,
    4000 },
  { "de",
    "konishi-2004.de.annals.xml",
    "Das Bündnis zwischen Japan und den USA braucht ein Gleichgewicht",
    { "Welt", "Japan", "Der Text" },
    GERMAN,
    3300,
    4500 },
  { "ja",
    "konishi-2004.ja.annals.xml",
    "日米同盟に均衡を",
    { "世界", "日本", "論評" },
    JAPANESE,
    1300,
    2000 },
};

static AnnalsDocument *
open_edition (const Edition *edition)
{
  g_autofree gchar *path = g_test_build_filename (G_TEST_DIST, "..", "data", "documents",
                                                  edition->file, NULL);
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
test_info (gconstpointer data)
{
  const Edition *edition = data;
  g_autoptr (AnnalsDocument) document = open_edition (edition);
  const AnnalsDocumentInfo *info = annals_document_get_info (document);

  g_assert_cmpstr (info->id, ==, "konishi-2004");
  g_assert_cmpstr (info->title, ==, edition->title);
  g_assert_cmpstr (info->author, ==, "Weston S. Konishi");
  g_assert_cmpstr (get_edtf (info->published), ==, "2004-01-23");
  g_assert_cmpstr (info->publisher, ==, "The Daily Yomiuri");
  g_assert_cmpstr (info->language, ==, edition->language);
  g_assert_cmpstr (info->source_name, ==, "konishi-2004.txt");
  g_assert_nonnull (strstr (info->reference, "GLOCOM Debates, 26 January 2004"));
  g_assert_nonnull (strstr (info->rights, "Japanese Institute of Global Communications"));
  g_assert_true (info->is_digest);
}

static void
test_events (gconstpointer data)
{
  const Edition *edition = data;
  g_autoptr (AnnalsDocument) document = open_edition (edition);

  g_assert_cmpuint (annals_document_get_n_events (document), ==, N_EVENTS);
  for (guint i = 0; i < N_EVENTS; i++)
    {
      const Expected *expected = &EVENTS[i];
      const Wording *wording = &edition->wordings[i];
      const AnnalsEvent *event = get_event (document, expected->id);

      g_test_message ("%s", expected->id);
      g_assert_cmpstr (event->label, ==, wording->label);
      g_assert_cmpstr (get_edtf (event->cited), ==, expected->cited);
      g_assert_cmpstr (event->cited_wording, ==, wording->wording);
      g_assert_cmpstr (get_edtf (event->record), ==, expected->record);
      g_assert_cmpint (event->status, ==, expected->status);
      g_assert_cmpuint (event->lane, ==, expected->lane);
    }
}

static void
test_notes (gconstpointer data)
{
  const Edition *edition = data;
  g_autoptr (AnnalsDocument) document = open_edition (edition);

  for (guint i = 0; i < N_EVENTS; i++)
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
test_lanes (gconstpointer data)
{
  const Edition *edition = data;
  g_autoptr (AnnalsDocument) document = open_edition (edition);

  g_assert_cmpuint (annals_document_get_n_lanes (document), ==, N_LANES);
  for (guint i = 0; i < N_LANES; i++)
    {
      g_assert_cmpstr (annals_document_get_lane (document, i)->label, ==, edition->lanes[i]);
      g_assert_cmpuint (annals_document_get_lane (document, i)->color, ==, i);
    }
}

static void
test_digest (gconstpointer data)
{
  const Edition *edition = data;
  g_autoptr (AnnalsDocument) document = open_edition (edition);
  AnnalsText *text = annals_document_get_text (document, ANNALS_WHERE_TEXT);
  guint n_paragraphs = annals_text_get_n_paragraphs (text);
  gint64 n_chars = annals_text_get_n_chars (text);
  guint n_body = 0;

  g_assert_cmpint (n_chars, >=, edition->min_chars);
  g_assert_cmpint (n_chars, <=, edition->max_chars);

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
test_passages_of_digest (gconstpointer data)
{
  const Edition *edition = data;
  g_autoptr (AnnalsDocument) document = open_edition (edition);
  guint n_passages = 0;

  for (guint i = 0; i < N_EVENTS; i++)
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
      n_passages += n_in_text;
    }
  g_assert_cmpuint (n_passages, ==, N_PASSAGES);
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
test_passages_of_source (gconstpointer data)
{
  const Edition *edition = data;
  g_autoptr (AnnalsDocument) document = open_edition (edition);
  guint n_passages = 0;

  for (guint i = 0; i < N_EVENTS; i++)
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
      n_passages += n_in_source;
    }
  g_assert_cmpuint (n_passages, ==, N_PASSAGES);
}

/* Both texts only name the Cold War; they say something of every other event. */
static void
test_relations (gconstpointer data)
{
  const Edition *edition = data;
  g_autoptr (AnnalsDocument) document = open_edition (edition);

  for (guint i = 0; i < N_EVENTS; i++)
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
test_commentary (gconstpointer data)
{
  const Edition *edition = data;
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
  document = open_edition (edition);
  path = g_build_filename (samples, "konishi-2004.txt", NULL);
  file = g_file_new_for_path (path);
  g_assert_true (annals_formats_link_source (document, file, NULL, &error));
  g_assert_no_error (error);

  text = annals_document_get_text (document, ANNALS_WHERE_SOURCE);
  g_assert_cmpstr (annals_text_get_sha256 (text), ==,
                   annals_document_get_info (document)->source_sha256);
  g_assert_cmpint (annals_text_get_n_chars (text), ==,
                   annals_document_get_info (document)->source_n_chars);
  for (guint i = 0; i < N_EVENTS; i++)
    {
      const AnnalsEvent *event = get_event (document, EVENTS[i].id);

      g_test_message ("%s", EVENTS[i].id);
      for (guint j = 0; j < event->n_passages; j++)
        if (event->passages[j].where == ANNALS_WHERE_SOURCE)
          check_in_commentary (text, &event->passages[j]);
    }
}

/* The passages of the commentary are given alike in every language, so that a copy recognised in
 * one is recognised in all.
 */
static void
test_same_passages_of_source (gconstpointer data)
{
  g_autoptr (AnnalsDocument) document = open_edition (data);
  g_autoptr (AnnalsDocument) english = open_edition (&EDITIONS[0]);

  for (guint i = 0; i < N_EVENTS; i++)
    {
      const AnnalsEvent *event = get_event (document, EVENTS[i].id);
      const AnnalsEvent *model = get_event (english, EVENTS[i].id);

      g_test_message ("%s", event->id);
      g_assert_cmpuint (event->n_passages, ==, model->n_passages);
      for (guint j = 0; j < event->n_passages; j++)
        {
          const AnnalsAnchor *anchor = &event->passages[j].anchor;

          g_assert_cmpstr (event->passages[j].id, ==, model->passages[j].id);
          g_assert_cmpint (event->passages[j].relation, ==, model->passages[j].relation);
          if (event->passages[j].where == ANNALS_WHERE_SOURCE)
            g_assert_cmpstr (anchor->sha256, ==, model->passages[j].anchor.sha256);
        }
    }
}

static void
test_chosen (void)
{
  static const struct
  {
    const gchar *locales[4];
    const gchar *language;
  } CASES[] = {
    { { NULL }, "en" },
    { { "C", NULL }, "en" },
    { { "en_GB.UTF-8", "en_GB", "en", NULL }, "en" },
    { { "ja_JP.UTF-8", "ja_JP", "ja", NULL }, "ja" },
    { { "ja", "C", NULL }, "ja" },
    { { "de_AT@euro", NULL }, "de" },
    { { "de.UTF-8", NULL }, "de" },
    { { "fr_FR", "fr", "ja", NULL }, "ja" },
    { { "fr_FR", "en", "ja", NULL }, "en" },
    { { "fr_FR", "fr", "C", NULL }, "en" },
    { { "jam", "den", "deu", NULL }, "en" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (AnnalsDocument) document = annals_formats_open_bundled_in (CASES[i].locales,
                                                                            &error);

      g_assert_no_error (error);
      g_assert_cmpstr (annals_document_get_info (document)->language, ==, CASES[i].language);
      g_assert_cmpstr (annals_document_get_info (document)->id, ==, "konishi-2004");
      g_assert_null (annals_document_get_file (document));
    }
}

/* A program that has set no locale speaks English throughout. */
static void
test_untranslated (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AnnalsDocument) document = annals_formats_open_bundled (&error);

  g_assert_no_error (error);
  g_assert_cmpstr (annals_document_get_info (document)->language, ==, "en");
}

static void
add_tests (const Edition *edition)
{
  static const struct
  {
    const gchar *name;
    GTestDataFunc function;
  } TESTS[] = {
    { "info", test_info },
    { "lanes", test_lanes },
    { "events", test_events },
    { "notes", test_notes },
    { "digest", test_digest },
    { "passages/digest", test_passages_of_digest },
    { "passages/source", test_passages_of_source },
    { "passages/same", test_same_passages_of_source },
    { "passages/relations", test_relations },
    { "passages/commentary", test_commentary },
  };

  for (guint i = 0; i < G_N_ELEMENTS (TESTS); i++)
    {
      g_autofree gchar *path = g_strdup_printf ("/cli/bundled/%s/%s", edition->language,
                                                TESTS[i].name);

      g_test_add_data_func (path, edition, TESTS[i].function);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_setenv ("LANGUAGE", "ja", TRUE);
  g_test_add_func ("/cli/bundled/chosen", test_chosen);
  g_test_add_func ("/cli/bundled/untranslated", test_untranslated);
  for (guint i = 0; i < G_N_ELEMENTS (EDITIONS); i++)
    add_tests (&EDITIONS[i]);

  return g_test_run ();
}
