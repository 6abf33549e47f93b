/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "annals-recent.h"

/*
 * The documents that were open lately: those of the desktop's list that this program has put there,
 * the latest first.
 */

#define MAX_ITEMS 50

static gboolean
is_ours (GtkRecentInfo *info)
{
  return gtk_recent_info_has_application (info, ANNALS_APP_ID);
}

static gint
compare_times (gconstpointer a, gconstpointer b)
{
  GtkRecentInfo *one = *(GtkRecentInfo *const *) a;
  GtkRecentInfo *other = *(GtkRecentInfo *const *) b;

  return g_date_time_compare (gtk_recent_info_get_modified (other),
                              gtk_recent_info_get_modified (one));
}

static gchar *
dup_folder (GFile *file)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree gchar *name = folder != NULL ? g_file_get_parse_name (folder) : NULL;
  const gchar *home = g_get_home_dir ();

  if (name != NULL && g_str_has_prefix (name, home)
      && (name[strlen (home)] == '/' || name[strlen (home)] == '\0'))
    return g_strconcat ("~", name + strlen (home), NULL);
  return g_steal_pointer (&name);
}

static AnnalsRecentItem *
item_new (GtkRecentInfo *info)
{
  AnnalsRecentItem *item = g_new0 (AnnalsRecentItem, 1);
  g_autoptr (GFile) file = g_file_new_for_uri (gtk_recent_info_get_uri (info));

  item->uri = g_strdup (gtk_recent_info_get_uri (info));
  item->name = g_strdup (gtk_recent_info_get_display_name (info));
  item->folder = dup_folder (file);
  return item;
}

static GPtrArray *
list_infos (void)
{
  GPtrArray *infos = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_recent_info_unref);
  GList *all = gtk_recent_manager_get_items (gtk_recent_manager_get_default ());

  for (GList *l = all; l != NULL; l = l->next)
    if (is_ours (l->data))
      g_ptr_array_add (infos, l->data);
    else
      gtk_recent_info_unref (l->data);
  g_list_free (all);
  g_ptr_array_sort (infos, compare_times);

  return infos;
}

/* The file is replaced by one beside it, and its folder is not there on a new machine. */
static void
ensure_folder (void)
{
  g_mkdir_with_parents (g_get_user_data_dir (), 0700);
}

/**
 * annals_recent_item_free:
 * @item: (transfer full): a document
 *
 * Frees it.
 */
void
annals_recent_item_free (AnnalsRecentItem *item)
{
  g_free (item->uri);
  g_free (item->name);
  g_free (item->folder);
  g_free (item);
}

/**
 * annals_recent_add:
 * @file: a file that was opened or saved
 *
 * Puts it at the head of the list.
 */
void
annals_recent_add (GFile *file)
{
  g_autofree gchar *uri = g_file_get_uri (file);
  g_autofree gchar *base = g_file_get_basename (file);
  g_autofree gchar *name = g_filename_display_name (base);
  g_autofree gchar *content_type = g_content_type_guess (base, NULL, 0, NULL);
  g_autofree gchar *mime_type = g_content_type_get_mime_type (content_type);
  GtkRecentData data = {
    .display_name = name,
    .mime_type = mime_type != NULL ? mime_type : (gchar *) "text/plain",
    .app_name = (gchar *) ANNALS_APP_ID,
    .app_exec = (gchar *) "annals %u",
  };

  ensure_folder ();
  gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
}

/**
 * annals_recent_remove:
 * @uri: a file of the list
 *
 * Takes it off the list; the file stays.
 */
void
annals_recent_remove (const gchar *uri)
{
  gtk_recent_manager_remove_item (gtk_recent_manager_get_default (), uri, NULL);
}

/**
 * annals_recent_clear:
 *
 * Takes all of this program's files off the list.
 */
void
annals_recent_clear (void)
{
  g_autoptr (GPtrArray) infos = list_infos ();

  for (guint i = 0; i < infos->len; i++)
    annals_recent_remove (gtk_recent_info_get_uri (g_ptr_array_index (infos, i)));
}

/**
 * annals_recent_list:
 *
 * Returns: (transfer full) (element-type AnnalsRecentItem): the documents, the latest first
 */
GPtrArray *
annals_recent_list (void)
{
  g_autoptr (GPtrArray) infos = list_infos ();
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify) annals_recent_item_free);

  for (guint i = 0; i < MIN (infos->len, MAX_ITEMS); i++)
    g_ptr_array_add (items, item_new (g_ptr_array_index (infos, i)));

  return items;
}
