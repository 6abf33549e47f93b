/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is copied of an event and of a passage, as plain text and as HTML. */

#include "config.h"

#include <string.h>

#include "annals-citation.h"

#define TEXT                                                                                    \
  "A heading\n\nThe first paragraph speaks of oil & water,\nand of <b>more</b>.\n\nThe second " \
  "one does not."

typedef struct
{
  AnnalsStanding standing;
  gboolean digest;
  AnnalsWhere where;
  const gchar *line;
} PassageCase;

static AnnalsDate *
parse (const gchar *edtf)
{
  g_autoptr (GError) error = NULL;
  AnnalsDate *date = annals_date_new_from_edtf (edtf, &error);

  g_assert_no_error (error);
  return date;
}

static void
add_passage (AnnalsEvent *event, const AnnalsText *text, AnnalsWhere where, const gchar *words)
{
  AnnalsPassage passage
      = { .where = where, .anchor = ANNALS_ANCHOR_INIT, .place = ANNALS_PLACE_INIT };
  const gchar *at = strstr (annals_text_get_utf8 (text), words);

  g_assert_nonnull (at);
  annals_anchor_init_from_text (
      &passage.anchor, text, annals_text_get_offset_at (text, at - annals_text_get_utf8 (text)),
      annals_text_get_offset_at (text, at - annals_text_get_utf8 (text) + strlen (words)));
  annals_event_take_passage (event, &passage);
}

static void
set_info (AnnalsDocument *document, gboolean digest)
{
  AnnalsDocumentInfo info = { .title = g_strdup ("On <Oil>"),
                              .author = g_strdup ("A. Author"),
                              .publisher = g_strdup ("The Press"),
                              .published = parse ("2004-01-23"),
                              .is_digest = digest,
                              .source_n_chars = -1 };

  annals_document_take_info (document, &info);
}

/* One event with a passage in the text and one in the source; the texts are the same. */
static AnnalsDocument *
create_document (gboolean digest, gboolean source_open)
{
  static const AnnalsParagraphRole roles[] = { ANNALS_PARAGRAPH_HEAD, ANNALS_PARAGRAPH_BODY,
                                               ANNALS_PARAGRAPH_BODY };
  AnnalsDocument *document = annals_document_new ();
  g_autoptr (AnnalsText) text = annals_text_new (TEXT, -1);
  AnnalsEvent event = { .id = g_strdup ("oil"),
                        .label = g_strdup ("Oil & <crises>"),
                        .description = g_strdup ("What\n happened."),
                        .cited = parse ("1973-10"),
                        .cited_wording = g_strdup ("last month"),
                        .record = parse ("1973-10-17"),
                        .record_source = g_strdup ("an almanac"),
                        .note = g_strdup ("A \"note\".") };

  add_passage (&event, text, ANNALS_WHERE_TEXT, "oil & water,\nand of <b>more</b>");
  add_passage (&event, text, ANNALS_WHERE_SOURCE, "The second one");
  set_info (document, digest);
  annals_document_add_lane (document, "world", "World", 0);
  annals_document_take_event (document, &event);
  annals_document_set_text (document, text, roles, G_N_ELEMENTS (roles));
  if (source_open)
    annals_document_set_source (document, text, NULL);
  return document;
}

static void
test_event_plain (void)
{
  g_autoptr (AnnalsDocument) document = create_document (FALSE, FALSE);
  g_autofree gchar *copied = annals_citation_dup_event (document, 0, ANNALS_WHERE_TEXT,
                                                        ANNALS_CITATION_PLAIN);

  g_assert_cmpstr (copied, ==,
                   "Oil & <crises>\n"
                   "What happened.\n"
                   "Date as cited: October 1973 (“last month”)\n"
                   "Date on record: 17 October 1973 (an almanac)\n"
                   "Status: happened\n"
                   "Note: A \"note\".\n"
                   "\n"
                   "“oil & water, and of <b>more</b>” (A. Author, On <Oil>, The Press, "
                   "23 January 2004, paragraph 1)");
}

static void
test_event_html (void)
{
  g_autoptr (AnnalsDocument) document = create_document (FALSE, FALSE);
  g_autofree gchar *copied = annals_citation_dup_event (document, 0, ANNALS_WHERE_TEXT,
                                                        ANNALS_CITATION_HTML);

  g_assert_cmpstr (copied, ==,
                   "<meta charset=\"utf-8\">\n"
                   "<p><strong>Oil &amp; &lt;crises&gt;</strong></p>\n"
                   "<p>What happened.</p>\n"
                   "<p>Date as cited: October 1973 (“last month”)</p>\n"
                   "<p>Date on record: 17 October 1973 (an almanac)</p>\n"
                   "<p>Status: happened</p>\n"
                   "<p>Note: A &quot;note&quot;.</p>\n"
                   "<blockquote><p>“oil &amp; water, and of &lt;b&gt;more&lt;/b&gt;” (A. Author, "
                   "On &lt;Oil&gt;, The Press, 23 January 2004, paragraph 1)</p></blockquote>");
}

/* Both texts open: what is quoted is the one that is shown. */
static void
test_event_where (void)
{
  g_autoptr (AnnalsDocument) document = create_document (TRUE, TRUE);
  g_autofree gchar *text = annals_citation_dup_event (document, 0, ANNALS_WHERE_TEXT,
                                                      ANNALS_CITATION_PLAIN);
  g_autofree gchar *source = annals_citation_dup_event (document, 0, ANNALS_WHERE_SOURCE,
                                                        ANNALS_CITATION_PLAIN);

  g_assert_nonnull (strstr (text, "(digest of A. Author, "));
  g_assert_null (strstr (text, "The second one"));
  g_assert_nonnull (strstr (source, "“The second one” (A. Author, "));
  g_assert_null (strstr (source, "digest"));
  g_assert_null (strstr (source, "oil & water"));
}

static void
test_event_bare (void)
{
  g_autoptr (AnnalsDocument) document = annals_document_new ();
  AnnalsEvent event = { .id = g_strdup ("a"),
                        .label = g_strdup ("Line\nbreak\001 here"),
                        .status = ANNALS_STATUS_PLANNED };
  g_autofree gchar *copied = NULL;

  annals_document_add_lane (document, "world", "World", 0);
  annals_document_take_event (document, &event);
  copied = annals_citation_dup_event (document, 0, ANNALS_WHERE_TEXT, ANNALS_CITATION_PLAIN);
  g_assert_cmpstr (copied, ==, "Line break here\nNo date\nStatus: planned");
}

static void
test_passage (gconstpointer data)
{
  const PassageCase *test = data;
  g_autoptr (AnnalsDocument) document = create_document (test->digest, FALSE);
  const AnnalsEvent *event = annals_document_get_event (document, 0);
  AnnalsPassage *passage = &event->passages[test->where == ANNALS_WHERE_TEXT ? 0 : 1];
  g_autofree gchar *copied = NULL;

  if (test->where == ANNALS_WHERE_TEXT)
    passage->place.standing = test->standing;
  g_assert_cmpint (passage->place.standing, ==, test->standing);
  copied = annals_citation_dup_passage (document, 0, test->where == ANNALS_WHERE_TEXT ? 0 : 1,
                                        ANNALS_CITATION_PLAIN);
  g_assert_cmpstr (copied, ==, test->line);
}

#define QUOTE "“oil & water, and of <b>more</b>” "
#define REFERENCE "A. Author, On <Oil>, The Press, 23 January 2004"

static const PassageCase passage_cases[] = {
  { ANNALS_STANDING_EXACT, FALSE, ANNALS_WHERE_TEXT, QUOTE "(" REFERENCE ", paragraph 1)" },
  { ANNALS_STANDING_MOVED, FALSE, ANNALS_WHERE_TEXT, QUOTE "(" REFERENCE ", paragraph 1)" },
  { ANNALS_STANDING_EXACT, TRUE, ANNALS_WHERE_TEXT,
    QUOTE "(digest of " REFERENCE ", paragraph 1 of the digest)" },
  { ANNALS_STANDING_DOUBTFUL, FALSE, ANNALS_WHERE_TEXT, QUOTE "(" REFERENCE "; a doubtful match)" },
  { ANNALS_STANDING_DOUBTFUL, TRUE, ANNALS_WHERE_TEXT,
    QUOTE "(digest of " REFERENCE "; a doubtful match)" },
  { ANNALS_STANDING_LOST, FALSE, ANNALS_WHERE_TEXT,
    QUOTE "(" REFERENCE "; no longer found there)" },
  { ANNALS_STANDING_LOST, TRUE, ANNALS_WHERE_TEXT,
    QUOTE "(digest of " REFERENCE "; no longer found there)" },
  { ANNALS_STANDING_UNCHECKED, FALSE, ANNALS_WHERE_SOURCE,
    "“The second one” (" REFERENCE "; not checked)" },
  /* The source of a digest is the text itself. */
  { ANNALS_STANDING_UNCHECKED, TRUE, ANNALS_WHERE_SOURCE,
    "“The second one” (" REFERENCE "; not checked)" },
};

/* Without a title, what is known is said: the reference, the file, or that nothing is. */
static void
test_reference (void)
{
  g_autoptr (AnnalsDocument) document = create_document (FALSE, FALSE);
  g_autoptr (GFile) file = g_file_new_for_path ("/nowhere/notes.txt");
  AnnalsDocumentInfo nothing = { .source_n_chars = -1 };
  AnnalsDocumentInfo line = { .reference = g_strdup ("One line, 1999"), .source_n_chars = -1 };
  g_autofree gchar *unknown = NULL;
  g_autofree gchar *named = NULL;
  g_autofree gchar *referenced = NULL;

  annals_document_take_info (document, &nothing);
  unknown = annals_citation_dup_passage (document, 0, 0, ANNALS_CITATION_PLAIN);
  g_assert_cmpstr (unknown, ==, QUOTE "(untitled text, paragraph 1)");
  annals_document_set_file (document, file);
  named = annals_citation_dup_passage (document, 0, 0, ANNALS_CITATION_PLAIN);
  g_assert_cmpstr (named, ==, QUOTE "(notes.txt, paragraph 1)");
  annals_document_take_info (document, &line);
  referenced = annals_citation_dup_passage (document, 0, 0, ANNALS_CITATION_PLAIN);
  g_assert_cmpstr (referenced, ==, QUOTE "(One line, 1999, paragraph 1)");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/document/citation/event-plain", test_event_plain);
  g_test_add_func ("/document/citation/event-html", test_event_html);
  g_test_add_func ("/document/citation/event-where", test_event_where);
  g_test_add_func ("/document/citation/event-bare", test_event_bare);
  for (guint i = 0; i < G_N_ELEMENTS (passage_cases); i++)
    {
      const PassageCase *test = &passage_cases[i];
      g_autofree gchar *path = g_strdup_printf (
          "/document/citation/passage/%s-%s-%s", annals_standing_get_id (test->standing),
          test->digest ? "digest" : "text", test->where == ANNALS_WHERE_TEXT ? "here" : "source");

      g_test_add_data_func (path, test, test_passage);
    }
  g_test_add_func ("/document/citation/reference", test_reference);

  return g_test_run ();
}
