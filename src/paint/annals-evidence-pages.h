/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "annals-document.h"
#include "annals-theme.h"
#include "annals-typesetter.h"

G_BEGIN_DECLS

/**
 * AnnalsEvidencePages:
 *
 * The pages that follow an exported timeline: its events lane by lane, each with its dates and its
 * numbered quotations.
 */
typedef struct _AnnalsEvidencePages AnnalsEvidencePages;

/**
 * AnnalsEvidencePlace:
 * @event: index of the event
 * @page: which of these pages it begins on, from 0
 * @x_pt: where its name begins on that page
 * @y_pt: the top of its name
 * @width_pt: how wide its name is
 * @height_pt: how high its name is
 *
 * Where an event is found on the pages.
 */
typedef struct
{
  guint event;
  guint page;
  gdouble x_pt;
  gdouble y_pt;
  gdouble width_pt;
  gdouble height_pt;
} AnnalsEvidencePlace;

AnnalsEvidencePages *annals_evidence_pages_new (AnnalsDocument *document,
                                                const guint *events,
                                                guint n_events,
                                                AnnalsTypesetter *typesetter,
                                                gdouble width_pt,
                                                gdouble height_pt);
void annals_evidence_pages_free (AnnalsEvidencePages *pages);

guint annals_evidence_pages_get_n_pages (const AnnalsEvidencePages *pages);
guint annals_evidence_pages_get_n_places (const AnnalsEvidencePages *pages);
const AnnalsEvidencePlace *annals_evidence_pages_get_place (const AnnalsEvidencePages *pages,
                                                            guint index);
void annals_evidence_pages_draw (const AnnalsEvidencePages *pages,
                                 guint page,
                                 const AnnalsTheme *theme,
                                 guint number,
                                 cairo_t *cr);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnnalsEvidencePages, annals_evidence_pages_free)

G_END_DECLS
