/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "annals-actions.h"
#include "annals-command-search.h"

/*
 * The commands of the table of actions that are enabled, in a list below an entry. The keys stay
 * with the entry: arrows move the selection, Enter runs what is selected. Its description is what
 * is selected, so that screen readers say it.
 */

#define WIDTH_PX 480
#define HEIGHT_PX 440

struct _AnnalsCommandSearch
{
  AdwWindow parent_instance;

  GtkWidget *entry;
  GtkListBox *list;
  GtkAdjustment *adjustment;
  gchar *phrase; /* what was typed, folded */
  gchar **words; /* of that */
};

G_DEFINE_FINAL_TYPE (AnnalsCommandSearch, annals_command_search, ADW_TYPE_WINDOW)

typedef struct
{
  const AnnalsActionInfo *info;
  gchar *title; /* folded */
  gchar *says;  /* folded, with its group */
} Command;

static gchar *
dup_folded (const gchar *text)
{
  g_autofree gchar *normal = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);

  return g_utf8_casefold (normal != NULL ? normal : "", -1);
}

static Command *
command_new (const AnnalsActionInfo *info)
{
  Command *command = g_new0 (Command, 1);
  g_autofree gchar *says = g_strjoin (" ", annals_actions_get_title (info),
                                      g_dpgettext2 (GETTEXT_PACKAGE, "shortcuts", info->group),
                                      g_dpgettext2 (GETTEXT_PACKAGE, "manual", info->description),
                                      NULL);

  command->info = info;
  command->title = dup_folded (annals_actions_get_title (info));
  command->says = dup_folded (says);

  return command;
}

static void
command_free (gpointer data)
{
  Command *command = data;

  g_free (command->title);
  g_free (command->says);
  g_free (command);
}

static Command *
get_command (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "command");
}

static gboolean
has_all (const gchar *text, gchar **words)
{
  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    if (strstr (text, words[i]) == NULL)
      return FALSE;

  return TRUE;
}

/* The smaller the better: what begins with what was typed, has it in its title, has the words
 * there, has it or the words elsewhere. */
static gint
get_rank (AnnalsCommandSearch *self, Command *command)
{
  if (self->words == NULL || self->words[0] == NULL)
    return 0;
  if (g_str_has_prefix (command->title, self->words[0]) && has_all (command->title, self->words))
    return 0;
  if (strstr (command->title, self->phrase) != NULL)
    return 1;
  if (has_all (command->title, self->words))
    return 2;

  return strstr (command->says, self->phrase) != NULL ? 3 : 4;
}

static gint
sort_cb (GtkListBoxRow *row, GtkListBoxRow *other, gpointer user_data)
{
  Command *command = get_command (row);
  Command *other_command = get_command (other);
  gint order = get_rank (user_data, command) - get_rank (user_data, other_command);

  if (order != 0)
    return order;

  return command->info < other_command->info ? -1 : command->info > other_command->info;
}

static gboolean
filter_cb (GtkListBoxRow *row, gpointer user_data)
{
  AnnalsCommandSearch *self = user_data;

  return has_all (get_command (row)->says, self->words);
}

/* Whether the action is there, and can be done now. The window's own actions always can. */
static gboolean
is_enabled (GtkApplicationWindow *window, const gchar *name)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (window));
  GActionGroup *group = NULL;
  g_autofree gchar *bare = NULL;

  if (g_str_has_prefix (name, "window."))
    return TRUE;
  if (g_str_has_prefix (name, "win."))
    group = G_ACTION_GROUP (window);
  else if (application != NULL)
    group = G_ACTION_GROUP (application);
  bare = g_strndup (name, strcspn (name, ":"));
  name = strchr (bare, '.') + 1;

  return group != NULL && g_action_group_has_action (group, name)
         && g_action_group_get_action_enabled (group, name);
}

static GtkWidget *
create_row (const AnnalsActionInfo *info)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *title = gtk_label_new (annals_actions_get_title (info));
  g_autofree gchar *keys = annals_actions_dup_key_label (info);

  gtk_widget_set_margin_start (box, 4);
  gtk_widget_set_margin_end (box, 4);
  gtk_label_set_xalign (GTK_LABEL (title), 0.0F);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_box_append (GTK_BOX (box), title);
  if (keys != NULL)
    {
      GtkWidget *label = gtk_label_new (keys);

      gtk_widget_add_css_class (label, "dim-label");
      gtk_box_append (GTK_BOX (box), label);
    }
  gtk_widget_set_tooltip_text (row, g_dpgettext2 (GETTEXT_PACKAGE, "manual", info->description));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, annals_actions_get_title (info),
      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, keys != NULL ? keys : "", -1);
  g_object_set_data_full (G_OBJECT (row), "command", command_new (info), command_free);

  return row;
}

static void
scroll_to_row (AnnalsCommandSearch *self, GtkListBoxRow *row)
{
  graphene_rect_t bounds;

  if (gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self->list), &bounds))
    gtk_adjustment_clamp_page (self->adjustment, bounds.origin.y,
                               bounds.origin.y + bounds.size.height);
}

static void
selected_cb (AnnalsCommandSearch *self, GtkListBoxRow *row)
{
  const AnnalsActionInfo *info = row != NULL ? get_command (row)->info : NULL;
  g_autofree gchar *keys = info != NULL ? annals_actions_dup_key_label (info) : NULL;
  g_autofree gchar *words = NULL;

  if (keys != NULL)
    words = g_strdup_printf ("%s, %s", annals_actions_get_title (info), keys);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  words != NULL  ? words
                                  : info != NULL ? annals_actions_get_title (info)
                                                 : _ ("No command is called so."),
                                  -1);
}

/* The next or previous row that the filter leaves. */
static void
step (AnnalsCommandSearch *self, gint by)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  gint index = row != NULL ? gtk_list_box_row_get_index (row) : -1;

  do
    {
      index += by;
      row = index >= 0 ? gtk_list_box_get_row_at_index (self->list, index) : NULL;
    }
  while (row != NULL && !gtk_widget_get_child_visible (GTK_WIDGET (row)));
  if (row == NULL)
    return;
  gtk_list_box_select_row (self->list, row);
  scroll_to_row (self, row);
}

static gboolean
step_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  step (user_data, g_variant_get_int32 (arguments));

  return TRUE;
}

static void
search_changed_cb (AnnalsCommandSearch *self)
{
  g_autofree gchar *folded = dup_folded (gtk_editable_get_text (GTK_EDITABLE (self->entry)));

  g_clear_pointer (&self->words, g_strfreev);
  g_free (self->phrase);
  self->phrase = g_strdup (g_strstrip (folded));
  self->words = g_strsplit_set (self->phrase, " \t", -1);
  gtk_list_box_invalidate_filter (self->list);
  gtk_list_box_invalidate_sort (self->list);
  gtk_list_box_unselect_all (self->list);
  gtk_adjustment_set_value (self->adjustment, 0.0);
  step (self, 1);
}

static void
run_row (AnnalsCommandSearch *self, GtkListBoxRow *row)
{
  g_autoptr (GtkWindow) window = NULL;
  g_autofree gchar *name = NULL;
  g_autoptr (GVariant) target = NULL;

  g_action_parse_detailed_name (get_command (row)->info->name, &name, &target, NULL);
  g_set_object (&window, gtk_window_get_transient_for (GTK_WINDOW (self)));
  gtk_window_close (GTK_WINDOW (self));
  if (window != NULL)
    gtk_widget_activate_action_variant (GTK_WIDGET (window), name, target);
}

static void
activate_cb (AnnalsCommandSearch *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (row != NULL)
    run_row (self, row);
}

static void
annals_command_search_dispose (GObject *object)
{
  AnnalsCommandSearch *self = ANNALS_COMMAND_SEARCH (object);

  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  self->list = NULL;
  g_clear_pointer (&self->phrase, g_free);
  g_clear_pointer (&self->words, g_strfreev);
  G_OBJECT_CLASS (annals_command_search_parent_class)->dispose (object);
}

static void
annals_command_search_class_init (AnnalsCommandSearchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = annals_command_search_dispose;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_WINDOW);
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close",
                                       NULL);
}

static void
add_arrow (AnnalsCommandSearch *self, GtkShortcutController *controller, guint keyval, gint by)
{
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (keyval, 0),
                                            gtk_callback_action_new (step_cb, self, NULL));

  gtk_shortcut_set_arguments (shortcut, g_variant_new_int32 (by));
  gtk_shortcut_controller_add_shortcut (controller, shortcut);
}

static void
init_entry (AnnalsCommandSearch *self)
{
  GtkEventController *arrows = gtk_shortcut_controller_new ();

  self->entry = gtk_search_entry_new ();
  gtk_widget_set_hexpand (self->entry, TRUE);
  g_object_set (self->entry, "placeholder-text", _ ("Find a command"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Find a command"), -1);
  gtk_event_controller_set_propagation_phase (arrows, GTK_PHASE_CAPTURE);
  add_arrow (self, GTK_SHORTCUT_CONTROLLER (arrows), GDK_KEY_Down, 1);
  add_arrow (self, GTK_SHORTCUT_CONTROLLER (arrows), GDK_KEY_Up, -1);
  gtk_widget_add_controller (self->entry, arrows);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (search_changed_cb), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (activate_cb), self);
  g_signal_connect_swapped (self->entry, "stop-search", G_CALLBACK (gtk_window_close), self);
}

static GtkWidget *
create_list (AnnalsCommandSearch *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *nothing = gtk_label_new (_ ("No command is called so."));

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "navigation-sidebar");
  gtk_widget_add_css_class (nothing, "dim-label");
  gtk_widget_set_margin_top (nothing, 48);
  gtk_list_box_set_placeholder (self->list, nothing);
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_SINGLE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Commands"), -1);
  g_signal_connect_swapped (self->list, "row-selected", G_CALLBACK (selected_cb), self);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (run_row), self);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->list));
  gtk_widget_set_vexpand (scroller, TRUE);
  self->adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));

  return scroller;
}

static void
annals_command_search_init (AnnalsCommandSearch *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();

  init_entry (self);
  adw_header_bar_set_centering_policy (ADW_HEADER_BAR (header), ADW_CENTERING_POLICY_LOOSE);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), self->entry);
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), create_list (self));
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_default_size (GTK_WINDOW (self), WIDTH_PX, HEIGHT_PX);
}

/**
 * annals_command_search_new:
 * @window: the window whose commands are listed
 *
 * Returns: (transfer none): a window above that one; it is its own owner, as all windows
 */
GtkWindow *
annals_command_search_new (GtkApplicationWindow *window)
{
  AnnalsCommandSearch *self = g_object_new (ANNALS_TYPE_COMMAND_SEARCH, "transient-for", window,
                                            "accessible-role", GTK_ACCESSIBLE_ROLE_WINDOW,
                                            "destroy-with-parent", TRUE, "modal", TRUE, "title",
                                            _ ("Find a Command"), NULL);
  guint n_actions = 0;
  const AnnalsActionInfo *table = annals_action_table_get (&n_actions);

  for (guint i = 0; i < n_actions; i++)
    if (table[i].name != NULL && !g_str_equal (table[i].name, "win.find-command")
        && is_enabled (window, table[i].name))
      gtk_list_box_append (self->list, create_row (&table[i]));
  gtk_list_box_set_filter_func (self->list, filter_cb, self, NULL);
  gtk_list_box_set_sort_func (self->list, sort_cb, self, NULL);
  search_changed_cb (self);
  gtk_window_set_focus (GTK_WINDOW (self), self->entry);

  return GTK_WINDOW (self);
}
