/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "annals-letters.h"
#include "annals-reading-order.h"
#include "annals-ticks.h"

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
  gint64 start;
  guint event;
  guint passage;
  guint color;
  const AnnalsSpan *span;
} Mention;

struct _AnnalsReadingOrder
{
  GArray *mentions; /* by position in the text */
  gint64 n_chars;
  guint n_events;
  guint n_back; /* how often the text goes back in time */
};

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

static gint
compare_cb (gconstpointer a, gconstpointer b)
{
  const Mention *first = a;
  const Mention *second = b;

  if (first->start != second->start)
    return first->start < second->start ? -1 : 1;
  if (first->event != second->event)
    return first->event < second->event ? -1 : 1;

  return (first->passage > second->passage) - (first->passage < second->passage);
}

/* An event without any known end has no place in time. */
static gboolean
has_place (const AnnalsSpan *span)
{
  return span->begin.state == ANNALS_END_KNOWN || span->end.state == ANNALS_END_KNOWN;
}

static void
add_event (AnnalsReadingOrder *order, AnnalsDocument *document, guint index, AnnalsWhere where)
{
  const AnnalsEvent *event = annals_document_get_event (document, index);
  const AnnalsDate *date = annals_event_get_drawn_date (event);
  const AnnalsLane *lane = annals_document_get_lane (document, event->lane);
  guint n_before = order->mentions->len;

  if (date == NULL || lane == NULL || !has_place (annals_date_get_span (date)))
    return;
  for (guint i = 0; i < event->n_passages; i++)
    {
      const AnnalsPassage *passage = &event->passages[i];
      Mention mention = { .start = passage->place.start,
                          .event = index,
                          .passage = i,
                          .color = lane->color,
                          .span = annals_date_get_span (date) };

      if (passage->where == where && annals_standing_is_placed (passage->place.standing)
          && mention.start >= 0 && mention.start < order->n_chars)
        g_array_append_val (order->mentions, mention);
    }
  order->n_events += order->mentions->len > n_before;
}

/* Where a span begins, or the one end of it that is known. */
static AnnalsInstant
get_begin (const AnnalsSpan *span)
{
  return span->begin.state == ANNALS_END_KNOWN ? annals_span_get_earliest (span)
                                               : annals_span_get_latest (span);
}

static void
count_steps_back (AnnalsReadingOrder *order)
{
  for (guint i = 1; i < order->mentions->len; i++)
    {
      const Mention *before = &g_array_index (order->mentions, Mention, i - 1);
      const Mention *mention = &g_array_index (order->mentions, Mention, i);

      order->n_back += get_begin (mention->span) < get_begin (before->span);
    }
}

/**
 * annals_reading_order_new:
 * @document: a document, which has to outlive the order unchanged
 * @where: which of its texts
 *
 * Puts the passages of a text in order. Those that are lost, and those of events without a date,
 * are left out.
 *
 * Returns: (transfer full): the order
 */
AnnalsReadingOrder *
annals_reading_order_new (AnnalsDocument *document, AnnalsWhere where)
{
  return annals_reading_order_new_filtered (document, where, NULL, NULL);
}

static gboolean
is_wanted (AnnalsDocument *document,
           guint index,
           const gchar *const *lanes,
           const AnnalsRange *range)
{
  const AnnalsEvent *event = annals_document_get_event (document, index);

  if (range != NULL && !annals_document_is_in_range (document, event, range))
    return FALSE;
  return lanes == NULL
         || g_strv_contains (lanes, annals_document_get_lane (document, event->lane)->id);
}

/**
 * annals_reading_order_new_filtered:
 * @document: a document, which has to outlive the order unchanged
 * @where: which of its texts
 * @lanes: (nullable) (array zero-terminated=1): ids of the lanes whose events are in it; %NULL for
 *   all
 * @range: (nullable): which events are in it by their time; %NULL for all
 *
 * As annals_reading_order_new(), with only some events.
 *
 * Returns: (transfer full): the order
 */
AnnalsReadingOrder *
annals_reading_order_new_filtered (AnnalsDocument *document,
                                   AnnalsWhere where,
                                   const gchar *const *lanes,
                                   const AnnalsRange *range)
{
  AnnalsReadingOrder *order = g_new0 (AnnalsReadingOrder, 1);
  AnnalsText *text = annals_document_get_text (document, where);
  guint n_events = annals_document_get_n_events (document);

  order->mentions = g_array_new (FALSE, FALSE, sizeof (Mention));
  order->n_chars = text != NULL ? annals_text_get_n_chars (text) : 0;
  for (guint i = 0; i < n_events; i++)
    if (is_wanted (document, i, lanes, range))
      add_event (order, document, i, where);
  g_array_sort (order->mentions, compare_cb);
  count_steps_back (order);

  return order;
}

/**
 * annals_reading_order_free:
 * @order: (transfer full): an order
 *
 * Frees an order.
 */
void
annals_reading_order_free (AnnalsReadingOrder *order)
{
  g_array_unref (order->mentions);
  g_free (order);
}

/**
 * annals_reading_order_get_n_passages:
 * @order: an order
 *
 * Returns: how many passages it has
 */
guint
annals_reading_order_get_n_passages (const AnnalsReadingOrder *order)
{
  return order->mentions->len;
}

static gchar *
dup_counts (const AnnalsReadingOrder *order)
{
  g_autofree gchar *passages = g_strdup_printf (
      /* Translators: how many passages of the text speak of events. */
      g_dngettext (GETTEXT_PACKAGE, "%u passage", "%u passages", order->mentions->len),
      order->mentions->len);
  g_autofree gchar *events = g_strdup_printf (
      /* Translators: how many events there are. */
      g_dngettext (GETTEXT_PACKAGE, "%u event", "%u events", order->n_events), order->n_events);

  return g_strdup_printf (
      /* Translators: what a text has: %1$s is such as "26 passages", %2$s such as "12 events". */
      g_dpgettext2 (GETTEXT_PACKAGE, "reading order", "%1$s on %2$s"), passages, events);
}

/**
 * annals_reading_order_dup_words:
 * @order: an order
 *
 * Returns: (transfer full): what it shows, in words
 */
gchar *
annals_reading_order_dup_words (const AnnalsReadingOrder *order)
{
  g_autofree gchar *counts = dup_counts (order);
  g_autofree gchar *back = NULL;

  if (order->n_back == 0)
    return g_strdup_printf (
        /* Translators: %s is such as "26 passages on 12 events". */
        g_dpgettext2 (GETTEXT_PACKAGE, "reading order", "%s, in the order of time"), counts);
  back = g_strdup_printf (
      /* Translators: how often a text that tells of events speaks of an earlier one next. */
      g_dngettext (GETTEXT_PACKAGE, "the text goes back in time %u time",
                   "the text goes back in time %u times", order->n_back),
      order->n_back);

  return g_strdup_printf (
      /* Translators: %1$s is such as "26 passages on 12 events", %2$s such as "the text goes back
       * in time 9 times". */
      g_dpgettext2 (GETTEXT_PACKAGE, "reading order", "%1$s; %2$s"), counts, back);
}

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
get_place (const Strip *strip, const Mention *mention, Place *place)
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

      get_place (strip, &g_array_index (mentions, Mention, i), &place);
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
add_bar (Strip *strip, const Mention *mention, const Place *place)
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
      const Mention *mention = &g_array_index (strip->order->mentions, Mention, i);
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
  count = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u passage", "%u passages", n_passages),
                           n_passages);
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
