/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * AnnalsWindowState:
 *
 * How the window was left. A plain struct.
 */
typedef struct
{
  gint width;
  gint height;
  gboolean maximized;
  gdouble reader_position;
  gdouble timeline_position;
} AnnalsWindowState;

/* The preferences; what they may be is in the schema. */
#define ANNALS_SETTING_THEME "theme"
#define ANNALS_SETTING_READER_FONT "reader-font"
#define ANNALS_SETTING_READER_SIZE "reader-size"
#define ANNALS_SETTING_READER_MEASURE "reader-measure"
#define ANNALS_SETTING_WHEEL "wheel"
#define ANNALS_SETTING_CALENDAR "second-calendar"
#define ANNALS_SETTING_COMPRESS "compress-empty"
#define ANNALS_SETTING_THREADS "threads"
#define ANNALS_SETTING_READING_ORDER "reading-order"
#define ANNALS_SETTING_READING_ORDER_HEIGHT "reading-order-height"
#define ANNALS_SETTING_EXPORT_FORMAT "export-format"
#define ANNALS_SETTING_EXPORT_SIZE "export-size"
#define ANNALS_SETTING_EXPORT_THEME "export-theme"
#define ANNALS_SETTING_EXPORT_LEGEND "export-legend"

#define ANNALS_TYPE_SETTINGS (annals_settings_get_type ())
G_DECLARE_FINAL_TYPE (AnnalsSettings, annals_settings, ANNALS, SETTINGS, GObject)

/**
 * AnnalsSettings:
 *
 * What Annals remembers from one start to the next. Where the settings schema is not installed it
 * remembers until it ends.
 *
 * Signal `changed::key` (the key): a value became another, here or in another program.
 */
AnnalsSettings *annals_settings_new (void);

void annals_settings_get_window (AnnalsSettings *self, AnnalsWindowState *state);
void annals_settings_set_window (AnnalsSettings *self, const AnnalsWindowState *state);

GVariant *annals_settings_dup_sources (AnnalsSettings *self);
void annals_settings_remember_source (AnnalsSettings *self, const gchar *id, GFile *file);
GFile *annals_settings_find_source (GVariant *sources, const gchar *id);

gchar *annals_settings_dup_string (AnnalsSettings *self, const gchar *key);
void annals_settings_set_string (AnnalsSettings *self, const gchar *key, const gchar *value);
gint annals_settings_get_int (AnnalsSettings *self, const gchar *key);
void annals_settings_set_int (AnnalsSettings *self, const gchar *key, gint value);
void annals_settings_get_range (const gchar *key, gint *min, gint *max);
gboolean annals_settings_get_boolean (AnnalsSettings *self, const gchar *key);
void annals_settings_set_boolean (AnnalsSettings *self, const gchar *key, gboolean value);
void annals_settings_reset_preferences (AnnalsSettings *self);
GVariant *annals_settings_dup_preferences (AnnalsSettings *self);
void annals_settings_restore_preferences (AnnalsSettings *self, GVariant *preferences);

gboolean annals_settings_is_hint_done (AnnalsSettings *self, const gchar *hint);
void annals_settings_set_hint_done (AnnalsSettings *self, const gchar *hint);

gchar *annals_settings_dup_beside_program (const gchar *path);

G_END_DECLS
