/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>

#include "annals-signs.h"

/* Small shapes as the glyphs of a font of our own. Cairo keeps the images of glyphs, so that each
 * shape is made once, and then put down as fast as a letter. A glyph's number says all about it, in
 * sixteenths of a pixel: kind, three measures, and how far right and below of a whole pixel it
 * stands. */

/* Cairo leaves glyphs out that stand ten times as far outside as this. */
#define EM_PX 32.0

#define MOST_STROKE_PX 16.0

#define MEASURE_BITS 14
#define MEASURE_MASK ((1 << MEASURE_BITS) - 1)
#define PART_BITS 6
#define PART_MASK ((1 << PART_BITS) - 1)
#define PHASE_BITS 4 /* whole pixels, plus 1; 0 for no dashes */
#define PHASE_MASK ((1 << PHASE_BITS) - 1)

typedef struct
{
  AnnalsSignKind kind;
  gdouble x;
  gdouble y;
  gdouble a;
  gdouble b;
  gdouble c;
  gboolean dashed;
  gdouble phase; /* how far the dashes have got */
} Sign;

static void
read_sign (Sign *sign, guint64 index)
{
  sign->y = (gdouble) (index & PART_MASK) / ANNALS_SIGN_UNITS;
  index >>= PART_BITS;
  sign->x = (gdouble) (index & PART_MASK) / ANNALS_SIGN_UNITS;
  index >>= PART_BITS;
  sign->c = (gdouble) (index & MEASURE_MASK) / ANNALS_SIGN_UNITS;
  index >>= MEASURE_BITS;
  sign->b = (gdouble) (index & MEASURE_MASK) / ANNALS_SIGN_UNITS;
  index >>= MEASURE_BITS;
  sign->a = (gdouble) (index & MEASURE_MASK) / ANNALS_SIGN_UNITS;
  index >>= MEASURE_BITS;
  sign->dashed = (index & PHASE_MASK) != 0;
  /* What has dashes stands on whole pixels. */
  sign->phase = sign->dashed ? (gdouble) (index & PHASE_MASK) - 1.0 + sign->x : 0.0;
  sign->x = sign->dashed ? 0.0 : sign->x;
  sign->kind = (AnnalsSignKind) (index >> PHASE_BITS);
}

static void
draw_round (cairo_t *cr, const Sign *sign)
{
  gdouble right = sign->x + sign->a;
  gdouble bottom = sign->y + sign->b;
  gdouble r = sign->c;

  cairo_arc (cr, right - r, sign->y + r, r, -G_PI_2, 0.0);
  cairo_arc (cr, right - r, bottom - r, r, 0.0, G_PI_2);
  cairo_arc (cr, sign->x + r, bottom - r, r, G_PI_2, G_PI);
  cairo_arc (cr, sign->x + r, sign->y + r, r, G_PI, 3.0 * G_PI_2);
  cairo_fill (cr);
}

static void
draw_left_cap (cairo_t *cr, const Sign *sign)
{
  gdouble width = ceil (sign->b);
  gdouble r = sign->b;

  cairo_move_to (cr, width, 0.0);
  cairo_line_to (cr, width, sign->a);
  cairo_arc (cr, r, sign->a - r, r, G_PI_2, G_PI);
  cairo_arc (cr, r, r, r, G_PI, 3.0 * G_PI_2);
  cairo_fill (cr);
}

static void
draw_right_cap (cairo_t *cr, const Sign *sign)
{
  gdouble middle = ceil (sign->b) - sign->b;
  gdouble r = sign->b;

  cairo_move_to (cr, 0.0, 0.0);
  cairo_arc (cr, middle, r, r, -G_PI_2, 0.0);
  cairo_arc (cr, middle, sign->a - r, r, 0.0, G_PI_2);
  cairo_line_to (cr, 0.0, sign->a);
  cairo_fill (cr);
}

static void
draw_circle (cairo_t *cr, const Sign *sign)
{
  gboolean ring = sign->kind == ANNALS_SIGN_RING;

  cairo_arc (cr, sign->x + sign->a / 2.0, sign->y + sign->a / 2.0,
             sign->a / 2.0 - (ring ? sign->b / 2.0 : 0.0), 0.0, 2.0 * G_PI);
  if (!ring)
    {
      cairo_fill (cr);
      return;
    }
  cairo_set_line_width (cr, sign->b);
  cairo_stroke (cr);
}

static void
draw_diamond (cairo_t *cr, const Sign *sign)
{
  cairo_move_to (cr, sign->x + sign->a / 2.0, sign->y);
  cairo_line_to (cr, sign->x + sign->a, sign->y + sign->b / 2.0);
  cairo_line_to (cr, sign->x + sign->a / 2.0, sign->y + sign->b);
  cairo_line_to (cr, sign->x, sign->y + sign->b / 2.0);
  cairo_close_path (cr);
  if (sign->kind == ANNALS_SIGN_DIAMOND)
    {
      cairo_fill (cr);
      return;
    }
  cairo_set_line_width (cr, sign->c);
  cairo_stroke (cr);
}

static void
draw_chevron (cairo_t *cr, const Sign *sign)
{
  gdouble tip = sign->kind == ANNALS_SIGN_CHEVRON ? sign->a : -sign->a;

  cairo_set_line_width (cr, sign->c);
  cairo_move_to (cr, sign->x, sign->y);
  cairo_line_to (cr, sign->x + tip, sign->y + sign->b / 2.0);
  cairo_line_to (cr, sign->x, sign->y + sign->b);
  cairo_stroke (cr);
}

static void
set_dashes (cairo_t *cr, const Sign *sign)
{
  static const gdouble dashes[] = { ANNALS_DASH_PX, ANNALS_DASH_PITCH_PX - ANNALS_DASH_PX };

  if (sign->dashed)
    cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), sign->phase);
}

/* An end of a frame is cut out of one that is wider, and its path runs clockwise. */
static void
draw_frame_end (cairo_t *cr, const Sign *sign)
{
  gdouble radius = sign->b;
  gdouble r = radius - sign->c / 2.0;

  cairo_rectangle (cr, 0.0, 0.0, radius, sign->a);
  cairo_clip (cr);
  cairo_set_line_width (cr, sign->c);
  set_dashes (cr, sign);
  if (sign->kind == ANNALS_SIGN_FRAME_RIGHT)
    {
      if (!sign->dashed)
        cairo_move_to (cr, -radius, sign->c / 2.0);
      cairo_arc (cr, 0.0, radius, r, -G_PI_2, 0.0);
      cairo_arc (cr, 0.0, sign->a - radius, r, 0.0, G_PI_2);
      cairo_line_to (cr, -radius, sign->a - sign->c / 2.0);
    }
  else
    {
      if (!sign->dashed)
        cairo_move_to (cr, 2.0 * radius, sign->a - sign->c / 2.0);
      cairo_arc (cr, radius, sign->a - radius, r, G_PI_2, G_PI);
      cairo_arc (cr, radius, radius, r, G_PI, 3.0 * G_PI_2);
      cairo_line_to (cr, 2.0 * radius, sign->c / 2.0);
    }
  cairo_stroke (cr);
}

/* Cairo smooths straight lines by themselves otherwise than with arcs; so there is one out of
 * sight.
 */
static void
draw_frame_side (cairo_t *cr, const Sign *sign)
{
  gboolean is_top = sign->kind == ANNALS_SIGN_FRAME_TOP;
  gdouble height = ceil (sign->c);
  gdouble y = is_top ? sign->c / 2.0 : height - sign->c / 2.0;
  gdouble beyond = sign->dashed ? 0.0 : height;

  cairo_rectangle (cr, 0.0, 0.0, sign->a, height);
  cairo_clip (cr);
  cairo_set_line_width (cr, sign->c);
  set_dashes (cr, sign);
  cairo_move_to (cr, is_top ? -beyond : sign->a + beyond, y);
  cairo_line_to (cr, is_top ? sign->a + beyond : -beyond, y);
  cairo_new_sub_path (cr);
  cairo_arc (cr, 0.0, -4.0 * height, height, 0.0, G_PI);
  cairo_stroke (cr);
}

static void
draw_dot (cairo_t *cr, const Sign *sign)
{
  cairo_set_line_width (cr, sign->a);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_move_to (cr, sign->x + sign->a / 2.0, sign->y + sign->a / 2.0);
  cairo_rel_line_to (cr, ANNALS_DOT_PX, 0.0);
  cairo_stroke (cr);
}

static void
draw_stripe (cairo_t *cr, const Sign *sign)
{
  gdouble x = sign->x + (sign->c - 0.5) / ANNALS_SIGN_UNITS;

  cairo_set_line_width (cr, sign->b / ANNALS_STRIPE_TIMES);
  cairo_move_to (cr, x, sign->y + sign->a);
  cairo_line_to (cr, x + sign->a, sign->y);
  cairo_stroke (cr);
}

static void (*const draw[]) (cairo_t *, const Sign *) = {
  [ANNALS_SIGN_ROUND] = draw_round,
  [ANNALS_SIGN_LEFT_CAP] = draw_left_cap,
  [ANNALS_SIGN_RIGHT_CAP] = draw_right_cap,
  [ANNALS_SIGN_DISC] = draw_circle,
  [ANNALS_SIGN_RING] = draw_circle,
  [ANNALS_SIGN_DIAMOND] = draw_diamond,
  [ANNALS_SIGN_DIAMOND_EDGE] = draw_diamond,
  [ANNALS_SIGN_CHEVRON] = draw_chevron,
  [ANNALS_SIGN_CHEVRON_LEFT] = draw_chevron,
  [ANNALS_SIGN_FRAME_LEFT] = draw_frame_end,
  [ANNALS_SIGN_FRAME_RIGHT] = draw_frame_end,
  [ANNALS_SIGN_FRAME_TOP] = draw_frame_side,
  [ANNALS_SIGN_FRAME_BOTTOM] = draw_frame_side,
  [ANNALS_SIGN_DOT] = draw_dot,
  [ANNALS_SIGN_STRIPE] = draw_stripe,
};

G_STATIC_ASSERT (G_N_ELEMENTS (draw) <= 1 << (64 - PHASE_BITS - 3 * MEASURE_BITS - 2 * PART_BITS));

/**
 * annals_sign_draw:
 * @cr: where to draw, in pixels
 * @index: the number of a sign
 *
 * Draws a sign as a path, standing at 0, 0.
 */
void
annals_sign_draw (cairo_t *cr, gulong index)
{
  Sign sign;

  read_sign (&sign, index);
  if (sign.kind < G_N_ELEMENTS (draw))
    draw[sign.kind](cr, &sign);
}

/**
 * annals_sign_get_bounds:
 * @index: the number of a sign
 * @bounds: (out): what it covers at most, standing at 0, 0
 */
void
annals_sign_get_bounds (gulong index, AnnalsRect *bounds)
{
  Sign sign;
  gdouble width;
  gdouble height;

  read_sign (&sign, index);
  width = sign.a;
  height = sign.b;
  switch (sign.kind)
    {
    case ANNALS_SIGN_LEFT_CAP:
    case ANNALS_SIGN_RIGHT_CAP:
    case ANNALS_SIGN_FRAME_LEFT:
    case ANNALS_SIGN_FRAME_RIGHT:
      width = ceil (sign.b);
      height = sign.a;
      break;
    case ANNALS_SIGN_FRAME_TOP:
    case ANNALS_SIGN_FRAME_BOTTOM:
      height = ceil (sign.c);
      break;
    case ANNALS_SIGN_DISC:
    case ANNALS_SIGN_RING:
    case ANNALS_SIGN_DOT:
      height = sign.a;
      break;
    case ANNALS_SIGN_STRIPE:
      width = sign.a + sign.b / ANNALS_STRIPE_TIMES + 1.0;
      height = sign.a;
      break;
    default:
      break;
    }
  *bounds = (AnnalsRect){ sign.x, sign.y, width, height };
  if (sign.kind == ANNALS_SIGN_CHEVRON_LEFT)
    bounds->x -= width;
  if (sign.kind != ANNALS_SIGN_DIAMOND_EDGE && sign.kind != ANNALS_SIGN_CHEVRON
      && sign.kind != ANNALS_SIGN_CHEVRON_LEFT && sign.kind != ANNALS_SIGN_STRIPE)
    return;
  /* Strokes reach over their path, at a corner up to ten times as far. */
  bounds->x -= MOST_STROKE_PX;
  bounds->y -= MOST_STROKE_PX;
  bounds->width += 2.0 * MOST_STROKE_PX;
  bounds->height += 2.0 * MOST_STROKE_PX;
}

static cairo_status_t
render_glyph_cb (cairo_scaled_font_t *font,
                 gulong index,
                 cairo_t *cr,
                 cairo_text_extents_t *extents)
{
  cairo_scale (cr, 1.0 / EM_PX, 1.0 / EM_PX);
  annals_sign_draw (cr, index);
  return CAIRO_STATUS_SUCCESS;
}

/* Cairo cuts what lies further from where a glyph stands than the font says it may. */
static cairo_status_t
init_font_cb (cairo_scaled_font_t *font, cairo_t *cr, cairo_font_extents_t *extents)
{
  extents->ascent = extents->descent = ANNALS_SIGN_MOST_PX / EM_PX;
  extents->height = 2.0 * ANNALS_SIGN_MOST_PX / EM_PX;
  extents->max_x_advance = extents->max_y_advance = ANNALS_SIGN_MOST_PX / EM_PX;
  return CAIRO_STATUS_SUCCESS;
}

static cairo_scaled_font_t *
create_font (void)
{
  cairo_font_face_t *face = cairo_user_font_face_create ();
  cairo_font_options_t *options = cairo_font_options_create ();
  cairo_scaled_font_t *font;
  cairo_matrix_t size;
  cairo_matrix_t identity;

  cairo_user_font_face_set_init_func (face, init_font_cb);
  cairo_user_font_face_set_render_glyph_func (face, render_glyph_cb);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_matrix_init_identity (&identity);
  cairo_matrix_init_scale (&size, EM_PX, EM_PX);
  font = cairo_scaled_font_create (face, &size, &identity, options);
  cairo_font_options_destroy (options);
  cairo_font_face_destroy (face);
  return font;
}

/**
 * annals_signs_get_font:
 *
 * Gets the font of signs, at the size of pixels. There is one for all pictures and all threads,
 * since Cairo keeps the images of the last 256 fonts that nobody has any more: with a font for each
 * picture those would be many megabytes.
 *
 * Returns: (transfer none) (nullable): the font; %NULL on machines whose numbers of glyphs are too
 *   small
 */
cairo_scaled_font_t *
annals_signs_get_font (void)
{
  static cairo_scaled_font_t *font = NULL;

  if (sizeof (gulong) < sizeof (guint64))
    return NULL;
  if (g_once_init_enter (&font))
    g_once_init_leave (&font, create_font ());
  return font;
}

static guint64
to_units (gdouble px)
{
  return (guint64) CLAMP (px * ANNALS_SIGN_UNITS + 0.5, 0.0, (gdouble) MEASURE_MASK);
}

static void
init_sign (cairo_glyph_t *glyph,
           guint64 kind_and_phase,
           gdouble x_px,
           gdouble y_px,
           gdouble a_px,
           gdouble b_px,
           gdouble c_px)
{
  gint64 x = (gint64) floor (x_px * ANNALS_SIGN_UNITS + 0.5);
  gint64 y = (gint64) floor (y_px * ANNALS_SIGN_UNITS + 0.5);
  guint64 index = kind_and_phase;

  index = index << MEASURE_BITS | to_units (a_px);
  index = index << MEASURE_BITS | to_units (b_px);
  index = index << MEASURE_BITS | to_units (c_px);
  index = index << PART_BITS | (guint64) (x & PART_MASK);
  index = index << PART_BITS | (guint64) (y & PART_MASK);
  glyph->index = (gulong) index;
  glyph->x = (gdouble) (x - (x & PART_MASK)) / ANNALS_SIGN_UNITS;
  glyph->y = (gdouble) (y - (y & PART_MASK)) / ANNALS_SIGN_UNITS;
}

/**
 * annals_sign_init:
 * @glyph: (out): the sign, for cairo_show_glyphs()
 * @kind: what it is
 * @x_px: where its left edge is
 * @y_px: where its top is
 * @a_px: a measure, no more than %ANNALS_SIGN_MOST_PX
 * @b_px: another, or 0
 * @c_px: another, or 0
 *
 * Everything is rounded to a 64th of a pixel.
 */
void
annals_sign_init (cairo_glyph_t *glyph,
                  AnnalsSignKind kind,
                  gdouble x_px,
                  gdouble y_px,
                  gdouble a_px,
                  gdouble b_px,
                  gdouble c_px)
{
  init_sign (glyph, (guint64) kind << PHASE_BITS, x_px, y_px, a_px, b_px, c_px);
}

/**
 * annals_sign_init_dashed:
 * @glyph: (out): the sign, for cairo_show_glyphs()
 * @kind: what part of a frame it is
 * @x_px: where its left edge is, on a whole pixel
 * @y_px: where its top is, on a whole pixel
 * @a_px: a measure
 * @b_px: another, or 0
 * @c_px: another, or 0
 * @phase_px: how far the dashes have got where it begins, less than %ANNALS_DASH_PITCH_PX
 */
void
annals_sign_init_dashed (cairo_glyph_t *glyph,
                         AnnalsSignKind kind,
                         gdouble x_px,
                         gdouble y_px,
                         gdouble a_px,
                         gdouble b_px,
                         gdouble c_px,
                         gdouble phase_px)
{
  gdouble phase = MIN (floor (phase_px * ANNALS_SIGN_UNITS + 0.5) / ANNALS_SIGN_UNITS,
                       ANNALS_DASH_PITCH_PX);

  init_sign (glyph, (guint64) kind << PHASE_BITS | ((guint64) floor (phase) + 1),
             x_px + phase - floor (phase), y_px, a_px, b_px, c_px);
}
