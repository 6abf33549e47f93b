/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annals-search-private.h"

/* What a search found, and the walk from match to match. */

/**
 * annals_search_get_n_matches:
 * @self: a search
 *
 * Returns: how many places were found in the text shown
 */
guint
annals_search_get_n_matches (AnnalsSearch *self)
{
  g_return_val_if_fail (ANNALS_IS_SEARCH (self), 0);

  return self->matches->len;
}

/**
 * annals_search_get_match:
 * @self: a search
 * @index: which match, in the order of the text
 *
 * Returns: (transfer none): where it is
 */
const AnnalsMatch *
annals_search_get_match (AnnalsSearch *self, guint index)
{
  g_return_val_if_fail (ANNALS_IS_SEARCH (self), NULL);
  g_return_val_if_fail (index < self->matches->len, NULL);

  return &g_array_index (self->matches, AnnalsMatch, index);
}

static guint
count_before (AnnalsSearch *self, gint64 offset, gboolean by_start)
{
  guint low = 0;
  guint high = self->matches->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      const AnnalsMatch *match = &g_array_index (self->matches, AnnalsMatch, middle);

      if (by_start ? match->start < offset : match->end <= offset)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/**
 * annals_search_get_range:
 * @self: a search
 * @start: an offset in the text shown
 * @end: an offset after it
 * @first: (out): the first match that reaches into the stretch
 * @last: (out): the one after the last
 *
 * Finds the matches in a part of the text.
 */
void
annals_search_get_range (AnnalsSearch *self, gint64 start, gint64 end, guint *first, guint *last)
{
  g_return_if_fail (ANNALS_IS_SEARCH (self));

  *first = count_before (self, start, FALSE);
  *last = MAX (*first, count_before (self, end, TRUE));
}

/**
 * annals_search_get_current:
 * @self: a search
 *
 * Returns: the index of the current match, or -1
 */
gint
annals_search_get_current (AnnalsSearch *self)
{
  g_return_val_if_fail (ANNALS_IS_SEARCH (self), -1);

  return self->current;
}

/**
 * annals_search_step:
 * @self: a search
 * @step: 1 for the next match, -1 for the one before
 *
 * Makes another match the current one. After the last comes the first.
 *
 * Returns: whether there is one
 */
gboolean
annals_search_step (AnnalsSearch *self, gint step)
{
  gint n_matches;
  gint target;

  g_return_val_if_fail (ANNALS_IS_SEARCH (self), FALSE);

  n_matches = (gint) self->matches->len;
  if (n_matches == 0)
    return FALSE;

  target = self->current + step;
  self->wrapped = target >= n_matches ? 1 : target < 0 ? -1 : 0;
  self->current = (target % n_matches + n_matches) % n_matches;
  self->origin = g_array_index (self->matches, AnnalsMatch, self->current).start;
  annals_search_emit_current_changed (self);
  return TRUE;
}

/**
 * annals_search_get_wrapped:
 * @self: a search
 *
 * Returns: 1 when the last step went on from the beginning, -1 when it went on from the end, else 0
 */
gint
annals_search_get_wrapped (AnnalsSearch *self)
{
  g_return_val_if_fail (ANNALS_IS_SEARCH (self), 0);

  return self->wrapped;
}

/**
 * annals_search_get_n_events:
 * @self: a search
 *
 * Returns: how many events match
 */
guint
annals_search_get_n_events (AnnalsSearch *self)
{
  g_return_val_if_fail (ANNALS_IS_SEARCH (self), 0);

  return self->n_events;
}

/**
 * annals_search_has_event:
 * @self: a search
 * @event: index of an event
 *
 * Returns: whether it matches; no event does when nothing is looked for
 */
gboolean
annals_search_has_event (AnnalsSearch *self, gint event)
{
  g_return_val_if_fail (ANNALS_IS_SEARCH (self), FALSE);

  return event >= 0 && (guint) event < self->found->len
         && g_array_index (self->found, guint8, event) != 0;
}

/**
 * annals_search_get_found:
 * @self: a search
 * @n_events: (out): how many events there are
 *
 * Returns: (transfer none) (nullable) (array length=n_events): for each event whether it matches;
 *   %NULL when nothing is looked for
 */
const guint8 *
annals_search_get_found (AnnalsSearch *self, guint *n_events)
{
  g_return_val_if_fail (ANNALS_IS_SEARCH (self), NULL);

  *n_events = self->query != NULL ? self->found->len : 0;
  return self->query != NULL ? (const guint8 *) self->found->data : NULL;
}
