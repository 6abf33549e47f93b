/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

#include "annals-scene.h"

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
 * @ANNALS_SIGN_FRAME_LEFT: the left end of a stroked rectangle with rounded corners, as wide as
 *   they are: height, radius, stroke
 * @ANNALS_SIGN_FRAME_RIGHT: its right end: height, radius, stroke
 * @ANNALS_SIGN_FRAME_TOP: a stretch of its upper side: width, 0, stroke
 * @ANNALS_SIGN_FRAME_BOTTOM: a stretch of its lower side, whose dashes run from right to left: the
 *   same
 * @ANNALS_SIGN_DOT: a dot of a dotted line: stroke
 * @ANNALS_SIGN_STRIPE: a slanting stripe of a hatch: width, which is its height too, stroke times
 *   %ANNALS_STRIPE_TIMES, and how much further right it stands in units, plus 0.5
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
  ANNALS_SIGN_FRAME_LEFT,
  ANNALS_SIGN_FRAME_RIGHT,
  ANNALS_SIGN_FRAME_TOP,
  ANNALS_SIGN_FRAME_BOTTOM,
  ANNALS_SIGN_DOT,
  ANNALS_SIGN_STRIPE,
} AnnalsSignKind;

/* The dashes of a frame: so long, and so far from the begin of one to that of the next. */
#define ANNALS_DASH_PX 4.0
#define ANNALS_DASH_PITCH_PX 7.0

/* All of a stripe is edges, on which the least inexactness is seen. */
#define ANNALS_STRIPE_TIMES 16.0

/* A dot is a stroke that is hardly longer than nothing. */
#define ANNALS_DOT_PX 0.01

/* Of a pixel; places and measures of signs are in these. */
#define ANNALS_SIGN_UNITS 64

/* The greatest measure of a sign. */
#define ANNALS_SIGN_MOST_PX 255.0

cairo_scaled_font_t *annals_signs_get_font (void);
void annals_sign_draw (cairo_t *cr, gulong index);
void annals_sign_get_bounds (gulong index, AnnalsRect *bounds);

void annals_sign_init_dashed (cairo_glyph_t *glyph,
                              AnnalsSignKind kind,
                              gdouble x_px,
                              gdouble y_px,
                              gdouble a_px,
                              gdouble b_px,
                              gdouble c_px,
                              gdouble phase_px);
void annals_sign_init (cairo_glyph_t *glyph,
                       AnnalsSignKind kind,
                       gdouble x_px,
                       gdouble y_px,
                       gdouble a_px,
                       gdouble b_px,
                       gdouble c_px);

G_END_DECLS
