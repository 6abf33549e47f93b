/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "annals-index-private.h"

/* Putting the entries of an index in order: radix sort from the lowest byte up, of keys with the
 * place that each came from. A byte that is the same in all keys is skipped, and counting is done
 * for all bytes in one go. */

#define N_BUCKETS 256
#define N_BYTES 8

typedef struct
{
  guint64 key;
  guint32 place;
} __attribute__ ((packed)) Record;

typedef struct
{
  Record *records;
  Record *others; /* room for as many */
  guint32 n;
} Sorting;

static void
count_bytes (const Sorting *sorting, guint32 (*counts)[N_BUCKETS])
{
  memset (counts, 0, N_BYTES * sizeof *counts);
  for (guint32 i = 0; i < sorting->n; i++)
    {
      guint64 key = sorting->records[i].key;

      for (guint byte = 0; byte < N_BYTES; byte++)
        counts[byte][key >> (8 * byte) & 0xff]++;
    }
}

static void
sort_by_byte (Sorting *sorting, guint byte, const guint32 *counts)
{
  Record *sorted = sorting->others;
  guint32 starts[N_BUCKETS];
  guint32 sum = 0;

  for (guint i = 0; i < N_BUCKETS; i++)
    {
      starts[i] = sum;
      sum += counts[i];
    }
  for (guint32 i = 0; i < sorting->n; i++)
    sorted[starts[sorting->records[i].key >> (8 * byte) & 0xff]++] = sorting->records[i];
  sorting->others = sorting->records;
  sorting->records = sorted;
}

/* Stable: records of equal keys stay as they are. */
static void
sort_records (Sorting *sorting)
{
  guint32 counts[N_BYTES][N_BUCKETS];

  count_bytes (sorting, counts);
  for (guint byte = 0; byte < N_BYTES; byte++)
    if (counts[byte][sorting->records[0].key >> (8 * byte) & 0xff] != sorting->n)
      sort_by_byte (sorting, byte, counts[byte]);
}

static void
sort_by_event (Sorting *sorting, const IndexStaged *staged)
{
  for (guint32 i = 0; i < sorting->n; i++)
    sorting->records[i].key = staged[sorting->records[i].place].event;
  sort_records (sorting);
}

static void
sort_by_begin (Sorting *sorting, const IndexStaged *staged, AnnalsInstant first)
{
  for (guint32 i = 0; i < sorting->n; i++)
    sorting->records[i].key = (guint64) staged[sorting->records[i].place].begin - (guint64) first;
  sort_records (sorting);
}

static void
sort_by_lane (Sorting *sorting, const IndexStaged *staged)
{
  for (guint32 i = 0; i < sorting->n; i++)
    sorting->records[i].key = staged[sorting->records[i].place].lane_and_flags >> 8;
  sort_records (sorting);
}

/* Both at once, where both go into one key. */
static void
sort_by_lane_and_begin (Sorting *sorting,
                        const IndexStaged *staged,
                        AnnalsInstant first,
                        guint begin_bits)
{
  for (guint32 i = 0; i < sorting->n; i++)
    {
      const IndexStaged *entry = &staged[sorting->records[i].place];
      guint64 lane = entry->lane_and_flags >> 8;

      sorting->records[i].key = lane << begin_bits | ((guint64) entry->begin - (guint64) first);
    }
  sort_records (sorting);
}

/*
 * annals_index_sort:
 * @staged: entries
 * @n: how many
 * @n_lanes: no lane is as great
 * @ascending: whether their numbers rise
 *
 * Returns: (transfer full): their places in the order of lane, begin, and number
 */
guint32 *
annals_index_sort (const IndexStaged *staged, guint32 n, guint n_lanes, gboolean ascending)
{
  guint32 *places = g_new (guint32, MAX (n, 1));
  Sorting sorting = { g_new (Record, n), g_new (Record, n), n };
  AnnalsInstant first = ANNALS_INSTANT_MAX;
  AnnalsInstant last = ANNALS_INSTANT_MIN;
  guint64 width;
  guint bits;

  for (guint32 i = 0; i < n; i++)
    {
      sorting.records[i].place = i;
      first = MIN (first, staged[i].begin);
      last = MAX (last, staged[i].begin);
    }
  width = (guint64) last - (guint64) first;
  bits = width == 0 ? 0 : g_bit_storage (width);
  if (n > 0 && !ascending)
    sort_by_event (&sorting, staged);
  if (n > 0 && bits + g_bit_storage (n_lanes) < 64)
    sort_by_lane_and_begin (&sorting, staged, first, bits);
  else if (n > 0)
    {
      sort_by_begin (&sorting, staged, first);
      sort_by_lane (&sorting, staged);
    }
  for (guint32 i = 0; i < n; i++)
    places[i] = sorting.records[i].place;
  g_free (sorting.records);
  g_free (sorting.others);
  return places;
}
