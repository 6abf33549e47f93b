/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>
#include <string.h>

#include "annals-layout-private.h"

/* Which row every event gets. In a lane that shows all of its events, rows are packed greedily in
 * the order of time; each event claims the room of its mark, its label and the line of its record,
 * so that at rest every label can be set in full.
 *
 * A lane that folds has so many rows as fall to it. The best event chooses first: a row with room
 * for its whole label, else for a part of it, else for its mark, if need be at the cost of labels;
 * only when there is no such row the lane gets another. Those that come into view later are placed
 * round those that are there. */

#define SHORT_LABEL_PX 90.0
#define MOST_ROWS 256

/* Room that is taken: with the label, and of the mark alone. */
typedef struct
{
  gdouble room[2];
  gdouble mark[2];
  guint row;
} Taken;

static gint
compare_claims (gconstpointer a, gconstpointer b)
{
  const AnnalsLayoutEvent *first = *(AnnalsLayoutEvent *const *) a;
  const AnnalsLayoutEvent *second = *(AnnalsLayoutEvent *const *) b;

  if (first->lane != second->lane)
    return first->lane < second->lane ? -1 : 1;
  if (first->mark_px != second->mark_px)
    return first->mark_px < second->mark_px ? -1 : 1;
  return first < second ? -1 : first > second;
}

static gint
compare_weights (gconstpointer a, gconstpointer b)
{
  const AnnalsLayoutEvent *first = *(AnnalsLayoutEvent *const *) a;
  const AnnalsLayoutEvent *second = *(AnnalsLayoutEvent *const *) b;

  if (first->weight != second->weight)
    return first->weight > second->weight ? -1 : 1;
  return first->index < second->index ? -1 : first->index > second->index;
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
 * label stays on the page of the mark's end it stands at. Of lanes that fold, what is out of view
 * may come into view, and claims its room as if it were there. */
static void
claim_room (const AnnalsLayout *layout,
            const AnnalsScale *scale,
            guint n_pages,
            AnnalsLayoutEvent *event)
{
  const AnnalsMetrics *metrics = &layout->metrics;
  gdouble left_edge = scale->x_px;
  gdouble right_edge = scale->x_px + scale->width_px - metrics->gutter_px;
  gdouble inset = 2.0 * metrics->label_gap_px;
  gdouble wanted = event->label_px;
  gboolean out;
  AnnalsMark mark;
  gdouble inside;

  annals_layout_init_mark (layout, event, scale, &mark);
  annals_mark_get_reach (&mark, metrics, &event->reach[0], &event->reach[1]);
  event->mark_px = mark.x0_px;
  event->claim[0] = event->reach[0];
  event->claim[1] = event->reach[1];
  out = mark.x1_px < left_edge || mark.x0_px > right_edge;
  if (event->record != NULL)
    {
      AnnalsMark record;

      annals_layout_init_record_mark (layout, event, scale, &record);
      event->claim[0] = MIN (event->claim[0], record.x0_px);
      event->claim[1] = MAX (event->claim[1], record.x1_px);
    }
  if (out && !ANNALS_LAYOUT_LANE (layout, event->lane)->folds)
    return;
  inside = out ? mark.solid1_px - mark.solid0_px
               : get_inside (&mark, scale, n_pages, metrics->gutter_px);
  left_edge = out ? -INFINITY
                  : get_page_edge (scale, n_pages, event->reach[0], 0) + metrics->label_gap_px;
  right_edge = out ? INFINITY
                   : get_page_edge (scale, n_pages, event->reach[1], 1)
                         - MAX (metrics->gutter_px, metrics->label_gap_px);
  if (mark.shape == ANNALS_SHAPE_BAR && inside >= wanted + inset && event->note == NULL)
    return;
  if (event->note != NULL)
    wanted += event->note_px + metrics->label_gap_px;
  wanted += metrics->label_gap_px;
  if (event->reach[1] + wanted <= right_edge)
    event->claim[1] = MAX (event->claim[1], event->reach[1] + wanted);
  else if (event->reach[0] - wanted >= left_edge)
    event->claim[0] = MIN (event->claim[0], event->reach[0] - wanted);
}

static GArray *
get_taken (AnnalsLayout *layout, guint lane)
{
  while (layout->taken->len <= lane)
    g_ptr_array_add (layout->taken, g_array_new (FALSE, FALSE, sizeof (Taken)));
  return layout->taken->pdata[lane];
}

static void
take (AnnalsLayout *layout, const AnnalsLayoutEvent *event, const gdouble *room)
{
  Taken taken = { { room[0], room[1] + layout->metrics.label_padding_px },
                  { event->reach[0], event->reach[1] + layout->metrics.label_gap_px },
                  event->row };

  g_array_append_val (get_taken (layout, event->lane), taken);
}

/* Says how much room everything claims on a scale. What has a row keeps it. */
void
annals_layout_claim (AnnalsLayout *layout, const AnnalsScale *scale, guint n_pages)
{
  layout->claimed = *scale;
  for (guint i = 0; i < layout->lanes->len; i++)
    g_array_set_size (get_taken (layout, i), 0);
  for (guint i = 0; i < layout->events->len; i++)
    {
      AnnalsLayoutEvent *event = ANNALS_LAYOUT_EVENT (layout, i);

      claim_room (layout, scale, n_pages, event);
      if (event->placed && ANNALS_LAYOUT_LANE (layout, event->lane)->folds)
        take (layout, event, event->claim);
    }
}

/* What an event asks for. */
typedef struct
{
  gdouble room[2];
  gboolean over_labels; /* labels may have to give way to it */
  guint n_rows;
} Wish;

/* The first row in which a wish can be granted; before all others the row it had, unless that was
 * one beyond the share of the lane. */
static gboolean
find_free_row (AnnalsLayout *layout, AnnalsLayoutEvent *event, const Wish *wish, gboolean had_row)
{
  GArray *taken = get_taken (layout, event->lane);
  gdouble right = wish->room[1] + layout->metrics.label_padding_px;
  guint8 blocked[MOST_ROWS] = { 0 };

  for (guint i = 0; i < taken->len; i++)
    {
      const Taken *other = &g_array_index (taken, Taken, i);
      const gdouble *there = wish->over_labels ? other->mark : other->room;

      if (there[0] < right && wish->room[0] < there[1])
        blocked[MIN (other->row, MOST_ROWS - 1)] = 1;
    }
  if (had_row && event->row < layout->n_rows && !blocked[event->row])
    return TRUE;
  for (guint i = 0; i < wish->n_rows; i++)
    if (!blocked[i])
      {
        event->row = i;
        return TRUE;
      }
  return FALSE;
}

/* Gives an event a row among those that have one. */
static void
place (AnnalsLayout *layout, AnnalsLayoutEvent *event, gboolean had_row)
{
  gdouble label_px = SHORT_LABEL_PX * layout->metrics.text_scale;
  const Wish wishes[] = {
    { { event->claim[0], event->claim[1] }, FALSE, layout->n_rows },
    { { MAX (event->claim[0], event->reach[0] - label_px),
        MIN (event->claim[1], event->reach[1] + label_px) },
      FALSE,
      layout->n_rows },
    { { event->reach[0], event->reach[1] }, FALSE, layout->n_rows },
    { { event->reach[0], event->reach[1] }, TRUE, layout->n_rows },
    { { event->reach[0], event->reach[1] }, TRUE, MOST_ROWS },
  };
  guint *n_rows = &g_array_index (layout->rows, guint, event->lane);
  guint i = 0;

  while (i < G_N_ELEMENTS (wishes) && !find_free_row (layout, event, &wishes[i], had_row))
    i++;
  if (i == G_N_ELEMENTS (wishes))
    event->row = MOST_ROWS - 1;
  event->placed = TRUE;
  *n_rows = MAX (*n_rows, event->row + 1);
  take (layout, event, wishes[MIN (i, G_N_ELEMENTS (wishes) - 1)].room);
}

/* Those of lanes that fold, the best first. */
static void
gather_waiting (AnnalsLayout *layout, gboolean all)
{
  g_ptr_array_set_size (layout->waiting, 0);
  for (guint i = 0; i < layout->events->len; i++)
    {
      AnnalsLayoutEvent *event = ANNALS_LAYOUT_EVENT (layout, i);

      if (ANNALS_LAYOUT_LANE (layout, event->lane)->folds && (all || !event->placed))
        g_ptr_array_add (layout->waiting, event);
    }
  g_ptr_array_sort (layout->waiting, compare_weights);
}

/* Places what has come into view round what is there; nothing that has a row moves. */
void
annals_layout_place_new (AnnalsLayout *layout)
{
  gather_waiting (layout, FALSE);
  for (guint i = 0; i < layout->waiting->len; i++)
    {
      AnnalsLayoutEvent *event = layout->waiting->pdata[i];

      place (layout, event, FALSE);
      event->row_before = event->row;
    }
}

static gboolean
place_folding (AnnalsLayout *layout)
{
  gboolean changed = FALSE;

  gather_waiting (layout, TRUE);
  for (guint i = 0; i < layout->waiting->len; i++)
    {
      AnnalsLayoutEvent *event = layout->waiting->pdata[i];
      gboolean had_row = event->placed;
      guint before = event->row;

      place (layout, event, had_row);
      changed = changed || (had_row && event->row != before);
      if (!had_row)
        event->row_before = event->row;
    }
  return changed;
}

static guint
find_row (GArray *row_ends, gdouble x0_px)
{
  for (guint i = 0; i < row_ends->len; i++)
    if (g_array_index (row_ends, gdouble, i) <= x0_px)
      return i;
  return row_ends->len;
}

/* Lanes that show all of their events, in the order of time. */
static gboolean
place_all (AnnalsLayout *layout)
{
  g_autoptr (GArray) row_ends = g_array_new (FALSE, FALSE, sizeof (gdouble));
  gboolean changed = FALSE;
  guint lane = G_MAXUINT;

  g_ptr_array_set_size (layout->waiting, 0);
  for (guint i = 0; i < layout->events->len; i++)
    if (!ANNALS_LAYOUT_LANE (layout, ANNALS_LAYOUT_EVENT (layout, i)->lane)->folds)
      g_ptr_array_add (layout->waiting, ANNALS_LAYOUT_EVENT (layout, i));
  g_ptr_array_sort (layout->waiting, compare_claims);
  for (guint i = 0; i < layout->waiting->len; i++)
    {
      AnnalsLayoutEvent *event = layout->waiting->pdata[i];
      gdouble end_px = event->claim[1] + layout->metrics.label_padding_px;
      guint row;

      if (event->lane != lane)
        g_array_set_size (row_ends, 0);
      lane = event->lane;
      row = find_row (row_ends, event->claim[0]);
      if (row == row_ends->len)
        g_array_append_val (row_ends, end_px);
      else
        g_array_index (row_ends, gdouble, row) = end_px;
      changed = changed || event->row != row;
      event->row = row;
      event->placed = TRUE;
      g_array_index (layout->rows, guint, lane) = row_ends->len;
    }
  return changed;
}

/**
 * annals_layout_pack:
 * @layout: a layout
 * @scale: a scale at rest
 *
 * Chooses what is shown round the part of time that @scale shows, and packs the rows of every lane
 * anew. The rows had before are kept for a movement from there; the first packing has nothing to
 * move from.
 *
 * Returns: whether any event changed its row
 */
gboolean
annals_layout_pack (AnnalsLayout *layout, const AnnalsScale *scale)
{
  return annals_layout_pack_pages (layout, scale, 1);
}

static void
start_rows (AnnalsLayout *layout)
{
  layout->n_rows = annals_layout_get_lane_share (layout);
  if (layout->rows->len > 0)
    memcpy (layout->rows_before->data, layout->rows->data, layout->rows->len * sizeof (guint));
  for (guint i = 0; i < layout->rows->len; i++)
    g_array_index (layout->rows, guint, i) = ANNALS_LAYOUT_LANE (layout, i)->folds ? layout->n_rows
                                                                                   : 0;
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
  gboolean changed;

  start_rows (layout);
  annals_layout_choose (layout, scale, scale->width_px / MAX (n_pages, 1));
  for (guint i = 0; i < layout->events->len; i++)
    ANNALS_LAYOUT_EVENT (layout, i)->row_before = ANNALS_LAYOUT_EVENT (layout, i)->row;
  annals_layout_claim (layout, scale, MAX (n_pages, 1));
  for (guint i = 0; i < layout->lanes->len; i++)
    g_array_set_size (get_taken (layout, i), 0);
  changed = place_all (layout);
  changed |= place_folding (layout);
  if (!layout->packed)
    {
      layout->packed = TRUE;
      for (guint i = 0; i < layout->events->len; i++)
        ANNALS_LAYOUT_EVENT (layout, i)->row_before = ANNALS_LAYOUT_EVENT (layout, i)->row;
      if (layout->rows->len > 0)
        memcpy (layout->rows_before->data, layout->rows->data, layout->rows->len * sizeof (guint));
    }
  annals_layout_fit_height (layout, layout->fitted_px);
  return changed;
}

/* Claims are made on one scale; while one only pans that is the one of the last packing. */
static void
follow_claims (AnnalsLayout *layout, const AnnalsScale *scale)
{
  AnnalsScale claimed = scale->s_per_px == layout->claimed.s_per_px ? layout->claimed : *scale;

  annals_layout_claim (layout, &claimed, 1);
}

/* Rows beyond the share of a lane go with what they were for. */
static void
drop_rows (AnnalsLayout *layout)
{
  for (guint i = 0; i < layout->lanes->len; i++)
    if (ANNALS_LAYOUT_LANE (layout, i)->folds)
      g_array_index (layout->rows, guint, i) = layout->n_rows;
  for (guint i = 0; i < layout->events->len; i++)
    {
      const AnnalsLayoutEvent *event = ANNALS_LAYOUT_EVENT (layout, i);
      guint *n_rows = &g_array_index (layout->rows, guint, event->lane);

      if (event->placed)
        *n_rows = MAX (*n_rows, event->row + 1);
    }
}

/**
 * annals_layout_follow:
 * @layout: a layout that has been packed
 * @scale: what is shown now
 * @selected: the event that is selected, or -1
 *
 * Follows a pan or a zoom: what comes into view is placed round what is there, what is selected is
 * shown, and when a zoom comes to another level of detail what is shown is chosen anew, while what
 * stays keeps its row.
 *
 * Returns: whether lanes have become higher
 */
gboolean
annals_layout_follow (AnnalsLayout *layout, const AnnalsScale *scale, gint selected)
{
  gdouble height_px = annals_layout_get_height (layout);
  gboolean changed;
  AnnalsDetail detail;

  if (!layout->folds || !layout->packed)
    return FALSE;
  annals_detail_init (&detail, scale->s_per_px, layout->n_rows);
  if (annals_detail_equal (&detail, &layout->detail))
    changed = annals_layout_extend (layout, scale);
  else
    {
      annals_layout_choose (layout, scale, scale->width_px / 8.0);
      changed = TRUE;
    }
  changed |= annals_layout_keep (layout, selected);
  if (!changed)
    return FALSE;
  follow_claims (layout, scale);
  drop_rows (layout);
  annals_layout_place_new (layout);
  annals_layout_fit_height (layout, layout->fitted_px);
  return annals_layout_get_height (layout) != height_px;
}
