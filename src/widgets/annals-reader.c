/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "annals-reader-private.h"
#include "annals-standings.h"
#include "annals-states.h"

/*
 * The reading pane. It follows the selection: another text is set on the page, a selected passage
 * is scrolled to the upper third unless it stands in the upper half already or was clicked here.
 */

#define SCROLL_MS 280
#define COMFORT_FIRST 0.04
#define COMFORT_LAST 0.5
#define MATCH_COMFORT_FIRST 0.06
#define MATCH_COMFORT_LAST 0.86
#define MAX_ANIMATED_PAGES 12
#define PLACE_MARK "annals-place"
#define INTO_LINE_PX 4

G_DEFINE_FINAL_TYPE (AnnalsReader, annals_reader, GTK_TYPE_WIDGET)

static void
scroll_cb (gdouble value, gpointer user_data)
{
  AnnalsReader *self = user_data;

  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), value);
}

static void
scroll_to (AnnalsReader *self, gdouble target)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  gdouble value = gtk_adjustment_get_value (adjustment);
  gdouble page_size = gtk_adjustment_get_page_size (adjustment);

  target = CLAMP (target, gtk_adjustment_get_lower (adjustment),
                  MAX (0, gtk_adjustment_get_upper (adjustment) - page_size));
  if (ABS (target - value) > MAX_ANIMATED_PAGES * page_size)
    {
      gtk_adjustment_set_value (adjustment, target);
      return;
    }

  adw_animation_pause (self->animation);
  adw_timed_animation_set_value_from (ADW_TIMED_ANIMATION (self->animation), value);
  adw_timed_animation_set_value_to (ADW_TIMED_ANIMATION (self->animation), target);
  adw_animation_reset (self->animation);
  adw_animation_play (self->animation);
}

static gchar *
dup_description (AnnalsReader *self)
{
  AnnalsDocument *document = annals_selection_get_document (self->selection);
  gint index = annals_selection_get_event (self->selection);
  gint passage = annals_selection_get_passage (self->selection);
  const AnnalsEvent *event = NULL;
  g_autofree gchar *quote = NULL;

  if (index < 0)
    return g_strdup ("");

  event = annals_document_get_event (document, index);
  if (passage >= 0)
    quote = annals_document_dup_quote (document, &event->passages[passage]);
  if (quote == NULL)
    /* Translators: read out by screen readers; %s is the name of an event. */
    return g_strdup_printf (_ ("Selected: %s"), event->label);

  /* Translators: read out by screen readers; an event and the words that support it. */
  return g_strdup_printf (_ ("Selected: %s, “%s”"), event->label, quote);
}

static void
describe_page (AnnalsReader *self)
{
  g_autofree gchar *description = dup_description (self);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->page), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  description, -1);
}

static void
set_fresh (AnnalsReader *self)
{
  self->fresh = TRUE;
  adw_animation_pause (self->animation);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

/* The mark stays: the text may be laid out up to it only later. */
static void
jump_to_place (AnnalsReader *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->page));
  GtkTextMark *mark = gtk_text_buffer_get_mark (buffer, PLACE_MARK);
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (buffer, &iter, (gint) MIN (self->wanted_place, G_MAXINT));
  if (mark == NULL)
    mark = gtk_text_buffer_create_mark (buffer, PLACE_MARK, &iter, TRUE);
  else
    gtk_text_buffer_move_mark (buffer, mark, &iter);
  if (self->wanted_place == 0)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  else
    gtk_text_view_scroll_to_mark (GTK_TEXT_VIEW (self->page), mark, 0, TRUE, 0, 0);
  self->wanted_place = -1;
}

/* A long text comes onto the page part by part; what is gone to need not be there yet. */
static gboolean
wait_for_page (AnnalsReader *self)
{
  self->waits |= !annals_reading_view_is_filled (self->page);
  return !annals_reading_view_is_filled (self->page);
}

/* Scrolls to the current match unless it is well in sight. */
static gboolean
reveal_match_cb (gpointer user_data)
{
  AnnalsReader *self = user_data;
  GtkTextView *view = GTK_TEXT_VIEW (self->page);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  gdouble page_size = gtk_adjustment_get_page_size (adjustment);
  AnnalsSearch *search = annals_selection_get_search (self->selection);
  gint current = annals_search_get_current (search);
  GtkTextIter iter;
  GdkRectangle visible;
  GdkRectangle box;
  gdouble away = 0;

  self->match_id = 0;
  if (wait_for_page (self))
    return G_SOURCE_REMOVE;
  if (current < 0 || page_size <= 0)
    return G_SOURCE_REMOVE;
  self->aiming = FALSE;

  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (view), &iter,
                                      (gint) annals_search_get_match (search, current)->start);
  gtk_text_buffer_place_cursor (gtk_text_view_get_buffer (view), &iter);
  gtk_text_view_get_iter_location (view, &iter, &box);
  gtk_text_view_get_visible_rect (view, &visible);
  away = (box.y - visible.y) / page_size;
  if (ABS (away) > MAX_ANIMATED_PAGES)
    annals_reader_jump_to_cursor (self);
  else if (away < MATCH_COMFORT_FIRST || away > MATCH_COMFORT_LAST)
    scroll_to (self, gtk_adjustment_get_value (adjustment) + (away - UPPER_THIRD) * page_size);

  return G_SOURCE_REMOVE;
}

static void
current_changed_cb (AnnalsReader *self)
{
  if (self->match_id == 0)
    self->match_id = g_timeout_add_full (GDK_PRIORITY_REDRAW + 20, 0, reveal_match_cb, self, NULL);
}

static void
filled_cb (AnnalsReader *self)
{
  if (!self->waits || self->selection == NULL)
    return;
  self->waits = FALSE;
  annals_reader_reveal_selected (self);
  if (annals_selection_get_event (self->selection) < 0 && self->wanted_place < 0)
    current_changed_cb (self);
}

static void
where_changed_cb (AnnalsReader *self)
{
  gboolean source = annals_selection_get_where (self->selection) == ANNALS_WHERE_SOURCE;

  gtk_toggle_button_set_active (source ? self->source_button : self->text_button, TRUE);
  set_fresh (self);
  annals_reader_reveal_selected (self);
  /* Who looks at an event goes to its passage, not to the first match. */
  if (annals_selection_get_event (self->selection) >= 0)
    g_clear_handle_id (&self->match_id, g_source_remove);
}

static void
changed_cb (AnnalsReader *self)
{
  describe_page (self);
  annals_reader_reveal_selected (self);
}

static void
toggled_cb (AnnalsReader *self)
{
  gboolean source = gtk_toggle_button_get_active (self->source_button);

  if (self->selection != NULL)
    annals_selection_set_where (self->selection, source ? ANNALS_WHERE_SOURCE : ANNALS_WHERE_TEXT);
}

static gboolean
reveal_cb (gpointer user_data)
{
  AnnalsReader *self = user_data;
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  gdouble page_size = gtk_adjustment_get_page_size (adjustment);
  GdkRectangle visible;
  GdkRectangle box;
  gdouble away = 0;
  gboolean fresh = self->fresh;

  self->reveal_id = 0;
  if (wait_for_page (self))
    return G_SOURCE_REMOVE;
  self->fresh = FALSE;
  if (self->selection != NULL && self->wanted_place >= 0)
    {
      annals_reader_stop_aiming (self);
      jump_to_place (self);
      return G_SOURCE_REMOVE;
    }
  self->aiming = annals_reader_get_selected_box (self, &box);
  if (!self->aiming || page_size <= 0)
    return G_SOURCE_REMOVE;

  if (fresh || (self->settled_id != 0 && !annals_reader_is_in_sight (self, &box)))
    {
      annals_reader_unsettle (self);
      annals_reader_jump_to_cursor (self);
      return G_SOURCE_REMOVE;
    }
  annals_reader_unsettle (self);

  gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (self->page), &visible);
  away = (box.y - visible.y) / page_size;
  if (away < COMFORT_FIRST || away > COMFORT_LAST)
    scroll_to (self, gtk_adjustment_get_value (adjustment) + (away - UPPER_THIRD) * page_size);
  annals_reader_check_aim (self);

  return G_SOURCE_REMOVE;
}

static void
update_measure (AnnalsReader *self)
{
  gint measure_px = annals_reading_view_get_measure_px (self->page);

  adw_clamp_scrollable_set_maximum_size (self->clamp, measure_px);
  adw_clamp_scrollable_set_tightening_threshold (self->clamp, measure_px);
}

/* Shows the page, or says that there is no text and what can be done about it. */
static void
update_state (AnnalsReader *self, AnnalsDocument *document)
{
  AnnalsReaderState state = annals_states_get_reader (document);
  g_autofree gchar *words = annals_states_dup_reader_words (document, state);
  g_autofree gchar *markup = words != NULL ? g_markup_escape_text (words, -1) : NULL;

  adw_status_page_set_title (self->no_text, annals_states_get_reader_title (state));
  adw_status_page_set_description (self->no_text, markup);
  gtk_widget_set_visible (self->no_text_button, state == ANNALS_READER_SOURCE_ELSEWHERE);
  gtk_widget_set_visible (GTK_WIDGET (self->no_text), state != ANNALS_READER_TEXT);
  gtk_widget_set_visible (self->text_box, state == ANNALS_READER_TEXT);
}

static void
update_texts (AnnalsReader *self)
{
  AnnalsDocument *document = annals_selection_get_document (self->selection);
  const AnnalsDocumentInfo *info = annals_document_get_info (document);
  gboolean source_open = annals_document_get_text (document, ANNALS_WHERE_SOURCE) != NULL;
  gboolean text_held = annals_document_get_text (document, ANNALS_WHERE_TEXT) != NULL;
  g_autofree gchar *standings = annals_standings_dup_words (document, ANNALS_WHERE_SOURCE);

  gtk_button_set_label (GTK_BUTTON (self->text_button),
                        info->is_digest ? _ ("Digest") : _ ("Text"));
  gtk_button_set_label (GTK_BUTTON (self->source_button),
                        info->is_digest ? _ ("Commentary") : _ ("Source"));
  gtk_label_set_label (self->standings, standings != NULL ? standings : "");
  gtk_widget_set_visible (self->texts, source_open && text_held);
  annals_notice_set_revealed (self->notice, info->is_digest && !source_open && text_held);
  update_state (self, document);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->page), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  info->title != NULL ? info->title : _ ("Text"), -1);
}

static void
scrolled_cb (AnnalsReader *self)
{
  g_signal_emit_by_name (self, "scrolled");
}

static void
annals_reader_dispose (GObject *object)
{
  AnnalsReader *self = ANNALS_READER (object);

  annals_reader_set_selection (self, NULL);
  g_clear_object (&self->animation);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (annals_reader_parent_class)->dispose (object);
}

static gboolean
annals_reader_grab_focus (GtkWidget *widget)
{
  AnnalsReader *self = ANNALS_READER (widget);

  if (gtk_widget_get_visible (self->text_box))
    return gtk_widget_grab_focus (GTK_WIDGET (self->page));

  return gtk_widget_get_visible (self->no_text_button)
         && gtk_widget_grab_focus (self->no_text_button);
}

static void
annals_reader_class_init (AnnalsReaderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (ANNALS_TYPE_NOTICE);
  g_type_ensure (ANNALS_TYPE_PASSAGE_MAP);
  g_type_ensure (ANNALS_TYPE_READING_VIEW);

  G_OBJECT_CLASS (klass)->dispose = annals_reader_dispose;
  widget_class->grab_focus = annals_reader_grab_focus;

  g_signal_new ("scrolled", ANNALS_TYPE_READER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "reader");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/annals_app/Annals/ui/annals-reader.ui");
  gtk_widget_class_bind_template_child (widget_class, AnnalsReader, box);
  gtk_widget_class_bind_template_child (widget_class, AnnalsReader, notice);
  gtk_widget_class_bind_template_child (widget_class, AnnalsReader, texts);
  gtk_widget_class_bind_template_child (widget_class, AnnalsReader, standings);
  gtk_widget_class_bind_template_child (widget_class, AnnalsReader, text_button);
  gtk_widget_class_bind_template_child (widget_class, AnnalsReader, source_button);
  gtk_widget_class_bind_template_child (widget_class, AnnalsReader, text_box);
  gtk_widget_class_bind_template_child (widget_class, AnnalsReader, no_text);
  gtk_widget_class_bind_template_child (widget_class, AnnalsReader, no_text_button);
  gtk_widget_class_bind_template_child (widget_class, AnnalsReader, scroller);
  gtk_widget_class_bind_template_child (widget_class, AnnalsReader, clamp);
  gtk_widget_class_bind_template_child (widget_class, AnnalsReader, page);
  gtk_widget_class_bind_template_child (widget_class, AnnalsReader, map);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
}

static void
annals_reader_init (AnnalsReader *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->wanted_place = -1;
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (self->scroller), "value-changed",
                           G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
  self->animation = adw_timed_animation_new (
      GTK_WIDGET (self), 0, 0, SCROLL_MS,
      adw_callback_animation_target_new (scroll_cb, self, NULL));
  annals_notice_set_message (self->notice,
                             _ ("This is a digest in our own words. Open the commentary itself to "
                                "link every event to its original text."),
                             _ ("Open Commentary…"), "win.open-source");
  annals_reader_watch_layout (self);
  annals_passage_map_set_page (self->map, self->page);
  g_signal_connect_swapped (self->page, "realize", G_CALLBACK (update_measure), self);
  g_signal_connect_swapped (self->page, "filled", G_CALLBACK (filled_cb), self);
  g_signal_connect_swapped (self->page, "type-changed", G_CALLBACK (update_measure), self);
}

/**
 * annals_reader_new:
 *
 * Returns: (transfer floating): a new, empty reading pane
 */
GtkWidget *
annals_reader_new (void)
{
  return g_object_new (ANNALS_TYPE_READER, NULL);
}

/**
 * annals_reader_set_selection:
 * @self: a reader
 * @selection: (nullable): the selection of the window
 *
 * Shows the text of another document.
 */
void
annals_reader_set_selection (AnnalsReader *self, AnnalsSelection *selection)
{
  g_return_if_fail (ANNALS_IS_READER (self));

  if (self->selection != NULL)
    {
      g_signal_handlers_disconnect_by_data (annals_selection_get_search (self->selection), self);
      g_signal_handlers_disconnect_by_data (self->selection, self);
    }
  g_clear_handle_id (&self->reveal_id, g_source_remove);
  g_clear_handle_id (&self->match_id, g_source_remove);
  g_clear_handle_id (&self->settled_id, g_source_remove);
  annals_reader_stop_aiming (self);
  g_clear_object (&self->selection);
  self->wanted_place = -1;
  self->waits = FALSE;
  if (self->page != NULL)
    annals_reading_view_set_selection (self->page, selection);
  if (self->map != NULL)
    annals_passage_map_set_selection (self->map, selection);
  if (selection == NULL)
    return;

  gtk_toggle_button_set_active (annals_selection_get_where (selection) == ANNALS_WHERE_SOURCE
                                    ? self->source_button
                                    : self->text_button,
                                TRUE);
  self->selection = g_object_ref (selection);
  update_texts (self);
  g_signal_connect_swapped (selection, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (selection, "where-changed", G_CALLBACK (where_changed_cb), self);
  g_signal_connect_swapped (annals_selection_get_search (selection), "current-changed",
                            G_CALLBACK (current_changed_cb), self);
  set_fresh (self);
  changed_cb (self);
}

/**
 * annals_reader_get_page:
 * @self: a reader
 *
 * Returns: (transfer none): the page
 */
AnnalsReadingView *
annals_reader_get_page (AnnalsReader *self)
{
  g_return_val_if_fail (ANNALS_IS_READER (self), NULL);

  return self->page;
}

/**
 * annals_reader_set_measure:
 * @self: a reader
 * @n_chars: how many characters a line is to hold, about
 *
 * Sets how long the lines of the page may become.
 */
void
annals_reader_set_measure (AnnalsReader *self, guint n_chars)
{
  g_return_if_fail (ANNALS_IS_READER (self));

  annals_reading_view_set_measure (self->page, n_chars);
}

/**
 * annals_reader_reveal_selected:
 * @self: a reader
 *
 * Scrolls to the selected passage, once the page is laid out. Does nothing for a passage that was
 * just clicked on the page, or that is not in the text shown.
 */
void
annals_reader_reveal_selected (AnnalsReader *self)
{
  g_return_if_fail (ANNALS_IS_READER (self));

  if (annals_reading_view_is_clicking (self->page) || self->reveal_id != 0)
    return;

  self->reveal_id = g_timeout_add_full (GDK_PRIORITY_REDRAW + 10, 0, reveal_cb, self, NULL);
}

/**
 * annals_reader_get_place:
 * @self: a reader
 *
 * Returns: the offset of the first code point in sight, in the text shown; 0 at its beginning
 */
gint64
annals_reader_get_place (AnnalsReader *self)
{
  GtkTextIter iter;
  GdkRectangle visible;

  g_return_val_if_fail (ANNALS_IS_READER (self), 0);

  if (self->wanted_place >= 0)
    return self->wanted_place;
  if (gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (self->scroller)) <= 0)
    return 0;
  gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (self->page), &visible);
  gtk_text_view_get_iter_at_location (GTK_TEXT_VIEW (self->page), &iter, visible.x,
                                      visible.y + INTO_LINE_PX);
  return gtk_text_iter_get_offset (&iter);
}

/**
 * annals_reader_dup_selected_words:
 * @self: a reader
 *
 * Returns: (transfer full) (nullable): the words selected on the page with the pointer or the keys
 */
gchar *
annals_reader_dup_selected_words (AnnalsReader *self)
{
  GtkTextBuffer *buffer = NULL;
  GtkTextIter start;
  GtkTextIter end;

  g_return_val_if_fail (ANNALS_IS_READER (self), NULL);

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->page));
  if (!gtk_text_buffer_get_selection_bounds (buffer, &start, &end))
    return NULL;

  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

/**
 * annals_reader_go_to_place:
 * @self: a reader with a text
 * @offset: what annals_reader_get_place() returned; one beyond the text stands for its end
 *
 * Puts a place of the text at the top, once the page is laid out.
 */
void
annals_reader_go_to_place (AnnalsReader *self, gint64 offset)
{
  g_return_if_fail (ANNALS_IS_READER (self));

  self->wanted_place = MAX (offset, 0);
  if (self->reveal_id == 0)
    self->reveal_id = g_timeout_add_full (GDK_PRIORITY_REDRAW + 10, 0, reveal_cb, self, NULL);
}
