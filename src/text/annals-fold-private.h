/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "annals-fold.h"

G_BEGIN_DECLS

/**
 * AnnalsFoldRun:
 * @index: index of the first folded character
 * @source: offset in the source of the first code point it came from
 * @width: 0 when each folded character of the run comes from one code point of its own, else the
 *   number of code points that all of them come from
 *
 * A stretch of folded characters with one rule for where they came from. Nearly all of a text folds
 * one to one, so that the map back is a few runs.
 */
typedef struct
{
  gsize index;
  gint64 source;
  gint64 width;
} AnnalsFoldRun;

struct _AnnalsFold
{
  gunichar *chars;
  gsize n_chars;
  gint64 n_source;
  GArray *runs; /* of AnnalsFoldRun */
};

void annals_fold_build (AnnalsFold *fold, const gchar *utf8, gsize n_bytes, AnnalsFoldFlags flags);

G_END_DECLS
