/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "annals-actions.h"
#include "annals-shortcuts.h"

/* The shortcuts window, from the table of actions. GTK 4.8 builds one from XML only. */

static void
append_shortcut (GString *xml, const AnnalsActionInfo *info)
{
  g_autofree gchar *joined = NULL;
  g_autofree gchar *keys = NULL;
  g_autofree gchar *title = g_markup_escape_text (annals_actions_get_title (info), -1);
  const gchar *list[ANNALS_MAX_KEYS + 1] = { NULL };

  /* Of the keys that do the same, the first is the one to learn. */
  for (guint i = 0; i < (info->name != NULL ? 1 : ANNALS_MAX_KEYS); i++)
    list[i] = info->keys[i];
  joined = g_strjoinv (" ", (gchar **) list);
  keys = g_markup_escape_text (joined, -1);

  g_string_append_printf (xml,
                          "<child><object class='GtkShortcutsShortcut'>"
                          "<property name='title'>%s</property>"
                          "<property name='accelerator'>%s</property>"
                          "</object></child>",
                          title, keys);
}

static void
append_groups (GString *xml)
{
  guint n_actions = 0;
  const AnnalsActionInfo *table = annals_action_table_get (&n_actions);

  for (guint i = 0; i < n_actions; i++)
    {
      gboolean first = i == 0 || g_strcmp0 (table[i].group, table[i - 1].group) != 0;
      gboolean last = i + 1 == n_actions || g_strcmp0 (table[i].group, table[i + 1].group) != 0;
      g_autofree gchar *group = g_markup_escape_text (
          g_dpgettext2 (GETTEXT_PACKAGE, "shortcuts", table[i].group), -1);

      if (first)
        g_string_append_printf (xml,
                                "<child><object class='GtkShortcutsGroup'>"
                                "<property name='title'>%s</property>",
                                group);
      if (table[i].keys[0] != NULL)
        append_shortcut (xml, &table[i]);
      if (last)
        g_string_append (xml, "</object></child>");
    }
}

/**
 * annals_shortcuts_new:
 *
 * Returns: (transfer none): a new window that lists every key; it is its own owner, as all windows
 */
GtkShortcutsWindow *
annals_shortcuts_new (void)
{
  g_autoptr (GtkBuilder) builder = NULL;
  g_autoptr (GString) xml = g_string_new ("<interface><object class='GtkShortcutsWindow' id='w'>"
                                          "<property name='modal'>1</property>"
                                          "<child><object class='GtkShortcutsSection'>"
                                          "<property name='section-name'>all</property>"
                                          "<property name='max-height'>14</property>");

  append_groups (xml);
  g_string_append (xml, "</object></child></object></interface>");
  builder = gtk_builder_new_from_string (xml->str, (gssize) xml->len);

  return GTK_SHORTCUTS_WINDOW (gtk_builder_get_object (builder, "w"));
}
