/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>

#include "annals-lane-changes.h"
#include "annals-swatch.h"
#include "annals-timeline-lanes.h"

/*
 * A lane that is dragged by its header. Its name follows the pointer on a card; the lane itself
 * goes at once where it would be dropped, and the others make way. Nothing is done to the document
 * until it is dropped. Near the upper and lower edge the lanes scroll.
 */

#define EDGE_PX 36.0
#define SPEED_PX_S 600.0

struct _AnnalsLaneDrag
{
  guint lane;
  guint *order; /* as the lanes stand meanwhile */
  gdouble y;    /* of the pointer, in the view */
  gdouble grip_px;
  GtkWidget *card;
  GtkWidget *slot; /* shows where it would be dropped */
  guint tick;
  gint64 tick_us;
};

static gdouble
get_content_y (AnnalsTimelineView *view)
{
  return view->lane_drag->y - view->metrics.axis_height_px
         + gtk_adjustment_get_value (view->vertical);
}

/* Where a lane stands when all have come to rest. */
static gdouble
get_rest_middle (AnnalsTimelineView *view, guint lane)
{
  const AnnalsLayoutLane *place = annals_layout_get_lane (view->layout, lane);

  return place->top_px - round (place->shift_px) + place->height_px / 2.0;
}

static void
swap (AnnalsTimelineView *view, guint beside)
{
  AnnalsLaneDrag *drag = view->lane_drag;
  guint n_lanes = annals_document_get_n_lanes (annals_selection_get_document (view->selection));
  g_autofree gdouble *tops = annals_timeline_lanes_dup_tops (view);
  guint from = 0;
  guint to = 0;

  for (guint i = 0; i < n_lanes; i++)
    {
      if (drag->order[i] == drag->lane)
        from = i;
      if (drag->order[i] == beside)
        to = i;
    }
  for (guint i = from; i != to; i += from < to ? 1 : -1)
    drag->order[i] = drag->order[from < to ? i + 1 : i - 1];
  drag->order[to] = drag->lane;
  annals_layout_set_lane_order (view->layout, drag->order);
  annals_timeline_lanes_move_from (view, tops);
}

/* A lane goes past its neighbour when the pointer has passed the middle of that. */
static void
find_place (AnnalsTimelineView *view)
{
  guint lane = view->lane_drag->lane;
  gdouble y = get_content_y (view);
  gint above;
  gint below;

  while ((above = annals_timeline_lanes_find_beside (view, lane, -1)) >= 0
         && y < get_rest_middle (view, (guint) above))
    swap (view, (guint) above);
  while ((below = annals_timeline_lanes_find_beside (view, lane, 1)) >= 0
         && y > get_rest_middle (view, (guint) below))
    swap (view, (guint) below);
  gtk_widget_queue_allocate (GTK_WIDGET (view));
}

/* How fast to scroll, in parts of the greatest speed: more towards the edge; not at all where the
 * lanes end. */
static gdouble
get_speed (AnnalsTimelineView *view)
{
  gdouble top = view->metrics.axis_height_px + EDGE_PX;
  gdouble bottom = annals_timeline_view_get_main_height (view) - EDGE_PX;
  gdouble y = view->lane_drag->y;
  gdouble value = gtk_adjustment_get_value (view->vertical);
  gdouble end = gtk_adjustment_get_upper (view->vertical)
                - gtk_adjustment_get_page_size (view->vertical);

  if (y < top && value > 0.0)
    return -MIN ((top - y) / EDGE_PX, 1.0);
  return y > bottom && value < end ? MIN ((y - bottom) / EDGE_PX, 1.0) : 0.0;
}

static gboolean
scroll_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  AnnalsTimelineView *view = ANNALS_TIMELINE_VIEW (widget);
  AnnalsLaneDrag *drag = view->lane_drag;
  gint64 now_us = gdk_frame_clock_get_frame_time (clock);
  gdouble elapsed_s = drag->tick_us > 0 ? MIN ((now_us - drag->tick_us) / 1e6, 0.1) : 0.0;
  gdouble speed = get_speed (view);

  drag->tick_us = now_us;
  if (speed == 0.0)
    {
      drag->tick = 0;
      drag->tick_us = 0;
      return G_SOURCE_REMOVE;
    }
  gtk_adjustment_set_value (view->vertical, gtk_adjustment_get_value (view->vertical)
                                                + speed * SPEED_PX_S * elapsed_s);
  find_place (view);
  return G_SOURCE_CONTINUE;
}

static GtkWidget *
create_card (const AnnalsLane *lane)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *swatch = annals_swatch_new ();
  GtkWidget *label = gtk_label_new (lane->label);

  annals_swatch_set_color (ANNALS_SWATCH (swatch), lane->color);
  gtk_widget_set_size_request (swatch, 4, 20);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_box_append (GTK_BOX (card), swatch);
  gtk_box_append (GTK_BOX (card), label);
  gtk_widget_add_css_class (card, "lane-card");
  return card;
}

static void
set_inert_parent (GtkWidget *widget, AnnalsTimelineView *view)
{
  gtk_widget_set_can_target (widget, FALSE);
  gtk_widget_set_parent (widget, GTK_WIDGET (view));
}

static void
finish (AnnalsTimelineView *view)
{
  AnnalsLaneDrag *drag = g_steal_pointer (&view->lane_drag);

  if (drag->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (view), drag->tick);
  gtk_widget_unparent (drag->card);
  gtk_widget_unparent (drag->slot);
  gtk_widget_set_cursor (GTK_WIDGET (view), NULL);
  g_free (drag->order);
  g_free (drag);
}

/* What the header and the view call; see annals-timeline-lanes.h. */

/* @y: where the pointer took hold of it, in the view. Returns whether there is anywhere to go. */
gboolean
annals_timeline_lane_drag_begin (AnnalsTimelineView *view, guint lane, gdouble y)
{
  AnnalsDocument *document = annals_selection_get_document (view->selection);
  guint n_lanes = annals_document_get_n_lanes (document);
  AnnalsLaneDrag *drag;
  gdouble top;

  annals_timeline_lane_drag_cancel (view);
  if (annals_timeline_lanes_find_beside (view, lane, -1) < 0
      && annals_timeline_lanes_find_beside (view, lane, 1) < 0)
    return FALSE;
  drag = g_new0 (AnnalsLaneDrag, 1);
  drag->lane = lane;
  drag->y = y;
  drag->order = g_new0 (guint, n_lanes);
  for (guint i = 0; i < n_lanes; i++)
    drag->order[i] = annals_layout_get_lane_at (view->layout, i);
  top = view->metrics.axis_height_px + annals_layout_get_lane (view->layout, lane)->top_px
        - gtk_adjustment_get_value (view->vertical);
  drag->grip_px = CLAMP (y - MAX (top, view->metrics.axis_height_px), 0.0,
                         28.0 * view->metrics.text_scale);
  drag->slot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (drag->slot, "lane-slot");
  drag->card = create_card (annals_document_get_lane (document, lane));
  set_inert_parent (drag->slot, view);
  set_inert_parent (drag->card, view);
  view->lane_drag = drag;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (view), "grabbing");
  return TRUE;
}

void
annals_timeline_lane_drag_update (AnnalsTimelineView *view, gdouble y)
{
  if (view->lane_drag == NULL)
    return;
  view->lane_drag->y = y;
  find_place (view);
  if (view->lane_drag->tick == 0 && get_speed (view) != 0.0)
    view->lane_drag->tick = gtk_widget_add_tick_callback (GTK_WIDGET (view), scroll_cb, NULL, NULL);
}

void
annals_timeline_lane_drag_end (AnnalsTimelineView *view)
{
  AnnalsDocument *document;
  guint lane;
  guint position = 0;

  if (view->lane_drag == NULL)
    return;
  document = annals_selection_get_document (view->selection);
  lane = view->lane_drag->lane;
  while (annals_layout_get_lane_at (view->layout, position) != lane)
    position++;
  finish (view);
  if (annals_lane_move (document, lane, position))
    annals_timeline_view_say_lane (view, lane);
  else
    annals_timeline_lanes_read (view);
}

/* Puts the lanes back. Returns whether one was dragged. */
gboolean
annals_timeline_lane_drag_cancel (AnnalsTimelineView *view)
{
  if (view->lane_drag == NULL)
    return FALSE;
  finish (view);
  annals_timeline_lanes_read (view);
  return TRUE;
}

void
annals_timeline_lane_drag_allocate (AnnalsTimelineView *view)
{
  AnnalsLaneDrag *drag = view->lane_drag;
  const AnnalsLayoutLane *place;
  GtkAllocation box;
  gdouble axis = view->metrics.axis_height_px;
  gdouble bottom = annals_timeline_view_get_main_height (view);
  gdouble top;
  gint height = 0;

  if (drag == NULL)
    return;
  place = annals_layout_get_lane (view->layout, drag->lane);
  top = axis + place->top_px - round (gtk_adjustment_get_value (view->vertical));
  box = (GtkAllocation){ 0, (gint) MAX (top, axis), gtk_widget_get_width (GTK_WIDGET (view)),
                         (gint) MAX (MIN (top + place->height_px, bottom) - MAX (top, axis), 1.0) };
  gtk_widget_measure (drag->slot, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_set_child_visible (drag->slot, top + place->height_px > axis && top < bottom);
  gtk_widget_size_allocate (drag->slot, &box, -1);

  gtk_widget_measure (drag->card, GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL, NULL);
  gtk_widget_measure (drag->card, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  box = (GtkAllocation){ 6, (gint) CLAMP (drag->y - drag->grip_px, axis, bottom - height),
                         MAX ((gint) view->metrics.header_width_px - 4, 60), height };
  gtk_widget_size_allocate (drag->card, &box, -1);
}

void
annals_timeline_view_snapshot_lane_drag (AnnalsTimelineView *self, GtkSnapshot *snapshot)
{
  if (self->lane_drag == NULL)
    return;
  gtk_widget_snapshot_child (GTK_WIDGET (self), self->lane_drag->slot, snapshot);
  gtk_widget_snapshot_child (GTK_WIDGET (self), self->lane_drag->card, snapshot);
}
