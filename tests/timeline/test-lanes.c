/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>
#include <string.h>

#include "annals-picture.h"
#include "sample-document.h"

/* Lanes in another order, closed to one row, and on their way. */

#define LEFT_PX 148.0
#define WIDTH_PX 1000.0

static AnnalsLayout *
create_layout (AnnalsDocument *document, AnnalsScale *scale)
{
  AnnalsMetrics metrics;
  AnnalsLayout *layout;

  annals_metrics_init (&metrics, 1.0, FALSE);
  layout = annals_layout_new (document, &metrics, sample_measure, NULL);
  annals_layout_init_fit (layout, scale, LEFT_PX, WIDTH_PX);
  annals_layout_pack (layout, scale);
  annals_layout_fit_height (layout, 400.0);
  return layout;
}

/* Lanes lie one below the other, from the top to the height of all. */
static void
assert_stacked (const AnnalsLayout *layout, guint n_lanes)
{
  gdouble top = 0.0;

  for (guint i = 0; i < n_lanes; i++)
    {
      const AnnalsLayoutLane *lane = annals_layout_get_lane (layout,
                                                             annals_layout_get_lane_at (layout, i));

      g_assert_cmpfloat (lane->top_px, ==, top);
      top += lane->height_px;
    }
  g_assert_cmpfloat (annals_layout_get_height (layout), ==, top);
}

/* Where a little is missing, rows stand a little closer; where more is, the picture scrolls. */
static void
test_tight (void)
{
  g_autoptr (AnnalsDocument) document = sample_document_new_commentary ();
  AnnalsScale scale;
  g_autoptr (AnnalsLayout) layout = create_layout (document, &scale);
  const AnnalsMetrics *metrics = annals_layout_get_metrics (layout);
  guint n_rows = 0;
  gdouble least_px;

  for (guint i = 0; i < annals_layout_get_n_lanes (layout); i++)
    n_rows += (guint) round (annals_layout_get_lane (layout, i)->height_px
                             - 2.0 * metrics->lane_padding_px)
              / (guint) annals_layout_get_lane (layout, i)->pitch_px;
  annals_layout_fit_height (layout, 1.0);
  least_px = annals_layout_get_height (layout);
  g_assert_cmpfloat (annals_layout_get_lane (layout, 0)->pitch_px, ==, metrics->row_tight_px);
  g_assert_cmpuint (n_rows, >=, 10);
  for (gdouble height_px = least_px; height_px < least_px + n_rows; height_px += 1.0)
    {
      annals_layout_fit_height (layout, height_px);
      g_assert_cmpfloat (annals_layout_get_height (layout), <=, height_px);
      g_assert_cmpfloat (annals_layout_get_height (layout), >, height_px - 4.0);
    }
}

static void
test_order (void)
{
  g_autoptr (AnnalsDocument) document = sample_document_new_commentary ();
  guint n_lanes = annals_document_get_n_lanes (document);
  AnnalsScale scale;
  g_autoptr (AnnalsLayout) layout = create_layout (document, &scale);
  g_autofree guint *order = g_new0 (guint, n_lanes);

  g_assert_cmpuint (n_lanes, >=, 2);
  assert_stacked (layout, n_lanes);
  g_assert_cmpfloat (annals_layout_get_lane (layout, 0)->top_px, ==, 0.0);

  for (guint i = 0; i < n_lanes; i++)
    order[i] = n_lanes - 1 - i;
  annals_layout_set_lane_order (layout, order);
  annals_layout_fit_height (layout, 400.0);
  assert_stacked (layout, n_lanes);
  g_assert_cmpfloat (annals_layout_get_lane (layout, n_lanes - 1)->top_px, ==, 0.0);

  annals_document_move_lane (document, 0, 1);
  annals_layout_read_lanes (layout);
  annals_layout_fit_height (layout, 400.0);
  assert_stacked (layout, n_lanes);
  g_assert_cmpuint (annals_layout_get_lane_at (layout, 0), ==, 1);
  g_assert_cmpuint (annals_layout_get_lane_at (layout, 1), ==, 0);
}

static void
test_shift (void)
{
  g_autoptr (AnnalsDocument) document = sample_document_new_commentary ();
  AnnalsScale scale;
  g_autoptr (AnnalsLayout) layout = create_layout (document, &scale);
  gdouble top = annals_layout_get_lane (layout, 1)->top_px;
  gdouble all = annals_layout_get_height (layout);

  annals_layout_set_lane_shift (layout, 1, 12.0);
  annals_layout_fit_height (layout, 400.0);
  g_assert_cmpfloat (annals_layout_get_lane (layout, 1)->top_px, ==, top + 12.0);
  g_assert_cmpfloat (annals_layout_get_height (layout), ==, all);
}

static AnnalsScene *
build (AnnalsLayout *layout, const AnnalsScale *scale)
{
  AnnalsPictureOptions options = { .width_px = LEFT_PX + WIDTH_PX, .selected = -1, .hovered = -1 };

  options.scale = *scale;
  options.height_px = annals_layout_get_metrics (layout)->axis_height_px + 400.0;
  return annals_picture_build (layout, &options);
}

/* All marks of a closed lane can be hit, lie in its one row and have no label; those of others are
 * as they were. */
static void
test_closed (void)
{
  for (guint32 seed = 1; seed < 20; seed++)
    {
      g_autoptr (AnnalsDocument) document = sample_document_new_random (seed, 60);
      guint n_lanes = annals_document_get_n_lanes (document);
      AnnalsScale scale;
      g_autoptr (AnnalsLayout) layout = create_layout (document, &scale);
      gdouble all = annals_layout_get_height (layout);
      const AnnalsLayoutLane *lane = annals_layout_get_lane (layout, 0);
      gdouble open_px = lane->height_px;
      g_autoptr (AnnalsScene) scene = NULL;
      gdouble axis_px = annals_layout_get_metrics (layout)->axis_height_px;

      annals_layout_set_lane_closed (layout, 0, 1.0);
      annals_layout_fit_height (layout, 400.0);
      assert_stacked (layout, n_lanes);
      g_assert_cmpfloat (lane->height_px, ==, annals_layout_get_metrics (layout)->lane_closed_px);
      g_assert_cmpfloat (lane->height_px, <, open_px);
      scene = build (layout, &scale);
      for (guint i = 0; i < annals_scene_get_n_hits (scene); i++)
        {
          const AnnalsHit *hit = annals_scene_get_hit (scene, i);

          if (annals_document_get_event (document, hit->event)->lane != 0)
            continue;
          g_assert_cmpfloat (hit->label.width, ==, 0.0);
          g_assert_cmpfloat (hit->mark.y, >=, axis_px + lane->top_px);
          g_assert_cmpfloat (hit->mark.y + hit->mark.height, <=,
                             axis_px + lane->top_px + lane->height_px);
        }

      annals_layout_set_lane_closed (layout, 0, 0.5);
      annals_layout_fit_height (layout, 400.0);
      g_assert_cmpfloat (lane->height_px, >, annals_layout_get_metrics (layout)->lane_closed_px);
      annals_layout_set_lane_closed (layout, 0, 0.0);
      annals_layout_fit_height (layout, 400.0);
      g_assert_cmpfloat (annals_layout_get_height (layout), ==, all);
    }
}

/* Closing a lane does not change which events leave a trace. */
static void
test_traces (void)
{
  g_autoptr (AnnalsDocument) document = sample_document_new_commentary ();
  AnnalsScale scale;
  g_autoptr (AnnalsLayout) layout = create_layout (document, &scale);
  g_autoptr (AnnalsScene) open = build (layout, &scale);
  g_autoptr (AnnalsScene) closed = NULL;

  for (guint i = 0; i < annals_document_get_n_lanes (document); i++)
    annals_layout_set_lane_closed (layout, i, 1.0);
  annals_layout_fit_height (layout, 400.0);
  closed = build (layout, &scale);
  g_assert_cmpuint (annals_scene_get_n_hits (open), >, 0);
  for (guint i = 0; i < annals_scene_get_n_hits (open); i++)
    g_assert_nonnull (annals_scene_find_hit (closed, annals_scene_get_hit (open, i)->event));
}

/* The header of a closed lane still says its name and how many events there are. */
static void
test_header (void)
{
  g_autoptr (AnnalsDocument) document = sample_document_new_commentary ();
  AnnalsScale scale;
  g_autoptr (AnnalsLayout) layout = create_layout (document, &scale);
  g_autofree gchar *count = g_strdup_printf ("%u", annals_layout_get_lane (layout, 0)->n_events);
  g_autoptr (AnnalsScene) scene = NULL;
  guint n_found = 0;

  annals_layout_set_lane_closed (layout, 0, 1.0);
  annals_layout_fit_height (layout, 400.0);
  scene = build (layout, &scale);
  for (guint i = 0; i < annals_scene_get_n_items (scene); i++)
    {
      const AnnalsItem *item = annals_scene_get_item (scene, i);

      if (item->clip == ANNALS_CLIP_HEADERS && item->text != NULL)
        n_found += g_str_equal (item->text, count)
                   + (strncmp (item->text, annals_document_get_lane (document, 0)->label, 4) == 0);
    }
  g_assert_cmpuint (n_found, ==, 2);
}

/* Name and colour are those that the document has now. */
static void
test_renamed (void)
{
  g_autoptr (AnnalsDocument) document = sample_document_new_commentary ();
  AnnalsScale scale;
  g_autoptr (AnnalsLayout) layout = create_layout (document, &scale);
  g_autoptr (AnnalsScene) scene = NULL;
  gboolean found = FALSE;

  annals_document_set_lane_label (document, 0, "Elsewhere");
  annals_document_set_lane_color (document, 0, 6);
  annals_layout_read_lanes (layout);
  annals_layout_fit_height (layout, 400.0);
  scene = build (layout, &scale);
  for (guint i = 0; i < annals_scene_get_n_items (scene); i++)
    {
      const AnnalsItem *item = annals_scene_get_item (scene, i);

      found |= item->clip == ANNALS_CLIP_HEADERS && g_strcmp0 (item->text, "Elsewhere") == 0;
      if (item->event >= 0 && annals_document_get_event (document, item->event)->lane == 0)
        g_assert_cmpuint (item->color, ==, 6);
    }
  g_assert_true (found);
}

/* Where a finger points, a closed lane is high enough for one, however small the text is. */
static void
test_touch (void)
{
  static const gdouble text_scales[] = { 0.5, 1.0, 1.5, 2.0 };

  for (guint i = 0; i < G_N_ELEMENTS (text_scales); i++)
    {
      g_autoptr (AnnalsDocument) document = sample_document_new_commentary ();
      g_autoptr (AnnalsLayout) layout = NULL;
      AnnalsMetrics metrics;
      gdouble plain_px;

      annals_metrics_init (&metrics, text_scales[i], FALSE);
      plain_px = metrics.lane_closed_px;
      annals_metrics_set_touch (&metrics);
      layout = annals_layout_new (document, &metrics, sample_measure, NULL);
      for (guint j = 0; j < annals_document_get_n_lanes (document); j++)
        annals_layout_set_lane_closed (layout, j, 1.0);
      annals_layout_fit_height (layout, 400.0);
      for (guint j = 0; j < annals_document_get_n_lanes (document); j++)
        g_assert_cmpfloat (annals_layout_get_lane (layout, j)->height_px, >=, MAX (plain_px, 40.0));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline/lanes/tight", test_tight);
  g_test_add_func ("/timeline/lanes/order", test_order);
  g_test_add_func ("/timeline/lanes/shift", test_shift);
  g_test_add_func ("/timeline/lanes/closed", test_closed);
  g_test_add_func ("/timeline/lanes/traces", test_traces);
  g_test_add_func ("/timeline/lanes/header", test_header);
  g_test_add_func ("/timeline/lanes/renamed", test_renamed);
  g_test_add_func ("/timeline/lanes/touch", test_touch);
  return g_test_run ();
}
