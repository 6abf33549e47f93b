/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "annals-event-list.h"
#include "annals-event-model.h"
#include "annals-swatch.h"

/* The events as rows. The list's own selection and the window's follow each other. */

struct _AnnalsEventList
{
  GtkWidget parent_instance;

  GtkWidget *scroller;
  GtkListView *view;
  GtkSingleSelection *rows;
  AnnalsEventModel *model;
  AnnalsSelection *selection;
  gboolean following;
};

G_DEFINE_FINAL_TYPE (AnnalsEventList, annals_event_list, GTK_TYPE_WIDGET)

typedef struct
{
  GtkWidget *swatch;
  GtkWidget *label;
  GtkWidget *words;
  GtkWidget *count;
} Row;

static GtkWidget *
append_label (GtkWidget *box, const gchar *css_class, gboolean wrap)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0F);
  gtk_label_set_wrap (GTK_LABEL (label), wrap);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);

  return label;
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  Row *row = g_new0 (Row, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  row->swatch = annals_swatch_new ();
  gtk_widget_set_size_request (row->swatch, 4, -1);
  gtk_box_append (GTK_BOX (box), row->swatch);
  gtk_widget_set_hexpand (lines, TRUE);
  gtk_widget_set_valign (lines, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), lines);
  row->label = append_label (lines, "row-title", TRUE);
  row->words = append_label (lines, "caption", TRUE);
  gtk_widget_add_css_class (row->words, "dim-label");
  row->count = append_label (box, "caption", FALSE);
  gtk_widget_add_css_class (row->count, "dim-label");
  gtk_widget_add_css_class (row->count, "numeric");
  gtk_widget_set_valign (row->count, GTK_ALIGN_CENTER);

  g_object_set_data_full (G_OBJECT (box), "annals-row", row, g_free);
  gtk_list_item_set_child (item, box);
}

static guint
count_passages (const AnnalsEvent *event, AnnalsWhere where)
{
  guint n_passages = 0;

  for (guint i = 0; i < event->n_passages; i++)
    n_passages += event->passages[i].where == where;

  return n_passages;
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  AnnalsEventList *self = user_data;
  AnnalsDocument *document = annals_selection_get_document (self->selection);
  guint index = annals_event_item_get_event (gtk_list_item_get_item (item));
  const AnnalsEvent *event = annals_document_get_event (document, index);
  const AnnalsLane *lane = annals_document_get_lane (document, event->lane);
  const AnnalsDate *date = annals_event_get_drawn_date (event);
  guint n_passages = count_passages (event, annals_selection_get_where (self->selection));
  Row *row = g_object_get_data (G_OBJECT (gtk_list_item_get_child (item)), "annals-row");
  g_autofree gchar *words = date != NULL ? annals_date_dup_words (date, ANNALS_WORDS_SHORT)
                                         : g_strdup (_ ("no date"));
  g_autofree gchar *count = g_strdup_printf ("%u", n_passages);
  g_autofree gchar *spoken = g_strdup_printf (
      /* Translators: how many passages there are. */
      ngettext ("%u passage", "%u passages", event->n_passages), event->n_passages);

  annals_swatch_set_color (ANNALS_SWATCH (row->swatch), lane != NULL ? lane->color : 0);
  gtk_label_set_label (GTK_LABEL (row->label), event->label);
  gtk_label_set_label (GTK_LABEL (row->words), words);
  gtk_label_set_label (GTK_LABEL (row->count), count);
  gtk_widget_set_tooltip_text (row->count, spoken);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row->count), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  spoken, -1);
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
changed_cb (AnnalsEventList *self)
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

/* The rows count the passages of the text shown. */
static void
where_changed_cb (AnnalsEventList *self)
{
  set_model (self, self->model);
  changed_cb (self);
}

static void
map_cb (AnnalsEventList *self)
{
  guint position = gtk_single_selection_get_selected (self->rows);

  if (position != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", position);
}

static void
annals_event_list_dispose (GObject *object)
{
  AnnalsEventList *self = ANNALS_EVENT_LIST (object);

  annals_event_list_set_selection (self, NULL);
  g_clear_object (&self->rows);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  G_OBJECT_CLASS (annals_event_list_parent_class)->dispose (object);
}

static gboolean
annals_event_list_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (ANNALS_EVENT_LIST (widget)->view));
}

static void
annals_event_list_class_init (AnnalsEventListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = annals_event_list_dispose;
  widget_class->grab_focus = annals_event_list_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "event-list");
}

static void
annals_event_list_init (AnnalsEventList *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);

  self->rows = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->rows, FALSE);
  gtk_single_selection_set_can_unselect (self->rows, TRUE);
  g_signal_connect_object (self->rows, "notify::selected-item", G_CALLBACK (row_selected_cb), self,
                           G_CONNECT_SWAPPED);

  self->view = GTK_LIST_VIEW (gtk_list_view_new (NULL, factory));
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "event-rows");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Events by Date"), -1);
  g_signal_connect_swapped (self->view, "activate", G_CALLBACK (activate_cb), self);

  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->view));
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
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
  g_return_if_fail (ANNALS_IS_EVENT_LIST (self));

  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  if (self->rows != NULL)
    set_model (self, NULL);
  g_clear_object (&self->model);
  g_set_object (&self->selection, selection);
  if (selection == NULL)
    return;

  self->model = annals_event_model_new (selection);
  set_model (self, self->model);
  g_signal_connect_swapped (selection, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (selection, "where-changed", G_CALLBACK (where_changed_cb), self);
  changed_cb (self);
}
