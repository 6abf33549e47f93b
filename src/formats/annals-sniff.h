/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AnnalsContentKind:
 * @ANNALS_CONTENT_TEXT: plain text
 * @ANNALS_CONTENT_HTML: a web page
 * @ANNALS_CONTENT_XML: XML, TEI or not
 *
 * What is in a file, judged by its first characters and not by its name.
 */
typedef enum
{
  ANNALS_CONTENT_TEXT,
  ANNALS_CONTENT_HTML,
  ANNALS_CONTENT_XML,
} AnnalsContentKind;

AnnalsContentKind annals_sniff (GBytes *bytes);

G_END_DECLS
