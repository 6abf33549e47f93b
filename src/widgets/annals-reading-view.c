/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "annals-copy-menu.h"
#include "annals-page.h"
#include "annals-reading-view-private.h"
#include "annals-style.h"

/* The page: what it shows, how it is set, and what the pointer does on it. What is drawn below the
 * text is in annals-reading-view-paint.c. */

#define MEASURE_CHARS 70
#define LEAST_MEASURE_CHARS 20
#define LEADING_EM 1.6 /* from line to line */
#define LEAST_LEADING_PX 3
#define TYPE_TOP_EM 0.95   /* what a tint covers above the baseline */
#define TYPE_BOTTOM_EM 0.3 /* and below it, where the underline begins */

G_DEFINE_FINAL_TYPE (AnnalsReadingView, annals_reading_view, GTK_TYPE_TEXT_VIEW)

/* A text is set on the page up to here at once, and so much further every so often. */
#define FIRST_PART_BYTES (1024 * 1024)
#define PART_BYTES (256 * 1024)
#define PART_EVERY_MS 4

enum
{
  SIGNAL_FILLED,
  SIGNAL_TYPE_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gint64
get_offset_at (AnnalsReadingView *self, gdouble x, gdouble y)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextIter iter;
  gint buffer_x = 0;
  gint buffer_y = 0;

  gtk_text_view_window_to_buffer_coords (view, GTK_TEXT_WINDOW_WIDGET, (gint) x, (gint) y,
                                         &buffer_x, &buffer_y);
  if (!gtk_text_view_get_iter_at_position (view, &iter, NULL, buffer_x, buffer_y))
    return -1;

  return gtk_text_iter_get_offset (&iter);
}

/* The passage to take at an offset: the one after the selected one when that is there, so that
 * clicking again walks through overlapping passages; else the shortest. */
static const AnnalsPassageMark *
pick_mark (AnnalsReadingView *self, gint64 offset, gboolean cycle)
{
  const AnnalsPassageMark *best = NULL;
  const AnnalsPassageMark *after = NULL;
  gboolean seen = FALSE;
  guint first = 0;
  guint last = 0;

  if (self->index == NULL || offset < 0)
    return NULL;

  annals_passage_index_get_range (self->index, offset, offset + 1, &first, &last);
  for (guint i = 0; cycle && i < 2 * (last - first) && after == NULL; i++)
    {
      const AnnalsPassageMark *mark = annals_passage_index_get_mark (self->index,
                                                                     first + i % (last - first));

      if (mark->end <= offset)
        continue;
      if (seen)
        after = mark;
      seen = seen || annals_reading_view_is_selected (self, mark);
    }
  if (after != NULL)
    return after;

  for (guint i = first; i < last; i++)
    {
      const AnnalsPassageMark *mark = annals_passage_index_get_mark (self->index, i);

      if (mark->end <= offset)
        continue;
      if (best == NULL || mark->end - mark->start < best->end - best->start)
        best = mark;
    }

  return best;
}

static void
select_mark (AnnalsReadingView *self, const AnnalsPassageMark *mark)
{
  self->clicking = TRUE;
  annals_selection_select (self->selection, mark->event, mark->passage);
  self->clicking = FALSE;
}

static void
released_cb (AnnalsReadingView *self, gint n_press, gdouble x, gdouble y)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  const AnnalsPassageMark *mark = NULL;

  if (n_press != 1 || self->selection == NULL || gtk_text_buffer_get_has_selection (buffer))
    return;

  mark = pick_mark (self, get_offset_at (self, x, y), TRUE);
  if (mark == NULL)
    return;

  select_mark (self, mark);
}

/* The menu is about the passage under the pointer; where words are chosen, or the keys asked for
 * it, about the event that is selected already. */
static gboolean
prepare_menu_cb (GtkWidget *widget, GdkRectangle *at, gboolean by_keys)
{
  AnnalsReadingView *self = ANNALS_READING_VIEW (widget);
  GtkTextView *view = GTK_TEXT_VIEW (self);
  gboolean has_words = gtk_text_buffer_get_has_selection (gtk_text_view_get_buffer (view));
  const AnnalsPassageMark *mark = NULL;

  if (by_keys)
    {
      GdkRectangle cursor;

      gtk_text_view_get_cursor_locations (view, NULL, &cursor, NULL);
      gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_WIDGET, cursor.x, cursor.y,
                                             &cursor.x, &cursor.y);
      cursor.width = 1;
      if (!gdk_rectangle_intersect (at, &cursor, at))
        at->height = 1;
    }
  if (self->selection == NULL)
    return FALSE;
  if (by_keys || has_words)
    return annals_selection_get_event (self->selection) >= 0;

  mark = pick_mark (self, get_offset_at (self, at->x, at->y), FALSE);
  if (mark != NULL)
    select_mark (self, mark);
  return mark != NULL;
}

static void
set_over_passage (AnnalsReadingView *self, const AnnalsPassageMark *mark)
{
  gboolean over = mark != NULL;

  if (self->selection != NULL)
    annals_selection_set_hovered (self->selection,
                                  mark != NULL ? (gint) mark->event : ANNALS_NO_EVENT);
  if (self->over_passage == over)
    return;
  self->over_passage = over;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), over ? "pointer" : "text");
}

static void
motion_cb (AnnalsReadingView *self, gdouble x, gdouble y)
{
  set_over_passage (self, pick_mark (self, get_offset_at (self, x, y), FALSE));
}

static void
leave_cb (AnnalsReadingView *self)
{
  set_over_passage (self, NULL);
}

static void
restyle (AnnalsReadingView *self)
{
  annals_page_set_theme (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)),
                         annals_style_get_theme ());
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
stop_filling (AnnalsReadingView *self)
{
  g_clear_handle_id (&self->fill_id, g_source_remove);
  g_clear_pointer (&self->filling, annals_page_filling_free);
}

/* For some milliseconds at a time, so that there is time for what a person does meanwhile. */
static gboolean
fill_cb (gpointer user_data)
{
  AnnalsReadingView *self = user_data;

  if (annals_page_filling_step (self->filling, PART_BYTES))
    return G_SOURCE_CONTINUE;
  self->fill_id = 0;
  stop_filling (self);
  g_signal_emit (self, signals[SIGNAL_FILLED], 0);
  return G_SOURCE_REMOVE;
}

static void
fill_page (AnnalsReadingView *self, AnnalsDocument *document, AnnalsWhere where)
{
  stop_filling (self);
  self->filling = annals_page_filling_new (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)),
                                           document, where);
  if (annals_page_filling_step (self->filling, FIRST_PART_BYTES))
    self->fill_id = g_timeout_add (PART_EVERY_MS, fill_cb, self);
  else
    stop_filling (self);
}

static void
fill (AnnalsReadingView *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  AnnalsDocument *document = annals_selection_get_document (self->selection);
  AnnalsWhere where = annals_selection_get_where (self->selection);
  GtkTextIter start;

  g_clear_pointer (&self->index, annals_passage_index_free);
  self->over_passage = FALSE;
  fill_page (self, document, where);
  annals_page_set_theme (buffer, annals_style_get_theme ());
  self->index = annals_passage_index_new (document, where);
  gtk_text_buffer_get_start_iter (buffer, &start);
  gtk_text_buffer_place_cursor (buffer, &start);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
annals_reading_view_dispose (GObject *object)
{
  AnnalsReadingView *self = ANNALS_READING_VIEW (object);

  annals_reading_view_set_selection (self, NULL);
  G_OBJECT_CLASS (annals_reading_view_parent_class)->dispose (object);
}

/* Sets the leading for the face that the page is set in, whatever room that claims for its lines.
 */
static void
update_type (AnnalsReadingView *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  const PangoFontDescription *font = pango_context_get_font_description (context);
  gdouble ascent = pango_font_metrics_get_ascent (metrics);
  gdouble height = ascent + pango_font_metrics_get_descent (metrics);
  gdouble em = pango_font_description_get_size (font);
  gint leading_px;

  if (!pango_font_description_get_size_is_absolute (font))
    em *= pango_cairo_context_get_resolution (context) / 72.0;
  leading_px = (gint) round ((LEADING_EM * em - height) / PANGO_SCALE);
  self->type_top = CLAMP ((ascent - TYPE_TOP_EM * em) / height, 0.0, 0.4);
  self->type_bottom = CLAMP ((ascent + TYPE_BOTTOM_EM * em) / height, 0.6, 1.0);
  gtk_text_view_set_pixels_inside_wrap (GTK_TEXT_VIEW (self), MAX (leading_px, LEAST_LEADING_PX));
  pango_font_metrics_unref (metrics);
}

static void
annals_reading_view_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (annals_reading_view_parent_class)->css_changed (widget, change);

  update_type (ANNALS_READING_VIEW (widget));
  g_signal_emit (widget, signals[SIGNAL_TYPE_CHANGED], 0);
}

static void
annals_reading_view_class_init (AnnalsReadingViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkTextViewClass *view_class = GTK_TEXT_VIEW_CLASS (klass);

  object_class->dispose = annals_reading_view_dispose;
  GTK_WIDGET_CLASS (klass)->css_changed = annals_reading_view_css_changed;
  view_class->snapshot_layer = annals_reading_view_snapshot_layer;

  signals[SIGNAL_FILLED] = g_signal_new ("filled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_TYPE_CHANGED] = g_signal_new ("type-changed", G_TYPE_FROM_CLASS (klass),
                                               G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                               0);
}

static void
annals_reading_view_init (AnnalsReadingView *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  gtk_text_view_set_editable (view, FALSE);
  gtk_text_buffer_set_enable_undo (gtk_text_view_get_buffer (view), FALSE);
  gtk_text_view_set_cursor_visible (view, FALSE);
  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_left_margin (view, 32);
  gtk_text_view_set_right_margin (view, 32);
  gtk_text_view_set_top_margin (view, 40);
  gtk_text_view_set_bottom_margin (view, 48);
  self->type_bottom = 1.0;
  self->measure_chars = MEASURE_CHARS;
  gtk_widget_add_css_class (GTK_WIDGET (self), "annals-page");

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_PRIMARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));

  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);

  annals_copy_menu_attach (GTK_WIDGET (self), prepare_menu_cb);
  annals_style_watch (GTK_WIDGET (self), G_CALLBACK (restyle));
}

/**
 * annals_reading_view_new:
 *
 * Returns: (transfer floating): a new, empty page
 */
GtkWidget *
annals_reading_view_new (void)
{
  return g_object_new (ANNALS_TYPE_READING_VIEW, NULL);
}

/**
 * annals_reading_view_set_selection:
 * @self: a page
 * @selection: (nullable): the selection of the window, which says what is shown
 *
 * Shows the text of another document.
 */
void
annals_reading_view_set_selection (AnnalsReadingView *self, AnnalsSelection *selection)
{
  g_return_if_fail (ANNALS_IS_READING_VIEW (self));

  if (self->selection != NULL)
    {
      g_signal_handlers_disconnect_by_data (annals_selection_get_search (self->selection), self);
      g_signal_handlers_disconnect_by_data (annals_selection_get_time_filter (self->selection),
                                            self);
      g_signal_handlers_disconnect_by_data (self->selection, self);
    }
  stop_filling (self);
  g_clear_pointer (&self->index, annals_passage_index_free);
  g_set_object (&self->selection, selection);
  if (selection == NULL)
    return;

  g_signal_connect_swapped (selection, "changed", G_CALLBACK (gtk_widget_queue_draw), self);
  g_signal_connect_swapped (selection, "hover-changed", G_CALLBACK (gtk_widget_queue_draw), self);
  g_signal_connect_swapped (selection, "where-changed", G_CALLBACK (fill), self);
  g_signal_connect_swapped (annals_selection_get_search (selection), "changed",
                            G_CALLBACK (gtk_widget_queue_draw), self);
  g_signal_connect_swapped (annals_selection_get_search (selection), "current-changed",
                            G_CALLBACK (gtk_widget_queue_draw), self);
  g_signal_connect_swapped (annals_selection_get_time_filter (selection), "changed",
                            G_CALLBACK (gtk_widget_queue_draw), self);
  fill (self);
}

/**
 * annals_reading_view_is_filled:
 * @self: a page
 *
 * Returns: whether all of the text is on the page; if not, the signal `filled` says when it is
 */
gboolean
annals_reading_view_is_filled (AnnalsReadingView *self)
{
  g_return_val_if_fail (ANNALS_IS_READING_VIEW (self), TRUE);

  return self->filling == NULL;
}

/**
 * annals_reading_view_get_index:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): the passages of the text shown
 */
const AnnalsPassageIndex *
annals_reading_view_get_index (AnnalsReadingView *self)
{
  g_return_val_if_fail (ANNALS_IS_READING_VIEW (self), NULL);

  return self->index;
}

/**
 * annals_reading_view_is_clicking:
 * @self: a page
 *
 * Returns: whether the selection changes at this moment because a passage was clicked here
 */
gboolean
annals_reading_view_is_clicking (AnnalsReadingView *self)
{
  g_return_val_if_fail (ANNALS_IS_READING_VIEW (self), FALSE);

  return self->clicking;
}

/**
 * annals_reading_view_get_passage_box:
 * @self: a page
 * @event: index of an event
 * @passage: index of one of its passages
 * @box: (out): where its first character stands, in buffer coordinates
 *
 * Finds a passage on the page, and puts the text cursor at its start for those who read the page
 * through the accessibility bus.
 *
 * Returns: whether the passage was found in the text shown
 */
gboolean
annals_reading_view_get_passage_box (AnnalsReadingView *self,
                                     gint event,
                                     gint passage,
                                     GdkRectangle *box)
{
  const AnnalsPassageMark *mark = NULL;
  GtkTextIter start;
  GtkTextIter end;

  g_return_val_if_fail (ANNALS_IS_READING_VIEW (self), FALSE);

  if (self->index == NULL || event < 0 || passage < 0)
    return FALSE;
  mark = annals_passage_index_find (self->index, event, passage);
  if (mark == NULL)
    return FALSE;

  annals_reading_view_get_iters (self, mark->start, mark->end, &start, &end);
  gtk_text_buffer_place_cursor (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), &start);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self), &start, box);

  return TRUE;
}

/**
 * annals_reading_view_set_measure:
 * @self: a page
 * @n_chars: how many characters a full line is to hold, about
 *
 * Sets the measure. It is 70 characters at first.
 */
void
annals_reading_view_set_measure (AnnalsReadingView *self, guint n_chars)
{
  g_return_if_fail (ANNALS_IS_READING_VIEW (self));

  n_chars = MAX (n_chars, LEAST_MEASURE_CHARS);
  if (self->measure_chars == n_chars)
    return;
  self->measure_chars = n_chars;
  g_signal_emit (self, signals[SIGNAL_TYPE_CHANGED], 0);
}

/**
 * annals_reading_view_get_measure_px:
 * @self: a page
 *
 * Returns: the width of the page, margins included, that gives lines of its measure
 */
gint
annals_reading_view_get_measure_px (AnnalsReadingView *self)
{
  g_autoptr (PangoLayout) layout = NULL;
  gint width_px = 0;

  g_return_val_if_fail (ANNALS_IS_READING_VIEW (self), 0);

  /* The letters of English in about their frequency, with the spaces between words. */
  layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), "the nation also was in order, had");
  pango_layout_get_pixel_size (layout, &width_px, NULL);

  return width_px * (gint) self->measure_chars / 33 + 64;
}
