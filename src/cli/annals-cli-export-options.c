/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "annals-cli-export.h"
#include "annals-cli-range.h"
#include "annals-export-size.h"

/*
 * The options of `annals export`: read from the strings they were typed as, one by one, so that
 * each has a message of its own. Those that any document takes alike are read first, the others
 * once for each document.
 */

#define MIN_DPI 9.6
#define MAX_DPI 1536.0

#define OPTION_ERROR (g_quark_from_static_string ("annals-cli-export-option"))

typedef AnnalsCliExportArguments Arguments;
typedef AnnalsCliExportChoice Choice;

/**
 * annals_cli_export_arguments_clear:
 * @arguments: options
 *
 * Frees what they hold.
 */
void
annals_cli_export_arguments_clear (AnnalsCliExportArguments *arguments)
{
  g_free (arguments->output);
  g_free (arguments->format);
  g_free (arguments->size);
  g_free (arguments->scale);
  g_free (arguments->dpi);
  g_free (arguments->range);
  g_free (arguments->within);
  g_free (arguments->lanes);
  g_free (arguments->closed);
  g_free (arguments->theme);
  g_strfreev (arguments->breaks);
  g_free (arguments->calendar);
  g_free (arguments->title);
  g_free (arguments->source_line);
  g_free (arguments->pages);
}

/**
 * annals_cli_export_choice_clear:
 * @choice: options
 *
 * Frees what they hold.
 */
void
annals_cli_export_choice_clear (AnnalsCliExportChoice *choice)
{
  g_clear_pointer (&choice->title, g_free);
  g_clear_pointer (&choice->source_line, g_free);
  g_clear_pointer (&choice->lanes, g_strfreev);
  g_clear_pointer (&choice->closed, g_strfreev);
}

/* Reads one argument; FALSE with an error that says what is wrong with it. */
typedef gboolean (*ReadFunc) (const gchar *word, Choice *choice, GError **error);

static gboolean
read_format (const gchar *word, Choice *choice, GError **error)
{
  if (annals_export_format_from_name (word, &choice->options.format))
    return TRUE;
  /* Translators: png, svg and pdf are typed as they stand. */
  g_set_error (error, OPTION_ERROR, 0, _ ("There is no format “%s”: give png, svg or pdf."), word);
  return FALSE;
}

static gboolean
read_size (const gchar *word, Choice *choice, GError **error)
{
  AnnalsExportSize size;

  if (!annals_export_size_parse (word, &size, error))
    return FALSE;
  annals_export_size_to_px (&size, &choice->options.width_px, &choice->options.height_px);
  return TRUE;
}

/* As people write numbers: no exponent, and no "0x2", which strtod() takes for two. */
static gboolean
read_number (const gchar *word, gdouble min, gdouble max, gdouble *number)
{
  gchar *end;

  if (!g_ascii_isdigit (*word) || word[strspn (word, "0123456789.")] != '\0')
    return FALSE;
  *number = g_ascii_strtod (word, &end);
  return *end == '\0' && *number >= min && *number <= max;
}

static gboolean
read_scale (const gchar *word, Choice *choice, GError **error)
{
  if (read_number (word, ANNALS_EXPORT_MIN_SCALE, ANNALS_EXPORT_MAX_SCALE, &choice->options.scale))
    return TRUE;
  g_set_error (error, OPTION_ERROR, 0,
               /* Translators: %s is what was typed. */
               _ ("“%s” is not a scale: give a number from 0.1 to 16, such as 2."), word);
  return FALSE;
}

static gboolean
read_dpi (const gchar *word, Choice *choice, GError **error)
{
  gdouble dpi;

  if (read_number (word, MIN_DPI, MAX_DPI, &dpi))
    {
      choice->options.scale = annals_export_scale_from_dpi (dpi);
      return TRUE;
    }
  g_set_error (error, OPTION_ERROR, 0,
               /* Translators: %s is what was typed. */
               _ ("“%s” is not a resolution: give a number of pixels to an inch from 10 to 1536, "
                  "such as 300."),
               word);
  return FALSE;
}

static gboolean
read_theme (const gchar *word, Choice *choice, GError **error)
{
  if (annals_theme_from_name (word, &choice->options.theme))
    return TRUE;
  g_set_error (error, OPTION_ERROR, 0,
               /* Translators: the names are typed as they stand; leave them as they are. */
               _ ("There is no theme “%s”: give light, dark, high-contrast, dark-high-contrast or "
                  "print."),
               word);
  return FALSE;
}

static gboolean
read_calendar (const gchar *word, Choice *choice, GError **error)
{
  if (g_ascii_strcasecmp (word, "none") == 0)
    return TRUE;
  if (annals_calendar_from_id (word, &choice->options.calendar)
      && choice->options.calendar != ANNALS_CALENDAR_GREGORIAN)
    return TRUE;
  g_set_error (error, OPTION_ERROR, 0,
               /* Translators: the names are typed as they stand; leave them as they are. */
               _ ("There is no second calendar “%s”: give julian, old-style, japanese, "
                  "french-republican, hebrew, islamic or none."),
               word);
  return FALSE;
}

static gboolean
read_pages (const gchar *word, Choice *choice, GError **error)
{
  guint64 pages;

  if (g_ascii_string_to_unsigned (word, 10, 1, ANNALS_EXPORT_MAX_PAGES, &pages, NULL))
    {
      choice->options.pages = (guint) pages;
      return TRUE;
    }
  /* Translators: %s is what was typed, %d the most pages there can be. */
  g_set_error (error, OPTION_ERROR, 0, _ ("“%s” is not a number of pages: give one from 1 to %d."),
               word, ANNALS_EXPORT_MAX_PAGES);
  return FALSE;
}

/* A lane may be named by its label, which people see, instead of its id. */
static void
find_lane_by_label (gchar **id, AnnalsDocument *document)
{
  g_autofree gchar *typed = g_utf8_casefold (*id, -1);

  if (annals_document_find_lane (document, *id, NULL))
    return;
  for (guint i = 0; i < annals_document_get_n_lanes (document); i++)
    {
      const AnnalsLane *lane = annals_document_get_lane (document, i);
      g_autofree gchar *label = g_utf8_casefold (lane->label, -1);

      if (g_strcmp0 (typed, label) != 0)
        continue;
      g_free (*id);
      *id = g_strdup (lane->id);
      return;
    }
}

static gchar **
read_lanes (const gchar *word, AnnalsDocument *document)
{
  gchar **lanes = g_strsplit (word, ",", -1);

  for (guint i = 0; lanes[i] != NULL; i++)
    {
      g_strstrip (lanes[i]);
      find_lane_by_label (&lanes[i], document);
    }
  return lanes;
}

static gboolean
exclude (const gchar *first,
         gboolean has_first,
         const gchar *second,
         gboolean has_second,
         GError **error)
{
  if (!has_first || !has_second)
    return TRUE;
  /* Translators: both %s are options of the command line, such as --scale and --dpi. */
  g_set_error (error, OPTION_ERROR, 0, _ ("%s and %s say different things. Give one of them."),
               first, second);
  return FALSE;
}

/* Which events are left out depends on what was typed alone; an open end of the stretch of time
 * shown, on the document. */
static gboolean
read_filter (const AnnalsCliExportArguments *arguments, Choice *choice, GError **error)
{
  AnnalsCliRange range;

  if (!annals_cli_range_read (&range, arguments->range, arguments->within, error))
    return FALSE;
  choice->options.filtered = TRUE;
  choice->options.filter = range.range;
  return TRUE;
}

static gboolean
refuse_range (const gchar *word, const GError *reason, GError **error)
{
  /* Translators: the second %s is a whole sentence that says what is wrong. */
  g_set_error (error, OPTION_ERROR, 0, _ ("“%s” is not a range of dates: %s"), word,
               reason->message);
  return FALSE;
}

static gboolean
read_break (const gchar *word, AnnalsBreak *one, GError **error)
{
  g_autoptr (GError) local = NULL;
  AnnalsSpan span;

  if (!annals_span_from_edtf (&span, word, &local))
    return refuse_range (word, local, error);
  *one = (AnnalsBreak){ annals_span_get_earliest (&span), annals_span_get_latest (&span) };
  if (annals_instant_is_open (one->first) || annals_instant_is_open (one->last))
    {
      g_set_error (error, OPTION_ERROR, 0,
                   /* Translators: %s is what was typed. */
                   _ ("“%s” is not a stretch of time with a begin and an end, such as 1976/2000."),
                   word);
      return FALSE;
    }
  return TRUE;
}

static gboolean
read_breaks (gchar **words, Choice *choice, GError **error)
{
  guint n_breaks = words != NULL ? g_strv_length (words) : 0;

  if (n_breaks > ANNALS_BREAKS_MOST)
    {
      g_set_error (error, OPTION_ERROR, 0,
                   /* Translators: %d is how many there can be. */
                   _ ("There can be no more than %d breaks."), ANNALS_BREAKS_MOST);
      return FALSE;
    }
  for (guint i = 0; i < n_breaks; i++)
    if (!read_break (words[i], &choice->options.breaks[i], error))
      return FALSE;
  choice->options.n_breaks = n_breaks;
  return TRUE;
}

/**
 * annals_cli_export_choice_init:
 * @choice: what is to be set
 * @arguments: what was typed
 * @error: return location
 *
 * Reads the options that any document takes alike.
 *
 * Returns: whether they are right
 */
gboolean
annals_cli_export_choice_init (AnnalsCliExportChoice *choice,
                               const AnnalsCliExportArguments *arguments,
                               GError **error)
{
  const struct
  {
    const gchar *word;
    ReadFunc read;
  } steps[] = {
    { arguments->format, read_format },     { arguments->size, read_size },
    { arguments->scale, read_scale },       { arguments->dpi, read_dpi },
    { arguments->theme, read_theme },       { arguments->pages, read_pages },
    { arguments->calendar, read_calendar },
  };

  *choice = (Choice){ .options = ANNALS_EXPORT_OPTIONS_INIT };
  choice->options.legend = arguments->legend;
  choice->options.evidence = arguments->evidence;
  choice->options.reading_order = arguments->reading_order;
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (steps[i].word != NULL && !steps[i].read (steps[i].word, choice, error))
      return FALSE;
  choice->options.compress = arguments->compress;
  if (!read_breaks (arguments->breaks, choice, error))
    return FALSE;
  if (arguments->within != NULL && !read_filter (arguments, choice, error))
    return FALSE;
  return exclude ("--scale", arguments->scale != NULL, "--dpi", arguments->dpi != NULL, error)
         && exclude ("--title", arguments->title != NULL, "--no-title", arguments->no_title, error)
         && exclude ("--source-line", arguments->source_line != NULL, "--no-source-line",
                     arguments->no_source_line, error);
}

static void
widen (const AnnalsSpan *span, AnnalsInstant *first, AnnalsInstant *last)
{
  const AnnalsInstant bounds[] = {
    span->begin_earliest,
    span->begin_latest,
    span->end_earliest,
    span->end_latest,
  };

  for (guint i = 0; i < G_N_ELEMENTS (bounds); i++)
    if (!annals_instant_is_open (bounds[i]))
      {
        *first = MIN (*first, bounds[i]);
        *last = MAX (*last, bounds[i]);
      }
}

static gboolean
is_chosen (const Choice *choice, AnnalsDocument *document, const AnnalsEvent *event)
{
  const AnnalsRange *filter = &choice->options.filter;

  if (choice->options.filtered && !annals_document_is_in_range (document, event, filter))
    return FALSE;
  return choice->lanes == NULL
         || g_strv_contains ((const gchar *const *) choice->lanes,
                             annals_document_get_lane (document, event->lane)->id);
}

/* The first and the last instant that any date of the events shown bounds. */
static gboolean
find_extent (const Choice *choice,
             AnnalsDocument *document,
             AnnalsInstant *first,
             AnnalsInstant *last)
{
  guint n_events = annals_document_get_n_events (document);

  *first = ANNALS_INSTANT_MAX;
  *last = ANNALS_INSTANT_MIN;
  for (guint i = 0; i < n_events; i++)
    {
      const AnnalsEvent *event = annals_document_get_event (document, i);
      const AnnalsDate *date = annals_event_get_drawn_date (event);

      if (date != NULL && is_chosen (choice, document, event))
        widen (annals_date_get_span (date), first, last);
    }
  return *first < *last;
}

static gboolean
read_range (const gchar *word, Choice *choice, AnnalsDocument *document, GError **error)
{
  AnnalsExportOptions *options = &choice->options;
  g_autoptr (GError) local = NULL;
  g_autoptr (AnnalsDate) date = annals_date_new_from_edtf (word, &local);
  AnnalsInstant first;
  AnnalsInstant last;

  if (date == NULL)
    return refuse_range (word, local, error);

  options->first = annals_span_get_earliest (annals_date_get_span (date));
  options->last = annals_span_get_latest (annals_date_get_span (date));
  options->has_range = !annals_instant_is_open (options->first)
                       || !annals_instant_is_open (options->last);
  if (!options->has_range)
    return TRUE;

  if (find_extent (choice, document, &first, &last))
    {
      if (annals_instant_is_open (options->first))
        options->first = first;
      if (annals_instant_is_open (options->last))
        options->last = last;
    }
  if (options->first < options->last && !annals_instant_is_open (options->first)
      && !annals_instant_is_open (options->last))
    return TRUE;
  g_set_error (error, OPTION_ERROR, 0,
               /* Translators: %s is a range of dates as it was typed. */
               _ ("No event lies in the range “%s”: give both its ends, such as 1945/2010."), word);
  return FALSE;
}

static gchar *
dup_utf8 (const gchar *text)
{
  return g_utf8_make_valid (text, -1);
}

/**
 * annals_cli_export_choice_adapt:
 * @choice: what annals_cli_export_choice_init() set
 * @arguments: what was typed
 * @document: a document
 * @error: return location
 *
 * Reads the options that depend on the document: the stretch of time, the lanes, the title, the
 * source line.
 *
 * Returns: whether they are right
 */
gboolean
annals_cli_export_choice_adapt (AnnalsCliExportChoice *choice,
                                const AnnalsCliExportArguments *arguments,
                                AnnalsDocument *document,
                                GError **error)
{
  g_clear_pointer (&choice->title, g_free);
  g_clear_pointer (&choice->source_line, g_free);
  if (!arguments->no_title)
    choice->title = arguments->title != NULL ? dup_utf8 (arguments->title)
                                             : annals_export_dup_title (document);
  if (!arguments->no_source_line)
    choice->source_line = arguments->source_line != NULL ? dup_utf8 (arguments->source_line)
                                                         : annals_export_dup_source_line (document);
  choice->options.title = choice->title;
  choice->options.source_line = choice->source_line;
  g_clear_pointer (&choice->lanes, g_strfreev);
  g_clear_pointer (&choice->closed, g_strfreev);
  if (arguments->lanes != NULL)
    choice->lanes = read_lanes (arguments->lanes, document);
  if (arguments->closed != NULL)
    choice->closed = read_lanes (arguments->closed, document);
  choice->options.lanes = (const gchar *const *) choice->lanes;
  choice->options.closed = (const gchar *const *) choice->closed;
  return arguments->range == NULL || read_range (arguments->range, choice, document, error);
}
