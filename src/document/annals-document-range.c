/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annals-document.h"

/* Which events of a document a filter in time lets through. */

/* What is planned "by 2007" is planned when the text says so, and not before. */
static AnnalsInstant
get_first_possible (AnnalsDocument *self, const AnnalsEvent *event, const AnnalsSpan *span)
{
  const AnnalsDate *published = annals_document_get_info (self)->published;
  AnnalsInstant said;

  if (event->status != ANNALS_STATUS_PLANNED || span->kind != ANNALS_SPAN_ONE_OF
      || span->begin.state != ANNALS_END_OPEN || published == NULL)
    return ANNALS_INSTANT_MIN;
  said = annals_span_get_earliest (annals_date_get_span (published));

  return said <= annals_span_get_latest (span) ? said : ANNALS_INSTANT_MIN;
}

/**
 * annals_document_is_in_range:
 * @self: a document
 * @event: one of its events
 * @range: a filter in time
 *
 * Asks annals_date_is_within() of the date that is drawn. An event without a date lies nowhere. One
 * that is planned without a begin does not lie before the text was published, as it is drawn.
 *
 * Returns: whether @range lets @event through
 */
gboolean
annals_document_is_in_range (AnnalsDocument *self,
                             const AnnalsEvent *event,
                             const AnnalsRange *range)
{
  const AnnalsDate *date;
  AnnalsInstant first;

  g_return_val_if_fail (ANNALS_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (event != NULL && range != NULL, FALSE);

  date = annals_event_get_drawn_date (event);
  if (date == NULL)
    return FALSE;

  first = range->first;
  if (range->within != ANNALS_WITHIN_CERTAIN)
    first = MAX (first, get_first_possible (self, event, annals_date_get_span (date)));

  return annals_date_is_within (date, first, range->last, range->within);
}
