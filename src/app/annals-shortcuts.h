/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWindow *annals_shortcuts_new (GtkWindow *above);

G_END_DECLS
