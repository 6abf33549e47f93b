/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>

#include "annals-painter.h"
#include "annals-picture.h"
#include "annals-reading-order.h"
#include "color-testing.h"
#include "sample-document.h"

/* Whatever is written on a picture can be read on what it stands on: for every text of many
 * pictures, in all themes, what was drawn below it is laid over the background, and the contrast of
 * the two is counted as WCAG 2.1 does. */

#define WIDTH_PX 1200.0
#define HEIGHT_PX 640.0
#define LEAST_CONTRAST 4.5
#define LEAST_CONTRAST_LARGE 3.0
#define LARGE_PX 18.6 /* bold, from where on type is large */
#define N_LANES 3
#define N_SAMPLES 7
#define STRIP_PX 120.0

typedef struct
{
  AnnalsThemeId id;
  AnnalsTypesetter *typesetter;
  AnnalsLayout *layout;
  const gchar *what;
} Fixture;

static gdouble
get_fade_at (const AnnalsItem *item, gdouble x)
{
  AnnalsFadeStop stops[ANNALS_MAX_FADE_STOPS];
  gdouble offset = CLAMP ((x - item->rect.x) / MAX (item->rect.width, 1e-6), 0.0, 1.0);
  guint n = annals_item_get_fade_stops (item, stops);

  for (guint i = 1; i < n; i++)
    if (offset <= stops[i].offset)
      {
        gdouble part = (offset - stops[i - 1].offset)
                       / MAX (stops[i].offset - stops[i - 1].offset, 1e-9);

        return stops[i - 1].opacity + part * (stops[i].opacity - stops[i - 1].opacity);
      }
  return stops[n - 1].opacity;
}

static gboolean
covers (const AnnalsScene *scene, const AnnalsItem *item, gdouble x, gdouble y)
{
  const AnnalsRect *clip = annals_scene_get_clip (scene, item->clip);
  const AnnalsRect *rect = &item->rect;

  if (item->kind != ANNALS_ITEM_RECT && item->kind != ANNALS_ITEM_TEAR)
    return FALSE;
  if (item->clip != ANNALS_CLIP_NONE
      && (x < clip->x || x > clip->x + clip->width || y < clip->y || y > clip->y + clip->height))
    return FALSE;
  return x >= rect->x && x <= rect->x + rect->width && y >= rect->y && y <= rect->y + rect->height;
}

/* What is seen at a place of the picture, lines aside, before the item is drawn. */
static AnnalsColor
get_ground (const AnnalsScene *scene, const AnnalsTheme *theme, guint index, gdouble x, gdouble y)
{
  AnnalsColor ground = theme->background;

  for (guint i = 0; i < index; i++)
    {
      const AnnalsItem *item = annals_scene_get_item (scene, i);
      AnnalsColor color;

      if (!covers (scene, item, x, y))
        continue;
      annals_item_get_color (item, theme, &color);
      if (item->kind == ANNALS_ITEM_TEAR)
        color = theme->background;
      ground = color_lay_over (&color, color.alpha * (item->fades ? get_fade_at (item, x) : 1.0),
                               &ground);
    }
  return ground;
}

static gboolean
is_out (const AnnalsScene *scene, const AnnalsItem *item)
{
  const AnnalsRect *clip = annals_scene_get_clip (scene, item->clip);

  return item->clip != ANNALS_CLIP_NONE
         && (item->rect.y - 4.0 < clip->y || item->rect.y - 4.0 > clip->y + clip->height);
}

static void
check_text (const Fixture *fixture, const AnnalsScene *scene, guint index)
{
  const AnnalsTheme *theme = annals_theme_get (fixture->id);
  const AnnalsItem *item = annals_scene_get_item (scene, index);
  const AnnalsFontStyle *style = annals_font_get_style (item->font);
  gdouble width = annals_typesetter_measure (item->font, item->text, fixture->typesetter);
  gdouble least = style->bold && style->size_px >= LARGE_PX ? LEAST_CONTRAST_LARGE : LEAST_CONTRAST;
  AnnalsColor color;

  annals_item_get_color (item, theme, &color);
  if (color.alpha <= 0.0 || is_out (scene, item))
    return;
  for (guint i = 0; i < N_SAMPLES; i++)
    {
      gdouble x = item->rect.x + width * i / (N_SAMPLES - 1.0);
      AnnalsColor ground = get_ground (scene, theme, index, x, item->rect.y - 4.0);
      AnnalsColor seen = color_lay_over (&color, color.alpha, &ground);
      gdouble contrast = color_get_contrast (&seen, &ground);

      if (contrast < least)
        {
          g_test_message ("%s, %s: “%s” has a contrast of %.2f at %.0f, %.0f",
                          annals_theme_get_name (fixture->id), fixture->what, item->text, contrast,
                          x, item->rect.y);
          g_test_fail ();
          return;
        }
    }
}

static void
check_scene (const Fixture *fixture, const AnnalsScene *scene)
{
  for (guint i = 0; i < annals_scene_get_n_items (scene); i++)
    if (annals_scene_get_item (scene, i)->text != NULL)
      check_text (fixture, scene, i);
}

/* The commentary, the Cold War and the Vietnam War as eras that lie over each other. */
static AnnalsDocument *
create_eras (void)
{
  AnnalsDocument *document = sample_document_new_commentary ();

  annals_document_set_event_is_era (document, 0, TRUE);
  annals_document_set_event_is_era (document, 1, TRUE);
  return document;
}

/* In every colour there is: marks of all kinds, and eras behind them. */
static AnnalsDocument *
create_colors (void)
{
  static const gchar *const dates[]
      = { "1920~/1970~", "1950/1990", "1965",        "1972?",      "1960/",
          "/1970",       "1955/..",   "[1940,1980]", "1950?/1980", "1962-10-16/1962-10-28" };
  AnnalsDocument *document = annals_document_new ();

  for (guint i = 0; i < ANNALS_N_LANE_COLORS; i++)
    {
      g_autofree gchar *id = g_strdup_printf ("lane%u", i);

      annals_document_add_lane (document, id, id, i);
      for (guint j = 0; j < G_N_ELEMENTS (dates); j++)
        {
          g_autofree gchar *name = g_strdup_printf ("e%u-%u", i, j);
          guint event = sample_document_add (document, name, "An event", dates[j], NULL, i,
                                             (i + j) % (ANNALS_STATUS_DENIED + 1));

          annals_document_set_event_is_era (document, event, j < 2);
        }
    }
  return document;
}

static AnnalsDocument *
create_many (void)
{
  return sample_document_new_random (5, 4000);
}

/* What is looked for, and what lies in a range: some, none, all. */
static void
check_options (Fixture *fixture, AnnalsPictureOptions *options)
{
  static const AnnalsRange range = { .first = 61600000000, .last = 62500000000 };
  g_autofree guint8 *some = g_new0 (guint8, 4096);
  AnnalsScene *scene;

  for (guint i = 0; i < 4096; i++)
    some[i] = i % 3 == 0;
  for (guint variant = 0; variant < 8; variant++)
    {
      static const gchar *const names[] = { "plain",    "selected", "found",   "found, hovered",
                                            "in range", "range",    "all out", "caption" };

      options->selected = variant == 1 ? 1 : -1;
      options->hovered = variant == 3 ? 2 : variant == 1 ? 0 : -1;
      options->found = variant == 2 || variant == 3 || variant == 6 ? some : NULL;
      options->n_found = variant == 6 ? 0 : 4096;
      options->let_through = variant == 4 ? some : NULL;
      options->n_let_through = 4096;
      options->range = variant >= 4 ? &range : NULL;
      options->range_caption = variant == 7 ? "1953–1981" : NULL;
      fixture->what = names[variant];
      scene = annals_picture_build (fixture->layout, options);
      check_scene (fixture, scene);
      annals_scene_free (scene);
    }
}

static void
check_layout (Fixture *fixture, const AnnalsMetrics *metrics, const AnnalsScale *scale)
{
  AnnalsPictureOptions options = { .width_px = WIDTH_PX,
                                   .height_px = HEIGHT_PX,
                                   .scale = *scale,
                                   .selected = -1,
                                   .hovered = -1,
                                   .rest = 1.0 };

  annals_layout_pack (fixture->layout, scale);
  annals_layout_set_progress (fixture->layout, 1.0);
  annals_layout_fit_height (fixture->layout, HEIGHT_PX - metrics->axis_height_px);
  check_options (fixture, &options);
}

static void
check_strips (Fixture *fixture,
              AnnalsDocument *document,
              const AnnalsMetrics *metrics,
              const AnnalsScale *scale)
{
  AnnalsRect rect = { 0.0, 0.0, WIDTH_PX, HEIGHT_PX };
  AnnalsOverviewOptions overview = { .width_px = WIDTH_PX, .height_px = STRIP_PX, .scale = *scale };
  AnnalsReadingOrderOptions order_options = { .width_px = WIDTH_PX,
                                              .height_px = STRIP_PX,
                                              .scale = *scale,
                                              .selected = -1,
                                              .passage = -1,
                                              .hovered = -1 };
  g_autoptr (AnnalsReadingOrder) order = annals_reading_order_new (document, ANNALS_WHERE_TEXT);
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (AnnalsReadingHit));
  g_autoptr (AnnalsScene) legend = annals_scene_new (WIDTH_PX, HEIGHT_PX);
  g_autoptr (AnnalsScene) strip = annals_overview_build (fixture->layout, &overview);
  g_autoptr (AnnalsScene) reading = annals_reading_order_build (
      order, metrics, annals_typesetter_measure, fixture->typesetter, &order_options, hits);

  fixture->what = "legend";
  annals_legend_add (legend, fixture->layout, ANNALS_ALL_FEATURES, &rect);
  check_scene (fixture, legend);
  fixture->what = "overview";
  check_scene (fixture, strip);
  fixture->what = "reading order";
  check_scene (fixture, reading);
}

static void
test_pictures (gconstpointer data)
{
  AnnalsDocument *(*create) (void) = data;

  for (AnnalsThemeId id = 0; id < ANNALS_N_THEMES; id++)
    {
      g_autoptr (AnnalsDocument) document = create ();
      g_autoptr (AnnalsTypesetter) typesetter = annals_typesetter_new (NULL, 1.0);
      g_autoptr (AnnalsLayout) layout = NULL;
      g_autoptr (AnnalsBreaks) breaks = NULL;
      Fixture fixture = { .id = id, .typesetter = typesetter };
      AnnalsMetrics metrics;
      AnnalsScale scale;

      annals_metrics_init (&metrics, 1.0, FALSE);
      layout = annals_layout_new (document, &metrics, annals_typesetter_measure, typesetter);
      fixture.layout = layout;
      metrics = *annals_layout_get_metrics (layout);
      annals_layout_init_fit (layout, &scale, metrics.header_width_px,
                              WIDTH_PX - metrics.header_width_px);
      check_layout (&fixture, &metrics, &scale);
      check_strips (&fixture, document, &metrics, &scale);
      annals_scale_zoom (&scale, 6.0, WIDTH_PX * 0.7);
      check_layout (&fixture, &metrics, &scale);
      breaks = annals_breaks_new_for_document (document, TRUE, NULL, 0, metrics.break_px);
      if (breaks == NULL)
        continue;
      annals_layout_set_breaks (layout, breaks);
      annals_layout_init_fit (layout, &scale, metrics.header_width_px,
                              WIDTH_PX - metrics.header_width_px);
      check_layout (&fixture, &metrics, &scale);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/paint/contrast/commentary", sample_document_new_commentary,
                        test_pictures);
  g_test_add_data_func ("/paint/contrast/marks", sample_document_new_marks, test_pictures);
  g_test_add_data_func ("/paint/contrast/uncertainty", sample_document_new_uncertainty,
                        test_pictures);
  g_test_add_data_func ("/paint/contrast/eras", create_eras, test_pictures);
  g_test_add_data_func ("/paint/contrast/colors", create_colors, test_pictures);
  g_test_add_data_func ("/paint/contrast/many", create_many, test_pictures);

  return g_test_run ();
}
