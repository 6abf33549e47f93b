/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "annals-paragraphs.h"

/* Paragraphs as a reader counts them, whatever a file makes of its lines. */

#define MIN_WRAPPED_CHARS 40
#define MAX_WRAPPED_CHARS 140
#define MIN_PROSE_CHARS 120

/**
 * annals_paragraph_is_hard_wrapped:
 * @start: the first byte of a paragraph
 * @end: the byte after its last
 *
 * Returns: whether its lines were broken for a fixed width: all but the last are long and of much
 *   the same length
 */
gboolean
annals_paragraph_is_hard_wrapped (const gchar *start, const gchar *end)
{
  glong longest = 0;
  glong shortest = G_MAXLONG;
  const gchar *line = start;

  for (;;)
    {
      const gchar *line_end = memchr (line, '\n', end - line);
      glong n_chars = 0;

      if (line_end == NULL)
        break;
      n_chars = g_utf8_strlen (line, line_end - line);
      longest = MAX (longest, n_chars);
      shortest = MIN (shortest, n_chars);
      line = line_end + 1;
    }

  return longest > 0 && longest <= MAX_WRAPPED_CHARS && shortest >= MIN_WRAPPED_CHARS
         && shortest * 3 >= longest * 2;
}

/* Whether a paragraph is running text: a long line, or lines broken for a fixed width. */
static gboolean
is_prose (AnnalsText *text, gint64 start, gint64 end)
{
  const gchar *utf8 = annals_text_get_utf8 (text);
  const gchar *first = utf8 + annals_text_get_byte_at (text, start);
  const gchar *last = utf8 + annals_text_get_byte_at (text, end);

  if (memchr (first, '\n', last - first) == NULL)
    return end - start >= MIN_PROSE_CHARS;

  return annals_paragraph_is_hard_wrapped (first, last);
}

/**
 * annals_document_count_paragraph:
 * @self: a document
 * @where: which of its texts, which must be open
 * @offset: a place in that text
 *
 * Counts paragraphs as a reader does: headings, notes, and the lines that stand around an article
 * on a web page are none.
 *
 * Returns: the number of the paragraph at @offset, from 1, or 0 when it is none
 */
guint
annals_document_count_paragraph (AnnalsDocument *self, AnnalsWhere where, gint64 offset)
{
  AnnalsText *text = annals_document_get_text (self, where);
  guint last = 0;
  guint number = 0;
  gboolean counts = FALSE;

  g_return_val_if_fail (text != NULL, 0);

  last = annals_text_get_paragraph_at (text, offset);
  for (guint i = 0; i <= last; i++)
    {
      gint64 start = 0;
      gint64 end = 0;

      annals_text_get_paragraph (text, i, &start, &end);
      counts = where == ANNALS_WHERE_SOURCE
                   ? is_prose (text, start, end)
                   : annals_document_get_paragraph_role (self, i) == ANNALS_PARAGRAPH_BODY;
      number += counts;
    }

  return counts ? number : 0;
}
