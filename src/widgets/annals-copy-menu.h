/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AnnalsCopyMenuFunc:
 * @widget: the widget whose menu is asked for
 * @at: (inout): where the pointer is, in @widget; all of the widget when the keys asked for it.
 *   What is set here is what the menu points to
 * @by_keys: whether the keys asked for it
 *
 * Selects what the menu is about.
 *
 * Returns: whether there is anything to copy there
 */
typedef gboolean (*AnnalsCopyMenuFunc) (GtkWidget *widget, GdkRectangle *at, gboolean by_keys);

void annals_copy_menu_attach (GtkWidget *widget, AnnalsCopyMenuFunc func);

G_END_DECLS
