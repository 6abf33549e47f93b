/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>
#include <string.h>

#include "annals-picture.h"
#include "sample-document.h"

/* Eras: which events are, in which rows their names stand, and how they look. */

#define LEFT_PX 148.0
#define WIDTH_PX 800.0

typedef struct
{
  const gchar *id;
  const gchar *edtf;
  gboolean is_era;
} Row;

typedef struct
{
  AnnalsDocument *document;
  AnnalsLayout *layout;
  AnnalsPictureOptions options;
} Fixture;

static const Row rows[] = {
  { "war", "1947/1989", TRUE },     { "crisis", "1973-10-17", FALSE },
  { "middle", "1960/1970", TRUE },  { "after", "1990/1998", TRUE },
  { "about", "1955~/1958~", TRUE }, { "far away", "1700/1750", TRUE },
  { "without a date", NULL, TRUE },
};

static AnnalsDocument *
create_document (const Row *table, guint n_rows)
{
  AnnalsDocument *document = sample_document_new ("2004");

  for (guint i = 0; i < n_rows; i++)
    {
      guint event = sample_document_add (document, table[i].id, table[i].id, table[i].edtf, NULL,
                                         i % 3, ANNALS_STATUS_HAPPENED);

      annals_document_set_event_is_era (document, event, table[i].is_era);
    }

  return document;
}

static void
create_layout (Fixture *fixture, const gchar *const *lanes)
{
  AnnalsMetrics metrics;

  annals_metrics_init (&metrics, 1.0, FALSE);
  fixture->layout = annals_layout_new_filtered (fixture->document, &metrics, sample_measure, NULL,
                                                lanes, NULL);
  annals_scale_init (&fixture->options.scale, annals_instant_from_date (1940, 1, 1),
                     annals_instant_from_date (2000, 1, 1), LEFT_PX, WIDTH_PX);
  annals_layout_pack (fixture->layout, &fixture->options.scale);
  annals_layout_fit_height (fixture->layout, 300.0);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->document = create_document (rows, G_N_ELEMENTS (rows));
  fixture->options = (AnnalsPictureOptions){
    .width_px = LEFT_PX + WIDTH_PX, .height_px = 400.0, .selected = -1, .hovered = -1
  };
  create_layout (fixture, NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  annals_layout_free (fixture->layout);
  g_object_unref (fixture->document);
}

static gchar *
dup_rows (const AnnalsEras *eras)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < annals_eras_get_n (eras); i++)
    g_string_append_printf (words, "%s%s/%u", i > 0 ? " " : "", annals_eras_get (eras, i)->label,
                            annals_eras_get (eras, i)->row);
  return g_string_free (words, FALSE);
}

static void
test_rows (Fixture *fixture, gconstpointer data)
{
  const AnnalsEras *eras = annals_layout_get_eras (fixture->layout);
  g_autofree gchar *words = dup_rows (eras);

  g_assert_cmpstr (words, ==, "far away/0 war/0 about/1 middle/1 after/0");
  g_assert_cmpuint (annals_eras_get_n_rows (eras), ==, 2);
  g_assert_cmpuint (annals_eras_find (eras, 0)->event, ==, 0);
  g_assert_null (annals_eras_find (eras, 1));
  g_assert_null (annals_eras_find (eras, -1));
}

/* An era is no event of its lane; with lanes left out, their eras are too. */
static void
test_lanes (Fixture *fixture, gconstpointer data)
{
  const gchar *lanes[] = { "japan", NULL };
  g_autofree gchar *words = NULL;

  g_assert_cmpuint (annals_layout_get_n_events (fixture->layout), ==, 1);
  g_assert_cmpuint (annals_layout_get_lane (fixture->layout, 0)->n_events, ==, 0);
  annals_layout_free (fixture->layout);
  create_layout (fixture, lanes);
  words = dup_rows (annals_layout_get_eras (fixture->layout));
  g_assert_cmpstr (words, ==, "about/0");
}

/* All that there is to see is shown, eras too. */
static void
test_extent (Fixture *fixture, gconstpointer data)
{
  AnnalsInstant first;
  AnnalsInstant last;

  g_assert_true (annals_layout_get_extent (fixture->layout, &first, &last));
  g_assert_cmpint (first, ==, annals_instant_from_date (1700, 1, 1));
  g_assert_cmpint (last, ==, annals_instant_from_date (1999, 1, 1) - 1);
}

/* Eras are the background of something: a document of nothing else shows them as events. */
static void
test_nothing_else (void)
{
  const Row only[] = { { "war", "1947/1989", TRUE }, { "undated", NULL, FALSE } };
  Fixture fixture = { .document = create_document (only, G_N_ELEMENTS (only)) };

  create_layout (&fixture, NULL);
  g_assert_cmpuint (annals_eras_get_n (annals_layout_get_eras (fixture.layout)), ==, 0);
  g_assert_cmpuint (annals_layout_get_n_events (fixture.layout), ==, 1);
  tear_down (&fixture, NULL);
}

/* Names make the axis higher by their rows, however often the measures are handed on. */
static void
test_room (Fixture *fixture, gconstpointer data)
{
  AnnalsMetrics plain;
  const AnnalsMetrics *metrics = annals_layout_get_metrics (fixture->layout);
  AnnalsMetrics again = *metrics;

  annals_metrics_init (&plain, 1.0, FALSE);
  g_assert_cmpfloat (metrics->axis_height_px, ==,
                     plain.axis_height_px + 2.0 * ANNALS_ERA_ROW_PX + 2.0);
  annals_metrics_set_era_rows (&again, 2);
  g_assert_cmpfloat (again.axis_height_px, ==, metrics->axis_height_px);
  annals_metrics_set_era_rows (&again, 0);
  g_assert_cmpfloat (again.axis_height_px, ==, plain.axis_height_px);
}

/* What is drawn of eras: the bands, which are marks without an event, and the plates. */
static gchar *
dup_lines (const AnnalsScene *scene)
{
  g_autofree gchar *dump = annals_scene_dump (scene);
  g_auto (GStrv) lines = g_strsplit (dump, "\n", -1);
  GString *found = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    if (strstr (lines[i], "event=1") == NULL
        && (strstr (lines[i], "event=") != NULL || g_str_has_prefix (lines[i], "rect mark ")
            || g_str_has_prefix (lines[i], "line mark ")))
      g_string_append_printf (found, "%s\n", lines[i]);
  return g_string_free (found, FALSE);
}

static void
test_dump (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnnalsScene) scene = annals_picture_build (fixture->layout, &fixture->options);
  g_autofree gchar *lines = dup_lines (scene);

  g_assert_cmpstr (
      lines, ==,
      "rect mark 241.0,86.0 574.0x314.0 opacity=0.1 fade=241.3,254.7,801.4,814.7\n"
      "rect mark 335.0,86.0 80.0x314.0 opacity=0.1 fade=334.7,361.3,388.0,414.7\n"
      "rect mark 415.0,86.0 146.0x314.0 opacity=0.1 fade=414.7,428.0,548.0,561.3\n"
      "rect mark 815.0,86.0 120.0x314.0 opacity=0.1 fade=814.7,828.0,921.4,934.7\n"
      "rect mark event=0 241.0,48.0 574.0x17.0 opacity=0.2 fade=241.3,254.7,801.4,814.7\n"
      "text text event=0 248.0,61.0 \"war\"\n"
      "text dim event=0 276.0,61.0 \"1947–1989\"\n"
      "rect mark event=4 335.0,67.0 80.0x17.0 opacity=0.2 fade=334.7,361.3,388.0,414.7\n"
      "text text event=4 342.0,80.0 \"about\"\n"
      "rect mark event=2 415.0,67.0 146.0x17.0 opacity=0.2 fade=414.7,428.0,548.0,561.3\n"
      "text text event=2 422.0,80.0 \"middle\"\n"
      "text dim event=2 471.0,80.0 \"1960–1970\"\n"
      "rect mark event=3 815.0,48.0 120.0x17.0 opacity=0.2 fade=814.7,828.0,921.4,934.7\n"
      "text text event=3 822.0,61.0 \"after\"\n"
      "text dim event=3 864.0,61.0 \"1990–1998\"\n"
      "rect mark 16.0,94.0 4.0x32.0\n"
      "rect mark 16.0,142.0 4.0x32.0\n"
      "rect mark 16.0,190.0 4.0x32.0\n");
}

/* A name stays at the left edge while its era is in view. */
static void
test_sticky (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnnalsScene) scene = NULL;
  const AnnalsHit *hit;

  annals_scale_init (&fixture->options.scale, annals_instant_from_date (1980, 1, 1),
                     annals_instant_from_date (2000, 1, 1), LEFT_PX, WIDTH_PX);
  scene = annals_picture_build (fixture->layout, &fixture->options);
  hit = annals_scene_find_hit (scene, 0);
  g_assert_nonnull (hit);
  g_assert_cmpfloat_with_epsilon (hit->label.x, LEFT_PX + 7.0, 0.01);
  g_assert_cmpfloat (hit->mark.y + hit->mark.height, <=,
                     annals_layout_get_metrics (fixture->layout)->axis_height_px);
  g_assert_null (annals_scene_find_hit (scene, 2));
}

/* An era can be gone to, as an event can. */
static void
test_go_to (Fixture *fixture, gconstpointer data)
{
  const AnnalsScale *scale = &fixture->options.scale;
  AnnalsMark mark;

  g_assert_true (annals_layout_init_any_mark (fixture->layout, 3, scale, &mark));
  g_assert_cmpfloat_with_epsilon (
      mark.x0_px, annals_scale_get_x (scale, annals_instant_from_date (1990, 1, 1)), 1.0);
  g_assert_true (annals_layout_init_any_mark (fixture->layout, 1, scale, &mark));
  g_assert_false (annals_layout_init_any_mark (fixture->layout, 6, scale, &mark));
}

/* Outside the range of time, an era steps back as marks do. */
static void
test_stands_back (Fixture *fixture, gconstpointer data)
{
  const guint8 let_through[G_N_ELEMENTS (rows)] = { [0] = 1, [1] = 1 };
  g_autoptr (AnnalsScene) scene = NULL;

  fixture->options.let_through = let_through;
  fixture->options.n_let_through = G_N_ELEMENTS (let_through);
  fixture->options.selected = 4;
  scene = annals_picture_build (fixture->layout, &fixture->options);
  for (guint i = 0; i < annals_scene_get_n_items (scene); i++)
    {
      const AnnalsItem *item = annals_scene_get_item (scene, i);

      if (item->event >= 0)
        g_assert_cmpint (item->stands_back, ==, item->event == 2 || item->event == 3);
    }
}

/* No two names of a row touch, at any zoom, and none is wider than what it is cut to. */
static void
test_names_apart (Fixture *fixture, gconstpointer data)
{
  for (gdouble zoom = 1.0; zoom > 0.01; zoom /= 1.3)
    {
      g_autoptr (AnnalsScene) scene = NULL;

      annals_scale_init (&fixture->options.scale, annals_instant_from_date (1690, 1, 1),
                         annals_instant_from_date (2010, 1, 1), LEFT_PX, WIDTH_PX);
      annals_scale_zoom (&fixture->options.scale, 1.0 / zoom, LEFT_PX + WIDTH_PX * 0.9);
      scene = annals_picture_build (fixture->layout, &fixture->options);
      for (guint i = 0; i < annals_scene_get_n_hits (scene); i++)
        for (guint k = 0; k < i; k++)
          {
            const AnnalsHit *a = annals_scene_get_hit (scene, k);
            const AnnalsHit *b = annals_scene_get_hit (scene, i);

            if (a->label.width > 0.0 && b->label.width > 0.0 && a->label.y == b->label.y)
              g_assert_true (a->label.x + a->label.width < b->label.x
                             || b->label.x + b->label.width < a->label.x);
          }
    }
}

/* A name is hit like a mark; there the axis takes no range. */
static void
test_hit (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnnalsScene) scene = annals_picture_build (fixture->layout, &fixture->options);
  const AnnalsHit *hit = annals_scene_find_hit (scene, 0);
  gdouble x = hit->mark.x + hit->mark.width / 2.0;
  gdouble y = hit->mark.y + hit->mark.height / 2.0;

  g_assert_cmpint (annals_scene_pick (scene, x, y, 2.0), ==, 0);
  g_assert_cmpint (annals_scene_pick_range (scene, x, y, 7.0), ==, ANNALS_RANGE_NONE);
  g_assert_cmpint (annals_scene_pick_range (scene, x, 20.0, 7.0), ==, ANNALS_RANGE_AXIS);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/timeline/eras/rows", test_rows);
  ADD ("/timeline/eras/lanes", test_lanes);
  ADD ("/timeline/eras/extent", test_extent);
  ADD ("/timeline/eras/room", test_room);
  ADD ("/timeline/eras/dump", test_dump);
  ADD ("/timeline/eras/sticky", test_sticky);
  ADD ("/timeline/eras/go-to", test_go_to);
  ADD ("/timeline/eras/stands-back", test_stands_back);
  ADD ("/timeline/eras/names-apart", test_names_apart);
  ADD ("/timeline/eras/hit", test_hit);
  g_test_add_func ("/timeline/eras/nothing-else", test_nothing_else);

  return g_test_run ();
}
