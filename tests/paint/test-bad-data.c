/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <cairo.h>
#include <math.h>
#include <time.h>

#include "annals-painter.h"
#include "annals-picture.h"
#include "bad-events.h"

/* Events that nobody would wish for, laid out and painted as in the window: what is drawn stays
 * within what a frame may cost, and whatever is written can be read. How long frames took is told,
 * not held against anybody, since the machine may be busy. */

#define N_FRAMES 30
#define ZOOM 2.7
#define FRAMES_BETWEEN_RESTS 6

/* What a frame may cost, a quarter of what it may take: see bench-timeline. */
#define MOST_COST_MS 1.0

/* Letters with their marks reach no further from the baseline, in parts of the size of the type. */
#define MOST_ABOVE 1.9
#define MOST_BELOW 1.2

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
fixture_init (Fixture *fixture, const BadEvents *what, const Window *window)
{
  *fixture = (Fixture){ 0 };
  annals_metrics_init (&fixture->metrics, window->text_scale, window->width_px < 650.0);
  fixture->typesetter = annals_typesetter_new (NULL, window->text_scale);
  fixture->layout = bad_events_create_layout (what, &fixture->metrics, annals_typesetter_measure,
                                              fixture->typesetter);
  fixture->options = (AnnalsPictureOptions){ .width_px = window->width_px,
                                             .height_px = window->height_px,
                                             .selected = -1,
                                             .hovered = -1,
                                             .rest = 1.0 };
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
  const BadEvents *what = data;

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
  g_test_init (&argc, &argv, NULL);
  bad_events_add_tests ("/paint/bad-data", test_bad);
  return g_test_run ();
}
