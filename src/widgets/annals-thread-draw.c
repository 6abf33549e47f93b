/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>

#include "annals-style.h"
#include "annals-thread-draw.h"

/* Threads, and the ticks below the axis, as they are painted. */

#define LINE_PX 1.25
#define STRONG_PX 1.75
#define DOT_PX 2.25
#define TARGET_PX 2.75
#define WEAK_OPACITY 0.5
#define HALO_PX 1.0
#define HALO_OPACITY 0.85
#define STRONG_OPACITY 0.95
#define TICK_WIDTH_PX 8.0
#define TICK_OPACITY 0.9
#define STRETCH_PX 2.0
#define STRETCH_OPACITY 0.45

static void
trace (cairo_t *cr, const AnnalsThreadCurve *curve)
{
  cairo_move_to (cr, curve->x[0], curve->y[0]);
  cairo_curve_to (cr, curve->x[1], curve->y[1], curve->x[2], curve->y[2], curve->x[3], curve->y[3]);
}

static void
draw_dot (cairo_t *cr, gdouble x, gdouble y, gdouble radius)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, x, y, radius, 0.0, 2.0 * G_PI);
}

/* A stub goes out towards the middle of the page. */
static void
draw_stub (cairo_t *cr, const AnnalsThreadCurve *curve, const GdkRGBA *color, gdouble opacity)
{
  cairo_pattern_t *pattern = cairo_pattern_create_linear (curve->x[0], curve->y[0], curve->x[3],
                                                          curve->y[3]);

  for (guint i = 0; i < 2; i++)
    cairo_pattern_add_color_stop_rgba (pattern, i, color->red, color->green, color->blue,
                                       color->alpha * opacity * curve->opacity[i]);
  trace (cr, curve);
  cairo_set_source (cr, pattern);
  cairo_stroke (cr);
  cairo_pattern_destroy (pattern);
}

/* All in one stroke: where threads run together they are no darker. */
static void
draw_curves (cairo_t *cr,
             const AnnalsThreads *threads,
             const GdkRGBA *color,
             gdouble opacity,
             gboolean strong)
{
  cairo_set_line_width (cr, strong ? STRONG_PX : LINE_PX);
  for (guint i = 0; i < threads->curves->len; i++)
    {
      const AnnalsThreadCurve *curve = &g_array_index (threads->curves, AnnalsThreadCurve, i);

      if (curve->strong == strong && curve->opacity[0] == 1.0 && curve->opacity[1] == 1.0)
        trace (cr, curve);
      else if (curve->strong == strong)
        draw_stub (cr, curve, color, opacity);
    }
  cairo_set_source_rgba (cr, color->red, color->green, color->blue, color->alpha * opacity);
  cairo_stroke (cr);
  for (guint i = 0; i < threads->curves->len; i++)
    {
      const AnnalsThreadCurve *curve = &g_array_index (threads->curves, AnnalsThreadCurve, i);

      if (curve->strong == strong && curve->dotted)
        draw_dot (cr, curve->x[0], curve->y[0], DOT_PX);
    }
  cairo_fill (cr);
}

/* Over the lanes the strong thread lies clear of the bars that it crosses, which may be in its own
 * colour. */
static void
draw_halo (cairo_t *cr, const AnnalsThreads *threads, const GdkRGBA *ground, gdouble opacity)
{
  cairo_set_line_width (cr, STRONG_PX + 2.0 * HALO_PX);
  for (guint i = 0; i < threads->curves->len; i++)
    {
      const AnnalsThreadCurve *curve = &g_array_index (threads->curves, AnnalsThreadCurve, i);

      if (curve->strong && curve->opacity[0] == 1.0 && curve->opacity[1] == 1.0)
        trace (cr, curve);
    }
  cairo_set_source_rgba (cr, ground->red, ground->green, ground->blue, opacity);
  cairo_stroke (cr);
}

static gboolean
has_strong (const AnnalsThreads *threads)
{
  guint n_curves = threads->curves->len;

  return n_curves > 0 && g_array_index (threads->curves, AnnalsThreadCurve, n_curves - 1).strong;
}

/* What the layer calls; see annals-thread-draw.h. */

void
annals_threads_draw (cairo_t *cr,
                     const AnnalsThreads *threads,
                     const GdkRGBA *color,
                     const AnnalsRect *lanes,
                     gdouble opacity)
{
  gboolean strong = has_strong (threads);
  GdkRGBA ground;

  annals_style_get_rgba (&annals_style_get_theme ()->background, 1.0, &ground);
  cairo_save (cr);
  cairo_rectangle (cr, lanes->x, lanes->y, lanes->width, lanes->height);
  cairo_clip (cr);
  draw_halo (cr, threads, &ground, opacity * HALO_OPACITY);
  cairo_restore (cr);
  draw_curves (cr, threads, color, opacity * WEAK_OPACITY, FALSE);
  draw_curves (cr, threads, color, opacity * STRONG_OPACITY, TRUE);
  if (!threads->joined)
    return;
  cairo_set_source_rgba (cr, color->red, color->green, color->blue,
                         color->alpha * opacity * (strong ? STRONG_OPACITY : WEAK_OPACITY));
  draw_dot (cr, threads->target_x_px, threads->target_y_px, TARGET_PX);
  cairo_fill (cr);
}

/* So that no more is painted anew than has to be. */
void
annals_threads_get_bounds (const AnnalsThreads *threads, graphene_rect_t *bounds)
{
  const gdouble margin = STRONG_PX + TARGET_PX;
  gdouble x0 = G_MAXDOUBLE;
  gdouble y0 = G_MAXDOUBLE;
  gdouble x1 = -G_MAXDOUBLE;
  gdouble y1 = -G_MAXDOUBLE;

  for (guint i = 0; i < threads->curves->len; i++)
    for (guint k = 0; k < 4; k++)
      {
        const AnnalsThreadCurve *curve = &g_array_index (threads->curves, AnnalsThreadCurve, i);

        x0 = MIN (x0, curve->x[k]);
        x1 = MAX (x1, curve->x[k]);
        y0 = MIN (y0, curve->y[k]);
        y1 = MAX (y1, curve->y[k]);
      }
  *bounds = GRAPHENE_RECT_INIT ((float) floor (x0 - margin), (float) floor (y0 - margin),
                                (float) ceil (x1 - x0 + 2.0 * margin + 1.0),
                                (float) ceil (y1 - y0 + 2.0 * margin + 1.0));
}

/* The time of an event that lasts, as far as it can be seen. */
static void
draw_stretch (cairo_t *cr, const AnnalsReadingTick *tick, gdouble left, gdouble top)
{
  gdouble x0 = left + round (tick->stretch[0]);
  gdouble x1 = left + round (tick->stretch[1]);

  if (x1 - x0 <= TICK_WIDTH_PX)
    return;
  cairo_rectangle (cr, x0, top, x1 - x0, STRETCH_PX);
  cairo_fill (cr);
}

/* Small triangles that hang from the axis. */
void
annals_reading_ticks_draw (cairo_t *cr, const GArray *ticks, gdouble left, gdouble top)
{
  for (guint i = 0; i < ticks->len; i++)
    {
      const AnnalsReadingTick *tick = &g_array_index (ticks, AnnalsReadingTick, i);
      gdouble x = left + round (tick->x_px) + 0.5;
      GdkRGBA color;

      annals_style_get_lane_rgba (tick->color, &color);
      cairo_set_source_rgba (cr, color.red, color.green, color.blue,
                             color.alpha * STRETCH_OPACITY * tick->opacity);
      draw_stretch (cr, tick, left, top);
      cairo_set_source_rgba (cr, color.red, color.green, color.blue,
                             color.alpha * TICK_OPACITY * tick->opacity);
      cairo_move_to (cr, x - TICK_WIDTH_PX / 2.0, top);
      cairo_rel_line_to (cr, TICK_WIDTH_PX, 0.0);
      cairo_rel_line_to (cr, -TICK_WIDTH_PX / 2.0, ANNALS_READING_TICK_PX);
      cairo_close_path (cr);
      cairo_fill (cr);
    }
}
