/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "annals-run.h"

G_BEGIN_DECLS

/**
 * AnnalsShaper:
 *
 * Makes of plain texts what a layout would: of those in letters of one alphabet that stand one
 * after another, which most labels are. Words are remembered, so that most texts that have not been
 * seen before are put together of words that have.
 */
typedef struct _AnnalsShaper AnnalsShaper;

AnnalsShaper *annals_shaper_new (PangoLayout *layout, gboolean round);
void annals_shaper_free (AnnalsShaper *shaper);
const AnnalsRun *annals_shaper_shape (AnnalsShaper *shaper, const gchar *text);
gboolean annals_shaper_measure (AnnalsShaper *shaper, const gchar *text, gdouble *width_px);
gboolean annals_shaper_knows_words (AnnalsShaper *shaper);

G_END_DECLS
