/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>

#include "annals-timeline-view-private.h"

/* Clusters by the keys. One of their stand-ins at a time can have the focus, so that Tab does not
 * lead through all of them: the arrow keys go from one to the next in time, and to the lanes above
 * and below. When the picture has become another, the focus stays with the same cluster or goes to
 * the one of its lane that is nearest; when the lane has none left, to the timeline. */

#define LANE_WEIGHT 1e6 /* another lane is further away than anything in this one */

static GtkWidget *
get_proxy (AnnalsTimelineView *self, guint index)
{
  return self->cluster_proxies->pdata[index];
}

static const AnnalsClusterHit *
get_cluster (AnnalsTimelineView *self, guint index)
{
  return annals_cluster_proxy_get_cluster (ANNALS_CLUSTER_PROXY (get_proxy (self, index)));
}

static gdouble
get_middle_x (const AnnalsClusterHit *cluster)
{
  return cluster->mark.x + cluster->mark.width / 2.0;
}

/* The place of the stand-in that has the focus, or how many there are. */
static guint
find_focus (AnnalsTimelineView *self)
{
  guint i = 0;

  while (i < self->cluster_proxies->len && !gtk_widget_is_focus (get_proxy (self, i)))
    i++;
  return i;
}

static gboolean
is_remembered (AnnalsTimelineView *self, const AnnalsClusterHit *cluster)
{
  return cluster->lane == self->cluster_key.lane && cluster->cell == self->cluster_key.cell;
}

/* How far a cluster is from what is remembered, or from the middle of the view. */
static gdouble
get_distance (AnnalsTimelineView *self, const AnnalsClusterHit *cluster)
{
  gdouble wanted = self->cluster_remembered
                       ? annals_scale_get_x (&self->scale, self->cluster_instant)
                       : self->scale.x_px + self->scale.width_px / 2.0;
  gboolean elsewhere = self->cluster_remembered && cluster->lane != self->cluster_key.lane;

  if (self->cluster_remembered && is_remembered (self, cluster))
    return -1.0;
  return fabs (get_middle_x (cluster) - wanted) + (elsewhere ? LANE_WEIGHT : 0.0);
}

static void
remember (AnnalsTimelineView *self, guint index)
{
  const AnnalsClusterHit *cluster = get_cluster (self, index);

  self->cluster_remembered = TRUE;
  self->cluster_key = (AnnalsClusterKey){ cluster->lane, cluster->cell };
  self->cluster_instant = annals_scale_get_instant (&self->scale, get_middle_x (cluster));
}

static void
make_focusable (AnnalsTimelineView *self, guint index)
{
  for (guint i = 0; i < self->cluster_proxies->len; i++)
    gtk_widget_set_focusable (get_proxy (self, i), i == index);
}

/* The picture is drawn anew only when it has become another, or it would never rest. */
static void
focus (AnnalsTimelineView *self, guint index)
{
  gboolean same = self->cluster_remembered && is_remembered (self, get_cluster (self, index));

  remember (self, index);
  gtk_widget_set_focusable (get_proxy (self, index), TRUE);
  if (!gtk_widget_is_focus (get_proxy (self, index)))
    gtk_widget_grab_focus (get_proxy (self, index));
  make_focusable (self, index);
  if (!same)
    annals_timeline_view_invalidate (self);
}

static guint
find_nearest (AnnalsTimelineView *self)
{
  guint nearest = 0;

  for (guint i = 1; i < self->cluster_proxies->len; i++)
    if (get_distance (self, get_cluster (self, i))
        < get_distance (self, get_cluster (self, nearest)))
      nearest = i;
  return nearest;
}

/* Tells whether a cluster has the focus, before the stand-ins change. */
gboolean
annals_timeline_view_has_cluster_focus (AnnalsTimelineView *self)
{
  return find_focus (self) < self->cluster_proxies->len;
}

/* The stand-ins are others: the focus goes where it belongs. */
void
annals_timeline_view_choose_cluster (AnnalsTimelineView *self, gboolean had_focus)
{
  guint nearest = find_nearest (self);
  gboolean found = self->cluster_proxies->len > 0
                   && (!self->cluster_remembered
                       || get_cluster (self, nearest)->lane == self->cluster_key.lane);

  if (!had_focus)
    {
      make_focusable (self, nearest);
      return;
    }
  if (found)
    focus (self, nearest);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

/* What the picture has to show as having the keys. */
const AnnalsClusterKey *
annals_timeline_view_get_focused_cluster (AnnalsTimelineView *self)
{
  guint index = find_focus (self);

  return index < self->cluster_proxies->len
                 && gtk_widget_has_visible_focus (get_proxy (self, index))
             ? &self->cluster_key
             : NULL;
}

/* The next one of the lane in time, or the nearest one in the next lane up or down that has any. */
static gint
find_beside (AnnalsTimelineView *self, guint from, gint dx, gint dy)
{
  const AnnalsClusterHit *start = get_cluster (self, from);
  gdouble least = G_MAXDOUBLE;
  gint found = -1;

  for (guint i = 0; i < self->cluster_proxies->len; i++)
    {
      const AnnalsClusterHit *cluster = get_cluster (self, i);
      gdouble way_x = get_middle_x (cluster) - get_middle_x (start);
      gdouble way_y = cluster->mark.y - start->mark.y;
      gdouble distance = fabs (way_x) + fabs (way_y) * LANE_WEIGHT;

      if (i == from || (dx != 0 && (cluster->lane != start->lane || way_x * dx <= 0.0))
          || (dy != 0 && way_y * dy <= 1.0) || distance >= least)
        continue;
      least = distance;
      found = (gint) i;
    }
  return found;
}

/* Moves the focus; at the edge of what is shown, the picture goes on. */
void
annals_timeline_view_step_cluster (AnnalsTimelineView *self, gint dx, gint dy)
{
  guint from = find_focus (self);
  gint beside;

  if (from >= self->cluster_proxies->len)
    return;
  beside = find_beside (self, from, dx, dy);
  if (beside >= 0)
    focus (self, (guint) beside);
  else if (dx != 0)
    annals_timeline_view_pan_eased (self, -dx * self->scale.width_px / 2.0);
}

/* Takes the keys to the cluster that had them last, else to the one nearest to the middle. */
static void
focus_clusters_cb (GtkWidget *widget, const gchar *name, GVariant *parameter)
{
  AnnalsTimelineView *self = ANNALS_TIMELINE_VIEW (widget);

  if (self->cluster_proxies->len > 0)
    focus (self, find_nearest (self));
}

void
annals_timeline_view_install_cluster_keys (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "timeline.focus-clusters", NULL,
                                   focus_clusters_cb);
}

/* The cluster at a place of the picture has a ring for as long as the pointer is there. */
void
annals_timeline_view_hover_cluster (AnnalsTimelineView *self, const AnnalsClusterHit *cluster)
{
  gboolean same = cluster != NULL ? self->cluster_hovered && cluster->lane == self->hovered_key.lane
                                        && cluster->cell == self->hovered_key.cell
                                  : !self->cluster_hovered;

  if (same)
    return;
  self->cluster_hovered = cluster != NULL;
  if (cluster != NULL)
    self->hovered_key = (AnnalsClusterKey){ cluster->lane, cluster->cell };
  annals_timeline_view_invalidate (self);
}
