/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "annals-export.h"
#include "annals-painter.h"
#include "annals-picture.h"
#include "annals-rendering.h"

/* An export laid out: the scene for its size, with its legend, and the typesetter to draw it with.
 * What is previewed, printed, copied and written is this one thing. */

#define NARROW_PX 700.0
#define MAX_SIDE_PX 32000.0
#define MAX_AREA_PX 400e6
#define LEAST_TEXT_SCALE 0.5

struct _AnnalsRendering
{
  AnnalsDocument *document;
  AnnalsExportOptions options;
  AnnalsTypesetter *typesetter;
  AnnalsScene *scene;
  gdouble text_scale;
};

static void
drop_scene (AnnalsRendering *rendering)
{
  g_clear_pointer (&rendering->scene, annals_scene_free);
  g_clear_pointer (&rendering->typesetter, annals_typesetter_free);
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
lay_out (AnnalsRendering *rendering, gdouble *needed_px)
{
  const AnnalsExportOptions *options = &rendering->options;
  g_autoptr (AnnalsLayout) layout = NULL;
  AnnalsMetrics metrics;
  AnnalsPictureOptions picture = { .width_px = options->width_px, .selected = -1, .hovered = -1 };
  AnnalsRect legend;
  gdouble lanes_px;
  gdouble legend_px = 0.0;
  gboolean fits = TRUE;

  drop_scene (rendering);
  annals_metrics_init (&metrics, rendering->text_scale, options->width_px < NARROW_PX);
  rendering->typesetter = annals_typesetter_new (NULL, rendering->text_scale);
  annals_typesetter_set_outlines (rendering->typesetter, TRUE);
  layout = annals_layout_new (rendering->document, &metrics, annals_typesetter_measure,
                              rendering->typesetter);
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
render (AnnalsRendering *rendering, GError **error)
{
  gdouble needed_px = 0.0;

  rendering->text_scale = 1.0;
  while (!lay_out (rendering, &needed_px))
    {
      if (rendering->text_scale <= LEAST_TEXT_SCALE)
        {
          g_set_error (error, ANNALS_PAINT_ERROR, ANNALS_PAINT_ERROR_TOO_SMALL,
                       _ ("A height of %d pixels is too small for this timeline. Make it at least "
                          "%.0f, or leave the height out to have it chosen."),
                       rendering->options.height_px, ceil (needed_px));
          return FALSE;
        }
      rendering->text_scale = MAX (rendering->text_scale - 0.1, LEAST_TEXT_SCALE);
    }
  return TRUE;
}

/**
 * annals_rendering_new:
 * @document: a document
 * @options: what the picture is; its strings must live as long as the rendering
 * @error: return location; %ANNALS_PAINT_ERROR
 *
 * Lays out an export.
 *
 * Returns: (transfer full) (nullable): the rendering, or %NULL when the size does not serve
 */
AnnalsRendering *
annals_rendering_new (AnnalsDocument *document, const AnnalsExportOptions *options, GError **error)
{
  g_autoptr (AnnalsRendering) rendering = NULL;

  g_return_val_if_fail (ANNALS_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (options != NULL, NULL);

  rendering = g_new0 (AnnalsRendering, 1);
  rendering->document = g_object_ref (document);
  rendering->options = *options;
  if (!check_size (options, error) || !render (rendering, error))
    return NULL;
  return g_steal_pointer (&rendering);
}

/**
 * annals_rendering_free:
 * @rendering: (transfer full): a rendering
 *
 * Frees it.
 */
void
annals_rendering_free (AnnalsRendering *rendering)
{
  drop_scene (rendering);
  g_object_unref (rendering->document);
  g_free (rendering);
}

/**
 * annals_rendering_get_n_pages:
 * @rendering: a rendering
 *
 * Returns: over how many pages it goes, at least 1
 */
guint
annals_rendering_get_n_pages (const AnnalsRendering *rendering)
{
  return 1;
}

/**
 * annals_rendering_get_size:
 * @rendering: a rendering
 * @width_px: (out): width of a page in CSS pixels
 * @height_px: (out): its height
 *
 * Looks up the size of its pages.
 */
void
annals_rendering_get_size (const AnnalsRendering *rendering, gdouble *width_px, gdouble *height_px)
{
  annals_scene_get_size (rendering->scene, width_px, height_px);
}

/**
 * annals_rendering_get_scene:
 * @rendering: a rendering
 * @page: which page, from 0
 *
 * Returns: (transfer none): what is drawn there
 */
const AnnalsScene *
annals_rendering_get_scene (const AnnalsRendering *rendering, guint page)
{
  return rendering->scene;
}

/**
 * annals_rendering_get_text_scale:
 * @rendering: a rendering
 *
 * Returns: by how much its text was made smaller to fit, 0.5 to 1
 */
gdouble
annals_rendering_get_text_scale (const AnnalsRendering *rendering)
{
  return rendering->text_scale;
}

/**
 * annals_rendering_get_document:
 * @rendering: a rendering
 *
 * Returns: (transfer none): its document
 */
AnnalsDocument *
annals_rendering_get_document (const AnnalsRendering *rendering)
{
  return rendering->document;
}

/**
 * annals_rendering_get_options:
 * @rendering: a rendering
 *
 * Returns: (transfer none): what it was asked for
 */
const AnnalsExportOptions *
annals_rendering_get_options (const AnnalsRendering *rendering)
{
  return &rendering->options;
}

/**
 * annals_rendering_draw:
 * @rendering: a rendering
 * @page: which page, from 0
 * @cr: where to draw, one unit a CSS pixel, the page's top left corner at the origin
 *
 * Draws a page. One thread at a time.
 */
void
annals_rendering_draw (AnnalsRendering *rendering, guint page, cairo_t *cr)
{
  annals_painter_draw (cr, rendering->scene, annals_theme_get (rendering->options.theme),
                       rendering->typesetter);
}
