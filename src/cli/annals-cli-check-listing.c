/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "annals-cli-commands.h"
#include "annals-cli-common.h"

/*
 * The listing of `annals check` for people: one block for each event, its fields in two columns,
 * its passages in columns of their own (where, how it stands, the words).
 */

#define INDENT_COLUMNS 2
#define GAP_COLUMNS 2
#define QUOTE_COLUMNS 64

typedef struct
{
  AnnalsDocument *document;
  const AnnalsCliRange *range;
  GString *out;
  guint field_columns;
  guint place_columns;
  guint standing_columns;
} Listing;

typedef enum
{
  FIELD_CITED,
  FIELD_RECORD,
  FIELD_STATUS,
  FIELD_LANE,
  FIELD_PASSAGES,
  N_FIELDS
} Field;

/* Translators: the names of the columns that "annals check" prints for an event. */
static const gchar *const FIELDS[N_FIELDS] = {
  [FIELD_CITED] = NC_ ("field of an event", "as cited"),
  [FIELD_RECORD] = NC_ ("field of an event", "on record"),
  [FIELD_STATUS] = NC_ ("field of an event", "status"),
  [FIELD_LANE] = NC_ ("field of an event", "lane"),
  [FIELD_PASSAGES] = NC_ ("field of an event", "passages"),
};

static const gchar *
get_field_name (Field field)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "field of an event", FIELDS[field]);
}

static void
widen (guint *columns, const gchar *line)
{
  *columns = MAX (*columns, annals_cli_get_columns (line));
}

static void
measure_columns (Listing *listing)
{
  guint n_events = annals_document_get_n_events (listing->document);

  for (guint i = 0; i < N_FIELDS; i++)
    widen (&listing->field_columns, get_field_name (i));
  for (guint i = 0; i < n_events; i++)
    {
      const AnnalsEvent *event = annals_document_get_event (listing->document, i);

      for (guint j = 0;
           annals_cli_range_has (listing->range, listing->document, event) && j < event->n_passages;
           j++)
        {
          g_autofree gchar *place = annals_document_dup_place (listing->document,
                                                               &event->passages[j]);

          widen (&listing->place_columns, place);
          widen (&listing->standing_columns,
                 annals_standing_get_name (event->passages[j].place.standing));
        }
    }
}

static guint
get_value_indent (const Listing *listing)
{
  return INDENT_COLUMNS + listing->field_columns + GAP_COLUMNS;
}

static void
append_field_name (Listing *listing, const gchar *name)
{
  annals_cli_append_padded (listing->out, "", INDENT_COLUMNS);
  annals_cli_append_padded (listing->out, name, listing->field_columns + GAP_COLUMNS);
}

static void
append_field (Listing *listing, Field field, const gchar *value)
{
  guint indent = get_value_indent (listing);
  g_autofree gchar *line = annals_cli_dup_line (value);

  append_field_name (listing, get_field_name (field));
  annals_cli_append_wrapped (listing->out, line, indent, QUOTE_COLUMNS);
}

/* "17 October 1973 – 18 March 1974 (1973-10-17/1974-03-18)" */
static gchar *
dup_date (AnnalsCalendar calendar, const AnnalsDate *date)
{
  g_autofree gchar *words = annals_calendar_dup_both_words (calendar, date, ANNALS_WORDS_LONG);

  /* Translators: a date in words, and the same as the Extended Date/Time Format writes it. */
  return g_strdup_printf (C_ ("date of an event", "%s (%s)"), words, annals_date_get_edtf (date));
}

static gchar *
dup_cited (const AnnalsEvent *event)
{
  g_autofree gchar *date = event->cited != NULL ? dup_date (event->cited_calendar, event->cited)
                                                : NULL;

  if (event->cited_wording == NULL)
    return g_strdup (date != NULL ? date : C_ ("date of an event", "no date"));
  if (date == NULL)
    /* Translators: the words in which a text names an event without dating it. */
    return g_strdup_printf (C_ ("date of an event", "“%s”: no date"), event->cited_wording);
  /* Translators: the words in which a text dates an event, and the date they stand for. */
  return g_strdup_printf (C_ ("date of an event", "“%s”: %s"), event->cited_wording, date);
}

static void
append_passage (Listing *listing, const AnnalsPassage *passage, const gchar *field)
{
  guint place_columns = listing->place_columns + GAP_COLUMNS;
  guint standing_columns = listing->standing_columns + GAP_COLUMNS;
  g_autofree gchar *place = annals_document_dup_place (listing->document, passage);
  g_autofree gchar *words = annals_document_dup_quote (listing->document, passage);
  g_autofree gchar *line = annals_cli_dup_line (words);
  /* Translators: quotation marks around the words of a passage. */
  g_autofree gchar *quote = g_strdup_printf (C_ ("quotation", "“%s”"), line);

  append_field_name (listing, field);
  annals_cli_append_padded (listing->out, place, place_columns);
  annals_cli_append_padded (listing->out, annals_standing_get_name (passage->place.standing),
                            standing_columns);
  annals_cli_append_wrapped (listing->out, quote,
                             get_value_indent (listing) + place_columns + standing_columns,
                             QUOTE_COLUMNS);
}

static void
append_event (Listing *listing, const AnnalsEvent *event)
{
  const AnnalsLane *lane = annals_document_get_lane (listing->document, event->lane);
  g_autofree gchar *label = annals_cli_dup_line (event->label);
  g_autofree gchar *cited = dup_cited (event);
  g_autofree gchar *record = event->record != NULL
                                 ? dup_date (event->record_calendar, event->record)
                                 : NULL;

  g_string_append_printf (listing->out, "\n%s\n", label);
  append_field (listing, FIELD_CITED, cited);
  if (record != NULL)
    append_field (listing, FIELD_RECORD, record);
  append_field (listing, FIELD_STATUS, annals_status_get_name (event->status));
  append_field (listing, FIELD_LANE, lane->label);
  for (guint i = 0; i < event->n_passages; i++)
    append_passage (listing, &event->passages[i], i == 0 ? get_field_name (FIELD_PASSAGES) : "");
}

static void
append_head (Listing *listing, const gchar *name)
{
  const AnnalsDocumentInfo *info = annals_document_get_info (listing->document);
  GFile *file = annals_document_get_source_file (listing->document);
  g_autofree gchar *path = file != NULL ? g_file_get_parse_name (file) : NULL;
  g_autofree gchar *title = annals_cli_dup_line (info->title != NULL ? info->title : "");
  g_autofree gchar *document = annals_cli_dup_line (name != NULL ? name : "");
  g_autofree gchar *source = annals_cli_dup_line (path != NULL                ? path
                                                  : info->source_name != NULL ? info->source_name
                                                                              : "");
  AnnalsStandingCounts counts;

  annals_document_count_standings (listing->document, ANNALS_WHERE_SOURCE, &counts);
  if (*title != '\0')
    g_string_append_printf (listing->out, "%s\n", title);
  if (*document != '\0')
    /* Translators: %s is the title of the document. */
    g_string_append_printf (listing->out, _ ("Document: %s\n"), document);
  if (path != NULL)
    /* Translators: %s is the name of the file with the original text. */
    g_string_append_printf (listing->out, _ ("Source: %s\n"), source);
  else if (counts.n_passages > 0 && *source != '\0')
    g_string_append_printf (
        listing->out,
        /* Translators: %s is the name of the file with the original text; leave --source as it is.
         */
        _ ("Source: %s is not open; name it with --source to check it.\n"), source);
}

/* "18 exact, 1 lost"; %NULL when the text has no passages. */
static gchar *
dup_counts (const Listing *listing, AnnalsWhere where)
{
  AnnalsStandingCounts counts;

  annals_cli_range_count_standings (listing->range, listing->document, where, &counts);
  return counts.n_passages > 0 ? annals_standing_counts_dup_words (&counts) : NULL;
}

/* "Certainly within 1970/1975: 3 of 15 events" */
static void
append_n_in_range (Listing *listing, guint n_events)
{
  const gchar *edtf = listing->range->edtf;
  guint n = annals_cli_range_count (listing->range, listing->document);

  switch (listing->range->range.within)
    {
    case ANNALS_WITHIN_CERTAIN:
      g_string_append_printf (
          listing->out,
          /* Translators: a range of dates as it was typed, how many events lie in it, of how many.
           */
          ngettext ("Certainly within %s: %u of %u event\n",
                    "Certainly within %s: %u of %u events\n", n_events),
          edtf, n, n_events);
      break;
    case ANNALS_WITHIN_POSSIBLE:
      g_string_append_printf (listing->out,
                              /* Translators: a range of dates as it was typed, how many events may
                               * lie in it, of how many. */
                              ngettext ("Possibly within %s: %u of %u event\n",
                                        "Possibly within %s: %u of %u events\n", n_events),
                              edtf, n, n_events);
      break;
    case ANNALS_WITHIN_OVERLAPPING:
    default:
      g_string_append_printf (
          listing->out,
          /* Translators: a range of dates as it was typed, how many events overlap it, of how many.
           */
          ngettext ("Overlapping %s: %u of %u event\n", "Overlapping %s: %u of %u events\n",
                    n_events),
          edtf, n, n_events);
    }
}

static void
append_n_events (Listing *listing)
{
  guint n_events = annals_document_get_n_events (listing->document);

  if (listing->range != NULL)
    append_n_in_range (listing, n_events);
  else
    /* Translators: how many events there are. */
    g_string_append_printf (listing->out, ngettext ("%u event\n", "%u events\n", n_events),
                            n_events);
}

static void
append_totals (Listing *listing)
{
  g_autofree gchar *in_text = dup_counts (listing, ANNALS_WHERE_TEXT);
  g_autofree gchar *in_source = dup_counts (listing, ANNALS_WHERE_SOURCE);

  append_n_events (listing);
  if (in_text != NULL)
    /* Translators: %s is a list such as "12 exact, 6 lost". */
    g_string_append_printf (listing->out, _ ("Passages in the text: %s\n"), in_text);
  if (in_source != NULL)
    /* Translators: %s is a list such as "12 exact, 6 lost". */
    g_string_append_printf (listing->out, _ ("Passages in the source: %s\n"), in_source);
}

/**
 * annals_cli_check_dup_listing:
 * @document: a document
 * @name: (nullable): what names it
 * @range: (nullable): which of its events; %NULL for all
 *
 * Lists the events of a document, their dates, and their passages with how they stand, for people.
 *
 * Returns: (transfer full): the listing, in the language of the interface
 */
gchar *
annals_cli_check_dup_listing (AnnalsDocument *document,
                              const gchar *name,
                              const AnnalsCliRange *range)
{
  Listing listing = { .document = document, .range = range, .out = g_string_new (NULL) };
  guint n_events = annals_document_get_n_events (document);

  measure_columns (&listing);
  append_head (&listing, name);
  for (guint i = 0; i < n_events; i++)
    {
      const AnnalsEvent *event = annals_document_get_event (document, i);

      if (annals_cli_range_has (range, document, event))
        append_event (&listing, event);
    }

  g_string_append_c (listing.out, '\n');
  append_totals (&listing);
  return g_string_free (listing.out, FALSE);
}
