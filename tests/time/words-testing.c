/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "words-testing.h"

/* What the tests of dates in words share, whatever the language. */

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
