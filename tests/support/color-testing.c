/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>

#include "color-testing.h"

/* Contrast as WCAG 2.1 counts it. */

static gdouble
linear (gdouble part)
{
  return part <= 0.04045 ? part / 12.92 : pow ((part + 0.055) / 1.055, 2.4);
}

/**
 * color_get_linear:
 * @color: a colour in sRGB
 * @out: (out): its light, red, green and blue
 */
void
color_get_linear (const AnnalsColor *color, gdouble out[3])
{
  out[0] = linear (color->red);
  out[1] = linear (color->green);
  out[2] = linear (color->blue);
}

/**
 * color_get_contrast:
 * @a: an opaque colour
 * @b: another
 *
 * Returns: their contrast, 1 to 21
 */
gdouble
color_get_contrast (const AnnalsColor *a, const AnnalsColor *b)
{
  gdouble first[3];
  gdouble second[3];
  gdouble x;
  gdouble y;

  color_get_linear (a, first);
  color_get_linear (b, second);
  x = 0.2126 * first[0] + 0.7152 * first[1] + 0.0722 * first[2] + 0.05;
  y = 0.2126 * second[0] + 0.7152 * second[1] + 0.0722 * second[2] + 0.05;
  return MAX (x, y) / MIN (x, y);
}

/**
 * color_lay_over:
 * @color: a colour
 * @opacity: how much of it there is
 * @below: what is there
 *
 * Returns: what is seen
 */
AnnalsColor
color_lay_over (const AnnalsColor *color, gdouble opacity, const AnnalsColor *below)
{
  return (AnnalsColor){ opacity * color->red + (1.0 - opacity) * below->red,
                        opacity * color->green + (1.0 - opacity) * below->green,
                        opacity * color->blue + (1.0 - opacity) * below->blue, 1.0 };
}
