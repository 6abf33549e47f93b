/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "annals-layout.h"

G_BEGIN_DECLS

/* Fewer letters than that say nothing. */
#define ANNALS_LABELS_LEAST 8

/* Letters by which it is cut: it does not change with every pixel while one zooms. */
#define ANNALS_LABELS_CUT_STEP 4

gboolean annals_label_cut (const AnnalsLayout *layout,
                           AnnalsFont font,
                           const gchar *text,
                           gdouble width_px,
                           gint least,
                           gint step,
                           gchar *out,
                           gsize size,
                           gdouble *out_px);

G_END_DECLS
