/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "annals-sketch.h"

/* A sketch: one date as the timeline draws it, without anything else, above an axis that says no
 * more than where in time that is. The date takes about a third of the width, and so much time is
 * shown around it that its precision can be seen: a day in its month, a month in its year. */

#define MARK_PX 28.0
#define AXIS_PX 18.0
#define TICK_PX 4.0
#define MARGIN_PX 6.0
#define FADE_PX 24.0
#define LEAST_OPACITY 0.1
#define MINUTE_S 60.0
#define DAY_S 86400.0
#define YEAR_S (365.2425 * DAY_S)

/* How much time is shown at least around a date of each precision. */
static const gdouble surroundings_s[] = {
  [ANNALS_PRECISION_SECOND] = 12.0 * 60.0 * MINUTE_S,
  [ANNALS_PRECISION_DAY] = 30.0 * DAY_S,
  [ANNALS_PRECISION_MONTH] = YEAR_S,
  [ANNALS_PRECISION_SEASON] = 2.0 * YEAR_S,
  [ANNALS_PRECISION_YEAR] = 8.0 * YEAR_S,
  [ANNALS_PRECISION_DECADE] = 32.0 * YEAR_S,
  [ANNALS_PRECISION_CENTURY] = 320.0 * YEAR_S,
  [ANNALS_PRECISION_MILLENNIUM] = 3200.0 * YEAR_S,
};

static gboolean
is_bounded (const AnnalsEnd *end)
{
  return end->state == ANNALS_END_KNOWN;
}

/* The outermost instants that the date names; %FALSE when it names none. */
static gboolean
get_named (const AnnalsSpan *span, gdouble *first_s, gdouble *last_s)
{
  gboolean begins = is_bounded (&span->begin);
  gboolean ends = is_bounded (&span->end);
  gboolean period = span->kind == ANNALS_SPAN_PERIOD;

  if (!begins && !ends)
    return FALSE;
  *first_s = (gdouble) (begins ? span->begin_earliest : span->end_earliest);
  *last_s = (gdouble) (ends ? span->end_latest : span->begin_latest);
  if (begins && (period || !ends))
    *first_s -= (gdouble) annals_span_get_tolerance_s (span, &span->begin);
  if (ends && (period || !begins))
    *last_s += (gdouble) annals_span_get_tolerance_s (span, &span->end);
  return *first_s <= *last_s;
}

static gdouble
get_surroundings (const AnnalsSpan *span)
{
  gdouble begin_s = is_bounded (&span->begin) ? surroundings_s[span->begin.precision] : 0.0;
  gdouble end_s = is_bounded (&span->end) ? surroundings_s[span->end.precision] : 0.0;

  return MAX (begin_s, end_s);
}

static AnnalsInstant
to_instant (gdouble seconds)
{
  if (seconds <= (gdouble) ANNALS_INSTANT_EARLIEST)
    return ANNALS_INSTANT_EARLIEST;
  if (seconds >= (gdouble) ANNALS_INSTANT_LATEST)
    return ANNALS_INSTANT_LATEST;
  return (AnnalsInstant) seconds;
}

/**
 * annals_sketch_init_scale:
 * @scale: the scale to set
 * @date: a date
 * @x_px: where the picture begins
 * @width_px: how wide it is
 *
 * Sets a scale on which the date can be seen with what is around it: it takes at most half of the
 * width, and where an end is open or not known there is room for its sign.
 */
void
annals_sketch_init_scale (AnnalsScale *scale,
                          const AnnalsDate *date,
                          gdouble x_px,
                          gdouble width_px)
{
  const AnnalsSpan *span;
  gdouble first_s = (gdouble) annals_instant_from_date (1000, 1, 1);
  gdouble last_s = (gdouble) annals_instant_from_date (2000, 1, 1);
  gdouble shown_s;
  gdouble left_s;

  g_return_if_fail (scale != NULL);
  g_return_if_fail (date != NULL);

  span = annals_date_get_span (date);
  shown_s = get_surroundings (span);
  if (get_named (span, &first_s, &last_s))
    shown_s = MAX (2.4 * (last_s - first_s), shown_s);
  else
    shown_s = 2.0 * (last_s - first_s);
  left_s = (first_s + last_s - shown_s) / 2.0;
  if (is_bounded (&span->begin) != is_bounded (&span->end))
    left_s = is_bounded (&span->begin) ? first_s - shown_s / 4.0 : last_s - shown_s * 0.75;
  annals_scale_init (scale, to_instant (left_s), to_instant (left_s + shown_s), x_px, width_px);
}

/**
 * annals_sketch_get_height:
 * @metrics: the measures
 *
 * Returns: how high a sketch is, in pixels
 */
gdouble
annals_sketch_get_height (const AnnalsMetrics *metrics)
{
  g_return_val_if_fail (metrics != NULL, 0.0);

  return ceil ((MARK_PX + AXIS_PX) * metrics->text_scale);
}

static gboolean
is_shown (const AnnalsTick *tick, const AnnalsScale *scale)
{
  return !tick->major && tick->opacity >= LEAST_OPACITY && tick->x_px >= scale->x_px
         && tick->x_px <= scale->x_px + scale->width_px;
}

static gchar *
dup_day_or_month (const AnnalsCivil *civil, gboolean day)
{
  g_autofree gchar *edtf = NULL;
  g_autoptr (AnnalsDate) date = NULL;

  if (civil->year < 0 || civil->year > 9999)
    return annals_year_dup_words (civil->year);
  edtf = day ? g_strdup_printf ("%04d-%02d-%02d", (gint) civil->year, civil->month, civil->day)
             : g_strdup_printf ("%04d-%02d", (gint) civil->year, civil->month);
  date = annals_date_new_from_edtf (edtf, NULL);
  return date != NULL ? annals_date_dup_words (date, ANNALS_WORDS_SHORT) : g_strdup ("");
}

static gchar *
dup_time (const AnnalsCivil *civil, gboolean first)
{
  g_autofree gchar *day = NULL;

  if (!first)
    return g_strdup_printf ("%02d:%02d", civil->hour, civil->minute);
  day = dup_day_or_month (civil, TRUE);
  /* Translators: a minute on the axis: %1$s is a day with month and year, %2$d hours, %3$d
   * minutes. */
  return g_strdup_printf (C_ ("axis", "%1$s, %2$02d:%3$02d"), day, civil->hour, civil->minute);
}

/* On the axis of the timeline the upper tier says the year of a month; here a label stands alone
 * and has to say all. */
static gchar *
dup_label (const AnnalsTick *tick, AnnalsPrecision precision, gboolean first)
{
  AnnalsCivil civil;

  annals_instant_to_civil (tick->instant, &civil);
  if (precision >= ANNALS_PRECISION_YEAR)
    return tick->label[0] != '\0' ? g_strdup (tick->label) : annals_year_dup_words (civil.year);
  if (precision == ANNALS_PRECISION_SECOND)
    return dup_time (&civil, first);
  return dup_day_or_month (&civil, precision == ANNALS_PRECISION_DAY);
}

/* The coarsest precision that tells all ticks apart. */
static AnnalsPrecision
get_precision (const GArray *ticks, const AnnalsScale *scale)
{
  AnnalsPrecision precision = ANNALS_PRECISION_YEAR;

  for (guint i = 0; i < ticks->len; i++)
    {
      const AnnalsTick *tick = &g_array_index (ticks, AnnalsTick, i);
      AnnalsPrecision own = ANNALS_PRECISION_YEAR;
      AnnalsCivil civil;

      if (!is_shown (tick, scale))
        continue;
      annals_instant_to_civil (tick->instant, &civil);
      if (civil.hour != 0 || civil.minute != 0 || civil.second != 0)
        own = ANNALS_PRECISION_SECOND;
      else if (civil.day != 1)
        own = ANNALS_PRECISION_DAY;
      else if (civil.month != 1)
        own = ANNALS_PRECISION_MONTH;
      precision = MIN (precision, own);
    }
  return precision;
}

/* A label that stands beside its tick, pushed into the picture where it would be cut off. */
static gdouble
add_label (AnnalsScene *scene,
           const AnnalsSketchOptions *options,
           const AnnalsTick *tick,
           const gchar *label,
           gdouble left_px,
           gdouble right_px)
{
  gdouble width = options->measure (ANNALS_FONT_AXIS_MINOR, label, options->user_data);
  gdouble x = CLAMP (tick->x_px - width / 2.0, left_px, MAX (right_px - width, left_px));
  gdouble baseline = options->height_px - 5.0 * options->metrics->text_scale;

  if (x + width > right_px + 0.5)
    return left_px;
  annals_scene_add_text (scene, ANNALS_ROLE_DIM_TEXT, ANNALS_FONT_AXIS_MINOR, round (x),
                         round (baseline), label);
  return x + width;
}

/* The first and the last tick that the axis of the timeline would label; any two ticks where that
 * is less than two of them. */
static void
choose_ticks (const GArray *ticks,
              const AnnalsScale *scale,
              const AnnalsTick **first,
              const AnnalsTick **last)
{
  for (guint pass = 0; pass < 2 && *first == *last; pass++)
    {
      *first = *last = NULL;
      for (guint i = 0; i < ticks->len; i++)
        {
          const AnnalsTick *tick = &g_array_index (ticks, AnnalsTick, i);

          if (!is_shown (tick, scale) || (tick->label[0] == '\0' && pass == 0))
            continue;
          *first = *first == NULL ? tick : *first;
          *last = tick;
        }
    }
}

static void
draw_grid (AnnalsScene *scene, const GArray *ticks, const AnnalsScale *scale, gdouble bottom_px)
{
  for (guint i = 0; i < ticks->len; i++)
    {
      const AnnalsTick *tick = &g_array_index (ticks, AnnalsTick, i);
      AnnalsRect line = { floor (tick->x_px) + 0.5, 0.0, 0.0, bottom_px };

      if (is_shown (tick, scale))
        annals_scene_add (scene, ANNALS_ITEM_LINE, ANNALS_ROLE_GRID, &line)->stroke_px = 1.0;
    }
}

static void
draw_axis (AnnalsScene *scene, const AnnalsSketchOptions *options, const AnnalsScale *scale)
{
  g_autoptr (GArray) ticks = annals_ticks_build (scale, options->metrics, options->measure,
                                                 options->user_data, NULL);
  AnnalsPrecision precision = get_precision (ticks, scale);
  gdouble axis_y = options->height_px - round (AXIS_PX * options->metrics->text_scale) + 0.5;
  AnnalsRect rule = { 0.0, axis_y, options->width_px, 0.0 };
  gdouble left = scale->x_px + MARGIN_PX;
  gdouble right = scale->x_px + scale->width_px - MARGIN_PX;
  const AnnalsTick *first = NULL;
  const AnnalsTick *last = NULL;
  g_autofree gchar *first_label = NULL;
  g_autofree gchar *last_label = NULL;

  annals_scene_add (scene, ANNALS_ITEM_LINE, ANNALS_ROLE_RULE, &rule)->stroke_px = 1.0;
  draw_grid (scene, ticks, scale, axis_y + TICK_PX);
  choose_ticks (ticks, scale, &first, &last);
  if (first == NULL)
    return;
  first_label = dup_label (first, precision, TRUE);
  last_label = dup_label (last, precision, FALSE);
  left = add_label (scene, options, first, first_label, left, right);
  if (!g_str_equal (first_label, last_label))
    add_label (scene, options, last, last_label, left + 2.0 * MARGIN_PX, right);
}

/* Open ends run to where the sketch has room for them to fade out. */
static void
init_horizon (AnnalsHorizon *horizon, const AnnalsScale *scale, const AnnalsMetrics *metrics)
{
  gdouble room = metrics->open_fade_px + MARGIN_PX;

  horizon->first = annals_scale_get_instant (scale, scale->x_px + room);
  horizon->last = annals_scale_get_instant (scale, scale->x_px + scale->width_px - room);
  horizon->published = ANNALS_INSTANT_MIN;
}

static void
draw_date (AnnalsScene *scene,
           const AnnalsDate *date,
           const AnnalsSketchOptions *options,
           const AnnalsScale *scale)
{
  AnnalsMetrics metrics = *options->metrics;
  AnnalsHorizon horizon;
  AnnalsMark mark;

  metrics.open_fade_px = FADE_PX * metrics.text_scale;
  init_horizon (&horizon, scale, &metrics);
  annals_mark_init (&mark, date, ANNALS_STATUS_HAPPENED, &horizon, scale, &metrics);
  annals_scene_begin_group (scene, ANNALS_CLIP_LANES, -1, options->color);
  annals_mark_draw (&mark, scene, date, ANNALS_STATUS_HAPPENED, scale, &metrics,
                    round (MARK_PX * metrics.text_scale / 2.0));
  annals_scene_end_group (scene);
}

/**
 * annals_sketch_build:
 * @date: a date
 * @options: how it is drawn
 *
 * Draws a date as the timeline would, with the first and the last label of an axis below it.
 *
 * Returns: (transfer full): the sketch
 */
AnnalsScene *
annals_sketch_build (const AnnalsDate *date, const AnnalsSketchOptions *options)
{
  AnnalsScene *scene;
  AnnalsRect whole;
  AnnalsScale scale;

  g_return_val_if_fail (date != NULL, NULL);
  g_return_val_if_fail (options != NULL && options->metrics != NULL && options->measure != NULL,
                        NULL);

  scene = annals_scene_new (options->width_px, options->height_px);
  whole = (AnnalsRect){ 0.0, 0.0, options->width_px, options->height_px };
  annals_scene_set_clip (scene, ANNALS_CLIP_LANES, &whole);
  annals_scene_add (scene, ANNALS_ITEM_RECT, ANNALS_ROLE_BACKGROUND, &whole);
  annals_sketch_init_scale (&scale, date, 0.0, options->width_px);
  draw_axis (scene, options, &scale);
  draw_date (scene, date, options, &scale);
  return scene;
}
