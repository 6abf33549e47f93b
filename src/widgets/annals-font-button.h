/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AnnalsFontFunc:
 * @family: the family that was chosen
 * @user_data: what was passed along
 *
 * Called when a person has chosen a font.
 */
typedef void (*AnnalsFontFunc) (const gchar *family, gpointer user_data);

GtkWidget *annals_font_button_new (const gchar *title, AnnalsFontFunc chosen, gpointer user_data);
void annals_font_button_set_family (GtkWidget *button, const gchar *family);
gchar *annals_font_button_dup_family (GtkWidget *button);

G_END_DECLS
