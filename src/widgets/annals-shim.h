/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void annals_shim_show_about (GtkWindow *parent);
void annals_shim_show_message (GtkWindow *parent, const gchar *heading, const gchar *body);
void annals_shim_show_folder_of (GtkWindow *parent, GFile *file);

G_END_DECLS
