/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "annals-edtf-cursor.h"

/* Reading the year of EDTF: four digits, any of which may be X; or Y with more of them, or with an
 * exponent; and how many of the digits are significant. For what other forms of writing have, the
 * message says what to write instead. */

#define YEAR_DIGITS 4
/* Adding more zeros changes nothing: the year is too far away already. */
#define EXPONENT_MAX 19
#define DIGITS "0123456789"

static gint
get_position (const AnnalsEdtfCursor *cursor, const gchar *where)
{
  return annals_edtf_cursor_get_position (cursor, where);
}

static gint64
append_digit (gint64 number, gint digit, gint64 most)
{
  return number > (most - digit) / 10 ? most : number * 10 + digit;
}

/* A whole number without leading zeros, of any length; what is above the most is the most. */
static gboolean
read_number (AnnalsEdtfCursor *cursor, gint64 most, gint64 *number)
{
  if (*cursor->at < '1' || *cursor->at > '9')
    return FALSE;

  *number = 0;
  for (; g_ascii_isdigit (*cursor->at); cursor->at++)
    *number = append_digit (*number, *cursor->at - '0', most);

  return TRUE;
}

/* What is no year */

static gchar *
dup_with_capital_x (const gchar *start, gsize n_bytes)
{
  gchar *text = g_strndup (start, n_bytes);

  return g_strdelimit (text, "ux", 'X');
}

static gboolean
fail_short_year (AnnalsEdtfCursor *cursor, const gchar *start, gint n_digits)
{
  g_autofree gchar *written = g_strndup (start, (gsize) (cursor->at - start) + n_digits);
  gint position = get_position (cursor, start);

  if (n_digits == 0)
    return annals_edtf_cursor_fail (
        cursor, ANNALS_TIME_ERROR_SYNTAX,
        /* Translators: %d says which character of what was typed is at fault. */
        _ ("Character %d: a date was expected, like 1973, 1973-10 or 1973-10-17."), position);
  if (n_digits == 2)
    return annals_edtf_cursor_fail (
        cursor, ANNALS_TIME_ERROR_SYNTAX,
        /* Translators: %2$s is two digits such as 19; keep the XX. */
        _ ("Character %1$d: a year has four digits. For the century, write %2$sXX."), position,
        written);
  if (n_digits == 3)
    return annals_edtf_cursor_fail (
        cursor, ANNALS_TIME_ERROR_SYNTAX,
        /* Translators: %2$s is three digits such as 197; keep the X. */
        _ ("Character %1$d: a year has four digits. For the decade, write %2$sX."), position,
        written);

  return annals_edtf_cursor_fail (
      cursor, ANNALS_TIME_ERROR_SYNTAX,
      /* Translators: %d says which character of what was typed is at fault. */
      _ ("Character %d: a year has four digits, like 0794 or 1973."), position);
}

static gboolean
fail_foreign_year (AnnalsEdtfCursor *cursor, const gchar *start, gint n_digits)
{
  gsize n_masked = strspn (cursor->at, DIGITS "Xux");
  g_autofree gchar *instead = NULL;

  if (*start == '(')
    return annals_edtf_cursor_fail (
        cursor, ANNALS_TIME_ERROR_SYNTAX,
        /* Translators: %d says which character of what was typed is at fault. */
        _ ("Character %d: parts of a date are not put in parentheses; ?, ~ or %% stands before the "
           "part it belongs to, like 2004-?06."),
        get_position (cursor, start));
  if (*start == 'y')
    return annals_edtf_cursor_fail (
        cursor, ANNALS_TIME_ERROR_SYNTAX,
        /* Translators: %d says which character of what was typed is at fault; Y17E7 is part of a
           format. */
        _ ("Character %d: long years are written in capitals, like Y17E7."),
        get_position (cursor, start));
  if (n_masked == YEAR_DIGITS && strcspn (cursor->at, "ux") < n_masked)
    {
      instead = dup_with_capital_x (start, (gsize) (cursor->at - start) + n_masked);
      return annals_edtf_cursor_fail (
          cursor, ANNALS_TIME_ERROR_SYNTAX,
          /* Translators: %2$s is what was typed, with X instead of u or x. */
          _ ("Character %1$d: a digit that is not known is written X: %2$s."),
          get_position (cursor, cursor->at + strcspn (cursor->at, "ux")), instead);
    }

  return fail_short_year (cursor, start, n_digits);
}

/* Years of four digits */

static gboolean
check_year_form (AnnalsEdtfCursor *cursor, const gchar *start)
{
  gint n_digits = (gint) strspn (cursor->at, DIGITS);
  gsize n_characters = strspn (cursor->at, DIGITS "X");

  if (n_characters < YEAR_DIGITS)
    return fail_foreign_year (cursor, start, n_digits);
  if (n_characters > YEAR_DIGITS)
    return annals_edtf_cursor_fail (
        cursor, ANNALS_TIME_ERROR_SYNTAX,
        /* Translators: %d says which character of what was typed is at fault. */
        _ ("Character %d: a year has four digits here; longer years begin with Y, like Y12000."),
        get_position (cursor, start));

  return TRUE;
}

static gboolean
read_year (AnnalsEdtfCursor *cursor, AnnalsEdtfDate *date)
{
  const gchar *start = cursor->at;
  gint64 magnitude = 0;

  date->negative = annals_edtf_cursor_skip (cursor, "-");
  if (!check_year_form (cursor, start))
    return FALSE;

  for (gint i = 0; i < YEAR_DIGITS; i++)
    {
      gchar character = *cursor->at++;

      magnitude = magnitude * 10 + (character == 'X' ? 0 : character - '0');
      date->year_mask = date->year_mask << 1 | (character == 'X');
    }

  if (date->negative && magnitude == 0 && date->year_mask == 0)
    return annals_edtf_cursor_fail (
        cursor, ANNALS_TIME_ERROR_IMPOSSIBLE,
        /* Translators: %d says which character of what was typed is at fault. */
        _ ("Character %d: there is no year -0000. 1 BCE is written 0000, and 2 BCE -0001."),
        get_position (cursor, start));

  date->year = date->negative ? -magnitude : magnitude;
  /* 197X and 19XX are of level 1, and so is a minus sign. */
  if (date->year_mask > 1 && date->year_mask != 3)
    date->level = 2;
  else
    date->level = date->negative || date->year_mask != 0;

  return TRUE;
}

/* Longer years */

static gboolean
read_exponent (AnnalsEdtfCursor *cursor, gint64 *magnitude)
{
  const gchar *start = cursor->at;
  gint64 exponent = 0;

  if (!annals_edtf_cursor_skip (cursor, "E"))
    return TRUE;
  if (!read_number (cursor, EXPONENT_MAX, &exponent))
    return annals_edtf_cursor_fail (
        cursor, ANNALS_TIME_ERROR_SYNTAX,
        /* Translators: %d says which character of what was typed is at fault. */
        _ ("Character %d: after E, the number of zeros was expected, like Y17E7."),
        get_position (cursor, start));

  for (; exponent > 0; exponent--)
    *magnitude = append_digit (*magnitude, 0, ANNALS_EDTF_YEAR_MAX);

  return TRUE;
}

static gboolean
read_long_year (AnnalsEdtfCursor *cursor, AnnalsEdtfDate *date)
{
  const gchar *start = cursor->at++;
  const gchar *digits;
  gint64 magnitude = 0;
  gboolean has_exponent;

  date->negative = annals_edtf_cursor_skip (cursor, "-");
  digits = cursor->at;
  has_exponent = digits[strspn (digits, DIGITS)] == 'E';
  if (!read_number (cursor, ANNALS_EDTF_YEAR_MAX, &magnitude)
      || (!has_exponent && cursor->at - digits <= YEAR_DIGITS))
    return annals_edtf_cursor_fail (
        cursor, ANNALS_TIME_ERROR_SYNTAX,
        /* Translators: %d says which character of what was typed is at fault. */
        _ ("Character %d: after Y, a year has more than four digits and does not begin with 0."),
        get_position (cursor, start));
  if (!read_exponent (cursor, &magnitude))
    return FALSE;

  date->year = date->negative ? -magnitude : magnitude;
  date->level = has_exponent ? 2 : 1;

  return TRUE;
}

static gboolean
read_significant (AnnalsEdtfCursor *cursor, AnnalsEdtfDate *date)
{
  const gchar *start = cursor->at;
  gint64 n_significant = 0;

  if (date->year_mask != 0 || !annals_edtf_cursor_skip (cursor, "S"))
    return TRUE;
  if (!read_number (cursor, EXPONENT_MAX, &n_significant))
    return annals_edtf_cursor_fail (
        cursor, ANNALS_TIME_ERROR_SYNTAX,
        /* Translators: %d says which character of what was typed is at fault. */
        _ ("Character %d: after S, the number of significant digits was expected, like 1950S2."),
        get_position (cursor, start));

  date->n_significant = (gint) n_significant;
  date->level = 2;

  return TRUE;
}

/**
 * annals_edtf_read_year:
 * @cursor: a cursor
 * @date: the date that the year belongs to
 *
 * Reads a year into @date, and the level it needs.
 *
 * Returns: whether there was one; if not, the error of @cursor is set
 */
gboolean
annals_edtf_read_year (AnnalsEdtfCursor *cursor, AnnalsEdtfDate *date)
{
  date->year_text = cursor->at;
  if (!(*cursor->at == 'Y' ? read_long_year (cursor, date) : read_year (cursor, date))
      || !read_significant (cursor, date))
    return FALSE;

  date->n_year_bytes = (gsize) (cursor->at - date->year_text);

  return TRUE;
}
