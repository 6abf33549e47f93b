/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "annals-event.h"

/*
 * The records of a document: events and their passages, and the names of what they can be. An event
 * owns its strings, dates and passages; the document that took it lends it out.
 */

typedef struct
{
  const gchar *id;
  const gchar *name;
} Term;

static const Term STATUSES[ANNALS_N_STATUSES] = {
  [ANNALS_STATUS_HAPPENED] = { "happened", NC_ ("status of an event", "happened") },
  [ANNALS_STATUS_ONGOING] = { "ongoing", NC_ ("status of an event", "ongoing") },
  [ANNALS_STATUS_PLANNED] = { "planned", NC_ ("status of an event", "planned") },
  [ANNALS_STATUS_HYPOTHETICAL] = { "hypothetical", NC_ ("status of an event", "hypothetical") },
  [ANNALS_STATUS_DENIED] = { "denied", NC_ ("status of an event", "denied") },
};

static const Term RELATIONS[ANNALS_N_RELATIONS] = {
  [ANNALS_RELATION_SUPPORTS] = { "supports", NC_ ("relation of a passage", "supports") },
  [ANNALS_RELATION_MENTIONS] = { "mentions", NC_ ("relation of a passage", "mentions") },
  [ANNALS_RELATION_CONTRADICTS] = { "contradicts", NC_ ("relation of a passage", "contradicts") },
};

static gboolean
find_term (const Term *terms, guint n_terms, const gchar *id, guint *index)
{
  for (guint i = 0; i < n_terms; i++)
    if (g_strcmp0 (terms[i].id, id) == 0)
      {
        *index = i;
        return TRUE;
      }
  return FALSE;
}

static gint
compare_passages (const AnnalsPassage *a, const AnnalsPassage *b)
{
  gint64 a_start = a->anchor.start >= 0 ? a->anchor.start : G_MAXINT64;
  gint64 b_start = b->anchor.start >= 0 ? b->anchor.start : G_MAXINT64;

  if (a->where != b->where)
    return a->where < b->where ? -1 : 1;
  return (a_start > b_start) - (a_start < b_start);
}

/**
 * annals_passage_clear:
 * @passage: a passage
 *
 * Frees what @passage owns and leaves it empty and unchecked.
 */
void
annals_passage_clear (AnnalsPassage *passage)
{
  g_return_if_fail (passage != NULL);

  g_free (passage->id);
  annals_anchor_clear (&passage->anchor);
  *passage = (AnnalsPassage){ .anchor = ANNALS_ANCHOR_INIT, .place = ANNALS_PLACE_INIT };
}

/**
 * annals_event_clear:
 * @event: an event
 *
 * Frees what @event owns and leaves it empty.
 */
void
annals_event_clear (AnnalsEvent *event)
{
  g_return_if_fail (event != NULL);

  g_free (event->id);
  g_free (event->label);
  g_free (event->short_label);
  g_free (event->description);
  g_clear_pointer (&event->cited, annals_date_unref);
  g_free (event->cited_wording);
  g_free (event->cited_reason);
  g_clear_pointer (&event->record, annals_date_unref);
  g_free (event->record_source);
  g_free (event->note);
  for (guint i = 0; i < event->n_passages; i++)
    annals_passage_clear (&event->passages[i]);
  g_free (event->passages);
  *event = (AnnalsEvent){ 0 };
}

/**
 * annals_event_take_passage:
 * @event: an event not yet taken by a document
 * @passage: (transfer full): the passage, which is left empty
 *
 * Moves @passage into @event, behind those that lie before it in the text. Passages of the
 * document's own text come before those of a source kept elsewhere; those of unknown position last.
 */
void
annals_event_take_passage (AnnalsEvent *event, AnnalsPassage *passage)
{
  guint at;

  g_return_if_fail (event != NULL);
  g_return_if_fail (passage != NULL);

  event->passages = g_renew (AnnalsPassage, event->passages, event->n_passages + 1);
  for (at = event->n_passages; at > 0; at--)
    {
      if (compare_passages (&event->passages[at - 1], passage) <= 0)
        break;
      event->passages[at] = event->passages[at - 1];
    }
  event->passages[at] = *passage;
  event->n_passages++;
  *passage = (AnnalsPassage){ .anchor = ANNALS_ANCHOR_INIT, .place = ANNALS_PLACE_INIT };
}

/**
 * annals_event_count_passages:
 * @event: an event
 * @where: which text
 *
 * This is how many passages an event is said to have while that text is shown, wherever that is
 * said: those of the other text are not to be found there.
 *
 * Returns: how many passages of @event are of that text
 */
guint
annals_event_count_passages (const AnnalsEvent *event, AnnalsWhere where)
{
  guint n_passages = 0;

  g_return_val_if_fail (event != NULL, 0);

  for (guint i = 0; i < event->n_passages; i++)
    n_passages += event->passages[i].where == where;

  return n_passages;
}

/**
 * annals_event_get_drawn_date:
 * @event: an event
 *
 * The date that the picture draws: as cited, or on record where the text gives no date.
 *
 * Returns: (transfer none) (nullable): the date, or %NULL when neither is known
 */
const AnnalsDate *
annals_event_get_drawn_date (const AnnalsEvent *event)
{
  g_return_val_if_fail (event != NULL, NULL);

  return event->cited != NULL ? event->cited : event->record;
}

/**
 * annals_event_get_drawn_calendar:
 * @event: an event
 *
 * Returns: the calendar in which the date that the picture draws is written
 */
AnnalsCalendar
annals_event_get_drawn_calendar (const AnnalsEvent *event)
{
  g_return_val_if_fail (event != NULL, ANNALS_CALENDAR_GREGORIAN);

  return event->cited != NULL ? event->cited_calendar : event->record_calendar;
}

/**
 * annals_event_is_elsewhere:
 * @event: an event
 * @before: (nullable): the event as it was; %NULL when it was not there
 *
 * Returns: whether it is in another place than it was, by its dates or its lane
 */
gboolean
annals_event_is_elsewhere (const AnnalsEvent *event, const AnnalsEvent *before)
{
  g_return_val_if_fail (event != NULL, FALSE);

  return before == NULL || event->cited != before->cited || event->record != before->record
         || event->lane != before->lane;
}

/**
 * annals_event_dup_words:
 * @event: an event
 * @form: how long the words may be
 *
 * The drawn date of @event in words, in the language of the interface; "no date" when it has none.
 * The long words of a date that is written in another calendar say it in both.
 *
 * Returns: (transfer full): the words
 */
gchar *
annals_event_dup_words (const AnnalsEvent *event, AnnalsWordsForm form)
{
  const AnnalsDate *date;

  g_return_val_if_fail (event != NULL, NULL);

  date = annals_event_get_drawn_date (event);
  if (date == NULL)
    return g_strdup (C_ ("date of an event", "no date"));
  if (form == ANNALS_WORDS_LONG)
    return annals_calendar_dup_both_words (annals_event_get_drawn_calendar (event), date, form);
  return annals_date_dup_words (date, form);
}

/**
 * annals_status_get_id:
 * @status: a status
 *
 * The name of @status in files, the same in every language.
 *
 * Returns: (transfer none): the id
 */
const gchar *
annals_status_get_id (AnnalsStatus status)
{
  g_return_val_if_fail (status < ANNALS_N_STATUSES, NULL);

  return STATUSES[status].id;
}

/**
 * annals_status_get_name:
 * @status: a status
 *
 * The name of @status for people, in the language of the interface.
 *
 * Returns: (transfer none): the name
 */
const gchar *
annals_status_get_name (AnnalsStatus status)
{
  g_return_val_if_fail (status < ANNALS_N_STATUSES, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "status of an event", STATUSES[status].name);
}

/**
 * annals_status_from_id:
 * @id: (nullable): a name as annals_status_get_id() gives it
 * @status: (out): the status, set only when @id names one
 *
 * Finds the status that a file names.
 *
 * Returns: whether @id names a status
 */
gboolean
annals_status_from_id (const gchar *id, AnnalsStatus *status)
{
  guint index;

  g_return_val_if_fail (status != NULL, FALSE);

  if (!find_term (STATUSES, G_N_ELEMENTS (STATUSES), id, &index))
    return FALSE;
  *status = (AnnalsStatus) index;
  return TRUE;
}

/**
 * annals_relation_get_id:
 * @relation: a relation
 *
 * The name of @relation in files, the same in every language.
 *
 * Returns: (transfer none): the id
 */
const gchar *
annals_relation_get_id (AnnalsRelation relation)
{
  g_return_val_if_fail (relation < ANNALS_N_RELATIONS, NULL);

  return RELATIONS[relation].id;
}

/**
 * annals_relation_get_name:
 * @relation: a relation
 *
 * The name of @relation for people, in the language of the interface.
 *
 * Returns: (transfer none): the name
 */
const gchar *
annals_relation_get_name (AnnalsRelation relation)
{
  g_return_val_if_fail (relation < ANNALS_N_RELATIONS, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "relation of a passage", RELATIONS[relation].name);
}

/**
 * annals_relation_from_id:
 * @id: (nullable): a name as annals_relation_get_id() gives it
 * @relation: (out): the relation, set only when @id names one
 *
 * Finds the relation that a file names.
 *
 * Returns: whether @id names a relation
 */
gboolean
annals_relation_from_id (const gchar *id, AnnalsRelation *relation)
{
  guint index;

  g_return_val_if_fail (relation != NULL, FALSE);

  if (!find_term (RELATIONS, G_N_ELEMENTS (RELATIONS), id, &index))
    return FALSE;
  *relation = (AnnalsRelation) index;
  return TRUE;
}
