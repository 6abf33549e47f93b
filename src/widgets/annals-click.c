/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annals-click.h"

/* Clicks that are taken whatever tooltips do. */

static GQuark
pressed_quark (void)
{
  return g_quark_from_static_string ("annals-click-pressed");
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

static void
cancel_cb (GtkGesture *gesture, GdkEventSequence *sequence)
{
  gdouble x = 0.0;
  gdouble y = 0.0;

  if (is_pressed (gesture) && sequence == NULL
      && gtk_gesture_get_sequence_state (gesture, sequence) != GTK_EVENT_SEQUENCE_DENIED
      && gtk_widget_get_mapped (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture)))
      && gtk_gesture_get_point (gesture, sequence, &x, &y))
    g_signal_emit_by_name (gesture, "released", 1, x, y);
  set_pressed (gesture, FALSE);
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

  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), NULL);
  g_signal_connect_after (click, "released", G_CALLBACK (forget_cb), NULL);
  g_signal_connect (click, "unpaired-release", G_CALLBACK (forget_cb), NULL);
  g_signal_connect (click, "cancel", G_CALLBACK (cancel_cb), NULL);
}
