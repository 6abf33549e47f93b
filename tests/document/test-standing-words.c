/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annals-document.h"

/* How many passages stand how, in words. */

typedef struct
{
  AnnalsStandingCounts counts;
  const gchar *words;
} Case;

static const Case cases[] = {
  { { { 0 }, 0 }, "" },
  { { { [ANNALS_STANDING_EXACT] = 18 }, 18 }, "18 exact" },
  { { { [ANNALS_STANDING_EXACT] = 1, [ANNALS_STANDING_LOST] = 1 }, 2 }, "1 exact, 1 lost" },
  { { { [ANNALS_STANDING_EXACT] = 7,
        [ANNALS_STANDING_MOVED] = 5,
        [ANNALS_STANDING_DOUBTFUL] = 3,
        [ANNALS_STANDING_LOST] = 2 },
      17 },
    "7 exact, 5 moved, 3 doubtful, 2 lost" },
  { { { [ANNALS_STANDING_UNCHECKED] = 4 }, 4 }, "4 not checked" },
};

static void
test_counts (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree gchar *words = annals_standing_counts_dup_words (&cases[i].counts);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/standing-words/counts", test_counts);

  return g_test_run ();
}
