/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <math.h>
#include <string.h>

#include "annals-raster.h"

G_BEGIN_DECLS

/* What annals-raster.c and annals-raster-fade.c share. */

#define ANNALS_RASTER_MOST_FONTS 64

#define ANNALS_RASTER_PIXELS 4

/* Four pixels, or two parts of each of them. */
typedef guint16 AnnalsRasterWords __attribute__ ((vector_size (16)));

/* A colour: its parts, what of it is in each pixel, and what it leaves of what is below it. */
typedef struct
{
  guint32 pixel;
  AnnalsRasterWords blue_red;
  AnnalsRasterWords green_alpha;
  AnnalsRasterWords alpha;
} AnnalsRasterPen;

/* The image of a glyph, from where it stands. Rows are cut to what is seen, and filled up to a
 * multiple of four pixels; for each there are two words of how much it is covered. Coloured ones,
 * and giants, are left to Cairo. */
typedef struct
{
  gint left;
  gint top;
  gint width;
  gint height;
  guint mask; /* where it begins */
  gboolean is_plain;
} AnnalsRasterImage;

typedef struct
{
  guint64 glyph;
  guint font;
  guint image; /* plus 1; 0 where there is none */
} AnnalsRasterSlot;

/* Pixels from the first up to, not including, the second. */
typedef struct
{
  gint x0;
  gint y0;
  gint x1;
  gint y1;
} AnnalsRasterBounds;

struct _AnnalsRaster
{
  cairo_t *cr;
  guint8 *pixels;
  gint stride;
  gint width;
  gint height;
  gdouble scale; /* pixels of the image for one of the picture */
  gdouble x0;
  gdouble y0;
  AnnalsRasterBounds clip;
  AnnalsRect cairo_clip;
  gboolean is_clipped;

  AnnalsColor color;
  AnnalsRasterPen pen;

  cairo_scaled_font_t *fonts[ANNALS_RASTER_MOST_FONTS];
  guint n_fonts;
  guint font;
  gdouble images_scale;
  GArray *images; /* AnnalsRasterImage */
  GArray *masks;  /* guint32 */
  AnnalsRasterSlot *slots;
  guint n_slots;
};

static inline gint
annals_raster_round (gdouble px)
{
  return (gint) floor (px + 0.5);
}

static inline void
annals_raster_intersect (AnnalsRasterBounds *bounds, const AnnalsRasterBounds *other)
{
  bounds->x0 = MAX (bounds->x0, other->x0);
  bounds->y0 = MAX (bounds->y0, other->y0);
  bounds->x1 = MIN (bounds->x1, other->x1);
  bounds->y1 = MIN (bounds->y1, other->y1);
}

static inline guint32
annals_raster_to_part (gdouble part)
{
  return MIN ((guint32) (part * 65536.0), 65535u) >> 8;
}

static inline AnnalsRasterWords
annals_raster_repeat (guint32 pair)
{
  guint32 pairs[ANNALS_RASTER_PIXELS] = { pair, pair, pair, pair };
  AnnalsRasterWords words;

  memcpy (&words, pairs, sizeof words);
  return words;
}

static inline guint32
annals_raster_get_pixel (const AnnalsColor *color, gdouble opacity)
{
  gdouble alpha = color->alpha * opacity;

  return annals_raster_to_part (alpha) << 24 | annals_raster_to_part (color->red * alpha) << 16
         | annals_raster_to_part (color->green * alpha) << 8
         | annals_raster_to_part (color->blue * alpha);
}

static inline AnnalsRasterPen
annals_raster_get_pen (guint32 pixel)
{
  guint32 alpha = pixel >> 24;

  return (AnnalsRasterPen){ pixel, annals_raster_repeat (pixel & 0xff00ff),
                            annals_raster_repeat (pixel >> 8 & 0xff00ff),
                            annals_raster_repeat (alpha << 16 | alpha) };
}

/* The product of parts that are 0 to 255 for 0 to 1. */
static inline AnnalsRasterWords
annals_raster_multiply (AnnalsRasterWords a, AnnalsRasterWords b)
{
  AnnalsRasterWords product = a * b + 128;

  return (product + (product >> 8)) >> 8;
}

/* What becomes of four pixels that are covered as far as the mask says. */
static inline AnnalsRasterWords
annals_raster_mix (AnnalsRasterWords under,
                   const AnnalsRasterPen *pen,
                   AnnalsRasterWords mask,
                   gboolean opaque)
{
  AnnalsRasterWords rest = 255 - (opaque ? mask : annals_raster_multiply (pen->alpha, mask));
  AnnalsRasterWords blue_red = annals_raster_multiply (pen->blue_red, mask)
                               + annals_raster_multiply (under & 255, rest);
  AnnalsRasterWords green_alpha = annals_raster_multiply (pen->green_alpha, mask)
                                  + annals_raster_multiply (under >> 8, rest);

  return blue_red | green_alpha << 8;
}

/* What becomes of one. */
static inline guint32
annals_raster_mix_one (guint32 under, const AnnalsRasterPen *pen, guint32 mask)
{
  union
  {
    guint32 pixels[ANNALS_RASTER_PIXELS];
    AnnalsRasterWords words;
  } four = { { under } };

  four.words = annals_raster_mix (four.words, pen, annals_raster_repeat (mask << 16 | mask), FALSE);
  return four.pixels[0];
}

static inline guint32 *
annals_raster_get_row (const AnnalsRaster *raster, gint y)
{
  return (guint32 *) (gpointer) (raster->pixels + (gsize) y * (gsize) raster->stride);
}

static inline const guint32 *
annals_raster_get_mask (const AnnalsRaster *raster, const AnnalsRasterImage *image)
{
  return &g_array_index (raster->masks, guint32, image->mask);
}

gboolean annals_raster_get_bounds (const AnnalsRaster *raster,
                                   const AnnalsRect *rect,
                                   AnnalsRasterBounds *bounds);
const AnnalsRasterImage *annals_raster_get_image (AnnalsRaster *raster, gulong glyph);

G_END_DECLS
