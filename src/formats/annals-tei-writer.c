/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "annals-tei-writer.h"
#include "annals-tei-writing.h"
#include "annals-xml-edit.h"

/*
 * Writes a document as TEI. The tree it was read from is read once more, compared with the document
 * field by field, and changed only where the two differ; so everything that Annals does not know
 * stays as it is. Dates for other programs are derived anew. A document that is from no file starts
 * from the smallest TEI there is. The mapping is in annals-tei-reader.c.
 */

/**
 * annals_tei_ensure_path:
 * @root: an element
 * @path: names of elements, one inside the other, between slashes
 *
 * Finds a descendant by the path to it, and adds what is missing of it.
 *
 * Returns: (transfer none): the descendant
 */
xmlNode *
annals_tei_ensure_path (xmlNode *root, const gchar *path)
{
  g_auto (GStrv) names = g_strsplit (path, "/", -1);
  xmlNode *node = root;

  for (gchar **name = names; *name != NULL; name++)
    {
      xmlNode *child = annals_xml_find (node, *name);

      node = child != NULL ? child : annals_xml_add (node, *name, NULL);
    }
  return node;
}

/**
 * annals_tei_find_old_event:
 * @writing: a tree being written
 * @id: the id of an event
 *
 * Returns: (transfer none) (nullable): the event as the tree has it, or %NULL when it has none
 */
const AnnalsEvent *
annals_tei_find_old_event (const AnnalsTeiWriting *writing, const gchar *id)
{
  guint index = GPOINTER_TO_UINT (g_hash_table_lookup (writing->old->event_indices, id));

  return index > 0 ? &g_array_index (writing->old->events, AnnalsEvent, index - 1) : NULL;
}

/* The smallest TEI file: a header that says nothing, and no text. */
static xmlDoc *
new_skeleton (void)
{
  xmlDoc *xml = xmlNewDoc ((const xmlChar *) "1.0");
  xmlNode *root = xmlNewDocNode (xml, NULL, (const xmlChar *) "TEI", NULL);
  xmlNode *statement, *bibl, *calendar;

  xmlDocSetRootElement (xml, root);
  xmlSetNs (root, xmlNewNs (root, (const xmlChar *) ANNALS_TEI_NAMESPACE, NULL));
  annals_tei_ensure_path (root, "teiHeader/fileDesc/titleStmt/title");
  statement = annals_tei_ensure_path (root, "teiHeader/fileDesc/publicationStmt/p");
  annals_xml_add_characters (statement, "Written by Annals; not published.");
  bibl = annals_tei_ensure_path (root, "teiHeader/fileDesc/sourceDesc/bibl");
  annals_xml_set_attribute (bibl, "type", "source");
  annals_xml_set_id (bibl, "source");
  annals_tei_ensure_path (bibl, "title");
  calendar = annals_tei_ensure_path (root, "teiHeader/profileDesc/calendarDesc/calendar");
  annals_xml_set_id (calendar, "edtf");
  annals_xml_add_characters (annals_xml_add (calendar, "p", NULL),
                             "Extended Date/Time Format (ISO 8601-2:2019), proleptic Gregorian "
                             "calendar, in which the year "
                             "0000 is 1 BCE. The attributes when, notBefore, notAfter, from and to "
                             "are derived from it for "
                             "other programs and follow XML Schema, in which -0001 is 1 BCE.");
  return xml;
}

/* A TEI file has a text or a standOff. */
static void
complete (xmlNode *root)
{
  if (annals_xml_find (root, "text") == NULL && annals_xml_find (root, "standOff") == NULL)
    annals_tei_ensure_path (root, "text/body/p");
}

static GBytes *
dump (xmlDoc *xml)
{
  xmlChar *data = NULL;
  int n_bytes = 0;

  xmlDocDumpMemoryEnc (xml, &data, &n_bytes, "UTF-8");
  return g_bytes_new_with_free_func (data, n_bytes, (GDestroyNotify) xmlFree, data);
}

/**
 * annals_tei_write:
 * @document: a document
 * @error: when the tree it was read from is no good any more
 *
 * Writes a document as TEI.
 *
 * Returns: (transfer full): the file, or %NULL with @error set
 */
GBytes *
annals_tei_write (AnnalsDocument *document, GError **error)
{
  static const AnnalsXmlSource source = { "TEI", "" };
  AnnalsTeiResidue *residue = annals_tei_residue_get (document);
  g_auto (AnnalsTeiReading) old = { 0 };
  AnnalsTeiWriting writing;

  if (residue == NULL)
    {
      residue = annals_tei_residue_new (new_skeleton (), NULL);
      annals_document_set_residue (document, residue, annals_tei_residue_free);
    }
  if (!annals_tei_reading_init (&old, residue->xml, &source, error))
    return NULL;
  if (annals_tei_write_text (document, old.root, old.text.text))
    {
      annals_tei_reading_clear (&old);
      if (!annals_tei_reading_init (&old, residue->xml, &source, error))
        return NULL;
    }
  writing = (AnnalsTeiWriting){ document, old.root, &old };
  annals_tei_write_info (&writing);
  annals_tei_write_lanes (&writing);
  annals_tei_write_events (&writing);
  annals_tei_write_passages (&writing);
  complete (old.root);
  return dump (residue->xml);
}

/**
 * annals_tei_set_etag:
 * @document: a document that has been written
 * @etag: (nullable): which version its file is now
 *
 * Remembers which version of its file a document is.
 */
void
annals_tei_set_etag (AnnalsDocument *document, const gchar *etag)
{
  AnnalsTeiResidue *residue = annals_tei_residue_get (document);

  g_return_if_fail (residue != NULL);

  g_free (residue->etag);
  residue->etag = g_strdup (etag);
}

/**
 * annals_tei_get_etag:
 * @document: a document
 *
 * Returns: (transfer none) (nullable): which version of its file the document is
 */
const gchar *
annals_tei_get_etag (AnnalsDocument *document)
{
  AnnalsTeiResidue *residue = annals_tei_residue_get (document);

  return residue != NULL ? residue->etag : NULL;
}
