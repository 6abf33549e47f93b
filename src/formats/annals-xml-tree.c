/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "annals-text-builder.h"
#include "annals-xml.h"

/*
 * Looking about in an XML tree. Names are local names; walking is never recursive, so that no tree
 * is too deep for it.
 */

/**
 * annals_xml_is:
 * @node: (nullable): a node
 * @name: a local name
 *
 * Returns: whether @node is an element of that name
 */
gboolean
annals_xml_is (const xmlNode *node, const gchar *name)
{
  return node != NULL && node->type == XML_ELEMENT_NODE
         && strcmp ((const gchar *) node->name, name) == 0;
}

/**
 * annals_xml_get_child:
 * @parent: (nullable): an element
 * @name: a local name
 * @type: (nullable): the value that its attribute `type` has; %NULL for an element without it
 *
 * Looks for a child element.
 *
 * Returns: (transfer none) (nullable): the first such child, or %NULL
 */
xmlNode *
annals_xml_get_child (const xmlNode *parent, const gchar *name, const gchar *type)
{
  for (xmlNode *child = parent != NULL ? parent->children : NULL; child != NULL;
       child = child->next)
    {
      g_autofree gchar *its_type = NULL;

      if (!annals_xml_is (child, name))
        continue;
      its_type = annals_xml_dup_attribute (child, "type");
      if (g_strcmp0 (its_type, type) == 0)
        return child;
    }
  return NULL;
}

/**
 * annals_xml_find:
 * @root: (nullable): an element
 * @path: names of elements, one inside the other, between slashes
 *
 * Looks for a descendant by the path to it, taking the first child of each name.
 *
 * Returns: (transfer none) (nullable): the element, or %NULL
 */
xmlNode *
annals_xml_find (const xmlNode *root, const gchar *path)
{
  g_auto (GStrv) names = g_strsplit (path, "/", -1);
  const xmlNode *node = root;

  for (gchar **name = names; *name != NULL && node != NULL; name++)
    {
      xmlNode *child = node->children;

      while (child != NULL && !annals_xml_is (child, *name))
        child = child->next;
      node = child;
    }
  return (xmlNode *) node;
}

/**
 * annals_xml_next:
 * @node: a node
 * @root: the element to stay in
 *
 * The node after @node in the order of the file.
 *
 * Returns: (transfer none) (nullable): the node, or %NULL at the end of @root
 */
xmlNode *
annals_xml_next (const xmlNode *node, const xmlNode *root)
{
  if (node->type == XML_ELEMENT_NODE && node->children != NULL)
    return node->children;
  while (node != root && node->next == NULL)
    node = node->parent;
  return node != root ? node->next : NULL;
}

/**
 * annals_xml_next_element:
 * @node: a node
 * @root: the element to stay in
 * @name: (nullable): a local name, or %NULL for any
 *
 * The next element of a name in the order of the file.
 *
 * Returns: (transfer none) (nullable): the element, or %NULL when there is none any more
 */
xmlNode *
annals_xml_next_element (const xmlNode *node, const xmlNode *root, const gchar *name)
{
  xmlNode *next = annals_xml_next (node, root);

  while (next != NULL
         && (next->type != XML_ELEMENT_NODE || (name != NULL && !annals_xml_is (next, name))))
    next = annals_xml_next (next, root);
  return next;
}

/**
 * annals_xml_dup_attribute:
 * @node: an element
 * @name: a name without namespace
 *
 * Reads an attribute.
 *
 * Returns: (transfer full) (nullable): its value without white space around it, or %NULL when it is
 *   missing or empty
 */
gchar *
annals_xml_dup_attribute (const xmlNode *node, const gchar *name)
{
  xmlChar *value = xmlGetNoNsProp (node, (const xmlChar *) name);
  g_autofree gchar *copy = g_strdup ((const gchar *) value);

  xmlFree (value);
  if (copy == NULL || *g_strstrip (copy) == '\0')
    return NULL;
  return g_steal_pointer (&copy);
}

/**
 * annals_xml_has_word:
 * @node: an element
 * @name: the local name of an attribute that holds words
 * @word: a word
 *
 * Returns: whether it is among the words
 */
gboolean
annals_xml_has_word (const xmlNode *node, const gchar *name, const gchar *word)
{
  g_autofree gchar *value = annals_xml_dup_attribute (node, name);
  g_auto (GStrv) words = NULL;

  if (value == NULL || strstr (value, word) == NULL)
    return FALSE;
  words = g_strsplit_set (value, ANNALS_XML_SPACES, -1);
  return g_strv_contains ((const gchar *const *) words, word);
}

/**
 * annals_xml_dup_id:
 * @node: an element
 *
 * Returns: (transfer full) (nullable): its `xml:id`, or %NULL
 */
gchar *
annals_xml_dup_id (const xmlNode *node)
{
  xmlChar *value = xmlGetNsProp (node, (const xmlChar *) "id", XML_XML_NAMESPACE);
  gchar *copy = value != NULL && *value != '\0' ? g_strdup ((const gchar *) value) : NULL;

  xmlFree (value);
  return copy;
}

/**
 * annals_xml_dup_words:
 * @node: (nullable): an element
 *
 * The characters inside an element, white space collapsed and trimmed.
 *
 * Returns: (transfer full) (nullable): the words, or %NULL when there are none
 */
gchar *
annals_xml_dup_words (const xmlNode *node)
{
  g_autoptr (AnnalsTextBuilder) builder = annals_text_builder_new ();
  g_autoptr (AnnalsText) text = NULL;

  for (const xmlNode *next = node; next != NULL; next = annals_xml_next (next, node))
    if (next->type == XML_TEXT_NODE || next->type == XML_CDATA_SECTION_NODE)
      annals_text_builder_add (builder, (const gchar *) next->content, FALSE, NULL);
  text = annals_text_builder_finish (builder, NULL, NULL);
  return text != NULL ? g_strdup (annals_text_get_utf8 (text)) : NULL;
}
