/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <libintl.h>
#include <locale.h>
#include <string.h>

#include "japanese.h"

/* Takes Japanese from the catalogue in the build folder, for tests that show that a language may
 * turn every template around. */

/* A locale other than C is needed, or gettext translates nothing; which ones a system has differs.
 * What LANGUAGE says comes before their own language. */
static const gchar *const locales[] = {
  "ja_JP.UTF-8", "ja_JP.utf8", "en_US.UTF-8", "en_GB.UTF-8", "C.UTF-8",
};

/**
 * japanese_load:
 * @folder: where the catalogues are
 *
 * To be called before anything is translated.
 *
 * Returns: whether words come in Japanese now; otherwise the catalogue is not built, or no locale
 *   here uses catalogues
 */
gboolean
japanese_load (const gchar *folder)
{
  g_setenv ("LANGUAGE", "ja", TRUE);
  bindtextdomain (GETTEXT_PACKAGE, folder);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");

  for (guint i = 0; i < G_N_ELEMENTS (locales); i++)
    {
      /* The translation of nothing is the head of the catalogue. */
      if (setlocale (LC_ALL, locales[i]) != NULL
          && strstr (dgettext (GETTEXT_PACKAGE, ""), "Language: ja") != NULL)
        return TRUE;
    }

  return FALSE;
}
