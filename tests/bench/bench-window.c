/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>
#include <math.h>
#include <string.h>
#include <time.h>
#ifdef HAVE_XDAMAGE
#include <X11/extensions/Xdamage.h>
#include <gdk/x11/gdkx.h>
#endif

#include "annals-timeline-view-private.h"
#include "bench-support.h"
#include "sample-document.h"

/* What a frame of the window costs: the real timeline in a window, panned at every tick of the
 * frame clock, and then with one event after another under the pointer. Under X the damage is
 * measured as well: what of the window was painted.
 *
 * bench-window [EVENTS [WIDTH HEIGHT]] */

#define N_FRAMES 120
#define N_WARM 10
#define HOVER_EVERY 3 /* frames, so that what follows a hover is counted with it */

typedef struct
{
  GtkWidget *window;
  AnnalsTimelineView *view;
  AnnalsSelection *selection;
  GArray *wall_ms;
  GArray *cpu_ms;
  gint64 start_us;
  gdouble start_cpu_ms;
  guint frame;
  gboolean hovers;
  gdouble damaged_px2;
#ifdef HAVE_XDAMAGE
  Display *display;
  gint damage_event;
#endif
} Bench;

static gdouble
get_cpu_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (gdouble) now.tv_sec * 1e3 + (gdouble) now.tv_nsec / 1e6;
}

#ifdef HAVE_XDAMAGE
static void
watch_damage (Bench *bench)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (bench->window));
  gint error;

  if (!GDK_IS_X11_SURFACE (surface))
    return;
  bench->display = XOpenDisplay (NULL);
  if (bench->display == NULL
      || !XDamageQueryExtension (bench->display, &bench->damage_event, &error))
    return;
  XDamageCreate (bench->display, gdk_x11_surface_get_xid (surface), XDamageReportRawRectangles);
  XSync (bench->display, False);
}

static void
read_damage (Bench *bench)
{
  if (bench->display == NULL)
    return;
  XSync (bench->display, False);
  while (XPending (bench->display) > 0)
    {
      XEvent event;

      XNextEvent (bench->display, &event);
      if (event.type == bench->damage_event + XDamageNotify)
        {
          const XDamageNotifyEvent *damage = (const XDamageNotifyEvent *) (const void *) &event;

          bench->damaged_px2 += (gdouble) damage->area.width * damage->area.height;
        }
    }
}
#else
static void
watch_damage (Bench *bench)
{
}

static void
read_damage (Bench *bench)
{
}
#endif

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  Bench *bench = user_data;
  gint n_events = (gint) annals_document_get_n_events (
      annals_selection_get_document (bench->selection));

  bench->frame++;
  bench->start_us = g_get_monotonic_time ();
  bench->start_cpu_ms = get_cpu_ms ();
  if (!bench->hovers)
    annals_timeline_view_pan (bench->view, bench->frame / 30 % 2 == 0 ? -7.0 : 7.0, 0.0);
  else if (bench->frame % HOVER_EVERY == 0)
    annals_selection_set_hovered (bench->selection, (gint) (bench->frame / HOVER_EVERY) % n_events);
  return G_SOURCE_CONTINUE;
}

static void
after_paint_cb (GdkFrameClock *clock, gpointer user_data)
{
  Bench *bench = user_data;
  gdouble wall = (gdouble) (g_get_monotonic_time () - bench->start_us) / 1e3;
  gdouble cpu = get_cpu_ms () - bench->start_cpu_ms;

  if (bench->wall_ms == NULL || bench->start_us == 0 || bench->frame <= N_WARM
      || (bench->hovers && bench->frame % HOVER_EVERY != 0))
    return;
  g_array_append_val (bench->wall_ms, wall);
  g_array_append_val (bench->cpu_ms, cpu);
}

static void
measure (Bench *bench, const gchar *name, gboolean hovers, gdouble budget_ms)
{
  BenchTimes times;
  BenchTimes cpu_times;
  guint tick;

  bench->wall_ms = g_array_new (FALSE, FALSE, sizeof (gdouble));
  bench->cpu_ms = g_array_new (FALSE, FALSE, sizeof (gdouble));
  bench->frame = 0;
  bench->hovers = hovers;
  read_damage (bench);
  bench->damaged_px2 = 0.0;
  tick = gtk_widget_add_tick_callback (GTK_WIDGET (bench->view), tick_cb, bench, NULL);
  while (bench->frame < N_FRAMES + N_WARM)
    g_main_context_iteration (NULL, TRUE);
  gtk_widget_remove_tick_callback (GTK_WIDGET (bench->view), tick);
  for (guint i = 0; i < 20; i++)
    g_main_context_iteration (NULL, FALSE);
  read_damage (bench);
  bench_summarise (&cpu_times, bench->cpu_ms);
  bench_summarise (&times, bench->wall_ms);
  times.cpu_ms = cpu_times.median_ms;
  bench_print (
      name, &times, budget_ms, "damaged_px2",
      bench->damaged_px2 * (hovers ? HOVER_EVERY : 1) / bench->frame, "window_px2",
      (gdouble) gtk_widget_get_width (bench->window) * gtk_widget_get_height (bench->window), NULL);
  g_clear_pointer (&bench->wall_ms, g_array_unref);
  g_clear_pointer (&bench->cpu_ms, g_array_unref);
}

static void
settle (guint ms)
{
  gint64 end = g_get_monotonic_time () + (gint64) ms * 1000;

  while (g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
}

int
main (int argc, char **argv)
{
  guint n_events = argc > 1 ? (guint) g_ascii_strtoull (argv[1], NULL, 10) : 0;
  gint width = argc > 3 ? (gint) g_ascii_strtoll (argv[2], NULL, 10) : 1920;
  gint height = argc > 3 ? (gint) g_ascii_strtoll (argv[3], NULL, 10) : 1080;
  g_autoptr (AnnalsDocument) document = NULL;
  Bench bench = { 0 };
  GdkFrameClock *clock;

  adw_init ();
  document = n_events > 0 ? sample_document_new_random (42, n_events)
                          : sample_document_new_commentary ();
  bench.selection = annals_selection_new (document);
  bench.view = annals_timeline_view_new ();
  annals_timeline_view_set_selection (bench.view, bench.selection);
  bench.window = gtk_window_new ();
  gtk_window_set_decorated (GTK_WINDOW (bench.window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (bench.window), width, height);
  gtk_window_set_child (GTK_WINDOW (bench.window), GTK_WIDGET (bench.view));
  gtk_window_present (GTK_WINDOW (bench.window));
  settle (800);
  clock = gtk_widget_get_frame_clock (GTK_WIDGET (bench.view));
  g_signal_connect (clock, "after-paint", G_CALLBACK (after_paint_cb), &bench);
  watch_damage (&bench);
  measure (&bench, "window-pan", FALSE, 8.0);
  settle (400);
  measure (&bench, "window-hover", TRUE, 0.0);
  gtk_window_destroy (GTK_WINDOW (bench.window));
  g_object_unref (bench.selection);
  return 0;
}
