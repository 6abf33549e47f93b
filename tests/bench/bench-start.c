/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <X11/Xlib.h>
#include <X11/extensions/Xdamage.h>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "bench-support.h"

/* From starting a program to its first frame, seen from outside: a window is there, and the X
 * server tells that at least half of it was painted. The real program and a bare window take turns.
 *
 * bench-start PROGRAM BARE-WINDOW */

#define N_TURNS 9
#define QUIET_US (600 * 1000)
#define LONGEST_US (20 * G_USEC_PER_SEC)
#define LONGEST_SETTLING_US (2 * G_USEC_PER_SEC)
#define LEAST_SIDE_PX 200

typedef struct
{
  Display *display;
  gint damage_event;
  gint64 start_us;
  gint64 first_us;  /* first frame */
  gint64 latest_us; /* last frame so far */
} Watch;

static gint
ignore_error_cb (Display *display, XErrorEvent *event)
{
  return 0;
}

static void
watch_window (Watch *watch, Window window)
{
  XDamageCreate (watch->display, window, XDamageReportRawRectangles);
}

static void
see_damage (Watch *watch, const XDamageNotifyEvent *damage)
{
  gint64 now = g_get_monotonic_time ();
  gdouble painted = (gdouble) damage->area.width * damage->area.height;
  gdouble whole = (gdouble) damage->geometry.width * damage->geometry.height;

  if (damage->geometry.width < LEAST_SIDE_PX || damage->geometry.height < LEAST_SIDE_PX)
    return;
  if (watch->first_us == 0 && painted < whole / 2.0)
    return;
  if (watch->first_us == 0)
    watch->first_us = now;
  watch->latest_us = now;
}

static void
see_events (Watch *watch)
{
  while (XPending (watch->display) > 0)
    {
      XEvent event;

      XNextEvent (watch->display, &event);
      if (event.type == CreateNotify)
        watch_window (watch, event.xcreatewindow.window);
      else if (event.type == watch->damage_event)
        see_damage (watch, (const XDamageNotifyEvent *) (const void *) &event);
    }
}

/* Until nothing has been painted for a while after the first frame, or it has become clear that it
 * never ends. */
static gboolean
wait_until_quiet (Watch *watch)
{
  struct pollfd connection = { ConnectionNumber (watch->display), POLLIN, 0 };

  for (;;)
    {
      gint64 now;

      XFlush (watch->display);
      if (XPending (watch->display) == 0)
        poll (&connection, 1, 50);
      see_events (watch);
      now = g_get_monotonic_time ();
      if (watch->first_us != 0
          && (now - watch->latest_us > QUIET_US || now - watch->first_us > LONGEST_SETTLING_US))
        return TRUE;
      if (now - watch->start_us > LONGEST_US)
        return FALSE;
    }
}

static gboolean
start_once (Display *display, gint damage_event, const gchar *program, GArray *first, GArray *last)
{
  Watch watch = { .display = display, .damage_event = damage_event };
  gboolean seen;
  gdouble run_ms;
  pid_t child;

  watch.start_us = g_get_monotonic_time ();
  child = fork ();
  if (child == 0)
    {
      execl (program, program, NULL);
      _exit (127);
    }
  seen = child > 0 && wait_until_quiet (&watch);
  if (child > 0)
    {
      kill (child, SIGTERM);
      waitpid (child, NULL, 0);
    }
  XSync (display, False);
  see_events (&watch);
  if (!seen)
    return FALSE;
  run_ms = (gdouble) (watch.first_us - watch.start_us) / 1000.0;
  g_array_append_val (first, run_ms);
  run_ms = (gdouble) (watch.latest_us - watch.start_us) / 1000.0;
  g_array_append_val (last, run_ms);
  return TRUE;
}

int
main (int argc, char **argv)
{
  static const gchar *const names[] = { "start", "start-bare-window" };
  Display *display = XOpenDisplay (NULL);
  BenchTimes times[2][2];
  GArray *runs[2][2];
  gint damage_event;
  gint damage_error;

  if (argc != 3 || display == NULL
      || !XDamageQueryExtension (display, &damage_event, &damage_error))
    {
      g_printerr ("usage: bench-start PROGRAM BARE-WINDOW, on a screen with XDamage\n");
      return 1;
    }
  XSetErrorHandler (ignore_error_cb);
  XSelectInput (display, DefaultRootWindow (display), SubstructureNotifyMask);
  for (guint i = 0; i < 2; i++)
    for (guint j = 0; j < 2; j++)
      runs[i][j] = g_array_new (FALSE, FALSE, sizeof (gdouble));

  /* The first turn warms caches and does not count. */
  for (guint turn = 0; turn <= N_TURNS; turn++)
    for (guint i = 0; i < 2; i++)
      {
        if (!start_once (display, damage_event + XDamageNotify, argv[1 + i], runs[i][0],
                         runs[i][1]))
          {
            g_printerr ("%s shows no window\n", argv[1 + i]);
            return 1;
          }
        if (turn == 0)
          g_array_set_size (runs[i][0], 0);
        if (turn == 0)
          g_array_set_size (runs[i][1], 0);
      }
  for (guint i = 0; i < 2; i++)
    for (guint j = 0; j < 2; j++)
      bench_summarise (&times[i][j], runs[i][j]);
  for (guint i = 0; i < 2; i++)
    bench_print (names[i], &times[i][0], 0.0, "settled_ms", times[i][1].median_ms, NULL);
  bench_print ("start-ratio", NULL, 0.0, "ratio", times[0][0].median_ms / times[1][0].median_ms,
               "budget_ratio", 2.0, "settled_ratio", times[0][1].median_ms / times[1][1].median_ms,
               NULL);
  return 0;
}
