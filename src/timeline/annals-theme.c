/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "annals-theme.h"

/* The looks of the picture, as one table a theme. Lane colours alternate in lightness as well as in
 * hue (blue, rust, olive, plum, teal, ochre, rose, slate), which keeps them apart where red and
 * green look alike: seen with any colour-vision deficiency, two of the first three differ by 9 or
 * more (CIEDE2000), any two by 6.5. Text on them has a contrast of at least 4.5 to 1; in high
 * contrast it keeps that where it stands back. */

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
    .dim_text = RGB (0x585858),
    .grid = RGB (0xebebeb),
    .major_grid = RGB (0xdedede),
    .rule = RGB (0xdcdcdc),
    .accent = RGB (0x3a6ea5),
    .highlight = RGB (0xf5e8c8),
    .match = RGB (0xfbe58a),
    .current_match = RGB (0xffb347),
    .match_tick = RGB (0xc77800),
    .lane = { RGB (0x386d98), RGB (0xb04e29), RGB (0x687b54), RGB (0x6d3e78), RGB (0x09625c), RGB (0x6a4800), RGB (0x9a3458), RGB (0x676776) },
    .on_lane = ALL_LANES (0xffffff),
    .back_mark = 0.3,
    .back_text = 0.78,
    .back_dim_text = 1.0,
  },
  [ANNALS_THEME_DARK] = {
    .id = ANNALS_THEME_DARK,
    .background = RGB (0x1e1e1e),
    .header = RGB (0x242424),
    .text = RGB (0xf2f2f2),
    .dim_text = RGB (0xb4b4b4),
    .grid = RGB (0x2d2d2d),
    .major_grid = RGB (0x3c3c3c),
    .rule = RGB (0x3d3d3d),
    .accent = RGB (0x78aeed),
    .highlight = RGB (0x4a3d22),
    .match = RGB (0x5f5310),
    .current_match = RGB (0x9a5a00),
    .match_tick = RGB (0xe5a50a),
    .lane = { RGB (0x87b9e6), RGB (0xe6936f), RGB (0xd2de99), RGB (0xae8bc2), RGB (0x5ab0a9), RGB (0xb8943b), RGB (0xcb7b91), RGB (0xb8b9c6) },
    .on_lane = ALL_LANES (0x161616),
    .back_mark = 0.22,
    .back_text = 0.88,
    .back_dim_text = 1.0,
  },
  [ANNALS_THEME_HIGH_CONTRAST] = {
    .id = ANNALS_THEME_HIGH_CONTRAST,
    .background = RGB (0xffffff),
    .header = RGB (0xffffff),
    .text = RGB (0x000000),
    .dim_text = RGB (0x2b2b2b),
    .grid = RGB (0xd2d2d2),
    .major_grid = RGB (0xb6b6b6),
    .rule = RGB (0x000000),
    .accent = RGB (0x00469b),
    .highlight = RGB (0xffe48a),
    .match = RGB (0xffe100),
    .current_match = RGB (0xff9d00),
    .match_tick = RGB (0x7a4a00),
    .lane = { RGB (0x0b437f), RGB (0x8f2e03), RGB (0x4d5e33), RGB (0x4b0d5a), RGB (0x125754), RGB (0x4a2d00), RGB (0x71022a), RGB (0x252a39) },
    .on_lane = ALL_LANES (0xffffff),
    .back_mark = 0.4,
    .back_text = 0.78,
    .back_dim_text = 0.85,
  },
  [ANNALS_THEME_PRINT] = {
    .id = ANNALS_THEME_PRINT,
    .background = RGB (0xffffff),
    .header = RGB (0xffffff),
    .text = RGB (0x000000),
    .dim_text = RGB (0x444444),
    .grid = RGB (0xe2e2e2),
    .major_grid = RGB (0xcecece),
    .rule = RGB (0x9a9a9a),
    .accent = RGB (0x000000),
    .highlight = RGB (0xeeeeee),
    .match = RGB (0xe2e2e2),
    .current_match = RGB (0xc8c8c8),
    .match_tick = RGB (0x6a6a6a),
    .lane = { RGB (0x30618a), RGB (0x923b1a), RGB (0x6c7a49), RGB (0x5e326a), RGB (0x045551), RGB (0x8c6721), RGB (0x791e3e), RGB (0x5e5d6a) },
    .on_lane = ALL_LANES (0xffffff),
    .back_mark = 0.3,
    .back_text = 0.74,
    .back_dim_text = 0.95,
  },
  [ANNALS_THEME_DARK_HIGH_CONTRAST] = {
    .id = ANNALS_THEME_DARK_HIGH_CONTRAST,
    .background = RGB (0x000000),
    .header = RGB (0x000000),
    .text = RGB (0xffffff),
    .dim_text = RGB (0xd6d6d6),
    .grid = RGB (0x363636),
    .major_grid = RGB (0x505050),
    .rule = RGB (0xffffff),
    .accent = RGB (0x9ccbff),
    .highlight = RGB (0x5c4700),
    .match = RGB (0x5f5a00),
    .current_match = RGB (0x864200),
    .match_tick = RGB (0xffc94d),
    .lane = { RGB (0x87b9e6), RGB (0xe6936f), RGB (0xd2de99), RGB (0xae8bc2), RGB (0x5ab0a9), RGB (0xb8943b), RGB (0xce8096), RGB (0xb8b9c6) },
    .on_lane = ALL_LANES (0x000000),
    .back_mark = 0.34,
    .back_text = 0.88,
    .back_dim_text = 0.88,
  },
};

static const gchar *const theme_names[ANNALS_N_THEMES] = {
  [ANNALS_THEME_LIGHT] = "light",
  [ANNALS_THEME_DARK] = "dark",
  [ANNALS_THEME_HIGH_CONTRAST] = "high-contrast",
  [ANNALS_THEME_PRINT] = "print",
  [ANNALS_THEME_DARK_HIGH_CONTRAST] = "dark-high-contrast",
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
 * Returns: the name that the command line uses for it: `light`, `dark`, `high-contrast`,
 * `print` or `dark-high-contrast`
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
