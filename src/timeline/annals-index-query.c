/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "annals-index-private.h"

/* How many, from when to when, which ones, and which is next. */

static const IndexChange *
get_change (const AnnalsIndex *index, guint i)
{
  return i < index->changes->len ? &g_array_index (index->changes, IndexChange, i) : NULL;
}

/* The dead before a position. */
static guint
count_dead (const AnnalsIndex *index, guint32 position)
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
  return from;
}

static guint
count_range (const AnnalsIndex *index, const IndexRange *range)
{
  guint n = range->to - range->from;

  if (n > 0 && index->dead->len > 0)
    n -= count_dead (index, range->to) - count_dead (index, range->from);
  return n;
}

static guint
count_in_lane (const AnnalsIndex *index, guint lane, AnnalsInstant first, AnnalsInstant last)
{
  IndexRange range;
  guint n;

  annals_index_find_range (&index->run, lane, first, last, &range);
  n = count_range (index, &range);
  if (index->changes->len > 0)
    n += annals_index_find_change (index, lane, last, G_MAXUINT32)
         - annals_index_find_change (index, lane, first, 0);
  return n;
}

/**
 * annals_index_count:
 * @index: an index that is built
 * @lane: a lane, or %ANNALS_INDEX_ALL_LANES
 * @first: first second of a stretch of time
 * @last: last second of it, no earlier than @first
 *
 * Returns: how many events begin in that time
 */
guint
annals_index_count (const AnnalsIndex *index, guint lane, AnnalsInstant first, AnnalsInstant last)
{
  guint n = 0;

  g_return_val_if_fail (annals_index_may_ask (index, lane), 0);

  if (first > last)
    return 0;
  for (guint i = annals_index_first_lane (lane); i < annals_index_end_lane (index, lane); i++)
    n += count_in_lane (index, i, first, last);
  return n;
}

/**
 * annals_index_get_n_in_lane:
 * @index: an index that is built
 * @lane: a lane
 *
 * Returns: how many events it has
 */
guint
annals_index_get_n_in_lane (const AnnalsIndex *index, guint lane)
{
  return annals_index_count (index, lane, ANNALS_INSTANT_MIN, ANNALS_INSTANT_MAX);
}

/* The first position from there on that begins at an instant or later; near ones are found
 * sooner. */
static guint32
gallop (const IndexRun *run, guint32 from, guint32 end, AnnalsInstant instant)
{
  guint32 step = 1;

  while (step < end - from && run->begins[from + step - 1] < instant)
    {
      from += step;
      step = step < G_MAXUINT32 / 2 ? step * 2 : step;
    }
  end = from + MIN (step, end - from);
  while (from < end)
    {
      guint32 middle = from + (end - from) / 2;

      if (run->begins[middle] < instant)
        from = middle + 1;
      else
        end = middle;
    }
  return from;
}

/* Goes on to the next of bins that lie one after the other: which entries of the lane begin in it.
 * @first is that of the bin, and then that of the one behind it. Tells whether there may be more
 * behind it. */
static gboolean
take_bin (const IndexRun *run, guint lane, gint64 step_s, AnnalsInstant *first, IndexRange *range)
{
  guint32 end = run->lane_starts[lane + 1];
  gboolean is_last = *first > ANNALS_INSTANT_MAX - step_s;

  *first = is_last ? *first : *first + step_s;
  range->from = range->to;
  range->to = is_last ? end : gallop (run, range->from, end, *first);
  return range->to < end;
}

static void
count_bins_in_lane (const AnnalsIndex *index,
                    guint lane,
                    AnnalsInstant first,
                    gint64 step_s,
                    guint n_bins,
                    guint *counts)
{
  const IndexRun *run = &index->run;
  IndexRange range = { 0, annals_index_find_begin (run, lane, first) };
  gboolean more = range.to < run->lane_starts[lane + 1];

  for (guint i = 0; i < n_bins && more; i++)
    {
      more = take_bin (run, lane, step_s, &first, &range);
      counts[i] += count_range (index, &range);
    }
}

/**
 * annals_index_count_bins:
 * @index: an index that is built
 * @lane: a lane, or %ANNALS_INDEX_ALL_LANES
 * @first: first second of the first bin
 * @step_s: how long a bin is; more than 0
 * @n_bins: how many
 * @counts: (out caller-allocates) (array length=n_bins): how many events begin in each
 *
 * As annals_index_count() for bins one after the other. Nothing is in bins beyond all time.
 */
void
annals_index_count_bins (const AnnalsIndex *index,
                         guint lane,
                         AnnalsInstant first,
                         gint64 step_s,
                         guint n_bins,
                         guint *counts)
{
  g_return_if_fail (annals_index_may_ask (index, lane));
  g_return_if_fail (step_s > 0 && (n_bins == 0 || counts != NULL));

  memset (counts, 0, n_bins * sizeof *counts);
  for (guint i = annals_index_first_lane (lane); i < annals_index_end_lane (index, lane); i++)
    {
      count_bins_in_lane (index, i, first, step_s, n_bins, counts);
      for (guint j = annals_index_find_change (index, i, first, 0); j < index->changes->len; j++)
        {
          const IndexChange *change = get_change (index, j);
          guint64 bin = ((guint64) change->begin - (guint64) first) / (guint64) step_s;

          if (change->lane != i || bin >= n_bins)
            break;
          counts[bin]++;
        }
    }
}

static void
survey_range (const AnnalsIndex *index, IndexRange range, AnnalsIndexBin *bin)
{
  const IndexRun *run = &index->run;

  bin->count = count_range (index, &range);
  if (bin->count == 0)
    return;
  while (!annals_index_is_live (run, range.from))
    range.from++;
  while (!annals_index_is_live (run, range.to - 1))
    range.to--;
  bin->first = run->begins[range.from];
  bin->last = run->begins[range.to - 1];
}

static void
survey_change (AnnalsInstant begin, AnnalsIndexBin *bin)
{
  bin->first = bin->count == 0 ? begin : MIN (bin->first, begin);
  bin->last = bin->count == 0 ? begin : MAX (bin->last, begin);
  bin->count++;
}

/**
 * annals_index_survey:
 * @index: an index that is built
 * @lane: a lane
 * @first: first second of the first bin
 * @step_s: how long a bin is; more than 0
 * @n_bins: how many
 * @bins: (out caller-allocates) (array length=n_bins): what begins in each
 *
 * Tells of bins one after the other in one lane how many events begin in each, and when. Nothing is
 * in bins beyond all time.
 */
void
annals_index_survey (const AnnalsIndex *index,
                     guint lane,
                     AnnalsInstant first,
                     gint64 step_s,
                     guint n_bins,
                     AnnalsIndexBin *bins)
{
  const IndexRun *run;
  IndexRange range = { 0 };
  AnnalsInstant next = first;
  gboolean more;

  g_return_if_fail (annals_index_may_ask (index, lane) && lane != ANNALS_INDEX_ALL_LANES);
  g_return_if_fail (step_s > 0 && (n_bins == 0 || bins != NULL));

  run = &index->run;
  memset (bins, 0, n_bins * sizeof *bins);
  range.to = annals_index_find_begin (run, lane, first);
  more = range.to < run->lane_starts[lane + 1];
  for (guint i = 0; i < n_bins && more; i++)
    {
      more = take_bin (run, lane, step_s, &next, &range);
      survey_range (index, range, &bins[i]);
    }
  for (guint i = annals_index_find_change (index, lane, first, 0); i < index->changes->len; i++)
    {
      const IndexChange *change = get_change (index, i);
      guint64 bin = ((guint64) change->begin - (guint64) first) / (guint64) step_s;

      if (change->lane != lane || bin >= n_bins)
        break;
      survey_change (change->begin, &bins[bin]);
    }
}

static void
widen (AnnalsInstant from, AnnalsInstant to, AnnalsInstant *begin, AnnalsInstant *end)
{
  *begin = MIN (*begin, from);
  *end = MAX (*end, to);
}

static guint
widen_by_run (const AnnalsIndex *index, IndexRange range, AnnalsInstant *begin, AnnalsInstant *end)
{
  const IndexRun *run = &index->run;
  IndexPiece piece;

  while (range.from < range.to && !annals_index_is_live (run, range.from))
    range.from++;
  if (range.from >= range.to)
    return 0;
  widen (run->begins[range.from], run->ends[range.from], begin, end);
  while (annals_index_take_piece (run, &range, &piece))
    if (piece.level > 0)
      *end = MAX (*end, annals_index_get_node (run, piece.level, piece.i)->end);
    else if (annals_index_is_live (run, piece.i))
      *end = MAX (*end, run->ends[piece.i]);
  return 1;
}

/**
 * annals_index_get_bounds:
 * @index: an index that is built
 * @lane: a lane, or %ANNALS_INDEX_ALL_LANES
 * @first: first second of a stretch of time
 * @last: last second of it
 * @begin: (out): the first begin of the events that begin in that time
 * @end: (out): the last end of these
 *
 * Returns: whether any event begins there; if not, @begin and @end are left alone
 */
gboolean
annals_index_get_bounds (const AnnalsIndex *index,
                         guint lane,
                         AnnalsInstant first,
                         AnnalsInstant last,
                         AnnalsInstant *begin,
                         AnnalsInstant *end)
{
  AnnalsInstant bounds[2] = { ANNALS_INSTANT_MAX, ANNALS_INSTANT_MIN };
  guint n = 0;

  g_return_val_if_fail (annals_index_may_ask (index, lane), FALSE);
  g_return_val_if_fail (begin != NULL && end != NULL, FALSE);

  for (guint i = annals_index_first_lane (lane); i < annals_index_end_lane (index, lane); i++)
    {
      IndexRange range;

      annals_index_find_range (&index->run, i, first, last, &range);
      n += widen_by_run (index, range, &bounds[0], &bounds[1]);
      for (guint j = annals_index_find_change (index, i, first, 0); j < index->changes->len; j++)
        {
          const IndexChange *change = get_change (index, j);

          if (change->lane != i || change->begin > last)
            break;
          widen (change->begin, change->end, &bounds[0], &bounds[1]);
          n++;
        }
    }
  if (n == 0)
    return FALSE;
  *begin = bounds[0];
  *end = bounds[1];
  return TRUE;
}

/* The first live entry of a range that ends at an instant or later, or where the range ends. */
static guint32
skip_to_reaching (const IndexRun *run, guint32 position, guint32 end, AnnalsInstant at)
{
  while (position < end)
    {
      guint level = 0;

      while (level < run->n_levels
             && (position & ((G_GUINT64_CONSTANT (1) << (INDEX_SHIFT * (level + 1))) - 1)) == 0
             && annals_index_get_node (
                    run, level + 1, (guint32) ((guint64) position >> (INDEX_SHIFT * (level + 1))))
                        ->end
                    < at)
        level++;
      if (level == 0 && run->ends[position] >= at && annals_index_is_live (run, position))
        return position;
      if (end - position <= (G_GUINT64_CONSTANT (1) << (INDEX_SHIFT * level)))
        return end;
      position += 1u << (INDEX_SHIFT * level);
    }
  return end;
}

/* Goes through a lane, of the run and of the changes whichever comes first. */
static gboolean
foreach_in_lane (const AnnalsIndex *index,
                 guint lane,
                 AnnalsInstant first,
                 AnnalsInstant last,
                 AnnalsIndexFunc func,
                 gpointer user_data)
{
  const IndexRun *run = &index->run;
  guint i = annals_index_find_change (index, lane, ANNALS_INSTANT_MIN, 0);
  guint n_changes = annals_index_find_change (index, lane, last, G_MAXUINT32);
  IndexRange range;
  gboolean go_on = TRUE;

  annals_index_find_range (run, lane, ANNALS_INSTANT_MIN, last, &range);
  range.from = skip_to_reaching (run, range.from, range.to, first);
  while (go_on && (range.from < range.to || i < n_changes))
    {
      const IndexChange *change = i < n_changes ? get_change (index, i) : NULL;
      AnnalsIndexEntry entry;

      if (change != NULL && change->end < first)
        {
          i++;
          continue;
        }
      if (change != NULL
          && (range.from >= range.to || change->begin < run->begins[range.from]
              || (change->begin == run->begins[range.from]
                  && change->event < run->events[range.from])))
        annals_index_get_from_change (index, i++, &entry);
      else
        {
          annals_index_get_from_run (index, lane, range.from, &entry);
          range.from = skip_to_reaching (run, range.from + 1, range.to, first);
        }
      go_on = func (&entry, user_data);
    }
  return go_on;
}

/**
 * annals_index_foreach:
 * @index: an index that is built
 * @lane: a lane, or %ANNALS_INDEX_ALL_LANES
 * @first: first second of a stretch of time
 * @last: last second of it
 * @func: (scope call): what to call; must not change @index
 * @user_data: handed to @func
 *
 * Calls @func for all events that overlap that time, lane by lane, in the order of begin.
 */
void
annals_index_foreach (const AnnalsIndex *index,
                      guint lane,
                      AnnalsInstant first,
                      AnnalsInstant last,
                      AnnalsIndexFunc func,
                      gpointer user_data)
{
  g_return_if_fail (annals_index_may_ask (index, lane));
  g_return_if_fail (func != NULL);

  for (guint i = annals_index_first_lane (lane); i < annals_index_end_lane (index, lane); i++)
    if (!foreach_in_lane (index, i, first, last, func, user_data))
      return;
}

/* The first position of a lane that is not before these in order. */
static guint32
find_position (const IndexRun *run, guint lane, AnnalsInstant begin, guint32 event)
{
  guint32 from = annals_index_find_begin (run, lane, begin);
  guint32 end = run->lane_starts[lane + 1];
  guint32 to = begin == ANNALS_INSTANT_MAX ? end : gallop (run, from, end, begin + 1);

  while (from < to)
    {
      guint32 middle = from + (to - from) / 2;

      if (run->events[middle] < event)
        from = middle + 1;
      else
        to = middle;
    }
  return from;
}

static gboolean
is_before (AnnalsInstant begin, guint event, const AnnalsIndexEntry *entry)
{
  return begin != entry->begin ? begin < entry->begin : event < entry->event;
}

static void
take_next (const AnnalsIndexEntry *entry, gboolean *found, AnnalsIndexEntry *next)
{
  if (!*found || is_before (entry->begin, entry->event, next))
    *next = *entry;
  *found = TRUE;
}

static void
take_previous (const AnnalsIndexEntry *entry, gboolean *found, AnnalsIndexEntry *previous)
{
  if (!*found || is_before (previous->begin, previous->event, entry))
    *previous = *entry;
  *found = TRUE;
}

/**
 * annals_index_find_next:
 * @index: an index that is built
 * @lane: a lane, or %ANNALS_INDEX_ALL_LANES
 * @begin: an instant
 * @event: a number; with @begin that of an event in the index, or not
 * @entry: (out): the first entry behind it, in the order of begin and number
 *
 * Returns: whether there is one; if not, @entry is left alone
 */
gboolean
annals_index_find_next (const AnnalsIndex *index,
                        guint lane,
                        AnnalsInstant begin,
                        guint event,
                        AnnalsIndexEntry *entry)
{
  const IndexRun *run;
  gboolean found = FALSE;
  AnnalsIndexEntry other;

  g_return_val_if_fail (annals_index_may_ask (index, lane) && entry != NULL, FALSE);

  run = &index->run;
  for (guint i = annals_index_first_lane (lane); i < annals_index_end_lane (index, lane); i++)
    {
      guint32 end = run->lane_starts[i + 1];
      guint32 at = find_position (run, i, begin, event);
      guint change = annals_index_find_change (index, i, begin, event);

      while (at < end
             && (!annals_index_is_live (run, at)
                 || (run->begins[at] == begin && run->events[at] == event)))
        at++;
      if (at < end)
        {
          annals_index_get_from_run (index, i, at, &other);
          take_next (&other, &found, entry);
        }
      if (change < index->changes->len && get_change (index, change)->lane == i
          && get_change (index, change)->begin == begin
          && get_change (index, change)->event == event)
        change++;
      if (change < index->changes->len && get_change (index, change)->lane == i)
        {
          annals_index_get_from_change (index, change, &other);
          take_next (&other, &found, entry);
        }
    }
  return found;
}

/**
 * annals_index_find_previous:
 * @index: an index that is built
 * @lane: a lane, or %ANNALS_INDEX_ALL_LANES
 * @begin: an instant
 * @event: a number; with @begin that of an event in the index, or not
 * @entry: (out): the last entry before it, in the order of begin and number
 *
 * Returns: whether there is one; if not, @entry is left alone
 */
gboolean
annals_index_find_previous (const AnnalsIndex *index,
                            guint lane,
                            AnnalsInstant begin,
                            guint event,
                            AnnalsIndexEntry *entry)
{
  const IndexRun *run;
  gboolean found = FALSE;
  AnnalsIndexEntry other;

  g_return_val_if_fail (annals_index_may_ask (index, lane) && entry != NULL, FALSE);

  run = &index->run;
  for (guint i = annals_index_first_lane (lane); i < annals_index_end_lane (index, lane); i++)
    {
      guint32 start = run->lane_starts[i];
      guint32 at = find_position (run, i, begin, event);
      guint change = annals_index_find_change (index, i, begin, event);

      while (at > start && !annals_index_is_live (run, at - 1))
        at--;
      if (at > start)
        {
          annals_index_get_from_run (index, i, at - 1, &other);
          take_previous (&other, &found, entry);
        }
      if (change > 0 && get_change (index, change - 1)->lane == i)
        {
          annals_index_get_from_change (index, change - 1, &other);
          take_previous (&other, &found, entry);
        }
    }
  return found;
}
