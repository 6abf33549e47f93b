/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>

#include "annals-view-history.h"

/* Back and forward through earlier views. Whoever has a view says when it has come to rest. */

#define FAR_PAN 0.4  /* of the width */
#define FAR_ZOOM 1.3 /* as a factor */

typedef struct
{
  AnnalsView come_to; /* how it began */
  AnnalsView now;     /* and how it was left */
} Entry;

struct _AnnalsViewHistory
{
  GArray *entries; /* Entry */
  guint at;        /* the present one, where there is any */
};

static Entry *
get_entry (const AnnalsViewHistory *history, guint index)
{
  return &g_array_index (history->entries, Entry, index);
}

/**
 * annals_view_history_new:
 *
 * Returns: (transfer full): a history without views; free it with annals_view_history_free()
 */
AnnalsViewHistory *
annals_view_history_new (void)
{
  AnnalsViewHistory *history = g_new0 (AnnalsViewHistory, 1);

  history->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  return history;
}

/**
 * annals_view_history_free:
 * @history: (nullable) (transfer full): a history
 */
void
annals_view_history_free (AnnalsViewHistory *history)
{
  if (history == NULL)
    return;
  g_array_unref (history->entries);
  g_free (history);
}

/**
 * annals_view_history_clear:
 * @history: a history
 *
 * Forgets all views, such as when another document is shown.
 */
void
annals_view_history_clear (AnnalsViewHistory *history)
{
  g_array_set_size (history->entries, 0);
  history->at = 0;
}

/**
 * annals_view_is_far:
 * @from: a view
 * @to: another
 *
 * Returns: whether they are so different that one wants to get back to the first from the second:
 *   moved by much of the width, or zoomed by more than a notch of the wheel
 */
gboolean
annals_view_is_far (const AnnalsView *from, const AnnalsView *to)
{
  gdouble from_s = (gdouble) from->last - (gdouble) from->first;
  gdouble to_s = (gdouble) to->last - (gdouble) to->first;
  gdouble way_s = fabs ((gdouble) to->first - (gdouble) from->first + (gdouble) to->last
                        - (gdouble) from->last)
                  / 2.0;

  if (from_s <= 0.0 || to_s <= 0.0)
    return TRUE;
  return MAX (from_s / to_s, to_s / from_s) > FAR_ZOOM || way_s > FAR_PAN * MIN (from_s, to_s);
}

/**
 * annals_view_history_rest:
 * @history: a history
 * @view: what is shown, once it has come to rest
 *
 * Remembers a view. Close to the present one, it takes its place; far from where that began, it
 * comes after it, and there is nothing to go forward to any more.
 */
void
annals_view_history_rest (AnnalsViewHistory *history, const AnnalsView *view)
{
  Entry entry = { *view, *view };
  Entry *now;

  g_return_if_fail (history != NULL && view != NULL);

  if (history->entries->len == 0)
    {
      g_array_append_val (history->entries, entry);
      return;
    }
  now = get_entry (history, history->at);
  if (!annals_view_is_far (&now->now, view) && !annals_view_is_far (&now->come_to, view))
    {
      now->now = *view;
      return;
    }
  g_array_set_size (history->entries, history->at + 1);
  g_array_append_val (history->entries, entry);
  if (history->entries->len > ANNALS_VIEW_HISTORY_MOST)
    g_array_remove_index (history->entries, 0);
  history->at = history->entries->len - 1;
}

/**
 * annals_view_history_can_go:
 * @history: a history
 * @step: -1 for back, 1 for forward
 *
 * Returns: whether there is a view to go to
 */
gboolean
annals_view_history_can_go (const AnnalsViewHistory *history, gint step)
{
  g_return_val_if_fail (history != NULL, FALSE);

  return step < 0 ? history->at > 0 : history->at + 1 < history->entries->len;
}

/**
 * annals_view_history_go:
 * @history: a history
 * @step: -1 for back, 1 for forward
 * @view: (out caller-allocates): what is to be shown
 *
 * Goes back or forward. What is shown now has to have been said with annals_view_history_rest().
 *
 * Returns: whether there is a view to go to
 */
gboolean
annals_view_history_go (AnnalsViewHistory *history, gint step, AnnalsView *view)
{
  Entry *entry;

  if (!annals_view_history_can_go (history, step))
    return FALSE;
  history->at = step < 0 ? history->at - 1 : history->at + 1;
  entry = get_entry (history, history->at);
  /* It is come to anew. */
  entry->come_to = entry->now;
  *view = entry->now;
  return TRUE;
}
