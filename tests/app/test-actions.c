/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>
#include <string.h>

#include "annals-actions.h"
#include "annals-application.h"
#include "annals-menu.h"
#include "annals-settings.h"
#include "annals-window.h"

/* The table of actions against itself, the window, the menu, and the widgets that edit text. */

#define MAX_MAIN_MENU_ITEMS 18

static const AnnalsActionInfo *
get_row (guint i)
{
  guint n_actions = 0;
  const AnnalsActionInfo *table = annals_action_table_get (&n_actions);

  return i < n_actions ? &table[i] : NULL;
}

static const AnnalsActionInfo *
find_row (const gchar *name)
{
  for (guint i = 0; get_row (i) != NULL; i++)
    if (g_strcmp0 (get_row (i)->name, name) == 0)
      return get_row (i);

  return NULL;
}

static void
test_keys (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; get_row (i) != NULL; i++)
    for (guint k = 0; k < ANNALS_MAX_KEYS && get_row (i)->keys[k] != NULL; k++)
      {
        GdkModifierType modifiers = 0;
        guint key = 0;
        g_autofree gchar *name = NULL;

        g_test_message ("%s", get_row (i)->keys[k]);
        g_assert_true (gtk_accelerator_parse (get_row (i)->keys[k], &key, &modifiers));
        name = gtk_accelerator_name (key, modifiers);
        g_assert_false (g_hash_table_contains (seen, name));
        g_hash_table_add (seen, g_steal_pointer (&name));
      }
  g_assert_cmpuint (g_hash_table_size (seen), >, 40);
}

/* Letters and the like must leave entries alone; what has a modifier or is a function key need not.
 */
static void
test_reach (void)
{
  for (guint i = 0; get_row (i) != NULL; i++)
    for (guint k = 0; k < ANNALS_MAX_KEYS && get_row (i)->keys[k] != NULL; k++)
      {
        const gchar *key = get_row (i)->keys[k];
        gboolean function_key = key[0] == 'F' && g_ascii_isdigit (key[1]);

        g_test_message ("%s", key);
        if (get_row (i)->reach == ANNALS_REACH_EVERYWHERE)
          g_assert_true (function_key || strstr (key, "<Control>") != NULL
                         || strstr (key, "<Alt>") != NULL || g_str_has_prefix (key, "<Shift>F"));
      }
}

static void
test_words (void)
{
  g_autoptr (GHashTable) titles = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) groups = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  const gchar *group = NULL;

  for (guint i = 0; get_row (i) != NULL; i++)
    {
      const AnnalsActionInfo *row = get_row (i);

      g_test_message ("%s", row->title);
      g_assert_true (g_hash_table_add (titles, (gpointer) row->title));
      g_assert_true (row->name == NULL || g_hash_table_add (names, (gpointer) row->name));
      g_assert_true (g_str_has_suffix (row->description, "."));
      g_assert_false (g_str_has_suffix (row->title, "."));
      g_assert_true ((row->label == NULL) == (row->menu == ANNALS_MENU_NONE));
      g_assert_true (row->name != NULL || row->keys[0] != NULL);
      if (g_strcmp0 (group, row->group) != 0)
        g_assert_true (g_hash_table_add (groups, (gpointer) row->group));
      group = row->group;
    }
}

static void
test_key_labels (void)
{
  static const struct
  {
    const gchar *key;
    const gchar *label;
  } cases[] = {
    { "<Control>o", "Ctrl+O" },
    { "<Control><Shift>o", "Ctrl+Shift+O" },
    { "<Shift>F6", "Shift+F6" },
    { "<Control>comma", "Ctrl+," },
    { "<Alt>1", "Alt+1" },
    { "Page_Up", "Page Up" },
    { "plus", "+" },
    { "n", "n" },
    { "F11", "F11" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree gchar *label = annals_action_table_dup_key_label (cases[i].key);

      g_assert_cmpstr (label, ==, cases[i].label);
    }
}

/* The menu. */

static gunichar
get_mnemonic (const gchar *label)
{
  const gchar *mark = strchr (label, '_');

  return mark != NULL ? g_unichar_tolower (g_utf8_get_char (mark + 1)) : 0;
}

static guint walk_page (GMenuModel *model, GHashTable *mnemonics, GHashTable *names);

static guint
walk_item (GMenuModel *model, gint i, GHashTable *mnemonics, GHashTable *names)
{
  g_autoptr (GMenuModel) section = g_menu_model_get_item_link (model, i, G_MENU_LINK_SECTION);
  g_autoptr (GMenuModel) submenu = g_menu_model_get_item_link (model, i, G_MENU_LINK_SUBMENU);
  g_autofree gchar *label = NULL;
  g_autofree gchar *name = NULL;
  g_autofree gchar *target = NULL;

  if (section != NULL)
    return walk_page (section, mnemonics, names);

  g_assert_true (g_menu_model_get_item_attribute (model, i, G_MENU_ATTRIBUTE_LABEL, "s", &label));
  g_test_message ("%s", label);
  g_assert_cmpuint (get_mnemonic (label), !=, 0);
  g_assert_true (g_hash_table_add (mnemonics, GUINT_TO_POINTER (get_mnemonic (label))));
  if (submenu != NULL)
    {
      g_autoptr (GHashTable) own = g_hash_table_new (NULL, NULL);

      /* The page begins with what leads back, which is called the same. */
      g_hash_table_add (own, GUINT_TO_POINTER (get_mnemonic (label)));
      walk_page (submenu, own, names);
      return 1;
    }
  g_assert_true (g_menu_model_get_item_attribute (model, i, G_MENU_ATTRIBUTE_ACTION, "s", &name));
  if (g_menu_model_get_item_attribute (model, i, G_MENU_ATTRIBUTE_TARGET, "s", &target))
    g_hash_table_add (names, g_strconcat (name, "::", target, NULL));
  else
    g_assert_true (g_hash_table_add (names, g_steal_pointer (&name)));

  return 1;
}

/* Returns how many items the page has. */
static guint
walk_page (GMenuModel *model, GHashTable *mnemonics, GHashTable *names)
{
  guint n_items = 0;

  for (gint i = 0; i < g_menu_model_get_n_items (model); i++)
    n_items += walk_item (model, i, mnemonics, names);

  return n_items;
}

/* Each page of the menu has a mnemonic for each item, no two the same; it is not a wall. */
static void
test_menu (void)
{
  g_autoptr (GMenuModel) menu = annals_menu_new ();
  g_autoptr (GHashTable) mnemonics = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n_items = walk_page (menu, mnemonics, names);

  g_assert_cmpuint (n_items, >, 8);
  g_assert_cmpuint (n_items, <=, MAX_MAIN_MENU_ITEMS);
  for (guint i = 0; get_row (i) != NULL; i++)
    if (get_row (i)->menu != ANNALS_MENU_NONE)
      g_assert_true (g_hash_table_remove (names, get_row (i)->name));
  g_assert_cmpuint (g_hash_table_size (names), ==, 0);
}

/* The window and the application. */

static void
assert_has_rows (GActionGroup *group, const gchar *prefix)
{
  g_auto (GStrv) names = g_action_group_list_actions (group);

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree gchar *name = g_strconcat (prefix, names[i], NULL);

      g_test_message ("%s", name);
      if (g_action_group_get_action_parameter_type (group, names[i]) == NULL)
        g_assert_nonnull (find_row (name));
    }
}

static void
assert_has_action (GActionGroup *window, GActionGroup *application, const gchar *name)
{
  g_test_message ("%s", name);
  if (g_str_has_prefix (name, "win."))
    {
      g_autofree gchar *bare = g_strndup (name, strcspn (name, ":"));

      g_assert_true (g_action_group_has_action (window, bare + strlen ("win.")));
    }
  else if (g_str_has_prefix (name, "app."))
    g_assert_true (g_action_group_has_action (application, name + strlen ("app.")));
  else
    g_assert_cmpstr (name, ==, "window.close");
}

/* Every row is an action of the window or the application, and every action that needs no further
 * word has a row. */
static void
test_window (void)
{
  g_autoptr (AnnalsApplication) application = annals_application_new ();
  g_autoptr (AnnalsSettings) settings = NULL;
  g_autoptr (AnnalsSession) session = NULL;
  AnnalsWindow *window = NULL;

  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  settings = annals_settings_new ();
  session = annals_session_new (g_get_tmp_dir (), NULL, NULL);
  window = annals_window_new (GTK_APPLICATION (application), settings, session);
  for (guint i = 0; get_row (i) != NULL; i++)
    if (get_row (i)->name != NULL)
      assert_has_action (G_ACTION_GROUP (window), G_ACTION_GROUP (application), get_row (i)->name);
  assert_has_rows (G_ACTION_GROUP (window), "win.");
  assert_has_rows (G_ACTION_GROUP (application), "app.");
  gtk_window_destroy (GTK_WINDOW (window));
}

/* What edits text. */

static void
assert_leaves_key (GListModel *shortcuts, const AnnalsActionInfo *row, GtkShortcutTrigger *trigger)
{
  for (guint i = 0; i < g_list_model_get_n_items (shortcuts); i++)
    {
      g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (shortcuts, i);

      if (gtk_shortcut_trigger_equal (gtk_shortcut_get_trigger (shortcut), trigger))
        g_error ("%s takes a key that edits text", row->name);
    }
}

/* Returns how many keys of the widget were looked at. */
static guint
check_row (GtkWidget *widget, const AnnalsActionInfo *row)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  guint n_seen = 0;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_SHORTCUT_CONTROLLER (controller))
        continue;
      n_seen += g_list_model_get_n_items (G_LIST_MODEL (controller));
      for (guint k = 0; k < ANNALS_MAX_KEYS && row->keys[k] != NULL; k++)
        {
          g_autoptr (GtkShortcutTrigger) trigger = gtk_shortcut_trigger_parse_string (row->keys[k]);

          assert_leaves_key (G_LIST_MODEL (controller), row, trigger);
        }
    }

  return n_seen;
}

/* Keys that work everywhere are none that text knows. */
static void
test_editing (void)
{
  GtkWidget *widgets[] = { gtk_text_new (), gtk_text_view_new () };

  for (guint w = 0; w < G_N_ELEMENTS (widgets); w++)
    {
      g_object_ref_sink (widgets[w]);
      for (guint i = 0; get_row (i) != NULL; i++)
        if (get_row (i)->reach == ANNALS_REACH_EVERYWHERE)
          g_assert_cmpuint (check_row (widgets[w], get_row (i)), >, 20);
      g_object_unref (widgets[w]);
    }
}

int
main (int argc, char **argv)
{
  g_setenv ("GSETTINGS_SCHEMA_DIR", ANNALS_TEST_SCHEMADIR, TRUE);
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/app/actions/keys", test_keys);
  g_test_add_func ("/app/actions/reach", test_reach);
  g_test_add_func ("/app/actions/words", test_words);
  g_test_add_func ("/app/actions/key-labels", test_key_labels);
  g_test_add_func ("/app/actions/menu", test_menu);
  g_test_add_func ("/app/actions/window", test_window);
  g_test_add_func ("/app/actions/editing", test_editing);

  return g_test_run ();
}
