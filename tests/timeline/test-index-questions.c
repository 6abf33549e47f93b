/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annals-index-private.h"

/* The index against a list that is gone through from end to end. */

#define N_LANES 3
#define MOST_BEST 40

typedef struct
{
  AnnalsIndex *index;
  GArray *oracle; /* AnnalsIndexEntry, in no order; labels are static */
  GRand *random;
  guint next;
  gint64 from_s;
  gint64 to_s;
  gint least_shift; /* of all that time, for the length of a period */
} Set;

static const gchar *const labels[] = { "treaty", "", "battle of Vienna", "大阪夏の陣",
                                       "a comet was seen over Lisbon" };

static gboolean
is_better (const AnnalsIndexEntry *a, const AnnalsIndexEntry *b)
{
  return a->weight != b->weight ? a->weight > b->weight : a->event < b->event;
}

static gboolean
is_before (const AnnalsIndexEntry *a, AnnalsInstant begin, guint event)
{
  return a->begin != begin ? a->begin < begin : a->event < event;
}

static gboolean
is_in_lane (const AnnalsIndexEntry *entry, guint lane)
{
  return lane == ANNALS_INDEX_ALL_LANES || entry->lane == lane;
}

static gboolean
begins_in (const AnnalsIndexEntry *entry, guint lane, AnnalsInstant first, AnnalsInstant last)
{
  return is_in_lane (entry, lane) && first <= entry->begin && entry->begin <= last;
}

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

static AnnalsInstant
pick_instant (Set *set)
{
  guint64 width = (guint64) set->to_s - (guint64) set->from_s;
  guint64 any = (guint64) g_rand_int (set->random) << 32 | g_rand_int (set->random);

  return (AnnalsInstant) ((guint64) set->from_s + (width == G_MAXUINT64 ? any : any % (width + 1)));
}

/* Half are moments; lengths of the others are of every magnitude. */
static void
pick_entry (Set *set, AnnalsIndexEntry *entry)
{
  guint64 width = (guint64) set->to_s - (guint64) set->from_s;
  gint n_bits = width == 0 ? 1 : (gint) g_bit_storage (width);
  guint64 length = g_rand_boolean (set->random)
                       ? 0
                       : width >> g_rand_int_range (set->random, set->least_shift,
                                                    MAX (n_bits, set->least_shift + 1));

  *entry = (AnnalsIndexEntry){ .begin = pick_instant (set) };
  entry->end = length > (guint64) set->to_s - (guint64) entry->begin
                   ? set->to_s
                   : (AnnalsInstant) ((guint64) entry->begin + length);
  entry->lane = (guint) g_rand_int_range (set->random, 0, N_LANES);
  entry->weight = annals_index_weigh ((guint) g_rand_int_range (set->random, 0, 3), entry->begin,
                                      entry->end);
  entry->flags = (AnnalsIndexFlags) g_rand_int_range (set->random, 0, 4);
  entry->label = labels[g_rand_int_range (set->random, 0, G_N_ELEMENTS (labels))];
}

static void
add_entry (Set *set)
{
  AnnalsIndexEntry entry;

  pick_entry (set, &entry);
  entry.event = set->next++;
  g_assert_true (annals_index_add (set->index, &entry));
  g_array_append_val (set->oracle, entry);
}

static void
set_init (Set *set, guint32 seed, guint n, AnnalsInstant from, AnnalsInstant to, gint least_shift)
{
  *set = (Set){ .from_s = from, .to_s = to, .least_shift = least_shift };
  set->random = g_rand_new_with_seed (seed);
  set->oracle = g_array_new (FALSE, FALSE, sizeof (AnnalsIndexEntry));
  set->index = annals_index_new (N_LANES);
  for (guint i = 0; i < n; i++)
    add_entry (set);
  annals_index_build (set->index);
}

static void
set_clear (Set *set)
{
  annals_index_unref (set->index);
  g_array_unref (set->oracle);
  g_rand_free (set->random);
}

static const AnnalsIndexEntry *
oracle_get (const Set *set, guint i)
{
  return &g_array_index (set->oracle, AnnalsIndexEntry, i);
}

/* What is wanted of those that pass, in an order: the n first. */
typedef struct
{
  guint lane;
  AnnalsInstant first;
  AnnalsInstant last;
  gboolean reaching; /* begin before first and end at or after it; else begin in it */
} Question;

static gboolean
passes (const AnnalsIndexEntry *entry, const Question *question)
{
  if (!question->reaching)
    return begins_in (entry, question->lane, question->first, question->last);
  return is_in_lane (entry, question->lane) && entry->begin < question->first
         && entry->end >= question->first;
}

static gint
compare_best (gconstpointer a, gconstpointer b)
{
  return is_better (a, b) ? -1 : is_better (b, a);
}

static gint
compare_order (gconstpointer a, gconstpointer b)
{
  const AnnalsIndexEntry *x = a;
  const AnnalsIndexEntry *y = b;

  if (x->lane != y->lane)
    return x->lane < y->lane ? -1 : 1;
  return is_before (x, y->begin, y->event) ? -1 : is_before (y, x->begin, x->event);
}

static void
check_best (Set *set, const Question *question, guint n)
{
  g_autoptr (GArray) wanted = g_array_new (FALSE, FALSE, sizeof (AnnalsIndexEntry));
  AnnalsIndexEntry found[MOST_BEST];
  guint n_found;

  for (guint i = 0; i < set->oracle->len; i++)
    if (passes (oracle_get (set, i), question))
      g_array_append_vals (wanted, oracle_get (set, i), 1);
  g_array_sort (wanted, compare_best);
  if (question->reaching)
    n_found = annals_index_find_reaching (set->index, question->lane, question->first, n, found);
  else
    n_found = annals_index_find_best (set->index, question->lane, question->first, question->last,
                                      n, found);
  g_assert_cmpuint (n_found, ==, MIN (wanted->len, n));
  for (guint i = 0; i < n_found; i++)
    assert_same (&found[i], &g_array_index (wanted, AnnalsIndexEntry, i));
}

static void
check_counts (Set *set, const Question *question)
{
  AnnalsInstant wanted[2] = { ANNALS_INSTANT_MAX, ANNALS_INSTANT_MIN };
  AnnalsInstant found[2];
  guint n = 0;

  for (guint i = 0; i < set->oracle->len; i++)
    {
      const AnnalsIndexEntry *entry = oracle_get (set, i);

      if (!begins_in (entry, question->lane, question->first, question->last))
        continue;
      n++;
      wanted[0] = MIN (wanted[0], entry->begin);
      wanted[1] = MAX (wanted[1], entry->end);
    }
  g_assert_cmpuint (
      annals_index_count (set->index, question->lane, question->first, question->last), ==, n);
  g_assert_cmpint (annals_index_get_bounds (set->index, question->lane, question->first,
                                            question->last, &found[0], &found[1]),
                   ==, n > 0);
  if (n == 0)
    return;
  g_assert_cmpint (found[0], ==, wanted[0]);
  g_assert_cmpint (found[1], ==, wanted[1]);
}

static void
check_bins (Set *set, const Question *question)
{
  guint counts[50];
  guint64 width = (guint64) question->last - (guint64) question->first;
  gint64 step_s = (gint64) MIN (width / G_N_ELEMENTS (counts) + 1, (guint64) G_MAXINT64);
  AnnalsInstant first = question->first;
  gboolean past = FALSE;

  annals_index_count_bins (set->index, question->lane, first, step_s, G_N_ELEMENTS (counts),
                           counts);
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      AnnalsInstant last = first > G_MAXINT64 - (step_s - 1) ? G_MAXINT64 : first + (step_s - 1);
      guint n = past ? 0 : annals_index_count (set->index, question->lane, first, last);

      g_assert_cmpuint (counts[i], ==, n);
      past = past || last == G_MAXINT64;
      first = past ? first : last + 1;
    }
}

/* As by one question after the other. */
static void
check_survey (Set *set, const Question *question)
{
  AnnalsIndexBin bins[20];
  guint64 width = (guint64) question->last - (guint64) question->first;
  gint64 step_s = (gint64) MIN (width / G_N_ELEMENTS (bins) + 1, (guint64) G_MAXINT64);
  AnnalsInstant first = question->first;
  gboolean past = FALSE;

  if (question->lane == ANNALS_INDEX_ALL_LANES)
    return;
  annals_index_survey (set->index, question->lane, first, step_s, G_N_ELEMENTS (bins), bins);
  for (guint i = 0; i < G_N_ELEMENTS (bins); i++)
    {
      AnnalsInstant last = first > G_MAXINT64 - (step_s - 1) ? G_MAXINT64 : first + (step_s - 1);
      AnnalsIndexBin wanted = { 0, G_MAXINT64, G_MININT64 };

      for (guint j = 0; j < set->oracle->len && !past; j++)
        {
          const AnnalsIndexEntry *entry = oracle_get (set, j);

          if (!begins_in (entry, question->lane, first, last))
            continue;
          wanted.count++;
          wanted.first = MIN (wanted.first, entry->begin);
          wanted.last = MAX (wanted.last, entry->begin);
        }
      g_assert_cmpuint (bins[i].count, ==, wanted.count);
      if (wanted.count > 0)
        {
          g_assert_cmpint (bins[i].first, ==, wanted.first);
          g_assert_cmpint (bins[i].last, ==, wanted.last);
        }
      past = past || last == G_MAXINT64;
      first = past ? first : last + 1;
    }
}

typedef struct
{
  GArray *seen;
  guint limit;
} Seen;

static gboolean
see_cb (const AnnalsIndexEntry *entry, gpointer data)
{
  Seen *seen = data;

  g_array_append_vals (seen->seen, entry, 1);
  return seen->seen->len < seen->limit;
}

static void
check_foreach (Set *set, const Question *question, guint limit)
{
  g_autoptr (GArray) wanted = g_array_new (FALSE, FALSE, sizeof (AnnalsIndexEntry));
  Seen seen = { g_array_new (FALSE, FALSE, sizeof (AnnalsIndexEntry)), limit };

  for (guint i = 0; i < set->oracle->len; i++)
    {
      const AnnalsIndexEntry *entry = oracle_get (set, i);

      if (is_in_lane (entry, question->lane) && entry->begin <= question->last
          && entry->end >= question->first)
        g_array_append_vals (wanted, entry, 1);
    }
  g_array_sort (wanted, compare_order);
  annals_index_foreach (set->index, question->lane, question->first, question->last, see_cb, &seen);
  g_assert_cmpuint (seen.seen->len, ==, MIN (wanted->len, limit));
  for (guint i = 0; i < seen.seen->len; i++)
    assert_same (&g_array_index (seen.seen, AnnalsIndexEntry, i),
                 &g_array_index (wanted, AnnalsIndexEntry, i));
  g_array_unref (seen.seen);
}

static void
check_neighbours (Set *set, guint lane, AnnalsInstant begin, guint event)
{
  const AnnalsIndexEntry *next = NULL;
  const AnnalsIndexEntry *previous = NULL;
  AnnalsIndexEntry found;

  for (guint i = 0; i < set->oracle->len; i++)
    {
      const AnnalsIndexEntry *entry = oracle_get (set, i);

      if (!is_in_lane (entry, lane) || (entry->begin == begin && entry->event == event))
        continue;
      if (is_before (entry, begin, event))
        {
          if (previous == NULL || is_before (previous, entry->begin, entry->event))
            previous = entry;
        }
      else if (next == NULL || is_before (entry, next->begin, next->event))
        next = entry;
    }
  g_assert_cmpint (annals_index_find_next (set->index, lane, begin, event, &found), ==,
                   next != NULL);
  if (next != NULL)
    assert_same (&found, next);
  g_assert_cmpint (annals_index_find_previous (set->index, lane, begin, event, &found), ==,
                   previous != NULL);
  if (previous != NULL)
    assert_same (&found, previous);
}

static void
check_question (Set *set, Question *question)
{
  check_counts (set, question);
  check_bins (set, question);
  check_survey (set, question);
  check_best (set, question, (guint) g_rand_int_range (set->random, 0, MOST_BEST + 1));
  question->reaching = TRUE;
  check_best (set, question, (guint) g_rand_int_range (set->random, 0, MOST_BEST + 1));
  check_foreach (set, question, g_rand_boolean (set->random) ? 7 : G_MAXUINT);
}

/* Half of the time where something begins or ends, or the second before or after it. */
static AnnalsInstant
pick_edge (Set *set)
{
  gint off = g_rand_int_range (set->random, -1, 2);
  const AnnalsIndexEntry *entry;
  AnnalsInstant edge;

  if (set->oracle->len == 0 || g_rand_boolean (set->random))
    return pick_instant (set);
  entry = oracle_get (set, (guint) g_rand_int_range (set->random, 0, (gint32) set->oracle->len));
  edge = g_rand_boolean (set->random) ? entry->begin : entry->end;
  if ((off < 0 && edge == ANNALS_INSTANT_MIN) || (off > 0 && edge == ANNALS_INSTANT_MAX))
    return edge;
  return edge + off;
}

static guint
pick_lane (Set *set)
{
  guint lane = (guint) g_rand_int_range (set->random, 0, N_LANES + 1);

  return lane < N_LANES ? lane : ANNALS_INDEX_ALL_LANES;
}

static void
check_all (Set *set, guint n_questions)
{
  AnnalsIndexEntry entry;

  g_assert_cmpuint (annals_index_get_n_events (set->index), ==, set->oracle->len);
  for (guint i = 0; i < set->oracle->len; i++)
    {
      g_assert_true (annals_index_get (set->index, oracle_get (set, i)->event, &entry));
      assert_same (&entry, oracle_get (set, i));
    }
  g_assert_false (annals_index_get (set->index, set->next, &entry));
  for (guint i = 0; i < n_questions; i++)
    {
      Question question = { .lane = pick_lane (set) };
      AnnalsInstant a = pick_edge (set);
      AnnalsInstant b = pick_edge (set);

      question.first = MIN (a, b);
      question.last = MAX (a, b);
      check_question (set, &question);
      check_neighbours (set, pick_lane (set), a, (guint) g_rand_int_range (set->random, 0, 100));
      if (set->oracle->len == 0)
        continue;
      a = (AnnalsInstant) g_rand_int_range (set->random, 0, (gint32) set->oracle->len);
      check_neighbours (set, pick_lane (set), oracle_get (set, (guint) a)->begin,
                        oracle_get (set, (guint) a)->event);
    }
  for (guint lane = 0; lane < N_LANES; lane++)
    {
      Question question = { lane, ANNALS_INSTANT_MIN, ANNALS_INSTANT_MAX, FALSE };

      check_question (set, &question);
      g_assert_cmpuint (
          annals_index_get_n_in_lane (set->index, lane), ==,
          annals_index_count (set->index, lane, ANNALS_INSTANT_MIN, ANNALS_INSTANT_MAX));
    }
}

static void
change_some (Set *set, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      guint which = set->oracle->len == 0
                        ? 0
                        : (guint) g_rand_int_range (set->random, 0, (gint32) set->oracle->len);
      guint how = (guint) g_rand_int_range (set->random, 0, 3);
      AnnalsIndexEntry *entry;
      AnnalsIndexEntry other;

      if (how == 0 || set->oracle->len == 0)
        {
          add_entry (set);
          continue;
        }
      entry = &g_array_index (set->oracle, AnnalsIndexEntry, which);
      if (how == 1)
        {
          g_assert_true (annals_index_remove (set->index, entry->event));
          g_assert_false (annals_index_remove (set->index, entry->event));
          g_array_remove_index_fast (set->oracle, which);
          continue;
        }
      pick_entry (set, &other);
      g_assert_true (
          annals_index_move (set->index, entry->event, other.begin, other.end, other.lane));
      entry->weight = annals_index_weigh (entry->weight >> 22, other.begin, other.end);
      entry->begin = other.begin;
      entry->end = other.end;
      entry->lane = other.lane;
    }
}

static const struct
{
  const gchar *name;
  guint n;
  AnnalsInstant from;
  AnnalsInstant to;
  gint least_shift;
} sets[] = {
  { "none", 0, 0, 1000 },
  { "one", 1, 0, 1000 },
  { "leaf", 16, 0, 1000 },
  { "crowded", 700, 0, 50 },
  { "one-second", 600, 77, 77 },
  { "deep", 5000, 0, 400 },
  { "deep-and-short", 5000, 0, 4000, 9 },
  { "centuries", 900, 0, G_GINT64_CONSTANT (9467280000) },
  { "all-time", 900, ANNALS_INSTANT_MIN, ANNALS_INSTANT_MAX },
  { "the-limits", 500, ANNALS_INSTANT_MAX - 3, ANNALS_INSTANT_MAX },
  { "before-all", 500, ANNALS_INSTANT_MIN, ANNALS_INSTANT_MIN + 3 },
};

static void
test_random (gconstpointer data)
{
  gsize which = GPOINTER_TO_SIZE (data);

  for (guint32 seed = 1; seed <= 4; seed++)
    {
      Set set;

      set_init (&set, seed, sets[which].n, sets[which].from, sets[which].to,
                sets[which].least_shift);
      check_all (&set, 40);
      for (guint i = 0; i < 3; i++)
        {
          change_some (&set, 25 << (2 * i));
          check_all (&set, 20);
          annals_index_merge (set.index);
          g_assert_false (annals_index_needs_merge (set.index));
          check_all (&set, 20);
        }
      set_clear (&set);
    }
}

/* More changes than an index keeps beside what it was built of. */
static void
test_many_changes (void)
{
  Set set;

  set_init (&set, 8, 500, 0, 100000, 0);
  change_some (&set, INDEX_MANY_CHANGES / 4);
  g_assert_false (annals_index_needs_merge (set.index));
  for (guint i = 0; i < INDEX_MANY_CHANGES; i++)
    add_entry (&set);
  g_assert_true (annals_index_needs_merge (set.index));
  annals_index_merge (set.index);
  g_assert_false (annals_index_needs_merge (set.index));
  for (guint i = 0; i < INDEX_MOST_CHANGES + 100; i++)
    add_entry (&set);
  g_assert_false (annals_index_needs_merge (set.index));
  check_all (&set, 5);
  for (guint i = 0; i < set.next; i++)
    annals_index_remove (set.index, i);
  g_array_set_size (set.oracle, 0);
  check_all (&set, 5);
  annals_index_merge (set.index);
  check_all (&set, 5);
  change_some (&set, 40);
  check_all (&set, 5);
  set_clear (&set);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (sets); i++)
    {
      g_autofree gchar *path = g_strdup_printf ("/timeline/index-questions/random/%s",
                                                sets[i].name);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_random);
    }
  g_test_add_func ("/timeline/index-questions/many-changes", test_many_changes);

  return g_test_run ();
}
