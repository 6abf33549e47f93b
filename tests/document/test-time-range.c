/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "annals-document.h"

/* Which events of a document a filter in time lets through. */

typedef struct
{
  const gchar *cited;
  const gchar *record;
  AnnalsStatus status;
  const gchar *range;
  guint strictest; /* ANNALS_N_WITHINS: none */
} Case;

static const Case cases[] = {
  { "1973", NULL, ANNALS_STATUS_HAPPENED, "1970/1975", ANNALS_WITHIN_CERTAIN },
  /* what the text says counts, the record only where it says nothing */
  { "1973", "1980", ANNALS_STATUS_HAPPENED, "1970/1975", ANNALS_WITHIN_CERTAIN },
  { "1973", "1980", ANNALS_STATUS_HAPPENED, "1980", ANNALS_N_WITHINS },
  { NULL, "1980", ANNALS_STATUS_HAPPENED, "1980", ANNALS_WITHIN_CERTAIN },
  { NULL, NULL, ANNALS_STATUS_HAPPENED, "../..", ANNALS_N_WITHINS },
  /* a plan without a begin is none before the text, of January 2004 */
  { "[..2007]", NULL, ANNALS_STATUS_HAPPENED, "1970/1975", ANNALS_WITHIN_POSSIBLE },
  { "[..2007]", NULL, ANNALS_STATUS_PLANNED, "1970/1975", ANNALS_N_WITHINS },
  { "[..2007]", NULL, ANNALS_STATUS_PLANNED, "2004/2010", ANNALS_WITHIN_POSSIBLE },
  { "[..2007]", NULL, ANNALS_STATUS_PLANNED, "../2010", ANNALS_WITHIN_CERTAIN },
  { "[..2002]", NULL, ANNALS_STATUS_PLANNED, "2000/2002", ANNALS_WITHIN_POSSIBLE },
  { "2003", NULL, ANNALS_STATUS_PLANNED, "2000/2003", ANNALS_WITHIN_CERTAIN },
};

static void
test_cases (void)
{
  g_autoptr (AnnalsDocument) document = annals_document_new ();
  AnnalsDocumentInfo info = { .published = annals_date_new_from_edtf ("2004-01", NULL) };

  annals_document_take_info (document, &info);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const Case *c = &cases[i];
      g_auto (AnnalsEvent) event = { .status = c->status };
      AnnalsSpan span;

      g_test_message ("%s in %s", c->cited != NULL ? c->cited : "no date", c->range);
      event.cited = c->cited != NULL ? annals_date_new_from_edtf (c->cited, NULL) : NULL;
      event.record = c->record != NULL ? annals_date_new_from_edtf (c->record, NULL) : NULL;
      g_assert_true (annals_span_from_edtf (&span, c->range, NULL));
      for (guint within = 0; within < ANNALS_N_WITHINS; within++)
        {
          AnnalsRange range = { annals_span_get_earliest (&span), annals_span_get_latest (&span),
                                within };

          g_assert_cmpint (annals_document_is_in_range (document, &event, &range), ==,
                           within >= c->strictest);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/document/range/cases", test_cases);

  return g_test_run ();
}
