/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <cairo.h>
#include <malloc.h>
#include <string.h>

#include "annals-batches.h"
#include "annals-changes.h"
#include "annals-frame.h"
#include "annals-painter.h"
#include "annals-picture.h"
#include "sample-document.h"

/* Drawn in batches, a picture looks as it does drawn item by item; what is shaped once is kept, and
 * not without end. */

#define WIDTH_PX 1200
#define HEIGHT_PX 700

/* An edge that is smoothed may come out a little otherwise: where two of one colour meet they are
 * put together before they are drawn, and arcs are more exact where a pixel of the picture is
 * several of the surface. What is missing, or covered by the wrong thing, differs by more. */
#define TOLERANCE 3
#define MOST_DIFFERENT 0.0005
#define MOST_FRAMES_DIFFERENT 0.00125
#define MOST_DIFFERENCE 64
#define MOST_PATCHED 16

static cairo_surface_t *
draw (const AnnalsScene *scene,
      AnnalsThemeId theme,
      AnnalsTypesetter *typesetter,
      gdouble scale,
      gboolean in_order)
{
  cairo_surface_t *surface = cairo_image_surface_create (
      CAIRO_FORMAT_RGB24, (gint) (WIDTH_PX * scale), (gint) (HEIGHT_PX * scale));
  cairo_t *cr;

  cairo_surface_set_device_scale (surface, scale, scale);
  cr = cairo_create (surface);
  /* Cairo makes arcs as exact as a pixel of the picture needs, not one of the surface. */
  if (in_order)
    {
      cairo_set_tolerance (cr, 0.1 / scale);
      annals_painter_draw_in_order (cr, scene, annals_theme_get (theme), typesetter);
    }
  else
    annals_painter_draw (cr, scene, annals_theme_get (theme), typesetter);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  return surface;
}

/* How many pixels differ by more than the tolerance, and how much at most. */
static guint
count_different (cairo_surface_t *a, cairo_surface_t *b, gint *most)
{
  gint width = cairo_image_surface_get_width (a);
  gint height = cairo_image_surface_get_height (a);
  gint stride = cairo_image_surface_get_stride (a);
  const guchar *p = cairo_image_surface_get_data (a);
  const guchar *q = cairo_image_surface_get_data (b);
  guint n = 0;

  *most = 0;
  for (gint y = 0; y < height; y++)
    for (gint x = 0; x < width; x++)
      {
        gboolean differs = FALSE;

        for (gint i = 0; i < 3; i++)
          {
            gint difference = ABS (p[y * stride + 4 * x + i] - q[y * stride + 4 * x + i]);

            differs |= difference > TOLERANCE;
            *most = MAX (*most, difference);
          }
        n += differs;
      }
  return n;
}

static void
assert_same (const AnnalsScene *scene,
             AnnalsThemeId theme,
             AnnalsTypesetter *typesetter,
             gdouble scale,
             gdouble most_different)
{
  cairo_surface_t *batched = draw (scene, theme, typesetter, scale, FALSE);
  cairo_surface_t *in_order = draw (scene, theme, typesetter, scale, TRUE);
  gint most;
  guint n = count_different (batched, in_order, &most);

  if (most > MOST_DIFFERENCE || n > most_different * WIDTH_PX * HEIGHT_PX * scale * scale)
    {
      cairo_surface_write_to_png (batched, "painter-batched.png");
      cairo_surface_write_to_png (in_order, "painter-in-order.png");
      g_error ("%u pixels differ by up to %d: see painter-batched.png and painter-in-order.png", n,
               most);
    }
  cairo_surface_destroy (batched);
  cairo_surface_destroy (in_order);
}

typedef struct
{
  const gchar *name;
  AnnalsDocument *(*create) (void);
  AnnalsThemeId theme;
  gdouble scale;
  gdouble text_scale;
  gdouble zoom;
  gboolean searching;
} Case;

static AnnalsDocument *
create_random (void)
{
  return sample_document_new_random (7, 300);
}

static const Case cases[] = {
  { "commentary", sample_document_new_commentary, ANNALS_THEME_LIGHT, 1.0, 1.0, 1.0, FALSE },
  { "commentary-2x", sample_document_new_commentary, ANNALS_THEME_DARK, 2.0, 1.0, 1.0, FALSE },
  { "commentary-large", sample_document_new_commentary, ANNALS_THEME_LIGHT, 1.0, 1.3, 1.0, FALSE },
  { "commentary-near", sample_document_new_commentary, ANNALS_THEME_LIGHT, 1.0, 1.0, 9.0, TRUE },
  { "marks", sample_document_new_marks, ANNALS_THEME_LIGHT, 1.0, 1.0, 1.0, FALSE },
  { "marks-2x", sample_document_new_marks, ANNALS_THEME_LIGHT, 2.0, 1.0, 1.0, FALSE },
  { "uncertainty", sample_document_new_uncertainty, ANNALS_THEME_DARK, 1.0, 1.0, 1.0, FALSE },
  { "uncertainty-2x", sample_document_new_uncertainty, ANNALS_THEME_LIGHT, 2.0, 1.0, 1.0, FALSE },
  { "random", create_random, ANNALS_THEME_LIGHT, 1.0, 1.0, 1.0, FALSE },
  { "random-searched", create_random, ANNALS_THEME_LIGHT, 1.0, 1.0, 1.0, TRUE },
  { "random-near-2x", create_random, ANNALS_THEME_DARK_HIGH_CONTRAST, 2.0, 1.0, 20.0, TRUE },
  { "random-large", create_random, ANNALS_THEME_HIGH_CONTRAST, 1.0, 1.13, 1.0, FALSE },
};

static void
test_same (gconstpointer data)
{
  const Case *picture = data;
  g_autoptr (AnnalsDocument) document = picture->create ();
  g_autoptr (AnnalsTypesetter) typesetter = annals_typesetter_new (NULL, picture->text_scale);
  g_autoptr (AnnalsLayout) layout = NULL;
  g_autoptr (AnnalsScene) scene = annals_scene_new (1.0, 1.0);
  AnnalsPictureOptions options
      = { .width_px = WIDTH_PX, .height_px = HEIGHT_PX, .selected = 2, .hovered = 5 };
  guint8 found[400] = { 0 };
  AnnalsMetrics metrics;

  annals_metrics_init (&metrics, picture->text_scale, FALSE);
  layout = annals_layout_new (document, &metrics, annals_typesetter_measure, typesetter);
  annals_layout_init_fit (layout, &options.scale, metrics.header_width_px,
                          WIDTH_PX - metrics.header_width_px);
  annals_layout_pack (layout, &options.scale);
  annals_layout_fit_height (layout, HEIGHT_PX - metrics.axis_height_px);
  if (picture->zoom > 1.0)
    annals_scale_zoom (&options.scale, picture->zoom, WIDTH_PX * 0.6);
  if (picture->searching)
    {
      for (guint i = 0; i < G_N_ELEMENTS (found); i += 3)
        found[i] = TRUE;
      options.found = found;
      options.n_found = G_N_ELEMENTS (found);
    }
  for (guint step = 0; step < 3; step++)
    {
      annals_picture_fill (layout, &options, scene);
      assert_same (scene, picture->theme, typesetter, picture->scale, MOST_DIFFERENT);
      annals_scale_pan (&options.scale, -7.3);
    }
}

/* Outlines, dotted lines and hatches of many sizes come to what they are as one stroke each. */
static void
test_frames (gconstpointer data)
{
  gdouble scale = GPOINTER_TO_INT (data);
  g_autoptr (AnnalsTypesetter) typesetter = annals_typesetter_new (NULL, 1.0);
  g_autoptr (AnnalsScene) scene = annals_scene_new (WIDTH_PX, HEIGHT_PX);
  AnnalsRect whole = { 0.0, 0.0, WIDTH_PX, HEIGHT_PX };
  guint n_items;

  annals_scene_add (scene, ANNALS_ITEM_RECT, ANNALS_ROLE_BACKGROUND, &whole);
  for (guint i = 0; i < 90; i++)
    {
      AnnalsRect rect = { 10.0 + i % 5 * 230.0, 10.0 + i / 5 * 36.0, 12.0 + i * 2.0, 16.0 + i % 3 };
      AnnalsRect line = { rect.x + 0.3 * i, rect.y + 26.0 + 0.1 * i, 13.0 + 2.0 * i, 0.0 };
      AnnalsItem *item;

      annals_scene_begin_group (scene, ANNALS_CLIP_NONE, (gint) i, i % 4);
      item = annals_scene_add (scene, ANNALS_ITEM_OUTLINE, ANNALS_ROLE_MARK, &rect);
      item->radius_px = i % 7 == 0 ? 6.0 : 3.0;
      item->stroke_px = i % 4 == 0 ? 2.0 : 1.5;
      item->dash = i % 2 == 0 ? ANNALS_DASH_DASHED : ANNALS_DASH_NONE;
      item->opacity = i % 11 == 0 ? 0.6 : 1.0;
      item = annals_scene_add (scene, ANNALS_ITEM_LINE, ANNALS_ROLE_MARK, &line);
      item->stroke_px = 1.75;
      item->dash = ANNALS_DASH_DOTTED;
      rect.x += 2.0;
      rect.width -= 3.7;
      item = annals_scene_add (scene, ANNALS_ITEM_HATCH, ANNALS_ROLE_MARK, &rect);
      item->stroke_px = 1.6;
      item->opacity = i % 5 == 0 ? 0.7 : 1.0;
    }
  for (guint i = 0; i < 12; i++)
    {
      AnnalsRect disc = { 20.0 + i * 31.0, 660.0, 12.0 + i, 12.0 + i };
      AnnalsItem *item = annals_scene_add (scene, ANNALS_ITEM_HATCH, ANNALS_ROLE_MARK, &disc);

      item->radius_px = disc.width / 2.0;
      item->stroke_px = 1.2;
    }
  n_items = annals_scene_get_n_items (scene);
  for (guint i = 1; i < n_items; i++)
    g_assert_true (annals_frame_has_parts (annals_scene_get_item (scene, i)));
  /* Signs stand on 64ths of a pixel of the picture. Here all that is seen is edges. */
  assert_same (scene, ANNALS_THEME_LIGHT, typesetter, scale, MOST_FRAMES_DIFFERENT * scale);
}

/* What fades at its ends, of many shapes. */
static void
test_fades (gconstpointer data)
{
  gdouble scale = GPOINTER_TO_INT (data);
  g_autoptr (AnnalsTypesetter) typesetter = annals_typesetter_new (NULL, 1.0);
  g_autoptr (AnnalsScene) scene = annals_scene_new (WIDTH_PX, HEIGHT_PX);
  AnnalsRect whole = { 0.0, 0.0, WIDTH_PX, HEIGHT_PX };
  AnnalsRect lanes = { 20.0, 30.0, WIDTH_PX - 60.0, HEIGHT_PX - 50.0 };

  annals_scene_set_clip (scene, ANNALS_CLIP_LANES, &lanes);
  annals_scene_add (scene, ANNALS_ITEM_RECT, ANNALS_ROLE_BACKGROUND, &whole);
  for (guint i = 0; i < 120; i++)
    {
      AnnalsRect rect = { -30.0 + i % 6 * 210.0, 10.0 + i / 6 * 34.0, 9.0 + i * 1.0, 15.0 + i % 9 };
      const gdouble fade[] = { rect.x - i % 3 * 20.0, rect.x + i % 31 * 2.3,
                               rect.x + rect.width - i % 23, rect.x + rect.width + i % 2 * 9.0 };
      AnnalsItem *item;

      annals_scene_begin_group (scene, ANNALS_CLIP_LANES, (gint) i, i % 4);
      item = annals_scene_add (scene, ANNALS_ITEM_RECT, ANNALS_ROLE_MARK, &rect);
      item->radius_px = i % 4 == 0 ? 0.0 : 3.0 + i % 2 * 0.6;
      item->opacity = i % 5 == 0 ? 0.5 : 1.0;
      item->fades = TRUE;
      memcpy (item->fade, fade, sizeof fade);
      item->fade[1] = MIN (item->fade[1], item->fade[2]);
    }
  assert_same (scene, ANNALS_THEME_LIGHT, typesetter, scale, MOST_DIFFERENT);
}

typedef struct
{
  const gchar *name;
  gint selected;
  gint hovered;
  gboolean searching;
  gdouble pan_px;
  gdouble most_share; /* of the picture that is drawn anew; 1 for all of it */
} Change;

static const Change changes[] = {
  { "nothing", -1, -1, FALSE, 0.0, 0.0 },       { "hovered", -1, 5, FALSE, 0.0, 0.03 },
  { "hovered-last", -1, 14, FALSE, 0.0, 0.03 }, { "selected", 3, -1, FALSE, 0.0, 0.25 },
  { "both", 4, 9, FALSE, 0.0, 0.25 },           { "searched", -1, -1, TRUE, 0.0, 1.0 },
  { "panned", -1, -1, FALSE, -1.0, 1.0 },
};

static cairo_surface_t *
patch (cairo_surface_t *surface,
       const AnnalsScene *scene,
       AnnalsTypesetter *typesetter,
       const AnnalsRect *rects,
       guint n_rects)
{
  for (guint i = 0; i < n_rects; i++)
    {
      cairo_t *cr = cairo_create (surface);

      cairo_rectangle (cr, rects[i].x, rects[i].y, rects[i].width, rects[i].height);
      cairo_clip (cr);
      annals_painter_draw (cr, scene, annals_theme_get (ANNALS_THEME_LIGHT), typesetter);
      cairo_destroy (cr);
    }
  return surface;
}

/* Fails when the two differ by more than some smoothed edges do. */
static void
assert_alike (cairo_surface_t *a, cairo_surface_t *b)
{
  gint most;
  guint n = count_different (a, b, &most);

  if (n > MOST_PATCHED || most > MOST_DIFFERENCE)
    {
      cairo_surface_write_to_png (a, "painter-patched.png");
      cairo_surface_write_to_png (b, "painter-fresh.png");
      g_error ("%u pixels differ by up to %d: see painter-patched.png and painter-fresh.png", n,
               most);
    }
}

/* Drawing what differs upon the picture of before comes to the picture of now, pixel by pixel. */
static void
test_changes (gconstpointer data)
{
  const Change *change = data;
  g_autoptr (AnnalsDocument) document = sample_document_new_commentary ();
  g_autoptr (AnnalsTypesetter) typesetter = annals_typesetter_new (NULL, 1.0);
  g_autoptr (AnnalsLayout) layout = NULL;
  g_autoptr (AnnalsScene) before = NULL;
  g_autoptr (AnnalsScene) after = NULL;
  AnnalsPictureOptions options
      = { .width_px = WIDTH_PX, .height_px = HEIGHT_PX, .selected = -1, .hovered = -1 };
  static const guint8 found[] = { 1, 0, 1 };
  AnnalsRect rects[ANNALS_MOST_CHANGES];
  cairo_surface_t *patched;
  cairo_surface_t *fresh;
  gdouble area = 0.0;
  AnnalsMetrics metrics;
  guint n_rects;

  annals_metrics_init (&metrics, 1.0, FALSE);
  layout = annals_layout_new (document, &metrics, annals_typesetter_measure, typesetter);
  annals_layout_init_fit (layout, &options.scale, metrics.header_width_px,
                          WIDTH_PX - metrics.header_width_px);
  annals_layout_pack (layout, &options.scale);
  annals_layout_fit_height (layout, HEIGHT_PX - metrics.axis_height_px);
  before = annals_picture_build (layout, &options);
  options.selected = change->selected;
  options.hovered = change->hovered;
  options.found = change->searching ? found : NULL;
  options.n_found = change->searching ? G_N_ELEMENTS (found) : 0;
  annals_scale_pan (&options.scale, change->pan_px);
  after = annals_picture_build (layout, &options);
  if (!annals_changes_find (before, after, typesetter, rects, &n_rects))
    {
      g_assert_cmpfloat (change->most_share, ==, 1.0);
      return;
    }
  for (guint i = 0; i < n_rects; i++)
    area += rects[i].width * rects[i].height;
  g_assert_cmpfloat (area, <=, change->most_share * WIDTH_PX * HEIGHT_PX);
  patched = patch (draw (before, ANNALS_THEME_LIGHT, typesetter, 1.0, FALSE), after, typesetter,
                   rects, n_rects);
  fresh = draw (after, ANNALS_THEME_LIGHT, typesetter, 1.0, FALSE);
  assert_alike (patched, fresh);
  cairo_surface_destroy (patched);
  cairo_surface_destroy (fresh);
}

/* Items that come, go, grow and change places, at random. */
static void
test_random_changes (void)
{
  g_autoptr (AnnalsTypesetter) typesetter = annals_typesetter_new (NULL, 1.0);
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  AnnalsRect whole = { 0.0, 0.0, WIDTH_PX, HEIGHT_PX };
  guint n_found = 0;

  for (guint round = 0; round < 40; round++)
    {
      g_autoptr (AnnalsScene) before = annals_scene_new (WIDTH_PX, HEIGHT_PX);
      g_autoptr (AnnalsScene) after = annals_scene_new (WIDTH_PX, HEIGHT_PX);
      AnnalsScene *scenes[] = { before, after };
      AnnalsRect rects[ANNALS_MOST_CHANGES];
      cairo_surface_t *patched;
      cairo_surface_t *fresh;
      guint n_rects;

      for (guint j = 0; j < 2; j++)
        annals_scene_add (scenes[j], ANNALS_ITEM_RECT, ANNALS_ROLE_BACKGROUND, &whole);
      for (guint i = 0; i < 40; i++)
        {
          gboolean changes_now = g_rand_int_range (rand, 0, 25) == 0;
          gdouble x = g_rand_int_range (rand, 0, WIDTH_PX - 100);
          gdouble y = g_rand_int_range (rand, 0, HEIGHT_PX - 30);
          guint changed = (guint) g_rand_int_range (rand, 0, 4);

          for (guint j = 0; j < 2; j++)
            {
              gboolean other = j == 1 && changes_now;
              AnnalsRect bar = { x, y, other && changed == 0 ? 90.0 : 50.0, 15.0 };

              annals_scene_begin_group (scenes[j], ANNALS_CLIP_NONE, (gint) i, i % 3);
              if (other && changed == 1)
                continue;
              annals_scene_add (scenes[j], ANNALS_ITEM_RECT, ANNALS_ROLE_MARK, &bar);
              annals_scene_add_text (scenes[j], ANNALS_ROLE_TEXT, ANNALS_FONT_LABEL, x + 60.0,
                                     y + 12.0, other && changed == 2 ? "Otherwise" : "Event");
              if (other && changed == 3)
                annals_scene_add (scenes[j], ANNALS_ITEM_OUTLINE, ANNALS_ROLE_MARK, &bar);
            }
        }
      if (!annals_changes_find (scenes[0], scenes[1], typesetter, rects, &n_rects))
        continue;
      n_found++;
      patched = patch (draw (scenes[0], ANNALS_THEME_LIGHT, typesetter, 1.0, FALSE), scenes[1],
                       typesetter, rects, n_rects);
      fresh = draw (scenes[1], ANNALS_THEME_LIGHT, typesetter, 1.0, FALSE);
      assert_alike (patched, fresh);
      cairo_surface_destroy (patched);
      cairo_surface_destroy (fresh);
    }
  g_assert_cmpuint (n_found, >=, 25);
}

/* Things of many kinds thrown upon each other: what covers what stays as it is. */
static void
test_order (void)
{
  static const AnnalsItemKind kinds[]
      = { ANNALS_ITEM_RECT, ANNALS_ITEM_RECT,    ANNALS_ITEM_RECT,  ANNALS_ITEM_OUTLINE,
          ANNALS_ITEM_LINE, ANNALS_ITEM_DISC,    ANNALS_ITEM_RING,  ANNALS_ITEM_DIAMOND,
          ANNALS_ITEM_TEXT, ANNALS_ITEM_CHEVRON, ANNALS_ITEM_HATCH, ANNALS_ITEM_TEAR };
  static const AnnalsRole roles[] = { ANNALS_ROLE_MARK, ANNALS_ROLE_PALE, ANNALS_ROLE_TEXT,
                                      ANNALS_ROLE_BACKGROUND, ANNALS_ROLE_ON_MARK };
  g_autoptr (AnnalsTypesetter) typesetter = annals_typesetter_new (NULL, 1.0);
  g_autoptr (AnnalsScene) scene = annals_scene_new (WIDTH_PX, HEIGHT_PX);
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  AnnalsRect lanes = { 300.0, 100.0, 600.0, 400.0 };
  AnnalsRect whole = { 0.0, 0.0, WIDTH_PX, HEIGHT_PX };

  for (guint round = 0; round < 12; round++)
    {
      annals_scene_reset (scene, WIDTH_PX, HEIGHT_PX);
      annals_scene_set_clip (scene, ANNALS_CLIP_LANES, &lanes);
      annals_scene_add (scene, ANNALS_ITEM_RECT, ANNALS_ROLE_BACKGROUND, &whole);
      for (guint i = 0; i < (round < 10 ? 400 : 6000); i++)
        {
          AnnalsItemKind kind = kinds[g_rand_int_range (rand, 0, G_N_ELEMENTS (kinds))];
          AnnalsRole role = roles[g_rand_int_range (rand, 0, G_N_ELEMENTS (roles))];
          gdouble x = g_rand_int_range (rand, -50, WIDTH_PX);
          gdouble y = g_rand_int_range (rand, -50, HEIGHT_PX);
          gdouble size = g_rand_int_range (rand, 4, 30);
          AnnalsRect rect = { x, y, size, size };
          AnnalsItem *item;

          annals_scene_begin_group (scene,
                                    g_rand_boolean (rand) ? ANNALS_CLIP_LANES : ANNALS_CLIP_NONE,
                                    (gint) i, (guint) g_rand_int_range (rand, 0, 4));
          if (kind == ANNALS_ITEM_TEXT)
            {
              annals_scene_add_text (scene, role, ANNALS_FONT_LABEL, x, y, "Some \316\261 words")
                  ->opacity
                  = g_rand_boolean (rand) ? 1.0 : 0.6;
              continue;
            }
          if (kind <= ANNALS_ITEM_OUTLINE)
            rect = (AnnalsRect){ x, y, g_rand_int_range (rand, 1, 90),
                                 g_rand_int_range (rand, 1, 40) };
          if (kind == ANNALS_ITEM_LINE)
            rect = (AnnalsRect){ x + 0.5, y, 0.0, size };
          item = annals_scene_add (scene, kind, role, &rect);
          if (kind == ANNALS_ITEM_RECT || kind == ANNALS_ITEM_OUTLINE)
            item->radius_px = g_rand_int_range (rand, 0, 12) / 2.0;
          item->opacity = g_rand_boolean (rand) ? 1.0 : 0.5;
          item->stroke_px = 1.5;
        }
      /* So many upon each other meet at many edges. */
      assert_same (scene, ANNALS_THEME_LIGHT, typesetter, 1.0 + round % 2,
                   round < 10 ? MOST_DIFFERENT : 0.01);
    }
}

/* Much of one colour is one batch, whatever lies between. */
static void
test_few_batches (void)
{
  g_autoptr (AnnalsTypesetter) typesetter = annals_typesetter_new (NULL, 1.0);
  g_autoptr (AnnalsScene) scene = annals_scene_new (WIDTH_PX, HEIGHT_PX);
  AnnalsRect whole = { 0.0, 0.0, WIDTH_PX, HEIGHT_PX };

  annals_scene_add (scene, ANNALS_ITEM_RECT, ANNALS_ROLE_BACKGROUND, &whole);
  for (guint i = 0; i < 300; i++)
    {
      gdouble x = 20.0 + i % 10 * 110.0;
      gdouble y = 10.0 + i / 10 * 22.0;

      annals_scene_begin_group (scene, ANNALS_CLIP_NONE, (gint) i, i % 2);
      annals_scene_add (scene, ANNALS_ITEM_RECT, ANNALS_ROLE_MARK,
                        &(AnnalsRect){ x, y, 90.0, 15.0 })
          ->radius_px
          = 3.0;
      annals_scene_add_text (scene, ANNALS_ROLE_ON_MARK, ANNALS_FONT_LABEL, x + 4.0, y + 12.0,
                             "Some event");
    }
  cairo_surface_destroy (draw (scene, ANNALS_THEME_LIGHT, typesetter, 1.0, FALSE));
  /* The paper, bars of two colours, and the texts on all of them. */
  g_assert_cmpuint (annals_batches_get_n_batches (annals_typesetter_get_batches (typesetter)), ==,
                    4);
}

/* Nor does it matter into how many shades what lies below is parted. */
static void
test_many_shades (void)
{
  g_autoptr (AnnalsTypesetter) typesetter = annals_typesetter_new (NULL, 1.0);
  g_autoptr (AnnalsScene) scene = annals_scene_new (WIDTH_PX, HEIGHT_PX);
  AnnalsRect whole = { 0.0, 0.0, WIDTH_PX, HEIGHT_PX };

  annals_scene_add (scene, ANNALS_ITEM_RECT, ANNALS_ROLE_BACKGROUND, &whole);
  for (guint i = 0; i < 200; i++)
    {
      AnnalsRect bar = { 20.0 + i % 10 * 110.0, 10.0 + i / 10 * 22.0, 90.0, 15.0 };
      AnnalsItem *item;

      annals_scene_begin_group (scene, ANNALS_CLIP_NONE, (gint) i, 0);
      item = annals_scene_add (scene, ANNALS_ITEM_RECT, ANNALS_ROLE_MARK, &bar);
      item->radius_px = 3.0;
      item->opacity = 0.2 + i % 50 / 100.0;
      annals_scene_add_text (scene, ANNALS_ROLE_TEXT, ANNALS_FONT_LABEL, bar.x + 4.0, bar.y + 12.0,
                             "Some event");
    }
  cairo_surface_destroy (draw (scene, ANNALS_THEME_LIGHT, typesetter, 1.0, FALSE));
  g_assert_cmpuint (annals_batches_get_n_batches (annals_typesetter_get_batches (typesetter)), ==,
                    1 + 50 + 1);
}

/* More texts than are remembered, and some as long as a book. */
static void
test_many_texts (void)
{
  g_autoptr (AnnalsTypesetter) typesetter = annals_typesetter_new (NULL, 1.0);
  g_autoptr (AnnalsScene) scene = annals_scene_new (WIDTH_PX, HEIGHT_PX);
  g_autofree gchar *book = g_strnfill (20000, 'm');
  AnnalsRect whole = { 0.0, 0.0, WIDTH_PX, HEIGHT_PX };

  for (guint round = 0; round < 10; round++)
    {
      annals_scene_reset (scene, WIDTH_PX, HEIGHT_PX);
      annals_scene_add (scene, ANNALS_ITEM_RECT, ANNALS_ROLE_BACKGROUND, &whole);
      for (guint i = 0; i < 1200; i++)
        {
          gboolean last = i % 240 == 239;
          gchar text[16];

          g_snprintf (text, sizeof text, "%u", round * 1200 + i);
          book[round * 100 + i / 240] = 'a';
          annals_scene_add_text (scene, ANNALS_ROLE_TEXT, ANNALS_FONT_NOTE, i % 24 * 48.0,
                                 15.0 + i / 24 * 13.0, last ? book : text);
        }
      assert_same (scene, ANNALS_THEME_LIGHT, typesetter, 1.0, MOST_DIFFERENT);
    }
}

/* Pictures come and go with their typesetters, and take with them what was made for them. */
static void
test_many_typesetters (void)
{
  g_autoptr (AnnalsScene) scene = annals_scene_new (WIDTH_PX, HEIGHT_PX);
  gsize before = 0;

  for (guint i = 0; i < 200; i++)
    {
      AnnalsRect bar = { 20.0 + i % 20 * 50.0, 10.0 + i / 20 * 22.0, 20.0 + i / 10.0, 15.0 };

      annals_scene_add (scene, ANNALS_ITEM_RECT, ANNALS_ROLE_MARK, &bar)->radius_px = 3.0;
    }
  for (guint round = 0; round < 40; round++)
    {
      g_autoptr (AnnalsTypesetter) typesetter = annals_typesetter_new (NULL, 1.0);

      cairo_surface_destroy (draw (scene, ANNALS_THEME_LIGHT, typesetter, 1.0, FALSE));
      if (round == 9)
        before = mallinfo2 ().uordblks;
    }
  g_test_message ("held: %" G_GSIZE_FORMAT " kB, then %" G_GSIZE_FORMAT " kB", before / 1000,
                  mallinfo2 ().uordblks / 1000);
  g_assert_cmpuint (mallinfo2 ().uordblks, <, before + 1000000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree gchar *path = g_strconcat ("/paint/painter/same/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_same);
    }
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autofree gchar *path = g_strconcat ("/paint/painter/changes/", changes[i].name, NULL);

      g_test_add_data_func (path, &changes[i], test_changes);
    }
  g_test_add_data_func ("/paint/painter/frames", GINT_TO_POINTER (1), test_frames);
  g_test_add_data_func ("/paint/painter/fades", GINT_TO_POINTER (1), test_fades);
  g_test_add_data_func ("/paint/painter/fades-2x", GINT_TO_POINTER (2), test_fades);
  g_test_add_data_func ("/paint/painter/frames-2x", GINT_TO_POINTER (2), test_frames);
  g_test_add_func ("/paint/painter/changes/random", test_random_changes);
  g_test_add_func ("/paint/painter/order", test_order);
  g_test_add_func ("/paint/painter/few-batches", test_few_batches);
  g_test_add_func ("/paint/painter/many-shades", test_many_shades);
  g_test_add_func ("/paint/painter/many-texts", test_many_texts);
  g_test_add_func ("/paint/painter/many-typesetters", test_many_typesetters);

  return g_test_run ();
}
