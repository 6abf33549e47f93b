/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "annals-encoding.h"
#include "annals-formats.h"

/*
 * From bytes to UTF-8. A byte order mark decides; without one, bytes that are valid UTF-8 are
 * UTF-8, and others are Windows-1252 as the web reads it, which is what old Western texts are in.
 * Bytes that no text has (controls, and those that Windows-1252 leaves undefined, common in
 * Japanese encodings) are refused rather than shown as rubbish.
 */

typedef struct
{
  const gchar *charset;
  const gchar *mark;
  gsize n_bytes;
} ByteOrderMark;

static const ByteOrderMark MARKS[] = {
  { "UTF-8", "\xef\xbb\xbf", 3 },
  { "UTF-16LE", "\xff\xfe", 2 },
  { "UTF-16BE", "\xfe\xff", 2 },
};

static void
set_encoding_error (GError **error, const gchar *name)
{
  g_set_error (error, ANNALS_FORMATS_ERROR, ANNALS_FORMATS_ERROR_ENCODING,
               /* Translators: %s is the name of a file. */
               _ ("%s is not text in an encoding that Annals knows; save it as UTF-8 and open it "
                  "again."),
               name);
}

/* Line ends and the form feed are the only controls that a text has. */
static gboolean
is_forbidden_control (guchar c)
{
  return (c < 0x20 && strchr ("\t\n\r\f", c) == NULL) || c == 0x7f || c == '\0';
}

static gboolean
has_forbidden_controls (const gchar *data, gsize n_bytes)
{
  for (gsize i = 0; i < n_bytes; i++)
    if (is_forbidden_control ((guchar) data[i]))
      return TRUE;
  return FALSE;
}

static gchar *
convert (const gchar *data, gsize n_bytes, const gchar *charset, const gchar *name, GError **error)
{
  gsize n_written = 0;
  g_autofree gchar *utf8 = g_convert (data, n_bytes, "UTF-8", charset, NULL, &n_written, NULL);

  if (utf8 == NULL || has_forbidden_controls (utf8, n_written)
      || !g_utf8_validate_len (utf8, n_written, NULL))
    {
      set_encoding_error (error, name);
      return NULL;
    }
  return g_steal_pointer (&utf8);
}

/**
 * annals_encoding_get_bom:
 * @bytes: the bytes of a text
 * @n_bytes: (out): how long the byte order mark is; 0 when there is none
 *
 * Looks for a byte order mark.
 *
 * Returns: (transfer none) (nullable): the encoding that it says, or %NULL when there is none
 */
const gchar *
annals_encoding_get_bom (GBytes *bytes, gsize *n_bytes)
{
  gsize size;
  const gchar *data = g_bytes_get_data (bytes, &size);

  for (guint i = 0; i < G_N_ELEMENTS (MARKS); i++)
    if (size >= MARKS[i].n_bytes && memcmp (data, MARKS[i].mark, MARKS[i].n_bytes) == 0)
      {
        *n_bytes = MARKS[i].n_bytes;
        return MARKS[i].charset;
      }
  *n_bytes = 0;
  return NULL;
}

/**
 * annals_encoding_decode:
 * @bytes: the bytes of a text
 * @name: what messages call it
 * @error: not a text
 *
 * Decodes a text that does not say what its encoding is.
 *
 * Returns: (transfer full): the text in UTF-8 without byte order mark, or %NULL with @error set
 */
gchar *
annals_encoding_decode (GBytes *bytes, const gchar *name, GError **error)
{
  gsize size, n_mark;
  const gchar *data = g_bytes_get_data (bytes, &size);
  const gchar *charset = annals_encoding_get_bom (bytes, &n_mark);

  data += n_mark;
  size -= n_mark;
  if (charset == NULL)
    charset = g_utf8_validate_len (data, size, NULL) ? "UTF-8" : "WINDOWS-1252";
  if (!g_str_equal (charset, "UTF-8"))
    return convert (data, size, charset, name, error);
  if (!g_utf8_validate_len (data, size, NULL) || has_forbidden_controls (data, size))
    {
      set_encoding_error (error, name);
      return NULL;
    }
  return g_strndup (data, size);
}

/**
 * annals_encoding_decode_as:
 * @bytes: the bytes of a text
 * @charset: the encoding that the text says it is in
 * @name: what messages call it
 * @error: not a text in that encoding
 *
 * Decodes a text that says what its encoding is. A byte order mark overrules it.
 *
 * Returns: (transfer full): the text in UTF-8 without byte order mark, or %NULL with @error set
 */
gchar *
annals_encoding_decode_as (GBytes *bytes, const gchar *charset, const gchar *name, GError **error)
{
  gsize size, n_mark;
  const gchar *data = g_bytes_get_data (bytes, &size);

  if (annals_encoding_get_bom (bytes, &n_mark) != NULL)
    return annals_encoding_decode (bytes, name, error);
  return convert (data, size, charset, name, error);
}

/**
 * annals_encoding_dup_head:
 * @bytes: the bytes of a file
 * @n_bytes: how many to look at
 *
 * The start of a file as characters that can be looked through: UTF-16 is decoded, everything else
 * is given as it is, up to the first zero byte.
 *
 * Returns: (transfer full): the start, not always valid UTF-8
 */
gchar *
annals_encoding_dup_head (GBytes *bytes, gsize n_bytes)
{
  gsize size, n_mark;
  const gchar *data = g_bytes_get_data (bytes, &size);
  const gchar *charset = annals_encoding_get_bom (bytes, &n_mark);
  gchar *head;

  data += n_mark;
  size = MIN (size - n_mark, n_bytes) & ~(gsize) 1;
  if (charset == NULL || g_str_equal (charset, "UTF-8"))
    return g_strndup (data, MIN (g_bytes_get_size (bytes) - n_mark, n_bytes));
  head = g_convert (data, size, "UTF-8", charset, NULL, NULL, NULL);
  return head != NULL ? head : g_strdup ("");
}
