/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "annals-names.h"
#include "annals-timeline-view-private.h"
#include "sample-document.h"
#include "widgets-testing.h"

/* Clusters in the hand and by the keys: what is under the pointer or has the keys is seen to, arrow
 * keys go from one to the next, and when the picture becomes another the focus is not lost. They
 * fall apart when they are zoomed at, or are listed. */

#define WIDTH_PX 1100
#define HEIGHT_PX 560
#define N_EVENTS 600

typedef struct
{
  AnnalsTimelineView *view;
  AnnalsSelection *selection;
  GtkWidget *window;
} Fixture;

static AnnalsDocument *
create_many (void)
{
  AnnalsDocument *document = sample_document_new ("2004");

  for (guint i = 0; i < N_EVENTS; i++)
    {
      g_autofree gchar *id = g_strdup_printf ("event-%u", i);
      g_autofree gchar *date = g_strdup_printf ("19%u%u-%02u-%02u", 5 + i / 2 % 3, i % 10,
                                                i % 12 + 1, i % 28 + 1);

      sample_document_add (document, id, "One of many", date, NULL, i % 2, ANNALS_STATUS_HAPPENED);
    }
  return document;
}

static void
set_up (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (AnnalsDocument) document = create_many ();

  fixture->selection = annals_selection_new (document);
  fixture->view = annals_timeline_view_new ();
  annals_timeline_view_set_selection (fixture->view, fixture->selection);
  fixture->window = widgets_testing_show (GTK_WIDGET (fixture->view), WIDTH_PX, HEIGHT_PX);
  g_assert_cmpuint (fixture->view->cluster_proxies->len, >, 4);
}

static void
tear_down (Fixture *fixture, gconstpointer user_data)
{
  widgets_testing_close (fixture->window);
  g_assert_finalize_object (fixture->selection);
}

static GtkWidget *
get_focused (Fixture *fixture)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (fixture->window));

  return ANNALS_IS_CLUSTER_PROXY (focus) ? focus : NULL;
}

static AnnalsClusterHit
get_focused_cluster (Fixture *fixture)
{
  GtkWidget *focus = get_focused (fixture);

  g_assert_nonnull (focus);
  return *annals_cluster_proxy_get_cluster (ANNALS_CLUSTER_PROXY (focus));
}

static void
focus_clusters (Fixture *fixture)
{
  g_assert_true (
      gtk_widget_activate_action (GTK_WIDGET (fixture->view), "timeline.focus-clusters", NULL));
  widgets_testing_settle (fixture->window);
}

static void
step (Fixture *fixture, gint dx, gint dy)
{
  annals_timeline_view_step_cluster (fixture->view, dx, dy);
  widgets_testing_settle (fixture->window);
}

/* How many rings there are round a cluster. */
static guint
count_rings (Fixture *fixture, const AnnalsRect *mark)
{
  AnnalsScene *scene = annals_timeline_view_get_scene (fixture->view);
  guint n = 0;

  for (guint i = 0; i < annals_scene_get_n_items (scene); i++)
    {
      const AnnalsItem *item = annals_scene_get_item (scene, i);

      n += item->kind == ANNALS_ITEM_OUTLINE && item->rect.x < mark->x
           && item->rect.x + item->rect.width > mark->x + mark->width && item->rect.y < mark->y
           && item->rect.y + item->rect.height > mark->y + mark->height;
    }
  return n;
}

static void
test_hover (Fixture *fixture, gconstpointer user_data)
{
  AnnalsClusterHit cluster = *annals_scene_get_cluster (
      annals_timeline_view_get_scene (fixture->view), 1);

  g_assert_cmpuint (count_rings (fixture, &cluster.mark), ==, 0);
  annals_timeline_view_hover_cluster (fixture->view, &cluster);
  g_assert_cmpuint (count_rings (fixture, &cluster.mark), ==, 1);
  annals_timeline_view_hover_cluster (fixture->view, NULL);
  g_assert_cmpuint (count_rings (fixture, &cluster.mark), ==, 0);
}

/* Only one of them is on the way of Tab. */
static void
test_one_is_focusable (Fixture *fixture, gconstpointer user_data)
{
  guint n = 0;

  for (guint i = 0; i < fixture->view->cluster_proxies->len; i++)
    n += gtk_widget_get_focusable (fixture->view->cluster_proxies->pdata[i]);
  g_assert_cmpuint (n, ==, 1);
}

static void
test_steps (Fixture *fixture, gconstpointer user_data)
{
  AnnalsClusterHit start;
  AnnalsClusterHit next;

  g_assert_null (get_focused (fixture));
  focus_clusters (fixture);
  start = get_focused_cluster (fixture);
  step (fixture, 1, 0);
  next = get_focused_cluster (fixture);
  g_assert_cmpuint (next.lane, ==, start.lane);
  g_assert_cmpint (next.first, >, start.last);
  step (fixture, -1, 0);
  g_assert_cmpint (get_focused_cluster (fixture).cell, ==, start.cell);
  step (fixture, 0, start.lane == 0 ? 1 : -1);
  next = get_focused_cluster (fixture);
  g_assert_cmpuint (next.lane, !=, start.lane);
  g_assert_cmpfloat_with_epsilon (next.mark.x, start.mark.x, 100.0);
  test_one_is_focusable (fixture, NULL);
}

/* At the edge, the picture goes on under the keys. */
static void
test_edge (Fixture *fixture, gconstpointer user_data)
{
  AnnalsInstant before;
  AnnalsInstant after;
  AnnalsInstant last;

  for (guint i = 0; i < 4; i++)
    gtk_widget_activate_action (GTK_WIDGET (fixture->view), "timeline.zoom-in", NULL);
  widgets_testing_settle (fixture->window);
  focus_clusters (fixture);
  annals_timeline_view_get_visible_range (fixture->view, &before, &last);
  for (guint i = 0; i < fixture->view->cluster_proxies->len + 1; i++)
    step (fixture, 1, 0);
  annals_timeline_view_get_visible_range (fixture->view, &after, &last);
  g_assert_cmpint (after, >, before);
  g_assert_nonnull (get_focused (fixture));
}

/* Zoomed to, a cluster falls apart; the keys stay with what is left of its lane, or else with the
 * timeline. */
static void
test_focus_stays (Fixture *fixture, gconstpointer user_data)
{
  guint lane;

  focus_clusters (fixture);
  lane = get_focused_cluster (fixture).lane;
  for (guint i = 0; i < 12 && get_focused (fixture) != NULL; i++)
    {
      g_assert_cmpuint (get_focused_cluster (fixture).lane, ==, lane);
      gtk_widget_activate_action (get_focused (fixture), "cluster.fit", NULL);
      widgets_testing_settle (fixture->window);
    }
  g_assert_true (get_focused (fixture) != NULL
                 || gtk_root_get_focus (GTK_ROOT (fixture->window)) == GTK_WIDGET (fixture->view));
}

static void
test_is_announced (Fixture *fixture, gconstpointer user_data)
{
  AnnalsClusterHit cluster;

  focus_clusters (fixture);
  cluster = get_focused_cluster (fixture);
  gtk_test_accessible_assert_property (
      get_focused (fixture), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
      cluster.lane == 0 ? "In the lane World. Enter lists these events, Space shows them apart."
                        : "In the lane Japan. Enter lists these events, Space shows them apart.");
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
test_fits (Fixture *fixture, gconstpointer user_data)
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
list_lane_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  *(GVariant **) user_data = g_variant_ref (parameter);
}

static void
test_lists (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autoptr (GVariant) lane = NULL;
  const GActionEntry entry = { "list-lane", list_lane_cb, "s" };
  AnnalsScene *scene = show_many (fixture);
  AnnalsTimeFilter *filter = annals_selection_get_time_filter (fixture->selection);
  const AnnalsClusterHit *cluster = find_cluster (scene, 1990);
  gdouble before = get_length (fixture);

  g_action_map_add_action_entries (G_ACTION_MAP (actions), &entry, 1, &lane);
  gtk_widget_insert_action_group (fixture->window, "win", G_ACTION_GROUP (actions));
  g_assert_nonnull (cluster);
  g_assert_cmpuint (cluster->count, >, 30);
  annals_timeline_view_fit_cluster (fixture->view, cluster);
  widgets_testing_settle (fixture->window);
  g_assert_cmpfloat (get_length (fixture), ==, before);
  g_assert_true (annals_time_filter_get_range (filter, NULL));
  g_assert_cmpuint (annals_time_filter_get_n_events (filter), ==, 40);
  g_assert_nonnull (lane);
  g_assert_cmpstr (
      g_variant_get_string (lane, NULL), ==,
      annals_document_get_lane (annals_selection_get_document (fixture->selection), 0)->id);
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
test_proxies (Fixture *fixture, gconstpointer user_data)
{
  AnnalsScene *scene = show_many (fixture);
  const AnnalsClusterHit *cluster;
  g_autofree gchar *label = NULL;
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture->view)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += ANNALS_IS_CLUSTER_PROXY (child);
  g_assert_cmpuint (n, >, 0);
  g_assert_cmpuint (n, ==, annals_scene_get_n_clusters (scene));
  cluster = find_cluster (scene, 1990);
  g_assert_cmpuint (cluster->count, >, 30);
  label = g_strdup_printf ("%u events, 1 January 1990", cluster->count);
  gtk_test_accessible_assert_property (fixture->view->cluster_proxies->pdata[n - 1],
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, label);
}

/* No tooltip is higher than a screen. */
static void
test_brief_names (Fixture *fixture, gconstpointer user_data)
{
  g_autofree gchar *endless = g_strnfill (10000, 'w');
  g_autofree gchar *brief = annals_names_dup_brief (endless);
  g_autofree gchar *same = annals_names_dup_brief ("Oil crises");

  g_assert_cmpint (g_utf8_strlen (brief, -1), ==, 101);
  g_assert_true (g_str_has_suffix (brief, "w…"));
  g_assert_cmpstr (same, ==, "Oil crises");
}

static const struct
{
  const gchar *path;
  void (*test) (Fixture *fixture, gconstpointer user_data);
} cases[] = {
  { "/widgets/clusters/hover", test_hover },
  { "/widgets/clusters/one-is-focusable", test_one_is_focusable },
  { "/widgets/clusters/steps", test_steps },
  { "/widgets/clusters/edge", test_edge },
  { "/widgets/clusters/focus-stays", test_focus_stays },
  { "/widgets/clusters/is-announced", test_is_announced },
  { "/widgets/clusters/brief-names", test_brief_names },
  { "/widgets/clusters/fits", test_fits },
  { "/widgets/clusters/lists", test_lists },
  { "/widgets/clusters/selected-comes-out", test_selected_comes_out },
  { "/widgets/clusters/proxies", test_proxies },
};

int
main (int argc, char *argv[])
{
  widgets_testing_init (&argc, &argv);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add (cases[i].path, Fixture, NULL, set_up, cases[i].test, tear_down);

  return g_test_run ();
}
