/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GMenuModel *annals_menu_new (void);
void annals_menu_relabel (GMenuModel *menu, const gchar *action, const gchar *label);

G_END_DECLS
