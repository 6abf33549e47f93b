/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "annals-scene.h"

G_BEGIN_DECLS

/**
 * AnnalsBatchPlace:
 *
 * Where something is drawn: in which layer, from 1, and in which batch of it. Everything of a lower
 * layer is drawn before it. 0 is below all.
 */
typedef guint16 AnnalsBatchPlace;

#define ANNALS_BATCH_PLACE(layer, batch) ((AnnalsBatchPlace) ((layer) << 8 | (batch)))
#define ANNALS_BATCH_PLACE_LAYER(place) ((guint) (place) >> 8)

/**
 * AnnalsBatchGrid:
 *
 * Cells over a picture that know what was painted on them last, so that what overlaps is found
 * without comparing every two things. Set it to zeros before it is used.
 */
typedef struct
{
  AnnalsRect visible;
  AnnalsBatchPlace base;    /* what covers the whole picture; cells below it do not count */
  AnnalsBatchPlace highest; /* anywhere */
  AnnalsBatchPlace *cells;
  guint n_columns;
  guint n_rows;
  gsize n_allocated;
} AnnalsBatchGrid;

void annals_batch_grid_clear (AnnalsBatchGrid *grid);
void annals_batch_grid_begin (AnnalsBatchGrid *grid, const AnnalsRect *visible);
AnnalsBatchPlace
annals_batch_grid_find (const AnnalsBatchGrid *grid, const AnnalsRect *rect, gboolean *mixed);
void
annals_batch_grid_cover (AnnalsBatchGrid *grid, const AnnalsRect *rect, AnnalsBatchPlace place);

G_END_DECLS
