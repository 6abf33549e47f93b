/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annals-rendered-events.h"

/* Which events an export shows, on which of its pages, and where. */

/* What is gathered of a page. */
typedef struct
{
  const AnnalsLayout *layout;
  GArray *events;
  GHashTable *known;
  guint page;
  const AnnalsClusterHit *cluster;
  gboolean leads; /* nothing of the cluster has been gathered yet */
} Gathering;

static void
gather_event (Gathering *gathering, guint event, const AnnalsRect *rect)
{
  AnnalsRenderedEvent rendered = { event, gathering->page, *rect, gathering->leads };

  if (!g_hash_table_add (gathering->known, GUINT_TO_POINTER (event)))
    return;
  g_array_append_val (gathering->events, rendered);
  gathering->leads = FALSE;
}

static gboolean
gather_folded_cb (const AnnalsIndexEntry *entry, gpointer user_data)
{
  Gathering *gathering = user_data;

  if (entry->begin >= gathering->cluster->first
      && annals_layout_find_shown (gathering->layout, entry->event) == NULL)
    gather_event (gathering, entry->event, &gathering->cluster->mark);
  return TRUE;
}

static gint
compare_rendered (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const AnnalsRenderedEvent *first = a;
  const AnnalsRenderedEvent *second = b;
  AnnalsDocument *document = user_data;
  const AnnalsEvent *first_event = annals_document_get_event (document, first->event);
  const AnnalsEvent *second_event = annals_document_get_event (document, second->event);
  gint order = (first->page > second->page) - (first->page < second->page);

  if (order == 0)
    order = annals_span_compare (annals_date_get_span (annals_event_get_drawn_date (first_event)),
                                 annals_date_get_span (annals_event_get_drawn_date (second_event)));
  return order != 0 ? order : (first->event > second->event) - (first->event < second->event);
}

/* Which events are on the pages, and where first, those that clusters stand for included: of each
 * there is evidence. */
void
annals_rendered_events_gather (const GPtrArray *scenes,
                               AnnalsLayout *layout,
                               AnnalsDocument *document,
                               GArray *events)
{
  g_autoptr (GHashTable) known = g_hash_table_new (NULL, NULL);

  for (guint page = 0; page < scenes->len; page++)
    {
      const AnnalsScene *scene = scenes->pdata[page];
      Gathering gathering = { .layout = layout, .events = events, .known = known, .page = page };

      for (guint i = 0; i < annals_scene_get_n_hits (scene); i++)
        {
          const AnnalsHit *hit = annals_scene_get_hit (scene, i);

          gather_event (&gathering, (guint) hit->event, &hit->mark);
        }
      for (guint i = 0; i < annals_scene_get_n_clusters (scene); i++)
        {
          gathering.cluster = annals_scene_get_cluster (scene, i);
          gathering.leads = TRUE;
          annals_index_foreach (annals_layout_get_index (layout), gathering.cluster->lane,
                                gathering.cluster->first, gathering.cluster->last, gather_folded_cb,
                                &gathering);
        }
    }
  g_array_sort_with_data (events, compare_rendered, document);
}
