/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annals-passage-index.h"

/*
 * The passages found in one text, sorted by position, so that the reader draws and finds only those
 * in view. Beside each mark stands the furthest end of it and all before it; that tells how far
 * back one must look for marks that reach into a range.
 */

#define MAX_LEVELS 4

struct _AnnalsPassageIndex
{
  GArray *marks; /* of AnnalsPassageMark, by start */
  GArray *reach; /* of gint64, furthest end so far */
};

static gint
compare_marks_cb (gconstpointer a, gconstpointer b)
{
  const AnnalsPassageMark *first = a;
  const AnnalsPassageMark *second = b;

  if (first->start != second->start)
    return first->start < second->start ? -1 : 1;
  if (first->end != second->end)
    return first->end > second->end ? -1 : 1;

  return (first->event > second->event) - (first->event < second->event);
}

static void
add_event (GArray *marks, AnnalsDocument *document, guint index, AnnalsWhere where, gint64 n_chars)
{
  const AnnalsEvent *event = annals_document_get_event (document, index);
  const AnnalsLane *lane = annals_document_get_lane (document, event->lane);

  for (guint i = 0; i < event->n_passages; i++)
    {
      const AnnalsPassage *passage = &event->passages[i];
      AnnalsPassageMark mark = {
        .start = passage->place.start,
        .end = MIN (passage->place.end, n_chars),
        .event = index,
        .passage = i,
        .color = lane != NULL ? lane->color : 0,
      };

      if (passage->where != where || !annals_standing_is_placed (passage->place.standing))
        continue;
      if (mark.start >= 0 && mark.start < mark.end)
        g_array_append_val (marks, mark);
    }
}

/* Gives each mark the highest underline that no mark before it still uses. */
static void
assign_levels (GArray *marks)
{
  gint64 busy_until[MAX_LEVELS] = { 0 };

  for (guint i = 0; i < marks->len; i++)
    {
      AnnalsPassageMark *mark = &g_array_index (marks, AnnalsPassageMark, i);
      guint level = 0;

      while (level < MAX_LEVELS - 1 && busy_until[level] > mark->start)
        level++;
      mark->level = level;
      busy_until[level] = MAX (busy_until[level], mark->end);
    }
}

/**
 * annals_passage_index_new:
 * @document: a document
 * @where: which of its texts
 *
 * Indexes the passages found in one text. Passages that are lost or unchecked are not in it.
 *
 * Returns: (transfer full): a new index
 */
AnnalsPassageIndex *
annals_passage_index_new (AnnalsDocument *document, AnnalsWhere where)
{
  AnnalsPassageIndex *self = g_new0 (AnnalsPassageIndex, 1);
  AnnalsText *text = annals_document_get_text (document, where);
  guint n_events = annals_document_get_n_events (document);
  gint64 reach = 0;

  self->marks = g_array_new (FALSE, FALSE, sizeof (AnnalsPassageMark));
  for (guint i = 0; text != NULL && i < n_events; i++)
    add_event (self->marks, document, i, where, annals_text_get_n_chars (text));
  g_array_sort (self->marks, compare_marks_cb);
  assign_levels (self->marks);

  self->reach = g_array_sized_new (FALSE, FALSE, sizeof (gint64), self->marks->len);
  for (guint i = 0; i < self->marks->len; i++)
    {
      reach = MAX (reach, g_array_index (self->marks, AnnalsPassageMark, i).end);
      g_array_append_val (self->reach, reach);
    }

  return self;
}

/**
 * annals_passage_index_free:
 * @self: (transfer full): an index
 *
 * Frees an index.
 */
void
annals_passage_index_free (AnnalsPassageIndex *self)
{
  g_array_unref (self->marks);
  g_array_unref (self->reach);
  g_free (self);
}

/**
 * annals_passage_index_get_n_marks:
 * @self: an index
 *
 * Returns: how many passages it holds
 */
guint
annals_passage_index_get_n_marks (const AnnalsPassageIndex *self)
{
  return self->marks->len;
}

/**
 * annals_passage_index_get_mark:
 * @self: an index
 * @i: which, in the order of the text
 *
 * Returns: (transfer none): the passage
 */
const AnnalsPassageMark *
annals_passage_index_get_mark (const AnnalsPassageIndex *self, guint i)
{
  g_return_val_if_fail (i < self->marks->len, NULL);

  return &g_array_index (self->marks, AnnalsPassageMark, i);
}

/**
 * annals_passage_index_find:
 * @self: an index
 * @event: index of an event
 * @passage: index of one of its passages
 *
 * Returns: (transfer none) (nullable): the passage, or %NULL when it was not found in the text
 */
const AnnalsPassageMark *
annals_passage_index_find (const AnnalsPassageIndex *self, guint event, guint passage)
{
  for (guint i = 0; i < self->marks->len; i++)
    {
      const AnnalsPassageMark *mark = &g_array_index (self->marks, AnnalsPassageMark, i);

      if (mark->event == event && mark->passage == passage)
        return mark;
    }

  return NULL;
}

/**
 * annals_passage_index_get_range:
 * @self: an index
 * @start: offset of the first code point of a range
 * @end: offset after its last one
 * @first: (out): the first passage that may touch the range
 * @last: (out): the one after the last
 *
 * Finds the passages that touch a range. Those between may still end before it.
 */
void
annals_passage_index_get_range (const AnnalsPassageIndex *self,
                                gint64 start,
                                gint64 end,
                                guint *first,
                                guint *last)
{
  guint low = 0;
  guint high = self->marks->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->marks, AnnalsPassageMark, middle).start < end)
        low = middle + 1;
      else
        high = middle;
    }
  *last = low;

  low = 0;
  high = *last;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->reach, gint64, middle) <= start)
        low = middle + 1;
      else
        high = middle;
    }
  *first = low;
}
