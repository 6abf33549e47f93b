/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "annals-selection.h"

G_BEGIN_DECLS

/**
 * AnnalsEventSort:
 * @ANNALS_EVENT_SORT_DATE: by the begin of the drawn date; events without a date last
 * @ANNALS_EVENT_SORT_PLACE: by where the text shown first mentions them; those it does not last
 * @ANNALS_EVENT_SORT_LANE: lane by lane
 * @ANNALS_EVENT_SORT_LABEL: by name, as the language of the interface sorts
 *
 * How rows are sorted. Those that are equal stand by date.
 */
typedef enum
{
  ANNALS_EVENT_SORT_DATE,
  ANNALS_EVENT_SORT_PLACE,
  ANNALS_EVENT_SORT_LANE,
  ANNALS_EVENT_SORT_LABEL,
} AnnalsEventSort;

#define ANNALS_N_EVENT_SORTS (ANNALS_EVENT_SORT_LABEL + 1)

/**
 * AnnalsEventFilter:
 * @lane: only events of this lane, or -1 for any
 * @status: only events of this #AnnalsStatus, or -1 for any
 * @standing: only events with a passage of this #AnnalsStanding, or -1 for any
 * @without_passages: only events that have no passage at all
 *
 * Which events are listed. A plain struct.
 */
typedef struct
{
  gint lane;
  gint status;
  gint standing;
  gboolean without_passages;
} AnnalsEventFilter;

#define ANNALS_EVENT_FILTER_INIT \
  {                              \
    -1, -1, -1, FALSE            \
  }

#define ANNALS_TYPE_EVENT_ITEM (annals_event_item_get_type ())
G_DECLARE_FINAL_TYPE (AnnalsEventItem, annals_event_item, ANNALS, EVENT_ITEM, GObject)

guint annals_event_item_get_event (AnnalsEventItem *self);

#define ANNALS_TYPE_EVENT_MODEL (annals_event_model_get_type ())
G_DECLARE_FINAL_TYPE (AnnalsEventModel, annals_event_model, ANNALS, EVENT_MODEL, GObject)

/**
 * AnnalsEventModel:
 *
 * The events of a document, sorted and filtered, as a list model of #AnnalsEventItem that are made
 * when they are asked for and forgotten when nobody holds them. While something is looked for, only
 * events that match are listed; while a range of time is selected, only those that it lets through.
 *
 * Signal `options-changed`: it is sorted or filtered in another way.
 */
AnnalsEventModel *annals_event_model_new (AnnalsSelection *selection);

AnnalsSelection *annals_event_model_get_selection (AnnalsEventModel *self);
AnnalsEventSort annals_event_model_get_sort (AnnalsEventModel *self);
void annals_event_model_set_sort (AnnalsEventModel *self, AnnalsEventSort sort);
void annals_event_model_get_filter (AnnalsEventModel *self, AnnalsEventFilter *filter);
void annals_event_model_set_filter (AnnalsEventModel *self, const AnnalsEventFilter *filter);
guint annals_event_model_count (AnnalsEventModel *self, const AnnalsEventFilter *filter);

gboolean annals_event_model_find (AnnalsEventModel *self, gint event, guint *position);

G_END_DECLS
