/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annals-file-views.h"

/*
 * A list of files, the latest first, and how each was looked at. As a text it is a key file with a
 * group for each; one that cannot be read holds nothing.
 */

typedef struct
{
  gchar *uri;
  AnnalsViewState view;
} FileView;

struct _AnnalsFileViews
{
  GQueue files;
};

static void
file_view_free (gpointer data)
{
  FileView *file = data;

  g_free (file->uri);
  annals_view_state_clear (&file->view);
  g_free (file);
}

static GList *
find_link (AnnalsFileViews *self, const gchar *uri)
{
  for (GList *link = self->files.head; link != NULL; link = link->next)
    if (g_strcmp0 (((FileView *) link->data)->uri, uri) == 0)
      return link;

  return NULL;
}

static void
read_file (AnnalsFileViews *self, GKeyFile *keys, const gchar *group)
{
  g_autofree gchar *uri = g_key_file_get_string (keys, group, "uri", NULL);
  FileView *file = NULL;

  if (uri == NULL || find_link (self, uri) != NULL)
    return;

  file = g_new0 (FileView, 1);
  file->uri = g_steal_pointer (&uri);
  annals_view_state_read (&file->view, keys, group);
  g_queue_push_tail (&self->files, file);
}

/**
 * annals_file_views_new:
 * @text: (nullable): what annals_file_views_dup_text() returned
 *
 * Returns: (transfer full): the list; empty when there is no @text or it cannot be read
 */
AnnalsFileViews *
annals_file_views_new (const gchar *text)
{
  AnnalsFileViews *self = g_new0 (AnnalsFileViews, 1);
  g_autoptr (GKeyFile) keys = g_key_file_new ();
  g_auto (GStrv) groups = NULL;

  g_queue_init (&self->files);
  if (text == NULL || !g_key_file_load_from_data (keys, text, -1, G_KEY_FILE_NONE, NULL))
    return self;

  groups = g_key_file_get_groups (keys, NULL);
  for (guint i = 0; groups[i] != NULL && self->files.length < ANNALS_FILE_VIEWS_MAX; i++)
    read_file (self, keys, groups[i]);

  return self;
}

/**
 * annals_file_views_free:
 * @self: (transfer full): the list
 *
 * Frees it.
 */
void
annals_file_views_free (AnnalsFileViews *self)
{
  g_queue_clear_full (&self->files, file_view_free);
  g_free (self);
}

/**
 * annals_file_views_find:
 * @self: the list
 * @uri: a file
 *
 * Returns: (transfer none) (nullable): how it was looked at last, or %NULL
 */
const AnnalsViewState *
annals_file_views_find (AnnalsFileViews *self, const gchar *uri)
{
  GList *link = find_link (self, uri);

  return link != NULL ? &((FileView *) link->data)->view : NULL;
}

/**
 * annals_file_views_remember:
 * @self: the list
 * @uri: a file
 * @view: how it is looked at
 *
 * Remembers it, and forgets the oldest when there are more than %ANNALS_FILE_VIEWS_MAX.
 */
void
annals_file_views_remember (AnnalsFileViews *self, const gchar *uri, const AnnalsViewState *view)
{
  GList *link = find_link (self, uri);
  FileView *file = NULL;
  AnnalsViewState copy;

  annals_view_state_copy (view, &copy);
  if (link != NULL)
    {
      file = link->data;
      g_queue_unlink (&self->files, link);
      g_list_free_1 (link);
      annals_view_state_clear (&file->view);
    }
  else
    {
      file = g_new0 (FileView, 1);
      file->uri = g_strdup (uri);
    }
  file->view = copy;
  g_queue_push_head (&self->files, file);
  if (self->files.length > ANNALS_FILE_VIEWS_MAX)
    file_view_free (g_queue_pop_tail (&self->files));
}

/**
 * annals_file_views_dup_text:
 * @self: the list
 *
 * Returns: (transfer full): the file that remembers it
 */
gchar *
annals_file_views_dup_text (AnnalsFileViews *self)
{
  g_autoptr (GKeyFile) keys = g_key_file_new ();
  guint n_files = 0;

  for (GList *link = self->files.head; link != NULL; link = link->next)
    {
      FileView *file = link->data;
      g_autofree gchar *group = g_strdup_printf ("File %u", ++n_files);

      g_key_file_set_string (keys, group, "uri", file->uri);
      annals_view_state_write (&file->view, keys, group);
    }

  return g_key_file_to_data (keys, NULL, NULL);
}
