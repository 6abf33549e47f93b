/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "annals-search-job.h"
#include "annals-search.h"

/* What the two files of the search share: how it looks (annals-search.c) and what it found
 * (annals-search-found.c). */

G_BEGIN_DECLS

struct _AnnalsSearch
{
  GObject parent_instance;

  AnnalsDocument *document;
  AnnalsWhere where;
  gboolean active;
  gchar *words;
  AnnalsQueryFlags flags;
  gint64 origin; /* the first match from here on becomes the current one */

  AnnalsQuery *query; /* (nullable) what was found last was this */
  GArray *matches;    /* of AnnalsMatch, in the text shown */
  GArray *found;      /* of guint8: by event, whether it matches */
  guint n_events;
  gint current;
  gint wrapped;

  AnnalsSearchPart parts[ANNALS_N_SEARCH_PARTS]; /* empty while a job has them */
  AnnalsEventWords *gathering;                   /* (nullable) while the words are gathered */
  guint gather_id;
  GCancellable *running; /* (nullable) while a job runs in its thread */
  gboolean outdated;     /* what is looked for changed meanwhile */
};

/* annals-search.c */
void annals_search_emit_current_changed (AnnalsSearch *self);

G_END_DECLS
