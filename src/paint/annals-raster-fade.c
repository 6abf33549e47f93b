/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annals-raster-private.h"
#include "annals-signs.h"

/* Boxes that fade at their ends: a column has one colour, and eight are mixed in at a time. */

/* A box that fades, in pixels of the image: where all of it is, what of it is seen, and the images
 * of its rounded ends, if it has any. */
typedef struct
{
  const AnnalsFadeStop *stops;
  guint n_stops;
  gint left;
  gint right;
  gint top;
  gint cap; /* width of an end */
  AnnalsRasterBounds seen;
  AnnalsRasterImage ends[2];
} Fade;

static gdouble
get_opacity (const Fade *fade, gint x)
{
  gdouble offset = (x + 0.5 - fade->left) / (fade->right - fade->left);
  const AnnalsFadeStop *stop = fade->stops;
  guint i = 1;

  while (i + 1 < fade->n_stops && stop[i].offset < offset)
    i++;
  return stop[i - 1].opacity
         + (stop[i].opacity - stop[i - 1].opacity) * (offset - stop[i - 1].offset)
               / MAX (stop[i].offset - stop[i - 1].offset, 1e-9);
}

/* How much of a pixel of an end is covered. */
static guint32
get_cover (const AnnalsRaster *raster,
           const Fade *fade,
           const AnnalsRasterImage *end,
           gint x,
           gint y)
{
  gint origin = end == &fade->ends[0] ? fade->left : fade->right - fade->cap;
  gint column = x - origin - end->left;
  gint row = y - fade->top - end->top;

  if (column < 0 || row < 0 || column >= end->width || row >= end->height)
    return 0;
  return annals_raster_get_pixels (raster, end)[row * end->width + column] & 255;
}

static void
fill_column (AnnalsRaster *raster, const Fade *fade, gint x)
{
  guint32 color = annals_raster_get_pixel (&raster->color, get_opacity (fade, x));
  const AnnalsRasterImage *end = x < fade->left + fade->cap     ? &fade->ends[0]
                                 : x >= fade->right - fade->cap ? &fade->ends[1]
                                                                : NULL;

  for (gint y = fade->seen.y0; y < fade->seen.y1; y++)
    {
      guint32 *pixel = annals_raster_get_row (raster, y) + x;
      guint32 cover = end != NULL ? get_cover (raster, fade, end, x, y) : 255;

      *pixel = annals_raster_lay_one (*pixel, annals_raster_multiply_one (color, cover));
    }
}

ANNALS_RASTER_FAST static void
lay_columns (const guint32 *columns, guint32 *row, gint n_rows, gsize step)
{
  AnnalsRasterWords over;
  AnnalsRasterWords rest;
  AnnalsRasterWords pixels;

  memcpy (&over, columns, sizeof over);
  rest = annals_raster_get_rest (over);
  for (gint i = 0; i < n_rows; i++, row += step)
    {
      memcpy (&pixels, row, sizeof pixels);
      pixels = annals_raster_lay (pixels, over, rest);
      memcpy (row, &pixels, sizeof pixels);
    }
}

static void
fill_columns (AnnalsRaster *raster, const Fade *fade, gint x)
{
  guint32 columns[ANNALS_RASTER_PIXELS];

  for (gint i = 0; i < ANNALS_RASTER_PIXELS; i++)
    columns[i] = annals_raster_get_pixel (&raster->color, get_opacity (fade, x + i));
  lay_columns (columns, annals_raster_get_row (raster, fade->seen.y0) + x,
               fade->seen.y1 - fade->seen.y0, (gsize) raster->stride / sizeof *columns);
}

/**
 * annals_raster_fill_fade:
 * @raster: a raster that has a colour and, if there is a radius, the font of signs
 * @box: a rectangle whose edges lie between pixels
 * @radius_px: of its rounded corners, or 0
 * @stops: (array length=n_stops): how much of the colour is there, from left to right
 * @n_stops: how many there are, 2 or more
 *
 * Fills a box that fades.
 */
void
annals_raster_fill_fade (AnnalsRaster *raster,
                         const AnnalsRect *box,
                         gdouble radius_px,
                         const AnnalsFadeStop *stops,
                         guint n_stops)
{
  Fade fade = { .stops = stops, .n_stops = n_stops };
  gint last;

  annals_raster_flush (raster);
  annals_raster_get_bounds (raster, box, &fade.seen);
  annals_raster_intersect (&fade.seen, &raster->clip);
  fade.left = annals_raster_round (box->x * raster->scale + raster->x0);
  fade.right = annals_raster_round ((box->x + box->width) * raster->scale + raster->x0);
  fade.top = annals_raster_round (box->y * raster->scale + raster->y0);
  if (radius_px > 0.0)
    {
      cairo_glyph_t sign;

      annals_sign_init (&sign, ANNALS_SIGN_LEFT_CAP, 0.0, 0.0, box->height, radius_px, 0.0);
      fade.ends[0] = annals_raster_get_image (raster, sign.index, ANNALS_RASTER_WHITE);
      annals_sign_init (&sign, ANNALS_SIGN_RIGHT_CAP, 0.0, 0.0, box->height, radius_px, 0.0);
      fade.ends[1] = annals_raster_get_image (raster, sign.index, ANNALS_RASTER_WHITE);
      fade.cap = annals_raster_round (ceil (radius_px) * raster->scale);
    }
  last = MIN (fade.seen.x1, fade.right - fade.cap);
  for (gint x = fade.seen.x0; x < fade.seen.x1;)
    if (x >= fade.left + fade.cap && x + ANNALS_RASTER_PIXELS <= last)
      {
        fill_columns (raster, &fade, x);
        x += ANNALS_RASTER_PIXELS;
      }
    else
      fill_column (raster, &fade, x++);
}
