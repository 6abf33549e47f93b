/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annals-edtf.h"

/* What a written date means: its precision, its years, its first and last second. Seasons are the
 * meteorological ones, of the northern hemisphere where none is named; what begins in December ends
 * in February of the next year. */

#define MONTHS 12

typedef struct
{
  gint first;
  gint n_months;
} Season;

/* From ANNALS_EDTF_SEASON_FIRST on. */
static const Season seasons[] = {
  { 3, 3 }, { 6, 3 },  { 9, 3 }, { 12, 3 }, /* seasons, of no hemisphere */
  { 3, 3 }, { 6, 3 },  { 9, 3 }, { 12, 3 }, /* of the northern one */
  { 9, 3 }, { 12, 3 }, { 3, 3 }, { 6, 3 },  /* of the southern one */
  { 1, 3 }, { 4, 3 },  { 7, 3 }, { 10, 3 }, /* quarters */
  { 1, 4 }, { 5, 4 },  { 9, 4 },            /* quadrimesters */
  { 1, 6 }, { 7, 6 },                       /* semesters */
};

static const AnnalsPrecision precision_of_unspecified[] = {
  ANNALS_PRECISION_YEAR,       ANNALS_PRECISION_DECADE,     ANNALS_PRECISION_CENTURY,
  ANNALS_PRECISION_MILLENNIUM, ANNALS_PRECISION_MILLENNIUM,
};

static void
get_months (const AnnalsEdtfDate *date, gint *first, gint *last)
{
  *first = 1;
  *last = MONTHS;

  if (annals_edtf_date_is_season (date))
    {
      const Season *season = &seasons[date->month - ANNALS_EDTF_SEASON_FIRST];

      *first = season->first;
      *last = season->first + season->n_months - 1;
    }
  else if (date->month > 0)
    {
      *first = *last = date->month;
    }
}

/* How many digits at the end of the year do not count. */
static gint
get_n_insignificant (const AnnalsEdtfDate *date)
{
  gint n_digits = 0;

  if (date->n_significant == 0)
    return 0;
  for (guint64 rest = (guint64) ABS (date->year); rest > 0; rest /= 10)
    n_digits++;

  return MAX (n_digits - date->n_significant, 0);
}

/* Searching. Where digits are X in the midst of a date, or a day is known and its month is not, the
 * days that fit lie scattered, and there may be none. */

static gboolean
find_day (const AnnalsEdtfDate *date, gboolean is_last, AnnalsCivil *civil)
{
  gint n_days = annals_days_in_month (civil->year, civil->month);

  if (date->day > 0)
    {
      civil->day = date->day;
      return date->day <= n_days;
    }

  for (gint i = 1; i <= n_days; i++)
    {
      civil->day = is_last ? n_days + 1 - i : i;
      if (date->day == ANNALS_EDTF_ABSENT || annals_edtf_field_fits (date->day_text, civil->day))
        return TRUE;
    }

  return FALSE;
}

static gboolean
find_in_year (const AnnalsEdtfDate *date, gboolean is_last, AnnalsCivil *civil)
{
  if (date->month > 0)
    {
      civil->month = date->month;
      return find_day (date, is_last, civil);
    }

  for (gint i = 1; i <= MONTHS; i++)
    {
      civil->month = is_last ? MONTHS + 1 - i : i;
      if (annals_edtf_field_fits (date->month_text, civil->month)
          && find_day (date, is_last, civil))
        return TRUE;
    }

  return FALSE;
}

/* The magnitude of the year when its X are the digits of the number. */
static gint64
fill_year (const AnnalsEdtfDate *date, gint number)
{
  gint64 magnitude = ABS (date->year);
  gint64 unit = 1;

  for (guint mask = date->year_mask; mask != 0; mask >>= 1, unit *= 10)
    if (mask & 1)
      {
        magnitude += number % 10 * unit;
        number /= 10;
      }

  return magnitude;
}

static gboolean
find_date (const AnnalsEdtfDate *date, gboolean is_last, AnnalsCivil *civil)
{
  gint n_years = 1;

  for (guint mask = date->year_mask; mask != 0; mask >>= 1)
    n_years *= mask & 1 ? 10 : 1;

  for (gint i = 0; i < n_years; i++)
    {
      /* The years before our era count backwards. */
      gint64 magnitude = fill_year (date, is_last != date->negative ? n_years - 1 - i : i);

      civil->year = date->negative ? -magnitude : magnitude;
      if ((magnitude > 0 || !date->negative) && find_in_year (date, is_last, civil))
        return TRUE;
    }

  return FALSE;
}

static AnnalsEnd
get_end (const AnnalsEdtfDate *date, AnnalsEndState state)
{
  AnnalsEnd end = { .state = state, .precision = annals_edtf_date_get_precision (date) };

  if (state == ANNALS_END_KNOWN)
    end.qualifiers = date->qualifiers;

  return end;
}

/**
 * annals_edtf_field_fits:
 * @text: a month or day as written: two digits, each of which may be X
 * @number: a number of at most two digits
 *
 * Whether @number has the digits of @text that are known.
 */
gboolean
annals_edtf_field_fits (const gchar *text, gint number)
{
  return (text[0] == 'X' || text[0] - '0' == number / 10)
         && (text[1] == 'X' || text[1] - '0' == number % 10);
}

/**
 * annals_edtf_date_is_season:
 * @date: a date
 *
 * Whether @date is a season of a year.
 */
gboolean
annals_edtf_date_is_season (const AnnalsEdtfDate *date)
{
  return date->month >= ANNALS_EDTF_SEASON_FIRST && date->month <= ANNALS_EDTF_SEASON_LAST;
}

/**
 * annals_edtf_date_is_scattered:
 * @date: a date
 *
 * Whether the days that fit @date need not follow one another: `1560-XX-25`, `1985-02-X1`.
 */
gboolean
annals_edtf_date_is_scattered (const AnnalsEdtfDate *date)
{
  gboolean has_part_of_month = date->month == ANNALS_EDTF_UNSPECIFIED
                               && (date->month_text[0] != 'X' || date->month_text[1] != 'X');
  gboolean has_part_of_day = date->day == ANNALS_EDTF_UNSPECIFIED
                             && (date->day_text[0] != 'X' || date->day_text[1] != 'X');

  return has_part_of_month || has_part_of_day
         || (date->day > 0 && (date->month == ANNALS_EDTF_UNSPECIFIED || date->year_mask != 0));
}

/**
 * annals_edtf_date_exists:
 * @date: a date
 *
 * Whether the calendar has a day that fits @date.
 */
gboolean
annals_edtf_date_exists (const AnnalsEdtfDate *date)
{
  AnnalsCivil civil;

  if (annals_edtf_date_is_scattered (date))
    return find_date (date, FALSE, &civil);

  return date->day < 1 || date->day <= annals_days_in_month (date->year, date->month);
}

static gboolean
fields_equal (gint a, const gchar *a_text, gint b, const gchar *b_text)
{
  return a == b
         && (a != ANNALS_EDTF_UNSPECIFIED || (a_text[0] == b_text[0] && a_text[1] == b_text[1]));
}

/**
 * annals_edtf_date_equal:
 * @a: a date without a time of day
 * @b: another one
 *
 * Whether both say the same, however their qualifiers are written.
 */
gboolean
annals_edtf_date_equal (const AnnalsEdtfDate *a, const AnnalsEdtfDate *b)
{
  return a->negative == b->negative && a->era == b->era && a->year == b->year
         && a->year_mask == b->year_mask && a->n_significant == b->n_significant
         && fields_equal (a->month, a->month_text, b->month, b->month_text)
         && fields_equal (a->day, a->day_text, b->day, b->day_text)
         && a->year_qualifiers == b->year_qualifiers && a->month_qualifiers == b->month_qualifiers
         && a->day_qualifiers == b->day_qualifiers;
}

/**
 * annals_edtf_date_get_n_unspecified:
 * @date: a date
 *
 * Returns: how many digits of the year are open from its end on, those between X included: 3 for
 *   `1X7X`
 */
gint
annals_edtf_date_get_n_unspecified (const AnnalsEdtfDate *date)
{
  gint n_unspecified = 0;

  for (guint mask = date->year_mask; mask != 0; mask >>= 1)
    n_unspecified++;

  return n_unspecified;
}

/**
 * annals_edtf_date_get_precision:
 * @date: a date
 *
 * How finely @date is stated. What stands behind an unspecified part does not count: `1999-XX` and
 * `1999-XX-25` are as fine as `1999`.
 */
AnnalsPrecision
annals_edtf_date_get_precision (const AnnalsEdtfDate *date)
{
  gint n_open = MAX (annals_edtf_date_get_n_unspecified (date), get_n_insignificant (date));

  if (date->has_time)
    return ANNALS_PRECISION_SECOND;
  if (n_open > 0)
    return precision_of_unspecified[MIN (n_open,
                                         (gint) G_N_ELEMENTS (precision_of_unspecified) - 1)];
  if (annals_edtf_date_is_season (date))
    return ANNALS_PRECISION_SEASON;
  if (date->month < 1)
    return ANNALS_PRECISION_YEAR;

  return date->day > 0 ? ANNALS_PRECISION_DAY : ANNALS_PRECISION_MONTH;
}

/**
 * annals_edtf_date_get_years:
 * @date: a date
 * @first: (out): where to put the first astronomical year that fits
 * @last: (out): where to put the last one
 *
 * The years that fit the digits of @date, unspecified or insignificant ones taken as any. `-00XX`
 * does not reach the year 0, which has no sign.
 */
void
annals_edtf_date_get_years (const AnnalsEdtfDate *date, gint64 *first, gint64 *last)
{
  gint64 least = ABS (date->year);
  gint64 most = least;
  gint64 unit = 1;
  gint64 first_unit = 0;

  for (guint mask = date->year_mask; mask != 0; mask >>= 1, unit *= 10)
    if (mask & 1)
      {
        most += 9 * unit;
        first_unit = first_unit == 0 ? unit : first_unit;
      }
  /* There is no year -0000: the least is one in the first digit that is not known. */
  if (date->negative && least == 0)
    least = first_unit;
  if (date->n_significant > 0)
    {
      for (gint i = get_n_insignificant (date); i > 0; i--)
        unit *= 10;
      least -= least % unit;
      most = least + unit - 1;
    }

  *first = date->negative ? -most : least;
  *last = date->negative ? -least : most;
}

/**
 * annals_edtf_date_get_bounds:
 * @date: a date
 * @first: (out): where to put its first second
 * @last: (out): where to put its last second
 */
void
annals_edtf_date_get_bounds (const AnnalsEdtfDate *date, AnnalsInstant *first, AnnalsInstant *last)
{
  AnnalsCivil begin = { .day = 1 };
  AnnalsCivil end = { .hour = 23, .minute = 59, .second = 59 };

  if (annals_edtf_date_is_scattered (date))
    {
      find_date (date, FALSE, &begin);
      find_date (date, TRUE, &end);
    }
  else
    {
      annals_edtf_date_get_years (date, &begin.year, &end.year);
      get_months (date, &begin.month, &end.month);
      if (end.month > MONTHS)
        {
          end.month -= MONTHS;
          end.year++;
        }
      end.day = annals_days_in_month (end.year, end.month);
    }

  if (date->day > 0)
    begin.day = end.day = date->day;
  if (date->has_time)
    {
      begin.hour = end.hour = date->hour;
      begin.minute = end.minute = date->minute;
      begin.second = end.second = date->second;
    }

  *first = annals_instant_from_civil (&begin);
  *last = annals_instant_from_civil (&end);
}

/**
 * annals_edtf_item_get_span:
 * @item: a date, an interval, or a member of a set
 * @set_kind: the kind of the whole that @item belongs to
 * @span: (out caller-allocates): where to put its span
 *
 * A single date is a moment. A range is a period, but in a “one of” set, where it stands for one
 * date of the range and nobody knows which.
 */
void
annals_edtf_item_get_span (const AnnalsEdtfItem *item, AnnalsSpanKind set_kind, AnnalsSpan *span)
{
  AnnalsInstant begin[2] = { ANNALS_INSTANT_MIN, ANNALS_INSTANT_MIN };
  AnnalsInstant end[2] = { ANNALS_INSTANT_MAX, ANNALS_INSTANT_MAX };
  gboolean is_choice = item->is_range && set_kind == ANNALS_SPAN_ONE_OF;

  if (item->begin_state == ANNALS_END_KNOWN)
    annals_edtf_date_get_bounds (&item->begin, &begin[0], &begin[1]);
  if (!item->is_range)
    {
      end[0] = begin[0];
      end[1] = begin[1];
    }
  else if (item->end_state == ANNALS_END_KNOWN)
    {
      annals_edtf_date_get_bounds (&item->end, &end[0], &end[1]);
    }

  *span = (AnnalsSpan){
    .kind = is_choice        ? ANNALS_SPAN_ONE_OF
            : item->is_range ? ANNALS_SPAN_PERIOD
                             : ANNALS_SPAN_MOMENT,
    .begin_earliest = begin[0],
    .begin_latest = begin[1],
    .end_earliest = end[0],
    .end_latest = end[1],
    .begin = get_end (&item->begin, item->begin_state),
    .end = get_end (&item->end, item->end_state),
  };

  if (is_choice)
    {
      span->begin_latest = item->end_state == ANNALS_END_KNOWN ? end[1] : begin[1];
      span->end_earliest = item->begin_state == ANNALS_END_KNOWN ? begin[0] : end[0];
    }
}

/* The last second that bounds a member, and the first one: an open bound bounds nothing. */

static AnnalsInstant
get_last_bound (const AnnalsSpan *member)
{
  return annals_instant_is_open (member->end_latest) ? member->begin_latest : member->end_latest;
}

static AnnalsInstant
get_first_bound (const AnnalsSpan *member)
{
  return annals_instant_is_open (member->begin_earliest) ? member->end_earliest
                                                         : member->begin_earliest;
}

/**
 * annals_edtf_begin_set:
 * @span: the span of the first member, which becomes that of the set
 * @set_kind: %ANNALS_SPAN_ONE_OF or %ANNALS_SPAN_ALL_OF
 *
 * Makes the span of a set of one out of that of its member.
 */
void
annals_edtf_begin_set (AnnalsSpan *span, AnnalsSpanKind set_kind)
{
  AnnalsInstant first = get_first_bound (span);

  span->kind = set_kind;
  span->begin_latest = get_last_bound (span);
  span->end_earliest = first;
}

/**
 * annals_edtf_add_to_set:
 * @span: the span of a set
 * @member: the span of one more member
 *
 * Widens @span to what bounds @member, too.
 */
void
annals_edtf_add_to_set (AnnalsSpan *span, const AnnalsSpan *member)
{
  if (member->begin_earliest < span->begin_earliest)
    {
      span->begin_earliest = member->begin_earliest;
      span->begin = member->begin;
    }
  if (member->end_latest > span->end_latest)
    {
      span->end_latest = member->end_latest;
      span->end = member->end;
    }
  span->begin_latest = MAX (span->begin_latest, get_last_bound (member));
  span->end_earliest = MIN (span->end_earliest, get_first_bound (member));
}
