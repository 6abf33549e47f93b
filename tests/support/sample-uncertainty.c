/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "sample-document.h"

/* A sheet with one event of every kind of value, named after the date as it is written: what is
 * known, and what is not, of moments, periods and sets, with every status, and of the record. */

typedef struct
{
  const gchar *edtf;
  const gchar *record;
  AnnalsStatus status;
} Row;

typedef struct
{
  const gchar *name;
  const Row *rows;
  guint n_rows;
} Lane;

static const Row moments[] = {
  { "1972-04-12T23:20:30" },
  { "1972-04-12" },
  { "1972-04-12?" },
  { "1972-04-12~" },
  { "1972-04-12%" },
  { "1974-07" },
  { "1974-21" },
  { "1974" },
  { "1974?" },
  { "1974~" },
  { "1974%" },
  { "197X" },
  { "197X?" },
  { "2004-06~-11" },
  { "?2004-06-11" },
  { "1965-XX" },
  { "196X-12-25" },
  { "1980S3" },
};

static const Row periods[] = {
  { "1961-01-20/1966-11-22" },
  { "1962-10-16/1962-10-28" },
  { "1962-10-16~/1962-10-28?" },
  { "1968/1976" },
  { "1968~/1976~" },
  { "1968?/1976~" },
  { "1968%/1976-06-30" },
  { "1970/1971" },
  { "1974/1974" },
  { "1974?/1974" },
  { "1974-06/1974-06-15" },
  { "1985/.." },
  { "1985~/.." },
  { "../1970" },
  { "../.." },
  { "1981/" },
  { "/1981" },
  { "1985-03-01?/" },
  { "/.." },
  { "/" },
};

static const Row sets[] = {
  { "[1968-05-01,1973-05-01]" },
  { "[1968,1973-05-01?,1975~]" },
  { "[1968..1973]" },
  { "[..1968]" },
  { "[1990..]" },
  { "{1981-05-01,1985-05-01,1988-05-01}" },
  { "{1981,1985-05-01~,1988}" },
  { "{1981..1988}" },
  { "{..1965}" },
};

static const Row statuses[] = {
  { "1992-05-01", NULL, ANNALS_STATUS_PLANNED },
  { "1992", NULL, ANNALS_STATUS_PLANNED },
  { "1992-01-01/1996-12-31", NULL, ANNALS_STATUS_PLANNED },
  { "1992/1996~", NULL, ANNALS_STATUS_PLANNED },
  { "1992-01-01/..", NULL, ANNALS_STATUS_PLANNED },
  { "[..1996]", NULL, ANNALS_STATUS_PLANNED },
  { "[1992-05-01,1996-05-01]", NULL, ANNALS_STATUS_PLANNED },
  { "1992-05-01", NULL, ANNALS_STATUS_HYPOTHETICAL },
  { "1992?", NULL, ANNALS_STATUS_HYPOTHETICAL },
  { "1992-01-01/1996-12-31", NULL, ANNALS_STATUS_HYPOTHETICAL },
  { "1965-05-01", NULL, ANNALS_STATUS_DENIED },
  { "1965", NULL, ANNALS_STATUS_DENIED },
  { "1965-01-01/1968-12-31", NULL, ANNALS_STATUS_DENIED },
  { "1965/1965", NULL, ANNALS_STATUS_DENIED },
  { "{1965-05-01,1968-05-01}", NULL, ANNALS_STATUS_DENIED },
};

static const Row records[] = {
  { "1975", "1978-05-01", ANNALS_STATUS_HAPPENED },
  { "1975", "1973/1979", ANNALS_STATUS_HAPPENED },
  { "1975", "1974~/1979?", ANNALS_STATUS_HAPPENED },
  { "1975", "1976", ANNALS_STATUS_HAPPENED },
  { "1975", "[1974..1979]", ANNALS_STATUS_HAPPENED },
  { "1975", "1974-01-01/..", ANNALS_STATUS_HAPPENED },
  { "1975", "1974-01-01/", ANNALS_STATUS_HAPPENED },
};

static const Lane lanes[] = {
  { "Moments", moments, G_N_ELEMENTS (moments) },
  { "Periods", periods, G_N_ELEMENTS (periods) },
  { "Sets", sets, G_N_ELEMENTS (sets) },
  { "Status", statuses, G_N_ELEMENTS (statuses) },
  { "On record", records, G_N_ELEMENTS (records) },
};

/**
 * sample_document_new_uncertainty:
 *
 * Returns: (transfer full): one event of every kind of value
 */
AnnalsDocument *
sample_document_new_uncertainty (void)
{
  AnnalsDocument *document = annals_document_new ();
  AnnalsDocumentInfo info = { .title = g_strdup ("One of each"), .source_n_chars = -1 };
  guint n = 0;

  info.published = annals_date_new_from_edtf ("1990", NULL);
  annals_document_take_info (document, &info);
  for (guint i = 0; i < G_N_ELEMENTS (lanes); i++)
    {
      g_autofree gchar *lane_id = g_strdup_printf ("lane-%u", i);

      annals_document_add_lane (document, lane_id, lanes[i].name, i);
      for (guint j = 0; j < lanes[i].n_rows; j++)
        {
          const Row *row = &lanes[i].rows[j];
          g_autofree gchar *id = g_strdup_printf ("event-%u", n++);
          g_autofree gchar *label = row->record != NULL
                                        ? g_strdup_printf ("%s, %s", row->edtf, row->record)
                                        : g_strdup (row->edtf);

          sample_document_add (document, id, label, row->edtf, row->record, i, row->status);
        }
    }
  return document;
}
