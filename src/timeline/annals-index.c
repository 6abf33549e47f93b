/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "annals-index.h"

/* The entries of the index and the questions asked of it. */

struct _AnnalsIndex
{
  gatomicrefcount refs;
  guint n_lanes;
  gboolean built;
  GArray *entries; /* AnnalsIndexEntry, in order */
  GStringChunk *labels;
};

static gint
compare_places (guint lane_a,
                AnnalsInstant begin_a,
                guint event_a,
                guint lane_b,
                AnnalsInstant begin_b,
                guint event_b)
{
  if (lane_a != lane_b)
    return lane_a < lane_b ? -1 : 1;
  if (begin_a != begin_b)
    return begin_a < begin_b ? -1 : 1;
  return (event_a > event_b) - (event_a < event_b);
}

static gint
compare_entries (gconstpointer a, gconstpointer b)
{
  const AnnalsIndexEntry *x = a;
  const AnnalsIndexEntry *y = b;

  return compare_places (x->lane, x->begin, x->event, y->lane, y->begin, y->event);
}

static const AnnalsIndexEntry *
get_entry (const AnnalsIndex *index, guint i)
{
  return &g_array_index (index->entries, AnnalsIndexEntry, i);
}

static gboolean
is_better (const AnnalsIndexEntry *a, const AnnalsIndexEntry *b)
{
  return a->weight != b->weight ? a->weight > b->weight : a->event < b->event;
}

static guint
keep_best (AnnalsIndexEntry *best, guint n_best, guint n, const AnnalsIndexEntry *entry)
{
  guint i;

  if (n_best == n && !is_better (entry, &best[n - 1]))
    return n_best;
  n_best = MIN (n_best + 1, n);
  for (i = n_best - 1; i > 0 && is_better (entry, &best[i - 1]); i--)
    best[i] = best[i - 1];
  best[i] = *entry;
  return n_best;
}

static gboolean
is_in_lane (const AnnalsIndexEntry *entry, guint lane)
{
  return lane == ANNALS_INDEX_ALL_LANES || entry->lane == lane;
}

static gboolean
begins_in (const AnnalsIndexEntry *entry, guint lane, AnnalsInstant first, AnnalsInstant last)
{
  return is_in_lane (entry, lane) && entry->begin >= first && entry->begin <= last;
}

static gboolean
find_position (const AnnalsIndex *index, guint event, guint *position)
{
  for (guint i = 0; i < index->entries->len; i++)
    if (get_entry (index, i)->event == event)
      {
        *position = i;
        return TRUE;
      }
  return FALSE;
}

guint32
annals_index_weigh (guint rank, AnnalsInstant begin, AnnalsInstant end)
{
  guint64 duration = (guint64) MAX (begin, end) - (guint64) MIN (begin, end);
  guint exponent = duration == 0 ? 0 : g_bit_storage (duration);
  guint64 rest = exponent > 16 ? duration >> (exponent - 16) : duration << (16 - exponent);

  return MIN (rank, 1000) << 22 | MIN (exponent, 63) << 16 | (guint32) (rest & 0xffff);
}

AnnalsIndex *
annals_index_new (guint n_lanes)
{
  AnnalsIndex *index;

  g_return_val_if_fail (n_lanes <= ANNALS_INDEX_MOST_LANES, NULL);

  index = g_new0 (AnnalsIndex, 1);
  g_atomic_ref_count_init (&index->refs);
  index->n_lanes = n_lanes;
  index->entries = g_array_new (FALSE, FALSE, sizeof (AnnalsIndexEntry));
  index->labels = g_string_chunk_new (4096);
  return index;
}

AnnalsIndex *
annals_index_ref (AnnalsIndex *index)
{
  g_atomic_ref_count_inc (&index->refs);
  return index;
}

void
annals_index_unref (AnnalsIndex *index)
{
  if (!g_atomic_ref_count_dec (&index->refs))
    return;
  g_array_unref (index->entries);
  g_string_chunk_free (index->labels);
  g_free (index);
}

gboolean
annals_index_add (AnnalsIndex *index, const AnnalsIndexEntry *entry)
{
  AnnalsIndexEntry copy = *entry;
  g_autofree gchar *label = NULL;

  g_return_val_if_fail (index != NULL && entry != NULL, FALSE);
  g_return_val_if_fail (entry->lane < index->n_lanes && entry->event < G_MAXUINT, FALSE);

  copy.begin = MIN (entry->begin, entry->end);
  copy.end = MAX (entry->begin, entry->end);
  label = g_utf8_make_valid (entry->label != NULL ? entry->label : "", -1);
  g_strdelimit (label, "\n\r\t", ' ');
  copy.label = g_string_chunk_insert_const (index->labels, label);
  g_array_append_val (index->entries, copy);
  if (index->built)
    g_array_sort (index->entries, compare_entries);
  return TRUE;
}

void
annals_index_build (AnnalsIndex *index)
{
  g_return_if_fail (index != NULL && !index->built);

  g_array_sort (index->entries, compare_entries);
  index->built = TRUE;
}

gboolean
annals_index_remove (AnnalsIndex *index, guint event)
{
  guint position;

  if (!find_position (index, event, &position))
    return FALSE;
  g_array_remove_index (index->entries, position);
  return TRUE;
}

gboolean
annals_index_move (AnnalsIndex *index,
                   guint event,
                   AnnalsInstant begin,
                   AnnalsInstant end,
                   guint lane)
{
  AnnalsIndexEntry entry;

  g_return_val_if_fail (lane < index->n_lanes, FALSE);
  if (!annals_index_get (index, event, &entry))
    return FALSE;
  annals_index_remove (index, event);
  entry.weight = (entry.weight & ~0x3fffffu) | annals_index_weigh (0, begin, end);
  entry.begin = begin;
  entry.end = end;
  entry.lane = lane;
  return annals_index_add (index, &entry);
}

gboolean
annals_index_needs_merge (const AnnalsIndex *index)
{
  return FALSE;
}

void
annals_index_merge (AnnalsIndex *index)
{
}

guint
annals_index_get_n_lanes (const AnnalsIndex *index)
{
  return index->n_lanes;
}

guint
annals_index_get_n_events (const AnnalsIndex *index)
{
  return index->entries->len;
}

guint
annals_index_get_n_in_lane (const AnnalsIndex *index, guint lane)
{
  return annals_index_count (index, lane, ANNALS_INSTANT_MIN, ANNALS_INSTANT_MAX);
}

gsize
annals_index_get_n_bytes (const AnnalsIndex *index)
{
  return index->entries->len * sizeof (AnnalsIndexEntry);
}

gboolean
annals_index_get (const AnnalsIndex *index, guint event, AnnalsIndexEntry *entry)
{
  guint position;

  if (!find_position (index, event, &position))
    return FALSE;
  if (entry != NULL)
    *entry = *get_entry (index, position);
  return TRUE;
}

static void
widen (AnnalsInstant bound, AnnalsInstant *first, AnnalsInstant *last)
{
  if (annals_instant_is_open (bound))
    return;
  *first = MIN (*first, bound);
  *last = MAX (*last, bound);
}

gboolean
annals_index_get_horizon (const AnnalsIndex *index,
                          AnnalsInstant *first,
                          AnnalsInstant *last,
                          gboolean *opens_left)
{
  *first = ANNALS_INSTANT_MAX;
  *last = ANNALS_INSTANT_MIN;
  *opens_left = FALSE;
  for (guint i = 0; i < index->entries->len; i++)
    {
      widen (get_entry (index, i)->begin, first, last);
      widen (get_entry (index, i)->end, first, last);
      *opens_left |= get_entry (index, i)->begin == ANNALS_INSTANT_MIN;
    }
  return *first <= *last;
}

guint
annals_index_count (const AnnalsIndex *index, guint lane, AnnalsInstant first, AnnalsInstant last)
{
  guint n = 0;

  for (guint i = 0; i < index->entries->len; i++)
    n += begins_in (get_entry (index, i), lane, first, last);
  return n;
}

void
annals_index_count_bins (const AnnalsIndex *index,
                         guint lane,
                         AnnalsInstant first,
                         gint64 step_s,
                         guint n_bins,
                         guint *counts)
{
  memset (counts, 0, n_bins * sizeof *counts);
  for (guint i = 0; i < index->entries->len; i++)
    {
      const AnnalsIndexEntry *entry = get_entry (index, i);
      guint64 bin = ((guint64) entry->begin - (guint64) first) / (guint64) step_s;

      if (is_in_lane (entry, lane) && entry->begin >= first && bin < n_bins)
        counts[bin]++;
    }
}

gboolean
annals_index_get_bounds (const AnnalsIndex *index,
                         guint lane,
                         AnnalsInstant first,
                         AnnalsInstant last,
                         AnnalsInstant *begin,
                         AnnalsInstant *end)
{
  gboolean found = FALSE;

  for (guint i = 0; i < index->entries->len; i++)
    {
      const AnnalsIndexEntry *entry = get_entry (index, i);

      if (!begins_in (entry, lane, first, last))
        continue;
      *begin = found ? MIN (*begin, entry->begin) : entry->begin;
      *end = found ? MAX (*end, entry->end) : entry->end;
      found = TRUE;
    }
  return found;
}

guint
annals_index_find_best (const AnnalsIndex *index,
                        guint lane,
                        AnnalsInstant first,
                        AnnalsInstant last,
                        guint n,
                        AnnalsIndexEntry *entries)
{
  guint n_found = 0;

  for (guint i = 0; i < index->entries->len && n > 0; i++)
    if (begins_in (get_entry (index, i), lane, first, last))
      n_found = keep_best (entries, n_found, n, get_entry (index, i));
  return n_found;
}

guint
annals_index_find_reaching (const AnnalsIndex *index,
                            guint lane,
                            AnnalsInstant at,
                            guint n,
                            AnnalsIndexEntry *entries)
{
  guint n_found = 0;

  for (guint i = 0; i < index->entries->len && n > 0; i++)
    {
      const AnnalsIndexEntry *entry = get_entry (index, i);

      if (is_in_lane (entry, lane) && entry->begin < at && entry->end >= at)
        n_found = keep_best (entries, n_found, n, entry);
    }
  return n_found;
}

void
annals_index_foreach (const AnnalsIndex *index,
                      guint lane,
                      AnnalsInstant first,
                      AnnalsInstant last,
                      AnnalsIndexFunc func,
                      gpointer user_data)
{
  for (guint i = 0; i < index->entries->len; i++)
    {
      const AnnalsIndexEntry *entry = get_entry (index, i);

      if (is_in_lane (entry, lane) && entry->begin <= last && entry->end >= first
          && !func (entry, user_data))
        return;
    }
}

gboolean
annals_index_find_next (const AnnalsIndex *index,
                        guint lane,
                        AnnalsInstant begin,
                        guint event,
                        AnnalsIndexEntry *entry)
{
  const AnnalsIndexEntry *best = NULL;

  for (guint i = 0; i < index->entries->len; i++)
    {
      const AnnalsIndexEntry *other = get_entry (index, i);

      if (is_in_lane (other, lane)
          && compare_places (0, other->begin, other->event, 0, begin, event) > 0
          && (best == NULL
              || compare_places (0, other->begin, other->event, 0, best->begin, best->event) < 0))
        best = other;
    }
  if (best != NULL)
    *entry = *best;
  return best != NULL;
}

gboolean
annals_index_find_previous (const AnnalsIndex *index,
                            guint lane,
                            AnnalsInstant begin,
                            guint event,
                            AnnalsIndexEntry *entry)
{
  const AnnalsIndexEntry *best = NULL;

  for (guint i = 0; i < index->entries->len; i++)
    {
      const AnnalsIndexEntry *other = get_entry (index, i);

      if (is_in_lane (other, lane)
          && compare_places (0, other->begin, other->event, 0, begin, event) < 0
          && (best == NULL
              || compare_places (0, other->begin, other->event, 0, best->begin, best->event) > 0))
        best = other;
    }
  if (best != NULL)
    *entry = *best;
  return best != NULL;
}
