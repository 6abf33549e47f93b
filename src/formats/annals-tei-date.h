/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "annals-xml.h"

G_BEGIN_DECLS

gboolean annals_tei_date_read (const AnnalsXmlSource *source,
                               const xmlNode *node,
                               AnnalsDate **date,
                               GError **error);
void annals_tei_date_write (xmlNode *node, const AnnalsDate *date);
gboolean annals_tei_date_is_native (const xmlNode *node);
gchar *annals_tei_date_dup_edtf_from_xsd (const gchar *value);

G_END_DECLS
