/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annals-font-button.h"

/* A button that chooses a font family. Later versions of the toolkit have another widget for it, so
 * the one of today is known here only. */

typedef struct
{
  AnnalsFontFunc chosen;
  gpointer user_data;
} Listener;

static void
listener_free (gpointer listener, GClosure *closure)
{
  g_free (listener);
}

static void
font_set_cb (GtkWidget *button, gpointer user_data)
{
  Listener *listener = user_data;
  g_autofree gchar *family = annals_font_button_dup_family (button);

  if (family != NULL)
    listener->chosen (family, listener->user_data);
}

/**
 * annals_font_button_new:
 * @title: the title of the dialog it opens
 * @chosen: called when a person has chosen
 * @user_data: passed to @chosen
 *
 * Returns: (transfer floating): a new button that shows a font family and lets another be chosen
 */
GtkWidget *
annals_font_button_new (const gchar *title, AnnalsFontFunc chosen, gpointer user_data)
{
  GtkWidget *button = gtk_font_button_new ();
  Listener *listener = g_new0 (Listener, 1);

  *listener = (Listener){ chosen, user_data };
  gtk_font_button_set_title (GTK_FONT_BUTTON (button), title);
  gtk_font_chooser_set_level (GTK_FONT_CHOOSER (button), GTK_FONT_CHOOSER_LEVEL_FAMILY);
  gtk_font_button_set_use_font (GTK_FONT_BUTTON (button), TRUE);
  g_signal_connect_data (button, "font-set", G_CALLBACK (font_set_cb), listener, listener_free, 0);

  return button;
}

/**
 * annals_font_button_set_family:
 * @button: a font button
 * @family: a font family
 *
 * Sets what the button shows.
 */
void
annals_font_button_set_family (GtkWidget *button, const gchar *family)
{
  PangoFontDescription *font = pango_font_description_new ();

  pango_font_description_set_family (font, family);
  gtk_font_chooser_set_font_desc (GTK_FONT_CHOOSER (button), font);
  pango_font_description_free (font);
}

/**
 * annals_font_button_dup_family:
 * @button: a font button
 *
 * Returns: (transfer full) (nullable): the family it shows
 */
gchar *
annals_font_button_dup_family (GtkWidget *button)
{
  PangoFontDescription *font = gtk_font_chooser_get_font_desc (GTK_FONT_CHOOSER (button));
  gchar *family = NULL;

  if (font == NULL)
    return NULL;
  family = g_strdup (pango_font_description_get_family (font));
  pango_font_description_free (font);

  return family;
}
