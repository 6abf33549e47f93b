/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "annals-reading-order-private.h"
#include "annals-words.h"

/* Which passages a text has, in the order in which it comes to them, and what that is in words. */

static gint
compare_cb (gconstpointer a, gconstpointer b)
{
  const AnnalsMention *first = a;
  const AnnalsMention *second = b;

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
      AnnalsMention mention = { .start = passage->place.start,
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
      const AnnalsMention *before = &g_array_index (order->mentions, AnnalsMention, i - 1);
      const AnnalsMention *mention = &g_array_index (order->mentions, AnnalsMention, i);

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

  order->mentions = g_array_new (FALSE, FALSE, sizeof (AnnalsMention));
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
  g_autofree gchar *passages = annals_words_dup_counts (
      /* Translators: how many passages of the text speak of events. */
      g_dngettext (GETTEXT_PACKAGE, "%s passage", "%s passages", order->mentions->len),
      &order->mentions->len, 1);
  g_autofree gchar *events = annals_words_dup_counts (
      /* Translators: how many events there are. */
      g_dngettext (GETTEXT_PACKAGE, "%s event", "%s events", order->n_events), &order->n_events, 1);

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
