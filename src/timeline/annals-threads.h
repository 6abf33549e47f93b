/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "annals-scene.h"

G_BEGIN_DECLS

/**
 * AnnalsThreadFrame:
 * @page: what can be seen of the page
 * @gutter_px: where in the page's margin threads run down
 * @edge_px: where beside the gutter the text begins; left of it in the margin at the right
 * @mark: what can be seen of the mark
 *
 * Between what threads are drawn, all in one system of pixels. A plain struct.
 */
typedef struct
{
  AnnalsRect page;
  gdouble gutter_px;
  gdouble edge_px;
  AnnalsRect mark;
} AnnalsThreadFrame;

/**
 * AnnalsThreadLine:
 * @y_px: the middle of the line in which the passage begins
 * @current: whether it is the passage that is selected
 *
 * A passage of the event. A plain struct.
 */
typedef struct
{
  gdouble y_px;
  gboolean current;
} AnnalsThreadLine;

/**
 * AnnalsThreadCurve:
 * @x: the four points of a cubic Bézier curve
 * @y: the same
 * @dotted: whether it begins with a dot, at a line of the text
 * @strong: whether it belongs to the current passage
 * @opacity: at its begin and at its end; between them it goes evenly from the one to the other
 *
 * A piece of a thread. A plain struct.
 */
typedef struct
{
  gdouble x[4];
  gdouble y[4];
  gboolean dotted;
  gboolean strong;
  gdouble opacity[2];
} AnnalsThreadCurve;

/**
 * AnnalsThreads:
 * @curves: of AnnalsThreadCurve; those of the current passage come last
 * @target_x_px: where on the mark they end
 * @target_y_px: the same
 * @joined: whether any passage is joined to the mark; otherwise there are stubs at the most
 *
 * The threads of one event, as plain values.
 */
typedef struct
{
  GArray *curves;
  gdouble target_x_px;
  gdouble target_y_px;
  gboolean joined;
} AnnalsThreads;

void annals_threads_build (AnnalsThreads *threads,
                           const AnnalsThreadFrame *frame,
                           const AnnalsThreadLine *lines,
                           guint n_lines);
void annals_threads_clear (AnnalsThreads *threads);
gdouble annals_threads_get_target_x (const AnnalsRect *mark, gdouble from_x_px);
gchar *annals_threads_dump (const AnnalsThreads *threads);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AnnalsThreads, annals_threads_clear)

G_END_DECLS
