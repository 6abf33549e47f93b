/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "annals-painter.h"
#include "annals-style.h"
#include "annals-timeline-view-private.h"

/* The strip below the timeline: all events, and a window on what is shown that can be dragged. A
 * click beside the window brings it there. */

struct _AnnalsOverviewStrip
{
  GtkWidget parent_instance;

  AnnalsTimelineView *view; /* not owned; it owns the strip */
  gdouble grip_px;          /* from the pointer to the middle of the window */
};

G_DEFINE_FINAL_TYPE (AnnalsOverviewStrip, annals_overview_strip, GTK_TYPE_WIDGET)

static AnnalsScene *
build_scene (AnnalsOverviewStrip *self)
{
  AnnalsOverviewOptions options = {
    .width_px = gtk_widget_get_width (GTK_WIDGET (self)),
    .height_px = gtk_widget_get_height (GTK_WIDGET (self)),
    .x_px = self->view->metrics.header_width_px,
    .scale = self->view->scale,
  };

  return annals_overview_build (self->view->layout, &options);
}

static void
annals_overview_strip_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AnnalsOverviewStrip *self = ANNALS_OVERVIEW_STRIP (widget);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                               (float) gtk_widget_get_height (widget));
  g_autoptr (AnnalsScene) scene = NULL;
  cairo_t *cr;

  if (self->view->layout == NULL)
    return;
  scene = build_scene (self);
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  annals_painter_draw (cr, scene, annals_style_get_theme (), self->view->typesetter);
  cairo_destroy (cr);
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
  g_autoptr (AnnalsScene) scene = NULL;
  const AnnalsRect *window;
  gdouble middle;

  if (self->view->layout == NULL)
    return;
  scene = build_scene (self);
  window = annals_scene_get_clip (scene, ANNALS_CLIP_LANES);
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

  widget_class->snapshot = annals_overview_strip_snapshot;
  gtk_widget_class_set_css_name (widget_class, "overview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
annals_overview_strip_init (AnnalsOverviewStrip *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

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
