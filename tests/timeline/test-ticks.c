/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>
#include <string.h>

#include "annals-ticks.h"
#include "sample-document.h"

/* The axis: which ticks stand where, with which labels, at every zoom. */

#define LEFT_PX 148.0
#define WIDTH_PX 1000.0

typedef struct
{
  const gchar *path;
  AnnalsCivil first;
  gdouble seconds;
  const gchar *minor; /* labels of the lower tier within the picture */
  const gchar *major; /* labels of the upper tier */
} Case;

#define DAY 86400.0
#define YEAR (365.2425 * DAY)

static const Case cases[] = {
  { "seconds",
    { 2004, 1, 23, 23, 59, 57 },
    8.0,
    "23:59:57 23:59:58 23:59:59 00:00:00 00:00:01 00:00:02 00:00:03 00:00:04 00:00:05",
    "23 January 2004, 23:59|24 January 2004, 00:00" },
  { "minutes",
    { 1969, 7, 20, 20, 15, 0 },
    600.0,
    "20:15 20:16 20:17 20:18 20:19 20:20 20:21 20:22 20:23 20:24 20:25",
    "20 July 1969" },
  { "hours",
    { 1969, 7, 20, 20, 0, 0 },
    10 * 3600.0,
    "20:00 21:00 22:00 23:00 00:00 01:00 02:00 03:00 04:00 05:00 06:00",
    "20 July 1969|21 July 1969" },
  { "hours-bce",
    { -43, 3, 14, 20, 0, 0 },
    10 * 3600.0,
    "20:00 21:00 22:00 23:00 00:00 01:00 02:00 03:00 04:00 05:00 06:00",
    "14 March 44 BCE|15 March 44 BCE" },
  { "days-leap-year",
    { 2004, 2, 25, 0, 0, 0 },
    9 * DAY,
    "25 26 27 28 29 1 2 3 4 5",
    "February 2004|March 2004" },
  { "days-common-year",
    { 1900, 2, 25, 0, 0, 0 },
    9 * DAY,
    "25 26 27 28 1 2 3 4 5 6",
    "February 1900|March 1900" },
  { "five-days",
    { 2003, 12, 20, 0, 0, 0 },
    60 * DAY,
    "20 25 1 5 10 15 20 25 1 5 10 15",
    "December 2003|January 2004|February 2004" },
  { "months",
    { 1973, 10, 1, 0, 0, 0 },
    8 * 30.5 * DAY,
    "Oct Nov Dec Jan Feb Mar Apr May Jun",
    "1973|1974" },
  { "quarters",
    { 1973, 1, 1, 0, 0, 0 },
    4 * YEAR,
    "Jan Apr Jul Oct Jan Apr Jul Oct Jan Apr Jul Oct Jan Apr Jul Oct",
    "1973|1974|1975|1976" },
  { "years",
    { 1968, 1, 1, 0, 0, 0 },
    9.5 * YEAR,
    "1968 1969 1970 1971 1972 1973 1974 1975 1976 1977",
    "1960s|1970s" },
  { "five-years",
    { 1945, 1, 1, 0, 0, 0 },
    66 * YEAR,
    "1945 1950 1955 1960 1965 1970 1975 1980 1985 1990 1995 2000 2005 2010",
    "1940s|1950s|1960s|1970s|1980s|1990s|2000s|2010s" },
  { "decades",
    { 1900, 1, 1, 0, 0, 0 },
    120 * YEAR,
    "1900 1910 1920 1930 1940 1950 1960 1970 1980 1990 2000 2010 2020",
    "1900s|2000s" },
  { "no-year-0",
    { -3, 1, 1, 0, 0, 0 },
    7.2 * YEAR,
    "4 BCE,3 BCE,2 BCE,1 BCE,1 CE,2 CE,3 CE,4 CE",
    NULL },
  { "centuries",
    { -399, 1, 1, 0, 0, 0 },
    801 * YEAR,
    "400 BCE,300 BCE,200 BCE,100 BCE,1 CE,100,200,300,400",
    "BCE|CE" },
  { "deep-time",
    { -99999999, 1, 1, 0, 0, 0 },
    60e6 * YEAR,
    "100 million BCE,90 million BCE,80 million BCE,70 million BCE,60 million BCE,50 million BCE,"
    "40 million BCE",
    "BCE" },
};

static void
init_scale (AnnalsScale *scale, AnnalsInstant first, gdouble seconds)
{
  *scale = (AnnalsScale){
    .left_s = first, .s_per_px = seconds / WIDTH_PX, .x_px = LEFT_PX, .width_px = WIDTH_PX
  };
}

static AnnalsTickWords *words = NULL;

/* What is remembered of all ticks before is what would be said anew. */
static GArray *
build (const AnnalsScale *scale)
{
  AnnalsMetrics metrics;
  GArray *ticks;

  annals_metrics_init (&metrics, 1.0, FALSE);
  ticks = annals_ticks_build (scale, &metrics, sample_measure, NULL, NULL);
  for (guint round = 0; round < 2; round++)
    {
      g_autoptr (GArray) remembered = annals_ticks_build (scale, &metrics, sample_measure, NULL,
                                                          words);

      g_assert_cmpuint (remembered->len, ==, ticks->len);
      for (guint i = 0; i < ticks->len; i++)
        g_assert_cmpstr (g_array_index (remembered, AnnalsTick, i).label, ==,
                         g_array_index (ticks, AnnalsTick, i).label);
    }
  return ticks;
}

static gchar *
join_labels (GArray *ticks, gboolean major, const gchar *separator)
{
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < ticks->len; i++)
    {
      const AnnalsTick *tick = &g_array_index (ticks, AnnalsTick, i);

      if (tick->major != major || tick->label[0] == '\0' || (!major && tick->x_px < LEFT_PX - 0.01))
        continue;
      if (joined->len > 0)
        g_string_append (joined, separator);
      g_string_append (joined, tick->label);
    }
  return g_string_free (joined, FALSE);
}

static void
test_labels (gconstpointer data)
{
  const Case *expected = data;
  AnnalsScale scale;
  g_autoptr (GArray) ticks = NULL;
  g_autofree gchar *minor = NULL;
  g_autofree gchar *major = NULL;

  init_scale (&scale, annals_instant_from_civil (&expected->first), expected->seconds);
  ticks = build (&scale);
  minor = join_labels (ticks, FALSE, strchr (expected->minor, ',') != NULL ? "," : " ");
  major = join_labels (ticks, TRUE, "|");
  g_assert_cmpstr (minor, ==, expected->minor);
  if (expected->major != NULL)
    g_assert_cmpstr (major, ==, expected->major);
}

/* Every zoom from a picture of ten seconds to one of all time, in small steps, about some years. */
static void
for_each_scale (void (*check) (const AnnalsScale *, GArray *))
{
  static const gint64 years[]
      = { -13800000000, -66000000, -9990, -44, 1, 1000, 1973, 9990, 250000 };

  for (gdouble seconds = 10.0; seconds <= 1e19; seconds *= 1.23)
    for (guint i = 0; i < G_N_ELEMENTS (years); i++)
      {
        AnnalsScale scale;
        g_autoptr (GArray) ticks = NULL;
        AnnalsInstant middle = annals_instant_from_date (years[i], 6, 15);

        init_scale (&scale, middle, seconds);
        annals_scale_pan (&scale, WIDTH_PX / 2.0);
        ticks = build (&scale);
        check (&scale, ticks);
      }
}

static void
check_room (const AnnalsScale *scale, GArray *ticks)
{
  gdouble label_end = -INFINITY;

  for (guint i = 0; i < ticks->len; i++)
    {
      const AnnalsTick *tick = &g_array_index (ticks, AnnalsTick, i);

      if (tick->major || tick->label[0] == '\0')
        continue;
      if (tick->x_px < label_end + 3.0)
        g_error ("at %g s/px “%s” stands on the label before it", scale->s_per_px, tick->label);
      label_end = tick->x_px + 5.0 + sample_measure (ANNALS_FONT_AXIS_MINOR, tick->label, NULL);
    }
}

static void
test_room (void)
{
  for_each_scale (check_room);
}

static void
check_counts (const AnnalsScale *scale, GArray *ticks)
{
  guint n_bare = 0;
  guint n_labelled = 0;
  guint n_major = 0;

  for (guint i = 0; i < ticks->len; i++)
    {
      const AnnalsTick *tick = &g_array_index (ticks, AnnalsTick, i);

      n_major += tick->major;
      n_labelled += !tick->major && tick->label[0] != '\0';
      n_bare += !tick->major && tick->label[0] == '\0';
      g_assert_cmpfloat (tick->opacity, >=, 0.0);
      g_assert_cmpfloat (tick->opacity, <=, 1.0);
      g_assert_cmpfloat (tick->x_px, <=, LEFT_PX + WIDTH_PX);
      g_assert_true (g_utf8_validate (tick->label, -1, NULL));
    }
  /* A bare tick needs 7 px, a labelled one at least three figures and the space about them. */
  g_assert_cmpuint (n_bare, <=, WIDTH_PX / 7.0 + 2.0);
  g_assert_cmpuint (n_labelled, <=, WIDTH_PX / 30.0 + 2.0);
  g_assert_cmpuint (n_major, <=, n_labelled + 1);
  g_assert_cmpuint (n_major, >=, 1);
  if (scale->s_per_px < 1e15)
    g_assert_cmpuint (n_labelled, >=, 2);
}

static void
test_counts (void)
{
  for_each_scale (check_counts);
}

static void
check_no_year_0 (const AnnalsScale *scale, GArray *ticks)
{
  for (guint i = 0; i < ticks->len; i++)
    {
      const AnnalsTick *tick = &g_array_index (ticks, AnnalsTick, i);
      AnnalsCivil civil;

      annals_instant_to_civil (tick->instant, &civil);
      g_assert_cmpstr (tick->label, !=, "0");
      g_assert_cmpstr (tick->label, !=, "0s");
      g_assert_false (g_str_has_prefix (tick->label, "-"));
      g_assert_false (g_str_has_prefix (tick->label, "0 "));
      if (g_str_has_suffix (tick->label, "BCE") && civil.year >= 1)
        g_error ("“%s” stands at the year %" G_GINT64_FORMAT, tick->label, civil.year);
      if (civil.year < 1 && scale->s_per_px > YEAR && !g_str_has_suffix (tick->label, "BCE")
          && tick->label[0] != '\0')
        g_error ("“%s” stands in the year %" G_GINT64_FORMAT, tick->label, civil.year);
    }
}

static void
test_no_year_0 (void)
{
  for_each_scale (check_no_year_0);
}

static const AnnalsTick *
find_tick (GArray *ticks, AnnalsInstant instant)
{
  for (guint i = 0; i < ticks->len; i++)
    {
      const AnnalsTick *tick = &g_array_index (ticks, AnnalsTick, i);

      if (!tick->major && tick->instant == instant)
        return tick;
    }
  return NULL;
}

/* While zooming out, a tick only loses its label and then fades; none comes in between those that
 * were there, and what is labelled was there before. */
static void
check_nested (AnnalsInstant middle)
{
  g_autoptr (GArray) before = NULL;

  for (gdouble seconds = 10.0; seconds <= 3e18; seconds *= 1.1)
    {
      AnnalsScale scale;
      g_autoptr (GArray) ticks = NULL;
      gdouble from;
      gdouble to;

      init_scale (&scale, middle, seconds);
      annals_scale_pan (&scale, WIDTH_PX / 2.0);
      ticks = build (&scale);
      /* Only what both pictures show. */
      from = LEFT_PX + WIDTH_PX * 0.1;
      to = LEFT_PX + WIDTH_PX * 0.9;
      for (guint i = 0; before != NULL && i < ticks->len; i++)
        {
          const AnnalsTick *tick = &g_array_index (ticks, AnnalsTick, i);
          const AnnalsTick *was;

          if (tick->major || tick->label[0] == '\0' || tick->x_px < from || tick->x_px > to)
            continue;
          was = find_tick (before, tick->instant);
          if (was == NULL)
            g_error ("at %g s/px “%s” appears while zooming out", scale.s_per_px, tick->label);
        }
      g_clear_pointer (&before, g_array_unref);
      before = g_steal_pointer (&ticks);
    }
}

static void
test_nested (void)
{
  check_nested (annals_instant_from_date (2004, 1, 23));
  check_nested (annals_instant_from_date (1, 1, 1));
  check_nested (annals_instant_from_date (-43, 3, 15));
}

/* Ticks change their opacity little by little while zooming, also where the levels change. (Where
 * a wider label comes into the picture, as at the year 999, there is less room at once.) */
static void
test_fading (void)
{
  AnnalsInstant middle = annals_instant_from_date (2004, 1, 23);
  g_autoptr (GArray) before = NULL;

  for (gdouble seconds = 100.0; seconds <= 6e10; seconds *= 1.005)
    {
      AnnalsScale scale;
      g_autoptr (GArray) ticks = NULL;

      init_scale (&scale, middle, seconds);
      annals_scale_pan (&scale, WIDTH_PX / 2.0);
      ticks = build (&scale);
      for (guint i = 0; before != NULL && i < ticks->len; i++)
        {
          const AnnalsTick *tick = &g_array_index (ticks, AnnalsTick, i);
          const AnnalsTick *was = tick->major ? NULL : find_tick (before, tick->instant);

          if (was == NULL || (was->label[0] == '\0') != (tick->label[0] == '\0'))
            continue;
          if (ABS (was->opacity - tick->opacity) > 0.1)
            g_error ("at %g s/px “%s” jumps from %.2f to %.2f", scale.s_per_px, tick->label,
                     was->opacity, tick->opacity);
        }
      g_clear_pointer (&before, g_array_unref);
      before = g_steal_pointer (&ticks);
    }
}

/* At the ends of time: round years only, and no endless row of ticks. */
static void
test_ends_of_time (void)
{
  AnnalsScale scale;
  g_autoptr (GArray) ticks = NULL;
  guint n_labelled = 0;

  annals_scale_init (&scale, ANNALS_INSTANT_EARLIEST, ANNALS_INSTANT_LATEST, LEFT_PX, WIDTH_PX);
  annals_scale_pan (&scale, 0.0);
  ticks = build (&scale);
  for (guint i = 0; i < ticks->len; i++)
    {
      const AnnalsTick *tick = &g_array_index (ticks, AnnalsTick, i);
      AnnalsCivil civil;

      if (tick->major || tick->x_px < LEFT_PX || tick->label[0] == '\0')
        continue;
      annals_instant_to_civil (tick->instant, &civil);
      if (civil.year != 1 && ABS (civil.year - (civil.year < 1)) % 1000000000 != 0)
        g_error ("“%s” is not round: year %" G_GINT64_FORMAT, tick->label, civil.year);
      n_labelled++;
    }
  g_assert_cmpuint (n_labelled, >=, 2);
  g_assert_cmpuint (ticks->len, <, 100);
}

int
main (int argc, char **argv)
{
  gint result;

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree gchar *path = g_strconcat ("/timeline/ticks/labels/", cases[i].path, NULL);

      g_test_add_data_func (path, &cases[i], test_labels);
    }
  g_test_add_func ("/timeline/ticks/room", test_room);
  g_test_add_func ("/timeline/ticks/counts", test_counts);
  g_test_add_func ("/timeline/ticks/no-year-0", test_no_year_0);
  g_test_add_func ("/timeline/ticks/nested", test_nested);
  g_test_add_func ("/timeline/ticks/fading", test_fading);
  g_test_add_func ("/timeline/ticks/ends-of-time", test_ends_of_time);

  words = annals_tick_words_new ();
  result = g_test_run ();
  annals_tick_words_free (words);
  return result;
}
