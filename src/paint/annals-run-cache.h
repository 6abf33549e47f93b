/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "annals-run.h"

G_BEGIN_DECLS

/**
 * AnnalsRunCache:
 *
 * Runs by what they say and how it is set. Those that are asked for again stay; of the others,
 * there are never more than twice as many as the cache is made for.
 */
typedef struct _AnnalsRunCache AnnalsRunCache;

AnnalsRunCache *annals_run_cache_new (guint n_runs);
void annals_run_cache_free (AnnalsRunCache *cache);
const AnnalsRun *annals_run_cache_find (AnnalsRunCache *cache, guint font, const gchar *text);
const AnnalsRun *
annals_run_cache_add (AnnalsRunCache *cache, guint font, const gchar *text, const AnnalsRun *run);
void annals_run_cache_clear (AnnalsRunCache *cache);
guint annals_run_cache_get_n_runs (const AnnalsRunCache *cache);
guint annals_run_cache_get_n_turns (const AnnalsRunCache *cache);

G_END_DECLS
