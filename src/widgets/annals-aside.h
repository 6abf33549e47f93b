/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "annals-selection.h"

G_BEGIN_DECLS

#define ANNALS_TYPE_ASIDE (annals_aside_get_type ())
G_DECLARE_FINAL_TYPE (AnnalsAside, annals_aside, ANNALS, ASIDE, GtkWidget)

/**
 * AnnalsAside:
 *
 * The pane beside the text, with two pages: the evidence for the selected event, and all events as
 * a list.
 */
GtkWidget *annals_aside_new (void);

void annals_aside_set_selection (AnnalsAside *self, AnnalsSelection *selection);
void annals_aside_show_events (AnnalsAside *self, gboolean events);
void annals_aside_list_lane (AnnalsAside *self, const gchar *lane);
gboolean annals_aside_get_shows_events (AnnalsAside *self);

G_END_DECLS
