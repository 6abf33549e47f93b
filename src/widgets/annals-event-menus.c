/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "annals-event-menus.h"

/*
 * Sorting and filtering as actions: `events.sort`, `events.lane`, `events.status` and
 * `events.standing` are choices (for the last three an empty string stands for any),
 * `events.without-passages` and `events.lost-passages` are switches. Their states are read from the
 * model, so that all of them agree whatever was changed.
 */

#define ANY ""

typedef struct
{
  const gchar *id;
  const gchar *label;
} Choice;

static const Choice sorts[ANNALS_N_EVENT_SORTS] = {
  [ANNALS_EVENT_SORT_DATE] = { "date", NC_ ("sort events", "By _Date") },
  [ANNALS_EVENT_SORT_PLACE] = { "place", NC_ ("sort events", "By Place in the _Text") },
  [ANNALS_EVENT_SORT_LANE] = { "lane", NC_ ("sort events", "By _Lane") },
  [ANNALS_EVENT_SORT_LABEL] = { "label", NC_ ("sort events", "By _Name") },
};

static void
append_choice (GMenu *menu, const gchar *label, const gchar *action, const gchar *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", target);
  g_menu_append_item (menu, item);
}

/* A menu of choices, the first of which is any. */
static GMenu *
begin_choices (const gchar *any_label, const gchar *action)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) any = g_menu_new ();

  append_choice (any, any_label, action, ANY);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (any));
  return menu;
}

/* An underscore in a name is one, not a mnemonic. */
static gchar *
dup_plain_label (const gchar *name)
{
  g_auto (GStrv) parts = g_strsplit (name, "_", -1);

  return g_strjoinv ("__", parts);
}

static GMenu *
create_lanes (AnnalsDocument *document)
{
  GMenu *menu = begin_choices (_ ("Any Lane"), "events.lane");
  g_autoptr (GMenu) lanes = g_menu_new ();

  for (guint i = 0; i < annals_document_get_n_lanes (document); i++)
    {
      const AnnalsLane *lane = annals_document_get_lane (document,
                                                         annals_document_get_lane_at (document, i));
      g_autofree gchar *label = dup_plain_label (lane->label);

      append_choice (lanes, label, "events.lane", lane->id);
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (lanes));
  return menu;
}

static GMenu *
create_statuses (void)
{
  GMenu *menu = begin_choices (_ ("Any Status"), "events.status");
  g_autoptr (GMenu) statuses = g_menu_new ();

  for (guint i = 0; i < ANNALS_N_STATUSES; i++)
    append_choice (statuses, annals_status_get_name (i), "events.status", annals_status_get_id (i));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (statuses));
  return menu;
}

static GMenu *
create_standings (void)
{
  GMenu *menu = begin_choices (_ ("Any Standing"), "events.standing");
  g_autoptr (GMenu) standings = g_menu_new ();

  for (guint i = ANNALS_STANDING_EXACT; i <= ANNALS_STANDING_LOST; i++)
    append_choice (standings, annals_standing_get_name (i), "events.standing",
                   annals_standing_get_id (i));
  append_choice (standings, annals_standing_get_name (ANNALS_STANDING_UNCHECKED), "events.standing",
                 annals_standing_get_id (ANNALS_STANDING_UNCHECKED));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (standings));
  return menu;
}

/**
 * annals_event_menus_create_sort:
 *
 * Returns: (transfer full): the ways to sort
 */
GMenuModel *
annals_event_menus_create_sort (void)
{
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < ANNALS_N_EVENT_SORTS; i++)
    append_choice (menu, g_dpgettext2 (GETTEXT_PACKAGE, "sort events", sorts[i].label),
                   "events.sort", sorts[i].id);
  return G_MENU_MODEL (menu);
}

/**
 * annals_event_menus_create_filter:
 * @document: the document whose events are listed
 *
 * Returns: (transfer full): what can be filtered by
 */
GMenuModel *
annals_event_menus_create_filter (AnnalsDocument *document)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) lanes = create_lanes (document);
  g_autoptr (GMenu) statuses = create_statuses ();
  g_autoptr (GMenu) standings = create_standings ();
  g_autoptr (GMenu) submenus = g_menu_new ();
  g_autoptr (GMenu) all = g_menu_new ();

  g_menu_append_submenu (submenus, C_ ("filter events", "_Lane"), G_MENU_MODEL (lanes));
  g_menu_append_submenu (submenus, C_ ("filter events", "_Status"), G_MENU_MODEL (statuses));
  g_menu_append_submenu (submenus, C_ ("filter events", "_Passages"), G_MENU_MODEL (standings));
  g_menu_append (submenus, C_ ("filter events", "_Without Passages"), "events.without-passages");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (submenus));
  g_menu_append (all, C_ ("filter events", "Show _All"), "events.show-all");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (all));
  return G_MENU_MODEL (menu);
}

/* Takes everything out of what a row of a menu leads to. */
static void
clear_link (GMenuModel *menu, gint row, const gchar *link)
{
  g_autoptr (GMenuModel) below = g_menu_model_get_item_link (menu, row, link);

  if (below != NULL)
    annals_event_menus_clear (below);
}

/**
 * annals_event_menus_clear:
 * @menu: a menu that was made here, and is shown no longer
 *
 * Empties it and all menus in it. GTK 4.8 never lets go of the sections and submenus of a menu that
 * it has shown; so that windows that come and go do not gather them, nothing is left in them.
 */
void
annals_event_menus_clear (GMenuModel *menu)
{
  g_return_if_fail (G_IS_MENU (menu));

  for (gint i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      clear_link (menu, i, G_MENU_LINK_SECTION);
      clear_link (menu, i, G_MENU_LINK_SUBMENU);
    }
  g_menu_remove_all (G_MENU (menu));
}

static AnnalsEventModel *
get_model (GSimpleAction *action)
{
  return g_object_get_data (G_OBJECT (action), "annals-model");
}

static AnnalsDocument *
get_document (AnnalsEventModel *model)
{
  return annals_selection_get_document (annals_event_model_get_selection (model));
}

static void
change_sort_cb (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  for (guint i = 0; i < ANNALS_N_EVENT_SORTS; i++)
    if (g_strcmp0 (sorts[i].id, g_variant_get_string (state, NULL)) == 0)
      annals_event_model_set_sort (get_model (action), i);
}

static gint
find_standing (const gchar *id)
{
  for (guint i = 0; i <= ANNALS_STANDING_LOST; i++)
    if (g_strcmp0 (annals_standing_get_id (i), id) == 0)
      return (gint) i;
  return -1;
}

static void
change_filter_cb (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  AnnalsEventModel *model = get_model (action);
  const gchar *name = g_action_get_name (G_ACTION (action));
  const gchar *id = g_variant_get_string (state, NULL);
  AnnalsStatus status = ANNALS_STATUS_HAPPENED;
  AnnalsEventFilter filter;
  guint lane = 0;

  annals_event_model_get_filter (model, &filter);
  if (g_strcmp0 (name, "lane") == 0)
    filter.lane = annals_document_find_lane (get_document (model), id, &lane) ? (gint) lane : -1;
  else if (g_strcmp0 (name, "status") == 0)
    filter.status = annals_status_from_id (id, &status) ? (gint) status : -1;
  else
    filter.standing = find_standing (id);
  annals_event_model_set_filter (model, &filter);
}

static void
change_switch_cb (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  AnnalsEventModel *model = get_model (action);
  gboolean on = g_variant_get_boolean (state);
  AnnalsEventFilter filter;

  annals_event_model_get_filter (model, &filter);
  if (g_strcmp0 (g_action_get_name (G_ACTION (action)), "without-passages") == 0)
    filter.without_passages = on;
  else
    filter.standing = on ? ANNALS_STANDING_LOST : -1;
  annals_event_model_set_filter (model, &filter);
}

/* Nothing is filtered, nothing is looked for and no range is selected any more. */
static void
show_all_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  AnnalsEventModel *model = get_model (action);
  AnnalsEventFilter none = ANNALS_EVENT_FILTER_INIT;

  annals_event_model_set_filter (model, &none);
  annals_time_filter_clear (
      annals_selection_get_time_filter (annals_event_model_get_selection (model)));
  annals_search_set_words (annals_selection_get_search (annals_event_model_get_selection (model)),
                           "");
}

static const GActionEntry entries[] = {
  { "sort", NULL, "s", "'date'", change_sort_cb },
  { "lane", NULL, "s", "''", change_filter_cb },
  { "status", NULL, "s", "''", change_filter_cb },
  { "standing", NULL, "s", "''", change_filter_cb },
  { "without-passages", NULL, NULL, "false", change_switch_cb },
  { "lost-passages", NULL, NULL, "false", change_switch_cb },
  { "show-all", show_all_cb },
};

static void
set_state (GActionMap *actions, const gchar *name, GVariant *state)
{
  g_simple_action_set_state (G_SIMPLE_ACTION (g_action_map_lookup_action (actions, name)), state);
}

static void
update_states (GActionMap *actions, AnnalsEventModel *model)
{
  AnnalsDocument *document = get_document (model);
  AnnalsEventFilter filter;

  annals_event_model_get_filter (model, &filter);
  set_state (actions, "sort", g_variant_new_string (sorts[annals_event_model_get_sort (model)].id));
  set_state (actions, "lane",
             g_variant_new_string (
                 filter.lane >= 0 ? annals_document_get_lane (document, filter.lane)->id : ANY));
  set_state (
      actions, "status",
      g_variant_new_string (filter.status >= 0 ? annals_status_get_id (filter.status) : ANY));
  set_state (
      actions, "standing",
      g_variant_new_string (filter.standing >= 0 ? annals_standing_get_id (filter.standing) : ANY));
  set_state (actions, "without-passages", g_variant_new_boolean (filter.without_passages));
  set_state (actions, "lost-passages",
             g_variant_new_boolean (filter.standing == ANNALS_STANDING_LOST));
}

/**
 * annals_event_menus_create_actions:
 * @model: the rows of a list of events
 *
 * Returns: (transfer full): actions that sort and filter @model, to be inserted as `events`
 */
GSimpleActionGroup *
annals_event_menus_create_actions (AnnalsEventModel *model)
{
  GSimpleActionGroup *group = g_simple_action_group_new ();

  g_return_val_if_fail (ANNALS_IS_EVENT_MODEL (model), group);

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), NULL);
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    g_object_set_data_full (
        G_OBJECT (g_action_map_lookup_action (G_ACTION_MAP (group), entries[i].name)),
        "annals-model", g_object_ref (model), g_object_unref);
  g_signal_connect_object (model, "options-changed", G_CALLBACK (update_states), group,
                           G_CONNECT_SWAPPED);
  update_states (G_ACTION_MAP (group), model);
  return group;
}
