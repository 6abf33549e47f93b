/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annals-edtf.h"

/* What a written date means: its precision, its years, its first and last second. Seasons are the
 * meteorological ones of the northern hemisphere; winter ends in February of the next year. */

#define MONTHS_PER_SEASON 3

static const gint season_first_month[] = { 3, 6, 9, 12 };

static const AnnalsPrecision precision_of_unspecified[] = {
  ANNALS_PRECISION_YEAR,
  ANNALS_PRECISION_DECADE,
  ANNALS_PRECISION_CENTURY,
  ANNALS_PRECISION_MILLENNIUM,
};

static const gint64 years_of_unspecified[] = { 1, 10, 100, 1000 };

static void
get_months (const AnnalsEdtfDate *date, gint *first, gint *last)
{
  *first = 1;
  *last = 12;

  if (annals_edtf_date_is_season (date))
    {
      *first = season_first_month[date->month - ANNALS_EDTF_SEASON_FIRST];
      *last = *first + MONTHS_PER_SEASON - 1;
    }
  else if (date->month > 0)
    {
      *first = *last = date->month;
    }
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
 * annals_edtf_date_get_precision:
 * @date: a date
 *
 * How finely @date is stated. Unspecified parts do not count: `1999-XX` is as fine as `1999`.
 */
AnnalsPrecision
annals_edtf_date_get_precision (const AnnalsEdtfDate *date)
{
  if (date->has_time)
    return ANNALS_PRECISION_SECOND;
  if (date->day > 0)
    return ANNALS_PRECISION_DAY;
  if (annals_edtf_date_is_season (date))
    return ANNALS_PRECISION_SEASON;
  if (date->month > 0)
    return ANNALS_PRECISION_MONTH;

  return precision_of_unspecified[date->n_unspecified];
}

/**
 * annals_edtf_date_get_years:
 * @date: a date
 * @first: (out): where to put the first astronomical year that fits
 * @last: (out): where to put the last one
 *
 * The years that fit the digits of @date. `-00XX` does not reach the year 0, which has no sign.
 */
void
annals_edtf_date_get_years (const AnnalsEdtfDate *date, gint64 *first, gint64 *last)
{
  gint64 n_years = years_of_unspecified[date->n_unspecified];

  *first = *last = date->year;
  if (date->negative)
    {
      *first = date->year - (n_years - 1);
      *last = MIN (date->year, -1);
    }
  else
    {
      *last = date->year + (n_years - 1);
    }
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

  annals_edtf_date_get_years (date, &begin.year, &end.year);
  get_months (date, &begin.month, &end.month);
  if (end.month > 12)
    {
      end.month -= 12;
      end.year++;
    }
  end.day = annals_days_in_month (end.year, end.month);

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
  if (item->end_state == ANNALS_END_KNOWN)
    annals_edtf_date_get_bounds (&item->end, &end[0], &end[1]);

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
