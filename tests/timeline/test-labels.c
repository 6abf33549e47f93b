/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>
#include <string.h>

#include "annals-labels.h"
#include "annals-letters.h"
#include "annals-picture.h"
#include "sample-document.h"

/* What has to hold for every picture of every document, looked at in the picture itself: random
 * documents, many zooms, and pans after each of them. */

#define LEFT_PX 148.0
#define WIDTH_PX 1000.0
#define RIGHT_PX (LEFT_PX + WIDTH_PX)

/* What an event has in the picture. */
typedef struct
{
  gint event;
  gdouble row_y;
  gdouble mark[2];
  gdouble label[2]; /* note included; label[1] < label[0] without one */
  gdouble baseline_y;
  gboolean inside;
  const gchar *text;
} Seen;

static gboolean
is_label (const AnnalsItem *item)
{
  return item->kind == ANNALS_ITEM_TEXT && item->role != ANNALS_ROLE_MARK;
}

static void
widen (gdouble *range, gdouble from, gdouble to)
{
  range[0] = MIN (range[0], MIN (from, to));
  range[1] = MAX (range[1], MAX (from, to));
}

static void
see_item (Seen *seen, const AnnalsItem *item)
{
  gdouble width = item->kind == ANNALS_ITEM_TEXT ? sample_measure (item->font, item->text, NULL)
                                                 : item->rect.width;

  if (is_label (item))
    {
      widen (seen->label, item->rect.x, item->rect.x + width);
      seen->baseline_y = item->rect.y;
      if (item->role != ANNALS_ROLE_DIM_TEXT)
        seen->text = item->text;
      return;
    }
  /* The line of the record and its ends are below the row of marks and labels. */
  if (item->rect.y > seen->row_y + 14.0)
    return;
  widen (seen->mark, item->rect.x, item->rect.x + width);
}

static GArray *
see (const AnnalsScene *scene)
{
  GArray *all = g_array_new (FALSE, TRUE, sizeof (Seen));

  for (guint i = 0; i < annals_scene_get_n_hits (scene); i++)
    {
      const AnnalsHit *hit = annals_scene_get_hit (scene, i);
      Seen seen = { .event = hit->event, .row_y = hit->mark.y };

      seen.mark[0] = seen.label[0] = INFINITY;
      seen.mark[1] = seen.label[1] = -INFINITY;
      for (guint j = 0; j < annals_scene_get_n_items (scene); j++)
        if (annals_scene_get_item (scene, j)->event == hit->event)
          see_item (&seen, annals_scene_get_item (scene, j));
      seen.inside = seen.label[1] > seen.label[0] && hit->label.width == 0.0;
      g_array_append_val (all, seen);
    }
  return all;
}

static gboolean
overlap (const gdouble *a, const gdouble *b)
{
  return a[0] < b[1] - 1.0 && b[0] < a[1] - 1.0;
}

/* Rows that are moving to their places pass over one another; in the test nothing moves. */
static gboolean
labels_meet (const Seen *a, const Seen *b)
{
  return fabs (a->baseline_y - b->baseline_y) < 13.0 && overlap (a->label, b->label);
}

static gboolean
label_meets_mark (const Seen *a, const Seen *b)
{
  return a->baseline_y - 10.0 < b->row_y + 15.0 && a->baseline_y + 3.0 > b->row_y
         && overlap (a->label, b->mark);
}

static void
check_apart (const Seen *a, const Seen *b)
{
  if (labels_meet (a, b))
    g_error ("labels “%s” (%.1f–%.1f) and “%s” (%.1f–%.1f) overlap", a->text, a->label[0],
             a->label[1], b->text, b->label[0], b->label[1]);
  if (label_meets_mark (a, b))
    g_error ("label “%s” (%.1f–%.1f) lies on the mark of event %d (%.1f–%.1f)", a->text,
             a->label[0], a->label[1], b->event, b->mark[0], b->mark[1]);
}

static void
check_label (const Seen *seen, AnnalsDocument *document)
{
  const AnnalsEvent *event = annals_document_get_event (document, (guint) seen->event);

  if (seen->text == NULL)
    return;
  g_assert_cmpfloat (seen->label[0], >=, LEFT_PX);
  g_assert_cmpfloat (seen->label[1], <=, RIGHT_PX);
  if (seen->inside)
    {
      g_assert_cmpfloat (seen->label[0], >=, seen->mark[0] - 0.5);
      g_assert_cmpfloat (seen->label[1], <=, seen->mark[1] + 0.5);
    }
  else if (label_meets_mark (seen, seen))
    g_error ("label “%s” (%.1f–%.1f) lies on its own mark (%.1f–%.1f)", seen->text, seen->label[0],
             seen->label[1], seen->mark[0], seen->mark[1]);
  if (strcmp (seen->text, event->label) == 0)
    return;
  g_assert_true (g_str_has_suffix (seen->text, "…"));
  g_assert_cmpint (g_utf8_strlen (seen->text, -1), >=, 8);
  g_assert_cmpint (strncmp (seen->text, event->label, strlen (seen->text) - strlen ("…")), ==, 0);
}

/* Whether a cluster that can be hit stands for what begins then. */
static gboolean
is_counted (const AnnalsScene *scene, guint lane, AnnalsInstant begin)
{
  for (guint i = 0; i < annals_scene_get_n_clusters (scene); i++)
    {
      const AnnalsClusterHit *cluster = annals_scene_get_cluster (scene, i);

      if (cluster->lane == lane && cluster->first <= begin && begin <= cluster->last
          && cluster->mark.width >= 1.0 && cluster->count > 0)
        return TRUE;
    }
  return FALSE;
}

/* Whatever of an event lies within the time shown leaves a trace that can be hit: of its own, or
 * where it begins in a cluster. */
static void
check_traces (const AnnalsScene *scene, AnnalsLayout *layout, const AnnalsScale *scale)
{
  AnnalsDocument *document = annals_layout_get_document (layout);
  const AnnalsIndex *index = annals_layout_get_index (layout);
  AnnalsInstant first = annals_scale_get_instant (scale, LEFT_PX + 1.0);
  AnnalsInstant last = annals_scale_get_instant (scale, RIGHT_PX - 1.0);

  for (guint i = 0; i < annals_document_get_n_events (document); i++)
    {
      const AnnalsEvent *event = annals_document_get_event (document, i);
      const AnnalsSpan *span = annals_date_get_span (annals_event_get_drawn_date (event));
      AnnalsInstant from = span->begin_earliest != ANNALS_INSTANT_MIN ? span->begin_earliest
                                                                      : span->end_earliest;
      const AnnalsHit *hit = annals_scene_find_hit (scene, (gint) i);
      AnnalsIndexEntry entry;

      if (from < first || from > last)
        continue;
      if (hit == NULL && annals_index_get (index, i, &entry)
          && (entry.begin < first || entry.begin > last
              || is_counted (scene, entry.lane, entry.begin)))
        continue;
      if (hit == NULL || hit->mark.width < 1.0)
        g_error ("“%s” (%s) leaves no trace", event->label,
                 annals_date_get_edtf (annals_event_get_drawn_date (event)));
    }
}

static AnnalsScene *
build (AnnalsLayout *layout, const AnnalsScale *scale, gint selected)
{
  const AnnalsMetrics *metrics = annals_layout_get_metrics (layout);
  AnnalsPictureOptions options = { .width_px = RIGHT_PX,
                                   .height_px = metrics->axis_height_px
                                                + annals_layout_get_height (layout),
                                   .scale = *scale,
                                   .selected = selected,
                                   .hovered = -1 };

  return annals_picture_build (layout, &options);
}

/* Nothing is written across a strip of compressed time. */
static void
check_strips (const Seen *seen, const AnnalsScale *scale)
{
  gdouble strips[ANNALS_BREAKS_MOST][2];
  guint n_strips = annals_scale_get_strips (scale, strips);

  for (guint i = 0; i < n_strips && seen->text != NULL; i++)
    if (overlap (seen->label, strips[i]))
      g_error ("label “%s” (%.1f–%.1f) lies on a strip (%.1f–%.1f)", seen->text, seen->label[0],
               seen->label[1], strips[i][0], strips[i][1]);
}

static void
check_picture (AnnalsLayout *layout, const AnnalsScale *scale, gint selected)
{
  AnnalsDocument *document = annals_layout_get_document (layout);
  g_autoptr (AnnalsScene) scene = build (layout, scale, selected);
  g_autoptr (GArray) all = see (scene);

  check_traces (scene, layout, scale);
  for (guint i = 0; i < all->len; i++)
    {
      const Seen *seen = &g_array_index (all, Seen, i);

      check_label (seen, document);
      check_strips (seen, scale);
      if (seen->mark[1] < seen->mark[0])
        g_error ("event %d has a hit and no mark", seen->event);
      for (guint j = 0; j < all->len; j++)
        if (i != j)
          check_apart (seen, &g_array_index (all, Seen, j));
    }
}

static AnnalsLayout *
create_layout (AnnalsDocument *document)
{
  AnnalsMetrics metrics;

  annals_metrics_init (&metrics, 1.0, FALSE);
  return annals_layout_new (document, &metrics, sample_measure, NULL);
}

static void
check_rows_stay (GHashTable *rows, AnnalsLayout *layout, const AnnalsScale *scale)
{
  g_autoptr (AnnalsScene) scene = build (layout, scale, -1);

  for (guint i = 0; i < annals_scene_get_n_hits (scene); i++)
    {
      const AnnalsHit *hit = annals_scene_get_hit (scene, i);
      const AnnalsLayoutEvent *shown = annals_layout_find_shown (layout, (guint) hit->event);
      gpointer key = GINT_TO_POINTER (hit->event + 1);
      gpointer row = shown != NULL ? GUINT_TO_POINTER (shown->row + 1) : NULL;

      /* One that a dot stood for may have been selected meanwhile, and had a row. */
      if (shown == NULL)
        continue;
      if (!g_hash_table_contains (rows, key))
        g_hash_table_insert (rows, key, row);
      g_assert_true (g_hash_table_lookup (rows, key) == row);
    }
}

static void
check_document (AnnalsDocument *document, GRand *random, AnnalsBreaks *breaks)
{
  g_autoptr (AnnalsLayout) layout = create_layout (document);
  AnnalsScale scale;

  annals_layout_set_breaks (layout, breaks);
  annals_layout_init_fit (layout, &scale, LEFT_PX, WIDTH_PX);
  for (guint zoom = 0; zoom < 6; zoom++)
    {
      g_autoptr (GHashTable) rows = g_hash_table_new (NULL, NULL);

      annals_layout_pack (layout, &scale);
      annals_layout_fit_height (layout, annals_layout_get_natural_height (layout));
      for (guint pan = 0; pan < 6; pan++)
        {
          gint selected = g_rand_int_range (random, -1,
                                            (gint) annals_document_get_n_events (document));

          check_picture (layout, &scale, selected);
          check_rows_stay (rows, layout, &scale);
          annals_scale_pan (&scale, g_rand_double_range (random, -600.0, 600.0));
        }
      annals_scale_zoom (&scale, g_rand_double_range (random, 0.5, 6.0),
                         LEFT_PX + g_rand_double_range (random, 0.0, WIDTH_PX));
    }
}

static void
test_random (void)
{
  for (guint32 seed = 1; seed <= 40; seed++)
    {
      guint n_events = seed % 10 == 0 ? 1500 : seed % 4 == 0 ? 150 : 5 + seed;
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      g_autoptr (AnnalsDocument) document = sample_document_new_random (seed, n_events);

      check_document (document, random, NULL);
    }
}

/* The same with a few stretches of time compressed, wherever they may lie. */
static void
test_random_breaks (void)
{
  for (guint32 seed = 1; seed <= 40; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      g_autoptr (AnnalsDocument) document = sample_document_new_random (seed, 5 + seed);
      g_autoptr (AnnalsLayout) layout = create_layout (document);
      g_autoptr (AnnalsBreaks) breaks = NULL;
      AnnalsBreak given[4];
      AnnalsInstant first;
      AnnalsInstant last;

      annals_layout_get_extent (layout, &first, &last);
      for (guint i = 0; i < G_N_ELEMENTS (given); i++)
        {
          gdouble step = (gdouble) (last - first) / G_N_ELEMENTS (given);

          given[i].first = first
                           + (AnnalsInstant) (step * (i + g_rand_double_range (random, 0.1, 0.5)));
          given[i].last = given[i].first
                          + (AnnalsInstant) (step * g_rand_double_range (random, 0.1, 0.45));
        }
      breaks = annals_breaks_new (given, G_N_ELEMENTS (given), 60.0);
      g_assert_nonnull (breaks);
      check_document (document, random, breaks);
    }
}

/* At rest, with the whole range shown, nothing is shortened where a newspaper would not do it. */
static void
test_whole_at_rest (void)
{
  g_autoptr (AnnalsDocument) document = sample_document_new_commentary ();
  g_autoptr (AnnalsLayout) layout = create_layout (document);
  g_autoptr (AnnalsScene) scene = NULL;
  AnnalsScale scale;

  annals_layout_init_fit (layout, &scale, LEFT_PX, WIDTH_PX);
  annals_layout_pack (layout, &scale);
  annals_layout_fit_height (layout, annals_layout_get_natural_height (layout));
  scene = build (layout, &scale, -1);
  g_assert_cmpuint (annals_scene_get_n_hits (scene), ==, 15);
  for (guint i = 0; i < annals_scene_get_n_hits (scene); i++)
    g_assert_true (annals_scene_get_hit (scene, i)->labelled_whole);
}

/* One event in a row of its own: right of its mark, and left of it where there is no room. */
static void
test_sides (void)
{
  static const struct
  {
    const gchar *edtf;
    gdouble pan_px;
    gboolean right;
  } cases[] = {
    { "1973-07-02", 0.0, TRUE },  { "1973-07-02", -300.0, TRUE }, { "1973-07-02", 450.0, FALSE },
    { "1973-07-02/", 0.0, TRUE }, { "/1973-07-02", 0.0, TRUE },   { "1973-07-02/", 400.0, FALSE },
    { "1970/1970", 0.0, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AnnalsDocument) document = sample_document_new (NULL);
      g_autoptr (AnnalsLayout) layout = NULL;
      g_autoptr (AnnalsScene) scene = NULL;
      const AnnalsHit *hit;
      AnnalsScale scale;

      sample_document_add (document, "one", "Launch of a rocket", cases[i].edtf, NULL, 0,
                           ANNALS_STATUS_HAPPENED);
      layout = create_layout (document);
      annals_scale_init (&scale, annals_instant_from_date (1923, 1, 1),
                         annals_instant_from_date (2023, 1, 1), LEFT_PX, WIDTH_PX);
      annals_scale_pan (&scale, cases[i].pan_px);
      annals_layout_pack (layout, &scale);
      scene = build (layout, &scale, -1);
      hit = annals_scene_find_hit (scene, 0);
      g_assert_nonnull (hit);
      g_assert_true (hit->labelled_whole);
      if (cases[i].right)
        g_assert_cmpfloat (hit->label.x, >, hit->mark.x + hit->mark.width);
      else
        g_assert_cmpfloat (hit->label.x + hit->label.width, <, hit->mark.x);
    }
}

/* A period whose begin is out of view keeps its label, at the left edge. */
static void
test_sticks_to_left_edge (void)
{
  g_autoptr (AnnalsDocument) document = sample_document_new (NULL);
  g_autoptr (AnnalsLayout) layout = NULL;
  AnnalsScale scale;

  sample_document_add (document, "long", "A long war", "1900/1999", NULL, 0,
                       ANNALS_STATUS_HAPPENED);
  layout = create_layout (document);
  annals_scale_init (&scale, annals_instant_from_date (1890, 1, 1),
                     annals_instant_from_date (1990, 1, 1), LEFT_PX, WIDTH_PX);
  annals_layout_pack (layout, &scale);
  for (guint step = 0; step < 8; step++)
    {
      g_autoptr (AnnalsScene) scene = build (layout, &scale, -1);
      g_autoptr (GArray) all = see (scene);
      const Seen *seen = &g_array_index (all, Seen, 0);

      g_assert_cmpuint (all->len, ==, 1);
      g_assert_cmpstr (seen->text, ==, "A long war");
      g_assert_true (seen->inside);
      if (step >= 2)
        g_assert_cmpfloat_with_epsilon (seen->label[0], LEFT_PX + 14.0, 1.0);
      annals_scale_pan (&scale, -100.0);
    }
}

/* Dates joined by a line, none of them in view: the label stands on the line, which is broken for
 * it, and keeps clear of dates that are in view. */
static void
test_on_line (void)
{
  static const struct
  {
    const gchar *edtf;
    const gchar *first;
    const gchar *last;
    gboolean labelled;
  } cases[] = {
    { "{1950-01-01,1990-01-01}", "1960", "1980", TRUE },
    { "[1950-01-01,1990-01-01]", "1960", "1980", TRUE },
    { "{1950-01-01,1963-01-01,1990-01-01}", "1960", "1980", TRUE },
    { "{1950-01-01,1961-01-01,1962-01-01,1990-01-01}", "1960", "1962", FALSE },
    { "[1950..1990]", "1940", "1972", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AnnalsDocument) document = sample_document_new (NULL);
      g_autoptr (AnnalsDate) first = annals_date_new_from_edtf (cases[i].first, NULL);
      g_autoptr (AnnalsDate) last = annals_date_new_from_edtf (cases[i].last, NULL);
      g_autoptr (AnnalsLayout) layout = NULL;
      g_autoptr (AnnalsScene) scene = NULL;
      const AnnalsItem *text = NULL;
      AnnalsScale scale;

      sample_document_add (document, "one", "A treaty that was renewed and then renewed again",
                           cases[i].edtf, NULL, 0, ANNALS_STATUS_HAPPENED);
      layout = create_layout (document);
      annals_scale_init (&scale, annals_span_get_earliest (annals_date_get_span (first)),
                         annals_span_get_latest (annals_date_get_span (last)), LEFT_PX, WIDTH_PX);
      annals_layout_pack (layout, &scale);
      scene = build (layout, &scale, -1);
      for (guint j = 0; j < annals_scene_get_n_items (scene); j++)
        {
          const AnnalsItem *item = annals_scene_get_item (scene, j);

          if (item->event == 0 && item->kind == ANNALS_ITEM_TEXT && text == NULL)
            text = item;
        }
      g_test_message ("%s", cases[i].edtf);
      g_assert_true ((text != NULL) == cases[i].labelled);
      for (guint j = 0; text != NULL && j < annals_scene_get_n_items (scene); j++)
        {
          const AnnalsItem *item = annals_scene_get_item (scene, j);

          if (item->event == 0 && item->kind != ANNALS_ITEM_LINE && item->kind != ANNALS_ITEM_TEXT
              && item->role != ANNALS_ROLE_BACKGROUND && item->rect.height > 4.0)
            g_assert_true (item->rect.x + item->rect.width <= text->rect.x
                           || item->rect.x >= text->rect.x + text->rect.width);
        }
    }
}

/* Where the line has no room for the whole of it, it is cut. */
static void
test_cut_on_line (void)
{
  g_autoptr (AnnalsDocument) document = sample_document_new (NULL);
  g_autoptr (AnnalsLayout) layout = NULL;
  g_autoptr (AnnalsScene) scene = NULL;
  g_autoptr (GArray) all = NULL;
  const Seen *seen;
  AnnalsScale scale;

  sample_document_add (document, "one",
                       "A treaty that was renewed and then renewed again, and after that it was "
                       "renewed for as long as anybody who had renewed it was to live, and then "
                       "once more for all of those who had not been there",
                       "{1950-01-01,1990-01-01}", NULL, 0, ANNALS_STATUS_HAPPENED);
  layout = create_layout (document);
  annals_scale_init (&scale, annals_instant_from_date (1960, 1, 1),
                     annals_instant_from_date (1980, 1, 1), LEFT_PX, WIDTH_PX);
  annals_layout_pack (layout, &scale);
  scene = build (layout, &scale, -1);
  all = see (scene);
  g_assert_cmpuint (all->len, ==, 1);
  seen = &g_array_index (all, Seen, 0);
  g_assert_true (g_str_has_prefix (seen->text, "A treaty that was renewed and"));
  g_assert_true (g_str_has_suffix (seen->text, "…"));
  g_assert_cmpfloat (seen->label[0], >=, LEFT_PX);
  g_assert_cmpfloat (seen->label[1], <=, LEFT_PX + WIDTH_PX);
}

/* What is said behind a label goes with it to the left rather than being lost on the right. */
static void
test_note_left (void)
{
  g_autoptr (AnnalsDocument) document = sample_document_new (NULL);
  g_autoptr (AnnalsLayout) layout = NULL;
  g_autoptr (AnnalsScene) scene = NULL;
  const AnnalsHit *hit;
  AnnalsScale scale;
  gboolean noted = FALSE;

  sample_document_add (document, "one", "A plan", "1973-07-02", NULL, 0, ANNALS_STATUS_PLANNED);
  layout = create_layout (document);
  annals_scale_init (&scale, annals_instant_from_date (1963, 1, 1),
                     annals_instant_from_date (1974, 8, 1), LEFT_PX, WIDTH_PX);
  annals_layout_pack (layout, &scale);
  scene = build (layout, &scale, -1);
  hit = annals_scene_find_hit (scene, 0);
  g_assert_cmpfloat (hit->label.x + hit->label.width, <, hit->mark.x);
  for (guint i = 0; i < annals_scene_get_n_items (scene); i++)
    noted |= g_strcmp0 (annals_scene_get_item (scene, i)->text, "planned, 2 Jul 1973") == 0;
  g_assert_true (noted);
}

/* A bar between two strips of compressed time, of which little does not fade, has no room for a
 * label on it or beside it. The label stands above it, in a row that is kept free. In a lane that
 * has no rows to spare there is one only on a bar that is broken for it, which is done for what is
 * selected. */
static void
test_between_strips (void)
{
  static const AnnalsBreak given[] = {
    { G_GINT64_CONSTANT (61500000000), G_GINT64_CONSTANT (62100000000) },
    { G_GINT64_CONSTANT (62330000000), G_GINT64_CONSTANT (62900000000) },
  };
  static const gchar *const label = "A name of some length";
  static const struct
  {
    guint n_others;
    gboolean selected;
    gboolean labelled;
    gboolean above;
  } cases[] = {
    { 0, FALSE, TRUE, TRUE },
    { 0, TRUE, TRUE, TRUE },
    { 40, FALSE, FALSE, FALSE },
    { 40, TRUE, TRUE, FALSE },
  };
  AnnalsPictureOptions options = { .width_px = RIGHT_PX, .height_px = 400.0, .hovered = -1 };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AnnalsDocument) document = sample_document_new (NULL);
      g_autoptr (AnnalsBreaks) breaks = annals_breaks_new (given, G_N_ELEMENTS (given), 60.0);
      g_autoptr (AnnalsLayout) layout = NULL;
      g_autoptr (AnnalsScene) scene = NULL;
      const AnnalsHit *hit;

      sample_document_add (document, "bar", label, "1971~/1973~", NULL, 0, ANNALS_STATUS_HAPPENED);
      for (guint j = 0; j < cases[i].n_others; j++)
        {
          g_autofree gchar *id = g_strdup_printf ("other-%u", j);

          sample_document_add (document, id, "Another", "2010", NULL, 0, ANNALS_STATUS_HAPPENED);
        }
      layout = create_layout (document);
      annals_layout_set_breaks (layout, breaks);
      annals_scale_init_broken (&options.scale, breaks, given[0].first - 1000000,
                                given[1].last + 1000000, LEFT_PX, WIDTH_PX * 0.5);
      annals_layout_pack (layout, &options.scale);
      annals_layout_fit_height (layout, 0.0);
      options.selected = cases[i].selected ? 0 : -1;
      scene = annals_picture_build (layout, &options);
      hit = annals_scene_find_hit (scene, 0);
      g_test_message ("%u others, selected: %d", cases[i].n_others, cases[i].selected);
      g_assert_nonnull (hit);
      g_assert_cmpint (hit->labelled_whole, ==, cases[i].labelled);
      g_assert_cmpint (hit->label.width > 0.0, ==, cases[i].above);
      if (cases[i].above)
        g_assert_cmpfloat (hit->label.y + hit->label.height, <, hit->mark.y);
    }
}

static void
test_letters (void)
{
  static const struct
  {
    const gchar *text;
    const gchar *clean; /* NULL when nothing is to be done */
  } cases[] = {
    { "Oil crises", NULL },
    { "", NULL },
    { NULL, "" },
    { "Élysée", NULL },
    { "日本\u3000と", NULL },
    { "two\nlines\tand\r\nmore", "two lines and  more" },
    { "one\u2028two\u2029three", "one two three" },
    { "a\x01\x7f\xc2\x85z", "a   z" },
    { "not \xff UTF-8", "not \uFFFD UTF-8" },
    { "a\u0300\u0301\u0302\u0303", "a\u0300\u0301" },
    { "a\u0300\u0316\u0301\u0317", NULL },
    { "a\u0300\u0316\u0301\u0317\u0302b\u0303", "a\u0300\u0316\u0301\u0317b\u0303" },
    { "\u03b1\u0313\u0301\u0345", NULL },
    { "\u05e9\u05bc\u05c1\u05b8\u0596", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree gchar *clean = annals_letters_dup_clean (cases[i].text);
      g_autofree gchar *line = annals_letters_dup_line (cases[i].text);

      g_assert_cmpstr (clean, ==, cases[i].clean);
      g_assert_cmpstr (line, ==, cases[i].clean != NULL ? cases[i].clean : cases[i].text);
    }
}

/* Of a label that is as long as a page no letter is cut in two. */
static void
test_long_letters (void)
{
  static const gchar *const letters[] = { "é", "日", "\U0001F600", "e\u0301\u0301\u0301\u0301" };

  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    for (guint shift = 0; shift < 4; shift++)
      {
        g_autoptr (AnnalsDocument) document = sample_document_new (NULL);
        g_autoptr (GString) label = g_string_new_len ("abcd", shift);
        g_autoptr (AnnalsLayout) layout = NULL;
        const AnnalsLayoutEvent *event;
        AnnalsScale scale;

        while (label->len < 5000)
          g_string_append (label, letters[i]);
        sample_document_add (document, "one", label->str, "1950", NULL, 0, ANNALS_STATUS_HAPPENED);
        layout = create_layout (document);
        annals_layout_init_fit (layout, &scale, LEFT_PX, WIDTH_PX);
        annals_layout_pack (layout, &scale);
        event = annals_layout_find_shown (layout, 0);
        g_assert_true (g_utf8_validate (event->label, -1, NULL));
        g_assert_null (strstr (event->label, "\uFFFD"));
        g_assert_cmpuint (strlen (event->label), >, 300);
      }
}

static void
test_line_breaks (void)
{
  static const struct
  {
    const gchar *text;
    guint at; /* in characters */
    gboolean may_break;
  } cases[] = {
    { "two words", 4, TRUE }, { "two words", 3, FALSE }, { "two words", 1, FALSE },
    { "日米安全", 2, TRUE },  { "日、米", 1, FALSE },    { "日、米", 2, TRUE },
    { "（日米）", 1, FALSE }, { "（日米）", 3, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (annals_letters_may_break (
                         cases[i].text, g_utf8_offset_to_pointer (cases[i].text, cases[i].at)),
                     ==, cases[i].may_break);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/timeline/labels/random", test_random);
  g_test_add_func ("/timeline/labels/random-breaks", test_random_breaks);
  g_test_add_func ("/timeline/labels/whole-at-rest", test_whole_at_rest);
  g_test_add_func ("/timeline/labels/sides", test_sides);
  g_test_add_func ("/timeline/labels/sticks-to-left-edge", test_sticks_to_left_edge);
  g_test_add_func ("/timeline/labels/on-line", test_on_line);
  g_test_add_func ("/timeline/labels/cut-on-line", test_cut_on_line);
  g_test_add_func ("/timeline/labels/note-left", test_note_left);
  g_test_add_func ("/timeline/labels/between-strips", test_between_strips);
  g_test_add_func ("/timeline/labels/letters", test_letters);
  g_test_add_func ("/timeline/labels/long-letters", test_long_letters);
  g_test_add_func ("/timeline/labels/line-breaks", test_line_breaks);

  return g_test_run ();
}
