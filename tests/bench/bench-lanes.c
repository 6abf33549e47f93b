/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "annals-picture.h"
#include "bench-support.h"
#include "sample-lanes.h"

/* bench-lanes [N_LANES…]: what a frame costs that lays out the picture and the overview while one
 * zooms, with few lanes and with very many, of which no more can be seen: fifty events in each. A
 * frame in which another level of detail is come to is told apart. Prints a line for each number of
 * lanes. */

#define WIDTH_PX 1920.0
#define HEIGHT_PX 1080.0
#define OVERVIEW_PX 40.0
#define N_EVENTS 50
#define N_FRAMES 120
#define N_AT_A_REST 30
#define ZOOM_STEP 1.1

typedef struct
{
  AnnalsMetrics metrics;
  AnnalsLayout *layout;
  AnnalsPictureOptions options;
  AnnalsOverviewOptions overview_options;
  AnnalsScene *scene;
  AnnalsScene *overview;
  GArray *picture_ms;
  GArray *crossing_ms;
  GArray *overview_ms;
} Bench;

static gdouble
get_cpu_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (gdouble) now.tv_sec * 1e3 + (gdouble) now.tv_nsec / 1e6;
}

static void
add_time (GArray *times, gdouble start_ms)
{
  gdouble time_ms = get_cpu_ms () - start_ms;

  g_array_append_val (times, time_ms);
}

static void
rest (Bench *bench)
{
  annals_layout_pack (bench->layout, &bench->options.scale);
  annals_layout_set_progress (bench->layout, 1.0);
  annals_layout_fit_height (bench->layout, HEIGHT_PX - bench->metrics.axis_height_px);
}

static void
fill_picture (Bench *bench)
{
  annals_picture_fill (bench->layout, &bench->options, bench->scene);
}

static void
fill_overview (Bench *bench)
{
  bench->overview_options.scale = bench->options.scale;
  annals_overview_fill (bench->layout, &bench->overview_options, bench->overview);
}

static void
draw_frame (Bench *bench)
{
  gint level = annals_layout_get_detail (bench->layout)->level;
  gdouble start_ms = get_cpu_ms ();

  fill_picture (bench);
  add_time (annals_layout_get_detail (bench->layout)->level == level ? bench->picture_ms
                                                                     : bench->crossing_ms,
            start_ms);
  start_ms = get_cpu_ms ();
  fill_overview (bench);
  add_time (bench->overview_ms, start_ms);
}

static void
bench_init (Bench *bench, guint n_lanes)
{
  *bench = (Bench){ .picture_ms = g_array_new (FALSE, FALSE, sizeof (gdouble)),
                    .crossing_ms = g_array_new (FALSE, FALSE, sizeof (gdouble)),
                    .overview_ms = g_array_new (FALSE, FALSE, sizeof (gdouble)) };
  annals_metrics_init (&bench->metrics, 1.0, FALSE);
  bench->layout = sample_lanes_new_layout (n_lanes, N_EVENTS, &bench->metrics);
  bench->options = (AnnalsPictureOptions){
    .width_px = WIDTH_PX, .height_px = HEIGHT_PX, .selected = -1, .hovered = -1
  };
  bench->overview_options = (AnnalsOverviewOptions){ .width_px = WIDTH_PX,
                                                     .height_px = OVERVIEW_PX,
                                                     .x_px = bench->metrics.header_width_px };
  annals_layout_init_fit (bench->layout, &bench->options.scale, bench->metrics.header_width_px,
                          WIDTH_PX - bench->metrics.header_width_px);
  bench->scene = annals_scene_new (1.0, 1.0);
  bench->overview = annals_scene_new (1.0, 1.0);
}

static void
bench_clear (Bench *bench)
{
  annals_scene_free (bench->scene);
  annals_scene_free (bench->overview);
  annals_layout_free (bench->layout);
  g_array_unref (bench->picture_ms);
  g_array_unref (bench->crossing_ms);
  g_array_unref (bench->overview_ms);
}

static void
print_times (const gchar *name, guint n_lanes, GArray *times_ms)
{
  BenchTimes times;

  bench_summarise (&times, times_ms);
  bench_print (name, &times, 0.0, "lanes", (gdouble) n_lanes, NULL);
}

static void
measure (guint n_lanes)
{
  Bench bench;

  bench_init (&bench, n_lanes);
  for (guint i = 0; i < N_FRAMES; i++)
    {
      if (i % N_AT_A_REST == 0)
        rest (&bench);
      annals_scale_zoom (&bench.options.scale, i < N_FRAMES / 2 ? ZOOM_STEP : 1.0 / ZOOM_STEP,
                         bench.options.scale.x_px + WIDTH_PX / 3.0);
      draw_frame (&bench);
    }
  print_times ("lanes-picture", n_lanes, bench.picture_ms);
  print_times ("lanes-crossing", n_lanes, bench.crossing_ms);
  print_times ("lanes-overview", n_lanes, bench.overview_ms);
  bench_clear (&bench);
}

int
main (int argc, char **argv)
{
  static const guint n_lanes[] = { 20, 200, 2000 };

  for (gint i = 1; i < argc; i++)
    measure ((guint) MAX (atoi (argv[i]), 1));
  for (guint i = 0; argc < 2 && i < G_N_ELEMENTS (n_lanes); i++)
    measure (n_lanes[i]);
  return 0;
}
