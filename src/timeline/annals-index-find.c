/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "annals-index-private.h"

/* The best of many. Nothing is allocated: what is kept is as long as what is asked for. */

#define CHANGE_LEVEL 255 /* of what is not in the run, but among the changes */

/* A node, an entry or a change, and the greatest key in it. */
typedef struct
{
  guint64 key;
  guint32 i;
  guint8 level;
  guint16 lane;
} Candidate;

/* The best so far, the best first. */
typedef struct
{
  Candidate *candidates;
  guint n;
  guint most;
} Best;

static inline gboolean
is_wanted (const Best *best, guint64 key)
{
  return best->n < best->most || (best->n > 0 && key > best->candidates[best->n - 1].key);
}

static void
insert (Best *best, guint64 key, guint level, guint32 i, guint lane)
{
  guint at;

  best->n = MIN (best->n + 1, best->most);
  for (at = best->n - 1; at > 0 && best->candidates[at - 1].key < key; at--)
    best->candidates[at] = best->candidates[at - 1];
  best->candidates[at]
      = (Candidate){ .key = key, .i = i, .level = (guint8) level, .lane = (guint16) lane };
}

/* Most of what is looked at is not wanted. */
static inline void
keep (Best *best, guint64 key, guint level, guint32 i, guint lane)
{
  if (key != 0 && is_wanted (best, key))
    insert (best, key, level, i, lane);
}

static inline guint64
get_key (const IndexRun *run, guint32 position)
{
  return annals_index_get_key (run->weights[position], run->events[position]);
}

static inline void
keep_piece (const IndexRun *run, Best *best, guint level, guint32 i, guint lane)
{
  if (level > 0)
    keep (best, annals_index_get_node (run, level, i)->best, level, i, lane);
  else if (annals_index_is_live (run, i))
    keep (best, get_key (run, i), 0, i, lane);
}

static void
keep_range (const AnnalsIndex *index,
            Best *best,
            guint lane,
            AnnalsInstant first,
            AnnalsInstant last)
{
  IndexRange range;
  IndexPiece piece;

  annals_index_find_range (&index->run, lane, first, last, &range);
  while (annals_index_take_piece (&index->run, &range, &piece))
    keep_piece (&index->run, best, piece.level, piece.i, lane);

  for (guint i = annals_index_find_change (index, lane, first, 0); i < index->changes->len; i++)
    {
      const IndexChange *change = &g_array_index (index->changes, IndexChange, i);

      if (change->lane != lane || change->begin > last)
        break;
      keep (best, annals_index_get_key (change->weight, change->event), CHANGE_LEVEL, i, lane);
    }
}

static void
get_entry (const AnnalsIndex *index, const Candidate *candidate, AnnalsIndexEntry *entry)
{
  if (candidate->level == CHANGE_LEVEL)
    annals_index_get_from_change (index, candidate->i, entry);
  else
    annals_index_get_from_run (index, candidate->lane, candidate->i, entry);
}

/* Puts what is below a node in its place. Every node has an entry of its key, and no two nodes have
 * an entry in common: so the n best entries are always in the n best candidates. */
static void
open_node (const IndexRun *run, Best *best, guint at)
{
  Candidate node = best->candidates[at];
  guint32 from = node.i << INDEX_SHIFT;

  best->n--;
  memmove (&best->candidates[at], &best->candidates[at + 1],
           (best->n - at) * sizeof *best->candidates);
  for (guint32 i = from; i < from + INDEX_FAN; i++)
    keep_piece (run, best, node.level - 1u, i, node.lane);
}

/**
 * annals_index_find_best:
 * @index: an index that is built
 * @lane: a lane, or %ANNALS_INDEX_ALL_LANES
 * @first: first second of a stretch of time
 * @last: last second of it
 * @n: how many are wanted, at most %ANNALS_INDEX_MOST_FOUND
 * @entries: (out caller-allocates) (array length=n): room for as many
 *
 * Finds those of greatest weight among the events that begin in that time, the best first. Costs
 * some 16 steps for each wanted and each level of the tree; no memory is asked for.
 *
 * Returns: how many there are
 */
guint
annals_index_find_best (const AnnalsIndex *index,
                        guint lane,
                        AnnalsInstant first,
                        AnnalsInstant last,
                        guint n,
                        AnnalsIndexEntry *entries)
{
  Candidate candidates[ANNALS_INDEX_MOST_FOUND];
  Best best = { candidates, 0, n };
  guint at = 0;

  g_return_val_if_fail (annals_index_may_ask (index, lane), 0);
  g_return_val_if_fail (n <= ANNALS_INDEX_MOST_FOUND && (n == 0 || entries != NULL), 0);

  for (guint i = annals_index_first_lane (lane); i < annals_index_end_lane (index, lane); i++)
    keep_range (index, &best, i, first, last);
  while (at < best.n)
    if (candidates[at].level > 0 && candidates[at].level != CHANGE_LEVEL)
      open_node (&index->run, &best, at);
    else
      get_entry (index, &candidates[at], &entries[at]), at++;
  return best.n;
}

static void
insert_by_key (Candidate *candidates, guint n, Candidate candidate)
{
  guint at;

  for (at = n; at > 0 && candidates[at - 1].key < candidate.key; at--)
    candidates[at] = candidates[at - 1];
  candidates[at] = candidate;
}

typedef struct
{
  const IndexRun *run;
  AnnalsInstant at;
  guint lane;
  Best best;
} Reaching;

static void
reach_entry (Reaching *reaching, guint32 position)
{
  const IndexRun *run = reaching->run;

  if (run->ends[position] >= reaching->at && annals_index_is_live (run, position))
    keep (&reaching->best, get_key (run, position), 0, position, reaching->lane);
}

static guint
gather_node (const Reaching *reaching, guint level, guint32 i, Candidate *nodes, guint n)
{
  const IndexNode *node = annals_index_get_node (reaching->run, level, i);
  Candidate candidate = { .key = node->outliving, .i = i, .level = (guint8) level };

  if (node->end < reaching->at || node->outliving == 0
      || !is_wanted (&reaching->best, node->outliving))
    return n;
  insert_by_key (nodes, n, candidate);
  return n + 1;
}

/* The best of what is below first, so that the rest need not be looked at. */
static void
reach_nodes (Reaching *reaching, const Candidate *nodes, guint n)
{
  for (guint i = 0; i < n && is_wanted (&reaching->best, nodes[i].key); i++)
    {
      guint32 from = nodes[i].i << INDEX_SHIFT;
      Candidate below[INDEX_FAN];
      guint n_below = 0;

      if (nodes[i].level == 1)
        {
          for (guint32 j = from; j < from + INDEX_FAN; j++)
            reach_entry (reaching, j);
          continue;
        }
      for (guint32 j = from; j < from + INDEX_FAN; j++)
        n_below = gather_node (reaching, nodes[i].level - 1u, j, below, n_below);
      reach_nodes (reaching, below, n_below);
    }
}

static void
reach_lane (const AnnalsIndex *index, Reaching *reaching)
{
  Candidate nodes[INDEX_FAN * INDEX_MOST_LEVELS * 2];
  IndexRange range = { index->run.lane_starts[reaching->lane], 0 };
  IndexPiece piece;
  guint n = 0;

  range.to = annals_index_find_begin (&index->run, reaching->lane, reaching->at);
  while (annals_index_take_piece (&index->run, &range, &piece))
    if (piece.level == 0)
      reach_entry (reaching, piece.i);
    else
      n = gather_node (reaching, piece.level, piece.i, nodes, n);
  reach_nodes (reaching, nodes, n);

  for (guint i = annals_index_find_change (index, reaching->lane, ANNALS_INSTANT_MIN, 0);
       i < index->changes->len; i++)
    {
      const IndexChange *change = &g_array_index (index->changes, IndexChange, i);

      if (change->lane != reaching->lane || change->begin >= reaching->at)
        break;
      if (change->end >= reaching->at)
        keep (&reaching->best, annals_index_get_key (change->weight, change->event), CHANGE_LEVEL,
              i, reaching->lane);
    }
}

/**
 * annals_index_find_reaching:
 * @index: an index that is built
 * @lane: a lane, or %ANNALS_INDEX_ALL_LANES
 * @at: an instant
 * @n: how many are wanted, at most %ANNALS_INDEX_MOST_FOUND
 * @entries: (out caller-allocates) (array length=n): room for as many
 *
 * Finds those of greatest weight among the events that begin before @at and end at @at or later,
 * the best first.
 *
 * Returns: how many there are
 */
guint
annals_index_find_reaching (const AnnalsIndex *index,
                            guint lane,
                            AnnalsInstant at,
                            guint n,
                            AnnalsIndexEntry *entries)
{
  Candidate candidates[ANNALS_INDEX_MOST_FOUND];
  Reaching reaching = { .at = at, .best = { candidates, 0, n } };

  g_return_val_if_fail (annals_index_may_ask (index, lane), 0);
  g_return_val_if_fail (n <= ANNALS_INDEX_MOST_FOUND && (n == 0 || entries != NULL), 0);

  reaching.run = &index->run;
  for (guint i = annals_index_first_lane (lane); i < annals_index_end_lane (index, lane); i++)
    {
      reaching.lane = i;
      reach_lane (index, &reaching);
    }
  for (guint i = 0; i < reaching.best.n; i++)
    get_entry (index, &candidates[i], &entries[i]);
  return reaching.best.n;
}
