/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <libxml/tree.h>

#include "annals-formats.h"
#include "annals-progress.h"

G_BEGIN_DECLS

/**
 * AnnalsXmlSource:
 * @name: what messages call the file
 * @utf8: its text
 * @remarks: (element-type utf8) (nullable): where to put what is said in the file against itself
 * @n_bytes: how long @utf8 is, when there is a @progress
 * @progress: (nullable): who wants to know how far the reading is
 *
 * An XML file while it is read, so that messages can say where.
 */
typedef struct
{
  const gchar *name;
  const gchar *utf8;
  GPtrArray *remarks;
  gsize n_bytes;
  const AnnalsProgress *progress;
} AnnalsXmlSource;

/** ANNALS_XML_PARSED: how much of reading a file is done when its XML is parsed. */
#define ANNALS_XML_PARSED 0.5

/** ANNALS_XML_SPACES: what stands between the words of an attribute. */
#define ANNALS_XML_SPACES " \t\r\n"

xmlDoc *annals_xml_parse (const AnnalsXmlSource *source, GError **error);
gboolean annals_xml_tell_progress (const AnnalsXmlSource *source,
                                   const xmlNode *node,
                                   gdouble from,
                                   gdouble to,
                                   GError **error);
gchar *annals_xml_decode (GBytes *bytes, const gchar *name, GError **error);

void annals_xml_set_error (GError **error,
                           const AnnalsXmlSource *source,
                           const xmlNode *node,
                           AnnalsFormatsError code,
                           const gchar *format,
                           ...) G_GNUC_PRINTF (5, 6);

void
annals_xml_add_remark (const AnnalsXmlSource *source, const xmlNode *node, const gchar *format, ...)
    G_GNUC_PRINTF (3, 4);

gboolean annals_xml_is (const xmlNode *node, const gchar *name);
xmlNode *annals_xml_get_child (const xmlNode *parent, const gchar *name, const gchar *type);
xmlNode *annals_xml_find (const xmlNode *root, const gchar *path);
xmlNode *annals_xml_next (const xmlNode *node, const xmlNode *root);
xmlNode *annals_xml_next_element (const xmlNode *node, const xmlNode *root, const gchar *name);
gchar *annals_xml_dup_attribute (const xmlNode *node, const gchar *name);
gboolean annals_xml_has_word (const xmlNode *node, const gchar *name, const gchar *word);
gchar *annals_xml_dup_id (const xmlNode *node);
gchar *annals_xml_dup_words (const xmlNode *node);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlDoc, xmlFreeDoc)

G_END_DECLS
