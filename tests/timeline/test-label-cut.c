/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "annals-label-cut.h"
#include "sample-document.h"

#define N_TEXTS 3000
#define STUMP_PX (2 * 7.3 + 3.1) /* and the space before it */

static guint n_measured;

/* Letters of different widths, nearer to each other where one is narrow; in parts of pixels. */
static gdouble
measure_kerned (AnnalsFont font, const gchar *text, gpointer user_data)
{
  gdouble width = 0.0;

  n_measured++;
  for (const gchar *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar letter = g_utf8_get_char (p);

      width += letter == 'i' || letter == 'l' || letter == ' ' ? 3.1 : 7.3;
      if (p > text && (letter == 'i' || letter == 'a'))
        width -= 0.4;
    }
  return width;
}

static AnnalsLayout *
create_layout (AnnalsMeasureFunc measure)
{
  g_autoptr (AnnalsDocument) document = sample_document_new (NULL);
  AnnalsMetrics metrics;

  annals_metrics_init (&metrics, 1.0, FALSE);
  return annals_layout_new (document, &metrics, measure, NULL);
}

static void
test_cases (void)
{
  static const struct
  {
    const gchar *text;
    gdouble width_px;
    gint least;
    const gchar *expected;
  } cases[] = {
    { "Overthrow of a regime", 70.0, 8, "Overthrow…" },
    { "Overthrow of a regime", 69.0, 8, "Overthro…" },
    { "Overthrow of a regime", 91.0, 8, "Overthrow of…" },
    { "Overthrow of a regime", 63.0, 8, "Overthro…" },
    { "Overthrow of a regime", 62.0, 8, NULL },
    { "Overthrow of a regime", 62.0, 1, "Overthr…" },
    { "Overthrow of a regime", 14.0, 1, "O…" },
    { "Overthrow of a regime", 13.0, 1, NULL },
    { "日米安全保障条約改定", 70.0, 8, "日米安全保障条約改…" },
    { "Shortish", 30.0, 8, NULL },
    /* Not behind an opening bracket or a comma. */
    { "Oil crises (OPEC)", 91.0, 8, "Oil crises…" },
    { "Oil crises, OPEC", 84.0, 8, "Oil crises…" },
    { "Oil crises (OPEC)", 112.0, 8, "Oil crises (OPE…" },
    /* Not within the first letters of a word, unless little else would be left. */
    { "Overthrow of a regime", 84.0, 8, "Overthrow…" },
    { "Overthrow of a regime", 119.0, 8, "Overthrow of a…" },
    { "Overthrow of a regime", 133.0, 8, "Overthrow of a reg…" },
    { "Oil crises (OPEC)", 98.0, 8, "Oil crises…" },
    { "A regime", 35.0, 1, "A re…" },
    { "(((", 21.0, 1, "(…" },
    { "", 100.0, 8, NULL },
    /* Not between a letter and its marks, nor within a picture or a flag. */
    { "e\u0301e\u0301e\u0301e\u0301", 28.0, 1, "e\u0301…" },
    { "👩‍👩‍👧‍👦 and more", 56.0, 1, "👩‍👩‍👧‍👦…" },
    { "👍🏽👍🏽👍🏽", 27.0, 1, "👍🏽…" },
    { "🇯🇵🇺🇸🇯🇵", 35.0, 1, "🇯🇵🇺🇸…" },
    { "\u1112\u1161\u11ab\u1112\u1161\u11ab", 35.0, 1, "\u1112\u1161\u11ab…" },
  };
  g_autoptr (AnnalsLayout) layout = create_layout (sample_measure);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gchar out[64] = "untouched";
      gdouble out_px = -1.0;
      gboolean found = annals_label_cut (layout, ANNALS_FONT_LABEL, cases[i].text,
                                         cases[i].width_px, cases[i].least, 1, out, sizeof out,
                                         &out_px);

      g_assert_cmpint (found, ==, cases[i].expected != NULL);
      g_assert_cmpstr (out, ==, found ? cases[i].expected : "untouched");
      if (found)
        g_assert_cmpfloat (out_px, <=, cases[i].width_px);
    }
}

/* Words of letters, some with others than those of ASCII among them. */
static gchar *
dup_random_text (GRand *random)
{
  static const gchar *const letters[] = { "a", "i", "l", "m", "o", "t", "(", ",", "é", "日" };
  GString *text = g_string_new (NULL);
  guint n_letters = g_rand_boolean (random) ? 8 : 10;

  for (gint i = g_rand_int_range (random, 1, 8); i > 0; i--)
    {
      for (gint j = g_rand_int_range (random, 1, 10); j > 0; j--)
        g_string_append (text, letters[g_rand_int_range (random, 0, (gint32) n_letters)]);
      g_string_append (text, i > 1 ? " " : "");
    }
  return g_string_free (text, FALSE);
}

/* The most that fits, found by measuring everything. */
static gdouble
find_most (const gchar *text, gdouble width_px, gint least, gint step)
{
  glong n = g_utf8_strlen (text, -1);
  gdouble most = -1.0;

  for (glong left = least; left < n; left += step)
    {
      g_autofree gchar *begin = g_utf8_substring (text, 0, left);
      g_autofree gchar *cut = g_strconcat (begin, "…", NULL);
      gdouble width = measure_kerned (ANNALS_FONT_LABEL, cut, NULL);

      if (width <= width_px)
        most = MAX (most, width);
    }
  return most;
}

/* What is left fits, and hardly ever more would have fitted than a step, the stump of a word and
 * what kerning makes of them; it is found by measuring little. */
static void
test_most (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (11);
  g_autoptr (AnnalsLayout) layout = create_layout (measure_kerned);
  guint n_found = 0;
  guint n_needed = 0;
  guint n_short = 0;

  for (guint i = 0; i < N_TEXTS; i++)
    {
      g_autofree gchar *text = dup_random_text (random);
      gint step = i % 2 == 0 ? 1 : 4;
      gdouble width_px = g_rand_double_range (random, 5.0, 200.0);
      gdouble most_px = find_most (text, width_px, 3, step);
      gchar out[256];
      gdouble out_px = 0.0;
      guint before = n_measured;
      gboolean found = annals_label_cut (layout, ANNALS_FONT_LABEL, text, width_px, 3, step, out,
                                         sizeof out, &out_px);

      n_needed += n_measured - before;
      if (most_px >= 0.0)
        g_assert_true (found);
      if (!found)
        continue;
      n_found++;
      g_assert_true (g_str_has_suffix (out, "…"));
      g_assert_cmpint (strncmp (text, out, strlen (out) - strlen ("…")), ==, 0);
      g_assert_cmpfloat (out_px, ==, measure_kerned (ANNALS_FONT_LABEL, out, NULL));
      g_assert_cmpfloat (out_px, <=, width_px);
      if (strpbrk (text, "(,") != NULL)
        continue;
      g_assert_cmpfloat (out_px, >, most_px - STUMP_PX - step * 7.3 - 2.0);
      n_short += out_px < most_px - STUMP_PX;
    }
  g_assert_cmpuint (n_found, >, N_TEXTS / 2);
  g_assert_cmpuint (n_short, <, n_found / 100);
  g_test_message ("measured %.2f times for a text", (gdouble) n_needed / N_TEXTS);
  g_assert_cmpuint (n_needed, <, 2 * N_TEXTS);
}

/* Of letters of ASCII one guess and its proof, and none where there is no room. */
static void
test_once (void)
{
  g_autoptr (AnnalsLayout) layout = create_layout (measure_kerned);
  guint before;
  gchar out[256];

  for (guint i = 0; i < 2; i++)
    {
      before = n_measured;
      g_assert_true (annals_label_cut (layout, ANNALS_FONT_LABEL, "Oil crises of the early years",
                                       150.0, 8, 4, out, sizeof out, NULL));
    }
  g_assert_cmpuint (n_measured - before, ==, 1);
  before = n_measured;
  g_assert_false (annals_label_cut (layout, ANNALS_FONT_LABEL, "Oil crises of the early years",
                                    20.0, 8, 4, out, sizeof out, NULL));
  g_assert_cmpuint (n_measured - before, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline/label-cut/cases", test_cases);
  g_test_add_func ("/timeline/label-cut/most", test_most);
  g_test_add_func ("/timeline/label-cut/once", test_once);
  return g_test_run ();
}
