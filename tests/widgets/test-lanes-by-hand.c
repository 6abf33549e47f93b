/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annals-history.h"
#include "annals-lane-changes.h"
#include "annals-timeline-lanes.h"
#include "sample-document.h"
#include "widgets-testing.h"

/* Lanes under the hand: headers, closing, hiding, moving, dragging, and what assistive tools hear.
 */

#define WIDTH_PX 1100
#define HEIGHT_PX 420

typedef struct
{
  AnnalsTimelineView *view;
  AnnalsSelection *selection;
  AnnalsDocument *document;
  GtkWidget *window;
  guint n_shown;
} Fixture;

static void
shown_cb (AnnalsTimelineView *view, Fixture *fixture)
{
  fixture->n_shown++;
}

static void
set_up (Fixture *fixture, gconstpointer user_data)
{
  fixture->document = sample_document_new_commentary ();
  fixture->selection = annals_selection_new (fixture->document);
  fixture->view = annals_timeline_view_new ();
  annals_timeline_view_set_selection (fixture->view, fixture->selection);
  g_signal_connect (fixture->view, "lanes-shown", G_CALLBACK (shown_cb), fixture);
  fixture->window = widgets_testing_show (GTK_WIDGET (fixture->view), WIDTH_PX, HEIGHT_PX);
}

static void
tear_down (Fixture *fixture, gconstpointer user_data)
{
  widgets_testing_close (fixture->window);
  g_object_unref (fixture->document);
  g_assert_finalize_object (fixture->selection);
}

/* The headers from the top down, as Tab and assistive tools find them. */
static GtkWidget *
find_header (Fixture *fixture, guint position)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture->view)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (ANNALS_IS_LANE_HEADER (child) && gtk_widget_get_visible (child) && position-- == 0)
      return child;
  return NULL;
}

static void
assert_order (Fixture *fixture, const gchar *wanted)
{
  g_autoptr (GString) order = g_string_new (NULL);

  for (guint i = 0; i < annals_document_get_n_lanes (fixture->document); i++)
    g_string_append_printf (
        order, "%s%s", i > 0 ? " " : "",
        annals_document_get_lane (fixture->document,
                                  annals_document_get_lane_at (fixture->document, i))
            ->id);
  g_assert_cmpstr (order->str, ==, wanted);
}

static void
act (Fixture *fixture, guint position, const gchar *action)
{
  g_assert_true (gtk_widget_activate_action (find_header (fixture, position), action, NULL));
  widgets_testing_settle (fixture->window);
}

static const AnnalsLayoutLane *
get_place (Fixture *fixture, guint lane)
{
  return annals_layout_get_lane (fixture->view->layout, lane);
}

static void
assert_shown (Fixture *fixture, const gchar *closed, const gchar *hidden)
{
  g_auto (GStrv) closed_ids = NULL;
  g_auto (GStrv) hidden_ids = NULL;
  g_autofree gchar *closed_list = NULL;
  g_autofree gchar *hidden_list = NULL;

  annals_timeline_view_get_lanes (fixture->view, &closed_ids, &hidden_ids);
  closed_list = g_strjoinv (" ", closed_ids);
  hidden_list = g_strjoinv (" ", hidden_ids);
  g_assert_cmpstr (closed_list, ==, closed);
  g_assert_cmpstr (hidden_list, ==, hidden);
}

/* Each header covers its lane. */
static void
assert_headers (Fixture *fixture)
{
  guint n_lanes = annals_document_get_n_lanes (fixture->document);

  for (guint i = 0, position = 0; i < n_lanes; i++)
    {
      const AnnalsLayoutLane *place = get_place (
          fixture, annals_document_get_lane_at (fixture->document, i));
      GtkWidget *header = NULL;
      graphene_rect_t bounds;

      if (place->hidden)
        continue;
      header = find_header (fixture, position++);
      g_assert_true (gtk_widget_compute_bounds (header, GTK_WIDGET (fixture->view), &bounds));
      g_assert_cmpfloat_with_epsilon (bounds.origin.y,
                                      fixture->view->metrics.axis_height_px + place->top_px, 1.0);
      g_assert_cmpfloat_with_epsilon (bounds.size.width, fixture->view->metrics.header_width_px,
                                      1.0);
    }
}

static void
test_names (Fixture *fixture, gconstpointer user_data)
{
  GtkWidget *header = find_header (fixture, 0);
  g_autofree gchar *label = NULL;
  const AnnalsLane *lane = annals_document_get_lane (fixture->document, 0);

  label = g_strdup_printf ("%s, %u events", lane->label, get_place (fixture, 0)->n_events);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (header), GTK_ACCESSIBLE_ROLE_BUTTON);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (header), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       label);
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (header), GTK_ACCESSIBLE_STATE_EXPANDED, TRUE);
  assert_headers (fixture);
}

static void
test_close (Fixture *fixture, gconstpointer user_data)
{
  gdouble open_px = get_place (fixture, 1)->height_px;

  act (fixture, 1, "lane.toggle");
  g_assert_cmpfloat (get_place (fixture, 1)->closed, ==, 1.0);
  g_assert_cmpfloat (get_place (fixture, 1)->height_px, <, open_px);
  assert_shown (fixture, annals_document_get_lane (fixture->document, 1)->id, "");
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (find_header (fixture, 1)),
                                    GTK_ACCESSIBLE_STATE_EXPANDED, FALSE);
  g_assert_cmpuint (fixture->n_shown, ==, 1);
  assert_headers (fixture);
  act (fixture, 1, "lane.close");
  g_assert_cmpuint (fixture->n_shown, ==, 1);
  act (fixture, 1, "lane.open");
  g_assert_cmpfloat (get_place (fixture, 1)->closed, ==, 0.0);
  g_assert_cmpfloat (get_place (fixture, 1)->height_px, ==, open_px);

  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "timeline.close-lanes", NULL);
  widgets_testing_settle (fixture->window);
  for (guint i = 0; i < annals_document_get_n_lanes (fixture->document); i++)
    g_assert_cmpfloat (get_place (fixture, i)->closed, ==, 1.0);
}

static void
test_hide (Fixture *fixture, gconstpointer user_data)
{
  const gchar *id = annals_document_get_lane (fixture->document, 0)->id;
  guint n_lanes = annals_document_get_n_lanes (fixture->document);

  gtk_widget_grab_focus (find_header (fixture, 0));
  act (fixture, 0, "lane.hide");
  g_assert_true (get_place (fixture, 0)->hidden);
  assert_shown (fixture, "", id);
  assert_headers (fixture);
  /* The keys stay among the lanes. */
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == find_header (fixture, 0));

  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "timeline.show-lane", "s", id);
  widgets_testing_settle (fixture->window);
  assert_shown (fixture, "", "");
  g_assert_false (get_place (fixture, 0)->hidden);

  for (guint i = 0; i < n_lanes; i++)
    act (fixture, 0, "lane.hide");
  g_assert_null (find_header (fixture, 0));
  g_assert_true (gtk_widget_get_visible (fixture->view->empty));
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (fixture->view->empty_label)), ==,
                   "All lanes are hidden.");
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "timeline.show-lanes", NULL);
  widgets_testing_settle (fixture->window);
  g_assert_false (gtk_widget_get_visible (fixture->view->empty));
  assert_headers (fixture);
}

static void
test_move (Fixture *fixture, gconstpointer user_data)
{
  AnnalsHistory *history = annals_document_get_history (fixture->document);

  assert_order (fixture, "world japan text");
  gtk_widget_grab_focus (find_header (fixture, 0));
  act (fixture, 0, "lane.move-down");
  assert_order (fixture, "japan world text");
  assert_headers (fixture);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == find_header (fixture, 1));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (fixture->view),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "World, lane 2 of 3");
  annals_history_undo (history);
  widgets_testing_settle (fixture->window);
  assert_order (fixture, "world japan text");
  assert_headers (fixture);

  /* What is hidden is passed over. */
  act (fixture, 1, "lane.hide");
  act (fixture, 0, "lane.move-down");
  assert_order (fixture, "japan text world");
}

static void
test_drag (Fixture *fixture, gconstpointer user_data)
{
  gdouble axis = fixture->view->metrics.axis_height_px;
  gdouble last = get_place (fixture, 2)->top_px + get_place (fixture, 2)->height_px;

  /* Until it is dropped the document stays as it is. */
  g_assert_true (annals_timeline_lane_drag_begin (fixture->view, 0, axis + 10.0));
  annals_timeline_lane_drag_update (fixture->view, axis + last - 2.0);
  widgets_testing_settle (fixture->window);
  assert_order (fixture, "world japan text");
  g_assert_cmpuint (annals_layout_get_lane_at (fixture->view->layout, 2), ==, 0);
  g_assert_true (annals_timeline_lane_drag_cancel (fixture->view));
  widgets_testing_settle (fixture->window);
  g_assert_cmpuint (annals_layout_get_lane_at (fixture->view->layout, 0), ==, 0);
  g_assert_false (annals_timeline_lane_drag_cancel (fixture->view));
  assert_headers (fixture);

  g_assert_true (annals_timeline_lane_drag_begin (fixture->view, 0, axis + 10.0));
  annals_timeline_lane_drag_update (fixture->view, axis + last - 2.0);
  annals_timeline_lane_drag_end (fixture->view);
  widgets_testing_settle (fixture->window);
  assert_order (fixture, "japan text world");
  assert_headers (fixture);

  /* Nothing is done where it comes back to its place. */
  g_assert_true (annals_timeline_lane_drag_begin (fixture->view, 0, axis + last - 10.0));
  annals_timeline_lane_drag_update (fixture->view, axis + 5.0);
  annals_timeline_lane_drag_update (fixture->view, axis + last - 10.0);
  annals_timeline_lane_drag_end (fixture->view);
  annals_history_undo (annals_document_get_history (fixture->document));
  g_assert_null (annals_history_get_undo_label (annals_document_get_history (fixture->document)));
}

/* Marks of lanes are hit where they are seen, in whatever order. */
static void
test_rename (Fixture *fixture, gconstpointer user_data)
{
  g_assert_true (annals_lane_rename (fixture->document, 0, "Elsewhere"));
  widgets_testing_settle (fixture->window);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (find_header (fixture, 0)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Elsewhere, 6 events");
}

static void
test_remembered (Fixture *fixture, gconstpointer user_data)
{
  static const gchar *const closed[] = { "japan", "no such lane", NULL };
  static const gchar *const hidden[] = { "text", NULL };

  annals_timeline_view_set_lanes (fixture->view, closed, hidden);
  widgets_testing_settle (fixture->window);
  assert_shown (fixture, "japan", "text");
  g_assert_cmpfloat (get_place (fixture, 1)->closed, ==, 1.0);
  g_assert_true (get_place (fixture, 2)->hidden);
  assert_headers (fixture);
  annals_timeline_view_set_lanes (fixture->view, NULL, NULL);
  widgets_testing_settle (fixture->window);
  assert_shown (fixture, "", "");
}

#define add(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  widgets_testing_init (&argc, &argv);
  add ("/widgets/lanes/names", test_names);
  add ("/widgets/lanes/close", test_close);
  add ("/widgets/lanes/hide", test_hide);
  add ("/widgets/lanes/move", test_move);
  add ("/widgets/lanes/drag", test_drag);
  add ("/widgets/lanes/rename", test_rename);
  add ("/widgets/lanes/remembered", test_remembered);
  return g_test_run ();
}
