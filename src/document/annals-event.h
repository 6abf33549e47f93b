/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "annals-anchor.h"
#include "annals-calendar.h"

G_BEGIN_DECLS

/**
 * AnnalsStatus:
 *
 * What the text says of an event: that it happened, goes on at publication, is planned, is only
 * supposed, or is denied.
 */
typedef enum
{
  ANNALS_STATUS_HAPPENED,
  ANNALS_STATUS_ONGOING,
  ANNALS_STATUS_PLANNED,
  ANNALS_STATUS_HYPOTHETICAL,
  ANNALS_STATUS_DENIED,
} AnnalsStatus;

#define ANNALS_N_STATUSES (ANNALS_STATUS_DENIED + 1)

/**
 * AnnalsRelation:
 *
 * What a passage does for its event.
 */
typedef enum
{
  ANNALS_RELATION_SUPPORTS,
  ANNALS_RELATION_MENTIONS,
  ANNALS_RELATION_CONTRADICTS,
} AnnalsRelation;

#define ANNALS_N_RELATIONS (ANNALS_RELATION_CONTRADICTS + 1)

/**
 * AnnalsWhere:
 * @ANNALS_WHERE_TEXT: in the text that the document itself holds
 * @ANNALS_WHERE_SOURCE: in a text kept elsewhere, which the reader may open beside it
 *
 * Which text a passage lies in.
 */
typedef enum
{
  ANNALS_WHERE_TEXT,
  ANNALS_WHERE_SOURCE,
} AnnalsWhere;

/**
 * AnnalsPassage:
 * @id: (nullable): `xml:id` in the native file
 * @where: which text it lies in
 * @relation: what it does for its event
 * @anchor: what identifies it
 * @place: where it stands in that text today; kept up to date by the document
 */
typedef struct
{
  gchar *id;
  AnnalsWhere where;
  AnnalsRelation relation;
  AnnalsAnchor anchor;
  AnnalsPlace place;
} AnnalsPassage;

/**
 * AnnalsEvent:
 * @id: `xml:id`, unique in its document
 * @label: its name, one line
 * @short_label: (nullable): a shorter name for narrow places
 * @description: (nullable): a sentence or two
 * @cited: (nullable): when, as the text says; %NULL when the text gives no date
 * @cited_wording: (nullable): the words that the text uses for the date ("early 1970s", "now")
 * @cited_calendar: the calendar in which the text gives the date
 * @cited_reason: (nullable): why these words are read as @cited
 * @record: (nullable): when, as history books say
 * @record_calendar: the calendar in which they do
 * @record_source: (nullable): where @record is from, and what it counts from and to
 * @note: (nullable): a note of the document's author
 * @lane: index of its lane in the document
 * @status: what the text says of it
 * @is_era: whether it is shown as an era, which is the background of other events
 * @is_pinned: whether it is shown on its own however many events there are beside it
 * @passages: its passages, in the order of the text (the document's own text first)
 * @n_passages: how many
 *
 * Something the text cites. A plain record owned by its document, which lends it.
 */
typedef struct
{
  gchar *id;
  gchar *label;
  gchar *short_label;
  gchar *description;
  AnnalsDate *cited;
  gchar *cited_wording;
  AnnalsCalendar cited_calendar;
  gchar *cited_reason;
  AnnalsDate *record;
  AnnalsCalendar record_calendar;
  gchar *record_source;
  gchar *note;
  guint lane;
  AnnalsStatus status;
  gboolean is_era;
  gboolean is_pinned;
  AnnalsPassage *passages;
  guint n_passages;
} AnnalsEvent;

void annals_event_clear (AnnalsEvent *event);
void annals_event_take_passage (AnnalsEvent *event, AnnalsPassage *passage);
guint annals_event_count_passages (const AnnalsEvent *event, AnnalsWhere where);
void annals_passage_clear (AnnalsPassage *passage);

const AnnalsDate *annals_event_get_drawn_date (const AnnalsEvent *event);
AnnalsCalendar annals_event_get_drawn_calendar (const AnnalsEvent *event);
gboolean annals_event_is_elsewhere (const AnnalsEvent *event, const AnnalsEvent *before);
gchar *annals_event_dup_words (const AnnalsEvent *event, AnnalsWordsForm form);

const gchar *annals_status_get_id (AnnalsStatus status);
const gchar *annals_status_get_name (AnnalsStatus status);
gboolean annals_status_from_id (const gchar *id, AnnalsStatus *status);
const gchar *annals_relation_get_id (AnnalsRelation relation);
const gchar *annals_relation_get_name (AnnalsRelation relation);
gboolean annals_relation_from_id (const gchar *id, AnnalsRelation *relation);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AnnalsEvent, annals_event_clear)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AnnalsPassage, annals_passage_clear)

G_END_DECLS
