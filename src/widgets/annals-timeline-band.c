/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>

#include "annals-timeline-view-private.h"

/* Zooming to a stretch of time that is drawn with the pointer: a band over lanes and axis, with
 * what its ends are in words. */

#define LEAST_PX 8.0

static gchar *
dup_words (AnnalsTimelineView *self, gdouble x)
{
  AnnalsRange unit = { 0 };
  g_autofree gchar *edtf = NULL;
  g_autoptr (AnnalsDate) date = NULL;

  annals_range_find_unit (self->layout, &self->scale, x, FALSE, &unit.first, &unit.last);
  edtf = annals_range_dup_edtf (&unit);
  date = annals_date_new_from_edtf (edtf, NULL);
  return date != NULL ? annals_date_dup_words (date, ANNALS_WORDS_SHORT) : g_strdup ("");
}

static GtkWidget *
create_caption (AnnalsTimelineView *self)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_add_css_class (label, "zoom-caption");
  gtk_widget_set_can_target (label, FALSE);
  gtk_widget_set_parent (label, GTK_WIDGET (self));
  return label;
}

static void
set_caption (AnnalsTimelineView *self, guint end, gdouble x)
{
  g_autofree gchar *words = dup_words (self, x);

  gtk_label_set_label (GTK_LABEL (self->band_captions[end]), words);
}

static gdouble
clamp_x (AnnalsTimelineView *self, gdouble x)
{
  return CLAMP (x, self->scale.x_px, self->scale.x_px + self->scale.width_px);
}

static void
remove_band (AnnalsTimelineView *self)
{
  g_clear_pointer (&self->band, gtk_widget_unparent);
  for (guint i = 0; i < G_N_ELEMENTS (self->band_captions); i++)
    g_clear_pointer (&self->band_captions[i], gtk_widget_unparent);
}

/* What the view calls; see annals-timeline-view-private.h. */

gboolean
annals_timeline_view_begin_band (AnnalsTimelineView *self, gdouble x)
{
  if (self->layout == NULL || annals_layout_get_n_events (self->layout) == 0
      || x < self->scale.x_px)
    return FALSE;
  remove_band (self);
  self->band = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (self->band, "zoom-band");
  gtk_widget_set_can_target (self->band, FALSE);
  gtk_widget_set_parent (self->band, GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (self->band_captions); i++)
    self->band_captions[i] = create_caption (self);
  self->band_from = x;
  annals_timeline_view_drag_band (self, x);
  return TRUE;
}

void
annals_timeline_view_drag_band (AnnalsTimelineView *self, gdouble x)
{
  if (self->band == NULL)
    return;
  self->band_to = clamp_x (self, x);
  set_caption (self, 0, MIN (self->band_from, self->band_to));
  set_caption (self, 1, MAX (self->band_from, self->band_to));
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* Zooms to the band; one that is too narrow to have been meant does nothing. */
void
annals_timeline_view_end_band (AnnalsTimelineView *self)
{
  gdouble left = MIN (self->band_from, self->band_to);
  gdouble right = MAX (self->band_from, self->band_to);

  if (self->band == NULL)
    return;
  remove_band (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (right - left < LEAST_PX)
    return;
  annals_timeline_view_zoom_to (self, annals_scale_get_instant (&self->scale, left),
                                annals_scale_get_instant (&self->scale, right));
  annals_timeline_view_note_zoom (self);
}

gboolean
annals_timeline_view_cancel_band (AnnalsTimelineView *self)
{
  if (self->band == NULL)
    return FALSE;
  remove_band (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return TRUE;
}

static void
allocate_caption (AnnalsTimelineView *self, guint end, gdouble edge, gdouble *taken)
{
  GtkWidget *label = self->band_captions[end];
  gint width = 0;
  gint height = 0;
  gdouble left;
  GtkAllocation box;

  gtk_widget_measure (label, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  gtk_widget_measure (label, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  /* Beside the band, or within it at the edge of the view. */
  left = end == 0 ? edge - width - 4.0 : edge + 4.0;
  left = CLAMP (left, self->scale.x_px + 2.0,
                gtk_widget_get_width (GTK_WIDGET (self)) - width - 2.0);
  if (end == 1)
    left = MAX (left, *taken + 4.0);
  *taken = left + width;
  box = (GtkAllocation){ (gint) left, (gint) self->metrics.axis_height_px + 6, width, height };
  gtk_widget_size_allocate (label, &box, -1);
}

void
annals_timeline_view_allocate_band (AnnalsTimelineView *self)
{
  gdouble left = MIN (self->band_from, self->band_to);
  gdouble right = MAX (self->band_from, self->band_to);
  gdouble taken = 0.0;
  GtkAllocation box = { (gint) left, 0, MAX ((gint) (right - left), 2),
                        (gint) annals_timeline_view_get_main_height (self) };

  if (self->band == NULL)
    return;
  gtk_widget_measure (self->band, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (self->band, &box, -1);
  allocate_caption (self, 0, left, &taken);
  allocate_caption (self, 1, right, &taken);
}

void
annals_timeline_view_snapshot_band (AnnalsTimelineView *self, GtkSnapshot *snapshot)
{
  if (self->band == NULL)
    return;
  gtk_widget_snapshot_child (GTK_WIDGET (self), self->band, snapshot);
  for (guint i = 0; i < G_N_ELEMENTS (self->band_captions); i++)
    gtk_widget_snapshot_child (GTK_WIDGET (self), self->band_captions[i], snapshot);
}
