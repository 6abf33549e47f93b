/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <stdarg.h>
#include <stdio.h>
#include <time.h>

#include "bench-support.h"

/* Measuring and telling: one JSON object a line on standard output. Numbers are told, never
 * judged: machines differ, and a busy one is slow. */

#define LEAST_RUNS 5

static gint
compare_doubles (gconstpointer a, gconstpointer b)
{
  gdouble x = *(const gdouble *) a;
  gdouble y = *(const gdouble *) b;

  return (x > y) - (x < y);
}

/**
 * bench_summarise:
 * @times: (out): what the runs say
 * @runs_ms: (element-type gdouble): how long each took; is sorted
 */
void
bench_summarise (BenchTimes *times, GArray *runs_ms)
{
  g_array_sort (runs_ms, compare_doubles);
  times->n_runs = runs_ms->len;
  times->cpu_ms = 0.0;
  times->median_ms = g_array_index (runs_ms, gdouble, runs_ms->len / 2);
  times->p95_ms = g_array_index (runs_ms, gdouble, (runs_ms->len - 1) * 95 / 100);
}

static gdouble
get_cpu_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (gdouble) now.tv_sec * 1e3 + (gdouble) now.tv_nsec / 1e6;
}

/**
 * bench_run:
 * @times: (out): what was measured
 * @seconds: about how long to measure
 * @func: what to measure
 * @data: handed to @func
 *
 * Runs @func twice to warm up, then as often as there is time for, and at least five times.
 */
void
bench_run (BenchTimes *times, gdouble seconds, BenchFunc func, gpointer data)
{
  g_autoptr (GArray) runs_ms = g_array_new (FALSE, FALSE, sizeof (gdouble));
  g_autoptr (GArray) cpu_ms = g_array_new (FALSE, FALSE, sizeof (gdouble));
  BenchTimes cpu_times;
  gint64 end;

  func (data);
  func (data);
  end = g_get_monotonic_time () + (gint64) (seconds * G_USEC_PER_SEC);
  while (runs_ms->len < LEAST_RUNS || g_get_monotonic_time () < end)
    {
      gint64 start = g_get_monotonic_time ();
      gdouble cpu = get_cpu_ms ();
      gdouble run_ms;

      func (data);
      cpu = get_cpu_ms () - cpu;
      g_array_append_val (cpu_ms, cpu);
      run_ms = (gdouble) (g_get_monotonic_time () - start) / 1000.0;
      g_array_append_val (runs_ms, run_ms);
    }
  bench_summarise (&cpu_times, cpu_ms);
  bench_summarise (times, runs_ms);
  times->cpu_ms = cpu_times.median_ms;
}

static void
print_number (const gchar *name, gdouble value)
{
  gchar digits[G_ASCII_DTOSTR_BUF_SIZE];

  printf (",\"%s\":%s", name, g_ascii_formatd (digits, sizeof digits, "%.6g", value));
}

/**
 * bench_print:
 * @name: what was measured
 * @times: (nullable): how long it took
 * @budget_ms: how long it may take; 0 for anything
 * @...: pairs of a name and a double, ended by %NULL
 *
 * Prints one line.
 */
void
bench_print (const gchar *name, const BenchTimes *times, gdouble budget_ms, ...)
{
  va_list pairs;
  const gchar *key;

  printf ("{\"bench\":\"%s\"", name);
  if (times != NULL)
    {
      print_number ("median_ms", times->median_ms);
      print_number ("p95_ms", times->p95_ms);
      if (times->cpu_ms > 0.0)
        print_number ("cpu_ms", times->cpu_ms);
      print_number ("runs", times->n_runs);
    }
  if (budget_ms > 0.0)
    print_number ("budget_ms", budget_ms);
  va_start (pairs, budget_ms);
  while ((key = va_arg (pairs, const gchar *)) != NULL)
    print_number (key, va_arg (pairs, gdouble));
  va_end (pairs);
  printf ("}\n");
  fflush (stdout);
}
