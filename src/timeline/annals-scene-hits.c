/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>

#include "annals-scene-private.h"

/* What of a picture can be hit is kept beside its items, so that a click is answered by the picture
 * that was drawn. */

/**
 * annals_scene_add_hit:
 * @scene: a picture
 * @hit: where an event can be hit; copied
 */
void
annals_scene_add_hit (AnnalsScene *scene, const AnnalsHit *hit)
{
  annals_places_enter (&scene->by_event, (guint) hit->event, scene->hits->len);
  g_array_append_val (scene->hits, *hit);
}

/**
 * annals_scene_get_n_hits:
 * @scene: a picture
 *
 * Returns: how many events can be seen in it
 */
guint
annals_scene_get_n_hits (const AnnalsScene *scene)
{
  return scene->hits->len;
}

/**
 * annals_scene_get_hit:
 * @scene: a picture
 * @index: which of them
 *
 * Returns: (transfer none): where it can be hit
 */
const AnnalsHit *
annals_scene_get_hit (const AnnalsScene *scene, guint index)
{
  return &g_array_index (scene->hits, AnnalsHit, index);
}

/**
 * annals_scene_find_hit:
 * @scene: a picture
 * @event: an event
 *
 * Returns: (transfer none) (nullable): where it can be hit, or %NULL when it is not in the picture
 */
const AnnalsHit *
annals_scene_find_hit (const AnnalsScene *scene, gint event)
{
  guint place;

  return annals_places_find (&scene->by_event, (guint) event, &place)
             ? annals_scene_get_hit (scene, place)
             : NULL;
}

static gdouble
distance_to_rect (const AnnalsRect *rect, gdouble x, gdouble y)
{
  gdouble dx = MAX (MAX (rect->x - x, x - (rect->x + rect->width)), 0.0);
  gdouble dy = MAX (MAX (rect->y - y, y - (rect->y + rect->height)), 0.0);

  return hypot (dx, dy);
}

/**
 * annals_scene_pick:
 * @scene: a picture
 * @x_px: a point
 * @y_px: a point
 * @slop_px: how far beside a mark still counts
 *
 * Finds what is under the pointer: the nearest mark or label within @slop_px; of those equally
 * near, the narrowest mark, and of those the one drawn last.
 *
 * Returns: its event, or -1
 */
gint
annals_scene_pick (const AnnalsScene *scene, gdouble x_px, gdouble y_px, gdouble slop_px)
{
  gboolean on_lanes = distance_to_rect (&scene->clips[ANNALS_CLIP_LANES], x_px, y_px) <= 0.0;
  gdouble best_distance = slop_px;
  gdouble best_width = INFINITY;
  gint best = -1;

  for (guint i = 0; i < scene->hits->len; i++)
    {
      const AnnalsHit *hit = annals_scene_get_hit (scene, i);
      gdouble distance = distance_to_rect (&hit->mark, x_px, y_px);

      if (hit->on_axis == on_lanes)
        continue;
      if (hit->label.width > 0.0)
        distance = MIN (distance, distance_to_rect (&hit->label, x_px, y_px));
      if (distance > best_distance)
        continue;
      if (distance < best_distance || hit->mark.width <= best_width)
        {
          best = hit->event;
          best_distance = distance;
          best_width = hit->mark.width;
        }
    }
  return best;
}

/**
 * annals_scene_add_cluster:
 * @scene: a picture
 * @cluster: where a cluster can be hit; copied
 */
void
annals_scene_add_cluster (AnnalsScene *scene, const AnnalsClusterHit *cluster)
{
  g_array_append_val (scene->clusters, *cluster);
}

/**
 * annals_scene_get_n_clusters:
 * @scene: a picture
 *
 * Returns: how many clusters can be seen in it
 */
guint
annals_scene_get_n_clusters (const AnnalsScene *scene)
{
  return scene->clusters->len;
}

/**
 * annals_scene_get_cluster:
 * @scene: a picture
 * @index: which of them
 *
 * Returns: (transfer none): where it can be hit
 */
const AnnalsClusterHit *
annals_scene_get_cluster (const AnnalsScene *scene, guint index)
{
  return &g_array_index (scene->clusters, AnnalsClusterHit, index);
}

/**
 * annals_scene_count_events:
 * @scene: a picture
 *
 * Returns: how many events are in it, those that clusters stand for included
 */
guint
annals_scene_count_events (const AnnalsScene *scene)
{
  guint n = scene->hits->len;

  for (guint i = 0; i < scene->clusters->len; i++)
    n += annals_scene_get_cluster (scene, i)->count;
  return n;
}

/**
 * annals_scene_pick_cluster:
 * @scene: a picture
 * @x_px: a point
 * @y_px: a point
 * @slop_px: how far beside it still counts
 *
 * Finds the cluster under the pointer. Events come first: ask annals_scene_pick() before.
 *
 * Returns: (transfer none) (nullable): the nearest one within @slop_px
 */
const AnnalsClusterHit *
annals_scene_pick_cluster (const AnnalsScene *scene, gdouble x_px, gdouble y_px, gdouble slop_px)
{
  const AnnalsClusterHit *best = NULL;
  gdouble best_distance = slop_px;

  if (distance_to_rect (&scene->clips[ANNALS_CLIP_LANES], x_px, y_px) > 0.0)
    return NULL;
  for (guint i = 0; i < scene->clusters->len; i++)
    {
      const AnnalsClusterHit *cluster = annals_scene_get_cluster (scene, i);
      gdouble distance = distance_to_rect (&cluster->mark, x_px, y_px);

      if (distance > best_distance || (best != NULL && distance >= best_distance))
        continue;
      best = cluster;
      best_distance = distance;
    }
  return best;
}

/**
 * annals_scene_find_handle:
 * @scene: a picture
 * @part: %ANNALS_RANGE_BEGIN or %ANNALS_RANGE_END
 *
 * Returns: (transfer none) (nullable): the handle of that end of the range, which may be out of
 *   view; %NULL without a range
 */
const AnnalsItem *
annals_scene_find_handle (const AnnalsScene *scene, AnnalsRangePart part)
{
  AnnalsRangePart found = ANNALS_RANGE_AXIS;

  for (guint i = 0; i < scene->items->len; i++)
    {
      const AnnalsItem *item = annals_scene_get_item (scene, i);

      if (item->role == ANNALS_ROLE_HANDLE && ++found == part)
        return item;
    }
  return NULL;
}

/* How far from the middle of a handle a point on the axis is; infinite where it cannot be seen. */
static gdouble
get_handle_distance (const AnnalsScene *scene, AnnalsRangePart part, gdouble x_px)
{
  const AnnalsRect *axis = annals_scene_get_clip (scene, ANNALS_CLIP_AXIS);
  const AnnalsItem *handle = annals_scene_find_handle (scene, part);
  gdouble middle = handle != NULL ? handle->rect.x + handle->rect.width / 2.0 : 0.0;

  if (handle == NULL || middle < axis->x - 0.5 || middle > axis->x + axis->width + 0.5)
    return HUGE_VAL;
  return fabs (x_px - middle);
}

/**
 * annals_scene_pick_range:
 * @scene: a picture
 * @x_px: a place on it
 * @y_px: a place on it
 * @slop_px: how far from the middle of a handle it may be
 *
 * Returns: what of the axis, or of a range that is selected, is there
 */
AnnalsRangePart
annals_scene_pick_range (const AnnalsScene *scene, gdouble x_px, gdouble y_px, gdouble slop_px)
{
  const AnnalsRect *axis = annals_scene_get_clip (scene, ANNALS_CLIP_AXIS);
  gdouble begin = get_handle_distance (scene, ANNALS_RANGE_BEGIN, x_px);
  gdouble end = get_handle_distance (scene, ANNALS_RANGE_END, x_px);

  if (y_px < axis->y || y_px >= axis->y + axis->height || x_px > axis->x + axis->width
      || x_px < axis->x - (MIN (begin, end) <= slop_px ? slop_px : 0.0))
    return ANNALS_RANGE_NONE;
  /* On the axis there are eras too. */
  if (MIN (begin, end) > slop_px)
    return annals_scene_pick (scene, x_px, y_px, 0.0) < 0 ? ANNALS_RANGE_AXIS : ANNALS_RANGE_NONE;
  return begin < end ? ANNALS_RANGE_BEGIN : ANNALS_RANGE_END;
}
