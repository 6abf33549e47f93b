/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "annals-formats.h"

G_BEGIN_DECLS

AnnalsDocument *
annals_tei_read (GBytes *bytes, const gchar *name, const gchar *etag, GError **error);

G_END_DECLS
