/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "annals-lane-changes.h"
#include "annals-names.h"
#include "annals-timeline-lanes.h"
#include "annals-words.h"

/*
 * How the lanes stand in the view: which are closed and which hidden, their headers, and how they
 * move to their places. Name, colour and order are the document's; see annals-lane-changes.c.
 */

#define MOVE_MS 200

typedef struct
{
  GtkWidget *header;
  gboolean is_closed;
  gboolean is_hidden;
  gdouble closed_from;
  gdouble closed_now;
  gdouble shift_from;
} Lane;

struct _AnnalsTimelineLanes
{
  GArray *lanes; /* Lane, by index */
  AdwAnimation *animation;
  gdouble *tops; /* (nullable) where lanes were before the layout was made anew */
  guint focus;   /* the header that Tab goes to */
  GtkWidget *hidden_button;
};

static Lane *
get_lane (AnnalsTimelineView *view, guint lane)
{
  return &g_array_index (view->lanes->lanes, Lane, lane);
}

static AnnalsDocument *
get_document (AnnalsTimelineView *view)
{
  return view->selection != NULL ? annals_selection_get_document (view->selection) : NULL;
}

/* How many there are in the view. */
guint
annals_timeline_lanes_get_n (AnnalsTimelineView *view)
{
  return view->lanes->lanes->len;
}

guint
annals_timeline_lanes_count_hidden (AnnalsTimelineView *view)
{
  guint n_hidden = 0;

  for (guint i = 0; i < annals_timeline_lanes_get_n (view); i++)
    n_hidden += get_lane (view, i)->is_hidden;
  return n_hidden;
}

gboolean
annals_timeline_lanes_is_hidden (AnnalsTimelineView *view, guint lane)
{
  return get_lane (view, lane)->is_hidden;
}

gboolean
annals_timeline_lanes_is_closed (AnnalsTimelineView *view, guint lane)
{
  return get_lane (view, lane)->is_closed;
}

static void
emit_shown (AnnalsTimelineView *view)
{
  g_signal_emit_by_name (view, "lanes-shown");
}

/* Gives the layout how the lanes stand at the moment. */
static void
apply (AnnalsTimelineView *view, gdouble shift)
{
  if (view->layout == NULL)
    return;
  for (guint i = 0; i < annals_timeline_lanes_get_n (view); i++)
    {
      annals_layout_set_lane_closed (view->layout, i, get_lane (view, i)->closed_now);
      annals_layout_set_lane_shift (view->layout, i, get_lane (view, i)->shift_from * shift);
    }
  annals_timeline_view_fit_rows (view);
  gtk_widget_queue_allocate (GTK_WIDGET (view));
}

static void
progress_cb (gdouble t, gpointer user_data)
{
  AnnalsTimelineView *view = user_data;

  for (guint i = 0; i < annals_timeline_lanes_get_n (view); i++)
    {
      Lane *lane = get_lane (view, i);
      gdouble to = lane->is_closed ? 1.0 : 0.0;

      lane->closed_now = t >= 1.0 ? to : lane->closed_from + (to - lane->closed_from) * t;
    }
  apply (view, 1.0 - t);
}

static void
play (AnnalsTimelineView *view)
{
  for (guint i = 0; i < annals_timeline_lanes_get_n (view); i++)
    get_lane (view, i)->closed_from = get_lane (view, i)->closed_now;
  if (!gtk_widget_get_mapped (GTK_WIDGET (view)))
    {
      progress_cb (1.0, view);
      return;
    }
  if (view->lanes->animation == NULL)
    {
      view->lanes->animation = adw_timed_animation_new (
          GTK_WIDGET (view), 0.0, 1.0, MOVE_MS,
          adw_callback_animation_target_new (progress_cb, view, NULL));
      adw_timed_animation_set_easing (ADW_TIMED_ANIMATION (view->lanes->animation),
                                      ADW_EASE_OUT_CUBIC);
    }
  adw_animation_reset (view->lanes->animation);
  adw_animation_play (view->lanes->animation);
}

/* Where lanes are seen now, by index. */
gdouble *
annals_timeline_lanes_dup_tops (AnnalsTimelineView *view)
{
  gdouble *tops = g_new0 (gdouble, annals_timeline_lanes_get_n (view) + 1);

  for (guint i = 0; view->layout != NULL && i < annals_timeline_lanes_get_n (view); i++)
    {
      const AnnalsLayoutLane *lane = annals_layout_get_lane (view->layout, i);

      tops[i] = lane->hidden ? NAN : lane->top_px;
    }
  return tops;
}

/* Lets lanes glide from where they were to where they are now. */
void
annals_timeline_lanes_move_from (AnnalsTimelineView *view, const gdouble *tops)
{
  for (guint i = 0; i < annals_timeline_lanes_get_n (view); i++)
    annals_layout_set_lane_shift (view->layout, i, 0.0);
  annals_timeline_view_fit_rows (view);
  for (guint i = 0; i < annals_timeline_lanes_get_n (view); i++)
    {
      const AnnalsLayoutLane *lane = annals_layout_get_lane (view->layout, i);

      get_lane (view, i)->shift_from = isnan (tops[i]) || lane->hidden ? 0.0
                                                                       : tops[i] - lane->top_px;
    }
  play (view);
}

/* Has the lanes stand as in the document again. */
void
annals_timeline_lanes_read (AnnalsTimelineView *view)
{
  g_autofree gdouble *tops = NULL;

  if (view->layout == NULL)
    return;
  tops = annals_timeline_lanes_dup_tops (view);
  annals_layout_read_lanes (view->layout);
  annals_timeline_lanes_move_from (view, tops);
  annals_timeline_view_sync_lanes (view);
}

/* --- Headers --- */

static gchar *
dup_header_label (AnnalsTimelineView *view, guint index)
{
  const AnnalsLane *lane = annals_document_get_lane (get_document (view), index);
  guint n_events = view->layout != NULL ? annals_layout_get_lane (view->layout, index)->n_events
                                        : 0;
  g_autofree gchar *count = annals_words_dup_counts (ngettext ("%s event", "%s events", n_events),
                                                     &n_events, 1);

  /* Translators: the name of a lane, and how many events are in it ("5 events"). */
  return g_strdup_printf (C_ ("lane", "%1$s, %2$s"), lane->label, count);
}

/* The visible lane above (-1) or below (1), or so many further; -1 when there is none. */
gint
annals_timeline_lanes_find_beside (AnnalsTimelineView *view, guint lane, gint step)
{
  gint found = -1;
  gint n_lanes = (gint) annals_timeline_lanes_get_n (view);
  gint position = 0;
  gint way = step < 0 ? -1 : 1;

  while (position < n_lanes && annals_layout_get_lane_at (view->layout, position) != lane)
    position++;
  for (gint left = ABS (MAX (step, -G_MAXINT)); left > 0;)
    {
      position += way;
      if (position < 0 || position >= n_lanes)
        break;
      if (get_lane (view, annals_layout_get_lane_at (view->layout, position))->is_hidden)
        continue;
      found = (gint) annals_layout_get_lane_at (view->layout, position);
      left--;
    }
  return found;
}

static void
choose_focus (AnnalsTimelineView *view)
{
  guint n_lanes = annals_timeline_lanes_get_n (view);

  if (view->lanes->focus >= n_lanes || get_lane (view, view->lanes->focus)->is_hidden)
    for (guint i = n_lanes; i > 0; i--)
      if (!get_lane (view, annals_layout_get_lane_at (view->layout, i - 1))->is_hidden)
        view->lanes->focus = annals_layout_get_lane_at (view->layout, i - 1);
  for (guint i = 0; i < n_lanes; i++)
    gtk_widget_set_focusable (get_lane (view, i)->header, i == view->lanes->focus);
}

/* Whether a name does not fit into its header. */
static gboolean
is_cut (AnnalsTimelineView *view, guint index)
{
  const AnnalsLane *lane = annals_document_get_lane (get_document (view), index);
  gdouble room = view->metrics.header_width_px
                 - (get_lane (view, index)->is_closed ? 76.0 : 36.0) * view->metrics.text_scale;

  return annals_layout_measure (view->layout, ANNALS_FONT_LANE, lane->label) > room;
}

static void
update_header (AnnalsTimelineView *view, guint index)
{
  Lane *lane = get_lane (view, index);
  g_autofree gchar *label = dup_header_label (view, index);

  annals_lane_header_update (ANNALS_LANE_HEADER (lane->header), label,
                             _ ("Space closes or opens the lane, F2 changes name and colour, "
                                "Ctrl+Shift+Up and Down move it, H hides it."),
                             lane->is_closed, is_cut (view, index));
  gtk_widget_set_visible (lane->header, !lane->is_hidden);
  gtk_widget_action_set_enabled (lane->header, "lane.move-up",
                                 annals_timeline_lanes_find_beside (view, index, -1) >= 0);
  gtk_widget_action_set_enabled (lane->header, "lane.move-down",
                                 annals_timeline_lanes_find_beside (view, index, 1) >= 0);
}

/* --- What is done --- */

/* Makes the layout anew, with other lanes hidden, and lets those that stay glide to their places.
 */
static void
hidden_changed (AnnalsTimelineView *view)
{
  g_free (view->lanes->tops);
  view->lanes->tops = annals_timeline_lanes_dup_tops (view);
  annals_timeline_view_make_layout (view);
  gtk_widget_queue_allocate (GTK_WIDGET (view));
  annals_timeline_view_invalidate (view);
  emit_shown (view);
}

void
annals_timeline_lanes_set_closed (AnnalsTimelineView *view, guint lane, gboolean closed)
{
  if (get_lane (view, lane)->is_closed == closed)
    return;
  get_lane (view, lane)->is_closed = closed;
  for (guint i = 0; i < annals_timeline_lanes_get_n (view); i++)
    get_lane (view, i)->shift_from = 0.0;
  update_header (view, lane);
  play (view);
  emit_shown (view);
}

static void
set_all_closed (AnnalsTimelineView *view, gboolean closed)
{
  for (guint i = 0; i < annals_timeline_lanes_get_n (view); i++)
    annals_timeline_lanes_set_closed (view, i, closed);
}

/* The focus goes to the lane beside it. */
void
annals_timeline_lanes_hide (AnnalsTimelineView *view, guint lane)
{
  gboolean had_focus = gtk_widget_is_focus (get_lane (view, lane)->header);
  gint beside = annals_timeline_lanes_find_beside (view, lane, 1);

  if (beside < 0)
    beside = annals_timeline_lanes_find_beside (view, lane, -1);
  if (beside >= 0)
    view->lanes->focus = (guint) beside;
  if (had_focus && beside < 0)
    gtk_widget_grab_focus (GTK_WIDGET (view));
  get_lane (view, lane)->is_hidden = TRUE;
  hidden_changed (view);
  if (had_focus && beside >= 0)
    annals_timeline_lanes_focus (view, (guint) beside, 0);
}

static void
show_lanes (AnnalsTimelineView *view, const gchar *id)
{
  AnnalsDocument *document = get_document (view);

  for (guint i = 0; i < annals_timeline_lanes_get_n (view); i++)
    if (id == NULL || g_str_equal (annals_document_get_lane (document, i)->id, id))
      get_lane (view, i)->is_hidden = FALSE;
  hidden_changed (view);
}

/* Moves a lane past the visible one beside it. */
void
annals_timeline_lanes_step (AnnalsTimelineView *view, guint lane, gint step)
{
  AnnalsDocument *document = get_document (view);
  gint beside = annals_timeline_lanes_find_beside (view, lane, step);

  if (beside < 0)
    return;
  annals_lane_move (document, lane, annals_document_get_lane_position (document, (guint) beside));
  annals_timeline_lanes_focus (view, lane, 0);
  annals_timeline_view_say_lane (view, lane);
}

static void
scroll_to (AnnalsTimelineView *view, guint lane)
{
  const AnnalsLayoutLane *place = annals_layout_get_lane (view->layout, lane);
  gdouble value = gtk_adjustment_get_value (view->vertical);
  gdouble page = gtk_adjustment_get_page_size (view->vertical);
  gdouble seen = MIN (place->height_px, view->metrics.lane_min_px);

  if (place->top_px < value)
    gtk_adjustment_set_value (view->vertical, place->top_px);
  else if (place->top_px + seen > value + page)
    gtk_adjustment_set_value (view->vertical, place->top_px + MIN (place->height_px, page) - page);
}

/* Takes the keys to the header of the lane, or of one above or below. */
void
annals_timeline_lanes_focus (AnnalsTimelineView *view, guint lane, gint step)
{
  gint beside = step != 0 ? annals_timeline_lanes_find_beside (view, lane, step) : (gint) lane;

  if (beside < 0)
    return;
  view->lanes->focus = (guint) beside;
  choose_focus (view);
  scroll_to (view, (guint) beside);
  gtk_widget_set_child_visible (get_lane (view, (guint) beside)->header, TRUE);
  gtk_widget_grab_focus (get_lane (view, (guint) beside)->header);
}

static void
show_lanes_cb (GtkWidget *widget, const gchar *name, GVariant *parameter)
{
  show_lanes (ANNALS_TIMELINE_VIEW (widget), NULL);
}

static void
show_lane_cb (GtkWidget *widget, const gchar *name, GVariant *parameter)
{
  show_lanes (ANNALS_TIMELINE_VIEW (widget), g_variant_get_string (parameter, NULL));
}

static void
close_lanes_cb (GtkWidget *widget, const gchar *name, GVariant *parameter)
{
  set_all_closed (ANNALS_TIMELINE_VIEW (widget), g_str_equal (name, "timeline.close-lanes"));
}

static void
focus_lanes_cb (GtkWidget *widget, const gchar *name, GVariant *parameter)
{
  AnnalsTimelineView *view = ANNALS_TIMELINE_VIEW (widget);

  if (view->layout != NULL
      && annals_timeline_lanes_get_n (view) > annals_timeline_lanes_count_hidden (view))
    annals_timeline_lanes_focus (view, view->lanes->focus, 0);
}

/* --- What the view calls; see annals-timeline-view-private.h --- */

void
annals_timeline_view_install_lanes (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "timeline.show-lanes", NULL, show_lanes_cb);
  gtk_widget_class_install_action (widget_class, "timeline.show-lane", "s", show_lane_cb);
  gtk_widget_class_install_action (widget_class, "timeline.close-lanes", NULL, close_lanes_cb);
  gtk_widget_class_install_action (widget_class, "timeline.open-lanes", NULL, close_lanes_cb);
  gtk_widget_class_install_action (widget_class, "timeline.focus-lanes", NULL, focus_lanes_cb);
  /* A lane was closed, opened, hidden or shown. */
  g_signal_new ("lanes-shown", ANNALS_TYPE_TIMELINE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 0);
}

void
annals_timeline_view_create_lanes (AnnalsTimelineView *self)
{
  self->lanes = g_new0 (AnnalsTimelineLanes, 1);
  self->lanes->lanes = g_array_new (FALSE, TRUE, sizeof (Lane));
  self->lanes->hidden_button = annals_timeline_lane_menus_create_button ();
  gtk_widget_set_parent (self->lanes->hidden_button, GTK_WIDGET (self));
  g_signal_connect_object (self->vertical, "value-changed", G_CALLBACK (gtk_widget_queue_allocate),
                           self, G_CONNECT_SWAPPED);
}

static void
set_n_lanes (AnnalsTimelineView *self, guint n_lanes)
{
  for (guint i = n_lanes; i < annals_timeline_lanes_get_n (self); i++)
    g_clear_pointer (&get_lane (self, i)->header, gtk_widget_unparent);
  g_array_set_size (self->lanes->lanes, n_lanes);
  for (guint i = 0; i < n_lanes; i++)
    if (get_lane (self, i)->header == NULL)
      {
        get_lane (self, i)->header = annals_lane_header_new (self, i);
        gtk_widget_insert_before (get_lane (self, i)->header, GTK_WIDGET (self),
                                  self->lanes->hidden_button);
      }
}

void
annals_timeline_view_free_lanes (AnnalsTimelineView *self)
{
  if (self->lanes == NULL)
    return;
  annals_timeline_lane_drag_cancel (self);
  set_n_lanes (self, 0);
  if (self->lanes->animation != NULL)
    adw_animation_pause (self->lanes->animation);
  g_clear_object (&self->lanes->animation);
  g_clear_pointer (&self->lanes->hidden_button, gtk_widget_unparent);
  g_array_unref (self->lanes->lanes);
  g_free (self->lanes->tops);
  g_clear_pointer (&self->lanes, g_free);
}

/* The document is another: all its lanes are open. */
void
annals_timeline_view_follow_lanes (AnnalsTimelineView *self)
{
  AnnalsDocument *document = get_document (self);

  annals_timeline_lane_drag_cancel (self);
  if (self->lanes->animation != NULL)
    adw_animation_pause (self->lanes->animation);
  set_n_lanes (self, 0);
  g_clear_pointer (&self->lanes->tops, g_free);
  self->lanes->focus = G_MAXUINT;
  if (document != NULL)
    g_signal_connect_object (document, "lanes-changed", G_CALLBACK (annals_timeline_lanes_read),
                             self, G_CONNECT_SWAPPED);
}

/* The ids of the lanes that are not hidden; NULL when none is. */
gchar **
annals_timeline_view_dup_shown_lanes (AnnalsTimelineView *self)
{
  AnnalsDocument *document = get_document (self);
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  if (document == NULL || annals_timeline_lanes_count_hidden (self) == 0)
    return NULL;
  for (guint i = 0; i < annals_document_get_n_lanes (document); i++)
    if (i >= annals_timeline_lanes_get_n (self) || !get_lane (self, i)->is_hidden)
      g_strv_builder_add (ids, annals_document_get_lane (document, i)->id);
  return g_strv_builder_end (ids);
}

/* The layout is another, or the lanes are called otherwise. */
void
annals_timeline_view_sync_lanes (AnnalsTimelineView *self)
{
  AnnalsDocument *document = get_document (self);
  GtkWidget *previous = self->overview;

  set_n_lanes (
      self, self->layout != NULL && document != NULL ? annals_document_get_n_lanes (document) : 0);
  for (guint i = 0; i < annals_timeline_lanes_get_n (self); i++)
    {
      guint index = annals_layout_get_lane_at (self->layout, i);
      Lane *lane = get_lane (self, index);

      annals_layout_set_lane_closed (self->layout, index, lane->closed_now);
      update_header (self, index);
      if (gtk_widget_get_prev_sibling (lane->header) != previous)
        gtk_widget_insert_after (lane->header, GTK_WIDGET (self), previous);
      previous = lane->header;
    }
  choose_focus (self);
  annals_timeline_lane_menus_update_button (self, self->lanes->hidden_button);
}

static void
allocate (GtkWidget *child, gdouble x, gdouble y, gdouble width, gdouble height)
{
  GtkAllocation box = { (gint) x, (gint) y, MAX ((gint) width, 1), MAX ((gint) height, 1) };

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (child, &box, -1);
}

/* What can be seen of the header below the axis: it stays in sight as long as its lane. Without
 * anything on the timeline there are no lanes to see. */
static void
allocate_header (AnnalsTimelineView *self, guint index)
{
  const AnnalsLayoutLane *place = annals_layout_get_lane (self->layout, index);
  GtkWidget *header = get_lane (self, index)->header;
  gdouble axis = self->metrics.axis_height_px;
  gdouble bottom = annals_timeline_view_get_main_height (self);
  gdouble top = axis + place->top_px - round (gtk_adjustment_get_value (self->vertical));
  gdouble end = MIN (top + place->height_px, bottom);
  gboolean visible = !place->hidden && end > axis + 1.0 && top < bottom
                     && annals_layout_get_n_events (self->layout) > 0;

  gtk_widget_set_child_visible (header, visible);
  if (visible)
    allocate (header, 0.0, MAX (top, axis), self->metrics.header_width_px, end - MAX (top, axis));
}

void
annals_timeline_view_allocate_lanes (AnnalsTimelineView *self)
{
  g_autofree gdouble *tops = g_steal_pointer (&self->lanes->tops);

  if (self->layout == NULL)
    return;
  if (tops != NULL)
    annals_timeline_lanes_move_from (self, tops);
  for (guint i = 0; i < annals_timeline_lanes_get_n (self); i++)
    allocate_header (self, i);
  annals_timeline_lane_menus_allocate_button (self, self->lanes->hidden_button);
  annals_timeline_lane_drag_allocate (self);
}

void
annals_timeline_view_snapshot_lanes (AnnalsTimelineView *self, GtkSnapshot *snapshot)
{
  for (guint i = 0; i < annals_timeline_lanes_get_n (self); i++)
    gtk_widget_snapshot_child (GTK_WIDGET (self), get_lane (self, i)->header, snapshot);
  gtk_widget_snapshot_child (GTK_WIDGET (self), self->lanes->hidden_button, snapshot);
}

static gchar **
dup_ids (AnnalsTimelineView *self, gboolean hidden)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  for (guint i = 0; i < annals_timeline_lanes_get_n (self); i++)
    if (hidden ? get_lane (self, i)->is_hidden : get_lane (self, i)->is_closed)
      g_strv_builder_add (ids, annals_document_get_lane (get_document (self), i)->id);
  return g_strv_builder_end (ids);
}

/**
 * annals_timeline_view_get_lanes:
 * @self: a timeline
 * @closed: (out) (transfer full): ids of the lanes that are closed to one row
 * @hidden: (out) (transfer full): ids of those that are hidden
 *
 * Tells how lanes are shown. The signal `lanes-shown` says when that changes.
 */
void
annals_timeline_view_get_lanes (AnnalsTimelineView *self, gchar ***closed, gchar ***hidden)
{
  g_return_if_fail (ANNALS_IS_TIMELINE_VIEW (self));

  *closed = dup_ids (self, FALSE);
  *hidden = dup_ids (self, TRUE);
}

/**
 * annals_timeline_view_set_lanes:
 * @self: a timeline
 * @closed: (nullable): ids of the lanes that are to be closed
 * @hidden: (nullable): ids of those that are to be hidden
 *
 * Shows the lanes so, at once. What is no lane of the document is passed over.
 */
void
annals_timeline_view_set_lanes (AnnalsTimelineView *self,
                                const gchar *const *closed,
                                const gchar *const *hidden)
{
  gboolean is_other = FALSE;

  g_return_if_fail (ANNALS_IS_TIMELINE_VIEW (self));

  for (guint i = 0; i < annals_timeline_lanes_get_n (self); i++)
    {
      const gchar *id = annals_document_get_lane (get_document (self), i)->id;
      Lane *lane = get_lane (self, i);
      gboolean closes = closed != NULL && g_strv_contains (closed, id);
      gboolean hides = hidden != NULL && g_strv_contains (hidden, id);

      is_other |= lane->is_closed != closes || lane->is_hidden != hides;
      lane->is_closed = closes;
      lane->is_hidden = hides;
      lane->closed_now = closes ? 1.0 : 0.0;
    }
  if (self->layout == NULL || !is_other)
    return;
  annals_timeline_view_make_layout (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  emit_shown (self);
}

/**
 * annals_timeline_view_edit_lane:
 * @self: a timeline
 *
 * Asks for another name and colour of the lane that has the keys or had them last.
 */
void
annals_timeline_view_edit_lane (AnnalsTimelineView *self)
{
  g_return_if_fail (ANNALS_IS_TIMELINE_VIEW (self));

  if (self->layout == NULL
      || annals_timeline_lanes_get_n (self) == annals_timeline_lanes_count_hidden (self))
    return;
  annals_timeline_lanes_focus (self, self->lanes->focus, 0);
  annals_lane_header_edit (ANNALS_LANE_HEADER (get_lane (self, self->lanes->focus)->header));
}
