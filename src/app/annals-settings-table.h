/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define ANNALS_SETTING_MAX_CHOICES 8

/**
 * AnnalsSettingInfo:
 * @key: its name
 * @type: its type, as GVariant writes it
 * @value: what it is at first, in GVariant's text format
 * @min: the least number; with both 0, any
 * @max: the greatest number
 * @choices: the words it may be; none: any
 * @preference: whether it is one of the preferences, which can be reset
 *
 * What is known of a setting. A plain struct.
 */
typedef struct
{
  const gchar *key;
  const gchar *type;
  const gchar *value;
  gdouble min;
  gdouble max;
  const gchar *choices[ANNALS_SETTING_MAX_CHOICES];
  gboolean preference;
} AnnalsSettingInfo;

const AnnalsSettingInfo *annals_setting_info_get_table (guint *n_settings);
const AnnalsSettingInfo *annals_setting_info_find (const gchar *key, const gchar *type);
gboolean annals_setting_info_allows (const AnnalsSettingInfo *info, GVariant *value);
GVariant *annals_setting_info_create_value (const AnnalsSettingInfo *info);

G_END_DECLS
