/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annals-selection.h"
#include "sample-document.h"
#include "widgets-testing.h"

/* The selection that all panes share: what it holds, how events and passages are walked, and that
 * it tells of each change once and of nothing else. */

typedef struct
{
  guint n_changed;
  guint n_hovers;
  guint n_wheres;
  guint n_notifies;
} Counts;

static void
count_cb (guint *count)
{
  *count += 1;
}

static AnnalsSelection *
watch (AnnalsDocument *document, Counts *counts)
{
  AnnalsSelection *selection = annals_selection_new (document);

  *counts = (Counts){ 0 };
  g_signal_connect_swapped (selection, "changed", G_CALLBACK (count_cb), &counts->n_changed);
  g_signal_connect_swapped (selection, "hover-changed", G_CALLBACK (count_cb), &counts->n_hovers);
  g_signal_connect_swapped (selection, "where-changed", G_CALLBACK (count_cb), &counts->n_wheres);
  g_signal_connect_swapped (selection, "notify::where", G_CALLBACK (count_cb), &counts->n_notifies);
  return selection;
}

/* Asserts what was told since the last call. */
static void
assert_told (Counts *counts, guint n_changed, guint n_hovers, guint n_wheres)
{
  g_assert_cmpuint (counts->n_changed, ==, n_changed);
  g_assert_cmpuint (counts->n_hovers, ==, n_hovers);
  g_assert_cmpuint (counts->n_wheres, ==, n_wheres);
  g_assert_cmpuint (counts->n_notifies, ==, n_wheres);
  *counts = (Counts){ 0 };
}

static void
assert_selected (AnnalsSelection *selection, gint event, gint passage)
{
  g_assert_cmpint (annals_selection_get_event (selection), ==, event);
  g_assert_cmpint (annals_selection_get_passage (selection), ==, passage);
}

/* Two texts. Event 0 has two passages in the text and three in the source, event 1 one in the
 * source, event 2 one in the text, before those of event 0, and event 3 none. */
static AnnalsDocument *
create_document (gboolean open_source)
{
  static const TestingPassage first[] = { { ANNALS_WHERE_TEXT, 60, 95 },
                                          { ANNALS_WHERE_TEXT, 120, 155 },
                                          { ANNALS_WHERE_SOURCE, 300, 335 },
                                          { ANNALS_WHERE_SOURCE, 360, 395 },
                                          { ANNALS_WHERE_SOURCE, 420, 455 } };
  static const TestingPassage second[] = { { ANNALS_WHERE_SOURCE, 240, 275 } };
  static const TestingPassage third[] = { { ANNALS_WHERE_TEXT, 0, 35 } };
  AnnalsDocument *document = sample_document_new ("2004");
  g_autoptr (AnnalsText) text = widgets_testing_new_text ("te", 60);
  g_autoptr (AnnalsText) source = widgets_testing_new_text ("so", 90);
  AnnalsText *const texts[] = { text, source };

  widgets_testing_add_event (document, "both", "1999", texts, first, G_N_ELEMENTS (first));
  widgets_testing_add_event (document, "source", "1998", texts, second, G_N_ELEMENTS (second));
  widgets_testing_add_event (document, "text", NULL, texts, third, G_N_ELEMENTS (third));
  widgets_testing_add_event (document, "none", "1997", texts, NULL, 0);
  annals_document_set_text (document, text, NULL, 0);
  if (open_source)
    annals_document_set_source (document, source, NULL);
  return document;
}

static void
test_new (void)
{
  g_autoptr (AnnalsDocument) closed = create_document (FALSE);
  g_autoptr (AnnalsDocument) opened = create_document (TRUE);
  g_autoptr (AnnalsSelection) in_text = annals_selection_new (closed);
  g_autoptr (AnnalsSelection) in_source = annals_selection_new (opened);

  assert_selected (in_text, ANNALS_NO_EVENT, -1);
  g_assert_cmpint (annals_selection_get_hovered (in_text), ==, ANNALS_NO_EVENT);
  g_assert_true (annals_selection_get_document (in_text) == closed);
  g_assert_cmpint (annals_selection_get_where (in_text), ==, ANNALS_WHERE_TEXT);
  g_assert_cmpint (annals_selection_get_where (in_source), ==, ANNALS_WHERE_SOURCE);
}

static void
test_select (void)
{
  static const struct
  {
    gint event;
    gint passage;
    gint selected_event;
    gint selected_passage;
    guint n_changed;
  } cases[] = {
    { 0, -1, 0, 0, 1 },                       /* its first passage in the text shown */
    { 0, 0, 0, 0, 0 },                        /* the same again */
    { 0, -1, 0, 0, 0 },                       /* and again */
    { 0, 1, 0, 1, 1 },                        /* another passage of it */
    { 0, 99, 0, 0, 1 },                       /* none of its passages: the first */
    { 2, 0, 2, 0, 1 },                        /* another event */
    { 3, -1, 3, -1, 1 },                      /* an event without passages */
    { 3, 5, 3, -1, 0 },                       /* which has no sixth either */
    { 4, 0, ANNALS_NO_EVENT, -1, 1 },         /* no event of the document */
    { G_MAXINT, 0, ANNALS_NO_EVENT, -1, 0 },  /* nor this */
    { G_MININT, -1, ANNALS_NO_EVENT, -1, 0 }, /* nor that */
    { 1, -1, 1, -1, 1 },                      /* no passage in the text shown */
    { ANNALS_NO_EVENT, 3, ANNALS_NO_EVENT, -1, 1 },
  };
  g_autoptr (AnnalsDocument) document = create_document (FALSE);
  Counts counts;
  g_autoptr (AnnalsSelection) selection = watch (document, &counts);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      annals_selection_select (selection, cases[i].event, cases[i].passage);
      assert_selected (selection, cases[i].selected_event, cases[i].selected_passage);
      assert_told (&counts, cases[i].n_changed, 0, 0);
    }
}

static void
test_clear (void)
{
  g_autoptr (AnnalsDocument) document = create_document (FALSE);
  Counts counts;
  g_autoptr (AnnalsSelection) selection = watch (document, &counts);

  annals_selection_clear (selection);
  assert_told (&counts, 0, 0, 0);
  annals_selection_select (selection, 0, 1);
  annals_selection_set_hovered (selection, 2);
  assert_told (&counts, 1, 1, 0);
  annals_selection_clear (selection);
  assert_told (&counts, 1, 0, 0);
  assert_selected (selection, ANNALS_NO_EVENT, -1);
  g_assert_cmpint (annals_selection_get_hovered (selection), ==, 2);
}

static void
test_hover (void)
{
  static const struct
  {
    gint event;
    gint hovered;
    guint n_hovers;
  } cases[] = {
    { 2, 2, 1 },
    { 2, 2, 0 },
    { 0, 0, 1 },
    { 4, ANNALS_NO_EVENT, 1 },
    { -7, ANNALS_NO_EVENT, 0 },
    { 3, 3, 1 },
    { ANNALS_NO_EVENT, ANNALS_NO_EVENT, 1 },
  };
  g_autoptr (AnnalsDocument) document = create_document (FALSE);
  Counts counts;
  g_autoptr (AnnalsSelection) selection = watch (document, &counts);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      annals_selection_set_hovered (selection, cases[i].event);
      g_assert_cmpint (annals_selection_get_hovered (selection), ==, cases[i].hovered);
      assert_told (&counts, 0, cases[i].n_hovers, 0);
      assert_selected (selection, ANNALS_NO_EVENT, -1);
    }
}

static void
test_step_passage (void)
{
  static const struct
  {
    AnnalsWhere where;
    gint step;
    gint passage;
  } cases[] = {
    /* The selected passage is the first in the text to begin with. */
    { ANNALS_WHERE_TEXT, 1, 1 },    { ANNALS_WHERE_TEXT, 1, 0 },    { ANNALS_WHERE_TEXT, -1, 1 },
    { ANNALS_WHERE_TEXT, -1, 0 },   { ANNALS_WHERE_TEXT, 5, 1 },    { ANNALS_WHERE_TEXT, -4, 1 },
    { ANNALS_WHERE_TEXT, -1, 0 },   { ANNALS_WHERE_SOURCE, 1, 3 },  { ANNALS_WHERE_SOURCE, 1, 4 },
    { ANNALS_WHERE_SOURCE, 1, 2 },  { ANNALS_WHERE_SOURCE, -1, 4 }, { ANNALS_WHERE_SOURCE, -7, 3 },
    { ANNALS_WHERE_SOURCE, -1, 2 },
  };
  g_autoptr (AnnalsDocument) document = create_document (TRUE);
  g_autoptr (AnnalsSelection) selection = annals_selection_new (document);

  annals_selection_set_where (selection, ANNALS_WHERE_TEXT);
  g_assert_false (annals_selection_step_passage (selection, 1));
  annals_selection_select (selection, 0, 0);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      annals_selection_set_where (selection, cases[i].where);
      g_assert_true (annals_selection_step_passage (selection, cases[i].step));
      assert_selected (selection, 0, cases[i].passage);
    }
}

static void
test_step_passage_none (void)
{
  g_autoptr (AnnalsDocument) document = create_document (FALSE);
  Counts counts;
  g_autoptr (AnnalsSelection) selection = watch (document, &counts);

  annals_selection_select (selection, 1, -1);
  assert_told (&counts, 1, 0, 0);
  g_assert_false (annals_selection_step_passage (selection, 1));
  annals_selection_select (selection, 3, -1);
  assert_told (&counts, 1, 0, 0);
  g_assert_false (annals_selection_step_passage (selection, -1));
  assert_selected (selection, 3, -1);

  /* A lone passage is walked to itself, which is no change. */
  annals_selection_select (selection, 2, 0);
  assert_told (&counts, 1, 0, 0);
  g_assert_true (annals_selection_step_passage (selection, 1));
  g_assert_true (annals_selection_step_passage (selection, -1));
  assert_told (&counts, 0, 0, 0);
  assert_selected (selection, 2, 0);
}

static void
test_where (void)
{
  g_autoptr (AnnalsDocument) document = create_document (TRUE);
  Counts counts;
  g_autoptr (AnnalsSelection) selection = watch (document, &counts);
  gint where = -1;

  annals_selection_set_where (selection, ANNALS_WHERE_SOURCE);
  assert_told (&counts, 0, 0, 0);
  annals_selection_set_where (selection, ANNALS_WHERE_TEXT);
  assert_told (&counts, 0, 0, 1);

  /* The event stays; its passage becomes the first in that text, or none. */
  annals_selection_select (selection, 0, 1);
  assert_told (&counts, 1, 0, 0);
  g_object_set (selection, "where", ANNALS_WHERE_SOURCE, NULL);
  g_object_get (selection, "where", &where, NULL);
  g_assert_cmpint (where, ==, ANNALS_WHERE_SOURCE);
  assert_selected (selection, 0, 2);
  assert_told (&counts, 1, 0, 1);
  annals_selection_select (selection, 1, -1);
  assert_told (&counts, 1, 0, 0);
  annals_selection_set_where (selection, ANNALS_WHERE_TEXT);
  assert_selected (selection, 1, -1);
  assert_told (&counts, 1, 0, 1);

  /* Selecting a passage of the other text shows that one. */
  annals_selection_select (selection, 0, 4);
  g_assert_cmpint (annals_selection_get_where (selection), ==, ANNALS_WHERE_SOURCE);
  assert_selected (selection, 0, 4);
  assert_told (&counts, 1, 0, 1);
  annals_selection_select (selection, 0, 1);
  g_assert_cmpint (annals_selection_get_where (selection), ==, ANNALS_WHERE_TEXT);
  assert_selected (selection, 0, 1);
  assert_told (&counts, 1, 0, 1);
}

static void
test_where_closed (void)
{
  g_autoptr (AnnalsDocument) document = create_document (FALSE);
  Counts counts;
  g_autoptr (AnnalsSelection) selection = watch (document, &counts);

  annals_selection_set_where (selection, ANNALS_WHERE_SOURCE);
  assert_told (&counts, 0, 0, 0);
  annals_selection_select (selection, 0, 3);
  assert_selected (selection, 0, 3);
  assert_told (&counts, 1, 0, 0);
  g_assert_cmpint (annals_selection_get_where (selection), ==, ANNALS_WHERE_TEXT);
}

/* --- Orders --------------------------------------------------------------------------------------
 */

static void
assert_order (AnnalsSelection *selection, const gchar *const *ids, guint n_ids)
{
  AnnalsDocument *document = annals_selection_get_document (selection);
  guint n_events = 0;
  const guint *order = annals_selection_get_order_in_time (selection, &n_events);

  g_assert_cmpuint (n_events, ==, n_ids);
  for (guint i = 0; i < n_ids; i++)
    g_assert_cmpstr (annals_document_get_event (document, order[i])->id, ==, ids[i]);
}

static void
test_order_of_commentary (void)
{
  static const gchar *const ids[] = { "cold-war", "vietnam-war",   "oil-crises", "closer",
                                      "koizumi",  "antiterrorism", "msdf",       "north-korea",
                                      "saddam",   "decision",      "sdf",        "printed",
                                      "posted",   "page",          "missile" };
  g_autoptr (AnnalsDocument) document = sample_document_new_commentary ();
  g_autoptr (AnnalsSelection) selection = annals_selection_new (document);

  assert_order (selection, ids, G_N_ELEMENTS (ids));
}

/* What has no begin stands by its end; what has neither comes last but for what has no date. */
static void
test_order_of_ends (void)
{
  static const struct
  {
    const gchar *id;
    const gchar *edtf;
  } events[] = {
    { "undated", NULL },       { "always", "../.." },        { "until-1960", "../1960" },
    { "by-1955", "[..1955]" }, { "unknown-begin", "/1970" }, { "since-1965", "1965/.." },
    { "undated-too", NULL },   { "long-1950", "1950/1980" }, { "short-1950", "1950/1951" },
    { "bce", "-0043-03-15" },
  };
  static const gchar *const ids[] = { "bce",        "short-1950", "long-1950",     "by-1955",
                                      "until-1960", "since-1965", "unknown-begin", "always",
                                      "undated",    "undated-too" };
  g_autoptr (AnnalsDocument) document = sample_document_new (NULL);
  g_autoptr (AnnalsSelection) selection = annals_selection_new (document);

  for (guint i = 0; i < G_N_ELEMENTS (events); i++)
    sample_document_add (document, events[i].id, events[i].id, events[i].edtf, NULL, 0,
                         ANNALS_STATUS_HAPPENED);
  assert_order (selection, ids, G_N_ELEMENTS (ids));

  /* An event added later is in it too. */
  sample_document_add (document, "first", "first", "-0500", NULL, 0, ANNALS_STATUS_HAPPENED);
  annals_selection_step_in_time (selection, 1);
  assert_selected (selection, G_N_ELEMENTS (events), -1);
}

static void
test_step_in_time (void)
{
  static const gint forward[] = { 3, 1, 0, 2 };
  g_autoptr (AnnalsDocument) document = create_document (FALSE);
  Counts counts;
  g_autoptr (AnnalsSelection) selection = watch (document, &counts);

  g_assert_false (annals_selection_step_in_time (selection, 0));
  for (guint i = 0; i < G_N_ELEMENTS (forward); i++)
    {
      g_assert_true (annals_selection_step_in_time (selection, 1));
      g_assert_cmpint (annals_selection_get_event (selection), ==, forward[i]);
      assert_told (&counts, 1, 0, 0);
    }
  g_assert_false (annals_selection_step_in_time (selection, 1));
  g_assert_false (annals_selection_step_in_time (selection, G_MAXINT));
  g_assert_false (annals_selection_step_in_time (selection, G_MININT));
  assert_told (&counts, 0, 0, 0);
  g_assert_true (annals_selection_step_in_time (selection, -2));
  g_assert_cmpint (annals_selection_get_event (selection), ==, 1);

  /* With nothing selected a step back begins at the last. */
  annals_selection_clear (selection);
  g_assert_true (annals_selection_step_in_time (selection, -1));
  g_assert_cmpint (annals_selection_get_event (selection), ==, 2);
}

static void
test_step_in_text (void)
{
  static const struct
  {
    AnnalsWhere where;
    gint step;
    gint event; /* or -1 when there is none to step to */
  } cases[] = {
    { ANNALS_WHERE_TEXT, 1, 2 },   { ANNALS_WHERE_TEXT, 1, 0 },    { ANNALS_WHERE_TEXT, 1, -1 },
    { ANNALS_WHERE_TEXT, -1, 2 },  { ANNALS_WHERE_TEXT, -1, -1 },  { ANNALS_WHERE_SOURCE, 1, 1 },
    { ANNALS_WHERE_SOURCE, 1, 0 }, { ANNALS_WHERE_SOURCE, 1, -1 }, { ANNALS_WHERE_SOURCE, -1, 1 },
  };
  g_autoptr (AnnalsDocument) document = create_document (TRUE);
  g_autoptr (AnnalsSelection) selection = annals_selection_new (document);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      annals_selection_set_where (selection, cases[i].where);
      g_assert_cmpint (annals_selection_step_in_text (selection, cases[i].step), ==,
                       cases[i].event >= 0);
      if (cases[i].event >= 0)
        g_assert_cmpint (annals_selection_get_event (selection), ==, cases[i].event);
    }

  /* From an event that the text does not mention, the walk begins anew. */
  annals_selection_select (selection, 3, -1);
  g_assert_true (annals_selection_step_in_text (selection, 1));
  g_assert_cmpint (annals_selection_get_event (selection), ==, 1);
}

/* The passages of a source that is opened while the text is walked are found. */
static void
test_source_opened_later (void)
{
  g_autoptr (AnnalsDocument) document = create_document (FALSE);
  g_autoptr (AnnalsSelection) selection = annals_selection_new (document);
  g_autoptr (AnnalsText) source = widgets_testing_new_text ("so", 90);

  g_assert_true (annals_selection_step_in_text (selection, 1));
  g_assert_cmpint (annals_selection_get_event (selection), ==, 2);
  annals_document_set_source (document, source, NULL);
  annals_selection_clear (selection);
  annals_selection_set_where (selection, ANNALS_WHERE_SOURCE);
  g_assert_true (annals_selection_step_in_text (selection, 1));
  g_assert_cmpint (annals_selection_get_event (selection), ==, 1);
}

static void
test_no_events (void)
{
  g_autoptr (AnnalsDocument) document = sample_document_new (NULL);
  g_autoptr (AnnalsSelection) selection = annals_selection_new (document);
  guint n_events = 1;

  annals_selection_get_order_in_time (selection, &n_events);
  g_assert_cmpuint (n_events, ==, 0);
  g_assert_false (annals_selection_step_in_time (selection, 1));
  g_assert_false (annals_selection_step_in_text (selection, -1));
  g_assert_false (annals_selection_step_passage (selection, 1));
  assert_selected (selection, ANNALS_NO_EVENT, -1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/widgets/selection/new", test_new);
  g_test_add_func ("/widgets/selection/select", test_select);
  g_test_add_func ("/widgets/selection/clear", test_clear);
  g_test_add_func ("/widgets/selection/hover", test_hover);
  g_test_add_func ("/widgets/selection/step-passage/wraps", test_step_passage);
  g_test_add_func ("/widgets/selection/step-passage/none", test_step_passage_none);
  g_test_add_func ("/widgets/selection/where/open", test_where);
  g_test_add_func ("/widgets/selection/where/closed", test_where_closed);
  g_test_add_func ("/widgets/selection/order-in-time/commentary", test_order_of_commentary);
  g_test_add_func ("/widgets/selection/order-in-time/ends", test_order_of_ends);
  g_test_add_func ("/widgets/selection/step-in-time", test_step_in_time);
  g_test_add_func ("/widgets/selection/step-in-text", test_step_in_text);
  g_test_add_func ("/widgets/selection/source-opened-later", test_source_opened_later);
  g_test_add_func ("/widgets/selection/no-events", test_no_events);

  return g_test_run ();
}
