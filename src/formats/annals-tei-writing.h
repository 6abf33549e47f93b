/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "annals-tei.h"

G_BEGIN_DECLS

/**
 * AnnalsTeiWriting:
 * @document: the document to write
 * @root: the root element of its tree
 * @old: what the tree says now
 *
 * A TEI tree while it is brought up to date.
 */
typedef struct
{
  AnnalsDocument *document;
  xmlNode *root;
  const AnnalsTeiReading *old;
} AnnalsTeiWriting;

gboolean annals_tei_write_text (AnnalsDocument *document, xmlNode *root, const AnnalsText *old);
void annals_tei_write_info (AnnalsTeiWriting *writing);
void annals_tei_write_lanes (AnnalsTeiWriting *writing);
void annals_tei_write_events (AnnalsTeiWriting *writing);
void annals_tei_write_passages (AnnalsTeiWriting *writing);

xmlNode *annals_tei_ensure_path (xmlNode *root, const gchar *path);
const AnnalsEvent *annals_tei_find_old_event (const AnnalsTeiWriting *writing, const gchar *id);

G_END_DECLS
