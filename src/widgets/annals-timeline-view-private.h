/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "annals-canvas.h"
#include "annals-legend-button.h"
#include "annals-picture.h"
#include "annals-timeline-view.h"
#include "annals-typesetter.h"
#include "annals-view-history.h"

/* What the parts of the timeline view share: the widget itself (annals-timeline-view.c), how it
 * moves (annals-timeline-motion.c), pointer and keys (annals-timeline-input.c), the overview strip
 * and the stand-ins that make events known to assistive tools. */

G_BEGIN_DECLS

typedef struct _AnnalsTimelineLanes AnnalsTimelineLanes;

struct _AnnalsTimelineView
{
  GtkWidget parent_instance;

  AnnalsSelection *selection;
  AnnalsTypesetter *typesetter;
  AnnalsMetrics metrics;
  AnnalsCalendar calendar; /* the second one of the axis; the Gregorian for none */
  AnnalsLayout *layout;    /* NULL without a document */
  AnnalsCanvas *canvas;
  AnnalsBreaks *breaks;   /* nullable; the scales borrow it */
  GArray *breaks_by_hand; /* AnnalsBreak */
  GArray *breaks_opened;  /* AnnalsBreak: shown in full although it is empty */
  gboolean compressed;    /* whether what is empty is compressed */
  AnnalsScale scale;
  gboolean shows_all;    /* nobody has zoomed or panned: follow the size */
  gboolean range_wanted; /* a range is to be shown as soon as there is a size */
  AnnalsInstant wanted_first;
  AnnalsInstant wanted_last;
  gboolean row_wanted; /* so is the row of the selected event */
  gboolean narrow;
  gboolean size_changed; /* or the layout is new: it has to be fitted and packed */
  gint allocated_width;
  gint allocated_height;
  gdouble fitted_height_px; /* of all lanes, as the scroll bar knows it */
  guint rows_source;

  GtkWidget *overview;
  GtkWidget *scrollbar;
  GtkAdjustment *vertical;
  GtkWidget *empty;
  GtkWidget *empty_label;
  GtkWidget *open_button; /* where there are no events at all */
  GtkWidget *legend;
  gboolean has_reading_ticks; /* somebody draws them below the axis */
  GHashTable *proxies;        /* by event */
  GPtrArray *cluster_proxies; /* in the order in which clusters are drawn */
  guint proxies_source;

  gboolean cluster_hovered;
  AnnalsClusterKey hovered_key;
  gboolean cluster_remembered; /* the cluster that has or had the keys, and where in time it is */
  AnnalsClusterKey cluster_key;
  AnnalsInstant cluster_instant;

  AdwAnimation *move_animation;
  AnnalsScale move_from;
  AnnalsScale move_to;
  AdwAnimation *row_animation;
  guint rest_source;
  gboolean zoomed;   /* since the last rest, so that rows are to be packed anew */
  gdouble axis_rest; /* how far labels of the axis are either there or not */
  gdouble axis_rest_from;
  guint voice_source;

  guint inertia_tick;
  gint64 inertia_time_us;
  gdouble velocity_px_s;

  gdouble pointer_x;
  gdouble pointer_y;
  gdouble drag_x;
  gdouble drag_scroll_y;
  gboolean wheel_zooms;
  gboolean dragging;
  gboolean dragged; /* the last press has become a drag */
  gdouble pinch_scale;
  gdouble pinch_x;

  GtkWidget *handles[2];      /* of the begin and the end of the range */
  AnnalsRangePart range_part; /* what of the range is dragged */
  AnnalsRange range_start;    /* as it was when the drag began */

  AnnalsRange range_before; /* what was selected then, if @had_range */
  gboolean had_range;
  gboolean drag_cancelled; /* by Esc; what is left of the drag does nothing */

  GtkWidget *band; /* (nullable) the stretch of time drawn to zoom to */
  GtkWidget *band_captions[2];
  gdouble band_from;
  gdouble band_to;
  gboolean draws_band; /* the drag is one of the band */

  AnnalsViewHistory *views;
  guint views_source;

  AnnalsTimelineLanes *lanes;
  struct _AnnalsLaneDrag *lane_drag; /* (nullable) the lane that is being moved */
};

/* annals-timeline-view.c */
void annals_timeline_view_invalidate (AnnalsTimelineView *self);
AnnalsScene *annals_timeline_view_get_scene (AnnalsTimelineView *self);
gdouble annals_timeline_view_get_main_height (AnnalsTimelineView *self);
void annals_timeline_view_fit_rows (AnnalsTimelineView *self);
void annals_timeline_view_note_zoom (AnnalsTimelineView *self);

void annals_timeline_view_make_layout (AnnalsTimelineView *self);

/* annals-timeline-proxies.c */
void annals_timeline_view_create_proxies (AnnalsTimelineView *self);
void annals_timeline_view_drop_proxies (AnnalsTimelineView *self);
void annals_timeline_view_sync_proxies (AnnalsTimelineView *self);
void annals_timeline_view_allocate_proxies (AnnalsTimelineView *self);

/* annals-timeline-lanes.c */
void annals_timeline_view_install_lanes (GtkWidgetClass *widget_class);
void annals_timeline_view_create_lanes (AnnalsTimelineView *self);
void annals_timeline_view_free_lanes (AnnalsTimelineView *self);
void annals_timeline_view_follow_lanes (AnnalsTimelineView *self);
gchar **annals_timeline_view_dup_shown_lanes (AnnalsTimelineView *self);
void annals_timeline_view_sync_lanes (AnnalsTimelineView *self);
void annals_timeline_view_allocate_lanes (AnnalsTimelineView *self);
void annals_timeline_view_snapshot_lanes (AnnalsTimelineView *self, GtkSnapshot *snapshot);

/* annals-timeline-lane-drag.c */
void annals_timeline_view_snapshot_lane_drag (AnnalsTimelineView *self, GtkSnapshot *snapshot);

/* annals-timeline-motion.c */
void annals_timeline_view_move_to (AnnalsTimelineView *self,
                                   const AnnalsScale *target,
                                   gboolean animate);
void
annals_timeline_view_take_wanted_range (AnnalsTimelineView *self, gdouble x_px, gdouble width_px);
void annals_timeline_view_take_wanted_row (AnnalsTimelineView *self);
void annals_timeline_view_zoom_at (AnnalsTimelineView *self,
                                   gdouble factor,
                                   gdouble x_px,
                                   gboolean animate);
void annals_timeline_view_pan (AnnalsTimelineView *self, gdouble dx_px, gdouble dy_px);
const AnnalsScale *annals_timeline_view_get_goal (AnnalsTimelineView *self);
void annals_timeline_view_pan_eased (AnnalsTimelineView *self, gdouble dx_px);
void annals_timeline_view_center_on (AnnalsTimelineView *self, AnnalsInstant instant);
void annals_timeline_view_step_in_time (AnnalsTimelineView *self, gint step);
void annals_timeline_view_fit_event (AnnalsTimelineView *self, gint event);
void annals_timeline_view_start_inertia (AnnalsTimelineView *self, gdouble velocity_px_s);
void annals_timeline_view_stop_inertia (AnnalsTimelineView *self);
void annals_timeline_view_stop_motion (AnnalsTimelineView *self);

void
annals_timeline_view_zoom_to (AnnalsTimelineView *self, AnnalsInstant first, AnnalsInstant last);

/* annals-timeline-views.c */
void annals_timeline_view_install_views (GtkWidgetClass *widget_class);
void annals_timeline_view_create_views (AnnalsTimelineView *self);
void annals_timeline_view_free_views (AnnalsTimelineView *self);
void annals_timeline_view_forget_views (AnnalsTimelineView *self);

/* annals-timeline-band.c */
gboolean annals_timeline_view_begin_band (AnnalsTimelineView *self, gdouble x);
void annals_timeline_view_drag_band (AnnalsTimelineView *self, gdouble x);
void annals_timeline_view_end_band (AnnalsTimelineView *self);
gboolean annals_timeline_view_cancel_band (AnnalsTimelineView *self);
void annals_timeline_view_allocate_band (AnnalsTimelineView *self);
void annals_timeline_view_snapshot_band (AnnalsTimelineView *self, GtkSnapshot *snapshot);

/* annals-timeline-input.c */
void annals_timeline_view_install_input (GtkWidgetClass *widget_class);
void annals_timeline_view_add_controllers (AnnalsTimelineView *self);

/* annals-timeline-breaks.c */
void annals_timeline_view_update_breaks (AnnalsTimelineView *self);
void annals_timeline_view_forget_breaks (AnnalsTimelineView *self);
gint annals_timeline_view_pick_break (AnnalsTimelineView *self, gdouble x, gdouble y);
void annals_timeline_view_open_break (AnnalsTimelineView *self, guint index);
gboolean annals_timeline_view_explain_break (AnnalsTimelineView *self,
                                             gdouble x,
                                             gdouble y,
                                             GtkTooltip *tooltip);

/* annals-timeline-range.c */
AnnalsRangePart annals_timeline_view_pick_range (AnnalsTimelineView *self,
                                                 gdouble x,
                                                 gdouble y,
                                                 gboolean by_finger);
gboolean annals_timeline_view_press_axis (AnnalsTimelineView *self,
                                          gdouble x,
                                          gdouble y,
                                          gboolean by_finger);
void annals_timeline_view_drag_range (AnnalsTimelineView *self, gdouble x, gboolean free);
void annals_timeline_view_end_range (AnnalsTimelineView *self);
void annals_timeline_view_cancel_range (AnnalsTimelineView *self);
gboolean annals_timeline_view_fit_range (AnnalsTimelineView *self);
void annals_timeline_view_select_unit (AnnalsTimelineView *self, gdouble x);
void annals_timeline_view_select_visible (AnnalsTimelineView *self);
void annals_timeline_view_step_handle (AnnalsTimelineView *self, AnnalsRangePart part, gint step);
void annals_timeline_view_create_handles (AnnalsTimelineView *self);
void annals_timeline_view_allocate_handles (AnnalsTimelineView *self);
void annals_timeline_view_update_handles (AnnalsTimelineView *self);
void annals_timeline_view_range_changed (AnnalsTimelineView *self);

/* annals-range-handle.c */
#define ANNALS_TYPE_RANGE_HANDLE (annals_range_handle_get_type ())
G_DECLARE_FINAL_TYPE (AnnalsRangeHandle, annals_range_handle, ANNALS, RANGE_HANDLE, GtkWidget)

GtkWidget *annals_range_handle_new (AnnalsTimelineView *view, AnnalsRangePart part);
void annals_range_handle_set_instant (AnnalsRangeHandle *self, AnnalsInstant instant);

/* annals-timeline-voice.c */
void annals_timeline_view_say_time_filter (AnnalsTimelineView *self);
void annals_timeline_view_say_range (AnnalsTimelineView *self);
void annals_timeline_view_say_selected (AnnalsTimelineView *self);
void annals_timeline_view_say_lane (AnnalsTimelineView *self, guint lane);

/* annals-event-proxy.c */
#define ANNALS_TYPE_EVENT_PROXY (annals_event_proxy_get_type ())
G_DECLARE_FINAL_TYPE (AnnalsEventProxy, annals_event_proxy, ANNALS, EVENT_PROXY, GtkWidget)

GtkWidget *annals_event_proxy_new (void);
void annals_event_proxy_set_event (AnnalsEventProxy *self, AnnalsSelection *selection, gint event);
gint annals_event_proxy_get_event (AnnalsEventProxy *self);

/* annals-timeline-clusters.c */
#define ANNALS_CLUSTER_SLOP_PX 2.0

const AnnalsClusterHit *
annals_timeline_view_pick_cluster (AnnalsTimelineView *self, gdouble x, gdouble y, gdouble slop_px);
void annals_timeline_view_list_cluster (AnnalsTimelineView *self, const AnnalsClusterHit *cluster);
void annals_timeline_view_fit_cluster (AnnalsTimelineView *self, const AnnalsClusterHit *cluster);
gboolean annals_timeline_view_explain_cluster (AnnalsTimelineView *self,
                                               gdouble x,
                                               gdouble y,
                                               GtkTooltip *tooltip);
void annals_timeline_view_sync_clusters (AnnalsTimelineView *self, GtkWidget *previous);
void annals_timeline_view_allocate_clusters (AnnalsTimelineView *self);
void annals_timeline_view_drop_clusters (AnnalsTimelineView *self);

/* annals-cluster-proxy.c */
#define ANNALS_TYPE_CLUSTER_PROXY (annals_cluster_proxy_get_type ())
G_DECLARE_FINAL_TYPE (AnnalsClusterProxy, annals_cluster_proxy, ANNALS, CLUSTER_PROXY, GtkWidget)

GtkWidget *annals_cluster_proxy_new (AnnalsTimelineView *view);
void annals_cluster_proxy_set_cluster (AnnalsClusterProxy *self,
                                       const AnnalsClusterHit *cluster,
                                       const gchar *lane);
const AnnalsClusterHit *annals_cluster_proxy_get_cluster (AnnalsClusterProxy *self);

/* annals-timeline-cluster-keys.c */
void annals_timeline_view_install_cluster_keys (GtkWidgetClass *widget_class);
gboolean annals_timeline_view_has_cluster_focus (AnnalsTimelineView *self);
void annals_timeline_view_choose_cluster (AnnalsTimelineView *self, gboolean had_focus);
const AnnalsClusterKey *annals_timeline_view_get_focused_cluster (AnnalsTimelineView *self);
void annals_timeline_view_step_cluster (AnnalsTimelineView *self, gint dx, gint dy);
void annals_timeline_view_hover_cluster (AnnalsTimelineView *self, const AnnalsClusterHit *cluster);

/* annals-overview-strip.c */
#define ANNALS_TYPE_OVERVIEW_STRIP (annals_overview_strip_get_type ())
G_DECLARE_FINAL_TYPE (AnnalsOverviewStrip, annals_overview_strip, ANNALS, OVERVIEW_STRIP, GtkWidget)

GtkWidget *annals_overview_strip_new (AnnalsTimelineView *view);
void annals_overview_strip_forget (AnnalsOverviewStrip *self);

G_END_DECLS
