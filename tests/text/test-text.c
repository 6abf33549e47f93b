/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The source text: offsets both ways, paragraphs, slices, the hash. */

#include "config.h"

#include <string.h>

#include "annals-text.h"

typedef struct
{
  const gchar *name;
  const gchar *text;
  const gchar *paragraphs; /* "start-end" each, separated by spaces */
} ParagraphCase;

static const ParagraphCase paragraph_cases[] = {
  { "empty", "", "" },
  { "blank", " \n\t\n \n", "" },
  { "one", "abc", "0-3" },
  { "line-end", "abc\n", "0-3" },
  { "two-lines", "abc\ndef\n", "0-7" },
  { "two", "abc\n\ndef", "0-3 5-8" },
  { "white-line", "abc\n \t \ndef", "0-3 8-11" },
  { "many-blank", "\n\nabc\n\n\n\ndef\n\n", "2-5 9-12" },
  { "crlf", "abc\r\ndef\r\n\r\nghi\r\n", "0-8 12-15" },
  { "cr", "abc\r\rdef", "0-3 5-8" },
  { "indented", "  abc\n\n  def", "0-5 7-12" },
  { "separator", "abc\342\200\251def", "0-3 4-7" },
  { "no-break-space", "abc\n\302\240\ndef", "0-3 6-9" },
  { "code-points", "\303\251\303\251\n\n\360\237\230\200", "0-2 4-5" },
};

static void
test_paragraphs (gconstpointer data)
{
  const ParagraphCase *paragraph_case = data;
  g_autoptr (AnnalsText) text = annals_text_new (paragraph_case->text, -1);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < annals_text_get_n_paragraphs (text); i++)
    {
      gint64 start = -1;
      gint64 end = -1;

      annals_text_get_paragraph (text, i, &start, &end);
      g_string_append_printf (found, "%s%d-%d", i > 0 ? " " : "", (gint) start, (gint) end);
      g_assert_cmpuint (annals_text_get_paragraph_at (text, start), ==, i);
      g_assert_cmpuint (annals_text_get_paragraph_at (text, end - 1), ==, i);
    }
  g_assert_cmpstr (found->str, ==, paragraph_case->paragraphs);
}

static void
test_paragraph_at (void)
{
  g_autoptr (AnnalsText) text = annals_text_new ("\n\nabc\n\n\ndef\n\nghi\n\n", -1);
  const guint expected[] = { 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2 };

  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpuint (annals_text_get_paragraph_at (text, (gint64) i), ==, expected[i]);
  g_assert_cmpuint (annals_text_get_paragraph_at (text, -5), ==, 0);
  g_assert_cmpuint (annals_text_get_paragraph_at (text, 1000), ==, 2);
}

static gchar *
make_random_text (GRand *rand, gint n_chars)
{
  static const gunichar kinds[] = { 'a', 0xe9, 0x301, 0x5d0, 0x4e2d, 0x1f600, '\n', ' ' };
  GString *string = g_string_new (NULL);

  for (gint i = 0; i < n_chars; i++)
    g_string_append_unichar (string, kinds[g_rand_int_range (rand, 0, G_N_ELEMENTS (kinds))]);
  return g_string_free (string, FALSE);
}

static void
check_offsets (const gchar *utf8)
{
  g_autoptr (AnnalsText) text = annals_text_new (utf8, -1);
  const gchar *p = utf8;
  gint64 offset = 0;

  for (; *p != '\0'; p = g_utf8_next_char (p), offset++)
    {
      gsize byte = (gsize) (p - utf8);

      g_assert_cmpuint (annals_text_get_byte_at (text, offset), ==, byte);
      for (gsize i = byte; i < (gsize) (g_utf8_next_char (p) - utf8); i++)
        g_assert_cmpint (annals_text_get_offset_at (text, i), ==, offset);
    }
  g_assert_cmpint (annals_text_get_n_chars (text), ==, offset);
  g_assert_cmpuint (annals_text_get_n_bytes (text), ==, strlen (utf8));
  g_assert_cmpuint (annals_text_get_byte_at (text, offset), ==, strlen (utf8));
  g_assert_cmpuint (annals_text_get_byte_at (text, offset + 7), ==, strlen (utf8));
  g_assert_cmpuint (annals_text_get_byte_at (text, -7), ==, 0);
  g_assert_cmpint (annals_text_get_offset_at (text, strlen (utf8)), ==, offset);
  g_assert_cmpint (annals_text_get_offset_at (text, strlen (utf8) + 9), ==, offset);
}

static void
test_offsets (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20040123);
  const gint lengths[] = { 0, 1, 255, 256, 257, 511, 512, 513, 3000 };

  for (gsize i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_autofree gchar *mixed = make_random_text (rand, lengths[i]);
      g_autofree gchar *ascii = g_strnfill ((gsize) lengths[i], 'x');

      check_offsets (mixed);
      check_offsets (ascii);
    }
}

static void
test_slices (void)
{
  g_autoptr (AnnalsText) text = annals_text_new ("a\303\251\344\270\255\360\237\230\200z", -1);
  const struct
  {
    gint64 start;
    gint64 end;
    const gchar *slice;
  } cases[] = {
    { 0, 5, "a\303\251\344\270\255\360\237\230\200z" },
    { 1, 3, "\303\251\344\270\255" },
    { 3, 4, "\360\237\230\200" },
    { 4, 99, "z" },
    { -3, 1, "a" },
    { 3, 1, "" },
    { 2, 2, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree gchar *slice = annals_text_dup_slice (text, cases[i].start, cases[i].end);

      g_assert_cmpstr (slice, ==, cases[i].slice);
    }
}

static void
test_new (void)
{
  g_autoptr (AnnalsText) part = annals_text_new ("abcdef", 3);
  g_autoptr (AnnalsText) taken = annals_text_new_take (g_strdup ("abc"));
  AnnalsText *again = annals_text_ref (part);

  g_assert_cmpstr (annals_text_get_utf8 (part), ==, "abc");
  g_assert_cmpint (annals_text_get_n_chars (part), ==, 3);
  g_assert_cmpstr (annals_text_get_utf8 (taken), ==, "abc");
  g_assert_true (again == part);
  annals_text_unref (again);
  g_assert_cmpstr (annals_text_get_utf8 (part), ==, "abc");
}

static gpointer
hash_cb (gpointer data)
{
  return (gpointer) annals_text_get_sha256 (data);
}

static void
test_sha256 (void)
{
  /* The example of FIPS 180-2, appendix B.1. */
  const gchar *expected = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
  g_autoptr (AnnalsText) text = annals_text_new ("abc", -1);
  GThread *threads[4];
  gpointer hashes[4];

  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("hash", hash_cb, text);
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    hashes[i] = g_thread_join (threads[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      g_assert_cmpstr (hashes[i], ==, expected);
      g_assert_true (hashes[i] == hashes[0]);
    }
}

static void
test_invalid (void)
{
  g_test_expect_message (G_LOG_DOMAIN, G_LOG_LEVEL_CRITICAL, "*g_utf8_validate*");
  g_assert_null (annals_text_new ("a\377b", -1));
  g_test_assert_expected_messages ();
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (paragraph_cases); i++)
    {
      g_autofree gchar *path = g_strconcat ("/text/text/paragraphs/", paragraph_cases[i].name,
                                            NULL);

      g_test_add_data_func (path, &paragraph_cases[i], test_paragraphs);
    }
  g_test_add_func ("/text/text/paragraph-at", test_paragraph_at);
  g_test_add_func ("/text/text/offsets", test_offsets);
  g_test_add_func ("/text/text/slices", test_slices);
  g_test_add_func ("/text/text/new", test_new);
  g_test_add_func ("/text/text/sha256", test_sha256);
  g_test_add_func ("/text/text/invalid", test_invalid);

  return g_test_run ();
}
