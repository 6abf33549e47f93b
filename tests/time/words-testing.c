/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "words-testing.h"

/* What the tests of dates in words share, whatever the language. */

/* Whether the language has the words for dates that were added last. */
gboolean
words_are_translated (void)
{
  static const gchar *const added[][2] = {
    { "age", "about %s ago" },
    { "one of", "between %1$s and %2$s" },
    { "part of a century", "late %s century" },
    { "estimate", "about %1$s (%2$s)" },
    { "period", "from %s, end unknown" },
    { "date", "an unknown year" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (added); i++)
    if (g_str_equal (g_dpgettext2 (GETTEXT_PACKAGE, added[i][0], added[i][1]), added[i][1]))
      return FALSE;

  return TRUE;
}

/* Fails for the first date that is called something else. */
void
words_check (const WordsCase *cases, gsize n_cases, AnnalsWordsForm form)
{
  for (gsize i = 0; i < n_cases; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (AnnalsDate) date = annals_date_new_from_edtf (cases[i].edtf, &error);
      g_autofree gchar *words = NULL;

      g_assert_no_error (error);
      words = annals_date_dup_words (date, form);
      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
append_edge (GString *edtf, const AnnalsCivil *civil, AnnalsPrecision precision)
{
  g_string_append_printf (edtf, "%s%04d", civil->year < 0 ? "-" : "", (gint) ABS (civil->year));
  if (precision <= ANNALS_PRECISION_MONTH)
    g_string_append_printf (edtf, "-%02d", civil->month);
  if (precision <= ANNALS_PRECISION_DAY)
    g_string_append_printf (edtf, "-%02d", civil->day);
}

static void
check_stretch (const AnnalsCivil *first, const AnnalsCivil *last, AnnalsPrecision precision)
{
  g_autoptr (GString) edtf = g_string_new (NULL);
  g_autoptr (GString) end = g_string_new (NULL);
  g_autoptr (AnnalsDate) date = NULL;

  append_edge (edtf, first, precision);
  append_edge (end, last, precision);
  if (!g_string_equal (edtf, end))
    g_string_append_printf (edtf, "/%s", end->str);
  date = annals_date_new_from_edtf (edtf->str, NULL);
  g_assert_nonnull (date);
  for (AnnalsWordsForm form = ANNALS_WORDS_LONG; form <= ANNALS_WORDS_SHORT; form++)
    {
      g_autofree gchar *words = annals_date_dup_words (date, form);
      gchar written[256];

      if (annals_stretch_write_words (first, last, precision, form, written, sizeof written))
        g_assert_cmpstr (written, ==, words);
      else
        g_assert_true (first->year <= 0 && last->year > 0);
    }
}

/* Plain dates and stretches are called what they are called as EDTF. */
void
words_check_stretches (void)
{
  static const AnnalsPrecision precisions[] = { ANNALS_PRECISION_DAY, ANNALS_PRECISION_MONTH,
                                                ANNALS_PRECISION_YEAR };
  static const gint spreads[] = { 1, 40, 500, 200000 };
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint i = 0; i < 3000; i++)
    {
      AnnalsInstant begin = annals_instant_from_date (g_rand_int_range (rand, -9990, 9400),
                                                      g_rand_int_range (rand, 1, 13), 1);
      AnnalsInstant end = begin
                          + g_rand_int_range (rand, 0, spreads[i % G_N_ELEMENTS (spreads)])
                                * ANNALS_SECONDS_PER_DAY;
      AnnalsCivil first;
      AnnalsCivil last;

      annals_instant_to_civil (begin, &first);
      annals_instant_to_civil (end, &last);
      check_stretch (&first, &last, precisions[i % G_N_ELEMENTS (precisions)]);
    }
}
