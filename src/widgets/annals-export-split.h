/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ANNALS_TYPE_EXPORT_SPLIT (annals_export_split_get_type ())
G_DECLARE_FINAL_TYPE (AnnalsExportSplit, annals_export_split, ANNALS, EXPORT_SPLIT, GtkWidget)

/**
 * AnnalsExportSplit:
 *
 * Sets a picture and the form that changes it side by side, or one above the other where it is
 * narrow. Its two children are in this order.
 */
GtkWidget *annals_export_split_new (GtkWidget *picture, GtkWidget *form);

G_END_DECLS
