/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>

#include "annals-canvas.h"
#include "annals-changes.h"
#include "annals-painter.h"

/* A picture on the screen: the node that was drawn last, the scene that it shows, and the scene
 * that is to be shown. Where the two scenes differ a little, small nodes lie upon the large one.
 * Both scenes are used again and again, and so are the two images that large nodes are drawn into:
 * while GTK still shows the one, the next is drawn into the other. */

struct _AnnalsCanvas
{
  AnnalsScene *scenes[2];
  guint current;       /* which of them is to be shown */
  gboolean valid;      /* whether it is up to date */
  guint drawn;         /* which of them the node shows */
  GskRenderNode *node; /* NULL when nothing of use has been drawn */
  const AnnalsTheme *theme;
  gint scale;                 /* pixels of the screen for one of the picture */
  cairo_surface_t *images[2]; /* nullable */
};

/**
 * annals_canvas_new:
 *
 * Returns: (transfer full): an empty canvas; free it with annals_canvas_free()
 */
AnnalsCanvas *
annals_canvas_new (void)
{
  AnnalsCanvas *canvas = g_new0 (AnnalsCanvas, 1);

  for (guint i = 0; i < G_N_ELEMENTS (canvas->scenes); i++)
    canvas->scenes[i] = annals_scene_new (0.0, 0.0);
  return canvas;
}

/**
 * annals_canvas_free:
 * @canvas: (nullable) (transfer full): a canvas
 */
void
annals_canvas_free (AnnalsCanvas *canvas)
{
  if (canvas == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (canvas->scenes); i++)
    annals_scene_free (canvas->scenes[i]);
  g_clear_pointer (&canvas->node, gsk_render_node_unref);
  for (guint i = 0; i < G_N_ELEMENTS (canvas->images); i++)
    g_clear_pointer (&canvas->images[i], cairo_surface_destroy);
  g_free (canvas);
}

/**
 * annals_canvas_get_scene:
 * @canvas: a canvas
 *
 * Returns: (transfer none) (nullable): the picture that is shown, or %NULL when it has to be laid
 * out anew
 */
AnnalsScene *
annals_canvas_get_scene (AnnalsCanvas *canvas)
{
  return canvas->valid ? canvas->scenes[canvas->current] : NULL;
}

/**
 * annals_canvas_begin_scene:
 * @canvas: a canvas
 *
 * Returns: (transfer none): a picture to be filled, which is the one to be shown from now on
 */
AnnalsScene *
annals_canvas_begin_scene (AnnalsCanvas *canvas)
{
  canvas->current = canvas->node != NULL ? 1 - canvas->drawn : 0;
  canvas->valid = TRUE;
  return canvas->scenes[canvas->current];
}

/**
 * annals_canvas_invalidate:
 * @canvas: a canvas
 *
 * Says that the picture is no longer up to date.
 */
void
annals_canvas_invalidate (AnnalsCanvas *canvas)
{
  canvas->valid = FALSE;
}

/**
 * annals_canvas_forget:
 * @canvas: a canvas
 *
 * Says that nothing drawn before is of use, as when letters look otherwise.
 */
void
annals_canvas_forget (AnnalsCanvas *canvas)
{
  canvas->valid = FALSE;
  g_clear_pointer (&canvas->node, gsk_render_node_unref);
}

/* Of the two images the one that was drawn into before the other, which GTK no longer shows. (If it
 * does, Cairo gives it a copy first.) */
static cairo_surface_t *
take_image (AnnalsCanvas *canvas, gint width, gint height)
{
  cairo_surface_t *image = canvas->images[0];

  canvas->images[0] = canvas->images[1];
  canvas->images[1] = image;
  if (image == NULL || cairo_image_surface_get_width (image) != width
      || cairo_image_surface_get_height (image) != height)
    {
      g_clear_pointer (&canvas->images[1], cairo_surface_destroy);
      canvas->images[1] = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
    }
  cairo_surface_set_device_scale (canvas->images[1], canvas->scale, canvas->scale);
  return canvas->images[1];
}

/* Draws a part of the picture as a node. */
static GskRenderNode *
create_node (AnnalsCanvas *canvas, const AnnalsRect *rect, AnnalsTypesetter *typesetter)
{
  graphene_rect_t bounds = GRAPHENE_RECT_INIT ((float) rect->x, (float) rect->y,
                                               (float) rect->width, (float) rect->height);
  GskRenderNode *node = gsk_cairo_node_new (&bounds);
  cairo_t *cr = gsk_cairo_node_get_draw_context (node);

  annals_painter_draw (cr, canvas->scenes[canvas->current], canvas->theme, typesetter);
  cairo_destroy (cr);
  return node;
}

/* Whether a picture begins with a ground under all of it. */
static gboolean
has_ground (const AnnalsCanvas *canvas, const AnnalsRect *whole)
{
  const AnnalsScene *scene = canvas->scenes[canvas->current];
  const AnnalsItem *item;
  AnnalsColor color;

  if (annals_scene_get_n_items (scene) == 0)
    return FALSE;
  item = annals_scene_get_item (scene, 0);
  annals_item_get_color (item, canvas->theme, &color);
  return item->kind == ANNALS_ITEM_RECT && item->clip == ANNALS_CLIP_NONE && item->radius_px == 0.0
         && !item->fades && color.alpha >= 1.0 && item->rect.x <= 0.0 && item->rect.y <= 0.0
         && item->rect.x + item->rect.width >= whole->width
         && item->rect.y + item->rect.height >= whole->height;
}

/* Draws the whole of a picture with a ground into an image, and that as a node: what a node is
 * drawn with GTK records, and draws again from its records. */
static GskRenderNode *
create_whole_node (AnnalsCanvas *canvas, const AnnalsRect *rect, AnnalsTypesetter *typesetter)
{
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0.0f, 0.0f, (float) rect->width,
                                               (float) rect->height);
  GskRenderNode *node = gsk_cairo_node_new (&bounds);
  cairo_surface_t *image = take_image (canvas, (gint) ceil (rect->width * canvas->scale),
                                       (gint) ceil (rect->height * canvas->scale));
  cairo_t *cr = cairo_create (image);

  annals_painter_draw (cr, canvas->scenes[canvas->current], canvas->theme, typesetter);
  cairo_destroy (cr);
  cr = gsk_cairo_node_get_draw_context (node);
  cairo_set_source_surface (cr, image, 0.0, 0.0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_NEAREST);
  cairo_paint (cr);
  cairo_destroy (cr);
  return node;
}

static void
draw_all (AnnalsCanvas *canvas, GtkSnapshot *snapshot, AnnalsTypesetter *typesetter)
{
  AnnalsRect whole = { 0.0, 0.0, 0.0, 0.0 };

  annals_scene_get_size (canvas->scenes[canvas->current], &whole.width, &whole.height);
  g_clear_pointer (&canvas->node, gsk_render_node_unref);
  canvas->node = has_ground (canvas, &whole) ? create_whole_node (canvas, &whole, typesetter)
                                             : create_node (canvas, &whole, typesetter);
  canvas->drawn = canvas->current;
  gtk_snapshot_append_node (snapshot, canvas->node);
}

/**
 * annals_canvas_snapshot:
 * @canvas: a canvas whose picture is up to date
 * @snapshot: where to show it
 * @theme: its look
 * @scale: pixels of the screen for one of the picture
 * @typesetter: what it was laid out with; another one only after annals_canvas_forget()
 *
 * Shows the picture.
 */
void
annals_canvas_snapshot (AnnalsCanvas *canvas,
                        GtkSnapshot *snapshot,
                        const AnnalsTheme *theme,
                        gint scale,
                        AnnalsTypesetter *typesetter)
{
  AnnalsRect rects[ANNALS_MOST_CHANGES];
  guint n_rects = 0;

  g_return_if_fail (canvas->valid);

  if (canvas->theme != theme || canvas->scale != scale)
    g_clear_pointer (&canvas->node, gsk_render_node_unref);
  canvas->theme = theme;
  canvas->scale = scale;
  if (canvas->node == NULL
      || (canvas->drawn != canvas->current
          && !annals_changes_find (canvas->scenes[canvas->drawn], canvas->scenes[canvas->current],
                                   typesetter, rects, &n_rects)))
    {
      draw_all (canvas, snapshot, typesetter);
      return;
    }
  gtk_snapshot_append_node (snapshot, canvas->node);
  for (guint i = 0; i < n_rects; i++)
    {
      GskRenderNode *node = create_node (canvas, &rects[i], typesetter);

      gtk_snapshot_append_node (snapshot, node);
      gsk_render_node_unref (node);
    }
}
