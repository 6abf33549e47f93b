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
