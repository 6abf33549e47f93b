/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "annals-export-choices.h"

G_BEGIN_DECLS

#define ANNALS_TYPE_EXPORT_DIALOG (annals_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (AnnalsExportDialog, annals_export_dialog, ANNALS, EXPORT_DIALOG, AdwWindow)

/**
 * AnnalsExportDialog:
 *
 * Asks how the picture is to look, beside the picture itself, and where to put it, and writes it. A
 * failure is said in the dialog, which stays.
 *
 * Signal `saved` (#GFile): the picture was written; the dialog is about to close.
 */
GtkWidget *annals_export_dialog_new (GtkWindow *parent,
                                     AnnalsDocument *document,
                                     AnnalsExportChoices *choices);

void annals_export_dialog_offer_dates (AnnalsExportDialog *self, const gchar *dates);
const AnnalsExportDefaults *annals_export_dialog_get_defaults (AnnalsExportDialog *self);
void annals_export_dialog_save_to (AnnalsExportDialog *self, GFile *file);

G_END_DECLS
