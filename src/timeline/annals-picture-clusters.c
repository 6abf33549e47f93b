/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>
#include <string.h>

#include "annals-cluster.h"
#include "annals-picture-private.h"

/* What stands for events that are not shown on their own: in the strip below the rows of their
 * lane, a pale capsule with their number, over the time in which they begin; for one alone a dot.
 * The events that match have a tick on the axis, wherever they are. */

#define CAPSULE_HEIGHT_PX 15.0
#define CLOSED_HEIGHT_PX 6.0
#define CAPSULE_INSET_PX 5.0
#define LEAST_CAPSULE_PX 16.0
#define CELL_GAP_PX 1.5
#define DOT_PX 6.0
#define WORDS_GAP_PX 5.0
#define RING_PX 2.0
#define HOVER_STROKE_PX 1.5
#define HOVER_OPACITY 0.8 /* the fill it borders on is pale */
#define FOCUS_STROKE_PX 2.0
#define MATCH_WIDTH_PX 6.0
#define MATCH_HEIGHT_PX 5.0
#define BASELINE_PX 4.0

/* How dark a capsule is tells, quietly, how much it holds: from a pale one to a full one. Steps
 * that no eye can tell let all that hold about as much be drawn at once. */
#define LEAST_OPACITY 0.2
#define MORE_OPACITY_PER_DOUBLING 0.12
#define STEPS_PER_DOUBLING 2.0

/* A cluster on the picture. */
typedef struct
{
  guint index;
  const AnnalsCluster *cluster;
  guint count;
  gdouble x0_px; /* the capsule */
  gdouble x1_px;
  gdouble middle_y_px;
  gboolean found;
  gboolean closed; /* its lane is one thin row */
  gboolean torn;   /* it lies within a strip of compressed time */
  gchar figure[32];
  gdouble figure_px;
} Drawn;

static gdouble
get_x_after (const AnnalsScale *scale, AnnalsInstant last)
{
  return annals_scale_get_x (scale, last < ANNALS_INSTANT_LATEST ? last + 1 : last);
}

/* Where the capsule may be: in its cell, so that it never meets another. Those with an open begin
 * stand left of all there is. */
static void
get_cell (const AnnalsPicture *picture, const AnnalsCluster *cluster, gdouble *x0, gdouble *x1)
{
  const AnnalsScale *scale = &picture->options->scale;
  AnnalsInstant first;
  AnnalsInstant last;

  if (cluster->cell == ANNALS_CELL_OPEN)
    {
      *x1 = annals_scale_get_x (scale, annals_layout_get_horizon (picture->layout)->first);
      *x0 = *x1 - 2.0 * LEAST_CAPSULE_PX * picture->metrics->text_scale;
    }
  else
    {
      annals_detail_get_cell_bounds (annals_layout_get_detail (picture->layout), cluster->cell,
                                     &first, &last);
      *x0 = annals_scale_get_x (scale, first);
      *x1 = get_x_after (scale, last);
    }
}

/* The whole figure when it fits, else a brief one, else none. */
static void
choose_figure (const AnnalsPicture *picture, gdouble room_px, Drawn *drawn)
{
  for (guint brief = 0; brief < 2; brief++)
    {
      annals_cluster_format_count (drawn->count, brief > 0, drawn->figure, sizeof drawn->figure);
      drawn->figure_px = annals_layout_measure (picture->layout, ANNALS_FONT_COUNT, drawn->figure);
      if (drawn->figure_px + 2.0 * CAPSULE_INSET_PX * picture->metrics->text_scale <= room_px)
        return;
    }
  drawn->figure[0] = '\0';
  drawn->figure_px = 0.0;
}

/* Of a cell that a strip of compressed time lies in, the side on which most of its events are.
 * Tells whether there is any: what lies within a strip is torn out with it. */
static gboolean
leave_strips (const AnnalsPicture *picture,
              const AnnalsCluster *cluster,
              gdouble *left,
              gdouble *right)
{
  const AnnalsScale *scale = &picture->options->scale;
  gdouble strips[ANNALS_BREAKS_MOST][2];
  guint n_strips = annals_scale_get_strips (scale, strips);
  gdouble first = annals_scale_get_x (scale, cluster->first);
  gdouble last = get_x_after (scale, cluster->last);

  for (guint i = 0; i < n_strips; i++)
    {
      gdouble before = MIN (last, strips[i][0]) - MAX (first, *left);
      gdouble after = MIN (last, *right) - MAX (first, strips[i][1]);

      if (strips[i][0] >= *right || strips[i][1] <= *left)
        continue;
      if (strips[i][0] <= *left && strips[i][1] >= *right)
        return FALSE;
      if (before >= after && strips[i][0] > *left)
        *right = strips[i][0];
      else
        *left = MIN (strips[i][1], *right);
    }
  return TRUE;
}

static void
place_capsule (const AnnalsPicture *picture, Drawn *drawn)
{
  const AnnalsScale *scale = &picture->options->scale;
  const AnnalsCluster *cluster = drawn->cluster;
  gdouble k = picture->metrics->text_scale;
  gdouble wanted;
  gdouble left;
  gdouble right;

  get_cell (picture, cluster, &left, &right);
  drawn->torn = cluster->cell != ANNALS_CELL_OPEN
                && !leave_strips (picture, cluster, &left, &right);
  left += CELL_GAP_PX;
  right = MAX (right - CELL_GAP_PX, left + 4.0);
  choose_figure (picture, drawn->torn ? 0.0 : right - left, drawn);
  wanted = MIN (MAX (drawn->figure_px + 2.0 * CAPSULE_INSET_PX * k, LEAST_CAPSULE_PX * k),
                right - left);
  drawn->x0_px = left;
  drawn->x1_px = right;
  if (cluster->cell != ANNALS_CELL_OPEN)
    {
      drawn->x0_px = MAX (annals_scale_get_x (scale, cluster->first), left);
      drawn->x1_px = MIN (get_x_after (scale, cluster->last), right);
    }
  if (drawn->x1_px - drawn->x0_px < wanted)
    {
      gdouble middle = (drawn->x0_px + drawn->x1_px) / 2.0;

      drawn->x0_px = CLAMP (middle - wanted / 2.0, left, right - wanted);
      drawn->x1_px = drawn->x0_px + wanted;
    }
}

static gboolean
init_drawn (const AnnalsPicture *picture, guint index, Drawn *drawn)
{
  const AnnalsCluster *cluster = annals_layout_get_cluster (picture->layout, index);
  gdouble right = picture->lanes.x + picture->lanes.width;
  gdouble x0;
  gdouble x1;
  AnnalsInstant begin;

  *drawn = (Drawn){ .index = index, .cluster = cluster };
  if (cluster->count <= cluster->n_apart)
    return FALSE;
  get_cell (picture, cluster, &x0, &x1);
  drawn->closed = annals_layout_get_lane (picture->layout, cluster->lane)->closed > 0.0;
  drawn->middle_y_px = picture->lanes.y - picture->options->scroll_y_px
                       + annals_layout_get_strip_y (picture->layout, cluster->lane);
  if (x1 < picture->lanes.x || x0 > right
      || drawn->middle_y_px < picture->lanes.y - CAPSULE_HEIGHT_PX
      || drawn->middle_y_px > picture->lanes.y + picture->lanes.height + CAPSULE_HEIGHT_PX)
    return FALSE;
  drawn->count = cluster->count - cluster->n_apart;
  drawn->found = (picture->options->found == NULL && picture->options->let_through == NULL)
                 || annals_layout_find_found (picture->layout, cluster->lane, cluster->first,
                                              cluster->last, &begin);
  place_capsule (picture, drawn);
  return TRUE;
}

static gboolean
is_meant (const AnnalsClusterKey *key, const AnnalsCluster *cluster)
{
  return key != NULL && key->lane == cluster->lane && key->cell == cluster->cell;
}

/* An event that is hovered elsewhere, such as in the list, is looked for in its cluster. */
static gboolean
is_hovered (const AnnalsPicture *picture, const AnnalsCluster *cluster)
{
  gint hovered = picture->options->hovered;
  AnnalsIndexEntry entry;

  if (is_meant (picture->options->hovered_cluster, cluster))
    return TRUE;
  return hovered >= 0 && annals_layout_find_shown (picture->layout, (guint) hovered) == NULL
         && annals_index_get (annals_layout_get_index (picture->layout), (guint) hovered, &entry)
         && entry.lane == cluster->lane
         && annals_detail_get_cell (annals_layout_get_detail (picture->layout), entry.begin)
                == cluster->cell;
}

/* Round what is under the pointer, as round events; and, so that nobody can miss it, round what has
 * the keys. */
static void
draw_rings (const AnnalsPicture *picture, const AnnalsCluster *cluster, const AnnalsRect *around)
{
  gboolean focused = is_meant (picture->options->focused_cluster, cluster);
  AnnalsRect rect = { around->x - RING_PX, around->y - RING_PX, around->width + 2.0 * RING_PX,
                      around->height + 2.0 * RING_PX };
  AnnalsItem *item;

  if (!focused && !is_hovered (picture, cluster))
    return;
  item = annals_scene_add (picture->scene, ANNALS_ITEM_OUTLINE,
                           focused ? ANNALS_ROLE_ACCENT : ANNALS_ROLE_MARK, &rect);
  item->radius_px = rect.height / 2.0;
  item->stroke_px = focused ? FOCUS_STROKE_PX : HOVER_STROKE_PX;
  item->opacity = focused ? 1.0 : HOVER_OPACITY;
}

/* When the only event of a cluster begins. */
static AnnalsInstant
get_begin (const AnnalsPicture *picture, const AnnalsCluster *cluster)
{
  AnnalsIndexEntry entry;

  return annals_index_get (annals_layout_get_index (picture->layout), (guint) cluster->event,
                           &entry)
             ? entry.begin
             : cluster->first;
}

static void
draw_dot (const AnnalsPicture *picture, const Drawn *drawn)
{
  gdouble size = DOT_PX * picture->metrics->text_scale;
  gdouble x = annals_scale_get_x (&picture->options->scale, get_begin (picture, drawn->cluster));
  AnnalsRect rect = { round (CLAMP (x, drawn->x0_px + size / 2.0, drawn->x1_px - size / 2.0))
                          - size / 2.0,
                      drawn->middle_y_px - size / 2.0, size, size };
  AnnalsHit hit = { .event = drawn->cluster->event, .mark = rect };

  annals_scene_begin_group (picture->scene, ANNALS_CLIP_LANES, drawn->cluster->event,
                            annals_layout_get_lane (picture->layout, drawn->cluster->lane)->color);
  annals_scene_add (picture->scene, ANNALS_ITEM_DISC, ANNALS_ROLE_MARK, &rect)->opacity = 0.75;
  draw_rings (picture, drawn->cluster, &rect);
  annals_scene_add_hit (picture->scene, &hit);
}

static gdouble
get_opacity (guint count)
{
  gdouble doublings = round (log2 (count) * STEPS_PER_DOUBLING) / STEPS_PER_DOUBLING;

  return MIN (LEAST_OPACITY + MORE_OPACITY_PER_DOUBLING * doublings, 1.0);
}

/* In the middle of what can be seen of the capsule, when it has room there. */
static void
draw_figure (const AnnalsPicture *picture, const Drawn *drawn, const AnnalsRect *capsule)
{
  gdouble k = picture->metrics->text_scale;
  gdouble left = MAX (capsule->x, picture->lanes.x);
  gdouble right = MIN (capsule->x + capsule->width,
                       picture->lanes.x + picture->lanes.width - picture->metrics->gutter_px);
  AnnalsItem *item;

  if (drawn->figure[0] == '\0'
      || right - left < MIN (drawn->figure_px + 2.0 * CAPSULE_INSET_PX * k, capsule->width))
    return;
  item = annals_scene_add_text (picture->scene, ANNALS_ROLE_TEXT, ANNALS_FONT_COUNT,
                                round ((left + right - drawn->figure_px) / 2.0),
                                round (drawn->middle_y_px + BASELINE_PX * k), drawn->figure);
  item->rect.width = drawn->figure_px;
}

static void
draw_capsule (const AnnalsPicture *picture, const Drawn *drawn)
{
  gdouble k = picture->metrics->text_scale;
  gdouble height = (drawn->closed ? CLOSED_HEIGHT_PX : CAPSULE_HEIGHT_PX) * k;
  AnnalsRect rect = { round (drawn->x0_px), round (drawn->middle_y_px - height / 2.0),
                      MAX (round (drawn->x1_px) - round (drawn->x0_px), 4.0), height };
  AnnalsClusterHit hit = { .lane = drawn->cluster->lane,
                           .cell = drawn->cluster->cell,
                           .count = drawn->count,
                           .first = drawn->cluster->first,
                           .last = drawn->cluster->last,
                           .mark = rect };
  AnnalsItem *item;

  annals_scene_begin_group (picture->scene, ANNALS_CLIP_LANES, -1,
                            annals_layout_get_lane (picture->layout, drawn->cluster->lane)->color);
  item = annals_scene_add (picture->scene, ANNALS_ITEM_RECT, ANNALS_ROLE_PALE, &rect);
  item->radius_px = height / 2.0;
  item->opacity = get_opacity (drawn->count);
  draw_rings (picture, drawn->cluster, &rect);
  annals_scene_add_cluster (picture->scene, &hit);
  annals_scene_use_features (picture->scene, ANNALS_FEATURE_CLUSTER);
  if (!drawn->closed)
    draw_figure (picture, drawn, &rect);
}

/* Where there is room up to what comes next, the capsule is followed by when that was. */
static void
draw_words (const AnnalsPicture *picture, const Drawn *drawn, gdouble limit_px)
{
  gdouble gap = WORDS_GAP_PX * picture->metrics->text_scale;
  gdouble x = round (drawn->x1_px + gap);
  gdouble strips[ANNALS_BREAKS_MOST][2];
  guint n_strips = annals_scale_get_strips (&picture->options->scale, strips);
  gdouble width = INFINITY;
  const gchar *words = "";
  gdouble room;

  for (guint i = 0; i < n_strips; i++)
    if (strips[i][1] > x)
      limit_px = MIN (limit_px, strips[i][0]);
  room = limit_px - gap - x;

  /* Few words are narrower than that; most clusters need not be asked for theirs. */
  if (room > 24.0 && drawn->x0_px >= picture->lanes.x)
    words = annals_layout_get_cluster_words (picture->layout, drawn->index, &width);
  if (words[0] == '\0' || width > room)
    return;
  annals_scene_add_text (picture->scene, ANNALS_ROLE_DIM_TEXT, ANNALS_FONT_COUNT, x,
                         round (drawn->middle_y_px + BASELINE_PX * picture->metrics->text_scale),
                         words)
      ->rect.width
      = width;
}

static void
draw_one (const AnnalsPicture *picture, const Drawn *drawn, gdouble limit_px)
{
  guint first_item = annals_scene_get_n_items (picture->scene);

  if (drawn->count == 1 && drawn->cluster->event >= 0)
    draw_dot (picture, drawn);
  else
    {
      draw_capsule (picture, drawn);
      if (!drawn->closed && !drawn->torn)
        draw_words (picture, drawn, limit_px);
    }
  if (!drawn->found && !is_meant (picture->options->hovered_cluster, drawn->cluster)
      && !is_meant (picture->options->focused_cluster, drawn->cluster))
    annals_scene_step_back (picture->scene, first_item);
}

/* The clusters of a lane, each up to the next. */
static void
draw_lane (const AnnalsPicture *picture, guint lane)
{
  gdouble right = picture->lanes.x + picture->lanes.width - picture->metrics->gutter_px;
  Drawn drawn;
  Drawn next;
  gboolean is_drawn = FALSE;
  guint end;

  for (guint i = annals_layout_find_clusters (picture->layout, lane, &end); i < end; i++)
    {
      if (!init_drawn (picture, i, &next))
        continue;
      if (is_drawn)
        draw_one (picture, &drawn, next.x0_px);
      drawn = next;
      is_drawn = TRUE;
    }
  if (is_drawn)
    draw_one (picture, &drawn, right);
}

/* Draws what stands for events that are not shown on their own. */
void
annals_picture_draw_clusters (const AnnalsPicture *picture)
{
  const AnnalsPictureOptions *options = picture->options;

  annals_layout_set_found (picture->layout, options->found, options->n_found, options->let_through,
                           options->n_let_through);
  for (guint i = 0; i < annals_layout_get_n_lanes (picture->layout); i++)
    if (annals_layout_is_in_sight (picture->layout, i))
      draw_lane (picture, i);
}

static void
add_match (const AnnalsPicture *picture, gdouble middle_px, gdouble *last_x)
{
  gdouble k = picture->metrics->text_scale;
  AnnalsRect tick
      = { 0.0, picture->metrics->axis_height_px - picture->metrics->eras_px - MATCH_HEIGHT_PX * k,
          MATCH_WIDTH_PX * k, MATCH_HEIGHT_PX * k };

  tick.x = round (middle_px - tick.width / 2.0);
  if (tick.x == *last_x)
    return;
  annals_scene_add (picture->scene, ANNALS_ITEM_RECT, ANNALS_ROLE_MATCH, &tick)->radius_px
      = MATCH_HEIGHT_PX / 2.0 * k;
  *last_x = tick.x;
}

/* Those in clusters, pixel by pixel. */
static void
draw_folded_matches (const AnnalsPicture *picture, guint lane)
{
  const AnnalsScale *scale = &picture->options->scale;
  gdouble right = scale->x_px + scale->width_px;
  AnnalsInstant last = annals_scale_get_instant (scale, right);
  AnnalsInstant begin = annals_scale_get_instant (scale, scale->x_px);
  gdouble last_x = -1.0;

  while (annals_layout_find_found (picture->layout, lane, begin, last, &begin))
    {
      gdouble x = annals_scale_get_x (scale, begin);

      add_match (picture, x, &last_x);
      begin = MAX (annals_scale_get_instant (scale, floor (x) + 1.0), begin + 1);
      if (x >= right || begin > last)
        break;
    }
}

/* The events that match have a tick on the axis, over the middle of what can be seen of their
 * marks, or where they begin when they are not shown on their own; no two on the same pixel. */
void
annals_picture_draw_matches (const AnnalsPicture *picture)
{
  gdouble right = picture->lanes.x + picture->lanes.width;
  gdouble last_x = -1.0;

  annals_scene_begin_group (picture->scene, ANNALS_CLIP_AXIS, -1, 0);
  if (picture->options->found == NULL)
    return;
  for (guint i = 0; i < annals_layout_get_n_lanes (picture->layout); i++)
    if (annals_layout_get_lane (picture->layout, i)->folds)
      draw_folded_matches (picture, i);
  for (guint i = 0; i < annals_layout_get_n_shown (picture->layout); i++)
    {
      const AnnalsLayoutEvent *event = annals_layout_get_shown (picture->layout, i);
      AnnalsMark mark;

      if (!annals_picture_stands_out (picture, event->index))
        continue;
      annals_layout_init_mark (picture->layout, event, &picture->options->scale, &mark);
      if (mark.x1_px < picture->lanes.x || mark.x0_px > right)
        continue;
      add_match (picture, (MAX (mark.x0_px, picture->lanes.x) + MIN (mark.x1_px, right)) / 2.0,
                 &last_x);
    }
}
