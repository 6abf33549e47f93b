/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "annals-typed.h"

G_BEGIN_DECLS

/* Within the reading of tokens only: numbers of all kinds. Each function that reads begins at a
 * character and returns the one after what it has read. */

gboolean annals_typed_is_digit (gunichar character);
gboolean annals_typed_is_kanji (gunichar character);
guint annals_typed_count_digits (const AnnalsTypedText *text, guint at);
guint annals_typed_read_number (const AnnalsTypedText *text, guint at, AnnalsToken *token);
guint annals_typed_read_roman (const AnnalsTypedText *text, guint at, gint *roman);
guint annals_typed_read_kanji (const AnnalsTypedText *text, guint at, AnnalsToken *token);

G_END_DECLS
