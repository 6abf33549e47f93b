/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void annals_focus_return_after (GtkPopover *popover);

void annals_focus_return_after_menu (GtkMenuButton *button);

G_END_DECLS
