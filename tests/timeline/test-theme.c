/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>

#include "annals-theme.h"
#include "color-testing.h"

/* The colours of every look: contrast as WCAG 2.1 counts it, and lanes told apart with every kind
 * of colour vision. Deficiencies are simulated with the matrices of Machado, Oliveira and Fernandes
 * (2009), severity 1, on linear light; differences are CIEDE2000. */

#define LEAST_FIRST_THREE 9.0
#define LEAST_ALL 6.5
#define LEAST_NORMAL 15.0

typedef gdouble Vector[3];

typedef struct
{
  const gchar *name;
  Vector rows[3];
} Vision;

static const Vision visions[] = {
  { "normal vision", { { 1.0, 0.0, 0.0 }, { 0.0, 1.0, 0.0 }, { 0.0, 0.0, 1.0 } } },
  { "protanopia",
    { { 0.152286, 1.052583, -0.204868 },
      { 0.114503, 0.786281, 0.099216 },
      { -0.003882, -0.048116, 1.051998 } } },
  { "deuteranopia",
    { { 0.367322, 0.860646, -0.227968 },
      { 0.280085, 0.672501, 0.047413 },
      { -0.011820, 0.042940, 0.968881 } } },
  { "tritanopia",
    { { 1.255528, -0.076749, -0.178779 },
      { -0.078411, 0.930809, 0.147602 },
      { 0.004733, 0.691367, 0.303900 } } },
};

static void
multiply (const Vector *rows, const Vector in, Vector out)
{
  for (guint i = 0; i < 3; i++)
    out[i] = rows[i][0] * in[0] + rows[i][1] * in[1] + rows[i][2] * in[2];
}

static gdouble
lab_curve (gdouble t)
{
  return t > 216.0 / 24389.0 ? cbrt (t) : (24389.0 / 27.0 * t + 16.0) / 116.0;
}

/* What @color looks like to someone, in CIELAB under D65. */
static void
get_lab (const AnnalsColor *color, const Vision *vision, Vector lab)
{
  static const Vector to_xyz[] = { { 0.4124564, 0.3575761, 0.1804375 },
                                   { 0.2126729, 0.7151522, 0.0721750 },
                                   { 0.0193339, 0.1191920, 0.9503041 } };
  Vector light;
  Vector seen;
  Vector xyz;

  color_get_linear (color, light);
  multiply (vision->rows, light, seen);
  for (guint i = 0; i < 3; i++)
    seen[i] = CLAMP (seen[i], 0.0, 1.0);
  multiply (to_xyz, seen, xyz);
  xyz[0] = lab_curve (xyz[0] / 0.95047);
  xyz[1] = lab_curve (xyz[1]);
  xyz[2] = lab_curve (xyz[2] / 1.08883);
  lab[0] = 116.0 * xyz[1] - 16.0;
  lab[1] = 500.0 * (xyz[0] - xyz[1]);
  lab[2] = 200.0 * (xyz[1] - xyz[2]);
}

static gdouble
get_hue (gdouble a, gdouble b)
{
  gdouble hue = atan2 (b, a) * 180.0 / G_PI;

  return hue < 0.0 ? hue + 360.0 : hue;
}

static gdouble
cos_degrees (gdouble degrees)
{
  return cos (degrees * G_PI / 180.0);
}

/* CIEDE2000, as Sharma, Wu and Dalal (2005) write it down. */
static gdouble
get_difference (const Vector p, const Vector q)
{
  gdouble c_mean = (hypot (p[1], p[2]) + hypot (q[1], q[2])) / 2.0;
  gdouble g = 0.5 * (1.0 - sqrt (pow (c_mean, 7.0) / (pow (c_mean, 7.0) + pow (25.0, 7.0))));
  gdouble c1 = hypot (p[1] * (1.0 + g), p[2]);
  gdouble c2 = hypot (q[1] * (1.0 + g), q[2]);
  gdouble h1 = get_hue (p[1] * (1.0 + g), p[2]);
  gdouble h2 = get_hue (q[1] * (1.0 + g), q[2]);
  gdouble turn = h2 - h1 > 180.0 ? h2 - h1 - 360.0 : h2 - h1 < -180.0 ? h2 - h1 + 360.0 : h2 - h1;
  gdouble dl = q[0] - p[0];
  gdouble dc = c2 - c1;
  gdouble dh = 2.0 * sqrt (c1 * c2) * sin (turn * G_PI / 360.0);
  gdouble l = (p[0] + q[0]) / 2.0;
  gdouble c = (c1 + c2) / 2.0;
  gdouble h = h1 + turn / 2.0;
  gdouble t = 1.0 - 0.17 * cos_degrees (h - 30.0) + 0.24 * cos_degrees (2.0 * h)
              + 0.32 * cos_degrees (3.0 * h + 6.0) - 0.20 * cos_degrees (4.0 * h - 63.0);
  gdouble around = h < 0.0 ? h + 360.0 : h >= 360.0 ? h - 360.0 : h;
  gdouble rotation = 30.0 * exp (-pow ((around - 275.0) / 25.0, 2.0));
  gdouble rc = 2.0 * sqrt (pow (c, 7.0) / (pow (c, 7.0) + pow (25.0, 7.0)));
  gdouble sl = 1.0 + 0.015 * pow (l - 50.0, 2.0) / sqrt (20.0 + pow (l - 50.0, 2.0));
  gdouble sc = 1.0 + 0.045 * c;
  gdouble sh = 1.0 + 0.015 * c * t;
  gdouble rt = -sin (2.0 * rotation * G_PI / 180.0) * rc;

  return sqrt (pow (dl / sl, 2.0) + pow (dc / sc, 2.0) + pow (dh / sh, 2.0)
               + rt * dc / sc * dh / sh);
}

/* Pairs published with the formula, so that the measure itself can be trusted. */
static void
test_difference (void)
{
  static const struct
  {
    Vector p;
    Vector q;
    gdouble difference;
  } pairs[] = {
    { { 50.0, 2.6772, -79.7751 }, { 50.0, 0.0, -82.7485 }, 2.0425 },
    { { 50.0, -1.0, 2.0 }, { 50.0, 0.0, 0.0 }, 2.3669 },
    { { 50.0, 2.5, 0.0 }, { 73.0, 25.0, -18.0 }, 27.1492 },
    { { 50.0, 2.5, 0.0 }, { 61.0, -5.0, 29.0 }, 22.8977 },
    { { 60.2574, -34.0099, 36.2677 }, { 60.4626, -34.1751, 39.4387 }, 1.2644 },
    { { 63.0109, -31.0961, -5.8663 }, { 62.8187, -29.7946, -4.0864 }, 1.2630 },
    { { 6.7747, -0.2908, -2.4247 }, { 5.8714, -0.0985, -2.2286 }, 0.6377 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    g_assert_cmpfloat_with_epsilon (get_difference (pairs[i].p, pairs[i].q), pairs[i].difference,
                                    1e-4);
}

static void
assert_contrast (AnnalsThemeId id,
                 const gchar *what,
                 const AnnalsColor *a,
                 const AnnalsColor *b,
                 gdouble least)
{
  gdouble contrast = color_get_contrast (a, b);

  if (contrast < least)
    g_error ("%s: %s has a contrast of %.2f, less than %.1f", annals_theme_get_name (id), what,
             contrast, least);
}

static void
test_contrast (void)
{
  const AnnalsColor black = { 0.0, 0.0, 0.0, 1.0 };
  const AnnalsColor white = { 1.0, 1.0, 1.0, 1.0 };

  g_assert_cmpfloat_with_epsilon (color_get_contrast (&black, &white), 21.0, 1e-9);
  for (AnnalsThemeId id = 0; id < ANNALS_N_THEMES; id++)
    {
      const AnnalsTheme *theme = annals_theme_get (id);
      gboolean high = id == ANNALS_THEME_HIGH_CONTRAST || id == ANNALS_THEME_DARK_HIGH_CONTRAST;
      gdouble text = high ? 7.0 : 4.5;

      g_assert_cmpint (theme->id, ==, id);
      assert_contrast (id, "text", &theme->text, &theme->background, text);
      assert_contrast (id, "text on the header", &theme->text, &theme->header, text);
      assert_contrast (id, "dim text", &theme->dim_text, &theme->background, text);
      assert_contrast (id, "dim text on the header", &theme->dim_text, &theme->header, text);
      assert_contrast (id, "text on a highlight", &theme->text, &theme->highlight, text);
      assert_contrast (id, "text on a match", &theme->text, &theme->match, text);
      assert_contrast (id, "text on the current match", &theme->text, &theme->current_match, text);
      assert_contrast (id, "the tick of a match", &theme->match_tick, &theme->header, 3.0);
      assert_contrast (id, "the accent", &theme->accent, &theme->background, 3.0);
      for (guint i = 0; i < ANNALS_N_LANE_COLORS; i++)
        {
          g_autofree gchar *what = g_strdup_printf ("lane %u", i);
          const AnnalsColor *lane = annals_theme_get_lane_color (theme, i);

          assert_contrast (id, what, &theme->on_lane[i], lane, text);
          assert_contrast (id, what, lane, &theme->background, 3.0);
        }
    }
}

/* While something is looked for, what does not match can still be read, and no mark of it is taken
 * for one that does. */
static void
test_standing_back (void)
{
  for (AnnalsThemeId id = 0; id < ANNALS_N_THEMES; id++)
    {
      const AnnalsTheme *theme = annals_theme_get (id);
      gboolean high = id == ANNALS_THEME_HIGH_CONTRAST || id == ANNALS_THEME_DARK_HIGH_CONTRAST;
      AnnalsColor beside = color_lay_over (&theme->text, theme->back_text, &theme->background);
      AnnalsColor note = color_lay_over (&theme->dim_text, theme->back_dim_text,
                                         &theme->background);

      assert_contrast (id, "a label that stands back", &beside, &theme->background, 4.5);
      assert_contrast (id, "a note that stands back", &note, &theme->background, 4.5);
      for (guint i = 0; i < ANNALS_N_LANE_COLORS; i++)
        {
          AnnalsColor mark = color_lay_over (&theme->lane[i], theme->back_mark, &theme->background);
          AnnalsColor label = color_lay_over (&theme->text, theme->back_text, &mark);

          assert_contrast (id, "a label on a mark that stands back", &label, &mark, 4.5);
          assert_contrast (id, "a mark that stands back", &mark, &theme->lane[i], high ? 3.5 : 2.5);
        }
    }
}

static void
check_lanes (const AnnalsTheme *theme, const Vision *vision, guint i, guint j)
{
  gboolean normal = vision == &visions[0];
  gdouble least = j < 3 ? MAX (LEAST_FIRST_THREE, normal ? LEAST_NORMAL : 0.0)
                        : (normal ? LEAST_NORMAL : LEAST_ALL);
  Vector p;
  Vector q;
  gdouble difference;

  get_lab (&theme->lane[i], vision, p);
  get_lab (&theme->lane[j], vision, q);
  difference = get_difference (p, q);
  if (difference < least)
    g_error ("%s: lanes %u and %u differ by %.1f with %s, less than %.1f",
             annals_theme_get_name (theme->id), i, j, difference, vision->name, least);
}

static void
test_lanes_apart (void)
{
  for (AnnalsThemeId id = 0; id < ANNALS_N_THEMES; id++)
    for (guint v = 0; v < G_N_ELEMENTS (visions); v++)
      for (guint j = 1; j < ANNALS_N_LANE_COLORS; j++)
        for (guint i = 0; i < j; i++)
          check_lanes (annals_theme_get (id), &visions[v], i, j);
}

static void
test_names (void)
{
  AnnalsThemeId id = ANNALS_THEME_DARK_HIGH_CONTRAST;

  for (AnnalsThemeId i = 0; i < ANNALS_N_THEMES; i++)
    {
      g_assert_true (annals_theme_from_name (annals_theme_get_name (i), &id));
      g_assert_cmpint (id, ==, i);
    }
  g_assert_false (annals_theme_from_name ("sepia", &id));
  g_assert_false (annals_theme_from_name (NULL, &id));
  g_assert_cmpint (id, ==, ANNALS_THEME_DARK_HIGH_CONTRAST);
}

static void
test_color_index (void)
{
  const AnnalsTheme *theme = annals_theme_get (ANNALS_THEME_LIGHT);

  g_assert_true (annals_theme_get_lane_color (theme, 3) == &theme->lane[3]);
  g_assert_true (annals_theme_get_lane_color (theme, 8) == &theme->lane[0]);
  g_assert_true (annals_theme_get_lane_color (theme, G_MAXUINT) == &theme->lane[7]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/timeline/theme/difference", test_difference);
  g_test_add_func ("/timeline/theme/contrast", test_contrast);
  g_test_add_func ("/timeline/theme/standing-back", test_standing_back);
  g_test_add_func ("/timeline/theme/lanes-apart", test_lanes_apart);
  g_test_add_func ("/timeline/theme/names", test_names);
  g_test_add_func ("/timeline/theme/color-index", test_color_index);

  return g_test_run ();
}
