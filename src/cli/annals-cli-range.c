/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "annals-cli-range.h"

/*
 * The options `--range` and `--within`, which choose events by their time.
 */

#define USAGE_ERROR G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE

static gboolean
read_within (const gchar *word, AnnalsWithin *within, GError **error)
{
  if (word == NULL || annals_within_from_id (word, within))
    return TRUE;

  g_set_error (error, USAGE_ERROR,
               /* Translators: %s is what was typed; leave the three words and --within as they are.
                */
               _ ("“%s” is no way to lie in a range: after --within, write certain, possible or "
                  "overlapping."),
               word);
  return FALSE;
}

/**
 * annals_cli_range_read:
 * @range: where to put what is asked for
 * @edtf: (nullable): what follows `--range`; has to outlive @range
 * @within: (nullable): what follows `--within`
 * @error: return location; %G_OPTION_ERROR
 *
 * Reads the two options. Without `--within`, events are asked for that overlap the range.
 *
 * Returns: whether they are right
 */
gboolean
annals_cli_range_read (AnnalsCliRange *range,
                       const gchar *edtf,
                       const gchar *within,
                       GError **error)
{
  g_autoptr (GError) local = NULL;
  AnnalsSpan span;

  *range = (AnnalsCliRange){ .edtf = edtf, .range = { .within = ANNALS_WITHIN_OVERLAPPING } };
  if (!read_within (within, &range->range.within, error))
    return FALSE;
  if (edtf == NULL)
    {
      g_set_error_literal (error, USAGE_ERROR,
                           /* Translators: leave --within, --range and the dates as they are. */
                           _ ("Say with --range within which time, as in “--range 1970/1975 "
                              "--within certain”."));
      return FALSE;
    }
  if (!annals_span_from_edtf (&span, edtf, &local))
    {
      /* Translators: the second %s is a whole sentence that says what is wrong. */
      g_set_error (error, USAGE_ERROR, _ ("“%s” is not a range of dates: %s"), edtf,
                   local->message);
      return FALSE;
    }

  range->range.first = annals_span_get_earliest (&span);
  range->range.last = annals_span_get_latest (&span);
  return TRUE;
}

/**
 * annals_cli_range_has:
 * @range: (nullable): what is asked for; %NULL for all events
 * @document: a document
 * @event: one of its events
 *
 * Returns: whether @range lets @event through
 */
gboolean
annals_cli_range_has (const AnnalsCliRange *range,
                      AnnalsDocument *document,
                      const AnnalsEvent *event)
{
  return range == NULL || annals_document_is_in_range (document, event, &range->range);
}

/**
 * annals_cli_range_count:
 * @range: (nullable): what is asked for; %NULL for all events
 * @document: a document
 *
 * Returns: how many of its events @range lets through
 */
guint
annals_cli_range_count (const AnnalsCliRange *range, AnnalsDocument *document)
{
  guint n_events = 0;

  for (guint i = 0; i < annals_document_get_n_events (document); i++)
    n_events += annals_cli_range_has (range, document, annals_document_get_event (document, i));

  return n_events;
}

/**
 * annals_cli_range_count_standings:
 * @range: (nullable): what is asked for; %NULL for all events
 * @document: a document
 * @where: one of its texts
 * @counts: (out): where to put the counts
 *
 * As annals_document_count_standings(), for the passages of those events that @range lets through.
 */
void
annals_cli_range_count_standings (const AnnalsCliRange *range,
                                  AnnalsDocument *document,
                                  AnnalsWhere where,
                                  AnnalsStandingCounts *counts)
{
  *counts = (AnnalsStandingCounts){ 0 };
  for (guint i = 0; i < annals_document_get_n_events (document); i++)
    {
      const AnnalsEvent *event = annals_document_get_event (document, i);

      for (guint j = 0; annals_cli_range_has (range, document, event) && j < event->n_passages; j++)
        if (event->passages[j].where == where)
          {
            counts->counts[event->passages[j].place.standing]++;
            counts->n_passages++;
          }
    }
}
