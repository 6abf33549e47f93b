/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "annals-history.h"
#include "annals-lane-changes.h"
#include "formats-testing.h"

#define EVENTS                                                                        \
  "<standOff><listEvent><event xml:id=\"e\" when-custom=\"1612\" ana=\"#b\"><label>E" \
  "</label></event><event xml:id=\"f\" when-custom=\"1613\"><label>F</label></event>" \
  "</listEvent></standOff>"

static const gchar original[]
    = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><teiHeader><fileDesc><titleStmt><title>T</title>"
      "</titleStmt><publicationStmt><p>P</p></publicationStmt><sourceDesc><p>N</p></sourceDesc>"
      "</fileDesc><encodingDesc><classDecl>\n"
      "<taxonomy xml:id=\"lanes\"><desc>Mine</desc>\n"
      "  <category xml:id=\"a\" n=\"0\"><catDesc>Alpha</catDesc></category>\n"
      "  <!-- between -->\n"
      "  <category xml:id=\"b\" n=\"1\" cert=\"low\"><catDesc>Beta</catDesc><gloss>g</gloss>"
      "</category>\n"
      "  <category><catDesc>No lane</catDesc></category>\n"
      "  <category xml:id=\"c\" n=\"2\"><catDesc>Gamma</catDesc></category>\n"
      "</taxonomy></classDecl></encodingDesc></teiHeader>\n" EVENTS "\n"
      "<text><body><p>x</p></body></text></TEI>\n";

static gchar *
dup_lanes (AnnalsDocument *document)
{
  GString *lanes = g_string_new (NULL);

  for (guint i = 0; i < annals_document_get_n_lanes (document); i++)
    {
      const AnnalsLane *lane = annals_document_get_lane (document,
                                                         annals_document_get_lane_at (document, i));

      g_string_append_printf (lanes, "%s%s=%s/%u", i > 0 ? " " : "",
                              lane->id[1] != '\0' ? "loose" : lane->id, lane->label, lane->color);
    }
  return g_string_free (lanes, FALSE);
}

static void
save (AnnalsDocument *document, Fixture *fixture)
{
  g_autoptr (GFile) file = g_file_new_build_filename (fixture->folder, "b.xml", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (annals_formats_save (document, file, NULL, &error));
  g_assert_no_error (error);
}

static void
assert_saved (AnnalsDocument *document, Fixture *fixture, const gchar *wanted)
{
  g_autoptr (GFile) file = g_file_new_build_filename (fixture->folder, "b.xml", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (AnnalsDocument) again = NULL;
  g_autofree gchar *now = dup_lanes (document);
  g_autofree gchar *then = NULL;
  guint e = 0, f = 0;

  save (document, fixture);
  again = annals_formats_open (file, NULL, &error);
  g_assert_no_error (error);
  then = dup_lanes (again);
  g_assert_cmpstr (now, ==, wanted);
  g_assert_cmpstr (then, ==, wanted);
  g_assert_true (annals_document_find_event (again, "e", &e));
  g_assert_true (annals_document_find_event (again, "f", &f));
  g_assert_cmpstr (annals_document_get_lane (again, annals_document_get_event (again, e)->lane)->id,
                   ==, "b");
  g_assert_cmpuint (
      strlen (annals_document_get_lane (again, annals_document_get_event (again, f)->lane)->id), >,
      1);
}

/* Whatever is done by hand is read back, and undone it leaves the file as it was. */
static void
test_changes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnnalsDocument) document = fixture_open (fixture, "a.xml", original);
  AnnalsHistory *history = annals_document_get_history (document);
  g_autofree gchar *untouched = NULL;
  g_autofree gchar *undone = NULL;

  assert_saved (document, fixture, "a=Alpha/0 b=Beta/1 c=Gamma/2 loose=Other events/3");
  untouched = fixture_read (fixture, "b.xml");
  g_assert_null (strstr (untouched, "loose"));

  annals_lane_move (document, 2, 0);
  assert_saved (document, fixture, "c=Gamma/2 a=Alpha/0 b=Beta/1 loose=Other events/3");
  annals_lane_rename (document, 1, "Beta & more");
  annals_lane_recolor (document, 0, 6);
  assert_saved (document, fixture, "c=Gamma/2 a=Alpha/6 b=Beta & more/1 loose=Other events/3");
  for (guint i = 0; i < 3; i++)
    annals_history_undo (history);
  assert_saved (document, fixture, "a=Alpha/0 b=Beta/1 c=Gamma/2 loose=Other events/3");
  undone = fixture_read (fixture, "b.xml");
  g_assert_cmpstr (undone, ==, untouched);
}

/* The file's own hand is kept: remarks, attributes, categories that are no lanes. */
static void
test_order (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnnalsDocument) document = fixture_open (fixture, "a.xml", original);
  g_autofree gchar *saved = NULL;

  annals_lane_move (document, 0, 2);
  assert_saved (document, fixture, "b=Beta/1 c=Gamma/2 a=Alpha/0 loose=Other events/3");
  saved = fixture_read (fixture, "b.xml");
  g_assert_nonnull (strstr (
      saved, "<desc>Mine</desc>\n"
             "  <category xml:id=\"b\" n=\"1\" cert=\"low\"><catDesc>Beta</catDesc><gloss>g</gloss>"
             "</category>\n"
             "  <!-- between -->\n"
             "  <category xml:id=\"c\" n=\"2\"><catDesc>Gamma</catDesc></category>\n"
             "  <category><catDesc>No lane</catDesc></category>\n"
             "  <category xml:id=\"a\" n=\"0\"><catDesc>Alpha</catDesc></category>\n"
             "</taxonomy>"));
}

/* The lane of events that name none is written only once it was changed. */
static void
test_loose_lane (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnnalsDocument) document = fixture_open (fixture, "a.xml", original);

  annals_lane_rename (document, 3, "Elsewhere");
  annals_lane_move (document, 3, 0);
  assert_saved (document, fixture, "loose=Elsewhere/3 a=Alpha/0 b=Beta/1 c=Gamma/2");
  annals_history_undo (annals_document_get_history (document));
  annals_history_undo (annals_document_get_history (document));
  annals_lane_recolor (document, 3, 5);
  assert_saved (document, fixture, "a=Alpha/0 b=Beta/1 c=Gamma/2 loose=Other events/5");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add_fixture_test ("/formats/tei-lanes/changes", test_changes);
  add_fixture_test ("/formats/tei-lanes/order", test_order);
  add_fixture_test ("/formats/tei-lanes/loose-lane", test_loose_lane);
  return g_test_run ();
}
