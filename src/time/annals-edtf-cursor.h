/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "annals-edtf.h"

G_BEGIN_DECLS

/**
 * AnnalsEdtfCursor:
 * @text: the whole string
 * @at: what is read next
 * @error: (nullable): where errors go
 *
 * A place in a string that is being read.
 */
typedef struct
{
  const gchar *text;
  const gchar *at;
  GError **error;
} AnnalsEdtfCursor;

gint annals_edtf_cursor_get_position (const AnnalsEdtfCursor *cursor, const gchar *where);
gboolean
annals_edtf_cursor_fail (AnnalsEdtfCursor *cursor, AnnalsTimeError code, const gchar *format, ...)
    G_GNUC_PRINTF (3, 4);

gboolean annals_edtf_cursor_skip (AnnalsEdtfCursor *cursor, const gchar *token);
gboolean annals_edtf_cursor_is_at_any (const AnnalsEdtfCursor *cursor, const gchar *characters);
gboolean annals_edtf_cursor_read_digits (AnnalsEdtfCursor *cursor, gint n_digits, gint *value);

gboolean annals_edtf_read_date (AnnalsEdtfCursor *cursor, AnnalsEdtfDate *date);
gboolean annals_edtf_read_year (AnnalsEdtfCursor *cursor, AnnalsEdtfDate *date);
gboolean annals_edtf_read_time (AnnalsEdtfCursor *cursor, AnnalsEdtfDate *date);

G_END_DECLS
