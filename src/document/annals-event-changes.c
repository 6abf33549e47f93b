/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "annals-event-changes.h"
#include "annals-history.h"

/*
 * What a person does to events, by way of the history.
 */

typedef struct
{
  AnnalsChange change;
  guint event;
  gboolean is_era;
} EventChange;

static void
swap_era (AnnalsChange *change, AnnalsDocument *document)
{
  EventChange *self = (EventChange *) change;
  gboolean is_era = self->is_era;

  self->is_era = annals_document_get_event (document, self->event)->is_era;
  annals_document_set_event_is_era (document, self->event, is_era);
}

static void
free_event_change (AnnalsChange *change)
{
  g_free (change);
}

/**
 * annals_event_show_as_era:
 * @document: a document
 * @event: index of an event
 * @is_era: whether it is to be an era
 *
 * Makes an event the background of others, or one among them, which can be undone.
 *
 * Returns: whether it was the other before
 */
gboolean
annals_event_show_as_era (AnnalsDocument *document, guint event, gboolean is_era)
{
  EventChange *change;

  g_return_val_if_fail (ANNALS_IS_DOCUMENT (document), FALSE);
  g_return_val_if_fail (event < annals_document_get_n_events (document), FALSE);

  if (!annals_document_get_event (document, event)->is_era == !is_era)
    return FALSE;
  change = g_new0 (EventChange, 1);
  /* Translators: stands behind "Undo" or "Redo". */
  change->change = (AnnalsChange){ is_era ? C_ ("change", "Show as Era")
                                          : C_ ("change", "Show as Event"),
                                   swap_era, free_event_change };
  change->event = event;
  change->is_era = is_era;
  annals_history_take (annals_document_get_history (document), &change->change);
  return TRUE;
}
