/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "annals-text.h"

G_BEGIN_DECLS

/**
 * AnnalsStanding:
 * @ANNALS_STANDING_UNCHECKED: the text it lies in is not open
 * @ANNALS_STANDING_EXACT: the same words where they were (typography aside)
 * @ANNALS_STANDING_MOVED: the same words, at another place
 * @ANNALS_STANDING_DOUBTFUL: similar words; the reader has to confirm
 * @ANNALS_STANDING_LOST: not found; never placed silently
 *
 * How a passage stands in the text as it is today.
 */
typedef enum
{
  ANNALS_STANDING_UNCHECKED,
  ANNALS_STANDING_EXACT,
  ANNALS_STANDING_MOVED,
  ANNALS_STANDING_DOUBTFUL,
  ANNALS_STANDING_LOST,
} AnnalsStanding;

/**
 * AnnalsAnchor:
 * @exact: (nullable): the quote; or %NULL when the text may not be copied
 * @begins: (nullable): its first words, at most eight, when @exact is %NULL
 * @ends: (nullable): its last words, at most eight, when @exact is %NULL; %NULL as well when
 * @begins is the whole passage
 * @sha256: (nullable): lower-case hexadecimal SHA-256 of the whole folded quote, when @exact is
 *   %NULL (see annals_fold_dup_sha256())
 * @prefix: (nullable): about 32 characters before the quote; empty when the text began there, %NULL
 *   when it is not known
 * @suffix: (nullable): about 32 characters after it; empty when the text ended there, %NULL when it
 *   is not known
 * @start: offset of its first code point in the text it was taken from, or -1
 * @end: offset after its last code point, or -1
 *
 * What identifies a passage. A plain struct; clear it with annals_anchor_clear().
 */
typedef struct
{
  gchar *exact;
  gchar *begins;
  gchar *ends;
  gchar *sha256;
  gchar *prefix;
  gchar *suffix;
  gint64 start;
  gint64 end;
} AnnalsAnchor;

/**
 * AnnalsPlace:
 * @standing: how the passage stands
 * @start: offset of its first code point, or -1 when lost or unchecked
 * @end: offset after its last code point, or -1
 * @similarity: of the quote found to the quote kept, 0 to 1
 */
typedef struct
{
  AnnalsStanding standing;
  gint64 start;
  gint64 end;
  gdouble similarity;
} AnnalsPlace;

#define ANNALS_ANCHOR_INIT                     \
  {                                            \
    NULL, NULL, NULL, NULL, NULL, NULL, -1, -1 \
  }
#define ANNALS_PLACE_INIT                  \
  {                                        \
    ANNALS_STANDING_UNCHECKED, -1, -1, 0.0 \
  }

void annals_anchor_init_from_text (AnnalsAnchor *anchor,
                                   const AnnalsText *text,
                                   gint64 start,
                                   gint64 end);
void annals_anchor_copy (AnnalsAnchor *destination, const AnnalsAnchor *source);
void annals_anchor_clear (AnnalsAnchor *anchor);

/**
 * AnnalsAnchorer:
 *
 * Finds anchors in one text. The first anchor that is not simply where it was folds the text, once;
 * placing the others is then cheap.
 * Not to be shared between threads.
 */
typedef struct _AnnalsAnchorer AnnalsAnchorer;

AnnalsAnchorer *annals_anchorer_new (AnnalsText *text);
void annals_anchorer_free (AnnalsAnchorer *anchorer);
void
annals_anchorer_place (AnnalsAnchorer *anchorer, const AnnalsAnchor *anchor, AnnalsPlace *place);

const gchar *annals_standing_get_id (AnnalsStanding standing);
const gchar *annals_standing_get_name (AnnalsStanding standing);
gboolean annals_standing_is_placed (AnnalsStanding standing);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AnnalsAnchor, annals_anchor_clear)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnnalsAnchorer, annals_anchorer_free)

G_END_DECLS
