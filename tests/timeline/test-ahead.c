/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>

#include "annals-layout-private.h"
#include "sample-document.h"

/* What is shown at the next level of detail is sought ahead while one zooms. */

#define LEFT_PX 148.0
#define WIDTH_PX 1200.0
#define N_LANES 3
#define N_EVENTS 6000

typedef struct
{
  AnnalsIndex *index;
  AnnalsLayout *layout;
  AnnalsScale scale;
} Fixture;

/* One lane does not fold, and some events are open at either end. */
static void
fill (AnnalsIndex *index)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (guint i = 0; i < N_EVENTS; i++)
    {
      AnnalsInstant begin = (AnnalsInstant) (g_rand_double (random) * 1e10);
      gdouble length = i % 2 == 0 ? 0.0 : 86400.0 * pow (4000.0, g_rand_double (random));
      AnnalsIndexEntry entry = { .begin = i % 97 == 0 ? ANNALS_INSTANT_MIN : begin,
                                 .end = begin + (AnnalsInstant) length,
                                 .event = i,
                                 .lane = i < 20 ? 1 : i % 2 * 2,
                                 .flags = ANNALS_INDEX_PLAIN,
                                 .label = "event" };

      if (i % 89 == 0)
        entry.end = ANNALS_INSTANT_MAX;
      entry.weight = annals_index_weigh (i % 7, entry.begin, entry.end);
      g_assert_true (annals_index_add (index, &entry));
    }
}

static void
fixture_init (Fixture *fixture)
{
  static const AnnalsLane lanes[N_LANES] = { { (gchar *) "a", (gchar *) "One", 0 },
                                             { (gchar *) "b", (gchar *) "Two", 1 },
                                             { (gchar *) "c", (gchar *) "Three", 2 } };
  AnnalsMetrics metrics;

  annals_metrics_init (&metrics, 1.0, FALSE);
  fixture->index = annals_index_new (N_LANES);
  fill (fixture->index);
  annals_index_build (fixture->index);
  fixture->layout = annals_layout_new_for_index (fixture->index, lanes, N_LANES, &metrics,
                                                 sample_measure, NULL);
  annals_layout_init_fit (fixture->layout, &fixture->scale, LEFT_PX, WIDTH_PX);
  annals_layout_fit_height (fixture->layout, 600.0);
  annals_layout_pack (fixture->layout, &fixture->scale);
}

static void
fixture_clear (Fixture *fixture)
{
  annals_layout_free (fixture->layout);
  annals_index_unref (fixture->index);
}

static void
assert_same_events (GArray *a, GArray *b)
{
  g_assert_cmpuint (a->len, ==, b->len);
  for (guint i = 0; i < a->len; i++)
    g_assert_cmpuint (g_array_index (a, AnnalsChosen, i).entry.event, ==,
                      g_array_index (b, AnnalsChosen, i).entry.event);
}

static void
assert_same_clusters (GArray *a, GArray *b)
{
  g_assert_cmpuint (a->len, ==, b->len);
  for (guint i = 0; i < a->len; i++)
    {
      const AnnalsCluster *one = &g_array_index (a, AnnalsCluster, i);
      const AnnalsCluster *other = &g_array_index (b, AnnalsCluster, i);

      g_assert_cmpuint (one->lane, ==, other->lane);
      g_assert_cmpint (one->cell, ==, other->cell);
      g_assert_cmpuint (one->count, ==, other->count);
      g_assert_cmpint (one->event, ==, other->event);
    }
}

/* What begins in sight and is shown in one picture is shown in the other. */
static void
assert_same_in_sight (const Fixture *one, const Fixture *other)
{
  for (guint i = 0; i < annals_layout_get_n_shown (one->layout); i++)
    {
      const AnnalsLayoutEvent *event = annals_layout_get_shown (one->layout, i);
      gdouble x_px = annals_scale_get_x (&one->scale, event->begin);

      if (event->extra || x_px < LEFT_PX || x_px > LEFT_PX + WIDTH_PX)
        continue;
      g_assert_nonnull (annals_layout_find_shown (other->layout, event->index));
    }
}

/* In small steps the same is found as at once. */
static void
test_steps (void)
{
  Fixture fixture;
  AnnalsLayoutChoice at_once;
  AnnalsLayoutChoice slowly;
  guint n_clusters = 0;

  fixture_init (&fixture);
  annals_layout_choice_init (&at_once);
  annals_layout_choice_init (&slowly);
  for (guint i = 0; i < 60; i++)
    {
      AnnalsDetail detail;

      annals_scale_zoom (&fixture.scale, 1.3, LEFT_PX + 40.0 + i * 19.0);
      annals_detail_init (&detail, fixture.scale.s_per_px, 5);
      annals_layout_choice_start_round (fixture.layout, &at_once, &detail, &fixture.scale, 100.0);
      annals_layout_choice_start_round (fixture.layout, &slowly, &detail, &fixture.scale, 100.0);
      annals_layout_choice_advance (fixture.layout, &at_once, 1.0);
      for (guint j = 1; j <= 1 + i % 13; j++)
        annals_layout_choice_advance (fixture.layout, &slowly, j / (1.0 + i % 13));
      assert_same_events (at_once.shown, slowly.shown);
      assert_same_events (at_once.context, slowly.context);
      assert_same_clusters (at_once.clusters, slowly.clusters);
      n_clusters += at_once.clusters->len;
    }
  g_assert_cmpuint (n_clusters, >, 500);
  annals_layout_choice_clear (&at_once);
  annals_layout_choice_clear (&slowly);
  fixture_clear (&fixture);
}

/* A share of the work is a share of the window, whatever it is cut into. */
static void
test_shares (void)
{
  Fixture fixture;
  AnnalsDetail detail;
  guint n_before = 0;
  guint n_grown = 0;

  fixture_init (&fixture);
  annals_scale_zoom (&fixture.scale, 4.0, LEFT_PX + WIDTH_PX / 2.0);
  annals_detail_init (&detail, fixture.scale.s_per_px, 5);
  annals_layout_choice_start_round (fixture.layout, &fixture.layout->ahead, &detail, &fixture.scale,
                                    100.0);
  for (guint i = 1; i <= 8; i++)
    {
      guint n;

      annals_layout_choice_advance (fixture.layout, &fixture.layout->ahead, i / 8.0);
      n = fixture.layout->ahead.clusters->len;
      n_grown += n > n_before;
      n_before = n;
    }
  g_assert_cmpuint (n_grown, >=, 4);
  fixture_clear (&fixture);
}

/* Zooms until levels have changed often; how often it was known ahead what is shown then. */
static guint
zoom (Fixture *fixture, gdouble factor, gdouble anchor_px, guint *n_changed)
{
  AnnalsLayout *layout = fixture->layout;
  guint n_known = 0;

  *n_changed = 0;
  for (guint i = 0; i < 2000 && *n_changed < 8; i++)
    {
      AnnalsDetail detail;
      gboolean known;

      annals_scale_zoom (&fixture->scale, factor, anchor_px);
      annals_detail_init (&detail, fixture->scale.s_per_px, layout->n_rows);
      known = annals_layout_choice_covers (&layout->ahead, &detail, &fixture->scale, 0.0)
              && layout->ahead.at == layout->ahead.lanes->len;
      if (!annals_detail_equal (&detail, &layout->detail))
        {
          (*n_changed)++;
          n_known += known;
        }
      annals_layout_follow (layout, &fixture->scale, -1);
      g_assert_true (annals_detail_equal (&detail, &layout->detail));
    }
  return n_known;
}

static void
test_zooms (void)
{
  static const gdouble factors[] = { 1.1, 1.02, 1.3 };
  static const gdouble anchors[] = { LEFT_PX + WIDTH_PX / 2.0, LEFT_PX + 3.0, LEFT_PX + WIDTH_PX };

  for (guint i = 0; i < G_N_ELEMENTS (factors); i++)
    for (guint j = 0; j < G_N_ELEMENTS (anchors); j++)
      {
        Fixture fixture;
        guint n_changed = 0;

        fixture_init (&fixture);
        /* The first frame does not tell where a zoom goes. */
        g_assert_cmpuint (zoom (&fixture, factors[i], anchors[j], &n_changed), >=, 7);
        g_assert_cmpuint (n_changed, ==, 8);
        g_assert_cmpuint (zoom (&fixture, 1.0 / factors[i], anchors[j], &n_changed), >=, 7);
        fixture_clear (&fixture);
      }
}

/* From rest, a zoom of up to half the way between two levels finds the next one looked through,
 * wherever it leaves time where it is; and shows there what is shown when nothing is known ahead.
 */
static void
test_from_rest (void)
{
  guint n_crossed = 0;

  for (guint i = 0; i < 120; i++)
    {
      gdouble factor = pow (2.0, i % 2 == 0 ? 0.499 : -0.499);
      gdouble anchor_px = LEFT_PX + WIDTH_PX * (i % 5) / 4.0;
      Fixture fixtures[2];
      AnnalsDetail detail;

      for (guint j = 0; j < 2; j++)
        {
          fixture_init (&fixtures[j]);
          annals_scale_zoom (&fixtures[j].scale, pow (2.0, 1.0 + i * 0.093),
                             LEFT_PX + WIDTH_PX / 3.0);
          annals_layout_pack (fixtures[j].layout, &fixtures[j].scale);
          annals_scale_zoom (&fixtures[j].scale, factor, anchor_px);
        }
      annals_detail_init (&detail, fixtures[0].scale.s_per_px, fixtures[0].layout->n_rows);
      if (!annals_detail_equal (&detail, &fixtures[0].layout->detail))
        {
          const AnnalsLayoutChoice *ahead = &fixtures[0].layout->ahead;

          g_assert_true (annals_layout_choice_covers (ahead, &detail, &fixtures[0].scale, 0.0));
          g_assert_cmpuint (ahead->at, ==, ahead->lanes->len);
          n_crossed++;
        }
      fixtures[1].layout->ahead.started = FALSE;
      for (guint j = 0; j < 2; j++)
        annals_layout_follow (fixtures[j].layout, &fixtures[j].scale, -1);
      assert_same_in_sight (&fixtures[0], &fixtures[1]);
      assert_same_in_sight (&fixtures[1], &fixtures[0]);
      for (guint j = 0; j < 2; j++)
        fixture_clear (&fixtures[j]);
    }
  g_assert_cmpuint (n_crossed, >, 50);
}

/* Who leaps passes levels that are never shown: nothing is sought for them. */
static void
test_leaps (void)
{
  Fixture fixture;

  fixture_init (&fixture);
  fixture.layout->ahead.started = FALSE;
  for (guint i = 0; i < 8; i++)
    {
      annals_scale_zoom (&fixture.scale, 1.8, LEFT_PX + WIDTH_PX / 3.0);
      annals_layout_follow (fixture.layout, &fixture.scale, -1);
      g_assert_false (fixture.layout->ahead.started);
    }
  for (guint i = 0; i < 8; i++)
    {
      annals_scale_pan (&fixture.scale, 60.0);
      annals_layout_follow (fixture.layout, &fixture.scale, -1);
      g_assert_false (fixture.layout->ahead.started);
    }
  fixture_clear (&fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline/ahead/steps", test_steps);
  g_test_add_func ("/timeline/ahead/shares", test_shares);
  g_test_add_func ("/timeline/ahead/zooms", test_zooms);
  g_test_add_func ("/timeline/ahead/from-rest", test_from_rest);
  g_test_add_func ("/timeline/ahead/leaps", test_leaps);
  return g_test_run ();
}
