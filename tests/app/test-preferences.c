/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "annals-appearance.h"
#include "annals-font-button.h"
#include "annals-preferences.h"
#include "annals-ui.h"

/* The window of preferences says what the settings say and changes them at once, both ways; and
 * what is made of them for the display and for exports. */

typedef struct
{
  AnnalsSettings *settings;
  AnnalsPreferences *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer user_data)
{
  fixture->settings = annals_settings_new ();
  annals_settings_reset_preferences (fixture->settings);
  fixture->window = annals_preferences_new (fixture->settings);
}

static gpointer
get_part (Fixture *fixture, const gchar *name)
{
  GObject *part = gtk_widget_get_template_child (GTK_WIDGET (fixture->window),
                                                 ANNALS_TYPE_PREFERENCES, name);

  g_assert_nonnull (part);
  return part;
}

/* Nothing of the window stays when it is closed. */
static void
tear_down (Fixture *fixture, gconstpointer user_data)
{
  GObject *row = get_part (fixture, "theme_row");

  g_object_add_weak_pointer (row, (gpointer *) &row);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (row);
  g_clear_object (&fixture->settings);
}

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
assert_word (Fixture *fixture, const gchar *key, const gchar *expected)
{
  g_autofree gchar *word = annals_settings_dup_string (fixture->settings, key);

  g_assert_cmpstr (word, ==, expected);
}

static const struct
{
  const gchar *row;
  const gchar *key;
  const gchar *values[12];
} choices[] = {
  { "theme_row", ANNALS_SETTING_THEME, { "system", "light", "dark" } },
  { "wheel_row", ANNALS_SETTING_WHEEL, { "pan", "zoom" } },
  { "format_row", ANNALS_SETTING_EXPORT_FORMAT, { "png", "svg", "pdf" } },
  { "preset_row",
    ANNALS_SETTING_EXPORT_SIZE,
    { "custom", "window", "a4", "a4-portrait", "a3", "letter", "letter-portrait", "slide", "4k",
      "poster", "poster-inch" } },
  { "look_row",
    ANNALS_SETTING_EXPORT_THEME,
    { "light", "dark", "high-contrast", "dark-high-contrast", "print" } },
};

/* Every row has as many values as there are, in the same order, and follows both ways. */
static void
test_choices (Fixture *fixture, gconstpointer user_data)
{
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      AdwComboRow *row = get_part (fixture, choices[i].row);
      guint n_values = 0;

      while (choices[i].values[n_values] != NULL)
        n_values++;
      g_assert_cmpuint (g_list_model_get_n_items (adw_combo_row_get_model (row)), ==, n_values);
      for (guint v = n_values; v-- > 0;)
        {
          adw_combo_row_set_selected (row, v);
          assert_word (fixture, choices[i].key, choices[i].values[v]);
          annals_settings_set_string (fixture->settings, choices[i].key,
                                      choices[i].values[(v + 1) % n_values]);
          settle ();
          g_assert_cmpuint (adw_combo_row_get_selected (row), ==, (v + 1) % n_values);
        }
    }
}

static void
test_numbers (Fixture *fixture, gconstpointer user_data)
{
  static const struct
  {
    const gchar *spin;
    const gchar *key;
    gint least;
    gint most;
  } numbers[] = {
    { "size_spin", ANNALS_SETTING_READER_SIZE, 70, 250 },
    { "measure_spin", ANNALS_SETTING_READER_MEASURE, 45, 100 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      GtkSpinButton *spin = get_part (fixture, numbers[i].spin);

      gtk_spin_button_set_value (spin, 1);
      g_assert_cmpint (annals_settings_get_int (fixture->settings, numbers[i].key), ==,
                       numbers[i].least);
      gtk_spin_button_set_value (spin, 10000);
      g_assert_cmpint (annals_settings_get_int (fixture->settings, numbers[i].key), ==,
                       numbers[i].most);
      annals_settings_set_int (fixture->settings, numbers[i].key, 80);
      settle ();
      g_assert_cmpint (gtk_spin_button_get_value_as_int (spin), ==, 80);
    }
}

static void
test_font (Fixture *fixture, gconstpointer user_data)
{
  GtkSwitch *own = get_part (fixture, "font_switch");

  g_assert_false (gtk_switch_get_active (own));
  gtk_switch_set_active (own, TRUE);
  assert_word (fixture, ANNALS_SETTING_READER_FONT, "Serif");
  annals_settings_set_string (fixture->settings, ANNALS_SETTING_READER_FONT, "DejaVu Sans");
  settle ();
  g_assert_true (gtk_switch_get_active (own));
  gtk_switch_set_active (own, FALSE);
  assert_word (fixture, ANNALS_SETTING_READER_FONT, "");
  gtk_switch_set_active (own, TRUE);
  assert_word (fixture, ANNALS_SETTING_READER_FONT, "DejaVu Sans");
}

static void
test_reset (Fixture *fixture, gconstpointer user_data)
{
  AdwComboRow *theme = get_part (fixture, "theme_row");
  GtkSwitch *legend = get_part (fixture, "legend_switch");

  adw_combo_row_set_selected (theme, 2);
  gtk_switch_set_active (legend, FALSE);
  annals_settings_set_hint_done (fixture->settings, "zoom");
  settle ();
  g_assert_false (annals_settings_get_boolean (fixture->settings, ANNALS_SETTING_EXPORT_LEGEND));
  g_signal_emit_by_name (get_part (fixture, "reset_button"), "clicked");
  settle ();
  g_assert_cmpuint (adw_combo_row_get_selected (theme), ==, 0);
  g_assert_true (gtk_switch_get_active (legend));
  assert_word (fixture, ANNALS_SETTING_THEME, "system");
  g_assert_true (annals_settings_is_hint_done (fixture->settings, "zoom"));
}

/* The keys stop once at a row with a switch, and it can be turned from there. */
static void
test_switch_rows (Fixture *fixture, gconstpointer user_data)
{
  static const gchar *const rows[][2] = { { "font_row", "font_switch" },
                                          { "legend_row", "legend_switch" } };
  GtkWidget *window = GTK_WIDGET (fixture->window);

  gtk_window_present (GTK_WINDOW (window));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      GtkWidget *row = get_part (fixture, rows[i][0]);
      GtkSwitch *control = get_part (fixture, rows[i][1]);
      gboolean active = gtk_switch_get_active (control);
      GtkWidget *focus = NULL;

      while (!gtk_widget_get_mapped (row))
        g_main_context_iteration (NULL, TRUE);
      g_assert_true (gtk_widget_grab_focus (row));
      g_assert_true (gtk_widget_activate (row));
      while (gtk_switch_get_active (control) == active) /* it slides */
        g_main_context_iteration (NULL, TRUE);
      gtk_widget_child_focus (window, GTK_DIR_TAB_FORWARD);
      focus = gtk_window_get_focus (GTK_WINDOW (window));
      g_assert_false (focus == row || gtk_widget_is_ancestor (focus, row));
    }
}

static void
test_export_defaults (Fixture *fixture, gconstpointer user_data)
{
  AnnalsExportDefaults defaults;

  annals_preferences_get_export_defaults (fixture->settings, &defaults);
  g_assert_cmpint (defaults.format, ==, ANNALS_EXPORT_PNG);
  g_assert_cmpstr (defaults.preset, ==, "custom");
  g_assert_cmpint (defaults.theme, ==, ANNALS_THEME_LIGHT);
  g_assert_true (defaults.legend);

  annals_settings_set_string (fixture->settings, ANNALS_SETTING_EXPORT_FORMAT, "pdf");
  annals_settings_set_string (fixture->settings, ANNALS_SETTING_EXPORT_SIZE, "a3");
  annals_settings_set_string (fixture->settings, ANNALS_SETTING_EXPORT_THEME, "print");
  annals_settings_set_boolean (fixture->settings, ANNALS_SETTING_EXPORT_LEGEND, FALSE);
  annals_preferences_get_export_defaults (fixture->settings, &defaults);
  g_assert_cmpint (defaults.format, ==, ANNALS_EXPORT_PDF);
  g_assert_cmpstr (defaults.preset, ==, "a3");
  g_assert_cmpint (defaults.theme, ==, ANNALS_THEME_PRINT);
  g_assert_false (defaults.legend);

  /* A size that a later Annals knows. */
  annals_settings_set_string (fixture->settings, ANNALS_SETTING_EXPORT_SIZE, "a0");
  annals_preferences_get_export_defaults (fixture->settings, &defaults);
  g_assert_cmpstr (defaults.preset, ==, "custom");
}

/* --- Appearance ----------------------------------------------------------------------------------
 */

static void
fail_cb (GtkCssProvider *provider, GtkCssSection *section, const GError *error)
{
  g_error ("%s", error->message);
}

/* No name of a font makes a style sheet that is wrong, or says more than the font. */
static void
test_css (void)
{
  static const gchar *const families[] = {
    "", "DejaVu Sans", "Quote \" } * { color: red", "Back\\slash\\", "Line\nbreak", "明朝",
  };

  for (guint i = 0; i < G_N_ELEMENTS (families); i++)
    {
      g_autofree gchar *css = annals_appearance_dup_css (families[i], 115);
      g_autofree gchar *parsed = NULL;
      GtkCssProvider *provider = gtk_css_provider_new ();

      g_assert_nonnull (strstr (css, "font-size: 1.3225em"));
      g_assert_cmpint (strstr (css, "font-family") != NULL, ==, *families[i] != '\0');
      g_signal_connect (provider, "parsing-error", G_CALLBACK (fail_cb), NULL);
      gtk_css_provider_load_from_data (provider, css, -1);
      parsed = gtk_css_provider_to_string (provider);
      g_assert_null (strstr (parsed, "  color:"));
      g_object_unref (provider);
    }
}

static void
test_theme (void)
{
  static const struct
  {
    const gchar *theme;
    AdwColorScheme scheme;
  } cases[] = {
    { "dark", ADW_COLOR_SCHEME_FORCE_DARK },
    { "light", ADW_COLOR_SCHEME_FORCE_LIGHT },
    { "system", ADW_COLOR_SCHEME_DEFAULT },
  };
  AnnalsSettings *settings = annals_settings_new ();
  AdwStyleManager *manager = adw_style_manager_get_default ();

  annals_appearance_follow (settings);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      annals_settings_set_string (settings, ANNALS_SETTING_THEME, cases[i].theme);
      settle ();
      g_assert_cmpint (adw_style_manager_get_color_scheme (manager), ==, cases[i].scheme);
    }
  g_object_unref (settings);
}

static const struct
{
  const gchar *path;
  void (*test) (Fixture *fixture, gconstpointer user_data);
} cases[] = {
  { "/app/preferences/choices", test_choices },
  { "/app/preferences/numbers", test_numbers },
  { "/app/preferences/font", test_font },
  { "/app/preferences/reset", test_reset },
  { "/app/preferences/switch-rows", test_switch_rows },
  { "/app/preferences/export-defaults", test_export_defaults },
};

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  annals_ui_init ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add (cases[i].path, Fixture, NULL, set_up, cases[i].test, tear_down);
  g_test_add_func ("/app/appearance/css", test_css);
  g_test_add_func ("/app/appearance/theme", test_theme);

  return g_test_run ();
}
