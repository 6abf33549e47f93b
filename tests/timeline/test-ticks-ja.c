/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annals-ticks.h"
#include "language.h"
#include "sample-document.h"

/* The axis in Japanese, which counts by ten thousands and puts the year first. */

#define WIDTH_PX 1000.0
#define YEAR_S (365.2425 * 86400.0)

typedef struct
{
  const gchar *path;
  AnnalsCivil first;
  gdouble seconds;
  const gchar *minor; /* first label of the lower tier */
  const gchar *major; /* first label of the upper tier */
} Case;

static const Case cases[] = {
  { "seconds", { 2004, 1, 23, 23, 59, 0 }, 8.0, "23:59:00", "2004年1月23日 23:59" },
  { "hours", { 1969, 7, 20, 20, 0, 0 }, 36000.0, "20:00", "1969年7月20日" },
  { "days", { 2004, 2, 25, 0, 0, 0 }, 9 * 86400.0, "25", "2004年2月" },
  { "months", { 1973, 10, 1, 0, 0, 0 }, YEAR_S, "10月", "1973年" },
  { "years", { 1970, 1, 1, 0, 0, 0 }, 9 * YEAR_S, "1970年", "1970年代" },
  { "millennia", { -3999, 1, 1, 0, 0, 0 }, 6000 * YEAR_S, "紀元前4000年", "紀元前" },
  { "millions", { -65999999, 1, 1, 0, 0, 0 }, 6e6 * YEAR_S, "紀元前6600万年", "紀元前" },
  { "hundred-millions", { -539999999, 1, 1, 0, 0, 0 }, 6e7 * YEAR_S, "紀元前5.4億年", "紀元前" },
  { "billions", { -4999999999, 1, 1, 0, 0, 0 }, 5e9 * YEAR_S, "紀元前50億年", "紀元前" },
};

static gboolean is_loaded = FALSE;

static const gchar *
find_label (GArray *ticks, gboolean major)
{
  for (guint i = 0; i < ticks->len; i++)
    {
      const AnnalsTick *tick = &g_array_index (ticks, AnnalsTick, i);

      if (tick->major == major && tick->label[0] != '\0' && (major || tick->x_px > -0.01))
        return tick->label;
    }

  return NULL;
}

static void
test_labels (gconstpointer data)
{
  const Case *expected = data;
  AnnalsScale scale = { .left_s = annals_instant_from_civil (&expected->first),
                        .s_per_px = expected->seconds / WIDTH_PX,
                        .width_px = WIDTH_PX };
  AnnalsMetrics metrics;
  g_autoptr (GArray) ticks = NULL;

  if (!is_loaded)
    {
      g_test_skip ("the Japanese catalogue is not built, or no locale here uses catalogues");
      return;
    }

  annals_metrics_init (&metrics, 1.0, FALSE);
  ticks = annals_ticks_build (&scale, &metrics, sample_measure, NULL, NULL);
  g_assert_cmpstr (find_label (ticks, FALSE), ==, expected->minor);
  g_assert_cmpstr (find_label (ticks, TRUE), ==, expected->major);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  is_loaded = language_load ("ja", ANNALS_TEST_LOCALEDIR);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree gchar *path = g_strconcat ("/timeline/ticks-ja/", cases[i].path, NULL);

      g_test_add_data_func (path, &cases[i], test_labels);
    }

  return g_test_run ();
}
