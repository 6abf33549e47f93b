/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "annals-export.h"
#include "annals-scene.h"
#include "annals-selection.h"

G_BEGIN_DECLS

#define ANNALS_TYPE_TIMELINE_VIEW (annals_timeline_view_get_type ())
G_DECLARE_FINAL_TYPE (AnnalsTimelineView, annals_timeline_view, ANNALS, TIMELINE_VIEW, GtkWidget)

/**
 * AnnalsTimelineView:
 *
 * The timeline: lane headers, axis, marks and the overview strip, with all their gestures and keys.
 * Wheel pans, Ctrl+wheel zooms at the pointer, drag pans with inertia, double-click fits; arrow
 * keys walk the events. A drag along the axis selects a range of time. It follows the style
 * manager's dark and high-contrast settings.
 *
 * Signal `range-changed`: another part of time is seen, or the same at another zoom.
 *
 * Class actions (no parameter): `timeline.zoom-in`, `timeline.zoom-out`, `timeline.fit`,
 * `timeline.fit-event`, `timeline.start`, `timeline.end`, `timeline.page-back`,
 * `timeline.page-forward`, `timeline.explain-marks`, `timeline.select-visible`.
 *
 * Signal `zoomed`: a person has zoomed.
 *
 * Signal `moved`: something on it may stand elsewhere now, or look different.
 */
AnnalsTimelineView *annals_timeline_view_new (void);

void annals_timeline_view_set_selection (AnnalsTimelineView *self, AnnalsSelection *selection);
AnnalsSelection *annals_timeline_view_get_selection (AnnalsTimelineView *self);

void annals_timeline_view_get_visible_range (AnnalsTimelineView *self,
                                             AnnalsInstant *first,
                                             AnnalsInstant *last);
void annals_timeline_view_set_wheel_zooms (AnnalsTimelineView *self, gboolean zooms);
void annals_timeline_view_set_calendar (AnnalsTimelineView *self, AnnalsCalendar calendar);
void annals_timeline_view_set_compressed (AnnalsTimelineView *self, gboolean compressed);
gboolean
annals_timeline_view_compress (AnnalsTimelineView *self, AnnalsInstant first, AnnalsInstant last);
void annals_timeline_view_expand_all (AnnalsTimelineView *self);
const AnnalsBreaks *annals_timeline_view_get_breaks (AnnalsTimelineView *self);
void annals_timeline_view_get_breaks_by_hand (AnnalsTimelineView *self,
                                              AnnalsBreaksByHand *by_hand);
void annals_timeline_view_set_breaks_by_hand (AnnalsTimelineView *self,
                                              const AnnalsBreaksByHand *by_hand);
void annals_timeline_view_set_visible_range (AnnalsTimelineView *self,
                                             AnnalsInstant first,
                                             AnnalsInstant last);
gboolean annals_timeline_view_show_date (AnnalsTimelineView *self, const AnnalsDate *date);
gboolean annals_timeline_view_get_shows_all (AnnalsTimelineView *self);
void annals_timeline_view_reveal_event (AnnalsTimelineView *self, gint event);
void annals_timeline_view_fit (AnnalsTimelineView *self);

void annals_timeline_view_get_lanes (AnnalsTimelineView *self, gchar ***closed, gchar ***hidden);
void annals_timeline_view_set_lanes (AnnalsTimelineView *self,
                                     const gchar *const *closed,
                                     const gchar *const *hidden);
void annals_timeline_view_edit_lane (AnnalsTimelineView *self);
gboolean annals_timeline_view_can_go (AnnalsTimelineView *self, gint step);

/* annals-timeline-links.c */
void annals_timeline_view_get_lanes_rect (AnnalsTimelineView *self, AnnalsRect *rect);
gboolean
annals_timeline_view_get_mark_rect (AnnalsTimelineView *self, gint event, AnnalsRect *rect);
void annals_timeline_view_note_reading_ticks (AnnalsTimelineView *self, gboolean has_ticks);
gboolean annals_timeline_view_get_event_x (AnnalsTimelineView *self,
                                           gint event,
                                           gdouble stretch[2],
                                           gdouble *x_px);

G_END_DECLS
