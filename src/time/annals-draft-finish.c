/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "annals-draft-decades.h"
#include "annals-draft-write.h"

/* From drafts to EDTF: reckoning the parts of years, ages and fiscal years, and the days of other
 * calendars. */

#define THIS_CENTURY 1900

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
  annals_draft_put_date (item->begin, civil.year, civil.month, civil.day);

  return annals_draft_write_ends (item, draft->qualifiers);
}

static gboolean
finish_day (AnnalsTyped *typed, const AnnalsDraft *draft, gint64 year, AnnalsTypedItem *item)
{
  if (draft->part != ANNALS_TYPED_PART_NONE)
    return FALSE;
  if (draft->feast != 0 && draft->day == 0)
    return finish_feast (typed, draft, year, item);
  if (draft->day < 0 && draft->month == 0)
    annals_draft_put_date (item->begin, year, ANNALS_EDTF_UNSPECIFIED, draft->day);
  else if (!check_day (typed, year, draft->month, draft->day))
    return FALSE;
  else
    annals_draft_put_date (item->begin, year, draft->month, draft->day);

  if (draft->has_time && draft->qualifiers == 0)
    annals_draft_append_time (item->begin, draft);

  return annals_draft_write_ends (item, draft->qualifiers);
}

static gboolean
finish_months (AnnalsTypedItem *item, gint64 year, gint first, gint last, guint qualifiers)
{
  item->is_range = first != last;
  annals_draft_put_date (item->begin, year + (first - 1) / 12, (first - 1) % 12 + 1, 0);
  annals_draft_put_date (item->end, year + (last - 1) / 12, (last - 1) % 12 + 1, 0);

  return annals_draft_write_ends (item, qualifiers);
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
  annals_draft_put_date (item->begin, year, month, first);
  annals_draft_put_date (item->end, year, month, last);

  return annals_draft_write_ends (item, qualifiers);
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

  annals_draft_put_date (item->begin, year, draft->month, 0);

  return annals_draft_write_ends (item, draft->qualifiers);
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
      annals_draft_put_date (item->begin, year, parts_of_year[i].first, 0);
      return annals_draft_write_ends (item, qualifiers);
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

  annals_draft_write_years (item, year, second, draft->qualifiers);
  if (draft->may_qualify_begin && draft->qualifiers != 0 && item->is_range
      && annals_typed_choose_qualified (typed) == 1)
    annals_draft_put_year (item->end, second);

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
    annals_draft_put_year (item->begin, first.year);
  else if (is_whole_month && first.year == last.year && first.month == last.month)
    annals_draft_put_date (item->begin, first.year, first.month, 0);
  else
    annals_draft_put_date (item->begin, first.year, first.month, first.day);
  if (strlen (item->begin) > strlen ("-YYYY-MM") && first_day != last_day)
    {
      item->is_range = TRUE;
      item->is_choice = TRUE;
      annals_draft_put_date (item->end, last.year, last.month, last.day);
    }

  return annals_draft_write_ends (item, qualifiers);
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

  annals_draft_put_year (item->begin, year);

  return annals_draft_write_ends (item, draft->qualifiers);
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
  annals_draft_put_date (item->begin, year, fiscal_years[chosen].first_month, 0);
  annals_draft_put_date (item->end, year + 1, fiscal_years[chosen].first_month - 1, 0);

  return annals_draft_write_ends (item, draft->qualifiers);
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
      annals_draft_put_year (item->begin, year);
      n_significant = MAX (1, count_digits (ABS (year)) - exponent);
    }
  if (exponent > 0 && count_digits (ABS (year)) > n_significant
      && annals_typed_choose (typed, 2, reasons) == 0)
    {
      g_snprintf (significant, sizeof significant, "S%d", n_significant);
      annals_draft_append (item->begin, significant);
    }

  return annals_draft_write_ends (item, draft->qualifiers);
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
    annals_draft_append_time (item->begin, draft);

  return annals_draft_write_ends (item, strpbrk (atom, "?~%") == NULL ? draft->qualifiers : 0);
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
      return annals_draft_finish_decade (typed, draft, item);
    case ANNALS_DRAFT_CENTURY:
    case ANNALS_DRAFT_MILLENNIUM:
      return annals_draft_finish_century (typed, draft, item);
    case ANNALS_DRAFT_FISCAL:
      return finish_fiscal (typed, draft, item);
    case ANNALS_DRAFT_AGE:
      return finish_age (typed, draft, item);
    case ANNALS_DRAFT_ATOM:
      return finish_atom (typed, draft, item);
    case ANNALS_DRAFT_NOW:
      g_strlcpy (item->begin, "..", sizeof item->begin);
      return annals_draft_write_ends (item, 0);
    case ANNALS_DRAFT_UNKNOWN:
      return TRUE;
    case ANNALS_DRAFT_NOTHING:
    case ANNALS_DRAFT_BARE:
    default:
      return FALSE;
    }
}
