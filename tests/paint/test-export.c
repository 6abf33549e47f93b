/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <cairo.h>
#include <glib/gstdio.h>
#include <math.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

#include "annals-export.h"
#include "png-testing.h"
#include "sample-document.h"

/* Pictures as files: what is asked for is what comes out, and what cannot be is said in a sentence
 * and leaves no trace. */

static guint32
get_pixel (cairo_surface_t *surface, gint x, gint y)
{
  const guchar *row = cairo_image_surface_get_data (surface)
                      + (gsize) y * cairo_image_surface_get_stride (surface);

  return ((const guint32 *) (const void *) row)[x] & 0xffffff;
}

static GBytes *export(const AnnalsExportOptions *options)
{
  g_autoptr (AnnalsDocument) document = sample_document_new_commentary ();
  g_autoptr (GError) error = NULL;
  GBytes *bytes = annals_export_to_bytes (document, options, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return bytes;
}

/* A sentence: it begins with a capital, a quotation or the name of the file that it is about, ends
 * with a full stop, and is one line. */
static void
assert_sentence (const GError *error, const gchar *path)
{
  if (path != NULL)
    g_assert_true (g_str_has_prefix (error->message, path));
  else
    g_assert_true (g_ascii_isupper (error->message[0]) || g_str_has_prefix (error->message, "“"));
  g_assert_true (g_str_has_suffix (error->message, "."));
  g_assert_null (strchr (error->message, '\n'));
}

static void
test_sizes (void)
{
  static const struct
  {
    gint width_px;
    gint height_px;
    gdouble scale;
    gint expected_width;
    gint expected_height;
  } cases[] = {
    { 1600, 900, 1.0, 1600, 900 },   { 1200, 0, 1.0, 1200, 0 },   { 800, 600, 2.0, 1600, 1200 },
    { 1000, 500, 0.5, 500, 250 },    { 401, 500, 1.5, 602, 750 }, { 1920, 1080, 1.0, 1920, 1080 },
    { 20000, 400, 1.0, 20000, 400 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AnnalsExportOptions options = ANNALS_EXPORT_OPTIONS_INIT;
      g_autoptr (GBytes) bytes = NULL;
      cairo_surface_t *surface;

      options.width_px = cases[i].width_px;
      options.height_px = cases[i].height_px;
      options.scale = cases[i].scale;
      bytes = export(&options);
      surface = png_decode (bytes);
      g_assert_cmpint (cairo_image_surface_get_width (surface), ==, cases[i].expected_width);
      if (cases[i].expected_height != 0)
        g_assert_cmpint (cairo_image_surface_get_height (surface), ==, cases[i].expected_height);
      else
        g_assert_cmpint (cairo_image_surface_get_height (surface), >, 250);
      cairo_surface_destroy (surface);
    }
}

static void
test_themes (void)
{
  for (AnnalsThemeId theme = 0; theme < ANNALS_N_THEMES; theme++)
    {
      const AnnalsColor *paper = &annals_theme_get (theme)->background;
      AnnalsExportOptions options = ANNALS_EXPORT_OPTIONS_INIT;
      g_autoptr (GBytes) bytes = NULL;
      cairo_surface_t *surface;
      guint32 expected = (guint32) lround (paper->red * 255.0) << 16
                         | (guint32) lround (paper->green * 255.0) << 8
                         | (guint32) lround (paper->blue * 255.0);

      options.theme = theme;
      bytes = export(&options);
      surface = png_decode (bytes);
      g_assert_cmphex (get_pixel (surface, 3, cairo_image_surface_get_height (surface) - 3), ==,
                       expected);
      cairo_surface_destroy (surface);
    }
}

static gboolean
contains (GBytes *bytes, const gchar *text)
{
  gsize size;
  gconstpointer data = g_bytes_get_data (bytes, &size);

  return memmem (data, size, text, strlen (text)) != NULL;
}

/* A range shows other events than the whole; the legend can be left out. */
static void
test_range_and_legend (void)
{
  AnnalsExportOptions options = ANNALS_EXPORT_OPTIONS_INIT;
  g_autoptr (GBytes) whole = NULL;
  g_autoptr (GBytes) part = NULL;
  g_autoptr (GBytes) open = NULL;
  g_autoptr (GBytes) bare = NULL;

  options.format = ANNALS_EXPORT_SVG;
  whole = export(&options);
  options.legend = FALSE;
  bare = export(&options);
  options.legend = TRUE;
  options.has_range = TRUE;
  options.first = annals_instant_from_date (2001, 1, 1);
  options.last = annals_instant_from_date (2005, 1, 1) - 1;
  part = export(&options);
  options.first = ANNALS_INSTANT_MIN;
  open = export(&options);

  g_assert_true (contains (whole, ">Oil crises<"));
  g_assert_false (contains (part, ">Oil crises<"));
  g_assert_true (contains (part, ">SDF deployed to Iraq<"));
  g_assert_true (contains (open, ">Oil crises<"));
  g_assert_true (contains (whole, ">began or ended about then<"));
  g_assert_false (contains (bare, ">began or ended about then<"));
}

static void
test_format_by_name (void)
{
  static const struct
  {
    const gchar *path;
    gint format;
  } cases[] = {
    { "a.png", ANNALS_EXPORT_PNG },
    { "/tmp/Bild.SVG", ANNALS_EXPORT_SVG },
    { "a.svg.png", ANNALS_EXPORT_PNG },
    { "a.pdf", ANNALS_EXPORT_PDF },
    { "a.pdf.gz", -1 },
    { "png", -1 },
    { "a", -1 },
    { "", -1 },
    { "a.svgz", -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AnnalsExportFormat format = ANNALS_EXPORT_PNG;
      g_autoptr (GError) error = NULL;

      if (annals_export_format_from_path (cases[i].path, &format, &error))
        {
          g_assert_cmpint (format, ==, cases[i].format);
          continue;
        }
      g_assert_cmpint (cases[i].format, ==, -1);
      g_assert_error (error, ANNALS_PAINT_ERROR, ANNALS_PAINT_ERROR_FORMAT);
      g_assert_nonnull (strstr (error->message, cases[i].path));
    }
}

static void
test_bad_sizes (void)
{
  static const struct
  {
    gint width_px;
    gint height_px;
    gdouble scale;
    AnnalsExportFormat format;
    gint code;
  } cases[] = {
    { 199, 500, 1.0, ANNALS_EXPORT_PNG, ANNALS_PAINT_ERROR_TOO_SMALL },
    { 800, 119, 1.0, ANNALS_EXPORT_PNG, ANNALS_PAINT_ERROR_TOO_SMALL },
    { 800, 125, 1.0, ANNALS_EXPORT_SVG, ANNALS_PAINT_ERROR_TOO_SMALL },
    { 0, 0, 1.0, ANNALS_EXPORT_SVG, ANNALS_PAINT_ERROR_TOO_SMALL },
    { 90, 0, 1.0, ANNALS_EXPORT_SVG, ANNALS_PAINT_ERROR_TOO_SMALL },
    { 40000, 0, 1.0, ANNALS_EXPORT_PNG, ANNALS_PAINT_ERROR_TOO_LARGE },
    { -5, -5, 1.0, ANNALS_EXPORT_PNG, ANNALS_PAINT_ERROR_TOO_SMALL },
    { 20000, 20000, 2.0, ANNALS_EXPORT_PNG, ANNALS_PAINT_ERROR_TOO_LARGE },
    { G_MAXINT, 800, 1.0, ANNALS_EXPORT_PNG, ANNALS_PAINT_ERROR_TOO_LARGE },
    { 30000, 30000, 1.0, ANNALS_EXPORT_PNG, ANNALS_PAINT_ERROR_TOO_LARGE },
    { G_MAXINT, G_MAXINT, 1.0, ANNALS_EXPORT_SVG, ANNALS_PAINT_ERROR_TOO_LARGE },
    { 2000, 0, 16.5, ANNALS_EXPORT_PNG, ANNALS_PAINT_ERROR_TOO_LARGE },
  };
  g_autoptr (AnnalsDocument) document = sample_document_new_commentary ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AnnalsExportOptions options = ANNALS_EXPORT_OPTIONS_INIT;
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GError) error = NULL;

      options.width_px = cases[i].width_px;
      options.height_px = cases[i].height_px;
      options.scale = cases[i].scale;
      options.format = cases[i].format;
      bytes = annals_export_to_bytes (document, &options, NULL, NULL, NULL, &error);
      g_assert_null (bytes);
      g_assert_error (error, ANNALS_PAINT_ERROR, cases[i].code);
      assert_sentence (error, NULL);
      g_assert_null (strstr (error->message, " × 0 "));
    }
}

/* The height is chosen: it may come out higher than any picture can be. What is in one lane folds,
 * so it takes many. */
static void
test_too_many_rows (void)
{
  g_autoptr (AnnalsDocument) document = sample_document_new ("2004");
  AnnalsExportOptions options = ANNALS_EXPORT_OPTIONS_INIT;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 2000; i++)
    {
      g_autofree gchar *id = g_strdup_printf ("event-%u", i);

      annals_document_add_lane (document, id, "A lane", i % 8);
      sample_document_add (document, id, "All at the same time", "1970/1980", NULL, i,
                           ANNALS_STATUS_HAPPENED);
    }
  options.width_px = 1000;
  bytes = annals_export_to_bytes (document, &options, NULL, NULL, NULL, &error);
  g_assert_null (bytes);
  g_assert_error (error, ANNALS_PAINT_ERROR, ANNALS_PAINT_ERROR_TOO_LARGE);
  assert_sentence (error, NULL);
}

static void
test_same_bytes (void)
{
  for (AnnalsThemeId theme = 0; theme < ANNALS_N_THEMES; theme++)
    {
      AnnalsExportOptions options = ANNALS_EXPORT_OPTIONS_INIT;
      g_autoptr (GBytes) first = NULL;
      g_autoptr (GBytes) second = NULL;

      options.theme = theme;
      options.width_px = 900;
      first = export(&options);
      second = export(&options);
      g_assert_true (g_bytes_equal (first, second));
    }
}

static gchar *
create_folder (void)
{
  g_autoptr (GError) error = NULL;
  gchar *folder = g_dir_make_tmp ("annals-export-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

static void
remove_folder (const gchar *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const gchar *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree gchar *path = g_build_filename (folder, name, NULL);

      g_assert_cmpint (g_remove (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* The folder has the old file as it was, and nothing else. */
static void
assert_old_file (const gchar *folder)
{
  g_autofree gchar *path = g_build_filename (folder, "old.png", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autofree gchar *contents = NULL;

  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "old");
  g_assert_cmpstr (g_dir_read_name (dir), ==, "old.png");
  g_assert_null (g_dir_read_name (dir));
}

static GFile *
write_old_file (const gchar *folder)
{
  g_autofree gchar *path = g_build_filename (folder, "old.png", NULL);

  g_assert_true (g_file_set_contents (path, "old", -1, NULL));
  return g_file_new_for_path (path);
}

static void
test_replace (void)
{
  g_autoptr (AnnalsDocument) document = sample_document_new_commentary ();
  AnnalsExportOptions options = ANNALS_EXPORT_OPTIONS_INIT;
  g_autofree gchar *folder = create_folder ();
  g_autoptr (GFile) file = write_old_file (folder);
  g_autoptr (GBytes) expected = export(&options);
  g_autoptr (GBytes) written = NULL;
  g_autoptr (GError) error = NULL;

  annals_export_to_file (document, &options, file, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  written = g_file_load_bytes (file, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (written, expected));
  remove_folder (folder);
}

static void
test_unwritable (void)
{
  g_autoptr (AnnalsDocument) document = sample_document_new_commentary ();
  AnnalsExportOptions options = ANNALS_EXPORT_OPTIONS_INIT;
  g_autofree gchar *folder = create_folder ();
  g_autofree gchar *missing = g_build_filename (folder, "no", "such", "folder.png", NULL);
  g_autofree gchar *below_file = g_build_filename (folder, "old.png", "x.png", NULL);
  g_autoptr (GFile) old = write_old_file (folder);
  const gchar *paths[] = { missing, below_file, folder, "/proc/annals.png" };

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr (GFile) file = g_file_new_for_path (paths[i]);
      g_autoptr (GError) error = NULL;

      g_assert_false (annals_export_to_file (document, &options, file, NULL, NULL, NULL, &error));
      g_assert_error (error, ANNALS_PAINT_ERROR, ANNALS_PAINT_ERROR_UNWRITABLE);
      assert_sentence (error, paths[i]);
    }
  assert_old_file (folder);
  remove_folder (folder);
}

/* No more than some bytes may be written, as on a disk that gets full half-way. */
static void
test_full_disk (void)
{
  g_autoptr (AnnalsDocument) document = sample_document_new_commentary ();
  AnnalsExportOptions options = ANNALS_EXPORT_OPTIONS_INIT;
  g_autofree gchar *folder = create_folder ();
  g_autoptr (GFile) file = write_old_file (folder);
  g_autoptr (GError) error = NULL;
  struct rlimit before;
  struct rlimit small;
  gboolean written;

  getrlimit (RLIMIT_FSIZE, &before);
  small = before;
  small.rlim_cur = 4096;
  signal (SIGXFSZ, SIG_IGN);
  setrlimit (RLIMIT_FSIZE, &small);
  written = annals_export_to_file (document, &options, file, NULL, NULL, NULL, &error);
  setrlimit (RLIMIT_FSIZE, &before);

  g_assert_false (written);
  g_assert_error (error, ANNALS_PAINT_ERROR, ANNALS_PAINT_ERROR_UNWRITABLE);
  assert_sentence (error, g_file_peek_path (file));
  assert_old_file (folder);
  remove_folder (folder);
}

static void
test_cancelled (void)
{
  g_autoptr (AnnalsDocument) document = sample_document_new_commentary ();
  AnnalsExportOptions options = ANNALS_EXPORT_OPTIONS_INIT;
  g_autofree gchar *folder = create_folder ();
  g_autoptr (GFile) file = write_old_file (folder);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (
      annals_export_to_file (document, &options, file, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_old_file (folder);
  remove_folder (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/paint/export/sizes", test_sizes);
  g_test_add_func ("/paint/export/themes", test_themes);
  g_test_add_func ("/paint/export/range-and-legend", test_range_and_legend);
  g_test_add_func ("/paint/export/format-by-name", test_format_by_name);
  g_test_add_func ("/paint/export/bad-sizes", test_bad_sizes);
  g_test_add_func ("/paint/export/too-many-rows", test_too_many_rows);
  g_test_add_func ("/paint/export/same-bytes", test_same_bytes);
  g_test_add_func ("/paint/export/replace", test_replace);
  g_test_add_func ("/paint/export/unwritable", test_unwritable);
  g_test_add_func ("/paint/export/full-disk", test_full_disk);
  g_test_add_func ("/paint/export/cancelled", test_cancelled);

  return g_test_run ();
}
