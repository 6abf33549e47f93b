/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "annals-session.h"

G_BEGIN_DECLS

#define ANNALS_TYPE_WINDOW (annals_window_get_type ())
G_DECLARE_FINAL_TYPE (AnnalsWindow, annals_window, ANNALS, WINDOW, AdwApplicationWindow)

/**
 * AnnalsWindow:
 *
 * The window: one document, its panes, and the actions on them.
 */
AnnalsWindow *
annals_window_new (GtkApplication *application, AnnalsSettings *settings, AnnalsSession *session);

void annals_window_open (AnnalsWindow *self, GFile *file);
void annals_window_open_files (AnnalsWindow *self, GFile **files, guint n_files);
void annals_window_say (AnnalsWindow *self, const gchar *heading, const gchar *message);

void annals_window_restore (AnnalsWindow *self, const AnnalsSessionEntry *entry);
AnnalsSessionEntry *annals_window_create_entry (AnnalsWindow *self);
void annals_window_apply_entry (AnnalsWindow *self, const AnnalsSessionEntry *entry);
void annals_window_remember_view (AnnalsWindow *self);
void annals_window_copy_size (AnnalsWindow *self, AnnalsWindow *other);
gboolean annals_window_is_busy (AnnalsWindow *self);

G_END_DECLS
