/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>

#include "annals-sketch.h"
#include "annals-timeline-view-private.h"

/* How the timeline moves: at once under the hand, eased over a fifth of a second for keys and
 * buttons, on with inertia after a drag. When a zoom has come to rest the rows are packed anew and
 * marks move to their new rows; when a pan has, lanes get the rows that they lack. Until then lanes
 * stay where they are. Without animations on the desktop all of it happens at once. */

#define MOVE_MS 200
#define ROWS_MS 220
#define REST_MS 160
#define AXIS_REST_LEFT 0.6 /* after a frame of a zoom */
#define KEEP_VISIBLE_PX 80.0
#define WIDEST_FIT 40.0
#define FRICTION_PER_S 4.5
#define LEAST_VELOCITY_PX_S 20.0
#define REVEAL_MARGIN_PX 24.0

static void
row_progress_cb (gdouble value, gpointer user_data)
{
  AnnalsTimelineView *self = user_data;

  if (self->layout == NULL)
    return;
  annals_layout_set_progress (self->layout, value);
  if (!self->zoomed)
    self->axis_rest = self->axis_rest_from + (1.0 - self->axis_rest_from) * value;
  annals_timeline_view_fit_rows (self);
}

/* Rows and lanes move to where the layout says that they are now, and of the axis' labels that are
 * half faded in some become clear and the others go. */
static void
move_rows (AnnalsTimelineView *self)
{
  self->axis_rest_from = self->axis_rest;
  if (self->row_animation == NULL)
    self->row_animation = adw_timed_animation_new (
        GTK_WIDGET (self), 0.0, 1.0, ROWS_MS,
        adw_callback_animation_target_new (row_progress_cb, self, NULL));
  adw_animation_reset (self->row_animation);
  adw_animation_play (self->row_animation);
}

static gboolean
is_moving (AnnalsTimelineView *self)
{
  return self->dragging || self->inertia_tick != 0
         || (self->move_animation != NULL
             && adw_animation_get_state (self->move_animation) == ADW_ANIMATION_PLAYING);
}

static gboolean
came_to_rest_cb (gpointer user_data)
{
  AnnalsTimelineView *self = user_data;
  gboolean zoomed = self->zoomed;
  gboolean changed;

  if (self->layout != NULL && is_moving (self))
    return G_SOURCE_CONTINUE;
  self->rest_source = 0;
  if (self->layout == NULL)
    return G_SOURCE_REMOVE;
  changed = zoomed ? annals_layout_pack (self->layout, &self->scale)
                   : annals_layout_settle (self->layout, &self->scale);
  self->zoomed = FALSE;
  if (changed || self->axis_rest < 1.0)
    move_rows (self);
  else if (zoomed)
    annals_timeline_view_fit_rows (self);
  return G_SOURCE_REMOVE;
}

static void
wait_for_rest (AnnalsTimelineView *self)
{
  g_clear_handle_id (&self->rest_source, g_source_remove);
  self->rest_source = g_timeout_add (REST_MS, came_to_rest_cb, self);
}

/* Some of the events always stay in sight: nobody gets lost in empty time. */
static void
keep_in_sight (AnnalsTimelineView *self, AnnalsScale *scale)
{
  gdouble left = scale->x_px;
  gdouble right = scale->x_px + scale->width_px;
  AnnalsInstant first;
  AnnalsInstant last;
  AnnalsScale fit;
  gdouble first_px;
  gdouble last_px;

  if (!annals_layout_get_extent (self->layout, &first, &last))
    return;
  annals_layout_init_fit (self->layout, &fit, scale->x_px, scale->width_px);
  if (scale->s_per_px > fit.s_per_px * WIDEST_FIT)
    annals_scale_zoom (scale, scale->s_per_px / (fit.s_per_px * WIDEST_FIT), (left + right) / 2.0);
  first_px = annals_scale_get_x (scale, first);
  last_px = annals_scale_get_x (scale, last);
  if (first_px > right - KEEP_VISIBLE_PX)
    annals_scale_pan (scale, right - KEEP_VISIBLE_PX - first_px);
  else if (last_px < left + KEEP_VISIBLE_PX)
    annals_scale_pan (scale, left + KEEP_VISIBLE_PX - last_px);
}

static void
set_scale (AnnalsTimelineView *self, const AnnalsScale *scale)
{
  if (self->scale.s_per_px != scale->s_per_px)
    {
      self->zoomed = TRUE;
      if (adw_get_enable_animations (GTK_WIDGET (self)))
        self->axis_rest *= AXIS_REST_LEFT;
    }
  self->scale = *scale;
  wait_for_rest (self);
  annals_timeline_view_invalidate (self);
  g_signal_emit_by_name (self, "range-changed");
}

/* Where there are breaks, positions are what moves straight: those of the edges to come within what
 * is shown at first. */
static void
move_broken (AnnalsTimelineView *self, gdouble t)
{
  const AnnalsScale *from = &self->move_from;
  const AnnalsScale *to = &self->move_to;
  AnnalsScale scale = *from;
  gdouble change = to->s_per_px / from->s_per_px;
  gdouble left_px = annals_scale_get_x (from, to->left_s) - from->x_px;

  if (fabs (change - 1.0) < 1e-6)
    annals_scale_pan (&scale, -left_px * t);
  else
    annals_scale_zoom (&scale, 1.0 / pow (change, t), from->x_px + left_px / (1.0 - change));
  set_scale (self, &scale);
}

/* Between two scales there is one instant that both show at the same place; a zoom about it looks
 * straight. With equal scales the picture just slides. */
static void
move_progress_cb (gdouble t, gpointer user_data)
{
  AnnalsTimelineView *self = user_data;
  const AnnalsScale *from = &self->move_from;
  const AnnalsScale *to = &self->move_to;
  gdouble to_left_s = (gdouble) ((__int128) to->left_s - (__int128) from->left_s)
                      + to->left_fraction_s;
  gdouble from_left_s = from->left_fraction_s;
  gdouble change = to->s_per_px / from->s_per_px;
  gdouble left_s;
  AnnalsScale scale = *from;

  if (self->layout == NULL)
    return;
  if (t >= 1.0)
    {
      set_scale (self, to);
      return;
    }
  if (self->breaks != NULL)
    {
      move_broken (self, t);
      return;
    }
  scale.s_per_px = from->s_per_px * pow (change, t);
  if (fabs (change - 1.0) < 1e-6)
    left_s = from_left_s + (to_left_s - from_left_s) * t;
  else
    {
      gdouble fixed_px = (to_left_s - from_left_s) / (from->s_per_px - to->s_per_px);

      left_s = from_left_s + fixed_px * (from->s_per_px - scale.s_per_px);
    }
  scale.left_s = from->left_s;
  scale.left_fraction_s = 0.0;
  annals_scale_pan (&scale, -left_s / scale.s_per_px);
  set_scale (self, &scale);
}

/* Fingers that come to rest on the touchpad hold the picture, and leave alone where it goes by
 * itself. */
void
annals_timeline_view_stop_inertia (AnnalsTimelineView *self)
{
  if (self->inertia_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->inertia_tick);
  self->inertia_tick = 0;
}

void
annals_timeline_view_stop_motion (AnnalsTimelineView *self)
{
  annals_timeline_view_stop_inertia (self);
  if (self->move_animation != NULL
      && adw_animation_get_state (self->move_animation) == ADW_ANIMATION_PLAYING)
    adw_animation_pause (self->move_animation);
}

void
annals_timeline_view_move_to (AnnalsTimelineView *self, const AnnalsScale *target, gboolean animate)
{
  AnnalsScale wanted = *target;

  if (self->layout == NULL)
    return;
  annals_timeline_view_stop_motion (self);
  keep_in_sight (self, &wanted);
  if (!animate || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      set_scale (self, &wanted);
      return;
    }
  self->move_from = self->scale;
  self->move_to = wanted;
  if (self->move_animation == NULL)
    self->move_animation = adw_timed_animation_new (
        GTK_WIDGET (self), 0.0, 1.0, MOVE_MS,
        adw_callback_animation_target_new (move_progress_cb, self, NULL));
  adw_animation_reset (self->move_animation);
  adw_animation_play (self->move_animation);
}

/* Before the first size is known there is nothing to scale a range to. */
void
annals_timeline_view_take_wanted_range (AnnalsTimelineView *self, gdouble x_px, gdouble width_px)
{
  if (!self->range_wanted)
    return;
  self->range_wanted = FALSE;
  annals_timeline_view_stop_motion (self);
  annals_scale_init_broken (&self->scale, self->breaks, self->wanted_first, self->wanted_last, x_px,
                            width_px);
  keep_in_sight (self, &self->scale);
}

/**
 * annals_timeline_view_set_visible_range:
 * @self: a timeline with a document
 * @first: instant at the left edge
 * @last: instant at the right edge, after @first
 *
 * Shows a part of time, at once; as much of it as may be, so that some event stays in sight.
 */
void
annals_timeline_view_set_visible_range (AnnalsTimelineView *self,
                                        AnnalsInstant first,
                                        AnnalsInstant last)
{
  g_return_if_fail (ANNALS_IS_TIMELINE_VIEW (self));
  g_return_if_fail (first < last);

  annals_timeline_view_stop_motion (self);
  self->shows_all = FALSE;
  self->range_wanted = TRUE;
  self->wanted_first = first;
  self->wanted_last = last;
  self->size_changed = TRUE;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/**
 * annals_timeline_view_get_shows_all:
 * @self: a timeline
 *
 * Returns: whether all events are shown, whatever the size, because nobody has zoomed or panned
 */
gboolean
annals_timeline_view_get_shows_all (AnnalsTimelineView *self)
{
  g_return_val_if_fail (ANNALS_IS_TIMELINE_VIEW (self), TRUE);

  return self->shows_all;
}

/* Where the view is going, so that steps taken quickly add up. */
const AnnalsScale *
annals_timeline_view_get_goal (AnnalsTimelineView *self)
{
  if (self->move_animation != NULL
      && adw_animation_get_state (self->move_animation) == ADW_ANIMATION_PLAYING)
    return &self->move_to;
  return &self->scale;
}

void
annals_timeline_view_zoom_at (AnnalsTimelineView *self,
                              gdouble factor,
                              gdouble x_px,
                              gboolean animate)
{
  AnnalsScale scale = animate ? *annals_timeline_view_get_goal (self) : self->scale;

  self->shows_all = FALSE;
  annals_scale_zoom (&scale, factor, x_px);
  annals_timeline_view_move_to (self, &scale, animate);
  annals_timeline_view_note_zoom (self);
  annals_timeline_view_say_range (self);
}

/* Shows a part of time, on the way there. */
void
annals_timeline_view_zoom_to (AnnalsTimelineView *self, AnnalsInstant first, AnnalsInstant last)
{
  AnnalsScale scale;

  if (self->layout == NULL || first >= last)
    return;
  self->shows_all = FALSE;
  annals_scale_init_broken (&scale, self->breaks, first, last, self->scale.x_px,
                            self->scale.width_px);
  annals_timeline_view_move_to (self, &scale, TRUE);
  annals_timeline_view_say_range (self);
}

void
annals_timeline_view_pan (AnnalsTimelineView *self, gdouble dx_px, gdouble dy_px)
{
  AnnalsScale scale = self->scale;

  if (self->layout == NULL)
    return;
  if (dx_px != 0.0)
    {
      self->shows_all = FALSE;
      annals_scale_pan (&scale, dx_px);
      keep_in_sight (self, &scale);
      set_scale (self, &scale);
      annals_timeline_view_say_range (self);
    }
  if (dy_px != 0.0)
    gtk_adjustment_set_value (self->vertical, gtk_adjustment_get_value (self->vertical) - dy_px);
}

void
annals_timeline_view_pan_eased (AnnalsTimelineView *self, gdouble dx_px)
{
  AnnalsScale scale = *annals_timeline_view_get_goal (self);

  self->shows_all = FALSE;
  annals_scale_pan (&scale, dx_px);
  annals_timeline_view_move_to (self, &scale, TRUE);
  annals_timeline_view_say_range (self);
}

void
annals_timeline_view_center_on (AnnalsTimelineView *self, AnnalsInstant instant)
{
  gdouble middle_px = self->scale.x_px + self->scale.width_px / 2.0;

  annals_timeline_view_stop_motion (self);
  annals_timeline_view_pan (self, middle_px - annals_scale_get_x (&self->scale, instant), 0.0);
}

static gboolean
inertia_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  AnnalsTimelineView *self = ANNALS_TIMELINE_VIEW (widget);
  gint64 now_us = gdk_frame_clock_get_frame_time (clock);
  gdouble elapsed_s = CLAMP ((now_us - self->inertia_time_us) / 1e6, 0.0, 0.1);

  self->inertia_time_us = now_us;
  annals_timeline_view_pan (self, self->velocity_px_s * elapsed_s, 0.0);
  self->velocity_px_s *= exp (-FRICTION_PER_S * elapsed_s);
  if (fabs (self->velocity_px_s) >= LEAST_VELOCITY_PX_S)
    return G_SOURCE_CONTINUE;
  self->inertia_tick = 0;
  return G_SOURCE_REMOVE;
}

void
annals_timeline_view_start_inertia (AnnalsTimelineView *self, gdouble velocity_px_s)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);

  if (clock == NULL || fabs (velocity_px_s) < 4.0 * LEAST_VELOCITY_PX_S
      || !adw_get_enable_animations (widget))
    return;
  annals_timeline_view_stop_motion (self);
  self->velocity_px_s = velocity_px_s;
  self->inertia_time_us = gdk_frame_clock_get_frame_time (clock);
  self->inertia_tick = gtk_widget_add_tick_callback (widget, inertia_cb, NULL, NULL);
}

/**
 * annals_timeline_view_fit:
 * @self: a timeline
 *
 * Shows all events.
 */
void
annals_timeline_view_fit (AnnalsTimelineView *self)
{
  AnnalsScale scale = self->scale;

  g_return_if_fail (ANNALS_IS_TIMELINE_VIEW (self));

  if (self->layout == NULL)
    return;
  annals_layout_init_fit (self->layout, &scale, self->scale.x_px, self->scale.width_px);
  annals_timeline_view_move_to (self, &scale, TRUE);
  self->shows_all = TRUE;
  annals_timeline_view_say_range (self);
}

static gboolean
is_date_in_sight (const AnnalsDate *date, const AnnalsScale *scale)
{
  const AnnalsSpan *span = annals_date_get_span (date);
  gdouble begin_px = annals_scale_get_x (scale, annals_span_get_earliest (span));
  gdouble end_px = annals_scale_get_x (scale, annals_span_get_latest (span));
  gboolean begins = span->begin.state == ANNALS_END_KNOWN;
  gboolean ends = span->end.state == ANNALS_END_KNOWN;
  gdouble left = scale->x_px;
  gdouble right = scale->x_px + scale->width_px;

  return (begins || ends) && (!begins || (begin_px >= left && begin_px < right))
         && (!ends || (end_px >= left && end_px < right));
}

/* Shows a date together with the events, where these are too far away to be seen beside it. */
static void
init_fit_with_events (AnnalsTimelineView *self, const AnnalsScale *near, AnnalsScale *scale)
{
  AnnalsInstant first = annals_scale_get_instant (near, near->x_px);
  AnnalsInstant last = annals_scale_get_instant (near, near->x_px + near->width_px);
  AnnalsScale fit;

  annals_layout_init_fit (self->layout, &fit, near->x_px, near->width_px);
  first = MIN (first, annals_scale_get_instant (&fit, fit.x_px));
  last = MAX (last, annals_scale_get_instant (&fit, fit.x_px + fit.width_px));
  annals_scale_init_broken (scale, self->breaks, first, last, near->x_px, near->width_px);
}

/**
 * annals_timeline_view_show_date:
 * @self: a timeline
 * @date: a date
 *
 * Moves to a date and shows it with what is around it, as its sketch does. Some event always stays
 * in sight: when there is none near the date, as much time is shown as it takes to see both.
 *
 * Returns: whether it could be done; %FALSE, and nothing moves, when the date is too far away from
 *   all events, or there is no document
 */
gboolean
annals_timeline_view_show_date (AnnalsTimelineView *self, const AnnalsDate *date)
{
  AnnalsScale near;
  AnnalsScale scale;

  g_return_val_if_fail (ANNALS_IS_TIMELINE_VIEW (self), FALSE);
  g_return_val_if_fail (date != NULL, FALSE);

  if (self->layout == NULL)
    return FALSE;
  annals_sketch_init_scale (&near, date, self->scale.x_px, self->scale.width_px);
  annals_scale_init_broken (&scale, self->breaks, annals_scale_get_instant (&near, near.x_px),
                            annals_scale_get_instant (&near, near.x_px + near.width_px), near.x_px,
                            near.width_px);
  keep_in_sight (self, &scale);
  if (!is_date_in_sight (date, &scale))
    {
      init_fit_with_events (self, &near, &scale);
      keep_in_sight (self, &scale);
    }
  if (!is_date_in_sight (date, &scale))
    return FALSE;
  self->shows_all = FALSE;
  annals_timeline_view_move_to (self, &scale, TRUE);
  annals_timeline_view_note_zoom (self);
  annals_timeline_view_say_range (self);
  return TRUE;
}

/* Zooms until the event fills a good third of the width; a moment keeps its neighbourhood. */
void
annals_timeline_view_fit_event (AnnalsTimelineView *self, gint event)
{
  AnnalsScale scale = self->scale;
  AnnalsMark mark;
  gdouble center_px = scale.x_px + scale.width_px / 2.0;
  gdouble middle_px;
  gdouble factor;

  if (self->layout == NULL || event < 0
      || !annals_layout_init_any_mark (self->layout, (guint) event, &scale, &mark))
    return;
  self->shows_all = FALSE;
  middle_px = (mark.x0_px + mark.x1_px) / 2.0;
  factor = CLAMP (scale.width_px / 3.0 / MAX (mark.x1_px - mark.x0_px, 2.0), 0.01, 64.0);
  /* Where all time is in view it cannot be panned until it is zoomed. */
  if (factor < 1.0)
    {
      annals_scale_pan (&scale, center_px - middle_px);
      annals_scale_zoom (&scale, factor, center_px);
    }
  else
    {
      annals_scale_zoom (&scale, factor, middle_px);
      annals_scale_pan (&scale, center_px - middle_px);
    }
  annals_timeline_view_move_to (self, &scale, TRUE);
  annals_timeline_view_note_zoom (self);
  annals_timeline_view_say_range (self);
}

static void
reveal_row (AnnalsTimelineView *self, gint event)
{
  const AnnalsLayoutEvent *entry = annals_layout_find_shown (self->layout, (guint) event);
  gdouble middle = entry != NULL ? annals_layout_get_middle_y (self->layout, entry) : 0.0;
  gdouble half = self->metrics.row_max_px / 2.0;
  gdouble value = gtk_adjustment_get_value (self->vertical);
  gdouble page = gtk_adjustment_get_page_size (self->vertical);

  if (entry == NULL)
    return;
  if (middle - half < value)
    gtk_adjustment_set_value (self->vertical, middle - half);
  else if (middle + half > value + page)
    gtk_adjustment_set_value (self->vertical, middle + half - page);
}

/* Rows have a place once the size is known. */
void
annals_timeline_view_take_wanted_row (AnnalsTimelineView *self)
{
  gint event = self->row_wanted ? annals_selection_get_event (self->selection) : -1;

  self->row_wanted = FALSE;
  if (event >= 0)
    reveal_row (self, event);
}

/**
 * annals_timeline_view_reveal_event:
 * @self: a timeline
 * @event: an event, or -1 for none
 *
 * Brings the event's mark into sight without zooming, if it is not there already.
 */
void
annals_timeline_view_reveal_event (AnnalsTimelineView *self, gint event)
{
  AnnalsScale scale;
  AnnalsMark mark;
  gdouble left;
  gdouble right;

  g_return_if_fail (ANNALS_IS_TIMELINE_VIEW (self));

  scale = *annals_timeline_view_get_goal (self);
  if (self->layout == NULL || event < 0
      || !annals_layout_init_any_mark (self->layout, (guint) event, &scale, &mark))
    return;
  /* What is selected comes out of its cluster, and has a row then. */
  if (annals_layout_follow (self->layout, &self->scale, event))
    move_rows (self);
  self->row_wanted = self->size_changed;
  if (!self->row_wanted)
    reveal_row (self, event);
  left = scale.x_px + REVEAL_MARGIN_PX;
  right = scale.x_px + scale.width_px - REVEAL_MARGIN_PX;
  if (mark.x1_px >= left && mark.x0_px <= right)
    return;
  self->shows_all = FALSE;
  if (mark.x1_px - mark.x0_px > right - left)
    annals_scale_pan (&scale, left - mark.x0_px);
  else
    annals_scale_pan (&scale, (left + right) / 2.0 - (mark.x0_px + mark.x1_px) / 2.0);
  annals_timeline_view_move_to (self, &scale, TRUE);
}
