/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "annals-citation.h"
#include "annals-window-private.h"

/* Finding words in the window, and copying what was found with where it is from. */

static void
open_search (AnnalsWindow *self)
{
  g_autofree gchar *words = annals_reader_dup_selected_words (self->reader);

  annals_search_bar_open (self->search_bar, words, annals_reader_get_place (self->reader));
}

static void
search_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  open_search (user_data);
}

static void
search_next_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  annals_search_bar_step (ANNALS_WINDOW (user_data)->search_bar, 1);
}

static void
search_previous_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  annals_search_bar_step (ANNALS_WINDOW (user_data)->search_bar, -1);
}

static void
toggled_cb (AnnalsWindow *self)
{
  gboolean active = gtk_toggle_button_get_active (self->search_button);

  if (active == annals_search_bar_get_active (self->search_bar))
    return;
  if (active)
    open_search (self);
  else
    annals_search_bar_set_active (self->search_bar, FALSE);
}

static void
active_cb (AnnalsWindow *self)
{
  gtk_toggle_button_set_active (self->search_button,
                                annals_search_bar_get_active (self->search_bar));
}

static void
copy (AnnalsWindow *self, gchar *plain, gchar *html)
{
  GdkContentProvider *providers[] = { gdk_content_provider_new_for_bytes (
                                          "text/html", g_bytes_new_take (html, strlen (html))),
                                      gdk_content_provider_new_typed (G_TYPE_STRING, plain) };
  g_autoptr (GdkContentProvider) both = gdk_content_provider_new_union (providers,
                                                                        G_N_ELEMENTS (providers));

  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), both);
}

static void
copy_event_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  AnnalsWindow *self = user_data;
  AnnalsDocument *document = annals_window_get_document (self);
  AnnalsWhere where = annals_selection_get_where (self->selection);
  guint event = (guint) annals_selection_get_event (self->selection);
  g_autofree gchar *plain = annals_citation_dup_event (document, event, where,
                                                       ANNALS_CITATION_PLAIN);

  copy (self, plain, annals_citation_dup_event (document, event, where, ANNALS_CITATION_HTML));
  annals_window_note (self, _ ("Event copied"));
}

static void
copy_passage_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  AnnalsWindow *self = user_data;
  AnnalsDocument *document = annals_window_get_document (self);
  guint event = (guint) annals_selection_get_event (self->selection);
  guint passage = (guint) annals_selection_get_passage (self->selection);
  g_autofree gchar *plain = annals_citation_dup_passage (document, event, passage,
                                                         ANNALS_CITATION_PLAIN);

  copy (self, plain, annals_citation_dup_passage (document, event, passage, ANNALS_CITATION_HTML));
  annals_window_note (self, _ ("Passage copied"));
}

static const GActionEntry entries[] = {
  { "search", search_cb },
  { "search-next", search_next_cb },
  { "search-previous", search_previous_cb },
  { "copy-event", copy_event_cb },
  { "copy-passage", copy_passage_cb },
};

static void
selection_changed_cb (AnnalsWindow *self)
{
  gboolean open = self->selection != NULL;

  annals_window_set_action_enabled (self, "search", open);
  annals_window_set_action_enabled (self, "search-next", open);
  annals_window_set_action_enabled (self, "search-previous", open);
  annals_window_set_action_enabled (self, "copy-event",
                                    open && annals_selection_get_event (self->selection) >= 0);
  annals_window_set_action_enabled (self, "copy-passage",
                                    open && annals_selection_get_passage (self->selection) >= 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->search_button), open);
}

/* What the window's other files call; see annals-window-private.h. */

void
annals_window_init_search (AnnalsWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_signal_connect_object (self->search_button, "toggled", G_CALLBACK (toggled_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search_bar, "notify::active", G_CALLBACK (active_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search_bar, "stepped", G_CALLBACK (annals_adaptive_show_reader),
                           self->adaptive, G_CONNECT_SWAPPED);
  selection_changed_cb (self);
}

/* To be called when the window's selection is another. */
void
annals_window_follow_search (AnnalsWindow *self)
{
  annals_search_bar_set_selection (self->search_bar, self->selection);
  if (self->selection != NULL)
    g_signal_connect_object (self->selection, "changed", G_CALLBACK (selection_changed_cb), self,
                             G_CONNECT_SWAPPED);
  selection_changed_cb (self);
}
