/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "annals-export-dialog.h"
#include "annals-settings.h"

G_BEGIN_DECLS

#define ANNALS_TYPE_PREFERENCES (annals_preferences_get_type ())
G_DECLARE_FINAL_TYPE (AnnalsPreferences, annals_preferences, ANNALS, PREFERENCES, AdwWindow)

/**
 * AnnalsPreferences:
 *
 * The window of preferences. What is changed in it is changed in the settings at once, and the
 * other way round.
 */
AnnalsPreferences *annals_preferences_new (AnnalsSettings *settings);

void annals_preferences_get_export_defaults (AnnalsSettings *settings,
                                             AnnalsExportDefaults *defaults);

G_END_DECLS
