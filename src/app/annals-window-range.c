/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annals-window-private.h"

/* Selecting a range of time in the window. */

static AnnalsTimeFilter *
get_filter (AnnalsWindow *self)
{
  return annals_selection_get_time_filter (self->selection);
}

static void
choose_range_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  annals_range_bar_edit (ANNALS_WINDOW (user_data)->range_bar);
}

static void
select_visible_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  AnnalsWindow *self = user_data;

  gtk_widget_activate_action (GTK_WIDGET (self->timeline), "timeline.select-visible", NULL);
}

static void
clear_range_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  annals_window_clear_range (user_data);
}

static const GActionEntry entries[] = {
  { "choose-range", choose_range_cb },
  { "select-visible", select_visible_cb },
  { "clear-range", clear_range_cb },
};

static void
update (AnnalsWindow *self)
{
  gboolean open = self->selection != NULL;

  annals_window_set_action_enabled (self, "choose-range", open);
  annals_window_set_action_enabled (self, "select-visible", open);
  annals_window_set_action_enabled (self, "clear-range",
                                    open && annals_time_filter_get_range (get_filter (self), NULL));
  annals_window_update_timeline (self);
  annals_window_update_compress (self);
}

static void
changed_cb (AnnalsWindow *self)
{
  update (self);
  if (self->session != NULL)
    annals_session_touch (self->session);
}

/* What the window's other files call; see annals-window-private.h. */

void
annals_window_init_range (AnnalsWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  update (self);
}

/* To be called when the window's selection is another. */
void
annals_window_follow_range (AnnalsWindow *self)
{
  annals_range_bar_set_selection (self->range_bar, self->selection);
  if (self->selection != NULL)
    g_signal_connect_object (get_filter (self), "changed", G_CALLBACK (changed_cb), self,
                             G_CONNECT_SWAPPED);
  update (self);
}

/* Gives up the range; returns whether there was one. */
gboolean
annals_window_clear_range (AnnalsWindow *self)
{
  if (self->selection == NULL || !annals_time_filter_get_range (get_filter (self), NULL))
    return FALSE;

  annals_time_filter_clear (get_filter (self));
  return TRUE;
}
