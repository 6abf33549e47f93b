/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>
#include <string.h>

#include "annals-layout-private.h"

/* Which row every event gets. Rows are packed greedily in the order of time; each event claims the
 * room of its mark, its label and the line of its record, so that at rest every label can be set in
 * full. */

typedef struct
{
  AnnalsLayoutEvent *event;
  gdouble mark_px;
  gdouble x0_px;
  gdouble x1_px;
} Claim;

static gint
compare_claims (gconstpointer a, gconstpointer b)
{
  const Claim *first = a;
  const Claim *second = b;

  if (first->event->lane != second->event->lane)
    return first->event->lane < second->event->lane ? -1 : 1;
  if (first->mark_px != second->mark_px)
    return first->mark_px < second->mark_px ? -1 : 1;
  return first->event < second->event ? -1 : first->event > second->event;
}

/* Where the page ends that holds a position: the time area is cut into pages of equal width. */
static gdouble
get_page_edge (const AnnalsScale *scale, guint n_pages, gdouble x_px, guint edge)
{
  gdouble page_px = scale->width_px / n_pages;
  gdouble page = floor ((x_px - scale->x_px) / page_px);

  return scale->x_px + (CLAMP (page, 0.0, n_pages - 1.0) + edge) * page_px;
}

/* The widest stretch of a mark's solid part on one page. */
static gdouble
get_inside (const AnnalsMark *mark, const AnnalsScale *scale, guint n_pages, gdouble gutter_px)
{
  gdouble page_px = scale->width_px / n_pages;
  gdouble widest = 0.0;
  gdouble x0;
  gdouble x1;

  annals_mark_get_clear (mark, &x0, &x1);
  for (guint i = 0; i < n_pages; i++)
    {
      gdouble left = scale->x_px + i * page_px;
      gdouble inside = MIN (x1, left + page_px - gutter_px) - MAX (x0, left);

      widest = MAX (widest, inside);
    }
  return widest;
}

/* The room an event wants: mark, record, and its label inside, to the right, or to the left. A
 * label stays on the page of the mark's end it stands at. */
static void
claim_room (const AnnalsLayout *layout, const AnnalsScale *scale, guint n_pages, Claim *claim)
{
  const AnnalsMetrics *metrics = &layout->metrics;
  const AnnalsLayoutEvent *event = claim->event;
  gdouble left_edge = scale->x_px;
  gdouble right_edge = scale->x_px + scale->width_px - metrics->gutter_px;
  gdouble inset = 2.0 * metrics->label_gap_px;
  gdouble wanted = event->label_px;
  AnnalsMark mark;
  AnnalsMark record;
  gdouble reach[2];
  gdouble inside;

  annals_mark_init (&mark, event->date, event->status, &layout->horizon, scale, metrics);
  annals_mark_get_reach (&mark, metrics, &reach[0], &reach[1]);
  claim->mark_px = mark.x0_px;
  claim->x0_px = reach[0];
  claim->x1_px = reach[1];
  if (event->record != NULL)
    {
      annals_mark_init (&record, event->record, ANNALS_STATUS_HAPPENED, &layout->horizon, scale,
                        metrics);
      claim->x0_px = MIN (claim->x0_px, record.x0_px);
      claim->x1_px = MAX (claim->x1_px, record.x1_px);
    }
  if (mark.x1_px < left_edge || mark.x0_px > right_edge)
    return;
  inside = get_inside (&mark, scale, n_pages, metrics->gutter_px);
  right_edge = get_page_edge (scale, n_pages, reach[1], 1)
               - MAX (metrics->gutter_px, metrics->label_gap_px);
  left_edge = get_page_edge (scale, n_pages, reach[0], 0) + metrics->label_gap_px;
  if (mark.shape == ANNALS_SHAPE_BAR && inside >= wanted + inset && event->note == NULL)
    return;
  if (event->note != NULL)
    wanted += event->note_px + metrics->label_gap_px;
  wanted += metrics->label_gap_px;
  if (reach[1] + wanted <= right_edge)
    claim->x1_px = MAX (claim->x1_px, reach[1] + wanted);
  else if (reach[0] - wanted >= left_edge)
    claim->x0_px = MIN (claim->x0_px, reach[0] - wanted);
}

static guint
find_row (GArray *row_ends, gdouble x0_px)
{
  for (guint i = 0; i < row_ends->len; i++)
    if (g_array_index (row_ends, gdouble, i) <= x0_px)
      return i;
  return row_ends->len;
}

static gboolean
place_claims (AnnalsLayout *layout, GArray *claims)
{
  g_autoptr (GArray) row_ends = g_array_new (FALSE, FALSE, sizeof (gdouble));
  gboolean changed = FALSE;
  guint lane = G_MAXUINT;

  for (guint i = 0; i < claims->len; i++)
    {
      const Claim *claim = &g_array_index (claims, Claim, i);
      gdouble end_px = claim->x1_px + layout->metrics.label_padding_px;
      guint row;

      if (claim->event->lane != lane)
        g_array_set_size (row_ends, 0);
      lane = claim->event->lane;
      row = find_row (row_ends, claim->x0_px);
      if (row == row_ends->len)
        g_array_append_val (row_ends, end_px);
      else
        g_array_index (row_ends, gdouble, row) = end_px;
      changed = changed || claim->event->row != row;
      claim->event->row = row;
      g_array_index (layout->rows, guint, lane) = row_ends->len;
    }
  return changed;
}

/**
 * annals_layout_get_features:
 * @layout: a layout
 * @scale: a scale
 *
 * Returns: the signs that all its events use at that scale, whether in view or not
 */
AnnalsMarkFeatures
annals_layout_get_features (const AnnalsLayout *layout, const AnnalsScale *scale)
{
  AnnalsMarkFeatures features = 0;

  for (guint i = 0; i < layout->events->len && features != ANNALS_ALL_FEATURES; i++)
    {
      const AnnalsLayoutEvent *event = &g_array_index (layout->events, AnnalsLayoutEvent, i);
      AnnalsMark mark;

      annals_mark_init (&mark, event->date, event->status, &layout->horizon, scale,
                        &layout->metrics);
      features |= annals_mark_get_features (&mark, event->date, event->status, scale,
                                            &layout->metrics);
      if (event->record == NULL)
        continue;
      annals_mark_init (&mark, event->record, ANNALS_STATUS_HAPPENED, &layout->horizon, scale,
                        &layout->metrics);
      features |= annals_mark_get_record_features (&mark, event->record);
    }
  return features;
}

/**
 * annals_layout_pack:
 * @layout: a layout
 * @scale: a scale at rest
 *
 * Packs the rows of every lane anew. The rows had before are kept for a movement from there; the
 * first packing has nothing to move from.
 *
 * Returns: whether any event changed its row
 */
gboolean
annals_layout_pack (AnnalsLayout *layout, const AnnalsScale *scale)
{
  return annals_layout_pack_pages (layout, scale, 1);
}

/**
 * annals_layout_pack_pages:
 * @layout: a layout
 * @scale: a scale at rest, over all pages
 * @n_pages: into how many pages of equal width its time area is cut
 *
 * As annals_layout_pack(), for a picture that goes over several pages side by side: an event has
 * the same row on each, and room for its label on one of them.
 *
 * Returns: whether any event changed its row
 */
gboolean
annals_layout_pack_pages (AnnalsLayout *layout, const AnnalsScale *scale, guint n_pages)
{
  g_autoptr (GArray) claims = g_array_new (FALSE, FALSE, sizeof (Claim));
  gboolean changed;

  for (guint i = 0; i < layout->events->len; i++)
    {
      AnnalsLayoutEvent *event = &g_array_index (layout->events, AnnalsLayoutEvent, i);
      Claim claim = { .event = event };

      event->row_before = event->row;
      if (event->lane >= layout->lanes->len)
        continue;
      claim_room (layout, scale, MAX (n_pages, 1), &claim);
      g_array_append_val (claims, claim);
    }
  g_array_sort (claims, compare_claims);
  if (layout->rows->len > 0)
    memcpy (layout->rows_before->data, layout->rows->data, layout->rows->len * sizeof (guint));
  for (guint i = 0; i < layout->rows->len; i++)
    g_array_index (layout->rows, guint, i) = 0;

  changed = place_claims (layout, claims);
  if (!layout->packed)
    {
      layout->packed = TRUE;
      for (guint i = 0; i < layout->events->len; i++)
        g_array_index (layout->events, AnnalsLayoutEvent, i).row_before
            = g_array_index (layout->events, AnnalsLayoutEvent, i).row;
      if (layout->rows->len > 0)
        memcpy (layout->rows_before->data, layout->rows->data, layout->rows->len * sizeof (guint));
    }
  annals_layout_fit_height (layout, layout->fitted_px);
  return changed;
}
