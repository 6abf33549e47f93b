/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "annals-standings.h"

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
  guint exact = 0;

  g_return_val_if_fail (ANNALS_IS_DOCUMENT (document), NULL);

  annals_document_count_standings (document, where, &counts);
  exact = counts.counts[ANNALS_STANDING_EXACT];
  if (counts.n_passages == 0)
    return NULL;
  if (exact == counts.n_passages)
    return g_strdup_printf (ngettext ("The passage was found, word for word.",
                                      "All %u passages were found, word for word.", exact),
                            exact);

  /* Translators: how many passages stand how; all four numbers are always given. */
  return g_strdup_printf (ngettext ("%u passage exact, %u moved, %u doubtful, %u lost.",
                                    "%u passages exact, %u moved, %u doubtful, %u lost.", exact),
                          exact, counts.counts[ANNALS_STANDING_MOVED],
                          counts.counts[ANNALS_STANDING_DOUBTFUL],
                          counts.counts[ANNALS_STANDING_LOST]);
}
