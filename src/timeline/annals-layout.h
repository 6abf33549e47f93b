/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "annals-document.h"
#include "annals-mark.h"
#include "annals-ticks.h"

G_BEGIN_DECLS

/**
 * AnnalsLayout:
 *
 * Where the events of a document go: which row of their lane, with which label. Rows are packed for
 * one scale and stay while the picture is panned; they are packed anew when a zoom comes to rest,
 * and may then move there over time (annals_layout_set_progress()).
 */
typedef struct _AnnalsLayout AnnalsLayout;

/**
 * AnnalsLayoutEvent:
 * @index: the event's index in the document
 * @lane: its lane's index
 * @date: (nullable) (transfer none): what is drawn: as cited, else the record
 * @record: (nullable) (transfer none): the record, when it differs from what is drawn
 * @status: what the text says of it
 * @label: its label
 * @label_px: how wide that is
 * @note: (nullable): what is set behind the label when there is room: date and status in words
 * @note_px: how wide that is
 * @rank: of labels that compete, the higher wins
 *
 * What the layout knows of an event, in the order of time.
 */
typedef struct
{
  guint index;
  guint lane;
  const AnnalsDate *date;
  const AnnalsDate *record;
  AnnalsStatus status;
  gchar *label;
  gdouble label_px;
  gchar *note;
  gdouble note_px;
  guint rank;
  guint row;
  guint row_before;
} AnnalsLayoutEvent;

/**
 * AnnalsLayoutLane:
 * @top_px: its upper edge, below the axis
 * @height_px: its height
 * @pitch_px: distance of its rows
 * @n_events: how many events it has
 * @hidden: whether it is left out; then it has no height and no events
 * @closed: 0 when its rows are seen; 1 when it is closed to one thin row without labels; between
 *   while it is being closed
 * @shift_px: how far below its place it is drawn, while it moves there
 */
typedef struct
{
  gdouble top_px;
  gdouble height_px;
  gdouble pitch_px;
  guint n_events;
  gboolean hidden;
  gdouble closed;
  gdouble shift_px;
} AnnalsLayoutLane;

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
void annals_layout_free (AnnalsLayout *layout);
void annals_layout_set_breaks (AnnalsLayout *layout, AnnalsBreaks *breaks);
const AnnalsBreaks *annals_layout_get_breaks (const AnnalsLayout *layout);

AnnalsDocument *annals_layout_get_document (AnnalsLayout *layout);
const AnnalsMetrics *annals_layout_get_metrics (const AnnalsLayout *layout);
const AnnalsHorizon *annals_layout_get_horizon (const AnnalsLayout *layout);
gdouble annals_layout_measure (const AnnalsLayout *layout, AnnalsFont font, const gchar *text);

GArray *annals_layout_build_ticks (const AnnalsLayout *layout, const AnnalsScale *scale);

gboolean annals_layout_pack (AnnalsLayout *layout, const AnnalsScale *scale);
gboolean annals_layout_pack_pages (AnnalsLayout *layout, const AnnalsScale *scale, guint n_pages);
void annals_layout_set_progress (AnnalsLayout *layout, gdouble progress);
void annals_layout_fit_height (AnnalsLayout *layout, gdouble height_px);
void annals_layout_fill_height (AnnalsLayout *layout, gdouble height_px);
gdouble annals_layout_get_natural_height (const AnnalsLayout *layout);
gdouble annals_layout_get_height (const AnnalsLayout *layout);

guint annals_layout_get_n_events (const AnnalsLayout *layout);
const AnnalsLayoutEvent *annals_layout_get_event (const AnnalsLayout *layout, guint index);
gdouble annals_layout_get_middle_y (const AnnalsLayout *layout, const AnnalsLayoutEvent *event);
const AnnalsLayoutLane *annals_layout_get_lane (const AnnalsLayout *layout, guint lane);
guint annals_layout_get_lane_at (const AnnalsLayout *layout, guint position);
void annals_layout_read_lanes (AnnalsLayout *layout);
void annals_layout_set_lane_order (AnnalsLayout *layout, const guint *order);
void annals_layout_set_lane_closed (AnnalsLayout *layout, guint lane, gdouble closed);
void annals_layout_set_lane_shift (AnnalsLayout *layout, guint lane, gdouble shift_px);

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
