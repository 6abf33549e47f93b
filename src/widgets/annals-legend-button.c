/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "annals-legend-button.h"
#include "annals-painter.h"
#include "annals-picture.h"
#include "annals-style.h"

/* The legend of the timeline in the window. The samples are the scenes that exported legends have;
 * the meanings are labels, which assistive tools read. It is filled whenever it is opened. */

#define PADDING_PX 4.0f
#define GROUP_GAP_PX 10

#define ANNALS_TYPE_LEGEND_SAMPLE (annals_legend_sample_get_type ())
G_DECLARE_FINAL_TYPE (AnnalsLegendSample, annals_legend_sample, ANNALS, LEGEND_SAMPLE, GtkWidget)

struct _AnnalsLegendSample
{
  GtkWidget parent_instance;

  AnnalsScene *scene;
  AnnalsTypesetter *typesetter;
};

G_DEFINE_FINAL_TYPE (AnnalsLegendSample, annals_legend_sample, GTK_TYPE_WIDGET)

struct _AnnalsLegendButton
{
  GtkWidget parent_instance;

  GtkWidget *button;
  GtkWidget *popover;
  GtkWidget *grid;
  guint n_signs;
};

G_DEFINE_FINAL_TYPE (AnnalsLegendButton, annals_legend_button, GTK_TYPE_WIDGET)

static void
annals_legend_sample_measure (GtkWidget *widget,
                              GtkOrientation orientation,
                              gint for_size,
                              gint *minimum,
                              gint *natural,
                              gint *minimum_baseline,
                              gint *natural_baseline)
{
  AnnalsLegendSample *self = ANNALS_LEGEND_SAMPLE (widget);
  gdouble width = 0.0;
  gdouble height = 0.0;

  if (self->scene != NULL)
    annals_scene_get_size (self->scene, &width, &height);
  *minimum = *natural = (gint) ceil ((orientation == GTK_ORIENTATION_HORIZONTAL ? width : height)
                                     + 2.0 * PADDING_PX);
}

/* The paper of the timeline lies behind the sample: diamonds, notches and stripes are cut out of
 * it. */
static void
annals_legend_sample_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AnnalsLegendSample *self = ANNALS_LEGEND_SAMPLE (widget);
  const AnnalsTheme *theme = annals_style_get_theme ();
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                               (float) gtk_widget_get_height (widget));
  GskRoundedRect paper;
  GdkRGBA color;
  cairo_t *cr;

  if (self->scene == NULL)
    return;
  annals_style_get_rgba (&theme->background, 1.0, &color);
  gsk_rounded_rect_init_from_rect (&paper, &bounds, PADDING_PX);
  gtk_snapshot_push_rounded_clip (snapshot, &paper);
  gtk_snapshot_append_color (snapshot, &color, &bounds);
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  cairo_translate (cr, PADDING_PX, PADDING_PX);
  annals_painter_draw (cr, self->scene, theme, self->typesetter);
  cairo_destroy (cr);
  gtk_snapshot_pop (snapshot);
}

static void
annals_legend_sample_finalize (GObject *object)
{
  AnnalsLegendSample *self = ANNALS_LEGEND_SAMPLE (object);

  g_clear_pointer (&self->scene, annals_scene_free);

  G_OBJECT_CLASS (annals_legend_sample_parent_class)->finalize (object);
}

static void
annals_legend_sample_class_init (AnnalsLegendSampleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = annals_legend_sample_finalize;
  widget_class->measure = annals_legend_sample_measure;
  widget_class->snapshot = annals_legend_sample_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
annals_legend_sample_init (AnnalsLegendSample *self)
{
  annals_style_watch (GTK_WIDGET (self), G_CALLBACK (gtk_widget_queue_draw));
}

static void
clear_grid (AnnalsLegendButton *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->grid)) != NULL)
    gtk_grid_remove (GTK_GRID (self->grid), child);
  self->n_signs = 0;
}

static void
add_sign (AnnalsLegendButton *self,
          const AnnalsLayout *layout,
          AnnalsTypesetter *typesetter,
          guint sign,
          gint gap_px)
{
  AnnalsLegendSample *sample = g_object_new (ANNALS_TYPE_LEGEND_SAMPLE, NULL);
  GtkWidget *label = gtk_label_new (annals_legend_get_meaning (sign));

  sample->scene = annals_legend_build_sample (layout, sign);
  sample->typesetter = typesetter;
  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_widget_set_margin_top (GTK_WIDGET (sample), gap_px);
  gtk_widget_set_margin_top (label, gap_px);
  gtk_grid_attach (GTK_GRID (self->grid), GTK_WIDGET (sample), 0, (gint) self->n_signs, 1, 1);
  gtk_grid_attach (GTK_GRID (self->grid), label, 1, (gint) self->n_signs, 1, 1);
  self->n_signs++;
}

static void
annals_legend_button_dispose (GObject *object)
{
  AnnalsLegendButton *self = ANNALS_LEGEND_BUTTON (object);

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_pointer (&self->button, gtk_widget_unparent);

  G_OBJECT_CLASS (annals_legend_button_parent_class)->dispose (object);
}

static void
annals_legend_button_size_allocate (GtkWidget *widget, gint width, gint height, gint baseline)
{
  AnnalsLegendButton *self = ANNALS_LEGEND_BUTTON (widget);
  GtkAllocation whole = { 0, 0, width, height };

  gtk_widget_size_allocate (self->button, &whole, baseline);
  gtk_popover_present (GTK_POPOVER (self->popover));
}

static void
annals_legend_button_measure (GtkWidget *widget,
                              GtkOrientation orientation,
                              gint for_size,
                              gint *minimum,
                              gint *natural,
                              gint *minimum_baseline,
                              gint *natural_baseline)
{
  gtk_widget_measure (ANNALS_LEGEND_BUTTON (widget)->button, orientation, for_size, minimum,
                      natural, minimum_baseline, natural_baseline);
}

static void
annals_legend_button_class_init (AnnalsLegendButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = annals_legend_button_dispose;
  widget_class->measure = annals_legend_button_measure;
  widget_class->size_allocate = annals_legend_button_size_allocate;
}

static GtkWidget *
create_content (AnnalsLegendButton *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  /* Translators: stands above the list of signs that the timeline uses. */
  GtkWidget *heading = gtk_label_new (_ ("What the Marks Mean"));

  gtk_label_set_xalign (GTK_LABEL (heading), 0.0f);
  gtk_widget_add_css_class (heading, "heading");
  self->grid = gtk_grid_new ();
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (self->grid), 2);
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), self->grid);
  gtk_widget_set_margin_start (box, 6);
  gtk_widget_set_margin_end (box, 6);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 480);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  return scroller;
}

static void
annals_legend_button_init (AnnalsLegendButton *self)
{
  /* Translators: the button at the corner of the timeline that explains its signs. */
  self->button = gtk_button_new_with_label (C_ ("timeline", "Marks"));
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_add_css_class (self->button, "marks");
  gtk_widget_set_tooltip_text (self->button, _ ("Explain the marks"));
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), "timeline.explain-marks");
  self->popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (self->popover), create_content (self));
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
}

/**
 * annals_legend_button_new:
 *
 * Returns: (transfer floating): the button; it activates `timeline.explain-marks`, upon which
 *   annals_legend_button_show() is to be called
 */
GtkWidget *
annals_legend_button_new (void)
{
  return g_object_new (ANNALS_TYPE_LEGEND_BUTTON, NULL);
}

/**
 * annals_legend_button_show:
 * @self: the button
 * @layout: the layout of the timeline, for its measures
 * @typesetter: what sets its text; has to live until annals_legend_button_popdown()
 * @features: the signs to explain
 *
 * Opens the legend.
 */
void
annals_legend_button_show (AnnalsLegendButton *self,
                           const AnnalsLayout *layout,
                           AnnalsTypesetter *typesetter,
                           AnnalsMarkFeatures features)
{
  g_return_if_fail (ANNALS_IS_LEGEND_BUTTON (self));

  clear_grid (self);
  for (guint i = 0, previous = 0; i < annals_legend_get_n_signs (); i++)
    if (annals_legend_get_feature (i) & features)
      {
        gboolean apart = self->n_signs > 0 && annals_legend_begins_group (i, previous);

        add_sign (self, layout, typesetter, i, apart ? GROUP_GAP_PX : 0);
        previous = i;
      }
  if (self->n_signs > 0)
    gtk_popover_popup (GTK_POPOVER (self->popover));
}

/**
 * annals_legend_button_popdown:
 * @self: the button
 *
 * Closes the legend and forgets what it showed.
 */
void
annals_legend_button_popdown (AnnalsLegendButton *self)
{
  g_return_if_fail (ANNALS_IS_LEGEND_BUTTON (self));

  gtk_popover_popdown (GTK_POPOVER (self->popover));
  clear_grid (self);
}

/**
 * annals_legend_button_get_n_signs:
 * @self: the button
 *
 * Returns: how many signs the legend explains
 */
guint
annals_legend_button_get_n_signs (AnnalsLegendButton *self)
{
  g_return_val_if_fail (ANNALS_IS_LEGEND_BUTTON (self), 0);

  return self->n_signs;
}
