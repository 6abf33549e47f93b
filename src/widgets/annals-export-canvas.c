/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>

#include "annals-export-canvas.h"
#include "annals-export-sheets.h"
#include "annals-task.h"

/*
 * The picture of an export before it is written. One job at a time lays it out and draws it in a
 * thread; what changes meanwhile is drawn when that is done, so that only the last of many quick
 * changes counts.
 */

#define MARGIN_PX 18.0
#define LEAST_MARGIN_PX 8.0
#define LEAST_PX 64
#define USUAL_WIDTH_PX 420
#define USUAL_HEIGHT_PX 280

struct _AnnalsExportCanvas
{
  GtkWidget parent_instance;

  AnnalsExportOrder *order; /* (nullable) what is to be shown */
  guint page;
  gint room_width_px; /* of the last job, in device pixels */
  gint room_height_px;
  gboolean stale;   /* something has changed since the last job began */
  gboolean running; /* a job is under way */
  guint idle;
  gboolean disposed;

  AnnalsExportOrder *rendered; /* (nullable) what the fields below are of */
  AnnalsExportSheets *sheets;  /* (nullable) while no job has it */
  GdkTexture *texture;         /* (nullable) */
  GError *error;               /* (nullable) why there is no picture */
  guint n_pages;
  gdouble width_px;
  gdouble height_px;
  gdouble text_scale;
};

G_DEFINE_FINAL_TYPE (AnnalsExportCanvas, annals_export_canvas, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_RENDERED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What is done in the thread, and what comes of it. */
typedef struct
{
  AnnalsExportOrder *order;
  guint page;
  gint room_width_px;
  gint room_height_px;
  AnnalsExportSheets *sheets; /* (nullable) of the order, when it is laid out already */
  GdkTexture *texture;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  annals_export_order_unref (job->order);
  g_clear_pointer (&job->sheets, annals_export_sheets_free);
  g_clear_object (&job->texture);
  g_free (job);
}

static GdkTexture *
create_texture (cairo_surface_t *surface)
{
  gint width = cairo_image_surface_get_width (surface);
  gint height = cairo_image_surface_get_height (surface);
  gint stride = cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) bytes = NULL;

  cairo_surface_flush (surface);
  bytes = g_bytes_new_with_free_func (
      cairo_image_surface_get_data (surface), (gsize) stride * height,
      (GDestroyNotify) cairo_surface_destroy, cairo_surface_reference (surface));
  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, stride);
}

/* As large as fits the room, in the shape of the page. */
static void
draw_reduced (Job *job)
{
  guint page = 0;
  gdouble page_width = 0.0;
  gdouble page_height = 0.0;
  gdouble factor = 0.0;
  cairo_surface_t *surface = NULL;
  cairo_t *cr = NULL;

  page = MIN (job->page, annals_export_sheets_get_n (job->sheets) - 1);
  annals_export_sheets_get_size (job->sheets, page, &page_width, &page_height);
  if (job->room_width_px < 1 || job->room_height_px < 1 || page_width < 1.0 || page_height < 1.0)
    return;
  factor = MIN (job->room_width_px / page_width, job->room_height_px / page_height);
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32,
                                        MAX ((gint) round (page_width * factor), 1),
                                        MAX ((gint) round (page_height * factor), 1));
  cr = cairo_create (surface);
  cairo_scale (cr, cairo_image_surface_get_width (surface) / page_width,
               cairo_image_surface_get_height (surface) / page_height);
  annals_export_sheets_draw (job->sheets, page, cr);
  cairo_destroy (cr);
  if (cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS)
    job->texture = create_texture (surface);
  cairo_surface_destroy (surface);
}

static void
render_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;

  if (job->sheets == NULL)
    job->sheets = annals_export_sheets_new (job->order, &error);
  if (job->sheets == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  draw_reduced (job);
  g_task_return_boolean (task, TRUE);
}

static void
forget_sheets (AnnalsExportCanvas *self)
{
  g_clear_pointer (&self->sheets, annals_export_sheets_free);
  g_clear_pointer (&self->rendered, annals_export_order_unref);
}

static void
take_result (AnnalsExportCanvas *self, Job *job)
{
  forget_sheets (self);
  self->rendered = annals_export_order_ref (job->order);
  self->sheets = g_steal_pointer (&job->sheets);
  if (self->sheets == NULL)
    return;
  self->n_pages = annals_export_sheets_get_n (self->sheets);
  self->text_scale = annals_export_sheets_get_text_scale (self->sheets);
  annals_export_sheets_get_size (self->sheets, 0, &self->width_px, &self->height_px);
  self->page = MIN (self->page, self->n_pages - 1);
  if (job->texture == NULL)
    return;
  g_clear_object (&self->texture);
  self->texture = g_steal_pointer (&job->texture);
}

static void start (AnnalsExportCanvas *self);

static void
rendered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  AnnalsExportCanvas *self = ANNALS_EXPORT_CANVAS (source);
  g_autoptr (GError) error = NULL;

  self->running = FALSE;
  g_task_propagate_boolean (G_TASK (result), &error);
  if (self->disposed)
    return;
  take_result (self, g_task_get_task_data (G_TASK (result)));
  if (self->stale)
    {
      start (self);
      return;
    }
  g_clear_error (&self->error);
  self->error = g_steal_pointer (&error);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[SIGNAL_RENDERED], 0);
}

static void
start (AnnalsExportCanvas *self)
{
  g_autoptr (GTask) task = annals_task_new (self, NULL, rendered_cb);
  Job *job = g_new0 (Job, 1);

  self->stale = FALSE;
  self->running = TRUE;
  job->order = annals_export_order_ref (self->order);
  job->page = self->page;
  job->room_width_px = self->room_width_px;
  job->room_height_px = self->room_height_px;
  if (self->rendered == self->order)
    job->sheets = g_steal_pointer (&self->sheets);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, render_in_thread);
}

static gboolean
start_cb (gpointer user_data)
{
  AnnalsExportCanvas *self = user_data;

  self->idle = 0;
  if (self->stale && !self->running)
    start (self);
  return G_SOURCE_REMOVE;
}

static void
queue (AnnalsExportCanvas *self)
{
  if (self->order == NULL || self->disposed)
    return;
  self->stale = TRUE;
  if (self->idle == 0 && !self->running)
    self->idle = g_idle_add (start_cb, self);
}

/* Where there is little room, the margin takes little of it. */
static gdouble
get_margin (gint height)
{
  return CLAMP (floor (height / 14.0), LEAST_MARGIN_PX, MARGIN_PX);
}

static void
annals_export_canvas_measure (GtkWidget *widget,
                              GtkOrientation orientation,
                              int for_size,
                              int *minimum,
                              int *natural,
                              int *minimum_baseline,
                              int *natural_baseline)
{
  *minimum = LEAST_PX;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? USUAL_WIDTH_PX : USUAL_HEIGHT_PX;
}

static void
annals_export_canvas_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AnnalsExportCanvas *self = ANNALS_EXPORT_CANVAS (widget);
  gint density = gtk_widget_get_scale_factor (widget);
  gint margin_px = (gint) get_margin (height);
  gint room_width_px = MAX (width - 2 * margin_px, 1) * density;
  gint room_height_px = MAX (height - 2 * margin_px, 1) * density;

  if (room_width_px == self->room_width_px && room_height_px == self->room_height_px)
    return;
  self->room_width_px = room_width_px;
  self->room_height_px = room_height_px;
  queue (self);
}

static void
annals_export_canvas_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AnnalsExportCanvas *self = ANNALS_EXPORT_CANVAS (widget);
  static const GdkRGBA shade = { 0.0f, 0.0f, 0.0f, 0.28f };
  static const GdkRGBA edge = { 0.5f, 0.5f, 0.5f, 0.35f };
  double margin = get_margin (gtk_widget_get_height (widget));
  double room_width = gtk_widget_get_width (widget) - 2 * margin;
  double room_height = gtk_widget_get_height (widget) - 2 * margin;
  double width = 0.0;
  double height = 0.0;
  double factor = 1.0;
  graphene_rect_t bounds;
  GskRoundedRect outline;

  if (self->texture == NULL || room_width < 1.0 || room_height < 1.0)
    return;
  width = gdk_texture_get_width (self->texture);
  height = gdk_texture_get_height (self->texture);
  factor = MIN (room_width / width, room_height / height);
  graphene_rect_init (&bounds, (float) round (margin + (room_width - width * factor) / 2),
                      (float) round (margin + (room_height - height * factor) / 2),
                      (float) (width * factor), (float) (height * factor));
  gsk_rounded_rect_init_from_rect (&outline, &bounds, 0);
  gtk_snapshot_append_outset_shadow (snapshot, &outline, &shade, 0, 2, 0, 10);
  gtk_snapshot_append_outset_shadow (snapshot, &outline, &edge, 0, 0, 1, 0);
  gtk_snapshot_append_texture (snapshot, self->texture, &bounds);
}

static void
annals_export_canvas_dispose (GObject *object)
{
  AnnalsExportCanvas *self = ANNALS_EXPORT_CANVAS (object);

  self->disposed = TRUE;
  g_clear_handle_id (&self->idle, g_source_remove);
  forget_sheets (self);
  g_clear_pointer (&self->order, annals_export_order_unref);
  g_clear_object (&self->texture);
  g_clear_error (&self->error);
  G_OBJECT_CLASS (annals_export_canvas_parent_class)->dispose (object);
}

static void
annals_export_canvas_class_init (AnnalsExportCanvasClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = annals_export_canvas_dispose;
  widget_class->measure = annals_export_canvas_measure;
  widget_class->size_allocate = annals_export_canvas_size_allocate;
  widget_class->snapshot = annals_export_canvas_snapshot;
  signals[SIGNAL_RENDERED] = g_signal_new ("rendered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                           0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "exportcanvas");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
annals_export_canvas_init (AnnalsExportCanvas *self)
{
  self->n_pages = 1;
  self->text_scale = 1.0;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (gtk_widget_queue_allocate), NULL);
}

/**
 * annals_export_canvas_new:
 *
 * Returns: (transfer floating): a canvas without a picture
 */
GtkWidget *
annals_export_canvas_new (void)
{
  return g_object_new (ANNALS_TYPE_EXPORT_CANVAS, NULL);
}

/**
 * annals_export_canvas_set_order:
 * @self: a canvas
 * @order: what is to be shown
 *
 * Shows an export soon; `rendered` tells when.
 */
void
annals_export_canvas_set_order (AnnalsExportCanvas *self, AnnalsExportOrder *order)
{
  g_return_if_fail (ANNALS_IS_EXPORT_CANVAS (self));
  g_return_if_fail (order != NULL);

  annals_export_order_ref (order);
  g_clear_pointer (&self->order, annals_export_order_unref);
  self->order = order;
  queue (self);
}

/**
 * annals_export_canvas_get_order:
 * @self: a canvas
 *
 * Returns: (transfer none) (nullable): what was set last
 */
AnnalsExportOrder *
annals_export_canvas_get_order (AnnalsExportCanvas *self)
{
  g_return_val_if_fail (ANNALS_IS_EXPORT_CANVAS (self), NULL);

  return self->order;
}

/**
 * annals_export_canvas_set_page:
 * @self: a canvas
 * @page: which page, from 0; the last one when there are fewer
 *
 * Chooses the page that is shown.
 */
void
annals_export_canvas_set_page (AnnalsExportCanvas *self, guint page)
{
  g_return_if_fail (ANNALS_IS_EXPORT_CANVAS (self));

  if (self->page == page)
    return;
  self->page = page;
  queue (self);
}

/**
 * annals_export_canvas_get_page:
 * @self: a canvas
 *
 * Returns: which page is shown, from 0
 */
guint
annals_export_canvas_get_page (AnnalsExportCanvas *self)
{
  g_return_val_if_fail (ANNALS_IS_EXPORT_CANVAS (self), 0);

  return self->page;
}

/**
 * annals_export_canvas_is_busy:
 * @self: a canvas
 *
 * Returns: whether what is shown is not yet what was set
 */
gboolean
annals_export_canvas_is_busy (AnnalsExportCanvas *self)
{
  g_return_val_if_fail (ANNALS_IS_EXPORT_CANVAS (self), FALSE);

  return self->stale || self->running;
}

/**
 * annals_export_canvas_get_error:
 * @self: a canvas
 *
 * Returns: (transfer none) (nullable): why there is no picture, or %NULL
 */
const GError *
annals_export_canvas_get_error (AnnalsExportCanvas *self)
{
  g_return_val_if_fail (ANNALS_IS_EXPORT_CANVAS (self), NULL);

  return self->error;
}

/**
 * annals_export_canvas_get_n_pages:
 * @self: a canvas
 *
 * Returns: how many pages there are, at least 1
 */
guint
annals_export_canvas_get_n_pages (AnnalsExportCanvas *self)
{
  g_return_val_if_fail (ANNALS_IS_EXPORT_CANVAS (self), 1);

  return self->n_pages;
}

/**
 * annals_export_canvas_get_text_scale:
 * @self: a canvas
 *
 * Returns: by how much the text was made smaller to fit, 0.5 to 1
 */
gdouble
annals_export_canvas_get_text_scale (AnnalsExportCanvas *self)
{
  g_return_val_if_fail (ANNALS_IS_EXPORT_CANVAS (self), 1.0);

  return self->text_scale;
}

/**
 * annals_export_canvas_get_size:
 * @self: a canvas
 * @width_px: (out): width of a page in CSS pixels, 0 before there is one
 * @height_px: (out): its height
 *
 * Looks up how large the export is.
 */
void
annals_export_canvas_get_size (AnnalsExportCanvas *self, gdouble *width_px, gdouble *height_px)
{
  g_return_if_fail (ANNALS_IS_EXPORT_CANVAS (self));

  *width_px = self->width_px;
  *height_px = self->height_px;
}
