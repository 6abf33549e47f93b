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

#define ANNALS_TYPE_SETTINGS (annals_settings_get_type ())
G_DECLARE_FINAL_TYPE (AnnalsSettings, annals_settings, ANNALS, SETTINGS, GObject)

/**
 * AnnalsSettings:
 *
 * What Annals remembers from one start to the next. Where the settings schema is not installed it
 * remembers until it ends.
 */
AnnalsSettings *annals_settings_new (void);

void annals_settings_get_window (AnnalsSettings *self, AnnalsWindowState *state);
void annals_settings_set_window (AnnalsSettings *self, const AnnalsWindowState *state);

GVariant *annals_settings_dup_sources (AnnalsSettings *self);
void annals_settings_remember_source (AnnalsSettings *self, const gchar *id, GFile *file);
GFile *annals_settings_find_source (GVariant *sources, const gchar *id);

gchar *annals_settings_dup_beside_program (const gchar *path);

G_END_DECLS
