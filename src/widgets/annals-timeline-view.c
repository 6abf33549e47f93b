/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "annals-painter.h"
#include "annals-states.h"
#include "annals-style.h"
#include "annals-timeline-view-private.h"
#include "annals-touch.h"

/* The timeline as a widget. It keeps a layout of the document and a scale; the scene is built from
 * them when it is needed, anew when anything has changed. Drawing goes straight into the snapshot,
 * and is only of what has changed. */

#define OVERVIEW_HEIGHT_PX 52
#define SCROLLBAR_PX 22.0
#define LEAST_HEIGHT_WITH_OVERVIEW_PX 190
#define NARROW_PX 640
#define MIN_WIDTH_PX 280
#define NATURAL_WIDTH_PX 900
#define NATURAL_HEIGHT_PX 380
#define MIN_HEIGHT_PX 140 /* at the size of text designed for */
#define LEGEND_MARGIN_PX 6.0
#define LEGEND_X_PX 16.0 /* its words begin where the names of lanes do */

G_DEFINE_FINAL_TYPE (AnnalsTimelineView, annals_timeline_view, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_ZOOMED,
  SIGNAL_MOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Without a date there is no axis and no overview. */
static gboolean
has_events (AnnalsTimelineView *self)
{
  return self->layout != NULL && annals_layout_get_n_events (self->layout) > 0;
}

gdouble
annals_timeline_view_get_main_height (AnnalsTimelineView *self)
{
  gint height = gtk_widget_get_height (GTK_WIDGET (self));

  if (height < LEAST_HEIGHT_WITH_OVERVIEW_PX || !has_events (self))
    return height;
  return height - round (OVERVIEW_HEIGHT_PX * self->metrics.text_scale);
}

static gdouble
get_lanes_height (AnnalsTimelineView *self)
{
  return MAX (annals_timeline_view_get_main_height (self) - self->metrics.axis_height_px, 1.0);
}

void
annals_timeline_view_invalidate (AnnalsTimelineView *self)
{
  annals_canvas_invalidate (self->canvas);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  gtk_widget_queue_draw (self->overview);
  annals_timeline_view_sync_proxies (self);
  g_signal_emit (self, signals[SIGNAL_MOVED], 0);
}

static gboolean
fit_rows_cb (gpointer user_data)
{
  AnnalsTimelineView *self = user_data;

  self->rows_source = 0;
  annals_timeline_view_fit_rows (self);
  return G_SOURCE_REMOVE;
}

/* What comes into view may need a row more than there was. */
static void
follow_height (AnnalsTimelineView *self)
{
  if (annals_layout_get_height (self->layout) != self->fitted_height_px && self->rows_source == 0)
    self->rows_source = g_idle_add (fit_rows_cb, self);
}

AnnalsScene *
annals_timeline_view_get_scene (AnnalsTimelineView *self)
{
  AnnalsPictureOptions options = {
    .width_px = gtk_widget_get_width (GTK_WIDGET (self)),
    .height_px = annals_timeline_view_get_main_height (self),
    .scale = self->scale,
    .scroll_y_px = round (gtk_adjustment_get_value (self->vertical)),
    .selected = -1,
    .hovered = -1,
    .calendar = self->calendar,
    .rest = self->axis_rest,
  };

  if (self->layout == NULL || options.width_px <= 0)
    return NULL;
  if (annals_canvas_get_scene (self->canvas) == NULL)
    {
      AnnalsSearch *search = annals_selection_get_search (self->selection);
      AnnalsTimeFilter *filter = annals_selection_get_time_filter (self->selection);
      g_autofree gchar *caption = NULL;
      AnnalsRange range;

      options.selected = annals_selection_get_event (self->selection);
      options.hovered = annals_selection_get_hovered (self->selection);
      /* With no event to point to, all of them stay as they are. */
      if (annals_search_get_n_events (search) > 0)
        options.found = annals_search_get_found (search, &options.n_found);
      options.let_through = annals_time_filter_get_found (filter, &options.n_let_through);
      if (annals_time_filter_get_range (filter, &range))
        options.range = &range;
      options.hovered_cluster = self->cluster_hovered ? &self->hovered_key : NULL;
      options.focused_cluster = annals_timeline_view_get_focused_cluster (self);
      if (self->range_part != ANNALS_RANGE_NONE)
        caption = annals_time_filter_dup_words (filter, ANNALS_WORDS_SHORT);
      options.range_caption = caption;
      annals_picture_fill (self->layout, &options, annals_canvas_begin_scene (self->canvas));
      follow_height (self);
    }
  return annals_canvas_get_scene (self->canvas);
}

/* Fits the rows to the height and tells the scroll bar how much of them can be seen. */
void
annals_timeline_view_fit_rows (AnnalsTimelineView *self)
{
  gdouble page = get_lanes_height (self);
  gdouble all;
  gdouble value = gtk_adjustment_get_value (self->vertical);

  if (self->layout == NULL)
    return;
  annals_layout_fit_height (self->layout, page);
  self->fitted_height_px = annals_layout_get_height (self->layout);
  all = MAX (self->fitted_height_px, page);
  gtk_adjustment_configure (self->vertical, CLAMP (value, 0.0, all - page), 0.0, all,
                            self->metrics.row_max_px, page * 0.9, page);
  gtk_widget_set_visible (self->scrollbar, all > page + 0.5);
  annals_timeline_view_invalidate (self);
}

static void
follow_size (AnnalsTimelineView *self)
{
  gdouble x = self->metrics.header_width_px;
  gdouble width = MAX (gtk_widget_get_width (GTK_WIDGET (self)) - x, 1.0);

  if (self->layout == NULL || !self->size_changed)
    return;
  self->size_changed = FALSE;
  if (self->shows_all)
    annals_layout_init_fit (self->layout, &self->scale, x, width);
  else if (self->scale.width_px != width || self->scale.x_px != x)
    annals_scale_resize (&self->scale, x, width);
  annals_timeline_view_take_wanted_range (self, x, width);
  /* How many rows there are to pack follows from the height. */
  annals_layout_fit_height (self->layout, get_lanes_height (self));
  annals_layout_pack (self->layout, &self->scale);
  annals_layout_set_progress (self->layout, 1.0);
  annals_timeline_view_fit_rows (self);
  annals_timeline_view_take_wanted_row (self);
}

static void
set_metrics (AnnalsTimelineView *self, gdouble text_scale)
{
  annals_metrics_init (&self->metrics, text_scale, self->narrow);
  self->metrics.gutter_px = SCROLLBAR_PX;
  if (annals_touch_is_present (GTK_WIDGET (self)))
    annals_metrics_set_touch (&self->metrics);
  if (self->calendar != ANNALS_CALENDAR_GREGORIAN)
    annals_metrics_add_calendar_row (&self->metrics);
}

/* A screen that can be touched has come or gone. */
static void
follow_touch (AnnalsTimelineView *self)
{
  set_metrics (self, self->metrics.text_scale);
  annals_timeline_view_make_layout (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static gboolean
has_no_events (AnnalsTimelineView *self)
{
  return self->selection != NULL
         && annals_document_get_n_events (annals_selection_get_document (self->selection)) == 0;
}

/* Says why there is nothing to see, and offers what helps. */
static void
update_empty (AnnalsTimelineView *self)
{
  g_autofree gchar *words = NULL;
  g_auto (GStrv) shown = annals_timeline_view_dup_shown_lanes (self);

  if (shown != NULL && shown[0] == NULL)
    words = g_strdup (_ ("All lanes are hidden."));
  else if (self->selection != NULL)
    words = annals_states_dup_timeline_words (annals_selection_get_document (self->selection));
  gtk_label_set_label (GTK_LABEL (self->empty_label), words != NULL ? words : "");
  gtk_widget_set_visible (self->empty, words != NULL);
  gtk_widget_set_visible (self->open_button, has_no_events (self));
  gtk_widget_set_can_target (self->empty, has_no_events (self));
}

static void
lay_out (AnnalsTimelineView *self)
{
  g_auto (GStrv) shown = annals_timeline_view_dup_shown_lanes (self);

  annals_canvas_invalidate (self->canvas);
  g_clear_pointer (&self->layout, annals_layout_free);
  self->size_changed = TRUE;
  if (self->selection != NULL)
    self->layout = annals_layout_new_following (annals_selection_get_document (self->selection),
                                                &self->metrics, annals_typesetter_measure,
                                                self->typesetter, (const gchar *const *) shown);
  /* Eras make the axis higher. */
  if (self->layout != NULL)
    self->metrics = *annals_layout_get_metrics (self->layout);
}

static void
show_layout (AnnalsTimelineView *self)
{
  gtk_widget_set_visible (self->legend, has_events (self));
  update_empty (self);
  annals_timeline_view_sync_lanes (self);
}

void
annals_timeline_view_make_layout (AnnalsTimelineView *self)
{
  lay_out (self);
  annals_timeline_view_update_breaks (self);
  show_layout (self);
}

/* The face and size of text follow the desktop. */
static void
update_type (AnnalsTimelineView *self)
{
  gdouble scale = 1.0;

  annals_legend_button_popdown (ANNALS_LEGEND_BUTTON (self->legend));
  annals_canvas_forget (self->canvas);
  annals_overview_strip_forget (ANNALS_OVERVIEW_STRIP (self->overview));
  g_clear_pointer (&self->layout, annals_layout_free);
  g_clear_pointer (&self->typesetter, annals_typesetter_free);
  self->typesetter = annals_style_create_typesetter (GTK_WIDGET (self), &scale);
  set_metrics (self, scale);
  annals_timeline_view_make_layout (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
document_changed_cb (AnnalsTimelineView *self)
{
  annals_timeline_view_make_layout (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* Where something begins or ends is asked of all events to find the stretches that are empty, so
 * only when that is another. */
static void
event_changed_cb (AnnalsTimelineView *self, guint event, const AnnalsEvent *before)
{
  AnnalsDocument *document = annals_selection_get_document (self->selection);

  if (annals_event_is_elsewhere (annals_document_get_event (document, event), before))
    {
      document_changed_cb (self);
      return;
    }
  lay_out (self);
  annals_layout_set_breaks (self->layout, self->breaks);
  show_layout (self);
  annals_timeline_view_invalidate (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
selection_changed_cb (AnnalsTimelineView *self)
{
  annals_timeline_view_invalidate (self);
  annals_timeline_view_say_selected (self);
  annals_timeline_view_reveal_event (self, annals_selection_get_event (self->selection));
}

static void
allocate_child (GtkWidget *child, gdouble x, gdouble y, gdouble width, gdouble height)
{
  GtkAllocation allocation = { (gint) x, (gint) y, MAX ((gint) width, 1), MAX ((gint) height, 1) };

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (child, &allocation, -1);
}

/* In the corner between lane headers and axis, below the name of a second calendar. */
static void
allocate_legend (AnnalsTimelineView *self)
{
  gdouble top = self->metrics.calendar_row_px + LEGEND_MARGIN_PX;
  gdouble room = self->metrics.axis_height_px - top - LEGEND_MARGIN_PX;
  gint width = 0;
  gint height = 0;

  if (!gtk_widget_get_visible (self->legend))
    return;
  gtk_widget_measure (self->legend, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  gtk_widget_measure (self->legend, GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL, NULL);
  width = MIN (width, (gint) (self->metrics.header_width_px - LEGEND_X_PX));
  allocate_child (self->legend, LEGEND_X_PX, top + MAX (room - height, 0.0) / 2.0, width,
                  MAX (height, 1));
}

static void
annals_timeline_view_size_allocate (GtkWidget *widget, gint width, gint height, gint baseline)
{
  AnnalsTimelineView *self = ANNALS_TIMELINE_VIEW (widget);
  gboolean narrow = width < NARROW_PX * self->metrics.text_scale;
  gdouble main_height = annals_timeline_view_get_main_height (self);
  gdouble axis = self->metrics.axis_height_px;
  gint bar_width = 0;

  if (narrow != self->narrow)
    {
      self->narrow = narrow;
      set_metrics (self, self->metrics.text_scale);
      annals_timeline_view_make_layout (self);
    }
  self->size_changed |= width != self->allocated_width || height != self->allocated_height;
  self->allocated_width = width;
  self->allocated_height = height;
  follow_size (self);
  gtk_widget_set_child_visible (self->overview, main_height < height);
  if (main_height < height)
    allocate_child (self->overview, 0, main_height, width, height - main_height);
  if (gtk_widget_get_visible (self->scrollbar))
    {
      gtk_widget_measure (self->scrollbar, GTK_ORIENTATION_HORIZONTAL, -1, &bar_width, NULL, NULL,
                          NULL);
      allocate_child (self->scrollbar, width - bar_width, axis, bar_width, main_height - axis);
    }
  if (gtk_widget_get_visible (self->empty))
    allocate_child (self->empty, 0, 0, width, height);
  allocate_legend (self);
  annals_timeline_view_allocate_proxies (self);
  annals_timeline_view_allocate_handles (self);
  annals_timeline_view_allocate_lanes (self);
  annals_timeline_view_allocate_band (self);
}

static void
annals_timeline_view_measure (GtkWidget *widget,
                              GtkOrientation orientation,
                              gint for_size,
                              gint *minimum,
                              gint *natural,
                              gint *minimum_baseline,
                              gint *natural_baseline)
{
  AnnalsTimelineView *self = ANNALS_TIMELINE_VIEW (widget);

  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL
                 ? MIN_WIDTH_PX
                 : (gint) ceil (MIN_HEIGHT_PX * self->metrics.text_scale);
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? NATURAL_WIDTH_PX : NATURAL_HEIGHT_PX;
}

static void
annals_timeline_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AnnalsTimelineView *self = ANNALS_TIMELINE_VIEW (widget);
  const AnnalsTheme *theme = annals_style_get_theme ();
  float width = (float) gtk_widget_get_width (widget);
  float height = (float) annals_timeline_view_get_main_height (self);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, width, height);

  if (annals_timeline_view_get_scene (self) != NULL)
    annals_canvas_snapshot (self->canvas, snapshot, theme, gtk_widget_get_scale_factor (widget),
                            self->typesetter);
  if (gtk_widget_has_visible_focus (widget))
    {
      GskRoundedRect frame;
      GdkRGBA color;

      annals_style_get_rgba (&theme->accent, 0.6, &color);
      gsk_rounded_rect_init_from_rect (&frame, &bounds, 0);
      gtk_snapshot_append_border (snapshot, &frame, (float[4]){ 2, 2, 2, 2 },
                                  (GdkRGBA[4]){ color, color, color, color });
    }
  gtk_widget_snapshot_child (widget, self->overview, snapshot);
  annals_timeline_view_snapshot_lanes (self, snapshot);
  gtk_widget_snapshot_child (widget, self->scrollbar, snapshot);
  gtk_widget_snapshot_child (widget, self->empty, snapshot);
  gtk_widget_snapshot_child (widget, self->legend, snapshot);
  for (guint i = 0; i < G_N_ELEMENTS (self->handles); i++)
    gtk_widget_snapshot_child (widget, self->handles[i], snapshot);
  annals_timeline_view_snapshot_band (self, snapshot);
  annals_timeline_view_snapshot_lane_drag (self, snapshot);
}

static void
annals_timeline_view_dispose (GObject *object)
{
  AnnalsTimelineView *self = ANNALS_TIMELINE_VIEW (object);

  g_clear_handle_id (&self->rows_source, g_source_remove);
  g_clear_handle_id (&self->rest_source, g_source_remove);
  g_clear_handle_id (&self->voice_source, g_source_remove);
  if (self->move_animation != NULL)
    annals_timeline_view_stop_motion (self);
  g_clear_object (&self->move_animation);
  g_clear_object (&self->row_animation);
  annals_timeline_view_drop_proxies (self);
  annals_timeline_view_free_lanes (self);
  annals_timeline_view_free_views (self);
  annals_timeline_view_cancel_band (self);
  g_clear_pointer (&self->overview, gtk_widget_unparent);
  g_clear_pointer (&self->scrollbar, gtk_widget_unparent);
  g_clear_pointer (&self->empty, gtk_widget_unparent);
  g_clear_pointer (&self->legend, gtk_widget_unparent);
  for (guint i = 0; i < G_N_ELEMENTS (self->handles); i++)
    g_clear_pointer (&self->handles[i], gtk_widget_unparent);
  g_clear_object (&self->vertical);
  g_clear_object (&self->selection);

  G_OBJECT_CLASS (annals_timeline_view_parent_class)->dispose (object);
}

static void
annals_timeline_view_finalize (GObject *object)
{
  AnnalsTimelineView *self = ANNALS_TIMELINE_VIEW (object);

  g_clear_pointer (&self->canvas, annals_canvas_free);
  g_clear_pointer (&self->layout, annals_layout_free);
  g_clear_pointer (&self->breaks, annals_breaks_unref);
  g_array_unref (self->breaks_by_hand);
  g_array_unref (self->breaks_opened);
  g_clear_pointer (&self->typesetter, annals_typesetter_free);
  g_ptr_array_unref (self->cluster_proxies);

  G_OBJECT_CLASS (annals_timeline_view_parent_class)->finalize (object);
}

static void
annals_timeline_view_class_init (AnnalsTimelineViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = annals_timeline_view_dispose;
  object_class->finalize = annals_timeline_view_finalize;
  widget_class->measure = annals_timeline_view_measure;
  widget_class->size_allocate = annals_timeline_view_size_allocate;
  widget_class->snapshot = annals_timeline_view_snapshot;
  g_signal_new ("range-changed", ANNALS_TYPE_TIMELINE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "timeline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
  annals_timeline_view_install_input (widget_class);
  annals_timeline_view_install_lanes (widget_class);
  annals_timeline_view_install_views (widget_class);
  annals_timeline_view_install_cluster_keys (widget_class);
  signals[SIGNAL_ZOOMED] = g_signal_new ("zoomed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_MOVED] = g_signal_new ("moved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
create_empty (AnnalsTimelineView *self)
{
  self->empty = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_set_valign (self->empty, GTK_ALIGN_CENTER);
  self->empty_label = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->empty_label), TRUE);
  gtk_label_set_justify (GTK_LABEL (self->empty_label), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (self->empty_label, "dim-label");
  gtk_box_append (GTK_BOX (self->empty), self->empty_label);
  self->open_button = gtk_button_new_with_label (_ ("Open…"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->open_button), "win.open");
  gtk_widget_set_halign (self->open_button, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self->empty), self->open_button);
  gtk_widget_set_parent (self->empty, GTK_WIDGET (self));
}

static void
create_children (AnnalsTimelineView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  self->vertical = g_object_ref_sink (gtk_adjustment_new (0, 0, 1, 1, 1, 1));
  g_signal_connect_object (self->vertical, "value-changed",
                           G_CALLBACK (annals_timeline_view_invalidate), self, G_CONNECT_SWAPPED);
  self->overview = annals_overview_strip_new (self);
  gtk_widget_set_parent (self->overview, widget);
  self->scrollbar = gtk_scrollbar_new (GTK_ORIENTATION_VERTICAL, self->vertical);
  gtk_widget_set_visible (self->scrollbar, FALSE);
  gtk_widget_set_parent (self->scrollbar, widget);
  create_empty (self);
  self->legend = annals_legend_button_new ();
  gtk_widget_set_visible (self->legend, FALSE);
  gtk_widget_insert_after (self->legend, widget, self->overview);
  annals_timeline_view_create_handles (self);
  annals_timeline_view_create_lanes (self);
  annals_timeline_view_create_views (self);
}

static void
annals_timeline_view_init (AnnalsTimelineView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  self->shows_all = TRUE;
  self->axis_rest = 1.0;
  self->breaks_by_hand = g_array_new (FALSE, FALSE, sizeof (AnnalsBreak));
  self->breaks_opened = g_array_new (FALSE, FALSE, sizeof (AnnalsBreak));
  self->pointer_x = self->pointer_y = -1.0;
  self->canvas = annals_canvas_new ();
  annals_timeline_view_create_proxies (self);
  set_metrics (self, 1.0);
  create_children (self);
  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_has_tooltip (widget, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Timeline"), -1);
  annals_timeline_view_add_controllers (self);
  annals_style_watch (widget, G_CALLBACK (annals_timeline_view_invalidate));
  annals_style_watch_focus (widget);
  annals_style_watch_type (widget, G_CALLBACK (update_type));
  annals_touch_connect (widget, G_CALLBACK (follow_touch));
  update_type (self);
}

/**
 * annals_timeline_view_new:
 *
 * Returns: (transfer floating): a timeline that shows nothing yet
 */
AnnalsTimelineView *
annals_timeline_view_new (void)
{
  return g_object_new (ANNALS_TYPE_TIMELINE_VIEW, NULL);
}

/* Until another document has been given its size, whoever asks where its events are, as a restored
 * selection does, is answered as if there were a likely one. */
static void
expect_size (AnnalsTimelineView *self)
{
  gdouble width = self->scale.width_px > 0.0 ? self->scale.width_px : NATURAL_WIDTH_PX;

  self->row_wanted = FALSE;
  if (self->layout != NULL)
    annals_layout_init_fit (self->layout, &self->scale, self->metrics.header_width_px, width);
}

/**
 * annals_timeline_view_set_selection:
 * @self: a timeline
 * @selection: (nullable): what is selected, and with it the document to show
 *
 * Shows another document, all of it.
 */
void
annals_timeline_view_set_selection (AnnalsTimelineView *self, AnnalsSelection *selection)
{
  g_return_if_fail (ANNALS_IS_TIMELINE_VIEW (self));

  if (self->selection == selection)
    return;
  annals_timeline_view_stop_motion (self);
  if (self->selection != NULL)
    {
      g_signal_handlers_disconnect_by_data (annals_selection_get_search (self->selection), self);
      g_signal_handlers_disconnect_by_data (annals_selection_get_time_filter (self->selection),
                                            self);
      g_signal_handlers_disconnect_by_data (self->selection, self);
      g_signal_handlers_disconnect_by_data (annals_selection_get_document (self->selection), self);
    }
  g_set_object (&self->selection, selection);
  if (selection != NULL)
    {
      g_signal_connect_object (selection, "changed", G_CALLBACK (selection_changed_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (selection, "where-changed",
                               G_CALLBACK (annals_timeline_view_invalidate), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (selection, "hover-changed",
                               G_CALLBACK (annals_timeline_view_invalidate), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (annals_selection_get_search (selection), "changed",
                               G_CALLBACK (annals_timeline_view_invalidate), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (annals_selection_get_time_filter (selection), "changed",
                               G_CALLBACK (annals_timeline_view_range_changed), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (annals_selection_get_document (selection), "changed",
                               G_CALLBACK (document_changed_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (annals_selection_get_document (selection), "event-changed",
                               G_CALLBACK (event_changed_cb), self, G_CONNECT_SWAPPED);
    }
  annals_timeline_view_follow_lanes (self);
  self->shows_all = TRUE;
  self->range_wanted = FALSE;
  gtk_adjustment_set_value (self->vertical, 0.0);
  annals_timeline_view_forget_breaks (self);
  annals_timeline_view_make_layout (self);
  expect_size (self);
  annals_timeline_view_cancel_band (self);
  annals_timeline_view_forget_views (self);
  self->range_part = ANNALS_RANGE_NONE;
  annals_timeline_view_update_handles (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  annals_timeline_view_invalidate (self);
}

/**
 * annals_timeline_view_get_selection:
 * @self: a timeline
 *
 * Returns: (transfer none) (nullable): what it was given
 */
AnnalsSelection *
annals_timeline_view_get_selection (AnnalsTimelineView *self)
{
  g_return_val_if_fail (ANNALS_IS_TIMELINE_VIEW (self), NULL);

  return self->selection;
}

void
annals_timeline_view_note_zoom (AnnalsTimelineView *self)
{
  g_signal_emit (self, signals[SIGNAL_ZOOMED], 0);
}

/**
 * annals_timeline_view_set_wheel_zooms:
 * @self: a timeline
 * @zooms: whether the wheel zooms, and pans with Ctrl; else it pans, and zooms with Ctrl
 *
 * Says what the wheel does. Touchpads pan either way.
 */
void
annals_timeline_view_set_wheel_zooms (AnnalsTimelineView *self, gboolean zooms)
{
  g_return_if_fail (ANNALS_IS_TIMELINE_VIEW (self));

  self->wheel_zooms = zooms;
}

/**
 * annals_timeline_view_get_visible_range:
 * @self: a timeline
 * @first: (out): instant at the left edge
 * @last: (out): instant at the right edge
 */
void
annals_timeline_view_get_visible_range (AnnalsTimelineView *self,
                                        AnnalsInstant *first,
                                        AnnalsInstant *last)
{
  g_return_if_fail (ANNALS_IS_TIMELINE_VIEW (self));

  if (self->range_wanted)
    {
      *first = self->wanted_first;
      *last = self->wanted_last;
      return;
    }
  *first = annals_scale_get_instant (&self->scale, self->scale.x_px);
  *last = annals_scale_get_instant (&self->scale, self->scale.x_px + self->scale.width_px);
}

/**
 * annals_timeline_view_set_calendar:
 * @self: a timeline
 * @calendar: a calendar; the Gregorian for none
 *
 * Shows a second calendar on the axis.
 */
void
annals_timeline_view_set_calendar (AnnalsTimelineView *self, AnnalsCalendar calendar)
{
  g_return_if_fail (ANNALS_IS_TIMELINE_VIEW (self));

  if (self->calendar == calendar)
    return;
  self->calendar = calendar;
  update_type (self);
}
