/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annals-formats.h"
#include "bench-support.h"

/* How fast the bundled document opens, alone and with the commentary itself beside it, which is
 * read from the folder that ANNALS_SAMPLES names. */

static void
open_bundled (gpointer data)
{
  GFile *source = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AnnalsDocument) document = annals_formats_open_bundled (&error);

  if (document == NULL
      || (source != NULL && !annals_formats_link_source (document, source, NULL, &error)))
    g_error ("%s", error->message);
}

static void
open_source (gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AnnalsDocument) document = annals_formats_open (data, NULL, &error);

  if (document == NULL)
    g_error ("%s", error->message);
}

int
main (int argc, char **argv)
{
  const gchar *samples = g_getenv ("ANNALS_SAMPLES");
  g_autoptr (GFile) source = NULL;
  BenchTimes times;

  bench_run (&times, 1.0, open_bundled, NULL);
  bench_print ("open-bundled", &times, 20.0, NULL);
  if (samples == NULL)
    {
      g_printerr ("ANNALS_SAMPLES is not set: the commentary itself is not measured.\n");
      return 0;
    }
  source = g_file_new_build_filename (samples, "konishi-2004.txt", NULL);
  bench_run (&times, 1.0, open_bundled, source);
  bench_print ("open-bundled-with-source", &times, 20.0, NULL);
  bench_run (&times, 1.0, open_source, source);
  bench_print ("open-commentary", &times, 20.0, NULL);
  return 0;
}
