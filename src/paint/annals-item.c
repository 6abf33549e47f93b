/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>

#include "annals-painter.h"

/* What everybody who draws an item has to know of it: its colour, where its fade bends, its stripes
 * and teeth. */

/* Stops nearer than this to the one before or to the end make no visible difference. */
#define LEAST_STOP 1e-4
#define PALE 0.36
#define MARK_IN_TEXT 0.5 /* signs of a mark that are letters have to be read on eras too */
#define ROUND_STRIPE_PITCH_PX 3.5

/* What is not looked for. Upon a mark that is pale for it, a label has the colour of text, and so
 * has a question mark beside it. */
static void
step_back (const AnnalsItem *item, const AnnalsTheme *theme, AnnalsColor *color)
{
  if (item->role == ANNALS_ROLE_ON_MARK
      || (item->role == ANNALS_ROLE_MARK && item->kind == ANNALS_ITEM_TEXT))
    *color = theme->text;
  if (item->kind == ANNALS_ITEM_TEXT)
    color->alpha *= item->role == ANNALS_ROLE_DIM_TEXT ? theme->back_dim_text : theme->back_text;
  else if (item->role != ANNALS_ROLE_BACKGROUND)
    color->alpha *= theme->back_mark;
}

/* Opaque, since that is painted several times as fast. */
static void
mix (AnnalsColor *color, const AnnalsColor *ground, gdouble share)
{
  color->red = ground->red + (color->red - ground->red) * share;
  color->green = ground->green + (color->green - ground->green) * share;
  color->blue = ground->blue + (color->blue - ground->blue) * share;
}

/**
 * annals_item_get_color:
 * @item: an item
 * @theme: the look
 * @color: (out): its colour, with the item's opacity
 */
void
annals_item_get_color (const AnnalsItem *item, const AnnalsTheme *theme, AnnalsColor *color)
{
  const AnnalsColor *const by_role[] = {
    [ANNALS_ROLE_BACKGROUND] = &theme->background,
    [ANNALS_ROLE_HEADER] = &theme->header,
    [ANNALS_ROLE_GRID] = &theme->grid,
    [ANNALS_ROLE_MAJOR_GRID] = &theme->major_grid,
    [ANNALS_ROLE_RULE] = &theme->rule,
    [ANNALS_ROLE_TEXT] = &theme->text,
    [ANNALS_ROLE_DIM_TEXT] = &theme->dim_text,
    [ANNALS_ROLE_MARK] = &theme->lane[item->color % ANNALS_N_LANE_COLORS],
    [ANNALS_ROLE_ON_MARK] = &theme->on_lane[item->color % ANNALS_N_LANE_COLORS],
    [ANNALS_ROLE_ACCENT] = &theme->accent,
    [ANNALS_ROLE_MATCH] = &theme->match_tick,
    [ANNALS_ROLE_PALE] = &theme->lane[item->color % ANNALS_N_LANE_COLORS],
    [ANNALS_ROLE_RANGE] = &theme->accent,
    [ANNALS_ROLE_HANDLE] = &theme->accent,
  };
  gboolean mark = item->role == ANNALS_ROLE_MARK || item->role == ANNALS_ROLE_PALE;

  /* Marks outside any lane, as in the legend, have the colour of text. */
  *color = mark && item->color == G_MAXUINT ? theme->dim_text : *by_role[item->role];
  if (item->role == ANNALS_ROLE_PALE)
    mix (color, &theme->background, PALE);
  if (mark && item->kind == ANNALS_ITEM_TEXT)
    mix (color, &theme->text, MARK_IN_TEXT);
  if (item->stands_back)
    step_back (item, theme, color);
  color->alpha *= item->opacity;
}

static gdouble
get_fade_at (const AnnalsItem *item, gdouble x)
{
  const gdouble *f = item->fade;
  gdouble rise = f[1] - f[0] > 1e-9 ? (x - f[0]) / (f[1] - f[0]) : (x >= f[0] ? 1.0 : 0.0);
  gdouble fall = f[3] - f[2] > 1e-9 ? (f[3] - x) / (f[3] - f[2]) : (x <= f[3] ? 1.0 : 0.0);

  return CLAMP (MIN (rise, fall), 0.0, 1.0);
}

/**
 * annals_item_get_fade_stops:
 * @item: an item that fades
 * @stops: (out) (array fixed-size=6): where its opacity bends, within the item
 *
 * Cuts the item's fade to the item itself, however far the ends of the mark lie outside.
 *
 * Returns: how many stops there are, in increasing order
 */
guint
annals_item_get_fade_stops (const AnnalsItem *item, AnnalsFadeStop *stops)
{
  gdouble left = item->rect.x;
  gdouble width = MAX (item->rect.width, 1e-6);
  guint n = 0;

  /* The ends are looked at from just within, where a fade of no width is over. */
  stops[n++] = (AnnalsFadeStop){ 0.0, get_fade_at (item, left + LEAST_STOP * width) };
  for (guint i = 0; i < 4; i++)
    {
      gdouble offset = (item->fade[i] - left) / width;

      if (offset > stops[n - 1].offset + LEAST_STOP && offset < 1.0 - LEAST_STOP)
        stops[n++] = (AnnalsFadeStop){ offset, get_fade_at (item, item->fade[i]) };
    }
  stops[n++] = (AnnalsFadeStop){ 1.0, get_fade_at (item, left + (1.0 - LEAST_STOP) * width) };
  return n;
}

/**
 * annals_item_get_stripes:
 * @item: a hatch
 * @draw: called with every stripe
 * @user_data: handed to @draw
 *
 * The middle lines of the slanting stripes of a hatch, each cut to the item: its rectangle, or the
 * circle in it when it is rounded. Stripes of the paper's colour reach a little further, so that
 * nothing is left of what they part.
 */
void
annals_item_get_stripes (const AnnalsItem *item, AnnalsStripeFunc draw, gpointer user_data)
{
  const AnnalsRect *r = &item->rect;
  gdouble more = item->role == ANNALS_ROLE_BACKGROUND ? 1.0 : -item->stroke_px * 0.35;
  gdouble pitch = item->radius_px > 0.0 ? ROUND_STRIPE_PITCH_PX : ANNALS_STRIPE_PITCH_PX;
  gdouble radius = item->radius_px + more;
  gdouble middle_x = r->x + r->width / 2.0;
  gdouble bottom = r->y + r->height + more;
  gdouble height = r->height + 2.0 * more;

  if (item->radius_px > 0.0)
    {
      for (gdouble away = -floor (radius / pitch) * pitch; away < radius; away += pitch)
        {
          gdouble half = sqrt (radius * radius - away * away) * G_SQRT2 / 2.0;
          gdouble x = middle_x + away * G_SQRT2 / 2.0;
          gdouble y = r->y + r->height / 2.0 + away * G_SQRT2 / 2.0;

          draw (x - half, y + half, x + half, y - half, user_data);
        }
      return;
    }
  for (gdouble x = r->x - height; x < r->x + r->width; x += pitch)
    {
      gdouble x0 = MAX (x, r->x);
      gdouble x1 = MIN (x + height, r->x + r->width);

      if (x1 > x0)
        draw (x0, bottom - (x0 - x), x1, bottom - (x1 - x), user_data);
    }
}

/**
 * annals_item_get_n_teeth:
 * @item: a strip with torn sides
 *
 * Returns: how many points each of its sides has
 */
guint
annals_item_get_n_teeth (const AnnalsItem *item)
{
  return (guint) ceil (MAX (item->rect.height, 0.0) / ANNALS_TOOTH_PITCH_PX * 2.0) + 1;
}

/**
 * annals_item_get_tooth:
 * @item: a strip with torn sides
 * @index: which point, from above
 * @x: (out): how far right of the item's left, or of its right side less its teeth, it is
 * @y: (out): where it is
 *
 * Both sides have the same teeth, so that they would fit into each other.
 */
void
annals_item_get_tooth (const AnnalsItem *item, guint index, gdouble *x, gdouble *y)
{
  *x = index % 2 == 0 ? 0.0 : ANNALS_TOOTH_PX;
  *y = MIN (item->rect.y + index * ANNALS_TOOTH_PITCH_PX / 2.0, item->rect.y + item->rect.height);
}
