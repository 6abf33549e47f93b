/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "annals-layout-private.h"

/* Which label every event gets, and how high the lanes are. */

#define FIT_MARGIN_PX 28.0
#define NO_DATE_YEARS 10
#define MOST_SPREAD 1.6
#define PITCH_STEPS 12

static void
clear_event (gpointer data)
{
  AnnalsLayoutEvent *event = data;

  g_free (event->label);
  g_free (event->note);
}

/* What is said behind a label: planned and the like, and the date where the mark alone would not
 * tell it. */
static gchar *
dup_note (const AnnalsEvent *event, const AnnalsDate *date)
{
  const AnnalsSpan *span = annals_date_get_span (date);
  gboolean hypothetic = event->status >= ANNALS_STATUS_PLANNED;
  gboolean inexact = annals_span_get_qualifiers (span) != ANNALS_QUALIFIER_NONE
                     || span->kind == ANNALS_SPAN_ONE_OF;
  g_autofree gchar *words = NULL;

  if (!hypothetic && !inexact)
    return NULL;
  words = annals_date_dup_words (date, ANNALS_WORDS_SHORT);
  if (!hypothetic)
    return g_steal_pointer (&words);
  /* Translators: what stands behind the name of an event on the timeline: %1$s is its status
   * ("planned"), %2$s its date ("by 2007"). */
  return g_strdup_printf (C_ ("timeline", "%1$s, %2$s"), annals_status_get_name (event->status),
                          words);
}

static gboolean
is_in_hidden_lane (const AnnalsLayout *layout, const AnnalsEvent *event)
{
  return event->lane < layout->lanes->len && annals_layout_get_lane (layout, event->lane)->hidden;
}

static void
add_event (AnnalsLayout *layout, guint index)
{
  const AnnalsEvent *event = annals_document_get_event (layout->document, index);
  const AnnalsDate *date = annals_event_get_drawn_date (event);
  AnnalsLayoutEvent entry = { .index = index, .lane = event->lane, .status = event->status };
  const gchar *label = event->short_label != NULL ? event->short_label : event->label;

  if (date == NULL || is_in_hidden_lane (layout, event))
    return;
  entry.date = date;
  if (event->record != NULL && event->record != date
      && g_strcmp0 (annals_date_get_edtf (event->record), annals_date_get_edtf (date)) != 0)
    entry.record = event->record;
  entry.label = g_utf8_make_valid (label != NULL ? label : "", -1);
  g_strdelimit (entry.label, "\n\r\t", ' ');
  entry.label_px = annals_layout_measure (layout, ANNALS_FONT_LABEL, entry.label);
  entry.note = dup_note (event, date);
  if (entry.note != NULL)
    entry.note_px = annals_layout_measure (layout, ANNALS_FONT_NOTE, entry.note);
  entry.rank = MIN (event->n_passages, 1000);
  g_array_append_val (layout->events, entry);
  if (event->lane < layout->lanes->len)
    g_array_index (layout->lanes, AnnalsLayoutLane, event->lane).n_events++;
}

static void
widen_horizon (AnnalsHorizon *horizon, const AnnalsDate *date)
{
  const AnnalsSpan *span = annals_date_get_span (date);
  const AnnalsInstant bounds[] = { span->begin_earliest, span->begin_latest, span->end_earliest,
                                   span->end_latest };

  for (guint i = 0; i < G_N_ELEMENTS (bounds); i++)
    {
      if (annals_instant_is_open (bounds[i]))
        continue;
      horizon->first = MIN (horizon->first, bounds[i]);
      horizon->last = MAX (horizon->last, bounds[i]);
    }
}

static void
find_horizon (AnnalsLayout *layout)
{
  const AnnalsDocumentInfo *info = annals_document_get_info (layout->document);
  AnnalsHorizon *horizon = &layout->horizon;

  *horizon = (AnnalsHorizon){ ANNALS_INSTANT_MAX, ANNALS_INSTANT_MIN, ANNALS_INSTANT_MIN };
  for (guint i = 0; i < layout->events->len; i++)
    {
      const AnnalsLayoutEvent *event = annals_layout_get_event (layout, i);

      widen_horizon (horizon, event->date);
      if (event->record != NULL)
        {
          widen_horizon (horizon, event->record);
          layout->opens_left |= annals_date_get_span (event->record)->begin.state
                                == ANNALS_END_OPEN;
        }
      layout->opens_left |= annals_date_get_span (event->date)->begin.state == ANNALS_END_OPEN
                            && event->status != ANNALS_STATUS_PLANNED;
    }
  if (info->published != NULL)
    {
      AnnalsInstant last = annals_span_get_latest (annals_date_get_span (info->published));

      if (!annals_instant_is_open (last))
        horizon->published = last;
    }
  if (horizon->first > horizon->last)
    horizon->first = horizon->last = horizon->published != ANNALS_INSTANT_MIN
                                         ? horizon->published
                                         : annals_instant_from_date (2000, 1, 1);
}

static gint
compare_events (gconstpointer a, gconstpointer b)
{
  const AnnalsLayoutEvent *first = a;
  const AnnalsLayoutEvent *second = b;
  gint order = annals_span_compare (annals_date_get_span (first->date),
                                    annals_date_get_span (second->date));

  return order != 0 ? order : (first->index > second->index) - (first->index < second->index);
}

/**
 * annals_layout_new:
 * @document: a document
 * @metrics: the measures; copied
 * @measure: tells how wide a label will be
 * @user_data: handed to @measure; has to outlive the layout
 *
 * Makes a layout of the document's dated events. Events without a date are not in it. The document
 * must not change while the layout is used; make a new one when it does.
 *
 * Returns: (transfer full): the layout; free it with annals_layout_free()
 */
AnnalsLayout *
annals_layout_new (AnnalsDocument *document,
                   const AnnalsMetrics *metrics,
                   AnnalsMeasureFunc measure,
                   gpointer user_data)
{
  return annals_layout_new_filtered (document, metrics, measure, user_data, NULL, NULL);
}

/**
 * annals_layout_new_filtered:
 * @document: a document
 * @metrics: the measures; copied
 * @measure: tells how wide a label will be
 * @user_data: handed to @measure; has to outlive the layout
 * @lanes: (nullable) (array zero-terminated=1): ids of the lanes laid out; %NULL for all
 * @range: (nullable): which events are laid out by their time; %NULL for all
 *
 * As annals_layout_new(), with some lanes left out together with their events, and those events
 * that @range does not let through. Lanes keep their index.
 *
 * Returns: (transfer full): the layout; free it with annals_layout_free()
 */
AnnalsLayout *
annals_layout_new_filtered (AnnalsDocument *document,
                            const AnnalsMetrics *metrics,
                            AnnalsMeasureFunc measure,
                            gpointer user_data,
                            const gchar *const *lanes,
                            const AnnalsRange *range)
{
  AnnalsLayout *layout;
  guint n_lanes;

  g_return_val_if_fail (ANNALS_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (metrics != NULL && measure != NULL, NULL);

  layout = g_new0 (AnnalsLayout, 1);
  n_lanes = annals_document_get_n_lanes (document);
  layout->document = g_object_ref (document);
  layout->metrics = *metrics;
  layout->measure = measure;
  layout->measure_data = user_data;
  layout->progress = 1.0;
  layout->events = g_array_new (FALSE, TRUE, sizeof (AnnalsLayoutEvent));
  g_array_set_clear_func (layout->events, clear_event);
  layout->lanes = g_array_new (FALSE, TRUE, sizeof (AnnalsLayoutLane));
  layout->rows = g_array_new (FALSE, TRUE, sizeof (guint));
  layout->rows_before = g_array_new (FALSE, TRUE, sizeof (guint));
  g_array_set_size (layout->lanes, n_lanes);
  g_array_set_size (layout->rows, n_lanes);
  g_array_set_size (layout->rows_before, n_lanes);
  layout->lane_order = g_array_new (FALSE, TRUE, sizeof (guint));
  annals_layout_read_lanes (layout);
  for (guint i = 0; lanes != NULL && i < n_lanes; i++)
    g_array_index (layout->lanes, AnnalsLayoutLane, i).hidden = !g_strv_contains (
        lanes, annals_document_get_lane (document, i)->id);

  for (guint i = 0; i < annals_document_get_n_events (document); i++)
    if (range == NULL
        || annals_document_is_in_range (document, annals_document_get_event (document, i), range))
      add_event (layout, i);
  g_array_sort (layout->events, compare_events);
  find_horizon (layout);
  return layout;
}

/**
 * annals_layout_free:
 * @layout: (nullable) (transfer full): a layout
 */
void
annals_layout_free (AnnalsLayout *layout)
{
  if (layout == NULL)
    return;
  g_array_unref (layout->events);
  g_array_unref (layout->lanes);
  g_array_unref (layout->lane_order);
  g_array_unref (layout->rows);
  g_array_unref (layout->rows_before);
  g_object_unref (layout->document);
  annals_breaks_unref (layout->breaks);
  g_free (layout);
}

/**
 * annals_layout_set_breaks:
 * @layout: a layout
 * @breaks: (nullable): stretches of time that are compressed
 *
 * Compresses stretches of time in all pictures that show everything (annals_layout_init_fit()).
 * Scales that have been fitted with other breaks before are to be made anew.
 */
void
annals_layout_set_breaks (AnnalsLayout *layout, AnnalsBreaks *breaks)
{
  AnnalsBreaks *before = layout->breaks;

  layout->breaks = breaks != NULL ? annals_breaks_ref (breaks) : NULL;
  annals_breaks_unref (before);
}

/**
 * annals_layout_get_breaks:
 * @layout: a layout
 *
 * Returns: (transfer none) (nullable): the stretches of time that are compressed, for scales that
 *   the layout outlives
 */
const AnnalsBreaks *
annals_layout_get_breaks (const AnnalsLayout *layout)
{
  return layout->breaks;
}

/**
 * annals_layout_get_document:
 * @layout: a layout
 *
 * Returns: (transfer none): the document laid out
 */
AnnalsDocument *
annals_layout_get_document (AnnalsLayout *layout)
{
  return layout->document;
}

/**
 * annals_layout_get_metrics:
 * @layout: a layout
 *
 * Returns: (transfer none): its measures
 */
const AnnalsMetrics *
annals_layout_get_metrics (const AnnalsLayout *layout)
{
  return &layout->metrics;
}

/**
 * annals_layout_get_horizon:
 * @layout: a layout
 *
 * Returns: (transfer none): how far its events reach
 */
const AnnalsHorizon *
annals_layout_get_horizon (const AnnalsLayout *layout)
{
  return &layout->horizon;
}

/**
 * annals_layout_measure:
 * @layout: a layout
 * @font: how it is set
 * @text: one line
 *
 * Returns: how wide @text is, in pixels
 */
gdouble
annals_layout_measure (const AnnalsLayout *layout, AnnalsFont font, const gchar *text)
{
  return layout->measure (font, text, layout->measure_data);
}

/**
 * annals_layout_build_ticks:
 * @layout: a layout
 * @scale: what is shown
 *
 * Returns: (transfer full) (element-type AnnalsTick): the ticks of the axis, as
 *   annals_ticks_build() chooses them for the layout's measures and type
 */
GArray *
annals_layout_build_ticks (const AnnalsLayout *layout, const AnnalsScale *scale)
{
  return annals_ticks_build (scale, &layout->metrics, layout->measure, layout->measure_data);
}

static gdouble
get_lane_rows (const AnnalsLayout *layout, guint lane)
{
  gdouble before = g_array_index (layout->rows_before, guint, lane);
  gdouble now = g_array_index (layout->rows, guint, lane);

  return before + (now - before) * layout->progress;
}

/**
 * annals_layout_set_progress:
 * @layout: a layout
 * @progress: 0 for the rows before the last packing, 1 for those after it
 *
 * Moves the rows between what they were and what they are.
 */
void
annals_layout_set_progress (AnnalsLayout *layout, gdouble progress)
{
  layout->progress = CLAMP (progress, 0.0, 1.0);
  annals_layout_fit_height (layout, layout->fitted_px);
}

static gdouble
get_lane_height (const AnnalsLayout *layout, guint lane, gdouble pitch_px)
{
  gdouble open;

  if (annals_layout_get_lane (layout, lane)->hidden)
    return 0.0;
  open = MAX (layout->metrics.lane_min_px,
              get_lane_rows (layout, lane) * pitch_px + 2.0 * layout->metrics.lane_padding_px);
  return annals_layout_close (layout, lane, open, layout->metrics.lane_closed_px);
}

static gdouble
get_height_with_pitch (const AnnalsLayout *layout, gdouble pitch_px)
{
  gdouble height = 0.0;

  for (guint i = 0; i < layout->lanes->len; i++)
    height += get_lane_height (layout, i, pitch_px);
  return height;
}

/* Places the lanes one below the other, each so much higher than its rows need. */
static void
place_lanes (AnnalsLayout *layout, gdouble pitch_px, gdouble stretch)
{
  gdouble top = 0.0;

  for (guint i = 0; i < layout->lanes->len; i++)
    {
      guint index = annals_layout_get_lane_at (layout, i);
      AnnalsLayoutLane *lane = &g_array_index (layout->lanes, AnnalsLayoutLane, index);
      gdouble height = get_lane_height (layout, index, pitch_px) * stretch;

      lane->top_px = round (top);
      lane->pitch_px = pitch_px;
      lane->height_px = round (top + height) - lane->top_px;
      lane->top_px += round (lane->shift_px);
      top += height;
    }
  layout->lanes_px = round (top);
}

/* The greatest pitch between the two at which the lanes are no higher than that. */
static gdouble
find_pitch (AnnalsLayout *layout, gdouble low, gdouble high, gdouble height_px)
{
  for (guint i = 0; i < PITCH_STEPS; i++)
    {
      gdouble middle = (low + high) / 2.0;

      if (get_height_with_pitch (layout, middle) > height_px)
        high = middle;
      else
        low = middle;
    }
  return low;
}

/**
 * annals_layout_fit_height:
 * @layout: a layout
 * @height_px: how much height there is for all lanes
 *
 * Spreads the rows where there is room, within the pitches that the metrics allow, and places the
 * lanes one below the other. Lanes may need more than @height_px; then the picture scrolls.
 */
void
annals_layout_fit_height (AnnalsLayout *layout, gdouble height_px)
{
  gdouble pitch = layout->metrics.row_max_px;

  layout->fitted_px = height_px;
  if (get_height_with_pitch (layout, pitch) > height_px)
    pitch = find_pitch (layout, layout->metrics.row_min_px, pitch, height_px);
  place_lanes (layout, pitch, 1.0);
}

/**
 * annals_layout_fill_height:
 * @layout: a layout
 * @height_px: how much height there is for all lanes
 *
 * As annals_layout_fit_height(), for a picture of a given height: what is left over is dealt out to
 * rows and lanes, so that the lanes reach down to the bottom.
 */
void
annals_layout_fill_height (AnnalsLayout *layout, gdouble height_px)
{
  gdouble least = layout->metrics.row_max_px;
  gdouble pitch;

  annals_layout_fit_height (layout, height_px);
  if (layout->lanes->len == 0 || annals_layout_get_height (layout) >= height_px - 0.5)
    return;
  pitch = find_pitch (layout, least, least * MOST_SPREAD, height_px);
  place_lanes (layout, pitch, height_px / MAX (get_height_with_pitch (layout, pitch), 1.0));
}

/**
 * annals_layout_get_natural_height:
 * @layout: a packed layout
 *
 * Returns: the height at which the lanes are neither crowded nor spread, without the axis
 */
gdouble
annals_layout_get_natural_height (const AnnalsLayout *layout)
{
  return ceil (get_height_with_pitch (
      layout, (layout->metrics.row_min_px + layout->metrics.row_max_px) / 2.0));
}

/**
 * annals_layout_get_height:
 * @layout: a packed layout
 *
 * Returns: the height that the lanes take as fitted last, without the axis
 */
gdouble
annals_layout_get_height (const AnnalsLayout *layout)
{
  return layout->lanes_px;
}

/**
 * annals_layout_get_n_events:
 * @layout: a layout
 *
 * Returns: how many events have a date
 */
guint
annals_layout_get_n_events (const AnnalsLayout *layout)
{
  return layout->events->len;
}

/**
 * annals_layout_get_event:
 * @layout: a layout
 * @index: which of them, in the order of time
 *
 * Returns: (transfer none): what the layout knows of it
 */
const AnnalsLayoutEvent *
annals_layout_get_event (const AnnalsLayout *layout, guint index)
{
  return &g_array_index (layout->events, AnnalsLayoutEvent, index);
}

/**
 * annals_layout_get_middle_y:
 * @layout: a packed layout
 * @event: one of its events
 *
 * Returns: the middle of its row, in pixels from the top of the lanes
 */
gdouble
annals_layout_get_middle_y (const AnnalsLayout *layout, const AnnalsLayoutEvent *event)
{
  const AnnalsLayoutLane *lane = annals_layout_get_lane (layout, event->lane);
  gdouble row = event->row_before + ((gdouble) event->row - event->row_before) * layout->progress;
  gdouble used = get_lane_rows (layout, event->lane) * lane->pitch_px;
  gdouble slack = MAX (lane->height_px - used, 0.0) / 2.0;

  return round (lane->top_px
                + annals_layout_close (layout, event->lane, slack + (row + 0.5) * lane->pitch_px,
                                       lane->height_px / 2.0));
}

/**
 * annals_layout_get_lane:
 * @layout: a layout
 * @lane: a lane's index
 *
 * Returns: (transfer none): where it is
 */
const AnnalsLayoutLane *
annals_layout_get_lane (const AnnalsLayout *layout, guint lane)
{
  return &g_array_index (layout->lanes, AnnalsLayoutLane, lane);
}

/**
 * annals_layout_get_extent:
 * @layout: a layout
 * @first: (out): earliest bound of any event
 * @last: (out): latest bound of any event
 *
 * Returns: whether there is any event with a date
 */
gboolean
annals_layout_get_extent (const AnnalsLayout *layout, AnnalsInstant *first, AnnalsInstant *last)
{
  *first = layout->horizon.first;
  *last = layout->horizon.last;
  return layout->events->len > 0;
}

/**
 * annals_layout_init_fit:
 * @layout: a layout
 * @scale: the scale to set
 * @x_px: where the time area begins
 * @width_px: how wide it is
 *
 * Shows all events, with a margin that leaves room for ends that fade out.
 */
void
annals_layout_init_fit (const AnnalsLayout *layout,
                        AnnalsScale *scale,
                        gdouble x_px,
                        gdouble width_px)
{
  AnnalsInstant first = layout->horizon.first;
  AnnalsInstant last = layout->horizon.last;
  gdouble open_px = layout->metrics.open_fade_px;
  gdouble left_px = FIT_MARGIN_PX + (layout->opens_left ? open_px : 0.0);
  gdouble right_px = FIT_MARGIN_PX + open_px;
  gdouble usable_px = MAX (width_px - left_px - right_px, width_px / 2.0);

  if (layout->events->len == 0 || (gdouble) last - (gdouble) first < ANNALS_SECONDS_PER_DAY)
    {
      gint64 around_s = (layout->events->len == 0 ? NO_DATE_YEARS * 366 : 1)
                        * ANNALS_SECONDS_PER_DAY;

      first = first > ANNALS_INSTANT_EARLIEST + around_s ? first - around_s : first;
      last = last < ANNALS_INSTANT_LATEST - around_s ? last + around_s : last;
    }
  annals_scale_init_broken (scale, layout->breaks, first, last, x_px, usable_px);
  scale->width_px = width_px;
  annals_scale_pan (scale, MIN (left_px, width_px / 4.0));
}
