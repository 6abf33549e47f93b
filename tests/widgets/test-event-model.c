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

/* An event that comes later is found, or is not, though the rows are those they were. */
static void
test_find_later (void)
{
  g_autoptr (AnnalsDocument) document = sample_document_new_marks ();
  g_autoptr (AnnalsSelection) selection = annals_selection_new (document);
  g_autoptr (AnnalsEventModel) model = annals_event_model_new (selection);
  AnnalsEventFilter filter = ANNALS_EVENT_FILTER_INIT;
  guint position = 0;

  filter.status = ANNALS_STATUS_DENIED;
  annals_event_model_set_filter (model, &filter);
  annals_event_model_find (model, 0, &position);
  for (guint i = 0; i < MOST_ROWS; i++)
    {
      g_autofree gchar *id = g_strdup_printf ("later-%u", i);
      guint event = sample_document_add (document, id, "Later", "1970", NULL, 0,
                                         ANNALS_STATUS_HAPPENED);

      g_assert_false (annals_event_model_find (model, (gint) event, &position));
    }
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

/* --- Sorting and filtering ----------------------------------------------------------------------
 */

/* Three lanes, passages of both texts in an order that is neither that of time nor of names. */
static AnnalsDocument *
create_sortable (void)
{
  static const TestingPassage zebra[] = { { ANNALS_WHERE_TEXT, 300, 311 },
                                          { ANNALS_WHERE_SOURCE, 6, 17 } };
  static const TestingPassage apple[] = { { ANNALS_WHERE_TEXT, 6, 17 },
                                          { ANNALS_WHERE_SOURCE, 300, 311 } };
  AnnalsDocument *document = sample_document_new (NULL);
  g_autoptr (AnnalsText) text = widgets_testing_new_text ("te", 60);
  AnnalsText *const texts[] = { text, text };

  widgets_testing_add_event (document, "zebra", "1950", texts, zebra, 2);
  sample_document_add (document, "mole", "mole", "1940", NULL, 2, ANNALS_STATUS_PLANNED);
  sample_document_add (document, "Mole", "mole", "1930", NULL, 1, ANNALS_STATUS_DENIED);
  widgets_testing_add_event (document, "apple", "1960", texts, apple, 2);
  sample_document_add (document, "undated", "bee", NULL, NULL, 1, ANNALS_STATUS_HAPPENED);
  annals_document_set_text (document, text, NULL, 0);
  annals_document_set_source (document, text, NULL);
  return document;
}

static gchar *
dup_rows (AnnalsEventModel *model)
{
  AnnalsDocument *document = annals_selection_get_document (
      annals_event_model_get_selection (model));
  g_autoptr (GString) rows = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (model)); i++)
    g_string_append_printf (rows, "%s%s", i > 0 ? " " : "",
                            annals_document_get_event (document, get_event_at (model, i))->id);
  return g_string_free (g_steal_pointer (&rows), FALSE);
}

static void
assert_rows (AnnalsEventModel *model, const gchar *expected)
{
  g_autofree gchar *rows = dup_rows (model);

  g_assert_cmpstr (rows, ==, expected);
}

static void
test_sort (void)
{
  g_autoptr (AnnalsDocument) document = create_sortable ();
  g_autoptr (AnnalsSelection) selection = annals_selection_new (document);
  g_autoptr (AnnalsEventModel) model = annals_event_model_new (selection);

  annals_selection_set_where (selection, ANNALS_WHERE_TEXT);
  assert_rows (model, "Mole mole zebra apple undated");
  annals_event_model_set_sort (model, ANNALS_EVENT_SORT_PLACE);
  assert_rows (model, "apple zebra Mole mole undated");
  annals_selection_set_where (selection, ANNALS_WHERE_SOURCE);
  assert_rows (model, "zebra apple Mole mole undated");
  annals_event_model_set_sort (model, ANNALS_EVENT_SORT_LANE);
  assert_rows (model, "zebra apple Mole undated mole");
  annals_event_model_set_sort (model, ANNALS_EVENT_SORT_LABEL);
  assert_rows (model, "apple undated Mole mole zebra");
  annals_event_model_set_sort (model, ANNALS_EVENT_SORT_DATE);
  assert_rows (model, "Mole mole zebra apple undated");
}

static void
test_filter (void)
{
  g_autoptr (AnnalsDocument) document = create_sortable ();
  g_autoptr (AnnalsSelection) selection = annals_selection_new (document);
  g_autoptr (AnnalsEventModel) model = annals_event_model_new (selection);
  AnnalsEventFilter lane = ANNALS_EVENT_FILTER_INIT;
  AnnalsEventFilter status = ANNALS_EVENT_FILTER_INIT;
  AnnalsEventFilter without = ANNALS_EVENT_FILTER_INIT;
  AnnalsEventFilter exact = ANNALS_EVENT_FILTER_INIT;
  AnnalsEventFilter none = ANNALS_EVENT_FILTER_INIT;
  guint position = 0;

  lane.lane = 1;
  status.status = ANNALS_STATUS_PLANNED;
  without.without_passages = TRUE;
  exact.standing = ANNALS_STANDING_EXACT;

  annals_event_model_set_filter (model, &lane);
  assert_rows (model, "Mole undated");
  g_assert_false (annals_event_model_find (model, 0, &position));
  g_assert_true (annals_event_model_find (model, 4, &position));
  g_assert_cmpuint (position, ==, 1);
  annals_event_model_set_filter (model, &status);
  assert_rows (model, "mole");
  annals_event_model_set_filter (model, &without);
  assert_rows (model, "Mole mole undated");
  g_assert_cmpuint (annals_event_model_count (model, &exact), ==, 2);
  g_assert_cmpuint (annals_event_model_count (model, &without), ==, 3);
  exact.without_passages = TRUE; /* which no event can be */
  annals_event_model_set_filter (model, &exact);
  assert_rows (model, "");

  /* What is looked for narrows the list further. */
  annals_event_model_set_filter (model, &none);
  annals_search_set_active (annals_selection_get_search (selection), TRUE);
  annals_search_set_words (annals_selection_get_search (selection), "MOLE");
  assert_rows (model, "Mole mole");
  annals_event_model_set_filter (model, &status);
  assert_rows (model, "mole");
  annals_event_model_set_filter (model, &none);
  annals_search_set_words (annals_selection_get_search (selection), "");
  assert_rows (model, "Mole mole zebra apple undated");
}

static void
count_changes_cb (guint *n_changes)
{
  *n_changes += 1;
}

/* Nothing is said where nothing changes. */
static void
test_quiet (void)
{
  g_autoptr (AnnalsDocument) document = create_sortable ();
  g_autoptr (AnnalsSelection) selection = annals_selection_new (document);
  g_autoptr (AnnalsEventModel) model = annals_event_model_new (selection);
  AnnalsSearch *search = annals_selection_get_search (selection);
  guint n_changes = 0;

  annals_search_set_active (search, TRUE);
  g_signal_connect_swapped (model, "items-changed", G_CALLBACK (count_changes_cb), &n_changes);
  annals_search_set_words (search, "m");
  g_assert_cmpuint (n_changes, ==, 1);
  annals_search_set_words (search, "mo");
  annals_search_set_words (search, "mol");
  g_assert_cmpuint (n_changes, ==, 1);
}

static gboolean
naive_passes (const AnnalsEvent *event, const AnnalsEventFilter *filter, const AnnalsQuery *query)
{
  g_autoptr (GArray) matches = query != NULL ? annals_query_find (query, event->label) : NULL;

  return (matches == NULL || matches->len > 0)
         && (filter->lane < 0 || event->lane == (guint) filter->lane)
         && (filter->status < 0 || (gint) event->status == filter->status);
}

/* Every row passes, every event that passes is a row, and rows are in order. */
static void
test_random (void)
{
  static const gchar *const words[] = { "", "treaty", "uberlingen", "\346\227\245", "Ж" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  g_autoptr (AnnalsDocument) document = sample_document_new_random (5, 600);
  g_autoptr (AnnalsSelection) selection = annals_selection_new (document);
  g_autoptr (AnnalsEventModel) model = annals_event_model_new (selection);
  AnnalsSearch *search = annals_selection_get_search (selection);

  annals_search_set_active (search, TRUE);
  for (guint round = 0; round < 200; round++)
    {
      AnnalsEventFilter filter = { g_rand_int_range (rand, -1, 3), g_rand_int_range (rand, -1, 5),
                                   -1, FALSE };
      guint n_expected = 0;
      guint position = 0;

      annals_search_set_words (search, words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))]);
      annals_event_model_set_filter (model, &filter);
      annals_event_model_set_sort (model, g_rand_int_range (rand, 0, ANNALS_N_EVENT_SORTS));
      for (guint i = 0; i < 600; i++)
        {
          const AnnalsEvent *event = annals_document_get_event (document, i);
          gboolean expected = naive_passes (event, &filter, annals_search_get_query (search));

          g_assert_cmpint (annals_event_model_find (model, (gint) i, &position), ==, expected);
          if (expected)
            g_assert_cmpuint (get_event_at (model, position), ==, i);
          n_expected += expected;
        }
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, n_expected);
      for (guint i = 0; i + 1 < n_expected; i++)
        {
          const AnnalsEvent *event = annals_document_get_event (document, get_event_at (model, i));
          const AnnalsEvent *next = annals_document_get_event (document,
                                                               get_event_at (model, i + 1));

          if (annals_event_model_get_sort (model) == ANNALS_EVENT_SORT_LANE)
            g_assert_cmpuint (event->lane, <=, next->lane);
          if (annals_event_model_get_sort (model) == ANNALS_EVENT_SORT_LABEL)
            g_assert_cmpint (g_utf8_collate (event->label, next->label), <=, 0);
        }
    }
}

/* A hundred thousand events are sorted and filtered while one waits. */
static void
test_many (void)
{
  g_autoptr (AnnalsDocument) document = sample_document_new_random (3, N_MANY);
  g_autoptr (AnnalsSelection) selection = annals_selection_new (document);
  g_autoptr (AnnalsEventModel) model = annals_event_model_new (selection);
  AnnalsEventFilter filter = ANNALS_EVENT_FILTER_INIT;
  gint64 start_us;

  for (guint sort = 0; sort < ANNALS_N_EVENT_SORTS; sort++)
    {
      start_us = g_get_monotonic_time ();
      annals_event_model_set_sort (model, sort);
      g_test_message ("sort %u: %d ms", sort, (gint) ((g_get_monotonic_time () - start_us) / 1000));
      g_assert_cmpint (g_get_monotonic_time () - start_us, <, 3 * G_USEC_PER_SEC);
    }
  filter.lane = 1;
  start_us = g_get_monotonic_time ();
  annals_event_model_set_filter (model, &filter);
  g_test_message ("filter: %d ms", (gint) ((g_get_monotonic_time () - start_us) / 1000));
  g_assert_cmpint (g_get_monotonic_time () - start_us, <, G_USEC_PER_SEC);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==,
                    annals_event_model_count (model, &filter));
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

/* The library keeps the sections of a menu that it has shown; they are left empty, so that lists
 * that come and go do not gather them. */
static void
test_list_menus (void)
{
  g_autoptr (AnnalsDocument) document = sample_document_new_commentary ();
  g_autoptr (AnnalsSelection) selection = annals_selection_new (document);
  GtkWidget *list = annals_event_list_new ();
  g_autoptr (GMenuModel) section = NULL;
  g_autoptr (GMenuModel) lanes = NULL;
  GObject *button;
  GtkWidget *window;

  annals_event_list_set_selection (ANNALS_EVENT_LIST (list), selection);
  window = widgets_testing_show (list, 400, 600);
  button = gtk_widget_get_template_child (list, ANNALS_TYPE_EVENT_LIST, "filter_button");
  section = g_menu_model_get_item_link (gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (button)),
                                        0, G_MENU_LINK_SECTION);
  lanes = g_menu_model_get_item_link (section, 0, G_MENU_LINK_SUBMENU);
  g_assert_cmpint (g_menu_model_get_n_items (lanes), ==, 2);

  widgets_testing_close (window);
  g_assert_cmpint (g_menu_model_get_n_items (section), ==, 0);
  g_assert_cmpint (g_menu_model_get_n_items (lanes), ==, 0);
}

int
main (int argc, char *argv[])
{
  widgets_testing_init (&argc, &argv);

  g_test_add_func ("/widgets/event-model/sorted", test_sorted);
  g_test_add_func ("/widgets/event-model/find", test_find);
  g_test_add_func ("/widgets/event-model/find-later", test_find_later);
  g_test_add_func ("/widgets/event-model/forgets", test_forgets);
  g_test_add_func ("/widgets/event-model/empty", test_empty);
  g_test_add_func ("/widgets/event-model/sort", test_sort);
  g_test_add_func ("/widgets/event-model/filter", test_filter);
  g_test_add_func ("/widgets/event-model/quiet", test_quiet);
  g_test_add_func ("/widgets/event-model/random", test_random);
  g_test_add_func ("/widgets/event-model/many", test_many);
  g_test_add_func ("/widgets/event-list/follows", test_list_follows);
  g_test_add_func ("/widgets/event-list/where", test_list_where);
  g_test_add_func ("/widgets/event-list/menus", test_list_menus);
  g_test_add_func ("/widgets/event-list/many", test_list_many);

  return g_test_run ();
}
