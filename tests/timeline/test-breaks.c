/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <locale.h>
#include <math.h>
#include <string.h>

#include "annals-picture.h"
#include "sample-document.h"

/* Compressed stretches of time: which are worth it, and the scale that has them. */

#define WIDTH_PX 48.0
#define MARGIN_PX 80.0

static AnnalsInstant
year (gint64 number)
{
  return annals_instant_from_date (number, 1, 1);
}

static void
test_order (void)
{
  const AnnalsBreak given[] = { { year (1990), year (2000) - 1 },
                                { year (1900), year (1950) - 1 },
                                { year (1950), year (1960) - 1 },
                                { year (2010), year (2005) },
                                { ANNALS_INSTANT_MIN, year (1800) } };
  g_autoptr (AnnalsBreaks) breaks = annals_breaks_new (given, G_N_ELEMENTS (given), WIDTH_PX);

  g_assert_cmpuint (annals_breaks_get_n (breaks), ==, 2);
  g_assert_cmpint (annals_breaks_get (breaks, 0)->first, ==, year (1900));
  g_assert_cmpint (annals_breaks_get (breaks, 0)->last, ==, year (1960) - 1);
  g_assert_cmpint (annals_breaks_get (breaks, 1)->first, ==, year (1990));
  g_assert_null (annals_breaks_new (&given[3], 2, WIDTH_PX));
}

static void
test_words (void)
{
  static const struct
  {
    gint64 from_year;
    gint from_month;
    gint64 to_year;
    gint to_month;
    const gchar *words;
  } cases[] = {
    { 1975, 1, 2001, 1, "26 years" },
    { 1, 1, 1951, 1, "1950 years" },
    { -10000, 1, 2001, 1, "12,001 years" },
    { 2001, 2, 2001, 7, "5 months" },
    { 2001, 2, 2001, 3, "28 days" },
    { -13800000000, 1, 1900, 1, "13.8 billion years" },
    { -66000000, 1, -9000, 1, "66 million years" },
    { -249999, 1, 1, 1, "250,000 years" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AnnalsBreak one = { annals_instant_from_date (cases[i].from_year, cases[i].from_month, 1),
                          annals_instant_from_date (cases[i].to_year, cases[i].to_month, 1) - 1 };
      g_autofree gchar *words = annals_break_dup_words (&one);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_hours (void)
{
  AnnalsBreak hours = { year (2000), year (2000) + 5 * 3600 - 1 };
  AnnalsBreak minutes = { year (2000), year (2000) + 100 * 60 - 1 };
  AnnalsBreak seconds = { year (2000), year (2000) };
  g_autofree gchar *three = annals_break_dup_words (&hours);
  g_autofree gchar *two = annals_break_dup_words (&minutes);
  g_autofree gchar *one = annals_break_dup_words (&seconds);

  g_assert_cmpstr (three, ==, "5 hours");
  g_assert_cmpstr (two, ==, "100 minutes");
  g_assert_cmpstr (one, ==, "1 second");
}

/* Bounds as years; breaks as pairs of years, the end not counted. */
static void
test_automatic (void)
{
  static const struct
  {
    gint64 bounds[8];
    guint n_bounds;
    gint64 breaks[6];
    guint n_breaks;
  } cases[] = {
    /* Even: nothing is longer than the rest. */
    { { 1900, 1910, 1920, 1930, 1940, 1950, 1960, 1970 }, 8, { 0 }, 0 },
    /* One century without anything. */
    { { 1800, 1805, 1810, 1910, 1915, 1920 }, 6, { 1811, 1909 }, 1 },
    /* The lesser gap is long by what is left without the greater. */
    { { -1000000, -999990, -999980, 1900, 1905, 2000, 2005, 2010 },
      8,
      { -999978, 1898, 1907, 1998 },
      2 },
    { { 1900 }, 1, { 0 }, 0 },
    { { 1900, 1900, 1900, 1900, 1900, 1900, 1900 }, 7, { 0 }, 0 },
    { { 1900, 1900, 1900, 2000, 2000, 2000, 2000 }, 7, { 0 }, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AnnalsInstant bounds[8];
      g_autoptr (AnnalsBreaks) breaks = NULL;

      /* In any order. */
      for (guint j = 0; j < cases[i].n_bounds; j++)
        bounds[cases[i].n_bounds - 1 - j] = year (cases[i].bounds[j]);
      breaks = annals_breaks_new_for_bounds (bounds, cases[i].n_bounds, WIDTH_PX);
      g_test_message ("case %u", i);
      g_assert_cmpuint (annals_breaks_get_n (breaks), ==, cases[i].n_breaks);
      for (guint j = 0; j < cases[i].n_breaks; j++)
        {
          AnnalsCivil first;
          AnnalsCivil end;

          annals_instant_to_civil (annals_breaks_get (breaks, j)->first, &first);
          annals_instant_to_civil (annals_breaks_get (breaks, j)->last + 1, &end);
          g_assert_cmpint (first.year, ==, cases[i].breaks[2 * j]);
          g_assert_cmpint (end.year, ==, cases[i].breaks[2 * j + 1]);
          g_assert_cmpint (first.month * 100 + first.day, ==, 101);
          g_assert_cmpint (end.month * 100 + end.day, ==, 101);
        }
    }
}

/* Nothing begins or ends in a break, whatever the bounds. */
static void
test_automatic_is_empty (void)
{
  for (guint round = 0; round < 2000; round++)
    {
      AnnalsInstant bounds[40];
      guint n_bounds = (guint) g_test_rand_int_range (2, G_N_ELEMENTS (bounds));
      gint magnitude = g_test_rand_int_range (1, 62);
      g_autoptr (AnnalsBreaks) breaks = NULL;

      for (guint i = 0; i < n_bounds; i++)
        {
          gint64 wide = (gint64) (((guint64) g_test_rand_int () << 32)
                                  ^ (guint32) g_test_rand_int ());

          bounds[i] = wide >> g_test_rand_int_range (62 - magnitude, 63);
          if (annals_instant_is_open (bounds[i]))
            bounds[i] = 0;
        }
      breaks = annals_breaks_new_for_bounds (bounds, n_bounds, WIDTH_PX);
      for (guint i = 0; i < annals_breaks_get_n (breaks); i++)
        for (guint j = 0; j < n_bounds; j++)
          {
            const AnnalsBreak *one = annals_breaks_get (breaks, i);

            g_assert_true (bounds[j] < one->first || bounds[j] > one->last);
          }
    }
}

static AnnalsBreaks *
new_sample (void)
{
  const AnnalsBreak given[] = { { year (-13000000000), year (-3000) - 1 },
                                { year (-2900), year (1900) - 1 },
                                { year (1951) + 7, year (2000) - 13 } };

  return annals_breaks_new (given, G_N_ELEMENTS (given), WIDTH_PX);
}

static const gint64 years[] = { -13800000000, -5000000000, -3000, -2950, -1000, 1900,
                                1925,         1950,        1980,  2000,  2024 };

/* Whatever stands at a position is found there again, and positions follow the order of time. */
static void
test_inverse (void)
{
  g_autoptr (AnnalsBreaks) breaks = new_sample ();

  for (gdouble s_per_px = ANNALS_SCALE_MIN_S_PER_PX; s_per_px <= ANNALS_SCALE_MAX_S_PER_PX;
       s_per_px *= 3.3)
    for (guint i = 0; i < G_N_ELEMENTS (years); i++)
      {
        AnnalsScale scale = { .left_s = year (years[i]),
                              .left_fraction_s = 0.25,
                              .s_per_px = s_per_px,
                              .x_px = 148.0,
                              .width_px = 1000.0,
                              .breaks = breaks };
        AnnalsInstant before = ANNALS_INSTANT_MIN;

        for (gdouble x = -500.0; x <= 2148.0; x += 13.7)
          {
            AnnalsInstant instant = annals_scale_get_instant (&scale, x);
            gdouble back;
            gdouble next;

            g_assert_cmpint (instant, >=, before);
            before = instant;
            if (instant == ANNALS_INSTANT_EARLIEST || instant >= ANNALS_INSTANT_LATEST - 1)
              continue;
            back = annals_scale_get_x (&scale, instant);
            next = annals_scale_get_x (&scale, instant + 1);
            g_assert_cmpfloat (back, <=, x + 1e-6);
            g_assert_cmpfloat (next, >, x - 1e-6);
          }
      }
}

/* Breaks take their width at any zoom, or that of their time when this is less. */
static void
test_width (void)
{
  g_autoptr (AnnalsBreaks) breaks = new_sample ();

  for (gdouble s_per_px = ANNALS_SCALE_MIN_S_PER_PX; s_per_px <= ANNALS_SCALE_MAX_S_PER_PX;
       s_per_px *= 1.9)
    for (guint i = 0; i < annals_breaks_get_n (breaks); i++)
      {
        const AnnalsBreak *one = annals_breaks_get (breaks, i);
        AnnalsScale scale = { .left_s = one->first - 1000,
                              .s_per_px = s_per_px,
                              .x_px = 0.0,
                              .width_px = 1000.0,
                              .breaks = breaks };
        gdouble width = annals_scale_get_x (&scale, one->last + 1)
                        - annals_scale_get_x (&scale, one->first);
        gdouble natural = annals_break_get_duration_s (one) / s_per_px;

        g_assert_cmpfloat_with_epsilon (width, MIN (natural, WIDTH_PX), 1e-6);
        g_assert_cmpint (annals_scale_is_broken (&scale, i), ==, natural > WIDTH_PX * 1.000001);
      }
}

/* A thousand million years in a break cost the seconds beyond it nothing. */
static void
test_precision (void)
{
  g_autoptr (AnnalsBreaks) breaks = new_sample ();
  AnnalsScale scale = { .left_s = year (-13000000000) - 10,
                        .s_per_px = 0.01,
                        .x_px = 0.0,
                        .width_px = 4000.0,
                        .breaks = breaks };
  AnnalsInstant after = annals_breaks_get (breaks, 0)->last + 1;

  for (gint i = 0; i < 20; i++)
    g_assert_cmpfloat_with_epsilon (annals_scale_get_x (&scale, after + i),
                                    1000.0 + WIDTH_PX + i * 100.0, 1e-6);
}

static gboolean
lie_in_one_break (const AnnalsBreaks *breaks, AnnalsInstant first, AnnalsInstant last)
{
  for (guint i = 0; i < annals_breaks_get_n (breaks); i++)
    if (first >= annals_breaks_get (breaks, i)->first
        && last <= annals_breaks_get (breaks, i)->last)
      return TRUE;
  return FALSE;
}

static void
test_fit (void)
{
  g_autoptr (AnnalsBreaks) breaks = new_sample ();

  for (guint i = 0; i < G_N_ELEMENTS (years); i++)
    for (guint j = i + 1; j < G_N_ELEMENTS (years); j++)
      {
        AnnalsScale scale;

        annals_scale_init_broken (&scale, breaks, year (years[i]), year (years[j]) - 1, 148.0,
                                  1000.0);
        g_assert_cmpfloat_with_epsilon (annals_scale_get_x (&scale, year (years[i])), 148.0, 1e-9);
        if (lie_in_one_break (breaks, year (years[i]), year (years[j]) - 1))
          continue;
        g_assert_cmpfloat_with_epsilon (annals_scale_get_x (&scale, year (years[j])), 1148.0, 0.01);
      }
}

static void
test_zoom_and_pan (void)
{
  g_autoptr (AnnalsBreaks) breaks = new_sample ();
  AnnalsScale scale;

  annals_scale_init_broken (&scale, breaks, year (-13800000000), year (2024), 148.0, 1000.0);
  for (guint notch = 0; notch < 200; notch++)
    {
      gdouble anchor = 148.0 + g_test_rand_double_range (0.0, 1000.0);
      AnnalsInstant instant = annals_scale_get_instant (&scale, anchor);
      gdouble second_px = 1.0 / scale.s_per_px;

      annals_scale_zoom (&scale, notch < 120 ? 1.3 : 1.0 / 1.3, anchor);
      second_px = MAX (second_px, 1.0 / scale.s_per_px);
      g_assert_cmpfloat_with_epsilon (annals_scale_get_x (&scale, instant), anchor,
                                      second_px + 1e-3);
    }

  annals_scale_init_broken (&scale, breaks, year (1890), year (2024), 148.0, 1000.0);
  for (guint step = 0; step < 300; step++)
    {
      gdouble x = annals_scale_get_x (&scale, year (1960));

      annals_scale_pan (&scale, 0.37);
      g_assert_cmpfloat_with_epsilon (annals_scale_get_x (&scale, year (1960)), x + 0.37, 1e-6);
    }
}

static void
test_resize (void)
{
  g_autoptr (AnnalsBreaks) breaks = new_sample ();
  AnnalsScale scale;

  annals_scale_init_broken (&scale, breaks, year (-5000), year (2024), 148.0, 1000.0);
  annals_scale_resize (&scale, 10.0, 700.0);
  g_assert_cmpfloat_with_epsilon (annals_scale_get_x (&scale, year (-5000)), 10.0, 1e-6);
  g_assert_cmpfloat_with_epsilon (annals_scale_get_x (&scale, year (2024)), 710.0, 0.1);
}

/* The pieces and the breaks between them make up the picture, and show the same. */
static void
test_pieces (void)
{
  g_autoptr (AnnalsBreaks) breaks = new_sample ();
  AnnalsScale pieces[ANNALS_SCALE_MOST_PIECES];
  AnnalsScale scale;
  guint n_pieces;

  annals_scale_init_broken (&scale, breaks, year (-13800000000), year (2024), 148.0, 1000.0);
  n_pieces = annals_scale_get_pieces (&scale, pieces);
  g_assert_cmpuint (n_pieces, ==, 2);
  g_assert_cmpint (pieces[0].left_s, ==, scale.left_s);
  g_assert_cmpint (pieces[1].left_s, ==, annals_breaks_get (breaks, 0)->last + 1);

  annals_scale_init_broken (&scale, breaks, year (-3000), year (2024), 148.0, 1000.0);
  n_pieces = annals_scale_get_pieces (&scale, pieces);
  g_assert_cmpuint (n_pieces, ==, 3);
  for (guint i = 0; i < n_pieces; i++)
    {
      const AnnalsScale *piece = &pieces[i];

      g_assert_null (piece->breaks);
      if (i > 0)
        g_assert_cmpfloat_with_epsilon (piece->x_px - pieces[i - 1].x_px - pieces[i - 1].width_px,
                                        WIDTH_PX, 1e-6);
      for (gdouble x = piece->x_px + 0.5; x < piece->x_px + piece->width_px; x += 11.3)
        g_assert_cmpfloat_with_epsilon (
            annals_scale_get_x (piece, annals_scale_get_instant (&scale, x)), x,
            1.0 / scale.s_per_px + 1e-3);
    }
  g_assert_cmpfloat_with_epsilon (pieces[2].x_px + pieces[2].width_px, 1148.0, 1e-6);
}

static AnnalsScene *
build_picture (AnnalsLayout *layout, AnnalsBreaks *breaks, gdouble zoom)
{
  const AnnalsMetrics *metrics = annals_layout_get_metrics (layout);
  AnnalsPictureOptions options
      = { .width_px = 1148.0, .height_px = 700.0, .selected = -1, .hovered = -1 };

  annals_layout_set_breaks (layout, breaks);
  annals_layout_init_fit (layout, &options.scale, metrics->header_width_px,
                          1148.0 - metrics->header_width_px);
  annals_scale_zoom (&options.scale, zoom, 700.0);
  annals_layout_pack (layout, &options.scale);
  annals_layout_fit_height (layout, 640.0);
  return annals_picture_build (layout, &options);
}

static AnnalsLayout *
new_layout (AnnalsDocument *document)
{
  AnnalsMetrics metrics;

  annals_metrics_init (&metrics, 1.0, FALSE);
  return annals_layout_new (document, &metrics, sample_measure, NULL);
}

/* Each strip is drawn in lanes and axis, with its length on the latter. */
static void
test_picture (void)
{
  g_autoptr (AnnalsDocument) document = sample_document_new_commentary ();
  g_autoptr (AnnalsLayout) layout = new_layout (document);
  g_autoptr (AnnalsBreaks) breaks = annals_breaks_new_for_document (document, TRUE, NULL, 0,
                                                                    WIDTH_PX);
  g_autoptr (AnnalsScene) scene = build_picture (layout, breaks, 1.0);
  guint n_tears = 0;
  guint n_lengths = 0;

  g_assert_cmpuint (annals_breaks_get_n (breaks), >, 0);
  for (guint i = 0; i < annals_scene_get_n_items (scene); i++)
    {
      const AnnalsItem *item = annals_scene_get_item (scene, i);

      if (item->kind == ANNALS_ITEM_TEAR)
        {
          n_tears++;
          g_assert_cmpfloat_with_epsilon (item->rect.width, WIDTH_PX, 1.0);
        }
      if (item->text != NULL && strstr (item->text, "years") != NULL
          && item->clip == ANNALS_CLIP_AXIS)
        n_lengths++;
    }
  g_assert_cmpuint (n_tears, ==, 2 * annals_breaks_get_n (breaks));
  g_assert_cmpuint (n_lengths, ==, annals_breaks_get_n (breaks));
}

static gboolean
is_own_text (const AnnalsItem *item, const AnnalsItem *strip)
{
  /* Signs of marks are torn with them. */
  return item->text == NULL || item->role == ANNALS_ROLE_MARK || item->clip == ANNALS_CLIP_HEADERS
         || (item->clip == ANNALS_CLIP_AXIS
             && fabs (item->rect.x + item->rect.width / 2.0 - strip->rect.x
                      - strip->rect.width / 2.0)
                    < 2.0);
}

/* The year with which a stretch begins after a strip stands there, wherever the strip happens to
 * end between two pixels. */
static void
test_first_year (void)
{
  g_autoptr (AnnalsDocument) document = sample_document_new_commentary ();
  g_autoptr (AnnalsLayout) layout = new_layout (document);

  for (gdouble width_px = 50.0; width_px < 60.0; width_px += 0.35)
    {
      g_autoptr (AnnalsBreaks) breaks = annals_breaks_new_for_document (document, TRUE, NULL, 0,
                                                                        width_px);
      g_autoptr (AnnalsScene) scene = build_picture (layout, breaks, 1.0);
      gboolean found = FALSE;

      g_assert_cmpint (annals_breaks_get (breaks, annals_breaks_get_n (breaks) - 1)->last, ==,
                       year (2000) - 1);
      for (guint i = 0; i < annals_scene_get_n_items (scene); i++)
        {
          const AnnalsItem *item = annals_scene_get_item (scene, i);

          /* Or the tier above says it, as “2000s”. */
          found = found
                  || (item->text != NULL && item->clip == ANNALS_CLIP_AXIS
                      && g_str_has_prefix (item->text, "2000"));
        }
      g_assert_true (found);
    }
}

/* No label and no year lies on a strip, whatever the document and the zoom. */
static void
test_nothing_is_torn (void)
{
  static const gdouble parts[][2] = { { 0.1, 0.2 },   { 0.3, 0.5 },  { 0.6, 0.66 },
                                      { 0.52, 0.56 }, { 0.7, 0.75 }, { 0.8, 0.81 } };
  guint n_strips = 0;

  for (guint seed = 1; seed <= 12; seed++)
    {
      /* Few events, or so many that most are counted in clusters. */
      g_autoptr (AnnalsDocument) document = sample_document_new_random (seed,
                                                                        seed % 3 == 0 ? 900 : 30);
      g_autoptr (AnnalsLayout) layout = new_layout (document);
      AnnalsBreak given[G_N_ELEMENTS (parts)];
      AnnalsInstant first;
      AnnalsInstant last;
      g_autoptr (AnnalsBreaks) breaks = NULL;

      g_assert_true (annals_layout_get_extent (layout, &first, &last));
      for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
        given[i] = (AnnalsBreak){ first + (AnnalsInstant) ((gdouble) (last - first) * parts[i][0]),
                                  first
                                      + (AnnalsInstant) ((gdouble) (last - first) * parts[i][1]) };
      breaks = annals_breaks_new_for_document (document, TRUE, given, G_N_ELEMENTS (given),
                                               WIDTH_PX);

      for (gdouble zoom = 0.5; zoom < 300.0; zoom *= 1.7)
        {
          g_autoptr (AnnalsScene) scene = build_picture (layout, breaks, zoom);

          for (guint i = 0; i < annals_scene_get_n_items (scene); i++)
            {
              const AnnalsItem *strip = annals_scene_get_item (scene, i);

              if (strip->kind != ANNALS_ITEM_TEAR)
                continue;
              n_strips++;
              for (guint j = 0; j < annals_scene_get_n_items (scene); j++)
                {
                  const AnnalsItem *item = annals_scene_get_item (scene, j);
                  gdouble width;

                  if (is_own_text (item, strip))
                    continue;
                  width = sample_measure (item->font, item->text, NULL);
                  if (!(item->rect.x + width <= strip->rect.x + 1.0
                        || item->rect.x >= strip->rect.x + strip->rect.width - 1.0))
                    g_error ("“%s” at %g on the strip at %g, seed %u, zoom %g", item->text,
                             item->rect.x, strip->rect.x, seed, zoom);
                }
            }
        }
    }
  g_assert_cmpuint (n_strips, >, 200);
}

/* How much room there is beside a mark up to the next strip, or to the edge. */
static gdouble
get_room (const AnnalsScale *scale, const AnnalsRect *mark, gboolean right)
{
  gdouble strips[ANNALS_BREAKS_MOST][2];
  guint n_strips = annals_scale_get_strips (scale, strips);
  gdouble edge = right ? scale->x_px + scale->width_px : scale->x_px;

  for (guint i = 0; i < n_strips; i++)
    if (right && strips[i][1] > mark->x + mark->width)
      edge = MIN (edge, MAX (strips[i][0], mark->x + mark->width));
    else if (!right && strips[i][0] < mark->x)
      edge = MAX (edge, MIN (strips[i][1], mark->x));
  return right ? edge - mark->x - mark->width : mark->x - edge;
}

/* Rows are packed with the strips in mind: at rest a label beside which there is room between two
 * strips is set in full, whatever else is in its lane. */
static void
test_labels_beside_strips (void)
{
  static const gdouble parts[][2] = { { 0.2, 0.3 }, { 0.45, 0.5 }, { 0.7, 0.74 } };
  guint n_near = 0;

  for (guint seed = 1; seed <= 40; seed++)
    {
      g_autoptr (AnnalsDocument) document = sample_document_new_random (seed, 40);
      g_autoptr (AnnalsLayout) layout = new_layout (document);
      AnnalsPictureOptions options
          = { .width_px = 1148.0, .height_px = 4000.0, .selected = -1, .hovered = -1 };
      g_autoptr (AnnalsScene) scene = NULL;
      g_autoptr (AnnalsBreaks) breaks = NULL;
      AnnalsBreak given[G_N_ELEMENTS (parts)];
      AnnalsInstant first;
      AnnalsInstant last;

      g_assert_true (annals_layout_get_extent (layout, &first, &last));
      for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
        given[i] = (AnnalsBreak){
          first + (AnnalsInstant) ((gdouble) (last - first) * parts[i][0]),
          first + (AnnalsInstant) ((gdouble) (last - first) * parts[i][1]),
        };
      breaks = annals_breaks_new (given, G_N_ELEMENTS (given), WIDTH_PX);
      annals_layout_set_breaks (layout, breaks);
      annals_layout_init_fit (layout, &options.scale, 148.0, 1000.0);
      annals_layout_pack (layout, &options.scale);
      annals_layout_fit_height (layout, annals_layout_get_natural_height (layout));
      scene = annals_picture_build (layout, &options);
      for (guint i = 0; i < annals_scene_get_n_hits (scene); i++)
        {
          const AnnalsHit *hit = annals_scene_get_hit (scene, i);
          const AnnalsLayoutEvent *event = annals_layout_find_shown (layout, (guint) hit->event);
          gdouble right = get_room (&options.scale, &hit->mark, TRUE);
          gdouble left = get_room (&options.scale, &hit->mark, FALSE);

          /* A good deal more than the mark's signs and the gaps take. */
          if (event == NULL || event->label[0] == '\0'
              || MARGIN_PX + event->label_px > MAX (left, right)
              || annals_layout_get_lane (layout, event->lane)->folds)
            continue;
          n_near += MIN (left, right) < event->label_px;
          if (!hit->labelled_whole)
            g_error ("seed %u: “%s” (%g px) beside a mark at %g with %g and %g px of room", seed,
                     event->label, event->label_px, hit->mark.x, left, right);
        }
    }
  g_assert_cmpuint (n_near, >, 100);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline/breaks/order", test_order);
  g_test_add_func ("/timeline/breaks/words", test_words);
  g_test_add_func ("/timeline/breaks/hours", test_hours);
  g_test_add_func ("/timeline/breaks/automatic", test_automatic);
  g_test_add_func ("/timeline/breaks/automatic-is-empty", test_automatic_is_empty);
  g_test_add_func ("/timeline/breaks/inverse", test_inverse);
  g_test_add_func ("/timeline/breaks/width", test_width);
  g_test_add_func ("/timeline/breaks/precision", test_precision);
  g_test_add_func ("/timeline/breaks/fit", test_fit);
  g_test_add_func ("/timeline/breaks/zoom-and-pan", test_zoom_and_pan);
  g_test_add_func ("/timeline/breaks/resize", test_resize);
  g_test_add_func ("/timeline/breaks/pieces", test_pieces);
  g_test_add_func ("/timeline/breaks/picture", test_picture);
  g_test_add_func ("/timeline/breaks/first-year", test_first_year);
  g_test_add_func ("/timeline/breaks/nothing-is-torn", test_nothing_is_torn);
  g_test_add_func ("/timeline/breaks/labels-beside-strips", test_labels_beside_strips);
  return g_test_run ();
}
