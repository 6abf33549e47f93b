/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "annals-document.h"

G_BEGIN_DECLS

/**
 * AnnalsIndex:
 *
 * What the timeline knows of every event, in a form in which ten million are no burden: when, in
 * which lane, of what weight, under which label. It answers what is to be shown of a stretch of
 * time at a cost that does not grow with the number of events. An event that is drawn may then be
 * asked for its whole date.
 *
 * Entries are in the order of lane, begin, and number of the event. An index is made in three
 * steps: annals_index_new(), annals_index_add() for every event, annals_index_build(); all three
 * may be done in a thread. After that it may be asked from several threads at once, as long as
 * nobody changes it.
 */
typedef struct _AnnalsIndex AnnalsIndex;

/**
 * ANNALS_INDEX_ALL_LANES:
 *
 * In place of a lane's index: whatever lane.
 */
#define ANNALS_INDEX_ALL_LANES G_MAXUINT

/**
 * ANNALS_INDEX_MOST_LANES:
 *
 * How many lanes an index may have.
 */
#define ANNALS_INDEX_MOST_LANES 65536u

/**
 * ANNALS_INDEX_MOST_FOUND:
 *
 * How many events may be asked for in one go, the best of many.
 */
#define ANNALS_INDEX_MOST_FOUND 1024u

/**
 * ANNALS_INDEX_MOST_BY_LENGTH:
 *
 * Of a document with more events than that, they do not weigh by how long they are.
 */
#define ANNALS_INDEX_MOST_BY_LENGTH 20000u

/**
 * AnnalsIndexFlags:
 * @ANNALS_INDEX_MOMENT: it is a moment, not a period; it may still cover some time (a year)
 * @ANNALS_INDEX_PLAIN: begin and end say all of its date, and it happened: an unqualified moment,
 *   or a period that begins and ends at a known second. What is not plain is drawn from the whole
 *   date, of which the entry knows only the outermost bounds
 *
 * What else is known of an entry.
 */
typedef enum
{
  ANNALS_INDEX_MOMENT = 1 << 0,
  ANNALS_INDEX_PLAIN = 1 << 1,
} AnnalsIndexFlags;

#define ANNALS_INDEX_ALL_FLAGS (ANNALS_INDEX_MOMENT | ANNALS_INDEX_PLAIN)

/**
 * AnnalsIndexEntry:
 * @begin: the first second at which anything is drawn, or %ANNALS_INSTANT_MIN when that is open or
 *   unknown
 * @end: the last one, or %ANNALS_INSTANT_MAX
 * @event: number of the event; where there is a document, its index there. Numbers are to be dense,
 *   since memory grows with the greatest
 * @lane: index of its lane
 * @weight: of two events that compete for room, that of greater weight is shown; of two of the same
 *   weight, that of the lower number. See annals_index_weigh()
 * @flags: what else is known
 * @label: one line of valid UTF-8; lent by the index until it is changed
 *
 * What the index knows of one event. A plain struct.
 */
typedef struct
{
  AnnalsInstant begin;
  AnnalsInstant end;
  guint event;
  guint lane;
  guint32 weight;
  AnnalsIndexFlags flags;
  const gchar *label;
} AnnalsIndexEntry;

/**
 * AnnalsIndexFunc:
 * @entry: an entry; not valid after the call
 * @user_data: what was handed to annals_index_foreach()
 *
 * Returns: whether to go on
 */
typedef gboolean (*AnnalsIndexFunc) (const AnnalsIndexEntry *entry, gpointer user_data);

/**
 * AnnalsIndexBin:
 * @count: how many events begin in it
 * @first: the first begin of these, if there are any
 * @last: the last begin
 *
 * What is known of a stretch of time in one lane. A plain struct.
 */
typedef struct
{
  guint count;
  AnnalsInstant first;
  AnnalsInstant last;
} AnnalsIndexBin;

guint32 annals_index_weigh (guint rank, AnnalsInstant begin, AnnalsInstant end);

AnnalsIndex *annals_index_new (guint n_lanes);
AnnalsIndex *annals_index_new_for_document (AnnalsDocument *document, const AnnalsRange *range);
void annals_index_attach (AnnalsDocument *document);
AnnalsIndex *annals_index_ref (AnnalsIndex *index);
void annals_index_unref (AnnalsIndex *index);

void annals_index_set_n_lanes (AnnalsIndex *index, guint n_lanes);
gboolean annals_index_add (AnnalsIndex *index, const AnnalsIndexEntry *entry);
gboolean annals_index_add_labelled (AnnalsIndex *index,
                                    const AnnalsIndexEntry *entry,
                                    const gchar *label,
                                    gsize length);
void annals_index_build (AnnalsIndex *index);
gboolean annals_index_remove (AnnalsIndex *index, guint event);
gboolean annals_index_move (AnnalsIndex *index,
                            guint event,
                            AnnalsInstant begin,
                            AnnalsInstant end,
                            guint lane);
gboolean annals_index_needs_merge (const AnnalsIndex *index);
void annals_index_merge (AnnalsIndex *index);

guint annals_index_get_n_lanes (const AnnalsIndex *index);
guint annals_index_get_n_events (const AnnalsIndex *index);
guint annals_index_get_n_in_lane (const AnnalsIndex *index, guint lane);
gsize annals_index_get_n_bytes (const AnnalsIndex *index);
gboolean annals_index_get (const AnnalsIndex *index, guint event, AnnalsIndexEntry *entry);
gboolean annals_index_get_horizon (const AnnalsIndex *index,
                                   AnnalsInstant *first,
                                   AnnalsInstant *last,
                                   gboolean *opens_left);

guint
annals_index_count (const AnnalsIndex *index, guint lane, AnnalsInstant first, AnnalsInstant last);
void annals_index_count_bins (const AnnalsIndex *index,
                              guint lane,
                              AnnalsInstant first,
                              gint64 step_s,
                              guint n_bins,
                              guint *counts);
void annals_index_survey (const AnnalsIndex *index,
                          guint lane,
                          AnnalsInstant first,
                          gint64 step_s,
                          guint n_bins,
                          AnnalsIndexBin *bins);
gboolean annals_index_get_bounds (const AnnalsIndex *index,
                                  guint lane,
                                  AnnalsInstant first,
                                  AnnalsInstant last,
                                  AnnalsInstant *begin,
                                  AnnalsInstant *end);
guint annals_index_find_best (const AnnalsIndex *index,
                              guint lane,
                              AnnalsInstant first,
                              AnnalsInstant last,
                              guint n,
                              AnnalsIndexEntry *entries);
guint annals_index_find_reaching (const AnnalsIndex *index,
                                  guint lane,
                                  AnnalsInstant at,
                                  guint n,
                                  AnnalsIndexEntry *entries);
void annals_index_foreach (const AnnalsIndex *index,
                           guint lane,
                           AnnalsInstant first,
                           AnnalsInstant last,
                           AnnalsIndexFunc func,
                           gpointer user_data);
gboolean annals_index_find_next (const AnnalsIndex *index,
                                 guint lane,
                                 AnnalsInstant begin,
                                 guint event,
                                 AnnalsIndexEntry *entry);
gboolean annals_index_find_previous (const AnnalsIndex *index,
                                     guint lane,
                                     AnnalsInstant begin,
                                     guint event,
                                     AnnalsIndexEntry *entry);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnnalsIndex, annals_index_unref)

G_END_DECLS
