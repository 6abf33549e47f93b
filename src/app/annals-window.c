/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "annals-actions.h"
#include "annals-menu.h"
#include "annals-names.h"
#include "annals-shim.h"
#include "annals-touch.h"
#include "annals-welcome.h"
#include "annals-window-private.h"

/*
 * The window itself: its panes and its title. What it does on request is in
 * annals-window-actions.c; how documents come and go in annals-window-open.c, -save.c and -paste.c;
 * how it is found again as it was in annals-window-state.c.
 */

#define LONG_MESSAGE_CHARS 110

G_DEFINE_FINAL_TYPE (AnnalsWindow, annals_window, ADW_TYPE_APPLICATION_WINDOW)

static void
append_part (GString *line, const gchar *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (line->len > 0)
    /* Translators: stands between the facts below the title of a window. */
    g_string_append (line, C_ ("subtitle", " · "));
  g_string_append (line, part);
}

static gchar *
dup_publication (const AnnalsDocumentInfo *info)
{
  g_autofree gchar *date = NULL;

  if (info->published == NULL)
    return g_strdup (info->publisher);
  date = annals_date_dup_words (info->published, ANNALS_WORDS_LONG);
  if (info->publisher == NULL || *info->publisher == '\0')
    return g_steal_pointer (&date);

  /* Translators: where a text was published, such as the name of a newspaper, and when. */
  return g_strdup_printf (C_ ("subtitle", "%1$s, %2$s"), info->publisher, date);
}

static gchar *
dup_subtitle (AnnalsWindow *self)
{
  AnnalsDocument *document = annals_window_get_document (self);
  const AnnalsDocumentInfo *info = annals_document_get_info (document);
  gboolean source = annals_document_get_text (document, ANNALS_WHERE_SOURCE) != NULL;
  g_autofree gchar *publication = dup_publication (info);
  g_autoptr (GString) line = g_string_new (NULL);

  append_part (line, info->author);
  append_part (line, publication);
  if (info->is_digest)
    append_part (line, source ? _ ("commentary") : _ ("digest"));
  if (annals_window_is_unsaved (self))
    append_part (line, _ ("not saved"));

  return g_string_free (g_steal_pointer (&line), FALSE);
}

static gchar *
dup_title (AnnalsDocument *document)
{
  const AnnalsDocumentInfo *info = annals_document_get_info (document);
  GFile *file = annals_document_get_file (document);
  g_autofree gchar *name = file != NULL ? g_file_get_basename (file) : NULL;

  if (info->title != NULL && *info->title != '\0')
    return g_strdup (info->title);
  if (name != NULL)
    return g_filename_display_name (name);

  return g_strdup (_ ("Untitled"));
}

static gboolean
annals_window_close_request (GtkWindow *window)
{
  AnnalsWindow *self = ANNALS_WINDOW (window);
  AnnalsWindowState state = { 0 };

  if (!annals_window_may_close (self))
    return TRUE;
  annals_window_get_state (self, &state);
  annals_settings_set_window (self->settings, &state);
  annals_window_remember_view (self);
  annals_session_touch (self->session);
  annals_window_cancel_opening (self, ANNALS_OPEN_HERE);

  return GTK_WINDOW_CLASS (annals_window_parent_class)->close_request (window);
}

/* The focus is given only now: a window that has one before it is shown would be hidden from screen
 * readers for good. */
static void
annals_window_map (GtkWidget *widget)
{
  AnnalsWindow *self = ANNALS_WINDOW (widget);

  GTK_WIDGET_CLASS (annals_window_parent_class)->map (widget);
  if (gtk_window_get_focus (GTK_WINDOW (self)) == NULL)
    gtk_widget_grab_focus (gtk_widget_get_visible (self->welcome) ? self->welcome
                                                                  : GTK_WIDGET (self->reader));
}

static void
annals_window_dispose (GObject *object)
{
  AnnalsWindow *self = ANNALS_WINDOW (object);

  annals_window_unwatch_files (self);
  g_clear_handle_id (&self->height_id, g_source_remove);
  g_clear_object (&self->selection);
  g_clear_object (&self->file);
  g_clear_pointer (&self->journal, annals_journal_free);
  /* It holds the panes, and they hold the actions of the window that they were in. */
  g_action_map_remove_action (G_ACTION_MAP (self), "show-aside");
  G_OBJECT_CLASS (annals_window_parent_class)->dispose (object);
}

/* What is still being opened or written down when a window is closed needs these until it is done.
 */
static void
annals_window_finalize (GObject *object)
{
  AnnalsWindow *self = ANNALS_WINDOW (object);

  g_clear_pointer (&self->openings, g_ptr_array_unref);
  g_clear_object (&self->when_saved_data);
  g_clear_pointer (&self->pasted, g_bytes_unref);
  g_clear_pointer (&self->draft, g_free);
  g_clear_object (&self->settings);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (annals_window_parent_class)->finalize (object);
}

static void
annals_window_class_init (AnnalsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (ANNALS_TYPE_ADAPTIVE);
  g_type_ensure (ANNALS_TYPE_SEARCH_BAR);
  g_type_ensure (ANNALS_TYPE_RANGE_BAR);
  g_type_ensure (ANNALS_TYPE_HINTS);
  g_type_ensure (ANNALS_TYPE_WELCOME);
  g_type_ensure (ANNALS_TYPE_NOTICE);
  g_type_ensure (ANNALS_TYPE_THREAD_LAYER);
  g_type_ensure (ANNALS_TYPE_MESSAGES);

  G_OBJECT_CLASS (klass)->dispose = annals_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = annals_window_finalize;
  widget_class->map = annals_window_map;
  GTK_WINDOW_CLASS (klass)->close_request = annals_window_close_request;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/annals_app/Annals/ui/annals-window.ui");
  gtk_widget_class_bind_template_child (widget_class, AnnalsWindow, messages);
  gtk_widget_class_bind_template_child (widget_class, AnnalsWindow, title);
  gtk_widget_class_bind_template_child (widget_class, AnnalsWindow, open_button);
  gtk_widget_class_bind_template_child (widget_class, AnnalsWindow, spinner);
  gtk_widget_class_bind_template_child (widget_class, AnnalsWindow, aside_button);
  gtk_widget_class_bind_template_child (widget_class, AnnalsWindow, search_button);
  gtk_widget_class_bind_template_child (widget_class, AnnalsWindow, search_bar);
  gtk_widget_class_bind_template_child (widget_class, AnnalsWindow, range_bar);
  gtk_widget_class_bind_template_child (widget_class, AnnalsWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, AnnalsWindow, drop_hint);
  gtk_widget_class_bind_template_child (widget_class, AnnalsWindow, notice);
  gtk_widget_class_bind_template_child (widget_class, AnnalsWindow, adaptive);
  gtk_widget_class_bind_template_child (widget_class, AnnalsWindow, hints);
  gtk_widget_class_bind_template_child (widget_class, AnnalsWindow, threads);
  gtk_widget_class_bind_template_child (widget_class, AnnalsWindow, welcome);
}

/* The menu's widgets are made when it is first opened. */
static void
create_menu_cb (GtkMenuButton *button, gpointer user_data)
{
  GMenuModel *shown = gtk_menu_button_get_menu_model (button);
  g_autoptr (GMenuModel) menu = shown != NULL ? g_object_ref (shown) : annals_menu_new ();

  annals_window_label_history (user_data, menu);
  if (shown != NULL)
    return;
  gtk_menu_button_set_menu_model (button, menu);
  annals_names_set (GTK_WIDGET (gtk_menu_button_get_popover (button)), _ ("Main Menu"));
}

static void
init_panes (AnnalsWindow *self)
{
  self->reader = ANNALS_READER (annals_reader_new ());
  self->aside = ANNALS_ASIDE (annals_aside_new ());
  self->timeline = annals_timeline_view_new ();
  annals_adaptive_set_children (self->adaptive, GTK_WIDGET (self->reader), GTK_WIDGET (self->aside),
                                annals_window_create_time_pane (self));
  annals_thread_layer_set_panes (self->threads, self->reader, self->timeline);

  g_object_bind_property (self->adaptive, "folded", self->aside_button, "visible",
                          G_BINDING_SYNC_CREATE);
  g_object_bind_property (self->adaptive, "aside-shown", self->aside_button, "active",
                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
}

static void
annals_window_init (AnnalsWindow *self)
{
  self->openings = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->menu_button, create_menu_cb, self, NULL);
  init_panes (self);
  annals_window_init_files (self);
  annals_window_init_actions (self);
  annals_window_init_search (self);
  annals_window_init_compress (self);
  annals_window_init_range (self);
  annals_window_init_eras (self);
  annals_window_init_history (self);
  annals_window_init_timeline (self);
  annals_window_init_drop (self);
  annals_window_init_watch (self);
  annals_actions_add_keys (GTK_WIDGET (self));
  annals_touch_watch (GTK_WIDGET (self));
}

/* What the window's other files call; see annals-window-private.h. */

void
annals_window_set_document (AnnalsWindow *self, AnnalsDocument *document)
{
  g_clear_object (&self->selection);
  self->selection = annals_selection_new (document);
  annals_reader_set_selection (self->reader, self->selection);
  annals_aside_set_selection (self->aside, self->selection);
  annals_timeline_view_set_selection (self->timeline, self->selection);
  annals_thread_layer_set_selection (self->threads, self->selection);
  annals_reading_strip_set_selection (ANNALS_READING_STRIP (self->reading_strip), self->selection);
  annals_window_follow_search (self);
  annals_window_follow_range (self);
  annals_window_follow_eras (self);
  annals_window_follow_history (self);
  annals_window_follow_journal (self);
  annals_window_follow_hints (self);
  g_signal_connect_object (self->selection, "changed", G_CALLBACK (annals_window_update_actions),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "changed", G_CALLBACK (annals_session_touch),
                           self->session, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "where-changed", G_CALLBACK (annals_session_touch),
                           self->session, G_CONNECT_SWAPPED);
  annals_window_update_actions (self);
  annals_window_update_title (self);
  annals_window_update_empty (self);
}

void
annals_window_update_title (AnnalsWindow *self)
{
  AnnalsDocument *document = annals_window_get_document (self);
  g_autofree gchar *title = dup_title (document);
  g_autofree gchar *subtitle = dup_subtitle (self);

  adw_window_title_set_title (self->title, title);
  adw_window_title_set_subtitle (self->title, subtitle);
  gtk_window_set_title (GTK_WINDOW (self), title);
}

/* Whether it shows the document that comes with the program. */
gboolean
annals_window_is_example (AnnalsWindow *self)
{
  return self->selection != NULL && self->file == NULL && self->pasted == NULL;
}

/* Whether another document may take the place of what it shows: nothing, or the example, which can
 * be opened again at any time. */
gboolean
annals_window_is_reusable (AnnalsWindow *self)
{
  return self->file == NULL && !annals_window_is_unsaved (self) && !annals_window_is_busy (self);
}

/* A window that is as large as the one it comes from. */
AnnalsWindow *
annals_window_new_beside (AnnalsWindow *beside,
                          GtkApplication *application,
                          AnnalsSettings *settings,
                          AnnalsSession *session)
{
  AnnalsWindow *self = annals_window_new (application, settings, session);

  if (beside != NULL)
    annals_window_copy_size (self, beside);
  return self;
}

AnnalsDocument *
annals_window_get_document (AnnalsWindow *self)
{
  return self->selection != NULL ? annals_selection_get_document (self->selection) : NULL;
}

void
annals_window_note (AnnalsWindow *self, const gchar *message)
{
  annals_messages_note (self->messages, message);
}

/**
 * annals_window_say:
 * @self: a window
 * @heading: what failed, a few words, should it need a dialog
 * @message: what and why and what to do, whole sentences
 *
 * Says that something failed, in passing where it is short.
 */
void
annals_window_say (AnnalsWindow *self, const gchar *heading, const gchar *message)
{
  if (g_utf8_strlen (message, -1) <= LONG_MESSAGE_CHARS)
    annals_messages_fail (self->messages, heading, message);
  else
    annals_shim_show_message (GTK_WINDOW (self), heading, message);
}

/**
 * annals_window_new:
 * @application: the application
 * @settings: what it remembers
 * @session: what it remembers of documents and windows
 *
 * Returns: (transfer none): a new window without a document, not shown yet
 */
AnnalsWindow *
annals_window_new (GtkApplication *application, AnnalsSettings *settings, AnnalsSession *session)
{
  AnnalsWindow *self = g_object_new (ANNALS_TYPE_WINDOW, "application", application, NULL);
  AnnalsWindowState state = { 0 };

  self->settings = g_object_ref (settings);
  self->session = g_object_ref (session);
  annals_window_follow_preferences (self);
  annals_window_init_hints (self);
  annals_settings_get_window (settings, &state);
  annals_window_apply_state (self, &state);
  annals_window_watch_state (self);
  annals_session_touch (session);
  annals_window_update_empty (self);

  return self;
}

/**
 * annals_window_open:
 * @self: a window
 * @file: (nullable): what to open, or %NULL for the bundled document
 *
 * Opens a document in the window, in place of the present one once it is read.
 */
void
annals_window_open (AnnalsWindow *self, GFile *file)
{
  g_return_if_fail (ANNALS_IS_WINDOW (self));

  annals_window_load (self, file, NULL);
}

/**
 * annals_window_is_busy:
 * @self: a window
 *
 * Returns: whether a document is about to take the place of what it shows
 */
gboolean
annals_window_is_busy (AnnalsWindow *self)
{
  g_return_val_if_fail (ANNALS_IS_WINDOW (self), FALSE);

  return annals_window_is_opening_here (self);
}

/**
 * annals_window_copy_size:
 * @self: a window
 * @other: another one
 *
 * Makes the window as large as the other one, with the borders where they are there.
 */
void
annals_window_copy_size (AnnalsWindow *self, AnnalsWindow *other)
{
  AnnalsWindowState state = { 0 };

  g_return_if_fail (ANNALS_IS_WINDOW (self));

  annals_window_get_state (other, &state);
  annals_window_apply_state (self, &state);
}
