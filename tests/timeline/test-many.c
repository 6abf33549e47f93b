/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>
#include <string.h>

#include "annals-cluster.h"
#include "annals-picture.h"
#include "bad-events.h"
#include "sample-document.h"

/* Pictures of very many events, and of events that nobody would wish for. */

#define LEFT_PX 148.0
#define WIDTH_PX 1200.0
#define HEIGHT_PX 700.0
#define N_LANES 3

typedef struct
{
  AnnalsIndex *index;
  AnnalsLayout *layout;
  AnnalsPictureOptions options;
  AnnalsScene *scene;
} Fixture;

/* Shows all of a layout that is new. */
static void
show_all (Fixture *fixture)
{
  fixture->options = (AnnalsPictureOptions){
    .width_px = LEFT_PX + WIDTH_PX, .height_px = HEIGHT_PX, .selected = -1, .hovered = -1
  };
  annals_layout_init_fit (fixture->layout, &fixture->options.scale, LEFT_PX, WIDTH_PX);
  annals_layout_fit_height (
      fixture->layout, HEIGHT_PX - annals_layout_get_metrics (fixture->layout)->axis_height_px);
  annals_layout_pack (fixture->layout, &fixture->options.scale);
  fixture->scene = annals_scene_new (1.0, 1.0);
}

static void
lay_out (Fixture *fixture)
{
  static const AnnalsLane lanes[N_LANES] = { { (gchar *) "a", (gchar *) "One", 0 },
                                             { (gchar *) "b", (gchar *) "Two", 1 },
                                             { (gchar *) "c", (gchar *) "Three", 2 } };
  AnnalsMetrics metrics;

  annals_metrics_init (&metrics, 1.0, FALSE);
  annals_index_build (fixture->index);
  fixture->layout = annals_layout_new_for_index (fixture->index, lanes, N_LANES, &metrics,
                                                 sample_measure, NULL);
  show_all (fixture);
}

static void
fixture_clear (Fixture *fixture)
{
  annals_scene_free (fixture->scene);
  annals_layout_free (fixture->layout);
  annals_index_unref (fixture->index);
}

static void
draw (Fixture *fixture)
{
  annals_picture_fill (fixture->layout, &fixture->options, fixture->scene);
}

static void
add (Fixture *fixture,
     guint event,
     guint lane,
     AnnalsInstant begin,
     AnnalsInstant end,
     const gchar *label)
{
  AnnalsIndexEntry entry = { .begin = begin,
                             .end = end,
                             .event = event,
                             .lane = lane,
                             .weight = annals_index_weigh (0, begin, begin),
                             .flags = ANNALS_INDEX_PLAIN | (begin == end ? ANNALS_INDEX_MOMENT : 0),
                             .label = label };

  g_assert_true (annals_index_add (fixture->index, &entry));
}

static void
fixture_init_random (Fixture *fixture, guint32 seed, guint n)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  gdouble years = 31556952.0 * 300.0;

  *fixture = (Fixture){ .index = annals_index_new (N_LANES) };
  for (guint i = 0; i < n; i++)
    {
      AnnalsInstant begin = (AnnalsInstant) (54e9 + g_rand_double (random) * years);
      gdouble length = g_rand_boolean (random) ? 0.0
                                               : 86400.0 * pow (3652.0, g_rand_double (random));
      gchar label[64] = "";

      memset (label, 'a' + (gint) (i % 26), 1 + i * 7 % 60);
      add (fixture, i, (guint) g_rand_int_range (random, 0, N_LANES), begin,
           begin + (AnnalsInstant) length, label);
    }
  lay_out (fixture);
}

static gboolean
overlap (const AnnalsRect *a, const AnnalsRect *b)
{
  return a->width > 0.0 && b->width > 0.0 && a->x < b->x + b->width - 1.0
         && b->x < a->x + a->width - 1.0 && a->y < b->y + b->height && b->y < a->y + a->height;
}

/* What is drawn stays within what a screen can hold, and nothing lies over anything. */
static void
check_picture (const Fixture *fixture)
{
  const AnnalsScene *scene = fixture->scene;

  g_assert_cmpuint (annals_scene_get_n_items (scene), <, 6000);
  for (guint i = 0; i < annals_scene_get_n_hits (scene); i++)
    {
      const AnnalsHit *a = annals_scene_get_hit (scene, i);

      g_assert_true (isfinite (a->mark.x) && isfinite (a->mark.width));
      g_assert_true (a->label.width == 0.0 || a->label.x >= LEFT_PX);
      g_assert_cmpfloat (a->label.x + a->label.width, <=, LEFT_PX + WIDTH_PX);
      for (guint j = 0; j < annals_scene_get_n_hits (scene); j++)
        if (i != j)
          {
            const AnnalsHit *b = annals_scene_get_hit (scene, j);

            g_assert_false (overlap (&a->label, &b->label));
            g_assert_false (overlap (&a->label, &b->mark));
          }
      for (guint j = 0; j < annals_scene_get_n_clusters (scene); j++)
        {
          g_assert_false (overlap (&a->label, &annals_scene_get_cluster (scene, j)->mark));
          g_assert_false (overlap (&a->mark, &annals_scene_get_cluster (scene, j)->mark));
        }
    }
  for (guint i = 1; i < annals_scene_get_n_clusters (scene); i++)
    g_assert_false (overlap (&annals_scene_get_cluster (scene, i - 1)->mark,
                             &annals_scene_get_cluster (scene, i)->mark));
}

/* No two marks of one row meet, on the scale for which rows were packed. */
static void
check_marks (const Fixture *fixture)
{
  const AnnalsScene *scene = fixture->scene;

  for (guint i = 0; i < annals_scene_get_n_hits (scene); i++)
    for (guint j = 0; j < i; j++)
      g_assert_false (
          overlap (&annals_scene_get_hit (scene, i)->mark, &annals_scene_get_hit (scene, j)->mark));
}

/* Every event that begins in view is seen or counted, once. */
static void
check_counts (const Fixture *fixture)
{
  const AnnalsScale *scale = &fixture->options.scale;
  AnnalsInstant first = annals_scale_get_instant (scale, LEFT_PX);
  AnnalsInstant last = annals_scale_get_instant (scale, LEFT_PX + WIDTH_PX);
  guint n = 0;
  guint n_beyond = 0;

  for (guint i = 0; i < annals_scene_get_n_hits (fixture->scene); i++)
    {
      AnnalsIndexEntry entry;

      g_assert_true (annals_index_get (
          fixture->index, (guint) annals_scene_get_hit (fixture->scene, i)->event, &entry));
      n += entry.begin >= first && entry.begin <= last;
    }
  for (guint i = 0; i < annals_scene_get_n_clusters (fixture->scene); i++)
    {
      const AnnalsClusterHit *cluster = annals_scene_get_cluster (fixture->scene, i);

      n += cluster->count;
      n_beyond += cluster->first < first || cluster->last > last ? cluster->count : 0;
    }
  /* Clusters at the edges may hold some that begin beyond them, and dots stand for one. */
  g_assert_cmpuint (n + 3 * N_LANES, >=,
                    annals_index_count (fixture->index, ANNALS_INDEX_ALL_LANES, first, last));
  g_assert_cmpuint (n, <=,
                    annals_index_count (fixture->index, ANNALS_INDEX_ALL_LANES, first, last)
                        + n_beyond + 3 * N_LANES);
}

static void
test_zooms (void)
{
  for (guint32 seed = 1; seed < 5; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      Fixture fixture;

      fixture_init_random (&fixture, seed, seed * seed * 3000);
      for (guint frame = 0; frame < 120; frame++)
        {
          gdouble zoom = frame < 60 ? 1.15 : 1.0 / 1.15;

          annals_scale_zoom (&fixture.options.scale, zoom, LEFT_PX + WIDTH_PX * 0.4);
          fixture.options.selected = frame % 10 == 9
                                         ? g_rand_int_range (random, 0, (gint) seed * 3000)
                                         : -1;
          if (frame % 20 == 19)
            annals_layout_pack (fixture.layout, &fixture.options.scale);
          draw (&fixture);
          check_picture (&fixture);
          check_counts (&fixture);
        }
      fixture_clear (&fixture);
    }
}

/* While one pans, what stays in view moves with the hand and in no other way. */
static void
test_pans (void)
{
  static const gdouble steps[] = { -37.0, 53.0, -211.0 };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr (GHashTable) rows = g_hash_table_new (NULL, NULL);
      Fixture fixture;

      fixture_init_random (&fixture, 7 + i, 8000);
      annals_scale_zoom (&fixture.options.scale, 12.0, LEFT_PX + WIDTH_PX / 2.0);
      annals_layout_pack (fixture.layout, &fixture.options.scale);
      for (guint frame = 0; frame < 60; frame++)
        {
          g_autoptr (GHashTable) before = g_hash_table_new_full (NULL, NULL, NULL, g_free);
          gdouble left = LEFT_PX + MAX (steps[i], 0.0) + 1.0;
          gdouble right = LEFT_PX + WIDTH_PX + MIN (steps[i], 0.0) - 1.0;

          draw (&fixture);
          check_picture (&fixture);
          check_marks (&fixture);
          for (guint j = 0; j < annals_scene_get_n_hits (fixture.scene); j++)
            {
              const AnnalsHit *hit = annals_scene_get_hit (fixture.scene, j);

              g_hash_table_insert (before, GINT_TO_POINTER (hit->event),
                                   g_memdup2 (&hit->mark, sizeof hit->mark));
            }
          annals_scale_pan (&fixture.options.scale, steps[i]);
          draw (&fixture);
          for (guint j = 0; j < annals_scene_get_n_hits (fixture.scene); j++)
            {
              const AnnalsHit *hit = annals_scene_get_hit (fixture.scene, j);
              const AnnalsRect *mark = g_hash_table_lookup (before, GINT_TO_POINTER (hit->event));
              const AnnalsLayoutEvent *shown = annals_layout_find_shown (fixture.layout,
                                                                         (guint) hit->event);
              gpointer row;

              if (shown == NULL)
                continue;
              if (mark != NULL && mark->x > left && mark->x + mark->width < right
                  && hit->mark.x > left && hit->mark.x + hit->mark.width < right)
                g_assert_cmpfloat_with_epsilon (hit->mark.x - mark->x, steps[i], 1.01);
              if (g_hash_table_lookup_extended (rows, GINT_TO_POINTER (hit->event), NULL, &row))
                g_assert_cmpuint (GPOINTER_TO_UINT (row), ==, shown->row);
              g_hash_table_insert (rows, GINT_TO_POINTER (hit->event),
                                   GUINT_TO_POINTER (shown->row));
            }
        }
      fixture_clear (&fixture);
    }
}

typedef struct
{
  gdouble top_px[N_LANES];
  gdouble height_px[N_LANES];
} Places;

static void
note_places (const Fixture *fixture, Places *places)
{
  for (guint i = 0; i < N_LANES; i++)
    {
      const AnnalsLayoutLane *lane = annals_layout_get_lane (fixture->layout, i);

      places->top_px[i] = lane->top_px;
      places->height_px[i] = lane->height_px;
    }
}

static void
check_places (const Fixture *fixture, const Places *expected)
{
  Places places;

  note_places (fixture, &places);
  for (guint i = 0; i < N_LANES; i++)
    {
      g_assert_cmpfloat (places.top_px[i], ==, expected->top_px[i]);
      g_assert_cmpfloat (places.height_px[i], ==, expected->height_px[i]);
    }
}

/* Many long events, of which some come into view where no row is free. */
static void
fixture_init_crowded (Fixture *fixture, guint32 seed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);

  *fixture = (Fixture){ .index = annals_index_new (N_LANES) };
  for (guint i = 0; i < 4000; i++)
    {
      AnnalsInstant begin = (AnnalsInstant) (54e9 + g_rand_double (random) * 9e9);

      add (fixture, i, i % N_LANES, begin,
           begin + (AnnalsInstant) (86400.0 * pow (30000.0, g_rand_double (random))), "Crowded");
    }
  lay_out (fixture);
}

/* Lanes stay where they are while the picture moves. What found no row gets one when it rests: the
 * lanes grow then, from where they were, and no event changes its row. */
static void
test_lanes_stay (void)
{
  static const gdouble steps[] = { -61.0, 47.0, -333.0, 290.0 };
  guint n_grown = 0;

  for (guint i = 0; i < 8; i++)
    {
      Fixture fixture;
      Places places;

      fixture_init_crowded (&fixture, 40 + i);
      annals_scale_zoom (&fixture.options.scale, 6.0, LEFT_PX + WIDTH_PX / 2.0);
      annals_layout_pack (fixture.layout, &fixture.options.scale);
      note_places (&fixture, &places);
      for (guint frame = 0; frame < 80; frame++)
        {
          annals_scale_pan (&fixture.options.scale, steps[i % G_N_ELEMENTS (steps)]);
          if (frame > 60)
            annals_scale_zoom (&fixture.options.scale, i % 2 == 0 ? 1.1 : 0.92, LEFT_PX + 100.0);
          draw (&fixture);
          check_places (&fixture, &places);
          check_picture (&fixture);
          check_counts (&fixture);
          if (frame != 60)
            continue;
          if (annals_layout_settle (fixture.layout, &fixture.options.scale))
            {
              Places settled;

              note_places (&fixture, &settled);
              n_grown += settled.height_px[0] > places.height_px[0];
              annals_layout_set_progress (fixture.layout, 0.0);
              check_places (&fixture, &places);
              annals_layout_set_progress (fixture.layout, 1.0);
              check_places (&fixture, &settled);
              draw (&fixture);
              check_marks (&fixture);
              check_counts (&fixture);
              places = settled;
            }
          g_assert_false (annals_layout_settle (fixture.layout, &fixture.options.scale));
        }
      fixture_clear (&fixture);
    }
  g_assert_cmpuint (n_grown, >, 0);
}

/* Of a picture that cannot be scrolled, lanes are never higher than there is room for; what has no
 * row is counted. */
static void
test_limited (void)
{
  static const struct
  {
    gdouble height_px;
    guint least_rows;
  } cases[] = { { 700.0, 4 }, { 420.0, 3 }, { 260.0, 2 }, { 170.0, 1 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint j = 0; j < 2; j++)
      {
        AnnalsRowLimit limit = { .height_px = cases[i].height_px,
                                 .pitch_px = 22.0,
                                 .least_rows = cases[i].least_rows,
                                 .folds_all = TRUE };
        Fixture fixture;

        if (j == 0)
          fixture_init_crowded (&fixture, 3 + i);
        else
          fixture_init_random (&fixture, 3 + i, 60); /* not so many that lanes fold by themselves */
        fixture.options.height_px = limit.height_px
                                    + annals_layout_get_metrics (fixture.layout)->axis_height_px;
        annals_layout_limit_rows (fixture.layout, &limit);
        annals_layout_pack (fixture.layout, &fixture.options.scale);
        annals_layout_fit_height (fixture.layout, limit.height_px);
        g_assert_cmpfloat (annals_layout_get_height (fixture.layout), <=, limit.height_px + 0.5);
        draw (&fixture);
        check_picture (&fixture);
        check_marks (&fixture);
        check_counts (&fixture);
        fixture_clear (&fixture);
      }
}

/* Wherever it is, and however many others there are: what is selected is seen. */
static void
test_selected (void)
{
  Fixture fixture;

  fixture_init_random (&fixture, 3, 20000);
  for (gint event = 0; event < 20000; event += 371)
    {
      AnnalsIndexEntry entry;

      annals_index_get (fixture.index, (guint) event, &entry);
      annals_layout_init_fit (fixture.layout, &fixture.options.scale, LEFT_PX, WIDTH_PX);
      annals_scale_zoom (&fixture.options.scale, 1.0 + event % 50,
                         annals_scale_get_x (&fixture.options.scale, entry.begin));
      fixture.options.selected = event;
      draw (&fixture);
      g_assert_nonnull (annals_scene_find_hit (fixture.scene, event));
      g_assert_nonnull (annals_layout_find_shown (fixture.layout, (guint) event));
      check_picture (&fixture);
    }
  fixture_clear (&fixture);
}

/* What is pinned lies over nothing that is not pinned too. */
static void
check_room_for_pinned (const Fixture *fixture)
{
  guint n = annals_layout_get_n_shown (fixture->layout);

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < n; j++)
      {
        const AnnalsLayoutEvent *one = annals_layout_get_shown (fixture->layout, i);
        const AnnalsLayoutEvent *other = annals_layout_get_shown (fixture->layout, j);
        AnnalsMark mark;
        AnnalsMark there;

        if (!one->pinned || other->pinned || one->lane != other->lane || one->row != other->row)
          continue;
        annals_layout_init_mark (fixture->layout, one, &fixture->options.scale, &mark);
        annals_layout_init_mark (fixture->layout, other, &fixture->options.scale, &there);
        if (mark.x0_px < there.x1_px && there.x0_px < mark.x1_px)
          g_error ("event %u is pinned and lies over event %u", one->index, other->index);
      }
}

/* So is all that is pinned and in sight, at every zoom and wherever one pans to; its label comes
 * first and is strong. */
static void
test_pinned (void)
{
  g_autoptr (AnnalsDocument) document = sample_document_new_random (5, 5000);
  Fixture fixture = { 0 };
  AnnalsMetrics metrics;
  guint n_seen = 0;
  Places places;

  for (guint event = 17; event < 5000; event += 97)
    annals_document_set_event_is_pinned (document, event, TRUE);
  annals_metrics_init (&metrics, 1.0, FALSE);
  fixture.layout = annals_layout_new (document, &metrics, sample_measure, NULL);
  fixture.index = annals_index_ref (annals_layout_get_index (fixture.layout));
  show_all (&fixture);
  note_places (&fixture, &places);
  for (guint frame = 0; frame < 120; frame++)
    {
      AnnalsScale *scale = &fixture.options.scale;

      if (frame % 20 == 19)
        annals_scale_zoom (scale, 2.5, LEFT_PX + 300.0);
      else
        annals_scale_pan (scale, frame % 40 < 20 ? -90.0 : 70.0);
      if (frame % 20 == 10)
        {
          annals_layout_pack (fixture.layout, scale);
          note_places (&fixture, &places);
        }
      draw (&fixture);
      check_places (&fixture, &places);
      for (guint event = 17; event < 5000; event += 97)
        {
          AnnalsIndexEntry entry;
          const AnnalsLayoutEvent *shown;

          if (!annals_index_get (fixture.index, event, &entry)
              || entry.end < annals_scale_get_instant (scale, LEFT_PX)
              || entry.begin > annals_scale_get_instant (scale, LEFT_PX + WIDTH_PX))
            continue;
          shown = annals_layout_find_shown (fixture.layout, event);
          g_assert_nonnull (shown);
          g_assert_true (shown->pinned);
          n_seen++;
        }
    }
  g_assert_cmpuint (n_seen, >, 500);
  fixture_clear (&fixture);
}

/* While the picture moves lanes have no row to spare for what is pinned and comes into view: lesser
 * events make room for it. */
static void
test_pinned_displaces (void)
{
  g_autoptr (AnnalsDocument) document = sample_document_new (NULL);
  Fixture fixture = { 0 };
  AnnalsMetrics metrics;
  AnnalsScale *scale = &fixture.options.scale;

  for (guint event = 0; event < 4000; event++)
    {
      g_autofree gchar *id = g_strdup_printf ("event-%u", event);
      guint year = 1000 + event * 7 % 1000;
      gboolean pinned = event % 19 == 18;
      g_autofree gchar *edtf = g_strdup_printf ("%u/%u", year, year + 20 + event % 40);

      sample_document_add (document, id, "A reign", edtf, NULL, event % 3, ANNALS_STATUS_HAPPENED);
      annals_document_set_event_is_pinned (document, event, pinned);
    }
  annals_metrics_init (&metrics, 1.0, FALSE);
  fixture.layout = annals_layout_new (document, &metrics, sample_measure, NULL);
  fixture.index = annals_index_ref (annals_layout_get_index (fixture.layout));
  fixture.scene = annals_scene_new (1.0, 1.0);
  fixture.options = (AnnalsPictureOptions){
    .width_px = LEFT_PX + WIDTH_PX, .height_px = HEIGHT_PX / 2.0, .selected = -1, .hovered = -1
  };
  annals_layout_init_fit (fixture.layout, scale, LEFT_PX, WIDTH_PX);
  annals_layout_fit_height (fixture.layout, HEIGHT_PX / 2.0 - metrics.axis_height_px);
  for (guint motion = 0; motion < 48; motion++)
    {
      annals_layout_init_fit (fixture.layout, scale, LEFT_PX, WIDTH_PX);
      annals_scale_zoom (scale, 6.0 + motion % 7, LEFT_PX + 25.0 * motion);
      annals_layout_pack (fixture.layout, scale);
      for (guint frame = 0; frame < 40; frame++)
        {
          annals_scale_pan (scale, motion % 2 == 0 ? -97.0 : 97.0);
          draw (&fixture);
          check_room_for_pinned (&fixture);
        }
    }
  fixture_clear (&fixture);
}

/* Of a picture that cannot be scrolled, lanes become no higher for what is pinned: others get fewer
 * rows, and only where that is not enough it may lie over others. */
static void
test_pinned_limited (void)
{
  static const struct
  {
    guint n_pinned; /* at one time, in one lane */
    gboolean overlaps;
    gboolean fits;
  } cases[] = {
    { 3, FALSE, TRUE },
    { 9, FALSE, TRUE },
    { 40, FALSE, FALSE },
    { 40, TRUE, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AnnalsDocument) document = sample_document_new_random (5, 2000);
      AnnalsRowLimit limit = {
        .height_px = 480.0, .pitch_px = 22.0, .least_rows = 2, .overlaps = cases[i].overlaps
      };
      g_autofree guint *n_in_row = g_new0 (guint, 256);
      Fixture fixture = { 0 };
      AnnalsMetrics metrics;
      guint n_over = 0;

      for (guint j = 0; j < cases[i].n_pinned; j++)
        {
          g_autofree gchar *id = g_strdup_printf ("pinned-%u", j);

          sample_document_add (document, id, "Pinned", "1950/1960", NULL, 1,
                               ANNALS_STATUS_HAPPENED);
          annals_document_set_event_is_pinned (document, 2000 + j, TRUE);
        }
      annals_metrics_init (&metrics, 1.0, FALSE);
      fixture.layout = annals_layout_new (document, &metrics, sample_measure, NULL);
      fixture.index = annals_index_ref (annals_layout_get_index (fixture.layout));
      fixture.scene = annals_scene_new (1.0, 1.0);
      annals_layout_init_fit (fixture.layout, &fixture.options.scale, LEFT_PX, WIDTH_PX);
      annals_layout_limit_rows (fixture.layout, &limit);
      annals_layout_pack (fixture.layout, &fixture.options.scale);
      annals_layout_fit_height (fixture.layout, limit.height_px);
      for (guint j = 0; j < cases[i].n_pinned; j++)
        {
          const AnnalsLayoutEvent *shown = annals_layout_find_shown (fixture.layout, 2000 + j);

          g_assert_nonnull (shown);
          n_over += n_in_row[shown->row]++ > 0;
        }
      g_test_message ("%u pinned, %u of them over others", cases[i].n_pinned, n_over);
      g_assert_cmpint (annals_layout_get_height (fixture.layout) <= limit.height_px, ==,
                       cases[i].fits);
      g_assert_cmpint (n_over > 0, ==, cases[i].overlaps);
      fixture_clear (&fixture);
    }
}

static void
test_bad (gconstpointer data)
{
  Fixture fixture = { 0 };
  AnnalsMetrics metrics;

  annals_metrics_init (&metrics, 1.0, FALSE);
  fixture.layout = bad_events_create_layout (data, &metrics, sample_measure, NULL);
  fixture.index = annals_index_ref (annals_layout_get_index (fixture.layout));
  show_all (&fixture);
  for (guint frame = 0; frame < 240; frame++)
    {
      AnnalsScale *scale = &fixture.options.scale;

      annals_scale_zoom (scale, frame < 120 ? 1.7 : 1.0 / 1.7,
                         LEFT_PX + WIDTH_PX * (frame % 9) / 9.0);
      annals_scale_pan (scale, (frame % 7 - 3.0) * 170.0);
      if (frame % 11 == 0)
        annals_layout_pack (fixture.layout, scale);
      fixture.options.selected = frame % 5 == 0 ? (gint) frame : -1;
      draw (&fixture);
      check_picture (&fixture);
    }
  fixture_clear (&fixture);
}

/* Figures of capsules and lanes are written as those of dates are, in every locale. */
static void
test_figures (void)
{
  static const struct
  {
    guint count;
    const gchar *whole;
    const gchar *brief;
  } cases[] = {
    { 0, "0", "0" },
    { 7, "7", "7" },
    { 42, "42", "42" },
    { 999, "999", "999" },
    { 1234, "1234", "1k" },
    { 9999, "9999", "9k" },
    { 10000, "10,000", "10k" },
    { 999999, "999,999", "999k" },
    { 1234567, "1,234,567", "1M" },
    { G_MAXUINT32, "4,294,967,295", "4294M" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gchar figure[32];

      annals_cluster_format_count (cases[i].count, FALSE, figure, sizeof figure);
      g_assert_cmpstr (figure, ==, cases[i].whole);
      annals_cluster_format_count (cases[i].count, TRUE, figure, sizeof figure);
      g_assert_cmpstr (figure, ==, cases[i].brief);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/timeline/many/zooms", test_zooms);
  g_test_add_func ("/timeline/many/pans", test_pans);
  g_test_add_func ("/timeline/many/lanes-stay", test_lanes_stay);
  g_test_add_func ("/timeline/many/limited", test_limited);
  g_test_add_func ("/timeline/many/selected", test_selected);
  g_test_add_func ("/timeline/many/pinned", test_pinned);
  g_test_add_func ("/timeline/many/pinned-displaces", test_pinned_displaces);
  g_test_add_func ("/timeline/many/pinned-limited", test_pinned_limited);
  g_test_add_func ("/timeline/many/figures", test_figures);
  bad_events_add_tests ("/timeline/many", test_bad);

  return g_test_run ();
}
