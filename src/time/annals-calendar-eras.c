/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annals-calendar-private.h"

/* Japanese eras.
 *
 * ICU knows them too, but counts Gregorian months and days back before 1873, when Japan's were
 * those of the sun and moon, so the table is our own.
 *
 * Until Meiji 5 a year of an era stands for the Gregorian year that tables and catalogues give for
 * it, which is the one in which it began: Keichō 5 is 1600. It really began three to seven weeks
 * later, so a January or February may be of the year before; this is finer than what such a year is
 * good for. A new era counted from the year in which it was proclaimed, and often for all of that
 * year; so both names are names of it. */

static const AnnalsCalendarEra eras[ANNALS_CALENDAR_N_ERAS] = {
  { "慶長", "Keichō", NULL, 1596, 12, 16, FALSE },
  { "元和", "Genna", "Genwa", 1615, 9, 5, FALSE },
  { "寛永", "Kan’ei", "寬永", 1624, 4, 17, FALSE },
  { "正保", "Shōhō", NULL, 1644, 1, 13, TRUE },
  { "慶安", "Keian", NULL, 1648, 4, 7, FALSE },
  { "承応", "Jōō", "Shōō 承應", 1652, 10, 20, FALSE },
  { "明暦", "Meireki", "Myōryaku Meiryaku 明曆", 1655, 5, 18, FALSE },
  { "万治", "Manji", "Manchi 萬治", 1658, 8, 21, FALSE },
  { "寛文", "Kanbun", "Kambun 寬文", 1661, 5, 23, FALSE },
  { "延宝", "Enpō", "Empō 延寶 延寳", 1673, 10, 30, FALSE },
  { "天和", "Tenna", "Tenwa", 1681, 11, 9, FALSE },
  { "貞享", "Jōkyō", NULL, 1684, 4, 5, FALSE },
  { "元禄", "Genroku", "元祿", 1688, 10, 23, FALSE },
  { "宝永", "Hōei", "寶永 寳永", 1704, 4, 16, FALSE },
  { "正徳", "Shōtoku", "正德", 1711, 6, 11, FALSE },
  { "享保", "Kyōhō", NULL, 1716, 8, 9, FALSE },
  { "元文", "Genbun", "Gembun", 1736, 6, 7, FALSE },
  { "寛保", "Kanpō", "Kampō 寬保", 1741, 4, 12, FALSE },
  { "延享", "Enkyō", NULL, 1744, 4, 3, FALSE },
  { "寛延", "Kan’en", "寬延", 1748, 8, 5, FALSE },
  { "宝暦", "Hōreki", "Hōryaku 寶曆 寶暦 寳暦", 1751, 12, 14, FALSE },
  { "明和", "Meiwa", NULL, 1764, 6, 30, FALSE },
  { "安永", "An’ei", NULL, 1772, 12, 10, FALSE },
  { "天明", "Tenmei", "Temmei", 1781, 4, 25, FALSE },
  { "寛政", "Kansei", "寬政", 1789, 2, 19, FALSE },
  { "享和", "Kyōwa", NULL, 1801, 3, 19, FALSE },
  { "文化", "Bunka", NULL, 1804, 3, 22, FALSE },
  { "文政", "Bunsei", NULL, 1818, 5, 26, FALSE },
  { "天保", "Tenpō", "Tempō", 1830, 1, 23, TRUE },
  { "弘化", "Kōka", NULL, 1844, 1, 9, TRUE },
  { "嘉永", "Kaei", NULL, 1848, 4, 1, FALSE },
  { "安政", "Ansei", NULL, 1854, 1, 15, TRUE },
  { "万延", "Man’en", "萬延", 1860, 4, 8, FALSE },
  { "文久", "Bunkyū", NULL, 1861, 3, 29, FALSE },
  { "元治", "Genji", NULL, 1864, 3, 27, FALSE },
  { "慶応", "Keiō", "慶應", 1865, 5, 1, FALSE },
  { "明治", "Meiji", "M", 1868, 10, 23, FALSE },
  { "大正", "Taishō", "T", 1912, 7, 30, FALSE },
  { "昭和", "Shōwa", "S", 1926, 12, 25, FALSE },
  { "平成", "Heisei", "H", 1989, 1, 8, FALSE },
  { "令和", "Reiwa", "R", 2019, 5, 1, FALSE },
};

/* How the Latin letters of Japanese are written without macrons: long vowels once, twice or as ou.
 */
static gchar *
dup_short_vowels (const gchar *folded)
{
  GString *text = g_string_new (NULL);

  for (const gchar *p = folded; *p != '\0'; p++)
    {
      gchar last = text->len > 0 ? text->str[text->len - 1] : '\0';

      if ((*p == 'o' || *p == 'u') && (last == 'o' || (last == 'u' && *p == 'u')))
        continue;
      g_string_append_c (text, *p);
    }

  return g_string_free (text, FALSE);
}

static gchar *
dup_era_key (const gchar *name)
{
  g_autofree gchar *folded = annals_calendar_fold_name (name);

  return dup_short_vowels (folded);
}

static gpointer
make_names (gpointer data)
{
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (gint i = 0; i < ANNALS_CALENDAR_N_ERAS; i++)
    {
      g_autofree gchar *joined = g_strjoin (" ", eras[i].kanji, eras[i].romanised,
                                            eras[i].other_names, NULL);
      g_auto (GStrv) words = g_strsplit (joined, " ", -1);

      for (guint j = 0; words[j] != NULL; j++)
        g_hash_table_insert (names, dup_era_key (words[j]), GINT_TO_POINTER (i + 1));
    }

  return names;
}

/**
 * annals_calendar_find_era:
 * @name: a name
 * @era: (out): where to put the era
 *
 * Looks a Japanese era up: “昭和”, “Shōwa”, “showa”, “Shouwa”, or for the last five the letter by
 * which forms name them, such as “S”.
 *
 * Returns: whether there is such an era
 */
gboolean
annals_calendar_find_era (const gchar *name, gint *era)
{
  static GOnce once = G_ONCE_INIT;
  g_autofree gchar *key = NULL;
  GHashTable *names;

  g_return_val_if_fail (name != NULL, FALSE);
  g_return_val_if_fail (era != NULL, FALSE);

  names = g_once (&once, make_names, NULL);
  key = dup_era_key (name);
  *era = GPOINTER_TO_INT (g_hash_table_lookup (names, key));

  return *era > 0;
}

/**
 * annals_calendar_get_era:
 * @era: 1 to %ANNALS_CALENDAR_N_ERAS
 *
 * Returns: (transfer none): what is known about the era
 */
const AnnalsCalendarEra *
annals_calendar_get_era (gint era)
{
  g_return_val_if_fail (era >= 1 && era <= ANNALS_CALENDAR_N_ERAS, NULL);

  return &eras[era - 1];
}

/**
 * annals_calendar_era_get_first_day:
 * @era: 1 to %ANNALS_CALENDAR_N_ERAS
 *
 * The day from which the name is used. An era that was proclaimed at the end of its first year, in
 * a Gregorian January, is used from 1 January on, since its second year is.
 *
 * Returns: a day
 */
gint64
annals_calendar_era_get_first_day (gint era)
{
  const AnnalsCalendarEra *known = annals_calendar_get_era (era);

  if (known->begins_in_next_year)
    return annals_days_from_civil (known->year + 1, 1, 1);

  return annals_days_from_civil (known->year, known->month, known->day);
}

/**
 * annals_calendar_era_get_last_day:
 * @era: 1 to %ANNALS_CALENDAR_N_ERAS
 *
 * Returns: the day before the next era; %G_MAXINT64 for the present one
 */
gint64
annals_calendar_era_get_last_day (gint era)
{
  if (era == ANNALS_CALENDAR_N_ERAS)
    return G_MAXINT64;

  return annals_calendar_era_get_first_day (era + 1) - 1;
}

/**
 * annals_calendar_era_at:
 * @day: a day
 *
 * Returns: the era in force on @day; 0 before the first one
 */
gint
annals_calendar_era_at (gint64 day)
{
  gint era = ANNALS_CALENDAR_N_ERAS;

  while (era > 0 && annals_calendar_era_get_first_day (era) > day)
    era--;

  return era;
}
