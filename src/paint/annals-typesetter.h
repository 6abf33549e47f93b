/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "annals-metrics.h"
#include "annals-run-cache.h"

G_BEGIN_DECLS

/** ANNALS_TYPESETTER_FAMILIES: the faces of exported pictures, best first. */
#define ANNALS_TYPESETTER_FAMILIES "Cantarell, Inter, Noto Sans, DejaVu Sans, sans-serif"

/**
 * AnnalsTypesetter:
 *
 * Measures and draws the texts of pictures with Pango, and remembers those it has shaped and what
 * the painter needs from one frame to the next. Metrics are not hinted, so that a text is equally
 * wide at every place and on every surface. Not to be shared between threads.
 */
typedef struct _AnnalsTypesetter AnnalsTypesetter;

typedef struct _AnnalsBatches AnnalsBatches;

AnnalsTypesetter *annals_typesetter_new (const gchar *families, gdouble text_scale);
void annals_typesetter_free (AnnalsTypesetter *typesetter);
void annals_typesetter_set_outlines (AnnalsTypesetter *typesetter, gboolean outlines);

gdouble annals_typesetter_measure (AnnalsFont font, const gchar *text, gpointer typesetter);
PangoLayout *
annals_typesetter_create_layout (AnnalsTypesetter *typesetter, gdouble size, gboolean bold);
void annals_typesetter_show (AnnalsTypesetter *typesetter,
                             cairo_t *cr,
                             AnnalsFont font,
                             const gchar *text,
                             gdouble x_px,
                             gdouble baseline_px);

gboolean annals_typesetter_get_outlines (AnnalsTypesetter *typesetter);
const AnnalsRun *
annals_typesetter_get_run (AnnalsTypesetter *typesetter, AnnalsFont font, const gchar *text);
guint annals_typesetter_get_n_turns (AnnalsTypesetter *typesetter);
AnnalsBatches *annals_typesetter_get_batches (AnnalsTypesetter *typesetter);
gboolean annals_typesetter_is_on_paper (cairo_t *cr);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnnalsTypesetter, annals_typesetter_free)

G_END_DECLS
