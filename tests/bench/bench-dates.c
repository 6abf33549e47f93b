/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annals-date.h"
#include "bench-support.h"

/* How fast dates are read: to their bounds, for which nothing is allocated, and into a date that is
 * kept; and how fast the dates are said. Each run goes through the strings so often that the clock
 * does not count. */

#define N_ROUNDS 10000

typedef struct
{
  const gchar *name;
  const gchar *edtf[6];
} Kind;

static const Kind kinds[] = {
  { "level-0",
    { "1973-10-17", "1973", "1947/1991", "2004-02", "1973-10-17/1974-03-18",
      "1985-04-12T23:20:30Z" } },
  { "level-1",
    { "1984~/2004-06?", "1985-04-12~", "199X", "2001-21", "2004-06-XX/2004-07-03", "-0043-03?" } },
  { "level-2",
    { "2004-06~-11", "?2004-06-~11", "1950S2", "2001-34", "Y-17E7", "1984~-06-?02/2004" } },
  { "scattered",
    { "1985-XX-31", "19XX-02-29", "156X-12-25", "XXXX-XX-15", "-1985-0X-X1", "2199-X0" } },
  { "set",
    { "[2007-03-09,2007-09-03]", "{1960,1961-12}", "[..2007]", "[1670..1672,1667]", "[1667,1668]",
      "{2003-12-09,2003-12-19}" } },
};

static void
reckon (gpointer data)
{
  const Kind *kind = data;
  AnnalsSpan span;

  for (guint i = 0; i < N_ROUNDS; i++)
    for (guint j = 0; j < G_N_ELEMENTS (kind->edtf); j++)
      if (!annals_span_from_edtf (&span, kind->edtf[j], NULL))
        g_error ("%s is not read", kind->edtf[j]);
}

static void
keep (gpointer data)
{
  const Kind *kind = data;

  for (guint i = 0; i < N_ROUNDS; i++)
    for (guint j = 0; j < G_N_ELEMENTS (kind->edtf); j++)
      annals_date_unref (annals_date_new_from_edtf (kind->edtf[j], NULL));
}

static void
say (gpointer data)
{
  const Kind *kind = data;

  for (guint j = 0; j < G_N_ELEMENTS (kind->edtf); j++)
    {
      g_autoptr (AnnalsDate) date = annals_date_new_from_edtf (kind->edtf[j], NULL);

      for (guint i = 0; i < N_ROUNDS; i++)
        g_free (annals_date_dup_words (date, ANNALS_WORDS_LONG));
    }
}

static void
measure (const gchar *what, const Kind *kind, BenchFunc func, gdouble budget_ns)
{
  gdouble n_dates = (gdouble) N_ROUNDS * G_N_ELEMENTS (kind->edtf);
  g_autofree gchar *name = g_strdup_printf ("dates/%s/%s", what, kind->name);
  BenchTimes times;

  bench_run (&times, 0.5, func, (gpointer) kind);
  bench_print (name, &times, budget_ns * n_dates / 1e6, "cpu_ns_each", times.cpu_ms * 1e6 / n_dates,
               NULL);
}

int
main (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      measure ("bounds", &kinds[i], reckon, 300.0);
      measure ("date", &kinds[i], keep, 0.0);
      measure ("words", &kinds[i], say, 0.0);
    }

  return 0;
}
