/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "annals-date.h"

G_BEGIN_DECLS

/** ANNALS_TYPE_DATE: #AnnalsDate as a boxed type, for properties. */
#define ANNALS_TYPE_DATE (annals_date_get_type ())
GType annals_date_get_type (void);

#define ANNALS_TYPE_DATE_ROW (annals_date_row_get_type ())
G_DECLARE_FINAL_TYPE (AnnalsDateRow, annals_date_row, ANNALS, DATE_ROW, AdwEntryRow)

/**
 * AnnalsDateRow:
 *
 * A row of a list in which a date is typed, in words or in EDTF. Below the entry it says at once
 * how that was understood, in words and as EDTF, and draws it as the timeline would; what can be
 * understood in several ways can be chosen there, and what cannot be understood is explained.
 *
 * It is an #AdwEntryRow: its title, its text (#GtkEditable:text), #AdwEntryRow:activates-default
 * and #AdwEntryRow::entry-activated are those of that one.
 *
 * Property `date` (#AnnalsDate, nullable): what is meant; %NULL while the row is empty or not
 * understood. It is notified when it becomes another.
 *
 * Property `allow-empty` (boolean, %FALSE at first): whether there may be no date.
 *
 * Property `hint` (string): what stands below the entry while it is empty: examples of what can be
 * typed.
 *
 * Property `acceptable` (boolean, read-only): whether there is a date, or may be none.
 */
GtkWidget *annals_date_row_new (void);

AnnalsDate *annals_date_row_get_date (AnnalsDateRow *self);
AnnalsDate *annals_date_row_dup_date (AnnalsDateRow *self);
void annals_date_row_set_date (AnnalsDateRow *self, AnnalsDate *date);

gboolean annals_date_row_get_allow_empty (AnnalsDateRow *self);
void annals_date_row_set_allow_empty (AnnalsDateRow *self, gboolean allow_empty);
gboolean annals_date_row_get_acceptable (AnnalsDateRow *self);

const gchar *annals_date_row_get_problem (AnnalsDateRow *self);
void annals_date_row_show_problem (AnnalsDateRow *self);

guint annals_date_row_get_n_readings (AnnalsDateRow *self);
void annals_date_row_choose (AnnalsDateRow *self, guint reading);

G_END_DECLS
