/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Finding words. The words and what they are looked for in are folded alike (AnnalsFold), then
 * compared character by character with the algorithm of Knuth, Morris and Pratt, which never steps
 * back: time is proportional to the text whatever is looked for, and a search can stop and go on
 * anywhere. */

#include "config.h"

#include <string.h>

#include "annals-query.h"

struct _AnnalsQuery
{
  gatomicrefcount ref_count;
  AnnalsQueryFlags flags;
  gunichar *chars;
  gsize n_chars;
  gsize *borders; /* for each length: how much of the beginning stands at its end again */
};

typedef enum
{
  WORD_NONE,     /* no part of a word */
  WORD_LETTER,   /* belongs to the word beside it */
  WORD_KATAKANA, /* the same, among its own kind */
  WORD_ALONE,    /* may be a word by itself */
  WORD_MARK,     /* belongs to what stands before it */
} WordKind;

static WordKind
get_word_kind (gunichar c)
{
  if (c < 0x80)
    return g_ascii_isalnum ((gchar) c) ? WORD_LETTER : WORD_NONE;
  if (g_unichar_ismark (c))
    return WORD_MARK;
  if ((c >= 0x30a1 && c <= 0x30ff && c != 0x30fb) || (c >= 0x31f0 && c <= 0x31ff))
    return WORD_KATAKANA;

  switch (g_unichar_get_script (c))
    {
    case G_UNICODE_SCRIPT_HAN:
    case G_UNICODE_SCRIPT_HIRAGANA:
    case G_UNICODE_SCRIPT_THAI:
    case G_UNICODE_SCRIPT_LAO:
    case G_UNICODE_SCRIPT_KHMER:
    case G_UNICODE_SCRIPT_MYANMAR:
      return WORD_ALONE;
    default:
      return g_unichar_isalnum (c) ? WORD_LETTER : WORD_NONE;
    }
}

static gboolean
is_word_boundary (const gunichar *chars, gsize n_chars, gsize index)
{
  WordKind before;
  WordKind after;

  if (index == 0 || index >= n_chars)
    return TRUE;

  after = get_word_kind (chars[index]);
  if (after == WORD_MARK)
    return FALSE;
  do
    before = get_word_kind (chars[--index]);
  while (before == WORD_MARK && index > 0);

  return before != after || (after != WORD_LETTER && after != WORD_KATAKANA);
}

/* A mark that did not compose belongs to the letter before it: neither is found without the other.
 */
static gboolean
is_letter_boundary (const gunichar *chars, gsize n_chars, gsize index)
{
  return index == 0 || index >= n_chars || chars[index] < 0x300
         || g_unichar_combining_class (chars[index]) == 0;
}

static gboolean
accepts (const AnnalsQuery *query, const gunichar *chars, gsize n_chars, gsize start, gsize end)
{
  if (!is_letter_boundary (chars, n_chars, start) || !is_letter_boundary (chars, n_chars, end))
    return FALSE;

  return (query->flags & ANNALS_QUERY_WHOLE_WORDS) == 0
         || (is_word_boundary (chars, n_chars, start) && is_word_boundary (chars, n_chars, end));
}

static gsize *
make_borders (const gunichar *chars, gsize n_chars)
{
  gsize *borders = g_new0 (gsize, n_chars + 1);
  gsize border = 0;

  for (gsize i = 1; i < n_chars; i++)
    {
      while (border > 0 && chars[i] != chars[border])
        border = borders[border];
      if (chars[i] == chars[border])
        border++;
      borders[i + 1] = border;
    }
  return borders;
}

/**
 * annals_query_new:
 * @words: what to look for, valid UTF-8; white space at its ends does not count
 * @flags: how
 *
 * Makes words ready to be looked for. Unless @flags say otherwise, case and accents are folded.
 * Typographic variants always are (see #AnnalsFold), and so are full- and half-width forms.
 *
 * Returns: (transfer full): a query, which finds nothing when there are no words
 */
AnnalsQuery *
annals_query_new (const gchar *words, AnnalsQueryFlags flags)
{
  AnnalsQuery *query = g_new0 (AnnalsQuery, 1);
  g_autoptr (AnnalsFold) fold = NULL;
  const gunichar *chars;
  gsize n_chars = 0;

  g_return_val_if_fail (words != NULL, NULL);

  g_atomic_ref_count_init (&query->ref_count);
  query->flags = flags;
  fold = annals_fold_new (words, -1, annals_query_get_fold_flags (query));
  chars = annals_fold_get_chars (fold, &n_chars);
  for (; n_chars > 0 && chars[n_chars - 1] == ' '; n_chars--)
    ;
  for (; n_chars > 0 && chars[0] == ' '; n_chars--)
    chars++;

  query->n_chars = n_chars;
  query->chars = g_memdup2 (chars, n_chars * sizeof *chars);
  query->borders = make_borders (query->chars, n_chars);
  return query;
}

/**
 * annals_query_ref:
 * @query: a query
 *
 * Returns: (transfer full): @query, held once more
 */
AnnalsQuery *
annals_query_ref (AnnalsQuery *query)
{
  g_return_val_if_fail (query != NULL, NULL);

  g_atomic_ref_count_inc (&query->ref_count);
  return query;
}

/**
 * annals_query_unref:
 * @query: (transfer full): a query
 *
 * Lets go of it; the last one to do so frees it.
 */
void
annals_query_unref (AnnalsQuery *query)
{
  g_return_if_fail (query != NULL);

  if (!g_atomic_ref_count_dec (&query->ref_count))
    return;
  g_free (query->chars);
  g_free (query->borders);
  g_free (query);
}

/**
 * annals_query_is_empty:
 * @query: a query
 *
 * Returns: whether there are no words to look for
 */
gboolean
annals_query_is_empty (const AnnalsQuery *query)
{
  g_return_val_if_fail (query != NULL, TRUE);

  return query->n_chars == 0;
}

/**
 * annals_query_get_flags:
 * @query: a query
 *
 * Returns: how its words are looked for
 */
AnnalsQueryFlags
annals_query_get_flags (const AnnalsQuery *query)
{
  g_return_val_if_fail (query != NULL, ANNALS_QUERY_NONE);

  return query->flags;
}

/**
 * annals_query_get_fold_flags:
 * @query: a query
 *
 * Returns: how a text has to be folded to look for @query in it
 */
AnnalsFoldFlags
annals_query_get_fold_flags (const AnnalsQuery *query)
{
  AnnalsFoldFlags flags = ANNALS_FOLD_LOOSE;

  g_return_val_if_fail (query != NULL, ANNALS_FOLD_NONE);

  if ((query->flags & ANNALS_QUERY_MATCH_CASE) != 0)
    flags |= ANNALS_FOLD_KEEP_CASE;
  if ((query->flags & ANNALS_QUERY_MATCH_ACCENTS) == 0)
    flags |= ANNALS_FOLD_DROP_ACCENTS;
  return flags;
}

/**
 * annals_query_scan:
 * @query: a query that is not empty
 * @fold: what to look in, folded as annals_query_get_fold_flags() says
 * @n_chars: how many folded characters to look at now
 * @cursor: (inout): how far the search has come; all zero at first
 * @matches: (element-type AnnalsMatch): the places found are appended here, in order; no two
 * overlap
 *
 * Goes on with a search for a while, so that a long text can be searched in slices. A match covers
 * whole code points of the source: what is found inside a ligature is the ligature.
 *
 * Returns: whether there is more to look at
 */
gboolean
annals_query_scan (const AnnalsQuery *query,
                   const AnnalsFold *fold,
                   gsize n_chars,
                   AnnalsQueryCursor *cursor,
                   GArray *matches)
{
  gsize n_fold = 0;
  const gunichar *chars = annals_fold_get_chars (fold, &n_fold);
  gsize limit = n_chars < n_fold - cursor->index ? cursor->index + n_chars : n_fold;
  gsize matched = cursor->matched;
  gsize i = cursor->index;

  g_return_val_if_fail (query != NULL && query->n_chars > 0, FALSE);

  while (i < limit)
    {
      AnnalsMatch match;

      if (matched == 0)
        for (; i < limit && chars[i] != query->chars[0]; i++)
          ;
      if (i == limit)
        break;
      while (matched > 0 && chars[i] != query->chars[matched])
        matched = query->borders[matched];
      if (chars[i] == query->chars[matched])
        matched++;
      i++;
      if (matched < query->n_chars)
        continue;

      matched = query->borders[matched];
      match.start = annals_fold_get_source_start (fold, i - query->n_chars);
      match.end = annals_fold_get_source_end (fold, i - 1);
      if (match.start < cursor->last_end || !accepts (query, chars, n_fold, i - query->n_chars, i))
        continue;
      g_array_append_val (matches, match);
      cursor->last_end = match.end;
      matched = 0;
    }

  cursor->index = i;
  cursor->matched = matched;
  return i < n_fold;
}

/**
 * annals_query_find:
 * @query: a query
 * @utf8: a text, valid UTF-8
 *
 * Finds all places of the words in a text. For a long one that is searched more than once, fold it
 * once and use annals_query_scan().
 *
 * Returns: (transfer full) (element-type AnnalsMatch): the places, in order; no two overlap
 */
GArray *
annals_query_find (const AnnalsQuery *query, const gchar *utf8)
{
  GArray *matches = g_array_new (FALSE, FALSE, sizeof (AnnalsMatch));
  AnnalsQueryCursor cursor = { 0 };
  g_autoptr (AnnalsFold) fold = NULL;

  g_return_val_if_fail (query != NULL, matches);
  g_return_val_if_fail (utf8 != NULL, matches);

  if (query->n_chars == 0)
    return matches;

  fold = annals_fold_new (utf8, -1, annals_query_get_fold_flags (query));
  annals_query_scan (query, fold, G_MAXSIZE, &cursor, matches);
  return matches;
}
