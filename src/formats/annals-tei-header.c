/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "annals-tei-date.h"
#include "annals-tei.h"

/*
 * The header of a TEI file: what is known about the source text, and the lanes.
 */

static gchar *
dup_either_words (const xmlNode *first, const xmlNode *second)
{
  gchar *words = annals_xml_dup_words (first);

  return words != NULL ? words : annals_xml_dup_words (second);
}

static gchar *
dup_language (const xmlNode *node)
{
  xmlChar *value = xmlGetNsProp ((xmlNode *) node, (const xmlChar *) "lang", XML_XML_NAMESPACE);
  gchar *language = value != NULL && *value != '\0' ? g_strdup ((const gchar *) value) : NULL;

  xmlFree (value);
  return language;
}

static void
read_source (AnnalsDocumentInfo *info, const xmlNode *bibl)
{
  const xmlNode *target = annals_xml_find (bibl, "ref");
  const xmlNode *measure = annals_xml_get_child (annals_xml_find (bibl, "extent"), "measure", NULL);
  g_autofree gchar *pointer = target != NULL ? annals_xml_dup_attribute (target, "target") : NULL;
  g_autofree gchar *unit = NULL;
  g_autofree gchar *quantity = NULL;

  info->publisher = annals_xml_dup_words (annals_xml_find (bibl, "publisher"));
  info->reference = annals_xml_dup_words (annals_xml_get_child (bibl, "note", "reference"));
  info->rights = dup_either_words (annals_xml_get_child (bibl, "note", "rights"),
                                   annals_xml_find (bibl, "availability/licence"));
  info->source_name = annals_tei_dup_target_name (pointer);
  info->source_sha256 = annals_xml_dup_words (annals_xml_get_child (bibl, "idno", "sha256"));
  info->source_n_chars = -1;
  if (measure == NULL)
    return;
  unit = annals_xml_dup_attribute (measure, "unit");
  quantity = annals_xml_dup_attribute (measure, "quantity");
  if (g_strcmp0 (unit, "char") == 0 && quantity != NULL)
    info->source_n_chars = g_ascii_strtoll (quantity, NULL, 10);
}

static gboolean
read_info (AnnalsTeiReading *reading, GError **error)
{
  g_auto (AnnalsDocumentInfo) info = { .source_n_chars = -1 };
  const xmlNode *bibl = annals_tei_find_source (reading->root);
  const xmlNode *titles = annals_xml_find (reading->root, "teiHeader/fileDesc/titleStmt");
  const xmlNode *text = annals_xml_find (reading->root, "text");
  const xmlNode *published = annals_xml_find (bibl, "date");
  g_autofree gchar *type = text != NULL ? annals_xml_dup_attribute (text, "type") : NULL;

  if (published != NULL
      && !annals_tei_date_read (&reading->source, published, &info.published, error))
    return FALSE;
  info.id = annals_xml_dup_id (reading->root);
  info.language = dup_language (reading->root);
  if (info.language == NULL && text != NULL)
    info.language = dup_language (text);
  info.title = dup_either_words (annals_xml_find (bibl, "title"),
                                 annals_xml_find (titles, "title"));
  info.author = dup_either_words (annals_xml_find (bibl, "author"),
                                  annals_xml_find (titles, "author"));
  info.is_digest = g_strcmp0 (type, "digest") == 0;
  if (bibl != NULL)
    read_source (&info, bibl);
  annals_document_take_info (reading->document, &info);
  return TRUE;
}

static guint
read_color (const xmlNode *category, guint index)
{
  g_autofree gchar *number = annals_xml_dup_attribute (category, "n");
  guint64 color;

  if (number != NULL && g_ascii_string_to_unsigned (number, 10, 0, G_MAXUINT16, &color, NULL))
    return (guint) color;
  return index;
}

static void
read_lanes (AnnalsTeiReading *reading)
{
  xmlNode *taxonomy = g_hash_table_lookup (reading->ids, "lanes");

  if (!annals_xml_is (taxonomy, "taxonomy"))
    return;
  for (xmlNode *child = taxonomy->children; child != NULL; child = child->next)
    {
      g_autofree gchar *id = NULL;
      g_autofree gchar *label = NULL;

      if (!annals_xml_is (child, "category"))
        continue;
      id = annals_xml_dup_id (child);
      if (id == NULL)
        continue;
      label = annals_xml_dup_words (annals_xml_find (child, "catDesc"));
      annals_document_add_lane (
          reading->document, id, label != NULL ? label : id,
          read_color (child, annals_document_get_n_lanes (reading->document)));
    }
}

/**
 * annals_tei_header_read:
 * @reading: a TEI file while it is read
 * @error: where and what is wrong
 *
 * Reads what is known about the text, and the lanes, into the document.
 *
 * Returns: whether there was nothing wrong
 */
gboolean
annals_tei_header_read (AnnalsTeiReading *reading, GError **error)
{
  if (!read_info (reading, error))
    return FALSE;
  read_lanes (reading);
  return TRUE;
}
