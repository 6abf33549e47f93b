/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "annals-instant.h"

G_BEGIN_DECLS

/**
 * AnnalsPrecision:
 *
 * How fine a date is stated, finest first.
 */
typedef enum
{
  ANNALS_PRECISION_SECOND,
  ANNALS_PRECISION_DAY,
  ANNALS_PRECISION_MONTH,
  ANNALS_PRECISION_SEASON,
  ANNALS_PRECISION_YEAR,
  ANNALS_PRECISION_DECADE,
  ANNALS_PRECISION_CENTURY,
  ANNALS_PRECISION_MILLENNIUM,
} AnnalsPrecision;

/**
 * AnnalsQualifiers:
 * @ANNALS_QUALIFIER_UNCERTAIN: the statement may be wrong (EDTF `?`)
 * @ANNALS_QUALIFIER_APPROXIMATE: the value is only near (EDTF `~`); `%` is both
 *
 * Qualifiers change the drawing and the words, never the bounds.
 */
typedef enum
{
  ANNALS_QUALIFIER_NONE = 0,
  ANNALS_QUALIFIER_UNCERTAIN = 1 << 0,
  ANNALS_QUALIFIER_APPROXIMATE = 1 << 1,
} AnnalsQualifiers;

/**
 * AnnalsEndState:
 * @ANNALS_END_KNOWN: the bounds of this end say when
 * @ANNALS_END_OPEN: there is no such end (EDTF `..`): it goes on, or it always was
 * @ANNALS_END_UNKNOWN: there is an end, but nobody says when (EDTF empty)
 */
typedef enum
{
  ANNALS_END_KNOWN,
  ANNALS_END_OPEN,
  ANNALS_END_UNKNOWN,
} AnnalsEndState;

/**
 * AnnalsEnd:
 *
 * One end of a span. For a moment both ends are alike.
 */
typedef struct
{
  AnnalsEndState state;
  AnnalsPrecision precision;
  AnnalsQualifiers qualifiers;
} AnnalsEnd;

/**
 * AnnalsSpanKind:
 * @ANNALS_SPAN_MOMENT: one date of some precision; it happened within it, and is drawn covering it
 * @ANNALS_SPAN_PERIOD: from a begin to an end (EDTF interval)
 * @ANNALS_SPAN_ONE_OF: one of several dates, it is not known which (EDTF `[…]`)
 * @ANNALS_SPAN_ALL_OF: each of several dates (EDTF `{…}`)
 */
typedef enum
{
  ANNALS_SPAN_MOMENT,
  ANNALS_SPAN_PERIOD,
  ANNALS_SPAN_ONE_OF,
  ANNALS_SPAN_ALL_OF,
} AnnalsSpanKind;

/**
 * AnnalsSpan:
 * @kind: what the four bounds mean
 * @begin_earliest: first second at which it may have begun
 * @begin_latest: last second at which it may have begun
 * @end_earliest: first second at which it may have ended
 * @end_latest: last second at which it may have ended
 * @begin: state, precision and qualifiers of the begin
 * @end: the same of the end
 *
 * When something was. All bounds are inclusive: `1973` is 1973-01-01T00:00:00 to
 * 1973-12-31T23:59:59.
 *
 * - Moment: begin and end bounds are equal: the first and the last second of the date.
 * - Period: the begin bounds are the first and last second of the begin date, the end bounds those
 *   of the end date. An open or unknown begin has both begin bounds at %ANNALS_INSTANT_MIN, an open
 *   or unknown end both end bounds at %ANNALS_INSTANT_MAX.
 * - One of, all of: @begin_earliest and @end_latest bound all members (open where the set is open,
 *   as in `[..2007]`); @begin_latest is the last second of the last member, @end_earliest the first
 *   second of the first member that is bounded. Where a member is open, the one date it names
 * counts: for `[..2007]` these two are the last and the first second of 2007.
 */
typedef struct
{
  AnnalsSpanKind kind;
  AnnalsInstant begin_earliest;
  AnnalsInstant begin_latest;
  AnnalsInstant end_earliest;
  AnnalsInstant end_latest;
  AnnalsEnd begin;
  AnnalsEnd end;
} AnnalsSpan;

/**
 * AnnalsWithin:
 * @ANNALS_WITHIN_CERTAIN: all of it lies there, wherever in its bounds it was
 * @ANNALS_WITHIN_POSSIBLE: all of it may lie there
 * @ANNALS_WITHIN_OVERLAPPING: some part of it may lie there
 *
 * How something is to lie in a stretch of time, strictest first.
 */
typedef enum
{
  ANNALS_WITHIN_CERTAIN,
  ANNALS_WITHIN_POSSIBLE,
  ANNALS_WITHIN_OVERLAPPING,
} AnnalsWithin;

#define ANNALS_N_WITHINS (ANNALS_WITHIN_OVERLAPPING + 1)

/**
 * AnnalsRange:
 * @first: its first second, or %ANNALS_INSTANT_MIN for all time before @last
 * @last: its last second, or %ANNALS_INSTANT_MAX for all time after @first
 * @within: how what it lets through lies in it
 *
 * A filter in time. A plain struct.
 */
typedef struct
{
  AnnalsInstant first;
  AnnalsInstant last;
  AnnalsWithin within;
} AnnalsRange;

AnnalsInstant annals_span_get_earliest (const AnnalsSpan *span);
AnnalsInstant annals_span_get_latest (const AnnalsSpan *span);
gboolean annals_span_get_core (const AnnalsSpan *span, AnnalsInstant *first, AnnalsInstant *last);
gboolean annals_span_overlaps (const AnnalsSpan *span, AnnalsInstant first, AnnalsInstant last);
gboolean annals_span_is_within (const AnnalsSpan *span,
                                AnnalsInstant first,
                                AnnalsInstant last,
                                AnnalsWithin within);
gint annals_span_compare (const AnnalsSpan *a, const AnnalsSpan *b);
AnnalsQualifiers annals_span_get_qualifiers (const AnnalsSpan *span);
gint64 annals_span_get_tolerance_s (const AnnalsSpan *span, const AnnalsEnd *end);

const gchar *annals_within_get_id (AnnalsWithin within);
const gchar *annals_within_get_name (AnnalsWithin within);
gboolean annals_within_from_id (const gchar *id, AnnalsWithin *within);

G_END_DECLS
