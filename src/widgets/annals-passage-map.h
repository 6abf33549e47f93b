/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "annals-reading-view.h"

G_BEGIN_DECLS

#define ANNALS_TYPE_PASSAGE_MAP (annals_passage_map_get_type ())
G_DECLARE_FINAL_TYPE (AnnalsPassageMap, annals_passage_map, ANNALS, PASSAGE_MAP, GtkWidget)

/**
 * AnnalsPassageMap:
 *
 * A narrow strip beside a page that shows where in the whole text its passages are. A click selects
 * the nearest.
 */
GtkWidget *annals_passage_map_new (void);

void annals_passage_map_set_page (AnnalsPassageMap *self, AnnalsReadingView *page);
void annals_passage_map_set_selection (AnnalsPassageMap *self, AnnalsSelection *selection);

G_END_DECLS
