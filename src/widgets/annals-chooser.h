/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AnnalsChooserFunc:
 * @file: (nullable): what was chosen, or %NULL when nothing was
 * @user_data: what was passed along
 *
 * Called once when a file chooser is closed.
 */
typedef void (*AnnalsChooserFunc) (GFile *file, gpointer user_data);

gchar *annals_chooser_dup_whole_name (const gchar *name, const gchar *const *extensions);
GListModel *annals_chooser_create_filters (gboolean texts_only);
void annals_chooser_open (GtkWindow *parent,
                          const gchar *title,
                          gboolean texts_only,
                          AnnalsChooserFunc func,
                          gpointer user_data);
void annals_chooser_save (GtkWindow *parent,
                          const gchar *title,
                          const gchar *name,
                          const gchar *const *extensions,
                          AnnalsChooserFunc func,
                          gpointer user_data);

G_END_DECLS
