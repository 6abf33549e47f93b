/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AnnalsInstant:
 *
 * A point of civil time: seconds since 0001-01-01T00:00:00 on the proleptic Gregorian calendar,
 * without time zone or leap seconds. Years are astronomical (0 is 1 BCE); people are never shown a
 * year 0.
 *
 * The two extreme values stand for "open": nothing bounds the time towards the past
 * (%ANNALS_INSTANT_MIN) or towards the future (%ANNALS_INSTANT_MAX). Dates beyond what 64 bits of
 * seconds hold (about 292 thousand million years either way) saturate at
 * %ANNALS_INSTANT_EARLIEST and %ANNALS_INSTANT_LATEST, which stay told apart from "open".
 */
typedef gint64 AnnalsInstant;

#define ANNALS_INSTANT_MIN G_MININT64
#define ANNALS_INSTANT_MAX G_MAXINT64
#define ANNALS_INSTANT_EARLIEST (G_MININT64 + 1)
#define ANNALS_INSTANT_LATEST (G_MAXINT64 - 1)

#define ANNALS_SECONDS_PER_DAY G_GINT64_CONSTANT (86400)

/**
 * AnnalsCivil:
 * @year: astronomical year
 * @month: 1 to 12
 * @day: 1 to 31
 * @hour: 0 to 23
 * @minute: 0 to 59
 * @second: 0 to 59
 *
 * An instant taken apart on the proleptic Gregorian calendar.
 */
typedef struct
{
  gint64 year;
  gint month;
  gint day;
  gint hour;
  gint minute;
  gint second;
} AnnalsCivil;

gboolean annals_year_is_leap (gint64 year);
gint annals_days_in_month (gint64 year, gint month);

gint64 annals_days_from_civil (gint64 year, gint month, gint day);
void annals_civil_from_days (gint64 days, AnnalsCivil *civil);

AnnalsInstant annals_instant_from_civil (const AnnalsCivil *civil);
AnnalsInstant annals_instant_from_date (gint64 year, gint month, gint day);
void annals_instant_to_civil (AnnalsInstant instant, AnnalsCivil *civil);

gint annals_instant_get_weekday (AnnalsInstant instant);
gboolean annals_instant_is_open (AnnalsInstant instant);

gchar *annals_instant_dup_iso_date (AnnalsInstant instant);

G_END_DECLS
