/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "annals-chooser.h"
#include "annals-export-dialog.h"
#include "annals-export-form.h"
#include "annals-export-preview.h"
#include "annals-export-split.h"
#include "annals-task.h"

/* The export dialog: the form, the preview of what it asks for, and the writing in a thread. */

#define PATIENCE_MS 300
#define PROGRESS_MS 60
#define PARTS 1000
#define MARGIN_PX 48

/* What the thread does; `progress` is in parts of PARTS, and set there. */
typedef struct
{
  AnnalsExportOrder *order;
  GFile *file;
  gint progress;
} Job;

struct _AnnalsExportDialog
{
  AdwWindow parent_instance;

  GtkWidget *save_button;
  GtkRevealer *error_revealer;
  GtkLabel *error_label;
  AnnalsExportPreview *preview;
  AnnalsExportForm *form;
  GtkRevealer *progress_revealer;
  GtkLabel *progress_label;
  GtkProgressBar *progress_bar;

  AnnalsDocument *document;
  AnnalsExportOrder *order;  /* (nullable) what the form asks for; %NULL when that is no picture */
  GCancellable *cancellable; /* (nullable) while writing */
  Job *job;                  /* (nullable) (transfer none) while writing */
  guint timer;
};

G_DEFINE_FINAL_TYPE (AnnalsExportDialog, annals_export_dialog, ADW_TYPE_WINDOW)

enum
{
  SIGNAL_SAVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
job_free (gpointer data)
{
  Job *job = data;

  annals_export_order_unref (job->order);
  g_object_unref (job->file);
  g_free (job);
}

static void
show_error (AnnalsExportDialog *self, const gchar *message)
{
  if (message != NULL)
    gtk_label_set_label (self->error_label, message);
  gtk_revealer_set_reveal_child (self->error_revealer, message != NULL);
}

static void
update_buttons (AnnalsExportDialog *self)
{
  gboolean writing = self->job != NULL;

  gtk_widget_set_sensitive (GTK_WIDGET (self->form), !writing);
  gtk_widget_set_sensitive (self->save_button,
                            !writing && self->order != NULL
                                && annals_export_preview_is_ready (self->preview));
}

/* Has the preview show what the form asks for, or say why there is nothing to show. */
static void
changed_cb (AnnalsExportDialog *self)
{
  g_autoptr (GError) error = NULL;

  show_error (self, NULL);
  g_clear_pointer (&self->order, annals_export_order_unref);
  self->order = annals_export_order_new_from_choices (
      self->document, annals_export_form_get_choices (self->form), &error);
  if (self->order != NULL)
    annals_export_preview_set_order (self->preview, self->order);
  else
    annals_export_preview_set_problem (self->preview, error->message);
  update_buttons (self);
}

/* Writing */

/* In the thread. */
static void
progress_cb (gdouble fraction, gpointer user_data)
{
  g_atomic_int_set (&((Job *) user_data)->progress, (gint) (fraction * PARTS));
}

static void
write_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;

  if (annals_export_to_file (job->order->document, &job->order->options, job->file, progress_cb,
                             job, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static gboolean
tick_cb (gpointer user_data)
{
  AnnalsExportDialog *self = user_data;
  gint progress = g_atomic_int_get (&self->job->progress);

  gtk_progress_bar_set_fraction (self->progress_bar, (gdouble) progress / PARTS);
  return G_SOURCE_CONTINUE;
}

/* What takes longer than a moment shows how far it is. */
static gboolean
show_progress_cb (gpointer user_data)
{
  AnnalsExportDialog *self = user_data;

  gtk_revealer_set_reveal_child (self->progress_revealer, TRUE);
  self->timer = g_timeout_add (PROGRESS_MS, tick_cb, self);
  return G_SOURCE_REMOVE;
}

static void
stop_writing (AnnalsExportDialog *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_object (&self->cancellable);
  self->job = NULL;
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  AnnalsExportDialog *self = ANNALS_EXPORT_DIALOG (source);
  Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  gboolean written = g_task_propagate_boolean (G_TASK (result), &error);

  stop_writing (self);
  if (self->form == NULL) /* closed meanwhile */
    return;
  if (written)
    {
      g_signal_emit (self, signals[SIGNAL_SAVED], 0, job->file);
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  gtk_revealer_set_reveal_child (self->progress_revealer, FALSE);
  update_buttons (self);
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_error (self, error->message);
  gtk_widget_grab_focus (self->save_button);
}

static void
begin_progress (AnnalsExportDialog *self, GFile *file)
{
  g_autofree gchar *base = g_file_get_basename (file);
  g_autofree gchar *name = g_filename_display_name (base);
  /* Translators: %s is the name of a file. */
  g_autofree gchar *words = g_strdup_printf (_ ("Writing “%s”…"), name);

  gtk_label_set_label (self->progress_label, words);
  gtk_progress_bar_set_fraction (self->progress_bar, 0.0);
  self->timer = g_timeout_add (PATIENCE_MS, show_progress_cb, self);
}

/* The ending of the name has the last word on the format. */
static void
follow_name (AnnalsExportDialog *self, GFile *file)
{
  g_autofree gchar *name = g_file_get_basename (file);
  AnnalsExportFormat format = ANNALS_EXPORT_PNG;

  if (annals_export_format_from_path (name, &format, NULL))
    annals_export_form_set_format (self->form, format);
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

static void
save_cb (AnnalsExportDialog *self)
{
  static const gchar *const extensions[][4] = {
    [ANNALS_EXPORT_PNG] = { ".png", ".svg", ".pdf", NULL },
    [ANNALS_EXPORT_SVG] = { ".svg", ".png", ".pdf", NULL },
    [ANNALS_EXPORT_PDF] = { ".pdf", ".png", ".svg", NULL },
  };
  g_autofree gchar *name = NULL;

  if (self->order == NULL || self->job != NULL)
    return;
  show_error (self, NULL);
  name = annals_export_order_dup_name (self->order);
  annals_chooser_save (GTK_WINDOW (self), _ ("Export Timeline"), name,
                       extensions[self->order->options.format], chosen_cb, g_object_ref (self));
}

/* Stops the writing; while nothing is written, closes. */
static void
cancel_cb (GtkWidget *widget, const gchar *action, GVariant *parameter)
{
  AnnalsExportDialog *self = ANNALS_EXPORT_DIALOG (widget);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  else
    gtk_window_close (GTK_WINDOW (self));
}

static void
annals_export_dialog_dispose (GObject *object)
{
  AnnalsExportDialog *self = ANNALS_EXPORT_DIALOG (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->timer, g_source_remove);
  self->form = NULL;
  g_clear_pointer (&self->order, annals_export_order_unref);
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

  g_type_ensure (ANNALS_TYPE_EXPORT_SPLIT);
  g_type_ensure (ANNALS_TYPE_EXPORT_PREVIEW);
  g_type_ensure (ANNALS_TYPE_EXPORT_FORM);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/annals_app/Annals/ui/annals-export-dialog.ui");
  BIND (save_button);
  BIND (error_revealer);
  BIND (error_label);
  BIND (preview);
  BIND (form);
  BIND (progress_revealer);
  BIND (progress_label);
  BIND (progress_bar);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_buttons);
  gtk_widget_class_install_action (widget_class, "export.cancel", NULL, cancel_cb);
}

static void
annals_export_dialog_init (AnnalsExportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* A window is not larger than the one it stands above. */
static void
fit_into (AnnalsExportDialog *self, GtkWindow *parent)
{
  gint width = 0;
  gint height = 0;
  gint room_width = parent != NULL ? gtk_widget_get_width (GTK_WIDGET (parent)) : 0;
  gint room_height = parent != NULL ? gtk_widget_get_height (GTK_WIDGET (parent)) : 0;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  if (room_width > MARGIN_PX)
    width = MIN (width, room_width - MARGIN_PX);
  if (room_height > MARGIN_PX)
    height = MIN (height, room_height - MARGIN_PX);
  gtk_window_set_default_size (GTK_WINDOW (self), width, height);
}

/**
 * annals_export_dialog_new:
 * @parent: (nullable): the window it stands above
 * @document: what is drawn
 * @choices: (transfer full): what it begins with; left empty
 *
 * Returns: (transfer none): a new dialog, not shown yet; it destroys itself when closed
 */
GtkWidget *
annals_export_dialog_new (GtkWindow *parent, AnnalsDocument *document, AnnalsExportChoices *choices)
{
  AnnalsExportDialog *self = NULL;

  g_return_val_if_fail (ANNALS_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (choices != NULL, NULL);

  self = g_object_new (ANNALS_TYPE_EXPORT_DIALOG, "transient-for", parent, "modal", TRUE, NULL);
  fit_into (self, parent);
  self->document = g_object_ref (document);
  annals_export_form_begin (self->form, document, choices, FALSE);
  changed_cb (self);

  return GTK_WIDGET (self);
}

/**
 * annals_export_dialog_offer_dates:
 * @self: an export dialog
 * @dates: EDTF
 *
 * Has the dates begin with these when they are chosen, and not with what the timeline shows.
 */
void
annals_export_dialog_offer_dates (AnnalsExportDialog *self, const gchar *dates)
{
  g_return_if_fail (ANNALS_IS_EXPORT_DIALOG (self));
  g_return_if_fail (dates != NULL);

  annals_export_form_offer_dates (self->form, dates);
}

/**
 * annals_export_dialog_get_defaults:
 * @self: an export dialog
 *
 * Returns: (transfer none): what is chosen now, to begin the next one with
 */
const AnnalsExportDefaults *
annals_export_dialog_get_defaults (AnnalsExportDialog *self)
{
  g_return_val_if_fail (ANNALS_IS_EXPORT_DIALOG (self), NULL);

  return &annals_export_form_get_choices (self->form)->defaults;
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

  g_return_if_fail (ANNALS_IS_EXPORT_DIALOG (self));
  g_return_if_fail (G_IS_FILE (file));

  if (self->order == NULL || self->job != NULL)
    return;
  job = g_new0 (Job, 1);
  job->order = annals_export_order_ref (self->order);
  job->file = g_object_ref (file);
  self->job = job;
  self->cancellable = g_cancellable_new ();
  show_error (self, NULL);
  begin_progress (self, file);
  update_buttons (self);
  task = annals_task_new (self, self->cancellable, written_cb);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, write_in_thread);
}
