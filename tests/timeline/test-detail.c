/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "annals-detail.h"

/* What is shown of many events, and what is counted: random events, at every level. */

#define N_LANES 3

typedef struct
{
  AnnalsIndex *index;
  GArray *all;    /* AnnalsIndexEntry */
  GArray *shown;  /* AnnalsIndexEntry */
  GArray *counts; /* AnnalsCluster */
  GHashTable *is_shown;
} Fixture;

/* Some crowded together, some alone, some very long, some open. */
static AnnalsIndexEntry
make_entry (GRand *random, guint event, gint64 crowd)
{
  static const gint64 spreads[] = { 3, 86400, G_GINT64_CONSTANT (31556952),
                                    G_GINT64_CONSTANT (31556952) * 3000 };
  AnnalsIndexEntry entry = { .event = event, .label = "An event" };
  gint64 spread = spreads[g_rand_int_range (random, 0, G_N_ELEMENTS (spreads))];

  entry.lane = (guint) g_rand_int_range (random, 0, N_LANES);
  entry.begin = crowd + (gint64) (g_rand_double (random) * (gdouble) spread);
  entry.end = entry.begin;
  if (g_rand_boolean (random))
    entry.end += (gint64) (g_rand_double (random) * (gdouble) spread * 2.0);
  if (g_rand_int_range (random, 0, 40) == 0)
    entry.end = ANNALS_INSTANT_MAX;
  if (g_rand_int_range (random, 0, 40) == 0)
    entry.begin = ANNALS_INSTANT_MIN;
  entry.weight = annals_index_weigh ((guint) g_rand_int_range (random, 0, 3), entry.begin,
                                     g_rand_boolean (random) ? entry.end : entry.begin);
  return entry;
}

static void
fixture_init (Fixture *fixture, guint32 seed, guint n)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  gint64 crowd = 0;

  fixture->index = annals_index_new (N_LANES);
  fixture->all = g_array_new (FALSE, FALSE, sizeof (AnnalsIndexEntry));
  fixture->shown = g_array_new (FALSE, FALSE, sizeof (AnnalsIndexEntry));
  fixture->counts = g_array_new (FALSE, TRUE, sizeof (AnnalsCluster));
  fixture->is_shown = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < n; i++)
    {
      AnnalsIndexEntry entry;

      if (g_rand_int_range (random, 0, 12) == 0)
        crowd = (gint64) ((g_rand_double (random) - 0.5) * 2e11);
      entry = make_entry (random, i, crowd);
      annals_index_add (fixture->index, &entry);
      g_array_append_val (fixture->all, entry);
    }
  annals_index_build (fixture->index);
}

static void
fixture_clear (Fixture *fixture)
{
  annals_index_unref (fixture->index);
  g_array_unref (fixture->all);
  g_array_unref (fixture->shown);
  g_array_unref (fixture->counts);
  g_hash_table_unref (fixture->is_shown);
}

/* What is remembered of other bins changes nothing. */
static void
choose_both_ways (Fixture *fixture,
                  const AnnalsDetail *detail,
                  guint lane,
                  gint64 bin,
                  AnnalsDetailWinners *winners)
{
  g_autoptr (GArray) shown = g_array_new (FALSE, FALSE, sizeof (AnnalsIndexEntry));
  g_autoptr (GArray) counts = g_array_new (FALSE, FALSE, sizeof (AnnalsCluster));
  guint n = fixture->shown->len;

  annals_detail_choose (detail, fixture->index, lane, bin, shown, counts, NULL);
  annals_detail_choose (detail, fixture->index, lane, bin, fixture->shown, fixture->counts,
                        winners);
  g_assert_cmpuint (fixture->shown->len, ==, n + shown->len);
  for (guint i = 0; i < shown->len; i++)
    g_assert_cmpuint (g_array_index (fixture->shown, AnnalsIndexEntry, n + i).event, ==,
                      g_array_index (shown, AnnalsIndexEntry, i).event);
}

/* Chooses of all bins that hold something. */
static void
choose_all (Fixture *fixture, const AnnalsDetail *detail)
{
  AnnalsDetailWinners winners = { 0 };

  g_array_set_size (fixture->shown, 0);
  g_array_set_size (fixture->counts, 0);
  g_hash_table_remove_all (fixture->is_shown);
  for (guint lane = 0; lane < N_LANES; lane++)
    {
      AnnalsIndexEntry entry;
      AnnalsInstant first;
      AnnalsInstant last = ANNALS_INSTANT_MIN;

      annals_detail_choose_open (detail, fixture->index, lane, fixture->shown, fixture->counts);
      while (annals_index_find_next (fixture->index, lane, last, G_MAXUINT, &entry))
        {
          gint64 bin = annals_detail_get_bin (detail, entry.begin);

          choose_both_ways (fixture, detail, lane, bin, &winners);
          annals_detail_get_bounds (detail, bin, &first, &last);
        }
    }
  for (guint i = 0; i < fixture->shown->len; i++)
    {
      guint event = g_array_index (fixture->shown, AnnalsIndexEntry, i).event;

      g_assert_true (g_hash_table_add (fixture->is_shown, GUINT_TO_POINTER (event)));
    }
}

static gboolean
is_shown (const Fixture *fixture, guint event)
{
  return g_hash_table_contains (fixture->is_shown, GUINT_TO_POINTER (event));
}

/* Every event is shown, or counted in one cluster, which reaches over its begin. */
static void
check_counts (const Fixture *fixture, const AnnalsDetail *detail)
{
  guint n = fixture->shown->len;

  for (guint i = 0; i < fixture->counts->len; i++)
    n += g_array_index (fixture->counts, AnnalsCluster, i).count;
  g_assert_cmpuint (n, ==, fixture->all->len);
  for (guint i = 0; i < fixture->all->len; i++)
    {
      const AnnalsIndexEntry *entry = &g_array_index (fixture->all, AnnalsIndexEntry, i);
      guint n_clusters = 0;

      for (guint j = 0; j < fixture->counts->len; j++)
        {
          const AnnalsCluster *cluster = &g_array_index (fixture->counts, AnnalsCluster, j);

          if (cluster->lane != entry->lane
              || cluster->cell != annals_detail_get_cell (detail, entry->begin))
            continue;
          n_clusters++;
          g_assert_cmpint (cluster->first, <=, entry->begin);
          g_assert_cmpint (cluster->last, >=, entry->begin);
          if (cluster->count == 1 && !is_shown (fixture, i))
            g_assert_cmpint (cluster->event, ==, (gint) i);
        }
      g_assert_cmpuint (n_clusters, <=, 1);
      g_assert_true (is_shown (fixture, i) || n_clusters == 1);
      g_assert_true (is_shown (fixture, i) == annals_detail_shows (detail, fixture->index, i));
    }
}

/* From wherever one looks, what is shown and goes on there is found. */
static void
check_reaching (const Fixture *fixture, const AnnalsDetail *detail, GRand *random)
{
  for (guint i = 0; i < 30; i++)
    {
      guint lane = (guint) g_rand_int_range (random, 0, N_LANES);
      guint at_event = (guint) g_rand_int_range (random, 0, (gint32) fixture->all->len);
      AnnalsInstant near = g_array_index (fixture->all, AnnalsIndexEntry, at_event).begin;
      gint64 bin = annals_detail_get_bin (detail, MAX (near, -1000000) + 1);
      g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (AnnalsIndexEntry));
      g_autoptr (GHashTable) set = g_hash_table_new (NULL, NULL);
      AnnalsInstant at;
      AnnalsInstant last;

      annals_detail_get_bounds (detail, bin, &at, &last);
      annals_detail_choose_reaching (detail, fixture->index, lane, bin, found);
      for (guint j = 0; j < found->len; j++)
        {
          const AnnalsIndexEntry *entry = &g_array_index (found, AnnalsIndexEntry, j);

          g_hash_table_add (set, GUINT_TO_POINTER (entry->event));
          g_assert_true (is_shown (fixture, entry->event));
          g_assert_true (entry->begin < at && entry->end >= at && entry->lane == lane);
        }
      for (guint j = 0; j < fixture->shown->len; j++)
        {
          const AnnalsIndexEntry *entry = &g_array_index (fixture->shown, AnnalsIndexEntry, j);

          if (entry->lane == lane && entry->begin != ANNALS_INSTANT_MIN && entry->begin < at
              && entry->end >= at)
            g_assert_true (g_hash_table_contains (set, GUINT_TO_POINTER (entry->event)));
        }
    }
}

static void
test_random (void)
{
  for (guint32 seed = 1; seed <= 12; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      g_autoptr (GHashTable) before = g_hash_table_new (NULL, NULL);
      Fixture fixture;

      fixture_init (&fixture, seed, 40 + seed * 60);
      for (gdouble s_per_px = 4e16; s_per_px > 0.01; s_per_px /= 2.0)
        {
          GHashTableIter iter;
          gpointer event;
          AnnalsDetail detail;

          annals_detail_init (&detail, s_per_px, 3 + seed % 5);
          choose_all (&fixture, &detail);
          check_counts (&fixture, &detail);
          check_reaching (&fixture, &detail, random);
          /* What is shown stays shown. */
          g_hash_table_iter_init (&iter, before);
          while (g_hash_table_iter_next (&iter, &event, NULL))
            g_assert_true (is_shown (&fixture, GPOINTER_TO_UINT (event)));
          for (guint i = 0; i < fixture.shown->len; i++)
            g_hash_table_add (
                before,
                GUINT_TO_POINTER (g_array_index (fixture.shown, AnnalsIndexEntry, i).event));
        }
      g_assert_cmpuint (g_hash_table_size (before), >, fixture.all->len / 4);
      fixture_clear (&fixture);
    }
}

/* Bins are between half of 256 pixels and 256 pixels wide, and cells a quarter of that. */
static void
test_levels (void)
{
  for (gdouble s_per_px = 0.02; s_per_px < 1e15; s_per_px *= 1.37)
    {
      AnnalsDetail detail;
      AnnalsInstant first;
      AnnalsInstant last;
      AnnalsInstant cell_first;
      AnnalsInstant cell_last;
      gdouble bin_px;

      annals_detail_init (&detail, s_per_px, 5);
      annals_detail_get_bounds (&detail, annals_detail_get_bin (&detail, 12345), &first, &last);
      g_assert_cmpint (first, <=, 12345);
      g_assert_cmpint (last, >=, 12345);
      bin_px = ((gdouble) last - (gdouble) first + 1.0) / s_per_px;
      g_assert_cmpfloat (bin_px, >=, 127.9);
      g_assert_cmpfloat (bin_px, <=, 256.1);
      annals_detail_get_cell_bounds (&detail, annals_detail_get_cell (&detail, 12345), &cell_first,
                                     &cell_last);
      g_assert_cmpint (cell_first, >=, first);
      g_assert_cmpint (cell_last, <=, last);
    }
}

/* What is shown of a crowd is no more than there is room for. */
static void
test_bounded (void)
{
  Fixture fixture;

  fixture_init (&fixture, 99, 4000);
  for (gdouble s_per_px = 1e12; s_per_px > 1.0; s_per_px /= 2.0)
    {
      AnnalsDetail detail;

      annals_detail_init (&detail, s_per_px, 6);
      for (guint lane = 0; lane < N_LANES; lane++)
        for (gint64 bin = -4; bin < 4; bin++)
          {
            guint n_short = 0;

            g_array_set_size (fixture.shown, 0);
            annals_detail_choose (&detail, fixture.index, lane, bin, fixture.shown, fixture.counts,
                                  NULL);
            for (guint i = 0; i < fixture.shown->len; i++)
              {
                const AnnalsIndexEntry *entry = &g_array_index (fixture.shown, AnnalsIndexEntry, i);

                n_short += (gdouble) entry->end - (gdouble) entry->begin < s_per_px * 32.0;
              }
            g_assert_cmpuint (n_short, <=, detail.n_best);
          }
    }
  fixture_clear (&fixture);
}

/* At the limits of what an instant can be nothing is lost. */
static void
test_limits (void)
{
  static const AnnalsInstant spans[][2] = {
    { ANNALS_INSTANT_MIN, ANNALS_INSTANT_MAX },
    { ANNALS_INSTANT_EARLIEST, ANNALS_INSTANT_LATEST },
    { ANNALS_INSTANT_EARLIEST, ANNALS_INSTANT_EARLIEST },
    { ANNALS_INSTANT_LATEST, ANNALS_INSTANT_LATEST },
    { ANNALS_INSTANT_LATEST, ANNALS_INSTANT_MAX },
    { 0, 0 },
    { -1, ANNALS_INSTANT_MAX },
  };
  Fixture fixture;

  fixture_init (&fixture, 1, 0);
  annals_index_unref (fixture.index);
  fixture.index = annals_index_new (N_LANES);
  for (guint i = 0; i < 10 * G_N_ELEMENTS (spans); i++)
    {
      AnnalsIndexEntry entry = { .begin = spans[i % G_N_ELEMENTS (spans)][0],
                                 .end = spans[i % G_N_ELEMENTS (spans)][1],
                                 .event = i,
                                 .label = "" };

      annals_index_add (fixture.index, &entry);
      g_array_append_val (fixture.all, entry);
    }
  annals_index_build (fixture.index);
  for (gdouble s_per_px = 1e16; s_per_px > 0.005; s_per_px /= 3.0)
    {
      AnnalsDetail detail;

      annals_detail_init (&detail, s_per_px, 4);
      choose_all (&fixture, &detail);
      check_counts (&fixture, &detail);
    }
  fixture_clear (&fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/timeline/detail/random", test_random);
  g_test_add_func ("/timeline/detail/levels", test_levels);
  g_test_add_func ("/timeline/detail/bounded", test_bounded);
  g_test_add_func ("/timeline/detail/limits", test_limits);

  return g_test_run ();
}
