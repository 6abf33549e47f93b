/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "annals-document.h"

G_BEGIN_DECLS

/* How many stretches may be compressed at a time: more would be a puzzle, not a picture. */
#define ANNALS_BREAKS_MOST 16

/**
 * AnnalsBreak:
 * @first: first second of the stretch
 * @last: its last second
 *
 * A stretch of time that the axis compresses.
 */
typedef struct
{
  AnnalsInstant first;
  AnnalsInstant last;
} AnnalsBreak;

/**
 * AnnalsBreaksByHand:
 * @compressed: (array length=n_compressed): stretches that a person had compressed
 * @n_compressed: how many
 * @opened: (array length=n_opened): stretches that are empty, and that a person wanted to see in
 *   full
 * @n_opened: how many
 *
 * What a person chose beside what is compressed because it is empty. A plain struct.
 */
typedef struct
{
  AnnalsBreak compressed[ANNALS_BREAKS_MOST];
  guint n_compressed;
  AnnalsBreak opened[ANNALS_BREAKS_MOST];
  guint n_opened;
} AnnalsBreaksByHand;

/**
 * AnnalsBreaks:
 *
 * The stretches of time that the axis compresses, in order and apart from each other, and how wide
 * each is then drawn. Immutable and reference counted.
 */
typedef struct _AnnalsBreaks AnnalsBreaks;

AnnalsBreaks *annals_breaks_new (const AnnalsBreak *breaks, guint n_breaks, gdouble width_px);
AnnalsBreaks *
annals_breaks_new_for_bounds (AnnalsInstant *bounds, gsize n_bounds, gdouble width_px);
AnnalsBreaks *annals_breaks_new_for_document (AnnalsDocument *document,
                                              gboolean automatic,
                                              const AnnalsBreak *by_hand,
                                              guint n_by_hand,
                                              gdouble width_px);
AnnalsBreaks *annals_breaks_ref (AnnalsBreaks *breaks);
void annals_breaks_unref (AnnalsBreaks *breaks);

guint annals_breaks_get_n (const AnnalsBreaks *breaks);
const AnnalsBreak *annals_breaks_get (const AnnalsBreaks *breaks, guint index);
gdouble annals_breaks_get_width (const AnnalsBreaks *breaks);
gdouble annals_break_get_duration_s (const AnnalsBreak *one);
gchar *annals_break_dup_words (const AnnalsBreak *one);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnnalsBreaks, annals_breaks_unref)

G_END_DECLS
