/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>

#include "annals-threads.h"

/*
 * Threads from the passages of an event to its mark. Each turns from its line into the margin of
 * the page; there all run down together, so that none crosses the text; along the border they cross
 * to the mark. However many passages there are, it is one quiet figure. A pure function.
 */

#define TURN_PX 12.0  /* from a line down into the gutter */
#define LEAD_PX 26.0  /* above the border, where the crossing begins */
#define REACH_PX 64.0 /* of the bends at the border, to the side */
#define LEVEL 0.6     /* how soon they are level */
#define UPRIGHT 0.8   /* and upright, so that they cross little of the axis */
#define STUB_PX 16.0  /* of passages out of sight */
#define GAP_PX 5.0    /* above the mark, which has a ring round it */
#define INSET 0.3     /* of a wide mark's width, which its ends are left free */

static AnnalsThreadCurve *
add_curve (AnnalsThreads *threads, gboolean strong, const gdouble points[8])
{
  AnnalsThreadCurve curve = { .strong = strong, .opacity = { 1.0, 1.0 } };

  for (guint i = 0; i < 4; i++)
    {
      curve.x[i] = points[2 * i];
      curve.y[i] = points[2 * i + 1];
    }
  g_array_append_val (threads->curves, curve);

  return &g_array_index (threads->curves, AnnalsThreadCurve, threads->curves->len - 1);
}

static AnnalsThreadCurve *
add_straight (AnnalsThreads *threads, gboolean strong, gdouble x, gdouble y0, gdouble y1)
{
  gdouble third = (y1 - y0) / 3.0;

  return add_curve (threads, strong, (gdouble[]){ x, y0, x, y0 + third, x, y1 - third, x, y1 });
}

/* From the edge of the text into the gutter. */
static void
add_turn (AnnalsThreads *threads, const AnnalsThreadFrame *frame, const AnnalsThreadLine *line)
{
  gdouble gutter = frame->gutter_px;
  gdouble edge = frame->edge_px;
  gdouble way = edge - gutter;

  add_curve (threads, line->current,
             (gdouble[]){ edge, line->y_px, gutter + way * 0.35, line->y_px, gutter,
                          line->y_px + TURN_PX * 0.3, gutter, line->y_px + TURN_PX })
      ->dotted
      = TRUE;
}

/* A quarter of a turn: upright at its begin, level at its end. */
static void
add_quarter (AnnalsThreads *threads,
             gboolean strong,
             gdouble x0,
             gdouble y0,
             gdouble x1,
             gdouble y1)
{
  add_curve (
      threads, strong,
      (gdouble[]){ x0, y0, x0, y0 + (y1 - y0) * UPRIGHT, x1 - (x1 - x0) * LEVEL, y1, x1, y1 });
}

/* From the gutter along the border to the mark, between the last line of the text and the first
 * word of the axis. */
static void
add_crossing (AnnalsThreads *threads, const AnnalsThreadFrame *frame, gboolean strong, gdouble from)
{
  gdouble border = CLAMP (frame->page.y + frame->page.height, from, threads->target_y_px);
  gdouble way = threads->target_x_px - frame->gutter_px;
  gdouble reach = CLAMP (way / 2.0, -REACH_PX, REACH_PX);
  gdouble x0 = frame->gutter_px + reach;
  gdouble x1 = threads->target_x_px - reach;

  add_quarter (threads, strong, frame->gutter_px, from, x0, border);
  if (fabs (x1 - x0) > 0.5)
    add_curve (threads, strong,
               (gdouble[]){ x0, border, x0 + (x1 - x0) / 3.0, border, x1 - (x1 - x0) / 3.0, border,
                            x1, border });
  add_quarter (threads, strong, threads->target_x_px, threads->target_y_px, x1, border);
}

static void
add_way (AnnalsThreads *threads,
         const AnnalsThreadFrame *frame,
         gboolean strong,
         gdouble top,
         gdouble crossing)
{
  if (crossing > top + 0.5)
    add_straight (threads, strong, frame->gutter_px, top, crossing);
  add_crossing (threads, frame, strong, crossing);
}

static gboolean
is_in_sight (const AnnalsThreadFrame *frame, const AnnalsThreadLine *line)
{
  return line->y_px >= frame->page.y && line->y_px <= frame->page.y + frame->page.height;
}

/* What is known of the passages: how far those in sight reach, and whether others are above or
 * below. */
typedef struct
{
  gdouble first_px;
  gdouble last_px;
  const AnnalsThreadLine *current;
  gboolean above;
  gboolean below;
} Reach;

static void
get_reach (const AnnalsThreadFrame *frame,
           const AnnalsThreadLine *lines,
           guint n_lines,
           Reach *reach)
{
  *reach = (Reach){ G_MAXDOUBLE, -G_MAXDOUBLE, NULL, FALSE, FALSE };
  for (guint i = 0; i < n_lines; i++)
    {
      if (!is_in_sight (frame, &lines[i]))
        {
          reach->above |= lines[i].y_px < frame->page.y;
          reach->below |= lines[i].y_px > frame->page.y;
          continue;
        }
      reach->first_px = MIN (reach->first_px, lines[i].y_px);
      reach->last_px = MAX (reach->last_px, lines[i].y_px);
      if (lines[i].current)
        reach->current = &lines[i];
    }
}

/* Passages further up or down show at the edge of the page, no more. */
static void
add_stubs (AnnalsThreads *threads, const AnnalsThreadFrame *frame, const Reach *reach)
{
  gdouble bottom = frame->page.y + frame->page.height;
  AnnalsThreadCurve *stub;

  if (reach->above)
    {
      stub = add_straight (threads, FALSE, frame->gutter_px, frame->page.y,
                           frame->page.y + STUB_PX);
      stub->opacity[1] = 0.0;
    }
  if (reach->below && !threads->joined)
    {
      stub = add_straight (threads, FALSE, frame->gutter_px, bottom - STUB_PX, bottom);
      stub->opacity[0] = 0.0;
    }
}

/**
 * annals_threads_get_target_x:
 * @mark: what can be seen of a mark
 * @from_x_px: where the threads come from
 *
 * Returns: where on the mark they end: nearest to where they come from, but not at an end of it
 */
gdouble
annals_threads_get_target_x (const AnnalsRect *mark, gdouble from_x_px)
{
  gdouble inset = mark->width * INSET;

  return CLAMP (from_x_px, mark->x + inset, mark->x + mark->width - inset);
}

/**
 * annals_threads_build:
 * @threads: (out): the threads
 * @frame: between what they are drawn
 * @lines: (array length=n_lines): the event's passages in the text shown
 * @n_lines: how many there are
 *
 * Draws threads from the passages that can be seen on the page to the mark, and stubs for those
 * further up or down. All that is drawn moves evenly with the page, the mark and the border.
 */
void
annals_threads_build (AnnalsThreads *threads,
                      const AnnalsThreadFrame *frame,
                      const AnnalsThreadLine *lines,
                      guint n_lines)
{
  gdouble crossing = frame->page.y + frame->page.height - LEAD_PX;
  Reach reach;

  *threads = (AnnalsThreads){ .curves = g_array_new (FALSE, FALSE, sizeof (AnnalsThreadCurve)) };
  threads->target_x_px = annals_threads_get_target_x (&frame->mark, frame->gutter_px);
  threads->target_y_px = frame->mark.y - GAP_PX;
  get_reach (frame, lines, n_lines, &reach);
  threads->joined = reach.first_px <= reach.last_px;
  add_stubs (threads, frame, &reach);
  if (!threads->joined)
    return;

  crossing = MAX (crossing, reach.last_px + TURN_PX);
  for (guint i = 0; i < n_lines; i++)
    if (is_in_sight (frame, &lines[i]) && !lines[i].current)
      add_turn (threads, frame, &lines[i]);
  if (reach.current == NULL || reach.current->y_px > reach.first_px)
    add_way (threads, frame, FALSE, reach.first_px + TURN_PX, crossing);
  if (reach.current == NULL)
    return;
  add_turn (threads, frame, reach.current);
  add_way (threads, frame, TRUE, reach.current->y_px + TURN_PX, crossing);
}

/**
 * annals_threads_clear:
 * @threads: threads that were built
 *
 * Frees what is in them.
 */
void
annals_threads_clear (AnnalsThreads *threads)
{
  g_clear_pointer (&threads->curves, g_array_unref);
}

/**
 * annals_threads_dump:
 * @threads: threads
 *
 * Returns: (transfer full): a line for each piece, for tests to compare
 */
gchar *
annals_threads_dump (const AnnalsThreads *threads)
{
  GString *dump = g_string_new (NULL);

  for (guint i = 0; i < threads->curves->len; i++)
    {
      const AnnalsThreadCurve *curve = &g_array_index (threads->curves, AnnalsThreadCurve, i);

      g_string_append (dump, curve->strong ? "strong" : "thread");
      for (guint k = 0; k < 4; k++)
        g_string_append_printf (dump, " %.0f,%.0f", curve->x[k], curve->y[k]);
      if (curve->opacity[0] < 1.0 || curve->opacity[1] < 1.0)
        g_string_append_printf (dump, " %.1f–%.1f", curve->opacity[0], curve->opacity[1]);
      g_string_append_c (dump, '\n');
    }
  if (threads->joined)
    g_string_append_printf (dump, "to %.0f,%.0f\n", threads->target_x_px, threads->target_y_px);

  return g_string_free (dump, FALSE);
}
