/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annals-timeline-view-private.h"

/* Back and forward through earlier views of the timeline. A view counts once it has rested. */

#define REST_MS 450
#define BUTTON_BACK 8
#define BUTTON_FORWARD 9

static gboolean
get_view (AnnalsTimelineView *self, AnnalsView *view)
{
  *view = (AnnalsView){ .all = self->shows_all };
  if (self->layout == NULL || annals_layout_get_n_events (self->layout) == 0
      || self->scale.width_px <= 1.0)
    return FALSE;
  annals_timeline_view_get_visible_range (self, &view->first, &view->last);
  return view->first < view->last;
}

static void
update_actions (AnnalsTimelineView *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "timeline.view-back",
                                 annals_timeline_view_can_go (self, -1));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "timeline.view-forward",
                                 annals_timeline_view_can_go (self, 1));
  g_signal_emit_by_name (self, "views-changed");
}

static void
rest (AnnalsTimelineView *self)
{
  AnnalsView view;

  g_clear_handle_id (&self->views_source, g_source_remove);
  if (get_view (self, &view))
    annals_view_history_rest (self->views, &view);
  update_actions (self);
}

/* What still moves has not come to rest. */
static gboolean
rest_cb (gpointer user_data)
{
  AnnalsTimelineView *self = user_data;

  if (self->inertia_tick != 0 || self->dragging)
    return G_SOURCE_CONTINUE;
  self->views_source = 0;
  rest (self);
  return G_SOURCE_REMOVE;
}

static void
range_changed_cb (AnnalsTimelineView *self)
{
  g_clear_handle_id (&self->views_source, g_source_remove);
  self->views_source = g_timeout_add (REST_MS, rest_cb, self);
}

/* What is shown when somebody goes is remembered, wherever it was going. */
static void
go (AnnalsTimelineView *self, gint step)
{
  AnnalsView view;

  if (self->layout == NULL)
    return;
  if (self->views_source != 0)
    {
      annals_timeline_view_stop_motion (self);
      rest (self);
    }
  if (!annals_view_history_go (self->views, step, &view))
    return;
  if (view.all)
    annals_timeline_view_fit (self);
  else
    annals_timeline_view_zoom_to (self, view.first, view.last);
  update_actions (self);
}

static void
view_back_cb (GtkWidget *widget, const gchar *name, GVariant *parameter)
{
  go (ANNALS_TIMELINE_VIEW (widget), -1);
}

static void
view_forward_cb (GtkWidget *widget, const gchar *name, GVariant *parameter)
{
  go (ANNALS_TIMELINE_VIEW (widget), 1);
}

/* The buttons at the side of a mouse. */
static void
pressed_cb (AnnalsTimelineView *self, gint n_press, gdouble x, gdouble y, GtkGesture *gesture)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));

  if (button != BUTTON_BACK && button != BUTTON_FORWARD)
    {
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  go (self, button == BUTTON_BACK ? -1 : 1);
}

/* What the view calls; see annals-timeline-view-private.h. */

void
annals_timeline_view_install_views (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "timeline.view-back", NULL, view_back_cb);
  gtk_widget_class_install_action (widget_class, "timeline.view-forward", NULL, view_forward_cb);
  /* There is, or there is no longer, a view to go back or forward to. */
  g_signal_new ("views-changed", ANNALS_TYPE_TIMELINE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 0);
}

void
annals_timeline_view_create_views (AnnalsTimelineView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->views = annals_view_history_new ();
  g_signal_connect (self, "range-changed", G_CALLBACK (range_changed_cb), NULL);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  update_actions (self);
}

void
annals_timeline_view_free_views (AnnalsTimelineView *self)
{
  g_clear_handle_id (&self->views_source, g_source_remove);
  g_clear_pointer (&self->views, annals_view_history_free);
}

/* The document is another. Its first view counts once it has a size. */
void
annals_timeline_view_forget_views (AnnalsTimelineView *self)
{
  annals_view_history_clear (self->views);
  update_actions (self);
  range_changed_cb (self);
}

/**
 * annals_timeline_view_can_go:
 * @self: a timeline
 * @step: -1 for back, 1 for forward
 *
 * Returns: whether there is an earlier view to go back or forward to
 */
gboolean
annals_timeline_view_can_go (AnnalsTimelineView *self, gint step)
{
  g_return_val_if_fail (ANNALS_IS_TIMELINE_VIEW (self), FALSE);

  return annals_view_history_can_go (self->views, step);
}
