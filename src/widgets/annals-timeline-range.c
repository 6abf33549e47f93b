/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annals-timeline-view-private.h"

/* The range of time on the timeline: dragging on the axis selects it, dragging a handle changes it.
 * What is where is asked of the scene; what a drag does is reckoned in src/timeline/. */

#define SLOP_PX 7.0
#define FINGER_SLOP_PX 22.0
#define HANDLE_WIDTH_PX 44.0

static AnnalsTimeFilter *
get_filter (AnnalsTimelineView *self)
{
  return annals_selection_get_time_filter (self->selection);
}

AnnalsRangePart
annals_timeline_view_pick_range (AnnalsTimelineView *self, gdouble x, gdouble y, gboolean by_finger)
{
  AnnalsScene *scene = annals_timeline_view_get_scene (self);

  if (scene == NULL || annals_layout_get_n_events (self->layout) == 0)
    return ANNALS_RANGE_NONE;
  return annals_scene_pick_range (scene, x, y, by_finger ? FINGER_SLOP_PX : SLOP_PX);
}

/* Returns whether a drag that begins there is one of the range. */
gboolean
annals_timeline_view_press_axis (AnnalsTimelineView *self, gdouble x, gdouble y, gboolean by_finger)
{
  self->range_part = annals_timeline_view_pick_range (self, x, y, by_finger);
  self->had_range = self->selection != NULL
                    && annals_time_filter_get_range (get_filter (self), &self->range_before);
  if (self->range_part == ANNALS_RANGE_NONE)
    return FALSE;
  if (self->range_part == ANNALS_RANGE_AXIS)
    annals_range_find_unit (self->layout, &self->scale, x, FALSE, &self->range_start.first,
                            &self->range_start.last);
  else
    annals_time_filter_get_range (get_filter (self), &self->range_start);
  return TRUE;
}

void
annals_timeline_view_drag_range (AnnalsTimelineView *self, gdouble x, gboolean free)
{
  AnnalsRange range = self->range_start;
  gdouble right = self->scale.x_px + self->scale.width_px;

  annals_range_drag (&range, self->range_part, self->layout, &self->scale,
                     CLAMP (x, self->scale.x_px, right), free);
  annals_time_filter_set_range (get_filter (self), range.first, range.last);
}

/* The caption goes, and what is selected is said. */
void
annals_timeline_view_end_range (AnnalsTimelineView *self)
{
  self->range_part = ANNALS_RANGE_NONE;
  annals_timeline_view_range_changed (self);
}

/* What was selected before the drag is selected again. */
void
annals_timeline_view_cancel_range (AnnalsTimelineView *self)
{
  self->range_part = ANNALS_RANGE_NONE;
  if (self->had_range)
    annals_time_filter_set_range (get_filter (self), self->range_before.first,
                                  self->range_before.last);
  else
    annals_time_filter_clear (get_filter (self));
  annals_timeline_view_range_changed (self);
}

/* Zooms to the range, with a little around it so that its handles can be seen. Returns whether
 * there is one with two ends. */
gboolean
annals_timeline_view_fit_range (AnnalsTimelineView *self)
{
  AnnalsRange range;
  gint64 margin_s;

  if (self->selection == NULL || !annals_time_filter_get_range (get_filter (self), &range)
      || annals_instant_is_open (range.first) || annals_instant_is_open (range.last)
      || range.first >= range.last)
    return FALSE;
  margin_s = (gint64) ((gdouble) range.last - (gdouble) range.first) / 20 + 1;
  annals_timeline_view_zoom_to (self,
                                MAX (range.first, ANNALS_INSTANT_EARLIEST + margin_s) - margin_s,
                                MIN (range.last, ANNALS_INSTANT_LATEST - margin_s) + margin_s);
  annals_timeline_view_note_zoom (self);
  return TRUE;
}

/* Selects what lies between the ticks around a place, such as a year. */
void
annals_timeline_view_select_unit (AnnalsTimelineView *self, gdouble x)
{
  AnnalsInstant first;
  AnnalsInstant last;

  annals_range_find_unit (self->layout, &self->scale, x, FALSE, &first, &last);
  annals_time_filter_set_range (get_filter (self), first, last);
}

/* What can be seen, from the first tick to the last, so that both handles can be seen too; all of
 * it where there are no two ticks. */
void
annals_timeline_view_select_visible (AnnalsTimelineView *self)
{
  gdouble right = self->scale.x_px + self->scale.width_px;
  AnnalsRange range = { 0 };
  AnnalsRange whole = { 0 };
  AnnalsInstant before;
  AnnalsInstant after;

  if (self->layout == NULL || annals_layout_get_n_events (self->layout) == 0)
    return;
  annals_range_find_unit (self->layout, &self->scale, self->scale.x_px, FALSE, &whole.first,
                          &before);
  annals_range_find_unit (self->layout, &self->scale, right - 1.0, FALSE, &after, &whole.last);
  range.first = annals_scale_get_x (&self->scale, whole.first) < self->scale.x_px ? before + 1
                                                                                  : whole.first;
  range.last = annals_scale_get_x (&self->scale, whole.last) > right ? after - 1 : whole.last;
  if (range.first > range.last)
    range = whole;
  annals_time_filter_set_range (get_filter (self), range.first, range.last);
}

/* Moves an end of the range by ticks, as the arrow keys do; it stays a range. */
void
annals_timeline_view_step_handle (AnnalsTimelineView *self, AnnalsRangePart part, gint step)
{
  gboolean begin = part == ANNALS_RANGE_BEGIN;
  AnnalsRange range;

  if (!annals_time_filter_get_range (get_filter (self), &range))
    return;
  for (gint i = 0; i < ABS (step); i++)
    {
      AnnalsInstant edge = begin ? range.first : range.last + 1;
      AnnalsInstant first;
      AnnalsInstant last;

      annals_range_find_unit (self->layout, &self->scale,
                              annals_scale_get_x (&self->scale, edge) + (step > 0 ? 0.25 : -0.25),
                              FALSE, &first, &last);
      edge = step > 0 ? last + 1 : first;
      if (begin && edge <= range.last)
        range.first = edge;
      else if (!begin && edge > range.first)
        range.last = edge - 1;
    }
  annals_time_filter_set_range (get_filter (self), range.first, range.last);
}

void
annals_timeline_view_create_handles (AnnalsTimelineView *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->handles); i++)
    {
      self->handles[i] = annals_range_handle_new (self, ANNALS_RANGE_BEGIN + i);
      gtk_widget_set_visible (self->handles[i], FALSE);
      gtk_widget_set_parent (self->handles[i], GTK_WIDGET (self));
    }
}

void
annals_timeline_view_allocate_handles (AnnalsTimelineView *self)
{
  AnnalsScene *scene = annals_timeline_view_get_scene (self);

  for (guint i = 0; i < G_N_ELEMENTS (self->handles); i++)
    {
      const AnnalsItem *item = scene != NULL
                                   ? annals_scene_find_handle (scene, ANNALS_RANGE_BEGIN + i)
                                   : NULL;
      gdouble middle = item != NULL ? item->rect.x + item->rect.width / 2.0 : -1.0;
      GtkAllocation box = { (gint) (middle - HANDLE_WIDTH_PX / 2.0), 0, (gint) HANDLE_WIDTH_PX,
                            MAX ((gint) self->metrics.axis_height_px, 1) };

      if (!gtk_widget_get_visible (self->handles[i]))
        continue;
      gtk_widget_set_child_visible (self->handles[i],
                                    middle >= self->scale.x_px - 0.5
                                        && middle <= self->scale.x_px + self->scale.width_px + 0.5);
      gtk_widget_measure (self->handles[i], GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
      gtk_widget_size_allocate (self->handles[i], &box, -1);
    }
}

/* Shows the handles where there is a range. */
void
annals_timeline_view_update_handles (AnnalsTimelineView *self)
{
  AnnalsRange range = { 0 };
  gboolean active = self->selection != NULL
                    && annals_time_filter_get_range (get_filter (self), &range);

  for (guint i = 0; i < G_N_ELEMENTS (self->handles); i++)
    {
      gtk_widget_set_visible (self->handles[i], active);
      if (active)
        annals_range_handle_set_instant (ANNALS_RANGE_HANDLE (self->handles[i]),
                                         i == 0 ? range.first : range.last);
    }
  annals_timeline_view_invalidate (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* The range is another, or its drag is over. */
void
annals_timeline_view_range_changed (AnnalsTimelineView *self)
{
  annals_timeline_view_update_handles (self);
  if (self->range_part == ANNALS_RANGE_NONE)
    annals_timeline_view_say_time_filter (self);
}
