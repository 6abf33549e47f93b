/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>

#include "annals-appearance.h"

/* What preferences change in all windows alike: light or dark, and the type of the page, which is
 * given to the display as a style sheet above that of the program. */

#define PAGE_SIZE_EM 1.15 /* as in style.css */
#define PRIORITY (GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1)

static const struct
{
  const gchar *name;
  AdwColorScheme scheme;
} themes[] = {
  { "system", ADW_COLOR_SCHEME_DEFAULT },
  { "light", ADW_COLOR_SCHEME_FORCE_LIGHT },
  { "dark", ADW_COLOR_SCHEME_FORCE_DARK },
};

static void
update_theme (AnnalsSettings *settings)
{
  g_autofree gchar *theme = annals_settings_dup_string (settings, ANNALS_SETTING_THEME);

  for (guint i = 0; i < G_N_ELEMENTS (themes); i++)
    if (g_strcmp0 (themes[i].name, theme) == 0)
      adw_style_manager_set_color_scheme (adw_style_manager_get_default (), themes[i].scheme);
}

static void
update_page (AnnalsSettings *settings)
{
  GtkCssProvider *provider = g_object_get_data (G_OBJECT (settings), "annals-page-style");
  g_autofree gchar *family = annals_settings_dup_string (settings, ANNALS_SETTING_READER_FONT);
  gint size = annals_settings_get_int (settings, ANNALS_SETTING_READER_SIZE);
  g_autofree gchar *css = annals_appearance_dup_css (family, size);

  gtk_css_provider_load_from_data (provider, css, -1);
}

/* A family's name as a string of CSS: nothing in it can end the string. */
static void
append_css_string (GString *css, const gchar *words)
{
  g_string_append_c (css, '"');
  for (const gchar *at = words; *at != '\0'; at++)
    if ((guchar) *at < ' ' || *at == '"' || *at == '\\' || *at == 0x7f)
      g_string_append_printf (css, "\\%06x", (guint) (guchar) *at);
    else
      g_string_append_c (css, *at);
  g_string_append_c (css, '"');
}

/**
 * annals_appearance_dup_css:
 * @family: a font family, or an empty string for the usual one
 * @size_percent: size of the text in percent of the usual size
 *
 * Returns: (transfer full): a style sheet that sets the page so
 */
gchar *
annals_appearance_dup_css (const gchar *family, gint size_percent)
{
  GString *css = g_string_new (NULL);
  gchar size[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (size, sizeof size, "%.4f", PAGE_SIZE_EM * size_percent / 100.0);
  g_string_append_printf (css, ".annals-page { font-size: %sem; }\n", size);
  if (*family != '\0')
    {
      g_string_append (css, ".annals-page, .quote { font-family: ");
      append_css_string (css, family);
      g_string_append (css, ", serif; }\n");
    }

  return g_string_free (css, FALSE);
}

/**
 * annals_appearance_follow:
 * @settings: the settings, which live as long as the program
 *
 * Makes all windows look as the settings say, now and whenever these change.
 */
void
annals_appearance_follow (AnnalsSettings *settings)
{
  GtkCssProvider *provider = gtk_css_provider_new ();

  g_return_if_fail (ANNALS_IS_SETTINGS (settings));

  g_object_set_data_full (G_OBJECT (settings), "annals-page-style", provider, g_object_unref);
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider), PRIORITY);
  g_signal_connect (settings, "changed::" ANNALS_SETTING_THEME, G_CALLBACK (update_theme), NULL);
  g_signal_connect (settings, "changed::" ANNALS_SETTING_READER_FONT, G_CALLBACK (update_page),
                    NULL);
  g_signal_connect (settings, "changed::" ANNALS_SETTING_READER_SIZE, G_CALLBACK (update_page),
                    NULL);
  update_theme (settings);
  update_page (settings);
}
