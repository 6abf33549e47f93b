/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>

#include "annals-reading-strip.h"
#include "annals-thread-layer.h"
#include "widgets-testing.h"

/* What links text and timeline, in a real window: threads, the ticks of what is in sight, and the
 * reading order. */

#define WIDTH_PX 900
#define HEIGHT_PX 700
#define N_WORDS 900

typedef struct
{
  GtkWidget *window;
  AnnalsReader *reader;
  AnnalsTimelineView *timeline;
  AnnalsThreadLayer *layer;
  AnnalsReadingStrip *strip;
  AnnalsSelection *selection;
  GtkPaned *border;
} Fixture;

/* Each word has six code points. "top" is at the beginning of the text, "both" at its beginning and
 * its end, "end" at its end only. */
static const TestingPassage top[] = { { ANNALS_WHERE_TEXT, 6, 23 } };
static const TestingPassage both[] = { { ANNALS_WHERE_TEXT, 60, 77 },
                                       { ANNALS_WHERE_TEXT, 5100, 5117 } };
static const TestingPassage end[] = { { ANNALS_WHERE_TEXT, 5280, 5297 } };

static AnnalsDocument *
create_document (void)
{
  g_autoptr (AnnalsText) text = widgets_testing_new_text ("wd", N_WORDS);
  AnnalsText *const texts[2] = { text, NULL };
  AnnalsDocument *document = annals_document_new ();

  annals_document_add_lane (document, "lane", "Lane", 1);
  widgets_testing_add_event (document, "top", "1950", texts, top, G_N_ELEMENTS (top));
  widgets_testing_add_event (document, "both", "1970", texts, both, G_N_ELEMENTS (both));
  widgets_testing_add_event (document, "end", "1990", texts, end, G_N_ELEMENTS (end));
  annals_document_set_text (document, text, NULL, 0);

  return document;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnnalsDocument) document = create_document ();
  GtkWidget *overlay = gtk_overlay_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  fixture->selection = annals_selection_new (document);
  fixture->reader = ANNALS_READER (annals_reader_new ());
  fixture->timeline = annals_timeline_view_new ();
  fixture->strip = ANNALS_READING_STRIP (
      annals_reading_strip_new (fixture->timeline, fixture->reader));
  fixture->layer = ANNALS_THREAD_LAYER (annals_thread_layer_new ());
  fixture->border = GTK_PANED (gtk_paned_new (GTK_ORIENTATION_VERTICAL));
  gtk_widget_set_size_request (GTK_WIDGET (fixture->strip), -1, 100);
  gtk_widget_set_vexpand (GTK_WIDGET (fixture->timeline), TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (fixture->strip));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (fixture->timeline));
  gtk_paned_set_start_child (fixture->border, GTK_WIDGET (fixture->reader));
  gtk_paned_set_end_child (fixture->border, box);
  gtk_paned_set_position (fixture->border, 330);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), GTK_WIDGET (fixture->border));
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), GTK_WIDGET (fixture->layer));
  annals_thread_layer_set_panes (fixture->layer, fixture->reader, fixture->timeline);
  annals_reader_set_selection (fixture->reader, fixture->selection);
  annals_timeline_view_set_selection (fixture->timeline, fixture->selection);
  annals_reading_strip_set_selection (fixture->strip, fixture->selection);
  annals_thread_layer_set_selection (fixture->layer, fixture->selection);
  fixture->window = widgets_testing_show (overlay, WIDTH_PX, HEIGHT_PX);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  widgets_testing_close (fixture->window);
  g_assert_finalize_object (fixture->selection);
}

static void
select_event (Fixture *fixture, gint event, gint passage)
{
  annals_selection_select (fixture->selection, event, passage);
  widgets_testing_settle (fixture->window);
}

/* How many pieces the threads have; *strong tells whether the last of them is the current one's. */
static guint
count_curves (Fixture *fixture, gboolean *joined, gboolean *strong)
{
  g_auto (AnnalsThreads) threads = { 0 };
  gboolean any = annals_thread_layer_build (fixture->layer, &threads);
  guint n_curves = any ? threads.curves->len : 0;

  *joined = any && threads.joined;
  *strong = n_curves > 0 && g_array_index (threads.curves, AnnalsThreadCurve, n_curves - 1).strong;
  return n_curves;
}

static void
get_target (Fixture *fixture, gdouble *x, gdouble *y)
{
  g_auto (AnnalsThreads) threads = { 0 };

  g_assert_true (annals_thread_layer_build (fixture->layer, &threads));
  *x = threads.target_x_px;
  *y = threads.target_y_px;
}

static void
assert_joined (Fixture *fixture, gboolean expected)
{
  gboolean joined;
  gboolean strong;

  count_curves (fixture, &joined, &strong);
  g_assert_cmpint (joined, ==, expected);
}

/* A thread goes to the passage in sight, and to none other. */
static void
test_threads (Fixture *fixture, gconstpointer data)
{
  gboolean joined;
  gboolean strong;

  g_assert_cmpuint (count_curves (fixture, &joined, &strong), ==, 0);
  select_event (fixture, 0, -1);
  g_assert_cmpuint (count_curves (fixture, &joined, &strong), >=, 3);
  g_assert_true (joined);
  g_assert_true (strong);
  annals_thread_layer_set_shows_threads (fixture->layer, FALSE);
  g_assert_cmpuint (count_curves (fixture, &joined, &strong), ==, 0);
  annals_thread_layer_set_shows_threads (fixture->layer, TRUE);
  assert_joined (fixture, TRUE);
  annals_selection_clear (fixture->selection);
  g_assert_cmpuint (count_curves (fixture, &joined, &strong), ==, 0);
}

/* Scrolled away, the passage leaves a stub. */
static void
test_out_of_sight (Fixture *fixture, gconstpointer data)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (
      GTK_WIDGET (annals_reader_get_page (fixture->reader)), GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  gboolean joined;
  gboolean strong;

  select_event (fixture, 0, -1);
  assert_joined (fixture, TRUE);
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
  widgets_testing_settle (fixture->window);
  g_assert_cmpuint (count_curves (fixture, &joined, &strong), ==, 1);
  g_assert_false (joined);
  select_event (fixture, 1, 1);
  assert_joined (fixture, TRUE);
}

/* The target is the mark, wherever that goes. */
static void
test_follows_mark (Fixture *fixture, gconstpointer data)
{
  gdouble x0;
  gdouble x1;
  gdouble y0;
  gdouble y1;

  select_event (fixture, 1, -1);
  get_target (fixture, &x0, &y0);
  annals_timeline_view_set_visible_range (fixture->timeline, annals_instant_from_date (1969, 1, 1),
                                          annals_instant_from_date (2000, 1, 1));
  widgets_testing_settle (fixture->window);
  get_target (fixture, &x1, &y1);
  g_assert_cmpfloat (x1, <, x0);
  gtk_paned_set_position (fixture->border, 280);
  widgets_testing_settle (fixture->window);
  get_target (fixture, &x0, &y0);
  g_assert_cmpfloat_with_epsilon (x1, x0, 1.5);
  g_assert_cmpfloat (y0, <, y1 - 30.0);
}

/* There is no thread to a mark that cannot be seen, nor from a page that is not shown. */
static void
test_not_shown (Fixture *fixture, gconstpointer data)
{
  select_event (fixture, 0, -1);
  assert_joined (fixture, TRUE);
  annals_timeline_view_set_visible_range (fixture->timeline, annals_instant_from_date (1960, 1, 1),
                                          annals_instant_from_date (2000, 1, 1));
  widgets_testing_settle (fixture->window);
  assert_joined (fixture, FALSE);
  annals_timeline_view_fit (fixture->timeline);
  widgets_testing_settle (fixture->window);
  assert_joined (fixture, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (fixture->reader), FALSE);
  widgets_testing_settle (fixture->window);
  assert_joined (fixture, FALSE);
}

/* Nothing is drawn anew while nothing moves. */
static void
test_rests (Fixture *fixture, gconstpointer data)
{
  select_event (fixture, 1, -1);
  widgets_testing_run (500);
  g_assert_cmpuint (widgets_testing_count_frames (fixture->window, 400), ==, 0);
}

static void
test_takes_no_clicks (Fixture *fixture, gconstpointer data)
{
  select_event (fixture, 0, -1);
  for (gint y = 5; y < HEIGHT_PX; y += 10)
    for (gint x = 5; x < WIDTH_PX; x += 10)
      g_assert_true (gtk_widget_pick (fixture->window, x, y, GTK_PICK_DEFAULT)
                     != GTK_WIDGET (fixture->layer));
}

/* The ticks below the axis are those of the events in sight. */
static void
test_ticks (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (annals_thread_layer_get_n_ticks (fixture->layer), ==, 2);
  annals_reader_go_to_place (fixture->reader, 2700);
  widgets_testing_settle (fixture->window);
  g_assert_cmpuint (annals_thread_layer_get_n_ticks (fixture->layer), ==, 0);
  annals_timeline_view_set_visible_range (fixture->timeline, annals_instant_from_date (1960, 1, 1),
                                          annals_instant_from_date (1995, 1, 1));
  annals_reader_go_to_place (fixture->reader, 0);
  widgets_testing_settle (fixture->window);
  g_assert_cmpuint (annals_thread_layer_get_n_ticks (fixture->layer), ==, 1);
}

/* Where the middle of an event's time is, in seconds, by what a tick says of it. */
static gdouble
get_tick_s (Fixture *fixture, gint event, gdouble stretch[2])
{
  AnnalsInstant first;
  AnnalsInstant last;
  AnnalsRect lanes;
  gdouble x_px = 0.0;

  widgets_testing_settle (fixture->window);
  annals_timeline_view_get_visible_range (fixture->timeline, &first, &last);
  annals_timeline_view_get_lanes_rect (fixture->timeline, &lanes);
  g_assert_true (annals_timeline_view_get_event_x (fixture->timeline, event, stretch, &x_px));
  g_assert_cmpfloat (stretch[0], >=, lanes.x);
  g_assert_cmpfloat (stretch[1], <=, lanes.x + lanes.width);
  return (gdouble) first + (x_px - lanes.x) / lanes.width * ((gdouble) last - (gdouble) first);
}

/* A tick says of an event that lasts when it was, whatever part of it is in view. */
static void
test_tick_stays (Fixture *fixture, gconstpointer data)
{
  gdouble stretch[2];
  gdouble whole_s = get_tick_s (fixture, 0, stretch);
  gdouble whole_px = stretch[1] - stretch[0];
  AnnalsInstant middle = (AnnalsInstant) whole_s;
  AnnalsInstant year = 31556952;

  for (gint i = 1; i <= 4; i++)
    {
      annals_timeline_view_set_visible_range (fixture->timeline, middle - year * i / 4,
                                              middle + 9 * year);
      g_assert_cmpfloat_with_epsilon (get_tick_s (fixture, 0, stretch), whole_s, year / 100.0);
      g_assert_cmpfloat (stretch[1] - stretch[0], >, 0.0);
    }
  g_assert_cmpfloat (whole_px, >, 0.0);
}

/* What a frame of the layer costs: run with "-m perf" to see it. */
static void
test_cost (Fixture *fixture, gconstpointer data)
{
  const guint n_frames = g_test_perf () ? 2000 : 1;
  gint64 start_us;
  gdouble frame_us;

  select_event (fixture, 1, 0);
  start_us = g_get_monotonic_time ();
  for (guint i = 0; i < n_frames; i++)
    {
      GtkSnapshot *snapshot = gtk_snapshot_new ();

      GTK_WIDGET_GET_CLASS (fixture->layer)->snapshot (GTK_WIDGET (fixture->layer), snapshot);
      g_clear_pointer (&(GskRenderNode *){ gtk_snapshot_free_to_node (snapshot) },
                       gsk_render_node_unref);
    }
  frame_us = (gdouble) (g_get_monotonic_time () - start_us) / n_frames;
  if (g_test_perf ())
    g_test_minimized_result (frame_us, "threads and ticks: %.0f µs a frame", frame_us);
}

/* On the strip every passage has its place; the reading position moves as the text scrolls. */
static void
test_strip (Fixture *fixture, gconstpointer data)
{
  AnnalsRect first;
  AnnalsRect second;
  gdouble y;

  g_assert_cmpuint (annals_reading_strip_get_n_hits (fixture->strip), ==, 4);
  g_assert_true (annals_reading_strip_find_hit (fixture->strip, 1, 0, &first));
  g_assert_true (annals_reading_strip_find_hit (fixture->strip, 1, 1, &second));
  g_assert_cmpfloat (first.x, ==, second.x);
  g_assert_cmpfloat (first.y, <, second.y - 40.0);
  y = annals_reading_strip_get_reading_y (fixture->strip);
  annals_reader_go_to_place (fixture->reader, 2700);
  widgets_testing_settle (fixture->window);
  g_assert_cmpfloat (annals_reading_strip_get_reading_y (fixture->strip), >, y + 30.0);
}

/* It always shows the time that the timeline shows. */
static void
test_strip_follows (Fixture *fixture, gconstpointer data)
{
  AnnalsRect before;
  AnnalsRect after;

  g_assert_true (annals_reading_strip_find_hit (fixture->strip, 1, 0, &before));
  annals_timeline_view_set_visible_range (fixture->timeline, annals_instant_from_date (1969, 1, 1),
                                          annals_instant_from_date (1995, 1, 1));
  widgets_testing_settle (fixture->window);
  g_assert_true (annals_reading_strip_find_hit (fixture->strip, 1, 0, &after));
  g_assert_cmpfloat (after.x, <, before.x);
  g_assert_false (annals_reading_strip_find_hit (fixture->strip, 0, 0, &after));
}

#define ADD(path, func) g_test_add ("/widgets/links/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  widgets_testing_init (&argc, &argv);

  ADD ("threads", test_threads);
  ADD ("out-of-sight", test_out_of_sight);
  ADD ("follows-mark", test_follows_mark);
  ADD ("not-shown", test_not_shown);
  ADD ("rests", test_rests);
  ADD ("takes-no-clicks", test_takes_no_clicks);
  ADD ("ticks", test_ticks);
  ADD ("tick-stays", test_tick_stays);
  ADD ("cost", test_cost);
  ADD ("strip", test_strip);
  ADD ("strip-follows", test_strip_follows);

  return g_test_run ();
}
