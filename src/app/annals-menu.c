/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "annals-action-table.h"
#include "annals-menu.h"

/* The main menu, from the table of actions. What is needed often stands in it, the rest in its
 * submenus, so that it stays short. */

typedef struct
{
  AnnalsMenuSection after; /* the section it ends; its items follow those of the actions there */
  const gchar *label;
  AnnalsMenuSection first;
  AnnalsMenuSection last;
} Submenu;

static const Submenu submenus[] = {
  { ANNALS_MENU_OPEN, NC_ ("menu", "Open O_ther"), ANNALS_MENU_OTHER, ANNALS_MENU_OTHER },
  { ANNALS_MENU_SHARE, NC_ ("menu", "Cop_y and Paste"), ANNALS_MENU_COPY, ANNALS_MENU_PASTE },
  { ANNALS_MENU_FIND, NC_ ("menu", "_Go"), ANNALS_MENU_GO_MATCH, ANNALS_MENU_GO_DATE },
  { ANNALS_MENU_FIND, NC_ ("menu", "_View"), ANNALS_MENU_ZOOM, ANNALS_MENU_SCREEN },
};

/* Parts of a submenu that are submenus themselves. */
static const struct
{
  AnnalsMenuSection section;
  const gchar *label;
} parts[] = {
  { ANNALS_MENU_RANGE, NC_ ("menu", "Ran_ge of Time") },
  { ANNALS_MENU_LANES, NC_ ("menu", "Lane_s") },
  { ANNALS_MENU_CALENDAR, NC_ ("menu", "Secon_d Calendar") },
};

static const gchar *
translate (const gchar *label)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "menu", label);
}

/* Keys that are no accelerators of the application are not found by the menu itself. */
static void
append_action (GMenu *section, const AnnalsActionInfo *info)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (translate (info->label), info->name);

  /* The name may have a target, which makes the item one of several to choose from. */
  if (info->reach != ANNALS_REACH_EVERYWHERE && info->keys[0] != NULL)
    g_menu_item_set_attribute (item, "accel", "s", info->keys[0]);
  g_menu_append_item (section, item);
}

static GMenu *
create_section (AnnalsMenuSection which)
{
  GMenu *section = g_menu_new ();
  guint n_actions = 0;
  const AnnalsActionInfo *table = annals_action_table_get (&n_actions);

  for (guint i = 0; i < n_actions; i++)
    if (table[i].menu == which)
      append_action (section, &table[i]);

  return section;
}

/* Some parts have a menu of their own. */
static void
append_part (GMenu *menu, AnnalsMenuSection part)
{
  g_autoptr (GMenu) items = create_section (part);
  g_autoptr (GMenu) section = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i].section == part)
      {
        g_menu_append_submenu (section, translate (parts[i].label), G_MENU_MODEL (items));
        g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
        return;
      }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (items));
}

static void
append_submenus (GMenu *section, AnnalsMenuSection which)
{
  for (guint i = 0; i < G_N_ELEMENTS (submenus); i++)
    {
      g_autoptr (GMenu) submenu = g_menu_new ();

      if (submenus[i].after != which)
        continue;
      for (AnnalsMenuSection part = submenus[i].first; part <= submenus[i].last; part++)
        append_part (submenu, part);
      g_menu_append_submenu (section, translate (submenus[i].label), G_MENU_MODEL (submenu));
    }
}

/**
 * annals_menu_new:
 *
 * Returns: (transfer full): the main menu
 */
GMenuModel *
annals_menu_new (void)
{
  GMenu *menu = g_menu_new ();

  for (AnnalsMenuSection which = ANNALS_MENU_OPEN; which < ANNALS_MENU_OTHER; which++)
    {
      g_autoptr (GMenu) section = create_section (which);

      append_submenus (section, which);
      g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
    }

  return G_MENU_MODEL (menu);
}

/* Items of a menu cannot be changed, so another one takes the place. */
static void
replace_item (GMenu *menu, gint index, const gchar *label)
{
  g_autoptr (GMenuItem) item = g_menu_item_new_from_model (G_MENU_MODEL (menu), index);

  g_menu_item_set_label (item, label);
  g_menu_remove (menu, index);
  g_menu_insert_item (menu, index, item);
}

/**
 * annals_menu_relabel:
 * @menu: the main menu
 * @action: full name of an action in it
 * @label: what its item is to say
 *
 * Gives an item another label.
 */
void
annals_menu_relabel (GMenuModel *menu, const gchar *action, const gchar *label)
{
  static const gchar *const links[] = { G_MENU_LINK_SECTION, G_MENU_LINK_SUBMENU };

  g_return_if_fail (G_IS_MENU_MODEL (menu));

  for (gint i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autofree gchar *name = NULL;
      g_autofree gchar *now = NULL;

      for (guint j = 0; j < G_N_ELEMENTS (links); j++)
        {
          g_autoptr (GMenuModel) inner = g_menu_model_get_item_link (menu, i, links[j]);

          if (inner != NULL)
            annals_menu_relabel (inner, action, label);
        }
      if (g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_ACTION, "s", &name)
          && g_str_equal (name, action)
          && g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_LABEL, "s", &now)
          && !g_str_equal (now, label))
        replace_item (G_MENU (menu), i, label);
    }
}
