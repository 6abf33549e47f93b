/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>

#include "annals-layout.h"
#include "sample-document.h"

/* Rows, lanes and heights. */

#define LEFT_PX 148.0
#define WIDTH_PX 1000.0

static AnnalsLayout *
create_layout (AnnalsDocument *document)
{
  AnnalsMetrics metrics;

  annals_metrics_init (&metrics, 1.0, FALSE);
  return annals_layout_new (document, &metrics, sample_measure, NULL);
}

static void
init_mark (const AnnalsLayout *layout, guint index, const AnnalsScale *scale, AnnalsMark *mark)
{
  const AnnalsLayoutEvent *event = annals_layout_get_shown (layout, index);

  annals_mark_init (mark, event->date, event->status, annals_layout_get_horizon (layout), scale,
                    annals_layout_get_metrics (layout));
}

/* No two marks of a row meet, and rows are filled from the first where all events are shown. */
static void
check_rows (const AnnalsLayout *layout, const AnnalsScale *scale)
{
  guint n_events = annals_layout_get_n_shown (layout);

  for (guint i = 0; i < n_events; i++)
    {
      const AnnalsLayoutEvent *a = annals_layout_get_shown (layout, i);
      gboolean below = a->row == 0 || annals_layout_get_lane (layout, a->lane)->folds;
      AnnalsMark first;

      init_mark (layout, i, scale, &first);
      for (guint j = 0; j < n_events; j++)
        {
          const AnnalsLayoutEvent *b = annals_layout_get_shown (layout, j);
          AnnalsMark second;

          if (i == j || a->lane != b->lane)
            continue;
          below = below || b->row + 1 == a->row;
          init_mark (layout, j, scale, &second);
          if (a->row == b->row && first.x0_px < second.x1_px && second.x0_px < first.x1_px)
            g_error ("the marks of events %u and %u meet in row %u", a->index, b->index, a->row);
        }
      g_assert_true (below);
    }
}

static void
test_pack (void)
{
  for (guint32 seed = 100; seed < 125; seed++)
    {
      g_autoptr (AnnalsDocument) document = sample_document_new_random (seed, 60);
      g_autoptr (AnnalsLayout) layout = create_layout (document);
      AnnalsScale scale;

      annals_layout_init_fit (layout, &scale, LEFT_PX, WIDTH_PX);
      for (guint zoom = 0; zoom < 5; zoom++)
        {
          annals_layout_pack (layout, &scale);
          check_rows (layout, &scale);
          g_assert_false (annals_layout_pack (layout, &scale));
          annals_scale_zoom (&scale, 2.5, LEFT_PX + 300.0);
        }
    }
}

static void
test_order (void)
{
  g_autoptr (AnnalsDocument) document = sample_document_new_commentary ();
  g_autoptr (AnnalsLayout) layout = NULL;

  sample_document_add (document, "undated", "Without a date", NULL, NULL, 0,
                       ANNALS_STATUS_HAPPENED);
  layout = create_layout (document);
  g_assert_cmpuint (annals_layout_get_n_events (layout), ==, 15);
  for (guint i = 1; i < 15; i++)
    g_assert_cmpint (
        annals_span_compare (annals_date_get_span (annals_layout_get_shown (layout, i - 1)->date),
                             annals_date_get_span (annals_layout_get_shown (layout, i)->date)),
        <=, 0);
  g_assert_cmpuint (annals_layout_get_lane (layout, 0)->n_events, ==, 6);
  g_assert_cmpuint (annals_layout_get_lane (layout, 1)->n_events, ==, 6);
  g_assert_cmpuint (annals_layout_get_lane (layout, 2)->n_events, ==, 3);
}

/* What is drawn, and when the record is worth a line of its own. */
static void
test_record (void)
{
  static const struct
  {
    const gchar *cited;
    const gchar *record;
    const gchar *drawn;
    gboolean with_record;
  } cases[] = {
    { "1973", NULL, "1973", FALSE },
    { NULL, "1973", "1973", FALSE },
    { "1973", "1973-10", "1973", TRUE },
    { "1973", "1973", "1973", FALSE },
    { "1970~/1973~", "1973", "1970~/1973~", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AnnalsDocument) document = sample_document_new (NULL);
      g_autoptr (AnnalsLayout) layout = NULL;
      const AnnalsLayoutEvent *event;

      sample_document_add (document, "one", "One", cases[i].cited, cases[i].record, 0,
                           ANNALS_STATUS_HAPPENED);
      layout = create_layout (document);
      event = annals_layout_get_shown (layout, 0);
      g_assert_cmpstr (annals_date_get_edtf (event->date), ==, cases[i].drawn);
      g_assert_cmpint (event->record != NULL, ==, cases[i].with_record);
    }
}

static void
test_notes (void)
{
  static const struct
  {
    const gchar *edtf;
    AnnalsStatus status;
    const gchar *note;
  } cases[] = {
    { "1973", ANNALS_STATUS_HAPPENED, NULL },
    { "1973", ANNALS_STATUS_ONGOING, NULL },
    { "[..2007]", ANNALS_STATUS_PLANNED, "planned, by 2007" },
    { "1973", ANNALS_STATUS_DENIED, "denied, 1973" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AnnalsDocument) document = sample_document_new (NULL);
      g_autoptr (AnnalsLayout) layout = NULL;
      const AnnalsLayoutEvent *event;

      sample_document_add (document, "one", "One\nline\tonly", cases[i].edtf, NULL, 0,
                           cases[i].status);
      layout = create_layout (document);
      event = annals_layout_get_shown (layout, 0);
      g_assert_cmpstr (event->label, ==, "One line only");
      g_assert_cmpstr (event->note, ==, cases[i].note);
    }
}

static void
test_heights (void)
{
  g_autoptr (AnnalsDocument) document = sample_document_new_random (7, 80);
  g_autoptr (AnnalsLayout) layout = create_layout (document);
  const AnnalsMetrics *metrics = annals_layout_get_metrics (layout);
  gdouble natural;
  gdouble previous = 0.0;
  AnnalsScale scale;

  annals_layout_init_fit (layout, &scale, LEFT_PX, WIDTH_PX);
  annals_layout_pack (layout, &scale);
  natural = annals_layout_get_natural_height (layout);
  for (gdouble height = 0.0; height < natural * 2.0; height += 10.0)
    {
      gdouble bottom = 0.0;

      annals_layout_fit_height (layout, height);
      g_assert_cmpfloat (annals_layout_get_height (layout), >=, previous - 1.0);
      previous = annals_layout_get_height (layout);
      for (guint i = 0; i < 3; i++)
        {
          const AnnalsLayoutLane *lane = annals_layout_get_lane (layout, i);

          g_assert_cmpfloat (lane->top_px, ==, bottom);
          g_assert_cmpfloat (lane->height_px, >=, metrics->lane_min_px - 1.0);
          g_assert_cmpfloat (lane->pitch_px, >=, metrics->row_tight_px);
          g_assert_cmpfloat (lane->pitch_px, <=, metrics->row_max_px);
          bottom += lane->height_px;
        }
      for (guint i = 0; i < annals_layout_get_n_shown (layout); i++)
        {
          const AnnalsLayoutEvent *event = annals_layout_get_shown (layout, i);
          const AnnalsLayoutLane *lane = annals_layout_get_lane (layout, event->lane);
          gdouble y = annals_layout_get_middle_y (layout, event);
          gdouble half = metrics->bar_height_px / 2.0;

          g_assert_cmpfloat (y - half, >=, lane->top_px);
          g_assert_cmpfloat (y + half, <=, lane->top_px + lane->height_px);
        }
    }
  annals_layout_fit_height (layout, natural);
  g_assert_cmpfloat (annals_layout_get_height (layout), <=, natural + 1.0);
}

static gdouble
get_event_y (const AnnalsLayout *layout, guint event)
{
  const AnnalsLayoutEvent *shown = annals_layout_find_shown (layout, event);

  return shown != NULL ? annals_layout_get_middle_y (layout, shown) : NAN;
}

/* A zoom that came to rest: rows go from where they were to where they are. */
static void
test_progress (void)
{
  g_autoptr (AnnalsDocument) document = sample_document_new_random (11, 60);
  g_autoptr (AnnalsLayout) layout = create_layout (document);
  guint n_events = annals_document_get_n_events (document);
  guint n_followed = 0;
  g_autofree gdouble *before = g_new (gdouble, n_events);
  g_autofree gdouble *after = g_new (gdouble, n_events);
  gboolean moved = FALSE;
  AnnalsScale scale;

  annals_layout_init_fit (layout, &scale, LEFT_PX, WIDTH_PX);
  annals_layout_pack (layout, &scale);
  annals_layout_fit_height (layout, 4000.0);
  for (guint i = 0; i < n_events; i++)
    before[i] = get_event_y (layout, i);

  annals_scale_zoom (&scale, 3.0, LEFT_PX + 500.0);
  g_assert_true (annals_layout_pack (layout, &scale));
  for (guint i = 0; i < n_events; i++)
    after[i] = get_event_y (layout, i);

  annals_layout_set_progress (layout, 0.0);
  for (guint i = 0; i < n_events; i++)
    if (!isnan (before[i]) && !isnan (after[i]))
      g_assert_cmpfloat_with_epsilon (get_event_y (layout, i), before[i], 1.0);
  annals_layout_set_progress (layout, 0.5);
  for (guint i = 0; i < n_events; i++)
    {
      gdouble y = get_event_y (layout, i);

      if (isnan (before[i]) || isnan (after[i]))
        continue;
      n_followed++;
      moved = moved || ABS (before[i] - after[i]) > 1.0;
      g_assert_cmpfloat (y, >=, MIN (before[i], after[i]) - 2.0);
      g_assert_cmpfloat (y, <=, MAX (before[i], after[i]) + 2.0);
    }
  g_assert_true (moved);
  g_assert_cmpuint (n_followed, >, n_events / 3);
  annals_layout_set_progress (layout, 1.0);
  for (guint i = 0; i < n_events; i++)
    if (!isnan (after[i]))
      g_assert_cmpfloat_with_epsilon (get_event_y (layout, i), after[i], 1.0);
}

static void
test_fit (void)
{
  static const gchar *const dates[][2] = {
    { "1947/1991", "2001/.." }, { "1973-10-17", NULL }, { "2004-01-23T10:00:00", NULL },
    { "Y-66000000", "2004" },   { "../..", NULL },      { "0044~", "[..1600]" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autoptr (AnnalsDocument) document = sample_document_new (NULL);
      g_autoptr (AnnalsLayout) layout = NULL;
      AnnalsInstant first;
      AnnalsInstant last;
      AnnalsScale scale;

      sample_document_add (document, "a", "A", dates[i][0], NULL, 0, ANNALS_STATUS_HAPPENED);
      if (dates[i][1] != NULL)
        sample_document_add (document, "b", "B", dates[i][1], NULL, 0, ANNALS_STATUS_HAPPENED);
      layout = create_layout (document);
      g_assert_true (annals_layout_get_extent (layout, &first, &last));
      annals_layout_init_fit (layout, &scale, LEFT_PX, WIDTH_PX);
      g_assert_cmpfloat (scale.width_px, ==, WIDTH_PX);
      g_assert_cmpfloat (annals_scale_get_x (&scale, first), >=, LEFT_PX + 20.0);
      g_assert_cmpfloat (annals_scale_get_x (&scale, last), <=, LEFT_PX + WIDTH_PX - 48.0);
    }
}

static void
test_empty (void)
{
  g_autoptr (AnnalsDocument) bare = annals_document_new ();
  g_autoptr (AnnalsDocument) lanes = sample_document_new ("2004-01-23");
  AnnalsDocument *const documents[] = { bare, lanes };

  for (guint i = 0; i < G_N_ELEMENTS (documents); i++)
    {
      g_autoptr (AnnalsLayout) layout = create_layout (documents[i]);
      AnnalsInstant first;
      AnnalsInstant last;
      AnnalsScale scale;

      g_assert_false (annals_layout_get_extent (layout, &first, &last));
      annals_layout_init_fit (layout, &scale, LEFT_PX, WIDTH_PX);
      g_assert_cmpfloat (scale.s_per_px, >, 0.0);
      g_assert_false (annals_layout_pack (layout, &scale));
      annals_layout_fit_height (layout, 300.0);
      g_assert_cmpuint (annals_layout_get_n_events (layout), ==, 0);
      g_assert_cmpfloat (annals_layout_get_height (layout), ==,
                         i == 0 ? 0.0 : 3.0 * annals_layout_get_metrics (layout)->lane_min_px);
    }
}

/* Of two events side by side one stands for its stretch of time, and the other is alone in a
 * cluster: it has a row, too, where there is one. While the picture is panned it stays there. */
static void
test_singles (void)
{
  g_autoptr (AnnalsDocument) document = sample_document_new (NULL);
  g_autoptr (AnnalsLayout) layout = NULL;
  AnnalsScale scale;
  guint n_pairs = 0;

  for (guint i = 0; i < 9; i++)
    for (guint j = 0; j < 2; j++)
      {
        g_autofree gchar *id = g_strdup_printf ("event-%u-%u", i, j);
        g_autofree gchar *date = g_strdup_printf ("%u-%02u-01/%u-%02u-20", 1900 + 10 * i,
                                                  j == 0 ? 1 : 9, 1900 + 10 * i, j == 0 ? 7 : 12);

        sample_document_add (document, id, "One", date, NULL, 0, ANNALS_STATUS_HAPPENED);
        n_pairs++;
      }
  for (guint i = 0; i < 200; i++)
    {
      g_autofree gchar *id = g_strdup_printf ("second-%u", i);

      sample_document_add (document, id, "Many", "1990-01-01T10:00:00", NULL, 0,
                           ANNALS_STATUS_HAPPENED);
    }
  layout = create_layout (document);
  annals_layout_init_fit (layout, &scale, LEFT_PX, WIDTH_PX);
  annals_layout_pack (layout, &scale);
  g_assert_true (annals_layout_get_lane (layout, 0)->folds);
  check_rows (layout, &scale);
  for (guint step = 0; step < 10; step++)
    {
      for (guint event = 0; event < n_pairs; event++)
        g_assert_nonnull (annals_layout_find_shown (layout, event));
      annals_scale_pan (&scale, step < 5 ? -7.0 : 9.0);
      annals_layout_follow (layout, &scale, -1);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/timeline/layout/pack", test_pack);
  g_test_add_func ("/timeline/layout/order", test_order);
  g_test_add_func ("/timeline/layout/record", test_record);
  g_test_add_func ("/timeline/layout/notes", test_notes);
  g_test_add_func ("/timeline/layout/heights", test_heights);
  g_test_add_func ("/timeline/layout/progress", test_progress);
  g_test_add_func ("/timeline/layout/fit", test_fit);
  g_test_add_func ("/timeline/layout/empty", test_empty);
  g_test_add_func ("/timeline/layout/singles", test_singles);

  return g_test_run ();
}
