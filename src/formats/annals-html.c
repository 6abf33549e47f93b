/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <libxml/HTMLparser.h>
#include <string.h>

#include "annals-encoding.h"
#include "annals-html.h"
#include "annals-plain-text.h"
#include "annals-text-builder.h"
#include "annals-xml.h"

/*
 * A saved web page as a text: its blocks are paragraphs, its scripts and styles are left out. The
 * encoding is that of the byte order mark, or the one that the page declares, or guessed as for
 * plain text. Nothing is fetched and nothing is run.
 */

#define HEAD_BYTES 4096

static const gchar *const BLOCKS[] = {
  "address", "article", "aside",  "blockquote", "body",   "center",   "dd",         "details",
  "dialog",  "dir",     "div",    "dl",         "dt",     "fieldset", "figcaption", "figure",
  "footer",  "form",    "header", "hgroup",     "hr",     "html",     "legend",     "li",
  "main",    "menu",    "nav",    "ol",         "option", "p",        "pre",        "section",
  "select",  "summary", "table",  "caption",    "tbody",  "td",       "tfoot",      "th",
  "thead",   "tr",      "ul",     "listing",    "xmp",    NULL,
};

static const gchar *const HEADS[] = { "h1", "h2", "h3", "h4", "h5", "h6", NULL };

static const gchar *const LEFT_OUT[] = {
  "script", "style", "head", "noscript", "template", "iframe", "object", "svg", "math", NULL,
};

/* Old names and the names that pages use for Windows-1252, as browsers take them. */
static const gchar *const WINDOWS_1252_NAMES[] = {
  "iso-8859-1", "iso8859-1",    "latin1", "latin-1",  "us-ascii",
  "ascii",      "windows-1252", "cp1252", "x-cp1252", NULL,
};

static gboolean
is_one_of (const xmlNode *node, const gchar *const *names)
{
  return node->type == XML_ELEMENT_NODE && g_strv_contains (names, (const gchar *) node->name);
}

static gboolean
is_block (const xmlNode *node)
{
  return is_one_of (node, BLOCKS) || is_one_of (node, HEADS);
}

static gboolean
is_inside_pre (const xmlNode *node)
{
  for (; node != NULL; node = node->parent)
    if (annals_xml_is (node, "pre") || annals_xml_is (node, "listing")
        || annals_xml_is (node, "xmp"))
      return TRUE;
  return FALSE;
}

static void
break_block (AnnalsTextBuilder *builder, const xmlNode *inside)
{
  gboolean is_head = is_one_of (inside, HEADS);

  annals_text_builder_start_block (builder,
                                   is_head ? ANNALS_PARAGRAPH_HEAD : ANNALS_PARAGRAPH_BODY);
}

static gboolean
enter_node (AnnalsTextBuilder *builder, const xmlNode *node, gboolean in_pre)
{
  if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
    annals_text_builder_add (builder, (const gchar *) node->content, in_pre, NULL);
  if (node->type != XML_ELEMENT_NODE || is_one_of (node, LEFT_OUT))
    return FALSE;
  if (annals_xml_is (node, "br"))
    annals_text_builder_add_line_break (builder);
  if (is_block (node))
    break_block (builder, node);
  return node->children != NULL;
}

static void
walk_page (AnnalsTextBuilder *builder, const xmlNode *root)
{
  const xmlNode *node = root;
  gboolean in_pre = FALSE;

  while (node != NULL)
    {
      if (enter_node (builder, node, in_pre))
        {
          node = node->children;
          in_pre = in_pre || is_inside_pre (node->parent);
          continue;
        }
      while (node != root && node->next == NULL)
        {
          node = node->parent;
          in_pre = in_pre && is_inside_pre (node->parent);
          if (is_block (node))
            break_block (builder, node->parent);
        }
      node = node != root ? node->next : NULL;
    }
}

static gchar *
dup_declared_charset (const gchar *head)
{
  g_autoptr (GRegex) regex = g_regex_new ("<(?:meta|\\?xml)\\s[^>]*?(?:charset|encoding)\\s*=\\s*"
                                          "[\"']?\\s*([A-Za-z0-9_:.-]+)",
                                          G_REGEX_CASELESS | G_REGEX_RAW, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree gchar *charset = NULL;

  if (!g_regex_match (regex, head, 0, &match))
    return NULL;
  charset = g_match_info_fetch (match, 1);
  return g_ascii_strdown (charset, -1);
}

/* Many pages declare what they are not: UTF-8 and Latin-1 are believed only as far as the bytes
 * agree, which is what guessing does.
 */
static gchar *
decode_page (GBytes *bytes, const gchar *name, GError **error)
{
  g_autofree gchar *head = annals_encoding_dup_head (bytes, HEAD_BYTES);
  g_autofree gchar *charset = dup_declared_charset (head);

  if (charset == NULL || g_str_equal (charset, "utf-8") || g_str_equal (charset, "utf8")
      || g_str_has_prefix (charset, "utf-16"))
    return annals_encoding_decode (bytes, name, error);
  if (g_strv_contains (WINDOWS_1252_NAMES, charset))
    return annals_encoding_decode_as (bytes, "WINDOWS-1252", name, error);
  return annals_encoding_decode_as (bytes, charset, name, error);
}

static xmlDoc *
parse_page (const gchar *utf8)
{
  htmlParserCtxt *context = htmlNewParserCtxt ();
  xmlDoc *page = htmlCtxtReadMemory (context, utf8, strlen (utf8), NULL, "UTF-8",
                                     HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING
                                         | HTML_PARSE_NONET | HTML_PARSE_NODEFDTD
                                         | HTML_PARSE_IGNORE_ENC);

  htmlFreeParserCtxt (context);
  return page;
}

static AnnalsText *
set_empty_error (const gchar *name, GError **error)
{
  g_set_error (error, ANNALS_FORMATS_ERROR, ANNALS_FORMATS_ERROR_EMPTY,
               /* Translators: %s is the name of a file. */
               _ ("There is no text in the web page %s; choose another file."), name);
  return NULL;
}

/**
 * annals_html_read:
 * @bytes: a web page
 * @name: what messages call it
 * @roles: (out) (optional) (element-type AnnalsParagraphRole): what each paragraph is
 * @title: (out) (optional) (nullable): the title that the page gives itself
 * @error: why it cannot be read
 *
 * Reads the text of a web page. Faulty pages are read as well as can be.
 *
 * Returns: (transfer full): the text, or %NULL with @error set
 */
AnnalsText *
annals_html_read (GBytes *bytes, const gchar *name, GArray **roles, gchar **title, GError **error)
{
  g_autofree gchar *utf8 = decode_page (bytes, name, error);
  g_autoptr (AnnalsTextBuilder) builder = annals_text_builder_new ();
  g_autoptr (AnnalsText) text = NULL;
  g_autoptr (xmlDoc) page = NULL;
  g_autoptr (GArray) found_roles = NULL;
  xmlNode *root;

  if (utf8 == NULL)
    return NULL;
  page = parse_page (utf8);
  root = page != NULL ? xmlDocGetRootElement (page) : NULL;
  if (root == NULL)
    return set_empty_error (name, error);
  walk_page (builder, root);
  text = annals_text_builder_finish (builder, &found_roles, NULL);
  if (text == NULL)
    return set_empty_error (name, error);
  if (!annals_plain_text_check_paragraphs (text, name, error))
    return NULL;
  if (title != NULL)
    *title = annals_xml_dup_words (annals_xml_find (root, "head/title"));
  if (roles != NULL)
    *roles = g_steal_pointer (&found_roles);
  return g_steal_pointer (&text);
}
