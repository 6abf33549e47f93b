/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annals-layout-private.h"

/* Which events are shown: all of lanes with few; of the others what annals-detail.c finds for the
 * bins of a window. The window grows while one pans; it is chosen anew when the level of detail
 * changes. What was shown and still is keeps what is known of it, its row above all.
 *
 * Each lane has a window of its own. At rest it is chosen for all lanes; while the picture moves
 * only for those in sight, and the others are left as they are, or without anything, until they
 * come in sight or the motion rests. */

/* With more events than that the window is chosen anew round what can be seen. */
#define MOST_SHOWN 6000
#define MOST_CLUSTERS 12000

/* So many events are looked through for one that is left of a cluster. */
#define MOST_LOOKED_AT 64

/* So many bins are added at a time. */
#define BINS_AHEAD 2

static gint
compare_events (gconstpointer a, gconstpointer b)
{
  const AnnalsLayoutEvent *first = a;
  const AnnalsLayoutEvent *second = b;
  gint order;

  if (first->date != NULL && second->date != NULL)
    order = annals_span_compare (annals_date_get_span (first->date),
                                 annals_date_get_span (second->date));
  else if (first->begin != second->begin)
    order = first->begin < second->begin ? -1 : 1;
  else
    order = (first->end > second->end) - (first->end < second->end);
  return order != 0 ? order : (first->index > second->index) - (first->index < second->index);
}

static void
note_places (AnnalsLayout *layout)
{
  annals_places_empty (&layout->by_event);
  for (guint i = 0; i < layout->events->len; i++)
    annals_places_enter (&layout->by_event, ANNALS_LAYOUT_EVENT (layout, i)->index, i);
  annals_layout_note_shown (layout);
}

/* Shows an event; when it is shown already, it stays what it is. What is known of it goes over from
 * @ready, if there is that. */
static void
show (AnnalsLayout *layout, const AnnalsIndexEntry *entry, AnnalsLayoutEvent *ready, gboolean extra)
{
  AnnalsLayoutEvent *event;
  guint place;

  if (!annals_places_find (&layout->by_event, entry->event, &place))
    {
      AnnalsLayoutEvent fresh;

      if (ready != NULL)
        {
          fresh = *ready;
          ready->own_label = ready->note = NULL;
        }
      else
        annals_layout_fill_event (layout, entry, &fresh);
      fresh.extra = extra;
      place = layout->events->len;
      g_array_append_val (layout->events, fresh);
      annals_places_enter (&layout->by_event, entry->event, place);
    }
  event = ANNALS_LAYOUT_EVENT (layout, place);
  event->extra = extra && (event->extra || event->stamp != layout->stamp);
  event->stamp = layout->stamp;
}

static void
show_found (AnnalsLayout *layout, gboolean extra)
{
  for (guint i = 0; i < layout->found->len; i++)
    show (layout, &g_array_index (layout->found, AnnalsIndexEntry, i), NULL, extra);
  g_array_set_size (layout->found, 0);
}

static void
show_chosen (AnnalsLayout *layout, GArray *chosen, gboolean extra)
{
  for (guint i = 0; i < chosen->len; i++)
    {
      AnnalsChosen *of = &g_array_index (chosen, AnnalsChosen, i);

      show (layout, &of->entry, of->is_ready ? &of->event : NULL, extra);
    }
}

/* Shows all that a choice has found. */
static void
take (AnnalsLayout *layout, AnnalsLayoutChoice *choice)
{
  annals_layout_choice_advance (layout, choice, 1.0);
  show_chosen (layout, choice->shown, FALSE);
  show_chosen (layout, choice->context, TRUE);
  g_array_append_vals (layout->clusters, choice->clusters->data, choice->clusters->len);
  choice->started = FALSE;
}

/* Drops what the last choice did not find again. */
static void
drop_others (AnnalsLayout *layout)
{
  guint n = 0;

  for (guint i = 0; i < layout->events->len; i++)
    {
      AnnalsLayoutEvent *event = ANNALS_LAYOUT_EVENT (layout, i);

      if (ANNALS_LAYOUT_LANE (layout, event->lane)->folds && event->stamp != layout->stamp)
        {
          event->extra = TRUE;
          if (layout->kept != (gint) event->index)
            {
              g_clear_pointer (&event->own_label, g_free);
              g_clear_pointer (&event->note, g_free);
              continue;
            }
        }
      if (n != i)
        {
          *ANNALS_LAYOUT_EVENT (layout, n) = *event;
          event->own_label = event->note = NULL;
        }
      n++;
    }
  g_array_set_size (layout->events, n);
}

static AnnalsLayoutEvent *
get_kept (AnnalsLayout *layout)
{
  return layout->kept < 0
             ? NULL
             : (AnnalsLayoutEvent *) annals_layout_find_shown (layout, (guint) layout->kept);
}

/* The one event of a cluster that is left in it. */
static gint
find_last_one (const AnnalsLayout *layout, const AnnalsCluster *cluster)
{
  AnnalsIndexEntry entry;
  AnnalsInstant begin;
  guint event = G_MAXUINT;

  if (cluster->first == ANNALS_INSTANT_MIN)
    return -1;
  begin = cluster->first - 1;
  /* Besides it there is only what is shown of that time, which is not much. */
  for (guint i = 0; i < MOST_LOOKED_AT; i++)
    {
      if (!annals_index_find_next (layout->index, cluster->lane, begin, event, &entry)
          || entry.begin > cluster->last)
        return -1;
      if (annals_layout_find_shown (layout, entry.event) == NULL)
        return (gint) entry.event;
      begin = entry.begin;
      event = entry.event;
    }
  return -1;
}

/* What is shown although its cluster counts it is taken out of the count. To be done when it is
 * known what is shown. */
void
annals_layout_correct_counts (AnnalsLayout *layout)
{
  for (guint i = 0; i < layout->clusters->len; i++)
    g_array_index (layout->clusters, AnnalsCluster, i).n_apart = 0;
  for (guint i = 0; i < layout->events->len; i++)
    {
      const AnnalsLayoutEvent *event = ANNALS_LAYOUT_EVENT (layout, i);
      gint64 cell;
      guint end;

      if (!event->extra)
        continue;
      cell = annals_detail_get_cell (&layout->detail, event->begin);
      for (guint j = annals_layout_find_clusters (layout, event->lane, &end); j < end; j++)
        {
          AnnalsCluster *cluster = &g_array_index (layout->clusters, AnnalsCluster, j);

          cluster->n_apart += cluster->cell == cell;
        }
    }
  for (guint i = 0; i < layout->clusters->len; i++)
    {
      AnnalsCluster *cluster = &g_array_index (layout->clusters, AnnalsCluster, i);

      if (cluster->count > 1)
        cluster->event = cluster->count == cluster->n_apart + 1 ? find_last_one (layout, cluster)
                                                                : -1;
    }
}

static gint
compare_clusters (gconstpointer a, gconstpointer b)
{
  const AnnalsCluster *first = a;
  const AnnalsCluster *second = b;

  if (first->lane != second->lane)
    return first->lane < second->lane ? -1 : 1;
  return (first->first > second->first) - (first->first < second->first);
}

static void
arrange (AnnalsLayout *layout)
{
  g_array_sort (layout->clusters, compare_clusters);
  g_array_sort (layout->events, compare_events);
  note_places (layout);
}

static AnnalsCluster *
find_cluster (const AnnalsLayout *layout, guint lane, gint64 cell)
{
  for (guint i = 0; i < layout->clusters->len; i++)
    {
      AnnalsCluster *cluster = &g_array_index (layout->clusters, AnnalsCluster, i);

      if (cluster->lane == lane && cluster->cell == cell)
        return cluster;
    }
  return NULL;
}

/* Counts in a cluster what was to be shown on its own. What begins before the window is counted
 * when the window grows to there. */
static void
count_in_cluster (AnnalsLayout *layout, const AnnalsLayoutEvent *event)
{
  const AnnalsLaneSight *window = ANNALS_LANE_SIGHT (layout, event->lane);
  gint64 bin = annals_detail_get_bin (&layout->detail, event->begin);
  gint64 cell = annals_detail_get_cell (&layout->detail, event->begin);
  AnnalsCluster *cluster = find_cluster (layout, event->lane, cell);
  AnnalsCluster fresh = { .lane = event->lane,
                          .cell = cell,
                          .count = 1,
                          .first = event->begin,
                          .last = event->begin,
                          .event = (gint) event->index };

  if (!window->is_chosen
      || (cell != ANNALS_CELL_OPEN && (bin < window->first_bin || bin > window->last_bin)))
    return;
  if (cluster == NULL)
    {
      g_array_append_val (layout->clusters, fresh);
      return;
    }
  cluster->count++;
  cluster->event = -1;
  cluster->first = MIN (cluster->first, event->begin);
  cluster->last = MAX (cluster->last, event->begin);
  cluster->has_words = FALSE;
}

/* What found no row goes into its cluster. Tells whether there was any. */
gboolean
annals_layout_fold_unplaced (AnnalsLayout *layout)
{
  guint n_clusters = layout->clusters->len;
  guint n = 0;

  for (guint i = 0; i < layout->events->len; i++)
    {
      AnnalsLayoutEvent *event = ANNALS_LAYOUT_EVENT (layout, i);

      if (!event->placed && ANNALS_LAYOUT_LANE (layout, event->lane)->folds)
        {
          if (!event->extra)
            count_in_cluster (layout, event);
          g_clear_pointer (&event->own_label, g_free);
          g_clear_pointer (&event->note, g_free);
          continue;
        }
      if (n != i)
        {
          *ANNALS_LAYOUT_EVENT (layout, n) = *event;
          event->own_label = event->note = NULL;
        }
      n++;
    }
  if (n == layout->events->len)
    return FALSE;
  g_array_set_size (layout->events, n);
  if (layout->clusters->len != n_clusters)
    g_array_sort (layout->clusters, compare_clusters);
  note_places (layout);
  return TRUE;
}

static gboolean
add_cb (const AnnalsIndexEntry *entry, gpointer user_data)
{
  AnnalsLayout *layout = user_data;

  g_array_append_val (layout->found, *entry);
  return TRUE;
}

/* Lanes that do not fold show all of their events, always. */
void
annals_layout_choose_all (AnnalsLayout *layout)
{
  for (guint i = 0; i < layout->lanes->len; i++)
    {
      const AnnalsLayoutLane *lane = ANNALS_LAYOUT_LANE (layout, i);

      if (!lane->hidden && !lane->folds)
        annals_index_foreach (layout->index, i, ANNALS_INSTANT_MIN, ANNALS_INSTANT_MAX, add_cb,
                              layout);
    }
  show_found (layout, FALSE);
  arrange (layout);
}

static gint64
get_bin_at (const AnnalsLayout *layout, const AnnalsScale *scale, gdouble x_px)
{
  return annals_detail_get_bin (&layout->detail, annals_scale_get_instant (scale, x_px));
}

/* What is pinned is shown wherever the window meets it. */
static void
choose_pinned (AnnalsLayout *layout)
{
  AnnalsInstant first;
  AnnalsInstant last;
  AnnalsInstant unused;
  guint n_pinned = 0;
  const guint *pinned = NULL;

  if (layout->document != NULL)
    pinned = annals_document_get_pinned (layout->document, &n_pinned);
  if (n_pinned == 0)
    return;
  annals_detail_get_bounds (&layout->detail, layout->first_bin, &first, &unused);
  annals_detail_get_bounds (&layout->detail, layout->last_bin, &unused, &last);
  for (guint i = 0; i < n_pinned; i++)
    {
      AnnalsIndexEntry entry;

      if (annals_index_get (layout->index, pinned[i], &entry) && entry.lane < layout->lanes->len
          && ANNALS_LAYOUT_LANE (layout, entry.lane)->folds && entry.end >= first
          && entry.begin <= last)
        g_array_append_val (layout->found, entry);
    }
  show_found (layout, TRUE);
}

/* Has it be chosen for all lanes, or for those in sight, and for no others besides those for which
 * it has been already. */
static void
add_lanes (AnnalsLayout *layout, AnnalsLayoutChoice *choice, gboolean everywhere)
{
  guint n_before = choice->lanes->len;

  for (guint i = 0; i < layout->lanes->len; i++)
    ANNALS_LANE_SIGHT (layout, i)->is_chosen = FALSE;
  for (guint i = 0; i < n_before; i++)
    ANNALS_LANE_SIGHT (layout, g_array_index (choice->lanes, guint, i))->is_chosen = TRUE;
  for (guint i = 0; i < layout->lanes->len; i++)
    {
      AnnalsLaneSight *window = ANNALS_LANE_SIGHT (layout, i);

      if (!ANNALS_LAYOUT_LANE (layout, i)->folds)
        continue;
      if (!window->is_chosen && (everywhere || window->is_in_sight))
        {
          annals_layout_choice_add_lane (choice, i);
          window->is_chosen = TRUE;
        }
      window->first_bin = choice->first_bin;
      window->last_bin = choice->last_bin;
    }
}

/* Chooses what is shown in a window round what can be seen, with margins; or takes what has been
 * chosen ahead when that has margins of at least @least_px. It is chosen @everywhere, or in the
 * lanes in sight. */
void
annals_layout_choose (AnnalsLayout *layout,
                      const AnnalsScale *scale,
                      gdouble margin_px,
                      gdouble least_px,
                      gboolean everywhere)
{
  AnnalsLayoutChoice *choice = &layout->choice;

  if (!layout->folds)
    return;
  annals_detail_init (&layout->detail, scale->s_per_px, layout->n_rows);
  if (annals_layout_choice_covers (&layout->ahead, &layout->detail, scale, least_px))
    choice = &layout->ahead;
  else
    annals_layout_choice_start_round (layout, choice, &layout->detail, scale, margin_px);
  add_lanes (layout, choice, everywhere);
  layout->first_bin = choice->first_bin;
  layout->last_bin = choice->last_bin;
  layout->stamp++;
  g_array_set_size (layout->clusters, 0);
  take (layout, choice);
  choose_pinned (layout);
  drop_others (layout);
  arrange (layout);
}

static void
choose_besides (AnnalsLayout *layout,
                guint lane,
                gint64 first,
                gint64 last,
                AnnalsLayoutParts parts)
{
  annals_layout_choice_start (&layout->choice, &layout->detail, first, last, parts);
  annals_layout_choice_add_lane (&layout->choice, lane);
  take (layout, &layout->choice);
}

/* Whether a lane in sight lacks what can be seen. */
static gboolean
lacks (const AnnalsLayout *layout, guint lane, gint64 first, gint64 last)
{
  const AnnalsLaneSight *window = ANNALS_LANE_SIGHT (layout, lane);

  return window->is_in_sight && ANNALS_LAYOUT_LANE (layout, lane)->folds
         && (!window->is_chosen || first < window->first_bin || last > window->last_bin);
}

/* Lets the window of a lane grow. */
static void
extend_lane (AnnalsLayout *layout, guint lane, gint64 first, gint64 last)
{
  AnnalsLaneSight *window = ANNALS_LANE_SIGHT (layout, lane);
  AnnalsLaneSight before = *window;

  if (!before.is_chosen || last > before.last_bin)
    window->last_bin = MIN (last + BINS_AHEAD,
                            annals_detail_get_bin (&layout->detail, ANNALS_INSTANT_MAX));
  if (!before.is_chosen || first < before.first_bin)
    window->first_bin = MAX (first - BINS_AHEAD,
                             annals_detail_get_bin (&layout->detail, ANNALS_INSTANT_EARLIEST));
  window->is_chosen = TRUE;
  layout->first_bin = MIN (layout->first_bin, window->first_bin);
  layout->last_bin = MAX (layout->last_bin, window->last_bin);
  if (!before.is_chosen)
    {
      choose_besides (layout, lane, window->first_bin, window->last_bin,
                      ANNALS_LAYOUT_PART_OPEN | ANNALS_LAYOUT_PART_REACHING);
      return;
    }
  if (window->last_bin > before.last_bin)
    choose_besides (layout, lane, before.last_bin + 1, window->last_bin, 0);
  if (window->first_bin < before.first_bin)
    choose_besides (layout, lane, window->first_bin, before.first_bin - 1,
                    ANNALS_LAYOUT_PART_REACHING);
}

/* Lets the windows of the lanes in sight grow to what can be seen. Tells whether they had to. */
gboolean
annals_layout_extend (AnnalsLayout *layout, const AnnalsScale *scale)
{
  gint64 first = get_bin_at (layout, scale, scale->x_px);
  gint64 last = get_bin_at (layout, scale, scale->x_px + scale->width_px);
  gboolean apart = FALSE;
  guint n = 0;

  for (guint i = 0; i < layout->lanes->len; i++)
    if (lacks (layout, i, first, last))
      {
        const AnnalsLaneSight *window = ANNALS_LANE_SIGHT (layout, i);

        apart = apart
                || (window->is_chosen && (last < window->first_bin || first > window->last_bin));
        n++;
      }
  if (n == 0)
    return FALSE;
  if (apart || layout->events->len > MOST_SHOWN || layout->clusters->len > MOST_CLUSTERS)
    {
      annals_layout_choose (layout, scale, 0.0, 0.0, FALSE);
      return TRUE;
    }
  for (guint i = 0; i < layout->lanes->len; i++)
    if (lacks (layout, i, first, last))
      extend_lane (layout, i, first, last);
  choose_pinned (layout);
  arrange (layout);
  return TRUE;
}

/* Shows what is alone in its cluster on its own. Tells whether there is any. */
gboolean
annals_layout_show_singles (AnnalsLayout *layout)
{
  for (guint i = 0; i < layout->clusters->len; i++)
    {
      const AnnalsCluster *cluster = &g_array_index (layout->clusters, AnnalsCluster, i);
      AnnalsIndexEntry entry;

      if (cluster->event >= 0 && annals_layout_find_shown (layout, (guint) cluster->event) == NULL
          && annals_index_get (layout->index, (guint) cluster->event, &entry))
        g_array_append_val (layout->found, entry);
    }
  if (layout->found->len == 0)
    return FALSE;
  show_found (layout, TRUE);
  arrange (layout);
  return TRUE;
}

/* An event that is selected is shown, and no longer when it is not. Tells whether that changes
 * anything. */
gboolean
annals_layout_keep (AnnalsLayout *layout, gint event)
{
  AnnalsLayoutEvent *before = get_kept (layout);
  gboolean changed = before != NULL && before->stamp != layout->stamp;
  AnnalsIndexEntry entry;

  if (layout->kept == event || !layout->folds)
    return FALSE;
  layout->kept = event;
  if (changed)
    {
      drop_others (layout);
      arrange (layout);
    }
  if (event < 0 || annals_layout_find_shown (layout, (guint) event) != NULL
      || !annals_index_get (layout->index, (guint) event, &entry)
      || entry.lane >= layout->lanes->len || !ANNALS_LAYOUT_LANE (layout, entry.lane)->folds)
    return changed;
  g_array_append_val (layout->found, entry);
  show_found (layout, TRUE);
  arrange (layout);
  get_kept (layout)->stamp = layout->stamp - 1;
  return TRUE;
}
