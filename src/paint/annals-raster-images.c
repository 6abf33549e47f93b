/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annals-raster-private.h"
#include "annals-signs.h"

/* The images of glyphs, each of which Cairo draws once, in red, which tells whether a glyph has
 * colours of its own. */

#define MOST_SIDE_PX 2048
#define MARGIN_PX 2 /* beyond what a font says of a glyph */

/* Whether all pixels are of the pure red in which a glyph has been drawn. */
static gboolean
is_red (const guint32 *pixels, guint n)
{
  for (guint i = 0; i < n; i++)
    if (pixels[i] >> 24 != (pixels[i] >> 16 & 0xff) || (pixels[i] & 0xffff) != 0)
      return FALSE;
  return TRUE;
}

/* Cuts to what is seen; to nothing, if that is nothing. */
static void
trim (const guint32 *pixels, gint stride, AnnalsRasterBounds *bounds)
{
  AnnalsRasterBounds seen = { bounds->x1, bounds->y1, 0, 0 };

  for (gint y = 0; y < bounds->y1; y++)
    for (gint x = 0; x < bounds->x1; x++)
      if (pixels[y * stride + x] != 0)
        {
          seen.x0 = MIN (seen.x0, x);
          seen.y0 = MIN (seen.y0, y);
          seen.x1 = MAX (seen.x1, x + 1);
          seen.y1 = MAX (seen.y1, y + 1);
        }
  *bounds = seen.x1 == 0 ? (AnnalsRasterBounds){ 0 } : seen;
}

/* Takes over what Cairo has drawn with the origin of the glyph at x, y, in white. */
static void
take_pixels (AnnalsRaster *raster,
             cairo_surface_t *surface,
             gint x,
             gint y,
             AnnalsRasterImage *image)
{
  const guint32 *pixels = (const guint32 *) (gconstpointer) cairo_image_surface_get_data (surface);
  gint stride = cairo_image_surface_get_stride (surface) / (gint) sizeof *pixels;
  AnnalsRasterBounds bounds = { 0, 0, cairo_image_surface_get_width (surface),
                                cairo_image_surface_get_height (surface) };

  image->is_plain = is_red (pixels, (guint) (stride * bounds.y1));
  trim (pixels, stride, &bounds);
  *image = (AnnalsRasterImage){ .left = bounds.x0 - x,
                                .top = bounds.y0 - y,
                                .width = (bounds.x1 - bounds.x0 + ANNALS_RASTER_PIXELS - 1)
                                         / ANNALS_RASTER_PIXELS * ANNALS_RASTER_PIXELS,
                                .height = bounds.y1 - bounds.y0,
                                .pixels = raster->image_pixels->len,
                                .is_plain = image->is_plain };
  for (gint row = bounds.y0; row < bounds.y1; row++)
    for (gint i = 0; i < image->width; i++)
      {
        gboolean within = bounds.x0 + i < bounds.x1;
        guint32 pixel = within ? (pixels[row * stride + bounds.x0 + i] >> 24) * 0x1010101u : 0;

        g_array_append_val (raster->image_pixels, pixel);
      }
}

/* Whether glyphs are signs that may be drawn as what they are: by way of a font that takes Cairo
 * three times as long. At other scales it smooths strokes otherwise then; at this one a pixel of a
 * stroke may differ by one part of 255. */
static gboolean
is_path (const AnnalsRaster *raster)
{
  return !raster->has_colored && raster->scale == 1.0;
}

static void
get_extents (AnnalsRaster *raster, gulong glyph, AnnalsRect *extents)
{
  cairo_glyph_t at = { glyph, 0.0, 0.0 };
  cairo_text_extents_t found;

  if (is_path (raster))
    {
      annals_sign_get_bounds (glyph, extents);
      return;
    }
  cairo_scaled_font_glyph_extents (raster->fonts[raster->font], &at, 1, &found);
  *extents = (AnnalsRect){ found.x_bearing, found.y_bearing, found.width, found.height };
}

/* Has Cairo draw a glyph, for an image in white. */
static void
draw_image (AnnalsRaster *raster, gulong glyph, AnnalsRasterImage *image)
{
  cairo_glyph_t at = { glyph, 0.0, 0.0 };
  AnnalsRect extents;
  cairo_surface_t *surface;
  cairo_t *cr;
  gdouble left;
  gdouble top;
  gdouble right;
  gdouble bottom;

  *image = (AnnalsRasterImage){ 0 };
  get_extents (raster, glyph, &extents);
  left = floor (extents.x * raster->scale) - MARGIN_PX;
  top = floor (extents.y * raster->scale) - MARGIN_PX;
  right = ceil ((extents.x + extents.width) * raster->scale) + MARGIN_PX;
  bottom = ceil ((extents.y + extents.height) * raster->scale) + MARGIN_PX;
  if (!(right - left <= MOST_SIDE_PX && bottom - top <= MOST_SIDE_PX))
    return;
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (gint) (right - left),
                                        (gint) (bottom - top));
  cairo_surface_set_device_scale (surface, raster->scale, raster->scale);
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1.0, 0.0, 0.0);
  cairo_translate (cr, -left / raster->scale, -top / raster->scale);
  if (is_path (raster))
    annals_sign_draw (cr, glyph);
  else
    {
      cairo_set_scaled_font (cr, raster->fonts[raster->font]);
      cairo_show_glyphs (cr, &at, 1);
    }
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  take_pixels (raster, surface, -(gint) left, -(gint) top, image);
  cairo_surface_destroy (surface);
}

/* Makes the image in a colour of the one in white. */
static void
color_image (AnnalsRaster *raster,
             const AnnalsRasterImage *white,
             guint32 color,
             AnnalsRasterImage *image)
{
  guint n = (guint) (white->width * white->height);

  *image = *white;
  image->pixels = raster->image_pixels->len;
  g_array_set_size (raster->image_pixels, image->pixels + n);
  for (guint i = 0; i < n; i++)
    g_array_index (raster->image_pixels, guint32, image->pixels + i) = annals_raster_multiply_one (
        color, g_array_index (raster->image_pixels, guint32, white->pixels + i) & 255);
}

static AnnalsRasterSlot *
find_slot (AnnalsRaster *raster, guint64 glyph, guint font, guint32 color)
{
  guint64 hash = (glyph + ((guint64) font << 48)) * 0x9e3779b97f4a7c15u
                 + color * G_GUINT64_CONSTANT (0xd6e8feb86659fd93);

  for (guint i = (guint) (hash >> 32) & (raster->n_slots - 1);; i = (i + 1) & (raster->n_slots - 1))
    {
      AnnalsRasterSlot *slot = &raster->slots[i];

      if (slot->image == 0 || (slot->glyph == glyph && slot->color == color && slot->font == font))
        return slot;
    }
}

static void
grow (AnnalsRaster *raster)
{
  AnnalsRasterSlot *before = raster->slots;
  guint n_before = raster->n_slots;

  raster->n_slots = 2 * n_before;
  raster->slots = g_new0 (AnnalsRasterSlot, raster->n_slots);
  for (guint i = 0; i < n_before; i++)
    if (before[i].image != 0)
      *find_slot (raster, before[i].glyph, before[i].font, before[i].color) = before[i];
  g_free (before);
}

/* The image of a glyph of the font that is set, made when it is needed. */
AnnalsRasterImage
annals_raster_get_image (AnnalsRaster *raster, gulong glyph, guint32 color)
{
  AnnalsRasterSlot *slot = find_slot (raster, glyph, raster->font, color);
  AnnalsRasterImage image = { 0 };

  if (slot->image != 0)
    return g_array_index (raster->images, AnnalsRasterImage, slot->image - 1);
  if (color == ANNALS_RASTER_WHITE)
    draw_image (raster, glyph, &image);
  else
    {
      AnnalsRasterImage white = annals_raster_get_image (raster, glyph, ANNALS_RASTER_WHITE);

      color_image (raster, &white, color, &image);
    }
  if (raster->images->len >= raster->n_slots / 2)
    grow (raster);
  g_array_append_val (raster->images, image);
  *find_slot (raster, glyph, raster->font, color) = (AnnalsRasterSlot){ glyph, raster->font, color,
                                                                        raster->images->len };
  return image;
}
