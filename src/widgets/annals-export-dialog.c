/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "annals-chooser.h"
#include "annals-export-dialog.h"

/* The export dialog: a form over AnnalsExportOptions, and the writing in a thread. */

struct _AnnalsExportDialog
{
  AdwWindow parent_instance;

  GtkButton *cancel_button;
  GtkWidget *save_button;
  GtkSpinner *spinner;
  GtkWidget *form;
  GtkWidget *error_box;
  GtkLabel *error_label;
  AdwComboRow *format_row;
  AdwComboRow *range_row;
  AdwComboRow *theme_row;
  GtkSpinButton *width_spin;
  GtkWidget *height_row;
  GtkSpinButton *height_spin;
  GtkSwitch *fit_switch;
  GtkWidget *scale_row;
  GtkSpinButton *scale_spin;
  GtkSwitch *legend_switch;

  AnnalsDocument *document;
  AnnalsInstant first;
  AnnalsInstant last;
  GCancellable *cancellable; /* (nullable) while writing */
};

G_DEFINE_FINAL_TYPE (AnnalsExportDialog, annals_export_dialog, ADW_TYPE_WINDOW)

enum
{
  SIGNAL_SAVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

typedef struct
{
  AnnalsDocument *document;
  AnnalsExportOptions options;
  GFile *file;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_object (&job->document);
  g_clear_object (&job->file);
  g_free (job);
}

static AnnalsExportFormat
get_format (AnnalsExportDialog *self)
{
  return adw_combo_row_get_selected (self->format_row) == 1 ? ANNALS_EXPORT_SVG : ANNALS_EXPORT_PNG;
}

static void
read_form (AnnalsExportDialog *self, AnnalsExportOptions *options)
{
  gboolean fit = gtk_switch_get_active (self->fit_switch);

  options->format = get_format (self);
  options->width_px = gtk_spin_button_get_value_as_int (self->width_spin);
  options->height_px = fit ? 0 : gtk_spin_button_get_value_as_int (self->height_spin);
  options->scale = gtk_spin_button_get_value (self->scale_spin);
  options->theme = (AnnalsThemeId) adw_combo_row_get_selected (self->theme_row);
  options->has_range = adw_combo_row_get_selected (self->range_row) == 1;
  options->first = self->first;
  options->last = self->last;
  options->legend = gtk_switch_get_active (self->legend_switch);
}

static void
set_busy (AnnalsExportDialog *self, gboolean busy)
{
  gtk_widget_set_sensitive (self->form, !busy);
  gtk_widget_set_sensitive (self->save_button, !busy);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), busy);
  gtk_spinner_set_spinning (self->spinner, busy);
}

static void
show_error (AnnalsExportDialog *self, const gchar *message)
{
  gtk_label_set_label (self->error_label, message != NULL ? message : "");
  gtk_widget_set_visible (self->error_box, message != NULL);
}

static void
write_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;

  if (annals_export_to_file (job->document, &job->options, job->file, NULL, NULL, cancellable,
                             &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  AnnalsExportDialog *self = ANNALS_EXPORT_DIALOG (source);
  Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  g_clear_object (&self->cancellable);
  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_signal_emit (self, signals[SIGNAL_SAVED], 0, job->file);
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }

  if (self->form == NULL) /* closed meanwhile */
    return;
  set_busy (self, FALSE);
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_error (self, error->message);
}

/* The ending of the name has the last word on the format. */
static void
follow_name (AnnalsExportDialog *self, GFile *file)
{
  g_autofree gchar *name = g_file_get_basename (file);
  AnnalsExportFormat format = get_format (self);

  if (annals_export_format_from_path (name, &format, NULL))
    adw_combo_row_set_selected (self->format_row, format == ANNALS_EXPORT_SVG ? 1 : 0);
}

static void
chosen_cb (GFile *file, gpointer user_data)
{
  g_autoptr (AnnalsExportDialog) self = user_data;

  if (file == NULL || self->form == NULL)
    return;
  follow_name (self, file);
  annals_export_dialog_save_to (self, file);
}

static gchar *
dup_default_name (AnnalsExportDialog *self, const gchar *extension)
{
  const AnnalsDocumentInfo *info = annals_document_get_info (self->document);
  g_autofree gchar *base = g_strdup (info->title != NULL ? info->title : _ ("Timeline"));

  g_strdelimit (base, "/\\:*?\"<>|\n\t", '-');

  return g_strconcat (base, extension, NULL);
}

static void
save_cb (AnnalsExportDialog *self)
{
  static const gchar *const extensions[][3] = {
    [ANNALS_EXPORT_PNG] = { ".png", ".svg", NULL },
    [ANNALS_EXPORT_SVG] = { ".svg", ".png", NULL },
  };
  const gchar *const *own = extensions[get_format (self)];
  g_autofree gchar *name = dup_default_name (self, own[0]);

  show_error (self, NULL);
  annals_chooser_save (GTK_WINDOW (self), _ ("Export Timeline"), name, own, chosen_cb,
                       g_object_ref (self));
}

static void
cancel_cb (AnnalsExportDialog *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  else
    gtk_window_close (GTK_WINDOW (self));
}

static void
update_rows (AnnalsExportDialog *self)
{
  gtk_widget_set_sensitive (self->height_row, !gtk_switch_get_active (self->fit_switch));
  gtk_widget_set_visible (self->scale_row, get_format (self) == ANNALS_EXPORT_PNG);
}

static void
annals_export_dialog_dispose (GObject *object)
{
  AnnalsExportDialog *self = ANNALS_EXPORT_DIALOG (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  self->form = NULL;
  g_clear_object (&self->document);
  G_OBJECT_CLASS (annals_export_dialog_parent_class)->dispose (object);
}

/* A focus set before there is a window on the screen hides it from assistive tools. */
static void
annals_export_dialog_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (annals_export_dialog_parent_class)->map (widget);
  gtk_widget_grab_focus (ANNALS_EXPORT_DIALOG (widget)->save_button);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, AnnalsExportDialog, name)

static void
annals_export_dialog_class_init (AnnalsExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = annals_export_dialog_dispose;
  widget_class->map = annals_export_dialog_map;

  signals[SIGNAL_SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_FILE);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/annals_app/Annals/ui/annals-export-dialog.ui");
  BIND (cancel_button);
  BIND (save_button);
  BIND (spinner);
  BIND (form);
  BIND (error_box);
  BIND (error_label);
  BIND (format_row);
  BIND (range_row);
  BIND (theme_row);
  BIND (width_spin);
  BIND (height_row);
  BIND (height_spin);
  BIND (fit_switch);
  BIND (scale_row);
  BIND (scale_spin);
  BIND (legend_switch);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_rows);
}

static void
annals_export_dialog_init (AnnalsExportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  update_rows (self);
}

/**
 * annals_export_dialog_new:
 * @parent: the window it stands above
 * @document: what is drawn
 * @first: first instant seen on the timeline now
 * @last: last instant seen there
 * @defaults: what it begins with
 *
 * Returns: (transfer none): a new dialog, not shown yet; it destroys itself when closed
 */
GtkWidget *
annals_export_dialog_new (GtkWindow *parent,
                          AnnalsDocument *document,
                          AnnalsInstant first,
                          AnnalsInstant last,
                          const AnnalsExportDefaults *defaults)
{
  AnnalsExportDialog *self = NULL;

  g_return_val_if_fail (ANNALS_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (defaults != NULL, NULL);

  self = g_object_new (ANNALS_TYPE_EXPORT_DIALOG, "transient-for", parent, "modal", TRUE, NULL);
  self->document = g_object_ref (document);
  self->first = first;
  self->last = last;
  adw_combo_row_set_selected (self->format_row, defaults->format == ANNALS_EXPORT_SVG ? 1 : 0);
  adw_combo_row_set_selected (self->theme_row, MIN (defaults->theme, ANNALS_THEME_PRINT));
  gtk_spin_button_set_value (self->scale_spin, defaults->scale);
  gtk_switch_set_active (self->legend_switch, defaults->legend);

  return GTK_WIDGET (self);
}

/**
 * annals_export_dialog_save_to:
 * @self: an export dialog
 * @file: where to
 *
 * Writes the picture as the form says.
 */
void
annals_export_dialog_save_to (AnnalsExportDialog *self, GFile *file)
{
  g_autoptr (GTask) task = NULL;
  Job *job = NULL;
  AnnalsExportOptions options = ANNALS_EXPORT_OPTIONS_INIT;

  g_return_if_fail (ANNALS_IS_EXPORT_DIALOG (self));
  g_return_if_fail (G_IS_FILE (file));

  read_form (self, &options);
  job = g_new0 (Job, 1);
  job->document = g_object_ref (self->document);
  job->options = options;
  job->file = g_object_ref (file);

  show_error (self, NULL);
  set_busy (self, TRUE);
  self->cancellable = g_cancellable_new ();
  task = g_task_new (self, self->cancellable, written_cb, NULL);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, write_in_thread);
}
