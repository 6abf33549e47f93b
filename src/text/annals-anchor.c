/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The anchor of a passage as a value, and the words for how a passage stands. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "annals-anchor.h"

/* How much of the text around a quote is kept, in code points. */
#define CONTEXT_CHARS 32

static const struct
{
  const gchar *id;
  const gchar *name;
} standings[] = {
  /* Translators: how a passage stands in the text: nobody has looked, for that text is not open. */
  [ANNALS_STANDING_UNCHECKED] = { "unchecked", NC_ ("standing", "not checked") },
  /* Translators: how a passage stands in the text: the same words, where they were. */
  [ANNALS_STANDING_EXACT] = { "exact", NC_ ("standing", "exact") },
  /* Translators: how a passage stands in the text: the same words, at another place. */
  [ANNALS_STANDING_MOVED] = { "moved", NC_ ("standing", "moved") },
  /* Translators: how a passage stands in the text: similar words, to be confirmed. */
  [ANNALS_STANDING_DOUBTFUL] = { "doubtful", NC_ ("standing", "doubtful") },
  /* Translators: how a passage stands in the text: it was not found. */
  [ANNALS_STANDING_LOST] = { "lost", NC_ ("standing", "lost") },
};

/* A context should not begin with a mark that belongs to a letter left out. */
static gint64
skip_marks (const AnnalsText *text, gint64 offset, gint64 limit)
{
  const gchar *p = annals_text_get_utf8 (text) + annals_text_get_byte_at (text, offset);

  while (offset < limit && g_unichar_ismark (g_utf8_get_char (p)))
    {
      p = g_utf8_next_char (p);
      offset++;
    }
  return offset;
}

/**
 * annals_anchor_init_from_text:
 * @anchor: (out caller-allocates): an anchor; what it held before is not freed
 * @text: the text
 * @start: offset of the first code point of the passage; clamped to the text
 * @end: offset after its last one; clamped to the text, and to @start
 *
 * Makes the anchor of a passage of a text that may be copied: its quote, some 32 characters before
 * and after it (empty strings at the ends of the text), and its offsets.
 */
void
annals_anchor_init_from_text (AnnalsAnchor *anchor,
                              const AnnalsText *text,
                              gint64 start,
                              gint64 end)
{
  gint64 n_chars;
  gint64 before;

  g_return_if_fail (anchor != NULL);
  g_return_if_fail (text != NULL);

  n_chars = annals_text_get_n_chars (text);
  start = CLAMP (start, 0, n_chars);
  end = CLAMP (end, start, n_chars);
  before = MAX (start - CONTEXT_CHARS, 0);
  if (before > 0)
    before = skip_marks (text, before, start);

  *anchor = (AnnalsAnchor) ANNALS_ANCHOR_INIT;
  anchor->exact = annals_text_dup_slice (text, start, end);
  anchor->prefix = annals_text_dup_slice (text, before, start);
  anchor->suffix = annals_text_dup_slice (text, end, end + CONTEXT_CHARS);
  anchor->start = start;
  anchor->end = end;
}

/**
 * annals_anchor_copy:
 * @destination: (out caller-allocates): an anchor; what it held before is not freed
 * @source: the anchor to copy
 *
 * Copies an anchor with all its strings.
 */
void
annals_anchor_copy (AnnalsAnchor *destination, const AnnalsAnchor *source)
{
  g_return_if_fail (destination != NULL);
  g_return_if_fail (source != NULL);

  *destination = *source;
  destination->exact = g_strdup (source->exact);
  destination->begins = g_strdup (source->begins);
  destination->ends = g_strdup (source->ends);
  destination->sha256 = g_strdup (source->sha256);
  destination->prefix = g_strdup (source->prefix);
  destination->suffix = g_strdup (source->suffix);
}

/**
 * annals_anchor_clear:
 * @anchor: an anchor
 *
 * Frees what the anchor holds and makes it empty; it may be used again.
 */
void
annals_anchor_clear (AnnalsAnchor *anchor)
{
  g_return_if_fail (anchor != NULL);

  g_free (anchor->exact);
  g_free (anchor->begins);
  g_free (anchor->ends);
  g_free (anchor->sha256);
  g_free (anchor->prefix);
  g_free (anchor->suffix);
  *anchor = (AnnalsAnchor) ANNALS_ANCHOR_INIT;
}

/**
 * annals_standing_get_id:
 * @standing: a standing
 *
 * Returns: (transfer none): the word for it in files and reports, the same in every language
 */
const gchar *
annals_standing_get_id (AnnalsStanding standing)
{
  g_return_val_if_fail ((guint) standing < G_N_ELEMENTS (standings), NULL);

  return standings[standing].id;
}

/**
 * annals_standing_get_name:
 * @standing: a standing
 *
 * Returns: (transfer none): the word for it in the reader's language
 */
const gchar *
annals_standing_get_name (AnnalsStanding standing)
{
  g_return_val_if_fail ((guint) standing < G_N_ELEMENTS (standings), NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "standing", standings[standing].name);
}

/**
 * annals_standing_is_placed:
 * @standing: a standing
 *
 * Returns: whether the passage has a place in the text: it is exact, moved or doubtful
 */
gboolean
annals_standing_is_placed (AnnalsStanding standing)
{
  return standing == ANNALS_STANDING_EXACT || standing == ANNALS_STANDING_MOVED
         || standing == ANNALS_STANDING_DOUBTFUL;
}
