/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annals-touch.h"

/* Where there is a screen that is touched, small buttons are made large enough for a finger. This
 * goes by what the seat has, not by what was used last, so that nothing moves under the hand. */

#define CSS_CLASS "touch"

static void
update (GtkWidget *window)
{
  if (annals_touch_is_present (window))
    gtk_widget_add_css_class (window, CSS_CLASS);
  else
    gtk_widget_remove_css_class (window, CSS_CLASS);
}

/**
 * annals_touch_is_present:
 * @widget: a widget
 *
 * Returns: whether its screen can be touched
 */
gboolean
annals_touch_is_present (GtkWidget *widget)
{
  GdkSeat *seat = gdk_display_get_default_seat (gtk_widget_get_display (widget));

  return seat != NULL && (gdk_seat_get_capabilities (seat) & GDK_SEAT_CAPABILITY_TOUCH) != 0;
}

/**
 * annals_touch_connect:
 * @widget: a widget
 * @changed: called with @widget alone
 *
 * Has a function called whenever annals_touch_is_present() may have become another.
 */
void
annals_touch_connect (GtkWidget *widget, GCallback changed)
{
  GdkSeat *seat = gdk_display_get_default_seat (gtk_widget_get_display (widget));

  if (seat == NULL)
    return;
  g_signal_connect_object (seat, "device-added", changed, widget, G_CONNECT_SWAPPED);
  g_signal_connect_object (seat, "device-removed", changed, widget, G_CONNECT_SWAPPED);
}

/**
 * annals_touch_watch:
 * @window: a window
 *
 * Gives a window the style class `touch` for as long as its screen can be touched.
 */
void
annals_touch_watch (GtkWidget *window)
{
  g_return_if_fail (GTK_IS_WIDGET (window));

  annals_touch_connect (window, G_CALLBACK (update));
  update (window);
}

/**
 * annals_touch_is_finger:
 * @gesture: a gesture that is taking place
 *
 * Returns: whether it is made with a finger, which is less exact than a pointer
 */
gboolean
annals_touch_is_finger (GtkGesture *gesture)
{
  GdkDevice *device = gtk_event_controller_get_current_event_device (
      GTK_EVENT_CONTROLLER (gesture));

  return device != NULL && gdk_device_get_source (device) == GDK_SOURCE_TOUCHSCREEN;
}
