/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "annals-passage-index.h"
#include "sample-document.h"
#include "widgets-testing.h"

/* The passages of a text by position: their order, which underline of a stack each gets, and
 * finding those that touch a range, held against a plain search. */

#define N_WORDS 1000
#define N_CHARS (N_WORDS * 6)
#define N_LEVELS 4

/* One event for each passage, in three lanes by turns. */
static AnnalsDocument *
create_document (const TestingPassage *passages, guint n_passages)
{
  AnnalsDocument *document = sample_document_new (NULL);
  g_autoptr (AnnalsText) text = widgets_testing_new_text ("te", N_WORDS);
  AnnalsText *const texts[] = { text, text };

  for (guint i = 0; i < n_passages; i++)
    {
      g_autofree gchar *id = g_strdup_printf ("event-%u", i);

      widgets_testing_add_event (document, id, NULL, texts, &passages[i], 1);
    }
  annals_document_set_text (document, text, NULL, 0);
  return document;
}

static void
test_levels (void)
{
  static const struct
  {
    TestingPassage passage;
    guint level;
  } rows[] = {
    { { ANNALS_WHERE_TEXT, 0, 60 }, 0 }, /* the longest of those that begin together is first */
    { { ANNALS_WHERE_TEXT, 0, 30 }, 1 },    { { ANNALS_WHERE_TEXT, 12, 40 }, 2 },
    { { ANNALS_WHERE_TEXT, 30, 50 }, 1 }, /* begins where the second ended */
    { { ANNALS_WHERE_TEXT, 60, 90 }, 0 }, /* begins where the first ended */
    { { ANNALS_WHERE_TEXT, 120, 150 }, 0 },
  };
  TestingPassage passages[G_N_ELEMENTS (rows)];
  g_autoptr (AnnalsDocument) document = NULL;
  g_autoptr (AnnalsPassageIndex) index = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    passages[i] = rows[i].passage;
  document = create_document (passages, G_N_ELEMENTS (rows));
  index = annals_passage_index_new (document, ANNALS_WHERE_TEXT);

  g_assert_cmpuint (annals_passage_index_get_n_marks (index), ==, G_N_ELEMENTS (rows));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const AnnalsPassageMark *mark = annals_passage_index_get_mark (index, i);

      g_assert_cmpint (mark->start, ==, rows[i].passage.start);
      g_assert_cmpint (mark->end, ==, rows[i].passage.end);
      g_assert_cmpuint (mark->event, ==, i);
      g_assert_cmpuint (mark->passage, ==, 0);
      g_assert_cmpuint (mark->level, ==, rows[i].level);
    }
}

/* A stack has four underlines; more passages than that share the lowest. */
static void
test_many_levels (void)
{
  TestingPassage passages[10];
  g_autoptr (AnnalsDocument) document = NULL;
  g_autoptr (AnnalsPassageIndex) index = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (passages); i++)
    passages[i] = (TestingPassage){ ANNALS_WHERE_TEXT, 6 * i, 300 - 6 * i };
  document = create_document (passages, G_N_ELEMENTS (passages));
  index = annals_passage_index_new (document, ANNALS_WHERE_TEXT);

  for (guint i = 0; i < G_N_ELEMENTS (passages); i++)
    g_assert_cmpuint (annals_passage_index_get_mark (index, i)->level, ==, MIN (i, N_LEVELS - 1));
}

static void
test_colors (void)
{
  static const TestingPassage passage = { ANNALS_WHERE_TEXT, 0, 30 };
  g_autoptr (AnnalsDocument) document = sample_document_new (NULL);
  g_autoptr (AnnalsText) text = widgets_testing_new_text ("te", N_WORDS);
  g_autoptr (AnnalsPassageIndex) index = NULL;

  for (guint i = 0; i < 3; i++)
    {
      AnnalsPassage record = { .anchor = ANNALS_ANCHOR_INIT, .place = ANNALS_PLACE_INIT };
      AnnalsEvent event = { .id = g_strdup_printf ("e%u", i), .label = g_strdup ("E"), .lane = i };

      annals_anchor_init_from_text (&record.anchor, text, passage.start, passage.end);
      annals_event_take_passage (&event, &record);
      annals_document_take_event (document, &event);
    }
  annals_document_set_text (document, text, NULL, 0);
  index = annals_passage_index_new (document, ANNALS_WHERE_TEXT);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpuint (annals_passage_index_get_mark (index, i)->color, ==, i);
}

static void
test_find (void)
{
  static const TestingPassage passages[] = { { ANNALS_WHERE_TEXT, 0, 60 },
                                             { ANNALS_WHERE_TEXT, 60, 120 },
                                             { ANNALS_WHERE_SOURCE, 600, 660 } };
  g_autoptr (AnnalsDocument) document = sample_document_new (NULL);
  g_autoptr (AnnalsText) text = widgets_testing_new_text ("te", N_WORDS);
  AnnalsText *const texts[] = { text, text };
  g_autoptr (AnnalsPassageIndex) index = NULL;
  g_autoptr (AnnalsPassageIndex) closed = NULL;
  g_autoptr (AnnalsPassageIndex) source = NULL;

  widgets_testing_add_event (document, "one", NULL, texts, passages, G_N_ELEMENTS (passages));
  annals_document_set_text (document, text, NULL, 0);
  index = annals_passage_index_new (document, ANNALS_WHERE_TEXT);
  g_assert_cmpint (annals_passage_index_find (index, 0, 0)->start, ==, 0);
  g_assert_cmpint (annals_passage_index_find (index, 0, 1)->start, ==, 60);
  g_assert_null (annals_passage_index_find (index, 0, 2));
  g_assert_null (annals_passage_index_find (index, 0, 3));
  g_assert_null (annals_passage_index_find (index, 1, 1));

  /* A text that is not open has no passages. */
  closed = annals_passage_index_new (document, ANNALS_WHERE_SOURCE);
  g_assert_cmpuint (annals_passage_index_get_n_marks (closed), ==, 0);
  annals_document_set_source (document, text, NULL);
  source = annals_passage_index_new (document, ANNALS_WHERE_SOURCE);
  g_assert_cmpuint (annals_passage_index_get_n_marks (source), ==, 1);
  g_assert_cmpint (annals_passage_index_find (source, 0, 2)->start, ==, 600);
}

/* Lost passages are not in the index; it never shows words that are not theirs. */
static void
test_lost (void)
{
  static const gchar kept[] = "These are the words that will be found again, word for word.";
  static const gchar gone[] = "Quite another sentence follows, which nobody is to see any more.";
  g_autofree gchar *both = g_strdup_printf ("%s\n\n%s", kept, gone);
  const TestingPassage passages[] = { { ANNALS_WHERE_TEXT, 0, strlen (kept) },
                                      { ANNALS_WHERE_TEXT, strlen (kept) + 2, strlen (both) } };
  g_autoptr (AnnalsDocument) document = sample_document_new (NULL);
  g_autoptr (AnnalsText) whole = annals_text_new (both, -1);
  g_autoptr (AnnalsText) cut = annals_text_new (kept, -1);
  AnnalsText *const texts[] = { whole, NULL };
  g_autoptr (AnnalsPassageIndex) index = NULL;

  widgets_testing_add_event (document, "one", NULL, texts, passages, G_N_ELEMENTS (passages));
  annals_document_set_text (document, cut, NULL, 0);
  index = annals_passage_index_new (document, ANNALS_WHERE_TEXT);
  g_assert_cmpuint (annals_passage_index_get_n_marks (index), ==, 1);
  g_assert_nonnull (annals_passage_index_find (index, 0, 0));
  g_assert_null (annals_passage_index_find (index, 0, 1));
}

static gboolean
touches (const AnnalsPassageMark *mark, gint64 start, gint64 end)
{
  return mark->start < end && mark->end > start;
}

static void
assert_range (const AnnalsPassageIndex *index, gint64 start, gint64 end)
{
  guint n_marks = annals_passage_index_get_n_marks (index);
  guint first = G_MAXUINT;
  guint last = G_MAXUINT;

  annals_passage_index_get_range (index, start, end, &first, &last);
  g_assert_cmpuint (first, <=, last);
  g_assert_cmpuint (last, <=, n_marks);
  for (guint i = 0; i < n_marks; i++)
    if (touches (annals_passage_index_get_mark (index, i), start, end))
      {
        g_assert_cmpuint (i, >=, first);
        g_assert_cmpuint (i, <, last);
      }
  /* And no more than has to be looked at: the first touches the range. */
  if (first < last)
    g_assert_cmpint (annals_passage_index_get_mark (index, first)->end, >, start);
  if (last > first)
    g_assert_cmpint (annals_passage_index_get_mark (index, last - 1)->start, <, end);
}

static void
assert_sorted_and_apart (const AnnalsPassageIndex *index)
{
  guint n_marks = annals_passage_index_get_n_marks (index);

  for (guint i = 0; i < n_marks; i++)
    {
      const AnnalsPassageMark *mark = annals_passage_index_get_mark (index, i);

      g_assert_cmpuint (mark->level, <, N_LEVELS);
      for (guint j = 0; j < i; j++)
        {
          const AnnalsPassageMark *before = annals_passage_index_get_mark (index, j);

          g_assert_cmpint (before->start, <=, mark->start);
          if (mark->level < N_LEVELS - 1 && before->level == mark->level)
            g_assert_false (touches (before, mark->start, mark->end));
        }
    }
}

static void
test_random (void)
{
  GRand *random = g_rand_new_with_seed (20040123);

  for (guint round = 0; round < 20; round++)
    {
      TestingPassage passages[60];
      guint n_passages = (guint) g_rand_int_range (random, 0, G_N_ELEMENTS (passages));
      g_autoptr (AnnalsDocument) document = NULL;
      g_autoptr (AnnalsPassageIndex) index = NULL;

      for (guint i = 0; i < n_passages; i++)
        {
          gint64 start = 6 * g_rand_int_range (random, 0, N_WORDS - 60);
          gint64 length = 5 + 6 * g_rand_int_range (random, 4, 50);

          passages[i] = (TestingPassage){ ANNALS_WHERE_TEXT, start, start + length };
        }
      document = create_document (passages, n_passages);
      index = annals_passage_index_new (document, ANNALS_WHERE_TEXT);
      g_assert_cmpuint (annals_passage_index_get_n_marks (index), ==, n_passages);
      assert_sorted_and_apart (index);
      for (guint i = 0; i < 100; i++)
        {
          gint64 start = g_rand_int_range (random, 0, N_CHARS);

          assert_range (index, start, start + g_rand_int_range (random, 1, 400));
        }
      assert_range (index, 0, N_CHARS);
      assert_range (index, N_CHARS, N_CHARS + 1);
    }
  g_rand_free (random);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/widgets/passage-index/levels/stacked", test_levels);
  g_test_add_func ("/widgets/passage-index/levels/many", test_many_levels);
  g_test_add_func ("/widgets/passage-index/colors", test_colors);
  g_test_add_func ("/widgets/passage-index/find", test_find);
  g_test_add_func ("/widgets/passage-index/lost", test_lost);
  g_test_add_func ("/widgets/passage-index/random", test_random);

  return g_test_run ();
}
