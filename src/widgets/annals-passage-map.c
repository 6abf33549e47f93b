/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "annals-click.h"
#include "annals-names.h"
#include "annals-passage-map.h"
#include "annals-style.h"

/*
 * The strip beside the page. A text with few passages has each tick where its line would be if the
 * whole page were shrunk to the strip (beside the line itself when all of it is in view); in one
 * with very many the place in the text stands for the place on the page, which needs no layout.
 */

#define WIDTH_PX 18
#define TICK_WIDTH_PX 8
#define TICK_HEIGHT_PX 4
#define MATCH_WIDTH_PX 5
#define MATCH_HEIGHT_PX 2
#define REACH_PX 8
#define MAX_LAID_OUT 400

struct _AnnalsPassageMap
{
  GtkWidget parent_instance;

  AnnalsReadingView *page;
  AnnalsSelection *selection;
  GtkAdjustment *adjustment;
};

G_DEFINE_FINAL_TYPE (AnnalsPassageMap, annals_passage_map, GTK_TYPE_WIDGET)

static const AnnalsPassageIndex *
get_index (AnnalsPassageMap *self)
{
  return self->page != NULL && self->selection != NULL ? annals_reading_view_get_index (self->page)
                                                       : NULL;
}

static gdouble
get_page_fraction (AnnalsPassageMap *self, gint64 offset, gboolean laid_out)
{
  GtkTextView *view = GTK_TEXT_VIEW (self->page);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  gdouble upper = gtk_adjustment_get_upper (self->adjustment);
  GdkRectangle box;
  GtkTextIter iter;
  gint y = 0;

  if (!laid_out || upper <= 0)
    return (gdouble) offset / MAX (1, gtk_text_buffer_get_char_count (buffer));

  gtk_text_buffer_get_iter_at_offset (buffer, &iter, (gint) offset);
  gtk_text_view_get_iter_location (view, &iter, &box);
  y = box.y + box.height / 2 + gtk_text_view_get_top_margin (view);

  return CLAMP (y / upper, 0.0, 1.0);
}

static gdouble
get_tick_y (AnnalsPassageMap *self, guint i)
{
  const AnnalsPassageIndex *index = get_index (self);
  gboolean laid_out = annals_passage_index_get_n_marks (index) <= MAX_LAID_OUT;
  gdouble height = gtk_widget_get_height (GTK_WIDGET (self));
  gdouble y = height
              * get_page_fraction (self, annals_passage_index_get_mark (index, i)->start, laid_out);

  return CLAMP (round (y - TICK_HEIGHT_PX / 2.0), 0, MAX (0, height - TICK_HEIGHT_PX));
}

static void
draw_tick (AnnalsPassageMap *self, GtkSnapshot *snapshot, guint i, gdouble y)
{
  const AnnalsPassageMark *mark = annals_passage_index_get_mark (get_index (self), i);
  gboolean selected = annals_selection_get_event (self->selection) == (gint) mark->event;
  gboolean hovered = annals_selection_get_hovered (self->selection) == (gint) mark->event;
  gdouble width = selected || hovered ? TICK_WIDTH_PX + 4 : TICK_WIDTH_PX;
  gdouble x = WIDTH_PX - 4 - width;
  GskRoundedRect outline;
  graphene_rect_t bounds = GRAPHENE_RECT_INIT ((float) x, (float) y, (float) width, TICK_HEIGHT_PX);
  GdkRGBA color;

  annals_style_get_lane_rgba (mark->color, &color);
  if (!annals_time_filter_has_event (annals_selection_get_time_filter (self->selection),
                                     (gint) mark->event))
    color.alpha *= (gfloat) annals_style_get_theme ()->back_mark;
  gsk_rounded_rect_init_from_rect (&outline, &bounds, TICK_HEIGHT_PX / 2.0F);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &color, &bounds);
  gtk_snapshot_pop (snapshot);
}

static void
draw_match (GtkSnapshot *snapshot, gdouble y, gboolean current)
{
  gdouble height = current ? MATCH_HEIGHT_PX + 2 : MATCH_HEIGHT_PX;
  gdouble width = current ? WIDTH_PX : MATCH_WIDTH_PX;
  GdkRGBA color;

  annals_style_get_rgba (&annals_style_get_theme ()->match_tick, 1.0, &color);
  gtk_snapshot_append_color (
      snapshot, &color,
      &GRAPHENE_RECT_INIT (0, (float) round (y - height / 2.0), (float) width, (float) height));
}

/* The matches of what is looked for, at the side of the page; no two on the same line of pixels. */
static void
draw_matches (AnnalsPassageMap *self, GtkSnapshot *snapshot)
{
  AnnalsSearch *search = annals_selection_get_search (self->selection);
  guint n_matches = annals_search_get_n_matches (search);
  gboolean laid_out = n_matches <= MAX_LAID_OUT;
  gdouble height = gtk_widget_get_height (GTK_WIDGET (self));
  gint current = annals_search_get_current (search);
  gint64 n_chars = gtk_text_buffer_get_char_count (
      gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->page)));
  gint64 step = (gint64) (n_chars * MATCH_HEIGHT_PX / MAX (height, 1));
  guint i = 0;

  while (i < n_matches)
    {
      gint64 offset = annals_search_get_match (search, i)->start;
      guint last = 0;

      draw_match (snapshot, height * get_page_fraction (self, offset, laid_out), FALSE);
      if (laid_out)
        i++;
      else
        annals_search_get_range (search, offset + MAX (step, 1), G_MAXINT64, &i, &last);
    }
  if (current >= 0)
    draw_match (
        snapshot,
        height
            * get_page_fraction (self, annals_search_get_match (search, current)->start, laid_out),
        TRUE);
}

static void
annals_passage_map_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AnnalsPassageMap *self = ANNALS_PASSAGE_MAP (widget);
  const AnnalsPassageIndex *index = get_index (self);
  guint n_marks = index != NULL ? annals_passage_index_get_n_marks (index) : 0;
  gdouble last_y = -1;
  guint last_color = G_MAXUINT;

  if (self->selection != NULL && self->page != NULL)
    draw_matches (self, snapshot);
  for (guint i = 0; i < n_marks; i++)
    {
      guint color = annals_passage_index_get_mark (index, i)->color;
      gdouble y = get_tick_y (self, i);

      if (n_marks > MAX_LAID_OUT && y < last_y + 1 && color == last_color)
        continue;
      draw_tick (self, snapshot, i, y);
      last_y = y;
      last_color = color;
    }
}

static void
annals_passage_map_measure (GtkWidget *widget,
                            GtkOrientation orientation,
                            gint for_size,
                            gint *minimum,
                            gint *natural,
                            gint *minimum_baseline,
                            gint *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH_PX : 0;
}

static const AnnalsPassageMark *
find_near (AnnalsPassageMap *self, gdouble y)
{
  const AnnalsPassageIndex *index = get_index (self);
  guint n_marks = index != NULL ? annals_passage_index_get_n_marks (index) : 0;
  const AnnalsPassageMark *nearest = NULL;
  gdouble distance = REACH_PX;

  for (guint i = 0; i < n_marks; i++)
    {
      gdouble away = fabs (get_tick_y (self, i) + TICK_HEIGHT_PX / 2.0 - y);

      if (away >= distance)
        continue;
      distance = away;
      nearest = annals_passage_index_get_mark (index, i);
    }

  return nearest;
}

static void
released_cb (AnnalsPassageMap *self, gint n_press, gdouble x, gdouble y)
{
  const AnnalsPassageMark *mark = find_near (self, y);
  gdouble page_size = 0;
  gdouble height = gtk_widget_get_height (GTK_WIDGET (self));

  if (mark != NULL)
    {
      annals_selection_select (self->selection, mark->event, mark->passage);
      return;
    }
  if (self->adjustment == NULL || height <= 0)
    return;

  page_size = gtk_adjustment_get_page_size (self->adjustment);
  gtk_adjustment_set_value (
      self->adjustment, gtk_adjustment_get_upper (self->adjustment) * y / height - page_size / 2);
}

static void
motion_cb (AnnalsPassageMap *self, gdouble x, gdouble y)
{
  const AnnalsPassageMark *mark = find_near (self, y);

  if (self->selection != NULL)
    annals_selection_set_hovered (self->selection,
                                  mark != NULL ? (gint) mark->event : ANNALS_NO_EVENT);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), mark != NULL ? "pointer" : NULL);
}

static void
leave_cb (AnnalsPassageMap *self)
{
  if (self->selection != NULL)
    annals_selection_set_hovered (self->selection, ANNALS_NO_EVENT);
}

static gboolean
query_tooltip_cb (GtkWidget *widget, gint x, gint y, gboolean keyboard, GtkTooltip *tooltip)
{
  AnnalsPassageMap *self = ANNALS_PASSAGE_MAP (widget);
  const AnnalsPassageMark *mark = keyboard ? NULL : find_near (self, y);
  g_autofree gchar *label = NULL;

  if (mark == NULL)
    return FALSE;

  label = annals_names_dup_brief (
      annals_document_get_event (annals_selection_get_document (self->selection), mark->event)
          ->label);
  gtk_tooltip_set_text (tooltip, label);
  return TRUE;
}

static void
annals_passage_map_dispose (GObject *object)
{
  AnnalsPassageMap *self = ANNALS_PASSAGE_MAP (object);

  annals_passage_map_set_selection (self, NULL);
  if (self->adjustment != NULL)
    g_signal_handlers_disconnect_by_data (self->adjustment, self);
  g_clear_object (&self->adjustment);
  g_clear_object (&self->page);
  G_OBJECT_CLASS (annals_passage_map_parent_class)->dispose (object);
}

static void
annals_passage_map_class_init (AnnalsPassageMapClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = annals_passage_map_dispose;
  widget_class->snapshot = annals_passage_map_snapshot;
  widget_class->measure = annals_passage_map_measure;

  gtk_widget_class_set_css_name (widget_class, "passage-map");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
annals_passage_map_init (AnnalsPassageMap *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  annals_click_outlive_tooltips (GTK_GESTURE_CLICK (click));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);

  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  annals_style_watch (GTK_WIDGET (self), G_CALLBACK (gtk_widget_queue_draw));
}

/**
 * annals_passage_map_new:
 *
 * Returns: (transfer floating): a new, empty strip
 */
GtkWidget *
annals_passage_map_new (void)
{
  return g_object_new (ANNALS_TYPE_PASSAGE_MAP, NULL);
}

/**
 * annals_passage_map_set_page:
 * @self: a passage map
 * @page: the page it stands beside, already in its scrolled window
 *
 * Says what the strip is a map of.
 */
void
annals_passage_map_set_page (AnnalsPassageMap *self, AnnalsReadingView *page)
{
  g_return_if_fail (ANNALS_IS_PASSAGE_MAP (self));
  g_return_if_fail (ANNALS_IS_READING_VIEW (page));
  g_return_if_fail (self->page == NULL);

  self->page = g_object_ref (page);
  self->adjustment = g_object_ref (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (page)));
  g_signal_connect_swapped (self->adjustment, "changed", G_CALLBACK (gtk_widget_queue_draw), self);
}

/**
 * annals_passage_map_set_selection:
 * @self: a passage map
 * @selection: (nullable): the selection of the window
 *
 * Shows the passages of another document. The page must have been given the selection before.
 */
void
annals_passage_map_set_selection (AnnalsPassageMap *self, AnnalsSelection *selection)
{
  g_return_if_fail (ANNALS_IS_PASSAGE_MAP (self));

  if (self->selection != NULL)
    {
      g_signal_handlers_disconnect_by_data (annals_selection_get_search (self->selection), self);
      g_signal_handlers_disconnect_by_data (annals_selection_get_time_filter (self->selection),
                                            self);
      g_signal_handlers_disconnect_by_data (self->selection, self);
    }
  g_set_object (&self->selection, selection);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (selection == NULL)
    return;

  g_signal_connect_swapped (selection, "changed", G_CALLBACK (gtk_widget_queue_draw), self);
  g_signal_connect_swapped (selection, "hover-changed", G_CALLBACK (gtk_widget_queue_draw), self);
  g_signal_connect_swapped (selection, "where-changed", G_CALLBACK (gtk_widget_queue_draw), self);
  g_signal_connect_swapped (annals_selection_get_time_filter (selection), "changed",
                            G_CALLBACK (gtk_widget_queue_draw), self);
  g_signal_connect_swapped (annals_selection_get_search (selection), "current-changed",
                            G_CALLBACK (gtk_widget_queue_draw), self);
}
