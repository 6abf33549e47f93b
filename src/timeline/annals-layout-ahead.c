/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>

#include "annals-layout-private.h"

/* What is found for the bins of a window, a little at a time. When a zoom comes near another level
 * of detail, what is to be shown there is sought ahead, an equal share in each frame, so that the
 * frame in which the level changes costs no more than the others; and at rest, for a zoom that will
 * come to it at once. */

/* So many bins of a lane that hold something are looked through. */
#define MOST_BINS 4096

/* A zoom that goes faster, in powers of two a frame, passes levels that are never shown. */
#define MOST_STEP 0.5
#define LEAST_STEP 1e-6
#define N_HALVINGS 16

static void
clear_choice (gpointer data)
{
  annals_layout_clear_event (&((AnnalsChosen *) data)->event);
}

static GArray *
create_chosen (void)
{
  GArray *chosen = g_array_new (FALSE, TRUE, sizeof (AnnalsChosen));

  g_array_set_clear_func (chosen, clear_choice);
  return chosen;
}

/*
 * annals_layout_choice_init:
 * @choice: (out caller-allocates): nothing chosen yet
 *
 * Clear it with annals_layout_choice_clear().
 */
void
annals_layout_choice_init (AnnalsLayoutChoice *choice)
{
  *choice = (AnnalsLayoutChoice){
    .lanes = g_array_new (FALSE, FALSE, sizeof (guint)),
    .found = g_array_new (FALSE, TRUE, sizeof (AnnalsIndexEntry)),
    .shown = create_chosen (),
    .context = create_chosen (),
    .clusters = g_array_new (FALSE, TRUE, sizeof (AnnalsCluster)),
  };
}

/*
 * annals_layout_choice_clear:
 * @choice: a choice
 */
void
annals_layout_choice_clear (AnnalsLayoutChoice *choice)
{
  g_array_unref (choice->lanes);
  g_array_unref (choice->found);
  g_array_unref (choice->shown);
  g_array_unref (choice->context);
  g_array_unref (choice->clusters);
}

/*
 * annals_layout_choice_start:
 * @choice: a choice; what it has found before is dropped
 * @detail: how much is to be shown
 * @first_bin: the first bin of the window
 * @last_bin: the last
 * @parts: what is to be found besides what begins in these
 *
 * Begins to choose for the lanes that are added with annals_layout_choice_add_lane().
 */
void
annals_layout_choice_start (AnnalsLayoutChoice *choice,
                            const AnnalsDetail *detail,
                            gint64 first_bin,
                            gint64 last_bin,
                            AnnalsLayoutParts parts)
{
  choice->detail = *detail;
  choice->first_bin = choice->bin = first_bin;
  choice->last_bin = last_bin;
  choice->parts = parts;
  choice->started = TRUE;
  choice->lane_begun = FALSE;
  choice->at = 0;
  choice->n_bins = 0;
  choice->winners = (AnnalsDetailWinners){ 0 };
  g_array_set_size (choice->lanes, 0);
  g_array_set_size (choice->shown, 0);
  g_array_set_size (choice->context, 0);
  g_array_set_size (choice->clusters, 0);
}

/*
 * annals_layout_choice_add_lane:
 * @choice: a choice that has been started
 * @lane: a lane that folds and has not been added yet
 *
 * Has it be chosen for a lane, too.
 */
void
annals_layout_choice_add_lane (AnnalsLayoutChoice *choice, guint lane)
{
  g_array_append_val (choice->lanes, lane);
}

/* The lane that it is chosen for now. */
static guint
get_lane (const AnnalsLayoutChoice *choice)
{
  return g_array_index (choice->lanes, guint, choice->at);
}

/* What is not shown yet is made ready to be. */
static void
gather (AnnalsLayout *layout, AnnalsLayoutChoice *choice, GArray *chosen, gboolean makes_ready)
{
  for (guint i = 0; i < choice->found->len; i++)
    {
      AnnalsChosen fresh = { .entry = g_array_index (choice->found, AnnalsIndexEntry, i) };

      fresh.is_ready = makes_ready && annals_layout_find_shown (layout, fresh.entry.event) == NULL;
      if (fresh.is_ready)
        annals_layout_fill_event (layout, &fresh.entry, &fresh.event);
      g_array_append_val (chosen, fresh);
    }
  g_array_set_size (choice->found, 0);
}

/* The context of the window's first bins is found at an edge before them. */
static void
find_context_before (AnnalsLayout *layout, AnnalsLayoutChoice *choice)
{
  AnnalsInstant first;
  AnnalsInstant last;
  guint n = 0;

  annals_detail_get_bounds (&choice->detail, choice->first_bin, &first, &last);
  annals_detail_choose_context (&choice->detail, layout->index, get_lane (choice),
                                annals_detail_get_context_bin (choice->first_bin), choice->found);
  for (guint i = 0; i < choice->found->len; i++)
    if (g_array_index (choice->found, AnnalsIndexEntry, i).end >= first)
      g_array_index (choice->found, AnnalsIndexEntry, n++) = g_array_index (choice->found,
                                                                            AnnalsIndexEntry, i);
  g_array_set_size (choice->found, n);
}

static void
begin_lane (AnnalsLayout *layout, AnnalsLayoutChoice *choice)
{
  gint64 last = MIN (choice->last_bin, choice->first_bin + MOST_BINS);

  choice->lane_begun = TRUE;
  choice->bin = choice->first_bin;
  choice->n_bins = 0;
  if ((choice->parts & ANNALS_LAYOUT_PART_OPEN) != 0)
    annals_detail_choose_open (&choice->detail, layout->index, get_lane (choice), choice->found,
                               choice->clusters);
  if ((choice->parts & ANNALS_LAYOUT_PART_REACHING) != 0)
    annals_detail_choose_reaching (&choice->detail, layout->index, get_lane (choice),
                                   choice->first_bin, choice->found);
  gather (layout, choice, choice->shown, TRUE);
  if ((choice->parts & ANNALS_LAYOUT_PART_REACHING) != 0)
    find_context_before (layout, choice);
  for (gint64 bin = choice->first_bin; bin <= last; bin++)
    annals_detail_choose_context (&choice->detail, layout->index, get_lane (choice), bin,
                                  choice->found);
  gather (layout, choice, choice->context, FALSE);
}

/* From one bin that holds something to the next: where time is compressed there may be very many
 * bins in view. Tells whether there was another. */
static gboolean
choose_next_bin (AnnalsLayout *layout, AnnalsLayoutChoice *choice)
{
  AnnalsInstant begin;
  AnnalsInstant end;
  AnnalsIndexEntry entry;

  if (choice->bin > choice->last_bin || choice->n_bins++ >= MOST_BINS)
    return FALSE;
  annals_detail_get_bounds (&choice->detail, choice->bin, &begin, &end);
  begin = MAX (begin, ANNALS_INSTANT_EARLIEST) - 1;
  if (!annals_index_find_next (layout->index, get_lane (choice), begin, G_MAXUINT, &entry))
    return FALSE;
  choice->bin = annals_detail_get_bin (&choice->detail, entry.begin);
  if (choice->bin > choice->last_bin)
    return FALSE;
  annals_detail_choose (&choice->detail, layout->index, get_lane (choice), choice->bin++,
                        choice->found, choice->clusters, &choice->winners);
  gather (layout, choice, choice->shown, TRUE);
  return TRUE;
}

static void
take_step (AnnalsLayout *layout, AnnalsLayoutChoice *choice)
{
  if (!choice->lane_begun)
    begin_lane (layout, choice);
  else if (!choose_next_bin (layout, choice))
    {
      choice->at++;
      choice->lane_begun = FALSE;
    }
}

/* How much of the window has been looked through, from 0 to 1. */
static gdouble
get_progress (const AnnalsLayoutChoice *choice)
{
  gdouble n_bins = (gdouble) choice->last_bin - (gdouble) choice->first_bin + 1.0;
  gdouble n_done = (gdouble) choice->bin - (gdouble) choice->first_bin;
  gdouble of_lane = choice->lane_begun ? MIN (n_done / n_bins, 1.0) : 0.0;

  return (choice->at + of_lane) / MAX (choice->lanes->len, 1);
}

/*
 * annals_layout_choice_advance:
 * @layout: a layout
 * @choice: a choice that has been started
 * @to: until how much of the window has been looked through; 1 for all
 *
 * Chooses on.
 */
void
annals_layout_choice_advance (AnnalsLayout *layout, AnnalsLayoutChoice *choice, gdouble to)
{
  while (choice->at < choice->lanes->len && (to >= 1.0 || get_progress (choice) < to))
    take_step (layout, choice);
}

static gint64
get_bin_at (const AnnalsDetail *detail, const AnnalsScale *scale, gdouble x_px)
{
  return annals_detail_get_bin (detail, annals_scale_get_instant (scale, x_px));
}

/*
 * annals_layout_choice_start_round:
 * @layout: a layout
 * @choice: a choice; what it has found before is dropped
 * @detail: how much is to be shown
 * @scale: what can be seen
 * @margin_px: how much further on both sides the window is to be
 *
 * Begins to choose all that is shown in a window round what can be seen, for the lanes in sight.
 */
void
annals_layout_choice_start_round (const AnnalsLayout *layout,
                                  AnnalsLayoutChoice *choice,
                                  const AnnalsDetail *detail,
                                  const AnnalsScale *scale,
                                  gdouble margin_px)
{
  annals_layout_choice_start (choice, detail, get_bin_at (detail, scale, scale->x_px - margin_px),
                              get_bin_at (detail, scale, scale->x_px + scale->width_px + margin_px),
                              ANNALS_LAYOUT_PART_OPEN | ANNALS_LAYOUT_PART_REACHING);
  for (guint i = 0; i < layout->lanes->len; i++)
    if (ANNALS_LAYOUT_LANE (layout, i)->folds && annals_layout_is_in_sight (layout, i))
      annals_layout_choice_add_lane (choice, i);
}

/*
 * annals_layout_choice_covers:
 * @choice: a choice
 * @detail: how much is to be shown
 * @scale: what can be seen
 * @margin_px: how much further on both sides the window has to reach
 *
 * Returns: whether that is what is being chosen
 */
gboolean
annals_layout_choice_covers (const AnnalsLayoutChoice *choice,
                             const AnnalsDetail *detail,
                             const AnnalsScale *scale,
                             gdouble margin_px)
{
  return choice->started && annals_detail_equal (&choice->detail, detail)
         && choice->first_bin <= get_bin_at (detail, scale, scale->x_px - margin_px)
         && choice->last_bin
                >= get_bin_at (detail, scale, scale->x_px + scale->width_px + margin_px);
}

/* Where a zoom leaves time where it is; an edge, when that is out of view. */
static gdouble
find_anchor (const AnnalsScale *before, const AnnalsScale *scale, gboolean closer)
{
  gdouble left = scale->x_px;
  gdouble right = scale->x_px + scale->width_px;

  for (guint i = 0; i < N_HALVINGS; i++)
    {
      gdouble middle = (left + right) / 2.0;
      gboolean later = annals_scale_get_instant (scale, middle)
                       > annals_scale_get_instant (before, middle);

      if (later == closer)
        left = middle;
      else
        right = middle;
    }
  return (left + right) / 2.0;
}

/* What will be seen when a zoom that goes on as it does comes to another level; after how many
 * frames. Tells whether there is such a zoom. */
static gboolean
foresee (const AnnalsLayout *layout, const AnnalsScale *scale, AnnalsScale *then, gdouble *n_frames)
{
  const AnnalsScale *before = &layout->seen;
  gdouble step = log2 (before->s_per_px / scale->s_per_px);
  gint exponent = 0;
  gdouble fraction;

  if (!(fabs (step) > LEAST_STEP && fabs (step) < MOST_STEP) || before->x_px != scale->x_px
      || before->width_px != scale->width_px || before->breaks != scale->breaks)
    return FALSE;
  /* Levels change where seconds a pixel are a power of two: just below it, or there. */
  fraction = frexp (scale->s_per_px, &exponent);
  *n_frames = step > 0.0 ? floor (log2 (2.0 * fraction) / step) + 1.0
                         : MAX (ceil (log2 (fraction) / step), 1.0);
  *then = *scale;
  annals_scale_zoom (then, exp2 (*n_frames * step), find_anchor (before, scale, step > 0.0));
  return TRUE;
}

/*
 * annals_layout_look_ahead:
 * @layout: a layout
 * @scale: what is seen now
 * @margin_px: by how much a window is to be wider than what is seen
 *
 * To be called in each frame in which the level of detail stays: while one zooms, seeks a share of
 * what is to be shown at the next level.
 */
void
annals_layout_look_ahead (AnnalsLayout *layout, const AnnalsScale *scale, gdouble margin_px)
{
  AnnalsLayoutChoice *ahead = &layout->ahead;
  gdouble n_frames = 1.0;
  AnnalsDetail detail;
  AnnalsScale then;
  gboolean zooms = foresee (layout, scale, &then, &n_frames);
  gdouble progress;

  layout->seen = *scale;
  if (!zooms)
    return;
  annals_detail_init (&detail, then.s_per_px, layout->n_rows);
  if (annals_detail_equal (&detail, &layout->detail))
    return;
  if (!annals_layout_choice_covers (ahead, &detail, &then, 0.0))
    annals_layout_choice_start_round (layout, ahead, &detail, &then, margin_px);
  progress = get_progress (ahead);
  annals_layout_choice_advance (layout, ahead, progress + (1.0 - progress) / n_frames);
}

/* Takes memory for so many more. */
static void
reserve (GArray *array, guint n)
{
  guint before = array->len;

  g_array_set_size (array, before + n);
  g_array_set_size (array, before);
}

/* Takes memory for what is to be shown besides what is, and for as much again: a zoom goes on. */
static void
reserve_for_all (AnnalsLayout *layout, const AnnalsLayoutChoice *choice)
{
  guint n_shown = choice->shown->len + choice->context->len;

  reserve (layout->events, 2 * n_shown);
  reserve (layout->clusters, 2 * choice->clusters->len);
  reserve (annals_label_room_get_marks (layout->label_room), layout->events->len + 2 * n_shown);
}

/*
 * annals_layout_look_around:
 * @layout: a layout
 * @scale: what is seen, at rest
 *
 * Seeks all that is to be shown at the nearer of the two levels beside this one, wherever a zoom
 * may go: it can come to that in its first frame. To the other one it has some way to go.
 */
void
annals_layout_look_around (AnnalsLayout *layout, const AnnalsScale *scale)
{
  gint exponent = 0;
  gboolean closer = frexp (scale->s_per_px, &exponent) < G_SQRT2 / 2.0;
  gdouble margin_px = closer ? 0.0 : scale->width_px * (G_SQRT2 - 1.0);
  AnnalsDetail detail;

  annals_detail_init (&detail, ldexp (closer ? 0.25 : 1.0, exponent), layout->n_rows);
  if (annals_detail_equal (&detail, &layout->detail))
    return;
  annals_layout_choice_start_round (layout, &layout->ahead, &detail, scale, margin_px);
  annals_layout_choice_advance (layout, &layout->ahead, 1.0);
  reserve_for_all (layout, &layout->ahead);
}
