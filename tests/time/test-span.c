/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annals-date.h"

/* The four bounds of spans and the questions asked of them. */

static AnnalsInstant
first_second (gint64 year, gint month, gint day)
{
  return annals_instant_from_date (year, month, day);
}

static AnnalsInstant
last_second (gint64 year, gint month, gint day)
{
  return annals_instant_from_date (year, month, day) + ANNALS_SECONDS_PER_DAY - 1;
}

static AnnalsSpan
get_span (const gchar *edtf)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AnnalsDate) date = annals_date_new_from_edtf (edtf, &error);

  g_assert_no_error (error);

  return *annals_date_get_span (date);
}

static void
assert_bounds (const AnnalsSpan *span,
               AnnalsInstant begin_earliest,
               AnnalsInstant begin_latest,
               AnnalsInstant end_earliest,
               AnnalsInstant end_latest)
{
  g_assert_cmpint (span->begin_earliest, ==, begin_earliest);
  g_assert_cmpint (span->begin_latest, ==, begin_latest);
  g_assert_cmpint (span->end_earliest, ==, end_earliest);
  g_assert_cmpint (span->end_latest, ==, end_latest);
}

static void
test_moment (void)
{
  AnnalsSpan year = get_span ("1973?");
  AnnalsSpan second = get_span ("1985-04-12T23:20:30+09:00");
  AnnalsInstant instant = first_second (1985, 4, 12) + 23 * 3600 + 20 * 60 + 30;

  assert_bounds (&year, first_second (1973, 1, 1), last_second (1973, 12, 31),
                 first_second (1973, 1, 1), last_second (1973, 12, 31));
  g_assert_cmpint (year.begin.qualifiers, ==, ANNALS_QUALIFIER_UNCERTAIN);
  g_assert_cmpint (year.end.qualifiers, ==, ANNALS_QUALIFIER_UNCERTAIN);
  g_assert_cmpint (year.end.precision, ==, ANNALS_PRECISION_YEAR);

  /* Civil time as written: the zone does not move it. */
  assert_bounds (&second, instant, instant, instant, instant);
}

static void
test_period (void)
{
  AnnalsSpan known = get_span ("1970~/1973-10?");
  AnnalsSpan open = get_span ("2001-10-07/..");
  AnnalsSpan unknown = get_span ("/1985");

  assert_bounds (&known, first_second (1970, 1, 1), last_second (1970, 12, 31),
                 first_second (1973, 10, 1), last_second (1973, 10, 31));
  g_assert_cmpint (known.begin.qualifiers, ==, ANNALS_QUALIFIER_APPROXIMATE);
  g_assert_cmpint (known.begin.precision, ==, ANNALS_PRECISION_YEAR);
  g_assert_cmpint (known.end.qualifiers, ==, ANNALS_QUALIFIER_UNCERTAIN);
  g_assert_cmpint (known.end.precision, ==, ANNALS_PRECISION_MONTH);
  g_assert_cmpint (annals_span_get_qualifiers (&known), ==,
                   ANNALS_QUALIFIER_APPROXIMATE | ANNALS_QUALIFIER_UNCERTAIN);

  assert_bounds (&open, first_second (2001, 10, 7), last_second (2001, 10, 7), ANNALS_INSTANT_MAX,
                 ANNALS_INSTANT_MAX);
  g_assert_cmpint (open.begin.state, ==, ANNALS_END_KNOWN);
  g_assert_cmpint (open.end.state, ==, ANNALS_END_OPEN);

  assert_bounds (&unknown, ANNALS_INSTANT_MIN, ANNALS_INSTANT_MIN, first_second (1985, 1, 1),
                 last_second (1985, 12, 31));
  g_assert_cmpint (unknown.begin.state, ==, ANNALS_END_UNKNOWN);
  g_assert_cmpint (unknown.end.state, ==, ANNALS_END_KNOWN);
}

static void
test_one_of (void)
{
  AnnalsSpan by = get_span ("[..2007]");
  AnnalsSpan later = get_span ("[2007..]");
  AnnalsSpan two = get_span ("[2007-09-03~,2007-03-09]");
  AnnalsSpan gap = get_span ("[..1984,1990..]");

  g_assert_cmpint (by.kind, ==, ANNALS_SPAN_ONE_OF);
  assert_bounds (&by, ANNALS_INSTANT_MIN, last_second (2007, 12, 31), first_second (2007, 1, 1),
                 last_second (2007, 12, 31));
  g_assert_cmpint (by.begin.state, ==, ANNALS_END_OPEN);
  g_assert_cmpint (by.end.state, ==, ANNALS_END_KNOWN);

  assert_bounds (&later, first_second (2007, 1, 1), last_second (2007, 12, 31),
                 first_second (2007, 1, 1), ANNALS_INSTANT_MAX);

  /* Members may be written in any order. */
  assert_bounds (&two, first_second (2007, 3, 9), last_second (2007, 9, 3),
                 first_second (2007, 3, 9), last_second (2007, 9, 3));
  g_assert_cmpint (two.begin.qualifiers, ==, ANNALS_QUALIFIER_NONE);
  g_assert_cmpint (two.end.qualifiers, ==, ANNALS_QUALIFIER_APPROXIMATE);

  assert_bounds (&gap, ANNALS_INSTANT_MIN, last_second (1990, 12, 31), first_second (1984, 1, 1),
                 ANNALS_INSTANT_MAX);
}

static void
test_all_of (void)
{
  AnnalsSpan two = get_span ("{2003-12-09,2003-12-19}");
  AnnalsSpan until = get_span ("{..1984}");

  g_assert_cmpint (two.kind, ==, ANNALS_SPAN_ALL_OF);
  assert_bounds (&two, first_second (2003, 12, 9), last_second (2003, 12, 19),
                 first_second (2003, 12, 9), last_second (2003, 12, 19));
  assert_bounds (&until, ANNALS_INSTANT_MIN, last_second (1984, 12, 31), first_second (1984, 1, 1),
                 last_second (1984, 12, 31));
}

static void
test_members (void)
{
  g_autoptr (AnnalsDate) one_of = annals_date_new_from_edtf ("[1667,1668,1670..1672]", NULL);
  g_autoptr (AnnalsDate) all_of = annals_date_new_from_edtf ("{1667,1670..1672}", NULL);
  g_autoptr (AnnalsDate) moment = annals_date_new_from_edtf ("1667", NULL);

  g_assert_cmpuint (annals_date_get_n_members (one_of), ==, 3);
  g_assert_cmpint (annals_date_get_member (one_of, 1)->kind, ==, ANNALS_SPAN_MOMENT);
  g_assert_cmpint (annals_date_get_member (one_of, 1)->begin_earliest, ==,
                   first_second (1668, 1, 1));
  g_assert_cmpint (annals_date_get_member (one_of, 2)->kind, ==, ANNALS_SPAN_ONE_OF);
  assert_bounds (annals_date_get_member (one_of, 2), first_second (1670, 1, 1),
                 last_second (1672, 12, 31), first_second (1670, 1, 1), last_second (1672, 12, 31));

  g_assert_cmpuint (annals_date_get_n_members (all_of), ==, 2);
  g_assert_cmpint (annals_date_get_member (all_of, 1)->kind, ==, ANNALS_SPAN_PERIOD);
  assert_bounds (annals_date_get_member (all_of, 1), first_second (1670, 1, 1),
                 last_second (1670, 12, 31), first_second (1672, 1, 1), last_second (1672, 12, 31));

  g_assert_cmpuint (annals_date_get_n_members (moment), ==, 1);
  g_assert_cmpint (
      annals_span_compare (annals_date_get_member (moment, 0), annals_date_get_span (moment)), ==,
      0);
}

static void
test_core (void)
{
  static const gchar *const without[] = { "1973",        "1973/1973", "1970/1970-06", "/1985",
                                          "1985/",       "/..",       "../",          "/",
                                          "[1967,1969]", "[1967..]",  "{1967,1969}",  "197X/1975" };
  AnnalsSpan known = get_span ("1947/1991");
  AnnalsSpan open = get_span ("2001-10-07/..");
  AnnalsSpan always = get_span ("../..");
  AnnalsInstant first = 1;
  AnnalsInstant last = 2;

  for (gsize i = 0; i < G_N_ELEMENTS (without); i++)
    {
      AnnalsSpan span = get_span (without[i]);

      g_assert_false (annals_span_get_core (&span, &first, &last));
      g_assert_cmpint (first, ==, 1);
      g_assert_cmpint (last, ==, 2);
    }

  g_assert_true (annals_span_get_core (&known, &first, &last));
  g_assert_cmpint (first, ==, last_second (1947, 12, 31));
  g_assert_cmpint (last, ==, first_second (1991, 1, 1));

  g_assert_true (annals_span_get_core (&open, &first, &last));
  g_assert_cmpint (first, ==, last_second (2001, 10, 7));
  g_assert_cmpint (last, ==, ANNALS_INSTANT_MAX);

  g_assert_true (annals_span_get_core (&always, NULL, NULL));
}

static void
test_overlaps (void)
{
  AnnalsSpan day = get_span ("1973-10-17");
  AnnalsSpan open = get_span ("2001-10-07/..");

  g_assert_true (annals_span_overlaps (&day, ANNALS_INSTANT_MIN, first_second (1973, 10, 17)));
  g_assert_false (annals_span_overlaps (&day, ANNALS_INSTANT_MIN, last_second (1973, 10, 16)));
  g_assert_true (annals_span_overlaps (&day, last_second (1973, 10, 17), ANNALS_INSTANT_MAX));
  g_assert_false (annals_span_overlaps (&day, first_second (1973, 10, 18), ANNALS_INSTANT_MAX));
  g_assert_true (
      annals_span_overlaps (&open, first_second (9000, 1, 1), first_second (9001, 1, 1)));
  g_assert_false (
      annals_span_overlaps (&open, first_second (1000, 1, 1), first_second (1001, 1, 1)));
}

static void
test_tolerance (void)
{
  static const struct
  {
    const gchar *edtf;
    gdouble days;
  } cases[] = {
    { "1973-10-17~", 1 },      { "1973-10~", 30.436875 },
    { "1973-21%", 91.310625 }, { "1973~", 365.2425 },
    { "197X~", 3652.425 },     { "19XX~", 36524.25 },
    { "1973-10-17", 0 },       { "1973?", 0 },
    { "1999-XX~", 365.2425 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AnnalsSpan span = get_span (cases[i].edtf);

      g_assert_cmpint (annals_span_get_tolerance_s (&span, &span.begin), ==,
                       (gint64) (cases[i].days * ANNALS_SECONDS_PER_DAY));
    }

  for (gsize i = 0; i < 2; i++)
    {
      AnnalsSpan span = get_span (i == 0 ? "1984~/.." : "1984~/");

      g_assert_cmpint (annals_span_get_tolerance_s (&span, &span.begin), >, 0);
      g_assert_cmpint (annals_span_get_tolerance_s (&span, &span.end), ==, 0);
    }
}

static void
test_compare (void)
{
  static const gchar *const ordered[] = {
    "[..-0043]",   "../1985",         "/1985",         "-0043", "-0042",
    "1970",        "1970/1973",       "1970~/1973~",   "197X",  "1973-10-17",
    "1973-10-17~", "1973-10-17/1974", "1973-10-17/..", "1974",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (ordered); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (ordered); j++)
      {
        AnnalsSpan a = get_span (ordered[i]);
        AnnalsSpan b = get_span (ordered[j]);
        gint order = annals_span_compare (&a, &b);

        if (g_test_verbose ())
          g_test_message ("%s, %s", ordered[i], ordered[j]);
        g_assert_cmpint ((order > 0) - (order < 0), ==, (i > j) - (i < j));
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/time/span/moment", test_moment);
  g_test_add_func ("/time/span/period", test_period);
  g_test_add_func ("/time/span/one-of", test_one_of);
  g_test_add_func ("/time/span/all-of", test_all_of);
  g_test_add_func ("/time/span/members", test_members);
  g_test_add_func ("/time/span/core", test_core);
  g_test_add_func ("/time/span/overlaps", test_overlaps);
  g_test_add_func ("/time/span/tolerance", test_tolerance);
  g_test_add_func ("/time/span/compare", test_compare);

  return g_test_run ();
}
