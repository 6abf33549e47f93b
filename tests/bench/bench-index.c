/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

#include "bench-events.h"
#include "bench-support.h"

/* bench-index FILE: what an index of the events in a file costs: to fill, to build, to ask, to
 * change. Prints JSON lines. */

#define N_QUESTIONS 2000
#define N_CHANGES 20000
#define N_BINS 192
#define N_BEST 8
#define CENTURY_S (G_GINT64_CONSTANT (100) * 366 * ANNALS_SECONDS_PER_DAY)

typedef struct
{
  AnnalsIndex *index;
  GRand *random;
  AnnalsInstant first;
  AnnalsInstant last;
  guint n_lanes;
  gint64 width_s; /* of the time asked about */
  guint sum;
} Bench;

/* Of the processor: the machine may be busy. */
static gint64
get_ns (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return now.tv_sec * G_GINT64_CONSTANT (1000000000) + now.tv_nsec;
}

static AnnalsInstant
pick_instant (Bench *bench)
{
  return bench->first
         + (gint64) ((gdouble) (bench->last - bench->first) * g_rand_double (bench->random));
}

static guint
pick_lane (Bench *bench)
{
  return (guint) g_rand_int_range (bench->random, 0, (gint32) bench->n_lanes);
}

static void
count (Bench *bench)
{
  AnnalsInstant first = pick_instant (bench);

  bench->sum += annals_index_count (bench->index, pick_lane (bench), first, first + bench->width_s);
}

static void
count_bins (Bench *bench)
{
  guint counts[N_BINS];

  annals_index_count_bins (bench->index, pick_lane (bench), pick_instant (bench),
                           MAX (bench->width_s / N_BINS, 1), N_BINS, counts);
  bench->sum += counts[0];
}

static void
get_bounds (Bench *bench)
{
  AnnalsInstant first = pick_instant (bench);
  AnnalsInstant begin;
  AnnalsInstant end;

  bench->sum += annals_index_get_bounds (bench->index, pick_lane (bench), first,
                                         first + bench->width_s, &begin, &end);
}

static void
find_best (Bench *bench)
{
  AnnalsInstant first = pick_instant (bench);
  AnnalsIndexEntry entries[N_BEST];

  bench->sum += annals_index_find_best (bench->index, pick_lane (bench), first,
                                        first + bench->width_s, N_BEST, entries);
}

static void
find_reaching (Bench *bench)
{
  AnnalsIndexEntry entries[64];

  bench->sum += annals_index_find_reaching (bench->index, pick_lane (bench), pick_instant (bench),
                                            G_N_ELEMENTS (entries), entries);
}

static gboolean
see_cb (const AnnalsIndexEntry *entry, gpointer data)
{
  guint *n = data;

  return ++*n < 100;
}

static void
see_each (Bench *bench)
{
  AnnalsInstant first = pick_instant (bench);
  guint n = 0;

  annals_index_foreach (bench->index, pick_lane (bench), first, first + bench->width_s, see_cb, &n);
  bench->sum += n;
}

static void
find_next (Bench *bench)
{
  AnnalsIndexEntry entry;

  bench->sum += annals_index_find_next (bench->index, ANNALS_INDEX_ALL_LANES, pick_instant (bench),
                                        0, &entry);
}

static void
add_one (Bench *bench)
{
  AnnalsIndexEntry entry
      = { .begin = pick_instant (bench), .lane = pick_lane (bench), .label = "one that was added" };

  entry.end = entry.begin;
  entry.event = annals_index_get_n_events (bench->index) + N_CHANGES;
  while (annals_index_get (bench->index, entry.event, NULL))
    entry.event++;
  annals_index_add (bench->index, &entry);
}

static void
move_one (Bench *bench)
{
  AnnalsInstant begin = pick_instant (bench);
  guint n = annals_index_get_n_events (bench->index);

  annals_index_move (bench->index, g_rand_int (bench->random) % n, begin, begin + 1000,
                     pick_lane (bench));
}

static void
remove_one (Bench *bench)
{
  guint n = annals_index_get_n_events (bench->index);

  annals_index_remove (bench->index, g_rand_int (bench->random) % n);
}

static const struct
{
  const gchar *name;
  void (*ask) (Bench *bench);
  gint64 width_s;
} questions[] = {
  { "count-century", count, CENTURY_S },
  { "count-day", count, 86400 },
  { "192-bins-century", count_bins, CENTURY_S },
  { "bounds-century", get_bounds, CENTURY_S },
  { "8-best-of-century", find_best, CENTURY_S },
  { "8-best-of-year", find_best, CENTURY_S / 100 },
  { "64-best-reaching", find_reaching, 0 },
  { "100-of-each", see_each, CENTURY_S },
  { "next", find_next, 0 },
};

static const struct
{
  const gchar *name;
  void (*change) (Bench *bench);
} changes[] = {
  { "add", add_one },
  { "move", move_one },
  { "remove", remove_one },
};

static void
ask (Bench *bench, const gchar *when)
{
  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    {
      gint64 worst = 0;
      gint64 start = get_ns ();
      gdouble all;

      bench->width_s = questions[i].width_s;
      for (guint j = 0; j < N_QUESTIONS; j++)
        {
          gint64 before = get_ns ();

          questions[i].ask (bench);
          worst = MAX (worst, get_ns () - before);
        }
      all = (gdouble) (get_ns () - start);
      bench_print (questions[i].name, NULL, 0.0, when, 1.0, "mean_us", all / N_QUESTIONS / 1e3,
                   "worst_us", (gdouble) worst / 1e3, NULL);
    }
}

/* Without merging by itself, which is told apart. */
static void
change (Bench *bench)
{
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      gint64 worst = 0;
      gint64 all = 0;
      gint64 merge = 0;

      for (guint j = 0; j < N_CHANGES; j++)
        {
          gint64 before = get_ns ();
          gint64 took;

          changes[i].change (bench);
          took = get_ns () - before;
          all += took;
          worst = MAX (worst, took);
          if (j % (N_CHANGES / 4) != 0)
            continue;
          before = get_ns ();
          annals_index_merge (bench->index);
          merge = MAX (merge, get_ns () - before);
        }
      bench_print (changes[i].name, NULL, 0.0, "mean_us", (gdouble) all / N_CHANGES / 1e3,
                   "worst_us", (gdouble) worst / 1e3, "worst_merge_ms", (gdouble) merge / 1e6,
                   NULL);
    }
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  Bench bench = { .random = g_rand_new_with_seed (1) };
  gint64 start = get_ns ();
  gint64 added;
  gint64 built;
  gboolean opens_left;
  gdouble n;

  if (argc != 2)
    {
      fputs ("bench-index FILE\n", stderr);
      return 2;
    }
  bench.index = bench_events_read (argv[1], NULL, &error);
  if (bench.index == NULL)
    {
      fprintf (stderr, "%s\n", error->message);
      return 1;
    }
  added = get_ns ();
  annals_index_build (bench.index);
  built = get_ns ();
  n = MAX (annals_index_get_n_events (bench.index), 1);
  bench_print ("index", NULL, 0.0, "events", n, "read_and_add_ns_ev", (gdouble) (added - start) / n,
               "build_ns_ev", (gdouble) (built - added) / n, "data_bytes_ev",
               (gdouble) annals_index_get_n_bytes (bench.index) / n, NULL);
  bench.n_lanes = annals_index_get_n_lanes (bench.index);
  if (annals_index_get_horizon (bench.index, &bench.first, &bench.last, &opens_left))
    {
      ask (&bench, "built");
      change (&bench);
      for (guint i = 0; i < 1000; i++)
        move_one (&bench);
      ask (&bench, "changed");
    }
  annals_index_unref (bench.index);
  g_rand_free (bench.random);
  return 0;
}
