/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "annals-export-preview.h"

/* The canvas of an export with what is said about it: its size, its pages, what is wrong. */

#define PALE 0.25

struct _AnnalsExportPreview
{
  GtkWidget parent_instance;

  AnnalsExportCanvas *canvas;
  GtkWidget *problem_box;
  GtkLabel *problem_label;
  GtkWidget *pager;
  GtkWidget *previous_button;
  GtkWidget *next_button;
  GtkLabel *page_label;
  GtkLabel *caption_label;

  gboolean has_order; /* the order set last is what is asked for */
  gboolean ready;
};

G_DEFINE_FINAL_TYPE (AnnalsExportPreview, annals_export_preview, GTK_TYPE_WIDGET)

enum
{
  PROP_READY = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
set_ready (AnnalsExportPreview *self, gboolean ready)
{
  if (self->ready == ready)
    return;
  self->ready = ready;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READY]);
}

static void
show_problem (AnnalsExportPreview *self, const gchar *message)
{
  gtk_label_set_label (self->problem_label, message != NULL ? message : "");
  gtk_widget_set_visible (self->problem_box, message != NULL);
  gtk_widget_set_opacity (GTK_WIDGET (self->canvas), message != NULL ? PALE : 1.0);
  if (message != NULL)
    {
      gtk_label_set_label (self->caption_label, "");
      gtk_widget_set_visible (self->pager, FALSE);
    }
}

static void
update_pager (AnnalsExportPreview *self)
{
  guint n_pages = annals_export_canvas_get_n_pages (self->canvas);
  guint page = annals_export_canvas_get_page (self->canvas);
  /* Translators: the number of a page, and how many there are. */
  g_autofree gchar *words = g_strdup_printf (_ ("Page %u of %u"), page + 1, n_pages);

  gtk_label_set_label (self->page_label, words);
  gtk_widget_set_visible (self->pager, n_pages > 1);
  gtk_widget_set_sensitive (self->previous_button, page > 0);
  gtk_widget_set_sensitive (self->next_button, page + 1 < n_pages);
}

/* Says the size; and when the text had to be made smaller, that too. */
static void
update_caption (AnnalsExportPreview *self)
{
  const AnnalsExportOrder *order = annals_export_canvas_get_order (self->canvas);
  gdouble text_scale = annals_export_canvas_get_text_scale (self->canvas);
  gdouble width_px = 0.0;
  gdouble height_px = 0.0;
  g_autofree gchar *caption = NULL;
  g_autofree gchar *whole = NULL;

  annals_export_canvas_get_size (self->canvas, &width_px, &height_px);
  caption = annals_export_preview_dup_caption (order, width_px, height_px);
  if (text_scale < 0.995)
    /* Translators: the size and the kind of a picture, and below by how much its text is reduced so
     * that all lanes fit, such as “70 %”. */
    whole = g_strdup_printf (_ ("%s\nText at %.0f %% of its size, so that all fits"), caption,
                             text_scale * 100.0);
  gtk_label_set_label (self->caption_label, whole != NULL ? whole : caption);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->canvas),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  whole != NULL ? whole : caption, -1);
}

static void
rendered_cb (AnnalsExportPreview *self)
{
  const GError *error = annals_export_canvas_get_error (self->canvas);

  if (!self->has_order)
    return;
  show_problem (self, error != NULL ? error->message : NULL);
  if (error == NULL)
    {
      update_caption (self);
      update_pager (self);
    }
  set_ready (self, error == NULL);
}

static void
previous_cb (AnnalsExportPreview *self)
{
  guint page = annals_export_canvas_get_page (self->canvas);

  if (page > 0)
    annals_export_canvas_set_page (self->canvas, page - 1);
}

static void
next_cb (AnnalsExportPreview *self)
{
  guint page = annals_export_canvas_get_page (self->canvas);

  if (page + 1 < annals_export_canvas_get_n_pages (self->canvas))
    annals_export_canvas_set_page (self->canvas, page + 1);
}

static void
annals_export_preview_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_READY)
    g_value_set_boolean (value, ANNALS_EXPORT_PREVIEW (object)->ready);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
annals_export_preview_dispose (GObject *object)
{
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (annals_export_preview_parent_class)->dispose (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, AnnalsExportPreview, name)

static void
annals_export_preview_class_init (AnnalsExportPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = annals_export_preview_dispose;
  G_OBJECT_CLASS (klass)->get_property = annals_export_preview_get_property;
  properties[PROP_READY] = g_param_spec_boolean ("ready", NULL, NULL, TRUE,
                                                 G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);

  g_type_ensure (ANNALS_TYPE_EXPORT_CANVAS);
  gtk_widget_class_set_css_name (widget_class, "exportpreview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/annals_app/Annals/ui/annals-export-preview.ui");
  BIND (canvas);
  BIND (problem_box);
  BIND (problem_label);
  BIND (pager);
  BIND (previous_button);
  BIND (next_button);
  BIND (page_label);
  BIND (caption_label);
  gtk_widget_class_bind_template_callback (widget_class, rendered_cb);
  gtk_widget_class_bind_template_callback (widget_class, previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
}

static void
annals_export_preview_init (AnnalsExportPreview *self)
{
  self->ready = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * annals_export_preview_new:
 *
 * Returns: (transfer floating): a preview without a picture
 */
GtkWidget *
annals_export_preview_new (void)
{
  return g_object_new (ANNALS_TYPE_EXPORT_PREVIEW, NULL);
}

/**
 * annals_export_preview_set_order:
 * @self: a preview
 * @order: what is to be shown
 *
 * Shows an export soon.
 */
void
annals_export_preview_set_order (AnnalsExportPreview *self, AnnalsExportOrder *order)
{
  g_return_if_fail (ANNALS_IS_EXPORT_PREVIEW (self));

  self->has_order = TRUE;
  annals_export_canvas_set_order (self->canvas, order);
}

/**
 * annals_export_preview_set_problem:
 * @self: a preview
 * @message: a sentence
 *
 * Says why what is asked for makes no picture.
 */
void
annals_export_preview_set_problem (AnnalsExportPreview *self, const gchar *message)
{
  g_return_if_fail (ANNALS_IS_EXPORT_PREVIEW (self));

  self->has_order = FALSE;
  show_problem (self, message);
  set_ready (self, FALSE);
}

/**
 * annals_export_preview_is_ready:
 * @self: a preview
 *
 * Returns: whether nothing is known to be wrong with what was set
 */
gboolean
annals_export_preview_is_ready (AnnalsExportPreview *self)
{
  g_return_val_if_fail (ANNALS_IS_EXPORT_PREVIEW (self), FALSE);

  return self->ready;
}

/**
 * annals_export_preview_get_problem:
 * @self: a preview
 *
 * Returns: (transfer none) (nullable): what is said to be wrong, or %NULL
 */
const gchar *
annals_export_preview_get_problem (AnnalsExportPreview *self)
{
  g_return_val_if_fail (ANNALS_IS_EXPORT_PREVIEW (self), NULL);

  return gtk_widget_get_visible (self->problem_box) ? gtk_label_get_label (self->problem_label)
                                                    : NULL;
}

/**
 * annals_export_preview_get_canvas:
 * @self: a preview
 *
 * Returns: (transfer none): what draws the pages
 */
AnnalsExportCanvas *
annals_export_preview_get_canvas (AnnalsExportPreview *self)
{
  g_return_val_if_fail (ANNALS_IS_EXPORT_PREVIEW (self), NULL);

  return self->canvas;
}

/**
 * annals_export_preview_dup_caption:
 * @order: what is exported
 * @width_px: its width in CSS pixels
 * @height_px: its height
 *
 * Returns: (transfer full): how large it becomes, and what kind of file
 */
gchar *
annals_export_preview_dup_caption (const AnnalsExportOrder *order,
                                   gdouble width_px,
                                   gdouble height_px)
{
  const AnnalsExportOptions *options = &order->options;
  gdouble width_mm = annals_unit_from_px (ANNALS_UNIT_MM, width_px);
  gdouble height_mm = annals_unit_from_px (ANNALS_UNIT_MM, height_px);

  if (order->printing)
    /* Translators: the width and the height of a page, in millimetres. */
    return g_strdup_printf (_ ("%.0f × %.0f mm within the margins"), width_mm, height_mm);
  if (options->format == ANNALS_EXPORT_PDF)
    /* Translators: the width and the height of a page, in millimetres. */
    return g_strdup_printf (_ ("PDF, %.0f × %.0f mm"), width_mm, height_mm);
  if (options->format == ANNALS_EXPORT_SVG)
    /* Translators: the width and the height of a picture. */
    return g_strdup_printf (_ ("SVG, %.0f × %.0f pixels at any scale"), width_px, height_px);
  /* Translators: the width and the height of a picture. */
  return g_strdup_printf (_ ("PNG, %.0f × %.0f pixels"), round (width_px * options->scale),
                          round (height_px * options->scale));
}
