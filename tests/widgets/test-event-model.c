/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annals-event-list.h"
#include "annals-event-model.h"
#include "sample-document.h"
#include "widgets-testing.h"

/* The events as rows: by date, made only when they are asked for, and in step with the selection.
 */

#define N_MANY 100000
#define MOST_ROWS 1000

static guint
get_event_at (AnnalsEventModel *model, guint position)
{
  g_autoptr (AnnalsEventItem) item = g_list_model_get_item (G_LIST_MODEL (model), position);

  g_assert_true (ANNALS_IS_EVENT_ITEM (item));
  return annals_event_item_get_event (item);
}

static void
test_sorted (void)
{
  g_autoptr (AnnalsDocument) document = sample_document_new_commentary ();
  g_autoptr (AnnalsSelection) selection = annals_selection_new (document);
  g_autoptr (AnnalsEventModel) model = annals_event_model_new (selection);
  guint n_events = annals_document_get_n_events (document);
  AnnalsInstant before = ANNALS_INSTANT_MIN;

  g_assert_true (g_list_model_get_item_type (G_LIST_MODEL (model)) == ANNALS_TYPE_EVENT_ITEM);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, n_events);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (model), n_events));
  g_assert_cmpstr (annals_document_get_event (document, get_event_at (model, 0))->id, ==,
                   "cold-war");
  g_assert_cmpstr (annals_document_get_event (document, get_event_at (model, n_events - 1))->id, ==,
                   "missile");
  for (guint i = 0; i + 1 < n_events; i++)
    {
      const AnnalsEvent *event = annals_document_get_event (document, get_event_at (model, i));
      AnnalsInstant begin = annals_span_get_earliest (
          annals_date_get_span (annals_event_get_drawn_date (event)));

      g_assert_cmpint (begin, >=, before);
      before = begin;
    }
}

static void
test_find (void)
{
  g_autoptr (AnnalsDocument) document = sample_document_new_marks ();
  g_autoptr (AnnalsSelection) selection = annals_selection_new (document);
  g_autoptr (AnnalsEventModel) model = annals_event_model_new (selection);
  guint n_events = annals_document_get_n_events (document);
  guint position = 4711;

  for (guint i = 0; i < n_events; i++)
    {
      g_assert_true (annals_event_model_find (model, (gint) i, &position));
      g_assert_cmpuint (get_event_at (model, position), ==, i);
    }
  position = 4711;
  g_assert_false (annals_event_model_find (model, ANNALS_NO_EVENT, &position));
  g_assert_false (annals_event_model_find (model, (gint) n_events, &position));
  g_assert_cmpuint (position, ==, 4711);
}

/* Nothing is kept of a row that nobody holds. */
static void
test_forgets (void)
{
  g_autoptr (AnnalsDocument) document = sample_document_new_marks ();
  g_autoptr (AnnalsSelection) selection = annals_selection_new (document);
  g_autoptr (AnnalsEventModel) model = annals_event_model_new (selection);
  AnnalsEventItem *item = g_list_model_get_item (G_LIST_MODEL (model), 3);

  g_assert_finalize_object (item);
}

static void
test_empty (void)
{
  g_autoptr (AnnalsDocument) document = sample_document_new (NULL);
  g_autoptr (AnnalsSelection) selection = annals_selection_new (document);
  g_autoptr (AnnalsEventModel) model = annals_event_model_new (selection);
  guint position = 0;

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 0);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (model), 0));
  g_assert_false (annals_event_model_find (model, 0, &position));
}

/* --- The list ------------------------------------------------------------------------------------
 */

static GtkWidget *
find_widget (GtkWidget *widget, GType type)
{
  GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (widget, type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); found == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_widget (child, type);
  return found;
}

static GtkSingleSelection *
get_rows (GtkWidget *list)
{
  GtkWidget *view = find_widget (list, GTK_TYPE_LIST_VIEW);

  return GTK_SINGLE_SELECTION (gtk_list_view_get_model (GTK_LIST_VIEW (view)));
}

static gint
get_selected_event (GtkWidget *list)
{
  AnnalsEventItem *item = gtk_single_selection_get_selected_item (get_rows (list));

  return item != NULL ? (gint) annals_event_item_get_event (item) : ANNALS_NO_EVENT;
}

static void
test_list_follows (void)
{
  g_autoptr (AnnalsDocument) document = sample_document_new_commentary ();
  g_autoptr (AnnalsSelection) selection = annals_selection_new (document);
  GtkWidget *list = annals_event_list_new ();
  GtkWidget *window;

  annals_event_list_set_selection (ANNALS_EVENT_LIST (list), selection);
  window = widgets_testing_show (list, 400, 600);

  /* Showing the list selects nothing. */
  g_assert_cmpint (annals_selection_get_event (selection), ==, ANNALS_NO_EVENT);
  g_assert_cmpint (get_selected_event (list), ==, ANNALS_NO_EVENT);
  annals_selection_select (selection, 5, -1);
  g_assert_cmpint (get_selected_event (list), ==, 5);
  gtk_single_selection_set_selected (get_rows (list), 0);
  g_assert_cmpint (annals_selection_get_event (selection), ==, 0);
  annals_selection_clear (selection);
  g_assert_cmpint (get_selected_event (list), ==, ANNALS_NO_EVENT);
  g_assert_cmpint (annals_selection_get_event (selection), ==, ANNALS_NO_EVENT);

  annals_event_list_set_selection (ANNALS_EVENT_LIST (list), NULL);
  annals_selection_select (selection, 3, -1);
  widgets_testing_settle (window);
  widgets_testing_close (window);
  g_assert_finalize_object (g_steal_pointer (&selection));
}

static void
test_list_where (void)
{
  static const TestingPassage passages[] = { { ANNALS_WHERE_TEXT, 0, 60 },
                                             { ANNALS_WHERE_SOURCE, 60, 120 } };
  g_autoptr (AnnalsDocument) document = sample_document_new (NULL);
  g_autoptr (AnnalsText) text = widgets_testing_new_text ("te", 60);
  AnnalsText *const texts[] = { text, text };
  g_autoptr (AnnalsSelection) selection = NULL;
  GtkWidget *list = annals_event_list_new ();
  GtkWidget *window;

  widgets_testing_add_event (document, "first", "1990", texts, passages, 2);
  widgets_testing_add_event (document, "second", "1980", texts, passages, 2);
  annals_document_set_text (document, text, NULL, 0);
  annals_document_set_source (document, text, NULL);
  selection = annals_selection_new (document);
  annals_event_list_set_selection (ANNALS_EVENT_LIST (list), selection);
  window = widgets_testing_show (list, 400, 600);

  /* Showing the other text keeps the row. */
  annals_selection_select (selection, 0, -1);
  annals_selection_set_where (selection, ANNALS_WHERE_TEXT);
  g_assert_cmpint (get_selected_event (list), ==, 0);
  g_assert_cmpint (annals_selection_get_event (selection), ==, 0);
  widgets_testing_settle (window);
  widgets_testing_close (window);
}

/* A hundred thousand events make no more rows than a screen holds, at either end of the list. */
static void
test_list_many (void)
{
  g_autoptr (AnnalsDocument) document = sample_document_new_random (3, N_MANY);
  g_autoptr (AnnalsSelection) selection = annals_selection_new (document);
  GtkWidget *list = annals_event_list_new ();
  GtkWidget *window;
  guint n_labels;

  annals_event_list_set_selection (ANNALS_EVENT_LIST (list), selection);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (get_rows (list))), ==, N_MANY);
  window = widgets_testing_show (list, 400, 600);
  n_labels = widgets_testing_count_widgets (list, GTK_TYPE_LABEL);
  g_assert_cmpuint (n_labels, >, 3);
  g_assert_cmpuint (n_labels, <, 3 * MOST_ROWS);

  annals_selection_step_in_time (selection, -1);
  widgets_testing_settle (window);
  g_assert_cmpuint (gtk_single_selection_get_selected (get_rows (list)), ==, N_MANY - 1);
  g_assert_cmpuint (widgets_testing_count_widgets (list, GTK_TYPE_LABEL), <, 3 * MOST_ROWS);
  widgets_testing_close (window);
}

int
main (int argc, char *argv[])
{
  widgets_testing_init (&argc, &argv);

  g_test_add_func ("/widgets/event-model/sorted", test_sorted);
  g_test_add_func ("/widgets/event-model/find", test_find);
  g_test_add_func ("/widgets/event-model/forgets", test_forgets);
  g_test_add_func ("/widgets/event-model/empty", test_empty);
  g_test_add_func ("/widgets/event-list/follows", test_list_follows);
  g_test_add_func ("/widgets/event-list/where", test_list_where);
  g_test_add_func ("/widgets/event-list/many", test_list_many);

  return g_test_run ();
}
