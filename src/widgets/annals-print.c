/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "annals-export-form.h"
#include "annals-export-preview.h"
#include "annals-export-sheets.h"
#include "annals-export-split.h"
#include "annals-print.h"

/*
 * Printing: the export for the paper that is in the printer. The dialog of the system asks for
 * printer and paper; its page of ours asks for the rest, beside a preview that needs no other
 * program.
 */

#define POINTS_PER_INCH 72.0
#define PAGE_WIDTH_PX 520
#define PAGE_HEIGHT_PX 380
#define PREVIEW_WIDTH_PX 900
#define PREVIEW_HEIGHT_PX 680

struct _AnnalsPrint
{
  GtkPrintOperation parent_instance;

  AnnalsDocument *document;
  AnnalsExportChoices choices;
  AnnalsExportForm *form;       /* (nullable) while the dialog is open */
  AnnalsExportPreview *preview; /* (nullable) likewise */
  GtkPageSetup *setup;          /* (nullable) the paper chosen in the dialog */
  AnnalsExportSheets *sheets;   /* (nullable) from the begin of printing to its end */
};

G_DEFINE_FINAL_TYPE (AnnalsPrint, annals_print, GTK_TYPE_PRINT_OPERATION)

enum
{
  SIGNAL_FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static AnnalsExportOrder *
create_order (AnnalsPrint *self,
              const AnnalsExportChoices *choices,
              GtkPageSetup *setup,
              GError **error)
{
  AnnalsExportOrder *order = annals_export_order_new_from_choices (self->document, choices, error);

  if (order == NULL)
    return NULL;
  order->printing = TRUE;
  order->options.width_px = (gint) annals_unit_to_px (
      ANNALS_UNIT_MM, gtk_page_setup_get_page_width (setup, GTK_UNIT_MM));
  order->options.height_px = (gint) annals_unit_to_px (
      ANNALS_UNIT_MM, gtk_page_setup_get_page_height (setup, GTK_UNIT_MM));
  return order;
}

static void
fail (AnnalsPrint *self, const GError *error)
{
  gtk_print_operation_cancel (GTK_PRINT_OPERATION (self));
  g_signal_emit (self, signals[SIGNAL_FAILED], 0, error->message);
}

/* Our page of the dialog. */

static void
changed_cb (AnnalsPrint *self)
{
  g_autoptr (AnnalsExportOrder) order = NULL;
  g_autoptr (GError) error = NULL;

  if (self->preview == NULL)
    return;
  order = create_order (self, annals_export_form_get_choices (self->form), self->setup, &error);
  if (order != NULL)
    annals_export_preview_set_order (self->preview, order);
  else
    annals_export_preview_set_problem (self->preview, error->message);
}

static void
set_setup (AnnalsPrint *self, GtkPageSetup *setup)
{
  g_clear_object (&self->setup);
  self->setup = gtk_page_setup_copy (setup);
}

static void
annals_print_update_custom_widget (GtkPrintOperation *operation,
                                   GtkWidget *widget,
                                   GtkPageSetup *setup,
                                   GtkPrintSettings *settings)
{
  AnnalsPrint *self = ANNALS_PRINT (operation);

  set_setup (self, setup);
  changed_cb (self);
}

static void
keep_choices (AnnalsPrint *self)
{
  if (self->form != NULL)
    annals_export_choices_copy (annals_export_form_get_choices (self->form), &self->choices);
}

static void
annals_print_custom_widget_apply (GtkPrintOperation *operation, GtkWidget *widget)
{
  keep_choices (ANNALS_PRINT (operation));
}

static GtkWidget *
annals_print_create_custom_widget (GtkPrintOperation *operation)
{
  return annals_print_create_page (ANNALS_PRINT (operation));
}

/* The pages. */

static void
annals_print_begin_print (GtkPrintOperation *operation, GtkPrintContext *context)
{
  AnnalsPrint *self = ANNALS_PRINT (operation);
  g_autoptr (AnnalsExportOrder) order = NULL;
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->sheets, annals_export_sheets_free);
  order = create_order (self, &self->choices, gtk_print_context_get_page_setup (context), &error);
  if (order != NULL)
    self->sheets = annals_export_sheets_new (order, &error);
  if (self->sheets == NULL)
    {
      gtk_print_operation_set_n_pages (operation, 1);
      fail (self, error);
      return;
    }
  gtk_print_operation_set_n_pages (operation, (gint) annals_export_sheets_get_n (self->sheets));
}

static void
annals_print_draw_page (GtkPrintOperation *operation, GtkPrintContext *context, gint page)
{
  AnnalsPrint *self = ANNALS_PRINT (operation);
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  gdouble width_px = 0.0;
  gdouble height_px = 0.0;
  gdouble factor = 0.0;

  if (self->sheets == NULL)
    return;
  annals_export_sheets_get_size (self->sheets, (guint) page, &width_px, &height_px);
  factor = MIN (gtk_print_context_get_width (context) / width_px,
                gtk_print_context_get_height (context) / height_px);
  cairo_save (cr);
  cairo_scale (cr, factor, factor);
  cairo_rectangle (cr, 0.0, 0.0, width_px, height_px);
  cairo_clip (cr);
  annals_export_sheets_draw (self->sheets, (guint) page, cr);
  cairo_restore (cr);
}

static void
annals_print_end_print (GtkPrintOperation *operation, GtkPrintContext *context)
{
  AnnalsPrint *self = ANNALS_PRINT (operation);

  g_clear_pointer (&self->sheets, annals_export_sheets_free);
}

/* The preview of the whole, in a window of our own: the program that the system has for it may not
 * be there. */

static void
preview_closed_cb (GtkPrintOperationPreview *preview)
{
  gtk_print_operation_preview_end_preview (preview);
}

static GtkWidget *
create_window (GtkWidget *child, GtkWindow *parent)
{
  GtkWidget *window = gtk_window_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_window_set_title (GTK_WINDOW (window), _ ("Print Preview"));
  gtk_window_set_titlebar (GTK_WINDOW (window), adw_header_bar_new ());
  gtk_window_set_default_size (GTK_WINDOW (window), PREVIEW_WIDTH_PX, PREVIEW_HEIGHT_PX);
  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_window_set_child (GTK_WINDOW (window), child);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys), gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                                        gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (window, keys);
  return window;
}

/* The context of a preview has to be able to draw, though it is not asked to. */
static void
set_blank (GtkPrintContext *context)
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);

  gtk_print_context_set_cairo_context (context, cr, POINTS_PER_INCH, POINTS_PER_INCH);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static gboolean
annals_print_preview (GtkPrintOperation *operation,
                      GtkPrintOperationPreview *preview,
                      GtkPrintContext *context,
                      GtkWindow *parent)
{
  AnnalsPrint *self = ANNALS_PRINT (operation);
  g_autoptr (AnnalsExportOrder) order = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *window = NULL;
  GtkWidget *shown = annals_export_preview_new ();

  set_blank (context);
  order = create_order (self, &self->choices, gtk_print_context_get_page_setup (context), &error);
  if (order != NULL)
    annals_export_preview_set_order (ANNALS_EXPORT_PREVIEW (shown), order);
  else
    annals_export_preview_set_problem (ANNALS_EXPORT_PREVIEW (shown), error->message);
  window = create_window (shown, parent);
  g_signal_connect_object (window, "destroy", G_CALLBACK (preview_closed_cb), preview,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
  return TRUE;
}

static void
annals_print_dispose (GObject *object)
{
  AnnalsPrint *self = ANNALS_PRINT (object);

  g_clear_weak_pointer (&self->form);
  g_clear_weak_pointer (&self->preview);
  g_clear_pointer (&self->sheets, annals_export_sheets_free);
  g_clear_object (&self->setup);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (annals_print_parent_class)->dispose (object);
}

static void
annals_print_finalize (GObject *object)
{
  annals_export_choices_clear (&ANNALS_PRINT (object)->choices);
  G_OBJECT_CLASS (annals_print_parent_class)->finalize (object);
}

static void
annals_print_class_init (AnnalsPrintClass *klass)
{
  GtkPrintOperationClass *operation_class = GTK_PRINT_OPERATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = annals_print_dispose;
  G_OBJECT_CLASS (klass)->finalize = annals_print_finalize;
  operation_class->create_custom_widget = annals_print_create_custom_widget;
  operation_class->update_custom_widget = annals_print_update_custom_widget;
  operation_class->custom_widget_apply = annals_print_custom_widget_apply;
  operation_class->begin_print = annals_print_begin_print;
  operation_class->draw_page = annals_print_draw_page;
  operation_class->end_print = annals_print_end_print;
  operation_class->preview = annals_print_preview;

  signals[SIGNAL_FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
annals_print_init (AnnalsPrint *self)
{
  GtkPrintOperation *operation = GTK_PRINT_OPERATION (self);

  self->setup = gtk_page_setup_new ();
  gtk_page_setup_set_orientation (self->setup, GTK_PAGE_ORIENTATION_LANDSCAPE);
  gtk_print_operation_set_default_page_setup (operation, self->setup);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_show_progress (operation, TRUE);
  gtk_print_operation_set_custom_tab_label (operation, _ ("Timeline"));
}

/**
 * annals_print_new:
 * @document: what is printed
 * @choices: (transfer full): what the dialog begins with; left empty
 *
 * Returns: (transfer full): a print operation, on paper that lies on its side
 */
AnnalsPrint *
annals_print_new (AnnalsDocument *document, AnnalsExportChoices *choices)
{
  AnnalsPrint *self = NULL;
  const AnnalsDocumentInfo *info = NULL;

  g_return_val_if_fail (ANNALS_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (choices != NULL, NULL);

  self = g_object_new (ANNALS_TYPE_PRINT, NULL);
  info = annals_document_get_info (document);
  self->document = g_object_ref (document);
  self->choices = *choices;
  *choices = (AnnalsExportChoices){ 0 };
  self->choices.defaults.format = ANNALS_EXPORT_PDF;
  gtk_print_operation_set_job_name (GTK_PRINT_OPERATION (self),
                                    info->title != NULL ? info->title : _ ("Timeline"));
  return self;
}

/**
 * annals_print_create_page:
 * @self: a print operation
 *
 * Returns: (transfer floating): our page of the print dialog
 */
GtkWidget *
annals_print_create_page (AnnalsPrint *self)
{
  g_auto (AnnalsExportChoices) choices = { 0 };
  GtkPageSetup *setup = NULL;
  GtkWidget *page = NULL;

  g_return_val_if_fail (ANNALS_IS_PRINT (self), NULL);

  setup = gtk_print_operation_get_default_page_setup (GTK_PRINT_OPERATION (self));
  if (setup != NULL)
    set_setup (self, setup);
  g_clear_weak_pointer (&self->form);
  g_clear_weak_pointer (&self->preview);
  g_set_weak_pointer (&self->form, ANNALS_EXPORT_FORM (annals_export_form_new ()));
  g_set_weak_pointer (&self->preview, ANNALS_EXPORT_PREVIEW (annals_export_preview_new ()));
  page = annals_export_split_new (GTK_WIDGET (self->preview), GTK_WIDGET (self->form));
  gtk_widget_set_size_request (page, PAGE_WIDTH_PX, PAGE_HEIGHT_PX);
  annals_export_choices_copy (&self->choices, &choices);
  annals_export_form_begin (self->form, self->document, &choices, TRUE);
  g_signal_connect_object (self->form, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  changed_cb (self);
  return page;
}

/**
 * annals_print_get_choices:
 * @self: a print operation
 *
 * Returns: (transfer none): what is printed and how
 */
const AnnalsExportChoices *
annals_print_get_choices (AnnalsPrint *self)
{
  g_return_val_if_fail (ANNALS_IS_PRINT (self), NULL);

  return &self->choices;
}
