/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "annals-cluster.h"
#include "annals-timeline-view-private.h"

/* A stand-in for a cluster that the timeline draws: nothing to be seen, but assistive tools find a
 * list item there that says how many events it stands for, and when they begin. It can list them,
 * or zoom to them. With the keys one goes from one to the next (annals-timeline-cluster-keys.c). */

struct _AnnalsClusterProxy
{
  GtkWidget parent_instance;

  AnnalsTimelineView *view; /* not owned; it is the parent */
  AnnalsClusterHit cluster;
};

G_DEFINE_FINAL_TYPE (AnnalsClusterProxy, annals_cluster_proxy, GTK_TYPE_WIDGET)

static void
list_cb (GtkWidget *widget, const gchar *name, GVariant *parameter)
{
  AnnalsClusterProxy *self = ANNALS_CLUSTER_PROXY (widget);

  annals_timeline_view_list_cluster (self->view, &self->cluster);
}

static void
fit_cb (GtkWidget *widget, const gchar *name, GVariant *parameter)
{
  AnnalsClusterProxy *self = ANNALS_CLUSTER_PROXY (widget);

  annals_timeline_view_fit_cluster (self->view, &self->cluster);
}

static gboolean
step_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  gint dx;
  gint dy;

  g_variant_get (arguments, "(ii)", &dx, &dy);
  annals_timeline_view_step_cluster (ANNALS_CLUSTER_PROXY (widget)->view, dx, dy);
  return TRUE;
}

static gboolean
leave_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  gtk_widget_grab_focus (GTK_WIDGET (ANNALS_CLUSTER_PROXY (widget)->view));
  return TRUE;
}

/* The ring is part of the picture. */
static void
focus_cb (AnnalsClusterProxy *self)
{
  annals_timeline_view_invalidate (self->view);
}

static void
install_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    gint dx;
    gint dy;
  } steps[] = {
    { GDK_KEY_Left, -1, 0 },
    { GDK_KEY_Right, 1, 0 },
    { GDK_KEY_Up, 0, -1 },
    { GDK_KEY_Down, 0, 1 },
  };
  static const struct
  {
    guint key;
    const gchar *action;
  } keys[] = {
    { GDK_KEY_Return, "cluster.list" },    { GDK_KEY_KP_Enter, "cluster.list" },
    { GDK_KEY_ISO_Enter, "cluster.list" }, { GDK_KEY_space, "cluster.fit" },
    { GDK_KEY_KP_Space, "cluster.fit" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    gtk_widget_class_add_binding (widget_class, steps[i].key, 0, step_cb, "(ii)", steps[i].dx,
                                  steps[i].dy);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, 0, keys[i].action, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, leave_cb, NULL);
}

static void
annals_cluster_proxy_class_init (AnnalsClusterProxyClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_widget_class_install_action (widget_class, "cluster.list", NULL, list_cb);
  gtk_widget_class_install_action (widget_class, "cluster.fit", NULL, fit_cb);
  install_keys (widget_class);
}

static void
annals_cluster_proxy_init (AnnalsClusterProxy *self)
{
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

GtkWidget *
annals_cluster_proxy_new (AnnalsTimelineView *view)
{
  AnnalsClusterProxy *self = g_object_new (ANNALS_TYPE_CLUSTER_PROXY, NULL);

  self->view = view;
  g_signal_connect (self, "notify::has-focus", G_CALLBACK (focus_cb), NULL);
  return GTK_WIDGET (self);
}

void
annals_cluster_proxy_set_cluster (AnnalsClusterProxy *self,
                                  const AnnalsClusterHit *cluster,
                                  const gchar *lane)
{
  gboolean same = self->cluster.count == cluster->count && self->cluster.first == cluster->first
                  && self->cluster.last == cluster->last && self->cluster.lane == cluster->lane;
  g_autofree gchar *words = NULL;
  g_autofree gchar *hint = NULL;

  self->cluster = *cluster;
  if (same)
    return;
  words = annals_cluster_dup_words (cluster->count, cluster->first, cluster->last);
  /* Translators: read out after how many events a mark on the timeline stands for; %s is the name
   * of a lane. */
  hint = g_strdup_printf (_ ("In the lane %s. Enter lists these events, Space shows them apart."),
                          lane);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, hint, -1);
}

/* What it stands for, as it was drawn when that was set. */
const AnnalsClusterHit *
annals_cluster_proxy_get_cluster (AnnalsClusterProxy *self)
{
  return &self->cluster;
}
