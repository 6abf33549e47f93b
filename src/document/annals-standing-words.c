/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "annals-document.h"
#include "annals-words.h"

/* How many passages stand how, in words. Each count is a phrase of its own, since the word for a
 * standing may change with the number. */

static gchar *
dup_count (AnnalsStanding standing, guint n_passages)
{
  switch (standing)
    {
    case ANNALS_STANDING_EXACT:
      /* Translators: how many passages were found word for word, as a part of a list. */
      return annals_words_dup_counts (ngettext ("%s exact", "%s exact", n_passages), &n_passages,
                                      1);
    case ANNALS_STANDING_MOVED:
      /* Translators: how many passages were found word for word elsewhere, as a part of a list. */
      return annals_words_dup_counts (ngettext ("%s moved", "%s moved", n_passages), &n_passages,
                                      1);
    case ANNALS_STANDING_DOUBTFUL:
      /* Translators: how many passages were found in other words, as a part of a list. */
      return annals_words_dup_counts (ngettext ("%s doubtful", "%s doubtful", n_passages),
                                      &n_passages, 1);
    case ANNALS_STANDING_LOST:
      /* Translators: how many passages were not found, as a part of a list. */
      return annals_words_dup_counts (ngettext ("%s lost", "%s lost", n_passages), &n_passages, 1);
    case ANNALS_STANDING_UNCHECKED:
    default:
      /* Translators: how many passages were not looked for, as a part of a list. */
      return annals_words_dup_counts (ngettext ("%s not checked", "%s not checked", n_passages),
                                      &n_passages, 1);
    }
}

/**
 * annals_standing_counts_dup_words:
 * @counts: how many passages stand how
 *
 * Returns: (transfer full): those standings that any passage has, as a list such as “18 exact, 1
 *   lost”
 */
gchar *
annals_standing_counts_dup_words (const AnnalsStandingCounts *counts)
{
  GString *list;

  g_return_val_if_fail (counts != NULL, NULL);

  list = g_string_new (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (counts->counts); i++)
    {
      g_autofree gchar *count = NULL;

      if (counts->counts[i] == 0)
        continue;
      if (list->len > 0)
        /* Translators: stands between the parts of a list, such as "12 exact, 6 lost". */
        g_string_append (list, C_ ("list", ", "));
      count = dup_count (i, counts->counts[i]);
      g_string_append (list, count);
    }
  return g_string_free (list, FALSE);
}
