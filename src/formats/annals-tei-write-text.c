/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "annals-tei-writing.h"
#include "annals-xml-edit.h"

/*
 * The text of a TEI file as it is written. A text that reads as the document's is left alone;
 * another is written anew, paragraph by paragraph.
 */

static const gchar *const PARAGRAPH_NAMES[] = {
  [ANNALS_PARAGRAPH_BODY] = "p",
  [ANNALS_PARAGRAPH_HEAD] = "head",
  [ANNALS_PARAGRAPH_NOTE] = "note",
};

static const gchar *
get_sha256 (const AnnalsText *text)
{
  return text != NULL ? annals_text_get_sha256 (text) : NULL;
}

/* Whether a reader that collapses white space would read other than these words. */
static gboolean
has_odd_space (const gchar *words)
{
  return strchr (words, '\t') != NULL || strstr (words, "  ") != NULL || *words == ' '
         || strstr (words, "\n ") != NULL || strstr (words, " \n") != NULL;
}

static void
write_paragraph (xmlNode *parent, const gchar *name, const gchar *words)
{
  xmlNode *node = annals_xml_add (parent, name, NULL);
  g_auto (GStrv) lines = NULL;

  if (has_odd_space (words))
    {
      xmlNodeSetSpacePreserve (node, 1);
      annals_xml_add_characters (node, words);
      return;
    }
  lines = g_strsplit (words, "\n", -1);
  for (gchar **line = lines; *line != NULL; line++)
    {
      if (line != lines)
        xmlAddChild (node, xmlNewDocNode (node->doc, node->ns, (const xmlChar *) "lb", NULL));
      annals_xml_add_characters (node, *line);
    }
}

/* A heading behind paragraphs starts a division; TEI has headings nowhere else. */
static void
write_paragraphs (xmlNode *body, AnnalsDocument *document, const AnnalsText *text)
{
  xmlNode *division = body;
  gboolean has_paragraphs = FALSE;

  for (guint i = 0; i < annals_text_get_n_paragraphs (text); i++)
    {
      AnnalsParagraphRole role = annals_document_get_paragraph_role (document, i);
      g_autofree gchar *words = NULL;
      gint64 start, end;

      annals_text_get_paragraph (text, i, &start, &end);
      words = annals_text_dup_slice (text, start, end);
      if (role == ANNALS_PARAGRAPH_HEAD && has_paragraphs)
        {
          division = annals_xml_add (body, "div", NULL);
          has_paragraphs = FALSE;
        }
      write_paragraph (division, PARAGRAPH_NAMES[role], words);
      has_paragraphs = has_paragraphs || role != ANNALS_PARAGRAPH_HEAD;
    }
}

/* Anchors go with the old text; the spans keep their words, by which they are anchored anew. */
static void
detach_spans (xmlNode *root)
{
  xmlNode *next;

  for (xmlNode *node = root; node != NULL; node = next)
    {
      next = annals_xml_next_element (node, root, NULL);
      if (!annals_xml_is (node, "span") || !annals_tei_is_evidence (node, "spanGrp"))
        continue;
      annals_xml_set_attribute (node, "from", NULL);
      annals_xml_set_attribute (node, "to", NULL);
      if (node->children == NULL)
        annals_xml_remove (node);
    }
}

static void
write_kind (AnnalsDocument *document, xmlNode *node)
{
  g_autofree gchar *type = annals_xml_dup_attribute (node, "type");

  if (annals_document_get_info (document)->is_digest)
    annals_xml_set_attribute (node, "type", "digest");
  else if (g_strcmp0 (type, "digest") == 0)
    annals_xml_set_attribute (node, "type", NULL);
}

/**
 * annals_tei_write_text:
 * @document: a document
 * @root: the root element of its tree
 * @old: (nullable): the text as the tree has it
 *
 * Writes the document's own text, and whether it is a digest.
 *
 * Returns: whether the text is another, so that the tree has to be read once more
 */
gboolean
annals_tei_write_text (AnnalsDocument *document, xmlNode *root, const AnnalsText *old)
{
  AnnalsText *text = annals_document_get_text (document, ANNALS_WHERE_TEXT);
  xmlNode *node = annals_xml_find (root, "text");
  gboolean is_another = g_strcmp0 (get_sha256 (text), get_sha256 (old)) != 0;

  if (is_another && node != NULL)
    annals_xml_remove (node);
  if (is_another)
    {
      detach_spans (root);
      node = text != NULL ? annals_tei_ensure_path (root, "text") : NULL;
    }
  if (is_another && text != NULL)
    write_paragraphs (annals_tei_ensure_path (node, "body"), document, text);
  if (node != NULL)
    write_kind (document, node);
  return is_another;
}
