/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "annals-timeline-view-private.h"

G_BEGIN_DECLS

/* The lanes of the timeline under the hand: annals-timeline-lanes.c has how they stand in the view,
 * annals-timeline-lane-menus.c their menus, annals-lane-header.c their headers,
 * annals-lane-popover.c name and colour, and annals-timeline-lane-drag.c moving them. */

/* annals-timeline-lanes.c */
void annals_timeline_lanes_set_closed (AnnalsTimelineView *view, guint lane, gboolean closed);
void annals_timeline_lanes_hide (AnnalsTimelineView *view, guint lane);
void annals_timeline_lanes_step (AnnalsTimelineView *view, guint lane, gint step);
void annals_timeline_lanes_focus (AnnalsTimelineView *view, guint lane, gint step);
gint annals_timeline_lanes_find_beside (AnnalsTimelineView *view, guint lane, gint step);
gdouble *annals_timeline_lanes_dup_tops (AnnalsTimelineView *view);
void annals_timeline_lanes_move_from (AnnalsTimelineView *view, const gdouble *tops);
void annals_timeline_lanes_read (AnnalsTimelineView *view);
guint annals_timeline_lanes_get_n (AnnalsTimelineView *view);
guint annals_timeline_lanes_count_hidden (AnnalsTimelineView *view);
gboolean annals_timeline_lanes_is_hidden (AnnalsTimelineView *view, guint lane);
gboolean annals_timeline_lanes_is_closed (AnnalsTimelineView *view, guint lane);

/* annals-timeline-lane-menus.c */
GMenuModel *annals_timeline_lane_menus_create (AnnalsTimelineView *view, guint lane);
GtkWidget *annals_timeline_lane_menus_create_button (void);
void annals_timeline_lane_menus_update_button (AnnalsTimelineView *view, GtkWidget *button);
void annals_timeline_lane_menus_allocate_button (AnnalsTimelineView *view, GtkWidget *button);

/* annals-timeline-lane-drag.c */
typedef struct _AnnalsLaneDrag AnnalsLaneDrag;

gboolean annals_timeline_lane_drag_begin (AnnalsTimelineView *view, guint lane, gdouble y);
void annals_timeline_lane_drag_update (AnnalsTimelineView *view, gdouble y);
void annals_timeline_lane_drag_end (AnnalsTimelineView *view);
gboolean annals_timeline_lane_drag_cancel (AnnalsTimelineView *view);
void annals_timeline_lane_drag_allocate (AnnalsTimelineView *view);

/* annals-lane-header.c */
#define ANNALS_TYPE_LANE_HEADER (annals_lane_header_get_type ())
G_DECLARE_FINAL_TYPE (AnnalsLaneHeader, annals_lane_header, ANNALS, LANE_HEADER, GtkWidget)

GtkWidget *annals_lane_header_new (AnnalsTimelineView *view, guint lane);
void annals_lane_header_update (AnnalsLaneHeader *self,
                                const gchar *label,
                                const gchar *description,
                                gboolean is_closed,
                                gboolean is_cut);
void annals_lane_header_edit (AnnalsLaneHeader *self);

/* annals-lane-popover.c */
GtkWidget *annals_lane_popover_new (AnnalsDocument *document, guint lane);

G_END_DECLS
