/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "annals-tei-text.h"

G_BEGIN_DECLS

#define ANNALS_TEI_NAMESPACE "http://www.tei-c.org/ns/1.0"
/**
 * ANNALS_TEI_LOOSE_LANE:
 *
 * Id of the lane for events that name none; it is written only where a person has changed it.
 */
#define ANNALS_TEI_LOOSE_LANE "annals-loose-events"

/**
 * ANNALS_TEI_ERA:
 *
 * The `subtype` of an event that is shown as an era; its `type` is its status. Where the event has
 * a subtype that is not ours, it is one of the words in `rend` instead.
 */
#define ANNALS_TEI_ERA "era"

/**
 * ANNALS_TEI_PINNED:
 *
 * One of the words in the `rend` of an event that is pinned.
 */
#define ANNALS_TEI_PINNED "pinned"

/**
 * AnnalsTeiResidue:
 * @xml: the tree that the document was read from
 * @etag: (nullable): which version of its file it is
 *
 * What a document keeps of its TEI file, so that saving changes only what Annals knows.
 */
typedef struct
{
  xmlDoc *xml;
  gchar *etag;
} AnnalsTeiResidue;

AnnalsTeiResidue *annals_tei_residue_new (xmlDoc *xml, const gchar *etag);
void annals_tei_residue_free (gpointer residue);
AnnalsTeiResidue *annals_tei_residue_get (AnnalsDocument *document);

/**
 * AnnalsTeiReading:
 * @source: the file
 * @root: its root element
 * @document: the document being made
 * @text: its text, with the places in it
 * @ids: every `xml:id` of the file → its element; also the ids given to events and passages that
 *   have none
 * @n_given_ids: how many ids were given
 * @events: the events read so far, in their order
 * @event_indices: their ids → where in @events, counted from 1
 *
 * A TEI file while it is read.
 */
typedef struct
{
  AnnalsXmlSource source;
  xmlNode *root;
  AnnalsDocument *document;
  AnnalsTeiText text;
  GHashTable *ids;
  guint n_given_ids;
  GArray *events;
  GHashTable *event_indices;
} AnnalsTeiReading;

gboolean annals_tei_reading_init (AnnalsTeiReading *reading,
                                  xmlDoc *xml,
                                  const AnnalsXmlSource *source,
                                  GError **error);
void annals_tei_reading_clear (AnnalsTeiReading *reading);
gboolean annals_tei_header_read (AnnalsTeiReading *reading, GError **error);
gboolean annals_tei_events_read (AnnalsTeiReading *reading, GError **error);
gboolean annals_tei_passages_read (AnnalsTeiReading *reading, GError **error);
const gchar *annals_tei_get_loose_label (guint n_lanes);
gchar *annals_tei_reading_dup_id (AnnalsTeiReading *reading, xmlNode *node, const gchar *prefix);

GHashTable *annals_tei_index_ids (const xmlNode *root, xmlNode **duplicate);
gboolean annals_tei_is_evidence (const xmlNode *node, const gchar *group);
xmlNode *annals_tei_find_source (const xmlNode *root);
gchar *annals_tei_dup_target_name (const gchar *target);
gboolean annals_tei_are_same_words (const gchar *a, const gchar *b);
gchar *annals_tei_dup_record_source (const xmlNode *note);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AnnalsTeiReading, annals_tei_reading_clear)

G_END_DECLS
