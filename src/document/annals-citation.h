/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "annals-document.h"

G_BEGIN_DECLS

/**
 * AnnalsCitationForm:
 * @ANNALS_CITATION_PLAIN: plain text, line by line
 * @ANNALS_CITATION_HTML: the same as HTML in UTF-8, everything escaped
 *
 * In what form something is copied.
 */
typedef enum
{
  ANNALS_CITATION_PLAIN,
  ANNALS_CITATION_HTML,
} AnnalsCitationForm;

gchar *annals_citation_dup_event (AnnalsDocument *document,
                                  guint event,
                                  AnnalsWhere where,
                                  AnnalsCitationForm form);
gchar *annals_citation_dup_passage (AnnalsDocument *document,
                                    guint event,
                                    guint passage,
                                    AnnalsCitationForm form);

G_END_DECLS
