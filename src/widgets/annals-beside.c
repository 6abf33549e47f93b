/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annals-beside.h"

/* Words and a picture: side by side in a wide row, one above the other in a narrow one. */

#define SPACING_PX 18
#define LINE_SPACING_PX 8

/* The first wraps; beside the second it has to have this part of the width it would like. */
#define LEAST_SHARE 0.75
#define ENOUGH_PX 220

struct _AnnalsBeside
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (AnnalsBeside, annals_beside, GTK_TYPE_WIDGET)

typedef struct
{
  gint minimum;
  gint natural;
} Size;

static Size
get_size (GtkWidget *widget, GtkOrientation orientation, gint for_size)
{
  Size size = { 0, 0 };

  if (widget != NULL && gtk_widget_should_layout (widget))
    gtk_widget_measure (widget, orientation, for_size, &size.minimum, &size.natural, NULL, NULL);
  return size;
}

/* The width the first one gets beside the second; 0 when it goes below. */
static gint
get_width_beside (GtkWidget *first, GtkWidget *second, gint width)
{
  Size first_size = get_size (first, GTK_ORIENTATION_HORIZONTAL, -1);
  Size second_size = get_size (second, GTK_ORIENTATION_HORIZONTAL, -1);
  gint rest = width - second_size.natural - SPACING_PX;
  gint wanted = MIN ((gint) (first_size.natural * LEAST_SHARE), ENOUGH_PX);

  if (second_size.natural == 0)
    return width;
  return rest >= MAX (first_size.minimum, wanted) ? rest : 0;
}

static gint
get_height (GtkWidget *first, GtkWidget *second, gint width)
{
  gint beside = get_width_beside (first, second, width);
  gint first_height
      = get_size (first, GTK_ORIENTATION_VERTICAL, beside > 0 ? beside : width).natural;
  gint second_height = get_size (second, GTK_ORIENTATION_VERTICAL, -1).natural;

  if (beside > 0)
    return MAX (first_height, second_height);
  return first_height + LINE_SPACING_PX + second_height;
}

static void
annals_beside_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       gint for_size,
                       gint *minimum,
                       gint *natural,
                       gint *minimum_baseline,
                       gint *natural_baseline)
{
  GtkWidget *first = gtk_widget_get_first_child (widget);
  GtkWidget *second = first != NULL ? gtk_widget_get_next_sibling (first) : NULL;
  Size first_size = get_size (first, GTK_ORIENTATION_HORIZONTAL, -1);
  Size second_size = get_size (second, GTK_ORIENTATION_HORIZONTAL, -1);
  gint least = MAX (first_size.minimum, second_size.minimum);
  gint most = first_size.natural + SPACING_PX + second_size.natural;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = least;
      *natural = MAX (most, least);
      return;
    }
  *minimum = *natural = get_height (first, second, for_size >= 0 ? MAX (for_size, least) : most);
}

static void
allocate (GtkWidget *child, gint x, gint y, gint width, gint height)
{
  GtkAllocation allocation = { x, y, width, height };

  if (child != NULL && gtk_widget_should_layout (child))
    gtk_widget_size_allocate (child, &allocation, -1);
}

static void
annals_beside_size_allocate (GtkWidget *widget, gint width, gint height, gint baseline)
{
  GtkWidget *first = gtk_widget_get_first_child (widget);
  GtkWidget *second = first != NULL ? gtk_widget_get_next_sibling (first) : NULL;
  gboolean right_to_left = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  Size second_size = get_size (second, GTK_ORIENTATION_HORIZONTAL, -1);
  gint beside = get_width_beside (first, second, width);
  gint wide = MIN (second_size.natural, width);
  gint high = get_size (second, GTK_ORIENTATION_VERTICAL, wide).natural;
  gint first_high = height;

  if (beside > 0)
    {
      allocate (first, right_to_left ? width - beside : 0, 0, beside, height);
      allocate (second, right_to_left ? 0 : width - wide, 0, wide, high);
      return;
    }
  first_high = height - high - LINE_SPACING_PX;
  allocate (first, 0, 0, width, first_high);
  allocate (second, 0, first_high + LINE_SPACING_PX, width, high);
}

static GtkSizeRequestMode
annals_beside_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
annals_beside_dispose (GObject *object)
{
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (annals_beside_parent_class)->dispose (object);
}

static void
annals_beside_class_init (AnnalsBesideClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = annals_beside_dispose;
  widget_class->get_request_mode = annals_beside_get_request_mode;
  widget_class->measure = annals_beside_measure;
  widget_class->size_allocate = annals_beside_size_allocate;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
annals_beside_init (AnnalsBeside *self)
{
}
