/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "annals-page.h"
#include "annals-paragraphs.h"
#include "sample-document.h"
#include "widgets-testing.h"

/* What the reader shows has as many code points as the text, each at its old offset: this is what
 * lets passages be marked without a second set of positions. */

static GtkTextBuffer *
fill (AnnalsDocument *document, AnnalsWhere where)
{
  GtkTextBuffer *buffer = gtk_text_buffer_new (NULL);

  annals_page_fill (buffer, document, where);
  return buffer;
}

static gboolean
is_shown_as (gunichar written, gunichar shown)
{
  return shown == written || (written == '\n' && shown == ' ')
         || (written == '\r' && (shown == ' ' || shown == '\n'));
}

static void
assert_one_to_one (AnnalsText *text, GtkTextBuffer *buffer)
{
  gint64 n_chars = annals_text_get_n_chars (text);
  const gchar *written = annals_text_get_utf8 (text);
  g_autofree gchar *shown = NULL;
  GtkTextIter start;
  GtkTextIter end;
  const gchar *at;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  g_assert_cmpint (gtk_text_buffer_get_char_count (buffer), ==, n_chars);
  shown = gtk_text_buffer_get_slice (buffer, &start, &end, TRUE);
  g_assert_cmpuint (strlen (shown), ==, annals_text_get_n_bytes (text));
  at = shown;
  for (gint64 i = 0; i < n_chars; i++)
    {
      if (!is_shown_as (g_utf8_get_char (written), g_utf8_get_char (at)))
        g_error ("Character %" G_GINT64_FORMAT " is U+%04X, but U+%04X is shown.", i,
                 g_utf8_get_char (written), g_utf8_get_char (at));
      written = g_utf8_next_char (written);
      at = g_utf8_next_char (at);
    }
}

/* A stretch of the text is the same stretch of the page, line breaks aside. */
static void
assert_stretch (AnnalsText *text, GtkTextBuffer *buffer, gint64 start, gint64 end)
{
  g_autofree gchar *written = annals_text_dup_slice (text, start, end);
  g_autofree gchar *shown = NULL;
  GtkTextIter first;
  GtkTextIter last;

  gtk_text_buffer_get_iter_at_offset (buffer, &first, (gint) start);
  gtk_text_buffer_get_iter_at_offset (buffer, &last, (gint) end);
  shown = gtk_text_buffer_get_slice (buffer, &first, &last, TRUE);
  g_strdelimit (written, "\n", ' ');
  g_strdelimit (shown, "\n", ' ');
  g_assert_cmpstr (written, ==, shown);
}

static gboolean
has_tag (GtkTextBuffer *buffer, gint64 offset, const gchar *name)
{
  GtkTextTag *tag = gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), name);
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (buffer, &iter, (gint) offset);
  return tag != NULL && gtk_text_iter_has_tag (&iter, tag);
}

/* --- Random texts --------------------------------------------------------------------------------
 */

static const gunichar characters[] = {
  'a',     'e',     'n',     ' ',      ' ',    ' ',    '.',  '-',  0xe9,   0xdf,   0x301,  0x416,
  0x3b1,   0x65e5,  0x672c,  0x3002,   0x2019, 0x2014, 0xad, 0xa0, 0x200b, 0x200d, 0xfeff, 0xfffc,
  0x1f3ef, 0x20bb7, 0x1f1ef, 0x10ffff, 0x2028, 0x5d0,  '\t', 0x01, 0x7f,   0x85,   0xfb01, 0x202e
};

static void
append_words (GString *text, GRand *random, gint n_chars)
{
  for (gint i = 0; i < n_chars; i++)
    g_string_append_unichar (text,
                             characters[g_rand_int_range (random, 0, G_N_ELEMENTS (characters))]);
}

/* A paragraph of one kind of several: one line, prose broken at a width, verse, blank lines. */
static void
append_paragraph (GString *text, GRand *random)
{
  gint kind = g_rand_int_range (random, 0, 5);
  gint width = kind == 1 ? 60 : kind == 2 ? 12 : 30;
  gint n_lines = kind == 0 ? 1 : g_rand_int_range (random, 2, 9);

  for (gint i = 0; i < n_lines; i++)
    {
      append_words (text, random,
                    kind == 0 ? g_rand_int_range (random, 1, 600)
                              : width + g_rand_int_range (random, 0, 8));
      g_string_append_c (text, '\n');
    }
  for (gint i = g_rand_int_range (random, 0, 3); i >= 0; i--)
    g_string_append (text, i == 1 ? " \n" : "\n");
}

/* The same characters, each set alike. */
static void
assert_same_page (GtkTextBuffer *a, GtkTextBuffer *b)
{
  gint n_chars = gtk_text_buffer_get_char_count (a);

  g_assert_cmpint (gtk_text_buffer_get_char_count (b), ==, n_chars);
  for (gint i = 0; i < n_chars; i++)
    {
      GtkTextIter in_a;
      GtkTextIter in_b;
      GSList *tags_a;
      GSList *tags_b;

      gtk_text_buffer_get_iter_at_offset (a, &in_a, i);
      gtk_text_buffer_get_iter_at_offset (b, &in_b, i);
      tags_a = gtk_text_iter_get_tags (&in_a);
      tags_b = gtk_text_iter_get_tags (&in_b);
      g_assert_cmpuint (gtk_text_iter_get_char (&in_a), ==, gtk_text_iter_get_char (&in_b));
      g_assert_cmpuint (g_slist_length (tags_a), ==, g_slist_length (tags_b));
      for (GSList *x = tags_a, *y = tags_b; x != NULL; x = x->next, y = y->next)
        {
          g_autofree gchar *name_a = NULL;
          g_autofree gchar *name_b = NULL;

          g_object_get (x->data, "name", &name_a, NULL);
          g_object_get (y->data, "name", &name_b, NULL);
          g_assert_cmpstr (name_a, ==, name_b);
        }
      g_slist_free (tags_a);
      g_slist_free (tags_b);
    }
}

static void
test_random (void)
{
  GRand *random = g_rand_new_with_seed (20040126);

  for (guint round = 0; round < 60; round++)
    {
      GString *content = g_string_new (round % 5 == 0 ? "\n\n" : NULL);
      g_autoptr (AnnalsDocument) document = sample_document_new (NULL);
      g_autoptr (AnnalsText) text = NULL;
      g_autoptr (GtkTextBuffer) buffer = NULL;
      g_autoptr (GtkTextBuffer) parts = gtk_text_buffer_new (NULL);
      g_autoptr (AnnalsPageFilling) filling = NULL;
      gsize part_bytes = (gsize) g_rand_int_range (random, 0, 2000);
      gint n_chars;

      for (gint i = g_rand_int_range (random, 1, 12); i > 0; i--)
        append_paragraph (content, random);
      text = annals_text_new_take (g_string_free (content, FALSE));
      annals_document_set_text (document, text, NULL, 0);
      buffer = fill (document, ANNALS_WHERE_TEXT);
      assert_one_to_one (text, buffer);
      filling = annals_page_filling_new (parts, document, ANNALS_WHERE_TEXT);
      while (annals_page_filling_step (filling, part_bytes))
        continue;
      assert_same_page (buffer, parts);
      n_chars = (gint) annals_text_get_n_chars (text);
      for (guint i = 0; i < 40; i++)
        {
          gint start = g_rand_int_range (random, 0, n_chars);

          assert_stretch (text, buffer, start, g_rand_int_range (random, start, n_chars + 1));
        }
    }
  g_rand_free (random);
}

/* --- Kinds of paragraphs -------------------------------------------------------------------------
 */

#define PROSE                                                       \
  "This prose was broken by a typewriter after some sixty signs,\n" \
  "so that its lines are of much the same length, except for the\n" \
  "last."
#define PROSE_SHOWN                                                \
  "This prose was broken by a typewriter after some sixty signs, " \
  "so that its lines are of much the same length, except for the " \
  "last."
#define VERSE "A verse is short,\nits lines are kept,\nas they were wrote."

static void
test_set (void)
{
  static const struct
  {
    const gchar *written;
    const gchar *shown;
  } cases[] = {
    { "", "" },
    { "One line.", "One line." },
    { "\n\n\n", "\n\n\n" },
    { PROSE, PROSE_SHOWN },
    { PROSE "\n", PROSE_SHOWN "\n" },
    { PROSE "\n\n" VERSE "\n\n" PROSE, PROSE_SHOWN "\n\n" VERSE "\n\n" PROSE_SHOWN },
    { "Old\rMac", "Old\nMac" },
    { "A list\r\nof two", "A list \nof two" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AnnalsText) text = annals_text_new (cases[i].written, -1);
      g_autofree gchar *shown = annals_page_dup_set (text);

      g_assert_cmpstr (shown, ==, cases[i].shown);
    }
}

static void
test_roles (void)
{
  static const AnnalsParagraphRole roles[] = { ANNALS_PARAGRAPH_HEAD, ANNALS_PARAGRAPH_BODY,
                                               ANNALS_PARAGRAPH_NOTE, ANNALS_PARAGRAPH_BODY };
  static const gchar *const names[] = { "head", "body", "note", "body" };
  static const guint numbers[] = { 0, 1, 0, 2 };
  g_autoptr (AnnalsDocument) document = sample_document_new (NULL);
  g_autoptr (AnnalsText) text = annals_text_new ("Éphémère 題\n\nBody, 日本.\n\nA note.\n\nLast.",
                                                 -1);
  g_autoptr (GtkTextBuffer) buffer = NULL;

  annals_document_set_text (document, text, roles, G_N_ELEMENTS (roles));
  buffer = fill (document, ANNALS_WHERE_TEXT);
  assert_one_to_one (text, buffer);
  g_assert_cmpuint (annals_text_get_n_paragraphs (text), ==, G_N_ELEMENTS (roles));
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      gint64 start = 0;
      gint64 end = 0;

      annals_text_get_paragraph (text, i, &start, &end);
      for (guint j = 0; j < 3; j++)
        {
          gboolean expected = strcmp (names[i], names[j]) == 0;

          g_assert_cmpint (has_tag (buffer, start, names[j]), ==, expected);
          g_assert_cmpint (has_tag (buffer, end - 1, names[j]), ==, expected);
        }
      g_assert_false (has_tag (buffer, end - 1, "gap"));
      g_assert_cmpint (has_tag (buffer, end + 1, "gap"), ==, i + 1 < G_N_ELEMENTS (roles));
      g_assert_cmpuint (annals_document_count_paragraph (document, ANNALS_WHERE_TEXT, start), ==,
                        numbers[i]);
    }
}

/* In a source nobody says which paragraph is the heading; its title tells. */
static void
test_source (void)
{
  static const gchar content[] = "Home | Search\n\nA sample\n\n" PROSE "\n\nContact\n\n" PROSE;
  g_autoptr (AnnalsDocument) document = sample_document_new (NULL);
  g_autoptr (AnnalsText) text = annals_text_new (content, -1);
  g_autoptr (GtkTextBuffer) buffer = NULL;
  static const guint numbers[] = { 0, 0, 1, 0, 2 };

  annals_document_set_source (document, text, NULL);
  buffer = fill (document, ANNALS_WHERE_SOURCE);
  assert_one_to_one (text, buffer);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      gint64 start = 0;
      gint64 end = 0;

      annals_text_get_paragraph (text, i, &start, &end);
      g_assert_cmpint (has_tag (buffer, start, "head"), ==, i == 1);
      g_assert_cmpuint (annals_document_count_paragraph (document, ANNALS_WHERE_SOURCE, start), ==,
                        numbers[i]);
    }
}

static void
test_long_line (void)
{
  GString *content = g_string_new (NULL);
  g_autoptr (AnnalsDocument) document = sample_document_new (NULL);
  g_autoptr (AnnalsText) text = NULL;
  g_autoptr (GtkTextBuffer) buffer = NULL;

  for (guint i = 0; i < 20000; i++)
    g_string_append (content, "長い行 ");
  text = annals_text_new_take (g_string_free (content, FALSE));
  annals_document_set_text (document, text, NULL, 0);
  buffer = fill (document, ANNALS_WHERE_TEXT);
  assert_one_to_one (text, buffer);
  assert_stretch (text, buffer, 70000, 79999);
}

/* A page filled again, with another text or none, keeps nothing of the old one. */
static void
test_refill (void)
{
  g_autoptr (AnnalsDocument) first = sample_document_new_commentary ();
  g_autoptr (AnnalsDocument) second = sample_document_new (NULL);
  g_autoptr (AnnalsText) text = annals_text_new ("Short.", -1);
  g_autoptr (GtkTextBuffer) buffer = fill (first, ANNALS_WHERE_TEXT);

  assert_one_to_one (annals_document_get_text (first, ANNALS_WHERE_TEXT), buffer);
  annals_document_set_text (second, text, NULL, 0);
  annals_page_fill (buffer, second, ANNALS_WHERE_TEXT);
  assert_one_to_one (text, buffer);
  annals_page_fill (buffer, second, ANNALS_WHERE_SOURCE);
  g_assert_cmpint (gtk_text_buffer_get_char_count (buffer), ==, 0);
}

int
main (int argc, char *argv[])
{
  widgets_testing_init (&argc, &argv);

  g_test_add_func ("/widgets/page/one-to-one/random", test_random);
  g_test_add_func ("/widgets/page/one-to-one/long-line", test_long_line);
  g_test_add_func ("/widgets/page/set", test_set);
  g_test_add_func ("/widgets/page/roles", test_roles);
  g_test_add_func ("/widgets/page/source", test_source);
  g_test_add_func ("/widgets/page/refill", test_refill);

  return g_test_run ();
}
