/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annals-calendar-private.h"

/* The eras, years and months of a calendar as they follow one another, for an axis. */

/* Until the Commune took it up again. */
#define LAST_FRENCH_YEAR 14

static void
clip (gint64 first, gint64 last, gint64 *first_day, gint64 *last_day)
{
  *first_day = MAX (*first_day, first);
  *last_day = MIN (*last_day, last);
}

/* A March of the Old Style is of two years; each has its part. */
static gboolean
find_old_style_month (gint64 day, gint64 *first_day, gint64 *last_day)
{
  AnnalsCalendarDate julian;
  AnnalsCalendarDate year;
  gint64 bounds[2];

  if (!annals_calendar_from_days (ANNALS_CALENDAR_JULIAN, day, &julian)
      || !annals_calendar_from_days (ANNALS_CALENDAR_OLD_STYLE, day, &year))
    return FALSE;

  julian.day = year.month = year.day = 0;
  if (!annals_calendar_to_days (ANNALS_CALENDAR_JULIAN, &julian, first_day, last_day, NULL)
      || !annals_calendar_to_days (ANNALS_CALENDAR_OLD_STYLE, &year, &bounds[0], &bounds[1], NULL))
    return FALSE;
  clip (bounds[0], bounds[1], first_day, last_day);

  return TRUE;
}

static gboolean
find_era (gint64 day, gint64 *first_day, gint64 *last_day)
{
  gint era = annals_calendar_era_at (day);

  if (era == 0)
    return FALSE;

  *first_day = annals_calendar_era_get_first_day (era);
  *last_day = annals_calendar_era_get_last_day (era);

  return TRUE;
}

/* Round numbers on both sides of the year 1: 100 BCE has the year -99. */
static gint64
floor_year_to (gint64 year, gint64 step)
{
  if (year >= 1)
    return year - year % step;

  return 1 - (1 - year + step - 1) / step * step;
}

/* The last year that follows @date without a gap. */
static gint64
get_last_year (AnnalsCalendar calendar, const AnnalsCalendarDate *date)
{
  if (calendar == ANNALS_CALENDAR_FRENCH_REPUBLICAN)
    return date->year <= LAST_FRENCH_YEAR ? LAST_FRENCH_YEAR : date->year;
  if (calendar == ANNALS_CALENDAR_JAPANESE && date->era < ANNALS_CALENDAR_N_ERAS)
    return annals_calendar_get_era (date->era + 1)->year - annals_calendar_get_era (date->era)->year
           + 1;

  return ANNALS_CALENDAR_YEAR_MAX - 1;
}

/* Several years; where an era is shorter, as many as it has. */
static gboolean
find_years (AnnalsCalendar calendar,
            gint64 step,
            const AnnalsCalendarDate *date,
            gint64 *first_day,
            gint64 *last_day)
{
  gint64 floor_year = floor_year_to (date->year, step);
  AnnalsCalendarDate year = { date->era, floor_year, 0, 0 };
  gint64 other;

  if (floor_year < 1 && date->year >= 1)
    year.year = 1;
  if (!annals_calendar_to_days (calendar, &year, first_day, &other, NULL))
    return FALSE;

  year.year = MIN (floor_year + step - 1, get_last_year (calendar, date));
  if (!annals_calendar_to_days (calendar, &year, &other, last_day, NULL))
    return FALSE;

  return TRUE;
}

/**
 * annals_calendar_find_unit:
 * @calendar: a calendar
 * @unit: how long a stretch
 * @step: for years, how many of them, counted from round numbers; 1 otherwise
 * @day: a day
 * @first_day: (out): where to put the first day of the stretch
 * @last_day: (out): where to put the last one
 * @date: (out caller-allocates): where to put what the stretch is called, by its first part
 *
 * Finds the era, years, month or day in which a day lies. Stretches follow one another without gaps
 * as long as the calendar has days: the years of Japan before 1873, which overlap where the era
 * changed, change with it.
 *
 * Returns: whether the calendar has such a day
 */
gboolean
annals_calendar_find_unit (AnnalsCalendar calendar,
                           AnnalsCalendarUnit unit,
                           gint64 step,
                           gint64 day,
                           gint64 *first_day,
                           gint64 *last_day,
                           AnnalsCalendarDate *date)
{
  gint64 era[2] = { G_MININT64, G_MAXINT64 };

  g_return_val_if_fail (step >= 1, FALSE);
  g_return_val_if_fail (first_day != NULL && last_day != NULL && date != NULL, FALSE);

  if (!annals_calendar_from_days (calendar, day, date))
    return FALSE;

  *first_day = *last_day = day;
  if (calendar == ANNALS_CALENDAR_JAPANESE && !find_era (day, &era[0], &era[1]))
    return FALSE;
  if (unit == ANNALS_CALENDAR_UNIT_ERA)
    {
      *first_day = era[0];
      *last_day = era[1];
      *date = (AnnalsCalendarDate){ .era = date->era };
      return TRUE;
    }
  if (unit == ANNALS_CALENDAR_UNIT_YEAR || date->month == 0)
    {
      if (!find_years (calendar, unit == ANNALS_CALENDAR_UNIT_YEAR ? step : 1, date, first_day,
                       last_day))
        return FALSE;
    }
  else if (unit == ANNALS_CALENDAR_UNIT_MONTH)
    {
      AnnalsCalendarDate month = { date->era, date->year, date->month, 0 };

      if (calendar == ANNALS_CALENDAR_OLD_STYLE
              ? !find_old_style_month (day, first_day, last_day)
              : !annals_calendar_to_days (calendar, &month, first_day, last_day, NULL))
        return FALSE;
    }
  clip (era[0], era[1], first_day, last_day);
  if (!annals_calendar_from_days (calendar, *first_day, date))
    return FALSE;
  if (unit != ANNALS_CALENDAR_UNIT_DAY)
    date->day = 0;
  if (unit != ANNALS_CALENDAR_UNIT_DAY && unit != ANNALS_CALENDAR_UNIT_MONTH)
    date->month = 0;

  return TRUE;
}

/**
 * annals_calendar_find_next_day:
 * @calendar: a calendar
 * @day: a day
 * @next_day: (out): where to put the first day from @day on that the calendar has
 *
 * Returns: whether there is one
 */
gboolean
annals_calendar_find_next_day (AnnalsCalendar calendar, gint64 day, gint64 *next_day)
{
  /* Of any calendar; which are of this one shows itself. */
  const gint64 starts[] = {
    annals_calendar_era_get_first_day (1),        annals_days_from_civil (1792, 9, 22),
    annals_days_from_civil (1871, 3, 18),         annals_calendar_hebrew.get_first_day (1, 1),
    annals_calendar_islamic.get_first_day (1, 1),
  };
  gboolean found = FALSE;
  AnnalsCalendarDate date;

  if (annals_calendar_from_days (calendar, day, &date))
    {
      *next_day = day;
      return TRUE;
    }

  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    if (starts[i] > day && annals_calendar_from_days (calendar, starts[i], &date)
        && (!found || starts[i] < *next_day))
      {
        *next_day = starts[i];
        found = TRUE;
      }

  return found;
}
