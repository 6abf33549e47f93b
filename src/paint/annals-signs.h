/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/**
 * AnnalsSignKind:
 * @ANNALS_SIGN_ROUND: a filled rectangle with rounded corners: width, height, radius
 * @ANNALS_SIGN_LEFT_CAP: the left end of a long one: height, radius
 * @ANNALS_SIGN_RIGHT_CAP: its right end, drawn from the place where it begins: height, radius
 * @ANNALS_SIGN_DISC: a filled circle: width
 * @ANNALS_SIGN_RING: a stroked one within that width: width, stroke
 * @ANNALS_SIGN_DIAMOND: a filled diamond: width, height
 * @ANNALS_SIGN_DIAMOND_EDGE: its stroke: width, height, stroke
 * @ANNALS_SIGN_CHEVRON: one that points right: width, height, stroke
 * @ANNALS_SIGN_CHEVRON_LEFT: one that points left: width, height, stroke
 *
 * Small shapes that pictures have many of, with their measures.
 */
typedef enum
{
  ANNALS_SIGN_ROUND,
  ANNALS_SIGN_LEFT_CAP,
  ANNALS_SIGN_RIGHT_CAP,
  ANNALS_SIGN_DISC,
  ANNALS_SIGN_RING,
  ANNALS_SIGN_DIAMOND,
  ANNALS_SIGN_DIAMOND_EDGE,
  ANNALS_SIGN_CHEVRON,
  ANNALS_SIGN_CHEVRON_LEFT,
} AnnalsSignKind;

/* The greatest measure of a sign. */
#define ANNALS_SIGN_MOST_PX 255.0

cairo_scaled_font_t *annals_signs_get_font (void);

void annals_sign_init (cairo_glyph_t *glyph,
                       AnnalsSignKind kind,
                       gdouble x_px,
                       gdouble y_px,
                       gdouble a_px,
                       gdouble b_px,
                       gdouble c_px);

G_END_DECLS
