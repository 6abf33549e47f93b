/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "annals-selection.h"

G_BEGIN_DECLS

#define ANNALS_TYPE_PASSAGE_CARD (annals_passage_card_get_type ())
G_DECLARE_FINAL_TYPE (AnnalsPassageCard, annals_passage_card, ANNALS, PASSAGE_CARD, GtkButton)

/**
 * AnnalsPassageCard:
 *
 * One passage in the evidence pane: its words, where they stand and how. A click selects it; when
 * its text is not open, a click offers to open it.
 */
GtkWidget *annals_passage_card_new (AnnalsSelection *selection, guint event, guint passage);

guint annals_passage_card_get_passage (AnnalsPassageCard *self);
void annals_passage_card_set_selected (AnnalsPassageCard *self, gboolean selected);

G_END_DECLS
