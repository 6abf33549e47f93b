/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "annals-selection.h"

G_BEGIN_DECLS

#define ANNALS_TYPE_EVIDENCE_PANE (annals_evidence_pane_get_type ())
G_DECLARE_FINAL_TYPE (AnnalsEvidencePane, annals_evidence_pane, ANNALS, EVIDENCE_PANE, GtkWidget)

/**
 * AnnalsEvidencePane:
 *
 * What is known of the selected event, as four answers in order: what, when (as cited and on
 * record), why that date, and which words.
 */
GtkWidget *annals_evidence_pane_new (void);

void annals_evidence_pane_set_selection (AnnalsEvidencePane *self, AnnalsSelection *selection);

G_END_DECLS
