/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "annals-document.h"

G_BEGIN_DECLS

/**
 * AnnalsTextBuilder:
 *
 * Makes a readable text out of marked-up blocks: each block a paragraph, paragraphs apart by an
 * empty line, white space inside a block collapsed and trimmed.
 */
typedef struct _AnnalsTextBuilder AnnalsTextBuilder;

/**
 * AnnalsTextMark:
 * @before: offset after the last character before the mark
 * @after: offset of the first character after the mark
 *
 * A place between characters. The two differ where white space was left out or put in.
 */
typedef struct
{
  gint64 before;
  gint64 after;
} AnnalsTextMark;

/**
 * AnnalsTextProbe:
 * @offset: an offset in the text being built
 * @is_end: whether the place wanted is behind the character before @offset
 * @run: (out) (nullable): the run that holds the place, as handed to annals_text_builder_add()
 * @byte: (out): where in that run
 *
 * Asks where in the marked-up original an offset lies.
 */
typedef struct
{
  gint64 offset;
  gboolean is_end;
  gpointer run;
  gsize byte;
} AnnalsTextProbe;

AnnalsTextBuilder *annals_text_builder_new (void);
void annals_text_builder_free (AnnalsTextBuilder *self);

void
annals_text_builder_set_probes (AnnalsTextBuilder *self, AnnalsTextProbe *probes, guint n_probes);
void annals_text_builder_start_block (AnnalsTextBuilder *self, AnnalsParagraphRole role);
void annals_text_builder_add (AnnalsTextBuilder *self,
                              const gchar *utf8,
                              gboolean preserve_space,
                              gpointer run);
void annals_text_builder_add_line_break (AnnalsTextBuilder *self);
guint annals_text_builder_mark (AnnalsTextBuilder *self);

AnnalsText *annals_text_builder_finish (AnnalsTextBuilder *self, GArray **roles, GArray **marks);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnnalsTextBuilder, annals_text_builder_free)

G_END_DECLS
