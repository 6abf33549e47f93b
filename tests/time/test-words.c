/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annals-words.h"
#include "words-testing.h"

/* Dates in words, in English. */

static const WordsCase moments[] = {
  { "2002", "2002" },
  { "2003-12", "December 2003" },
  { "1973-10-17", "17 October 1973" },
  { "1612~", "about 1612" },
  { "1968-05?", "perhaps May 1968" },
  { "2004-06%", "perhaps about June 2004" },
  { "1916-21", "spring 1916" },
  { "1916-22", "summer 1916" },
  { "1916-23~", "about autumn 1916" },
  { "1916-24", "winter 1916–1917" },
  { "-0001-24", "winter 2–1 BCE" },
  { "0000-24", "winter 1 BCE – 1 CE" },
  { "197X", "the 1970s" },
  { "197X?", "perhaps the 1970s" },
  { "197X~", "about the 1970s" },
  { "19XX%", "perhaps about the 20th century" },
  { "19XX", "the 20th century" },
  { "20XX", "the 21st century" },
  { "01XX", "the 2nd century" },
  { "02XX", "the 3rd century" },
  { "10XX", "the 11th century" },
  { "12XX", "the 13th century" },
  { "00XX", "the 1st century" },
  { "-01XX", "the 2nd century BCE" },
  { "-00XX", "the 1st century BCE" },
  { "-197X", "1980–1971 BCE" },
  { "-000X", "10–2 BCE" },
  { "000X", "1 BCE – 9 CE" },
  { "001X", "10–19 CE" },
  { "1999-XX", "some month in 1999" },
  { "1999-XX-XX", "some day in 1999" },
  { "1999-12-XX", "some day in December 1999" },
  { "-0043", "44 BCE" },
  { "0000", "1 BCE" },
  { "0001", "1 CE" },
  { "0099", "99 CE" },
  { "0100", "100" },
  { "9999", "9999" },
  { "Y10000", "10,000 CE" },
  { "-0043-03-15", "15 March 44 BCE" },
  { "Y-12345678", "12,345,679 BCE" },
  { "Y-12000", "12,001 BCE" },
  { "Y-999999999999999999", "1,000,000,000,000,000,000 BCE" },
  { "2001-02-03T09:30:01", "3 February 2001, 09:30:01" },
  { "2001-02-03T09:30:01Z", "3 February 2001, 09:30:01 UTC" },
  { "2001-02-03T09:30:01+05:30", "3 February 2001, 09:30:01 UTC+5:30" },
  { "2001-02-03T09:30:01-08", "3 February 2001, 09:30:01 UTC−8:00" },
};

static const WordsCase periods[] = {
  { "1973-10-17/1974-03-18", "17 October 1973 – 18 March 1974" },
  { "2007-03-30/2007-12-17", "30 March – 17 December 2007" },
  { "1916-05-03/1916-05-09", "3–9 May 1916" },
  { "2007-03/2007-05", "March–May 2007" },
  { "2007-03/2008-05", "March 2007 – May 2008" },
  { "2007-03/2007-05-09", "March 2007 – 9 May 2007" },
  { "1947/1991", "1947–1991" },
  { "1947/1991?", "1947 – perhaps 1991" },
  { "1970~/1973~", "early 1970s" },
  { "1974~/1976~", "mid-1970s" },
  { "1977~/1979~", "late 1970s" },
  { "1970~/1979~", "about 1970 – about 1979" },
  { "1970~/1983~", "about 1970 – about 1983" },
  { "1970?/1973?", "perhaps 1970 – perhaps 1973" },
  { "1970~/1973", "about 1970 – 1973" },
  { "2001~/2004-01", "about 2001 – January 2004" },
  { "197X/198X", "the 1970s – the 1980s" },
  { "-0100/-0043", "101–44 BCE" },
  { "-0026/0476", "27 BCE – 476 CE" },
  { "0014/0180", "14–180 CE" },
  { "-0043-03-15/-0043-03-17", "15–17 March 44 BCE" },
  { "2001-21/2001-22", "spring 2001 – summer 2001" },
  { "2004-06-XX/2004-07-03", "some day in June 2004 – 3 July 2004" },
  { "2004-06-03~/2004-06-09", "about 3 June 2004 – 9 June 2004" },
  { "1985/1985", "within 1985" },
  { "1985-04-12/1985-04-12", "within 12 April 1985" },
  { "2001-10-07/..", "since 7 October 2001" },
  { "1984~/..", "since about 1984" },
  { "2001-10-07~/..", "since about 7 October 2001" },
  { "197X/..", "since the 1970s" },
  { "19XX?/..", "since perhaps the 20th century" },
  { "../1985", "until 1985" },
  { "../1985-04-12", "until 12 April 1985" },
  { "../197X", "until the 1970s" },
  { "../-01XX", "until the 2nd century BCE" },
  { "197X/197X", "within the 1970s" },
  { "/1985", "until 1985, begin unknown" },
  { "1985/", "from 1985, end unknown" },
  { "1985-04-12~/", "from about 12 April 1985, end unknown" },
  { "../..", "at all times" },
  { "/..", "since an unknown time" },
  { "../", "until an unknown time" },
  { "/", "from an unknown time to an unknown time" },
};

static const WordsCase sets[] = {
  { "[..2007]", "by 2007" },
  { "[..2007-03-09]", "by 9 March 2007" },
  { "[..19XX]", "by the 20th century" },
  { "[2007..]", "2007 or later" },
  { "[2007-03-09,2007-09-03]", "9 March or 3 September 2007" },
  { "{2003-12-09,2003-12-19}", "9 and 19 December 2003" },
  { "{2003-12-09,2003-12-13,2003-12-19}", "9, 13 and 19 December 2003" },
  { "{2003-10,2003-12}", "October and December 2003" },
  { "{2003-10-01,2004-10-01}", "1 October 2003 and 1 October 2004" },
  { "{2003-10-01?,2003-10-03}", "perhaps 1 October 2003 and 3 October 2003" },
  { "[1667,1668,1670]", "1667, 1668 or 1670" },
  { "[1667,1668,1670,1672,1673,1675]", "1667, 1668, 1670, 1672, 1673 or 1675" },
  { "[1667,1668,1670..1672]", "1667, 1668 or 1670–1672" },
  { "{1667,1668,1670..1672}", "1667, 1668 and 1670–1672" },
  { "[1667,1760-12]", "1667 or December 1760" },
  { "[1760-01,1760-02,1760-12..]", "January 1760, February 1760 or December 1760 or later" },
  { "[1670..1672]", "between 1670 and 1672" },
  { "[1916-05-03..1916-05-09]", "between 3 and 9 May 1916" },
  { "[2007-03-30..2007-12-17]", "between 30 March and 17 December 2007" },
  { "[2003-11-30..2004-02-01]", "between 30 November 2003 and 1 February 2004" },
  { "[197X..198X]", "between the 1970s and the 1980s" },
  { "[1670~..1672?]", "between about 1670 and perhaps 1672" },
  { "{1670..1672}", "each of 1670–1672" },
  { "{..1984}", "until 1984" },
  { "{1984..}", "since 1984" },
  { "[2016]", "2016" },
  { "{2016-05}", "May 2016" },
};

/* So far back that the years of our era do not matter, or too exact for that. */
static const WordsCase ages[] = {
  { "Y-66000000", "66 million years ago" },
  { "Y-66E6~", "about 66 million years ago" },
  { "Y-13800000000", "13.8 billion years ago" },
  { "Y-250000", "250,000 years ago" },
  { "Y-4540000000%", "perhaps about 4.54 billion years ago" },
  { "Y-66000000/Y-65000000", "66–65 million years ago" },
  { "Y-3E6~/Y-2E6~", "about 3–2 million years ago" },
  { "Y-66000000?", "perhaps 66 million years ago" },
  { "Y-12345678", "12,345,679 BCE" },
  { "Y-66000000/..", "since 66 million years ago" },
  { "../Y-2500000~", "until about 2.5 million years ago" },
  { "Y-66000000/1973", "66 million years ago – 1973" },
  { "Y171010000S3", "about 171,010,000 CE (171,000,000–171,999,999 CE)" },
  { "-0199~/0100", "about 200 BCE – 100 CE" },
  { "[-0199,0100]", "200 BCE or 100 CE" },
  { "-0199-05/0100-06", "May 200 BCE – June 100 CE" },
  { "{0902-11,0000-11}", "November 902 CE and November 1 BCE" },
  { "Y-66E6S2", "about 66 million years ago" },
};

/* Thirds of centuries. */
static const WordsCase century_parts[] = {
  { "1867~/1899~", "late 19th century" },     { "1800~/1833~", "early 19th century" },
  { "1834~/1866~", "mid-19th century" },      { "-0499~/-0466~", "early 5th century BCE" },
  { "-0465~/-0433~", "mid-5th century BCE" }, { "-0099~/-0067~", "early 1st century BCE" },
};

/* Digits that do not count. */
static const WordsCase estimates[] = {
  { "1950S2", "about 1950 (1900–1999)" },
  { "1950S2~", "about 1950 (1900–1999)" },
  { "1953S4", "1953" },
  { "Y171010000S3", "about 171,010,000 CE (171,000,000–171,999,999 CE)" },
  { "-1960S2", "about 1960 BCE (2000–1901 BCE)" },
  { "0005S1", "5 CE" },
};

/* Digits that are not known. */
static const WordsCase masks[] = {
  { "156X-12-25", "25 December in the 1560s" },
  { "19XX-02-29", "29 February in the 20th century" },
  { "XXXX-04-15", "15 April of an unknown year" },
  { "XXXX-12-XX", "some day in December of an unknown year" },
  { "199X-02", "February in the 1990s" },
  { "199X-24", "winter in the 1990s" },
  { "20X3-06-25", "some time between 25 June 2003 and 25 June 2093" },
  { "XXXX", "an unknown year" },
  { "XXXX-XX-XX", "an unknown year" },
  { "1XXX", "some time between 1000 and 1999" },
  { "-XXXX", "some time between 10,000 BCE and 2 BCE" },
  { "1X99", "some time between 1099 and 1999" },
  { "1560-XX-25", "some time between 25 January 1560 and 25 December 1560" },
  { "-01XX-02", "February in the 2nd century BCE" },
  { "1985-1X", "some time between October 1985 and December 1985" },
  { "1985-0X-X1", "some time between 1 January 1985 and 21 September 1985" },
  { "000X-24", "some time between December 1 BCE and February 10 CE" },
};

/* Parts that are not equally sure. */
static const WordsCase by_parts[] = {
  { "2004?-~06", "perhaps 2004, about June" },
  { "2004?-06~", "perhaps about 2004, about June" },
  { "2004-06-~11", "June 2004, about the 11th" },
  { "2004?-06-11", "perhaps 2004, 11 June" },
  { "2004-?06-11", "2004, perhaps June, the 11th" },
  { "2004?-06~-11", "perhaps about 2004, about June, the 11th" },
  { "?2004-06-~11", "perhaps 2004, June, about the 11th" },
  { "2004-?06-~11", "2004, perhaps June, about the 11th" },
  { "?2004-%06", "perhaps 2004, perhaps about June" },
  { "2004-06-?11", "June 2004, perhaps the 11th" },
};

static const WordsCase shorts[] = {
  { "156X-12-25", "25 Dec in the 1560s" },
  { "2004?-~06", "perhaps 2004, about Jun" },
  { "1950S2", "about 1950 (1900–1999)" },
  { "1XXX", "1000–1999" },
  { "Y-66000000", "66 million years ago" },
  { "1973-10-17/1974-03-18", "17 Oct 1973 – 18 Mar 1974" },
  { "1973-10-17", "17 Oct 1973" },
  { "2003-12", "Dec 2003" },
  { "2007-03-30/2007-12-17", "30 Mar – 17 Dec 2007" },
  { "1916-05-03/1916-05-09", "3–9 May 1916" },
  { "2003-12-XX", "Dec 2003" },
  { "2003-XX", "2003" },
  { "197X", "1970s" },
  { "19XX", "20th century" },
  { "-01XX", "2nd century BCE" },
  { "[2007-03-09,2007-09-03]", "9 Mar or 3 Sep 2007" },
};

static void
test_moments (void)
{
  words_check (moments, G_N_ELEMENTS (moments), ANNALS_WORDS_LONG);
}

static void
test_periods (void)
{
  words_check (periods, G_N_ELEMENTS (periods), ANNALS_WORDS_LONG);
}

static void
test_sets (void)
{
  words_check (sets, G_N_ELEMENTS (sets), ANNALS_WORDS_LONG);
}

static void
test_ages (void)
{
  words_check (ages, G_N_ELEMENTS (ages), ANNALS_WORDS_LONG);
}

static void
test_century_parts (void)
{
  words_check (century_parts, G_N_ELEMENTS (century_parts), ANNALS_WORDS_LONG);
}

static void
test_estimates (void)
{
  words_check (estimates, G_N_ELEMENTS (estimates), ANNALS_WORDS_LONG);
}

static void
test_masks (void)
{
  words_check (masks, G_N_ELEMENTS (masks), ANNALS_WORDS_LONG);
}

static void
test_by_parts (void)
{
  words_check (by_parts, G_N_ELEMENTS (by_parts), ANNALS_WORDS_LONG);
}

static void
test_short (void)
{
  words_check (shorts, G_N_ELEMENTS (shorts), ANNALS_WORDS_SHORT);
}

static void
test_years (void)
{
  static const struct
  {
    gint64 year;
    const gchar *words;
  } cases[] = {
    { 1973, "1973" },
    { 0, "1 BCE" },
    { -43, "44 BCE" },
    { 43, "43 CE" },
    { 12015, "12,015 CE" },
    { -65999999, "66,000,000 BCE" },
    { G_MININT64, "9,223,372,036,854,775,809 BCE" },
    { G_MAXINT64, "9,223,372,036,854,775,807 CE" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree gchar *words = annals_year_dup_words (cases[i].year);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_months (void)
{
  g_assert_cmpstr (annals_month_get_name (1, ANNALS_WORDS_LONG), ==, "January");
  g_assert_cmpstr (annals_month_get_name (12, ANNALS_WORDS_LONG), ==, "December");
  g_assert_cmpstr (annals_month_get_name (1, ANNALS_WORDS_SHORT), ==, "Jan");
  g_assert_cmpstr (annals_month_get_name (9, ANNALS_WORDS_SHORT), ==, "Sep");
}

/* What is too far away, or of both eras, is left to others. */
static void
test_stretches (void)
{
  AnnalsCivil first = { .year = -12000, .month = 1, .day = 1 };
  AnnalsCivil last = { .year = 12000, .month = 1, .day = 1 };
  gchar out[8] = "as was";

  words_check_stretches ();
  g_assert_false (annals_stretch_write_words (&first, &first, ANNALS_PRECISION_YEAR,
                                              ANNALS_WORDS_LONG, out, sizeof out));
  g_assert_false (annals_stretch_write_words (&last, &last, ANNALS_PRECISION_DAY, ANNALS_WORDS_LONG,
                                              out, sizeof out));
  g_assert_cmpstr (out, ==, "as was");
}

/* A list of many members takes neither much time nor much room: it ends after a hundred. */
static void
test_long_list (void)
{
  GString *edtf = g_string_new ("[1999");
  g_autoptr (AnnalsDate) date = NULL;
  g_autofree gchar *words = NULL;

  for (gint i = 0; i < 100000; i++)
    g_string_append (edtf, ",1999");
  g_string_append (edtf, ",2000]");

  date = annals_date_new_from_edtf (edtf->str, NULL);
  g_string_free (edtf, TRUE);
  g_assert_nonnull (date);
  g_assert_cmpuint (annals_date_get_n_members (date), ==, 100002);

  words = annals_date_dup_words (date, ANNALS_WORDS_LONG);
  g_assert_true (g_str_has_prefix (words, "1999, 1999, "));
  g_assert_true (g_str_has_suffix (words, ", 1999 or …"));
  g_assert_cmpuint (strlen (words), <, 1000);
}

/* Large counts are grouped as large years are; what has fewer places for them takes the first. */
static void
test_counts (void)
{
  static const struct
  {
    const gchar *format;
    guint counts[3];
    guint n_counts;
    const gchar *words;
  } messages[] = {
    { "%s events", { 12 }, 1, "12 events" },
    { "%s of %s events", { 9999, 10000 }, 2, "9999 of 10,000 events" },
    { "%2$s events, %1$s passages", { 1234567, 0 }, 2, "0 events, 1,234,567 passages" },
    { "%s of %s in the text, %s events",
      { 1, 20000, G_MAXUINT32 },
      3,
      "1 of 20,000 in the text, 4,294,967,295 events" },
    { "The only one", { 1 }, 1, "The only one" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (messages); i++)
    {
      g_autofree gchar *words = annals_words_dup_counts (messages[i].format, messages[i].counts,
                                                         messages[i].n_counts);

      g_assert_cmpstr (words, ==, messages[i].words);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/time/words/moments", test_moments);
  g_test_add_func ("/time/words/periods", test_periods);
  g_test_add_func ("/time/words/sets", test_sets);
  g_test_add_func ("/time/words/ages", test_ages);
  g_test_add_func ("/time/words/century-parts", test_century_parts);
  g_test_add_func ("/time/words/estimates", test_estimates);
  g_test_add_func ("/time/words/masks", test_masks);
  g_test_add_func ("/time/words/by-parts", test_by_parts);
  g_test_add_func ("/time/words/short", test_short);
  g_test_add_func ("/time/words/years", test_years);
  g_test_add_func ("/time/words/months", test_months);
  g_test_add_func ("/time/words/stretches", test_stretches);
  g_test_add_func ("/time/words/long-list", test_long_list);
  g_test_add_func ("/time/words/counts", test_counts);

  return g_test_run ();
}
