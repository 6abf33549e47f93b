/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <stdarg.h>

#include <glib/gi18n-lib.h>

#include "annals-words.h"

/* The templates of which words for plain years, months and days are made, alone and side by side.
 * They are filled in memory of the caller's where it has some, since the timeline says many in
 * every picture. */

#define NUMBER_BYTES 64

/**
 * annals_words_put:
 * @out: where words go
 * @format: a template
 * @...: what it is filled with
 *
 * Fills a template.
 */
void
annals_words_put (AnnalsWordsOut *out, const gchar *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  if (out->bytes != NULL)
    g_vsnprintf (out->bytes, out->size, format, arguments);
  else
    out->words = g_strdup_vprintf (format, arguments);
  va_end (arguments);
}

/* The number of a year as people count it, without its era. */
static void
format_year (gint64 year, gchar number[NUMBER_BYTES])
{
  annals_words_format_number (year > 0 ? (guint64) year : 1 - (guint64) year, number, NUMBER_BYTES);
}

static gboolean
is_marked (gint64 year)
{
  return year > 0 && (year <= ANNALS_WORDS_MARKED_UNTIL || year >= ANNALS_WORDS_GROUPED_FROM);
}

/**
 * annals_words_put_year:
 * @out: where words go
 * @year: an astronomical year
 *
 * Says a year as annals_year_dup_words() does.
 */
void
annals_words_put_year (AnnalsWordsOut *out, gint64 year)
{
  gchar number[NUMBER_BYTES];

  format_year (year, number);
  if (year <= 0)
    /* Translators: a year before the common era. */
    annals_words_put (out, C_ ("year", "%s BCE"), number);
  else if (is_marked (year))
    /* Translators: a year of the common era, where it has to be said. */
    annals_words_put (out, C_ ("year", "%s CE"), number);
  else
    /* Translators: a year such as 1973, alone or within a date. */
    annals_words_put (out, C_ ("year", "%s"), number);
}

/**
 * annals_words_put_years:
 * @out: where words go
 * @first: an astronomical year
 * @last: another one
 *
 * Says a range of years, naming the era once where it is the same.
 */
void
annals_words_put_years (AnnalsWordsOut *out, gint64 first, gint64 last)
{
  gchar from[NUMBER_BYTES];
  gchar to[NUMBER_BYTES];

  format_year (first, from);
  format_year (last, to);
  if (last <= 0)
    /* Translators: a range of years before the common era. */
    annals_words_put (out, C_ ("years", "%1$s–%2$s BCE"), from, to);
  else if (first <= 0)
    /* Translators: a range of years from before the common era into it. */
    annals_words_put (out, C_ ("years", "%1$s BCE – %2$s CE"), from, to);
  else if (is_marked (first) || is_marked (last))
    /* Translators: a range of years of the common era, where it has to be said. */
    annals_words_put (out, C_ ("years", "%1$s–%2$s CE"), from, to);
  else
    /* Translators: a range of years such as 1947–1991. */
    annals_words_put (out, C_ ("years", "%1$s–%2$s"), from, to);
}

/**
 * annals_words_put_month:
 * @out: where words go
 * @month: the name of a month
 * @year: a year in words
 */
void
annals_words_put_month (AnnalsWordsOut *out, const gchar *month, const gchar *year)
{
  /* Translators: %1$s is a month, %2$s a year. */
  annals_words_put (out, C_ ("month and year", "%1$s %2$s"), month, year);
}

/**
 * annals_words_put_day:
 * @out: where words go
 * @day: a day of the month
 * @month: the name of the month
 * @year: the year in words
 */
void
annals_words_put_day (AnnalsWordsOut *out, gint day, const gchar *month, const gchar *year)
{
  /* Translators: %1$d is the day of the month, %2$s the month, %3$s the year. */
  annals_words_put (out, C_ ("day, month and year", "%1$d %2$s %3$s"), day, month, year);
}

/**
 * annals_words_put_day_of_year:
 * @out: where words go
 * @day: a day of the month
 * @month: (nullable): the name of the month; %NULL where that is named elsewhere, too
 *
 * Says a day without its year.
 */
void
annals_words_put_day_of_year (AnnalsWordsOut *out, gint day, const gchar *month)
{
  if (month == NULL)
    /* Translators: a day of the month, where the month is named once for several days. */
    annals_words_put (out, C_ ("day", "%d"), day);
  else
    /* Translators: %1$d is the day of the month, %2$s the month; the year is named elsewhere. */
    annals_words_put (out, C_ ("day and month", "%1$d %2$s"), day, month);
}

/**
 * annals_words_put_range:
 * @out: where words go
 * @is_tight: whether both are single words
 * @first: a date, or what it does not share with the other, in words
 * @last: another one
 */
void
annals_words_put_range (AnnalsWordsOut *out,
                        gboolean is_tight,
                        const gchar *first,
                        const gchar *last)
{
  if (is_tight)
    /* Translators: a range between two single words, such as “3–9”. */
    annals_words_put (out, C_ ("tight range", "%1$s–%2$s"), first, last);
  else
    /* Translators: a range between two dates of several words. */
    annals_words_put (out, C_ ("range", "%1$s – %2$s"), first, last);
}

/**
 * annals_words_put_shared:
 * @out: where words go
 * @joined: several dates without what they share
 * @month: (nullable): their month, where they share that
 * @year: their year
 */
void
annals_words_put_shared (AnnalsWordsOut *out,
                         const gchar *joined,
                         const gchar *month,
                         const gchar *year)
{
  if (month == NULL)
    /* Translators: %1$s is several days or months, such as “9 March or 3 September”, %2$s their
       year. */
    annals_words_put (out, C_ ("several dates and their year", "%1$s %2$s"), joined, year);
  else
    /* Translators: %1$s is several days, such as “3–9” or “9 and 19”, %2$s their month, %3$s their
       year. */
    annals_words_put (out, C_ ("several days, their month and year", "%1$s %2$s %3$s"), joined,
                      month, year);
}
