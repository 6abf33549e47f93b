/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annals-query.h"
#include "bench-support.h"

/* How fast words are found in a text of 10 MB: folding it, which is done once, and each search. */

#define TEXT_BYTES (10 * 1024 * 1024)
#define FOLDED ANNALS_FOLD_LOOSE | ANNALS_FOLD_DROP_ACCENTS

typedef struct
{
  gchar *text;
  AnnalsFold *fold;
  AnnalsQuery *query;
  guint n_matches;
} Bench;

static const gchar *const western[] = { "the ",
                                        "alliance ",
                                        "of ",
                                        "oil, ",
                                        "crises ",
                                        "in ",
                                        "1973 ",
                                        "and ",
                                        "after ",
                                        "caf\303\251 ",
                                        "states\342\200\224",
                                        "government.\n\n",
                                        "a ",
                                        "treaty " };
static const gchar *const japanese[]
    = { "\346\227\245\347\261\263", "\345\220\214\347\233\237\343\201\256",
        "\347\237\263\346\262\271", "\343\202\254\343\202\271",
        "\343\200\202\n",           "\345\215\261\346\251\237\343\201\214" };

static gchar *
dup_text (const gchar *const *words, guint n_words)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (10);
  GString *text = g_string_sized_new (TEXT_BYTES + 64);

  while (text->len < TEXT_BYTES)
    g_string_append (text, words[g_rand_int_range (rand, 0, (gint32) n_words)]);
  return g_string_free (text, FALSE);
}

static void
fold (gpointer data)
{
  Bench *bench = data;

  g_clear_pointer (&bench->fold, annals_fold_free);
  bench->fold = annals_fold_new (bench->text, -1, FOLDED);
}

static void
search (gpointer data)
{
  Bench *bench = data;
  g_autoptr (GArray) matches = g_array_new (FALSE, FALSE, sizeof (AnnalsMatch));
  AnnalsQueryCursor cursor = { 0 };

  annals_query_scan (bench->query, bench->fold, G_MAXSIZE, &cursor, matches);
  bench->n_matches = matches->len;
}

static void
measure_search (Bench *bench, const gchar *name, const gchar *words, AnnalsQueryFlags flags)
{
  BenchTimes times;

  bench->query = annals_query_new (words, flags);
  bench_run (&times, 1.0, search, bench);
  bench_print (name, &times, 100.0, "matches", (gdouble) bench->n_matches, NULL);
  g_clear_pointer (&bench->query, annals_query_unref);
}

static void
measure_fold (Bench *bench, const gchar *name)
{
  BenchTimes times;

  bench_run (&times, 1.0, fold, bench);
  bench_print (name, &times, 1000.0, NULL);
}

int
main (void)
{
  Bench bench = { .text = dup_text (western, G_N_ELEMENTS (western)) };

  measure_fold (&bench, "fold-10-mb");
  measure_search (&bench, "search-10-mb-nothing", "archipelago", ANNALS_QUERY_NONE);
  measure_search (&bench, "search-10-mb-word", "oil, crises", ANNALS_QUERY_NONE);
  measure_search (&bench, "search-10-mb-whole-words", "treaty", ANNALS_QUERY_WHOLE_WORDS);
  measure_search (&bench, "search-10-mb-one-letter", "e", ANNALS_QUERY_NONE);
  g_free (bench.text);
  bench.text = dup_text (japanese, G_N_ELEMENTS (japanese));
  measure_fold (&bench, "fold-10-mb-japanese");
  measure_search (&bench, "search-10-mb-japanese", "\347\237\263\346\262\271", ANNALS_QUERY_NONE);

  g_free (bench.text);
  annals_fold_free (bench.fold);
  return 0;
}
