/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "annals-document.h"
#include "annals-query.h"

/* Of use to annals-search.c only: the work of a search, apart from who asked for it. */

G_BEGIN_DECLS

enum
{
  ANNALS_SEARCH_TEXT,   /* the text shown */
  ANNALS_SEARCH_EVENTS, /* the words of all events, see annals_event_words_end() */
  ANNALS_N_SEARCH_PARTS
};

/**
 * AnnalsSearchPart:
 * @text: (nullable): what is searched
 * @fold: (nullable): the same, folded
 * @flags: how it was folded
 *
 * One of the two texts that are searched.
 */
typedef struct
{
  AnnalsText *text;
  AnnalsFold *fold;
  AnnalsFoldFlags flags;
} AnnalsSearchPart;

/**
 * AnnalsSearchJob:
 * @query: what to look for
 * @parts: where
 * @matches: (element-type AnnalsMatch): where it was found in the text shown
 * @found: (element-type guint8): for each event, whether it was found there
 * @n_found: in how many events it was found
 *
 * One search.
 */
typedef struct
{
  AnnalsQuery *query;
  AnnalsSearchPart parts[ANNALS_N_SEARCH_PARTS];
  GArray *matches;
  GArray *found;
  guint n_found;
} AnnalsSearchJob;

AnnalsSearchJob *annals_search_job_new (AnnalsQuery *query);
void annals_search_job_run (AnnalsSearchJob *job, GCancellable *cancellable);
void annals_search_job_free (AnnalsSearchJob *job);

typedef struct _AnnalsEventWords AnnalsEventWords;

gchar *annals_event_words_dup_clean (const gchar *words);
AnnalsEventWords *annals_event_words_new (AnnalsDocument *document);
gboolean annals_event_words_gather (AnnalsEventWords *words, guint n_events);
AnnalsText *annals_event_words_end (AnnalsEventWords *words);
void annals_event_words_free (AnnalsEventWords *words);

G_END_DECLS
