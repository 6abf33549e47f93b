/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annals-selection.h"
#include "sample-document.h"
#include "widgets-testing.h"

/* The search of a window: what it finds in the text shown and in the events, which match is the
 * current one, and that long texts are searched beside what goes on. */

#define N_MANY 20000

typedef struct
{
  guint n_changed;
  guint n_current;
} Heard;

static void
changed_cb (Heard *heard)
{
  heard->n_changed++;
}

static void
current_changed_cb (Heard *heard)
{
  heard->n_current++;
}

static void
listen (AnnalsSearch *search, Heard *heard)
{
  g_signal_connect_swapped (search, "changed", G_CALLBACK (changed_cb), heard);
  g_signal_connect_swapped (search, "current-changed", G_CALLBACK (current_changed_cb), heard);
}

static void
wait_for (AnnalsSearch *search)
{
  gint64 until_us = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;

  while (annals_search_is_busy (search))
    {
      g_main_context_iteration (NULL, TRUE);
      if (g_get_monotonic_time () > until_us)
        g_error ("The search does not come to an end.");
    }
}

/* Two texts of numbered words, "te000 te001 …" and "so000 so001 …", and two events. */
static AnnalsDocument *
create_document (void)
{
  static const TestingPassage first[] = { { ANNALS_WHERE_TEXT, 6, 17 },
                                          { ANNALS_WHERE_SOURCE, 60, 71 } };
  static const TestingPassage second[] = { { ANNALS_WHERE_TEXT, 120, 131 } };
  AnnalsDocument *document = sample_document_new (NULL);
  g_autoptr (AnnalsText) text = widgets_testing_new_text ("te", 100);
  g_autoptr (AnnalsText) source = widgets_testing_new_text ("so", 100);
  AnnalsText *const texts[] = { text, source };

  widgets_testing_add_event (document, "Dreyfus affair", "1894-10", texts, first, 2);
  widgets_testing_add_event (document, "Café", "1990", texts, second, 1);
  annals_document_set_text (document, text, NULL, 0);
  annals_document_set_source (document, source, NULL);
  return document;
}

static AnnalsSearch *
begin (AnnalsSelection *selection, AnnalsWhere where)
{
  AnnalsSearch *search = annals_selection_get_search (selection);

  annals_selection_set_where (selection, where);
  annals_search_set_active (search, TRUE);
  return search;
}

static void
test_nothing (void)
{
  g_autoptr (AnnalsDocument) document = create_document ();
  g_autoptr (AnnalsSelection) selection = annals_selection_new (document);
  AnnalsSearch *search = annals_selection_get_search (selection);
  guint n_events = 4711;

  annals_search_set_words (search, "te");
  g_assert_cmpuint (annals_search_get_n_matches (search), ==, 0); /* it is not on */
  annals_search_set_active (search, TRUE);
  annals_search_set_words (search, "  ");
  g_assert_null (annals_search_get_query (search));
  g_assert_null (annals_search_get_found (search, &n_events));
  g_assert_cmpuint (n_events, ==, 0);
  g_assert_cmpint (annals_search_get_current (search), ==, -1);
  g_assert_false (annals_search_step (search, 1));
  g_assert_false (annals_search_has_event (search, 0));
}

static void
test_text (void)
{
  g_autoptr (AnnalsDocument) document = create_document ();
  g_autoptr (AnnalsSelection) selection = annals_selection_new (document);
  AnnalsSearch *search = begin (selection, ANNALS_WHERE_TEXT);
  Heard heard = { 0 };
  guint first = 0;
  guint last = 0;

  listen (search, &heard);
  annals_search_set_words (search, "TE00");
  g_assert_cmpuint (heard.n_changed, ==, 1);
  g_assert_cmpuint (annals_search_get_n_matches (search), ==, 10);
  g_assert_cmpint (annals_search_get_match (search, 3)->start, ==, 18);
  g_assert_cmpint (annals_search_get_match (search, 3)->end, ==, 22);

  annals_search_get_range (search, 0, 6, &first, &last);
  g_assert_cmpuint (first, ==, 0);
  g_assert_cmpuint (last, ==, 1);
  annals_search_get_range (search, 7, 19, &first, &last); /* reaches into both */
  g_assert_cmpuint (first, ==, 1);
  g_assert_cmpuint (last, ==, 4);
  annals_search_get_range (search, 400, 500, &first, &last);
  g_assert_cmpuint (first, ==, last);

  annals_search_set_flags (search, ANNALS_QUERY_MATCH_CASE);
  g_assert_cmpuint (annals_search_get_n_matches (search), ==, 0);
  annals_search_set_flags (search, ANNALS_QUERY_NONE);
  g_assert_cmpuint (annals_search_get_n_matches (search), ==, 10);
  annals_search_set_active (search, FALSE);
  g_assert_cmpuint (annals_search_get_n_matches (search), ==, 0);
  g_assert_cmpstr (annals_search_get_words (search), ==, "TE00");
}

static void
test_steps (void)
{
  g_autoptr (AnnalsDocument) document = create_document ();
  g_autoptr (AnnalsSelection) selection = annals_selection_new (document);
  AnnalsSearch *search = begin (selection, ANNALS_WHERE_TEXT);
  Heard heard = { 0 };

  annals_search_set_origin (search, 12); /* the third word */
  annals_search_set_words (search, "te00");
  g_assert_cmpint (annals_search_get_current (search), ==, 2);
  listen (search, &heard);
  g_assert_true (annals_search_step (search, 1));
  g_assert_cmpint (annals_search_get_current (search), ==, 3);
  g_assert_cmpint (annals_search_get_wrapped (search), ==, 0);
  g_assert_cmpuint (heard.n_current, ==, 1);
  g_assert_cmpuint (heard.n_changed, ==, 0);
  for (guint i = 0; i < 7; i++)
    annals_search_step (search, 1);
  g_assert_cmpint (annals_search_get_current (search), ==, 0);
  g_assert_cmpint (annals_search_get_wrapped (search), ==, 1);
  annals_search_step (search, -1);
  g_assert_cmpint (annals_search_get_current (search), ==, 9);
  g_assert_cmpint (annals_search_get_wrapped (search), ==, -1);

  /* Who goes on typing stays where they are; beyond the last match the first one is taken. */
  annals_search_set_words (search, "te009");
  g_assert_cmpint (annals_search_get_match (search, annals_search_get_current (search))->start, ==,
                   54);
  g_assert_cmpint (annals_search_get_wrapped (search), ==, 0);
  annals_search_set_words (search, "te001");
  g_assert_cmpint (annals_search_get_current (search), ==, 0);
}

static void
test_where (void)
{
  g_autoptr (AnnalsDocument) document = create_document ();
  g_autoptr (AnnalsSelection) selection = annals_selection_new (document);
  AnnalsSearch *search = begin (selection, ANNALS_WHERE_TEXT);

  annals_search_set_words (search, "so00");
  g_assert_cmpuint (annals_search_get_n_matches (search), ==, 0);
  annals_selection_set_where (selection, ANNALS_WHERE_SOURCE);
  g_assert_cmpuint (annals_search_get_n_matches (search), ==, 10);
  annals_selection_set_where (selection, ANNALS_WHERE_TEXT);
  g_assert_cmpuint (annals_search_get_n_matches (search), ==, 0);
}

typedef struct
{
  const gchar *words;
  guint8 found[2];
} EventCase;

static void
test_events (void)
{
  static const EventCase cases[] = {
    { "dreyfus", { 1, 0 } },      /* the label */
    { "CAFE", { 0, 1 } },         /* accents folded */
    { "October 1894", { 1, 0 } }, /* the date in words */
    { "te001 te", { 1, 0 } },     /* a quotation */
    { "so010", { 1, 0 } },        /* one of the text that is not shown */
    { "19", { 0, 1 } },           /* no more than there is */
    { "a", { 1, 1 } },
    { "affair 1894", { 0, 0 } }, /* not across what are two things */
    { "affair Café", { 0, 0 } },
    { "affair\0361894", { 0, 0 } },
  };
  g_autoptr (AnnalsDocument) document = create_document ();
  g_autoptr (AnnalsSelection) selection = annals_selection_new (document);
  AnnalsSearch *search = begin (selection, ANNALS_WHERE_TEXT);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint n_events = 0;

      g_test_message ("“%s”", cases[i].words);
      annals_search_set_words (search, cases[i].words);
      g_assert_cmpuint (annals_search_get_n_events (search), ==,
                        cases[i].found[0] + cases[i].found[1]);
      g_assert_cmpint (annals_search_has_event (search, 0), ==, cases[i].found[0]);
      g_assert_cmpint (annals_search_has_event (search, 1), ==, cases[i].found[1]);
      g_assert_nonnull (annals_search_get_found (search, &n_events));
      g_assert_cmpuint (n_events, ==, 2);
      g_assert_false (annals_search_has_event (search, 2));
      g_assert_false (annals_search_has_event (search, ANNALS_NO_EVENT));
    }
}

/* Events of a random document: the same as asking each by itself. */
static void
test_many_events (void)
{
  g_autoptr (AnnalsDocument) document = sample_document_new_random (7, N_MANY);
  g_autoptr (AnnalsSelection) selection = annals_selection_new (document);
  g_autoptr (AnnalsQuery) query = annals_query_new ("uberlingen the", ANNALS_QUERY_NONE);
  AnnalsSearch *search = begin (selection, ANNALS_WHERE_TEXT);
  guint n_expected = 0;

  annals_search_set_words (search, "uberlingen the");
  wait_for (search);
  for (guint i = 0; i < N_MANY; i++)
    {
      g_autoptr (GArray) matches = annals_query_find (
          query, annals_document_get_event (document, i)->label);

      g_assert_cmpint (annals_search_has_event (search, (gint) i), ==, matches->len > 0);
      n_expected += matches->len > 0;
    }
  g_assert_cmpuint (n_expected, >, 10);
  g_assert_cmpuint (annals_search_get_n_events (search), ==, n_expected);
}

static AnnalsDocument *
create_long_document (void)
{
  AnnalsDocument *document = sample_document_new (NULL);
  GString *words = g_string_new (NULL);
  g_autoptr (AnnalsText) text = NULL;

  for (guint i = 0; i < 200000; i++)
    g_string_append_printf (words, "word%u ", i);
  text = annals_text_new_take (g_string_free (words, FALSE));
  annals_document_set_text (document, text, NULL, 0);
  return document;
}

/* A long text is searched in a thread: what is typed meanwhile is what is found in the end. */
static void
test_thread (void)
{
  g_autoptr (AnnalsDocument) document = create_long_document ();
  g_autoptr (AnnalsSelection) selection = annals_selection_new (document);
  AnnalsSearch *search = begin (selection, ANNALS_WHERE_TEXT);
  gint64 start_us = g_get_monotonic_time ();

  annals_search_set_words (search, "w");
  annals_search_set_words (search, "word1");
  annals_search_set_words (search, "word199999");
  g_assert_cmpint (g_get_monotonic_time () - start_us, <, G_USEC_PER_SEC / 10);
  g_assert_true (annals_search_is_busy (search));
  g_assert_cmpuint (annals_search_get_n_matches (search), ==, 0);
  wait_for (search);
  g_assert_cmpuint (annals_search_get_n_matches (search), ==, 1);
  annals_search_set_words (search, "word");
  annals_search_set_active (search, FALSE);
  g_assert_cmpuint (annals_search_get_n_matches (search), ==, 0);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  annals_search_set_active (search, TRUE);
  wait_for (search);
  g_assert_cmpuint (annals_search_get_n_matches (search), ==, 200000);
}

/* A window can be closed while it searches. */
static void
test_thread_leave (void)
{
  g_autoptr (AnnalsDocument) document = create_long_document ();
  AnnalsSelection *selection = annals_selection_new (document);
  AnnalsSearch *search = g_object_ref (begin (selection, ANNALS_WHERE_TEXT));

  annals_search_set_words (search, "word");
  g_object_unref (selection);
  wait_for (search);
  g_object_add_weak_pointer (G_OBJECT (search), (gpointer *) &search);
  g_object_unref (search);
  /* The thread may still hold what it was asked by. */
  for (guint i = 0; search != NULL && i < 500; i++)
    widgets_testing_run (10);
  g_assert_null (search);
}

static void
test_document_changes (void)
{
  g_autoptr (AnnalsDocument) document = create_document ();
  g_autoptr (AnnalsSelection) selection = annals_selection_new (document);
  AnnalsSearch *search = begin (selection, ANNALS_WHERE_TEXT);
  g_autoptr (AnnalsText) other = annals_text_new ("te te te", -1);

  annals_search_set_words (search, "te");
  g_assert_cmpuint (annals_search_get_n_matches (search), ==, 100);
  annals_document_set_text (document, other, NULL, 0);
  g_assert_cmpuint (annals_search_get_n_matches (search), ==, 3);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/widgets/search/nothing", test_nothing);
  g_test_add_func ("/widgets/search/text", test_text);
  g_test_add_func ("/widgets/search/steps", test_steps);
  g_test_add_func ("/widgets/search/where", test_where);
  g_test_add_func ("/widgets/search/events", test_events);
  g_test_add_func ("/widgets/search/many-events", test_many_events);
  g_test_add_func ("/widgets/search/thread", test_thread);
  g_test_add_func ("/widgets/search/thread-leave", test_thread_leave);
  g_test_add_func ("/widgets/search/document-changes", test_document_changes);

  return g_test_run ();
}
