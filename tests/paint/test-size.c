/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "annals-export-size.h"
#include "annals-export.h"

/* Sizes: what is read, what it is in pixels, and what is said of what is none. */

static void
test_parse (void)
{
  static const struct
  {
    const gchar *text;
    gint width_px;
    gint height_px;
    const gchar *written;
  } cases[] = {
    { "1600", 1600, 0, "1600" },
    { "1600x900", 1600, 900, "1600x900" },
    { "1600 X 900 px", 1600, 900, "1600x900" },
    { "1600×900", 1600, 900, "1600x900" },
    { "297x210mm", 1123, 794, "297x210mm" },
    { "297mm", 1123, 0, "297mm" },
    { "11x8.5in", 1056, 816, "11x8.5in" },
    { "8.5 x 11 IN", 816, 1056, "8.5x11in" },
    { "a4", 1123, 794, "297x210mm" },
    { "A4-Portrait", 794, 1123, "210x297mm" },
    { "letter", 1056, 816, "11x8.5in" },
    { "slide", 1920, 1080, "1920x1080" },
    { "4k", 3840, 2160, "3840x2160" },
    { "poster", 3179, 2245, "841x594mm" },
    { "poster-inch", 3456, 2304, "36x24in" },
    { "200x120", 200, 120, "200x120" },
    { "20000x20000", 20000, 20000, "20000x20000" },
    { "0800", 800, 0, "800" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AnnalsExportSize size = { 0 };
      g_autoptr (GError) error = NULL;
      g_autofree gchar *written = NULL;
      gint width = -1;
      gint height = -1;

      g_test_message ("%s", cases[i].text);
      g_assert_true (annals_export_size_parse (cases[i].text, &size, &error));
      g_assert_no_error (error);
      annals_export_size_to_px (&size, &width, &height);
      g_assert_cmpint (width, ==, cases[i].width_px);
      g_assert_cmpint (height, ==, cases[i].height_px);
      written = annals_export_size_dup_text (&size);
      g_assert_cmpstr (written, ==, cases[i].written);
    }
}

static void
test_bad (void)
{
  static const struct
  {
    const gchar *text;
    const gchar *said;
  } cases[] = {
    { "", "1600x900, 297x210mm" },
    { "big", "a4, a4-portrait" },
    { "x900", "is not a size: give" },
    { "1600x", "is not a size: give" },
    { "1600x0", "is not a size: give" },
    { "1600xx900", "is not a size: give" },
    { "1600x900x2", "is not a size: give" },
    { "1600cm", "is not a size: give" },
    { "-1600", "is not a size: give" },
    { "+1600", "is not a size: give" },
    { "1,600", "is not a size: give" },
    { ".5in", "is not a size: give" },
    { "1e4", "is not a size: give" },
    { "inf", "is not a size: give" },
    { "nan", "is not a size: give" },
    { "0x10", "is not a size that can be drawn" },
    { "0", "is not a size that can be drawn" },
    { "199", "200 to 20000" },
    { "20001", "200 to 20000" },
    { "200x119", "120 to 20000" },
    { "1600x20001", "120 to 20000" },
    { "20mm", "with 96 pixels to an inch" },
    { "99999999999999999999999999999999999999", "200 to 20000" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AnnalsExportSize size;
      g_autoptr (GError) error = NULL;
      g_autofree gchar *quoted = g_strdup_printf ("“%s”", cases[i].text);

      g_test_message ("%s", cases[i].text);
      g_assert_false (annals_export_size_parse (cases[i].text, &size, &error));
      g_assert_error (error, ANNALS_PAINT_ERROR, ANNALS_PAINT_ERROR_SIZE);
      g_assert_true (g_str_has_prefix (error->message, quoted));
      if (strstr (error->message, cases[i].said) == NULL)
        g_error ("“%s” does not say “%s”", error->message, cases[i].said);
    }
}

/* Each size that has a name can be drawn, is found by its id, and survives being written. */
static void
test_presets (void)
{
  g_assert_cmpuint (annals_export_preset_get_n (), >=, 7);
  for (guint i = 0; i < annals_export_preset_get_n (); i++)
    {
      const AnnalsExportPreset *preset = annals_export_preset_get (i);
      g_autofree gchar *text = annals_export_size_dup_text (&preset->size);
      AnnalsExportSize size;

      g_assert_true (annals_export_preset_find (preset->id) == preset);
      g_assert_cmpstr (annals_export_preset_get_name (preset), !=, "");
      g_assert_true (annals_export_size_parse (text, &size, NULL));
      g_assert_cmpfloat (size.width, ==, preset->size.width);
      g_assert_cmpfloat (size.height, ==, preset->size.height);
      g_assert_cmpint (size.unit, ==, preset->size.unit);
    }
  g_assert_null (annals_export_preset_find ("a5"));
}

static void
test_units (void)
{
  for (AnnalsUnit unit = 0; unit < ANNALS_N_UNITS; unit++)
    g_assert_cmpfloat_with_epsilon (annals_unit_from_px (unit, annals_unit_to_px (unit, 12.5)),
                                    12.5, 1e-9);
  g_assert_cmpfloat_with_epsilon (annals_unit_to_px (ANNALS_UNIT_MM, 25.4), 96.0, 1e-9);
  g_assert_cmpfloat (annals_export_scale_from_dpi (288.0), ==, 3.0);
  g_assert_cmpfloat (annals_export_scale_to_dpi (2.0), ==, 192.0);
}

/* The pixels of paper are rounded; a page of it is not. */
static void
test_points (void)
{
  static const struct
  {
    gint width_px;
    gint height_px;
    gdouble width_pt;
    gdouble height_pt;
  } cases[] = {
    { 1123, 794, 841.890, 595.276 }, { 794, 1123, 595.276, 841.890 }, { 1056, 816, 792.0, 612.0 },
    { 1600, 900, 1200.0, 675.0 },    { 1123, 795, 842.25, 596.25 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gdouble width;
      gdouble height;

      annals_export_size_get_points (cases[i].width_px, cases[i].height_px, &width, &height);
      g_assert_cmpfloat_with_epsilon (width, cases[i].width_pt, 0.001);
      g_assert_cmpfloat_with_epsilon (height, cases[i].height_pt, 0.001);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/paint/size/parse", test_parse);
  g_test_add_func ("/paint/size/bad", test_bad);
  g_test_add_func ("/paint/size/presets", test_presets);
  g_test_add_func ("/paint/size/units", test_units);
  g_test_add_func ("/paint/size/points", test_points);

  return g_test_run ();
}
