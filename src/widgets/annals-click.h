/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void annals_click_watch_buttons (void);
void annals_click_outlive_tooltips (GtkGestureClick *click);

G_END_DECLS
