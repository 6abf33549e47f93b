/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "annals-edtf-cursor.h"

/* Reading one date of EDTF: year, month or season, day, time of day, qualifier. What belongs to
 * parts of level 2 that are not read yet is told apart from what is no EDTF at all. */

#define YEAR_DIGITS 4
#define UNSPECIFIED_MAX 2
/* So many digits always fit into 64 bits. */
#define LONG_YEAR_DIGITS_MAX 18
#define LEVEL_2_SEASON_LAST 41

static const gchar qualifier_characters[] = "?~%";

static const AnnalsQualifiers qualifiers_of_character[] = {
  ANNALS_QUALIFIER_UNCERTAIN,
  ANNALS_QUALIFIER_APPROXIMATE,
  ANNALS_QUALIFIER_UNCERTAIN | ANNALS_QUALIFIER_APPROXIMATE,
};

static gint
get_position (const AnnalsEdtfCursor *cursor)
{
  return annals_edtf_cursor_get_position (cursor, cursor->at);
}

static gboolean
fail_unspecified (AnnalsEdtfCursor *cursor)
{
  return annals_edtf_cursor_fail (
      cursor, ANNALS_TIME_ERROR_UNSUPPORTED,
      /* Translators: %d says which character of what was typed is at fault. */
      _ ("Character %d: an X in this place cannot be read yet; whole days, months, decades and "
         "centuries can, like 1999-XX or 197X."),
      get_position (cursor));
}

static gboolean
fail_component_qualifier (AnnalsEdtfCursor *cursor)
{
  return annals_edtf_cursor_fail (
      cursor, ANNALS_TIME_ERROR_UNSUPPORTED,
      /* Translators: %d says which character of what was typed is at fault. */
      _ ("Character %d: ?, ~ and %% for a part of a date cannot be read yet; put them at its end."),
      get_position (cursor));
}

/* Years */

static gboolean
fail_short_year (AnnalsEdtfCursor *cursor, const gchar *start, gint n_digits)
{
  g_autofree gchar *written = g_strndup (start, (gsize) (cursor->at - start) + n_digits);
  gint position = annals_edtf_cursor_get_position (cursor, start);

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
check_year_form (AnnalsEdtfCursor *cursor, const gchar *start, gint n_digits, gint n_characters)
{
  if (*start != '\0' && strchr (qualifier_characters, *start) != NULL)
    return fail_component_qualifier (cursor);
  if (n_characters < YEAR_DIGITS)
    return fail_short_year (cursor, start, n_digits);
  if (n_digits > YEAR_DIGITS)
    return annals_edtf_cursor_fail (
        cursor, ANNALS_TIME_ERROR_SYNTAX,
        /* Translators: %d says which character of what was typed is at fault. */
        _ ("Character %d: a year has four digits here; longer years begin with Y, like Y12000."),
        annals_edtf_cursor_get_position (cursor, start));
  if (n_digits < YEAR_DIGITS - UNSPECIFIED_MAX || n_characters > YEAR_DIGITS
      || strspn (cursor->at + n_digits, "X") != (gsize) (YEAR_DIGITS - n_digits))
    return fail_unspecified (cursor);

  return TRUE;
}

static gboolean
read_year (AnnalsEdtfCursor *cursor, AnnalsEdtfDate *date)
{
  const gchar *start = cursor->at;
  gint n_digits;
  gint magnitude = 0;

  date->negative = annals_edtf_cursor_skip (cursor, "-");
  n_digits = (gint) strspn (cursor->at, "0123456789");
  if (!check_year_form (cursor, start, n_digits, (gint) strspn (cursor->at, "0123456789X")))
    return FALSE;

  annals_edtf_cursor_read_digits (cursor, n_digits, &magnitude);
  date->n_unspecified = YEAR_DIGITS - n_digits;
  cursor->at += date->n_unspecified;
  for (gint i = 0; i < date->n_unspecified; i++)
    magnitude *= 10;

  if (date->negative && magnitude == 0 && date->n_unspecified == 0)
    return annals_edtf_cursor_fail (
        cursor, ANNALS_TIME_ERROR_IMPOSSIBLE,
        /* Translators: %d says which character of what was typed is at fault. */
        _ ("Character %d: there is no year -0000. 1 BCE is written 0000, and 2 BCE -0001."),
        annals_edtf_cursor_get_position (cursor, start));

  date->year = date->negative ? -magnitude : magnitude;

  return TRUE;
}

static gboolean
read_long_year (AnnalsEdtfCursor *cursor, AnnalsEdtfDate *date)
{
  const gchar *start = cursor->at++;
  gint64 magnitude = 0;
  gsize n_digits;

  date->negative = annals_edtf_cursor_skip (cursor, "-");
  n_digits = strspn (cursor->at, "0123456789");
  if (n_digits > 0 && (cursor->at[n_digits] == 'E' || cursor->at[n_digits] == 'S'))
    return annals_edtf_cursor_fail (
        cursor, ANNALS_TIME_ERROR_UNSUPPORTED,
        /* Translators: %d says which character of what was typed is at fault. */
        _ ("Character %d: exponents and significant digits of years cannot be read yet."),
        annals_edtf_cursor_get_position (cursor, cursor->at + n_digits));
  if (n_digits <= YEAR_DIGITS || *cursor->at == '0')
    return annals_edtf_cursor_fail (
        cursor, ANNALS_TIME_ERROR_SYNTAX,
        /* Translators: %d says which character of what was typed is at fault. */
        _ ("Character %d: after Y, a year has more than four digits and does not begin with 0."),
        annals_edtf_cursor_get_position (cursor, start));
  if (n_digits > LONG_YEAR_DIGITS_MAX)
    return annals_edtf_cursor_fail (
        cursor, ANNALS_TIME_ERROR_UNSUPPORTED,
        /* Translators: %1$d says which character of what was typed is at fault, %2$d is a limit. */
        _ ("Character %1$d: years of more than %2$d digits cannot be read."),
        annals_edtf_cursor_get_position (cursor, start), LONG_YEAR_DIGITS_MAX);

  for (; g_ascii_isdigit (*cursor->at); cursor->at++)
    magnitude = magnitude * 10 + (*cursor->at - '0');
  date->year = date->negative ? -magnitude : magnitude;

  return TRUE;
}

/* Months and days */

static gboolean
read_field (AnnalsEdtfCursor *cursor, gint *value)
{
  if (annals_edtf_cursor_read_digits (cursor, 2, value))
    return TRUE;

  if (annals_edtf_cursor_skip (cursor, "XX"))
    {
      *value = ANNALS_EDTF_UNSPECIFIED;
      return TRUE;
    }
  if (annals_edtf_cursor_is_at_any (cursor, qualifier_characters))
    return fail_component_qualifier (cursor);
  if (*cursor->at != '\0' && strspn (cursor->at, "0123456789X") == 2)
    return fail_unspecified (cursor);

  return annals_edtf_cursor_fail (
      cursor, ANNALS_TIME_ERROR_SYNTAX,
      /* Translators: %d says which character of what was typed is at fault. */
      _ ("Character %d: two digits were expected, like 04 in 1985-04-12."), get_position (cursor));
}

static gboolean
read_month (AnnalsEdtfCursor *cursor, AnnalsEdtfDate *date)
{
  const gchar *start = cursor->at;
  gint position = get_position (cursor);

  if (!read_field (cursor, &date->month))
    return FALSE;

  if (date->month > ANNALS_EDTF_SEASON_LAST && date->month <= LEVEL_2_SEASON_LAST)
    return annals_edtf_cursor_fail (
        cursor, ANNALS_TIME_ERROR_UNSUPPORTED,
        /* Translators: %1$d says which character of what was typed is at fault, %2$d is the number
           there. */
        _ ("Character %1$d: the part of a year numbered %2$02d cannot be read yet; the seasons 21 "
           "to 24 can."),
        position, date->month);
  if (date->month == 0 || (date->month > 12 && !annals_edtf_date_is_season (date)))
    return annals_edtf_cursor_fail (cursor, ANNALS_TIME_ERROR_IMPOSSIBLE,
                                    /* Translators: %1$d says which character of what was typed is
                                       at fault, %2$d is the number there. */
                                    _ ("Character %1$d: there is no month %2$02d."), position,
                                    date->month);
  if (date->n_unspecified > 0)
    {
      cursor->at = start - 2;
      return fail_unspecified (cursor);
    }

  return TRUE;
}

static gboolean
fail_no_such_day (AnnalsEdtfCursor *cursor, const AnnalsEdtfDate *date, gint position)
{
  g_autofree gchar *year = annals_year_dup_words (date->year);

  return annals_edtf_cursor_fail (
      cursor, ANNALS_TIME_ERROR_IMPOSSIBLE,
      /* Translators: for example “Character 9: 29 February 1900 does not exist.” %2$d is the day,
         %3$s the name of the month, %4$s the year. */
      _ ("Character %1$d: %2$d %3$s %4$s does not exist."), position, date->day,
      annals_month_get_name (date->month, ANNALS_WORDS_LONG), year);
}

static gboolean
read_day (AnnalsEdtfCursor *cursor, AnnalsEdtfDate *date)
{
  gint position = get_position (cursor);

  if (annals_edtf_date_is_season (date))
    return annals_edtf_cursor_fail (
        cursor, ANNALS_TIME_ERROR_SYNTAX,
        /* Translators: %d says which character of what was typed is at fault. */
        _ ("Character %d: a season is not followed by a day."), position);
  if (!read_field (cursor, &date->day))
    return FALSE;

  if (date->day == 0 || date->day > 31)
    return annals_edtf_cursor_fail (cursor, ANNALS_TIME_ERROR_IMPOSSIBLE,
                                    /* Translators: %1$d says which character of what was typed is
                                       at fault, %2$d is the number there. */
                                    _ ("Character %1$d: there is no day %2$02d."), position,
                                    date->day);
  if (date->month == ANNALS_EDTF_UNSPECIFIED && date->day != ANNALS_EDTF_UNSPECIFIED)
    {
      cursor->at -= 5;
      return fail_unspecified (cursor);
    }
  if (date->month > 0 && date->day > annals_days_in_month (date->year, date->month))
    return fail_no_such_day (cursor, date, position);

  return TRUE;
}

/* Qualifiers */

static gboolean
read_qualifier (AnnalsEdtfCursor *cursor, AnnalsEdtfDate *date)
{
  if (!annals_edtf_cursor_is_at_any (cursor, qualifier_characters))
    return TRUE;

  date->qualifiers
      = qualifiers_of_character[strchr (qualifier_characters, *cursor->at) - qualifier_characters];
  if (cursor->at[1] == '-')
    return fail_component_qualifier (cursor);

  cursor->at++;
  if (annals_edtf_cursor_is_at_any (cursor, qualifier_characters))
    return annals_edtf_cursor_fail (
        cursor, ANNALS_TIME_ERROR_SYNTAX,
        /* Translators: %d says which character of what was typed is at fault. */
        _ ("Character %d: a date bears only one of ?, ~ and %%; %% is both ? and ~."),
        get_position (cursor));

  return TRUE;
}

/**
 * annals_edtf_read_date:
 * @cursor: a cursor
 * @date: (out caller-allocates): where to put the date
 *
 * Reads as much of one date as there is. What may follow it is for the caller to say.
 *
 * Returns: whether there was a date; if not, the error of @cursor is set
 */
gboolean
annals_edtf_read_date (AnnalsEdtfCursor *cursor, AnnalsEdtfDate *date)
{
  *date = (AnnalsEdtfDate){ 0 };

  if (*cursor->at == 'Y')
    return read_long_year (cursor, date) && read_qualifier (cursor, date);

  if (!read_year (cursor, date))
    return FALSE;
  if (*cursor->at == 'S' && g_ascii_isdigit (cursor->at[1]))
    return annals_edtf_cursor_fail (
        cursor, ANNALS_TIME_ERROR_UNSUPPORTED,
        /* Translators: %d says which character of what was typed is at fault. */
        _ ("Character %d: exponents and significant digits of years cannot be read yet."),
        get_position (cursor));
  if (annals_edtf_cursor_skip (cursor, "-") && !read_month (cursor, date))
    return FALSE;
  if (date->month != ANNALS_EDTF_ABSENT && annals_edtf_cursor_skip (cursor, "-")
      && !read_day (cursor, date))
    return FALSE;
  if (date->day > 0 && annals_edtf_cursor_skip (cursor, "T"))
    return annals_edtf_read_time (cursor, date);

  return read_qualifier (cursor, date);
}
