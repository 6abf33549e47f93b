/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annals-click.h"

/* Clicks that are taken whatever tooltips do. They are told in a turn of their own: while GTK says
 * that a gesture is cancelled it goes through the points that this holds, and who is clicked may
 * well have it reset, such as by becoming insensitive. */

static GQuark
pressed_quark (void)
{
  return g_quark_from_static_string ("annals-click-pressed");
}

static GQuark
mended_quark (void)
{
  return g_quark_from_static_string ("annals-click-mended");
}

static void
set_pressed (GtkGesture *gesture, gboolean pressed)
{
  g_object_set_qdata (G_OBJECT (gesture), pressed_quark (), GINT_TO_POINTER (pressed));
}

static gboolean
is_pressed (GtkGesture *gesture)
{
  return GPOINTER_TO_INT (g_object_get_qdata (G_OBJECT (gesture), pressed_quark ()));
}

static void
pressed_cb (GtkGesture *gesture, gint n_press)
{
  set_pressed (gesture, n_press == 1);
}

static void
forget_cb (GtkGesture *gesture)
{
  set_pressed (gesture, FALSE);
}

/* What a click opens cancels its gesture too, but after the release; and so does what a press
 * begins, such as a drag, but after a motion. */
static gboolean
is_cut_short (GtkGesture *gesture, GdkEventSequence *sequence, gdouble *x, gdouble *y)
{
  GdkEvent *last = gtk_gesture_get_last_event (gesture, sequence);

  return is_pressed (gesture) && sequence == NULL && last != NULL
         && gdk_event_get_event_type (last) == GDK_BUTTON_PRESS
         && gtk_gesture_get_sequence_state (gesture, sequence) != GTK_EVENT_SEQUENCE_DENIED
         && gtk_widget_get_mapped (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture)))
         && gtk_gesture_get_point (gesture, sequence, x, y);
}

/* A click to be told of. */
typedef struct
{
  GtkWidget *widget;
  GtkGesture *gesture; /* NULL of a button */
  gdouble x;
  gdouble y;
} Click;

static void
click_free (gpointer data)
{
  Click *click = data;

  g_clear_object (&click->gesture);
  g_object_unref (click->widget);
  g_free (click);
}

static gboolean
tell_cb (gpointer data)
{
  const Click *click = data;

  if (!gtk_widget_get_mapped (click->widget) || !gtk_widget_is_sensitive (click->widget))
    return G_SOURCE_REMOVE;
  if (click->gesture != NULL)
    g_signal_emit_by_name (click->gesture, "released", 1, click->x, click->y);
  else
    g_signal_emit_by_name (click->widget, "clicked");
  return G_SOURCE_REMOVE;
}

/* Before anything else that happens. */
static void
tell (GtkWidget *widget, GtkGesture *gesture, gdouble x, gdouble y)
{
  Click *click = g_new0 (Click, 1);

  click->widget = g_object_ref (widget);
  click->gesture = gesture != NULL ? g_object_ref (gesture) : NULL;
  click->x = x;
  click->y = y;
  g_idle_add_full (G_PRIORITY_HIGH, tell_cb, click, click_free);
}

static void
cancel_cb (GtkGesture *gesture, GdkEventSequence *sequence)
{
  gdouble x = 0.0;
  gdouble y = 0.0;

  if (is_cut_short (gesture, sequence, &x, &y))
    tell (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture)), gesture, x, y);
  set_pressed (gesture, FALSE);
}

static void
follow (GtkGestureClick *click, GCallback cancel)
{
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), NULL);
  g_signal_connect_after (click, "released", G_CALLBACK (forget_cb), NULL);
  g_signal_connect (click, "unpaired-release", G_CALLBACK (forget_cb), NULL);
  g_signal_connect_after (click, "cancel", cancel, NULL);
}

/* A button lets go when its gesture is cancelled, and does nothing more. */
static void
button_cancel_cb (GtkGesture *gesture, GdkEventSequence *sequence)
{
  GtkWidget *button = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  gdouble x = 0.0;
  gdouble y = 0.0;

  if (is_cut_short (gesture, sequence, &x, &y) && gtk_widget_contains (button, x, y))
    tell (button, NULL, x, y);
  set_pressed (gesture, FALSE);
}

/* Buttons, and the items of menus, whose type GTK keeps to itself. */
static gboolean
is_button (GtkWidget *widget)
{
  return GTK_IS_BUTTON (widget) || g_str_equal (G_OBJECT_TYPE_NAME (widget), "GtkModelButton");
}

static void
mend_button (GtkWidget *button)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (button);

  if (g_object_get_qdata (G_OBJECT (button), mended_quark ()) != NULL)
    return;
  g_object_set_qdata (G_OBJECT (button), mended_quark (), GINT_TO_POINTER (TRUE));
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_CLICK (controller))
        follow (GTK_GESTURE_CLICK (controller), G_CALLBACK (button_cancel_cb));
    }
}

static gboolean
mapped_cb (GSignalInvocationHint *hint, guint n_values, const GValue *values, gpointer data)
{
  GtkWidget *widget = g_value_get_object (values);

  if (is_button (widget) && g_signal_lookup ("clicked", G_OBJECT_TYPE (widget)) != 0)
    mend_button (widget);
  return TRUE;
}

/**
 * annals_click_watch_buttons:
 *
 * Does for all buttons and items of menus that come to be seen what annals_click_outlive_tooltips()
 * does for one gesture: a press that GTK gives up because of a tooltip is a click. To be called
 * once, when there is a display.
 */
void
annals_click_watch_buttons (void)
{
  /* The signal is there once the class is, and the class stays. */
  g_type_class_ref (GTK_TYPE_WIDGET);
  g_signal_add_emission_hook (g_signal_lookup ("map", GTK_TYPE_WIDGET), 0, mapped_cb, NULL, NULL);
}

/**
 * annals_click_outlive_tooltips:
 * @click: a gesture of a widget that has tooltips of its parts
 *
 * Makes @click emit #GtkGestureClick::released for a first press whose end GTK does not tell:
 * GTK 4.8 breaks the grab of a press on X11 when a tooltip comes or goes in the same moment, and
 * the gesture is cancelled. Who goes from one part to another and clicks would lose some of the
 * clicks. A press that has become a drag, of another gesture that claimed it, stays without an end.
 */
void
annals_click_outlive_tooltips (GtkGestureClick *click)
{
  g_return_if_fail (GTK_IS_GESTURE_CLICK (click));

  follow (click, G_CALLBACK (cancel_cb));
}
