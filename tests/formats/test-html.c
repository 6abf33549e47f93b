/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "formats-testing.h"

typedef struct
{
  const gchar *name;
  const gchar *page;
  const gchar *text;
  const gchar *title;
} Case;

static const Case CASES[] = {
  { "page",
    "<!DOCTYPE html><html><head><title>A &amp; "
    "B</title><style>p{}</style></head><body><h1>Head</h1>"
    "<p>One <b>two</b>\n three.</p><script>var x = '<p>no</p>';</script><p>Four</p></body></html>",
    "Head\n\nOne two three.\n\nFour", "A & B" },
  { "entities", "<html><body><p>Zo&euml; &mdash; &#8220;x&#x201d; &lt;y&gt; a&nbsp;b</body></html>",
    "Zoë — “x” <y> a\u00a0b", "a" },
  { "line-breaks", "<html><body>a<br>b<br/>\nc<BR><BR>d</body></html>", "a\nb\nc\n\nd", "a" },
  { "old-page",
    "<HTML><BODY BGCOLOR=white><TABLE><TR><TD>left<TD>right</TABLE><FONT "
    "SIZE=2>small<P>para</BODY>",
    "left\n\nright\n\nsmall\n\npara", "a" },
  { "pre", "<html><body><pre>\n  a  b\n\tc\n</pre> x  y</body></html>", "  a  b\n\tc\n\nx y", "a" },
  { "left-out",
    "<html><body><noscript>no</noscript><template><p>no</p></template><p>yes<!-- no --></p>"
    "<iframe>no</iframe></body></html>",
    "yes", "a" },
  { "unclosed", "<html><body><p>one<p>two<ul><li>three<li>four", "one\n\ntwo\n\nthree\n\nfour",
    "a" },
  { "fragment", "<div>one</div><div>two</div>", "one\n\ntwo", "a" },
  { "saved-from", "<!-- saved from url=(0014)about:internet -->\n<html><body>x</body></html>", "x",
    "a" },
  { "xhtml",
    "<?xml version='1.0' encoding='UTF-8'?>\n<html xmlns='http://www.w3.org/1999/xhtml'><head>"
    "<title>X</title></head><body><p>One</p></body></html>",
    "One", "X" },
  { "windows-1252-declared",
    "<html><head><meta http-equiv='Content-Type' content='text/html; charset=iso-8859-1'></head>"
    "<body>\x93Zo\xeb\x94</body></html>",
    "“Zoë”", "a" },
  { "windows-1252-guessed", "<html><body>\x93Zo\xeb\x94</body></html>", "“Zoë”", "a" },
  { "utf-8-guessed", "<html><body>“Zoë”</body></html>", "“Zoë”", "a" },
  { "falsely-utf-8", "<html><head><meta charset=utf-8></head><body>Zo\xeb</body></html>", "Zoë",
    "a" },
  { "shift-jis",
    "<html><head><meta charset=\"Shift_JIS\"></head><body>\x93\xfa\x96\x7b</body></html>", "日本",
    "a" },
  { "escaping", "<html><body>&lt;script&gt;alert(1)&lt;/script&gt;</body></html>",
    "<script>alert(1)</script>", "a" },
};

static void
test_page (Fixture *fixture, gconstpointer data)
{
  const Case *c = data;
  g_autoptr (AnnalsDocument) document = fixture_open (fixture, "a.html", c->page);
  AnnalsText *text = annals_document_get_text (document, ANNALS_WHERE_TEXT);

  g_assert_cmpstr (annals_text_get_utf8 (text), ==, c->text);
  g_assert_cmpstr (annals_document_get_info (document)->title, ==, c->title);
}

static void
test_heads (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnnalsDocument) document = fixture_open (
      fixture, "a.html", "<html><body><h1>A</h1>b<h2>C <i>c</i></h2><p>d</p></body></html>");
  static const AnnalsParagraphRole roles[] = { ANNALS_PARAGRAPH_HEAD, ANNALS_PARAGRAPH_BODY,
                                               ANNALS_PARAGRAPH_HEAD, ANNALS_PARAGRAPH_BODY };

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    g_assert_cmpint (annals_document_get_paragraph_role (document, i), ==, roles[i]);
}

/* Nested as no page is, but as a malicious one may be: no recursion of ours to run out of stack. */
static void
test_deep (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) page = g_string_new ("<html><body>");
  g_autoptr (GFile) file = NULL;
  g_autoptr (AnnalsText) text = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 50000; i++)
    g_string_append (page, "<div><b>");
  g_string_append (page, "deep");
  file = fixture_write (fixture, "deep.html", page->str, -1);
  text = annals_formats_read_text (file, NULL, &error);
  g_assert_true (text != NULL || error != NULL);
  if (text == NULL)
    g_assert_cmpint (error->domain, ==, ANNALS_FORMATS_ERROR);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autofree gchar *path = g_strconcat ("/formats/html/", CASES[i].name, NULL);

      g_test_add (path, Fixture, &CASES[i], fixture_set_up, test_page, fixture_tear_down);
    }
  add_fixture_test ("/formats/html/heads", test_heads);
  add_fixture_test ("/formats/html/deep", test_deep);
  return g_test_run ();
}
