/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "annals-text-builder.h"
#include "annals-xml.h"

G_BEGIN_DECLS

/**
 * AnnalsTeiText:
 * @text: (nullable): the readable text, or %NULL when the file has none
 * @roles: (nullable) (element-type AnnalsParagraphRole): what each paragraph is
 * @marks: (element-type AnnalsTextMark): places in it
 * @ids: `xml:id` of elements of the text → which marks they lie between
 *
 * What a TEI file gives to read. Clear it with annals_tei_text_clear().
 */
typedef struct
{
  AnnalsText *text;
  GArray *roles;
  GArray *marks;
  GHashTable *ids;
} AnnalsTeiText;

void annals_tei_text_init (AnnalsTeiText *self,
                           const xmlNode *root,
                           AnnalsTextProbe *probes,
                           guint n_probes);
void annals_tei_text_clear (AnnalsTeiText *self);
gboolean annals_tei_text_find (const AnnalsTeiText *self,
                               const gchar *id,
                               AnnalsTextMark *start,
                               AnnalsTextMark *end);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AnnalsTeiText, annals_tei_text_clear)

G_END_DECLS
