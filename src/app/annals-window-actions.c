/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annals-command-search.h"
#include "annals-go-to-date.h"
#include "annals-panes.h"
#include "annals-shortcuts.h"
#include "annals-window-private.h"

/* The window's actions. Their keys are in annals-actions.c. */

typedef struct
{
  const gchar *action;
  const gchar *target;
} Forward;

/* Actions that are the timeline's own. */
static const Forward forwards[] = {
  { "zoom-in", "timeline.zoom-in" },
  { "zoom-out", "timeline.zoom-out" },
  { "fit", "timeline.fit" },
  { "fit-event", "timeline.fit-event" },
  { "fit-range", "timeline.fit-range" },
  { "view-back", "timeline.view-back" },
  { "view-forward", "timeline.view-forward" },
  { "focus-lanes", "timeline.focus-lanes" },
  { "focus-clusters", "timeline.focus-clusters" },
  { "close-lanes", "timeline.close-lanes" },
  { "open-lanes", "timeline.open-lanes" },
  { "show-lanes", "timeline.show-lanes" },
};

/* Actions that make sense only with an event selected, or only with a document open. */
static const gchar *event_actions[] = { "next-passage", "previous-passage" };
static const gchar *document_actions[] = {
  "focus-clusters", "focus-lanes",      "edit-lane", "close-lanes",  "open-lanes",
  "open-source",    "save-as",          "export",    "copy-picture", "print",
  "next-in-text",   "previous-in-text", "zoom-in",   "zoom-out",     "fit",
  "explain-marks",  "go-to-date",
};

static void
open_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  annals_window_choose_document (user_data);
}

static void
open_source_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  annals_window_choose_source (user_data);
}

static void
open_bundled_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  annals_window_open_example (user_data);
}

static void
save_as_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  annals_window_choose_target (user_data);
}

static void
export_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  annals_window_export (user_data);
}

static void
copy_picture_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  annals_window_copy_picture (user_data);
}

static void
print_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  annals_window_print (user_data);
}

static void
next_passage_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  annals_selection_step_passage (ANNALS_WINDOW (user_data)->selection, 1);
}

static void
previous_passage_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  annals_selection_step_passage (ANNALS_WINDOW (user_data)->selection, -1);
}

static void
next_in_text_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  annals_selection_step_in_text (ANNALS_WINDOW (user_data)->selection, 1);
}

static void
previous_in_text_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  annals_selection_step_in_text (ANNALS_WINDOW (user_data)->selection, -1);
}

static void
forward_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  AnnalsWindow *self = user_data;
  const gchar *name = g_action_get_name (G_ACTION (action));

  for (guint i = 0; i < G_N_ELEMENTS (forwards); i++)
    if (g_strcmp0 (name, forwards[i].action) == 0)
      gtk_widget_activate_action (GTK_WIDGET (self->timeline), forwards[i].target, NULL);
}

static void
set_state (AnnalsWindow *self, const gchar *name, gboolean state)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (state));
}

static void
set_focus_mode (AnnalsWindow *self, AnnalsFocus focus)
{
  annals_adaptive_set_focus (self->adaptive, focus);
  set_state (self, "focus-reader", focus == ANNALS_FOCUS_READER);
  set_state (self, "focus-timeline", focus == ANNALS_FOCUS_TIMELINE);
  if (focus == ANNALS_FOCUS_READER)
    annals_panes_focus (GTK_WIDGET (self->reader));
  if (focus == ANNALS_FOCUS_TIMELINE)
    annals_panes_focus (GTK_WIDGET (self->timeline));
}

/* The legend opens at the timeline, which has to be seen for that. */
static void
explain_marks_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  AnnalsWindow *self = user_data;

  if (!gtk_widget_get_mapped (GTK_WIDGET (self->timeline)))
    set_focus_mode (self, ANNALS_FOCUS_TIMELINE);
  gtk_widget_activate_action (GTK_WIDGET (self->timeline), "timeline.explain-marks", NULL);
}

/* The lanes, and what is in them, have to be seen to be gone to. */
static void
lanes_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  AnnalsWindow *self = user_data;

  if (!gtk_widget_get_mapped (GTK_WIDGET (self->timeline)))
    set_focus_mode (self, ANNALS_FOCUS_TIMELINE);
  forward_cb (action, parameter, self);
}

static void
edit_lane_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  AnnalsWindow *self = user_data;

  if (!gtk_widget_get_mapped (GTK_WIDGET (self->timeline)))
    set_focus_mode (self, ANNALS_FOCUS_TIMELINE);
  annals_timeline_view_edit_lane (self->timeline);
}

/* What it was gone to is seen, wherever the timeline was. */
static void
gone_cb (AnnalsWindow *self)
{
  if (annals_adaptive_get_focus (self->adaptive) == ANNALS_FOCUS_READER)
    set_focus_mode (self, ANNALS_FOCUS_NONE);
  annals_adaptive_show_timeline (self->adaptive);
  annals_panes_focus (GTK_WIDGET (self->timeline));
}

static void
go_to_date_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  AnnalsWindow *self = user_data;
  GtkWindow *dialog = annals_go_to_date_new (GTK_WINDOW (self), self->timeline);

  g_signal_connect_object (dialog, "gone", G_CALLBACK (gone_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (dialog);
}

static void
focus_reader_cb (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  set_focus_mode (user_data,
                  g_variant_get_boolean (state) ? ANNALS_FOCUS_READER : ANNALS_FOCUS_NONE);
}

static void
focus_timeline_cb (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  set_focus_mode (user_data,
                  g_variant_get_boolean (state) ? ANNALS_FOCUS_TIMELINE : ANNALS_FOCUS_NONE);
}

static void
fullscreen_cb (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  if (g_variant_get_boolean (state))
    gtk_window_fullscreen (user_data);
  else
    gtk_window_unfullscreen (user_data);
}

/* The setting is what counts; the action follows it. */
static void
second_calendar_cb (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  annals_settings_set_string (ANNALS_WINDOW (user_data)->settings, ANNALS_SETTING_CALENDAR,
                              g_variant_get_string (state, NULL));
}

static void
threads_cb (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  annals_settings_set_boolean (ANNALS_WINDOW (user_data)->settings, ANNALS_SETTING_THREADS,
                               g_variant_get_boolean (state));
}

static void
fullscreened_cb (AnnalsWindow *self)
{
  set_state (self, "fullscreen", gtk_window_is_fullscreen (GTK_WINDOW (self)));
}

/* Gives up what is being opened; else closes the search; else clears the selection; else the
 * range of time; with nothing selected, gives every pane its place again, and then folds away what
 * has unfolded over the reader. */
static void
clear_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  AnnalsWindow *self = user_data;

  if (annals_window_cancel_opening (self, 0))
    return;
  if (annals_search_bar_get_active (self->search_bar))
    annals_search_bar_set_active (self->search_bar, FALSE);
  else if (self->selection != NULL && annals_selection_get_event (self->selection) >= 0)
    annals_selection_clear (self->selection);
  else if (annals_window_clear_range (self))
    return;
  else if (annals_adaptive_get_focus (self->adaptive) != ANNALS_FOCUS_NONE)
    set_focus_mode (self, ANNALS_FOCUS_NONE);
  else if (annals_adaptive_get_folded (self->adaptive))
    annals_adaptive_set_aside_shown (self->adaptive, FALSE);
}

static void
show_aside (AnnalsWindow *self, gboolean events)
{
  set_focus_mode (self, ANNALS_FOCUS_NONE);
  if (annals_adaptive_get_folded (self->adaptive))
    annals_adaptive_set_aside_shown (self->adaptive, TRUE);
  annals_aside_show_events (self->aside, events);
  annals_panes_focus (GTK_WIDGET (self->aside));
}

static void
show_evidence_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  show_aside (user_data, FALSE);
}

static void
show_events_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  show_aside (user_data, TRUE);
}

static void
list_lane_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  AnnalsWindow *self = user_data;

  show_aside (self, TRUE);
  annals_aside_list_lane (self->aside, g_variant_get_string (parameter, NULL));
}

static void
next_pane_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  annals_panes_step (user_data, 1);
}

static void
previous_pane_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  annals_panes_step (user_data, -1);
}

static void
show_help_overlay_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  gtk_window_present (annals_shortcuts_new (user_data));
}

static void
find_command_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  gtk_window_present (annals_command_search_new (user_data));
}

static const GActionEntry entries[] = {
  { "open", open_cb },
  { "open-source", open_source_cb },
  { "open-bundled", open_bundled_cb },
  { "save-as", save_as_cb },
  { "export", export_cb },
  { "copy-picture", copy_picture_cb },
  { "print", print_cb },
  { "next-passage", next_passage_cb },
  { "previous-passage", previous_passage_cb },
  { "next-in-text", next_in_text_cb },
  { "previous-in-text", previous_in_text_cb },
  { "zoom-in", forward_cb },
  { "zoom-out", forward_cb },
  { "fit", forward_cb },
  { "fit-event", forward_cb },
  { "fit-range", forward_cb },
  { "view-back", forward_cb },
  { "view-forward", forward_cb },
  { "focus-lanes", lanes_cb },
  { "focus-clusters", lanes_cb },
  { "edit-lane", edit_lane_cb },
  { "close-lanes", forward_cb },
  { "open-lanes", forward_cb },
  { "show-lanes", forward_cb },
  { "explain-marks", explain_marks_cb },
  { "go-to-date", go_to_date_cb },
  { "clear", clear_cb },
  { "focus-reader", NULL, NULL, "false", focus_reader_cb },
  { "focus-timeline", NULL, NULL, "false", focus_timeline_cb },
  { "fullscreen", NULL, NULL, "false", fullscreen_cb },
  { "second-calendar", NULL, "s", "'none'", second_calendar_cb },
  { "threads", NULL, NULL, "true", threads_cb },
  { "show-evidence", show_evidence_cb },
  { "show-events", show_events_cb },
  { "list-lane", list_lane_cb, "s" },
  { "next-pane", next_pane_cb },
  { "previous-pane", previous_pane_cb },
  { "find-command", find_command_cb },
  { "show-help-overlay", show_help_overlay_cb },
};

static void
set_enabled (AnnalsWindow *self, const gchar *const *names, guint n_names, gboolean enabled)
{
  for (guint i = 0; i < n_names; i++)
    annals_window_set_action_enabled (self, names[i], enabled);
}

/* What the window's other files call; see annals-window-private.h. */

void
annals_window_init_actions (AnnalsWindow *self)
{
  g_autoptr (GPropertyAction) show_aside = g_property_action_new ("show-aside", self->adaptive,
                                                                  "aside-shown");

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (show_aside));
  g_signal_connect (self, "notify::fullscreened", G_CALLBACK (fullscreened_cb), NULL);
  annals_window_update_actions (self);
}

void
annals_window_set_action_enabled (AnnalsWindow *self, const gchar *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

void
annals_window_update_actions (AnnalsWindow *self)
{
  gboolean open = self->selection != NULL;
  gboolean selected = open && annals_selection_get_event (self->selection) >= 0;

  set_enabled (self, document_actions, G_N_ELEMENTS (document_actions), open);
  set_enabled (self, event_actions, G_N_ELEMENTS (event_actions), selected);
  annals_window_update_timeline (self);
  annals_window_update_file_actions (self);
}
