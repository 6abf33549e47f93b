/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <cairo.h>

#include "annals-export.h"
#include "annals-painter.h"
#include "annals-picture.h"
#include "bench-support.h"
#include "sample-document.h"

/* How fast pictures are: one frame off screen, as the window draws it while it is dragged; its
 * parts; export; and how all that grows with the number of events. */

#define WIDTH_PX 1920
#define HEIGHT_PX 1080

typedef struct
{
  AnnalsDocument *document;
  AnnalsMetrics metrics;
  AnnalsTypesetter *typesetter;
  AnnalsLayout *layout;
  AnnalsPictureOptions options;
  AnnalsExportOptions export_options;
  cairo_surface_t *surface;
  AnnalsScene *scene; /* for measuring parts */
  gdouble direction;
} Bench;

static void
bench_init (Bench *bench, AnnalsDocument *document)
{
  *bench = (Bench){ .document = document, .direction = 1.0 };
  annals_metrics_init (&bench->metrics, 1.0, FALSE);
  bench->typesetter = annals_typesetter_new (NULL, 1.0);
  bench->layout = annals_layout_new (document, &bench->metrics, annals_typesetter_measure,
                                     bench->typesetter);
  bench->options = (AnnalsPictureOptions){
    .width_px = WIDTH_PX, .height_px = HEIGHT_PX, .selected = 0, .hovered = -1
  };
  annals_layout_init_fit (bench->layout, &bench->options.scale, bench->metrics.header_width_px,
                          WIDTH_PX - bench->metrics.header_width_px);
  annals_layout_pack (bench->layout, &bench->options.scale);
  annals_layout_fit_height (bench->layout, HEIGHT_PX - bench->metrics.axis_height_px);
  bench->surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH_PX, HEIGHT_PX);
  bench->scene = annals_picture_build (bench->layout, &bench->options);
  bench->export_options = (AnnalsExportOptions) ANNALS_EXPORT_OPTIONS_INIT;
  bench->export_options.width_px = WIDTH_PX;
  bench->export_options.height_px = HEIGHT_PX;
}

static void
bench_clear (Bench *bench)
{
  annals_scene_free (bench->scene);
  annals_layout_free (bench->layout);
  annals_typesetter_free (bench->typesetter);
  cairo_surface_destroy (bench->surface);
}

static void
draw_frame (gpointer data)
{
  Bench *bench = data;
  g_autoptr (AnnalsScene) scene = NULL;
  cairo_t *cr = cairo_create (bench->surface);

  bench->direction = -bench->direction;
  annals_scale_pan (&bench->options.scale, bench->direction * 3.0);
  scene = annals_picture_build (bench->layout, &bench->options);
  annals_painter_draw (cr, scene, annals_theme_get (ANNALS_THEME_LIGHT), bench->typesetter);
  cairo_destroy (cr);
}

static void
build_scene (gpointer data)
{
  Bench *bench = data;
  g_autoptr (AnnalsScene) scene = annals_picture_build (bench->layout, &bench->options);
}

/* What no way of drawing this picture can do without: every pixel once, and every text. */
static void
draw_least (gpointer data)
{
  Bench *bench = data;
  cairo_t *cr = cairo_create (bench->surface);

  cairo_set_source_rgb (cr, 1.0, 1.0, 1.0);
  cairo_paint (cr);
  cairo_set_source_rgb (cr, 0.0, 0.0, 0.0);
  for (guint i = 0; i < annals_scene_get_n_items (bench->scene); i++)
    {
      const AnnalsItem *item = annals_scene_get_item (bench->scene, i);

      if (item->text != NULL)
        annals_typesetter_show (bench->typesetter, cr, item->font, item->text, item->rect.x,
                                item->rect.y);
    }
  cairo_destroy (cr);
}

static void
lay_out (gpointer data)
{
  Bench *bench = data;
  g_autoptr (AnnalsLayout) layout = annals_layout_new (
      bench->document, &bench->metrics, annals_typesetter_measure, bench->typesetter);

  annals_layout_pack (layout, &bench->options.scale);
}

static void
pack (gpointer data)
{
  Bench *bench = data;

  annals_layout_pack (bench->layout, &bench->options.scale);
}

static void export(gpointer data)
{
  Bench *bench = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = annals_export_to_bytes (bench->document, &bench->export_options, NULL,
                                                     NULL, NULL, &error);

  if (bytes == NULL)
    g_error ("%s", error->message);
}

static gdouble
count_glyphs (const AnnalsScene *scene)
{
  glong n = 0;

  for (guint i = 0; i < annals_scene_get_n_items (scene); i++)
    if (annals_scene_get_item (scene, i)->text != NULL)
      n += g_utf8_strlen (annals_scene_get_item (scene, i)->text, -1);
  return (gdouble) n;
}

static void
measure_commentary (void)
{
  g_autoptr (AnnalsDocument) document = sample_document_new_commentary ();
  BenchTimes least;
  BenchTimes times;
  Bench bench;

  bench_init (&bench, document);
  bench_run (&least, 1.0, draw_least, &bench);
  bench_run (&times, 2.0, draw_frame, &bench);
  bench_print ("frame-1920x1080", &times, 2.0, "items",
               (gdouble) annals_scene_get_n_items (bench.scene), "glyphs",
               count_glyphs (bench.scene), "limit_estimate_ms", least.median_ms, NULL);
  bench_run (&times, 0.5, build_scene, &bench);
  bench_print ("scene", &times, 0.0, NULL);
  bench_run (&times, 0.5, lay_out, &bench);
  bench_print ("layout", &times, 0.0, NULL);
  bench_run (&times, 2.0, export, &bench);
  bench_print ("png-1920x1080", &times, 120.0, NULL);
  bench.export_options.format = ANNALS_EXPORT_SVG;
  bench_run (&times, 1.0, export, &bench);
  bench_print ("svg-1920x1080", &times, 5.0, NULL);
  bench_clear (&bench);
}

/* Two orders of growth: all events in view, and a view that ten years fill at any number. */
static void
measure_growth (void)
{
  static const guint sizes[] = { 100, 1000, 10000 };
  BenchTimes before[4] = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (AnnalsDocument) document = sample_document_new_random (42, sizes[i]);
      BenchTimes times[4];
      Bench bench;

      bench_init (&bench, document);
      bench_run (&times[0], 0.5, lay_out, &bench);
      bench_run (&times[1], 0.5, pack, &bench);
      bench_run (&times[2], 1.0, draw_frame, &bench);
      annals_scale_zoom (&bench.options.scale, (gdouble) sizes[i] / 10.0, WIDTH_PX / 2.0);
      bench_run (&times[3], 1.0, draw_frame, &bench);
      for (guint j = 0; j < G_N_ELEMENTS (times); j++)
        {
          static const gchar *const names[] = { "growth-layout", "growth-pack", "growth-frame-all",
                                                "growth-frame-zoomed" };

          bench_print (names[j], &times[j], 0.0, "events", (gdouble) sizes[i], "items",
                       (gdouble) annals_scene_get_n_items (bench.scene), "ratio",
                       i > 0 ? times[j].median_ms / before[j].median_ms : 1.0, NULL);
          before[j] = times[j];
        }
      bench_clear (&bench);
    }
}

int
main (int argc, char **argv)
{
  measure_commentary ();
  measure_growth ();
  return 0;
}
