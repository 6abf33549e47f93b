/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>

#include "annals-settings.h"

/* What is remembered, and for how long: without the schema until the program ends, with it from one
 * start to the next. Each start is a process of its own, since GIO looks for schemas but once. */

static const AnnalsWindowState left = { .width = 1000,
                                        .height = 700,
                                        .maximized = TRUE,
                                        .reader_position = 0.625,
                                        .timeline_position = 0.375 };

static void
assert_window (AnnalsSettings *settings, const AnnalsWindowState *expected)
{
  AnnalsWindowState state = { 0 };

  annals_settings_get_window (settings, &state);
  g_assert_cmpint (state.width, ==, expected->width);
  g_assert_cmpint (state.height, ==, expected->height);
  g_assert_cmpint (state.maximized, ==, expected->maximized);
  g_assert_cmpfloat (state.reader_position, ==, expected->reader_position);
  g_assert_cmpfloat (state.timeline_position, ==, expected->timeline_position);
}

static void
assert_first_start (AnnalsSettings *settings)
{
  static const AnnalsWindowState fresh
      = { .width = 1280, .height = 800, .reader_position = 0.7, .timeline_position = 0.53 };
  g_autoptr (GVariant) sources = annals_settings_dup_sources (settings);

  assert_window (settings, &fresh);
  g_assert_true (g_variant_is_of_type (sources, G_VARIANT_TYPE ("a{ss}")));
  g_assert_cmpuint (g_variant_n_children (sources), ==, 0);
}

static void
assert_source (AnnalsSettings *settings, const gchar *id, const gchar *path)
{
  g_autoptr (GVariant) sources = annals_settings_dup_sources (settings);
  g_autoptr (GFile) file = annals_settings_find_source (sources, id);
  g_autofree gchar *found = file != NULL ? g_file_get_path (file) : NULL;

  g_assert_cmpstr (found, ==, path);
}

static void
remember (AnnalsSettings *settings, const gchar *id, const gchar *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  annals_settings_remember_source (settings, id, file);
}

static void
change_all (AnnalsSettings *settings)
{
  g_autoptr (GVariant) before = annals_settings_dup_sources (settings);
  guint n_before = (guint) g_variant_n_children (before);
  g_autoptr (GVariant) after = NULL;

  annals_settings_set_window (settings, &left);
  assert_window (settings, &left);
  remember (settings, "konishi-2004", "/tmp/old place.txt");
  remember (settings, "other \"quoted\" 文書", "/tmp/100 % 文書.html");
  remember (settings, "konishi-2004", "/tmp/new place.txt");
  after = annals_settings_dup_sources (settings);
  g_assert_cmpuint (g_variant_n_children (after), ==, 2);

  /* What was handed out before stays as it was. */
  g_assert_cmpuint (g_variant_n_children (before), ==, n_before);
}

static void
assert_all_changed (AnnalsSettings *settings)
{
  assert_window (settings, &left);
  assert_source (settings, "konishi-2004", "/tmp/new place.txt");
  assert_source (settings, "other \"quoted\" 文書", "/tmp/100 % 文書.html");
  assert_source (settings, "nobody's", NULL);
  assert_source (settings, NULL, NULL);
}

/* --- What a start does ---------------------------------------------------------------------------
 */

static void
start_first (void)
{
  g_autoptr (AnnalsSettings) settings = annals_settings_new ();

  assert_first_start (settings);
  change_all (settings);
  assert_all_changed (settings);
  g_settings_sync ();
}

static void
start_forgotten (void)
{
  g_autoptr (AnnalsSettings) settings = annals_settings_new ();

  assert_first_start (settings);
}

static void
start_remembered (void)
{
  g_autoptr (AnnalsSettings) settings = annals_settings_new ();

  assert_all_changed (settings);
}

/* A desktop that tiles may squeeze a window below what the schema allows. */
static void
start_out_of_range (void)
{
  static const AnnalsWindowState squeezed
      = { .width = 20, .height = -1, .reader_position = 1.5, .timeline_position = -0.5 };
  g_autoptr (AnnalsSettings) settings = annals_settings_new ();
  AnnalsWindowState state = { 0 };

  annals_settings_set_window (settings, &left);
  annals_settings_set_window (settings, &squeezed);
  annals_settings_get_window (settings, &state);
  g_assert_cmpint (state.width, ==, left.width);
  g_assert_cmpint (state.height, ==, left.height);
  g_assert_false (state.maximized);
  g_assert_cmpfloat (state.reader_position, ==, left.reader_position);
  g_assert_cmpfloat (state.timeline_position, ==, left.timeline_position);
}

/* --- Starts --------------------------------------------------------------------------------------
 */

static void
start (const gchar *path)
{
  g_test_trap_subprocess (path, 0, 0);
  g_test_trap_assert_passed ();
}

static void
remove_folder (const gchar *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const gchar *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree gchar *child = g_build_filename (path, name, NULL);

      remove_folder (child);
    }
  g_remove (path);
}

static void
run (const gchar *schemas, const gchar *const *starts)
{
  g_autofree gchar *home = g_dir_make_tmp ("annals-settings-XXXXXX", NULL);

  g_assert_nonnull (home);
  /* Neither what is installed here nor what the person who runs this has set. */
  g_setenv ("XDG_DATA_DIRS", home, TRUE);
  g_setenv ("XDG_DATA_HOME", home, TRUE);
  g_setenv ("XDG_CONFIG_HOME", home, TRUE);
  g_setenv ("GSETTINGS_SCHEMA_DIR", schemas != NULL ? schemas : home, TRUE);
  g_setenv ("GSETTINGS_BACKEND", "keyfile", TRUE);
  for (; *starts != NULL; starts++)
    start (*starts);
  remove_folder (home);
}

static void
test_without_schema (void)
{
  static const gchar *const starts[] = { "/app/settings/subprocess/first",
                                         "/app/settings/subprocess/forgotten", NULL };

  run (NULL, starts);
}

static void
test_with_schema (void)
{
  static const gchar *const starts[] = { "/app/settings/subprocess/first",
                                         "/app/settings/subprocess/remembered",
                                         "/app/settings/subprocess/remembered", NULL };

  run (ANNALS_TEST_SCHEMADIR, starts);
}

static void
test_out_of_range (void)
{
  static const gchar *const starts[] = { "/app/settings/subprocess/out-of-range", NULL };

  run (ANNALS_TEST_SCHEMADIR, starts);
}

static void
test_beside_program (void)
{
  g_autofree gchar *nothing = annals_settings_dup_beside_program ("no-such-thing");
  g_autofree gchar *folder = annals_settings_dup_beside_program (".");

  g_assert_null (nothing);
  g_assert_nonnull (folder);
  g_assert_true (g_path_is_absolute (folder));
  g_assert_true (g_file_test (folder, G_FILE_TEST_IS_DIR));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/app/settings/without-schema", test_without_schema);
  g_test_add_func ("/app/settings/with-schema", test_with_schema);
  g_test_add_func ("/app/settings/out-of-range", test_out_of_range);
  g_test_add_func ("/app/settings/beside-program", test_beside_program);
  g_test_add_func ("/app/settings/subprocess/first", start_first);
  g_test_add_func ("/app/settings/subprocess/forgotten", start_forgotten);
  g_test_add_func ("/app/settings/subprocess/remembered", start_remembered);
  g_test_add_func ("/app/settings/subprocess/out-of-range", start_out_of_range);

  return g_test_run ();
}
