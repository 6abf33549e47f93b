/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void annals_touch_watch (GtkWidget *window);
gboolean annals_touch_is_present (GtkWidget *widget);
void annals_touch_connect (GtkWidget *widget, GCallback changed);
gboolean annals_touch_is_finger (GtkGesture *gesture);

G_END_DECLS
