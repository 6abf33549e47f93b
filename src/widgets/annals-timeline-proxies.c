/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annals-timeline-view-private.h"

/* The stand-ins that make what is drawn known to assistive tools: one for each event that is seen,
 * and after them those of the clusters. */

#define MAX_PROXIES 500
#define REST_MS 120

static gboolean
is_out_of_sight_cb (gpointer key, gpointer value, gpointer scene)
{
  return scene == NULL
         || annals_scene_find_hit (scene, annals_event_proxy_get_event (value)) == NULL;
}

/* The stand-in of an event stays the same for as long as the event can be seen. */
static GtkWidget *
ensure_proxy (AnnalsTimelineView *self, gint event)
{
  GtkWidget *proxy = g_hash_table_lookup (self->proxies, GINT_TO_POINTER (event));

  if (proxy == NULL)
    {
      proxy = annals_event_proxy_new ();
      gtk_widget_set_parent (proxy, GTK_WIDGET (self));
      g_hash_table_insert (self->proxies, GINT_TO_POINTER (event), proxy);
    }
  annals_event_proxy_set_event (ANNALS_EVENT_PROXY (proxy), self->selection, event);
  return proxy;
}

/* Assistive tools learn of a change when it has come to rest; they find events in drawing order. */
static gboolean
sync_proxies_cb (gpointer user_data)
{
  AnnalsTimelineView *self = user_data;
  AnnalsScene *scene = annals_timeline_view_get_scene (self);
  guint n_hits = scene != NULL ? MIN (annals_scene_get_n_hits (scene), MAX_PROXIES) : 0;
  GtkWidget *previous = self->empty;

  self->proxies_source = 0;
  g_hash_table_foreach_remove (self->proxies, is_out_of_sight_cb, scene);
  for (guint i = 0; i < n_hits; i++)
    {
      GtkWidget *proxy = ensure_proxy (self, annals_scene_get_hit (scene, i)->event);

      if (gtk_widget_get_prev_sibling (proxy) != previous)
        gtk_widget_insert_after (proxy, GTK_WIDGET (self), previous);
      previous = proxy;
    }
  annals_timeline_view_sync_clusters (self, previous);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  return G_SOURCE_REMOVE;
}

void
annals_timeline_view_create_proxies (AnnalsTimelineView *self)
{
  self->proxies = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) gtk_widget_unparent);
  self->cluster_proxies = g_ptr_array_new ();
}

void
annals_timeline_view_drop_proxies (AnnalsTimelineView *self)
{
  g_clear_handle_id (&self->proxies_source, g_source_remove);
  g_clear_pointer (&self->proxies, g_hash_table_unref);
  annals_timeline_view_drop_clusters (self);
}

/* Has the stand-ins be those of what is seen, soon. */
void
annals_timeline_view_sync_proxies (AnnalsTimelineView *self)
{
  if (self->proxies != NULL && self->proxies_source == 0)
    self->proxies_source = g_timeout_add (REST_MS, sync_proxies_cb, self);
}

static void
allocate_proxy (GtkWidget *proxy, const AnnalsRect *rect)
{
  GtkAllocation allocation = { (gint) rect->x, (gint) rect->y, MAX ((gint) rect->width, 1),
                               MAX ((gint) rect->height, 1) };

  gtk_widget_measure (proxy, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (proxy, &allocation, -1);
}

/* Between two such moments those that are no longer seen have no place. */
void
annals_timeline_view_allocate_proxies (AnnalsTimelineView *self)
{
  AnnalsScene *scene = annals_timeline_view_get_scene (self);
  GHashTableIter iter;
  gpointer proxy;

  g_hash_table_iter_init (&iter, self->proxies);
  while (g_hash_table_iter_next (&iter, NULL, &proxy))
    {
      gint event = annals_event_proxy_get_event (proxy);
      const AnnalsHit *hit = scene != NULL ? annals_scene_find_hit (scene, event) : NULL;

      gtk_widget_set_child_visible (proxy, hit != NULL);
      if (hit != NULL)
        allocate_proxy (proxy, &hit->mark);
    }
  annals_timeline_view_allocate_clusters (self);
}
