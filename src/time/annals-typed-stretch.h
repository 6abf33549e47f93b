/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "annals-typed.h"

G_BEGIN_DECLS

/* Within src/time/ only: how dates that people type are put together. */

/**
 * AnnalsStretch:
 * @first: the index of its first token
 * @n: how many tokens it has
 */
typedef struct
{
  guint first;
  guint n;
} AnnalsStretch;

const AnnalsToken *annals_typed_get_token (const AnnalsTyped *typed, guint index);
gboolean annals_typed_means (const AnnalsTyped *typed, guint index, AnnalsTerm term);
gboolean annals_typed_is_sign (const AnnalsTyped *typed, guint index, const gchar *signs);
AnnalsStretch annals_stretch_trim (const AnnalsTyped *typed, AnnalsStretch stretch);
AnnalsStretch annals_stretch_trim_joint (const AnnalsTyped *typed, AnnalsStretch stretch);
guint annals_stretch_find_word (const AnnalsTyped *typed, AnnalsStretch stretch, AnnalsTerm term);
guint annals_stretch_count_qualifiers (const AnnalsTyped *typed,
                                       AnnalsStretch stretch,
                                       guint *qualifiers);
gboolean annals_stretch_read_draft (AnnalsTyped *typed, AnnalsStretch stretch, AnnalsDraft *draft);
gboolean
annals_stretch_read_item (AnnalsTyped *typed, AnnalsStretch stretch, AnnalsTypedItem *item);
gboolean annals_draft_has_missing_end (const AnnalsDraft *draft);
gboolean annals_typed_write_period (const AnnalsTypedItem *item, GString *edtf);

/* Forms. What one that fails has written is for the caller to take away. */

gboolean annals_typed_read_life (AnnalsTyped *typed, AnnalsStretch stretch, GString *edtf);
gboolean annals_typed_read_bounds (AnnalsTyped *typed, AnnalsStretch stretch, GString *edtf);
gboolean annals_typed_read_turn (AnnalsTyped *typed, AnnalsStretch stretch, GString *edtf);
gboolean
annals_typed_read_period (AnnalsTyped *typed, AnnalsStretch stretch, AnnalsTypedItem *item);
gboolean annals_typed_read_two (AnnalsTyped *typed, AnnalsStretch stretch, GString *edtf);
gboolean annals_typed_read_list (AnnalsTyped *typed, AnnalsStretch stretch, GString *edtf);

G_END_DECLS
