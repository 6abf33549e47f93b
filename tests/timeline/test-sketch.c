/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annals-sketch.h"
#include "sample-document.h"

/* The sketch of one date: the mark is the one of the timeline and lies within the picture, and the
 * axis says where in time it is. */

#define WIDTH_PX 232.0

static AnnalsScene *
build (const gchar *edtf, gdouble text_scale, gdouble width_px)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AnnalsDate) date = annals_date_new_from_edtf (edtf, &error);
  AnnalsMetrics metrics;
  AnnalsSketchOptions options
      = { .width_px = width_px, .metrics = &metrics, .measure = sample_measure };

  g_assert_no_error (error);
  annals_metrics_init (&metrics, text_scale, FALSE);
  options.height_px = annals_sketch_get_height (&metrics);
  return annals_sketch_build (date, &options);
}

/* What stands on the axis, from left to right, with strokes between. */
static gchar *
dup_axis (const AnnalsScene *scene)
{
  GString *axis = g_string_new (NULL);

  for (guint i = 0; i < annals_scene_get_n_items (scene); i++)
    {
      const AnnalsItem *item = annals_scene_get_item (scene, i);

      if (item->kind == ANNALS_ITEM_TEXT && item->role == ANNALS_ROLE_DIM_TEXT)
        g_string_append_printf (axis, "%s%s", axis->len > 0 ? " | " : "", item->text);
    }
  return g_string_free (axis, FALSE);
}

/* The end of the mark's part that is drawn, and where that is. */
static guint
get_mark (const AnnalsScene *scene, gdouble *left, gdouble *right)
{
  guint n_items = 0;

  *left = G_MAXDOUBLE;
  *right = -G_MAXDOUBLE;
  for (guint i = 0; i < annals_scene_get_n_items (scene); i++)
    {
      const AnnalsItem *item = annals_scene_get_item (scene, i);

      if (item->role != ANNALS_ROLE_MARK)
        continue;
      *left = MIN (*left, item->rect.x);
      *right = MAX (*right, item->rect.x + MAX (item->rect.width, 0.0));
      n_items++;
    }
  return n_items;
}

static const struct
{
  const gchar *edtf;
  const gchar *axis;
  AnnalsMarkFeatures feature;
} sketches[] = {
  { "1973-10-17", "5 Oct 1973 | 1 Nov 1973", ANNALS_FEATURE_MOMENT },
  { "1973-10", "Jul 1973 | Apr 1974", ANNALS_FEATURE_COVERING },
  { "1973", "1970 | 1975", ANNALS_FEATURE_COVERING },
  { "197X", "1960 | 1990", ANNALS_FEATURE_COVERING },
  { "18XX", "1700 | 2000", ANNALS_FEATURE_COVERING },
  { "-0043", "45 BCE | 40 BCE", ANNALS_FEATURE_COVERING },
  { "1970/1973~", "1970 | 1975", ANNALS_FEATURE_PERIOD | ANNALS_FEATURE_INEXACT },
  { "1973-10-17/1974-03-18", "Oct 1973 | Jul 1974", ANNALS_FEATURE_PERIOD },
  { "2001/..", "2000 | 2005", ANNALS_FEATURE_OPEN },
  { "../2001", "1997 | 2000", ANNALS_FEATURE_OPEN },
  { "2001/", "2000 | 2005", ANNALS_FEATURE_UNKNOWN },
  { "/2001", "1997 | 2000", ANNALS_FEATURE_UNKNOWN },
  { "[1973-05-01,1973-06-03]", "1 May 1973 | 1 Jun 1973", ANNALS_FEATURE_ONE_OF },
  { "{1960,1961-12}", "1957 | 1960", ANNALS_FEATURE_ALL_OF },
  { "[..2007]", "2002 | 2005", ANNALS_FEATURE_WHISKER },
  { "2004-01-01T10:10:10Z", "1 Jan 2004, 06:00 | 12:00", ANNALS_FEATURE_MOMENT },
  { "Y-66000000", "66,000,004 BCE | 66 million BCE", ANNALS_FEATURE_COVERING },
  { "Y-17E7", "170,000,004 BCE", ANNALS_FEATURE_COVERING },
};

static void
test_sketches (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (sketches); i++)
    {
      g_autoptr (AnnalsScene) scene = build (sketches[i].edtf, 1.0, WIDTH_PX);
      g_autofree gchar *axis = dup_axis (scene);
      gdouble left = 0.0;
      gdouble right = 0.0;

      g_test_message ("%s: %s", sketches[i].edtf, axis);
      g_assert_cmpuint (get_mark (scene, &left, &right), >, 0);
      g_assert_cmpfloat (left, >=, 0.0);
      g_assert_cmpfloat (right, <=, WIDTH_PX);
      g_assert_cmpint (annals_scene_get_features (scene) & sketches[i].feature, ==,
                       sketches[i].feature);
      g_assert_cmpstr (axis, ==, sketches[i].axis);
    }
}

/* At the ends of time, on no room at all and with the largest letters nothing breaks, and no text
 * leaves the picture or lies upon another. */
static void
test_extremes (void)
{
  static const gchar *const dates[] = { "Y170000000002",  "Y-170000000002", "Y17E17",
                                        "Y-17E17",        "../..",          "/",
                                        "Y-17E17/Y17E17", "0000",           "9999-12-31",
                                        "-9999-01-01",    "{1900..2000}",   "1973-10-17/.." };
  static const gdouble widths[] = { 1.0, 40.0, 120.0, 232.0, 900.0 };
  static const gdouble text_scales[] = { 1.0, 1.5, 3.0 };

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    for (guint j = 0; j < G_N_ELEMENTS (widths); j++)
      for (guint k = 0; k < G_N_ELEMENTS (text_scales); k++)
        {
          g_autoptr (AnnalsScene) scene = build (dates[i], text_scales[k], widths[j]);
          gdouble end = 0.0;

          for (guint n = 0; n < annals_scene_get_n_items (scene); n++)
            {
              const AnnalsItem *item = annals_scene_get_item (scene, n);

              if (item->role != ANNALS_ROLE_DIM_TEXT || item->kind != ANNALS_ITEM_TEXT)
                continue;
              g_assert_cmpfloat (item->rect.x, >=, end);
              end = item->rect.x + sample_measure (item->font, item->text, NULL);
              g_assert_cmpfloat (end, <=, widths[j] + 1.0);
            }
        }
}

/* A date takes no more than half of the width, so that what is around it can be seen. */
static void
test_scale (void)
{
  static const gchar *const dates[] = { "1973", "1973-10-17/1974-03-18", "19XX", "1945~/1952~",
                                        "{1960,1990}" };

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autoptr (AnnalsDate) date = annals_date_new_from_edtf (dates[i], NULL);
      const AnnalsSpan *span = annals_date_get_span (date);
      AnnalsScale scale;
      gdouble left;
      gdouble right;

      annals_sketch_init_scale (&scale, date, 10.0, WIDTH_PX);
      left = annals_scale_get_x (&scale, span->begin_earliest);
      right = annals_scale_get_x (&scale, span->end_latest);
      g_assert_cmpfloat (right - left, <=, WIDTH_PX / 2.0);
      g_assert_cmpfloat_with_epsilon ((left + right) / 2.0, 10.0 + WIDTH_PX / 2.0, 1.0);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline/sketch/dates", test_sketches);
  g_test_add_func ("/timeline/sketch/extremes", test_extremes);
  g_test_add_func ("/timeline/sketch/scale", test_scale);
  return g_test_run ();
}
