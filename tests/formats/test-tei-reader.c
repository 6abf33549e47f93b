/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "formats-testing.h"

#define STANDOFF_EVENTS                           \
  "<standOff><listEvent>"                         \
  "<event xml:id='e1'><label>One</label></event>" \
  "<event xml:id='e2'><label>Two</label></event></listEvent>"

static const gchar native[]
    = "<?xml version='1.0'?>\n"
      "<TEI xmlns='http://www.tei-c.org/ns/1.0' xml:id='mill' "
      "xml:lang='en-GB'><teiHeader><fileDesc>"
      "<titleStmt><title>The file</title></titleStmt><publicationStmt><p/></publicationStmt>"
      "<sourceDesc><bibl type='other'><title>Not this</title></bibl>"
      "<bibl xml:id='s' type='source'><title>Harrow\n  Mill</title><author>A. Miller</author>"
      "<publisher>The Mill</publisher><date when-custom='1899~' datingMethod='#edtf'>about "
      "1899</date>"
      "<ref target='file:old%20mill.txt'>copy</ref><idno type='isbn'>1</idno>"
      "<idno type='sha256'>abc</idno><extent><measure unit='char' quantity='4711'/></extent>"
      "<note type='reference'>Miller 1899</note><note type='rights'>Free</note></bibl></sourceDesc>"
      "</fileDesc><encodingDesc><classDecl><taxonomy xml:id='lanes'>"
      "<category xml:id='l1' n='5'><catDesc>Works</catDesc></category>"
      "<category xml:id='l2'><catDesc>Floods</catDesc></category></taxonomy></classDecl>"
      "</encodingDesc></teiHeader><standOff><listEvent>"
      "<event xml:id='e1' type='planned' ana='#x #l2' when-custom='1612~' datingMethod='#edtf' "
      "when='1999'><label>First <hi>bridge</hi></label><label type='short'>Bridge</label>"
      "<desc>A bridge of timber.</desc><note type='cited'>about the year 1612</note>"
      "<note type='reason'>So it says.</note><note type='record'><date when-custom='1611' "
      "datingMethod='#edtf'>in 1611</date> From <title>the rolls</title>.</note>"
      "<note type='note'>Mine.</note></event>"
      "<event xml:id='e2'><label>Second</label><note type='record'><date when-custom='1613' "
      "datingMethod='#edtf'/><bibl>Rolls</bibl></note></event></listEvent></standOff>"
      "<text type='digest'><body><head>Mill</head><p>Words.</p></body></text></TEI>";

static void
test_native (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnnalsDocument) document = fixture_open (fixture, "native.xml", native);
  g_autofree gchar *dump = dup_dump (document);

  g_assert_cmpstr (
      dump, ==,
      "mill|Harrow Mill|A. Miller|1899~|The Mill|Free|Miller 1899|en-GB|1|old mill.txt|"
      "abc|4711\n"
      "10\nMill\n\nWords.\n"
      "lane l1|Works|5\nlane l2|Floods|1\nlane annals-loose-events|Other events|2\n"
      "event e1|First bridge|Bridge|A bridge of timber.|1612~|about the year 1612|"
      "So it says.|1611|From the rolls.|Mine.|1|planned\n"
      "event e2|Second|(null)|(null)|-|(null)|(null)|1613|Rolls|(null)|2|happened\n");
  g_assert_nonnull (annals_document_get_file (document));
}

typedef struct
{
  const gchar *name;
  const gchar *body; /* inside text */
  const gchar *text;
  const gchar *roles;
} TextCase;

static const TextCase TEXT_CASES[] = {
  { "paragraphs", "<body><p>One.</p>\n<p>Two.</p></body>", "One.\n\nTwo.", "00" },
  { "space", "<body><p>\n  One\t two\n<hi> three</hi> </p></body>", "One two three", "0" },
  { "no-break-space", "<body><p>a\u00a0 b</p></body>", "a\u00a0 b", "0" },
  { "joined", "<body><p>un<hi>break</hi>able</p></body>", "unbreakable", "0" },
  { "roles", "<body><head>H</head><p>P</p><note>N</note><div><head>G</head><p>Q</p></div></body>",
    "H\n\nP\n\nN\n\nG\n\nQ", "10210" },
  { "line-break", "<body><p>a <lb/> b<lb break='no'/>c</p></body>", "a\nbc", "0" },
  { "footnote", "<body><p>Before<note><p>The note.</p></note> after.</p><p>Next.</p></body>",
    "Before after.\n\nThe note.\n\nNext.", "020" },
  { "choice", "<body><p><choice><sic>teh</sic><corr>the</corr></choice> end</p></body>", "the end",
    "0" },
  { "first-choice", "<body><p><choice>\n<seg>a</seg><seg>b</seg></choice></p></body>", "a", "0" },
  { "quote-inside", "<body><p>He said <quote>no</quote> twice.</p></body>", "He said no twice.",
    "0" },
  { "quote-block", "<body><p>He said</p><quote>no</quote></body>", "He said\n\nno", "00" },
  { "list", "<body><list><head>L</head><item>a</item><item>b</item></list></body>", "L\n\na\n\nb",
    "100" },
  { "verse", "<body><lg><l>one</l><l>two</l></lg></body>", "one\n\ntwo", "00" },
  { "front-and-back", "<front><p>F</p></front><body><p>B</p></body><back><p>K</p></back>",
    "F\n\nB\n\nK", "000" },
  { "cdata", "<body><p>a<![CDATA[ < ]]>b<!-- no --><?no no?></p></body>", "a < b", "0" },
  { "running-head", "<body><p>a<fw>page 3</fw>b</p></body>", "ab", "0" },
  { "preserved", "<body><p xml:space='preserve'>  a  b\n\tc </p></body>", "  a  b\n\tc", "0" },
  { "empty-blocks", "<body><p/><p> </p><p>a</p><p></p></body>", "a", "0" },
};

static void
test_text (Fixture *fixture, gconstpointer data)
{
  const TextCase *c = data;
  g_autofree gchar *inside = g_strdup_printf ("<text>%s</text>", c->body);
  g_autoptr (AnnalsDocument) document = fixture_open_tei (fixture, inside);
  AnnalsText *text = annals_document_get_text (document, ANNALS_WHERE_TEXT);

  g_assert_nonnull (text);
  g_assert_cmpstr (annals_text_get_utf8 (text), ==, c->text);
  g_assert_cmpuint (annals_text_get_n_paragraphs (text), ==, strlen (c->roles));
  for (guint i = 0; c->roles[i] != '\0'; i++)
    g_assert_cmpint (annals_document_get_paragraph_role (document, i), ==, c->roles[i] - '0');
}

static void
assert_passage (const AnnalsPassage *passage,
                const gchar *id,
                AnnalsStanding standing,
                gint64 start,
                gint64 end)
{
  g_assert_cmpstr (passage->id, ==, id);
  g_assert_cmpint (passage->place.standing, ==, standing);
  g_assert_cmpint (passage->place.start, ==, start);
  g_assert_cmpint (passage->place.end, ==, end);
}

/* Offsets count code points: the mill's sign is outside the Basic Multilingual Plane. */
static void
test_anchors (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnnalsDocument) document = fixture_open_tei (
      fixture, STANDOFF_EVENTS
      "<spanGrp type='evidence'>"
      "<span xml:id='s1' from='#a' to='#c' ana='#e1' type='supports'>wheel\n turned all</span>"
      "<span xml:id='s2' from='#b' to='#d' ana='#e1 #e2' type='contradicts'>“turned” all "
      "night</span>"
      "<span xml:id='s3' from='#p2' ana='#e2'>The whole paragraph.</span></spanGrp>"
      "<spanGrp type='syntax'><span from='#nowhere' to='#nothing'>x</span></spanGrp></standOff>"
      "<text><body><p>\U0001f3e0 The <anchor xml:id='a'/>wheel\n <anchor xml:id='b'/> turned all"
      "<anchor xml:id='c'/> <hi>night <anchor xml:id='d'/>.</hi></p>"
      "<p xml:id='p2'>The whole paragraph.</p></body></text>");
  const AnnalsEvent *e1 = get_event (document, "e1");
  const AnnalsEvent *e2 = get_event (document, "e2");

  g_assert_cmpuint (e1->n_passages, ==, 2);
  assert_passage (&e1->passages[0], "s1", ANNALS_STANDING_EXACT, 6, 22);
  g_assert_cmpstr (e1->passages[0].anchor.exact, ==, "wheel turned all");
  g_assert_cmpint (e1->passages[0].anchor.start, ==, 6);
  g_assert_cmpint (e1->passages[0].anchor.end, ==, 22);
  g_assert_cmpint (e1->passages[1].relation, ==, ANNALS_RELATION_CONTRADICTS);
  g_assert_cmpuint (e2->n_passages, ==, 2);
  assert_passage (&e2->passages[1], "s3", ANNALS_STANDING_EXACT, 32, 52);
}

/* Somebody moved the anchors' words, or wrote others: the quote counts. */
static void
test_self_check (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnnalsDocument) document = fixture_open_tei (
      fixture, STANDOFF_EVENTS
      "<spanGrp type='evidence'>"
      "<span xml:id='s1' from='#a' to='#b' ana='#e1'>the miller who lived there for "
      "forty years</span>"
      "<span xml:id='s2' from='#a' to='#b' ana='#e2'>words that nobody has ever "
      "written here at all</span></spanGrp></standOff>"
      "<text><body><p><anchor xml:id='a'/>A new beginning.<anchor xml:id='b'/> Then "
      "came the miller who lived there for forty years.</p></body></text>");

  assert_passage (&get_event (document, "e1")->passages[0], "s1", ANNALS_STANDING_MOVED, 27, 69);
  g_assert_cmpint (get_event (document, "e2")->passages[0].place.standing, ==,
                   ANNALS_STANDING_LOST);
}

/* Typography does not count as a difference. */
static void
test_self_check_folds (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnnalsDocument) document = fixture_open_tei (
      fixture, STANDOFF_EVENTS
      "<spanGrp type='evidence'><span from='#a' to='#b' ana='#e1'>the  miller's \"house\"</span>"
      "</spanGrp></standOff><text><body><p><anchor xml:id='a'/>the miller’s “house”<anchor "
      "xml:id='b'/> burnt.</p></body></text>");
  const AnnalsPassage *passage = &get_event (document, "e1")->passages[0];

  assert_passage (passage, "passage-1", ANNALS_STANDING_EXACT, 0, 20);
  g_assert_cmpstr (passage->anchor.exact, ==, "the miller’s “house”");
}

static void
test_annotations (Fixture *fixture, gconstpointer data)
{
  static const gchar sha256[] = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
  g_autofree gchar *inside = g_strdup_printf (
      STANDOFF_EVENTS "<listAnnotation type='evidence'>"
                      "<annotation xml:id='a1' target='file:t.txt#char=30,50' ana='#e1'>"
                      "<note type='exact'>some  words</note><note type='prefix'>before </note>"
                      "<note type='suffix'> after</note></annotation>"
                      "<annotation xml:id='a2' target='file:t.txt#char=5,20' ana='#e1'>"
                      "<note type='begins'>the first</note><note type='ends'>the last</note>"
                      "<note type='sha256'>%s</note><note type='relation'>mentions</note>"
                      "</annotation></listAnnotation></standOff>",
      sha256);
  g_autoptr (AnnalsDocument) document = fixture_open_tei (fixture, inside);
  const AnnalsEvent *event = get_event (document, "e1");
  const AnnalsAnchor *first = &event->passages[0].anchor;
  const AnnalsAnchor *second = &event->passages[1].anchor;

  g_assert_null (annals_document_get_text (document, ANNALS_WHERE_TEXT));
  g_assert_cmpuint (event->n_passages, ==, 2);
  g_assert_cmpint (event->passages[0].where, ==, ANNALS_WHERE_SOURCE);
  g_assert_cmpint (event->passages[0].place.standing, ==, ANNALS_STANDING_UNCHECKED);
  g_assert_cmpint (event->passages[0].relation, ==, ANNALS_RELATION_MENTIONS);
  g_assert_cmpstr (first->begins, ==, "the first");
  g_assert_cmpstr (first->ends, ==, "the last");
  g_assert_cmpstr (first->sha256, ==, sha256);
  g_assert_cmpint (first->start, ==, 5);
  g_assert_cmpstr (second->exact, ==, "some  words");
  g_assert_cmpstr (second->prefix, ==, "before ");
  g_assert_cmpstr (second->suffix, ==, " after");
  g_assert_cmpint (second->end, ==, 50);
}

/* As corpora have them: anywhere, with or without ids, names and dates of every sort. */
static void
test_foreign_events (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnnalsDocument) document = fixture_open_tei (
      fixture,
      "<text><body><p>Text <listEvent>"
      "<event when='1606' type='print'><desc/></event>"
      "<event notBefore='1600' notAfter='1610' xml:id='event-2'><head>A\nhead</head><p>More.</p>"
      "</event><event><desc>Only <date when='-0044-03-15'>the Ides</date>.</desc>"
      "<event when-iso='-0043'><eventName>Inside</eventName></event></event>"
      "<event><label>Undated</label><note type='record'><date when='1999'/></note></event>"
      "</listEvent></p></body></text><xenoData><event xmlns='urn:other'/></xenoData>");
  static const struct
  {
    const gchar *id;
    const gchar *label;
    const gchar *cited;
    const gchar *description;
  } expected[] = {
    { "event-1", "Untitled event", "1606", NULL },
    { "event-2", "A head", "[1600..1610]", "More." },
    { "event-3", "Only the Ides.", "-0043-03-15", NULL },
    { "event-4", "Inside", "-0043", NULL },
    { "event-5", "Undated", NULL, NULL },
  };

  g_assert_cmpuint (annals_document_get_n_events (document), ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const AnnalsEvent *event = annals_document_get_event (document, i);

      g_assert_cmpstr (event->id, ==, expected[i].id);
      g_assert_cmpstr (event->label, ==, expected[i].label);
      g_assert_cmpstr (event->description, ==, expected[i].description);
      g_assert_cmpstr (event->cited != NULL ? annals_date_get_edtf (event->cited) : NULL, ==,
                       expected[i].cited);
      g_assert_cmpint (event->status, ==, ANNALS_STATUS_HAPPENED);
    }
  g_assert_cmpuint (annals_document_get_n_lanes (document), ==, 1);
  g_assert_cmpstr (annals_document_get_lane (document, 0)->label, ==, "Events");
}

static void
test_encodings (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const gchar *charset;
    const gchar *mark;
    gsize n_mark;
    const gchar *declared;
  } cases[] = {
    { "UTF-8", "\xef\xbb\xbf", 3, "UTF-8" },   { "UTF-16LE", "\xff\xfe", 2, "UTF-16" },
    { "UTF-16BE", "\xfe\xff", 2, "UTF-16" },   { "ISO-8859-1", "", 0, "iso-8859-1" },
    { "WINDOWS-1252", "", 0, "windows-1252" }, { "SHIFT_JIS", "", 0, "Shift_JIS" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const gchar *words = g_str_equal (cases[i].charset, "SHIFT_JIS") ? "日本" : "Zoë";
      g_autofree gchar *utf8 = g_strdup_printf (
          "<?xml version='1.0' encoding='%s'?><TEI xmlns='http://www.tei-c.org/ns/1.0'>"
          "<text><body><p>%s</p></body></text></TEI>",
          cases[i].declared, words);
      gsize n_bytes;
      g_autofree gchar *coded = g_convert (utf8, -1, cases[i].charset, "UTF-8", NULL, &n_bytes,
                                           NULL);
      g_autofree gchar *content = g_malloc (n_bytes + cases[i].n_mark);
      g_autoptr (GFile) file = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (AnnalsDocument) document = NULL;

      memcpy (content, cases[i].mark, cases[i].n_mark);
      memcpy (content + cases[i].n_mark, coded, n_bytes);
      file = fixture_write (fixture, "coded.xml", content, n_bytes + cases[i].n_mark);
      document = annals_formats_open (file, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (
          annals_text_get_utf8 (annals_document_get_text (document, ANNALS_WHERE_TEXT)), ==, words);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add_fixture_test ("/formats/tei-reader/native", test_native);
  for (guint i = 0; i < G_N_ELEMENTS (TEXT_CASES); i++)
    {
      g_autofree gchar *path = g_strconcat ("/formats/tei-reader/text/", TEXT_CASES[i].name, NULL);

      g_test_add (path, Fixture, &TEXT_CASES[i], fixture_set_up, test_text, fixture_tear_down);
    }
  add_fixture_test ("/formats/tei-reader/anchors", test_anchors);
  add_fixture_test ("/formats/tei-reader/self-check", test_self_check);
  add_fixture_test ("/formats/tei-reader/self-check-folds", test_self_check_folds);
  add_fixture_test ("/formats/tei-reader/annotations", test_annotations);
  add_fixture_test ("/formats/tei-reader/foreign-events", test_foreign_events);
  add_fixture_test ("/formats/tei-reader/encodings", test_encodings);
  return g_test_run ();
}
