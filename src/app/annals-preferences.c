/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "annals-export-size.h"
#include "annals-font-button.h"
#include "annals-names.h"
#include "annals-preferences.h"

/* The window of preferences: rows on one side, the settings on the other, and tables of what goes
 * with what between them. It is no AdwPreferencesWindow, since libadwaita 1.2 never frees what was
 * in one. */

#define MAX_VALUES 8
#define SIZE_CUSTOM "custom"
#define SIZE_WINDOW "window"
#define FIRST_OWN_FONT "Serif"
#define TOAST_S 8

struct _AnnalsPreferences
{
  AdwWindow parent_instance;

  AdwToastOverlay *toasts;
  AdwComboRow *theme_row;
  AdwActionRow *font_row;
  GtkSwitch *font_switch;
  AdwActionRow *family_row;
  GtkSpinButton *size_spin;
  GtkSpinButton *measure_spin;
  AdwComboRow *wheel_row;
  AdwComboRow *format_row;
  AdwComboRow *preset_row;
  AdwComboRow *look_row;
  AdwActionRow *legend_row;
  GtkSwitch *legend_switch;
  GtkWidget *reset_button;
  GtkWidget *font_button;

  AnnalsSettings *settings;
  GVariant *before_reset; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (AnnalsPreferences, annals_preferences, ADW_TYPE_WINDOW)

/* A row with a few values; in the order of its model. */
typedef struct
{
  gsize row;
  const gchar *key;
  const gchar *values[MAX_VALUES];
} Choice;

typedef struct
{
  gsize spin;
  const gchar *key;
} Number;

static const Choice choices[] = {
  { G_STRUCT_OFFSET (AnnalsPreferences, theme_row),
    ANNALS_SETTING_THEME,
    { "system", "light", "dark" } },
  { G_STRUCT_OFFSET (AnnalsPreferences, wheel_row), ANNALS_SETTING_WHEEL, { "pan", "zoom" } },
  { G_STRUCT_OFFSET (AnnalsPreferences, format_row),
    ANNALS_SETTING_EXPORT_FORMAT,
    { "png", "svg", "pdf" } },
  { G_STRUCT_OFFSET (AnnalsPreferences, look_row),
    ANNALS_SETTING_EXPORT_THEME,
    { "light", "dark", "high-contrast", "dark-high-contrast", "print" } },
};

static const Number numbers[] = {
  { G_STRUCT_OFFSET (AnnalsPreferences, size_spin), ANNALS_SETTING_READER_SIZE },
  { G_STRUCT_OFFSET (AnnalsPreferences, measure_spin), ANNALS_SETTING_READER_MEASURE },
};

/* Sizes that have a place in the list before the presets. */
static const struct
{
  const gchar *id;
  const gchar *name;
} own_sizes[] = {
  /* Translators: there is room for some 20 letters. */
  { SIZE_CUSTOM, N_ ("1600 pixels wide") },
  /* Translators: a size; there is room for some 20 letters. */
  { SIZE_WINDOW, N_ ("As in the window") },
};

static guint
find_word (const gchar *const *words, guint n_words, const gchar *word)
{
  for (guint i = 0; i < n_words && words[i] != NULL; i++)
    if (g_strcmp0 (words[i], word) == 0)
      return i;

  return 0;
}

/* --- From the settings to the rows --------------------------------------------------------------
 */

static const gchar *
get_preset_id (guint index)
{
  if (index < G_N_ELEMENTS (own_sizes))
    return own_sizes[index].id;
  index -= G_N_ELEMENTS (own_sizes);

  return index < annals_export_preset_get_n () ? annals_export_preset_get (index)->id : NULL;
}

static guint
find_preset (const gchar *id)
{
  for (guint i = 0; get_preset_id (i) != NULL; i++)
    if (g_strcmp0 (get_preset_id (i), id) == 0)
      return i;

  return 0;
}

static void
show_choices (AnnalsPreferences *self)
{
  g_autofree gchar *preset = annals_settings_dup_string (self->settings,
                                                         ANNALS_SETTING_EXPORT_SIZE);

  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      AdwComboRow *row = G_STRUCT_MEMBER (AdwComboRow *, self, choices[i].row);
      g_autofree gchar *value = annals_settings_dup_string (self->settings, choices[i].key);

      adw_combo_row_set_selected (row, find_word (choices[i].values, MAX_VALUES, value));
    }
  adw_combo_row_set_selected (self->preset_row, find_preset (preset));
}

static void
show_font (AnnalsPreferences *self)
{
  g_autofree gchar *family = annals_settings_dup_string (self->settings,
                                                         ANNALS_SETTING_READER_FONT);
  gboolean own = *family != '\0';

  if (own)
    annals_font_button_set_family (self->font_button, family);
  gtk_switch_set_active (self->font_switch, own);
}

static void
show_all (AnnalsPreferences *self)
{
  show_choices (self);
  show_font (self);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    gtk_spin_button_set_value (G_STRUCT_MEMBER (GtkSpinButton *, self, numbers[i].spin),
                               annals_settings_get_int (self->settings, numbers[i].key));
  gtk_switch_set_active (self->legend_switch, annals_settings_get_boolean (
                                                  self->settings, ANNALS_SETTING_EXPORT_LEGEND));
}

/* --- From the rows to the settings --------------------------------------------------------------
 */

static void
choice_cb (AdwComboRow *row, GParamSpec *pspec, gpointer user_data)
{
  AnnalsPreferences *self = user_data;
  guint selected = adw_combo_row_get_selected (row);

  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    if (G_STRUCT_MEMBER (AdwComboRow *, self, choices[i].row) == row && selected < MAX_VALUES)
      annals_settings_set_string (self->settings, choices[i].key, choices[i].values[selected]);
}

static void
preset_cb (AnnalsPreferences *self)
{
  const gchar *id = get_preset_id (adw_combo_row_get_selected (self->preset_row));

  if (id != NULL)
    annals_settings_set_string (self->settings, ANNALS_SETTING_EXPORT_SIZE, id);
}

static void
number_cb (GtkSpinButton *spin, gpointer user_data)
{
  AnnalsPreferences *self = user_data;

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (G_STRUCT_MEMBER (GtkSpinButton *, self, numbers[i].spin) == spin)
      annals_settings_set_int (self->settings, numbers[i].key,
                               gtk_spin_button_get_value_as_int (spin));
}

static void
legend_cb (AnnalsPreferences *self)
{
  if (self->settings != NULL)
    annals_settings_set_boolean (self->settings, ANNALS_SETTING_EXPORT_LEGEND,
                                 gtk_switch_get_active (self->legend_switch));
}

static void
font_chosen_cb (const gchar *family, gpointer user_data)
{
  AnnalsPreferences *self = user_data;

  annals_settings_set_string (self->settings, ANNALS_SETTING_READER_FONT, family);
}

/* An own font begins as the one that the button shows. */
static void
font_enabled_cb (AnnalsPreferences *self)
{
  gboolean own = gtk_switch_get_active (self->font_switch);
  g_autofree gchar *family = NULL;

  if (self->settings == NULL)
    return;
  if (own)
    family = annals_font_button_dup_family (self->font_button);
  annals_settings_set_string (self->settings, ANNALS_SETTING_READER_FONT,
                              family != NULL ? family : "");
}

static void
undo_cb (AnnalsPreferences *self)
{
  if (self->before_reset != NULL)
    annals_settings_restore_preferences (self->settings, self->before_reset);
}

static void
reset_cb (AnnalsPreferences *self)
{
  AdwToast *toast = adw_toast_new (_ ("All preferences are as at the first start"));

  g_clear_pointer (&self->before_reset, g_variant_unref);
  self->before_reset = annals_settings_dup_preferences (self->settings);
  annals_settings_reset_preferences (self->settings);

  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_timeout (toast, TOAST_S);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undo_cb), self, G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* --- The window ----------------------------------------------------------------------------------
 */

static void
annals_preferences_dispose (GObject *object)
{
  AnnalsPreferences *self = ANNALS_PREFERENCES (object);

  g_clear_object (&self->settings);
  g_clear_pointer (&self->before_reset, g_variant_unref);
  G_OBJECT_CLASS (annals_preferences_parent_class)->dispose (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, AnnalsPreferences, name)

static void
annals_preferences_class_init (AnnalsPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = annals_preferences_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/annals_app/Annals/ui/annals-preferences.ui");
  BIND (toasts);
  BIND (theme_row);
  BIND (font_row);
  BIND (font_switch);
  BIND (family_row);
  BIND (size_spin);
  BIND (measure_spin);
  BIND (wheel_row);
  BIND (format_row);
  BIND (preset_row);
  BIND (look_row);
  BIND (legend_row);
  BIND (legend_switch);
  BIND (reset_button);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_bind_template_callback (widget_class, font_enabled_cb);
  gtk_widget_class_bind_template_callback (widget_class, legend_cb);
  gtk_widget_class_bind_template_callback (widget_class, reset_cb);
}

static void
fill_presets (AnnalsPreferences *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (own_sizes); i++)
    gtk_string_list_append (names, _ (own_sizes[i].name));
  for (guint i = 0; i < annals_export_preset_get_n (); i++)
    gtk_string_list_append (names, annals_export_preset_get_name (annals_export_preset_get (i)));
  adw_combo_row_set_model (self->preset_row, G_LIST_MODEL (names));
}

static void
say_state_cb (AdwActionRow *row, GParamSpec *pspec, GtkSwitch *control)
{
  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_CHECKED,
                               gtk_switch_get_active (control) ? GTK_ACCESSIBLE_TRISTATE_TRUE
                                                               : GTK_ACCESSIBLE_TRISTATE_FALSE,
                               -1);
}

/* A row with a switch has the keys as a whole, and is the switch for screen readers. */
static void
follow_switch (AdwActionRow *row, GtkSwitch *control)
{
  g_signal_connect_object (control, "notify::active", G_CALLBACK (say_state_cb), row,
                           G_CONNECT_SWAPPED);
  say_state_cb (row, NULL, control);
}

static void
annals_preferences_init (AnnalsPreferences *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  follow_switch (self->font_row, self->font_switch);
  follow_switch (self->legend_row, self->legend_switch);
  self->font_button = annals_font_button_new (_ ("Font of the Reader"), font_chosen_cb, self);
  annals_font_button_set_family (self->font_button, FIRST_OWN_FONT);
  gtk_widget_set_valign (self->font_button, GTK_ALIGN_CENTER);
  annals_names_set_inner (self->font_button, GTK_TYPE_BUTTON, _ ("Font"));
  adw_action_row_add_suffix (self->family_row, self->font_button);
  adw_action_row_set_activatable_widget (self->family_row, self->font_button);
  fill_presets (self);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      gint min = 0;
      gint max = 0;

      annals_settings_get_range (numbers[i].key, &min, &max);
      gtk_spin_button_set_range (G_STRUCT_MEMBER (GtkSpinButton *, self, numbers[i].spin), min,
                                 max);
    }
}

static void
watch_rows (AnnalsPreferences *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    g_signal_connect (G_STRUCT_MEMBER (AdwComboRow *, self, choices[i].row), "notify::selected",
                      G_CALLBACK (choice_cb), self);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    g_signal_connect (G_STRUCT_MEMBER (GtkSpinButton *, self, numbers[i].spin), "value-changed",
                      G_CALLBACK (number_cb), self);
  g_signal_connect_swapped (self->preset_row, "notify::selected", G_CALLBACK (preset_cb), self);
}

/**
 * annals_preferences_new:
 * @settings: the settings
 *
 * Returns: (transfer none): a new window of preferences, not shown yet
 */
AnnalsPreferences *
annals_preferences_new (AnnalsSettings *settings)
{
  AnnalsPreferences *self = NULL;

  g_return_val_if_fail (ANNALS_IS_SETTINGS (settings), NULL);

  self = g_object_new (ANNALS_TYPE_PREFERENCES, NULL);
  self->settings = g_object_ref (settings);
  show_all (self);
  watch_rows (self);
  g_signal_connect_object (settings, "changed", G_CALLBACK (show_all), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * annals_preferences_get_export_defaults:
 * @settings: the settings
 * @defaults: (out): what an export begins with
 *
 * Looks up what was chosen for exports.
 */
void
annals_preferences_get_export_defaults (AnnalsSettings *settings, AnnalsExportDefaults *defaults)
{
  g_autofree gchar *format = NULL;
  g_autofree gchar *preset = NULL;
  g_autofree gchar *theme = NULL;
  g_autofree gchar *calendar = NULL;

  g_return_if_fail (ANNALS_IS_SETTINGS (settings));

  calendar = annals_settings_dup_string (settings, ANNALS_SETTING_CALENDAR);
  format = annals_settings_dup_string (settings, ANNALS_SETTING_EXPORT_FORMAT);
  preset = annals_settings_dup_string (settings, ANNALS_SETTING_EXPORT_SIZE);
  theme = annals_settings_dup_string (settings, ANNALS_SETTING_EXPORT_THEME);
  *defaults = (AnnalsExportDefaults) ANNALS_EXPORT_DEFAULTS_INIT;
  annals_export_format_from_name (format, &defaults->format);
  defaults->preset = get_preset_id (find_preset (preset));
  annals_theme_from_name (theme, &defaults->theme);
  annals_calendar_from_id (calendar, &defaults->calendar);
  defaults->legend = annals_settings_get_boolean (settings, ANNALS_SETTING_EXPORT_LEGEND);
}
