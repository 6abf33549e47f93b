/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <math.h>
#include <string.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "annals-raster.h"

G_BEGIN_DECLS

/* What annals-raster.c and annals-raster-fade.c share. */

#define ANNALS_RASTER_MOST_FONTS 64

#define ANNALS_RASTER_PIXELS 4

/* Four pixels, or two parts of each of them. */
typedef guint16 AnnalsRasterWords __attribute__ ((vector_size (16)));

typedef union
{
  guint32 pixels[ANNALS_RASTER_PIXELS];
  AnnalsRasterWords words;
} AnnalsRasterQuad;

/* The image of a glyph in one colour, from where it stands. Rows are cut to what is seen, and
 * filled up to a multiple of four pixels. Glyphs with colours of their own, and giants, are left to
 * Cairo.
 */
typedef struct
{
  gint left;
  gint top;
  gint width;
  gint height;
  guint pixels; /* where they begin */
  gboolean is_plain;
} AnnalsRasterImage;

typedef struct
{
  guint64 glyph;
  guint font;
  guint32 color; /* as a pixel */
  guint image;   /* plus 1; 0 where there is none */
} AnnalsRasterSlot;

/* In white the parts of a pixel are how much of it is covered. */
#define ANNALS_RASTER_WHITE 0xffffffffu

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
  guint32 pixel; /* of that colour */

  cairo_scaled_font_t *fonts[ANNALS_RASTER_MOST_FONTS];
  guint n_fonts;
  guint font;
  gboolean has_colored; /* whether it has images of it in the colours that it is shown in */
  gdouble images_scale;
  GArray *images;       /* AnnalsRasterImage */
  GArray *image_pixels; /* guint32 */
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

/* The product of parts that are 0 to 255 for 0 to 1. */
static inline AnnalsRasterWords
annals_raster_multiply (AnnalsRasterWords a, AnnalsRasterWords b)
{
  AnnalsRasterWords product = a * b + 128;

#ifdef __SSE2__
  return (AnnalsRasterWords) _mm_mulhi_epu16 ((__m128i) product, _mm_set1_epi16 (257));
#else
  return (product + (product >> 8)) >> 8;
#endif
}

/* What becomes of four pixels when four others are laid over them, of which @rest lets through so
 * much. */
static inline AnnalsRasterWords
annals_raster_lay (AnnalsRasterWords under, AnnalsRasterWords over, AnnalsRasterWords rest)
{
  return over
         + (annals_raster_multiply (under & 255, rest)
            | annals_raster_multiply (under >> 8, rest) << 8);
}

/* What becomes of four pixels when four others are laid over them. */
static inline AnnalsRasterWords
annals_raster_lay_over (AnnalsRasterWords under, AnnalsRasterWords over)
{
  AnnalsRasterWords alpha = __builtin_shufflevector (over, over, 1, 1, 3, 3, 5, 5, 7, 7) >> 8;

  return annals_raster_lay (under, over, 255 - alpha);
}

/* What is left of a colour in pixels that are covered so much. */
static inline AnnalsRasterWords
annals_raster_cover (AnnalsRasterWords color, AnnalsRasterWords white)
{
  return annals_raster_multiply (color & 255, white & 255)
         | annals_raster_multiply (color >> 8, white >> 8) << 8;
}

static inline guint32
annals_raster_cover_one (guint32 color, guint32 cover)
{
  AnnalsRasterQuad four = { { color } };

  four.words = annals_raster_cover (four.words, annals_raster_repeat (cover * 0x1010101u));
  return four.pixels[0];
}

/* What becomes of one. */
static inline guint32
annals_raster_lay_one (guint32 under, guint32 over)
{
  AnnalsRasterQuad four = { { under } };
  AnnalsRasterQuad others = { { over } };

  four.words = annals_raster_lay_over (four.words, others.words);
  return four.pixels[0];
}

static inline guint32 *
annals_raster_get_row (const AnnalsRaster *raster, gint y)
{
  return (guint32 *) (gpointer) (raster->pixels + (gsize) y * (gsize) raster->stride);
}

static inline const guint32 *
annals_raster_get_pixels (const AnnalsRaster *raster, const AnnalsRasterImage *image)
{
  return &g_array_index (raster->image_pixels, guint32, image->pixels);
}

gboolean annals_raster_get_bounds (const AnnalsRaster *raster,
                                   const AnnalsRect *rect,
                                   AnnalsRasterBounds *bounds);
AnnalsRasterImage annals_raster_get_image (AnnalsRaster *raster, gulong glyph, guint32 color);

G_END_DECLS
