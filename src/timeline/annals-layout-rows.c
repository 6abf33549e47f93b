/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>
#include <string.h>

#include "annals-layout-private.h"

/* Which row every event gets. In a lane that shows all of its events, rows are packed greedily in
 * the order of time; each event claims the room of its mark, its label and the line of its record,
 * so that at rest every label can be set in full; one whose label has to stand above it claims two
 * rows.
 *
 * A lane that folds has so many rows as fall to it. The best event chooses first: a row with room
 * for its whole label, else for a part of it, else for its mark, if need be at the cost of labels;
 * only when there is no such row the lane gets another. Those that come into view later are placed
 * round those that are there. While the picture moves no lane gets another row: what finds none is
 * counted in its cluster until the motion has come to rest, and in a picture whose rows are limited
 * it stays there. What is pinned is never hidden: it takes the place of lesser events, which are
 * counted, and lies over others only where those are pinned too. In a picture whose rows are
 * limited it has rows of its own, for which those of all lanes become fewer. What is selected gets
 * a row at once. */

/* How much wider, on both sides, than what is seen the window is that is chosen while zooming. */
#define WINDOW_MARGIN 0.125

#define MOST_ROWS 256

/* To lie over what does not give way is worse than to displace any number of others. */
#define COST_OF_STAYING (G_GUINT64_CONSTANT (1) << 48)

/* Room that is taken: with the label, and of the mark alone. */
typedef struct
{
  gdouble room[2];
  gdouble mark[2];
  gdouble whole[2]; /* both together */
  guint row;
  AnnalsLayoutEvent *event;
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

  if (!first->pinned != !second->pinned)
    return first->pinned ? -1 : 1;
  if (first->weight != second->weight)
    return first->weight > second->weight ? -1 : 1;
  return first->index < second->index ? -1 : first->index > second->index;
}

static GArray *
get_taken (AnnalsLayout *layout, guint lane)
{
  while (layout->taken->len <= lane)
    g_ptr_array_add (layout->taken, g_array_new (FALSE, FALSE, sizeof (Taken)));
  return layout->taken->pdata[lane];
}

static void
take (AnnalsLayout *layout, AnnalsLayoutEvent *event, const gdouble *room)
{
  Taken taken = { .room = { room[0], room[1] + layout->metrics.label_padding_px },
                  .mark = { event->reach[0], event->reach[1] + layout->metrics.label_gap_px },
                  .row = event->row,
                  .event = event };

  taken.whole[0] = MIN (taken.room[0], taken.mark[0]);
  taken.whole[1] = MAX (taken.room[1], taken.mark[1]);

  g_array_append_val (get_taken (layout, event->lane), taken);
}

/* Says how much room everything claims on a scale. What has a row keeps it. */
static void
claim (AnnalsLayout *layout, const AnnalsScale *scale, guint n_pages)
{
  annals_layout_claim_room (layout, scale, n_pages);
  for (guint i = 0; i < layout->lanes->len; i++)
    g_array_set_size (get_taken (layout, i), 0);
  for (guint i = 0; i < layout->events->len; i++)
    {
      AnnalsLayoutEvent *event = ANNALS_LAYOUT_EVENT (layout, i);

      if (event->placed && ANNALS_LAYOUT_LANE (layout, event->lane)->folds)
        take (layout, event, event->claim);
    }
}

/* What an event asks for, the most first. */
typedef struct
{
  gdouble room[2];
  gboolean over_labels; /* labels may have to give way to it */
  guint n_rows;
} Wish;

#define N_WISHES 5

/* Notes for each row which wishes cannot be granted there. */
static void
find_blocked (AnnalsLayout *layout, guint lane, const Wish *wishes, guint8 *blocked)
{
  GArray *taken = get_taken (layout, lane);
  gdouble padding_px = layout->metrics.label_padding_px;
  gdouble left = wishes[0].room[0];
  gdouble right = wishes[0].room[1];

  memset (blocked, 0, MOST_ROWS);
  for (guint i = 1; i < N_WISHES; i++)
    {
      left = MIN (left, wishes[i].room[0]);
      right = MAX (right, wishes[i].room[1]);
    }
  for (guint i = 0; i < taken->len; i++)
    {
      const Taken *other = &g_array_index (taken, Taken, i);
      guint8 *row = &blocked[MIN (other->row, MOST_ROWS - 1)];

      if (other->whole[0] >= right + padding_px || left >= other->whole[1])
        continue;
      for (guint j = 0; j < N_WISHES; j++)
        {
          const gdouble *there = wishes[j].over_labels ? other->mark : other->room;

          *row |= (guint8) ((there[0] < wishes[j].room[1] + padding_px
                             && wishes[j].room[0] < there[1])
                            << j);
        }
    }
}

/* The first row in which a wish can be granted; before all others the row it had, unless that was
 * one beyond the share of the lane. */
static gboolean
find_free_row (const AnnalsLayout *layout,
               AnnalsLayoutEvent *event,
               const guint8 *blocked,
               guint8 bit,
               guint n_rows,
               gboolean had_row)
{
  if (had_row && event->row < layout->n_rows && (blocked[event->row] & bit) == 0)
    return TRUE;
  for (guint i = 0; i < n_rows; i++)
    if ((blocked[i] & bit) == 0)
      {
        event->row = i;
        return TRUE;
      }
  return FALSE;
}

/* Whether a mark stands in the way of another, which is not in a row yet. */
static gboolean
is_in_way (const Taken *other, const AnnalsLayoutEvent *event)
{
  return other->mark[0] < event->reach[1] && event->reach[0] < other->mark[1];
}

/* Whether it gives way to nothing. */
static gboolean
stays (const AnnalsLayout *layout, const Taken *taken)
{
  return taken->event->pinned || (gint) taken->event->index == layout->kept;
}

/* The row in which the least has to give way: nothing that stays, if there is such a row. */
static guint
find_row_to_clear (AnnalsLayout *layout, const AnnalsLayoutEvent *event, guint n_rows)
{
  GArray *taken = get_taken (layout, event->lane);
  guint64 costs[MOST_ROWS] = { 0 };
  guint best = 0;

  for (guint i = 0; i < taken->len; i++)
    {
      const Taken *other = &g_array_index (taken, Taken, i);

      if (is_in_way (other, event))
        costs[MIN (other->row, MOST_ROWS - 1)] += stays (layout, other)
                                                      ? COST_OF_STAYING
                                                      : (guint64) other->event->weight + 1;
    }
  for (guint i = 1; i < MIN (n_rows, MOST_ROWS); i++)
    if (costs[i] < costs[best])
      best = i;
  return best;
}

/* What is pinned displaces lesser events, which are counted. Tells whether there is something else
 * that it lies over all the same. */
static gboolean
displace_others (AnnalsLayout *layout, AnnalsLayoutEvent *event, guint n_rows)
{
  GArray *taken = get_taken (layout, event->lane);
  gboolean crowded = FALSE;

  event->row = find_row_to_clear (layout, event, n_rows);
  for (guint i = taken->len; i-- > 0;)
    {
      const Taken *other = &g_array_index (taken, Taken, i);

      if (other->row != event->row || !is_in_way (other, event))
        continue;
      crowded = crowded || stays (layout, other);
      if (stays (layout, other))
        continue;
      other->event->placed = FALSE;
      g_array_remove_index_fast (taken, i);
    }
  return crowded;
}

/* Gives an event a row among those that have one; without @grows, only if the lane has such a row.
 */
static void
place (AnnalsLayout *layout, AnnalsLayoutEvent *event, gboolean had_row, gboolean grows)
{
  gdouble label_px = ANNALS_LAYOUT_SHORT_LABEL_PX * layout->metrics.text_scale;
  guint *n_rows = &g_array_index (layout->rows, guint, event->lane);
  const Wish wishes[N_WISHES] = {
    { { event->claim[0], event->claim[1] }, FALSE, layout->n_rows },
    { { MAX (event->claim[0], event->reach[0] - label_px),
        MIN (event->claim[1], event->reach[1] + label_px) },
      FALSE,
      layout->n_rows },
    { { event->reach[0], event->reach[1] }, FALSE, layout->n_rows },
    { { event->reach[0], event->reach[1] }, TRUE, layout->n_rows },
    { { event->reach[0], event->reach[1] }, TRUE, grows ? MOST_ROWS : *n_rows },
  };
  guint8 blocked[MOST_ROWS];
  guint i = 0;

  find_blocked (layout, event->lane, wishes, blocked);
  while (i < N_WISHES
         && !find_free_row (layout, event, blocked, (guint8) (1 << i), wishes[i].n_rows, had_row))
    i++;
  event->crowded = i == N_WISHES;
  event->placed = !event->crowded || grows || event->pinned;
  if (!event->placed)
    return;
  if (event->crowded && grows)
    event->row = MOST_ROWS - 1;
  else if (event->crowded)
    event->crowded = displace_others (layout, event, *n_rows);
  *n_rows = MAX (*n_rows, event->row + 1);
  take (layout, event, wishes[MIN (i, N_WISHES - 1)].room);
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

/* Places what has come into view round what is there; nothing that has a row moves. Tells whether
 * something lies over others. */
static gboolean
place_new (AnnalsLayout *layout, gboolean grows)
{
  gboolean crowded = FALSE;

  gather_waiting (layout, FALSE);
  for (guint i = 0; i < layout->waiting->len; i++)
    {
      AnnalsLayoutEvent *event = layout->waiting->pdata[i];

      place (layout, event, FALSE, grows || layout->kept == (gint) event->index);
      event->row_before = event->row;
      crowded |= event->placed && event->crowded;
    }
  return crowded;
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

      place (layout, event, had_row,
             !layout->limited || (event->pinned && !layout->limit.overlaps));
      changed = changed || (had_row && event->row != before);
      if (!had_row)
        event->row_before = event->row;
    }
  return changed;
}

/* The first row that is free from there on, and the one above it too if @above. */
static guint
find_row (const GArray *row_ends, gdouble x0_px, gboolean above)
{
  guint n_free = 0;

  for (guint i = 0; i < row_ends->len; i++)
    {
      n_free = g_array_index (row_ends, gdouble, i) <= x0_px ? n_free + 1 : 0;
      if (n_free > above)
        return i;
    }
  return row_ends->len + (above && n_free == 0);
}

/* Takes a row up to there, and the one above it if @above. */
static void
take_row (GArray *row_ends, guint row, gdouble end_px, gboolean above)
{
  while (row_ends->len <= row)
    g_array_append_val (row_ends, end_px);
  for (guint i = row - above; i <= row; i++)
    g_array_index (row_ends, gdouble, i) = end_px;
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
      row = find_row (row_ends, event->claim[0], event->above);
      take_row (row_ends, row, end_px, event->above);
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

/* What moves from here on, moves from where it is. */
static void
keep_rows (AnnalsLayout *layout)
{
  if (layout->rows->len > 0)
    memcpy (layout->rows_before->data, layout->rows->data, layout->rows->len * sizeof (guint));
  for (guint i = 0; i < layout->events->len; i++)
    ANNALS_LAYOUT_EVENT (layout, i)->row_before = ANNALS_LAYOUT_EVENT (layout, i)->row;
}

static gboolean
has_other_rows (const AnnalsLayout *layout)
{
  return layout->rows->len > 0
         && memcmp (layout->rows_before->data, layout->rows->data,
                    layout->rows->len * sizeof (guint))
                != 0;
}

static void
start_rows (AnnalsLayout *layout)
{
  for (guint i = 0; i < layout->rows->len; i++)
    g_array_index (layout->rows, guint, i) = ANNALS_LAYOUT_LANE (layout, i)->folds ? layout->n_rows
                                                                                   : 0;
}

/* How many rows a lane that folds is to have. Where rows are limited that depends on how many the
 * others take. */
static guint
find_share (AnnalsLayout *layout, const AnnalsScale *scale, guint n_pages)
{
  if (!layout->limited)
    return annals_layout_get_lane_share (layout);
  start_rows (layout);
  claim (layout, scale, n_pages);
  place_all (layout);
  return annals_layout_deal_rows (layout);
}

/* What is alone in its cluster stands in a row where there is one that is free, so that it can be
 * seen how long it lasted. */
static void
place_singles (AnnalsLayout *layout, const AnnalsScale *scale, guint n_pages)
{
  if (!annals_layout_show_singles (layout))
    return;
  claim (layout, scale, n_pages);
  place_new (layout, FALSE);
  annals_layout_fold_unplaced (layout);
  annals_layout_correct_counts (layout);
}

/* Chooses what is shown with so many rows in lanes that fold, and gives it rows. */
static gboolean
place_in_rows (AnnalsLayout *layout, const AnnalsScale *scale, guint n_pages)
{
  gdouble margin_px = scale->width_px / n_pages;
  gboolean changed;

  start_rows (layout);
  annals_layout_choose (layout, scale, margin_px, margin_px, TRUE);
  for (guint i = 0; i < layout->events->len; i++)
    ANNALS_LAYOUT_EVENT (layout, i)->row_before = ANNALS_LAYOUT_EVENT (layout, i)->row;
  claim (layout, scale, n_pages);
  for (guint i = 0; i < layout->lanes->len; i++)
    g_array_set_size (get_taken (layout, i), 0);
  changed = place_all (layout);
  changed |= place_folding (layout);
  if (layout->limited)
    annals_layout_fold_unplaced (layout);
  annals_layout_correct_counts (layout);
  place_singles (layout, scale, n_pages);
  return changed;
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

  keep_rows (layout);
  layout->n_rows = find_share (layout, scale, MAX (n_pages, 1));
  changed = place_in_rows (layout, scale, MAX (n_pages, 1));
  while (layout->limited && layout->n_rows > layout->limit.least_rows
         && annals_layout_is_too_high (layout))
    {
      layout->n_rows--;
      changed = place_in_rows (layout, scale, MAX (n_pages, 1));
    }
  layout->unsettled = FALSE;
  changed |= has_other_rows (layout);
  if (!layout->packed)
    {
      layout->packed = TRUE;
      keep_rows (layout);
    }
  annals_layout_fit_height (layout, layout->fitted_px);
  if (layout->folds && !layout->limited)
    annals_layout_look_around (layout, scale);
  return changed;
}

/* Claims are made on one scale; while one only pans that is the one of the last packing. */
static void
follow_claims (AnnalsLayout *layout, const AnnalsScale *scale)
{
  AnnalsScale claimed = scale->s_per_px == layout->claimed.s_per_px ? layout->claimed : *scale;

  claim (layout, &claimed, 1);
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
 * stays keeps its row. Lanes keep their height meanwhile, unless what is selected needs a row more:
 * what finds no row waits in its cluster for annals_layout_settle(), as does what has to make room
 * for what is pinned. All this is done for the lanes in sight; see annals_layout_set_sight().
 *
 * Returns: whether lanes have become higher for what is selected, which can be moved to over time
 *   (annals_layout_set_progress())
 */
gboolean
annals_layout_follow (AnnalsLayout *layout, const AnnalsScale *scale, gint selected)
{
  gboolean changed;
  gboolean higher;
  AnnalsDetail detail;

  if (!layout->folds || !layout->packed || layout->limited)
    return FALSE;
  annals_detail_init (&detail, scale->s_per_px, layout->n_rows);
  if (annals_detail_equal (&detail, &layout->detail))
    {
      changed = annals_layout_extend (layout, scale);
      annals_layout_look_ahead (layout, scale, scale->width_px * WINDOW_MARGIN);
    }
  else
    {
      annals_layout_choose (layout, scale, scale->width_px * WINDOW_MARGIN, 0.0, FALSE);
      layout->seen = *scale;
      changed = TRUE;
    }
  changed |= annals_layout_keep (layout, selected);
  if (!changed)
    return FALSE;
  if (layout->progress >= 1.0)
    keep_rows (layout);
  follow_claims (layout, scale);
  layout->unsettled |= place_new (layout, FALSE);
  layout->unsettled |= annals_layout_fold_unplaced (layout);
  annals_layout_correct_counts (layout);
  higher = layout->progress >= 1.0 && has_other_rows (layout);
  if (higher || layout->progress < 1.0)
    annals_layout_fit_height (layout, layout->fitted_px);
  return higher;
}

/* Whether a lane has rows beyond its share that nothing stands in any more. Of lanes out of sight
 * it may not be known. */
static gboolean
has_rows_to_drop (const AnnalsLayout *layout)
{
  g_autofree guint *used = g_new0 (guint, MAX (layout->lanes->len, 1));
  gboolean drops = FALSE;

  for (guint i = 0; i < layout->events->len; i++)
    {
      const AnnalsLayoutEvent *event = ANNALS_LAYOUT_EVENT (layout, i);

      used[event->lane] = MAX (used[event->lane], event->row + 1);
    }
  for (guint i = 0; i < layout->lanes->len && !drops; i++)
    drops = ANNALS_LAYOUT_LANE (layout, i)->folds && ANNALS_LANE_SIGHT (layout, i)->is_chosen
            && MAX (used[i], layout->n_rows) < g_array_index (layout->rows, guint, i);
  return drops;
}

/**
 * annals_layout_settle:
 * @layout: a layout that has been packed
 * @scale: what is shown, at rest
 *
 * To be called when a pan has come to rest: what found no row while the picture moved gets one, if
 * need be below the others, and rows that are no longer needed go. What has a row keeps it.
 *
 * Returns: whether anything has changed; lanes that are higher or lower can be moved to over time
 *   (annals_layout_set_progress())
 */
gboolean
annals_layout_settle (AnnalsLayout *layout, const AnnalsScale *scale)
{
  if (!layout->folds || !layout->packed || layout->limited
      || (!layout->unsettled && !has_rows_to_drop (layout)))
    return FALSE;
  annals_layout_choose (layout, scale, scale->width_px, scale->width_px, TRUE);
  keep_rows (layout);
  for (guint i = 0; i < layout->events->len; i++)
    if (ANNALS_LAYOUT_EVENT (layout, i)->crowded)
      ANNALS_LAYOUT_EVENT (layout, i)->placed = ANNALS_LAYOUT_EVENT (layout, i)->crowded = FALSE;
  follow_claims (layout, scale);
  drop_rows (layout);
  place_new (layout, TRUE);
  annals_layout_correct_counts (layout);
  layout->unsettled = FALSE;
  annals_layout_fit_height (layout, layout->fitted_px);
  return TRUE;
}
