/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "annals-document.h"
#include "annals-history.h"

G_BEGIN_DECLS

/* Within src/document/annals-document*.c only. */

#define ANNALS_N_WHERES (ANNALS_WHERE_SOURCE + 1)

struct _AnnalsDocument
{
  GObject parent_instance;

  AnnalsDocumentInfo info;
  GFile *file;
  GFile *source_file;

  AnnalsText *texts[ANNALS_N_WHERES];
  AnnalsAnchorer *anchorers[ANNALS_N_WHERES]; /* made when first needed */
  GArray *roles;

  GArray *lanes;
  GArray *lane_order; /* guint: the lanes from the top down */
  GArray *events;
  GArray *pinned;            /* guint: the pinned events, rising */
  GHashTable *lane_indices;  /* id, owned by the lane → index */
  GHashTable *event_indices; /* id, owned by the event → index */

  AnnalsHistory *history; /* made when first needed */
  GPtrArray *remarks;     /* of gchar *; NULL for none */

  gpointer residue;
  GDestroyNotify destroy_residue;
};

/* annals-document.c */
gboolean annals_document_look_up (GHashTable *indices, const gchar *id, guint *index);
void
annals_document_emit_event_changed (AnnalsDocument *self, guint index, const AnnalsEvent *before);
void annals_document_place_passage (AnnalsDocument *self, AnnalsPassage *passage);

/* annals-document-lanes.c */
void annals_document_init_lanes (AnnalsDocument *self);
void annals_document_clear_lanes (AnnalsDocument *self);

G_END_DECLS
