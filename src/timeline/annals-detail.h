/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "annals-index.h"

G_BEGIN_DECLS

/**
 * AnnalsDetail:
 * @level: the level of detail; time is cut into bins of 2^@level seconds
 * @n_best: of each bin of each lane so many events are shown on their own
 * @n_context: of those that go on from one bin to the next so many are shown besides
 *
 * How much of a lane is shown at one zoom. A plain struct.
 */
typedef struct
{
  gint level;
  guint n_best;
  guint n_context;
} AnnalsDetail;

/* How many events of a bin are shown at most. */
#define ANNALS_DETAIL_MOST_BEST 16

#define ANNALS_DETAIL_N_WINNERS 64

/**
 * AnnalsDetailWinners:
 * @bins: bins of higher levels, each in one place of a table
 *
 * Which events win in bins that have been looked at: long ones compete in bins of levels above, and
 * many in the same. Set it to zeros; holds as long as detail and index do.
 */
typedef struct
{
  struct
  {
    gint level; /* 0 where there is none */
    guint lane;
    AnnalsInstant first;
    guint n;
    guint events[ANNALS_DETAIL_MOST_BEST];
  } bins[ANNALS_DETAIL_N_WINNERS];
} AnnalsDetailWinners;

/**
 * AnnalsCluster:
 * @lane: its lane
 * @cell: which stretch of time it stands for; unique in its lane at one level
 * @first: the first begin of its events, or %ANNALS_INSTANT_MIN of those that have none
 * @last: the last begin
 * @count: how many events begin there and are not shown on their own
 * @n_apart: how many of these are shown after all, because they are selected or for context
 * @event: when it stands for one event only, not counting those apart, that event; else -1
 *
 * Events that are not shown on their own.
 */
typedef struct
{
  guint lane;
  gint64 cell;
  AnnalsInstant first;
  AnnalsInstant last;
  guint count;
  guint n_apart;
  gint event;

  /* Within the layout only. */
  gboolean has_words;
  gdouble words_px;
  gchar words[48];
} AnnalsCluster;

/* The cell of events whose begin is open. */
#define ANNALS_CELL_OPEN G_MAXINT64

void annals_detail_init (AnnalsDetail *detail, gdouble s_per_px, guint n_rows);
gboolean annals_detail_equal (const AnnalsDetail *a, const AnnalsDetail *b);

gint64 annals_detail_get_bin (const AnnalsDetail *detail, AnnalsInstant instant);
void annals_detail_get_bounds (const AnnalsDetail *detail,
                               gint64 bin,
                               AnnalsInstant *first,
                               AnnalsInstant *last);
gint64 annals_detail_get_cell (const AnnalsDetail *detail, AnnalsInstant instant);
void annals_detail_get_cell_bounds (const AnnalsDetail *detail,
                                    gint64 cell,
                                    AnnalsInstant *first,
                                    AnnalsInstant *last);

gboolean annals_detail_shows (const AnnalsDetail *detail, const AnnalsIndex *index, guint event);
void annals_detail_choose (const AnnalsDetail *detail,
                           const AnnalsIndex *index,
                           guint lane,
                           gint64 bin,
                           GArray *shown,
                           GArray *clusters,
                           AnnalsDetailWinners *winners);
void annals_detail_choose_open (const AnnalsDetail *detail,
                                const AnnalsIndex *index,
                                guint lane,
                                GArray *shown,
                                GArray *clusters);
gint64 annals_detail_get_context_bin (gint64 bin);
void annals_detail_choose_reaching (const AnnalsDetail *detail,
                                    const AnnalsIndex *index,
                                    guint lane,
                                    gint64 bin,
                                    GArray *shown);
gboolean annals_detail_choose_context (const AnnalsDetail *detail,
                                       const AnnalsIndex *index,
                                       guint lane,
                                       gint64 bin,
                                       GArray *shown);

G_END_DECLS
