/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "annals-font-shape.h"
#include "annals-run-cache.h"
#include "annals-shaper.h"
#include "annals-typesetter.h"

/* What is made of plain texts is what a layout makes of them. */

#define N_RANDOM 3000

typedef struct
{
  PangoLayout *layout;
  AnnalsShaper *shaper;
} Fixture;

static void
fixture_set_up (Fixture *fixture, const gchar *family, gdouble size_px, gboolean tabular)
{
  g_autoptr (AnnalsTypesetter) typesetter = annals_typesetter_new (family, 1.0);

  fixture->layout = annals_typesetter_create_layout (typesetter, size_px, size_px > 12.0);
  pango_layout_set_single_paragraph_mode (fixture->layout, TRUE);
  if (tabular)
    {
      PangoAttrList *attrs = pango_attr_list_new ();

      pango_attr_list_insert (attrs, pango_attr_font_features_new ("tnum=1"));
      pango_layout_set_attributes (fixture->layout, attrs);
      pango_attr_list_unref (attrs);
    }
  fixture->shaper = annals_shaper_new (fixture->layout, TRUE);
}

static void
fixture_tear_down (Fixture *fixture)
{
  annals_shaper_free (fixture->shaper);
  g_object_unref (fixture->layout);
}

static void
assert_covers (const AnnalsRun *run, const AnnalsRun *expected)
{
  g_assert_cmpfloat (run->left_px, <=, expected->left_px + 1.0);
  g_assert_cmpfloat (run->right_px, >=, expected->right_px - 1.0);
  g_assert_cmpfloat (run->top_px, <=, expected->top_px + 1.0);
  g_assert_cmpfloat (run->bottom_px, >=, expected->bottom_px - 1.0);
}

static void
assert_same_glyphs (const AnnalsRun *run, const AnnalsRun *expected, const gchar *text)
{
  g_assert_cmpuint (expected->n_pieces, ==, run->n_pieces);
  if (run->n_pieces == 0)
    return;
  g_assert_true (run->pieces[0].font == expected->pieces[0].font);
  g_assert_cmpuint (run->pieces[0].n_glyphs, ==, expected->pieces[0].n_glyphs);
  for (guint i = 0; i < run->pieces[0].n_glyphs; i++)
    {
      const cairo_glyph_t *a = &run->glyphs[i];
      const cairo_glyph_t *b = &expected->glyphs[i];

      if (a->index != b->index || a->x != b->x || a->y != b->y)
        g_error ("“%s”: glyph %u is %lu at %g, %g, and not %lu at %g, %g", text, i, a->index, a->x,
                 a->y, b->index, b->x, b->y);
    }
}

/* Whether it is plain; then it has to be right. */
static gboolean
check (Fixture *fixture, const gchar *text)
{
  const AnnalsRun *run = annals_shaper_shape (fixture->shaper, text);
  AnnalsRun *expected;
  gdouble width_px;

  if (run == NULL)
    return FALSE;
  pango_layout_set_text (fixture->layout, text, -1);
  expected = annals_run_new (fixture->layout);
  g_assert_cmpfloat (run->width_px, ==, expected->width_px);
  if (annals_shaper_measure (fixture->shaper, text, &width_px))
    g_assert_cmpfloat (width_px, ==, run->width_px);
  assert_same_glyphs (run, expected, text);
  assert_covers (run, expected);
  annals_run_free (expected);
  return TRUE;
}

static const struct
{
  const gchar *text;
  gboolean plain;
} texts[] = {
  { "Some words", TRUE },
  { "AVATAR To. Wave fi ffl ff", TRUE },
  { "1974", TRUE },
  { "1,234", TRUE },
  { "7 · 1973", TRUE },
  { "1973–74", TRUE },
  { "\342\210\22244 — 1", TRUE },
  { "A label that is cu…", TRUE },
  { " leading and  double spaces ", TRUE },
  { "   ", TRUE },
  { "(brackets) [and] {others}; <signs> & #more* 50%", TRUE },
  { "“café” Straße Ľubica, ‘Łódź’…", TRUE },
  { "col·lecció", TRUE },
  { "Война и мир, 1869", TRUE },
  { "Πελοποννησιακός πόλεμος", TRUE },
  { "Latin и Кириллица", FALSE },
  { "cafe\314\201", FALSE },
  { "日本", FALSE },
  { "שלום", FALSE },
  { "two\nlines", FALSE },
  { "soft\302\255hyphen", FALSE },
  { "no\302\240break", FALSE },
  { "", FALSE },
};

static void
test_texts (void)
{
  for (guint bold = 0; bold < 4; bold++)
    {
      Fixture fixture;

      fixture_set_up (&fixture, bold < 2 ? NULL : "DejaVu Serif", 12.0 + bold % 2 * 1.3, bold > 2);
      for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
        if (check (&fixture, texts[i].text) != texts[i].plain)
          g_error ("“%s” %s plain", texts[i].text, texts[i].plain ? "is" : "is not");
      fixture_tear_down (&fixture);
    }
}

/* Words thrown together, of letters that like to be kerned and to become ligatures. */
static void
add_random_text (GString *text, GRand *rand)
{
  static const gchar *const letters[] = { "A", "V", "T", "o", ".", ",", "f", "i", "l",
                                          "j", "J", "W", "a", "e", "-", "–", "…", "1",
                                          "7", "é", "ï", "Í", "L", "·", "y", "“", "”",
                                          "r", "Y", "'", "(", ")", "/", "t", "x", "0" };

  g_string_truncate (text, 0);
  for (gint n = g_rand_int_range (rand, 1, 9); n > 0; n--)
    {
      for (gint i = g_rand_int_range (rand, 1, 8); i > 0; i--)
        g_string_append (text, letters[g_rand_int_range (rand, 0, G_N_ELEMENTS (letters))]);
      if (n > 1)
        g_string_append (text, g_rand_int_range (rand, 0, 9) == 0 ? "  " : " ");
    }
}

static void
test_random (void)
{
  static const gchar *const families[] = { NULL, "DejaVu Serif", "DejaVu Sans Mono" };
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);

  for (guint i = 0; i < G_N_ELEMENTS (families); i++)
    {
      Fixture fixture;

      fixture_set_up (&fixture, families[i], 11.7 + i, i == 1);
      g_assert_true (annals_shaper_knows_words (fixture.shaper));
      for (guint j = 0; j < N_RANDOM; j++)
        {
          add_random_text (text, rand);
          g_assert_true (check (&fixture, text->str));
        }
      fixture_tear_down (&fixture);
    }
}

static void
check_own_shapes (const gchar *family, const gchar *sample, PangoShapeFlags flags)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GRand) rand = g_rand_new_with_seed (8);
  g_autoptr (AnnalsFontShape) shape = NULL;
  Fixture fixture;
  PangoItem *item;

  fixture_set_up (&fixture, family, 13.2, TRUE);
  pango_layout_set_text (fixture.layout, sample, -1);
  item = pango_item_copy (
      ((PangoGlyphItem *) pango_layout_get_line_readonly (fixture.layout, 0)->runs->data)->item);
  shape = annals_font_shape_new (&item->analysis, flags);
  for (guint i = 0; i < N_RANDOM / 4; i++)
    {
      add_random_text (text, rand);
      g_strdelimit (text->str, " ", '-');
      if (!annals_font_shape_is_exact (shape, text->str))
        g_error ("“%s” is not what Pango makes of it in %s", text->str, family);
    }
  /* A letter that the font does not have Pango keeps in the glyph. */
  g_assert_false (annals_font_shape_is_exact (shape, "a\346\227\245"));
  g_assert_true (annals_font_shape_is_exact (shape, "1907"));
  pango_item_free (item);
  fixture_tear_down (&fixture);
}

/* HarfBuzz alone makes of words what Pango makes of them by way of it. */
static void
test_own_shapes (void)
{
  static const gchar *const families[] = { "Cantarell", "DejaVu Sans", "DejaVu Serif",
                                           "DejaVu Sans Mono" };

  for (guint i = 0; i < G_N_ELEMENTS (families); i++)
    {
      check_own_shapes (families[i], "a", PANGO_SHAPE_ROUND_POSITIONS);
      check_own_shapes (families[i], "0", PANGO_SHAPE_NONE);
    }
}

/* More words than are remembered, texts of more words than one looks for, and words as long as a
 * book. */
static void
test_many (void)
{
  g_autofree gchar *book = g_strnfill (20000, 'm');
  g_autoptr (GString) long_line = g_string_new (NULL);
  Fixture fixture;

  fixture_set_up (&fixture, NULL, 12.0, FALSE);
  for (guint i = 0; i < 20000; i++)
    {
      gchar text[64];

      g_snprintf (text, sizeof text, "w%u of %u", i, i / 3);
      if (i % 16 == 0)
        g_assert_true (check (&fixture, text));
      else
        annals_shaper_shape (fixture.shaper, text);
    }
  for (guint i = 0; i < 200; i++)
    g_string_append (long_line, "so many words ");
  g_assert_true (check (&fixture, long_line->str));
  for (guint i = 0; i < 40; i++)
    {
      book[i] = 'a';
      g_assert_true (check (&fixture, book));
    }
  fixture_tear_down (&fixture);
}

/* What is asked for again and again stays, and there is an end to what is kept. A run that has been
 * asked for is left alone until two generations have grown old. */
static void
test_run_cache (void)
{
  AnnalsRunCache *cache = annals_run_cache_new (100);
  const AnnalsRun *held[700] = { NULL };
  guint turn[700] = { 0 };
  AnnalsRun run = { .width_px = -1.0 };
  guint n_added = 0;
  gchar text[16];

  annals_run_cache_add (cache, 0, "often", &run);
  for (guint i = 0; i < 5000; i++)
    {
      guint n_turns = annals_run_cache_get_n_turns (cache);
      guint n = i % 23 == 0 ? 7 : i % 700;

      g_snprintf (text, sizeof text, "%u", n);
      run.width_px = n;
      held[n] = annals_run_cache_find (cache, n % 3, text);
      n_added += held[n] == NULL;
      if (held[n] == NULL)
        held[n] = annals_run_cache_add (cache, n % 3, text, &run);
      turn[n] = annals_run_cache_get_n_turns (cache);
      g_assert_true (annals_run_cache_find (cache, n % 3, text) == held[n]);
      g_assert_cmpfloat (annals_run_cache_find (cache, 0, "often")->width_px, ==, -1.0);
      g_assert_null (annals_run_cache_find (cache, 1, "often"));
      g_assert_cmpuint (annals_run_cache_get_n_runs (cache), <=, 200);
      g_assert_cmpuint (annals_run_cache_get_n_turns (cache), <=, n_turns + 2);
      for (guint j = 0; j < G_N_ELEMENTS (held); j++)
        if (held[j] != NULL && annals_run_cache_get_n_turns (cache) < turn[j] + 2)
          g_assert_cmpfloat (held[j]->width_px, ==, j);
    }
  g_assert_cmpuint (n_added, >, 1000);
  g_assert_cmpuint (n_added, <, 4900);
  annals_run_cache_clear (cache);
  g_assert_cmpuint (annals_run_cache_get_n_runs (cache), ==, 0);
  g_assert_null (annals_run_cache_find (cache, 0, "often"));
  annals_run_cache_free (cache);
}

/* Texts as long as books come between others, and those that are asked for again stay whole. */
static void
test_long_runs (void)
{
  AnnalsRunCache *cache = annals_run_cache_new (20);
  PangoLayout *layout;
  Fixture fixture;
  AnnalsRun *run;

  fixture_set_up (&fixture, NULL, 12.0, FALSE);
  layout = fixture.layout;
  for (guint i = 0; i < 400; i++)
    {
      g_autofree gchar *text = g_strnfill (i % 9 == 0 ? 5000 + 40 * i : 4 + i % 31, 'a' + i % 7);
      const AnnalsRun *found = annals_run_cache_find (cache, 0, text);

      pango_layout_set_text (layout, text, -1);
      run = annals_run_new (layout);
      if (found == NULL)
        found = annals_run_cache_add (cache, 0, text, run);
      assert_same_glyphs (found, run, text);
      annals_run_free (run);
      for (guint j = 0; j < 3; j++)
        {
          const gchar *const texts_again[] = { "Once", "more", "and again" };

          pango_layout_set_text (layout, texts_again[j], -1);
          run = annals_run_new (layout);
          found = annals_run_cache_find (cache, 1, texts_again[j]);
          g_assert_true (i == 0 ? found == NULL : found != NULL);
          if (found == NULL)
            found = annals_run_cache_add (cache, 1, texts_again[j], run);
          assert_same_glyphs (found, run, texts_again[j]);
          annals_run_free (run);
        }
    }
  annals_run_cache_free (cache);
  fixture_tear_down (&fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/paint/shaper/texts", test_texts);
  g_test_add_func ("/paint/shaper/random", test_random);
  g_test_add_func ("/paint/shaper/own-shapes", test_own_shapes);
  g_test_add_func ("/paint/shaper/many", test_many);
  g_test_add_func ("/paint/shaper/cache", test_run_cache);
  g_test_add_func ("/paint/shaper/long-runs", test_long_runs);

  return g_test_run ();
}
