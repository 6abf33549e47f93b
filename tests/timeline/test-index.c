/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annals-index-private.h"
#include "sample-document.h"

/* Filling an index, its limits, and the index of a document. */

static void
assert_same (const AnnalsIndexEntry *a, const AnnalsIndexEntry *b)
{
  g_assert_cmpuint (a->event, ==, b->event);
  g_assert_cmpint (a->begin, ==, b->begin);
  g_assert_cmpint (a->end, ==, b->end);
  g_assert_cmpuint (a->lane, ==, b->lane);
  g_assert_cmpuint (a->weight, ==, b->weight);
  g_assert_cmpuint (a->flags, ==, b->flags);
  g_assert_cmpstr (a->label, ==, b->label);
}

/* What is added is made fit: in the order of time, one line of UTF-8. */
static void
test_adds (void)
{
  static const struct
  {
    AnnalsIndexEntry added;
    AnnalsInstant begin;
    AnnalsInstant end;
    const gchar *label;
  } cases[] = {
    { { 5, 3, 0, 0, 1, 0, "backwards" }, 3, 5, "backwards" },
    { { 1, 1, 1, 1, 1, 0, NULL }, 1, 1, "" },
    { { 1, 1, 2, 1, 1, 0, "two\nlines\tand a tab\r" }, 1, 1, "two lines and a tab " },
    { { 1, 1, 3, 1, 1, 0, "not \xff UTF-8" }, 1, 1, "not \xef\xbf\xbd UTF-8" },
    { { ANNALS_INSTANT_MIN, ANNALS_INSTANT_MAX, 4, 1, G_MAXUINT32, 0, "always" },
      ANNALS_INSTANT_MIN,
      ANNALS_INSTANT_MAX,
      "always" },
  };
  g_autoptr (AnnalsIndex) index = annals_index_new (2);
  AnnalsIndexEntry entry;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_true (annals_index_add (index, &cases[i].added));
  annals_index_build (index);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_true (annals_index_get (index, cases[i].added.event, &entry));
      g_assert_cmpint (entry.begin, ==, cases[i].begin);
      g_assert_cmpint (entry.end, ==, cases[i].end);
      g_assert_cmpuint (entry.weight, ==, cases[i].added.weight);
      g_assert_cmpstr (entry.label, ==, cases[i].label);
    }
}

/* More passages, then longer, weigh more. */
static void
test_weigh (void)
{
  static const struct
  {
    guint rank;
    AnnalsInstant begin;
    AnnalsInstant end;
  } cases[] = {
    { 0, 7, 7 },
    { 0, 7, 8 },
    { 0, 7, 9 },
    { 0, 7, 10 },
    { 0, 0, 86400 },
    { 0, 0, 86403 },
    { 0, 0, G_GINT64_CONSTANT (1) << 40 },
    { 0, ANNALS_INSTANT_MIN / 2, 0 },
    { 0, ANNALS_INSTANT_MIN, ANNALS_INSTANT_MAX },
    { 1, 7, 7 },
    { 1, ANNALS_INSTANT_MIN, ANNALS_INSTANT_MAX },
    { 1000, 7, 7 },
  };

  for (guint i = 1; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpuint (annals_index_weigh (cases[i - 1].rank, cases[i - 1].begin, cases[i - 1].end),
                      <, annals_index_weigh (cases[i].rank, cases[i].begin, cases[i].end));
  g_assert_cmpuint (annals_index_weigh (1000, 1, 2), ==, annals_index_weigh (5000, 1, 2));
  g_assert_cmpuint (annals_index_weigh (3, 9, 2), ==, annals_index_weigh (3, 2, 9));
}

/* Numbers that do not rise, and lanes that are found late. */
static void
test_any_order (void)
{
  g_autoptr (AnnalsIndex) index = annals_index_new (0);
  AnnalsIndexEntry entry;

  for (guint i = 0; i < 1000; i++)
    {
      AnnalsIndexEntry added = { .begin = i % 10, .end = 50, .event = i * 7919 % 1000 };

      added.lane = i % 3;
      if (added.lane >= annals_index_get_n_lanes (index))
        annals_index_set_n_lanes (index, added.lane + 1);
      g_assert_true (annals_index_add_labelled (index, &added, "label and more", 5));
    }
  annals_index_build (index);
  g_assert_cmpuint (annals_index_get_n_events (index), ==, 1000);
  g_assert_true (annals_index_get (index, 0, &entry));
  for (guint i = 1; i < 1000; i++)
    {
      AnnalsIndexEntry next;

      g_assert_true (annals_index_get (index, i, &next));
      g_assert_cmpstr (next.label, ==, "label");
    }
  entry = (AnnalsIndexEntry){ .begin = -1 };
  for (guint i = 0; i < 1000; i++)
    {
      AnnalsIndexEntry next;

      g_assert_true (
          annals_index_find_next (index, ANNALS_INDEX_ALL_LANES, entry.begin, entry.event, &next));
      g_assert_true (i == 0 || entry.begin < next.begin
                     || (entry.begin == next.begin && entry.event < next.event));
      entry = next;
    }
  g_assert_false (
      annals_index_find_next (index, ANNALS_INDEX_ALL_LANES, entry.begin, entry.event, &entry));
}

/* How far all reaches, whatever is open. */
static void
test_horizon (void)
{
  g_autoptr (AnnalsIndex) index = annals_index_new (1);
  AnnalsIndexEntry entries[] = {
    { ANNALS_INSTANT_MIN, ANNALS_INSTANT_MAX, 0, 0, 1, 0, "always" },
    { 10, 20, 1, 0, 1, 0, "known" },
    { 15, ANNALS_INSTANT_MAX, 2, 0, 1, 0, "since" },
    { ANNALS_INSTANT_MIN, 5, 3, 0, 1, 0, "until" },
  };
  AnnalsInstant first = 1;
  AnnalsInstant last = 1;
  gboolean opens_left;

  g_assert_false (annals_index_get_horizon (index, &first, &last, &opens_left));
  annals_index_add (index, &entries[1]);
  annals_index_build (index);
  g_assert_true (annals_index_get_horizon (index, &first, &last, &opens_left));
  g_assert_false (opens_left);
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    if (i != 1)
      annals_index_add (index, &entries[i]);
  g_assert_true (annals_index_get_horizon (index, &first, &last, &opens_left));
  g_assert_true (opens_left);
  g_assert_cmpint (first, ==, 5);
  g_assert_cmpint (last, ==, 20);
  annals_index_remove (index, 3);
  annals_index_merge (index);
  g_assert_true (annals_index_get_horizon (index, &first, &last, &opens_left));
  g_assert_cmpint (first, ==, 10);
  g_assert_cmpint (last, ==, 20);
}

/* Where 4 GiB of labels would be needed, less is made to be the most. */
static void
test_full (void)
{
  g_autoptr (AnnalsIndex) index = annals_index_new (1);
  AnnalsIndexEntry entry = { .label = "ten bytes" };
  guint n = 0;

  index->labels.most = index->change_labels.most = 100;
  for (; n < 50; n++)
    {
      g_autofree gchar *label = g_strdup_printf ("%09u", n);

      entry.event = n;
      entry.label = label;
      if (!annals_index_add (index, &entry))
        break;
    }
  g_assert_cmpuint (n, ==, 10);
  entry.label = "000000009";
  g_assert_true (annals_index_add (index, &entry)); /* as the one before */
  annals_index_build (index);
  g_assert_cmpuint (annals_index_get_n_events (index), ==, 11);
  entry.event = 100;
  entry.label = "more";
  g_assert_false (annals_index_add (index, &entry));
  g_assert_false (annals_index_move (index, 3, 1, 2, 0));
  g_assert_true (annals_index_get (index, 3, &entry));
  g_assert_cmpstr (entry.label, ==, "000000003");
  g_assert_cmpint (entry.end, ==, 0);
}

/* A million of the same label cost one. */
static void
test_one_label (void)
{
  g_autoptr (AnnalsIndex) index = annals_index_new (1);
  AnnalsIndexEntry entry = { .label = "the same for all of them, and not at all short" };
  AnnalsIndexEntry found[3];

  for (entry.event = 0; entry.event < 1000000; entry.event++)
    annals_index_add (index, &entry);
  annals_index_build (index);
  g_assert_cmpuint (annals_index_get_n_bytes (index), <, 40 * 1000000);
  g_assert_cmpuint (annals_index_find_best (index, 0, 0, 0, 3, found), ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      g_assert_cmpuint (found[i].event, ==, i);
      g_assert_cmpstr (found[i].label, ==, entry.label);
    }
  g_assert_cmpuint (annals_index_count (index, 0, 0, 0), ==, 1000000);
  g_assert_true (annals_index_find_next (index, 0, 0, 499999, &found[0]));
  g_assert_cmpuint (found[0].event, ==, 500000);
}

/* What a program must not do is told, and does nothing. */
static void
test_misuse (void)
{
  g_autoptr (AnnalsIndex) index = annals_index_new (2);
  AnnalsIndexEntry entry = { .lane = 2, .label = "no such lane" };
  AnnalsIndexEntry found[2];

#define EXPECT(call)                                           \
  g_test_expect_message ("Annals", G_LOG_LEVEL_CRITICAL, "*"); \
  call;                                                        \
  g_test_assert_expected_messages ()

  EXPECT (g_assert_null (annals_index_new (ANNALS_INDEX_MOST_LANES + 1)));
  EXPECT (g_assert_false (annals_index_add (index, &entry)));
  entry.lane = 1;
  entry.event = G_MAXUINT;
  EXPECT (g_assert_false (annals_index_add (index, &entry)));
  entry.event = 3;
  g_assert_true (annals_index_add (index, &entry));
  EXPECT (g_assert_cmpuint (annals_index_count (index, 0, 0, 1), ==, 0));
  entry.begin = entry.end = 5;
  g_assert_true (annals_index_add (index, &entry)); /* told when it is built */
  EXPECT (annals_index_build (index));
  g_assert_cmpuint (annals_index_get_n_events (index), ==, 1);
  g_assert_true (annals_index_get (index, 3, found));
  g_assert_cmpint (found[0].begin, ==, 0);
  EXPECT (annals_index_build (index));
  EXPECT (annals_index_set_n_lanes (index, 9));
  EXPECT (g_assert_false (annals_index_add (index, &entry)));
  EXPECT (g_assert_cmpuint (annals_index_count (index, 2, 0, 1), ==, 0));
  EXPECT (g_assert_cmpuint (annals_index_find_best (index, 0, 0, 1, G_MAXUINT, found), ==, 0));
  EXPECT (g_assert_false (annals_index_move (index, 3, 0, 1, 2)));
  g_assert_cmpuint (annals_index_count (index, 1, 9, 0), ==, 0);
  g_assert_cmpuint (annals_index_find_best (index, 1, 9, 0, 2, found), ==, 0);
  g_assert_false (annals_index_move (index, 4, 0, 1, 0));
  g_assert_false (annals_index_remove (index, 4));
  g_assert_true (annals_index_remove (index, 3));
  annals_index_merge (index);
  g_assert_cmpuint (annals_index_get_n_events (index), ==, 0);
#undef EXPECT
}

static gpointer
build_cb (gpointer document)
{
  return annals_index_new_for_document (document, NULL);
}

/* Made in a thread, taken over in another. */
static void
test_thread (void)
{
  g_autoptr (AnnalsDocument) document = sample_document_new_random (4, 3000);
  g_autoptr (AnnalsIndex) here = annals_index_new_for_document (document, NULL);
  g_autoptr (AnnalsIndex) there = g_thread_join (g_thread_new ("index", build_cb, document));

  g_assert_cmpuint (annals_index_get_n_events (here), ==, annals_index_get_n_events (there));
  for (guint i = 0; i < annals_document_get_n_events (document); i++)
    {
      AnnalsIndexEntry entries[2];

      g_assert_true (annals_index_get (here, i, &entries[0]));
      g_assert_true (annals_index_get (there, i, &entries[1]));
      assert_same (&entries[0], &entries[1]);
    }
}

static void
test_document (void)
{
  static const struct
  {
    const gchar *cited;
    const gchar *record;
    AnnalsStatus status;
    AnnalsIndexFlags flags;
    const gchar *outermost; /* the whole of this */
  } cases[] = {
    { "1973", NULL, ANNALS_STATUS_HAPPENED, ANNALS_INDEX_MOMENT | ANNALS_INDEX_PLAIN, "1973" },
    { NULL, "1973", ANNALS_STATUS_HAPPENED, ANNALS_INDEX_MOMENT | ANNALS_INDEX_PLAIN, "1973" },
    { "1973", "1973", ANNALS_STATUS_HAPPENED, ANNALS_INDEX_MOMENT | ANNALS_INDEX_PLAIN, "1973" },
    { "1973", "1970/1972", ANNALS_STATUS_HAPPENED, ANNALS_INDEX_MOMENT, "1970/1973" },
    { "1973~", NULL, ANNALS_STATUS_HAPPENED, ANNALS_INDEX_MOMENT, "1973" },
    { "1973?", NULL, ANNALS_STATUS_HAPPENED, ANNALS_INDEX_MOMENT, "1973" },
    { "1973", NULL, ANNALS_STATUS_PLANNED, ANNALS_INDEX_MOMENT, "1973" },
    { "1973/1975", NULL, ANNALS_STATUS_HAPPENED, 0, "1973/1975" },
    { "1973-01-01T10:00:00", NULL, ANNALS_STATUS_HAPPENED, ANNALS_INDEX_MOMENT | ANNALS_INDEX_PLAIN,
      "1973-01-01T10:00:00" },
    { "1973/..", NULL, ANNALS_STATUS_HAPPENED, 0, "1973/.." },
    { "/1973", NULL, ANNALS_STATUS_HAPPENED, 0, "/1973" },
    { "[1970,1973]", NULL, ANNALS_STATUS_HAPPENED, 0, "1970/1973" },
  };
  g_autoptr (AnnalsDocument) document = sample_document_new ("2004-01");
  g_autoptr (AnnalsIndex) index = NULL;
  AnnalsIndexEntry entry;

  annals_document_add_lane (document, "lane", "Lane", 0);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree gchar *id = g_strdup_printf ("e%u", i);

      sample_document_add (document, id, id, cases[i].cited, cases[i].record, 0, cases[i].status);
    }
  sample_document_add (document, "undated", "Without a date", NULL, NULL, 0,
                       ANNALS_STATUS_HAPPENED);
  index = annals_index_new_for_document (document, NULL);
  g_assert_cmpuint (annals_index_get_n_events (index), ==, G_N_ELEMENTS (cases));
  g_assert_false (annals_index_get (index, G_N_ELEMENTS (cases), &entry));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AnnalsDate) whole = annals_date_new_from_edtf (cases[i].outermost, NULL);
      g_autofree gchar *id = g_strdup_printf ("e%u", i);

      g_assert_true (annals_index_get (index, i, &entry));
      g_assert_cmpint (entry.begin, ==, annals_span_get_earliest (annals_date_get_span (whole)));
      g_assert_cmpint (entry.end, ==, annals_span_get_latest (annals_date_get_span (whole)));
      g_assert_cmpuint (entry.flags, ==, cases[i].flags);
      g_assert_cmpstr (entry.label, ==, id);
    }
}

/* Found again until the document changes, and not for a part of it. */
static void
test_attach (void)
{
  g_autoptr (AnnalsDocument) document = sample_document_new_commentary ();
  const AnnalsRange range = { 0, ANNALS_INSTANT_MAX, ANNALS_WITHIN_POSSIBLE };
  g_autoptr (AnnalsIndex) first = NULL;
  g_autoptr (AnnalsIndex) second = NULL;
  g_autoptr (AnnalsIndex) part = NULL;
  g_autoptr (AnnalsIndex) changed = NULL;

  annals_index_attach (document);
  first = annals_index_new_for_document (document, NULL);
  second = annals_index_new_for_document (document, NULL);
  part = annals_index_new_for_document (document, &range);
  g_assert_true (first == second);
  g_assert_true (part != first);
  sample_document_add (document, "later", "Later", "1999", NULL, 0, ANNALS_STATUS_HAPPENED);
  changed = annals_index_new_for_document (document, NULL);
  g_assert_true (changed != first);
  g_assert_cmpuint (annals_index_get_n_events (changed), ==, annals_index_get_n_events (first) + 1);
}

static void
test_range (void)
{
  g_autoptr (AnnalsDocument) document = sample_document_new_commentary ();
  AnnalsRange range = { annals_instant_from_date (1990, 1, 1), ANNALS_INSTANT_MAX,
                        ANNALS_WITHIN_POSSIBLE };
  g_autoptr (AnnalsIndex) index = annals_index_new_for_document (document, &range);
  guint n = 0;

  for (guint i = 0; i < annals_document_get_n_events (document); i++)
    {
      gboolean is_in = annals_document_is_in_range (
          document, annals_document_get_event (document, i), &range);

      g_assert_cmpint (annals_index_get (index, i, NULL), ==, is_in);
      n += is_in;
    }
  g_assert_cmpuint (n, >, 2);
  g_assert_cmpuint (n, <, annals_document_get_n_events (document) - 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/timeline/index/adds", test_adds);
  g_test_add_func ("/timeline/index/weigh", test_weigh);
  g_test_add_func ("/timeline/index/any-order", test_any_order);
  g_test_add_func ("/timeline/index/horizon", test_horizon);
  g_test_add_func ("/timeline/index/full", test_full);
  g_test_add_func ("/timeline/index/one-label", test_one_label);
  g_test_add_func ("/timeline/index/misuse", test_misuse);
  g_test_add_func ("/timeline/index/thread", test_thread);
  g_test_add_func ("/timeline/index/document", test_document);
  g_test_add_func ("/timeline/index/attach", test_attach);
  g_test_add_func ("/timeline/index/range", test_range);

  return g_test_run ();
}
