/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "annals-anchor.h"
#include "annals-fold.h"

G_BEGIN_DECLS

/**
 * AnnalsSide:
 * @fold: the folded text
 * @chars: its characters
 * @n_chars: their number
 * @flags: how it was folded
 *
 * A text folded in one way, to search in.
 */
typedef struct
{
  AnnalsFold *fold;
  const gunichar *chars;
  gsize n_chars;
  AnnalsFoldFlags flags;
} AnnalsSide;

/**
 * AnnalsNeedle:
 * @fold: (nullable): the folded words; %NULL when they are not known
 * @chars: its characters, without white space at the ends
 * @n_chars: their number
 *
 * Words to look for, folded like the side they are looked for in.
 */
typedef struct
{
  AnnalsFold *fold;
  const gunichar *chars;
  gsize n_chars;
} AnnalsNeedle;

/**
 * AnnalsNeighbours:
 * @prefix: what stands before the passage
 * @suffix: what stands after it
 *
 * The context of a passage.
 */
typedef struct
{
  AnnalsNeedle prefix;
  AnnalsNeedle suffix;
} AnnalsNeighbours;

/**
 * AnnalsHit:
 * @start: index of its first character in the side
 * @end: index after its last one
 * @similarity: to the quote kept, 0 to 1
 * @context: how well its neighbours match, 0 to 1; -1 when none are kept
 * @same_bytes: not even typography differs
 * @distance: from the offset kept, in code points
 *
 * A place where a passage may be.
 */
typedef struct
{
  gsize start;
  gsize end;
  gdouble similarity;
  gdouble context;
  gboolean same_bytes;
  gint64 distance;
} AnnalsHit;

struct _AnnalsAnchorer
{
  AnnalsText *text;
  AnnalsSide sides[2]; /* plain, and with hyphens joined; folded when first needed */
};

/* Shorter quotes than this need their context to be found. In folded characters. */
#define ANNALS_SHORT_QUOTE 24
#define ANNALS_SHORT_QUOTE_MIN_CONTEXT 0.5

/* How much of what is kept around a passage is looked at. */
#define ANNALS_MAX_CONTEXT 64

const AnnalsSide *annals_anchorer_get_side (AnnalsAnchorer *anchorer, AnnalsFoldFlags flags);
gboolean annals_anchorer_is_at_home (const AnnalsAnchorer *anchorer,
                                     const AnnalsSide *side,
                                     const AnnalsHit *hit,
                                     gint64 stored_start);
void annals_anchorer_set_place (const AnnalsAnchorer *anchorer,
                                const AnnalsSide *side,
                                const AnnalsHit *hit,
                                AnnalsStanding standing,
                                AnnalsPlace *place);
void annals_anchorer_place_found (const AnnalsAnchorer *anchorer,
                                  const AnnalsSide *side,
                                  const AnnalsHit *hit,
                                  gint64 stored_start,
                                  AnnalsPlace *place);
gboolean annals_anchorer_place_like (AnnalsAnchorer *anchorer,
                                     const AnnalsAnchor *anchor,
                                     const AnnalsNeedle *needle,
                                     const AnnalsSide *side,
                                     AnnalsPlace *place);
void annals_anchorer_place_edges (AnnalsAnchorer *anchorer,
                                  const AnnalsAnchor *anchor,
                                  AnnalsPlace *place);

gint64 annals_side_get_distance (const AnnalsSide *side, gsize index, gint64 stored_start);
gboolean annals_side_is_inside_word (const AnnalsSide *side, gsize index);
gsize annals_side_snap_to_word (const AnnalsSide *side, gsize index);

void annals_needle_init (AnnalsNeedle *needle, const gchar *utf8, AnnalsFoldFlags flags);
void annals_needle_clear (AnnalsNeedle *needle);
gboolean annals_needle_is_at (const AnnalsNeedle *needle, const AnnalsSide *side, gsize index);
GArray *annals_needle_find_all (const AnnalsNeedle *needle, const AnnalsSide *side);

void annals_neighbours_init (AnnalsNeighbours *neighbours,
                             const AnnalsAnchor *anchor,
                             AnnalsFoldFlags flags);
void annals_neighbours_clear (AnnalsNeighbours *neighbours);
gdouble annals_neighbours_compare (const AnnalsNeighbours *neighbours,
                                   const AnnalsSide *side,
                                   gsize start,
                                   gsize end);

gint annals_hit_compare (const AnnalsHit *a, const AnnalsHit *b);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AnnalsNeedle, annals_needle_clear)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AnnalsNeighbours, annals_neighbours_clear)

G_END_DECLS
