/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "annals-edtf-cursor.h"

/* Reading a time of day with its zone: hh:mm:ss, then Z, +hh, +hh:mm or nothing. */

#define HOUR_LAST 23
#define MINUTE_LAST 59
#define SECOND_LAST 59

static gboolean
read_two_digits (AnnalsEdtfCursor *cursor, const gchar *separator, gint *value)
{
  if (annals_edtf_cursor_skip (cursor, separator)
      && annals_edtf_cursor_read_digits (cursor, 2, value))
    return TRUE;

  return annals_edtf_cursor_fail (
      cursor, ANNALS_TIME_ERROR_SYNTAX,
      /* Translators: %d says which character of what was typed is at fault. */
      _ ("Character %d: a time of day is written like 09:30:00, with hours, minutes and seconds."),
      annals_edtf_cursor_get_position (cursor, cursor->at));
}

static gboolean
check_time (AnnalsEdtfCursor *cursor, const gchar *start, const AnnalsEdtfDate *date)
{
  if (date->hour > HOUR_LAST)
    return annals_edtf_cursor_fail (cursor, ANNALS_TIME_ERROR_IMPOSSIBLE,
                                    /* Translators: which character of what was typed is at fault,
                                       and the number that is there. */
                                    _ ("Character %d: there is no hour %02d."),
                                    annals_edtf_cursor_get_position (cursor, start), date->hour);
  if (date->minute > MINUTE_LAST)
    return annals_edtf_cursor_fail (
        cursor, ANNALS_TIME_ERROR_IMPOSSIBLE,
        /* Translators: which character of what was typed is at fault, and the number that is there.
         */
        _ ("Character %d: there is no minute %02d."),
        annals_edtf_cursor_get_position (cursor, start + 3), date->minute);
  if (date->second > SECOND_LAST)
    return annals_edtf_cursor_fail (
        cursor, ANNALS_TIME_ERROR_IMPOSSIBLE,
        /* Translators: which character of what was typed is at fault, and the number that is there.
         */
        _ ("Character %d: there is no second %02d."),
        annals_edtf_cursor_get_position (cursor, start + 6), date->second);

  return TRUE;
}

static gboolean
read_zone (AnnalsEdtfCursor *cursor, AnnalsEdtfDate *date)
{
  const gchar *start = cursor->at;
  gint hours = 0;
  gint minutes = 0;

  if (annals_edtf_cursor_skip (cursor, "Z"))
    {
      date->zone = ANNALS_EDTF_ZONE_UTC;
      return TRUE;
    }
  if (!annals_edtf_cursor_is_at_any (cursor, "+-"))
    return TRUE;

  date->zone_is_west = *cursor->at++ == '-';
  date->zone = ANNALS_EDTF_ZONE_HOURS;
  if (annals_edtf_cursor_read_digits (cursor, 2, &hours) && *cursor->at == ':')
    {
      cursor->at++;
      date->zone = annals_edtf_cursor_read_digits (cursor, 2, &minutes)
                       ? ANNALS_EDTF_ZONE_HOURS_AND_MINUTES
                       : ANNALS_EDTF_ZONE_NONE;
    }

  if (g_ascii_isdigit (*cursor->at) || !g_ascii_isdigit (cursor->at[-1])
      || date->zone == ANNALS_EDTF_ZONE_NONE)
    return annals_edtf_cursor_fail (
        cursor, ANNALS_TIME_ERROR_SYNTAX,
        /* Translators: %d says which character of what was typed is at fault. */
        _ ("Character %d: a time zone is written like Z, +09 or +05:30."),
        annals_edtf_cursor_get_position (cursor, start));
  if (hours > HOUR_LAST || minutes > MINUTE_LAST)
    return annals_edtf_cursor_fail (
        cursor, ANNALS_TIME_ERROR_IMPOSSIBLE,
        /* Translators: which character of what was typed is at fault, and the hours and minutes
           there. */
        _ ("Character %d: no time zone is %02d hours and %02d minutes away from UTC."),
        annals_edtf_cursor_get_position (cursor, start), hours, minutes);

  date->zone_minutes = hours * 60 + minutes;

  return TRUE;
}

/**
 * annals_edtf_read_time:
 * @cursor: a cursor, past the T
 * @date: the date that the time belongs to
 *
 * Reads a time of day into @date.
 *
 * Returns: whether there was one; if not, the error of @cursor is set
 */
gboolean
annals_edtf_read_time (AnnalsEdtfCursor *cursor, AnnalsEdtfDate *date)
{
  const gchar *start = cursor->at;

  date->has_time = TRUE;

  return read_two_digits (cursor, "", &date->hour) && read_two_digits (cursor, ":", &date->minute)
         && read_two_digits (cursor, ":", &date->second) && check_time (cursor, start, date)
         && read_zone (cursor, date);
}
