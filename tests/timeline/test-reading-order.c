/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>

#include "annals-reading-order.h"
#include "sample-document.h"

/* The strip that shows where in the text each event is mentioned. */

#define LEFT_PX 148.0
#define WIDTH_PX 800.0
#define HEIGHT_PX 118.0 /* of which the text has 100 */
#define MAX_PASSAGES 4

typedef struct
{
  const gchar *id;
  const gchar *cited;
  gint64 passages[MAX_PASSAGES]; /* where they begin; 0 for no more */
} Row;

/* A text of 1000 code points; each passage has ten of them. */
static const Row story[] = {
  { "first", "1970", { 100, 600 } },   { "second", "1975-06-01", { 200 } },
  { "third", "1960/1969", { 300 } },   { "goes on", "1985/..", { 400 } },
  { "before", "../1965", { 500 } },    { "out of view", "1700", { 700 } },
  { "without a date", NULL, { 800 } }, { "no known end", "../..", { 850 } },
  { "last", "[1979..1980]", { 900 } },
};

static const Row in_order[] = {
  { "first", "1970", { 100, 200 } },
  { "second", "1975", { 300 } },
};

typedef struct
{
  AnnalsDocument *document;
  AnnalsReadingOrder *order;
  AnnalsMetrics metrics;
  AnnalsReadingOrderOptions options;
  GArray *hits;
} Fixture;

static AnnalsText *
new_text (guint n_chars)
{
  GString *text = g_string_new (NULL);

  while (text->len < n_chars)
    g_string_append_printf (text, "w%08u ", (guint) text->len);
  g_string_truncate (text, n_chars);
  return annals_text_new_take (g_string_free (text, FALSE));
}

static void
add_passage (AnnalsEvent *event, AnnalsText *text, gint64 start)
{
  AnnalsPassage passage
      = { .where = ANNALS_WHERE_TEXT, .anchor = ANNALS_ANCHOR_INIT, .place = ANNALS_PLACE_INIT };

  annals_anchor_init_from_text (&passage.anchor, text, start, start + 10);
  annals_event_take_passage (event, &passage);
}

static void
set_up_order (Fixture *fixture, AnnalsText *text)
{
  annals_document_set_text (fixture->document, text, NULL, 0);
  fixture->order = annals_reading_order_new (fixture->document, ANNALS_WHERE_TEXT);
  fixture->hits = g_array_new (FALSE, FALSE, sizeof (AnnalsReadingHit));
  annals_metrics_init (&fixture->metrics, 1.0, FALSE);
  fixture->options = (AnnalsReadingOrderOptions){ .width_px = LEFT_PX + WIDTH_PX,
                                                  .height_px = HEIGHT_PX,
                                                  .selected = -1,
                                                  .passage = -1,
                                                  .hovered = -1 };
  annals_scale_init (&fixture->options.scale, annals_instant_from_date (1950, 1, 1),
                     annals_instant_from_date (1990, 1, 1), LEFT_PX, WIDTH_PX);
}

static void
set_up_rows (Fixture *fixture, const Row *rows, guint n_rows)
{
  g_autoptr (AnnalsText) text = new_text (1000);

  fixture->document = sample_document_new ("2004");
  for (guint i = 0; i < n_rows; i++)
    {
      AnnalsEvent event = { .id = g_strdup (rows[i].id), .label = g_strdup (rows[i].id) };

      event.lane = i % 3;
      if (rows[i].cited != NULL)
        event.cited = annals_date_new_from_edtf (rows[i].cited, NULL);
      for (guint k = 0; k < MAX_PASSAGES && rows[i].passages[k] != 0; k++)
        add_passage (&event, text, rows[i].passages[k]);
      annals_document_take_event (fixture->document, &event);
    }
  set_up_order (fixture, text);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  set_up_rows (fixture, story, G_N_ELEMENTS (story));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_array_unref (fixture->hits);
  annals_reading_order_free (fixture->order);
  g_object_unref (fixture->document);
}

static AnnalsScene *
build (Fixture *fixture)
{
  return annals_reading_order_build (fixture->order, &fixture->metrics, sample_measure, NULL,
                                     &fixture->options, fixture->hits);
}

static void
test_dump (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnnalsScene) scene = build (fixture);
  g_autofree gchar *dump = annals_scene_dump (scene);

  g_assert_cmpstr (dump, ==,
                   "scene 948x118\n"
                   "rect background 0.0,0.0 948.0x118.0\n"
                   "line grid 148.5,0.0 0.0x118.0\n"
                   "line grid 248.5,0.0 0.0x118.0\n"
                   "line grid 348.5,0.0 0.0x118.0\n"
                   "line grid 448.5,0.0 0.0x118.0\n"
                   "line grid 548.5,0.0 0.0x118.0\n"
                   "line grid 648.5,0.0 0.0x118.0\n"
                   "line grid 748.5,0.0 0.0x118.0\n"
                   "line grid 848.5,0.0 0.0x118.0\n"
                   "line grid 948.5,0.0 0.0x118.0\n"
                   "line dim 558.0,19.0 98.3x10.0 opacity=0.5\n"
                   "line dim 656.3,29.0 -208.3x10.0 opacity=0.5\n"
                   "line dim 448.0,39.0 412.0x10.0 opacity=0.5\n"
                   "line dim 860.0,49.0 -404.0x10.0 opacity=0.5\n"
                   "line dim 456.0,59.0 102.0x10.0 opacity=0.5\n"
                   "line dim 558.0,69.0 -414.0x0.8 opacity=0.5\n"
                   "line dim 144.0,96.8 604.0x2.2 opacity=0.5\n"
                   "rect mark event=0 548.0,17.0 20.0x4.0\n"
                   "rect mark event=1 654.0,27.0 5.0x4.0\n"
                   "rect mark event=2 348.0,37.0 200.0x4.0 opacity=0.5\n"
                   "rect mark event=3 848.0,47.0 24.0x4.0 fade=848.0,848.0,848.0,872.0\n"
                   "rect mark event=4 444.0,57.0 24.0x4.0 fade=444.0,468.0,468.0,468.0\n"
                   "rect mark event=0 548.0,67.0 20.0x4.0\n"
                   "rect mark event=8 728.0,97.0 40.0x4.0 opacity=0.5\n"
                   "text text 28.0,21.0 \"Reading order\"\n"
                   "text dim 28.0,39.0 \"8 passages\"\n");
}

static void
test_words (Fixture *fixture, gconstpointer data)
{
  Fixture other = { 0 };
  g_autofree gchar *words = annals_reading_order_dup_words (fixture->order);
  g_autofree gchar *forwards = NULL;

  g_assert_cmpstr (words, ==, "8 passages on 7 events; the text goes back in time 3 times");
  set_up_rows (&other, in_order, G_N_ELEMENTS (in_order));
  forwards = annals_reading_order_dup_words (other.order);
  g_assert_cmpstr (forwards, ==, "3 passages on 2 events, in the order of time");
  tear_down (&other, NULL);
}

static void
test_no_text (void)
{
  Fixture fixture = { .document = sample_document_new ("2004") };

  set_up_order (&fixture, NULL);
  g_assert_cmpuint (annals_reading_order_get_n_passages (fixture.order), ==, 0);
  annals_scene_free (build (&fixture));
  g_assert_cmpuint (fixture.hits->len, ==, 0);
  tear_down (&fixture, NULL);
}

static void
test_pick (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnnalsScene) scene = build (fixture);

  for (guint i = 0; i < fixture->hits->len; i++)
    {
      const AnnalsReadingHit *hit = &g_array_index (fixture->hits, AnnalsReadingHit, i);
      gdouble x = hit->rect.x + hit->rect.width / 2.0;
      gdouble y = hit->rect.y + hit->rect.height / 2.0;

      g_assert_true (annals_reading_hits_pick (fixture->hits, x, y, 6.0) == hit);
      g_assert_true (annals_reading_hits_pick (fixture->hits, x, y + 5.0, 6.0) == hit);
    }
  g_assert_null (annals_reading_hits_pick (fixture->hits, LEFT_PX + 700.0, 20.0, 6.0));
}

static void
test_reading_position (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpfloat (annals_reading_order_get_y (fixture->order, &fixture->metrics, HEIGHT_PX, 0),
                     ==, 9.0);
  g_assert_cmpfloat (annals_reading_order_get_y (fixture->order, &fixture->metrics, HEIGHT_PX, 500),
                     ==, 59.0);
  g_assert_cmpfloat (
      annals_reading_order_get_y (fixture->order, &fixture->metrics, HEIGHT_PX, 5000), ==, 109.0);
  g_assert_cmpfloat (annals_reading_order_get_y (fixture->order, &fixture->metrics, 8.0, 500), ==,
                     4.0);
}

static guint
count_items (const AnnalsScene *scene, AnnalsItemKind kind)
{
  guint n_items = 0;

  for (guint i = 0; i < annals_scene_get_n_items (scene); i++)
    n_items += annals_scene_get_item (scene, i)->kind == kind;
  return n_items;
}

/* Where time is compressed the strip is torn. */
static void
test_tears (Fixture *fixture, gconstpointer data)
{
  const AnnalsBreak given = { annals_instant_from_date (1971, 1, 1),
                              annals_instant_from_date (1974, 12, 31) };
  g_autoptr (AnnalsBreaks) breaks = annals_breaks_new (&given, 1, 30.0);
  g_autoptr (AnnalsScene) scene = NULL;
  AnnalsScale *scale = &fixture->options.scale;

  annals_scale_init_broken (scale, breaks, annals_scale_get_instant (scale, LEFT_PX),
                            annals_scale_get_instant (scale, LEFT_PX + WIDTH_PX), LEFT_PX,
                            WIDTH_PX);
  scene = build (fixture);
  g_assert_cmpuint (count_items (scene, ANNALS_ITEM_TEAR), ==, 1);
}

/* Only the events of some lanes, and those that a range lets through. */
static void
test_filtered (Fixture *fixture, gconstpointer data)
{
  static const gchar *const none[] = { NULL };
  const AnnalsRange seventies = { annals_instant_from_date (1970, 1, 1),
                                  annals_instant_from_date (1980, 1, 1) - 1,
                                  ANNALS_WITHIN_CERTAIN };
  g_autoptr (AnnalsReadingOrder) empty = annals_reading_order_new_filtered (
      fixture->document, ANNALS_WHERE_TEXT, none, NULL);
  g_autoptr (AnnalsReadingOrder) some = annals_reading_order_new_filtered (
      fixture->document, ANNALS_WHERE_TEXT, NULL, &seventies);

  g_assert_cmpuint (annals_reading_order_get_n_passages (empty), ==, 0);
  g_assert_cmpuint (annals_reading_order_get_n_passages (some), ==, 3);
}

static void
set_up_many (Fixture *fixture, guint n_events)
{
  g_autoptr (AnnalsText) text = new_text (n_events * 12);
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);

  fixture->document = sample_document_new ("2004");
  for (guint i = 0; i < n_events; i++)
    {
      g_autofree gchar *edtf = g_strdup_printf ("%04d", g_rand_int_range (rand, 1951, 1989));
      AnnalsEvent event = { .id = g_strdup_printf ("e%u", i), .label = g_strdup ("event") };

      event.lane = i % 3;
      event.cited = annals_date_new_from_edtf (edtf, NULL);
      add_passage (&event, text, i * 12 + 1);
      annals_document_take_event (fixture->document, &event);
    }
  set_up_order (fixture, text);
}

/* A text of any length makes no more lines than the strip has rows of pixels, and no more bars than
 * it has cells; what is selected is among them. */
static void
test_bounded (void)
{
  const guint n_events[] = { 3000, 12000 };
  guint n_lines[2];
  guint n_bars[2];

  for (guint i = 0; i < 2; i++)
    {
      Fixture fixture = { 0 };
      AnnalsScene *scene;
      gboolean found = FALSE;

      set_up_many (&fixture, n_events[i]);
      fixture.options.selected = (gint) n_events[i] / 2 + 1;
      fixture.options.passage = 0;
      scene = build (&fixture);
      n_lines[i] = count_items (scene, ANNALS_ITEM_LINE);
      n_bars[i] = count_items (scene, ANNALS_ITEM_RECT);
      for (guint k = 0; k < fixture.hits->len; k++)
        found |= (gint) g_array_index (fixture.hits, AnnalsReadingHit, k).event
                 == fixture.options.selected;
      g_assert_true (found);
      g_assert_cmpuint (n_lines[i], <=, 2 * 101 + 40);
      annals_scene_free (scene);
      tear_down (&fixture, NULL);
    }
  g_assert_cmpuint (n_lines[0], ==, n_lines[1]);
  g_assert_cmpuint (n_bars[1], <=, 38 * 52 + 2);
  g_assert_cmpuint (n_bars[0], <=, 3002);
}

/* Panning moves everything by the same way. */
static void
test_pan (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnnalsScene) before = build (fixture);
  AnnalsReadingHit first = g_array_index (fixture->hits, AnnalsReadingHit, 0);
  g_autoptr (AnnalsScene) after = NULL;

  annals_scale_pan (&fixture->options.scale, 25.0);
  after = build (fixture);
  g_assert_cmpfloat_with_epsilon (
      g_array_index (fixture->hits, AnnalsReadingHit, 0).rect.x - first.rect.x, 25.0, 1.0);
  g_assert_cmpfloat (g_array_index (fixture->hits, AnnalsReadingHit, 0).rect.y, ==, first.rect.y);
}

static void
test_strong (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnnalsScene) scene = NULL;

  fixture->options.selected = 0;
  fixture->options.passage = 1;
  scene = build (fixture);
  g_assert_cmpuint (count_items (scene, ANNALS_ITEM_OUTLINE), ==, 1);
  /* What is selected comes last, over the others. */
  g_assert_cmpuint (g_array_index (fixture->hits, AnnalsReadingHit, fixture->hits->len - 1).event,
                    ==, 0);
}

/* Both texts have their own order. */
static void
test_source (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnnalsReadingOrder) source = annals_reading_order_new (fixture->document,
                                                                    ANNALS_WHERE_SOURCE);

  g_assert_cmpuint (annals_reading_order_get_n_passages (source), ==, 0);
  g_assert_cmpuint (annals_reading_order_get_n_passages (fixture->order), ==, 8);
}

/* What heads the strip is said in a slim column, too: over two lines, or cut, and never beyond it.
 * The test's letters are 7 px wide. */
static void
test_header (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    gdouble header_px;
    const gchar *lines[4];
  } cases[] = {
    { 148.0, { "Reading order", "8 passages" } },
    { 96.0, { "Reading", "order", "8", "passages" } },
    { 70.0, { "Readi…", "8", "passa…" } },
    { 30.0, { NULL } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AnnalsScene) scene = NULL;
      guint n_lines = 0;

      fixture->metrics.header_width_px = cases[i].header_px;
      scene = build (fixture);
      for (guint j = 0; j < annals_scene_get_n_items (scene); j++)
        {
          const AnnalsItem *item = annals_scene_get_item (scene, j);

          if (item->kind != ANNALS_ITEM_TEXT || item->rect.x != 28.0)
            continue;
          g_assert_cmpuint (n_lines, <, G_N_ELEMENTS (cases[i].lines));
          g_assert_cmpstr (item->text, ==, cases[i].lines[n_lines++]);
          g_assert_cmpfloat (28.0 + sample_measure (item->font, item->text, NULL), <=,
                             cases[i].header_px);
        }
      g_assert_true (n_lines == G_N_ELEMENTS (cases[i].lines) || cases[i].lines[n_lines] == NULL);
    }
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/timeline/reading-order/dump", test_dump);
  ADD ("/timeline/reading-order/header", test_header);
  ADD ("/timeline/reading-order/words", test_words);
  ADD ("/timeline/reading-order/pick", test_pick);
  ADD ("/timeline/reading-order/tears", test_tears);
  ADD ("/timeline/reading-order/filtered", test_filtered);
  ADD ("/timeline/reading-order/reading-position", test_reading_position);
  ADD ("/timeline/reading-order/pan", test_pan);
  ADD ("/timeline/reading-order/strong", test_strong);
  ADD ("/timeline/reading-order/source", test_source);
  g_test_add_func ("/timeline/reading-order/no-text", test_no_text);
  g_test_add_func ("/timeline/reading-order/bounded", test_bounded);

  return g_test_run ();
}
