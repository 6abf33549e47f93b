/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "annals-copy-menu.h"
#include "annals-event-list.h"
#include "annals-event-menus.h"
#include "annals-event-row.h"
#include "annals-focus-return.h"
#include "annals-names.h"
#include "annals-style.h"
#include "annals-words.h"

/* The events as rows, and above them how they are sorted and filtered. The list's own selection and
 * the window's follow each other. */

struct _AnnalsEventList
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *head;
  GtkWidget *chips;
  GtkLabel *count;
  GtkMenuButton *sort_button;
  GtkMenuButton *filter_button;
  GtkWidget *without_button;
  GtkWidget *lost_button;
  GtkWidget *all_button;
  GtkStack *stack;
  GtkWidget *scroller;
  GtkWidget *nothing;
  GtkWidget *empty;
  GtkListView *view;

  GtkSingleSelection *rows;
  AnnalsEventModel *model;
  AnnalsSelection *selection;
  GHashTable *bound; /* of AnnalsEventRow that show an event */
  gboolean following;
  gboolean has_keys; /* as its rows begin to change */
};

G_DEFINE_FINAL_TYPE (AnnalsEventList, annals_event_list, GTK_TYPE_WIDGET)

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  gtk_list_item_set_child (item, annals_event_row_new ());
}

/* What stands around a row is what the list is made of, for screen readers. */
static void
name_row (AnnalsEventList *self, GtkWidget *row, guint event)
{
  AnnalsDocument *document = annals_selection_get_document (self->selection);
  g_autofree gchar *name = annals_names_dup_event (annals_document_get_event (document, event),
                                                   annals_selection_get_where (self->selection));

  if (gtk_widget_get_parent (row) != NULL)
    annals_names_set (gtk_widget_get_parent (row), name);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  AnnalsEventList *self = user_data;
  GtkWidget *row = gtk_list_item_get_child (item);
  guint event = annals_event_item_get_event (gtk_list_item_get_item (item));

  annals_event_row_set_event (ANNALS_EVENT_ROW (row), self->selection, (gint) event);
  name_row (self, row, event);
  g_hash_table_add (self->bound, row);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  AnnalsEventList *self = user_data;
  GtkWidget *row = gtk_list_item_get_child (item);

  g_hash_table_remove (self->bound, row);
  annals_event_row_set_event (ANNALS_EVENT_ROW (row), NULL, ANNALS_NO_EVENT);
}

static void
row_selected_cb (AnnalsEventList *self)
{
  AnnalsEventItem *item = NULL;

  if (self->following || self->selection == NULL)
    return;

  item = gtk_single_selection_get_selected_item (self->rows);
  if (item != NULL)
    annals_selection_select (self->selection, annals_event_item_get_event (item), -1);
}

static void
activate_cb (AnnalsEventList *self, guint position)
{
  gtk_single_selection_set_selected (self->rows, position);
}

static void
follow_selection (AnnalsEventList *self)
{
  guint position = GTK_INVALID_LIST_POSITION;
  gint event = annals_selection_get_event (self->selection);

  if (!annals_event_model_find (self->model, event, &position))
    position = GTK_INVALID_LIST_POSITION;
  if (position == gtk_single_selection_get_selected (self->rows))
    return;

  self->following = TRUE;
  gtk_single_selection_set_selected (self->rows, position);
  self->following = FALSE;
  if (position != GTK_INVALID_LIST_POSITION && gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", position);
}

/* --- Above the rows ----------------------------------------------------------------------------
 */

static void
update_count (AnnalsEventList *self, guint n_rows, guint n_events)
{
  g_autofree gchar *count = NULL;

  if (n_rows == n_events)
    /* Translators: how many events there are. */
    count = annals_words_dup_counts (ngettext ("%s event", "%s events", n_events), &n_events, 1);
  else
    /* Translators: how many events are listed, of how many. */
    count = annals_words_dup_counts (ngettext ("%s of %s event", "%s of %s events", n_events),
                                     (const guint[]){ n_rows, n_events }, 2);
  gtk_label_set_label (self->count, count);
}

/* A button for something that is worth a look; gone when there is nothing to see. */
static void
update_chip (GtkWidget *button, const gchar *label, guint n_events, gboolean active)
{
  gtk_button_set_label (GTK_BUTTON (button), label);
  gtk_widget_set_visible (button, n_events > 0 || active);
}

static void
update_chips (AnnalsEventList *self)
{
  AnnalsEventFilter without = ANNALS_EVENT_FILTER_INIT;
  AnnalsStandingCounts standings = { 0 };
  AnnalsEventFilter now;
  g_autofree gchar *without_words = NULL;
  g_autofree gchar *lost_words = NULL;
  guint n_without;
  guint n_lost;
  gboolean filtered;

  without.without_passages = TRUE;
  annals_event_model_get_filter (self->model, &now);
  n_without = annals_event_model_count (self->model, &without);
  /* Passages, as above the text; an event may have lost several. */
  annals_document_count_standings (annals_selection_get_document (self->selection),
                                   annals_selection_get_where (self->selection), &standings);
  n_lost = standings.counts[ANNALS_STANDING_LOST];
  filtered = annals_time_filter_get_range (annals_selection_get_time_filter (self->selection), NULL)
             || now.lane >= 0 || now.status >= 0 || now.standing >= 0 || now.without_passages;

  /* Translators: a button that lists only the events without passages, and how many there are. */
  without_words = annals_words_dup_counts (_ ("Without passages: %s"), &n_without, 1);
  /* Translators: a button that lists only the events with lost passages, and how many there are. */
  lost_words = annals_words_dup_counts (_ ("Lost passages: %s"), &n_lost, 1);
  update_chip (self->without_button, without_words, n_without, now.without_passages);
  update_chip (self->lost_button, lost_words, n_lost, now.standing == ANNALS_STANDING_LOST);
  gtk_widget_set_visible (self->all_button, filtered);
  gtk_widget_set_visible (self->chips, filtered || n_without > 0 || n_lost > 0);
}

static void
update_head (AnnalsEventList *self)
{
  guint n_events = annals_document_get_n_events (annals_selection_get_document (self->selection));
  guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (self->model));

  update_count (self, n_rows, n_events);
  update_chips (self);
  gtk_widget_set_visible (self->head, n_events > 0);
  gtk_stack_set_visible_child (self->stack, n_events == 0 ? self->empty
                                            : n_rows == 0 ? self->nothing
                                                          : self->scroller);
}

static void
update_rows (AnnalsEventList *self)
{
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, self->bound);
  while (g_hash_table_iter_next (&iter, &row, NULL))
    {
      annals_event_row_update (row);
      name_row (self, row, (guint) annals_event_row_get_event (row));
    }
}

/* --- When things change ------------------------------------------------------------------------
 */

static GtkWidget *
find_row (AnnalsEventList *self, gint event)
{
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, self->bound);
  while (g_hash_table_iter_next (&iter, &row, NULL))
    if (annals_event_row_get_event (row) == event)
      return row;
  return NULL;
}

/* Other rows may be listed: the window's selection stays what it is. */
static void
items_changing_cb (AnnalsEventList *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  self->following = TRUE;
  self->has_keys = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->view));
}

/* The list leaves the keys with its first row when its rows are others. */
static void
keep_keys (AnnalsEventList *self)
{
  GtkWidget *row = NULL;

  if (self->has_keys)
    row = find_row (self, annals_selection_get_event (self->selection));
  if (row != NULL)
    gtk_widget_grab_focus (gtk_widget_get_parent (row));
}

static void
items_changed_cb (AnnalsEventList *self)
{
  self->following = FALSE;
  update_head (self);
  follow_selection (self);
  keep_keys (self);
}

static void
set_model (AnnalsEventList *self, AnnalsEventModel *model)
{
  self->following = TRUE;
  gtk_list_view_set_model (self->view, NULL);
  gtk_single_selection_set_model (self->rows, G_LIST_MODEL (model));
  if (model != NULL)
    gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (self->rows));
  self->following = FALSE;
}

static void
map_cb (AnnalsEventList *self)
{
  guint position = gtk_single_selection_get_selected (self->rows);

  if (position != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", position);
}

static gboolean
prepare_menu_cb (GtkWidget *widget, GdkRectangle *at, gboolean by_keys)
{
  AnnalsEventList *self = ANNALS_EVENT_LIST (widget);
  GtkWidget *row = NULL;
  graphene_rect_t box;

  if (self->selection == NULL)
    return FALSE;
  if (by_keys)
    row = find_row (self, annals_selection_get_event (self->selection));
  else
    row = gtk_widget_pick (widget, at->x, at->y, GTK_PICK_DEFAULT);
  /* What is picked may be the list's own part around the row. */
  if (row != NULL && !by_keys)
    row = ANNALS_IS_EVENT_ROW (gtk_widget_get_first_child (row))
              ? gtk_widget_get_first_child (row)
              : gtk_widget_get_ancestor (row, ANNALS_TYPE_EVENT_ROW);
  if (row == NULL || !gtk_widget_compute_bounds (row, widget, &box))
    return FALSE;

  annals_selection_select (self->selection, annals_event_row_get_event (ANNALS_EVENT_ROW (row)),
                           -1);
  if (by_keys)
    *at = (GdkRectangle){ (gint) box.origin.x, (gint) box.origin.y, (gint) box.size.width,
                          (gint) box.size.height };
  return TRUE;
}

static void
annals_event_list_dispose (GObject *object)
{
  AnnalsEventList *self = ANNALS_EVENT_LIST (object);

  annals_event_list_set_selection (self, NULL);
  g_clear_object (&self->rows);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (annals_event_list_parent_class)->dispose (object);
}

static void
annals_event_list_finalize (GObject *object)
{
  g_hash_table_unref (ANNALS_EVENT_LIST (object)->bound);
  G_OBJECT_CLASS (annals_event_list_parent_class)->finalize (object);
}

static gboolean
annals_event_list_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (ANNALS_EVENT_LIST (widget)->view));
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, AnnalsEventList, name)

static void
annals_event_list_class_init (AnnalsEventListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = annals_event_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = annals_event_list_finalize;
  widget_class->grab_focus = annals_event_list_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "event-list");
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/annals_app/Annals/ui/annals-event-list.ui");
  BIND (box);
  BIND (head);
  BIND (chips);
  BIND (count);
  BIND (sort_button);
  BIND (filter_button);
  BIND (without_button);
  BIND (lost_button);
  BIND (all_button);
  BIND (stack);
  BIND (scroller);
  BIND (nothing);
  BIND (empty);
  BIND (view);
}

static void
annals_event_list_init (AnnalsEventList *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GMenuModel) sorts = annals_event_menus_create_sort ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->bound = g_hash_table_new (NULL, NULL);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), self);
  gtk_list_view_set_factory (self->view, factory);

  self->rows = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->rows, FALSE);
  gtk_single_selection_set_can_unselect (self->rows, TRUE);
  g_signal_connect_object (self->rows, "notify::selected-item", G_CALLBACK (row_selected_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_swapped (self->view, "activate", G_CALLBACK (activate_cb), self);

  annals_focus_return_after_menu (self->sort_button);
  annals_focus_return_after_menu (self->filter_button);
  gtk_menu_button_set_menu_model (self->sort_button, sorts);
  annals_copy_menu_attach (GTK_WIDGET (self), prepare_menu_cb);
  annals_style_watch (GTK_WIDGET (self), G_CALLBACK (update_rows));
  g_signal_connect (self, "map", G_CALLBACK (map_cb), NULL);
}

/**
 * annals_event_list_new:
 *
 * Returns: (transfer floating): a new, empty list
 */
GtkWidget *
annals_event_list_new (void)
{
  return g_object_new (ANNALS_TYPE_EVENT_LIST, NULL);
}

static void
leave_filters (AnnalsEventList *self)
{
  GMenuModel *shown = gtk_menu_button_get_menu_model (self->filter_button);
  g_autoptr (GMenuModel) filters = shown != NULL ? g_object_ref (shown) : NULL;

  if (filters == NULL)
    return;
  gtk_menu_button_set_menu_model (self->filter_button, NULL);
  annals_event_menus_clear (filters);
}

static void
leave_selection (AnnalsEventList *self)
{
  if (self->box != NULL)
    leave_filters (self);
  if (self->selection != NULL)
    {
      g_signal_handlers_disconnect_by_data (annals_selection_get_search (self->selection), self);
      g_signal_handlers_disconnect_by_data (annals_selection_get_time_filter (self->selection),
                                            self);
      g_signal_handlers_disconnect_by_data (annals_selection_get_document (self->selection), self);
      g_signal_handlers_disconnect_by_data (self->selection, self);
    }
  if (self->rows != NULL)
    set_model (self, NULL);
  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "events", NULL);
  g_clear_object (&self->model);
}

static void
lanes_changed_cb (AnnalsEventList *self)
{
  g_autoptr (GMenuModel) filters = NULL;

  leave_filters (self);
  filters = annals_event_menus_create_filter (annals_selection_get_document (self->selection));
  gtk_menu_button_set_menu_model (self->filter_button, filters);
  update_rows (self);
  update_head (self);
}

/**
 * annals_event_list_set_selection:
 * @self: an event list
 * @selection: (nullable): the selection of the window
 *
 * Lists the events of another document.
 */
void
annals_event_list_set_selection (AnnalsEventList *self, AnnalsSelection *selection)
{
  g_autoptr (GMenuModel) filters = NULL;
  g_autoptr (GSimpleActionGroup) actions = NULL;

  g_return_if_fail (ANNALS_IS_EVENT_LIST (self));

  leave_selection (self);
  g_set_object (&self->selection, selection);
  if (selection == NULL)
    return;

  self->model = annals_event_model_new (selection);
  /* Before the list's own selection hears of it, and after. */
  g_signal_connect_swapped (self->model, "items-changed", G_CALLBACK (items_changing_cb), self);
  set_model (self, self->model);
  g_signal_connect_swapped (self->model, "items-changed", G_CALLBACK (items_changed_cb), self);
  g_signal_connect_swapped (self->model, "options-changed", G_CALLBACK (update_head), self);
  actions = annals_event_menus_create_actions (self->model);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "events", G_ACTION_GROUP (actions));
  filters = annals_event_menus_create_filter (annals_selection_get_document (selection));
  gtk_menu_button_set_menu_model (self->filter_button, filters);

  g_signal_connect_swapped (selection, "changed", G_CALLBACK (follow_selection), self);
  g_signal_connect_swapped (selection, "where-changed", G_CALLBACK (update_rows), self);
  g_signal_connect_object (annals_selection_get_document (selection), "lanes-changed",
                           G_CALLBACK (lanes_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_swapped (annals_selection_get_search (selection), "changed",
                            G_CALLBACK (update_rows), self);
  g_signal_connect_swapped (annals_selection_get_time_filter (selection), "changed",
                            G_CALLBACK (update_head), self);
  update_head (self);
  follow_selection (self);
}
