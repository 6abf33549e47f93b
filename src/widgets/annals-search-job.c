/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "annals-search-job.h"

/*
 * The work of a search. The words of all events are put together into one text, so that a hundred
 * thousand of them are searched in one go: every field ends in a separator that no query contains,
 * every event in another one.
 */

#define SLICE_CHARS 500000 /* between two looks at whether to stop */
#define END_OF_FIELD '\036'
#define END_OF_EVENT '\035'
#define SEPARATORS "\036\035"

struct _AnnalsEventWords
{
  AnnalsDocument *document;
  GString *words;
  guint next;
};

/* What stands for the end of something is taken out of words that are to be found or searched. */
gchar *
annals_event_words_dup_clean (const gchar *words)
{
  return g_strdelimit (g_strdup (words), SEPARATORS, ' ');
}

static void
append_field (GString *words, const gchar *field)
{
  g_autofree gchar *clean = NULL;

  if (field == NULL || *field == '\0')
    return;

  clean = annals_event_words_dup_clean (field);
  g_string_append (words, clean);
  g_string_append_c (words, END_OF_FIELD);
}

static void
append_date (GString *words, AnnalsCalendar calendar, const AnnalsDate *date)
{
  g_autofree gchar *in_words = NULL;

  if (date == NULL)
    return;

  in_words = annals_calendar_dup_both_words (calendar, date, ANNALS_WORDS_LONG);
  append_field (words, in_words);
}

static void
append_event (GString *words, AnnalsDocument *document, const AnnalsEvent *event)
{
  append_field (words, event->label);
  append_field (words, event->description);
  append_field (words, event->note);
  append_field (words, event->cited_wording);
  append_date (words, event->cited_calendar, event->cited);
  append_date (words, event->record_calendar, event->record);
  for (guint i = 0; i < event->n_passages; i++)
    {
      g_autofree gchar *quote = annals_document_dup_quote (document, &event->passages[i]);

      append_field (words, quote);
    }
  g_string_append_c (words, END_OF_EVENT);
}

/* Begins to gather the words of a document's events. */
AnnalsEventWords *
annals_event_words_new (AnnalsDocument *document)
{
  AnnalsEventWords *words = g_new0 (AnnalsEventWords, 1);

  words->document = g_object_ref (document);
  words->words = g_string_new (NULL);
  return words;
}

/* Goes on with so many events. Returns whether there are more. */
gboolean
annals_event_words_gather (AnnalsEventWords *words, guint n_events)
{
  guint n_all = annals_document_get_n_events (words->document);
  guint end = n_events < n_all - words->next ? words->next + n_events : n_all;

  for (; words->next < end; words->next++)
    append_event (words->words, words->document,
                  annals_document_get_event (words->document, words->next));
  return words->next < n_all;
}

/* Makes one text of what was gathered, and ends the gathering. */
AnnalsText *
annals_event_words_end (AnnalsEventWords *words)
{
  AnnalsText *text = annals_text_new_take (g_string_free (g_steal_pointer (&words->words), FALSE));

  annals_event_words_free (words);
  return text;
}

void
annals_event_words_free (AnnalsEventWords *words)
{
  g_object_unref (words->document);
  if (words->words != NULL)
    g_string_free (words->words, TRUE);
  g_free (words);
}

AnnalsSearchJob *
annals_search_job_new (AnnalsQuery *query)
{
  AnnalsSearchJob *job = g_new0 (AnnalsSearchJob, 1);

  job->query = annals_query_ref (query);
  job->matches = g_array_new (FALSE, FALSE, sizeof (AnnalsMatch));
  job->found = g_array_new (FALSE, TRUE, sizeof (guint8));
  return job;
}

void
annals_search_job_free (AnnalsSearchJob *job)
{
  for (guint i = 0; i < ANNALS_N_SEARCH_PARTS; i++)
    {
      g_clear_pointer (&job->parts[i].text, annals_text_unref);
      g_clear_pointer (&job->parts[i].fold, annals_fold_free);
    }
  g_clear_pointer (&job->matches, g_array_unref);
  g_clear_pointer (&job->found, g_array_unref);
  annals_query_unref (job->query);
  g_free (job);
}

static void
ensure_fold (AnnalsSearchPart *part, AnnalsFoldFlags flags)
{
  if (part->fold != NULL && part->flags == flags)
    return;

  g_clear_pointer (&part->fold, annals_fold_free);
  part->fold = annals_fold_new (annals_text_get_utf8 (part->text),
                                (gssize) annals_text_get_n_bytes (part->text), flags);
  part->flags = flags;
}

/* Returns whether it came to the end. */
static gboolean
scan_part (AnnalsSearchJob *job, guint part, GArray *matches, GCancellable *cancellable)
{
  AnnalsQueryCursor cursor = { 0 };
  gboolean more = TRUE;

  if (job->parts[part].text == NULL)
    return TRUE;

  ensure_fold (&job->parts[part], annals_query_get_fold_flags (job->query));
  while (more && !g_cancellable_is_cancelled (cancellable))
    more = annals_query_scan (job->query, job->parts[part].fold, SLICE_CHARS, &cursor, matches);
  return !more;
}

/* Tells which events the matches lie in, walking events and matches side by side. */
static void
count_events (AnnalsSearchJob *job, const GArray *matches)
{
  const AnnalsText *text = job->parts[ANNALS_SEARCH_EVENTS].text;
  const gchar *at = annals_text_get_utf8 (text);
  const gchar *end = NULL;
  guint next = 0;

  for (; (end = strchr (at, END_OF_EVENT)) != NULL; at = end + 1)
    {
      gint64 limit = 0;
      guint8 found = 0;

      if (next < matches->len)
        limit = annals_text_get_offset_at (text, end - annals_text_get_utf8 (text));
      for (; next < matches->len && g_array_index (matches, AnnalsMatch, next).start < limit;
           next++)
        found = 1;
      g_array_append_val (job->found, found);
      job->n_found += found;
    }
}

/* Searches both parts; stops in between when it is cancelled. Runs in any thread. */
void
annals_search_job_run (AnnalsSearchJob *job, GCancellable *cancellable)
{
  g_autoptr (GArray) in_events = g_array_new (FALSE, FALSE, sizeof (AnnalsMatch));

  if (scan_part (job, ANNALS_SEARCH_TEXT, job->matches, cancellable)
      && scan_part (job, ANNALS_SEARCH_EVENTS, in_events, cancellable))
    count_events (job, in_events);
}
