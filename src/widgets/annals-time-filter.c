/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "annals-time-filter.h"
#include "annals-words.h"

/* The range of time of a window. Who draws or lists events asks it which are let through; it is
 * reckoned once for each change. */

struct _AnnalsTimeFilter
{
  GObject parent_instance;

  AnnalsDocument *document;
  gboolean active;
  AnnalsRange range;
  GByteArray *found; /* by event, whether it is let through; empty without a range */
  guint n_events;
};

G_DEFINE_FINAL_TYPE (AnnalsTimeFilter, annals_time_filter, G_TYPE_OBJECT)

static guint changed_signal;

static void
reckon (AnnalsTimeFilter *self)
{
  guint n_events = annals_document_get_n_events (self->document);

  self->n_events = 0;
  g_byte_array_set_size (self->found, self->active ? n_events : 0);
  for (guint i = 0; i < self->found->len; i++)
    {
      const AnnalsEvent *event = annals_document_get_event (self->document, i);

      self->found->data[i] = (guint8) annals_document_is_in_range (self->document, event,
                                                                   &self->range);
      self->n_events += self->found->data[i];
    }
  g_signal_emit (self, changed_signal, 0);
}

static void
document_changed_cb (AnnalsTimeFilter *self)
{
  if (self->active)
    reckon (self);
}

/* Of a single event, only that one is reckoned anew. */
static void
event_changed_cb (AnnalsTimeFilter *self, guint index, const AnnalsEvent *before)
{
  const AnnalsEvent *event = annals_document_get_event (self->document, index);
  guint8 found;

  if (!self->active || !annals_event_is_elsewhere (event, before))
    return;
  if (before == NULL)
    g_byte_array_append (self->found, &(guint8){ 0 }, 1);
  found = (guint8) annals_document_is_in_range (self->document, event, &self->range);
  if (before != NULL && self->found->data[index] == found)
    return;
  self->n_events += (guint) found - self->found->data[index];
  self->found->data[index] = found;
  g_signal_emit (self, changed_signal, 0);
}

static void
annals_time_filter_dispose (GObject *object)
{
  AnnalsTimeFilter *self = ANNALS_TIME_FILTER (object);

  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (annals_time_filter_parent_class)->dispose (object);
}

static void
annals_time_filter_finalize (GObject *object)
{
  g_byte_array_unref (ANNALS_TIME_FILTER (object)->found);
  G_OBJECT_CLASS (annals_time_filter_parent_class)->finalize (object);
}

static void
annals_time_filter_class_init (AnnalsTimeFilterClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = annals_time_filter_dispose;
  G_OBJECT_CLASS (klass)->finalize = annals_time_filter_finalize;
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static void
annals_time_filter_init (AnnalsTimeFilter *self)
{
  self->range.within = ANNALS_WITHIN_OVERLAPPING;
  self->found = g_byte_array_new ();
}

/**
 * annals_time_filter_new:
 * @document: a document
 *
 * Returns: (transfer full): a filter without a range
 */
AnnalsTimeFilter *
annals_time_filter_new (AnnalsDocument *document)
{
  AnnalsTimeFilter *self = NULL;

  g_return_val_if_fail (ANNALS_IS_DOCUMENT (document), NULL);

  self = g_object_new (ANNALS_TYPE_TIME_FILTER, NULL);
  self->document = g_object_ref (document);
  g_signal_connect_swapped (document, "changed", G_CALLBACK (document_changed_cb), self);
  g_signal_connect_swapped (document, "event-changed", G_CALLBACK (event_changed_cb), self);

  return self;
}

/**
 * annals_time_filter_get_range:
 * @self: a filter
 * @range: (out) (optional): the range
 *
 * Returns: whether there is a range; if not, @range is left alone
 */
gboolean
annals_time_filter_get_range (AnnalsTimeFilter *self, AnnalsRange *range)
{
  g_return_val_if_fail (ANNALS_IS_TIME_FILTER (self), FALSE);

  if (self->active && range != NULL)
    *range = self->range;

  return self->active;
}

/**
 * annals_time_filter_set_range:
 * @self: a filter
 * @first: first second of a stretch of time, or %ANNALS_INSTANT_MIN
 * @last: last second of it, not before @first, or %ANNALS_INSTANT_MAX
 *
 * Selects a range. How events are to lie in it stays as it was set last.
 */
void
annals_time_filter_set_range (AnnalsTimeFilter *self, AnnalsInstant first, AnnalsInstant last)
{
  g_return_if_fail (ANNALS_IS_TIME_FILTER (self));
  g_return_if_fail (first <= last);

  if (self->active && self->range.first == first && self->range.last == last)
    return;

  self->active = TRUE;
  self->range.first = first;
  self->range.last = last;
  reckon (self);
}

/**
 * annals_time_filter_set_date:
 * @self: a filter
 * @date: (nullable): the stretch of time as a date; %NULL for no range
 *
 * Selects from the earliest to the latest that @date may have been.
 */
void
annals_time_filter_set_date (AnnalsTimeFilter *self, const AnnalsDate *date)
{
  const AnnalsSpan *span = date != NULL ? annals_date_get_span (date) : NULL;

  if (span == NULL)
    annals_time_filter_clear (self);
  else
    annals_time_filter_set_range (self, annals_span_get_earliest (span),
                                  annals_span_get_latest (span));
}

/**
 * annals_time_filter_get_within:
 * @self: a filter
 *
 * Returns: how events are to lie in the range
 */
AnnalsWithin
annals_time_filter_get_within (AnnalsTimeFilter *self)
{
  g_return_val_if_fail (ANNALS_IS_TIME_FILTER (self), ANNALS_WITHIN_OVERLAPPING);

  return self->range.within;
}

/**
 * annals_time_filter_set_within:
 * @self: a filter
 * @within: how events are to lie in the range
 *
 * Lets others through. It is kept for the next range while there is none.
 */
void
annals_time_filter_set_within (AnnalsTimeFilter *self, AnnalsWithin within)
{
  g_return_if_fail (ANNALS_IS_TIME_FILTER (self));
  g_return_if_fail ((guint) within < ANNALS_N_WITHINS);

  if (self->range.within == within)
    return;

  self->range.within = within;
  reckon (self);
}

/**
 * annals_time_filter_clear:
 * @self: a filter
 *
 * Gives up the range: all events are let through.
 */
void
annals_time_filter_clear (AnnalsTimeFilter *self)
{
  g_return_if_fail (ANNALS_IS_TIME_FILTER (self));

  if (!self->active)
    return;

  self->active = FALSE;
  reckon (self);
}

/**
 * annals_time_filter_has_event:
 * @self: a filter
 * @event: index of an event
 *
 * Returns: whether it is let through
 */
gboolean
annals_time_filter_has_event (AnnalsTimeFilter *self, gint event)
{
  g_return_val_if_fail (ANNALS_IS_TIME_FILTER (self), TRUE);

  return !self->active
         || (event >= 0 && (guint) event < self->found->len && self->found->data[event] != 0);
}

/**
 * annals_time_filter_get_n_events:
 * @self: a filter
 *
 * Returns: how many events the range lets through; 0 without a range
 */
guint
annals_time_filter_get_n_events (AnnalsTimeFilter *self)
{
  g_return_val_if_fail (ANNALS_IS_TIME_FILTER (self), 0);

  return self->n_events;
}

/**
 * annals_time_filter_get_found:
 * @self: a filter
 * @n_events: (out): how many events there are
 *
 * Returns: (transfer none) (nullable) (array length=n_events): for each event whether it is let
 *   through; %NULL without a range
 */
const guint8 *
annals_time_filter_get_found (AnnalsTimeFilter *self, guint *n_events)
{
  g_return_val_if_fail (ANNALS_IS_TIME_FILTER (self), NULL);

  *n_events = self->found->len;

  return self->active ? self->found->data : NULL;
}

/**
 * annals_time_filter_create_date:
 * @self: a filter
 *
 * Returns: (transfer full) (nullable): the range as a date; %NULL without a range
 */
AnnalsDate *
annals_time_filter_create_date (AnnalsTimeFilter *self)
{
  g_autofree gchar *edtf = NULL;

  g_return_val_if_fail (ANNALS_IS_TIME_FILTER (self), NULL);

  if (!self->active)
    return NULL;
  edtf = annals_range_dup_edtf (&self->range);

  return annals_date_new_from_edtf (edtf, NULL);
}

/**
 * annals_time_filter_dup_words:
 * @self: a filter
 * @form: how long the words may be
 *
 * Returns: (transfer full) (nullable): the range in words, such as “1970–1975”; %NULL without one
 */
gchar *
annals_time_filter_dup_words (AnnalsTimeFilter *self, AnnalsWordsForm form)
{
  g_autoptr (AnnalsDate) date = annals_time_filter_create_date (self);

  /* Translators: a range of time without begin and end. */
  if (date == NULL)
    return self->active ? g_strdup (C_ ("filter in time", "all time")) : NULL;

  return annals_date_dup_words (date, form);
}

/**
 * annals_time_filter_dup_count:
 * @self: a filter
 *
 * Returns: (transfer full): how many events the range lets through, “3 of 15 events”
 */
gchar *
annals_time_filter_dup_count (AnnalsTimeFilter *self)
{
  guint n_events = 0;

  g_return_val_if_fail (ANNALS_IS_TIME_FILTER (self), NULL);

  n_events = annals_document_get_n_events (self->document);

  return annals_words_dup_counts (
      /* Translators: how many events are in a range of time, of how many. */
      ngettext ("%s of %s event", "%s of %s events", n_events),
      (const guint[]){ self->n_events, n_events }, 2);
}

/**
 * annals_time_filter_dup_announcement:
 * @self: a filter
 *
 * Returns: (transfer full): what is read out when the range is another
 */
gchar *
annals_time_filter_dup_announcement (AnnalsTimeFilter *self)
{
  g_autofree gchar *words = NULL;
  g_autofree gchar *count = NULL;

  g_return_val_if_fail (ANNALS_IS_TIME_FILTER (self), NULL);

  if (!self->active)
    /* Translators: read out when a range of time is no longer selected. */
    return g_strdup (_ ("No range, all events"));
  words = annals_time_filter_dup_words (self, ANNALS_WORDS_LONG);
  count = annals_time_filter_dup_count (self);

  /* Translators: read out when a range of time is selected: the range in words, how events are to
   * lie in it (“overlapping”), and how many do (“3 of 15 events”). */
  return g_strdup_printf (C_ ("filter in time", "Range %s, %s, %s"), words,
                          annals_within_get_name (self->range.within), count);
}
