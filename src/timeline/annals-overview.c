/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>

#include "annals-picture.h"

/* The overview: a thin strip with all events and a window on what the timeline shows. */

#define TICK_TEXT_PX 16.0

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

static void
draw_marks (AnnalsLayout *layout, AnnalsScene *scene, const AnnalsScale *scale, gdouble height)
{
  AnnalsDocument *document = annals_layout_get_document (layout);
  guint n_lanes = annals_document_get_n_lanes (document);
  const AnnalsMetrics *metrics = annals_layout_get_metrics (layout);
  gdouble all = MAX (annals_layout_get_height (layout), 1.0);

  for (guint i = 0; i < annals_layout_get_n_events (layout); i++)
    {
      const AnnalsLayoutEvent *event = annals_layout_get_event (layout, i);
      AnnalsMark mark;
      AnnalsRect rect;
      AnnalsItem *item;

      if (event->lane >= n_lanes)
        continue;
      annals_mark_init (&mark, event->date, event->status, annals_layout_get_horizon (layout),
                        scale, metrics);
      rect.x = round (MAX (mark.x0_px, scale->x_px));
      rect.width = MAX (round (MIN (mark.x1_px, scale->x_px + scale->width_px)) - rect.x, 3.0);
      rect.y = 5.0
               + floor (annals_layout_get_middle_y (layout, event) / all
                        * (height - TICK_TEXT_PX * metrics->text_scale - 8.0));
      rect.height = 2.0;
      annals_scene_begin_group (scene, ANNALS_CLIP_NONE, -1,
                                annals_document_get_lane (document, event->lane)->color);
      item = annals_scene_add (scene, ANNALS_ITEM_RECT, ANNALS_ROLE_MARK, &rect);
      item->radius_px = 1.0;
    }
  annals_scene_end_group (scene);
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

/**
 * annals_overview_build:
 * @layout: a packed layout
 * @options: how it is shown
 *
 * Returns: (transfer full): the strip; its lanes' clip is the window that can be dragged
 */
AnnalsScene *
annals_overview_build (AnnalsLayout *layout, const AnnalsOverviewOptions *options)
{
  AnnalsScene *scene = annals_scene_new (options->width_px, options->height_px);
  AnnalsRect whole = { 0.0, 0.0, options->width_px, options->height_px };
  AnnalsRect rule = { 0.0, 0.5, options->width_px, 0.0 };
  const AnnalsScale *shown = &options->scale;
  AnnalsScale scale;
  gdouble left;
  gdouble right;
  AnnalsRect window;
  AnnalsItem *item;

  annals_overview_init_scale (layout, &scale, options->x_px,
                              MAX (options->width_px - options->x_px, 1.0));
  annals_scene_add (scene, ANNALS_ITEM_RECT, ANNALS_ROLE_HEADER, &whole);
  annals_scene_add (scene, ANNALS_ITEM_LINE, ANNALS_ROLE_RULE, &rule);
  draw_years (layout, scene, &scale, options->height_px);
  draw_marks (layout, scene, &scale, options->height_px);

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
  item->stroke_px = 1.5;
  return scene;
}
