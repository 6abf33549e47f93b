/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>

#include "annals-scale.h"

/* The linear map between instants and horizontal positions. Differences of instants are taken in
 * 128 bits, so that the ends of time do not overflow, and only then become floating point. */

/* More than lies between the first and the last instant. */
#define ALL_TIME_S 2e19

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
  gdouble seconds = floor ((x_px - scale->x_px) * scale->s_per_px + scale->left_fraction_s);

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

  scale->x_px = x_px;
  scale->width_px = MAX (width_px, 1.0);
  scale->s_per_px = CLAMP (seconds / scale->width_px, ANNALS_SCALE_MIN_S_PER_PX,
                           ANNALS_SCALE_MAX_S_PER_PX);
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
         && a->s_per_px == b->s_per_px && a->x_px == b->x_px && a->width_px == b->width_px;
}
