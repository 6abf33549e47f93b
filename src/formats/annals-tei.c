/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "annals-fold.h"
#include "annals-tei.h"

/*
 * What the reader and the writer of TEI share: the residue, ids, and where things are in the file.
 */

/**
 * annals_tei_residue_new:
 * @xml: (transfer full): a TEI tree
 * @etag: (nullable): which version of its file it is
 *
 * Returns: (transfer full): what a document keeps of its file
 */
AnnalsTeiResidue *
annals_tei_residue_new (xmlDoc *xml, const gchar *etag)
{
  AnnalsTeiResidue *residue = g_new0 (AnnalsTeiResidue, 1);

  residue->xml = xml;
  residue->etag = g_strdup (etag);
  return residue;
}

/**
 * annals_tei_residue_free:
 * @residue: (type AnnalsTeiResidue): what a document kept
 *
 * Frees a residue and its tree.
 */
void
annals_tei_residue_free (gpointer residue)
{
  AnnalsTeiResidue *self = residue;

  xmlFreeDoc (self->xml);
  g_free (self->etag);
  g_free (self);
}

/**
 * annals_tei_residue_get:
 * @document: a document
 *
 * Returns: (transfer none) (nullable): what it keeps of its TEI file; %NULL when it is from none
 */
AnnalsTeiResidue *
annals_tei_residue_get (AnnalsDocument *document)
{
  return annals_document_get_residue (document);
}

/**
 * annals_tei_index_ids:
 * @root: the root element
 * @duplicate: (out) (optional): the first element whose id another before it has, if any
 *
 * Returns: (transfer full): every `xml:id` → its element
 */
GHashTable *
annals_tei_index_ids (const xmlNode *root, xmlNode **duplicate)
{
  GHashTable *ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (xmlNode *node = (xmlNode *) root; node != NULL;
       node = annals_xml_next_element (node, root, NULL))
    {
      gchar *id = annals_xml_dup_id (node);

      if (id == NULL)
        continue;
      if (!g_hash_table_contains (ids, id))
        {
          g_hash_table_insert (ids, id, node);
          continue;
        }
      g_free (id);
      if (duplicate != NULL && *duplicate == NULL)
        *duplicate = node;
    }
  return ids;
}

/**
 * annals_tei_reading_dup_id:
 * @reading: a TEI file while it is read
 * @node: an event or a passage
 * @prefix: what an id made for it begins with
 *
 * The id of an element; one that has none is given one, which is the same at every reading.
 *
 * Returns: (transfer full): the id
 */
gchar *
annals_tei_reading_dup_id (AnnalsTeiReading *reading, xmlNode *node, const gchar *prefix)
{
  g_autofree gchar *id = annals_xml_dup_id (node);

  while (id == NULL)
    {
      g_autofree gchar *candidate = g_strdup_printf ("%s-%u", prefix, ++reading->n_given_ids);

      if (g_hash_table_contains (reading->ids, candidate))
        continue;
      g_hash_table_insert (reading->ids, g_strdup (candidate), node);
      id = g_steal_pointer (&candidate);
    }
  return g_steal_pointer (&id);
}

/**
 * annals_tei_is_evidence:
 * @node: a `span` or an `annotation`
 * @group: the element that groups them
 *
 * Returns: whether @node is a passage of Annals, in a group of evidence
 */
gboolean
annals_tei_is_evidence (const xmlNode *node, const gchar *group)
{
  g_autofree gchar *type = NULL;

  if (!annals_xml_is (node->parent, group))
    return FALSE;
  type = annals_xml_dup_attribute (node->parent, "type");
  return g_strcmp0 (type, "evidence") == 0;
}

/**
 * annals_tei_find_source:
 * @root: the root element
 *
 * Returns: (transfer none) (nullable): the `bibl` that describes the source text, or %NULL
 */
xmlNode *
annals_tei_find_source (const xmlNode *root)
{
  xmlNode *description = annals_xml_find (root, "teiHeader/fileDesc/sourceDesc");
  xmlNode *bibl = annals_xml_get_child (description, "bibl", "source");

  return bibl != NULL ? bibl : annals_xml_find (description, "bibl");
}

/**
 * annals_tei_dup_target_name:
 * @target: (nullable): a pointer such as `file:konishi-2004.txt#char=1,20`
 *
 * Returns: (transfer full) (nullable): the file name in it, or %NULL when it points to no file
 */
gchar *
annals_tei_dup_target_name (const gchar *target)
{
  g_autofree gchar *name = NULL;

  if (target == NULL || !g_str_has_prefix (target, "file:"))
    return NULL;
  target += strlen ("file:");
  name = g_uri_unescape_segment (target, target + strcspn (target, "#"), NULL);
  return name != NULL && *name != '\0' ? g_path_get_basename (name) : NULL;
}

/**
 * annals_tei_dup_record_source:
 * @note: (nullable): the note of an event on its date in the record
 *
 * Returns: (transfer full) (nullable): the words about the date, without those of the date itself
 */
gchar *
annals_tei_dup_record_source (const xmlNode *note)
{
  g_autoptr (AnnalsTextBuilder) builder = annals_text_builder_new ();
  g_autoptr (AnnalsText) text = NULL;
  const xmlNode *bibl = annals_xml_find (note, "bibl");

  if (note == NULL || bibl != NULL)
    return annals_xml_dup_words (bibl);
  for (const xmlNode *child = note->children; child != NULL; child = child->next)
    {
      xmlChar *content = annals_xml_is (child, "date") ? NULL : xmlNodeGetContent (child);

      if (content != NULL && child->type != XML_COMMENT_NODE && child->type != XML_PI_NODE)
        annals_text_builder_add (builder, (const gchar *) content, FALSE, NULL);
      xmlFree (content);
    }
  text = annals_text_builder_finish (builder, NULL, NULL);
  return text != NULL ? g_strdup (annals_text_get_utf8 (text)) : NULL;
}

/**
 * annals_tei_are_same_words:
 * @a: (nullable): words
 * @b: (nullable): words
 *
 * Returns: whether the two are the same but for typography and white space
 */
gboolean
annals_tei_are_same_words (const gchar *a, const gchar *b)
{
  g_autoptr (AnnalsFold) a_fold = NULL;
  g_autoptr (AnnalsFold) b_fold = NULL;
  g_autofree gchar *a_words = NULL;
  g_autofree gchar *b_words = NULL;

  if (a == NULL || b == NULL)
    return a == b;
  a_fold = annals_fold_new (a, -1, ANNALS_FOLD_JOIN_HYPHENS);
  b_fold = annals_fold_new (b, -1, ANNALS_FOLD_JOIN_HYPHENS);
  a_words = annals_fold_dup_utf8 (a_fold);
  b_words = annals_fold_dup_utf8 (b_fold);
  return g_str_equal (g_strstrip (a_words), g_strstrip (b_words));
}
