/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "annals-document.h"

G_BEGIN_DECLS

#define ANNALS_MAX_LANE_LABEL_CHARS 200

gboolean annals_lane_rename (AnnalsDocument *document, guint lane, const gchar *label);
gboolean annals_lane_recolor (AnnalsDocument *document, guint lane, guint color);
gboolean annals_lane_move (AnnalsDocument *document, guint lane, guint position);

gboolean annals_lane_apply_record (AnnalsDocument *document,
                                   const gchar *what,
                                   const gchar *id,
                                   const gchar *value);

G_END_DECLS
