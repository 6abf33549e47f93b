/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "annals-index-private.h"

/* The run of an index: its arrays, the tree over them, and stretches of it. */

#define AHEAD 16 /* how far places are looked up before they are needed */

static guint32
get_n_nodes_above (guint32 n)
{
  return (n >> INDEX_SHIFT) + ((n & (INDEX_FAN - 1)) != 0);
}

static void
alloc_tree (IndexRun *run)
{
  guint32 n = run->n;
  guint32 sum = 0;

  run->n_levels = 0;
  while (n > 1)
    {
      n = get_n_nodes_above (n);
      run->level_starts[++run->n_levels] = sum;
      sum += n;
    }
  run->n_nodes = sum;
  run->nodes = g_new (IndexNode, sum);
}

/* The events of the lowest nodes. */
static void
update_leaf (IndexRun *run, guint32 i)
{
  IndexNode node = { ANNALS_INSTANT_MIN, 0, 0 };
  guint32 from = i << INDEX_SHIFT;
  guint32 n = MIN (run->n - from, INDEX_FAN);
  AnnalsInstant last = run->begins[from + n - 1];

  for (guint32 j = from; j - from < n; j++)
    {
      guint64 key = annals_index_get_key (run->weights[j], run->events[j]);

      if (!annals_index_is_live (run, j))
        continue;
      node.end = MAX (node.end, run->ends[j]);
      node.best = MAX (node.best, key);
      if (run->ends[j] > last)
        node.outliving = MAX (node.outliving, key);
    }
  *annals_index_get_node (run, 1, i) = node;
}

static guint32
count_nodes (const IndexRun *run, guint level)
{
  guint32 end = level == run->n_levels ? run->n_nodes : run->level_starts[level + 1];

  return end - run->level_starts[level];
}

static void
update_node (IndexRun *run, guint level, guint32 i)
{
  IndexNode node = { ANNALS_INSTANT_MIN, 0, 0 };
  guint32 from = i << INDEX_SHIFT;
  guint32 n = MIN (count_nodes (run, level - 1) - from, INDEX_FAN);
  guint64 end = ((guint64) i + 1) << (INDEX_SHIFT * level);
  AnnalsInstant last = run->begins[MIN (end, run->n) - 1];

  for (guint32 j = from; j - from < n; j++)
    {
      const IndexNode *below = annals_index_get_node (run, level - 1, j);

      node.end = MAX (node.end, below->end);
      node.best = MAX (node.best, below->best);
      if (below->end > last)
        node.outliving = MAX (node.outliving, below->outliving);
    }
  *annals_index_get_node (run, level, i) = node;
}

static void
build_tree (IndexRun *run)
{
  if (run->n_levels > 0)
    for (guint32 i = 0; i < count_nodes (run, 1); i++)
      update_leaf (run, i);
  for (guint level = 2; level <= run->n_levels; level++)
    for (guint32 i = 0; i < count_nodes (run, level); i++)
      update_node (run, level, i);
}

/*
 * annals_index_run_update:
 * @run: a run
 * @position: of an entry that is live or dead now and was not before
 *
 * Puts the tree right.
 */
void
annals_index_run_update (IndexRun *run, guint32 position)
{
  if (run->n_levels > 0)
    update_leaf (run, position >> INDEX_SHIFT);
  for (guint level = 2; level <= run->n_levels; level++)
    update_node (run, level, (guint32) ((guint64) position >> (INDEX_SHIFT * level)));
}

/*
 * annals_index_run_alloc:
 * @run: (out): a run to fill
 * @n: for how many entries
 * @n_lanes: for how many lanes
 * @n_positions: no number of an event is as great
 */
void
annals_index_run_alloc (IndexRun *run, guint32 n, guint n_lanes, guint32 n_positions)
{
  *run = (IndexRun){ .n = n, .n_positions = n_positions };
  run->begins = g_new (AnnalsInstant, n);
  run->ends = g_new (AnnalsInstant, n);
  run->events = g_new (guint32, n);
  run->labels = g_new (guint32, n);
  run->weights = g_new (guint32, n);
  run->flags = g_new (guint8, n);
  run->lane_starts = g_new0 (guint32, n_lanes + 1);
  run->positions = g_new (guint32, n_positions);
}

void
annals_index_run_clear (IndexRun *run)
{
  g_free (run->begins);
  g_free (run->ends);
  g_free (run->events);
  g_free (run->labels);
  g_free (run->weights);
  g_free (run->flags);
  g_free (run->lane_starts);
  g_free (run->positions);
  g_free (run->nodes);
  *run = (IndexRun){ 0 };
}

/*
 * annals_index_run_index:
 * @run: a run with all its entries
 * @dead: (element-type guint32): gets the positions of those that are there twice
 *
 * Finds where every event is, and builds the tree.
 */
void
annals_index_run_index (IndexRun *run, GArray *dead)
{
  if (run->n_positions > 0)
    memset (run->positions, 0xff, (gsize) run->n_positions * sizeof *run->positions);
  for (guint32 i = 0; i < run->n; i++)
    {
      guint32 *position = &run->positions[run->events[i]];

      if (*position == INDEX_NOWHERE)
        *position = i;
      else
        {
          g_critical ("event %u is in the index twice", run->events[i]);
          run->flags[i] |= INDEX_DEAD;
          g_array_append_val (dead, i);
        }
    }
  alloc_tree (run);
  build_tree (run);
}

/* The lanes' starts from how many entries each has, counted at the lane after it. */
static void
sum_lane_starts (IndexRun *run, guint n_lanes)
{
  for (guint lane = 0; lane < n_lanes; lane++)
    run->lane_starts[lane + 1] += run->lane_starts[lane];
}

/*
 * annals_index_run_build:
 * @run: (out): the run
 * @staged: entries in any order
 * @n: how many
 * @n_lanes: how many lanes there are
 * @ascending: whether the numbers of the events rise
 * @dead: (element-type guint32): gets the positions of those that are there twice
 */
void
annals_index_run_build (IndexRun *run,
                        const IndexStaged *staged,
                        guint32 n,
                        guint n_lanes,
                        gboolean ascending,
                        GArray *dead)
{
  g_autofree guint32 *places = annals_index_sort (staged, n, n_lanes, ascending);
  guint32 n_positions = 0;

  for (guint32 i = 0; i < n; i++)
    n_positions = MAX (n_positions, staged[i].event + 1);
  annals_index_run_alloc (run, n, n_lanes, n_positions);
  for (guint32 i = 0; i < n; i++)
    {
      const IndexStaged *entry = &staged[places[i]];

      if (n - i > AHEAD)
        __builtin_prefetch (&staged[places[i + AHEAD]]);
      run->begins[i] = entry->begin;
      run->ends[i] = entry->end;
      run->events[i] = entry->event;
      run->labels[i] = entry->label;
      run->weights[i] = entry->weight;
      run->flags[i] = entry->lane_and_flags & 0xff;
      run->lane_starts[(entry->lane_and_flags >> 8) + 1]++;
    }
  sum_lane_starts (run, n_lanes);
  annals_index_run_index (run, dead);
}

/*
 * annals_index_find_begin:
 * @run: a run
 * @lane: a lane
 * @first: an instant
 *
 * Returns: the position of the first entry of @lane that begins at @first or later, or where the
 *   lane ends
 */
guint32
annals_index_find_begin (const IndexRun *run, guint lane, AnnalsInstant first)
{
  guint32 from = run->lane_starts[lane];
  guint32 n = run->lane_starts[lane + 1] - from;

  while (n > 0)
    {
      guint32 half = n / 2;
      gboolean before = run->begins[from + half] < first;

      from = before ? from + half + 1 : from;
      n = before ? n - half - 1 : half;
    }
  return from;
}

/*
 * annals_index_find_range:
 * @run: a run
 * @lane: a lane
 * @first: first second of a stretch of time
 * @last: last second of it
 * @range: (out): those of @lane that begin in it
 */
void
annals_index_find_range (const IndexRun *run,
                         guint lane,
                         AnnalsInstant first,
                         AnnalsInstant last,
                         IndexRange *range)
{
  range->from = annals_index_find_begin (run, lane, first);
  range->to = last == ANNALS_INSTANT_MAX ? run->lane_starts[lane + 1]
                                         : annals_index_find_begin (run, lane, last + 1);
  range->to = MAX (range->from, range->to);
}

/*
 * annals_index_take_piece:
 * @run: a run
 * @range: (inout): a stretch of it; is shortened from its begin
 * @piece: (out): the greatest node, or the entry, with which it begins
 *
 * Returns: whether there was any left
 */
gboolean
annals_index_take_piece (const IndexRun *run, IndexRange *range, IndexPiece *piece)
{
  guint level = 0;

  if (range->from >= range->to)
    return FALSE;
  while (level < run->n_levels)
    {
      guint64 size = G_GUINT64_CONSTANT (1) << (INDEX_SHIFT * (level + 1));

      if ((range->from & (size - 1)) != 0 || size > range->to - range->from)
        break;
      level++;
    }
  *piece = (IndexPiece){ level, range->from >> (INDEX_SHIFT * level) };
  range->from += 1u << (INDEX_SHIFT * level);
  return TRUE;
}
