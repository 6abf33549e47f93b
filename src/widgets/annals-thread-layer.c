/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>
#include <math.h>

#include "annals-style.h"
#include "annals-thread-draw.h"
#include "annals-thread-layer.h"

/*
 * It keeps nothing of what it draws: both panes are asked where things stand when they were drawn
 * themselves, in the same frame. So it needs to be told only that something moved: by the panes
 * when they scroll, and by the frame clock after a layout, which is when borders and sizes change.
 */

#define APPEAR_MS 220
#define TURN_MS 200
#define TURN_SLACK_PX 40.0 /* beyond the middle, before the threads change to the other margin */
#define GUTTER_PX 16.0     /* from the text */
#define EDGE_PX 6.0
#define TICK_FADE_PX 28.0 /* at the edges of the page, over which ticks come and go */

struct _AnnalsThreadLayer
{
  GtkWidget parent_instance;

  AnnalsReader *reader;
  AnnalsReadingView *page;
  AnnalsTimelineView *timeline;
  AnnalsSelection *selection;
  gboolean shows_threads;

  AdwAnimation *appearing; /* 0: nothing of the threads is there yet */
  AdwAnimation *turning;   /* 0: they run down the margin before the text, 1: behind it */
  gboolean after;
  gint event; /* whose threads were drawn, or ANNALS_NO_EVENT */

  GdkFrameClock *clock;
  gulong layout_id;
  graphene_rect_t laid_out[2];
};

G_DEFINE_FINAL_TYPE (AnnalsThreadLayer, annals_thread_layer, GTK_TYPE_WIDGET)

static gboolean
are_panes_shown (AnnalsThreadLayer *self)
{
  return self->selection != NULL && gtk_widget_get_mapped (GTK_WIDGET (self->page))
         && gtk_widget_get_mapped (GTK_WIDGET (self->timeline));
}

/* Moves a rectangle of a pane to where it stands on the layer. */
static gboolean
move_rect (AnnalsThreadLayer *self, GtkWidget *pane, AnnalsRect *rect)
{
  graphene_point_t from = GRAPHENE_POINT_INIT ((float) rect->x, (float) rect->y);
  graphene_point_t to;

  if (!gtk_widget_compute_point (pane, GTK_WIDGET (self), &from, &to))
    return FALSE;
  rect->x = to.x;
  rect->y = to.y;

  return TRUE;
}

/* The part of the page that can be seen. */
static gboolean
get_page_rect (AnnalsThreadLayer *self, AnnalsRect *rect)
{
  GtkWidget *page = GTK_WIDGET (self->page);

  *rect = (AnnalsRect){ 0.0, 0.0, gtk_widget_get_width (page), gtk_widget_get_height (page) };

  return move_rect (self, page, rect);
}

static gdouble
get_page_scale (AnnalsThreadLayer *self, gdouble y_px, const AnnalsRect *page)
{
  gdouble within = MIN (y_px, page->height - y_px);

  return CLAMP (within / TICK_FADE_PX, 0.0, 1.0);
}

/* Threads run down the margin that is nearer to the mark, but do not change it at every step. */
static void
choose_margin (AnnalsThreadLayer *self, const AnnalsRect *page, const AnnalsRect *mark)
{
  gdouble middle = page->x + page->width / 2.0;
  gdouble away = mark->x + mark->width / 2.0 - middle;
  gboolean fresh = self->event != annals_selection_get_event (self->selection);
  gdouble slack = fresh ? 0.0 : TURN_SLACK_PX;
  gboolean after = self->after ? away > -slack : away > slack;

  if (after == self->after)
    return;
  self->after = after;
  adw_timed_animation_set_value_from (ADW_TIMED_ANIMATION (self->turning),
                                      fresh ? (gdouble) after
                                            : adw_animation_get_value (self->turning));
  adw_timed_animation_set_value_to (ADW_TIMED_ANIMATION (self->turning), after);
  adw_animation_play (self->turning);
  if (fresh)
    adw_animation_skip (self->turning);
}

static void
set_gutter (AnnalsThreadLayer *self, AnnalsThreadFrame *frame, gboolean after)
{
  GtkTextView *view = GTK_TEXT_VIEW (self->page);
  gdouble left = frame->page.x + gtk_text_view_get_left_margin (view);
  gdouble right = frame->page.x + frame->page.width - gtk_text_view_get_right_margin (view);

  frame->edge_px = after ? right + EDGE_PX : left - EDGE_PX;
  frame->gutter_px = round (after ? right + GUTTER_PX : left - GUTTER_PX) + 0.5;
}

/* Between what threads are to be drawn; FALSE when there can be none. */
static gboolean
init_frame (AnnalsThreadLayer *self, AnnalsThreadFrame *frame)
{
  gint event;

  if (!self->shows_threads || !are_panes_shown (self))
    return FALSE;
  event = annals_selection_get_event (self->selection);
  if (event < 0 || !annals_timeline_view_get_mark_rect (self->timeline, event, &frame->mark)
      || !move_rect (self, GTK_WIDGET (self->timeline), &frame->mark)
      || !get_page_rect (self, &frame->page))
    return FALSE;
  choose_margin (self, &frame->page, &frame->mark);

  return TRUE;
}

static GArray *
dup_lines (AnnalsThreadLayer *self, const AnnalsThreadFrame *frame)
{
  GArray *lines = annals_reading_view_get_lines (
      self->page, (guint) annals_selection_get_event (self->selection));

  for (guint i = 0; i < lines->len; i++)
    g_array_index (lines, AnnalsThreadLine, i).y_px += frame->page.y;

  return lines;
}

static void
snapshot_margin (AnnalsThreadLayer *self,
                 GtkSnapshot *snapshot,
                 AnnalsThreadFrame *frame,
                 const GArray *lines,
                 gboolean after,
                 gdouble opacity)
{
  AnnalsDocument *document = annals_selection_get_document (self->selection);
  gint event = annals_selection_get_event (self->selection);
  const AnnalsLane *lane = annals_document_get_lane (
      document, annals_document_get_event (document, event)->lane);
  g_auto (AnnalsThreads) threads = { 0 };
  graphene_rect_t bounds;
  AnnalsRect lanes;
  GdkRGBA color;
  cairo_t *cr;

  set_gutter (self, frame, after);
  annals_threads_build (&threads, frame, (const AnnalsThreadLine *) lines->data, lines->len);
  if (threads.curves->len == 0 || opacity <= 0.0)
    return;
  annals_style_get_lane_rgba (lane != NULL ? lane->color : 0, &color);
  annals_threads_get_bounds (&threads, &bounds);
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  annals_timeline_view_get_lanes_rect (self->timeline, &lanes);
  if (!move_rect (self, GTK_WIDGET (self->timeline), &lanes))
    lanes = (AnnalsRect){ 0 };
  annals_threads_draw (cr, &threads, &color, &lanes, opacity);
  cairo_destroy (cr);
}

/* Threads of another event appear softly; while those of the same come and go with scrolling, they
 * are just there. */
static void
note_event (AnnalsThreadLayer *self, gint event)
{
  if (self->event == event)
    return;
  self->event = event;
  if (event < 0)
    return;
  adw_animation_reset (self->appearing);
  adw_animation_play (self->appearing);
}

static void
snapshot_threads (AnnalsThreadLayer *self, GtkSnapshot *snapshot)
{
  AnnalsThreadFrame frame;
  g_autoptr (GArray) lines = NULL;
  gdouble there;
  gdouble turned;

  if (!init_frame (self, &frame))
    {
      if (self->selection == NULL || annals_selection_get_event (self->selection) < 0)
        note_event (self, ANNALS_NO_EVENT);
      return;
    }
  note_event (self, annals_selection_get_event (self->selection));
  there = adw_animation_get_value (self->appearing);
  turned = adw_animation_get_value (self->turning);
  lines = dup_lines (self, &frame);
  if (turned < 1.0)
    snapshot_margin (self, snapshot, &frame, lines, FALSE, there * (1.0 - turned));
  if (turned > 0.0)
    snapshot_margin (self, snapshot, &frame, lines, TRUE, there * turned);
}

/* The events whose passages are in sight; the same place in time is marked once. */
static GArray *
gather_ticks (AnnalsThreadLayer *self, const AnnalsRect *page)
{
  GArray *ticks = g_array_new (FALSE, FALSE, sizeof (AnnalsReadingTick));
  const AnnalsPassageIndex *index = annals_reading_view_get_index (self->page);
  gint64 start = 0;
  gint64 end = 0;
  guint first = 0;
  guint last = 0;

  if (index == NULL)
    return ticks;
  annals_reading_view_get_sight (self->page, &start, &end);
  annals_passage_index_get_range (index, start, end, &first, &last);
  for (guint i = first; i < last; i++)
    {
      const AnnalsPassageMark *mark = annals_passage_index_get_mark (index, i);
      AnnalsReadingTick tick = { .color = mark->color };

      if (mark->end <= start
          || !annals_timeline_view_get_event_x (self->timeline, (gint) mark->event, tick.stretch,
                                                &tick.x_px))
        continue;
      tick.opacity = get_page_scale (self, annals_reading_view_get_line_y (self->page, mark), page);
      if (tick.opacity > 0.0)
        g_array_append_val (ticks, tick);
    }

  return ticks;
}

/* Tells whether there are any. */
static gboolean
snapshot_ticks (AnnalsThreadLayer *self, GtkSnapshot *snapshot)
{
  AnnalsRect page;
  AnnalsRect lanes;
  gdouble left;
  g_autoptr (GArray) ticks = NULL;
  graphene_rect_t bounds;
  cairo_t *cr;

  if (!are_panes_shown (self) || !get_page_rect (self, &page))
    return FALSE;
  annals_timeline_view_get_lanes_rect (self->timeline, &lanes);
  left = lanes.x;
  if (lanes.height <= 0.0 || !move_rect (self, GTK_WIDGET (self->timeline), &lanes))
    return FALSE;
  ticks = gather_ticks (self, &page);
  if (ticks->len == 0)
    return FALSE;
  /* The axis ends within a pixel where text is not of the size designed for. */
  lanes.y = round (lanes.y);
  bounds = GRAPHENE_RECT_INIT ((float) lanes.x, (float) lanes.y, (float) lanes.width,
                               ANNALS_READING_TICK_PX + 1.0F);
  lanes.x -= left;
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  annals_reading_ticks_draw (cr, ticks, lanes.x, lanes.y);
  cairo_destroy (cr);
  return TRUE;
}

static void
annals_thread_layer_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AnnalsThreadLayer *self = ANNALS_THREAD_LAYER (widget);

  if (self->timeline == NULL)
    return;
  annals_timeline_view_note_reading_ticks (self->timeline, snapshot_ticks (self, snapshot));
  snapshot_threads (self, snapshot);
}

/* After a layout: queues a drawing in the same frame when a border has moved. */
static void
laid_out_cb (AnnalsThreadLayer *self)
{
  GtkWidget *panes[] = { GTK_WIDGET (self->page), GTK_WIDGET (self->timeline) };

  for (guint i = 0; i < G_N_ELEMENTS (panes); i++)
    {
      graphene_rect_t now = GRAPHENE_RECT_INIT (0, 0, 0, 0);

      if (panes[i] != NULL && gtk_widget_get_mapped (panes[i])
          && !gtk_widget_compute_bounds (panes[i], GTK_WIDGET (self), &now))
        continue;
      if (graphene_rect_equal (&now, &self->laid_out[i]))
        continue;
      self->laid_out[i] = now;
      gtk_widget_queue_draw (GTK_WIDGET (self));
    }
}

static void
annals_thread_layer_realize (GtkWidget *widget)
{
  AnnalsThreadLayer *self = ANNALS_THREAD_LAYER (widget);

  GTK_WIDGET_CLASS (annals_thread_layer_parent_class)->realize (widget);
  self->clock = g_object_ref (gtk_widget_get_frame_clock (widget));
  self->layout_id = g_signal_connect_data (self->clock, "layout", G_CALLBACK (laid_out_cb), self,
                                           NULL, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

static void
annals_thread_layer_unrealize (GtkWidget *widget)
{
  AnnalsThreadLayer *self = ANNALS_THREAD_LAYER (widget);

  g_clear_signal_handler (&self->layout_id, self->clock);
  g_clear_object (&self->clock);
  GTK_WIDGET_CLASS (annals_thread_layer_parent_class)->unrealize (widget);
}

static void
annals_thread_layer_dispose (GObject *object)
{
  AnnalsThreadLayer *self = ANNALS_THREAD_LAYER (object);

  annals_thread_layer_set_selection (self, NULL);
  g_clear_object (&self->appearing);
  g_clear_object (&self->turning);
  g_clear_object (&self->page);
  g_clear_object (&self->timeline);
  G_OBJECT_CLASS (annals_thread_layer_parent_class)->dispose (object);
}

static void
annals_thread_layer_class_init (AnnalsThreadLayerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = annals_thread_layer_dispose;
  widget_class->realize = annals_thread_layer_realize;
  widget_class->unrealize = annals_thread_layer_unrealize;
  widget_class->snapshot = annals_thread_layer_snapshot;

  gtk_widget_class_set_css_name (widget_class, "threads");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
draw_cb (gdouble value, gpointer user_data)
{
  gtk_widget_queue_draw (GTK_WIDGET (user_data));
}

static AdwAnimation *
create_animation (AnnalsThreadLayer *self, guint duration_ms)
{
  return adw_timed_animation_new (GTK_WIDGET (self), 0.0, 1.0, duration_ms,
                                  adw_callback_animation_target_new (draw_cb, self, NULL));
}

static void
annals_thread_layer_init (AnnalsThreadLayer *self)
{
  self->shows_threads = TRUE;
  self->event = ANNALS_NO_EVENT;
  self->appearing = create_animation (self, APPEAR_MS);
  self->turning = create_animation (self, TURN_MS);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  gtk_widget_set_can_focus (GTK_WIDGET (self), FALSE);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  annals_style_watch (GTK_WIDGET (self), G_CALLBACK (gtk_widget_queue_draw));
}

/**
 * annals_thread_layer_new:
 *
 * Returns: (transfer floating): a new layer without panes
 */
GtkWidget *
annals_thread_layer_new (void)
{
  return g_object_new (ANNALS_TYPE_THREAD_LAYER, NULL);
}

/**
 * annals_thread_layer_set_panes:
 * @self: a layer, over both panes
 * @reader: the reader
 * @timeline: the timeline
 *
 * Says what it joins; to be called once.
 */
void
annals_thread_layer_set_panes (AnnalsThreadLayer *self,
                               AnnalsReader *reader,
                               AnnalsTimelineView *timeline)
{
  g_return_if_fail (ANNALS_IS_THREAD_LAYER (self));
  g_return_if_fail (self->page == NULL);

  self->page = g_object_ref (annals_reader_get_page (reader));
  self->timeline = g_object_ref (timeline);
  g_signal_connect_object (reader, "scrolled", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->page, "type-changed", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (timeline, "moved", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
}

/**
 * annals_thread_layer_set_selection:
 * @self: a layer
 * @selection: (nullable): the selection of the window, which both panes were given before
 *
 * Follows another selection.
 */
void
annals_thread_layer_set_selection (AnnalsThreadLayer *self, AnnalsSelection *selection)
{
  g_return_if_fail (ANNALS_IS_THREAD_LAYER (self));

  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  g_set_object (&self->selection, selection);
  self->event = ANNALS_NO_EVENT;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (selection == NULL)
    return;
  g_signal_connect_object (selection, "changed", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (selection, "where-changed", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
}

/**
 * annals_thread_layer_set_shows_threads:
 * @self: a layer
 * @shows: whether to
 *
 * Shows threads, or only the ticks below the axis.
 */
void
annals_thread_layer_set_shows_threads (AnnalsThreadLayer *self, gboolean shows)
{
  g_return_if_fail (ANNALS_IS_THREAD_LAYER (self));

  if (self->shows_threads == shows)
    return;
  self->shows_threads = shows;
  self->event = ANNALS_NO_EVENT;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * annals_thread_layer_build:
 * @self: a layer
 * @threads: (out): the threads that it draws now
 *
 * Builds the threads as they are drawn once nothing moves.
 *
 * Returns: whether there are any, or stubs of them
 */
gboolean
annals_thread_layer_build (AnnalsThreadLayer *self, AnnalsThreads *threads)
{
  AnnalsThreadFrame frame;
  g_autoptr (GArray) lines = NULL;

  g_return_val_if_fail (ANNALS_IS_THREAD_LAYER (self), FALSE);

  *threads = (AnnalsThreads){ 0 };
  if (!init_frame (self, &frame))
    return FALSE;
  set_gutter (self, &frame, self->after);
  lines = dup_lines (self, &frame);
  annals_threads_build (threads, &frame, (const AnnalsThreadLine *) lines->data, lines->len);

  return threads->curves->len > 0;
}

/**
 * annals_thread_layer_get_n_ticks:
 * @self: a layer
 *
 * Returns: how many ticks stand below the axis now, for what is read
 */
guint
annals_thread_layer_get_n_ticks (AnnalsThreadLayer *self)
{
  AnnalsRect page;
  g_autoptr (GArray) ticks = NULL;

  g_return_val_if_fail (ANNALS_IS_THREAD_LAYER (self), 0);

  if (!are_panes_shown (self) || !get_page_rect (self, &page))
    return 0;
  ticks = gather_ticks (self, &page);

  return ticks->len;
}
