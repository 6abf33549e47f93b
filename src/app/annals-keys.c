/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <stdio.h>
#include <string.h>

#include "annals-action-table.h"

/* Prints the keys of the table of actions as a part of the manual page, while the program is
 * built: annals-keys --man. */

static void
append_roff (GString *line, const gchar *text)
{
  for (const gchar *c = text; *c != '\0'; c++)
    if (*c == '\\' || *c == '-')
      g_string_append_printf (line, "\\%s", *c == '-' ? "-" : "e");
    else
      g_string_append_c (line, *c);
}

/* A key of the number pad is called as the one it stands for, which is named already. */
static gboolean
is_named_before (const AnnalsActionInfo *info, guint n_before, const gchar *label)
{
  for (guint i = 0; i < n_before; i++)
    {
      g_autofree gchar *before = annals_action_table_dup_key_label (info->keys[i]);

      if (g_strcmp0 (label, before) == 0)
        return TRUE;
    }

  return FALSE;
}

static void
append_keys (GString *line, const AnnalsActionInfo *info)
{
  for (guint i = 0; i < ANNALS_MAX_KEYS && info->keys[i] != NULL; i++)
    {
      g_autofree gchar *label = annals_action_table_dup_key_label (info->keys[i]);

      if (is_named_before (info, i, label))
        continue;
      g_string_append (line, i > 0 ? ", \\fB" : "\\fB");
      append_roff (line, label);
      g_string_append (line, "\\fR");
    }
}

static void
print_keys (void)
{
  guint n_actions = 0;
  const AnnalsActionInfo *table = annals_action_table_get (&n_actions);
  const gchar *group = NULL;

  for (guint i = 0; i < n_actions; i++)
    {
      g_autoptr (GString) entry = g_string_new (NULL);

      if (table[i].keys[0] == NULL)
        continue;
      if (g_strcmp0 (group, table[i].group) != 0)
        g_string_append_printf (entry, ".SS %s\n", table[i].group);
      group = table[i].group;
      g_string_append (entry, ".TP\n");
      append_keys (entry, &table[i]);
      g_string_append_c (entry, '\n');
      append_roff (entry, table[i].description);
      puts (entry->str);
    }
}

int
main (int argc, char **argv)
{
  if (argc != 2 || strcmp (argv[1], "--man") != 0)
    {
      fprintf (stderr, "Usage: annals-keys --man\n");
      return 1;
    }
  print_keys ();

  return 0;
}
