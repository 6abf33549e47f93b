/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "annals-tei-text.h"

/*
 * The readable text of a TEI file: everything in `text` (front, body and back), block by block.
 * Notes that stand in the middle of a paragraph follow it as paragraphs of their own. Where an
 * editor gives a choice, the reading of the edition is taken. Every element with an `xml:id` is a
 * place that passages can point to.
 */

typedef enum
{
  INLINE, /* not in the table */
  DIVISION,
  BLOCK,
  LOOSE, /* a block unless inside one */
  NOTE,
  SKIPPED,
} Kind;

typedef struct
{
  const gchar *name;
  Kind kind;
  AnnalsParagraphRole role;
} ElementRule;

static const ElementRule RULES[] = {
  { "p", BLOCK },
  { "ab", BLOCK },
  { "l", BLOCK },
  { "item", BLOCK },
  { "cell", BLOCK },
  { "speaker", BLOCK },
  { "byline", BLOCK },
  { "dateline", BLOCK },
  { "salute", BLOCK },
  { "signed", BLOCK },
  { "trailer", BLOCK },
  { "opener", BLOCK },
  { "closer", BLOCK },
  { "docImprint", BLOCK },
  { "docAuthor", LOOSE },
  { "docDate", LOOSE },
  { "quote", LOOSE },
  { "cit", LOOSE },
  { "bibl", LOOSE },
  { "label", LOOSE },
  { "stage", LOOSE },
  { "desc", LOOSE },
  { "text", DIVISION },
  { "front", DIVISION },
  { "body", DIVISION },
  { "back", DIVISION },
  { "group", DIVISION },
  { "div", DIVISION },
  { "div1", DIVISION },
  { "div2", DIVISION },
  { "div3", DIVISION },
  { "lg", DIVISION },
  { "list", DIVISION },
  { "table", DIVISION },
  { "row", DIVISION },
  { "sp", DIVISION },
  { "figure", DIVISION },
  { "epigraph", DIVISION },
  { "argument", DIVISION },
  { "event", DIVISION },
  { "listEvent", DIVISION },
  { "listBibl", DIVISION },
  { "fw", SKIPPED },
  { "figDesc", SKIPPED },
  { "standOff", SKIPPED },
  { "teiHeader", SKIPPED },
  { "head", BLOCK, ANNALS_PARAGRAPH_HEAD },
  { "titlePart", BLOCK, ANNALS_PARAGRAPH_HEAD },
  { "note", NOTE, ANNALS_PARAGRAPH_NOTE },
};

static const gchar *const PREFERRED_READINGS[] = { "corr", "reg", "expan", NULL };

typedef struct
{
  guint start;
  guint end;
} IdPlace;

typedef struct
{
  AnnalsTextBuilder *builder;
  GHashTable *ids;
  GQueue notes;        /* to come after the block that is open */
  guint n_open_blocks; /* one in the other */
  guint n_open_notes;
} Walk;

static const ElementRule *
find_rule (const xmlNode *node)
{
  static const ElementRule unknown = { NULL, INLINE, ANNALS_PARAGRAPH_BODY };

  for (guint i = 0; i < G_N_ELEMENTS (RULES); i++)
    if (annals_xml_is (node, RULES[i].name))
      return &RULES[i];
  return &unknown;
}

static gboolean
opens_block (const Walk *walk, Kind kind)
{
  return kind == BLOCK || kind == NOTE || kind == DIVISION
         || (kind == LOOSE && walk->n_open_blocks == 0);
}

static void
start_block (Walk *walk, AnnalsParagraphRole role)
{
  annals_text_builder_start_block (walk->builder,
                                   walk->n_open_notes > 0 ? ANNALS_PARAGRAPH_NOTE : role);
}

static const xmlNode *
choose_reading (const xmlNode *choice)
{
  const xmlNode *first = NULL;

  for (const gchar *const *name = PREFERRED_READINGS; *name != NULL; name++)
    for (const xmlNode *child = choice->children; child != NULL; child = child->next)
      {
        if (annals_xml_is (child, *name))
          return child;
        if (first == NULL && child->type == XML_ELEMENT_NODE)
          first = child;
      }
  return first;
}

static gboolean
is_left_out (Walk *walk, const xmlNode *node, const xmlNode *root, Kind kind)
{
  if (kind == SKIPPED)
    return TRUE;
  if (annals_xml_is (node->parent, "choice") && node != root)
    return choose_reading (node->parent) != node;
  if (kind == NOTE && node != root && walk->n_open_blocks > 0)
    {
      g_queue_push_tail (&walk->notes, (gpointer) node);
      return TRUE;
    }
  return FALSE;
}

static void
mark_start (Walk *walk, const xmlNode *node)
{
  g_autofree gchar *id = annals_xml_dup_id (node);
  IdPlace *place;

  if (id == NULL || g_hash_table_contains (walk->ids, id))
    return;
  place = g_new (IdPlace, 1);
  place->start = place->end = annals_text_builder_mark (walk->builder);
  g_hash_table_insert (walk->ids, g_steal_pointer (&id), place);
}

static void
mark_end (Walk *walk, const xmlNode *node)
{
  g_autofree gchar *id = NULL;
  IdPlace *place;

  if (node->children == NULL)
    return;
  id = annals_xml_dup_id (node);
  place = id != NULL ? g_hash_table_lookup (walk->ids, id) : NULL;
  if (place != NULL)
    place->end = annals_text_builder_mark (walk->builder);
}

static void
enter_element (Walk *walk, const xmlNode *node, const ElementRule *rule)
{
  g_autofree gchar *joins = NULL;

  if (rule->kind == NOTE)
    walk->n_open_notes++;
  if (opens_block (walk, rule->kind))
    start_block (walk, rule->role);
  if (rule->kind == BLOCK || rule->kind == LOOSE || rule->kind == NOTE)
    walk->n_open_blocks++;
  mark_start (walk, node);
  if (!annals_xml_is (node, "lb"))
    return;
  joins = annals_xml_dup_attribute (node, "break");
  if (g_strcmp0 (joins, "no") != 0)
    annals_text_builder_add_line_break (walk->builder);
}

static void walk_tree (Walk *walk, const xmlNode *root);

static void
leave_element (Walk *walk, const xmlNode *node)
{
  Kind kind = find_rule (node)->kind;

  mark_end (walk, node);
  if (kind == BLOCK || kind == LOOSE || kind == NOTE)
    walk->n_open_blocks--;
  if (opens_block (walk, kind))
    start_block (walk, ANNALS_PARAGRAPH_BODY);
  if (kind == NOTE)
    walk->n_open_notes--;
  while (walk->n_open_blocks == 0 && !g_queue_is_empty (&walk->notes))
    walk_tree (walk, g_queue_pop_head (&walk->notes));
}

static gboolean
enter_node (Walk *walk, const xmlNode *node, const xmlNode *root)
{
  const ElementRule *rule;

  if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
    annals_text_builder_add (walk->builder, (const gchar *) node->content,
                             xmlNodeGetSpacePreserve (node->parent) == 1, (gpointer) node);
  if (node->type != XML_ELEMENT_NODE)
    return FALSE;
  rule = find_rule (node);
  if (is_left_out (walk, node, root, rule->kind))
    return FALSE;
  enter_element (walk, node, rule);
  if (node->children != NULL)
    return TRUE;
  leave_element (walk, node);
  return FALSE;
}

static void
walk_tree (Walk *walk, const xmlNode *root)
{
  const xmlNode *node = root;

  if (!enter_node (walk, root, root))
    return;
  node = root->children;
  while (node != NULL)
    {
      if (enter_node (walk, node, root))
        {
          node = node->children;
          continue;
        }
      while (node->next == NULL)
        {
          node = node->parent;
          leave_element (walk, node);
          if (node == root)
            return;
        }
      node = node->next;
    }
}

/**
 * annals_tei_text_init:
 * @self: (out caller-allocates): the text
 * @root: the root element of a TEI file
 * @probes: (array length=n_probes): places to find in the tree, by rising place
 * @n_probes: how many
 *
 * Reads the text of a TEI file. The run that a probe finds is the text node.
 */
void
annals_tei_text_init (AnnalsTeiText *self,
                      const xmlNode *root,
                      AnnalsTextProbe *probes,
                      guint n_probes)
{
  g_autoptr (AnnalsTextBuilder) builder = annals_text_builder_new ();
  Walk walk = { builder, NULL, G_QUEUE_INIT, 0, 0 };

  walk.ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  annals_text_builder_set_probes (builder, probes, n_probes);
  for (const xmlNode *child = root->children; child != NULL; child = child->next)
    if (annals_xml_is (child, "text"))
      walk_tree (&walk, child);
  *self = (AnnalsTeiText){ .ids = walk.ids };
  self->text = annals_text_builder_finish (builder, &self->roles, &self->marks);
}

/**
 * annals_tei_text_clear:
 * @self: a text
 *
 * Frees what @self owns.
 */
void
annals_tei_text_clear (AnnalsTeiText *self)
{
  g_clear_pointer (&self->text, annals_text_unref);
  g_clear_pointer (&self->roles, g_array_unref);
  g_clear_pointer (&self->marks, g_array_unref);
  g_clear_pointer (&self->ids, g_hash_table_unref);
}

/**
 * annals_tei_text_find:
 * @self: a text
 * @id: the `xml:id` of an element inside it
 * @start: (out): the place before the element
 * @end: (out): the place behind it; the same for an empty one
 *
 * Finds an element in the text.
 *
 * Returns: whether there is such an element in the text
 */
gboolean
annals_tei_text_find (const AnnalsTeiText *self,
                      const gchar *id,
                      AnnalsTextMark *start,
                      AnnalsTextMark *end)
{
  const IdPlace *place = g_hash_table_lookup (self->ids, id);

  if (place == NULL)
    return FALSE;
  *start = g_array_index (self->marks, AnnalsTextMark, place->start);
  *end = g_array_index (self->marks, AnnalsTextMark, place->end);
  return TRUE;
}
