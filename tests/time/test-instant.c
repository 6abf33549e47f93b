/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annals-instant.h"

/* The calendar arithmetic, up to both ends of the range. */

#define N_RANDOM 200000

static gint64
get_random_int64 (void)
{
  guint64 number = ((guint64) (guint32) g_test_rand_int () << 32) | (guint32) g_test_rand_int ();

  /* Small numbers as often as large ones. */
  return (gint64) number >> g_test_rand_int_range (0, 63);
}

static void
test_leap_years (void)
{
  static const gint64 leap[] = { 2000, 2004, 1600, 0, -4, -400 };
  static const gint64 common[] = { 1900, 2001, 2100, 1, -1, -100 };

  for (gsize i = 0; i < G_N_ELEMENTS (leap); i++)
    g_assert_true (annals_year_is_leap (leap[i]));
  for (gsize i = 0; i < G_N_ELEMENTS (common); i++)
    g_assert_false (annals_year_is_leap (common[i]));

  g_assert_cmpint (annals_days_in_month (2004, 2), ==, 29);
  g_assert_cmpint (annals_days_in_month (1900, 2), ==, 28);
  g_assert_cmpint (annals_days_in_month (1900, 12), ==, 31);
  g_assert_cmpint (annals_days_in_month (1900, 4), ==, 30);
}

static void
test_known_days (void)
{
  static const struct
  {
    gint64 year;
    gint month;
    gint day;
    gint64 days;
    gint weekday;
  } cases[] = {
    { 1, 1, 1, 0, 1 },          { 0, 12, 31, -1, 7 },           { 0, 2, 29, -307, 2 },
    { -1, 12, 31, -367, 5 },    { 1970, 1, 1, 719162, 4 },      { 2000, 2, 29, 730178, 2 },
    { 2004, 1, 23, 731602, 5 }, { -4713, 11, 24, -1721426, 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AnnalsInstant instant = annals_instant_from_date (cases[i].year, cases[i].month,
                                                        cases[i].day);
      AnnalsCivil civil;

      g_assert_cmpint (annals_days_from_civil (cases[i].year, cases[i].month, cases[i].day), ==,
                       cases[i].days);
      g_assert_cmpint (instant, ==, cases[i].days * ANNALS_SECONDS_PER_DAY);
      g_assert_cmpint (annals_instant_get_weekday (instant), ==, cases[i].weekday);
      g_assert_cmpint (annals_instant_get_weekday (instant + 86399), ==, cases[i].weekday);

      annals_civil_from_days (cases[i].days, &civil);
      g_assert_cmpint (civil.year, ==, cases[i].year);
      g_assert_cmpint (civil.month, ==, cases[i].month);
      g_assert_cmpint (civil.day, ==, cases[i].day);
    }
}

/* Every day of eight centuries around the year 0 follows the one before it. */
static void
test_consecutive_days (void)
{
  gint64 days = annals_days_from_civil (-400, 1, 1);

  for (gint64 year = -400; year < 400; year++)
    for (gint month = 1; month <= 12; month++)
      for (gint day = 1; day <= annals_days_in_month (year, month); day++, days++)
        {
          AnnalsCivil civil;

          g_assert_cmpint (annals_days_from_civil (year, month, day), ==, days);
          annals_civil_from_days (days, &civil);
          g_assert_true (civil.year == year && civil.month == month && civil.day == day);
        }
}

static void
test_round_trip (void)
{
  for (gint i = 0; i < N_RANDOM; i++)
    {
      AnnalsInstant instant = get_random_int64 ();
      AnnalsCivil civil;

      if (annals_instant_is_open (instant))
        continue;

      annals_instant_to_civil (instant, &civil);
      g_assert_true (civil.month >= 1 && civil.month <= 12);
      g_assert_true (civil.day >= 1 && civil.day <= annals_days_in_month (civil.year, civil.month));
      g_assert_true (civil.hour >= 0 && civil.hour <= 23);
      g_assert_cmpint (annals_instant_from_civil (&civil), ==, instant);
    }
}

static void
test_order (void)
{
  for (gint i = 0; i < N_RANDOM; i++)
    {
      gint64 a = get_random_int64 ();
      gint64 b = get_random_int64 ();

      g_assert_true (annals_instant_from_date (MIN (a, b), 6, 15)
                     <= annals_instant_from_date (MAX (a, b), 6, 15));
      g_assert_true (annals_days_from_civil (MIN (a, b), 6, 15)
                     <= annals_days_from_civil (MAX (a, b), 6, 15));
    }
}

static void
test_saturation (void)
{
  static const AnnalsInstant ends[] = {
    ANNALS_INSTANT_EARLIEST,
    ANNALS_INSTANT_EARLIEST + 1,
    ANNALS_INSTANT_EARLIEST + ANNALS_SECONDS_PER_DAY,
    ANNALS_INSTANT_LATEST - ANNALS_SECONDS_PER_DAY,
    ANNALS_INSTANT_LATEST - 1,
    ANNALS_INSTANT_LATEST,
  };
  static const gint64 far_years[] = { 300000000000, 1000000000000, 1000000000000000000,
                                      G_MAXINT64 };
  AnnalsCivil civil;

  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      annals_instant_to_civil (ends[i], &civil);
      g_assert_cmpint (annals_instant_from_civil (&civil), ==, ends[i]);
    }

  for (gsize i = 0; i < G_N_ELEMENTS (far_years); i++)
    {
      g_assert_cmpint (annals_instant_from_date (far_years[i], 12, 31), ==, ANNALS_INSTANT_LATEST);
      g_assert_cmpint (annals_instant_from_date (-far_years[i], 1, 1), ==, ANNALS_INSTANT_EARLIEST);
    }
  g_assert_cmpint (annals_instant_from_date (G_MININT64, 1, 1), ==, ANNALS_INSTANT_EARLIEST);

  /* The first and the last second that are not held any more. */
  annals_instant_to_civil (ANNALS_INSTANT_LATEST, &civil);
  civil.second++;
  g_assert_cmpint (annals_instant_from_civil (&civil), ==, ANNALS_INSTANT_LATEST);
  annals_instant_to_civil (ANNALS_INSTANT_EARLIEST, &civil);
  civil.second--;
  g_assert_cmpint (annals_instant_from_civil (&civil), ==, ANNALS_INSTANT_EARLIEST);
}

/* Days beyond what instants hold are still told apart, up to the last. */
static void
test_extreme_days (void)
{
  static const gint64 ends[] = { G_MININT64, G_MAXINT64 };

  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      AnnalsCivil civil;

      annals_civil_from_days (ends[i], &civil);
      g_assert_true (civil.month >= 1 && civil.month <= 12 && civil.day >= 1 && civil.day <= 31);
      g_assert_cmpint (ABS (civil.year), >, G_GINT64_CONSTANT (25000000000000000));
    }
}

static void
test_open (void)
{
  AnnalsCivil civil;

  g_assert_true (annals_instant_is_open (ANNALS_INSTANT_MIN));
  g_assert_true (annals_instant_is_open (ANNALS_INSTANT_MAX));
  g_assert_false (annals_instant_is_open (ANNALS_INSTANT_EARLIEST));
  g_assert_false (annals_instant_is_open (ANNALS_INSTANT_LATEST));
  g_assert_false (annals_instant_is_open (0));

  annals_instant_to_civil (ANNALS_INSTANT_MIN, &civil);
  g_assert_cmpint (civil.year, <, 0);
  annals_instant_to_civil (ANNALS_INSTANT_MAX, &civil);
  g_assert_cmpint (civil.year, >, 0);
  g_assert_cmpint (annals_instant_get_weekday (ANNALS_INSTANT_MIN), >=, 1);
}

static void
test_iso (void)
{
  static const struct
  {
    gint64 year;
    gint month;
    gint day;
    const gchar *iso;
  } cases[] = {
    { 1973, 10, 17, "1973-10-17" },   { -43, 3, 15, "-0043-03-15" },
    { 0, 1, 1, "0000-01-01" },        { 794, 11, 2, "0794-11-02" },
    { 12015, 1, 1, "12015-01-01" },   { -66000000, 12, 31, "-66000000-12-31" },
    { -9999, 12, 31, "-9999-12-31" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree gchar *iso = annals_instant_dup_iso_date (
          annals_instant_from_date (cases[i].year, cases[i].month, cases[i].day));

      g_assert_cmpstr (iso, ==, cases[i].iso);
    }

  g_assert_null (annals_instant_dup_iso_date (ANNALS_INSTANT_MIN));
  g_assert_null (annals_instant_dup_iso_date (ANNALS_INSTANT_MAX));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/time/instant/leap-years", test_leap_years);
  g_test_add_func ("/time/instant/known-days", test_known_days);
  g_test_add_func ("/time/instant/consecutive-days", test_consecutive_days);
  g_test_add_func ("/time/instant/round-trip", test_round_trip);
  g_test_add_func ("/time/instant/order", test_order);
  g_test_add_func ("/time/instant/saturation", test_saturation);
  g_test_add_func ("/time/instant/extreme-days", test_extreme_days);
  g_test_add_func ("/time/instant/open", test_open);
  g_test_add_func ("/time/instant/iso-date", test_iso);

  return g_test_run ();
}
