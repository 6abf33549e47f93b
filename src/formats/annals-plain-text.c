/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "annals-encoding.h"
#include "annals-plain-text.h"

/*
 * Plain text: any encoding that annals-encoding.c knows, any line ends. Lines longer than can be
 * shown in good time are refused before anything is copied.
 */

/* How much is done of reading a text once it has been gone through, decoded, and so on; as measured
 * of a long one. */
#define BYTES_CHECKED 0.15
#define DECODED 0.5
#define CHARS_CHECKED 0.65
#define NORMALISED 0.8

#define TELL_EVERY_BYTES (1u << 20)

/* CR LF and CR become LF, the form feed between pages too. */
static void
normalise_line_ends (gchar *utf8)
{
  gchar *out = utf8;

  for (const gchar *p = utf8; *p != '\0'; p++)
    {
      if (*p == '\r' && p[1] == '\n')
        continue;
      *out++ = *p == '\r' || *p == '\f' ? '\n' : *p;
    }
  *out = '\0';
}

static gboolean
set_line_error (const gchar *name, guint line, GError **error)
{
  g_set_error (error, ANNALS_FORMATS_ERROR, ANNALS_FORMATS_ERROR_TOO_LARGE,
               /* Translators: the name of a file, the number of a line, a number of characters. */
               _ ("%s, line %u: the line is longer than %d characters, the most that Annals shows; "
                  "break it into shorter lines."),
               name, line, ANNALS_FORMATS_MAX_LINE_CHARS);
  return FALSE;
}

static gboolean
check_lines (const gchar *bytes,
             gsize n_bytes,
             const gchar *name,
             const AnnalsProgress *progress,
             GError **error)
{
  guint line = 1;
  guint n_chars = 0;

  for (gsize i = 0; i < n_bytes; i++)
    {
      gboolean continues = ((guchar) bytes[i] & 0xc0) == 0x80;

      if (i % TELL_EVERY_BYTES == 0
          && !annals_progress_tell (progress, (gdouble) i / (gdouble) n_bytes, error))
        return FALSE;
      if (bytes[i] == '\n' || bytes[i] == '\r')
        {
          line += bytes[i] == '\n' || i + 1 == n_bytes || bytes[i + 1] != '\n';
          n_chars = 0;
        }
      else if (!continues && ++n_chars > ANNALS_FORMATS_MAX_LINE_CHARS)
        return set_line_error (name, line, error);
    }
  return TRUE;
}

/**
 * annals_plain_text_check_paragraphs:
 * @text: a text that was made out of marked-up blocks
 * @name: what messages call it
 * @error: which paragraph is too long
 *
 * Checks that no line of a text is longer than %ANNALS_FORMATS_MAX_LINE_CHARS, where people know
 * its paragraphs rather than its lines.
 *
 * Returns: whether all can be shown
 */
gboolean
annals_plain_text_check_paragraphs (const AnnalsText *text, const gchar *name, GError **error)
{
  const gchar *utf8 = annals_text_get_utf8 (text);

  for (guint i = 0; i < annals_text_get_n_paragraphs (text); i++)
    {
      gint64 start, end;
      gsize byte;

      annals_text_get_paragraph (text, i, &start, &end);
      if (end - start <= ANNALS_FORMATS_MAX_LINE_CHARS)
        continue;
      byte = annals_text_get_byte_at (text, start);
      if (check_lines (utf8 + byte, annals_text_get_byte_at (text, end) - byte, name, NULL, NULL))
        continue;
      g_set_error (error, ANNALS_FORMATS_ERROR, ANNALS_FORMATS_ERROR_TOO_LARGE,
                   /* Translators: the name of a file, the number of a paragraph, a number of
                      characters. */
                   _ ("%s, paragraph %u: the paragraph is longer than %d characters, the most that "
                      "Annals shows; break it into shorter paragraphs."),
                   name, i + 1, ANNALS_FORMATS_MAX_LINE_CHARS);
      return FALSE;
    }
  return TRUE;
}

/**
 * annals_plain_text_read:
 * @bytes: a text file
 * @name: what messages call it
 * @progress: (nullable): who wants to know how far it is, and can stop it
 * @error: why it cannot be read
 *
 * Reads plain text.
 *
 * Returns: (transfer full): the text, or %NULL with @error set
 */
AnnalsText *
annals_plain_text_read (GBytes *bytes,
                        const gchar *name,
                        const AnnalsProgress *progress,
                        GError **error)
{
  AnnalsProgressPart part;
  g_autofree gchar *utf8 = NULL;
  g_autoptr (AnnalsText) text = NULL;
  gsize n_bytes, n_mark;
  const gchar *data = g_bytes_get_data (bytes, &n_bytes);

  /* Before it is decoded, where a byte is a character or a part of one. */
  annals_progress_part_init (&part, progress, 0.0, BYTES_CHECKED);
  if (annals_encoding_get_bom (bytes, &n_mark) == NULL
      && !check_lines (data, n_bytes, name, &part.progress, error))
    return NULL;
  utf8 = annals_encoding_decode (bytes, name, error);
  annals_progress_part_init (&part, progress, DECODED, CHARS_CHECKED);
  if (utf8 == NULL || !check_lines (utf8, strlen (utf8), name, &part.progress, error))
    return NULL;
  normalise_line_ends (utf8);
  if (!annals_progress_tell (progress, NORMALISED, error))
    return NULL;
  text = annals_text_new_take (g_steal_pointer (&utf8));
  if (!annals_progress_tell (progress, 1.0, error))
    return NULL;
  if (annals_text_get_n_paragraphs (text) == 0)
    {
      g_set_error (error, ANNALS_FORMATS_ERROR, ANNALS_FORMATS_ERROR_EMPTY,
                   /* Translators: %s is the name of a file. */
                   _ ("There is no text in %s; choose another file."), name);
      return NULL;
    }
  return g_steal_pointer (&text);
}
