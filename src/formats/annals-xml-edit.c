/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "annals-xml-edit.h"

/*
 * Changing an XML tree as a careful person would: new elements go where TEI wants them and are
 * indented like their neighbours, and what has the right value already is not touched.
 */

/* Elements of which TEI wants the order. Those of one parent stand in order; others do not care. */
static const gchar *const ORDER[] = {
  "teiHeader",    "fileDesc",    "titleStmt",    "publicationStmt", "sourceDesc",
  "encodingDesc", "profileDesc", "revisionDesc", "standOff",        "text",
  "front",        "body",        "back",         "label",           "eventName",
  "desc",         "note",
};

static gint
get_rank (const gchar *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (ORDER); i++)
    if (g_str_equal (ORDER[i], name))
      return i;
  return -1;
}

static gboolean
is_blank (const xmlNode *node)
{
  return node != NULL && xmlIsBlankNode (node);
}

static xmlNode *
new_indent (const xmlNode *parent, gint n_levels)
{
  g_autoptr (GString) indent = g_string_new ("\n");

  for (const xmlNode *node = parent; node != NULL && node->type == XML_ELEMENT_NODE;
       node = node->parent)
    n_levels++;
  for (; n_levels > 0; n_levels--)
    g_string_append (indent, "  ");
  return xmlNewDocText (parent->doc, (const xmlChar *) indent->str);
}

/* The last element that has to stand before one of this name; %NULL when none has. */
static xmlNode *
find_predecessor (const xmlNode *parent, const gchar *name)
{
  gint rank = get_rank (name);
  xmlNode *found = NULL;

  for (xmlNode *child = parent->children; child != NULL; child = child->next)
    {
      gint its_rank = child->type == XML_ELEMENT_NODE ? get_rank ((const gchar *) child->name)
                                                      : G_MAXINT;

      if (child->type == XML_ELEMENT_NODE && (rank < 0 || its_rank <= rank))
        found = child;
    }
  return found;
}

static void
place (xmlNode *parent, xmlNode *child)
{
  xmlNode *predecessor = find_predecessor (parent, (const gchar *) child->name);
  gboolean indented = parent->children == NULL || is_blank (parent->children);

  if (parent->children == NULL)
    xmlAddChild (parent, new_indent (parent, -1));
  if (predecessor != NULL)
    {
      xmlAddNextSibling (predecessor, child);
      if (indented)
        xmlAddNextSibling (predecessor, new_indent (parent, 0));
      return;
    }
  xmlAddPrevSibling (parent->children, child);
  if (indented)
    xmlAddPrevSibling (child, new_indent (parent, 0));
}

/**
 * annals_xml_add:
 * @parent: an element
 * @name: a local name, in the namespace of @parent
 * @type: (nullable): the value of its attribute `type`
 *
 * Adds a new child, behind those of the same name.
 *
 * Returns: (transfer none): the child
 */
xmlNode *
annals_xml_add (xmlNode *parent, const gchar *name, const gchar *type)
{
  xmlNode *child = xmlNewDocNode (parent->doc, parent->ns, (const xmlChar *) name, NULL);

  place (parent, child);
  if (type != NULL)
    annals_xml_set_attribute (child, "type", type);
  return child;
}

/**
 * annals_xml_ensure:
 * @parent: an element
 * @name: a local name
 * @type: (nullable): the value of its attribute `type`; %NULL for a child without it
 *
 * Finds a child, or adds it.
 *
 * Returns: (transfer none): the child
 */
xmlNode *
annals_xml_ensure (xmlNode *parent, const gchar *name, const gchar *type)
{
  xmlNode *child = annals_xml_get_child (parent, name, type);

  return child != NULL ? child : annals_xml_add (parent, name, type);
}

/**
 * annals_xml_set_attribute:
 * @node: an element
 * @name: a name without namespace
 * @value: (nullable): its value; %NULL to remove it
 *
 * Gives an attribute a value, if it has another.
 */
void
annals_xml_set_attribute (xmlNode *node, const gchar *name, const gchar *value)
{
  g_autofree gchar *old = annals_xml_dup_attribute (node, name);

  if (g_strcmp0 (old, value) == 0)
    return;
  if (value == NULL)
    xmlUnsetNsProp (node, NULL, (const xmlChar *) name);
  else
    xmlSetProp (node, (const xmlChar *) name, (const xmlChar *) value);
}

/**
 * annals_xml_set_word:
 * @node: an element
 * @name: the local name of an attribute that holds words
 * @word: a word
 * @stands: whether it is to be among them
 *
 * Adds a word to an attribute or takes it out, and leaves the other words there.
 */
void
annals_xml_set_word (xmlNode *node, const gchar *name, const gchar *word, gboolean stands)
{
  g_autofree gchar *old = annals_xml_dup_attribute (node, name);
  g_auto (GStrv) words = g_strsplit_set (old != NULL ? old : "", ANNALS_XML_SPACES, -1);
  g_autoptr (GString) value = g_string_new (NULL);

  if (!annals_xml_has_word (node, name, word) == !stands)
    return;
  for (gchar **one = words; *one != NULL; one++)
    if (**one != '\0' && !g_str_equal (*one, word))
      g_string_append_printf (value, "%s%s", value->len > 0 ? " " : "", *one);
  if (stands)
    g_string_append_printf (value, "%s%s", value->len > 0 ? " " : "", word);
  annals_xml_set_attribute (node, name, value->len > 0 ? value->str : NULL);
}

/**
 * annals_xml_set_id:
 * @node: an element
 * @id: its `xml:id`
 *
 * Gives an element an id.
 */
void
annals_xml_set_id (xmlNode *node, const gchar *id)
{
  xmlNs *xml = xmlSearchNsByHref (node->doc, node, XML_XML_NAMESPACE);

  xmlSetNsProp (node, xml, (const xmlChar *) "id", (const xmlChar *) id);
}

/* XML 1.0 has no way to write most control characters. */
static gboolean
is_writable (gunichar c)
{
  return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c != 0xfffe && c != 0xffff);
}

/**
 * annals_xml_add_characters:
 * @node: an element
 * @utf8: characters
 *
 * Adds characters to the end of an element. Those that XML cannot hold become U+FFFD.
 */
void
annals_xml_add_characters (xmlNode *node, const gchar *utf8)
{
  g_autoptr (GString) safe = g_string_new (NULL);

  for (const gchar *p = utf8; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (safe, is_writable (c) ? c : 0xfffd);
    }
  if (safe->len > 0)
    xmlAddChild (node, xmlNewDocText (node->doc, (const xmlChar *) safe->str));
}

/**
 * annals_xml_set_words:
 * @node: an element
 * @words: the characters that it is to hold
 *
 * Replaces what is in an element, if it reads otherwise.
 */
void
annals_xml_set_words (xmlNode *node, const gchar *words)
{
  g_autofree gchar *old = annals_xml_dup_words (node);

  if (g_strcmp0 (old, words) == 0)
    return;
  while (node->children != NULL)
    annals_xml_remove (node->children);
  annals_xml_add_characters (node, words);
}

/**
 * annals_xml_write_words:
 * @parent: an element
 * @name: the local name of a child
 * @type: (nullable): the value of the child's attribute `type`
 * @words: (nullable): the characters that the child is to hold; %NULL to remove it
 *
 * Writes a child that holds characters, and adds it where it is missing.
 */
void
annals_xml_write_words (xmlNode *parent, const gchar *name, const gchar *type, const gchar *words)
{
  xmlNode *child = annals_xml_get_child (parent, name, type);

  if (words != NULL)
    annals_xml_set_words (annals_xml_ensure (parent, name, type), words);
  else if (child != NULL)
    annals_xml_remove (child);
}

/**
 * annals_xml_remove:
 * @node: (transfer full): a node
 *
 * Takes a node out of its tree, with all that is in it.
 */
void
annals_xml_remove (xmlNode *node)
{
  xmlUnlinkNode (node);
  xmlFreeNode (node);
}

/**
 * annals_xml_swap:
 * @first: an element
 * @second: another one of the same tree, neither within the other; or the same
 *
 * Lets two elements change places. What stands around them stays.
 */
void
annals_xml_swap (xmlNode *first, xmlNode *second)
{
  xmlNode *between;

  if (first == second)
    return;
  between = xmlNewDocComment (first->doc, (const xmlChar *) "");
  xmlReplaceNode (first, between);
  xmlReplaceNode (second, first);
  xmlReplaceNode (between, second);
  xmlFreeNode (between);
}
