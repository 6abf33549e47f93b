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
      = { .width = 1280, .height = 800, .reader_position = 0.7, .timeline_position = 0.5 };
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

/* --- Preferences ---------------------------------------------------------------------------------
 */

static const struct
{
  const gchar *key;
  const gchar *first;
  const gchar *other;
  const gchar *unknown; /* (nullable): anything goes */
} words[] = {
  { ANNALS_SETTING_THEME, "system", "dark", "sepia" },
  { ANNALS_SETTING_READER_FONT, "", "Gentium “Book” Æ", NULL },
  { ANNALS_SETTING_WHEEL, "pan", "zoom", "spin" },
  { ANNALS_SETTING_EXPORT_FORMAT, "png", "svg", "bmp" },
  { ANNALS_SETTING_EXPORT_SIZE, "custom", "a4", NULL },
  { ANNALS_SETTING_EXPORT_THEME, "light", "dark-high-contrast", "" },
};

static const struct
{
  const gchar *key;
  gint first;
  gint other;
  gint min;
  gint max;
} numbers[] = {
  { ANNALS_SETTING_READER_SIZE, 100, 130, 70, 250 },
  { ANNALS_SETTING_READER_MEASURE, 70, 55, 45, 100 },
};

static void
assert_word (AnnalsSettings *settings, const gchar *key, const gchar *expected)
{
  g_autofree gchar *word = annals_settings_dup_string (settings, key);

  g_assert_cmpstr (word, ==, expected);
}

static void
assert_preferences (AnnalsSettings *settings, gboolean changed)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    assert_word (settings, words[i].key, changed ? words[i].other : words[i].first);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    g_assert_cmpint (annals_settings_get_int (settings, numbers[i].key), ==,
                     changed ? numbers[i].other : numbers[i].first);
  g_assert_cmpint (annals_settings_get_boolean (settings, ANNALS_SETTING_EXPORT_LEGEND), ==,
                   !changed);
}

static void
change_preferences (AnnalsSettings *settings)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    annals_settings_set_string (settings, words[i].key, words[i].other);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    annals_settings_set_int (settings, numbers[i].key, numbers[i].other);
  annals_settings_set_boolean (settings, ANNALS_SETTING_EXPORT_LEGEND, FALSE);
}

static void
assert_ranges (AnnalsSettings *settings)
{
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      gint min = 0;
      gint max = 0;

      annals_settings_get_range (numbers[i].key, &min, &max);
      g_assert_cmpint (min, ==, numbers[i].min);
      g_assert_cmpint (max, ==, numbers[i].max);
      annals_settings_set_int (settings, numbers[i].key, max + 1);
      g_assert_cmpint (annals_settings_get_int (settings, numbers[i].key), ==, max);
      annals_settings_set_int (settings, numbers[i].key, G_MININT);
      g_assert_cmpint (annals_settings_get_int (settings, numbers[i].key), ==, min);
    }
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      if (words[i].unknown == NULL)
        continue;
      annals_settings_set_string (settings, words[i].key, words[i].other);
      annals_settings_set_string (settings, words[i].key, words[i].unknown);
      assert_word (settings, words[i].key, words[i].other);
    }
}

static void
count_cb (guint *n_changes)
{
  *n_changes += 1;
}

static void
wait_for_changes (void)
{
  g_settings_sync ();
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* Who asks for one key hears of that key only, and of every change of it once. */
static void
assert_changes_told (AnnalsSettings *settings)
{
  guint n_theme = 0;
  guint n_all = 0;

  g_signal_connect_swapped (settings, "changed::" ANNALS_SETTING_THEME, G_CALLBACK (count_cb),
                            &n_theme);
  g_signal_connect_swapped (settings, "changed", G_CALLBACK (count_cb), &n_all);
  annals_settings_set_string (settings, ANNALS_SETTING_THEME, "dark");
  wait_for_changes ();
  g_assert_cmpuint (n_theme, ==, 1);
  g_assert_cmpuint (n_all, ==, 1);
  annals_settings_set_string (settings, ANNALS_SETTING_WHEEL, "zoom");
  wait_for_changes ();
  g_assert_cmpuint (n_theme, ==, 1);
  g_assert_cmpuint (n_all, ==, 2);
  annals_settings_set_string (settings, ANNALS_SETTING_THEME, "sepia");
  wait_for_changes ();
  g_assert_cmpuint (n_all, ==, 2);
  annals_settings_reset_preferences (settings);
  wait_for_changes ();
  g_assert_cmpuint (n_theme, ==, 2);
  g_signal_handlers_disconnect_by_func (settings, count_cb, &n_theme);
  g_signal_handlers_disconnect_by_func (settings, count_cb, &n_all);
}

static void
assert_hints (AnnalsSettings *settings)
{
  g_assert_false (annals_settings_is_hint_done (settings, "mark"));
  annals_settings_set_hint_done (settings, "mark");
  annals_settings_set_hint_done (settings, "mark");
  annals_settings_set_hint_done (settings, "zoom");
  g_assert_true (annals_settings_is_hint_done (settings, "mark"));
  g_assert_true (annals_settings_is_hint_done (settings, "zoom"));
  g_assert_false (annals_settings_is_hint_done (settings, "open"));
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

static void
start_preferences (void)
{
  g_autoptr (AnnalsSettings) settings = annals_settings_new ();

  assert_preferences (settings, FALSE);
  assert_changes_told (settings);
  assert_ranges (settings);
  change_preferences (settings);
  assert_preferences (settings, TRUE);
  assert_hints (settings);
  g_settings_sync ();
}

static void
start_with_preferences (void)
{
  g_autoptr (AnnalsSettings) settings = annals_settings_new ();

  g_autoptr (GVariant) before = annals_settings_dup_preferences (settings);

  assert_preferences (settings, TRUE);
  annals_settings_set_window (settings, &left);
  annals_settings_reset_preferences (settings);
  assert_preferences (settings, FALSE);
  annals_settings_restore_preferences (settings, before);
  assert_preferences (settings, TRUE);
  annals_settings_reset_preferences (settings);
  assert_preferences (settings, FALSE);
  assert_window (settings, &left);
  g_assert_true (annals_settings_is_hint_done (settings, "zoom"));
}

/* A file of settings that a person, or a later Annals, has written. */
static void
write_strange_settings (void)
{
  g_autofree gchar *folder = g_build_filename (g_get_user_config_dir (), "glib-2.0", "settings",
                                               NULL);
  g_autofree gchar *path = g_build_filename (folder, "keyfile", NULL);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path,
                                      "[io/github/annals_app/Annals]\n"
                                      "theme='sepia'\n"
                                      "reader-measure=7\n"
                                      "reader-size='large'\n"
                                      "wheel=3\n"
                                      "export-format='bmp'\n"
                                      "hints-done=['mark', 'a later one']\n",
                                      -1, NULL));
}

static void
start_strange (void)
{
  g_autoptr (AnnalsSettings) settings = NULL;

  write_strange_settings ();
  settings = annals_settings_new ();
  assert_preferences (settings, FALSE);
  g_assert_true (annals_settings_is_hint_done (settings, "mark"));
  g_assert_false (annals_settings_is_hint_done (settings, "zoom"));
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
  run (NULL, starts);
}

static void
test_preferences (void)
{
  static const gchar *const starts[] = { "/app/settings/subprocess/preferences",
                                         "/app/settings/subprocess/with-preferences", NULL };
  static const gchar *const unkept[] = { "/app/settings/subprocess/preferences",
                                         "/app/settings/subprocess/preferences", NULL };

  run (ANNALS_TEST_SCHEMADIR, starts);
  run (NULL, unkept);
}

static void
test_strange (void)
{
  static const gchar *const starts[] = { "/app/settings/subprocess/strange", NULL };

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
  g_test_add_func ("/app/settings/preferences", test_preferences);
  g_test_add_func ("/app/settings/strange", test_strange);
  g_test_add_func ("/app/settings/beside-program", test_beside_program);
  g_test_add_func ("/app/settings/subprocess/first", start_first);
  g_test_add_func ("/app/settings/subprocess/forgotten", start_forgotten);
  g_test_add_func ("/app/settings/subprocess/remembered", start_remembered);
  g_test_add_func ("/app/settings/subprocess/out-of-range", start_out_of_range);
  g_test_add_func ("/app/settings/subprocess/preferences", start_preferences);
  g_test_add_func ("/app/settings/subprocess/with-preferences", start_with_preferences);
  g_test_add_func ("/app/settings/subprocess/strange", start_strange);

  return g_test_run ();
}
