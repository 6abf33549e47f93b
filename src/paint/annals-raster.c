/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <wchar.h>

#include "annals-raster-private.h"

/* Pixels are 32 bits, colours premultiplied. Eight pixels are mixed at a time, in words of 16 bits:
 * blue and red by themselves, green and alpha by themselves. Products of two parts are rounded as
 * pixman rounds them, so that it does not matter which of the two has drawn. Of a letter there is
 * an image in each colour in which it has been shown: half of the products are known then. Signs,
 * which come in more colours than they come again, have one in white. */

#define MOST_IMAGES 16384
#define MOST_PIXELS (2 << 20) /* of images */
#define USUAL_PIXELS (1 << 18)
#define FIRST_SLOTS 1024
#define MOST_PLACE_PX 1e6
#define WIDE_PX 256 /* of a box: grounds are */
#define BAND_PX 64  /* rows of a large image that a processor holds near */

G_STATIC_ASSERT (sizeof (wchar_t) == sizeof (guint32));

/**
 * annals_raster_new:
 *
 * Returns: (transfer full): a raster without any images; free it with annals_raster_free()
 */
AnnalsRaster *
annals_raster_new (void)
{
  AnnalsRaster *raster = g_new0 (AnnalsRaster, 1);

  raster->images = g_array_new (FALSE, FALSE, sizeof (AnnalsRasterImage));
  raster->image_pixels = g_array_sized_new (FALSE, FALSE, sizeof (guint32), USUAL_PIXELS);
  raster->n_slots = FIRST_SLOTS;
  raster->slots = g_new0 (AnnalsRasterSlot, raster->n_slots);
  return raster;
}

static void
forget (AnnalsRaster *raster)
{
  for (guint i = 0; i < raster->n_fonts; i++)
    cairo_scaled_font_destroy (raster->fonts[i]);
  raster->n_fonts = 0;
  g_array_set_size (raster->images, 0);
  g_array_set_size (raster->image_pixels, 0);
  memset (raster->slots, 0, raster->n_slots * sizeof *raster->slots);
}

/**
 * annals_raster_free:
 * @raster: (nullable) (transfer full): a raster
 */
void
annals_raster_free (AnnalsRaster *raster)
{
  if (raster == NULL)
    return;
  forget (raster);
  g_array_unref (raster->images);
  g_array_unref (raster->image_pixels);
  g_free (raster->slots);
  g_free (raster);
}

/**
 * annals_raster_get_n_images:
 * @raster: a raster
 *
 * Returns: how many images of glyphs it has; of a letter one in white besides those in colours
 */
guint
annals_raster_get_n_images (const AnnalsRaster *raster)
{
  return raster->images->len;
}

/**
 * annals_raster_begin:
 * @raster: a raster
 * @cr: where to draw: its pixels lie on those of what is drawn on, see annals_painter_draw()
 *
 * Begins to draw. Until annals_raster_end(), @cr may be drawn with as well, after
 * annals_raster_flush(). It may be clipped to a
 * rectangle whose edges lie between pixels, and to nothing else: Cairo does not tell without asking
 * for memory.
 *
 * Returns: whether this is an image in memory; if not, nothing else may be called
 */
gboolean
annals_raster_begin (AnnalsRaster *raster, cairo_t *cr)
{
  cairo_surface_t *surface = cairo_get_group_target (cr);
  cairo_matrix_t matrix;
  gdouble device[4];

  if (cairo_surface_get_type (surface) != CAIRO_SURFACE_TYPE_IMAGE
      || (cairo_image_surface_get_format (surface) != CAIRO_FORMAT_RGB24
          && cairo_image_surface_get_format (surface) != CAIRO_FORMAT_ARGB32)
      || cairo_get_operator (cr) != CAIRO_OPERATOR_OVER)
    return FALSE;
  /* What Cairo draws in between has to know that the image is no longer empty. */
  cairo_surface_flush (surface);
  cairo_surface_mark_dirty (surface);
  raster->cr = cr;
  raster->pixels = cairo_image_surface_get_data (surface);
  raster->stride = cairo_image_surface_get_stride (surface);
  raster->width = cairo_image_surface_get_width (surface);
  raster->height = cairo_image_surface_get_height (surface);
  cairo_get_matrix (cr, &matrix);
  cairo_surface_get_device_scale (surface, &device[0], &device[1]);
  cairo_surface_get_device_offset (surface, &device[2], &device[3]);
  raster->scale = matrix.xx * device[0];
  raster->x0 = matrix.x0 * device[0] + device[2];
  raster->y0 = matrix.y0 * device[1] + device[3];
  if (raster->images->len >= MOST_IMAGES || raster->image_pixels->len >= MOST_PIXELS
      || raster->images_scale != raster->scale)
    forget (raster);
  raster->images_scale = raster->scale;
  cairo_clip_extents (cr, &device[0], &device[1], &device[2], &device[3]);
  raster->cairo_clip = (AnnalsRect){ device[0], device[1], device[2] - device[0],
                                     device[3] - device[1] };
  return raster->pixels != NULL && annals_raster_set_clip (raster, NULL);
}

/* Tells whether the edges of a rectangle lie on edges of pixels. */
gboolean
annals_raster_get_bounds (const AnnalsRaster *raster,
                          const AnnalsRect *rect,
                          AnnalsRasterBounds *bounds)
{
  gdouble x0 = rect->x * raster->scale + raster->x0;
  gdouble y0 = rect->y * raster->scale + raster->y0;
  gdouble x1 = (rect->x + rect->width) * raster->scale + raster->x0;
  gdouble y1 = (rect->y + rect->height) * raster->scale + raster->y0;

  x0 = CLAMP (x0, -1.0, raster->width + 1.0);
  y0 = CLAMP (y0, -1.0, raster->height + 1.0);
  x1 = CLAMP (x1, -1.0, raster->width + 1.0);
  y1 = CLAMP (y1, -1.0, raster->height + 1.0);
  *bounds = (AnnalsRasterBounds){ annals_raster_round (x0), annals_raster_round (y0),
                                  annals_raster_round (x1), annals_raster_round (y1) };
  return fabs (x0 - bounds->x0) < 1.0 / 256.0 && fabs (y0 - bounds->y0) < 1.0 / 256.0
         && fabs (x1 - bounds->x1) < 1.0 / 256.0 && fabs (y1 - bounds->y1) < 1.0 / 256.0;
}

/**
 * annals_raster_set_clip:
 * @raster: a raster
 * @clip: (nullable): where it may paint, besides what @cr was clipped to at first
 *
 * Returns: whether it can keep to that: edges have to lie between pixels. If not, nothing may be
 *   drawn until another is set
 */
gboolean
annals_raster_set_clip (AnnalsRaster *raster, const AnnalsRect *clip)
{
  AnnalsRasterBounds bounds;

  if (!annals_raster_get_bounds (raster, &raster->cairo_clip, &raster->clip))
    return FALSE;
  annals_raster_intersect (&raster->clip,
                           &(AnnalsRasterBounds){ 0, 0, raster->width, raster->height });
  if (clip == NULL)
    return TRUE;
  if (!annals_raster_get_bounds (raster, clip, &bounds))
    return FALSE;
  annals_raster_intersect (&raster->clip, &bounds);
  return TRUE;
}

/**
 * annals_raster_set_color:
 * @raster: a raster
 * @color: what to draw with
 */
void
annals_raster_set_color (AnnalsRaster *raster, const AnnalsColor *color)
{
  raster->color = *color;
  raster->pixel = annals_raster_get_pixel (color, 1.0);
}

/* Eight pixels, the first @n of which are these; the others are nothing. */
static G_ALWAYS_INLINE inline AnnalsRasterWords
repeat_pixel (guint32 pixel, gint n)
{
  guint32 many[ANNALS_RASTER_PIXELS];
  AnnalsRasterWords words;

  for (gint i = 0; i < ANNALS_RASTER_PIXELS; i++)
    many[i] = i < n ? pixel : 0;
  memcpy (&words, many, sizeof words);
  return words;
}

static G_ALWAYS_INLINE inline void
lay_eight (guint32 *row, AnnalsRasterWords over, AnnalsRasterWords rest)
{
  AnnalsRasterWords pixels;

  memcpy (&pixels, row, sizeof pixels);
  pixels = annals_raster_lay (pixels, over, rest);
  memcpy (row, &pixels, sizeof pixels);
}

/* Lays a translucent box over what is there, in rows of @room pixels from where it begins. Where
 * there is room for it, what is beyond its right edge is written, too, as it was. */
ANNALS_RASTER_FAST static void
lay_over_rows (guint32 *row, gsize step, gint width, gint height, gint room, guint32 pixel)
{
  AnnalsRasterWords over = repeat_pixel (pixel, ANNALS_RASTER_PIXELS);
  AnnalsRasterWords rest = annals_raster_get_rest (over);
  AnnalsRasterWords last = repeat_pixel (pixel, width % ANNALS_RASTER_PIXELS);
  AnnalsRasterWords last_rest = annals_raster_get_rest (last);
  gint whole = width - width % ANNALS_RASTER_PIXELS;

  for (; height > 0; height--, row += step)
    {
      for (gint i = 0; i < whole; i += ANNALS_RASTER_PIXELS)
        lay_eight (row + i, over, rest);
      if (whole < width && whole + ANNALS_RASTER_PIXELS <= room)
        lay_eight (row + whole, last, last_rest);
      else
        for (gint i = whole; i < width; i++)
          row[i] = annals_raster_lay_one (row[i], pixel);
    }
}

/* Fills an opaque box. In the middle between lines and grounds, the last eight pixels of a row are
 * written over the ones before them. */
ANNALS_RASTER_FAST static void
fill_rows (guint32 *row, gsize step, gint width, gint height, guint32 pixel)
{
  AnnalsRasterWords over = repeat_pixel (pixel, ANNALS_RASTER_PIXELS);

  for (; height > 0; height--, row += step)
    if (width < ANNALS_RASTER_PIXELS)
      for (gint i = 0; i < width; i++)
        row[i] = pixel;
    else if (width < WIDE_PX)
      {
        for (gint i = 0; i < width - ANNALS_RASTER_PIXELS; i += ANNALS_RASTER_PIXELS)
          memcpy (row + i, &over, sizeof over);
        memcpy (row + width - ANNALS_RASTER_PIXELS, &over, sizeof over);
      }
    else
      wmemset ((wchar_t *) (gpointer) row, (wchar_t) pixel, (gsize) width);
}

static void
fill_part (const AnnalsRaster *raster, const AnnalsRasterBox *box, gint y0, gint y1)
{
  const AnnalsRasterBounds *bounds = &box->bounds;

  y0 = MAX (y0, bounds->y0);
  y1 = MIN (y1, bounds->y1);
  if (y1 > y0)
    fill_rows (annals_raster_get_row (raster, y0) + bounds->x0,
               (gsize) raster->stride / sizeof (guint32), bounds->x1 - bounds->x0, y1 - y0,
               box->pixel);
}

/**
 * annals_raster_flush:
 * @raster: a raster
 *
 * Draws what has been put off: opaque boxes, such as a ground and the lines of a grid on it, are
 * filled together, from top to bottom, so that each part of the image comes near the processor
 * once.
 */
void
annals_raster_flush (AnnalsRaster *raster)
{
  gint y0 = raster->height;
  gint y1 = 0;

  for (guint i = 0; i < raster->n_boxes; i++)
    {
      y0 = MIN (y0, raster->boxes[i].bounds.y0);
      y1 = MAX (y1, raster->boxes[i].bounds.y1);
    }
  for (gint y = y0; y < y1; y += BAND_PX)
    for (guint i = 0; i < raster->n_boxes; i++)
      fill_part (raster, &raster->boxes[i], y, y + BAND_PX);
  raster->n_boxes = 0;
}

/* Puts a box off. */
static void
add_box (AnnalsRaster *raster, const AnnalsRasterBounds *bounds)
{
  if (raster->n_boxes == ANNALS_RASTER_MOST_BOXES)
    annals_raster_flush (raster);
  raster->boxes[raster->n_boxes++] = (AnnalsRasterBox){ *bounds, raster->pixel };
}

/**
 * annals_raster_end:
 * @raster: a raster
 *
 * Has drawn.
 */
void
annals_raster_end (AnnalsRaster *raster)
{
  annals_raster_flush (raster);
  cairo_surface_mark_dirty (cairo_get_group_target (raster->cr));
  raster->cr = NULL;
}

/**
 * annals_raster_fill_box:
 * @raster: a raster
 * @box: a rectangle whose edges lie between pixels
 *
 * Fills it.
 */
void
annals_raster_fill_box (AnnalsRaster *raster, const AnnalsRect *box)
{
  AnnalsRasterBounds bounds;
  gint width;

  annals_raster_get_bounds (raster, box, &bounds);
  annals_raster_intersect (&bounds, &raster->clip);
  width = bounds.x1 - bounds.x0;
  if (width <= 0 || bounds.y1 <= bounds.y0)
    return;
  if (raster->pixel >> 24 == 255)
    {
      add_box (raster, &bounds);
      return;
    }
  annals_raster_flush (raster);
  lay_over_rows (annals_raster_get_row (raster, bounds.y0) + bounds.x0,
                 (gsize) raster->stride / sizeof (guint32), width, bounds.y1 - bounds.y0,
                 raster->width - bounds.x0, raster->pixel);
}

/**
 * annals_raster_set_font:
 * @raster: a raster
 * @font: what glyphs are of
 */
void
annals_raster_set_font (AnnalsRaster *raster, cairo_scaled_font_t *font)
{
  raster->has_colored = cairo_scaled_font_get_type (font) != CAIRO_FONT_TYPE_USER;
  for (raster->font = 0; raster->font < raster->n_fonts; raster->font++)
    if (raster->fonts[raster->font] == font)
      return;
  if (raster->n_fonts == ANNALS_RASTER_MOST_FONTS)
    forget (raster);
  raster->font = raster->n_fonts++;
  raster->fonts[raster->font] = cairo_scaled_font_reference (font);
}

/* Lays pixels over others, row by row; white ones in another colour, if there is one. */
static G_ALWAYS_INLINE inline void
lay (const guint32 *from,
     gint width,
     gint height,
     guint32 *row,
     gsize step,
     const AnnalsRasterWords *colors)
{
  const guint32 *end = from + width * height;

  for (; from < end; from += width, row += step)
    for (gint i = 0; i < width; i += ANNALS_RASTER_PIXELS)
      {
        AnnalsRasterWords over;
        AnnalsRasterWords pixels;

        memcpy (&over, from + i, sizeof over);
        memcpy (&pixels, row + i, sizeof pixels);
        if (colors != NULL)
          over = annals_raster_cover (*colors, over);
        pixels = annals_raster_lay (pixels, over, annals_raster_get_rest (over));
        memcpy (row + i, &pixels, sizeof pixels);
      }
}

ANNALS_RASTER_FAST static void
lay_rows (const guint32 *from, gint width, gint height, guint32 *row, gsize step)
{
  lay (from, width, height, row, step, NULL);
}

ANNALS_RASTER_FAST static void
lay_colored_rows (const guint32 *from,
                  gint width,
                  gint height,
                  guint32 *row,
                  gsize step,
                  guint32 color)
{
  guint32 many[ANNALS_RASTER_PIXELS];
  AnnalsRasterWords colors;

  for (gint i = 0; i < ANNALS_RASTER_PIXELS; i++)
    many[i] = color;
  memcpy (&colors, many, sizeof colors);
  lay (from, width, height, row, step, &colors);
}

/* An image within the clip. */
static void
put_whole (const AnnalsRaster *raster, const AnnalsRasterImage *image, gint x, gint y)
{
  const guint32 *pixels = annals_raster_get_pixels (raster, image);
  guint32 *row = annals_raster_get_row (raster, y) + x;
  gsize step = (gsize) raster->stride / sizeof *row;

  if (raster->has_colored)
    lay_rows (pixels, image->width, image->height, row, step);
  else
    lay_colored_rows (pixels, image->width, image->height, row, step, raster->pixel);
}

static void
put_part (const AnnalsRaster *raster, const AnnalsRasterImage *image, gint x, gint y)
{
  const guint32 *pixels = annals_raster_get_pixels (raster, image);
  AnnalsRasterBounds bounds = { x, y, x + image->width, y + image->height };

  annals_raster_intersect (&bounds, &raster->clip);
  for (gint i = bounds.y0; i < bounds.y1; i++)
    for (gint j = bounds.x0; j < bounds.x1; j++)
      {
        guint32 *pixel = annals_raster_get_row (raster, i) + j;
        guint32 over = pixels[(i - y) * image->width + j - x];

        if (!raster->has_colored)
          over = annals_raster_multiply_one (raster->pixel, over & 255);
        *pixel = annals_raster_lay_one (*pixel, over);
      }
}

static void
put_by_cairo (AnnalsRaster *raster, const cairo_glyph_t *glyph)
{
  const AnnalsColor *color = &raster->color;
  gdouble scale = raster->scale;

  cairo_save (raster->cr);
  cairo_rectangle (
      raster->cr, (raster->clip.x0 - raster->x0) / scale, (raster->clip.y0 - raster->y0) / scale,
      (raster->clip.x1 - raster->clip.x0) / scale, (raster->clip.y1 - raster->clip.y0) / scale);
  cairo_clip (raster->cr);
  cairo_set_source_rgba (raster->cr, color->red, color->green, color->blue, color->alpha);
  cairo_set_scaled_font (raster->cr, raster->fonts[raster->font]);
  cairo_show_glyphs (raster->cr, glyph, 1);
  cairo_restore (raster->cr);
}

/**
 * annals_raster_show_glyphs:
 * @raster: a raster that has a colour and a font
 * @glyphs: (array length=n_glyphs): glyphs, where they stand in the picture
 * @n_glyphs: how many
 *
 * Shows glyphs, one after the other.
 */
void
annals_raster_show_glyphs (AnnalsRaster *raster, const cairo_glyph_t *glyphs, guint n_glyphs)
{
  guint32 color = raster->has_colored ? raster->pixel : ANNALS_RASTER_WHITE;

  annals_raster_flush (raster);
  for (guint i = 0; i < n_glyphs; i++)
    {
      AnnalsRasterImage image = annals_raster_get_image (raster, glyphs[i].index, color);
      gdouble x_px = glyphs[i].x * raster->scale + raster->x0;
      gdouble y_px = glyphs[i].y * raster->scale + raster->y0;
      gint x;
      gint y;

      if (!image.is_plain)
        {
          put_by_cairo (raster, &glyphs[i]);
          continue;
        }
      if (!(fabs (x_px) < MOST_PLACE_PX && fabs (y_px) < MOST_PLACE_PX))
        continue;
      x = annals_raster_round (x_px) + image.left;
      y = annals_raster_round (y_px) + image.top;
      if (x >= raster->clip.x0 && y >= raster->clip.y0 && x + image.width <= raster->clip.x1
          && y + image.height <= raster->clip.y1)
        put_whole (raster, &image, x, y);
      else
        put_part (raster, &image, x, y);
    }
}
