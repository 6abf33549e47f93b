/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annals-window-private.h"

/* What the window does with the timeline's views and lanes: which actions there are, and what is
 * remembered. */

static gboolean
has_hidden_lanes (AnnalsWindow *self)
{
  g_auto (GStrv) closed = NULL;
  g_auto (GStrv) hidden = NULL;

  annals_timeline_view_get_lanes (self->timeline, &closed, &hidden);
  return hidden[0] != NULL;
}

static void
lanes_shown_cb (AnnalsWindow *self)
{
  annals_window_update_timeline (self);
  if (self->session != NULL)
    annals_session_touch (self->session);
}

/* What the window's other files call; see annals-window-private.h. */

void
annals_window_init_timeline (AnnalsWindow *self)
{
  g_signal_connect_object (self->timeline, "views-changed",
                           G_CALLBACK (annals_window_update_timeline), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->timeline, "lanes-shown", G_CALLBACK (lanes_shown_cb), self,
                           G_CONNECT_SWAPPED);
}

void
annals_window_update_timeline (AnnalsWindow *self)
{
  gboolean open = self->selection != NULL;
  gboolean ranged = open
                    && annals_time_filter_get_range (
                        annals_selection_get_time_filter (self->selection), NULL);
  gboolean selected = open && annals_selection_get_event (self->selection) >= 0;

  annals_window_set_action_enabled (self, "fit-event", selected || ranged);
  annals_window_set_action_enabled (self, "fit-range", ranged);
  annals_window_set_action_enabled (self, "view-back",
                                    open && annals_timeline_view_can_go (self->timeline, -1));
  annals_window_set_action_enabled (self, "view-forward",
                                    open && annals_timeline_view_can_go (self->timeline, 1));
  annals_window_set_action_enabled (self, "show-lanes", open && has_hidden_lanes (self));
}
