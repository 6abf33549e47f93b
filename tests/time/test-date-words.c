/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "annals-typed.h"

/* Dates typed in other languages, with words that stand in a table rather than in a catalogue: this
 * shows that the grammar serves them. */

/* Fails, and goes on. */
static void G_GNUC_PRINTF (1, 2) complain (const gchar *format, ...)
{
  g_autofree gchar *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_test_message ("%s", message);
  g_test_fail ();
}

typedef struct
{
  const gchar *phrase;
  const gchar *edtf;
} Case;

static const Case german[] = {
  { "17. Oktober 1973", "1973-10-17" },
  { "Mittwoch, 17. Oktober 1973", "1973-10-17" },
  { "17. Okt. 1973", "1973-10-17" },
  { "3.–9. Mai 1916", "1916-05-03/1916-05-09" },
  { "vom 3. bis 9. Mai 1916", "1916-05-03/1916-05-09" },
  { "vom 3. bis zum 9. Mai 1916", "1916-05-03/1916-05-09" },
  { "Mai bis Juni 1968", "1968-05/1968-06" },
  { "März 1848", "1848-03" },
  { "Anfang der 1970er Jahre", "1970~/1973~" },
  { "Mitte der 1970er", "1974~/1976~" },
  { "Ende der 1970er-Jahre", "1977~/1979~" },
  { "die 1970er Jahre", "197X" },
  { "um 1612", "1612~" },
  { "44 v. Chr.", "-0043" },
  { "44 v.Chr.", "-0043" },
  { "14 n. Chr.", "0014" },
  { "19. Jahrhundert", "18XX" },
  { "spätes 19. Jahrhundert", "1867~/1899~" },
  { "Ende des 19. Jh.", "1867~/1899~" },
  { "zweite Hälfte des 19. Jahrhunderts", "1850/1899" },
  { "5. Jh. v. Chr.", "-04XX" },
  { "17.–19. Jahrhundert", "16XX/18XX" },
  { "seit dem 7. Oktober 2001", "2001-10-07/.." },
  { "bis 1985", "../1985" },
  { "zwischen 2004 und 2007", "[2004..2007]" },
  { "vielleicht Mai 1968", "1968-05?" },
  { "spätestens 2007", "[..2007]" },
  { "1667 oder 1668", "[1667,1668]" },
  { "9. und 19. Dezember 2003", "{2003-12-09,2003-12-19}" },
  { "Frühjahr 1916", "1916-21" },
  { "3. Quartal 2008", "2008-35" },
  { "Weihnachten 1914", "1914-12-25" },
  { "vor 66 Millionen Jahren", "Y-66E6S2" },
  { "in der Nacht vom 3. auf den 4. Mai 1916", "1916-05-03/1916-05-04" },
  { "von 1947 an", "1947/.." },
  { "1947 bis heute", "1947/.." },
  { "frühestens 1850", "[1850..]" },
  { "zwischen dem 3. und dem 9. Mai 1916", "[1916-05-03..1916-05-09]" },
  { "9. u. 19. Dezember 2003", "{2003-12-09,2003-12-19}" },
  { "während des 19. Jahrhunderts", "18XX" },
  { "letztes Viertel des 19. Jh.", "1875/1899" },
  { "anno 1612", "1612" },
  { "vermutlich um 1500", "1500%" },
  { "ein Tag im Mai 1999", "1999-05-XX" },
  { "3.9.2007", "2007-09-03" },
  { "October 17, 1973", "1973-10-17" },
};

static const Case japanese[] = {
  { "1973年10月17日", "1973-10-17" },
  { "1973年10月", "1973-10" },
  { "1973年", "1973" },
  { "１９７３年１０月１７日", "1973-10-17" },
  { "1970年代", "197X" },
  { "1970年代初頭", "1970~/1973~" },
  { "1970年代半ば", "1974~/1976~" },
  { "1970年代後半", "1977~/1979~" },
  { "紀元前44年", "-0043" },
  { "紀元前44年3月15日", "-0043-03-15" },
  { "19世紀", "18XX" },
  { "19世紀後半", "1850/1899" },
  { "19世紀末", "1867~/1899~" },
  { "紀元前5世紀", "-04XX" },
  { "1973年頃", "1973~" },
  { "1612年ごろ", "1612~" },
  { "2001年以降", "2001/.." },
  { "2001年10月7日以降", "2001-10-07/.." },
  { "1985年まで", "../1985" },
  { "2007年までに", "[..2007]" },
  { "1947年～1991年", "1947/1991" },
  { "1947年〜1991年", "1947/1991" },
  { "1947年から1991年まで", "1947/1991" },
  { "2007年3月～5月", "2007-03/2007-05" },
  { "2007年3月30日～12月17日", "2007-03-30/2007-12-17" },
  { "1916年5月3日～9日", "1916-05-03/1916-05-09" },
  { "紀元前101年～44年", "-0100/-0043" },
  { "2007年3月9日または9月3日", "[2007-03-09,2007-09-03]" },
  { "おそらく1968年5月", "1968-05?" },
  { "1916年春", "1916-21" },
  { "2003年度", "2003-04/2004-03" },
  { "2008年第3四半期", "2008-35" },
  { "6600万年前", "Y-66E6S2" },
  { "昭和48年10月17日", "1973-10-17" },
  { "明治37年", "1904" },
  { "昭和48年10月", "1973-10" },
};

/* Adds the words of one column of the table. */
static void
add_words (AnnalsLexicon *lexicon, guint column)
{
  g_autofree gchar *path = g_test_build_filename (G_TEST_DIST, "data", "date-vocabulary.tsv", NULL);
  g_autofree gchar *table = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) lines = NULL;

  g_file_get_contents (path, &table, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (table, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) columns = g_strsplit (lines[i], "\t", -1);
      gboolean is_known = FALSE;

      if (*lines[i] == '#' || *lines[i] == '\0')
        continue;
      g_assert_cmpuint (g_strv_length (columns), ==, 3);
      for (guint j = 0; j < annals_n_term_rows; j++)
        {
          const AnnalsTermRow *row = &annals_term_rows[j];
          g_auto (GStrv) words = g_strsplit (row->words, "|", 2);

          if (strcmp (words[0], columns[0]) != 0)
            continue;
          is_known = TRUE;
          annals_lexicon_add (lexicon, row->term, row->value, columns[column]);
        }
      if (!is_known)
        g_error ("No list of words begins with “%s”", columns[0]);
    }
}

static void
check (const gchar *locale, guint column, const Case *cases, gsize n_cases)
{
  g_autoptr (AnnalsDateParser) parser = annals_date_parser_new (locale);

  add_words (annals_date_parser_get_lexicon (parser), column);
  for (gsize i = 0; i < n_cases; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) readings = annals_date_parser_parse (parser, cases[i].phrase, &error);
      const AnnalsDateReading *reading;

      if (readings == NULL)
        {
          complain ("“%s” is refused: %s", cases[i].phrase, error->message);
          continue;
        }
      reading = g_ptr_array_index (readings, 0);
      if (strcmp (annals_date_get_edtf (reading->date), cases[i].edtf) != 0)
        complain ("“%s” is read as %s rather than %s", cases[i].phrase,
                  annals_date_get_edtf (reading->date), cases[i].edtf);
    }
}

static void
test_german (void)
{
  check ("de_DE", 1, german, G_N_ELEMENTS (german));
}

static void
test_japanese (void)
{
  check ("ja_JP", 2, japanese, G_N_ELEMENTS (japanese));
}

/* What dates are called is understood as the date that was meant. */

/* What cannot be told from the words, since they leave it out or say it otherwise:
 * - unknown digits in the midst of a date, and those of months and days, which are said as a
 * stretch of time; significant digits, said as years;
 * - decades and millennia that are said as years: those before 100 CE and before the common era;
 * - thirds of a year, said as months;
 * - qualifiers of single parts, which are said of the whole;
 * - in the short form, the hemisphere of a season and that a day or month is not known;
 * - sets of years before and in the common era, since “1667 and 44 BCE” may both be BCE;
 * - “winter 1 BCE – 1 CE”;
 * - a set with one member, and “..” and seasons inside sets. */
static gboolean
is_lossless (const gchar *edtf, AnnalsWordsForm form)
{
  static const gchar *const lossy[] = {
    "^.*[0-9]X+[0-9].*$",
    "^.*X[0-9].*$",
    "^.*[0-9]X-.*$",
    "^.*XX-.*$",
    "^.*XXX.*$",
    "^.*S.*$",
    "^.*-0\\d\\dX.*$",
    "^.*-\\d\\d\\dX.*$",
    "^.*\\b00\\dX.*$",
    "^.*-3[789].*$",
    "^.*[?~%]-.*$",
    "^.*(^|[-/,.{[])[?~%].*$",
    "^[[{][^,.]*[]}]$",
    "^.*-\\dX\\b.*$",
    "^.*\\{.*\\.\\..*$",
    "^.*Y-?\\d+E.*$",
    "^.*-\\d\\dXX.*$",
    "^[[{](.*,)?\\d.*,(-|0000).*$",
    "^.*0000-(24|28|30).*$",
  };
  static const gchar *const lossy_short[] = { "^.*-(2[5-9]|3[0-2]).*$", "^.*-XX.*$" };

  for (guint i = 0; i < G_N_ELEMENTS (lossy); i++)
    if (g_regex_match_simple (lossy[i], edtf, 0, 0))
      return FALSE;
  for (guint i = 0; form == ANNALS_WORDS_SHORT && i < G_N_ELEMENTS (lossy_short); i++)
    if (g_regex_match_simple (lossy_short[i], edtf, 0, 0))
      return FALSE;

  return TRUE;
}

static gboolean
is_same (const AnnalsSpan *a, const AnnalsSpan *b)
{
  return a->kind == b->kind && a->begin_earliest == b->begin_earliest
         && a->begin_latest == b->begin_latest && a->end_earliest == b->end_earliest
         && a->end_latest == b->end_latest && a->begin.state == b->begin.state
         && a->end.state == b->end.state && a->begin.qualifiers == b->begin.qualifiers
         && a->end.qualifiers == b->end.qualifiers;
}

static gboolean
check_words (AnnalsDateParser *parser, const gchar *edtf, AnnalsWordsForm form)
{
  g_autoptr (AnnalsDate) date = annals_date_new_from_edtf (edtf, NULL);
  g_autofree gchar *words = NULL;
  g_autoptr (GPtrArray) readings = NULL;
  g_autoptr (GError) error = NULL;

  if (date == NULL || !is_lossless (edtf, form))
    return FALSE;

  words = annals_date_dup_words (date, form);
  readings = annals_date_parser_parse (parser, words, &error);
  if (readings == NULL)
    {
      complain ("%s is called “%s”, which is refused: %s", edtf, words, error->message);
      return TRUE;
    }
  for (guint i = 0; i < readings->len; i++)
    {
      const AnnalsDateReading *reading = g_ptr_array_index (readings, i);

      if (is_same (annals_date_get_span (date), annals_date_get_span (reading->date)))
        return TRUE;
    }
  complain ("%s is called “%s”, which is read as %s", edtf, words,
            annals_date_get_edtf (((AnnalsDateReading *) g_ptr_array_index (readings, 0))->date));

  return TRUE;
}

static void
test_table (void)
{
  g_autofree gchar *path = g_test_build_filename (G_TEST_DIST, "data", "edtf.tsv", NULL);
  g_autofree gchar *table = NULL;
  g_autoptr (AnnalsDateParser) parser = annals_date_parser_new ("en_GB");
  g_auto (GStrv) lines = NULL;
  guint n_checked = 0;

  g_assert_true (g_file_get_contents (path, &table, NULL, NULL));
  lines = g_strsplit (table, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) columns = g_strsplit (lines[i], "\t", 2);

      if (columns[0] == NULL)
        continue;
      n_checked += check_words (parser, columns[0], ANNALS_WORDS_LONG);
      n_checked += check_words (parser, columns[0], ANNALS_WORDS_SHORT);
    }
  g_assert_cmpuint (n_checked, >, 100);
}

static gchar *
dup_random_date (void)
{
  static const gchar *const signs[] = { "", "", "", "?", "~", "%" };
  const gchar *sign = signs[g_test_rand_int_range (0, G_N_ELEMENTS (signs))];
  gint year = g_test_rand_int_range (-3000, 3000);
  const gchar *minus = year < 0 ? "-" : "";
  gint month = g_test_rand_int_range (1, 13);

  switch (g_test_rand_int_range (0, 6))
    {
    case 0:
      return g_strdup_printf ("%s%04d%s", minus, ABS (year), sign);
    case 1:
      return g_strdup_printf ("%s%04d-%02d%s", minus, ABS (year), month, sign);
    case 2:
      return g_strdup_printf ("%s%04d-%02d-%02d%s", minus, ABS (year), month,
                              g_test_rand_int_range (1, 29), sign);
    case 3:
      return g_strdup_printf ("%s%04d-%02d%s", minus, ABS (year), g_test_rand_int_range (21, 37),
                              sign);
    case 4:
      return g_strdup_printf ("%s%02dXX%s", minus, ABS (year) / 100, sign);
    default:
      return g_strdup_printf ("%03dX%s", ABS (year) / 10, sign);
    }
}

static void
test_random (void)
{
  static const gchar *const forms[] = { "%s",     "%s/%s", "[%s,%s]", "{%s,%s}", "[%s..]",
                                        "[..%s]", "%s/..", "../%s",   "%s/",     "/%s" };
  g_autoptr (AnnalsDateParser) parser = annals_date_parser_new ("en_GB");
  guint n_checked = 0;

  for (guint i = 0; i < 20000; i++)
    {
      const gchar *form = forms[g_test_rand_int_range (0, G_N_ELEMENTS (forms))];
      g_auto (GStrv) parts = g_strsplit (form, "%s", -1);
      GString *edtf = g_string_new (parts[0]);
      g_autofree gchar *text = NULL;

      for (guint j = 1; parts[j] != NULL; j++)
        {
          g_autofree gchar *date = dup_random_date ();

          g_string_append_printf (edtf, "%s%s", date, parts[j]);
        }
      text = g_string_free (edtf, FALSE);
      n_checked += check_words (parser, text, i % 2 ? ANNALS_WORDS_LONG : ANNALS_WORDS_SHORT);
      if (g_test_failed () && i > 300)
        break;
    }
  g_assert_cmpuint (n_checked, >, 100);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/time/date-words/german", test_german);
  g_test_add_func ("/time/date-words/japanese", test_japanese);
  g_test_add_func ("/time/date-words/table", test_table);
  g_test_add_func ("/time/date-words/random", test_random);

  return g_test_run ();
}
