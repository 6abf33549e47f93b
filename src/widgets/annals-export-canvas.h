/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "annals-export-choices.h"

G_BEGIN_DECLS

#define ANNALS_TYPE_EXPORT_CANVAS (annals_export_canvas_get_type ())
G_DECLARE_FINAL_TYPE (AnnalsExportCanvas, annals_export_canvas, ANNALS, EXPORT_CANVAS, GtkWidget)

/**
 * AnnalsExportCanvas:
 *
 * A page of an export, reduced to the room there is. It is laid out and drawn in a thread; until
 * that is done the page before stays.
 *
 * Signal `rendered`: what the getters return is that of the order that was set last.
 */
GtkWidget *annals_export_canvas_new (void);

void annals_export_canvas_set_order (AnnalsExportCanvas *self, AnnalsExportOrder *order);
AnnalsExportOrder *annals_export_canvas_get_order (AnnalsExportCanvas *self);
void annals_export_canvas_set_page (AnnalsExportCanvas *self, guint page);
guint annals_export_canvas_get_page (AnnalsExportCanvas *self);

gboolean annals_export_canvas_is_busy (AnnalsExportCanvas *self);
const GError *annals_export_canvas_get_error (AnnalsExportCanvas *self);
guint annals_export_canvas_get_n_pages (AnnalsExportCanvas *self);
gdouble annals_export_canvas_get_text_scale (AnnalsExportCanvas *self);
void
annals_export_canvas_get_size (AnnalsExportCanvas *self, gdouble *width_px, gdouble *height_px);

G_END_DECLS
