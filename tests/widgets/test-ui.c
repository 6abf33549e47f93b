/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "widgets-testing.h"

/* What the program carries within itself. */

/* Nothing of the icons on the disk helps here: it is found where it is not installed. */
static void
test_icon (void)
{
  static const gchar *const nowhere[] = { NULL };
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gdk_display_get_default ());

  gtk_icon_theme_set_search_path (theme, nowhere);
  g_assert_false (gtk_icon_theme_has_icon (theme, ANNALS_APP_ID));
  gtk_icon_theme_add_resource_path (theme, "/io/github/annals_app/Annals/icons");
  g_assert_true (gtk_icon_theme_has_icon (theme, ANNALS_APP_ID));
}

int
main (int argc, char *argv[])
{
  widgets_testing_init (&argc, &argv);

  g_test_add_func ("/widgets/ui/icon", test_icon);

  return g_test_run ();
}
