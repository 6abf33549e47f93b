/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <cairo.h>
#include <string.h>

#include "annals-painter.h"
#include "annals-picture.h"
#include "bench-memory.h"
#include "sample-document.h"

/* What painting alone costs, by what is painted: scenes of one kind of thing each, and a real one.
 * Each is held against what the machine allows: clearing every pixel, so much a glyph and so much a
 * rectangle. */

#define WIDTH_PX 1920
#define HEIGHT_PX 1080
#define CLEAR_MS 0.14
#define GLYPH_US 0.105
#define RECTANGLE_US 0.22

typedef struct
{
  AnnalsScene *scene;
  AnnalsTypesetter *typesetter;
  cairo_surface_t *surface;
  gboolean recorded; /* drawn into a list of operations first, as a window does it */
} Bench;

static void
paint (gpointer data)
{
  Bench *bench = data;
  const AnnalsTheme *theme = annals_theme_get (ANNALS_THEME_LIGHT);
  cairo_t *cr = cairo_create (bench->surface);
  cairo_surface_t *recording;
  cairo_t *recorder;

  if (!bench->recorded)
    annals_painter_draw (cr, bench->scene, theme, bench->typesetter);
  else
    {
      recording = cairo_recording_surface_create (
          CAIRO_CONTENT_COLOR_ALPHA, &(cairo_rectangle_t){ 0.0, 0.0, WIDTH_PX, HEIGHT_PX });
      recorder = cairo_create (recording);
      annals_painter_draw (recorder, bench->scene, theme, bench->typesetter);
      cairo_destroy (recorder);
      cairo_set_source_surface (cr, recording, 0.0, 0.0);
      cairo_rectangle (cr, 0.0, 0.0, WIDTH_PX, HEIGHT_PX);
      cairo_fill (cr);
      cairo_surface_destroy (recording);
    }
  cairo_destroy (cr);
}

static void
count (const AnnalsScene *scene, gdouble *glyphs, gdouble *rectangles)
{
  *glyphs = *rectangles = 0.0;
  for (guint i = 0; i < annals_scene_get_n_items (scene); i++)
    {
      const gchar *text = annals_scene_get_item (scene, i)->text;

      *rectangles += text == NULL ? 1.0 : 0.0;
      for (; text != NULL && *text != '\0'; text = g_utf8_next_char (text))
        *glyphs += *text != ' ' ? 1.0 : 0.0;
    }
}

static void
measure (const gchar *name, AnnalsScene *scene, AnnalsTypesetter *typesetter)
{
  static const struct
  {
    const gchar *name;
    gint scale;
    gboolean recorded;
  } ways[] = { { "", 1, FALSE }, { "-2x", 2, FALSE }, { "-window", 1, TRUE } };

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_autofree gchar *full = g_strconcat ("paint-", name, ways[i].name, NULL);
      Bench bench = { scene, typesetter, NULL, ways[i].recorded };
      BenchMemory memory;
      BenchTimes times;
      gdouble glyphs;
      gdouble rectangles;
      gdouble limit;

      bench.surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH_PX * ways[i].scale,
                                                  HEIGHT_PX * ways[i].scale);
      cairo_surface_set_device_scale (bench.surface, ways[i].scale, ways[i].scale);
      bench_run (&times, 0.4, paint, &bench);
      bench_count_memory (&memory, paint, &bench);
      count (scene, &glyphs, &rectangles);
      limit = CLEAR_MS + (GLYPH_US * glyphs + RECTANGLE_US * rectangles) / 1000.0;
      bench_print (full, &times, limit, "share_of_limit", times.median_ms / limit, "glyphs", glyphs,
                   "rectangles", rectangles, "allocations", (gdouble) memory.ours,
                   "allocations_of_cairo", (gdouble) memory.others, NULL);
      if (memory.first != NULL)
        g_printerr ("%s asks for memory in %s\n", full, memory.first);
      cairo_surface_destroy (bench.surface);
    }
}

typedef void (*AddFunc) (AnnalsScene *scene, guint i, gdouble x, gdouble y);

static AnnalsItem *
add (AnnalsScene *scene,
     AnnalsItemKind kind,
     AnnalsRole role,
     gdouble x,
     gdouble y,
     gdouble width,
     gdouble height)
{
  return annals_scene_add (scene, kind, role, &(AnnalsRect){ x, y, width, height });
}

static void
add_label (AnnalsScene *scene, guint i, gdouble x, gdouble y)
{
  gchar text[32];

  g_snprintf (text, sizeof text, "Some event no. %u", 10000 + i);
  annals_scene_add_text (scene, ANNALS_ROLE_TEXT, ANNALS_FONT_LABEL, x, y + 13.0, text);
}

static void
add_bar (AnnalsScene *scene, guint i, gdouble x, gdouble y)
{
  add (scene, ANNALS_ITEM_RECT, ANNALS_ROLE_MARK, x, y, 6.0 + i % 9, 16.0)->radius_px = 3.0;
}

static void
add_labelled_bar (AnnalsScene *scene, guint i, gdouble x, gdouble y)
{
  gchar text[32];

  add (scene, ANNALS_ITEM_RECT, ANNALS_ROLE_MARK, x, y, 130.0, 16.0)->radius_px = 3.0;
  g_snprintf (text, sizeof text, "Event no. %u", 10000 + i);
  annals_scene_add_text (scene, ANNALS_ROLE_ON_MARK, ANNALS_FONT_LABEL, x + 5.0, y + 13.0, text);
}

static void
add_pale_bar (AnnalsScene *scene, guint i, gdouble x, gdouble y)
{
  guint first = annals_scene_get_n_items (scene);

  add_labelled_bar (scene, i, x, y);
  annals_scene_step_back (scene, first);
}

static void
add_disc (AnnalsScene *scene, guint i, gdouble x, gdouble y)
{
  add (scene, ANNALS_ITEM_DISC, ANNALS_ROLE_MARK, x + 2.5, y + 2.5, 11.0, 11.0);
}

static void
add_capsule (AnnalsScene *scene, guint i, gdouble x, gdouble y)
{
  gchar text[16];

  add (scene, ANNALS_ITEM_RECT, ANNALS_ROLE_PALE, x, y, 44.0, 16.0)->radius_px = 8.0;
  g_snprintf (text, sizeof text, "%u", 100 + i);
  annals_scene_add_text (scene, ANNALS_ROLE_TEXT, ANNALS_FONT_NOTE, x + 8.0, y + 12.0, text);
}

static void
add_fade (AnnalsScene *scene, guint i, gdouble x, gdouble y)
{
  AnnalsItem *item = add (scene, ANNALS_ITEM_RECT, ANNALS_ROLE_MARK, x, y, 140.0, 16.0);
  const gdouble fade[] = { x, x + 30.0 + i % 7, x + 100.0, x + 140.0 };

  item->radius_px = 3.0;
  item->fades = TRUE;
  memcpy (item->fade, fade, sizeof fade);
}

static void
add_hatch (AnnalsScene *scene, guint i, gdouble x, gdouble y)
{
  add (scene, ANNALS_ITEM_RECT, ANNALS_ROLE_PALE, x, y, 100.0 + i % 7, 16.0);
  add (scene, ANNALS_ITEM_HATCH, ANNALS_ROLE_MARK, x, y, 100.0 + i % 7, 16.0)->stroke_px = 1.6;
}

static void
add_dashed (AnnalsScene *scene, guint i, gdouble x, gdouble y)
{
  AnnalsItem *item = add (scene, ANNALS_ITEM_OUTLINE, ANNALS_ROLE_MARK, x, y, 100.0 + i % 7, 16.0);

  item->radius_px = 3.0;
  item->stroke_px = 1.5;
  item->dash = ANNALS_DASH_DASHED;
}

static void
add_outline (AnnalsScene *scene, guint i, gdouble x, gdouble y)
{
  AnnalsItem *item = add (scene, ANNALS_ITEM_OUTLINE, ANNALS_ROLE_MARK, x, y, 100.0 + i % 7, 16.0);

  item->radius_px = 3.0;
  item->stroke_px = 1.5;
}

static void
add_dots (AnnalsScene *scene, guint i, gdouble x, gdouble y)
{
  AnnalsItem *item = add (scene, ANNALS_ITEM_LINE, ANNALS_ROLE_MARK, x, y + 8.0, 140.0, 0.0);

  item->stroke_px = 1.75;
  item->dash = ANNALS_DASH_DOTTED;
}

static void
add_tick (AnnalsScene *scene, guint i, gdouble x, gdouble y)
{
  add (scene, ANNALS_ITEM_LINE, ANNALS_ROLE_RULE, x + 0.5, y, 0.0, 18.0);
}

static void
add_diamond (AnnalsScene *scene, guint i, gdouble x, gdouble y)
{
  add (scene, ANNALS_ITEM_RECT, ANNALS_ROLE_MARK, x, y + 7.0, 60.0, 2.0);
  add (scene, ANNALS_ITEM_DIAMOND, ANNALS_ROLE_MARK, x + 20.0, y + 1.5, 13.0, 13.0)->stroke_px
      = 1.75;
}

static const struct
{
  const gchar *name;
  guint n;
  gdouble pitch_px;
  AddFunc add;
} kinds[] = {
  { "labels", 500, 150.0, add_label },
  { "bars", 3000, 16.0, add_bar },
  { "labelled-bars", 500, 150.0, add_labelled_bar },
  { "pale-labelled-bars", 500, 150.0, add_pale_bar },
  { "discs", 1000, 24.0, add_disc },
  { "capsules", 200, 60.0, add_capsule },
  { "fades", 40, 150.0, add_fade },
  { "hatches", 40, 150.0, add_hatch },
  { "outlines", 100, 150.0, add_outline },
  { "dashes", 100, 150.0, add_dashed },
  { "dots", 40, 150.0, add_dots },
  { "diamonds", 100, 70.0, add_diamond },
  { "ticks", 300, 20.0, add_tick },
};

static void
measure_kind (guint kind, AnnalsTypesetter *typesetter)
{
  g_autoptr (AnnalsScene) scene = annals_scene_new (WIDTH_PX, HEIGHT_PX);
  AnnalsRect lanes = { 150.0, 60.0, WIDTH_PX - 150.0, HEIGHT_PX - 60.0 };
  guint per_row = (guint) ((lanes.width - 10.0) / kinds[kind].pitch_px);

  annals_scene_set_clip (scene, ANNALS_CLIP_LANES, &lanes);
  add (scene, ANNALS_ITEM_RECT, ANNALS_ROLE_BACKGROUND, 0.0, 0.0, WIDTH_PX, HEIGHT_PX);
  for (guint i = 0; i < kinds[kind].n; i++)
    {
      annals_scene_begin_group (scene, ANNALS_CLIP_LANES, (gint) i, i / per_row / 4);
      kinds[kind].add (scene, i, lanes.x + 4.0 + i % per_row * kinds[kind].pitch_px,
                       lanes.y + 4.0 + i / per_row * 22.0);
    }
  annals_scene_end_group (scene);
  measure (kinds[kind].name, scene, typesetter);
}

static void
measure_commentary (AnnalsTypesetter *typesetter)
{
  g_autoptr (AnnalsDocument) document = sample_document_new_commentary ();
  g_autoptr (AnnalsLayout) layout = NULL;
  g_autoptr (AnnalsScene) scene = NULL;
  AnnalsPictureOptions options
      = { .width_px = WIDTH_PX, .height_px = HEIGHT_PX, .selected = 0, .hovered = -1 };
  AnnalsMetrics metrics;

  annals_metrics_init (&metrics, 1.0, FALSE);
  layout = annals_layout_new (document, &metrics, annals_typesetter_measure, typesetter);
  annals_layout_init_fit (layout, &options.scale, metrics.header_width_px,
                          WIDTH_PX - metrics.header_width_px);
  annals_layout_pack (layout, &options.scale);
  annals_layout_fit_height (layout, HEIGHT_PX - metrics.axis_height_px);
  scene = annals_picture_build (layout, &options);
  measure ("commentary", scene, typesetter);
}

int
main (int argc, char **argv)
{
  AnnalsTypesetter *typesetter = annals_typesetter_new (NULL, 1.0);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (argc < 2 || strcmp (argv[1], kinds[i].name) == 0)
      measure_kind (i, typesetter);
  if (argc < 2 || strcmp (argv[1], "commentary") == 0)
    measure_commentary (typesetter);
  annals_typesetter_free (typesetter);
  return 0;
}
