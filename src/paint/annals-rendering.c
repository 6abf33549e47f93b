/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "annals-caption.h"
#include "annals-export-check.h"
#include "annals-painter.h"
#include "annals-picture.h"
#include "annals-reading-order.h"
#include "annals-rendered-events.h"
#include "annals-rendering.h"

/* An export laid out: the scene for its size, with its legend, and the typesetter to draw it with.
 * What is previewed, printed, copied and written is this one thing. */

#define NARROW_PX 700.0

/* A picture that is larger than this is not a wider timeline with the same small type, but the same
 * picture larger, in steps that keep thin lines sharp. */
#define DESIGN_WIDTH_PX 1280.0
#define DESIGN_HEIGHT_PX 720.0
#define ZOOM_STEP 0.5

/* The strip of the reading order. */
#define READING_PX 104.0

/* A lane with many events has so many rows before the picture is made larger, or its text smaller.
 */
#define USUAL_ROWS 4

/* After so many passes the legend has all the marks that there are. */
#define MOST_PASSES 4

/* What is tried in turn with a picture of a given height, once it is not made larger: text of the
 * size designed for, or hardly smaller; then lanes with few events fold as others do; then there
 * are fewer rows; and at last what is pinned may lie over others. A label is never smaller than 0.8
 * of 13 pixels, which are 7.8 points. */
static const struct
{
  gdouble text_scale;
  guint least_rows;
  gboolean folds_all;
  gboolean overlaps;
} attempts[] = {
  { 1.0, USUAL_ROWS, FALSE, FALSE },
  { 0.9, USUAL_ROWS, FALSE, FALSE },
  { 1.0, 3, TRUE, FALSE },
  { 0.9, 3, TRUE, FALSE },
  { 0.8, 3, TRUE, FALSE },
  { 0.8, 1, TRUE, FALSE },
  { 0.8, 1, TRUE, TRUE },
};

struct _AnnalsRendering
{
  AnnalsDocument *document;
  AnnalsExportOptions options;
  gchar *title;
  gchar *source_line;
  gchar **lanes;
  gchar **closed;
  AnnalsReadingOrder *reading_order; /* nullable */
  AnnalsTypesetter *typesetter;
  GPtrArray *scenes; /* one for each page */
  GArray *events;    /* AnnalsRenderedEvent */
  gdouble text_scale;
  gdouble zoom;
  AnnalsMarkFeatures features; /* in the attempt before */
  guint least_rows;            /* of a lane that folds, where the height is given */
  gboolean folds_all;
  gboolean overlaps;
};

/* The scale over all pages, whose time areas follow one upon the other. */
static void
init_scale (const AnnalsLayout *layout,
            const AnnalsExportOptions *options,
            gdouble width_px,
            AnnalsScale *scale)
{
  gdouble x = annals_layout_get_metrics (layout)->header_width_px;
  gdouble width = MAX (width_px - x, 1.0) * options->pages;
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
  annals_scale_init_broken (scale, annals_layout_get_breaks (layout), first, MAX (first, last), x,
                            width);
}

/* One attempt at laying the pages out. */
typedef struct
{
  AnnalsRendering *rendering;
  AnnalsLayout *layout;
  AnnalsScale scale;
  AnnalsCaption caption;
  gdouble width_px;
  gdouble height_px; /* 0 when it is to be chosen */
  gdouble head_px;
  gdouble reading_px;
  gdouble legend_px;
  gdouble foot_px;
  AnnalsMarkFeatures features;
} Pages;

/* What time a page shows. */
static void
init_page_scale (const Pages *pages, guint page, AnnalsScale *scale)
{
  *scale = pages->scale;
  scale->width_px = pages->scale.width_px / pages->caption.n_pages;
  if (page > 0)
    annals_scale_pan (scale, -scale->width_px * page);
}

static AnnalsScene *
build_page (const Pages *pages, guint page, gdouble height_px)
{
  AnnalsPictureOptions options = { .width_px = pages->width_px,
                                   .height_px = height_px,
                                   .selected = -1,
                                   .hovered = -1,
                                   .calendar = pages->rendering->options.calendar,
                                   .rest = 1.0 };

  init_page_scale (pages, page, &options.scale);
  return annals_picture_build (pages->layout, &options);
}

static void
find_features (Pages *pages, gdouble height_px)
{
  for (guint i = 0; i < pages->caption.n_pages; i++)
    {
      g_autoptr (AnnalsScene) scene = build_page (pages, i, height_px);

      pages->features |= annals_scene_get_features (scene);
    }
}

/* How much height there is beside that of the lanes. */
static gdouble
get_surroundings (const Pages *pages)
{
  return annals_layout_get_metrics (pages->layout)->axis_height_px + pages->head_px
         + pages->reading_px + pages->legend_px + pages->foot_px;
}

/* How high what stands around the picture is, with a legend of the features known so far. */
static void
measure_surroundings (Pages *pages)
{
  pages->legend_px = 0.0;
  if (pages->rendering->options.legend)
    pages->legend_px = annals_legend_get_height (pages->layout, pages->features, pages->width_px);
  pages->head_px = annals_caption_get_head_height (&pages->caption, pages->layout, pages->width_px);
  pages->foot_px = annals_caption_get_foot_height (&pages->caption, pages->layout, pages->width_px,
                                                   pages->legend_px > 0.0);
}

/* Packs, and measures what is to stand around that. */
static void
pack_once (Pages *pages)
{
  AnnalsRendering *rendering = pages->rendering;
  gdouble lanes_px;

  annals_layout_pack_pages (pages->layout, &pages->scale, rendering->options.pages);
  lanes_px = annals_layout_get_natural_height (pages->layout);
  annals_layout_fit_height (pages->layout, lanes_px);
  pages->features = 0;
  if (rendering->options.legend)
    find_features (pages, annals_layout_get_metrics (pages->layout)->axis_height_px + lanes_px);
  rendering->features = pages->features;
  measure_surroundings (pages);
}

static void
add_legend (const Pages *pages, AnnalsScene *scene)
{
  AnnalsRect rect = { 0.0, 0.0, pages->width_px, pages->legend_px };

  annals_scene_get_size (scene, NULL, &rect.y);
  annals_scene_set_height (scene, rect.y + rect.height);
  annals_legend_add (scene, pages->layout, pages->features, &rect);
}

static void
add_reading_order (const Pages *pages, guint page, AnnalsScene *scene)
{
  AnnalsReadingOrderOptions options = { .width_px = pages->width_px,
                                        .height_px = pages->reading_px,
                                        .selected = -1,
                                        .passage = -1,
                                        .hovered = -1 };

  init_page_scale (pages, page, &options.scale);
  annals_reading_order_add_above (
      pages->rendering->reading_order, annals_layout_get_metrics (pages->layout),
      annals_typesetter_measure, pages->rendering->typesetter, &options, scene);
}

static void
build_pages (Pages *pages)
{
  gdouble picture_px = annals_layout_get_metrics (pages->layout)->axis_height_px
                       + annals_layout_get_height (pages->layout);

  if (pages->height_px > 0.0)
    picture_px = pages->height_px - pages->head_px - pages->reading_px - pages->legend_px
                 - pages->foot_px;
  for (guint i = 0; i < pages->caption.n_pages; i++)
    {
      AnnalsScene *scene = build_page (pages, i, picture_px);
      AnnalsCaption caption = pages->caption;

      caption.page = i;
      if (pages->legend_px > 0.0)
        add_legend (pages, scene);
      annals_caption_add_foot (&caption, pages->layout, scene, pages->legend_px > 0.0);
      if (pages->reading_px > 0.0)
        add_reading_order (pages, i, scene);
      annals_caption_add_head (&caption, pages->layout, scene);
      g_ptr_array_add (pages->rendering->scenes, scene);
    }
  annals_rendered_events_gather (pages->rendering->scenes, pages->layout,
                                 pages->rendering->document, pages->rendering->events);
}

/* Where the height is given, how many rows there are to pack follows from what the axis, the title,
 * the legend and the source line leave of it; and what is in the legend, from what is packed. As a
 * rule that is the same as in the attempt before. */
static void
pack (Pages *pages)
{
  const AnnalsRendering *rendering = pages->rendering;
  const AnnalsMetrics *metrics = annals_layout_get_metrics (pages->layout);
  AnnalsRowLimit limit = { .pitch_px = rendering->zoom > 1.0
                                           ? (metrics->row_min_px + metrics->row_max_px) / 2.0
                                           : metrics->row_min_px,
                           .least_rows = rendering->least_rows,
                           .folds_all = rendering->folds_all,
                           .overlaps = rendering->overlaps };
  gdouble around_px = -1.0;

  if (pages->height_px <= 0.0)
    {
      pack_once (pages);
      return;
    }
  pages->features = rendering->features;
  measure_surroundings (pages);
  for (guint i = 0; i < MOST_PASSES && around_px != get_surroundings (pages); i++)
    {
      around_px = get_surroundings (pages);
      limit.height_px = MAX (pages->height_px - around_px, 0.0);
      annals_layout_limit_rows (pages->layout, &limit);
      pack_once (pages);
    }
}

static void
close_lanes (const Pages *pages)
{
  const AnnalsRendering *rendering = pages->rendering;

  for (guint i = 0; rendering->closed != NULL && rendering->closed[i] != NULL; i++)
    {
      guint lane;

      if (annals_document_find_lane (rendering->document, rendering->closed[i], &lane))
        annals_layout_set_lane_closed (pages->layout, lane, 1.0);
    }
}

static void
start_pages (Pages *pages, AnnalsRendering *rendering)
{
  const AnnalsExportOptions *options = &rendering->options;
  g_autoptr (AnnalsBreaks) breaks = NULL;
  AnnalsMetrics metrics;

  g_ptr_array_set_size (rendering->scenes, 0);
  g_array_set_size (rendering->events, 0);
  g_clear_pointer (&rendering->typesetter, annals_typesetter_free);
  rendering->typesetter = annals_typesetter_new (NULL, rendering->text_scale);
  annals_typesetter_set_outlines (rendering->typesetter, TRUE);

  *pages = (Pages){ .rendering = rendering,
                    .width_px = options->width_px / rendering->zoom,
                    .height_px = options->height_px / rendering->zoom };
  pages->caption = (AnnalsCaption){ options->title, options->source_line, 0, options->pages };
  annals_metrics_init (&metrics, rendering->text_scale, pages->width_px < NARROW_PX);
  if (options->calendar != ANNALS_CALENDAR_GREGORIAN)
    annals_metrics_add_calendar_row (&metrics);
  pages->layout = annals_layout_new_filtered (
      rendering->document, &metrics, annals_typesetter_measure, rendering->typesetter,
      options->lanes, options->filtered ? &options->filter : NULL);
  breaks = annals_breaks_new_for_document (rendering->document, options->compress, options->breaks,
                                           options->n_breaks, metrics.break_px);
  annals_layout_set_breaks (pages->layout, breaks);
  close_lanes (pages);
  if (rendering->reading_order != NULL)
    pages->reading_px = round (READING_PX * rendering->text_scale);
  init_scale (pages->layout, options, pages->width_px, &pages->scale);
  pack (pages);
}

/* Lays the pages out at one size of text. When the height is given, tells whether it is enough:
 * for a picture that was made larger only when its rows stand at ease. */
static gboolean
lay_out (AnnalsRendering *rendering, gdouble *needed_px)
{
  Pages pages;
  gdouble lanes_px;
  gboolean fits = TRUE;

  start_pages (&pages, rendering);
  if (pages.height_px > 0.0)
    {
      lanes_px = pages.height_px - get_surroundings (&pages);
      fits = rendering->zoom <= 1.0 || annals_layout_get_height (pages.layout) <= lanes_px;
      annals_layout_fit_height (pages.layout, lanes_px);
      *needed_px = get_surroundings (&pages) + annals_layout_get_height (pages.layout);
      fits = fits && *needed_px <= pages.height_px + 0.5;
      annals_layout_fill_height (pages.layout, lanes_px);
    }
  if (fits)
    build_pages (&pages);
  annals_layout_free (pages.layout);
  return fits;
}

static gboolean
lay_out_larger (AnnalsRendering *rendering, gint n_steps)
{
  gdouble needed_px;

  rendering->zoom = 1.0 + n_steps * ZOOM_STEP;
  return lay_out (rendering, &needed_px);
}

/* As large as its rows stand at ease. Each attempt takes as long as the whole picture when there
 * are many events, so the steps are not gone through one by one. */
static gboolean
render_larger (AnnalsRendering *rendering)
{
  const AnnalsExportOptions *options = &rendering->options;
  gdouble zoom = MIN (options->width_px / DESIGN_WIDTH_PX, options->height_px / DESIGN_HEIGHT_PX);
  gint too_many = (gint) floor ((zoom - 1.0) / ZOOM_STEP + 1e-6);
  gint n_steps = 0;

  rendering->text_scale = 1.0;
  rendering->least_rows = USUAL_ROWS;
  rendering->folds_all = FALSE;
  if (too_many < 1)
    return FALSE;
  if (lay_out_larger (rendering, too_many))
    return TRUE;
  while (too_many - n_steps > 1)
    {
      gint middle = (n_steps + too_many) / 2;

      if (lay_out_larger (rendering, middle))
        n_steps = middle;
      else
        too_many = middle;
    }
  return n_steps > 0 && lay_out_larger (rendering, n_steps);
}

static gboolean
render (AnnalsRendering *rendering, GError **error)
{
  gdouble needed_px = 0.0;

  if (render_larger (rendering))
    return TRUE;
  rendering->zoom = 1.0;
  for (guint i = 0; i < G_N_ELEMENTS (attempts); i++)
    {
      rendering->text_scale = attempts[i].text_scale;
      rendering->least_rows = attempts[i].least_rows;
      rendering->folds_all = attempts[i].folds_all;
      rendering->overlaps = attempts[i].overlaps;
      if (lay_out (rendering, &needed_px))
        return TRUE;
    }
  g_set_error (error, ANNALS_PAINT_ERROR, ANNALS_PAINT_ERROR_TOO_SMALL,
               /* Translators: the height asked for and the least that is enough, both in pixels. */
               _ ("A height of %d pixels is too small for this timeline. Make it at least "
                  "%.0f, or leave the height out to have it chosen."),
               rendering->options.height_px, ceil (needed_px));
  return FALSE;
}

/* Of the text that the passages are taken from when it is there, else of the document's own; there
 * is none when neither has passages on events that can be placed. */
static AnnalsReadingOrder *
create_reading_order (AnnalsDocument *document, const AnnalsExportOptions *options)
{
  static const AnnalsWhere wheres[] = { ANNALS_WHERE_SOURCE, ANNALS_WHERE_TEXT };

  for (guint i = 0; i < G_N_ELEMENTS (wheres); i++)
    {
      g_autoptr (AnnalsReadingOrder) order = annals_reading_order_new_filtered (
          document, wheres[i], options->lanes, options->filtered ? &options->filter : NULL);

      if (annals_reading_order_get_n_passages (order) > 0)
        return g_steal_pointer (&order);
    }
  return NULL;
}

static gchar *
dup_nonempty (const gchar *text)
{
  return text != NULL && *text != '\0' ? g_strdup (text) : NULL;
}

/**
 * annals_rendering_new:
 * @document: a document
 * @options: what the picture is; copied
 * @error: return location; %ANNALS_PAINT_ERROR
 *
 * Lays out an export.
 *
 * Returns: (transfer full) (nullable): the rendering, or %NULL when the size, the
 *   pages or the lanes do not serve
 */
AnnalsRendering *
annals_rendering_new (AnnalsDocument *document, const AnnalsExportOptions *options, GError **error)
{
  g_autoptr (AnnalsRendering) rendering = NULL;
  gdouble width_px;
  gdouble height_px;

  g_return_val_if_fail (ANNALS_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (options != NULL, NULL);

  rendering = g_new0 (AnnalsRendering, 1);
  rendering->document = g_object_ref (document);
  rendering->events = g_array_new (FALSE, FALSE, sizeof (AnnalsRenderedEvent));
  rendering->scenes = g_ptr_array_new_with_free_func ((GDestroyNotify) annals_scene_free);
  rendering->title = dup_nonempty (options->title);
  rendering->source_line = dup_nonempty (options->source_line);
  rendering->lanes = g_strdupv ((gchar **) options->lanes);
  rendering->options = *options;
  rendering->options.title = rendering->title;
  rendering->options.source_line = rendering->source_line;
  rendering->options.lanes = (const gchar *const *) rendering->lanes;
  rendering->closed = g_strdupv ((gchar **) options->closed);
  rendering->options.closed = (const gchar *const *) rendering->closed;
  if (options->reading_order)
    rendering->reading_order = create_reading_order (document, options);
  if (!annals_export_check_options (options, document, error) || !render (rendering, error))
    return NULL;
  annals_rendering_get_size (rendering, &width_px, &height_px);
  if (!annals_export_check_chosen_size (options, width_px, height_px, error))
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
  g_ptr_array_unref (rendering->scenes);
  g_array_unref (rendering->events);
  g_clear_pointer (&rendering->typesetter, annals_typesetter_free);
  g_free (rendering->title);
  g_free (rendering->source_line);
  g_strfreev (rendering->lanes);
  g_strfreev (rendering->closed);
  g_clear_pointer (&rendering->reading_order, annals_reading_order_free);
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
  return rendering->scenes->len;
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
  annals_scene_get_size (rendering->scenes->pdata[0], width_px, height_px);
  if (width_px != NULL)
    *width_px = round (*width_px * rendering->zoom);
  if (height_px != NULL)
    *height_px = round (*height_px * rendering->zoom);
}

/**
 * annals_rendering_get_scene:
 * @rendering: a rendering
 * @page: which page, from 0
 *
 * Returns: (transfer none): what is drawn there, in pixels that are annals_rendering_get_zoom() CSS
 * pixels wide
 */
const AnnalsScene *
annals_rendering_get_scene (const AnnalsRendering *rendering, guint page)
{
  g_return_val_if_fail (page < rendering->scenes->len, NULL);

  return rendering->scenes->pdata[page];
}

/**
 * annals_rendering_get_n_events:
 * @rendering: a rendering
 *
 * Returns: how many events are shown, on whichever page, those that clusters stand for included
 */
guint
annals_rendering_get_n_events (const AnnalsRendering *rendering)
{
  return rendering->events->len;
}

/**
 * annals_rendering_get_event:
 * @rendering: a rendering
 * @index: which of the events that are shown, in the order of pages, and on each of time
 *
 * Returns: (transfer none): where it is
 */
const AnnalsRenderedEvent *
annals_rendering_get_event (const AnnalsRendering *rendering, guint index)
{
  return &g_array_index (rendering->events, AnnalsRenderedEvent, index);
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
 * annals_rendering_get_zoom:
 * @rendering: a rendering
 *
 * Returns: by how much the whole picture was made larger than designed, 1 or more
 */
gdouble
annals_rendering_get_zoom (const AnnalsRendering *rendering)
{
  return rendering->zoom;
}

/**
 * annals_rendering_get_typesetter:
 * @rendering: a rendering
 *
 * Returns: (transfer none): what sets its texts
 */
AnnalsTypesetter *
annals_rendering_get_typesetter (AnnalsRendering *rendering)
{
  return rendering->typesetter;
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
  g_return_if_fail (page < rendering->scenes->len);

  cairo_save (cr);
  cairo_scale (cr, rendering->zoom, rendering->zoom);
  annals_painter_draw (cr, rendering->scenes->pdata[page],
                       annals_theme_get (rendering->options.theme), rendering->typesetter);
  cairo_restore (cr);
}
