/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annals-reader.h"
#include "annals-reading-view.h"
#include "annals-timeline-view.h"
#include "sample-document.h"
#include "widgets-testing.h"

/* What a person may set of reading and of the timeline: the measure and the type of the page, and
 * what the wheel does. */

typedef struct
{
  AnnalsReader *reader;
  AnnalsReadingView *page;
  AnnalsSelection *selection;
  GtkWidget *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (AnnalsDocument) document = sample_document_new_commentary ();
  g_autoptr (AnnalsText) text = widgets_testing_new_text ("wo", 900);
  static const TestingPassage passages[] = { { ANNALS_WHERE_TEXT, 60, 77 } };
  AnnalsText *const texts[2] = { text, NULL };

  widgets_testing_add_event (document, "in-text", "1950", texts, passages, G_N_ELEMENTS (passages));
  annals_document_set_text (document, text, NULL, 0);
  fixture->selection = annals_selection_new (document);
  fixture->reader = ANNALS_READER (annals_reader_new ());
  fixture->page = ANNALS_READING_VIEW (
      gtk_widget_get_template_child (GTK_WIDGET (fixture->reader), ANNALS_TYPE_READER, "page"));
  annals_reader_set_selection (fixture->reader, fixture->selection);
  fixture->window = widgets_testing_show (GTK_WIDGET (fixture->reader), 1240, 500);
}

static void
tear_down (Fixture *fixture, gconstpointer user_data)
{
  widgets_testing_close (fixture->window);
  g_clear_object (&fixture->selection);
}

/* How many characters stand in the second display line of the page. */
static gint
count_line (Fixture *fixture)
{
  GtkTextView *view = GTK_TEXT_VIEW (fixture->page);
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_start_iter (gtk_text_view_get_buffer (view), &start);
  g_assert_true (gtk_text_view_forward_display_line (view, &start));
  end = start;
  gtk_text_view_forward_display_line_end (view, &end);
  return gtk_text_iter_get_offset (&end) - gtk_text_iter_get_offset (&start);
}

/* A line holds about as many characters as it is to hold, give or take what figures are wider than
 * letters and where the last word ends. */
static void
test_measure (Fixture *fixture, gconstpointer user_data)
{
  static const guint measures[] = { 70, 45, 60, 100 };

  for (guint i = 0; i < G_N_ELEMENTS (measures); i++)
    {
      gint n_chars;

      if (i > 0)
        annals_reader_set_measure (fixture->reader, measures[i]);
      widgets_testing_settle (fixture->window);
      n_chars = count_line (fixture);
      g_assert_cmpint (n_chars, >=, (gint) (measures[i] * 0.68));
      g_assert_cmpint (n_chars, <=, (gint) (measures[i] * 1.08));
      g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (fixture->page)), ==,
                       annals_reading_view_get_measure_px (fixture->page));
    }
}

/* Another size of type makes the page as much wider, at once: lines keep their characters. */
static void
test_type (Fixture *fixture, gconstpointer user_data)
{
  GtkCssProvider *provider = gtk_css_provider_new ();
  GdkDisplay *display = gtk_widget_get_display (fixture->window);
  gint before_px = annals_reading_view_get_measure_px (fixture->page) - 64;
  gint before = count_line (fixture);

  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1);
  gtk_css_provider_load_from_data (provider, ".annals-page { font-size: 1.5em; }", -1);
  widgets_testing_settle (fixture->window);
  g_assert_cmpint (
      ABS (annals_reading_view_get_measure_px (fixture->page) - 64 - before_px * 3 / 2), <=,
      before_px / 20);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (fixture->page)), ==,
                   annals_reading_view_get_measure_px (fixture->page));
  g_assert_cmpint (ABS (count_line (fixture) - before), <=, 6);

  gtk_style_context_remove_provider_for_display (display, GTK_STYLE_PROVIDER (provider));
  widgets_testing_settle (fixture->window);
  g_assert_cmpint (annals_reading_view_get_measure_px (fixture->page) - 64, ==, before_px);
  g_object_unref (provider);
}

/* --- The menu of the page
 * --------------------------------------------------------------------------
 */

static GtkGesture *
find_click (GtkWidget *widget, guint button)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_CLICK (controller)
          && gtk_gesture_single_get_button (GTK_GESTURE_SINGLE (controller)) == button)
        return GTK_GESTURE (controller);
    }
  g_assert_not_reached ();
}

/* The menu that is open, in a part of the window. */
static GtkWidget *
find_menu (GtkWidget *widget)
{
  GtkWidget *found = NULL;

  if (GTK_IS_POPOVER_MENU (widget) && gtk_widget_get_mapped (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_menu (child);
  return found;
}

static void
append_actions (GString *actions, GMenuModel *menu)
{
  for (gint i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);
      g_autofree gchar *action = NULL;

      if (section != NULL)
        append_actions (actions, section);
      else if (g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_ACTION, "s", &action))
        g_string_append_printf (actions, "%s ", action);
    }
}

/* What the secondary button offers at a place of the page; the page stays as it is below the menu.
 */
static gchar *
dup_menu_at (Fixture *fixture, gint x, gint y)
{
  GtkWidget *page = GTK_WIDGET (fixture->page);
  GtkWidget *popover = NULL;
  GString *actions = g_string_new (NULL);

  g_signal_emit_by_name (find_click (page, GDK_BUTTON_SECONDARY), "pressed", 1, (gdouble) x,
                         (gdouble) y);
  widgets_testing_settle (fixture->window);
  popover = find_menu (fixture->window);
  g_assert_nonnull (popover);
  /* What changes in the menu is given its place, and the page is drawn. */
  gtk_widget_queue_resize (popover);
  gtk_widget_queue_draw (page);
  widgets_testing_settle (fixture->window);
  append_actions (actions, gtk_popover_menu_get_menu_model (GTK_POPOVER_MENU (popover)));
  gtk_popover_popdown (GTK_POPOVER (popover));
  widgets_testing_settle (fixture->window);
  return g_string_free (actions, FALSE);
}

/* A text that is read cannot be cut, pasted or undone, so its menu offers none of it: words can be
 * copied anywhere, and on a passage its event is selected and can be copied too. */
static void
test_menu (Fixture *fixture, gconstpointer user_data)
{
#define TEXT_ACTIONS "text.copy text.select-all "
#define EVENT_ACTIONS "win.copy-event win.copy-passage win.pin win.show-as-era "
  GtkTextView *view = GTK_TEXT_VIEW (fixture->page);
  const AnnalsPassageIndex *index = annals_reading_view_get_index (fixture->page);
  g_autofree gchar *beside = dup_menu_at (fixture, 40, 5);
  g_autofree gchar *on_passage = NULL;
  GtkTextIter iter;
  GdkRectangle box;

  g_assert_cmpstr (beside, ==, TEXT_ACTIONS);
  g_assert_cmpint (annals_selection_get_event (fixture->selection), <, 0);

  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (view), &iter,
                                      annals_passage_index_get_mark (index, 0)->start + 1);
  gtk_text_view_get_iter_location (view, &iter, &box);
  gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_WIDGET, box.x, box.y, &box.x,
                                         &box.y);
  on_passage = dup_menu_at (fixture, box.x + 1, box.y + box.height / 2);
  g_assert_cmpstr (on_passage, ==, TEXT_ACTIONS EVENT_ACTIONS);
  g_assert_cmpint (annals_selection_get_event (fixture->selection), >=, 0);
}

/* --- The wheel -----------------------------------------------------------------------------------
 */

static GtkEventController *
find_scroll (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_SCROLL (controller))
        return controller;
    }
  g_assert_not_reached ();
}

static void
turn_wheel (AnnalsTimelineView *view, gdouble dx, gdouble dy)
{
  gboolean handled = FALSE;

  g_signal_emit_by_name (find_scroll (GTK_WIDGET (view)), "scroll", dx, dy, &handled);
  g_assert_true (handled);
}

static void
count_cb (guint *n_zooms)
{
  *n_zooms += 1;
}

static void
test_wheel (void)
{
  static const struct
  {
    gboolean zooms;
    gdouble dx;
    gdouble dy;
    gdouble length; /* of the time shown, after by before */
  } cases[] = {
    { FALSE, 0, 1, 1.0 }, { FALSE, 1, 0, 1.0 },       { TRUE, 0, 1, 1.2 },
    { TRUE, 1, 0, 1.0 },  { TRUE, 0, -1, 1.0 / 1.2 }, { FALSE, 0, -1, 1.0 },
  };
  g_autoptr (AnnalsDocument) document = sample_document_new_commentary ();
  g_autoptr (AnnalsSelection) selection = annals_selection_new (document);
  AnnalsTimelineView *view = annals_timeline_view_new ();
  GtkWidget *window;
  guint n_zooms = 0;

  annals_timeline_view_set_selection (view, selection);
  g_signal_connect_swapped (view, "zoomed", G_CALLBACK (count_cb), &n_zooms);
  window = widgets_testing_show (GTK_WIDGET (view), 1100, 420);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AnnalsInstant first[2];
      AnnalsInstant last[2];

      n_zooms = 0;
      annals_timeline_view_set_wheel_zooms (view, cases[i].zooms);
      annals_timeline_view_get_visible_range (view, &first[0], &last[0]);
      turn_wheel (view, cases[i].dx, cases[i].dy);
      annals_timeline_view_get_visible_range (view, &first[1], &last[1]);
      g_assert_cmpfloat_with_epsilon ((gdouble) (last[1] - first[1]) / (last[0] - first[0]),
                                      cases[i].length, 1e-6);
      g_assert_true (first[1] != first[0]);
      g_assert_cmpuint (n_zooms, ==, cases[i].length != 1.0);
    }
  widgets_testing_close (window);
}

/* Who wants no animations sees where a zoom leads at once, and a throw does not fly on. */
static void
test_still (void)
{
  g_autoptr (AnnalsDocument) document = sample_document_new_commentary ();
  g_autoptr (AnnalsSelection) selection = annals_selection_new (document);
  AnnalsTimelineView *view = annals_timeline_view_new ();
  GtkSettings *settings = gtk_settings_get_default ();
  AnnalsInstant first[3];
  AnnalsInstant last[3];
  GtkWidget *window;

  annals_timeline_view_set_selection (view, selection);
  window = widgets_testing_show (GTK_WIDGET (view), 1100, 420);
  for (guint animate = 0; animate < 2; animate++)
    {
      g_object_set (settings, "gtk-enable-animations", animate, NULL);
      annals_timeline_view_get_visible_range (view, &first[0], &last[0]);
      gtk_widget_activate_action (GTK_WIDGET (view), "timeline.zoom-in", NULL);
      annals_timeline_view_get_visible_range (view, &first[1], &last[1]);
      widgets_testing_settle (window);
      annals_timeline_view_get_visible_range (view, &first[2], &last[2]);
      g_assert_cmpint (last[2] - first[2], <, last[0] - first[0]);
      g_assert_cmpint (last[1] == last[2], ==, !animate);
    }
  widgets_testing_close (window);
}

int
main (int argc, char *argv[])
{
  widgets_testing_init (&argc, &argv);

  g_test_add ("/widgets/reading/measure", Fixture, NULL, set_up, test_measure, tear_down);
  g_test_add ("/widgets/reading/type", Fixture, NULL, set_up, test_type, tear_down);
  g_test_add ("/widgets/reading/menu", Fixture, NULL, set_up, test_menu, tear_down);
  g_test_add_func ("/widgets/timeline-view/wheel", test_wheel);
  g_test_add_func ("/widgets/timeline-view/still", test_still);

  return g_test_run ();
}
