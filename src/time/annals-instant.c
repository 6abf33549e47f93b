/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annals-instant.h"

/* Civil time as one number. The calendar is counted in March years, which put the leap day last, in
 * eras of 400 years, which all have the same number of days. Everything saturates: no input makes
 * the arithmetic overflow. */

#define DAYS_PER_ERA 146097
#define YEARS_PER_ERA 400
/* From 1 March of the year 0, where an era begins, to 1 January of the year 1. */
#define DAYS_FROM_ERA_TO_EPOCH 306
/* The days of years further away than this do not fit into 64 bits. */
#define YEAR_LIMIT G_GINT64_CONSTANT (25000000000000000)

static gint64
floor_div (gint64 dividend, gint64 divisor)
{
  gint64 quotient = dividend / divisor;

  return dividend % divisor < 0 ? quotient - 1 : quotient;
}

static gint64
floor_mod (gint64 dividend, gint64 divisor)
{
  gint64 remainder = dividend % divisor;

  return remainder < 0 ? remainder + divisor : remainder;
}

/**
 * annals_year_is_leap:
 * @year: an astronomical year
 *
 * Whether @year has a 29 February on the proleptic Gregorian calendar.
 */
gboolean
annals_year_is_leap (gint64 year)
{
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

/**
 * annals_days_in_month:
 * @year: an astronomical year
 * @month: 1 to 12
 *
 * Returns: 28 to 31
 */
gint
annals_days_in_month (gint64 year, gint month)
{
  static const gint days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

  g_return_val_if_fail (month >= 1 && month <= 12, 0);

  return month == 2 && annals_year_is_leap (year) ? 29 : days[month - 1];
}

/**
 * annals_days_from_civil:
 * @year: an astronomical year
 * @month: 1 to 12
 * @day: day of the month, from 1
 *
 * Counts the days from 0001-01-01 (which is day 0) to a date. Years beyond ±25 thousand million
 * million count as those.
 *
 * Returns: the number of days, negative before 0001-01-01
 */
gint64
annals_days_from_civil (gint64 year, gint month, gint day)
{
  gint64 march_year;
  gint64 year_of_era;
  gint64 day_of_year;

  g_return_val_if_fail (month >= 1 && month <= 12, 0);

  march_year = CLAMP (year, -YEAR_LIMIT, YEAR_LIMIT) - (month <= 2 ? 1 : 0);
  year_of_era = floor_mod (march_year, YEARS_PER_ERA);
  day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;

  return floor_div (march_year, YEARS_PER_ERA) * DAYS_PER_ERA + year_of_era * 365 + year_of_era / 4
         - year_of_era / 100 + day_of_year - DAYS_FROM_ERA_TO_EPOCH;
}

/**
 * annals_civil_from_days:
 * @days: days since 0001-01-01
 * @civil: (out caller-allocates): where to put the date; its time of day becomes midnight
 *
 * The reverse of [func@Annals.days_from_civil], for every value of @days.
 */
void
annals_civil_from_days (gint64 days, AnnalsCivil *civil)
{
  gint64 era = floor_div (days, DAYS_PER_ERA);
  gint64 day_of_era = floor_mod (days, DAYS_PER_ERA) + DAYS_FROM_ERA_TO_EPOCH;
  gint64 year_of_era;
  gint day_of_year;
  gint march_month;

  g_return_if_fail (civil != NULL);

  if (day_of_era >= DAYS_PER_ERA)
    {
      day_of_era -= DAYS_PER_ERA;
      era++;
    }

  year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524
                 - day_of_era / (DAYS_PER_ERA - 1))
                / 365;
  day_of_year = (gint) (day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100));
  march_month = (5 * day_of_year + 2) / 153;

  *civil = (AnnalsCivil){ 0 };
  civil->day = day_of_year - (153 * march_month + 2) / 5 + 1;
  civil->month = march_month < 10 ? march_month + 3 : march_month - 9;
  civil->year = era * YEARS_PER_ERA + year_of_era + (civil->month <= 2 ? 1 : 0);
}

/**
 * annals_instant_from_civil:
 * @civil: a date and a time of day
 *
 * Returns: the instant, never open: what lies beyond the range is %ANNALS_INSTANT_EARLIEST or
 *   %ANNALS_INSTANT_LATEST
 */
AnnalsInstant
annals_instant_from_civil (const AnnalsCivil *civil)
{
  gint64 days;
  gint64 seconds;

  g_return_val_if_fail (civil != NULL, 0);

  days = annals_days_from_civil (civil->year, civil->month, civil->day);
  seconds = civil->hour * 3600 + civil->minute * 60 + civil->second;

  /* A day that begins before the range may still end within it. */
  if (days < 0)
    {
      days++;
      seconds -= ANNALS_SECONDS_PER_DAY;
    }

  if (__builtin_mul_overflow (days, ANNALS_SECONDS_PER_DAY, &days)
      || __builtin_add_overflow (days, seconds, &seconds))
    return civil->year < 0 ? ANNALS_INSTANT_EARLIEST : ANNALS_INSTANT_LATEST;

  return CLAMP (seconds, ANNALS_INSTANT_EARLIEST, ANNALS_INSTANT_LATEST);
}

/**
 * annals_instant_from_date:
 * @year: an astronomical year
 * @month: 1 to 12
 * @day: day of the month, from 1
 *
 * Returns: the first second of the date, never open: what lies beyond the range is
 *   %ANNALS_INSTANT_EARLIEST or %ANNALS_INSTANT_LATEST
 */
AnnalsInstant
annals_instant_from_date (gint64 year, gint month, gint day)
{
  AnnalsCivil civil = { .year = year, .month = month, .day = day };

  return annals_instant_from_civil (&civil);
}

/**
 * annals_instant_to_civil:
 * @instant: an instant
 * @civil: (out caller-allocates): where to put date and time of day
 *
 * Takes an instant apart. An open instant gives the date that its number would stand for; ask
 * [func@Annals.instant_is_open] first.
 */
void
annals_instant_to_civil (AnnalsInstant instant, AnnalsCivil *civil)
{
  gint second_of_day;

  g_return_if_fail (civil != NULL);

  annals_civil_from_days (floor_div (instant, ANNALS_SECONDS_PER_DAY), civil);
  second_of_day = (gint) floor_mod (instant, ANNALS_SECONDS_PER_DAY);
  civil->hour = second_of_day / 3600;
  civil->minute = second_of_day / 60 % 60;
  civil->second = second_of_day % 60;
}

/**
 * annals_instant_get_weekday:
 * @instant: an instant
 *
 * Returns: the day of the week as ISO 8601 counts it: 1 is Monday, 7 is Sunday
 */
gint
annals_instant_get_weekday (AnnalsInstant instant)
{
  /* 0001-01-01 was a Monday. */
  return (gint) floor_mod (floor_div (instant, ANNALS_SECONDS_PER_DAY), 7) + 1;
}

/**
 * annals_instant_is_open:
 * @instant: an instant
 *
 * Whether @instant stands for "no bound".
 */
gboolean
annals_instant_is_open (AnnalsInstant instant)
{
  return instant == ANNALS_INSTANT_MIN || instant == ANNALS_INSTANT_MAX;
}

/**
 * annals_instant_dup_iso_date:
 * @instant: an instant
 *
 * The date of an instant for other programs: ISO 8601 with an astronomical year of at least four
 * digits, such as `1973-10-17` or `-0043-03-15`.
 *
 * Returns: (transfer full) (nullable): the date, %NULL when @instant is open
 */
gchar *
annals_instant_dup_iso_date (AnnalsInstant instant)
{
  AnnalsCivil civil;

  if (annals_instant_is_open (instant))
    return NULL;

  annals_instant_to_civil (instant, &civil);

  return g_strdup_printf ("%s%04" G_GINT64_FORMAT "-%02d-%02d", civil.year < 0 ? "-" : "",
                          ABS (civil.year), civil.month, civil.day);
}
