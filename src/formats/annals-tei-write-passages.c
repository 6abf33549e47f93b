/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "annals-tei-writing.h"
#include "annals-xml-edit.h"

/*
 * The passages of a TEI file as they are written. A passage of the file's own text becomes a span
 * with a pair of anchors, which are put into the text where its words stand; one whose words are
 * not found is written with its words alone. A passage of another text becomes an annotation.
 */

typedef struct
{
  xmlNode *span;
  AnnalsPlace place;
} PendingSpan;

typedef struct
{
  AnnalsTextProbe probe;
  xmlNode *span;
} AnchorProbe;

static xmlNode *
ensure_group (AnnalsTeiWriting *writing, const gchar *name)
{
  xmlNode *stand_off = annals_tei_ensure_path (writing->root, "standOff");

  return annals_xml_ensure (stand_off, name, "evidence");
}

static gchar *
dup_free_id (AnnalsTeiWriting *writing, const gchar *wanted, const gchar *prefix)
{
  g_autofree gchar *id = g_strdup (wanted);

  for (guint n = 1; id == NULL || g_hash_table_contains (writing->old->ids, id); n++)
    {
      g_free (id);
      id = g_strdup_printf ("%s-%u", prefix, n);
    }
  g_hash_table_insert (writing->old->ids, g_strdup (id), writing->root);
  return g_steal_pointer (&id);
}

/* A passage made in memory has no id, and often no position but the one that it was found at. */
static gboolean
is_same_passage (const AnnalsPassage *passage, const AnnalsPassage *old)
{
  const AnnalsAnchor *a = &passage->anchor;
  const AnnalsAnchor *b = &old->anchor;

  if (passage->id != NULL)
    return g_strcmp0 (passage->id, old->id) == 0;
  return passage->where == old->where && (a->start < 0 || a->start == b->start)
         && annals_tei_are_same_words (a->exact, b->exact) && g_strcmp0 (a->begins, b->begins) == 0
         && g_strcmp0 (a->ends, b->ends) == 0;
}

static const AnnalsPassage *
find_old_passage (const AnnalsEvent *old, const AnnalsPassage *passage)
{
  for (guint i = 0; old != NULL && i < old->n_passages; i++)
    if (is_same_passage (passage, &old->passages[i]))
      return &old->passages[i];
  return NULL;
}

static void
write_relation (xmlNode *node, AnnalsRelation relation)
{
  const gchar *id = annals_relation_get_id (relation);

  /* TEI gives annotations no type. */
  if (annals_xml_is (node, "span"))
    annals_xml_set_attribute (node, "type", id);
  else
    annals_xml_write_words (node, "note", "relation",
                            relation != ANNALS_RELATION_SUPPORTS ? id : NULL);
}

static void
write_note (xmlNode *annotation, const gchar *type, const gchar *characters)
{
  if (characters != NULL)
    annals_xml_add_characters (annals_xml_add (annotation, "note", type), characters);
}

static gchar *
dup_target (AnnalsTeiWriting *writing, const AnnalsAnchor *anchor)
{
  const AnnalsDocumentInfo *info = annals_document_get_info (writing->document);
  const gchar *name = info->source_name != NULL ? info->source_name : "source";
  g_autofree gchar *escaped = g_uri_escape_string (name, NULL, TRUE);

  if (anchor->start < 0)
    return g_strdup_printf ("file:%s", escaped);
  return g_strdup_printf ("file:%s#char=%" G_GINT64_FORMAT ",%" G_GINT64_FORMAT, escaped,
                          anchor->start, anchor->end);
}

static xmlNode *
add_passage (AnnalsTeiWriting *writing,
             const gchar *group,
             const gchar *name,
             const AnnalsEvent *event,
             const AnnalsPassage *passage)
{
  xmlNode *node = annals_xml_add (ensure_group (writing, group), name, NULL);
  g_autofree gchar *id = dup_free_id (writing, passage->id, "passage");
  g_autofree gchar *ana = g_strdup_printf ("#%s", event->id);

  annals_xml_set_id (node, id);
  annals_xml_set_attribute (node, "ana", ana);
  return node;
}

static void
add_annotation (AnnalsTeiWriting *writing, const AnnalsEvent *event, const AnnalsPassage *passage)
{
  const AnnalsAnchor *anchor = &passage->anchor;
  xmlNode *node = add_passage (writing, "listAnnotation", "annotation", event, passage);
  xmlNode *bibl = annals_tei_find_source (writing->root);
  g_autofree gchar *source_id = bibl != NULL ? annals_xml_dup_id (bibl) : NULL;
  g_autofree gchar *source = g_strconcat ("#", source_id, NULL);
  g_autofree gchar *target = dup_target (writing, anchor);

  annals_xml_set_attribute (node, "motivation", "linking");
  annals_xml_set_attribute (node, "target", target);
  annals_xml_set_attribute (node, "corresp", source_id != NULL ? source : NULL);
  write_note (node, "exact", anchor->exact);
  write_note (node, "begins", anchor->begins);
  write_note (node, "ends", anchor->ends);
  write_note (node, "sha256", anchor->sha256);
  write_note (node, "prefix", anchor->prefix);
  write_note (node, "suffix", anchor->suffix);
  write_relation (node, passage->relation);
}

static void
add_pending (GArray *pending, AnnalsAnchorer *anchorer, xmlNode *span, const AnnalsPassage *passage)
{
  PendingSpan new_span = { span, ANNALS_PLACE_INIT };

  if (anchorer == NULL)
    return;
  annals_anchorer_place (anchorer, &passage->anchor, &new_span.place);
  if (annals_standing_is_placed (new_span.place.standing))
    g_array_append_val (pending, new_span);
}

static void
write_passage (AnnalsTeiWriting *writing,
               const AnnalsEvent *event,
               const AnnalsPassage *passage,
               AnnalsAnchorer *anchorer,
               GArray *pending)
{
  const AnnalsPassage *old = find_old_passage (annals_tei_find_old_event (writing, event->id),
                                               passage);
  xmlNode *node;

  if (old != NULL)
    {
      node = g_hash_table_lookup (writing->old->ids, old->id);
      if (old->relation != passage->relation)
        write_relation (node, passage->relation);
    }
  else if (passage->where == ANNALS_WHERE_SOURCE)
    {
      add_annotation (writing, event, passage);
      return;
    }
  else
    {
      node = add_passage (writing, "spanGrp", "span", event, passage);
      write_relation (node, passage->relation);
      if (passage->anchor.exact != NULL)
        annals_xml_add_characters (node, passage->anchor.exact);
    }
  if (annals_xml_is (node, "span") && !xmlHasProp (node, (const xmlChar *) "from"))
    add_pending (pending, anchorer, node, passage);
}

static gint64
get_wanted (const AnnalsTextProbe *probe)
{
  return probe->is_end ? probe->offset - 1 : probe->offset;
}

static gint
compare_probes (gconstpointer a, gconstpointer b)
{
  const AnnalsTextProbe *a_probe = &((const AnchorProbe *) a)->probe;
  const AnnalsTextProbe *b_probe = &((const AnchorProbe *) b)->probe;
  gint64 difference = get_wanted (a_probe) - get_wanted (b_probe);

  if (difference != 0)
    return difference < 0 ? -1 : 1;
  return a_probe->is_end - b_probe->is_end;
}

static GArray *
make_probes (GArray *pending)
{
  GArray *probes = g_array_new (FALSE, TRUE, sizeof (AnchorProbe));

  for (guint i = 0; i < pending->len; i++)
    {
      const PendingSpan *span = &g_array_index (pending, PendingSpan, i);
      AnchorProbe start = { { .offset = span->place.start }, span->span };
      AnchorProbe end = { { .offset = span->place.end, .is_end = TRUE }, span->span };

      g_array_append_val (probes, start);
      g_array_append_val (probes, end);
    }
  g_array_sort (probes, compare_probes);
  return probes;
}

static void
find_places (AnnalsTeiWriting *writing, GArray *probes)
{
  g_autofree AnnalsTextProbe *plain = g_new (AnnalsTextProbe, probes->len);
  g_auto (AnnalsTeiText) text = { NULL };

  for (guint i = 0; i < probes->len; i++)
    plain[i] = g_array_index (probes, AnchorProbe, i).probe;
  annals_tei_text_init (&text, writing->root, plain, probes->len);
  for (guint i = 0; i < probes->len; i++)
    g_array_index (probes, AnchorProbe, i).probe = plain[i];
}

static void
insert_anchor (AnnalsTeiWriting *writing, const AnchorProbe *probe)
{
  xmlNode *run = probe->probe.run;
  xmlNode *anchor = xmlNewDocNode (run->doc, writing->root->ns, (const xmlChar *) "anchor", NULL);
  xmlNode *tail;
  g_autofree gchar *characters = g_strdup ((const gchar *) run->content);
  g_autofree gchar *span_id = annals_xml_dup_id (probe->span);
  g_autofree gchar *wanted = g_strconcat (span_id, probe->probe.is_end ? "-end" : "-begin", NULL);
  g_autofree gchar *id = dup_free_id (writing, wanted, wanted);
  g_autofree gchar *reference = g_strconcat ("#", id, NULL);

  annals_xml_set_id (anchor, id);
  annals_xml_set_attribute (probe->span, probe->probe.is_end ? "to" : "from", reference);
  xmlNodeSetContentLen (run, (const xmlChar *) characters, probe->probe.byte);
  xmlAddNextSibling (run, anchor);
  if (characters[probe->probe.byte] == '\0')
    return;
  tail = run->type == XML_CDATA_SECTION_NODE
             ? xmlNewCDataBlock (run->doc, (const xmlChar *) characters + probe->probe.byte,
                                 strlen (characters + probe->probe.byte))
             : xmlNewDocText (run->doc, (const xmlChar *) characters + probe->probe.byte);
  xmlAddNextSibling (anchor, tail);
}

/* From the last to the first, so that splitting a run leaves the places before it as they are. */
static void
insert_anchors (AnnalsTeiWriting *writing, GArray *pending)
{
  g_autoptr (GArray) probes = make_probes (pending);

  if (probes->len == 0)
    return;
  find_places (writing, probes);
  for (guint i = probes->len; i > 0; i--)
    {
      const AnchorProbe *probe = &g_array_index (probes, AnchorProbe, i - 1);

      if (probe->probe.run != NULL)
        insert_anchor (writing, probe);
    }
}

/**
 * annals_tei_write_passages:
 * @writing: a tree being written
 *
 * Writes the passages of all events, which have been written before.
 */
void
annals_tei_write_passages (AnnalsTeiWriting *writing)
{
  AnnalsText *text = writing->old->text.text;
  g_autoptr (AnnalsAnchorer) anchorer = text != NULL ? annals_anchorer_new (text) : NULL;
  g_autoptr (GArray) pending = g_array_new (FALSE, FALSE, sizeof (PendingSpan));

  for (guint i = 0; i < annals_document_get_n_events (writing->document); i++)
    {
      const AnnalsEvent *event = annals_document_get_event (writing->document, i);

      for (guint j = 0; j < event->n_passages; j++)
        write_passage (writing, event, &event->passages[j], anchorer, pending);
    }
  insert_anchors (writing, pending);
}
