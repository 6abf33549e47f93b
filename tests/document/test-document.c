/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "annals-document.h"

static const gchar harrow[]
    = "Harrow Mill\n\nThe older people hold that about the year 1612 a timber "
      "bridge was put across below the mill.";

static void
take_event (AnnalsDocument *document, const gchar *id, const gchar *quote, AnnalsWhere where)
{
  AnnalsEvent event = { g_strdup (id), g_strdup ("An event") };
  AnnalsPassage passage = { NULL, where };

  passage.anchor = (AnnalsAnchor) ANNALS_ANCHOR_INIT;
  passage.anchor.exact = g_strdup (quote);
  annals_event_take_passage (&event, &passage);
  annals_document_take_event (document, &event);
  g_assert_null (event.id);
}

static const AnnalsPassage *
get_passage (AnnalsDocument *document, guint event)
{
  return &annals_document_get_event (document, event)->passages[0];
}

static void
count_cb (AnnalsDocument *document, gpointer data)
{
  (*(guint *) data)++;
}

static void
count_event_cb (guint *count, guint event, const AnnalsEvent *before)
{
  g_assert_null (before);
  g_assert_cmpuint (event, ==, (*count)++);
}

static void
test_records (void)
{
  g_autoptr (AnnalsDocument) document = annals_document_new ();
  guint index = 99, n_changes = 0, n_event_changes = 0;

  g_signal_connect (document, "changed", G_CALLBACK (count_cb), &n_changes);
  g_signal_connect_swapped (document, "event-changed", G_CALLBACK (count_event_cb),
                            &n_event_changes);
  g_assert_cmpint (annals_document_get_info (document)->source_n_chars, ==, -1);
  g_assert_cmpuint (annals_document_add_lane (document, "world", "World", 3), ==, 0);
  g_assert_cmpuint (annals_document_add_lane (document, "japan", "Japan", 1), ==, 1);
  g_assert_cmpuint (annals_document_get_n_lanes (document), ==, 2);
  g_assert_true (annals_document_find_lane (document, "japan", &index));
  g_assert_cmpuint (index, ==, 1);
  g_assert_cmpstr (annals_document_get_lane (document, 0)->label, ==, "World");
  g_assert_cmpuint (annals_document_get_lane (document, 0)->color, ==, 3);
  g_assert_false (annals_document_find_lane (document, "moon", NULL));

  for (guint i = 0; i < 1000; i++)
    {
      g_autofree gchar *id = g_strdup_printf ("e%u", i);

      take_event (document, id, "quote", ANNALS_WHERE_TEXT);
    }
  g_assert_cmpuint (annals_document_get_n_events (document), ==, 1000);
  g_assert_true (annals_document_find_event (document, "e789", &index));
  g_assert_cmpuint (index, ==, 789);
  g_assert_false (annals_document_find_event (document, "e1000", NULL));
  g_assert_cmpuint (n_changes, ==, 2);
  g_assert_cmpuint (n_event_changes, ==, 1000);
}

static void
test_places (void)
{
  g_autoptr (AnnalsDocument) document = annals_document_new ();
  g_autoptr (AnnalsText) text = annals_text_new (harrow, -1);
  g_autoptr (AnnalsText) other = annals_text_new ("Nothing of the kind.", -1);
  AnnalsStandingCounts counts;

  annals_document_add_lane (document, "l", "Lane", 0);
  take_event (document, "before", "about the year 1612 a timber bridge", ANNALS_WHERE_TEXT);
  g_assert_cmpint (get_passage (document, 0)->place.standing, ==, ANNALS_STANDING_UNCHECKED);

  annals_document_set_text (document, text, NULL, 0);
  take_event (document, "after", "The older people hold that", ANNALS_WHERE_TEXT);
  take_event (document, "gone", "a passage that this text has never had", ANNALS_WHERE_TEXT);
  take_event (document, "elsewhere", "about the year 1612 a timber bridge", ANNALS_WHERE_SOURCE);
  g_assert_cmpint (get_passage (document, 0)->place.start, ==, 40);
  g_assert_cmpint (get_passage (document, 0)->place.end, ==, 75);
  g_assert_cmpint (get_passage (document, 1)->place.start, ==, 13);
  g_assert_cmpint (get_passage (document, 2)->place.standing, ==, ANNALS_STANDING_LOST);
  g_assert_cmpint (get_passage (document, 3)->place.standing, ==, ANNALS_STANDING_UNCHECKED);

  annals_document_count_standings (document, ANNALS_WHERE_TEXT, &counts);
  g_assert_cmpuint (counts.n_passages, ==, 3);
  g_assert_cmpuint (counts.counts[ANNALS_STANDING_LOST], ==, 1);

  annals_document_set_text (document, other, NULL, 0);
  annals_document_count_standings (document, ANNALS_WHERE_TEXT, &counts);
  g_assert_cmpuint (counts.counts[ANNALS_STANDING_LOST], ==, 3);
  annals_document_set_text (document, NULL, NULL, 0);
  annals_document_count_standings (document, ANNALS_WHERE_TEXT, &counts);
  g_assert_cmpuint (counts.counts[ANNALS_STANDING_UNCHECKED], ==, 3);
}

static void
test_source (void)
{
  g_autoptr (AnnalsDocument) document = annals_document_new ();
  g_autoptr (AnnalsText) text = annals_text_new (harrow, -1);
  g_autoptr (GFile) file = g_file_new_for_path ("/nowhere/harrow.txt");
  guint n_changes = 0, n_source_changes = 0;

  annals_document_add_lane (document, "l", "Lane", 0);
  take_event (document, "e", "a timber bridge was put across below", ANNALS_WHERE_SOURCE);
  g_signal_connect (document, "changed", G_CALLBACK (count_cb), &n_changes);
  g_signal_connect (document, "source-changed", G_CALLBACK (count_cb), &n_source_changes);

  annals_document_set_source (document, text, file);
  g_assert_true (annals_document_get_text (document, ANNALS_WHERE_SOURCE) == text);
  g_assert_true (annals_document_get_source_file (document) == file);
  g_assert_true (annals_standing_is_placed (get_passage (document, 0)->place.standing));

  annals_document_set_source (document, NULL, NULL);
  g_assert_null (annals_document_get_text (document, ANNALS_WHERE_SOURCE));
  g_assert_null (annals_document_get_source_file (document));
  g_assert_cmpint (get_passage (document, 0)->place.standing, ==, ANNALS_STANDING_UNCHECKED);
  g_assert_cmpuint (n_source_changes, ==, 2);
  g_assert_cmpuint (n_changes, ==, 0);
}

static void
test_quote (void)
{
  g_autoptr (AnnalsDocument) document = annals_document_new ();
  g_autoptr (AnnalsText) text = annals_text_new (harrow, -1);
  g_auto (AnnalsPassage) passage = { NULL, ANNALS_WHERE_SOURCE };
  g_autofree gchar *unknown = NULL;
  g_autofree gchar *abridged = NULL;
  g_autofree gchar *kept = NULL;
  g_autofree gchar *found = NULL;

  passage.anchor = (AnnalsAnchor) ANNALS_ANCHOR_INIT;
  unknown = annals_document_dup_quote (document, &passage);
  g_assert_cmpstr (unknown, ==, "");
  passage.anchor.begins = g_strdup ("about the year");
  passage.anchor.ends = g_strdup ("was put across");
  abridged = annals_document_dup_quote (document, &passage);
  g_assert_cmpstr (abridged, ==, "about the year … was put across");
  passage.anchor.exact = g_strdup ("Harrow  mill");
  kept = annals_document_dup_quote (document, &passage);
  g_assert_cmpstr (kept, ==, "Harrow  mill");

  annals_document_set_source (document, text, NULL);
  passage.place = (AnnalsPlace){ ANNALS_STANDING_EXACT, 0, 11, 1.0 };
  found = annals_document_dup_quote (document, &passage);
  g_assert_cmpstr (found, ==, "Harrow Mill");
}

static void
test_roles (void)
{
  static const AnnalsParagraphRole roles[] = { ANNALS_PARAGRAPH_HEAD };
  g_autoptr (AnnalsDocument) document = annals_document_new ();
  g_autoptr (AnnalsText) text = annals_text_new (harrow, -1);

  annals_document_set_text (document, text, roles, G_N_ELEMENTS (roles));
  g_assert_cmpint (annals_document_get_paragraph_role (document, 0), ==, ANNALS_PARAGRAPH_HEAD);
  g_assert_cmpint (annals_document_get_paragraph_role (document, 1), ==, ANNALS_PARAGRAPH_BODY);
  annals_document_set_text (document, text, NULL, 0);
  g_assert_cmpint (annals_document_get_paragraph_role (document, 0), ==, ANNALS_PARAGRAPH_BODY);
}

static void
test_info (void)
{
  g_autoptr (AnnalsDocument) document = annals_document_new ();
  AnnalsDocumentInfo info = { .title = g_strdup ("Harrow"), .source_n_chars = 7 };
  AnnalsDocumentInfo other = { .author = g_strdup ("Anon"), .source_n_chars = -1 };

  annals_document_take_info (document, &info);
  g_assert_null (info.title);
  g_assert_cmpstr (annals_document_get_info (document)->title, ==, "Harrow");
  annals_document_take_info (document, &other);
  g_assert_null (annals_document_get_info (document)->title);
  g_assert_cmpstr (annals_document_get_info (document)->author, ==, "Anon");
}

static void
test_residue (void)
{
  g_autoptr (AnnalsDocument) document = annals_document_new ();
  g_autoptr (GBytes) first = g_bytes_new_static ("1", 1);
  GBytes *second = g_bytes_new_static ("2", 1);
  gpointer weak = document;

  annals_document_set_residue (document, g_bytes_ref (first), (GDestroyNotify) g_bytes_unref);
  g_assert_true (annals_document_get_residue (document) == first);
  annals_document_set_residue (document, second, (GDestroyNotify) g_bytes_unref);
  g_assert_true (annals_document_get_residue (document) == second);
  g_object_add_weak_pointer (weak, &weak);
  g_clear_object (&document);
  g_assert_null (weak);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/records", test_records);
  g_test_add_func ("/document/places", test_places);
  g_test_add_func ("/document/source", test_source);
  g_test_add_func ("/document/quote", test_quote);
  g_test_add_func ("/document/roles", test_roles);
  g_test_add_func ("/document/info", test_info);
  g_test_add_func ("/document/residue", test_residue);
  return g_test_run ();
}
