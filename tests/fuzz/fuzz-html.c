/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "annals-html.h"
#include "annals-plain-text.h"
#include "annals-sniff.h"

/*
 * Feeds bytes to the readers of web pages and of plain text. Each gives a text with something in it
 * or says why not.
 */

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

static void
check (const AnnalsText *text, const GError *error)
{
  g_assert_true ((text == NULL) == (error != NULL));
  if (text == NULL)
    {
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return;
    }
  g_assert_true (g_utf8_validate (annals_text_get_utf8 (text), -1, NULL));
  g_assert_cmpuint (annals_text_get_n_paragraphs (text), >, 0);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (GError) page_error = NULL;
  g_autoptr (GError) plain_error = NULL;
  g_autoptr (GArray) roles = NULL;
  g_autofree gchar *title = NULL;
  g_autoptr (AnnalsText) page = annals_html_read (bytes, "fuzz", &roles, &title, &page_error);
  g_autoptr (AnnalsText) plain = annals_plain_text_read (bytes, "fuzz", NULL, &plain_error);

  annals_sniff (bytes);
  check (page, page_error);
  check (plain, plain_error);
  if (page != NULL)
    g_assert_cmpuint (roles->len, ==, annals_text_get_n_paragraphs (page));
  return 0;
}
