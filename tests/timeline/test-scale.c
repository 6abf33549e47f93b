/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>

#include "annals-scale.h"

/* The map between instants and positions, at every zoom there is and at the ends of time. */

static const AnnalsInstant lefts[] = {
  0,
  -1,
  63072000000,                             /* 1999 */
  -G_GINT64_CONSTANT (145000000000000000), /* 4.6 thousand million BCE */
  G_GINT64_CONSTANT (3155695200000000000), /* 100 thousand million CE */
};

static void
init (AnnalsScale *scale, AnnalsInstant left, gdouble fraction, gdouble s_per_px)
{
  *scale = (AnnalsScale){ .left_s = left,
                          .left_fraction_s = fraction,
                          .s_per_px = s_per_px,
                          .x_px = 148.0,
                          .width_px = 1000.0 };
}

static void
test_round_trip (void)
{
  for (gdouble s_per_px = ANNALS_SCALE_MIN_S_PER_PX; s_per_px <= ANNALS_SCALE_MAX_S_PER_PX;
       s_per_px *= 1.7)
    for (guint i = 0; i < G_N_ELEMENTS (lefts); i++)
      for (gdouble x = 148.0; x <= 1148.0; x += 37.25)
        {
          AnnalsScale scale;
          AnnalsInstant instant;
          gdouble second_px = 1.0 / s_per_px;
          gdouble back;

          init (&scale, lefts[i], 0.25, s_per_px);
          instant = annals_scale_get_instant (&scale, x);
          if (instant == ANNALS_INSTANT_EARLIEST || instant == ANNALS_INSTANT_LATEST)
            continue;
          back = annals_scale_get_x (&scale, instant);

          /* The begin of the second that stands at x: less than a second to its left. */
          g_assert_cmpfloat (back, <=, x + 1e-6);
          g_assert_cmpfloat (back, >, x - second_px - 1e-6);
        }
}

static void
test_order (void)
{
  for (gdouble s_per_px = ANNALS_SCALE_MIN_S_PER_PX; s_per_px <= ANNALS_SCALE_MAX_S_PER_PX;
       s_per_px *= 9.0)
    {
      AnnalsScale scale;
      AnnalsInstant previous = ANNALS_INSTANT_MIN;

      init (&scale, lefts[2], 0.0, s_per_px);
      for (gdouble x = -2000.0; x < 3000.0; x += 1.0)
        {
          AnnalsInstant instant = annals_scale_get_instant (&scale, x);

          g_assert_cmpint (instant, >=, previous);
          previous = instant;
        }
    }
}

/* Zooming in and out by many notches: what is under the pointer stays there. */
static void
test_zoom_keeps_anchor (void)
{
  static const gdouble anchors_px[] = { 148.0, 333.3, 648.0, 1147.0 };

  for (guint i = 0; i < G_N_ELEMENTS (anchors_px); i++)
    {
      AnnalsScale scale;
      gdouble anchor = anchors_px[i];

      init (&scale, lefts[2], 0.0, 4e6);
      for (guint notch = 0; notch < 300; notch++)
        {
          AnnalsInstant instant = annals_scale_get_instant (&scale, anchor);
          gdouble before_px = annals_scale_get_x (&scale, instant);
          gdouble before_s = (anchor - before_px) * scale.s_per_px;
          gdouble after_s;

          annals_scale_zoom (&scale, notch < 200 ? 1.2 : 1.0 / 1.2, anchor);
          after_s = (anchor - annals_scale_get_x (&scale, instant)) * scale.s_per_px;
          g_assert_cmpfloat_with_epsilon (before_s, after_s, 1e-3);
        }
    }
}

static void
test_zoom_and_back (void)
{
  AnnalsScale scale;
  AnnalsScale start;

  init (&start, lefts[2], 0.5, 86400.0);
  scale = start;
  for (guint i = 0; i < 40; i++)
    annals_scale_zoom (&scale, 1.2, 700.0);
  for (guint i = 0; i < 40; i++)
    annals_scale_zoom (&scale, 1.0 / 1.2, 700.0);

  g_assert_cmpfloat_with_epsilon (scale.s_per_px, start.s_per_px, 1e-6);
  for (gdouble x = 148.0; x < 1148.0; x += 100.0)
    {
      AnnalsInstant instant = annals_scale_get_instant (&start, x);

      g_assert_cmpfloat_with_epsilon (annals_scale_get_x (&start, instant),
                                      annals_scale_get_x (&scale, instant), 1e-3);
    }
}

static void
test_zoom_limits (void)
{
  AnnalsScale scale;

  init (&scale, lefts[2], 0.0, 1000.0);
  for (guint i = 0; i < 400; i++)
    annals_scale_zoom (&scale, 2.0, 648.0);
  g_assert_cmpfloat (scale.s_per_px, ==, ANNALS_SCALE_MIN_S_PER_PX);
  for (guint i = 0; i < 400; i++)
    annals_scale_zoom (&scale, 0.5, 648.0);
  g_assert_cmpfloat (scale.s_per_px, ==, ANNALS_SCALE_MAX_S_PER_PX);
  g_assert_cmpint (scale.left_s, >=, ANNALS_INSTANT_EARLIEST);
}

/* A pan by steps of a fraction of a pixel, far from the epoch and deep in: every position moves by
 * just that step, and a pan there and back ends where it began. */
static void
test_no_jitter (void)
{
  static const gdouble zooms[] = { 0.01, 0.013, 1.0, 777.7, 86400.0 };

  for (guint i = 0; i < G_N_ELEMENTS (lefts); i++)
    for (guint j = 0; j < G_N_ELEMENTS (zooms); j++)
      {
        AnnalsScale scale;
        AnnalsInstant instant = lefts[i] + (AnnalsInstant) (500.0 * zooms[j]);
        gdouble start;

        init (&scale, lefts[i], 0.125, zooms[j]);
        start = annals_scale_get_x (&scale, instant);
        for (guint step = 1; step <= 2000; step++)
          {
            annals_scale_pan (&scale, 0.3);
            g_assert_cmpfloat_with_epsilon (annals_scale_get_x (&scale, instant),
                                            start + 0.3 * step, 0.01);
          }
        for (guint step = 1; step <= 2000; step++)
          annals_scale_pan (&scale, -0.3);
        g_assert_cmpfloat_with_epsilon (annals_scale_get_x (&scale, instant), start, 0.001);
      }
}

static void
test_ends_of_time (void)
{
  AnnalsScale scale;
  gdouble earliest;
  gdouble latest;

  annals_scale_init (&scale, ANNALS_INSTANT_MIN, ANNALS_INSTANT_MAX, 0.0, 1000.0);
  g_assert_cmpint (scale.left_s, ==, ANNALS_INSTANT_EARLIEST);
  g_assert_cmpfloat (scale.s_per_px, ==, ANNALS_SCALE_MAX_S_PER_PX);

  g_assert_true (isinf (annals_scale_get_x (&scale, ANNALS_INSTANT_MIN)));
  g_assert_true (isinf (annals_scale_get_x (&scale, ANNALS_INSTANT_MAX)));
  earliest = annals_scale_get_x (&scale, ANNALS_INSTANT_EARLIEST);
  latest = annals_scale_get_x (&scale, ANNALS_INSTANT_LATEST);
  g_assert_cmpfloat_with_epsilon (earliest, 0.0, 1e-6);
  g_assert_cmpfloat_with_epsilon (latest, 0x1p64 / ANNALS_SCALE_MAX_S_PER_PX, 0.01);

  g_assert_cmpint (annals_scale_get_instant (&scale, -50.0), ==, ANNALS_INSTANT_EARLIEST);
  g_assert_cmpint (annals_scale_get_instant (&scale, 1e6), ==, ANNALS_INSTANT_LATEST);

  /* Deep in at either end: nothing overflows, and one second is one second. */
  for (guint i = 0; i < 2; i++)
    {
      AnnalsInstant at = i == 0 ? ANNALS_INSTANT_EARLIEST + 5 : ANNALS_INSTANT_LATEST - 500;

      annals_scale_init (&scale, at, at + 99, 0.0, 1000.0);
      g_assert_cmpfloat_with_epsilon (annals_scale_get_x (&scale, at + 1), 10.0, 1e-9);
      annals_scale_pan (&scale, i == 0 ? 1e7 : -1e7);
      g_assert_cmpint (scale.left_s, ==, i == 0 ? ANNALS_INSTANT_EARLIEST : ANNALS_INSTANT_LATEST);
    }
}

static void
test_init (void)
{
  AnnalsScale scale;
  AnnalsScale other;
  AnnalsInstant first = annals_instant_from_date (2004, 1, 1);
  AnnalsInstant last = annals_instant_from_date (2005, 1, 1) - 1;

  annals_scale_init (&scale, first, last, 148.0, 732.0);
  g_assert_cmpfloat_with_epsilon (scale.s_per_px, 43200.0, 1e-9);
  g_assert_cmpfloat (annals_scale_get_x (&scale, first), ==, 148.0);
  g_assert_cmpfloat_with_epsilon (annals_scale_get_x (&scale, last + 1), 880.0, 1e-9);

  other = scale;
  g_assert_true (annals_scale_equal (&scale, &other));
  annals_scale_resize (&other, 96.0, 366.0);
  g_assert_false (annals_scale_equal (&scale, &other));
  g_assert_cmpfloat (annals_scale_get_x (&other, first), ==, 96.0);
  g_assert_cmpfloat_with_epsilon (annals_scale_get_x (&other, last + 1), 462.0, 1e-9);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/timeline/scale/init", test_init);
  g_test_add_func ("/timeline/scale/round-trip", test_round_trip);
  g_test_add_func ("/timeline/scale/order", test_order);
  g_test_add_func ("/timeline/scale/zoom/keeps-anchor", test_zoom_keeps_anchor);
  g_test_add_func ("/timeline/scale/zoom/and-back", test_zoom_and_back);
  g_test_add_func ("/timeline/scale/zoom/limits", test_zoom_limits);
  g_test_add_func ("/timeline/scale/no-jitter", test_no_jitter);
  g_test_add_func ("/timeline/scale/ends-of-time", test_ends_of_time);

  return g_test_run ();
}
