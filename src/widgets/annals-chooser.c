/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "annals-chooser.h"

/*
 * The one place that asks for a file. GTK 4.8 has GtkFileChooserNative; its successor comes later,
 * with another calling convention.
 */

typedef struct
{
  GtkFileChooserNative *dialog;
  AnnalsChooserFunc func;
  gpointer user_data;
} Choice;

typedef struct
{
  const gchar *name;
  const gchar *patterns[6];
} Filter;

static const Filter text_filters[] = {
  { N_ ("Texts and Web Pages"), { "*.txt", "*.html", "*.htm", "*.xhtml", "*.md" } },
  { N_ ("All Files"), { "*" } },
};

static const Filter document_filters[] = {
  { N_ ("Documents and Texts"), { "*.xml", "*.txt", "*.html", "*.htm", "*.md" } },
  { N_ ("All Files"), { "*" } },
};

static void
response_cb (Choice *choice, gint response)
{
  g_autoptr (GFile) file = NULL;
  AnnalsChooserFunc func = choice->func;
  gpointer user_data = choice->user_data;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (choice->dialog));
  gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (choice->dialog));
  g_object_unref (choice->dialog);
  g_free (choice);

  func (file, user_data);
}

static void
add_filter (GtkFileChooser *chooser, const Filter *look)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ (look->name));
  for (const gchar *const *pattern = look->patterns; *pattern != NULL; pattern++)
    gtk_file_filter_add_pattern (filter, *pattern);
  gtk_file_chooser_add_filter (chooser, filter);
}

static GtkFileChooser *
show (GtkWindow *parent,
      const gchar *title,
      GtkFileChooserAction action,
      AnnalsChooserFunc func,
      gpointer user_data)
{
  Choice *choice = g_new0 (Choice, 1);
  gboolean save = action == GTK_FILE_CHOOSER_ACTION_SAVE;

  choice->func = func;
  choice->user_data = user_data;
  choice->dialog = gtk_file_chooser_native_new (title, parent, action,
                                                save ? _ ("_Save") : _ ("_Open"), _ ("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (choice->dialog), TRUE);
  g_signal_connect_swapped (choice->dialog, "response", G_CALLBACK (response_cb), choice);

  return GTK_FILE_CHOOSER (choice->dialog);
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
  const Filter *filters = texts_only ? text_filters : document_filters;
  GtkFileChooser *chooser = show (parent, title, GTK_FILE_CHOOSER_ACTION_OPEN, func, user_data);

  for (guint i = 0; i < G_N_ELEMENTS (text_filters); i++)
    add_filter (chooser, &filters[i]);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/**
 * annals_chooser_save:
 * @parent: the window that asks
 * @title: what is asked
 * @name: the file name proposed
 * @func: called with the file
 * @user_data: passed to @func
 *
 * Asks where to save.
 */
void
annals_chooser_save (GtkWindow *parent,
                     const gchar *title,
                     const gchar *name,
                     AnnalsChooserFunc func,
                     gpointer user_data)
{
  GtkFileChooser *chooser = show (parent, title, GTK_FILE_CHOOSER_ACTION_SAVE, func, user_data);

  gtk_file_chooser_set_current_name (chooser, name);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}
