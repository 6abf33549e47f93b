/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annals-layout-private.h"

/* The marks of events: where they are on a scale, and which signs they use. */

/* The record of an event when it is worth a line of its own. */
const AnnalsDate *
annals_layout_get_record (const AnnalsEvent *event)
{
  const AnnalsDate *date = annals_event_get_drawn_date (event);

  return event->record != NULL && event->record != date
                 && g_strcmp0 (annals_date_get_edtf (event->record), annals_date_get_edtf (date))
                        != 0
             ? event->record
             : NULL;
}

/**
 * annals_layout_init_mark:
 * @layout: a layout
 * @event: an event that is shown
 * @scale: a scale
 * @mark: the mark to set
 *
 * Lays the date of an event out on a scale.
 */
void
annals_layout_init_mark (const AnnalsLayout *layout,
                         const AnnalsLayoutEvent *event,
                         const AnnalsScale *scale,
                         AnnalsMark *mark)
{
  if (event->date != NULL)
    annals_mark_init (mark, event->date, event->status, &layout->horizon, scale, &layout->metrics);
  else
    annals_mark_init_plain (mark, event->begin, event->end, event->moment, &layout->horizon, scale,
                            &layout->metrics);
}

/**
 * annals_layout_init_record_mark:
 * @layout: a layout
 * @event: an event that is shown
 * @scale: a scale
 * @mark: the mark to set; its shape is %ANNALS_SHAPE_NONE when there is no record to show
 *
 * Lays the date on record of an event out on a scale.
 */
void
annals_layout_init_record_mark (const AnnalsLayout *layout,
                                const AnnalsLayoutEvent *event,
                                const AnnalsScale *scale,
                                AnnalsMark *mark)
{
  annals_mark_init (mark, event->record, ANNALS_STATUS_HAPPENED, &layout->horizon, scale,
                    &layout->metrics);
}

/**
 * annals_layout_init_any_mark:
 * @layout: a layout
 * @event: number of an event
 * @scale: a scale
 * @mark: the mark to set
 *
 * Lays the date of any event of the layout out on a scale, whether it is shown on its own or not,
 * or as an era.
 *
 * Returns: whether there is such an event
 */
gboolean
annals_layout_init_any_mark (const AnnalsLayout *layout,
                             guint event,
                             const AnnalsScale *scale,
                             AnnalsMark *mark)
{
  const AnnalsEra *era = annals_eras_find (layout->eras, (gint) event);
  AnnalsIndexEntry entry;
  AnnalsLayoutEvent bare = { 0 };

  if (era != NULL)
    {
      annals_mark_init (mark, era->date, era->status, &layout->horizon, scale, &layout->metrics);
      return TRUE;
    }
  if (!annals_index_get (layout->index, event, &entry) || entry.lane >= layout->lanes->len
      || ANNALS_LAYOUT_LANE (layout, entry.lane)->hidden)
    return FALSE;
  bare.begin = entry.begin;
  bare.end = entry.end;
  bare.moment = (entry.flags & ANNALS_INDEX_MOMENT) != 0;
  if (layout->document != NULL)
    {
      const AnnalsEvent *of = annals_document_get_event (layout->document, event);

      bare.date = annals_event_get_drawn_date (of);
      bare.status = of->status;
    }
  annals_layout_init_mark (layout, &bare, scale, mark);
  return TRUE;
}

static AnnalsMarkFeatures
get_features_of (const AnnalsLayout *layout, const AnnalsEvent *event, const AnnalsScale *scale)
{
  const AnnalsDate *date = annals_event_get_drawn_date (event);
  const AnnalsDate *record = annals_layout_get_record (event);
  AnnalsMarkFeatures features;
  AnnalsMark mark;

  annals_mark_init (&mark, date, event->status, &layout->horizon, scale, &layout->metrics);
  features = annals_mark_get_features (&mark, date, event->status, scale, &layout->metrics);
  if (record == NULL)
    return features;
  annals_mark_init (&mark, record, ANNALS_STATUS_HAPPENED, &layout->horizon, scale,
                    &layout->metrics);
  return features | annals_mark_get_record_features (&mark, record);
}

/**
 * annals_layout_get_features:
 * @layout: a layout of a document
 * @scale: a scale
 *
 * Looks at every event of the document.
 *
 * Returns: the signs that all its events and eras use at that scale, whether in view or not
 */
AnnalsMarkFeatures
annals_layout_get_features (const AnnalsLayout *layout, const AnnalsScale *scale)
{
  AnnalsMarkFeatures features = (layout->clusters->len > 0 ? ANNALS_FEATURE_CLUSTER : 0)
                                | (annals_eras_get_n (layout->eras) > 0 ? ANNALS_FEATURE_ERA : 0);
  guint n_events = layout->document != NULL ? annals_document_get_n_events (layout->document) : 0;

  for (guint i = 0; i < n_events && features != ANNALS_ALL_FEATURES; i++)
    {
      AnnalsIndexEntry entry;

      if (annals_index_get (layout->index, i, &entry) && entry.lane < layout->lanes->len
          && !ANNALS_LAYOUT_LANE (layout, entry.lane)->hidden)
        features |= get_features_of (layout, annals_document_get_event (layout->document, i),
                                     scale);
    }
  return features;
}
