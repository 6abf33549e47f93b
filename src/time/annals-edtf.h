/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "annals-date.h"

G_BEGIN_DECLS

/* Within src/time/ only: a date as it is written in EDTF, taken apart but not yet reckoned. */

/* A month or a day that is left out, or written as XX. */
#define ANNALS_EDTF_ABSENT 0
#define ANNALS_EDTF_UNSPECIFIED (-1)

#define ANNALS_EDTF_SEASON_FIRST 21
#define ANNALS_EDTF_SEASON_LAST 24

/**
 * AnnalsEdtfZone:
 *
 * What a time of day says of its zone. It is kept for writing it again; civil time stays as
 * written.
 */
typedef enum
{
  ANNALS_EDTF_ZONE_NONE,
  ANNALS_EDTF_ZONE_UTC,
  ANNALS_EDTF_ZONE_HOURS,
  ANNALS_EDTF_ZONE_HOURS_AND_MINUTES,
} AnnalsEdtfZone;

/**
 * AnnalsEdtfDate:
 * @year: astronomical year; unspecified digits count as 0
 * @negative: whether the year has a minus sign (`-00XX` has year 0)
 * @n_unspecified: how many digits at the end of the year are X
 * @month: 1 to 12, a season from 21, %ANNALS_EDTF_ABSENT or %ANNALS_EDTF_UNSPECIFIED
 * @day: 1 to 31, %ANNALS_EDTF_ABSENT or %ANNALS_EDTF_UNSPECIFIED
 * @zone_minutes: how far the zone is from UTC, without sign
 *
 * One date, of any precision.
 */
typedef struct
{
  gint64 year;
  gboolean negative;
  gint n_unspecified;
  gint month;
  gint day;
  gboolean has_time;
  gint hour;
  gint minute;
  gint second;
  AnnalsEdtfZone zone;
  gboolean zone_is_west;
  gint zone_minutes;
  AnnalsQualifiers qualifiers;
} AnnalsEdtfDate;

/**
 * AnnalsEdtfItem:
 * @is_range: whether it has two ends (an interval, or `a..b`, `..a`, `a..` in a set)
 * @begin_state: whether @begin is known, open or unknown
 * @end_state: the same of @end
 * @begin: the date; the first one of a range
 * @end: the last date of a range; a copy of @begin otherwise
 */
typedef struct
{
  gboolean is_range;
  AnnalsEndState begin_state;
  AnnalsEndState end_state;
  AnnalsEdtfDate begin;
  AnnalsEdtfDate end;
} AnnalsEdtfItem;

/**
 * AnnalsEdtf:
 * @kind: what the whole is
 * @items: (element-type AnnalsEdtfItem): the members of a set; else the one date or interval
 */
typedef struct
{
  AnnalsSpanKind kind;
  GArray *items;
} AnnalsEdtf;

gboolean annals_edtf_parse (AnnalsEdtf *edtf, const gchar *text, GError **error);
void annals_edtf_clear (AnnalsEdtf *edtf);
gchar *annals_edtf_dup_string (const AnnalsEdtf *edtf);

AnnalsEdtfItem *annals_edtf_get_item (const AnnalsEdtf *edtf, guint index);
gint annals_edtf_get_level (const AnnalsEdtf *edtf);

gboolean annals_edtf_date_is_season (const AnnalsEdtfDate *date);
AnnalsPrecision annals_edtf_date_get_precision (const AnnalsEdtfDate *date);
void annals_edtf_date_get_years (const AnnalsEdtfDate *date, gint64 *first, gint64 *last);
void
annals_edtf_date_get_bounds (const AnnalsEdtfDate *date, AnnalsInstant *first, AnnalsInstant *last);
void
annals_edtf_item_get_span (const AnnalsEdtfItem *item, AnnalsSpanKind set_kind, AnnalsSpan *span);

G_END_DECLS
