/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "annals-event-changes.h"
#include "annals-history.h"
#include "annals-lane-changes.h"

/* The lanes of a document, from the top down: "id=label/colour". */
static gchar *
dup_lanes (AnnalsDocument *document)
{
  GString *lanes = g_string_new (NULL);

  for (guint i = 0; i < annals_document_get_n_lanes (document); i++)
    {
      guint index = annals_document_get_lane_at (document, i);
      const AnnalsLane *lane = annals_document_get_lane (document, index);

      g_assert_cmpuint (annals_document_get_lane_position (document, index), ==, i);
      g_string_append_printf (lanes, "%s%s=%s/%u", i > 0 ? " " : "", lane->id, lane->label,
                              lane->color);
    }
  return g_string_free (lanes, FALSE);
}

static void
assert_lanes (AnnalsDocument *document, const gchar *wanted)
{
  g_autofree gchar *lanes = dup_lanes (document);

  g_assert_cmpstr (lanes, ==, wanted);
}

static AnnalsDocument *
new_document (void)
{
  AnnalsDocument *document = annals_document_new ();

  annals_document_add_lane (document, "a", "A", 0);
  annals_document_add_lane (document, "b", "B", 1);
  annals_document_add_lane (document, "c", "C", 2);
  return document;
}

static void
count_cb (gpointer object, gpointer count)
{
  (*(guint *) count)++;
}

static void
count_event_cb (guint *count)
{
  (*count)++;
}

static void
test_order (void)
{
  static const struct
  {
    guint lane;
    guint position;
    const gchar *lanes;
  } moves[] = {
    { 0, 2, "b=B/1 c=C/2 a=A/0" }, { 0, 2, "b=B/1 c=C/2 a=A/0" }, { 0, 1, "b=B/1 a=A/0 c=C/2" },
    { 2, 0, "c=C/2 b=B/1 a=A/0" }, { 1, 2, "c=C/2 a=A/0 b=B/1" },
  };
  g_autoptr (AnnalsDocument) document = new_document ();

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      annals_document_move_lane (document, moves[i].lane, moves[i].position);
      assert_lanes (document, moves[i].lanes);
      /* What events name does not move. */
      g_assert_cmpstr (annals_document_get_lane (document, 0)->id, ==, "a");
    }
}

static void
test_undo (void)
{
  g_autoptr (AnnalsDocument) document = new_document ();
  AnnalsHistory *history = annals_document_get_history (document);
  guint n_lanes_changed = 0;
  guint n_changed = 0;

  g_signal_connect (document, "lanes-changed", G_CALLBACK (count_cb), &n_lanes_changed);
  g_signal_connect (history, "changed", G_CALLBACK (count_cb), &n_changed);
  g_assert_null (annals_history_get_undo_label (history));
  annals_history_undo (history);
  annals_history_redo (history);
  g_assert_cmpuint (n_changed, ==, 0);

  g_assert_true (annals_lane_rename (document, 1, "Between"));
  g_assert_true (annals_lane_recolor (document, 1, 7));
  g_assert_true (annals_lane_move (document, 1, 0));
  assert_lanes (document, "b=Between/7 a=A/0 c=C/2");
  g_assert_cmpuint (n_lanes_changed, ==, 3);
  g_assert_cmpuint (n_changed, ==, 3);
  g_assert_cmpstr (annals_history_get_undo_label (history), ==, "Move Lane");
  g_assert_null (annals_history_get_redo_label (history));

  annals_history_undo (history);
  assert_lanes (document, "a=A/0 b=Between/7 c=C/2");
  annals_history_undo (history);
  assert_lanes (document, "a=A/0 b=Between/1 c=C/2");
  g_assert_cmpstr (annals_history_get_undo_label (history), ==, "Rename Lane");
  g_assert_cmpstr (annals_history_get_redo_label (history), ==, "Change Lane Colour");
  annals_history_undo (history);
  assert_lanes (document, "a=A/0 b=B/1 c=C/2");
  g_assert_null (annals_history_get_undo_label (history));
  for (guint i = 0; i < 3; i++)
    annals_history_redo (history);
  assert_lanes (document, "b=Between/7 a=A/0 c=C/2");
  annals_history_undo (history);

  /* Something else cuts off what was undone. */
  g_assert_true (annals_lane_rename (document, 0, "First"));
  g_assert_null (annals_history_get_redo_label (history));
  assert_lanes (document, "a=First/0 b=Between/7 c=C/2");
}

static void
test_names (void)
{
  static const struct
  {
    const gchar *typed;
    const gchar *label; /* NULL for none */
  } cases[] = {
    { "", NULL },
    { " \t\n", NULL },
    { "B", NULL },
    { " B ", NULL },
    { " War \n and\tpeace ", "War and peace" },
    { "x\x01y", "x y" },
    { "\xff", "\xef\xbf\xbd" },
    { "日本", "日本" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AnnalsDocument) document = new_document ();
      const gchar *wanted = cases[i].label != NULL ? cases[i].label : "B";

      g_assert_cmpint (annals_lane_rename (document, 1, cases[i].typed), ==,
                       cases[i].label != NULL);
      g_assert_cmpstr (annals_document_get_lane (document, 1)->label, ==, wanted);
    }
}

static void
test_long_name (void)
{
  g_autoptr (AnnalsDocument) document = new_document ();
  g_autoptr (GString) name = g_string_new (NULL);

  for (guint i = 0; i < 1000; i++)
    g_string_append (name, "ü");
  g_assert_true (annals_lane_rename (document, 1, name->str));
  g_assert_cmpint (g_utf8_strlen (annals_document_get_lane (document, 1)->label, -1), ==,
                   ANNALS_MAX_LANE_LABEL_CHARS);
}

static void
test_nothing_done (void)
{
  g_autoptr (AnnalsDocument) document = new_document ();
  AnnalsHistory *history = annals_document_get_history (document);

  g_assert_false (annals_lane_move (document, 2, 2));
  g_assert_false (annals_lane_recolor (document, 2, 2));
  g_assert_null (annals_history_get_undo_label (history));
  g_assert_true (annals_history_is_saved (history));
}

static void
test_saved (void)
{
  g_autoptr (AnnalsDocument) document = new_document ();
  AnnalsHistory *history = annals_document_get_history (document);

  g_assert_true (annals_history_is_saved (history));
  annals_lane_rename (document, 0, "1");
  g_assert_false (annals_history_is_saved (history));
  annals_history_undo (history);
  g_assert_true (annals_history_is_saved (history));
  annals_history_redo (history);
  annals_history_set_saved (history);
  g_assert_true (annals_history_is_saved (history));
  annals_history_undo (history);
  g_assert_false (annals_history_is_saved (history));

  /* As it was saved it can never be again. */
  annals_lane_rename (document, 0, "2");
  g_assert_false (annals_history_is_saved (history));
  annals_history_undo (history);
  g_assert_false (annals_history_is_saved (history));
}

static void
test_frozen (void)
{
  g_autoptr (AnnalsDocument) document = new_document ();
  AnnalsHistory *history = annals_document_get_history (document);

  annals_lane_rename (document, 0, "1");
  annals_history_freeze (history);
  annals_lane_rename (document, 0, "2");
  annals_lane_move (document, 0, 2);
  g_assert_null (annals_history_get_undo_label (history));
  annals_history_undo (history);
  assert_lanes (document, "a=1/0 b=B/1 c=C/2");
  annals_history_set_saved (history);
  annals_history_thaw (history);
  assert_lanes (document, "b=B/1 c=C/2 a=2/0");
  g_assert_false (annals_history_is_saved (history));
  annals_history_undo (history);
  annals_history_undo (history);
  g_assert_true (annals_history_is_saved (history));
}

static void
test_many (void)
{
  g_autoptr (AnnalsDocument) document = new_document ();
  AnnalsHistory *history = annals_document_get_history (document);
  guint n_undone = 0;

  for (guint i = 0; i < 2000; i++)
    annals_lane_recolor (document, 0, i + 1);
  for (; annals_history_get_undo_label (history) != NULL; n_undone++)
    annals_history_undo (history);
  g_assert_cmpuint (n_undone, ==, 500);
  g_assert_cmpuint (annals_document_get_lane (document, 0)->color, ==, 1500);
  g_assert_false (annals_history_is_saved (history));
}

/* An event is pinned and no longer; the pinned ones are known by their order. */
static void
test_pin (void)
{
  g_autoptr (AnnalsDocument) document = new_document ();
  AnnalsHistory *history = annals_document_get_history (document);
  guint n_changed = 0;
  guint n_pinned = 0;

  for (guint i = 0; i < 3; i++)
    {
      AnnalsEvent event = { .id = g_strdup_printf ("e%u", i), .label = g_strdup ("E") };

      event.is_pinned = i == 1;
      annals_document_take_event (document, &event);
    }
  g_signal_connect_swapped (document, "event-changed", G_CALLBACK (count_event_cb), &n_changed);
  g_assert_false (annals_event_pin (document, 1, TRUE));
  g_assert_true (annals_event_pin (document, 2, TRUE));
  g_assert_cmpstr (annals_history_get_undo_label (history), ==, "Pin Mark");
  g_assert_true (annals_event_pin (document, 0, TRUE));
  for (guint i = 0; i < 3; i++)
    g_assert_cmpuint (annals_document_get_pinned (document, &n_pinned)[i], ==, i);
  g_assert_cmpuint (n_pinned, ==, 3);
  g_assert_true (annals_event_pin (document, 1, FALSE));
  g_assert_cmpstr (annals_history_get_undo_label (history), ==, "Unpin Mark");
  g_assert_cmpuint (annals_document_get_pinned (document, &n_pinned)[1], ==, 2);
  g_assert_cmpuint (n_pinned, ==, 2);
  annals_history_undo (history);
  annals_history_undo (history);
  g_assert_cmpuint (annals_document_get_pinned (document, &n_pinned)[0], ==, 1);
  g_assert_cmpuint (n_pinned, ==, 2);
  g_assert_false (annals_document_get_event (document, 0)->is_pinned);
  g_assert_cmpuint (n_changed, ==, 5);
}

/* An event becomes an era and an event again. */
static void
test_era (void)
{
  g_autoptr (AnnalsDocument) document = new_document ();
  AnnalsHistory *history = annals_document_get_history (document);
  AnnalsEvent event = { .id = g_strdup ("war"), .label = g_strdup ("War") };
  guint index = annals_document_take_event (document, &event);
  guint n_changed = 0;

  g_signal_connect_swapped (document, "event-changed", G_CALLBACK (count_event_cb), &n_changed);
  g_assert_false (annals_event_show_as_era (document, index, FALSE));
  g_assert_true (annals_event_show_as_era (document, index, TRUE));
  g_assert_false (annals_event_show_as_era (document, index, TRUE));
  g_assert_true (annals_document_get_event (document, index)->is_era);
  g_assert_cmpstr (annals_history_get_undo_label (history), ==, "Show as Era");
  annals_history_undo (history);
  g_assert_false (annals_document_get_event (document, index)->is_era);
  annals_history_redo (history);
  g_assert_true (annals_document_get_event (document, index)->is_era);
  g_assert_true (annals_event_show_as_era (document, index, FALSE));
  g_assert_cmpstr (annals_history_get_undo_label (history), ==, "Show as Event");
  g_assert_cmpuint (n_changed, ==, 4);
}

static const gchar *
get_edtf (const AnnalsDate *date)
{
  return date != NULL ? annals_date_get_edtf (date) : "-";
}

static gchar *
dup_event (AnnalsDocument *document, guint index)
{
  const AnnalsEvent *event = annals_document_get_event (document, index);

  return g_strdup_printf ("%s %s %u", get_edtf (event->cited), get_edtf (event->record),
                          event->lane);
}

static void
assert_event (AnnalsDocument *document, guint index, const gchar *wanted)
{
  g_autofree gchar *event = dup_event (document, index);

  g_assert_cmpstr (event, ==, wanted);
}

typedef struct
{
  AnnalsDocument *document;
  GString *heard;
} Listener;

/* What it was, and what it is. */
static void
event_changed_cb (Listener *listener, guint index, const AnnalsEvent *before)
{
  g_autofree gchar *now = dup_event (listener->document, index);

  g_assert_true (
      annals_event_is_elsewhere (annals_document_get_event (listener->document, index), before));
  g_string_append_printf (listener->heard, "%s %s %u: %s\n", get_edtf (before->cited),
                          get_edtf (before->record), before->lane, now);
}

/* An event gets another lane and other dates. */
static void
test_elsewhere (void)
{
  g_autoptr (AnnalsDocument) document = new_document ();
  g_autoptr (AnnalsDate) cited = annals_date_new_from_edtf ("1914", NULL);
  g_autoptr (AnnalsDate) same = annals_date_new_from_edtf ("1914", NULL);
  g_autoptr (AnnalsDate) record = annals_date_new_from_edtf ("1914-07-28", NULL);
  AnnalsHistory *history = annals_document_get_history (document);
  AnnalsEvent event = { .id = g_strdup ("war"), .label = g_strdup ("War") };
  Listener listener = { document, g_string_new (NULL) };
  guint index;

  event.cited = annals_date_ref (cited);
  index = annals_document_take_event (document, &event);
  g_signal_connect_swapped (document, "event-changed", G_CALLBACK (event_changed_cb), &listener);
  g_assert_false (annals_event_move (document, index, 0));
  g_assert_false (annals_event_redate (document, index, same, NULL));
  g_assert_true (annals_event_move (document, index, 2));
  g_assert_cmpstr (annals_history_get_undo_label (history), ==, "Move Event");
  assert_event (document, index, "1914 - 2");
  g_assert_true (annals_event_redate (document, index, NULL, record));
  g_assert_cmpstr (annals_history_get_undo_label (history), ==, "Change Dates");
  assert_event (document, index, "- 1914-07-28 2");
  annals_history_undo (history);
  assert_event (document, index, "1914 - 2");
  annals_history_undo (history);
  assert_event (document, index, "1914 - 0");
  annals_history_redo (history);
  annals_history_redo (history);
  assert_event (document, index, "- 1914-07-28 2");
  g_assert_cmpstr (listener.heard->str, ==,
                   "1914 - 0: 1914 - 2\n1914 - 2: - 1914-07-28 2\n- 1914-07-28 2: 1914 - 2\n"
                   "1914 - 2: 1914 - 0\n1914 - 0: 1914 - 2\n1914 - 2: - 1914-07-28 2\n");
  g_string_free (listener.heard, TRUE);
}

static void
apply_cb (AnnalsHistory *copy, GVariant *record)
{
  annals_history_apply_record (copy, record);
}

static AnnalsDocument *
new_document_with_events (void)
{
  AnnalsDocument *document = new_document ();

  for (guint i = 0; i < 4; i++)
    {
      AnnalsEvent event = { .id = g_strdup_printf ("e%u", i), .label = g_strdup ("E") };

      event.cited = annals_date_new_from_edtf ("1914", NULL);
      annals_document_take_event (document, &event);
    }
  return document;
}

static gchar *
dup_all (AnnalsDocument *document)
{
  GString *all = g_string_new (NULL);
  g_autofree gchar *lanes = dup_lanes (document);

  g_string_append (all, lanes);
  for (guint i = 0; i < annals_document_get_n_events (document); i++)
    {
      g_autofree gchar *event = dup_event (document, i);

      g_string_append_printf (all, "\n%s %d %d", event,
                              annals_document_get_event (document, i)->is_era,
                              annals_document_get_event (document, i)->is_pinned);
    }
  return g_string_free (all, FALSE);
}

static void
change_at_random (AnnalsDocument *document, GRand *random)
{
  static const gchar *const dates[] = { "1914", "1915-05/1916", "..", "[..1920]" };
  AnnalsHistory *history = annals_document_get_history (document);
  guint lane = (guint) g_rand_int_range (random, 0, 3);
  guint event = (guint) g_rand_int_range (random, 0, 4);
  guint number = (guint) g_rand_int_range (random, 0, 3);
  g_autofree gchar *label = g_strdup_printf ("'%u\" \\ \342\202\254", number);
  g_autoptr (AnnalsDate) cited = annals_date_new_from_edtf (dates[number], NULL);
  g_autoptr (AnnalsDate) record = lane > 0 ? annals_date_new_from_edtf (dates[lane], NULL) : NULL;

  switch (g_rand_int_range (random, 0, 10))
    {
    case 0:
      annals_lane_rename (document, lane, label);
      break;
    case 1:
      annals_lane_recolor (document, lane, number);
      break;
    case 2:
      annals_lane_move (document, lane, number);
      break;
    case 3:
      annals_event_show_as_era (document, event, number > 0);
      break;
    case 4:
      annals_event_move (document, event, lane);
      break;
    case 5:
      annals_event_redate (document, event, number < 2 ? cited : NULL, record);
      break;
    case 6:
      annals_event_pin (document, event, number > 0);
      break;
    case 7:
      annals_history_redo (history);
      break;
    default:
      annals_history_undo (history);
    }
}

/* Whatever is done and undone, a copy to which the same is done by the records is the same; as one
 * group, it can be taken back at once. */
static void
test_records (void)
{
  g_autoptr (AnnalsDocument) document = new_document_with_events ();
  g_autoptr (AnnalsDocument) copy = new_document_with_events ();
  AnnalsHistory *history = annals_document_get_history (copy);
  g_autofree gchar *before = dup_all (copy);
  g_autofree gchar *after = NULL;
  g_autofree gchar *undone = NULL;
  g_autofree gchar *redone = NULL;
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  annals_history_begin_group (history, "Restore");
  g_signal_connect_swapped (annals_document_get_history (document), "recorded",
                            G_CALLBACK (apply_cb), history);
  for (guint i = 0; i < 1000; i++)
    {
      g_autofree gchar *original = NULL;
      g_autofree gchar *its_copy = NULL;

      change_at_random (document, random);
      original = dup_all (document);
      its_copy = dup_all (copy);
      g_assert_cmpstr (original, ==, its_copy);
    }
  g_assert_null (annals_history_get_undo_label (history));
  g_assert_true (annals_history_end_group (history));
  g_assert_cmpstr (annals_history_get_undo_label (history), ==, "Restore");
  after = dup_all (copy);
  g_assert_cmpstr (after, !=, before);
  annals_history_undo (history);
  undone = dup_all (copy);
  g_assert_cmpstr (undone, ==, before);
  g_assert_true (annals_history_is_saved (history));
  annals_history_redo (history);
  redone = dup_all (copy);
  g_assert_cmpstr (redone, ==, after);
}

/* What makes no sense changes nothing. */
static void
test_strange_records (void)
{
  static const gchar *const records[] = {
    "'x'",
    "('lane-label', 'a')",
    "('lane-label', 'z', 'Z')",
    "('lane-label', 'a', '')",
    "('lane-label', 'a', 'A')",
    "('lane-color', 'a', 'red')",
    "('lane-color', 'a', '-1')",
    "('lane-position', 'a', '3')",
    "('lane-shape', 'a', '1')",
    "('event-era', 'e9', '1')",
    "('event-lane', 'e1', 'z')",
    "('event-dates', 'e1', '1914')",
    "('event-dates', 'e1', 'no date\\n')",
    "('event-dates', 'e1', '1914\\n')",
    "(1, 2, 3)",
  };
  g_autoptr (AnnalsDocument) document = new_document_with_events ();
  AnnalsHistory *history = annals_document_get_history (document);

  annals_history_begin_group (history, "Restore");
  for (guint i = 0; i < G_N_ELEMENTS (records); i++)
    {
      g_autoptr (GVariant) record = g_variant_parse (NULL, records[i], NULL, NULL, NULL);

      g_assert_nonnull (record);
      g_assert_false (annals_history_apply_record (history, record));
    }
  g_assert_false (annals_history_end_group (history));
  g_assert_true (annals_history_is_saved (history));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/history/order", test_order);
  g_test_add_func ("/document/history/undo", test_undo);
  g_test_add_func ("/document/history/names", test_names);
  g_test_add_func ("/document/history/long-name", test_long_name);
  g_test_add_func ("/document/history/nothing-done", test_nothing_done);
  g_test_add_func ("/document/history/saved", test_saved);
  g_test_add_func ("/document/history/frozen", test_frozen);
  g_test_add_func ("/document/history/elsewhere", test_elsewhere);
  g_test_add_func ("/document/history/records", test_records);
  g_test_add_func ("/document/history/strange-records", test_strange_records);
  g_test_add_func ("/document/history/many", test_many);
  g_test_add_func ("/document/history/pin", test_pin);
  g_test_add_func ("/document/history/era", test_era);
  return g_test_run ();
}
