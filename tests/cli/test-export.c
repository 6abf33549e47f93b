/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include <glib/gstdio.h>

#include "cli-run.h"

/*
 * `annals export`: what is written for which options, and what is said when it cannot be.
 */

typedef struct
{
  guint width;
  guint height;
} PngSize;

/* The size that a PNG says in its header (ISO/IEC 15948, 5.2 and 11.2.2). */
static PngSize
read_png_size (const gchar *path)
{
  static const guint8 START[] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n',
                                  0,    0,   0,   13,  'I',  'H',  'D',  'R' };
  g_autofree gchar *data = NULL;
  gsize n_bytes;
  guint32 size[2];

  g_assert_true (g_file_get_contents (path, &data, &n_bytes, NULL));
  g_assert_cmpuint (n_bytes, >, sizeof START + sizeof size);
  g_assert_cmpmem (data, sizeof START, START, sizeof START);
  memcpy (size, data + sizeof START, sizeof size);
  return (PngSize){ GUINT32_FROM_BE (size[0]), GUINT32_FROM_BE (size[1]) };
}

static void
assert_silent (const CliRun *run)
{
  g_assert_cmpstr (run->err, ==, "");
  g_assert_cmpstr (run->out, ==, "");
  g_assert_cmpint (run->status, ==, 0);
}

/* The SVG of the bundled document with up to four more arguments. */
static gchar *
export_svg (const gchar *a, const gchar *b, const gchar *c, const gchar *d)
{
  g_autoptr (CliFolder) folder = cli_make_folder ();
  g_autofree gchar *document = cli_dup_bundled_path ();
  g_autofree gchar *path = g_build_filename (folder, "out.svg", NULL);
  g_auto (CliRun) run = { 0 };
  gchar *svg = NULL;

  cli_run (&run, "export", document, "-o", path, a, b, c, d, NULL);
  assert_silent (&run);
  g_assert_true (g_file_get_contents (path, &svg, NULL, NULL));
  return svg;
}

static void
test_png (void)
{
  static const struct
  {
    const gchar *size;
    const gchar *scale;
    PngSize expected;
  } CASES[] = {
    { "1600x900", "1", { 1600, 900 } },
    { "800x600", "2", { 1600, 1200 } },
    { "1000x800", "0.5", { 500, 400 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autoptr (CliFolder) folder = cli_make_folder ();
      g_autofree gchar *path = g_build_filename (folder, "out.PNG", NULL);
      g_auto (CliRun) run = { 0 };
      PngSize size;

      cli_run (&run, "export", "-o", path, "--size", CASES[i].size, "--scale", CASES[i].scale,
               NULL);
      assert_silent (&run);
      size = read_png_size (path);
      g_assert_cmpuint (size.width, ==, CASES[i].expected.width);
      g_assert_cmpuint (size.height, ==, CASES[i].expected.height);
    }
}

/* Without a height the picture is as high as the lanes need. */
static void
test_natural_height (void)
{
  g_autoptr (CliFolder) folder = cli_make_folder ();
  g_autofree gchar *path = g_build_filename (folder, "out.png", NULL);
  g_auto (CliRun) run = { 0 };
  PngSize size;

  cli_run (&run, "export", "-o", path, "--size", "1200", NULL);
  assert_silent (&run);
  size = read_png_size (path);
  g_assert_cmpuint (size.width, ==, 1200);
  g_assert_cmpuint (size.height, >, 120);
}

static void
test_svg (void)
{
  static const gchar *const SAID[] = { "<svg", "Oil crises (OPEC)", "Cold War", "</svg>" };
  g_autofree gchar *svg = export_svg (NULL, NULL, NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (SAID); i++)
    g_assert_nonnull (strstr (svg, SAID[i]));
}

/* Each option changes the picture, and the same options give the same picture. */
static void
test_options (void)
{
  static const struct
  {
    const gchar *arguments[4];
  } CASES[] = {
    { { "--size", "1000x700" } },
    { { "--theme", "dark" } },
    { { "--theme", "high-contrast" } },
    { { "--theme", "print" } },
    { { "--calendar", "japanese" } },
    { { "--calendar", "Hebrew" } },
    { { "--range", "1973/1974" } },
    { { "--range", "2001/.." } },
    { { "--range", "../1980" } },
    { { "--no-legend" } },
    { { "--closed", "lane-japan" } },
    { { "--closed", "the text, Japan" } },
    { { "--reading-order" } },
    { { "--compress" } },
    { { "--break", "1956/1968" } },
    { { "--break", "1956/1968", "--break", "1980" } },
    { { "--range", "2004", "--no-legend" } },
  };
  g_autofree gchar *plain = export_svg (NULL, NULL, NULL, NULL);
  g_autofree gchar *again = export_svg ("--theme", "light", "--range", "../..");

  g_assert_cmpstr (plain, ==, again);
  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      const gchar *const *a = CASES[i].arguments;
      g_autofree gchar *svg = export_svg (a[0], a[1], a[2], a[3]);

      g_test_message ("%s %s", a[0], a[1] != NULL ? a[1] : "");
      g_assert_nonnull (strstr (svg, "</svg>"));
      g_assert_cmpstr (svg, !=, plain);
    }
}

/* What does not lie in the range is left out, though it can be seen; without --within it is drawn.
 */
static void
test_within (void)
{
  static const struct
  {
    const gchar *within; /* NULL: not given */
    gboolean has_cold_war;
    gboolean has_oil_crises;
  } CASES[] = {
    { NULL, TRUE, TRUE },
    { "overlapping", TRUE, TRUE },
    { "possible", FALSE, TRUE },
    { "certain", FALSE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autofree gchar *svg = export_svg (
          "--range", "1970-06/2003", CASES[i].within != NULL ? "--within" : NULL, CASES[i].within);

      g_test_message ("%s", CASES[i].within != NULL ? CASES[i].within : "");
      g_assert_cmpint (strstr (svg, "Cold War") != NULL, ==, CASES[i].has_cold_war);
      g_assert_cmpint (strstr (svg, "Oil crises (OPEC)") != NULL, ==, CASES[i].has_oil_crises);
    }
}

/* An open end of the range is filled in for the picture alone. */
static void
test_within_open_range (void)
{
  g_autofree gchar *svg = export_svg ("--range", "1990/..", "--within", "certain");

  g_assert_nonnull (strstr (svg, "SDF deployed to Iraq"));
  g_assert_null (strstr (svg, "Vietnam War"));
}

static void
test_wrong_options (void)
{
  static const struct
  {
    const gchar *option;
    const gchar *word;
    const gchar *message;
  } CASES[] = {
    { "--size", "big", "“big” is not a size" },
    { "--size", "", "not a size" },
    { "--size", "-5", "not a size" },
    { "--size", "199x500", "200 to 20000" },
    { "--size", "800x", "“800x” is not a size" },
    { "--size", "800x10", "120 to 20000" },
    { "--size", "800x600x2", "not a size" },
    { "--size", "99999999999999999999999", "not a size" },
    { "--size", "20001", "not a size" },
    { "--size", "12cm", "“12cm” is not a size" },
    { "--size", "1e3", "not a size" },
    { "--size", "a5", "a4, a4-portrait" },
    { "--size", "20mm", "200 to 20000" },
    { "--size", "300x300in", "120 to 20000" },
    { "--dpi", "high", "“high” is not a resolution" },
    { "--dpi", "5", "10 to 1536" },
    { "--format", "gif", "no format “gif”" },
    { "--pages", "0", "“0” is not a number of pages" },
    { "--pages", "51", "from 1 to 50" },
    { "--pages", "2", "SVG holds a single picture" },
    { "--lanes", "moon", "There is no lane “moon”. The lanes are: lane-world (World)" },
    { "--lanes", "lane-world,,lane-japan", "There is no lane “”" },
    { "--lanes", "", "A timeline without lanes is empty" },
    { "--closed", "moon", "There is no lane “moon”. The lanes are: lane-world (World)" },
    { "--closed", "lane-world,,lane-japan", "There is no lane “”" },
    { "--scale", "two", "“two” is not a scale" },
    { "--scale", "0", "0.1 to 16" },
    { "--scale", "17", "0.1 to 16" },
    { "--scale", "nan", "not a scale" },
    { "--scale", "2x", "not a scale" },
    { "--scale", "0x2", "not a scale" },
    { "--scale", "1e1", "not a scale" },
    { "--theme", "sepia", "no theme “sepia”" },
    { "--calendar", "mayan", "no second calendar “mayan”" },
    { "--calendar", "gregorian", "no second calendar “gregorian”" },
    { "--range", "lately", "“lately” is not a range" },
    { "--break", "lately", "“lately” is not a range" },
    { "--range", "1973-02-30", "not a range" },
    { "--range", "2010/1945", "not a range" },
    { "--within", "certain", "Say with --range within which time" },
    { "--within", "surely", "write certain, possible or overlapping" },
    { "--range", "3000/..", "No event" },
    { "--range", "../-3000", "No event" },
  };
  g_autoptr (CliFolder) folder = cli_make_folder ();
  g_autofree gchar *path = g_build_filename (folder, "out.svg", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_auto (CliRun) run = { 0 };

      g_test_message ("%s %s", CASES[i].option, CASES[i].word);
      cli_run (&run, "export", "-o", path, CASES[i].option, CASES[i].word, NULL);
      cli_assert_error (&run, CASES[i].message);
      g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
    }
}

static void
test_wrong_target (void)
{
  g_autoptr (CliFolder) folder = cli_make_folder ();
  g_autofree gchar *kind = g_build_filename (folder, "out.gif", NULL);
  g_autofree gchar *nowhere = g_build_filename (folder, "missing", "out.svg", NULL);
  const gchar *const targets[] = { kind, nowhere, folder };
  const gchar *const messages[] = { "out.gif", "out.svg", "Say with --format" };

  for (guint i = 0; i < G_N_ELEMENTS (targets); i++)
    {
      g_auto (CliRun) run = { 0 };

      cli_run (&run, "export", "-o", targets[i], NULL);
      cli_assert_error (&run, messages[i]);
      g_assert_false (g_file_test (targets[i], G_FILE_TEST_IS_REGULAR));
    }
}

static void
test_wrong_file (void)
{
  g_autoptr (CliFolder) folder = cli_make_folder ();
  g_autofree gchar *path = g_build_filename (folder, "out.svg", NULL);
  g_autofree gchar *missing = g_build_filename (folder, "missing.xml", NULL);
  g_autofree gchar *broken = cli_write_file (folder, "broken.xml", "<TEI><text>");
  const gchar *const files[] = { missing, broken, folder };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_auto (CliRun) run = { 0 };

      cli_run (&run, "export", files[i], "-o", path, NULL);
      cli_assert_error (&run, files[i]);
      g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
    }
}

/* A file name need not be UTF-8. */
static void
test_odd_name (void)
{
  g_autoptr (CliFolder) folder = cli_make_folder ();
  g_autofree gchar *path = g_build_filename (folder, "\xff\xfe out.svg", NULL);
  g_auto (CliRun) run = { 0 };

  cli_run (&run, "export", "-o", path, NULL);
  assert_silent (&run);
  g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
}

static void
test_commentary (void)
{
  const gchar *samples = g_getenv ("ANNALS_SAMPLES");
  g_autoptr (CliFolder) folder = cli_make_folder ();
  g_autofree gchar *path = g_build_filename (folder, "out.svg", NULL);
  g_autofree gchar *text = NULL;
  g_autofree gchar *svg = NULL;
  g_auto (CliRun) run = { 0 };

  if (samples == NULL)
    {
      g_test_skip ("ANNALS_SAMPLES names no folder with the commentary");
      return;
    }
  text = g_build_filename (samples, "konishi-2004.txt", NULL);
  cli_run (&run, "export", text, "-o", path, NULL);
  assert_silent (&run);
  g_assert_true (g_file_get_contents (path, &svg, NULL, NULL));
  g_assert_nonnull (strstr (svg, "Oil crises (OPEC)"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cli/export/png", test_png);
  g_test_add_func ("/cli/export/natural-height", test_natural_height);
  g_test_add_func ("/cli/export/svg", test_svg);
  g_test_add_func ("/cli/export/options", test_options);
  g_test_add_func ("/cli/export/within", test_within);
  g_test_add_func ("/cli/export/within-open-range", test_within_open_range);
  g_test_add_func ("/cli/export/wrong-options", test_wrong_options);
  g_test_add_func ("/cli/export/wrong-target", test_wrong_target);
  g_test_add_func ("/cli/export/wrong-file", test_wrong_file);
  g_test_add_func ("/cli/export/odd-name", test_odd_name);
  g_test_add_func ("/cli/export/commentary", test_commentary);

  return g_test_run ();
}
