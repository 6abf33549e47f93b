/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "annals-batch-grid.h"
#include "annals-batches.h"
#include "annals-raster.h"

/* What annals-batches.c gathers and annals-batches-draw.c draws. */

#define ANNALS_MOST_BATCHES 255
#define ANNALS_MOST_BATCH_OPS 4096
#define ANNALS_N_BATCH_KEYS 512 /* a power of two, twice the batches */

/* What is drawn in one way. */
typedef enum
{
  ANNALS_BATCH_SHAPES,
  ANNALS_BATCH_TEXT,
  ANNALS_BATCH_FADES,
  ANNALS_BATCH_ITEMS,
} AnnalsBatchKind;

typedef enum
{
  ANNALS_BATCH_OP_BOX,
  ANNALS_BATCH_OP_CAPPED_BOX,
  ANNALS_BATCH_OP_SIGN,
  ANNALS_BATCH_OP_FRAME, /* in parts */
  ANNALS_BATCH_OP_TEXT,
  ANNALS_BATCH_OP_ITEM,
} AnnalsBatchOpType;

typedef struct
{
  AnnalsColor rgba;
  cairo_scaled_font_t *font;
  AnnalsBatchKind kind;
  AnnalsClip clip;
  guint layer;
  guint lower; /* the next of its kind in a lower layer, or 0 */
} AnnalsBatch;

typedef struct
{
  guint64 color; /* and kind and clip */
  cairo_scaled_font_t *font;
  guint batch; /* the highest of its kind, or 0 where there is none */
} AnnalsBatchKey;

typedef struct
{
  guint8 type;
  guint8 batch;
  AnnalsRect rect; /* what it covers; for texts, where it stands */
  union
  {
    gdouble radius;
    cairo_glyph_t sign;
    struct
    {
      const AnnalsRun *run;
      guint piece;
    } text;
    const AnnalsItem *item;
  } u;
} AnnalsBatchOp;

/* Glyphs that are about to be shown, and what they cover. Those of which each reaches over the one
 * before it are parted into two. */
typedef struct
{
  guint n[2];
  gdouble x0;
  gdouble y0;
  gdouble x1;
  gdouble y1;
  gdouble area;
  gdouble baseline;
} AnnalsBatchChunk;

struct _AnnalsBatches
{
  cairo_scaled_font_t *signs;
  AnnalsRaster *raster;
  AnnalsRect visible;
  AnnalsBatchGrid grid;

  AnnalsBatch batches[ANNALS_MOST_BATCHES + 1]; /* from 1 */
  guint n_batches;
  AnnalsBatchKey keys[ANNALS_N_BATCH_KEYS];

  AnnalsBatchOp ops[ANNALS_MOST_BATCH_OPS];
  guint n_ops;
  guint64 order[2][ANNALS_MOST_BATCH_OPS]; /* in which they are drawn, and room for sorting */

  gdouble scale;
  gdouble arc_px; /* of the corners of frames that have these measures */
  gdouble arc_radius_px;
  gdouble arc_stroke_px;
  gdouble arc_scale;

  cairo_glyph_t *glyphs[2];
  guint n_glyphs_allocated;
  AnnalsBatchChunk chunk;
};
