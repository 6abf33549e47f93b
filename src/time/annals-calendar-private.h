/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "annals-calendar.h"

G_BEGIN_DECLS

/* Within src/time/ only: what the calendars are made of. */

/**
 * AnnalsCalendarRules:
 * @n_months: how many months a year has at most
 * @first_year: the first year there is
 * @last_year: the last one
 * @get_n_days: how many days a month of a year has; 0 when the year has no such month
 * @get_first_day: the first day of a month that there is
 * @from_days: the reverse, for a day of a year that there is
 *
 * The arithmetic of a calendar whose years consist of months.
 */
typedef struct
{
  gint n_months;
  gint64 first_year;
  gint64 last_year;
  gint (*get_n_days) (gint64 year, gint month);
  gint64 (*get_first_day) (gint64 year, gint month);
  void (*from_days) (gint64 day, AnnalsCalendarDate *date);
} AnnalsCalendarRules;

extern const AnnalsCalendarRules annals_calendar_gregorian;
extern const AnnalsCalendarRules annals_calendar_julian;
extern const AnnalsCalendarRules annals_calendar_hebrew;
extern const AnnalsCalendarRules annals_calendar_islamic;
extern const AnnalsCalendarRules annals_calendar_french;

gboolean annals_calendar_hebrew_is_leap (gint64 year);
gboolean annals_calendar_french_is_in_force (gint64 day);

/**
 * AnnalsCalendarEra:
 * @kanji: its name as written in Japan
 * @romanised: its name as written elsewhere, with macrons
 * @other_names: (nullable): further spellings, separated by spaces
 * @year: the year in which it began, as Japan counted years: 1854 for Ansei, though its first day
 *   was in January 1855 of the Gregorian calendar
 * @month: the Gregorian month of its first day
 * @day: its first day in that month
 * @begins_in_next_year: whether that is in the Gregorian year after @year
 *
 * A Japanese era.
 */
typedef struct
{
  const gchar *kanji;
  const gchar *romanised;
  const gchar *other_names;
  gint year;
  gint month;
  gint day;
  gboolean begins_in_next_year;
} AnnalsCalendarEra;

#define ANNALS_CALENDAR_N_ERAS 41

/* From this year on, Japan's months and days are Gregorian. */
#define ANNALS_CALENDAR_JAPAN_GREGORIAN_FROM 1873

const AnnalsCalendarEra *annals_calendar_get_era (gint era);
gint64 annals_calendar_era_get_first_day (gint era);
gint64 annals_calendar_era_get_last_day (gint era);
gint annals_calendar_era_at (gint64 day);

gchar *annals_calendar_fold_name (const gchar *name);
gchar *annals_calendar_dup_language (void);
const gchar *annals_calendar_get_month_name (AnnalsCalendar calendar,
                                             gint64 year,
                                             gint month,
                                             AnnalsWordsForm form);
const gchar *annals_calendar_get_era_name (gint era);

G_END_DECLS
