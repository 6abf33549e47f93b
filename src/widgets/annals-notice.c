/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annals-names.h"
#include "annals-notice.h"

/* A sentence and a button in a strip that slides in above a pane. */

struct _AnnalsNotice
{
  GtkWidget parent_instance;

  GtkWidget *revealer;
  GtkWidget *label;
  GtkWidget *bar;
  GtkWidget *button;
};

G_DEFINE_FINAL_TYPE (AnnalsNotice, annals_notice, GTK_TYPE_WIDGET)

static void
annals_notice_dispose (GObject *object)
{
  AnnalsNotice *self = ANNALS_NOTICE (object);

  g_clear_pointer (&self->revealer, gtk_widget_unparent);
  G_OBJECT_CLASS (annals_notice_parent_class)->dispose (object);
}

static void
annals_notice_class_init (AnnalsNoticeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = annals_notice_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "notice");
}

static void
annals_notice_init (AnnalsNotice *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->label = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0.0F);
  self->bar = gtk_progress_bar_new ();
  gtk_widget_set_visible (self->bar, FALSE);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (words), self->label);
  gtk_box_append (GTK_BOX (words), self->bar);
  self->button = gtk_button_new ();
  gtk_button_set_use_underline (GTK_BUTTON (self->button), TRUE);
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), self->button);

  self->revealer = gtk_revealer_new ();
  gtk_revealer_set_child (GTK_REVEALER (self->revealer), box);
  gtk_widget_set_parent (self->revealer, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * annals_notice_new:
 *
 * Returns: (transfer floating): a new notice, not revealed
 */
GtkWidget *
annals_notice_new (void)
{
  return g_object_new (ANNALS_TYPE_NOTICE, NULL);
}

/**
 * annals_notice_set_message:
 * @self: a notice
 * @message: a whole sentence, translated
 * @button_label: what the button does
 * @action_name: the action it activates
 *
 * Sets what the notice says and offers. It tells of no progress then.
 */
void
annals_notice_set_message (AnnalsNotice *self,
                           const gchar *message,
                           const gchar *button_label,
                           const gchar *action_name)
{
  g_return_if_fail (ANNALS_IS_NOTICE (self));

  gtk_label_set_label (GTK_LABEL (self->label), message);
  gtk_widget_set_visible (self->bar, FALSE);
  gtk_button_set_label (GTK_BUTTON (self->button), button_label);
  annals_names_set (self->button, NULL); /* or it would be read out twice */
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), action_name);
}

/**
 * annals_notice_set_fraction:
 * @self: a notice
 * @fraction: how much is done, from 0 to 1
 *
 * Shows how far something is that the notice tells of; as long as nothing is known of it, it does
 * not.
 */
void
annals_notice_set_fraction (AnnalsNotice *self, gdouble fraction)
{
  g_return_if_fail (ANNALS_IS_NOTICE (self));

  if (fraction <= 0.0)
    return;
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->bar), MIN (fraction, 1.0));
  gtk_widget_set_visible (self->bar, TRUE);
}

/**
 * annals_notice_set_revealed:
 * @self: a notice
 * @revealed: whether it is seen
 *
 * Shows or hides the notice.
 */
void
annals_notice_set_revealed (AnnalsNotice *self, gboolean revealed)
{
  g_return_if_fail (ANNALS_IS_NOTICE (self));

  gtk_widget_set_visible (GTK_WIDGET (self), revealed);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), revealed);
}
