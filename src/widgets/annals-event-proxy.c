/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annals-names.h"
#include "annals-timeline-view-private.h"

/* A stand-in for an event that the timeline draws: nothing to be seen, but assistive tools find a
 * list item there, with its name, and can activate it. */

struct _AnnalsEventProxy
{
  GtkWidget parent_instance;

  AnnalsSelection *selection; /* not owned; the view that owns the proxy owns it */
  gint event;
  AnnalsWhere where; /* the text that its name is about */
};

G_DEFINE_FINAL_TYPE (AnnalsEventProxy, annals_event_proxy, GTK_TYPE_WIDGET)

static void
activate_cb (GtkWidget *widget, const gchar *name, GVariant *parameter)
{
  AnnalsEventProxy *self = ANNALS_EVENT_PROXY (widget);

  if (self->selection != NULL)
    annals_selection_select (self->selection, self->event, -1);
}

static void
annals_event_proxy_class_init (AnnalsEventProxyClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_widget_class_install_action (widget_class, "event.activate", NULL, activate_cb);
}

static void
annals_event_proxy_init (AnnalsEventProxy *self)
{
  self->event = ANNALS_NO_EVENT;
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

GtkWidget *
annals_event_proxy_new (void)
{
  return g_object_new (ANNALS_TYPE_EVENT_PROXY, NULL);
}

void
annals_event_proxy_set_event (AnnalsEventProxy *self, AnnalsSelection *selection, gint event)
{
  AnnalsWhere where;
  g_autofree gchar *name = NULL;
  g_autofree gchar *record = NULL;
  const AnnalsEvent *of;

  if (selection == NULL || event < 0)
    return;
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED,
                               annals_selection_get_event (selection) == event, -1);
  where = annals_selection_get_where (selection);
  if (self->event == event && self->selection == selection && self->where == where)
    return;
  self->selection = selection;
  self->event = event;
  self->where = where;
  of = annals_document_get_event (annals_selection_get_document (selection), (guint) event);
  name = annals_names_dup_event (of, where);
  record = annals_names_dup_record (of);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (record != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    record, -1);
  else
    gtk_accessible_reset_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

gint
annals_event_proxy_get_event (AnnalsEventProxy *self)
{
  return self->event;
}
