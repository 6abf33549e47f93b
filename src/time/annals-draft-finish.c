/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "annals-typed.h"

/* From drafts to EDTF: reckoning the years of centuries, of parts of them, of ages and of fiscal
 * years, and the days of other calendars. */

#define THIS_CENTURY 1900

/* Writing */

static void
put_year (gchar *edtf, gint64 year)
{
  if (ABS (year) > 9999)
    g_snprintf (edtf, ANNALS_TYPED_EDTF_BYTES, "Y%" G_GINT64_FORMAT, year);
  else
    g_snprintf (edtf, ANNALS_TYPED_EDTF_BYTES, "%s%04" G_GINT64_FORMAT, year < 0 ? "-" : "",
                ABS (year));
}

static void
append (gchar *edtf, const gchar *more)
{
  g_strlcat (edtf, more, ANNALS_TYPED_EDTF_BYTES);
}

static void
append_field (gchar *edtf, gint number)
{
  gchar field[16];

  g_snprintf (field, sizeof field, number < 0 ? "-XX" : "-%02d", number);
  append (edtf, field);
}

static void
append_qualifiers (gchar *edtf, guint qualifiers)
{
  static const gchar *const signs[] = { "", "?", "~", "%" };

  append (edtf, signs[qualifiers & 3]);
}

static void
put_date (gchar *edtf, gint64 year, gint month, gint day)
{
  put_year (edtf, year);
  if (month != 0)
    append_field (edtf, month);
  if (day != 0)
    append_field (edtf, day);
}

static void
append_time (gchar *edtf, const AnnalsDraft *draft)
{
  gchar time[16];

  g_snprintf (time, sizeof time, "T%02d:%02d:%02d", draft->hour, draft->minute, draft->second);
  append (edtf, time);
  append (edtf, draft->zone);
}

static gboolean
finish_both (AnnalsTypedItem *item, guint qualifiers)
{
  append_qualifiers (item->begin, qualifiers);
  if (item->is_range)
    append_qualifiers (item->end, qualifiers);
  else
    g_strlcpy (item->end, item->begin, sizeof item->end);

  return TRUE;
}

static gboolean
finish_years (AnnalsTypedItem *item, gint64 first, gint64 last, guint qualifiers)
{
  item->is_range = first != last;
  put_year (item->begin, first);
  put_year (item->end, last);

  return finish_both (item, qualifiers);
}

/* Years */

static gboolean
get_year (AnnalsTyped *typed, const AnnalsDraft *draft, gint64 number, gint64 *year)
{
  if (draft->has_apostrophe && number < 100)
    number += THIS_CENTURY;
  if (number == 0)
    return annals_typed_fail (typed, _ ("There is no year 0; the year before 1 CE is 1 BCE."));
  if (number > ANNALS_EDTF_YEAR_MAX)
    return FALSE;
  *year = draft->era == ANNALS_TYPED_ERA_BCE ? 1 - number : number;

  return TRUE;
}

/* The third, half or quarter of a stretch of years that a part is. */
static gboolean
get_part_years (gint part, gint64 *first, gint64 *last)
{
  gint64 length = *last - *first + 1;
  gint64 start = *first;
  const gint64 cuts[] = { 0, (length + 2) / 3, length - length / 3, length };

  if (part == ANNALS_TYPED_PART_LATTER)
    part = length == 10 ? ANNALS_TYPED_PART_LATE : ANNALS_TYPED_PART_HALF + 1;
  if (part == ANNALS_TYPED_PART_BEGIN || part == ANNALS_TYPED_PART_END)
    part = part == ANNALS_TYPED_PART_BEGIN ? ANNALS_TYPED_PART_EARLY : ANNALS_TYPED_PART_LATE;
  if (part >= ANNALS_TYPED_PART_THIRD && part < ANNALS_TYPED_PART_QUARTER)
    part += ANNALS_TYPED_PART_EARLY - ANNALS_TYPED_PART_THIRD;

  if (part >= ANNALS_TYPED_PART_EARLY && part <= ANNALS_TYPED_PART_LATE)
    {
      gint third = part - ANNALS_TYPED_PART_EARLY;

      *first = start + cuts[third];
      *last = start + cuts[third + 1] - 1;
      return TRUE;
    }
  if (part == ANNALS_TYPED_PART_TURN)
    *last = start;
  else if (part >= ANNALS_TYPED_PART_DECADE && length >= 100)
    {
      *first = start + (part - ANNALS_TYPED_PART_DECADE) * 10;
      *last = *first + 9;
    }
  else if (part >= ANNALS_TYPED_PART_QUARTER && length >= 100)
    {
      *first = start + (part - ANNALS_TYPED_PART_QUARTER) * length / 4;
      *last = *first + length / 4 - 1;
    }
  else if (part >= ANNALS_TYPED_PART_HALF && part < ANNALS_TYPED_PART_THIRD)
    {
      *first = start + (part - ANNALS_TYPED_PART_HALF) * length / 2;
      *last = *first + length / 2 - 1;
    }
  else
    return FALSE;

  return TRUE;
}

static gboolean
is_vague (gint part)
{
  return part < ANNALS_TYPED_PART_HALF
         || (part >= ANNALS_TYPED_PART_THIRD && part < ANNALS_TYPED_PART_QUARTER);
}

static gboolean
finish_part (const AnnalsDraft *draft, gint64 first, gint64 last, AnnalsTypedItem *item)
{
  guint qualifiers = draft->qualifiers;
  gboolean is_late = draft->part == ANNALS_TYPED_PART_LATTER && last - first == 9;

  if (!get_part_years (draft->part, &first, &last))
    return FALSE;
  if (is_late || is_vague (draft->part))
    qualifiers |= ANNALS_QUALIFIER_APPROXIMATE;
  if (draft->part >= ANNALS_TYPED_PART_DECADE && first >= 0 && first <= 9999)
    {
      g_snprintf (item->begin, sizeof item->begin, "%03dX", (gint) (first / 10));
      return finish_both (item, qualifiers);
    }

  return finish_years (item, first, last, qualifiers);
}

/* Centuries, millennia and decades: years of which the last digits are not said. */
static gboolean
finish_masked (const AnnalsDraft *draft, gint64 number, gint n_digits, AnnalsTypedItem *item)
{
  gint64 length = annals_draft_get_power (n_digits);
  gboolean is_bce = draft->era == ANNALS_TYPED_ERA_BCE;
  gint64 first = is_bce ? -(number + 1) * length + 1 : number * length;
  gint n_known = 4 - n_digits;

  if (number * length > 9999)
    return FALSE;
  if (draft->part != ANNALS_TYPED_PART_NONE)
    {
      /* EDTF has no year -0, so -00XX has a year less, and so have its thirds; its halves and
       * quarters are written with plain years and go on to 1 BCE. */
      gint64 last = first + length - 1 - (is_bce && number == 0 && is_vague (draft->part) ? 1 : 0);

      return finish_part (draft, first, last, item);
    }

  g_snprintf (item->begin, sizeof item->begin, "%s%0*d%s", is_bce ? "-" : "", n_known,
              (gint) number,
              n_digits == 3   ? "XXX"
              : n_digits == 2 ? "XX"
                              : "X");

  return finish_both (item, draft->qualifiers);
}

static gboolean
finish_century (AnnalsTyped *typed, const AnnalsDraft *draft, AnnalsTypedItem *item)
{
  if (draft->year < 1)
    return annals_typed_fail (typed, _ ("Centuries are counted from the 1st."));

  return finish_masked (draft, draft->year - 1, draft->unit == ANNALS_DRAFT_CENTURY ? 2 : 3, item);
}

static gboolean
finish_decade_years (const AnnalsDraft *draft, gint64 number, AnnalsTypedItem *item)
{
  /* The years that begin so, and end in 9 to 0 before our era. */
  if (draft->era != ANNALS_TYPED_ERA_BCE)
    return finish_masked (draft, number / 10, 1, item);
  if (draft->part != ANNALS_TYPED_PART_NONE)
    return finish_part (draft, 1 - (number + 9), 1 - MAX (number, 1), item);

  return finish_years (item, 1 - (number + 9), 1 - MAX (number, 1), draft->qualifiers);
}

static gboolean
finish_short_decade (AnnalsTyped *typed, const AnnalsDraft *draft, AnnalsTypedItem *item)
{
  static const gint centuries[] = { 1900, 1800 };
  static const gint young_centuries[] = { 1900, 2000 };
  /* Translators: why “the 70s” were read as the 1970s. */
  const gchar *reasons[] = { _ ("the likeliest century"), _ ("another century") };
  guint chosen = annals_typed_choose (typed, G_N_ELEMENTS (reasons), reasons);

  return finish_decade_years (
      draft, draft->year + (draft->year <= 20 ? young_centuries : centuries)[chosen], item);
}

static gboolean
finish_decade (AnnalsTyped *typed, const AnnalsDraft *draft, AnnalsTypedItem *item)
{
  gboolean is_hundred = draft->year % 100 == 0 && draft->year > 0 && !draft->is_ten_years;

  if (draft->year % 10 != 0)
    return FALSE;
  if (annals_draft_is_short_decade (draft))
    return finish_short_decade (typed, draft, item);
  if (is_hundred)
    {
      /* Translators: how “the 1800s” are read. */
      const gchar *century = _ ("a hundred years");
      /* Translators: how “the 1800s” are read. */
      const gchar *decade = _ ("ten years");
      gboolean is_recent = draft->year >= 2000 && draft->era != ANNALS_TYPED_ERA_BCE;
      const gchar *reasons[] = { is_recent ? decade : century, is_recent ? century : decade };

      if ((annals_typed_choose (typed, 2, reasons) == 0) != is_recent)
        return finish_masked (draft, draft->year / 100, 2, item);
    }

  return finish_decade_years (draft, draft->year, item);
}

/* Days, months and years */

static gboolean
check_day (AnnalsTyped *typed, gint64 year, gint month, gint day)
{
  g_autofree gchar *words = NULL;

  if (month > 12 || month == 0)
    /* Translators: %d is a number that was typed for a month. */
    return annals_typed_fail (typed, _ ("There is no month %d."), month);
  if (month < 0 || day < 0 || (day >= 1 && day <= annals_days_in_month (year, month)))
    return TRUE;

  words = annals_year_dup_words (year);

  /* Translators: a day that was typed, such as 29 February 1900. */
  return annals_typed_fail (typed, C_ ("date entry", "There is no %1$d %2$s %3$s."), day,
                            annals_month_get_name (month, ANNALS_WORDS_LONG), words);
}

/* By Gauss's rule, as Meeus states it for both calendars. */
static gint64
get_easter (gint64 year)
{
  gint64 a = year % 19;
  gint64 b = year / 100;
  gint64 c = year % 100;
  gint64 d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
  gint64 e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
  gint64 f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;

  return annals_days_from_civil (year, (gint) (f / 31), (gint) (f % 31 + 1));
}

static gboolean
finish_feast (AnnalsTyped *typed, const AnnalsDraft *draft, gint64 year, AnnalsTypedItem *item)
{
  AnnalsCivil civil = { .year = year, .month = draft->feast / 100, .day = draft->feast % 100 };

  if (draft->feast > 4900)
    {
      if (year < 1583)
        return annals_typed_fail (typed, _ ("The day of this feast is known here from 1583 on."));
      annals_civil_from_days (get_easter (year) + draft->feast - 5000, &civil);
    }
  put_date (item->begin, civil.year, civil.month, civil.day);

  return finish_both (item, draft->qualifiers);
}

static gboolean
finish_day (AnnalsTyped *typed, const AnnalsDraft *draft, gint64 year, AnnalsTypedItem *item)
{
  if (draft->part != ANNALS_TYPED_PART_NONE)
    return FALSE;
  if (draft->feast != 0 && draft->day == 0)
    return finish_feast (typed, draft, year, item);
  if (draft->day < 0 && draft->month == 0)
    put_date (item->begin, year, ANNALS_EDTF_UNSPECIFIED, draft->day);
  else if (!check_day (typed, year, draft->month, draft->day))
    return FALSE;
  else
    put_date (item->begin, year, draft->month, draft->day);

  if (draft->has_time && draft->qualifiers == 0)
    append_time (item->begin, draft);

  return finish_both (item, draft->qualifiers);
}

static gboolean
finish_months (AnnalsTypedItem *item, gint64 year, gint first, gint last, guint qualifiers)
{
  item->is_range = first != last;
  put_date (item->begin, year + (first - 1) / 12, (first - 1) % 12 + 1, 0);
  put_date (item->end, year + (last - 1) / 12, (last - 1) % 12 + 1, 0);

  return finish_both (item, qualifiers);
}

static gboolean
finish_days (AnnalsTypedItem *item,
             gint64 year,
             gint month,
             gint first,
             gint last,
             guint qualifiers)
{
  item->is_range = TRUE;
  put_date (item->begin, year, month, first);
  put_date (item->end, year, month, last);

  return finish_both (item, qualifiers);
}

/* A third of a month has ten days, or what is left. */
static gboolean
finish_part_of_month (const AnnalsDraft *draft, gint64 year, AnnalsTypedItem *item)
{
  static const gint thirds[] = { 0, 1, 2, 0, 2 };
  guint vague = draft->qualifiers | ANNALS_QUALIFIER_APPROXIMATE;
  gint n_days = draft->month >= 1 && draft->month <= 12 ? annals_days_in_month (year, draft->month)
                                                        : 0;
  gint third;

  if (draft->part >= ANNALS_TYPED_PART_HALF && draft->part < ANNALS_TYPED_PART_THIRD && n_days > 0)
    return draft->part == ANNALS_TYPED_PART_HALF
               ? finish_days (item, year, draft->month, 1, 15, draft->qualifiers)
               : finish_days (item, year, draft->month, 16, n_days, draft->qualifiers);
  if (draft->part > ANNALS_TYPED_PART_END)
    return FALSE;

  third = thirds[draft->part - 1];
  if (n_days > 0)
    return finish_days (item, year, draft->month, 10 * third + 1,
                        third == 2 ? n_days : 10 * third + 10, vague);
  if (draft->month >= ANNALS_EDTF_SEASON_FIRST && draft->month <= ANNALS_EDTF_SEASON_WINTER)
    {
      gint month = 3 * (draft->month - ANNALS_EDTF_SEASON_FIRST) + 3 + third;

      return finish_months (item, year, month, month, vague);
    }

  return FALSE;
}

static gboolean
finish_month (AnnalsTyped *typed, const AnnalsDraft *draft, gint64 year, AnnalsTypedItem *item)
{
  gboolean is_season = draft->month >= ANNALS_EDTF_SEASON_FIRST;

  if (!is_season && !check_day (typed, year, draft->month, 1))
    return FALSE;
  if (draft->part != ANNALS_TYPED_PART_NONE)
    return finish_part_of_month (draft, year, item);

  put_date (item->begin, year, draft->month, 0);

  return finish_both (item, draft->qualifiers);
}

/* The months of the parts of a year; those with codes of their own in EDTF have but one. */
static const struct
{
  gint part;
  gint first;
  gint last;
  guint qualifiers;
} parts_of_year[] = {
  { ANNALS_TYPED_PART_EARLY, 1, 4, ANNALS_QUALIFIER_APPROXIMATE },
  { ANNALS_TYPED_PART_MID, 5, 8, ANNALS_QUALIFIER_APPROXIMATE },
  { ANNALS_TYPED_PART_LATE, 9, 12, ANNALS_QUALIFIER_APPROXIMATE },
  { ANNALS_TYPED_PART_BEGIN, 1, 1, ANNALS_QUALIFIER_APPROXIMATE },
  { ANNALS_TYPED_PART_END, 12, 12, ANNALS_QUALIFIER_APPROXIMATE },
  { ANNALS_TYPED_PART_TURN, 1, 1, ANNALS_QUALIFIER_APPROXIMATE },
  { ANNALS_TYPED_PART_HALF, 40, 40, 0 },
  { ANNALS_TYPED_PART_HALF + 1, 41, 41, 0 },
  { ANNALS_TYPED_PART_LATTER, 41, 41, 0 },
  { ANNALS_TYPED_PART_QUARTER, 33, 33, 0 },
  { ANNALS_TYPED_PART_QUARTER + 1, 34, 34, 0 },
  { ANNALS_TYPED_PART_QUARTER + 2, 35, 35, 0 },
  { ANNALS_TYPED_PART_QUARTER + 3, 36, 36, 0 },
  { ANNALS_TYPED_PART_THIRD, 37, 37, 0 },
  { ANNALS_TYPED_PART_THIRD + 1, 38, 38, 0 },
  { ANNALS_TYPED_PART_THIRD + 2, 39, 39, 0 },
};

static gboolean
finish_part_of_year (const AnnalsDraft *draft, gint64 year, AnnalsTypedItem *item)
{
  for (guint i = 0; i < G_N_ELEMENTS (parts_of_year); i++)
    {
      guint qualifiers = draft->qualifiers | parts_of_year[i].qualifiers;

      if (parts_of_year[i].part != draft->part)
        continue;
      if (parts_of_year[i].first <= 12)
        return finish_months (item, year, parts_of_year[i].first, parts_of_year[i].last,
                              qualifiers);
      put_date (item->begin, year, parts_of_year[i].first, 0);
      return finish_both (item, qualifiers);
    }

  return FALSE;
}

/* “1697/8” can be two years, or one that began in March. */
static gboolean
finish_dual_years (AnnalsTyped *typed, const AnnalsDraft *draft, gint64 year, AnnalsTypedItem *item)
{
  /* Translators: how “1697/8” is read. */
  const gchar *reasons[] = { _ ("from one year into the next"), _ ("the year by both reckonings") };
  gint64 second = 0;

  if (draft->part != ANNALS_TYPED_PART_NONE || !get_year (typed, draft, draft->dual, &second))
    return FALSE;
  if (draft->dual == draft->year + 1 && draft->dual < 1753 && draft->era == 0
      && annals_typed_choose (typed, 2, reasons) == 1)
    year = second;

  finish_years (item, year, second, draft->qualifiers);
  if (draft->may_qualify_begin && draft->qualifiers != 0 && item->is_range
      && annals_typed_choose_qualified (typed) == 1)
    put_year (item->end, second);

  return TRUE;
}

/* Other calendars */

/* A stretch of days as the one date that covers it, or as one day of it. */
static gboolean
finish_days_between (AnnalsTypedItem *item, gint64 first_day, gint64 last_day, guint qualifiers)
{
  AnnalsCivil first;
  AnnalsCivil last;
  gboolean is_whole_month;

  annals_civil_from_days (first_day, &first);
  annals_civil_from_days (last_day, &last);
  is_whole_month = first.day == 1 && last.day == annals_days_in_month (last.year, last.month);
  if (is_whole_month && first.year == last.year && first.month == 1 && last.month == 12)
    put_year (item->begin, first.year);
  else if (is_whole_month && first.year == last.year && first.month == last.month)
    put_date (item->begin, first.year, first.month, 0);
  else
    put_date (item->begin, first.year, first.month, first.day);
  if (strlen (item->begin) > strlen ("-YYYY-MM") && first_day != last_day)
    {
      item->is_range = TRUE;
      item->is_choice = TRUE;
      put_date (item->end, last.year, last.month, last.day);
    }

  return finish_both (item, qualifiers);
}

/* Of the 24 days of March and the two months before, “Old Style” does not say in which year they
 * are. */
static gboolean
is_doubtful (const AnnalsDraft *draft, gint64 year)
{
  return draft->calendar == ANNALS_CALENDAR_OLD_STYLE && draft->dual == 0 && year < 1753
         && draft->month > 0 && (draft->month < 3 || (draft->month == 3 && draft->day < 25));
}

static gboolean
finish_in_calendar (AnnalsTyped *typed, const AnnalsDraft *draft, AnnalsTypedItem *item)
{
  /* Translators: how “11 March 1697 Old Style” is read. */
  const gchar *reasons[] = { _ ("years from 1 January"), _ ("years from 25 March") };
  AnnalsCalendarDate date = { draft->calendar_era, draft->year, draft->month, draft->day };
  AnnalsCalendar calendar = draft->calendar;
  GError *error = NULL;
  gint64 first_day;
  gint64 last_day;

  if (draft->part != ANNALS_TYPED_PART_NONE || draft->day < 0 || draft->feast != 0)
    return FALSE;
  if (calendar == ANNALS_CALENDAR_JULIAN || calendar == ANNALS_CALENDAR_OLD_STYLE)
    {
      if (draft->month > 12)
        return FALSE;
      if (!get_year (typed, draft, draft->dual != 0 ? draft->dual : draft->year, &date.year))
        return FALSE;
      if (calendar == ANNALS_CALENDAR_OLD_STYLE
          && (!is_doubtful (draft, date.year) || annals_typed_choose (typed, 2, reasons) == 0))
        calendar = ANNALS_CALENDAR_JULIAN;
    }
  if (!annals_calendar_to_days (calendar, &date, &first_day, &last_day, &error))
    {
      annals_typed_fail (typed, "%s", error->message);
      g_error_free (error);
      return FALSE;
    }
  typed->calendar = draft->calendar;

  return finish_days_between (item, first_day, last_day, draft->qualifiers);
}

static gboolean
finish_civil (AnnalsTyped *typed, const AnnalsDraft *draft, AnnalsTypedItem *item)
{
  gint64 year = 0;

  if (draft->calendar != ANNALS_CALENDAR_GREGORIAN)
    return finish_in_calendar (typed, draft, item);
  if (!get_year (typed, draft, draft->year, &year))
    return FALSE;

  if (draft->unit == ANNALS_DRAFT_YEAR && draft->dual != 0)
    return finish_dual_years (typed, draft, year, item);
  if (draft->dual != 0)
    {
      /* Winters in the north and summers in the south. */
      gboolean is_winter = draft->month == ANNALS_EDTF_SEASON_WINTER
                           || draft->month == ANNALS_EDTF_SEASON_WINTER + 4
                           || draft->month == ANNALS_EDTF_SEASON_SOUTHERN + 1;
      gint64 next = draft->era == ANNALS_TYPED_ERA_BCE ? draft->year - 1 : draft->year + 1;

      if (draft->dual != next || (draft->month >= ANNALS_EDTF_SEASON_FIRST && !is_winter))
        return FALSE;
      year += is_winter ? 0 : 1;
      if (!is_winter && year < 1753 && draft->month < 4)
        {
          /* Translators: how “11 March 1697/8” is read. */
          const gchar *reasons[] = { _ ("the day as it is written"),
                                     _ ("the day in the Julian calendar") };
          AnnalsDraft julian = *draft;

          julian.calendar = ANNALS_CALENDAR_OLD_STYLE;
          if (annals_typed_choose (typed, 2, reasons) == 1)
            return finish_in_calendar (typed, &julian, item);
        }
    }
  if (draft->unit == ANNALS_DRAFT_DAY)
    return finish_day (typed, draft, year, item);
  if (draft->unit == ANNALS_DRAFT_MONTH)
    return finish_month (typed, draft, year, item);
  if (draft->part != ANNALS_TYPED_PART_NONE)
    return finish_part_of_year (draft, year, item);

  put_year (item->begin, year);

  return finish_both (item, draft->qualifiers);
}

/* Fiscal years */

static const struct
{
  gint first_month;
  gint years_before;
  const gchar *reason;
} fiscal_years[] = {
  /* Translators: why a fiscal year was read so. */
  { 10, 1, N_ ("October to September, as in the United States") },
  /* Translators: why a fiscal year was read so. */
  { 4, 0, N_ ("April to March, as in Japan") },
  /* Translators: why a fiscal year was read so. */
  { 4, 1, N_ ("April to March, named by its end, as in Britain") },
  /* Translators: why a fiscal year was read so. */
  { 7, 1, N_ ("July to June, as in Australia") },
};

/* Which of them is the usual one, by country. */
static guint
get_fiscal_habit (const gchar *region)
{
  static const struct
  {
    const gchar *regions;
    guint habit;
  } habits[] = {
    { "JP IN CA SG HK NZ ZA", 1 },
    { "GB", 2 },
    { "AU", 3 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (habits); i++)
    if (*region != '\0' && strstr (habits[i].regions, region) != NULL)
      return habits[i].habit;

  return 0;
}

static gboolean
finish_fiscal (AnnalsTyped *typed, const AnnalsDraft *draft, AnnalsTypedItem *item)
{
  guint habit = get_fiscal_habit (annals_lexicon_get_region (typed->text->lexicon));
  const gchar *reasons[G_N_ELEMENTS (fiscal_years)];
  gint64 year = draft->year < 100 ? draft->year + 2000 : draft->year;
  guint chosen;

  if (draft->part != ANNALS_TYPED_PART_NONE)
    return FALSE;
  /* “FY2003–04” says in which years it begins and ends. */
  if (draft->dual == draft->year + 1)
    habit = 1;
  else if (draft->dual != 0)
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    reasons[i] = _ (fiscal_years[(i + habit) % G_N_ELEMENTS (fiscal_years)].reason);
  chosen = (annals_typed_choose (typed, draft->dual != 0 ? 1 : 4, reasons) + habit) % 4;
  year -= fiscal_years[chosen].years_before;
  item->is_range = TRUE;
  put_date (item->begin, year, fiscal_years[chosen].first_month, 0);
  put_date (item->end, year + 1, fiscal_years[chosen].first_month - 1, 0);

  return finish_both (item, draft->qualifiers);
}

/* Ages */

static gint
count_digits (gint64 number)
{
  gint n = 1;

  for (; number >= 10; number /= 10)
    n++;

  return n;
}

/* An age counts only in those digits that are not round; the year it leads to counts in no more. */
static gboolean
finish_age (AnnalsTyped *typed, const AnnalsDraft *draft, AnnalsTypedItem *item)
{
  /* Translators: how “66 million years ago” is read. */
  const gchar *reasons[] = { _ ("in round figures"), _ ("in that very year") };
  gint64 digits = draft->bare;
  gint exponent = draft->power - draft->n_decimals;
  gint64 year = 0;
  gchar significant[8];
  gint n_significant;

  if (exponent < 0 || digits == 0 || count_digits (digits) + exponent > 18)
    return FALSE;
  /* A decimal of 0 was typed on purpose; other zeros may be there for the size alone. */
  while (draft->n_decimals == 0 && digits % 10 == 0)
    {
      digits /= 10;
      exponent++;
    }

  year = digits * annals_draft_get_power (exponent);
  if (year < 1000 && draft->anchor == 2000)
    return annals_typed_fail (typed,
                              _ ("It is not said from when this is counted; write the year."));
  if (count_digits (year) > 6)
    {
      g_snprintf (item->begin, sizeof item->begin, "Y-%" G_GINT64_FORMAT "E%d", digits, exponent);
      n_significant = count_digits (digits);
      exponent = MAX (exponent, 1);
    }
  else
    {
      /* From a hundred thousand years on it does not matter from when they are counted. */
      year = (year < 100000 ? MAX (draft->anchor, 1) : 0) - year;
      put_year (item->begin, year);
      n_significant = MAX (1, count_digits (ABS (year)) - exponent);
    }
  if (exponent > 0 && count_digits (ABS (year)) > n_significant
      && annals_typed_choose (typed, 2, reasons) == 0)
    {
      g_snprintf (significant, sizeof significant, "S%d", n_significant);
      append (item->begin, significant);
    }

  return finish_both (item, draft->qualifiers);
}

static gboolean
finish_atom (AnnalsTyped *typed, const AnnalsDraft *draft, AnnalsTypedItem *item)
{
  g_autofree gchar *atom = annals_typed_text_dup (typed->text, draft->atom->start,
                                                  draft->atom->end);

  if (draft->part != ANNALS_TYPED_PART_NONE || strlen (atom) + 12 > sizeof item->begin)
    return FALSE;
  g_strlcpy (item->begin, atom, sizeof item->begin);
  if (draft->has_time && strlen (atom) == strlen ("YYYY-MM-DD"))
    append_time (item->begin, draft);

  return finish_both (item, strpbrk (atom, "?~%") == NULL ? draft->qualifiers : 0);
}

/**
 * annals_draft_finish:
 * @typed: a way through a text
 * @draft: a draft that is complete
 * @item: (out caller-allocates): what it is in EDTF
 *
 * Reckons a date.
 *
 * Returns: whether there is such a date
 */
gboolean
annals_draft_finish (AnnalsTyped *typed, const AnnalsDraft *draft, AnnalsTypedItem *item)
{
  *item = (AnnalsTypedItem){ 0 };
  if (!annals_draft_is_complete (draft))
    return FALSE;

  switch (draft->unit)
    {
    case ANNALS_DRAFT_DAY:
    case ANNALS_DRAFT_MONTH:
    case ANNALS_DRAFT_YEAR:
      return finish_civil (typed, draft, item);
    case ANNALS_DRAFT_DECADE:
      return finish_decade (typed, draft, item);
    case ANNALS_DRAFT_CENTURY:
    case ANNALS_DRAFT_MILLENNIUM:
      return finish_century (typed, draft, item);
    case ANNALS_DRAFT_FISCAL:
      return finish_fiscal (typed, draft, item);
    case ANNALS_DRAFT_AGE:
      return finish_age (typed, draft, item);
    case ANNALS_DRAFT_ATOM:
      return finish_atom (typed, draft, item);
    case ANNALS_DRAFT_NOW:
      g_strlcpy (item->begin, "..", sizeof item->begin);
      return finish_both (item, 0);
    case ANNALS_DRAFT_UNKNOWN:
      return TRUE;
    case ANNALS_DRAFT_NOTHING:
    case ANNALS_DRAFT_BARE:
    default:
      return FALSE;
    }
}
