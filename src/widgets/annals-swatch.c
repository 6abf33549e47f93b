/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annals-style.h"
#include "annals-swatch.h"

/* A patch in a lane's colour, that follows the desktop's look. */

struct _AnnalsSwatch
{
  GtkWidget parent_instance;

  guint color;
};

G_DEFINE_FINAL_TYPE (AnnalsSwatch, annals_swatch, GTK_TYPE_WIDGET)

static void
annals_swatch_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AnnalsSwatch *self = ANNALS_SWATCH (widget);
  float width = (float) gtk_widget_get_width (widget);
  float height = (float) gtk_widget_get_height (widget);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, width, height);
  GskRoundedRect outline;
  GdkRGBA color;

  annals_style_get_lane_rgba (self->color, &color);
  gsk_rounded_rect_init_from_rect (&outline, &bounds, MIN (width, height) / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &color, &bounds);
  gtk_snapshot_pop (snapshot);
}

static void
annals_swatch_class_init (AnnalsSwatchClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = annals_swatch_snapshot;
  gtk_widget_class_set_css_name (widget_class, "swatch");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
annals_swatch_init (AnnalsSwatch *self)
{
  annals_style_watch (GTK_WIDGET (self), G_CALLBACK (gtk_widget_queue_draw));
}

/**
 * annals_swatch_new:
 *
 * Returns: (transfer floating): a new swatch in the first colour
 */
GtkWidget *
annals_swatch_new (void)
{
  return g_object_new (ANNALS_TYPE_SWATCH, NULL);
}

/**
 * annals_swatch_set_color:
 * @self: a swatch
 * @color: a lane's colour index
 *
 * Sets the colour.
 */
void
annals_swatch_set_color (AnnalsSwatch *self, guint color)
{
  g_return_if_fail (ANNALS_IS_SWATCH (self));

  if (self->color == color)
    return;
  self->color = color;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
