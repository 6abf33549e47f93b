/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annals-timeline-view-private.h"
#include "sample-document.h"
#include "widgets-testing.h"

/* The timeline at rest: it paints nothing when nothing happens, and no label of the axis is caught
 * between two levels. */

#define WIDTH_PX 1100
#define HEIGHT_PX 420

typedef struct
{
  AnnalsTimelineView *view;
  AnnalsSelection *selection;
  GtkWidget *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (AnnalsDocument) document = sample_document_new_commentary ();

  fixture->selection = annals_selection_new (document);
  fixture->view = annals_timeline_view_new ();
  annals_timeline_view_set_selection (fixture->view, fixture->selection);
  fixture->window = widgets_testing_show (GTK_WIDGET (fixture->view), WIDTH_PX, HEIGHT_PX);
}

static void
tear_down (Fixture *fixture, gconstpointer user_data)
{
  widgets_testing_close (fixture->window);
  g_assert_finalize_object (fixture->selection);
}

static void
activate (Fixture *fixture, const gchar *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->view), action, NULL));
  widgets_testing_settle (fixture->window);
}

static void
zoom_in (Fixture *fixture, guint n_steps)
{
  for (guint i = 1; i < n_steps; i++)
    gtk_widget_activate_action (GTK_WIDGET (fixture->view), "timeline.zoom-in", NULL);
  activate (fixture, "timeline.zoom-in");
}

static guint
find_event (Fixture *fixture, const gchar *id)
{
  guint event = 0;

  g_assert_true (
      annals_document_find_event (annals_selection_get_document (fixture->selection), id, &event));
  return event;
}

/* Whether a label would be half faded in by what the scale says. */
static gboolean
is_between_levels (Fixture *fixture)
{
  g_autoptr (GArray) ticks = annals_layout_build_ticks (fixture->view->layout,
                                                        &fixture->view->scale);

  for (guint i = 0; i < ticks->len; i++)
    {
      const AnnalsTick *tick = &g_array_index (ticks, AnnalsTick, i);

      if (tick->label[0] != '\0' && tick->opacity > 0.1 && tick->opacity < 0.9)
        return TRUE;
    }
  return FALSE;
}

static guint
count_faint_labels (Fixture *fixture)
{
  AnnalsScene *scene = annals_timeline_view_get_scene (fixture->view);
  guint n = 0;

  for (guint i = 0; i < annals_scene_get_n_items (scene); i++)
    {
      const AnnalsItem *item = annals_scene_get_item (scene, i);

      n += item->kind == ANNALS_ITEM_TEXT && item->clip == ANNALS_CLIP_AXIS && item->opacity < 1.0;
    }
  return n;
}

/* While one zooms labels of the axis fade in and out; when it rests they are there or not. */
static void
test_axis_rests (Fixture *fixture, gconstpointer user_data)
{
  guint n_between = 0;

  for (guint i = 0; i < 24; i++)
    {
      annals_timeline_view_zoom_at (fixture->view, 1.17, WIDTH_PX / 2.0, FALSE);
      annals_timeline_view_zoom_at (fixture->view, 1.01, WIDTH_PX / 2.0, FALSE);
      annals_timeline_view_zoom_at (fixture->view, 1.01, WIDTH_PX / 2.0, FALSE);
      if (is_between_levels (fixture))
        {
          g_assert_cmpuint (count_faint_labels (fixture), >, 0);
          n_between++;
        }
      widgets_testing_settle (fixture->window);
      g_assert_cmpuint (count_faint_labels (fixture), ==, 0);
    }
  g_assert_cmpuint (n_between, >, 2);
}

static void
do_nothing (Fixture *fixture)
{
}

static void
do_select (Fixture *fixture)
{
  annals_selection_select (fixture->selection, (gint) find_event (fixture, "msdf"), -1);
}

static void
do_hover (Fixture *fixture)
{
  annals_selection_set_hovered (fixture->selection, (gint) find_event (fixture, "msdf"));
}

static void
do_zoom (Fixture *fixture)
{
  zoom_in (fixture, 4);
}

static void
do_resize (Fixture *fixture)
{
  widgets_testing_resize (fixture->window, 700, 300);
}

/* So low that the rows do not fit and the scroll bar appears. */
static void
do_lower (Fixture *fixture)
{
  widgets_testing_resize (fixture->window, 500, 160);
}

static void
do_focus (Fixture *fixture)
{
  gtk_window_set_focus_visible (GTK_WINDOW (fixture->window), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (fixture->view));
}

typedef struct
{
  const gchar *path;
  void (*act) (Fixture *fixture);
} RestCase;

static const RestCase rest_cases[] = {
  { "/widgets/timeline-rest/shown", do_nothing },  { "/widgets/timeline-rest/selected", do_select },
  { "/widgets/timeline-rest/hovered", do_hover },  { "/widgets/timeline-rest/zoomed", do_zoom },
  { "/widgets/timeline-rest/resized", do_resize }, { "/widgets/timeline-rest/lowered", do_lower },
  { "/widgets/timeline-rest/focused", do_focus },
};

/* The view once painted itself eight times a second for ever, each time it had told assistive tools
 * of what it shows. At rest it paints nothing. */
static void
test_rest (Fixture *fixture, gconstpointer user_data)
{
  const RestCase *rest = user_data;

  rest->act (fixture);
  widgets_testing_settle (fixture->window);
  g_assert_cmpuint (widgets_testing_count_frames (fixture->window, 1000), ==, 0);
}

/* A test of the test: what does paint is counted. */
static void
test_counts_frames (Fixture *fixture, gconstpointer user_data)
{
  do_select (fixture);
  g_assert_cmpuint (widgets_testing_count_frames (fixture->window, 1000), >, 0);
}

int
main (int argc, char *argv[])
{
  widgets_testing_init (&argc, &argv);

  g_test_add ("/widgets/timeline-rest/axis", Fixture, NULL, set_up, test_axis_rests, tear_down);
  g_test_add ("/widgets/timeline-rest/counted", Fixture, NULL, set_up, test_counts_frames,
              tear_down);
  for (guint i = 0; i < G_N_ELEMENTS (rest_cases); i++)
    g_test_add (rest_cases[i].path, Fixture, &rest_cases[i], set_up, test_rest, tear_down);

  return g_test_run ();
}
