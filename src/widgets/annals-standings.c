/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "annals-standings.h"

/* How the passages of a text stand, in a sentence. */

static gchar *
dup_part (AnnalsStanding standing, guint n_passages)
{
  switch (standing)
    {
    /* Translators: how many passages stand so; each of these is a part of a list. */
    case ANNALS_STANDING_EXACT:
      return g_strdup_printf (_ ("%u exact"), n_passages);
    case ANNALS_STANDING_MOVED:
      return g_strdup_printf (_ ("%u moved"), n_passages);
    case ANNALS_STANDING_DOUBTFUL:
      return g_strdup_printf (_ ("%u doubtful"), n_passages);
    case ANNALS_STANDING_LOST:
      return g_strdup_printf (_ ("%u lost"), n_passages);
    default:
      return NULL;
    }
}

/* Those that there are any of, as a list. */
static gchar *
dup_list (const AnnalsStandingCounts *counts)
{
  GString *list = g_string_new (NULL);

  for (guint i = ANNALS_STANDING_EXACT; i <= ANNALS_STANDING_LOST; i++)
    {
      g_autofree gchar *part = dup_part (i, counts->counts[i]);

      if (counts->counts[i] == 0)
        continue;
      if (list->len > 0)
        /* Translators: stands between the parts of a list, such as "12 exact, 6 lost". */
        g_string_append (list, C_ ("list", ", "));
      g_string_append (list, part);
    }
  return g_string_free (list, FALSE);
}

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

  list = dup_list (&counts);
  /* Translators: how many passages there are, and a list such as "12 exact, 6 lost". */
  return g_strdup_printf (ngettext ("%u passage: %s.", "%u passages: %s.", counts.n_passages),
                          counts.n_passages, list);
}
