/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "annals-detail.h"
#include "annals-document.h"
#include "annals-eras.h"
#include "annals-mark.h"
#include "annals-ticks.h"

G_BEGIN_DECLS

/**
 * AnnalsLayout:
 *
 * Where events go: which of them are shown on their own, in which row of their lane, with which
 * label; the others are counted in clusters. Rows are packed for one scale and stay while the
 * picture is panned, when what comes into view is placed round what is there. They are packed anew
 * when a zoom comes to rest, and may then move there over time (annals_layout_set_progress()).
 *
 * A lane with few events shows all of them.
 */
typedef struct _AnnalsLayout AnnalsLayout;

/**
 * AnnalsLayoutEvent:
 * @index: the event's index in the document
 * @lane: its lane's index
 * @begin: its begin as the index has it
 * @end: its end as the index has it
 * @moment: whether the index has it as a moment
 * @date: (nullable) (transfer none): what is drawn: as cited, else the record; %NULL when the
 * layout has no document, and knows no more than @begin and @end
 * @record: (nullable) (transfer none): the record, when it differs from what is drawn
 * @status: what the text says of it
 * @label: its label
 * @label_px: how wide that is
 * @note: (nullable): what is set behind the label when there is room: date and status in words
 * @note_px: how wide that is
 * @pinned: whether it is pinned
 * @rank: of labels that compete, the higher wins
 * @row: its row
 * @row_before: its row before the last packing
 *
 * What the layout knows of an event that is shown on its own.
 */
typedef struct
{
  guint index;
  guint lane;
  AnnalsInstant begin;
  AnnalsInstant end;
  gboolean moment;
  const AnnalsDate *date;
  const AnnalsDate *record;
  AnnalsStatus status;
  gboolean pinned;
  const gchar *label;
  gdouble label_px;
  gchar *note;
  gdouble note_px;
  guint rank;
  guint row;
  guint row_before;

  /* Within the layout only. */
  gchar *own_label;
  guint32 weight;
  guint stamp;      /* the choice that it was last part of */
  gboolean extra;   /* it is counted in a cluster, and shown all the same */
  gboolean placed;  /* it has a row */
  gboolean crowded; /* in which it lies over others, since there is none free */
  gboolean above;   /* its label has to stand above its mark, which takes two rows */
  gdouble mark_px;  /* where its mark begins, on the scale for which room is claimed */
  gdouble claim[2]; /* the room it claims */
  gdouble reach[2]; /* the room without its label */
} AnnalsLayoutEvent;

/**
 * AnnalsLayoutLane:
 * @label: its name
 * @color: index of its colour
 * @top_px: its upper edge, below the axis
 * @height_px: its height
 * @pitch_px: distance of its rows
 * @n_events: how many events it has
 * @hidden: whether it is left out; then it has no height and no events
 * @folds: whether it has so many events that not all of them are shown on their own; then it has a
 *   strip for clusters below its rows
 * @closed: 0 when its rows are seen; 1 when it is closed to one thin row without labels; between
 *   while it is being closed
 * @shift_px: how far below its place it is drawn, while it moves there
 */
typedef struct
{
  gchar *label;
  guint color;
  gdouble top_px;
  gdouble height_px;
  gdouble pitch_px;
  guint n_events;
  gboolean hidden;
  gboolean folds;
  gdouble closed;
  gdouble shift_px;
} AnnalsLayoutLane;

/**
 * AnnalsRowLimit:
 * @height_px: how much height there is for all lanes
 * @pitch_px: how far apart rows are at the least
 * @least_rows: a lane that folds has no fewer
 * @folds_all: whether lanes with few events may fold too
 * @overlaps: whether what is pinned may lie over others, rather than have rows beyond its share
 *
 * How many rows lanes may take in a picture that cannot be scrolled.
 */
typedef struct
{
  gdouble height_px;
  gdouble pitch_px;
  guint least_rows;
  gboolean folds_all;
  gboolean overlaps;
} AnnalsRowLimit;

AnnalsLayout *annals_layout_new (AnnalsDocument *document,
                                 const AnnalsMetrics *metrics,
                                 AnnalsMeasureFunc measure,
                                 gpointer user_data);
AnnalsLayout *annals_layout_new_filtered (AnnalsDocument *document,
                                          const AnnalsMetrics *metrics,
                                          AnnalsMeasureFunc measure,
                                          gpointer user_data,
                                          const gchar *const *lanes,
                                          const AnnalsRange *range);
AnnalsLayout *annals_layout_new_following (AnnalsDocument *document,
                                           const AnnalsMetrics *metrics,
                                           AnnalsMeasureFunc measure,
                                           gpointer user_data,
                                           const gchar *const *lanes);
AnnalsLayout *annals_layout_new_for_index (AnnalsIndex *index,
                                           const AnnalsLane *lanes,
                                           guint n_lanes,
                                           const AnnalsMetrics *metrics,
                                           AnnalsMeasureFunc measure,
                                           gpointer user_data);
void annals_layout_free (AnnalsLayout *layout);
void annals_layout_set_breaks (AnnalsLayout *layout, AnnalsBreaks *breaks);
const AnnalsBreaks *annals_layout_get_breaks (const AnnalsLayout *layout);

AnnalsDocument *annals_layout_get_document (AnnalsLayout *layout);
AnnalsIndex *annals_layout_get_index (AnnalsLayout *layout);
const AnnalsMetrics *annals_layout_get_metrics (const AnnalsLayout *layout);
const AnnalsHorizon *annals_layout_get_horizon (const AnnalsLayout *layout);
const AnnalsEras *annals_layout_get_eras (const AnnalsLayout *layout);
gdouble annals_layout_get_letter_width (const AnnalsLayout *layout, AnnalsFont font, gchar letter);
gdouble annals_layout_measure (const AnnalsLayout *layout, AnnalsFont font, const gchar *text);

GArray *annals_layout_build_ticks (const AnnalsLayout *layout, const AnnalsScale *scale);
GArray *annals_layout_get_ticks (AnnalsLayout *layout, const AnnalsScale *scale);

void annals_layout_limit_rows (AnnalsLayout *layout, const AnnalsRowLimit *limit);
gboolean annals_layout_pack (AnnalsLayout *layout, const AnnalsScale *scale);
gboolean annals_layout_pack_pages (AnnalsLayout *layout, const AnnalsScale *scale, guint n_pages);
void annals_layout_set_sight (AnnalsLayout *layout, gdouble top_px, gdouble bottom_px);
gboolean annals_layout_is_in_sight (const AnnalsLayout *layout, guint lane);
guint annals_layout_find_in_sight (const AnnalsLayout *layout, guint from);
guint annals_layout_find_clusters (const AnnalsLayout *layout, guint lane, guint *end);
gboolean annals_layout_follow (AnnalsLayout *layout, const AnnalsScale *scale, gint selected);
gboolean annals_layout_settle (AnnalsLayout *layout, const AnnalsScale *scale);
void annals_layout_set_progress (AnnalsLayout *layout, gdouble progress);
void annals_layout_fit_height (AnnalsLayout *layout, gdouble height_px);
void annals_layout_fill_height (AnnalsLayout *layout, gdouble height_px);
gdouble annals_layout_get_natural_height (const AnnalsLayout *layout);
gdouble annals_layout_get_height (const AnnalsLayout *layout);

guint annals_layout_get_n_events (const AnnalsLayout *layout);
guint annals_layout_get_n_shown (const AnnalsLayout *layout);
const AnnalsLayoutEvent *annals_layout_get_shown (const AnnalsLayout *layout, guint index);
const AnnalsLayoutEvent *annals_layout_find_shown (const AnnalsLayout *layout, guint event);
gdouble annals_layout_get_middle_y (const AnnalsLayout *layout, const AnnalsLayoutEvent *event);
guint annals_layout_get_n_clusters (const AnnalsLayout *layout);
const AnnalsCluster *annals_layout_get_cluster (const AnnalsLayout *layout, guint index);
const AnnalsDetail *annals_layout_get_detail (const AnnalsLayout *layout);
const gchar *annals_layout_get_cluster_words (AnnalsLayout *layout, guint index, gdouble *width_px);
gdouble annals_layout_get_strip_y (const AnnalsLayout *layout, guint lane);
guint annals_layout_get_n_lanes (const AnnalsLayout *layout);
const AnnalsLayoutLane *annals_layout_get_lane (const AnnalsLayout *layout, guint lane);
guint annals_layout_get_lane_at (const AnnalsLayout *layout, guint position);
void annals_layout_read_lanes (AnnalsLayout *layout);
void annals_layout_set_lane_order (AnnalsLayout *layout, const guint *order);
void annals_layout_set_lane_closed (AnnalsLayout *layout, guint lane, gdouble closed);
void annals_layout_set_lane_shift (AnnalsLayout *layout, guint lane, gdouble shift_px);

void annals_layout_init_mark (const AnnalsLayout *layout,
                              const AnnalsLayoutEvent *event,
                              const AnnalsScale *scale,
                              AnnalsMark *mark);
void annals_layout_init_record_mark (const AnnalsLayout *layout,
                                     const AnnalsLayoutEvent *event,
                                     const AnnalsScale *scale,
                                     AnnalsMark *mark);
gboolean annals_layout_init_any_mark (const AnnalsLayout *layout,
                                      guint event,
                                      const AnnalsScale *scale,
                                      AnnalsMark *mark);

void annals_layout_set_found (AnnalsLayout *layout,
                              const guint8 *found,
                              guint n_found,
                              const guint8 *let_through,
                              guint n_let_through);
gboolean annals_layout_find_found (AnnalsLayout *layout,
                                   guint lane,
                                   AnnalsInstant first,
                                   AnnalsInstant last,
                                   AnnalsInstant *begin);

AnnalsMarkFeatures annals_layout_get_features (const AnnalsLayout *layout,
                                               const AnnalsScale *scale);
gboolean
annals_layout_get_extent (const AnnalsLayout *layout, AnnalsInstant *first, AnnalsInstant *last);
void annals_layout_init_fit (const AnnalsLayout *layout,
                             AnnalsScale *scale,
                             gdouble x_px,
                             gdouble width_px);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnnalsLayout, annals_layout_free)

G_END_DECLS
