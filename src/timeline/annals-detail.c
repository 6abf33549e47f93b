/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>

#include "annals-detail.h"

/*
 * Which events are shown on their own, and which are counted in clusters.
 *
 * Time is cut into bins, aligned to the calendar's zero and not to the window, whose length is a
 * power of two: about 128 to 256 pixels. Of each bin the best few events that begin in it are
 * shown. A bin lies whole in one bin of the level above, so what is among the best of that is among
 * the best of this: what is shown stays shown when one zooms in, and panning changes nothing.
 *
 * A long event would, once shown, fill its row over many bins. It competes in a bin that is at
 * least four times as long as itself, so that at no time more than a few of them lie above each
 * other. Besides, of all that goes on at the edges between every eighth bin and the next, the best
 * few are shown: that is the context of what begins there.
 *
 * What is left over is counted in cells, four to a bin.
 */

#define BIN_PX_LOG2 8 /* at the far end of a level; half of that at its near end */
#define CELLS_LOG2 2
#define OWN_LOG2 2 /* the bin in which a long event competes is four times as long */
#define CONTEXT_LOG2 3
#define MOST_LEVEL 62
#define WHOLE 63          /* the level whose only bin is all of time */
#define MOST_LOOKED_AT 32 /* of the best of a bin, for those among them that are not too long */
#define MOST_CONTEXT 16

/**
 * annals_detail_init:
 * @detail: the detail to set
 * @s_per_px: seconds a pixel
 * @n_rows: how many rows there are for a lane
 *
 * Chooses the level for a zoom.
 */
void
annals_detail_init (AnnalsDetail *detail, gdouble s_per_px, guint n_rows)
{
  gint exponent = 0;

  frexp (s_per_px, &exponent);
  detail->level = CLAMP (exponent - 1 + BIN_PX_LOG2, 1, MOST_LEVEL);
  detail->n_best = CLAMP (n_rows / 2, 2, ANNALS_DETAIL_MOST_BEST);
  detail->n_context = CLAMP (n_rows / 3, 1, MOST_CONTEXT);
}

/**
 * annals_detail_equal:
 * @a: a detail
 * @b: another
 *
 * Returns: whether both show the same
 */
gboolean
annals_detail_equal (const AnnalsDetail *a, const AnnalsDetail *b)
{
  return a->level == b->level && a->n_best == b->n_best && a->n_context == b->n_context;
}

static void
get_bounds_at (gint level, gint64 bin, AnnalsInstant *first, AnnalsInstant *last)
{
  *first = (AnnalsInstant) ((guint64) bin << level);
  *last = *first + (AnnalsInstant) (((guint64) 1 << level) - 1);
  /* Those whose begin is open are apart. */
  *first = MAX (*first, ANNALS_INSTANT_EARLIEST);
}

/**
 * annals_detail_get_bin:
 * @detail: a detail
 * @instant: an instant
 *
 * Returns: the bin that it lies in
 */
gint64
annals_detail_get_bin (const AnnalsDetail *detail, AnnalsInstant instant)
{
  return instant >> detail->level;
}

/**
 * annals_detail_get_bounds:
 * @detail: a detail
 * @bin: a bin
 * @first: (out): its first second
 * @last: (out): its last
 *
 * Tells where a bin lies.
 */
void
annals_detail_get_bounds (const AnnalsDetail *detail,
                          gint64 bin,
                          AnnalsInstant *first,
                          AnnalsInstant *last)
{
  get_bounds_at (detail->level, bin, first, last);
}

static gint
get_cell_level (const AnnalsDetail *detail)
{
  return MAX (detail->level - CELLS_LOG2, 0);
}

/**
 * annals_detail_get_cell:
 * @detail: a detail
 * @instant: the begin of an event
 *
 * Returns: the cell that it is counted in when it is not shown on its own
 */
gint64
annals_detail_get_cell (const AnnalsDetail *detail, AnnalsInstant instant)
{
  return instant == ANNALS_INSTANT_MIN ? ANNALS_CELL_OPEN : instant >> get_cell_level (detail);
}

/**
 * annals_detail_get_cell_bounds:
 * @detail: a detail
 * @cell: a cell other than %ANNALS_CELL_OPEN
 * @first: (out): its first second
 * @last: (out): its last
 *
 * Tells where a cell lies.
 */
void
annals_detail_get_cell_bounds (const AnnalsDetail *detail,
                               gint64 cell,
                               AnnalsInstant *first,
                               AnnalsInstant *last)
{
  get_bounds_at (get_cell_level (detail), cell, first, last);
}

/* The level in whose bins an event competes at the earliest. */
static gint
get_own_level (const AnnalsIndexEntry *entry)
{
  guint64 length_s = (guint64) entry->end - (guint64) entry->begin;

  if (entry->end <= entry->begin)
    return 0;
  if (entry->begin == ANNALS_INSTANT_MIN || entry->end == ANNALS_INSTANT_MAX
      || length_s >= (guint64) 1 << (MOST_LEVEL - OWN_LOG2))
    return WHOLE;
  return (gint) g_bit_storage (length_s) + OWN_LOG2;
}

static void
get_competition (gint level, AnnalsInstant begin, AnnalsInstant *first, AnnalsInstant *last)
{
  if (begin == ANNALS_INSTANT_MIN)
    *first = *last = ANNALS_INSTANT_MIN;
  else if (level > MOST_LEVEL)
    {
      *first = ANNALS_INSTANT_EARLIEST;
      *last = ANNALS_INSTANT_MAX;
    }
  else
    get_bounds_at (level, begin >> level, first, last);
}

/* The best of a stretch, as many as it takes until enough of them compete at a level. */
static guint
look (const AnnalsDetail *detail,
      const AnnalsIndex *index,
      guint lane,
      AnnalsInstant first,
      AnnalsInstant last,
      gint level,
      AnnalsIndexEntry *best)
{
  static const guint most[] = { 4, MOST_LOOKED_AT };
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (most); i++)
    {
      guint asked = MAX (most[i], MIN (2 * detail->n_best, MOST_LOOKED_AT));
      guint n_short = 0;

      n = annals_index_find_best (index, lane, first, last, asked, best);
      for (guint j = 0; j < n; j++)
        n_short += get_own_level (&best[j]) <= level;
      if (n < asked || n_short >= detail->n_best)
        break;
    }
  return n;
}

/* The best that compete in a bin. */
static guint
find_winners (const AnnalsDetail *detail,
              const AnnalsIndex *index,
              guint lane,
              AnnalsInstant first,
              AnnalsInstant last,
              gint level,
              guint *events)
{
  AnnalsIndexEntry best[MOST_LOOKED_AT];
  guint n = look (detail, index, lane, first, last, level, best);
  guint n_winners = 0;

  for (guint i = 0; i < n && n_winners < detail->n_best; i++)
    if (get_own_level (&best[i]) <= level)
      events[n_winners++] = best[i].event;
  return n_winners;
}

static gboolean
is_among (guint event, const guint *events, guint n)
{
  for (guint i = 0; i < n; i++)
    if (events[i] == event)
      return TRUE;
  return FALSE;
}

/* Whether the event is among the best of the bin in which it competes. */
static gboolean
wins_at (const AnnalsDetail *detail,
         const AnnalsIndex *index,
         const AnnalsIndexEntry *entry,
         gint level,
         AnnalsDetailWinners *winners)
{
  guint events[ANNALS_DETAIL_MOST_BEST];
  AnnalsInstant first;
  AnnalsInstant last;
  guint64 hash;
  guint at;

  get_competition (level, entry->begin, &first, &last);
  if (winners == NULL)
    return is_among (entry->event, events,
                     find_winners (detail, index, entry->lane, first, last, level, events));
  hash = ((guint64) first + (guint64) level * 64 + entry->lane) * 0x9e3779b97f4a7c15u;
  at = (guint) (hash >> 32) % ANNALS_DETAIL_N_WINNERS;
  if (winners->bins[at].level != level || winners->bins[at].lane != entry->lane
      || winners->bins[at].first != first)
    {
      winners->bins[at].level = level;
      winners->bins[at].lane = entry->lane;
      winners->bins[at].first = first;
      winners->bins[at].n = find_winners (detail, index, entry->lane, first, last, level,
                                          winners->bins[at].events);
    }
  return is_among (entry->event, winners->bins[at].events, winners->bins[at].n);
}

/**
 * annals_detail_shows:
 * @detail: a detail
 * @index: an index
 * @event: one of its events
 *
 * Tells whether an event is shown on its own wherever the window is. (As context, it may be shown
 * besides.)
 *
 * Returns: whether it is
 */
gboolean
annals_detail_shows (const AnnalsDetail *detail, const AnnalsIndex *index, guint event)
{
  AnnalsIndexEntry entry;

  return annals_index_get (index, event, &entry)
         && wins_at (detail, index, &entry, MAX (get_own_level (&entry), detail->level), NULL);
}

/* Of the best that begin in a stretch, those that are shown; how many. */
static guint
choose_best (const AnnalsDetail *detail,
             const AnnalsIndex *index,
             guint lane,
             AnnalsInstant first,
             AnnalsInstant last,
             AnnalsIndexEntry *chosen,
             AnnalsDetailWinners *winners)
{
  AnnalsIndexEntry best[MOST_LOOKED_AT];
  guint n = look (detail, index, lane, first, last, detail->level, best);
  guint n_short = 0;
  guint n_chosen = 0;

  for (guint i = 0; i < n; i++)
    {
      gint own = first == ANNALS_INSTANT_MIN ? detail->level : get_own_level (&best[i]);

      if (own <= detail->level ? n_short++ < detail->n_best
                               : wins_at (detail, index, &best[i], own, winners))
        chosen[n_chosen++] = best[i];
    }
  return n_chosen;
}

static guint
count_within (const AnnalsIndexEntry *entries, guint n, const AnnalsIndexBin *cell)
{
  guint count = 0;

  for (guint i = 0; i < n; i++)
    count += entries[i].begin >= cell->first && entries[i].begin <= cell->last;
  return count;
}

/* The one event of a cell that is not among those. */
static gint
find_other (const AnnalsIndex *index,
            guint lane,
            const AnnalsIndexBin *cell,
            const AnnalsIndexEntry *chosen,
            guint n_chosen)
{
  AnnalsIndexEntry all[MOST_LOOKED_AT + 1];
  guint n = annals_index_find_best (index, lane, cell->first, cell->last, cell->count, all);

  for (guint i = 0; i < n; i++)
    {
      gboolean known = FALSE;

      for (guint j = 0; j < n_chosen && !known; j++)
        known = chosen[j].event == all[i].event;
      if (!known)
        return (gint) all[i].event;
    }
  return -1;
}

static void
add_cluster (const AnnalsIndex *index,
             guint lane,
             gint64 cell,
             const AnnalsIndexBin *of,
             const AnnalsIndexEntry *chosen,
             guint n_chosen,
             GArray *clusters)
{
  guint n_within = of->count > 0 ? count_within (chosen, n_chosen, of) : 0;
  AnnalsCluster cluster
      = { .lane = lane, .cell = cell, .first = of->first, .last = of->last, .event = -1 };

  if (of->count <= n_within)
    return;
  cluster.count = of->count - n_within;
  if (cluster.count == 1)
    cluster.event = find_other (index, lane, of, chosen, n_chosen);
  g_array_append_val (clusters, cluster);
}

/* What begins in the cells of a bin; how many events in all of them. */
static guint
survey_cells (const AnnalsDetail *detail,
              const AnnalsIndex *index,
              guint lane,
              gint64 cell,
              guint n_cells,
              AnnalsIndexBin *cells)
{
  gint64 length_s = (gint64) 1 << get_cell_level (detail);
  AnnalsInstant first;
  AnnalsInstant last;
  guint n_done = 0;
  guint n = 0;

  annals_detail_get_cell_bounds (detail, cell, &first, &last);
  if (last - first + 1 < length_s)
    {
      /* The earliest cell is shorter, and may hold nothing but what has an open begin. */
      cells[0] = (AnnalsIndexBin){ 0 };
      if (first <= last)
        annals_index_survey (index, lane, first, last - first + 1, 1, cells);
      first = last + 1;
      n_done = 1;
    }
  annals_index_survey (index, lane, first, length_s, n_cells - n_done, cells + n_done);
  for (guint i = 0; i < n_cells; i++)
    n += cells[i].count;
  return n;
}

/**
 * annals_detail_choose:
 * @detail: a detail
 * @index: an index
 * @lane: one of its lanes
 * @bin: a bin
 * @shown: (element-type AnnalsIndexEntry): where to add those that begin in the bin and are shown
 * @clusters: (element-type AnnalsCluster): where to add the clusters of the others
 * @winners: (nullable): what was found out for other bins
 *
 * Decides on all events of a lane that begin in one bin.
 */
void
annals_detail_choose (const AnnalsDetail *detail,
                      const AnnalsIndex *index,
                      guint lane,
                      gint64 bin,
                      GArray *shown,
                      GArray *clusters,
                      AnnalsDetailWinners *winners)
{
  AnnalsIndexEntry chosen[MOST_LOOKED_AT];
  AnnalsIndexBin cells[1 << CELLS_LOG2];
  gint cells_log2 = detail->level - get_cell_level (detail);
  gint64 cell = (gint64) ((guint64) bin << cells_log2);
  AnnalsInstant first;
  AnnalsInstant last;
  guint n_chosen;
  guint n = survey_cells (detail, index, lane, cell, 1u << cells_log2, cells);

  if (n == 0)
    return;
  annals_detail_get_bounds (detail, bin, &first, &last);
  n_chosen = choose_best (detail, index, lane, first, last, chosen, winners);
  g_array_append_vals (shown, chosen, n_chosen);
  for (guint i = 0; n > n_chosen && i < 1u << cells_log2; i++)
    add_cluster (index, lane, cell + i, &cells[i], chosen, n_chosen, clusters);
}

/**
 * annals_detail_choose_open:
 * @detail: a detail
 * @index: an index
 * @lane: one of its lanes
 * @shown: (element-type AnnalsIndexEntry): where to add those that are shown
 * @clusters: (element-type AnnalsCluster): where to add the cluster of the others
 *
 * Decides on all events of a lane whose begin is open.
 */
void
annals_detail_choose_open (const AnnalsDetail *detail,
                           const AnnalsIndex *index,
                           guint lane,
                           GArray *shown,
                           GArray *clusters)
{
  AnnalsIndexEntry chosen[MOST_LOOKED_AT];
  AnnalsIndexBin cell = { annals_index_count (index, lane, ANNALS_INSTANT_MIN, ANNALS_INSTANT_MIN),
                          ANNALS_INSTANT_MIN, ANNALS_INSTANT_MIN };
  guint n_chosen = choose_best (detail, index, lane, ANNALS_INSTANT_MIN, ANNALS_INSTANT_MIN, chosen,
                                NULL);

  if (n_chosen == 0)
    return;
  g_array_append_vals (shown, chosen, n_chosen);
  add_cluster (index, lane, ANNALS_CELL_OPEN, &cell, chosen, n_chosen, clusters);
}

/* Those of one stretch that compete at no level above, win there and reach an instant. */
static void
add_reaching (const AnnalsDetail *detail,
              const AnnalsIndex *index,
              guint lane,
              gint level,
              AnnalsInstant within,
              AnnalsInstant at,
              GArray *shown)
{
  AnnalsIndexEntry best[MOST_LOOKED_AT];
  AnnalsInstant first;
  AnnalsInstant last;
  guint n_better = 0;
  guint n;

  get_competition (level, MAX (within, ANNALS_INSTANT_EARLIEST), &first, &last);
  n = look (detail, index, lane, first, last, level, best);
  for (guint i = 0; i < n && n_better < detail->n_best; i++)
    {
      gint own = get_own_level (&best[i]);

      if (own > level)
        continue;
      n_better++;
      if (MAX (own, detail->level) == level && best[i].begin < at && best[i].end >= at)
        g_array_append_val (shown, best[i]);
    }
}

/**
 * annals_detail_choose_reaching:
 * @detail: a detail
 * @index: an index
 * @lane: one of its lanes
 * @bin: a bin
 * @shown: (element-type AnnalsIndexEntry): where to add what is found
 *
 * Finds what begins before a bin, reaches it, and is shown. Those whose begin is open are not among
 * them.
 */
void
annals_detail_choose_reaching (const AnnalsDetail *detail,
                               const AnnalsIndex *index,
                               guint lane,
                               gint64 bin,
                               GArray *shown)
{
  AnnalsInstant at;
  AnnalsInstant last;
  AnnalsInstant begin;
  AnnalsInstant end;
  gboolean all_in_one = FALSE;

  annals_detail_get_bounds (detail, bin, &at, &last);
  if (!annals_index_get_bounds (index, lane, ANNALS_INSTANT_EARLIEST, ANNALS_INSTANT_MAX, &begin,
                                &end)
      || begin >= at)
    return;
  /* Nothing reaches further than a quarter of a bin of its own level, and nothing that is as long
   * as all there is competes more than two levels above the one whose bin holds all. */
  for (gint level = detail->level; level <= MOST_LEVEL && !all_in_one; level++)
    {
      gint64 of = at >> level;

      if (of - 1 >= ANNALS_INSTANT_EARLIEST >> level)
        add_reaching (detail, index, lane, level, (AnnalsInstant) ((guint64) (of - 1) << level), at,
                      shown);
      add_reaching (detail, index, lane, level, at, at, shown);
      all_in_one = begin >> MAX (level - OWN_LOG2, 0) == end >> MAX (level - OWN_LOG2, 0);
    }
  add_reaching (detail, index, lane, WHOLE, at, at, shown);
}

/**
 * annals_detail_get_context_bin:
 * @bin: a bin
 *
 * Returns: the last bin, up to that one, at whose begin there is context
 */
gint64
annals_detail_get_context_bin (gint64 bin)
{
  return bin & ~(gint64) ((1 << CONTEXT_LOG2) - 1);
}

/**
 * annals_detail_choose_context:
 * @detail: a detail
 * @index: an index
 * @lane: one of its lanes
 * @bin: a bin
 * @shown: (element-type AnnalsIndexEntry): where to add what is found
 *
 * Finds the best of all that goes on at the begin of a bin, which is shown for context; not at
 * every bin, but at every eighth. Some of it may be shown anyhow.
 *
 * Returns: whether there is context at this bin
 */
gboolean
annals_detail_choose_context (const AnnalsDetail *detail,
                              const AnnalsIndex *index,
                              guint lane,
                              gint64 bin,
                              GArray *shown)
{
  AnnalsIndexEntry best[MOST_CONTEXT];
  AnnalsInstant at;
  AnnalsInstant last;
  guint n;

  if (annals_detail_get_context_bin (bin) != bin)
    return FALSE;
  annals_detail_get_bounds (detail, bin, &at, &last);
  n = annals_index_find_reaching (index, lane, at, detail->n_context, best);
  for (guint i = 0; i < n; i++)
    if (best[i].begin != ANNALS_INSTANT_MIN)
      g_array_append_val (shown, best[i]);
  return TRUE;
}
