/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annals-eras.h"
#include "annals-index-private.h"
#include "annals-letters.h"

/* Which events are eras, and in which row their labels stand. Rows depend on time alone, so that
 * nothing changes its row while one zooms. */

#define MOST_ROWS 2

struct _AnnalsEras
{
  GArray *eras;
  guint n_rows;
  guint depth;
};

static void
clear_era (gpointer data)
{
  AnnalsEra *era = data;

  g_free (era->label);
  g_free (era->words);
}

/**
 * annals_eras_are_shown:
 * @document: a document
 *
 * Eras are the background of something; a document that has nothing else with a date shows them as
 * events.
 *
 * Returns: whether eras are shown as such
 */
gboolean
annals_eras_are_shown (AnnalsDocument *document)
{
  for (guint i = 0; i < annals_document_get_n_events (document); i++)
    {
      const AnnalsEvent *event = annals_document_get_event (document, i);

      if (!event->is_era && annals_event_get_drawn_date (event) != NULL)
        return TRUE;
    }

  return FALSE;
}

static void
add_era (AnnalsEras *eras,
         AnnalsDocument *document,
         guint index,
         AnnalsMeasureFunc measure,
         gpointer user_data)
{
  const AnnalsEvent *event = annals_document_get_event (document, index);
  const gchar *label = event->short_label != NULL ? event->short_label : event->label;
  AnnalsEra era = { .event = index,
                    .lane = event->lane,
                    .color = annals_document_get_lane (document, event->lane)->color,
                    .status = event->status,
                    .date = annals_event_get_drawn_date (event) };

  era.label = annals_letters_dup_line (label);
  era.label_px = measure (ANNALS_FONT_NOTE, era.label, user_data);
  era.words = annals_date_dup_words (era.date, ANNALS_WORDS_SHORT);
  era.words_px = measure (ANNALS_FONT_NOTE, era.words, user_data);
  g_array_append_val (eras->eras, era);
}

static gint
compare_eras_cb (gconstpointer a, gconstpointer b)
{
  const AnnalsEra *first = a;
  const AnnalsEra *second = b;
  gint order = annals_span_compare (annals_date_get_span (first->date),
                                    annals_date_get_span (second->date));

  return order != 0 ? order : (first->event > second->event) - (first->event < second->event);
}

/* The first row that is free by then; else the one that is free the soonest. */
static void
choose_rows (AnnalsEras *eras)
{
  AnnalsInstant busy_until[MOST_ROWS];

  for (guint row = 0; row < MOST_ROWS; row++)
    busy_until[row] = ANNALS_INSTANT_MIN;
  for (guint i = 0; i < eras->eras->len; i++)
    {
      AnnalsEra *era = &g_array_index (eras->eras, AnnalsEra, i);
      const AnnalsSpan *span = annals_date_get_span (era->date);
      AnnalsInstant begin = annals_span_get_earliest (span);
      guint soonest = 0;

      for (guint row = 0; row < MOST_ROWS; row++)
        if (busy_until[row] < busy_until[soonest])
          soonest = row;
      era->row = busy_until[0] <= begin ? 0 : soonest;
      busy_until[era->row] = MAX (busy_until[era->row], annals_span_get_latest (span));
      eras->n_rows = MAX (eras->n_rows, era->row + 1);
    }
}

/* The numbers of the dated events that are eras; none when these are shown as events. */
static GArray *
list_eras (AnnalsDocument *document)
{
  guint n_others = 0;
  GArray *list = document != NULL ? annals_index_dup_eras (document, &n_others) : NULL;

  if (list != NULL)
    return n_others > 0 ? list : g_array_set_size (list, 0);
  list = g_array_new (FALSE, FALSE, sizeof (guint));
  if (document == NULL || !annals_eras_are_shown (document))
    return list;
  for (guint i = 0; i < annals_document_get_n_events (document); i++)
    {
      const AnnalsEvent *event = annals_document_get_event (document, i);

      if (event->is_era && annals_event_get_drawn_date (event) != NULL)
        g_array_append_val (list, i);
    }
  return list;
}

static gint
compare_instants_cb (gconstpointer a, gconstpointer b)
{
  AnnalsInstant first = *(const AnnalsInstant *) a;
  AnnalsInstant second = *(const AnnalsInstant *) b;

  return (first > second) - (first < second);
}

/* How many lie over one another at most. Eras are in the order of their begins. */
static void
count_depth (AnnalsEras *eras)
{
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (AnnalsInstant));
  guint n_over = 0;

  for (guint i = 0; i < eras->eras->len; i++)
    {
      AnnalsInstant end = annals_span_get_latest (
          annals_date_get_span (annals_eras_get (eras, i)->date));

      g_array_append_val (ends, end);
    }
  g_array_sort (ends, compare_instants_cb);
  for (guint i = 0; i < eras->eras->len; i++)
    {
      AnnalsInstant begin = annals_span_get_earliest (
          annals_date_get_span (annals_eras_get (eras, i)->date));

      while (n_over < ends->len && g_array_index (ends, AnnalsInstant, n_over) < begin)
        n_over++;
      eras->depth = MAX (eras->depth, i + 1 - MIN (n_over, i));
    }
}

/**
 * annals_eras_new:
 * @document: (nullable): a document, or %NULL for no eras
 * @lanes: (nullable) (array zero-terminated=1): ids of the lanes shown; %NULL for all
 * @range: (nullable): which eras are shown by their time; %NULL for all
 * @measure: tells how wide a label will be
 * @user_data: handed to @measure
 *
 * Gathers the eras of a document, which must not change while they are used.
 *
 * Returns: (transfer full): the eras
 */
AnnalsEras *
annals_eras_new (AnnalsDocument *document,
                 const gchar *const *lanes,
                 const AnnalsRange *range,
                 AnnalsMeasureFunc measure,
                 gpointer user_data)
{
  g_autoptr (GArray) list = list_eras (document);
  AnnalsEras *eras = g_new0 (AnnalsEras, 1);

  eras->eras = g_array_new (FALSE, FALSE, sizeof (AnnalsEra));
  g_array_set_clear_func (eras->eras, clear_era);
  for (guint i = 0; i < list->len; i++)
    {
      guint index = g_array_index (list, guint, i);
      const AnnalsEvent *event = annals_document_get_event (document, index);

      if (event->lane >= annals_document_get_n_lanes (document))
        continue;
      if (lanes != NULL
          && !g_strv_contains (lanes, annals_document_get_lane (document, event->lane)->id))
        continue;
      if (range == NULL || annals_document_is_in_range (document, event, range))
        add_era (eras, document, index, measure, user_data);
    }
  g_array_sort (eras->eras, compare_eras_cb);
  choose_rows (eras);
  count_depth (eras);

  return eras;
}

/**
 * annals_eras_free:
 * @eras: (transfer full): eras
 *
 * Frees eras.
 */
void
annals_eras_free (AnnalsEras *eras)
{
  g_array_unref (eras->eras);
  g_free (eras);
}

/**
 * annals_eras_get_n:
 * @eras: eras
 *
 * Returns: how many there are
 */
guint
annals_eras_get_n (const AnnalsEras *eras)
{
  return eras->eras->len;
}

/**
 * annals_eras_get:
 * @eras: eras
 * @i: which, in the order of time
 *
 * Returns: (transfer none): the era
 */
const AnnalsEra *
annals_eras_get (const AnnalsEras *eras, guint i)
{
  g_return_val_if_fail (i < eras->eras->len, NULL);

  return &g_array_index (eras->eras, AnnalsEra, i);
}

/**
 * annals_eras_find:
 * @eras: eras
 * @event: an event, or -1
 *
 * Returns: (transfer none) (nullable): the event's era, if it is one
 */
const AnnalsEra *
annals_eras_find (const AnnalsEras *eras, gint event)
{
  for (guint i = 0; i < eras->eras->len; i++)
    if ((gint) annals_eras_get (eras, i)->event == event)
      return annals_eras_get (eras, i);

  return NULL;
}

/**
 * annals_eras_get_n_rows:
 * @eras: eras
 *
 * Returns: how many rows their labels take
 */
guint
annals_eras_get_n_rows (const AnnalsEras *eras)
{
  return eras->n_rows;
}

/**
 * annals_eras_get_depth:
 * @eras: eras
 *
 * Returns: how many of them there are at the same time, at most
 */
guint
annals_eras_get_depth (const AnnalsEras *eras)
{
  return eras->depth;
}

/**
 * annals_eras_get_extent:
 * @eras: eras
 * @first: (inout): made as early as the earliest known bound of an era
 * @last: (inout): made as late as the latest one
 *
 * Tells how far they reach.
 */
void
annals_eras_get_extent (const AnnalsEras *eras, AnnalsInstant *first, AnnalsInstant *last)
{
  for (guint i = 0; i < eras->eras->len; i++)
    {
      const AnnalsSpan *span = annals_date_get_span (annals_eras_get (eras, i)->date);
      const AnnalsInstant bounds[] = { span->begin_earliest, span->begin_latest, span->end_earliest,
                                       span->end_latest };

      for (guint k = 0; k < G_N_ELEMENTS (bounds); k++)
        {
          if (annals_instant_is_open (bounds[k]))
            continue;
          *first = MIN (*first, bounds[k]);
          *last = MAX (*last, bounds[k]);
        }
    }
}
