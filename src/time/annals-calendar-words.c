/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "annals-calendar-private.h"
#include "annals-words.h"

/* Dates of EDTF said in another calendar.
 *
 * Each date in them is turned into one of the calendar, and the words for whole dates, with their
 * qualifiers, intervals and sets, are those of all dates; here is only what differs: how years are
 * called, and where they stand. A Gregorian year or month is seldom one of another calendar: it is
 * then said as the two that it overlaps, “Shōwa 64 / Heisei 1”. A range of days that is exactly a
 * month or a year of the calendar is said as that. */

static const gchar *const french_months[] = {
  NC_ ("French Republican month", "Vendémiaire"),
  NC_ ("French Republican month", "Brumaire"),
  NC_ ("French Republican month", "Frimaire"),
  NC_ ("French Republican month", "Nivôse"),
  NC_ ("French Republican month", "Pluviôse"),
  NC_ ("French Republican month", "Ventôse"),
  NC_ ("French Republican month", "Germinal"),
  NC_ ("French Republican month", "Floréal"),
  NC_ ("French Republican month", "Prairial"),
  NC_ ("French Republican month", "Messidor"),
  NC_ ("French Republican month", "Thermidor"),
  NC_ ("French Republican month", "Fructidor"),
  NC_ ("French Republican month", "complementary days"),
};

#define FRENCH_COMPLEMENTARY 13
/* Old Style years of January to 24 March are written with both numbers. */
#define LADY_DAY_MONTH 3
#define LADY_DAY 25

/* From EDTF */

static gint64
get_day (AnnalsInstant instant)
{
  gint64 day = instant / ANNALS_SECONDS_PER_DAY;

  return instant % ANNALS_SECONDS_PER_DAY < 0 ? day - 1 : day;
}

static gboolean
is_exact (AnnalsInstant instant)
{
  return instant > ANNALS_INSTANT_EARLIEST && instant < ANNALS_INSTANT_LATEST;
}

static gboolean
can_be_said (const AnnalsEdtfDate *date)
{
  return !annals_edtf_date_is_season (date) && !annals_edtf_date_is_scattered (date)
         && date->month != ANNALS_EDTF_UNSPECIFIED && date->day != ANNALS_EDTF_UNSPECIFIED;
}

static gboolean
is_same (const AnnalsCalendarDate *a, const AnnalsCalendarDate *b)
{
  return a->era == b->era && a->year == b->year && a->month == b->month && a->day == b->day;
}

/* Leaves of a date what is no finer than the precision. */
static gboolean
coarsen (AnnalsCalendarDate *date, AnnalsPrecision precision)
{
  if (precision > ANNALS_PRECISION_DAY)
    {
      date->day = 0;
      if (precision > ANNALS_PRECISION_MONTH)
        date->month = 0;
      return precision > ANNALS_PRECISION_MONTH || date->month > 0;
    }

  return date->day > 0;
}

/* Until Meiji 5 the years of eras are those of the table, which has two names for the year of a
 * change, the later of which was proclaimed as its end was near. */
static void
find_late_era (AnnalsCalendarDate *date)
{
  gint next = date->era + 1;
  gint64 year;

  if (date->era == 0 || date->month > 0 || next > ANNALS_CALENDAR_N_ERAS)
    return;

  year = annals_calendar_get_era (date->era)->year + date->year - 1;
  if (annals_calendar_get_era (next)->year == year
      && annals_calendar_get_era (next)->begins_in_next_year)
    {
      date->era = next;
      date->year = 1;
    }
}

static gboolean
convert_date (AnnalsCalendar calendar, const AnnalsEdtfDate *date, AnnalsEdtfDate *said)
{
  AnnalsPrecision precision = annals_edtf_date_get_precision (date);
  AnnalsInstant bounds[2];
  AnnalsCalendarDate first;
  AnnalsCalendarDate last;

  if (!can_be_said (date))
    return FALSE;

  annals_edtf_date_get_bounds (date, &bounds[0], &bounds[1]);
  if (!is_exact (bounds[0]) || !is_exact (bounds[1])
      || !annals_calendar_from_days (calendar, get_day (bounds[0]), &first)
      || !annals_calendar_from_days (calendar, get_day (bounds[1]), &last)
      || !coarsen (&first, precision) || !coarsen (&last, precision))
    return FALSE;

  find_late_era (&last);
  *said = *date;
  said->calendar = calendar;
  said->negative = FALSE;
  said->year_mask = 0;
  said->n_significant = 0;
  said->era = first.era;
  said->year = first.year;
  said->month = first.month;
  said->day = first.day;
  said->has_other = !is_same (&first, &last);
  said->other = (AnnalsEdtfOther){ last.era, last.year, last.month };

  return TRUE;
}

static gboolean
convert_item (AnnalsCalendar calendar, const AnnalsEdtfItem *item, AnnalsEdtfItem *said)
{
  *said = *item;
  if (item->begin_state == ANNALS_END_KNOWN && !convert_date (calendar, &item->begin, &said->begin))
    return FALSE;
  if (!item->is_range)
    {
      said->end = said->begin;
      return TRUE;
    }

  return item->end_state != ANNALS_END_KNOWN || convert_date (calendar, &item->end, &said->end);
}

static gboolean
is_whole (AnnalsCalendar calendar, const AnnalsCalendarDate *date, gint64 first, gint64 last)
{
  gint64 days[2];

  return annals_calendar_to_days (calendar, date, &days[0], &days[1], NULL) && days[0] == first
         && days[1] == last;
}

/* A range of days that is just a year or a month of the calendar. */
static gboolean
find_whole (AnnalsCalendar calendar, const AnnalsEdtfItem *item, AnnalsEdtfDate *said)
{
  AnnalsCalendarDate whole;
  AnnalsInstant begin[2];
  AnnalsInstant end[2];

  if (!item->is_range || item->begin_state != ANNALS_END_KNOWN
      || item->end_state != ANNALS_END_KNOWN || !can_be_said (&item->begin)
      || !can_be_said (&item->end)
      || annals_edtf_date_get_precision (&item->begin) != ANNALS_PRECISION_DAY
      || annals_edtf_date_get_precision (&item->end) != ANNALS_PRECISION_DAY
      || item->begin.qualifiers != item->end.qualifiers)
    return FALSE;

  annals_edtf_date_get_bounds (&item->begin, &begin[0], &begin[1]);
  annals_edtf_date_get_bounds (&item->end, &end[0], &end[1]);
  if (!is_exact (begin[0]) || !is_exact (end[1])
      || !annals_calendar_from_days (calendar, get_day (begin[0]), &whole))
    return FALSE;

  whole.day = 0;
  if (is_whole (calendar, &(AnnalsCalendarDate){ whole.era, whole.year, 0, 0 }, get_day (begin[0]),
                get_day (end[1])))
    whole.month = 0;
  else if (!is_whole (calendar, &whole, get_day (begin[0]), get_day (end[1])))
    return FALSE;

  *said = item->begin;
  said->calendar = calendar;
  said->negative = FALSE;
  said->era = whole.era;
  said->year = whole.year;
  said->month = whole.month;
  said->day = 0;

  return TRUE;
}

static gboolean
convert (AnnalsCalendar calendar, const AnnalsEdtf *edtf, AnnalsEdtf *said)
{
  /* One more than can be said shows that there are more. */
  guint n_items = MIN (annals_edtf_get_n_items (edtf), ANNALS_WORDS_MAX_MEMBERS + 1);

  *said = (AnnalsEdtf){ .kind = edtf->kind };

  if (n_items == 1)
    {
      if ((edtf->kind == ANNALS_SPAN_PERIOD || edtf->kind == ANNALS_SPAN_ONE_OF)
          && find_whole (calendar, &edtf->only, &said->only.begin))
        {
          said->kind = ANNALS_SPAN_MOMENT;
          said->only.end = said->only.begin;
          return TRUE;
        }
      return convert_item (calendar, &edtf->only, &said->only);
    }

  said->items = g_array_sized_new (FALSE, TRUE, sizeof (AnnalsEdtfItem), n_items);
  for (guint i = 0; i < n_items; i++)
    {
      AnnalsEdtfItem member;
      AnnalsEdtfItem item;

      annals_edtf_get_item (edtf, i, &member);
      if (!convert_item (calendar, &member, &item))
        return FALSE;
      g_array_append_val (said->items, item);
    }

  return TRUE;
}

/* Years */

static gchar *
dup_roman (gint64 number)
{
  static const struct
  {
    gint value;
    const gchar *letters;
  } numerals[] = {
    { 50, "L" }, { 40, "XL" }, { 10, "X" }, { 9, "IX" }, { 5, "V" }, { 4, "IV" }, { 1, "I" },
  };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (numerals); i++)
    for (; number >= numerals[i].value; number -= numerals[i].value)
      g_string_append (text, numerals[i].letters);

  return g_string_free (text, FALSE);
}

static gboolean
is_dual (const AnnalsEdtfDate *date)
{
  return date->calendar == ANNALS_CALENDAR_OLD_STYLE && date->year >= 1
         && ((date->month > 0 && date->month < LADY_DAY_MONTH)
             || (date->month == LADY_DAY_MONTH && date->day > 0 && date->day < LADY_DAY));
}

/* The number of the next year from its first digit on that is another: 1697/8, 1699/1700. */
static gchar *
dup_dual_year (gint64 year)
{
  g_autofree gchar *this_year = g_strdup_printf ("%" G_GINT64_FORMAT, year);
  g_autofree gchar *next_year = g_strdup_printf ("%" G_GINT64_FORMAT, year + 1);
  g_autofree gchar *both = NULL;
  gsize same = 0;

  while (this_year[same] == next_year[same])
    same++;
  /* Where most digits change, all are written. */
  same = strlen (this_year) - same > 2 ? 0 : same;

  both = g_strdup_printf ("%s/%s", this_year, next_year + same);

  return g_strdup_printf (C_ ("year", "%s"), both);
}

static gchar *
dup_era_year (gint era, gint64 year)
{
  const gchar *name = annals_calendar_get_era_name (era);
  g_autofree gchar *number = g_strdup_printf ("%" G_GINT64_FORMAT, year);

  if (year == 1)
    /* Translators: the first year of a Japanese era; %s is the era. Japanese and Chinese have a
     * word for it instead of the number. */
    return g_strdup_printf (C_ ("first year of an era", "%s 1"), name);

  /* Translators: a year of a Japanese era: %1$s is the era, %2$s the number. */
  return g_strdup_printf (C_ ("year of an era", "%1$s %2$s"), name, number);
}

/* As it stands within a date, or alone. */
static gchar *
dup_year (const AnnalsEdtfDate *date, gboolean is_alone)
{
  g_autofree gchar *number = NULL;

  switch (date->calendar)
    {
    case ANNALS_CALENDAR_JAPANESE:
      return dup_era_year (date->era, date->year);
    case ANNALS_CALENDAR_FRENCH_REPUBLICAN:
      number = dup_roman (date->year);
      /* Translators: a year of the French Republic, alone; %s is a Roman numeral. */
      return is_alone ? g_strdup_printf (C_ ("year of the French Republic", "year %s"), number)
                      : g_strdup_printf (C_ ("year", "%s"), number);
    case ANNALS_CALENDAR_HEBREW:
      number = g_strdup_printf ("%" G_GINT64_FORMAT, date->year);
      /* Translators: a year of the Hebrew calendar, alone: anno mundi. */
      return is_alone ? g_strdup_printf (C_ ("year of the Hebrew calendar", "%s AM"), number)
                      : g_strdup_printf (C_ ("year", "%s"), number);
    case ANNALS_CALENDAR_ISLAMIC:
      number = g_strdup_printf ("%" G_GINT64_FORMAT, date->year);
      /* Translators: a year of the Islamic calendar: anno hegirae. */
      return g_strdup_printf (C_ ("year of the Islamic calendar", "%s AH"), number);
    case ANNALS_CALENDAR_OLD_STYLE:
    case ANNALS_CALENDAR_JULIAN:
    case ANNALS_CALENDAR_GREGORIAN:
    default:
      return is_dual (date) ? dup_dual_year (date->year) : annals_year_dup_words (date->year);
    }
}

/* The first of two years, the last of which says what years they are. */
static gchar *
dup_first_year (const AnnalsEdtfDate *date)
{
  if (date->calendar == ANNALS_CALENDAR_ISLAMIC || date->calendar == ANNALS_CALENDAR_HEBREW)
    return g_strdup_printf ("%" G_GINT64_FORMAT, date->year);

  return dup_year (date, TRUE);
}

/**
 * annals_calendar_dup_year_words:
 * @date: a date of a calendar
 *
 * Returns: (transfer full): its year, as it stands within a date
 */
gchar *
annals_calendar_dup_year_words (const AnnalsEdtfDate *date)
{
  return dup_year (date, FALSE);
}

/**
 * annals_calendar_years_are_one:
 * @a: a date of a calendar
 * @b: another one of the same calendar
 *
 * Returns: whether both have a year that is written alike
 */
gboolean
annals_calendar_years_are_one (const AnnalsEdtfDate *a, const AnnalsEdtfDate *b)
{
  return a->era == b->era && a->year == b->year && is_dual (a) == is_dual (b);
}

/* Months and days */

/**
 * annals_calendar_get_month_words:
 * @date: a date of any calendar that has a month
 * @form: whether to shorten it
 *
 * Returns: (transfer none): the name of its month
 */
const gchar *
annals_calendar_get_month_words (const AnnalsEdtfDate *date, AnnalsWordsForm form)
{
  switch (date->calendar)
    {
    case ANNALS_CALENDAR_FRENCH_REPUBLICAN:
      return g_dpgettext2 (GETTEXT_PACKAGE, "French Republican month",
                           french_months[date->month - 1]);
    case ANNALS_CALENDAR_HEBREW:
    case ANNALS_CALENDAR_ISLAMIC:
      return annals_calendar_get_month_name (date->calendar, date->year, date->month, form);
    case ANNALS_CALENDAR_GREGORIAN:
    case ANNALS_CALENDAR_JULIAN:
    case ANNALS_CALENDAR_OLD_STYLE:
    case ANNALS_CALENDAR_JAPANESE:
    default:
      return annals_month_get_name (date->month, form);
    }
}

static gchar *
dup_month (const AnnalsEdtfDate *date, AnnalsWordsForm form)
{
  const gchar *month = annals_calendar_get_month_words (date, form);
  g_autofree gchar *year = dup_year (date, FALSE);

  if (date->calendar == ANNALS_CALENDAR_JAPANESE)
    /* Translators: %1$s is a month, %2$s a year of a Japanese era, such as “Shōwa 48”. */
    return g_strdup_printf (C_ ("month and year of an era", "%1$s, %2$s"), month, year);

  return g_strdup_printf (C_ ("month and year", "%1$s %2$s"), month, year);
}

static gchar *
dup_day (const AnnalsEdtfDate *date, AnnalsWordsForm form)
{
  const gchar *month = annals_calendar_get_month_words (date, form);
  g_autofree gchar *year = dup_year (date, FALSE);

  if (date->calendar == ANNALS_CALENDAR_FRENCH_REPUBLICAN && date->month == FRENCH_COMPLEMENTARY)
    /* Translators: a day of those that end a year of the French Republic: %1$d is its number,
     * %2$s the year. */
    return g_strdup_printf (C_ ("complementary day", "complementary day %1$d, %2$s"), date->day,
                            year);
  if (date->calendar == ANNALS_CALENDAR_JAPANESE)
    /* Translators: %1$d is the day of the month, %2$s the month, %3$s a year of a Japanese era,
     * such as “Shōwa 48”. */
    return g_strdup_printf (C_ ("day, month and year of an era", "%1$d %2$s, %3$s"), date->day,
                            month, year);

  return g_strdup_printf (C_ ("day, month and year", "%1$d %2$s %3$s"), date->day, month, year);
}

static gchar *
dup_unit (const AnnalsEdtfDate *date, AnnalsWordsForm form)
{
  g_autofree gchar *day = NULL;
  g_autofree gchar *time = NULL;

  if (date->month == 0)
    return dup_year (date, TRUE);
  if (date->day == 0)
    return dup_month (date, form);

  day = dup_day (date, form);
  if (!date->has_time)
    return g_steal_pointer (&day);

  time = g_strdup_printf (C_ ("time of day", "%1$02d:%2$02d:%3$02d"), date->hour, date->minute,
                          date->second);

  return g_strdup_printf (C_ ("day and time", "%1$s, %2$s"), day, time);
}

/* The Gregorian year, for eras; any count otherwise. */
static gint64
count_year (gint era, gint64 year)
{
  return era > 0 ? annals_calendar_get_era (era)->year + year - 1 : year;
}

static gboolean
is_next (const AnnalsEdtfDate *date)
{
  return date->month > 0
         || count_year (date->other.era, date->other.year)
                <= count_year (date->era, date->year) + 1;
}

/**
 * annals_calendar_dup_years_words:
 * @first: a year of a calendar
 * @last: a later one
 *
 * Returns: (transfer full): the range of them
 */
gchar *
annals_calendar_dup_years_words (const AnnalsEdtfDate *first, const AnnalsEdtfDate *last)
{
  g_autofree gchar *from = dup_first_year (first);
  g_autofree gchar *to = dup_year (last, TRUE);
  g_autofree gchar *number = g_strdup_printf ("%" G_GINT64_FORMAT, last->year);

  if (first->calendar == ANNALS_CALENDAR_JULIAN || first->calendar == ANNALS_CALENDAR_OLD_STYLE)
    return annals_words_dup_years (first->year, last->year);
  if (first->calendar == ANNALS_CALENDAR_JAPANESE && first->era == last->era)
    /* Translators: a range of years of a Japanese era: %1$s is the first one, such as “Shōwa 45”,
     * %2$s the number of the last one. */
    return g_strdup_printf (C_ ("years of an era", "%1$s – %2$s"), from, number);
  if (first->calendar == ANNALS_CALENDAR_FRENCH_REPUBLICAN)
    {
      g_clear_pointer (&to, g_free);
      to = dup_year (last, FALSE);
      g_clear_pointer (&number, g_free);
      g_clear_pointer (&from, g_free);
      from = dup_year (first, FALSE);
      number = g_strdup_printf (C_ ("range", "%1$s – %2$s"), from, to);
      /* Translators: years of the French Republic; %s is two Roman numerals, such as “I – XIV”. */
      return g_strdup_printf (C_ ("year of the French Republic", "years %s"), number);
    }
  return g_strdup_printf (C_ ("range", "%1$s – %2$s"), from, to);
}

/**
 * annals_calendar_dup_date_words:
 * @date: a date of a calendar other than the Gregorian
 * @form: how long the words may be
 *
 * Returns: (transfer full): the date, without its qualifiers
 */
gchar *
annals_calendar_dup_date_words (const AnnalsEdtfDate *date, AnnalsWordsForm form)
{
  AnnalsEdtfDate other = *date;
  g_autofree gchar *first = NULL;
  g_autofree gchar *last = NULL;

  if (!date->has_other)
    return dup_unit (date, form);

  other.era = date->other.era;
  other.year = date->other.year;
  other.month = date->other.month;
  other.has_other = FALSE;
  if (!is_next (date))
    return annals_calendar_dup_years_words (date, &other);

  last = dup_unit (&other, form);
  if (date->month > 0 && annals_calendar_years_are_one (date, &other))
    first = g_strdup (annals_calendar_get_month_words (date, form));
  else
    first = date->month == 0 ? dup_first_year (date) : dup_unit (date, form);

  /* Translators: a year or month of one calendar that overlaps two of another, such as “Shōwa 64 /
   * Heisei 1” for 1989. */
  return g_strdup_printf (C_ ("date in another calendar", "%1$s / %2$s"), first, last);
}

/**
 * annals_calendar_dup_words:
 * @calendar: a calendar
 * @date: a date
 * @form: how long the words may be
 *
 * Says @date in @calendar and in the language of the locale, such as “17 October, Shōwa 48” or “11
 * March 1697/8”, to stand within a sentence or alone. A year or month that is none of the calendar
 * is said as those that it overlaps.
 *
 * Returns: (transfer full) (nullable): the words; %NULL for what cannot be said in @calendar: what
 *   is out of its range, seasons, dates with unknown digits in their midst, and days and months of
 *   Japan before 1873
 */
gchar *
annals_calendar_dup_words (AnnalsCalendar calendar, const AnnalsDate *date, AnnalsWordsForm form)
{
  AnnalsEdtf said;
  gchar *words = NULL;

  g_return_val_if_fail (calendar < ANNALS_N_CALENDARS, NULL);
  g_return_val_if_fail (date != NULL, NULL);

  if (calendar == ANNALS_CALENDAR_GREGORIAN)
    return annals_date_dup_words (date, form);
  if (convert (calendar, annals_date_get_parsed (date), &said))
    words = annals_words_dup (&said, form);
  g_clear_pointer (&said.items, g_array_unref);

  return words;
}

/* Years of eras and of the French Republic say themselves whose they are. */
static gchar *
dup_named_words (AnnalsCalendar calendar, const AnnalsDate *date, AnnalsWordsForm form)
{
  g_autofree gchar *words = annals_calendar_dup_words (calendar, date, form);

  if (words == NULL || calendar == ANNALS_CALENDAR_JAPANESE
      || calendar == ANNALS_CALENDAR_FRENCH_REPUBLICAN)
    return g_steal_pointer (&words);

  /* Translators: %1$s is a date, %2$s the calendar in which it is said, such as “Julian”. */
  return g_strdup_printf (C_ ("date in another calendar", "%1$s (%2$s)"), words,
                          annals_calendar_get_name (calendar));
}

/**
 * annals_calendar_dup_both_words:
 * @calendar: the calendar in which a date is written
 * @date: the date
 * @form: how long the words may be
 *
 * Says @date in its own calendar and in the Gregorian, such as “11 March 1697/8 (Julian, Old Style)
 * · 21 March 1698”; in the Gregorian alone where @calendar is that or cannot say it.
 *
 * Returns: (transfer full): the words
 */
gchar *
annals_calendar_dup_both_words (AnnalsCalendar calendar,
                                const AnnalsDate *date,
                                AnnalsWordsForm form)
{
  g_autofree gchar *words = annals_date_dup_words (date, form);
  g_autofree gchar *own = NULL;

  if (calendar == ANNALS_CALENDAR_GREGORIAN)
    return g_steal_pointer (&words);
  own = dup_named_words (calendar, date, form);
  if (own == NULL)
    return g_steal_pointer (&words);

  /* Translators: a date in its own calendar, and the same in the Gregorian. */
  return g_strdup_printf (C_ ("date in another calendar", "%1$s · %2$s"), own, words);
}

/* Of a unit, what sets it apart from its neighbours. */
static gchar *
dup_unit_short (const AnnalsEdtfDate *date)
{
  if (date->day > 0)
    return g_strdup_printf ("%d", date->day);
  if (date->month > 0)
    return g_strdup (annals_calendar_get_month_words (date, ANNALS_WORDS_SHORT));
  if (date->calendar == ANNALS_CALENDAR_FRENCH_REPUBLICAN)
    return dup_roman (date->year);
  if (date->calendar == ANNALS_CALENDAR_JULIAN || date->calendar == ANNALS_CALENDAR_OLD_STYLE)
    return annals_year_dup_words (date->year);

  return g_strdup_printf ("%" G_GINT64_FORMAT, date->year);
}

/**
 * annals_calendar_dup_unit_words:
 * @calendar: a calendar
 * @date: an era (with year 0), year, month or day of it
 * @form: long for all of it; short for what sets it apart from its neighbours, such as “48” or
 *   “Nisan”
 *
 * What a stretch of an axis is called.
 *
 * Returns: (transfer full): the words
 */
gchar *
annals_calendar_dup_unit_words (AnnalsCalendar calendar,
                                const AnnalsCalendarDate *date,
                                AnnalsWordsForm form)
{
  AnnalsEdtfDate said = { .calendar = calendar,
                          .era = date->era,
                          .year = date->year,
                          .month = date->month,
                          .day = date->day };

  if (date->era > 0 && date->year == 0)
    return g_strdup (annals_calendar_get_era_name (date->era));

  return form == ANNALS_WORDS_SHORT ? dup_unit_short (&said) : dup_unit (&said, ANNALS_WORDS_LONG);
}
