/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "annals-style.h"
#include "annals-timeline-view-private.h"

/* The strip below the timeline: all events, and a window on what is shown that can be dragged. A
 * click beside the window brings it there. */

struct _AnnalsOverviewStrip
{
  GtkWidget parent_instance;

  AnnalsTimelineView *view; /* not owned; it owns the strip */
  AnnalsCanvas *canvas;
  gdouble grip_px; /* from the pointer to the middle of the window */
};

G_DEFINE_FINAL_TYPE (AnnalsOverviewStrip, annals_overview_strip, GTK_TYPE_WIDGET)

static AnnalsScene *
fill_scene (AnnalsOverviewStrip *self)
{
  AnnalsScene *scene = annals_canvas_begin_scene (self->canvas);
  AnnalsOverviewOptions options = {
    .width_px = gtk_widget_get_width (GTK_WIDGET (self)),
    .height_px = gtk_widget_get_height (GTK_WIDGET (self)),
    .x_px = self->view->metrics.header_width_px,
    .scale = self->view->scale,
  };

  annals_overview_fill (self->view->layout, &options, scene);
  return scene;
}

static void
annals_overview_strip_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AnnalsOverviewStrip *self = ANNALS_OVERVIEW_STRIP (widget);

  if (self->view->layout == NULL)
    return;
  fill_scene (self);
  annals_canvas_snapshot (self->canvas, snapshot, annals_style_get_theme (),
                          gtk_widget_get_scale_factor (widget), self->view->typesetter);
}

static void
annals_overview_strip_finalize (GObject *object)
{
  annals_canvas_free (ANNALS_OVERVIEW_STRIP (object)->canvas);

  G_OBJECT_CLASS (annals_overview_strip_parent_class)->finalize (object);
}

static void
move_window (AnnalsOverviewStrip *self, gdouble middle_px)
{
  gdouble x = self->view->metrics.header_width_px;
  AnnalsScale scale;

  annals_overview_init_scale (self->view->layout, &scale, x,
                              MAX (gtk_widget_get_width (GTK_WIDGET (self)) - x, 1.0));
  annals_timeline_view_center_on (self->view, annals_scale_get_instant (&scale, middle_px));
}

static void
drag_begin_cb (AnnalsOverviewStrip *self, gdouble x, gdouble y)
{
  const AnnalsRect *window;
  gdouble middle;

  if (self->view->layout == NULL)
    return;
  window = annals_scene_get_clip (fill_scene (self), ANNALS_CLIP_LANES);
  middle = window->x + window->width / 2.0;
  self->grip_px = x >= window->x && x <= window->x + window->width ? middle - x : 0.0;
  if (self->grip_px == 0.0)
    move_window (self, x);
}

static void
drag_update_cb (AnnalsOverviewStrip *self, gdouble dx, gdouble dy, GtkGestureDrag *gesture)
{
  gdouble x = 0.0;
  gdouble y = 0.0;

  if (self->view->layout == NULL || !gtk_gesture_drag_get_start_point (gesture, &x, &y))
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  move_window (self, x + dx + self->grip_px);
}

static void
annals_overview_strip_class_init (AnnalsOverviewStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = annals_overview_strip_finalize;
  widget_class->snapshot = annals_overview_strip_snapshot;
  gtk_widget_class_set_css_name (widget_class, "overview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
annals_overview_strip_init (AnnalsOverviewStrip *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  self->canvas = annals_canvas_new ();
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Overview"), -1);
}

GtkWidget *
annals_overview_strip_new (AnnalsTimelineView *view)
{
  AnnalsOverviewStrip *self = g_object_new (ANNALS_TYPE_OVERVIEW_STRIP, NULL);

  self->view = view;
  return GTK_WIDGET (self);
}

/* Letters look otherwise from now on. */
void
annals_overview_strip_forget (AnnalsOverviewStrip *self)
{
  annals_canvas_forget (self->canvas);
}
