/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "annals-caption.h"
#include "annals-picture.h"
#include "sample-document.h"

/* What is written around a picture, with letters that are all equally wide; and the lanes of a
 * layout that is to show some of them or fill a height. */

#define LETTER_PX 10.0
#define SIDES_PX 32.0

static gdouble
measure (AnnalsFont font, const gchar *text, gpointer user_data)
{
  return LETTER_PX * g_utf8_strlen (text, -1);
}

static AnnalsLayout *
create_layout (AnnalsDocument *document, const gchar *const *lanes)
{
  AnnalsMetrics metrics;

  annals_metrics_init (&metrics, 1.0, FALSE);
  return annals_layout_new_filtered (document, &metrics, measure, NULL, lanes, NULL);
}

/* The lines of a title on a picture that holds so many letters a line. */
static gchar *
dup_lines (const gchar *title, guint n_letters)
{
  g_autoptr (AnnalsDocument) document = sample_document_new (NULL);
  g_autoptr (AnnalsLayout) layout = create_layout (document, NULL);
  g_autoptr (AnnalsScene) scene = annals_scene_new (n_letters * LETTER_PX + SIDES_PX, 300.0);
  AnnalsCaption caption = { .title = title, .n_pages = 1 };
  GString *lines = g_string_new (NULL);
  gdouble height;

  annals_caption_add_head (&caption, layout, scene);
  for (guint i = 0; i < annals_scene_get_n_items (scene); i++)
    if (annals_scene_get_item (scene, i)->text != NULL)
      g_string_append_printf (lines, "%s%s", lines->len > 0 ? "|" : "",
                              annals_scene_get_item (scene, i)->text);
  annals_scene_get_size (scene, NULL, &height);
  g_assert_cmpfloat (
      height, ==,
      300.0 + annals_caption_get_head_height (&caption, layout, n_letters * LETTER_PX + SIDES_PX));
  return g_string_free (lines, FALSE);
}

static void
test_lines (void)
{
  static const struct
  {
    const gchar *title;
    guint n_letters;
    const gchar *lines;
  } cases[] = {
    { "The oil crises", 20, "The oil crises" },
    { "The oil crises", 14, "The oil crises" },
    { "The oil crises", 13, "The oil|crises" },
    { "The oil crises of the early seventies", 13, "The oil|crises of…" },
    { "The oil crises of the", 14, "The oil crises|of the" },
    { "  The\noil\tcrises  ", 20, "The oil crises" },
    { "Embargoed", 5, "Embar|goed" },
    { "Embargoed countries", 5, "Embar|goed…" },
    { "石油危機と中東戦争", 5, "石油危機と|中東戦争" },
    { "石油危機、中東戦争", 4, "石油危|機、中…" },
    { "（石油）危機（中東）", 7, "（石油）危機|（中東）" },
    { "", 20, "" },
    { NULL, 20, "" },
    { " ", 20, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree gchar *lines = dup_lines (cases[i].title, cases[i].n_letters);

      g_assert_cmpstr (lines, ==, cases[i].lines);
    }
}

/* Without a title and a source line nothing is added; a page has its number. */
static void
test_foot (void)
{
  static const struct
  {
    const gchar *source_line;
    guint n_pages;
    gboolean below_legend;
    gdouble height_px;
    const gchar *number;
  } cases[] = {
    { NULL, 1, FALSE, 0.0, NULL },           { "Source.", 1, FALSE, 46.0, NULL },
    { "Source.", 1, TRUE, 32.0, NULL },      { NULL, 3, TRUE, 32.0, "2 of 3" },
    { "Source.", 3, FALSE, 46.0, "2 of 3" },
  };
  g_autoptr (AnnalsDocument) document = sample_document_new (NULL);
  g_autoptr (AnnalsLayout) layout = create_layout (document, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AnnalsScene) scene = annals_scene_new (600.0, 300.0);
      AnnalsCaption caption = { NULL, cases[i].source_line, 1, cases[i].n_pages };
      const gchar *number = NULL;
      gdouble height;

      annals_caption_add_foot (&caption, layout, scene, cases[i].below_legend);
      annals_scene_get_size (scene, NULL, &height);
      g_assert_cmpfloat (height, ==, 300.0 + cases[i].height_px);
      for (guint j = 0; j < annals_scene_get_n_items (scene); j++)
        {
          const AnnalsItem *item = annals_scene_get_item (scene, j);

          if (item->text != NULL && strstr (item->text, " of ") != NULL)
            {
              number = item->text;
              g_assert_cmpfloat (item->rect.x + LETTER_PX * strlen (number), ==, 584.0);
            }
          g_assert_cmpfloat (item->rect.y, >=, 300.0);
        }
      g_assert_cmpstr (number, ==, cases[i].number);
    }
}

/* Lanes that are left out take no room and have no events; the others keep their index. */
static void
test_lanes (void)
{
  static const gchar *const chosen[] = { "text", "world", NULL };
  g_autoptr (AnnalsDocument) document = sample_document_new_commentary ();
  g_autoptr (AnnalsLayout) all = create_layout (document, NULL);
  g_autoptr (AnnalsLayout) some = create_layout (document, chosen);
  AnnalsScale scale;

  annals_layout_init_fit (some, &scale, 148.0, 1000.0);
  annals_layout_pack (some, &scale);
  annals_layout_fit_height (some, 400.0);
  g_assert_cmpuint (annals_layout_get_n_events (all), ==, 15);
  g_assert_cmpuint (annals_layout_get_n_events (some), ==, 9);
  g_assert_true (annals_layout_get_lane (some, 1)->hidden);
  g_assert_cmpfloat (annals_layout_get_lane (some, 1)->height_px, ==, 0.0);
  g_assert_cmpuint (annals_layout_get_lane (some, 1)->n_events, ==, 0);
  g_assert_cmpuint (annals_layout_get_lane (some, 2)->n_events, ==, 3);
  g_assert_cmpfloat (annals_layout_get_lane (some, 2)->top_px, ==,
                     annals_layout_get_lane (some, 0)->height_px);
}

/* Lanes reach down to the bottom however much room there is, and are not squeezed. */
static void
test_fill (void)
{
  static const gdouble heights[] = { 200.0, 420.0, 500.0, 777.0, 1500.0, 5000.0 };
  g_autoptr (AnnalsDocument) document = sample_document_new_commentary ();
  g_autoptr (AnnalsLayout) layout = create_layout (document, NULL);
  gdouble least;
  AnnalsScale scale;

  annals_layout_init_fit (layout, &scale, 148.0, 1000.0);
  annals_layout_pack (layout, &scale);
  annals_layout_fit_height (layout, 0.0);
  least = annals_layout_get_height (layout);
  g_assert_cmpfloat (least, >, heights[0]);
  for (guint i = 0; i < G_N_ELEMENTS (heights); i++)
    {
      annals_layout_fill_height (layout, heights[i]);
      if (heights[i] < least)
        g_assert_cmpfloat (annals_layout_get_height (layout), ==, least);
      else
        g_assert_cmpfloat_with_epsilon (annals_layout_get_height (layout), heights[i], 2.0);
      for (guint j = 0; j < annals_layout_get_n_shown (layout); j++)
        {
          const AnnalsLayoutEvent *event = annals_layout_get_shown (layout, j);
          const AnnalsLayoutLane *lane = annals_layout_get_lane (layout, event->lane);
          gdouble y = annals_layout_get_middle_y (layout, event);

          g_assert_cmpfloat (y, >, lane->top_px);
          g_assert_cmpfloat (y, <, lane->top_px + lane->height_px);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/timeline/caption/lines", test_lines);
  g_test_add_func ("/timeline/caption/foot", test_foot);
  g_test_add_func ("/timeline/lanes/chosen", test_lanes);
  g_test_add_func ("/timeline/lanes/fill", test_fill);

  return g_test_run ();
}
