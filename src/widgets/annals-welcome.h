/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ANNALS_TYPE_WELCOME (annals_welcome_get_type ())
G_DECLARE_FINAL_TYPE (AnnalsWelcome, annals_welcome, ANNALS, WELCOME, GtkWidget)

/**
 * AnnalsWelcome:
 *
 * What an empty window shows: what Annals is for, and three ways to begin. Its buttons activate
 * `win.open`, `win.paste` and `win.open-bundled`. It takes the place of the panes, and the focus
 * given to it goes to the first button.
 */
GtkWidget *annals_welcome_new (void);

G_END_DECLS
