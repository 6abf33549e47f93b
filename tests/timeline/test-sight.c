/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annals-picture.h"
#include "sample-lanes.h"

/* Very many lanes, of which few can be seen: while the picture moves it is chosen for these alone
 * what is shown, and nobody can tell. */

#define LEFT_PX 148.0
#define WIDTH_PX 1200.0
#define HEIGHT_PX 700.0
#define N_IN_LANE 60

typedef struct
{
  AnnalsLayout *layout;
  AnnalsScene *scene;
  AnnalsPictureOptions options;
  guint n_lanes;
} Fixture;

static void
rest (Fixture *fixture)
{
  const AnnalsMetrics *metrics = annals_layout_get_metrics (fixture->layout);

  annals_layout_pack (fixture->layout, &fixture->options.scale);
  annals_layout_set_progress (fixture->layout, 1.0);
  annals_layout_fit_height (fixture->layout, HEIGHT_PX - metrics->axis_height_px);
}

static void
fixture_init (Fixture *fixture, guint n_lanes)
{
  AnnalsMetrics metrics;

  annals_metrics_init (&metrics, 1.0, FALSE);
  *fixture = (Fixture){ .n_lanes = n_lanes };
  fixture->layout = sample_lanes_new_layout (n_lanes, N_IN_LANE, &metrics);
  fixture->options = (AnnalsPictureOptions){
    .width_px = LEFT_PX + WIDTH_PX, .height_px = HEIGHT_PX, .selected = -1, .hovered = -1
  };
  annals_layout_init_fit (fixture->layout, &fixture->options.scale, LEFT_PX, WIDTH_PX);
  fixture->scene = annals_scene_new (1.0, 1.0);
  rest (fixture);
}

static void
fixture_clear (Fixture *fixture)
{
  annals_scene_free (fixture->scene);
  annals_layout_free (fixture->layout);
}

static void
draw (Fixture *fixture)
{
  annals_picture_fill (fixture->layout, &fixture->options, fixture->scene);
}

static void
scroll (Fixture *fixture, gdouble dy_px)
{
  gdouble most = MAX (annals_layout_get_height (fixture->layout) - HEIGHT_PX, 0.0);

  fixture->options.scroll_y_px = CLAMP (fixture->options.scroll_y_px + dy_px, 0.0, most);
}

/* How many of a lane that begin in view are on the picture: as marks, and counted in clusters, of
 * which those at the edges may count some beyond. */
static void
count (const Fixture *fixture, guint lane, AnnalsInstant first, AnnalsInstant last, guint n[2])
{
  AnnalsIndex *index = annals_layout_get_index (fixture->layout);

  n[0] = n[1] = 0;
  for (guint i = 0; i < annals_scene_get_n_hits (fixture->scene); i++)
    {
      AnnalsIndexEntry entry;

      g_assert_true (annals_index_get (
          index, (guint) annals_scene_get_hit (fixture->scene, i)->event, &entry));
      n[0] += entry.lane == lane && entry.begin >= first && entry.begin <= last;
    }
  for (guint i = 0; i < annals_scene_get_n_clusters (fixture->scene); i++)
    {
      const AnnalsClusterHit *cluster = annals_scene_get_cluster (fixture->scene, i);

      if (cluster->lane != lane)
        continue;
      n[0] += cluster->count;
      n[1] += cluster->first < first || cluster->last > last ? cluster->count : 0;
    }
}

/* Of every lane that can be seen as a whole, everything is seen or counted, and once. */
static guint
check_lanes (Fixture *fixture)
{
  const AnnalsScale *scale = &fixture->options.scale;
  gdouble room = HEIGHT_PX - annals_layout_get_metrics (fixture->layout)->axis_height_px;
  AnnalsInstant first = annals_scale_get_instant (scale, LEFT_PX);
  AnnalsInstant last = annals_scale_get_instant (scale, LEFT_PX + WIDTH_PX);
  guint n_checked = 0;

  for (guint i = 0; i < fixture->n_lanes; i++)
    {
      const AnnalsLayoutLane *lane = annals_layout_get_lane (fixture->layout, i);
      guint expected = annals_index_count (annals_layout_get_index (fixture->layout), i, first,
                                           last);
      guint n[2];

      if (lane->top_px < fixture->options.scroll_y_px
          || lane->top_px + lane->height_px > fixture->options.scroll_y_px + room)
        continue;
      count (fixture, i, first, last, n);
      /* Dots stand for one, and may begin just beyond the edges. */
      g_assert_cmpuint (n[0] + 2, >=, expected);
      g_assert_cmpuint (n[0], <=, expected + n[1] + 2);
      n_checked++;
    }
  return n_checked;
}

/* What is chosen while one moves is bounded by what can be seen, not by how many lanes there are,
 * and lacks nothing wherever one goes. */
static void
test_moves (void)
{
  static const struct
  {
    gdouble zoom;
    gdouble pan_px;
    gdouble scroll_px;
  } moves[] = {
    { 1.0, 0.0, 400.0 },    { 1.3, 0.0, 0.0 },    { 2.7, 0.0, 0.0 },     { 1.0, 0.0, 900.0 },
    { 1.0, -300.0, 0.0 },   { 1.0, -900.0, 0.0 }, { 1.0, 0.0, -900.0 },  { 1.0, 500.0, 300.0 },
    { 0.4, 0.0, 0.0 },      { 1.0, 0.0, 5000.0 }, { 1.0, -4000.0, 0.0 }, { 1.0, 4000.0, 0.0 },
    { 1.9, 20.0, -4700.0 }, { 1.0, 0.0, -1e6 },   { 1.0, 0.0, 1e6 },     { 0.2, 0.0, -2000.0 },
  };
  static const guint n_lanes[] = { 40, 600 };
  guint most[G_N_ELEMENTS (n_lanes)] = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (n_lanes); i++)
    {
      Fixture fixture;

      fixture_init (&fixture, n_lanes[i]);
      draw (&fixture);
      g_assert_cmpuint (check_lanes (&fixture), >, 2);
      for (guint j = 0; j < G_N_ELEMENTS (moves); j++)
        {
          annals_scale_zoom (&fixture.options.scale, moves[j].zoom, LEFT_PX + WIDTH_PX / 3.0);
          annals_scale_pan (&fixture.options.scale, moves[j].pan_px);
          scroll (&fixture, moves[j].scroll_px);
          draw (&fixture);
          g_assert_cmpuint (check_lanes (&fixture), >, 2);
          if (j > 2)
            most[i] = MAX (most[i], annals_layout_get_n_shown (fixture.layout));
          if (j % 5 == 4 && annals_layout_settle (fixture.layout, &fixture.options.scale))
            check_lanes (&fixture);
        }
      rest (&fixture);
      scroll (&fixture, 0.0);
      draw (&fixture);
      g_assert_cmpuint (check_lanes (&fixture), >, 2);
      fixture_clear (&fixture);
    }
  g_assert_cmpuint (most[1], <, 3 * most[0]);
}

/* A lane that was scrolled out of sight and back has everything in the row it had. */
static void
test_rows_stay (void)
{
  Fixture fixture;
  g_autoptr (GHashTable) rows = g_hash_table_new (NULL, NULL);
  guint n_same = 0;

  fixture_init (&fixture, 24);
  annals_scale_zoom (&fixture.options.scale, 3.0, LEFT_PX + WIDTH_PX / 2.0);
  rest (&fixture);
  draw (&fixture);
  for (guint i = 0; i < annals_layout_get_n_shown (fixture.layout); i++)
    {
      const AnnalsLayoutEvent *event = annals_layout_get_shown (fixture.layout, i);

      g_hash_table_insert (rows, GUINT_TO_POINTER (event->index), GUINT_TO_POINTER (event->row));
    }
  scroll (&fixture, 1e6);
  draw (&fixture);
  annals_scale_pan (&fixture.options.scale, -1.5 * WIDTH_PX);
  draw (&fixture);
  scroll (&fixture, -1e6);
  draw (&fixture);
  annals_scale_pan (&fixture.options.scale, 1.5 * WIDTH_PX);
  draw (&fixture);
  for (guint i = 0; i < annals_scene_get_n_hits (fixture.scene); i++)
    {
      guint index = (guint) annals_scene_get_hit (fixture.scene, i)->event;
      const AnnalsLayoutEvent *event = annals_layout_find_shown (fixture.layout, index);
      gpointer row;

      if (event == NULL
          || !g_hash_table_lookup_extended (rows, GUINT_TO_POINTER (index), NULL, &row))
        continue;
      g_assert_cmpuint (event->row, ==, GPOINTER_TO_UINT (row));
      n_same++;
    }
  g_assert_cmpuint (n_same, >, 20);
  fixture_clear (&fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/timeline/sight/moves", test_moves);
  g_test_add_func ("/timeline/sight/rows-stay", test_rows_stay);

  return g_test_run ();
}
