/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "annals-event.h"

static void
test_terms (void)
{
  static const gchar *const statuses[] = { "happened", "ongoing", "planned", "hypothetical",
                                           "denied" };
  static const gchar *const relations[] = { "supports", "mentions", "contradicts" };

  g_assert_cmpuint (G_N_ELEMENTS (statuses), ==, ANNALS_N_STATUSES);
  for (guint i = 0; i < ANNALS_N_STATUSES; i++)
    {
      AnnalsStatus status = ANNALS_N_STATUSES;

      g_assert_cmpstr (annals_status_get_id (i), ==, statuses[i]);
      g_assert_cmpstr (annals_status_get_name (i), ==, statuses[i]);
      g_assert_true (annals_status_from_id (statuses[i], &status));
      g_assert_cmpint (status, ==, i);
    }
  g_assert_cmpuint (G_N_ELEMENTS (relations), ==, ANNALS_N_RELATIONS);
  for (guint i = 0; i < ANNALS_N_RELATIONS; i++)
    {
      AnnalsRelation relation = ANNALS_N_RELATIONS;

      g_assert_cmpstr (annals_relation_get_id (i), ==, relations[i]);
      g_assert_cmpstr (annals_relation_get_name (i), ==, relations[i]);
      g_assert_true (annals_relation_from_id (relations[i], &relation));
      g_assert_cmpint (relation, ==, i);
    }
}

static void
test_unknown_terms (void)
{
  AnnalsStatus status = ANNALS_STATUS_DENIED;
  AnnalsRelation relation = ANNALS_RELATION_MENTIONS;

  g_assert_false (annals_status_from_id ("print", &status));
  g_assert_false (annals_status_from_id (NULL, &status));
  g_assert_cmpint (status, ==, ANNALS_STATUS_DENIED);
  g_assert_false (annals_relation_from_id ("", &relation));
  g_assert_cmpint (relation, ==, ANNALS_RELATION_MENTIONS);
}

static void
test_drawn_date (void)
{
  g_auto (AnnalsEvent) event = { 0 };
  g_autofree gchar *none = annals_event_dup_words (&event, ANNALS_WORDS_LONG);
  g_autofree gchar *on_record = NULL;
  g_autofree gchar *as_cited = NULL;

  g_assert_cmpstr (none, ==, "no date");
  g_assert_null (annals_event_get_drawn_date (&event));

  event.record = annals_date_new_from_edtf ("1973-10-17", NULL);
  on_record = annals_event_dup_words (&event, ANNALS_WORDS_LONG);
  g_assert_cmpstr (on_record, ==, "17 October 1973");
  g_assert_true (annals_event_get_drawn_date (&event) == event.record);

  event.cited = annals_date_new_from_edtf ("1973", NULL);
  as_cited = annals_event_dup_words (&event, ANNALS_WORDS_SHORT);
  g_assert_cmpstr (as_cited, ==, "1973");
  g_assert_true (annals_event_get_drawn_date (&event) == event.cited);
}

static void
test_passage_order (void)
{
  static const struct
  {
    const gchar *id;
    AnnalsWhere where;
    gint64 start;
  } given[] = {
    { "source-late", ANNALS_WHERE_SOURCE, 90 }, { "text-late", ANNALS_WHERE_TEXT, 50 },
    { "text-unknown", ANNALS_WHERE_TEXT, -1 },  { "source-early", ANNALS_WHERE_SOURCE, 3 },
    { "text-early", ANNALS_WHERE_TEXT, 0 },     { "text-late-2", ANNALS_WHERE_TEXT, 50 },
  };
  static const gchar *const expected[] = { "text-early",   "text-late",    "text-late-2",
                                           "text-unknown", "source-early", "source-late" };
  g_auto (AnnalsEvent) event = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (given); i++)
    {
      AnnalsPassage passage = { g_strdup (given[i].id), given[i].where };

      passage.anchor = (AnnalsAnchor) ANNALS_ANCHOR_INIT;
      passage.anchor.start = given[i].start;
      annals_event_take_passage (&event, &passage);
      g_assert_null (passage.id);
    }
  g_assert_cmpuint (event.n_passages, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < event.n_passages; i++)
    g_assert_cmpstr (event.passages[i].id, ==, expected[i]);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/event/terms", test_terms);
  g_test_add_func ("/document/event/unknown-terms", test_unknown_terms);
  g_test_add_func ("/document/event/drawn-date", test_drawn_date);
  g_test_add_func ("/document/event/passage-order", test_passage_order);
  return g_test_run ();
}
