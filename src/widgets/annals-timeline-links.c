/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annals-timeline-view-private.h"

/* Where things stand on the timeline, for what links them with the text. */

#define LEAST_VISIBLE_PX 2.0

/**
 * annals_timeline_view_get_lanes_rect:
 * @self: a timeline
 * @rect: (out): the part below the axis and beside the lane headers, in pixels of the widget
 *
 * Tells where marks can be seen; nowhere when there is no document.
 */
void
annals_timeline_view_get_lanes_rect (AnnalsTimelineView *self, AnnalsRect *rect)
{
  gdouble top;

  g_return_if_fail (ANNALS_IS_TIMELINE_VIEW (self));

  *rect = (AnnalsRect){ 0.0, 0.0, 0.0, 0.0 };
  if (self->layout == NULL)
    return;
  top = self->metrics.axis_height_px;
  *rect = (AnnalsRect){ self->scale.x_px, top, self->scale.width_px,
                        MAX (annals_timeline_view_get_main_height (self) - top, 0.0) };
}

/**
 * annals_timeline_view_get_mark_rect:
 * @self: a timeline
 * @event: an event
 * @rect: (out): what can be seen of its mark, in pixels of the widget
 *
 * Returns: whether anything of the mark can be seen
 */
gboolean
annals_timeline_view_get_mark_rect (AnnalsTimelineView *self, gint event, AnnalsRect *rect)
{
  AnnalsScene *scene;
  const AnnalsHit *hit;
  AnnalsRect lanes;
  gdouble top;
  gdouble bottom;
  gdouble right;

  g_return_val_if_fail (ANNALS_IS_TIMELINE_VIEW (self), FALSE);

  scene = annals_timeline_view_get_scene (self);
  hit = scene != NULL && event >= 0 ? annals_scene_find_hit (scene, event) : NULL;
  if (hit == NULL)
    return FALSE;
  annals_timeline_view_get_lanes_rect (self, &lanes);
  /* The names of eras stand above the lanes. */
  top = annals_eras_find (annals_layout_get_eras (self->layout), event) != NULL ? 0.0 : lanes.y;
  right = MIN (hit->mark.x + hit->mark.width, lanes.x + lanes.width);
  bottom = MIN (hit->mark.y + hit->mark.height, lanes.y + lanes.height);
  rect->x = MAX (hit->mark.x, lanes.x);
  rect->y = MAX (hit->mark.y, top);
  rect->width = right - rect->x;
  rect->height = bottom - rect->y;

  return rect->width >= LEAST_VISIBLE_PX && rect->height >= LEAST_VISIBLE_PX;
}

/**
 * annals_timeline_view_note_reading_ticks:
 * @self: a timeline
 * @has_ticks: whether there are triangles below its axis, for what the text in sight speaks of
 *
 * To be called by who draws them, so that the legend explains them when they are there.
 */
void
annals_timeline_view_note_reading_ticks (AnnalsTimelineView *self, gboolean has_ticks)
{
  g_return_if_fail (ANNALS_IS_TIMELINE_VIEW (self));

  self->has_reading_ticks = has_ticks;
}

/**
 * annals_timeline_view_get_event_x:
 * @self: a timeline
 * @event: an event
 * @stretch: (out): from where to where of its time can be seen, in pixels of the widget
 * @x_px: (out): the middle of its time, or the one end of it that is known, which may be out of
 * view
 *
 * Tells where an event is in time, whether or not its lane can be seen.
 *
 * Returns: whether any of its time can be seen
 */
gboolean
annals_timeline_view_get_event_x (AnnalsTimelineView *self,
                                  gint event,
                                  gdouble stretch[2],
                                  gdouble *x_px)
{
  AnnalsDocument *document;
  const AnnalsDate *date;
  const AnnalsSpan *span;
  gdouble left;
  gdouble right;
  gdouble x0;
  gdouble x1;

  g_return_val_if_fail (ANNALS_IS_TIMELINE_VIEW (self), FALSE);

  if (self->layout == NULL || event < 0)
    return FALSE;
  document = annals_selection_get_document (self->selection);
  date = annals_event_get_drawn_date (annals_document_get_event (document, (guint) event));
  if (date == NULL)
    return FALSE;
  span = annals_date_get_span (date);
  left = self->scale.x_px;
  right = self->scale.x_px + self->scale.width_px;
  x0 = annals_scale_get_x (&self->scale, annals_span_get_earliest (span));
  x1 = annals_scale_get_x (&self->scale, annals_span_get_latest (span));
  if (x1 < left || x0 > right)
    return FALSE;
  stretch[0] = MAX (x0, left);
  stretch[1] = MIN (x1, right);
  if (span->begin.state != ANNALS_END_KNOWN)
    *x_px = x1;
  else if (span->end.state != ANNALS_END_KNOWN)
    *x_px = x0;
  else
    *x_px = (x0 + x1) / 2.0;

  return TRUE;
}
