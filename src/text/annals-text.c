/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The source text: bytes, code points and paragraphs of one immutable text.
 *
 * Offsets count code points while memory holds UTF-8, so a table keeps the byte of every 256th code
 * point: a conversion looks one entry up and walks at most 255 characters. A text of ASCII alone
 * needs no table. */

#include "config.h"

#include <string.h>

#include "annals-text.h"

#define CHECKPOINT_SHIFT 8
#define CHECKPOINT_CHARS (1 << CHECKPOINT_SHIFT)

typedef struct
{
  gint64 start;
  gint64 end;
} Paragraph;

struct _AnnalsText
{
  gatomicrefcount ref_count;
  gchar *utf8;
  gsize n_bytes;
  gint64 n_chars;
  gsize *checkpoints; /* byte of code point i * CHECKPOINT_CHARS; NULL when all is ASCII */
  gsize n_checkpoints;
  GArray *paragraphs; /* of Paragraph */
  gchar *sha256;      /* atomic; made when first asked for */
};

static void
build_checkpoints (AnnalsText *text)
{
  const gchar *end = text->utf8 + text->n_bytes;
  gint64 offset = 0;

  text->n_chars = g_utf8_strlen (text->utf8, (gssize) text->n_bytes);
  if ((gsize) text->n_chars == text->n_bytes)
    return;

  text->n_checkpoints = (gsize) (text->n_chars >> CHECKPOINT_SHIFT) + 1;
  text->checkpoints = g_new (gsize, text->n_checkpoints);
  for (const gchar *p = text->utf8; p <= end; p = g_utf8_next_char (p), offset++)
    {
      if ((offset & (CHECKPOINT_CHARS - 1)) == 0)
        text->checkpoints[offset >> CHECKPOINT_SHIFT] = (gsize) (p - text->utf8);
      if (p == end)
        break;
    }
}

static gboolean
is_white (gunichar c)
{
  return c < 0x80 ? (c == ' ' || (c >= '\t' && c <= '\r'))
                  : (g_unichar_isspace (c) || c == 0x85 || c == 0x200b || c == 0xfeff);
}

static gboolean
is_line_end (gunichar c)
{
  return c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029;
}

/* The line's text runs from the offset at which @p is to @end; its terminator follows and is
 * skipped. */
typedef struct
{
  gint64 end;
  gboolean blank;
  gboolean closes; /* it ends in a paragraph separator */
} Line;

static const gchar *
scan_line (const gchar *p, const gchar *limit, gint64 *offset, Line *line)
{
  gunichar c = 0;

  line->blank = TRUE;
  line->closes = FALSE;
  for (; p < limit; p = g_utf8_next_char (p), (*offset)++)
    {
      c = (guchar) *p < 0x80 ? (guchar) *p : g_utf8_get_char (p);
      if (is_line_end (c))
        break;
      if (line->blank && !is_white (c))
        line->blank = FALSE;
    }

  line->end = *offset;
  if (p == limit)
    return p;

  line->closes = c == 0x2029;
  p = g_utf8_next_char (p);
  (*offset)++;
  if (c == '\r' && p < limit && *p == '\n')
    {
      p++;
      (*offset)++;
    }
  return p;
}

static void
find_paragraphs (AnnalsText *text)
{
  const gchar *p = text->utf8;
  const gchar *limit = p + text->n_bytes;
  Paragraph open = { -1, -1 };
  gint64 offset = 0;

  text->paragraphs = g_array_new (FALSE, FALSE, sizeof (Paragraph));
  while (p < limit)
    {
      gint64 start = offset;
      Line line;

      p = scan_line (p, limit, &offset, &line);
      if (!line.blank)
        {
          open.start = open.start < 0 ? start : open.start;
          open.end = line.end;
        }
      if (open.start >= 0 && (line.blank || line.closes || p == limit))
        {
          g_array_append_val (text->paragraphs, open);
          open.start = -1;
        }
    }
}

static AnnalsText *
text_new_take (gchar *utf8, gsize n_bytes)
{
  AnnalsText *text = g_new0 (AnnalsText, 1);

  g_atomic_ref_count_init (&text->ref_count);
  text->utf8 = utf8;
  text->n_bytes = n_bytes;
  build_checkpoints (text);
  find_paragraphs (text);

  return text;
}

/**
 * annals_text_new:
 * @utf8: the text, valid UTF-8 without NUL; whoever reads a file decodes it first
 * @n_bytes: its length in bytes, or -1 when it ends in NUL
 *
 * Makes a text from a copy of @utf8.
 *
 * Returns: (transfer full) (nullable): the text; %NULL, with a critical warning, when @utf8 is not
 *   valid UTF-8
 */
AnnalsText *
annals_text_new (const gchar *utf8, gssize n_bytes)
{
  gsize length;
  gchar *copy;

  g_return_val_if_fail (utf8 != NULL || n_bytes == 0, NULL);

  length = n_bytes < 0 ? strlen (utf8) : (gsize) n_bytes;
  g_return_val_if_fail (length == 0 || g_utf8_validate_len (utf8, length, NULL), NULL);

  copy = g_malloc (length + 1);
  if (length > 0)
    memcpy (copy, utf8, length);
  copy[length] = '\0';

  return text_new_take (copy, length);
}

/**
 * annals_text_new_take:
 * @utf8: (transfer full): the text, valid UTF-8 that ends in NUL, allocated with g_malloc()
 *
 * Makes a text that owns @utf8, without a copy. Invalid UTF-8 is a programmer's error; @utf8 is
 * freed then as well.
 *
 * Returns: (transfer full) (nullable): the text; %NULL when @utf8 is not valid UTF-8
 */
AnnalsText *
annals_text_new_take (gchar *utf8)
{
  gsize length;

  g_return_val_if_fail (utf8 != NULL, NULL);

  length = strlen (utf8);
  if (!g_utf8_validate_len (utf8, length, NULL))
    {
      g_free (utf8);
      g_return_val_if_reached (NULL);
    }

  return text_new_take (utf8, length);
}

/**
 * annals_text_ref:
 * @text: a text
 *
 * Takes a reference. Safe from any thread.
 *
 * Returns: (transfer full): @text
 */
AnnalsText *
annals_text_ref (AnnalsText *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  g_atomic_ref_count_inc (&text->ref_count);
  return text;
}

/**
 * annals_text_unref:
 * @text: (transfer full): a text
 *
 * Releases a reference; the last one frees the text. Safe from any thread.
 */
void
annals_text_unref (AnnalsText *text)
{
  g_return_if_fail (text != NULL);

  if (!g_atomic_ref_count_dec (&text->ref_count))
    return;

  g_free (text->utf8);
  g_free (text->checkpoints);
  g_free (text->sha256);
  g_array_unref (text->paragraphs);
  g_free (text);
}

/**
 * annals_text_get_utf8:
 * @text: a text
 *
 * Returns: (transfer none): the whole text as UTF-8, ending in NUL
 */
const gchar *
annals_text_get_utf8 (const AnnalsText *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return text->utf8;
}

/**
 * annals_text_get_n_bytes:
 * @text: a text
 *
 * Returns: its length in bytes of UTF-8, without the final NUL
 */
gsize
annals_text_get_n_bytes (const AnnalsText *text)
{
  g_return_val_if_fail (text != NULL, 0);

  return text->n_bytes;
}

/**
 * annals_text_get_n_chars:
 * @text: a text
 *
 * Returns: its length in code points
 */
gint64
annals_text_get_n_chars (const AnnalsText *text)
{
  g_return_val_if_fail (text != NULL, 0);

  return text->n_chars;
}

/**
 * annals_text_get_sha256:
 * @text: a text
 *
 * The SHA-256 of the bytes of the text as they are, nothing folded. Worked out when first asked
 * for, from whichever thread.
 *
 * Returns: (transfer none): 64 lower-case hexadecimal digits
 */
const gchar *
annals_text_get_sha256 (const AnnalsText *text)
{
  AnnalsText *self = (AnnalsText *) text;
  gchar *known;
  gchar *made;

  g_return_val_if_fail (text != NULL, NULL);

  known = g_atomic_pointer_get (&self->sha256);
  if (known != NULL)
    return known;

  made = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) text->utf8,
                                      text->n_bytes);
  if (g_atomic_pointer_compare_and_exchange (&self->sha256, NULL, made))
    return made;

  g_free (made);
  return g_atomic_pointer_get (&self->sha256);
}

/**
 * annals_text_get_byte_at:
 * @text: a text
 * @offset: an offset in code points; clamped to the text
 *
 * Returns: where in the UTF-8 that code point begins; the length in bytes at the end
 */
gsize
annals_text_get_byte_at (const AnnalsText *text, gint64 offset)
{
  const gchar *p;

  g_return_val_if_fail (text != NULL, 0);

  offset = CLAMP (offset, 0, text->n_chars);
  if (text->checkpoints == NULL)
    return (gsize) offset;

  p = text->utf8 + text->checkpoints[offset >> CHECKPOINT_SHIFT];
  p = g_utf8_offset_to_pointer (p, (glong) (offset & (CHECKPOINT_CHARS - 1)));
  return (gsize) (p - text->utf8);
}

/**
 * annals_text_get_offset_at:
 * @text: a text
 * @byte: a position in its UTF-8; clamped to the text
 *
 * Returns: the offset in code points of the character that @byte belongs to
 */
gint64
annals_text_get_offset_at (const AnnalsText *text, gsize byte)
{
  gsize low = 0;
  gsize high;
  gint64 offset;
  const gchar *p;

  g_return_val_if_fail (text != NULL, 0);

  byte = MIN (byte, text->n_bytes);
  if (text->checkpoints == NULL)
    return (gint64) byte;

  high = text->n_checkpoints; /* the last checkpoint at or before the byte is in [low, high) */
  while (high - low > 1)
    {
      gsize middle = low + (high - low) / 2;

      if (text->checkpoints[middle] <= byte)
        low = middle;
      else
        high = middle;
    }

  offset = (gint64) low << CHECKPOINT_SHIFT;
  p = text->utf8 + text->checkpoints[low];
  while (offset < text->n_chars && g_utf8_next_char (p) <= text->utf8 + byte)
    {
      p = g_utf8_next_char (p);
      offset++;
    }
  return offset;
}

/**
 * annals_text_dup_slice:
 * @text: a text
 * @start: offset of the first code point; clamped to the text
 * @end: offset after the last one; clamped to the text, and to @start
 *
 * Returns: (transfer full): the UTF-8 between the two offsets
 */
gchar *
annals_text_dup_slice (const AnnalsText *text, gint64 start, gint64 end)
{
  gsize from;
  gsize to;

  g_return_val_if_fail (text != NULL, NULL);

  from = annals_text_get_byte_at (text, start);
  to = annals_text_get_byte_at (text, MAX (start, end));
  return g_strndup (text->utf8 + from, to - from);
}

/**
 * annals_text_get_n_paragraphs:
 * @text: a text
 *
 * A paragraph is a longest run of lines that are not blank; lines of nothing but white space
 * separate paragraphs, and so does U+2029.
 *
 * Returns: how many paragraphs there are; 0 for a blank text
 */
guint
annals_text_get_n_paragraphs (const AnnalsText *text)
{
  g_return_val_if_fail (text != NULL, 0);

  return text->paragraphs->len;
}

/**
 * annals_text_get_paragraph:
 * @text: a text
 * @index: which paragraph, from 0
 * @start: (out) (optional): offset of the first code point of its first line
 * @end: (out) (optional): offset after the last code point of its last line; the line end itself is
 *   not part of the paragraph
 *
 * Tells where a paragraph lies.
 */
void
annals_text_get_paragraph (const AnnalsText *text, guint index, gint64 *start, gint64 *end)
{
  const Paragraph *paragraph;

  g_return_if_fail (text != NULL);
  g_return_if_fail (index < text->paragraphs->len);

  paragraph = &g_array_index (text->paragraphs, Paragraph, index);
  if (start != NULL)
    *start = paragraph->start;
  if (end != NULL)
    *end = paragraph->end;
}

/**
 * annals_text_get_paragraph_at:
 * @text: a text
 * @offset: an offset in code points
 *
 * Finds the paragraph that holds @offset. Between two paragraphs it is the one before; before the
 * first one, the first.
 *
 * Returns: the index of the paragraph; 0 also when there is none at all
 */
guint
annals_text_get_paragraph_at (const AnnalsText *text, gint64 offset)
{
  guint low = 0;
  guint high;

  g_return_val_if_fail (text != NULL, 0);

  high = text->paragraphs->len;
  while (low + 1 < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (text->paragraphs, Paragraph, middle).start <= offset)
        low = middle;
      else
        high = middle;
    }
  return low;
}
