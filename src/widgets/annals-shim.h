/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AnnalsShimAnswer:
 *
 * What a person wants to be done with what is not saved.
 */
typedef enum
{
  ANNALS_SHIM_CANCEL,
  ANNALS_SHIM_DISCARD,
  ANNALS_SHIM_SAVE,
} AnnalsShimAnswer;

typedef void (*AnnalsShimAnswerFunc) (AnnalsShimAnswer answer, gpointer user_data);

void annals_shim_show_about (GtkWindow *parent);
void annals_shim_show_message (GtkWindow *parent, const gchar *heading, const gchar *body);
void annals_shim_ask_to_save (GtkWindow *parent,
                              const gchar *heading,
                              const gchar *body,
                              AnnalsShimAnswerFunc func,
                              gpointer user_data);
void annals_shim_show_folder_of (GtkWindow *parent, GFile *file);

G_END_DECLS
