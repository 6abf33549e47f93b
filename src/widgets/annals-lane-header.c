/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annals-names.h"
#include "annals-style.h"
#include "annals-timeline-lanes.h"
#include "annals-touch.h"

/*
 * The header of a lane, for hands, keys and assistive tools. Its words are drawn in the picture
 * below it; here are the triangle that closes the lane, the focus, and what can be done to it. What
 * is done is the view's own business; see annals-timeline-lanes.c.
 */

#define TRIANGLE_PX 12.0
#define TRIANGLE_AREA_PX 26.0
#define FINGER_AREA_PX 48.0
#define DRAG_THRESHOLD_PX 6.0

struct _AnnalsLaneHeader
{
  GtkWidget parent_instance;

  AnnalsTimelineView *view; /* its parent */
  guint lane;
  GtkWidget *triangle;
  GtkWidget *popover; /* (nullable) what has popped up last */
  gboolean is_closed;
  gboolean is_lifted;
};

G_DEFINE_FINAL_TYPE (AnnalsLaneHeader, annals_lane_header, GTK_TYPE_WIDGET)

static void
to_view (AnnalsLaneHeader *self, GtkGesture *gesture, gdouble *y)
{
  gdouble x = 0.0;
  gdouble own_y = 0.0;

  gtk_gesture_get_point (gesture, NULL, &x, &own_y);
  gtk_widget_translate_coordinates (GTK_WIDGET (self), GTK_WIDGET (self->view), x, own_y, &x, y);
}

static gboolean
unparent_cb (gpointer user_data)
{
  gtk_widget_unparent (user_data);
  return G_SOURCE_REMOVE;
}

/* The action of a menu is carried out after it is closed. */
static void
closed_cb (GtkWidget *popover, gpointer user_data)
{
  AnnalsLaneHeader *self = user_data;

  if (self->popover == popover)
    self->popover = NULL;
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, unparent_cb, g_object_ref (popover), g_object_unref);
}

static void
pop_up (AnnalsLaneHeader *self, GtkWidget *popover, const GdkRectangle *at)
{
  if (self->popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->popover));
  self->popover = popover;
  gtk_widget_set_parent (popover, GTK_WIDGET (self));
  gtk_popover_set_position (GTK_POPOVER (popover), GTK_POS_RIGHT);
  if (at != NULL)
    gtk_popover_set_pointing_to (GTK_POPOVER (popover), at);
  g_signal_connect_object (popover, "closed", G_CALLBACK (closed_cb), self, 0);
  gtk_popover_popup (GTK_POPOVER (popover));
}

static void
pop_up_menu (AnnalsLaneHeader *self, const GdkRectangle *at)
{
  g_autoptr (GMenuModel) menu = annals_timeline_lane_menus_create (self->view, self->lane);
  GtkWidget *popover = gtk_popover_menu_new_from_model (menu);

  pop_up (self, popover, at);
}

static void
edit_cb (GtkWidget *widget, const gchar *name, GVariant *parameter)
{
  annals_lane_header_edit (ANNALS_LANE_HEADER (widget));
}

static void
toggle_cb (GtkWidget *widget, const gchar *name, GVariant *parameter)
{
  AnnalsLaneHeader *self = ANNALS_LANE_HEADER (widget);

  annals_timeline_lanes_set_closed (self->view, self->lane, !self->is_closed);
}

static void
close_cb (GtkWidget *widget, const gchar *name, GVariant *parameter)
{
  AnnalsLaneHeader *self = ANNALS_LANE_HEADER (widget);

  annals_timeline_lanes_set_closed (self->view, self->lane, g_str_equal (name, "lane.close"));
}

static gboolean
hide_later_cb (gpointer user_data)
{
  AnnalsLaneHeader *self = user_data;

  if (gtk_widget_get_parent (GTK_WIDGET (self)) != NULL)
    annals_timeline_lanes_hide (self->view, self->lane);
  return G_SOURCE_REMOVE;
}

/* A menu has to be gone before what it stands at is. */
static void
hide_cb (GtkWidget *widget, const gchar *name, GVariant *parameter)
{
  AnnalsLaneHeader *self = ANNALS_LANE_HEADER (widget);

  if (gtk_widget_get_last_child (widget) == self->triangle)
    annals_timeline_lanes_hide (self->view, self->lane);
  else
    g_idle_add_full (G_PRIORITY_LOW, hide_later_cb, g_object_ref (self), g_object_unref);
}

static void
move_cb (GtkWidget *widget, const gchar *name, GVariant *parameter)
{
  AnnalsLaneHeader *self = ANNALS_LANE_HEADER (widget);

  annals_timeline_lanes_step (self->view, self->lane, g_str_equal (name, "lane.move-up") ? -1 : 1);
}

static void
menu_cb (GtkWidget *widget, const gchar *name, GVariant *parameter)
{
  pop_up_menu (ANNALS_LANE_HEADER (widget), NULL);
}

static gboolean
walk_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  AnnalsLaneHeader *self = ANNALS_LANE_HEADER (widget);

  annals_timeline_lanes_focus (self->view, self->lane, g_variant_get_int32 (arguments));
  return TRUE;
}

static gboolean
cancel_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  AnnalsLaneHeader *self = ANNALS_LANE_HEADER (widget);

  return annals_timeline_lane_drag_cancel (self->view);
}

static gboolean
is_on_triangle (GtkGesture *gesture, gdouble x)
{
  return x < (annals_touch_is_finger (gesture) ? FINGER_AREA_PX : TRIANGLE_AREA_PX);
}

static void
pressed_cb (AnnalsLaneHeader *self, gint n_press, gdouble x, gdouble y, GtkGesture *gesture)
{
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (n_press == 2 && !is_on_triangle (gesture, x))
    annals_lane_header_edit (self);
}

static void
released_cb (AnnalsLaneHeader *self, gint n_press, gdouble x, gdouble y, GtkGesture *gesture)
{
  if (!self->is_lifted && is_on_triangle (gesture, x))
    annals_timeline_lanes_set_closed (self->view, self->lane, !self->is_closed);
}

static void
secondary_cb (AnnalsLaneHeader *self, gint n_press, gdouble x, gdouble y, GtkGesture *gesture)
{
  GdkRectangle at = { (gint) x, (gint) y, 1, 1 };

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  pop_up_menu (self, &at);
}

static void
long_pressed_cb (AnnalsLaneHeader *self, gdouble x, gdouble y, GtkGesture *gesture)
{
  secondary_cb (self, 1, x, y, gesture);
}

static void
drag_update_cb (AnnalsLaneHeader *self, gdouble dx, gdouble dy, GtkGesture *gesture)
{
  gdouble y = 0.0;

  to_view (self, gesture, &y);
  if (!self->is_lifted)
    {
      if (ABS (dy) < DRAG_THRESHOLD_PX)
        return;
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
      if (!annals_timeline_lane_drag_begin (self->view, self->lane, y - dy))
        return;
      self->is_lifted = TRUE;
    }
  annals_timeline_lane_drag_update (self->view, y);
}

static void
drag_end_cb (AnnalsLaneHeader *self)
{
  if (self->is_lifted)
    annals_timeline_lane_drag_end (self->view);
  self->is_lifted = FALSE;
}

static void
drag_cancel_cb (AnnalsLaneHeader *self)
{
  if (self->is_lifted)
    annals_timeline_lane_drag_cancel (self->view);
  self->is_lifted = FALSE;
}

static void
annals_lane_header_size_allocate (GtkWidget *widget, gint width, gint height, gint baseline)
{
  AnnalsLaneHeader *self = ANNALS_LANE_HEADER (widget);
  gdouble k = self->view->metrics.text_scale;
  gint size = (gint) TRIANGLE_PX;
  gint middle = (gint) ((self->is_closed ? height / 2.0 : MIN (18.0 * k, height / 2.0)));
  GtkAllocation box = { 2, middle - size / 2, size, size };

  gtk_widget_measure (self->triangle, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (self->triangle, &box, -1);
  if (self->popover != NULL)
    gtk_popover_present (GTK_POPOVER (self->popover));
}

static void
annals_lane_header_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AnnalsLaneHeader *self = ANNALS_LANE_HEADER (widget);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (gfloat) gtk_widget_get_width (widget),
                                               (gfloat) gtk_widget_get_height (widget));
  GskRoundedRect frame;
  GdkRGBA color;

  gtk_widget_snapshot_child (widget, self->triangle, snapshot);
  if (!gtk_widget_has_visible_focus (widget))
    return;
  graphene_rect_inset (&bounds, 2, 3);
  annals_style_get_rgba (&annals_style_get_theme ()->accent, 0.8, &color);
  gsk_rounded_rect_init_from_rect (&frame, &bounds, 6);
  gtk_snapshot_append_border (snapshot, &frame, (float[4]){ 2, 2, 2, 2 },
                              (GdkRGBA[4]){ color, color, color, color });
}

static void
annals_lane_header_dispose (GObject *object)
{
  AnnalsLaneHeader *self = ANNALS_LANE_HEADER (object);
  GtkWidget *child;

  self->popover = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  self->triangle = NULL;
  G_OBJECT_CLASS (annals_lane_header_parent_class)->dispose (object);
}

static void
annals_lane_header_class_init (AnnalsLaneHeaderClass *klass)
{
  /* Menus show the last of the keys. */
  static const struct
  {
    const gchar *name;
    GtkWidgetActionActivateFunc activate;
    guint keys[2];
    GdkModifierType modifiers;
  } actions[] = {
    { "lane.edit", edit_cb, { GDK_KEY_F2 }, 0 },
    { "lane.toggle", toggle_cb, { GDK_KEY_Return, GDK_KEY_space }, 0 },
    { "lane.close", close_cb, { GDK_KEY_KP_Left, GDK_KEY_Left }, 0 },
    { "lane.open", close_cb, { GDK_KEY_KP_Right, GDK_KEY_Right }, 0 },
    { "lane.hide", hide_cb, { GDK_KEY_h }, 0 },
    { "lane.move-up", move_cb, { GDK_KEY_KP_Up, GDK_KEY_Up }, GDK_CONTROL_MASK | GDK_SHIFT_MASK },
    { "lane.move-down",
      move_cb,
      { GDK_KEY_KP_Down, GDK_KEY_Down },
      GDK_CONTROL_MASK | GDK_SHIFT_MASK },
    { "lane.menu", menu_cb, { GDK_KEY_Menu }, 0 },
  };
  static const struct
  {
    guint key;
    gint step;
  } walks[] = {
    { GDK_KEY_Up, -1 },     { GDK_KEY_Down, 1 },         { GDK_KEY_KP_Up, -1 },
    { GDK_KEY_KP_Down, 1 }, { GDK_KEY_Home, -G_MAXINT }, { GDK_KEY_End, G_MAXINT },
  };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = annals_lane_header_dispose;
  widget_class->size_allocate = annals_lane_header_size_allocate;
  widget_class->snapshot = annals_lane_header_snapshot;
  gtk_widget_class_set_css_name (widget_class, "lane-header");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_BUTTON);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].activate);
      for (guint j = 0; j < G_N_ELEMENTS (actions[i].keys) && actions[i].keys[j] != 0; j++)
        gtk_widget_class_add_binding_action (widget_class, actions[i].keys[j], actions[i].modifiers,
                                             actions[i].name, NULL);
    }
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "lane.menu",
                                       NULL);
  for (guint i = 0; i < G_N_ELEMENTS (walks); i++)
    gtk_widget_class_add_binding (widget_class, walks[i].key, 0, walk_cb, "i", walks[i].step);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, cancel_cb, NULL);
}

static void
add_gestures (AnnalsLaneHeader *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *secondary = gtk_gesture_click_new ();
  GtkGesture *press = gtk_gesture_long_press_new ();

  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect_swapped (drag, "cancel", G_CALLBACK (drag_cancel_cb), self);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (secondary), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (secondary, "pressed", G_CALLBACK (secondary_cb), self);
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect_swapped (press, "pressed", G_CALLBACK (long_pressed_cb), self);
  gtk_gesture_group (drag, click);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (secondary));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (press));
}

static void
annals_lane_header_init (AnnalsLaneHeader *self)
{
  self->triangle = gtk_image_new_from_icon_name ("pan-down-symbolic");
  gtk_image_set_pixel_size (GTK_IMAGE (self->triangle), (gint) TRIANGLE_PX);
  gtk_widget_add_css_class (self->triangle, "triangle");
  gtk_widget_set_can_target (self->triangle, FALSE);
  gtk_widget_set_parent (self->triangle, GTK_WIDGET (self));
  add_gestures (self);
  annals_style_watch_focus (GTK_WIDGET (self));
}

GtkWidget *
annals_lane_header_new (AnnalsTimelineView *view, guint lane)
{
  AnnalsLaneHeader *self = g_object_new (ANNALS_TYPE_LANE_HEADER, NULL);

  self->view = view;
  self->lane = lane;
  return GTK_WIDGET (self);
}

/* Says what it heads, how that stands, and whether there was no room to say it in the picture. */
void
annals_lane_header_update (AnnalsLaneHeader *self,
                           const gchar *label,
                           const gchar *description,
                           gboolean is_closed,
                           gboolean is_cut)
{
  g_autofree gchar *brief = annals_names_dup_brief (label);

  self->is_closed = is_closed;
  gtk_image_set_from_icon_name (GTK_IMAGE (self->triangle),
                                !is_closed ? "pan-down-symbolic"
                                : gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL
                                    ? "pan-start-symbolic"
                                    : "pan-end-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), is_cut ? brief : NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED, !is_closed,
                               -1);
}

/* Asks for another name and colour. */
void
annals_lane_header_edit (AnnalsLaneHeader *self)
{
  AnnalsDocument *document = annals_selection_get_document (self->view->selection);

  pop_up (self, annals_lane_popover_new (document, self->lane), NULL);
}
