/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <cairo.h>
#include <math.h>
#include <string.h>
#include <time.h>

#include "annals-painter.h"
#include "annals-picture.h"
#include "sample-document.h"

/* Events that nobody would wish for, laid out and painted as in the window: what is drawn stays
 * within what a frame may cost, and whatever is written can be read. How long frames took is told,
 * not held against anybody, since the machine may be busy. */

#define N_LANES 3
#define N_FRAMES 30
#define ZOOM 2.7
#define FRAMES_BETWEEN_RESTS 6

/* What a frame may cost, a quarter of what it may take: see bench-timeline. */
#define MOST_COST_MS 1.0
#define MANY 1000000
#define LONG_CHARS 10000

/* Letters with their marks reach no further from the baseline, in parts of the size of the type. */
#define MOST_ABOVE 1.9
#define MOST_BELOW 1.2

typedef struct
{
  const gchar *name;
  void (*add_all) (AnnalsIndex *index);
  AnnalsDocument *(*create_document) (void);
} Case;

typedef struct
{
  gdouble width_px;
  gdouble height_px;
  gdouble text_scale;
} Window;

typedef struct
{
  AnnalsMetrics metrics;
  AnnalsTypesetter *typesetter;
  AnnalsLayout *layout;
  AnnalsScene *scene;
  AnnalsPictureOptions options;
  cairo_surface_t *surface;
  gdouble worst_ms;
  gdouble worst_cost_ms;
} Fixture;

static void
add (AnnalsIndex *index, guint event, AnnalsInstant begin, AnnalsInstant end, const gchar *label)
{
  AnnalsIndexEntry entry = { .begin = begin,
                             .end = end,
                             .event = event,
                             .lane = event % N_LANES,
                             .weight = annals_index_weigh (0, begin, end),
                             .flags = ANNALS_INDEX_PLAIN | (begin == end ? ANNALS_INDEX_MOMENT : 0),
                             .label = label };

  g_assert_true (annals_index_add (index, &entry));
}

static void
add_none (AnnalsIndex *index)
{
}

static void
add_one (AnnalsIndex *index)
{
  add (index, 0, 62167219200, 62167219200, "One");
}

static void
add_one_second (AnnalsIndex *index)
{
  for (guint i = 0; i < 100000; i++)
    add (index, i, 62167219200, 62167219200, "All at once");
}

static void
add_same_label (AnnalsIndex *index)
{
  for (guint i = 0; i < MANY; i++)
    add (index, i, (AnnalsInstant) i * 9467, (AnnalsInstant) i * 9467 + i % 7 * 864000,
         "The same label");
}

/* A text that is @n_chars long, all of it different from that of another @seed. */
static gchar *
dup_long (const gchar *piece, guint n_chars, guint seed)
{
  GString *text = g_string_new (NULL);
  gint64 n = 0;

  g_string_append_printf (text, "%u ", seed);
  while (n < n_chars)
    {
      g_string_append (text, piece);
      n += g_utf8_strlen (piece, -1);
    }
  return g_string_free (text, FALSE);
}

static const gchar *const pieces[] = {
  "wide words without an end ",
  "Donaudampfschifffahrtsgesellschaft",
  "معاهدة السلام بين البلدين ",
  "日米安全保障条約改定と国会",
  "👩‍👩‍👧‍👦🏳️‍🌈🎌👍🏽🇯🇵🇺🇸",
  "Z̵̛͇a̷̢̛l̸̢̛g̷̡̛o̶̧͝ ",
  "a\u0300\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308\u0309\u030a\u030b\u030c\u030d\u030e"
  "\u0316\u0317\u0318\u0319\u031a\u031b\u031c\u031d\u031e\u031f\u0320",
  "\u202eright to left by force \u2066and back",
  "\t\n\r\v\x01\x7f tab and end of line ",
};

static void
add_long_labels (AnnalsIndex *index)
{
  for (guint i = 0; i < 270; i++)
    {
      g_autofree gchar *label = dup_long (pieces[i % G_N_ELEMENTS (pieces)], LONG_CHARS, i);

      add (index, i, i * G_GINT64_CONSTANT (86400) * 30,
           (i + i % 4) * G_GINT64_CONSTANT (86400) * 30, label);
    }
}

static void
add_scripts (AnnalsIndex *index)
{
  for (guint i = 0; i < 2000; i++)
    {
      g_autofree gchar *label = dup_long (pieces[i % G_N_ELEMENTS (pieces)], 1 + i % 60, i);

      add (index, i, i * G_GINT64_CONSTANT (86400) * 11,
           (i + i % 90) * G_GINT64_CONSTANT (86400) * 11, label);
    }
}

static void
add_ages (AnnalsIndex *index)
{
  const gint64 age = G_GINT64_CONSTANT (13800000000) * 31556952;

  for (guint i = 0; i < 3000; i++)
    add (index, i, i % 2 == 0 ? -age : (gint64) i * 3600,
         i % 2 == 0 ? (gint64) i * 100000 : (gint64) i * 3600, "Of all sizes");
}

static void
add_limits (AnnalsIndex *index)
{
  static const AnnalsInstant ends[][2] = {
    { ANNALS_INSTANT_MIN, ANNALS_INSTANT_MAX },
    { ANNALS_INSTANT_EARLIEST, ANNALS_INSTANT_LATEST },
    { ANNALS_INSTANT_EARLIEST, ANNALS_INSTANT_EARLIEST },
    { ANNALS_INSTANT_LATEST, ANNALS_INSTANT_LATEST },
    { 0, ANNALS_INSTANT_MAX },
    { ANNALS_INSTANT_MIN, 0 },
  };

  for (guint i = 0; i < 300; i++)
    add (index, i, ends[i % G_N_ELEMENTS (ends)][0], ends[i % G_N_ELEMENTS (ends)][1],
         "At the limit");
}

static AnnalsDocument *
create_dates (void)
{
  static const gchar *const dates[] = {
    "Y-13800000000",
    "Y-13800000000/2004",
    "Y-13800000000~/Y-4600000000?",
    "2004-01-23",
    "2004-01-23/2004-01-23",
    "../..",
    "/2004",
    "2004/",
    "[..Y-13800000000]",
    "Y292000000000",
    "Y-292000000000",
    "Y-292000000000/Y292000000000",
    "{2004-01-23,Y-13800000000}",
    "-0043-03-15",
    "0000",
  };
  AnnalsDocument *document = sample_document_new ("2004-01-23");

  for (guint i = 0; i < 4 * G_N_ELEMENTS (dates); i++)
    {
      g_autofree gchar *id = g_strdup_printf ("e%u", i);

      sample_document_add (document, id, dates[i % G_N_ELEMENTS (dates)],
                           dates[i % G_N_ELEMENTS (dates)], NULL, i % N_LANES,
                           i % (ANNALS_STATUS_DENIED + 1));
    }
  return document;
}

static AnnalsDocument *
create_long_names (void)
{
  AnnalsDocument *document = annals_document_new ();

  for (guint i = 0; i < 2 * G_N_ELEMENTS (pieces); i++)
    {
      g_autofree gchar *id = g_strdup_printf ("l%u", i);
      g_autofree gchar *name = dup_long (pieces[i % G_N_ELEMENTS (pieces)],
                                         i < G_N_ELEMENTS (pieces) ? 12 : LONG_CHARS, i);

      annals_document_add_lane (document, id, i % 2 == 0 ? strchr (name, ' ') + 1 : name, i);
      sample_document_add (document, id, name, "2004", NULL, i, ANNALS_STATUS_PLANNED);
    }
  return document;
}

static void
fixture_init (Fixture *fixture, const Case *what, const Window *window)
{
  static const AnnalsLane lanes[N_LANES] = { { (gchar *) "a", (gchar *) "One", 0 },
                                             { (gchar *) "b", (gchar *) "Two", 1 },
                                             { (gchar *) "c", (gchar *) "Three", 2 } };

  *fixture = (Fixture){ 0 };
  annals_metrics_init (&fixture->metrics, window->text_scale, window->width_px < 650.0);
  fixture->typesetter = annals_typesetter_new (NULL, window->text_scale);
  if (what->create_document != NULL)
    {
      g_autoptr (AnnalsDocument) document = what->create_document ();

      fixture->layout = annals_layout_new (document, &fixture->metrics, annals_typesetter_measure,
                                           fixture->typesetter);
    }
  else
    {
      AnnalsIndex *index = annals_index_new (N_LANES);

      what->add_all (index);
      annals_index_build (index);
      fixture->layout = annals_layout_new_for_index (
          index, lanes, N_LANES, &fixture->metrics, annals_typesetter_measure, fixture->typesetter);
      annals_index_unref (index);
    }
  fixture->options = (AnnalsPictureOptions){ .width_px = window->width_px,
                                             .height_px = window->height_px,
                                             .selected = -1,
                                             .hovered = -1,
                                             .still = TRUE };
  fixture->scene = annals_scene_new (window->width_px, window->height_px);
  fixture->surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (gint) window->width_px,
                                                 (gint) window->height_px);
}

static void
fixture_clear (Fixture *fixture)
{
  cairo_surface_destroy (fixture->surface);
  annals_scene_free (fixture->scene);
  annals_layout_free (fixture->layout);
  annals_typesetter_free (fixture->typesetter);
}

static void
rest (Fixture *fixture)
{
  annals_layout_pack (fixture->layout, &fixture->options.scale);
  annals_layout_set_progress (fixture->layout, 1.0);
  annals_layout_fit_height (fixture->layout,
                            fixture->options.height_px - fixture->metrics.axis_height_px);
}

static gdouble
get_cpu_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (gdouble) now.tv_sec * 1e3 + (gdouble) now.tv_nsec / 1e6;
}

static void
draw (Fixture *fixture)
{
  cairo_t *cr = cairo_create (fixture->surface);

  annals_picture_fill (fixture->layout, &fixture->options, fixture->scene);
  annals_painter_draw (cr, fixture->scene, annals_theme_get (ANNALS_THEME_LIGHT),
                       fixture->typesetter);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
}

static void
check_cost (Fixture *fixture)
{
  gdouble cost_ms = 0.14;

  for (guint i = 0; i < annals_scene_get_n_items (fixture->scene); i++)
    {
      const AnnalsItem *item = annals_scene_get_item (fixture->scene, i);

      cost_ms += item->text != NULL ? 0.105e-3 * (gdouble) g_utf8_strlen (item->text, -1) : 0.22e-3;
    }
  g_assert_cmpfloat (cost_ms, <, MOST_COST_MS);
  fixture->worst_cost_ms = MAX (fixture->worst_cost_ms, cost_ms);
}

static gboolean
overlap (const AnnalsRect *a, const AnnalsRect *b)
{
  return a->x < b->x + b->width - 1.0 && b->x < a->x + a->width - 1.0 && a->y < b->y + b->height
         && b->y < a->y + a->height;
}

/* Where a text stands: its width, and the height of its small letters. */
static void
get_place (const Fixture *fixture, const AnnalsItem *item, AnnalsRect *place)
{
  gdouble size = annals_font_get_style (item->font)->size_px * fixture->metrics.text_scale;

  *place = (AnnalsRect){ item->rect.x, item->rect.y - size / 2.0,
                         annals_typesetter_measure (item->font, item->text, fixture->typesetter),
                         size / 2.0 };
}

/* No text is cut off by the edge of its part of the picture without saying so, none lies over
 * another, and none reaches into the rows above and below. */
static void
check_text (Fixture *fixture, guint index)
{
  const AnnalsItem *item = annals_scene_get_item (fixture->scene, index);
  const AnnalsRect *clip = annals_scene_get_clip (fixture->scene, item->clip);
  gdouble size = annals_font_get_style (item->font)->size_px * fixture->metrics.text_scale;
  AnnalsRect place;
  AnnalsRect ink;

  g_assert_true (g_utf8_validate (item->text, -1, NULL));
  get_place (fixture, item, &place);
  annals_item_get_bounds (item, fixture->typesetter, &ink);
  if (item->clip != ANNALS_CLIP_NONE && place.x + place.width > clip->x + clip->width + 1.0)
    g_error ("“%s” is cut off at the right", item->text);
  if ((item->clip == ANNALS_CLIP_LANES || item->clip == ANNALS_CLIP_HEADERS)
      && place.x < clip->x - 1.0)
    g_error ("“%s” is cut off at the left", item->text);
  if (ink.y < item->rect.y - MOST_ABOVE * size
      || ink.y + ink.height > item->rect.y + MOST_BELOW * size)
    g_error ("“%s” reaches %.1f px up and %.1f px down", item->text, item->rect.y - ink.y,
             ink.y + ink.height - item->rect.y);
  for (guint i = 0; i < index; i++)
    {
      const AnnalsItem *other = annals_scene_get_item (fixture->scene, i);
      AnnalsRect its;

      if (other->text == NULL || other->clip != item->clip)
        continue;
      get_place (fixture, other, &its);
      if (overlap (&place, &its))
        g_error ("“%s” lies over “%s”", item->text, other->text);
    }
}

static void
draw_and_check (Fixture *fixture)
{
  gdouble start_ms = get_cpu_ms ();

  draw (fixture);
  fixture->worst_ms = MAX (fixture->worst_ms, get_cpu_ms () - start_ms);
  check_cost (fixture);
  for (guint i = 0; i < annals_scene_get_n_items (fixture->scene); i++)
    if (annals_scene_get_item (fixture->scene, i)->text != NULL)
      check_text (fixture, i);
}

/* From all there is to far within and back, with rests on the way. */
static void
zoom_through (Fixture *fixture)
{
  AnnalsScale *scale = &fixture->options.scale;

  annals_layout_init_fit (fixture->layout, scale, fixture->metrics.header_width_px,
                          fixture->options.width_px - fixture->metrics.header_width_px);
  rest (fixture);
  draw_and_check (fixture);
  for (guint frame = 0; frame < N_FRAMES; frame++)
    {
      annals_scale_zoom (scale, frame < N_FRAMES / 2 ? ZOOM : 1.0 / ZOOM,
                         scale->x_px + scale->width_px * (frame % 7) / 6.0);
      annals_scale_pan (scale, (frame % 5 - 2.0) * 90.0);
      fixture->options.selected = frame % 4 == 1 ? (gint) frame : -1;
      fixture->options.hovered = frame % 4 == 2 ? (gint) frame : -1;
      draw_and_check (fixture);
      if (frame % FRAMES_BETWEEN_RESTS != FRAMES_BETWEEN_RESTS - 1)
        continue;
      rest (fixture);
      draw_and_check (fixture);
    }
}

static void
test_bad (gconstpointer data)
{
  static const Window windows[] = {
    { 1920.0, 1080.0, 1.0 },
    { 600.0, 420.0, 1.0 },
    { 1100.0, 700.0, 1.5 },
  };
  const Case *what = data;

  for (guint i = 0; i < G_N_ELEMENTS (windows); i++)
    {
      Fixture fixture;

      fixture_init (&fixture, what, &windows[i]);
      if (annals_layout_get_n_events (fixture.layout) > 0)
        zoom_through (&fixture);
      else
        draw_and_check (&fixture);
      g_test_message ("%s, %.0f×%.0f: the worst frame took %.2f ms of processor time, and had a "
                      "cost of %.3f ms",
                      what->name, windows[i].width_px, windows[i].height_px, fixture.worst_ms,
                      fixture.worst_cost_ms);
      fixture_clear (&fixture);
    }
}

int
main (int argc, char **argv)
{
  static const Case cases[] = {
    { "none", add_none, NULL },
    { "one", add_one, NULL },
    { "one-second", add_one_second, NULL },
    { "same-label", add_same_label, NULL },
    { "long-labels", add_long_labels, NULL },
    { "scripts", add_scripts, NULL },
    { "ages", add_ages, NULL },
    { "limits", add_limits, NULL },
    { "dates", NULL, create_dates },
    { "long-names", NULL, create_long_names },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree gchar *path = g_strdup_printf ("/paint/bad-data/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_bad);
    }
  return g_test_run ();
}
