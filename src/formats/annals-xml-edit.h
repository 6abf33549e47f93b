/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "annals-xml.h"

G_BEGIN_DECLS

xmlNode *annals_xml_add (xmlNode *parent, const gchar *name, const gchar *type);
xmlNode *annals_xml_ensure (xmlNode *parent, const gchar *name, const gchar *type);
void annals_xml_set_attribute (xmlNode *node, const gchar *name, const gchar *value);
void annals_xml_set_word (xmlNode *node, const gchar *name, const gchar *word, gboolean stands);
void annals_xml_set_id (xmlNode *node, const gchar *id);
void annals_xml_add_characters (xmlNode *node, const gchar *utf8);
void annals_xml_set_words (xmlNode *node, const gchar *words);
void
annals_xml_write_words (xmlNode *parent, const gchar *name, const gchar *type, const gchar *words);
void annals_xml_remove (xmlNode *node);
void annals_xml_swap (xmlNode *first, xmlNode *second);

G_END_DECLS
