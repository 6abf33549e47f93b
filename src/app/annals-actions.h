/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ANNALS_MAX_KEYS 4

/**
 * AnnalsActionInfo:
 * @group: the group it stands in among the shortcuts, to be translated
 * @title: what it does, to be translated
 * @name: the action's full name; %NULL for keys that a widget handles itself
 * @keys: its keys as gtk_accelerator_parse() reads them
 * @plain: whether the keys are letters and the like, which must not be taken from a text entry
 *
 * One row of the table that drives the accelerators and the shortcuts window.
 */
typedef struct
{
  const gchar *group;
  const gchar *title;
  const gchar *name;
  const gchar *keys[ANNALS_MAX_KEYS];
  gboolean plain;
} AnnalsActionInfo;

const AnnalsActionInfo *annals_actions_get_table (guint *n_actions);
void annals_actions_set_accels (GtkApplication *application);
GtkEventController *annals_actions_new_plain_keys (void);

G_END_DECLS
