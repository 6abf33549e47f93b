/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "annals-date.h"

/* Whether what is known of a date puts it within a stretch of time: certainly, possibly, or at
 * least in part. */

static const struct
{
  const gchar *id;
  const gchar *name;
} modes[ANNALS_N_WITHINS] = {
  /* Translators: how events lie in a range of years: all of them surely does, all of them may, or a
   * part of them may. */
  [ANNALS_WITHIN_CERTAIN] = { "certain", NC_ ("filter in time", "certainly within") },
  [ANNALS_WITHIN_POSSIBLE] = { "possible", NC_ ("filter in time", "possibly within") },
  [ANNALS_WITHIN_OVERLAPPING] = { "overlapping", NC_ ("filter in time", "overlapping") },
};

/* The bounds of one end, as they are when a begin does not come after its end. An unknown end lies
 * anywhere on its side of the other. */
typedef struct
{
  AnnalsInstant earliest;
  AnnalsInstant latest;
} Stretch;

static gboolean
narrow (Stretch *stretch, AnnalsInstant first, AnnalsInstant last)
{
  stretch->earliest = MAX (stretch->earliest, first);
  stretch->latest = MIN (stretch->latest, last);

  return stretch->earliest <= stretch->latest;
}

/* Whether there are a begin and an end in the range that agree with the bounds and each other. */
static gboolean
period_may_lie_within (const AnnalsSpan *span, AnnalsInstant first, AnnalsInstant last)
{
  Stretch begin = { span->begin_earliest, span->begin_latest };
  Stretch end = { span->end_earliest, span->end_latest };

  if (span->begin.state == ANNALS_END_UNKNOWN)
    begin.latest = end.latest;
  if (span->end.state == ANNALS_END_UNKNOWN)
    end.earliest = begin.earliest;

  /* What is left of the begin is then before some of what is left of the end. */
  return narrow (&begin, first, last) && narrow (&end, first, last);
}

/* A range that a set leaves open, such as `{1984..}`, has members without end. */
static gboolean
goes_on_beyond (const AnnalsSpan *span, AnnalsInstant first, AnnalsInstant last)
{
  return (span->begin.state == ANNALS_END_OPEN && span->begin_earliest < first)
         || (span->end.state == ANNALS_END_OPEN && span->end_latest > last);
}

static gboolean
may_lie_within (const AnnalsSpan *span, AnnalsInstant first, AnnalsInstant last)
{
  if (span->kind == ANNALS_SPAN_PERIOD)
    return period_may_lie_within (span, first, last);
  if (span->kind == ANNALS_SPAN_ALL_OF && goes_on_beyond (span, first, last))
    return FALSE;

  return annals_span_overlaps (span, first, last);
}

/**
 * annals_span_is_within:
 * @span: a span
 * @first: first second of a stretch of time, or %ANNALS_INSTANT_MIN for all time before @last
 * @last: last second of that stretch, or %ANNALS_INSTANT_MAX for all time after @first
 * @within: how @span is to lie in it
 *
 * Asks of the four bounds whether @span lies from @first to @last, both included.
 *
 * - %ANNALS_WITHIN_CERTAIN: all of it does, wherever in its bounds it was. An end that is open or
 *   unknown never does, unless the stretch is without end on that side too.
 * - %ANNALS_WITHIN_POSSIBLE: a begin and an end that the bounds allow, the begin not after the end,
 *   both lie there. An unknown end may be any time after the begin. One that is open goes on for
 *   ever.
 * - %ANNALS_WITHIN_OVERLAPPING: some part of it may lie there; see annals_span_overlaps().
 *
 * Each of them implies the next. Of a set only the outermost bounds are looked at, which lets more
 * through than its members would; see annals_date_is_within().
 */
gboolean
annals_span_is_within (const AnnalsSpan *span,
                       AnnalsInstant first,
                       AnnalsInstant last,
                       AnnalsWithin within)
{
  g_return_val_if_fail (span != NULL, FALSE);

  if (first > last)
    return FALSE;
  switch (within)
    {
    case ANNALS_WITHIN_CERTAIN:
      return span->begin_earliest >= first && span->end_latest <= last;
    case ANNALS_WITHIN_POSSIBLE:
      return may_lie_within (span, first, last);
    default:
      return annals_span_overlaps (span, first, last);
    }
}

/**
 * annals_date_is_within:
 * @date: a date
 * @first: first second of a stretch of time, or %ANNALS_INSTANT_MIN
 * @last: last second of that stretch, or %ANNALS_INSTANT_MAX
 * @within: how @date is to lie in it
 *
 * The same as annals_span_is_within(), asked of the members of a set. “One of” lies certainly
 * within when every member does, and possibly when any does; “all of” needs every member for both.
 * Either overlaps when any member does.
 */
gboolean
annals_date_is_within (const AnnalsDate *date,
                       AnnalsInstant first,
                       AnnalsInstant last,
                       AnnalsWithin within)
{
  guint n_members;
  guint n_within = 0;
  gboolean every;

  g_return_val_if_fail (date != NULL, FALSE);

  n_members = annals_date_get_n_members (date);
  for (guint i = 0; i < n_members; i++)
    n_within += annals_span_is_within (annals_date_get_member (date, i), first, last, within);

  every = within == ANNALS_WITHIN_CERTAIN
          || (within == ANNALS_WITHIN_POSSIBLE
              && annals_date_get_span (date)->kind == ANNALS_SPAN_ALL_OF);

  return every ? n_within == n_members : n_within > 0;
}

/**
 * annals_within_get_id:
 * @within: how a date lies in a stretch of time
 *
 * Returns: (transfer none): its name on the command line and in files, the same in every language
 */
const gchar *
annals_within_get_id (AnnalsWithin within)
{
  g_return_val_if_fail ((guint) within < ANNALS_N_WITHINS, NULL);

  return modes[within].id;
}

/**
 * annals_within_get_name:
 * @within: how a date lies in a stretch of time
 *
 * Returns: (transfer none): its name in the language of the interface, such as “certainly within”
 */
const gchar *
annals_within_get_name (AnnalsWithin within)
{
  g_return_val_if_fail ((guint) within < ANNALS_N_WITHINS, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "filter in time", modes[within].name);
}

/**
 * annals_within_from_id:
 * @id: what annals_within_get_id() gives
 * @within: (out): which that is
 *
 * Returns: whether there is one; if not, @within is left alone
 */
gboolean
annals_within_from_id (const gchar *id, AnnalsWithin *within)
{
  g_return_val_if_fail (id != NULL && within != NULL, FALSE);

  for (guint i = 0; i < ANNALS_N_WITHINS; i++)
    if (g_str_equal (modes[i].id, id))
      {
        *within = i;
        return TRUE;
      }

  return FALSE;
}

typedef enum
{
  FINE_YEAR,
  FINE_MONTH,
  FINE_DAY,
} Fineness;

/* The coarsest unit of which @first is a beginning, or the day in which it lies. */
static Fineness
get_fineness (AnnalsInstant first)
{
  AnnalsCivil civil;

  annals_instant_to_civil (first, &civil);
  if (civil.hour != 0 || civil.minute != 0 || civil.second != 0 || civil.day != 1)
    return FINE_DAY;
  return civil.month != 1 ? FINE_MONTH : FINE_YEAR;
}

static void
append_edge (GString *edtf, AnnalsInstant instant, Fineness fineness)
{
  AnnalsCivil civil;

  annals_instant_to_civil (instant, &civil);
  /* Only years are written with more than four digits. */
  if (civil.year > 9999 || civil.year < -9999)
    {
      g_string_append_printf (edtf, "Y%" G_GINT64_FORMAT, civil.year);
      return;
    }
  g_string_append_printf (edtf, "%s%04d", civil.year < 0 ? "-" : "", (gint) ABS (civil.year));
  if (fineness >= FINE_MONTH)
    g_string_append_printf (edtf, "-%02d", civil.month);
  if (fineness >= FINE_DAY)
    g_string_append_printf (edtf, "-%02d", civil.day);
}

/**
 * annals_range_dup_edtf:
 * @range: a filter in time
 *
 * Writes its stretch of time with years, months or days, as coarse as says it. EDTF has no hours in
 * intervals, and beyond the year 9999 only years: what is written there holds all of the range.
 *
 * Returns: (transfer full): EDTF, such as `1970/1975` or `2001-10/..`
 */
gchar *
annals_range_dup_edtf (const AnnalsRange *range)
{
  GString *edtf = g_string_new (NULL);
  GString *end = g_string_new (NULL);
  gboolean begins = range->first > ANNALS_INSTANT_EARLIEST;
  gboolean ends = range->last < ANNALS_INSTANT_LATEST;
  Fineness fineness = FINE_YEAR;

  if (begins)
    fineness = get_fineness (range->first);
  if (ends)
    fineness = MAX (fineness, get_fineness (range->last + 1));
  if (begins)
    append_edge (edtf, range->first, fineness);
  else
    g_string_append (edtf, "..");
  if (ends)
    append_edge (end, range->last, fineness);
  else
    g_string_append (end, "..");
  if (!begins || !ends || !g_string_equal (edtf, end))
    g_string_append_printf (edtf, "/%s", end->str);
  g_string_free (end, TRUE);

  return g_string_free (edtf, FALSE);
}
