/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annals-calendar.h"
#include "annals-date-parser.h"

#include "language.h"
#include "words-testing.h"

/* Dates in words, in Japanese: year, month and day in that order, from the catalogue just built.
 * This shows that a translation can turn every template around. */

static const WordsCase moments[] = {
  { "2003", "2003年" },
  { "2003-12", "2003年12月" },
  { "1973-10-17", "1973年10月17日" },
  { "1612~", "1612年ごろ" },
  { "1968-05?", "おそらく1968年5月" },
  { "2004-06%", "おそらく2004年6月ごろ" },
  { "1916-21", "1916年春" },
  { "1916-24", "1916年～1917年冬" },
  { "197X", "1970年代" },
  { "19XX", "20世紀" },
  { "20XX", "21世紀" },
  { "-01XX", "紀元前2世紀" },
  { "-0043", "紀元前44年" },
  { "-0043-03-15", "紀元前44年3月15日" },
  { "0079", "西暦79年" },
  { "000X", "紀元前1年～西暦9年" },
  { "1999-XX", "1999年のいずれかの月" },
  { "1999-12-XX", "1999年12月のいずれかの日" },
  { "2001-02-03T09:30:01", "2001年2月3日 09:30:01" },
  { "2001-02-03T09:30:01+09", "2001年2月3日 09:30:01（UTC+9:00）" },
};

static const WordsCase periods[] = {
  { "1973-10-17/1974-03-18", "1973年10月17日～1974年3月18日" },
  { "2007-03-30/2007-12-17", "2007年3月30日～12月17日" },
  { "1916-05-03/1916-05-09", "1916年5月3日～9日" },
  { "2007-03/2007-05", "2007年3月～5月" },
  { "1947/1991", "1947年～1991年" },
  { "-0100/-0043", "紀元前101年～44年" },
  { "1970~/1973~", "1970年代初頭" },
  { "1974~/1976~", "1970年代半ば" },
  { "1977~/1979~", "1970年代後半" },
  { "2001~/2004-01", "2001年ごろ～2004年1月" },
  { "2001-10-07/..", "2001年10月7日以降" },
  { "../1985", "1985年まで" },
  { "2001/2001", "2001年の範囲内" },
};

static const WordsCase sets[] = {
  { "[2007-03-09,2007-09-03]", "2007年3月9日または9月3日" },
  { "{2003-12-09,2003-12-19}", "2003年12月9日および19日" },
  { "[1667,1668,1670]", "1667年、1668年または1670年" },
  { "[..2007]", "2007年までに" },
  { "[1760..]", "1760年またはそれ以降" },
};

/* Strings that the catalogue may not have yet. */
static const WordsCase awaited[] = {
  { "1985/", "1985年から（終わりは不明）" },
  { "/1985", "1985年まで（始まりは不明）" },
  { "[1667..1672]", "1667年から1672年までのいずれかの時点" },
  { "Y-66E6~", "約6600万年前" },
  { "Y-13800000000", "138億年前" },
  { "Y-250000", "25万年前" },
  { "Y-4540000000%", "おそらく約45.4億年前" },
  { "Y-66000000/Y-65000000", "6600～6500万年前" },
  { "Y-66000000/..", "6600万年前以降" },
  { "../Y-2500000~", "250万年前ごろまで" },
  { "Y-66000000", "6600万年前" },
  { "1867~/1899~", "19世紀後期" },
  { "1800~/1833~", "19世紀前期" },
  { "1834~/1866~", "19世紀中期" },
  { "-0499~/-0466~", "紀元前5世紀前期" },
  { "1950S2", "1950年ごろ（1900年～1999年）" },
  { "1950S2~", "1950年ごろ（1900年～1999年）" },
  { "156X-12-25", "1560年代の12月25日" },
  { "19XX-02-29", "20世紀の2月29日" },
  { "XXXX-04-15", "年不明の4月15日" },
  { "199X-24", "1990年代の冬" },
  { "1XXX", "1000年から1999年までのいつか" },
  { "XXXX", "不明の年" },
  { "2004?-~06", "おそらく2004年、6月ごろ" },
  { "2004-06-~11", "2004年6月、11日ごろ" },
  { "2004?-06-11", "おそらく2004年、6月11日" },
  { "?2004-06-~11", "おそらく2004年、6月、11日ごろ" },
  { "1984-06-02~/", "1984年6月2日ごろから（終わりは不明）" },
  { "/1984-06-02", "1984年6月2日まで（始まりは不明）" },
};

/* The era, its year, the month and the day, in that order and with nothing between them. */
static const WordsCase eras[] = {
  { "1973-10-17", "昭和48年10月17日" },
  { "1973-10", "昭和48年10月" },
  { "1973", "昭和48年" },
  { "2004", "平成16年" },
  { "1989", "昭和64年 / 平成元年" },
  { "1989-01", "昭和64年1月 / 平成元年1月" },
  { "1989-01-07", "昭和64年1月7日" },
  { "1989-01-08", "平成元年1月8日" },
  { "1912", "明治45年 / 大正元年" },
  { "2019-05-01", "令和元年5月1日" },
  { "1600", "慶長5年" },
  { "1973~", "昭和48年ごろ" },
  { "1973-10?", "おそらく昭和48年10月" },
  { "1945-08-15T12:00:00", "昭和20年8月15日 12:00:00" },
  { "197X", "昭和45年～54年" },
  { "1989-01-08/1991", "平成元年1月8日～平成3年" },
  { "198X", "昭和55年～平成元年" },
  { "1970/1973", "昭和45年～48年" },
  { "1985/1995", "昭和60年～平成7年" },
  { "1973-10-17/1974-03-18", "昭和48年10月17日～昭和49年3月18日" },
  { "2007-03-30/2007-12-17", "平成19年3月30日～12月17日" },
  { "1970-05-03/1970-05-09", "昭和45年5月3日～9日" },
  { "2007-03/2007-05", "平成19年3月～5月" },
  { "2001-10-07/..", "平成13年10月7日以降" },
  { "../1985", "昭和60年まで" },
  { "1985/", "昭和60年から（終わりは不明）" },
  { "[2007-03-09,2007-09-03]", "平成19年3月9日または9月3日" },
  { "{2003-12-09,2003-12-19}", "平成15年12月9日および19日" },
  { "[..2007]", "平成19年までに" },
};

/* Other calendars have a year, a month and a day too. */
static const struct
{
  AnnalsCalendar calendar;
  WordsCase words;
} others[] = {
  { ANNALS_CALENDAR_JULIAN, { "1917-11-07", "1917年10月25日" } },
  { ANNALS_CALENDAR_OLD_STYLE, { "1698-03-21", "1697/8年3月11日" } },
  { ANNALS_CALENDAR_FRENCH_REPUBLICAN, { "1799-11-09", "VIII年ブリュメール18日" } },
  { ANNALS_CALENDAR_FRENCH_REPUBLICAN, { "1795", "共和暦III年 / 共和暦IV年" } },
  { ANNALS_CALENDAR_HEBREW, { "2024-04-23", "5784年ニサン15日" } },
  { ANNALS_CALENDAR_HEBREW, { "2024", "5784 / 5785年" } },
  { ANNALS_CALENDAR_ISLAMIC, { "2024-07-08", "1446年ムハッラム1日" } },
  { ANNALS_CALENDAR_ISLAMIC, { "2008", "1428～1430年" } },
};

/* Typed with the words of the catalogue. */
static const WordsCase typed[] = {
  { "1970~/1973~", "1970年代初頭" },
  { "1974~/1976~", "1970年代半ば" },
  { "1977~/1979~", "1970年代後半" },
  { "1970/1974", "1970年代前半" },
  { "1612~", "1612年頃" },
  { "-0043", "紀元前44年" },
  { "-0043", "前44年" },
  { "0079", "西暦79年" },
  { "1973-10-17", "昭和48年10月17日" },
  { "1945-08-15", "昭和二十年八月十五日" },
  { "1864", "元治元年" },
  { "1989-01-08/1989-01-10", "平成元年1月8日～10日" },
  { "1973-10-17", "1973年10月17日（水）" },
  { "1973-10-01~/1973-10-10~", "1973年10月上旬" },
  { "1612~", "1612年前後" },
  { "1999-40", "1999年前半" },
  { "2004~/2007~", "2004年頃から2007年頃まで" },
  { "[..2007]", "遅くとも2007年までに" },
  { "2001/..", "2001年以降" },
  { "1947/..", "1947年から現在まで" },
  { "1800/1850", "1800年から1850年の間" },
  { "1850/1899", "19世紀後半" },
  { "1867~/1899~", "19世紀後期" },
  { "1800~/1833~", "19世紀前期" },
  { "1834~/1866~", "19世紀中葉" },
  { "[1667,1668]", "1667年か1668年" },
  { "1968-05?", "1968年5月か" },
  { "2001/2001", "2001年の範囲内" },
  { "2003-04/2004-03", "2003年度" },
  { "2008-33", "2008年第一四半期" },
  { "Y-1E6S1", "百万年前" },
  { "Y-66E6S2", "6600万年前" },
  { "1914-12-24", "1914年のクリスマスイブ" },
  { "1917-11-07", "1917年10月25日（ユリウス暦）" },
};

static gboolean is_loaded = FALSE;

static void
check (const WordsCase *cases, guint n_cases)
{
  if (!is_loaded)
    {
      g_test_skip ("the Japanese catalogue is not built, or no locale here uses catalogues");
      return;
    }

  words_check (cases, n_cases, ANNALS_WORDS_LONG);
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
test_awaited (void)
{
  if (is_loaded && !words_are_translated ())
    {
      g_test_skip ("the Japanese catalogue has not got all words for dates yet");
      return;
    }

  check (awaited, G_N_ELEMENTS (awaited));
}

static void
check_calendar (AnnalsCalendar calendar, const WordsCase *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AnnalsDate) date = annals_date_new_from_edtf (expected->edtf, &error);
  g_autofree gchar *words = NULL;

  g_assert_no_error (error);
  words = annals_calendar_dup_words (calendar, date, ANNALS_WORDS_LONG);
  g_assert_cmpstr (words, ==, expected->words);
}

static void
test_eras (void)
{
  if (!is_loaded)
    {
      g_test_skip ("the Japanese catalogue is not built, or no locale here uses catalogues");
      return;
    }

  for (gsize i = 0; i < G_N_ELEMENTS (eras); i++)
    check_calendar (ANNALS_CALENDAR_JAPANESE, &eras[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    check_calendar (others[i].calendar, &others[i].words);
}

static void
test_typed (void)
{
  g_autoptr (AnnalsDateParser) parser = NULL;

  if (!is_loaded)
    {
      g_test_skip ("the Japanese catalogue is not built, or no locale here uses catalogues");
      return;
    }

  parser = annals_date_parser_new ("ja_JP");
  for (gsize i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) readings = annals_date_parser_parse (parser, typed[i].words, &error);
      const AnnalsDateReading *reading;

      g_test_message ("%s", typed[i].words);
      g_assert_no_error (error);
      reading = g_ptr_array_index (readings, 0);
      g_assert_cmpstr (annals_date_get_edtf (reading->date), ==, typed[i].edtf);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  is_loaded = language_load ("ja", ANNALS_TEST_LOCALEDIR);

  g_test_add_func ("/time/words-ja/moments", test_moments);
  g_test_add_func ("/time/words-ja/periods", test_periods);
  g_test_add_func ("/time/words-ja/sets", test_sets);
  g_test_add_func ("/time/words-ja/awaited", test_awaited);
  g_test_add_func ("/time/words-ja/eras", test_eras);
  g_test_add_func ("/time/words-ja/typed", test_typed);
  g_test_add_func ("/time/words-ja/stretches", words_check_stretches);

  return g_test_run ();
}
