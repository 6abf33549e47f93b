/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean annals_panes_step (GtkWindow *window, gint step);
gboolean annals_panes_focus (GtkWidget *pane);

G_END_DECLS
