/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "sample-document.h"

/* Documents for tests of the picture, made without reading a file: the events of the bundled
 * commentary, one event of every kind of mark, and any number of random ones from a seed. */

typedef struct
{
  const gchar *id;
  const gchar *label;
  const gchar *short_label;
  const gchar *cited;
  const gchar *record;
  guint lane;
  AnnalsStatus status;
  guint n_passages;
} Row;

static const Row commentary[] = {
  { "cold-war", "Cold War", NULL, NULL, "1947/1991", 0, ANNALS_STATUS_HAPPENED, 1 },
  { "vietnam-war", "Vietnam War", NULL, NULL, "1955-11-01/1975-04-30", 0, ANNALS_STATUS_HAPPENED,
    3 },
  { "oil-crises", "Oil crises", NULL, "1970~/1973~", "1973-10-17/1974-03-18", 0,
    ANNALS_STATUS_HAPPENED, 2 },
  { "antiterrorism", "U.S.-led antiterrorism campaign", "Antiterrorism campaign", NULL,
    "2001-10-07/..", 0, ANNALS_STATUS_ONGOING, 1 },
  { "saddam", "Overthrow of Saddam Hussein's regime", "Fall of Saddam Hussein", NULL,
    "2003-03-20/2003-04-09", 0, ANNALS_STATUS_HAPPENED, 1 },
  { "north-korea", "North Korea crisis", NULL, NULL, "2002-10-16/..", 0, ANNALS_STATUS_ONGOING, 1 },
  { "koizumi", "Koizumi government", NULL, NULL, "2001-04-26/2006-09-26", 1, ANNALS_STATUS_ONGOING,
    1 },
  { "closer", "Three years of closer support for the United States", "Closer support for the U.S.",
    "2001~/2004-01", NULL, 1, ANNALS_STATUS_ONGOING, 1 },
  { "msdf", "MSDF dispatched to the Indian Ocean", "MSDF in the Indian Ocean", "2002",
    "2001-11-09/2010-01-15", 1, ANNALS_STATUS_HAPPENED, 1 },
  { "decision", "Decision to send the SDF to Iraq and to build missile defence",
    "Iraq and missile decisions", "2003-12", "{2003-12-09,2003-12-19}", 1, ANNALS_STATUS_HAPPENED,
    1 },
  { "sdf", "SDF deployed to Iraq", NULL, "2004-01", "2004-01-19/2006-07-17", 1,
    ANNALS_STATUS_ONGOING, 1 },
  { "missile", "PAC-3 and sea-based missile defence in place", "Missile defence", "[..2007]",
    "2007-03-30/2007-12-17", 1, ANNALS_STATUS_PLANNED, 2 },
  { "printed", "Commentary printed in The Daily Yomiuri", "Printed in The Daily Yomiuri",
    "2004-01-23", NULL, 2, ANNALS_STATUS_HAPPENED, 1 },
  { "posted", "Commentary posted by GLOCOM", "Posted by GLOCOM", "2004-01-26", NULL, 2,
    ANNALS_STATUS_HAPPENED, 1 },
  { "page", "Page last updated", NULL, "[2007-03-09,2007-09-03]", NULL, 2, ANNALS_STATUS_HAPPENED,
    1 },
};

static const Row marks[] = {
  { "period", "Period", NULL, "1961-01-20/1963-11-22", NULL, 0, ANNALS_STATUS_HAPPENED, 0 },
  { "day", "Day", NULL, "1969-07-20", NULL, 0, ANNALS_STATUS_HAPPENED, 0 },
  { "year", "Year", NULL, "1966", NULL, 0, ANNALS_STATUS_HAPPENED, 0 },
  { "capsule", "Short period", NULL, "1962-10-16/1962-10-28", NULL, 0, ANNALS_STATUS_HAPPENED, 0 },
  { "inexact", "Inexact period", NULL, "1958~/1964~", NULL, 0, ANNALS_STATUS_HAPPENED, 0 },
  { "uncertain", "Uncertain year", NULL, "1972?", NULL, 0, ANNALS_STATUS_HAPPENED, 0 },
  { "open-end", "Open end", NULL, "1965/..", NULL, 0, ANNALS_STATUS_ONGOING, 0 },
  { "open-begin", "Open begin", NULL, "../1960", NULL, 0, ANNALS_STATUS_HAPPENED, 0 },
  { "unknown-end", "Unknown end", NULL, "1960/", NULL, 1, ANNALS_STATUS_HAPPENED, 0 },
  { "unknown-begin", "Unknown begin", NULL, "/1970", NULL, 1, ANNALS_STATUS_HAPPENED, 0 },
  { "planned", "Planned period", NULL, "1974/1977", NULL, 1, ANNALS_STATUS_PLANNED, 0 },
  { "planned-by", "Planned by a year", NULL, "[..1979]", NULL, 1, ANNALS_STATUS_PLANNED, 0 },
  { "planned-day", "Planned day", NULL, "1975-06-01", NULL, 1, ANNALS_STATUS_PLANNED, 0 },
  { "hypothetical", "Hypothetical", NULL, "1973/1976", NULL, 1, ANNALS_STATUS_HYPOTHETICAL, 0 },
  { "denied", "Denied", NULL, "1956/1959", NULL, 1, ANNALS_STATUS_DENIED, 0 },
  { "one-of", "One of two", NULL, "[1961-05-01,1964-05-01]", NULL, 2, ANNALS_STATUS_HAPPENED, 0 },
  { "all-of", "Each of three", NULL, "{1961-05-01,1963,1966-05-01}", NULL, 2,
    ANNALS_STATUS_HAPPENED, 0 },
  { "before", "Some time before", NULL, "[..1962]", NULL, 2, ANNALS_STATUS_HAPPENED, 0 },
  { "whisker", "Within one year", NULL, "1970/1970", NULL, 2, ANNALS_STATUS_HAPPENED, 0 },
  { "record", "Cited and on record", NULL, "1967", "1965-03-08/1973-03-29", 2,
    ANNALS_STATUS_HAPPENED, 0 },
};

static const gchar *const patterns[] = {
  "%1$d",         "%1$d~",       "%1$d?",       "%1$d-0%3$d",  "%1$d-0%3$d-1%3$d",
  "%1$d/%2$d",    "%1$d~/%2$d~", "%1$d/..",     "../%1$d",     "%1$d/",
  "/%1$d",        "[..%1$d]",    "[%1$d,%2$d]", "{%1$d,%2$d}", "%1$d-0%3$d-02/%2$d-0%3$d-0%3$d",
  "[%1$d..%2$d]", "%1$d/%1$d",
};

/**
 * sample_document_new:
 * @published: (nullable): EDTF of the text's publication
 *
 * Returns: (transfer full): a document with three lanes and no event
 */
AnnalsDocument *
sample_document_new (const gchar *published)
{
  AnnalsDocument *document = annals_document_new ();
  AnnalsDocumentInfo info = { .title = g_strdup ("A sample"),
                              .reference = g_strdup ("A. Author, “A sample”, 2004."),
                              .source_n_chars = -1 };

  if (published != NULL)
    info.published = annals_date_new_from_edtf (published, NULL);
  annals_document_take_info (document, &info);
  annals_document_add_lane (document, "world", "World", 0);
  annals_document_add_lane (document, "japan", "Japan", 1);
  annals_document_add_lane (document, "text", "The text", 2);
  return document;
}

static AnnalsDate *
parse (const gchar *edtf)
{
  g_autoptr (GError) error = NULL;
  AnnalsDate *date = edtf != NULL ? annals_date_new_from_edtf (edtf, &error) : NULL;

  if (error != NULL)
    g_error ("“%s” in a sample: %s", edtf, error->message);
  return date;
}

/**
 * sample_document_add:
 * @document: a document
 * @id: the event's id
 * @label: its label
 * @cited: (nullable): EDTF
 * @record: (nullable): EDTF
 * @lane: its lane
 * @status: what the text says of it
 *
 * Returns: the event's index
 */
guint
sample_document_add (AnnalsDocument *document,
                     const gchar *id,
                     const gchar *label,
                     const gchar *cited,
                     const gchar *record,
                     guint lane,
                     AnnalsStatus status)
{
  AnnalsEvent event = { .id = g_strdup (id), .label = g_strdup (label) };

  event.cited = parse (cited);
  event.record = parse (record);
  event.lane = lane;
  event.status = status;
  return annals_document_take_event (document, &event);
}

/* One sentence an event and passage, each quoted whole. */
static AnnalsText *
create_text (const Row *rows, guint n_rows)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_rows; i++)
    for (guint j = 0; j < rows[i].n_passages; j++)
      g_string_append_printf (text, "Sentence %u of the sample tells of this: %s.\n\n", j + 1,
                              rows[i].label);
  return annals_text_new_take (g_string_free (text, FALSE));
}

static AnnalsDocument *
create_from_rows (const Row *rows, guint n_rows, const gchar *published)
{
  AnnalsDocument *document = sample_document_new (published);
  g_autoptr (AnnalsText) text = create_text (rows, n_rows);
  guint paragraph = 0;

  for (guint i = 0; i < n_rows; i++)
    {
      AnnalsEvent event = { .id = g_strdup (rows[i].id), .label = g_strdup (rows[i].label) };

      event.short_label = g_strdup (rows[i].short_label);
      event.cited = parse (rows[i].cited);
      event.record = parse (rows[i].record);
      event.lane = rows[i].lane;
      event.status = rows[i].status;
      for (guint j = 0; j < rows[i].n_passages; j++)
        {
          AnnalsPassage passage = { .anchor = ANNALS_ANCHOR_INIT, .place = ANNALS_PLACE_INIT };
          gint64 start;
          gint64 end;

          annals_text_get_paragraph (text, paragraph++, &start, &end);
          annals_anchor_init_from_text (&passage.anchor, text, start, end);
          annals_event_take_passage (&event, &passage);
        }
      annals_document_take_event (document, &event);
    }
  annals_document_set_text (document, text, NULL, 0);
  return document;
}

/**
 * sample_document_new_commentary:
 *
 * Returns: (transfer full): the fifteen events of the commentary, with passages of a made-up text
 */
AnnalsDocument *
sample_document_new_commentary (void)
{
  return create_from_rows (commentary, G_N_ELEMENTS (commentary), "2004-01-23");
}

/**
 * sample_document_new_marks:
 *
 * Returns: (transfer full): one event of every kind of mark
 */
AnnalsDocument *
sample_document_new_marks (void)
{
  return create_from_rows (marks, G_N_ELEMENTS (marks), "1971-06-30");
}

static gchar *
dup_random_label (GRand *random)
{
  static const gchar *const words[] = { "War",   "Treaty", "of",     "Überlingen", "日米安保条約",
                                        "March", "Crisis", "and",    "election",   "Reform",
                                        "the",   "great",  "second", "conference", "Ж" };
  guint n_words = (guint) g_rand_int_range (random, 1, 8);
  GString *label = g_string_new (NULL);

  for (guint i = 0; i < n_words; i++)
    {
      if (i > 0)
        g_string_append_c (label, ' ');
      g_string_append (label, words[g_rand_int_range (random, 0, G_N_ELEMENTS (words))]);
    }
  return g_string_free (label, FALSE);
}

static gchar *
dup_random_date (GRand *random, gint first_year, gint n_years)
{
  const gchar *pattern = patterns[g_rand_int_range (random, 0, G_N_ELEMENTS (patterns))];
  gint year = first_year + g_rand_int_range (random, 0, n_years);
  gint length = 1 + (gint) (n_years * 0.3 * g_rand_double (random) * g_rand_double (random));
  gint digit = g_rand_int_range (random, 1, 10);
  GString *edtf = g_string_new (NULL);

  for (const gchar *p = pattern; *p != '\0'; p++)
    if (*p != '%')
      g_string_append_c (edtf, *p);
    else
      {
        gint value = p[1] == '1' ? year : p[1] == '2' ? year + length : digit;

        g_string_append_printf (edtf, p[1] == '3' ? "%d" : "%04d", value);
        p += 3;
      }
  return g_string_free (edtf, FALSE);
}

/**
 * sample_document_new_random:
 * @seed: the same seed gives the same document
 * @n_events: how many
 *
 * Returns: (transfer full): a document with events of every kind, crowded as large documents are
 */
AnnalsDocument *
sample_document_new_random (guint32 seed, guint n_events)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  AnnalsDocument *document = sample_document_new (g_rand_boolean (random) ? "1950" : NULL);
  gint n_years = 20 + g_rand_int_range (random, 0, 600);
  gint first_year = g_rand_int_range (random, 1000, 1900);

  for (guint i = 0; i < n_events; i++)
    {
      g_autofree gchar *id = g_strdup_printf ("event-%u", i);
      g_autofree gchar *label = dup_random_label (random);
      g_autofree gchar *cited = dup_random_date (random, first_year, n_years);
      g_autofree gchar *record = g_rand_int_range (random, 0, 4) == 0
                                     ? dup_random_date (random, first_year, n_years)
                                     : NULL;

      sample_document_add (document, id, label, cited, record,
                           (guint) g_rand_int_range (random, 0, 3),
                           (AnnalsStatus) g_rand_int_range (random, 0, ANNALS_N_STATUSES));
    }
  return document;
}

/**
 * sample_measure:
 * @font: ignored
 * @text: one line
 * @user_data: ignored
 *
 * An #AnnalsMeasureFunc for tests of the layout.
 *
 * Returns: 7 px a character
 */
gdouble
sample_measure (AnnalsFont font, const gchar *text, gpointer user_data)
{
  return 7.0 * (gdouble) g_utf8_strlen (text, -1);
}
