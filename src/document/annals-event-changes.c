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
  guint number; /* whether it is an era, or pinned, or its lane */
  AnnalsDate *cited;
  AnnalsDate *record;
} EventChange;

static const AnnalsEvent *
get_event (EventChange *self, AnnalsDocument *document)
{
  return annals_document_get_event (document, self->event);
}

static void
swap_era (AnnalsChange *change, AnnalsDocument *document)
{
  EventChange *self = (EventChange *) change;
  guint is_era = self->number;

  self->number = get_event (self, document)->is_era;
  annals_document_set_event_is_era (document, self->event, is_era != 0);
}

static void
swap_pinned (AnnalsChange *change, AnnalsDocument *document)
{
  EventChange *self = (EventChange *) change;
  guint is_pinned = self->number;

  self->number = get_event (self, document)->is_pinned;
  annals_document_set_event_is_pinned (document, self->event, is_pinned != 0);
}

static void
swap_lane (AnnalsChange *change, AnnalsDocument *document)
{
  EventChange *self = (EventChange *) change;
  guint lane = self->number;

  self->number = get_event (self, document)->lane;
  annals_document_set_event_lane (document, self->event, lane);
}

static AnnalsDate *
ref_date (AnnalsDate *date)
{
  return date != NULL ? annals_date_ref (date) : NULL;
}

static void
swap_dates (AnnalsChange *change, AnnalsDocument *document)
{
  EventChange *self = (EventChange *) change;
  AnnalsDate *cited = g_steal_pointer (&self->cited);
  AnnalsDate *record = g_steal_pointer (&self->record);

  self->cited = ref_date (get_event (self, document)->cited);
  self->record = ref_date (get_event (self, document)->record);
  annals_document_set_event_dates (document, self->event, cited, record);
  g_clear_pointer (&cited, annals_date_unref);
  g_clear_pointer (&record, annals_date_unref);
}

#define RECORD_ERA "event-era"
#define RECORD_PINNED "event-pinned"
#define RECORD_LANE "event-lane"
#define RECORD_DATES "event-dates"

static GVariant *
create_record (const gchar *what, const AnnalsEvent *event, const gchar *value)
{
  return g_variant_new (ANNALS_CHANGE_RECORD_TYPE, what, event->id, value);
}

static GVariant *
record_era (const AnnalsChange *change, AnnalsDocument *document)
{
  const AnnalsEvent *event = get_event ((EventChange *) change, document);

  return create_record (RECORD_ERA, event, event->is_era ? "1" : "0");
}

static GVariant *
record_pinned (const AnnalsChange *change, AnnalsDocument *document)
{
  const AnnalsEvent *event = get_event ((EventChange *) change, document);

  return create_record (RECORD_PINNED, event, event->is_pinned ? "1" : "0");
}

static GVariant *
record_lane (const AnnalsChange *change, AnnalsDocument *document)
{
  const AnnalsEvent *event = get_event ((EventChange *) change, document);

  return create_record (RECORD_LANE, event, annals_document_get_lane (document, event->lane)->id);
}

/* As cited and on record, either of which may be missing, with a line end between. */
static GVariant *
record_dates (const AnnalsChange *change, AnnalsDocument *document)
{
  const AnnalsEvent *event = get_event ((EventChange *) change, document);
  g_autofree gchar *dates = g_strconcat (
      event->cited != NULL ? annals_date_get_edtf (event->cited) : "", "\n",
      event->record != NULL ? annals_date_get_edtf (event->record) : "", NULL);

  return create_record (RECORD_DATES, event, dates);
}

static gboolean
read_dates (const gchar *value, AnnalsDate **cited, AnnalsDate **record)
{
  g_auto (GStrv) dates = g_strsplit (value, "\n", 2);

  if (g_strv_length (dates) != 2)
    return FALSE;
  *cited = *dates[0] != '\0' ? annals_date_new_from_edtf (dates[0], NULL) : NULL;
  *record = *dates[1] != '\0' ? annals_date_new_from_edtf (dates[1], NULL) : NULL;
  return (*cited != NULL || *dates[0] == '\0') && (*record != NULL || *dates[1] == '\0');
}

static void
free_event_change (AnnalsChange *change)
{
  EventChange *self = (EventChange *) change;

  g_clear_pointer (&self->cited, annals_date_unref);
  g_clear_pointer (&self->record, annals_date_unref);
  g_free (self);
}

static EventChange *
event_change_new (const gchar *label,
                  void (*swap) (AnnalsChange *, AnnalsDocument *),
                  GVariant *(*record) (const AnnalsChange *, AnnalsDocument *),
                  guint event)
{
  EventChange *self = g_new0 (EventChange, 1);

  self->change = (AnnalsChange){ label, swap, free_event_change, record };
  self->event = event;
  return self;
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
  /* Translators: stands behind "Undo" or "Redo". */
  change = event_change_new (is_era ? C_ ("change", "Show as Era") : C_ ("change", "Show as Event"),
                             swap_era, record_era, event);
  change->number = is_era != FALSE;
  annals_history_take (annals_document_get_history (document), &change->change);
  return TRUE;
}

/**
 * annals_event_pin:
 * @document: a document
 * @event: index of an event
 * @is_pinned: whether it is to be pinned
 *
 * Has an event shown on its own at every zoom, or no longer, which can be undone.
 *
 * Returns: whether it was the other before
 */
gboolean
annals_event_pin (AnnalsDocument *document, guint event, gboolean is_pinned)
{
  EventChange *change;

  g_return_val_if_fail (ANNALS_IS_DOCUMENT (document), FALSE);
  g_return_val_if_fail (event < annals_document_get_n_events (document), FALSE);

  if (!annals_document_get_event (document, event)->is_pinned == !is_pinned)
    return FALSE;
  /* Translators: stands behind "Undo" or "Redo". */
  change = event_change_new (is_pinned ? C_ ("change", "Pin Mark") : C_ ("change", "Unpin Mark"),
                             swap_pinned, record_pinned, event);
  change->number = is_pinned != FALSE;
  annals_history_take (annals_document_get_history (document), &change->change);
  return TRUE;
}

/**
 * annals_event_move:
 * @document: a document
 * @event: index of an event
 * @lane: index of a lane
 *
 * Puts an event into another lane, which can be undone.
 *
 * Returns: whether it is another lane
 */
gboolean
annals_event_move (AnnalsDocument *document, guint event, guint lane)
{
  EventChange *change;

  g_return_val_if_fail (ANNALS_IS_DOCUMENT (document), FALSE);
  g_return_val_if_fail (event < annals_document_get_n_events (document), FALSE);
  g_return_val_if_fail (lane < annals_document_get_n_lanes (document), FALSE);

  if (annals_document_get_event (document, event)->lane == lane)
    return FALSE;
  /* Translators: stands behind "Undo" or "Redo". */
  change = event_change_new (C_ ("change", "Move Event"), swap_lane, record_lane, event);
  change->number = lane;
  annals_history_take (annals_document_get_history (document), &change->change);
  return TRUE;
}

static gboolean
is_same (const AnnalsDate *a, const AnnalsDate *b)
{
  return a == b
         || (a != NULL && b != NULL
             && g_str_equal (annals_date_get_edtf (a), annals_date_get_edtf (b)));
}

/**
 * annals_event_redate:
 * @document: a document
 * @event: index of an event
 * @cited: (nullable): when it was, as the text says
 * @record: (nullable): when it was, as history books say
 *
 * Gives an event other dates, which can be undone.
 *
 * Returns: whether they are other dates
 */
gboolean
annals_event_redate (AnnalsDocument *document, guint event, AnnalsDate *cited, AnnalsDate *record)
{
  const AnnalsEvent *of;
  EventChange *change;

  g_return_val_if_fail (ANNALS_IS_DOCUMENT (document), FALSE);
  g_return_val_if_fail (event < annals_document_get_n_events (document), FALSE);

  of = annals_document_get_event (document, event);
  if (is_same (of->cited, cited) && is_same (of->record, record))
    return FALSE;
  /* Translators: stands behind "Undo" or "Redo". */
  change = event_change_new (C_ ("change", "Change Dates"), swap_dates, record_dates, event);
  change->cited = ref_date (cited);
  change->record = ref_date (record);
  annals_history_take (annals_document_get_history (document), &change->change);
  return TRUE;
}

/*
 * annals_event_apply_record:
 * @document: a document
 * @what: what is changed
 * @id: the id of an event
 * @value: what it becomes
 *
 * Does what was recorded; see annals_history_apply_record().
 *
 * Returns: whether it changes anything
 */
gboolean
annals_event_apply_record (AnnalsDocument *document,
                           const gchar *what,
                           const gchar *id,
                           const gchar *value)
{
  g_autoptr (AnnalsDate) cited = NULL;
  g_autoptr (AnnalsDate) record = NULL;
  guint event = 0;
  guint lane = 0;

  if (!annals_document_find_event (document, id, &event))
    return FALSE;
  if (g_str_equal (what, RECORD_ERA))
    return annals_event_show_as_era (document, event, g_str_equal (value, "1"));
  if (g_str_equal (what, RECORD_PINNED))
    return annals_event_pin (document, event, g_str_equal (value, "1"));
  if (g_str_equal (what, RECORD_LANE))
    return annals_document_find_lane (document, value, &lane)
           && annals_event_move (document, event, lane);
  return g_str_equal (what, RECORD_DATES) && read_dates (value, &cited, &record)
         && annals_event_redate (document, event, cited, record);
}
