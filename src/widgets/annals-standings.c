/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "annals-standings.h"
#include "annals-words.h"

/* How the passages of a text stand, in a sentence. */

/**
 * annals_standings_dup_words:
 * @document: a document
 * @where: which of its texts
 *
 * Returns: (transfer full) (nullable): a sentence that says how many passages stand how in that
 *   text, or %NULL when none are looked for in it
 */
gchar *
annals_standings_dup_words (AnnalsDocument *document, AnnalsWhere where)
{
  AnnalsStandingCounts counts = { 0 };
  g_autofree gchar *list = NULL;
  g_autofree gchar *number = NULL;
  guint exact = 0;

  g_return_val_if_fail (ANNALS_IS_DOCUMENT (document), NULL);

  annals_document_count_standings (document, where, &counts);
  exact = counts.counts[ANNALS_STANDING_EXACT];
  if (counts.n_passages == 0)
    return NULL;
  if (exact == counts.n_passages)
    /* Translators: how many passages there are. */
    return annals_words_dup_counts (ngettext ("The passage was found, word for word.",
                                              "All %s passages were found, word for word.", exact),
                                    &exact, 1);

  number = annals_words_dup_number (counts.n_passages);
  list = annals_standing_counts_dup_words (&counts);
  /* Translators: how many passages there are, and a list such as "12 exact, 6 lost". */
  return g_strdup_printf (ngettext ("%s passage: %s.", "%s passages: %s.", counts.n_passages),
                          number, list);
}
