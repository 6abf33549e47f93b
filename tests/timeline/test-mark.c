/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>
#include <string.h>

#include "annals-mark.h"
#include "sample-document.h"

/* Dates as marks: which shape, where solid, where fading, for every kind of date and status. The
 * scale has ten pixels a year from 1940, and the document reaches from 1950 to the end of 2009. */

#define PX_PER_YEAR 10.0
#define HAPPENED ANNALS_STATUS_HAPPENED
#define ONGOING ANNALS_STATUS_ONGOING
#define PLANNED ANNALS_STATUS_PLANNED
#define HYPOTHETICAL ANNALS_STATUS_HYPOTHETICAL
#define DENIED ANNALS_STATUS_DENIED

typedef struct
{
  const gchar *edtf;
  AnnalsStatus status;
  const gchar *shape;
  /* Years, as fractions: left end, solid from, solid to, right end. */
  gdouble years[4];
  const gchar *items; /* kinds of the items drawn, in order */
} Case;

#define FADE_YEARS 4.8 /* 48 px */

static const Case cases[] = {
  /* Moments cover what they say. */
  { "1972", HAPPENED, "cover", { 1972, 1972, 1973, 1973 }, "pale-rect line line" },
  { "1973-07", HAPPENED, "disc", { 1973, 1973, 1974, 1974 }, "disc" },
  { "1973-07~", HAPPENED, "disc", { 1972.7, 1972.7, 1974.3, 1974.3 }, "pale-disc disc" },
  { "1973-07?", HAPPENED, "disc", { 1973, 1973, 1974, 1974 }, "disc hatch ring" },
  { "1973-07%", HAPPENED, "disc", { 1972.7, 1972.7, 1974.3, 1974.3 }, "pale-disc disc hatch ring" },
  { "1973-07-02", HAPPENED, "disc", { 1973.0, 1973.0, 1974.0, 1974.0 }, "disc" },
  { "197X", HAPPENED, "cover", { 1970, 1970, 1980, 1980 }, "pale-rect line line" },
  { "197X?", HAPPENED, "cover", { 1970, 1970, 1980, 1980 }, "pale-rect hatch line line" },
  { "1973~", HAPPENED, "cover", { 1972, 1973, 1974, 1975 }, "pale-rect" },
  { "1972?", HAPPENED, "cover", { 1972, 1972, 1973, 1973 }, "pale-rect hatch line line" },
  { "1972", PLANNED, "cover", { 1972, 1972, 1973, 1973 }, "outline line line" },
  { "1972",
    HYPOTHETICAL,
    "cover",
    { 1972, 1972, 1973, 1973 },
    "outline-dashed line-dashed line-dashed" },
  { "1972", DENIED, "cover", { 1972, 1972, 1973, 1973 }, "pale-rect line line paper-line line" },
  { "1973-07-02", PLANNED, "disc", { 1973.0, 1973.0, 1974.0, 1974.0 }, "ring" },
  { "1973-07-02", HYPOTHETICAL, "disc", { 1973.0, 1973.0, 1974.0, 1974.0 }, "ring-dashed" },
  { "1973-07-02", DENIED, "disc", { 1973.0, 1973.0, 1974.0, 1974.0 }, "disc paper-line line" },

  /* Periods: what is certain is solid, begin and end year fade towards the edge of their limit. */
  { "1955-11-01/1975-04-30", HAPPENED, "bar", { 1955.832, 1955.835, 1975.326, 1975.329 }, "rect" },
  { "1947/1991", HAPPENED, "bar", { 1947, 1948, 1991, 1992 }, "rect line line" },
  { "1970~/1973~", HAPPENED, "bar", { 1969, 1971, 1973, 1975 }, "rect" },
  { "1970?/1983?", HAPPENED, "bar", { 1970, 1971, 1983, 1984 }, "rect hatch hatch line line" },
  { "1970?/1983~", HAPPENED, "bar", { 1970, 1971, 1983, 1985 }, "rect hatch line" },
  { "1970-01-01~/1983-12-31", HAPPENED, "bar", { 1969.2, 1970, 1984, 1984 }, "rect" },
  { "1970-01-01~/1970-02-01~",
    HAPPENED,
    "bar",
    { 1968.945, 1969.745, 1970.345, 1971.145 },
    "rect" },
  { "1947/1991", PLANNED, "bar", { 1947, 1948, 1991, 1992 }, "outline line line" },
  { "1947?/1991~", PLANNED, "bar", { 1947, 1948, 1991, 1993 }, "outline hatch line" },
  { "1970/1971", HAPPENED, "bar", { 1970, 1971, 1971, 1972 }, "rect line line" },
  { "1970/1970", HAPPENED, "whisker", { 1970, 1970, 1971, 1971 }, "rect diamond" },
  { "197X/197X", HAPPENED, "whisker", { 1970, 1980, 1970, 1980 }, "rect line line diamond" },
  { "197X?/197X~", HAPPENED, "whisker", { 1970, 1980, 1970, 1990 }, "rect hatch line diamond" },
  { "197X/197X",
    DENIED,
    "whisker",
    { 1970, 1980, 1970, 1980 },
    "rect line line diamond paper-line line" },
  { "197X/197X", PLANNED, "cover", { 1970, 1970, 1980, 1980 }, "outline line line diamond" },

  /* Open ends go on to the horizon and fade out from there. */
  { "1965-01-01/..", ONGOING, "bar", { 1965, 1965, 2010, 2010 + FADE_YEARS }, "rect chevron" },
  { "../1965-12-31",
    HAPPENED,
    "bar",
    { 1950 - FADE_YEARS, 1950, 1966, 1966 },
    "rect chevron-left" },
  { "../..",
    HAPPENED,
    "bar",
    { 1950 - FADE_YEARS, 1950, 2010, 2010 + FADE_YEARS },
    "rect chevron-left chevron" },

  /* Unknown ends are torn off after 28 px, with a question mark. */
  { "1965-01-01/", HAPPENED, "bar", { 1965, 1965, 1967.8, 1967.8 }, "rect tear tear tear text" },
  { "/1965-12-31", HAPPENED, "bar", { 1963.2, 1963.2, 1966, 1966 }, "rect tear tear tear text" },
  { "1965-01-01/", PLANNED, "bar", { 1965, 1965, 1967.8, 1967.8 }, "outline text" },
  { "/", HAPPENED, "whisker", { 1950, 2010, 1950, 2010 }, "rect diamond text text" },

  /* Sets. Planned by a date: from publication to that date. */
  { "[..2007]", PLANNED, "cover", { 2004, 2008, 2008, 2008 }, "outline line diamond" },
  { "[..2019]", PLANNED, "cover", { 2004, 2004 + FADE_YEARS, 2020, 2020 }, "outline line diamond" },
  { "[..2007]",
    HAPPENED,
    "whisker",
    { 1950 - FADE_YEARS, 1950, 2008, 2008 },
    "rect line diamond chevron-left" },
  { "[1961..1970]", HAPPENED, "whisker", { 1961, 1961, 1971, 1971 }, "rect line line diamond" },
  { "[1961..1970]", PLANNED, "cover", { 1961, 1961, 1971, 1971 }, "outline line line diamond" },
  { "{1961..1970}", HAPPENED, "bar", { 1961, 1961, 1971, 1971 }, "rect" },
  { "[1960-01-01,1970-01-01]",
    HAPPENED,
    "points",
    { 1959.5, 1959.5, 1970.5, 1970.5 },
    "pale-disc ring line-dotted pale-disc ring" },
  { "[1960-01-01,1970-01-01]",
    PLANNED,
    "points",
    { 1959.5, 1959.5, 1970.5, 1970.5 },
    "ring line-dotted ring" },
  { "[1960-01-01?,1970-01-01]",
    HAPPENED,
    "points",
    { 1959.5, 1959.5, 1970.5, 1970.5 },
    "pale-disc ring hatch line-dotted pale-disc ring" },
  { "{1960-01-01,1970-01-01}",
    HAPPENED,
    "points",
    { 1959.5, 1959.5, 1970.5, 1970.5 },
    "disc pale-line disc" },
  { "{1960-01-01,1970-01-01}",
    DENIED,
    "points",
    { 1959.5, 1959.5, 1970.5, 1970.5 },
    "disc paper-line line pale-line disc paper-line line" },
  { "{1961,1965-06-30,197X}",
    HAPPENED,
    "points",
    { 1961, 1961, 1980, 1980 },
    "disc pale-line disc pale-line pale-rect line line" },
  { "{1961-06-30,1965..1970}",
    HAPPENED,
    "points",
    { 1961, 1961, 1971, 1971 },
    "disc pale-line rect" },
  { "[1961-06-30,197X]",
    HAPPENED,
    "points",
    { 1961, 1961, 1980, 1980 },
    "pale-disc ring line-dotted pale-rect outline" },
};

static const gchar *const shape_names[] = { "none", "bar", "cover", "disc", "whisker", "points" };

static void
init_scale (AnnalsScale *scale, gdouble px_per_year)
{
  *scale = (AnnalsScale){ .left_s = annals_instant_from_date (1940, 1, 1),
                          .s_per_px = 365.2425 * 86400.0 / px_per_year,
                          .x_px = 100.0,
                          .width_px = 1000.0 };
}

static void
init_mark (AnnalsMark *mark, const gchar *edtf, AnnalsStatus status, const AnnalsScale *scale)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AnnalsDate) date = annals_date_new_from_edtf (edtf, &error);
  const AnnalsHorizon horizon = { annals_instant_from_date (1950, 1, 1),
                                  annals_instant_from_date (2010, 1, 1) - 1,
                                  annals_instant_from_date (2004, 1, 1) - 1 };
  AnnalsMetrics metrics;

  g_assert_no_error (error);
  annals_metrics_init (&metrics, 1.0, FALSE);
  annals_mark_init (mark, date, status, &horizon, scale, &metrics);
}

static const gchar *
get_prefix (const AnnalsItem *item)
{
  if (item->role == ANNALS_ROLE_PALE)
    return "pale-";
  return item->kind == ANNALS_ITEM_LINE && item->role == ANNALS_ROLE_BACKGROUND ? "paper-" : "";
}

static gchar *
dup_scene_items (const AnnalsScene *scene)
{
  static const gchar *const kinds[] = { "rect",    "outline", "line", "disc", "ring",
                                        "diamond", "chevron", "text", "hatch" };
  static const gchar *const dashes[] = { "", "-dashed", "-dotted" };
  GString *items = g_string_new (NULL);

  for (guint i = 0; i < annals_scene_get_n_items (scene); i++)
    {
      const AnnalsItem *item = annals_scene_get_item (scene, i);
      gboolean left = item->kind == ANNALS_ITEM_CHEVRON && item->rect.width < 0.0;
      gboolean tear = item->kind == ANNALS_ITEM_DIAMOND && item->role == ANNALS_ROLE_BACKGROUND;

      g_string_append_printf (items, "%s%s%s%s%s", i > 0 ? " " : "", get_prefix (item),
                              tear ? "tear" : kinds[item->kind], dashes[item->dash],
                              left ? "-left" : "");
      if (item->kind == ANNALS_ITEM_TEXT)
        g_assert_cmpstr (item->text, ==, "?");
    }
  return g_string_free (items, FALSE);
}

static gchar *
dup_items (const gchar *edtf, AnnalsStatus status, const AnnalsMark *mark, const AnnalsScale *scale)
{
  g_autoptr (AnnalsDate) date = annals_date_new_from_edtf (edtf, NULL);
  g_autoptr (AnnalsScene) scene = annals_scene_new (1200.0, 200.0);
  AnnalsMetrics metrics;

  annals_metrics_init (&metrics, 1.0, FALSE);
  annals_mark_draw (mark, scene, date, status, scale, &metrics, 100.0);
  return dup_scene_items (scene);
}

static void
test_case (gconstpointer data)
{
  const Case *expected = data;
  g_autofree gchar *items = NULL;
  AnnalsScale scale;
  AnnalsMark mark;

  init_scale (&scale, PX_PER_YEAR);
  init_mark (&mark, expected->edtf, expected->status, &scale);
  g_assert_cmpstr (shape_names[mark.shape], ==, expected->shape);
  {
    const gdouble got[] = { mark.x0_px, mark.solid0_px, mark.solid1_px, mark.x1_px };

    /* Calendar years are up to a day longer or shorter than the scale's. */
    for (guint i = 0; i < G_N_ELEMENTS (got); i++)
      g_assert_cmpfloat_with_epsilon (got[i], 100.0 + (expected->years[i] - 1940.0) * PX_PER_YEAR,
                                      0.6);
  }
  items = dup_items (expected->edtf, expected->status, &mark, &scale);
  g_assert_cmpstr (items, ==, expected->items);
}

/* However far out, every mark keeps its least width and its ends in order. */
static void
test_least_width (void)
{
  for (gdouble px_per_year = 1e-8; px_per_year < 1e7; px_per_year *= 3.7)
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
      {
        AnnalsScale scale;
        AnnalsMark mark;

        init_scale (&scale, px_per_year);
        init_mark (&mark, cases[i].edtf, cases[i].status, &scale);
        g_assert_cmpfloat (mark.x1_px - mark.x0_px, >=, 6.0);
        g_assert_true (isfinite (mark.x0_px) && isfinite (mark.x1_px));
        g_assert_true (isfinite (mark.solid0_px) && isfinite (mark.solid1_px));
        g_assert_cmpfloat (mark.x0_px, <=, mark.solid0_px);
        g_assert_cmpfloat (mark.solid1_px, <=, mark.x1_px);
      }
}

/* Nor are the lines that join several dates, or strike one through: dots that nobody sees cost as
 * much as those that are seen. */
static void
test_long_lines (void)
{
  static const struct
  {
    const gchar *edtf;
    AnnalsStatus status;
  } dates[] = { { "[1960-01-01,1990-01-01]", HAPPENED }, { "1960/1990", DENIED } };
  AnnalsMetrics metrics;
  AnnalsScale scale;
  AnnalsMark mark;

  annals_metrics_init (&metrics, 1.0, FALSE);
  init_scale (&scale, 1e6);
  scale.left_s = annals_instant_from_date (1972, 1, 1);
  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autoptr (AnnalsDate) date = annals_date_new_from_edtf (dates[i].edtf, NULL);
      g_autoptr (AnnalsScene) scene = annals_scene_new (1200.0, 200.0);
      guint n_lines = 0;
      guint n_expected = dates[i].status == DENIED ? 2 : 1;

      init_mark (&mark, dates[i].edtf, dates[i].status, &scale);
      annals_mark_draw (&mark, scene, date, dates[i].status, &scale, &metrics, 100.0);
      for (guint j = 0; j < annals_scene_get_n_items (scene); j++)
        {
          const AnnalsItem *item = annals_scene_get_item (scene, j);

          if (item->kind != ANNALS_ITEM_LINE)
            continue;
          n_lines++;
          g_assert_cmpfloat (item->rect.x, <=, 0.0);
          g_assert_cmpfloat (item->rect.x + item->rect.width, >=, 1200.0);
          g_assert_cmpfloat (item->rect.width, <=, 1400.0);
        }
      g_assert_cmpuint (n_lines, ==, n_expected);
    }
}

static void
test_capsule (void)
{
  AnnalsScale scale;
  AnnalsMark mark;

  init_scale (&scale, 1.0);
  init_mark (&mark, "1973-10-17/1974-03-18", HAPPENED, &scale);
  g_assert_cmpint (mark.shape, ==, ANNALS_SHAPE_BAR);
  g_assert_cmpfloat_with_epsilon (mark.x1_px - mark.x0_px, 6.0, 1e-9);
  g_assert_cmpfloat_with_epsilon ((mark.x0_px + mark.x1_px) / 2.0, 134.0, 0.6);
}

static void
test_disc_becomes_cover (void)
{
  AnnalsScale scale;
  AnnalsMark mark;

  init_scale (&scale, 365.2425 * 9.0);
  init_mark (&mark, "1973-07-02", HAPPENED, &scale);
  g_assert_cmpint (mark.shape, ==, ANNALS_SHAPE_DISC);
  init_scale (&scale, 365.2425 * 11.0);
  init_mark (&mark, "1973-07-02", HAPPENED, &scale);
  g_assert_cmpint (mark.shape, ==, ANNALS_SHAPE_COVER);
}

static void
test_no_date (void)
{
  AnnalsMetrics metrics;
  AnnalsHorizon horizon = { 0, 1, ANNALS_INSTANT_MIN };
  AnnalsScale scale;
  AnnalsMark mark;

  annals_metrics_init (&metrics, 1.0, FALSE);
  init_scale (&scale, 1.0);
  annals_mark_init (&mark, NULL, HAPPENED, &horizon, &scale, &metrics);
  g_assert_cmpint (mark.shape, ==, ANNALS_SHAPE_NONE);
}

/* What the drawing surface gets is never much wider than the picture, and fades where it should. */
static void
test_cut_to_picture (void)
{
  g_autoptr (AnnalsDate) date = annals_date_new_from_edtf ("1970~/1973~", NULL);
  g_autoptr (AnnalsScene) scene = annals_scene_new (1200.0, 200.0);
  const AnnalsItem *item;
  AnnalsMetrics metrics;
  AnnalsScale scale;
  AnnalsMark mark;

  annals_metrics_init (&metrics, 1.0, FALSE);
  init_scale (&scale, 1e6);
  init_mark (&mark, "1970~/1973~", HAPPENED, &scale);
  g_assert_cmpfloat (mark.x1_px - mark.x0_px, >, 1e6);
  scale.left_s = annals_instant_from_date (1972, 1, 1);
  init_mark (&mark, "1970~/1973~", HAPPENED, &scale);
  annals_mark_draw (&mark, scene, date, HAPPENED, &scale, &metrics, 100.0);
  item = annals_scene_get_item (scene, 0);
  g_assert_cmpfloat (item->rect.x, >=, -65.0);
  g_assert_cmpfloat (item->rect.x + item->rect.width, <=, 1265.0);
  g_assert_true (item->fades);
  for (guint i = 1; i < 4; i++)
    g_assert_cmpfloat (item->fade[i - 1], <=, item->fade[i]);
}

/* The record is as sure of itself as the mark would be. */
static void
test_record (void)
{
  static const struct
  {
    const gchar *edtf;
    const gchar *items;
    AnnalsMarkFeatures features;
  } records[] = {
    { "{1960-01-01,1970-01-01}", "disc disc", 0 },
    { "1960-01-01/1970-12-31", "rect", 0 },
    { "1960/1970", "rect line line", 0 },
    { "1960~/1970?", "rect hatch line", ANNALS_FEATURE_ABOUT | ANNALS_FEATURE_DOUBTFUL },
    { "197X", "pale-rect line line", 0 },
    { "197X?", "pale-rect hatch line line", ANNALS_FEATURE_DOUBTFUL },
    { "[1960..1970]", "pale-rect line line", 0 },
    { "[1960-01-01,197X]", "disc pale-rect line line", 0 },
    { "1960-01-01/..", "rect chevron", ANNALS_FEATURE_OPEN },
    { "1960-01-01/", "rect text", ANNALS_FEATURE_UNKNOWN },
  };
  AnnalsMetrics metrics;
  AnnalsScale scale;

  annals_metrics_init (&metrics, 1.0, FALSE);
  init_scale (&scale, PX_PER_YEAR);
  for (guint i = 0; i < G_N_ELEMENTS (records); i++)
    {
      g_autoptr (AnnalsDate) date = annals_date_new_from_edtf (records[i].edtf, NULL);
      g_autoptr (AnnalsScene) scene = annals_scene_new (1200.0, 200.0);
      g_autofree gchar *items = NULL;
      AnnalsMark mark;

      init_mark (&mark, records[i].edtf, HAPPENED, &scale);
      annals_mark_draw_record (&mark, scene, date, &scale, &metrics, 120.0);
      items = dup_scene_items (scene);
      g_assert_cmpstr (items, ==, records[i].items);
      g_assert_cmphex (annals_scene_get_features (scene), ==,
                       ANNALS_FEATURE_RECORD | records[i].features);
      for (guint j = 0; j < annals_scene_get_n_items (scene); j++)
        g_assert_cmpfloat (annals_scene_get_item (scene, j)->rect.height, <=, 5.0);
    }
}

int
main (int argc, char **argv)
{
  static const gchar *const statuses[] = { "happened", "ongoing", "planned", "hypothetical",
                                           "denied" };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree gchar *edtf = g_strdelimit (g_strdup (cases[i].edtf), "/", '_');
      g_autofree gchar *path = g_strdup_printf ("/timeline/mark/%s/%s", edtf,
                                                statuses[cases[i].status]);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/timeline/mark/least-width", test_least_width);
  g_test_add_func ("/timeline/mark/capsule", test_capsule);
  g_test_add_func ("/timeline/mark/disc-becomes-cover", test_disc_becomes_cover);
  g_test_add_func ("/timeline/mark/no-date", test_no_date);
  g_test_add_func ("/timeline/mark/cut-to-picture", test_cut_to_picture);
  g_test_add_func ("/timeline/mark/long-lines", test_long_lines);
  g_test_add_func ("/timeline/mark/record", test_record);

  return g_test_run ();
}
