/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "annals-date-row.h"
#include "annals-go-to-date.h"
#include "annals-names.h"

/* A small window with one row for a date. Enter goes there, Esc does not. */

struct _AnnalsGoToDate
{
  AdwWindow parent_instance;

  GtkWidget *go_button;
  AnnalsDateRow *row;
  GtkWidget *far_revealer;
  GtkLabel *far_label;

  AnnalsTimelineView *timeline; /* (nullable) once the window is closed */
};

G_DEFINE_FINAL_TYPE (AnnalsGoToDate, annals_go_to_date, ADW_TYPE_WINDOW)

enum
{
  SIGNAL_GONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
say_far (AnnalsGoToDate *self, AnnalsDate *date)
{
  g_autofree gchar *words = annals_date_dup_words (date, ANNALS_WORDS_LONG);
  /* Translators: said when somebody wants to see a date on the timeline that is so far from all
   * events that none of them could be seen together with it; %s is the date ("66 million BCE"). */
  g_autofree gchar *message = g_strdup_printf (_ ("%s is too far away from all events."), words);

  gtk_label_set_label (self->far_label, message);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->far_revealer), TRUE);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (gtk_editable_get_delegate (GTK_EDITABLE (self->row))),
      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, message, -1);
}

static void
go_cb (AnnalsGoToDate *self)
{
  g_autoptr (AnnalsDate) date = annals_date_row_dup_date (self->row);

  if (date == NULL || self->timeline == NULL)
    return;
  if (!annals_timeline_view_show_date (self->timeline, date))
    {
      say_far (self, date);
      return;
    }
  g_signal_emit (self, signals[SIGNAL_GONE], 0);
  gtk_window_close (GTK_WINDOW (self));
}

static void
date_cb (AnnalsGoToDate *self)
{
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->far_revealer), FALSE);
  gtk_widget_set_sensitive (self->go_button, annals_date_row_get_date (self->row) != NULL);
}

/* Earlier the window would not yet be one to those who hear it. */
static void
annals_go_to_date_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (annals_go_to_date_parent_class)->map (widget);
  gtk_widget_grab_focus (GTK_WIDGET (ANNALS_GO_TO_DATE (widget)->row));
}

static void
annals_go_to_date_dispose (GObject *object)
{
  g_clear_object (&ANNALS_GO_TO_DATE (object)->timeline);
  G_OBJECT_CLASS (annals_go_to_date_parent_class)->dispose (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, AnnalsGoToDate, name)

static void
annals_go_to_date_class_init (AnnalsGoToDateClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = annals_go_to_date_dispose;
  widget_class->map = annals_go_to_date_map;
  signals[SIGNAL_GONE] = g_signal_new ("gone", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (ANNALS_TYPE_DATE_ROW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/annals_app/Annals/ui/annals-go-to-date.ui");
  BIND (go_button);
  BIND (row);
  BIND (far_revealer);
  BIND (far_label);
  gtk_widget_class_bind_template_callback (widget_class, go_cb);
  gtk_widget_class_bind_template_callback (widget_class, date_cb);
}

static void
annals_go_to_date_init (AnnalsGoToDate *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  annals_names_set_inner (GTK_WIDGET (self), GTK_TYPE_LIST_BOX, _ ("Date"));
}

/**
 * annals_go_to_date_new:
 * @window: the window that the timeline is in
 * @timeline: what is to show the date
 *
 * Returns: (transfer none): a window above that one; it is its own owner, as all windows
 */
GtkWindow *
annals_go_to_date_new (GtkWindow *window, AnnalsTimelineView *timeline)
{
  AnnalsGoToDate *self;

  g_return_val_if_fail (ANNALS_IS_TIMELINE_VIEW (timeline), NULL);

  self = g_object_new (ANNALS_TYPE_GO_TO_DATE, "transient-for", window, NULL);
  self->timeline = g_object_ref (timeline);
  return GTK_WINDOW (self);
}
