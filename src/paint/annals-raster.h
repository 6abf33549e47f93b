/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "annals-painter.h"
#include "annals-theme.h"

G_BEGIN_DECLS

/**
 * AnnalsRaster:
 *
 * Puts boxes and glyphs straight into the memory of an image, pixel by pixel as Cairo would,
 * without what a call of Cairo costs besides. A timeline consists of little else. It keeps the
 * image of each glyph, which Cairo has drawn, and never asks for memory for one that it has.
 */
typedef struct _AnnalsRaster AnnalsRaster;

AnnalsRaster *annals_raster_new (void);
void annals_raster_free (AnnalsRaster *raster);

gboolean annals_raster_begin (AnnalsRaster *raster, cairo_t *cr);
gboolean annals_raster_set_clip (AnnalsRaster *raster, const AnnalsRect *clip);
void annals_raster_set_color (AnnalsRaster *raster, const AnnalsColor *color);
void annals_raster_fill_box (AnnalsRaster *raster, const AnnalsRect *box);
void annals_raster_fill_fade (AnnalsRaster *raster,
                              const AnnalsRect *box,
                              gdouble radius_px,
                              const AnnalsFadeStop *stops,
                              guint n_stops);
void annals_raster_set_font (AnnalsRaster *raster, cairo_scaled_font_t *font);
void annals_raster_show_glyphs (AnnalsRaster *raster, const cairo_glyph_t *glyphs, guint n_glyphs);
void annals_raster_flush (AnnalsRaster *raster);
void annals_raster_end (AnnalsRaster *raster);

guint annals_raster_get_n_images (const AnnalsRaster *raster);

G_END_DECLS
