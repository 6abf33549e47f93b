/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <cairo.h>

#include "annals-painter.h"
#include "annals-picture.h"
#include "annals-ticks.h"
#include "bench-memory.h"
#include "sample-document.h"

/* Frame after frame is drawn, and nothing of ours asks for memory, even where a frame shows texts
 * that none before it has shown: new labels and cuts of labels, years and days of the axis, when
 * the events of a cluster began. What Cairo asks for is not counted, nor is what the layout asks
 * for when it chooses anew what is shown: while one pans by less than a window it does not, and
 * while one zooms it does between one level of detail and the next. */

#define WIDTH_PX 1600.0
#define HEIGHT_PX 900.0
#define N_EVENTS 30000
#define N_LANES 5
#define N_FRAMES 24
#define WARM_ROUNDS 3

typedef struct
{
  AnnalsMetrics metrics;
  AnnalsTypesetter *typesetter;
  AnnalsDocument *document;
  AnnalsIndex *index;
  AnnalsLayout *layout;
  AnnalsScene *scene;
  AnnalsPictureOptions options;
  cairo_surface_t *surface;
} Fixture;

static void
add_events (AnnalsIndex *index)
{
  static const gchar *const words[] = { "Treaty", "of",   "the",    "Harbour", "and", "Election",
                                        "Storm",  "over", "Museum", "Strike",  "in",  "Railway" };
  AnnalsInstant first = annals_instant_from_date (1700, 1, 1);
  AnnalsInstant last = annals_instant_from_date (2020, 1, 1);
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);

  for (guint i = 0; i < N_EVENTS; i++)
    {
      g_autoptr (GString) label = g_string_new (NULL);
      AnnalsIndexEntry entry = { .event = i, .lane = i % N_LANES };

      for (gint n = g_rand_int_range (rand, 2, 7); n > 0; n--)
        g_string_append_printf (label, "%s ", words[g_rand_int_range (rand, 0, 12)]);
      g_string_append_printf (label, "%u", i);
      entry.begin = first
                    + (AnnalsInstant) g_rand_double_range (rand, 0.0, (gdouble) (last - first));
      entry.end = entry.begin
                  + g_rand_int_range (rand, 0, i % 3 == 0 ? 1 : 700) * ANNALS_SECONDS_PER_DAY;
      entry.weight = (guint32) g_rand_int_range (rand, 0, 1000);
      entry.flags = ANNALS_INDEX_PLAIN;
      entry.label = label->str;
      g_assert_true (annals_index_add (index, &entry));
    }
  annals_index_build (index);
}

static void
fixture_set_up (Fixture *fixture, gboolean many)
{
  static const AnnalsLane lanes[N_LANES] = { { (gchar *) "a", (gchar *) "One", 0 },
                                             { (gchar *) "b", (gchar *) "Two", 1 },
                                             { (gchar *) "c", (gchar *) "Three", 2 },
                                             { (gchar *) "d", (gchar *) "Four and more words", 3 },
                                             { (gchar *) "e", (gchar *) "Five", 4 } };

  *fixture = (Fixture){ .options = { .width_px = WIDTH_PX,
                                     .height_px = HEIGHT_PX,
                                     .selected = many ? -1 : 2,
                                     .hovered = many ? -1 : 5 } };
  annals_metrics_init (&fixture->metrics, 1.0, FALSE);
  fixture->typesetter = annals_typesetter_new (NULL, 1.0);
  if (many)
    {
      fixture->index = annals_index_new (N_LANES);
      add_events (fixture->index);
      fixture->layout = annals_layout_new_for_index (fixture->index, lanes, N_LANES,
                                                     &fixture->metrics, annals_typesetter_measure,
                                                     fixture->typesetter);
    }
  else
    {
      fixture->document = sample_document_new_commentary ();
      fixture->layout = annals_layout_new (fixture->document, &fixture->metrics,
                                           annals_typesetter_measure, fixture->typesetter);
    }
  fixture->scene = annals_scene_new (WIDTH_PX, HEIGHT_PX);
  fixture->surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (gint) WIDTH_PX,
                                                 (gint) HEIGHT_PX);
}

static void
fixture_tear_down (Fixture *fixture)
{
  cairo_surface_destroy (fixture->surface);
  annals_scene_free (fixture->scene);
  annals_layout_free (fixture->layout);
  g_clear_pointer (&fixture->index, annals_index_unref);
  g_clear_object (&fixture->document);
  annals_typesetter_free (fixture->typesetter);
}

static void
draw_cb (gpointer user_data)
{
  Fixture *fixture = user_data;
  cairo_t *cr = cairo_create (fixture->surface);

  annals_picture_fill (fixture->layout, &fixture->options, fixture->scene);
  annals_painter_draw (cr, fixture->scene, annals_theme_get (ANNALS_THEME_LIGHT),
                       fixture->typesetter);
  cairo_destroy (cr);
}

static void
show_years (Fixture *fixture, gint first, gdouble years)
{
  gdouble header_px = fixture->metrics.header_width_px;
  AnnalsInstant begin = annals_instant_from_date (first, 1, 1);

  annals_scale_init (&fixture->options.scale, begin,
                     begin + (AnnalsInstant) (years * 365.2425 * ANNALS_SECONDS_PER_DAY), header_px,
                     WIDTH_PX - header_px);
  annals_layout_pack (fixture->layout, &fixture->options.scale);
  annals_layout_set_progress (fixture->layout, 1.0);
  annals_layout_fit_height (fixture->layout, HEIGHT_PX - fixture->metrics.axis_height_px);
  draw_cb (fixture);
}

static void
step (Fixture *fixture, gboolean zooms)
{
  AnnalsScale *scale = &fixture->options.scale;

  if (zooms)
    annals_scale_zoom (scale, 1.04, scale->x_px + scale->width_px * 0.4);
  else
    annals_scale_pan (scale, -scale->width_px / 40.0);
}

/* Notes the texts of a picture; how many are new. */
static guint
note_texts (const AnnalsScene *scene, GHashTable *texts)
{
  guint n_before = g_hash_table_size (texts);

  for (guint i = 0; i < annals_scene_get_n_items (scene); i++)
    if (annals_scene_get_item (scene, i)->text != NULL)
      g_hash_table_add (texts, g_strdup (annals_scene_get_item (scene, i)->text));
  return g_hash_table_size (texts) - n_before;
}

typedef struct
{
  const gchar *name;
  gboolean many;
  gboolean zooms;
  gint first_year;
  gdouble years;
  guint least_new; /* texts */
} Case;

static const Case cases[] = {
  { "pan/centuries", TRUE, FALSE, 1725, 200.0, 40 },
  { "pan/decades", TRUE, FALSE, 1800, 30.0, 40 },
  { "pan/years", TRUE, FALSE, 1900, 2.0, 40 },
  { "pan/days", TRUE, FALSE, 1950, 0.04, 5 },
  { "zoom/centuries", TRUE, TRUE, 1725, 200.0, 40 },
  { "zoom/decades", TRUE, TRUE, 1800, 30.0, 40 },
  { "zoom/years", TRUE, TRUE, 1900, 2.0, 30 },
  { "zoom/days", TRUE, TRUE, 1950, 0.04, 4 },
  { "pan/commentary", FALSE, FALSE, 1996, 15.0, 4 },
  { "zoom/commentary", FALSE, TRUE, 1990, 15.0, 4 },
};

static void
test_frames (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (GHashTable) texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n_new = 0;
  guint n_counted = 0;
  Fixture fixture;

  fixture_set_up (&fixture, test->many);
  /* Before, so that there is room for as much as will be shown; then all texts are new. */
  for (guint i = 0; i < WARM_ROUNDS * N_FRAMES; i++)
    {
      if (i % N_FRAMES == 0)
        show_years (&fixture, test->first_year, test->years);
      step (&fixture, test->zooms);
      draw_cb (&fixture);
    }
  annals_typesetter_set_outlines (fixture.typesetter, FALSE);
  show_years (&fixture, test->first_year, test->years);
  note_texts (fixture.scene, texts);
  for (guint i = 0; i < N_FRAMES; i++)
    {
      AnnalsDetail before = *annals_layout_get_detail (fixture.layout);
      BenchMemory memory;

      step (&fixture, test->zooms);
      bench_count_memory (&memory, draw_cb, &fixture);
      n_new += note_texts (fixture.scene, texts);
      if (!annals_detail_equal (annals_layout_get_detail (fixture.layout), &before))
        continue;
      n_counted++;
      if (memory.ours > 0)
        g_error ("frame %u asks %u times for memory, first in %s", i, memory.ours, memory.first);
    }
  g_test_message ("%u frames, %u new texts", n_counted, n_new);
  g_assert_cmpuint (n_counted, >, N_FRAMES / 2);
  g_assert_cmpuint (n_new, >=, test->least_new);
  fixture_tear_down (&fixture);
}

typedef struct
{
  AnnalsScale scale;
  AnnalsMetrics metrics;
  AnnalsTypesetter *typesetter;
  AnnalsTickWords *words;
  GArray *ticks;
} Axis;

static void
fill_axis_cb (gpointer user_data)
{
  Axis *axis = user_data;

  annals_ticks_fill (axis->ticks, &axis->scale, &axis->metrics, annals_typesetter_measure,
                     axis->typesetter, axis->words);
}

/* Words that an axis has for the first time, of all levels from seconds to thousand millions of
 * years. */
static void
test_axis (void)
{
  Axis axis = { .typesetter = annals_typesetter_new (NULL, 1.0),
                .words = annals_tick_words_new (),
                .ticks = g_array_sized_new (FALSE, FALSE, sizeof (AnnalsTick), 1000) };
  AnnalsInstant middle = annals_instant_from_date (1851, 5, 1);

  annals_metrics_init (&axis.metrics, 1.0, FALSE);
  annals_typesetter_measure (ANNALS_FONT_AXIS_MINOR, "0000", axis.typesetter);
  for (gdouble half_s = 8.0; half_s < 2e17; half_s *= 1.4)
    {
      BenchMemory memory;

      annals_scale_init (&axis.scale, middle - (AnnalsInstant) half_s,
                         middle + (AnnalsInstant) half_s, 148.0, WIDTH_PX);
      bench_count_memory (&memory, fill_axis_cb, &axis);
      g_assert_cmpuint (axis.ticks->len, >, 4);
      if (memory.ours > 0)
        g_error ("%g s ask %u times for memory, first in %s", 2.0 * half_s, memory.ours,
                 memory.first);
    }
  g_array_unref (axis.ticks);
  annals_tick_words_free (axis.words);
  annals_typesetter_free (axis.typesetter);
}

static void
allocate_cb (gpointer user_data)
{
  g_free (g_strdup ("counted"));
}

/* What is counted is what is ours. */
static void
test_counting (void)
{
  BenchMemory memory;

  bench_count_memory (&memory, allocate_cb, NULL);
#ifdef __SANITIZE_ADDRESS__
  g_test_skip ("the sanitizer brings an allocator of its own");
#else
  g_assert_cmpuint (memory.ours, ==, 1);
#endif
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/paint/frames/counting", test_counting);
  g_test_add_func ("/paint/frames/axis", test_axis);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree gchar *path = g_strconcat ("/paint/frames/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_frames);
    }

  return g_test_run ();
}
