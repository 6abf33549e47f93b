/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * AnnalsText:
 *
 * An immutable source text: UTF-8, its length in code points, its paragraphs. Reference counted;
 * safe to share between threads. All offsets count Unicode code points from the start of the text,
 * as GtkTextIter, TEI and the Web Annotation model do.
 */
typedef struct _AnnalsText AnnalsText;

AnnalsText *annals_text_new (const gchar *utf8, gssize n_bytes);
AnnalsText *annals_text_new_take (gchar *utf8);
AnnalsText *annals_text_ref (AnnalsText *text);
void annals_text_unref (AnnalsText *text);

const gchar *annals_text_get_utf8 (const AnnalsText *text);
gsize annals_text_get_n_bytes (const AnnalsText *text);
gint64 annals_text_get_n_chars (const AnnalsText *text);
const gchar *annals_text_get_sha256 (const AnnalsText *text);

gsize annals_text_get_byte_at (const AnnalsText *text, gint64 offset);
gint64 annals_text_get_offset_at (const AnnalsText *text, gsize byte);
gchar *annals_text_dup_slice (const AnnalsText *text, gint64 start, gint64 end);

guint annals_text_get_n_paragraphs (const AnnalsText *text);
void annals_text_get_paragraph (const AnnalsText *text, guint index, gint64 *start, gint64 *end);
guint annals_text_get_paragraph_at (const AnnalsText *text, gint64 offset);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnnalsText, annals_text_unref)

G_END_DECLS
