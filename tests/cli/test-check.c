/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include <json-glib/json-glib.h>

#include "cli-run.h"

/*
 * `annals check`: what it lists for people and for programs, and its exit status.
 */

/* A document with one event whose source is another text, and with all that has to be escaped. */
static const gchar BRIDGE[]
    = "<?xml version='1.0' encoding='UTF-8'?>\n"
      "<TEI xmlns='http://www.tei-c.org/ns/1.0' xml:id='bridge' xml:lang='en'><teiHeader><fileDesc>"
      "<titleStmt><title>Notes on a bridge</title></titleStmt>"
      "<publicationStmt><p>Not published.</p></publicationStmt>"
      "<sourceDesc><bibl xml:id='source' type='source'><title>Notes on a bridge</title>"
      "<ref target='file:bridge.txt'/></bibl></sourceDesc></fileDesc>"
      "<profileDesc><calendarDesc><calendar xml:id='edtf'><p>EDTF</p></calendar></calendarDesc>"
      "</profileDesc></teiHeader><standOff><listEvent>"
      "<event xml:id='e1' type='happened' when-custom='1612~' datingMethod='#edtf'>"
      "<label>A \"bridge\" \\ \302\233 of &lt;timber&gt;</label></event></listEvent>"
      "<spanGrp type='evidence'><span xml:id='s1' from='#a' to='#b' ana='#e1' type='supports'>"
      "a bridge of timber stood here</span></spanGrp>"
      "<listAnnotation type='evidence'><annotation xml:id='n1' motivation='linking' "
      "target='file:bridge.txt#char=4,51' corresp='#source' ana='#e1'>"
      "<note type='exact'>carpenters put a timber bridge across the river</note>"
      "</annotation>"
      "<annotation xml:id='n2' motivation='linking' "
      "target='file:bridge.txt#char=61,98' corresp='#source' ana='#e1'>"
      "<note type='exact'>the mill beside it burned down twice</note></annotation>"
      "<annotation xml:id='n3' motivation='linking' "
      "target='file:bridge.txt#char=100,140' corresp='#source' ana='#e1'>"
      "<note type='exact'>a widow sold what was left to the town</note></annotation>"
      "</listAnnotation></standOff>"
      "<text><body><p>In those years <anchor xml:id='a'/>a bridge of timber stood here<anchor "
      "xml:id='b'/>, they say.</p></body></text></TEI>\n";

/* Three texts with the other two passages, so that they are taken for the source. */
#define MILL \
  "Later the mill beside it burned down twice, and a widow sold what was left to the town.\n"
#define BRIDGE_QUOTE "carpenters put a timber bridge across the river"

static const gchar WITH_BRIDGE[] = "The " BRIDGE_QUOTE " in 1612.\n\n" MILL;
static const gchar MOVED_BRIDGE[] = "Ünfug über Brücken. In 1612, " BRIDGE_QUOTE
                                    ", it is said.\n\n" MILL;
static const gchar WITHOUT_BRIDGE[]
    = "Nobody knows who painted the ceiling of the old hall, or when it was done.\n\n" MILL;

static JsonObject *
get_event (JsonNode *root, guint index)
{
  JsonArray *events = json_object_get_array_member (json_node_get_object (root), "events");

  g_assert_cmpuint (json_array_get_length (events), >, index);
  return json_array_get_object_element (events, index);
}

static JsonObject *
find_event (JsonNode *root, const gchar *id)
{
  JsonArray *events = json_object_get_array_member (json_node_get_object (root), "events");

  for (guint i = 0; i < json_array_get_length (events); i++)
    {
      JsonObject *event = json_array_get_object_element (events, i);

      if (g_str_equal (json_object_get_string_member (event, "id"), id))
        return event;
    }
  g_error ("there is no event “%s”", id);
}

static JsonObject *
get_passage (JsonObject *event, guint index)
{
  return json_array_get_object_element (json_object_get_array_member (event, "passages"), index);
}

static JsonNode *
parse (const CliRun *run)
{
  g_autoptr (GError) error = NULL;
  JsonNode *root = json_from_string (run->out, &error);

  g_assert_no_error (error);
  g_assert_true (g_utf8_validate (run->out, -1, NULL));
  g_assert_cmpstr (run->err, ==, "");
  return root;
}

static void
assert_string (JsonObject *object, const gchar *name, const gchar *expected)
{
  JsonNode *node = json_object_get_member (object, name);

  g_assert_nonnull (node);
  if (expected == NULL)
    g_assert_true (JSON_NODE_HOLDS_NULL (node));
  else
    g_assert_cmpstr (json_node_get_string (node), ==, expected);
}

static void
test_listing (void)
{
  static const gchar *const LINES[] = {
    "Japan-U.S. alliance should be balanced\n",
    "\nOil crises (OPEC)\n",
    "\n  as cited   “early 1970s”: ",
    "(1970~/1973~)\n",
    "(1973-10-17/1974-03-18)\n",
    "\n  as cited   “during the Cold War”: no date\n",
    "\n  status     planned\n",
    "\n  lane       The text\n",
    "  text ¶ 3",
    "\n15 events\n",
  };
  g_autofree gchar *document = cli_dup_bundled_path ();
  g_auto (CliRun) run = { 0 };

  cli_run (&run, "check", document, NULL);
  g_assert_cmpint (run.status, ==, 0);
  g_assert_cmpstr (run.err, ==, "");
  for (guint i = 0; i < G_N_ELEMENTS (LINES); i++)
    {
      g_test_message ("%s", LINES[i]);
      g_assert_nonnull (strstr (run.out, LINES[i]));
    }
}

/* The quotes of all passages begin in one column, and so do their further lines. */
static void
test_aligned (void)
{
  g_auto (CliRun) run = { 0 };
  g_auto (GStrv) lines = NULL;
  glong column = -1;
  guint n_quotes = 0;

  cli_run (&run, "check", NULL);
  lines = g_strsplit (run.out, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      const gchar *quote = strchr (lines[i], ' ') == lines[i] ? strstr (lines[i], "  “") : NULL;

      if (quote == NULL || strstr (lines[i], "as cited") != NULL)
        continue;
      n_quotes++;
      if (column < 0)
        column = g_utf8_pointer_to_offset (lines[i], quote);
      g_assert_cmpint (g_utf8_pointer_to_offset (lines[i], quote), ==, column);
      g_assert_cmpint (g_utf8_strlen (lines[i], -1), <=, column + 2 + 64);
    }
  g_assert_cmpuint (n_quotes, >=, 30);
}

static void
test_json (void)
{
  g_autofree gchar *document = cli_dup_bundled_path ();
  g_autofree gchar *shown = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (document);
  g_autoptr (JsonNode) root = NULL;
  g_auto (CliRun) run = { 0 };
  JsonObject *event;

  shown = g_file_get_parse_name (file);
  cli_run (&run, "check", document, "--json", NULL);
  g_assert_cmpint (run.status, ==, 0);
  root = parse (&run);
  assert_string (json_node_get_object (root), "document", shown);
  assert_string (json_node_get_object (root), "source", NULL);

  event = find_event (root, "oil-crises");
  assert_string (event, "label", "Oil crises (OPEC)");
  assert_string (event, "cited", "1970~/1973~");
  assert_string (event, "record", "1973-10-17/1974-03-18");
  assert_string (event, "status", "happened");
  assert_string (event, "lane", "World");
  g_assert_nonnull (strstr (json_object_get_string_member (event, "words"), "1970"));

  event = find_event (root, "cold-war");
  assert_string (event, "cited", NULL);
  g_assert_nonnull (strstr (json_object_get_string_member (event, "words"), "1991"));
  assert_string (find_event (root, "printed"), "record", NULL);
}

static void
test_json_bundled (void)
{
  g_autoptr (JsonNode) root = NULL;
  g_auto (CliRun) run = { 0 };
  JsonArray *events;

  cli_run (&run, "check", "--json", NULL);
  g_assert_cmpint (run.status, ==, 0);
  root = parse (&run);
  assert_string (json_node_get_object (root), "document", "konishi-2004");
  events = json_object_get_array_member (json_node_get_object (root), "events");
  g_assert_cmpuint (json_array_get_length (events), ==, 15);
}

typedef struct
{
  const gchar *source;
  gint status;
  const gchar *standing;
  gint64 start;
  gint64 end;
} SourceCase;

static void
check_source_case (const SourceCase *expected)
{
  g_autoptr (CliFolder) folder = cli_make_folder ();
  g_autofree gchar *document = cli_write_file (folder, "bridge.annals.xml", BRIDGE);
  g_autofree gchar *source = expected->source != NULL
                                 ? cli_write_file (folder, "other.txt", expected->source)
                                 : NULL;
  g_autoptr (JsonNode) root = NULL;
  g_auto (CliRun) run = { 0 };
  JsonObject *passage;

  cli_run (&run, "check", "--json", document, source != NULL ? "--source" : NULL, source, NULL);
  root = parse (&run);
  g_assert_cmpint (run.status, ==, expected->status);
  assert_string (json_node_get_object (root), "source", source);

  passage = get_passage (get_event (root, 0), 1);
  assert_string (passage, "in", "source");
  assert_string (passage, "standing", expected->standing);
  assert_string (passage, "quote", BRIDGE_QUOTE);
  if (expected->start < 0)
    {
      assert_string (passage, "start", NULL);
      assert_string (passage, "end", NULL);
      return;
    }
  g_assert_cmpint (json_object_get_int_member (passage, "start"), ==, expected->start);
  g_assert_cmpint (json_object_get_int_member (passage, "end"), ==, expected->end);
}

static void
test_source (void)
{
  static const SourceCase CASES[] = {
    { NULL, 0, "unchecked", -1, -1 },
    { WITH_BRIDGE, 0, "exact", 4, 51 },
    { MOVED_BRIDGE, 0, "moved", 29, 76 },
    { WITHOUT_BRIDGE, 1, "lost", -1, -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_test_message ("%s", CASES[i].standing);
      check_source_case (&CASES[i]);
    }
}

/* The listing for people has the same exit status, and names what is lost and what is not checked.
 */
static void
test_source_listing (void)
{
  static const struct
  {
    const gchar *source;
    gint status;
    const gchar *line;
  } CASES[] = {
    { NULL, 0, "name it with --source" },
    { WITH_BRIDGE, 0, "Passages in the source: 1 exact, 2 moved\n" },
    { WITHOUT_BRIDGE, 1, "“" BRIDGE_QUOTE "”\n" },
    { WITHOUT_BRIDGE, 1, "Passages in the source: 2 moved, 1 lost\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autoptr (CliFolder) folder = cli_make_folder ();
      g_autofree gchar *document = cli_write_file (folder, "bridge.annals.xml", BRIDGE);
      g_autofree gchar *source = CASES[i].source != NULL
                                     ? cli_write_file (folder, "bridge.txt", CASES[i].source)
                                     : NULL;
      g_auto (CliRun) run = { 0 };

      cli_run (&run, "check", document, source != NULL ? "-s" : NULL, source, NULL);
      g_assert_cmpint (run.status, ==, CASES[i].status);
      g_assert_cmpstr (run.err, ==, "");
      g_assert_nonnull (strstr (run.out, CASES[i].line));
    }
}

/* What each of the three lets through, by people and by programs alike, and how it lies there. */
static void
test_range (void)
{
  static const struct
  {
    const gchar *range;
    const gchar *within; /* NULL: not given */
    const gchar *line;
    guint n_events;
    const gchar *id; /* one of them, and the strictest way in which it lies there */
    const gchar *strictest;
  } CASES[] = {
    { "1970/1975", "certain", "Certainly within 1970/1975: 1 of 15 events\n", 1, "oil-crises",
      "certain" },
    { "1971/1975", "certain", "Certainly within 1971/1975: 0 of 15 events\n", 0, NULL, NULL },
    { "1970-06/1975", "possible", "Possibly within 1970-06/1975: 1 of 15 events\n", 1, "oil-crises",
      "possible" },
    { "1970/1975", "overlapping", "Overlapping 1970/1975: 3 of 15 events\n", 3, "cold-war",
      "overlapping" },
    { "1970/1975", NULL, "Overlapping 1970/1975: 3 of 15 events\n", 3, "oil-crises", "certain" },
    { "0800", NULL, "Overlapping 0800: 0 of 15 events\n", 0, NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      const gchar *option = CASES[i].within != NULL ? "--within" : NULL;
      g_autoptr (JsonNode) root = NULL;
      g_auto (CliRun) json = { 0 };
      g_auto (CliRun) listing = { 0 };
      JsonObject *range;

      g_test_message ("%s", CASES[i].line);
      cli_run (&listing, "check", "--range", CASES[i].range, option, CASES[i].within, NULL);
      g_assert_cmpint (listing.status, ==, 0);
      g_assert_nonnull (strstr (listing.out, CASES[i].line));

      cli_run (&json, "check", "--json", "--range", CASES[i].range, option, CASES[i].within, NULL);
      g_assert_cmpint (json.status, ==, 0);
      root = parse (&json);
      range = json_object_get_object_member (json_node_get_object (root), "range");
      assert_string (range, "edtf", CASES[i].range);
      assert_string (range, "within", CASES[i].within != NULL ? CASES[i].within : "overlapping");
      g_assert_cmpint (json_object_get_int_member (range, "matching"), ==, CASES[i].n_events);
      g_assert_cmpint (json_object_get_int_member (range, "of"), ==, 15);
      g_assert_cmpuint (json_array_get_length (
                            json_object_get_array_member (json_node_get_object (root), "events")),
                        ==, CASES[i].n_events);
      if (CASES[i].id != NULL)
        assert_string (find_event (root, CASES[i].id), "within", CASES[i].strictest);
    }
}

/* Only what is listed counts: the total of the passages, and the exit status. */
static void
test_range_passages (void)
{
  static const struct
  {
    const gchar *range;
    gint status;
    const gchar *line;
  } CASES[] = {
    { "1600/1620", 1, "Passages in the source: 2 moved, 1 lost\n" },
    { "1700/1800", 0, "\nOverlapping 1700/1800: 0 of 1 event\n" },
  };
  g_autoptr (CliFolder) folder = cli_make_folder ();
  g_autofree gchar *document = cli_write_file (folder, "bridge.annals.xml", BRIDGE);
  g_autofree gchar *source = cli_write_file (folder, "bridge.txt", WITHOUT_BRIDGE);

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_auto (CliRun) run = { 0 };

      cli_run (&run, "check", document, "-s", source, "--range", CASES[i].range, NULL);
      g_assert_cmpint (run.status, ==, CASES[i].status);
      g_assert_nonnull (strstr (run.out, CASES[i].line));
      g_assert_true ((strstr (run.out, "Passages in") != NULL) == (CASES[i].status == 1));
    }
}

static void
test_range_is_told_only_when_asked_for (void)
{
  g_autoptr (JsonNode) root = NULL;
  g_auto (CliRun) run = { 0 };

  cli_run (&run, "check", "--json", NULL);
  root = parse (&run);
  g_assert_false (json_object_has_member (json_node_get_object (root), "range"));
  g_assert_false (json_object_has_member (get_event (root, 0), "within"));
}

static void
test_wrong_range (void)
{
  static const struct
  {
    const gchar *arguments[4];
    const gchar *message;
  } CASES[] = {
    { { "--within", "certain" }, "Say with --range within which time" },
    { { "--within", "surely", "--range", "1970" }, "write certain, possible or overlapping" },
    { { "--within", "", "--range", "1970" }, "“” is no way to lie in a range" },
    { { "--range", "lately" }, "“lately” is not a range of dates" },
    { { "--range", "" }, "“” is not a range of dates" },
    { { "--range", "1973-02-30" }, "not a range of dates" },
    { { "--range", "1980/1970" }, "not a range of dates" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      const gchar *const *a = CASES[i].arguments;
      g_auto (CliRun) run = { 0 };

      g_test_message ("%s", CASES[i].message);
      cli_run (&run, "check", a[0], a[1], a[2], a[3], NULL);
      g_assert_cmpint (run.status, ==, 2);
      g_assert_cmpstr (run.out, ==, "");
      g_assert_nonnull (strstr (run.err, CASES[i].message));
    }
}

/* Whatever a label holds, JSON keeps it and the terminal is spared it. */
static void
test_escaped (void)
{
  g_autoptr (CliFolder) folder = cli_make_folder ();
  g_autofree gchar *document = cli_write_file (folder, "bridge.annals.xml", BRIDGE);
  g_autoptr (JsonNode) root = NULL;
  g_auto (CliRun) json = { 0 };
  g_auto (CliRun) listing = { 0 };

  cli_run (&json, "check", document, "--json", NULL);
  root = parse (&json);
  assert_string (get_event (root, 0), "label", "A \"bridge\" \\ \302\233 of <timber>");

  cli_run (&listing, "check", document, NULL);
  g_assert_nonnull (strstr (listing.out, "A \"bridge\" \\ \357\277\275 of <timber>\n"));
  g_assert_null (strstr (listing.out, "\302\233"));
}

/* A text that is nobody's source is a document without events. */
static void
test_unknown_text (void)
{
  g_autoptr (CliFolder) folder = cli_make_folder ();
  g_autofree gchar *text = cli_write_file (folder, "mill.txt", MILL);
  g_autoptr (JsonNode) root = NULL;
  g_auto (CliRun) json = { 0 };
  g_auto (CliRun) listing = { 0 };
  JsonObject *object;

  cli_run (&json, "check", "--json", text, NULL);
  g_assert_cmpint (json.status, ==, 0);
  root = parse (&json);
  object = json_node_get_object (root);
  assert_string (object, "document", text);
  assert_string (object, "source", NULL);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (object, "events")), ==, 0);

  cli_run (&listing, "check", text, NULL);
  g_assert_cmpint (listing.status, ==, 0);
  g_assert_nonnull (strstr (listing.out, "\n0 events\n"));
  g_assert_null (strstr (listing.out, "--source"));
}

/* File names need not be UTF-8; JSON has to be. */
static void
test_odd_name (void)
{
  g_autoptr (CliFolder) folder = cli_make_folder ();
  g_autofree gchar *document = cli_write_file (folder, "\xff.annals.xml", BRIDGE);
  g_autofree gchar *source = cli_write_file (folder, "\xfe.txt", WITH_BRIDGE);
  g_autoptr (JsonNode) root = NULL;
  g_auto (CliRun) run = { 0 };

  cli_run (&run, "check", document, "--json", "--source", source, NULL);
  g_assert_cmpint (run.status, ==, 0);
  root = parse (&run);
  g_assert_true (g_str_has_suffix (
      json_object_get_string_member (json_node_get_object (root), "document"), ".annals.xml"));
}

static void
test_wrong_files (void)
{
  g_autoptr (CliFolder) folder = cli_make_folder ();
  g_autofree gchar *good = cli_write_file (folder, "good.xml", BRIDGE);
  g_autofree gchar *broken = cli_write_file (folder, "broken.xml", "<TEI><text>");
  g_autofree gchar *empty = cli_write_file (folder, "empty.xml", "");
  g_autofree gchar *missing = g_build_filename (folder, "missing.xml", NULL);
  const gchar *const cases[][3] = {
    { missing, NULL, missing }, { broken, NULL, broken },   { empty, NULL, empty },
    { folder, NULL, folder },   { good, missing, missing }, { good, folder, folder },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (CliRun) run = { 0 };

      g_test_message ("%s", cases[i][2]);
      cli_run (&run, "check", "--json", cases[i][0], cases[i][1] != NULL ? "--source" : NULL,
               cases[i][1], NULL);
      cli_assert_error (&run, cases[i][2]);
    }
}

/* The commentary alone is recognised; so is it beside its digest. Every passage is where it was. */
static void
test_commentary (void)
{
  const gchar *samples = g_getenv ("ANNALS_SAMPLES");
  g_autofree gchar *text = NULL;

  if (samples == NULL)
    {
      g_test_skip ("ANNALS_SAMPLES names no folder with the commentary");
      return;
    }
  text = g_build_filename (samples, "konishi-2004.txt", NULL);
  for (guint alone = 0; alone < 2; alone++)
    {
      g_autoptr (JsonNode) root = NULL;
      g_auto (CliRun) run = { 0 };

      cli_run (&run, "check", "--json", alone ? text : "--source", alone ? NULL : text, NULL);
      g_assert_cmpint (run.status, ==, 0);
      root = parse (&run);
      assert_string (json_node_get_object (root), "document", "konishi-2004");
      assert_string (json_node_get_object (root), "source", text);
      for (guint i = 0; i < 15; i++)
        {
          JsonArray *passages = json_object_get_array_member (get_event (root, i), "passages");

          for (guint j = 0; j < json_array_get_length (passages); j++)
            assert_string (get_passage (get_event (root, i), j), "standing", "exact");
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cli/check/listing", test_listing);
  g_test_add_func ("/cli/check/aligned", test_aligned);
  g_test_add_func ("/cli/check/json", test_json);
  g_test_add_func ("/cli/check/json-bundled", test_json_bundled);
  g_test_add_func ("/cli/check/source", test_source);
  g_test_add_func ("/cli/check/source-listing", test_source_listing);
  g_test_add_func ("/cli/check/range", test_range);
  g_test_add_func ("/cli/check/range-passages", test_range_passages);
  g_test_add_func ("/cli/check/range-not-asked-for", test_range_is_told_only_when_asked_for);
  g_test_add_func ("/cli/check/wrong-range", test_wrong_range);
  g_test_add_func ("/cli/check/escaped", test_escaped);
  g_test_add_func ("/cli/check/unknown-text", test_unknown_text);
  g_test_add_func ("/cli/check/odd-name", test_odd_name);
  g_test_add_func ("/cli/check/wrong-files", test_wrong_files);
  g_test_add_func ("/cli/check/commentary", test_commentary);

  return g_test_run ();
}
