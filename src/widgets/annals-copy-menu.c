/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "annals-copy-menu.h"

/* The menu that copies an event or a passage: by the secondary button of the pointer, by a long
 * press, and by the keys that are for it. */

static void
append_event_entries (GMenu *menu)
{
  g_menu_append (menu, C_ ("menu", "Copy _Event"), "win.copy-event");
  g_menu_append (menu, C_ ("menu", "Copy _Passage"), "win.copy-passage");
  g_menu_append (menu, C_ ("menu", "Pin Mar_k"), "win.pin");
  g_menu_append (menu, C_ ("menu", "Sho_w as Era"), "win.show-as-era");
}

/* A text can be copied wherever it is, and what GTK's own menu offers beside that is nothing to do
 * with a text that is only read. */
static GMenuModel *
create_menu (gboolean of_text, gboolean of_event)
{
  GMenu *menu = g_menu_new ();

  if (of_text)
    {
      g_autoptr (GMenu) text = g_menu_new ();

      g_menu_append (text, C_ ("menu", "_Copy"), "text.copy");
      g_menu_append (text, C_ ("menu", "Select _All"), "text.select-all");
      g_menu_append_section (menu, NULL, G_MENU_MODEL (text));
    }
  if (of_event)
    {
      g_autoptr (GMenu) entries = g_menu_new ();

      append_event_entries (entries);
      g_menu_append_section (menu, NULL, G_MENU_MODEL (entries));
    }
  return G_MENU_MODEL (menu);
}

#define TEXT_KEY "annals-copy-menu-text"

/* Gives the keys back to the text that a menu is of, unless somebody else has taken them: GTK may
 * leave them with the menu that has gone, or with what has it as a child. */
static void
give_keys_back (GtkWidget *popover)
{
  GtkWidget *text = g_object_get_data (G_OBJECT (popover), TEXT_KEY);
  GtkRoot *root = text != NULL ? gtk_widget_get_root (text) : NULL;
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (root != NULL
      && (focus == NULL || focus == gtk_widget_get_parent (popover)
          || gtk_widget_is_ancestor (focus, popover)))
    gtk_widget_grab_focus (text);
}

static gboolean
unparent_cb (gpointer user_data)
{
  give_keys_back (user_data);
  gtk_widget_unparent (user_data);
  return G_SOURCE_REMOVE;
}

/* Its action is carried out after it is closed. */
static void
closed_cb (GtkWidget *popover)
{
  give_keys_back (popover);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, unparent_cb, g_object_ref (popover), g_object_unref);
}

static void
copy_cb (GSimpleAction *action, GVariant *parameter, gpointer view)
{
  gtk_widget_activate_action (view, "clipboard.copy", NULL);
}

static void
select_all_cb (GSimpleAction *action, GVariant *parameter, gpointer view)
{
  gtk_widget_activate_action (view, "selection.select-all", NULL);
}

static void
add_text_actions (GtkWidget *popover, GtkTextView *view)
{
  static const GActionEntry entries[] = {
    { "copy", copy_cb },
    { "select-all", select_all_cb },
  };
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  GAction *copy = NULL;

  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), view);
  copy = g_action_map_lookup_action (G_ACTION_MAP (actions), "copy");
  g_simple_action_set_enabled (G_SIMPLE_ACTION (copy),
                               gtk_text_buffer_get_has_selection (gtk_text_view_get_buffer (view)));
  gtk_widget_insert_action_group (popover, "text", G_ACTION_GROUP (actions));
}

/* Who is to have the popover: GTK's text view has no place for any but its own. */
static GtkWidget *
find_parent (GtkWidget *widget, GdkRectangle *at)
{
  GtkWidget *parent = widget;
  gdouble x = 0.0;
  gdouble y = 0.0;

  if (!GTK_IS_TEXT_VIEW (widget))
    return widget;
  do
    parent = gtk_widget_get_parent (parent);
  while (gtk_widget_get_layout_manager (parent) == NULL && gtk_widget_get_parent (parent) != NULL);
  if (gtk_widget_translate_coordinates (widget, parent, at->x, at->y, &x, &y))
    {
      at->x = (gint) x;
      at->y = (gint) y;
    }
  return parent;
}

static void
pop_up (GtkWidget *widget, AnnalsCopyMenuFunc func, GdkRectangle at, gboolean by_keys)
{
  g_autoptr (GMenuModel) menu = NULL;
  GtkWidget *popover = NULL;
  GtkWidget *parent = NULL;
  gboolean of_text = GTK_IS_TEXT_VIEW (widget);
  gboolean of_event = func (widget, &at, by_keys);

  if (!of_text && !of_event)
    return;

  /* What a click on a text would have done; the keys come back to it from the menu. */
  if (of_text)
    gtk_widget_grab_focus (widget);
  menu = create_menu (of_text, of_event);
  popover = gtk_popover_menu_new_from_model (menu);
  if (of_text)
    {
      add_text_actions (popover, GTK_TEXT_VIEW (widget));
      g_object_set_data_full (G_OBJECT (popover), TEXT_KEY, g_object_ref (widget), g_object_unref);
    }
  parent = find_parent (widget, &at);
  gtk_widget_set_parent (popover, parent);
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), by_keys);
  if (!by_keys)
    gtk_widget_set_halign (popover, GTK_ALIGN_START);
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &at);
  g_signal_connect (popover, "closed", G_CALLBACK (closed_cb), NULL);
  g_signal_connect_object (parent, "destroy", G_CALLBACK (gtk_widget_unparent), popover,
                           G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (popover));
  gtk_widget_trigger_tooltip_query (widget);
}

static void
pressed_cb (GtkGestureClick *gesture, gint n_press, gdouble x, gdouble y, gpointer func)
{
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  pop_up (widget, (AnnalsCopyMenuFunc) func, (GdkRectangle){ (gint) x, (gint) y, 1, 1 }, FALSE);
}

static void
long_pressed_cb (GtkGestureLongPress *gesture, gdouble x, gdouble y, gpointer func)
{
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  pop_up (widget, (AnnalsCopyMenuFunc) func, (GdkRectangle){ (gint) x, (gint) y, 1, 1 }, FALSE);
}

static gboolean
keys_cb (GtkWidget *widget, GVariant *arguments, gpointer func)
{
  GdkRectangle at = { 0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget) };

  pop_up (widget, (AnnalsCopyMenuFunc) func, at, TRUE);
  return TRUE;
}

/**
 * annals_copy_menu_attach:
 * @widget: a widget whose layout leaves popovers alone
 * @func: selects what the menu is about
 *
 * Gives a widget a menu that copies the selected event or passage. A text that is read has one
 * everywhere, with which its words can be copied too, in place of GTK's own.
 */
void
annals_copy_menu_attach (GtkWidget *widget, AnnalsCopyMenuFunc func)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *press = gtk_gesture_long_press_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (func != NULL);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  /* Before GTK's own menu of a text. */
  if (GTK_IS_TEXT_VIEW (widget))
    gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), (gpointer) func);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));

  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect (press, "pressed", G_CALLBACK (long_pressed_cb), (gpointer) func);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (press));

  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("Menu|<Shift>F10"),
                        gtk_callback_action_new (keys_cb, (gpointer) func, NULL)));
  gtk_widget_add_controller (widget, keys);
}
