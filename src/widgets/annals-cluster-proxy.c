/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annals-cluster.h"
#include "annals-timeline-view-private.h"

/* A stand-in for a cluster that the timeline draws: nothing to be seen, but assistive tools find a
 * list item there that says how many events it stands for, and when they begin. It can list them,
 * or zoom to them. */

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

static void
annals_cluster_proxy_class_init (AnnalsClusterProxyClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_widget_class_install_action (widget_class, "cluster.list", NULL, list_cb);
  gtk_widget_class_install_action (widget_class, "cluster.fit", NULL, fit_cb);
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
  return GTK_WIDGET (self);
}

void
annals_cluster_proxy_set_cluster (AnnalsClusterProxy *self, const AnnalsClusterHit *cluster)
{
  gboolean same = self->cluster.count == cluster->count && self->cluster.first == cluster->first
                  && self->cluster.last == cluster->last;
  g_autofree gchar *words = NULL;

  self->cluster = *cluster;
  if (same)
    return;
  words = annals_cluster_dup_words (cluster->count, cluster->first, cluster->last);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

/* Where it was drawn when it was set. */
const AnnalsRect *
annals_cluster_proxy_get_rect (AnnalsClusterProxy *self)
{
  return &self->cluster.mark;
}
