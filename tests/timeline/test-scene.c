/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "annals-picture.h"
#include "sample-document.h"

/* The picture as text, against files under tests/data/ that people can read; what lies under the
 * pointer; the legend and the overview. ANNALS_REFRESH=1 writes the files anew. */

#define LEFT_PX 148.0
#define WIDTH_PX 800.0

static AnnalsLayout *
create_layout (AnnalsDocument *document)
{
  AnnalsMetrics metrics;

  annals_metrics_init (&metrics, 1.0, FALSE);
  return annals_layout_new (document, &metrics, sample_measure, NULL);
}

static AnnalsScene *
build (AnnalsLayout *layout, gint selected, gint hovered)
{
  const AnnalsMetrics *metrics = annals_layout_get_metrics (layout);
  AnnalsPictureOptions options
      = { .width_px = LEFT_PX + WIDTH_PX, .selected = selected, .hovered = hovered };

  annals_layout_init_fit (layout, &options.scale, LEFT_PX, WIDTH_PX);
  annals_layout_pack (layout, &options.scale);
  annals_layout_fit_height (layout, annals_layout_get_natural_height (layout));
  options.height_px = metrics->axis_height_px + annals_layout_get_height (layout);
  return annals_picture_build (layout, &options);
}

static void
compare_with_file (const gchar *text, const gchar *name)
{
  g_autofree gchar *path = g_test_build_filename (G_TEST_DIST, "data", name, NULL);
  g_autofree gchar *expected = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) got_lines = g_strsplit (text, "\n", -1);
  g_auto (GStrv) expected_lines = NULL;

  if (g_strcmp0 (g_getenv ("ANNALS_REFRESH"), "1") == 0)
    {
      g_file_set_contents (path, text, -1, &error);
      g_assert_no_error (error);
      g_test_skip ("written anew because ANNALS_REFRESH is set");
      return;
    }
  g_file_get_contents (path, &expected, NULL, &error);
  g_assert_no_error (error);
  expected_lines = g_strsplit (expected, "\n", -1);
  for (guint i = 0; got_lines[i] != NULL && expected_lines[i] != NULL; i++)
    if (strcmp (got_lines[i], expected_lines[i]) != 0)
      g_error ("%s:%u: expected\n  %s\nbut got\n  %s", name, i + 1, expected_lines[i],
               got_lines[i]);
  g_assert_cmpuint (g_strv_length (got_lines), ==, g_strv_length (expected_lines));
}

static void
test_dump_small (void)
{
  g_autoptr (AnnalsDocument) document = sample_document_new ("1974");
  g_autoptr (AnnalsLayout) layout = NULL;
  g_autoptr (AnnalsScene) scene = NULL;
  g_autofree gchar *text = NULL;

  sample_document_add (document, "war", "A war", "1955-11-01/1975-04-30", NULL, 0,
                       ANNALS_STATUS_HAPPENED);
  sample_document_add (document, "crises", "Oil crises", "1970~/1973~", "1973-10-17/1974-03-18", 0,
                       ANNALS_STATUS_HAPPENED);
  sample_document_add (document, "plan", "A plan", "[..1980]", NULL, 1, ANNALS_STATUS_PLANNED);
  sample_document_add (document, "page", "Page printed", "1974-07-01", NULL, 2,
                       ANNALS_STATUS_HAPPENED);
  layout = create_layout (document);
  scene = build (layout, 1, -1);
  text = annals_scene_dump (scene);
  compare_with_file (text, "small.scene.txt");
}

static void
test_dump_marks (void)
{
  g_autoptr (AnnalsDocument) document = sample_document_new_marks ();
  g_autoptr (AnnalsLayout) layout = create_layout (document);
  g_autoptr (AnnalsScene) scene = build (layout, -1, -1);
  g_autofree gchar *text = annals_scene_dump (scene);

  compare_with_file (text, "marks.scene.txt");
}

static void
test_dump_uncertainty (void)
{
  g_autoptr (AnnalsDocument) document = sample_document_new_uncertainty ();
  g_autoptr (AnnalsLayout) layout = create_layout (document);
  g_autoptr (AnnalsScene) scene = build (layout, -1, -1);
  g_autofree gchar *text = annals_scene_dump (scene);

  g_assert_cmphex (annals_scene_get_features (scene), ==,
                   ANNALS_ALL_FEATURES
                       & ~(ANNALS_FEATURE_CLUSTER | ANNALS_FEATURE_ERA | ANNALS_FEATURE_READING));
  compare_with_file (text, "uncertainty.scene.txt");
}

/* Who hears the date is told what who sees it is shown. */
static void
test_words_say_the_same (void)
{
  static const struct
  {
    AnnalsMarkFeatures feature;
    const gchar *words; /* one of these, at "|" */
  } said[] = {
    { ANNALS_FEATURE_DOUBTFUL, "perhaps" },
    { ANNALS_FEATURE_ABOUT, "about" },
    { ANNALS_FEATURE_NEAR, "about" },
    { ANNALS_FEATURE_UNKNOWN, "unknown" },
    { ANNALS_FEATURE_OPEN, "since|until|by |or later|at all times" },
    { ANNALS_FEATURE_ONE_OF, " or " },
    { ANNALS_FEATURE_ALL_OF, " and " },
  };
  g_autoptr (AnnalsDocument) document = sample_document_new_uncertainty ();
  g_autoptr (AnnalsLayout) layout = create_layout (document);
  AnnalsScale scale;

  annals_layout_init_fit (layout, &scale, LEFT_PX, WIDTH_PX);
  for (guint i = 0; i < annals_layout_get_n_shown (layout); i++)
    {
      const AnnalsLayoutEvent *event = annals_layout_get_shown (layout, i);
      g_autofree gchar *words = annals_date_dup_words (event->date, ANNALS_WORDS_LONG);
      AnnalsMarkFeatures features;
      AnnalsMark mark;

      /* What is planned by a date fades in from when the text was published: nothing to be said. */
      if (event->status == ANNALS_STATUS_PLANNED)
        continue;
      annals_mark_init (&mark, event->date, event->status, annals_layout_get_horizon (layout),
                        &scale, annals_layout_get_metrics (layout));
      features = annals_mark_get_features (&mark, event->date, event->status, &scale,
                                           annals_layout_get_metrics (layout));
      for (guint j = 0; j < G_N_ELEMENTS (said); j++)
        {
          g_auto (GStrv) any = g_strsplit (said[j].words, "|", -1);
          gboolean found = FALSE;

          for (guint k = 0; any[k] != NULL; k++)
            found = found || strstr (words, any[k]) != NULL;
          if ((features & said[j].feature) != 0 && !found)
            g_error ("%s is drawn otherwise than said: “%s”", annals_date_get_edtf (event->date),
                     words);
        }
      g_assert_cmpint ((features & ANNALS_FEATURE_DOUBTFUL) != 0, ==,
                       strstr (words, "perhaps") != NULL);
    }
}

static void
test_same_twice (void)
{
  g_autoptr (AnnalsDocument) document = sample_document_new_random (3, 100);
  g_autoptr (AnnalsLayout) first_layout = create_layout (document);
  g_autoptr (AnnalsLayout) second_layout = create_layout (document);
  g_autoptr (AnnalsScene) first = build (first_layout, 5, 6);
  g_autoptr (AnnalsScene) second = build (second_layout, 5, 6);
  g_autofree gchar *first_text = annals_scene_dump (first);
  g_autofree gchar *second_text = annals_scene_dump (second);

  g_assert_cmpstr (first_text, ==, second_text);
}

static void
add_hit (AnnalsScene *scene, gint event, AnnalsRect mark, AnnalsRect label)
{
  AnnalsHit hit = { event, mark, label, TRUE };

  annals_scene_add_hit (scene, &hit);
}

/* A long period (0) with a day on it (1), a disc (2) with a label beside it, and one (3) drawn
 * later at the same place as another (4). */
static AnnalsScene *
create_hits (void)
{
  AnnalsScene *scene = annals_scene_new (1000.0, 400.0);
  AnnalsRect lanes = { 100.0, 50.0, 900.0, 350.0 };
  AnnalsRect none = { 0.0, 0.0, 0.0, 0.0 };

  annals_scene_set_clip (scene, ANNALS_CLIP_LANES, &lanes);
  add_hit (scene, 0, (AnnalsRect){ 200.0, 100.0, 300.0, 16.0 }, none);
  add_hit (scene, 1, (AnnalsRect){ 300.0, 100.0, 10.0, 16.0 }, none);
  add_hit (scene, 2, (AnnalsRect){ 600.0, 200.0, 10.0, 16.0 },
           (AnnalsRect){ 617.0, 200.0, 90.0, 16.0 });
  add_hit (scene, 4, (AnnalsRect){ 700.0, 300.0, 20.0, 16.0 }, none);
  add_hit (scene, 3, (AnnalsRect){ 700.0, 300.0, 20.0, 16.0 }, none);
  add_hit (scene, 5, (AnnalsRect){ 100.0, 60.0, 20.0, 16.0 }, none);
  return scene;
}

static void
test_pick (void)
{
  static const struct
  {
    gdouble x;
    gdouble y;
    gdouble slop;
    gint event;
  } cases[] = {
    { 250.0, 108.0, 0.0, 0 },  /* on a mark */
    { 305.0, 108.0, 0.0, 1 },  /* the narrower of two */
    { 311.0, 108.0, 6.0, 0 },  /* inside one beats near another */
    { 605.0, 208.0, 0.0, 2 },  /* on a disc */
    { 650.0, 208.0, 0.0, 2 },  /* on its label */
    { 613.0, 208.0, 0.0, -1 }, /* between them */
    { 613.0, 208.0, 4.0, 2 },  /* but near */
    { 605.0, 190.0, 9.0, -1 }, /* too far */
    { 605.0, 192.0, 9.0, 2 },  /* within the slop */
    { 710.0, 308.0, 0.0, 3 },  /* equal: what was drawn last */
    { 98.0, 68.0, 6.0, -1 },   /* on the lane headers */
    { 102.0, 48.0, 20.0, -1 }, /* on the axis */
    { 500.0, 350.0, 6.0, -1 }, /* on nothing */
  };
  g_autoptr (AnnalsScene) scene = create_hits ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (annals_scene_pick (scene, cases[i].x, cases[i].y, cases[i].slop), ==,
                     cases[i].event);
}

/* In a real picture: the middle of every mark and label picks its event. */
static void
test_pick_drawn (void)
{
  g_autoptr (AnnalsDocument) document = sample_document_new_commentary ();
  g_autoptr (AnnalsLayout) layout = create_layout (document);
  g_autoptr (AnnalsScene) scene = build (layout, -1, -1);

  g_assert_cmpuint (annals_scene_get_n_hits (scene), ==, 15);
  for (guint i = 0; i < 15; i++)
    {
      const AnnalsHit *hit = annals_scene_get_hit (scene, i);
      const AnnalsRect *rects[] = { &hit->mark, &hit->label };

      g_assert_true (annals_scene_find_hit (scene, hit->event) == hit);
      for (guint j = 0; j < 2; j++)
        if (rects[j]->width > 0.0)
          g_assert_cmpint (annals_scene_pick (scene, rects[j]->x + rects[j]->width / 2.0,
                                              rects[j]->y + rects[j]->height / 2.0, 4.0),
                           ==, hit->event);
    }
  g_assert_null (annals_scene_find_hit (scene, 99));
}

/* Filled again and again with other pictures, a scene is what a new one would be. */
static void
test_filled_again (void)
{
  g_autoptr (AnnalsScene) kept = annals_scene_new (1.0, 1.0);

  for (guint32 seed = 300; seed < 312; seed++)
    {
      g_autoptr (AnnalsDocument) document = sample_document_new_random (seed, seed % 4 * 60 + 1);
      g_autoptr (AnnalsLayout) layout = create_layout (document);
      AnnalsPictureOptions options = { .width_px = LEFT_PX + WIDTH_PX,
                                       .height_px = 300.0 + seed % 3 * 200.0,
                                       .selected = (gint) seed % 5,
                                       .hovered = -1 };
      g_autoptr (AnnalsScene) fresh = NULL;
      g_autofree gchar *expected = NULL;
      g_autofree gchar *got = NULL;

      annals_layout_init_fit (layout, &options.scale, LEFT_PX, WIDTH_PX);
      annals_layout_pack (layout, &options.scale);
      fresh = annals_picture_build (layout, &options);
      annals_picture_fill (layout, &options, kept);
      expected = annals_scene_dump (fresh);
      got = annals_scene_dump (kept);
      g_assert_cmpstr (got, ==, expected);
      g_assert_cmpuint (annals_scene_get_n_hits (kept), ==, annals_scene_get_n_hits (fresh));
      g_assert_cmpint (annals_scene_get_features (kept), ==, annals_scene_get_features (fresh));
      for (guint i = 0; i < annals_scene_get_n_hits (kept); i++)
        {
          const AnnalsHit *hit = annals_scene_get_hit (kept, i);

          g_assert_true (annals_scene_find_hit (kept, hit->event) == hit);
        }
      g_assert_null (annals_scene_find_hit (kept, 1000));
    }
}

/* Texts longer than any block of memory, and more of them than one holds. */
static void
test_texts_kept (void)
{
  g_autoptr (AnnalsScene) scene = annals_scene_new (100.0, 100.0);
  g_autofree gchar *longest = g_strnfill (50000, 'x');

  for (guint round = 0; round < 3; round++)
    {
      annals_scene_reset (scene, 100.0, 100.0);
      for (guint i = 0; i < 3000; i++)
        {
          g_autofree gchar *text = g_strdup_printf ("text %u of round %u", i, round);

          annals_scene_add_text (scene, ANNALS_ROLE_TEXT, ANNALS_FONT_LABEL, 0.0, 0.0,
                                 i % 1000 == round ? longest : text);
        }
      for (guint i = 0; i < 3000; i++)
        {
          g_autofree gchar *text = g_strdup_printf ("text %u of round %u", i, round);

          g_assert_cmpstr (annals_scene_get_item (scene, i)->text, ==,
                           i % 1000 == round ? longest : text);
        }
    }
}

static void
test_contiguous (void)
{
  for (guint32 seed = 200; seed < 215; seed++)
    {
      g_autoptr (AnnalsDocument) document = sample_document_new_random (seed, 50);
      g_autoptr (AnnalsLayout) layout = create_layout (document);
      g_autoptr (AnnalsScene) scene = build (layout, 3, 4);
      g_autoptr (GHashTable) done = g_hash_table_new (NULL, NULL);
      gint previous = -1;

      for (guint i = 0; i < annals_scene_get_n_items (scene); i++)
        {
          gint event = annals_scene_get_item (scene, i)->event;

          if (event >= 0 && event != previous)
            g_assert_true (g_hash_table_add (done, GINT_TO_POINTER (event + 1)));
          previous = event;
        }
    }
}

static guint
count_ring (const AnnalsScene *scene, gint event)
{
  guint n = 0;

  for (guint i = 0; i < annals_scene_get_n_items (scene); i++)
    {
      const AnnalsItem *item = annals_scene_get_item (scene, i);

      n += item->event == event && item->kind == ANNALS_ITEM_OUTLINE && item->radius_px == 6.0;
    }
  return n;
}

static void
test_selected_and_hovered (void)
{
  g_autoptr (AnnalsDocument) document = sample_document_new_commentary ();
  g_autoptr (AnnalsLayout) layout = create_layout (document);
  g_autoptr (AnnalsScene) plain = build (layout, -1, -1);
  g_autoptr (AnnalsScene) marked = build (layout, 2, 5);

  for (gint i = 0; i < 15; i++)
    {
      g_assert_cmpuint (count_ring (plain, i), ==, 0);
      g_assert_cmpuint (count_ring (marked, i), ==, i == 2 || i == 5 ? 1 : 0);
    }
}

/* The ring of a selected event encloses the line of its record, and does not lie upon it. */
static void
test_ring_and_record (void)
{
  g_autoptr (AnnalsDocument) document = sample_document_new ("1974");
  g_autoptr (AnnalsLayout) layout = NULL;
  g_autoptr (AnnalsScene) scene = NULL;
  const AnnalsItem *record = NULL;
  const AnnalsItem *ring = NULL;

  sample_document_add (document, "crises", "Oil crises", "1970~/1973~", "1973-10-17/1974-03-18", 0,
                       ANNALS_STATUS_HAPPENED);
  layout = create_layout (document);
  scene = build (layout, 0, -1);
  for (guint i = 0; i < annals_scene_get_n_items (scene); i++)
    {
      const AnnalsItem *item = annals_scene_get_item (scene, i);

      if (item->event == 0 && item->kind == ANNALS_ITEM_OUTLINE)
        ring = item;
      if (item->event == 0 && item->kind == ANNALS_ITEM_RECT && item->rect.height <= 2.0)
        record = item;
    }
  g_assert_nonnull (ring);
  g_assert_nonnull (record);
  g_assert_cmpfloat (record->rect.y, >, ring->rect.y);
  g_assert_cmpfloat (record->rect.y + record->rect.height, <=,
                     ring->rect.y + ring->rect.height - ring->stroke_px);
}

/* However the picture is panned, no label of the axis is cut at an edge. */
static void
test_axis_labels_whole (void)
{
  g_autoptr (AnnalsDocument) document = sample_document_new_commentary ();
  g_autoptr (AnnalsLayout) layout = create_layout (document);
  AnnalsPictureOptions options
      = { .width_px = LEFT_PX + WIDTH_PX, .height_px = 300.0, .selected = -1, .hovered = -1 };

  annals_layout_init_fit (layout, &options.scale, LEFT_PX, WIDTH_PX);
  annals_layout_pack (layout, &options.scale);
  annals_scale_zoom (&options.scale, 3.0, LEFT_PX + WIDTH_PX / 2.0);
  for (guint step = 0; step < 400; step++)
    {
      g_autoptr (AnnalsScene) scene = annals_picture_build (layout, &options);

      for (guint i = 0; i < annals_scene_get_n_items (scene); i++)
        {
          const AnnalsItem *item = annals_scene_get_item (scene, i);
          gdouble width;

          if (item->kind != ANNALS_ITEM_TEXT || item->clip != ANNALS_CLIP_AXIS)
            continue;
          width = sample_measure (item->font, item->text, NULL);
          g_assert_cmpfloat (item->rect.x, >=, LEFT_PX);
          g_assert_cmpfloat (item->rect.x + width, <=, LEFT_PX + WIDTH_PX);
        }
      annals_scale_pan (&options.scale, -3.0);
    }
}

/* Without an event that has a date there is no part of time, and none is made up. */
static void
test_no_dates (void)
{
  g_autoptr (AnnalsDocument) document = sample_document_new (NULL);
  g_autoptr (AnnalsLayout) layout = NULL;
  g_autoptr (AnnalsScene) scene = NULL;

  sample_document_add (document, "one", "One", NULL, NULL, 0, ANNALS_STATUS_HAPPENED);
  layout = create_layout (document);
  scene = build (layout, -1, -1);
  g_assert_cmpuint (annals_scene_get_n_items (scene), ==, 1);
  g_assert_cmpint (annals_scene_get_item (scene, 0)->role, ==, ANNALS_ROLE_BACKGROUND);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/timeline/scene/dump/small", test_dump_small);
  g_test_add_func ("/timeline/scene/dump/marks", test_dump_marks);
  g_test_add_func ("/timeline/scene/dump/uncertainty", test_dump_uncertainty);
  g_test_add_func ("/timeline/scene/dump/same-twice", test_same_twice);
  g_test_add_func ("/timeline/scene/dump/words-say-the-same", test_words_say_the_same);
  g_test_add_func ("/timeline/scene/pick/rules", test_pick);
  g_test_add_func ("/timeline/scene/pick/drawn", test_pick_drawn);
  g_test_add_func ("/timeline/scene/filled-again", test_filled_again);
  g_test_add_func ("/timeline/scene/texts-kept", test_texts_kept);
  g_test_add_func ("/timeline/scene/contiguous", test_contiguous);
  g_test_add_func ("/timeline/scene/selected-and-hovered", test_selected_and_hovered);
  g_test_add_func ("/timeline/scene/ring-and-record", test_ring_and_record);
  g_test_add_func ("/timeline/scene/axis-labels-whole", test_axis_labels_whole);
  g_test_add_func ("/timeline/scene/no-dates", test_no_dates);

  return g_test_run ();
}
