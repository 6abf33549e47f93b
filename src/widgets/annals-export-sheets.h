/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "annals-export-choices.h"

G_BEGIN_DECLS

/**
 * AnnalsExportSheets:
 *
 * All pages of an export: the timeline, and after it the evidence where that is asked for. It
 * belongs to one thread at a time.
 */
typedef struct _AnnalsExportSheets AnnalsExportSheets;

AnnalsExportSheets *annals_export_sheets_new (AnnalsExportOrder *order, GError **error);
void annals_export_sheets_free (AnnalsExportSheets *sheets);

guint annals_export_sheets_get_n (const AnnalsExportSheets *sheets);
gdouble annals_export_sheets_get_text_scale (const AnnalsExportSheets *sheets);
void annals_export_sheets_get_size (const AnnalsExportSheets *sheets,
                                    guint page,
                                    gdouble *width_px,
                                    gdouble *height_px);
void annals_export_sheets_draw (AnnalsExportSheets *sheets, guint page, cairo_t *cr);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnnalsExportSheets, annals_export_sheets_free)

G_END_DECLS
