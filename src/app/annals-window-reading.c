/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "annals-names.h"
#include "annals-window-private.h"

/* The reading order above the timeline: whether it is shown, and how high it is. A border between
 * the two can be dragged; drawn all the way up, it closes the strip. */

#define LEAST_HEIGHT_PX 28

static void
update (AnnalsWindow *self)
{
  gboolean shows = annals_settings_get_boolean (self->settings, ANNALS_SETTING_READING_ORDER);
  gint height = annals_settings_get_int (self->settings, ANNALS_SETTING_READING_ORDER_HEIGHT);
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "reading-order");

  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (shows));
  if (shows && !gtk_widget_get_visible (self->reading_strip))
    gtk_paned_set_position (self->time_pane, height);
  gtk_widget_set_visible (self->reading_strip, shows);
}

/* Once a drag has come to its end, so that the strip is not taken from under the pointer. */
static gboolean
keep_height_cb (gpointer user_data)
{
  AnnalsWindow *self = user_data;
  gint height = gtk_paned_get_position (self->time_pane);

  self->height_id = 0;
  if (!gtk_widget_get_mapped (self->reading_strip))
    return G_SOURCE_REMOVE;
  if (height >= LEAST_HEIGHT_PX)
    annals_settings_set_int (self->settings, ANNALS_SETTING_READING_ORDER_HEIGHT, height);
  else
    annals_settings_set_boolean (self->settings, ANNALS_SETTING_READING_ORDER, FALSE);

  return G_SOURCE_REMOVE;
}

static void
moved_cb (AnnalsWindow *self)
{
  g_clear_handle_id (&self->height_id, g_source_remove);
  if (gtk_widget_get_mapped (self->reading_strip))
    self->height_id = g_timeout_add (400, keep_height_cb, self);
}

static void
reading_order_cb (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  annals_settings_set_boolean (ANNALS_WINDOW (user_data)->settings, ANNALS_SETTING_READING_ORDER,
                               g_variant_get_boolean (state));
}

static const GActionEntry entries[] = {
  { "reading-order", NULL, NULL, "false", reading_order_cb },
};

/* What the window's other files call; see annals-window-private.h. */

/* Puts the strip above the timeline, and returns both. */
GtkWidget *
annals_window_create_time_pane (AnnalsWindow *self)
{
  GtkWidget *pane = gtk_paned_new (GTK_ORIENTATION_VERTICAL);

  self->time_pane = GTK_PANED (pane);
  self->reading_strip = annals_reading_strip_new (self->timeline, self->reader);
  gtk_widget_set_visible (self->reading_strip, FALSE);
  gtk_paned_set_start_child (self->time_pane, self->reading_strip);
  gtk_paned_set_end_child (self->time_pane, GTK_WIDGET (self->timeline));
  gtk_paned_set_resize_start_child (self->time_pane, FALSE);
  gtk_paned_set_shrink_end_child (self->time_pane, FALSE);
  annals_names_set (pane, C_ ("shortcuts", "Move the border between panes"));
  g_signal_connect_object (pane, "notify::position", G_CALLBACK (moved_cb), self,
                           G_CONNECT_SWAPPED);
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);

  return pane;
}

/* Follows the settings, once the window has them. */
void
annals_window_follow_reading_order (AnnalsWindow *self)
{
  g_signal_connect_object (self->settings, "changed::" ANNALS_SETTING_READING_ORDER,
                           G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
