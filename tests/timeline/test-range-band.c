/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "annals-picture.h"
#include "sample-document.h"

/* The range of time in the picture, and what dragging on the axis makes of it. */

#define LEFT_PX 148.0
#define WIDTH_PX 800.0
#define SLOP_PX 7.0

typedef struct
{
  AnnalsDocument *document;
  AnnalsLayout *layout;
  AnnalsPictureOptions options;
  AnnalsScale *scale;
  gdouble axis_px;
} Fixture;

/* One pixel is about two weeks, so that the axis counts years. */
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
  fixture->scale = &fixture->options.scale;
  fixture->axis_px = metrics.axis_height_px;
  annals_scale_init (fixture->scale, annals_instant_from_date (1960, 1, 1),
                     annals_instant_from_date (1990, 1, 1), LEFT_PX, WIDTH_PX);
  annals_layout_pack (fixture->layout, fixture->scale);
  annals_layout_fit_height (fixture->layout, annals_layout_get_natural_height (fixture->layout));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  annals_layout_free (fixture->layout);
  g_object_unref (fixture->document);
}

static AnnalsRange
get_range (const gchar *edtf)
{
  AnnalsSpan span;

  g_assert_true (annals_span_from_edtf (&span, edtf, NULL));
  return (AnnalsRange){ annals_span_get_earliest (&span), annals_span_get_latest (&span),
                        ANNALS_WITHIN_OVERLAPPING };
}

static gdouble
get_x (Fixture *fixture, gint year, gint month)
{
  return annals_scale_get_x (fixture->scale, annals_instant_from_date (year, month, 1));
}

static guint
count_role (const AnnalsScene *scene, AnnalsRole role)
{
  guint n_items = 0;

  for (guint i = 0; i < annals_scene_get_n_items (scene); i++)
    n_items += annals_scene_get_item (scene, i)->role == role;
  return n_items;
}

static void
test_drawn (Fixture *fixture, gconstpointer data)
{
  AnnalsRange range = get_range ("1970/1975");
  g_autoptr (AnnalsScene) without = annals_picture_build (fixture->layout, &fixture->options);
  g_autoptr (AnnalsScene) scene = NULL;
  g_autofree gchar *dump = NULL;
  const AnnalsItem *begin;
  const AnnalsItem *end;

  fixture->options.range = &range;
  scene = annals_picture_build (fixture->layout, &fixture->options);
  g_assert_cmpuint (count_role (without, ANNALS_ROLE_RANGE), ==, 0);
  g_assert_cmpuint (count_role (without, ANNALS_ROLE_HANDLE), ==, 0);
  /* a band and two edges, in the lanes and on the axis; a handle at either end */
  g_assert_cmpuint (count_role (scene, ANNALS_ROLE_RANGE), ==, 6);
  g_assert_cmpuint (count_role (scene, ANNALS_ROLE_HANDLE), ==, 2);

  begin = annals_scene_find_handle (scene, ANNALS_RANGE_BEGIN);
  end = annals_scene_find_handle (scene, ANNALS_RANGE_END);
  g_assert_cmpfloat_with_epsilon (begin->rect.x + begin->rect.width / 2.0, get_x (fixture, 1970, 1),
                                  1.0);
  g_assert_cmpfloat_with_epsilon (end->rect.x + end->rect.width / 2.0, get_x (fixture, 1976, 1),
                                  1.0);
  g_assert_cmpint (begin->clip, ==, ANNALS_CLIP_AXIS);
  dump = annals_scene_dump (scene);
  g_assert_nonnull (strstr (dump, "rect range "));
  g_assert_nonnull (strstr (dump, "rect handle "));
}

/* The band lies below all marks, the caption above them. */
static void
test_order (Fixture *fixture, gconstpointer data)
{
  AnnalsRange range = get_range ("1970/1975");
  g_autoptr (AnnalsScene) scene = NULL;
  guint first_mark = G_MAXUINT;
  guint caption = 0;
  guint band = G_MAXUINT;

  fixture->options.range = &range;
  fixture->options.range_caption = "1970–1975";
  scene = annals_picture_build (fixture->layout, &fixture->options);
  for (guint i = 0; i < annals_scene_get_n_items (scene); i++)
    {
      const AnnalsItem *item = annals_scene_get_item (scene, i);

      if (item->event >= 0 && first_mark == G_MAXUINT)
        first_mark = i;
      if (item->role == ANNALS_ROLE_RANGE && band == G_MAXUINT)
        band = i;
      if (g_strcmp0 (item->text, "1970–1975") == 0)
        caption = i;
    }
  g_assert_cmpuint (band, <, first_mark);
  g_assert_cmpuint (caption, >, first_mark);
}

static void
test_picked (Fixture *fixture, gconstpointer data)
{
  AnnalsRange range = get_range ("1970/1975");
  g_autoptr (AnnalsScene) scene = NULL;
  gdouble x0 = get_x (fixture, 1970, 1);
  gdouble x1 = get_x (fixture, 1976, 1);
  const struct
  {
    gdouble x;
    gdouble y;
    gdouble slop_px;
    AnnalsRangePart part;
  } cases[] = {
    { x0, 20.0, SLOP_PX, ANNALS_RANGE_BEGIN },
    { x0 - 6.0, 20.0, SLOP_PX, ANNALS_RANGE_BEGIN },
    { x0 + 9.0, 20.0, SLOP_PX, ANNALS_RANGE_AXIS },
    { x0 + 19.0, 20.0, 22.0, ANNALS_RANGE_BEGIN }, /* a finger */
    { x1, 1.0, SLOP_PX, ANNALS_RANGE_END },
    { (x0 + x1) / 2.0 - 2.0, 20.0, 1000.0, ANNALS_RANGE_BEGIN }, /* the nearer one */
    { (x0 + x1) / 2.0 + 2.0, 20.0, 1000.0, ANNALS_RANGE_END },
    { LEFT_PX + 1.0, 20.0, SLOP_PX, ANNALS_RANGE_AXIS },
    { LEFT_PX - 20.0, 20.0, SLOP_PX, ANNALS_RANGE_NONE },
    { x0, 47.0, SLOP_PX, ANNALS_RANGE_NONE },
  };

  fixture->options.range = &range;
  scene = annals_picture_build (fixture->layout, &fixture->options);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%g, %g", cases[i].x, cases[i].y);
      g_assert_cmpint (annals_scene_pick_range (scene, cases[i].x, cases[i].y, cases[i].slop_px),
                       ==, cases[i].part);
    }
}

/* A handle that cannot be seen cannot be hit. */
static void
test_out_of_view (Fixture *fixture, gconstpointer data)
{
  AnnalsRange range = get_range ("1950/..");
  g_autoptr (AnnalsScene) scene = NULL;

  fixture->options.range = &range;
  scene = annals_picture_build (fixture->layout, &fixture->options);
  g_assert_cmpint (annals_scene_pick_range (scene, LEFT_PX, 20.0, SLOP_PX), ==, ANNALS_RANGE_AXIS);
  g_assert_cmpint (annals_scene_pick_range (scene, LEFT_PX + WIDTH_PX, 20.0, SLOP_PX), ==,
                   ANNALS_RANGE_AXIS);
}

static void
test_steps_back (Fixture *fixture, gconstpointer data)
{
  guint n_events = annals_document_get_n_events (fixture->document);
  g_autofree guint8 *let_through = g_new0 (guint8, n_events);
  g_autoptr (AnnalsScene) scene = NULL;
  guint n_seen = 0;

  let_through[0] = 1;
  fixture->options.let_through = let_through;
  fixture->options.n_let_through = n_events;
  scene = annals_picture_build (fixture->layout, &fixture->options);
  for (guint i = 0; i < annals_scene_get_n_items (scene); i++)
    {
      const AnnalsItem *item = annals_scene_get_item (scene, i);

      if (item->event < 0)
        continue;
      g_assert_cmpint (item->stands_back, ==, item->event != 0);
      n_seen++;
    }
  g_assert_cmpuint (n_seen, >, 2);
}

static gchar *
drag (Fixture *fixture, const gchar *start, AnnalsRangePart part, gdouble x, gboolean free)
{
  AnnalsRange range = get_range (start);

  annals_range_drag (&range, part, fixture->layout, fixture->scale, x, free);
  g_assert_cmpint (range.first, <=, range.last);
  return annals_range_dup_edtf (&range);
}

static void
test_dragged (Fixture *fixture, gconstpointer data)
{
  const struct
  {
    const gchar *start;
    AnnalsRangePart part;
    gint year;
    gint month;
    const gchar *expected;
  } cases[] = {
    /* from the unit where it began to the one where it is, either way */
    { "1970", ANNALS_RANGE_AXIS, 1975, 3, "1970/1975" },
    { "1970", ANNALS_RANGE_AXIS, 1970, 11, "1970" },
    { "1970", ANNALS_RANGE_AXIS, 1965, 11, "1965/1970" },
    /* a handle goes to the nearest tick */
    { "1970/1975", ANNALS_RANGE_END, 1978, 3, "1970/1977" },
    { "1970/1975", ANNALS_RANGE_END, 1978, 10, "1970/1978" },
    { "1970/1975", ANNALS_RANGE_BEGIN, 1972, 3, "1972/1975" },
    { "1970/1975", ANNALS_RANGE_BEGIN, 1971, 10, "1972/1975" },
    /* and past the other one, becomes that one */
    { "1970/1975", ANNALS_RANGE_BEGIN, 1980, 2, "1976/1979" },
    { "1970/1975", ANNALS_RANGE_END, 1965, 2, "1965/1969" },
    /* one unit is left at least */
    { "1970/1975", ANNALS_RANGE_END, 1970, 2, "1970" },
    { "1970/1975", ANNALS_RANGE_BEGIN, 1975, 11, "1975" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree gchar *range = drag (fixture, cases[i].start, cases[i].part,
                                      get_x (fixture, cases[i].year, cases[i].month), FALSE);

      g_test_message ("to %d-%d", cases[i].year, cases[i].month);
      g_assert_cmpstr (range, ==, cases[i].expected);
    }
}

/* Freely, days count where a pixel is some days. */
static void
test_dragged_freely (Fixture *fixture, gconstpointer data)
{
  gdouble x = annals_scale_get_x (fixture->scale, annals_instant_from_date (1973, 10, 17) + 43200);
  g_autofree gchar *range = drag (fixture, "1970", ANNALS_RANGE_AXIS, x, TRUE);

  g_assert_cmpstr (range, ==, "1970-01-01/1973-10-17");
}

/* At every zoom, from seconds to billions of years, there is a unit around every place. */
static void
test_units_at_any_zoom (Fixture *fixture, gconstpointer data)
{
  for (gdouble s_per_px = 0.02; s_per_px < 5e15; s_per_px *= 7.0)
    {
      AnnalsScale scale = *fixture->scale;

      scale.s_per_px = s_per_px;
      for (guint i = 0; i < 2 * 9; i++)
        {
          gdouble x = LEFT_PX + WIDTH_PX * (i / 2) / 8.0;
          AnnalsInstant at = annals_scale_get_instant (&scale, x);
          AnnalsInstant first = 1;
          AnnalsInstant last = 0;

          annals_range_find_unit (fixture->layout, &scale, x, i % 2, &first, &last);
          g_assert_cmpint (first, <=, last);
          g_assert_cmpfloat (annals_scale_get_x (&scale, first), <=, x + 1.0);
          g_assert_cmpfloat (annals_scale_get_x (&scale, last + 1), >=, x - 1.0);
          g_assert_cmpint (at, >=, ANNALS_INSTANT_EARLIEST);
        }
    }
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/timeline/range-band/drawn", test_drawn);
  ADD ("/timeline/range-band/order", test_order);
  ADD ("/timeline/range-band/picked", test_picked);
  ADD ("/timeline/range-band/out-of-view", test_out_of_view);
  ADD ("/timeline/range-band/steps-back", test_steps_back);
  ADD ("/timeline/range-band/dragged", test_dragged);
  ADD ("/timeline/range-band/dragged-freely", test_dragged_freely);
  ADD ("/timeline/range-band/units-at-any-zoom", test_units_at_any_zoom);

  return g_test_run ();
}
