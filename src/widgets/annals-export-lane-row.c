/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "annals-export-lane-row.h"
#include "annals-swatch.h"

/* A lane in the form of an export: whether it is drawn, in which colour, and whether as one thin
 * row, as in the window when it is closed there. */

#define SWATCH_PX 12

static GtkWidget *
create_swatch (const AnnalsLane *lane)
{
  GtkWidget *swatch = annals_swatch_new ();

  annals_swatch_set_color (ANNALS_SWATCH (swatch), lane->color);
  gtk_widget_set_size_request (swatch, SWATCH_PX, SWATCH_PX);
  gtk_widget_set_valign (swatch, GTK_ALIGN_CENTER);
  return swatch;
}

static GtkWidget *
create_shown (gboolean shown)
{
  GtkWidget *check = gtk_check_button_new ();

  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), shown);
  return check;
}

static GtkWidget *
create_closed (const AnnalsLane *lane, gboolean closed)
{
  /* Translators: a check box beside a lane of the timeline: the lane is drawn as one thin row. */
  GtkWidget *check = gtk_check_button_new_with_label (C_ ("lane", "Closed"));
  /* Translators: names a check box for assistive tools; %s is the name of a lane. */
  g_autofree gchar *name = g_strdup_printf (_ ("Draw %s as one thin row"), lane->label);

  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), closed);
  gtk_widget_set_tooltip_text (check, _ ("Draw the lane as one thin row"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return check;
}

/**
 * annals_export_lane_row_new:
 * @lane: a lane
 * @shown: whether it is drawn
 * @closed: whether it is drawn as one thin row
 *
 * Returns: (transfer floating): its row
 */
GtkWidget *
annals_export_lane_row_new (const AnnalsLane *lane, gboolean shown, gboolean closed)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *shown_check = create_shown (shown);
  GtkWidget *closed_check = create_closed (lane, closed);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), lane->label);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), create_swatch (lane));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), shown_check);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), closed_check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), shown_check);
  gtk_widget_set_focusable (row, FALSE);
  g_object_set_data (G_OBJECT (row), "closed", closed_check);
  return row;
}

/**
 * annals_export_lane_row_get_shown:
 * @row: the row of a lane
 *
 * Returns: (transfer none): what says whether the lane is drawn
 */
GtkCheckButton *
annals_export_lane_row_get_shown (GtkWidget *row)
{
  return GTK_CHECK_BUTTON (adw_action_row_get_activatable_widget (ADW_ACTION_ROW (row)));
}

/**
 * annals_export_lane_row_get_closed:
 * @row: the row of a lane
 *
 * Returns: (transfer none): what says whether it is drawn as one thin row
 */
GtkCheckButton *
annals_export_lane_row_get_closed (GtkWidget *row)
{
  return GTK_CHECK_BUTTON (g_object_get_data (G_OBJECT (row), "closed"));
}
