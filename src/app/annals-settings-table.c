/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annals-settings-table.h"
#include "annals-settings.h"

/* Every setting, in one table: what it is at first and what it may be. */

/* The same as in the schema, which is not always there. */
static const AnnalsSettingInfo table[] = {
  { "window-width", "i", "1280", .min = 360, .max = G_MAXINT },
  { "window-height", "i", "800", .min = 294, .max = G_MAXINT },
  { "window-maximized", "b", "false" },
  { "reader-position", "d", "0.7", .min = 0, .max = 1 },
  { "timeline-position", "d", "0.5", .min = 0, .max = 1 },
  { "sources", "a{ss}", "{}" },
  { "hints-done", "as", "[]" },
  { ANNALS_SETTING_THEME, "s", "'system'", .choices = { "system", "light", "dark" },
    .preference = TRUE },
  { ANNALS_SETTING_READER_FONT, "s", "''", .preference = TRUE },
  { ANNALS_SETTING_READER_SIZE, "i", "100", .min = 70, .max = 250, .preference = TRUE },
  { ANNALS_SETTING_READER_MEASURE, "i", "70", .min = 45, .max = 100, .preference = TRUE },
  { ANNALS_SETTING_WHEEL, "s", "'pan'", .choices = { "pan", "zoom" }, .preference = TRUE },
  { ANNALS_SETTING_CALENDAR, "s", "'none'",
    .choices = { "none", "julian", "old-style", "japanese", "french-republican", "hebrew",
                 "islamic" },
    .preference = TRUE },
  { ANNALS_SETTING_THREADS, "b", "true", .preference = TRUE },
  { ANNALS_SETTING_READING_ORDER, "b", "false", .preference = TRUE },
  { ANNALS_SETTING_READING_ORDER_HEIGHT, "i", "104", .min = 24, .max = 2000, .preference = TRUE },
  { ANNALS_SETTING_COMPRESS, "b", "false", .preference = TRUE },
  { ANNALS_SETTING_EXPORT_FORMAT, "s", "'png'", .choices = { "png", "svg", "pdf" },
    .preference = TRUE },
  { ANNALS_SETTING_EXPORT_SIZE, "s", "'custom'", .preference = TRUE },
  { ANNALS_SETTING_EXPORT_THEME, "s", "'light'",
    .choices = { "light", "dark", "high-contrast", "dark-high-contrast", "print" },
    .preference = TRUE },
  { ANNALS_SETTING_EXPORT_LEGEND, "b", "true", .preference = TRUE },
};

static gboolean
is_choice (const AnnalsSettingInfo *info, const gchar *word)
{
  for (guint i = 0; i < ANNALS_SETTING_MAX_CHOICES && info->choices[i] != NULL; i++)
    if (g_strcmp0 (info->choices[i], word) == 0)
      return TRUE;

  return info->choices[0] == NULL;
}

/**
 * annals_setting_info_get_table:
 * @n_settings: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_settings): all settings
 */
const AnnalsSettingInfo *
annals_setting_info_get_table (guint *n_settings)
{
  *n_settings = G_N_ELEMENTS (table);

  return table;
}

/**
 * annals_setting_info_find:
 * @key: a name
 * @type: a type
 *
 * Returns: (transfer none) (nullable): the setting of that name, if it is of that type
 */
const AnnalsSettingInfo *
annals_setting_info_find (const gchar *key, const gchar *type)
{
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    if (g_strcmp0 (table[i].key, key) == 0 && g_strcmp0 (table[i].type, type) == 0)
      return &table[i];

  return NULL;
}

/**
 * annals_setting_info_allows:
 * @info: a setting
 * @value: a value of its type
 *
 * Returns: whether the setting may have that value; GSettings would warn of one that it may not
 */
gboolean
annals_setting_info_allows (const AnnalsSettingInfo *info, GVariant *value)
{
  gdouble number = 0.0;

  if (g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
    return is_choice (info, g_variant_get_string (value, NULL));
  if (g_variant_is_of_type (value, G_VARIANT_TYPE_INT32))
    number = g_variant_get_int32 (value);
  else if (g_variant_is_of_type (value, G_VARIANT_TYPE_DOUBLE))
    number = g_variant_get_double (value);
  else
    return TRUE;

  return info->min == info->max || (number >= info->min && number <= info->max);
}

/**
 * annals_setting_info_create_value:
 * @info: a setting
 *
 * Returns: (transfer full): what it is at first
 */
GVariant *
annals_setting_info_create_value (const AnnalsSettingInfo *info)
{
  return g_variant_parse (G_VARIANT_TYPE (info->type), info->value, NULL, NULL, NULL);
}

/**
 * annals_settings_get_range:
 * @key: one of the preferences that are numbers
 * @min: (out): the least value
 * @max: (out): the greatest value
 *
 * Looks up what a preference may be.
 */
void
annals_settings_get_range (const gchar *key, gint *min, gint *max)
{
  const AnnalsSettingInfo *entry = annals_setting_info_find (key, "i");

  g_return_if_fail (entry != NULL);

  *min = (gint) entry->min;
  *max = (gint) entry->max;
}
