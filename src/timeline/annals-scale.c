/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>

#include "annals-scale.h"

/* The map between instants and horizontal positions. Differences of instants are taken in 128 bits,
 * so that the ends of time do not overflow, and only then become floating point. With breaks a way
 * through time is walked stretch by stretch; each is exact by itself, so that a thousand million
 * years in a break cost no precision of the seconds beyond it. */

/* More than lies between the first and the last instant. */
#define ALL_TIME_S 2e19
#define DENSITY_STEPS 100

static gdouble
seconds_between (AnnalsInstant from_s, AnnalsInstant to_s)
{
  return (gdouble) ((__int128) to_s - (__int128) from_s);
}

static AnnalsInstant
saturated (__int128 seconds)
{
  if (seconds < ANNALS_INSTANT_EARLIEST)
    return ANNALS_INSTANT_EARLIEST;
  if (seconds > ANNALS_INSTANT_LATEST)
    return ANNALS_INSTANT_LATEST;
  return (AnnalsInstant) seconds;
}

/* Moves the left edge by some seconds and keeps whole seconds and fraction apart. */
static void
shift_left_edge (AnnalsScale *scale, gdouble seconds)
{
  gdouble moved = scale->left_fraction_s + seconds;
  gdouble whole = floor (moved);

  scale->left_fraction_s = CLAMP (moved - whole, 0.0, 0.999999999);
  whole = CLAMP (whole, -ALL_TIME_S, ALL_TIME_S);
  scale->left_s = saturated ((__int128) scale->left_s + (__int128) whole);
}

/* The next stretch of a way through time, from @at on to the right or to the left: how far it
 * goes, and how many seconds a pixel it has. */
typedef struct
{
  AnnalsInstant end;
  gdouble s_per_px;
} Stretch;

/* How many seconds a pixel a break has; no fewer than there are outside of it. */
static gdouble
get_break_density (const AnnalsScale *scale, guint index)
{
  gdouble duration_s = annals_break_get_duration_s (annals_breaks_get (scale->breaks, index));

  return MAX (scale->s_per_px, duration_s / annals_breaks_get_width (scale->breaks));
}

static Stretch
get_stretch_right (const AnnalsScale *scale, AnnalsInstant at)
{
  for (guint i = 0; i < annals_breaks_get_n (scale->breaks); i++)
    {
      const AnnalsBreak *one = annals_breaks_get (scale->breaks, i);

      if (at < one->first)
        return (Stretch){ one->first, scale->s_per_px };
      if (at <= one->last)
        return (Stretch){ one->last + 1, get_break_density (scale, i) };
    }
  return (Stretch){ ANNALS_INSTANT_MAX, scale->s_per_px };
}

static Stretch
get_stretch_left (const AnnalsScale *scale, AnnalsInstant at)
{
  for (guint i = annals_breaks_get_n (scale->breaks); i > 0; i--)
    {
      const AnnalsBreak *one = annals_breaks_get (scale->breaks, i - 1);

      if (at > one->last + 1)
        return (Stretch){ one->last + 1, scale->s_per_px };
      if (at > one->first)
        return (Stretch){ one->first, get_break_density (scale, i - 1) };
    }
  return (Stretch){ ANNALS_INSTANT_MIN, scale->s_per_px };
}

/* From the left edge to an instant, in pixels. */
static gdouble
walk_to (const AnnalsScale *scale, AnnalsInstant instant)
{
  AnnalsInstant at = scale->left_s;
  gdouble way_px = 0.0;

  /* The left edge stands a fraction of a second further right than @at. */
  if (scale->left_fraction_s > 0.0)
    way_px = -scale->left_fraction_s / get_stretch_right (scale, at).s_per_px;
  while (at < instant)
    {
      Stretch stretch = get_stretch_right (scale, at);
      AnnalsInstant to = MIN (stretch.end, instant);

      way_px += seconds_between (at, to) / stretch.s_per_px;
      at = to;
    }
  while (at > instant)
    {
      Stretch stretch = get_stretch_left (scale, at);
      AnnalsInstant to = MAX (stretch.end, instant);

      way_px -= seconds_between (to, at) / stretch.s_per_px;
      at = to;
    }
  return way_px;
}

/* The instant that stands so far from the left edge, as a whole second and the rest of it. */
static AnnalsInstant
walk_by (const AnnalsScale *scale, gdouble way_px, gdouble *fraction_s)
{
  AnnalsInstant at = scale->left_s;
  gdouble seconds;
  gdouble whole;
  Stretch stretch = get_stretch_right (scale, at);

  way_px += scale->left_fraction_s / stretch.s_per_px;
  while (way_px > 0.0)
    {
      gdouble length_px = seconds_between (at, stretch.end) / stretch.s_per_px;

      if (way_px < length_px || stretch.end == ANNALS_INSTANT_MAX)
        break;
      way_px -= length_px;
      at = stretch.end;
      stretch = get_stretch_right (scale, at);
    }
  if (way_px < 0.0)
    stretch = get_stretch_left (scale, at);
  while (way_px < 0.0)
    {
      gdouble length_px = seconds_between (stretch.end, at) / stretch.s_per_px;

      if (-way_px <= length_px || stretch.end == ANNALS_INSTANT_MIN)
        break;
      way_px += length_px;
      at = stretch.end;
      stretch = get_stretch_left (scale, at);
    }
  seconds = way_px * stretch.s_per_px;
  whole = floor (seconds);
  *fraction_s = CLAMP (seconds - whole, 0.0, 0.999999999);
  whole = CLAMP (whole, -ALL_TIME_S, ALL_TIME_S);
  return saturated ((__int128) at + (__int128) whole);
}

static void
walk_left_edge (AnnalsScale *scale, gdouble way_px)
{
  gdouble fraction_s;

  scale->left_s = walk_by (scale, way_px, &fraction_s);
  scale->left_fraction_s = fraction_s;
}

/* How wide a stretch of time is at so many seconds a pixel. */
static gdouble
get_width_at (const AnnalsScale *scale, gdouble s_per_px, AnnalsInstant first, AnnalsInstant last)
{
  AnnalsScale other = *scale;

  other.s_per_px = s_per_px;
  other.left_s = first;
  other.left_fraction_s = 0.0;
  return walk_to (&other, MIN (last, ANNALS_INSTANT_LATEST - 1) + 1);
}

/* Breaks keep their width, so that there is no formula for the density at which a stretch of time
 * fills a width. The width falls with the density: it is halved down to. What lies within a break
 * fills no width; it is shown as densely as without. */
static gdouble
find_density (const AnnalsScale *scale, AnnalsInstant first, AnnalsInstant last)
{
  gdouble high = CLAMP ((seconds_between (first, last) + 1.0) / scale->width_px,
                        ANNALS_SCALE_MIN_S_PER_PX, ANNALS_SCALE_MAX_S_PER_PX);
  gdouble low = ANNALS_SCALE_MIN_S_PER_PX;

  if (get_width_at (scale, low, first, last) < scale->width_px)
    return high;
  for (guint i = 0; i < DENSITY_STEPS; i++)
    {
      gdouble middle = sqrt (low * high);

      if (get_width_at (scale, middle, first, last) > scale->width_px)
        low = middle;
      else
        high = middle;
    }
  return high;
}

/**
 * annals_scale_init:
 * @scale: the scale to set
 * @first: instant at the left edge
 * @last: last instant shown; at least @first
 * @x_px: where the left edge stands
 * @width_px: how wide the time area is, at least 1
 *
 * Makes @scale show @first to the end of the second @last.
 */
void
annals_scale_init (AnnalsScale *scale,
                   AnnalsInstant first,
                   AnnalsInstant last,
                   gdouble x_px,
                   gdouble width_px)
{
  gdouble seconds;

  g_return_if_fail (scale != NULL);

  seconds = MAX (seconds_between (first, last) + 1.0, 1.0);
  scale->left_s = CLAMP (first, ANNALS_INSTANT_EARLIEST, ANNALS_INSTANT_LATEST);
  scale->left_fraction_s = 0.0;
  scale->x_px = x_px;
  scale->width_px = MAX (width_px, 1.0);
  scale->s_per_px = CLAMP (seconds / scale->width_px, ANNALS_SCALE_MIN_S_PER_PX,
                           ANNALS_SCALE_MAX_S_PER_PX);
  scale->breaks = NULL;
}

/**
 * annals_scale_init_broken:
 * @scale: the scale to set
 * @breaks: (nullable): stretches of time that are compressed; has to outlive @scale
 * @first: instant at the left edge
 * @last: last instant shown; at least @first
 * @x_px: where the left edge stands
 * @width_px: how wide the time area is, at least 1
 *
 * As annals_scale_init(), with breaks. They are no part of the picture where they would take more
 * room than the time itself.
 */
void
annals_scale_init_broken (AnnalsScale *scale,
                          const AnnalsBreaks *breaks,
                          AnnalsInstant first,
                          AnnalsInstant last,
                          gdouble x_px,
                          gdouble width_px)
{
  annals_scale_init (scale, first, last, x_px, width_px);
  scale->breaks = breaks;
  if (breaks != NULL)
    scale->s_per_px = find_density (scale, first, last);
}

/**
 * annals_scale_get_x:
 * @scale: a scale
 * @instant: an instant; open ones give an infinite position
 *
 * Returns: where the begin of the second @instant stands, in pixels; may be far outside the picture
 */
gdouble
annals_scale_get_x (const AnnalsScale *scale, AnnalsInstant instant)
{
  if (instant == ANNALS_INSTANT_MIN)
    return -INFINITY;
  if (instant == ANNALS_INSTANT_MAX)
    return INFINITY;
  if (scale->breaks != NULL)
    return scale->x_px + walk_to (scale, instant);
  return scale->x_px
         + (seconds_between (scale->left_s, instant) - scale->left_fraction_s) / scale->s_per_px;
}

/**
 * annals_scale_get_instant:
 * @scale: a scale
 * @x_px: a horizontal position in pixels
 *
 * Returns: the second that stands at @x_px, saturated to the first and last there are
 */
AnnalsInstant
annals_scale_get_instant (const AnnalsScale *scale, gdouble x_px)
{
  gdouble seconds;
  gdouble fraction_s;

  if (scale->breaks != NULL)
    return walk_by (scale, x_px - scale->x_px, &fraction_s);
  seconds = floor ((x_px - scale->x_px) * scale->s_per_px + scale->left_fraction_s);
  seconds = CLAMP (seconds, -ALL_TIME_S, ALL_TIME_S);
  return saturated ((__int128) scale->left_s + (__int128) seconds);
}

/**
 * annals_scale_zoom:
 * @scale: a scale
 * @factor: more than 1 shows less time in more detail
 * @anchor_x_px: the position whose instant stays where it is
 *
 * Zooms, within %ANNALS_SCALE_MIN_S_PER_PX and %ANNALS_SCALE_MAX_S_PER_PX.
 */
void
annals_scale_zoom (AnnalsScale *scale, gdouble factor, gdouble anchor_x_px)
{
  gdouble before;
  gdouble distance_px;

  g_return_if_fail (factor > 0.0);

  before = scale->s_per_px;
  distance_px = anchor_x_px - scale->x_px;
  if (scale->breaks != NULL)
    {
      walk_left_edge (scale, distance_px);
      scale->s_per_px = CLAMP (before / factor, ANNALS_SCALE_MIN_S_PER_PX,
                               ANNALS_SCALE_MAX_S_PER_PX);
      walk_left_edge (scale, -distance_px);
      return;
    }
  scale->s_per_px = CLAMP (before / factor, ANNALS_SCALE_MIN_S_PER_PX, ANNALS_SCALE_MAX_S_PER_PX);
  shift_left_edge (scale, distance_px * (before - scale->s_per_px));
}

/**
 * annals_scale_pan:
 * @scale: a scale
 * @dx_px: how far the picture moves to the right; negative shows later times
 *
 * Moves the picture under the window.
 */
void
annals_scale_pan (AnnalsScale *scale, gdouble dx_px)
{
  if (scale->breaks != NULL)
    walk_left_edge (scale, -dx_px);
  else
    shift_left_edge (scale, -dx_px * scale->s_per_px);
}

/**
 * annals_scale_resize:
 * @scale: a scale
 * @x_px: where the left edge stands from now on
 * @width_px: how wide the time area is from now on
 *
 * Fits the same stretch of time into another width.
 */
void
annals_scale_resize (AnnalsScale *scale, gdouble x_px, gdouble width_px)
{
  gdouble seconds = scale->s_per_px * scale->width_px;

  if (scale->breaks != NULL)
    {
      AnnalsInstant last = annals_scale_get_instant (scale, scale->x_px + scale->width_px);

      scale->x_px = x_px;
      scale->width_px = MAX (width_px, 1.0);
      scale->s_per_px = find_density (scale, scale->left_s, MAX (last, scale->left_s));
      return;
    }
  scale->x_px = x_px;
  scale->width_px = MAX (width_px, 1.0);
  scale->s_per_px = CLAMP (seconds / scale->width_px, ANNALS_SCALE_MIN_S_PER_PX,
                           ANNALS_SCALE_MAX_S_PER_PX);
}

/**
 * annals_scale_is_broken:
 * @scale: a scale with breaks
 * @index: one of them
 *
 * Returns: whether it is compressed: it is not once the picture is zoomed in so far that it takes
 *   no more room than a break
 */
gboolean
annals_scale_is_broken (const AnnalsScale *scale, guint index)
{
  return get_break_density (scale, index) > scale->s_per_px * (1.0 + 1e-9);
}

/**
 * annals_scale_get_pieces:
 * @scale: a scale
 * @pieces: (out): what can be seen of time between the breaks, from left to right, each as a scale
 *   of its own without breaks
 *
 * Returns: how many there are; one, the scale itself, without breaks. None when nothing but a break
 *   can be seen.
 */
guint
annals_scale_get_pieces (const AnnalsScale *scale, AnnalsScale pieces[ANNALS_SCALE_MOST_PIECES])
{
  gdouble right_px = scale->x_px + scale->width_px;
  guint n_pieces = 0;
  AnnalsScale piece = *scale;

  piece.breaks = NULL;

  for (guint i = 0; i < annals_breaks_get_n (scale->breaks); i++)
    {
      const AnnalsBreak *one = annals_breaks_get (scale->breaks, i);
      gdouble x0_px;
      gdouble x1_px;

      if (!annals_scale_is_broken (scale, i))
        continue;
      x0_px = annals_scale_get_x (scale, one->first);
      x1_px = annals_scale_get_x (scale, one->last + 1);
      if (x1_px <= scale->x_px)
        continue;
      if (x0_px >= right_px)
        break;
      piece.width_px = x0_px - piece.x_px;
      if (piece.width_px > 0.0)
        pieces[n_pieces++] = piece;
      piece = (AnnalsScale){ .left_s = one->last + 1, .s_per_px = scale->s_per_px, .x_px = x1_px };
    }
  piece.width_px = right_px - piece.x_px;
  if (piece.width_px > 0.0)
    pieces[n_pieces++] = piece;
  return n_pieces;
}

/**
 * annals_scale_get_strip:
 * @scale: a scale
 * @index: one of its breaks
 * @strip: (out): where it begins and ends in the picture, in view or not
 *
 * Returns: whether it is drawn as a strip; %FALSE when it takes no more room as it is
 */
gboolean
annals_scale_get_strip (const AnnalsScale *scale, guint index, gdouble strip[2])
{
  const AnnalsBreak *one = annals_breaks_get (scale->breaks, index);

  if (!annals_scale_is_broken (scale, index))
    return FALSE;
  strip[0] = annals_scale_get_x (scale, one->first);
  strip[1] = annals_scale_get_x (scale, one->last + 1);
  return TRUE;
}

/**
 * annals_scale_get_strips:
 * @scale: a scale
 * @strips: (out): where each break that can be seen begins and ends in the picture
 *
 * Returns: how many there are
 */
guint
annals_scale_get_strips (const AnnalsScale *scale, gdouble strips[ANNALS_BREAKS_MOST][2])
{
  guint n_strips = 0;

  for (guint i = 0; i < annals_breaks_get_n (scale->breaks); i++)
    if (annals_scale_get_strip (scale, i, strips[n_strips]) && strips[n_strips][1] > scale->x_px
        && strips[n_strips][0] < scale->x_px + scale->width_px)
      n_strips++;
  return n_strips;
}

/**
 * annals_scale_find_clear:
 * @scale: a scale
 * @gap_px: how far from a strip something has to stay
 * @wanted_px: how much room is wanted
 * @x0_px: (inout): where a part of the picture begins
 * @x1_px: (inout): where it ends
 *
 * Finds a stretch within a part of the picture that no strip lies in: the first that is as wide as
 * is wanted, else the widest.
 */
void
annals_scale_find_clear (const AnnalsScale *scale,
                         gdouble gap_px,
                         gdouble wanted_px,
                         gdouble *x0_px,
                         gdouble *x1_px)
{
  gdouble strips[ANNALS_BREAKS_MOST][2];
  guint n_strips = annals_scale_get_strips (scale, strips);
  gdouble left = *x0_px;
  gdouble right = *x1_px;

  if (n_strips == 0)
    return;
  *x1_px = *x0_px;
  for (guint i = 0; i <= n_strips; i++)
    {
      gdouble end = i < n_strips ? MIN (strips[i][0] - gap_px, right) : right;

      if (end - left > *x1_px - *x0_px && *x1_px - *x0_px < wanted_px)
        {
          *x0_px = left;
          *x1_px = end;
        }
      if (i < n_strips)
        left = MAX (left, strips[i][1] + gap_px);
    }
}

/**
 * annals_scale_equal:
 * @a: a scale
 * @b: another
 *
 * Returns: whether both map every instant to the same position
 */
gboolean
annals_scale_equal (const AnnalsScale *a, const AnnalsScale *b)
{
  return a->left_s == b->left_s && a->left_fraction_s == b->left_fraction_s
         && a->s_per_px == b->s_per_px && a->x_px == b->x_px && a->width_px == b->width_px
         && a->breaks == b->breaks;
}
