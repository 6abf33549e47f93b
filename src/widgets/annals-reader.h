/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "annals-reading-view.h"

G_BEGIN_DECLS

#define ANNALS_TYPE_READER (annals_reader_get_type ())
G_DECLARE_FINAL_TYPE (AnnalsReader, annals_reader, ANNALS, READER, GtkWidget)

/**
 * AnnalsReader:
 *
 * The reading pane: the page, the passage map at its edge, the choice between digest and
 * commentary when both are open, and the notice that offers to open the commentary.
 *
 * Signal `scrolled`: another part of the text is seen.
 */
GtkWidget *annals_reader_new (void);

void annals_reader_set_selection (AnnalsReader *self, AnnalsSelection *selection);
AnnalsReadingView *annals_reader_get_page (AnnalsReader *self);
void annals_reader_set_measure (AnnalsReader *self, guint n_chars);
void annals_reader_reveal_selected (AnnalsReader *self);
gchar *annals_reader_dup_selected_words (AnnalsReader *self);
gint64 annals_reader_get_place (AnnalsReader *self);
void annals_reader_go_to_place (AnnalsReader *self, gint64 offset);

G_END_DECLS
