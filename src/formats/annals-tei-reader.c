/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "annals-plain-text.h"
#include "annals-tei-reader.h"
#include "annals-tei.h"

/*
 * Reads TEI P5: the native file of Annals, and as much of other people's files as it understands.
 * All is checked before a document exists; what is wrong is refused with its place.
 *
 * | in the document | in the file |
 * | --- | --- |
 * | info | `TEI/@xml:id`, `@xml:lang`; `sourceDesc/bibl[@type="source"]` (title, author, publisher,
 * | |      | `date`, `ref/@target="file:NAME"`, `idno[@type="sha256"]`, `extent/measure`, | | |
 * `note[@type="reference"]`, `note[@type="rights"]`), or `titleStmt` | | a digest |
 * `text/@type="digest"` | | lanes | `taxonomy[@xml:id="lanes"]/category[@n=colour]/catDesc` | |
 * events | `event`, anywhere: `@when-custom` = EDTF as cited, `@ana="#lane"`, `@type` = status, |
 * |        | `label`, `label[@type="short"]`, `desc`, `note[@type="cited|reason|record|note"]`; |
 * |        | the record note holds a `date` and the words about it |
 * | text | `text`, see annals-tei-text.c |
 * | its passages | `spanGrp[@type="evidence"]/span[@from][@to][@ana="#event"][@type=relation]` |
 * | those of a source | `listAnnotation[@type="evidence"]/annotation[@ana="#event"]` with |
 * |                   | `@target="file:NAME#char=START,END"` and `note[@type="exact|begins|...]` |
 */

static void
clear_event (gpointer data)
{
  annals_event_clear (data);
}

static gboolean
check_root (const AnnalsTeiReading *reading, GError **error)
{
  const xmlNode *root = reading->root;
  const gchar *namespace = root->ns != NULL ? (const gchar *) root->ns->href : "";

  if (!annals_xml_is (root, "TEI"))
    {
      annals_xml_set_error (error, &reading->source, root, ANNALS_FORMATS_ERROR_CONTENT,
                            /* Translators: %s is the name of an XML element. */
                            _ ("this XML begins with the element “%s”; Annals reads TEI, which "
                               "begins with “TEI”."),
                            (const gchar *) root->name);
      return FALSE;
    }
  if (g_str_equal (namespace, ANNALS_TEI_NAMESPACE))
    return TRUE;
  annals_xml_set_error (error, &reading->source, root, ANNALS_FORMATS_ERROR_CONTENT,
                        /* Translators: %s is the name of an XML namespace. */
                        _ ("this is not TEI P5, whose elements are in the namespace %s."),
                        ANNALS_TEI_NAMESPACE);
  return FALSE;
}

static gboolean
check_ids (AnnalsTeiReading *reading, GError **error)
{
  g_autofree gchar *id = NULL;
  xmlNode *duplicate = NULL;
  xmlNode *first;

  reading->ids = annals_tei_index_ids (reading->root, &duplicate);
  if (duplicate == NULL)
    return TRUE;
  id = annals_xml_dup_id (duplicate);
  first = g_hash_table_lookup (reading->ids, id);
  annals_xml_set_error (error, &reading->source, duplicate, ANNALS_FORMATS_ERROR_CONTENT,
                        /* Translators: an id, then the number of a line. */
                        _ ("the id “%s” is given twice, first in line %ld; every id must be the "
                           "only one of its kind."),
                        id, xmlGetLineNo (first));
  return FALSE;
}

static gboolean
read_all (AnnalsTeiReading *reading, GError **error)
{
  if (!check_root (reading, error) || !check_ids (reading, error))
    return FALSE;
  annals_tei_text_init (&reading->text, reading->root, NULL, 0);
  if (reading->text.text != NULL
      && !annals_plain_text_check_paragraphs (reading->text.text, reading->source.name, error))
    return FALSE;
  return annals_tei_header_read (reading, error) && annals_tei_events_read (reading, error)
         && annals_tei_passages_read (reading, error);
}

/**
 * annals_tei_reading_init:
 * @reading: (out caller-allocates): the reading
 * @xml: a TEI tree, which has to live as long as @reading
 * @source: the file, for messages
 * @error: file, line and column of what is wrong, and what it is
 *
 * Reads all of a TEI tree. The document of @reading has no text and no events yet; they stand
 * beside it. Clear @reading with annals_tei_reading_clear(), also when this failed.
 *
 * Returns: whether there was nothing wrong
 */
gboolean
annals_tei_reading_init (AnnalsTeiReading *reading,
                         xmlDoc *xml,
                         const AnnalsXmlSource *source,
                         GError **error)
{
  *reading = (AnnalsTeiReading){ .source = *source, .root = xmlDocGetRootElement (xml) };
  reading->document = annals_document_new ();
  reading->events = g_array_new (FALSE, FALSE, sizeof (AnnalsEvent));
  g_array_set_clear_func (reading->events, clear_event);
  reading->event_indices = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return read_all (reading, error);
}

/**
 * annals_tei_reading_clear:
 * @reading: a reading
 *
 * Frees what a reading owns.
 */
void
annals_tei_reading_clear (AnnalsTeiReading *reading)
{
  g_clear_object (&reading->document);
  annals_tei_text_clear (&reading->text);
  g_clear_pointer (&reading->ids, g_hash_table_unref);
  g_clear_pointer (&reading->events, g_array_unref);
  g_clear_pointer (&reading->event_indices, g_hash_table_unref);
}

static void
fill_document (AnnalsTeiReading *reading)
{
  GArray *roles = reading->text.roles;
  GPtrArray *remarks = reading->source.remarks;

  for (guint i = 0; i < remarks->len; i++)
    annals_document_add_remark (reading->document, g_ptr_array_index (remarks, i));

  if (reading->text.text != NULL)
    annals_document_set_text (reading->document, reading->text.text,
                              (const AnnalsParagraphRole *) (gpointer) roles->data, roles->len);
  for (guint i = 0; i < reading->events->len; i++)
    annals_document_take_event (reading->document,
                                &g_array_index (reading->events, AnnalsEvent, i));
}

/**
 * annals_tei_read:
 * @bytes: a TEI file
 * @name: what messages call it
 * @etag: (nullable): which version of the file it is
 * @error: file, line and column of what is wrong, and what it is
 *
 * Reads a TEI file. What Annals does not know stays in the document's residue and is written back.
 *
 * Returns: (transfer full): the document, or %NULL with @error set
 */
AnnalsDocument *
annals_tei_read (GBytes *bytes, const gchar *name, const gchar *etag, GError **error)
{
  return annals_tei_read_watched (bytes, name, etag, NULL, error);
}

/**
 * annals_tei_read_watched:
 * @bytes: a TEI file
 * @name: what messages call it
 * @etag: (nullable): which version of the file it is
 * @progress: (nullable): who wants to know how far it is, and can stop it
 * @error: file, line and column of what is wrong, and what it is
 *
 * As annals_tei_read(), for a file that may be long.
 *
 * Returns: (transfer full): the document, or %NULL with @error set
 */
AnnalsDocument *
annals_tei_read_watched (GBytes *bytes,
                         const gchar *name,
                         const gchar *etag,
                         const AnnalsProgress *progress,
                         GError **error)
{
  g_autofree gchar *utf8 = annals_xml_decode (bytes, name, error);
  g_autoptr (xmlDoc) xml = NULL;
  g_autoptr (GPtrArray) remarks = g_ptr_array_new_with_free_func (g_free);
  g_auto (AnnalsTeiReading) reading = { 0 };
  AnnalsXmlSource source = { name, utf8, remarks, g_bytes_get_size (bytes), progress };

  if (utf8 == NULL)
    return NULL;
  xml = annals_xml_parse (&source, error);
  if (xml == NULL || !annals_tei_reading_init (&reading, xml, &source, error))
    return NULL;
  fill_document (&reading);
  annals_document_set_residue (reading.document,
                               annals_tei_residue_new (g_steal_pointer (&xml), etag),
                               annals_tei_residue_free);
  return g_steal_pointer (&reading.document);
}
