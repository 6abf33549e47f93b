/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "formats-testing.h"

static void
save (AnnalsDocument *document, Fixture *fixture, const gchar *name)
{
  g_autoptr (GFile) file = g_file_new_build_filename (fixture->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (annals_formats_save (document, file, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_equal (annals_document_get_file (document), file));
}

static AnnalsDocument *
reopen (Fixture *fixture, const gchar *name)
{
  g_autoptr (GFile) file = g_file_new_build_filename (fixture->folder, name, NULL);
  g_autoptr (GError) error = NULL;
  AnnalsDocument *document = annals_formats_open (file, NULL, &error);

  g_assert_no_error (error);
  return document;
}

/* Against the TEI schema that ANNALS_TEI_RNG names, where there is one. */
static void
assert_valid (Fixture *fixture, const gchar *name)
{
  const gchar *schema = g_getenv ("ANNALS_TEI_RNG");
  g_autofree gchar *path = g_build_filename (fixture->folder, name, NULL);
  const gchar *const arguments[] = { "xmllint", "--noout", "--relaxng", schema, path, NULL };
  g_autofree gchar *complaint = NULL;
  g_autoptr (GError) error = NULL;
  gint status;

  if (schema == NULL)
    {
      g_test_message ("not validated: ANNALS_TEI_RNG names no schema");
      return;
    }
  g_spawn_sync (NULL, (gchar **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, &complaint,
                &status, &error);
  g_assert_no_error (error);
  if (status != 0)
    g_assert_cmpstr (complaint, ==, "valid");
}

static void
test_bundled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AnnalsDocument) document = annals_formats_open_bundled (&error);
  g_autoptr (AnnalsDocument) again = NULL;
  g_autofree gchar *before = NULL;
  g_autofree gchar *after = NULL;
  g_autofree gchar *first = NULL;
  g_autofree gchar *second = NULL;

  g_assert_no_error (error);
  before = dup_dump (document);
  save (document, fixture, "first.annals.xml");
  assert_valid (fixture, "first.annals.xml");
  again = reopen (fixture, "first.annals.xml");
  after = dup_dump (again);
  g_assert_cmpstr (before, ==, after);
  save (again, fixture, "second.annals.xml");
  first = fixture_read (fixture, "first.annals.xml");
  second = fixture_read (fixture, "second.annals.xml");
  g_assert_cmpstr (first, ==, second);
}

/* Byte for byte, but for the derived dates of native events. */
static void
test_unknown_content (Fixture *fixture, gconstpointer data)
{
  static const gchar original[]
      = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<?xml-model href=\"tei.rng\"?>\n"
        "<!-- Whose file this is -->\n"
        "<!DOCTYPE TEI SYSTEM \"tei.dtd\">\n"
        "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\" xmlns:x=\"urn:x\" x:mine=\"1\">\n"
        "  <teiHeader><fileDesc><titleStmt><title>T</title></titleStmt><publicationStmt><p>P"
        "</p></publicationStmt><sourceDesc><p>None</p></sourceDesc></fileDesc>\n"
        "    <xenoData><x:thing>&lt;raw&gt; &amp; more</x:thing></xenoData></teiHeader>\n"
        "  <standOff resp=\"#me\">\n\t<!-- kept -->\n"
        "    <listPerson><person xml:id=\"p\"><persName>Ann</persName></person></listPerson>\n"
        "    <listEvent><event xml:id=\"e\" when-custom=\"1612\" datingMethod=\"#edtf\" "
        "when=\"1612\" type=\"flood\" cert=\"low\" x:y=\"z\" ana=\"#p\"><label>L <hi "
        "rend=\"it\">l</hi></label><idno>7</idno><note type=\"mine\">kept</note></event>\n"
        "    <event when=\"1613\"><desc/></event></listEvent>\n"
        "    <spanGrp type=\"evidence\"><span from=\"#a\" to=\"#b\" ana=\"#e\" cert=\"high\">the "
        "flood</span></spanGrp><spanGrp type=\"syntax\"><span target=\"#p\">x</span></spanGrp>\n"
        "  </standOff>\n"
        "  <text><body><?page 3?><p rend=\"x\">  It was <anchor xml:id=\"a\"/>the\n  flood<anchor "
        "xml:id=\"b\"/>.<![CDATA[ <x> ]]></p></body></text>\n"
        "</TEI>\n";
  g_autoptr (AnnalsDocument) document = fixture_open (fixture, "a.xml", original);
  g_autofree gchar *saved = NULL;

  save (document, fixture, "b.xml");
  saved = fixture_read (fixture, "b.xml");
  g_assert_cmpstr (saved, ==, original);
}

static void
test_derived_dates (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnnalsDocument) document = fixture_open_tei (
      fixture,
      "<standOff><listEvent>"
      "<event xml:id=\"a\" when-custom=\"1700/..\" datingMethod=\"c.xml#edtf\" when=\"1999\">"
      "<label>A</label><note type=\"record\"><date when-custom=\"-0043\" "
      "datingMethod=\"#edtf\" from=\"1\"/></note></event></listEvent></standOff>");
  g_autofree gchar *saved = NULL;

  save (document, fixture, "b.xml");
  saved = fixture_read (fixture, "b.xml");
  g_assert_nonnull (
      strstr (saved, "when-custom=\"1700/..\" datingMethod=\"c.xml#edtf\" from=\"1700\">"));
  g_assert_nonnull (strstr (
      saved, "<date when-custom=\"-0043\" datingMethod=\"#edtf\" when=\"-0044\">-0043</date>"));
}

static AnnalsEvent
new_event (const gchar *id, guint lane, const gchar *cited)
{
  AnnalsEvent event = { g_strdup (id), g_strdup ("A <label> & \"more\"\x01") };

  event.short_label = g_strdup ("Label");
  event.description = g_strdup ("What it was.");
  event.cited = cited != NULL ? annals_date_new_from_edtf (cited, NULL) : NULL;
  event.cited_wording = g_strdup ("then");
  event.cited_reason = g_strdup ("Because.");
  event.record = annals_date_new_from_edtf ("1611/1613", NULL);
  event.record_source = g_strdup ("The rolls");
  event.note = g_strdup ("A note.");
  event.lane = lane;
  event.status = ANNALS_STATUS_DENIED;
  return event;
}

static void
add_passage (AnnalsEvent *event, AnnalsWhere where, const gchar *exact, AnnalsRelation relation)
{
  AnnalsPassage passage = { NULL, where, relation, ANNALS_ANCHOR_INIT, ANNALS_PLACE_INIT };

  passage.anchor.exact = g_strdup (exact);
  annals_event_take_passage (event, &passage);
}

static void
add_abridged_passage (AnnalsEvent *event)
{
  AnnalsPassage passage = { g_strdup ("abridged"), ANNALS_WHERE_SOURCE };

  passage.anchor = (AnnalsAnchor) ANNALS_ANCHOR_INIT;
  passage.anchor.begins = g_strdup ("the first words");
  passage.anchor.ends = g_strdup ("the last words");
  passage.anchor.sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256,
                                                         "the first words the last words", -1);
  passage.anchor.start = 30;
  passage.anchor.end = 60;
  annals_event_take_passage (event, &passage);
}

static AnnalsDocument *
new_document (void)
{
  static const AnnalsParagraphRole roles[] = { ANNALS_PARAGRAPH_HEAD, ANNALS_PARAGRAPH_BODY,
                                               ANNALS_PARAGRAPH_HEAD, ANNALS_PARAGRAPH_BODY,
                                               ANNALS_PARAGRAPH_NOTE };
  AnnalsDocument *document = annals_document_new ();
  AnnalsDocumentInfo info = { g_strdup ("mill"),
                              g_strdup ("Harrow"),
                              g_strdup ("A. Miller"),
                              annals_date_new_from_edtf ("1899", NULL),
                              g_strdup ("The Mill"),
                              g_strdup ("Free"),
                              g_strdup ("Miller 1899"),
                              g_strdup ("en"),
                              TRUE,
                              g_strdup ("old mill.txt"),
                              g_strdup ("abc"),
                              4711 };
  g_autoptr (AnnalsText) text = annals_text_new (
      "The mill\n\nThe older people say that a bridge\nwas put across\n\n"
      "Later\n\n  Odd  space,\tthen a bridge again\n\nA footnote",
      -1);
  AnnalsEvent event;

  annals_document_take_info (document, &info);
  annals_document_set_text (document, text, roles, G_N_ELEMENTS (roles));
  annals_document_add_lane (document, "works", "Works & days", 4);
  annals_document_add_lane (document, "floods", "Floods", 2);
  event = new_event ("first", 1, "1612~");
  add_passage (&event, ANNALS_WHERE_TEXT, "older people say that a bridge\nwas put",
               ANNALS_RELATION_SUPPORTS);
  add_passage (&event, ANNALS_WHERE_TEXT, "people say that a bridge\nwas put across",
               ANNALS_RELATION_CONTRADICTS);
  add_passage (&event, ANNALS_WHERE_TEXT, "Odd  space,\tthen a bridge again",
               ANNALS_RELATION_MENTIONS);
  add_passage (&event, ANNALS_WHERE_TEXT, "words that stand nowhere in this text at all",
               ANNALS_RELATION_SUPPORTS);
  add_passage (&event, ANNALS_WHERE_SOURCE, "words of a text that lies elsewhere",
               ANNALS_RELATION_MENTIONS);
  add_abridged_passage (&event);
  annals_document_take_event (document, &event);
  event = new_event ("second", 0, NULL);
  annals_document_take_event (document, &event);
  return document;
}

/* A document that was never in a file says the same when it is read back. */
static void
test_new_document (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnnalsDocument) document = new_document ();
  g_autoptr (AnnalsDocument) again = NULL;
  const AnnalsEvent *first;
  g_autofree gchar *saved = NULL;
  g_autofree gchar *saved_again = NULL;

  save (document, fixture, "new.annals.xml");
  assert_valid (fixture, "new.annals.xml");
  again = reopen (fixture, "new.annals.xml");

  g_assert_cmpstr (annals_text_get_utf8 (annals_document_get_text (again, ANNALS_WHERE_TEXT)), ==,
                   annals_text_get_utf8 (annals_document_get_text (document, ANNALS_WHERE_TEXT)));
  for (guint i = 0; i < 5; i++)
    g_assert_cmpint (annals_document_get_paragraph_role (again, i), ==,
                     annals_document_get_paragraph_role (document, i));
  g_assert_cmpstr (annals_document_get_info (again)->source_name, ==, "old mill.txt");
  g_assert_cmpint (annals_document_get_info (again)->source_n_chars, ==, 4711);
  g_assert_cmpstr (annals_document_get_lane (again, 0)->label, ==, "Works & days");

  first = get_event (again, "first");
  g_assert_cmpstr (first->label, ==, "A <label> & \"more\"\ufffd");
  g_assert_cmpstr (annals_date_get_edtf (first->cited), ==, "1612~");
  g_assert_cmpstr (annals_date_get_edtf (first->record), ==, "1611/1613");
  g_assert_cmpstr (first->record_source, ==, "The rolls");
  g_assert_cmpint (first->status, ==, ANNALS_STATUS_DENIED);
  g_assert_cmpuint (first->lane, ==, 1);
  g_assert_null (get_event (again, "second")->cited);

  /* Saving once more adds nothing. */
  saved = fixture_read (fixture, "new.annals.xml");
  save (again, fixture, "again.annals.xml");
  saved_again = fixture_read (fixture, "again.annals.xml");
  g_assert_cmpstr (saved, ==, saved_again);
  save (document, fixture, "new.annals.xml");
  g_clear_pointer (&saved_again, g_free);
  saved_again = fixture_read (fixture, "new.annals.xml");
  g_assert_cmpstr (saved, ==, saved_again);
}

static void
test_new_passages (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnnalsDocument) document = new_document ();
  g_autoptr (AnnalsDocument) again = NULL;
  const AnnalsEvent *old;
  const AnnalsEvent *new;
  static const gint64 starts[] = { 14, 20, 70, -1 };

  save (document, fixture, "new.annals.xml");
  again = reopen (fixture, "new.annals.xml");
  old = get_event (document, "first");
  new = get_event (again, "first");
  g_assert_cmpuint (new->n_passages, ==, 6);
  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    {
      const AnnalsPassage *passage = &new->passages[i];
      g_autofree gchar *quote = annals_document_dup_quote (again, passage);

      g_assert_cmpint (passage->anchor.start, ==, starts[i]);
      g_assert_cmpint (passage->place.start, ==, starts[i]);
      g_assert_cmpint (passage->place.standing, ==,
                       starts[i] < 0 ? ANNALS_STANDING_LOST : ANNALS_STANDING_EXACT);
      g_assert_cmpint (passage->relation, ==, old->passages[i].relation);
      if (starts[i] >= 0)
        g_assert_cmpstr (quote, ==, old->passages[i].anchor.exact);
    }
  g_assert_cmpstr (new->passages[4].id, ==, "abridged");
  g_assert_cmpstr (new->passages[4].anchor.sha256, ==, old->passages[4].anchor.sha256);
  g_assert_cmpint (new->passages[4].anchor.end, ==, 60);
  g_assert_cmpint (new->passages[5].relation, ==, ANNALS_RELATION_MENTIONS);
  g_assert_cmpstr (new->passages[5].anchor.exact, ==, "words of a text that lies elsewhere");
}

/* Into a file that other hands wrote, with all it has left as it is. */
static void
test_addition (Fixture *fixture, gconstpointer data)
{
  g_autofree gchar *original = dup_tei ("  <text><body><p>One <hi>two three</hi> "
                                        "four.</p>\n<p><![CDATA[five six]]></p></body></text>");
  g_autoptr (AnnalsDocument) document = fixture_open (fixture, "a.xml", original);
  g_autoptr (AnnalsDocument) again = NULL;
  AnnalsEvent event = new_event ("e", 0, "1612");
  g_autofree gchar *saved = NULL;

  annals_document_add_lane (document, "works", "Works", 0);
  add_passage (&event, ANNALS_WHERE_TEXT, "One two three", ANNALS_RELATION_SUPPORTS);
  add_passage (&event, ANNALS_WHERE_TEXT, "three four.\n\nfive six", ANNALS_RELATION_SUPPORTS);
  for (guint i = 0; i < 2; i++)
    {
      event.passages[i].anchor.start = i == 0 ? 0 : 8;
      event.passages[i].anchor.end = i == 0 ? 13 : 29;
    }
  annals_document_take_event (document, &event);
  save (document, fixture, "a.xml");
  assert_valid (fixture, "a.xml");
  saved = fixture_read (fixture, "a.xml");
  g_assert_nonnull (strstr (
      saved,
      "<p><anchor xml:id=\"passage-1-begin\"/>One <hi>two <anchor xml:id=\"passage-2-begin\"/>"
      "three<anchor xml:id=\"passage-1-end\"/></hi> four.</p>\n"
      "<p><![CDATA[five six]]><anchor xml:id=\"passage-2-end\"/></p>"));
  again = reopen (fixture, "a.xml");
  g_assert_cmpint (get_event (again, "e")->passages[1].place.standing, ==, ANNALS_STANDING_EXACT);
  g_assert_cmpint (get_event (again, "e")->passages[1].place.end, ==, 29);
}

/* Another text in place of the old: the passages are anchored in it by their words. */
static void
test_other_text (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnnalsDocument) document = fixture_open_tei (
      fixture,
      "<standOff><listEvent><event xml:id=\"e\"><label>E</label></event></listEvent>\n"
      "<spanGrp type=\"evidence\"><span xml:id=\"s\" from=\"#a\" to=\"#b\" ana=\"#e\">a timber "
      "bridge was put across</span></spanGrp></standOff>\n"
      "<text><body><p><anchor xml:id=\"a\"/>a timber bridge was put across<anchor "
      "xml:id=\"b\"/></p>"
      "</body></text>");
  g_autoptr (AnnalsText) text = annals_text_new ("In that year a timber bridge was put across.",
                                                 -1);
  g_autoptr (AnnalsDocument) again = NULL;
  const AnnalsPassage *passage;

  annals_document_set_text (document, text, NULL, 0);
  save (document, fixture, "b.xml");
  again = reopen (fixture, "b.xml");
  passage = &get_event (again, "e")->passages[0];
  g_assert_cmpstr (passage->id, ==, "s");
  g_assert_cmpint (passage->anchor.start, ==, 13);
  g_assert_cmpint (passage->place.standing, ==, ANNALS_STANDING_EXACT);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add_fixture_test ("/formats/tei-writer/bundled", test_bundled);
  add_fixture_test ("/formats/tei-writer/unknown-content", test_unknown_content);
  add_fixture_test ("/formats/tei-writer/derived-dates", test_derived_dates);
  add_fixture_test ("/formats/tei-writer/new-document", test_new_document);
  add_fixture_test ("/formats/tei-writer/new-passages", test_new_passages);
  add_fixture_test ("/formats/tei-writer/addition", test_addition);
  add_fixture_test ("/formats/tei-writer/other-text", test_other_text);
  return g_test_run ();
}
