/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annals-window-private.h"

/* How the window and its document are looked at, so that both can be found again as they were. */

static void
get_event (AnnalsWindow *self, AnnalsViewState *view)
{
  gint event = annals_selection_get_event (self->selection);

  if (event < 0)
    return;
  view->event = g_strdup (
      annals_document_get_event (annals_window_get_document (self), (guint) event)->id);
  view->passage = annals_selection_get_passage (self->selection);
}

static void
select_event (AnnalsWindow *self, const AnnalsViewState *view)
{
  AnnalsDocument *document = annals_window_get_document (self);
  guint event = 0;
  gint n_passages = 0;

  if (view->event == NULL || !annals_document_find_event (document, view->event, &event))
    return;
  n_passages = (gint) annals_document_get_event (document, event)->n_passages;
  annals_selection_select (self->selection, (gint) event,
                           view->passage < n_passages ? view->passage : -1);
}

static void
select_range (AnnalsWindow *self, const AnnalsViewState *view)
{
  AnnalsTimeFilter *filter = annals_selection_get_time_filter (self->selection);

  if (!view->filters)
    return;
  annals_time_filter_set_within (filter, view->filter.within);
  annals_time_filter_set_range (filter, view->filter.first, view->filter.last);
}

static void
touch_cb (AnnalsWindow *self)
{
  if (self->session != NULL)
    annals_session_touch (self->session);
}

/* What the window's other files call; see annals-window-private.h. */

/* How the document is looked at; says nothing while there is none. */
void
annals_window_get_view (AnnalsWindow *self, AnnalsViewState *view)
{
  annals_view_state_clear (view);
  if (self->selection == NULL)
    return;

  view->has_range = !annals_timeline_view_get_shows_all (self->timeline);
  annals_timeline_view_get_visible_range (self->timeline, &view->first, &view->last);
  view->has_range &= view->first < view->last;
  view->filters = annals_time_filter_get_range (annals_selection_get_time_filter (self->selection),
                                                &view->filter);
  annals_timeline_view_get_lanes (self->timeline, &view->closed_lanes, &view->hidden_lanes);
  annals_timeline_view_get_breaks_by_hand (self->timeline, &view->breaks);
  get_event (self, view);
  view->where = (gint) annals_selection_get_where (self->selection);
  view->place = annals_reader_get_place (self->reader);
}

/* Looks at the document so, as far as it still has what the view is about. */
void
annals_window_apply_view (AnnalsWindow *self, const AnnalsViewState *view)
{
  AnnalsDocument *document = annals_window_get_document (self);

  if (document == NULL)
    return;
  if (view->where != ANNALS_WHERE_ANY
      && annals_document_get_text (document, (AnnalsWhere) view->where) != NULL)
    annals_selection_set_where (self->selection, (AnnalsWhere) view->where);
  annals_timeline_view_set_lanes (self->timeline, (const gchar *const *) view->closed_lanes,
                                  (const gchar *const *) view->hidden_lanes);
  annals_timeline_view_set_breaks_by_hand (self->timeline, &view->breaks);
  select_range (self, view);
  select_event (self, view);
  if (view->has_range)
    annals_timeline_view_set_visible_range (self->timeline, view->first, view->last);
  if (view->place != ANNALS_PLACE_ANY
      && view->where == (gint) annals_selection_get_where (self->selection))
    annals_reader_go_to_place (self->reader, view->place);
}

void
annals_window_get_state (AnnalsWindow *self, AnnalsWindowState *state)
{
  gtk_window_get_default_size (GTK_WINDOW (self), &state->width, &state->height);
  state->maximized = gtk_window_is_maximized (GTK_WINDOW (self));
  annals_adaptive_get_positions (self->adaptive, &state->reader_position,
                                 &state->timeline_position);
}

void
annals_window_apply_state (AnnalsWindow *self, const AnnalsWindowState *state)
{
  if (state->width > 0 && state->height > 0)
    gtk_window_set_default_size (GTK_WINDOW (self), state->width, state->height);
  if (state->maximized)
    gtk_window_maximize (GTK_WINDOW (self));
  annals_adaptive_set_positions (self->adaptive, state->reader_position, state->timeline_position);
}

/* The window as it is to be remembered; NULL while it is still being filled. */
AnnalsSessionEntry *
annals_window_create_entry (AnnalsWindow *self)
{
  AnnalsSessionEntry *entry = NULL;

  if (self->selection == NULL && self->openings->len > 0)
    return NULL;

  entry = annals_session_entry_new ();
  if (self->selection == NULL)
    entry->kind = ANNALS_SESSION_EMPTY;
  else if (self->file != NULL)
    entry->kind = ANNALS_SESSION_FILE;
  else
    entry->kind = self->pasted != NULL ? ANNALS_SESSION_DRAFT : ANNALS_SESSION_EXAMPLE;
  entry->name = self->file != NULL ? g_file_get_uri (self->file) : g_strdup (self->draft);
  entry->focus = annals_adaptive_get_focus (self->adaptive);
  entry->is_fullscreen = gtk_window_is_fullscreen (GTK_WINDOW (self));
  entry->is_active = gtk_window_is_active (GTK_WINDOW (self));
  entry->shows_events = annals_aside_get_shows_events (self->aside);
  annals_window_get_state (self, &entry->state);
  annals_window_get_view (self, &entry->view);

  return entry;
}

/* Gives the window the size, the borders and the panes that it had. */
void
annals_window_apply_entry (AnnalsWindow *self, const AnnalsSessionEntry *entry)
{
  annals_window_apply_state (self, &entry->state);
  annals_aside_show_events (self->aside, entry->shows_events);
  if (entry->is_fullscreen)
    gtk_window_fullscreen (GTK_WINDOW (self));
  if (entry->focus != ANNALS_FOCUS_NONE)
    g_action_group_change_action_state (G_ACTION_GROUP (self),
                                        entry->focus == ANNALS_FOCUS_READER ? "focus-reader"
                                                                            : "focus-timeline",
                                        g_variant_new_boolean (TRUE));
}

/* Remembers how the file is looked at, for when it is opened again. */
void
annals_window_remember_view (AnnalsWindow *self)
{
  g_auto (AnnalsViewState) view = ANNALS_VIEW_STATE_INIT;

  if (self->file == NULL || self->selection == NULL)
    return;
  annals_window_get_view (self, &view);
  annals_session_remember_view (self->session, self->file, &view);
}

/* Whatever changes how the window looks has it written down soon. */
void
annals_window_watch_state (AnnalsWindow *self)
{
  static const gchar *const properties[] = { "notify::default-width", "notify::default-height",
                                             "notify::maximized", "notify::fullscreened",
                                             "notify::is-active" };

  for (guint i = 0; i < G_N_ELEMENTS (properties); i++)
    g_signal_connect (self, properties[i], G_CALLBACK (touch_cb), NULL);
  g_signal_connect_object (self->timeline, "range-changed", G_CALLBACK (touch_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->aside, "turned", G_CALLBACK (touch_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reader, "scrolled", G_CALLBACK (touch_cb), self,
                           G_CONNECT_SWAPPED);
}
