/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "annals-event-changes.h"
#include "annals-history.h"
#include "formats-testing.h"

/* Eras in a TEI file: events whose subtype says so. */

static const gchar original[]
    = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><teiHeader><fileDesc><titleStmt><title>T</title>"
      "</titleStmt><publicationStmt><p>P</p></publicationStmt><sourceDesc><p>N</p></sourceDesc>"
      "</fileDesc></teiHeader>\n<standOff><listEvent>"
      "<event xml:id=\"era\" type=\"happened\" subtype=\"era\" when-custom=\"1947/1991\">"
      "<label>Cold War</label></event>\n"
      "<event xml:id=\"event\" type=\"planned\" when-custom=\"1950\"><label>E</label></event>\n"
      "<event xml:id=\"bare\" when-custom=\"1951\"><label>B</label></event>\n"
      "<event xml:id=\"foreign\" type=\"war\" subtype=\"battle\" when-custom=\"1952\">"
      "<label>F</label></event></listEvent></standOff>\n"
      "<text><body><p>x</p></body></text></TEI>\n";

static gboolean
is_era (AnnalsDocument *document, const gchar *id)
{
  guint index = 0;

  g_assert_true (annals_document_find_event (document, id, &index));
  return annals_document_get_event (document, index)->is_era;
}

static void
show_as_era (AnnalsDocument *document, const gchar *id, gboolean era)
{
  guint index = 0;

  g_assert_true (annals_document_find_event (document, id, &index));
  g_assert_true (annals_event_show_as_era (document, index, era));
}

static gchar *
save (AnnalsDocument *document, Fixture *fixture)
{
  g_autoptr (GFile) file = g_file_new_build_filename (fixture->folder, "b.xml", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (annals_formats_save (document, file, NULL, &error));
  g_assert_no_error (error);
  return fixture_read (fixture, "b.xml");
}

static void
test_read (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnnalsDocument) document = fixture_open (fixture, "a.xml", original);

  g_assert_true (is_era (document, "era"));
  g_assert_false (is_era (document, "event"));
  g_assert_false (is_era (document, "bare"));
  g_assert_false (is_era (document, "foreign"));
}

/* Saved and read again, everything is as it was; only what was changed reads otherwise. */
static void
test_round_trip (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnnalsDocument) document = fixture_open (fixture, "a.xml", original);
  g_autoptr (AnnalsDocument) again = NULL;
  g_autoptr (AnnalsDocument) undone_again = NULL;
  g_autofree gchar *untouched = save (document, fixture);
  g_autofree gchar *changed = NULL;
  g_autofree gchar *undone = NULL;

  g_assert_nonnull (strstr (untouched, "type=\"happened\" subtype=\"era\""));
  g_assert_nonnull (strstr (untouched, "subtype=\"battle\""));
  show_as_era (document, "era", FALSE);
  show_as_era (document, "event", TRUE);
  show_as_era (document, "bare", TRUE);
  changed = save (document, fixture);
  again = fixture_open (fixture, "c.xml", changed);
  g_assert_false (is_era (again, "era"));
  g_assert_true (is_era (again, "event"));
  g_assert_true (is_era (again, "bare"));
  g_assert_false (is_era (again, "foreign"));
  g_assert_nonnull (strstr (changed, "subtype=\"battle\""));
  /* TEI wants no subtype without a type. */
  g_assert_nonnull (strstr (changed, "type=\"happened\"><label>B</label>"));
  for (guint i = 0; i < 3; i++)
    annals_history_undo (annals_document_get_history (document));
  undone = save (document, fixture);
  undone_again = fixture_open (fixture, "d.xml", undone);
  g_assert_true (is_era (undone_again, "era"));
  g_assert_false (is_era (undone_again, "event"));
  g_assert_false (is_era (undone_again, "bare"));
}

/* The attributes of the event "bare", in whatever order, but for its id and dates. */
static void
assert_attributes (const gchar *xml, const gchar *wanted)
{
  static const gchar *const names[] = { "type", "subtype", "rend" };
  g_autofree gchar *tag = g_strndup (strstr (xml, "<event xml:id=\"bare\""), 1024);

  *strchr (tag, '>') = '\0';
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree gchar *start = g_strdup_printf (" %s=\"", names[i]);
      g_autofree gchar *padded = g_strconcat (" ", wanted, NULL);
      const gchar *found = strstr (tag, start);
      const gchar *other = strstr (padded, start);
      g_autofree gchar *value = NULL;
      g_autofree gchar *wanted_value = NULL;

      if (found != NULL)
        value = g_strndup (found, strchr (found + strlen (start), '"') - found);
      if (other != NULL)
        wanted_value = g_strndup (other, strchr (other + strlen (start), '"') - other);
      g_assert_cmpstr (value, ==, wanted_value);
    }
}

/* A subtype of somebody else's stays whatever becomes of the event, and so does what else is said
 * of how it looks. */
static void
test_foreign (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const gchar *before; /* attributes */
    const gchar *as_era;
    const gchar *as_event;
  } cases[] = {
    { "subtype=\"battle\"", "subtype=\"battle\" rend=\"era\"", "subtype=\"battle\"" },
    { "subtype=\"battle\" rend=\"bold  era-like\"", "subtype=\"battle\" rend=\"bold era-like era\"",
      "subtype=\"battle\" rend=\"bold era-like\"" },
    { "rend=\"bold\"", "rend=\"bold\" type=\"happened\" subtype=\"era\"",
      "rend=\"bold\" type=\"happened\"" },
    { "subtype=\"\"", "type=\"happened\" subtype=\"era\"", "type=\"happened\"" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) xml = g_string_new (original);
      g_autoptr (AnnalsDocument) document = NULL;
      g_autoptr (AnnalsDocument) era = NULL;
      g_autoptr (AnnalsDocument) event = NULL;
      g_autofree gchar *as_era = NULL;
      g_autofree gchar *as_event = NULL;

      g_string_replace (xml, "when-custom=\"1951\"", "@ when-custom=\"1951\"", 1);
      g_string_replace (xml, "@", cases[i].before, 1);
      document = fixture_open (fixture, "a.xml", xml->str);
      g_assert_false (is_era (document, "bare"));
      show_as_era (document, "bare", TRUE);
      as_era = save (document, fixture);
      era = fixture_open (fixture, "c.xml", as_era);
      g_assert_true (is_era (era, "bare"));
      assert_attributes (as_era, cases[i].as_era);
      show_as_era (era, "bare", FALSE);
      as_event = save (era, fixture);
      event = fixture_open (fixture, "d.xml", as_event);
      g_assert_false (is_era (event, "bare"));
      assert_attributes (as_event, cases[i].as_event);
    }
}

/* That an event is pinned is a word beside those that others wrote, and beside that for eras. */
static void
test_pinned (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const gchar *before; /* attributes */
    const gchar *pinned;
    const gchar *unpinned;
  } cases[] = {
    { "n=\"1\"", "rend=\"pinned\"", "n=\"1\"" },
    { "rend=\"bold\"", "rend=\"bold pinned\"", "rend=\"bold\"" },
    { "subtype=\"battle\" rend=\"era\"", "subtype=\"battle\" rend=\"era pinned\"",
      "subtype=\"battle\" rend=\"era\"" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) xml = g_string_new (original);
      g_autoptr (AnnalsDocument) document = NULL;
      g_autoptr (AnnalsDocument) again = NULL;
      g_autofree gchar *pinned = NULL;
      g_autofree gchar *unpinned = NULL;
      guint event = 0;
      guint n_pinned = 0;

      g_string_replace (xml, "when-custom=\"1951\"", "@ when-custom=\"1951\"", 1);
      g_string_replace (xml, "@", cases[i].before, 1);
      document = fixture_open (fixture, "a.xml", xml->str);
      g_assert_true (annals_document_find_event (document, "bare", &event));
      g_assert_true (annals_event_pin (document, event, TRUE));
      pinned = save (document, fixture);
      assert_attributes (pinned, cases[i].pinned);
      again = fixture_open (fixture, "c.xml", pinned);
      g_assert_cmpuint (annals_document_get_pinned (again, &n_pinned)[0], ==, event);
      g_assert_cmpuint (n_pinned, ==, 1);
      g_assert_true (annals_event_pin (again, event, FALSE));
      unpinned = save (again, fixture);
      assert_attributes (unpinned, cases[i].unpinned);
    }
}

/* In a new file, an era is written with its status. */
static void
test_new (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnnalsDocument) document = annals_document_new ();
  AnnalsEvent event = { .id = g_strdup ("war"), .label = g_strdup ("War"), .is_era = TRUE };
  g_autofree gchar *saved = NULL;
  g_autoptr (AnnalsDocument) again = NULL;

  annals_document_add_lane (document, "lane", "Lane", 0);
  event.cited = annals_date_new_from_edtf ("1914/1918", NULL);
  annals_document_take_event (document, &event);
  saved = save (document, fixture);
  again = fixture_open (fixture, "c.xml", saved);
  g_assert_true (is_era (again, "war"));
  g_assert_nonnull (strstr (saved, "type=\"happened\""));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add_fixture_test ("/formats/tei-eras/read", test_read);
  add_fixture_test ("/formats/tei-eras/round-trip", test_round_trip);
  add_fixture_test ("/formats/tei-eras/foreign", test_foreign);
  add_fixture_test ("/formats/tei-eras/pinned", test_pinned);
  add_fixture_test ("/formats/tei-eras/new", test_new);
  return g_test_run ();
}
