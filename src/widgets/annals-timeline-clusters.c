/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "annals-cluster.h"
#include "annals-timeline-view-private.h"

/* What can be done with a cluster, which stands for events that are too close together to be shown
 * apart: a double click zooms until it fills half of the width; when no zoom can take it apart its
 * events are listed, and so they are on demand. */

#define FILLED 2.0
#define MOST_STEPS 8
#define MOST_ZOOM_A_STEP 1e4
#define MOST_PROXIES 300

const AnnalsClusterHit *
annals_timeline_view_pick_cluster (AnnalsTimelineView *self, gdouble x, gdouble y, gdouble slop_px)
{
  AnnalsScene *scene = annals_timeline_view_get_scene (self);

  if (scene == NULL || y >= annals_timeline_view_get_main_height (self))
    return NULL;
  return annals_scene_pick_cluster (scene, x, y, slop_px);
}

/* Leaves only the events of that time and lane in the list, and shows it. */
void
annals_timeline_view_list_cluster (AnnalsTimelineView *self, const AnnalsClusterHit *cluster)
{
  AnnalsTimeFilter *filter = annals_selection_get_time_filter (self->selection);

  annals_time_filter_set_within (filter, ANNALS_WITHIN_OVERLAPPING);
  annals_time_filter_set_range (filter, cluster->first, cluster->last);
  annals_timeline_view_say_time_filter (self);
  gtk_widget_activate_action (
      GTK_WIDGET (self), "win.list-lane", "s",
      annals_document_get_lane (annals_selection_get_document (self->selection), cluster->lane)
          ->id);
}

/* In steps, so that a place that is very far in is met exactly. */
static void
zoom_to (AnnalsScale *scale, AnnalsInstant first, AnnalsInstant last)
{
  gdouble middle_px = scale->x_px + scale->width_px / 2.0;

  for (guint i = 0; i < MOST_STEPS; i++)
    {
      gdouble x0 = annals_scale_get_x (scale, first);
      gdouble x1 = annals_scale_get_x (scale, last);
      gdouble factor = scale->width_px / FILLED / MAX (x1 - x0, 1e-6);

      annals_scale_pan (scale, middle_px - (x0 + x1) / 2.0);
      if (fabs (factor - 1.0) < 0.01)
        return;
      annals_scale_zoom (scale, MIN (factor, MOST_ZOOM_A_STEP), middle_px);
    }
}

/* Zooms to what the cluster stands for, or lists it when that is all in one second. */
void
annals_timeline_view_fit_cluster (AnnalsTimelineView *self, const AnnalsClusterHit *cluster)
{
  AnnalsClusterHit wanted = *cluster;
  AnnalsScale scale = self->scale;

  if (self->layout == NULL)
    return;
  if (wanted.first == wanted.last || annals_instant_is_open (wanted.first))
    {
      annals_timeline_view_list_cluster (self, &wanted);
      return;
    }
  self->shows_all = FALSE;
  annals_timeline_view_hover_cluster (self, NULL);
  zoom_to (&scale, wanted.first, wanted.last);
  annals_timeline_view_move_to (self, &scale, TRUE);
  annals_timeline_view_note_zoom (self);
  annals_timeline_view_say_range (self);
}

gboolean
annals_timeline_view_explain_cluster (AnnalsTimelineView *self,
                                      gdouble x,
                                      gdouble y,
                                      GtkTooltip *tooltip)
{
  const AnnalsClusterHit *cluster = annals_timeline_view_pick_cluster (self, x, y,
                                                                       ANNALS_CLUSTER_SLOP_PX);
  g_autofree gchar *words = NULL;
  g_autofree gchar *text = NULL;
  GdkRectangle area;

  if (cluster == NULL)
    return FALSE;
  words = annals_cluster_dup_words (cluster->count, cluster->first, cluster->last);
  /* Translators: the tooltip of a mark on the timeline that stands for many events; %s is how many
   * and when, such as "7 events, 1973 to 1974". The second line is what to do to see them. */
  text = g_strdup_printf (_ ("%s\nDouble-click to see them apart"), words);
  gtk_tooltip_set_text (tooltip, text);
  area = (GdkRectangle){ (gint) cluster->mark.x, (gint) cluster->mark.y,
                         MAX ((gint) cluster->mark.width, 1), (gint) cluster->mark.height };
  gtk_tooltip_set_tip_area (tooltip, &area);
  return TRUE;
}

/* Clusters follow the events, in the order in which they are drawn; stand-ins are used again. */
void
annals_timeline_view_sync_clusters (AnnalsTimelineView *self, GtkWidget *previous)
{
  AnnalsScene *scene = annals_timeline_view_get_scene (self);
  guint n = scene != NULL ? MIN (annals_scene_get_n_clusters (scene), MOST_PROXIES) : 0;
  gboolean had_focus = annals_timeline_view_has_cluster_focus (self);

  while (self->cluster_proxies->len > n)
    {
      gtk_widget_unparent (self->cluster_proxies->pdata[self->cluster_proxies->len - 1]);
      g_ptr_array_set_size (self->cluster_proxies, (gint) self->cluster_proxies->len - 1);
    }
  for (guint i = 0; i < n; i++)
    {
      GtkWidget *proxy;

      if (i == self->cluster_proxies->len)
        {
          g_ptr_array_add (self->cluster_proxies, annals_cluster_proxy_new (self));
          gtk_widget_set_parent (self->cluster_proxies->pdata[i], GTK_WIDGET (self));
        }
      proxy = self->cluster_proxies->pdata[i];
      annals_cluster_proxy_set_cluster (
          ANNALS_CLUSTER_PROXY (proxy), annals_scene_get_cluster (scene, i),
          annals_layout_get_lane (self->layout, annals_scene_get_cluster (scene, i)->lane)->label);
      if (gtk_widget_get_prev_sibling (proxy) != previous)
        gtk_widget_insert_after (proxy, GTK_WIDGET (self), previous);
      previous = proxy;
    }
  annals_timeline_view_choose_cluster (self, had_focus);
}

void
annals_timeline_view_allocate_clusters (AnnalsTimelineView *self)
{
  for (guint i = 0; i < self->cluster_proxies->len; i++)
    {
      GtkWidget *proxy = self->cluster_proxies->pdata[i];
      const AnnalsRect *rect
          = &annals_cluster_proxy_get_cluster (ANNALS_CLUSTER_PROXY (proxy))->mark;
      GtkAllocation allocation = { (gint) rect->x, (gint) rect->y, MAX ((gint) rect->width, 1),
                                   MAX ((gint) rect->height, 1) };

      gtk_widget_measure (proxy, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
      gtk_widget_size_allocate (proxy, &allocation, -1);
    }
}

void
annals_timeline_view_drop_clusters (AnnalsTimelineView *self)
{
  for (guint i = 0; i < self->cluster_proxies->len; i++)
    gtk_widget_unparent (self->cluster_proxies->pdata[i]);
  g_ptr_array_set_size (self->cluster_proxies, 0);
}
