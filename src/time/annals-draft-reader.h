/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "annals-typed.h"

G_BEGIN_DECLS

/* Within the reading of one date only: what is left of its words for the patterns. */

#define ANNALS_DRAFT_MAX_SLOTS 16

/**
 * AnnalsDraftReader:
 * @draft: what has been understood so far
 * @slots: the tokens that are left
 * @n_leading_qualifiers: how many qualifiers stand before all slots
 * @n_loose_qualifiers: how many stand between or after them without brackets
 * @bracketed_at: after how many slots the last one in brackets stands; 0 without
 * @qualified_at: after how many slots the first one stands that does not lead; 0 without
 */
typedef struct
{
  AnnalsTyped *typed;
  AnnalsDraft *draft;
  const AnnalsToken *slots[ANNALS_DRAFT_MAX_SLOTS];
  guint n_slots;
  guint n_leading_qualifiers;
  guint n_loose_qualifiers;
  guint bracketed_at;
  guint qualified_at;
} AnnalsDraftReader;

gboolean annals_draft_reader_gather (AnnalsDraftReader *reader, guint first, guint n_tokens);
gboolean annals_draft_reader_means (const AnnalsDraftReader *reader,
                                    const AnnalsToken *token,
                                    AnnalsTerm term,
                                    gint *value);
gboolean annals_draft_reader_get_ordinal (const AnnalsDraftReader *reader,
                                          const AnnalsToken *token,
                                          gint *number);
gboolean annals_draft_reader_fits (const AnnalsDraftReader *reader, const gchar *pattern);
gboolean annals_draft_reader_fits_year (const AnnalsDraftReader *reader, const AnnalsToken *token);
gboolean annals_token_is_sign (const AnnalsToken *token, gunichar sign);
gboolean annals_token_is_short_number (const AnnalsToken *token);

G_END_DECLS
