/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "annals-words.h"

/* Words for years, months and single dates. The order of day, month and year is a matter of the
 * language, so each order is one template for translators. */

#define MONTHS 12
/* The mask of XXXX. */
#define ANY_YEAR 15

static const gchar *const month_names[] = {
  NC_ ("month", "January"), NC_ ("month", "February"), NC_ ("month", "March"),
  NC_ ("month", "April"),   NC_ ("month", "May"),      NC_ ("month", "June"),
  NC_ ("month", "July"),    NC_ ("month", "August"),   NC_ ("month", "September"),
  NC_ ("month", "October"), NC_ ("month", "November"), NC_ ("month", "December"),
};

static const gchar *const short_month_names[] = {
  NC_ ("short month", "Jan"), NC_ ("short month", "Feb"), NC_ ("short month", "Mar"),
  NC_ ("short month", "Apr"), NC_ ("short month", "May"), NC_ ("short month", "Jun"),
  NC_ ("short month", "Jul"), NC_ ("short month", "Aug"), NC_ ("short month", "Sep"),
  NC_ ("short month", "Oct"), NC_ ("short month", "Nov"), NC_ ("short month", "Dec"),
};

static const gchar *const season_names[] = {
  NC_ ("season", "spring"),
  NC_ ("season", "summer"),
  NC_ ("season", "autumn"),
  NC_ ("season", "winter"),
};

/* From ANNALS_EDTF_SEASON_QUARTER on. */
static const gchar *const year_parts[] = {
  /* Translators: %s is a year. */
  NC_ ("part of a year", "first quarter of %s"),
  /* Translators: %s is a year. */
  NC_ ("part of a year", "second quarter of %s"),
  /* Translators: %s is a year. */
  NC_ ("part of a year", "third quarter of %s"),
  /* Translators: %s is a year. */
  NC_ ("part of a year", "fourth quarter of %s"),
  /* Translators: %s is a year. */
  NC_ ("part of a year", "January–April %s"),
  /* Translators: %s is a year. */
  NC_ ("part of a year", "May–August %s"),
  /* Translators: %s is a year. */
  NC_ ("part of a year", "September–December %s"),
  /* Translators: %s is a year. */
  NC_ ("part of a year", "first half of %s"),
  /* Translators: %s is a year. */
  NC_ ("part of a year", "second half of %s"),
};

/**
 * annals_words_format_number:
 * @number: a number
 * @out: (out) (array length=size): @number, its digits grouped where there are many
 * @size: size of @out in bytes; 64 are enough
 */
void
annals_words_format_number (guint64 number, gchar *out, gsize size)
{
  gchar digits[24];
  gint length = g_snprintf (digits, sizeof digits, "%" G_GUINT64_FORMAT, number);
  gsize used = 0;

  if (number < ANNALS_WORDS_GROUPED_FROM)
    {
      g_strlcpy (out, digits, size);
      return;
    }
  for (gint i = 0; i < length && used + 1 < size; i++)
    {
      if (i > 0 && (length - i) % 3 == 0)
        /* Translators: this stands between each three digits of a large number, as in 66,000,000.
         */
        used += g_strlcpy (out + used, C_ ("thousands separator", ","), size - used);
      used = MIN (used, size - 1);
      used += g_strlcpy (out + used, (gchar[2]){ digits[i], '\0' }, size - used);
    }
}

/**
 * annals_words_dup_number:
 * @number: a number
 *
 * Returns: (transfer full): @number, its digits grouped where there are many
 */
gchar *
annals_words_dup_number (guint64 number)
{
  gchar grouped[64];

  annals_words_format_number (number, grouped, sizeof grouped);
  return g_strdup (grouped);
}

/**
 * annals_words_dup_counts:
 * @format: a translated message with a `%s` for each count, or for the first of them
 * @counts: (array length=n_counts): the counts
 * @n_counts: how many there are, up to three
 *
 * Returns: (transfer full): the message with the counts in it, as annals_words_dup_number() has
 *   them
 */
gchar *
annals_words_dup_counts (const gchar *format, const guint *counts, guint n_counts)
{
  gchar numbers[3][64] = { "" };

  g_return_val_if_fail (n_counts <= G_N_ELEMENTS (numbers), NULL);

  for (guint i = 0; i < n_counts; i++)
    annals_words_format_number (counts[i], numbers[i], sizeof numbers[i]);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  return g_strdup_printf (format, numbers[0], numbers[1], numbers[2]);
#pragma GCC diagnostic pop
}

/* The number of a year as people count it, without its era. */
static gchar *
dup_year_number (gint64 year)
{
  return annals_words_dup_number (year > 0 ? (guint64) year : 1 - (guint64) year);
}

/**
 * annals_words_dup_ordinal:
 * @number: a number of at least 1
 *
 * Returns: (transfer full): the ordinal number, such as 19th
 */
gchar *
annals_words_dup_ordinal (gint number)
{
  gint last_digit = number / 10 % 10 == 1 ? 0 : number % 10;

  switch (last_digit)
    {
    case 1:
      /* Translators: one of the four English ordinal forms, for “the %s century”; if your language
       * has one form only, translate all four alike. */
      return g_strdup_printf (C_ ("ordinal", "%dst"), number);
    case 2:
      /* Translators: one of the four English ordinal forms, for “the %s century”; if your language
       * has one form only, translate all four alike. */
      return g_strdup_printf (C_ ("ordinal", "%dnd"), number);
    case 3:
      /* Translators: one of the four English ordinal forms, for “the %s century”; if your language
       * has one form only, translate all four alike. */
      return g_strdup_printf (C_ ("ordinal", "%drd"), number);
    default:
      /* Translators: one of the four English ordinal forms, for “the %s century”; if your language
       * has one form only, translate all four alike. */
      return g_strdup_printf (C_ ("ordinal", "%dth"), number);
    }
}

static gchar *
dup_century (const AnnalsEdtfDate *date, AnnalsWordsForm form, AnnalsWordsRole role)
{
  g_autofree gchar *ordinal = annals_words_dup_ordinal ((gint) (ABS (date->year) / 100) + 1);

  if (form == ANNALS_WORDS_LONG || role != ANNALS_WORDS_ROLE_ALONE)
    return annals_words_dup_in_role (
        role, date->negative ? ANNALS_WORDS_KIND_CENTURY_BCE : ANNALS_WORDS_KIND_CENTURY, ordinal);

  return date->negative
             /* Translators: %s is an ordinal number such as 2nd. */
             ? g_strdup_printf (C_ ("short date", "%s century BCE"), ordinal)
             /* Translators: %s is an ordinal number such as 20th. */
             : g_strdup_printf (C_ ("short date", "%s century"), ordinal);
}

static gchar *
dup_decade (const AnnalsEdtfDate *date, AnnalsWordsForm form, AnnalsWordsRole role)
{
  g_autofree gchar *number = NULL;

  if (date->negative || date->year <= ANNALS_WORDS_MARKED_UNTIL)
    {
      g_autofree gchar *years = NULL;
      gint64 first;
      gint64 last;

      annals_edtf_date_get_years (date, &first, &last);
      years = annals_words_dup_years (first, last);
      return annals_words_dup_in_role (role, ANNALS_WORDS_KIND_YEAR, years);
    }

  number = dup_year_number (date->year);
  if (form == ANNALS_WORDS_LONG || role != ANNALS_WORDS_ROLE_ALONE)
    return annals_words_dup_in_role (role, ANNALS_WORDS_KIND_DECADE, number);

  /* Translators: a decade; %s is its first year, such as 1970. */
  return g_strdup_printf (C_ ("short date", "%ss"), number);
}

/* The year of a date, which names its era where the date stands beside one of the other. */
static gchar *
dup_own_year (const AnnalsEdtfDate *date)
{
  g_autofree gchar *number = NULL;

  if (date->year <= 0 || !date->names_era)
    return annals_year_dup_words (date->year);

  number = dup_year_number (date->year);
  return g_strdup_printf (C_ ("year", "%s CE"), number);
}

static gchar *
dup_year (const AnnalsEdtfDate *date, AnnalsWordsForm form)
{
  g_autofree gchar *year = dup_own_year (date);

  if (form == ANNALS_WORDS_SHORT)
    return g_steal_pointer (&year);

  if (date->day == ANNALS_EDTF_UNSPECIFIED)
    /* Translators: the day and month are not known; %s is a year. */
    return g_strdup_printf (C_ ("date", "some day in %s"), year);
  if (date->month == ANNALS_EDTF_UNSPECIFIED)
    /* Translators: the month is not known; %s is a year. */
    return g_strdup_printf (C_ ("date", "some month in %s"), year);

  return g_steal_pointer (&year);
}

static gboolean
has_two_years (const AnnalsEdtfDate *season)
{
  gint64 days[2];
  AnnalsCivil civil[2];

  annals_edtf_date_get_bounds (season, &days[0], &days[1]);
  annals_instant_to_civil (days[0], &civil[0]);
  annals_instant_to_civil (days[1], &civil[1]);

  return civil[0].year != civil[1].year;
}

static gchar *
dup_season (const AnnalsEdtfDate *date, AnnalsWordsForm form)
{
  gint n_seasons = G_N_ELEMENTS (season_names);
  const gchar *name = season_names[(date->month - ANNALS_EDTF_SEASON_FIRST) % n_seasons];
  g_autofree gchar *year = has_two_years (date)
                               ? annals_words_dup_years (date->year, date->year + 1)
                               : dup_own_year (date);
  g_autofree gchar *season = NULL;

  if (date->month >= ANNALS_EDTF_SEASON_QUARTER)
    {
      const gchar *part = g_dpgettext2 (GETTEXT_PACKAGE, "part of a year",
                                        year_parts[date->month - ANNALS_EDTF_SEASON_QUARTER]);

      return annals_words_dup_filled (part, year);
    }

  /* Translators: %1$s is a season, %2$s a year; for a winter, two years such as 1916–1917. */
  season = g_strdup_printf (C_ ("season and year", "%1$s %2$s"),
                            g_dpgettext2 (GETTEXT_PACKAGE, "season", name), year);
  if (date->month < ANNALS_EDTF_SEASON_NORTHERN || form == ANNALS_WORDS_SHORT)
    return g_steal_pointer (&season);
  if (date->month < ANNALS_EDTF_SEASON_SOUTHERN)
    /* Translators: %s is a season and its year. */
    return g_strdup_printf (C_ ("season", "%s in the northern hemisphere"), season);

  /* Translators: %s is a season and its year. */
  return g_strdup_printf (C_ ("season", "%s in the southern hemisphere"), season);
}

static gchar *
dup_month (const AnnalsEdtfDate *date, AnnalsWordsForm form)
{
  const gchar *month = annals_month_get_name (date->month, form);
  g_autofree gchar *year = dup_own_year (date);
  AnnalsWordsOut out = { NULL };

  if (date->day == ANNALS_EDTF_UNSPECIFIED && form == ANNALS_WORDS_LONG)
    /* Translators: the day is not known; %1$s is a month, %2$s a year. */
    return g_strdup_printf (C_ ("month and year", "some day in %1$s %2$s"), month, year);

  annals_words_put_month (&out, month, year);
  return out.words;
}

static gchar *
dup_day (const AnnalsEdtfDate *date, AnnalsWordsForm form)
{
  g_autofree gchar *year = dup_own_year (date);
  AnnalsWordsOut out = { NULL };

  annals_words_put_day (&out, date->day, annals_month_get_name (date->month, form), year);
  return out.words;
}

/**
 * annals_words_dup_day_and_month:
 * @date: a date with a month and a day
 * @form: how long the words may be
 *
 * Returns: (transfer full): the day without its year, such as “9 March”
 */
gchar *
annals_words_dup_day_and_month (const AnnalsEdtfDate *date, AnnalsWordsForm form)
{
  AnnalsWordsOut out = { NULL };

  annals_words_put_day_of_year (&out, date->day, annals_calendar_get_month_words (date, form));
  return out.words;
}

static gchar *
dup_zone (const AnnalsEdtfDate *date)
{
  gint hours = date->zone_minutes / 60;
  gint minutes = date->zone_minutes % 60;
  /* U+2212, the minus sign */
  const gchar *sign = date->zone_is_west ? "\342\210\222" : "+";

  if (date->zone_minutes == 0)
    return g_strdup (C_ ("time zone", "UTC"));

  /* Translators: how far a time zone is from UTC: %1$s is + or −, %2$d hours, %3$d minutes. */
  return g_strdup_printf (C_ ("time zone", "UTC%1$s%2$d:%3$02d"), sign, hours, minutes);
}

static gchar *
dup_second (const AnnalsEdtfDate *date, AnnalsWordsForm form)
{
  g_autofree gchar *day = dup_day (date, form);
  /* Translators: a time of day: hours, minutes and seconds. */
  g_autofree gchar *time = g_strdup_printf (C_ ("time of day", "%1$02d:%2$02d:%3$02d"), date->hour,
                                            date->minute, date->second);
  g_autofree gchar *zone = NULL;

  if (date->zone == ANNALS_EDTF_ZONE_NONE)
    /* Translators: %1$s is a day with month and year, %2$s a time of day. */
    return g_strdup_printf (C_ ("day and time", "%1$s, %2$s"), day, time);

  zone = dup_zone (date);

  /* Translators: %1$s is a day with month and year, %2$s a time of day, %3$s a time zone. */
  return g_strdup_printf (C_ ("day and time", "%1$s, %2$s %3$s"), day, time, zone);
}

/**
 * annals_month_get_name:
 * @month: 1 to 12
 * @form: whether to shorten it
 *
 * The name of a month in the language of the locale, as it stands within a date.
 *
 * Returns: (transfer none): the name, such as “October” or “Oct”
 */
const gchar *
annals_month_get_name (gint month, AnnalsWordsForm form)
{
  g_return_val_if_fail (month >= 1 && month <= 12, "");

  if (form == ANNALS_WORDS_SHORT)
    return g_dpgettext2 (GETTEXT_PACKAGE, "short month", short_month_names[month - 1]);

  return g_dpgettext2 (GETTEXT_PACKAGE, "month", month_names[month - 1]);
}

/**
 * annals_year_dup_words:
 * @year: an astronomical year
 *
 * Says a year as people count: the year -43 is 44 BCE. Years of our era that might not be taken for
 * years, below 100 and from 10,000 on, say that they are CE.
 *
 * Returns: (transfer full): the words
 */
gchar *
annals_year_dup_words (gint64 year)
{
  AnnalsWordsOut out = { NULL };

  annals_words_put_year (&out, year);
  return out.words;
}

/**
 * annals_year_write_words:
 * @year: an astronomical year
 * @out: (out) (array length=size): the words of annals_year_dup_words()
 * @size: size of @out in bytes; 128 are enough
 *
 * Says a year and asks for no memory.
 */
void
annals_year_write_words (gint64 year, gchar *out, gsize size)
{
  annals_words_put_year (&(AnnalsWordsOut){ .bytes = out, .size = size }, year);
}

/**
 * annals_words_dup_years:
 * @first: an astronomical year
 * @last: another one
 *
 * Says a range of years, naming the era once where it is the same.
 *
 * Returns: (transfer full): the words
 */
gchar *
annals_words_dup_years (gint64 first, gint64 last)
{
  AnnalsWordsOut out = { NULL };

  annals_words_put_years (&out, first, last);
  return out.words;
}

static gchar *
dup_whole (const AnnalsEdtfDate *date, AnnalsPrecision precision, AnnalsWordsForm form)
{
  switch (precision)
    {
    case ANNALS_PRECISION_SECOND:
      return dup_second (date, form);
    case ANNALS_PRECISION_DAY:
      return dup_day (date, form);
    case ANNALS_PRECISION_MONTH:
      return dup_month (date, form);
    case ANNALS_PRECISION_SEASON:
      return dup_season (date, form);
    case ANNALS_PRECISION_YEAR:
    case ANNALS_PRECISION_DECADE:
    case ANNALS_PRECISION_CENTURY:
    case ANNALS_PRECISION_MILLENNIUM:
    default:
      return dup_year (date, form);
    }
}

/* Digits that are not known in the midst of a date, or that do not count. */
static gboolean
is_irregular (const AnnalsEdtfDate *date)
{
  gint n_unspecified = annals_edtf_date_get_n_unspecified (date);

  return annals_edtf_date_is_scattered (date) || date->n_significant > 0 || n_unspecified > 2
         || date->year_mask == 2 || (n_unspecified > 0 && date->month != ANNALS_EDTF_ABSENT);
}

static gchar *
dup_bound (const AnnalsEdtfDate *date, AnnalsInstant bound, AnnalsWordsForm form)
{
  AnnalsCivil civil;
  AnnalsEdtfDate single = { 0 };

  annals_instant_to_civil (bound, &civil);
  single.year = civil.year;
  single.month = civil.month;
  single.day = annals_edtf_date_is_scattered (date) && date->day != ANNALS_EDTF_ABSENT ? civil.day
                                                                                       : 0;

  return single.day > 0 ? dup_day (&single, form) : dup_month (&single, form);
}

/* A day, a month, a season, or any day of a month, without its year; %NULL for what is none. */
static gchar *
dup_without_year (const AnnalsEdtfDate *date, AnnalsWordsForm form)
{
  const gchar *month;

  if (annals_edtf_date_is_season (date) && date->month < ANNALS_EDTF_SEASON_NORTHERN)
    return g_strdup (g_dpgettext2 (GETTEXT_PACKAGE, "season",
                                   season_names[date->month - ANNALS_EDTF_SEASON_FIRST]));
  if (date->month < 1 || date->month > MONTHS
      || (date->day == ANNALS_EDTF_UNSPECIFIED && annals_edtf_date_is_scattered (date)))
    return NULL;

  month = annals_month_get_name (date->month, form);
  if (date->day == ANNALS_EDTF_ABSENT)
    return g_strdup (month);
  if (date->day == ANNALS_EDTF_UNSPECIFIED)
    /* Translators: the day is not known; %s is a month, whose year is named elsewhere. */
    return g_strdup_printf (C_ ("month without year", "some day in %s"), month);

  return annals_words_dup_day_and_month (date, form);
}

/* A day or month in one of the years of a decade or century, or of any at all. */
static gchar *
dup_in_some_year (const AnnalsEdtfDate *date, AnnalsWordsForm form)
{
  gint n_unspecified = annals_edtf_date_get_n_unspecified (date);
  g_autofree gchar *words = dup_without_year (date, form);
  g_autofree gchar *years = NULL;

  if (words == NULL)
    return NULL;
  if (date->year_mask == ANY_YEAR && !date->negative)
    /* Translators: %s is a day or month. */
    return g_strdup_printf (C_ ("date", "%s of an unknown year"), words);
  if (date->year_mask == 3)
    years = dup_century (date, form, ANNALS_WORDS_ROLE_IN);
  else if (n_unspecified == 1 && !date->negative && date->year > ANNALS_WORDS_MARKED_UNTIL)
    years = dup_decade (date, form, ANNALS_WORDS_ROLE_IN);
  if (years == NULL)
    return NULL;

  /* Translators: %1$s is a day or month, %2$s the decade or century of its year, as in “25 December
     in the 1560s”. */
  return g_strdup_printf (C_ ("day or month and years", "%1$s %2$s"), words, years);
}

/* Digits that do not count are said as such: what is stated, and what it may stand for. */
static gchar *
dup_estimate (const AnnalsEdtfDate *date, AnnalsWordsForm form)
{
  gint64 first;
  gint64 last;
  AnnalsEdtfDate stated = { .year = date->year, .negative = date->negative };
  g_autofree gchar *age = annals_words_dup_age (&stated);
  g_autofree gchar *year = NULL;
  g_autofree gchar *years = NULL;

  annals_edtf_date_get_years (date, &first, &last);
  year = annals_words_dup_date (&stated, form, ANNALS_WORDS_ROLE_ALONE);
  if (first == last)
    return g_steal_pointer (&year);
  /* A round age says by itself which of its digits count. */
  if (age != NULL)
    return annals_words_dup_approximate_age (age, ANNALS_QUALIFIER_APPROXIMATE);
  if (date->negative)
    {
      /* Where the last digits do not count, neither does the year 0. */
      g_clear_pointer (&year, g_free);
      year = annals_year_dup_words (date->year + 1);
    }
  years = annals_words_dup_years (first, last);

  /* Translators: a year of which not all digits count: %1$s is the year, %2$s the years it may
     stand for, as in “about 1950 (1900–1999)”. */
  return g_strdup_printf (C_ ("estimate", "about %1$s (%2$s)"), year, years);
}

static gchar *
dup_between (const gchar *first, const gchar *last, AnnalsWordsForm form)
{
  if (form == ANNALS_WORDS_LONG)
    /* Translators: a date in which digits are not known: it fell between two others. */
    return g_strdup_printf (C_ ("date", "some time between %1$s and %2$s"), first, last);

  /* Translators: a date in which digits are not known: it fell between two others. */
  return g_strdup_printf (C_ ("short date", "%1$s – %2$s"), first, last);
}

static gchar *
dup_irregular_year (const AnnalsEdtfDate *date, AnnalsWordsForm form)
{
  gint64 years[2];
  g_autofree gchar *first = NULL;
  g_autofree gchar *last = NULL;

  annals_edtf_date_get_years (date, &years[0], &years[1]);
  if (date->year_mask == ANY_YEAR && !date->negative)
    return g_strdup (C_ ("date", "an unknown year"));
  if (form == ANNALS_WORDS_SHORT)
    return annals_words_dup_years (years[0], years[1]);

  first = annals_year_dup_words (years[0]);
  last = annals_year_dup_words (years[1]);

  return dup_between (first, last, form);
}

/* XXXX, XXXX-XX and XXXX-XX-XX */
static gboolean
is_wholly_unknown (const AnnalsEdtfDate *date)
{
  return date->year_mask == ANY_YEAR && date->month == ANNALS_EDTF_UNSPECIFIED
         && !annals_edtf_date_is_scattered (date);
}

static gchar *
dup_irregular (const AnnalsEdtfDate *date, AnnalsWordsForm form)
{
  AnnalsInstant bounds[2];
  g_autofree gchar *first = NULL;
  g_autofree gchar *last = NULL;
  gchar *words;

  if (date->n_significant > 0)
    return dup_estimate (date, form);
  if (date->month == ANNALS_EDTF_ABSENT || is_wholly_unknown (date))
    return dup_irregular_year (date, form);
  words = date->year_mask != 0 ? dup_in_some_year (date, form) : NULL;
  if (words != NULL)
    return words;

  annals_edtf_date_get_bounds (date, &bounds[0], &bounds[1]);
  first = dup_bound (date, bounds[0], form);
  last = dup_bound (date, bounds[1], form);

  return dup_between (first, last, form);
}

/**
 * annals_words_dup_date:
 * @date: a date
 * @form: how long the words may be
 * @role: beside which words it is to stand
 *
 * Says one date, without its qualifiers.
 *
 * Returns: (transfer full): the words
 */
gchar *
annals_words_dup_date (const AnnalsEdtfDate *date, AnnalsWordsForm form, AnnalsWordsRole role)
{
  AnnalsPrecision precision = annals_edtf_date_get_precision (date);
  AnnalsWordsKind kind = precision == ANNALS_PRECISION_DAY || precision == ANNALS_PRECISION_SECOND
                             ? ANNALS_WORDS_KIND_DAY
                             : ANNALS_WORDS_KIND_YEAR;
  g_autofree gchar *whole = date->n_significant == 0 ? annals_words_dup_age (date) : NULL;

  if (whole != NULL)
    return annals_words_dup_in_role (role, ANNALS_WORDS_KIND_AGE, whole);
  if (date->calendar != ANNALS_CALENDAR_GREGORIAN)
    {
      whole = annals_calendar_dup_date_words (date, form);
      return annals_words_dup_in_role (role, kind, whole);
    }
  if (is_irregular (date))
    {
      whole = dup_irregular (date, form);
      return annals_words_dup_in_role (role, ANNALS_WORDS_KIND_YEAR, whole);
    }
  if (precision == ANNALS_PRECISION_DECADE)
    return dup_decade (date, form, role);
  if (precision == ANNALS_PRECISION_CENTURY)
    return dup_century (date, form, role);

  whole = dup_whole (date, precision, form);
  return annals_words_dup_in_role (role, kind, whole);
}
