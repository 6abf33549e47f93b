/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "annals-document.h"

G_BEGIN_DECLS

gboolean annals_event_show_as_era (AnnalsDocument *document, guint event, gboolean is_era);
gboolean annals_event_pin (AnnalsDocument *document, guint event, gboolean is_pinned);
gboolean annals_event_move (AnnalsDocument *document, guint event, guint lane);
gboolean
annals_event_redate (AnnalsDocument *document, guint event, AnnalsDate *cited, AnnalsDate *record);

gboolean annals_event_apply_record (AnnalsDocument *document,
                                    const gchar *what,
                                    const gchar *id,
                                    const gchar *value);

G_END_DECLS
