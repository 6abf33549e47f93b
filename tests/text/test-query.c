/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Finding words: what counts as the same, what as a word, and a comparison with the plainest of
 * searches on random texts. */

#include "config.h"

#include <string.h>

#include "annals-query.h"

#define CASE ANNALS_QUERY_MATCH_CASE
#define WORDS ANNALS_QUERY_WHOLE_WORDS
#define ACCENTS ANNALS_QUERY_MATCH_ACCENTS

typedef struct
{
  const gchar *name;
  const gchar *words;
  AnnalsQueryFlags flags;
  const gchar *text;
  const gchar *found; /* "start-end" for each match */
} QueryCase;

static const QueryCase cases[] = {
  { "empty", "", 0, "oil", "" },
  { "only-spaces", " \t ", 0, "a b", "" },
  { "empty-text", "oil", 0, "", "" },
  { "longer-than-text", "oils", 0, "oil", "" },
  { "plain", "oil", 0, "oil, boil, OIL", "0-3 6-9 11-14" },
  { "case", "Oil", CASE, "oil Oil OIL", "4-7" },
  { "no-overlap", "aa", 0, "aaaaa", "0-2 2-4" },
  { "restart", "aab", 0, "aaab", "1-4" },
  { "spaces-at-ends", " oil ", 0, "boil", "1-4" },
  { "spaces-within", "oil crisis", 0, "oil\n   crisis", "0-13" },
  { "no-break-space", "oil crisis", 0, "oil\302\240crisis", "0-10" },
  { "accents", "resume", 0, "r\303\251sum\303\251 resume", "0-6 7-13" },
  { "accents-typed", "r\303\251sum\303\251", 0, "resume R\303\211SUM\303\211", "0-6 7-13" },
  { "accents-matter", "resume", ACCENTS, "r\303\251sum\303\251 resume", "7-13" },
  { "accents-matter-typed", "\303\251", ACCENTS, "e\303\251", "1-2" },
  { "combining", "resume", 0, "re\314\201sume\314\201", "0-8" },
  { "combining-matters", "re", ACCENTS, "re\314\201s", "" },
  { "combining-composed", "\303\251", ACCENTS, "e\314\201e", "0-2" },
  { "mark-without-composition", "x", ACCENTS, "x\314\202x", "2-3" },
  { "mark-dropped", "x", 0, "x\314\202x", "0-2 2-3" },
  { "stroke", "lodz", 0, "\305\201\303\263d\305\272", "0-4" },
  { "stroke-matters", "lodz", ACCENTS, "\305\201\303\263d\305\272", "" },
  { "grown-together", "oeuvre", 0, "\305\223uvre \305\222UVRE", "0-5 6-11" },
  { "dotted-capital", "istanbul", 0, "\304\260stanbul", "0-8" },
  { "dotless", "ilik", 0, "\304\261l\304\261k", "0-4" },
  { "sharp-s", "strasse", 0, "Stra\303\237e STRASSE", "0-6 7-14" },
  { "sharp-s-typed", "stra\303\237e", 0, "Strasse stra\341\272\236e", "0-7 8-14" },
  { "sharp-s-one-of-two", "s", 0, "\303\237", "0-1" },
  { "sharp-s-and-case", "stra\303\237e", CASE, "strasse stra\303\237e", "8-14" },
  { "long-s", "last", 0, "la\305\277t", "0-4" },
  { "sigma", "\316\277\317\203", 0, "\316\237\316\243 \316\277\317\202", "0-2 3-5" },
  { "greek-tonos", "\316\261", 0, "\316\254", "0-1" },
  { "cyrillic", "\320\270", 0, "\320\230\320\271", "0-1 1-2" },
  { "ligature", "office", 0, "o\357\254\203ce", "0-4" },
  { "ligature-part", "fi", 0, "\357\254\201ne", "0-1" },
  { "ligature-once", "f", 0, "\357\254\200", "0-1" },
  { "quotes", "\"oil\"", 0, "\342\200\234oil\342\200\235", "0-5" },
  { "apostrophe", "japan's", 0, "Japan\342\200\231s", "0-7" },
  { "dash", "1973-74", 0, "1973\342\200\22374", "0-7" },
  { "ellipsis", "...", 0, "so\342\200\246", "2-3" },
  { "soft-hyphen", "cooperation", 0, "co\302\255op\302\255er\302\255ation", "0-14" },
  { "soft-hyphen-typed", "co\302\255op", 0, "coop", "0-4" },
  { "full-width", "annals 42", 0,
    "\357\274\241\357\275\216\357\275\216\357\275\201\357\275\214\357\275\223\343\200\200"
    "\357\274\224\357\274\222",
    "0-9" },
  { "full-width-typed", "\357\274\225", 0, "5", "0-1" },
  { "full-width-case", "a", CASE, "\357\274\241\357\275\201", "1-2" },
  { "half-width-katakana", "\343\202\254\343\203\274", 0, "\357\275\266\357\276\236\357\275\260",
    "0-3" },
  { "japanese", "\346\227\245\347\261\263", 0,
    "\346\226\260\346\227\245\347\261\263\345\220\214\347\233\237", "1-3" },
  { "voicing-is-no-accent", "\343\201\213", 0, "\343\201\214\343\201\213", "1-2" },
  { "voicing-composed", "\343\201\214", 0, "\343\201\213\343\202\231", "0-2" },
  { "hebrew-points", "\327\251\327\234", 0, "\327\251\327\201\327\234", "0-3" },
  { "beyond-the-plane", "\360\237\214\215", 0, "a\360\237\214\215b", "1-2" },
  { "control-character", "a\001b", 0, "ab a\001b", "3-6" },

  { "words", "oil", WORDS, "oil boil oils oil-rich (oil) oil", "0-3 14-17 24-27 29-32" },
  { "words-several", "oil crisis", WORDS, "oil crisis, oil crises", "0-10" },
  { "words-digits", "7", WORDS, "7 17 1973 7th", "0-1" },
  { "words-possessive", "Japan", WORDS, "Japan\342\200\231s Japanese", "0-5" },
  { "words-accent-within", "e", WORDS, "\303\251 e\314\201t", "0-1" },
  { "words-mark-belongs", "x", WORDS | ACCENTS, "x\314\202 x", "3-4" },
  { "words-punctuation", "(oil", WORDS, "an(oil) (oils", "2-6" },
  { "words-ligature", "of", WORDS, "o\357\254\200 of", "3-5" },
  { "words-overlap", "a a", WORDS, "aa a a", "3-6" },
  { "words-han", "\346\227\245\347\261\263", WORDS,
    "\346\226\260\346\227\245\347\261\263\345\220\214\347\233\237", "1-3" },
  { "words-hiragana", "\343\201\256", WORDS, "\343\201\223\343\201\256a\343\201\256", "1-2 3-4" },
  { "words-katakana", "\343\202\242\343\203\241\343\203\252\343\202\253", WORDS,
    "\343\202\242\343\203\241\343\203\252\343\202\253\343\203\263"
    "\343\202\242\343\203\241\343\203\252\343\202\253"
    "\343\201\250\343\202\242\343\203\241\343\203\252\343\202\253",
    "10-14" },
  { "words-latin-in-japanese", "oil", WORDS, "\347\237\263oil\346\262\271", "1-4" },
};

static gchar *
dup_found (const AnnalsQuery *query, const gchar *text)
{
  g_autoptr (GArray) matches = annals_query_find (query, text);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < matches->len; i++)
    {
      AnnalsMatch match = g_array_index (matches, AnnalsMatch, i);

      g_string_append_printf (found, "%s%d-%d", i > 0 ? " " : "", (gint) match.start,
                              (gint) match.end);
    }
  return g_string_free (g_steal_pointer (&found), FALSE);
}

static void
test_case (gconstpointer data)
{
  const QueryCase *test = data;
  g_autoptr (AnnalsQuery) query = annals_query_new (test->words, test->flags);
  g_autofree gchar *found = dup_found (query, test->text);

  g_assert_cmpstr (found, ==, test->found);
  g_assert_cmpuint (annals_query_get_flags (query), ==, test->flags);
}

static void
test_empty (void)
{
  g_autoptr (AnnalsQuery) nothing = annals_query_new ("", ANNALS_QUERY_NONE);
  g_autoptr (AnnalsQuery) blank = annals_query_new (" \302\255\t", ANNALS_QUERY_NONE);
  g_autoptr (AnnalsQuery) word = annals_query_new ("a", ANNALS_QUERY_NONE);

  g_assert_true (annals_query_is_empty (nothing));
  g_assert_true (annals_query_is_empty (blank));
  g_assert_false (annals_query_is_empty (word));
}

/* Ten thousand letters that nearly match everywhere: no worse than the text is long. */
static void
test_long_word (void)
{
  g_autofree gchar *word = g_strnfill (10000, 'a');
  g_autofree gchar *text = g_strnfill (2000000, 'a');
  g_autoptr (AnnalsQuery) query = NULL;
  g_autoptr (GArray) matches = NULL;
  gint64 start_us = g_get_monotonic_time ();

  text[1999999] = 'b';
  word[9999] = 'b';
  query = annals_query_new (word, ANNALS_QUERY_NONE);
  matches = annals_query_find (query, text);
  g_assert_cmpuint (matches->len, ==, 1);
  g_assert_cmpint (g_array_index (matches, AnnalsMatch, 0).start, ==, 1990000);
  g_assert_cmpint (g_array_index (matches, AnnalsMatch, 0).end, ==, 2000000);
  /* Comparing anew at every letter would take 2 × 10¹⁰ steps. */
  g_assert_cmpint (g_get_monotonic_time () - start_us, <, 5 * G_USEC_PER_SEC);
}

static const gchar *const letters[] = { "a",
                                        "b",
                                        "A",
                                        " ",
                                        "  ",
                                        "-",
                                        "\342\200\224",
                                        "\303\251",
                                        "e",
                                        "\314\201",
                                        "\303\237",
                                        "s",
                                        "\357\254\201",
                                        "i",
                                        "\302\255",
                                        "\346\227\245",
                                        "\343\202\242",
                                        "\343\203\263",
                                        "1",
                                        "\n",
                                        "\314\202" };

static gchar *
dup_random (GRand *rand, guint n_letters, guint variety)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_letters; i++)
    g_string_append (text, letters[g_rand_int_range (rand, 0, (gint32) variety)]);
  return g_string_free (text, FALSE);
}

static gboolean
is_word_char (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c);
}

/* Whether a word may begin or end at @at, said the other way round than the query says it. */
static gboolean
parts_words (const gunichar *chars, gsize n_chars, gsize at)
{
  gsize before = at;

  if (at == 0 || at >= n_chars)
    return TRUE;
  if (g_unichar_ismark (chars[at]))
    return FALSE;
  while (before > 1 && g_unichar_ismark (chars[before - 1]))
    before--;
  if (g_unichar_ismark (chars[before - 1]))
    return TRUE;
  if (!is_word_char (chars[before - 1]) || !is_word_char (chars[at]))
    return TRUE;
  if (g_unichar_get_script (chars[at]) == G_UNICODE_SCRIPT_HAN
      || g_unichar_get_script (chars[before - 1]) == G_UNICODE_SCRIPT_HAN)
    return TRUE;

  return (g_unichar_get_script (chars[at]) == G_UNICODE_SCRIPT_KATAKANA)
         != (g_unichar_get_script (chars[before - 1]) == G_UNICODE_SCRIPT_KATAKANA);
}

static gboolean
naive_fits (const gunichar *words,
            gsize n_words,
            const gunichar *chars,
            gsize n_chars,
            gsize at,
            gboolean whole)
{
  gsize end = at + n_words;

  if (end > n_chars || memcmp (words, chars + at, n_words * sizeof *words) != 0)
    return FALSE;
  if (g_unichar_combining_class (chars[at]) != 0 && at > 0)
    return FALSE;
  if (end < n_chars && g_unichar_combining_class (chars[end]) != 0)
    return FALSE;

  return !whole || (parts_words (chars, n_chars, at) && parts_words (chars, n_chars, end));
}

/* Compares at every place. */
static gchar *
dup_naive (const gchar *words, const gchar *text, const AnnalsQuery *query)
{
  AnnalsFoldFlags flags = annals_query_get_fold_flags (query);
  gboolean whole = (annals_query_get_flags (query) & WORDS) != 0;
  g_autoptr (AnnalsFold) needle = annals_fold_new (words, -1, flags);
  g_autoptr (AnnalsFold) fold = annals_fold_new (text, -1, flags);
  g_autoptr (GString) found = g_string_new (NULL);
  gsize n_chars = 0;
  gsize n_words = 0;
  const gunichar *chars = annals_fold_get_chars (fold, &n_chars);
  const gunichar *sought = annals_fold_get_chars (needle, &n_words);
  gint64 last_end = 0;

  for (; n_words > 0 && sought[n_words - 1] == ' '; n_words--)
    ;
  for (; n_words > 0 && sought[0] == ' '; n_words--)
    sought++;
  for (gsize at = 0; n_words > 0 && at < n_chars; at++)
    {
      gint64 start = annals_fold_get_source_start (fold, at);

      if (start < last_end || !naive_fits (sought, n_words, chars, n_chars, at, whole))
        continue;
      last_end = annals_fold_get_source_end (fold, at + n_words - 1);
      g_string_append_printf (found, "%s%d-%d", found->len > 0 ? " " : "", (gint) start,
                              (gint) last_end);
      at += n_words - 1;
    }
  return g_string_free (g_steal_pointer (&found), FALSE);
}

static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1973);
  guint n_found = 0;

  for (guint i = 0; i < 30000; i++)
    {
      guint variety = g_rand_boolean (rand) ? 4 : G_N_ELEMENTS (letters);
      g_autofree gchar *text = dup_random (rand, g_rand_int_range (rand, 0, 40), variety);
      g_autofree gchar *words = dup_random (rand, g_rand_int_range (rand, 1, 5), variety);
      g_autoptr (AnnalsQuery) query = annals_query_new (words, g_rand_int_range (rand, 0, 8));
      g_autofree gchar *found = dup_found (query, text);
      g_autofree gchar *expected = dup_naive (words, text, query);

      if (g_strcmp0 (found, expected) != 0)
        g_error ("“%s” in “%s”, flags %d: %s, not %s", words, text, annals_query_get_flags (query),
                 found, expected);
      n_found += *found != '\0';
    }
  g_assert_cmpuint (n_found, >, 3000);
}

/* In slices of any length the same is found. */
static void
test_slices (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1974);

  for (guint i = 0; i < 3000; i++)
    {
      g_autofree gchar *text = dup_random (rand, 60, 5);
      g_autofree gchar *words = dup_random (rand, g_rand_int_range (rand, 1, 5), 3);
      g_autoptr (AnnalsQuery) query = annals_query_new (words, g_rand_int_range (rand, 0, 8));
      g_autoptr (AnnalsFold) fold = annals_fold_new (text, -1, annals_query_get_fold_flags (query));
      g_autoptr (GArray) whole = annals_query_find (query, text);
      g_autoptr (GArray) sliced = g_array_new (FALSE, FALSE, sizeof (AnnalsMatch));
      AnnalsQueryCursor cursor = { 0 };

      while (!annals_query_is_empty (query)
             && annals_query_scan (query, fold, g_rand_int_range (rand, 1, 9), &cursor, sliced))
        ;
      g_assert_cmpmem (sliced->data, sliced->len * sizeof (AnnalsMatch), whole->data,
                       whole->len * sizeof (AnnalsMatch));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree gchar *path = g_strconcat ("/text/query/found/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/text/query/empty", test_empty);
  g_test_add_func ("/text/query/long-word", test_long_word);
  g_test_add_func ("/text/query/random", test_random);
  g_test_add_func ("/text/query/slices", test_slices);

  return g_test_run ();
}
