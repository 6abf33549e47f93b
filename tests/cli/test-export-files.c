/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include <glib/gstdio.h>
#include <json-glib/json-glib.h>

#include "cli-run.h"

/*
 * `annals export` with several files, into folders, with a report, and with the options that say
 * what stands on the picture and on how many pages it goes.
 */

#define ONE_EVENT                                                          \
  "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><teiHeader><fileDesc>"       \
  "<titleStmt><title>Small</title></titleStmt><publicationStmt><p/>"       \
  "</publicationStmt><sourceDesc><p/></sourceDesc></fileDesc></teiHeader>" \
  "<text><body><p>In 1973 it happened.</p></body></text></TEI>"

static gchar *
read_file (const gchar *folder, const gchar *name)
{
  g_autofree gchar *path = g_build_filename (folder, name, NULL);
  gchar *contents = NULL;

  if (!g_file_get_contents (path, &contents, NULL, NULL))
    g_error ("%s was not written", path);
  return contents;
}

static JsonArray *
get_files (JsonParser *parser, const gchar *json)
{
  g_autoptr (GError) error = NULL;

  json_parser_load_from_data (parser, json, -1, &error);
  g_assert_no_error (error);
  return json_object_get_array_member (json_node_get_object (json_parser_get_root (parser)),
                                       "files");
}

static void
test_folder (void)
{
  g_autoptr (CliFolder) folder = cli_make_folder ();
  g_autoptr (CliFolder) out = cli_make_folder ();
  g_autofree gchar *document = cli_dup_bundled_path ();
  g_autofree gchar *text = cli_write_file (folder, "note.txt", "Something in 1973.\n");
  g_autofree gchar *tei = cli_write_file (folder, "small.annals.xml", ONE_EVENT);
  g_autofree gchar *first = NULL;
  g_autofree gchar *second = NULL;
  g_autofree gchar *third = NULL;
  g_auto (CliRun) run = { 0 };

  cli_run (&run, "export", document, text, tei, "-o", out, "--format", "svg", NULL);
  g_assert_cmpstr (run.err, ==, "");
  g_assert_cmpstr (run.out, ==, "");
  g_assert_cmpint (run.status, ==, 0);
  first = read_file (out, "konishi-2004.svg");
  second = read_file (out, "note.svg");
  third = read_file (out, "small.svg");
  g_assert_nonnull (strstr (first, "Cold War"));
  g_assert_nonnull (strstr (third, "Small"));
}

/* A folder that is not there is made. */
static void
test_new_folder (void)
{
  g_autoptr (CliFolder) folder = cli_make_folder ();
  gchar *made = g_strconcat (folder, "/made/", NULL);
  g_autoptr (CliFolder) cleared = made;
  g_autofree gchar *svg = NULL;
  g_auto (CliRun) run = { 0 };

  cli_run (&run, "export", "-o", made, "--format", "svg", NULL);
  g_assert_cmpstr (run.err, ==, "");
  svg = read_file (made, "timeline.svg");
  g_assert_nonnull (strstr (svg, "</svg>"));
}

/* One file that cannot be read does not keep the others from it, and is told. */
static void
test_report (void)
{
  g_autoptr (CliFolder) folder = cli_make_folder ();
  g_autoptr (CliFolder) out = cli_make_folder ();
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree gchar *document = cli_dup_bundled_path ();
  g_autofree gchar *broken = cli_write_file (folder, "broken.xml", "<TEI><text>");
  g_autofree gchar *written = NULL;
  g_auto (CliRun) run = { 0 };
  JsonArray *files;
  JsonObject *file;

  cli_run (&run, "export", broken, document, "-o", out, "--format", "png", "--size", "800x700",
           "--scale", "2", "--json", NULL);
  g_assert_cmpint (run.status, ==, 2);
  g_assert_nonnull (strstr (run.err, "broken.xml"));
  files = get_files (parser, run.out);
  g_assert_cmpuint (json_array_get_length (files), ==, 2);

  file = json_array_get_object_element (files, 0);
  g_assert_cmpstr (json_object_get_string_member (file, "input"), ==, broken);
  g_assert_nonnull (strstr (json_object_get_string_member (file, "error"), "broken.xml"));
  g_assert_true (json_object_get_null_member (file, "bytes"));
  g_assert_true (json_object_get_null_member (file, "width"));

  file = json_array_get_object_element (files, 1);
  g_assert_cmpstr (json_object_get_string_member (file, "input"), ==, document);
  g_assert_true (json_object_get_null_member (file, "error"));
  g_assert_cmpint (json_object_get_int_member (file, "width"), ==, 1600);
  g_assert_cmpint (json_object_get_int_member (file, "height"), ==, 1400);
  g_assert_cmpint (json_object_get_int_member (file, "pages"), ==, 1);
  g_assert_cmpint (json_object_get_int_member (file, "events"), ==, 15);
  g_assert_true (
      g_file_get_contents (json_object_get_string_member (file, "output"), &written, NULL, NULL));
  {
    GStatBuf info;

    g_assert_cmpint (g_stat (json_object_get_string_member (file, "output"), &info), ==, 0);
    g_assert_cmpint (json_object_get_int_member (file, "bytes"), ==, info.st_size);
  }
}

/* The document that comes with Annals has no input. */
static void
test_report_bundled (void)
{
  g_autoptr (CliFolder) folder = cli_make_folder ();
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree gchar *path = g_build_filename (folder, "a.pdf", NULL);
  g_auto (CliRun) run = { 0 };
  JsonObject *file;

  cli_run (&run, "export", "-o", path, "--size", "a4", "--pages", "3", "--json", NULL);
  g_assert_cmpstr (run.err, ==, "");
  g_assert_cmpint (run.status, ==, 0);
  file = json_array_get_object_element (get_files (parser, run.out), 0);
  g_assert_true (json_object_get_null_member (file, "input"));
  g_assert_cmpint (json_object_get_int_member (file, "pages"), ==, 3);
  g_assert_cmpint (json_object_get_int_member (file, "width"), ==, 1123);
}

/* A stretch of time in which there is nothing is drawn, and told, to people and to programs. */
static void
test_empty_range (void)
{
  static const struct
  {
    const gchar *range;
    gboolean is_empty;
  } CASES[] = { { "1600/1700", TRUE }, { "1973", FALSE } };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autoptr (CliFolder) folder = cli_make_folder ();
      g_autoptr (JsonParser) parser = json_parser_new ();
      g_autofree gchar *path = g_build_filename (folder, "a.svg", NULL);
      g_auto (CliRun) run = { 0 };
      JsonObject *file;

      cli_run (&run, "export", "-o", path, "--range", CASES[i].range, "--json", NULL);
      g_assert_cmpint (run.status, ==, 0);
      g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
      file = json_array_get_object_element (get_files (parser, run.out), 0);
      g_assert_true (json_object_get_null_member (file, "error"));
      g_assert_true (json_object_get_null_member (file, "warning") == !CASES[i].is_empty);
      g_assert_true ((json_object_get_int_member (file, "events") == 0) == CASES[i].is_empty);
      if (!CASES[i].is_empty)
        {
          g_assert_cmpstr (run.err, ==, "");
          continue;
        }
      g_assert_nonnull (strstr (run.err, "No event lies in the range “1600/1700”"));
      g_assert_nonnull (strstr (run.err, "a.svg"));
      g_assert_nonnull (
          strstr (json_object_get_string_member (file, "warning"), "No event lies in the range"));
    }
}

static void
test_same_name (void)
{
  g_autoptr (CliFolder) folder = cli_make_folder ();
  g_autoptr (CliFolder) out = cli_make_folder ();
  g_autofree gchar *first = cli_write_file (folder, "a.txt", "In 1973.\n");
  g_autofree gchar *second = cli_write_file (folder, "a.xml", ONE_EVENT);
  g_autofree gchar *svg = NULL;
  g_auto (CliRun) run = { 0 };

  cli_run (&run, "export", first, second, "-o", out, "--format", "svg", NULL);
  g_assert_cmpint (run.status, ==, 2);
  g_assert_nonnull (strstr (run.err, "a.svg would be written twice"));
  svg = read_file (out, "a.svg");
  g_assert_null (strstr (svg, "Small"));
}

/* Several files, and one name for a picture: whoever types this does not mean a folder of that
 * name. */
static void
test_name_of_picture (void)
{
  g_autoptr (CliFolder) folder = cli_make_folder ();
  g_autofree gchar *out = g_build_filename (folder, "all.svg", NULL);
  const gchar *const formats[] = { NULL, "svg" };

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_auto (CliRun) run = { 0 };

      cli_run (&run, "export", "a.txt", "b.txt", "-o", out, formats[i] != NULL ? "--format" : NULL,
               formats[i], NULL);
      cli_assert_error (&run, "all.svg is the name of a picture");
      g_assert_false (g_file_test (out, G_FILE_TEST_EXISTS));
    }
}

static gchar *
export_svg (const gchar *const *arguments)
{
  g_autoptr (CliFolder) folder = cli_make_folder ();
  g_autofree gchar *document = cli_dup_bundled_path ();
  g_autofree gchar *path = g_build_filename (folder, "out.svg", NULL);
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  g_auto (CliRun) run = { 0 };

  g_ptr_array_add (all, (gpointer) "export");
  g_ptr_array_add (all, document);
  g_ptr_array_add (all, (gpointer) "-o");
  g_ptr_array_add (all, path);
  for (guint i = 0; arguments[i] != NULL; i++)
    g_ptr_array_add (all, (gpointer) arguments[i]);
  g_ptr_array_add (all, NULL);
  cli_run_strv (&run, (const gchar *const *) all->pdata);
  g_assert_cmpstr (run.err, ==, "");
  return read_file (folder, "out.svg");
}

static void
test_words (void)
{
  static const struct
  {
    const gchar *arguments[6];
    const gchar *said[2];
    const gchar *unsaid[2];
  } CASES[] = {
    { { NULL }, { ">Japan-U.S. alliance should be balanced<", "GLOCOM Debates, 26" }, { NULL } },
    { { "--no-title" }, { "GLOCOM Debates, 26" }, { ">Japan-U.S. alliance should be balanced<" } },
    { { "--title", "My <own> title" }, { ">My &lt;own&gt; title<" }, { "<own>" } },
    { { "--source-line", "From a drawer." }, { ">From a drawer.<" }, { NULL } },
    { { "--lanes", "Japan" }, { ">Koizumi government<", ">Japan<" }, { ">Cold War<", ">World<" } },
    { { "--lanes", "lane-world, lane-japan" }, { ">Cold War<", ">Japan<" }, { ">The text<" } },
    { { "--no-legend" }, { ">Japan<" }, { ">planned<" } },
    { { "--no-legend", "--legend" }, { ">planned<" }, { NULL } },
    { { "--compress" }, { ">12 years<", ">14 years<" }, { NULL } },
    { { "--break", "1976/1988" }, { ">13 years<" }, { ">14 years<" } },
    { { "--break", "1976/1980", "--break", "1979/1985" }, { ">10 years<" }, { ">5 years<" } },
    { { "--size", "a4" }, { "width=\"1123\" height=\"794\"" }, { NULL } },
    { { "--size", "11x8.5in" }, { "width=\"1056\" height=\"816\"" }, { NULL } },
    { { "--size", "slide" }, { "viewBox=\"0 0 1280 720\"", "width=\"1920\"" }, { NULL } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autofree gchar *svg = export_svg (CASES[i].arguments);

      for (guint j = 0; j < 2 && CASES[i].said[j] != NULL; j++)
        if (strstr (svg, CASES[i].said[j]) == NULL)
          g_error ("case %u does not say “%s”", i, CASES[i].said[j]);
      for (guint j = 0; j < 2 && CASES[i].unsaid[j] != NULL; j++)
        if (strstr (svg, CASES[i].unsaid[j]) != NULL)
          g_error ("case %u says “%s”", i, CASES[i].unsaid[j]);
    }
}

static void
test_dpi (void)
{
  g_autoptr (CliFolder) folder = cli_make_folder ();
  g_autofree gchar *first = g_build_filename (folder, "a.png", NULL);
  g_autofree gchar *second = g_build_filename (folder, "b.png", NULL);
  g_autofree gchar *a = NULL;
  g_autofree gchar *b = NULL;
  g_auto (CliRun) run = { 0 };
  g_auto (CliRun) again = { 0 };
  gsize n_a;
  gsize n_b;

  cli_run (&run, "export", "-o", first, "--size", "600", "--dpi", "192", NULL);
  cli_run (&again, "export", "-o", second, "--size", "600", "--scale", "2", NULL);
  g_assert_true (g_file_get_contents (first, &a, &n_a, NULL));
  g_assert_true (g_file_get_contents (second, &b, &n_b, NULL));
  g_assert_cmpmem (a, n_a, b, n_b);
}

static void
test_pdf (void)
{
  static const struct
  {
    const gchar *option;
    gboolean listed;
  } CASES[] = { { "--evidence", TRUE }, { "--no-evidence", FALSE }, { "--legend", TRUE } };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autoptr (CliFolder) folder = cli_make_folder ();
      g_autofree gchar *path = g_build_filename (folder, "a.pdf", NULL);
      g_autofree gchar *pdf = NULL;
      g_auto (CliRun) run = { 0 };
      gsize size;

      cli_run (&run, "export", "-o", path, "--size", "letter", CASES[i].option, NULL);
      g_assert_cmpstr (run.err, ==, "");
      g_assert_true (g_file_get_contents (path, &pdf, &size, NULL));
      g_assert_true (g_str_has_prefix (pdf, "%PDF-"));
      g_assert_nonnull (memmem (pdf, size, "/MediaBox [ 0 0 792 612 ]", 25));
      g_assert_true ((memmem (pdf, size, "/MediaBox [ 0 0 612 792 ]", 25) != NULL)
                     == CASES[i].listed);
    }
}

static void
test_contradictions (void)
{
  static const struct
  {
    const gchar *arguments[5];
    const gchar *message;
  } CASES[] = {
    { { "--scale", "2", "--dpi", "300" }, "--scale and --dpi" },
    { { "--title", "x", "--no-title" }, "--title and --no-title" },
    { { "--source-line", "x", "--no-source-line" }, "--source-line and --no-source-line" },
    { { "--format", "png" }, "ends in .svg, but --format says png" },
  };
  g_autoptr (CliFolder) folder = cli_make_folder ();
  g_autofree gchar *path = g_build_filename (folder, "out.svg", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      const gchar *const *a = CASES[i].arguments;
      g_auto (CliRun) run = { 0 };

      cli_run (&run, "export", "-o", path, a[0], a[1], a[2], a[3], NULL);
      cli_assert_error (&run, CASES[i].message);
      g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
    }
}

/* Wrong options are told of in the report too, for each of the files. */
static void
test_refused_report (void)
{
  static const gchar *const cases[][2] = {
    { "--size", "0" },     { "--format", "bmp" },    { "--pages", "0" },
    { "--theme", "pink" }, { "--scale", "nothing" }, { "--dpi", "-1" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JsonParser) parser = json_parser_new ();
      g_auto (CliRun) run = { 0 };
      JsonArray *files;

      cli_run (&run, "export", "a.xml", "b.xml", "-o", "pictures", "--json", cases[i][0],
               cases[i][1], NULL);
      g_assert_cmpint (run.status, ==, 2);
      files = get_files (parser, run.out);
      g_assert_cmpuint (json_array_get_length (files), ==, 2);
      g_assert_cmpstr (
          json_object_get_string_member (json_array_get_object_element (files, 1), "input"), ==,
          "b.xml");
      g_assert_cmpstr (
          json_object_get_string_member (json_array_get_object_element (files, 1), "error"), !=,
          "");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cli/export-files/folder", test_folder);
  g_test_add_func ("/cli/export-files/new-folder", test_new_folder);
  g_test_add_func ("/cli/export-files/report", test_report);
  g_test_add_func ("/cli/export-files/report-bundled", test_report_bundled);
  g_test_add_func ("/cli/export-files/same-name", test_same_name);
  g_test_add_func ("/cli/export-files/name-of-picture", test_name_of_picture);
  g_test_add_func ("/cli/export-files/empty-range", test_empty_range);
  g_test_add_func ("/cli/export-files/words", test_words);
  g_test_add_func ("/cli/export-files/dpi", test_dpi);
  g_test_add_func ("/cli/export-files/pdf", test_pdf);
  g_test_add_func ("/cli/export-files/contradictions", test_contradictions);

  g_test_add_func ("/cli/export-files/refused-report", test_refused_report);
  return g_test_run ();
}
