/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <gtk/gtk.h>

#include "annals-click.h"
#include "widgets-testing.h"

/* A press that GTK gives up is a click, and whoever is clicked may do what it likes: GTK is then
 * still going through what its gesture holds. The pointer is a real one, moved by xdotool. */

#define PATIENCE_S 20

typedef enum
{
  THEN_NOTHING,
  THEN_DISABLE,
  THEN_HIDE,
  THEN_REMOVE,
} Then;

typedef struct
{
  GtkWidget *window;
  GtkWidget *button;
  GtkGesture *gesture;
  Then then;
  gboolean is_pressed;
  guint n_clicks;
} Fixture;

static void
pressed_cb (Fixture *fixture)
{
  fixture->is_pressed = TRUE;
}

static void
clicked_cb (Fixture *fixture)
{
  fixture->n_clicks++;
  if (fixture->then == THEN_DISABLE)
    gtk_widget_set_sensitive (fixture->button, FALSE);
  if (fixture->then == THEN_HIDE)
    gtk_widget_set_visible (fixture->button, FALSE);
  if (fixture->then == THEN_REMOVE)
    gtk_window_set_child (GTK_WINDOW (fixture->window), NULL);
}

static GtkGesture *
find_gesture (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_CLICK (controller))
        return GTK_GESTURE (controller);
    }
  return NULL;
}

static void
point (const gchar *action)
{
  g_autofree gchar *command = g_strdup_printf ("xdotool mousemove 60 40 %s 1", action);
  g_autoptr (GError) error = NULL;

  g_spawn_command_line_sync (command, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
press (Fixture *fixture)
{
  gint64 until_us = g_get_monotonic_time () + PATIENCE_S * G_USEC_PER_SEC;

  point ("mousedown");
  while (!fixture->is_pressed)
    {
      if (g_get_monotonic_time () > until_us)
        g_error ("The press does not arrive within %d s.", PATIENCE_S);
      widgets_testing_run (10);
    }
}

/* A gesture of a widget, or that of a button. */
static void
fixture_init (Fixture *fixture, gboolean is_button, Then then)
{
  *fixture = (Fixture){ .then = then };
  fixture->button = is_button ? gtk_button_new_with_label ("Button") : gtk_label_new ("Label");
  if (!is_button)
    {
      fixture->gesture = gtk_gesture_click_new ();
      gtk_widget_add_controller (fixture->button, GTK_EVENT_CONTROLLER (fixture->gesture));
      g_signal_connect_swapped (fixture->gesture, "released", G_CALLBACK (clicked_cb), fixture);
      annals_click_outlive_tooltips (GTK_GESTURE_CLICK (fixture->gesture));
    }
  else
    {
      fixture->gesture = find_gesture (fixture->button);
      g_signal_connect_swapped (fixture->button, "clicked", G_CALLBACK (clicked_cb), fixture);
    }
  g_signal_connect_swapped (fixture->gesture, "pressed", G_CALLBACK (pressed_cb), fixture);
  fixture->window = widgets_testing_show (fixture->button, 300, 200);
}

static void
test_cut_short (gconstpointer data)
{
  gboolean is_button = GPOINTER_TO_INT (data);
  g_autofree gchar *xdotool = g_find_program_in_path ("xdotool");

  if (xdotool == NULL)
    {
      g_test_skip ("There is no xdotool.");
      return;
    }
  for (Then then = THEN_NOTHING; then <= THEN_REMOVE; then++)
    {
      Fixture fixture;

      fixture_init (&fixture, is_button, then);
      press (&fixture);
      gtk_event_controller_reset (GTK_EVENT_CONTROLLER (fixture.gesture));
      widgets_testing_settle (fixture.window);
      g_assert_cmpuint (fixture.n_clicks, ==, 1);
      point ("mouseup");
      widgets_testing_settle (fixture.window);
      g_assert_cmpuint (fixture.n_clicks, ==, 1);
      widgets_testing_close (fixture.window);
    }
}

int
main (int argc, char *argv[])
{
  widgets_testing_init (&argc, &argv);
  annals_click_watch_windows ();

  g_test_add_data_func ("/widgets/cut-short/gesture", GINT_TO_POINTER (FALSE), test_cut_short);
  g_test_add_data_func ("/widgets/cut-short/button", GINT_TO_POINTER (TRUE), test_cut_short);

  return g_test_run ();
}
