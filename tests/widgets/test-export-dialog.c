/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>
#include <glib/gstdio.h>

#include "annals-date-row.h"
#include "annals-export-dialog.h"
#include "annals-export-preview.h"
#include "sample-document.h"
#include "widgets-testing.h"

/* The export dialog: which rows there are, what is wrong at once, what is remembered, what is
 * written. */

#define PATIENCE_S 30

/* Lanes that are not as they were made. */
#define CLOSED 1
#define MOVED 2

typedef struct
{
  AnnalsDocument *document;
  AnnalsExportDialog *dialog;
  AnnalsExportPreview *preview;
  gchar *folder;
  GFile *saved;
} Fixture;

static void
saved_cb (AnnalsExportDialog *dialog, GFile *file, gpointer user_data)
{
  g_set_object (&((Fixture *) user_data)->saved, file);
}

static void
gone_cb (gpointer user_data, GObject *dialog)
{
  ((Fixture *) user_data)->dialog = NULL;
}

static GtkWidget *
find (GtkWidget *widget, GType type, const gchar *property, const gchar *value)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    {
      g_autofree gchar *own = NULL;

      if (property != NULL)
        g_object_get (widget, property, &own, NULL);
      if (g_strcmp0 (own, value) == 0)
        return widget;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type, property, value);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
get_row (Fixture *fixture, const gchar *title)
{
  GtkWidget *row = find (GTK_WIDGET (fixture->dialog), ADW_TYPE_PREFERENCES_ROW, "title", title);

  if (row == NULL)
    g_error ("There is no row “%s”.", title);
  return row;
}

static GtkSpinButton *
get_spin (Fixture *fixture, const gchar *title)
{
  return GTK_SPIN_BUTTON (find (get_row (fixture, title), GTK_TYPE_SPIN_BUTTON, NULL, NULL));
}

static GtkSwitch *
get_switch (Fixture *fixture, const gchar *title)
{
  return GTK_SWITCH (find (get_row (fixture, title), GTK_TYPE_SWITCH, NULL, NULL));
}

static void
choose (Fixture *fixture, const gchar *title, guint position)
{
  adw_combo_row_set_selected (ADW_COMBO_ROW (get_row (fixture, title)), position);
}

static guint
count_sizes (Fixture *fixture)
{
  return g_list_model_get_n_items (
      adw_combo_row_get_model (ADW_COMBO_ROW (get_row (fixture, "_Size"))));
}

static gboolean
can_export (Fixture *fixture)
{
  GtkWidget *label = find (GTK_WIDGET (fixture->dialog), GTK_TYPE_LABEL, "label", "_Export…");

  return gtk_widget_is_sensitive (label);
}

/* Waits until the preview shows what the form says. */
static void
wait_preview (Fixture *fixture)
{
  gint64 begin_us = g_get_monotonic_time ();

  while (annals_export_canvas_is_busy (annals_export_preview_get_canvas (fixture->preview)))
    {
      if (g_get_monotonic_time () > begin_us + PATIENCE_S * G_USEC_PER_SEC)
        g_error ("There is no preview within %d s.", PATIENCE_S);
      g_main_context_iteration (NULL, TRUE);
    }
  g_test_message ("preview after %.1f ms", (gdouble) (g_get_monotonic_time () - begin_us) / 1000.0);
}

static void
open_dialog (Fixture *fixture, const AnnalsExportDefaults *defaults)
{
  g_auto (AnnalsExportChoices) choices = { 0 };

  annals_export_choices_init (&choices, fixture->document, defaults);
  choices.first = annals_instant_from_date (1990, 1, 1);
  choices.last = annals_instant_from_date (2005, 1, 1);
  choices.closed_lanes[CLOSED] = TRUE;
  fixture->dialog = ANNALS_EXPORT_DIALOG (
      annals_export_dialog_new (NULL, fixture->document, &choices));
  fixture->preview = ANNALS_EXPORT_PREVIEW (
      find (GTK_WIDGET (fixture->dialog), ANNALS_TYPE_EXPORT_PREVIEW, NULL, NULL));
  g_signal_connect (fixture->dialog, "saved", G_CALLBACK (saved_cb), fixture);
  g_object_weak_ref (G_OBJECT (fixture->dialog), gone_cb, fixture);
  gtk_window_present (GTK_WINDOW (fixture->dialog));
  widgets_testing_settle (GTK_WIDGET (fixture->dialog));
  wait_preview (fixture);
}

/* Nothing may keep a dialog that is closed, but for a moment. */
static void
close_dialog (Fixture *fixture)
{
  gint64 until_us = g_get_monotonic_time () + PATIENCE_S * G_USEC_PER_SEC;

  widgets_testing_close (GTK_WIDGET (fixture->dialog));
  while (fixture->dialog != NULL)
    {
      if (g_get_monotonic_time () > until_us)
        g_error ("The dialog is still there after %d s.", PATIENCE_S);
      widgets_testing_run (10);
    }
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  const AnnalsExportDefaults defaults = ANNALS_EXPORT_DEFAULTS_INIT;

  fixture->document = sample_document_new_commentary ();
  annals_document_move_lane (fixture->document, MOVED, 0);
  fixture->folder = g_dir_make_tmp ("annals-export-XXXXXX", NULL);
  open_dialog (fixture, &defaults);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->dialog != NULL)
    close_dialog (fixture);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_clear_object (&fixture->saved);
  g_clear_object (&fixture->document);
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
}

/* Only the rows that matter for the format and the size are there. */
static void
test_rows (Fixture *fixture, gconstpointer data)
{
  const struct
  {
    guint format;
    gboolean custom;
    const gchar *shown[5];
    const gchar *hidden[5];
  } cases[] = {
    { ANNALS_EXPORT_PNG, TRUE, { "_Width", "Sca_le" }, { "Pixels per _Inch", "_Height" } },
    { ANNALS_EXPORT_PNG, FALSE, { "Pixels per _Inch" }, { "_Width", "Sca_le" } },
    { ANNALS_EXPORT_SVG, TRUE, { "_Width" }, { "Sca_le", "Pixels per _Inch" } },
    { ANNALS_EXPORT_PDF, FALSE, { "_Pages Side by Side", "E_vidence" }, { "Sca_le", "_Width" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      choose (fixture, "_Format", cases[i].format);
      choose (fixture, "_Size", cases[i].custom ? count_sizes (fixture) - 1 : 1);
      for (const gchar *const *title = cases[i].shown; *title != NULL; title++)
        g_assert_true (gtk_widget_is_visible (get_row (fixture, *title)));
      for (const gchar *const *title = cases[i].hidden; *title != NULL; title++)
        g_assert_false (gtk_widget_is_visible (get_row (fixture, *title)));
    }
}

/* What is wrong is said beside the preview at once, and nothing can be exported until it is not. */
static void
test_wrong_size (Fixture *fixture, gconstpointer data)
{
  GtkSpinButton *width = get_spin (fixture, "_Width");

  g_assert_true (can_export (fixture));
  gtk_editable_set_text (GTK_EDITABLE (width), "90");
  wait_preview (fixture);
  g_assert_nonnull (annals_export_preview_get_problem (fixture->preview));
  g_assert_false (can_export (fixture));

  gtk_editable_set_text (GTK_EDITABLE (width), "900");
  wait_preview (fixture);
  g_assert_null (annals_export_preview_get_problem (fixture->preview));
  g_assert_true (can_export (fixture));

  gtk_spin_button_set_value (get_spin (fixture, "Sca_le"), 16.0);
  gtk_editable_set_text (GTK_EDITABLE (width), "20000");
  wait_preview (fixture);
  g_assert_nonnull (annals_export_preview_get_problem (fixture->preview));
  g_assert_false (can_export (fixture));
}

/* A range that is selected is what chosen dates begin with; it changes nothing until then. */
static void
test_offered_dates (Fixture *fixture, gconstpointer data)
{
  GtkWidget *dates = get_row (fixture, "_Dates");

  annals_export_dialog_offer_dates (fixture->dialog, "1970/1975");
  g_assert_false (gtk_widget_is_visible (dates));
  choose (fixture, "_Range", ANNALS_EXPORT_RANGE_DATES);
  g_assert_true (gtk_widget_is_visible (dates));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (dates)), ==, "1970/1975");
  wait_preview (fixture);
}

static void
test_wrong_dates (Fixture *fixture, gconstpointer data)
{
  GtkWidget *dates = get_row (fixture, "_Dates");

  g_assert_false (gtk_widget_is_visible (dates));
  choose (fixture, "_Range", ANNALS_EXPORT_RANGE_DATES);
  g_assert_true (gtk_widget_is_visible (dates));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (dates)), ==, "1990/2005");
  g_assert_true (can_export (fixture));

  gtk_editable_set_text (GTK_EDITABLE (dates), "2005/1990");
  g_assert_false (can_export (fixture));
  annals_date_row_show_problem (ANNALS_DATE_ROW (dates));
  g_assert_true (gtk_widget_has_css_class (dates, "error"));
  gtk_editable_set_text (GTK_EDITABLE (dates), "1990 – 2004");
  wait_preview (fixture);
  g_assert_false (gtk_widget_has_css_class (dates, "error"));
  g_assert_true (can_export (fixture));
}

static void
test_lanes (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row = get_row (fixture, "La_nes");
  guint n_lanes = annals_document_get_n_lanes (fixture->document);

  /* Whether it is drawn, and whether it is closed. */
  g_assert_cmpuint (widgets_testing_count_widgets (row, GTK_TYPE_CHECK_BUTTON), ==, 2 * n_lanes);
  for (guint i = 0; i < n_lanes; i++)
    {
      const AnnalsLane *lane = annals_document_get_lane (fixture->document, i);
      GtkWidget *closed = find (get_row (fixture, lane->label), GTK_TYPE_CHECK_BUTTON, "label",
                                "Closed");
      GtkWidget *check = find (get_row (fixture, lane->label), GTK_TYPE_CHECK_BUTTON, "label",
                               NULL);

      g_assert_true (can_export (fixture));
      g_assert_cmpint (gtk_check_button_get_active (GTK_CHECK_BUTTON (closed)), ==, i == CLOSED);
      g_assert_true (gtk_widget_is_sensitive (closed));
      gtk_check_button_set_active (GTK_CHECK_BUTTON (check), FALSE);
      g_assert_false (gtk_widget_is_sensitive (closed));
      wait_preview (fixture);
    }
  g_assert_false (can_export (fixture));
}

/* Lanes are listed in the order in which they are drawn. */
static void
test_lane_order (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row = get_row (fixture, "La_nes");
  gdouble above = -1.0;

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  widgets_testing_settle (GTK_WIDGET (fixture->dialog));
  g_assert_cmpuint (annals_document_get_lane_at (fixture->document, 0), ==, MOVED);
  for (guint i = 0; i < annals_document_get_n_lanes (fixture->document); i++)
    {
      const AnnalsLane *lane = annals_document_get_lane (
          fixture->document, annals_document_get_lane_at (fixture->document, i));
      graphene_rect_t bounds;

      g_assert_true (gtk_widget_compute_bounds (get_row (fixture, lane->label), row, &bounds));
      g_assert_cmpfloat (bounds.origin.y, >, above);
      above = bounds.origin.y;
    }
}

/* A length stays the same length in another unit, and the free size begins with the one before. */
static void
test_units (Fixture *fixture, gconstpointer data)
{
  GtkDropDown *unit = NULL;
  const AnnalsExportDefaults *chosen = annals_export_dialog_get_defaults (fixture->dialog);

  choose (fixture, "_Size", 1);
  g_assert_cmpstr (chosen->preset, ==, "a4");
  g_assert_cmpfloat_with_epsilon (chosen->scale, 300.0 / 96.0, 0.001);
  choose (fixture, "_Size", count_sizes (fixture) - 1);
  g_assert_cmpint (chosen->size.unit, ==, ANNALS_UNIT_MM);
  g_assert_cmpfloat (gtk_spin_button_get_value (get_spin (fixture, "_Width")), ==, 297.0);
  g_assert_cmpfloat (gtk_spin_button_get_value (get_spin (fixture, "_Height")), ==, 210.0);

  unit = GTK_DROP_DOWN (find (get_row (fixture, "_Width"), GTK_TYPE_DROP_DOWN, NULL, NULL));
  gtk_drop_down_set_selected (unit, ANNALS_UNIT_PX);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_spin (fixture, "_Width"))), ==, "1123");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_spin (fixture, "_Height"))), ==, "794");
}

/* What was chosen last is what the next dialog begins with. */
static void
test_remembered (Fixture *fixture, gconstpointer data)
{
  AnnalsExportDefaults last;
  const AnnalsExportDefaults *next = NULL;

  choose (fixture, "_Format", ANNALS_EXPORT_PDF);
  choose (fixture, "_Theme", ANNALS_THEME_DARK);
  gtk_switch_set_active (get_switch (fixture, "Explain the _Marks"), FALSE);
  gtk_switch_set_active (get_switch (fixture, "So_urce Line"), FALSE);
  gtk_spin_button_set_value (get_spin (fixture, "_Pages Side by Side"), 3.0);
  gtk_spin_button_set_value (get_spin (fixture, "_Width"), 1234.0);
  last = *annals_export_dialog_get_defaults (fixture->dialog);
  close_dialog (fixture);
  g_assert_null (fixture->dialog);

  open_dialog (fixture, &last);
  next = annals_export_dialog_get_defaults (fixture->dialog);
  g_assert_cmpint (next->format, ==, ANNALS_EXPORT_PDF);
  g_assert_cmpint (next->theme, ==, ANNALS_THEME_DARK);
  g_assert_false (next->legend);
  g_assert_false (next->source_line);
  g_assert_true (next->title);
  g_assert_cmpuint (next->pages, ==, 3);
  g_assert_cmpfloat (next->size.width, ==, 1234.0);
  g_assert_cmpstr (next->preset, ==, "custom");
  g_assert_cmpfloat (gtk_spin_button_get_value (get_spin (fixture, "_Width")), ==, 1234.0);
}

static void
test_saved (Fixture *fixture, gconstpointer data)
{
  g_autofree gchar *path = g_build_filename (fixture->folder, "out.png", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GdkTexture) texture = NULL;
  GdkTexture *read = NULL;

  gtk_spin_button_set_value (get_spin (fixture, "_Width"), 700.0);
  gtk_spin_button_set_value (get_spin (fixture, "Sca_le"), 3.0);
  annals_export_dialog_save_to (fixture->dialog, file);
  g_assert_false (can_export (fixture));
  while (fixture->dialog != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (fixture->saved);
  g_assert_true (g_file_equal (fixture->saved, file));
  read = gdk_texture_new_from_filename (path, NULL);
  texture = read;
  g_assert_cmpint (gdk_texture_get_width (texture), ==, 2100);
  g_unlink (path);
}

/* A failed write is said, and the dialog stays as it is. */
static void
test_not_saved (Fixture *fixture, gconstpointer data)
{
  g_autofree gchar *path = g_build_filename (fixture->folder, "nowhere", "out.png", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GtkWidget *revealer = find (GTK_WIDGET (fixture->dialog), GTK_TYPE_REVEALER, NULL, NULL);

  annals_export_dialog_save_to (fixture->dialog, file);
  while (!can_export (fixture))
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (fixture->saved);
  g_assert_nonnull (fixture->dialog);
  g_assert_true (gtk_revealer_get_reveal_child (GTK_REVEALER (revealer)));
}

/* While something is written, Cancel stops that and nothing more. */
static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autofree gchar *path = g_build_filename (fixture->folder, "large.png", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  gtk_spin_button_set_value (get_spin (fixture, "_Width"), 4000.0);
  gtk_spin_button_set_value (get_spin (fixture, "Sca_le"), 4.0);
  wait_preview (fixture);
  g_assert_true (can_export (fixture));
  annals_export_dialog_save_to (fixture->dialog, file);
  gtk_widget_activate_action (GTK_WIDGET (fixture->dialog), "export.cancel", NULL);
  while (fixture->dialog != NULL && !can_export (fixture))
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (fixture->dialog);
  g_assert_null (fixture->saved);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));

  gtk_widget_activate_action (GTK_WIDGET (fixture->dialog), "export.cancel", NULL);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (fixture->dialog);
}

/* The preview leafs through the pages, those of the evidence too. */
static void
test_pages (Fixture *fixture, gconstpointer data)
{
  AnnalsExportCanvas *canvas = annals_export_preview_get_canvas (fixture->preview);
  guint n_pages = 0;

  g_assert_cmpuint (annals_export_canvas_get_n_pages (canvas), ==, 1);
  choose (fixture, "_Format", ANNALS_EXPORT_PDF);
  choose (fixture, "_Size", 1);
  gtk_spin_button_set_value (get_spin (fixture, "_Pages Side by Side"), 3.0);
  wait_preview (fixture);
  n_pages = annals_export_canvas_get_n_pages (canvas);
  g_assert_cmpuint (n_pages, >, 3);
  annals_export_canvas_set_page (canvas, n_pages - 1);
  wait_preview (fixture);
  g_assert_cmpuint (annals_export_canvas_get_page (canvas), ==, n_pages - 1);
  gtk_switch_set_active (get_switch (fixture, "E_vidence"), FALSE);
  wait_preview (fixture);
  g_assert_cmpuint (annals_export_canvas_get_n_pages (canvas), ==, 3);
  g_assert_cmpuint (annals_export_canvas_get_page (canvas), ==, 2);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  widgets_testing_init (&argc, &argv);

  ADD ("/widgets/export-dialog/rows", test_rows);
  ADD ("/widgets/export-dialog/wrong-size", test_wrong_size);
  ADD ("/widgets/export-dialog/offered-dates", test_offered_dates);
  ADD ("/widgets/export-dialog/wrong-dates", test_wrong_dates);
  ADD ("/widgets/export-dialog/lanes", test_lanes);
  ADD ("/widgets/export-dialog/lane-order", test_lane_order);
  ADD ("/widgets/export-dialog/units", test_units);
  ADD ("/widgets/export-dialog/remembered", test_remembered);
  ADD ("/widgets/export-dialog/saved", test_saved);
  ADD ("/widgets/export-dialog/not-saved", test_not_saved);
  ADD ("/widgets/export-dialog/cancelled", test_cancelled);
  ADD ("/widgets/export-dialog/pages", test_pages);

  return g_test_run ();
}
