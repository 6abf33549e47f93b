/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annals-layout-private.h"
#include "annals-letters.h"

/* How lanes stand one below the other, and which of them are closed to one thin row. */

/* Within src/timeline/annals-layout*.c; see annals-layout-private.h. */

/* A measure of a lane that is so when it is open and so when it is closed. */
gdouble
annals_layout_close (const AnnalsLayout *layout, guint lane, gdouble open, gdouble closed)
{
  return open + (closed - open) * annals_layout_get_lane (layout, lane)->closed;
}

static void
read_lane (AnnalsLayout *layout, guint index)
{
  const AnnalsLane *lane = annals_document_get_lane (layout->document, index);
  AnnalsLayoutLane *own = &g_array_index (layout->lanes, AnnalsLayoutLane, index);

  g_free (own->label);
  own->label = annals_letters_dup_line (lane->label);
  own->color = lane->color;
}

/**
 * annals_layout_read_lanes:
 * @layout: a layout
 *
 * Has the lanes stand as they do in the document, with the names and colours that they have there.
 * To be called when the document says that they have changed; then the height has to be fitted
 * anew.
 */
void
annals_layout_read_lanes (AnnalsLayout *layout)
{
  guint n_lanes = layout->lanes->len;

  g_array_set_size (layout->lane_order, n_lanes);
  for (guint i = 0; i < n_lanes; i++)
    {
      g_array_index (layout->lane_order, guint, i)
          = layout->document != NULL ? annals_document_get_lane_at (layout->document, i) : i;
      if (layout->document != NULL)
        read_lane (layout, i);
    }
}

/**
 * annals_layout_set_lane_order:
 * @layout: a layout
 * @order: the indices of all lanes, from the top down
 *
 * Has the lanes stand in another order than in the document, such as while one is dragged. The
 * height has to be fitted anew.
 */
void
annals_layout_set_lane_order (AnnalsLayout *layout, const guint *order)
{
  for (guint i = 0; i < layout->lanes->len; i++)
    g_array_index (layout->lane_order, guint, i) = order[i];
}

/**
 * annals_layout_get_lane_at:
 * @layout: a layout
 * @position: less than how many lanes there are
 *
 * Returns: the index of the lane that stands there from the top down, hidden ones counted too
 */
guint
annals_layout_get_lane_at (const AnnalsLayout *layout, guint position)
{
  return g_array_index (layout->lane_order, guint, position);
}

/**
 * annals_layout_set_lane_closed:
 * @layout: a layout
 * @lane: a lane's index
 * @closed: 0 to 1, see #AnnalsLayoutLane
 *
 * Closes a lane to one thin row, or opens it. The height has to be fitted anew.
 */
void
annals_layout_set_lane_closed (AnnalsLayout *layout, guint lane, gdouble closed)
{
  g_array_index (layout->lanes, AnnalsLayoutLane, lane).closed = CLAMP (closed, 0.0, 1.0);
}

/**
 * annals_layout_set_lane_shift:
 * @layout: a layout
 * @lane: a lane's index
 * @shift_px: how far below its place it is to be drawn
 *
 * Draws a lane beside its place, while it moves there. The height has to be fitted anew.
 */
void
annals_layout_set_lane_shift (AnnalsLayout *layout, guint lane, gdouble shift_px)
{
  g_array_index (layout->lanes, AnnalsLayoutLane, lane).shift_px = shift_px;
}
