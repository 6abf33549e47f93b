/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annals-window-private.h"

/* The window hands its panes what the preferences say, now and whenever these change; the panes
 * know of no settings. */

static void
update_measure (AnnalsWindow *self)
{
  gint n_chars = annals_settings_get_int (self->settings, ANNALS_SETTING_READER_MEASURE);

  annals_reader_set_measure (self->reader, (guint) n_chars);
}

static void
update_wheel (AnnalsWindow *self)
{
  g_autofree gchar *wheel = annals_settings_dup_string (self->settings, ANNALS_SETTING_WHEEL);

  annals_timeline_view_set_wheel_zooms (self->timeline, g_strcmp0 (wheel, "zoom") == 0);
}

static void
update_calendar (AnnalsWindow *self)
{
  g_autofree gchar *id = annals_settings_dup_string (self->settings, ANNALS_SETTING_CALENDAR);
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "second-calendar");
  AnnalsCalendar calendar = ANNALS_CALENDAR_GREGORIAN;

  annals_calendar_from_id (id, &calendar);
  annals_timeline_view_set_calendar (self->timeline, calendar);
  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_string (id));
}

static void
set_switch (AnnalsWindow *self, const gchar *name, gboolean on)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (on));
}

static void
update_threads (AnnalsWindow *self)
{
  gboolean shows = annals_settings_get_boolean (self->settings, ANNALS_SETTING_THREADS);

  annals_thread_layer_set_shows_threads (self->threads, shows);
  set_switch (self, "threads", shows);
}

static void
update_compressed (AnnalsWindow *self)
{
  gboolean compressed = annals_settings_get_boolean (self->settings, ANNALS_SETTING_COMPRESS);
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "compress-empty");

  annals_timeline_view_set_compressed (self->timeline, compressed);
  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (compressed));
}

/* What the window's other files call; see annals-window-private.h. */

void
annals_window_follow_preferences (AnnalsWindow *self)
{
  g_signal_connect_object (self->settings, "changed::" ANNALS_SETTING_READER_MEASURE,
                           G_CALLBACK (update_measure), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::" ANNALS_SETTING_WHEEL,
                           G_CALLBACK (update_wheel), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::" ANNALS_SETTING_CALENDAR,
                           G_CALLBACK (update_calendar), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::" ANNALS_SETTING_THREADS,
                           G_CALLBACK (update_threads), self, G_CONNECT_SWAPPED);
  annals_window_follow_reading_order (self);
  update_threads (self);
  g_signal_connect_object (self->settings, "changed::" ANNALS_SETTING_COMPRESS,
                           G_CALLBACK (update_compressed), self, G_CONNECT_SWAPPED);
  update_measure (self);
  update_wheel (self);
  update_compressed (self);
  update_calendar (self);
}
