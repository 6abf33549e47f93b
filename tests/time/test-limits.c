/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

#include "annals-date.h"

/* What bounds a date costs, and what the longest and worst of strings cost: no allocation for the
 * bounds of any date, and time and memory in proportion to the length for all that is no date. */

#define N_BYTES_LONG (10 * 1000 * 1000)
/* In proportion these take a fraction of a second; by the square they would take hours. */
#define CPU_LIMIT_S 10.0
/* No more than so many bytes of memory for each byte of a string. */
#define MEMORY_FACTOR 120

/* Counts what the C library allocates. The sanitizers bring an allocator of their own. */

#if defined(__GLIBC__) && !defined(__SANITIZE_ADDRESS__) && !defined(__clang__)
#define COUNTS_ALLOCATIONS 1

void *__libc_malloc (size_t size);
void *__libc_calloc (size_t n, size_t size);
void *__libc_realloc (void *memory, size_t size);

static gboolean is_counting = FALSE;
static guint n_allocations = 0;

void *
malloc (size_t size)
{
  n_allocations += is_counting;
  return __libc_malloc (size);
}

void *
calloc (size_t n, size_t size)
{
  n_allocations += is_counting;
  return __libc_calloc (n, size);
}

void *
realloc (void *memory, size_t size)
{
  n_allocations += is_counting;
  return __libc_realloc (memory, size);
}
#endif

static void
test_no_allocation (void)
{
#ifdef COUNTS_ALLOCATIONS
  static const gchar *const cases[] = {
    "1985-04-12",
    "1984~/2004-06?",
    "199X",
    "2001-21",
    "[1667,1668]",
    "{1667,1668,1670..1672,-0043-03-15}",
    "[1667,1668..1670,19XX-02-29..]",
    "2004-06-XX/2004-07-03",
    "1985-04-12T23:20:30-09:30",
    "?2004-06-~11",
    "Y-17E7",
    "Y171010000S3",
    "XXXX-02-29",
    "../..",
    "/2004",
  };
  g_autoptr (AnnalsDate) kept = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AnnalsSpan span;
      gboolean is_read;

      g_test_message ("%s", cases[i]);
      n_allocations = 0;
      is_counting = TRUE;
      is_read = annals_span_from_edtf (&span, cases[i], NULL);
      is_counting = FALSE;
      g_assert_true (is_read);
      g_assert_cmpuint (n_allocations, ==, 0);
    }

  /* The counter counts. */
  is_counting = TRUE;
  kept = annals_date_new_from_edtf ("1985", NULL);
  is_counting = FALSE;
  g_assert_cmpuint (n_allocations, ==, 2);
#else
  g_test_skip ("allocations are counted in the GNU C library without sanitizers alone");
#endif
}

/* Long strings */

typedef struct
{
  const gchar *name;
  const gchar *before;
  const gchar *repeated;
  const gchar *after;
  gboolean is_read;
} LongCase;

static const LongCase long_cases[] = {
  { "brackets", "", "[1,", "", FALSE },
  { "nested", "", "[", "", FALSE },
  { "nested-dates", "", "[1973,", "", FALSE },
  { "digits", "", "7", "", FALSE },
  { "long-year", "Y", "7", "", TRUE },
  { "long-exponent", "Y1E", "7", "", TRUE },
  { "many-significant-digits", "1950S", "7", "", TRUE },
  { "unspecified", "", "X", "", FALSE },
  { "earlier-draft", "", "u", "", FALSE },
  { "lower-case-year", "y", "7", "", FALSE },
  { "uncertain", "", "?", "", FALSE },
  { "spaces", "", " ", "", FALSE },
  { "spaces-in-a-set", "[", " ", "]", FALSE },
  { "spaces-around-a-date", "[1973", " ", "]", TRUE },
  { "slashes", "", "/", "", FALSE },
  { "dots", "", ".", "", FALSE },
  { "dashes", "", "-", "", FALSE },
  { "commas", "[", ",", "]", FALSE },
  { "en-dashes", "1973", "–", "", FALSE },
  { "words", "", "open/", "", FALSE },
  { "years", "[1973", ",1973", "]", TRUE },
  { "months", "{1973-10", ",1973-10", "}", TRUE },
  { "days", "[1973-10-17", ",1973-10-17", "]", TRUE },
  { "masks", "[1973-10-17", ",19XX-02-29", "]", TRUE },
  { "ranges", "[1973", ",1973..1974", "]", TRUE },
  { "late-error", "[1973-10-17", ",1973-10-17", ",1900-02-29]", FALSE },
  { "never-closed", "[1973-10-17", ",1973-10-17", "", FALSE },
};

static gchar *
dup_long (const LongCase *c)
{
  GString *string = g_string_sized_new (N_BYTES_LONG + strlen (c->before) + strlen (c->after) + 64);

  g_string_append (string, c->before);
  while (string->len < N_BYTES_LONG)
    g_string_append (string, c->repeated);
  g_string_append (string, c->after);

  return g_string_free (string, FALSE);
}

static gsize
get_peak_memory_bytes (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);

  return (gsize) usage.ru_maxrss * 1024;
}

static void
test_long (gconstpointer data)
{
  const LongCase *c = data;
  g_autofree gchar *edtf = dup_long (c);
  gsize before_bytes = get_peak_memory_bytes ();
  clock_t start = clock ();
  g_autoptr (GError) error = NULL;
  g_autoptr (AnnalsDate) date = annals_date_new_from_edtf (edtf, &error);
  gdouble cpu_s;
  AnnalsSpan span;

  g_assert_cmpint (annals_span_from_edtf (&span, edtf, NULL), ==, c->is_read);
  cpu_s = (gdouble) (clock () - start) / CLOCKS_PER_SEC;
  g_test_message ("%.3f s, %.1f bytes more for each byte", cpu_s,
                  (gdouble) (get_peak_memory_bytes () - before_bytes) / N_BYTES_LONG);
  g_assert_cmpfloat (cpu_s, <, CPU_LIMIT_S);
  g_assert_cmpint (date != NULL, ==, c->is_read);
  g_assert_cmpint (error == NULL, ==, c->is_read);
  if (error != NULL)
    g_assert_cmpuint (strlen (error->message), <, 400);
#ifndef __SANITIZE_ADDRESS__
  g_assert_cmpuint (get_peak_memory_bytes () - before_bytes, <,
                    (gsize) MEMORY_FACTOR * N_BYTES_LONG);
#endif
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/time/limits/no-allocation", test_no_allocation);
  for (gsize i = 0; i < G_N_ELEMENTS (long_cases); i++)
    {
      g_autofree gchar *path = g_strconcat ("/time/limits/long/", long_cases[i].name, NULL);

      g_test_add_data_func (path, &long_cases[i], test_long);
    }

  return g_test_run ();
}
