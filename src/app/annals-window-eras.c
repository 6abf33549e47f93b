/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annals-event-changes.h"
#include "annals-window-private.h"

/* What the selected event is shown as: an era, or pinned. It is done to the document and can be
 * undone. */

static void
set_state (AnnalsWindow *self, const gchar *name, gboolean enabled, gboolean state)
{
  GSimpleAction *action = G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), name));

  g_simple_action_set_enabled (action, enabled);
  g_simple_action_set_state (action, g_variant_new_boolean (state));
}

/* Only what has a date is on the timeline, and eras are there at every zoom. */
static void
update (AnnalsWindow *self)
{
  AnnalsDocument *document = annals_window_get_document (self);
  gint index = document != NULL ? annals_selection_get_event (self->selection) : -1;
  const AnnalsEvent *event = index >= 0 ? annals_document_get_event (document, (guint) index)
                                        : NULL;
  gboolean is_dated = event != NULL && annals_event_get_drawn_date (event) != NULL;

  set_state (self, "show-as-era", is_dated, event != NULL && event->is_era);
  set_state (self, "pin", is_dated && !event->is_era, event != NULL && event->is_pinned);
}

static void
show_as_era_cb (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  AnnalsWindow *self = user_data;
  AnnalsDocument *document = annals_window_get_document (self);
  gint event = document != NULL ? annals_selection_get_event (self->selection) : -1;

  if (event >= 0)
    annals_event_show_as_era (document, (guint) event, g_variant_get_boolean (state));
  update (self);
}

static void
pin_cb (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  AnnalsWindow *self = user_data;
  AnnalsDocument *document = annals_window_get_document (self);
  gint event = document != NULL ? annals_selection_get_event (self->selection) : -1;

  if (event >= 0)
    annals_event_pin (document, (guint) event, g_variant_get_boolean (state));
  update (self);
}

static const GActionEntry entries[] = {
  { "show-as-era", NULL, NULL, "false", show_as_era_cb },
  { "pin", NULL, NULL, "false", pin_cb },
};

/* What the window's other files call; see annals-window-private.h. */

void
annals_window_init_eras (AnnalsWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  update (self);
}

/* To be called when the window's selection is another. */
void
annals_window_follow_eras (AnnalsWindow *self)
{
  g_signal_connect_object (self->selection, "changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (annals_window_get_document (self), "changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (annals_window_get_document (self), "event-changed", G_CALLBACK (update),
                           self, G_CONNECT_SWAPPED);
  update (self);
}
