/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>
#include <string.h>

#include "annals-picture.h"

/* A compressed stretch of time in the picture: a strip torn out of lanes and axis, with its length
 * on the axis, a word on each line. */

#define BASE_PX 15.0
#define LINE_PX 14.0
#define MOST_LINES 3
#define INSET_PX 2.0

/* Cuts words into lines that fit, as few as may be; what still does not fit is left to stick out.
 */
static guint
break_lines (const AnnalsLayout *layout, gchar *words, gdouble width_px, gchar *lines[MOST_LINES])
{
  guint n_lines = 1;
  gchar *rest = words;

  lines[0] = words;
  while (n_lines < MOST_LINES
         && annals_layout_measure (layout, ANNALS_FONT_AXIS_MINOR, rest) > width_px)
    {
      gchar *space = strchr (rest, ' ');

      if (space == NULL)
        break;
      *space = '\0';
      /* A number keeps its word where both fit. */
      for (gchar *next = strchr (space + 1, ' '); next != NULL; next = strchr (next + 1, ' '))
        {
          *space = ' ';
          *next = '\0';
          if (annals_layout_measure (layout, ANNALS_FONT_AXIS_MINOR, rest) <= width_px)
            {
              space = next;
              continue;
            }
          *next = ' ';
          *space = '\0';
          break;
        }
      rest = lines[n_lines++] = space + 1;
    }
  return n_lines;
}

static void
add_length (AnnalsScene *scene, const AnnalsLayout *layout, const AnnalsRect *strip, gchar *words)
{
  const AnnalsMetrics *metrics = annals_layout_get_metrics (layout);
  gdouble k = metrics->text_scale;
  gdouble top = metrics->calendar_row_px;
  gdouble room = metrics->axis_height_px - top;
  gdouble width = strip->width - 2.0 * (ANNALS_TOOTH_PX + INSET_PX);
  gchar *lines[MOST_LINES];
  guint n_lines = break_lines (layout, words, width, lines);
  gdouble line_px = MIN (LINE_PX * k, room / n_lines);
  gdouble first = top + (room - (n_lines - 1) * line_px) / 2.0 + 4.0 * k;

  for (guint i = 0; i < n_lines; i++)
    {
      gdouble text_px = annals_layout_measure (layout, ANNALS_FONT_AXIS_MINOR, lines[i]);

      annals_scene_add_text (scene, ANNALS_ROLE_DIM_TEXT, ANNALS_FONT_AXIS_MINOR,
                             round (strip->x + (strip->width - text_px) / 2.0),
                             round (first + i * line_px), lines[i])
          ->rect.width
          = text_px;
    }
}

/**
 * annals_break_strips_add:
 * @scene: a picture whose lanes and axis are drawn
 * @layout: its layout
 * @options: what is shown
 *
 * Draws the stretches that the scale compresses.
 */
void
annals_break_strips_add (AnnalsScene *scene,
                         const AnnalsLayout *layout,
                         const AnnalsPictureOptions *options)
{
  const AnnalsScale *scale = &options->scale;

  for (guint i = 0; i < annals_breaks_get_n (scale->breaks); i++)
    {
      const AnnalsBreak *one = annals_breaks_get (scale->breaks, i);
      g_autofree gchar *words = NULL;
      AnnalsRect strip = { .height = options->height_px };
      gdouble right;

      if (!annals_scale_is_broken (scale, i))
        continue;
      strip.x = round (annals_scale_get_x (scale, one->first));
      right = round (annals_scale_get_x (scale, one->last + 1));
      strip.width = right - strip.x;
      if (right <= scale->x_px || strip.x >= scale->x_px + scale->width_px)
        continue;
      words = annals_break_dup_words (one);
      annals_scene_begin_group (scene, ANNALS_CLIP_LANES, -1, 0);
      annals_scene_add (scene, ANNALS_ITEM_TEAR, ANNALS_ROLE_RULE, &strip);
      annals_scene_begin_group (scene, ANNALS_CLIP_AXIS, -1, 0);
      annals_scene_add (scene, ANNALS_ITEM_TEAR, ANNALS_ROLE_RULE, &strip);
      add_length (scene, layout, &strip, words);
    }
  annals_scene_end_group (scene);
}
