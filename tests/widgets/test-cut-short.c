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
  gint x_px; /* of the pointer, on the screen */
  gint y_px;
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
point (const Fixture *fixture, const gchar *action)
{
  g_autofree gchar *command = g_strdup_printf ("xdotool mousemove %d %d %s 1", fixture->x_px,
                                               fixture->y_px, action);
  g_autoptr (GError) error = NULL;

  g_spawn_command_line_sync (command, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
press (Fixture *fixture)
{
  gint64 until_us = g_get_monotonic_time () + PATIENCE_S * G_USEC_PER_SEC;

  point (fixture, "mousedown");
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
  *fixture = (Fixture){ .then = then, .x_px = 60, .y_px = 40 };
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
      point (&fixture, "mouseup");
      widgets_testing_settle (fixture.window);
      g_assert_cmpuint (fixture.n_clicks, ==, 1);
      widgets_testing_close (fixture.window);
    }
}

/* The first item of a menu. */
static GtkWidget *
find_item (GtkWidget *widget)
{
  GtkWidget *found = NULL;

  if (g_str_equal (G_OBJECT_TYPE_NAME (widget), "GtkModelButton"))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_item (child);
  return found;
}

static void
find_place (GtkWidget *item, gint *x_px, gint *y_px)
{
  GtkNative *native = gtk_widget_get_native (item);
  GdkPopup *popup = GDK_POPUP (gtk_native_get_surface (native));
  gdouble at[2];
  gdouble offset[2];

  g_assert_true (gtk_widget_translate_coordinates (
      item, GTK_WIDGET (native), gtk_widget_get_width (item) / 2.0,
      gtk_widget_get_height (item) / 2.0, &at[0], &at[1]));
  gtk_native_get_surface_transform (native, &offset[0], &offset[1]);
  *x_px = (gint) (at[0] + offset[0]) + gdk_popup_get_position_x (popup);
  *y_px = (gint) (at[1] + offset[1]) + gdk_popup_get_position_y (popup);
}

static void
test_menu (void)
{
  g_autofree gchar *xdotool = g_find_program_in_path ("xdotool");
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) action = g_simple_action_new ("choose", NULL);
  g_autoptr (GMenu) menu = g_menu_new ();
  Fixture fixture = { .button = gtk_label_new ("Label") };
  GtkWidget *popover;
  GtkWidget *item;

  if (xdotool == NULL)
    {
      g_object_unref (g_object_ref_sink (fixture.button));
      g_test_skip ("There is no xdotool.");
      return;
    }
  g_signal_connect_swapped (action, "activate", G_CALLBACK (clicked_cb), &fixture);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
  g_menu_append (menu, "Choose", "test.choose");
  fixture.window = widgets_testing_show (fixture.button, 300, 200);
  gtk_widget_insert_action_group (fixture.button, "test", G_ACTION_GROUP (group));
  popover = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
  gtk_widget_set_parent (popover, fixture.button);
  gtk_popover_popup (GTK_POPOVER (popover));
  widgets_testing_settle (fixture.window);
  item = find_item (popover);
  fixture.gesture = find_gesture (item);
  g_signal_connect_swapped (fixture.gesture, "pressed", G_CALLBACK (pressed_cb), &fixture);
  find_place (item, &fixture.x_px, &fixture.y_px);
  press (&fixture);
  gtk_event_controller_reset (GTK_EVENT_CONTROLLER (fixture.gesture));
  widgets_testing_settle (fixture.window);
  g_assert_cmpuint (fixture.n_clicks, ==, 1);
  g_assert_false (gtk_widget_get_mapped (popover));
  point (&fixture, "mouseup");
  widgets_testing_settle (fixture.window);
  g_assert_cmpuint (fixture.n_clicks, ==, 1);
  gtk_widget_unparent (popover);
  widgets_testing_close (fixture.window);
}

int
main (int argc, char *argv[])
{
  widgets_testing_init (&argc, &argv);
  annals_click_watch_buttons ();

  g_test_add_data_func ("/widgets/cut-short/gesture", GINT_TO_POINTER (FALSE), test_cut_short);
  g_test_add_data_func ("/widgets/cut-short/button", GINT_TO_POINTER (TRUE), test_cut_short);

  g_test_add_func ("/widgets/cut-short/menu", test_menu);

  return g_test_run ();
}
