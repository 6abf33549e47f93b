/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "annals-letters.h"
#include "annals-reading-order-private.h"
#include "annals-ticks.h"
#include "annals-words.h"

/*
 * How an argument moves through history: time to the right, the text from top to bottom. Each
 * passage stands where its event is in time and where it is in the text; a thin line goes from one
 * to the next. However long the text, what is drawn is bounded by the pixels there are: of the
 * line, what it does within one row of pixels is drawn as its extent there; of passages, one for
 * each small cell.
 */

#define HEADER_X_PX 28.0
#define HEADER_LINE_PX 18.0
#define PADDING_PX 9.0 /* above the beginning and below the end of the text */
#define BAR_PX 4.0
#define LEAST_BAR_PX 5.0
#define STRONG_PX 2.0 /* more, of what is selected or under the pointer */
#define RING_PX 2.5
#define WIDE_PX 40.0 /* from here on a bar is a period, and pale */
#define PALE 0.5
#define CELL_PX 2.0
#define BEYOND_PX 4.0 /* outside the time area, where lines end */
#define LINE_OPACITY 0.5
#define LEAST_LINE_OPACITY 0.12 /* of very many lines */
#define FEW_PASSAGES 80.0

typedef struct
{
  const AnnalsReadingOrder *order;
  const AnnalsMetrics *metrics;
  AnnalsMeasureFunc measure;
  gpointer measure_data;
  const AnnalsReadingOrderOptions *options;
  AnnalsScene *scene;
  GArray *hits; /* nullable */
  AnnalsClip time_clip;
  AnnalsClip header_clip;
} Strip;

/**
 * annals_reading_order_get_y:
 * @order: an order
 * @metrics: the measures
 * @height_px: how high the strip is
 * @offset: a position in the text
 *
 * Returns: where it stands on the strip
 */
gdouble
annals_reading_order_get_y (const AnnalsReadingOrder *order,
                            const AnnalsMetrics *metrics,
                            gdouble height_px,
                            gint64 offset)
{
  gdouble padding = MIN (PADDING_PX * metrics->text_scale, height_px / 4.0);
  gdouble place = (gdouble) offset / (gdouble) MAX (order->n_chars, 1);

  return padding + CLAMP (place, 0.0, 1.0) * (height_px - 2.0 * padding);
}

/* What a passage covers on the strip, and whether it fades at either end. */
typedef struct
{
  gdouble x0;
  gdouble x1;
  gdouble y;
  gboolean opens_left;
  gboolean opens_right;
} Place;

/* A passage whose event goes on beyond what is known is drawn for a little while longer. */
static void
get_place (const Strip *strip, const AnnalsMention *mention, Place *place)
{
  const AnnalsScale *scale = &strip->options->scale;
  const AnnalsSpan *span = mention->span;
  gdouble least = LEAST_BAR_PX * strip->metrics->text_scale;
  gdouble fade = strip->metrics->open_fade_px / 2.0;

  *place = (Place){ .opens_left = span->begin.state != ANNALS_END_KNOWN,
                    .opens_right = span->end.state != ANNALS_END_KNOWN };
  if (!place->opens_left)
    place->x0 = annals_scale_get_x (scale, annals_span_get_earliest (span));
  if (!place->opens_right)
    place->x1 = annals_scale_get_x (scale, annals_span_get_latest (span));
  if (place->opens_left)
    place->x0 = place->x1 - fade;
  if (place->opens_right)
    place->x1 = place->x0 + fade;
  if (place->x1 - place->x0 < least)
    {
      place->x0 = (place->x0 + place->x1 - least) / 2.0;
      place->x1 = place->x0 + least;
    }
  place->y = annals_reading_order_get_y (strip->order, strip->metrics, strip->options->height_px,
                                         mention->start);
}

static void
draw_grid (Strip *strip)
{
  const AnnalsScale *scale = &strip->options->scale;
  g_autoptr (GArray) ticks = annals_ticks_build (scale, strip->metrics, strip->measure,
                                                 strip->measure_data, NULL);

  annals_scene_begin_group (strip->scene, strip->time_clip, -1, 0);
  for (guint i = 0; i < ticks->len; i++)
    {
      const AnnalsTick *tick = &g_array_index (ticks, AnnalsTick, i);
      AnnalsRect line = { round (tick->x_px) + 0.5, 0.0, 0.0, strip->options->height_px };

      if (tick->label[0] == '\0' || tick->major || line.x < scale->x_px || tick->opacity <= 0.01)
        continue;
      annals_scene_add (strip->scene, ANNALS_ITEM_LINE, ANNALS_ROLE_GRID, &line)->opacity
          = tick->opacity;
    }
}

/* A point of the line from passage to passage. */
typedef struct
{
  gdouble x;
  gdouble y;
} Point;

/* Cuts a piece of the line at the sides of the time area; FALSE when nothing of it is within. */
static gboolean
clip_piece (const AnnalsScale *scale, Point *a, Point *b)
{
  gdouble left = scale->x_px - BEYOND_PX;
  gdouble right = scale->x_px + scale->width_px + BEYOND_PX;
  const gdouble edges[] = { left, right };

  if ((a->x < left && b->x < left) || (a->x > right && b->x > right))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (edges); i++)
    {
      gdouble edge = edges[i];
      Point *out = i == 0 ? (a->x < edge ? a : b) : (a->x > edge ? a : b);
      const Point *in = out == a ? b : a;
      gboolean crosses = i == 0 ? out->x < edge : out->x > edge;

      if (!crosses || in->x == out->x)
        continue;
      out->y += (in->y - out->y) * (edge - out->x) / (in->x - out->x);
      out->x = edge;
    }

  return TRUE;
}

static void
add_piece (Strip *strip, Point a, Point b)
{
  AnnalsRect line;
  AnnalsItem *item;

  if (!clip_piece (&strip->options->scale, &a, &b))
    return;
  line = (AnnalsRect){ a.x, a.y, b.x - a.x, b.y - a.y };
  item = annals_scene_add (strip->scene, ANNALS_ITEM_LINE, ANNALS_ROLE_DIM_TEXT, &line);
  item->opacity = CLAMP (LINE_OPACITY * FEW_PASSAGES / strip->order->mentions->len,
                         LEAST_LINE_OPACITY, LINE_OPACITY);
}

/* What the line does within one row of pixels: from where it comes in to where it goes out, and as
 * far to the sides as it gets. */
typedef struct
{
  gdouble row;
  Point first;
  Point last;
  gdouble x0;
  gdouble x1;
} Run;

static void
end_run (Strip *strip, const Run *run)
{
  if (run->x0 < MIN (run->first.x, run->last.x) || run->x1 > MAX (run->first.x, run->last.x))
    add_piece (strip, (Point){ run->x0, run->first.y }, (Point){ run->x1, run->first.y });
  else if (run->first.x != run->last.x || run->first.y != run->last.y)
    add_piece (strip, run->first, run->last);
}

static void
draw_way (Strip *strip)
{
  const GArray *mentions = strip->order->mentions;
  Run run = { .row = -1.0 };

  annals_scene_begin_group (strip->scene, strip->time_clip, -1, 0);
  for (guint i = 0; i < mentions->len; i++)
    {
      Place place;
      Point point;

      get_place (strip, &g_array_index (mentions, AnnalsMention, i), &place);
      point = (Point){ (place.x0 + place.x1) / 2.0, place.y };
      if (floor (point.y) == run.row)
        {
          run.last = point;
          run.x0 = MIN (run.x0, point.x);
          run.x1 = MAX (run.x1, point.x);
          continue;
        }
      if (i > 0)
        {
          end_run (strip, &run);
          add_piece (strip, run.last, point);
        }
      run = (Run){ floor (point.y), point, point, point.x, point.x };
    }
  if (mentions->len > 0)
    end_run (strip, &run);
}

static gboolean
is_let_through (const AnnalsReadingOrderOptions *options, guint event)
{
  return options->let_through == NULL
         || (event < options->n_let_through && options->let_through[event]);
}

static void
add_ring (Strip *strip, const AnnalsRect *bar)
{
  AnnalsRect ring = { bar->x - RING_PX, bar->y - RING_PX, bar->width + 2.0 * RING_PX,
                      bar->height + 2.0 * RING_PX };
  AnnalsItem *item = annals_scene_add (strip->scene, ANNALS_ITEM_OUTLINE, ANNALS_ROLE_MARK, &ring);

  item->radius_px = ring.height / 2.0;
  item->stroke_px = 1.5;
}

static void
add_bar (Strip *strip, const AnnalsMention *mention, const Place *place)
{
  const AnnalsReadingOrderOptions *options = strip->options;
  gboolean selected = options->selected == (gint) mention->event;
  gboolean strong = selected || options->hovered == (gint) mention->event;
  gdouble height = (BAR_PX + (strong ? STRONG_PX : 0.0)) * strip->metrics->text_scale;
  gdouble left = MAX (place->x0, options->scale.x_px - BEYOND_PX);
  gdouble right = MIN (place->x1, options->scale.x_px + options->scale.width_px + BEYOND_PX);
  AnnalsRect bar = { round (left), round (place->y - height / 2.0), round (right - left), height };
  AnnalsReadingHit hit = { mention->event, mention->passage, bar };
  guint first_item = annals_scene_get_n_items (strip->scene);
  AnnalsItem *item;

  /* Above the lanes of a picture, the event itself is the mark in its lane. */
  annals_scene_begin_group (strip->scene, strip->time_clip,
                            strip->hits != NULL ? (gint) mention->event : -1, mention->color);
  item = annals_scene_add (strip->scene, ANNALS_ITEM_RECT, ANNALS_ROLE_MARK, &bar);
  item->radius_px = height / 2.0;
  if (place->x1 - place->x0 > WIDE_PX && !strong)
    item->opacity = PALE;
  if (place->opens_left || place->opens_right)
    {
      item->fades = TRUE;
      item->fade[0] = bar.x;
      item->fade[1] = place->opens_left ? bar.x + bar.width : bar.x;
      item->fade[2] = place->opens_right ? bar.x : bar.x + bar.width;
      item->fade[3] = bar.x + bar.width;
    }
  if (selected && options->passage == (gint) mention->passage)
    add_ring (strip, &bar);
  if (!strong && !is_let_through (options, mention->event))
    annals_scene_step_back (strip->scene, first_item);
  if (strip->hits != NULL)
    g_array_append_val (strip->hits, hit);
}

/* One passage for each cell: the column of the cells that the row has filled. */
static gboolean
fill_cell (GArray *columns, gdouble *row, const Place *place, gdouble left)
{
  gdouble this_row = floor (place->y / CELL_PX);
  guint column = (guint) MAX (((place->x0 + place->x1) / 2.0 - left) / CELL_PX, 0.0);

  if (this_row != *row)
    memset (columns->data, 0, columns->len);
  *row = this_row;
  if (column >= columns->len)
    return TRUE;
  if (g_array_index (columns, guint8, column) != 0)
    return FALSE;
  g_array_index (columns, guint8, column) = 1;

  return TRUE;
}

/* What is selected or under the pointer lies over the others, and is never left out. */
static void
draw_bars (Strip *strip, gboolean strong)
{
  const AnnalsReadingOrderOptions *options = strip->options;
  const AnnalsScale *scale = &options->scale;
  g_autoptr (GArray) columns = g_array_new (FALSE, TRUE, 1);
  gdouble row = -1.0;

  g_array_set_size (columns, (guint) (scale->width_px / CELL_PX) + 1);
  for (guint i = 0; i < strip->order->mentions->len; i++)
    {
      const AnnalsMention *mention = &g_array_index (strip->order->mentions, AnnalsMention, i);
      gboolean is_strong = options->selected == (gint) mention->event
                           || options->hovered == (gint) mention->event;
      Place place;

      if (is_strong != strong)
        continue;
      get_place (strip, mention, &place);
      if (place.x1 < scale->x_px || place.x0 > scale->x_px + scale->width_px)
        continue;
      if (strong || fill_cell (columns, &row, &place, scale->x_px))
        add_bar (strip, mention, &place);
    }
}

static gboolean
fits_header (const Strip *strip, AnnalsFont font, const gchar *text)
{
  return HEADER_X_PX * strip->metrics->text_scale + strip->measure (font, text, strip->measure_data)
         <= strip->metrics->header_width_px;
}

/* One line, cut where it is too wide. */
static void
add_header_line (Strip *strip,
                 AnnalsRole role,
                 AnnalsFont font,
                 gdouble baseline,
                 const gchar *text)
{
  g_autofree gchar *line = g_strdup (text);

  for (glong n = g_utf8_strlen (text, -1) - 1; n > 0 && !fits_header (strip, font, line); n--)
    {
      g_free (line);
      line = annals_letters_dup_brief (text, (guint) n);
    }
  if (baseline < strip->options->height_px && fits_header (strip, font, line))
    annals_scene_add_text (strip->scene, role, font, HEADER_X_PX * strip->metrics->text_scale,
                           round (baseline), line);
}

/* Words that are too wide for the column of the headers go over two lines, as the names of lanes
 * do. Returns the last baseline. */
static gdouble
add_header_words (Strip *strip,
                  AnnalsRole role,
                  AnnalsFont font,
                  gdouble baseline,
                  const gchar *words)
{
  g_autofree gchar *head = NULL;
  gboolean fits = fits_header (strip, font, words);
  const gchar *rest = words;

  for (const gchar *p = annals_letters_next (words); *p != '\0' && !fits;
       p = annals_letters_next (p))
    {
      g_autofree gchar *longer = g_strchomp (g_strndup (words, (gsize) (p - words)));

      if (!annals_letters_may_break (words, p) || !fits_header (strip, font, longer))
        continue;
      g_free (head);
      head = g_steal_pointer (&longer);
      rest = p;
    }
  if (head != NULL)
    {
      add_header_line (strip, role, font, baseline, head);
      baseline += HEADER_LINE_PX * strip->metrics->text_scale;
    }
  add_header_line (strip, role, font, baseline, rest);
  return baseline;
}

static void
draw_header (Strip *strip)
{
  gdouble k = strip->metrics->text_scale;
  guint n_passages = strip->order->mentions->len;
  g_autofree gchar *count = NULL;
  gdouble baseline;

  annals_scene_begin_group (strip->scene, strip->header_clip, -1, 0);
  /* Translators: heads a strip that shows where in the text each event is mentioned. */
  baseline = add_header_words (strip, ANNALS_ROLE_TEXT, ANNALS_FONT_LANE, 21.0 * k,
                               g_dgettext (GETTEXT_PACKAGE, "Reading order"));
  /* Translators: how many passages of the text speak of events. */
  count = annals_words_dup_counts (
      g_dngettext (GETTEXT_PACKAGE, "%s passage", "%s passages", n_passages), &n_passages, 1);
  add_header_words (strip, ANNALS_ROLE_DIM_TEXT, ANNALS_FONT_NOTE, baseline + HEADER_LINE_PX * k,
                    count);
}

/* Where time is compressed the strip is torn, as the lanes below are. */
static void
draw_tears (Strip *strip)
{
  gdouble tears[ANNALS_BREAKS_MOST][2];
  guint n_tears = annals_scale_get_strips (&strip->options->scale, tears);

  annals_scene_begin_group (strip->scene, strip->time_clip, -1, 0);
  for (guint i = 0; i < n_tears; i++)
    {
      gdouble left = round (tears[i][0]);
      AnnalsRect tear = { left, 0.0, round (tears[i][1]) - left, strip->options->height_px };

      annals_scene_add (strip->scene, ANNALS_ITEM_TEAR, ANNALS_ROLE_RULE, &tear);
    }
}

/* Above the lanes of a picture nothing of the strip can be hit, and its time area is not theirs. */
static void
draw_strip (const AnnalsReadingOrder *order,
            const AnnalsMetrics *metrics,
            AnnalsMeasureFunc measure,
            gpointer measure_data,
            const AnnalsReadingOrderOptions *options,
            GArray *hits,
            AnnalsScene *scene)
{
  AnnalsRect whole = { 0.0, 0.0, options->width_px, options->height_px };
  AnnalsRect time = { options->scale.x_px, 0.0, options->scale.width_px, options->height_px };
  Strip strip = { .order = order,
                  .metrics = metrics,
                  .measure = measure,
                  .measure_data = measure_data,
                  .options = options,
                  .scene = scene,
                  .hits = hits,
                  .time_clip = hits != NULL ? ANNALS_CLIP_LANES : ANNALS_CLIP_READING,
                  .header_clip = hits != NULL ? ANNALS_CLIP_HEADERS : ANNALS_CLIP_NONE };

  annals_scene_set_clip (scene, strip.time_clip, &time);
  annals_scene_end_group (scene);
  annals_scene_add (scene, ANNALS_ITEM_RECT, ANNALS_ROLE_BACKGROUND, &whole);
  draw_grid (&strip);
  draw_way (&strip);
  draw_bars (&strip, FALSE);
  draw_bars (&strip, TRUE);
  draw_tears (&strip);
  draw_header (&strip);
  annals_scene_end_group (scene);
}

/**
 * annals_reading_order_build:
 * @order: an order
 * @metrics: the measures of the timeline
 * @measure: tells how wide a text is
 * @user_data: handed to @measure
 * @options: how it is shown
 * @hits: (element-type AnnalsReadingHit): where to put what can be hit; emptied first
 *
 * Lays the strip out for the time that the scale shows.
 *
 * Returns: (transfer full): the strip
 */
AnnalsScene *
annals_reading_order_build (const AnnalsReadingOrder *order,
                            const AnnalsMetrics *metrics,
                            AnnalsMeasureFunc measure,
                            gpointer user_data,
                            const AnnalsReadingOrderOptions *options,
                            GArray *hits)
{
  AnnalsRect header = { 0.0, 0.0, options->scale.x_px, options->height_px };
  AnnalsScene *scene = annals_scene_new (options->width_px, options->height_px);

  g_array_set_size (hits, 0);
  annals_scene_set_clip (scene, ANNALS_CLIP_HEADERS, &header);
  draw_strip (order, metrics, measure, user_data, options, hits, scene);

  return scene;
}

/**
 * annals_reading_order_add_above:
 * @order: an order
 * @metrics: the measures of the timeline
 * @measure: tells how wide a text is
 * @user_data: handed to @measure
 * @options: how it is shown; its width is that of the picture
 * @scene: the picture; all of it moves down
 *
 * Adds the strip above a picture, between which and the axis there is a rule.
 */
void
annals_reading_order_add_above (const AnnalsReadingOrder *order,
                                const AnnalsMetrics *metrics,
                                AnnalsMeasureFunc measure,
                                gpointer user_data,
                                const AnnalsReadingOrderOptions *options,
                                AnnalsScene *scene)
{
  AnnalsRect rule = { 0.0, options->height_px - 0.5, options->width_px, 0.0 };

  annals_scene_move_down (scene, options->height_px);
  draw_strip (order, metrics, measure, user_data, options, NULL, scene);
  annals_scene_add (scene, ANNALS_ITEM_LINE, ANNALS_ROLE_RULE, &rule);
}

static gdouble
get_distance (const AnnalsRect *rect, gdouble x, gdouble y)
{
  gdouble dx = MAX (MAX (rect->x - x, x - rect->x - rect->width), 0.0);
  gdouble dy = MAX (MAX (rect->y - y, y - rect->y - rect->height), 0.0);

  return hypot (dx, dy);
}

/**
 * annals_reading_hits_pick:
 * @hits: (element-type AnnalsReadingHit): what can be hit
 * @x_px: a place on the strip
 * @y_px: the same
 * @slop_px: how far away a passage may be
 *
 * Returns: (transfer none) (nullable): the passage nearest to the place; of two as near, the
 *   shorter one
 */
const AnnalsReadingHit *
annals_reading_hits_pick (const GArray *hits, gdouble x_px, gdouble y_px, gdouble slop_px)
{
  const AnnalsReadingHit *best = NULL;
  gdouble nearest = slop_px;

  for (guint i = 0; i < hits->len; i++)
    {
      const AnnalsReadingHit *hit = &g_array_index (hits, AnnalsReadingHit, i);
      gdouble distance = get_distance (&hit->rect, x_px, y_px);

      if (distance > nearest
          || (distance == nearest && best != NULL && hit->rect.width >= best->rect.width))
        continue;
      best = hit;
      nearest = distance;
    }

  return best;
}
