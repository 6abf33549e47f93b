/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>

#include "annals-style.h"

/*
 * The bridge between the desktop's look and the picture's themes: which theme goes with the
 * present look, and its colours as GDK wants them.
 */

/**
 * annals_style_get_theme:
 *
 * Returns: (transfer none): the theme that goes with the desktop's present look
 */
const AnnalsTheme *
annals_style_get_theme (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  gboolean dark = adw_style_manager_get_dark (manager);

  if (adw_style_manager_get_high_contrast (manager))
    return annals_theme_get (dark ? ANNALS_THEME_DARK_HIGH_CONTRAST : ANNALS_THEME_HIGH_CONTRAST);
  return annals_theme_get (dark ? ANNALS_THEME_DARK : ANNALS_THEME_LIGHT);
}

/**
 * annals_style_get_rgba:
 * @color: a colour of a theme
 * @opacity: what its alpha is multiplied with, 0 to 1
 * @rgba: (out): the same colour for GDK
 *
 * Converts a colour.
 */
void
annals_style_get_rgba (const AnnalsColor *color, gdouble opacity, GdkRGBA *rgba)
{
  rgba->red = (float) color->red;
  rgba->green = (float) color->green;
  rgba->blue = (float) color->blue;
  rgba->alpha = (float) (color->alpha * opacity);
}

/**
 * annals_style_get_lane_rgba:
 * @color: a lane's colour index
 * @rgba: (out): the colour of its marks in the present look
 *
 * Looks up a lane's colour.
 */
void
annals_style_get_lane_rgba (guint color, GdkRGBA *rgba)
{
  annals_style_get_rgba (annals_theme_get_lane_color (annals_style_get_theme (), color), 1.0, rgba);
}

/**
 * annals_style_watch:
 * @widget: a widget that draws with theme colours
 * @changed: called with @widget when the present theme becomes another
 *
 * Watches the desktop's look for as long as the widget lives.
 */
void
annals_style_watch (GtkWidget *widget, GCallback changed)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  g_signal_connect_object (manager, "notify::dark", changed, widget, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", changed, widget, G_CONNECT_SWAPPED);
}
