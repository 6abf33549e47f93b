/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "annals-words.h"

/* Words for years so far back that people say how long ago they were: “66 million years ago”. Such
 * a year is said so when it is so round that the years since the common era began do not matter.
 * What a language counts such numbers in is up to its translation. */

/* An age is said from here on, and where at least so many of its digits are noughts. */
#define AGE_MIN G_GINT64_CONSTANT (100000)
#define ROUND_TO 10000
/* The names of units begin with how many noughts they stand for. */
#define N_UNITS 3

static const gchar *const units[N_UNITS] = {
  /* Translators: a length of time. The number before the colon says how many noughts the word
     stands for: a language that counts in 10,000s writes 4 and its word for 10,000. %s is a number
     such as 13.8. The three units are to be in this order, the greatest first. */
  NC_ ("age", "9:%s billion years"),
  /* Translators: a length of time. The number before the colon says how many noughts the word
     stands for: a language that counts in 10,000s writes 4 and its word for 10,000. %s is a number
     such as 66. */
  NC_ ("age", "6:%s million years"),
  /* Translators: a length of time below the greater units; 0 stands for no nought. %s is a number
     such as 250,000. */
  NC_ ("age", "0:%s years"),
};

/* The same for lengths of time that stand alone, since many languages inflect the others. */
static const gchar *const lengths[N_UNITS] = {
  /* Translators: how long a stretch of time is, standing alone, see the same words above. */
  NC_ ("length", "9:%s billion years"),
  /* Translators: how long a stretch of time is, standing alone, see the same words above. */
  NC_ ("length", "6:%s million years"),
  /* Translators: how long a stretch of time is, standing alone, see the same words above. */
  NC_ ("length", "0:%s years"),
};

/* The unit in the language of the locale; what is no such pattern is left in English. */
static const gchar *
get_unit (guint index, gboolean alone, gint *n_noughts)
{
  const gchar *original = alone ? lengths[index] : units[index];
  const gchar *unit = g_dpgettext2 (GETTEXT_PACKAGE, alone ? "length" : "age", original);

  if (!g_ascii_isdigit (unit[0]) || unit[1] != ':')
    unit = original;
  *n_noughts = unit[0] - '0';

  return unit + 2;
}

static gint64
get_power (gint exponent)
{
  gint64 power = 1;

  for (; exponent > 0; exponent--)
    power *= 10;

  return power;
}

/* A number of units, with as many digits behind the point as it has. */
static gchar *
dup_decimal (gint64 number, gint64 unit)
{
  g_autofree gchar *whole = annals_words_dup_number ((guint64) (number / unit));
  g_autofree gchar *fraction = NULL;
  gint n_digits = 0;
  gint64 rest = number % unit;

  if (rest == 0)
    return g_steal_pointer (&whole);

  for (gint64 power = unit; power > 1; power /= 10)
    n_digits++;
  for (; rest % 10 == 0; rest /= 10)
    n_digits--;
  fraction = g_strdup_printf ("%0*" G_GINT64_FORMAT, n_digits, rest);

  /* Translators: a decimal number: %1$s is its whole part, %2$s the digits behind the point. */
  return g_strdup_printf (C_ ("decimal", "%1$s.%2$s"), whole, fraction);
}

/* How many years ago it was; 0 for what is said as a year. */
static gint64
get_age (const AnnalsEdtfDate *date)
{
  if (date->calendar != ANNALS_CALENDAR_GREGORIAN || date->month != ANNALS_EDTF_ABSENT
      || date->year_mask != 0 || date->year > -AGE_MIN || date->year % ROUND_TO != 0)
    return 0;

  return -date->year;
}

/* The greatest unit that there is at least one of. */
static const gchar *
find_unit (gint64 age, gboolean alone, gint64 *value)
{
  const gchar *unit = NULL;

  for (guint i = 0; i < N_UNITS; i++)
    {
      gint n_noughts;

      unit = get_unit (i, alone, &n_noughts);
      *value = get_power (n_noughts);
      if (*value <= age)
        break;
    }

  return unit;
}

/**
 * annals_words_dup_age:
 * @date: a date
 *
 * Says how long ago a far and round year was.
 *
 * Returns: (transfer full) (nullable): words such as “66 million years”; %NULL for what is said as
 *   a year
 */
gchar *
annals_words_dup_age (const AnnalsEdtfDate *date)
{
  gint64 age = get_age (date);
  const gchar *unit;
  gint64 value = 1;
  g_autofree gchar *number = NULL;

  if (age == 0)
    return NULL;

  unit = find_unit (age, FALSE, &value);
  number = dup_decimal (age, value);

  return annals_words_dup_filled (unit, number);
}

/**
 * annals_words_dup_age_range:
 * @first: a date
 * @last: a later date
 *
 * Says a range of two ages, naming their unit once.
 *
 * Returns: (transfer full) (nullable): words such as “66–65 million years”; %NULL if these are not
 *   two ages of the same unit
 */
gchar *
annals_words_dup_age_range (const AnnalsEdtfDate *first, const AnnalsEdtfDate *last)
{
  gint64 ages[] = { get_age (first), get_age (last) };
  gint64 values[] = { 1, 1 };
  const gchar *unit;
  g_autofree gchar *from = NULL;
  g_autofree gchar *to = NULL;
  g_autofree gchar *both = NULL;

  if (ages[0] == 0 || ages[1] == 0)
    return NULL;
  unit = find_unit (ages[0], FALSE, &values[0]);
  find_unit (ages[1], FALSE, &values[1]);
  if (values[0] != values[1])
    return NULL;

  from = dup_decimal (ages[0], values[0]);
  to = dup_decimal (ages[1], values[1]);
  /* Translators: a range between two single words, such as “3–9”. */
  both = g_strdup_printf (C_ ("tight range", "%1$s–%2$s"), from, to);

  return annals_words_dup_filled (unit, both);
}

/**
 * annals_words_dup_approximate_age:
 * @age: words for a length of time, as of annals_words_dup_age()
 * @qualifiers: what the date bears, %ANNALS_QUALIFIER_APPROXIMATE among it
 *
 * Says how long ago it was, about.
 *
 * Returns: (transfer full): words such as “about 66 million years ago”
 */
gchar *
annals_words_dup_approximate_age (const gchar *age, AnnalsQualifiers qualifiers)
{
  if (qualifiers & ANNALS_QUALIFIER_UNCERTAIN)
    /* Translators: an uncertain and approximate age (EDTF %); %s is a length of time such as 66
     * million years. */
    return g_strdup_printf (C_ ("age", "perhaps about %s ago"), age);

  /* Translators: an approximate age (EDTF ~); %s is a length of time such as 66 million years. */
  return g_strdup_printf (C_ ("age", "about %s ago"), age);
}

/**
 * annals_words_dup_years_long:
 * @years: a length of time, at least 1
 *
 * Says a length of time, from a million on in millions and thousand millions with three digits.
 *
 * Returns: (transfer full) (nullable): words such as “13.8 billion years”; %NULL below the age from
 *   which years are said so
 */
gchar *
annals_words_dup_years_long (gint64 years)
{
  g_autofree gchar *number = NULL;
  const gchar *unit;
  gint64 value = 1;
  gint64 step = 1;

  if (years < AGE_MIN)
    return NULL;
  for (gint64 rest = years; rest >= 1000; rest /= 10)
    step *= 10;
  years = (years + step / 2) / step * step;
  unit = find_unit (years, TRUE, &value);
  number = dup_decimal (years, value);

  return annals_words_dup_filled (unit, number);
}
