/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "annals-layout.h"
#include "annals-typesetter.h"

G_BEGIN_DECLS

#define ANNALS_TYPE_LEGEND_BUTTON (annals_legend_button_get_type ())
G_DECLARE_FINAL_TYPE (AnnalsLegendButton, annals_legend_button, ANNALS, LEGEND_BUTTON, GtkWidget)

/**
 * AnnalsLegendButton:
 *
 * A button that says what the marks of a timeline mean: a popover with a sample of every sign in
 * use, and its meaning as a label.
 */
GtkWidget *annals_legend_button_new (void);

void annals_legend_button_show (AnnalsLegendButton *self,
                                const AnnalsLayout *layout,
                                AnnalsTypesetter *typesetter,
                                AnnalsMarkFeatures features);
void annals_legend_button_popdown (AnnalsLegendButton *self);
guint annals_legend_button_get_n_signs (AnnalsLegendButton *self);

G_END_DECLS
