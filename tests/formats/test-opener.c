/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "annals-sniff.h"
#include "formats-testing.h"

/*
 * What a file is taken for, and whether the commentary is recognised in whatever form it comes.
 */

static void
test_sniff (void)
{
  static const struct
  {
    const gchar *content;
    AnnalsContentKind kind;
  } cases[] = {
    { "Plain words", ANNALS_CONTENT_TEXT },
    { "", ANNALS_CONTENT_TEXT },
    { "  <- an arrow", ANNALS_CONTENT_TEXT },
    { "<ann@mill.example> wrote", ANNALS_CONTENT_TEXT },
    { "<TEI xmlns='x'/>", ANNALS_CONTENT_XML },
    { "<?xml version='1.0'?><!-- c -->\n<?pi x?><!DOCTYPE TEI [ <!ELEMENT a ANY> ]> <TEI/>",
      ANNALS_CONTENT_XML },
    { "<?xml version='1.0'?>", ANNALS_CONTENT_XML },
    { "<timeline>", ANNALS_CONTENT_XML },
    { "<!DOCTYPE html>hello", ANNALS_CONTENT_HTML },
    { "\n<!doctype HTML PUBLIC '-//W3C//DTD HTML 4.01//EN'>", ANNALS_CONTENT_HTML },
    { "<HTML>", ANNALS_CONTENT_HTML },
    { "<?xml version='1.0'?><h:html xmlns:h='http://www.w3.org/1999/xhtml'/>",
      ANNALS_CONTENT_HTML },
    { "<!-- saved from url=(0014)x -->\r\n<html>", ANNALS_CONTENT_HTML },
    { "<p class=x>", ANNALS_CONTENT_HTML },
    { "\xef\xbb\xbf<html>", ANNALS_CONTENT_HTML },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i].content, strlen (cases[i].content));

      g_test_message ("%s", cases[i].content);
      g_assert_cmpint (annals_sniff (bytes), ==, cases[i].kind);
    }
}

static void
test_read_text (Fixture *fixture, gconstpointer data)
{
  g_autofree gchar *tei = dup_tei ("<text><body><p>Words of it.</p></body></text>");
  g_autoptr (GFile) file = fixture_write (fixture, "a.xml", tei, -1);
  g_autoptr (GError) error = NULL;
  g_autoptr (AnnalsText) text = annals_formats_read_text (file, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (annals_text_get_utf8 (text), ==, "Words of it.");
}

#define MILL_EVENTS                                                                        \
  "<standOff><listEvent><event xml:id='e'><label>E</label></event></listEvent>"            \
  "<listAnnotation type='evidence'>"                                                       \
  "<annotation xml:id='a' target='file:m.txt#char=0,30' ana='#e'><note type='exact'>a "    \
  "timber bridge was put across the river</note></annotation>"                             \
  "<annotation xml:id='b' target='file:m.txt#char=90,99' ana='#e'><note type='exact'>the " \
  "flood of that spring carried it away</note></annotation></listAnnotation></standOff>"

static void
test_link_source (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnnalsDocument) document = fixture_open_tei (fixture, MILL_EVENTS);
  g_autoptr (GFile) half = fixture_write (
      fixture, "half.txt", "They say a timber bridge was put across the river then.", -1);
  g_autoptr (GFile) other = fixture_write (fixture, "other.txt", "Nothing about bridges.", -1);
  g_autoptr (GError) error = NULL;
  AnnalsStandingCounts counts;

  g_assert_false (annals_formats_link_source (document, other, NULL, &error));
  g_assert_error (error, ANNALS_FORMATS_ERROR, ANNALS_FORMATS_ERROR_CONTENT);
  g_assert_cmpstr (error->message, ==,
                   "other.txt does not look like the source of this document, because too few of "
                   "its passages are in it; choose another file.");
  g_assert_null (annals_document_get_text (document, ANNALS_WHERE_SOURCE));
  g_clear_error (&error);

  g_assert_true (annals_formats_link_source (document, half, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_equal (annals_document_get_source_file (document), half));
  annals_document_count_standings (document, ANNALS_WHERE_SOURCE, &counts);
  g_assert_cmpuint (counts.counts[ANNALS_STANDING_MOVED], ==, 1);
  g_assert_cmpuint (counts.counts[ANNALS_STANDING_LOST], ==, 1);
}

/* Wherever it lies, a text without a title is called as its file is. */
static void
test_title_from_name (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = fixture_write (fixture, "An old. mill.txt", "Words.", -1);
  const gchar *folders[] = { fixture->folder, "/" };

  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autoptr (AnnalsDocument) document = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (g_chdir (folders[i]), ==, 0);
      document = annals_formats_open (file, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (annals_document_get_info (document)->title, ==, "An old. mill");
    }
}

static void
test_nothing_to_recognise (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnnalsDocument) document = fixture_open_tei (
      fixture, "<text><body><p>Words.</p></body></text>");

  g_assert_false (
      annals_formats_recognise (document, annals_document_get_text (document, ANNALS_WHERE_TEXT)));
}

/* Versions of the commentary, made from it here: it is not ours to hand on. */

static gchar *
make_as_it_is (const gchar *sample, gsize *n_bytes)
{
  *n_bytes = strlen (sample);
  return g_strdup (sample);
}

static gchar *
make_crlf (const gchar *sample, gsize *n_bytes)
{
  g_auto (GStrv) lines = g_strsplit (sample, "\n", -1);
  gchar *made = g_strjoinv ("\r\n", lines);

  *n_bytes = strlen (made);
  return made;
}

/* Lines of about 60 characters, as in mail. */
static gchar *
make_reflowed (const gchar *sample, gsize *n_bytes)
{
  GString *made = g_string_new (NULL);
  guint column = 0;

  for (const gchar *p = sample; *p != '\0'; p++)
    {
      gboolean breaks = *p == ' ' && column > 60;

      g_string_append_c (made, breaks ? '\n' : *p);
      column = breaks || *p == '\n' ? 0 : column + 1;
    }
  *n_bytes = made->len;
  return g_string_free (made, FALSE);
}

static gchar *
make_smart (const gchar *sample, gsize *n_bytes)
{
  GString *made = g_string_new ("\ufeff");
  gboolean opens = TRUE;

  for (const gchar *p = sample; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append (made, opens ? "“" : "”");
      else if (*p == '\'')
        g_string_append (made, "’");
      else if (*p == '-')
        g_string_append (made, "‑");
      else
        g_string_append_c (made, *p);
      opens = g_ascii_isspace (*p);
    }
  *n_bytes = made->len;
  return g_string_free (made, FALSE);
}

static gchar *
make_page (const gchar *sample, gboolean is_windows, gsize *n_bytes)
{
  g_auto (GStrv) lines = g_strsplit (sample, "\n", -1);
  g_autoptr (GString) page = g_string_new (NULL);

  g_string_append_printf (page,
                          "<!DOCTYPE html>\n<html><head><meta http-equiv=\"Content-Type\" "
                          "content=\"text/html; charset=%s\"><title>A page</title>"
                          "<script>document.write ('x');</script></head><body><table><tr><td>\n",
                          is_windows ? "iso-8859-1" : "utf-8");
  for (gchar **line = lines; *line != NULL; line++)
    {
      g_autofree gchar *escaped = g_markup_escape_text (*line, -1);
      g_auto (GStrv) words = g_strsplit (escaped, " the ", -1);
      g_autofree gchar *joined = g_strjoinv (" <i>the</i>\n&#32;", words);
      g_auto (GStrv) apostrophes = g_strsplit (joined, "&apos;", -1);
      g_autofree gchar *quoted = g_strjoinv (is_windows ? "\u2019" : "&rsquo;", apostrophes);

      g_string_append_printf (page, "<p>%s</p>\n", quoted);
    }
  g_string_append (page, "</td></tr></table></body></html>");
  if (is_windows)
    return g_convert (page->str, page->len, "WINDOWS-1252", "UTF-8", NULL, n_bytes, NULL);
  *n_bytes = page->len;
  return g_strdup (page->str);
}

static gchar *
make_html (const gchar *sample, gsize *n_bytes)
{
  return make_page (sample, FALSE, n_bytes);
}

static gchar *
make_windows_html (const gchar *sample, gsize *n_bytes)
{
  return make_page (sample, TRUE, n_bytes);
}

static gchar *
make_cut (const gchar *sample, gsize *n_bytes)
{
  *n_bytes = strlen (sample) * 2 / 3;
  return g_strndup (sample, *n_bytes);
}

static gchar *
make_half_cut (const gchar *sample, gsize *n_bytes)
{
  *n_bytes = strlen (sample) * 2 / 5;
  return g_strndup (sample, *n_bytes);
}

static gchar *
make_mostly_cut (const gchar *sample, gsize *n_bytes)
{
  *n_bytes = strlen (sample) / 5;
  return g_strndup (sample, *n_bytes);
}

typedef struct
{
  const gchar *name;
  const gchar *file;
  gchar *(*make) (const gchar *sample, gsize *n_bytes);
  gboolean is_recognised;
  gdouble min_placed; /* part of all passages */
  gboolean all_exact;
} Version;

static const Version VERSIONS[] = {
  { "as-it-is", "a.txt", make_as_it_is, TRUE, 1.0, TRUE },
  { "crlf", "a.txt", make_crlf, TRUE, 1.0, TRUE },
  { "reflowed", "a.txt", make_reflowed, TRUE, 1.0, TRUE },
  { "smart-quoted", "a.txt", make_smart, TRUE, 1.0, FALSE },
  { "html", "a.html", make_html, TRUE, 1.0, FALSE },
  { "windows-1252-html", "a.htm", make_windows_html, TRUE, 1.0, FALSE },
  { "cut", "a.txt", make_cut, TRUE, 0.5, FALSE },
  { "half-cut", "a.txt", make_half_cut, TRUE, 0.3, FALSE },
  { "mostly-cut", "a.txt", make_mostly_cut, FALSE, 0.0, FALSE },
};

static void
test_version (Fixture *fixture, gconstpointer data)
{
  const Version *version = data;
  g_autofree gchar *sample = dup_sample ();
  g_autofree gchar *content = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (AnnalsDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  AnnalsStandingCounts counts;
  guint n_placed;
  gsize n_bytes;

  if (sample == NULL)
    return;
  content = version->make (sample, &n_bytes);
  file = fixture_write (fixture, version->file, content, n_bytes);
  document = annals_formats_open (file, NULL, &error);
  g_assert_no_error (error);
  if (!version->is_recognised)
    {
      g_assert_null (annals_document_get_source_file (document));
      g_assert_cmpuint (annals_document_get_n_events (document), ==, 0);
      return;
    }
  g_assert_cmpstr (annals_document_get_info (document)->id, ==, "konishi-2004");
  g_assert_true (g_file_equal (annals_document_get_source_file (document), file));
  annals_document_count_standings (document, ANNALS_WHERE_SOURCE, &counts);
  n_placed = counts.n_passages - counts.counts[ANNALS_STANDING_LOST];
  g_test_message ("%u passages: %u exact, %u moved, %u doubtful, %u lost", counts.n_passages,
                  counts.counts[ANNALS_STANDING_EXACT], counts.counts[ANNALS_STANDING_MOVED],
                  counts.counts[ANNALS_STANDING_DOUBTFUL], counts.counts[ANNALS_STANDING_LOST]);
  g_assert_cmpfloat (n_placed, >=, version->min_placed * counts.n_passages);
  g_assert_cmpuint (counts.counts[ANNALS_STANDING_UNCHECKED], ==, 0);
  if (version->all_exact)
    g_assert_cmpuint (counts.counts[ANNALS_STANDING_EXACT], ==, counts.n_passages);
}

/* Every passage of the bundled document's own text stands where its anchors say. */
static void
test_bundled (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AnnalsDocument) document = annals_formats_open_bundled (&error);
  AnnalsStandingCounts counts;

  g_assert_no_error (error);
  g_assert_null (annals_document_get_file (document));
  g_assert_true (annals_document_get_info (document)->is_digest);
  g_assert_cmpuint (annals_document_get_n_events (document), ==, 15);
  annals_document_count_standings (document, ANNALS_WHERE_TEXT, &counts);
  g_assert_cmpuint (counts.n_passages, >=, 15);
  g_assert_cmpuint (counts.counts[ANNALS_STANDING_EXACT], ==, counts.n_passages);
  annals_document_count_standings (document, ANNALS_WHERE_SOURCE, &counts);
  g_assert_cmpuint (counts.n_passages, >=, 15);
  g_assert_cmpuint (counts.counts[ANNALS_STANDING_UNCHECKED], ==, counts.n_passages);
}

/* What is in no file is opened as a file is, and has the same limits. */
static void
test_bytes (void)
{
  static const struct
  {
    const gchar *content;
    const gchar *title;
    const gchar *text;
  } cases[] = {
    { "Words of 1973.", "Pasted text", "Words of 1973." },
    { "<meta charset='utf-8'><p>Words &amp; more.</p>", "Pasted text", "Words & more." },
    { "<html><title>A page</title><body><p>Words.</p></body></html>", "A page", "Words." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i].content, strlen (cases[i].content));
      g_autoptr (GError) error = NULL;
      g_autoptr (AnnalsDocument) document = annals_formats_open_bytes (bytes, "Pasted text",
                                                                       &error);

      g_assert_no_error (error);
      g_assert_cmpstr (annals_document_get_info (document)->title, ==, cases[i].title);
      g_assert_cmpstr (
          annals_text_get_utf8 (annals_document_get_text (document, ANNALS_WHERE_TEXT)), ==,
          cases[i].text);
      g_assert_null (annals_document_get_file (document));
    }
}

static void
test_bad_bytes (void)
{
  gsize too_many = ANNALS_FORMATS_MAX_FILE_BYTES + 1;
  g_autoptr (GBytes) large = g_bytes_new_take (g_malloc0 (too_many), too_many);
  g_autoptr (GBytes) none = g_bytes_new_static ("", 0);
  g_autoptr (GBytes) torn = g_bytes_new_static ("<TEI>", 5);
  const struct
  {
    GBytes *bytes;
    gint code;
    const gchar *message;
  } cases[] = {
    { large, ANNALS_FORMATS_ERROR_TOO_LARGE, "Pasted text is larger than 128.0" },
    { none, ANNALS_FORMATS_ERROR_EMPTY, "There is no text in Pasted text" },
    { torn, ANNALS_FORMATS_ERROR_SYNTAX, "Pasted text, line 1" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (annals_formats_open_bytes (cases[i].bytes, "Pasted text", &error));
      g_assert_error (error, ANNALS_FORMATS_ERROR, cases[i].code);
      g_test_message ("%s", error->message);
      g_assert_true (g_str_has_prefix (error->message, cases[i].message));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/opener/sniff", test_sniff);
  g_test_add_func ("/formats/opener/bundled", test_bundled);
  g_test_add_func ("/formats/opener/bytes", test_bytes);
  g_test_add_func ("/formats/opener/bytes/bad", test_bad_bytes);
  add_fixture_test ("/formats/opener/read-text", test_read_text);
  add_fixture_test ("/formats/opener/link-source", test_link_source);
  add_fixture_test ("/formats/opener/title-from-name", test_title_from_name);
  add_fixture_test ("/formats/opener/nothing-to-recognise", test_nothing_to_recognise);
  for (guint i = 0; i < G_N_ELEMENTS (VERSIONS); i++)
    {
      g_autofree gchar *path = g_strconcat ("/formats/opener/commentary/", VERSIONS[i].name, NULL);

      g_test_add (path, Fixture, &VERSIONS[i], fixture_set_up, test_version, fixture_tear_down);
    }
  return g_test_run ();
}
