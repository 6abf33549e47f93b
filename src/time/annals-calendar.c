/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "annals-calendar-private.h"

/* Dates of a calendar and the days they mean. */

typedef struct
{
  const gchar *id;
  const gchar *name;
  /* What other files call it, separated by spaces. */
  const gchar *aliases;
  const AnnalsCalendarRules *rules;
} Calendar;

static const Calendar calendars[ANNALS_N_CALENDARS] = {
  [ANNALS_CALENDAR_GREGORIAN] = {
    "gregorian", NC_ ("calendar", "Gregorian"), "", &annals_calendar_gregorian,
  },
  [ANNALS_CALENDAR_JULIAN] = {
    "julian", NC_ ("calendar", "Julian"), "", &annals_calendar_julian,
  },
  [ANNALS_CALENDAR_OLD_STYLE] = {
    "old-style",
    /* Translators: the Julian calendar with years that begin on 25 March. */
    NC_ ("calendar", "Julian, Old Style"),
    "oldstyle os julian-old-style", &annals_calendar_julian,
  },
  [ANNALS_CALENDAR_JAPANESE] = {
    "japanese", NC_ ("calendar", "Japanese eras"), "", &annals_calendar_gregorian,
  },
  [ANNALS_CALENDAR_FRENCH_REPUBLICAN] = {
    "french-republican", NC_ ("calendar", "French Republican"),
    "frenchrepublican republican french", &annals_calendar_french,
  },
  [ANNALS_CALENDAR_HEBREW] = {
    "hebrew", NC_ ("calendar", "Hebrew"), "jewish", &annals_calendar_hebrew,
  },
  [ANNALS_CALENDAR_ISLAMIC] = {
    "islamic",
    /* Translators: the Islamic calendar as it is calculated, not as the moon is observed. */
    NC_ ("calendar", "Islamic, tabular"),
    "islamic-civil islamic-tabular hijri muslim", &annals_calendar_islamic,
  },
};

/* In this month of the Old Style a year ends and the next begins. */
#define LADY_DAY_MONTH 3
#define LADY_DAY 25

/**
 * annals_calendar_get_id:
 * @calendar: a calendar
 *
 * Returns: (transfer none): what it is called in files and on the command line, such as `julian`
 */
const gchar *
annals_calendar_get_id (AnnalsCalendar calendar)
{
  g_return_val_if_fail (calendar < ANNALS_N_CALENDARS, NULL);

  return calendars[calendar].id;
}

/**
 * annals_calendar_get_name:
 * @calendar: a calendar
 *
 * Returns: (transfer none): what it is called in the language of the locale, such as “Julian”
 */
const gchar *
annals_calendar_get_name (AnnalsCalendar calendar)
{
  g_return_val_if_fail (calendar < ANNALS_N_CALENDARS, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "calendar", calendars[calendar].name);
}

/**
 * annals_calendar_from_id:
 * @id: what [func@Annals.calendar_get_id] gives, or another common name in English, in any case
 * @calendar: (out): where to put the calendar
 *
 * Returns: whether there is such a calendar
 */
gboolean
annals_calendar_from_id (const gchar *id, AnnalsCalendar *calendar)
{
  g_return_val_if_fail (id != NULL, FALSE);
  g_return_val_if_fail (calendar != NULL, FALSE);

  for (guint i = 0; i < ANNALS_N_CALENDARS; i++)
    {
      g_auto (GStrv) aliases = g_strsplit (calendars[i].aliases, " ", -1);
      gboolean is_it = g_ascii_strcasecmp (id, calendars[i].id) == 0;

      for (guint j = 0; aliases[j] != NULL; j++)
        is_it = is_it || g_ascii_strcasecmp (id, aliases[j]) == 0;
      if (is_it)
        {
          *calendar = i;
          return TRUE;
        }
    }

  return FALSE;
}

/* From dates to days */

static gboolean
fail_literally (const gchar *message, GError **error)
{
  g_set_error_literal (error, ANNALS_TIME_ERROR, ANNALS_TIME_ERROR_IMPOSSIBLE, message);

  return FALSE;
}

static gboolean
fail_year (AnnalsCalendar calendar, GError **error)
{
  g_set_error (error, ANNALS_TIME_ERROR, ANNALS_TIME_ERROR_IMPOSSIBLE,
               /* Translators: %s is a calendar. */
               _ ("Calendar “%s”: there is no such year."), annals_calendar_get_name (calendar));

  return FALSE;
}

static gboolean
fail_day (AnnalsCalendar calendar, const AnnalsCalendarDate *date, GError **error)
{
  g_autofree gchar *year = g_strdup_printf ("%" G_GINT64_FORMAT, date->year);

  g_set_error (error, ANNALS_TIME_ERROR, ANNALS_TIME_ERROR_IMPOSSIBLE,
               /* Translators: %1$s is a calendar, %2$d a day, %3$d the number of a month, %4$s a
                * year. */
               _ ("Calendar “%1$s”: there is no day %2$d in month %3$d of the year %4$s."),
               annals_calendar_get_name (calendar), date->day, date->month, year);

  return FALSE;
}

static gboolean
fail_month (AnnalsCalendar calendar, const AnnalsCalendarDate *date, GError **error)
{
  g_autofree gchar *year = g_strdup_printf ("%" G_GINT64_FORMAT, date->year);

  g_set_error (error, ANNALS_TIME_ERROR, ANNALS_TIME_ERROR_IMPOSSIBLE,
               /* Translators: %1$s is a calendar, %2$d the number of a month, %3$s a year. */
               _ ("Calendar “%1$s”: there is no month %2$d in the year %3$s."),
               annals_calendar_get_name (calendar), date->month, year);

  return FALSE;
}

/* A year of months; from its first day to its last. */
static gboolean
convert_by_rules (AnnalsCalendar calendar,
                  const AnnalsCalendarDate *date,
                  gint64 *first_day,
                  gint64 *last_day,
                  GError **error)
{
  const AnnalsCalendarRules *rules = calendars[calendar].rules;
  gint first_month = date->month > 0 ? date->month : 1;
  gint last_month = date->month > 0 ? date->month : rules->n_months;
  gint n_days;

  if (date->year < rules->first_year || date->year > rules->last_year)
    return fail_year (calendar, error);
  if (date->month < 0 || date->month > rules->n_months
      || rules->get_n_days (date->year, first_month) == 0)
    return date->month == 0 ? fail_year (calendar, error) : fail_month (calendar, date, error);

  n_days = rules->get_n_days (date->year, last_month);
  if (date->day < 0 || (date->day > 0 && (date->month == 0 || date->day > n_days)))
    return fail_day (calendar, date, error);

  *first_day = rules->get_first_day (date->year, first_month) + MAX (date->day - 1, 0);
  *last_day = date->day > 0 ? *first_day
                            : rules->get_first_day (date->year, last_month) + n_days - 1;

  return TRUE;
}

/* March belongs to the end of its year up to the 24th, and to the begin from the 25th; so a March
 * may be any time of a year. */
static gboolean
convert_old_style (const AnnalsCalendarDate *date,
                   gint64 *first_day,
                   gint64 *last_day,
                   GError **error)
{
  AnnalsCalendarDate julian = *date;

  if (ABS (date->year) >= ANNALS_CALENDAR_YEAR_MAX)
    return fail_year (ANNALS_CALENDAR_OLD_STYLE, error);
  if (date->month == 0 || (date->month == LADY_DAY_MONTH && date->day == 0))
    {
      *first_day = annals_calendar_julian.get_first_day (date->year, LADY_DAY_MONTH) + LADY_DAY - 1;
      *last_day = annals_calendar_julian.get_first_day (date->year + 1, LADY_DAY_MONTH) + LADY_DAY
                  - 2;
      return date->day == 0 || fail_day (ANNALS_CALENDAR_OLD_STYLE, date, error);
    }

  if (date->month < LADY_DAY_MONTH || (date->month == LADY_DAY_MONTH && date->day < LADY_DAY))
    julian.year++;

  return convert_by_rules (ANNALS_CALENDAR_OLD_STYLE, &julian, first_day, last_day, error);
}

static gboolean
fail_era (const AnnalsCalendarDate *date, GError **error)
{
  const gchar *era = annals_calendar_get_era (date->era)->romanised;
  g_autofree gchar *year = g_strdup_printf ("%" G_GINT64_FORMAT, date->year);

  if (date->month > 0)
    g_set_error (error, ANNALS_TIME_ERROR, ANNALS_TIME_ERROR_IMPOSSIBLE,
                 /* Translators: %1$s is a Japanese era, %2$s the number of a year. */
                 _ ("There was no such day in the year %2$s of the era %1$s."), era, year);
  else
    g_set_error (error, ANNALS_TIME_ERROR, ANNALS_TIME_ERROR_IMPOSSIBLE,
                 /* Translators: %1$s is a Japanese era, %2$s the number of a year. */
                 _ ("The era %1$s has no year %2$s."), era, year);

  return FALSE;
}

static gint64
get_last_year_of_era (gint era)
{
  if (era == ANNALS_CALENDAR_N_ERAS)
    return ANNALS_CALENDAR_YEAR_MAX - annals_calendar_get_era (era)->year;

  return annals_calendar_get_era (era + 1)->year - annals_calendar_get_era (era)->year + 1;
}

static gboolean
convert_japanese (const AnnalsCalendarDate *date,
                  gint64 *first_day,
                  gint64 *last_day,
                  GError **error)
{
  AnnalsCalendarDate gregorian = { 0, 0, date->month, date->day };

  if (date->era < 1 || date->era > ANNALS_CALENDAR_N_ERAS)
    return fail_literally (_ ("There is no such Japanese era."), error);
  if (date->year < 1 || date->year > get_last_year_of_era (date->era))
    return fail_era (date, error);

  gregorian.year = annals_calendar_get_era (date->era)->year + date->year - 1;
  if (date->month != 0 && gregorian.year < ANNALS_CALENDAR_JAPAN_GREGORIAN_FROM)
    return fail_literally (_ ("Before Meiji 6 (1873) Japan’s months were those of the moon: give "
                              "the year alone, or the date in the Gregorian calendar."),
                           error);
  if (!convert_by_rules (ANNALS_CALENDAR_JAPANESE, &gregorian, first_day, last_day, error))
    return FALSE;
  if (gregorian.year < ANNALS_CALENDAR_JAPAN_GREGORIAN_FROM)
    return TRUE;

  *first_day = MAX (*first_day, annals_calendar_era_get_first_day (date->era));
  *last_day = MIN (*last_day, annals_calendar_era_get_last_day (date->era));

  return *first_day <= *last_day || fail_era (date, error);
}

/* The calendar was given up within a year of its own. */
static gboolean
convert_french (const AnnalsCalendarDate *date, gint64 *first_day, gint64 *last_day, GError **error)
{
  if (!convert_by_rules (ANNALS_CALENDAR_FRENCH_REPUBLICAN, date, first_day, last_day, error))
    return FALSE;

  while (*first_day <= *last_day && !annals_calendar_french_is_in_force (*first_day))
    (*first_day)++;
  while (*first_day <= *last_day && !annals_calendar_french_is_in_force (*last_day))
    (*last_day)--;

  return *first_day <= *last_day
         || fail_literally (_ ("The French Republican calendar was not in use then: it ended on 10 "
                               "Nivôse XIV, and the Commune took it up in the spring of the year "
                               "79."),
                            error);
}

/**
 * annals_calendar_to_days:
 * @calendar: a calendar
 * @date: a year, month or day of it
 * @first_day: (out): where to put the first day that it may mean, as
 *   [func@Annals.days_from_civil] counts
 * @last_day: (out): where to put the last one; the same for a day
 * @error: where to put an error of %ANNALS_TIME_ERROR
 *
 * Reckons what days a date of a calendar stands for. Where an era begins or ends within a year or
 * month, only its own days do. A year of an era before Meiji 6 stands for the Gregorian year that
 * tables give for it.
 *
 * Returns: whether there is such a date
 */
gboolean
annals_calendar_to_days (AnnalsCalendar calendar,
                         const AnnalsCalendarDate *date,
                         gint64 *first_day,
                         gint64 *last_day,
                         GError **error)
{
  g_return_val_if_fail (calendar < ANNALS_N_CALENDARS, FALSE);
  g_return_val_if_fail (date != NULL && first_day != NULL && last_day != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  switch (calendar)
    {
    case ANNALS_CALENDAR_OLD_STYLE:
      return convert_old_style (date, first_day, last_day, error);
    case ANNALS_CALENDAR_JAPANESE:
      return convert_japanese (date, first_day, last_day, error);
    case ANNALS_CALENDAR_FRENCH_REPUBLICAN:
      return convert_french (date, first_day, last_day, error);
    case ANNALS_CALENDAR_GREGORIAN:
    case ANNALS_CALENDAR_JULIAN:
    case ANNALS_CALENDAR_HEBREW:
    case ANNALS_CALENDAR_ISLAMIC:
    default:
      return convert_by_rules (calendar, date, first_day, last_day, error);
    }
}

/* From days to dates */

static gboolean
find_japanese (gint64 day, AnnalsCalendarDate *date)
{
  gint era = annals_calendar_era_at (day);

  if (era == 0)
    return FALSE;

  annals_calendar_gregorian.from_days (day, date);
  if (date->year < ANNALS_CALENDAR_JAPAN_GREGORIAN_FROM)
    date->month = date->day = 0;
  date->era = era;
  date->year -= annals_calendar_get_era (era)->year - 1;

  return TRUE;
}

static gint64
get_first_day_of (AnnalsCalendar calendar)
{
  const AnnalsCalendarRules *rules = calendars[calendar].rules;

  return rules->get_first_day (rules->first_year, 1);
}

/**
 * annals_calendar_from_days:
 * @calendar: a calendar
 * @day: a day, as [func@Annals.days_from_civil] counts
 * @date: (out caller-allocates): where to put its date
 *
 * The reverse of [func@Annals.calendar_to_days], for a day. The date has no month and no day where
 * the calendar gives none, in Japan before 1873.
 *
 * Returns: whether the calendar has such a day: %FALSE before its first year, where it was not in
 *   use (French Republican) and more than %ANNALS_CALENDAR_YEAR_MAX years away
 */
gboolean
annals_calendar_from_days (AnnalsCalendar calendar, gint64 day, AnnalsCalendarDate *date)
{
  const gint64 most = ANNALS_CALENDAR_YEAR_MAX * 354;

  g_return_val_if_fail (calendar < ANNALS_N_CALENDARS, FALSE);
  g_return_val_if_fail (date != NULL, FALSE);

  *date = (AnnalsCalendarDate){ 0 };
  if (day < MAX (-most, get_first_day_of (calendar)) || day > most)
    return FALSE;
  if (calendar == ANNALS_CALENDAR_JAPANESE)
    return find_japanese (day, date);
  if (calendar == ANNALS_CALENDAR_FRENCH_REPUBLICAN && !annals_calendar_french_is_in_force (day))
    return FALSE;

  calendars[calendar].rules->from_days (day, date);
  if (calendar == ANNALS_CALENDAR_OLD_STYLE
      && (date->month < LADY_DAY_MONTH || (date->month == LADY_DAY_MONTH && date->day < LADY_DAY)))
    date->year--;

  return TRUE;
}
