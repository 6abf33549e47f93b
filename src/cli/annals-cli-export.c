/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <errno.h>

#include <glib/gi18n-lib.h>

#include "annals-cli-commands.h"
#include "annals-cli-common.h"
#include "annals-export.h"

/*
 * `annals export`: writes the timeline as a picture. The options are read into strings first and
 * then, one by one, into the options of the picture, so that each has a message of its own.
 */

#define MIN_WIDTH_PX 200
#define MIN_HEIGHT_PX 120
#define MAX_SIZE_PX 20000
#define MIN_SCALE 0.1
#define MAX_SCALE 16.0

typedef struct
{
  gchar *output;
  gchar *size;
  gchar *scale;
  gchar *range;
  gchar *theme;
  gboolean no_legend;
} Arguments;

static void
arguments_clear (Arguments *arguments)
{
  g_free (arguments->output);
  g_free (arguments->size);
  g_free (arguments->scale);
  g_free (arguments->range);
  g_free (arguments->theme);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Arguments, arguments_clear)

/* Reads one argument into the options; FALSE after saying what is wrong with it. */
typedef gboolean (*ReadFunc) (const gchar *word,
                              AnnalsDocument *document,
                              AnnalsExportOptions *options);

static gboolean
read_pixels (const gchar *word, const gchar **rest, gint min, gint *pixels)
{
  gchar *end;
  guint64 number;

  if (!g_ascii_isdigit (*word))
    return FALSE;
  errno = 0;
  number = g_ascii_strtoull (word, &end, 10);
  *rest = end;
  if (errno != 0 || number < (guint64) min || number > MAX_SIZE_PX)
    return FALSE;
  *pixels = (gint) number;
  return TRUE;
}

static gboolean
read_size (const gchar *word, AnnalsDocument *document, AnnalsExportOptions *options)
{
  const gchar *rest;
  gint width = 0;
  gint height = 0;
  gboolean good = read_pixels (word, &rest, MIN_WIDTH_PX, &width);

  if (good && *rest == 'x')
    good = read_pixels (rest + 1, &rest, MIN_HEIGHT_PX, &height);
  if (good && *rest == '\0')
    {
      options->width_px = width;
      options->height_px = height;
      return TRUE;
    }
  annals_cli_fail (
      _ ("“%s” is not a size: give a width of %d to %d pixels, or width and a height of "
         "at least %d, such as 1600x900."),
      word, MIN_WIDTH_PX, MAX_SIZE_PX, MIN_HEIGHT_PX);
  return FALSE;
}

static gboolean
read_scale (const gchar *word, AnnalsDocument *document, AnnalsExportOptions *options)
{
  gchar *end;
  gdouble scale = g_ascii_strtod (word, &end);

  if (end != word && *end == '\0' && scale >= MIN_SCALE && scale <= MAX_SCALE)
    {
      options->scale = scale;
      return TRUE;
    }
  annals_cli_fail (_ ("“%s” is not a scale: give a number from 0.1 to 16, such as 2."), word);
  return FALSE;
}

static gboolean
read_theme (const gchar *word, AnnalsDocument *document, AnnalsExportOptions *options)
{
  if (annals_theme_from_name (word, &options->theme))
    return TRUE;
  /* Translators: the four names are typed as they stand; leave them as they are. */
  annals_cli_fail (_ ("There is no theme “%s”: give light, dark, high-contrast, "
                      "dark-high-contrast or print."),
                   word);
  return FALSE;
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

/* The first and the last instant that any date of the document bounds. */
static gboolean
find_extent (AnnalsDocument *document, AnnalsInstant *first, AnnalsInstant *last)
{
  guint n_events = annals_document_get_n_events (document);

  *first = ANNALS_INSTANT_MAX;
  *last = ANNALS_INSTANT_MIN;
  for (guint i = 0; i < n_events; i++)
    {
      const AnnalsEvent *event = annals_document_get_event (document, i);
      const AnnalsDate *date = annals_event_get_drawn_date (event);

      if (date != NULL)
        widen (annals_date_get_span (date), first, last);
    }
  return *first < *last;
}

static gboolean
read_range (const gchar *word, AnnalsDocument *document, AnnalsExportOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AnnalsDate) date = annals_date_new_from_edtf (word, &error);
  AnnalsInstant first;
  AnnalsInstant last;

  if (date == NULL)
    {
      /* Translators: the second %s is a whole sentence that says what is wrong. */
      annals_cli_fail (_ ("“%s” is not a range of dates: %s"), word, error->message);
      return FALSE;
    }

  options->first = annals_span_get_earliest (annals_date_get_span (date));
  options->last = annals_span_get_latest (annals_date_get_span (date));
  options->has_range = !annals_instant_is_open (options->first)
                       || !annals_instant_is_open (options->last);
  if (!options->has_range)
    return TRUE;

  if (find_extent (document, &first, &last))
    {
      if (annals_instant_is_open (options->first))
        options->first = first;
      if (annals_instant_is_open (options->last))
        options->last = last;
    }
  if (options->first < options->last && !annals_instant_is_open (options->first)
      && !annals_instant_is_open (options->last))
    return TRUE;
  annals_cli_fail (_ ("No event lies in the range “%s”: give both its ends, such as 1945/2010."),
                   word);
  return FALSE;
}

static gboolean
read_options (const Arguments *arguments, AnnalsDocument *document, AnnalsExportOptions *options)
{
  const struct
  {
    const gchar *word;
    ReadFunc read;
  } steps[] = {
    { arguments->size, read_size },
    { arguments->scale, read_scale },
    { arguments->theme, read_theme },
    { arguments->range, read_range },
  };

  options->legend = !arguments->no_legend;
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (steps[i].word != NULL && !steps[i].read (steps[i].word, document, options))
      return FALSE;
  return TRUE;
}

static gint
write_picture (const Arguments *arguments, GFile *file)
{
  AnnalsExportOptions options = ANNALS_EXPORT_OPTIONS_INIT;
  g_autoptr (AnnalsDocument) document = NULL;
  g_autoptr (GFile) output = NULL;
  g_autoptr (GError) error = NULL;

  if (arguments->output == NULL)
    return annals_cli_fail_usage (
        "export", _ ("Say where to write the picture, as in “annals export -o timeline.svg”."));
  if (!annals_export_format_from_path (arguments->output, &options.format, &error))
    return annals_cli_fail ("%s", error->message);

  document = annals_cli_open (file, &error);
  if (document == NULL)
    return annals_cli_fail ("%s", error->message);
  if (!read_options (arguments, document, &options))
    return ANNALS_CLI_FAILED;

  output = g_file_new_for_commandline_arg (arguments->output);
  if (!annals_export_to_file (document, &options, output, NULL, NULL, NULL, &error))
    return annals_cli_fail ("%s", error->message);
  return ANNALS_CLI_DONE;
}

/**
 * annals_cli_export:
 * @argc: number of arguments
 * @argv: (array length=argc): the arguments, from the command's name on
 *
 * Carries out `annals export`.
 *
 * Returns: the exit status, an #AnnalsCliExit
 */
gint
annals_cli_export (gint argc, gchar **argv)
{
  g_auto (Arguments) arguments = { 0 };
  g_autoptr (GFile) file = NULL;
  gint status;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &arguments.output,
      N_ ("Where to write; the name ends in .png or .svg"), N_ ("OUT") },
    { "size", 0, 0, G_OPTION_ARG_STRING, &arguments.size,
      N_ ("Width and height in pixels; without a height, as high as the lanes need (1600)"),
      N_ ("W[xH]") },
    { "scale", 0, 0, G_OPTION_ARG_STRING, &arguments.scale,
      N_ ("Device pixels to a pixel, 0.1 to 16, in a PNG (1)"), N_ ("N") },
    { "range", 0, 0, G_OPTION_ARG_STRING, &arguments.range,
      N_ ("Show this stretch of time, written as EDTF (all events)"), N_ ("EDTF") },
    { "theme", 0, 0, G_OPTION_ARG_STRING, &arguments.theme,
      N_ ("light, dark, high-contrast, dark-high-contrast or print (light)"), N_ ("THEME") },
    { "no-legend", 0, 0, G_OPTION_ARG_NONE, &arguments.no_legend,
      N_ ("Leave out the legend of the marks"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  const AnnalsCliSyntax syntax = {
    .command = argv[0],
    .summary = _ ("Writes the timeline of a document or a text as a picture. Without FILE, that\n"
                  "of the document that comes with Annals."),
    .description = _ ("Examples:\n"
                      "  annals export -o timeline.svg\n"
                      "  annals export konishi-2004.txt -o timeline.png --size 2400 --scale 2\n"
                      "  annals export -o recent.png --range 2001/2007 --theme dark"),
    .entries = entries,
  };

  if (!annals_cli_parse (&syntax, argc, argv, &file, &status))
    return status;
  return write_picture (&arguments, file);
}
