/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <dlfcn.h>
#include <execinfo.h>
#include <stdlib.h>
#include <string.h>

#include "bench-memory.h"

/* Counts how often memory is asked for, and by whom: the functions of the C library are wrapped by
 * functions of the same names in the program, and while something is counted, each call looks up
 * the stack for the first caller that is neither the C library nor GLib. */

#define MOST_FRAMES 24
#define OWN_FRAMES 3

static gboolean counting;
static guint n_ours;
static guint n_others;
static gchar first_name[128];

#ifndef __SANITIZE_ADDRESS__

extern void *__libc_malloc (size_t size);
extern void *__libc_calloc (size_t n, size_t size);
extern void *__libc_realloc (void *memory, size_t size);

static gboolean
is_go_between (const gchar *file)
{
  static const gchar *const names[] = { "libc.so", "libglib-2.0", "libgobject-2.0" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strstr (file, names[i]) != NULL)
      return TRUE;
  return FALSE;
}

static __attribute__ ((noinline)) void
count (void)
{
  void *frames[MOST_FRAMES];
  Dl_info own;
  Dl_info info;
  int n;

  counting = FALSE;
  dladdr ((void *) (guintptr) bench_count_memory, &own);
  n = backtrace (frames, MOST_FRAMES);
  for (int i = 2; i < n; i++)
    {
      if (dladdr (frames[i], &info) == 0 || is_go_between (info.dli_fname))
        continue;
      if (info.dli_fbase != own.dli_fbase)
        break;
      if (n_ours++ == 0)
        g_snprintf (first_name, sizeof first_name, "%s+0x%lx",
                    info.dli_sname != NULL ? info.dli_sname : "",
                    (gulong) ((gchar *) frames[i] - (gchar *) info.dli_fbase));
      counting = TRUE;
      return;
    }
  n_others++;
  counting = TRUE;
}

void *
malloc (size_t size)
{
  if (G_UNLIKELY (counting))
    count ();
  return __libc_malloc (size);
}

void *
calloc (size_t n, size_t size)
{
  if (G_UNLIKELY (counting))
    count ();
  return __libc_calloc (n, size);
}

void *
realloc (void *memory, size_t size)
{
  if (G_UNLIKELY (counting))
    count ();
  return __libc_realloc (memory, size);
}

#endif

/**
 * bench_count_memory:
 * @memory: (out): how often memory was asked for
 * @func: what to watch, once
 * @data: handed to @func
 */
void
bench_count_memory (BenchMemory *memory, BenchFunc func, gpointer data)
{
  void *frames[OWN_FRAMES];

  /* The first call of this loads a library. */
  backtrace (frames, OWN_FRAMES);
  n_ours = n_others = 0;
  counting = TRUE;
  func (data);
  counting = FALSE;
  memory->ours = n_ours;
  memory->others = n_others;
  memory->first = n_ours > 0 ? first_name : NULL;
}
