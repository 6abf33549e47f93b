/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "annals-formats.h"
#include "annals-progress.h"

G_BEGIN_DECLS

AnnalsDocument *
annals_tei_read (GBytes *bytes, const gchar *name, const gchar *etag, GError **error);
AnnalsDocument *annals_tei_read_watched (GBytes *bytes,
                                         const gchar *name,
                                         const gchar *etag,
                                         const AnnalsProgress *progress,
                                         GError **error);

G_END_DECLS
