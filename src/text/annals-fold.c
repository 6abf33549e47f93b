/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A folded text: its characters, the map back to the source, and the hash of a folded quote. */

#include "config.h"

#include <string.h>

#include "annals-fold-private.h"

/**
 * annals_fold_new:
 * @utf8: a text or a quote, valid UTF-8
 * @n_bytes: its length in bytes, or -1 when it ends in NUL
 * @flags: what else to fold
 *
 * Folds a text, in time proportional to its length.
 *
 * Returns: (transfer full): the folded text and its map
 */
AnnalsFold *
annals_fold_new (const gchar *utf8, gssize n_bytes, AnnalsFoldFlags flags)
{
  AnnalsFold *fold;

  g_return_val_if_fail (utf8 != NULL || n_bytes == 0, NULL);

  fold = g_new0 (AnnalsFold, 1);
  annals_fold_build (fold, utf8, n_bytes < 0 ? strlen (utf8) : (gsize) n_bytes, flags);
  return fold;
}

/**
 * annals_fold_free:
 * @fold: (transfer full) (nullable): a folded text
 *
 * Frees @fold.
 */
void
annals_fold_free (AnnalsFold *fold)
{
  if (fold == NULL)
    return;

  g_free (fold->chars);
  g_array_unref (fold->runs);
  g_free (fold);
}

/**
 * annals_fold_get_chars:
 * @fold: a folded text
 * @n_chars: (out) (optional): how many there are
 *
 * Returns: (transfer none) (array length=n_chars): the folded characters
 */
const gunichar *
annals_fold_get_chars (const AnnalsFold *fold, gsize *n_chars)
{
  g_return_val_if_fail (fold != NULL, NULL);

  if (n_chars != NULL)
    *n_chars = fold->n_chars;
  return fold->chars;
}

/* The last run that begins at or before the folded index; there must be one. */
static const AnnalsFoldRun *
find_run_of_index (const AnnalsFold *fold, gsize index)
{
  guint low = 0;
  guint high = fold->runs->len;

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (fold->runs, AnnalsFoldRun, middle).index <= index)
        low = middle;
      else
        high = middle;
    }
  return &g_array_index (fold->runs, AnnalsFoldRun, low);
}

/**
 * annals_fold_get_source_start:
 * @fold: a folded text
 * @index: which folded character; their number stands for the end
 *
 * Returns: the offset in the source of the first code point that made this character; for the end,
 *   the length of the source in code points
 */
gint64
annals_fold_get_source_start (const AnnalsFold *fold, gsize index)
{
  const AnnalsFoldRun *run;

  g_return_val_if_fail (fold != NULL, 0);

  if (index >= fold->n_chars)
    return fold->n_source;
  run = find_run_of_index (fold, index);
  return run->width > 0 ? run->source : run->source + (gint64) (index - run->index);
}

/**
 * annals_fold_get_source_end:
 * @fold: a folded text
 * @index: which folded character; their number stands for the end
 *
 * Returns: the offset in the source after the last code point that made this character; for the
 * end, the length of the source in code points
 */
gint64
annals_fold_get_source_end (const AnnalsFold *fold, gsize index)
{
  const AnnalsFoldRun *run;

  g_return_val_if_fail (fold != NULL, 0);

  if (index >= fold->n_chars)
    return fold->n_source;
  run = find_run_of_index (fold, index);
  return run->source + (run->width > 0 ? run->width : (gint64) (index - run->index) + 1);
}

/**
 * annals_fold_get_index:
 * @fold: a folded text
 * @source_offset: an offset in the source, in code points
 *
 * Finds the folded character that the code point at @source_offset went into or, when it was
 * dropped, the next one.
 *
 * Returns: its index; the number of folded characters when nothing is left there
 */
gsize
annals_fold_get_index (const AnnalsFold *fold, gint64 source_offset)
{
  guint low = 0;
  guint high;
  const AnnalsFoldRun *run;
  gsize next;

  g_return_val_if_fail (fold != NULL, 0);

  high = fold->runs->len;
  while (low < high) /* finds the first run that begins after the offset */
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (fold->runs, AnnalsFoldRun, middle).source <= source_offset)
        low = middle + 1;
      else
        high = middle;
    }
  if (low == 0)
    return 0;

  next = low < fold->runs->len ? g_array_index (fold->runs, AnnalsFoldRun, low).index
                               : fold->n_chars;
  run = &g_array_index (fold->runs, AnnalsFoldRun, low - 1);
  if (run->width > 0)
    return source_offset < run->source + run->width ? run->index : next;
  return MIN (run->index + (gsize) (source_offset - run->source), next);
}

/**
 * annals_fold_dup_utf8:
 * @fold: a folded text
 *
 * Returns: (transfer full): the folded characters as UTF-8
 */
gchar *
annals_fold_dup_utf8 (const AnnalsFold *fold)
{
  g_return_val_if_fail (fold != NULL, NULL);

  return g_ucs4_to_utf8 (fold->chars, (glong) fold->n_chars, NULL, NULL, NULL);
}

/**
 * annals_fold_dup_sha256:
 * @utf8: a quote, valid UTF-8
 * @n_bytes: its length in bytes, or -1 when it ends in NUL
 *
 * The hash that stands for a quote which may not be copied: the SHA-256 of its folded UTF-8,
 * without white space at either end.
 *
 * Returns: (transfer full): 64 lower-case hexadecimal digits
 */
gchar *
annals_fold_dup_sha256 (const gchar *utf8, gssize n_bytes)
{
  g_autoptr (AnnalsFold) fold = NULL;
  g_autofree gchar *folded = NULL;

  g_return_val_if_fail (utf8 != NULL || n_bytes == 0, NULL);

  fold = annals_fold_new (utf8, n_bytes, ANNALS_FOLD_NONE);
  folded = annals_fold_dup_utf8 (fold);
  g_strstrip (folded);
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, folded, -1);
}
