/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Folding: what becomes of each class of character, and the map back. */

#include "config.h"

#include <string.h>

#include "annals-fold.h"

typedef struct
{
  const gchar *name;
  const gchar *source;
  const gchar *folded;
  const gchar *map; /* "start-end" in the source for each folded character */
} FoldCase;

static const FoldCase plain_cases[] = {
  { "empty", "", "", "" },
  { "case", "AbC", "abc", "0-1 1-2 2-3" },
  { "digits", "1970.", "1970.", "0-1 1-2 2-3 3-4 4-5" },
  { "latin", "\303\211t\303\251", "\303\251t\303\251", "0-1 1-2 2-3" },
  { "nfd", "e\314\201t", "\303\251t", "0-2 2-3" },
  { "nfd-at-end", "te\314\201", "t\303\251", "0-1 1-3" },
  { "nfd-upper", "E\314\201", "\303\251", "0-2" },
  { "marks-reordered", "a\314\201\314\243", "\341\272\241\314\201", "0-3 0-3" },
  { "mark-alone", "\314\201a", "\314\201a", "0-1 1-2" },
  { "mark-on-space", "a \314\201", "a \314\201", "0-1 1-2 2-3" },
  { "case-then-compose", "J\314\214", "\307\260", "0-2" },
  { "dotted-capital", "\304\260x", "i\314\207x", "0-1 0-1 1-2" },
  { "hangul-jamo", "\341\204\222\341\205\241\341\206\253", "\355\225\234", "0-3" },
  { "hangul-syllable", "\355\225\234", "\355\225\234", "0-1" },
  { "tamil-vowel", "\340\256\225\340\257\206\340\256\276", "\340\256\225\340\257\212", "0-1 1-3" },
  { "spaces", "a   b", "a b", "0-1 1-4 4-5" },
  { "tab-and-line", "a\t\nb", "a b", "0-1 1-3 3-4" },
  { "crlf", "a\r\nb", "a b", "0-1 1-3 3-4" },
  { "cr", "a\rb", "a b", "0-1 1-2 2-3" },
  { "no-break-space", "a\302\240b", "a b", "0-1 1-2 2-3" },
  { "thin-space", "a\342\200\211\342\200\257b", "a b", "0-1 1-3 3-4" },
  { "ideographic-space", "a\343\200\200b", "a b", "0-1 1-2 2-3" },
  { "at-the-ends", "  a ", " a ", "0-2 2-3 3-4" },
  { "soft-hyphen", "co\302\255op", "coop", "0-1 1-2 3-4 4-5" },
  { "zero-width-space", "a\342\200\213b", "ab", "0-1 2-3" },
  { "byte-order-mark", "\357\273\277ab", "ab", "1-2 2-3" },
  { "word-joiner", "a\342\201\240b", "ab", "0-1 2-3" },
  { "joiners-kept", "a\342\200\214\342\200\215b", "a\342\200\214\342\200\215b", "0-1 1-2 2-3 3-4" },
  { "dropped-in-space", "a \302\255 b", "a b", "0-1 1-4 4-5" },
  { "dropped-before-mark", "e\302\255\314\201x", "\303\251x", "0-3 3-4" },
  { "single-quotes", "\342\200\230a\342\200\231", "'a'", "0-1 1-2 2-3" },
  { "double-quotes", "\342\200\234a\342\200\235", "\"a\"", "0-1 1-2 2-3" },
  { "low-quotes", "\342\200\232a\342\200\236", "'a\"", "0-1 1-2 2-3" },
  { "guillemets", "\302\253a\302\273", "\"a\"", "0-1 1-2 2-3" },
  { "single-guillemets", "\342\200\271a\342\200\272", "'a'", "0-1 1-2 2-3" },
  { "primes", "5\342\200\2626\342\200\263", "5'6\"", "0-1 1-2 2-3 3-4" },
  { "letter-apostrophe", "a\312\274b", "a'b", "0-1 1-2 2-3" },
  { "hyphens", "\342\200\220\342\200\221\342\200\222", "---", "0-1 1-2 2-3" },
  { "dashes", "\342\200\223\342\200\224\342\200\225", "---", "0-1 1-2 2-3" },
  { "minus", "\342\210\2221", "-1", "0-1 1-2" },
  { "ellipsis", "a\342\200\246b", "a...b", "0-1 1-2 1-2 1-2 2-3" },
  { "ligatures", "\357\254\200\357\254\201", "fffi", "0-1 0-1 1-2 1-2" },
  { "ligature-ffi", "o\357\254\203ce", "office", "0-1 1-2 1-2 1-2 2-3 3-4" },
  { "ligature-ffl-fl", "\357\254\204\357\254\202", "fflfl", "0-1 0-1 0-1 1-2 1-2" },
  { "ligature-st", "\357\254\205\357\254\206", "stst", "0-1 0-1 1-2 1-2" },
  { "long-s", "\305\277o", "so", "0-1 1-2" },
  { "greek", "\316\237\316\243 \316\277\317\202", "\316\277\317\203 \316\277\317\203",
    "0-1 1-2 2-3 3-4 4-5" },
  { "hebrew-points", "\327\251\327\201\326\270", "\327\251\326\270\327\201", "0-3 0-3 0-3" },
  { "emoji-sequence", "\360\237\221\251\342\200\215\360\237\221\247",
    "\360\237\221\251\342\200\215\360\237\221\247", "0-1 1-2 2-3" },
  { "kept-hyphen", "long-\nterm", "long- term", "0-1 1-2 2-3 3-4 4-5 5-6 6-7 7-8 8-9 9-10" },
};

static const FoldCase joined_cases[] = {
  { "broken-word", "al-\nly", "ally", "0-1 1-2 4-5 5-6" },
  { "broken-word-crlf", "al-\r\nly", "ally", "0-1 1-2 5-6 6-7" },
  { "blanks", "al- \n  ly", "ally", "0-1 1-2 7-8 8-9" },
  { "hyphen-in-word", "so-so", "soso", "0-1 1-2 3-4 4-5" },
  { "soft-hyphen", "al\302\255\nly", "ally", "0-1 1-2 4-5 5-6" },
  { "dash-at-line-end", "a\342\200\224\nb", "ab", "0-1 3-4" },
  { "two-hyphens", "a--\nb", "ab", "0-1 4-5" },
  { "paragraph-end", "al-\n\nly", "al- ly", "0-1 1-2 2-3 3-5 5-6 6-7" },
  { "spaced-hyphen", "a - b", "a - b", "0-1 1-2 2-3 3-4 4-5" },
  { "hanging-hyphen", "a- b", "a- b", "0-1 1-2 2-3 3-4" },
  { "at-the-ends", "-a-", "-a-", "0-1 1-2 2-3" },
  { "accented", "e\314\201-\ne\314\201", "\303\251\303\251", "0-2 4-6" },
};

static gchar *
describe_map (const AnnalsFold *fold)
{
  GString *map = g_string_new (NULL);
  gsize n_chars = 0;

  annals_fold_get_chars (fold, &n_chars);
  for (gsize i = 0; i < n_chars; i++)
    g_string_append_printf (map, "%s%d-%d", i > 0 ? " " : "",
                            (gint) annals_fold_get_source_start (fold, i),
                            (gint) annals_fold_get_source_end (fold, i));
  return g_string_free (map, FALSE);
}

/* The index for every source offset, worked out the slow way from the map back. */
static void
check_indices (const AnnalsFold *fold, gint64 n_source)
{
  gsize n_chars = 0;

  annals_fold_get_chars (fold, &n_chars);
  for (gint64 offset = 0; offset <= n_source; offset++)
    {
      gsize expected = 0;

      while (expected < n_chars && annals_fold_get_source_end (fold, expected) <= offset)
        expected++;
      g_assert_cmpuint (annals_fold_get_index (fold, offset), ==, expected);
    }
  g_assert_cmpint (annals_fold_get_source_start (fold, n_chars), ==, n_source);
  g_assert_cmpint (annals_fold_get_source_end (fold, n_chars), ==, n_source);
}

static void
check_case (const FoldCase *fold_case, AnnalsFoldFlags flags)
{
  g_autoptr (AnnalsFold) fold = annals_fold_new (fold_case->source, -1, flags);
  g_autofree gchar *folded = annals_fold_dup_utf8 (fold);
  g_autofree gchar *map = describe_map (fold);

  g_assert_cmpstr (folded, ==, fold_case->folded);
  g_assert_cmpstr (map, ==, fold_case->map);
  check_indices (fold, g_utf8_strlen (fold_case->source, -1));
}

static void
test_plain (gconstpointer data)
{
  check_case (data, ANNALS_FOLD_NONE);
}

static void
test_joined (gconstpointer data)
{
  check_case (data, ANNALS_FOLD_JOIN_HYPHENS);
}

/* Checks what must hold for any string: folding again changes nothing, the map goes forward and
 * stays inside the source, and the two directions of it agree. */
static void
check_any (const gchar *utf8, AnnalsFoldFlags flags)
{
  g_autoptr (AnnalsFold) fold = annals_fold_new (utf8, -1, flags);
  g_autofree gchar *once = annals_fold_dup_utf8 (fold);
  g_autoptr (AnnalsFold) fold_again = annals_fold_new (once, -1, flags);
  g_autofree gchar *twice = annals_fold_dup_utf8 (fold_again);
  gint64 n_source = g_utf8_strlen (utf8, -1);
  gint64 last = 0;
  gsize n_chars = 0;

  if (strcmp (once, twice) != 0)
    {
      g_autofree gchar *shown = g_strescape (utf8, NULL);

      g_test_message ("not idempotent: \"%s\"", shown);
    }
  g_assert_cmpstr (once, ==, twice);

  annals_fold_get_chars (fold, &n_chars);
  for (gsize i = 0; i < n_chars; i++)
    {
      gint64 start = annals_fold_get_source_start (fold, i);
      gint64 end = annals_fold_get_source_end (fold, i);

      g_assert_cmpint (start, >=, last);
      g_assert_cmpint (end, >, start);
      g_assert_cmpint (end, <=, n_source);
      last = start;
    }
  check_indices (fold, n_source);
}

static void
test_every_character (void)
{
  for (gunichar c = 1; c <= 0x10ffff; c++)
    {
      gchar utf8[16] = "x";
      gint length = 1;

      if (!g_unichar_validate (c))
        continue;
      length += g_unichar_to_utf8 (c, utf8 + length);
      utf8[length++] = 'x';
      utf8[length] = '\0';
      check_any (utf8, ANNALS_FOLD_NONE);
      check_any (utf8, ANNALS_FOLD_JOIN_HYPHENS);
    }
}

static void
test_random_strings (void)
{
  static const gunichar alphabet[] = {
    'a',    'E',    'J',    'o',    '-',    ' ',    '\n',   '\r',    '.',     0xa0,    0xad,
    0xc9,   0x130,  0x301,  0x30c,  0x323,  0x345,  0x3a3,  0x5d0,   0x5b8,   0x5c1,   0x644,
    0x1100, 0x1161, 0x11a8, 0xac00, 0xbc6,  0xbbe,  0x200b, 0x200d,  0x200f,  0x2014,  0x2019,
    0x2026, 0x2028, 0x212b, 0xfb03, 0xfeff, 0x1e9b, 0x328,  0x1f469, 0x1f3fd, 0x1d15e, 0x958,
  };
  g_autoptr (GRand) rand = g_rand_new_with_seed (1970);

  for (guint i = 0; i < 20000; i++)
    {
      g_autoptr (GString) string = g_string_new (NULL);
      gint n_chars = g_rand_int_range (rand, 0, 12);

      for (gint j = 0; j < n_chars; j++)
        g_string_append_unichar (string,
                                 alphabet[g_rand_int_range (rand, 0, G_N_ELEMENTS (alphabet))]);
      check_any (string->str, ANNALS_FOLD_NONE);
      check_any (string->str, ANNALS_FOLD_JOIN_HYPHENS);
    }
}

/* What folding makes is in NFC as GLib knows it. */
static void
test_composed (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1973);

  for (guint i = 0; i < 20000; i++)
    {
      g_autoptr (GString) string = g_string_new (NULL);
      g_autoptr (AnnalsFold) fold = NULL;
      g_autofree gchar *folded = NULL;
      g_autofree gchar *composed = NULL;

      for (gint j = 0; j < 6; j++)
        g_string_append_unichar (string, (gunichar) g_rand_int_range (rand, 0, 3) == 0
                                             ? (gunichar) g_rand_int_range (rand, 0x300, 0x345)
                                             : (gunichar) g_rand_int_range (rand, 0x61, 0x250));
      fold = annals_fold_new (string->str, -1, ANNALS_FOLD_NONE);
      folded = annals_fold_dup_utf8 (fold);
      composed = g_utf8_normalize (folded, -1, G_NORMALIZE_NFC);
      g_assert_cmpstr (folded, ==, composed);
    }
}

/* Runs of what makes folding look ahead or gather must not take the square of their length. */
static void
test_long_runs (void)
{
  const gchar *units[] = { "-", "\302\255", " ", "\314\201", "a-", "- ", "\314\243\314\201" };

  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    {
      g_autoptr (GString) string = g_string_new ("a");
      g_autoptr (AnnalsFold) fold = NULL;
      gint64 started = g_get_monotonic_time ();

      while (string->len < 400000)
        g_string_append (string, units[i]);
      fold = annals_fold_new (string->str, -1, ANNALS_FOLD_JOIN_HYPHENS);
      g_assert_cmpint (g_get_monotonic_time () - started, <, 10 * G_USEC_PER_SEC);
    }
}

static void
test_sha256 (void)
{
  g_autofree gchar *bare = annals_fold_dup_sha256 ("abc", -1);
  g_autofree gchar *dressed = annals_fold_dup_sha256 (" \n\357\273\277A\302\255bC \r\nxyz", 11);
  g_autofree gchar *other = annals_fold_dup_sha256 ("abd", -1);
  g_autofree gchar *typeset = annals_fold_dup_sha256 ("\342\200\234It\342\200\231s\342\200\235",
                                                      -1);
  g_autofree gchar *typed = annals_fold_dup_sha256 ("\"it's\"", -1);

  g_assert_cmpstr (bare, ==, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  g_assert_cmpstr (dressed, ==, bare);
  g_assert_cmpstr (other, !=, bare);
  g_assert_cmpstr (typeset, ==, typed);
}

static void
add_cases (const gchar *prefix, const FoldCase *cases, gsize n_cases, GTestDataFunc test)
{
  for (gsize i = 0; i < n_cases; i++)
    {
      g_autofree gchar *path = g_strconcat (prefix, cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add_cases ("/text/fold/plain/", plain_cases, G_N_ELEMENTS (plain_cases), test_plain);
  add_cases ("/text/fold/joined/", joined_cases, G_N_ELEMENTS (joined_cases), test_joined);
  g_test_add_func ("/text/fold/every-character", test_every_character);
  g_test_add_func ("/text/fold/random-strings", test_random_strings);
  g_test_add_func ("/text/fold/composed", test_composed);
  g_test_add_func ("/text/fold/long-runs", test_long_runs);
  g_test_add_func ("/text/fold/sha256", test_sha256);

  return g_test_run ();
}
