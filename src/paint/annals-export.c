/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "annals-export.h"
#include "annals-file.h"
#include "annals-pdf.h"
#include "annals-png.h"
#include "annals-rendering.h"
#include "annals-svg.h"

/* Pictures as files. The same scene that the window draws, laid out for a size of its own, becomes
 * PNG, SVG or PDF. */

G_DEFINE_QUARK (annals_paint_error_quark, annals_paint_error)

/* The names of the formats, which are also the endings of their files. */
static const gchar *const format_names[] = {
  [ANNALS_EXPORT_PNG] = "png",
  [ANNALS_EXPORT_SVG] = "svg",
  [ANNALS_EXPORT_PDF] = "pdf",
};

/**
 * annals_export_format_get_name:
 * @format: a format
 *
 * Returns: its name, which is also the ending of its files, without the dot
 */
const gchar *
annals_export_format_get_name (AnnalsExportFormat format)
{
  g_return_val_if_fail ((guint) format < G_N_ELEMENTS (format_names), "");

  return format_names[format];
}

/**
 * annals_export_format_from_name:
 * @name: a name, in capitals or not
 * @format: (out): the format
 *
 * Returns: whether it names a format
 */
gboolean
annals_export_format_from_name (const gchar *name, AnnalsExportFormat *format)
{
  for (guint i = 0; i < G_N_ELEMENTS (format_names); i++)
    if (g_ascii_strcasecmp (name, format_names[i]) == 0)
      {
        *format = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * annals_export_format_from_path:
 * @path: where a picture is to be written
 * @format: (out): the format that the name's ending asks for
 * @error: return location
 *
 * Returns: whether the ending is one that Annals writes (`.png`, `.svg`, `.pdf`)
 */
gboolean
annals_export_format_from_path (const gchar *path, AnnalsExportFormat *format, GError **error)
{
  const gchar *dot = strrchr (path, '.');
  g_autofree gchar *shown = NULL;

  if (dot != NULL && annals_export_format_from_name (dot + 1, format))
    return TRUE;
  shown = g_filename_display_name (path);
  g_set_error (error, ANNALS_PAINT_ERROR, ANNALS_PAINT_ERROR_FORMAT,
               /* Translators: %s is the name of a file. */
               _ ("%s does not say which kind of picture it is to be. End the name in .png, .svg "
                  "or .pdf."),
               shown);
  return FALSE;
}

/**
 * annals_export_dup_title:
 * @document: a document
 *
 * Returns: (transfer full) (nullable): the title proposed for its pictures
 */
gchar *
annals_export_dup_title (AnnalsDocument *document)
{
  const AnnalsDocumentInfo *info = annals_document_get_info (document);

  return info->title != NULL && *info->title != '\0' ? g_strdup (info->title) : NULL;
}

/* What is known beside the title, as bits of an index into the patterns. */
#define HAS_AUTHOR 1
#define HAS_PUBLISHER 2
#define HAS_DATE 4

/* The line below an exported picture that says what text it is drawn from. */
static const gchar *const source_patterns[] = {
  /* Translators: the source below a picture: %1$s is the title of a text. */
  [0] = NC_ ("source line", "%1$s."),
  /* Translators: the source below a picture: %1$s is the title of a text, %2$s is its author. */
  [HAS_AUTHOR] = NC_ ("source line", "%2$s, %1$s."),
  /* Translators: the source below a picture: %1$s is the title of a text, %3$s is where it was
     published. */
  [HAS_PUBLISHER] = NC_ ("source line", "%1$s. %3$s."),
  /* Translators: the source below a picture: %1$s is the title of a text, %2$s is its author, %3$s
     is where it was published. */
  [HAS_AUTHOR | HAS_PUBLISHER] = NC_ ("source line", "%2$s, %1$s. %3$s."),
  /* Translators: the source below a picture: %1$s is the title of a text, %4$s is when it was
     published. */
  [HAS_DATE] = NC_ ("source line", "%1$s. %4$s."),
  /* Translators: the source below a picture: %1$s is the title of a text, %2$s is its author, %4$s
     is when it was published. */
  [HAS_AUTHOR | HAS_DATE] = NC_ ("source line", "%2$s, %1$s. %4$s."),
  /* Translators: the source below a picture: %1$s is the title of a text, %3$s is where it was
     published, %4$s is when it was published. */
  [HAS_PUBLISHER | HAS_DATE] = NC_ ("source line", "%1$s. %3$s, %4$s."),
  /* Translators: the source below a picture: %1$s is the title of a text, %2$s is its author, %3$s
     is where it was published, %4$s is when it was published. */
  [HAS_AUTHOR | HAS_PUBLISHER | HAS_DATE] = NC_ ("source line", "%2$s, %1$s. %3$s, %4$s."),
};

static const gchar *
nonempty (const gchar *text)
{
  return text != NULL && *text != '\0' ? text : NULL;
}

/* Fills a pattern's numbered places. Not printf(), which has to be given every argument in turn. */
static gchar *
fill_pattern (const gchar *pattern, const gchar *const *values, guint n_values)
{
  GString *out = g_string_new (NULL);

  for (const gchar *p = pattern; *p != '\0'; p++)
    {
      gint place = p[0] == '%' && g_ascii_isdigit (p[1]) ? p[1] - '1' : -1;

      if (place >= 0 && place < (gint) n_values && p[2] == '$' && p[3] == 's')
        {
          g_string_append (out, values[place] != NULL ? values[place] : "");
          p += 3;
        }
      else
        g_string_append_c (out, *p);
    }
  return g_string_free (out, FALSE);
}

/**
 * annals_export_dup_source_line:
 * @document: a document
 *
 * Returns: (transfer full) (nullable): the line proposed that says what text a picture is drawn
 *   from: the full reference where the document has one, else what is known of author, title,
 *   publisher and date
 */
gchar *
annals_export_dup_source_line (AnnalsDocument *document)
{
  const AnnalsDocumentInfo *info = annals_document_get_info (document);
  g_autofree gchar *date = NULL;
  const gchar *values[4];
  guint known = 0;

  if (nonempty (info->reference) != NULL)
    return g_strdup (info->reference);
  if (nonempty (info->title) == NULL)
    return NULL;
  if (info->published != NULL)
    date = annals_date_dup_words (info->published, ANNALS_WORDS_LONG);
  values[0] = info->title;
  values[1] = nonempty (info->author);
  values[2] = nonempty (info->publisher);
  values[3] = nonempty (date);
  known |= values[1] != NULL ? HAS_AUTHOR : 0;
  known |= values[2] != NULL ? HAS_PUBLISHER : 0;
  known |= values[3] != NULL ? HAS_DATE : 0;
  return fill_pattern (g_dpgettext2 (GETTEXT_PACKAGE, "source line", source_patterns[known]),
                       values, G_N_ELEMENTS (values));
}

static GBytes *
encode_svg (AnnalsRendering *rendering)
{
  const AnnalsExportOptions *options = annals_rendering_get_options (rendering);

  return annals_svg_write (
      annals_rendering_get_scene (rendering, 0), annals_theme_get (options->theme),
      annals_rendering_get_text_scale (rendering), annals_rendering_get_zoom (rendering),
      annals_rendering_get_document (rendering));
}

/**
 * annals_rendering_to_bytes:
 * @rendering: an export laid out
 * @progress: (nullable) (scope call): told how far it is
 * @user_data: passed to @progress
 * @cancellable: (nullable): looked at between the bands of a PNG and the pages of a PDF
 * @error: return location; %ANNALS_PAINT_ERROR or %G_IO_ERROR_CANCELLED
 *
 * Writes it in the format of its options. The same document and options give the same bytes.
 *
 * Returns: (transfer full): the picture, or %NULL
 */
GBytes *
annals_rendering_to_bytes (AnnalsRendering *rendering,
                           AnnalsProgressFunc progress,
                           gpointer user_data,
                           GCancellable *cancellable,
                           GError **error)
{
  GBytes *bytes;

  g_return_val_if_fail (rendering != NULL, NULL);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  switch (annals_rendering_get_options (rendering)->format)
    {
    case ANNALS_EXPORT_SVG:
      bytes = encode_svg (rendering);
      break;
    case ANNALS_EXPORT_PDF:
      bytes = annals_pdf_write (rendering, progress, user_data, cancellable, error);
      break;
    case ANNALS_EXPORT_PNG:
    default:
      bytes = annals_png_write (rendering, progress, user_data, cancellable, error);
      break;
    }
  if (bytes != NULL && progress != NULL)
    progress (1.0, user_data);
  return bytes;
}

/**
 * annals_export_to_bytes:
 * @document: a document
 * @options: what the picture is
 * @progress: (nullable) (scope call): told how far it is
 * @user_data: passed to @progress
 * @cancellable: (nullable): looked at between the steps
 * @error: return location; %ANNALS_PAINT_ERROR or %G_IO_ERROR_CANCELLED
 *
 * Draws the timeline. The same document and options give the same bytes.
 *
 * Returns: (transfer full): the picture, or %NULL
 */
GBytes *
annals_export_to_bytes (AnnalsDocument *document,
                        const AnnalsExportOptions *options,
                        AnnalsProgressFunc progress,
                        gpointer user_data,
                        GCancellable *cancellable,
                        GError **error)
{
  g_autoptr (AnnalsRendering) rendering = NULL;

  g_return_val_if_fail (ANNALS_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (options != NULL, NULL);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  rendering = annals_rendering_new (document, options, error);
  if (rendering == NULL)
    return NULL;
  return annals_rendering_to_bytes (rendering, progress, user_data, cancellable, error);
}

/**
 * annals_export_write:
 * @bytes: a picture
 * @file: where it goes; an old file there is replaced in one step or not at all
 * @cancellable: (nullable): a cancellable
 * @error: return location; %ANNALS_PAINT_ERROR or %G_IO_ERROR_CANCELLED
 *
 * Writes a picture into a file.
 *
 * Returns: whether it is written
 */
gboolean
annals_export_write (GBytes *bytes, GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) local = NULL;
  gsize size;
  gconstpointer data = g_bytes_get_data (bytes, &size);

  if (annals_file_write (file, data, size, cancellable, &local))
    return TRUE;
  if (g_error_matches (local, ANNALS_DOCUMENT_ERROR, ANNALS_DOCUMENT_ERROR_UNWRITABLE))
    g_set_error_literal (error, ANNALS_PAINT_ERROR, ANNALS_PAINT_ERROR_UNWRITABLE, local->message);
  else
    g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/**
 * annals_export_to_file:
 * @document: a document
 * @options: what the picture is
 * @file: where it goes; an old file there is replaced in one step or not at all
 * @progress: (nullable) (scope call): told how far it is
 * @user_data: passed to @progress
 * @cancellable: (nullable): looked at between the steps
 * @error: return location; %ANNALS_PAINT_ERROR or %G_IO_ERROR_CANCELLED
 *
 * Draws the timeline into a file.
 *
 * Returns: whether it is written
 */
gboolean
annals_export_to_file (AnnalsDocument *document,
                       const AnnalsExportOptions *options,
                       GFile *file,
                       AnnalsProgressFunc progress,
                       gpointer user_data,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (GBytes) bytes = annals_export_to_bytes (document, options, progress, user_data,
                                                     cancellable, error);

  return bytes != NULL && annals_export_write (bytes, file, cancellable, error);
}
