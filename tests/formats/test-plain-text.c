/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "formats-testing.h"

typedef struct
{
  const gchar *name;
  const gchar *bytes;
  gssize n_bytes;
  const gchar *text;
} Case;

static const Case CASES[] = {
  { "utf-8", "Zoë — 日本\n", -1, "Zoë — 日本\n" },
  { "utf-8-mark", "\xef\xbb\xbfZoë", -1, "Zoë" },
  { "utf-16-le", "\xff\xfeZ\0o\0\xeb\0\xe5\x65", 10, "Zoë日" },
  { "utf-16-be", "\xfe\xff\0Z\0o\0\xeb\x65\xe5", 10, "Zoë日" },
  { "utf-16-surrogates", "\xff\xfe\x3c\xd8\xe0\xdf", 6, "\U0001f3e0" },
  { "windows-1252",
    "\x93Zo\xeb\x94 \x97 \x80"
    "5",
    -1, "“Zoë” — €5" },
  { "crlf", "a\r\nb\r\n\r\nc", -1, "a\nb\n\nc" },
  { "cr", "a\rb\r\rc", -1, "a\nb\n\nc" },
  { "form-feed", "a\fb", -1, "a\nb" },
  { "looks-like-markup", "<< a note >>", -1, "<< a note >>" },
  { "less-than", "< 5 people", -1, "< 5 people" },
};

static void
test_read (Fixture *fixture, gconstpointer data)
{
  const Case *c = data;
  g_autoptr (GFile) file = fixture_write (fixture, "a.txt", c->bytes, c->n_bytes);
  g_autoptr (GError) error = NULL;
  g_autoptr (AnnalsText) text = annals_formats_read_text (file, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (annals_text_get_utf8 (text), ==, c->text);
}

static void
test_document (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnnalsDocument) document = fixture_open (fixture, "Harrow Mill.v2.txt",
                                                      "One.\n\nTwo.\n");
  const AnnalsDocumentInfo *info = annals_document_get_info (document);

  g_assert_cmpstr (info->title, ==, "Harrow Mill.v2");
  g_assert_null (info->id);
  g_assert_false (info->is_digest);
  g_assert_null (annals_document_get_file (document));
  g_assert_cmpuint (annals_document_get_n_events (document), ==, 0);
  g_assert_cmpuint (
      annals_text_get_n_paragraphs (annals_document_get_text (document, ANNALS_WHERE_TEXT)), ==, 2);
  g_assert_null (annals_document_get_text (document, ANNALS_WHERE_SOURCE));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autofree gchar *path = g_strconcat ("/formats/plain-text/", CASES[i].name, NULL);

      g_test_add (path, Fixture, &CASES[i], fixture_set_up, test_read, fixture_tear_down);
    }
  add_fixture_test ("/formats/plain-text/document", test_document);
  return g_test_run ();
}
