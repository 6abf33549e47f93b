/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>

#include "annals-style.h"

/*
 * The bridge between the desktop's look and that of pictures: which theme goes with the present
 * look, its colours as GDK wants them, and the face and size of the text.
 */

#define DESIGNED_FONT_PT 11.0
#define LEAST_TEXT_SCALE 0.85
#define LARGEST_TEXT_SCALE 3.0

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

static void
state_flags_changed_cb (GtkWidget *widget, GtkStateFlags before)
{
  GtkStateFlags changed = before ^ gtk_widget_get_state_flags (widget);

  if ((changed & (GTK_STATE_FLAG_FOCUSED | GTK_STATE_FLAG_FOCUS_VISIBLE)) != 0)
    gtk_widget_queue_draw (widget);
}

/**
 * annals_style_watch_focus:
 * @widget: a widget that draws a frame around itself while it has the focus of the keys
 *
 * Draws the widget anew whenever the focus comes or goes, as GTK does only where the style sheet
 * says something else of it then.
 */
void
annals_style_watch_focus (GtkWidget *widget)
{
  g_signal_connect (widget, "state-flags-changed", G_CALLBACK (state_flags_changed_cb), NULL);
}

/* Generic families are resolved as the widgets resolve them, so that a picture is set in the face
 * of the window around it. */
static gchar *
dup_families (GtkWidget *widget, const PangoFontDescription *wanted)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  g_autoptr (PangoFont) font = pango_context_load_font (context, wanted);
  PangoFontDescription *loaded;
  gchar *families;

  if (font == NULL)
    return g_strdup (ANNALS_TYPESETTER_FAMILIES);
  loaded = pango_font_describe (font);
  families = g_strdup_printf ("%s, %s", pango_font_description_get_family (loaded),
                              ANNALS_TYPESETTER_FAMILIES);
  pango_font_description_free (loaded);
  return families;
}

/**
 * annals_style_create_typesetter:
 * @widget: a widget that draws a picture
 * @text_scale: (out): how much larger than designed text is on this desktop
 *
 * Returns: (transfer full): what sets the picture's text in the face and size of the desktop
 */
AnnalsTypesetter *
annals_style_create_typesetter (GtkWidget *widget, gdouble *text_scale)
{
  g_autofree gchar *name = NULL;
  g_autofree gchar *families = NULL;
  PangoFontDescription *font;
  gint dpi = 0;
  gint size;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), NULL);
  g_return_val_if_fail (text_scale != NULL, NULL);

  g_object_get (gtk_widget_get_settings (widget), "gtk-font-name", &name, "gtk-xft-dpi", &dpi,
                NULL);
  font = pango_font_description_from_string (name != NULL ? name : "Cantarell 11");
  size = pango_font_description_get_size (font);
  *text_scale = (dpi > 0 ? dpi / 1024.0 / 96.0 : 1.0)
                * (size > 0 ? (gdouble) size / PANGO_SCALE / DESIGNED_FONT_PT : 1.0);
  *text_scale = CLAMP (*text_scale, LEAST_TEXT_SCALE, LARGEST_TEXT_SCALE);
  families = dup_families (widget, font);
  pango_font_description_free (font);
  return annals_typesetter_new (families, *text_scale);
}

/**
 * annals_style_watch_type:
 * @widget: a widget that draws a picture
 * @changed: called with @widget when the desktop's face or size of text becomes another
 *
 * Watches the desktop's text for as long as the widget lives.
 */
void
annals_style_watch_type (GtkWidget *widget, GCallback changed)
{
  GtkSettings *settings = gtk_widget_get_settings (widget);

  g_signal_connect_object (settings, "notify::gtk-font-name", changed, widget, G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "notify::gtk-xft-dpi", changed, widget, G_CONNECT_SWAPPED);
}
