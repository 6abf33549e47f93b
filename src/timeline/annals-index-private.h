/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "annals-index.h"

G_BEGIN_DECLS

/* Within src/timeline/annals-index*.c, but for the last part, and for its test.
 *
 * Nearly everything lies in the run: plain arrays in order, one element an event, with a tree of
 * nodes over them, each for 16 of what is below. What changed since lies beside it: added and moved
 * entries in a short sorted list, and removed ones marked as dead, until all is merged.
 *
 * An entry's key is its weight and, for those of equal weight, the complement of its number: keys
 * are unique, greater is better, and none is 0. */

#define INDEX_SHIFT 4
#define INDEX_FAN (1u << INDEX_SHIFT)
#define INDEX_MOST_LEVELS 8 /* 16 to the power of 8 is 2 to the power of 32 */
#define INDEX_NOWHERE G_MAXUINT32
#define INDEX_DEAD 0x80 /* among the flags of the run */

/* From here on it is time to merge; from there on a change merges by itself. */
#define INDEX_MANY_CHANGES 1024
#define INDEX_MOST_CHANGES 16384

/* What is known of 16 events, or of 16 nodes below.
 *
 * end: the greatest end; ANNALS_INSTANT_MIN when all are dead
 * best: the greatest key; 0 when all are dead
 * outliving: no entry that ends after the last begin of the node has a greater key. Of what begins
 *   before an instant, only these can reach it. A bound on the upper levels, exact on the lowest.
 */
typedef struct
{
  AnnalsInstant end;
  guint64 best;
  guint64 outliving;
} IndexNode;

/* An entry before the run is built. */
typedef struct
{
  AnnalsInstant begin;
  AnnalsInstant end;
  guint32 event;
  guint32 label;
  guint32 weight;
  guint32 lane_and_flags; /* the flags in the lowest 8 bits */
} IndexStaged;

/* An entry beside the run. */
typedef struct
{
  AnnalsInstant begin;
  AnnalsInstant end;
  guint32 event;
  guint32 lane;
  guint32 weight;
  guint32 label; /* among the labels of changes */
  guint32 flags;
} IndexChange;

typedef struct
{
  gchar *bytes;
  gsize length;
  gsize size;
  gsize most; /* how long it may become; so that every offset fits */
  gsize last; /* offset and length of the label added last */
  gsize last_length;
} IndexLabels;

typedef struct
{
  guint32 n;
  AnnalsInstant *begins;
  AnnalsInstant *ends;
  guint32 *events;
  guint32 *labels; /* offsets */
  guint32 *weights;
  guint8 *flags;
  guint32 *lane_starts; /* n_lanes + 1 positions */
  guint32 *positions;   /* by the number of the event; or INDEX_NOWHERE */
  guint32 n_positions;
  IndexNode *nodes; /* level by level, the lowest first */
  guint32 n_nodes;
  guint32 level_starts[INDEX_MOST_LEVELS + 1]; /* of levels 1 to n_levels */
  guint n_levels;
} IndexRun;

struct _AnnalsIndex
{
  gatomicrefcount refs;
  guint n_lanes;
  gboolean built;

  IndexStaged *staged;
  guint32 n_staged;
  gsize staged_size;
  gboolean ascending; /* numbers rise among what is staged */

  IndexRun run;
  IndexLabels labels;

  GArray *changes; /* IndexChange, in order */
  IndexLabels change_labels;
  GArray *dead; /* guint32, positions in the run, rising */

  AnnalsInstant first; /* of all known bounds */
  AnnalsInstant last;
  gboolean opens_left;
  gboolean removed; /* so that the two may be too wide */
};

/* A stretch of the run, within one lane. */
typedef struct
{
  guint32 from;
  guint32 to;
} IndexRange;

/* A node that lies in a stretch as a whole, or on level 0 an entry. */
typedef struct
{
  guint level;
  guint32 i;
} IndexPiece;

static inline guint64
annals_index_get_key (guint32 weight, guint32 event)
{
  return (guint64) weight << 32 | (guint32) ~event;
}

static inline gboolean
annals_index_is_live (const IndexRun *run, guint32 position)
{
  return (run->flags[position] & INDEX_DEAD) == 0;
}

/* Level 1 is the lowest that has nodes; level 0 is the entries themselves. */
static inline IndexNode *
annals_index_get_node (const IndexRun *run, guint level, guint32 i)
{
  return &run->nodes[run->level_starts[level] + i];
}

/* The first lane that a question is about, and the one after the last. */
static inline guint
annals_index_first_lane (guint lane)
{
  return lane == ANNALS_INDEX_ALL_LANES ? 0 : lane;
}

static inline guint
annals_index_end_lane (const AnnalsIndex *index, guint lane)
{
  return lane == ANNALS_INDEX_ALL_LANES ? index->n_lanes : lane + 1;
}

static inline gboolean
annals_index_may_ask (const AnnalsIndex *index, guint lane)
{
  return index != NULL && index->built && (lane < index->n_lanes || lane == ANNALS_INDEX_ALL_LANES);
}

gboolean
annals_index_labels_add (IndexLabels *labels, const gchar *label, gsize length, guint32 *offset);
void annals_index_labels_clear (IndexLabels *labels);

gboolean annals_index_stage (AnnalsIndex *index,
                             const AnnalsIndexEntry *entry,
                             const gchar *label,
                             gsize length);
void annals_index_widen_horizon (AnnalsIndex *index, AnnalsInstant bound);
gboolean annals_index_add_change (AnnalsIndex *index,
                                  const AnnalsIndexEntry *entry,
                                  const gchar *label,
                                  gsize length);

void annals_index_run_build (IndexRun *run,
                             const IndexStaged *staged,
                             guint32 n,
                             guint n_lanes,
                             gboolean ascending,
                             GArray *dead);
void annals_index_run_alloc (IndexRun *run, guint32 n, guint n_lanes, guint32 n_positions);
void annals_index_run_index (IndexRun *run, GArray *dead);
void annals_index_run_clear (IndexRun *run);
void annals_index_run_update (IndexRun *run, guint32 position);
guint32 *
annals_index_sort (const IndexStaged *staged, guint32 n, guint n_lanes, gboolean ascending);

guint32 annals_index_find_begin (const IndexRun *run, guint lane, AnnalsInstant first);
void annals_index_find_range (const IndexRun *run,
                              guint lane,
                              AnnalsInstant first,
                              AnnalsInstant last,
                              IndexRange *range);
gboolean annals_index_take_piece (const IndexRun *run, IndexRange *range, IndexPiece *piece);
guint
annals_index_find_change (const AnnalsIndex *index, guint lane, AnnalsInstant begin, guint32 event);
void annals_index_get_from_run (const AnnalsIndex *index,
                                guint lane,
                                guint32 position,
                                AnnalsIndexEntry *entry);
void annals_index_get_from_change (const AnnalsIndex *index, guint i, AnnalsIndexEntry *entry);

/* annals-index-document.c; for layouts and eras */
AnnalsIndex *annals_index_follow_document (AnnalsDocument *document);
void annals_index_unfollow_document (AnnalsDocument *document, AnnalsIndex *index);
GArray *annals_index_dup_eras (AnnalsDocument *document, guint *n_others);
gboolean annals_index_get_lane_extent (AnnalsDocument *document,
                                       const AnnalsIndex *index,
                                       guint lane,
                                       AnnalsInstant *first,
                                       AnnalsInstant *last,
                                       gboolean *opens_left);

G_END_DECLS
