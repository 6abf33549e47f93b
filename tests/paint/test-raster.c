/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <cairo.h>
#include <string.h>

#include "annals-raster.h"
#include "annals-signs.h"
#include "annals-typesetter.h"

/* What goes straight into the memory of an image is, pixel by pixel, what Cairo would have put
 * there. */

#define WIDTH_PX 300
#define HEIGHT_PX 200
#define N_THINGS 120

typedef enum
{
  THING_BOX,
  THING_SIGN,
  THING_TEXT,
  N_KINDS,
} ThingKind;

typedef struct
{
  ThingKind kind;
  AnnalsColor color;
  AnnalsRect box;
  AnnalsRect clip;
  gboolean is_clipped;
  cairo_glyph_t sign;
  const AnnalsRun *run;
} Thing;

typedef struct
{
  GRand *random;
  AnnalsTypesetter *typesetter;
  AnnalsRaster *raster;
  gdouble scale;
  Thing things[N_THINGS];
} Fixture;

static gdouble
pick (Fixture *fixture, gdouble first, gdouble last)
{
  return g_rand_double_range (fixture->random, first, last);
}

static AnnalsRect
pick_rect (Fixture *fixture, gdouble most)
{
  AnnalsRect rect = { g_rand_int_range (fixture->random, -40, WIDTH_PX + 20),
                      g_rand_int_range (fixture->random, -40, HEIGHT_PX + 20),
                      g_rand_int_range (fixture->random, 0, (gint) most),
                      g_rand_int_range (fixture->random, 0, (gint) most) };

  return rect;
}

static void
pick_thing (Fixture *fixture, Thing *thing)
{
  static const gchar *const texts[] = { "Oil crises",  "1973",   "Waffenstillstand, Öl & so",
                                        "–−…",         "日本語", "мир",
                                        "fi ffl AVAW", "" };

  thing->kind = (ThingKind) g_rand_int_range (fixture->random, 0, N_KINDS);
  thing->color = (AnnalsColor){ pick (fixture, 0, 1), pick (fixture, 0, 1), pick (fixture, 0, 1),
                                g_rand_boolean (fixture->random) ? 1.0 : pick (fixture, 0, 1) };
  thing->box = pick_rect (fixture, 120);
  thing->clip = pick_rect (fixture, 300);
  thing->is_clipped = g_rand_int_range (fixture->random, 0, 3) == 0;
  annals_sign_init (
      &thing->sign,
      (AnnalsSignKind) g_rand_int_range (fixture->random, 0, ANNALS_SIGN_CHEVRON_LEFT + 1),
      pick (fixture, -30, WIDTH_PX), pick (fixture, -30, HEIGHT_PX), pick (fixture, 4, 40),
      pick (fixture, 2, 4), pick (fixture, 0, 2));
  thing->run = annals_typesetter_get_run (
      fixture->typesetter, (AnnalsFont) g_rand_int_range (fixture->random, 0, ANNALS_N_FONTS),
      texts[g_rand_int_range (fixture->random, 0, G_N_ELEMENTS (texts))]);
}

static cairo_surface_t *
create_surface (const Fixture *fixture, cairo_format_t format, gboolean paper, cairo_t **cr)
{
  cairo_surface_t *surface = cairo_image_surface_create (format, (gint) (WIDTH_PX * fixture->scale),
                                                         (gint) (HEIGHT_PX * fixture->scale));

  cairo_surface_set_device_scale (surface, fixture->scale, fixture->scale);
  *cr = cairo_create (surface);
  if (paper)
    {
      cairo_set_source_rgb (*cr, 0.9, 0.87, 0.8);
      cairo_paint (*cr);
    }
  return surface;
}

static guint
place (const Thing *thing, guint piece, cairo_glyph_t *glyphs)
{
  const AnnalsRunPiece *of = &thing->run->pieces[piece];

  annals_run_place (thing->run, of->first, of->n_glyphs, thing->box.x, thing->box.y, glyphs);
  return of->n_glyphs;
}

/* One glyph after the other, so that none meets another in a mask. */
static void
show (cairo_t *cr, cairo_scaled_font_t *font, const cairo_glyph_t *glyphs, guint n)
{
  cairo_set_scaled_font (cr, font);
  for (guint i = 0; i < n; i++)
    cairo_show_glyphs (cr, &glyphs[i], 1);
}

static void
draw_with_cairo (cairo_t *cr, const Thing *thing)
{
  cairo_glyph_t glyphs[64];

  cairo_save (cr);
  if (thing->is_clipped)
    {
      cairo_rectangle (cr, thing->clip.x, thing->clip.y, thing->clip.width, thing->clip.height);
      cairo_clip (cr);
    }
  cairo_set_source_rgba (cr, thing->color.red, thing->color.green, thing->color.blue,
                         thing->color.alpha);
  if (thing->kind == THING_BOX)
    {
      cairo_rectangle (cr, thing->box.x, thing->box.y, thing->box.width, thing->box.height);
      cairo_fill (cr);
    }
  else if (thing->kind == THING_SIGN)
    show (cr, annals_signs_get_font (), &thing->sign, 1);
  for (guint i = 0; thing->kind == THING_TEXT && i < thing->run->n_pieces; i++)
    show (cr, thing->run->pieces[i].font, glyphs, place (thing, i, glyphs));
  cairo_restore (cr);
}

static void
draw_with_raster (AnnalsRaster *raster, const Thing *thing)
{
  cairo_glyph_t glyphs[64];

  g_assert_true (annals_raster_set_clip (raster, thing->is_clipped ? &thing->clip : NULL));
  annals_raster_set_color (raster, &thing->color);
  if (thing->kind == THING_BOX)
    annals_raster_fill_box (raster, &thing->box);
  else if (thing->kind == THING_SIGN)
    {
      annals_raster_set_font (raster, annals_signs_get_font ());
      annals_raster_show_glyphs (raster, &thing->sign, 1);
    }
  for (guint i = 0; thing->kind == THING_TEXT && i < thing->run->n_pieces; i++)
    {
      guint n = place (thing, i, glyphs);

      annals_raster_set_font (raster, thing->run->pieces[i].font);
      annals_raster_show_glyphs (raster, glyphs, n);
    }
}

static void
assert_same (cairo_surface_t *a, cairo_surface_t *b, guint32 parts)
{
  gint stride = cairo_image_surface_get_stride (a);

  cairo_surface_flush (a);
  cairo_surface_flush (b);
  for (gint y = 0; y < cairo_image_surface_get_height (a); y++)
    for (gint x = 0; x < cairo_image_surface_get_width (a); x++)
      {
        guint32 p;
        guint32 q;

        memcpy (&p, cairo_image_surface_get_data (a) + y * stride + 4 * x, sizeof p);
        memcpy (&q, cairo_image_surface_get_data (b) + y * stride + 4 * x, sizeof q);
        if (((p ^ q) & parts) != 0)
          g_error ("at %d, %d: %08x instead of %08x", x, y, q, p);
      }
}

/* Draws some of the things by both. In between, Cairo may draw into the image as well, if that is
 * to be @mixed. */
static void
check (Fixture *fixture, cairo_format_t format, gboolean paper, gboolean mixed)
{
  cairo_t *cairo;
  cairo_t *direct;
  cairo_surface_t *a = create_surface (fixture, format, paper, &cairo);
  cairo_surface_t *b = create_surface (fixture, format, paper, &direct);

  g_assert_true (annals_raster_begin (fixture->raster, direct));
  for (guint i = 0; i < N_THINGS; i++)
    {
      draw_with_cairo (cairo, &fixture->things[i]);
      if (mixed && (i % 10 == 3 || i % 4 == 1))
        {
          annals_raster_flush (fixture->raster);
          draw_with_cairo (direct, &fixture->things[i]);
        }
      else
        draw_with_raster (fixture->raster, &fixture->things[i]);
    }
  annals_raster_end (fixture->raster);
  assert_same (a, b, format == CAIRO_FORMAT_RGB24 ? 0xffffffu : G_MAXUINT32);
  cairo_destroy (cairo);
  cairo_destroy (direct);
  cairo_surface_destroy (a);
  cairo_surface_destroy (b);
}

static void
fixture_init (Fixture *fixture, guint32 seed, gdouble scale)
{
  fixture->random = g_rand_new_with_seed (seed);
  fixture->typesetter = annals_typesetter_new (NULL, 1.0);
  fixture->raster = annals_raster_new ();
  fixture->scale = scale;
}

static void
fixture_clear (Fixture *fixture)
{
  annals_raster_free (fixture->raster);
  annals_typesetter_free (fixture->typesetter);
  g_rand_free (fixture->random);
}

static void
test_same (gconstpointer scale)
{
  Fixture fixture;

  fixture_init (&fixture, 5, GPOINTER_TO_UINT (scale));
  for (guint round = 0; round < 12; round++)
    {
      for (guint i = 0; i < N_THINGS; i++)
        pick_thing (&fixture, &fixture.things[i]);
      check (&fixture, CAIRO_FORMAT_RGB24, TRUE, TRUE);
      check (&fixture, CAIRO_FORMAT_ARGB32, round % 2 == 0, TRUE);
    }
  fixture_clear (&fixture);
}

/* Many boxes on one another, most of them taller than what is filled at a time, are put off and
 * filled together. */
static void
test_boxes (void)
{
  Fixture fixture;

  fixture_init (&fixture, 21, 1.0);
  for (guint round = 0; round < 30; round++)
    {
      for (guint i = 0; i < N_THINGS; i++)
        {
          Thing *thing = &fixture.things[i];

          pick_thing (&fixture, thing);
          thing->kind = i % 100 > round % 4 ? THING_BOX : THING_TEXT;
          thing->color = (AnnalsColor){ i % 256 / 255.0, i * 7 % 256 / 255.0, 0.2, 1.0 };
          if (i % 100 == 5)
            thing->color = (AnnalsColor){ 0.0, 0.0, 0.0, 0.6 };
          if (i % 2 == 0)
            thing->box.height += HEIGHT_PX;
        }
      check (&fixture, CAIRO_FORMAT_RGB24, TRUE, round % 3 > 0);
    }
  fixture_clear (&fixture);
}

/* One raster serves pictures of several scales, and parts of a picture. */
static void
test_parts (void)
{
  Fixture fixture;

  fixture_init (&fixture, 9, 1.0);
  for (guint i = 0; i < N_THINGS; i++)
    pick_thing (&fixture, &fixture.things[i]);
  for (guint round = 0; round < 6; round++)
    {
      fixture.scale = 1.0 + round % 3;
      check (&fixture, CAIRO_FORMAT_ARGB32, TRUE, TRUE);
    }
  for (guint round = 0; round < 6; round++)
    {
      AnnalsRect part = { 17 * round, 11 * round, 90, 70 };
      cairo_t *cairo;
      cairo_t *direct;
      cairo_surface_t *a = create_surface (&fixture, CAIRO_FORMAT_RGB24, TRUE, &cairo);
      cairo_surface_t *b = create_surface (&fixture, CAIRO_FORMAT_RGB24, TRUE, &direct);
      cairo_t *both[2] = { cairo, direct };

      for (guint i = 0; i < G_N_ELEMENTS (both); i++)
        {
          cairo_translate (both[i], -5.0, 9.0);
          cairo_rectangle (both[i], part.x, part.y, part.width, part.height);
          cairo_clip (both[i]);
        }
      g_assert_true (annals_raster_begin (fixture.raster, direct));
      for (guint i = 0; i < N_THINGS; i++)
        {
          draw_with_cairo (cairo, &fixture.things[i]);
          draw_with_raster (fixture.raster, &fixture.things[i]);
        }
      annals_raster_end (fixture.raster);
      assert_same (a, b, 0xffffffu);
      for (guint i = 0; i < G_N_ELEMENTS (both); i++)
        cairo_destroy (both[i]);
      cairo_surface_destroy (a);
      cairo_surface_destroy (b);
    }
  fixture_clear (&fixture);
}

/* What is not an image of whole pixels is left to Cairo. */
static void
test_refuses (void)
{
  static const AnnalsRect half = { 0.5, 0.0, 10.0, 10.0 };
  Fixture fixture;
  cairo_surface_t *record = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_surface_t *mask = cairo_image_surface_create (CAIRO_FORMAT_A8, 10, 10);
  cairo_t *on_record = cairo_create (record);
  cairo_t *on_mask = cairo_create (mask);
  cairo_t *on_image;
  cairo_surface_t *image;

  fixture_init (&fixture, 1, 1.0);
  g_assert_false (annals_raster_begin (fixture.raster, on_record));
  g_assert_false (annals_raster_begin (fixture.raster, on_mask));
  image = create_surface (&fixture, CAIRO_FORMAT_RGB24, TRUE, &on_image);
  g_assert_true (annals_raster_begin (fixture.raster, on_image));
  g_assert_false (annals_raster_set_clip (fixture.raster, &half));
  g_assert_true (annals_raster_set_clip (fixture.raster, NULL));
  annals_raster_end (fixture.raster);
  cairo_destroy (on_record);
  cairo_destroy (on_mask);
  cairo_destroy (on_image);
  cairo_surface_destroy (record);
  cairo_surface_destroy (mask);
  cairo_surface_destroy (image);
  fixture_clear (&fixture);
}

/* Images are kept, and not without end. */
static void
test_keeps (void)
{
  Fixture fixture;
  cairo_t *cr;
  cairo_surface_t *surface;
  guint n_most = 0;

  fixture_init (&fixture, 3, 1.0);
  surface = create_surface (&fixture, CAIRO_FORMAT_RGB24, TRUE, &cr);
  for (guint i = 0; i < 18000; i++)
    {
      Thing thing = { .kind = THING_SIGN, .color = { 1.0, 0.0, 0.0, 1.0 } };

      annals_sign_init (&thing.sign, ANNALS_SIGN_DISC, 10.0 + i % 64 / 64.0,
                        10.0 + i / 64 % 64 / 64.0, 2.0 + i / 4096, 0.0, 0.0);
      for (guint j = 0; j < 2; j++)
        {
          g_assert_true (annals_raster_begin (fixture.raster, cr));
          draw_with_raster (fixture.raster, &thing);
          if (i < 300)
            g_assert_cmpuint (annals_raster_get_n_images (fixture.raster), ==, i + 1);
          annals_raster_end (fixture.raster);
        }
      n_most = MAX (n_most, annals_raster_get_n_images (fixture.raster));
    }
  g_assert_cmpuint (n_most, >, 10000);
  g_assert_cmpuint (n_most, <, 17000);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  fixture_clear (&fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/paint/raster/same", GUINT_TO_POINTER (1), test_same);
  g_test_add_data_func ("/paint/raster/same-large", GUINT_TO_POINTER (2), test_same);
  g_test_add_func ("/paint/raster/boxes", test_boxes);
  g_test_add_func ("/paint/raster/parts", test_parts);
  g_test_add_func ("/paint/raster/refuses", test_refuses);
  g_test_add_func ("/paint/raster/keeps", test_keeps);
  return g_test_run ();
}
