/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "annals-fold.h"

G_BEGIN_DECLS

/**
 * AnnalsQueryFlags:
 * @ANNALS_QUERY_NONE: neither case nor accents matter, and words are found inside of others
 * @ANNALS_QUERY_MATCH_CASE: capital letters are told from small ones
 * @ANNALS_QUERY_WHOLE_WORDS: only whole words are found. A word is a run of letters, digits and
 *   marks. Where words are written without spaces (Han, hiragana, Thai and their like) every
 *   character may begin or end one, as Unicode's default word boundaries have it (UAX #29); a run
 *   of katakana holds together
 * @ANNALS_QUERY_MATCH_ACCENTS: accented letters are told from plain ones
 *
 * How words are looked for.
 */
typedef enum
{
  ANNALS_QUERY_NONE = 0,
  ANNALS_QUERY_MATCH_CASE = 1 << 0,
  ANNALS_QUERY_WHOLE_WORDS = 1 << 1,
  ANNALS_QUERY_MATCH_ACCENTS = 1 << 2,
} AnnalsQueryFlags;

/**
 * AnnalsMatch:
 * @start: offset of its first code point
 * @end: offset after its last one
 *
 * Where words were found.
 */
typedef struct
{
  gint64 start;
  gint64 end;
} AnnalsMatch;

/**
 * AnnalsQuery:
 *
 * Words to look for, made ready. Immutable and reference counted; safe to share between threads.
 */
typedef struct _AnnalsQuery AnnalsQuery;

AnnalsQuery *annals_query_new (const gchar *words, AnnalsQueryFlags flags);
AnnalsQuery *annals_query_ref (AnnalsQuery *query);
void annals_query_unref (AnnalsQuery *query);

gboolean annals_query_is_empty (const AnnalsQuery *query);
AnnalsQueryFlags annals_query_get_flags (const AnnalsQuery *query);
AnnalsFoldFlags annals_query_get_fold_flags (const AnnalsQuery *query);

GArray *annals_query_find (const AnnalsQuery *query, const gchar *utf8);

/**
 * AnnalsQueryCursor:
 * @index: the next folded character to look at
 * @matched: how many characters of the query stand before it
 * @last_end: where the last match ended in the source
 *
 * How far a search has come. All zero at the beginning.
 */
typedef struct
{
  gsize index;
  gsize matched;
  gint64 last_end;
} AnnalsQueryCursor;

gboolean annals_query_scan (const AnnalsQuery *query,
                            const AnnalsFold *fold,
                            gsize n_chars,
                            AnnalsQueryCursor *cursor,
                            GArray *matches);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnnalsQuery, annals_query_unref)

G_END_DECLS
