/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annals-picture.h"
#include "sample-document.h"

/* What a search does to the picture: ticks on the axis for the events that match, and the others
 * stand back. */

#define LEFT_PX 148.0
#define WIDTH_PX 800.0

typedef struct
{
  AnnalsDocument *document;
  AnnalsLayout *layout;
  AnnalsPictureOptions options;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  AnnalsMetrics metrics;

  annals_metrics_init (&metrics, 1.0, FALSE);
  fixture->document = sample_document_new_commentary ();
  fixture->layout = annals_layout_new (fixture->document, &metrics, sample_measure, NULL);
  fixture->options = (AnnalsPictureOptions){
    .width_px = LEFT_PX + WIDTH_PX, .height_px = 900.0, .selected = -1, .hovered = -1
  };
  annals_layout_init_fit (fixture->layout, &fixture->options.scale, LEFT_PX, WIDTH_PX);
  annals_layout_pack (fixture->layout, &fixture->options.scale);
  annals_layout_fit_height (fixture->layout, annals_layout_get_natural_height (fixture->layout));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  annals_layout_free (fixture->layout);
  g_object_unref (fixture->document);
}

static guint
count_ticks (const AnnalsScene *scene, gdouble axis_px)
{
  guint n_ticks = 0;

  for (guint i = 0; i < annals_scene_get_n_items (scene); i++)
    {
      const AnnalsItem *item = annals_scene_get_item (scene, i);

      if (item->role != ANNALS_ROLE_MATCH)
        continue;
      n_ticks++;
      g_assert_cmpint (item->clip, ==, ANNALS_CLIP_AXIS);
      g_assert_cmpfloat (item->rect.y, >=, 0.0);
      g_assert_cmpfloat (item->rect.y + item->rect.height, <=, axis_px);
      g_assert_cmpfloat (item->rect.x, >=, LEFT_PX);
      g_assert_cmpfloat (item->rect.x + item->rect.width, <=, LEFT_PX + WIDTH_PX);
    }
  return n_ticks;
}

/* Whether all that is drawn of an event stands back, or nothing. */
static gboolean
stands_back (const AnnalsScene *scene, gint event)
{
  guint n_items = 0;
  guint n_back = 0;

  for (guint i = 0; i < annals_scene_get_n_items (scene); i++)
    {
      const AnnalsItem *item = annals_scene_get_item (scene, i);

      if (item->event != event)
        continue;
      n_items++;
      n_back += item->stands_back;
    }
  g_assert_cmpuint (n_items, >, 0);
  g_assert_true (n_back == 0 || n_back == n_items);
  return n_back > 0;
}

static guint
find (Fixture *fixture, const gchar *id)
{
  guint index = 0;

  g_assert_true (annals_document_find_event (fixture->document, id, &index));
  return index;
}

static void
test_no_search (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnnalsScene) scene = annals_picture_build (fixture->layout, &fixture->options);

  g_assert_cmpuint (count_ticks (scene, 100.0), ==, 0);
  g_assert_false (stands_back (scene, (gint) find (fixture, "cold-war")));
}

static void
test_ticks (Fixture *fixture, gconstpointer data)
{
  guint n_events = annals_document_get_n_events (fixture->document);
  g_autofree guint8 *found = g_new0 (guint8, n_events);
  guint cold_war = find (fixture, "cold-war");
  guint missile = find (fixture, "missile");
  g_autoptr (AnnalsScene) scene = NULL;

  found[cold_war] = found[missile] = 1;
  fixture->options.found = found;
  fixture->options.n_found = n_events;
  scene = annals_picture_build (fixture->layout, &fixture->options);
  g_assert_cmpuint (
      count_ticks (scene, annals_layout_get_metrics (fixture->layout)->axis_height_px), ==, 2);
  for (guint i = 0; i < n_events; i++)
    {
      if (annals_scene_find_hit (scene, (gint) i) == NULL)
        continue;
      g_assert_cmpint (stands_back (scene, (gint) i), ==, !found[i]);
    }
}

/* The selected event and the one under the pointer do not stand back. */
static void
test_selected (Fixture *fixture, gconstpointer data)
{
  guint n_events = annals_document_get_n_events (fixture->document);
  g_autofree guint8 *found = g_new0 (guint8, n_events);
  g_autoptr (AnnalsScene) scene = NULL;

  fixture->options.found = found;
  fixture->options.n_found = n_events;
  fixture->options.selected = (gint) find (fixture, "cold-war");
  fixture->options.hovered = (gint) find (fixture, "missile");
  scene = annals_picture_build (fixture->layout, &fixture->options);
  g_assert_false (stands_back (scene, fixture->options.selected));
  g_assert_false (stands_back (scene, fixture->options.hovered));
  g_assert_cmpuint (count_ticks (scene, 100.0), ==, 0);
}

/* What lies out of sight has no tick; ticks are there though their lane is scrolled away. */
static void
test_out_of_sight (Fixture *fixture, gconstpointer data)
{
  guint n_events = annals_document_get_n_events (fixture->document);
  g_autofree guint8 *found = g_new0 (guint8, n_events);
  guint cold_war = find (fixture, "cold-war");
  g_autoptr (AnnalsScene) scrolled = NULL;
  g_autoptr (AnnalsScene) panned = NULL;

  found[cold_war] = 1;
  fixture->options.found = found;
  fixture->options.n_found = n_events;
  fixture->options.scroll_y_px = 5000.0;
  scrolled = annals_picture_build (fixture->layout, &fixture->options);
  g_assert_null (annals_scene_find_hit (scrolled, (gint) cold_war));
  g_assert_cmpuint (count_ticks (scrolled, 100.0), ==, 1);

  annals_scale_pan (&fixture->options.scale, 5000.0);
  panned = annals_picture_build (fixture->layout, &fixture->options);
  g_assert_cmpuint (count_ticks (panned, 100.0), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/timeline/matches/no-search", Fixture, NULL, set_up, test_no_search, tear_down);
  g_test_add ("/timeline/matches/ticks", Fixture, NULL, set_up, test_ticks, tear_down);
  g_test_add ("/timeline/matches/selected", Fixture, NULL, set_up, test_selected, tear_down);
  g_test_add ("/timeline/matches/out-of-sight", Fixture, NULL, set_up, test_out_of_sight,
              tear_down);

  return g_test_run ();
}
