/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GFile *annals_help_find_manual (void);
gchar *annals_help_dup_way (GFile *manual);
void annals_help_show (GtkWindow *parent);

G_END_DECLS
