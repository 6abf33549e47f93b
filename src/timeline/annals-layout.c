/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "annals-cluster.h"
#include "annals-index-private.h"
#include "annals-layout-private.h"
#include "annals-letters.h"

/* What there is to lay out, and what is known of an event that is shown. */

#define FIT_MARGIN_PX 28.0
#define NO_DATE_YEARS 10

/* A lane with no more events shows all of them, in as many rows as that takes. */
#define MOST_UNFOLDED 24

/* A longer label is never shown whole. */
#define MOST_LABEL_BYTES 255
#define MOST_READ_BYTES 1024

/* So many passages count. */
#define MOST_RANK 1000
#define LONG_LABEL_PX 1e6

#define N_LETTERS 128

/* What an event that is shown has of its own. */
void
annals_layout_clear_event (AnnalsLayoutEvent *event)
{
  g_clear_pointer (&event->own_label, g_free);
  g_clear_pointer (&event->note, g_free);
}

static void
clear_event (gpointer data)
{
  annals_layout_clear_event (data);
}

static void
clear_lane (gpointer data)
{
  AnnalsLayoutLane *lane = data;

  g_free (lane->label);
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

/* Most labels are one clean line, and are lent. Of those as long as a page no more is looked at
 * than can ever be seen. */
static void
set_label (const AnnalsLayout *layout, AnnalsLayoutEvent *event, const gchar *label)
{
  AnnalsFont font = event->pinned ? ANNALS_FONT_LABEL_STRONG : ANNALS_FONT_LABEL;
  g_autofree gchar *begin = NULL;

  if (label != NULL && strlen (label) > MOST_READ_BYTES)
    begin = g_strndup (
        label, (gsize) (g_utf8_find_prev_char (label, label + MOST_READ_BYTES + 1) - label));
  event->own_label = annals_letters_dup_clean (begin != NULL ? begin : label);
  if (event->own_label == NULL)
    event->own_label = g_steal_pointer (&begin);
  event->label = event->own_label != NULL ? event->own_label : label;
  event->label_px = strlen (event->label) <= MOST_LABEL_BYTES
                        ? annals_layout_measure (layout, font, event->label)
                        : LONG_LABEL_PX;
}

/* What is known of an event that is going to be shown. */
void
annals_layout_fill_event (const AnnalsLayout *layout,
                          const AnnalsIndexEntry *entry,
                          AnnalsLayoutEvent *event)
{
  const AnnalsEvent *of;

  *event = (AnnalsLayoutEvent){
    .index = entry->event,
    .lane = entry->lane,
    .begin = entry->begin,
    .end = entry->end,
    .weight = entry->weight,
    .moment = (entry->flags & ANNALS_INDEX_MOMENT) != 0,
    .status = ANNALS_STATUS_HAPPENED,
  };
  if (layout->document == NULL)
    {
      set_label (layout, event, entry->label);
      return;
    }
  of = annals_document_get_event (layout->document, entry->event);
  event->date = annals_event_get_drawn_date (of);
  event->record = annals_layout_get_record (of);
  event->status = of->status;
  event->pinned = of->is_pinned;
  set_label (layout, event, of->short_label != NULL ? of->short_label : of->label);
  event->note = dup_note (of, event->date);
  if (event->note != NULL)
    event->note_px = annals_layout_measure (layout, ANNALS_FONT_NOTE, event->note);
  event->rank = MIN (of->n_passages, MOST_RANK) + (of->is_pinned ? MOST_RANK + 1 : 0);
}

static AnnalsLayout *
create (AnnalsIndex *index,
        guint n_lanes,
        const AnnalsMetrics *metrics,
        AnnalsMeasureFunc measure,
        gpointer user_data)
{
  AnnalsLayout *layout = g_new0 (AnnalsLayout, 1);

  layout->index = index;
  layout->metrics = *metrics;
  layout->measure = measure;
  layout->measure_data = user_data;
  layout->letter_widths = g_new (gfloat, ANNALS_N_FONTS * N_LETTERS);
  for (guint i = 0; i < ANNALS_N_FONTS * N_LETTERS; i++)
    layout->letter_widths[i] = -1.0f;
  layout->progress = 1.0;
  layout->kept = -1;
  layout->events = g_array_new (FALSE, TRUE, sizeof (AnnalsLayoutEvent));
  g_array_set_clear_func (layout->events, clear_event);
  layout->clusters = g_array_new (FALSE, TRUE, sizeof (AnnalsCluster));
  layout->found = g_array_new (FALSE, TRUE, sizeof (AnnalsIndexEntry));
  annals_layout_choice_init (&layout->choice);
  annals_layout_choice_init (&layout->ahead);
  layout->waiting = g_ptr_array_new ();
  layout->taken = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  layout->standing_out = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  layout->all_stand_out = TRUE;
  layout->label_room = annals_label_room_new ();
  layout->density = annals_density_new ();
  layout->tick_words = annals_tick_words_new ();
  layout->ticks = g_array_new (FALSE, FALSE, sizeof (AnnalsTick));
  layout->lanes = g_array_new (FALSE, TRUE, sizeof (AnnalsLayoutLane));
  g_array_set_clear_func (layout->lanes, clear_lane);
  layout->rows = g_array_new (FALSE, TRUE, sizeof (guint));
  layout->rows_before = g_array_new (FALSE, TRUE, sizeof (guint));
  g_array_set_size (layout->lanes, n_lanes);
  annals_layout_sight_init (layout);
  g_array_set_size (layout->rows, n_lanes);
  g_array_set_size (layout->rows_before, n_lanes);
  layout->lane_order = g_array_new (FALSE, TRUE, sizeof (guint));
  return layout;
}

static void
set_lane (AnnalsLayout *layout, guint index, const AnnalsLane *of, gboolean hidden)
{
  AnnalsLayoutLane *lane = ANNALS_LAYOUT_LANE (layout, index);

  lane->label = annals_letters_dup_line (of->label);
  lane->color = of->color;
  lane->hidden = hidden;
  lane->n_events = hidden ? 0 : annals_index_get_n_in_lane (layout->index, index);
  lane->folds = lane->n_events > MOST_UNFOLDED;
  layout->n_events += lane->n_events;
  layout->folds |= lane->folds;
}

static void
start (AnnalsLayout *layout)
{
  annals_layout_read_lanes (layout);
  annals_layout_find_horizon (layout);
  annals_layout_choose_all (layout);
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

static AnnalsLayout *
create_for_document (AnnalsDocument *document,
                     AnnalsIndex *index,
                     const AnnalsMetrics *metrics,
                     AnnalsMeasureFunc measure,
                     gpointer user_data,
                     const gchar *const *lanes,
                     const AnnalsRange *range)
{
  guint n_lanes = annals_document_get_n_lanes (document);
  AnnalsLayout *layout = create (index, n_lanes, metrics, measure, user_data);

  layout->document = g_object_ref (document);
  layout->eras = annals_eras_new (document, lanes, range, measure, user_data);
  annals_metrics_set_era_rows (&layout->metrics, annals_eras_get_n_rows (layout->eras));
  for (guint i = 0; i < n_lanes; i++)
    {
      const AnnalsLane *lane = annals_document_get_lane (document, i);

      set_lane (layout, i, lane, lanes != NULL && !g_strv_contains (lanes, lane->id));
    }
  start (layout);
  return layout;
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
  g_return_val_if_fail (ANNALS_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (metrics != NULL && measure != NULL, NULL);

  return create_for_document (document, annals_index_new_for_document (document, range), metrics,
                              measure, user_data, lanes, range);
}

/**
 * annals_layout_new_following:
 * @document: a document
 * @metrics: the measures; copied
 * @measure: tells how wide a label will be
 * @user_data: handed to @measure; has to outlive the layout
 * @lanes: (nullable) (array zero-terminated=1): ids of the lanes laid out; %NULL for all
 *
 * As annals_layout_new_filtered(), for who is told when the document changes and has another
 * layout made in that very turn, in the thread in which the document is changed. It costs no more
 * than what is shown when only one event has changed; see annals_index_attach().
 *
 * Returns: (transfer full): the layout; free it with annals_layout_free()
 */
AnnalsLayout *
annals_layout_new_following (AnnalsDocument *document,
                             const AnnalsMetrics *metrics,
                             AnnalsMeasureFunc measure,
                             gpointer user_data,
                             const gchar *const *lanes)
{
  AnnalsLayout *layout;

  g_return_val_if_fail (ANNALS_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (metrics != NULL && measure != NULL, NULL);

  layout = create_for_document (document, annals_index_follow_document (document), metrics, measure,
                                user_data, lanes, NULL);
  layout->follows = TRUE;
  return layout;
}

/**
 * annals_layout_new_for_index:
 * @index: an index that has been built
 * @lanes: (array length=n_lanes): its lanes; names are copied
 * @n_lanes: how many
 * @metrics: the measures; copied
 * @measure: tells how wide a label will be
 * @user_data: handed to @measure; has to outlive the layout
 *
 * Makes a layout of events of which no more is known than what an index holds. The index must not
 * change while the layout is used.
 *
 * Returns: (transfer full): the layout; free it with annals_layout_free()
 */
AnnalsLayout *
annals_layout_new_for_index (AnnalsIndex *index,
                             const AnnalsLane *lanes,
                             guint n_lanes,
                             const AnnalsMetrics *metrics,
                             AnnalsMeasureFunc measure,
                             gpointer user_data)
{
  AnnalsLayout *layout;

  g_return_val_if_fail (index != NULL && (lanes != NULL || n_lanes == 0), NULL);
  g_return_val_if_fail (metrics != NULL && measure != NULL, NULL);

  layout = create (annals_index_ref (index), n_lanes, metrics, measure, user_data);
  layout->eras = annals_eras_new (NULL, NULL, NULL, measure, user_data);
  annals_metrics_set_era_rows (&layout->metrics, 0);
  for (guint i = 0; i < n_lanes; i++)
    set_lane (layout, i, &lanes[i], FALSE);
  start (layout);
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
  g_free (layout->letter_widths);
  annals_eras_free (layout->eras);
  g_array_unref (layout->events);
  g_array_unref (layout->clusters);
  annals_places_clear (&layout->by_event);
  g_array_unref (layout->found);
  annals_layout_choice_clear (&layout->choice);
  annals_layout_choice_clear (&layout->ahead);
  g_ptr_array_unref (layout->waiting);
  g_ptr_array_unref (layout->taken);
  g_ptr_array_unref (layout->standing_out);
  annals_label_room_free (layout->label_room);
  annals_density_free (layout->density);
  annals_tick_words_free (layout->tick_words);
  g_array_unref (layout->ticks);
  annals_layout_sight_clear (layout);
  g_array_unref (layout->lanes);
  g_array_unref (layout->lane_order);
  g_array_unref (layout->rows);
  g_array_unref (layout->rows_before);
  annals_breaks_unref (layout->breaks);
  if (layout->follows)
    annals_index_unfollow_document (layout->document, layout->index);
  else
    annals_index_unref (layout->index);
  g_clear_object (&layout->document);
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
 * Returns: (transfer none) (nullable): the document laid out, when there is one
 */
AnnalsDocument *
annals_layout_get_document (AnnalsLayout *layout)
{
  return layout->document;
}

/**
 * annals_layout_get_index:
 * @layout: a layout
 *
 * Returns: (transfer none): the index of its events
 */
AnnalsIndex *
annals_layout_get_index (AnnalsLayout *layout)
{
  return layout->index;
}

/**
 * annals_layout_get_label_room:
 * @layout: a layout
 *
 * Returns: (transfer none): what placing its labels needs, from one picture to the next
 */
AnnalsLabelRoom *
annals_layout_get_label_room (AnnalsLayout *layout)
{
  return layout->label_room;
}

/**
 * annals_layout_get_density:
 * @layout: a layout
 *
 * Returns: (transfer none): what its overview needs, from one frame to the next
 */
AnnalsDensity *
annals_layout_get_density (AnnalsLayout *layout)
{
  return layout->density;
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
 * annals_layout_get_eras:
 * @layout: a layout
 *
 * Returns: (transfer none): the events that are the background of the others
 */
const AnnalsEras *
annals_layout_get_eras (const AnnalsLayout *layout)
{
  return layout->eras;
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
 * annals_layout_get_letter_width:
 * @layout: a layout
 * @font: how it is set
 * @letter: of ASCII; 0 for the ellipsis
 *
 * Returns: how wide @letter is by itself, in pixels
 */
gdouble
annals_layout_get_letter_width (const AnnalsLayout *layout, AnnalsFont font, gchar letter)
{
  gfloat *width = &layout->letter_widths[font * N_LETTERS + (guchar) letter % N_LETTERS];
  const gchar text[] = { letter, '\0' };

  if (*width < 0.0f)
    *width = (gfloat) annals_layout_measure (layout, font, letter != '\0' ? text : "\xe2\x80\xa6");
  return *width;
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
  return annals_ticks_build (scale, &layout->metrics, layout->measure, layout->measure_data,
                             layout->tick_words);
}

/**
 * annals_layout_get_ticks:
 * @layout: a layout
 * @scale: what is shown
 *
 * Does what annals_layout_build_ticks() does with memory that the layout keeps.
 *
 * Returns: (transfer none) (element-type AnnalsTick): the ticks of the axis, which last until they
 *   are asked for again
 */
GArray *
annals_layout_get_ticks (AnnalsLayout *layout, const AnnalsScale *scale)
{
  annals_ticks_fill (layout->ticks, scale, &layout->metrics, layout->measure, layout->measure_data,
                     layout->tick_words);
  return layout->ticks;
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
  return layout->n_events;
}

/**
 * annals_layout_get_n_shown:
 * @layout: a layout
 *
 * Returns: how many events have a row; those of them that are far out of view are among them
 */
guint
annals_layout_get_n_shown (const AnnalsLayout *layout)
{
  return layout->events->len;
}

/**
 * annals_layout_get_shown:
 * @layout: a layout
 * @index: which of those that are shown on their own, in the order of time
 *
 * Returns: (transfer none): what the layout knows of it
 */
const AnnalsLayoutEvent *
annals_layout_get_shown (const AnnalsLayout *layout, guint index)
{
  return ANNALS_LAYOUT_EVENT (layout, index);
}

/**
 * annals_layout_find_shown:
 * @layout: a layout
 * @event: number of an event
 *
 * Returns: (transfer none) (nullable): what the layout knows of it, %NULL when it is not shown on
 *   its own
 */
const AnnalsLayoutEvent *
annals_layout_find_shown (const AnnalsLayout *layout, guint event)
{
  guint place;

  return annals_places_find (&layout->by_event, event, &place) ? ANNALS_LAYOUT_EVENT (layout, place)
                                                               : NULL;
}

/**
 * annals_layout_get_n_clusters:
 * @layout: a layout
 *
 * Returns: how many clusters stand for events that are not shown on their own
 */
guint
annals_layout_get_n_clusters (const AnnalsLayout *layout)
{
  return layout->clusters->len;
}

/**
 * annals_layout_get_cluster:
 * @layout: a layout
 * @index: which cluster; they are in the order of lanes and time
 *
 * Returns: (transfer none): the cluster; its count may be 0, when all its events are shown after
 * all
 */
const AnnalsCluster *
annals_layout_get_cluster (const AnnalsLayout *layout, guint index)
{
  return &g_array_index (layout->clusters, AnnalsCluster, index);
}

/**
 * annals_layout_get_cluster_words:
 * @layout: a layout
 * @index: which cluster
 * @width_px: (out): how wide that is
 *
 * Returns: (transfer none): when its events begin, in few words; they are found when they are asked
 *   for
 */
const gchar *
annals_layout_get_cluster_words (AnnalsLayout *layout, guint index, gdouble *width_px)
{
  AnnalsCluster *cluster = &g_array_index (layout->clusters, AnnalsCluster, index);

  if (!cluster->has_words)
    {
      gchar words[256];

      annals_cluster_format_time (cluster->first, cluster->last, ANNALS_WORDS_SHORT, words,
                                  sizeof words);
      cluster->has_words = TRUE;
      if (strlen (words) < sizeof cluster->words)
        g_strlcpy (cluster->words, words, sizeof cluster->words);
      cluster->words_px = annals_layout_measure (layout, ANNALS_FONT_COUNT, cluster->words);
    }
  *width_px = cluster->words_px;
  return cluster->words;
}

/**
 * annals_layout_get_detail:
 * @layout: a layout
 *
 * Returns: (transfer none): how much is shown now
 */
const AnnalsDetail *
annals_layout_get_detail (const AnnalsLayout *layout)
{
  return &layout->detail;
}

/**
 * annals_layout_get_n_lanes:
 * @layout: a layout
 *
 * Returns: how many lanes there are
 */
guint
annals_layout_get_n_lanes (const AnnalsLayout *layout)
{
  return layout->lanes->len;
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
  return ANNALS_LAYOUT_LANE (layout, lane);
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
  return layout->n_events > 0;
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

  if (layout->n_events == 0 || (gdouble) last - (gdouble) first < ANNALS_SECONDS_PER_DAY)
    {
      gint64 around_s = (layout->n_events == 0 ? NO_DATE_YEARS * 366 : 1) * ANNALS_SECONDS_PER_DAY;

      first = first > ANNALS_INSTANT_EARLIEST + around_s ? first - around_s : first;
      last = last < ANNALS_INSTANT_LATEST - around_s ? last + around_s : last;
    }
  annals_scale_init_broken (scale, layout->breaks, first, last, x_px, usable_px);
  scale->width_px = width_px;
  annals_scale_pan (scale, MIN (left_px, width_px / 4.0));
}
