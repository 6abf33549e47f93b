/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>

#include "annals-picture.h"
#include "sample-document.h"

/* The legend, which explains the signs used and no other, and the overview strip. */

static const struct
{
  AnnalsMarkFeatures feature;
  const gchar *meaning;
  const gchar *edtf; /* an event that uses it, and it alone */
  AnnalsStatus status;
} signs[] = {
  { ANNALS_FEATURE_PERIOD, "from begin to end", "1950-01-01/1960-12-31", ANNALS_STATUS_HAPPENED },
  { ANNALS_FEATURE_MOMENT, "one date", "1955-06-01", ANNALS_STATUS_HAPPENED },
  { ANNALS_FEATURE_COVERING, "one date within this stretch, no more is known", "1955",
    ANNALS_STATUS_HAPPENED },
  { ANNALS_FEATURE_PERIOD | ANNALS_FEATURE_INEXACT, "began or ended within the fade", "1950/1960",
    ANNALS_STATUS_HAPPENED },
  { ANNALS_FEATURE_PERIOD | ANNALS_FEATURE_ABOUT, "began or ended about then", "1950~/1960~",
    ANNALS_STATUS_HAPPENED },
  { ANNALS_FEATURE_COVERING | ANNALS_FEATURE_NEAR, "one date, about then", "1955~",
    ANNALS_STATUS_HAPPENED },
  { ANNALS_FEATURE_MOMENT | ANNALS_FEATURE_DOUBTFUL, "perhaps: this date may be wrong",
    "1955-06-01?", ANNALS_STATUS_HAPPENED },
  { ANNALS_FEATURE_PERIOD | ANNALS_FEATURE_DOUBTFUL, "perhaps: this date may be wrong",
    "1950-01-01/1960-12-31?", ANNALS_STATUS_HAPPENED },
  { ANNALS_FEATURE_PERIOD | ANNALS_FEATURE_OPEN, "goes on, no end stated", "1950-01-01/..",
    ANNALS_STATUS_ONGOING },
  { ANNALS_FEATURE_PERIOD | ANNALS_FEATURE_UNKNOWN, "this end is not known", "1950-01-01/",
    ANNALS_STATUS_HAPPENED },
  { ANNALS_FEATURE_PLANNED, "planned", "1950-01-01/1960-12-31", ANNALS_STATUS_PLANNED },
  { ANNALS_FEATURE_PLANNED | ANNALS_FEATURE_COVERING, "planned", "[..1960]",
    ANNALS_STATUS_PLANNED },
  { ANNALS_FEATURE_HYPOTHETICAL, "hypothetical", "1950-01-01/1960-12-31",
    ANNALS_STATUS_HYPOTHETICAL },
  { ANNALS_FEATURE_DENIED, "the text says it did not happen", "1950-01-01/1960-12-31",
    ANNALS_STATUS_DENIED },
  { ANNALS_FEATURE_ONE_OF, "one of these dates", "[1950-01-01,1960-12-31]",
    ANNALS_STATUS_HAPPENED },
  { ANNALS_FEATURE_ALL_OF, "each of these dates", "{1950-01-01,1960-12-31}",
    ANNALS_STATUS_HAPPENED },
  { ANNALS_FEATURE_ALL_OF | ANNALS_FEATURE_COVERING | ANNALS_FEATURE_DOUBTFUL,
    "perhaps: this date may be wrong", "{1950,1955-01-01?,1960}", ANNALS_STATUS_HAPPENED },
  { ANNALS_FEATURE_ONE_OF | ANNALS_FEATURE_NEAR, "one date, about then", "[1950,1955-01-01~,1960]",
    ANNALS_STATUS_HAPPENED },
  { ANNALS_FEATURE_WHISKER, "some time between these limits", "1955/1955", ANNALS_STATUS_HAPPENED },
  { ANNALS_FEATURE_WHISKER | ANNALS_FEATURE_OPEN, "some time between these limits", "[..1960]",
    ANNALS_STATUS_HAPPENED },
};

static AnnalsLayout *
create_layout (AnnalsDocument *document)
{
  AnnalsMetrics metrics;

  annals_metrics_init (&metrics, 1.0, FALSE);
  return annals_layout_new (document, &metrics, sample_measure, NULL);
}

static AnnalsScene *
build (AnnalsLayout *layout)
{
  AnnalsPictureOptions options
      = { .width_px = 1148.0, .height_px = 600.0, .selected = -1, .hovered = -1 };

  annals_layout_init_fit (layout, &options.scale, 148.0, 1000.0);
  annals_layout_pack (layout, &options.scale);
  annals_layout_fit_height (layout, 500.0);
  return annals_picture_build (layout, &options);
}

static GPtrArray *
list_texts (const AnnalsScene *scene, guint from)
{
  GPtrArray *texts = g_ptr_array_new ();

  for (guint i = from; i < annals_scene_get_n_items (scene); i++)
    if (annals_scene_get_item (scene, i)->role == ANNALS_ROLE_DIM_TEXT
        && annals_scene_get_item (scene, i)->text != NULL)
      g_ptr_array_add (texts, (gpointer) annals_scene_get_item (scene, i)->text);
  return texts;
}

static guint
count_features (AnnalsMarkFeatures features)
{
  guint n = 0;

  for (guint bit = 0; bit < 32; bit++)
    n += features >> bit & 1;
  return n;
}

static void
test_only_what_is_used (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      g_autoptr (AnnalsDocument) document = sample_document_new ("1949");
      g_autoptr (AnnalsLayout) layout = NULL;
      g_autoptr (AnnalsScene) scene = NULL;
      g_autoptr (GPtrArray) texts = NULL;
      AnnalsRect rect = { 0.0, 500.0, 1148.0, 100.0 };
      AnnalsMarkFeatures features;
      guint before;
      gdouble height;

      sample_document_add (document, "one", "One", signs[i].edtf, NULL, 0, signs[i].status);
      sample_document_add (document, "two", "Two", "1900-01-01", NULL, 0, ANNALS_STATUS_HAPPENED);
      layout = create_layout (document);
      scene = build (layout);
      features = annals_scene_get_features (scene);
      g_assert_cmphex (features, ==, signs[i].feature | ANNALS_FEATURE_MOMENT);
      before = annals_scene_get_n_items (scene);
      height = annals_legend_add (scene, layout, features, &rect);
      g_assert_cmpfloat (height, ==, annals_legend_get_height (layout, features, 1148.0));
      texts = list_texts (scene, before);
      g_assert_cmpuint (texts->len, ==, count_features (features));
      g_assert_true (g_ptr_array_find_with_equal_func (texts, signs[i].meaning, g_str_equal, NULL));
    }
}

/* All signs in any width: within the picture, none on another, none standing for an event. */
static void
test_flow (void)
{
  g_autoptr (AnnalsDocument) document = sample_document_new_marks ();
  g_autoptr (AnnalsLayout) layout = create_layout (document);
  gdouble previous = G_MAXDOUBLE;

  for (gdouble width = 460.0; width < 3000.0; width += 60.0)
    {
      g_autoptr (AnnalsScene) scene = annals_scene_new (width, 1000.0);
      AnnalsRect rect = { 0.0, 100.0, width, 0.0 };
      gdouble height = annals_legend_add (scene, layout, ANNALS_ALL_FEATURES, &rect);
      gdouble row = -1.0;
      gdouble end = 0.0;
      guint n_texts = 0;

      g_assert_cmpfloat (height, <=, previous);
      previous = height;
      for (guint i = 0; i < annals_scene_get_n_items (scene); i++)
        {
          const AnnalsItem *item = annals_scene_get_item (scene, i);

          g_assert_cmpint (item->event, ==, -1);
          if (item->role != ANNALS_ROLE_DIM_TEXT)
            continue;
          if (item->rect.y != row)
            end = 0.0;
          g_assert_cmpfloat (item->rect.x, >, end);
          row = item->rect.y;
          end = item->rect.x + sample_measure (item->font, item->text, NULL);
          g_assert_cmpfloat (end, <=, width);
          g_assert_cmpfloat (item->rect.y, <, 100.0 + height);
          n_texts++;
        }
      g_assert_cmpuint (n_texts, ==, count_features (ANNALS_ALL_FEATURES));
    }
}

/* What is about the same thing stands in one column where that takes no more height than rows, in
 * which each group begins anew. */
static void
test_columns (void)
{
  static const struct
  {
    AnnalsMarkFeatures features;
    gdouble width_px;
    guint n_columns;
    guint n_rows;
  } cases[] = {
    { ANNALS_FEATURE_PERIOD | ANNALS_FEATURE_MOMENT | ANNALS_FEATURE_COVERING
          | ANNALS_FEATURE_ONE_OF | ANNALS_FEATURE_ABOUT | ANNALS_FEATURE_OPEN
          | ANNALS_FEATURE_PLANNED,
      1400.0, 3, 4 },
    { ANNALS_FEATURE_PERIOD | ANNALS_FEATURE_MOMENT | ANNALS_FEATURE_COVERING
          | ANNALS_FEATURE_ONE_OF | ANNALS_FEATURE_ABOUT | ANNALS_FEATURE_OPEN
          | ANNALS_FEATURE_PLANNED,
      600.0, 1, 7 },
    { ANNALS_FEATURE_PERIOD | ANNALS_FEATURE_PLANNED, 1400.0, 2, 1 },
    /* Lower in rows: as many as there are columns, and one. */
    { ANNALS_FEATURE_PERIOD | ANNALS_FEATURE_MOMENT | ANNALS_FEATURE_COVERING
          | ANNALS_FEATURE_WHISKER | ANNALS_FEATURE_PLANNED,
      3000.0, 4, 2 },
  };
  g_autoptr (AnnalsDocument) document = sample_document_new_marks ();
  g_autoptr (AnnalsLayout) layout = create_layout (document);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AnnalsScene) scene = annals_scene_new (cases[i].width_px, 1000.0);
      g_autoptr (GHashTable) columns = g_hash_table_new (NULL, NULL);
      g_autoptr (GHashTable) rows = g_hash_table_new (NULL, NULL);
      AnnalsRect rect = { 0.0, 100.0, cases[i].width_px, 0.0 };

      annals_legend_add (scene, layout, cases[i].features, &rect);
      for (guint j = 0; j < annals_scene_get_n_items (scene); j++)
        {
          const AnnalsItem *item = annals_scene_get_item (scene, j);

          if (item->role != ANNALS_ROLE_DIM_TEXT)
            continue;
          g_hash_table_add (columns, GINT_TO_POINTER ((gint) item->rect.x));
          g_hash_table_add (rows, GINT_TO_POINTER ((gint) item->rect.y));
        }
      g_assert_cmpuint (g_hash_table_size (columns), ==, cases[i].n_columns);
      g_assert_cmpuint (g_hash_table_size (rows), ==, cases[i].n_rows);
    }
}

/* An era is explained where one is drawn, and nowhere else. */
static void
test_era (void)
{
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (AnnalsDocument) document = sample_document_new ("1980");
      g_autoptr (AnnalsLayout) layout = NULL;
      g_autoptr (AnnalsScene) scene = NULL;
      AnnalsScale scale;
      guint era = sample_document_add (document, "era", "Era", "1950-01-01/1960-12-31", NULL, 0,
                                       ANNALS_STATUS_HAPPENED);

      sample_document_add (document, "two", "Two", "1955-01-01", NULL, 0, ANNALS_STATUS_HAPPENED);
      annals_document_set_event_is_era (document, era, i == 0);
      layout = create_layout (document);
      scene = build (layout);
      annals_layout_init_fit (layout, &scale, 148.0, 1000.0);
      g_assert_cmphex (annals_scene_get_features (scene), ==,
                       ANNALS_FEATURE_MOMENT
                           | (i == 0 ? ANNALS_FEATURE_ERA : ANNALS_FEATURE_PERIOD));
      g_assert_cmphex (annals_layout_get_features (layout, &scale) & ANNALS_FEATURE_ERA, ==,
                       i == 0 ? ANNALS_FEATURE_ERA : 0);
    }
}

/* Every sign has a sample, which stays within its room. */
static void
test_samples (void)
{
  g_autoptr (AnnalsDocument) document = sample_document_new_marks ();
  g_autoptr (AnnalsLayout) layout = create_layout (document);

  for (guint i = 0; i < annals_legend_get_n_signs (); i++)
    {
      g_autoptr (AnnalsScene) scene = annals_legend_build_sample (layout, i);
      gdouble width;
      gdouble height;

      annals_scene_get_size (scene, &width, &height);
      g_assert_cmpuint (annals_scene_get_n_items (scene), >, 0);
      for (guint j = 0; j < annals_scene_get_n_items (scene); j++)
        {
          const AnnalsRect *rect = &annals_scene_get_item (scene, j)->rect;

          g_assert_cmpfloat (rect->x, >=, 0.0);
          g_assert_cmpfloat (rect->x + rect->width, <=, width);
          g_assert_cmpfloat (rect->y, >=, 0.0);
          g_assert_cmpfloat (rect->y + rect->height, <=, height);
        }
    }
}

static void
test_nothing_to_explain (void)
{
  g_autoptr (AnnalsDocument) document = sample_document_new (NULL);
  g_autoptr (AnnalsLayout) layout = create_layout (document);

  g_assert_cmpfloat (annals_legend_get_height (layout, 0, 1000.0), ==, 0.0);
}

static void
test_overview (void)
{
  g_autoptr (AnnalsDocument) document = sample_document_new_commentary ();
  g_autoptr (AnnalsLayout) layout = create_layout (document);
  g_autoptr (AnnalsScene) picture = build (layout);
  AnnalsOverviewOptions options = { .width_px = 1148.0, .height_px = 40.0, .x_px = 148.0 };
  AnnalsScale whole;

  annals_overview_init_scale (layout, &whole, 148.0, 1000.0);
  for (gdouble factor = 1.0; factor < 1e6; factor *= 4.0)
    {
      g_autoptr (AnnalsScene) strip = NULL;
      const AnnalsRect *window;
      guint n_marks = 0;

      options.scale = whole;
      annals_scale_zoom (&options.scale, factor, 648.0);
      strip = annals_overview_build (layout, &options);
      window = annals_scene_get_clip (strip, ANNALS_CLIP_LANES);
      g_assert_cmpfloat (window->width, >=, 3.0);
      g_assert_cmpfloat (window->x, >=, 148.0);
      g_assert_cmpfloat (window->x + window->width, <=, 1148.0);
      g_assert_cmpfloat_with_epsilon (window->x + window->width / 2.0, 648.0, 3.0);
      if (1000.0 / factor > 8.0)
        g_assert_cmpfloat_with_epsilon (window->width, 1000.0 / factor, 3.0);
      for (guint i = 0; i < annals_scene_get_n_items (strip); i++)
        {
          const AnnalsItem *item = annals_scene_get_item (strip, i);

          if (item->role != ANNALS_ROLE_MARK)
            continue;
          n_marks++;
          g_assert_cmpfloat (item->rect.width, >=, 3.0);
          g_assert_cmpfloat (item->rect.x, >=, 148.0);
          g_assert_cmpfloat (item->rect.y + item->rect.height, <=, 40.0);
        }
      g_assert_cmpuint (n_marks, ==, 15);
    }
}

/* Where time is compressed there is a sign in place of what lies there. */
static void
test_overview_breaks (void)
{
  g_autoptr (AnnalsDocument) document = sample_document_new_commentary ();
  g_autoptr (AnnalsLayout) layout = create_layout (document);
  const AnnalsBreak given = { annals_instant_from_date (1956, 1, 1),
                              annals_instant_from_date (1999, 12, 31) };
  g_autoptr (AnnalsBreaks) breaks = annals_breaks_new (&given, 1, 60.0);
  AnnalsOverviewOptions options = { .width_px = 1148.0, .height_px = 40.0, .x_px = 148.0 };
  g_autoptr (AnnalsScene) strip = NULL;
  AnnalsRect gap = { 0.0, 0.0, 0.0, 0.0 };
  guint n_strokes = 0;

  annals_layout_set_breaks (layout, breaks);
  annals_overview_init_scale (layout, &options.scale, 148.0, 1000.0);
  annals_layout_pack (layout, &options.scale);
  annals_layout_fit_height (layout, 500.0);
  strip = annals_overview_build (layout, &options);
  gap.x = annals_scale_get_x (&options.scale, given.first);
  gap.width = annals_scale_get_x (&options.scale, given.last) - gap.x;
  g_assert_cmpfloat_with_epsilon (gap.width, 60.0, 1.0);
  for (guint i = 0; i < annals_scene_get_n_items (strip); i++)
    {
      const AnnalsItem *item = annals_scene_get_item (strip, i);

      if (item->kind != ANNALS_ITEM_LINE || item->role != ANNALS_ROLE_DIM_TEXT)
        continue;
      g_assert_cmpfloat (item->rect.x, >, gap.x + 15.0);
      g_assert_cmpfloat (item->rect.x + item->rect.width, <, gap.x + gap.width - 15.0);
      g_assert_cmpfloat (item->rect.y + item->rect.height, >, 1.0);
      g_assert_cmpfloat (item->rect.y, <, 40.0);
      n_strokes++;
    }
  g_assert_cmpuint (n_strokes, ==, 2);
}

/* Lanes of forty events each, by turns. */
static AnnalsLayout *
create_layout_of_lanes (guint n_lanes)
{
  g_autofree AnnalsLane *lanes = g_new0 (AnnalsLane, n_lanes);
  AnnalsIndex *index = annals_index_new (n_lanes);
  AnnalsMetrics metrics;
  AnnalsLayout *layout;
  AnnalsScale scale;

  annals_metrics_init (&metrics, 1.0, FALSE);
  for (guint i = 0; i < n_lanes; i++)
    lanes[i] = (AnnalsLane){ (gchar *) "lane", (gchar *) "Lane", i % 8 };
  for (guint i = 0; i < n_lanes * 40; i++)
    {
      AnnalsInstant begin = annals_instant_from_date (1700, 1, 1)
                            + (gint64) i * 2654435761 % 9467077800;
      AnnalsIndexEntry entry = { .begin = begin,
                                 .end = begin,
                                 .event = i,
                                 .lane = i % n_lanes,
                                 .flags = ANNALS_INDEX_PLAIN | ANNALS_INDEX_MOMENT,
                                 .label = "It" };

      annals_index_add (index, &entry);
    }
  annals_index_build (index);
  layout = annals_layout_new_for_index (index, lanes, n_lanes, &metrics, sample_measure, NULL);
  annals_index_unref (index);
  annals_layout_init_fit (layout, &scale, 148.0, 1000.0);
  annals_layout_pack (layout, &scale);
  annals_layout_fit_height (layout, 600.0);
  return layout;
}

static gchar *
dup_strip (AnnalsLayout *layout, gdouble width_px, guint *n_items)
{
  AnnalsOverviewOptions options = { .width_px = width_px, .height_px = 40.0, .x_px = 148.0 };
  g_autoptr (AnnalsScene) strip = NULL;

  annals_layout_init_fit (layout, &options.scale, 148.0, 1000.0);
  strip = annals_overview_build (layout, &options);
  *n_items = annals_scene_get_n_items (strip);
  return annals_scene_dump (strip);
}

/* However many lanes there are, no more is drawn than there are pixels for; and what is kept from
 * one frame to the next is what would be found anew. */
static void
test_overview_lanes (void)
{
  static const guint n_lanes[] = { 3, 30, 500 };
  static const gdouble widths[] = { 1148.0, 900.0, 900.0 };

  for (guint i = 0; i < G_N_ELEMENTS (n_lanes); i++)
    {
      g_autoptr (AnnalsLayout) kept = create_layout_of_lanes (n_lanes[i]);

      for (guint j = 0; j < 2 * G_N_ELEMENTS (widths); j++)
        {
          g_autoptr (AnnalsLayout) fresh = create_layout_of_lanes (n_lanes[i]);
          gdouble closed = j % 2;
          g_autofree gchar *strip = NULL;
          g_autofree gchar *expected = NULL;
          guint n_items;

          annals_layout_set_lane_closed (kept, 1, closed);
          annals_layout_fit_height (kept, 600.0);
          annals_layout_set_lane_closed (fresh, 1, closed);
          annals_layout_fit_height (fresh, 600.0);
          strip = dup_strip (kept, widths[j / 2], &n_items);
          expected = dup_strip (fresh, widths[j / 2], &n_items);
          g_assert_cmpstr (strip, ==, expected);
          g_assert_cmpuint (n_items, >, 60);
          g_assert_cmpuint (n_items, <, 40 * 1148 / 4);
        }
    }
}

/* As long as there is room for them, rows of the strip lie on whole pixels, clear of one another;
 * where there is none, all of it stays above the years. */
static void
test_overview_rows (void)
{
  static const gdouble heights[] = { 36.0, 47.0, 50.0, 64.0, 120.0 };
  g_autoptr (AnnalsDocument) document = sample_document_new_commentary ();
  g_autoptr (AnnalsLayout) layout = create_layout (document);
  AnnalsOverviewOptions options = { .width_px = 1148.0, .x_px = 148.0 };

  annals_layout_init_fit (layout, &options.scale, 148.0, 1000.0);
  annals_layout_pack (layout, &options.scale);
  annals_layout_fit_height (layout, 400.0);
  for (guint i = 0; i < G_N_ELEMENTS (heights); i++)
    {
      g_autoptr (AnnalsScene) strip = NULL;
      guint n_marks = 0;

      options.height_px = heights[i];
      strip = annals_overview_build (layout, &options);
      for (guint j = 0; j < annals_scene_get_n_items (strip); j++)
        {
          const AnnalsItem *mark = annals_scene_get_item (strip, j);

          if (mark->role != ANNALS_ROLE_MARK)
            continue;
          n_marks++;
          g_assert_cmpfloat (mark->rect.y, ==, round (mark->rect.y));
          g_assert_cmpfloat (mark->rect.y, >=, 5.0);
          g_assert_cmpfloat (mark->rect.y + mark->rect.height, <=, heights[i] - 16.0);
          for (guint k = 0; heights[i] >= 47.0 && k < j; k++)
            {
              const AnnalsItem *other = annals_scene_get_item (strip, k);

              g_assert_true (other->role != ANNALS_ROLE_MARK || other->rect.y == mark->rect.y
                             || fabs (other->rect.y - mark->rect.y) >= mark->rect.height + 1.0);
            }
        }
      g_assert_cmpuint (n_marks, ==, annals_document_get_n_events (document));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/timeline/legend/only-what-is-used", test_only_what_is_used);
  g_test_add_func ("/timeline/legend/flow", test_flow);
  g_test_add_func ("/timeline/legend/columns", test_columns);
  g_test_add_func ("/timeline/legend/era", test_era);
  g_test_add_func ("/timeline/legend/samples", test_samples);
  g_test_add_func ("/timeline/legend/nothing-to-explain", test_nothing_to_explain);
  g_test_add_func ("/timeline/overview", test_overview);
  g_test_add_func ("/timeline/overview/breaks", test_overview_breaks);
  g_test_add_func ("/timeline/overview/lanes", test_overview_lanes);
  g_test_add_func ("/timeline/overview/rows", test_overview_rows);

  return g_test_run ();
}
