/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "annals-click.h"
#include "annals-names.h"
#include "annals-painter.h"
#include "annals-reading-order.h"
#include "annals-reading-strip.h"
#include "annals-style.h"
#include "annals-timeline-view-private.h"

/*
 * What it shows of the text changes when the timeline moves; it is painted then, and kept. How far
 * one has read is drawn over it, so that scrolling the text paints nothing anew.
 */

#define NATURAL_HEIGHT_PX 104
#define MIN_HEIGHT_PX 24
#define SLOP_PX 6.0
#define DRAG_THRESHOLD_PX 4.0
#define ZOOM_PER_NOTCH 1.2
#define PAN_PER_NOTCH_PX 80.0
#define SIGHT_OPACITY 0.07
#define READING_OPACITY 0.55

struct _AnnalsReadingStrip
{
  GtkWidget parent_instance;

  AnnalsTimelineView *timeline;
  AnnalsReadingView *page;
  AnnalsSelection *selection;
  AnnalsReadingOrder *order; /* NULL when it has to be put in order anew */
  GArray *hits;              /* of AnnalsReadingHit, as last painted */
  GskRenderNode *node;       /* NULL when it has to be painted anew */
  gdouble pointer_x;
  gdouble drag_x;
  gboolean dragging;
};

G_DEFINE_FINAL_TYPE (AnnalsReadingStrip, annals_reading_strip, GTK_TYPE_WIDGET)

static AnnalsReadingOrder *
get_order (AnnalsReadingStrip *self)
{
  if (self->order == NULL && self->selection != NULL)
    self->order = annals_reading_order_new (annals_selection_get_document (self->selection),
                                            annals_selection_get_where (self->selection));
  return self->order;
}

static void
invalidate (AnnalsReadingStrip *self)
{
  g_clear_pointer (&self->node, gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
describe (AnnalsReadingStrip *self)
{
  AnnalsReadingOrder *order = get_order (self);
  g_autofree gchar *words = order != NULL ? annals_reading_order_dup_words (order) : NULL;

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  words != NULL ? words : "", -1);
}

/* The text, or what is known of it, is another. */
static void
reorder (AnnalsReadingStrip *self)
{
  g_clear_pointer (&self->order, annals_reading_order_free);
  g_array_set_size (self->hits, 0);
  invalidate (self);
  describe (self);
}

static void
event_changed_cb (AnnalsReadingStrip *self, guint index, const AnnalsEvent *before)
{
  const AnnalsEvent *event = annals_document_get_event (
      annals_selection_get_document (self->selection), index);

  if (event->n_passages > 0 && annals_event_is_elsewhere (event, before))
    reorder (self);
}

static AnnalsScene *
build_scene (AnnalsReadingStrip *self)
{
  AnnalsTimeFilter *filter = annals_selection_get_time_filter (self->selection);
  AnnalsReadingOrderOptions options = {
    .width_px = gtk_widget_get_width (GTK_WIDGET (self)),
    .height_px = gtk_widget_get_height (GTK_WIDGET (self)),
    .scale = self->timeline->scale,
    .selected = annals_selection_get_event (self->selection),
    .passage = annals_selection_get_passage (self->selection),
    .hovered = annals_selection_get_hovered (self->selection),
  };

  options.let_through = annals_time_filter_get_found (filter, &options.n_let_through);
  return annals_reading_order_build (get_order (self), &self->timeline->metrics,
                                     annals_typesetter_measure, self->timeline->typesetter,
                                     &options, self->hits);
}

static void
paint (AnnalsReadingStrip *self)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (AnnalsScene) scene = build_scene (self);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0,
                                               (float) gtk_widget_get_width (GTK_WIDGET (self)),
                                               (float) gtk_widget_get_height (GTK_WIDGET (self)));
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);

  annals_painter_draw (cr, scene, annals_style_get_theme (), self->timeline->typesetter);
  cairo_destroy (cr);
  self->node = gtk_snapshot_free_to_node (snapshot);
}

static gdouble
get_y (AnnalsReadingStrip *self, gint64 offset)
{
  return annals_reading_order_get_y (get_order (self), &self->timeline->metrics,
                                     gtk_widget_get_height (GTK_WIDGET (self)), offset);
}

/* What of the text is in sight is a band; its upper edge is a line: so far one has read. */
static void
snapshot_reading (AnnalsReadingStrip *self, GtkSnapshot *snapshot)
{
  const AnnalsTheme *theme = annals_style_get_theme ();
  const AnnalsScale *scale = &self->timeline->scale;
  gint64 start = 0;
  gint64 end = 0;
  gdouble top;
  gdouble bottom;
  GdkRGBA color;

  annals_reading_view_get_sight (self->page, &start, &end);
  top = round (get_y (self, start));
  bottom = round (get_y (self, end));
  annals_style_get_rgba (&theme->text, SIGHT_OPACITY, &color);
  gtk_snapshot_append_color (snapshot, &color,
                             &GRAPHENE_RECT_INIT ((float) scale->x_px, (float) top,
                                                  (float) scale->width_px,
                                                  (float) MAX (bottom - top, 1.0)));
  annals_style_get_rgba (&theme->text, READING_OPACITY, &color);
  gtk_snapshot_append_color (
      snapshot, &color,
      &GRAPHENE_RECT_INIT ((float) scale->x_px, (float) top, (float) scale->width_px, 1));
}

static void
annals_reading_strip_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AnnalsReadingStrip *self = ANNALS_READING_STRIP (widget);

  if (self->selection == NULL || self->timeline->layout == NULL)
    return;
  if (self->node == NULL)
    paint (self);
  if (self->node != NULL)
    gtk_snapshot_append_node (snapshot, self->node);
  snapshot_reading (self, snapshot);
}

static void
annals_reading_strip_measure (GtkWidget *widget,
                              GtkOrientation orientation,
                              gint for_size,
                              gint *minimum,
                              gint *natural,
                              gint *minimum_baseline,
                              gint *natural_baseline)
{
  gboolean upright = orientation == GTK_ORIENTATION_VERTICAL;

  *minimum = upright ? MIN_HEIGHT_PX : 0;
  *natural = upright ? NATURAL_HEIGHT_PX : 0;
}

static void
annals_reading_strip_size_allocate (GtkWidget *widget, gint width, gint height, gint baseline)
{
  invalidate (ANNALS_READING_STRIP (widget));
}

static const AnnalsReadingHit *
pick (AnnalsReadingStrip *self, gdouble x, gdouble y)
{
  return self->selection != NULL ? annals_reading_hits_pick (self->hits, x, y, SLOP_PX) : NULL;
}

static void
motion_cb (AnnalsReadingStrip *self, gdouble x, gdouble y)
{
  const AnnalsReadingHit *hit = self->dragging ? NULL : pick (self, x, y);

  self->pointer_x = x;
  if (self->selection == NULL)
    return;
  annals_selection_set_hovered (self->selection, hit != NULL ? (gint) hit->event : ANNALS_NO_EVENT);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), hit != NULL ? "pointer" : NULL);
}

static void
leave_cb (AnnalsReadingStrip *self)
{
  if (self->selection != NULL)
    annals_selection_set_hovered (self->selection, ANNALS_NO_EVENT);
}

static void
released_cb (AnnalsReadingStrip *self, gint n_press, gdouble x, gdouble y)
{
  const AnnalsReadingHit *hit = self->dragging ? NULL : pick (self, x, y);

  if (hit != NULL)
    annals_selection_select (self->selection, (gint) hit->event, (gint) hit->passage);
}

static void
drag_begin_cb (AnnalsReadingStrip *self)
{
  self->dragging = FALSE;
  self->drag_x = 0.0;
}

static void
drag_update_cb (AnnalsReadingStrip *self, gdouble dx, gdouble dy, GtkGesture *gesture)
{
  if (!self->dragging && fabs (dx) < DRAG_THRESHOLD_PX)
    return;
  if (!self->dragging)
    {
      annals_timeline_view_stop_motion (self->timeline);
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
      gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "grabbing");
    }
  self->dragging = TRUE;
  annals_timeline_view_pan (self->timeline, dx - self->drag_x, 0.0);
  self->drag_x = dx;
}

static void
drag_end_cb (AnnalsReadingStrip *self)
{
  self->dragging = FALSE;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), NULL);
}

/* The wheel does what it does on the timeline. */
static gboolean
scroll_cb (AnnalsReadingStrip *self, gdouble dx, gdouble dy, GtkEventController *controller)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (controller);
  GdkDevice *device = gtk_event_controller_get_current_event_device (controller);
  gboolean touchpad = device != NULL && gdk_device_get_source (device) == GDK_SOURCE_TOUCHPAD;
  gboolean control = (state & GDK_CONTROL_MASK) != 0;
  gboolean zooms = self->timeline->wheel_zooms && !touchpad ? !control : control;

  annals_timeline_view_stop_motion (self->timeline);
  if (zooms && dy != 0.0)
    annals_timeline_view_zoom_at (self->timeline, pow (ZOOM_PER_NOTCH, -dy),
                                  MAX (self->pointer_x, self->timeline->scale.x_px), FALSE);
  else
    annals_timeline_view_pan (self->timeline,
                              -(touchpad ? dx * 12.0 : (dx + dy) * PAN_PER_NOTCH_PX), 0.0);

  return GDK_EVENT_STOP;
}

static gboolean
query_tooltip_cb (AnnalsReadingStrip *self, gint x, gint y, gboolean keyboard, GtkTooltip *tooltip)
{
  const AnnalsReadingHit *hit = keyboard ? NULL : pick (self, x, y);
  AnnalsDocument *document;
  const AnnalsEvent *event;
  g_autofree gchar *label = NULL;
  g_autofree gchar *date = NULL;
  g_autofree gchar *place = NULL;
  g_autofree gchar *text = NULL;

  if (hit == NULL)
    return FALSE;
  document = annals_selection_get_document (self->selection);
  event = annals_document_get_event (document, hit->event);
  label = annals_names_dup_brief (event->label);
  date = annals_event_dup_words (event, ANNALS_WORDS_LONG);
  place = annals_document_dup_place (document, &event->passages[hit->passage]);
  text = g_strdup_printf (
      /* Translators: the tooltip of a passage: the name of its event and, below, the event's date
       * and where the passage stands ("paragraph 4"). */
      C_ ("reading order", "%1$s\n%2$s · %3$s"), label, date, place);
  gtk_tooltip_set_text (tooltip, text);

  return TRUE;
}

static void
scrolled_cb (AnnalsReadingStrip *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
annals_reading_strip_dispose (GObject *object)
{
  AnnalsReadingStrip *self = ANNALS_READING_STRIP (object);

  if (self->selection != NULL)
    annals_reading_strip_set_selection (self, NULL);
  g_clear_pointer (&self->node, gsk_render_node_unref);
  g_clear_object (&self->timeline);
  g_clear_object (&self->page);
  G_OBJECT_CLASS (annals_reading_strip_parent_class)->dispose (object);
}

static void
annals_reading_strip_finalize (GObject *object)
{
  g_array_unref (ANNALS_READING_STRIP (object)->hits);
  G_OBJECT_CLASS (annals_reading_strip_parent_class)->finalize (object);
}

static void
annals_reading_strip_class_init (AnnalsReadingStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = annals_reading_strip_dispose;
  G_OBJECT_CLASS (klass)->finalize = annals_reading_strip_finalize;
  widget_class->measure = annals_reading_strip_measure;
  widget_class->size_allocate = annals_reading_strip_size_allocate;
  widget_class->snapshot = annals_reading_strip_snapshot;

  gtk_widget_class_set_css_name (widget_class, "reading-order");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
annals_reading_strip_init (AnnalsReadingStrip *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (
      GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();

  self->hits = g_array_new (FALSE, FALSE, sizeof (AnnalsReadingHit));
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  annals_click_outlive_tooltips (GTK_GESTURE_CLICK (click));
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  gtk_widget_add_controller (widget, motion);
  gtk_widget_add_controller (widget, scroll);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  gtk_widget_set_has_tooltip (widget, TRUE);
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  annals_style_watch (widget, G_CALLBACK (invalidate));
  annals_style_watch_type (widget, G_CALLBACK (invalidate));
  annals_names_set (widget, _ ("Reading order"));
}

/**
 * annals_reading_strip_new:
 * @timeline: the timeline below it
 * @reader: where the text is read
 *
 * Returns: (transfer floating): a new strip that shows nothing yet
 */
GtkWidget *
annals_reading_strip_new (AnnalsTimelineView *timeline, AnnalsReader *reader)
{
  AnnalsReadingStrip *self = g_object_new (ANNALS_TYPE_READING_STRIP, NULL);

  self->timeline = g_object_ref (timeline);
  self->page = g_object_ref (annals_reader_get_page (reader));
  g_signal_connect_object (timeline, "moved", G_CALLBACK (invalidate), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (reader, "scrolled", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/**
 * annals_reading_strip_set_selection:
 * @self: a strip
 * @selection: (nullable): the selection of the window, which timeline and reader were given before
 *
 * Shows the reading order of another document.
 */
void
annals_reading_strip_set_selection (AnnalsReadingStrip *self, AnnalsSelection *selection)
{
  g_return_if_fail (ANNALS_IS_READING_STRIP (self));

  if (self->selection != NULL)
    {
      g_signal_handlers_disconnect_by_data (annals_selection_get_document (self->selection), self);
      g_signal_handlers_disconnect_by_data (self->selection, self);
    }
  g_set_object (&self->selection, selection);
  reorder (self);
  if (selection == NULL)
    return;
  g_signal_connect_object (selection, "changed", G_CALLBACK (invalidate), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (selection, "hover-changed", G_CALLBACK (invalidate), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (selection, "where-changed", G_CALLBACK (reorder), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (annals_selection_get_document (selection), "changed",
                           G_CALLBACK (reorder), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (annals_selection_get_document (selection), "event-changed",
                           G_CALLBACK (event_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (annals_selection_get_document (selection), "lanes-changed",
                           G_CALLBACK (reorder), self, G_CONNECT_SWAPPED);
}

/**
 * annals_reading_strip_get_n_hits:
 * @self: a strip
 *
 * Returns: how many passages can be hit on it, as last drawn
 */
guint
annals_reading_strip_get_n_hits (AnnalsReadingStrip *self)
{
  g_return_val_if_fail (ANNALS_IS_READING_STRIP (self), 0);

  return self->hits->len;
}

/**
 * annals_reading_strip_find_hit:
 * @self: a strip
 * @event: an event
 * @passage: which of its passages
 * @rect: (out): where it stands, in pixels of the widget
 *
 * Returns: whether the passage is on the strip, as last drawn
 */
gboolean
annals_reading_strip_find_hit (AnnalsReadingStrip *self, gint event, gint passage, AnnalsRect *rect)
{
  g_return_val_if_fail (ANNALS_IS_READING_STRIP (self), FALSE);

  for (guint i = 0; i < self->hits->len; i++)
    {
      const AnnalsReadingHit *hit = &g_array_index (self->hits, AnnalsReadingHit, i);

      if ((gint) hit->event != event || (gint) hit->passage != passage)
        continue;
      *rect = hit->rect;
      return TRUE;
    }

  return FALSE;
}

/**
 * annals_reading_strip_get_reading_y:
 * @self: a strip with a document
 *
 * Returns: where the line stands that shows how far one has read, in pixels of the widget
 */
gdouble
annals_reading_strip_get_reading_y (AnnalsReadingStrip *self)
{
  gint64 start = 0;
  gint64 end = 0;

  g_return_val_if_fail (ANNALS_IS_READING_STRIP (self), 0.0);
  g_return_val_if_fail (self->selection != NULL, 0.0);

  annals_reading_view_get_sight (self->page, &start, &end);
  return round (get_y (self, start));
}
