/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "annals-window-private.h"

/* Compressing stretches of time: what is empty, as the setting says, and the range chosen. */

static gboolean
get_range (AnnalsWindow *self, AnnalsRange *range)
{
  return self->selection != NULL
         && annals_time_filter_get_range (annals_selection_get_time_filter (self->selection), range)
         && !annals_instant_is_open (range->first) && !annals_instant_is_open (range->last);
}

/* The setting is what counts; the action follows it. */
static void
compress_empty_cb (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  annals_settings_set_boolean (ANNALS_WINDOW (user_data)->settings, ANNALS_SETTING_COMPRESS,
                               g_variant_get_boolean (state));
}

/* The range has done its work; it would hide all events outside the strip. */
static void
compress_range_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  AnnalsWindow *self = user_data;
  AnnalsRange range;

  if (!get_range (self, &range))
    return;
  if (annals_timeline_view_compress (self->timeline, range.first, range.last))
    annals_window_clear_range (self);
  else
    annals_messages_note (self->messages,
                          _ ("There are as many compressed stretches as there can be."));
}

static void
expand_all_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  AnnalsWindow *self = user_data;

  annals_settings_set_boolean (self->settings, ANNALS_SETTING_COMPRESS, FALSE);
  annals_timeline_view_expand_all (self->timeline);
}

static const GActionEntry entries[] = {
  { "compress-empty", NULL, NULL, "false", compress_empty_cb },
  { "compress-range", compress_range_cb },
  { "expand-all", expand_all_cb },
};

/* What the window's other files call; see annals-window-private.h. */

/* To be called when the range, the breaks or the selection are others. */
void
annals_window_update_compress (AnnalsWindow *self)
{
  AnnalsRange range;

  annals_window_set_action_enabled (self, "compress-empty", self->selection != NULL);
  annals_window_set_action_enabled (self, "compress-range", get_range (self, &range));
  annals_window_set_action_enabled (
      self, "expand-all",
      self->selection != NULL
          && annals_breaks_get_n (annals_timeline_view_get_breaks (self->timeline)) > 0);
}

void
annals_window_init_compress (AnnalsWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_signal_connect_object (self->timeline, "range-changed",
                           G_CALLBACK (annals_window_update_compress), self, G_CONNECT_SWAPPED);
  annals_window_update_compress (self);
}
