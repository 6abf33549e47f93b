/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "annals-timeline-view.h"

G_BEGIN_DECLS

#define ANNALS_TYPE_GO_TO_DATE (annals_go_to_date_get_type ())
G_DECLARE_FINAL_TYPE (AnnalsGoToDate, annals_go_to_date, ANNALS, GO_TO_DATE, AdwWindow)

/**
 * AnnalsGoToDate:
 *
 * Asks for a date, and has a timeline show it.
 *
 * Signal `gone`: the timeline shows it; the window is about to close.
 */
GtkWindow *annals_go_to_date_new (GtkWindow *window, AnnalsTimelineView *timeline);

G_END_DECLS
