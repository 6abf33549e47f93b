/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annals-export-choices.h"
#include "sample-document.h"

/* What is chosen for an export, and the options that come of it. */

typedef struct
{
  const gchar *preset;
  AnnalsExportSize size;
  gint width_px;
  gint height_px;
  gboolean metric;
} SizeCase;

static const SizeCase size_cases[] = {
  { "window", { 0 }, 911, 0, FALSE },
  { "a4", { 0 }, 1123, 794, TRUE },
  { "letter", { 0 }, 1056, 816, TRUE },
  { "slide", { 0 }, 1920, 1080, FALSE },
  { "custom", { 1234.0, 0.0, ANNALS_UNIT_PX }, 1234, 0, FALSE },
  { "custom", { 254.0, 127.0, ANNALS_UNIT_MM }, 960, 480, TRUE },
  { "custom", { 10.0, 0.0, ANNALS_UNIT_IN }, 960, 0, TRUE },
  { "of no such name", { 500.0, 400.0, ANNALS_UNIT_PX }, 500, 400, FALSE },
  { NULL, { 500.0, 400.0, ANNALS_UNIT_PX }, 500, 400, FALSE },
};

static void
test_size (gconstpointer data)
{
  const SizeCase *test = data;
  g_autoptr (AnnalsDocument) document = sample_document_new_commentary ();
  AnnalsExportDefaults defaults = ANNALS_EXPORT_DEFAULTS_INIT;
  g_auto (AnnalsExportChoices) choices = { 0 };
  g_autoptr (AnnalsExportOrder) order = NULL;

  defaults.preset = test->preset;
  defaults.size = test->size;
  defaults.window_width_px = 911;
  annals_export_choices_init (&choices, document, &defaults);
  order = annals_export_order_new_from_choices (document, &choices, NULL);
  g_assert_nonnull (order);
  g_assert_cmpint (order->options.width_px, ==, test->width_px);
  g_assert_cmpint (order->options.height_px, ==, test->height_px);
  g_assert_cmpint (annals_export_choices_is_metric (&choices), ==, test->metric);
  g_assert_cmpint (annals_export_choices_has_free_height (&choices), ==, test->height_px == 0);
}

/* Print is dense, a size in pixels is meant as it stands. */
static void
test_usual_scale (void)
{
  AnnalsExportDefaults defaults = ANNALS_EXPORT_DEFAULTS_INIT;

  g_assert_cmpfloat (annals_export_choices_get_usual_scale (&defaults), ==, 2.0);
  defaults.size.unit = ANNALS_UNIT_MM;
  g_assert_cmpfloat (annals_export_choices_get_usual_scale (&defaults), ==, 3.125);
  defaults.preset = ANNALS_EXPORT_PRESET_WINDOW;
  g_assert_cmpfloat (annals_export_choices_get_usual_scale (&defaults), ==, 2.0);
  defaults.preset = "4k";
  g_assert_cmpfloat (annals_export_choices_get_usual_scale (&defaults), ==, 1.0);
  defaults.preset = "letter";
  g_assert_cmpfloat (annals_export_choices_get_usual_scale (&defaults), ==, 3.125);
}

typedef struct
{
  const gchar *text;
  const gchar *edtf; /* NULL: refused */
} DatesCase;

static const DatesCase dates_cases[] = {
  { "1945/2010", "1945/2010" },
  { "  1945/2010 ", "1945/2010" },
  { "1945 – 2010", "1945/2010" },
  { "1945–2010", "1945/2010" },
  { "1945 - 2010", "1945/2010" },
  { "1945 to 2010", "1945/2010" },
  { "from 1945 until March 2010", "1945/2010-03" },
  { "early 1970s", "1970~/1973~" },
  { "1973-10-17 - 1974-03-18", "1973-10-17/1974-03-18" },
  { "1973", "1973" },
  { "197X", "197X" },
  { "1945/..", "1945/.." },
  { "../1945", "../1945" },
  { "-0043/1066", "-0043/1066" },
  { "", NULL },
  { "   ", NULL },
  { "2010/1945", NULL },
  { "yesterday", NULL },
  { "1945 2010", NULL },
  { "1945/2010/2020", NULL },
  { "1945/2010/..", NULL },
  { "1945-13", NULL },
};

static void
test_dates (gconstpointer data)
{
  const DatesCase *test = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AnnalsDate) date = annals_export_choices_dup_dates (test->text, &error);

  if (test->edtf == NULL)
    {
      g_assert_null (date);
      g_assert_nonnull (error);
      g_assert_true (g_str_has_suffix (error->message, "."));
      return;
    }
  g_assert_no_error (error);
  g_assert_cmpstr (annals_date_get_edtf (date), ==, test->edtf);
}

/* Each choice is found in the options, and those that do not matter for the format are not. */
static void
test_options (void)
{
  g_autoptr (AnnalsDocument) document = sample_document_new_commentary ();
  AnnalsExportDefaults defaults = ANNALS_EXPORT_DEFAULTS_INIT;
  g_auto (AnnalsExportChoices) choices = { 0 };
  g_autoptr (AnnalsExportOrder) png = NULL;
  g_autoptr (AnnalsExportOrder) pdf = NULL;

  defaults.scale = 3.5;
  defaults.theme = ANNALS_THEME_DARK;
  defaults.legend = FALSE;
  defaults.pages = 4;
  defaults.source_line = FALSE;
  annals_export_choices_init (&choices, document, &defaults);
  g_free (choices.title);
  choices.title = g_strdup ("Ours");

  png = annals_export_order_new_from_choices (document, &choices, NULL);
  g_assert_cmpint (png->options.format, ==, ANNALS_EXPORT_PNG);
  g_assert_cmpfloat (png->options.scale, ==, 3.5);
  g_assert_cmpint (png->options.theme, ==, ANNALS_THEME_DARK);
  g_assert_false (png->options.legend);
  g_assert_cmpuint (png->options.pages, ==, 1);
  g_assert_false (png->options.evidence);
  g_assert_false (png->options.has_range);
  g_assert_null (png->options.lanes);
  g_assert_null (png->options.closed);
  g_assert_false (png->options.reading_order);
  g_assert_null (png->options.source_line);
  g_assert_cmpstr (png->options.title, ==, "Ours");

  choices.defaults.format = ANNALS_EXPORT_PDF;
  choices.defaults.title = FALSE;
  pdf = annals_export_order_new_from_choices (document, &choices, NULL);
  g_assert_cmpint (pdf->options.format, ==, ANNALS_EXPORT_PDF);
  g_assert_cmpfloat (pdf->options.scale, ==, 1.0);
  g_assert_cmpuint (pdf->options.pages, ==, 4);
  g_assert_true (pdf->options.evidence);
  g_assert_null (pdf->options.title);
}

/* An order outlives what it was made of. */
static void
test_order_owns (void)
{
  AnnalsDocument *document = sample_document_new_commentary ();
  AnnalsExportDefaults defaults = ANNALS_EXPORT_DEFAULTS_INIT;
  AnnalsExportChoices choices = { 0 };
  AnnalsExportOrder *order = NULL;
  g_autofree gchar *id = NULL;

  annals_export_choices_init (&choices, document, &defaults);
  g_assert_cmpuint (choices.n_lanes, >, 1);
  g_assert_cmpuint (annals_export_choices_count_lanes (&choices), ==, choices.n_lanes);
  choices.hidden_lanes[0] = TRUE;
  choices.closed_lanes[1] = TRUE;
  choices.defaults.reading_order = TRUE;
  g_free (choices.title);
  choices.title = g_strdup ("A title");
  id = g_strdup (annals_document_get_lane (document, 1)->id);
  order = annals_export_order_new_from_choices (document, &choices, NULL);
  annals_export_choices_clear (&choices);
  g_object_unref (document);

  g_assert_cmpstr (order->options.title, ==, "A title");
  g_assert_nonnull (order->options.lanes);
  g_assert_cmpstr (order->options.lanes[0], ==, id);
  g_assert_cmpstr (order->options.closed[0], ==, id);
  g_assert_null (order->options.closed[1]);
  g_assert_true (order->options.reading_order);
  g_assert_true (ANNALS_IS_DOCUMENT (order->document));
  annals_export_order_unref (order);
}

static void
test_no_lanes (void)
{
  g_autoptr (AnnalsDocument) document = sample_document_new_commentary ();
  AnnalsExportDefaults defaults = ANNALS_EXPORT_DEFAULTS_INIT;
  g_auto (AnnalsExportChoices) choices = { 0 };
  g_autoptr (GError) error = NULL;

  annals_export_choices_init (&choices, document, &defaults);
  for (guint i = 0; i < choices.n_lanes; i++)
    choices.hidden_lanes[i] = TRUE;
  g_assert_null (annals_export_order_new_from_choices (document, &choices, &error));
  g_assert_error (error, ANNALS_PAINT_ERROR, ANNALS_PAINT_ERROR_LANE);
}

static void
test_range (void)
{
  g_autoptr (AnnalsDocument) document = sample_document_new_commentary ();
  AnnalsExportDefaults defaults = ANNALS_EXPORT_DEFAULTS_INIT;
  g_auto (AnnalsExportChoices) choices = { 0 };
  g_autoptr (AnnalsExportOrder) visible = NULL;
  g_autoptr (AnnalsExportOrder) dates = NULL;
  g_autoptr (GError) error = NULL;

  annals_export_choices_init (&choices, document, &defaults);
  choices.first = 1000;
  choices.last = 2000;
  choices.range = ANNALS_EXPORT_RANGE_VISIBLE;
  visible = annals_export_order_new_from_choices (document, &choices, NULL);
  g_assert_true (visible->options.has_range);
  g_assert_cmpint (visible->options.first, ==, 1000);
  g_assert_cmpint (visible->options.last, ==, 2000);

  choices.range = ANNALS_EXPORT_RANGE_DATES;
  g_assert_null (annals_export_order_new_from_choices (document, &choices, &error));
  g_assert_nonnull (error);
  g_free (choices.dates);
  choices.dates = g_strdup ("1970/1979");
  dates = annals_export_order_new_from_choices (document, &choices, NULL);
  g_assert_cmpint (dates->options.first, ==, annals_instant_from_date (1970, 1, 1));
  g_assert_cmpint (dates->options.last, ==, annals_instant_from_date (1980, 1, 1) - 1);
}

/* A copy is another one. */
static void
test_copy (void)
{
  g_autoptr (AnnalsDocument) document = sample_document_new_commentary ();
  AnnalsExportDefaults defaults = ANNALS_EXPORT_DEFAULTS_INIT;
  AnnalsExportChoices choices = { 0 };
  g_auto (AnnalsExportChoices) copy = { 0 };

  annals_export_choices_init (&choices, document, &defaults);
  choices.hidden_lanes[1] = TRUE;
  choices.closed_lanes[0] = TRUE;
  annals_export_choices_copy (&choices, &copy);
  annals_export_choices_clear (&choices);
  g_assert_true (copy.hidden_lanes[1]);
  g_assert_false (copy.hidden_lanes[0]);
  g_assert_true (copy.closed_lanes[0]);
  g_assert_false (copy.closed_lanes[1]);
  g_assert_nonnull (copy.dates);
  g_assert_cmpstr (copy.defaults.preset, ==, "custom");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (size_cases); i++)
    {
      g_autofree gchar *path = g_strdup_printf ("/widgets/export-choices/size/%u", i);

      g_test_add_data_func (path, &size_cases[i], test_size);
    }
  for (guint i = 0; i < G_N_ELEMENTS (dates_cases); i++)
    {
      g_autofree gchar *path = g_strdup_printf ("/widgets/export-choices/dates/%u", i);

      g_test_add_data_func (path, &dates_cases[i], test_dates);
    }
  g_test_add_func ("/widgets/export-choices/usual-scale", test_usual_scale);
  g_test_add_func ("/widgets/export-choices/options", test_options);
  g_test_add_func ("/widgets/export-choices/order-owns", test_order_owns);
  g_test_add_func ("/widgets/export-choices/no-lanes", test_no_lanes);
  g_test_add_func ("/widgets/export-choices/range", test_range);
  g_test_add_func ("/widgets/export-choices/copy", test_copy);

  return g_test_run ();
}
