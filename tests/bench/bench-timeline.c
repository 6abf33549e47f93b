/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <time.h>

#include <cairo.h>

#include "annals-painter.h"
#include "annals-picture.h"
#include "bench-events.h"

/* bench-timeline --tsv FILE: how fast the timeline draws the events of a file, off screen, and as
 * the window draws them: rows stay while it is panned and zoomed, and are packed anew when a zoom
 * has come to rest. Prints one JSON object in one line:
 *
 * first_paint_ms: from the start of main() until the first picture is painted: reading the file,
 *   building the index, finding fonts, laying out, drawing
 * build_ns_ev, data_bytes_ev: of the index, for each event; from what was added to what can be
 * asked for each view (60 frames; zoom: all, then ever closer; pan: thirty years wide; pan2y: two)
 *   X_frame_ms_mean, _p95: by the clock; X_cpu_ms_mean, _p95: processor time, which is what is left
 *   when the machine is busy
 *   X_glyphs, X_rectangles: characters and other items in the picture, in the mean
 *   X_ratio_mean, _worst: processor time in parts of what such a picture takes at least, 0.14 ms +
 *   0.105 us for a glyph + 0.22 us for a rectangle
 *   X_allocations: how often a frame asks for memory, half of the frames no more than so often
 *   X_rest_ms: packing anew at the end, and the frame after it */

#define WIDTH_PX 1920
#define HEIGHT_PX 1080
#define N_FRAMES 60
#define ZOOM_STEP 1.1
#define PAN_STEPS 30.0
#define NS_PER_MS 1e6

typedef struct
{
  const gchar *name;
  gint64 first_year;
  gint64 last_year;
  gboolean zooms;
} View;

static const View views[] = {
  { "zoom", 1725, 2025, TRUE },
  { "pan", 1800, 1830, FALSE },
  { "pan2y", 1900, 1902, FALSE },
};

typedef struct
{
  AnnalsMetrics metrics;
  AnnalsTypesetter *typesetter;
  AnnalsIndex *index;
  AnnalsLayout *layout;
  AnnalsScene *scene;
  AnnalsPictureOptions options;
  cairo_surface_t *surface;
  const gchar *png;
} Bench;

typedef struct
{
  gdouble clock_ms;
  gdouble cpu_ms;
  gdouble glyphs;
  gdouble rectangles;
  gdouble ratio;
  gdouble allocations;
} Frame;

/* Counts what the C library allocates. The sanitizers bring an allocator of their own. */

static guint n_allocations = 0;

#if defined(__GLIBC__) && !defined(__SANITIZE_ADDRESS__) && !defined(__clang__)
void *__libc_malloc (size_t size);
void *__libc_calloc (size_t n, size_t size);
void *__libc_realloc (void *memory, size_t size);

void *
malloc (size_t size)
{
  n_allocations++;
  return __libc_malloc (size);
}

void *
calloc (size_t n, size_t size)
{
  n_allocations++;
  return __libc_calloc (n, size);
}

void *
realloc (void *memory, size_t size)
{
  n_allocations++;
  return __libc_realloc (memory, size);
}
#endif

static gdouble
get_ms (clockid_t clock)
{
  struct timespec now;

  clock_gettime (clock, &now);
  return (gdouble) now.tv_sec * 1e3 + (gdouble) now.tv_nsec / NS_PER_MS;
}

static void
draw (Bench *bench)
{
  cairo_t *cr = cairo_create (bench->surface);

  annals_picture_fill (bench->layout, &bench->options, bench->scene);
  annals_painter_draw (cr, bench->scene, annals_theme_get (ANNALS_THEME_LIGHT), bench->typesetter);
  cairo_destroy (cr);
}

static void
count_items (const AnnalsScene *scene, Frame *frame)
{
  for (guint i = 0; i < annals_scene_get_n_items (scene); i++)
    {
      const AnnalsItem *item = annals_scene_get_item (scene, i);

      if (item->rect.y > HEIGHT_PX || item->rect.y + item->rect.height < 0.0)
        continue;
      if (item->text != NULL)
        frame->glyphs += (gdouble) g_utf8_strlen (item->text, -1);
      else
        frame->rectangles++;
    }
  frame->ratio = frame->cpu_ms / (0.14 + 0.105e-3 * frame->glyphs + 0.22e-3 * frame->rectangles);
}

static void
draw_frame (Bench *bench, Frame *frame)
{
  guint allocations = n_allocations;
  gdouble clock_ms = get_ms (CLOCK_MONOTONIC);
  gdouble cpu_ms = get_ms (CLOCK_THREAD_CPUTIME_ID);

  draw (bench);
  *frame = (Frame){ .cpu_ms = get_ms (CLOCK_THREAD_CPUTIME_ID) - cpu_ms };
  frame->clock_ms = get_ms (CLOCK_MONOTONIC) - clock_ms;
  frame->allocations = n_allocations - allocations;
  count_items (bench->scene, frame);
}

static void
init_view (Bench *bench, const View *view)
{
  gdouble header_px = bench->metrics.header_width_px;

  annals_scale_init (&bench->options.scale, annals_instant_from_date (view->first_year, 1, 1),
                     annals_instant_from_date (view->last_year, 1, 1), header_px,
                     WIDTH_PX - header_px);
  annals_layout_pack (bench->layout, &bench->options.scale);
  annals_layout_set_progress (bench->layout, 1.0);
  annals_layout_fit_height (bench->layout, HEIGHT_PX - bench->metrics.axis_height_px);
}

static void
step_view (Bench *bench, const View *view)
{
  AnnalsScale *scale = &bench->options.scale;

  if (view->zooms)
    annals_scale_zoom (scale, ZOOM_STEP, scale->x_px + scale->width_px / 2.0);
  else
    annals_scale_pan (scale, -scale->width_px / PAN_STEPS);
}

static gint
compare_doubles (gconstpointer a, gconstpointer b)
{
  gdouble x = *(const gdouble *) a;
  gdouble y = *(const gdouble *) b;

  return (x > y) - (x < y);
}

static void
print_number (const gchar *view, const gchar *key, gdouble value)
{
  gchar digits[G_ASCII_DTOSTR_BUF_SIZE];

  printf (",\"%s%s%s\":%s", view, view[0] != '\0' ? "_" : "", key,
          g_ascii_formatd (digits, sizeof digits, "%.6g", value));
}

/* One number of every frame, of which the mean and another are told. */
static void
print_column (const gchar *view,
              const Frame *frames,
              gsize offset,
              const gchar *mean_key,
              const gchar *key,
              guint rank)
{
  gdouble values[N_FRAMES];
  gdouble sum = 0.0;

  for (guint i = 0; i < N_FRAMES; i++)
    {
      values[i] = G_STRUCT_MEMBER (gdouble, &frames[i], offset);
      sum += values[i];
    }
  qsort (values, N_FRAMES, sizeof values[0], compare_doubles);
  if (mean_key != NULL)
    print_number (view, mean_key, sum / N_FRAMES);
  if (key != NULL)
    print_number (view, key, values[rank]);
}

static void
print_view (const View *view, const Frame *frames, gdouble rest_ms)
{
  static const struct
  {
    const gchar *mean_key;
    const gchar *key;
    gsize offset;
    guint rank;
  } columns[] = {
    { "frame_ms_mean", "frame_ms_p95", G_STRUCT_OFFSET (Frame, clock_ms), N_FRAMES * 95 / 100 - 1 },
    { "cpu_ms_mean", "cpu_ms_p95", G_STRUCT_OFFSET (Frame, cpu_ms), N_FRAMES * 95 / 100 - 1 },
    { "glyphs", NULL, G_STRUCT_OFFSET (Frame, glyphs), 0 },
    { "rectangles", NULL, G_STRUCT_OFFSET (Frame, rectangles), 0 },
    { "ratio_mean", "ratio_worst", G_STRUCT_OFFSET (Frame, ratio), N_FRAMES - 1 },
    { NULL, "allocations", G_STRUCT_OFFSET (Frame, allocations), N_FRAMES / 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    print_column (view->name, frames, columns[i].offset, columns[i].mean_key, columns[i].key,
                  columns[i].rank);
  print_number (view->name, "rest_ms", rest_ms);
}

static void
save_picture (const Bench *bench, const View *view, const gchar *when)
{
  g_autofree gchar *name = NULL;

  if (bench->png == NULL)
    return;
  name = g_strdup_printf ("%s-%s-%s.png", bench->png, view->name, when);
  cairo_surface_write_to_png (bench->surface, name);
}

static void
measure_view (Bench *bench, const View *view)
{
  Frame frames[N_FRAMES];
  gdouble rest_ms;

  init_view (bench, view);
  draw (bench);
  save_picture (bench, view, "first");
  for (guint i = 0; i < N_FRAMES; i++)
    {
      step_view (bench, view);
      draw_frame (bench, &frames[i]);
      if (i == N_FRAMES / 2)
        save_picture (bench, view, "middle");
    }
  save_picture (bench, view, "last");
  rest_ms = get_ms (CLOCK_THREAD_CPUTIME_ID);
  annals_layout_pack (bench->layout, &bench->options.scale);
  annals_layout_set_progress (bench->layout, 1.0);
  draw (bench);
  rest_ms = get_ms (CLOCK_THREAD_CPUTIME_ID) - rest_ms;
  save_picture (bench, view, "rest");
  print_view (view, frames, rest_ms);
}

static AnnalsLayout *
create_layout (Bench *bench)
{
  guint n_lanes = annals_index_get_n_lanes (bench->index);
  g_autofree AnnalsLane *lanes = g_new0 (AnnalsLane, n_lanes);
  AnnalsLayout *layout;

  for (guint i = 0; i < n_lanes; i++)
    {
      lanes[i].id = g_strdup_printf ("group%u", i);
      lanes[i].label = g_strdup_printf ("Group %u", i);
      lanes[i].color = i % ANNALS_N_LANE_COLORS;
    }
  layout = annals_layout_new_for_index (bench->index, lanes, n_lanes, &bench->metrics,
                                        annals_typesetter_measure, bench->typesetter);
  for (guint i = 0; i < n_lanes; i++)
    {
      g_free (lanes[i].id);
      g_free (lanes[i].label);
    }
  return layout;
}

static gboolean
paint_first (Bench *bench, const gchar *path, gdouble start_ms, GError **error)
{
  gdouble build_ms;
  gdouble n;

  bench->index = bench_events_read (path, NULL, error);
  if (bench->index == NULL)
    return FALSE;
  build_ms = get_ms (CLOCK_THREAD_CPUTIME_ID);
  annals_index_build (bench->index);
  build_ms = get_ms (CLOCK_THREAD_CPUTIME_ID) - build_ms;
  annals_metrics_init (&bench->metrics, 1.0, FALSE);
  bench->typesetter = annals_typesetter_new (NULL, 1.0);
  bench->surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH_PX, HEIGHT_PX);
  bench->scene = annals_scene_new (WIDTH_PX, HEIGHT_PX);
  bench->layout = create_layout (bench);
  bench->options = (AnnalsPictureOptions){
    .width_px = WIDTH_PX, .height_px = HEIGHT_PX, .selected = -1, .hovered = -1
  };
  init_view (bench, &views[0]);
  draw (bench);

  n = annals_index_get_n_events (bench->index);
  printf ("{\"bench\":\"timeline\",\"events\":%.0f", n);
  print_number ("", "first_paint_ms", get_ms (CLOCK_MONOTONIC) - start_ms);
  print_number ("", "first_paint_cpu_ms", get_ms (CLOCK_PROCESS_CPUTIME_ID));
  print_number ("", "build_ns_ev", build_ms * NS_PER_MS / MAX (n, 1.0));
  print_number ("", "data_bytes_ev",
                (gdouble) annals_index_get_n_bytes (bench->index) / MAX (n, 1.0));
  return TRUE;
}

static void
bench_clear (Bench *bench)
{
  annals_scene_free (bench->scene);
  annals_layout_free (bench->layout);
  annals_index_unref (bench->index);
  annals_typesetter_free (bench->typesetter);
  cairo_surface_destroy (bench->surface);
}

int
main (int argc, char **argv)
{
  gdouble start_ms = get_ms (CLOCK_MONOTONIC);
  g_autofree gchar *path = NULL;
  g_autofree gchar *png = NULL;
  const GOptionEntry entries[] = {
    { "tsv", 0, 0, G_OPTION_ARG_FILENAME, &path, "The events", "FILE" },
    { "png", 0, 0, G_OPTION_ARG_FILENAME, &png, "Where to put some of the pictures", "PREFIX" },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;
  struct rusage usage;
  Bench bench = { 0 };

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || path == NULL || argc > 1)
    {
      fprintf (stderr, "%s\n", error != NULL ? error->message : "bench-timeline --tsv FILE");
      return 2;
    }
  bench.png = png;
  if (!paint_first (&bench, path, start_ms, &error))
    {
      fprintf (stderr, "%s\n", error->message);
      return 1;
    }
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    measure_view (&bench, &views[i]);
  getrusage (RUSAGE_SELF, &usage);
  print_number ("", "maxrss_mb", (gdouble) usage.ru_maxrss / 1024.0);
  puts ("}");
  bench_clear (&bench);
  return 0;
}
