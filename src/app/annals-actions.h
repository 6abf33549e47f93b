/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "annals-action-table.h"

G_BEGIN_DECLS

void annals_actions_set_accels (GtkApplication *application);
void annals_actions_add_keys (GtkWidget *window);

gchar *annals_actions_dup_key_label (const AnnalsActionInfo *info);
const gchar *annals_actions_get_title (const AnnalsActionInfo *info);

G_END_DECLS
