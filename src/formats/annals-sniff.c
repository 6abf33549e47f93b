/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "annals-encoding.h"
#include "annals-sniff.h"

/*
 * Tells plain text, web pages and XML apart by what comes first in a file: the name of its first
 * element, or of its document type, behind declarations, comments and processing instructions.
 */

#define HEAD_BYTES (64 * 1024)

/* Elements that a saved web page, or a piece of one, begins with. */
static const gchar *const HTML_NAMES[] = {
  "html", "head", "body",  "title", "meta",   "link", "base",    "script",  "style",
  "div",  "p",    "table", "h1",    "h2",     "h3",   "a",       "br",      "span",
  "ul",   "ol",   "pre",   "font",  "center", "main", "article", "section", NULL,
};

static const gchar *
skip_behind (const gchar *p, const gchar *end)
{
  const gchar *found = strstr (p, end);

  return found != NULL ? found + strlen (end) : p + strlen (p);
}

static const gchar *
skip_space (const gchar *p)
{
  return p + strspn (p, " \t\r\n\f");
}

static const gchar *
skip_doctype (const gchar *p)
{
  gsize n_bytes = strcspn (p, "[>");

  if (p[n_bytes] == '[')
    p = skip_behind (p + n_bytes, "]");
  return skip_behind (p, ">");
}

static gboolean
names_html (const gchar *name)
{
  g_autofree gchar *lower = g_ascii_strdown (name, -1);

  return g_strv_contains (HTML_NAMES, lower);
}

/* The local name of the element that starts at @p; %NULL when none does. */
static gchar *
dup_element_name (const gchar *p)
{
  gsize n_bytes = 0;
  const gchar *colon;

  if (*p != '<' || !(g_ascii_isalpha (p[1]) || p[1] == '_' || (guchar) p[1] >= 0x80))
    return NULL;
  p++;
  while (g_ascii_isalnum (p[n_bytes]) || (guchar) p[n_bytes] >= 0x80
         || (p[n_bytes] != '\0' && strchr ("_-.:", p[n_bytes]) != NULL))
    n_bytes++;
  if (p[n_bytes] != '\0' && strchr (" \t\r\n\f/>", p[n_bytes]) == NULL)
    return NULL;
  colon = memchr (p, ':', n_bytes);
  if (colon != NULL)
    {
      n_bytes -= colon + 1 - p;
      p = colon + 1;
    }
  return g_strndup (p, n_bytes);
}

/**
 * annals_sniff:
 * @bytes: the bytes of a file
 *
 * Judges what is in a file by its first characters.
 *
 * Returns: what it is
 */
AnnalsContentKind
annals_sniff (GBytes *bytes)
{
  g_autofree gchar *head = annals_encoding_dup_head (bytes, HEAD_BYTES);
  g_autofree gchar *name = NULL;
  const gchar *p = skip_space (head);
  gboolean is_markup = FALSE;

  while (TRUE)
    {
      if (g_str_has_prefix (p, "<?"))
        p = skip_behind (p, "?>");
      else if (g_str_has_prefix (p, "<!--"))
        p = skip_behind (p, "-->");
      else if (g_ascii_strncasecmp (p, "<!doctype", strlen ("<!doctype")) == 0)
        {
          const gchar *type = skip_space (p + strlen ("<!doctype"));

          if (g_ascii_strncasecmp (type, "html", strlen ("html")) == 0)
            return ANNALS_CONTENT_HTML;
          p = skip_doctype (p);
        }
      else
        break;
      is_markup = TRUE;
      p = skip_space (p);
    }
  name = dup_element_name (p);
  if (name != NULL && names_html (name))
    return ANNALS_CONTENT_HTML;
  return is_markup || name != NULL ? ANNALS_CONTENT_XML : ANNALS_CONTENT_TEXT;
}
