/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "annals-edtf-cursor.h"

/* Reading one date of EDTF: year, month or season, day, time of day, and the qualifiers on either
 * side of each part. On the right of a part they count for all that stands to the left, too. */

#define MONTHS 12
#define DAYS_MAX 31

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

/* Qualifiers */

static gboolean
read_qualifier (AnnalsEdtfCursor *cursor, AnnalsQualifiers *qualifiers)
{
  if (!annals_edtf_cursor_is_at_any (cursor, qualifier_characters))
    return TRUE;

  *qualifiers
      = qualifiers_of_character[strchr (qualifier_characters, *cursor->at) - qualifier_characters];
  cursor->at++;
  if (annals_edtf_cursor_is_at_any (cursor, qualifier_characters))
    return annals_edtf_cursor_fail (
        cursor, ANNALS_TIME_ERROR_SYNTAX,
        /* Translators: %d says which character of what was typed is at fault. */
        _ ("Character %d: a date bears only one of ?, ~ and %%; %% is both ? and ~."),
        get_position (cursor));

  return TRUE;
}

static gboolean
read_left_qualifier (AnnalsEdtfCursor *cursor, AnnalsEdtfDate *date, AnnalsQualifiers *part)
{
  AnnalsQualifiers read = ANNALS_QUALIFIER_NONE;

  if (!read_qualifier (cursor, &read))
    return FALSE;

  *part |= read;
  date->qualifiers |= read;
  if (read != ANNALS_QUALIFIER_NONE)
    date->level = 2;

  return TRUE;
}

static gboolean
read_right_qualifier (AnnalsEdtfCursor *cursor, AnnalsEdtfDate *date)
{
  AnnalsQualifiers read = ANNALS_QUALIFIER_NONE;

  if (!read_qualifier (cursor, &read))
    return FALSE;
  if (read == ANNALS_QUALIFIER_NONE)
    return TRUE;

  date->qualifiers |= read;
  date->year_qualifiers |= read;
  if (date->month != ANNALS_EDTF_ABSENT)
    date->month_qualifiers |= read;
  if (date->day != ANNALS_EDTF_ABSENT)
    date->day_qualifiers |= read;
  date->level = MAX (date->level, *cursor->at == '-' ? 2 : 1);

  return TRUE;
}

/* Months and days */

static gboolean
fail_foreign_field (AnnalsEdtfCursor *cursor)
{
  if (*cursor->at == '(')
    return annals_edtf_cursor_fail (
        cursor, ANNALS_TIME_ERROR_SYNTAX,
        /* Translators: %d says which character of what was typed is at fault. */
        _ ("Character %d: parts of a date are not put in parentheses; ?, ~ or %% stands before the "
           "part it belongs to, like 2004-?06."),
        get_position (cursor));
  if (annals_edtf_cursor_is_at_any (cursor, "ux"))
    return annals_edtf_cursor_fail (
        cursor, ANNALS_TIME_ERROR_SYNTAX,
        /* Translators: %d says which character of what was typed is at fault. */
        _ ("Character %d: a month or day that is not known is written XX."), get_position (cursor));

  return annals_edtf_cursor_fail (
      cursor, ANNALS_TIME_ERROR_SYNTAX,
      /* Translators: %d says which character of what was typed is at fault. */
      _ ("Character %d: two digits were expected, like 04 in 1985-04-12."), get_position (cursor));
}

static gboolean
read_field (AnnalsEdtfCursor *cursor, const gchar **text, gint *value)
{
  *text = cursor->at;
  if (annals_edtf_cursor_read_digits (cursor, 2, value))
    return TRUE;
  if (strspn (cursor->at, "0123456789X") != 2)
    return fail_foreign_field (cursor);

  cursor->at += 2;
  *value = ANNALS_EDTF_UNSPECIFIED;

  return TRUE;
}

static gboolean
is_whole_unspecified (const gchar *text)
{
  return text[0] == 'X' && text[1] == 'X';
}

/* Whether any number up to the most has the digits that are known. */
static gboolean
has_number (const gchar *text, gint most)
{
  for (gint number = 1; number <= most; number++)
    if (annals_edtf_field_fits (text, number))
      return TRUE;

  return FALSE;
}

static gboolean
read_month (AnnalsEdtfCursor *cursor, AnnalsEdtfDate *date)
{
  const gchar *start = cursor->at;
  gint level = 0;

  if (!read_field (cursor, &date->month_text, &date->month))
    return FALSE;
  if (!annals_edtf_date_is_season (date) && !has_number (date->month_text, MONTHS))
    return annals_edtf_cursor_fail (cursor, ANNALS_TIME_ERROR_IMPOSSIBLE,
                                    /* Translators: %1$d says which character of what was typed is
                                       at fault, %2$c and %3$c are the digits there. */
                                    _ ("Character %1$d: there is no month %2$c%3$c."),
                                    annals_edtf_cursor_get_position (cursor, start),
                                    date->month_text[0], date->month_text[1]);

  if (annals_edtf_date_is_season (date))
    level = date->month > ANNALS_EDTF_SEASON_WINTER ? 2 : 1;
  else if (date->month == ANNALS_EDTF_UNSPECIFIED)
    level = is_whole_unspecified (date->month_text) ? 1 : 2;
  if (date->year_mask != 0)
    level = 2;
  date->level = MAX (date->level, level);

  return TRUE;
}

static gboolean
fail_no_such_day (AnnalsEdtfCursor *cursor, const AnnalsEdtfDate *date, const gchar *start)
{
  gint position = annals_edtf_cursor_get_position (cursor, start);
  g_autofree gchar *written = g_strndup (date->year_text, (gsize) (cursor->at - date->year_text));
  g_autofree gchar *year = NULL;

  if (date->year_mask != 0 || date->month < 1 || date->day < 1)
    return annals_edtf_cursor_fail (
        cursor, ANNALS_TIME_ERROR_IMPOSSIBLE,
        /* Translators: %1$d says which character of what was typed is at fault; %2$s is a date with
           digits that are not known, such as 1999-02-3X. */
        _ ("Character %1$d: no day is written like %2$s."), position, written);

  year = annals_year_dup_words (date->year);

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
  const gchar *start = cursor->at;

  if (annals_edtf_date_is_season (date))
    return annals_edtf_cursor_fail (
        cursor, ANNALS_TIME_ERROR_SYNTAX,
        /* Translators: %d says which character of what was typed is at fault. */
        _ ("Character %d: a season is not followed by a day."), get_position (cursor));
  if (!read_field (cursor, &date->day_text, &date->day))
    return FALSE;
  if (!has_number (date->day_text, DAYS_MAX))
    return annals_edtf_cursor_fail (cursor, ANNALS_TIME_ERROR_IMPOSSIBLE,
                                    /* Translators: %1$d says which character of what was typed is
                                       at fault, %2$c and %3$c are the digits there. */
                                    _ ("Character %1$d: there is no day %2$c%3$c."),
                                    annals_edtf_cursor_get_position (cursor, start),
                                    date->day_text[0], date->day_text[1]);
  if (!annals_edtf_date_exists (date))
    return fail_no_such_day (cursor, date, start);

  if (annals_edtf_date_is_scattered (date))
    date->level = 2;
  else if (date->day == ANNALS_EDTF_UNSPECIFIED)
    date->level = MAX (date->level, 1);

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
  AnnalsQualifiers left = ANNALS_QUALIFIER_NONE;
  gboolean is_whole;

  *date = (AnnalsEdtfDate){ 0 };
  if (!read_qualifier (cursor, &left) || !annals_edtf_read_year (cursor, date))
    return FALSE;

  date->qualifiers = date->year_qualifiers = left;
  if (left != ANNALS_QUALIFIER_NONE)
    date->level = 2;
  is_whole = *date->year_text == 'Y' || date->n_significant > 0;
  if (!read_right_qualifier (cursor, date))
    return FALSE;
  if (is_whole || !annals_edtf_cursor_skip (cursor, "-"))
    return TRUE;

  if (!read_left_qualifier (cursor, date, &date->month_qualifiers) || !read_month (cursor, date)
      || !read_right_qualifier (cursor, date))
    return FALSE;
  if (!annals_edtf_cursor_skip (cursor, "-"))
    return TRUE;

  if (!read_left_qualifier (cursor, date, &date->day_qualifiers) || !read_day (cursor, date))
    return FALSE;
  if (date->day > 0 && date->qualifiers == ANNALS_QUALIFIER_NONE
      && !annals_edtf_date_is_scattered (date) && annals_edtf_cursor_skip (cursor, "T"))
    return annals_edtf_read_time (cursor, date);

  return read_right_qualifier (cursor, date);
}
