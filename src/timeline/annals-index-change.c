/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "annals-index-private.h"

/* Changes of an index that is built: kept beside the run until they are merged into it. */

#define RANK_MASK (G_MAXUINT32 << 22)

static gint
compare_with_change (const IndexChange *change, guint lane, AnnalsInstant begin, guint32 event)
{
  if (change->lane != lane)
    return change->lane < lane ? -1 : 1;
  if (change->begin != begin)
    return change->begin < begin ? -1 : 1;
  return (change->event > event) - (change->event < event);
}

/*
 * annals_index_find_change:
 * @index: an index
 * @lane: a lane
 * @begin: an instant
 * @event: number of an event
 *
 * Returns: the first of the changes that is not before these in order, or how many there are
 */
guint
annals_index_find_change (const AnnalsIndex *index, guint lane, AnnalsInstant begin, guint32 event)
{
  guint from = 0;
  guint to = index->changes->len;

  while (from < to)
    {
      guint middle = from + (to - from) / 2;

      if (compare_with_change (&g_array_index (index->changes, IndexChange, middle), lane, begin,
                               event)
          < 0)
        from = middle + 1;
      else
        to = middle;
    }
  return from;
}

static void
merge_when_many (AnnalsIndex *index)
{
  if (index->changes->len + index->dead->len >= INDEX_MOST_CHANGES)
    annals_index_merge (index);
}

/*
 * annals_index_add_change:
 * @index: an index that is built
 * @entry: an entry, with its ends in order; its label is not looked at
 * @label: its label
 * @length: how long that is, in bytes
 *
 * Returns: whether there was room for it
 */
gboolean
annals_index_add_change (AnnalsIndex *index,
                         const AnnalsIndexEntry *entry,
                         const gchar *label,
                         gsize length)
{
  IndexChange change = { .begin = entry->begin, .end = entry->end, .event = entry->event };
  guint at;

  /* Both are one after merging. */
  if (annals_index_get_n_events (index) >= INDEX_NOWHERE
      || index->labels.length + index->change_labels.length + length >= index->labels.most
      || !annals_index_labels_add (&index->change_labels, label, length, &change.label))
    return FALSE;
  change.lane = entry->lane;
  change.weight = entry->weight;
  change.flags = entry->flags & ANNALS_INDEX_ALL_FLAGS;
  at = annals_index_find_change (index, change.lane, change.begin, change.event);
  g_array_insert_val (index->changes, at, change);
  merge_when_many (index);
  return TRUE;
}

static void
bury (AnnalsIndex *index, guint32 position)
{
  guint from = 0;
  guint to = index->dead->len;

  while (from < to)
    {
      guint middle = from + (to - from) / 2;

      if (g_array_index (index->dead, guint32, middle) < position)
        from = middle + 1;
      else
        to = middle;
    }
  g_array_insert_val (index->dead, from, position);
  index->run.flags[position] |= INDEX_DEAD;
  index->run.positions[index->run.events[position]] = INDEX_NOWHERE;
  annals_index_run_update (&index->run, position);
}

static gboolean
take_out (AnnalsIndex *index, guint event)
{
  if (event < index->run.n_positions && index->run.positions[event] != INDEX_NOWHERE)
    {
      bury (index, index->run.positions[event]);
      return TRUE;
    }
  for (guint i = 0; i < index->changes->len; i++)
    if (g_array_index (index->changes, IndexChange, i).event == event)
      {
        g_array_remove_index (index->changes, i);
        return TRUE;
      }
  return FALSE;
}

/**
 * annals_index_remove:
 * @index: an index that is built
 * @event: number of an event
 *
 * Takes an event out.
 *
 * Returns: whether it was there
 */
gboolean
annals_index_remove (AnnalsIndex *index, guint event)
{
  g_return_val_if_fail (index != NULL && index->built, FALSE);

  if (!take_out (index, event))
    return FALSE;
  index->removed = TRUE;
  merge_when_many (index);
  return TRUE;
}

/**
 * annals_index_move:
 * @index: an index that is built
 * @event: number of an event
 * @begin: when it is from now on
 * @end: until when
 * @lane: in which lane
 *
 * Moves an event. Its weight becomes that of its new length, as annals_index_weigh() has it.
 *
 * Returns: whether it is in the index and there was room for the change
 */
gboolean
annals_index_move (AnnalsIndex *index,
                   guint event,
                   AnnalsInstant begin,
                   AnnalsInstant end,
                   guint lane)
{
  AnnalsIndexEntry entry;
  g_autofree gchar *label = NULL;

  g_return_val_if_fail (index != NULL && index->built && lane < index->n_lanes, FALSE);

  if (!annals_index_get (index, event, &entry)
      || index->labels.length + index->change_labels.length + strlen (entry.label)
             >= index->labels.most)
    return FALSE;
  label = g_strdup (entry.label);
  entry.label = label;
  entry.begin = begin;
  entry.end = end;
  entry.lane = lane;
  entry.weight = (entry.weight & RANK_MASK) | annals_index_weigh (0, begin, end);
  take_out (index, event);
  index->removed = TRUE;
  return annals_index_add (index, &entry);
}

/**
 * annals_index_needs_merge:
 * @index: an index that is built
 *
 * Returns: whether so much has changed that annals_index_merge() is due, when nobody is waiting
 */
gboolean
annals_index_needs_merge (const AnnalsIndex *index)
{
  g_return_val_if_fail (index != NULL && index->built, FALSE);

  return index->changes->len + index->dead->len >= INDEX_MANY_CHANGES;
}

static void
copy_from_run (IndexRun *to, guint32 at, const IndexRun *from, guint32 first, guint32 n)
{
  if (n == 0)
    return;
  memcpy (to->begins + at, from->begins + first, n * sizeof *to->begins);
  memcpy (to->ends + at, from->ends + first, n * sizeof *to->ends);
  memcpy (to->events + at, from->events + first, n * sizeof *to->events);
  memcpy (to->labels + at, from->labels + first, n * sizeof *to->labels);
  memcpy (to->weights + at, from->weights + first, n * sizeof *to->weights);
  memcpy (to->flags + at, from->flags + first, n * sizeof *to->flags);
}

static void
copy_from_change (IndexRun *to, guint32 at, const IndexChange *change, gsize label_offset)
{
  to->begins[at] = change->begin;
  to->ends[at] = change->end;
  to->events[at] = change->event;
  to->labels[at] = (guint32) (label_offset + change->label);
  to->weights[at] = change->weight;
  to->flags[at] = (guint8) change->flags;
}

/* The position in the run before which a change goes. */
static guint32
find_place (const IndexRun *run, const IndexChange *change)
{
  guint32 at = annals_index_find_begin (run, change->lane, change->begin);
  guint32 end = run->lane_starts[change->lane + 1];
  guint32 to = change->begin == ANNALS_INSTANT_MAX
                   ? end
                   : annals_index_find_begin (run, change->lane, change->begin + 1);

  while (at < to)
    {
      guint32 middle = at + (to - at) / 2;

      if (run->events[middle] < change->event)
        at = middle + 1;
      else
        to = middle;
    }
  return at;
}

/* Copies what is live from one position to another. */
static guint32
copy_live (const AnnalsIndex *index,
           IndexRun *to,
           guint32 at,
           guint32 from,
           guint32 end,
           guint *dead)
{
  while (from < end)
    {
      guint32 next = *dead < index->dead->len ? g_array_index (index->dead, guint32, *dead) : end;
      guint32 n = MIN (next, end) - from;

      copy_from_run (to, at, &index->run, from, n);
      at += n;
      from += n;
      if (from < end)
        {
          from++;
          (*dead)++;
        }
    }
  return at;
}

static void
merge_runs (const AnnalsIndex *index, IndexRun *merged, gsize label_offset)
{
  guint32 from = 0;
  guint32 at = 0;
  guint dead = 0;

  for (guint i = 0; i < index->changes->len; i++)
    {
      const IndexChange *change = &g_array_index (index->changes, IndexChange, i);
      guint32 place = find_place (&index->run, change);

      at = copy_live (index, merged, at, from, place, &dead);
      from = place;
      copy_from_change (merged, at++, change, label_offset);
      merged->lane_starts[change->lane + 1]++;
    }
  copy_live (index, merged, at, from, index->run.n, &dead);
}

/* How many entries of every lane are live in the run, each counted at the lane after it; changes
 * are counted already. */
static void
sum_lanes (const AnnalsIndex *index, IndexRun *merged)
{
  guint dead = 0;

  for (guint lane = 0; lane < index->n_lanes; lane++)
    {
      guint32 end = index->run.lane_starts[lane + 1];
      guint32 n = end - index->run.lane_starts[lane];

      for (; dead < index->dead->len && g_array_index (index->dead, guint32, dead) < end; dead++)
        n--;
      merged->lane_starts[lane + 1] += merged->lane_starts[lane] + n;
    }
}

static void
find_horizon (AnnalsIndex *index)
{
  index->first = ANNALS_INSTANT_MAX;
  index->last = ANNALS_INSTANT_MIN;
  for (guint32 i = 0; i < index->run.n; i++)
    {
      annals_index_widen_horizon (index, index->run.begins[i]);
      annals_index_widen_horizon (index, index->run.ends[i]);
    }
  index->removed = FALSE;
}

/* Their offsets move by what is returned. */
static gsize
join_labels (AnnalsIndex *index)
{
  IndexLabels *labels = &index->labels;
  gsize offset = labels->length;

  if (index->change_labels.length > 0)
    {
      labels->size = labels->length + index->change_labels.length;
      labels->bytes = g_realloc (labels->bytes, labels->size);
      memcpy (labels->bytes + offset, index->change_labels.bytes, index->change_labels.length);
      labels->length = labels->size;
    }
  annals_index_labels_clear (&index->change_labels);
  return offset;
}

/**
 * annals_index_merge:
 * @index: an index that is built
 *
 * Takes all changes into the run, which costs some 30 ns for every event in the index: a call for
 * when the program is idle, or for a thread that has the index for itself. Without it, the index
 * answers as well, and merges by itself after thousands of changes. The labels of what was removed
 * stay in memory.
 */
void
annals_index_merge (AnnalsIndex *index)
{
  IndexRun merged;
  guint32 n_positions;

  g_return_if_fail (index != NULL && index->built);

  if (index->changes->len == 0 && index->dead->len == 0)
    return;
  n_positions = index->run.n_positions;
  for (guint i = 0; i < index->changes->len; i++)
    n_positions = MAX (n_positions, g_array_index (index->changes, IndexChange, i).event + 1);
  annals_index_run_alloc (&merged, annals_index_get_n_events (index), index->n_lanes, n_positions);
  merge_runs (index, &merged, join_labels (index));
  sum_lanes (index, &merged);
  annals_index_run_clear (&index->run);
  index->run = merged;
  g_array_set_size (index->changes, 0);
  g_array_set_size (index->dead, 0);
  annals_index_run_index (&index->run, index->dead);
  if (index->removed)
    find_horizon (index);
}
