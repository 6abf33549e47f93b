/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <math.h>
#include <string.h>

#include "annals-raster.h"

G_BEGIN_DECLS

/* What annals-raster.c, annals-raster-images.c and annals-raster-fade.c share. */

#define ANNALS_RASTER_MOST_FONTS 64

#define ANNALS_RASTER_PIXELS 8 /* at a time */

/* What a processor does with as many at once, if it can. */
#if defined(__x86_64__) && defined(__GLIBC__) && !defined(__SANITIZE_ADDRESS__)
#define ANNALS_RASTER_FAST __attribute__ ((target_clones ("avx2", "default")))
#else
#define ANNALS_RASTER_FAST
#endif

/* Pixels, or two parts of each of them. How functions would be handed them depends on the
 * processor; they are not. */
typedef guint16 AnnalsRasterWords __attribute__ ((vector_size (4 * ANNALS_RASTER_PIXELS)));

/* The image of a glyph in one colour, from where it stands. Rows are cut to what is seen, and
 * filled up to a multiple of eight pixels. Glyphs with colours of their own, and giants, are left
 * to Cairo.
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

/* An opaque box that waits for those after it. */
typedef struct
{
  AnnalsRasterBounds bounds;
  guint32 pixel;
} AnnalsRasterBox;

#define ANNALS_RASTER_MOST_BOXES 64

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

  AnnalsRasterBox boxes[ANNALS_RASTER_MOST_BOXES];
  guint n_boxes;

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

static inline guint32
annals_raster_get_pixel (const AnnalsColor *color, gdouble opacity)
{
  gdouble alpha = color->alpha * opacity;

  return annals_raster_to_part (alpha) << 24 | annals_raster_to_part (color->red * alpha) << 16
         | annals_raster_to_part (color->green * alpha) << 8
         | annals_raster_to_part (color->blue * alpha);
}

/* The product of parts that are 0 to 255 for 0 to 1. */
static G_ALWAYS_INLINE inline AnnalsRasterWords
annals_raster_multiply (AnnalsRasterWords a, AnnalsRasterWords b)
{
  AnnalsRasterWords product = a * b + 128;

  return (product + (product >> 8)) >> 8;
}

/* What becomes of pixels when others are laid over them, of which @rest lets through so much. */
static G_ALWAYS_INLINE inline AnnalsRasterWords
annals_raster_lay (AnnalsRasterWords under, AnnalsRasterWords over, AnnalsRasterWords rest)
{
  return over
         + (annals_raster_multiply (under & 255, rest)
            | annals_raster_multiply (under >> 8, rest) << 8);
}

/* How much pixels let through, twice for each. */
static G_ALWAYS_INLINE inline AnnalsRasterWords
annals_raster_get_rest (AnnalsRasterWords pixels)
{
  return 255
         - (__builtin_shufflevector (pixels, pixels, 1, 1, 3, 3, 5, 5, 7, 7, 9, 9, 11, 11, 13, 13,
                                     15, 15)
            >> 8);
}

/* What is left of a colour in pixels that are covered as far as their @white says. */
static G_ALWAYS_INLINE inline AnnalsRasterWords
annals_raster_cover (AnnalsRasterWords color, AnnalsRasterWords white)
{
  return annals_raster_multiply (color & 255, white & 255)
         | annals_raster_multiply (color >> 8, white >> 8) << 8;
}

/* The products of all parts of one pixel. */
static inline guint32
annals_raster_multiply_one (guint32 pixel, guint32 by)
{
  guint32 blue_red = (pixel & 0xff00ff) * by + 0x800080;
  guint32 green_alpha = (pixel >> 8 & 0xff00ff) * by + 0x800080;

  blue_red = (blue_red + (blue_red >> 8 & 0xff00ff)) >> 8 & 0xff00ff;
  green_alpha = (green_alpha + (green_alpha >> 8 & 0xff00ff)) & 0xff00ff00;
  return blue_red | green_alpha;
}

/* What becomes of one pixel when another is laid over it. */
static inline guint32
annals_raster_lay_one (guint32 under, guint32 over)
{
  return over + annals_raster_multiply_one (under, 255 - (over >> 24));
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
