/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "annals-event.h"
#include "annals-text.h"

G_BEGIN_DECLS

#define ANNALS_TYPE_DOCUMENT (annals_document_get_type ())
G_DECLARE_FINAL_TYPE (AnnalsDocument, annals_document, ANNALS, DOCUMENT, GObject)

typedef struct _AnnalsHistory AnnalsHistory;

/**
 * AnnalsLane:
 * @id: `xml:id`, unique in its document
 * @label: its name
 * @color: index into the theme's lane colours
 *
 * A named, coloured band of the timeline that groups events.
 */
typedef struct
{
  gchar *id;
  gchar *label;
  guint color;
} AnnalsLane;

/**
 * AnnalsDocumentInfo:
 * @id: (nullable): what names the document across copies (`TEI/@xml:id`); %NULL when it has none
 * @title: (nullable): the title of the source text
 * @author: (nullable): who wrote it
 * @published: (nullable): when it was published
 * @publisher: (nullable): where it was published
 * @rights: (nullable): who holds the rights
 * @reference: (nullable): the full reference, one line
 * @language: (nullable): BCP 47 tag of the text
 * @is_digest: whether the text held is a digest of a source that lies elsewhere
 * @source_name: (nullable): file name of that source
 * @source_sha256: (nullable): SHA-256 of its text, as annals_text_get_sha256() counts it
 * @source_n_chars: its length in code points, or -1
 *
 * What is known about the text. A plain struct; clear it with annals_document_info_clear().
 */
typedef struct
{
  gchar *id;
  gchar *title;
  gchar *author;
  AnnalsDate *published;
  gchar *publisher;
  gchar *rights;
  gchar *reference;
  gchar *language;
  gboolean is_digest;
  gchar *source_name;
  gchar *source_sha256;
  gint64 source_n_chars;
} AnnalsDocumentInfo;

void annals_document_info_clear (AnnalsDocumentInfo *info);

/**
 * AnnalsParagraphRole:
 *
 * What a paragraph of the document's text is. A text that does not say has body paragraphs only.
 */
typedef enum
{
  ANNALS_PARAGRAPH_BODY,
  ANNALS_PARAGRAPH_HEAD,
  ANNALS_PARAGRAPH_NOTE,
} AnnalsParagraphRole;

/**
 * AnnalsStandingCounts:
 *
 * How many passages of one text stand how, indexed by #AnnalsStanding.
 */
typedef struct
{
  guint counts[ANNALS_STANDING_LOST + 1];
  guint n_passages;
} AnnalsStandingCounts;

AnnalsDocument *annals_document_new (void);

AnnalsHistory *annals_document_get_history (AnnalsDocument *self);

const AnnalsDocumentInfo *annals_document_get_info (AnnalsDocument *self);
void annals_document_take_info (AnnalsDocument *self, AnnalsDocumentInfo *info);

void annals_document_add_remark (AnnalsDocument *self, const gchar *remark);
guint annals_document_get_n_remarks (AnnalsDocument *self);
const gchar *annals_document_get_remark (AnnalsDocument *self, guint index);

GFile *annals_document_get_file (AnnalsDocument *self);
void annals_document_set_file (AnnalsDocument *self, GFile *file);

AnnalsText *annals_document_get_text (AnnalsDocument *self, AnnalsWhere where);
void annals_document_set_text (AnnalsDocument *self,
                               AnnalsText *text,
                               const AnnalsParagraphRole *roles,
                               guint n_roles);
AnnalsParagraphRole annals_document_get_paragraph_role (AnnalsDocument *self, guint paragraph);

void annals_document_set_source (AnnalsDocument *self, AnnalsText *source, GFile *file);
GFile *annals_document_get_source_file (AnnalsDocument *self);
void annals_document_count_standings (AnnalsDocument *self,
                                      AnnalsWhere where,
                                      AnnalsStandingCounts *counts);
gboolean annals_document_is_in_range (AnnalsDocument *self,
                                      const AnnalsEvent *event,
                                      const AnnalsRange *range);
gchar *annals_standing_counts_dup_words (const AnnalsStandingCounts *counts);

guint annals_document_get_n_lanes (AnnalsDocument *self);
const AnnalsLane *annals_document_get_lane (AnnalsDocument *self, guint index);
guint
annals_document_add_lane (AnnalsDocument *self, const gchar *id, const gchar *label, guint color);
gboolean annals_document_find_lane (AnnalsDocument *self, const gchar *id, guint *index);
guint annals_document_get_lane_at (AnnalsDocument *self, guint position);
guint annals_document_get_lane_position (AnnalsDocument *self, guint index);
void annals_document_set_lane_label (AnnalsDocument *self, guint index, const gchar *label);
void annals_document_set_lane_color (AnnalsDocument *self, guint index, guint color);
void annals_document_move_lane (AnnalsDocument *self, guint index, guint position);

guint annals_document_get_n_events (AnnalsDocument *self);
const AnnalsEvent *annals_document_get_event (AnnalsDocument *self, guint index);
guint annals_document_take_event (AnnalsDocument *self, AnnalsEvent *event);
void annals_document_set_event_is_era (AnnalsDocument *self, guint index, gboolean is_era);
void annals_document_set_event_is_pinned (AnnalsDocument *self, guint index, gboolean is_pinned);
const guint *annals_document_get_pinned (AnnalsDocument *self, guint *n_pinned);
void annals_document_set_event_lane (AnnalsDocument *self, guint index, guint lane);
void annals_document_set_event_dates (AnnalsDocument *self,
                                      guint index,
                                      AnnalsDate *cited,
                                      AnnalsDate *record);
gboolean annals_document_find_event (AnnalsDocument *self, const gchar *id, guint *index);

gchar *annals_document_dup_quote (AnnalsDocument *self, const AnnalsPassage *passage);
gchar *annals_document_dup_place (AnnalsDocument *self, const AnnalsPassage *passage);

gpointer annals_document_get_residue (AnnalsDocument *self);
void annals_document_set_residue (AnnalsDocument *self, gpointer residue, GDestroyNotify destroy);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AnnalsDocumentInfo, annals_document_info_clear)

G_END_DECLS
