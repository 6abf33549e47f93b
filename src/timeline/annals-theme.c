/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "annals-theme.h"

/* The looks of the picture, as one table a theme. Lane colours alternate in lightness as well as in
 * hue (blue, rust, olive, plum, teal, ochre, rose, slate), which keeps neighbours apart where red
 * and green look alike; text on them has a contrast of at least 4.5 to 1. */

#define RGB(hex)                                                                          \
  {                                                                                       \
    ((hex) >> 16 & 0xff) / 255.0, ((hex) >> 8 & 0xff) / 255.0, ((hex) &0xff) / 255.0, 1.0 \
  }

#define ALL_LANES(color)                                                                       \
  {                                                                                            \
    RGB (color), RGB (color), RGB (color), RGB (color), RGB (color), RGB (color), RGB (color), \
        RGB (color)                                                                            \
  }

static const AnnalsTheme themes[ANNALS_N_THEMES] = {
  [ANNALS_THEME_LIGHT] = {
    .id = ANNALS_THEME_LIGHT,
    .background = RGB (0xffffff),
    .header = RGB (0xfafafa),
    .text = RGB (0x1f1f1f),
    .dim_text = RGB (0x646464),
    .grid = RGB (0xebebeb),
    .rule = RGB (0xdcdcdc),
    .accent = RGB (0x3a6ea5),
    .highlight = RGB (0xf5e8c8),
    .lane = { RGB (0x33658f), RGB (0xb2502c), RGB (0x5c6b3a), RGB (0x7b4a86), RGB (0x1d7874),
              RGB (0x8a6414), RGB (0xa63f62), RGB (0x525d6b) },
    .on_lane = ALL_LANES (0xffffff),
  },
  [ANNALS_THEME_DARK] = {
    .id = ANNALS_THEME_DARK,
    .background = RGB (0x1e1e1e),
    .header = RGB (0x242424),
    .text = RGB (0xf2f2f2),
    .dim_text = RGB (0xa6a6a6),
    .grid = RGB (0x2d2d2d),
    .rule = RGB (0x3d3d3d),
    .accent = RGB (0x78aeed),
    .highlight = RGB (0x4a3d22),
    .lane = { RGB (0x7db0dc), RGB (0xe6946f), RGB (0xb4c07c), RGB (0xc9a0d6), RGB (0x6cc3bd),
              RGB (0xdcb65c), RGB (0xec9ab4), RGB (0xaeb9c7) },
    .on_lane = ALL_LANES (0x161616),
  },
  [ANNALS_THEME_HIGH_CONTRAST] = {
    .id = ANNALS_THEME_HIGH_CONTRAST,
    .background = RGB (0xffffff),
    .header = RGB (0xffffff),
    .text = RGB (0x000000),
    .dim_text = RGB (0x2b2b2b),
    .grid = RGB (0xb0b0b0),
    .rule = RGB (0x000000),
    .accent = RGB (0x00469b),
    .highlight = RGB (0xffe48a),
    .lane = { RGB (0x003f7a), RGB (0x8a2a00), RGB (0x39470f), RGB (0x5a1f6b), RGB (0x00504d),
              RGB (0x5e4100), RGB (0x85123f), RGB (0x2b3440) },
    .on_lane = ALL_LANES (0xffffff),
  },
  [ANNALS_THEME_PRINT] = {
    .id = ANNALS_THEME_PRINT,
    .background = RGB (0xffffff),
    .header = RGB (0xffffff),
    .text = RGB (0x000000),
    .dim_text = RGB (0x4a4a4a),
    .grid = RGB (0xe2e2e2),
    .rule = RGB (0x9a9a9a),
    .accent = RGB (0x000000),
    .highlight = RGB (0xeeeeee),
    .lane = { RGB (0x2c5880), RGB (0x9c4423), RGB (0x53612f), RGB (0x6b3d76), RGB (0x166763),
              RGB (0x775510), RGB (0x923553), RGB (0x454f5b) },
    .on_lane = ALL_LANES (0xffffff),
  },
};

static const gchar *const theme_names[ANNALS_N_THEMES] = {
  [ANNALS_THEME_LIGHT] = "light",
  [ANNALS_THEME_DARK] = "dark",
  [ANNALS_THEME_HIGH_CONTRAST] = "high-contrast",
  [ANNALS_THEME_PRINT] = "print",
};

/**
 * annals_theme_get:
 * @id: which look
 *
 * Returns: (transfer none): the theme, which lives as long as the program
 */
const AnnalsTheme *
annals_theme_get (AnnalsThemeId id)
{
  g_return_val_if_fail ((guint) id < ANNALS_N_THEMES, &themes[ANNALS_THEME_LIGHT]);

  return &themes[id];
}

/**
 * annals_theme_get_name:
 * @id: which look
 *
 * Returns: the name that the command line uses for it: `light`, `dark`, `high-contrast` or `print`
 */
const gchar *
annals_theme_get_name (AnnalsThemeId id)
{
  g_return_val_if_fail ((guint) id < ANNALS_N_THEMES, NULL);

  return theme_names[id];
}

/**
 * annals_theme_from_name:
 * @name: a name as annals_theme_get_name() gives it
 * @id: (out): the look of that name
 *
 * Returns: whether there is one
 */
gboolean
annals_theme_from_name (const gchar *name, AnnalsThemeId *id)
{
  for (guint i = 0; i < ANNALS_N_THEMES; i++)
    if (g_strcmp0 (name, theme_names[i]) == 0)
      {
        *id = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * annals_theme_get_lane_color:
 * @theme: a theme
 * @color: a lane's colour index; indices beyond the table begin anew
 *
 * Returns: (transfer none): the colour of that lane's marks
 */
const AnnalsColor *
annals_theme_get_lane_color (const AnnalsTheme *theme, guint color)
{
  return &theme->lane[color % ANNALS_N_LANE_COLORS];
}
