/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <libintl.h>
#include <locale.h>
#include <string.h>

#include "language.h"

/* Takes a language from its catalogue in the build folder, for tests that show what a translation
 * can do with every template. */

/* A locale other than C is needed, or gettext translates nothing; which ones a system has differs.
 * What LANGUAGE says comes before their own language. */
static const gchar *const locales[] = {
  "C.UTF-8", "en_US.UTF-8", "en_GB.UTF-8", "de_DE.UTF-8", "ja_JP.UTF-8",
};

/**
 * language_load:
 * @language: its code, such as `ja`
 * @folder: where the catalogues are
 *
 * To be called before anything is translated.
 *
 * Returns: whether words come in that language now; otherwise the catalogue is not built, or no
 *   locale here uses catalogues
 */
gboolean
language_load (const gchar *language, const gchar *folder)
{
  g_autofree gchar *head = g_strdup_printf ("Language: %s\n", language);

  g_setenv ("LANGUAGE", language, TRUE);
  bindtextdomain (GETTEXT_PACKAGE, folder);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");

  for (guint i = 0; i < G_N_ELEMENTS (locales); i++)
    {
      /* The translation of nothing is the head of the catalogue. */
      if (setlocale (LC_ALL, locales[i]) != NULL
          && strstr (dgettext (GETTEXT_PACKAGE, ""), head) != NULL)
        return TRUE;
    }

  return FALSE;
}
