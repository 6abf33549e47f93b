/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <cairo.h>
#include <math.h>
#include <string.h>

#include "annals-rendering.h"
#include "png-testing.h"
#include "sample-document.h"

/* PNG band by band: the bands are seamless, large pictures work, and one can be stopped. */

static guint32
read_word (GBytes *bytes, gsize offset)
{
  guint32 word;

  memcpy (&word, (const guchar *) g_bytes_get_data (bytes, NULL) + offset, sizeof word);
  return GUINT32_FROM_BE (word);
}

/* Where the data of a chunk begins (ISO/IEC 15948, 5.3); 0 when there is none of that name. */
static gsize
find_chunk (GBytes *bytes, const gchar *name)
{
  const guchar *data = g_bytes_get_data (bytes, NULL);

  for (gsize at = 8; at + 12 <= g_bytes_get_size (bytes); at += 12 + read_word (bytes, at))
    if (memcmp (data + at + 4, name, 4) == 0)
      return at + 8;
  return 0;
}

static gboolean
contains (GBytes *bytes, const gchar *text)
{
  gsize size;
  gconstpointer data = g_bytes_get_data (bytes, &size);

  return memmem (data, size, text, strlen (text)) != NULL;
}

static gint
get_difference (guint32 a, guint32 b)
{
  gint most = 0;

  for (guint shift = 0; shift < 24; shift += 8)
    most = MAX (most, ABS ((gint) (a >> shift & 0xff) - (gint) (b >> shift & 0xff)));
  return most;
}

static const guint32 *
get_row (cairo_surface_t *surface, gint y)
{
  return (const guint32 *) (const void *) (cairo_image_surface_get_data (surface)
                                           + (gsize) y * cairo_image_surface_get_stride (surface));
}

static cairo_surface_t *
draw_whole (AnnalsRendering *rendering, gint width, gint height)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (surface);
  gdouble scale = annals_rendering_get_options (rendering)->scale;

  cairo_scale (cr, scale, scale);
  annals_rendering_draw (rendering, 0, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* What is written in bands is what is drawn in one piece, but for rounding: where a thin line lies
 * between pixels, Cairo's grid of 15 lines a pixel may give it one more or less. */
static void
test_seamless (void)
{
  static const struct
  {
    gint width_px;
    gint height_px;
    gdouble scale;
    gint tolerance;
  } cases[] = {
    { 1200, 0, 1.0, 2 },     { 1500, 1300, 1.0, 2 }, { 900, 700, 2.0, 2 },
    { 1000, 800, 1.37, 20 }, { 3840, 2160, 1.0, 2 },
  };
  g_autoptr (AnnalsDocument) document = sample_document_new_marks ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AnnalsExportOptions options = ANNALS_EXPORT_OPTIONS_INIT;
      g_autoptr (AnnalsRendering) rendering = NULL;
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GError) error = NULL;
      cairo_surface_t *banded;
      cairo_surface_t *whole;
      gint width;
      gint height;

      options.width_px = cases[i].width_px;
      options.height_px = cases[i].height_px;
      options.scale = cases[i].scale;
      options.title = "Bands";
      rendering = annals_rendering_new (document, &options, &error);
      g_assert_no_error (error);
      bytes = annals_rendering_to_bytes (rendering, NULL, NULL, NULL, &error);
      g_assert_no_error (error);
      banded = png_decode (bytes);
      width = cairo_image_surface_get_width (banded);
      height = cairo_image_surface_get_height (banded);
      whole = draw_whole (rendering, width, height);
      for (gint at = 0; at < width * height; at++)
        g_assert_cmpint (get_difference (get_row (banded, at / width)[at % width],
                                         get_row (whole, at / width)[at % width]),
                         <=, cases[i].tolerance);
      cairo_surface_destroy (banded);
      cairo_surface_destroy (whole);
    }
}

static void
test_head (void)
{
  static const struct
  {
    gdouble scale;
    guint32 per_metre;
  } cases[] = { { 1.0, 3780 }, { 2.0, 7559 }, { 3.125, 11811 } };
  g_autoptr (AnnalsDocument) document = sample_document_new_commentary ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AnnalsExportOptions options = ANNALS_EXPORT_OPTIONS_INIT;
      g_autoptr (GBytes) bytes = NULL;
      gsize at;

      options.width_px = 400;
      options.scale = cases[i].scale;
      options.title = "日米同盟";
      bytes = annals_export_to_bytes (document, &options, NULL, NULL, NULL, NULL);
      at = find_chunk (bytes, "pHYs");
      g_assert_cmpuint (at, >, 0);
      g_assert_cmpuint (read_word (bytes, at), ==, cases[i].per_metre);
      g_assert_cmpuint (read_word (bytes, at + 4), ==, cases[i].per_metre);
      g_assert_cmpuint (find_chunk (bytes, "sRGB"), >, 0);
      g_assert_cmpuint (find_chunk (bytes, "tIME"), ==, 0);
      g_assert_true (contains (bytes, "日米同盟"));
    }
}

typedef struct
{
  gdouble last;
  guint n_calls;
  gdouble stop_at;
  GCancellable *cancellable;
  gint64 stopped_us;
} Watch;

static void
watch_cb (gdouble fraction, gpointer user_data)
{
  Watch *watch = user_data;

  g_assert_cmpfloat (fraction, >=, watch->last);
  g_assert_cmpfloat (fraction, <=, 1.0);
  g_assert_cmpint (watch->stopped_us, ==, 0);
  watch->last = fraction;
  watch->n_calls++;
  if (watch->cancellable != NULL && fraction >= watch->stop_at)
    {
      g_cancellable_cancel (watch->cancellable);
      watch->stopped_us = g_get_monotonic_time ();
    }
}

/* The memory that this process has ever used at once, in kB. */
static glong
get_peak_kb (void)
{
  g_autofree gchar *status = NULL;
  const gchar *line;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL))
    return -1;
  line = strstr (status, "VmHWM:");
  return line != NULL ? strtol (line + strlen ("VmHWM:"), NULL, 10) : -1;
}

/* 20,000 × 3,000 pixels would be 240 MB at once. */
static void
test_large (void)
{
  g_autoptr (AnnalsDocument) document = sample_document_new_commentary ();
  AnnalsExportOptions options = ANNALS_EXPORT_OPTIONS_INIT;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) again = NULL;
  g_autoptr (GError) error = NULL;
  Watch watch = { 0 };
  glong before = get_peak_kb ();

  options.width_px = 20000;
  options.height_px = 3000;
  bytes = annals_export_to_bytes (document, &options, watch_cb, &watch, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpfloat (watch.last, ==, 1.0);
  g_assert_cmpuint (watch.n_calls, >, 50);
  g_assert_cmpuint (read_word (bytes, 16), ==, 20000);
  g_assert_cmpuint (read_word (bytes, 20), ==, 3000);
  if (before >= 0)
    g_assert_cmpint (get_peak_kb () - before, <, 60 * 1024);
  again = annals_export_to_bytes (document, &options, NULL, NULL, NULL, &error);
  g_assert_true (g_bytes_equal (bytes, again));
}

static void
test_cancel (void)
{
  g_autoptr (AnnalsDocument) document = sample_document_new_commentary ();
  AnnalsExportOptions options = ANNALS_EXPORT_OPTIONS_INIT;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Watch watch = { .stop_at = 0.2, .cancellable = cancellable };
  gint64 took_us;

  options.width_px = 20000;
  options.height_px = 10000;
  bytes = annals_export_to_bytes (document, &options, watch_cb, &watch, cancellable, &error);
  took_us = g_get_monotonic_time () - watch.stopped_us;
  g_assert_null (bytes);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpfloat (watch.last, <, 0.3);
  g_test_message ("stopped after %.1f ms", took_us / 1000.0);
}

/* What Cairo could not draw is no picture, not an empty one. */
static void
test_not_drawn (void)
{
  g_autoptr (AnnalsDocument) document = sample_document_new_commentary ();
  AnnalsExportOptions options = ANNALS_EXPORT_OPTIONS_INIT;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  options.scale = 0.0; /* Cairo has no such matrix */
  bytes = annals_export_to_bytes (document, &options, NULL, NULL, NULL, &error);
  g_assert_null (bytes);
  g_assert_error (error, ANNALS_PAINT_ERROR, ANNALS_PAINT_ERROR_TOO_LARGE);
  g_assert_nonnull (strstr (error->message, cairo_status_to_string (CAIRO_STATUS_INVALID_MATRIX)));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  /* First, while little memory has been used. */
  g_test_add_func ("/paint/png/large", test_large);
  g_test_add_func ("/paint/png/cancel", test_cancel);
  g_test_add_func ("/paint/png/head", test_head);
  g_test_add_func ("/paint/png/seamless", test_seamless);
  g_test_add_func ("/paint/png/not-drawn", test_not_drawn);

  return g_test_run ();
}
