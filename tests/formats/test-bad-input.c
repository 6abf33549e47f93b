/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <libxml/parser.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>

#include "annals-file.h"
#include "formats-testing.h"

/*
 * Bad input of every kind: one sentence each, naming the file, the place and what is wrong, and no
 * document.
 */

#define TEI "<TEI xmlns='http://www.tei-c.org/ns/1.0'>"
#define EVENTS TEI "\n<standOff>\n<listEvent>\n"
#define EVIDENCE                                                                        \
  TEI "\n<standOff><listEvent><event xml:id='e'><label>E</label></event></listEvent>\n" \
      "<spanGrp type='evidence'>\n"
#define SOURCE_EVIDENCE                                                                 \
  TEI "\n<standOff><listEvent><event xml:id='e'><label>E</label></event></listEvent>\n" \
      "<listAnnotation type='evidence'>\n"
#define A_TEXT                                                                                     \
  "</spanGrp></standOff>\n<text><body><p>Some <anchor xml:id='a'/>plain words<anchor xml:id='b'/>" \
  "</p></body></text></TEI>"

typedef struct
{
  const gchar *name; /* of the test */
  const gchar *file;
  const gchar *content;
  AnnalsFormatsError code;
  const gchar *message;
} BadFile;

static const BadFile BAD_FILES[] = {
  { "not-xml", "a.annals.xml", "Dear Sir,\n", ANNALS_FORMATS_ERROR_SYNTAX,
    "a.annals.xml, line 1, column 1: this is not XML." },
  { "truncated", "a.xml", TEI "\n<text><body><p>Half a", ANNALS_FORMATS_ERROR_SYNTAX,
    "a.xml, line 2, column 22: an element is not closed; the file may be cut off." },
  { "truncated-tag", "a.xml", TEI "\n<text n='1", ANNALS_FORMATS_ERROR_SYNTAX,
    "a.xml, line 2, column 11: an attribute is not closed; the file may be cut off." },
  { "mismatch", "a.xml", TEI "\n<text>\n日本<p></text></p></TEI>", ANNALS_FORMATS_ERROR_SYNTAX,
    "a.xml, line 3, column 13: this end tag does not match the element that is open." },
  { "other-xml", "a.xml", "<?xml version='1.0'?>\n<timeline/>", ANNALS_FORMATS_ERROR_CONTENT,
    "a.xml, line 2, column 1: this XML begins with the element “timeline”; Annals reads TEI, which "
    "begins with “TEI”." },
  { "other-namespace", "a.xml", "<TEI xmlns='urn:x'/>", ANNALS_FORMATS_ERROR_CONTENT,
    "a.xml, line 1, column 1: this is not TEI P5, whose elements are in the namespace "
    "http://www.tei-c.org/ns/1.0." },
  { "entity", "a.xml", "<!DOCTYPE TEI [\n  <!ENTITY a 'b'>\n]>\n" TEI "&a;</TEI>",
    ANNALS_FORMATS_ERROR_SYNTAX,
    "a.xml, line 2, column 17: the entity “a” is declared here; Annals reads no entities, because "
    "they can hide other files or grow without end." },
  { "undeclared-entity", "a.xml", TEI "\n&nbsp;</TEI>", ANNALS_FORMATS_ERROR_SYNTAX,
    "a.xml, line 2, column 7: the entity “nbsp” is not one of the five that XML has; write the "
    "character itself." },
  { "bad-utf-8", "a.xml", TEI "\n<p>ab\xff</p></TEI>", ANNALS_FORMATS_ERROR_ENCODING,
    "a.xml, line 2, column 6: this is not valid UTF-8; save the file as UTF-8 or declare its "
    "encoding." },
  { "wrong-encoding", "a.xml", "<?xml version='1.0' encoding='EUC-JP'?>" TEI "\xff</TEI>",
    ANNALS_FORMATS_ERROR_ENCODING,
    "a.xml is not text in an encoding that Annals knows; save it as UTF-8 and open it again." },
  { "shift-jis", "a.txt", "\x93\xfa\x96\x7b\x8c\xea\x81\x42", ANNALS_FORMATS_ERROR_ENCODING,
    "a.txt is not text in an encoding that Annals knows; save it as UTF-8 and open it again." },
  { "binary", "a.txt",
    "\x7f"
    "ELF\x02\x01\x01",
    ANNALS_FORMATS_ERROR_ENCODING,
    "a.txt is not text in an encoding that Annals knows; save it as UTF-8 and open it again." },
  { "empty", "a.txt", "", ANNALS_FORMATS_ERROR_EMPTY,
    "a.txt is empty; choose a file that has a text in it." },
  { "blank", "a.txt", " \n\t\n", ANNALS_FORMATS_ERROR_EMPTY,
    "There is no text in a.txt; choose another file." },
  { "no-break-spaces", "a.txt", "\xa0\n\xa0", ANNALS_FORMATS_ERROR_EMPTY,
    "There is no text in a.txt; choose another file." },
  { "blank-page-of-spaces", "a.html", "<p>&nbsp;</p>", ANNALS_FORMATS_ERROR_EMPTY,
    "There is no text in the web page a.html; choose another file." },
  { "one-line", "a.xml", TEI "\n<!-- a\n-- b --></TEI>", ANNALS_FORMATS_ERROR_SYNTAX,
    "a.xml, line 3, column *: this is not well-formed XML (*)." },
  { "blank-page", "a.html", "<html><script>1</script></html>", ANNALS_FORMATS_ERROR_EMPTY,
    "There is no text in the web page a.html; choose another file." },
  { "impossible-day", "a.xml",
    EVENTS "  <event xml:id='e' when-custom='2003-02-30' datingMethod='#edtf'/></listEvent>"
           "</standOff></TEI>",
    ANNALS_FORMATS_ERROR_CONTENT,
    "a.xml, line 4, column 3: the date “2003-02-30” cannot be read: *" },
  { "impossible-derived-day", "a.xml",
    EVENTS "<event xml:id='e' when='2003-02-30'/></listEvent></standOff></TEI>",
    ANNALS_FORMATS_ERROR_CONTENT,
    "a.xml, line 4, column 1: the date “2003-02-30” cannot be read: *" },
  { "not-edtf", "a.xml",
    EVENTS "<event xml:id='e' when-custom='lately' datingMethod='#edtf'/></listEvent></standOff>"
           "</TEI>",
    ANNALS_FORMATS_ERROR_CONTENT, "a.xml, line 4, column 1: the date “lately” cannot be read: *" },
  { "backwards", "a.xml",
    EVENTS "<event xml:id='e'><label>E</label><note type='record'>\n"
           "<date when-custom='1991/1947' datingMethod='#edtf'/></note></event></listEvent>"
           "</standOff></TEI>",
    ANNALS_FORMATS_ERROR_CONTENT,
    "a.xml, line 5, column 1: the date “1991/1947” cannot be read: *" },
  { "published", "a.xml",
    TEI "<teiHeader><fileDesc><sourceDesc><bibl>\n<date when='2004-13'/></bibl></sourceDesc>"
        "</fileDesc></teiHeader></TEI>",
    ANNALS_FORMATS_ERROR_CONTENT, "a.xml, line 2, column 1: the date “2004-13” cannot be read: *" },
  { "duplicate-id", "a.xml",
    EVENTS "<event xml:id='e'/>\n<event xml:id='e'/></listEvent></standOff></TEI>",
    ANNALS_FORMATS_ERROR_CONTENT,
    "a.xml, line 5, column 1: the id “e” is given twice, first in line 4; every id must be the "
    "only one of its kind." },
  { "from-nowhere", "a.xml", EVIDENCE " <span from='#x' to='#b' ana='#e'>plain</span>" A_TEXT,
    ANNALS_FORMATS_ERROR_CONTENT,
    "a.xml, line 4, column 2: from=\"#x\" points to nothing in this file." },
  { "to-nowhere", "a.xml", EVIDENCE "<span from='#a' to='#y' ana='#e'>plain</span>" A_TEXT,
    ANNALS_FORMATS_ERROR_CONTENT,
    "a.xml, line 4, column 1: to=\"#y\" points to nothing in this file." },
  { "unknown-event", "a.xml", EVIDENCE "<span from='#a' to='#b' ana='#f'>plain</span>" A_TEXT,
    ANNALS_FORMATS_ERROR_CONTENT,
    "a.xml, line 4, column 1: ana=\"#f\" points to nothing in this file." },
  { "no-event", "a.xml", EVIDENCE "<span from='#a' to='#b'>plain words</span>" A_TEXT,
    ANNALS_FORMATS_ERROR_CONTENT,
    "a.xml, line 4, column 1: this passage belongs to no event; its attribute “ana” is missing." },
  { "anchors-swapped", "a.xml", EVIDENCE "<span from='#b' to='#a' ana='#e'>plain</span>" A_TEXT,
    ANNALS_FORMATS_ERROR_CONTENT,
    "a.xml, line 4, column 1: this passage has no words between its two anchors." },
  { "no-anchors", "a.xml", EVIDENCE "<span ana='#e'/>" A_TEXT, ANNALS_FORMATS_ERROR_CONTENT,
    "a.xml, line 4, column 1: this passage has neither anchors nor words to find it by." },
  { "bad-range", "a.xml",
    SOURCE_EVIDENCE "<annotation xml:id='n' target='file:t.txt#char=20,10' ana='#e'>"
                    "<note type='exact'>w</note></annotation></listAnnotation></standOff></TEI>",
    ANNALS_FORMATS_ERROR_CONTENT,
    "a.xml, line 4, column 1: “file:t.txt#char=20,10” is no range of characters; it is written "
    "like file:text.txt#char=10,20." },
  { "no-words", "a.xml",
    SOURCE_EVIDENCE "<annotation xml:id='n' target='file:t.txt#char=1,10' ana='#e'>"
                    "<note type='begins'>w</note></annotation></listAnnotation></standOff></TEI>",
    ANNALS_FORMATS_ERROR_CONTENT,
    "a.xml, line 4, column 1: this passage has neither its words nor its first and last words." },
  { "bad-sha256", "a.xml",
    SOURCE_EVIDENCE
    "<annotation xml:id='n' target='file:t.txt' ana='#e'><note type='exact'>w</note>"
    "<note type='sha256'>ABC</note></annotation></listAnnotation></standOff></TEI>",
    ANNALS_FORMATS_ERROR_CONTENT,
    "a.xml, line 4, column 1: the SHA-256 of this passage is not 64 hexadecimal digits in lower "
    "case." },
};

static void
assert_refused (GFile *file, AnnalsFormatsError code, const gchar *pattern)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AnnalsDocument) document = annals_formats_open (file, NULL, &error);

  g_assert_null (document);
  g_assert_nonnull (error);
  if (!g_pattern_match_simple (pattern, error->message))
    g_assert_cmpstr (error->message, ==, pattern);
  g_assert_error (error, ANNALS_FORMATS_ERROR, (gint) code);
  g_assert_null (strchr (error->message, '\n'));
}

static void
test_bad_file (Fixture *fixture, gconstpointer data)
{
  const BadFile *bad = data;
  g_autoptr (GFile) file = fixture_write (fixture, bad->file, bad->content, -1);

  assert_refused (file, bad->code, bad->message);
}

/* Each entity ten of the one before: a thousand million letters in a kilobyte. */
static void
test_entity_bomb (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) bomb = g_string_new ("<!DOCTYPE TEI [<!ENTITY a0 \"ha\">");
  g_autoptr (GFile) file = NULL;

  for (guint i = 1; i < 10; i++)
    {
      g_string_append_printf (bomb, "<!ENTITY a%u \"", i);
      for (guint j = 0; j < 10; j++)
        g_string_append_printf (bomb, "&a%u;", i - 1);
      g_string_append (bomb, "\">");
    }
  g_string_append (bomb, "]>\n" TEI "&a9;</TEI>");
  file = fixture_write (fixture, "bomb.xml", bomb->str, -1);
  assert_refused (file, ANNALS_FORMATS_ERROR_SYNTAX,
                  "bomb.xml, line 1, column *: the entity “a0” is declared here;*");
}

static guint n_loads;

static xmlParserInput *
count_loads (const char *url, const char *id, xmlParserCtxt *context)
{
  n_loads++;
  return NULL;
}

/* The secret is watched by the kernel; nobody may as much as open it. */
static void
test_external_entities (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const gchar *format;
    gboolean is_refused;
  } cases[] = {
    { "<!DOCTYPE TEI [<!ENTITY x SYSTEM \"%s\">]>" TEI "&x;</TEI>", TRUE },
    { "<!DOCTYPE TEI [<!ENTITY %% x SYSTEM \"%s\"> %%x;]>" TEI "</TEI>", TRUE },
    { "<!DOCTYPE TEI [<!NOTATION n SYSTEM \"n\"><!ENTITY x SYSTEM \"%s\" NDATA n>]>" TEI "</TEI>",
      TRUE },
    { "<!DOCTYPE TEI SYSTEM \"%s\">" TEI "<text><body><p>Words.</p></body></text></TEI>", FALSE },
    { "<!DOCTYPE TEI SYSTEM \"%s\">" TEI "<text><body><p>&x;</p></body></text></TEI>", TRUE },
    { "<?xml-stylesheet href=\"%s\"?>" TEI "<text><body><p>Words.</p></body></text></TEI>", FALSE },
    { TEI "<xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href=\"%s\" parse='text'/>"
          "<text><body><p>Words.</p></body></text></TEI>",
      FALSE },
  };
  g_autoptr (GFile) secret = fixture_write (fixture, "secret", "<!ENTITY y 'secret'>", -1);
  g_autofree gchar *uri = g_file_get_uri (secret);
  xmlExternalEntityLoader old_loader = xmlGetExternalEntityLoader ();
  gint watch = inotify_init1 (IN_NONBLOCK | IN_CLOEXEC);
  gchar event[4096];

  g_assert_cmpint (inotify_add_watch (watch, g_file_peek_path (secret), IN_OPEN | IN_ACCESS), >=,
                   0);
  xmlSetExternalEntityLoader (count_loads);
  n_loads = 0;
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) parts = g_strsplit (cases[i].format, "%s", -1);
      g_autofree gchar *joined = g_strjoinv (uri, parts);
      g_auto (GStrv) percents = g_strsplit (joined, "%%", -1);
      g_autofree gchar *content = g_strjoinv ("%", percents);
      g_autoptr (GFile) file = fixture_write (fixture, "a.xml", content, -1);
      g_autoptr (GError) error = NULL;
      g_autoptr (AnnalsDocument) document = annals_formats_open (file, NULL, &error);

      g_test_message ("%s: %s", content, error != NULL ? error->message : "read");
      g_assert_cmpint (document == NULL, ==, cases[i].is_refused);
      if (cases[i].is_refused)
        g_assert_error (error, ANNALS_FORMATS_ERROR, ANNALS_FORMATS_ERROR_SYNTAX);
      g_assert_cmpuint (n_loads, ==, 0);
      g_assert_cmpint (read (watch, event, sizeof event), <, 0);
    }
  xmlSetExternalEntityLoader (old_loader);
  close (watch);
}

static void
test_deep (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) deep = g_string_new (TEI);
  g_autoptr (GFile) file = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append (deep, "<p>");
  file = fixture_write (fixture, "deep.xml", deep->str, -1);
  assert_refused (file, ANNALS_FORMATS_ERROR_TOO_LARGE,
                  "deep.xml, line 1, column 639: elements are nested more than 200 deep, which is "
                  "more than Annals reads.");
}

static void
test_folder (Fixture *fixture, gconstpointer data)
{
  g_autofree gchar *path = g_build_filename (fixture->folder, "folder.xml", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_assert_true (g_file_make_directory (file, NULL, NULL));
  assert_refused (file, ANNALS_FORMATS_ERROR_UNREADABLE,
                  "folder.xml is a folder; choose a file inside it.");
}

/* Opening a pipe by its name would wait for a writer; through a descriptor it is open already. */
static void
test_pipe (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) named = g_file_new_build_filename (fixture->folder, "pipe.txt", NULL);
  g_autofree gchar *path = NULL;
  g_autoptr (GFile) given = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (AnnalsText) text = NULL;
  gint ends[2];

  g_assert_cmpint (mkfifo (g_file_peek_path (named), 0600), ==, 0);
  assert_refused (named, ANNALS_FORMATS_ERROR_UNREADABLE,
                  "pipe.txt is no ordinary file; choose a file that has a text in it.");

  g_assert_cmpint (pipe (ends), ==, 0);
  g_assert_cmpint (write (ends[1], "Words.", 6), ==, 6);
  close (ends[1]);
  path = g_strdup_printf ("/dev/fd/%d", ends[0]);
  given = g_file_new_for_path (path);
  text = annals_formats_read_text (given, NULL, &error);
  g_assert_no_error (error);
  close (ends[0]);
}

/* Files of one name in different folders can be told apart by what is said of them, unless whoever
 * hands one in asks for less. */
static void
test_names (Fixture *fixture, gconstpointer data)
{
  g_autofree gchar *below = g_build_filename (fixture->folder, "below", NULL);
  g_autoptr (GFile) here = fixture_write (fixture, "a.txt", "", -1);
  g_autoptr (GFile) again = g_file_dup (here);
  g_autoptr (GFile) deeper = g_file_new_build_filename (below, "a.txt", NULL);
  g_autofree gchar *message = g_strdup_printf ("%s is empty; choose a file that has a text in it.",
                                               g_file_peek_path (here));

  g_assert_cmpint (g_mkdir (below, 0700), ==, 0);
  assert_refused (here, ANNALS_FORMATS_ERROR_EMPTY,
                  "a.txt is empty; choose a file that has a text in it.");
  assert_refused (deeper, ANNALS_FORMATS_ERROR_UNREADABLE,
                  "below/a.txt does not exist; check its name and place.");
  g_assert_cmpint (g_chdir (below), ==, 0);
  assert_refused (here, ANNALS_FORMATS_ERROR_EMPTY, message);

  annals_file_set_brief (here, TRUE);
  assert_refused (here, ANNALS_FORMATS_ERROR_EMPTY,
                  "a.txt is empty; choose a file that has a text in it.");
  assert_refused (again, ANNALS_FORMATS_ERROR_EMPTY, message);
  assert_refused (deeper, ANNALS_FORMATS_ERROR_UNREADABLE,
                  "a.txt does not exist; check its name and place.");
  annals_file_set_brief (here, FALSE);
  assert_refused (here, ANNALS_FORMATS_ERROR_EMPTY, message);
}

static void
test_missing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = g_file_new_build_filename (fixture->folder, "none.txt", NULL);

  assert_refused (file, ANNALS_FORMATS_ERROR_UNREADABLE,
                  "none.txt does not exist; check its name and place.");
}

static void
test_forbidden (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = fixture_write (fixture, "mine.txt", "Words.", -1);
  gboolean is_root = geteuid () == 0;

  g_assert_cmpint (chmod (g_file_peek_path (file), 0), ==, 0);
  g_assert_cmpint (chmod (fixture->folder, 0755), ==, 0);
  if (is_root)
    g_assert_cmpint (seteuid (65534), ==, 0);
  assert_refused (file, ANNALS_FORMATS_ERROR_UNREADABLE,
                  "mine.txt may not be read with your permissions; ask its owner.");
  if (is_root)
    g_assert_cmpint (seteuid (0), ==, 0);
}

/* Sparse, so that nothing is on the disk: refused by its size, before it is read. */
static void
test_huge (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = fixture_write (fixture, "huge.txt", "x", -1);
  gint64 start_us;

  g_assert_cmpint (truncate (g_file_peek_path (file), 200 * 1024 * 1024), ==, 0);
  start_us = g_get_monotonic_time ();
  assert_refused (file, ANNALS_FORMATS_ERROR_TOO_LARGE,
                  "huge.txt is larger than 128.0?MiB, the most that Annals reads; split it into "
                  "parts.");
  g_assert_cmpint (g_get_monotonic_time () - start_us, <, 100000);
}

static void
test_endless (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/dev/zero");

  assert_refused (
      file, ANNALS_FORMATS_ERROR_TOO_LARGE,
      "/dev/zero is larger than 128.0?MiB, the most that Annals reads; split it into parts.");
}

static void
test_long_line (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new ("first\r\nsecond\r");
  g_autoptr (GFile) good = NULL;
  g_autoptr (GFile) bad = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (AnnalsText) read_back = NULL;

  for (guint i = 0; i < ANNALS_FORMATS_MAX_LINE_CHARS; i++)
    g_string_append (text, "語");
  good = fixture_write (fixture, "good.txt", text->str, -1);
  read_back = annals_formats_read_text (good, NULL, &error);
  g_assert_no_error (error);
  g_string_append (text, "語");
  bad = fixture_write (fixture, "long.txt", text->str, -1);
  assert_refused (
      bad, ANNALS_FORMATS_ERROR_TOO_LARGE,
      "long.txt, line 3: the line is longer than 65536 characters, the most that Annals "
      "shows; break it into shorter lines.");
}

static void
test_long_paragraph (Fixture *fixture, gconstpointer data)
{
  g_autofree gchar *letters = g_strnfill (ANNALS_FORMATS_MAX_LINE_CHARS + 1, 'x');
  g_autofree gchar *page = g_strdup_printf ("<html><p>a<br>b</p><p>%s</p></html>", letters);
  g_autofree gchar *tei = g_strdup_printf (
      TEI "<text><body><head>a</head><p>%s</p></body></text></TEI>", letters);
  g_autoptr (GFile) page_file = fixture_write (fixture, "a.html", page, -1);
  g_autoptr (GFile) tei_file = fixture_write (fixture, "a.xml", tei, -1);

  assert_refused (
      page_file, ANNALS_FORMATS_ERROR_TOO_LARGE,
      "a.html, paragraph 2: the paragraph is longer than 65536 characters, the most that "
      "Annals shows; break it into shorter paragraphs.");
  assert_refused (
      tei_file, ANNALS_FORMATS_ERROR_TOO_LARGE,
      "a.xml, paragraph 2: the paragraph is longer than 65536 characters, the most that "
      "Annals shows; break it into shorter paragraphs.");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (BAD_FILES); i++)
    {
      g_autofree gchar *path = g_strconcat ("/formats/bad-input/", BAD_FILES[i].name, NULL);

      g_test_add (path, Fixture, &BAD_FILES[i], fixture_set_up, test_bad_file, fixture_tear_down);
    }
  add_fixture_test ("/formats/bad-input/entity-bomb", test_entity_bomb);
  add_fixture_test ("/formats/bad-input/external-entities", test_external_entities);
  add_fixture_test ("/formats/bad-input/deep", test_deep);
  add_fixture_test ("/formats/bad-input/folder", test_folder);
  add_fixture_test ("/formats/bad-input/pipe", test_pipe);
  add_fixture_test ("/formats/bad-input/names", test_names);
  add_fixture_test ("/formats/bad-input/missing", test_missing);
  add_fixture_test ("/formats/bad-input/forbidden", test_forbidden);
  add_fixture_test ("/formats/bad-input/huge", test_huge);
  add_fixture_test ("/formats/bad-input/endless", test_endless);
  add_fixture_test ("/formats/bad-input/long-line", test_long_line);
  add_fixture_test ("/formats/bad-input/long-paragraph", test_long_paragraph);
  return g_test_run ();
}
