/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "annals-shim.h"

/* Dialogs that later versions of the toolkit make in another way, kept in one place. */

/**
 * annals_shim_show_about:
 * @parent: (nullable): the window it stands above
 *
 * Shows who made Annals, its version and its licence.
 */
void
annals_shim_show_about (GtkWindow *parent)
{
  static const gchar *developers[] = { "Annals contributors", NULL };

  adw_show_about_window (parent, "application-name", _ ("Annals"), "application-icon",
                         ANNALS_APP_ID, "version", ANNALS_VERSION, "comments",
                         _ ("Draws the events that a text cites on a timeline, and shows for each "
                            "the words that support it."),
                         "developer-name", _ ("Annals contributors"), "developers", developers,
                         /* Translators: put your own names here, one a line. */
                         "translator-credits", _ ("translator-credits"), "license-type",
                         GTK_LICENSE_GPL_3_0, NULL);
}

/**
 * annals_shim_show_message:
 * @parent: the window it stands above
 * @heading: what happened, a few words
 * @body: what and why and what to do, whole sentences
 *
 * Says something that is too long for a toast.
 */
void
annals_shim_show_message (GtkWindow *parent, const gchar *heading, const gchar *body)
{
  GtkWidget *dialog = adw_message_dialog_new (parent, heading, NULL);

  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (dialog), body);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

typedef struct
{
  AnnalsShimAnswerFunc func;
  gpointer user_data;
} Question;

static void
answered_cb (Question *question, const gchar *response)
{
  AnnalsShimAnswer answer = ANNALS_SHIM_CANCEL;

  if (g_strcmp0 (response, "save") == 0)
    answer = ANNALS_SHIM_SAVE;
  else if (g_strcmp0 (response, "discard") == 0)
    answer = ANNALS_SHIM_DISCARD;
  question->func (answer, question->user_data);
  g_free (question);
}

/**
 * annals_shim_ask_to_save:
 * @parent: the window it stands above
 * @heading: what is asked
 * @body: what is at stake, whole sentences
 * @func: called with the answer
 * @user_data: passed to @func
 *
 * Asks what to do with what is not saved.
 */
void
annals_shim_ask_to_save (GtkWindow *parent,
                         const gchar *heading,
                         const gchar *body,
                         AnnalsShimAnswerFunc func,
                         gpointer user_data)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (parent, heading, body));
  Question *question = g_new0 (Question, 1);

  *question = (Question){ func, user_data };
  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "discard", _ ("_Discard"),
                                    "save", _ ("_Save"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (dialog, "save", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "save");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_swapped (dialog, "response", G_CALLBACK (answered_cb), question);
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * annals_shim_show_folder_of:
 * @parent: the window that asks
 * @file: a file
 *
 * Opens the folder of a file in the file manager.
 */
void
annals_shim_show_folder_of (GtkWindow *parent, GFile *file)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree gchar *uri = g_file_get_uri (folder != NULL ? folder : file);

  gtk_show_uri (parent, uri, GDK_CURRENT_TIME);
}
