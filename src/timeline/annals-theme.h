/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AnnalsThemeId:
 *
 * The looks of the picture.
 */
typedef enum
{
  ANNALS_THEME_LIGHT,
  ANNALS_THEME_DARK,
  ANNALS_THEME_HIGH_CONTRAST,
  ANNALS_THEME_PRINT,
  ANNALS_THEME_DARK_HIGH_CONTRAST,
} AnnalsThemeId;

#define ANNALS_N_THEMES (ANNALS_THEME_DARK_HIGH_CONTRAST + 1)
#define ANNALS_N_LANE_COLORS 8

/**
 * AnnalsColor:
 *
 * A colour in sRGB, each part 0 to 1.
 */
typedef struct
{
  gdouble red;
  gdouble green;
  gdouble blue;
  gdouble alpha;
} AnnalsColor;

/**
 * AnnalsTheme:
 *
 * The colours of a picture by role. Lanes have a mark colour and a colour for text upon it; they
 * are told apart under the three common colour-vision deficiencies.
 */
typedef struct
{
  AnnalsThemeId id;
  AnnalsColor background;
  AnnalsColor header; /* behind lane headers, axis and overview */
  AnnalsColor text;
  AnnalsColor dim_text;
  AnnalsColor grid;
  AnnalsColor major_grid; /* below the labels of the axis that are set bold */
  AnnalsColor rule;       /* between lanes and under the axis */
  AnnalsColor accent;     /* focus ring and overview window */
  AnnalsColor highlight;  /* behind the selected passage */
  AnnalsColor match;      /* behind words that are looked for */
  AnnalsColor current_match;
  AnnalsColor match_tick; /* where they are, in a margin */
  AnnalsColor lane[ANNALS_N_LANE_COLORS];
  AnnalsColor on_lane[ANNALS_N_LANE_COLORS];
  gdouble back_mark; /* opacity of marks that stand back */
  gdouble back_text; /* and of the labels on and beside them, which can still be read */
  gdouble back_dim_text;
} AnnalsTheme;

const AnnalsTheme *annals_theme_get (AnnalsThemeId id);
const gchar *annals_theme_get_name (AnnalsThemeId id);
gboolean annals_theme_from_name (const gchar *name, AnnalsThemeId *id);
const AnnalsColor *annals_theme_get_lane_color (const AnnalsTheme *theme, guint color);

G_END_DECLS
