/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annals-date.h"
#include "annals-words.h"

/* Words for plain years, months and days and for stretches of them, as annals_date_dup_words() has
 * them, but with no memory asked for. */

#define MOST_YEARS 9999 /* what is further away is said as an age, or grouped */
#define PART_BYTES 128

/* What of a date has to be said of it alone. */
typedef enum
{
  SAYS_ALL,
  SAYS_MONTH, /* and day */
  SAYS_DAY,
} Says;

static void
put_alone (AnnalsWordsOut *out, AnnalsPrecision precision, const gchar *words)
{
  annals_words_put_in_role (
      out, ANNALS_WORDS_ROLE_ALONE,
      precision == ANNALS_PRECISION_DAY ? ANNALS_WORDS_KIND_DAY : ANNALS_WORDS_KIND_YEAR, words);
}

static void
put_part (AnnalsWordsOut *out,
          const AnnalsCivil *civil,
          AnnalsPrecision precision,
          AnnalsWordsForm form,
          Says says)
{
  const gchar *month = annals_month_get_name (civil->month, form);
  gchar bytes[PART_BYTES];
  gchar year[PART_BYTES];
  AnnalsWordsOut part = { .bytes = bytes, .size = sizeof bytes };

  annals_year_write_words (civil->year, year, sizeof year);
  if (precision == ANNALS_PRECISION_YEAR)
    annals_words_put (&part, "%s", year);
  else if (precision == ANNALS_PRECISION_MONTH && says == SAYS_ALL)
    annals_words_put_month (&part, month, year);
  else if (precision == ANNALS_PRECISION_MONTH)
    annals_words_put (&part, "%s", month);
  else if (says == SAYS_ALL)
    annals_words_put_day (&part, civil->day, month, year);
  else
    annals_words_put_day_of_year (&part, civil->day, says == SAYS_MONTH ? month : NULL);
  put_alone (out, precision, bytes);
}

static gboolean
is_same (const AnnalsCivil *a, const AnnalsCivil *b, AnnalsPrecision precision)
{
  return a->year == b->year
         && (precision == ANNALS_PRECISION_YEAR
             || (a->month == b->month
                 && (precision == ANNALS_PRECISION_MONTH || a->day == b->day)));
}

static void
put_range (AnnalsWordsOut *out,
           const AnnalsCivil *first,
           const AnnalsCivil *last,
           AnnalsPrecision precision,
           AnnalsWordsForm form)
{
  gboolean is_month = precision == ANNALS_PRECISION_MONTH;
  Says says = first->year != last->year                 ? SAYS_ALL
              : is_month || first->month != last->month ? SAYS_MONTH
                                                        : SAYS_DAY;
  const gchar *month = says == SAYS_DAY ? annals_month_get_name (first->month, form) : NULL;
  gchar parts[2][PART_BYTES];
  gchar joined[2 * PART_BYTES];
  gchar year[PART_BYTES];
  AnnalsWordsOut part = { .bytes = parts[0], .size = PART_BYTES };
  AnnalsWordsOut range = { .bytes = joined, .size = sizeof joined };

  put_part (&part, first, precision, form, says);
  part.bytes = parts[1];
  put_part (&part, last, precision, form, says);
  annals_words_put_range (&range, says == SAYS_DAY || (says == SAYS_MONTH && is_month), parts[0],
                          parts[1]);
  annals_year_write_words (first->year, year, sizeof year);
  if (says == SAYS_ALL)
    annals_words_put (out, "%s", joined);
  else
    annals_words_put_shared (out, joined, month, year);
}

/**
 * annals_stretch_write_words:
 * @first: a date
 * @last: the same, or a later one
 * @precision: how much of both counts: years, months or days
 * @form: how long the words may be
 * @out: (out) (array length=size): the words
 * @size: size of @out in bytes; 256 are enough
 *
 * Says a plain date, or from when to when, as annals_date_dup_words() does, and asks for no memory.
 *
 * Returns: whether it can: not for years of more than four digits, nor for dates of both eras;
 *   @out is untouched then
 */
gboolean
annals_stretch_write_words (const AnnalsCivil *first,
                            const AnnalsCivil *last,
                            AnnalsPrecision precision,
                            AnnalsWordsForm form,
                            gchar *out,
                            gsize size)
{
  AnnalsWordsOut words = { .bytes = out, .size = size };

  if (first->year < -MOST_YEARS || last->year > MOST_YEARS || (first->year <= 0 && last->year > 0))
    return FALSE;
  if (is_same (first, last, precision))
    put_part (&words, first, precision, form, SAYS_ALL);
  else if (precision == ANNALS_PRECISION_YEAR)
    annals_words_put_years (&words, first->year, last->year);
  else
    put_range (&words, first, last, precision, form);
  return TRUE;
}
