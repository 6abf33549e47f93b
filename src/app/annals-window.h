/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "annals-settings.h"

G_BEGIN_DECLS

#define ANNALS_TYPE_WINDOW (annals_window_get_type ())
G_DECLARE_FINAL_TYPE (AnnalsWindow, annals_window, ANNALS, WINDOW, AdwApplicationWindow)

/**
 * AnnalsWindow:
 *
 * The window: one document, its panes, and the actions on them.
 */
AnnalsWindow *annals_window_new (GtkApplication *application, AnnalsSettings *settings);

void annals_window_open (AnnalsWindow *self, GFile *file);

G_END_DECLS
