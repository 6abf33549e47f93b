/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "annals-date.h"

G_BEGIN_DECLS

/**
 * AnnalsCalendar:
 * @ANNALS_CALENDAR_GREGORIAN: the calendar of all bounds, before 1582 too; astronomical years
 * @ANNALS_CALENDAR_JULIAN: the Julian calendar with years from 1 January; astronomical years
 * @ANNALS_CALENDAR_OLD_STYLE: the Julian calendar with years from 25 March, as England counted them
 *   until 1752: the day after 24 March 1697 was 25 March 1698
 * @ANNALS_CALENDAR_JAPANESE: years of Japanese eras from Keichō (1596) on. From Meiji 6 (1873) on
 *   months and days are those of the Gregorian calendar; before, only years are given
 * @ANNALS_CALENDAR_FRENCH_REPUBLICAN: 22 September 1792 to 31 December 1805, and in the Paris
 *   Commune of 1871. Month 13 is that of the complementary days
 * @ANNALS_CALENDAR_HEBREW: the calculated Hebrew calendar, from the year 1 on. Months are counted
 *   from Tishri; month 6 is Adar I, which only leap years have, and month 7 Adar, or Adar II
 * @ANNALS_CALENDAR_ISLAMIC: the tabular Islamic calendar: leap years 2, 5, 7, 10, 13, 16, 18, 21,
 *   24, 26 and 29 of 30, civil epoch of 16 July 622 (Julian). What was observed may differ by a day
 *   or two
 *
 * A way of writing and showing dates. Spans never depend on it. A day is taken to begin at midnight
 * in all of them, though Hebrew and Islamic days begin on the evening before.
 */
typedef enum
{
  ANNALS_CALENDAR_GREGORIAN,
  ANNALS_CALENDAR_JULIAN,
  ANNALS_CALENDAR_OLD_STYLE,
  ANNALS_CALENDAR_JAPANESE,
  ANNALS_CALENDAR_FRENCH_REPUBLICAN,
  ANNALS_CALENDAR_HEBREW,
  ANNALS_CALENDAR_ISLAMIC,
} AnnalsCalendar;

#define ANNALS_N_CALENDARS (ANNALS_CALENDAR_ISLAMIC + 1)

/* Years further away than this are in no calendar but the Gregorian. Every instant is nearer. */
#define ANNALS_CALENDAR_YEAR_MAX G_GINT64_CONSTANT (1000000000000)

/**
 * AnnalsCalendarDate:
 * @era: a Japanese era as [func@Annals.calendar_find_era] numbers them, from 1; 0 in other
 *   calendars
 * @year: the year, as the calendar counts
 * @month: from 1; 0 when absent
 * @day: from 1; 0 when absent, as it must be when the month is
 *
 * A day, month or year as a calendar names it.
 */
typedef struct
{
  gint era;
  gint64 year;
  gint month;
  gint day;
} AnnalsCalendarDate;

gboolean annals_calendar_to_days (AnnalsCalendar calendar,
                                  const AnnalsCalendarDate *date,
                                  gint64 *first_day,
                                  gint64 *last_day,
                                  GError **error);
gboolean annals_calendar_from_days (AnnalsCalendar calendar, gint64 day, AnnalsCalendarDate *date);

gchar *
annals_calendar_dup_words (AnnalsCalendar calendar, const AnnalsDate *date, AnnalsWordsForm form);
gchar *annals_calendar_dup_both_words (AnnalsCalendar calendar,
                                       const AnnalsDate *date,
                                       AnnalsWordsForm form);

gboolean annals_calendar_find_month (AnnalsCalendar calendar, const gchar *name, gint *month);
gboolean annals_calendar_find_era (const gchar *name, gint *era);

/**
 * AnnalsCalendarUnit:
 *
 * Stretches of a calendar, longest first. Only the Japanese has eras.
 */
typedef enum
{
  ANNALS_CALENDAR_UNIT_ERA,
  ANNALS_CALENDAR_UNIT_YEAR,
  ANNALS_CALENDAR_UNIT_MONTH,
  ANNALS_CALENDAR_UNIT_DAY,
} AnnalsCalendarUnit;

gboolean annals_calendar_find_unit (AnnalsCalendar calendar,
                                    AnnalsCalendarUnit unit,
                                    gint64 step,
                                    gint64 day,
                                    gint64 *first_day,
                                    gint64 *last_day,
                                    AnnalsCalendarDate *date);
gboolean annals_calendar_find_next_day (AnnalsCalendar calendar, gint64 day, gint64 *next_day);
gchar *annals_calendar_dup_unit_words (AnnalsCalendar calendar,
                                       const AnnalsCalendarDate *date,
                                       AnnalsWordsForm form);

const gchar *annals_calendar_get_id (AnnalsCalendar calendar);
const gchar *annals_calendar_get_name (AnnalsCalendar calendar);
gboolean annals_calendar_from_id (const gchar *id, AnnalsCalendar *calendar);

G_END_DECLS
