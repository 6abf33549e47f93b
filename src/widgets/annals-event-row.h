/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "annals-selection.h"

G_BEGIN_DECLS

#define ANNALS_TYPE_EVENT_ROW (annals_event_row_get_type ())
G_DECLARE_FINAL_TYPE (AnnalsEventRow, annals_event_row, ANNALS, EVENT_ROW, GtkWidget)

/**
 * AnnalsEventRow:
 *
 * An event in the list of events: its label, its date in words, how many passages it has. What is
 * looked for stands out; where it was found in neither of them, a line says where.
 */
GtkWidget *annals_event_row_new (void);

void annals_event_row_set_event (AnnalsEventRow *self, AnnalsSelection *selection, gint event);
gint annals_event_row_get_event (AnnalsEventRow *self);
void annals_event_row_update (AnnalsEventRow *self);

G_END_DECLS
