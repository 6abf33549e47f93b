/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "annals-export-canvas.h"

G_BEGIN_DECLS

#define ANNALS_TYPE_EXPORT_PREVIEW (annals_export_preview_get_type ())
G_DECLARE_FINAL_TYPE (AnnalsExportPreview, annals_export_preview, ANNALS, EXPORT_PREVIEW, GtkWidget)

/**
 * AnnalsExportPreview:
 *
 * An export reduced, page by page, with its size in words below, or why there is none.
 *
 * Property `ready` (boolean): whether it can be exported, as far as is known; after something was
 * wrong, only once it is seen that it no longer is.
 */
GtkWidget *annals_export_preview_new (void);

void annals_export_preview_set_order (AnnalsExportPreview *self, AnnalsExportOrder *order);
void annals_export_preview_set_problem (AnnalsExportPreview *self, const gchar *message);
gboolean annals_export_preview_is_ready (AnnalsExportPreview *self);
const gchar *annals_export_preview_get_problem (AnnalsExportPreview *self);
AnnalsExportCanvas *annals_export_preview_get_canvas (AnnalsExportPreview *self);

gchar *annals_export_preview_dup_caption (const AnnalsExportOrder *order,
                                          gdouble width_px,
                                          gdouble height_px);

G_END_DECLS
