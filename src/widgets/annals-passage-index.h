/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "annals-document.h"

G_BEGIN_DECLS

/**
 * AnnalsPassageMark:
 * @start: offset of its first code point in the text shown
 * @end: offset after its last one
 * @event: index of its event
 * @passage: index among that event's passages
 * @color: colour index of the event's lane
 * @level: which underline of a stack it is, 0 the highest
 *
 * A passage as the reader marks it.
 */
typedef struct
{
  gint64 start;
  gint64 end;
  guint event;
  guint passage;
  guint color;
  guint level;
} AnnalsPassageMark;

/**
 * AnnalsPassageIndex:
 *
 * The passages found in one text, by position.
 */
typedef struct _AnnalsPassageIndex AnnalsPassageIndex;

AnnalsPassageIndex *annals_passage_index_new (AnnalsDocument *document, AnnalsWhere where);
void annals_passage_index_free (AnnalsPassageIndex *self);

guint annals_passage_index_get_n_marks (const AnnalsPassageIndex *self);
const AnnalsPassageMark *annals_passage_index_get_mark (const AnnalsPassageIndex *self, guint i);
const AnnalsPassageMark *
annals_passage_index_find (const AnnalsPassageIndex *self, guint event, guint passage);
void annals_passage_index_get_range (const AnnalsPassageIndex *self,
                                     gint64 start,
                                     gint64 end,
                                     guint *first,
                                     guint *last);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnnalsPassageIndex, annals_passage_index_free)

G_END_DECLS
