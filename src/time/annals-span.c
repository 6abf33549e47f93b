/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annals-span.h"

/* Questions about a span. A span is plain data; what its bounds mean is said in the header. */

/* Mean lengths on the Gregorian calendar. */
#define SECONDS_PER_YEAR G_GINT64_CONSTANT (31556952)
#define SECONDS_PER_MONTH (SECONDS_PER_YEAR / 12)

static const gint64 unit_s[] = {
  [ANNALS_PRECISION_SECOND] = 1,
  [ANNALS_PRECISION_DAY] = ANNALS_SECONDS_PER_DAY,
  [ANNALS_PRECISION_MONTH] = SECONDS_PER_MONTH,
  [ANNALS_PRECISION_SEASON] = 3 * SECONDS_PER_MONTH,
  [ANNALS_PRECISION_YEAR] = SECONDS_PER_YEAR,
  [ANNALS_PRECISION_DECADE] = 10 * SECONDS_PER_YEAR,
  [ANNALS_PRECISION_CENTURY] = 100 * SECONDS_PER_YEAR,
  [ANNALS_PRECISION_MILLENNIUM] = 1000 * SECONDS_PER_YEAR,
};

static gint
compare_numbers (gint64 a, gint64 b)
{
  return (a > b) - (a < b);
}

static gint
compare_ends (const AnnalsEnd *a, const AnnalsEnd *b)
{
  gint order = compare_numbers (a->state, b->state);

  if (order == 0)
    order = compare_numbers (a->precision, b->precision);
  if (order == 0)
    order = compare_numbers (a->qualifiers, b->qualifiers);

  return order;
}

/**
 * annals_span_get_earliest:
 * @span: a span
 *
 * Returns: the first second at which it may have been; %ANNALS_INSTANT_MIN when open or unknown
 */
AnnalsInstant
annals_span_get_earliest (const AnnalsSpan *span)
{
  g_return_val_if_fail (span != NULL, ANNALS_INSTANT_MIN);

  return span->begin_earliest;
}

/**
 * annals_span_get_latest:
 * @span: a span
 *
 * Returns: the last second at which it may have been; %ANNALS_INSTANT_MAX when open or unknown
 */
AnnalsInstant
annals_span_get_latest (const AnnalsSpan *span)
{
  g_return_val_if_fail (span != NULL, ANNALS_INSTANT_MAX);

  return span->end_latest;
}

/**
 * annals_span_get_core:
 * @span: a span
 * @first: (out) (optional): where to put the first instant of the core
 * @last: (out) (optional): where to put the last instant of the core
 *
 * Finds the stretch of a period during which it certainly went on: from the latest it may have
 * begun to the earliest it may have ended. It reaches %ANNALS_INSTANT_MIN or %ANNALS_INSTANT_MAX
 * where the period is open. A period with an unknown end has no core: nobody knows how long it
 * lasted. Nor has a moment, which fell somewhere within its bounds, or a set, of which only the
 * members may have one.
 *
 * Returns: whether there is a core; if not, @first and @last are left alone
 */
gboolean
annals_span_get_core (const AnnalsSpan *span, AnnalsInstant *first, AnnalsInstant *last)
{
  g_return_val_if_fail (span != NULL, FALSE);

  if (span->kind != ANNALS_SPAN_PERIOD || span->begin.state == ANNALS_END_UNKNOWN
      || span->end.state == ANNALS_END_UNKNOWN || span->begin_latest >= span->end_earliest)
    return FALSE;

  if (first != NULL)
    *first = span->begin_latest;
  if (last != NULL)
    *last = span->end_earliest;

  return TRUE;
}

/**
 * annals_span_overlaps:
 * @span: a span
 * @first: first second of a stretch of time
 * @last: last second of that stretch
 *
 * Whether any of @span may lie from @first to @last, both included.
 */
gboolean
annals_span_overlaps (const AnnalsSpan *span, AnnalsInstant first, AnnalsInstant last)
{
  g_return_val_if_fail (span != NULL, FALSE);

  return span->begin_earliest <= last && span->end_latest >= first;
}

/**
 * annals_span_compare:
 * @a: a span
 * @b: another span
 *
 * Orders spans by their earliest second, then by their latest. The other members settle the rest,
 * so that only equal spans compare as equal.
 *
 * Returns: less than, equal to, or greater than 0
 */
gint
annals_span_compare (const AnnalsSpan *a, const AnnalsSpan *b)
{
  gint order;

  g_return_val_if_fail (a != NULL && b != NULL, 0);

  order = compare_numbers (a->begin_earliest, b->begin_earliest);
  if (order == 0)
    order = compare_numbers (a->end_latest, b->end_latest);
  if (order == 0)
    order = compare_numbers (a->begin_latest, b->begin_latest);
  if (order == 0)
    order = compare_numbers (a->end_earliest, b->end_earliest);
  if (order == 0)
    order = compare_numbers (a->kind, b->kind);
  if (order == 0)
    order = compare_ends (&a->begin, &b->begin);
  if (order == 0)
    order = compare_ends (&a->end, &b->end);

  return order;
}

/**
 * annals_span_get_qualifiers:
 * @span: a span
 *
 * Returns: the qualifiers that either end bears
 */
AnnalsQualifiers
annals_span_get_qualifiers (const AnnalsSpan *span)
{
  g_return_val_if_fail (span != NULL, ANNALS_QUALIFIER_NONE);

  return span->begin.qualifiers | span->end.qualifiers;
}

/**
 * annals_span_get_tolerance_s:
 * @span: a span
 * @end: one of its ends
 *
 * How far an approximate end is softened when it is drawn: by one unit of its precision (a day for
 * a day, ten years for a decade), at its mean length. This is a matter of drawing alone;
 * `~` moves no bound.
 *
 * Returns: seconds; 0 when @end is not approximate, or not known
 */
gint64
annals_span_get_tolerance_s (const AnnalsSpan *span, const AnnalsEnd *end)
{
  g_return_val_if_fail (span != NULL && end != NULL, 0);

  if (end->state != ANNALS_END_KNOWN || !(end->qualifiers & ANNALS_QUALIFIER_APPROXIMATE))
    return 0;

  return unit_s[end->precision];
}
