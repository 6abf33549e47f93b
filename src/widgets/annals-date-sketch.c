/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annals-date-sketch.h"
#include "annals-painter.h"
#include "annals-sketch.h"
#include "annals-style.h"

/* A window onto the timeline that shows nothing but one date. The words beside it say the same, so
 * screen readers pass it by. */

#define WIDTH_PX 232
#define LEAST_WIDTH_PX 120

struct _AnnalsDateSketch
{
  GtkWidget parent_instance;

  AnnalsDate *date; /* (nullable) */
  AnnalsTypesetter *typesetter;
  AnnalsMetrics metrics;
};

G_DEFINE_FINAL_TYPE (AnnalsDateSketch, annals_date_sketch, GTK_TYPE_WIDGET)

static void
annals_date_sketch_measure (GtkWidget *widget,
                            GtkOrientation orientation,
                            gint for_size,
                            gint *minimum,
                            gint *natural,
                            gint *minimum_baseline,
                            gint *natural_baseline)
{
  AnnalsDateSketch *self = ANNALS_DATE_SKETCH (widget);

  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = *natural = (gint) annals_sketch_get_height (&self->metrics);
      return;
    }
  *minimum = LEAST_WIDTH_PX;
  *natural = MAX ((gint) (WIDTH_PX * self->metrics.text_scale), LEAST_WIDTH_PX);
}

static void
annals_date_sketch_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AnnalsDateSketch *self = ANNALS_DATE_SKETCH (widget);
  gint width = gtk_widget_get_width (widget);
  gint height = gtk_widget_get_height (widget);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height);
  AnnalsSketchOptions options = {
    .width_px = width,
    .height_px = height,
    .metrics = &self->metrics,
    .measure = annals_typesetter_measure,
    .user_data = self->typesetter,
  };
  g_autoptr (AnnalsScene) scene = NULL;
  cairo_t *cr;

  if (self->date == NULL || width < 1 || height < 1)
    return;
  scene = annals_sketch_build (self->date, &options);
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  annals_painter_draw (cr, scene, annals_style_get_theme (), self->typesetter);
  cairo_destroy (cr);
}

static void
update_type (AnnalsDateSketch *self)
{
  gdouble text_scale = 1.0;

  g_clear_pointer (&self->typesetter, annals_typesetter_free);
  self->typesetter = annals_style_create_typesetter (GTK_WIDGET (self), &text_scale);
  annals_metrics_init (&self->metrics, text_scale, FALSE);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
annals_date_sketch_finalize (GObject *object)
{
  AnnalsDateSketch *self = ANNALS_DATE_SKETCH (object);

  g_clear_pointer (&self->date, annals_date_unref);
  g_clear_pointer (&self->typesetter, annals_typesetter_free);
  G_OBJECT_CLASS (annals_date_sketch_parent_class)->finalize (object);
}

static void
annals_date_sketch_class_init (AnnalsDateSketchClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = annals_date_sketch_finalize;
  widget_class->measure = annals_date_sketch_measure;
  widget_class->snapshot = annals_date_sketch_snapshot;
  gtk_widget_class_set_css_name (widget_class, "datesketch");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
annals_date_sketch_init (AnnalsDateSketch *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  annals_style_watch (GTK_WIDGET (self), G_CALLBACK (gtk_widget_queue_draw));
  annals_style_watch_type (GTK_WIDGET (self), G_CALLBACK (update_type));
  update_type (self);
}

/**
 * annals_date_sketch_new:
 *
 * Returns: (transfer floating): a sketch that shows nothing yet
 */
GtkWidget *
annals_date_sketch_new (void)
{
  return g_object_new (ANNALS_TYPE_DATE_SKETCH, NULL);
}

/**
 * annals_date_sketch_set_date:
 * @self: a sketch
 * @date: (nullable): what it shows; nothing when %NULL
 *
 * Shows a date.
 */
void
annals_date_sketch_set_date (AnnalsDateSketch *self, const AnnalsDate *date)
{
  g_return_if_fail (ANNALS_IS_DATE_SKETCH (self));

  g_clear_pointer (&self->date, annals_date_unref);
  if (date != NULL)
    self->date = annals_date_ref ((AnnalsDate *) date);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
