/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <errno.h>
#include <string.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "annals-cli-commands.h"
#include "annals-cli-common.h"
#include "annals-cli-export.h"
#include "annals-rendering.h"

/*
 * `annals export`: writes the timelines of one or several files as pictures, and tells what became
 * of each. One file that cannot be exported does not keep the others from it.
 */

#define BUNDLED_NAME "timeline"

typedef AnnalsCliExportArguments Arguments;
typedef AnnalsCliExportChoice Choice;
typedef AnnalsCliExportResult Result;

static void
clear_result (gpointer data)
{
  Result *result = data;

  g_free (result->input);
  g_free (result->output);
  g_free (result->warning);
  g_free (result->error);
}

/* Endings that a name loses when that of the picture takes their place. */
static const gchar *const input_endings[] = { ".annals.xml", ".tei.xml", ".xml",  ".html", ".htm",
                                              ".xhtml",      ".txt",     ".text", ".md" };

static gchar *
dup_stem (const gchar *path)
{
  gchar *stem = g_path_get_basename (path);

  for (guint i = 0; i < G_N_ELEMENTS (input_endings); i++)
    if (g_str_has_suffix (stem, input_endings[i]) && strlen (stem) > strlen (input_endings[i]))
      {
        stem[strlen (stem) - strlen (input_endings[i])] = '\0';
        break;
      }
  return stem;
}

static gchar *
dup_output_in_folder (const gchar *folder, const gchar *input, AnnalsExportFormat format)
{
  g_autofree gchar *stem = input != NULL ? dup_stem (input) : g_strdup (BUNDLED_NAME);
  g_autofree gchar *name = g_strdup_printf ("%s.%s", stem, annals_export_format_get_name (format));

  return g_build_filename (folder, name, NULL);
}

static gboolean
is_folder (const gchar *path)
{
  return g_str_has_suffix (path, G_DIR_SEPARATOR_S) || g_file_test (path, G_FILE_TEST_IS_DIR);
}

/* A folder that is not there yet is made; a place where none can be is reported by the writing. */
static void
make_folder (const gchar *path)
{
  g_mkdir_with_parents (path, 0777);
}

static gboolean
is_written_by (GArray *results, const gchar *output, guint n_before)
{
  for (guint i = 0; i < n_before; i++)
    if (g_strcmp0 (g_array_index (results, Result, i).output, output) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
export_document (AnnalsDocument *document, Choice *choice, Result *result, GError **error)
{
  g_autoptr (AnnalsRendering) rendering = annals_rendering_new (document, &choice->options, error);
  g_autoptr (GFile) output = g_file_new_for_commandline_arg (result->output);
  g_autoptr (GBytes) bytes = NULL;
  gdouble scale = choice->options.format == ANNALS_EXPORT_PNG ? choice->options.scale : 1.0;
  gdouble width;
  gdouble height;

  if (rendering == NULL)
    return FALSE;
  bytes = annals_rendering_to_bytes (rendering, NULL, NULL, NULL, error);
  if (bytes == NULL || !annals_export_write (bytes, output, NULL, error))
    return FALSE;
  annals_rendering_get_size (rendering, &width, &height);
  result->width = (gint) (width * scale + 0.5);
  result->height = (gint) (height * scale + 0.5);
  result->pages = annals_rendering_get_n_pages (rendering);
  result->events = annals_rendering_get_n_events (rendering);
  result->bytes = g_bytes_get_size (bytes);
  return TRUE;
}

/* Who asked for a stretch of time meant to see something in it. */
static void
note_empty (const Arguments *arguments, Result *result)
{
  g_autofree gchar *output = NULL;

  if (result->error != NULL || result->events > 0 || arguments->range == NULL)
    return;
  output = g_filename_display_name (result->output);
  /* Translators: a range of dates as it was typed, and the name of the file that was written. */
  result->warning = g_strdup_printf (_ ("No event lies in the range “%s”: %s is empty."),
                                     arguments->range, output);
}

static void
export_one (const Arguments *arguments, Choice *choice, GArray *results, guint index)
{
  Result *result = &g_array_index (results, Result, index);
  g_autoptr (GFile) file = result->input != NULL ? g_file_new_for_commandline_arg (result->input)
                                                 : NULL;
  g_autoptr (AnnalsDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree gchar *shown = g_filename_display_name (result->output);

  if (is_written_by (results, result->output, index))
    {
      result->error = g_strdup_printf (
          /* Translators: %s is the name of a file. */
          _ ("%s would be written twice: two of the files have the same name."), shown);
      return;
    }
  document = annals_cli_open (file, &error);
  if (document == NULL || !annals_cli_export_choice_adapt (choice, arguments, document, &error)
      || !export_document (document, choice, result, &error))
    result->error = g_strdup (error->message);
  note_empty (arguments, result);
}

static gint
print_report (GArray *results)
{
  g_autofree gchar *json = annals_cli_export_dup_json ((const Result *) (void *) results->data,
                                                       results->len);

  return annals_cli_put (json, TRUE);
}

static gint
report (const Arguments *arguments, GArray *results)
{
  gint status = ANNALS_CLI_DONE;
  gint printed = ANNALS_CLI_DONE;

  for (guint i = 0; i < results->len; i++)
    {
      const Result *result = &g_array_index (results, Result, i);

      if (result->warning != NULL)
        annals_cli_warn (result->warning);
      if (result->error != NULL)
        status = annals_cli_fail ("%s", result->error);
    }
  if (arguments->json)
    printed = print_report (results);
  return MAX (status, printed);
}

static void
add_result (GArray *results,
            const Arguments *arguments,
            const Choice *choice,
            const gchar *input,
            gboolean in_folder)
{
  Result result = { .input = g_strdup (input) };

  result.output = in_folder
                      ? dup_output_in_folder (arguments->output, input, choice->options.format)
                      : g_strdup (arguments->output);
  g_array_append_val (results, result);
}

/* Which format: the one asked for, else that of the output's ending. A folder has none. */
static gboolean
choose_format (const Arguments *arguments, Choice *choice, gboolean in_folder, GError **error)
{
  AnnalsExportFormat asked = choice->options.format;
  AnnalsExportFormat ending = asked;

  if (arguments->format == NULL && !in_folder)
    return annals_export_format_from_path (arguments->output, &choice->options.format, error);
  if (arguments->format == NULL)
    {
      g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                           _ ("Say with --format which kind of pictures the folder is to get."));
      return FALSE;
    }
  if (in_folder || !annals_export_format_from_path (arguments->output, &ending, NULL)
      || ending == asked)
    return TRUE;
  g_set_error (error, ANNALS_PAINT_ERROR, ANNALS_PAINT_ERROR_FORMAT,
               /* Translators: the name of a file, the end of that name, and what was typed. */
               _ ("%s ends in .%s, but --format says %s."), arguments->output,
               annals_export_format_get_name (ending), annals_export_format_get_name (asked));
  return FALSE;
}

/* Several files are not to make a folder that is named as a picture is. */
static gboolean
check_folder (const gchar *output, GError **error)
{
  AnnalsExportFormat ending;

  if (is_folder (output) || !annals_export_format_from_path (output, &ending, NULL))
    return TRUE;
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               /* Translators: %s is the name of a file. */
               _ ("Several files go into a folder, and %s is the name of a picture."), output);
  return FALSE;
}

static gboolean
choose (const Arguments *arguments,
        gchar **files,
        Choice *choice,
        gboolean *in_folder,
        GError **error)
{
  if (arguments->output == NULL)
    {
      g_set_error_literal (
          error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
          _ ("Say where to write the picture, as in “annals export -o timeline.svg”."));
      return FALSE;
    }
  *in_folder = is_folder (arguments->output) || (files != NULL && g_strv_length (files) > 1);
  if (*in_folder && !check_folder (arguments->output, error))
    return FALSE;
  return annals_cli_export_choice_init (choice, arguments, error)
         && choose_format (arguments, choice, *in_folder, error);
}

/* The options are wrong: no file is written, and each is told of in the report. */
static gint
refuse (const Arguments *arguments, GArray *results, const GError *error)
{
  gint status = error->domain == G_OPTION_ERROR ? annals_cli_fail_usage ("export", error->message)
                                                : annals_cli_fail ("%s", error->message);

  for (guint i = 0; i < results->len; i++)
    {
      Result *result = &g_array_index (results, Result, i);

      g_clear_pointer (&result->output, g_free);
      result->error = g_strdup (error->message);
    }
  if (arguments->json)
    print_report (results);
  return status;
}

static gint
export_files (const Arguments *arguments, gchar **files)
{
  g_auto (AnnalsCliExportChoice) choice = { .options = ANNALS_EXPORT_OPTIONS_INIT };
  g_autoptr (GArray) results = g_array_new (FALSE, TRUE, sizeof (Result));
  g_autoptr (GError) error = NULL;
  gboolean in_folder = FALSE;
  gboolean chosen = choose (arguments, files, &choice, &in_folder, &error);

  g_array_set_clear_func (results, clear_result);
  if (files == NULL)
    add_result (results, arguments, &choice, NULL, in_folder);
  for (guint i = 0; files != NULL && files[i] != NULL; i++)
    add_result (results, arguments, &choice, files[i], in_folder);
  if (!chosen)
    return refuse (arguments, results, error);

  if (in_folder)
    make_folder (arguments->output);
  for (guint i = 0; i < results->len; i++)
    export_one (arguments, &choice, results, i);
  return report (arguments, results);
}

static const gchar *const description = N_ (
    "Sizes: W or WxH in pixels, or with a unit (297x210mm, 11x8.5in), or one of\n"
    "a4, a4-portrait, a3, letter, letter-portrait, slide, 4k, poster,\n"
    "poster-inch. 96 pixels make an inch.\n\n"
    "Examples:\n"
    "  annals export -o timeline.svg\n"
    "  annals export konishi-2004.txt -o timeline.png --size 2400 --scale 2\n"
    "  annals export -o recent.png --range 2001/2007 --theme dark\n"
    "  annals export -o seventies.svg --range 197X --within certain\n"
    "  annals export war.xml -o war.pdf --size a4 --pages 3\n"
    "  annals export *.xml --format svg -o pictures/ --json");

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
  g_auto (AnnalsCliExportArguments) a = { .legend = TRUE, .evidence = TRUE };
  g_auto (GStrv) files = NULL;
  gint status;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &a.output,
      N_ ("Where to write: a name that ends in .png, .svg or .pdf, or a folder"), N_ ("OUT") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &a.format, N_ ("png, svg or pdf (as OUT ends)"),
      N_ ("FORMAT") },
    { "size", 0, 0, G_OPTION_ARG_STRING, &a.size,
      N_ ("How large; without a height, as high as the lanes need (1600)"), N_ ("SIZE") },
    { "scale", 0, 0, G_OPTION_ARG_STRING, &a.scale,
      N_ ("Device pixels to a pixel, 0.1 to 16, in a PNG (1)"), N_ ("N") },
    { "dpi", 0, 0, G_OPTION_ARG_STRING, &a.dpi, N_ ("The same as device pixels to an inch (96)"),
      N_ ("N") },
    { "range", 0, 0, G_OPTION_ARG_STRING, &a.range,
      N_ ("Show this stretch of time, written as EDTF (all events)"), N_ ("EDTF") },
    { "within", 0, 0, G_OPTION_ARG_STRING, &a.within,
      N_ ("Leave out events unless they lie in it: certain, possible or overlapping"), N_ ("HOW") },
    { "lanes", 0, 0, G_OPTION_ARG_STRING, &a.lanes,
      N_ ("Show these lanes, ids with commas between them (all)"), N_ ("A,B") },
    { "closed", 0, 0, G_OPTION_ARG_STRING, &a.closed,
      N_ ("Draw these lanes as one thin row each (none)"), N_ ("A,B") },
    { "theme", 0, 0, G_OPTION_ARG_STRING, &a.theme,
      N_ ("light, dark, high-contrast, dark-high-contrast or print (light)"), N_ ("THEME") },
    { "compress", 0, 0, G_OPTION_ARG_NONE, &a.compress,
      N_ ("Compress long empty stretches of time"), NULL },
    { "break", 0, 0, G_OPTION_ARG_STRING_ARRAY, &a.breaks,
      N_ ("Compress this stretch of time too; may be given more than once"), N_ ("EDTF") },
    { "calendar", 0, 0, G_OPTION_ARG_STRING, &a.calendar,
      N_ ("A second calendar on the axis, such as japanese (none)"), N_ ("CALENDAR") },
    { "title", 0, 0, G_OPTION_ARG_STRING, &a.title,
      N_ ("What stands above the picture (the title of the text)"), N_ ("TEXT") },
    { "no-title", 0, 0, G_OPTION_ARG_NONE, &a.no_title, N_ ("Put no title above it"), NULL },
    { "source-line", 0, 0, G_OPTION_ARG_STRING, &a.source_line,
      N_ ("What stands below the picture (the reference of the text)"), N_ ("TEXT") },
    { "no-source-line", 0, 0, G_OPTION_ARG_NONE, &a.no_source_line,
      N_ ("Put no source line below it"), NULL },
    { "reading-order", 0, 0, G_OPTION_ARG_NONE, &a.reading_order,
      N_ ("Add a strip that shows where in the text each event is mentioned"), NULL },
    { "legend", 0, 0, G_OPTION_ARG_NONE, &a.legend, N_ ("Explain the marks used (default)"), NULL },
    { "no-legend", 0, G_OPTION_FLAG_REVERSE, G_OPTION_ARG_NONE, &a.legend,
      N_ ("Leave out the legend of the marks"), NULL },
    { "pages", 0, 0, G_OPTION_ARG_STRING, &a.pages,
      N_ ("Over how many pages of that size a PDF goes, side by side (1)"), N_ ("N") },
    { "evidence", 0, 0, G_OPTION_ARG_NONE, &a.evidence,
      N_ ("Add pages with dates and quotations to a PDF (default)"), NULL },
    { "no-evidence", 0, G_OPTION_FLAG_REVERSE, G_OPTION_ARG_NONE, &a.evidence,
      N_ ("Leave these pages out"), NULL },
    { "json", 'j', 0, G_OPTION_ARG_NONE, &a.json,
      N_ ("Print what was written for each file, as JSON"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  const AnnalsCliSyntax syntax = {
    .command = argv[0],
    .summary = _ ("Writes the timelines of documents or texts as pictures. Without FILE, that of\n"
                  "the document that comes with Annals. Several FILEs go into a folder, under\n"
                  "their own names."),
    .description = _ (description),
    .entries = entries,
  };

  if (!annals_cli_parse_files (&syntax, argc, argv, &files, &status))
    return status;
  return export_files (&a, files);
}
