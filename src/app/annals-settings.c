/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annals-settings-table.h"
#include "annals-settings.h"

/*
 * GSettings aborts a program whose schema is missing. So the schema is looked up first: where it is
 * installed, then beside a program run from its build folder, then beside one whose prefix was
 * moved. Without any, the values live in memory.
 */

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

struct _AnnalsSettings
{
  GObject parent_instance;

  GSettings *settings; /* (nullable) */
  GHashTable *values;  /* key → GVariant, when there are no settings */
};

G_DEFINE_FINAL_TYPE (AnnalsSettings, annals_settings, G_TYPE_OBJECT)

static gboolean
is_complete (GSettingsSchema *schema)
{
  guint n_settings = 0;
  const AnnalsSettingInfo *table = annals_setting_info_get_table (&n_settings);

  for (guint i = 0; i < n_settings; i++)
    {
      g_autoptr (GSettingsSchemaKey) key = NULL;

      if (!g_settings_schema_has_key (schema, table[i].key))
        return FALSE;
      key = g_settings_schema_get_key (schema, table[i].key);
      if (!g_variant_type_equal (g_settings_schema_key_get_value_type (key),
                                 G_VARIANT_TYPE (table[i].type)))
        return FALSE;
    }

  return TRUE;
}

static GSettingsSchema *
lookup_in (GSettingsSchemaSource *source)
{
  g_autoptr (GSettingsSchema) schema = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, ANNALS_APP_ID, TRUE);
  if (schema == NULL || !is_complete (schema))
    return NULL;

  return g_steal_pointer (&schema);
}

static GSettingsSchema *
find_schema (void)
{
  static const gchar *folders[] = { "../data", "../share/glib-2.0/schemas" };
  GSettingsSchemaSource *installed = g_settings_schema_source_get_default ();
  GSettingsSchema *schema = lookup_in (installed);

  for (guint i = 0; schema == NULL && i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree gchar *path = annals_settings_dup_beside_program (folders[i]);
      g_autoptr (GSettingsSchemaSource) source = NULL;

      if (path != NULL)
        source = g_settings_schema_source_new_from_directory (path, installed, FALSE, NULL);
      schema = lookup_in (source);
    }

  return schema;
}

static GVariant *
get_value (AnnalsSettings *self, const gchar *key)
{
  if (self->settings != NULL)
    return g_settings_get_value (self->settings, key);

  return g_variant_ref (g_hash_table_lookup (self->values, key));
}

static void
insert_value (AnnalsSettings *self, const AnnalsSettingInfo *entry, GVariant *value)
{
  GVariant *old = g_hash_table_lookup (self->values, entry->key);
  gboolean same = old != NULL && g_variant_equal (old, value);

  g_hash_table_insert (self->values, (gpointer) entry->key, g_variant_ref (value));
  if (!same)
    g_signal_emit (self, signals[SIGNAL_CHANGED], g_quark_from_static_string (entry->key),
                   entry->key);
}

static void
set_value (AnnalsSettings *self, const gchar *key, GVariant *value)
{
  g_autoptr (GVariant) owned = g_variant_ref_sink (value);
  const AnnalsSettingInfo *entry = annals_setting_info_find (key,
                                                             g_variant_get_type_string (owned));

  g_return_if_fail (entry != NULL);

  if (!annals_setting_info_allows (entry, owned))
    return;
  if (self->settings == NULL)
    insert_value (self, entry, owned);
  else
    g_settings_set_value (self->settings, key, owned);
}

static void
settings_changed_cb (AnnalsSettings *self, const gchar *key)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], g_quark_from_string (key), key);
}

static gint
get_int (AnnalsSettings *self, const gchar *key)
{
  g_autoptr (GVariant) value = get_value (self, key);

  return g_variant_get_int32 (value);
}

static gdouble
get_double (AnnalsSettings *self, const gchar *key)
{
  g_autoptr (GVariant) value = get_value (self, key);

  return g_variant_get_double (value);
}

static void
annals_settings_dispose (GObject *object)
{
  AnnalsSettings *self = ANNALS_SETTINGS (object);

  g_clear_object (&self->settings);
  g_clear_pointer (&self->values, g_hash_table_unref);
  G_OBJECT_CLASS (annals_settings_parent_class)->dispose (object);
}

static void
annals_settings_class_init (AnnalsSettingsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = annals_settings_dispose;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass),
                                          G_SIGNAL_RUN_LAST | G_SIGNAL_DETAILED, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
annals_settings_init (AnnalsSettings *self)
{
  g_autoptr (GSettingsSchema) schema = find_schema ();
  guint n_settings = 0;
  const AnnalsSettingInfo *table = annals_setting_info_get_table (&n_settings);

  if (schema != NULL)
    {
      self->settings = g_settings_new_full (schema, NULL, NULL);
      g_signal_connect_object (self->settings, "changed", G_CALLBACK (settings_changed_cb), self,
                               G_CONNECT_SWAPPED);
      return;
    }

  self->values = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                        (GDestroyNotify) g_variant_unref);
  for (guint i = 0; i < n_settings; i++)
    g_hash_table_insert (self->values, (gpointer) table[i].key,
                         annals_setting_info_create_value (&table[i]));
}

/**
 * annals_settings_new:
 *
 * Returns: (transfer full): the settings of this user
 */
AnnalsSettings *
annals_settings_new (void)
{
  return g_object_new (ANNALS_TYPE_SETTINGS, NULL);
}

/**
 * annals_settings_get_window:
 * @self: settings
 * @state: (out): how the window was left
 *
 * Looks up how the window was left.
 */
void
annals_settings_get_window (AnnalsSettings *self, AnnalsWindowState *state)
{
  g_autoptr (GVariant) maximized = NULL;

  g_return_if_fail (ANNALS_IS_SETTINGS (self));

  maximized = get_value (self, "window-maximized");
  state->width = get_int (self, "window-width");
  state->height = get_int (self, "window-height");
  state->maximized = g_variant_get_boolean (maximized);
  state->reader_position = get_double (self, "reader-position");
  state->timeline_position = get_double (self, "timeline-position");
}

/**
 * annals_settings_set_window:
 * @self: settings
 * @state: how the window is left
 *
 * Remembers how the window is left. Of a size or position that the schema does not allow, such as
 * that of a window squeezed by the desktop, the one before is kept.
 */
void
annals_settings_set_window (AnnalsSettings *self, const AnnalsWindowState *state)
{
  g_return_if_fail (ANNALS_IS_SETTINGS (self));

  set_value (self, "window-width", g_variant_new_int32 (state->width));
  set_value (self, "window-height", g_variant_new_int32 (state->height));
  set_value (self, "window-maximized", g_variant_new_boolean (state->maximized));
  set_value (self, "reader-position", g_variant_new_double (state->reader_position));
  set_value (self, "timeline-position", g_variant_new_double (state->timeline_position));
}

/**
 * annals_settings_dup_sources:
 * @self: settings
 *
 * Returns: (transfer full): where the reader's copies of source texts are: the documents' ids and
 *   the copies' URIs, `a{ss}`; may be read in any thread
 */
GVariant *
annals_settings_dup_sources (AnnalsSettings *self)
{
  g_return_val_if_fail (ANNALS_IS_SETTINGS (self), NULL);

  return get_value (self, "sources");
}

/**
 * annals_settings_remember_source:
 * @self: settings
 * @id: a document's id
 * @file: the reader's copy of its source text
 *
 * Remembers where a copy is.
 */
void
annals_settings_remember_source (AnnalsSettings *self, const gchar *id, GFile *file)
{
  g_autoptr (GVariant) old = NULL;
  g_autofree gchar *uri = NULL;
  GVariantBuilder builder;
  GVariantIter iter;
  const gchar *old_id = NULL;
  const gchar *old_uri = NULL;

  g_return_if_fail (ANNALS_IS_SETTINGS (self));
  g_return_if_fail (id != NULL);

  uri = g_file_get_uri (file);
  old = get_value (self, "sources");
  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{ss}"));
  g_variant_iter_init (&iter, old);
  while (g_variant_iter_next (&iter, "{&s&s}", &old_id, &old_uri))
    if (g_strcmp0 (old_id, id) != 0)
      g_variant_builder_add (&builder, "{ss}", old_id, old_uri);
  g_variant_builder_add (&builder, "{ss}", id, uri);
  set_value (self, "sources", g_variant_builder_end (&builder));
}

/**
 * annals_settings_find_source:
 * @sources: what annals_settings_dup_sources() returned
 * @id: (nullable): a document's id
 *
 * Returns: (transfer full) (nullable): the copy remembered for it, or %NULL
 */
GFile *
annals_settings_find_source (GVariant *sources, const gchar *id)
{
  const gchar *uri = NULL;

  if (id == NULL || !g_variant_lookup (sources, id, "&s", &uri))
    return NULL;

  return g_file_new_for_uri (uri);
}

/**
 * annals_settings_dup_string:
 * @self: settings
 * @key: one of the preferences that are words
 *
 * Returns: (transfer full): its value; the default for one that is not among its choices
 */
gchar *
annals_settings_dup_string (AnnalsSettings *self, const gchar *key)
{
  g_autoptr (GVariant) value = NULL;

  g_return_val_if_fail (ANNALS_IS_SETTINGS (self), NULL);
  g_return_val_if_fail (annals_setting_info_find (key, "s") != NULL, NULL);

  value = get_value (self, key);

  return g_variant_dup_string (value, NULL);
}

/**
 * annals_settings_set_string:
 * @self: settings
 * @key: one of the preferences that are words
 * @value: its new value; one that is not among its choices changes nothing
 *
 * Changes a preference.
 */
void
annals_settings_set_string (AnnalsSettings *self, const gchar *key, const gchar *value)
{
  g_return_if_fail (ANNALS_IS_SETTINGS (self));
  g_return_if_fail (value != NULL);

  set_value (self, key, g_variant_new_string (value));
}

/**
 * annals_settings_get_int:
 * @self: settings
 * @key: one of the preferences that are numbers
 *
 * Returns: its value, within its range
 */
gint
annals_settings_get_int (AnnalsSettings *self, const gchar *key)
{
  g_return_val_if_fail (ANNALS_IS_SETTINGS (self), 0);
  g_return_val_if_fail (annals_setting_info_find (key, "i") != NULL, 0);

  return get_int (self, key);
}

/**
 * annals_settings_set_int:
 * @self: settings
 * @key: one of the preferences that are numbers
 * @value: its new value; one out of its range becomes the nearest within
 *
 * Changes a preference.
 */
void
annals_settings_set_int (AnnalsSettings *self, const gchar *key, gint value)
{
  const AnnalsSettingInfo *entry = annals_setting_info_find (key, "i");

  g_return_if_fail (ANNALS_IS_SETTINGS (self));
  g_return_if_fail (entry != NULL);

  set_value (self, key, g_variant_new_int32 (CLAMP (value, (gint) entry->min, (gint) entry->max)));
}

/**
 * annals_settings_get_boolean:
 * @self: settings
 * @key: one of the preferences that are yes or no
 *
 * Returns: its value
 */
gboolean
annals_settings_get_boolean (AnnalsSettings *self, const gchar *key)
{
  g_autoptr (GVariant) value = NULL;

  g_return_val_if_fail (ANNALS_IS_SETTINGS (self), FALSE);
  g_return_val_if_fail (annals_setting_info_find (key, "b") != NULL, FALSE);

  value = get_value (self, key);

  return g_variant_get_boolean (value);
}

/**
 * annals_settings_set_boolean:
 * @self: settings
 * @key: one of the preferences that are yes or no
 * @value: its new value
 *
 * Changes a preference.
 */
void
annals_settings_set_boolean (AnnalsSettings *self, const gchar *key, gboolean value)
{
  g_return_if_fail (ANNALS_IS_SETTINGS (self));

  set_value (self, key, g_variant_new_boolean (value));
}

/**
 * annals_settings_reset_preferences:
 * @self: settings
 *
 * Makes every preference what it was at the first start. What is remembered of windows, texts and
 * hints stays.
 */
void
annals_settings_reset_preferences (AnnalsSettings *self)
{
  guint n_settings = 0;
  const AnnalsSettingInfo *table = annals_setting_info_get_table (&n_settings);

  g_return_if_fail (ANNALS_IS_SETTINGS (self));

  for (guint i = 0; i < n_settings; i++)
    {
      g_autoptr (GVariant) value = annals_setting_info_create_value (&table[i]);

      if (table[i].preference && self->settings != NULL)
        g_settings_reset (self->settings, table[i].key);
      else if (table[i].preference)
        insert_value (self, &table[i], value);
    }
}

/**
 * annals_settings_dup_preferences:
 * @self: settings
 *
 * Returns: (transfer full): all preferences as they are, for annals_settings_restore_preferences()
 */
GVariant *
annals_settings_dup_preferences (AnnalsSettings *self)
{
  guint n_settings = 0;
  const AnnalsSettingInfo *table = annals_setting_info_get_table (&n_settings);
  GVariantBuilder builder;

  g_return_val_if_fail (ANNALS_IS_SETTINGS (self), NULL);

  g_variant_builder_init (&builder, G_VARIANT_TYPE_VARDICT);
  for (guint i = 0; i < n_settings; i++)
    {
      g_autoptr (GVariant) value = get_value (self, table[i].key);

      if (table[i].preference)
        g_variant_builder_add (&builder, "{sv}", table[i].key, value);
    }

  return g_variant_ref_sink (g_variant_builder_end (&builder));
}

/**
 * annals_settings_restore_preferences:
 * @self: settings
 * @preferences: what annals_settings_dup_preferences() returned
 *
 * Makes all preferences what they were.
 */
void
annals_settings_restore_preferences (AnnalsSettings *self, GVariant *preferences)
{
  GVariantIter iter;
  const gchar *key = NULL;
  GVariant *value = NULL;

  g_return_if_fail (ANNALS_IS_SETTINGS (self));

  g_variant_iter_init (&iter, preferences);
  while (g_variant_iter_loop (&iter, "{&sv}", &key, &value))
    set_value (self, key, value);
}

/**
 * annals_settings_is_hint_done:
 * @self: settings
 * @hint: the name of a hint
 *
 * Returns: whether it was followed or dismissed
 */
gboolean
annals_settings_is_hint_done (AnnalsSettings *self, const gchar *hint)
{
  g_autoptr (GVariant) value = NULL;
  g_autofree const gchar **done = NULL;

  g_return_val_if_fail (ANNALS_IS_SETTINGS (self), FALSE);

  value = get_value (self, "hints-done");
  done = g_variant_get_strv (value, NULL);

  return g_strv_contains (done, hint);
}

/**
 * annals_settings_set_hint_done:
 * @self: settings
 * @hint: the name of a hint
 *
 * Remembers that a hint was followed or dismissed.
 */
void
annals_settings_set_hint_done (AnnalsSettings *self, const gchar *hint)
{
  g_autoptr (GVariant) value = NULL;
  g_autofree const gchar **done = NULL;
  GVariantBuilder builder;

  g_return_if_fail (ANNALS_IS_SETTINGS (self));

  if (annals_settings_is_hint_done (self, hint))
    return;

  value = get_value (self, "hints-done");
  done = g_variant_get_strv (value, NULL);
  g_variant_builder_init (&builder, G_VARIANT_TYPE_STRING_ARRAY);
  for (guint i = 0; done[i] != NULL; i++)
    g_variant_builder_add (&builder, "s", done[i]);
  g_variant_builder_add (&builder, "s", hint);
  set_value (self, "hints-done", g_variant_builder_end (&builder));
}

/**
 * annals_settings_dup_beside_program:
 * @path: a path relative to the running program
 *
 * Returns: (transfer full) (nullable): that path, or %NULL when there is nothing
 */
gchar *
annals_settings_dup_beside_program (const gchar *path)
{
  g_autofree gchar *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree gchar *folder = program != NULL ? g_path_get_dirname (program) : NULL;
  g_autofree gchar *full = folder != NULL ? g_canonicalize_filename (path, folder) : NULL;

  if (full == NULL || !g_file_test (full, G_FILE_TEST_EXISTS))
    return NULL;

  return g_steal_pointer (&full);
}
