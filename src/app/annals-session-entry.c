/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "annals-session-entry.h"

/*
 * What is remembered of a window and of a view, and how it is written down: a key file, with a
 * group for each window. A value that cannot be is read as if it were not there, so that a file
 * written by a person or torn by a disk does no harm.
 */

#define VERSION 1
#define HEAD "Session"
#define GREATEST_SIZE_PX 32767

static const gchar *const kinds[ANNALS_N_SESSION_KINDS] = {
  [ANNALS_SESSION_EMPTY] = "empty",
  [ANNALS_SESSION_EXAMPLE] = "example",
  [ANNALS_SESSION_FILE] = "file",
  [ANNALS_SESSION_DRAFT] = "draft",
};

static const gchar *const focuses[] = {
  [ANNALS_FOCUS_NONE] = "all",
  [ANNALS_FOCUS_READER] = "reader",
  [ANNALS_FOCUS_TIMELINE] = "timeline",
};

static const gchar *const wheres[] = {
  [ANNALS_WHERE_TEXT] = "text",
  [ANNALS_WHERE_SOURCE] = "source",
};

static gint
find_word (const gchar *const *words,
           guint n_words,
           GKeyFile *keys,
           const gchar *group,
           const gchar *key,
           gint otherwise)
{
  g_autofree gchar *word = g_key_file_get_string (keys, group, key, NULL);

  for (guint i = 0; i < n_words; i++)
    if (g_strcmp0 (word, words[i]) == 0)
      return (gint) i;

  return otherwise;
}

static gint64
get_integer (GKeyFile *keys, const gchar *group, const gchar *key, gint64 otherwise)
{
  g_autoptr (GError) error = NULL;
  gint64 value = g_key_file_get_int64 (keys, group, key, &error);

  return error == NULL ? value : otherwise;
}

static gint
get_size (GKeyFile *keys, const gchar *group, const gchar *key)
{
  return (gint) CLAMP (get_integer (keys, group, key, 0), 0, GREATEST_SIZE_PX);
}

static gdouble
get_share (GKeyFile *keys, const gchar *group, const gchar *key, gdouble otherwise)
{
  g_autoptr (GError) error = NULL;
  gdouble value = g_key_file_get_double (keys, group, key, &error);

  return error == NULL && isfinite (value) ? CLAMP (value, 0.0, 1.0) : otherwise;
}

/**
 * annals_view_state_clear:
 * @view: how a document is looked at
 *
 * Lets go of what it holds, and says nothing any more.
 */
void
annals_view_state_clear (AnnalsViewState *view)
{
  g_free (view->event);
  g_strfreev (view->closed_lanes);
  g_strfreev (view->hidden_lanes);
  *view = (AnnalsViewState) ANNALS_VIEW_STATE_INIT;
}

/**
 * annals_view_state_copy:
 * @view: how a document is looked at
 * @copy: (out caller-allocates): the same
 *
 * Copies it; what @copy held is not freed.
 */
void
annals_view_state_copy (const AnnalsViewState *view, AnnalsViewState *copy)
{
  *copy = *view;
  copy->event = g_strdup (view->event);
  copy->closed_lanes = g_strdupv (view->closed_lanes);
  copy->hidden_lanes = g_strdupv (view->hidden_lanes);
}

static void
write_list (GKeyFile *keys, const gchar *group, const gchar *key, gchar **list)
{
  if (list != NULL && list[0] != NULL)
    g_key_file_set_string_list (keys, group, key, (const gchar *const *) list,
                                g_strv_length (list));
}

static void
write_breaks (GKeyFile *keys,
              const gchar *group,
              const gchar *key,
              const AnnalsBreak *breaks,
              guint n_breaks)
{
  gchar *list[ANNALS_BREAKS_MOST + 1] = { NULL };

  for (guint i = 0; i < n_breaks; i++)
    list[i] = g_strdup_printf ("%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT, breaks[i].first,
                               breaks[i].last);
  write_list (keys, group, key, list);
  for (guint i = 0; i < n_breaks; i++)
    g_free (list[i]);
}

static gboolean
read_break (const gchar *word, AnnalsBreak *one)
{
  g_auto (GStrv) ends = g_strsplit (word, "/", 2);

  return g_strv_length (ends) == 2
         && g_ascii_string_to_signed (ends[0], 10, ANNALS_INSTANT_EARLIEST, ANNALS_INSTANT_LATEST,
                                      &one->first, NULL)
         && g_ascii_string_to_signed (ends[1], 10, one->first, ANNALS_INSTANT_LATEST, &one->last,
                                      NULL);
}

static guint
read_breaks (GKeyFile *keys,
             const gchar *group,
             const gchar *key,
             AnnalsBreak breaks[ANNALS_BREAKS_MOST])
{
  g_auto (GStrv) list = g_key_file_get_string_list (keys, group, key, NULL, NULL);
  guint n_breaks = 0;

  for (guint i = 0; list != NULL && list[i] != NULL && n_breaks < ANNALS_BREAKS_MOST; i++)
    n_breaks += read_break (list[i], &breaks[n_breaks]);
  return n_breaks;
}

/**
 * annals_view_state_write:
 * @view: how a document is looked at
 * @keys: a key file
 * @group: a group of it
 *
 * Writes it down.
 */
void
annals_view_state_write (const AnnalsViewState *view, GKeyFile *keys, const gchar *group)
{
  if (view->has_range)
    {
      g_key_file_set_int64 (keys, group, "first", view->first);
      g_key_file_set_int64 (keys, group, "last", view->last);
    }
  if (view->filters)
    {
      g_key_file_set_int64 (keys, group, "range-first", view->filter.first);
      g_key_file_set_int64 (keys, group, "range-last", view->filter.last);
      g_key_file_set_string (keys, group, "range-within",
                             annals_within_get_id (view->filter.within));
    }
  if (view->event != NULL)
    {
      g_key_file_set_string (keys, group, "event", view->event);
      g_key_file_set_int64 (keys, group, "passage", view->passage);
    }
  write_list (keys, group, "closed-lanes", view->closed_lanes);
  write_list (keys, group, "hidden-lanes", view->hidden_lanes);
  write_breaks (keys, group, "compressed", view->breaks.compressed, view->breaks.n_compressed);
  write_breaks (keys, group, "opened", view->breaks.opened, view->breaks.n_opened);
  if (view->where != ANNALS_WHERE_ANY)
    g_key_file_set_string (keys, group, "where", wheres[view->where]);
  if (view->place != ANNALS_PLACE_ANY)
    g_key_file_set_int64 (keys, group, "place", view->place);
}

/* A range may be open, but it has two ends and a way to lie in it. */
static void
read_filter (AnnalsViewState *view, GKeyFile *keys, const gchar *group)
{
  g_autofree gchar *within = g_key_file_get_string (keys, group, "range-within", NULL);

  view->filter.first = get_integer (keys, group, "range-first", ANNALS_INSTANT_MAX);
  view->filter.last = get_integer (keys, group, "range-last", ANNALS_INSTANT_MIN);
  view->filters = within != NULL && annals_within_from_id (within, &view->filter.within)
                  && view->filter.first <= view->filter.last;
}

/**
 * annals_view_state_read:
 * @view: (out caller-allocates): how a document is looked at
 * @keys: a key file
 * @group: a group of it
 *
 * Reads what annals_view_state_write() wrote, as far as it can be.
 */
void
annals_view_state_read (AnnalsViewState *view, GKeyFile *keys, const gchar *group)
{
  *view = (AnnalsViewState) ANNALS_VIEW_STATE_INIT;
  view->first = get_integer (keys, group, "first", 0);
  view->last = get_integer (keys, group, "last", 0);
  view->has_range = view->first < view->last && !annals_instant_is_open (view->first)
                    && !annals_instant_is_open (view->last);
  read_filter (view, keys, group);
  view->closed_lanes = g_key_file_get_string_list (keys, group, "closed-lanes", NULL, NULL);
  view->hidden_lanes = g_key_file_get_string_list (keys, group, "hidden-lanes", NULL, NULL);
  view->breaks.n_compressed = read_breaks (keys, group, "compressed", view->breaks.compressed);
  view->breaks.n_opened = read_breaks (keys, group, "opened", view->breaks.opened);
  view->event = g_key_file_get_string (keys, group, "event", NULL);
  view->passage = (gint) CLAMP (get_integer (keys, group, "passage", -1), -1, G_MAXINT);
  view->where = find_word (wheres, G_N_ELEMENTS (wheres), keys, group, "where", ANNALS_WHERE_ANY);
  view->place = MAX (get_integer (keys, group, "place", ANNALS_PLACE_ANY), ANNALS_PLACE_ANY);
}

/**
 * annals_session_entry_new:
 *
 * Returns: (transfer full): a window of which nothing is known
 */
AnnalsSessionEntry *
annals_session_entry_new (void)
{
  AnnalsSessionEntry *entry = g_new0 (AnnalsSessionEntry, 1);

  entry->view = (AnnalsViewState) ANNALS_VIEW_STATE_INIT;
  return entry;
}

/**
 * annals_session_entry_free:
 * @entry: (transfer full) (nullable): a window as it is remembered
 *
 * Forgets it.
 */
void
annals_session_entry_free (AnnalsSessionEntry *entry)
{
  if (entry == NULL)
    return;

  g_free (entry->name);
  annals_view_state_clear (&entry->view);
  g_free (entry);
}

static void
write_entry (const AnnalsSessionEntry *entry, GKeyFile *keys, const gchar *group)
{
  g_key_file_set_string (keys, group, "kind", kinds[entry->kind]);
  if (entry->name != NULL)
    g_key_file_set_string (keys, group, "name", entry->name);
  g_key_file_set_integer (keys, group, "width", entry->state.width);
  g_key_file_set_integer (keys, group, "height", entry->state.height);
  g_key_file_set_boolean (keys, group, "maximized", entry->state.maximized);
  g_key_file_set_boolean (keys, group, "fullscreen", entry->is_fullscreen);
  g_key_file_set_double (keys, group, "reader-position", entry->state.reader_position);
  g_key_file_set_double (keys, group, "timeline-position", entry->state.timeline_position);
  g_key_file_set_string (keys, group, "focus", focuses[entry->focus]);
  g_key_file_set_boolean (keys, group, "active", entry->is_active);
  g_key_file_set_boolean (keys, group, "events", entry->shows_events);
  annals_view_state_write (&entry->view, keys, group);
}

/**
 * annals_session_entries_dup_text:
 * @entries: (element-type AnnalsSessionEntry): the windows
 * @n_attempts: how often they have been opened anew in vain
 *
 * Returns: (transfer full): the file that remembers them
 */
gchar *
annals_session_entries_dup_text (GPtrArray *entries, guint n_attempts)
{
  g_autoptr (GKeyFile) keys = g_key_file_new ();

  g_key_file_set_integer (keys, HEAD, "version", VERSION);
  g_key_file_set_integer (keys, HEAD, "attempts", (gint) n_attempts);
  for (guint i = 0; i < entries->len; i++)
    {
      g_autofree gchar *group = g_strdup_printf ("Window %u", i + 1);

      write_entry (g_ptr_array_index (entries, i), keys, group);
    }

  return g_key_file_to_data (keys, NULL, NULL);
}

/* Whether what a window shows is said in a way that cannot reach out of the drafts' folder. */
static gboolean
is_sound (const AnnalsSessionEntry *entry)
{
  switch (entry->kind)
    {
    case ANNALS_SESSION_FILE:
      return entry->name != NULL && g_uri_is_valid (entry->name, G_URI_FLAGS_NONE, NULL);
    case ANNALS_SESSION_DRAFT:
      return entry->name != NULL && g_uuid_string_is_valid (entry->name);
    case ANNALS_SESSION_EMPTY:
    case ANNALS_SESSION_EXAMPLE:
    default:
      return TRUE;
    }
}

static AnnalsSessionEntry *
read_entry (GKeyFile *keys, const gchar *group)
{
  g_autoptr (AnnalsSessionEntry) entry = annals_session_entry_new ();
  gint kind = find_word (kinds, G_N_ELEMENTS (kinds), keys, group, "kind", -1);

  if (kind < 0)
    return NULL;

  entry->kind = (AnnalsSessionKind) kind;
  entry->name = g_key_file_get_string (keys, group, "name", NULL);
  entry->state.width = get_size (keys, group, "width");
  entry->state.height = get_size (keys, group, "height");
  entry->state.maximized = g_key_file_get_boolean (keys, group, "maximized", NULL);
  entry->is_fullscreen = g_key_file_get_boolean (keys, group, "fullscreen", NULL);
  entry->state.reader_position = get_share (keys, group, "reader-position", 0.7);
  entry->state.timeline_position = get_share (keys, group, "timeline-position", 0.53);
  entry->focus = (AnnalsFocus) find_word (focuses, G_N_ELEMENTS (focuses), keys, group, "focus",
                                          ANNALS_FOCUS_NONE);
  entry->is_active = g_key_file_get_boolean (keys, group, "active", NULL);
  entry->shows_events = g_key_file_get_boolean (keys, group, "events", NULL);
  annals_view_state_read (&entry->view, keys, group);

  return is_sound (entry) ? g_steal_pointer (&entry) : NULL;
}

/**
 * annals_session_entries_parse:
 * @text: the file that remembers the windows
 * @n_attempts: (out): how often they have been opened anew in vain
 * @error: why it cannot be read
 *
 * Reads what annals_session_entries_dup_text() wrote. Windows that make no sense are left out.
 *
 * Returns: (transfer full) (element-type AnnalsSessionEntry): the windows, or %NULL with @error set
 */
GPtrArray *
annals_session_entries_parse (const gchar *text, guint *n_attempts, GError **error)
{
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GKeyFile) keys = g_key_file_new ();
  g_auto (GStrv) groups = NULL;
  gint64 version = 0;

  if (g_key_file_load_from_data (keys, text, -1, G_KEY_FILE_NONE, NULL))
    version = get_integer (keys, HEAD, "version", 0);
  if (version != VERSION)
    {
      g_set_error_literal (
          error, G_IO_ERROR, version > VERSION ? G_IO_ERROR_NOT_SUPPORTED : G_IO_ERROR_INVALID_DATA,
          version > VERSION
              ? _ ("The windows of last time were written down by a newer version of Annals, so "
                   "they are not opened again.")
              : _ ("The list of the windows of last time cannot be read, so they are not opened "
                   "again."));
      return NULL;
    }

  *n_attempts = (guint) CLAMP (get_integer (keys, HEAD, "attempts", 0), 0, 1000);
  entries = g_ptr_array_new_with_free_func ((GDestroyNotify) annals_session_entry_free);
  groups = g_key_file_get_groups (keys, NULL);
  for (guint i = 0; groups[i] != NULL; i++)
    {
      AnnalsSessionEntry *entry = g_str_has_prefix (groups[i], "Window ")
                                      ? read_entry (keys, groups[i])
                                      : NULL;

      if (entry != NULL)
        g_ptr_array_add (entries, entry);
    }

  return g_steal_pointer (&entries);
}
