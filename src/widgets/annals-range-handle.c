/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "annals-style.h"
#include "annals-timeline-view-private.h"

/* A handle at an end of the range of time, for keys and assistive tools: a slider that the arrow
 * keys move from tick to tick. The pointer has the one in the picture. */

struct _AnnalsRangeHandle
{
  GtkWidget parent_instance;

  AnnalsTimelineView *view; /* its parent */
  AnnalsRangePart part;
};

G_DEFINE_FINAL_TYPE (AnnalsRangeHandle, annals_range_handle, GTK_TYPE_WIDGET)

static gboolean
step_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  AnnalsRangeHandle *self = ANNALS_RANGE_HANDLE (widget);

  annals_timeline_view_step_handle (self->view, self->part, g_variant_get_int32 (arguments));
  return TRUE;
}

static void
annals_range_handle_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (gfloat) gtk_widget_get_width (widget),
                                               (gfloat) gtk_widget_get_height (widget));
  GskRoundedRect frame;
  GdkRGBA color;

  if (!gtk_widget_has_visible_focus (widget))
    return;
  graphene_rect_inset (&bounds, 10, 4);
  annals_style_get_rgba (&annals_style_get_theme ()->accent, 0.8, &color);
  gsk_rounded_rect_init_from_rect (&frame, &bounds, 8);
  gtk_snapshot_append_border (snapshot, &frame, (float[4]){ 2, 2, 2, 2 },
                              (GdkRGBA[4]){ color, color, color, color });
}

static void
annals_range_handle_class_init (AnnalsRangeHandleClass *klass)
{
  static const struct
  {
    guint key;
    gint step;
  } keys[] = {
    { GDK_KEY_Left, -1 }, { GDK_KEY_Right, 1 }, { GDK_KEY_KP_Left, -1 },   { GDK_KEY_KP_Right, 1 },
    { GDK_KEY_Down, -1 }, { GDK_KEY_Up, 1 },    { GDK_KEY_Page_Down, -5 }, { GDK_KEY_Page_Up, 5 },
  };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = annals_range_handle_snapshot;
  gtk_widget_class_set_css_name (widget_class, "range-handle");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SLIDER);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding (widget_class, keys[i].key, 0, step_cb, "i", keys[i].step);
}

static void
annals_range_handle_init (AnnalsRangeHandle *self)
{
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  annals_style_watch_focus (GTK_WIDGET (self));
}

GtkWidget *
annals_range_handle_new (AnnalsTimelineView *view, AnnalsRangePart part)
{
  AnnalsRangeHandle *self = g_object_new (ANNALS_TYPE_RANGE_HANDLE, NULL);

  self->view = view;
  self->part = part;

  return GTK_WIDGET (self);
}

/* Says at which day its end of the range is. */
void
annals_range_handle_set_instant (AnnalsRangeHandle *self, AnnalsInstant instant)
{
  AnnalsRange day = { instant, instant, ANNALS_WITHIN_OVERLAPPING };
  g_autofree gchar *edtf = annals_range_dup_edtf (&day);
  g_autoptr (AnnalsDate) date = annals_date_new_from_edtf (edtf, NULL);
  g_autofree gchar *words = date != NULL ? annals_date_dup_words (date, ANNALS_WORDS_LONG) : NULL;

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->part == ANNALS_RANGE_BEGIN ? _ ("Begin of the Range")
                                                                   : _ ("End of the Range"),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, words != NULL ? words : "",
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, (gdouble) instant, -1);
}
