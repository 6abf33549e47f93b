/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "annals-metrics.h"

G_BEGIN_DECLS

/** ANNALS_TYPESETTER_FAMILIES: the faces of exported pictures, best first. */
#define ANNALS_TYPESETTER_FAMILIES "Cantarell, Inter, Noto Sans, DejaVu Sans, sans-serif"

/**
 * AnnalsTypesetter:
 *
 * Measures and draws the texts of pictures with Pango, and remembers those it has shaped. Metrics
 * are not hinted, so that a text is equally wide at every place and on every surface. Not to be
 * shared between threads.
 */
typedef struct _AnnalsTypesetter AnnalsTypesetter;

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

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnnalsTypesetter, annals_typesetter_free)

G_END_DECLS
