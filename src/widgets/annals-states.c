/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "annals-states.h"
#include "annals-words.h"

/* What the panes say of a document that lacks what they are there to show. */

static gboolean
has_letters (AnnalsDocument *document, AnnalsWhere where)
{
  AnnalsText *text = annals_document_get_text (document, where);

  return text != NULL && annals_text_get_n_chars (text) > 0;
}

/**
 * annals_states_get_reader:
 * @document: a document
 *
 * Returns: what the reader can show of it
 */
AnnalsReaderState
annals_states_get_reader (AnnalsDocument *document)
{
  const AnnalsDocumentInfo *info = annals_document_get_info (document);

  if (has_letters (document, ANNALS_WHERE_TEXT) || has_letters (document, ANNALS_WHERE_SOURCE))
    return ANNALS_READER_TEXT;
  if (annals_document_get_text (document, ANNALS_WHERE_SOURCE) != NULL)
    return ANNALS_READER_EMPTY;
  if (info->source_name != NULL && *info->source_name != '\0')
    return ANNALS_READER_SOURCE_ELSEWHERE;

  return annals_document_get_n_events (document) > 0 ? ANNALS_READER_NO_TEXT : ANNALS_READER_EMPTY;
}

/**
 * annals_states_get_reader_title:
 * @state: what the reader can show
 *
 * Returns: (nullable): what is missing, in a few words
 */
const gchar *
annals_states_get_reader_title (AnnalsReaderState state)
{
  switch (state)
    {
    case ANNALS_READER_SOURCE_ELSEWHERE:
      return _ ("The Text Is Elsewhere");
    case ANNALS_READER_NO_TEXT:
      return _ ("No Text");
    case ANNALS_READER_EMPTY:
      return _ ("An Empty Text");
    case ANNALS_READER_TEXT:
    default:
      return NULL;
    }
}

/**
 * annals_states_dup_reader_words:
 * @document: a document
 * @state: what the reader can show of it
 *
 * Returns: (transfer full) (nullable): what is missing and what can be done, in sentences
 */
gchar *
annals_states_dup_reader_words (AnnalsDocument *document, AnnalsReaderState state)
{
  const AnnalsDocumentInfo *info = annals_document_get_info (document);

  switch (state)
    {
    case ANNALS_READER_SOURCE_ELSEWHERE:
      return g_strdup_printf (
          /* Translators: %s is the title or reference of a text. */
          _ ("This document has no text of its own. It rests on “%s”; open that "
             "to read the words behind the events."),
          info->source_name);
    case ANNALS_READER_NO_TEXT:
      return g_strdup (_ ("This document has no text. Its events are on the timeline."));
    case ANNALS_READER_EMPTY:
      return g_strdup (_ ("There is nothing to read in it. Open another text, or paste one."));
    case ANNALS_READER_TEXT:
    default:
      return NULL;
    }
}

static gboolean
has_date (AnnalsDocument *document)
{
  guint n_events = annals_document_get_n_events (document);

  for (guint i = 0; i < n_events; i++)
    if (annals_event_get_drawn_date (annals_document_get_event (document, i)) != NULL)
      return TRUE;
  return FALSE;
}

/**
 * annals_states_dup_timeline_words:
 * @document: a document
 *
 * Returns: (transfer full) (nullable): why the timeline is empty and what can be done, or %NULL
 * when there is an event to show
 */
gchar *
annals_states_dup_timeline_words (AnnalsDocument *document)
{
  guint n_events = annals_document_get_n_events (document);

  if (n_events == 0)
    return g_strdup (_ ("This text comes without events.\nOpen a document that has some to see "
                        "them in time."));
  if (has_date (document))
    return NULL;

  return annals_words_dup_counts (
      /* Translators: how many events there are. */
      ngettext ("The only event has no date, so it has no place in time.\nIt is in the list of "
                "events.",
                "None of the %s events has a date, so they have no place in time.\nThey are in the "
                "list of events.",
                n_events),
      &n_events, 1);
}
