/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bench-support.h"

G_BEGIN_DECLS

/**
 * BenchMemory:
 * @ours: how often memory was asked for by the program's own code, itself or through GLib
 * @others: how often by Cairo, Pango and other libraries
 * @first: (nullable): a name for what asked first among ours; valid until the next count
 */
typedef struct
{
  guint ours;
  guint others;
  const gchar *first;
} BenchMemory;

void bench_count_memory (BenchMemory *memory, BenchFunc func, gpointer data);

G_END_DECLS
