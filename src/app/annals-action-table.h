/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define ANNALS_MAX_KEYS 4

/**
 * AnnalsKeyReach:
 * @ANNALS_REACH_EVERYWHERE: the keys work wherever the focus is
 * @ANNALS_REACH_UNLESS_EDITING: they work but where text can be edited, which knows them too
 * @ANNALS_REACH_UNCLAIMED: letters and the like: they work where what has the focus leaves them
 *
 * How far the keys of an action reach.
 */
typedef enum
{
  ANNALS_REACH_EVERYWHERE,
  ANNALS_REACH_UNLESS_EDITING,
  ANNALS_REACH_UNCLAIMED,
} AnnalsKeyReach;

/**
 * AnnalsMenuSection:
 *
 * Where in the main menu an action stands. Sections from %ANNALS_MENU_OTHER on are those of its
 * submenus.
 */
typedef enum
{
  ANNALS_MENU_NONE,
  ANNALS_MENU_OPEN,
  ANNALS_MENU_SAVE,
  ANNALS_MENU_EDIT,
  ANNALS_MENU_SHARE,
  ANNALS_MENU_FIND,
  ANNALS_MENU_HELP,
  ANNALS_MENU_OTHER,
  ANNALS_MENU_COPY,
  ANNALS_MENU_PASTE,
  ANNALS_MENU_GO_MATCH,
  ANNALS_MENU_GO_EVENT,
  ANNALS_MENU_GO_PASSAGE,
  ANNALS_MENU_GO_VIEW,
  ANNALS_MENU_GO_DATE,
  ANNALS_MENU_ZOOM,
  ANNALS_MENU_RANGE,
  ANNALS_MENU_LANES,
  ANNALS_MENU_CALENDAR,
  ANNALS_MENU_LINKS,
  ANNALS_MENU_ASIDE,
  ANNALS_MENU_SCREEN,
  ANNALS_N_MENU_SECTIONS,
} AnnalsMenuSection;

/**
 * AnnalsActionInfo:
 * @group: the group it stands in among the shortcuts, to be translated (context "shortcuts")
 * @title: what it does, to be translated (context "shortcuts")
 * @label: its name in the menu with its mnemonic, to be translated (context "menu"); %NULL for what
 *     is not in the menu
 * @menu: where in the menu it stands
 * @name: the action's full name, with its target if it has one (`win.second-calendar::hebrew`);
 * %NULL for keys that a widget handles itself
 * @keys: its keys as gtk_accelerator_parse() reads them, the one to learn first; may be none
 * @reach: where the keys work
 * @description: a sentence for the manual, to be translated (context "manual")
 *
 * One row of the table that drives accelerators, shortcuts window, menus, command search and
 * manual.
 */
typedef struct
{
  const gchar *group;
  const gchar *title;
  const gchar *label;
  AnnalsMenuSection menu;
  const gchar *name;
  const gchar *keys[ANNALS_MAX_KEYS];
  AnnalsKeyReach reach;
  const gchar *description;
} AnnalsActionInfo;

const AnnalsActionInfo *annals_action_table_get (guint *n_actions);
gchar *annals_action_table_dup_key_label (const gchar *key);

G_END_DECLS
