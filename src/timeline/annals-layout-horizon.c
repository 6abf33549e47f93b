/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annals-index-private.h"
#include "annals-layout-private.h"

/* How far the events of a layout reach. */

static void
widen_horizon (AnnalsHorizon *horizon, const AnnalsDate *date)
{
  const AnnalsSpan *span = annals_date_get_span (date);
  const AnnalsInstant bounds[] = { span->begin_earliest, span->begin_latest, span->end_earliest,
                                   span->end_latest };

  for (guint i = 0; i < G_N_ELEMENTS (bounds); i++)
    {
      if (annals_instant_is_open (bounds[i]))
        continue;
      horizon->first = MIN (horizon->first, bounds[i]);
      horizon->last = MAX (horizon->last, bounds[i]);
    }
}

static gboolean
opens_left (const AnnalsDate *date)
{
  return annals_date_get_span (date)->begin.state == ANNALS_END_OPEN;
}

static void
add_event (AnnalsLayout *layout, guint index)
{
  const AnnalsEvent *event = annals_document_get_event (layout->document, index);
  const AnnalsDate *date = annals_event_get_drawn_date (event);
  const AnnalsDate *record;
  AnnalsIndexEntry entry;

  if (date == NULL || !annals_index_get (layout->index, index, &entry)
      || entry.lane >= layout->lanes->len || ANNALS_LAYOUT_LANE (layout, entry.lane)->hidden)
    return;
  widen_horizon (&layout->horizon, date);
  record = annals_layout_get_record (event);
  if (record != NULL)
    {
      widen_horizon (&layout->horizon, record);
      layout->opens_left |= opens_left (record);
    }
  layout->opens_left |= opens_left (date) && event->status != ANNALS_STATUS_PLANNED;
}

/* Where that is known of each lane, the events need not be gone through. */
static gboolean
ask_lanes (AnnalsLayout *layout)
{
  AnnalsHorizon *horizon = &layout->horizon;

  for (guint i = 0; i < layout->lanes->len; i++)
    if (!ANNALS_LAYOUT_LANE (layout, i)->hidden
        && !annals_index_get_lane_extent (layout->document, layout->index, i, &horizon->first,
                                          &horizon->last, &layout->opens_left))
      return FALSE;
  return TRUE;
}

static void
find_horizon_of_document (AnnalsLayout *layout)
{
  const AnnalsDocumentInfo *info = annals_document_get_info (layout->document);

  if (!ask_lanes (layout))
    for (guint i = 0; i < annals_document_get_n_events (layout->document); i++)
      add_event (layout, i);
  if (info->published != NULL)
    {
      AnnalsInstant last = annals_span_get_latest (annals_date_get_span (info->published));

      if (!annals_instant_is_open (last))
        layout->horizon.published = last;
    }
}

/* How far the events reach that are laid out. */
void
annals_layout_find_horizon (AnnalsLayout *layout)
{
  AnnalsHorizon *horizon = &layout->horizon;

  *horizon = (AnnalsHorizon){ ANNALS_INSTANT_MAX, ANNALS_INSTANT_MIN, ANNALS_INSTANT_MIN };
  if (layout->document != NULL)
    find_horizon_of_document (layout);
  else if (!annals_index_get_horizon (layout->index, &horizon->first, &horizon->last,
                                      &layout->opens_left))
    *horizon = (AnnalsHorizon){ ANNALS_INSTANT_MAX, ANNALS_INSTANT_MIN, ANNALS_INSTANT_MIN };
  annals_eras_get_extent (layout->eras, &horizon->first, &horizon->last);
  if (horizon->first > horizon->last)
    horizon->first = horizon->last = horizon->published != ANNALS_INSTANT_MIN
                                         ? horizon->published
                                         : annals_instant_from_date (2000, 1, 1);
}
