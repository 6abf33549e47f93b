/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "annals-layout-private.h"

/* Which events stand out of a lane that folds: those that are found and let through. What is handed
 * in says it event by event; here their begins are kept in order, made when it changes. */

typedef struct
{
  AnnalsInstant begin;
  guint event;
} Found;

static gint
compare_found (gconstpointer a, gconstpointer b)
{
  const Found *first = a;
  const Found *second = b;

  if (first->begin != second->begin)
    return first->begin < second->begin ? -1 : 1;
  return (first->event > second->event) - (first->event < second->event);
}

/* A number that tells two sets apart (FNV-1a over words). */
static guint64
get_sum (guint64 sum, const guint8 *set, guint n)
{
  guint i = 0;

  sum = (sum ^ (set != NULL ? n + 1 : 0)) * G_GUINT64_CONSTANT (0x100000001b3);
  for (; set != NULL && i + 8 <= n; i += 8)
    {
      guint64 word;

      memcpy (&word, set + i, 8);
      sum = (sum ^ word) * G_GUINT64_CONSTANT (0x100000001b3);
      sum ^= sum >> 29;
    }
  for (; set != NULL && i < n; i++)
    sum = (sum ^ set[i]) * G_GUINT64_CONSTANT (0x100000001b3);
  return sum;
}

static GArray *
get_list (AnnalsLayout *layout, guint lane)
{
  while (layout->standing_out->len <= lane)
    g_ptr_array_add (layout->standing_out, g_array_new (FALSE, FALSE, sizeof (Found)));
  return layout->standing_out->pdata[lane];
}

/* Sets which events stand out, where not all of them do. */
void
annals_layout_set_found (AnnalsLayout *layout,
                         const guint8 *found,
                         guint n_found,
                         const guint8 *let_through,
                         guint n_let_through)
{
  guint64 sum = get_sum (get_sum (G_GUINT64_CONSTANT (0xcbf29ce484222325), found, n_found),
                         let_through, n_let_through);
  guint n = MIN (found != NULL ? n_found : G_MAXUINT,
                 let_through != NULL ? n_let_through : G_MAXUINT);

  layout->all_stand_out = found == NULL && let_through == NULL;
  if (layout->all_stand_out || !layout->folds || sum == layout->found_sum)
    return;
  layout->found_sum = sum;
  for (guint i = 0; i < layout->lanes->len; i++)
    g_array_set_size (get_list (layout, i), 0);
  for (guint i = 0; i < n; i++)
    {
      AnnalsIndexEntry entry;
      Found one;

      if ((found != NULL && !found[i]) || (let_through != NULL && !let_through[i])
          || !annals_index_get (layout->index, i, &entry) || entry.lane >= layout->lanes->len
          || !ANNALS_LAYOUT_LANE (layout, entry.lane)->folds)
        continue;
      one = (Found){ entry.begin, i };
      g_array_append_val (get_list (layout, entry.lane), one);
    }
  for (guint i = 0; i < layout->lanes->len; i++)
    g_array_sort (get_list (layout, i), compare_found);
}

/* The place of the first that begins at an instant or after it. */
static guint
find_first (const GArray *list, AnnalsInstant at)
{
  guint low = 0;
  guint high = list->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (list, Found, middle).begin < at)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/**
 * annals_layout_find_found:
 * @layout: a layout
 * @lane: a lane that folds
 * @first: from when
 * @last: to when
 * @begin: (out): when it begins
 *
 * Finds the first event that begins in a stretch, is not shown on its own, and stands out.
 *
 * Returns: whether there is one
 */
gboolean
annals_layout_find_found (AnnalsLayout *layout,
                          guint lane,
                          AnnalsInstant first,
                          AnnalsInstant last,
                          AnnalsInstant *begin)
{
  GArray *list = get_list (layout, lane);

  for (guint i = find_first (list, first); i < list->len; i++)
    {
      const Found *one = &g_array_index (list, Found, i);

      if (one->begin > last)
        return FALSE;
      *begin = one->begin;
      if (annals_layout_find_shown (layout, one->event) == NULL)
        return TRUE;
    }
  return FALSE;
}
