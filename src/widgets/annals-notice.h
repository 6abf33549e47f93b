/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ANNALS_TYPE_NOTICE (annals_notice_get_type ())
G_DECLARE_FINAL_TYPE (AnnalsNotice, annals_notice, ANNALS, NOTICE, GtkWidget)

/**
 * AnnalsNotice:
 *
 * A strip above a pane that says something in a sentence and offers one thing to do about it.
 */
GtkWidget *annals_notice_new (void);

void annals_notice_set_message (AnnalsNotice *self,
                                const gchar *message,
                                const gchar *button_label,
                                const gchar *action_name);
void annals_notice_set_fraction (AnnalsNotice *self, gdouble fraction);
void annals_notice_set_revealed (AnnalsNotice *self, gboolean revealed);

G_END_DECLS
