/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annals-eras.h"
#include "annals-event-changes.h"
#include "annals-history.h"
#include "annals-index.h"
#include "annals-layout.h"
#include "sample-document.h"

/* The index of a document while single events of it are changed: it follows, and is what would be
 * made anew. */

#define N_EDITS 400
#define WIDTH_PX 1000.0

typedef struct
{
  AnnalsDocument *document;
  AnnalsMetrics metrics;
  AnnalsLayout *layout; /* made anew whenever the document changes, as the window does */
  GRand *random;
  guint n_added;
} Fixture;

static void
relayout_cb (Fixture *fixture)
{
  annals_layout_free (fixture->layout);
  fixture->layout = annals_layout_new_following (fixture->document, &fixture->metrics,
                                                 sample_measure, NULL, NULL);
}

static void
fixture_init (Fixture *fixture, guint32 seed, guint n_events)
{
  *fixture = (Fixture){ .document = sample_document_new_random (seed, n_events),
                        .random = g_rand_new_with_seed (seed) };
  annals_metrics_init (&fixture->metrics, 1.0, FALSE);
  annals_index_attach (fixture->document);
  relayout_cb (fixture);
  g_signal_connect_swapped (fixture->document, "changed", G_CALLBACK (relayout_cb), fixture);
  g_signal_connect_swapped (fixture->document, "event-changed", G_CALLBACK (relayout_cb), fixture);
}

static void
fixture_clear (Fixture *fixture)
{
  g_signal_handlers_disconnect_by_data (fixture->document, fixture);
  annals_layout_free (fixture->layout);
  g_rand_free (fixture->random);
  g_object_unref (fixture->document);
}

/* --- Edits --- */

static AnnalsDate *
create_date (GRand *random)
{
  static const gchar *const patterns[] = {
    "%04d",     "%04d-05",     "%04d~",   "%04d-05-06/%04d-07",
    "../%04d",  "%04d/..",     "/%04d",   "%04d/",
    "[..%04d]", "[%04d,1999]", "%04d?",   "%04d-05-06T10:00:00",
    NULL,       "0001",        "Y170000", "-4000",
  };
  const gchar *pattern = patterns[g_rand_int_range (random, 0, G_N_ELEMENTS (patterns))];
  gint year = g_rand_int_range (random, 1000, 1990);
  g_autoptr (GString) edtf = g_string_new (pattern);
  g_autofree gchar *first = g_strdup_printf ("%04d", year);
  g_autofree gchar *second = g_strdup_printf ("%04d", year + 3);

  if (pattern == NULL)
    return NULL;
  g_string_replace (edtf, "%04d", first, 1);
  g_string_replace (edtf, "%04d", second, 1);
  return annals_date_new_from_edtf (edtf->str, NULL);
}

static void
add_event (Fixture *fixture)
{
  g_autofree gchar *id = g_strdup_printf ("added-%u", fixture->n_added++);
  AnnalsEvent event = { .id = g_strdup (id), .label = g_strdup (id) };

  event.cited = create_date (fixture->random);
  event.is_era = g_rand_int_range (fixture->random, 0, 6) == 0;
  event.lane = (guint) g_rand_int_range (fixture->random, 0,
                                         (gint) annals_document_get_n_lanes (fixture->document));
  annals_document_take_event (fixture->document, &event);
}

static void
edit (Fixture *fixture)
{
  AnnalsDocument *document = fixture->document;
  AnnalsHistory *history = annals_document_get_history (document);
  guint event = (guint) g_rand_int_range (fixture->random, 0,
                                          (gint) annals_document_get_n_events (document));
  guint lane = (guint) g_rand_int_range (fixture->random, 0,
                                         (gint) annals_document_get_n_lanes (document));
  g_autoptr (AnnalsDate) cited = create_date (fixture->random);
  g_autoptr (AnnalsDate) record = g_rand_boolean (fixture->random) ? create_date (fixture->random)
                                                                   : NULL;
  g_autofree gchar *id = g_strdup_printf ("lane-%u", annals_document_get_n_lanes (document));
  gint what = g_rand_int_range (fixture->random, 0, 100);

  if (what < 20)
    annals_event_redate (document, event, cited, record);
  else if (what < 35)
    annals_event_move (document, event, lane);
  else if (what < 50)
    annals_event_show_as_era (document, event,
                              !annals_document_get_event (document, event)->is_era);
  else if (what < 60)
    add_event (fixture);
  else if (what < 85)
    annals_history_undo (history);
  else if (what < 99)
    annals_history_redo (history);
  else
    annals_document_add_lane (document, id, id, 1);
}

/* --- The same document, of which nothing is known --- */

static AnnalsDocument *
copy_document (AnnalsDocument *document)
{
  AnnalsDocument *copy = sample_document_new (
      annals_document_get_info (document)->published != NULL ? "1950" : NULL);

  for (guint i = annals_document_get_n_lanes (copy); i < annals_document_get_n_lanes (document);
       i++)
    {
      const AnnalsLane *lane = annals_document_get_lane (document, i);

      annals_document_add_lane (copy, lane->id, lane->label, lane->color);
    }
  for (guint i = 0; i < annals_document_get_n_events (document); i++)
    {
      const AnnalsEvent *event = annals_document_get_event (document, i);
      AnnalsEvent twin = { .id = g_strdup (event->id),
                           .label = g_strdup (event->label),
                           .lane = event->lane,
                           .status = event->status,
                           .is_era = event->is_era };

      if (event->cited != NULL)
        twin.cited = annals_date_ref (event->cited);
      if (event->record != NULL)
        twin.record = annals_date_ref (event->record);
      annals_document_take_event (copy, &twin);
    }
  return copy;
}

static gboolean
write_entry_cb (const AnnalsIndexEntry *entry, gpointer user_data)
{
  g_string_append_printf (user_data,
                          "%u: %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " lane %u weight %u "
                          "flags %u %s\n",
                          entry->event, entry->begin, entry->end, entry->lane, entry->weight,
                          entry->flags, entry->label);
  return TRUE;
}

/* All that a layout shows of a document rests on these. */
static gchar *
dup_words (AnnalsLayout *layout)
{
  GString *words = g_string_new (NULL);
  const AnnalsIndex *index = annals_layout_get_index (layout);
  const AnnalsEras *eras = annals_layout_get_eras (layout);
  AnnalsIndexEntry best[8];
  AnnalsScale scale;
  guint n;

  annals_index_foreach (index, ANNALS_INDEX_ALL_LANES, ANNALS_INSTANT_MIN, ANNALS_INSTANT_MAX,
                        write_entry_cb, words);
  for (guint i = 0; i < annals_index_get_n_lanes (index); i++)
    {
      g_string_append_printf (words, "lane %u: %u, %u\n", i, annals_index_get_n_in_lane (index, i),
                              annals_layout_get_lane (layout, i)->n_events);
      n = annals_index_find_best (index, i, ANNALS_INSTANT_MIN, ANNALS_INSTANT_MAX, 8, best);
      for (guint k = 0; k < n; k++)
        write_entry_cb (&best[k], words);
    }
  for (guint i = 0; i < annals_eras_get_n (eras); i++)
    g_string_append_printf (words, "era %u in row %u\n", annals_eras_get (eras, i)->event,
                            annals_eras_get (eras, i)->row);
  annals_layout_init_fit (layout, &scale, 0.0, WIDTH_PX);
  annals_layout_fit_height (layout, 600.0);
  annals_layout_pack (layout, &scale);
  g_string_append_printf (words, "fit %" G_GINT64_FORMAT " %" G_GINT64_FORMAT ", shown %u of %u\n",
                          annals_scale_get_instant (&scale, 0.0),
                          annals_scale_get_instant (&scale, WIDTH_PX),
                          annals_layout_get_n_shown (layout), annals_layout_get_n_events (layout));
  return g_string_free (words, FALSE);
}

static void
assert_same_as_anew (Fixture *fixture)
{
  g_autoptr (AnnalsDocument) anew = copy_document (fixture->document);
  g_autoptr (AnnalsLayout) layout = annals_layout_new (anew, &fixture->metrics, sample_measure,
                                                       NULL);
  g_autofree gchar *words = dup_words (fixture->layout);
  g_autofree gchar *words_anew = dup_words (layout);

  g_assert_cmpstr (words, ==, words_anew);
}

static void
test_random (void)
{
  static const guint sizes[] = { 1, 3, 40, 400 };

  for (guint32 seed = 1; seed <= 8; seed++)
    {
      Fixture fixture;

      fixture_init (&fixture, seed, sizes[seed % G_N_ELEMENTS (sizes)]);
      assert_same_as_anew (&fixture);
      for (guint i = 0; i < N_EDITS; i++)
        {
          edit (&fixture);
          assert_same_as_anew (&fixture);
        }
      fixture_clear (&fixture);
    }
}

/* The index stays the one it was, unless somebody keeps it or all depends on the event. */
static void
test_follows (void)
{
  Fixture fixture;
  const AnnalsIndex *index;
  AnnalsIndex *kept;
  guint n_events;

  fixture_init (&fixture, 5, 60);
  index = annals_layout_get_index (fixture.layout);
  n_events = annals_index_get_n_events (index);
  annals_event_show_as_era (fixture.document, 7, TRUE);
  g_assert_true (annals_layout_get_index (fixture.layout) == index);
  g_assert_cmpuint (annals_index_get_n_events (index), ==, n_events - 1);
  annals_event_move (fixture.document, 8, 0);
  annals_event_move (fixture.document, 8, 1);
  annals_history_undo (annals_document_get_history (fixture.document));
  g_assert_true (annals_layout_get_index (fixture.layout) == index);
  /* Such as a thread that exports. */
  kept = annals_index_new_for_document (fixture.document, NULL);
  g_assert_true (kept == index);
  annals_event_show_as_era (fixture.document, 7, FALSE);
  g_assert_true (annals_layout_get_index (fixture.layout) != index);
  g_assert_cmpuint (annals_index_get_n_events (kept), ==, n_events - 1);
  g_assert_cmpuint (annals_index_get_n_events (annals_layout_get_index (fixture.layout)), ==,
                    n_events);
  annals_index_unref (kept);
  index = annals_layout_get_index (fixture.layout);
  annals_event_show_as_era (fixture.document, 7, TRUE);
  g_assert_true (annals_layout_get_index (fixture.layout) == index);
  fixture_clear (&fixture);
}

/* With one more event, the long ones no longer weigh more. */
static void
test_by_length (void)
{
  Fixture fixture;

  fixture_init (&fixture, 6, ANNALS_INDEX_MOST_BY_LENGTH - 1);
  for (guint i = 0; i < 3; i++)
    {
      add_event (&fixture);
      assert_same_as_anew (&fixture);
    }
  fixture_clear (&fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/timeline/index-edits/random", test_random);
  g_test_add_func ("/timeline/index-edits/follows", test_follows);
  g_test_add_func ("/timeline/index-edits/by-length", test_by_length);

  return g_test_run ();
}
