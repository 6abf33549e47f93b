/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "annals-words.h"

/* Words for parts: the beginning, middle and end of decades and centuries; and dates whose year,
 * month and day are not equally sure, each of which says its own. */

#define CENTURY 100
/* Decades before the second century are not said as such. */
#define DECADE_MIN 100

/* Years ending in 0 to 3, 4 to 6 and 7 to 9. */
static gchar *
dup_decade_part (gint64 first, gint64 last)
{
  gint64 decade = first - first % 10;
  g_autofree gchar *number = NULL;

  if (first < DECADE_MIN || last - decade > 9)
    return NULL;

  number = annals_words_dup_number ((guint64) decade);
  switch ((first - decade) * 10 + last - decade)
    {
    case 3: /* 0 to 3 */
      /* Translators: part of a decade; %s is its first year, such as 1970. */
      return g_strdup_printf (C_ ("date", "early %ss"), number);
    case 46:
      /* Translators: part of a decade; %s is its first year, such as 1970. */
      return g_strdup_printf (C_ ("date", "mid-%ss"), number);
    case 79:
      /* Translators: part of a decade; %s is its first year, such as 1970. */
      return g_strdup_printf (C_ ("date", "late %ss"), number);
    default:
      return NULL;
    }
}

/* Which third of a century two years are the first and the last of: 0 to 2, or -1. There is no year
 * -0, so the last century before our era has a year less. */
static gint
find_third (gint64 first, gint64 last, gint64 *century)
{
  gboolean is_negative = last < 0;
  gint64 start;
  gint64 length = CENTURY;

  *century = is_negative ? -last / CENTURY : first / CENTURY;
  if (is_negative && *century == 0)
    length--;
  start = is_negative ? -(*century * CENTURY + CENTURY - 1) : *century * CENTURY;

  for (gint third = 0; third < 3; third++)
    {
      const gint64 cuts[] = { 0, (length + 2) / 3, length - length / 3, length };

      if (first == start + cuts[third] && last == start + cuts[third + 1] - 1)
        return third;
    }

  return -1;
}

static gchar *
dup_century_part (gint64 first, gint64 last)
{
  static const gchar *const texts[2][3] = {
    /* Translators: part of a century; %s is an ordinal number such as 19th. */
    { NC_ ("part of a century", "early %s century"),
      /* Translators: part of a century; %s is an ordinal number such as 19th. */
      NC_ ("part of a century", "mid-%s century"),
      /* Translators: part of a century; %s is an ordinal number such as 19th. */
      NC_ ("part of a century", "late %s century") },
    /* Translators: part of a century; %s is an ordinal number such as 2nd. */
    { NC_ ("part of a century", "early %s century BCE"),
      /* Translators: part of a century; %s is an ordinal number such as 2nd. */
      NC_ ("part of a century", "mid-%s century BCE"),
      /* Translators: part of a century; %s is an ordinal number such as 2nd. */
      NC_ ("part of a century", "late %s century BCE") },
  };
  gint64 century;
  gint third;
  g_autofree gchar *ordinal = NULL;

  if (first > 9999 || last < -9999 || first > last)
    return NULL;
  third = find_third (first, last, &century);
  if (third < 0)
    return NULL;

  ordinal = annals_words_dup_ordinal ((gint) century + 1);

  return annals_words_dup_filled (
      g_dpgettext2 (GETTEXT_PACKAGE, "part of a century", texts[last < 0][third]), ordinal);
}

/**
 * annals_words_dup_part:
 * @first: an astronomical year
 * @last: another one
 *
 * Says a range of approximate years that is meant as the beginning, the middle or the end of a
 * decade (years ending in 0 to 3, 4 to 6 and 7 to 9) or of a century (its thirds).
 *
 * Returns: (transfer full) (nullable): words such as “early 1970s” or “late 19th century”; %NULL if
 *   the range is none of these
 */
gchar *
annals_words_dup_part (gint64 first, gint64 last)
{
  gchar *part = dup_decade_part (first, last);

  return part != NULL ? part : dup_century_part (first, last);
}

/**
 * annals_words_dup_qualified:
 * @words: a date in words
 * @qualifiers: what it bears
 *
 * Says how sure a date is that stands alone.
 *
 * Returns: (transfer full): words such as “perhaps May 1968”
 */
gchar *
annals_words_dup_qualified (const gchar *words, AnnalsQualifiers qualifiers)
{
  switch ((guint) qualifiers)
    {
    case ANNALS_QUALIFIER_UNCERTAIN:
      /* Translators: an uncertain date (EDTF ?), such as “perhaps May 1968”. */
      return g_strdup_printf (C_ ("date", "perhaps %s"), words);
    case ANNALS_QUALIFIER_APPROXIMATE:
      /* Translators: an approximate date (EDTF ~), such as “about 1612”. */
      return g_strdup_printf (C_ ("date", "about %s"), words);
    case ANNALS_QUALIFIER_UNCERTAIN | ANNALS_QUALIFIER_APPROXIMATE:
      /* Translators: an uncertain and approximate date (EDTF %). */
      return g_strdup_printf (C_ ("date", "perhaps about %s"), words);
    default:
      return g_strdup (words);
    }
}

enum
{
  PART_YEAR,
  PART_MONTH,
  PART_DAY,
  N_PARTS,
};

static gchar *
dup_parts_alone (const AnnalsEdtfDate *date, gint first, gint last, AnnalsWordsForm form)
{
  AnnalsEdtfDate parts = { .year = date->year, .negative = date->negative };
  g_autofree gchar *ordinal = NULL;

  parts.month = last >= PART_MONTH ? date->month : ANNALS_EDTF_ABSENT;
  if (first == PART_YEAR)
    return annals_words_dup_date (&parts, form, ANNALS_WORDS_ROLE_ALONE);
  if (first == PART_MONTH)
    return last == PART_MONTH ? g_strdup (annals_month_get_name (date->month, form))
                              : annals_words_dup_day_and_month (date, form);

  ordinal = annals_words_dup_ordinal (date->day);

  /* Translators: a day of a month that has just been named; %s is an ordinal number such as 11th,
     as in “June 2004, about the 11th”. */
  return g_strdup_printf (C_ ("day of a month", "the %s"), ordinal);
}

static gchar *
dup_parts (const AnnalsEdtfDate *date,
           gint first,
           gint last,
           AnnalsQualifiers qualifiers,
           AnnalsWordsForm form)
{
  g_autofree gchar *words = dup_parts_alone (date, first, last, form);
  g_autofree gchar *in_role = NULL;

  if (qualifiers & ANNALS_QUALIFIER_APPROXIMATE)
    in_role = annals_words_dup_in_role (
        ANNALS_WORDS_ROLE_ABOUT, last == PART_DAY ? ANNALS_WORDS_KIND_DAY : ANNALS_WORDS_KIND_YEAR,
        words);

  return annals_words_dup_qualified (in_role != NULL ? in_role : words, qualifiers);
}

/**
 * annals_words_dup_by_parts:
 * @date: a date
 * @form: how long the words may be
 *
 * Says a date whose parts do not all bear the same qualifiers, each with its own; parts that do
 * stay together.
 *
 * Returns: (transfer full) (nullable): words such as “perhaps 2004, about June”; %NULL if all parts
 *   bear the same, or are not all known
 */
gchar *
annals_words_dup_by_parts (const AnnalsEdtfDate *date, AnnalsWordsForm form)
{
  const AnnalsQualifiers borne[N_PARTS] = { date->year_qualifiers, date->month_qualifiers,
                                            date->day_qualifiers };
  gint n_parts = date->day == ANNALS_EDTF_ABSENT ? 2 : N_PARTS;
  gchar *words = NULL;
  gint first = 0;

  if (date->calendar != ANNALS_CALENDAR_GREGORIAN || date->month < 1
      || annals_edtf_date_is_season (date) || date->year_mask != 0 || date->day < 0
      || (borne[0] == borne[1] && (n_parts == 2 || borne[1] == borne[2])))
    return NULL;

  for (gint last = 0; last < n_parts; last++)
    {
      g_autofree gchar *before = words;
      g_autofree gchar *part = NULL;

      if (last + 1 < n_parts && borne[last + 1] == borne[last])
        {
          before = NULL;
          continue;
        }
      part = dup_parts (date, first, last, borne[last], form);
      if (before == NULL)
        words = g_strdup (part);
      else
        /* Translators: parts of a date that are not equally sure, as in “perhaps 2004, about
         * June”. */
        words = g_strdup_printf (C_ ("parts of a date", "%1$s, %2$s"), before, part);
      first = last + 1;
    }

  return words;
}
