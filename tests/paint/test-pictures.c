/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <cairo.h>
#include <glib/gstdio.h>
#include <math.h>

#include "annals-export.h"
#include "annals-painter.h"
#include "sample-document.h"

/* Exported pictures against reference pictures in tests/data/, drawn with the fonts that the
 * private fontconfig file allows. ANNALS_REFRESH=1 writes them anew; look at them before you commit
 * them. */

#define TOLERANCE 2
#define MOST_DIFFERENT 0.001

typedef struct
{
  const gchar *name;
  AnnalsDocument *(*create) (void);
  gint width_px;
  AnnalsThemeId theme;
} Case;

static const Case cases[] = {
  { "commentary-light", sample_document_new_commentary, 1200, ANNALS_THEME_LIGHT },
  { "commentary-dark", sample_document_new_commentary, 1200, ANNALS_THEME_DARK },
  { "marks-light", sample_document_new_marks, 1200, ANNALS_THEME_LIGHT },
  { "marks-print", sample_document_new_marks, 1200, ANNALS_THEME_PRINT },
  { "uncertainty-light", sample_document_new_uncertainty, 1400, ANNALS_THEME_LIGHT },
  { "uncertainty-dark", sample_document_new_uncertainty, 1400, ANNALS_THEME_DARK },
  { "uncertainty-print", sample_document_new_uncertainty, 1400, ANNALS_THEME_PRINT },
};

static gboolean
is_near (guint32 a, guint32 b)
{
  for (guint shift = 0; shift < 24; shift += 8)
    if (ABS ((gint) (a >> shift & 0xff) - (gint) (b >> shift & 0xff)) > TOLERANCE)
      return FALSE;
  return TRUE;
}

static const guint32 *
get_row (cairo_surface_t *surface, gint y)
{
  const guchar *data = cairo_image_surface_get_data (surface);

  return (const guint32 *) (const void *) (data
                                           + (gsize) y * cairo_image_surface_get_stride (surface));
}

/* The share of pixels that differ; 1 when the sizes do. */
static gdouble
compare (cairo_surface_t *a, cairo_surface_t *b)
{
  gint width = cairo_image_surface_get_width (a);
  gint height = cairo_image_surface_get_height (a);
  gint n_different = 0;

  if (width != cairo_image_surface_get_width (b) || height != cairo_image_surface_get_height (b))
    return 1.0;
  for (gint y = 0; y < height; y++)
    for (gint x = 0; x < width; x++)
      n_different += !is_near (get_row (a, y)[x], get_row (b, y)[x]);
  return (gdouble) n_different / ((gdouble) width * height);
}

static cairo_surface_t *
load (const gchar *path)
{
  cairo_surface_t *surface = cairo_image_surface_create_from_png (path);

  if (cairo_surface_status (surface) != CAIRO_STATUS_SUCCESS)
    g_error ("%s: %s", path, cairo_status_to_string (cairo_surface_status (surface)));
  return surface;
}

static GBytes *
export_as (const Case *picture, AnnalsExportFormat format)
{
  g_autoptr (AnnalsDocument) document = picture->create ();
  AnnalsExportOptions options = ANNALS_EXPORT_OPTIONS_INIT;
  g_autoptr (GError) error = NULL;
  GBytes *bytes;

  options.format = format;
  options.width_px = picture->width_px;
  options.theme = picture->theme;
  bytes = annals_export_to_bytes (document, &options, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return bytes;
}

static void
write_file (const gchar *path, GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  gsize size;
  gconstpointer data = g_bytes_get_data (bytes, &size);

  g_file_set_contents (path, data, (gssize) size, &error);
  g_assert_no_error (error);
}

static void
test_picture (gconstpointer data)
{
  const Case *picture = data;
  g_autofree gchar *name = g_strconcat (picture->name, ".png", NULL);
  g_autofree gchar *reference = g_test_build_filename (G_TEST_DIST, "data", name, NULL);
  g_autofree gchar *actual = g_test_build_filename (G_TEST_BUILT, name, NULL);
  g_autoptr (GBytes) bytes = export_as (picture, ANNALS_EXPORT_PNG);
  cairo_surface_t *expected_surface;
  cairo_surface_t *actual_surface;
  gdouble different;

  if (g_strcmp0 (g_getenv ("ANNALS_REFRESH"), "1") == 0)
    {
      write_file (reference, bytes);
      g_test_skip ("written anew because ANNALS_REFRESH is set");
      return;
    }
  write_file (actual, bytes);
  expected_surface = load (reference);
  actual_surface = load (actual);
  different = compare (expected_surface, actual_surface);
  cairo_surface_destroy (expected_surface);
  cairo_surface_destroy (actual_surface);
  if (different > MOST_DIFFERENT)
    g_error ("%.2f %% of the pixels of %s differ; the picture drawn now is %s", different * 100.0,
             reference, actual);
  g_remove (actual);
}

/* Edges are smoothed otherwise by every renderer, so that only what clearly differs counts: a mark
 * that is missing, a stripe or a fade somewhere else. */
#define CLEARLY 96
#define MOST_CLEARLY_DIFFERENT 0.0008

static gboolean
is_clearly_other (guint32 a, guint32 b)
{
  for (guint shift = 0; shift < 24; shift += 8)
    if (ABS ((gint) (a >> shift & 0xff) - (gint) (b >> shift & 0xff)) > CLEARLY)
      return TRUE;
  return FALSE;
}

static gdouble
compare_clearly (cairo_surface_t *a, cairo_surface_t *b)
{
  gint width = cairo_image_surface_get_width (a);
  gint height = cairo_image_surface_get_height (a);
  gint n_different = 0;

  g_assert_cmpint (cairo_image_surface_get_width (b), ==, width);
  g_assert_cmpint (cairo_image_surface_get_height (b), ==, height);
  for (gint y = 0; y < height; y++)
    for (gint x = 0; x < width; x++)
      n_different += is_clearly_other (get_row (a, y)[x], get_row (b, y)[x]);
  return (gdouble) n_different / ((gdouble) width * height);
}

/* Another program draws the SVG: every sign is in it and where it should be. */
static void
test_svg_is_alike (gconstpointer data)
{
  const Case *picture = data;
  g_autofree gchar *reference_name = g_strconcat (picture->name, ".png", NULL);
  g_autofree gchar *reference = g_test_build_filename (G_TEST_DIST, "data", reference_name, NULL);
  g_autofree gchar *svg = g_test_build_filename (G_TEST_BUILT, "alike.svg", NULL);
  g_autofree gchar *png = g_test_build_filename (G_TEST_BUILT, "alike.png", NULL);
  const gchar *argv[] = { "rsvg-convert", svg, "-o", png, NULL };
  g_autofree gchar *program = g_find_program_in_path (argv[0]);
  g_autoptr (GBytes) bytes = export_as (picture, ANNALS_EXPORT_SVG);
  g_autoptr (GError) error = NULL;
  cairo_surface_t *surfaces[2];
  gint status;
  gdouble different;

  if (program == NULL)
    {
      g_test_skip ("rsvg-convert is not installed");
      return;
    }
  write_file (svg, bytes);
  g_spawn_sync (NULL, (gchar **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, &status,
                &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, NULL));
  surfaces[0] = load (reference);
  surfaces[1] = load (png);
  different = compare_clearly (surfaces[0], surfaces[1]);
  g_test_message ("%.4f %% of the pixels clearly differ", different * 100.0);
  cairo_surface_destroy (surfaces[0]);
  cairo_surface_destroy (surfaces[1]);
  if (different > MOST_CLEARLY_DIFFERENT)
    g_error ("%.2f %% of the pixels of %s and %s clearly differ", different * 100.0, reference,
             png);
  g_remove (svg);
  g_remove (png);
}

/* The comparison itself sees what it has to: a mark one pixel to the side, another colour. */
static void
test_comparison (void)
{
  cairo_surface_t *surfaces[4];
  static const struct
  {
    gdouble x;
    gdouble red;
  } marks[] = { { 10.0, 0.5 }, { 10.0, 0.5 + 2.0 / 255.0 }, { 11.0, 0.5 }, { 10.0, 0.52 } };

  for (guint i = 0; i < 4; i++)
    {
      cairo_t *cr;

      surfaces[i] = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 200, 200);
      cr = cairo_create (surfaces[i]);
      cairo_set_source_rgb (cr, marks[i].red, 0.0, 0.0);
      cairo_rectangle (cr, marks[i].x, 10.0, 100.0, 50.0);
      cairo_fill (cr);
      cairo_destroy (cr);
    }
  g_assert_cmpfloat (compare (surfaces[0], surfaces[0]), ==, 0.0);
  g_assert_cmpfloat (compare (surfaces[0], surfaces[1]), ==, 0.0);
  g_assert_cmpfloat (compare (surfaces[0], surfaces[2]), >, MOST_DIFFERENT);
  g_assert_cmpfloat (compare (surfaces[0], surfaces[3]), >, MOST_DIFFERENT);
  for (guint i = 0; i < 4; i++)
    cairo_surface_destroy (surfaces[i]);
}

/* What does not match stands back as the theme says; a label on its mark is no longer white. */
static void
test_standing_back (void)
{
  const AnnalsTheme *theme = annals_theme_get (ANNALS_THEME_HIGH_CONTRAST);
  AnnalsItem label = { .kind = ANNALS_ITEM_TEXT, .role = ANNALS_ROLE_ON_MARK, .opacity = 1.0 };
  AnnalsItem mark = { .kind = ANNALS_ITEM_RECT, .role = ANNALS_ROLE_MARK, .opacity = 0.5 };
  AnnalsColor color;

  annals_item_get_color (&label, theme, &color);
  g_assert_cmpfloat (color.red, ==, 1.0);
  g_assert_cmpfloat (color.alpha, ==, 1.0);

  label.stands_back = mark.stands_back = TRUE;
  annals_item_get_color (&label, theme, &color);
  g_assert_cmpfloat (color.red, ==, 0.0);
  g_assert_cmpfloat (color.alpha, ==, theme->back_text);
  annals_item_get_color (&mark, theme, &color);
  g_assert_cmpfloat (color.alpha, ==, 0.5 * theme->back_mark);
}

typedef struct
{
  const AnnalsItem *item;
  gdouble most_outside;
  guint n;
} Stripes;

static void
check_stripe_cb (gdouble x0, gdouble y0, gdouble x1, gdouble y1, gpointer user_data)
{
  Stripes *stripes = user_data;
  const AnnalsRect *r = &stripes->item->rect;
  const gdouble ends[][2] = { { x0, y0 }, { x1, y1 } };

  /* They all slant alike, from the lower left to the upper right. */
  g_assert_cmpfloat (x1, >, x0);
  g_assert_cmpfloat_with_epsilon (x1 - x0, y0 - y1, 1e-9);
  for (guint i = 0; i < 2; i++)
    {
      gdouble x = ends[i][0] - r->x - r->width / 2.0;
      gdouble y = ends[i][1] - r->y - r->height / 2.0;

      if (stripes->item->radius_px > 0.0)
        g_assert_cmpfloat (x * x + y * y, <=,
                           pow (stripes->item->radius_px + stripes->most_outside, 2.0) + 1e-9);
      g_assert_cmpfloat (fabs (x), <=, r->width / 2.0 + stripes->most_outside + 1e-9);
      g_assert_cmpfloat (fabs (y), <=, r->height / 2.0 + stripes->most_outside + 1e-9);
    }
  stripes->n++;
}

/* Stripes stay within their item, but for those of the paper, which part what lies under them. */
static void
test_stripes (void)
{
  static const struct
  {
    AnnalsRole role;
    AnnalsRect rect;
    gdouble radius;
    gdouble most_outside;
    guint least;
    guint most;
  } hatches[] = {
    { ANNALS_ROLE_MARK, { 10.0, 20.0, 120.0, 15.0 }, 0.0, 0.0, 20, 24 },
    { ANNALS_ROLE_BACKGROUND, { 10.0, 20.0, 120.0, 15.0 }, 0.0, 1.0, 20, 24 },
    { ANNALS_ROLE_MARK, { 10.0, 20.0, 6.0, 15.0 }, 0.0, 0.0, 1, 4 },
    { ANNALS_ROLE_MARK, { 10.0, 20.0, 120.0, 2.0 }, 0.0, 0.0, 20, 21 },
    { ANNALS_ROLE_MARK, { 10.0, 20.0, 10.0, 10.0 }, 5.0, 0.0, 2, 4 },
    { ANNALS_ROLE_BACKGROUND, { 10.0, 20.0, 10.0, 10.0 }, 5.0, 1.0, 2, 4 },
    { ANNALS_ROLE_MARK, { 10.0, 20.0, 0.0, 15.0 }, 0.0, 0.0, 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (hatches); i++)
    {
      AnnalsItem item = { .kind = ANNALS_ITEM_HATCH,
                          .role = hatches[i].role,
                          .rect = hatches[i].rect,
                          .radius_px = hatches[i].radius,
                          .stroke_px = 1.6 };
      Stripes stripes = { &item, hatches[i].most_outside, 0 };

      annals_item_get_stripes (&item, check_stripe_cb, &stripes);
      g_assert_cmpuint (stripes.n, >=, hatches[i].least);
      g_assert_cmpuint (stripes.n, <=, hatches[i].most);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/paint/pictures/comparison", test_comparison);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree gchar *path = g_strconcat ("/paint/pictures/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_picture);
    }
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree gchar *path = g_strconcat ("/paint/pictures/svg/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_svg_is_alike);
    }
  g_test_add_func ("/paint/pictures/stripes", test_stripes);
  g_test_add_func ("/paint/pictures/standing-back", test_standing_back);

  return g_test_run ();
}
