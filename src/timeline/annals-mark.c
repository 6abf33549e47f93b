/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>

#include "annals-mark.h"

/* A date as a mark: the certain core solid, the rest fading from solid to nothing, so that the
 * picture never claims more than the text does. */

#define UNKNOWN_STUB_PX 28.0
#define OPEN_STUB_PX 24.0
#define CHEVRON_PX 6.0
#define QUESTION_PX 12.0

static gdouble
get_x_after (const AnnalsScale *scale, AnnalsInstant last)
{
  return annals_scale_get_x (scale, last < ANNALS_INSTANT_LATEST ? last + 1 : last);
}

static gdouble
get_tolerance_px (const AnnalsScale *scale, const AnnalsSpan *span, const AnnalsEnd *end)
{
  return (gdouble) annals_span_get_tolerance_s (span, end) / scale->s_per_px;
}

static void
place_known_ends (AnnalsMark *mark, const AnnalsSpan *span, const AnnalsScale *scale)
{
  gdouble begin_tolerance_px = get_tolerance_px (scale, span, &span->begin);
  gdouble end_tolerance_px = get_tolerance_px (scale, span, &span->end);

  if (span->begin_earliest != ANNALS_INSTANT_MIN)
    {
      mark->x0_px = annals_scale_get_x (scale, span->begin_earliest);
      mark->solid0_px = span->kind == ANNALS_SPAN_PERIOD ? get_x_after (scale, span->begin_latest)
                                                         : mark->x0_px;
      mark->x0_px -= begin_tolerance_px;
    }
  if (span->end_latest != ANNALS_INSTANT_MAX)
    {
      mark->x1_px = get_x_after (scale, span->end_latest);
      mark->solid1_px = span->kind == ANNALS_SPAN_PERIOD
                            ? annals_scale_get_x (scale, span->end_earliest)
                            : mark->x1_px;
      mark->x1_px += end_tolerance_px;
    }
}

/* An open end goes on to where the document's knowledge ends and fades out from there. What is
 * planned was not there yet when the text was published, so it fades in from then. */
static void
place_open_begin (AnnalsMark *mark,
                  AnnalsStatus status,
                  const AnnalsHorizon *horizon,
                  const AnnalsScale *scale,
                  const AnnalsMetrics *metrics)
{
  gdouble published_px = annals_scale_get_x (scale, horizon->published);
  gdouble limit_px = isinf (mark->solid1_px) ? annals_scale_get_x (scale, horizon->last)
                                             : mark->solid1_px;

  if (status == ANNALS_STATUS_PLANNED && horizon->published != ANNALS_INSTANT_MIN
      && published_px < limit_px)
    {
      mark->begin = ANNALS_END_KNOWN;
      mark->x0_px = published_px;
      mark->solid0_px = MIN (published_px + metrics->open_fade_px, limit_px);
      return;
    }
  mark->solid0_px = MIN (annals_scale_get_x (scale, horizon->first), limit_px - OPEN_STUB_PX);
  mark->x0_px = mark->solid0_px - metrics->open_fade_px;
}

static void
place_open_end (AnnalsMark *mark,
                const AnnalsHorizon *horizon,
                const AnnalsScale *scale,
                const AnnalsMetrics *metrics)
{
  mark->solid1_px = MAX (get_x_after (scale, horizon->last), mark->solid0_px + OPEN_STUB_PX);
  mark->x1_px = mark->solid1_px + metrics->open_fade_px;
}

static AnnalsShape
choose_shape (const AnnalsMark *mark, const AnnalsDate *date, AnnalsStatus status)
{
  const AnnalsSpan *span = annals_date_get_span (date);
  gboolean set = span->kind == ANNALS_SPAN_ONE_OF || span->kind == ANNALS_SPAN_ALL_OF;

  if (set && span->begin.state == ANNALS_END_KNOWN && span->end.state == ANNALS_END_KNOWN)
    return ANNALS_SHAPE_POINTS;
  if (set)
    return status == ANNALS_STATUS_PLANNED || status == ANNALS_STATUS_HYPOTHETICAL
               ? ANNALS_SHAPE_BAR
               : ANNALS_SHAPE_WHISKER;
  if (mark->solid0_px > mark->solid1_px)
    return ANNALS_SHAPE_WHISKER;
  return ANNALS_SHAPE_BAR;
}

/* The first and last of several dates reach beyond their bounds by what their discs need. */
static void
make_room_for_discs (AnnalsMark *mark,
                     const AnnalsDate *date,
                     const AnnalsScale *scale,
                     const AnnalsMetrics *metrics)
{
  guint n_members = annals_date_get_n_members (date);

  for (guint i = 0; i < n_members; i++)
    {
      const AnnalsSpan *member = annals_date_get_member (date, i);
      gdouble middle_px = (annals_scale_get_x (scale, annals_span_get_earliest (member))
                           + get_x_after (scale, annals_span_get_latest (member)))
                          / 2.0;

      mark->x0_px = MIN (mark->x0_px, round (middle_px) - metrics->disc_radius_px);
      mark->x1_px = MAX (mark->x1_px, round (middle_px) + metrics->disc_radius_px);
    }
  mark->solid0_px = mark->x0_px;
  mark->solid1_px = mark->x1_px;
}

/* Nothing ever gets so narrow that it vanishes: days and finer become a disc, the rest a capsule.
 */
static void
widen (AnnalsMark *mark, const AnnalsSpan *span, const AnnalsMetrics *metrics)
{
  gboolean day = span->kind == ANNALS_SPAN_MOMENT && span->begin.precision <= ANNALS_PRECISION_DAY;
  gdouble least_px = day || mark->shape != ANNALS_SHAPE_BAR ? 2.0 * metrics->disc_radius_px
                                                            : metrics->capsule_px;
  gdouble middle_px = (mark->x0_px + mark->x1_px) / 2.0;

  if (mark->x1_px - mark->x0_px >= least_px)
    return;
  if (mark->shape == ANNALS_SHAPE_BAR && day)
    mark->shape = ANNALS_SHAPE_DISC;
  mark->x0_px = mark->solid0_px = round (middle_px - least_px / 2.0);
  mark->x1_px = mark->solid1_px = mark->x0_px + least_px;
}

/**
 * annals_mark_init:
 * @mark: the mark to set
 * @date: (nullable): when it was
 * @status: what the text says of it
 * @horizon: how far the document reaches
 * @scale: the scale
 * @metrics: the measures
 *
 * Lays a date out on a scale. Positions may be far outside the picture.
 */
void
annals_mark_init (AnnalsMark *mark,
                  const AnnalsDate *date,
                  AnnalsStatus status,
                  const AnnalsHorizon *horizon,
                  const AnnalsScale *scale,
                  const AnnalsMetrics *metrics)
{
  const AnnalsSpan *span;

  *mark = (AnnalsMark){ .shape = ANNALS_SHAPE_NONE,
                        .x0_px = -INFINITY,
                        .solid0_px = -INFINITY,
                        .solid1_px = INFINITY,
                        .x1_px = INFINITY };
  if (date == NULL)
    return;

  span = annals_date_get_span (date);
  mark->begin = span->begin.state;
  mark->end = span->end.state;
  place_known_ends (mark, span, scale);
  mark->shape = choose_shape (mark, date, status);
  if (mark->begin == ANNALS_END_OPEN)
    place_open_begin (mark, status, horizon, scale, metrics);
  else if (mark->begin == ANNALS_END_UNKNOWN)
    mark->x0_px = mark->solid0_px
        = (isinf (mark->solid1_px) ? annals_scale_get_x (scale, horizon->last) : mark->solid1_px)
          - UNKNOWN_STUB_PX;
  if (mark->end == ANNALS_END_OPEN)
    place_open_end (mark, horizon, scale, metrics);
  else if (mark->end == ANNALS_END_UNKNOWN)
    mark->x1_px = mark->solid1_px = mark->solid0_px + UNKNOWN_STUB_PX;
  if (mark->shape == ANNALS_SHAPE_POINTS)
    make_room_for_discs (mark, date, scale, metrics);
  widen (mark, span, metrics);
}

/**
 * annals_mark_get_reach:
 * @mark: a mark
 * @metrics: the measures
 * @x0_px: (out): how far it reaches to the left, the sign of an unknown begin included
 * @x1_px: (out): and to the right
 *
 * Tells what room the mark takes in its row.
 */
void
annals_mark_get_reach (const AnnalsMark *mark,
                       const AnnalsMetrics *metrics,
                       gdouble *x0_px,
                       gdouble *x1_px)
{
  gdouble sign_px = QUESTION_PX * metrics->text_scale;

  *x0_px = mark->x0_px - (mark->begin == ANNALS_END_UNKNOWN ? sign_px : 0.0);
  *x1_px = mark->x1_px + (mark->end == ANNALS_END_UNKNOWN ? sign_px : 0.0);
}

/* Makes an item fade where its mark does, and cuts it to what a drawing surface can hold. */
static void
fit_item (AnnalsItem *item, const AnnalsMark *mark, const AnnalsRect *visible)
{
  gdouble margin_px = 64.0;
  gdouble left = MAX (item->rect.x, visible->x - margin_px);
  gdouble right = MIN (item->rect.x + item->rect.width, visible->x + visible->width + margin_px);

  item->rect.x = left;
  item->rect.width = MAX (right - left, 0.0);
  item->fades = mark->solid0_px - mark->x0_px > 0.75 || mark->x1_px - mark->solid1_px > 0.75;
  if (item->fades)
    {
      gdouble middle = (mark->x0_px + mark->x1_px) / 2.0;
      gboolean solid = mark->solid0_px <= mark->solid1_px;

      item->fade[0] = mark->x0_px;
      item->fade[1] = solid ? mark->solid0_px : middle;
      item->fade[2] = solid ? mark->solid1_px : middle;
      item->fade[3] = mark->x1_px;
    }
}

static void
draw_bar (const AnnalsMark *mark,
          AnnalsScene *scene,
          AnnalsStatus status,
          const AnnalsMetrics *metrics,
          gdouble middle_y)
{
  gboolean hollow = status == ANNALS_STATUS_PLANNED || status == ANNALS_STATUS_HYPOTHETICAL;
  gdouble x0 = round (mark->x0_px);
  gdouble x1 = MAX (round (mark->x1_px), x0 + 1.0);
  AnnalsRect rect = { x0, round (middle_y - metrics->bar_height_px / 2.0), x1 - x0,
                      metrics->bar_height_px };
  AnnalsItem *item = annals_scene_add (scene, hollow ? ANNALS_ITEM_OUTLINE : ANNALS_ITEM_RECT,
                                       ANNALS_ROLE_MARK, &rect);

  item->radius_px = 3.0;
  item->stroke_px = hollow ? 1.5 : 0.0;
  item->dash = status == ANNALS_STATUS_HYPOTHETICAL ? ANNALS_DASH_DASHED : ANNALS_DASH_NONE;
  fit_item (item, mark, annals_scene_get_clip (scene, ANNALS_CLIP_LANES));
}

static void
draw_chevron (AnnalsScene *scene, gdouble x, gdouble middle_y, gdouble direction)
{
  AnnalsRect rect = { round (x), round (middle_y) - CHEVRON_PX * 0.75, direction * CHEVRON_PX,
                      CHEVRON_PX * 1.5 };
  AnnalsItem *item = annals_scene_add (scene, ANNALS_ITEM_CHEVRON, ANNALS_ROLE_MARK, &rect);

  item->stroke_px = 1.5;
}

static void
draw_ends (const AnnalsMark *mark,
           AnnalsScene *scene,
           const AnnalsMetrics *metrics,
           gdouble middle_y)
{
  gdouble baseline = round (middle_y + metrics->baseline_px);

  if (mark->begin == ANNALS_END_OPEN)
    draw_chevron (scene, mark->x0_px + CHEVRON_PX, middle_y, -1.0);
  if (mark->end == ANNALS_END_OPEN)
    draw_chevron (scene, mark->x1_px - CHEVRON_PX, middle_y, 1.0);
  if (mark->begin == ANNALS_END_UNKNOWN)
    annals_scene_add_text (scene, ANNALS_ROLE_MARK, ANNALS_FONT_LABEL_STRONG,
                           round (mark->x0_px) - 10.0 * metrics->text_scale, baseline, "?");
  if (mark->end == ANNALS_END_UNKNOWN)
    annals_scene_add_text (scene, ANNALS_ROLE_MARK, ANNALS_FONT_LABEL_STRONG,
                           round (mark->x1_px) + 3.0, baseline, "?");
}

static void
draw_disc (AnnalsScene *scene,
           AnnalsStatus status,
           gboolean hollow,
           gdouble center_x,
           gdouble middle_y,
           gdouble radius)
{
  AnnalsRect rect = { center_x - radius, middle_y - radius, 2.0 * radius, 2.0 * radius };
  AnnalsItem *item;

  hollow = hollow || status == ANNALS_STATUS_PLANNED || status == ANNALS_STATUS_HYPOTHETICAL;
  item = annals_scene_add (scene, hollow ? ANNALS_ITEM_RING : ANNALS_ITEM_DISC, ANNALS_ROLE_MARK,
                           &rect);
  item->stroke_px = hollow ? 1.75 : 0.0;
  item->dash = status == ANNALS_STATUS_HYPOTHETICAL ? ANNALS_DASH_DASHED : ANNALS_DASH_NONE;
}

static void
draw_whisker (const AnnalsMark *mark,
              AnnalsScene *scene,
              const AnnalsMetrics *metrics,
              gdouble middle_y)
{
  AnnalsRect line = { mark->x0_px, round (middle_y) - 1.0, mark->x1_px - mark->x0_px, 2.0 };
  gdouble r = metrics->disc_radius_px + 1.0;
  gdouble center_x = round ((mark->x0_px + mark->x1_px) / 2.0);
  AnnalsRect diamond = { center_x - r, round (middle_y) - r, 2.0 * r, 2.0 * r };
  AnnalsMark faded = *mark;
  AnnalsItem *item = annals_scene_add (scene, ANNALS_ITEM_RECT, ANNALS_ROLE_MARK, &line);

  if (faded.begin == ANNALS_END_KNOWN)
    faded.solid0_px = faded.x0_px;
  if (faded.end == ANNALS_END_KNOWN)
    faded.solid1_px = faded.x1_px;
  fit_item (item, &faded, annals_scene_get_clip (scene, ANNALS_CLIP_LANES));
  item = annals_scene_add (scene, ANNALS_ITEM_DIAMOND, ANNALS_ROLE_MARK, &diamond);
  item->stroke_px = 1.75;
}

/* Several dates: each a mark of its own, joined by a line; hollow and dotted when only one of them
 * is right. Dates that lie too close are left to the first and last. */
static void
draw_points (const AnnalsMark *mark,
             AnnalsScene *scene,
             const AnnalsDate *date,
             AnnalsStatus status,
             const AnnalsScale *scale,
             const AnnalsMetrics *metrics,
             gdouble middle_y)
{
  gboolean one_of = annals_date_get_span (date)->kind == ANNALS_SPAN_ONE_OF;
  guint n_members = annals_date_get_n_members (date);
  gdouble radius = metrics->disc_radius_px;
  gdouble previous_right = -INFINITY;

  for (guint i = 0; i < n_members; i++)
    {
      const AnnalsSpan *member = annals_date_get_member (date, i);
      gdouble x0 = annals_scale_get_x (scale, annals_span_get_earliest (member));
      gdouble x1 = get_x_after (scale, annals_span_get_latest (member));
      gdouble middle_x = round ((x0 + x1) / 2.0);
      gdouble half = MAX ((x1 - x0) / 2.0, radius);

      if (middle_x - half < previous_right && i > 0)
        continue;
      if (i > 0 && middle_x - half - previous_right > 2.0)
        {
          AnnalsRect line = { previous_right + 2.0, round (middle_y),
                              middle_x - half - previous_right - 4.0, 0.0 };
          AnnalsItem *item = annals_scene_add (scene, ANNALS_ITEM_LINE, ANNALS_ROLE_MARK, &line);

          item->stroke_px = 1.75;
          item->dash = one_of ? ANNALS_DASH_DOTTED : ANNALS_DASH_NONE;
        }
      if (half <= radius)
        draw_disc (scene, status, one_of, middle_x, round (middle_y), radius);
      else
        {
          AnnalsMark whole
              = { ANNALS_SHAPE_BAR, x0, x0, x1, x1, ANNALS_END_KNOWN, ANNALS_END_KNOWN };

          draw_bar (&whole, scene, one_of ? ANNALS_STATUS_PLANNED : status, metrics, middle_y);
        }
      previous_right = middle_x + half;
    }
}

static void
draw_strike (const AnnalsMark *mark, AnnalsScene *scene, gdouble middle_y)
{
  AnnalsRect line = { round (mark->x0_px) - 3.0, round (middle_y),
                      round (mark->x1_px) - round (mark->x0_px) + 6.0, 0.0 };
  AnnalsItem *item = annals_scene_add (scene, ANNALS_ITEM_LINE, ANNALS_ROLE_TEXT, &line);

  item->stroke_px = 1.5;
}

static AnnalsMarkFeatures
get_features (const AnnalsMark *mark, const AnnalsDate *date, AnnalsStatus status)
{
  static const AnnalsMarkFeatures by_status[ANNALS_N_STATUSES] = {
    [ANNALS_STATUS_PLANNED] = ANNALS_FEATURE_PLANNED,
    [ANNALS_STATUS_HYPOTHETICAL] = ANNALS_FEATURE_HYPOTHETICAL,
    [ANNALS_STATUS_DENIED] = ANNALS_FEATURE_DENIED,
  };
  AnnalsSpanKind kind = annals_date_get_span (date)->kind;
  gboolean bar = mark->shape == ANNALS_SHAPE_BAR;
  AnnalsMarkFeatures features = by_status[status];

  if (mark->shape == ANNALS_SHAPE_POINTS)
    return features | (kind == ANNALS_SPAN_ONE_OF ? ANNALS_FEATURE_ONE_OF : ANNALS_FEATURE_ALL_OF);
  if (mark->shape == ANNALS_SHAPE_WHISKER)
    return features | ANNALS_FEATURE_WHISKER;
  if (mark->shape == ANNALS_SHAPE_DISC)
    return features | ANNALS_FEATURE_MOMENT;
  if (mark->begin == ANNALS_END_OPEN || mark->end == ANNALS_END_OPEN)
    features |= ANNALS_FEATURE_OPEN;
  else if (mark->begin == ANNALS_END_UNKNOWN || mark->end == ANNALS_END_UNKNOWN)
    features |= ANNALS_FEATURE_UNKNOWN;
  if (bar && kind == ANNALS_SPAN_PERIOD && by_status[status] == 0)
    features |= ANNALS_FEATURE_PERIOD;
  if (bar && kind == ANNALS_SPAN_MOMENT && by_status[status] == 0)
    features |= ANNALS_FEATURE_COVERING;
  if ((mark->begin == ANNALS_END_KNOWN && mark->solid0_px - mark->x0_px > 2.0)
      || (mark->end == ANNALS_END_KNOWN && mark->x1_px - mark->solid1_px > 2.0))
    features |= ANNALS_FEATURE_INEXACT;
  return features;
}

/**
 * annals_mark_draw:
 * @mark: a mark
 * @scene: the picture it is added to
 * @date: what it was made from
 * @status: what the text says of it: planned is hollow, hypothetical dashed, denied struck through
 * @scale: the scale it was made for
 * @metrics: the measures
 * @middle_y_px: the middle of its row
 *
 * Adds the mark to the picture.
 */
void
annals_mark_draw (const AnnalsMark *mark,
                  AnnalsScene *scene,
                  const AnnalsDate *date,
                  AnnalsStatus status,
                  const AnnalsScale *scale,
                  const AnnalsMetrics *metrics,
                  gdouble middle_y_px)
{
  switch (mark->shape)
    {
    case ANNALS_SHAPE_BAR:
      draw_bar (mark, scene, status, metrics, middle_y_px);
      draw_ends (mark, scene, metrics, middle_y_px);
      break;
    case ANNALS_SHAPE_DISC:
      draw_disc (scene, status, FALSE, round ((mark->x0_px + mark->x1_px) / 2.0),
                 round (middle_y_px), metrics->disc_radius_px);
      break;
    case ANNALS_SHAPE_WHISKER:
      draw_whisker (mark, scene, metrics, middle_y_px);
      draw_ends (mark, scene, metrics, middle_y_px);
      break;
    case ANNALS_SHAPE_POINTS:
      draw_points (mark, scene, date, status, scale, metrics, middle_y_px);
      break;
    case ANNALS_SHAPE_NONE:
    default:
      return;
    }
  if (status == ANNALS_STATUS_DENIED)
    draw_strike (mark, scene, middle_y_px);
  annals_scene_use_features (scene, get_features (mark, date, status));
}

/**
 * annals_mark_draw_record:
 * @mark: where the date on record lies
 * @scene: the picture
 * @date: the date on record
 * @scale: the scale
 * @y_px: where its line runs
 *
 * Adds the thin line that shows the record under the date as cited.
 */
void
annals_mark_draw_record (const AnnalsMark *mark,
                         AnnalsScene *scene,
                         const AnnalsDate *date,
                         const AnnalsScale *scale,
                         gdouble y_px)
{
  guint n_members = MAX (annals_date_get_n_members (date), 1);
  gboolean points = mark->shape == ANNALS_SHAPE_POINTS;

  for (guint i = 0; i < (points ? n_members : 1); i++)
    {
      AnnalsMark part = *mark;
      AnnalsRect rect;
      AnnalsItem *item;

      if (points)
        {
          const AnnalsSpan *member = annals_date_get_member (date, i);

          part.x0_px = part.solid0_px = annals_scale_get_x (scale,
                                                            annals_span_get_earliest (member));
          part.x1_px = part.solid1_px = get_x_after (scale, annals_span_get_latest (member));
        }
      rect = (AnnalsRect){ round (part.x0_px), round (y_px),
                           MAX (round (part.x1_px) - round (part.x0_px), 3.0), 2.0 };
      item = annals_scene_add (scene, ANNALS_ITEM_RECT, ANNALS_ROLE_MARK, &rect);
      fit_item (item, &part, annals_scene_get_clip (scene, ANNALS_CLIP_LANES));
    }
  annals_scene_use_features (scene, ANNALS_FEATURE_RECORD);
}
