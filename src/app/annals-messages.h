/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ANNALS_TYPE_MESSAGES (annals_messages_get_type ())
G_DECLARE_FINAL_TYPE (AnnalsMessages, annals_messages, ANNALS, MESSAGES, GtkWidget)

/**
 * AnnalsMessages:
 *
 * What a window says in passing, above its lower edge. Notes go by themselves and give way to the
 * next one; failures stay until they are read and put away, or are no longer so.
 */
GtkWidget *annals_messages_new (void);

void annals_messages_note (AnnalsMessages *self, const gchar *message);
void annals_messages_offer (AnnalsMessages *self,
                            const gchar *message,
                            const gchar *button_label,
                            const gchar *action_name,
                            GVariant *target);
void annals_messages_fail (AnnalsMessages *self, const gchar *heading, const gchar *message);
void annals_messages_withdraw (AnnalsMessages *self, const gchar *heading);

G_END_DECLS
