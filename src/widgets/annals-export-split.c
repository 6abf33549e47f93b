/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annals-export-split.h"

/*
 * A picture and its form, side by side or above each other by the width there is. A box whose
 * orientation followed its width would ask for another size in the midst of being given one.
 */

#define WIDE_PX 720
#define FORM_PX 380
#define FORM_SHARE 0.46
#define PICTURE_SHARE 0.38
#define LEAST_PICTURE_PX 120

struct _AnnalsExportSplit
{
  GtkWidget parent_instance;
};

static void annals_export_split_buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AnnalsExportSplit,
                               annals_export_split,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE,
                                                      annals_export_split_buildable_init))

static GtkBuildableIface *parent_buildable;

static void
add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child, const gchar *type)
{
  if (GTK_IS_WIDGET (child))
    gtk_widget_set_parent (GTK_WIDGET (child), GTK_WIDGET (buildable));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
annals_export_split_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = add_child;
}

static GtkSizeRequestMode
annals_export_split_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

/* Either is content with the least it needs; above each other they need the least width. */
static void
annals_export_split_measure (GtkWidget *widget,
                             GtkOrientation orientation,
                             int for_size,
                             int *minimum,
                             int *natural,
                             int *minimum_baseline,
                             int *natural_baseline)
{
  *minimum = 0;
  *natural = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int least = 0;
      int usual = 0;

      gtk_widget_measure (child, orientation, -1, &least, &usual, NULL, NULL);
      *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? MAX (*minimum, least)
                                                           : *minimum + least;
      *natural += usual;
    }
  *natural = MAX (*minimum, *natural);
}

static void
annals_export_split_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GtkWidget *picture = gtk_widget_get_first_child (widget);
  GtkWidget *form = picture != NULL ? gtk_widget_get_next_sibling (picture) : NULL;
  gboolean right_to_left = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  gboolean wide = width >= WIDE_PX;
  GtkAllocation first = { 0, 0, width, height };
  GtkAllocation second = { 0, 0, width, height };
  int least_px = 0;

  if (form == NULL)
    return;
  if (wide)
    {
      gtk_widget_measure (form, GTK_ORIENTATION_HORIZONTAL, -1, &least_px, NULL, NULL, NULL);
      second.width = MAX (MIN (FORM_PX, (int) (width * FORM_SHARE)), least_px);
      first.width = width - second.width;
      second.x = right_to_left ? 0 : first.width;
      first.x = right_to_left ? second.width : 0;
    }
  else
    {
      gtk_widget_measure (picture, GTK_ORIENTATION_VERTICAL, width, &least_px, NULL, NULL, NULL);
      first.height = MAX ((int) (height * PICTURE_SHARE), MAX (LEAST_PICTURE_PX, least_px));
      second.y = first.height;
      second.height = MAX (height - first.height, 0);
    }
  gtk_widget_size_allocate (picture, &first, -1);
  gtk_widget_size_allocate (form, &second, -1);
}

static void
annals_export_split_dispose (GObject *object)
{
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (annals_export_split_parent_class)->dispose (object);
}

static void
annals_export_split_class_init (AnnalsExportSplitClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = annals_export_split_dispose;
  widget_class->get_request_mode = annals_export_split_get_request_mode;
  widget_class->measure = annals_export_split_measure;
  widget_class->size_allocate = annals_export_split_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "exportsplit");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
annals_export_split_init (AnnalsExportSplit *self)
{
}

/**
 * annals_export_split_new:
 * @picture: (transfer floating): what is seen beside or above
 * @form: (transfer floating): what changes it
 *
 * Returns: (transfer floating): a new split
 */
GtkWidget *
annals_export_split_new (GtkWidget *picture, GtkWidget *form)
{
  AnnalsExportSplit *self = g_object_new (ANNALS_TYPE_EXPORT_SPLIT, NULL);

  g_return_val_if_fail (GTK_IS_WIDGET (picture), NULL);
  g_return_val_if_fail (GTK_IS_WIDGET (form), NULL);

  gtk_widget_set_parent (picture, GTK_WIDGET (self));
  gtk_widget_set_parent (form, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}
