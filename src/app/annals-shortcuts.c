/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "annals-actions.h"
#include "annals-shortcuts.h"

/* The shortcuts window, from the table of actions: one list, in the table's order, that also fits
 * into a small window. */

#define WIDTH_PX 520
#define HEIGHT_PX 620

/* Keys that GTK has no words for are written as it calls them. */
static void
mend_labels (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    {
      g_auto (GStrv) parts = g_strsplit (gtk_label_get_label (GTK_LABEL (widget)), "_", -1);
      g_autofree gchar *label = g_strjoinv (" ", parts);

      gtk_label_set_label (GTK_LABEL (widget), label);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    mend_labels (child);
}

static GtkWidget *
create_keys (const AnnalsActionInfo *info)
{
  const gchar *list[ANNALS_MAX_KEYS + 1] = { NULL };
  g_autofree gchar *joined = NULL;
  GtkWidget *label = NULL;

  /* Of the keys that do the same, the first is the one to learn. */
  for (guint i = 0; i < (info->name != NULL ? 1 : ANNALS_MAX_KEYS); i++)
    list[i] = info->keys[i];
  joined = g_strjoinv (" ", (gchar **) list);
  label = gtk_shortcut_label_new (joined);
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  gtk_widget_set_direction (label, GTK_TEXT_DIR_LTR);
  mend_labels (label);

  return label;
}

static GtkWidget *
create_row (const AnnalsActionInfo *info)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), annals_actions_get_title (info));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), create_keys (info));

  return row;
}

static AdwPreferencesGroup *
add_group (AdwPreferencesPage *page, const gchar *title)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_preferences_group_set_title (group, g_dpgettext2 (GETTEXT_PACKAGE, "shortcuts", title));
  adw_preferences_page_add (page, group);

  return group;
}

static GtkWidget *
create_page (void)
{
  AdwPreferencesPage *page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  AdwPreferencesGroup *group = NULL;
  const gchar *title = NULL;
  guint n_actions = 0;
  const AnnalsActionInfo *table = annals_action_table_get (&n_actions);

  for (guint i = 0; i < n_actions; i++)
    {
      if (table[i].keys[0] == NULL)
        continue;
      if (g_strcmp0 (table[i].group, title) != 0)
        group = add_group (page, table[i].group);
      title = table[i].group;
      adw_preferences_group_add (group, create_row (&table[i]));
    }

  return GTK_WIDGET (page);
}

static GtkEventController *
create_escape (void)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (controller),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                        gtk_named_action_new ("window.close")));

  return controller;
}

/**
 * annals_shortcuts_new:
 * @above: the window it is to stand above
 *
 * Returns: (transfer none): a new window that lists every key; it is its own owner, as all windows
 */
GtkWindow *
annals_shortcuts_new (GtkWindow *above)
{
  GtkWidget *window = g_object_new (ADW_TYPE_WINDOW, "accessible-role", GTK_ACCESSIBLE_ROLE_WINDOW,
                                    NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *page = create_page ();

  gtk_widget_set_vexpand (page, TRUE);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), page);
  adw_window_set_content (ADW_WINDOW (window), box);
  gtk_window_set_title (GTK_WINDOW (window), _ ("Keyboard Shortcuts"));
  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH_PX, HEIGHT_PX);
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_window_set_transient_for (GTK_WINDOW (window), above);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (window), TRUE);
  gtk_widget_add_controller (window, create_escape ());

  return GTK_WINDOW (window);
}
