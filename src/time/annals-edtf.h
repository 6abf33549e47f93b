/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "annals-calendar.h"

G_BEGIN_DECLS

/* Within src/time/ only: a date as it is written in EDTF, taken apart but not yet reckoned. */

/* A month or a day that is left out, or in which any digit is X. */
#define ANNALS_EDTF_ABSENT 0
#define ANNALS_EDTF_UNSPECIFIED (-1)

/* The parts of a year that are written in the place of a month. */
#define ANNALS_EDTF_SEASON_FIRST 21
#define ANNALS_EDTF_SEASON_WINTER 24
#define ANNALS_EDTF_SEASON_NORTHERN 25
#define ANNALS_EDTF_SEASON_SOUTHERN 29
#define ANNALS_EDTF_SEASON_QUARTER 33
#define ANNALS_EDTF_SEASON_QUADRIMESTER 37
#define ANNALS_EDTF_SEASON_SEMESTER 40
#define ANNALS_EDTF_SEASON_LAST 41

/* Years further away are taken for this one. */
#define ANNALS_EDTF_YEAR_MAX G_GINT64_CONSTANT (999999999999999999)

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
 * AnnalsEdtfOther:
 *
 * A year or month of another calendar.
 */
typedef struct
{
  gint era;
  gint64 year;
  gint month;
} AnnalsEdtfOther;

/**
 * AnnalsEdtfDate:
 * @year_text: where the year is written, from its sign or Y on
 * @month_text: where the month is written, two characters
 * @day_text: where the day is written, two characters
 * @n_year_bytes: how long the year is written, `S` and what follows it included
 * @year: astronomical year; unspecified digits count as 0
 * @negative: whether the year has a minus sign (`-00XX` has year 0)
 * @year_mask: which digits of the year are X: bit n for that of 10ⁿ
 * @n_significant: how many digits of the year count (`S`); 0 for all
 * @month: 1 to 12, a season from 21, %ANNALS_EDTF_ABSENT or %ANNALS_EDTF_UNSPECIFIED
 * @day: 1 to 31, %ANNALS_EDTF_ABSENT or %ANNALS_EDTF_UNSPECIFIED
 * @zone_minutes: how far the zone is from UTC, without sign
 * @qualifiers: what any part of it bears
 * @year_qualifiers: what the year bears
 * @month_qualifiers: what the month or season bears
 * @day_qualifiers: what the day bears
 * @level: the level of EDTF that it needs as it is written
 * @calendar: what calendar the year, month and day are of; only words have others than the
 *   Gregorian, and the masks and texts are empty then
 * @era: the era of the year, in the Japanese calendar
 * @has_other: whether it overlaps a second year or month of that calendar
 * @other: the last that it overlaps
 * @names_era: whether its words say of a year of our era that it is one; only words ask for it
 *
 * One date, of any precision. It points into the string it was read from, which must outlive it.
 */
typedef struct
{
  const gchar *year_text;
  const gchar *month_text;
  const gchar *day_text;
  gsize n_year_bytes;
  gint64 year;
  gboolean negative;
  guint year_mask;
  gint n_significant;
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
  AnnalsQualifiers year_qualifiers;
  AnnalsQualifiers month_qualifiers;
  AnnalsQualifiers day_qualifiers;
  gint level;
  AnnalsCalendar calendar;
  gint era;
  gboolean has_other;
  AnnalsEdtfOther other;
  gboolean names_era;
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
 * @span: what the whole means
 * @only: the one date or interval, or the first member of a set
 * @starts: (nullable): where each member of a set of several is written, pointers into the text: a
 *   member takes much less room there than taken apart
 * @items: (element-type AnnalsEdtfItem) (nullable): the members of a set of several that is not
 *   written anywhere, having been made from another
 */
typedef struct
{
  AnnalsSpanKind kind;
  AnnalsSpan span;
  AnnalsEdtfItem only;
  GPtrArray *starts;
  GArray *items;
} AnnalsEdtf;

const AnnalsEdtf *annals_date_get_parsed (const AnnalsDate *date);

gboolean annals_edtf_parse (AnnalsEdtf *edtf, const gchar *text, GError **error);
gboolean annals_edtf_reckon (AnnalsSpan *span, const gchar *text, GError **error);
void annals_edtf_clear (AnnalsEdtf *edtf);
gchar *annals_edtf_dup_offer (const gchar *text);
gchar *annals_edtf_dup_canonical (const AnnalsEdtf *edtf);

guint annals_edtf_get_n_items (const AnnalsEdtf *edtf);
void annals_edtf_get_item (const AnnalsEdtf *edtf, guint index, AnnalsEdtfItem *item);
gint annals_edtf_get_level (const AnnalsEdtf *edtf);

gboolean annals_edtf_field_fits (const gchar *text, gint number);
gboolean annals_edtf_date_is_season (const AnnalsEdtfDate *date);
gboolean annals_edtf_date_is_scattered (const AnnalsEdtfDate *date);
gboolean annals_edtf_date_exists (const AnnalsEdtfDate *date);
gboolean annals_edtf_date_equal (const AnnalsEdtfDate *a, const AnnalsEdtfDate *b);
gint annals_edtf_date_get_n_unspecified (const AnnalsEdtfDate *date);
AnnalsPrecision annals_edtf_date_get_precision (const AnnalsEdtfDate *date);
void annals_edtf_date_get_years (const AnnalsEdtfDate *date, gint64 *first, gint64 *last);
void
annals_edtf_date_get_bounds (const AnnalsEdtfDate *date, AnnalsInstant *first, AnnalsInstant *last);
void
annals_edtf_item_get_span (const AnnalsEdtfItem *item, AnnalsSpanKind set_kind, AnnalsSpan *span);
void annals_edtf_begin_set (AnnalsSpan *span, AnnalsSpanKind set_kind);
void annals_edtf_add_to_set (AnnalsSpan *span, const AnnalsSpan *member);

G_END_DECLS
