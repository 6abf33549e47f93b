/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "annals-formats.h"

G_BEGIN_DECLS

GBytes *annals_tei_write (AnnalsDocument *document, GError **error);
void annals_tei_set_etag (AnnalsDocument *document, const gchar *etag);
const gchar *annals_tei_get_etag (AnnalsDocument *document);

G_END_DECLS
