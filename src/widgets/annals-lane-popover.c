/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "annals-lane-changes.h"
#include "annals-names.h"
#include "annals-swatch.h"
#include "annals-theme.h"
#include "annals-timeline-lanes.h"

/* Name and colour of a lane. A colour is taken at once, a name when Enter is pressed or its entry
 * is left; Esc in the entry leaves the name as it was. */

#define SWATCH_PX 22
#define COLUMNS 4

typedef struct
{
  AnnalsDocument *document;
  guint lane;
  GtkWidget *entry;
  gboolean gives_up;
} Editing;

/* By index of the colour; what they are in all looks of the picture. */
static const gchar *const color_names[ANNALS_N_LANE_COLORS] = {
  NC_ ("colour", "Blue"), NC_ ("colour", "Rust"),  NC_ ("colour", "Olive"), NC_ ("colour", "Plum"),
  NC_ ("colour", "Teal"), NC_ ("colour", "Ochre"), NC_ ("colour", "Rose"),  NC_ ("colour", "Slate"),
};

static void
editing_free (gpointer data)
{
  Editing *editing = data;

  g_object_unref (editing->document);
  g_free (editing);
}

static void
take_name (Editing *editing)
{
  if (!editing->gives_up)
    annals_lane_rename (editing->document, editing->lane,
                        gtk_editable_get_text (GTK_EDITABLE (editing->entry)));
}

static void
closed_cb (GtkPopover *popover, gpointer user_data)
{
  take_name (user_data);
}

static void
left_cb (GtkEventControllerFocus *focus, gpointer user_data)
{
  take_name (user_data);
}

static void
activate_cb (GtkWidget *entry, gpointer popover)
{
  gtk_popover_popdown (popover);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint key,
                guint code,
                GdkModifierType state,
                gpointer user_data)
{
  Editing *editing = user_data;

  if (key == GDK_KEY_Escape
      && gtk_widget_get_state_flags (editing->entry) & GTK_STATE_FLAG_FOCUS_WITHIN)
    editing->gives_up = TRUE;
  return FALSE;
}

static void
toggled_cb (GtkToggleButton *button, gpointer user_data)
{
  Editing *editing = user_data;

  if (gtk_toggle_button_get_active (button))
    annals_lane_recolor (editing->document, editing->lane,
                         GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "annals-color")));
}

static GtkWidget *
create_color (guint color)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *swatch = annals_swatch_new ();
  const gchar *name = g_dpgettext2 (GETTEXT_PACKAGE, "colour", color_names[color]);

  annals_swatch_set_color (ANNALS_SWATCH (swatch), color);
  gtk_widget_set_size_request (swatch, SWATCH_PX, SWATCH_PX);
  gtk_widget_set_halign (swatch, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (swatch, GTK_ALIGN_CENTER);
  gtk_button_set_child (GTK_BUTTON (button), swatch);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "lane-color");
  gtk_widget_set_tooltip_text (button, name);
  annals_names_set (button, name);
  g_object_set_data (G_OBJECT (button), "annals-color", GUINT_TO_POINTER (color));
  return button;
}

static GtkWidget *
create_colors (Editing *editing)
{
  GtkWidget *grid = gtk_grid_new ();
  GtkToggleButton *first = NULL;
  guint now = annals_document_get_lane (editing->document, editing->lane)->color;

  gtk_grid_set_column_spacing (GTK_GRID (grid), 4);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 4);
  gtk_widget_set_halign (grid, GTK_ALIGN_CENTER);
  for (guint i = 0; i < ANNALS_N_LANE_COLORS; i++)
    {
      GtkWidget *button = create_color (i);

      if (first == NULL)
        first = GTK_TOGGLE_BUTTON (button);
      else
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), first);
      if (i == now % ANNALS_N_LANE_COLORS)
        gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
      gtk_grid_attach (GTK_GRID (grid), button, (gint) (i % COLUMNS), (gint) (i / COLUMNS), 1, 1);
    }
  for (GtkWidget *button = gtk_widget_get_first_child (grid); button != NULL;
       button = gtk_widget_get_next_sibling (button))
    g_signal_connect (button, "toggled", G_CALLBACK (toggled_cb), editing);
  annals_names_set (grid, _ ("Colour"));
  return grid;
}

/**
 * annals_lane_popover_new:
 * @document: a document
 * @lane: index of a lane
 *
 * Returns: (transfer floating): a popover that asks for another name and colour of the lane
 */
GtkWidget *
annals_lane_popover_new (AnnalsDocument *document, guint lane)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  Editing *editing = g_new0 (Editing, 1);

  editing->document = g_object_ref (document);
  editing->lane = lane;
  editing->entry = gtk_entry_new ();
  gtk_entry_set_max_length (GTK_ENTRY (editing->entry), ANNALS_MAX_LANE_LABEL_CHARS);
  gtk_editable_set_width_chars (GTK_EDITABLE (editing->entry), 24);
  gtk_editable_set_text (GTK_EDITABLE (editing->entry),
                         annals_document_get_lane (document, lane)->label);
  annals_names_set (editing->entry, _ ("Name of the Lane"));
  g_signal_connect_object (editing->entry, "activate", G_CALLBACK (activate_cb), popover, 0);
  g_signal_connect (focus, "leave", G_CALLBACK (left_cb), editing);
  gtk_widget_add_controller (editing->entry, focus);
  gtk_box_append (GTK_BOX (box), editing->entry);
  gtk_box_append (GTK_BOX (box), create_colors (editing));
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_widget_add_css_class (popover, "lane-popover");
  annals_names_set (popover, _ ("Lane"));

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), editing);
  gtk_widget_add_controller (popover, keys);
  g_object_set_data_full (G_OBJECT (popover), "annals-editing", editing, editing_free);
  g_signal_connect (popover, "closed", G_CALLBACK (closed_cb), editing);
  return popover;
}
