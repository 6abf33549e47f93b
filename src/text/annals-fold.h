/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AnnalsFold:
 *
 * A text with its typography folded away, so that two printings of the same words compare equal,
 * and a map from every folded character back to the code point it came from.
 *
 * Folded: canonical composition (NFC); every run of white space, line ends and no-break spaces to
 * one space; soft hyphens, zero-width spaces and word joiners dropped (the joiners that shape
 * letters are kept); curly quotes, guillemets and primes to straight ones; hyphens, dashes and
 * minus to `-`; the ellipsis to three dots; ligatures to letters; case. Folding what is folded
 * changes nothing. See "Anchoring" in CONTRIBUTING.md.
 */
typedef struct _AnnalsFold AnnalsFold;

/**
 * AnnalsFoldFlags:
 * @ANNALS_FOLD_NONE: typography only
 * @ANNALS_FOLD_JOIN_HYPHENS: a hyphen at a line's end joins the two halves of the word. Nobody can
 *   tell such a hyphen from one that belongs to the word, so hyphens and dashes between letters or
 *   digits are dropped wherever they stand
 * @ANNALS_FOLD_KEEP_CASE: case is not folded
 * @ANNALS_FOLD_DROP_ACCENTS: accents and other points on letters are dropped, strokes too, and the
 *   letters grown together from two (æ, œ) are parted. The voicing marks of kana and the vowel
 * signs of Indic scripts make other letters, and stay
 * @ANNALS_FOLD_LOOSE: full- and half-width forms to the ordinary ones and, where case is folded,
 * the sharp s to two, as people type them who search
 */
typedef enum
{
  ANNALS_FOLD_NONE = 0,
  ANNALS_FOLD_JOIN_HYPHENS = 1 << 0,
  ANNALS_FOLD_KEEP_CASE = 1 << 1,
  ANNALS_FOLD_DROP_ACCENTS = 1 << 2,
  ANNALS_FOLD_LOOSE = 1 << 3,
} AnnalsFoldFlags;

AnnalsFold *annals_fold_new (const gchar *utf8, gssize n_bytes, AnnalsFoldFlags flags);
void annals_fold_free (AnnalsFold *fold);

const gunichar *annals_fold_get_chars (const AnnalsFold *fold, gsize *n_chars);
gint64 annals_fold_get_source_start (const AnnalsFold *fold, gsize index);
gint64 annals_fold_get_source_end (const AnnalsFold *fold, gsize index);
gsize annals_fold_get_index (const AnnalsFold *fold, gint64 source_offset);

gchar *annals_fold_dup_utf8 (const AnnalsFold *fold);
gchar *annals_fold_dup_sha256 (const gchar *utf8, gssize n_bytes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnnalsFold, annals_fold_free)

G_END_DECLS
