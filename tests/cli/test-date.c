/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include <json-glib/json-glib.h>

#include "cli-run.h"

/*
 * `annals date`: what it says of dates, to people and to programs, and its exit status.
 */

static JsonObject *
parse_line (JsonParser *json, const gchar *line)
{
  g_autoptr (GError) error = NULL;

  json_parser_load_from_data (json, line, -1, &error);
  g_assert_no_error (error);

  return json_node_get_object (json_parser_get_root (json));
}

/* The members are these, in this order. */
static void
test_json (void)
{
  g_auto (CliRun) run = { 0 };

  cli_run (&run, "date", "--json", "--locale", "en_US", "early 1970s", NULL);
  g_assert_cmpint (run.status, ==, 0);
  g_assert_cmpstr (run.out, ==,
                   "{\"input\":\"early 1970s\",\"valid\":true,\"edtf\":\"1970~/1973~\",\"level\":1,"
                   "\"earliest\":\"1970-01-01\",\"begin_latest\":\"1970-12-31\","
                   "\"end_earliest\":\"1973-01-01\",\"latest\":\"1973-12-31\","
                   "\"words\":\"early 1970s\",\"alternatives\":[],\"error\":null}\n");
}

static void
test_bounds (void)
{
  static const struct
  {
    const gchar *input;
    const gchar *bounds[4];
  } CASES[] = {
    { "44 BC", { "-0043-01-01", "-0043-12-31", "-0043-01-01", "-0043-12-31" } },
    { "[..2007]", { "open", "2007-12-31", "2007-01-01", "2007-12-31" } },
    { "1985/", { "1985-01-01", "1985-12-31", "unknown", "unknown" } },
    { "../1985", { "open", "open", "1985-01-01", "1985-12-31" } },
    { "since 2001", { "2001-01-01", "2001-12-31", "open", "open" } },
    { "Y-100000", { "-100000-01-01", "-100000-12-31", "-100000-01-01", "-100000-12-31" } },
    { "Y-1E18", { NULL, NULL, NULL, NULL } },
  };
  static const gchar *const NAMES[] = { "earliest", "begin_latest", "end_earliest", "latest" };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_auto (CliRun) run = { 0 };
      g_autoptr (JsonParser) json = json_parser_new ();
      JsonObject *object;

      cli_run (&run, "date", "--json", CASES[i].input, NULL);
      object = parse_line (json, run.out);
      g_assert_true (json_object_get_boolean_member (object, "valid"));
      for (guint j = 0; j < G_N_ELEMENTS (NAMES); j++)
        g_assert_cmpstr (json_object_get_string_member_with_default (object, NAMES[j], NULL), ==,
                         CASES[i].bounds[j]);
    }
}

/* It goes on after what is no date, and ends with 2. */
static void
test_refused (void)
{
  g_auto (CliRun) run = { 0 };
  g_auto (GStrv) lines = NULL;
  g_autoptr (JsonParser) json = json_parser_new ();
  JsonObject *object;

  cli_run (&run, "date", "--json", "Febuary \"1973\"", "-0043", NULL);
  g_assert_cmpint (run.status, ==, 2);
  lines = g_strsplit (run.out, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 3);

  object = parse_line (json, lines[0]);
  g_assert_false (json_object_get_boolean_member (object, "valid"));
  g_assert_cmpstr (json_object_get_string_member (object, "input"), ==, "Febuary \"1973\"");
  g_assert_true (json_object_get_null_member (object, "edtf"));
  g_assert_true (json_object_get_null_member (object, "level"));
  g_assert_nonnull (strstr (json_object_get_string_member (object, "error"), "February"));

  object = parse_line (json, lines[1]);
  g_assert_cmpstr (json_object_get_string_member (object, "edtf"), ==, "-0043");
}

static void
test_locale (void)
{
  static const struct
  {
    const gchar *locale;
    const gchar *edtf;
    const gchar *other;
  } CASES[] = {
    { "en_US", "2007-03-09", "2007-09-03" },
    { "en_GB", "2007-09-03", "2007-03-09" },
    { "de_DE", "2007-09-03", "2007-03-09" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_auto (CliRun) run = { 0 };
      g_autoptr (JsonParser) json = json_parser_new ();
      g_autofree gchar *option = g_strdup_printf ("--locale=%s", CASES[i].locale);
      JsonObject *object;
      JsonArray *others;

      cli_run (&run, "date", "--json", option, "03/09/2007", NULL);
      object = parse_line (json, run.out);
      g_assert_cmpstr (json_object_get_string_member (object, "edtf"), ==, CASES[i].edtf);
      others = json_object_get_array_member (object, "alternatives");
      g_assert_cmpuint (json_array_get_length (others), ==, 1);
      g_assert_cmpstr (json_array_get_string_element (others, 0), ==, CASES[i].other);
    }
}

static void
test_edtf_only (void)
{
  g_auto (CliRun) words = { 0 };
  g_auto (CliRun) edtf = { 0 };

  cli_run (&words, "date", "--edtf", "October 1973", NULL);
  g_assert_cmpint (words.status, ==, 2);
  cli_run (&edtf, "date", "--edtf", "1973-10", NULL);
  g_assert_cmpint (edtf.status, ==, 0);
}

static void
test_listing (void)
{
  g_auto (CliRun) run = { 0 };

  cli_run (&run, "date", "--locale", "en_US", "1800s", "\x1b[2J", NULL);
  g_assert_cmpint (run.status, ==, 2);
  g_assert_nonnull (strstr (run.out, "18XX"));
  g_assert_nonnull (strstr (run.out, "180X"));
  g_assert_nonnull (strstr (run.out, "(ten years)"));
  g_assert_null (strchr (run.out, '\x1b'));
}

static void
test_no_locale (void)
{
  static const gchar *const wrong[] = { "xx_NONSENSE", "de_NONSENSE", "xx", "de_XQ", "" };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_auto (CliRun) run = { 0 };

      cli_run (&run, "date", "--locale", wrong[i], "1973", NULL);
      g_assert_cmpint (run.status, ==, 2);
      g_assert_cmpstr (run.out, ==, "");
      g_assert_nonnull (strstr (run.err, "is no locale"));
    }
}

static void
test_known_locales (void)
{
  static const gchar *const right[]
      = { "C", "en", "ja", "de_AT", "en_US.UTF-8", "sr_RS@latin", "zh_Hant_TW", "es_419", "nn-NO" };

  for (guint i = 0; i < G_N_ELEMENTS (right); i++)
    {
      g_auto (CliRun) run = { 0 };

      cli_run (&run, "date", "--locale", right[i], "1973", NULL);
      g_assert_cmpint (run.status, ==, 0);
    }
}

/* A year that is no instant is valid; why it has no bounds is said. */
static void
test_too_far (void)
{
  g_auto (CliRun) run = { 0 };

  cli_run (&run, "date", "--json", "--locale", "en_US", "Y-999E15", NULL);
  g_assert_cmpint (run.status, ==, 0);
  g_assert_nonnull (strstr (run.out, "\"valid\":true"));
  g_assert_nonnull (strstr (run.out, "\"earliest\":null"));
  g_assert_nonnull (strstr (run.out, "\"error\":\"It reaches further"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cli/date/json", test_json);
  g_test_add_func ("/cli/date/bounds", test_bounds);
  g_test_add_func ("/cli/date/refused", test_refused);
  g_test_add_func ("/cli/date/locale", test_locale);
  g_test_add_func ("/cli/date/edtf-only", test_edtf_only);
  g_test_add_func ("/cli/date/listing", test_listing);
  g_test_add_func ("/cli/date/no-locale", test_no_locale);
  g_test_add_func ("/cli/date/known-locales", test_known_locales);
  g_test_add_func ("/cli/date/too-far", test_too_far);

  return g_test_run ();
}
