/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef void (*BenchFunc) (gpointer data);

/**
 * BenchTimes:
 * @n_runs: how often it ran
 * @median_ms: half of the runs took no longer
 * @p95_ms: 95 % of the runs took no longer
 * @cpu_ms: processor time of half of the runs was no more, or 0 when it is not known; on a busy
 *   machine this says more than the clock
 */
typedef struct
{
  guint n_runs;
  gdouble median_ms;
  gdouble p95_ms;
  gdouble cpu_ms;
} BenchTimes;

void bench_run (BenchTimes *times, gdouble seconds, BenchFunc func, gpointer data);
void bench_summarise (BenchTimes *times, GArray *runs_ms);
void bench_print (const gchar *name, const BenchTimes *times, gdouble budget_ms, ...)
    G_GNUC_NULL_TERMINATED;

G_END_DECLS
