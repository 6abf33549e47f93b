/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annals-timeline-lanes.h"
#include "annals-timeline-view-private.h"
#include "sample-document.h"
#include "widgets-testing.h"

/* The timeline with documents of other kinds: without events, with thousands, and with one that is
 * selected before there is any room. */

#define WIDTH_PX 1100
#define HEIGHT_PX 420

/* While the hand pans lanes stay where they are, and there is no other row in them; they move when
 * it rests. */
static void
test_lanes_stay (void)
{
  g_autoptr (AnnalsDocument) document = sample_document_new_random (7, 3000);
  g_autoptr (AnnalsSelection) selection = annals_selection_new (document);
  AnnalsTimelineView *view = annals_timeline_view_new ();
  GtkWidget *window;
  gdouble top_px[3];

  annals_timeline_view_set_selection (view, selection);
  window = widgets_testing_show (GTK_WIDGET (view), WIDTH_PX, HEIGHT_PX);
  annals_timeline_view_zoom_at (view, 8.0, WIDTH_PX / 2.0, FALSE);
  widgets_testing_settle (window);
  for (guint round = 0; round < 3; round++)
    {
      for (guint lane = 0; lane < G_N_ELEMENTS (top_px); lane++)
        top_px[lane] = annals_layout_get_lane (view->layout, lane)->top_px;
      for (guint frame = 0; frame < 80; frame++)
        {
          annals_timeline_view_pan (view, round == 1 ? 55.0 : -73.0, 0.0);
          g_assert_nonnull (annals_timeline_view_get_scene (view));
          for (guint lane = 0; lane < G_N_ELEMENTS (top_px); lane++)
            g_assert_cmpfloat (annals_layout_get_lane (view->layout, lane)->top_px, ==,
                               top_px[lane]);
        }
      g_assert_cmpuint (view->rest_source, !=, 0);
      widgets_testing_settle (window);
      g_assert_cmpuint (view->rest_source, ==, 0);
      g_assert_false (annals_layout_settle (view->layout, &view->scale));
    }
  widgets_testing_close (window);
}

static void
test_no_events (void)
{
  g_autoptr (AnnalsDocument) document = sample_document_new (NULL);
  g_autoptr (AnnalsSelection) selection = annals_selection_new (document);
  AnnalsTimelineView *view = annals_timeline_view_new ();
  GtkWidget *window;

  annals_timeline_view_set_selection (view, selection);
  window = widgets_testing_show (GTK_WIDGET (view), 640, 300);
  g_assert_true (gtk_widget_get_visible (view->empty));
  g_assert_true (gtk_widget_get_mapped (view->open_button));
  g_assert_false (gtk_widget_get_child_visible (view->overview));
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (view)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    g_assert_false (ANNALS_IS_LANE_HEADER (child) && gtk_widget_get_child_visible (child));
  gtk_widget_activate_action (GTK_WIDGET (view), "timeline.zoom-in", NULL);
  gtk_widget_activate_action (GTK_WIDGET (view), "timeline.end", NULL);
  gtk_widget_activate_action (GTK_WIDGET (view), "timeline.fit", NULL);
  gtk_widget_activate_action (GTK_WIDGET (view), "timeline.explain-marks", NULL);
  g_assert_false (gtk_widget_get_visible (view->legend));
  widgets_testing_settle (window);
  g_assert_cmpuint (widgets_testing_count_frames (window, 500), ==, 0);
  widgets_testing_close (window);
}

static gboolean
is_in_sight (AnnalsTimelineView *view, gint event)
{
  gdouble page = gtk_adjustment_get_page_size (view->vertical);
  gdouble value = gtk_adjustment_get_value (view->vertical);
  const AnnalsLayoutEvent *entry = annals_layout_find_shown (view->layout, (guint) event);
  gdouble middle = annals_layout_get_middle_y (view->layout, entry);

  return middle > value && middle < value + page;
}

/* What was selected when a document was left is selected again before the timeline has its size,
 * which it may get much later: all events are shown as without it, and the row of its mark is. */
static void
test_selected_at_once (void)
{
  static const gboolean shown_late[] = { FALSE, TRUE };

  for (guint i = 0; i < G_N_ELEMENTS (shown_late); i++)
    {
      g_autoptr (AnnalsDocument) document = sample_document_new_random (7, 40);
      gint last = (gint) annals_document_get_n_events (document) - 1;
      AnnalsTimelineView *view = annals_timeline_view_new ();
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
      GtkWidget *window;
      AnnalsInstant first_s;
      AnnalsInstant last_s;

      gtk_widget_set_vexpand (GTK_WIDGET (view), TRUE);
      gtk_widget_set_visible (GTK_WIDGET (view), !shown_late[i]);
      gtk_box_append (GTK_BOX (box), GTK_WIDGET (view));
      window = widgets_testing_show (box, WIDTH_PX, HEIGHT_PX);
      for (gint event = 0; event <= last; event += MAX (last / 4, 1))
        {
          g_autoptr (AnnalsSelection) selection = annals_selection_new (document);

          annals_timeline_view_set_selection (view, selection);
          annals_selection_select (selection, event, -1);
          gtk_widget_set_visible (GTK_WIDGET (view), TRUE);
          widgets_testing_settle (window);
          g_assert_true (annals_timeline_view_get_shows_all (view));
          annals_timeline_view_get_visible_range (view, &first_s, &last_s);
          g_assert_cmpfloat (view->scale.s_per_px, >, ANNALS_SCALE_MIN_S_PER_PX);
          g_assert_cmpint (first_s, <, last_s);
          g_assert_true (is_in_sight (view, event));
          annals_timeline_view_set_selection (view, NULL);
        }
      widgets_testing_close (window);
    }
}

/* However many events there are, only some of them get stand-ins. */
static void
test_many_events (void)
{
  g_autoptr (AnnalsDocument) document = sample_document_new_random (7, 3000);
  g_autoptr (AnnalsSelection) selection = annals_selection_new (document);
  AnnalsTimelineView *view = annals_timeline_view_new ();
  GtkWidget *window;
  guint n_proxies;

  annals_timeline_view_set_selection (view, selection);
  window = widgets_testing_show (GTK_WIDGET (view), WIDTH_PX, HEIGHT_PX);
  n_proxies = widgets_testing_count_widgets (GTK_WIDGET (view), ANNALS_TYPE_EVENT_PROXY);
  g_assert_cmpuint (n_proxies, >, 0);
  g_assert_cmpuint (n_proxies, <=, 500);
  g_assert_cmpuint (widgets_testing_count_frames (window, 500), ==, 0);
  widgets_testing_close (window);
}

/* Where all the time there is lies in view, a zoom to an event still comes to it. */
static void
test_limits (void)
{
  static const gchar *const dates[] = { "Y-292277022656", "Y292277026595", "2000", "Y-292000000000",
                                        "Y292000000000" };
  g_autoptr (AnnalsDocument) document = sample_document_new (NULL);
  g_autoptr (AnnalsSelection) selection = NULL;
  AnnalsTimelineView *view = annals_timeline_view_new ();
  GtkWidget *window;

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    sample_document_add (document, dates[i], dates[i], dates[i], NULL, 0, ANNALS_STATUS_HAPPENED);
  selection = annals_selection_new (document);
  annals_timeline_view_set_selection (view, selection);
  window = widgets_testing_show (GTK_WIDGET (view), WIDTH_PX, HEIGHT_PX);
  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autoptr (AnnalsDate) date = annals_date_new_from_edtf (dates[i], NULL);
      AnnalsInstant begin = annals_span_get_earliest (annals_date_get_span (date));

      gtk_widget_activate_action (GTK_WIDGET (view), "timeline.fit", NULL);
      widgets_testing_settle (window);
      for (guint j = 0; j < 3; j++)
        {
          AnnalsInstant first;
          AnnalsInstant last;

          annals_timeline_view_fit_event (view, (gint) i);
          widgets_testing_settle (window);
          annals_timeline_view_get_visible_range (view, &first, &last);
          g_assert_cmpint (first, <=, begin);
          g_assert_cmpint (last, >=, begin);
        }
    }
  widgets_testing_close (window);
}

int
main (int argc, char *argv[])
{
  widgets_testing_init (&argc, &argv);
  g_test_add_func ("/widgets/timeline-documents/limits", test_limits);
  g_test_add_func ("/widgets/timeline-documents/no-events", test_no_events);
  g_test_add_func ("/widgets/timeline-documents/many-events", test_many_events);
  g_test_add_func ("/widgets/timeline-documents/selected-at-once", test_selected_at_once);
  g_test_add_func ("/widgets/timeline-documents/lanes-stay", test_lanes_stay);
  return g_test_run ();
}
