/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "annals-breaks.h"
#include "annals-duration.h"

/* Stretches of time that the axis compresses. Those found by the program are stretches in which
 * nothing begins or ends, long as measured by what would be left of the picture without them; they
 * begin and end with a year, a month or a day, so that their length is a round one. */

/* A stretch is worth it from this part on of what is left beside it, when it is also so many times
 * as long as the rest of the stretches are on the average. */
#define LEAST_PART 0.2
#define LEAST_TIMES 3.0
#define LEAST_BOUNDS 6
/* How much of what is left stays between a break and the event next to it. */
#define MARGIN_PART 0.03
#define MOST_MARGIN_PART 0.2
#define LEAST_UNITS 3

struct _AnnalsBreaks
{
  gatomicrefcount ref_count;
  gdouble width_px;
  guint n_breaks;
  AnnalsBreak breaks[ANNALS_BREAKS_MOST];
};

typedef struct
{
  AnnalsInstant from;
  AnnalsInstant to;
  gdouble length_s;
} Gap;

static gint
compare_breaks (gconstpointer a, gconstpointer b)
{
  const AnnalsBreak *first = a;
  const AnnalsBreak *second = b;

  return (first->first > second->first) - (first->first < second->first);
}

static gint
compare_bounds (gconstpointer a, gconstpointer b)
{
  AnnalsInstant first = *(const AnnalsInstant *) a;
  AnnalsInstant second = *(const AnnalsInstant *) b;

  return (first > second) - (first < second);
}

static gint
compare_gaps (gconstpointer a, gconstpointer b)
{
  const Gap *first = a;
  const Gap *second = b;

  if (first->length_s != second->length_s)
    return first->length_s > second->length_s ? -1 : 1;
  return (first->from > second->from) - (first->from < second->from);
}

static gdouble
seconds_between (AnnalsInstant from, AnnalsInstant to)
{
  return (gdouble) ((__int128) to - (__int128) from);
}

/**
 * annals_breaks_new:
 * @breaks: (array length=n_breaks): stretches of time in any order
 * @n_breaks: how many
 * @width_px: how wide each of them is drawn at most
 *
 * Stretches that touch or overlap become one; what goes beyond %ANNALS_BREAKS_MOST is left out, and
 * so are open ends and stretches whose end is before their begin.
 *
 * Returns: (transfer full) (nullable): the stretches; %NULL when there are none
 */
AnnalsBreaks *
annals_breaks_new (const AnnalsBreak *breaks, guint n_breaks, gdouble width_px)
{
  g_autofree AnnalsBreak *sorted = g_memdup2 (breaks, n_breaks * sizeof *breaks);
  AnnalsBreaks *self = g_new0 (AnnalsBreaks, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->width_px = MAX (width_px, 1.0);
  if (n_breaks > 0)
    qsort (sorted, n_breaks, sizeof *sorted, compare_breaks);
  for (guint i = 0; i < n_breaks; i++)
    {
      AnnalsBreak *last = self->n_breaks > 0 ? &self->breaks[self->n_breaks - 1] : NULL;

      if (annals_instant_is_open (sorted[i].first) || annals_instant_is_open (sorted[i].last)
          || sorted[i].last < sorted[i].first)
        continue;
      if (last != NULL && sorted[i].first - 1 <= last->last)
        last->last = MAX (last->last, sorted[i].last);
      else if (self->n_breaks < ANNALS_BREAKS_MOST)
        self->breaks[self->n_breaks++] = sorted[i];
    }
  if (self->n_breaks == 0)
    g_clear_pointer (&self, g_free);
  return self;
}

/* Moves both ends of a stretch inwards, to where a year, a month or a day begins. */
static gboolean
round_break (const AnnalsInstant from, const AnnalsInstant to, AnnalsBreak *out)
{
  AnnalsCivil first;
  AnnalsCivil end;
  gdouble days = seconds_between (from, to) / ANNALS_SECONDS_PER_DAY;
  gboolean years = days >= (LEAST_UNITS + 1) * 366;
  gboolean months = !years && days >= (LEAST_UNITS + 1) * 31;

  annals_instant_to_civil (from, &first);
  annals_instant_to_civil (to, &end);
  if (years)
    {
      out->first = annals_instant_from_date (first.year + 1, 1, 1);
      out->last = annals_instant_from_date (end.year, 1, 1) - 1;
    }
  else if (months)
    {
      out->first = first.month == 12 ? annals_instant_from_date (first.year + 1, 1, 1)
                                     : annals_instant_from_date (first.year, first.month + 1, 1);
      out->last = annals_instant_from_date (end.year, end.month, 1) - 1;
    }
  else if (days >= LEAST_UNITS + 1)
    {
      out->first = annals_instant_from_date (first.year, first.month, first.day)
                   + ANNALS_SECONDS_PER_DAY;
      out->last = annals_instant_from_date (end.year, end.month, end.day) - 1;
    }
  else
    *out = (AnnalsBreak){ from + 1, to - 1 };
  return out->first < out->last && out->first > from && out->last < to;
}

static guint
find_gaps (const AnnalsInstant *bounds, gsize n_bounds, Gap *gaps)
{
  guint n_gaps = 0;

  /* The longest so far, the shortest of them last. */
  for (gsize i = 1; i < n_bounds; i++)
    {
      Gap gap = { bounds[i - 1], bounds[i], seconds_between (bounds[i - 1], bounds[i]) };
      guint at;

      if (gap.length_s <= 1.0
          || (n_gaps == ANNALS_BREAKS_MOST && gap.length_s <= gaps[n_gaps - 1].length_s))
        continue;
      at = MIN (n_gaps, ANNALS_BREAKS_MOST - 1);
      n_gaps = MIN (n_gaps + 1, ANNALS_BREAKS_MOST);
      for (; at > 0 && compare_gaps (&gap, &gaps[at - 1]) < 0; at--)
        gaps[at] = gaps[at - 1];
      gaps[at] = gap;
    }
  return n_gaps;
}

/* Whether the longest of so many stretches, which make up @left_s, sticks out. */
static gboolean
is_worth (gdouble length_s, gdouble left_s, gsize n_stretches)
{
  gdouble mean_s;

  if (n_stretches < 2)
    return FALSE;
  mean_s = (left_s - length_s) / (gdouble) (n_stretches - 1);
  return length_s >= LEAST_PART * left_s && length_s >= LEAST_TIMES * mean_s && mean_s > 0.0;
}

/**
 * annals_breaks_new_for_bounds:
 * @bounds: (array length=n_bounds): where something begins or ends; is sorted
 * @n_bounds: how many
 * @width_px: how wide each break is drawn at most
 *
 * Finds the stretches in which nothing begins or ends that take a good part of the picture. Each is
 * long by what is left without the longer ones, so that three clusters of events in a thousand
 * million years are all found.
 *
 * Returns: (transfer full) (nullable): them; %NULL when nothing is worth it
 */
AnnalsBreaks *
annals_breaks_new_for_bounds (AnnalsInstant *bounds, gsize n_bounds, gdouble width_px)
{
  Gap gaps[ANNALS_BREAKS_MOST];
  AnnalsBreak breaks[ANNALS_BREAKS_MOST];
  guint n_breaks = 0;
  guint n_gaps;
  guint n_worth = 0;
  gdouble left_s;

  if (n_bounds < LEAST_BOUNDS)
    return NULL;
  qsort (bounds, n_bounds, sizeof *bounds, compare_bounds);
  left_s = seconds_between (bounds[0], bounds[n_bounds - 1]);
  n_gaps = find_gaps (bounds, n_bounds, gaps);
  for (; n_worth < n_gaps && is_worth (gaps[n_worth].length_s, left_s, n_bounds - 1 - n_worth);
       n_worth++)
    left_s -= gaps[n_worth].length_s;
  for (guint i = 0; i < n_worth; i++)
    {
      /* With single days at both ends there would be nothing left to see beside the breaks. */
      gdouble margin_s = CLAMP (left_s * MARGIN_PART, MIN (1.0, gaps[i].length_s / 8.0),
                                gaps[i].length_s * MOST_MARGIN_PART);

      if (round_break (gaps[i].from + (gint64) margin_s, gaps[i].to - (gint64) margin_s,
                       &breaks[n_breaks]))
        n_breaks++;
    }
  return annals_breaks_new (breaks, n_breaks, width_px);
}

static void
add_bounds (GArray *bounds, const AnnalsSpan *span)
{
  const AnnalsInstant all[] = { span->begin_earliest, span->begin_latest, span->end_earliest,
                                span->end_latest };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    if (!annals_instant_is_open (all[i]))
      g_array_append_val (bounds, all[i]);
}

static void
add_date (GArray *bounds, const AnnalsDate *date)
{
  if (date == NULL)
    return;
  add_bounds (bounds, annals_date_get_span (date));
  for (guint i = 0; i < annals_date_get_n_members (date); i++)
    add_bounds (bounds, annals_date_get_member (date, i));
}

static AnnalsBreaks *
find_breaks (AnnalsDocument *document, gdouble width_px)
{
  g_autoptr (GArray) bounds = g_array_new (FALSE, FALSE, sizeof (AnnalsInstant));
  guint n_events = annals_document_get_n_events (document);

  for (guint i = 0; i < n_events; i++)
    {
      const AnnalsEvent *event = annals_document_get_event (document, i);

      add_date (bounds, event->cited);
      add_date (bounds, event->record);
    }
  if (n_events > 0)
    add_date (bounds, annals_document_get_info (document)->published);
  return annals_breaks_new_for_bounds ((AnnalsInstant *) (gpointer) bounds->data, bounds->len,
                                       width_px);
}

/**
 * annals_breaks_new_for_document:
 * @document: a document
 * @automatic: whether its empty stretches are compressed
 * @by_hand: (array length=n_by_hand) (nullable): stretches that are compressed besides
 * @n_by_hand: how many
 * @width_px: how wide each break is drawn at most
 *
 * Empty is, as in annals_breaks_new_for_bounds(), where nothing begins or ends that the timeline
 * draws of the document, neither as cited nor on record, and where the text was not published.
 *
 * Returns: (transfer full) (nullable): the breaks; %NULL when there are none
 */
AnnalsBreaks *
annals_breaks_new_for_document (AnnalsDocument *document,
                                gboolean automatic,
                                const AnnalsBreak *by_hand,
                                guint n_by_hand,
                                gdouble width_px)
{
  g_autoptr (AnnalsBreaks) found = automatic ? find_breaks (document, width_px) : NULL;
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (AnnalsBreak));

  if (n_by_hand > 0)
    g_array_append_vals (all, by_hand, n_by_hand);
  if (found != NULL)
    g_array_append_vals (all, found->breaks, found->n_breaks);
  return annals_breaks_new ((const AnnalsBreak *) (gpointer) all->data, all->len, width_px);
}

/**
 * annals_breaks_ref:
 * @breaks: stretches
 *
 * Returns: (transfer full): the same
 */
AnnalsBreaks *
annals_breaks_ref (AnnalsBreaks *breaks)
{
  g_atomic_ref_count_inc (&breaks->ref_count);
  return breaks;
}

/**
 * annals_breaks_unref:
 * @breaks: (nullable) (transfer full): stretches
 */
void
annals_breaks_unref (AnnalsBreaks *breaks)
{
  if (breaks != NULL && g_atomic_ref_count_dec (&breaks->ref_count))
    g_free (breaks);
}

/**
 * annals_breaks_get_n:
 * @breaks: (nullable): stretches
 *
 * Returns: how many there are
 */
guint
annals_breaks_get_n (const AnnalsBreaks *breaks)
{
  return breaks != NULL ? breaks->n_breaks : 0;
}

/**
 * annals_breaks_get:
 * @breaks: stretches
 * @index: which, in the order of time
 *
 * Returns: (transfer none): it
 */
const AnnalsBreak *
annals_breaks_get (const AnnalsBreaks *breaks, guint index)
{
  return &breaks->breaks[index];
}

/**
 * annals_breaks_get_width:
 * @breaks: stretches
 *
 * Returns: how wide each is drawn at most, in pixels
 */
gdouble
annals_breaks_get_width (const AnnalsBreaks *breaks)
{
  return breaks->width_px;
}

/**
 * annals_break_get_duration_s:
 * @one: a stretch
 *
 * Returns: how long it is, in seconds
 */
gdouble
annals_break_get_duration_s (const AnnalsBreak *one)
{
  return seconds_between (one->first, one->last) + 1.0;
}

/**
 * annals_break_dup_words:
 * @one: a stretch
 *
 * Returns: (transfer full): how long it is, in words such as “26 years”
 */
gchar *
annals_break_dup_words (const AnnalsBreak *one)
{
  return annals_duration_dup_words (one->first, MIN (one->last, ANNALS_INSTANT_LATEST - 1) + 1);
}
