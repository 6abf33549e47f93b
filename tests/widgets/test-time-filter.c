/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annals-event-model.h"
#include "sample-document.h"

/* The range of time of a window, and the list of events that follows it. */

typedef struct
{
  AnnalsDocument *document;
  AnnalsSelection *selection;
  AnnalsTimeFilter *filter;
  guint n_changes;
} Fixture;

static void
count_cb (Fixture *fixture)
{
  fixture->n_changes++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->document = sample_document_new ("2004-01");
  sample_document_add (fixture->document, "oil", "Oil", "1970~/1973~", NULL, 0,
                       ANNALS_STATUS_HAPPENED);
  sample_document_add (fixture->document, "war", "War", "1955/1975", NULL, 0,
                       ANNALS_STATUS_HAPPENED);
  sample_document_add (fixture->document, "late", "Late", "2001/..", NULL, 0,
                       ANNALS_STATUS_ONGOING);
  sample_document_add (fixture->document, "never", "Never", NULL, NULL, 0, ANNALS_STATUS_HAPPENED);
  fixture->selection = annals_selection_new (fixture->document);
  fixture->filter = annals_selection_get_time_filter (fixture->selection);
  g_signal_connect_swapped (fixture->filter, "changed", G_CALLBACK (count_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_signal_handlers_disconnect_by_data (fixture->filter, fixture);
  g_assert_finalize_object (fixture->selection);
  g_object_unref (fixture->document);
}

static void
select_edtf (Fixture *fixture, const gchar *edtf)
{
  g_autoptr (AnnalsDate) date = annals_date_new_from_edtf (edtf, NULL);

  g_assert_nonnull (date);
  annals_time_filter_set_date (fixture->filter, date);
}

static void
test_modes (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const gchar *range;
    AnnalsWithin within;
    gboolean oil;
    gboolean war;
    gboolean late;
  } cases[] = {
    { "1970/1975", ANNALS_WITHIN_CERTAIN, TRUE, FALSE, FALSE },
    { "1970-06/1975", ANNALS_WITHIN_CERTAIN, FALSE, FALSE, FALSE },
    { "1970-06/1975", ANNALS_WITHIN_POSSIBLE, TRUE, FALSE, FALSE },
    { "1970/1975", ANNALS_WITHIN_OVERLAPPING, TRUE, TRUE, FALSE },
    { "2005", ANNALS_WITHIN_OVERLAPPING, FALSE, FALSE, TRUE },
    { "../..", ANNALS_WITHIN_CERTAIN, TRUE, TRUE, TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint n_events = 0;
      const guint8 *found = NULL;

      g_test_message ("%s, %s", cases[i].range, annals_within_get_id (cases[i].within));
      select_edtf (fixture, cases[i].range);
      annals_time_filter_set_within (fixture->filter, cases[i].within);
      found = annals_time_filter_get_found (fixture->filter, &n_events);
      g_assert_cmpuint (n_events, ==, 4);
      g_assert_cmpint (found[0], ==, cases[i].oil);
      g_assert_cmpint (found[1], ==, cases[i].war);
      g_assert_cmpint (found[2], ==, cases[i].late);
      g_assert_cmpint (found[3], ==, FALSE);
      g_assert_cmpuint (annals_time_filter_get_n_events (fixture->filter), ==,
                        (guint) (cases[i].oil + cases[i].war + cases[i].late));
      for (gint j = 0; j < 4; j++)
        g_assert_cmpint (annals_time_filter_has_event (fixture->filter, j), ==, found[j]);
      g_assert_false (annals_time_filter_has_event (fixture->filter, 4));
    }
}

static void
test_without_range (Fixture *fixture, gconstpointer data)
{
  guint n_events = 99;

  g_assert_false (annals_time_filter_get_range (fixture->filter, NULL));
  g_assert_null (annals_time_filter_get_found (fixture->filter, &n_events));
  g_assert_true (annals_time_filter_has_event (fixture->filter, 3));
  g_assert_null (annals_time_filter_create_date (fixture->filter));
  g_assert_null (annals_time_filter_dup_words (fixture->filter, ANNALS_WORDS_LONG));
  annals_time_filter_clear (fixture->filter);
  annals_time_filter_set_date (fixture->filter, NULL);
  g_assert_cmpuint (fixture->n_changes, ==, 0);
}

/* It says so only when it is another. */
static void
test_changes (Fixture *fixture, gconstpointer data)
{
  select_edtf (fixture, "1970/1975");
  g_assert_cmpuint (fixture->n_changes, ==, 1);
  select_edtf (fixture, "1970~/1975~"); /* the same stretch */
  annals_time_filter_set_within (fixture->filter, ANNALS_WITHIN_OVERLAPPING);
  g_assert_cmpuint (fixture->n_changes, ==, 1);
  annals_time_filter_set_within (fixture->filter, ANNALS_WITHIN_CERTAIN);
  g_assert_cmpuint (fixture->n_changes, ==, 2);
  annals_time_filter_clear (fixture->filter);
  g_assert_cmpuint (fixture->n_changes, ==, 3);
  g_assert_cmpint (annals_time_filter_get_within (fixture->filter), ==, ANNALS_WITHIN_CERTAIN);
}

static void
test_words (Fixture *fixture, gconstpointer data)
{
  g_autofree gchar *words = NULL;
  g_autofree gchar *count = NULL;
  g_autofree gchar *said = NULL;
  g_autofree gchar *all = NULL;

  select_edtf (fixture, "1970/1975");
  words = annals_time_filter_dup_words (fixture->filter, ANNALS_WORDS_LONG);
  count = annals_time_filter_dup_count (fixture->filter);
  said = annals_time_filter_dup_announcement (fixture->filter);
  g_assert_cmpstr (words, ==, "1970–1975");
  g_assert_cmpstr (count, ==, "2 of 4 events");
  g_assert_cmpstr (said, ==, "Range 1970–1975, overlapping, 2 of 4 events");

  annals_time_filter_clear (fixture->filter);
  all = annals_time_filter_dup_announcement (fixture->filter);
  g_assert_cmpstr (all, ==, "No range, all events");
}

/* An event that comes later is let through, or not. */
static void
test_document_changes (Fixture *fixture, gconstpointer data)
{
  guint event;

  select_edtf (fixture, "1970/1975");
  event = sample_document_add (fixture->document, "new", "New", "1972", NULL, 0,
                               ANNALS_STATUS_HAPPENED);
  g_assert_true (annals_time_filter_has_event (fixture->filter, (gint) event));
  g_assert_cmpuint (annals_time_filter_get_n_events (fixture->filter), ==, 3);
}

static guint
get_n_rows (AnnalsEventModel *model)
{
  return g_list_model_get_n_items (G_LIST_MODEL (model));
}

/* The list has what the range, the filter and the search all let through. */
static void
test_list (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnnalsEventModel) model = annals_event_model_new (fixture->selection);
  AnnalsSearch *search = annals_selection_get_search (fixture->selection);
  AnnalsEventFilter ongoing = ANNALS_EVENT_FILTER_INIT;
  AnnalsEventFilter none = ANNALS_EVENT_FILTER_INIT;

  g_assert_cmpuint (get_n_rows (model), ==, 4);
  select_edtf (fixture, "1970/2005");
  g_assert_cmpuint (get_n_rows (model), ==, 3);
  ongoing.status = ANNALS_STATUS_ONGOING;
  annals_event_model_set_filter (model, &ongoing);
  g_assert_cmpuint (get_n_rows (model), ==, 1);
  annals_event_model_set_filter (model, &none);
  annals_search_set_active (search, TRUE);
  annals_search_set_words (search, "never");
  for (guint i = 0; annals_search_is_busy (search) && i < 1000; i++)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (get_n_rows (model), ==, 0);
  annals_time_filter_clear (fixture->filter);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (get_n_rows (model), ==, 1);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/widgets/time-filter/modes", test_modes);
  ADD ("/widgets/time-filter/without-range", test_without_range);
  ADD ("/widgets/time-filter/changes", test_changes);
  ADD ("/widgets/time-filter/words", test_words);
  ADD ("/widgets/time-filter/document-changes", test_document_changes);
  ADD ("/widgets/time-filter/list", test_list);

  return g_test_run ();
}
