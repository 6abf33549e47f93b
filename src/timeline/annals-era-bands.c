/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>

#include "annals-label-cut.h"
#include "annals-labels.h"
#include "annals-picture.h"

/*
 * Eras in the picture: each is a pale band behind all lanes, soft where its bounds are, and a plate
 * with its name between axis and lanes. Names stay at the left edge while their band is in view,
 * and may reach beyond a short band as far as the next era of their row.
 */

#define BAND_OPACITY 0.10
#define PLATE_OPACITY 0.17
#define MORE_HOVERED 0.04
#define MORE_SELECTED 0.08
#define EDGE_OPACITY 0.45
#define MOST_FULL 2 /* so many bands may lie over one another as they are; more are paler */
#define PAD_PX 7.0
#define LEAST_LABEL_PX 24.0
#define BEYOND_PX 2.0
#define SAMPLE_PLATE_PART 0.4

typedef struct
{
  AnnalsScene *scene;
  const AnnalsLayout *layout;
  const AnnalsPictureOptions *options;
  const AnnalsMetrics *metrics;
  gdouble left;
  gdouble right;
} Bands;

static void
init_bands (Bands *bands,
            AnnalsScene *scene,
            const AnnalsLayout *layout,
            const AnnalsPictureOptions *options)
{
  *bands = (Bands){ scene,
                    layout,
                    options,
                    annals_layout_get_metrics (layout),
                    options->scale.x_px,
                    options->scale.x_px + options->scale.width_px };
}

/* Where an era begins and ends; FALSE when none of it can be seen. */
static gboolean
get_mark (const Bands *bands, const AnnalsEra *era, AnnalsMark *mark)
{
  annals_mark_init (mark, era->date, era->status, annals_layout_get_horizon (bands->layout),
                    &bands->options->scale, bands->metrics);

  return mark->x1_px > bands->left && mark->x0_px < bands->right;
}

static void
set_fade (AnnalsItem *item, const AnnalsMark *mark)
{
  if (mark->solid0_px <= mark->x0_px && mark->solid1_px >= mark->x1_px)
    return;
  item->fades = TRUE;
  item->fade[0] = mark->x0_px;
  item->fade[1] = MIN (MAX (mark->solid0_px, mark->x0_px), mark->x1_px);
  item->fade[2] = MAX (MIN (mark->solid1_px, mark->x1_px), item->fade[1]);
  item->fade[3] = mark->x1_px;
}

/* How dark an era is where it is as dark as @opacity when few lie over one another. */
static gdouble
get_opacity (const Bands *bands, const AnnalsEra *era, gdouble opacity)
{
  guint depth = annals_eras_get_depth (annals_layout_get_eras (bands->layout));
  gdouble pale = opacity * MIN (1.0, (gdouble) MOST_FULL / MAX (depth, 1));

  if (bands->options->selected == (gint) era->event)
    return pale + MORE_SELECTED;
  return bands->options->hovered == (gint) era->event ? pale + MORE_HOVERED : pale;
}

/* A bound that is certain has a fine line. */
static void
add_edge (Bands *bands, gdouble x_px, gdouble top, gdouble height, gdouble opacity)
{
  AnnalsRect line = { round (x_px) + 0.5, top, 0.0, height };

  if (x_px >= bands->left && x_px <= bands->right)
    annals_scene_add (bands->scene, ANNALS_ITEM_LINE, ANNALS_ROLE_MARK, &line)->opacity = opacity;
}

static void
draw_band (Bands *bands, const AnnalsEra *era, gdouble top, gdouble height)
{
  AnnalsMark mark;
  AnnalsRect rect;
  AnnalsItem *item;

  if (!get_mark (bands, era, &mark))
    return;
  rect.x = round (MAX (mark.x0_px, bands->left - BEYOND_PX));
  rect.width = MAX (round (MIN (mark.x1_px, bands->right + BEYOND_PX)) - rect.x, 1.0);
  rect.y = top;
  rect.height = height;
  annals_scene_begin_group (bands->scene, ANNALS_CLIP_LANES, -1, era->color);
  item = annals_scene_add (bands->scene, ANNALS_ITEM_RECT, ANNALS_ROLE_MARK, &rect);
  item->opacity = get_opacity (bands, era, BAND_OPACITY);
  set_fade (item, &mark);
  if (mark.begin == ANNALS_END_KNOWN && mark.solid0_px <= mark.x0_px)
    add_edge (bands, mark.x0_px, top, height, EDGE_OPACITY);
  if (mark.end == ANNALS_END_KNOWN && mark.solid1_px >= mark.x1_px)
    add_edge (bands, mark.x1_px, top, height, EDGE_OPACITY);
}

/**
 * annals_era_bands_draw:
 * @scene: a picture with its clips, its background drawn and nothing else
 * @layout: a layout
 * @options: what is shown
 *
 * Draws the eras behind the lanes.
 */
void
annals_era_bands_draw (AnnalsScene *scene,
                       const AnnalsLayout *layout,
                       const AnnalsPictureOptions *options)
{
  const AnnalsEras *eras = annals_layout_get_eras (layout);
  const AnnalsRect *lanes = annals_scene_get_clip (scene, ANNALS_CLIP_LANES);
  Bands bands;

  init_bands (&bands, scene, layout, options);
  for (guint i = 0; i < annals_eras_get_n (eras); i++)
    draw_band (&bands, annals_eras_get (eras, i), lanes->y, lanes->height);
}

/**
 * annals_era_bands_draw_overview:
 * @scene: the strip that shows the whole
 * @layout: a layout
 * @options: its scale, and nothing selected
 *
 * Draws the eras behind what is on the strip.
 */
void
annals_era_bands_draw_overview (AnnalsScene *scene,
                                const AnnalsLayout *layout,
                                const AnnalsPictureOptions *options)
{
  const AnnalsEras *eras = annals_layout_get_eras (layout);
  Bands bands;

  init_bands (&bands, scene, layout, options);
  for (guint i = 0; i < annals_eras_get_n (eras); i++)
    {
      const AnnalsEra *era = annals_eras_get (eras, i);
      AnnalsMark mark;
      AnnalsRect rect;

      if (!get_mark (&bands, era, &mark))
        continue;
      rect = (AnnalsRect){ round (mark.x0_px), 1.0, round (mark.x1_px - mark.x0_px),
                           options->height_px - 1.0 };
      annals_scene_begin_group (scene, ANNALS_CLIP_NONE, -1, era->color);
      annals_scene_add (scene, ANNALS_ITEM_RECT, ANNALS_ROLE_MARK, &rect)->opacity = get_opacity (
          &bands, era, BAND_OPACITY);
    }
  annals_scene_end_group (scene);
}

/* Where the next era of the row begins, which a name must not reach. */
static gdouble
get_limit (const Bands *bands, guint index)
{
  const AnnalsEras *eras = annals_layout_get_eras (bands->layout);
  guint row = annals_eras_get (eras, index)->row;

  for (guint i = index + 1; i < annals_eras_get_n (eras); i++)
    {
      const AnnalsEra *next = annals_eras_get (eras, i);
      AnnalsMark mark;

      if (next->row == row && get_mark (bands, next, &mark))
        return MIN (mark.x0_px, bands->right) - PAD_PX * bands->metrics->text_scale;
    }

  return bands->right - PAD_PX * bands->metrics->text_scale;
}

/* Returns how wide the name is that was drawn; 0 when there is no room for any. */
static gdouble
draw_name (Bands *bands, const AnnalsEra *era, gdouble x, gdouble limit, gdouble baseline)
{
  gdouble gap = bands->metrics->label_gap_px;
  gdouble k = bands->metrics->text_scale;
  gchar cut[256];
  const gchar *text = era->label;
  gdouble width = era->label_px;
  gboolean dim = bands->options->selected != (gint) era->event
                 && annals_eras_get_depth (annals_layout_get_eras (bands->layout)) <= MOST_FULL;
  AnnalsItem *item;

  if (width > limit - x)
    {
      if (limit - x < LEAST_LABEL_PX * k
          || !annals_label_cut (bands->layout, ANNALS_FONT_NOTE, era->label, limit - x,
                                ANNALS_LABELS_LEAST, 1, cut, sizeof cut, &width))
        return 0.0;
      text = cut;
    }
  item = annals_scene_add_text (bands->scene, ANNALS_ROLE_TEXT, ANNALS_FONT_NOTE, round (x),
                                baseline, text);
  item->rect.width = width;
  if (text != era->label || width + gap + era->words_px > limit - x)
    return width;
  annals_scene_add_text (bands->scene, dim ? ANNALS_ROLE_DIM_TEXT : ANNALS_ROLE_TEXT,
                         ANNALS_FONT_NOTE, round (x + width + gap), baseline, era->words);

  return width + gap + era->words_px;
}

static gboolean
has_event (const guint8 *events, guint n_events, guint event)
{
  return events == NULL || (event < n_events && events[event]);
}

/* As marks do: what is not looked for, and lies outside the range of time. */
static gboolean
stands_back (const AnnalsPictureOptions *options, guint event)
{
  return options->selected != (gint) event && options->hovered != (gint) event
         && !(has_event (options->found, options->n_found, event)
              && has_event (options->let_through, options->n_let_through, event));
}

static void
draw_plate (Bands *bands, guint index)
{
  const AnnalsEra *era = annals_eras_get (annals_layout_get_eras (bands->layout), index);
  gdouble k = bands->metrics->text_scale;
  gdouble top = bands->metrics->axis_height_px - bands->metrics->eras_px + 2.0 * k;
  guint first_item = annals_scene_get_n_items (bands->scene);
  AnnalsHit hit = { .event = (gint) era->event, .labelled_whole = TRUE, .on_axis = TRUE };
  gboolean selected = bands->options->selected == (gint) era->event;
  AnnalsMark mark;
  AnnalsItem *item;
  gdouble x;
  gdouble limit;
  gdouble width;

  if (!get_mark (bands, era, &mark))
    return;
  annals_scene_use_features (bands->scene, ANNALS_FEATURE_ERA);
  hit.mark.x = round (MAX (mark.x0_px, bands->left - BEYOND_PX));
  hit.mark.width = MAX (round (MIN (mark.x1_px, bands->right + BEYOND_PX)) - hit.mark.x, 3.0);
  hit.mark.y = round (top + era->row * ANNALS_ERA_ROW_PX * k);
  hit.mark.height = round (ANNALS_ERA_ROW_PX * k) - 2.0;
  annals_scene_begin_group (bands->scene, ANNALS_CLIP_AXIS, (gint) era->event, era->color);
  item = annals_scene_add (bands->scene, ANNALS_ITEM_RECT, ANNALS_ROLE_MARK, &hit.mark);
  item->opacity = get_opacity (bands, era, PLATE_OPACITY);
  item->radius_px = 3.0;
  set_fade (item, &mark);
  if (selected)
    {
      item = annals_scene_add (bands->scene, ANNALS_ITEM_OUTLINE, ANNALS_ROLE_MARK, &hit.mark);
      item->radius_px = 3.0;
      item->stroke_px = 1.5;
    }
  x = MAX (mark.x0_px, bands->left) + PAD_PX * k;
  limit = get_limit (bands, index);
  annals_scale_find_clear (&bands->options->scale, PAD_PX * k, era->label_px, &x, &limit);
  width = draw_name (bands, era, x, limit, round (hit.mark.y + hit.mark.height / 2.0 + 4.0 * k));
  if (width > 0.0)
    hit.label = (AnnalsRect){ x, hit.mark.y, width, hit.mark.height };
  if (stands_back (bands->options, era->event))
    annals_scene_step_back (bands->scene, first_item);
  annals_scene_add_hit (bands->scene, &hit);
}

/**
 * annals_era_plates_draw:
 * @scene: a picture in which the axis is drawn already
 * @layout: a layout
 * @options: what is shown
 *
 * Draws the names of the eras, between axis and lanes.
 */
void
annals_era_plates_draw (AnnalsScene *scene,
                        const AnnalsLayout *layout,
                        const AnnalsPictureOptions *options)
{
  const AnnalsEras *eras = annals_layout_get_eras (layout);
  Bands bands;

  init_bands (&bands, scene, layout, options);
  for (guint i = 0; i < annals_eras_get_n (eras); i++)
    draw_plate (&bands, i);
}

/**
 * annals_era_sample_draw:
 * @scene: a picture
 * @rect: where
 *
 * Draws what stands for an era in the legend: a piece of the band, with its plate above.
 */
void
annals_era_sample_draw (AnnalsScene *scene, const AnnalsRect *rect)
{
  gdouble plate_px = round (rect->height * SAMPLE_PLATE_PART);
  AnnalsRect plate = { rect->x, rect->y, rect->width, plate_px };
  AnnalsRect band = { rect->x, rect->y + plate_px + 1.0, rect->width,
                      rect->height - plate_px - 1.0 };
  AnnalsItem *item = annals_scene_add (scene, ANNALS_ITEM_RECT, ANNALS_ROLE_MARK, &plate);

  item->opacity = PLATE_OPACITY;
  item->radius_px = 3.0;
  annals_scene_add (scene, ANNALS_ITEM_RECT, ANNALS_ROLE_MARK, &band)->opacity = BAND_OPACITY;
  for (guint i = 0; i < 2; i++)
    {
      AnnalsRect line = { band.x + (i == 0 ? 0.5 : band.width - 0.5), band.y, 0.0, band.height };

      annals_scene_add (scene, ANNALS_ITEM_LINE, ANNALS_ROLE_MARK, &line)->opacity = EDGE_OPACITY;
    }
}
