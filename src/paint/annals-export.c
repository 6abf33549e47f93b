/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <cairo.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "annals-export.h"
#include "annals-file.h"
#include "annals-rendering.h"
#include "annals-svg.h"

/* Pictures as files. The same scene that the window draws, laid out for a size of its own, becomes
 * PNG through Cairo or SVG. */

G_DEFINE_QUARK (annals_paint_error_quark, annals_paint_error)

/**
 * annals_export_format_from_path:
 * @path: where a picture is to be written
 * @format: (out): the format that the name's ending asks for
 * @error: return location
 *
 * Returns: whether the ending is one that Annals writes (`.png`, `.svg`)
 */
gboolean
annals_export_format_from_path (const gchar *path, AnnalsExportFormat *format, GError **error)
{
  g_autofree gchar *lower = g_ascii_strdown (path, -1);
  g_autofree gchar *shown = NULL;

  if (g_str_has_suffix (lower, ".png"))
    *format = ANNALS_EXPORT_PNG;
  else if (g_str_has_suffix (lower, ".svg"))
    *format = ANNALS_EXPORT_SVG;
  else
    {
      shown = g_filename_display_name (path);
      g_set_error (error, ANNALS_PAINT_ERROR, ANNALS_PAINT_ERROR_FORMAT,
                   _ ("%s does not say which kind of picture it is to be. End the name in .png or "
                      ".svg."),
                   shown);
      return FALSE;
    }
  return TRUE;
}

static cairo_status_t
append_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static GBytes *
encode_png (AnnalsRendering *rendering, GError **error)
{
  const AnnalsExportOptions *options = annals_rendering_get_options (rendering);
  gdouble width;
  gdouble height;
  cairo_surface_t *surface;
  cairo_t *cr;
  cairo_status_t status;
  GByteArray *bytes;

  annals_rendering_get_size (rendering, &width, &height);
  width = round (width * options->scale);
  height = round (height * options->scale);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (gint) width, (gint) height);
  cr = cairo_create (surface);
  cairo_scale (cr, options->scale, options->scale);
  annals_rendering_draw (rendering, 0, cr);
  status = cairo_status (cr);
  cairo_destroy (cr);

  bytes = g_byte_array_new ();
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_write_to_png_stream (surface, append_cb, bytes);
  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_byte_array_unref (bytes);
      g_set_error (
          error, ANNALS_PAINT_ERROR, ANNALS_PAINT_ERROR_TOO_LARGE,
          _ ("A picture of %.0f × %.0f pixels could not be drawn: %s. Choose a smaller size "
             "or scale, or export as SVG."),
          width, height, cairo_status_to_string (status));
      return NULL;
    }
  return g_byte_array_free_to_bytes (bytes);
}

static GBytes *
encode_svg (AnnalsRendering *rendering)
{
  const AnnalsExportOptions *options = annals_rendering_get_options (rendering);

  return annals_svg_write (
      annals_rendering_get_scene (rendering, 0), annals_theme_get (options->theme),
      annals_rendering_get_text_scale (rendering), annals_rendering_get_document (rendering));
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
  if (rendering == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  if (options->format == ANNALS_EXPORT_SVG)
    return encode_svg (rendering);
  return encode_png (rendering, error);
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
  g_autoptr (GError) local = NULL;
  gsize size;
  gconstpointer data;

  if (bytes == NULL)
    return FALSE;
  data = g_bytes_get_data (bytes, &size);
  if (annals_file_write (file, data, size, cancellable, &local))
    return TRUE;
  if (g_error_matches (local, ANNALS_DOCUMENT_ERROR, ANNALS_DOCUMENT_ERROR_UNWRITABLE))
    g_set_error_literal (error, ANNALS_PAINT_ERROR, ANNALS_PAINT_ERROR_UNWRITABLE, local->message);
  else
    g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}
