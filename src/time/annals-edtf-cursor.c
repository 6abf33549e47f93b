/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "annals-edtf-cursor.h"

/* Reading a string piece by piece, and saying where it went wrong. */

/**
 * annals_edtf_cursor_get_position:
 * @cursor: a cursor
 * @where: a place in its text
 *
 * Returns: which character is at @where, counted from 1 for people
 */
gint
annals_edtf_cursor_get_position (const AnnalsEdtfCursor *cursor, const gchar *where)
{
  gint position = 1;

  /* The text need not be valid UTF-8; bytes that continue a character do not count. */
  for (const gchar *byte = cursor->text; byte < where; byte++)
    if (((guchar) *byte & 0xc0) != 0x80)
      position++;

  return position;
}

/**
 * annals_edtf_cursor_fail:
 * @cursor: a cursor
 * @code: what kind of error it is
 * @format: a translated sentence, as for printf()
 * @...: its arguments
 *
 * Sets the error of @cursor.
 *
 * Returns: %FALSE, for the caller to return
 */
gboolean
annals_edtf_cursor_fail (AnnalsEdtfCursor *cursor, AnnalsTimeError code, const gchar *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  if (cursor->error != NULL)
    *cursor->error = g_error_new_valist (ANNALS_TIME_ERROR, code, format, arguments);
  va_end (arguments);

  return FALSE;
}

/**
 * annals_edtf_cursor_skip:
 * @cursor: a cursor
 * @token: what may come next
 *
 * Goes past @token if it comes next.
 *
 * Returns: whether it did
 */
gboolean
annals_edtf_cursor_skip (AnnalsEdtfCursor *cursor, const gchar *token)
{
  if (!g_str_has_prefix (cursor->at, token))
    return FALSE;

  cursor->at += strlen (token);

  return TRUE;
}

/**
 * annals_edtf_cursor_is_at_any:
 * @cursor: a cursor
 * @characters: some ASCII characters
 *
 * Whether one of @characters comes next; the end of the text is none of them.
 */
gboolean
annals_edtf_cursor_is_at_any (const AnnalsEdtfCursor *cursor, const gchar *characters)
{
  return *cursor->at != '\0' && strchr (characters, *cursor->at) != NULL;
}

/**
 * annals_edtf_cursor_read_digits:
 * @cursor: a cursor
 * @n_digits: how many digits there must be, at most 9
 * @value: (out): where to put the number
 *
 * Reads a number of a fixed width. Without so many digits nothing is read.
 *
 * Returns: whether there were @n_digits digits
 */
gboolean
annals_edtf_cursor_read_digits (AnnalsEdtfCursor *cursor, gint n_digits, gint *value)
{
  gint number = 0;

  for (gint i = 0; i < n_digits; i++)
    {
      if (!g_ascii_isdigit (cursor->at[i]))
        return FALSE;
      number = number * 10 + (cursor->at[i] - '0');
    }

  *value = number;
  cursor->at += n_digits;

  return TRUE;
}
