/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annals-calendar-private.h"

/* The arithmetic of calendars whose years consist of months, in whole days of 64 bits.
 *
 * ICU has Hebrew and Islamic calendars too, but counts in milliseconds of a double and in years of
 * 32 bits, which ends long before the time a picture can show; a calendar object of it may not be
 * shared between threads; and the Hebrew one of ICU 72 is a day late for a year in some two
 * hundred, such as 5807, where it puts a new year off twice. It serves the tests as a second
 * opinion. It has neither a Julian calendar of its own nor a French one. The sources of the rules:
 * for the Hebrew calendar the molad of Tishri with its four postponements, for the Islamic one the
 * table of 30 years, for the French one the years as they began, by the equinox of Paris. */

static gint64
floor_div (gint64 dividend, gint64 divisor)
{
  gint64 quotient = dividend / divisor;

  return dividend % divisor < 0 ? quotient - 1 : quotient;
}

static gint64
floor_mod (gint64 dividend, gint64 divisor)
{
  return dividend - floor_div (dividend, divisor) * divisor;
}

/* Gregorian */

static gint
gregorian_get_n_days (gint64 year, gint month)
{
  return annals_days_in_month (year, month);
}

static gint64
gregorian_get_first_day (gint64 year, gint month)
{
  return annals_days_from_civil (year, month, 1);
}

static void
gregorian_from_days (gint64 day, AnnalsCalendarDate *date)
{
  AnnalsCivil civil;

  annals_civil_from_days (day, &civil);
  *date = (AnnalsCalendarDate){ .year = civil.year, .month = civil.month, .day = civil.day };
}

const AnnalsCalendarRules annals_calendar_gregorian = {
  12,
  -ANNALS_CALENDAR_YEAR_MAX,
  ANNALS_CALENDAR_YEAR_MAX,
  gregorian_get_n_days,
  gregorian_get_first_day,
  gregorian_from_days,
};

/* Julian. Years are counted from March here, so that the leap day is the last of its year. */

#define DAYS_PER_FOUR_YEARS 1461
/* 1 March of the Julian year 0 is 28 February of the Gregorian year 0. */
#define JULIAN_EPOCH_DAYS (-308)

static gint
julian_get_n_days (gint64 year, gint month)
{
  return month == 2 && floor_mod (year, 4) == 0 ? 29 : annals_days_in_month (1, month);
}

static gint64
julian_get_first_day (gint64 year, gint month)
{
  gint64 march_year = month <= 2 ? year - 1 : year;

  return JULIAN_EPOCH_DAYS + floor_div (march_year * DAYS_PER_FOUR_YEARS, 4)
         + (153 * ((month + 9) % 12) + 2) / 5;
}

static void
julian_from_days (gint64 day, AnnalsCalendarDate *date)
{
  gint64 since_epoch = day - JULIAN_EPOCH_DAYS;
  gint64 march_year = floor_div (4 * since_epoch + 3, DAYS_PER_FOUR_YEARS);
  gint day_of_year = (gint) (since_epoch - floor_div (march_year * DAYS_PER_FOUR_YEARS, 4));
  gint march_month = (5 * day_of_year + 2) / 153;

  date->month = march_month < 10 ? march_month + 3 : march_month - 9;
  date->year = march_year + (date->month <= 2 ? 1 : 0);
  date->day = day_of_year - (153 * march_month + 2) / 5 + 1;
}

const AnnalsCalendarRules annals_calendar_julian = {
  12,
  -ANNALS_CALENDAR_YEAR_MAX,
  ANNALS_CALENDAR_YEAR_MAX,
  julian_get_n_days,
  julian_get_first_day,
  julian_from_days,
};

/* Hebrew. The mean new moon of Tishri comes 29 days, 12 hours and 793 parts (of 1080 to the hour)
 * after the one of the month before; the year begins on its day unless a rule puts it off. */

#define PARTS_PER_DAY 25920
/* 1 Tishri 1 is 7 October 3761 BCE of the Julian calendar. */
#define HEBREW_EPOCH_DAYS (-1373428)
#define HEBREW_ADAR_I 6
#define HEBREW_LAST_MONTH 13

gboolean
annals_calendar_hebrew_is_leap (gint64 year)
{
  return floor_mod (7 * year + 1, 19) < 7;
}

/* The day of the new moon, put off to noon and from Sunday, Wednesday and Friday. */
static gint64
hebrew_get_elapsed_days (gint64 year)
{
  gint64 months = floor_div (235 * year - 234, 19);
  gint64 parts = 12084 + 13753 * months;
  gint64 day = 29 * months + floor_div (parts, PARTS_PER_DAY);

  return floor_mod (3 * (day + 1), 7) < 3 ? day + 1 : day;
}

/* The other two rules keep years from having lengths that there are none of. */
static gint64
hebrew_get_new_year (gint64 year)
{
  gint64 before = hebrew_get_elapsed_days (year - 1);
  gint64 at = hebrew_get_elapsed_days (year);
  gint64 after = hebrew_get_elapsed_days (year + 1);
  gint delay = after - at == 356 ? 2 : at - before == 382 ? 1 : 0;

  return HEBREW_EPOCH_DAYS + at + delay;
}

static gint
hebrew_get_length_in_year (gint64 year, gint month, gint n_days_of_year)
{
  static const gint days[] = { 30, 29, 30, 29, 30, 30, 29, 30, 29, 30, 29, 30, 29 };

  if (month == HEBREW_ADAR_I && !annals_calendar_hebrew_is_leap (year))
    return 0;
  if (month == 2 && n_days_of_year % 10 == 5)
    return 30;
  if (month == 3 && n_days_of_year % 10 == 3)
    return 29;

  return days[month - 1];
}

static gint
hebrew_get_n_days_of_year (gint64 year)
{
  return (gint) (hebrew_get_new_year (year + 1) - hebrew_get_new_year (year));
}

static gint
hebrew_get_n_days (gint64 year, gint month)
{
  return hebrew_get_length_in_year (year, month, hebrew_get_n_days_of_year (year));
}

static gint64
hebrew_get_first_day (gint64 year, gint month)
{
  gint n_days_of_year = hebrew_get_n_days_of_year (year);
  gint64 day = hebrew_get_new_year (year);

  for (gint i = 1; i < month; i++)
    day += hebrew_get_length_in_year (year, i, n_days_of_year);

  return day;
}

static void
hebrew_from_days (gint64 day, AnnalsCalendarDate *date)
{
  gint n_days_of_year;
  gint rest;

  /* 35975351 days are 98496 years on the average. */
  date->year = (day - HEBREW_EPOCH_DAYS) / 35975351 * 98496
               + (day - HEBREW_EPOCH_DAYS) % 35975351 * 98496 / 35975351 + 1;
  while (hebrew_get_new_year (date->year) > day)
    date->year--;
  while (hebrew_get_new_year (date->year + 1) <= day)
    date->year++;

  n_days_of_year = hebrew_get_n_days_of_year (date->year);
  rest = (gint) (day - hebrew_get_new_year (date->year));
  for (date->month = 1; date->month < HEBREW_LAST_MONTH; date->month++)
    {
      gint n_days = hebrew_get_length_in_year (date->year, date->month, n_days_of_year);

      if (rest < n_days)
        break;
      rest -= n_days;
    }
  date->day = rest + 1;
}

const AnnalsCalendarRules annals_calendar_hebrew = {
  HEBREW_LAST_MONTH, 1, ANNALS_CALENDAR_YEAR_MAX, hebrew_get_n_days, hebrew_get_first_day,
  hebrew_from_days,
};

/* Islamic: 11 leap years in 30, in which the last month has a day more. */

#define ISLAMIC_YEARS_PER_CYCLE 30
#define ISLAMIC_DAYS_PER_CYCLE 10631
/* 16 July 622 of the Julian calendar */
#define ISLAMIC_EPOCH_DAYS 227014

static gint
islamic_get_n_days (gint64 year, gint month)
{
  if (month == 12 && floor_mod (11 * year + 14, ISLAMIC_YEARS_PER_CYCLE) < 11)
    return 30;

  return month % 2 == 1 ? 30 : 29;
}

static gint64
islamic_get_first_day (gint64 year, gint month)
{
  return ISLAMIC_EPOCH_DAYS + (year - 1) * 354 + floor_div (3 + 11 * year, ISLAMIC_YEARS_PER_CYCLE)
         + (59 * (month - 1) + 1) / 2;
}

static void
islamic_from_days (gint64 day, AnnalsCalendarDate *date)
{
  gint64 since_epoch = day - ISLAMIC_EPOCH_DAYS;
  gint rest;

  date->year = floor_div (ISLAMIC_YEARS_PER_CYCLE * since_epoch + 10646, ISLAMIC_DAYS_PER_CYCLE);
  rest = (gint) (day - islamic_get_first_day (date->year, 1));
  date->month = MIN (2 * rest / 59 + 1, 12);
  date->day = (gint) (day - islamic_get_first_day (date->year, date->month)) + 1;
}

const AnnalsCalendarRules annals_calendar_islamic = {
  12, 1, ANNALS_CALENDAR_YEAR_MAX, islamic_get_n_days, islamic_get_first_day, islamic_from_days,
};

/* French Republican. The year began on the day of the equinox at Paris, which no rule gave; these
 * are the years as they were. The calendar ended with 10 Nivôse XIV. The Commune took it up again
 * for some weeks of the year 79. */

#define FRENCH_FIRST_YEAR 1
#define FRENCH_LAST_YEAR 14
#define FRENCH_COMMUNE_YEAR 79
#define FRENCH_N_MONTHS 13
#define FRENCH_DAYS_PER_MONTH 30

/* The day of September on which a year began, from the year I, which began in 1792. */
static const gint french_september_days[] = {
  22, 22, 22, 23, 22, 22, 22, 23, 23, 23, 23, 24, 23, 23,
};

static gint64
french_get_new_year (gint64 year)
{
  if (year == FRENCH_COMMUNE_YEAR)
    return annals_days_from_civil (1870, 9, 23);

  return annals_days_from_civil (1791 + year, 9, french_september_days[year - 1]);
}

static gint
french_get_n_days (gint64 year, gint month)
{
  if (year > FRENCH_LAST_YEAR && year != FRENCH_COMMUNE_YEAR)
    return 0;
  if (month < FRENCH_N_MONTHS)
    return FRENCH_DAYS_PER_MONTH;

  return year == 3 || year == 7 || year == 11 ? 6 : 5;
}

static gint64
french_get_first_day (gint64 year, gint month)
{
  return french_get_new_year (year) + (month - 1) * FRENCH_DAYS_PER_MONTH;
}

gboolean
annals_calendar_french_is_in_force (gint64 day)
{
  return (day >= french_get_new_year (FRENCH_FIRST_YEAR)
          && day <= annals_days_from_civil (1805, 12, 31))
         || (day >= annals_days_from_civil (1871, 3, 18)
             && day <= annals_days_from_civil (1871, 5, 28));
}

static void
french_from_days (gint64 day, AnnalsCalendarDate *date)
{
  gint rest;

  date->year = FRENCH_COMMUNE_YEAR;
  if (day < french_get_new_year (FRENCH_COMMUNE_YEAR))
    for (date->year = FRENCH_LAST_YEAR; french_get_new_year (date->year) > day;)
      date->year--;

  rest = (gint) (day - french_get_new_year (date->year));
  date->month = rest / FRENCH_DAYS_PER_MONTH + 1;
  date->day = rest % FRENCH_DAYS_PER_MONTH + 1;
}

const AnnalsCalendarRules annals_calendar_french = {
  FRENCH_N_MONTHS,   FRENCH_FIRST_YEAR,    FRENCH_COMMUNE_YEAR,
  french_get_n_days, french_get_first_day, french_from_days,
};
