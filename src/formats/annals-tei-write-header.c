/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "annals-tei-date.h"
#include "annals-tei-writing.h"
#include "annals-xml-edit.h"

/*
 * The header of a TEI file as it is written: what is known about the text, and the lanes.
 */

typedef struct
{
  gsize offset; /* of a string in AnnalsDocumentInfo */
  const gchar *name;
  const gchar *type;
} InfoField;

static const InfoField SOURCE_FIELDS[] = {
  { G_STRUCT_OFFSET (AnnalsDocumentInfo, title), "title", NULL },
  { G_STRUCT_OFFSET (AnnalsDocumentInfo, author), "author", NULL },
  { G_STRUCT_OFFSET (AnnalsDocumentInfo, publisher), "publisher", NULL },
  { G_STRUCT_OFFSET (AnnalsDocumentInfo, source_sha256), "idno", "sha256" },
  { G_STRUCT_OFFSET (AnnalsDocumentInfo, reference), "note", "reference" },
  { G_STRUCT_OFFSET (AnnalsDocumentInfo, rights), "note", "rights" },
};

static const gchar *
get_string (const AnnalsDocumentInfo *info, const InfoField *field)
{
  return G_STRUCT_MEMBER (const gchar *, info, field->offset);
}

static xmlNode *
ensure_source (AnnalsTeiWriting *writing)
{
  xmlNode *bibl = annals_tei_find_source (writing->root);

  if (bibl != NULL)
    return bibl;
  bibl = annals_xml_add (annals_tei_ensure_path (writing->root, "teiHeader/fileDesc/sourceDesc"),
                         "bibl", "source");
  annals_tei_ensure_path (bibl, "title");
  return bibl;
}

static void
write_published (xmlNode *bibl, const AnnalsDate *published)
{
  xmlNode *date = published != NULL ? annals_tei_ensure_path (bibl, "date")
                                    : annals_xml_find (bibl, "date");

  if (date == NULL)
    return;
  annals_tei_date_write (date, published);
  if (published != NULL)
    annals_xml_set_words (date, annals_date_get_edtf (published));
}

static void
write_source_name (xmlNode *bibl, const gchar *name)
{
  g_autofree gchar *escaped = name != NULL ? g_uri_escape_string (name, NULL, TRUE) : NULL;
  g_autofree gchar *target = g_strconcat ("file:", escaped, NULL);
  xmlNode *ref = annals_xml_find (bibl, "ref");

  if (name == NULL)
    {
      if (ref != NULL)
        annals_xml_remove (ref);
      return;
    }
  ref = annals_tei_ensure_path (bibl, "ref");
  annals_xml_set_attribute (ref, "target", target);
  if (ref->children == NULL)
    annals_xml_set_words (ref, name);
}

static void
write_n_chars (xmlNode *bibl, gint64 n_chars)
{
  g_autofree gchar *quantity = g_strdup_printf ("%" G_GINT64_FORMAT, n_chars);
  xmlNode *extent = annals_xml_find (bibl, "extent");

  if (n_chars < 0)
    {
      if (extent != NULL)
        annals_xml_remove (extent);
      return;
    }
  extent = annals_tei_ensure_path (bibl, "extent/measure");
  annals_xml_set_attribute (extent, "unit", "char");
  annals_xml_set_attribute (extent, "quantity", quantity);
}

static const gchar *
get_edtf (const AnnalsDate *date)
{
  return date != NULL ? annals_date_get_edtf (date) : NULL;
}

static void
write_source (AnnalsTeiWriting *writing,
              const AnnalsDocumentInfo *info,
              const AnnalsDocumentInfo *old)
{
  for (guint i = 0; i < G_N_ELEMENTS (SOURCE_FIELDS); i++)
    {
      const InfoField *field = &SOURCE_FIELDS[i];
      const gchar *value = get_string (info, field);

      if (g_strcmp0 (value, get_string (old, field)) != 0)
        annals_xml_write_words (ensure_source (writing), field->name, field->type, value);
    }
  if (g_strcmp0 (get_edtf (info->published), get_edtf (old->published)) != 0)
    write_published (ensure_source (writing), info->published);
  if (g_strcmp0 (info->source_name, old->source_name) != 0)
    write_source_name (ensure_source (writing), info->source_name);
  if (info->source_n_chars != old->source_n_chars)
    write_n_chars (ensure_source (writing), info->source_n_chars);
}

/* The title of the file itself, where it has none yet. */
static void
write_titles (AnnalsTeiWriting *writing, const AnnalsDocumentInfo *info)
{
  xmlNode *statement = annals_tei_ensure_path (writing->root, "teiHeader/fileDesc/titleStmt");
  xmlNode *title = annals_tei_ensure_path (statement, "title");

  if (info->title != NULL && title->children == NULL)
    annals_xml_set_words (title, info->title);
}

/**
 * annals_tei_write_info:
 * @writing: a tree being written
 *
 * Writes what is known about the text.
 */
void
annals_tei_write_info (AnnalsTeiWriting *writing)
{
  const AnnalsDocumentInfo *info = annals_document_get_info (writing->document);
  const AnnalsDocumentInfo *old = annals_document_get_info (writing->old->document);
  xmlNs *xml = xmlSearchNsByHref (writing->root->doc, writing->root, XML_XML_NAMESPACE);

  if (info->id != NULL && g_strcmp0 (info->id, old->id) != 0)
    annals_xml_set_id (writing->root, info->id);
  if (info->language != NULL && g_strcmp0 (info->language, old->language) != 0)
    xmlSetNsProp (writing->root, xml, (const xmlChar *) "lang", (const xmlChar *) info->language);
  write_titles (writing, info);
  write_source (writing, info, old);
}

static xmlNode *
ensure_taxonomy (AnnalsTeiWriting *writing)
{
  xmlNode *taxonomy = g_hash_table_lookup (writing->old->ids, "lanes");
  xmlNode *parent;

  if (annals_xml_is (taxonomy, "taxonomy"))
    return taxonomy;
  parent = annals_tei_ensure_path (writing->root, "teiHeader/encodingDesc/classDecl");
  for (xmlNode *child = parent->children; child != NULL; child = child->next)
    {
      g_autofree gchar *id = annals_xml_is (child, "taxonomy") ? annals_xml_dup_id (child) : NULL;

      if (g_strcmp0 (id, "lanes") == 0)
        return child;
    }
  taxonomy = annals_xml_add (parent, "taxonomy", NULL);
  annals_xml_set_id (taxonomy, "lanes");
  return taxonomy;
}

static void
write_lane (AnnalsTeiWriting *writing, const AnnalsLane *lane)
{
  g_autofree gchar *color = g_strdup_printf ("%u", lane->color);
  xmlNode *category = g_hash_table_lookup (writing->old->ids, lane->id);
  guint index;

  if (category != NULL && annals_document_find_lane (writing->old->document, lane->id, &index))
    {
      const AnnalsLane *old = annals_document_get_lane (writing->old->document, index);

      if (g_str_equal (old->label, lane->label) && old->color == lane->color)
        return;
    }
  if (category == NULL)
    {
      category = annals_xml_add (ensure_taxonomy (writing), "category", NULL);
      annals_xml_set_id (category, lane->id);
    }
  annals_xml_set_attribute (category, "n", color);
  annals_xml_write_words (category, "catDesc", NULL, lane->label);
}

/* Whether anything is said of the lane of events without a lane that would not be so by itself. */
static gboolean
is_loose_lane_plain (AnnalsTeiWriting *writing, guint index)
{
  const AnnalsLane *lane = annals_document_get_lane (writing->document, index);
  guint last = annals_document_get_n_lanes (writing->document) - 1;

  return lane->color == last && annals_document_get_lane_position (writing->document, index) == last
         && g_strcmp0 (lane->label, annals_tei_get_loose_label (last)) == 0;
}

static gboolean
is_written (AnnalsTeiWriting *writing, guint index)
{
  const AnnalsLane *lane = annals_document_get_lane (writing->document, index);

  return !g_str_equal (lane->id, ANNALS_TEI_LOOSE_LANE)
         || g_hash_table_contains (writing->old->ids, ANNALS_TEI_LOOSE_LANE)
         || !is_loose_lane_plain (writing, index);
}

static xmlNode *
find_category (const xmlNode *taxonomy, const gchar *lane)
{
  for (xmlNode *child = taxonomy->children; child != NULL; child = child->next)
    {
      g_autofree gchar *id = annals_xml_is (child, "category") ? annals_xml_dup_id (child) : NULL;

      if (g_strcmp0 (id, lane) == 0)
        return child;
    }
  return NULL;
}

/* The categories of lanes change places among themselves; what stands between them stays. */
static void
write_lane_order (AnnalsTeiWriting *writing)
{
  xmlNode *taxonomy = ensure_taxonomy (writing);
  xmlNode *slot = taxonomy->children;

  for (guint i = 0; i < annals_document_get_n_lanes (writing->document); i++)
    {
      guint index = annals_document_get_lane_at (writing->document, i);
      const AnnalsLane *lane = annals_document_get_lane (writing->document, index);
      xmlNode *category = find_category (taxonomy, lane->id);
      g_autofree gchar *slot_id = NULL;

      if (category == NULL)
        continue;
      while (slot != NULL
             && (!annals_xml_is (slot, "category") || (slot_id = annals_xml_dup_id (slot)) == NULL
                 || !annals_document_find_lane (writing->document, slot_id, NULL)))
        {
          g_clear_pointer (&slot_id, g_free);
          slot = slot->next;
        }
      if (slot == NULL)
        return;
      annals_xml_swap (slot, category);
      slot = category->next;
    }
}

/**
 * annals_tei_write_lanes:
 * @writing: a tree being written
 *
 * Writes the lanes in their order. The one that holds events without a lane is written only where
 * it is called, coloured or placed in another way than it would be by itself.
 */
void
annals_tei_write_lanes (AnnalsTeiWriting *writing)
{
  gboolean any = FALSE;

  for (guint i = 0; i < annals_document_get_n_lanes (writing->document); i++)
    if (is_written (writing, i))
      {
        write_lane (writing, annals_document_get_lane (writing->document, i));
        any = TRUE;
      }
  if (any)
    write_lane_order (writing);
}
