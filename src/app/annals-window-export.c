/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "annals-export-clipboard.h"
#include "annals-export-dialog.h"
#include "annals-preferences.h"
#include "annals-print.h"
#include "annals-style.h"
#include "annals-window-private.h"

/* How pictures of the timeline go out of the window: into a file, onto the clipboard, onto paper.
 * What was chosen last is remembered by the application until it ends. */

#define EXPORT_MEMORY "annals-export-defaults"
#define PRINT_MEMORY "annals-print-defaults"
#define PRINT_SETTINGS "annals-print-settings"
#define PRINT_SETUP "annals-print-setup"
#define COPY_SCALE 2.0

static GObject *
get_memory (AnnalsWindow *self)
{
  return G_OBJECT (gtk_window_get_application (GTK_WINDOW (self)));
}

static void
remember (GObject *memory, const gchar *key, const AnnalsExportDefaults *defaults)
{
  g_object_set_data_full (memory, key, g_memdup2 (defaults, sizeof *defaults), g_free);
}

/* A picture begins with what the window compresses. */
static void
take_breaks (AnnalsWindow *self, AnnalsExportDefaults *defaults)
{
  const AnnalsBreaks *breaks = annals_timeline_view_get_breaks (self->timeline);

  defaults->n_breaks = annals_breaks_get_n (breaks);
  defaults->compress = defaults->n_breaks > 0;
  for (guint i = 0; i < defaults->n_breaks; i++)
    defaults->breaks[i] = *annals_breaks_get (breaks, i);
}

/* What was chosen last, else what the preferences say; as large as the timeline is now, and with
 * what the window shows of it. */
static gboolean
recall (AnnalsWindow *self, const gchar *key, AnnalsExportDefaults *defaults)
{
  const AnnalsExportDefaults *last = g_object_get_data (get_memory (self), key);

  if (last != NULL)
    *defaults = *last;
  else
    {
      annals_preferences_get_export_defaults (self->settings, defaults);
      defaults->scale = annals_export_choices_get_usual_scale (defaults);
    }
  defaults->window_width_px = MAX (gtk_widget_get_width (GTK_WIDGET (self->timeline)),
                                   ANNALS_EXPORT_MIN_WIDTH_PX);
  defaults->window_height_px = 0;
  defaults->reading_order = gtk_widget_get_visible (self->reading_strip);
  take_breaks (self, defaults);
  return last != NULL;
}

static void
take_lanes (AnnalsWindow *self, gchar **ids, gboolean *lanes, guint n_lanes)
{
  AnnalsDocument *document = annals_window_get_document (self);

  for (guint i = 0; i < n_lanes; i++)
    lanes[i] = g_strv_contains ((const gchar *const *) ids,
                                annals_document_get_lane (document, i)->id);
}

/* What is hidden in the window begins as left out, and what is closed there as closed. */
static void
follow_lanes (AnnalsWindow *self, AnnalsExportChoices *choices)
{
  g_auto (GStrv) closed = NULL;
  g_auto (GStrv) hidden = NULL;

  annals_timeline_view_get_lanes (self->timeline, &closed, &hidden);
  take_lanes (self, closed, choices->closed_lanes, choices->n_lanes);
  if (g_strv_length (hidden) < choices->n_lanes)
    take_lanes (self, hidden, choices->hidden_lanes, choices->n_lanes);
}

static void
init_choices (AnnalsWindow *self,
              const AnnalsExportDefaults *defaults,
              AnnalsExportChoices *choices)
{
  annals_export_choices_init (choices, annals_window_get_document (self), defaults);
  follow_lanes (self, choices);
  annals_timeline_view_get_visible_range (self->timeline, &choices->first, &choices->last);
}

/* Export */

static void
saved_cb (AnnalsExportDialog *dialog, GFile *file, gpointer user_data)
{
  AnnalsWindow *self = user_data;

  remember (get_memory (self), EXPORT_MEMORY, annals_export_dialog_get_defaults (dialog));
  annals_window_say_saved (self, file);
}

/* Copy */

static void
copied_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AnnalsWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkContentProvider) provider = annals_export_clipboard_create_finish (result, &error);

  if (self->adaptive == NULL) /* closed meanwhile */
    return;
  if (provider == NULL)
    {
      annals_window_say (self, _ ("Not Copied"), error->message);
      return;
    }
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), provider);
  annals_window_note (self, _ ("Copied the timeline as a picture"));
}

/* Print */

static void
print_done_cb (AnnalsPrint *print, GtkPrintOperationResult result, gpointer user_data)
{
  AnnalsWindow *self = user_data;
  GtkPrintOperation *operation = GTK_PRINT_OPERATION (print);
  GtkPageSetup *setup = gtk_print_operation_get_default_page_setup (operation);
  GtkPrintSettings *settings = gtk_print_operation_get_print_settings (operation);
  g_autoptr (GError) error = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    {
      gtk_print_operation_get_error (operation, &error);
      annals_window_say (self, _ ("Not Printed"), error->message);
    }
  if (result != GTK_PRINT_OPERATION_RESULT_APPLY
      || gtk_window_get_application (GTK_WINDOW (self)) == NULL)
    return;
  remember (get_memory (self), PRINT_MEMORY, &annals_print_get_choices (print)->defaults);
  if (settings != NULL)
    g_object_set_data_full (get_memory (self), PRINT_SETTINGS, g_object_ref (settings),
                            g_object_unref);
  if (setup != NULL)
    g_object_set_data_full (get_memory (self), PRINT_SETUP, g_object_ref (setup), g_object_unref);
}

static void
print_failed_cb (AnnalsPrint *print, const gchar *message, gpointer user_data)
{
  annals_window_say (user_data, _ ("Not Printed"), message);
}

static void
restore_print (AnnalsWindow *self, GtkPrintOperation *print)
{
  GtkPrintSettings *settings = g_object_get_data (get_memory (self), PRINT_SETTINGS);
  GtkPageSetup *setup = g_object_get_data (get_memory (self), PRINT_SETUP);

  if (settings != NULL)
    gtk_print_operation_set_print_settings (print, settings);
  if (setup != NULL)
    gtk_print_operation_set_default_page_setup (print, setup);
}

/* What the window's other files call; see annals-window-private.h. */

void
annals_window_export (AnnalsWindow *self)
{
  AnnalsExportDefaults defaults;
  g_auto (AnnalsExportChoices) choices = { 0 };
  g_autoptr (AnnalsDate) date = annals_time_filter_create_date (
      annals_selection_get_time_filter (self->selection));
  GtkWidget *dialog = NULL;

  recall (self, EXPORT_MEMORY, &defaults);
  init_choices (self, &defaults, &choices);
  dialog = annals_export_dialog_new (GTK_WINDOW (self), annals_window_get_document (self),
                                     &choices);
  if (date != NULL)
    annals_export_dialog_offer_dates (ANNALS_EXPORT_DIALOG (dialog), annals_date_get_edtf (date));
  g_signal_connect_object (dialog, "saved", G_CALLBACK (saved_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* What is seen now, in the look of the screen, twice as dense. */
void
annals_window_copy_picture (AnnalsWindow *self)
{
  AnnalsExportDefaults defaults;
  g_auto (AnnalsExportChoices) choices = { 0 };
  g_autoptr (AnnalsExportOrder) order = NULL;
  g_autoptr (GError) error = NULL;

  recall (self, EXPORT_MEMORY, &defaults);
  defaults.format = ANNALS_EXPORT_PNG;
  defaults.preset = ANNALS_EXPORT_PRESET_WINDOW;
  defaults.scale = COPY_SCALE;
  defaults.theme = annals_style_get_theme ()->id;
  init_choices (self, &defaults, &choices);
  choices.range = ANNALS_EXPORT_RANGE_VISIBLE;
  order = annals_export_order_new_from_choices (annals_window_get_document (self), &choices,
                                                &error);
  if (order != NULL)
    annals_export_clipboard_create_async (order, NULL, copied_cb, g_object_ref (self));
  else
    annals_window_say (self, _ ("Not Copied"), error->message);
}

void
annals_window_print (AnnalsWindow *self)
{
  AnnalsExportDefaults defaults;
  g_auto (AnnalsExportChoices) choices = { 0 };
  g_autoptr (AnnalsPrint) print = NULL;

  if (!recall (self, PRINT_MEMORY, &defaults))
    {
      defaults.theme = ANNALS_THEME_PRINT;
      defaults.evidence = FALSE;
    }
  init_choices (self, &defaults, &choices);
  print = annals_print_new (annals_window_get_document (self), &choices);
  restore_print (self, GTK_PRINT_OPERATION (print));
  gtk_print_operation_set_allow_async (GTK_PRINT_OPERATION (print), TRUE);
  g_signal_connect_object (print, "done", G_CALLBACK (print_done_cb), self, 0);
  g_signal_connect_object (print, "failed", G_CALLBACK (print_failed_cb), self, 0);
  gtk_print_operation_run (GTK_PRINT_OPERATION (print), GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                           GTK_WINDOW (self), NULL);
}
