/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Approximate search against the plain dynamic programme. */

#include "config.h"

#include "annals-myers.h"

/* The errors of the best stretch that ends after each text character; with @anchored, of the whole
 * text up to there. */
static guint *
make_last_row (const gunichar *pattern,
               gsize n_pattern,
               const gunichar *text,
               gsize n_text,
               gboolean anchored)
{
  g_autofree guint *column = g_new (guint, n_pattern + 1);
  guint *last = g_new (guint, n_text + 1);

  for (gsize i = 0; i <= n_pattern; i++)
    column[i] = (guint) i;
  last[0] = (guint) n_pattern;
  for (gsize j = 0; j < n_text; j++)
    {
      guint diagonal = column[0];

      column[0] = anchored ? (guint) j + 1 : 0;
      for (gsize i = 1; i <= n_pattern; i++)
        {
          guint cost = diagonal + (pattern[i - 1] == text[j] ? 0 : 1);

          diagonal = column[i];
          column[i] = MIN (cost, MIN (column[i - 1], diagonal) + 1);
        }
      last[j + 1] = column[n_pattern];
    }
  return last;
}

static void
fill (GRand *rand, gunichar *chars, gsize n_chars, gint n_letters)
{
  for (gsize i = 0; i < n_chars; i++)
    {
      gint letter = g_rand_int_range (rand, 0, n_letters);

      chars[i] = letter % 3 == 2 ? 0x4e00 + (gunichar) letter : 'a' + (gunichar) letter;
    }
}

/* Puts a copy of the pattern with some errors into the text. */
static void
plant (GRand *rand, const gunichar *pattern, gsize n_pattern, gunichar *text, gsize n_text)
{
  gsize at = (gsize) g_rand_int_range (rand, 0, (gint32) n_text);

  for (gsize i = 0; i < n_pattern && at < n_text; i++)
    {
      gint chance = g_rand_int_range (rand, 0, 20);

      if (chance == 0)
        continue;
      text[at++] = chance == 1 ? 'z' : pattern[i];
    }
}

static void
check_search (const gunichar *pattern, gsize n_pattern, const gunichar *text, gsize n_text, guint k)
{
  g_autofree guint *row = make_last_row (pattern, n_pattern, text, n_text, FALSE);
  g_autoptr (GArray) hits = annals_myers_search (pattern, n_pattern, text, n_text, k);
  guint n_hits = 0;

  for (gsize end = 1; end <= n_text; end++)
    {
      AnnalsMyersHit best = { 0, end, row[end] };
      const AnnalsMyersHit *hit;
      g_autofree guint *stretch = NULL;

      if (row[end] > k)
        continue;
      for (; end <= n_text && row[end] <= k; end++)
        {
          if (row[end] < best.errors)
            best = (AnnalsMyersHit){ 0, end, row[end] };
        }

      g_assert_cmpuint (n_hits, <, hits->len);
      hit = &g_array_index (hits, AnnalsMyersHit, n_hits++);
      g_assert_cmpuint (hit->end, ==, best.end);
      g_assert_cmpuint (hit->errors, ==, best.errors);
      g_assert_cmpuint (hit->start, <=, hit->end);
      stretch = make_last_row (pattern, n_pattern, text + hit->start, hit->end - hit->start, TRUE);
      g_assert_cmpuint (stretch[hit->end - hit->start], ==, hit->errors);
    }
  g_assert_cmpuint (hits->len, ==, n_hits);
}

static void
test_search (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1999);
  guint n_found = 0;

  for (guint round = 0; round < 1500; round++)
    {
      gsize n_pattern = (gsize) g_rand_int_range (rand, 1, 260);
      gsize n_text = (gsize) g_rand_int_range (rand, 1, 700);
      guint k = (guint) g_rand_int_range (rand, 0, (gint32) n_pattern);
      g_autofree gunichar *pattern = g_new (gunichar, n_pattern);
      g_autofree gunichar *text = g_new (gunichar, n_text);
      g_autoptr (GArray) hits = NULL;

      fill (rand, pattern, n_pattern, 2 + (gint) (round % 20));
      fill (rand, text, n_text, 2 + (gint) (round % 20));
      plant (rand, pattern, n_pattern, text, n_text);
      if (round % 2 == 0)
        k /= 3;
      check_search (pattern, n_pattern, text, n_text, k);
      hits = annals_myers_search (pattern, n_pattern, text, n_text, k);
      n_found += hits->len;
    }
  g_assert_cmpuint (n_found, >, 1000);
}

static void
test_distance_to_prefix (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (2004);

  for (guint round = 0; round < 1500; round++)
    {
      gsize n_pattern = (gsize) g_rand_int_range (rand, 1, 200);
      gsize n_text = (gsize) g_rand_int_range (rand, 0, 400);
      g_autofree gunichar *pattern = g_new (gunichar, n_pattern);
      g_autofree gunichar *text = g_new (gunichar, n_text + 1);
      g_autofree guint *row = NULL;
      gsize n_used = G_MAXSIZE;
      guint least;
      guint distance;

      fill (rand, pattern, n_pattern, 2 + (gint) (round % 20));
      fill (rand, text, n_text, 2 + (gint) (round % 20));
      row = make_last_row (pattern, n_pattern, text, n_text, TRUE);
      least = row[0];
      for (gsize i = 1; i <= n_text; i++)
        least = MIN (least, row[i]);

      distance = annals_myers_distance_to_prefix (pattern, n_pattern, text, n_text, &n_used);
      g_assert_cmpuint (distance, ==, least);
      g_assert_cmpuint (n_used, <=, n_text);
      g_assert_cmpuint (row[n_used], ==, least);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text/myers/search", test_search);
  g_test_add_func ("/text/myers/distance-to-prefix", test_distance_to_prefix);

  return g_test_run ();
}
