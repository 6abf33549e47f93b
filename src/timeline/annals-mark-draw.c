/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>

#include "annals-mark-private.h"

/* A mark as items of the picture. The signs are few and always mean the same: solid is certain,
 * pale or fading is not; an edge is a limit that holds, no edge means about; stripes mean perhaps;
 * a hollow diamond stands for something between limits; hollow is planned. */

#define CHEVRON_PX 6.0
#define EDGE_PX 2.0
#define LEAST_DIAMOND_PX 3.0
#define DIAMOND_ROOM_PX 3.0 /* beside the diamond in an outline */
#define STRIPED_ROOM_PX 7.0 /* the same where stripes have to be seen */
#define STRIPE_PX 2.2
#define PALE_STRIPE_PX 1.6
#define DISC_STRIPE_PX 1.6
#define DOUBTFUL_RING_PX 1.25 /* holds the stripes of a disc together */
#define NOTCHES 3
#define RECORD_PX 2.0
#define RECORD_EDGE_PX 4.0
#define CUT_MARGIN_PX 64.0
#define DOT_PX 1.75
#define JOIN_PX 1.25 /* the line that joins dates, which is no stretch of time */
#define STRIKE_PX 1.75
#define CASING_PX 5.0        /* the paper on either side of a strike, on which it is seen */
#define ACROSS_CASING_PX 3.5 /* the same on a disc, of which enough has to stay */

typedef struct
{
  AnnalsScene *scene;
  const AnnalsMetrics *metrics;
  AnnalsStatus status;
  gdouble middle_y;
} Pen;

/* Makes an item fade where its mark does, and cuts it to what a drawing surface can hold. */
static void
fit_item (AnnalsItem *item, const AnnalsMark *mark, const AnnalsRect *visible)
{
  gdouble left = MAX (item->rect.x, visible->x - CUT_MARGIN_PX);
  gdouble right = MIN (item->rect.x + item->rect.width,
                       visible->x + visible->width + CUT_MARGIN_PX);

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
fit (const Pen *pen, AnnalsItem *item, const AnnalsMark *mark)
{
  fit_item (item, mark, annals_scene_get_clip (pen->scene, ANNALS_CLIP_LANES));
}

static void
get_bar_rect (const Pen *pen, const AnnalsMark *mark, AnnalsRect *rect)
{
  rect->x = round (mark->x0_px);
  rect->width = MAX (round (mark->x1_px) - rect->x, 1.0);
  rect->height = pen->metrics->bar_height_px;
  rect->y = round (pen->middle_y - rect->height / 2.0);
}

static AnnalsDash
get_dash (const Pen *pen)
{
  return pen->status == ANNALS_STATUS_HYPOTHETICAL ? ANNALS_DASH_DASHED : ANNALS_DASH_NONE;
}

/* What stands at one place of a mark is left out where the mark is not seen. */
static gboolean
is_seen (const Pen *pen, gdouble x)
{
  const AnnalsRect *visible = annals_scene_get_clip (pen->scene, ANNALS_CLIP_LANES);

  return x >= visible->x - CUT_MARGIN_PX && x <= visible->x + visible->width + CUT_MARGIN_PX;
}

static AnnalsItem *
add_line (const Pen *pen, gdouble x0, gdouble y0, gdouble x1, gdouble y1, gdouble stroke_px)
{
  AnnalsRect line = { x0, y0, x1 - x0, y1 - y0 };
  AnnalsItem *item = annals_scene_add (pen->scene, ANNALS_ITEM_LINE, ANNALS_ROLE_MARK, &line);

  item->stroke_px = stroke_px;
  return item;
}

/* A line along the row, cut to what a drawing surface can hold: dots far outside are costly. Those
 * that are seen stay where they are. */
static AnnalsItem *
add_long_line (const Pen *pen, gdouble x0, gdouble x1, gdouble stroke_px)
{
  const AnnalsRect *visible = annals_scene_get_clip (pen->scene, ANNALS_CLIP_LANES);
  gdouble y = round (pen->middle_y);
  gdouble hidden = ceil ((visible->x - CUT_MARGIN_PX - x0) / ANNALS_DOT_PITCH_PX);
  gdouble left = hidden > 0.0 ? x0 + hidden * ANNALS_DOT_PITCH_PX : x0;
  gdouble right = MIN (x1, visible->x + visible->width + CUT_MARGIN_PX);

  return add_line (pen, left, y, MAX (left, right), y, stroke_px);
}

/* The edge of a limit that holds: it was not earlier, or not later. */
static void
add_edge (const Pen *pen, gdouble x, gdouble height)
{
  gdouble top = round (pen->middle_y - height / 2.0);

  if (is_seen (pen, x))
    add_line (pen, x, top, x, top + height, EDGE_PX)->dash = get_dash (pen);
}

static void
add_edges (const Pen *pen, const AnnalsMark *mark, gdouble height, gdouble least_fade_px)
{
  if (mark->begin == ANNALS_END_KNOWN && mark->soft0_px <= 0.0
      && mark->solid0_px - mark->x0_px >= least_fade_px)
    add_edge (pen, round (mark->x0_px) + EDGE_PX / 2.0, height);
  if (mark->end == ANNALS_END_KNOWN && mark->soft1_px <= 0.0
      && mark->x1_px - mark->solid1_px >= least_fade_px)
    add_edge (pen, round (mark->x1_px) - EDGE_PX / 2.0, height);
}

/* Stripes, of the paper over what is solid and of the mark's colour over what is not. Where they
 * are cut off they stay where they are. */
static void
add_stripes (const Pen *pen, const AnnalsMark *mark, const AnnalsRect *rect, gboolean on_solid)
{
  const AnnalsRect *visible = annals_scene_get_clip (pen->scene, ANNALS_CLIP_LANES);
  AnnalsRect area = *rect;
  AnnalsItem *item;
  gdouble hidden = ceil ((visible->x - CUT_MARGIN_PX - area.x) / ANNALS_STRIPE_PITCH_PX);

  if (hidden > 0.0)
    {
      area.x += hidden * ANNALS_STRIPE_PITCH_PX;
      area.width = rect->x + rect->width - area.x;
    }
  if (area.width <= 0.0 || area.x > visible->x + visible->width)
    return;
  item = annals_scene_add (pen->scene, ANNALS_ITEM_HATCH,
                           on_solid ? ANNALS_ROLE_BACKGROUND : ANNALS_ROLE_MARK, &area);
  item->stroke_px = on_solid ? STRIPE_PX : PALE_STRIPE_PX;
  if (!on_solid && mark != NULL)
    fit (pen, item, mark);
  else
    item->rect.width = MIN (area.width, visible->x + visible->width + CUT_MARGIN_PX - area.x);
}

static void
add_doubts (const Pen *pen, const AnnalsMark *mark, const AnnalsRect *rect, gboolean on_solid)
{
  AnnalsRect part = *rect;
  gdouble begin_px;
  gdouble end_px;

  annals_mark_get_doubtful (mark, &begin_px, &end_px);
  if (mark->begin_doubtful)
    {
      part.width = MIN (round (begin_px) - rect->x, rect->width);
      add_stripes (pen, mark, &part, on_solid);
    }
  if (mark->end_doubtful)
    {
      part.x = MAX (round (end_px), rect->x);
      part.width = rect->x + rect->width - part.x;
      add_stripes (pen, mark, &part, on_solid);
    }
}

static void
draw_outline (const Pen *pen, const AnnalsMark *mark)
{
  AnnalsRect rect;
  AnnalsItem *item;

  get_bar_rect (pen, mark, &rect);
  /* Towards an unknown end the outline stays open: it is cut where its fade is over. */
  if (mark->begin == ANNALS_END_UNKNOWN)
    rect = (AnnalsRect){ rect.x - 8.0, rect.y, rect.width + 8.0, rect.height };
  if (mark->end == ANNALS_END_UNKNOWN)
    rect.width += 8.0;
  item = annals_scene_add (pen->scene, ANNALS_ITEM_OUTLINE, ANNALS_ROLE_MARK, &rect);
  item->radius_px = 3.0;
  item->stroke_px = 1.5;
  item->dash = get_dash (pen);
  fit (pen, item, mark);
  if (mark->begin == ANNALS_END_UNKNOWN || mark->end == ANNALS_END_UNKNOWN)
    {
      const gdouble fade[] = { mark->x0_px, mark->solid0_px, mark->solid1_px, mark->x1_px };

      item->fades = TRUE;
      for (guint i = 0; i < G_N_ELEMENTS (fade); i++)
        item->fade[i] = fade[i];
    }
}

/* An unknown end is torn off. */
static void
tear (const Pen *pen, gdouble x)
{
  gdouble height = pen->metrics->bar_height_px / NOTCHES;
  gdouble top = round (pen->middle_y - pen->metrics->bar_height_px / 2.0);

  for (guint i = 0; i < NOTCHES; i++)
    {
      AnnalsRect notch = { round (x) - height / 1.5, top + i * height, height * 4.0 / 3.0, height };
      AnnalsItem *item = annals_scene_add (pen->scene, ANNALS_ITEM_DIAMOND, ANNALS_ROLE_BACKGROUND,
                                           &notch);

      item->stroke_px = 0.0;
    }
}

static void
draw_bar (const Pen *pen, const AnnalsMark *mark)
{
  gboolean hollow = annals_mark_is_hollow (pen->status);
  AnnalsRect rect;

  get_bar_rect (pen, mark, &rect);
  if (hollow)
    draw_outline (pen, mark);
  else
    {
      AnnalsItem *item = annals_scene_add (pen->scene, ANNALS_ITEM_RECT, ANNALS_ROLE_MARK, &rect);

      item->radius_px = 3.0;
      fit (pen, item, mark);
    }
  if (mark->begin_doubtful || mark->end_doubtful)
    add_doubts (pen, mark, &rect, !hollow);
  add_edges (pen, mark, rect.height, ANNALS_MARK_LEAST_FADE_PX);
  if (mark->begin == ANNALS_END_UNKNOWN && !hollow)
    tear (pen, mark->x0_px);
  if (mark->end == ANNALS_END_UNKNOWN && !hollow)
    tear (pen, mark->x1_px);
}

static void
draw_diamond (const Pen *pen, gdouble middle_x, gdouble most_px)
{
  gdouble r = MIN (pen->metrics->disc_radius_px + 1.0, most_px);
  AnnalsRect diamond = { round (middle_x) - r, round (pen->middle_y) - r, 2.0 * r, 2.0 * r };

  if (r >= LEAST_DIAMOND_PX && is_seen (pen, middle_x))
    annals_scene_add (pen->scene, ANNALS_ITEM_DIAMOND, ANNALS_ROLE_MARK, &diamond)->stroke_px
        = 1.75;
}

/* A moment somewhere within: pale is enough to say so. One of several has its outline besides. What
 * is hollow cannot be pale, and has a diamond instead. */
static void
draw_cover (const Pen *pen, const AnnalsMark *mark, gboolean one_of)
{
  gboolean doubtful = mark->begin_doubtful || mark->end_doubtful;
  gboolean hollow = annals_mark_is_hollow (pen->status);
  AnnalsRect rect;

  get_bar_rect (pen, mark, &rect);
  if (!hollow)
    {
      AnnalsItem *item = annals_scene_add (pen->scene, ANNALS_ITEM_RECT, ANNALS_ROLE_PALE, &rect);

      item->radius_px = one_of ? 3.0 : 0.0;
      fit (pen, item, mark);
    }
  if (hollow || one_of)
    draw_outline (pen, mark);
  if (doubtful)
    add_stripes (pen, mark, &rect, FALSE);
  if (one_of)
    return;
  add_edges (pen, mark, rect.height, -INFINITY);
  if (!hollow)
    return;
  draw_diamond (pen, (mark->x0_px + mark->x1_px) / 2.0,
                rect.width / 2.0 - (doubtful ? STRIPED_ROOM_PX : DIAMOND_ROOM_PX));
}

static void
draw_chevron (const Pen *pen, gdouble x, gdouble direction, gdouble size)
{
  AnnalsRect rect = { round (x), round (pen->middle_y) - size * 0.75, direction * size,
                      size * 1.5 };

  annals_scene_add (pen->scene, ANNALS_ITEM_CHEVRON, ANNALS_ROLE_MARK, &rect)->stroke_px = 1.5;
}

static void
draw_ends (const Pen *pen, const AnnalsMark *mark)
{
  gdouble baseline = round (pen->middle_y + pen->metrics->baseline_px);

  if (mark->begin == ANNALS_END_OPEN)
    draw_chevron (pen, mark->x0_px + CHEVRON_PX, -1.0, CHEVRON_PX);
  if (mark->end == ANNALS_END_OPEN)
    draw_chevron (pen, mark->x1_px - CHEVRON_PX, 1.0, CHEVRON_PX);
  if (mark->begin == ANNALS_END_UNKNOWN)
    annals_scene_add_text (pen->scene, ANNALS_ROLE_MARK, ANNALS_FONT_LABEL_STRONG,
                           round (mark->x0_px) - 10.0 * pen->metrics->text_scale, baseline, "?");
  if (mark->end == ANNALS_END_UNKNOWN)
    annals_scene_add_text (pen->scene, ANNALS_ROLE_MARK, ANNALS_FONT_LABEL_STRONG,
                           round (mark->x1_px) + 2.0, baseline, "?");
}

static AnnalsItem *
add_disc (const Pen *pen, AnnalsItemKind kind, gdouble middle_x, gdouble radius)
{
  AnnalsRect rect = { middle_x - radius, round (pen->middle_y) - radius, 2.0 * radius,
                      2.0 * radius };

  return annals_scene_add (pen->scene, kind, ANNALS_ROLE_MARK, &rect);
}

/* A moment as a point: with a halo when it is only near, with stripes when it is doubtful. */
static void
draw_disc (const Pen *pen, const AnnalsMark *mark, gboolean one_of)
{
  gboolean hollow = one_of || annals_mark_is_hollow (pen->status);
  gboolean doubtful = mark->begin_doubtful || mark->end_doubtful;
  gboolean about = mark->soft0_px > 0.0;
  gdouble middle_x = round ((mark->x0_px + mark->x1_px) / 2.0);
  gdouble radius = pen->metrics->disc_radius_px - (about ? 1.0 : 0.0);
  AnnalsItem *item;

  if (about)
    add_disc (pen, ANNALS_ITEM_DISC, middle_x, radius + 4.0)->role = ANNALS_ROLE_PALE;
  if (one_of && !annals_mark_is_hollow (pen->status))
    add_disc (pen, ANNALS_ITEM_DISC, middle_x, radius)->role = ANNALS_ROLE_PALE;
  item = add_disc (pen, hollow ? ANNALS_ITEM_RING : ANNALS_ITEM_DISC, middle_x, radius);
  item->stroke_px = hollow ? 1.75 : 0.0;
  item->dash = get_dash (pen);
  if (!doubtful)
    return;
  item = add_disc (pen, ANNALS_ITEM_HATCH, middle_x, radius);
  item->radius_px = radius;
  item->stroke_px = DISC_STRIPE_PX;
  if (hollow)
    return;
  item->role = ANNALS_ROLE_BACKGROUND;
  add_disc (pen, ANNALS_ITEM_RING, middle_x, radius)->stroke_px = DOUBTFUL_RING_PX;
}

static void
draw_whisker (const Pen *pen, const AnnalsMark *mark)
{
  AnnalsRect line = { round (mark->x0_px), round (pen->middle_y) - 1.0,
                      round (mark->x1_px) - round (mark->x0_px), 2.0 };
  AnnalsMark faded = *mark;
  gdouble height = pen->metrics->bar_height_px * 0.6;
  AnnalsRect block;
  AnnalsItem *item = annals_scene_add (pen->scene, ANNALS_ITEM_RECT, ANNALS_ROLE_MARK, &line);

  if (faded.begin != ANNALS_END_OPEN)
    faded.solid0_px = faded.x0_px + faded.soft0_px;
  if (faded.end != ANNALS_END_OPEN)
    faded.solid1_px = faded.x1_px - faded.soft1_px;
  fit (pen, item, &faded);
  if (mark->begin_doubtful || mark->end_doubtful)
    {
      get_bar_rect (pen, mark, &block);
      block.y = round (pen->middle_y - height / 2.0);
      block.height = height;
      add_doubts (pen, mark, &block, FALSE);
    }
  if (line.width > 4.0 * pen->metrics->disc_radius_px)
    add_edges (pen, mark, height, -INFINITY);
  draw_diamond (pen, (mark->x0_px + mark->x1_px) / 2.0, INFINITY);
}

static gboolean
is_struck_across (const AnnalsMark *mark)
{
  return mark->shape == ANNALS_SHAPE_DISC || mark->shape == ANNALS_SHAPE_WHISKER;
}

static void
draw_strike_line (const Pen *pen, const AnnalsMark *mark, AnnalsRole role, gdouble stroke_px)
{
  gdouble x = round ((mark->x0_px + mark->x1_px) / 2.0);
  gdouble y = round (pen->middle_y);
  gdouble r = pen->metrics->disc_radius_px + 4.0;
  AnnalsRect bar;
  AnnalsItem *item;

  if (is_struck_across (mark))
    item = add_line (pen, x - r, y + r, x + r, y - r, stroke_px);
  else
    {
      get_bar_rect (pen, mark, &bar);
      item = add_long_line (pen, bar.x - 3.0, bar.x + bar.width + 3.0, stroke_px);
      item->rect.y = bar.y + bar.height / 2.0;
    }
  item->role = role;
}

/* A bar is struck through along it, a point and a diamond across. */
static void
draw_strike (const Pen *pen, const AnnalsMark *mark)
{
  if (pen->status != ANNALS_STATUS_DENIED)
    return;
  draw_strike_line (pen, mark, ANNALS_ROLE_BACKGROUND,
                    is_struck_across (mark) ? ACROSS_CASING_PX : CASING_PX);
  draw_strike_line (pen, mark, ANNALS_ROLE_TEXT, STRIKE_PX);
}

/* The line from one of several dates to the next. */
static void
draw_join (const Pen *pen, gdouble x0, gdouble x1, gboolean one_of)
{
  AnnalsItem *item = add_long_line (pen, x0, x1, one_of ? DOT_PX : JOIN_PX);

  item->dash = one_of ? ANNALS_DASH_DOTTED : ANNALS_DASH_NONE;
  item->role = one_of ? ANNALS_ROLE_MARK : ANNALS_ROLE_PALE;
}

/* Several dates: each a mark of its own, joined by a line; outlined and dotted when only one of
 * them is right. Dates that lie too close are left to the first and last. */
static void
draw_points (const Pen *pen, const AnnalsDate *date, const AnnalsScale *scale)
{
  gboolean one_of = annals_date_get_span (date)->kind == ANNALS_SPAN_ONE_OF;
  guint n_members = annals_date_get_n_members (date);
  gdouble previous_right = -INFINITY;

  for (guint i = 0; i < n_members; i++)
    {
      AnnalsMark member;

      annals_mark_init_member (&member, annals_date_get_member (date, i), scale, pen->metrics);
      if (round (member.x0_px) < previous_right && i > 0)
        continue;
      if (i > 0 && member.x0_px - previous_right > 2.0)
        draw_join (pen, previous_right + 2.0, round (member.x0_px) - 2.0, one_of);
      if (member.shape == ANNALS_SHAPE_DISC)
        draw_disc (pen, &member, one_of);
      else if (member.shape == ANNALS_SHAPE_COVER)
        draw_cover (pen, &member, one_of);
      else
        draw_bar (pen, &member);
      draw_strike (pen, &member);
      previous_right = round (member.x1_px);
    }
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
  Pen pen = { scene, metrics, status, middle_y_px };

  switch (mark->shape)
    {
    case ANNALS_SHAPE_BAR:
      draw_bar (&pen, mark);
      draw_ends (&pen, mark);
      break;
    case ANNALS_SHAPE_COVER:
      draw_cover (&pen, mark, FALSE);
      draw_ends (&pen, mark);
      break;
    case ANNALS_SHAPE_DISC:
      draw_disc (&pen, mark, FALSE);
      break;
    case ANNALS_SHAPE_WHISKER:
      draw_whisker (&pen, mark);
      draw_ends (&pen, mark);
      break;
    case ANNALS_SHAPE_POINTS:
      draw_points (&pen, date, scale);
      break;
    case ANNALS_SHAPE_NONE:
    default:
      return;
    }
  if (mark->shape != ANNALS_SHAPE_POINTS)
    draw_strike (&pen, mark);
  annals_scene_use_features (scene, annals_mark_get_features (mark, date, status, scale, metrics));
}

/* The line of a record, as sure of itself as a mark would be. */
static void
draw_record_part (const Pen *pen, const AnnalsMark *mark)
{
  gboolean sure = mark->shape == ANNALS_SHAPE_BAR || mark->shape == ANNALS_SHAPE_DISC;
  gdouble x0 = round (mark->x0_px);
  Pen below = { pen->scene, pen->metrics, pen->status, pen->middle_y + 1.0 };
  AnnalsRect rect = { x0, round (pen->middle_y) - RECORD_PX / 2.0,
                      MAX (round (mark->x1_px) - x0, 3.0), RECORD_PX };
  AnnalsItem *item;

  if (mark->shape == ANNALS_SHAPE_DISC)
    {
      add_disc (pen, ANNALS_ITEM_DISC, round ((mark->x0_px + mark->x1_px) / 2.0), RECORD_PX);
      return;
    }
  item = annals_scene_add (pen->scene, ANNALS_ITEM_RECT, sure ? ANNALS_ROLE_MARK : ANNALS_ROLE_PALE,
                           &rect);
  if (sure || mark->shape == ANNALS_SHAPE_COVER)
    fit (pen, item, mark);
  else
    {
      AnnalsMark even = *mark;

      even.solid0_px = mark->x0_px;
      even.solid1_px = mark->x1_px;
      fit (pen, item, &even);
    }
  if ((mark->begin_doubtful || mark->end_doubtful) && !sure)
    add_stripes (pen, mark, &rect, TRUE);
  else if (mark->begin_doubtful || mark->end_doubtful)
    add_doubts (pen, mark, &rect, TRUE);
  add_edges (&below, mark, RECORD_EDGE_PX, sure ? ANNALS_MARK_LEAST_FADE_PX : -INFINITY);
  if (mark->begin == ANNALS_END_OPEN)
    draw_chevron (pen, mark->x0_px + CHEVRON_PX / 2.0, -1.0, CHEVRON_PX / 2.0);
  if (mark->end == ANNALS_END_OPEN)
    draw_chevron (pen, mark->x1_px - CHEVRON_PX / 2.0, 1.0, CHEVRON_PX / 2.0);
}

static void
draw_record_question (const Pen *pen, const AnnalsMark *mark)
{
  gdouble baseline = round (pen->middle_y + pen->metrics->baseline_px + RECORD_PX);
  gboolean begin = mark->begin == ANNALS_END_UNKNOWN;
  gdouble x = begin ? round (mark->x0_px) - 9.0 * pen->metrics->text_scale
                    : round (mark->x1_px) + 2.0;

  annals_scene_add_text (pen->scene, ANNALS_ROLE_MARK, ANNALS_FONT_NOTE, x, baseline, "?");
}

/**
 * annals_mark_draw_record:
 * @mark: where the date on record lies
 * @scene: the picture
 * @date: the date on record
 * @scale: the scale
 * @metrics: the measures
 * @y_px: where its line runs
 *
 * Adds the thin line that shows the record under the date as cited.
 */
void
annals_mark_draw_record (const AnnalsMark *mark,
                         AnnalsScene *scene,
                         const AnnalsDate *date,
                         const AnnalsScale *scale,
                         const AnnalsMetrics *metrics,
                         gdouble y_px)
{
  Pen pen = { scene, metrics, ANNALS_STATUS_HAPPENED, y_px + RECORD_PX / 2.0 };
  guint n_members = mark->shape == ANNALS_SHAPE_POINTS ? annals_date_get_n_members (date) : 0;
  AnnalsMark member;

  if (n_members == 0)
    draw_record_part (&pen, mark);
  for (guint i = 0; i < n_members; i++)
    {
      annals_mark_init_member (&member, annals_date_get_member (date, i), scale, metrics);
      draw_record_part (&pen, &member);
    }
  if (mark->begin == ANNALS_END_UNKNOWN || mark->end == ANNALS_END_UNKNOWN)
    draw_record_question (&pen, mark);
  annals_scene_use_features (scene, annals_mark_get_record_features (mark, date));
}
