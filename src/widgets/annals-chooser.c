/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "annals-chooser.h"
#include "annals-file.h"

/*
 * The one place that asks for a file. GTK 4.8 has GtkFileChooserNative; its successor comes later,
 * with another calling convention.
 */

typedef struct
{
  GtkFileChooserNative *dialog;
  GtkWindow *parent;
  const gchar *const *extensions; /* (nullable): see annals_chooser_save() */
  GFile *file;                    /* (nullable): what is to be replaced, while that is asked */
  AnnalsChooserFunc func;
  gpointer user_data;
} Choice;

typedef struct
{
  const gchar *name;        /* NULL ends a table */
  const gchar *suffixes[8]; /* none: all files */
} Filter;

static const Filter text_filters[] = {
  { N_ ("Texts and Web Pages"), { "txt", "html", "htm", "xhtml", "md" } },
  { N_ ("All Files") },
  { NULL },
};

static const Filter document_filters[] = {
  { N_ ("Documents and Texts"), { "xml", "txt", "html", "htm", "xhtml", "md" } },
  { N_ ("All Files") },
  { NULL },
};

static void
finish (Choice *choice, GFile *file)
{
  AnnalsChooserFunc func = choice->func;
  gpointer user_data = choice->user_data;

  g_clear_object (&choice->file);
  g_clear_object (&choice->parent);
  g_free (choice);
  if (file != NULL)
    annals_file_set_brief (file, TRUE); /* whoever has just chosen it knows where it is */
  func (file, user_data);
}

static void
replace_cb (Choice *choice, const gchar *response)
{
  g_autoptr (GFile) file = g_steal_pointer (&choice->file);

  finish (choice, g_strcmp0 (response, "replace") == 0 ? file : NULL);
}

static void
ask_to_replace (Choice *choice, GFile *file)
{
  g_autofree gchar *base = g_file_get_basename (file);
  g_autofree gchar *name = g_filename_display_name (base);
  /* Translators: %s is the name of a file. */
  g_autofree gchar *heading = g_strdup_printf (_ ("Replace “%s”?"), name);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (
      adw_message_dialog_new (choice->parent, heading, NULL));

  choice->file = g_object_ref (file);
  adw_message_dialog_set_body (dialog, _ ("There is a file of this name already. What it holds "
                                          "will be lost."));
  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "replace", _ ("_Replace"),
                                    NULL);
  adw_message_dialog_set_response_appearance (dialog, "replace", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (dialog, "cancel");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_swapped (dialog, "response", G_CALLBACK (replace_cb), choice);
  gtk_window_present (GTK_WINDOW (dialog));
}

static GFile *
create_whole (GFile *file, const gchar *const *extensions)
{
  g_autoptr (GFile) parent = g_file_get_parent (file);
  g_autofree gchar *base = g_file_get_basename (file);
  g_autofree gchar *name = annals_chooser_dup_whole_name (base, extensions);

  return parent != NULL ? g_file_get_child (parent, name) : g_object_ref (file);
}

static void
looked_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Choice *choice = user_data;
  GFile *whole = G_FILE (object);
  g_autoptr (GFileInfo) info = g_file_query_info_finish (whole, result, NULL);

  if (info != NULL)
    ask_to_replace (choice, whole);
  else
    finish (choice, whole);
}

/* The chooser has asked before it gave the name of a file that is there; a name that was made whole
 * after that is another one. */
static void
response_cb (Choice *choice, gint response)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GFile) whole = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (choice->dialog));
  gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (choice->dialog));
  g_clear_object (&choice->dialog);

  if (file == NULL || choice->extensions == NULL)
    {
      finish (choice, file);
      return;
    }
  whole = create_whole (file, choice->extensions);
  if (g_file_equal (file, whole))
    finish (choice, whole);
  else
    g_file_query_info_async (whole, G_FILE_ATTRIBUTE_STANDARD_TYPE, G_FILE_QUERY_INFO_NONE,
                             G_PRIORITY_DEFAULT, NULL, looked_cb, choice);
}

static GtkFileFilter *
create_filter (const Filter *look)
{
  GtkFileFilter *filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ (look->name));
  for (const gchar *const *suffix = look->suffixes; *suffix != NULL; suffix++)
    gtk_file_filter_add_suffix (filter, *suffix);
  if (look->suffixes[0] == NULL)
    gtk_file_filter_add_pattern (filter, "*");
  return filter;
}

static GtkFileChooser *
create (GtkWindow *parent,
        const gchar *title,
        GtkFileChooserAction action,
        const gchar *const *extensions,
        AnnalsChooserFunc func,
        gpointer user_data)
{
  Choice *choice = g_new0 (Choice, 1);
  gboolean save = action == GTK_FILE_CHOOSER_ACTION_SAVE;

  choice->parent = g_object_ref (parent);
  choice->extensions = extensions;
  choice->func = func;
  choice->user_data = user_data;
  choice->dialog = gtk_file_chooser_native_new (title, parent, action,
                                                save ? _ ("_Save") : _ ("_Open"), _ ("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (choice->dialog), TRUE);
  g_signal_connect_swapped (choice->dialog, "response", G_CALLBACK (response_cb), choice);

  return GTK_FILE_CHOOSER (choice->dialog);
}

/**
 * annals_chooser_dup_whole_name:
 * @name: the name of a file, in the encoding of file names
 * @extensions: (array zero-terminated=1): the endings it may have, with their dots
 *
 * Gives a name without any of the endings the first of them. Letters may be small or capital.
 *
 * Returns: (transfer full): the name with its ending
 */
gchar *
annals_chooser_dup_whole_name (const gchar *name, const gchar *const *extensions)
{
  g_autofree gchar *lower = g_ascii_strdown (name, -1);

  g_return_val_if_fail (extensions != NULL && extensions[0] != NULL, NULL);

  for (const gchar *const *extension = extensions; *extension != NULL; extension++)
    if (g_str_has_suffix (lower, *extension) && !g_str_equal (lower, *extension))
      return g_strdup (name);
  return g_strconcat (name, extensions[0], NULL);
}

/**
 * annals_chooser_create_filters:
 * @texts_only: whether to list texts only, not documents
 *
 * Returns: (transfer full) (element-type GtkFileFilter): which files are listed, the usual choice
 *   first
 */
GListModel *
annals_chooser_create_filters (gboolean texts_only)
{
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);

  for (const Filter *look = texts_only ? text_filters : document_filters; look->name != NULL;
       look++)
    {
      g_autoptr (GtkFileFilter) filter = create_filter (look);

      g_list_store_append (filters, filter);
    }
  return G_LIST_MODEL (filters);
}

/**
 * annals_chooser_open:
 * @parent: the window that asks
 * @title: what is asked
 * @texts_only: whether to list texts only, not documents
 * @func: called with the file
 * @user_data: passed to @func
 *
 * Asks for a file to open.
 */
void
annals_chooser_open (GtkWindow *parent,
                     const gchar *title,
                     gboolean texts_only,
                     AnnalsChooserFunc func,
                     gpointer user_data)
{
  g_autoptr (GListModel) filters = annals_chooser_create_filters (texts_only);
  GtkFileChooser *chooser = create (parent, title, GTK_FILE_CHOOSER_ACTION_OPEN, NULL, func,
                                    user_data);

  for (guint i = 0; i < g_list_model_get_n_items (filters); i++)
    {
      g_autoptr (GtkFileFilter) filter = g_list_model_get_item (filters, i);

      gtk_file_chooser_add_filter (chooser, filter);
    }
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/**
 * annals_chooser_save:
 * @parent: the window that asks
 * @title: what is asked
 * @name: the file name proposed
 * @extensions: (array zero-terminated=1): static; the endings a name may have, with their dots; the
 *   first is added to one that has none of them
 * @func: called with the file
 * @user_data: passed to @func
 *
 * Asks where to save, and whether a file that is there may be replaced.
 */
void
annals_chooser_save (GtkWindow *parent,
                     const gchar *title,
                     const gchar *name,
                     const gchar *const *extensions,
                     AnnalsChooserFunc func,
                     gpointer user_data)
{
  GtkFileChooser *chooser = create (parent, title, GTK_FILE_CHOOSER_ACTION_SAVE, extensions, func,
                                    user_data);

  gtk_file_chooser_set_current_name (chooser, name);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}
