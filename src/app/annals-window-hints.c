/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annals-states.h"
#include "annals-window-private.h"

/* When the hints of the first start are done with: a mark was chosen, the timeline was zoomed, a
 * text of one's own was opened, or the hint was dismissed. What is done in one window is done in
 * all, and in later starts. */

static void
set_done (AnnalsWindow *self, AnnalsHint hint)
{
  annals_settings_set_hint_done (self->settings, annals_hint_get_name (hint));
}

static void
dismissed_cb (AnnalsWindow *self, gint hint)
{
  set_done (self, (AnnalsHint) hint);
}

static void
zoomed_cb (AnnalsWindow *self)
{
  set_done (self, ANNALS_HINT_ZOOM);
}

static void
selected_cb (AnnalsWindow *self)
{
  if (annals_selection_get_event (self->selection) >= 0)
    set_done (self, ANNALS_HINT_MARK);
}

static void
update_pending (AnnalsWindow *self)
{
  for (guint i = 0; i < ANNALS_N_HINTS; i++)
    annals_hints_set_pending (
        self->hints, i, !annals_settings_is_hint_done (self->settings, annals_hint_get_name (i)));
}

static void
update_wheel (AnnalsWindow *self)
{
  g_autofree gchar *wheel = annals_settings_dup_string (self->settings, ANNALS_SETTING_WHEEL);

  annals_hints_set_wheel_zooms (self->hints, g_strcmp0 (wheel, "zoom") == 0);
}

/* What the window's other files call; see annals-window-private.h. */

void
annals_window_init_hints (AnnalsWindow *self)
{
  g_signal_connect_object (self->hints, "dismissed", G_CALLBACK (dismissed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->timeline, "zoomed", G_CALLBACK (zoomed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::hints-done", G_CALLBACK (update_pending), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::" ANNALS_SETTING_WHEEL,
                           G_CALLBACK (update_wheel), self, G_CONNECT_SWAPPED);
  update_pending (self);
  update_wheel (self);
}

void
annals_window_follow_hints (AnnalsWindow *self)
{
  AnnalsDocument *document = annals_window_get_document (self);
  g_autofree gchar *nothing = annals_states_dup_timeline_words (document);

  g_signal_connect_object (self->selection, "changed", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  if (self->file != NULL || self->pasted != NULL)
    set_done (self, ANNALS_HINT_OPEN);
  annals_hints_set_active (self->hints, nothing == NULL);
}
