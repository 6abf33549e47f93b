/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>
#include <string.h>

#include "annals-label-cut.h"
#include "annals-picture-private.h"

/* The whole picture from a layout: grid, lanes, marks with their labels, the axis over them. A pure
 * function of layout and options. */

#define RECORD_RING_PX 1.0
#define RING_PX 4.0
#define THIN_PX 4.0 /* what is lower is a line */
#define MOST_MOVES 16
#define FAR_PX 200.0
#define SIGHT_MARGIN 0.5 /* above and below, in parts of the height that can be seen */

#define CLOSED_BAR 0.6      /* height of a mark in a closed lane, of what it is in an open one */
#define CLOSED_OPACITY 0.75 /* marks of closed lanes lie over one another */

/* A line below every tick that has a label; those of the upper row, such as decades, are stronger,
 * as their labels are. */
static void
draw_grid (AnnalsPicture *picture)
{
  annals_scene_begin_group (picture->scene, ANNALS_CLIP_LANES, -1, 0);
  for (guint i = 0; i < picture->ticks->len; i++)
    {
      const AnnalsTick *tick = &g_array_index (picture->ticks, AnnalsTick, i);
      AnnalsRect line = { round (tick->x_px) + 0.5, picture->lanes.y, 0.0, picture->lanes.height };
      AnnalsItem *item;

      if (tick->label[0] == '\0' || line.x < tick->left_px || tick->opacity <= 0.01)
        continue;
      item = annals_scene_add (picture->scene, ANNALS_ITEM_LINE,
                               tick->major ? ANNALS_ROLE_MAJOR_GRID : ANNALS_ROLE_GRID, &line);
      item->opacity = tick->opacity;
    }
}

static void
draw_lane_rules (AnnalsPicture *picture)
{
  guint n_lanes = annals_layout_get_n_lanes (picture->layout);

  annals_scene_begin_group (picture->scene, ANNALS_CLIP_NONE, -1, 0);
  for (guint i = 0; i < n_lanes; i++)
    {
      const AnnalsLayoutLane *lane = annals_layout_get_lane (picture->layout, i);
      gdouble bottom = picture->lanes.y + lane->top_px + lane->height_px
                       - picture->options->scroll_y_px;
      AnnalsRect line = { 0.0, round (bottom) - 0.5, picture->options->width_px, 0.0 };

      if (!lane->hidden && bottom > picture->lanes.y && bottom < picture->options->height_px)
        annals_scene_add (picture->scene, ANNALS_ITEM_LINE, ANNALS_ROLE_RULE, &line);
    }
}

static gboolean
is_visible (const AnnalsPicture *picture,
            const AnnalsMark *mark,
            const AnnalsMark *record,
            gdouble y)
{
  gdouble margin = picture->metrics->row_max_px;
  gdouble right = picture->lanes.x + picture->lanes.width;
  gdouble x0 = mark->x0_px;
  gdouble x1 = mark->x1_px;

  if (record->shape != ANNALS_SHAPE_NONE)
    {
      x0 = MIN (x0, record->x0_px);
      x1 = MAX (x1, record->x1_px);
    }
  return x1 >= picture->lanes.x && x0 <= right && y >= picture->lanes.y - margin
         && y <= picture->lanes.y + picture->lanes.height + margin;
}

/* Most of what is shown but not in view is told by its dates alone. Marks reach beyond these by
 * fades, signs and the least they are wide. */
static gboolean
is_far (const AnnalsPicture *picture, const AnnalsLayoutEvent *event)
{
  gdouble beyond = FAR_PX + picture->metrics->open_fade_px;
  const AnnalsScale *scale = &picture->options->scale;

  return annals_layout_get_lane (picture->layout, event->lane)->folds
         && event->begin != ANNALS_INSTANT_MIN && event->end != ANNALS_INSTANT_MAX
         && (annals_scale_get_x (scale, event->begin) > scale->x_px + scale->width_px + beyond
             || annals_scale_get_x (scale, event->end) < scale->x_px - beyond);
}

static GArray *
gather_marks (AnnalsPicture *picture)
{
  GArray *marks = annals_label_room_get_marks (annals_layout_get_label_room (picture->layout));
  const AnnalsPictureOptions *options = picture->options;

  g_array_set_size (marks, 0);
  for (guint i = annals_layout_find_in_sight (picture->layout, 0);
       i < annals_layout_get_n_shown (picture->layout);
       i = annals_layout_find_in_sight (picture->layout, i + 1))
    {
      const AnnalsLayoutEvent *event = annals_layout_get_shown (picture->layout, i);
      AnnalsMark mark;
      AnnalsMark record = { 0 };
      gdouble middle_y;
      AnnalsPlacedMark *placed;

      if (is_far (picture, event))
        continue;
      middle_y = picture->lanes.y - options->scroll_y_px
                 + annals_layout_get_middle_y (picture->layout, event);
      annals_layout_init_mark (picture->layout, event, &options->scale, &mark);
      if (event->record != NULL)
        annals_layout_init_record_mark (picture->layout, event, &options->scale, &record);
      if (!is_visible (picture, &mark, &record, middle_y))
        continue;
      g_array_set_size (marks, marks->len + 1);
      placed = &g_array_index (marks, AnnalsPlacedMark, marks->len - 1);
      placed->event = event;
      placed->mark = mark;
      placed->record = record;
      placed->middle_y_px = middle_y;
      placed->selected = options->selected == (gint) event->index;
    }
  return marks;
}

/* What can be seen of the mark, or of the record's line when the mark itself is out of view. */
static void
get_mark_rect (const AnnalsPicture *picture, const AnnalsPlacedMark *placed, AnnalsRect *rect)
{
  gdouble left_edge = picture->lanes.x;
  gdouble right_edge = picture->lanes.x + picture->lanes.width;
  gboolean out = placed->mark.x1_px < left_edge || placed->mark.x0_px > right_edge;
  const AnnalsMark *mark = out && placed->record.shape != ANNALS_SHAPE_NONE ? &placed->record
                                                                            : &placed->mark;

  rect->x = round (MAX (mark->x0_px, left_edge));
  rect->width = MAX (round (MIN (mark->x1_px, right_edge)) - rect->x, 0.0);
  rect->height = picture->metrics->bar_height_px;
  rect->y = round (placed->middle_y_px - rect->height / 2.0);
}

/* The ring goes round the mark and, where there is one, the line of the record below it. */
static void
draw_ring (AnnalsPicture *picture, const AnnalsPlacedMark *placed)
{
  gdouble below = placed->record.shape != ANNALS_SHAPE_NONE
                      ? ANNALS_MARK_RECORD_DROP_PX + RECORD_RING_PX
                      : 0.0;
  AnnalsRect rect;
  AnnalsItem *item;
  gboolean hovered = picture->options->hovered == (gint) placed->event->index;

  if (!placed->selected && !hovered)
    return;
  get_mark_rect (picture, placed, &rect);
  if (rect.width <= 0.0)
    return;
  rect = (AnnalsRect){ rect.x - RING_PX, rect.y - RING_PX, rect.width + 2.0 * RING_PX,
                       rect.height + 2.0 * RING_PX + below };
  item = annals_scene_add (picture->scene, ANNALS_ITEM_OUTLINE, ANNALS_ROLE_MARK, &rect);
  item->radius_px = 6.0;
  item->stroke_px = placed->selected ? 2.0 : 1.5;
  item->opacity = placed->selected ? 1.0 : 0.45;
}

/* Whether a label can be read on the pale bar of the mark. */
static gboolean
is_pale (const AnnalsMark *mark)
{
  return mark->shape == ANNALS_SHAPE_COVER && !mark->begin_doubtful && !mark->end_doubtful;
}

/* Breaks what lies under a label, a line or a strike, so that it can be read. */
static void
add_plate (AnnalsPicture *picture, const AnnalsPlacedMark *placed)
{
  gdouble gap = picture->metrics->label_gap_px;
  gdouble height = picture->metrics->bar_height_px;
  AnnalsRect plate = { placed->label_x_px - gap / 2.0, round (placed->middle_y_px - height / 2.0),
                       placed->label_px + gap, height };

  annals_scene_add (picture->scene, ANNALS_ITEM_RECT, ANNALS_ROLE_BACKGROUND, &plate);
}

static gdouble
get_rise (const AnnalsPicture *picture, const AnnalsPlacedMark *placed)
{
  return placed->above ? round (ANNALS_LABELS_RISE_PX * picture->metrics->text_scale) : 0.0;
}

static void
draw_label (AnnalsPicture *picture, const AnnalsPlacedMark *placed)
{
  AnnalsFont font = annals_placed_mark_get_font (placed);
  gdouble baseline = round (placed->middle_y_px + picture->metrics->baseline_px)
                     - get_rise (picture, placed);
  gboolean bar = placed->mark.shape == ANNALS_SHAPE_BAR;
  gboolean on_mark = placed->inside && bar && !placed->on_plate
                     && placed->event->status <= ANNALS_STATUS_ONGOING;
  AnnalsItem *item;

  if (placed->label[0] == '\0')
    return;
  if (placed->on_plate
      || (placed->inside
          && (!(bar || is_pale (&placed->mark)) || placed->event->status == ANNALS_STATUS_DENIED)))
    add_plate (picture, placed);
  item = annals_scene_add_text (picture->scene, on_mark ? ANNALS_ROLE_ON_MARK : ANNALS_ROLE_TEXT,
                                font, placed->label_x_px, baseline, placed->label);
  item->rect.width = placed->label_px;
  if (placed->with_note)
    annals_scene_add_text (picture->scene, ANNALS_ROLE_DIM_TEXT, ANNALS_FONT_NOTE,
                           placed->note_x_px, baseline, placed->event->note);
}

static void
add_hit (AnnalsPicture *picture, const AnnalsPlacedMark *placed)
{
  AnnalsHit hit = { .event = (gint) placed->event->index };

  get_mark_rect (picture, placed, &hit.mark);
  if (placed->label[0] != '\0' && !placed->inside)
    {
      hit.label = (AnnalsRect){ placed->label_x_px, hit.mark.y - get_rise (picture, placed),
                                placed->label_px, hit.mark.height };
      if (placed->with_note)
        {
          gdouble end = MAX (placed->label_x_px + placed->label_px,
                             placed->note_x_px + placed->event->note_px);

          hit.label.x = MIN (placed->label_x_px, placed->note_x_px);
          hit.label.width = end - hit.label.x;
        }
    }
  hit.labelled_whole = g_strcmp0 (placed->label, placed->event->label) == 0;
  annals_scene_add_hit (picture->scene, &hit);
}

/* Whether the event stands out: it matches what is looked for, or nothing is, and lies in the range
 * of time that is selected, if one is. */
gboolean
annals_picture_stands_out (const AnnalsPicture *picture, guint event)
{
  const AnnalsPictureOptions *options = picture->options;

  return (options->found == NULL || (event < options->n_found && options->found[event]))
         && (options->let_through == NULL
             || (event < options->n_let_through && options->let_through[event]));
}

/* What a label may stand on: the pale bar of a moment somewhere within, and what makes it up. */
static gboolean
is_ground (const AnnalsMark *mark, const AnnalsItem *item)
{
  return mark->shape == ANNALS_SHAPE_COVER && item->kind != ANNALS_ITEM_DIAMOND
         && item->kind != ANNALS_ITEM_CHEVRON;
}

/* How far a label that begins at @x0_px has to move right to be clear of what is drawn of its event
 * beside lines, or 0. */
static gdouble
get_way_past (const AnnalsPicture *picture,
              const AnnalsPlacedMark *placed,
              guint first_item,
              gdouble x0_px,
              gdouble x1_px)
{
  for (guint i = first_item; i < annals_scene_get_n_items (picture->scene); i++)
    {
      const AnnalsItem *item = annals_scene_get_item (picture->scene, i);
      gdouble gap = picture->metrics->label_gap_px;

      if (item->kind != ANNALS_ITEM_LINE && item->rect.height > THIN_PX
          && !is_ground (&placed->mark, item) && item->rect.x < x1_px + gap
          && item->rect.x + item->rect.width > x0_px - gap)
        return item->rect.x + item->rect.width + gap - x0_px;
    }
  return 0.0;
}

/* Whether a label of that width can stand between two places on a line of its event, clear of what
 * else is drawn of it; how far from the left it begins then. */
static gboolean
find_clear_of_line (const AnnalsPicture *picture,
                    const AnnalsPlacedMark *placed,
                    guint first_item,
                    gdouble right,
                    gdouble width,
                    gdouble *x)
{
  gdouble gap = picture->metrics->label_gap_px;
  gdouble strips[ANNALS_BREAKS_MOST][2];
  guint n_strips = annals_scale_get_strips (&picture->options->scale, strips);
  gdouble way = 1.0;

  for (guint i = 0; i < MOST_MOVES && way > 0.0; i++)
    {
      way = get_way_past (picture, placed, first_item, *x, *x + width);
      for (guint j = 0; j < n_strips; j++)
        if (strips[j][0] < *x + width + gap && strips[j][1] > *x - gap)
          way = MAX (way, strips[j][1] + gap - *x);
      *x += way;
    }
  return way <= 0.0 && *x + width <= right;
}

/* A line that goes on beyond the edge has its label on the other side of it, or at a date that is
 * out of view: it gets one on the line itself, which is broken for it. */
static void
place_label_on_line (AnnalsPicture *picture, AnnalsPlacedMark *placed, guint first_item)
{
  const gchar *label = placed->event->label;
  gdouble gap = picture->metrics->label_gap_px;
  gdouble right = MIN (placed->mark.x1_px, picture->lanes.x + picture->lanes.width) - 2.0 * gap;
  gdouble left = MAX (placed->mark.x0_px, picture->lanes.x) + 2.0 * gap;
  gdouble width = placed->event->label_px;
  gdouble x = left;

  if (placed->label[0] != '\0' || label[0] == '\0' || placed->selected
      || (placed->mark.shape != ANNALS_SHAPE_WHISKER && placed->mark.shape != ANNALS_SHAPE_POINTS
          && placed->mark.shape != ANNALS_SHAPE_COVER))
    return;
  if (width > right - left || strlen (label) >= sizeof placed->label)
    {
      if (!annals_label_cut (picture->layout, annals_placed_mark_get_font (placed), label,
                             right - left, ANNALS_LABELS_LEAST, ANNALS_LABELS_CUT_STEP,
                             placed->label, sizeof placed->label, &width))
        return;
    }
  else
    g_strlcpy (placed->label, label, sizeof placed->label);
  if (!find_clear_of_line (picture, placed, first_item, right, width, &x))
    {
      placed->label[0] = '\0';
      return;
    }
  placed->label_x_px = round (x);
  placed->label_px = width;
  placed->with_note = FALSE;
  placed->inside = TRUE;
}

static void
draw_event (AnnalsPicture *picture, AnnalsPlacedMark *placed)
{
  guint first_item = annals_scene_get_n_items (picture->scene);
  guint first_of_mark;
  const AnnalsLayoutLane *lane = annals_layout_get_lane (picture->layout, placed->event->lane);

  annals_scene_begin_group (picture->scene, ANNALS_CLIP_LANES, (gint) placed->event->index,
                            lane->color);
  if (placed->record.shape != ANNALS_SHAPE_NONE)
    annals_mark_draw_record (&placed->record, picture->scene, placed->event->record,
                             &picture->options->scale, picture->metrics,
                             placed->middle_y_px + picture->metrics->bar_height_px / 2.0
                                 + ANNALS_MARK_RECORD_DROP_PX);
  first_of_mark = annals_scene_get_n_items (picture->scene);
  annals_mark_draw (&placed->mark, picture->scene, placed->event->date, placed->event->status,
                    &picture->options->scale, picture->metrics, placed->middle_y_px);
  place_label_on_line (picture, placed, first_of_mark);
  draw_ring (picture, placed);
  draw_label (picture, placed);
  add_hit (picture, placed);
  if (!annals_picture_stands_out (picture, placed->event->index) && !placed->selected
      && picture->options->hovered != (gint) placed->event->index)
    annals_scene_step_back (picture->scene, first_item);
}

/* In a closed lane marks lie in one thin row, and have no labels. */
static void
draw_closed_event (AnnalsPicture *picture, const AnnalsPlacedMark *placed)
{
  const AnnalsLayoutLane *place = annals_layout_get_lane (picture->layout, placed->event->lane);
  guint first_item = annals_scene_get_n_items (picture->scene);
  AnnalsMetrics metrics = *picture->metrics;
  gdouble size = 1.0 + (CLOSED_BAR - 1.0) * place->closed;
  AnnalsHit hit = { .event = (gint) placed->event->index };

  metrics.bar_height_px = MAX (round (metrics.bar_height_px * size), 4.0);
  metrics.disc_radius_px *= size;
  annals_scene_begin_group (picture->scene, ANNALS_CLIP_LANES, hit.event, place->color);
  annals_mark_draw (&placed->mark, picture->scene, placed->event->date, placed->event->status,
                    &picture->options->scale, &metrics, placed->middle_y_px);
  if (!placed->selected)
    annals_scene_fade (picture->scene, first_item, 1.0 + (CLOSED_OPACITY - 1.0) * place->closed);
  draw_ring (picture, placed);
  get_mark_rect (picture, placed, &hit.mark);
  annals_scene_add_hit (picture->scene, &hit);
  if (!annals_picture_stands_out (picture, placed->event->index) && !placed->selected
      && picture->options->hovered != hit.event)
    annals_scene_step_back (picture->scene, first_item);
}

/* Draws the marks of closed lanes, and takes them out of the others. */
static void
draw_closed_events (AnnalsPicture *picture, GArray *marks)
{
  guint n_open = 0;

  for (guint i = 0; i < marks->len; i++)
    {
      const AnnalsPlacedMark *placed = &g_array_index (marks, AnnalsPlacedMark, i);

      if (annals_layout_get_lane (picture->layout, placed->event->lane)->closed > 0.0)
        draw_closed_event (picture, placed);
      else if (i != n_open++)
        g_array_index (marks, AnnalsPlacedMark, n_open - 1) = *placed;
    }
  g_array_set_size (marks, n_open);
}

static void
draw_events (AnnalsPicture *picture)
{
  GArray *marks = gather_marks (picture);

  draw_closed_events (picture, marks);
  annals_labels_place (picture->layout, marks, &picture->options->scale);
  for (guint i = 0; i < marks->len; i++)
    draw_event (picture, &g_array_index (marks, AnnalsPlacedMark, i));
}

/* Where the next tick of the same stretch of the axis is. */
static gdouble
get_next_x (const AnnalsTick *tick, const AnnalsTick *next)
{
  return next->left_px == tick->left_px ? next->x_px : tick->right_px;
}

/* The lower end of the ticks; the names of eras stand below. */
static gdouble
get_ticks_px (const AnnalsPicture *picture)
{
  return picture->metrics->axis_height_px - picture->metrics->eras_px;
}

/* The label of the upper tier stays at the left edge until the next one pushes it out. Returns
 * where it begins, or a negative number where it has no room. */
static gdouble
get_major_label_x (const AnnalsPicture *picture, guint index)
{
  const AnnalsTick *tick = &g_array_index (picture->ticks, AnnalsTick, index);
  gdouble k = picture->metrics->text_scale;
  gdouble left = tick->left_px;
  gdouble width = annals_layout_measure (picture->layout, ANNALS_FONT_AXIS_MAJOR, tick->label);
  gdouble x = MAX (tick->x_px, left) + 5.0 * k;
  gdouble right = tick->right_px;

  if (index + 1 < picture->ticks->len)
    right = MIN (right, get_next_x (tick, &g_array_index (picture->ticks, AnnalsTick, index + 1)));
  if (tick->x_px < left)
    x = MIN (x, right - width - 8.0 * k);
  return x < left || (tick->x_px >= left && x + width > right - 4.0 * k) ? -1.0 : x;
}

static void
draw_major_tick (AnnalsPicture *picture, guint index)
{
  const AnnalsTick *tick = &g_array_index (picture->ticks, AnnalsTick, index);
  gdouble k = picture->metrics->text_scale;
  gdouble top = picture->metrics->calendar_row_px;
  gdouble x = get_major_label_x (picture, index);

  if (tick->x_px >= tick->left_px)
    {
      AnnalsRect line = { round (tick->x_px) + 0.5, top + 6.0 * k, 0.0,
                          get_ticks_px (picture) - top - 6.0 * k };

      annals_scene_add (picture->scene, ANNALS_ITEM_LINE, ANNALS_ROLE_RULE, &line);
    }
  if (x >= 0.0)
    annals_scene_add_text (picture->scene, ANNALS_ROLE_TEXT, ANNALS_FONT_AXIS_MAJOR, round (x),
                           round (top + 18.0 * k), tick->label);
}

/* Whether the label of the upper tier says the same and more: “1950s” above “1950”. */
static gboolean
is_said_above (const AnnalsPicture *picture, const AnnalsTick *tick)
{
  for (guint i = 0; i < picture->ticks->len; i++)
    {
      const AnnalsTick *above = &g_array_index (picture->ticks, AnnalsTick, i);

      if (above->major && fabs (above->x_px - tick->x_px) < 0.5 && above->x_px >= above->left_px
          && g_str_has_prefix (above->label, tick->label))
        return get_major_label_x (picture, i) >= 0.0;
    }
  return FALSE;
}

static void
draw_minor_tick (AnnalsPicture *picture, const AnnalsTick *tick)
{
  gdouble k = picture->metrics->text_scale;
  gboolean bare = tick->label[0] == '\0';
  gdouble height = (bare ? 4.0 : 18.0) * k;
  gdouble x = round (tick->x_px);
  AnnalsRect line = { x + 0.5, get_ticks_px (picture) - height, 0.0, height };
  gdouble width;
  AnnalsItem *item;

  if (tick->x_px < tick->left_px - 0.5 || tick->opacity <= 0.01)
    return;
  item = annals_scene_add (picture->scene, ANNALS_ITEM_LINE, ANNALS_ROLE_RULE, &line);
  item->opacity = tick->opacity;
  if (bare || is_said_above (picture, tick))
    return;
  width = annals_layout_measure (picture->layout, ANNALS_FONT_AXIS_MINOR, tick->label);
  if (x + 5.0 * k + width > tick->right_px)
    return;
  item = annals_scene_add_text (picture->scene, ANNALS_ROLE_DIM_TEXT, ANNALS_FONT_AXIS_MINOR,
                                x + 5.0 * k, round (picture->metrics->calendar_row_px + 38.0 * k),
                                tick->label);
  item->opacity = tick->opacity;
}

static void
draw_axis (AnnalsPicture *picture)
{
  gdouble height = picture->metrics->axis_height_px;
  AnnalsRect band = { 0.0, 0.0, picture->options->width_px, height };
  AnnalsRect rule = { 0.0, height - 0.5, picture->options->width_px, 0.0 };

  annals_scene_begin_group (picture->scene, ANNALS_CLIP_NONE, -1, 0);
  annals_scene_add (picture->scene, ANNALS_ITEM_RECT, ANNALS_ROLE_HEADER, &band);
  annals_scene_begin_group (picture->scene, ANNALS_CLIP_AXIS, -1, 0);
  for (guint i = 0; i < picture->ticks->len; i++)
    {
      const AnnalsTick *tick = &g_array_index (picture->ticks, AnnalsTick, i);

      if (tick->major)
        draw_major_tick (picture, i);
      else
        draw_minor_tick (picture, tick);
    }
  annals_scene_begin_group (picture->scene, ANNALS_CLIP_NONE, -1, 0);
  annals_scene_add (picture->scene, ANNALS_ITEM_LINE, ANNALS_ROLE_RULE, &rule);
  if (picture->metrics->calendar_row_px > 0.0)
    annals_calendar_row_add (picture->scene, picture->layout, picture->options);
}

/**
 * annals_picture_get_opacity:
 * @options: how the timeline is shown
 * @opacity: how far a label has faded in by what the scale says
 *
 * Labels that fade in while one zooms are, in a picture that stays, either there or not.
 *
 * Returns: how opaque the label is
 */
gdouble
annals_picture_get_opacity (const AnnalsPictureOptions *options, gdouble opacity)
{
  return opacity + ((opacity < 0.5 ? 0.0 : 1.0) - opacity) * options->rest;
}

static void
settle_ticks (const AnnalsPictureOptions *options, GArray *ticks)
{
  for (guint i = 0; i < ticks->len; i++)
    {
      AnnalsTick *tick = &g_array_index (ticks, AnnalsTick, i);

      if (tick->label[0] != '\0')
        tick->opacity = annals_picture_get_opacity (options, tick->opacity);
    }
}

/**
 * annals_picture_fill:
 * @layout: a packed layout, its rows fitted to the height of the lanes
 * @options: what is shown
 * @scene: the picture; what was in it goes
 *
 * Lays the visible part of the timeline out: background, grid, lanes, marks, labels, axis and lane
 * headers. The lanes' part begins below the axis and right of the headers; that is where the scale
 * in @options has to have its time area. With no event that has a date there is the background
 * alone. One that draws frame after frame fills the same scene each time, which keeps its memory.
 */
void
annals_picture_fill (AnnalsLayout *layout, const AnnalsPictureOptions *options, AnnalsScene *scene)
{
  const AnnalsMetrics *metrics = annals_layout_get_metrics (layout);
  AnnalsRect whole = { 0.0, 0.0, options->width_px, options->height_px };
  GArray *ticks = annals_layout_get_ticks (layout, &options->scale);
  AnnalsPicture picture = {
    .layout = layout, .options = options, .metrics = metrics, .scene = scene, .ticks = ticks
  };
  AnnalsRect axis;
  AnnalsRect headers;

  settle_ticks (options, ticks);
  annals_scene_reset (scene, options->width_px, options->height_px);
  picture.lanes = (AnnalsRect){ options->scale.x_px, metrics->axis_height_px,
                                options->scale.width_px,
                                MAX (options->height_px - metrics->axis_height_px, 0.0) };
  axis = (AnnalsRect){ picture.lanes.x, 0.0, picture.lanes.width, metrics->axis_height_px };
  headers = (AnnalsRect){ 0.0, picture.lanes.y, picture.lanes.x, picture.lanes.height };
  annals_scene_set_clip (scene, ANNALS_CLIP_LANES, &picture.lanes);
  annals_scene_set_clip (scene, ANNALS_CLIP_AXIS, &axis);
  annals_scene_set_clip (scene, ANNALS_CLIP_HEADERS, &headers);

  annals_scene_add (scene, ANNALS_ITEM_RECT, ANNALS_ROLE_BACKGROUND, &whole);
  /* With no date there is no part of time to show. */
  if (annals_layout_get_n_events (layout) == 0)
    return;
  annals_layout_set_sight (layout, options->scroll_y_px - picture.lanes.height * SIGHT_MARGIN,
                           options->scroll_y_px + picture.lanes.height * (1.0 + SIGHT_MARGIN));
  annals_layout_follow (layout, &options->scale, options->selected);
  annals_era_bands_draw (scene, layout, options);
  annals_range_band_draw (scene, layout, options, ANNALS_CLIP_LANES);
  draw_grid (&picture);
  draw_lane_rules (&picture);
  annals_picture_draw_clusters (&picture);
  draw_events (&picture);
  draw_axis (&picture);
  annals_era_plates_draw (scene, layout, options);
  annals_break_strips_add (scene, layout, options);
  annals_picture_draw_matches (&picture);
  annals_range_band_draw (scene, layout, options, ANNALS_CLIP_AXIS);
  annals_picture_draw_headers (&picture);
  annals_scene_end_group (scene);
}

/**
 * annals_picture_build:
 * @layout: a packed layout, its rows fitted to the height of the lanes
 * @options: what is shown
 *
 * Does what annals_picture_fill() does with a scene of its own.
 *
 * Returns: (transfer full): the picture
 */
AnnalsScene *
annals_picture_build (AnnalsLayout *layout, const AnnalsPictureOptions *options)
{
  AnnalsScene *scene = annals_scene_new (options->width_px, options->height_px);

  annals_picture_fill (layout, options, scene);
  return scene;
}
