/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "annals-date.h"

/* What EDTF is read, what it means, and what is said of the rest. */

#define OPEN "open"

/* The columns of tests/data/edtf.tsv; a string that is not EDTF has the first two only. */
enum
{
  COLUMN_EDTF,
  COLUMN_LEVEL,
  COLUMN_KIND,
  COLUMN_BEGIN,
  COLUMN_END,
  COLUMN_BEGIN_EARLIEST,
  COLUMN_BEGIN_LATEST,
  COLUMN_END_EARLIEST,
  COLUMN_END_LATEST,
  N_COLUMNS,
};

#define N_COLUMNS_INVALID 2
#define INVALID "invalid"

static const gchar *const kind_names[] = { "moment", "period", "one-of", "all-of" };

static const gchar *const precision_names[] = { "second", "day",    "month",   "season",
                                                "year",   "decade", "century", "millennium" };

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
  { " 1973", SYNTAX,
    "Character 1: a date was expected, like 1973, 1973-10 or 1973-10-17. Perhaps 1973 is meant." },
  { "1973 ", SYNTAX, "Character 5: the date should end here. Perhaps 1973 is meant." },
  { "1985-13", IMPOSSIBLE, "Character 6: there is no month 13." },
  { "1985-00", IMPOSSIBLE, "Character 6: there is no month 00." },
  { "1985-04-32", IMPOSSIBLE, "Character 9: there is no day 32." },
  { "1985-XX-00", IMPOSSIBLE, "Character 9: there is no day 00." },
  { "1900-02-29", IMPOSSIBLE, "Character 9: 29 February 1900 does not exist." },
  { "1985-04-31", IMPOSSIBLE, "Character 9: 31 April 1985 does not exist." },
  { "-0000", IMPOSSIBLE,
    "Character 1: there is no year -0000. 1 BCE is written 0000, and 2 BCE -0001." },
  { "19", SYNTAX, "Character 1: a year has four digits. For the century, write 19XX." },
  { "-19?", SYNTAX,
    "Character 1: a year has four digits. For the century, write -19XX. Perhaps -0019? is meant." },
  { "197", SYNTAX, "Character 1: a year has four digits. For the decade, write 197X." },
  { "1985/04/12", SYNTAX,
    "Character 6: a year has four digits. For the century, write 04XX. Perhaps 1985-04-12 is "
    "meant." },
  { "7", SYNTAX, "Character 1: a year has four digits, like 0794 or 1973." },
  { "19850412", SYNTAX,
    "Character 1: a year has four digits here; longer years begin with Y, like Y12000. Perhaps "
    "1985-04-12 is meant." },
  { "Y1985", SYNTAX,
    "Character 1: after Y, a year has more than four digits and does not begin with 0. Perhaps "
    "1985 is meant." },
  { "Y012345", SYNTAX,
    "Character 1: after Y, a year has more than four digits and does not begin with 0." },
  { "1985-4-12", SYNTAX,
    "Character 6: two digits were expected, like 04 in 1985-04-12. Perhaps 1985-04-12 is meant." },
  { "1985-", SYNTAX, "Character 6: two digits were expected, like 04 in 1985-04-12." },
  { "1985-21-05", SYNTAX, "Character 9: a season is not followed by a day." },
  { "1984?~", SYNTAX,
    "Character 6: a date bears only one of ?, ~ and %; % is both ? and ~. Perhaps 1984% is "
    "meant." },
  { "1984~?-06", SYNTAX,
    "Character 6: a date bears only one of ?, ~ and %; % is both ? and ~. Perhaps 1984%-06 is "
    "meant." },
  { "?~1984", SYNTAX,
    "Character 2: a date bears only one of ?, ~ and %; % is both ? and ~. Perhaps %1984 is "
    "meant." },
  { "1999-02-3X", IMPOSSIBLE, "Character 9: no day is written like 1999-02-3X." },
  { "XXX1-02-29", IMPOSSIBLE, "Character 9: no day is written like XXX1-02-29." },
  { "15XX-2X-25", IMPOSSIBLE, "Character 6: there is no month 2X." },
  { "1999-42", IMPOSSIBLE, "Character 6: there is no month 42." },
  { "1999-XX-4X", IMPOSSIBLE, "Character 9: there is no day 4X." },
  { "156X-11-31", IMPOSSIBLE, "Character 9: no day is written like 156X-11-31." },
  { "19uu", SYNTAX, "Character 3: a digit that is not known is written X: 19XX." },
  { "-199x", SYNTAX, "Character 5: a digit that is not known is written X: -199X." },
  { "1999-uu", SYNTAX,
    "Character 6: a month or day that is not known is written XX. Perhaps 1999-XX is meant." },
  { "y17e7", SYNTAX,
    "Character 1: long years are written in capitals, like Y17E7. Perhaps Y17E7 is meant." },
  { "2004-(06)?", SYNTAX,
    "Character 6: parts of a date are not put in parentheses; ?, ~ or % stands before the part it "
    "belongs to, like 2004-?06." },
  { "(2004)?", SYNTAX,
    "Character 1: parts of a date are not put in parentheses; ?, ~ or % stands before the part it "
    "belongs to, like 2004-?06." },
  { "2004/open", SYNTAX,
    "Character 6: two dots, as in 2001/.., are written instead of “open”. Perhaps 2004/.. is "
    "meant." },
  { "unknown/2004", SYNTAX,
    "Character 1: nothing, as in 2001/, is written instead of “unknown”. Perhaps /2004 is meant." },
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
    "Character 17: a time of day is written like 09:30:00, with hours, minutes and seconds. "
    "Perhaps 1985-04-12T23:59:00 is meant." },
  { "1985-04-12T23:59:00+0900", SYNTAX,
    "Character 20: a time zone is written like Z, +09 or +05:30. Perhaps 1985-04-12T23:59:00+09:00 "
    "is meant." },
  { "1985-04-12T23:59:00+24", IMPOSSIBLE,
    "Character 20: no time zone is 24 hours and 00 minutes away from UTC." },
  { "1985-04-12T23:59:00/1986", SYNTAX,
    "Character 1: intervals and sets are made of dates without a time of day." },
  { "1984/1985-04-12T23:59:00", SYNTAX,
    "Character 6: intervals and sets are made of dates without a time of day." },
  { "1985-04T10:00:00", SYNTAX, "Character 8: the date should end here." },
  { "1991/1947", ORDER, "Character 6: the end lies before the begin. Perhaps 1947/1991 is meant." },
  { "2012-24/2012-21", ORDER,
    "Character 9: the end lies before the begin. Perhaps 2012-21/2012-24 is meant." },
  { "[2002..2001]", ORDER, "Character 8: the end lies before the begin." },
  { "..", SYNTAX, "Character 3: a slash and the end were expected, like ../1985." },
  { "1947..1991", SYNTAX,
    "Character 5: outside brackets an interval is written with a slash, like 1947/1991. Perhaps "
    "1947/1991 is meant." },
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
assert_end (const AnnalsEnd *end, const gchar *expected)
{
  static const gchar *const signs[] = { "", "?", "~", "%" };
  g_autofree gchar *known = g_strconcat (precision_names[end->precision], signs[end->qualifiers],
                                         NULL);

  g_assert_cmpstr (end->state == ANNALS_END_OPEN      ? OPEN
                   : end->state == ANNALS_END_UNKNOWN ? "unknown"
                                                      : known,
                   ==, expected);
}

static void
check_valid (gchar **row)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AnnalsDate) date = annals_date_new_from_edtf (row[COLUMN_EDTF], &error);
  const AnnalsSpan *span;
  AnnalsSpan same;

  g_assert_no_error (error);
  g_assert_cmpstr (annals_date_get_edtf (date), ==, row[COLUMN_EDTF]);
  g_assert_cmpint (annals_date_get_level (date), ==, *row[COLUMN_LEVEL] - '0');

  span = annals_date_get_span (date);
  g_assert_cmpstr (kind_names[span->kind], ==, row[COLUMN_KIND]);
  assert_end (&span->begin, row[COLUMN_BEGIN]);
  assert_end (&span->end, row[COLUMN_END]);
  assert_bound (span->begin_earliest, row[COLUMN_BEGIN_EARLIEST]);
  assert_bound (span->begin_latest, row[COLUMN_BEGIN_LATEST]);
  assert_bound (span->end_earliest, row[COLUMN_END_EARLIEST]);
  assert_bound (span->end_latest, row[COLUMN_END_LATEST]);

  g_assert_true (annals_span_from_edtf (&same, row[COLUMN_EDTF], NULL));
  g_assert_cmpint (annals_span_compare (span, &same), ==, 0);
}

static void
check_refused (const gchar *edtf)
{
  g_autoptr (GError) error = NULL;
  AnnalsSpan span;

  g_assert_null (annals_date_new_from_edtf (edtf, &error));
  g_assert_nonnull (error);
  g_assert_true (g_str_has_prefix (error->message, "Character "));
  g_assert_true (g_str_has_suffix (error->message, "."));
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_false (annals_span_from_edtf (&span, edtf, NULL));
}

static void
check_row (gchar **row)
{
  g_test_message ("%s", row[COLUMN_EDTF]);
  if (g_strv_length (row) == N_COLUMNS_INVALID)
    {
      g_assert_cmpstr (row[COLUMN_LEVEL], ==, INVALID);
      check_refused (row[COLUMN_EDTF]);
      return;
    }

  g_assert_cmpuint (g_strv_length (row), ==, N_COLUMNS);
  check_valid (row);
}

static void
test_table (void)
{
  g_autofree gchar *path = g_test_build_filename (G_TEST_DIST, "data", "edtf.tsv", NULL);
  g_autofree gchar *contents = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;
  guint n_rows = 0;

  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (contents, "\n", -1);
  for (gsize i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) row = g_strsplit (lines[i], "\t", -1);

      if (*lines[i] == '\0' || *lines[i] == '#' || g_str_has_prefix (lines[i], "edtf\t"))
        continue;
      check_row (row);
      n_rows++;
    }
  g_assert_cmpuint (n_rows, >, 800);
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

/* What to write instead: NULL where nothing is offered. */
static const gchar *const offers[][2] = {
  { "19", NULL },
  { "199", NULL },
  { "-44", "-0044" },
  { "19uu", "19XX" },
  { "199u-uu-uu", "199X-XX-XX" },
  { "1984?~", "1984%" },
  { "1984~?-06", "1984%-06" },
  { "1985-4-2", "1985-04-02" },
  { "1985-4", "1985-04" },
  { "12/25/1985", "1985-12-25" },
  { "25/12/1985", "1985-12-25" },
  { "25.12.1985", "1985-12-25" },
  { "3/9/2007", "[2007-03-09,2007-09-03]" },
  { "4/4/2004", "2004-04-04" },
  { "1985/04/12", "1985-04-12" },
  { "1985.4.12", "1985-04-12" },
  { "19850412", "1985-04-12" },
  { "12000", "Y12000" },
  { "-12000", "Y-12000" },
  { "Y1985", "1985" },
  { "Y-44", "-0044" },
  { "1973–1974", "1973/1974" },
  { "1973—", "1973/" },
  { "1973 / 1974", "1973/1974" },
  { "1973-10-17–1974-03-18", "1973-10-17/1974-03-18" },
  { "−0043", "-0043" },
  { "１９７３", "1973" },
  { "١٩٧٣", "1973" },
  { "1973‐10‐17", "1973-10-17" },
  { "2004-06-uu", "2004-06-XX" },
  { "1985-04-12Z", "1985-04-12" },
  { "1985Z", "1985" },
  { "y17e7", "Y17E7" },
  { "y-17E7s3", "Y-17E7S3" },
  { "2004/open", "2004/.." },
  { "unknown/2004", "/2004" },
  { "open", NULL },
  { "1991/1947", "1947/1991" },
  { "1947..1991", "1947/1991" },
  { "..1991", NULL },
  { "10/1973", "1973-10" },
  { "1985-04-12T23:59", "1985-04-12T23:59:00" },
  { "1985-04-12T23:59Z", "1985-04-12T23:59:00Z" },
  { "1985-04-12t23:59:00+0900", "1985-04-12T23:59:00+09:00" },
  { "1985-04-12 23:59:00", "1985-04-12T23:59:00" },
  { " 1973", "1973" },
  { "[1973–1975]", "[1973..1975]" },
  { "{1973, 1974", NULL },
  { "19xx", "19XX" },
  { "xxxx-12-25", "XXXX-12-25" },
  { "2004-(06)?", NULL },
  { "[2002..2001]", NULL },
  { "1985-13", NULL },
  { "soon", NULL },
  { "1985-04-12 23:59:00", "1985-04-12T23:59:00" },
};

static void
test_offers (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (offers); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree gchar *meant = g_strdup_printf ("Perhaps %s is meant.", offers[i][1]);
      g_autofree gchar *written = g_strdup_printf (": %s.", offers[i][1]);

      g_test_message ("%s", offers[i][0]);
      g_assert_null (annals_date_new_from_edtf (offers[i][0], &error));
      g_assert_cmpint (offers[i][1] != NULL, ==,
                       g_str_has_suffix (error->message, meant)
                           || g_str_has_suffix (error->message, written));
      if (offers[i][1] == NULL)
        g_assert_null (strstr (error->message, "Perhaps"));
    }
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

/* The range of 64 bits of seconds ends some 292 thousand million years away; the last years within
 * it are exact, those beyond it are its ends, which are not open. */
static void
test_saturation (void)
{
  static const gchar *const beyond[] = { "Y300000000000", "Y1E12",   "Y9E18",
                                         "Y9E19",         "Y1E12S3", "Y12345678901234567890123" };
  AnnalsSpan span;

  for (gsize i = 0; i < G_N_ELEMENTS (beyond); i++)
    {
      g_autofree gchar *early = g_strdup_printf ("Y-%s", beyond[i] + 1);
      g_autofree gchar *both = g_strdup_printf ("%s/%s", early, beyond[i]);

      g_test_message ("%s", both);
      g_assert_true (annals_span_from_edtf (&span, beyond[i], NULL));
      g_assert_cmpint (span.begin_earliest, ==, ANNALS_INSTANT_LATEST);
      g_assert_cmpint (span.end_latest, ==, ANNALS_INSTANT_LATEST);
      g_assert_true (annals_span_from_edtf (&span, early, NULL));
      g_assert_cmpint (span.begin_earliest, ==, ANNALS_INSTANT_EARLIEST);
      g_assert_cmpint (span.end_latest, ==, ANNALS_INSTANT_EARLIEST);
      g_assert_true (annals_span_from_edtf (&span, both, NULL));
      g_assert_cmpint (span.begin_latest, ==, ANNALS_INSTANT_EARLIEST);
      g_assert_cmpint (span.end_earliest, ==, ANNALS_INSTANT_LATEST);
      g_assert_false (annals_instant_is_open (span.end_latest));
    }

  g_assert_true (annals_span_from_edtf (&span, "Y292277000000", NULL));
  g_assert_cmpint (span.begin_earliest, <, span.end_latest);
  g_assert_cmpint (span.end_latest, <, ANNALS_INSTANT_LATEST);
  g_assert_true (annals_span_from_edtf (&span, "Y-292277000000", NULL));
  g_assert_cmpint (span.begin_earliest, >, ANNALS_INSTANT_EARLIEST);
  g_assert_cmpint (span.begin_earliest, <, span.end_latest);
}

static void
test_references (void)
{
  AnnalsDate *date = annals_date_new_from_edtf ("1973", NULL);
  g_autoptr (AnnalsDate) other = annals_date_ref (date);

  annals_date_unref (date);
  g_assert_cmpstr (annals_date_get_edtf (other), ==, "1973");
}

/* The members of a large set are not kept taken apart, and not all of them are said. */
static void
test_large_set (void)
{
  const guint n = 150;
  g_autoptr (GString) edtf = g_string_new ("{");
  g_autoptr (AnnalsDate) date = NULL;
  g_autofree gchar *words = NULL;

  for (guint i = 0; i < n; i++)
    g_string_append_printf (edtf, "%s%04u", i > 0 ? ", " : "", 1000 + i);
  g_string_append (edtf, "..1200}");
  date = annals_date_new_from_edtf (edtf->str, NULL);
  g_assert_nonnull (date);
  g_assert_cmpuint (annals_date_get_n_members (date), ==, n);
  for (guint i = 0; i < n; i++)
    {
      const AnnalsSpan *member = annals_date_get_member (date, i);

      g_assert_true (
          member->begin_earliest
          == annals_instant_from_civil (&(AnnalsCivil){ 1000 + (gint64) i, 1, 1, 0, 0, 0 }));
      g_assert_cmpint (member->kind, ==, i < n - 1 ? ANNALS_SPAN_MOMENT : ANNALS_SPAN_PERIOD);
    }

  words = annals_date_dup_words (date, ANNALS_WORDS_LONG);
  g_assert_true (g_str_has_prefix (words, "1000 CE, 1001")
                 || g_str_has_prefix (words, "1000, 1001"));
  g_assert_true (g_str_has_suffix (words, "1099 and …"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/time/edtf/table", test_table);
  g_test_add_func ("/time/edtf/canonical", test_canonical);
  g_test_add_func ("/time/edtf/invalid", test_invalid);
  g_test_add_func ("/time/edtf/offers", test_offers);
  g_test_add_func ("/time/edtf/spaces", test_spaces);
  g_test_add_func ("/time/edtf/far-years", test_far_years);
  g_test_add_func ("/time/edtf/endless-years", test_endless_years);
  g_test_add_func ("/time/edtf/saturation", test_saturation);
  g_test_add_func ("/time/edtf/references", test_references);
  g_test_add_func ("/time/edtf/large-set", test_large_set);

  return g_test_run ();
}
