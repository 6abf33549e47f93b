/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <cairo.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "annals-export.h"
#include "annals-file.h"
#include "annals-painter.h"
#include "annals-picture.h"
#include "annals-svg.h"

/* Pictures as files. The same scene that the window draws, laid out for a size of its own, becomes
 * PNG through Cairo or SVG. */

#define NARROW_PX 700.0
#define MAX_SIDE_PX 32000.0
#define MAX_AREA_PX 400e6
#define LEAST_TEXT_SCALE 0.5

G_DEFINE_QUARK (annals_paint_error_quark, annals_paint_error)

typedef struct
{
  AnnalsTypesetter *typesetter;
  AnnalsScene *scene;
  gdouble text_scale;
} Rendering;

static void
rendering_clear (Rendering *rendering)
{
  g_clear_pointer (&rendering->scene, annals_scene_free);
  g_clear_pointer (&rendering->typesetter, annals_typesetter_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Rendering, rendering_clear)

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

static gboolean
check_size (const AnnalsExportOptions *options, GError **error)
{
  gdouble scale = options->format == ANNALS_EXPORT_PNG ? options->scale : 1.0;
  gdouble width = options->width_px * scale;
  gdouble height = options->height_px * scale;

  if (options->width_px < 200 || (options->height_px != 0 && options->height_px < 120))
    {
      g_set_error (error, ANNALS_PAINT_ERROR, ANNALS_PAINT_ERROR_TOO_SMALL,
                   _ ("A picture of %d × %d pixels is too small for a timeline. Make it at least "
                      "200 × 120."),
                   options->width_px, options->height_px);
      return FALSE;
    }
  if (width > MAX_SIDE_PX || height > MAX_SIDE_PX || width * height > MAX_AREA_PX)
    {
      g_set_error (
          error, ANNALS_PAINT_ERROR, ANNALS_PAINT_ERROR_TOO_LARGE,
          _ ("A picture of %.0f × %.0f pixels is larger than can be drawn. Choose a smaller "
             "size or scale, or export as SVG."),
          width, height);
      return FALSE;
    }
  return TRUE;
}

static void
init_scale (const AnnalsLayout *layout, const AnnalsExportOptions *options, AnnalsScale *scale)
{
  gdouble x = annals_layout_get_metrics (layout)->header_width_px;
  gdouble width = MAX (options->width_px - x, 1.0);
  AnnalsInstant first;
  AnnalsInstant last;

  annals_layout_init_fit (layout, scale, x, width);
  if (!options->has_range)
    return;
  annals_layout_get_extent (layout, &first, &last);
  if (!annals_instant_is_open (options->first))
    first = options->first;
  if (!annals_instant_is_open (options->last))
    last = options->last;
  annals_scale_init (scale, first, MAX (first, last), x, width);
}

/* Lays the picture out at one size of text. When the height is given, tells whether it is enough.
 */
static gboolean
lay_out (Rendering *rendering,
         AnnalsDocument *document,
         const AnnalsExportOptions *options,
         gdouble *needed_px)
{
  g_autoptr (AnnalsLayout) layout = NULL;
  AnnalsMetrics metrics;
  AnnalsPictureOptions picture = { .width_px = options->width_px, .selected = -1, .hovered = -1 };
  AnnalsRect legend;
  gdouble lanes_px;
  gdouble legend_px = 0.0;
  gboolean fits = TRUE;

  rendering_clear (rendering);
  annals_metrics_init (&metrics, rendering->text_scale, options->width_px < NARROW_PX);
  rendering->typesetter = annals_typesetter_new (NULL, rendering->text_scale);
  annals_typesetter_set_outlines (rendering->typesetter, TRUE);
  layout = annals_layout_new (document, &metrics, annals_typesetter_measure, rendering->typesetter);
  init_scale (layout, options, &picture.scale);
  annals_layout_pack (layout, &picture.scale);

  lanes_px = annals_layout_get_natural_height (layout);
  annals_layout_fit_height (layout, lanes_px);
  picture.height_px = metrics.axis_height_px + lanes_px;
  rendering->scene = annals_picture_build (layout, &picture);
  if (options->legend)
    legend_px = annals_legend_get_height (layout, annals_scene_get_features (rendering->scene),
                                          picture.width_px);
  if (options->height_px > 0)
    {
      lanes_px = options->height_px - metrics.axis_height_px - legend_px;
      annals_layout_fit_height (layout, lanes_px);
      *needed_px = metrics.axis_height_px + legend_px + annals_layout_get_height (layout);
      fits = *needed_px <= options->height_px + 0.5;
      picture.height_px = options->height_px - legend_px;
      g_clear_pointer (&rendering->scene, annals_scene_free);
      rendering->scene = annals_picture_build (layout, &picture);
    }
  if (legend_px > 0.0)
    {
      legend = (AnnalsRect){ 0.0, picture.height_px, picture.width_px, legend_px };
      annals_scene_set_height (rendering->scene, picture.height_px + legend_px);
      annals_scene_add (rendering->scene, ANNALS_ITEM_RECT, ANNALS_ROLE_BACKGROUND, &legend);
      annals_legend_add (rendering->scene, layout, annals_scene_get_features (rendering->scene),
                         &legend);
    }
  return fits;
}

/* A picture that is too low for its rows gets smaller text, down to half size. */
static gboolean
render (Rendering *rendering,
        AnnalsDocument *document,
        const AnnalsExportOptions *options,
        GError **error)
{
  gdouble needed_px = 0.0;

  rendering->text_scale = 1.0;
  while (!lay_out (rendering, document, options, &needed_px))
    {
      if (rendering->text_scale <= LEAST_TEXT_SCALE)
        {
          g_set_error (error, ANNALS_PAINT_ERROR, ANNALS_PAINT_ERROR_TOO_SMALL,
                       _ ("A height of %d pixels is too small for this timeline. Make it at least "
                          "%.0f, or leave the height out to have it chosen."),
                       options->height_px, ceil (needed_px));
          return FALSE;
        }
      rendering->text_scale = MAX (rendering->text_scale - 0.1, LEAST_TEXT_SCALE);
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
encode_png (const Rendering *rendering, const AnnalsExportOptions *options, GError **error)
{
  gdouble width;
  gdouble height;
  cairo_surface_t *surface;
  cairo_t *cr;
  cairo_status_t status;
  GByteArray *bytes;

  annals_scene_get_size (rendering->scene, &width, &height);
  width = round (width * options->scale);
  height = round (height * options->scale);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (gint) width, (gint) height);
  cr = cairo_create (surface);
  cairo_scale (cr, options->scale, options->scale);
  annals_painter_draw (cr, rendering->scene, annals_theme_get (options->theme),
                       rendering->typesetter);
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

/**
 * annals_export_to_bytes:
 * @document: a document
 * @options: what the picture is
 * @cancellable: (nullable): looked at between the steps
 * @error: return location; %ANNALS_PAINT_ERROR or %G_IO_ERROR_CANCELLED
 *
 * Draws the timeline. The same document and options give the same bytes.
 *
 * Returns: (transfer full): the picture as PNG or SVG, or %NULL
 */
GBytes *
annals_export_to_bytes (AnnalsDocument *document,
                        const AnnalsExportOptions *options,
                        GCancellable *cancellable,
                        GError **error)
{
  g_auto (Rendering) rendering = { NULL, NULL, 1.0 };

  g_return_val_if_fail (ANNALS_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (options != NULL, NULL);

  if (!check_size (options, error) || g_cancellable_set_error_if_cancelled (cancellable, error)
      || !render (&rendering, document, options, error)
      || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  if (options->format == ANNALS_EXPORT_SVG)
    return annals_svg_write (rendering.scene, annals_theme_get (options->theme),
                             rendering.text_scale, document);
  return encode_png (&rendering, options, error);
}

/**
 * annals_export_to_file:
 * @document: a document
 * @options: what the picture is
 * @file: where it goes; an old file there is replaced in one step or not at all
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
                       GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (GBytes) bytes = annals_export_to_bytes (document, options, cancellable, error);
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
