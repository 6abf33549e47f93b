/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annals-timeline-view-private.h"
#include "sample-document.h"
#include "widgets-testing.h"

/* The timeline in a real window: what assistive tools find in it, and how its actions move it. */

#define WIDTH_PX 1100
#define HEIGHT_PX 420

typedef struct
{
  AnnalsTimelineView *view;
  AnnalsSelection *selection;
  GtkWidget *window;
} Fixture;

typedef struct
{
  AnnalsInstant first;
  AnnalsInstant last;
} Range;

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

static Range
get_range (Fixture *fixture)
{
  Range range;

  annals_timeline_view_get_visible_range (fixture->view, &range.first, &range.last);
  return range;
}

static gdouble
get_length (Range range)
{
  return (gdouble) range.last - (gdouble) range.first;
}

static gdouble
get_middle (Range range)
{
  return ((gdouble) range.first + (gdouble) range.last) / 2.0;
}

static void
assert_near (gdouble a, gdouble b, gdouble tolerance)
{
  g_assert_cmpfloat_with_epsilon (a, b, tolerance);
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

static AnnalsEventProxy *
find_proxy (Fixture *fixture, gint event)
{
  AnnalsEventProxy *found = NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture->view)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (ANNALS_IS_EVENT_PROXY (child)
        && annals_event_proxy_get_event (ANNALS_EVENT_PROXY (child)) == event)
      {
        g_assert_null (found);
        found = ANNALS_EVENT_PROXY (child);
      }
  return found;
}

/* The time shown becomes the range, with a handle for keys at either end, which steps by ticks and
 * never past the other one; with the range the handles go. */
static void
test_range (Fixture *fixture, gconstpointer user_data)
{
  AnnalsTimeFilter *filter = annals_selection_get_time_filter (fixture->selection);
  Range shown = get_range (fixture);
  AnnalsRange before;
  AnnalsRange after;

  g_assert_false (gtk_widget_get_visible (fixture->view->handles[0]));
  activate (fixture, "timeline.select-visible");
  g_assert_true (annals_time_filter_get_range (filter, &before));
  g_assert_cmpint (before.first, >=, shown.first);
  g_assert_cmpint (before.last, <=, shown.last);
  for (guint i = 0; i < G_N_ELEMENTS (fixture->view->handles); i++)
    {
      g_assert_true (gtk_widget_get_mapped (fixture->view->handles[i]));
      g_assert_cmpint (gtk_widget_get_width (fixture->view->handles[i]), >=, 40);
      g_assert_cmpint (gtk_widget_get_height (fixture->view->handles[i]), >=, 40);
    }

  annals_timeline_view_step_handle (fixture->view, ANNALS_RANGE_BEGIN, 2);
  annals_timeline_view_step_handle (fixture->view, ANNALS_RANGE_END, -1);
  annals_time_filter_get_range (filter, &after);
  g_assert_cmpint (after.first, >, before.first);
  g_assert_cmpint (after.last, <, before.last);
  annals_timeline_view_step_handle (fixture->view, ANNALS_RANGE_BEGIN, 1000);
  annals_time_filter_get_range (filter, &after);
  g_assert_cmpint (after.first, <=, after.last);

  annals_time_filter_clear (filter);
  widgets_testing_settle (fixture->window);
  g_assert_false (gtk_widget_get_visible (fixture->view->handles[0]));
}

/* What lies outside the range steps back in the picture. */
static void
test_range_in_picture (Fixture *fixture, gconstpointer user_data)
{
  AnnalsTimeFilter *filter = annals_selection_get_time_filter (fixture->selection);
  AnnalsScene *scene;
  guint n_back = 0;

  annals_time_filter_set_range (filter, annals_instant_from_date (1970, 1, 1),
                                annals_instant_from_date (1976, 1, 1) - 1);
  widgets_testing_settle (fixture->window);
  scene = annals_timeline_view_get_scene (fixture->view);
  g_assert_nonnull (annals_scene_find_handle (scene, ANNALS_RANGE_END));
  for (guint i = 0; i < annals_scene_get_n_items (scene); i++)
    {
      const AnnalsItem *item = annals_scene_get_item (scene, i);

      if (item->event < 0)
        continue;
      g_assert_cmpint (item->stands_back, ==, !annals_time_filter_has_event (filter, item->event));
      n_back += item->stands_back;
    }
  g_assert_cmpuint (n_back, >, 0);
}

static gint
get_least_height (Fixture *fixture)
{
  gint minimum = 0;

  gtk_widget_measure (GTK_WIDGET (fixture->view), GTK_ORIENTATION_VERTICAL, -1, &minimum, NULL,
                      NULL, NULL);
  return minimum;
}

static AnnalsLegendButton *
find_legend (GtkWidget *parent)
{
  for (GtkWidget *child = gtk_widget_get_first_child (parent); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (ANNALS_IS_LEGEND_BUTTON (child))
      return ANNALS_LEGEND_BUTTON (child);
  return NULL;
}

static gboolean
has_label (GtkWidget *widget, const gchar *text)
{
  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_label (GTK_LABEL (widget)), text))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (has_label (child, text))
      return TRUE;
  return FALSE;
}

/* The legend explains the signs that the document uses, in view or not, and no other. */
static void
test_legend (Fixture *fixture, gconstpointer user_data)
{
  GtkWidget *legend = GTK_WIDGET (find_legend (GTK_WIDGET (fixture->view)));

  g_assert_nonnull (legend);
  g_assert_true (gtk_widget_get_mapped (legend));
  g_assert_cmpuint (annals_legend_button_get_n_signs (ANNALS_LEGEND_BUTTON (legend)), ==, 0);
  activate (fixture, "timeline.explain-marks");
  g_assert_cmpuint (annals_legend_button_get_n_signs (ANNALS_LEGEND_BUTTON (legend)), ==, 9);
  g_assert_true (has_label (legend, "planned"));
  g_assert_true (has_label (legend, "began or ended about then"));
  g_assert_true (has_label (legend, "date on record, where the text says otherwise"));
  g_assert_false (has_label (legend, "the text says it did not happen"));
  g_assert_false (has_label (legend, "perhaps: this date may be wrong"));

  annals_legend_button_popdown (ANNALS_LEGEND_BUTTON (legend));
  g_assert_cmpuint (annals_legend_button_get_n_signs (ANNALS_LEGEND_BUTTON (legend)), ==, 0);
}

/* Larger text needs more room, and gets it. */
static void
test_least_height (Fixture *fixture, gconstpointer user_data)
{
  GtkSettings *settings = gtk_widget_get_settings (GTK_WIDGET (fixture->view));
  gint before_px;
  gint dpi = 0;

  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  g_object_set (settings, "gtk-xft-dpi", 96 * 1024, NULL);
  widgets_testing_settle (fixture->window);
  before_px = get_least_height (fixture);
  g_assert_cmpint (before_px, >=, 110);
  g_object_set (settings, "gtk-xft-dpi", 2 * 96 * 1024, NULL);
  widgets_testing_settle (fixture->window);
  g_assert_cmpint (ABS (get_least_height (fixture) - 2 * before_px), <=, 1);
  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
}

static void
test_proxies (Fixture *fixture, gconstpointer user_data)
{
  AnnalsDocument *document = annals_selection_get_document (fixture->selection);
  guint n_events = annals_document_get_n_events (document);

  g_assert_cmpuint (n_events, ==, 15);
  g_assert_cmpuint (
      widgets_testing_count_widgets (GTK_WIDGET (fixture->view), ANNALS_TYPE_EVENT_PROXY), ==,
      n_events);
  for (guint i = 0; i < n_events; i++)
    {
      const AnnalsEvent *event = annals_document_get_event (document, i);
      AnnalsEventProxy *proxy = find_proxy (fixture, (gint) i);
      g_autofree gchar *words = annals_event_dup_words (event, ANNALS_WORDS_LONG);
      g_autofree gchar *name = g_strdup_printf (
          "%s, %s, %s, %u passage%s", event->label, words, annals_status_get_name (event->status),
          event->n_passages, event->n_passages == 1 ? "" : "s");

      g_assert_nonnull (proxy);
      gtk_test_accessible_assert_role (proxy, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
      gtk_test_accessible_assert_property (proxy, GTK_ACCESSIBLE_PROPERTY_LABEL, name);
      g_assert_true (gtk_widget_get_child_visible (GTK_WIDGET (proxy)));
      g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (proxy)), >, 0);
    }
  gtk_test_accessible_assert_role (fixture->view, GTK_ACCESSIBLE_ROLE_LIST);
  gtk_test_accessible_assert_property (fixture->view, GTK_ACCESSIBLE_PROPERTY_LABEL, "Timeline");
}

static void
test_proxy_selects (Fixture *fixture, gconstpointer user_data)
{
  guint oil = find_event (fixture, "oil-crises");
  guint saddam = find_event (fixture, "saddam");

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (find_proxy (fixture, (gint) oil)),
                                             "event.activate", NULL));
  g_assert_cmpint (annals_selection_get_event (fixture->selection), ==, (gint) oil);
  g_assert_cmpint (annals_selection_get_passage (fixture->selection), ==, 0);
  widgets_testing_settle (fixture->window);
  gtk_test_accessible_assert_state (find_proxy (fixture, (gint) oil), GTK_ACCESSIBLE_STATE_SELECTED,
                                    TRUE);
  gtk_test_accessible_assert_state (find_proxy (fixture, (gint) saddam),
                                    GTK_ACCESSIBLE_STATE_SELECTED, FALSE);
}

/* An event out of sight has no stand-in that could be reached. */
static void
test_proxies_follow (Fixture *fixture, gconstpointer user_data)
{
  guint cold_war = find_event (fixture, "cold-war");

  zoom_in (fixture, 6);
  activate (fixture, "timeline.end");
  g_assert_null (find_proxy (fixture, (gint) cold_war));
  activate (fixture, "timeline.fit");
  g_assert_nonnull (find_proxy (fixture, (gint) cold_war));
}

static void
test_zoom (Fixture *fixture, gconstpointer user_data)
{
  Range before = get_range (fixture);
  Range after;

  activate (fixture, "timeline.zoom-in");
  after = get_range (fixture);
  assert_near (get_length (before) / get_length (after), 1.44, 0.001);
  assert_near (get_middle (before), get_middle (after), get_length (after) * 0.001);

  activate (fixture, "timeline.zoom-out");
  after = get_range (fixture);
  assert_near (get_length (before) / get_length (after), 1.0, 0.001);
  assert_near (get_middle (before), get_middle (after), get_length (after) * 0.001);

  /* Steps taken while the view still moves add up. */
  zoom_in (fixture, 2);
  after = get_range (fixture);
  assert_near (get_length (before) / get_length (after), 1.44 * 1.44, 0.002);

  activate (fixture, "timeline.fit");
  after = get_range (fixture);
  g_assert_cmpint (after.first, ==, before.first);
  g_assert_cmpint (after.last, ==, before.last);
}

/* What is said of the time shown tells its ends apart: years, days, and the time of a day. */
static void
test_says_range (Fixture *fixture, gconstpointer user_data)
{
  static const struct
  {
    const gchar *first;
    const gchar *last;
    const gchar *words;
  } ranges[] = {
    { "1950", "1999", "1950 to 2000, 3 events" },
    { "2003-03-20", "2003-04-08", "20 March 2003 to 9 April 2003, 6 events" },
    { "2003-03-20T04:00:00", "2003-03-20T16:00:00",
      "20 March 2003, 04:00:00 to 20 March 2003, 16:00:01, 6 events" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (ranges); i++)
    {
      g_autoptr (AnnalsDate) first = annals_date_new_from_edtf (ranges[i].first, NULL);
      g_autoptr (AnnalsDate) last = annals_date_new_from_edtf (ranges[i].last, NULL);

      annals_timeline_view_set_visible_range (
          fixture->view, annals_span_get_earliest (annals_date_get_span (first)),
          annals_span_get_latest (annals_date_get_span (last)));
      widgets_testing_settle (fixture->window);
      annals_timeline_view_say_range (fixture->view);
      widgets_testing_run (600);
      gtk_test_accessible_assert_property (fixture->view, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                           ranges[i].words);
    }
}

static void
test_fit_shows_all (Fixture *fixture, gconstpointer user_data)
{
  Range range = get_range (fixture);

  g_assert_cmpint (range.first, <, annals_instant_from_date (1947, 1, 1));
  g_assert_cmpint (range.first, >, annals_instant_from_date (1930, 1, 1));
  g_assert_cmpint (range.last, >, annals_instant_from_date (2010, 1, 15));
  g_assert_cmpint (range.last, <, annals_instant_from_date (2030, 1, 1));
}

static void
test_pages (Fixture *fixture, gconstpointer user_data)
{
  Range before;
  Range after;

  zoom_in (fixture, 4);
  before = get_range (fixture);
  activate (fixture, "timeline.page-forward");
  after = get_range (fixture);
  assert_near (get_length (after), get_length (before), get_length (before) * 0.001);
  assert_near (get_middle (after) - get_middle (before), 0.8 * get_length (before),
               get_length (before) * 0.001);
  activate (fixture, "timeline.page-back");
  after = get_range (fixture);
  assert_near (get_middle (after), get_middle (before), get_length (before) * 0.001);
}

static void
test_ends (Fixture *fixture, gconstpointer user_data)
{
  Range before;
  Range after;

  zoom_in (fixture, 6);
  before = get_range (fixture);

  activate (fixture, "timeline.start");
  after = get_range (fixture);
  assert_near (get_length (after), get_length (before), get_length (before) * 0.001);
  g_assert_cmpint (after.first, <, annals_instant_from_date (1947, 1, 1));
  g_assert_cmpint (after.last, >, annals_instant_from_date (1947, 1, 1));

  activate (fixture, "timeline.end");
  after = get_range (fixture);
  assert_near (get_length (after), get_length (before), get_length (before) * 0.001);
  g_assert_cmpint (after.first, <, annals_instant_from_date (2010, 1, 15));
  g_assert_cmpint (after.last, >, annals_instant_from_date (2010, 1, 15));
}

static gboolean
is_in_range (Fixture *fixture, AnnalsInstant instant)
{
  Range range = get_range (fixture);

  return instant >= range.first && instant <= range.last;
}

static void
test_reveal (Fixture *fixture, gconstpointer user_data)
{
  AnnalsInstant oil = annals_instant_from_date (1972, 1, 1);
  Range before;
  Range after;

  zoom_in (fixture, 6);
  activate (fixture, "timeline.end");
  g_assert_false (is_in_range (fixture, oil));
  before = get_range (fixture);

  annals_timeline_view_reveal_event (fixture->view, (gint) find_event (fixture, "oil-crises"));
  widgets_testing_settle (fixture->window);
  after = get_range (fixture);
  g_assert_true (is_in_range (fixture, oil));
  assert_near (get_length (after), get_length (before), get_length (before) * 0.001);
  g_assert_nonnull (find_proxy (fixture, (gint) find_event (fixture, "oil-crises")));

  /* What is in sight already stays where it is; no event is no reason to move. */
  annals_timeline_view_reveal_event (fixture->view, (gint) find_event (fixture, "oil-crises"));
  annals_timeline_view_reveal_event (fixture->view, ANNALS_NO_EVENT);
  widgets_testing_settle (fixture->window);
  g_assert_cmpint (get_range (fixture).first, ==, after.first);

  /* Selecting reveals. */
  annals_selection_select (fixture->selection, (gint) find_event (fixture, "printed"), -1);
  widgets_testing_settle (fixture->window);
  g_assert_true (is_in_range (fixture, annals_instant_from_date (2004, 1, 23)));
}

/* What only touches the wheel does not stop the timeline on its way to a date. */
static void
test_flight_goes_on (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (fixture->view));
  g_autoptr (AnnalsDate) date = annals_date_new_from_edtf ("1973-10-17", NULL);
  guint n_emitted = 0;

  g_assert_true (annals_timeline_view_show_date (fixture->view, date));
  widgets_testing_run (60);
  g_assert_cmpint (adw_animation_get_state (fixture->view->move_animation), ==,
                   ADW_ANIMATION_PLAYING);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean handled;

      if (!GTK_IS_EVENT_CONTROLLER_SCROLL (controller))
        continue;
      g_signal_emit_by_name (controller, "scroll-begin");
      g_signal_emit_by_name (controller, "scroll", 0.0, 0.0, &handled);
      n_emitted++;
    }
  g_assert_cmpuint (n_emitted, >, 0);
  widgets_testing_settle (fixture->window);
  g_assert_cmpint (adw_animation_get_state (fixture->view->move_animation), ==,
                   ADW_ANIMATION_FINISHED);
  g_assert_true (is_in_range (fixture, annals_instant_from_date (1973, 10, 17)));
  g_assert_cmpfloat (get_length (get_range (fixture)), <, 400.0 * ANNALS_SECONDS_PER_DAY);
}

static void
test_steps_in_time (Fixture *fixture, gconstpointer user_data)
{
  static const gchar *const ids[] = { "cold-war", "vietnam-war", "oil-crises" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_assert_true (annals_selection_step_in_time (fixture->selection, 1));
      g_assert_cmpint (annals_selection_get_event (fixture->selection), ==,
                       (gint) find_event (fixture, ids[i]));
    }
}

/* With nothing selected a step begins in what is shown. */
static void
test_steps_in_view (Fixture *fixture, gconstpointer user_data)
{
  annals_timeline_view_set_visible_range (fixture->view, annals_instant_from_date (1955, 1, 1),
                                          annals_instant_from_date (1985, 1, 1));
  widgets_testing_settle (fixture->window);
  annals_timeline_view_step_in_time (fixture->view, 1);
  g_assert_cmpint (annals_selection_get_event (fixture->selection), ==,
                   (gint) find_event (fixture, "vietnam-war"));
  annals_timeline_view_step_in_time (fixture->view, 1);
  g_assert_cmpint (annals_selection_get_event (fixture->selection), ==,
                   (gint) find_event (fixture, "oil-crises"));
  annals_selection_select (fixture->selection, -1, -1);
  annals_timeline_view_step_in_time (fixture->view, -1);
  g_assert_cmpint (annals_selection_get_event (fixture->selection), ==,
                   (gint) find_event (fixture, "oil-crises"));
  annals_selection_select (fixture->selection, -1, -1);
  annals_timeline_view_set_visible_range (fixture->view, annals_instant_from_date (1980, 1, 1),
                                          annals_instant_from_date (1985, 1, 1));
  widgets_testing_settle (fixture->window);
  annals_timeline_view_step_in_time (fixture->view, 1);
  g_assert_cmpint (annals_selection_get_event (fixture->selection), ==,
                   (gint) find_event (fixture, "cold-war"));
}

/* --- Other documents -----------------------------------------------------------------------------
 */

static void
assert_rows_are_apart (Fixture *fixture)
{
  guint n_events = annals_layout_get_n_shown (fixture->view->layout);
  guint rows = 0;

  for (guint i = 0; i < n_events; i++)
    rows = MAX (rows, annals_layout_get_shown (fixture->view->layout, i)->row);
  g_assert_cmpuint (rows, >, 0);
}

static void
test_other_document (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (AnnalsDocument) document = sample_document_new_marks ();
  g_autoptr (AnnalsSelection) selection = annals_selection_new (document);
  Range range;

  activate (fixture, "timeline.zoom-in");
  annals_timeline_view_set_selection (fixture->view, selection);
  widgets_testing_settle (fixture->window);

  range = get_range (fixture);
  g_assert_cmpint (range.first, <, annals_instant_from_date (1956, 1, 1));
  g_assert_cmpint (range.first, >, annals_instant_from_date (1940, 1, 1));
  g_assert_cmpint (range.last, >, annals_instant_from_date (1979, 12, 31));
  g_assert_cmpint (range.last, <, annals_instant_from_date (1995, 1, 1));
  assert_rows_are_apart (fixture);
  g_assert_cmpuint (
      widgets_testing_count_widgets (GTK_WIDGET (fixture->view), ANNALS_TYPE_EVENT_PROXY), ==,
      annals_document_get_n_events (document));

  annals_timeline_view_set_selection (fixture->view, NULL);
  widgets_testing_settle (fixture->window);
  g_assert_cmpuint (
      widgets_testing_count_widgets (GTK_WIDGET (fixture->view), ANNALS_TYPE_EVENT_PROXY), ==, 0);
}

/* Larger type on the desktop makes a new layout; the rows have to be packed in it too. */
static void
test_other_type (Fixture *fixture, gconstpointer user_data)
{
  GtkSettings *settings = gtk_widget_get_settings (fixture->window);
  g_autofree gchar *name = NULL;
  Range before = get_range (fixture);
  Range after;

  g_object_get (settings, "gtk-font-name", &name, NULL);
  g_object_set (settings, "gtk-font-name", "Sans 16", NULL);
  widgets_testing_settle (fixture->window);
  assert_rows_are_apart (fixture);
  after = get_range (fixture);
  g_assert_cmpint (after.first, <, annals_instant_from_date (1947, 1, 1));
  g_assert_cmpint (after.last, >, annals_instant_from_date (2010, 1, 15));
  g_assert_cmpfloat (fixture->view->scale.x_px, ==, fixture->view->metrics.header_width_px);

  g_object_set (settings, "gtk-font-name", name, NULL);
  widgets_testing_settle (fixture->window);
  after = get_range (fixture);
  g_assert_cmpint (after.first, ==, before.first);
  g_assert_cmpint (after.last, ==, before.last);
}

/* What was compressed by hand, and what was opened though it is empty, can be found again. */
static void
test_breaks_by_hand (Fixture *fixture, gconstpointer user_data)
{
  AnnalsBreaksByHand by_hand = { 0 };
  AnnalsBreak empty;
  guint n_found;

  annals_timeline_view_set_compressed (fixture->view, TRUE);
  n_found = annals_breaks_get_n (annals_timeline_view_get_breaks (fixture->view));
  g_assert_cmpuint (n_found, >, 0);
  empty = *annals_breaks_get (annals_timeline_view_get_breaks (fixture->view), 0);
  annals_timeline_view_open_break (fixture->view, 0);
  g_assert_true (annals_timeline_view_compress (fixture->view,
                                                annals_instant_from_date (2001, 1, 1),
                                                annals_instant_from_date (2001, 12, 31)));
  annals_timeline_view_get_breaks_by_hand (fixture->view, &by_hand);
  g_assert_cmpuint (by_hand.n_compressed, ==, 1);
  g_assert_cmpuint (by_hand.n_opened, ==, 1);

  annals_timeline_view_expand_all (fixture->view);
  g_assert_cmpuint (annals_breaks_get_n (annals_timeline_view_get_breaks (fixture->view)), ==, 0);
  annals_timeline_view_set_compressed (fixture->view, TRUE);
  g_assert_cmpuint (annals_breaks_get_n (annals_timeline_view_get_breaks (fixture->view)), ==,
                    n_found);
  annals_timeline_view_set_breaks_by_hand (fixture->view, &by_hand);
  widgets_testing_settle (fixture->window);
  g_assert_cmpuint (annals_breaks_get_n (annals_timeline_view_get_breaks (fixture->view)), ==,
                    n_found);
  g_assert_cmpint (annals_breaks_get (annals_timeline_view_get_breaks (fixture->view), 0)->first,
                   !=, empty.first);
  annals_timeline_view_set_compressed (fixture->view, FALSE);
}

/* The pixels of a widget as it is now. */
static GBytes *
draw (Fixture *fixture, GtkWidget *widget)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  cairo_surface_t *image = NULL;
  cairo_t *cr = NULL;
  GBytes *pixels = NULL;

  widgets_testing_settle (fixture->window);
  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (widget),
                          gtk_widget_get_height (widget));
  node = gtk_snapshot_free_to_node (snapshot);
  image = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, gtk_widget_get_width (widget),
                                      gtk_widget_get_height (widget));
  cr = cairo_create (image);
  gsk_render_node_draw (node, cr);
  cairo_destroy (cr);
  cairo_surface_flush (image);
  pixels = g_bytes_new (cairo_image_surface_get_data (image),
                        (gsize) cairo_image_surface_get_stride (image)
                            * (gsize) cairo_image_surface_get_height (image));
  cairo_surface_destroy (image);
  return pixels;
}

/* Keys that bring the focus show where it is at once, and once it is gone no longer. */
static void
test_focus_is_seen (Fixture *fixture, gconstpointer user_data)
{
  GtkWindow *window = GTK_WINDOW (fixture->window);
  GtkWidget *view = GTK_WIDGET (fixture->view);
  g_autoptr (GBytes) without = NULL;
  g_autoptr (GBytes) with = NULL;
  g_autoptr (GBytes) after = NULL;

  gtk_window_set_focus_visible (window, TRUE);
  gtk_window_set_focus (window, NULL);
  without = draw (fixture, view);
  g_assert_true (gtk_widget_grab_focus (view));
  with = draw (fixture, view);
  g_assert_true (gtk_widget_has_visible_focus (view));
  g_assert_false (g_bytes_equal (without, with));
  gtk_window_set_focus (window, NULL);
  after = draw (fixture, view);
  g_assert_true (g_bytes_equal (without, after));
}

static const struct
{
  const gchar *path;
  void (*test) (Fixture *fixture, gconstpointer user_data);
} cases[] = {
  { "/widgets/timeline-view/proxies/names", test_proxies },
  { "/widgets/timeline-view/proxies/activate", test_proxy_selects },
  { "/widgets/timeline-view/proxies/follow", test_proxies_follow },
  { "/widgets/timeline-view/zoom", test_zoom },
  { "/widgets/timeline-view/says-range", test_says_range },
  { "/widgets/timeline-view/fit", test_fit_shows_all },
  { "/widgets/timeline-view/pages", test_pages },
  { "/widgets/timeline-view/ends", test_ends },
  { "/widgets/timeline-view/reveal", test_reveal },
  { "/widgets/timeline-view/steps-in-time", test_steps_in_time },
  { "/widgets/timeline-view/flight-goes-on", test_flight_goes_on },
  { "/widgets/timeline-view/steps-in-view", test_steps_in_view },
  { "/widgets/timeline-view/other-document", test_other_document },
  { "/widgets/timeline-view/breaks-by-hand", test_breaks_by_hand },
  { "/widgets/timeline-view/other-type", test_other_type },
  { "/widgets/timeline-view/least-height", test_least_height },
  { "/widgets/timeline-view/range", test_range },
  { "/widgets/timeline-view/range-in-picture", test_range_in_picture },
  { "/widgets/timeline-view/legend", test_legend },
  { "/widgets/timeline-view/focus-is-seen", test_focus_is_seen },
};

int
main (int argc, char *argv[])
{
  widgets_testing_init (&argc, &argv);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add (cases[i].path, Fixture, NULL, set_up, cases[i].test, tear_down);

  return g_test_run ();
}
