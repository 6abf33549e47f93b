/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>
#include <string.h>

#include "annals-batch-grid.h"

/* The cells of a picture. Mostly all of a stretch has been painted by one thing, so that several
 * cells are looked at at once. */

#define CELL_PX 4.0
#define AT_ONCE 4 /* cells in a machine word */
#define NARROW 3  /* cells that are better looked at one by one */
#define WIDE 16   /* cells that are better compared and copied in one go */

typedef struct
{
  guint column;
  guint row;
  guint n_columns;
  guint n_rows;
} Cells;

/**
 * annals_batch_grid_clear:
 * @grid: a grid
 *
 * Frees its cells.
 */
void
annals_batch_grid_clear (AnnalsBatchGrid *grid)
{
  g_clear_pointer (&grid->cells, g_free);
  grid->n_allocated = 0;
}

/**
 * annals_batch_grid_begin:
 * @grid: a grid
 * @visible: the part of the picture that is drawn
 *
 * Begins with nothing.
 */
void
annals_batch_grid_begin (AnnalsBatchGrid *grid, const AnnalsRect *visible)
{
  gsize n_cells;

  grid->visible = *visible;
  grid->n_columns = (guint) ceil (MAX (visible->width, 1.0) / CELL_PX) + 1;
  grid->n_rows = (guint) ceil (MAX (visible->height, 1.0) / CELL_PX) + 1;
  n_cells = (gsize) grid->n_columns * grid->n_rows;
  if (n_cells > grid->n_allocated)
    {
      g_free (grid->cells);
      grid->cells = g_new (AnnalsBatchPlace, n_cells);
      grid->n_allocated = n_cells;
    }
  grid->base = grid->highest = 0;
  memset (grid->cells, 0, n_cells * sizeof *grid->cells);
}

static guint
to_cell (gdouble px, guint n)
{
  gdouble cell = px / CELL_PX;

  return cell > 0.0 ? MIN ((guint) MIN (cell, 1e6), n - 1) : 0;
}

static void
get_cells (const AnnalsBatchGrid *grid, const AnnalsRect *rect, Cells *cells)
{
  gdouble x = rect->x - grid->visible.x;
  gdouble y = rect->y - grid->visible.y;

  cells->column = to_cell (x, grid->n_columns);
  cells->row = to_cell (y, grid->n_rows);
  cells->n_columns = to_cell (x + rect->width - 1e-6, grid->n_columns) - cells->column + 1;
  cells->n_rows = to_cell (y + rect->height - 1e-6, grid->n_rows) - cells->row + 1;
}

static gboolean
is_whole (const AnnalsBatchGrid *grid, const AnnalsRect *rect)
{
  const AnnalsRect *visible = &grid->visible;

  return rect->x <= visible->x && rect->y <= visible->y
         && rect->x + rect->width >= visible->x + visible->width
         && rect->y + rect->height >= visible->y + visible->height;
}

static inline AnnalsBatchPlace
get_later (AnnalsBatchPlace place, AnnalsBatchPlace other, gboolean *mixed)
{
  if (place == other)
    return place;
  if (ANNALS_BATCH_PLACE_LAYER (place) == ANNALS_BATCH_PLACE_LAYER (other))
    *mixed = TRUE;
  else if (other > place)
    *mixed = FALSE;
  return MAX (place, other);
}

static guint64
repeat (AnnalsBatchPlace place)
{
  return place * G_GUINT64_CONSTANT (0x0001000100010001);
}

/* Cells that nothing has been painted on lie below all. */
static AnnalsBatchPlace
find_in_row (const AnnalsBatchPlace *row, guint n, AnnalsBatchPlace place, gboolean *mixed)
{
  guint i = 0;

  for (; i + AT_ONCE <= n; i += AT_ONCE)
    {
      guint64 cells;

      memcpy (&cells, row + i, sizeof cells);
      if (cells == 0 || cells == repeat (place))
        continue;
      for (guint j = i; j < i + AT_ONCE; j++)
        place = get_later (place, row[j], mixed);
    }
  for (; i < n; i++)
    place = get_later (place, row[i], mixed);
  return place;
}

/* Of the lines of a grid there are many. */
static AnnalsBatchPlace
find_in_column (const AnnalsBatchGrid *grid,
                const AnnalsBatchPlace *row,
                const Cells *cells,
                AnnalsBatchPlace place,
                gboolean *mixed)
{
  for (guint i = 0; i < cells->n_rows; i++, row += grid->n_columns)
    for (guint j = 0; j < cells->n_columns; j++)
      if (row[j] != 0 && row[j] != place)
        place = get_later (place, row[j], mixed);
  return place;
}

/**
 * annals_batch_grid_find:
 * @grid: a grid
 * @rect: a part of the picture
 * @mixed: (out): whether others of the same layer may have painted there, too
 *
 * Returns: one of those of the highest layer that has painted there
 */
AnnalsBatchPlace
annals_batch_grid_find (const AnnalsBatchGrid *grid, const AnnalsRect *rect, gboolean *mixed)
{
  AnnalsBatchPlace place = grid->base;
  const AnnalsBatchPlace *row;
  Cells cells;

  *mixed = grid->highest != 0;
  if (is_whole (grid, rect))
    return grid->highest;
  *mixed = FALSE;
  get_cells (grid, rect, &cells);
  row = grid->cells + (gsize) cells.row * grid->n_columns + cells.column;
  if (cells.n_columns <= NARROW)
    return find_in_column (grid, row, &cells, place, mixed);
  for (guint i = 0; i < cells.n_rows; i++, row += grid->n_columns)
    if (i == 0 || cells.n_columns < WIDE
        || memcmp (row, row - grid->n_columns, cells.n_columns * sizeof *row) != 0)
      place = find_in_row (row, cells.n_columns, place, mixed);
  return place;
}

static void
fill_row (AnnalsBatchPlace *row, guint n, AnnalsBatchPlace place)
{
  guint64 cells = repeat (place);
  guint i = 0;

  for (; i + AT_ONCE <= n; i += AT_ONCE)
    memcpy (row + i, &cells, sizeof cells);
  for (; i < n; i++)
    row[i] = place;
}

/**
 * annals_batch_grid_cover:
 * @grid: a grid
 * @rect: a part of the picture
 * @place: what is painted there, not below what has been
 *
 * Notes that something is painted.
 */
void
annals_batch_grid_cover (AnnalsBatchGrid *grid, const AnnalsRect *rect, AnnalsBatchPlace place)
{
  AnnalsBatchPlace *first;
  AnnalsBatchPlace *row;
  Cells cells;

  grid->highest = MAX (grid->highest, place);
  if (is_whole (grid, rect))
    {
      grid->base = place;
      return;
    }
  get_cells (grid, rect, &cells);
  first = row = grid->cells + (gsize) cells.row * grid->n_columns + cells.column;
  for (guint i = 0; i < cells.n_rows; i++, row += grid->n_columns)
    {
      if (i > 0 && cells.n_columns >= WIDE)
        {
          memcpy (row, first, cells.n_columns * sizeof *row);
          continue;
        }
      fill_row (row, cells.n_columns, place);
    }
}
