/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "annals-timeline-lanes.h"

/* What the lanes of the timeline offer: the menu of each, and a button in the corner that shows
 * those again that are hidden. */

static void
append_hidden (AnnalsTimelineView *view, GMenu *menu)
{
  AnnalsDocument *document = annals_selection_get_document (view->selection);

  for (guint i = 0; i < annals_timeline_lanes_get_n (view); i++)
    {
      guint index = annals_layout_get_lane_at (view->layout, i);
      const AnnalsLane *lane = annals_document_get_lane (document, index);
      g_autofree gchar *label = NULL;
      g_autoptr (GMenuItem) item = NULL;
      g_auto (GStrv) parts = NULL;

      if (!annals_timeline_lanes_is_hidden (view, index))
        continue;
      parts = g_strsplit (lane->label, "_", -1);
      label = g_strjoinv ("__", parts);
      item = g_menu_item_new (label, NULL);
      g_menu_item_set_action_and_target (item, "timeline.show-lane", "s", lane->id);
      g_menu_append_item (menu, item);
    }
}

static gchar *
dup_hidden_words (AnnalsTimelineView *view)
{
  guint n_hidden = annals_timeline_lanes_count_hidden (view);

  /* Translators: how many lanes of the timeline are not shown. */
  return g_strdup_printf (ngettext ("%u lane hidden", "%u lanes hidden", n_hidden), n_hidden);
}

GtkWidget *
annals_timeline_lane_menus_create_button (void)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_direction (GTK_MENU_BUTTON (button), GTK_ARROW_UP);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "hidden-lanes");
  gtk_widget_set_visible (button, FALSE);
  return button;
}

/* Says how many lanes are hidden, and lets one show them again. */
void
annals_timeline_lane_menus_update_button (AnnalsTimelineView *view, GtkWidget *button)
{
  guint n_hidden = view->layout != NULL ? annals_timeline_lanes_count_hidden (view) : 0;
  g_autofree gchar *words = dup_hidden_words (view);
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) lanes = g_menu_new ();
  g_autoptr (GMenu) all = g_menu_new ();

  gtk_widget_set_visible (button, n_hidden > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (view), "timeline.show-lanes", n_hidden > 0);
  if (n_hidden == 0)
    return;
  append_hidden (view, lanes);
  g_menu_append_section (menu, _ ("Show Again"), G_MENU_MODEL (lanes));
  g_menu_append (all, C_ ("menu", "Show _All"), "timeline.show-lanes");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (all));
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), words);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
}

static GMenu *
create_own_section (AnnalsTimelineView *view, guint lane)
{
  GMenu *section = g_menu_new ();

  g_menu_append (section, C_ ("menu", "_Name and Colour…"), "lane.edit");
  g_menu_append (section,
                 annals_timeline_lanes_is_closed (view, lane) ? C_ ("menu", "_Open")
                                                              : C_ ("menu", "_Close"),
                 "lane.toggle");
  g_menu_append (section, C_ ("menu", "Move _Up"), "lane.move-up");
  g_menu_append (section, C_ ("menu", "Move _Down"), "lane.move-down");
  g_menu_append (section, C_ ("menu", "_Hide"), "lane.hide");
  return section;
}

/* What can be done with a lane. */
GMenuModel *
annals_timeline_lane_menus_create (AnnalsTimelineView *view, guint lane)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) own = create_own_section (view, lane);
  g_autoptr (GMenu) all = g_menu_new ();
  g_autoptr (GMenu) hidden = g_menu_new ();
  g_autofree gchar *words = dup_hidden_words (view);

  g_menu_append_section (menu, NULL, G_MENU_MODEL (own));
  g_menu_append (all, C_ ("menu", "Close A_ll Lanes"), "timeline.close-lanes");
  g_menu_append (all, C_ ("menu", "Open _All Lanes"), "timeline.open-lanes");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (all));
  if (annals_timeline_lanes_count_hidden (view) > 0)
    {
      append_hidden (view, hidden);
      g_menu_append (hidden, C_ ("menu", "Show _All"), "timeline.show-lanes");
      g_menu_append_submenu (menu, words, G_MENU_MODEL (hidden));
    }
  return G_MENU_MODEL (menu);
}

static void
allocate (GtkWidget *child, gdouble x, gdouble y, gdouble width, gdouble height)
{
  GtkAllocation box = { (gint) x, (gint) y, MAX ((gint) width, 1), MAX ((gint) height, 1) };

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (child, &box, -1);
}

/* In the corner beside the overview; below the words where there is nothing else. */
void
annals_timeline_lane_menus_allocate_button (AnnalsTimelineView *view, GtkWidget *button)
{
  gdouble main_height = annals_timeline_view_get_main_height (view);
  gdouble height = gtk_widget_get_height (GTK_WIDGET (view));
  gint width = 0;
  gint least = 0;

  if (!gtk_widget_get_visible (button))
    return;
  gtk_widget_measure (button, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  gtk_widget_measure (button, GTK_ORIENTATION_VERTICAL, -1, &least, NULL, NULL, NULL);
  if (annals_layout_get_n_events (view->layout) == 0)
    allocate (button, (gtk_widget_get_width (GTK_WIDGET (view)) - width) / 2.0,
              height / 2.0 + 14.0 * view->metrics.text_scale, width, least);
  else
    allocate (button, 3.0,
              main_height < height ? main_height + (height - main_height - least) / 2.0
                                   : height - least - 2.0,
              MIN (width, view->metrics.header_width_px - 6.0), least);
}
