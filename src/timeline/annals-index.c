/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "annals-index-private.h"

/* Making an index, and what is known of one entry. */

#define RANK_SHIFT 22
#define MOST_RANK 1000
#define EXPONENT_SHIFT 16
#define LEAST_STAGED 1024

/**
 * annals_index_weigh:
 * @rank: how much it matters; the number of its passages
 * @begin: one end
 * @end: the other end
 *
 * The usual weight of an entry: by @rank, up to 1000; of the same rank, the longer weighs more, up
 * to 2^63 seconds.
 *
 * Returns: its weight
 */
guint32
annals_index_weigh (guint rank, AnnalsInstant begin, AnnalsInstant end)
{
  guint64 length = (guint64) MAX (begin, end) - (guint64) MIN (begin, end);
  guint exponent = length == 0 ? 0 : g_bit_storage (length);
  guint32 mantissa = 0;

  /* The bits behind the highest. */
  if (exponent > EXPONENT_SHIFT + 1)
    mantissa = (guint32) (length >> (exponent - EXPONENT_SHIFT - 1)) & 0xffff;
  else if (exponent > 0)
    mantissa = (guint32) (length << (EXPONENT_SHIFT + 1 - exponent)) & 0xffff;
  if (exponent > 63)
    {
      exponent = 63;
      mantissa = 0xffff;
    }
  return MIN (rank, MOST_RANK) << RANK_SHIFT | exponent << EXPONENT_SHIFT | mantissa;
}

/**
 * annals_index_new:
 * @n_lanes: how many lanes there are, at most %ANNALS_INDEX_MOST_LANES
 *
 * Makes an index to add entries to.
 *
 * Returns: (transfer full): the index
 */
AnnalsIndex *
annals_index_new (guint n_lanes)
{
  AnnalsIndex *index;

  g_return_val_if_fail (n_lanes <= ANNALS_INDEX_MOST_LANES, NULL);

  index = g_new0 (AnnalsIndex, 1);
  g_atomic_ref_count_init (&index->refs);
  index->n_lanes = n_lanes;
  index->ascending = TRUE;
  index->labels.most = index->change_labels.most = G_MAXUINT32;
  index->changes = g_array_new (FALSE, FALSE, sizeof (IndexChange));
  index->dead = g_array_new (FALSE, FALSE, sizeof (guint32));
  index->first = ANNALS_INSTANT_MAX;
  index->last = ANNALS_INSTANT_MIN;
  return index;
}

/**
 * annals_index_ref:
 * @index: an index
 *
 * Returns: (transfer full): @index; may be called from any thread
 */
AnnalsIndex *
annals_index_ref (AnnalsIndex *index)
{
  g_return_val_if_fail (index != NULL, NULL);

  g_atomic_ref_count_inc (&index->refs);
  return index;
}

/**
 * annals_index_unref:
 * @index: (transfer full): an index
 *
 * Drops a reference; may be called from any thread.
 */
void
annals_index_unref (AnnalsIndex *index)
{
  g_return_if_fail (index != NULL);

  if (!g_atomic_ref_count_dec (&index->refs))
    return;
  g_free (index->staged);
  annals_index_run_clear (&index->run);
  annals_index_labels_clear (&index->labels);
  annals_index_labels_clear (&index->change_labels);
  g_array_unref (index->changes);
  g_array_unref (index->dead);
  g_free (index);
}

/*
 * annals_index_widen_horizon:
 * @index: an index
 * @bound: a bound of one of its events; open ones are passed over
 */
void
annals_index_widen_horizon (AnnalsIndex *index, AnnalsInstant bound)
{
  if (bound != ANNALS_INSTANT_MIN && bound != ANNALS_INSTANT_MAX)
    {
      index->first = MIN (index->first, bound);
      index->last = MAX (index->last, bound);
    }
}

static gboolean
make_room (AnnalsIndex *index)
{
  /* INDEX_NOWHERE is no position. */
  if (index->n_staged == INDEX_NOWHERE)
    return FALSE;
  if (index->n_staged == index->staged_size)
    {
      index->staged_size = MAX (LEAST_STAGED, index->staged_size + index->staged_size / 2);
      index->staged = g_renew (IndexStaged, index->staged, index->staged_size);
    }
  return TRUE;
}

/*
 * annals_index_stage:
 * @index: an index that is not built yet
 * @entry: an entry, with its ends in order; its label is not looked at
 * @label: its label
 * @length: how long that is, in bytes
 *
 * Returns: whether there was room for it
 */
gboolean
annals_index_stage (AnnalsIndex *index,
                    const AnnalsIndexEntry *entry,
                    const gchar *label,
                    gsize length)
{
  IndexStaged *staged;
  guint32 offset;

  if (!make_room (index) || !annals_index_labels_add (&index->labels, label, length, &offset))
    return FALSE;
  if (index->n_staged > 0 && index->staged[index->n_staged - 1].event > entry->event)
    index->ascending = FALSE;
  staged = &index->staged[index->n_staged++];
  staged->begin = entry->begin;
  staged->end = entry->end;
  staged->event = entry->event;
  staged->label = offset;
  staged->weight = entry->weight;
  staged->lane_and_flags = entry->lane << 8 | (entry->flags & ANNALS_INDEX_ALL_FLAGS);
  return TRUE;
}

/**
 * annals_index_add_labelled:
 * @index: an index
 * @entry: an entry; its label is not looked at
 * @label: (array length=length): its label, of any bytes
 * @length: how long the label is
 *
 * As annals_index_add(), for a label that is part of something longer.
 *
 * Returns: whether there was room for it
 */
gboolean
annals_index_add_labelled (AnnalsIndex *index,
                           const AnnalsIndexEntry *entry,
                           const gchar *label,
                           gsize length)
{
  AnnalsIndexEntry ordered;

  g_return_val_if_fail (index != NULL && entry != NULL && label != NULL, FALSE);
  g_return_val_if_fail (entry->lane < index->n_lanes && entry->event < G_MAXUINT, FALSE);
  g_return_val_if_fail (!index->built || !annals_index_get (index, entry->event, NULL), FALSE);

  ordered = *entry;
  ordered.begin = MIN (entry->begin, entry->end);
  ordered.end = MAX (entry->begin, entry->end);
  if (!(index->built ? annals_index_add_change : annals_index_stage) (index, &ordered, label,
                                                                      length))
    return FALSE;
  annals_index_widen_horizon (index, ordered.begin);
  annals_index_widen_horizon (index, ordered.end);
  index->opens_left |= ordered.begin == ANNALS_INSTANT_MIN;
  return TRUE;
}

/**
 * annals_index_add:
 * @index: an index
 * @entry: an entry; of its ends, the earlier is taken for the begin
 *
 * Adds an event that is not in the index, before annals_index_build() or after it. The label is
 * copied, made valid, and set in one line. Numbers that rise are the cheapest.
 *
 * There is no room for more than 2^32 - 2 events, nor for more than 4 GiB of labels; the index is
 * as before then.
 *
 * Returns: whether there was room for it
 */
gboolean
annals_index_add (AnnalsIndex *index, const AnnalsIndexEntry *entry)
{
  const gchar *label;

  g_return_val_if_fail (entry != NULL, FALSE);

  label = entry->label != NULL ? entry->label : "";
  return annals_index_add_labelled (index, entry, label, strlen (label));
}

/**
 * annals_index_build:
 * @index: an index that is not built yet
 *
 * Makes all that was added ready to be asked.
 */
void
annals_index_build (AnnalsIndex *index)
{
  g_return_if_fail (index != NULL && !index->built);

  annals_index_run_build (&index->run, index->staged, index->n_staged, index->n_lanes,
                          index->ascending, index->dead);
  g_clear_pointer (&index->staged, g_free);
  index->n_staged = 0;
  index->staged_size = 0;
  index->labels.bytes = g_realloc (index->labels.bytes, index->labels.length);
  index->labels.size = index->labels.length;
  index->built = TRUE;
}

/**
 * annals_index_set_n_lanes:
 * @index: an index that is not built yet
 * @n_lanes: how many lanes there are, no fewer than before, at most %ANNALS_INDEX_MOST_LANES
 *
 * For when lanes are found only as the events are read.
 */
void
annals_index_set_n_lanes (AnnalsIndex *index, guint n_lanes)
{
  g_return_if_fail (index != NULL && !index->built);
  g_return_if_fail (n_lanes >= index->n_lanes && n_lanes <= ANNALS_INDEX_MOST_LANES);

  index->n_lanes = n_lanes;
}

/**
 * annals_index_get_n_lanes:
 * @index: an index
 *
 * Returns: how many lanes it was made for
 */
guint
annals_index_get_n_lanes (const AnnalsIndex *index)
{
  g_return_val_if_fail (index != NULL, 0);

  return index->n_lanes;
}

/**
 * annals_index_get_n_events:
 * @index: an index
 *
 * Returns: how many events are in it
 */
guint
annals_index_get_n_events (const AnnalsIndex *index)
{
  g_return_val_if_fail (index != NULL, 0);

  if (!index->built)
    return index->n_staged;
  return index->run.n - index->dead->len + index->changes->len;
}

/**
 * annals_index_get_n_bytes:
 * @index: an index
 *
 * Returns: how much memory its data takes
 */
gsize
annals_index_get_n_bytes (const AnnalsIndex *index)
{
  const IndexRun *run;
  gsize n;

  g_return_val_if_fail (index != NULL, 0);

  run = &index->run;
  n = sizeof *index + index->staged_size * sizeof *index->staged;
  n += run->n
       * (sizeof *run->begins + sizeof *run->ends + sizeof *run->events + sizeof *run->labels
          + sizeof *run->weights + sizeof *run->flags);
  n += (index->n_lanes + 1) * sizeof *run->lane_starts;
  n += run->n_positions * sizeof *run->positions + run->n_nodes * sizeof *run->nodes;
  n += index->labels.size + index->change_labels.size;
  n += index->changes->len * sizeof (IndexChange) + index->dead->len * sizeof (guint32);
  return n;
}

/* Which lane a position of the run belongs to. */
static guint
find_lane (const AnnalsIndex *index, guint32 position)
{
  guint from = 0;
  guint to = index->n_lanes;

  while (to - from > 1)
    {
      guint middle = from + (to - from) / 2;

      if (index->run.lane_starts[middle] <= position)
        from = middle;
      else
        to = middle;
    }
  return from;
}

/*
 * annals_index_get_from_run:
 * @index: an index
 * @lane: the lane it is in, or %ANNALS_INDEX_ALL_LANES when that is not known
 * @position: which entry
 * @entry: (out): the entry
 */
void
annals_index_get_from_run (const AnnalsIndex *index,
                           guint lane,
                           guint32 position,
                           AnnalsIndexEntry *entry)
{
  const IndexRun *run = &index->run;

  entry->begin = run->begins[position];
  entry->end = run->ends[position];
  entry->event = run->events[position];
  entry->lane = lane == ANNALS_INDEX_ALL_LANES ? find_lane (index, position) : lane;
  entry->weight = run->weights[position];
  entry->flags = run->flags[position] & ANNALS_INDEX_ALL_FLAGS;
  entry->label = index->labels.bytes + run->labels[position];
}

/*
 * annals_index_get_from_change:
 * @index: an index
 * @i: which of the changes
 * @entry: (out): the entry
 */
void
annals_index_get_from_change (const AnnalsIndex *index, guint i, AnnalsIndexEntry *entry)
{
  const IndexChange *change = &g_array_index (index->changes, IndexChange, i);

  entry->begin = change->begin;
  entry->end = change->end;
  entry->event = change->event;
  entry->lane = change->lane;
  entry->weight = change->weight;
  entry->flags = change->flags;
  entry->label = index->change_labels.bytes + change->label;
}

/**
 * annals_index_get:
 * @index: an index
 * @event: number of an event
 * @entry: (out) (optional): what is known of it
 *
 * Returns: whether it is in the index; if not, @entry is left alone
 */
gboolean
annals_index_get (const AnnalsIndex *index, guint event, AnnalsIndexEntry *entry)
{
  AnnalsIndexEntry found;

  g_return_val_if_fail (index != NULL && index->built, FALSE);

  if (event < index->run.n_positions && index->run.positions[event] != INDEX_NOWHERE)
    {
      if (entry != NULL)
        annals_index_get_from_run (index, ANNALS_INDEX_ALL_LANES, index->run.positions[event],
                                   entry);
      return TRUE;
    }
  for (guint i = 0; i < index->changes->len; i++)
    if (g_array_index (index->changes, IndexChange, i).event == event)
      {
        annals_index_get_from_change (index, i, &found);
        if (entry != NULL)
          *entry = found;
        return TRUE;
      }
  return FALSE;
}

/**
 * annals_index_get_horizon:
 * @index: an index
 * @first: (out): the earliest of all known bounds
 * @last: (out): the latest
 * @opens_left: (out): whether something always was, and so fades out to the left
 *
 * How far the events reach, apart from what is open. It grows with what is added and moved; after
 * something was removed or moved away, it may be too wide until the changes are merged.
 *
 * Returns: whether any bound is known; if not, @first and @last are left alone
 */
gboolean
annals_index_get_horizon (const AnnalsIndex *index,
                          AnnalsInstant *first,
                          AnnalsInstant *last,
                          gboolean *opens_left)
{
  g_return_val_if_fail (index != NULL && first != NULL && last != NULL && opens_left != NULL,
                        FALSE);

  *opens_left = index->opens_left;
  if (index->first > index->last)
    return FALSE;
  *first = index->first;
  *last = index->last;
  return TRUE;
}
