/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>

#include "annals-welcome.h"

/* A window without a document says what can be done about it. The words are in the template. */

struct _AnnalsWelcome
{
  GtkWidget parent_instance;

  GtkWidget *page;
  GtkWidget *open_button;
};

G_DEFINE_FINAL_TYPE (AnnalsWelcome, annals_welcome, GTK_TYPE_WIDGET)

static void
annals_welcome_dispose (GObject *object)
{
  g_clear_pointer (&ANNALS_WELCOME (object)->page, gtk_widget_unparent);
  G_OBJECT_CLASS (annals_welcome_parent_class)->dispose (object);
}

static gboolean
annals_welcome_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (ANNALS_WELCOME (widget)->open_button);
}

static void
annals_welcome_class_init (AnnalsWelcomeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = annals_welcome_dispose;
  widget_class->grab_focus = annals_welcome_grab_focus;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "welcome");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/annals_app/Annals/ui/annals-welcome.ui");
  gtk_widget_class_bind_template_child (widget_class, AnnalsWelcome, page);
  gtk_widget_class_bind_template_child (widget_class, AnnalsWelcome, open_button);
}

static void
annals_welcome_init (AnnalsWelcome *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * annals_welcome_new:
 *
 * Returns: (transfer floating): a new page for an empty window
 */
GtkWidget *
annals_welcome_new (void)
{
  return g_object_new (ANNALS_TYPE_WELCOME, NULL);
}
