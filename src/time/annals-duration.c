/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "annals-duration.h"
#include "annals-words.h"

/* Words for lengths of time, in the one unit that suits them. */

#define LEAST_UNITS 3
#define S_PER_MINUTE 60
#define S_PER_HOUR 3600

static gint64
count_years (const AnnalsCivil *from, const AnnalsCivil *to)
{
  gboolean whole = to->month > from->month || (to->month == from->month && to->day >= from->day);

  return to->year - from->year - (whole ? 0 : 1);
}

static gint64
count_months (const AnnalsCivil *from, const AnnalsCivil *to)
{
  return (to->year - from->year) * 12 + to->month - from->month - (to->day >= from->day ? 0 : 1);
}

static gchar *
dup_filled (const gchar *format, gint64 count)
{
  g_autofree gchar *number = annals_words_dup_number ((guint64) count);

  return annals_words_dup_filled (format, number);
}

static gchar *
dup_years (gint64 years)
{
  gchar *words = annals_words_dup_years_long (years);

  if (words != NULL)
    return words;
  years = MIN (years, G_MAXINT);
  /* Translators: a length of time. */
  return dup_filled (g_dngettext (GETTEXT_PACKAGE, "%s year", "%s years", (gulong) years), years);
}

static gchar *
dup_below_days (gint64 seconds)
{
  gint64 count;

  if (seconds >= LEAST_UNITS * S_PER_HOUR)
    {
      count = seconds / S_PER_HOUR;
      /* Translators: a length of time. */
      return dup_filled (g_dngettext (GETTEXT_PACKAGE, "%s hour", "%s hours", (gulong) count),
                         count);
    }
  if (seconds >= LEAST_UNITS * S_PER_MINUTE)
    {
      count = seconds / S_PER_MINUTE;
      /* Translators: a length of time. */
      return dup_filled (g_dngettext (GETTEXT_PACKAGE, "%s minute", "%s minutes", (gulong) count),
                         count);
    }
  /* Translators: a length of time. */
  return dup_filled (g_dngettext (GETTEXT_PACKAGE, "%s second", "%s seconds", (gulong) seconds),
                     seconds);
}

/**
 * annals_duration_dup_words:
 * @from: where it begins
 * @to: where it ends, itself not counted; at least @from
 *
 * Says how long a stretch of time is, rounded down, in the greatest unit of the calendar of which
 * there are at least three.
 *
 * Returns: (transfer full): words such as “26 years”, “13.8 billion years” or “5 hours”
 */
gchar *
annals_duration_dup_words (AnnalsInstant from, AnnalsInstant to)
{
  AnnalsCivil first;
  AnnalsCivil end;
  gint64 count;

  g_return_val_if_fail (to >= from, NULL);

  annals_instant_to_civil (from, &first);
  annals_instant_to_civil (to, &end);
  count = count_years (&first, &end);
  if (count >= LEAST_UNITS)
    return dup_years (count);
  count = count_months (&first, &end);
  if (count >= LEAST_UNITS)
    /* Translators: a length of time. */
    return dup_filled (g_dngettext (GETTEXT_PACKAGE, "%s month", "%s months", (gulong) count),
                       count);
  if (to - from >= LEAST_UNITS * ANNALS_SECONDS_PER_DAY)
    {
      count = (to - from) / ANNALS_SECONDS_PER_DAY;
      /* Translators: a length of time. */
      return dup_filled (g_dngettext (GETTEXT_PACKAGE, "%s day", "%s days", (gulong) count), count);
    }
  return dup_below_days (to - from);
}
