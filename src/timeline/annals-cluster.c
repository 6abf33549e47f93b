/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "annals-cluster.h"
#include "annals-words.h"

/* What is said of a cluster: how many events it stands for, and when they begin. */

#define YEARS_FROM_S (200 * ANNALS_SECONDS_PER_DAY)
#define MONTHS_FROM_S (12 * ANNALS_SECONDS_PER_DAY)

/**
 * annals_cluster_format_count:
 * @count: how many
 * @brief: whether it has to be short
 * @out: (out) (array length=size): the figure, such as `1,234` or `12k`
 * @size: size of @out in bytes, 16 or more
 *
 * Writes how many events there are, with its digits grouped as in dates. Brief figures are cut,
 * never rounded up: there are at least so many.
 */
void
annals_cluster_format_count (guint count, gboolean brief, gchar *out, gsize size)
{
  /* Most are small, and there are many in a picture. */
  if (count < 10)
    memcpy (out, (const gchar[]){ (gchar) ('0' + count), '\0' }, 2);
  else if (count < 100)
    memcpy (out, (const gchar[]){ (gchar) ('0' + count / 10), (gchar) ('0' + count % 10), '\0' },
            3);
  else if (!brief || count < 1000)
    annals_words_format_number (count, out, size);
  else if (count < 1000000)
    /* Translators: how many events a mark on the timeline stands for, as short as can be: so many
     * thousands. */
    g_snprintf (out, size, C_ ("count", "%uk"), count / 1000);
  else
    /* Translators: how many events a mark on the timeline stands for, as short as can be: so many
     * millions. */
    g_snprintf (out, size, C_ ("count", "%uM"), count / 1000000);
}

static void
append_year (GString *edtf, gint64 year)
{
  if (ABS (year) > 9999)
    g_string_append_printf (edtf, "Y%" G_GINT64_FORMAT, year);
  else
    g_string_append_printf (edtf, "%s%04d", year < 0 ? "-" : "", (gint) ABS (year));
}

/* One side of a stretch, as exactly as its length asks for. */
static void
append_edge (GString *edtf, const AnnalsCivil *civil, gdouble length_s)
{
  append_year (edtf, civil->year);
  if (length_s >= YEARS_FROM_S || ABS (civil->year) > 9999)
    return;
  g_string_append_printf (edtf, "-%02d", civil->month);
  if (length_s < MONTHS_FROM_S)
    g_string_append_printf (edtf, "-%02d", civil->day);
}

static gchar *
dup_far_time (const AnnalsCivil *first,
              const AnnalsCivil *last,
              gdouble length_s,
              AnnalsWordsForm form)
{
  g_autoptr (GString) edtf = g_string_new (NULL);
  g_autoptr (GString) end = g_string_new (NULL);
  g_autoptr (AnnalsDate) date = NULL;

  append_edge (edtf, first, length_s);
  append_edge (end, last, length_s);
  if (!g_string_equal (edtf, end))
    g_string_append_printf (edtf, "/%s", end->str);
  date = annals_date_new_from_edtf (edtf->str, NULL);
  return date != NULL ? annals_date_dup_words (date, form) : g_strdup ("");
}

/**
 * annals_cluster_format_time:
 * @first: the first begin
 * @last: the last begin, not before @first
 * @form: how it is said
 * @out: (out) (array length=size): the words; empty when the begins are open
 * @size: size of @out in bytes; 256 are enough
 *
 * Says when the events of a cluster begin: in years, months or days, as the stretch is long.
 */
void
annals_cluster_format_time (AnnalsInstant first,
                            AnnalsInstant last,
                            AnnalsWordsForm form,
                            gchar *out,
                            gsize size)
{
  gdouble length_s = (gdouble) last - (gdouble) first;
  AnnalsPrecision precision = length_s >= YEARS_FROM_S    ? ANNALS_PRECISION_YEAR
                              : length_s >= MONTHS_FROM_S ? ANNALS_PRECISION_MONTH
                                                          : ANNALS_PRECISION_DAY;
  g_autofree gchar *words = NULL;
  AnnalsCivil civil[2];

  out[0] = '\0';
  if (annals_instant_is_open (first) || annals_instant_is_open (last))
    return;
  annals_instant_to_civil (first, &civil[0]);
  annals_instant_to_civil (last, &civil[1]);
  if (annals_stretch_write_words (&civil[0], &civil[1], precision, form, out, size))
    return;
  words = dup_far_time (&civil[0], &civil[1], length_s, form);
  g_strlcpy (out, words, size);
}

/**
 * annals_cluster_dup_words:
 * @count: how many events it stands for
 * @first: the first begin
 * @last: the last begin, not before @first
 *
 * Says in full what a cluster is, such as “7 events, 1973 to 1974”.
 *
 * Returns: (transfer full): the words
 */
gchar *
annals_cluster_dup_words (guint count, AnnalsInstant first, AnnalsInstant last)
{
  gchar time[256];
  gchar figure[32];

  annals_cluster_format_time (first, last, ANNALS_WORDS_LONG, time, sizeof time);
  annals_cluster_format_count (count, FALSE, figure, sizeof figure);
  if (time[0] == '\0')
    /* Translators: what a mark on the timeline stands for that counts events. */
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s event", "%s events", count), figure);
  return g_strdup_printf (
      /* Translators: what a mark on the timeline stands for that counts events: %1$s is how many,
       * %2$s when they begin ("1973 to 1974", "October 1973"). */
      g_dngettext (GETTEXT_PACKAGE, "%1$s event, %2$s", "%1$s events, %2$s", count), figure, time);
}
