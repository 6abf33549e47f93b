/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

/**
 * AnnalsFontShape:
 *
 * Shapes words in one font as pango_shape_with_flags() does, without the font and the memory that
 * Pango makes anew for each: it asks HarfBuzz, which both are made of.
 */
typedef struct _AnnalsFontShape AnnalsFontShape;

AnnalsFontShape *annals_font_shape_new (const PangoAnalysis *analysis, PangoShapeFlags flags);
void annals_font_shape_free (AnnalsFontShape *shape);
gboolean annals_font_shape_is_exact (AnnalsFontShape *shape, const gchar *text);
const PangoGlyphString *
annals_font_shape_word (AnnalsFontShape *shape, const gchar *text, guint n_bytes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnnalsFontShape, annals_font_shape_free)

G_END_DECLS
