/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AnnalsMyersHit:
 * @start: index of the first character of the stretch found
 * @end: index after its last one
 * @errors: insertions, deletions and substitutions between the pattern and the stretch
 *
 * A stretch of a text that resembles a pattern.
 */
typedef struct
{
  gsize start;
  gsize end;
  guint errors;
} AnnalsMyersHit;

GArray *annals_myers_search (const gunichar *pattern,
                             gsize n_pattern,
                             const gunichar *text,
                             gsize n_text,
                             guint max_errors);
guint annals_myers_distance_to_prefix (const gunichar *pattern,
                                       gsize n_pattern,
                                       const gunichar *text,
                                       gsize n_text,
                                       gsize *n_used);
void annals_myers_distances_to_prefixes (const gunichar *pattern,
                                         gsize n_pattern,
                                         const gunichar *text,
                                         gsize n_text,
                                         guint *errors);

G_END_DECLS
