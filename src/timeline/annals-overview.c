/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>

#include "annals-density.h"
#include "annals-picture.h"

/* The overview: a thin strip with all events and a window on what the timeline shows. */

#define TICK_TEXT_PX 16.0
#define TOP_PX 5.0
#define BOTTOM_PX 2.0
#define BAR_PX 2.0
#define LEAST_PITCH_PX 2.0
#define MOST_PITCH_PX 4.0

/* The sign of a break: two short strokes. */
#define STROKE_WIDTH_PX 4.0
#define STROKE_HEIGHT_PX 10.0
#define STROKES_APART_PX 5.0
#define STROKE_OPACITY 0.6

/**
 * annals_overview_init_scale:
 * @layout: a layout
 * @scale: the scale to set
 * @x_px: where the time area begins
 * @width_px: how wide it is
 *
 * Sets the scale of the strip, which shows all events.
 */
void
annals_overview_init_scale (const AnnalsLayout *layout,
                            AnnalsScale *scale,
                            gdouble x_px,
                            gdouble width_px)
{
  annals_layout_init_fit (layout, scale, x_px, width_px);
}

/* How marks lie one below the other. */
typedef struct
{
  gdouble room_px;
  gdouble pitch_px; /* of rows on whole pixels; 0 when there are too many, so that they overlap */
  gdouble top_px;
  GArray *first_rows; /* guint, of each lane */
} Rows;

static void
rows_init (Rows *rows, AnnalsLayout *layout, gdouble room_px)
{
  guint n_lanes = annals_layout_get_n_lanes (layout);
  guint n_rows = 0;
  gboolean folds = FALSE;

  *rows = (Rows){ .room_px = room_px, .first_rows = g_array_new (FALSE, TRUE, sizeof (guint)) };
  g_array_set_size (rows->first_rows, n_lanes);
  for (guint i = 0; i < annals_layout_get_n_shown (layout); i++)
    {
      const AnnalsLayoutEvent *event = annals_layout_get_shown (layout, i);
      guint *n_of_lane = &g_array_index (rows->first_rows, guint, event->lane);

      *n_of_lane = MAX (*n_of_lane, event->row + 1);
    }
  for (guint i = 0; i < n_lanes; i++)
    {
      guint lane = annals_layout_get_lane_at (layout, i);
      guint *first = &g_array_index (rows->first_rows, guint, lane);
      guint n_of_lane = *first;

      folds |= annals_layout_get_lane (layout, lane)->folds;
      *first = n_rows;
      n_rows += n_of_lane;
    }
  if (folds || n_rows == 0 || room_px < LEAST_PITCH_PX * n_rows)
    return;
  rows->pitch_px = MIN (floor (room_px / n_rows), MOST_PITCH_PX);
  rows->top_px = TOP_PX + floor ((room_px - rows->pitch_px * n_rows) / 2.0);
}

static void
draw_mark (AnnalsLayout *layout,
           AnnalsScene *scene,
           const AnnalsScale *scale,
           const AnnalsLayoutEvent *event,
           const Rows *rows)
{
  gdouble all = MAX (annals_layout_get_height (layout), 1.0);
  AnnalsMark mark;
  AnnalsRect rect;

  annals_layout_init_mark (layout, event, scale, &mark);
  rect.x = round (MAX (mark.x0_px, scale->x_px));
  rect.width = MAX (round (MIN (mark.x1_px, scale->x_px + scale->width_px)) - rect.x, 3.0);
  rect.y = TOP_PX + floor (annals_layout_get_middle_y (layout, event) / all * rows->room_px);
  rect.height = BAR_PX;
  if (rows->pitch_px > 0.0)
    {
      rect.y = rows->top_px
               + rows->pitch_px
                     * (g_array_index (rows->first_rows, guint, event->lane) + event->row);
      rect.height = MIN (BAR_PX, rows->pitch_px - 1.0);
    }
  annals_scene_add (scene, ANNALS_ITEM_RECT, ANNALS_ROLE_MARK, &rect)->radius_px = rect.height
                                                                                   / 2.0;
}

static void
draw_marks (AnnalsLayout *layout, AnnalsScene *scene, const AnnalsScale *scale, gdouble height)
{
  gdouble room = height - TICK_TEXT_PX * annals_layout_get_metrics (layout)->text_scale - TOP_PX
                 - BOTTOM_PX;
  Rows rows;

  rows_init (&rows, layout, room);
  annals_density_draw (annals_layout_get_density (layout), layout, scene, scale, room);
  for (guint i = 0; i < annals_layout_get_n_shown (layout); i++)
    {
      const AnnalsLayoutEvent *event = annals_layout_get_shown (layout, i);
      const AnnalsLayoutLane *lane = annals_layout_get_lane (layout, event->lane);

      annals_scene_begin_group (scene, ANNALS_CLIP_NONE, -1, lane->color);
      if (!lane->folds)
        draw_mark (layout, scene, scale, event, &rows);
    }
  annals_scene_end_group (scene);
  g_array_unref (rows.first_rows);
}

static void
draw_years (AnnalsLayout *layout, AnnalsScene *scene, const AnnalsScale *scale, gdouble height)
{
  const AnnalsMetrics *metrics = annals_layout_get_metrics (layout);
  g_autoptr (GArray) ticks = annals_layout_build_ticks (layout, scale);

  for (guint i = 0; i < ticks->len; i++)
    {
      const AnnalsTick *tick = &g_array_index (ticks, AnnalsTick, i);
      gdouble width;
      AnnalsItem *item;

      if (tick->major || tick->label[0] == '\0' || tick->x_px < tick->left_px)
        continue;
      width = annals_layout_measure (layout, ANNALS_FONT_AXIS_MINOR, tick->label);
      if (tick->x_px + width > tick->right_px)
        continue;
      item = annals_scene_add_text (scene, ANNALS_ROLE_DIM_TEXT, ANNALS_FONT_AXIS_MINOR,
                                    round (tick->x_px), height - 6.0 * metrics->text_scale,
                                    tick->label);
      item->opacity = tick->opacity;
    }
}

/* Where time is compressed nothing else is seen, and a quiet sign says that the axis is broken. */
static void
draw_breaks (AnnalsScene *scene, const AnnalsScale *scale, gdouble k, gdouble height)
{
  gdouble strips[ANNALS_BREAKS_MOST][2];
  guint n_strips = annals_scale_get_strips (scale, strips);

  for (guint i = 0; i < n_strips; i++)
    {
      gdouble left = round (strips[i][0]);
      AnnalsRect strip = { left, 1.0, round (strips[i][1]) - left, height - 1.0 };
      gdouble middle = round (left + strip.width / 2.0);
      gdouble top = round ((height - TICK_TEXT_PX * k - STROKE_HEIGHT_PX * k) / 2.0) + 1.0;

      annals_scene_add (scene, ANNALS_ITEM_RECT, ANNALS_ROLE_HEADER, &strip);
      for (guint j = 0; j < 2; j++)
        {
          AnnalsRect stroke = { middle + (STROKES_APART_PX * (j - 0.5) - STROKE_WIDTH_PX / 2.0) * k,
                                top + STROKE_HEIGHT_PX * k, STROKE_WIDTH_PX * k,
                                -STROKE_HEIGHT_PX * k };
          AnnalsItem *item = annals_scene_add (scene, ANNALS_ITEM_LINE, ANNALS_ROLE_DIM_TEXT,
                                               &stroke);

          item->stroke_px = 1.25;
          item->opacity = STROKE_OPACITY;
        }
    }
}

/**
 * annals_overview_fill:
 * @layout: a packed layout
 * @options: how it is shown
 * @scene: the strip; what was in it goes. Its lanes' clip is the window that can be dragged
 *
 * Lays the strip out.
 */
void
annals_overview_fill (AnnalsLayout *layout,
                      const AnnalsOverviewOptions *options,
                      AnnalsScene *scene)
{
  AnnalsRect whole = { 0.0, 0.0, options->width_px, options->height_px };
  AnnalsRect rule = { 0.0, 0.5, options->width_px, 0.0 };
  const AnnalsScale *shown = &options->scale;
  AnnalsPictureOptions whole_scale;
  AnnalsScale scale;
  gdouble left;
  gdouble right;
  AnnalsRect window;
  AnnalsItem *item;

  annals_scene_reset (scene, options->width_px, options->height_px);
  annals_overview_init_scale (layout, &scale, options->x_px,
                              MAX (options->width_px - options->x_px, 1.0));
  annals_scene_add (scene, ANNALS_ITEM_RECT, ANNALS_ROLE_HEADER, &whole);
  annals_scene_add (scene, ANNALS_ITEM_LINE, ANNALS_ROLE_RULE, &rule);
  whole_scale = (AnnalsPictureOptions){
    .scale = scale, .height_px = options->height_px, .selected = -1, .hovered = -1
  };
  annals_era_bands_draw_overview (scene, layout, &whole_scale);
  draw_years (layout, scene, &scale, options->height_px);
  draw_marks (layout, scene, &scale, options->height_px);
  draw_breaks (scene, &scale, annals_layout_get_metrics (layout)->text_scale, options->height_px);

  left = annals_scale_get_x (&scale, annals_scale_get_instant (shown, shown->x_px));
  right = annals_scale_get_x (&scale,
                              annals_scale_get_instant (shown, shown->x_px + shown->width_px));
  left = CLAMP (left, options->x_px + 1.0, options->width_px - 5.0);
  right = CLAMP (right, left + 4.0, options->width_px - 1.0);
  window = (AnnalsRect){ round (left), 2.0, round (right) - round (left),
                         options->height_px - 4.0 };
  annals_scene_set_clip (scene, ANNALS_CLIP_LANES, &window);
  item = annals_scene_add (scene, ANNALS_ITEM_OUTLINE, ANNALS_ROLE_DIM_TEXT, &window);
  item->radius_px = 5.0;
  item->stroke_px = 1.0;
}

/**
 * annals_overview_build:
 * @layout: a packed layout
 * @options: how it is shown
 *
 * Does what annals_overview_fill() does with a scene of its own.
 *
 * Returns: (transfer full): the strip
 */
AnnalsScene *
annals_overview_build (AnnalsLayout *layout, const AnnalsOverviewOptions *options)
{
  AnnalsScene *scene = annals_scene_new (options->width_px, options->height_px);

  annals_overview_fill (layout, options, scene);
  return scene;
}
