/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annals-cli-date.h"
#include "annals-date-parser.h"
#include "bench-support.h"

/* How fast `annals date --json` goes through lines: dates as people type them are understood and
 * said. A run is 100,000 lines, for which there is a second. */

#define N_LINES 100000

typedef struct
{
  const gchar *name;
  const gchar *lines[12];
} Kind;

static const Kind kinds[] = {
  { "edtf",
    { "1973-10-17", "1970~/1973~", "[..2007]", "197X", "1985?", "-0043", "2004-06/2006-08",
      "1916-21", "2001-10-07/..", "{1960,1961-12}", "19XX", "Y-17E7" } },
  { "words",
    { "17 October 1973", "early 1970s", "c. 44 BC", "17 Oct 1973 – 18 Mar 1974", "03/09/2007",
      "late 19th century", "3–9 May 1916", "between 1800 and 1900", "since 2001", "1914–18",
      "Q3 2008", "66 million years ago" } },
  { "refused",
    { "Febuary 1973", "29 February 1900", "13/13/2007", "n.d.", "19", "foo bar", "17 Oct 73",
      "1985-1984", "20 May", "class of 1968", "0 AD", "?" } },
};

typedef struct
{
  AnnalsDateParser *parser;
  const Kind *kind;
} Job;

static void
read_lines (gpointer data)
{
  const Job *job = data;
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < N_LINES; i++)
    {
      const gchar *line = job->kind->lines[i % G_N_ELEMENTS (job->kind->lines)];
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) readings = annals_date_parser_parse (job->parser, line, &error);

      annals_cli_date_append_json (out, line, readings, error);
      if (out->len > 65536)
        g_string_truncate (out, 0);
    }
}

int
main (void)
{
  g_autoptr (AnnalsDateParser) parser = annals_date_parser_new ("en_GB");

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree gchar *name = g_strdup_printf ("typed/%s", kinds[i].name);
      Job job = { parser, &kinds[i] };
      BenchTimes times;

      bench_run (&times, 2.0, read_lines, &job);
      bench_print (name, &times, 1000.0, "cpu_us_each", times.cpu_ms * 1e3 / N_LINES, NULL);
    }

  return 0;
}
