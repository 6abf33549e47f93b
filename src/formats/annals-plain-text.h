/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "annals-formats.h"
#include "annals-progress.h"

G_BEGIN_DECLS

AnnalsText *annals_plain_text_read (GBytes *bytes,
                                    const gchar *name,
                                    const AnnalsProgress *progress,
                                    GError **error);
gboolean
annals_plain_text_check_paragraphs (const AnnalsText *text, const gchar *name, GError **error);

G_END_DECLS
