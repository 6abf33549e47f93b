/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "annals-selection.h"

G_BEGIN_DECLS

#define ANNALS_TYPE_SEARCH_BAR (annals_search_bar_get_type ())
G_DECLARE_FINAL_TYPE (AnnalsSearchBar, annals_search_bar, ANNALS, SEARCH_BAR, GtkWidget)

/**
 * AnnalsSearchBar:
 *
 * The bar in which words are looked for: the entry, how often they were found, the steps from match
 * to match, and the options.
 *
 * Property: `active` (boolean), whether it is shown and the search is on. Signal: `stepped`, when a
 * person went to another match in the text.
 */
GtkWidget *annals_search_bar_new (void);

void annals_search_bar_set_selection (AnnalsSearchBar *self, AnnalsSelection *selection);
gboolean annals_search_bar_get_active (AnnalsSearchBar *self);
void annals_search_bar_set_active (AnnalsSearchBar *self, gboolean active);
void annals_search_bar_open (AnnalsSearchBar *self, const gchar *words, gint64 origin);
void annals_search_bar_step (AnnalsSearchBar *self, gint step);

G_END_DECLS
