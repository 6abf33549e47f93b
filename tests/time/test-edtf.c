/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annals-date.h"

/* What EDTF is read, what it means, and what is said of the rest. */

#define OPEN "open"

typedef struct
{
  const gchar *edtf;
  gint level;
  AnnalsSpanKind kind;
  AnnalsPrecision precision;
  const gchar *earliest;
  const gchar *latest;
} ValidCase;

#define MOMENT ANNALS_SPAN_MOMENT
#define PERIOD ANNALS_SPAN_PERIOD
#define ONE_OF ANNALS_SPAN_ONE_OF
#define ALL_OF ANNALS_SPAN_ALL_OF
#define DAY ANNALS_PRECISION_DAY
#define MONTH ANNALS_PRECISION_MONTH
#define SEASON ANNALS_PRECISION_SEASON
#define YEAR ANNALS_PRECISION_YEAR

static const ValidCase level_0[] = {
  { "1973", 0, MOMENT, YEAR, "1973-01-01", "1973-12-31" },
  { "1973-10", 0, MOMENT, MONTH, "1973-10-01", "1973-10-31" },
  { "1973-10-17", 0, MOMENT, DAY, "1973-10-17", "1973-10-17" },
  { "0000-02", 0, MOMENT, MONTH, "0000-02-01", "0000-02-29" },
  { "1900-02", 0, MOMENT, MONTH, "1900-02-01", "1900-02-28" },
  { "2000-02-29", 0, MOMENT, DAY, "2000-02-29", "2000-02-29" },
  { "1947/1991", 0, PERIOD, YEAR, "1947-01-01", "1991-12-31" },
  { "1973-10-17/1974-03-18", 0, PERIOD, DAY, "1973-10-17", "1974-03-18" },
  { "2004-02-01/2005", 0, PERIOD, DAY, "2004-02-01", "2005-12-31" },
  { "1985/1985", 0, PERIOD, YEAR, "1985-01-01", "1985-12-31" },
  { "1985-04-12T23:20:30", 0, MOMENT, ANNALS_PRECISION_SECOND, "1985-04-12", "1985-04-12" },
  { "1985-04-12T23:20:30Z", 0, MOMENT, ANNALS_PRECISION_SECOND, "1985-04-12", "1985-04-12" },
  { "1985-04-12T23:20:30-09:30", 0, MOMENT, ANNALS_PRECISION_SECOND, "1985-04-12", "1985-04-12" },
  { "1985-04-12T00:20:30+09", 0, MOMENT, ANNALS_PRECISION_SECOND, "1985-04-12", "1985-04-12" },
};

static const ValidCase level_1[] = {
  { "-0043", 1, MOMENT, YEAR, "-0043-01-01", "-0043-12-31" },
  { "-0043-03-15", 1, MOMENT, DAY, "-0043-03-15", "-0043-03-15" },
  { "-0004-02-29", 1, MOMENT, DAY, "-0004-02-29", "-0004-02-29" },
  { "1612~", 1, MOMENT, YEAR, "1612-01-01", "1612-12-31" },
  { "1968-05?", 1, MOMENT, MONTH, "1968-05-01", "1968-05-31" },
  { "Y-66000000", 1, MOMENT, YEAR, "-66000000-01-01", "-66000000-12-31" },
  { "Y170000002~", 1, MOMENT, YEAR, "170000002-01-01", "170000002-12-31" },
  { "1916-21", 1, MOMENT, SEASON, "1916-03-01", "1916-05-31" },
  { "1916-22", 1, MOMENT, SEASON, "1916-06-01", "1916-08-31" },
  { "1916-23", 1, MOMENT, SEASON, "1916-09-01", "1916-11-30" },
  { "2023-24", 1, MOMENT, SEASON, "2023-12-01", "2024-02-29" },
  { "197X", 1, MOMENT, ANNALS_PRECISION_DECADE, "1970-01-01", "1979-12-31" },
  { "19XX", 1, MOMENT, ANNALS_PRECISION_CENTURY, "1900-01-01", "1999-12-31" },
  { "-197X", 1, MOMENT, ANNALS_PRECISION_DECADE, "-1979-01-01", "-1970-12-31" },
  { "-00XX", 1, MOMENT, ANNALS_PRECISION_CENTURY, "-0099-01-01", "-0001-12-31" },
  { "000X", 1, MOMENT, ANNALS_PRECISION_DECADE, "0000-01-01", "0009-12-31" },
  { "1999-XX", 1, MOMENT, YEAR, "1999-01-01", "1999-12-31" },
  { "-1999-XX-XX", 1, MOMENT, YEAR, "-1999-01-01", "-1999-12-31" },
  { "2004-02-XX", 1, MOMENT, MONTH, "2004-02-01", "2004-02-29" },
  { "1970~/1973~", 1, PERIOD, YEAR, "1970-01-01", "1973-12-31" },
  { "2001-10-07/..", 1, PERIOD, DAY, "2001-10-07", OPEN },
  { "../1985", 1, PERIOD, YEAR, OPEN, "1985-12-31" },
  { "1985-04/", 1, PERIOD, MONTH, "1985-04-01", OPEN },
  { "/1985-04", 1, PERIOD, MONTH, OPEN, "1985-04-30" },
  { "../..", 1, PERIOD, YEAR, OPEN, OPEN },
  { "/", 1, PERIOD, YEAR, OPEN, OPEN },
  { "1984-11-12/1984-11-XX", 1, PERIOD, DAY, "1984-11-12", "1984-11-30" },
  { "2001-21/2001-24", 1, PERIOD, SEASON, "2001-03-01", "2002-02-28" },
};

static const ValidCase level_2[] = {
  /* digits that are not known */
  { "1XXX", 2, MOMENT, ANNALS_PRECISION_MILLENNIUM, "1000-01-01", "1999-12-31" },
  { "XXXX", 2, MOMENT, ANNALS_PRECISION_MILLENNIUM, "0000-01-01", "9999-12-31" },
  { "1X99", 2, MOMENT, ANNALS_PRECISION_MILLENNIUM, "1099-01-01", "1999-12-31" },
  { "20X3", 2, MOMENT, ANNALS_PRECISION_CENTURY, "2003-01-01", "2093-12-31" },
  { "-1XXX", 2, MOMENT, ANNALS_PRECISION_MILLENNIUM, "-1999-01-01", "-1000-12-31" },
  { "-XXXX", 2, MOMENT, ANNALS_PRECISION_MILLENNIUM, "-9999-01-01", "-0001-12-31" },
  { "156X-12-25", 2, MOMENT, ANNALS_PRECISION_DECADE, "1560-12-25", "1569-12-25" },
  { "19XX-02-29", 2, MOMENT, ANNALS_PRECISION_CENTURY, "1904-02-29", "1996-02-29" },
  { "-03XX-04-15", 2, MOMENT, ANNALS_PRECISION_CENTURY, "-0399-04-15", "-0300-04-15" },
  { "1985-XX-31", 2, MOMENT, YEAR, "1985-01-31", "1985-12-31" },
  { "1985-1X", 2, MOMENT, YEAR, "1985-10-01", "1985-12-31" },
  { "2199-X0", 2, MOMENT, YEAR, "2199-10-01", "2199-10-31" },
  { "2016-02-X9", 2, MOMENT, MONTH, "2016-02-09", "2016-02-29" },
  { "2017-02-X9", 2, MOMENT, MONTH, "2017-02-09", "2017-02-19" },
  { "2020-04-3X", 2, MOMENT, MONTH, "2020-04-30", "2020-04-30" },
  { "X0X0-0X-1X", 2, MOMENT, ANNALS_PRECISION_MILLENNIUM, "0000-01-10", "9090-09-19" },
  { "199X-02", 2, MOMENT, ANNALS_PRECISION_DECADE, "1990-02-01", "1999-02-28" },
  { "201X-XX-09", 2, MOMENT, ANNALS_PRECISION_DECADE, "2010-01-09", "2019-12-09" },
  /* qualifiers of parts */
  { "2004-06~-11", 2, MOMENT, DAY, "2004-06-11", "2004-06-11" },
  { "2004?-06~-11", 2, MOMENT, DAY, "2004-06-11", "2004-06-11" },
  { "2004-?06-11", 2, MOMENT, DAY, "2004-06-11", "2004-06-11" },
  { "?2004-06-~11", 2, MOMENT, DAY, "2004-06-11", "2004-06-11" },
  { "?-2004-06-04~", 2, MOMENT, DAY, "-2004-06-04", "-2004-06-04" },
  { "?1945/1959", 2, PERIOD, YEAR, "1945-01-01", "1959-12-31" },
  { "2003-06-11%/2004-%06", 2, PERIOD, DAY, "2003-06-11", "2004-06-30" },
  { "%2001-21", 2, MOMENT, SEASON, "2001-03-01", "2001-05-31" },
  /* long years and significant digits */
  { "Y-17E7", 2, MOMENT, YEAR, "-170000000-01-01", "-170000000-12-31" },
  { "Y17E4", 2, MOMENT, YEAR, "170000-01-01", "170000-12-31" },
  { "Y17101E4S3", 2, MOMENT, ANNALS_PRECISION_MILLENNIUM, "171000000-01-01", "171999999-12-31" },
  { "Y171010000S3", 2, MOMENT, ANNALS_PRECISION_MILLENNIUM, "171000000-01-01", "171999999-12-31" },
  { "1950S2", 2, MOMENT, ANNALS_PRECISION_CENTURY, "1900-01-01", "1999-12-31" },
  { "1953S3", 2, MOMENT, ANNALS_PRECISION_DECADE, "1950-01-01", "1959-12-31" },
  { "-1859S5", 2, MOMENT, YEAR, "-1859-01-01", "-1859-12-31" },
  { "-1960S2~", 2, MOMENT, ANNALS_PRECISION_CENTURY, "-1999-01-01", "-1900-12-31" },
  { "0024S1", 2, MOMENT, ANNALS_PRECISION_DECADE, "0020-01-01", "0029-12-31" },
  /* parts of a year */
  { "2001-25", 2, MOMENT, SEASON, "2001-03-01", "2001-05-31" },
  { "2010-28", 2, MOMENT, SEASON, "2010-12-01", "2011-02-28" },
  { "2010-29", 2, MOMENT, SEASON, "2010-09-01", "2010-11-30" },
  { "2010-30", 2, MOMENT, SEASON, "2010-12-01", "2011-02-28" },
  { "2010-31", 2, MOMENT, SEASON, "2010-03-01", "2010-05-31" },
  { "2020-32", 2, MOMENT, SEASON, "2020-06-01", "2020-08-31" },
  { "2010-33", 2, MOMENT, SEASON, "2010-01-01", "2010-03-31" },
  { "2010-36", 2, MOMENT, SEASON, "2010-10-01", "2010-12-31" },
  { "2010-37", 2, MOMENT, SEASON, "2010-01-01", "2010-04-30" },
  { "2010-39", 2, MOMENT, SEASON, "2010-09-01", "2010-12-31" },
  { "-2001-40", 2, MOMENT, SEASON, "-2001-01-01", "-2001-06-30" },
  { "2010-41", 2, MOMENT, SEASON, "2010-07-01", "2010-12-31" },
};

static const ValidCase sets[] = {
  { "[..2007]", 2, ONE_OF, YEAR, OPEN, "2007-12-31" },
  { "[2007-03-09,2007-09-03]", 2, ONE_OF, DAY, "2007-03-09", "2007-09-03" },
  { "[1670..1672,1667]", 2, ONE_OF, YEAR, "1667-01-01", "1672-12-31" },
  { "[1760-01,1760-02,1760-12..]", 2, ONE_OF, MONTH, "1760-01-01", OPEN },
  { "[-1667,1668~]", 2, ONE_OF, YEAR, "-1667-01-01", "1668-12-31" },
  { "{1960,1961-12}", 2, ALL_OF, YEAR, "1960-01-01", "1961-12-31" },
  { "{..1984}", 2, ALL_OF, YEAR, OPEN, "1984-12-31" },
  { "{2001-01..2002-05}", 2, ALL_OF, MONTH, "2001-01-01", "2002-05-31" },
  { "{2016}", 2, ALL_OF, YEAR, "2016-01-01", "2016-12-31" },
};

typedef struct
{
  const gchar *edtf;
  AnnalsTimeError code;
  const gchar *message;
} InvalidCase;

#define SYNTAX ANNALS_TIME_ERROR_SYNTAX
#define IMPOSSIBLE ANNALS_TIME_ERROR_IMPOSSIBLE
#define ORDER ANNALS_TIME_ERROR_ORDER

static const InvalidCase invalid[] = {
  { "", SYNTAX, "Character 1: a date was expected, like 1973, 1973-10 or 1973-10-17." },
  { " 1973", SYNTAX, "Character 1: a date was expected, like 1973, 1973-10 or 1973-10-17." },
  { "1973 ", SYNTAX, "Character 5: the date should end here." },
  { "1985-13", IMPOSSIBLE, "Character 6: there is no month 13." },
  { "1985-00", IMPOSSIBLE, "Character 6: there is no month 00." },
  { "1985-04-32", IMPOSSIBLE, "Character 9: there is no day 32." },
  { "1985-XX-00", IMPOSSIBLE, "Character 9: there is no day 00." },
  { "1900-02-29", IMPOSSIBLE, "Character 9: 29 February 1900 does not exist." },
  { "1985-04-31", IMPOSSIBLE, "Character 9: 31 April 1985 does not exist." },
  { "-0000", IMPOSSIBLE,
    "Character 1: there is no year -0000. 1 BCE is written 0000, and 2 BCE -0001." },
  { "19", SYNTAX, "Character 1: a year has four digits. For the century, write 19XX." },
  { "-19?", SYNTAX, "Character 1: a year has four digits. For the century, write -19XX." },
  { "197", SYNTAX, "Character 1: a year has four digits. For the decade, write 197X." },
  { "1985/04/12", SYNTAX, "Character 6: a year has four digits. For the century, write 04XX." },
  { "7", SYNTAX, "Character 1: a year has four digits, like 0794 or 1973." },
  { "19850412", SYNTAX,
    "Character 1: a year has four digits here; longer years begin with Y, like Y12000." },
  { "Y1985", SYNTAX,
    "Character 1: after Y, a year has more than four digits and does not begin with 0." },
  { "Y012345", SYNTAX,
    "Character 1: after Y, a year has more than four digits and does not begin with 0." },
  { "1985-4-12", SYNTAX, "Character 6: two digits were expected, like 04 in 1985-04-12." },
  { "1985-", SYNTAX, "Character 6: two digits were expected, like 04 in 1985-04-12." },
  { "1985-21-05", SYNTAX, "Character 9: a season is not followed by a day." },
  { "1984?~", SYNTAX, "Character 6: a date bears only one of ?, ~ and %; % is both ? and ~." },
  { "1984~?-06", SYNTAX, "Character 6: a date bears only one of ?, ~ and %; % is both ? and ~." },
  { "?~1984", SYNTAX, "Character 2: a date bears only one of ?, ~ and %; % is both ? and ~." },
  { "1999-02-3X", IMPOSSIBLE, "Character 9: no day is written like 1999-02-3X." },
  { "XXX1-02-29", IMPOSSIBLE, "Character 9: no day is written like XXX1-02-29." },
  { "15XX-2X-25", IMPOSSIBLE, "Character 6: there is no month 2X." },
  { "1999-42", IMPOSSIBLE, "Character 6: there is no month 42." },
  { "1999-XX-4X", IMPOSSIBLE, "Character 9: there is no day 4X." },
  { "156X-11-31", IMPOSSIBLE, "Character 9: no day is written like 156X-11-31." },
  { "19uu", SYNTAX, "Character 3: a digit that is not known is written X: 19XX." },
  { "-199x", SYNTAX, "Character 5: a digit that is not known is written X: -199X." },
  { "1999-uu", SYNTAX, "Character 6: a month or day that is not known is written XX." },
  { "y17e7", SYNTAX, "Character 1: long years are written in capitals: Y17E7." },
  { "2004-(06)?", SYNTAX,
    "Character 6: parts of a date are not put in parentheses; ?, ~ or % stands before the part it "
    "belongs to, like 2004-?06." },
  { "(2004)?", SYNTAX,
    "Character 1: parts of a date are not put in parentheses; ?, ~ or % stands before the part it "
    "belongs to, like 2004-?06." },
  { "2004/open", SYNTAX, "Character 6: two dots, as in 2001/.., are written instead of “open”." },
  { "unknown/2004", SYNTAX, "Character 1: nothing, as in 2001/, is written instead of “unknown”." },
  { "[2001-21]", SYNTAX,
    "Character 2: a season cannot be in a set; write its months instead, like 2001-03..2001-05." },
  { "Y17E", SYNTAX, "Character 4: after E, the number of zeros was expected, like Y17E7." },
  { "1950S02", SYNTAX,
    "Character 5: after S, the number of significant digits was expected, like 1950S2." },
  { "19XXS2", SYNTAX, "Character 5: the date should end here." },
  { "2004-?06-11T10:00:00", SYNTAX, "Character 12: the date should end here." },
  { "1985-04-12T24:00:00", IMPOSSIBLE, "Character 12: there is no hour 24." },
  { "1985-04-12T23:60:00", IMPOSSIBLE, "Character 15: there is no minute 60." },
  { "1985-04-12T23:59:60", IMPOSSIBLE, "Character 18: there is no second 60." },
  { "1985-04-12T23:59", SYNTAX,
    "Character 17: a time of day is written like 09:30:00, with hours, minutes and seconds." },
  { "1985-04-12T23:59:00+0900", SYNTAX,
    "Character 20: a time zone is written like Z, +09 or +05:30." },
  { "1985-04-12T23:59:00+24", IMPOSSIBLE,
    "Character 20: no time zone is 24 hours and 00 minutes away from UTC." },
  { "1985-04-12T23:59:00/1986", SYNTAX,
    "Character 1: intervals and sets are made of dates without a time of day." },
  { "1984/1985-04-12T23:59:00", SYNTAX,
    "Character 6: intervals and sets are made of dates without a time of day." },
  { "1985-04T10:00:00", SYNTAX, "Character 8: the date should end here." },
  { "1991/1947", ORDER, "Character 6: the end lies before the begin." },
  { "2012-24/2012-21", ORDER, "Character 9: the end lies before the begin." },
  { "[2002..2001]", ORDER, "Character 8: the end lies before the begin." },
  { "..", SYNTAX, "Character 3: a slash and the end were expected, like ../1985." },
  { "1947..1991", SYNTAX,
    "Character 5: outside brackets an interval is written with a slash, like 1947/1991." },
  { "1947/1991/1992", SYNTAX, "Character 10: the date should end here." },
  { "[1999", SYNTAX, "Character 6: a comma or “]” was expected." },
  { "{1999]", SYNTAX, "Character 6: a comma or “}” was expected." },
  { "[1999]x", SYNTAX, "Character 7: the date should end here." },
  { "[]", SYNTAX, "Character 2: a date was expected, like 1973, 1973-10 or 1973-10-17." },
  { "[1999,..2000]", SYNTAX,
    "Character 7: a date was expected, like 1973, 1973-10 or 1973-10-17." },
  { "[1999..,2000]", SYNTAX,
    "Character 8: a date was expected, like 1973, 1973-10 or 1973-10-17." },
  { "[2025-01..2026]", SYNTAX,
    "Character 11: both ends of a range in brackets must be equally fine, for example both years "
    "or "
    "both days." },
  { "1973年", SYNTAX, "Character 5: the date should end here." },
  { "\xe5\xb9\xb4"
    "1973",
    SYNTAX, "Character 1: a date was expected, like 1973, 1973-10 or 1973-10-17." },
  { "1973/\xff", SYNTAX, "Character 6: a date was expected, like 1973, 1973-10 or 1973-10-17." },
};

static void
assert_bound (AnnalsInstant bound, const gchar *expected)
{
  g_autofree gchar *iso = annals_instant_dup_iso_date (bound);

  g_assert_cmpstr (iso != NULL ? iso : OPEN, ==, expected);
}

static void
check_valid (const ValidCase *cases, gsize n_cases)
{
  for (gsize i = 0; i < n_cases; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (AnnalsDate) date = annals_date_new_from_edtf (cases[i].edtf, &error);
      const AnnalsSpan *span;

      g_test_message ("%s", cases[i].edtf);
      g_assert_no_error (error);
      g_assert_cmpstr (annals_date_get_edtf (date), ==, cases[i].edtf);
      g_assert_cmpint (annals_date_get_level (date), ==, cases[i].level);

      span = annals_date_get_span (date);
      g_assert_cmpint (span->kind, ==, cases[i].kind);
      g_assert_cmpint (span->begin.state == ANNALS_END_KNOWN ? span->begin.precision
                                                             : span->end.precision,
                       ==, cases[i].precision);
      assert_bound (annals_span_get_earliest (span), cases[i].earliest);
      assert_bound (annals_span_get_latest (span), cases[i].latest);
    }
}

static void
test_level_0 (void)
{
  check_valid (level_0, G_N_ELEMENTS (level_0));
}

static void
test_level_1 (void)
{
  check_valid (level_1, G_N_ELEMENTS (level_1));
}

static void
test_sets (void)
{
  check_valid (sets, G_N_ELEMENTS (sets));
}

static void
check_invalid (const InvalidCase *cases, gsize n_cases)
{
  for (gsize i = 0; i < n_cases; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (AnnalsDate) date = annals_date_new_from_edtf (cases[i].edtf, &error);
      g_autofree gchar *printable = g_utf8_make_valid (cases[i].edtf, -1);

      g_test_message ("%s", printable);
      g_assert_null (date);
      g_assert_error (error, ANNALS_TIME_ERROR, (gint) cases[i].code);
      g_assert_true (g_str_has_prefix (error->message, "Character "));
      g_assert_true (g_str_has_suffix (error->message, "."));
      if (cases[i].message != NULL)
        g_assert_cmpstr (error->message, ==, cases[i].message);

      /* Nobody has to ask for the reason. */
      g_assert_null (annals_date_new_from_edtf (cases[i].edtf, NULL));
    }
}

static void
test_invalid (void)
{
  check_invalid (invalid, G_N_ELEMENTS (invalid));
}

static void
test_level_2 (void)
{
  check_valid (level_2, G_N_ELEMENTS (level_2));
}

/* Every date has one canonical form, which is left as it is. */
static void
test_canonical (void)
{
  static const gchar *const cases[][2] = {
    { "2004", "2004" },
    { "?2004", "2004?" },
    { "[ 1667 , 1668..1670 ]", "[1667,1668..1670]" },
    { "2004-06-11%", "2004-06-11%" },
    { "2004-06~-11", "2004-06~-11" },
    { "2004?-06-11", "2004?-06-11" },
    { "2004?-06~-11", "2004?-06~-11" },
    { "2004-?06-11", "2004-?06-11" },
    { "?2004-06-~11", "?2004-06-~11" },
    { "2004?-06-~11", "?2004-06-~11" },
    { "?2004?-%06", "2004-~06?" },
    { "2004~-06~-11~", "2004-06-11~" },
    { "~2004-~06-~11", "2004-06-11~" },
    { "2004-06?-~11", "2004-06?-~11" },
    { "~2004-%06/2005-%06-11", "2004-?06~/2005-%06-11" },
    { "Y-17E7S1", "Y-17E7S1" },
    { "-1985-0X-X1", "-1985-0X-X1" },
    { "2001-21~", "2001-21~" },
    { "1985-04-12T23:20:30-09:30", "1985-04-12T23:20:30-09:30" },
    { "/..", "/.." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AnnalsDate) date = annals_date_new_from_edtf (cases[i][0], NULL);
      g_autofree gchar *canonical = NULL;
      g_autofree gchar *again = NULL;
      g_autoptr (AnnalsDate) same = NULL;

      g_assert_nonnull (date);
      canonical = annals_date_dup_canonical (date);
      g_assert_cmpstr (canonical, ==, cases[i][1]);
      same = annals_date_new_from_edtf (canonical, NULL);
      again = annals_date_dup_canonical (same);
      g_assert_cmpstr (again, ==, canonical);
    }
}

static void
test_spaces (void)
{
  g_autoptr (AnnalsDate) date = annals_date_new_from_edtf ("[ 1667 , 1668,1670 .. 1672 ]", NULL);
  g_autoptr (AnnalsDate) open = annals_date_new_from_edtf ("{ .. 1984 }", NULL);

  g_assert_nonnull (date);
  g_assert_cmpstr (annals_date_get_edtf (date), ==, "[1667,1668,1670..1672]");
  g_assert_nonnull (open);
  g_assert_cmpstr (annals_date_get_edtf (open), ==, "{..1984}");
  g_assert_null (annals_date_new_from_edtf ("[1 667]", NULL));
  g_assert_null (annals_date_new_from_edtf ("1984 / 1985", NULL));
}

/* Years beyond the range keep their writing, and end where the range does. */
static void
test_far_years (void)
{
  g_autoptr (AnnalsDate) late = annals_date_new_from_edtf ("Y999999999999999999", NULL);
  g_autoptr (AnnalsDate) early = annals_date_new_from_edtf ("Y-999999999999999999", NULL);
  g_autoptr (AnnalsDate) both = annals_date_new_from_edtf (
      "Y-999999999999999999/Y999999999999999999", NULL);

  g_assert_cmpint (annals_date_get_span (late)->begin_earliest, ==, ANNALS_INSTANT_LATEST);
  g_assert_cmpint (annals_date_get_span (late)->end_latest, ==, ANNALS_INSTANT_LATEST);
  g_assert_cmpint (annals_date_get_span (early)->begin_earliest, ==, ANNALS_INSTANT_EARLIEST);
  g_assert_cmpint (annals_date_get_span (early)->end_latest, ==, ANNALS_INSTANT_EARLIEST);
  g_assert_cmpstr (annals_date_get_edtf (both), ==, "Y-999999999999999999/Y999999999999999999");
  g_assert_cmpint (annals_date_get_span (both)->end_latest, ==, ANNALS_INSTANT_LATEST);
}

/* So do those that no number holds, and they take no longer. */
static void
test_endless_years (void)
{
  static const gchar *const cases[] = { "Y1E999999999", "Y99999999999999999999999999S2" };
  g_autofree gchar *digits = g_strnfill (1000 * 1000, '7');
  g_autofree gchar *long_year = g_strconcat ("Y-", digits, NULL);
  g_autoptr (AnnalsDate) early = annals_date_new_from_edtf (long_year, NULL);

  g_assert_nonnull (early);
  g_assert_cmpstr (annals_date_get_edtf (early), ==, long_year);
  g_assert_cmpint (annals_date_get_span (early)->begin_earliest, ==, ANNALS_INSTANT_EARLIEST);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AnnalsDate) late = annals_date_new_from_edtf (cases[i], NULL);
      g_autofree gchar *canonical = annals_date_dup_canonical (late);

      g_assert_cmpstr (canonical, ==, cases[i]);
      g_assert_cmpint (annals_date_get_span (late)->begin_earliest, ==, ANNALS_INSTANT_LATEST);
      g_assert_cmpint (annals_date_get_span (late)->end_latest, ==, ANNALS_INSTANT_LATEST);
    }
}

static void
test_references (void)
{
  AnnalsDate *date = annals_date_new_from_edtf ("1973", NULL);
  g_autoptr (AnnalsDate) other = annals_date_ref (date);

  annals_date_unref (date);
  g_assert_cmpstr (annals_date_get_edtf (other), ==, "1973");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/time/edtf/level-0", test_level_0);
  g_test_add_func ("/time/edtf/level-1", test_level_1);
  g_test_add_func ("/time/edtf/level-2/sets", test_sets);
  g_test_add_func ("/time/edtf/level-2", test_level_2);
  g_test_add_func ("/time/edtf/canonical", test_canonical);
  g_test_add_func ("/time/edtf/invalid", test_invalid);
  g_test_add_func ("/time/edtf/spaces", test_spaces);
  g_test_add_func ("/time/edtf/far-years", test_far_years);
  g_test_add_func ("/time/edtf/endless-years", test_endless_years);
  g_test_add_func ("/time/edtf/references", test_references);

  return g_test_run ();
}
