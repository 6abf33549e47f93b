/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "annals-actions.h"

/*
 * The keys of the table of actions, bound. There are three kinds: accelerators of the application
 * come first of all; those that editing text knows too leave a text that is edited alone; and
 * letters come last, so that a letter typed into an entry stays a letter.
 */

static GtkWidget *
get_focus (GtkWidget *widget)
{
  return gtk_root_get_focus (gtk_widget_get_root (widget));
}

/* Whether the keys edit a text now, or belong to what has popped up. */
static gboolean
keys_are_taken (GtkWidget *focus)
{
  if (focus == NULL)
    return FALSE;
  if (gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) != NULL)
    return TRUE;
  if (GTK_IS_EDITABLE (focus))
    return gtk_editable_get_editable (GTK_EDITABLE (focus));

  return GTK_IS_TEXT_VIEW (focus) && gtk_text_view_get_editable (GTK_TEXT_VIEW (focus));
}

static gboolean
activate_unless_editing_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  const AnnalsActionInfo *info = user_data;

  if (keys_are_taken (get_focus (widget)))
    return FALSE;

  return gtk_widget_activate_action (widget, info->name, NULL);
}

static GtkShortcutAction *
create_action (const AnnalsActionInfo *info)
{
  if (info->reach == ANNALS_REACH_UNLESS_EDITING)
    return gtk_callback_action_new (activate_unless_editing_cb, (gpointer) info, NULL);

  return gtk_named_action_new (info->name);
}

static GtkEventController *
create_controller (AnnalsKeyReach reach, GtkPropagationPhase phase)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();
  guint n_actions = 0;
  const AnnalsActionInfo *table = annals_action_table_get (&n_actions);

  gtk_event_controller_set_propagation_phase (controller, phase);
  for (guint i = 0; i < n_actions; i++)
    for (guint k = 0; k < ANNALS_MAX_KEYS && table[i].keys[k] != NULL; k++)
      if (table[i].name != NULL && table[i].reach == reach)
        gtk_shortcut_controller_add_shortcut (
            GTK_SHORTCUT_CONTROLLER (controller),
            gtk_shortcut_new (gtk_shortcut_trigger_parse_string (table[i].keys[k]),
                              create_action (&table[i])));

  return controller;
}

/**
 * annals_actions_set_accels:
 * @application: the application
 *
 * Sets the keys that work wherever the focus is.
 */
void
annals_actions_set_accels (GtkApplication *application)
{
  guint n_actions = 0;
  const AnnalsActionInfo *table = annals_action_table_get (&n_actions);

  for (guint i = 0; i < n_actions; i++)
    {
      const gchar *keys[ANNALS_MAX_KEYS + 1] = { NULL };

      if (table[i].name == NULL || table[i].reach != ANNALS_REACH_EVERYWHERE)
        continue;
      for (guint k = 0; k < ANNALS_MAX_KEYS; k++)
        keys[k] = table[i].keys[k];
      gtk_application_set_accels_for_action (application, table[i].name, keys);
    }
}

/**
 * annals_actions_add_keys:
 * @window: a window
 *
 * Adds to a window the keys of the actions that are not accelerators of the application.
 */
void
annals_actions_add_keys (GtkWidget *window)
{
  g_return_if_fail (GTK_IS_WIDGET (window));

  gtk_widget_add_controller (window,
                             create_controller (ANNALS_REACH_UNLESS_EDITING, GTK_PHASE_CAPTURE));
  gtk_widget_add_controller (window, create_controller (ANNALS_REACH_UNCLAIMED, GTK_PHASE_BUBBLE));
}

/**
 * annals_actions_dup_key_label:
 * @info: a row of the table
 *
 * Returns: (transfer full) (nullable): what stands on the first of its keys, as the desktop writes
 *     it; %NULL when there is none
 */
gchar *
annals_actions_dup_key_label (const AnnalsActionInfo *info)
{
  GdkModifierType modifiers = 0;
  guint key = 0;

  g_return_val_if_fail (info != NULL, NULL);

  if (info->keys[0] == NULL || !gtk_accelerator_parse (info->keys[0], &key, &modifiers))
    return NULL;

  return gtk_accelerator_get_label (key, modifiers);
}

/**
 * annals_actions_get_title:
 * @info: a row of the table
 *
 * Returns: (transfer none): what it does, in the language of the user
 */
const gchar *
annals_actions_get_title (const AnnalsActionInfo *info)
{
  g_return_val_if_fail (info != NULL, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "shortcuts", info->title);
}
