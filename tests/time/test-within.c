/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annals-date.h"

/* Whether dates lie in a stretch of time. Each row says the strictest of the three that holds. */

#define NOT_AT_ALL ANNALS_N_WITHINS

typedef struct
{
  const gchar *edtf;
  const gchar *range;
  guint strictest;
} Case;

static const Case cases[] = {
  /* moments */
  { "1973", "1970/1975", ANNALS_WITHIN_CERTAIN },
  { "1973", "1973", ANNALS_WITHIN_CERTAIN },
  { "1973?", "1973", ANNALS_WITHIN_CERTAIN },
  { "1973", "1973-02/1975", ANNALS_WITHIN_POSSIBLE },
  { "1973", "1970/1973-11", ANNALS_WITHIN_POSSIBLE },
  { "1973", "1973-10-17", ANNALS_WITHIN_POSSIBLE },
  { "197X", "1973-10-17", ANNALS_WITHIN_POSSIBLE },
  { "1973", "1973-12-31/1980", ANNALS_WITHIN_POSSIBLE },
  { "1973", "1974/1980", NOT_AT_ALL },
  { "1973", "1960/1972", NOT_AT_ALL },
  { "1973-10-17T12:00:00", "1973-10-17", ANNALS_WITHIN_CERTAIN },
  { "-0043", "-0100/0001", ANNALS_WITHIN_CERTAIN },
  { "Y-66E6", "Y-70E6/Y-60E6", ANNALS_WITHIN_CERTAIN },
  /* periods with both ends known */
  { "1973-10-17/1974-03-18", "1973/1974", ANNALS_WITHIN_CERTAIN },
  { "1973-10-17/1974-03-18", "1973", ANNALS_WITHIN_OVERLAPPING },
  { "1970/1973", "1970-06/1973-06", ANNALS_WITHIN_POSSIBLE },
  { "1970/1973", "1971/1972", ANNALS_WITHIN_OVERLAPPING },
  { "1970/1973", "1970-12-31/1973-01-01", ANNALS_WITHIN_POSSIBLE },
  { "1970/1973", "1971-01-01/1973-01-01", ANNALS_WITHIN_OVERLAPPING },
  { "1970/1973", "1974", NOT_AT_ALL },
  { "197X/198X", "1975/1985", ANNALS_WITHIN_POSSIBLE },
  { "197X/198X", "1975/1979", ANNALS_WITHIN_OVERLAPPING },
  /* an end that is open, or unknown */
  { "2001-10-07/..", "2001/2010", ANNALS_WITHIN_OVERLAPPING },
  { "2001-10-07/", "2001/2010", ANNALS_WITHIN_POSSIBLE },
  { "2001-10-07/", "2001-10-07", ANNALS_WITHIN_POSSIBLE },
  { "2001-10-07/", "2002/2010", ANNALS_WITHIN_OVERLAPPING },
  { "2001-10-07/", "1990/2000", NOT_AT_ALL },
  { "../1985", "1980/1990", ANNALS_WITHIN_OVERLAPPING },
  { "/1985", "1980/1990", ANNALS_WITHIN_POSSIBLE },
  { "/1985", "1980/1984", ANNALS_WITHIN_OVERLAPPING },
  { "/1985", "1986", NOT_AT_ALL },
  /* a range without end sets no condition there */
  { "2001-10-07/..", "2001/..", ANNALS_WITHIN_CERTAIN },
  { "2001-10-07/", "2001/..", ANNALS_WITHIN_CERTAIN },
  { "2001-10-07/..", "2001-10-08/..", ANNALS_WITHIN_OVERLAPPING },
  { "../1985", "../1990", ANNALS_WITHIN_CERTAIN },
  { "../1985", "1980/..", ANNALS_WITHIN_OVERLAPPING },
  { "1973", "1970/..", ANNALS_WITHIN_CERTAIN },
  { "1969", "1970/..", NOT_AT_ALL },
  /* one of several */
  { "[1667,1668,1670..1672]", "1667/1672", ANNALS_WITHIN_CERTAIN },
  { "[1667,1668,1670..1672]", "1668", ANNALS_WITHIN_POSSIBLE },
  { "[1667,1668,1670..1672]", "1671", ANNALS_WITHIN_POSSIBLE },
  { "[1667,1668,1670..1672]", "1669", NOT_AT_ALL },
  { "[..2007]", "2000/2010", ANNALS_WITHIN_POSSIBLE },
  { "[..2007]", "../2010", ANNALS_WITHIN_CERTAIN },
  { "[..1984,1990..]", "1985/1989", NOT_AT_ALL },
  /* all of several */
  { "{2003-12-09,2003-12-19}", "2003-12", ANNALS_WITHIN_CERTAIN },
  { "{2003-12-09,2003-12-19}", "2003-12-19", ANNALS_WITHIN_OVERLAPPING },
  { "{2003-12-09,2003-12-19}", "2003-12-10/2003-12-18", NOT_AT_ALL },
  { "{1973,1975}", "1973-06/1975-06", ANNALS_WITHIN_POSSIBLE },
  { "{1667,1670..1672}", "1667/1672", ANNALS_WITHIN_CERTAIN },
  { "{1667,1670..1672}", "1670/1672", ANNALS_WITHIN_OVERLAPPING },
  { "{..1984}", "1980/1984", ANNALS_WITHIN_OVERLAPPING },
};

static void
test_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AnnalsDate) date = annals_date_new_from_edtf (cases[i].edtf, NULL);
      AnnalsSpan range;

      g_test_message ("%s in %s", cases[i].edtf, cases[i].range);
      g_assert_nonnull (date);
      g_assert_true (annals_span_from_edtf (&range, cases[i].range, NULL));
      for (guint within = 0; within < ANNALS_N_WITHINS; within++)
        g_assert_cmpint (annals_date_is_within (date, annals_span_get_earliest (&range),
                                                annals_span_get_latest (&range), within),
                         ==, within >= cases[i].strictest);
    }
}

/* Of a whole set the bounds alone are known: what they let through, a member may not. */
static void
test_set_by_its_bounds (void)
{
  g_autoptr (AnnalsDate) date = annals_date_new_from_edtf ("[1667,1672]", NULL);
  AnnalsInstant first = annals_instant_from_date (1669, 1, 1);
  AnnalsInstant last = annals_instant_from_date (1670, 1, 1);
  AnnalsSpan until;

  g_assert_true (
      annals_span_is_within (annals_date_get_span (date), first, last, ANNALS_WITHIN_POSSIBLE));
  g_assert_false (annals_date_is_within (date, first, last, ANNALS_WITHIN_POSSIBLE));
  g_assert_false (annals_date_is_within (date, first, last, ANNALS_WITHIN_OVERLAPPING));

  /* All dates up to 1984 do not lie in one year, but for a range that is as open as they are. */
  g_assert_true (annals_span_from_edtf (&until, "{..1984}", NULL));
  g_assert_false (annals_span_is_within (&until, first, until.end_latest, ANNALS_WITHIN_POSSIBLE));
  g_assert_true (
      annals_span_is_within (&until, ANNALS_INSTANT_MIN, until.end_latest, ANNALS_WITHIN_POSSIBLE));
}

static void
test_nothing_lies_in_a_range_without_time (void)
{
  AnnalsSpan span;

  g_assert_true (annals_span_from_edtf (&span, "1973", NULL));
  for (guint within = 0; within < ANNALS_N_WITHINS; within++)
    g_assert_false (annals_span_is_within (&span, span.end_latest, span.begin_earliest, within));
}

/* What is written of a range means the range again; beyond four digits, the years that hold it. */
static void
test_range_as_edtf (void)
{
  static const gchar *const written[][2] = {
    { "1970/1975", "1970/1975" },
    { "1973", "1973" },
    { "197X", "1970/1979" },
    { "1973-10", "1973-10" },
    { "1973-10/1974-03", "1973-10/1974-03" },
    { "1973/1974-03", "1973-01/1974-03" },
    { "1973-10-17", "1973-10-17" },
    { "1973-10-17/1974", "1973-10-17/1974-12-31" },
    { "1970/..", "1970/.." },
    { "../1975-06", "../1975-06" },
    { "../..", "../.." },
    { "-0043/0001", "-0043/0001" },
    { "Y-66000000", "Y-66000000" },
    { "1970/Y12000", "1970/Y12000" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (written); i++)
    {
      AnnalsRange range = { 0 };
      g_autofree gchar *edtf = NULL;
      AnnalsSpan span;
      AnnalsSpan again;

      g_test_message ("%s", written[i][0]);
      g_assert_true (annals_span_from_edtf (&span, written[i][0], NULL));
      range.first = annals_span_get_earliest (&span);
      range.last = annals_span_get_latest (&span);
      edtf = annals_range_dup_edtf (&range);
      g_assert_cmpstr (edtf, ==, written[i][1]);
      g_assert_true (annals_span_from_edtf (&again, edtf, NULL));
      g_assert_cmpint (annals_span_get_earliest (&again), ==, range.first);
      g_assert_cmpint (annals_span_get_latest (&again), ==, range.last);
    }
}

static void
test_hours_as_edtf (void)
{
  AnnalsInstant noon = annals_instant_from_date (1973, 10, 17) + ANNALS_SECONDS_PER_DAY / 2;
  AnnalsRange range = { noon, noon + 3600, ANNALS_WITHIN_CERTAIN };
  g_autofree gchar *day = annals_range_dup_edtf (&range);
  g_autofree gchar *days = NULL;

  range.last += ANNALS_SECONDS_PER_DAY;
  days = annals_range_dup_edtf (&range);
  g_assert_cmpstr (day, ==, "1973-10-17");
  g_assert_cmpstr (days, ==, "1973-10-17/1973-10-18");
}

static void
test_ids (void)
{
  AnnalsWithin within = ANNALS_WITHIN_OVERLAPPING;

  for (guint i = 0; i < ANNALS_N_WITHINS; i++)
    {
      g_assert_true (annals_within_from_id (annals_within_get_id (i), &within));
      g_assert_cmpint (within, ==, i);
      g_assert_cmpstr (annals_within_get_name (i), !=, "");
    }
  g_assert_false (annals_within_from_id ("certainly", &within));
  g_assert_false (annals_within_from_id ("", &within));
  g_assert_cmpint (within, ==, ANNALS_WITHIN_OVERLAPPING);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/time/within/cases", test_cases);
  g_test_add_func ("/time/within/set-by-its-bounds", test_set_by_its_bounds);
  g_test_add_func ("/time/within/no-time", test_nothing_lies_in_a_range_without_time);
  g_test_add_func ("/time/within/range-as-edtf", test_range_as_edtf);
  g_test_add_func ("/time/within/hours-as-edtf", test_hours_as_edtf);
  g_test_add_func ("/time/within/ids", test_ids);

  return g_test_run ();
}
