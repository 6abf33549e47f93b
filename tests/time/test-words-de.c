/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "language.h"
#include "words-testing.h"

/* Dates in words, in German, where the words before a date decide its case and whether it has an
 * article. Spaces within “17. Oktober” and “v. Chr.” do not break. */

static const WordsCase moments[] = {
  { "2003", "2003" },
  { "2003-12", "Dezember 2003" },
  { "1973-10-17", "17. Oktober 1973" },
  { "1612~", "um 1612" },
  { "2004-06-03~", "um den 3. Juni 2004" },
  { "1968-05?", "vielleicht Mai 1968" },
  { "2004-06%", "vielleicht um Juni 2004" },
  { "1916-21", "Frühjahr 1916" },
  { "1916-22", "Sommer 1916" },
  { "1916-23~", "um Herbst 1916" },
  { "1916-24", "Winter 1916–1917" },
  { "197X", "die 1970er-Jahre" },
  { "197X~", "um die 1970er-Jahre" },
  { "19XX", "das 20. Jahrhundert" },
  { "21XX?", "vielleicht das 22. Jahrhundert" },
  { "-01XX", "das 2. Jahrhundert v. Chr." },
  { "-0043", "44 v. Chr." },
  { "-0043-03-15", "15. März 44 v. Chr." },
  { "0079", "79 n. Chr." },
  { "000X", "1 v. Chr. – 9 n. Chr." },
  { "1999-XX", "1999 (Monat unbekannt)" },
  { "1999-12-XX", "Dezember 1999 (Tag unbekannt)" },
  { "2001-02-03T09:30:01", "3. Februar 2001, 09:30:01 Uhr" },
  { "2001-02-03T09:30:01+01", "3. Februar 2001, 09:30:01 Uhr (UTC+1:00)" },
};

static const WordsCase periods[] = {
  { "1973-10-17/1974-03-18", "17. Oktober 1973 – 18. März 1974" },
  { "2007-03-30/2007-12-17", "30. März – 17. Dezember 2007" },
  { "1916-05-03/1916-05-09", "3.–9. Mai 1916" },
  { "2007-03/2007-05", "März–Mai 2007" },
  { "1947/1991", "1947–1991" },
  { "-0100/-0043", "101–44 v. Chr." },
  { "197X/198X", "die 1970er-Jahre – die 1980er-Jahre" },
  { "1970~/1973~", "Anfang der 1970er-Jahre" },
  { "1974~/1976~", "Mitte der 1970er-Jahre" },
  { "1977~/1979~", "Ende der 1970er-Jahre" },
  { "2001~/2004-01", "um 2001 – Januar 2004" },
  { "1984/..", "seit 1984" },
  { "1984~/..", "seit etwa 1984" },
  { "2001-10/..", "seit Oktober 2001" },
  { "1916-21/..", "seit Frühjahr 1916" },
  { "2001-10-07/..", "seit dem 7. Oktober 2001" },
  { "2001-10-07~/..", "seit etwa dem 7. Oktober 2001" },
  { "197X/..", "seit den 1970er-Jahren" },
  { "19XX?/..", "seit vielleicht dem 20. Jahrhundert" },
  { "1999-12-XX/..", "seit Dezember 1999 (Tag unbekannt)" },
  { "../1985", "bis 1985" },
  { "../1985-04-12", "bis zum 12. April 1985" },
  { "../197X~", "bis etwa in die 1970er-Jahre" },
  { "../-01XX", "bis ins 2. Jahrhundert v. Chr." },
  { "2001/2001", "innerhalb von 2001" },
  { "2001-05-09/2001-05-09", "innerhalb des 9. Mai 2001" },
  { "197X/197X", "innerhalb der 1970er-Jahre" },
  { "/..", "seit unbekannter Zeit" },
};

static const WordsCase sets[] = {
  { "[2007-03-09,2007-09-03]", "9. März oder 3. September 2007" },
  { "{2003-12-09,2003-12-19}", "9. und 19. Dezember 2003" },
  { "{2003-10,2003-12}", "Oktober und Dezember 2003" },
  { "[1667,1668,1670]", "1667, 1668 oder 1670" },
  { "{1670..1672}", "jeweils 1670–1672" },
  { "[..2007]", "bis 2007" },
  { "[..2007-03-09]", "bis zum 9. März 2007" },
  { "[1760..]", "1760 oder später" },
};

static const WordsCase shorts[] = {
  { "1973-10-17/1974-03-18", "17. Okt. 1973 – 18. März 1974" },
  { "2003-12", "Dez. 2003" },
  { "1916-05-03", "3. Mai 1916" },
  { "197X", "1970er" },
  { "197X/..", "seit den 1970er-Jahren" },
  { "19XX", "20. Jh." },
  { "-01XX", "2. Jh. v. Chr." },
  { "2001-10-07/..", "seit dem 7. Okt. 2001" },
};

/* Strings that the catalogue may not have yet. */
static const WordsCase awaited[] = {
  { "Y-66000000", "vor 66 Millionen Jahren" },
  { "1985/", "ab 1985, Ende unbekannt" },
  { "/1985", "bis 1985, Beginn unbekannt" },
  { "[2004..2007]", "zwischen 2004 und 2007" },
  { "[1916-05-03..1916-05-09]", "zwischen dem 3. und dem 9. Mai 1916" },
  { "[2007-03-30..2007-12-17]", "zwischen dem 30. März und dem 17. Dezember 2007" },
  { "[1973-10-17..1974-03-18]", "zwischen dem 17. Oktober 1973 und dem 18. März 1974" },
  { "[197X..198X]", "zwischen den 1970er-Jahren und den 1980er-Jahren" },
  { "Y-66E6~", "vor etwa 66 Millionen Jahren" },
  { "Y-13800000000", "vor 13,8 Milliarden Jahren" },
  { "Y-250000", "vor 250.000 Jahren" },
  { "Y-4540000000%", "vielleicht vor etwa 4,54 Milliarden Jahren" },
  { "Y-66000000/Y-65000000", "vor 66–65 Millionen Jahren" },
  { "Y-66000000/..", "seit 66 Millionen Jahren" },
  { "../Y-2500000~", "bis etwa vor 2,5 Millionen Jahren" },
  { "1867~/1899~", "spätes 19. Jahrhundert" },
  { "1800~/1833~", "frühes 19. Jahrhundert" },
  { "1834~/1866~", "Mitte des 19. Jahrhunderts" },
  { "-0499~/-0466~", "frühes 5. Jahrhundert v. Chr." },
  { "1950S2", "etwa 1950 (1900–1999)" },
  { "1950S2~", "etwa 1950 (1900–1999)" },
  { "156X-12-25", "25. Dezember in den 1560er-Jahren" },
  { "19XX-02-29", "29. Februar im 20. Jahrhundert" },
  { "XXXX-04-15", "15. April (Jahr unbekannt)" },
  { "199X-24", "Winter in den 1990er-Jahren" },
  { "1XXX", "irgendwann zwischen 1000 und 1999" },
  { "XXXX", "ein unbekanntes Jahr" },
  { "2004?-~06", "vielleicht 2004, um Juni" },
  { "2004-06-~11", "Juni 2004, um den 11." },
  { "2004?-06-11", "vielleicht 2004, 11. Juni" },
  { "?2004-06-~11", "vielleicht 2004, Juni, um den 11." },
  { "1984-06-02~/", "ab etwa dem 2. Juni 1984, Ende unbekannt" },
  { "/1984-06-02", "bis zum 2. Juni 1984, Beginn unbekannt" },
};

static gboolean is_loaded = FALSE;

static void
check (const WordsCase *cases, guint n_cases, AnnalsWordsForm form)
{
  if (!is_loaded)
    {
      g_test_skip ("the German catalogue is not built, or no locale here uses catalogues");
      return;
    }

  words_check (cases, n_cases, form);
}

static void
test_moments (void)
{
  check (moments, G_N_ELEMENTS (moments), ANNALS_WORDS_LONG);
}

static void
test_periods (void)
{
  check (periods, G_N_ELEMENTS (periods), ANNALS_WORDS_LONG);
}

static void
test_sets (void)
{
  check (sets, G_N_ELEMENTS (sets), ANNALS_WORDS_LONG);
}

static void
test_shorts (void)
{
  check (shorts, G_N_ELEMENTS (shorts), ANNALS_WORDS_SHORT);
}

static void
test_awaited (void)
{
  if (is_loaded && !words_are_translated ())
    {
      g_test_skip ("the German catalogue has not got all words for dates yet");
      return;
    }

  check (awaited, G_N_ELEMENTS (awaited), ANNALS_WORDS_LONG);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  is_loaded = language_load ("de", ANNALS_TEST_LOCALEDIR);

  g_test_add_func ("/time/words-de/moments", test_moments);
  g_test_add_func ("/time/words-de/periods", test_periods);
  g_test_add_func ("/time/words-de/sets", test_sets);
  g_test_add_func ("/time/words-de/awaited", test_awaited);
  g_test_add_func ("/time/words-de/shorts", test_shorts);

  return g_test_run ();
}
