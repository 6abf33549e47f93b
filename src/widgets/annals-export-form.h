/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "annals-export-choices.h"

G_BEGIN_DECLS

#define ANNALS_TYPE_EXPORT_FORM (annals_export_form_get_type ())
G_DECLARE_FINAL_TYPE (AnnalsExportForm, annals_export_form, ANNALS, EXPORT_FORM, GtkWidget)

/**
 * AnnalsExportForm:
 *
 * The rows in which an export is chosen. Only those that matter for what is chosen are there.
 *
 * Signal `changed`: annals_export_form_get_choices() has others.
 */
GtkWidget *annals_export_form_new (void);

void annals_export_form_begin (AnnalsExportForm *self,
                               AnnalsDocument *document,
                               AnnalsExportChoices *choices,
                               gboolean printing);
const AnnalsExportChoices *annals_export_form_get_choices (AnnalsExportForm *self);
void annals_export_form_set_format (AnnalsExportForm *self, AnnalsExportFormat format);
void annals_export_form_offer_dates (AnnalsExportForm *self, const gchar *dates);

G_END_DECLS
