/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "annals-recent-popover.h"
#include "annals-recent.h"

/* The list is made anew each time it is shown: files come and go meanwhile. Which of them are gone
 * is found out while it is shown already, since a disk may be slow to answer. */

#define LONG_LIST 7
#define LIST_WIDTH_PX 320
#define LIST_HEIGHT_PX 400
#define NAME_CHARS 40

struct _AnnalsRecentPopover
{
  GtkPopover parent_instance;

  GtkWidget *search;
  GtkWidget *scroller;
  GtkWidget *list;
  GtkWidget *none;
  GtkWidget *clear;
  GCancellable *asking; /* (nullable) the disk about the files of the list */
};

G_DEFINE_FINAL_TYPE (AnnalsRecentPopover, annals_recent_popover, GTK_TYPE_POPOVER)

static const AnnalsRecentItem *
get_item (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "item");
}

static void fill (AnnalsRecentPopover *self);

static void
remove_cb (AnnalsRecentPopover *self, GtkWidget *button)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, GTK_TYPE_LIST_BOX_ROW);

  annals_recent_remove (get_item (GTK_LIST_BOX_ROW (row))->uri);
  fill (self);
  gtk_widget_grab_focus (self->list);
}

static void
clear_cb (AnnalsRecentPopover *self)
{
  annals_recent_clear ();
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
open_cb (AnnalsRecentPopover *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open", NULL);
}

static void
activated_cb (AnnalsRecentPopover *self, GtkListBoxRow *row)
{
  const AnnalsRecentItem *item = get_item (row);

  if (item->is_missing)
    return;
  gtk_popover_popdown (GTK_POPOVER (self));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-recent", "s", item->uri);
}

/* Enter in the search opens what is found first. */
static void
search_activated_cb (AnnalsRecentPopover *self)
{
  for (GtkWidget *row = gtk_widget_get_first_child (self->list); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (gtk_widget_get_child_visible (row) && !get_item (GTK_LIST_BOX_ROW (row))->is_missing)
      {
        activated_cb (self, GTK_LIST_BOX_ROW (row));
        return;
      }
}

static gboolean
contains (const gchar *text, const gchar *words)
{
  g_autofree gchar *folded = g_utf8_casefold (text, -1);

  return strstr (folded, words) != NULL;
}

static gboolean
is_found (GtkListBoxRow *row, gpointer user_data)
{
  AnnalsRecentPopover *self = user_data;
  const AnnalsRecentItem *item = get_item (row);
  g_autofree gchar *words = g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (self->search)),
                                             -1);

  return contains (item->name, words) || (item->folder != NULL && contains (item->folder, words));
}

static GtkWidget *
create_label (const gchar *text, const gchar *style, PangoEllipsizeMode ellipsize)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0F);
  gtk_label_set_ellipsize (GTK_LABEL (label), ellipsize);
  gtk_label_set_max_width_chars (GTK_LABEL (label), NAME_CHARS);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

static gchar *
dup_second_line (const AnnalsRecentItem *item)
{
  const gchar *folder = item->folder != NULL ? item->folder : "";

  if (!item->is_missing)
    return g_strdup (folder);
  /* Translators: %s is the folder in which a file once was. */
  return g_strdup_printf (_ ("No longer in %s"), folder);
}

static GtkWidget *
create_remove_button (AnnalsRecentPopover *self, const AnnalsRecentItem *item)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("list-remove-symbolic");
  /* Translators: %s is the name of a file. */
  g_autofree gchar *label = g_strdup_printf (_ ("Remove “%s” from the List"), item->name);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("Remove from the List"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (remove_cb), self);
  return button;
}

static void
fill_row (AnnalsRecentPopover *self, GtkListBoxRow *row)
{
  const AnnalsRecentItem *item = get_item (row);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree gchar *second = dup_second_line (item);
  g_autofree gchar *label = g_strdup_printf ("%s, %s", item->name, second);
  GtkWidget *name = create_label (item->name, item->is_missing ? "dim-label" : NULL,
                                  PANGO_ELLIPSIZE_MIDDLE);
  GtkWidget *folder = create_label (second, "caption", PANGO_ELLIPSIZE_START);

  gtk_widget_add_css_class (folder, "dim-label");
  gtk_box_append (GTK_BOX (lines), name);
  gtk_box_append (GTK_BOX (lines), folder);
  gtk_widget_set_hexpand (lines, TRUE);
  gtk_box_append (GTK_BOX (box), lines);
  if (item->is_missing)
    gtk_box_append (GTK_BOX (box), create_remove_button (self, item));
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_list_box_row_set_child (row, box);
  gtk_list_box_row_set_activatable (row, !item->is_missing);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
asked_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) row = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInfo) info = g_file_query_info_finish (G_FILE (object), result, &error);
  AnnalsRecentItem *item = g_object_get_data (G_OBJECT (row), "item");
  GtkWidget *self = gtk_widget_get_ancestor (row, ANNALS_TYPE_RECENT_POPOVER);

  if (info != NULL || self == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  item->is_missing = TRUE;
  fill_row (ANNALS_RECENT_POPOVER (self), GTK_LIST_BOX_ROW (row));
}

/* A file elsewhere is not asked for: that would ask for its server first. */
static void
ask (AnnalsRecentPopover *self, GtkWidget *row)
{
  g_autoptr (GFile) file = g_file_new_for_uri (get_item (GTK_LIST_BOX_ROW (row))->uri);

  if (g_file_is_native (file))
    g_file_query_info_async (file, G_FILE_ATTRIBUTE_STANDARD_TYPE, G_FILE_QUERY_INFO_NONE,
                             G_PRIORITY_DEFAULT, self->asking, asked_cb, g_object_ref (row));
}

/* Takes the item. */
static GtkWidget *
create_row (AnnalsRecentPopover *self, AnnalsRecentItem *item)
{
  GtkWidget *row = gtk_list_box_row_new ();

  g_object_set_data_full (G_OBJECT (row), "item", item, (GDestroyNotify) annals_recent_item_free);
  fill_row (self, GTK_LIST_BOX_ROW (row));
  ask (self, row);
  return row;
}

static void
stop_asking (AnnalsRecentPopover *self)
{
  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
}

static void
fill (AnnalsRecentPopover *self)
{
  g_autoptr (GPtrArray) items = annals_recent_list ();
  guint n_items = items->len;
  GtkWidget *row = NULL;

  stop_asking (self);
  self->asking = g_cancellable_new ();
  while ((row = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
  g_ptr_array_set_free_func (items, NULL);
  for (guint i = 0; i < n_items; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->list),
                         create_row (self, g_ptr_array_index (items, i)));

  gtk_widget_set_visible (self->search, n_items >= LONG_LIST);
  gtk_widget_set_visible (self->scroller, n_items > 0);
  gtk_widget_set_visible (self->clear, n_items > 0);
  gtk_widget_set_visible (self->none, n_items == 0);
}

/* What there is instead of a list, for the keys too. */
static GtkWidget *
create_nothing (AnnalsRecentPopover *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *label = gtk_label_new (_ ("No recent documents"));
  GtkWidget *button = gtk_button_new_with_label (_ ("Open…"));

  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (open_cb), self);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), button);
  gtk_widget_set_margin_top (box, 18);
  gtk_widget_set_margin_bottom (box, 18);
  return box;
}

static void
create_children (AnnalsRecentPopover *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->search = gtk_search_entry_new ();
  g_object_set (self->search, "placeholder-text", _ ("Search Recent Documents"), NULL);
  g_signal_connect_swapped (self->search, "activate", G_CALLBACK (search_activated_cb), self);
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "navigation-sidebar");
  gtk_list_box_set_filter_func (GTK_LIST_BOX (self->list), is_found, self, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Recent Documents"), -1);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (activated_cb), self);
  g_signal_connect_swapped (self->search, "search-changed",
                            G_CALLBACK (gtk_list_box_invalidate_filter), self->list);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->scroller), LIST_HEIGHT_PX);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->list);
  self->none = create_nothing (self);
  self->clear = gtk_button_new_with_mnemonic (_ ("_Clear List"));
  gtk_widget_add_css_class (self->clear, "flat");
  g_signal_connect_swapped (self->clear, "clicked", G_CALLBACK (clear_cb), self);

  gtk_box_append (GTK_BOX (box), self->search);
  gtk_box_append (GTK_BOX (box), self->scroller);
  gtk_box_append (GTK_BOX (box), self->none);
  gtk_box_append (GTK_BOX (box), self->clear);
  gtk_widget_set_size_request (box, LIST_WIDTH_PX, -1);
  gtk_popover_set_child (GTK_POPOVER (self), box);
}

static void
annals_recent_popover_show (GtkWidget *widget)
{
  AnnalsRecentPopover *self = ANNALS_RECENT_POPOVER (widget);

  if (self->list == NULL)
    create_children (self);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  fill (self);
  GTK_WIDGET_CLASS (annals_recent_popover_parent_class)->show (widget);
}

static void
annals_recent_popover_dispose (GObject *object)
{
  stop_asking (ANNALS_RECENT_POPOVER (object));
  G_OBJECT_CLASS (annals_recent_popover_parent_class)->dispose (object);
}

static void
annals_recent_popover_class_init (AnnalsRecentPopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = annals_recent_popover_dispose;
  GTK_WIDGET_CLASS (klass)->show = annals_recent_popover_show;
}

static void
annals_recent_popover_init (AnnalsRecentPopover *self)
{
}

/**
 * annals_recent_popover_new:
 *
 * Returns: (transfer floating): a popover that lists nothing until it is shown
 */
GtkWidget *
annals_recent_popover_new (void)
{
  return g_object_new (ANNALS_TYPE_RECENT_POPOVER, NULL);
}
