/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "annals-click.h"
#include "annals-copy-menu.h"
#include "annals-names.h"
#include "annals-timeline-lanes.h"
#include "annals-timeline-view-private.h"
#include "annals-touch.h"

/* Hands and keys. Each gesture only translates into the motions of annals-timeline-motion.c or
 * into the selection; what is under the pointer is asked of the scene that was drawn. */

#define MOST_LOOKED_THROUGH 100000 /* events, at one click */
#define ZOOM_PER_NOTCH 1.2
#define PAN_PER_NOTCH_PX 90.0
#define PAN_PER_FINGER_PX 2.5 /* as in scrolled lists */
#define MOST_VELOCITY_PX_S 8000.0
#define SLOP_PX 5.0
#define FINGER_SLOP_PX 20.0
#define DRAG_THRESHOLD_PX 5.0
#define PAGE 0.8

static gint
pick_within (AnnalsTimelineView *self, gdouble x, gdouble y, gdouble slop_px)
{
  AnnalsScene *scene = annals_timeline_view_get_scene (self);

  if (scene == NULL || y >= annals_timeline_view_get_main_height (self))
    return ANNALS_NO_EVENT;
  return annals_scene_pick (scene, x, y, slop_px);
}

static gint
pick (AnnalsTimelineView *self, gdouble x, gdouble y)
{
  return pick_within (self, x, y, SLOP_PX);
}

/* A finger takes the nearest mark it can have meant. */
static gint
pick_by_gesture (AnnalsTimelineView *self, gdouble x, gdouble y, GtkGesture *gesture)
{
  gint event = pick (self, x, y);

  if (event == ANNALS_NO_EVENT && annals_touch_is_finger (gesture))
    event = pick_within (self, x, y, FINGER_SLOP_PX);
  return event;
}

static const AnnalsClusterHit *
pick_cluster_by_gesture (AnnalsTimelineView *self, gdouble x, gdouble y, GtkGesture *gesture)
{
  return annals_timeline_view_pick_cluster (
      self, x, y, annals_touch_is_finger (gesture) ? FINGER_SLOP_PX : ANNALS_CLUSTER_SLOP_PX);
}

static const gchar *
get_cursor (AnnalsTimelineView *self, gint event, gdouble x, gdouble y)
{
  static const gchar *const cursors[] = {
    [ANNALS_RANGE_NONE] = NULL,
    [ANNALS_RANGE_AXIS] = "crosshair",
    [ANNALS_RANGE_BEGIN] = "ew-resize",
    [ANNALS_RANGE_END] = "ew-resize",
  };

  if (self->range_part != ANNALS_RANGE_NONE)
    return cursors[self->range_part];
  if (self->dragging)
    return "grabbing";
  return event != ANNALS_NO_EVENT || annals_timeline_view_pick_break (self, x, y) >= 0
                 || annals_timeline_view_pick_cluster (self, x, y, ANNALS_CLUSTER_SLOP_PX) != NULL
             ? "pointer"
             : cursors[annals_timeline_view_pick_range (self, x, y, FALSE)];
}

static void
hover (AnnalsTimelineView *self, gdouble x, gdouble y)
{
  gint event = self->dragging ? ANNALS_NO_EVENT : pick (self, x, y);

  self->pointer_x = x;
  self->pointer_y = y;
  if (self->selection == NULL)
    return;
  annals_selection_set_hovered (self->selection, event);
  annals_timeline_view_hover_cluster (
      self, event == ANNALS_NO_EVENT && !self->dragging
                ? annals_timeline_view_pick_cluster (self, x, y, ANNALS_CLUSTER_SLOP_PX)
                : NULL);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), get_cursor (self, event, x, y));
}

static void
motion_cb (AnnalsTimelineView *self, gdouble x, gdouble y)
{
  hover (self, x, y);
}

static void
leave_cb (AnnalsTimelineView *self)
{
  self->pointer_x = self->pointer_y = -1.0;
  annals_timeline_view_hover_cluster (self, NULL);
  if (self->selection != NULL)
    annals_selection_set_hovered (self->selection, ANNALS_NO_EVENT);
}

/* How far one unit of scrolling goes: a notch of a wheel, or a pixel under the fingers. */
static gdouble
get_unit_px (GtkEventController *controller)
{
  GtkEventControllerScroll *scroll = GTK_EVENT_CONTROLLER_SCROLL (controller);

  return gtk_event_controller_scroll_get_unit (scroll) == GDK_SCROLL_UNIT_SURFACE
             ? PAN_PER_FINGER_PX
             : PAN_PER_NOTCH_PX;
}

static gboolean
is_touchpad (GtkEventController *controller)
{
  GdkDevice *device = gtk_event_controller_get_current_event_device (controller);

  return (device != NULL && gdk_device_get_source (device) == GDK_SOURCE_TOUCHPAD)
         || gtk_event_controller_scroll_get_unit (GTK_EVENT_CONTROLLER_SCROLL (controller))
                == GDK_SCROLL_UNIT_SURFACE;
}

static void
zoom_by_wheel (AnnalsTimelineView *self, gdouble n_notches)
{
  gdouble x = self->pointer_x >= 0.0 ? self->pointer_x
                                     : self->scale.x_px + self->scale.width_px / 2.0;

  annals_timeline_view_zoom_at (self, pow (ZOOM_PER_NOTCH, n_notches), MAX (x, self->scale.x_px),
                                FALSE);
}

/* The wheel pans through time and zooms at the pointer with Ctrl, or the other way round when it is
 * set to zoom; with Shift, and over the headers of lanes, it moves the lanes. A touchpad pans both
 * ways. */
static gboolean
scroll_cb (AnnalsTimelineView *self, gdouble dx, gdouble dy, GtkEventController *controller)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (controller);
  gboolean touchpad = is_touchpad (controller);
  gdouble unit = get_unit_px (controller);
  gboolean control = (state & GDK_CONTROL_MASK) != 0;
  gboolean over_headers = self->pointer_x >= 0.0 && self->pointer_x < self->scale.x_px
                          && self->pointer_y > self->metrics.axis_height_px;
  gboolean zooms = self->wheel_zooms && !touchpad && !(state & GDK_SHIFT_MASK) ? !control : control;

  if (dx == 0.0 && dy == 0.0)
    return GDK_EVENT_STOP;
  annals_timeline_view_stop_motion (self);
  if (zooms && dy != 0.0)
    zoom_by_wheel (self, -dy * unit / PAN_PER_NOTCH_PX);
  else if ((state & GDK_SHIFT_MASK) || (over_headers && !touchpad))
    annals_timeline_view_pan (self, 0.0, -(dy + dx) * unit);
  else if (touchpad)
    annals_timeline_view_pan (self, -dx * unit, -dy * unit);
  else
    annals_timeline_view_pan (self, -(dx + dy) * unit, 0.0);
  return GDK_EVENT_STOP;
}

/* Fingers that leave the touchpad while they move leave the picture moving. */
static void
decelerate_cb (AnnalsTimelineView *self, gdouble x, gdouble y, GtkEventController *controller)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (controller);

  if (!(state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)))
    annals_timeline_view_start_inertia (
        self, CLAMP (-x * get_unit_px (controller), -MOST_VELOCITY_PX_S, MOST_VELOCITY_PX_S));
}

/* A press stops what moves in pressed_cb(); here it would stop what a double click has started. */
static void
drag_begin_cb (AnnalsTimelineView *self, gdouble x, gdouble y, GtkGesture *gesture)
{
  if (y >= annals_timeline_view_get_main_height (self))
    {
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  self->draws_band = x >= self->scale.x_px
                     && (gtk_event_controller_get_current_event_state (
                             GTK_EVENT_CONTROLLER (gesture))
                         & GDK_SHIFT_MASK)
                            != 0;
  if (!self->draws_band)
    annals_timeline_view_press_axis (self, x, y, annals_touch_is_finger (gesture));
  self->drag_cancelled = FALSE;
  self->dragging = FALSE;
  self->dragged = FALSE;
  self->drag_x = 0.0;
  self->drag_scroll_y = gtk_adjustment_get_value (self->vertical);
}

static void
drag_range (AnnalsTimelineView *self, gdouble dx, GtkGesture *gesture)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (
      GTK_EVENT_CONTROLLER (gesture));
  gdouble x = 0.0;

  gtk_gesture_drag_get_start_point (GTK_GESTURE_DRAG (gesture), &x, NULL);
  annals_timeline_view_drag_range (self, x + dx, (state & (GDK_ALT_MASK | GDK_CONTROL_MASK)) != 0);
}

static void
drag_band (AnnalsTimelineView *self, gdouble dx, GtkGesture *gesture)
{
  gdouble x = 0.0;

  gtk_gesture_drag_get_start_point (GTK_GESTURE_DRAG (gesture), &x, NULL);
  if (self->band == NULL)
    self->draws_band = annals_timeline_view_begin_band (self, x);
  annals_timeline_view_drag_band (self, x + dx);
}

/* Gives up the drag of a range or a band, as if it had not been begun. */
static gboolean
cancel_drag_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  AnnalsTimelineView *self = ANNALS_TIMELINE_VIEW (widget);

  if (annals_timeline_lane_drag_cancel (self))
    return TRUE;
  if (!self->dragging || self->drag_cancelled)
    return FALSE;
  if (!annals_timeline_view_cancel_band (self))
    {
      if (self->range_part == ANNALS_RANGE_NONE)
        return FALSE;
      annals_timeline_view_cancel_range (self);
    }
  self->drag_cancelled = TRUE;
  gtk_widget_set_cursor_from_name (widget, NULL);
  return TRUE;
}

static void
drag_update_cb (AnnalsTimelineView *self, gdouble dx, gdouble dy, GtkGesture *gesture)
{
  if (self->drag_cancelled || (!self->dragging && hypot (dx, dy) < DRAG_THRESHOLD_PX))
    return;
  if (!self->dragging)
    {
      annals_timeline_view_stop_motion (self);
      self->dragging = TRUE;
      self->dragged = self->range_part == ANNALS_RANGE_NONE && !self->draws_band;
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
      gtk_widget_set_cursor_from_name (GTK_WIDGET (self),
                                       get_cursor (self, ANNALS_NO_EVENT, 0.0, 0.0));
    }
  if (self->draws_band)
    {
      drag_band (self, dx, gesture);
      return;
    }
  if (self->range_part != ANNALS_RANGE_NONE)
    {
      drag_range (self, dx, gesture);
      return;
    }
  annals_timeline_view_pan (self, dx - self->drag_x, 0.0);
  self->drag_x = dx;
  gtk_adjustment_set_value (self->vertical, self->drag_scroll_y - dy);
}

static void
drag_end_cb (AnnalsTimelineView *self)
{
  if (self->draws_band && self->band != NULL)
    annals_timeline_view_end_band (self);
  else if (self->range_part != ANNALS_RANGE_NONE && self->dragging)
    annals_timeline_view_end_range (self);
  self->draws_band = FALSE;
  self->range_part = ANNALS_RANGE_NONE;
  self->dragging = FALSE;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), NULL);
}

/* The drag may have ended just before or end just after. */
static void
swipe_cb (AnnalsTimelineView *self, gdouble velocity_x, gdouble velocity_y)
{
  if (self->dragged)
    annals_timeline_view_start_inertia (self, velocity_x);
}

static void
pressed_cb (AnnalsTimelineView *self, gint n_press, gdouble x, gdouble y, GtkGesture *gesture)
{
  const AnnalsClusterHit *cluster;
  gint event;

  if (y >= annals_timeline_view_get_main_height (self))
    return;
  gtk_widget_grab_focus (GTK_WIDGET (self));
  annals_timeline_view_stop_motion (self);
  if (n_press != 2)
    return;
  event = pick_by_gesture (self, x, y, gesture);
  cluster = pick_cluster_by_gesture (self, x, y, gesture);
  if (event != ANNALS_NO_EVENT)
    annals_timeline_view_fit_event (self, event);
  else if (cluster != NULL)
    annals_timeline_view_fit_cluster (self, cluster);
  else if (annals_timeline_view_pick_range (self, x, y, FALSE) != ANNALS_RANGE_NONE)
    annals_timeline_view_select_unit (self, x);
  else
    annals_timeline_view_fit (self);
}

static void
released_cb (AnnalsTimelineView *self, gint n_press, gdouble x, gdouble y, GtkGesture *gesture)
{
  gint event = pick_by_gesture (self, x, y, gesture);

  gint strip = annals_timeline_view_pick_break (self, x, y);

  if (n_press == 1 && event != ANNALS_NO_EVENT && self->selection != NULL)
    annals_selection_select (self->selection, event, -1);
  else if (n_press == 1 && strip >= 0)
    annals_timeline_view_open_break (self, (guint) strip);
}

static void
pinch_begin_cb (AnnalsTimelineView *self)
{
  annals_timeline_view_stop_motion (self);
  self->pinch_scale = 1.0;
  self->pinch_x = -1.0;
}

/* The picture stays under the fingers: it zooms between them and goes along with them. */
static void
pinch_cb (AnnalsTimelineView *self, gdouble scale, GtkGesture *gesture)
{
  gdouble x = self->scale.x_px + self->scale.width_px / 2.0;
  gdouble y = 0.0;

  gtk_gesture_get_bounding_box_center (gesture, &x, &y);
  if (scale > 0.0 && self->pinch_scale > 0.0)
    annals_timeline_view_zoom_at (self, scale / self->pinch_scale, x, FALSE);
  if (self->pinch_x >= 0.0)
    annals_timeline_view_pan (self, x - self->pinch_x, 0.0);
  self->pinch_scale = scale;
  self->pinch_x = x;
}

/* A tooltip would lie over it. */
static gboolean
has_menu (AnnalsTimelineView *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_POPOVER (child) && gtk_widget_get_visible (child))
      return TRUE;
  return FALSE;
}

static gboolean
query_tooltip_cb (AnnalsTimelineView *self, gint x, gint y, gboolean keyboard, GtkTooltip *tooltip)
{
  gint index = keyboard || self->dragging ? ANNALS_NO_EVENT : pick (self, x, y);
  const AnnalsEvent *event;
  const AnnalsHit *hit;
  g_autofree gchar *label = NULL;
  g_autofree gchar *words = NULL;
  g_autofree gchar *text = NULL;
  g_autofree gchar *record = NULL;
  g_autofree gchar *whole = NULL;
  GdkRectangle area;

  if (has_menu (self))
    return FALSE;
  if (index == ANNALS_NO_EVENT)
    return !keyboard
           && (annals_timeline_view_explain_cluster (self, x, y, tooltip)
               || annals_timeline_view_explain_break (self, x, y, tooltip));
  event = annals_document_get_event (annals_selection_get_document (self->selection),
                                     (guint) index);
  hit = annals_scene_find_hit (annals_timeline_view_get_scene (self), index);
  label = annals_names_dup_brief (event->label);
  words = annals_event_dup_words (event, ANNALS_WORDS_LONG);
  /* Translators: the tooltip of an event: its name and, below, its date and status. */
  text = g_strdup_printf (C_ ("timeline", "%1$s\n%2$s · %3$s"), label, words,
                          annals_status_get_name (event->status));
  record = annals_names_dup_record (event);
  whole = g_strjoin ("\n", text, record, NULL);
  gtk_tooltip_set_text (tooltip, whole);
  area = (GdkRectangle){ (gint) hit->mark.x, (gint) hit->mark.y, MAX ((gint) hit->mark.width, 1),
                         (gint) hit->mark.height };
  gtk_tooltip_set_tip_area (tooltip, &area);
  return TRUE;
}

static gboolean
prepare_menu_cb (GtkWidget *widget, GdkRectangle *at, gboolean by_keys)
{
  AnnalsTimelineView *self = ANNALS_TIMELINE_VIEW (widget);
  AnnalsScene *scene = annals_timeline_view_get_scene (self);
  const AnnalsHit *hit = NULL;
  gint event = ANNALS_NO_EVENT;

  if (scene == NULL)
    return FALSE;
  event = by_keys ? annals_selection_get_event (self->selection) : pick (self, at->x, at->y);
  if (event < 0)
    return FALSE;

  annals_selection_select (self->selection, event, -1);
  hit = annals_scene_find_hit (annals_timeline_view_get_scene (self), event);
  if (by_keys && hit != NULL)
    *at = (GdkRectangle){ (gint) hit->mark.x, (gint) hit->mark.y, (gint) hit->mark.width,
                          (gint) hit->mark.height };
  return TRUE;
}

void
annals_timeline_view_add_controllers (AnnalsTimelineView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (
      GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES | GTK_EVENT_CONTROLLER_SCROLL_KINETIC);
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *swipe = gtk_gesture_swipe_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new ();

  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  g_signal_connect_swapped (scroll, "scroll-begin", G_CALLBACK (annals_timeline_view_stop_inertia),
                            self);
  g_signal_connect_swapped (scroll, "decelerate", G_CALLBACK (decelerate_cb), self);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (swipe, "swipe", G_CALLBACK (swipe_cb), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  annals_click_outlive_tooltips (GTK_GESTURE_CLICK (click));
  g_signal_connect_swapped (pinch, "begin", G_CALLBACK (pinch_begin_cb), self);
  g_signal_connect_swapped (pinch, "scale-changed", G_CALLBACK (pinch_cb), self);
  g_signal_connect_swapped (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), self);
  gtk_gesture_group (drag, swipe);
  gtk_widget_add_controller (widget, motion);
  gtk_widget_add_controller (widget, scroll);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (swipe));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (pinch));
  annals_copy_menu_attach (widget, prepare_menu_cb);
}

static void
zoom_middle (AnnalsTimelineView *self, gdouble factor)
{
  annals_timeline_view_zoom_at (self, factor, self->scale.x_px + self->scale.width_px / 2.0, TRUE);
}

/* Puts an end of the document's time at the edge it belongs to, without zooming. */
static void
go_to_end (AnnalsTimelineView *self, gboolean end)
{
  const AnnalsScale *goal = annals_timeline_view_get_goal (self);
  gdouble margin = 2.0 * self->metrics.open_fade_px;
  gdouble wanted_px = goal->x_px + margin / 2.0;
  AnnalsInstant first;
  AnnalsInstant last;

  if (self->layout == NULL || !annals_layout_get_extent (self->layout, &first, &last))
    return;
  if (end)
    wanted_px = goal->x_px + goal->width_px - margin;
  annals_timeline_view_pan_eased (self, wanted_px - annals_scale_get_x (goal, end ? last : first));
}

/* Of a very large document only what can be seen is explained. */
static void
explain_marks_cb (GtkWidget *widget, const gchar *name, GVariant *parameter)
{
  AnnalsTimelineView *self = ANNALS_TIMELINE_VIEW (widget);
  AnnalsScene *scene = annals_timeline_view_get_scene (self);
  AnnalsMarkFeatures features;

  if (scene == NULL || annals_layout_get_n_events (self->layout) == 0)
    return;
  features = annals_layout_get_n_events (self->layout) <= MOST_LOOKED_THROUGH
                 ? annals_layout_get_features (self->layout, &self->scale)
                 : annals_scene_get_features (scene);
  if (self->has_reading_ticks)
    features |= ANNALS_FEATURE_READING;
  annals_legend_button_show (ANNALS_LEGEND_BUTTON (self->legend), self->layout, self->typesetter,
                             features);
}

static void
zoom_in_cb (GtkWidget *widget, const gchar *name, GVariant *parameter)
{
  zoom_middle (ANNALS_TIMELINE_VIEW (widget), ZOOM_PER_NOTCH * ZOOM_PER_NOTCH);
}

static void
zoom_out_cb (GtkWidget *widget, const gchar *name, GVariant *parameter)
{
  zoom_middle (ANNALS_TIMELINE_VIEW (widget), 1.0 / (ZOOM_PER_NOTCH * ZOOM_PER_NOTCH));
}

static void
fit_cb (GtkWidget *widget, const gchar *name, GVariant *parameter)
{
  annals_timeline_view_fit (ANNALS_TIMELINE_VIEW (widget));
}

static void
fit_event_cb (GtkWidget *widget, const gchar *name, GVariant *parameter)
{
  AnnalsTimelineView *self = ANNALS_TIMELINE_VIEW (widget);

  if (self->selection == NULL)
    return;
  if (annals_selection_get_event (self->selection) >= 0)
    annals_timeline_view_fit_event (self, annals_selection_get_event (self->selection));
  else
    annals_timeline_view_fit_range (self);
}

static void
fit_range_cb (GtkWidget *widget, const gchar *name, GVariant *parameter)
{
  annals_timeline_view_fit_range (ANNALS_TIMELINE_VIEW (widget));
}

static void
select_visible_cb (GtkWidget *widget, const gchar *name, GVariant *parameter)
{
  annals_timeline_view_select_visible (ANNALS_TIMELINE_VIEW (widget));
}

static void
start_cb (GtkWidget *widget, const gchar *name, GVariant *parameter)
{
  go_to_end (ANNALS_TIMELINE_VIEW (widget), FALSE);
}

static void
end_cb (GtkWidget *widget, const gchar *name, GVariant *parameter)
{
  go_to_end (ANNALS_TIMELINE_VIEW (widget), TRUE);
}

static void
page_back_cb (GtkWidget *widget, const gchar *name, GVariant *parameter)
{
  AnnalsTimelineView *self = ANNALS_TIMELINE_VIEW (widget);

  annals_timeline_view_pan_eased (self, self->scale.width_px * PAGE);
}

static void
page_forward_cb (GtkWidget *widget, const gchar *name, GVariant *parameter)
{
  AnnalsTimelineView *self = ANNALS_TIMELINE_VIEW (widget);

  annals_timeline_view_pan_eased (self, -self->scale.width_px * PAGE);
}

/* The first of those that begin in what is shown, from one side or the other. */
static gint
find_in_view (AnnalsTimelineView *self, gint step)
{
  AnnalsDocument *document = annals_selection_get_document (self->selection);
  guint n_events = 0;
  const guint *order = annals_selection_get_order_in_time (self->selection, &n_events);
  AnnalsInstant first;
  AnnalsInstant last;

  annals_timeline_view_get_visible_range (self, &first, &last);
  for (guint i = 0; i < n_events; i++)
    {
      guint event = order[step > 0 ? i : n_events - 1 - i];
      const AnnalsDate *date = annals_event_get_drawn_date (
          annals_document_get_event (document, event));
      const AnnalsSpan *span = date != NULL ? annals_date_get_span (date) : NULL;

      if (span != NULL && span->begin.state == ANNALS_END_KNOWN
          && annals_span_get_earliest (span) >= first && annals_span_get_earliest (span) <= last)
        return (gint) event;
    }
  return -1;
}

/* Selects the next event in time. With nothing selected it begins in what is shown, if anything
 * does. */
void
annals_timeline_view_step_in_time (AnnalsTimelineView *self, gint step)
{
  gint event = annals_selection_get_event (self->selection) < 0 ? find_in_view (self, step) : -1;

  if (event >= 0)
    annals_selection_select (self->selection, event, -1);
  else
    annals_selection_step_in_time (self->selection, step);
}

static gboolean
step_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  AnnalsTimelineView *self = ANNALS_TIMELINE_VIEW (widget);
  gboolean in_text;
  gint step;

  g_variant_get (arguments, "(bi)", &in_text, &step);
  if (self->selection == NULL)
    return FALSE;
  if (in_text)
    annals_selection_step_in_text (self->selection, step);
  else
    annals_timeline_view_step_in_time (self, step);
  return TRUE;
}

static gboolean
pan_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  annals_timeline_view_pan_eased (ANNALS_TIMELINE_VIEW (widget),
                                  g_variant_get_int32 (arguments) * PAN_PER_NOTCH_PX);
  return TRUE;
}

static gboolean
scroll_lanes_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  AnnalsTimelineView *self = ANNALS_TIMELINE_VIEW (widget);

  annals_timeline_view_pan (self, 0.0, -g_variant_get_int32 (arguments) * self->metrics.row_max_px);
  return TRUE;
}

static gboolean
page_lanes_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  AnnalsTimelineView *self = ANNALS_TIMELINE_VIEW (widget);
  gdouble page = gtk_adjustment_get_page_increment (self->vertical);

  annals_timeline_view_pan (self, 0.0, -g_variant_get_int32 (arguments) * page);
  return TRUE;
}

void
annals_timeline_view_install_input (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const gchar *name;
    GtkWidgetActionActivateFunc activate;
    guint keys[3];
  } actions[] = {
    { "timeline.zoom-in", zoom_in_cb, { GDK_KEY_plus, GDK_KEY_equal, GDK_KEY_KP_Add } },
    { "timeline.zoom-out", zoom_out_cb, { GDK_KEY_minus, GDK_KEY_KP_Subtract, 0 } },
    { "timeline.fit", fit_cb, { GDK_KEY_0, GDK_KEY_KP_0, 0 } },
    { "timeline.fit-event", fit_event_cb, { GDK_KEY_z, 0, 0 } },
    { "timeline.fit-range", fit_range_cb, { 0 } },
    { "timeline.explain-marks", explain_marks_cb, { GDK_KEY_m, 0, 0 } },
    { "timeline.select-visible", select_visible_cb, { 0 } },
    { "timeline.start", start_cb, { GDK_KEY_Home, GDK_KEY_KP_Home, 0 } },
    { "timeline.end", end_cb, { GDK_KEY_End, GDK_KEY_KP_End, 0 } },
    { "timeline.page-back", page_back_cb, { GDK_KEY_Page_Up, GDK_KEY_KP_Page_Up, 0 } },
    { "timeline.page-forward", page_forward_cb, { GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down, 0 } },
  };
  static const GdkModifierType held[] = { 0, GDK_SHIFT_MASK, GDK_CONTROL_MASK, GDK_ALT_MASK };
  static const struct
  {
    guint key;
    GdkModifierType modifiers;
    gint step;
  } steps[] = {
    { GDK_KEY_Left, 0, -1 },
    { GDK_KEY_Right, 0, 1 },
    { GDK_KEY_Left, GDK_CONTROL_MASK, -1 },
    { GDK_KEY_Right, GDK_CONTROL_MASK, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].activate);
      for (guint j = 0; j < G_N_ELEMENTS (actions[i].keys) && actions[i].keys[j] != 0; j++)
        gtk_widget_class_add_binding_action (widget_class, actions[i].keys[j], 0, actions[i].name,
                                             NULL);
    }
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    gtk_widget_class_add_binding (widget_class, steps[i].key, steps[i].modifiers, step_cb, "(bi)",
                                  steps[i].modifiers != 0, steps[i].step);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, GDK_SHIFT_MASK, pan_cb, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, GDK_SHIFT_MASK, pan_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, 0, scroll_lanes_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, 0, scroll_lanes_cb, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Up, GDK_CONTROL_MASK, page_lanes_cb, "i",
                                -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Down, GDK_CONTROL_MASK, page_lanes_cb,
                                "i", 1);
  /* With what is held while one drags. */
  for (guint i = 0; i < G_N_ELEMENTS (held); i++)
    gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, held[i], cancel_drag_cb, NULL);
}
