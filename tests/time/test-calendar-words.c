/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annals-calendar.h"

/* Dates of EDTF said in other calendars, in English. */

#define JULIAN ANNALS_CALENDAR_JULIAN
#define OLD_STYLE ANNALS_CALENDAR_OLD_STYLE
#define JAPANESE ANNALS_CALENDAR_JAPANESE
#define FRENCH ANNALS_CALENDAR_FRENCH_REPUBLICAN
#define HEBREW ANNALS_CALENDAR_HEBREW
#define ISLAMIC ANNALS_CALENDAR_ISLAMIC

typedef struct
{
  AnnalsCalendar calendar;
  const gchar *edtf;
  const gchar *words;
} Case;

static const Case moments[] = {
  { ANNALS_CALENDAR_GREGORIAN, "1973-10-17", "17 October 1973" },
  { JAPANESE, "1973-10-17", "17 October, Shōwa 48" },
  { JAPANESE, "1973-10", "October, Shōwa 48" },
  { JAPANESE, "1973", "Shōwa 48" },
  { JAPANESE, "1989", "Shōwa 64 / Heisei 1" },
  { JAPANESE, "1989-01", "January, Shōwa 64 / January, Heisei 1" },
  { JAPANESE, "1989-01-07", "7 January, Shōwa 64" },
  { JAPANESE, "1989-01-08", "8 January, Heisei 1" },
  { JAPANESE, "1912", "Meiji 45 / Taishō 1" },
  { JAPANESE, "1926", "Taishō 15 / Shōwa 1" },
  { JAPANESE, "2019-05-01", "1 May, Reiwa 1" },
  { JAPANESE, "197X", "Shōwa 45 – 54" },
  { JAPANESE, "198X", "Shōwa 55 – Heisei 1" },
  { JAPANESE, "1600", "Keichō 5" },
  { JAPANESE, "1854", "Kaei 7 / Ansei 1" },
  { JAPANESE, "1855", "Ansei 2" },
  { JAPANESE, "1868", "Keiō 4 / Meiji 1" },
  { JAPANESE, "1865", "Genji 2 / Keiō 1" },
  { JAPANESE, "1973~", "about Shōwa 48" },
  { JAPANESE, "1973-10?", "perhaps October, Shōwa 48" },
  { JAPANESE, "1945-08-15T12:00:00", "15 August, Shōwa 20, 12:00:00" },
  { JULIAN, "1917-11-07", "25 October 1917" },
  { JULIAN, "-0043-03-13", "15 March 44 BCE" },
  { JULIAN, "1917", "1916 / 1917" },
  { JULIAN, "1917-11", "October / November 1917" },
  { JULIAN, "1918-01", "December 1917 / January 1918" },
  { JULIAN, "1698-03-21~", "about 11 March 1698" },
  { OLD_STYLE, "1698-03-21", "11 March 1697/8" },
  { OLD_STYLE, "1649-02-09", "30 January 1648/9" },
  { OLD_STYLE, "1700-03-11", "29 February 1699/1700" },
  { OLD_STYLE, "1710-01-12", "1 January 1709/10" },
  { OLD_STYLE, "1698-06-01", "22 May 1698" },
  { FRENCH, "1799-11-09", "18 Brumaire VIII" },
  { FRENCH, "1794-07-27", "9 Thermidor II" },
  { FRENCH, "1795-09-22", "complementary day 6, III" },
  { FRENCH, "1795", "year III / year IV" },
  { FRENCH, "1871-05-06", "16 Floréal LXXIX" },
  { HEBREW, "2024-04-23", "15 Nisan 5784" },
  { HEBREW, "2024-03-24", "14 Adar II 5784" },
  { HEBREW, "2023-03-07", "14 Adar 5783" },
  { HEBREW, "2024", "5784 / 5785 AM" },
  { HEBREW, "2024-04", "Adar II / Nisan 5784" },
  { ISLAMIC, "0622-07-19", "1 Muharram 1 AH" },
  { ISLAMIC, "2024-07-08", "1 Muharram 1446 AH" },
  { ISLAMIC, "2023", "1444 / 1445 AH" },
  { ISLAMIC, "2008", "1428 – 1430 AH" },
};

static const Case periods[] = {
  { JAPANESE, "1973-10-17/1974-03-18", "17 October, Shōwa 48 – 18 March, Shōwa 49" },
  { JAPANESE, "2007-03-30/2007-12-17", "30 March – 17 December, Heisei 19" },
  { JAPANESE, "1970-05-03/1970-05-09", "3–9 May, Shōwa 45" },
  { JAPANESE, "2007-03/2007-05", "March–May, Heisei 19" },
  { JAPANESE, "1970/1973", "Shōwa 45 – 48" },
  { JAPANESE, "1985/1995", "Shōwa 60 – Heisei 7" },
  { JAPANESE, "1970~/1973~", "about Shōwa 45 – about Shōwa 48" },
  { JAPANESE, "2001-10-07/..", "since 7 October, Heisei 13" },
  { JAPANESE, "../1985", "until Shōwa 60" },
  { JAPANESE, "1985/", "from Shōwa 60, end unknown" },
  { JAPANESE, "1989/1991", "Shōwa 64 / Heisei 1 – Heisei 3" },
  { JAPANESE, "1970/1970", "within Shōwa 45" },
  /* Just a month and a year of the calendar. */
  { JULIAN, "1698-03-11/1698-04-10", "March 1698" },
  { JULIAN, "[1698-01-11..1699-01-10]", "1698" },
  { JULIAN, "1698-03-11/1698-04-11", "1 March – 1 April 1698" },
  { OLD_STYLE, "1697-04-04/1698-04-03", "1697" },
  { OLD_STYLE, "1698-02-24/1698-06-10", "14 February 1697/8 – 31 May 1698" },
  { HEBREW, "2024-04-09/2024-05-08", "Nisan 5784" },
  { HEBREW, "2024-04-23/2024-04-29", "15–21 Nisan 5784" },
  { ISLAMIC, "2024-03-11/2024-04-09", "Ramadan 1445 AH" },
  { FRENCH, "1792-09-22/1793-09-21", "year I" },
  { FRENCH, "1794-07-19/1794-08-17", "Thermidor II" },
  { FRENCH, "1794-07-27/1794-07-28", "9–10 Thermidor II" },
};

static const Case sets[] = {
  { JAPANESE, "[2007-03-09,2007-09-03]", "9 March or 3 September, Heisei 19" },
  { JAPANESE, "{1973,1979}", "Shōwa 48 and Shōwa 54" },
  { JAPANESE, "[..2007]", "by Heisei 19" },
  { JULIAN, "[1917-11-07,1917-11-08]", "25 or 26 October 1917" },
};

static const Case unspeakable[] = {
  { JAPANESE, "1600-10-21", NULL },  { JAPANESE, "1600-10", NULL },
  { JAPANESE, "1590", NULL },        { JAPANESE, "1590/1600", NULL },
  { JAPANESE, "{1590,1600}", NULL }, { JAPANESE, "1973-21", NULL },
  { JAPANESE, "1973-XX-12", NULL },  { JAPANESE, "1973-XX", NULL },
  { JAPANESE, "Y17E14", NULL },      { JULIAN, "Y-999999999999999999", NULL },
  { FRENCH, "1806-01-01", NULL },    { FRENCH, "1792", NULL },
  { FRENCH, "1973", NULL },          { ISLAMIC, "0622-07-18", NULL },
  { HEBREW, "-4000", NULL },
};

static void
check (const Case *cases, guint n_cases)
{
  for (guint i = 0; i < n_cases; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (AnnalsDate) date = annals_date_new_from_edtf (cases[i].edtf, &error);
      g_autofree gchar *words = NULL;

      g_assert_no_error (error);
      g_test_message ("%s %s", annals_calendar_get_id (cases[i].calendar), cases[i].edtf);
      words = annals_calendar_dup_words (cases[i].calendar, date, ANNALS_WORDS_LONG);
      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_moments (void)
{
  check (moments, G_N_ELEMENTS (moments));
}

static void
test_periods (void)
{
  check (periods, G_N_ELEMENTS (periods));
}

static void
test_sets (void)
{
  check (sets, G_N_ELEMENTS (sets));
}

static void
test_unspeakable (void)
{
  check (unspeakable, G_N_ELEMENTS (unspeakable));
}

static void
test_short (void)
{
  g_autoptr (AnnalsDate) date = annals_date_new_from_edtf ("1973-10-17", NULL);
  g_autofree gchar *words = annals_calendar_dup_words (JAPANESE, date, ANNALS_WORDS_SHORT);

  g_assert_cmpstr (words, ==, "17 Oct, Shōwa 48");
}

/* ICU's names are those of our table, so that both speak of the same eras. */
static void
test_all_eras (void)
{
  for (gint year = 1600; year <= 1867; year++)
    {
      g_autofree gchar *edtf = g_strdup_printf ("%d", year);
      g_autoptr (AnnalsDate) date = annals_date_new_from_edtf (edtf, NULL);
      g_autofree gchar *words = annals_calendar_dup_words (JAPANESE, date, ANNALS_WORDS_LONG);
      g_auto (GStrv) parts = g_strsplit (words, " ", 3);
      AnnalsCalendarDate first;
      gint era;

      g_assert_true (annals_calendar_find_era (parts[0], &era));
      g_assert_true (
          annals_calendar_from_days (JAPANESE, annals_days_from_civil (year, 1, 1), &first));
      g_test_message ("%s", words);
      g_assert_cmpint (era, ==, first.era);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/time/calendar-words/moments", test_moments);
  g_test_add_func ("/time/calendar-words/periods", test_periods);
  g_test_add_func ("/time/calendar-words/sets", test_sets);
  g_test_add_func ("/time/calendar-words/unspeakable", test_unspeakable);
  g_test_add_func ("/time/calendar-words/short", test_short);
  g_test_add_func ("/time/calendar-words/all-eras", test_all_eras);

  return g_test_run ();
}
