/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "annals-typed.h"

G_BEGIN_DECLS

/* Within the finishing of one date only: how it is written. Each string has room for
 * ANNALS_TYPED_EDTF_BYTES; what does not fit is no date. */

void annals_draft_put_year (gchar *edtf, gint64 year);
void annals_draft_put_date (gchar *edtf, gint64 year, gint month, gint day);
void annals_draft_append (gchar *edtf, const gchar *more);
void annals_draft_append_time (gchar *edtf, const AnnalsDraft *draft);
gboolean annals_draft_write_ends (AnnalsTypedItem *item, guint qualifiers);
gboolean
annals_draft_write_years (AnnalsTypedItem *item, gint64 first, gint64 last, guint qualifiers);

G_END_DECLS
