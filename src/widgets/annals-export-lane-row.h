/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "annals-document.h"

G_BEGIN_DECLS

/* Within src/widgets/annals-export-*.c only. */

GtkWidget *annals_export_lane_row_new (const AnnalsLane *lane, gboolean shown, gboolean closed);
GtkCheckButton *annals_export_lane_row_get_shown (GtkWidget *row);
GtkCheckButton *annals_export_lane_row_get_closed (GtkWidget *row);

G_END_DECLS
