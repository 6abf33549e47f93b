/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "annals-date-row.h"
#include "annals-focus-return.h"
#include "annals-names.h"
#include "annals-range-bar.h"

/* The strip of the range of time. It writes what a person chooses to the filter of the window, and
 * shows what that says. */

struct _AnnalsRangeBar
{
  GtkWidget parent_instance;

  GtkWidget *strip;
  GtkMenuButton *range_button;
  GtkLabel *range_label;
  GtkWidget *popover;
  AnnalsDateRow *date_row;
  GtkMenuButton *within_button;
  GtkLabel *within_label;
  GtkLabel *count;

  AnnalsSelection *selection;
  GSimpleAction *within;
  gboolean filling; /* the row is filled by the program */
  AnnalsRange kept; /* the range there was before typing */
  gboolean has_kept;
  gboolean is_cancelled; /* Escape was pressed since */
};

G_DEFINE_FINAL_TYPE (AnnalsRangeBar, annals_range_bar, GTK_TYPE_WIDGET)

static AnnalsTimeFilter *
get_filter (AnnalsRangeBar *self)
{
  return annals_selection_get_time_filter (self->selection);
}

static gboolean
is_editing (AnnalsRangeBar *self)
{
  return gtk_widget_get_visible (self->popover);
}

static void
update (AnnalsRangeBar *self)
{
  gboolean active = self->selection != NULL
                    && annals_time_filter_get_range (get_filter (self), NULL);
  g_autofree gchar *words = NULL;
  g_autofree gchar *count = NULL;
  AnnalsWithin within;

  gtk_widget_set_visible (GTK_WIDGET (self),
                          active || (self->selection != NULL && is_editing (self)));
  gtk_widget_set_visible (GTK_WIDGET (self->within_button), active);
  if (self->selection == NULL)
    return;

  within = annals_time_filter_get_within (get_filter (self));
  words = annals_time_filter_dup_words (get_filter (self), ANNALS_WORDS_SHORT);
  count = active ? annals_time_filter_dup_count (get_filter (self)) : NULL;
  gtk_label_set_label (self->range_label, words != NULL ? words : _ ("Range of time"));
  gtk_label_set_label (self->within_label, annals_within_get_name (within));
  gtk_label_set_label (self->count, count != NULL ? count : "");
  g_simple_action_set_state (self->within, g_variant_new_string (annals_within_get_id (within)));
}

static void
fill_row (AnnalsRangeBar *self)
{
  g_autoptr (AnnalsDate) date = annals_time_filter_create_date (get_filter (self));

  self->filling = TRUE;
  annals_date_row_set_date (self->date_row, date);
  self->filling = FALSE;
}

static void
date_cb (AnnalsRangeBar *self)
{
  AnnalsDate *date = annals_date_row_get_date (self->date_row);

  if (self->filling || self->selection == NULL || date == NULL)
    return;
  annals_time_filter_set_date (get_filter (self), date);
}

/* Enter is done with it when what is typed is understood. */
static void
activated_cb (AnnalsRangeBar *self)
{
  if (annals_date_row_get_acceptable (self->date_row))
    gtk_menu_button_popdown (self->range_button);
  else
    annals_date_row_show_problem (self->date_row);
}

static gboolean
key_cb (AnnalsRangeBar *self, guint keyval)
{
  if (keyval == GDK_KEY_Escape)
    self->is_cancelled = TRUE;

  return GDK_EVENT_PROPAGATE;
}

/* What is typed is shown at once. The range comes back when it was not meant, or not understood. */
static void
finish (AnnalsRangeBar *self)
{
  gboolean is_meant = !self->is_cancelled && annals_date_row_get_acceptable (self->date_row);

  if (is_meant)
    return;
  if (self->has_kept)
    annals_time_filter_set_range (get_filter (self), self->kept.first, self->kept.last);
  else
    annals_time_filter_clear (get_filter (self));
}

static void
popover_cb (AnnalsRangeBar *self)
{
  if (self->selection != NULL && !is_editing (self))
    finish (self);
  if (self->selection != NULL && is_editing (self))
    {
      self->has_kept = annals_time_filter_get_range (get_filter (self), &self->kept);
      self->is_cancelled = FALSE;
      fill_row (self);
      gtk_widget_grab_focus (GTK_WIDGET (self->date_row));
    }
  update (self);
}

static void
within_cb (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  AnnalsRangeBar *self = user_data;
  AnnalsWithin within;

  if (self->selection != NULL
      && annals_within_from_id (g_variant_get_string (state, NULL), &within))
    annals_time_filter_set_within (get_filter (self), within);
}

static GMenuModel *
create_menu (void)
{
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < ANNALS_N_WITHINS; i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (annals_within_get_name (i), NULL);

      g_menu_item_set_action_and_target (item, "range.within", "s", annals_within_get_id (i));
      g_menu_append_item (menu, item);
    }

  return G_MENU_MODEL (menu);
}

static void
create_actions (AnnalsRangeBar *self)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GMenuModel) menu = create_menu ();

  self->within = g_simple_action_new_stateful (
      "within", G_VARIANT_TYPE_STRING,
      g_variant_new_string (annals_within_get_id (ANNALS_WITHIN_OVERLAPPING)));
  g_signal_connect (self->within, "change-state", G_CALLBACK (within_cb), self);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (self->within));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "range", G_ACTION_GROUP (group));
  gtk_menu_button_set_menu_model (self->within_button, menu);
}

static void
annals_range_bar_dispose (GObject *object)
{
  AnnalsRangeBar *self = ANNALS_RANGE_BAR (object);

  if (self->within != NULL)
    g_signal_handlers_disconnect_by_data (self->within, self);
  if (self->popover != NULL)
    g_signal_handlers_disconnect_by_data (self->popover, self);
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (get_filter (self), self);
  g_clear_object (&self->within);
  g_clear_object (&self->selection);
  self->popover = NULL;
  g_clear_pointer (&self->strip, gtk_widget_unparent);
  G_OBJECT_CLASS (annals_range_bar_parent_class)->dispose (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, AnnalsRangeBar, name)

static void
annals_range_bar_class_init (AnnalsRangeBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (ANNALS_TYPE_DATE_ROW);
  G_OBJECT_CLASS (klass)->dispose = annals_range_bar_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "range-bar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/annals_app/Annals/ui/annals-range-bar.ui");
  BIND (strip);
  BIND (range_button);
  BIND (range_label);
  BIND (popover);
  BIND (date_row);
  BIND (within_button);
  BIND (within_label);
  BIND (count);
}

static void
annals_range_bar_init (AnnalsRangeBar *self)
{
  GtkEventController *keys = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  annals_names_set (GTK_WIDGET (self), _ ("Range of Time"));
  create_actions (self);
  annals_focus_return_after_menu (self->within_button);
  g_signal_connect_swapped (self->popover, "notify::visible", G_CALLBACK (popover_cb), self);
  keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (self->popover, keys);
  g_signal_connect_swapped (self->date_row, "notify::date", G_CALLBACK (date_cb), self);
  g_signal_connect_swapped (self->date_row, "entry-activated", G_CALLBACK (activated_cb), self);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * annals_range_bar_new:
 *
 * Returns: (transfer floating): a new bar
 */
GtkWidget *
annals_range_bar_new (void)
{
  return g_object_new (ANNALS_TYPE_RANGE_BAR, NULL);
}

/**
 * annals_range_bar_set_selection:
 * @self: a bar
 * @selection: (nullable): the selection of the window
 *
 * Shows the range of another document.
 */
void
annals_range_bar_set_selection (AnnalsRangeBar *self, AnnalsSelection *selection)
{
  g_return_if_fail (ANNALS_IS_RANGE_BAR (self));

  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (get_filter (self), self);
  g_set_object (&self->selection, selection);
  if (selection != NULL)
    g_signal_connect_swapped (get_filter (self), "changed", G_CALLBACK (update), self);
  update (self);
}

/**
 * annals_range_bar_edit:
 * @self: a bar
 *
 * Lets a person type a range, also where there is none yet.
 */
void
annals_range_bar_edit (AnnalsRangeBar *self)
{
  g_return_if_fail (ANNALS_IS_RANGE_BAR (self));

  if (self->selection == NULL)
    return;
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_menu_button_popup (self->range_button);
}
