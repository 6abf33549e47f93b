/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "annals-selection.h"

G_BEGIN_DECLS

#define ANNALS_TYPE_RANGE_BAR (annals_range_bar_get_type ())
G_DECLARE_FINAL_TYPE (AnnalsRangeBar, annals_range_bar, ANNALS, RANGE_BAR, GtkWidget)

/**
 * AnnalsRangeBar:
 *
 * The strip that says which range of time is selected, how events are to lie in it and how many do;
 * all of it can be changed there. It is seen while there is a range, or one is typed.
 */
GtkWidget *annals_range_bar_new (void);

void annals_range_bar_set_selection (AnnalsRangeBar *self, AnnalsSelection *selection);
void annals_range_bar_edit (AnnalsRangeBar *self);

G_END_DECLS
