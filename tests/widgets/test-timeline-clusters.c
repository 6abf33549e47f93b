/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annals-timeline-view-private.h"
#include "sample-document.h"
#include "widgets-testing.h"

/* The timeline with so many events that most of them are counted in clusters. */

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

/* How much time is shown. */
static gdouble
get_length (Fixture *fixture)
{
  AnnalsInstant first;
  AnnalsInstant last;

  annals_timeline_view_get_visible_range (fixture->view, &first, &last);
  return (gdouble) last - (gdouble) first;
}

/* Shows 240 events of one lane: 200 in the 1970s, the rest in one second of 1990. */
static AnnalsScene *
show_many (Fixture *fixture)
{
  g_autoptr (AnnalsDocument) document = sample_document_new ("2004");
  g_autoptr (AnnalsSelection) selection = NULL;

  for (guint i = 0; i < 240; i++)
    {
      g_autofree gchar *id = g_strdup_printf ("event-%u", i);
      g_autofree gchar *date = i < 200 ? g_strdup_printf ("197%u-%02u-%02u", i % 10, i % 12 + 1,
                                                          i % 28 + 1)
                                       : g_strdup ("1990-01-01T10:00:00");

      sample_document_add (document, id, "One of many", date, NULL, 0, ANNALS_STATUS_HAPPENED);
    }
  selection = annals_selection_new (document);
  annals_timeline_view_set_selection (fixture->view, selection);
  g_set_object (&fixture->selection, selection);
  widgets_testing_settle (fixture->window);
  return annals_timeline_view_get_scene (fixture->view);
}

static const AnnalsClusterHit *
find_cluster (AnnalsScene *scene, gint64 year)
{
  AnnalsInstant first = annals_instant_from_date (year, 1, 1);

  for (guint i = 0; i < annals_scene_get_n_clusters (scene); i++)
    if (annals_scene_get_cluster (scene, i)->last >= first)
      return annals_scene_get_cluster (scene, i);
  return NULL;
}

/* A cluster that is fitted falls apart, and at last there are none. */
static void
test_cluster_fits (Fixture *fixture, gconstpointer user_data)
{
  AnnalsScene *scene = show_many (fixture);
  guint n_steps = 0;

  g_assert_cmpuint (annals_scene_count_events (scene), ==, 240);
  while (find_cluster (scene, 1970) != NULL
         && find_cluster (scene, 1970)->last < annals_instant_from_date (1980, 1, 1))
    {
      AnnalsClusterHit cluster = *find_cluster (scene, 1970);
      gdouble before = get_length (fixture);
      AnnalsInstant first;
      AnnalsInstant last;

      annals_timeline_view_fit_cluster (fixture->view, &cluster);
      widgets_testing_settle (fixture->window);
      g_assert_cmpfloat (get_length (fixture), <, before / 2.0);
      annals_timeline_view_get_visible_range (fixture->view, &first, &last);
      g_assert_cmpint (first, <, cluster.first);
      g_assert_cmpint (last, >, cluster.last);
      scene = annals_timeline_view_get_scene (fixture->view);
      g_assert_cmpuint (++n_steps, <, 8);
    }
  g_assert_cmpuint (n_steps, >, 0);
  g_assert_cmpuint (annals_scene_get_n_hits (scene), >, 0);
}

/* What no zoom can take apart is listed. */
static void
test_cluster_lists (Fixture *fixture, gconstpointer user_data)
{
  AnnalsScene *scene = show_many (fixture);
  AnnalsTimeFilter *filter = annals_selection_get_time_filter (fixture->selection);
  const AnnalsClusterHit *cluster = find_cluster (scene, 1990);
  gdouble before = get_length (fixture);

  g_assert_nonnull (cluster);
  g_assert_cmpuint (cluster->count, >, 30);
  annals_timeline_view_fit_cluster (fixture->view, cluster);
  widgets_testing_settle (fixture->window);
  g_assert_cmpfloat (get_length (fixture), ==, before);
  g_assert_true (annals_time_filter_get_range (filter, NULL));
  g_assert_cmpuint (annals_time_filter_get_n_events (filter), ==, 40);
}

/* What is selected comes out of its cluster. */
static void
test_selected_comes_out (Fixture *fixture, gconstpointer user_data)
{
  AnnalsScene *scene = show_many (fixture);
  guint count = find_cluster (scene, 1990)->count;

  for (gint event = 201; event < 240; event += 7)
    {
      annals_selection_select (fixture->selection, event, -1);
      widgets_testing_settle (fixture->window);
      scene = annals_timeline_view_get_scene (fixture->view);
      g_assert_nonnull (annals_scene_find_hit (scene, event));
      g_assert_cmpuint (annals_scene_count_events (scene), ==, 240);
      if (annals_layout_find_shown (fixture->view->layout, event)->extra)
        g_assert_cmpuint (find_cluster (scene, 1990)->count, ==, count - 1);
    }
  annals_selection_select (fixture->selection, -1, -1);
  widgets_testing_settle (fixture->window);
  scene = annals_timeline_view_get_scene (fixture->view);
  g_assert_cmpuint (find_cluster (scene, 1990)->count, ==, count);
}

/* Assistive tools find clusters, with what they stand for. */
static void
test_cluster_proxies (Fixture *fixture, gconstpointer user_data)
{
  AnnalsScene *scene = show_many (fixture);
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture->view)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += ANNALS_IS_CLUSTER_PROXY (child);
  g_assert_cmpuint (n, >, 0);
  g_assert_cmpuint (n, ==, annals_scene_get_n_clusters (scene));
  gtk_test_accessible_assert_property (fixture->view->cluster_proxies->pdata[n - 1],
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "38 events, 1 January 1990");
}

static const struct
{
  const gchar *path;
  void (*test) (Fixture *fixture, gconstpointer user_data);
} cases[] = {
  { "/widgets/timeline-clusters/fits", test_cluster_fits },
  { "/widgets/timeline-clusters/lists", test_cluster_lists },
  { "/widgets/timeline-clusters/selected-comes-out", test_selected_comes_out },
  { "/widgets/timeline-clusters/proxies", test_cluster_proxies },
};

int
main (int argc, char *argv[])
{
  widgets_testing_init (&argc, &argv);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add (cases[i].path, Fixture, NULL, set_up, cases[i].test, tear_down);

  return g_test_run ();
}
